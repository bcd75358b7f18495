//! What callers declare of attributes and kinds of event: each name once, beside the rows that are known already.

use std::sync::Arc;

use super::reconciler::Reconciler;
use crate::claim::{Location, Rejected, RejectionCode};
use crate::ontology::{Ontology, item_key};

/// The rows that hold for a batch; `None` for the built-in ones. Two declarations of one name that say different things are both
/// refused.
pub(super) fn ontology(records: &Reconciler, rejected: &mut Vec<Rejected>) -> Option<Arc<Ontology>> {
    let attributes = once("attribute", &records.attributes, |r| r.name(), rejected);
    let events = once("event type", &records.event_types, |r| r.name(), rejected);
    if attributes.is_empty() && events.is_empty() {
        return records.ontology.clone();
    }
    let base = records.ontology.as_deref().unwrap_or_else(|| Ontology::builtin()).clone();
    let base = attributes.into_iter().cloned().fold(base, Ontology::with_attribute);
    Some(Arc::new(events.into_iter().cloned().fold(base, Ontology::with_event)))
}

/// The declarations in the order of their names, each name once.
fn once<'a, T: Ord>(what: &str, all: &'a [(T, Option<Location>)], name: impl Fn(&T) -> &str, rejected: &mut Vec<Rejected>) -> Vec<&'a T> {
    let mut named: Vec<(String, &(T, Option<Location>))> = all.iter().map(|r| (item_key(name(&r.0)), r)).collect();
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
