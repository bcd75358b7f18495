//! Near misses: what looks like a dispute and is not, the likeliest to be mistaken first.

use std::collections::BTreeSet;
use std::rc::Rc;

use claimgraph::graph::{ClaimGraph, ClaimRef, EventRef, RelationRef};

use super::fact::Stand;
use super::{NAME, Page};
use crate::report::slots::Slots;
use crate::report::{clean, misses, words};

/// So many pairs of one near miss stand open; the rest are folded.
const PAIRS: usize = 2;
/// So many pairs of one near miss are shown at all.
const ALL_PAIRS: usize = 12;

/// Two events, or two parts of one, that claims of one attribute speak of.
pub(super) struct NearMiss<'g> {
    relations: Vec<RelationRef<'g>>,
}

/// A near miss, ready to be shown.
pub(super) struct Near {
    pub(super) n: usize,
    pub(super) kind: &'static str,
    pub(super) events: Vec<Rc<str>>,
    pub(super) difference: Option<String>,
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) pairs: Vec<Two>,
    pub(super) folded: Vec<Two>,
    pub(super) left: usize,
    pub(super) attribute: String,
    pub(super) publishers: String,
    pub(super) independent: bool,
}

/// Two claims beside each other.
pub(super) struct Two {
    pub(super) item: String,
    pub(super) sides: [(String, Stand); 2],
    /// Why they are apart, where each pair has its own reason.
    pub(super) why: Option<String>,
}

/// The near misses of a graph, in the order of the report.
pub(super) fn ranked(graph: &ClaimGraph) -> Vec<NearMiss<'_>> {
    misses::ranked(graph).into_iter().map(|relations| NearMiss { relations }).collect()
}

impl<'g> NearMiss<'g> {
    /// The facts that its claims speak of, by index.
    pub(super) fn facts(&self, slots: &Slots) -> BTreeSet<usize> {
        self.relations.iter().flat_map(|r| [r.source(), r.target()]).map(|c| slots.of_claim(c).0).collect()
    }

    fn first(&self) -> Option<RelationRef<'g>> {
        self.relations.first().copied()
    }
}

/// Whether a claim says no more than which event it is of: that it happened, when and where.
fn says_little(claim: ClaimRef<'_>) -> bool {
    matches!(claim.attribute().as_str(), "occurrence" | "time" | "place")
}

impl<'a> Page<'a> {
    /// A near miss, by its place.
    pub(super) fn near(&self, &n: &usize) -> Option<Near> {
        let miss = self.near.get(n)?;
        let first = miss.first()?;
        let ends = first.ends();
        let [a, b] = ends.map(ClaimRef::event);
        let apart = a != b;
        let mut pairs: Vec<Two> = self.twos(miss, a, apart);
        let left = pairs.len().saturating_sub(ALL_PAIRS);
        pairs.truncate(ALL_PAIRS);
        let folded = pairs.split_off(pairs.len().min(PAIRS));
        Some(Near {
            n,
            kind: "near",
            events: if apart { vec![self.event(a), self.event(b)] } else { vec![self.event(a)] },
            difference: apart.then(|| words::cut(&misses::difference(first), 2 * NAME)),
            code: self.rule(first.rule()),
            title: first.rule().title,
            pairs,
            folded,
            left,
            attribute: clean(first.source().attribute().as_str()),
            publishers: self.publishers_of(miss.relations.iter().flat_map(|r| [r.source(), r.target()]).map(ClaimRef::article)),
            independent: miss.relations.iter().any(|r| r.independent() == Some(true)),
        })
    }

    /// The pairs of a near miss, each in the order of its two events; one of what reads the same.
    fn twos(&self, miss: &NearMiss<'a>, a: EventRef<'a>, apart: bool) -> Vec<Two> {
        let mut seen = BTreeSet::new();
        let mut twos = Vec::new();
        let mut relations: Vec<_> = miss.relations.iter().collect();
        relations.sort_by_key(|r| (says_little(r.source()), r.index()));
        for relation in relations {
            let [x, y] = relation.ends();
            let [x, y] = if !apart || x.event() == a { [x, y] } else { [y, x] };
            let said = |c: ClaimRef<'_>| (words::item_of(c), words::said(c.claim()), words::source(c));
            if seen.insert((said(x), said(y))) {
                twos.push(self.two([x, y], (!apart).then(|| misses::difference(*relation))));
            }
        }
        twos
    }

    pub(super) fn two(&self, [x, y]: [ClaimRef<'a>; 2], why: Option<String>) -> Two {
        let (item_x, item_y) = (words::item_of(x), words::item_of(y));
        let item = if item_x == item_y { item_x } else { format!("{item_x} / {item_y}") };
        let side = |c: ClaimRef<'a>| {
            let said = words::bare(c.claim());
            let stand = Stand { id: None, ..self.stand(c, &said, 0) };
            (said, stand)
        };
        Two { item: words::cut(&item, 2 * NAME), sides: [side(x), side(y)], why: why.map(|w| words::cut(&w, 2 * NAME)) }
    }

    /// A near miss in a line, seen from one of its facts: the other event, and what tells it apart.
    pub(super) fn near_line(&self, n: usize, fact: usize) -> String {
        let stands = |c: ClaimRef<'_>| self.slots.of_claim(c).0 == fact;
        let ends = self.near.get(n).into_iter().flat_map(|miss| &miss.relations).map(|r| r.ends());
        let Some([x, y]) = ends.into_iter().find(|[x, y]| stands(*x) || stands(*y)) else { return String::new() };
        let other = if stands(x) { y } else { x };
        format!("{}: {} ({})", self.event(other.event()), words::said(other.claim()), words::source(other))
    }
}
