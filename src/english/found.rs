//! What the reader has found in an article, as those who read its trees ask for it.

use std::sync::Arc;

use super::predicates::{Known, Tree};
use super::read::Annotation;
use crate::claim::Mention;
use crate::text::Span;

/// The places of times, names and amounts, each in order.
pub(super) fn known(annotation: &Annotation) -> Known {
    let in_order = |mut spans: Vec<Span>| {
        spans.sort_by_key(|s| (s.end, s.start));
        spans
    };
    Known {
        times: in_order(annotation.times.iter().map(|t| t.span).collect()),
        names: in_order(annotation.extraction.mentions.iter().filter(|m| m.named).map(|m| m.span).collect()),
        amounts: in_order(annotation.quantities.iter().map(|q| q.span).collect()),
    }
}

/// The mentions by their ends.
pub(super) fn by_end(annotation: &Annotation) -> Vec<&Mention> {
    let mut mentions: Vec<&Mention> = annotation.extraction.mentions.iter().collect();
    mentions.sort_by_key(|m| (m.span.end, m.span.start));
    mentions
}

/// The name of the last mention within a place, if the place ends with it: "the new Norvik ferry" is no Norvik.
///
/// `mentions` by their ends. O(log n) in them.
pub(super) fn name_at(mentions: &[&Mention], text: &str, span: Span) -> Option<Arc<str>> {
    let last = mentions.partition_point(|m| m.span.end <= span.end).checked_sub(1)?;
    let last = Some(mentions[last]).filter(|m| span.start <= m.span.start)?;
    let behind = text.get(last.span.end..span.end)?;
    matches!(behind, "" | "." | "'s" | "'").then(|| last.name.clone())
}

/// A sentence of more words is a list or no sentence: what hangs on what there is not asked again for each of its values.
pub(super) const LONG: usize = 300;

/// The tree of the sentence that a place is in, if that is not too long.
pub(super) fn tree_at<'a>(text: &'a str, annotation: &'a Annotation, known: &'a Known, place: Span) -> Option<Tree<'a>> {
    let (words, sentences) = (annotation.analysis.words(), annotation.analysis.sentences());
    let at = sentences.partition_point(|s| words.get(s.end.wrapping_sub(1)).is_some_and(|w| w.span.end <= place.start));
    let range = sentences.get(at)?.clone();
    (range.len() <= LONG).then(|| Tree::new(text, words, range, known))
}
