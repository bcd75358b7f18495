//! What callers declare of attributes and kinds of event: each name once.

use super::reconciler::Reconciler;
use crate::claim::{AttributeRecord, EventTypeRecord, Location, Rejected, RejectionCode};
use crate::text::fold;

/// The declared attributes by folded name. Two of one name that say different things are both refused.
pub(super) fn attributes<'a>(records: &'a Reconciler, rejected: &mut Vec<Rejected>) -> Vec<&'a AttributeRecord> {
    once("attribute", &records.attributes, |r| &r.name, rejected)
}

/// The declared kinds of event, likewise.
pub(super) fn event_types<'a>(records: &'a Reconciler, rejected: &mut Vec<Rejected>) -> Vec<&'a EventTypeRecord> {
    once("event type", &records.event_types, |r| &r.name, rejected)
}

fn once<'a, T: Ord>(what: &str, all: &'a [(T, Option<Location>)], name: impl Fn(&T) -> &str, rejected: &mut Vec<Rejected>) -> Vec<&'a T> {
    let mut named: Vec<(String, &(T, Option<Location>))> = all.iter().map(|r| (fold(name(&r.0)).replace(['_', '-'], " "), r)).collect();
    named.sort_unstable();
    let mut kept = Vec::new();
    for same in named.chunk_by(|a, b| a.0 == b.0) {
        let (first, at) = (&same[0].1.0, |r: &(String, &'a (T, Option<Location>))| r.1.1.as_ref());
        if same.iter().all(|r| r.1.0 == *first) {
            kept.push(first);
            continue;
        }
        let reason = format!("{what} {} is declared {} times, and not always with the same content", name(first), same.len());
        rejected.extend(same.iter().map(|r| Rejected::at(at(r), &*reason).coded(RejectionCode::TwoContents)));
    }
    kept
}
