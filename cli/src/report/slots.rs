//! Where claims stand among the facts and their positions, and the relations between them gathered by that.

use std::collections::BTreeMap;

use claimgraph::graph::{ClaimGraph, ClaimRef, RelationRef};
use claimgraph::relation::Kind;

/// Where a claim stands: its fact and its position on it.
pub(crate) type Slot = (usize, usize);

/// The slot of each claim, by index.
pub(crate) struct Slots(Vec<Slot>);

/// Relations of one kind between two positions of one fact.
pub(crate) type Group<'g> = Vec<RelationRef<'g>>;

impl Slots {
    pub(crate) fn of(graph: &ClaimGraph) -> Self {
        let mut slots = vec![(usize::MAX, 0); graph.claims().len()];
        for (f, fact) in graph.facts().enumerate() {
            for (p, position) in fact.node().positions.iter().enumerate() {
                for &claim in &position.claims {
                    slots[claim.at()] = (f, p);
                }
            }
        }
        Self(slots)
    }

    pub(crate) fn of_claim(&self, claim: ClaimRef<'_>) -> Slot {
        self.0[claim.index().at()]
    }

    /// The relations of these kinds within each fact, by its index: those between the same two positions together, in the order of the
    /// kinds and positions.
    pub(crate) fn within<'g>(&self, graph: &'g ClaimGraph, kinds: &[Kind]) -> BTreeMap<usize, Vec<Group<'g>>> {
        let mut groups: BTreeMap<(usize, Kind, usize, usize), Group<'g>> = BTreeMap::new();
        for relation in graph.relations().filter(|r| kinds.contains(&r.kind())) {
            let (a, b) = (self.of_claim(relation.source()), self.of_claim(relation.target()));
            if a.0 != b.0 {
                continue;
            }
            let (x, y) = if relation.kind().is_directed() { (a.1, b.1) } else { (a.1.min(b.1), a.1.max(b.1)) };
            groups.entry((a.0, relation.kind(), x, y)).or_default().push(relation);
        }
        let mut by_fact: BTreeMap<usize, Vec<Group<'g>>> = BTreeMap::new();
        for ((fact, ..), group) in groups {
            by_fact.entry(fact).or_default().push(group);
        }
        by_fact
    }
}

/// The relation that speaks for its group: between different voices if possible, both quoted if possible, else the first.
pub(crate) fn spokesman<'g>(group: &[RelationRef<'g>]) -> Option<RelationRef<'g>> {
    let quoted = |r: &RelationRef<'_>| r.source().quote().is_some() && r.target().quote().is_some();
    group.iter().copied().min_by_key(|r| (r.independent() != Some(true), !quoted(r), r.index()))
}

/// Whether a relation says that something of a fact is open. Nothing is between two of a set.
pub(crate) fn is_open(relation: &RelationRef<'_>) -> bool {
    relation.kind() == Kind::Indeterminate && relation.rule().code != "CG0607"
}
