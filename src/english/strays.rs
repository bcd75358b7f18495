//! Times that a frame took from another clause than its event's.
//!
//! The frames look for a time in the words around a trigger, up to the next comma or conjunction. Where the trigger stands in a clause
//! that says which person, thing or news is meant, and the time is told of what happens to those, the tree shows it: "anger over the
//! teenager killed by police fuelled a riot on Monday" tells when the riot was. Such a time is left to the reader of open claims, who
//! hangs it on its own governor.

use super::commitment::commitment;
use super::predicates::{Known, Tree, is_passive, plain};
use super::read::Annotation;
use crate::analysis::{Deprel, Upos};
use crate::claim::Polarity;
use crate::ontology::{PERSON, noun_class};
use crate::text::Span;

/// How far up a governor is looked for.
const HIGHEST: usize = 12;

/// The claims of the frames, ascending, whose time is of another clause. O(n) in the words of the sentences that hold one.
pub(super) fn strays(text: &str, annotation: &Annotation, known: &Known) -> Vec<usize> {
    let analysis = &annotation.analysis;
    let (words, sentences) = (analysis.words(), analysis.sentences());
    let mut out = Vec::new();
    for framed in &annotation.framed {
        let Some(claim) = framed.claim else { continue };
        if annotation.extraction.claims[claim].attribute.as_str() != "time" || framed.said.overlaps(framed.trigger) {
            continue;
        }
        let at = sentences.partition_point(|s| words.get(s.end.wrapping_sub(1)).is_some_and(|w| w.span.end <= framed.said.start));
        let Some(range) = sentences.get(at).cloned() else { continue };
        let tree = Tree::new(text, words, range, known);
        if is_stray(&tree, framed.trigger, framed.said) == Some(true) {
            out.push(claim);
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Whether a time is told of what stands above the trigger's clause, and the words between say so: the verb that governs the time, or
/// what opens the clause. Without those the nearer word is the better guess, and the tree may be wrong.
fn is_stray(tree: &Tree<'_>, trigger: Span, time: Span) -> Option<bool> {
    let word = |span: Span| tree.range.clone().find(|w| tree.words[*w].span.overlaps(span));
    let trigger = word(trigger)?;
    let inside = |w: usize| tree.words[w].span.overlaps(time);
    let top = tree.range.clone().find(|w| inside(*w) && tree.head(*w).is_none_or(|h| !inside(h)))?;
    let above = || std::iter::successors(tree.head(top), |w| tree.head(*w)).take(HIGHEST);
    let governor = above().find(|w| *w == trigger || tree.upos(*w) == Upos::Verb)?;
    if is_dismissal(tree, trigger) {
        return Some(true);
    }
    // Up from the trigger to the governor of the time.
    let mut at = trigger;
    let mut clause = None;
    while at != governor {
        if matches!(tree.relation(at), Deprel::Acl | Deprel::AclRelcl | Deprel::Ccomp) {
            clause = Some(at);
        }
        at = tree.head(at)?;
    }
    // "Calls to the firm were not answered on Monday": nothing of it happened then.
    let parts = (trigger.min(top) + 1..trigger.max(top)).contains(&governor);
    if parts && commitment(tree, governor).1 == Polarity::Negative {
        return Some(true);
    }
    let clause = clause?;
    let finite =
        matches!(tree.xpos(governor), "VBD" | "VBZ" | "VBP") || tree.dependents(governor).iter().any(|d| tree.upos(*d) == Upos::Aux);
    let between = trigger < top && parts && finite;
    let opener = (top + 1..clause).find(|w| !inside(*w) && OPENERS.contains(&&*tree.lower(*w)));
    Some(between || top < trigger && opener.is_some())
}

/// "A man who was fired last week": of people nobody fires shots.
fn is_dismissal(tree: &Tree<'_>, trigger: usize) -> bool {
    if &*tree.lower(trigger) != "fired" || !is_passive(tree, trigger) {
        return false;
    }
    let noun = match tree.relation(trigger) {
        Deprel::Acl | Deprel::AclRelcl => tree.head(trigger),
        _ => tree.with(trigger, Deprel::NsubjPass).next(),
    };
    noun.is_some_and(|n| noun_class(&plain(tree, n)) == Some(PERSON) || matches!(&*tree.lower(n), "he" | "she" | "they"))
}

/// Words that open a clause which says of what a noun is, or what is told.
const OPENERS: &[&str] = &["that", "who", "which", "whose", "whom", "where", "to"];
