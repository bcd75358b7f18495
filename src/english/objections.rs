//! What the trees say against the frames: times of another clause, and infinitives that tell of nothing that happened.
//!
//! The frames look for a time in the words around a trigger, up to the next comma or conjunction. Where the trigger stands in a clause
//! that says which person, thing or news is meant, and the time is told of what happens to those, the tree shows it: "anger over the
//! teenager killed by police fuelled a riot on Monday" tells when the riot was. Such a time is left to the reader of open claims, who
//! hangs it on its own governor.

use super::commitment::{commitment, is_past, is_plan_told};
use super::found::tree_at;
use super::predicates::{Known, Tree, is_infinitive, is_passive, is_tensed, plain};
use super::read::{Annotation, Framed};
use crate::analysis::{Deprel, Upos};
use crate::claim::{Modality, Polarity};
use crate::ontology::{PERSON, noun_class};
use crate::text::Span;
use crate::words::List;

/// How far up a governor is looked for.
const HIGHEST: usize = 12;

/// The claims of the frames, ascending, whose time is of another clause. O(n) in the words of the sentences that hold one.
pub(super) fn strays(text: &str, annotation: &Annotation, known: &Known) -> Vec<usize> {
    let mut out = Vec::new();
    for framed in &annotation.framed {
        let Some(claim) = framed.claim else { continue };
        if annotation.extraction.claims[claim].attribute.as_str() != "time" || framed.said.overlaps(framed.trigger) {
            continue;
        }
        let Some(tree) = tree_at(text, annotation, known, framed.said) else { continue };
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
    let top = tree.top(time)?;
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
    let between = trigger < top && parts && is_tensed(tree, governor);
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

/// What the tree says of a claim of the frames: how it is meant, and whether what it leaves open lies behind the telling.
pub(super) struct Meant {
    pub(super) claim: usize,
    pub(super) modality: Modality,
    pub(super) past: bool,
}

/// Claims of the frames of which the tree says more: that something happened, where the word that tells it is an infinitive that tells no
/// such thing ("called on her to veto the bill", "pressure to resign"), and what is thought to have been.
pub(super) fn meant(text: &str, annotation: &Annotation, known: &Known) -> Vec<Meant> {
    let one = |framed: &Framed| {
        let claim = framed.claim?;
        let told = &annotation.extraction.claims[claim];
        let happened = told.attribute.as_str() == "occurrence" && told.polarity == Polarity::Positive;
        if told.modality == Modality::Asserted && !happened {
            return None;
        }
        let tree = tree_at(text, annotation, known, framed.trigger)?;
        let word = tree.range.clone().find(|w| tree.words[*w].span.overlaps(framed.trigger))?;
        if told.modality != Modality::Asserted {
            return is_past(&tree, word).then_some(Meant { claim, modality: told.modality, past: true });
        }
        let (modality, polarity) = commitment(&tree, word);
        // "Agreed on Thursday to buy it": no infinitive hangs on a day.
        let misplaced = tree.head(word).is_some_and(|h| tree.is_dated(h));
        // "Flew to Osk to meet her": what somebody came for took place, if nothing says otherwise.
        let came = tree.head(word).is_some_and(|h| List::Motion.has(&plain(&tree, h)));
        let agreed = modality == Modality::Asserted || polarity == Polarity::Negative || misplaced || came;
        // What is agreed or may be is told as such by the frames, or as done; "announced his intent to resign" tells a plan.
        let planned = matches!(modality, Modality::Planned | Modality::Expected) && is_plan_told(&tree, word);
        let governed = planned || modality == Modality::Possible;
        let noun = tree.head(word).is_some_and(|h| tree.upos(h) == Upos::Noun);
        let modality = if governed { modality } else { Modality::Hypothetical };
        (is_infinitive(&tree, word) && !agreed && (noun || !governed)).then_some(Meant { claim, modality, past: false })
    };
    annotation.framed.iter().filter_map(one).collect()
}
