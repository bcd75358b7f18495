//! Which fact is meant.

use std::collections::BTreeMap;

use claimgraph::graph::{ClaimGraph, FactRef};

use crate::Failure;
use crate::report::{meant, words};

/// How many of the facts that fit are named where more than one does.
const NAMED: usize = 5;

/// The only fact whose id, or the id of one of whose claims, begins so; an id that is given whole means that one alone.
pub(super) fn fact<'g>(graph: &'g ClaimGraph, given: &str) -> Result<FactRef<'g>, Failure> {
    let mut begins = BTreeMap::new();
    for fact in graph.facts() {
        let id = fact.id();
        let claims = || fact.claims().map(|c| c.id().as_str());
        if id.as_str() == given || claims().any(|claim| claim == given) {
            return Ok(fact);
        }
        if !given.is_empty() && (id.as_str().starts_with(given) || claims().any(|claim| claim.starts_with(given))) {
            begins.insert(fact.index(), fact);
        }
    }
    match begins.len() {
        1 => begins.into_values().next().ok_or_else(|| unknown(graph, given)),
        0 => Err(unknown(graph, given)),
        n => Err(Failure::Unusable(several(given, n, begins.into_values().take(NAMED)))),
    }
}

fn unknown(graph: &ClaimGraph, given: &str) -> Failure {
    let ids: Vec<String> = graph.facts().map(words::fact).collect();
    let claims = graph.claims().map(|c| c.id().as_str());
    let near = meant(given, ids.iter().map(String::as_str).chain(claims));
    Failure::Unusable(format!("no fact and no claim of the result is called `{given}`{near}"))
}

fn several<'g>(given: &str, n: usize, first: impl Iterator<Item = FactRef<'g>>) -> String {
    let told: Vec<String> = first.map(|f| format!("{} ({})", f.id(), item(f))).collect();
    let rest = n - told.len();
    let rest = if rest == 0 { String::new() } else { format!(", and {rest} more") };
    format!("`{given}` begins the ids of {n} facts, or of their claims: {}{rest}", told.join(", "))
}

/// "duration of meet: Ada Okafor and Ivo Brandt, 2031-05-04 (Sunday), Porto"
pub(super) fn item(fact: FactRef<'_>) -> String {
    let own = words::item(fact.attribute().as_str(), fact.subject(), fact.node().of.as_deref());
    words::with_event(fact.event(), fact.subject(), own, &words::event(fact.event()))
}
