//! How many facts are disputed, counted once for the report and for the exit status.

use std::collections::BTreeSet;
use std::fmt;

use claimgraph::graph::ClaimGraph;
use claimgraph::relation::Kind;

use super::slots::Slots;
use super::words::count;

/// The facts that are in dispute, and the pairs of claims that make them so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Conflicts {
    /// Facts with a conflict.
    facts: usize,
    /// The conflicts, each between two claims.
    pairs: usize,
    /// Facts in tension only.
    tense: usize,
}

impl Conflicts {
    /// Those of a graph.
    pub(crate) fn of(graph: &ClaimGraph) -> Self {
        let slots = Slots::of(graph);
        let facts = |kind| graph.relations_of(kind).map(|r| slots.of_claim(r.source()).0).collect::<BTreeSet<usize>>();
        let (conflicts, tensions) = (facts(Kind::Conflicts), facts(Kind::Tension));
        Self { facts: conflicts.len(), pairs: graph.conflicts().count(), tense: tensions.difference(&conflicts).count() }
    }

    /// Whether there is a conflict at all.
    pub(crate) fn any(self) -> bool {
        self.facts > 0
    }

    /// "1 fact in tension only"
    pub(super) fn tense(self) -> Option<String> {
        (self.tense > 0).then(|| format!("{} in tension only", count(self.tense, "fact")))
    }

    /// ": 4 by a conflict, 1 in tension only"; nothing where nothing is disputed
    pub(super) fn split(self) -> String {
        match (self.facts, self.tense) {
            (0, 0) => String::new(),
            (facts, 0) => format!(": {facts} by a conflict"),
            (0, tense) => format!(": {tense} in tension"),
            (facts, tense) => format!(": {facts} by a conflict, {tense} in tension only"),
        }
    }
}

/// "3 facts disputed by a conflict (5 conflicts between two claims)"
impl fmt::Display for Conflicts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} disputed by a conflict ({} between two claims)", count(self.facts, "fact"), count(self.pairs, "conflict"))
    }
}
