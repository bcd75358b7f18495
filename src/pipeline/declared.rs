//! What callers declare of attributes and kinds of event: each name once, beside the rows that are known already.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::reconciler::Reconciler;
use crate::claim::{Location, Rejected, RejectionCode};
use crate::ontology::{Ontology, item_key};

/// The rows that hold for a batch; `None` for the built-in ones. Two declarations of one name that say different things are both
/// refused.
pub(super) fn ontology(records: &Reconciler, rejected: &mut Vec<Rejected>) -> Option<Arc<Ontology>> {
    let attributes = once("attribute", &records.attributes, |r| r.names().collect(), rejected);
    let events = once("event type", &records.event_types, |r| r.names().collect(), rejected);
    if attributes.is_empty() && events.is_empty() {
        return records.ontology.clone();
    }
    let base = records.ontology.as_deref().unwrap_or_else(|| Ontology::builtin()).clone();
    let base = attributes.into_iter().cloned().fold(base, Ontology::with_attribute);
    Some(Arc::new(events.into_iter().cloned().fold(base, Ontology::with_event)))
}

/// The declarations in the order of their names. Two that share a name and say different things are both refused: which of them holds
/// would be for order to say.
fn once<'a, T: Ord>(
    what: &str,
    all: &'a [(T, Option<Location>)],
    names: impl Fn(&T) -> Vec<&str>,
    rejected: &mut Vec<Rejected>,
) -> Vec<&'a T> {
    let mut rows: Vec<&(T, Option<Location>)> = all.iter().collect();
    rows.sort();
    let mut of_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, row) in rows.iter().enumerate() {
        for name in names(&row.0) {
            of_name.entry(item_key(name)).or_default().push(i);
        }
    }
    // Declarations that say the same stand together, and have one number.
    let mut contents = vec![0; rows.len()];
    (1..rows.len()).for_each(|i| contents[i] = contents[i - 1] + usize::from(rows[i].0 != rows[i - 1].0));
    let mut refused: BTreeMap<usize, &str> = BTreeMap::new();
    for (name, of) in of_name.iter().filter(|(_, of)| of.iter().any(|&i| contents[i] != contents[of[0]])) {
        for &i in of {
            refused.entry(i).or_insert(name);
        }
    }
    for (i, name) in &refused {
        let reason = format!("{what} {name} is declared more than once, and not always with the same content");
        rejected.push(Rejected::at(rows[*i].1.as_ref(), reason).coded(RejectionCode::TwoContents));
    }
    let mut kept: Vec<&T> = rows.iter().enumerate().filter(|(i, _)| !refused.contains_key(i)).map(|(_, row)| &row.0).collect();
    kept.dedup();
    kept
}
