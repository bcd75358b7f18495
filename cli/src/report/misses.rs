//! Near misses: two events, or two parts of one count, that a careless reader sets against each other; the likeliest to be mixed up first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use claimgraph::graph::{ClaimGraph, ClaimRef, EventRef, RelationRef};
use claimgraph::id::{EntityIx, EventIx};
use claimgraph::relation::Kind;
use claimgraph::value::Value;

use super::layout::clean;
use super::sections::Report;
use super::words;

/// How many pairs are told, unless all are asked for.
const MISSES: usize = 6;
/// How many of what two events have alike is told.
const ALIKE: usize = 3;

/// The near misses between two events each, or between parts of one event's counts, those first that are mixed up most easily.
pub(crate) fn ranked(graph: &ClaimGraph) -> Vec<Vec<RelationRef<'_>>> {
    let mut groups: BTreeMap<(EventIx, EventIx), Vec<RelationRef<'_>>> = BTreeMap::new();
    for relation in graph.relations_of(Kind::Distinct) {
        let (a, b) = (relation.source().event().index(), relation.target().event().index());
        groups.entry((a.min(b), a.max(b))).or_default().push(relation);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_cached_key(|(pair, group)| (Reverse(weight(group)), *pair));
    groups.into_iter().map(|(_, group)| group).collect()
}

/// How many pairs of events, or events with parts, there are.
pub(super) fn pairs(graph: &ClaimGraph) -> usize {
    let ends = |r: RelationRef<'_>| (r.source().event().index(), r.target().event().index());
    graph.relations_of(Kind::Distinct).map(ends).map(|(a, b)| (a.min(b), a.max(b))).collect::<BTreeSet<_>>().len()
}

/// How easily the two of a pair are mixed up, in no unit: what is told of both, times the people they share, times how near they are in
/// time, times how many articles tell of them. "Three hours with the minister on Monday, three hours with the same last year" stands before
/// "a call with another, a month ago".
fn weight(group: &[RelationRef<'_>]) -> u64 {
    let Some(first) = group.first() else { return 0 };
    let [a, b] = first.ends().map(ClaimRef::event);
    // A length or an amount is what is mixed up; a time is what mostly tells the two apart.
    let alike = match group.iter().map(|r| telling(*r)).min() {
        Some(0) => 16,
        Some(1) => 6,
        _ => 2,
    };
    // Two equal figures pass for agreement.
    let equal = group.iter().any(|r| telling(*r) == 0 && r.source().value() == r.target().value());
    let alike = if equal { alike * 3 / 2 } else { alike };
    if a == b {
        return alike * 8 * NEARNESS[0].1 * articles(a);
    }
    // Nobody takes a call for a visit.
    let action = if a.node().action == b.node().action { 2 } else { 1 };
    alike * shared(a, b) * nearness(a, b) * action * (articles(a) + articles(b))
}

/// What a pair of claims is of: 0 for an amount or a length, 1 for a place or another value, 2 for a time, 3 for whether it happened.
fn telling(relation: RelationRef<'_>) -> u8 {
    match relation.source().value() {
        Value::Quantity(_) | Value::Duration(_) => 0,
        Value::Time(_) => 2,
        Value::Boolean(_) => 3,
        Value::Place(_) | Value::Entity(_) | Value::Status(_) | Value::Quotation(_) | Value::Text(_) => 1,
    }
}

/// The people that both have, among those that either has: 4 for none to 16 for all the same; 8 where nobody is named.
fn shared(a: EventRef<'_>, b: EventRef<'_>) -> u64 {
    let of = |e: EventRef<'_>| e.node().participants.iter().map(|p| p.0).collect::<BTreeSet<EntityIx>>();
    let (a, b) = (of(a), of(b));
    let (both, all) = (a.intersection(&b).count() as u64, a.union(&b).count() as u64);
    (12 * both).checked_div(all).map_or(8, |share| 4 + share)
}

/// Days apart, and what that weighs; beyond the last less, and where a time is not known as much as some years.
const NEARNESS: [(i64, u64); 5] = [(1, 10), (7, 9), (31, 8), (366, 6), (3660, 4)];

fn nearness(a: EventRef<'_>, b: EventRef<'_>) -> u64 {
    let interval = |e: EventRef<'_>| match &e.node().time.as_ref()?.value {
        Value::Time(time) => time.loosest(),
        _ => None,
    };
    let Some((a, b)) = interval(a).zip(interval(b)) else { return 4 };
    let days = a.gap(b) / 86_400;
    NEARNESS.iter().find(|row| days <= row.0).map_or(2, |row| row.1)
}

fn articles(event: EventRef<'_>) -> u64 {
    event.claims().map(|c| c.node().article).collect::<BTreeSet<_>>().len() as u64
}

impl Report<'_> {
    pub(super) fn near_misses(&mut self) -> io::Result<()> {
        let groups = ranked(self.graph);
        if groups.is_empty() {
            return Ok(());
        }
        self.title("Near misses", groups.len())?;
        for group in &groups[..self.shown(groups.len(), MISSES)] {
            self.line("")?;
            self.near_miss(group)?;
        }
        self.more(groups.len(), MISSES)
    }

    fn near_miss(&mut self, group: &[RelationRef<'_>]) -> io::Result<()> {
        let Some(first) = group.first() else { return Ok(()) };
        let [a, b] = first.ends().map(ClaimRef::event);
        let [of_a, of_b] = [a, b].map(|event| self.event(event));
        self.wrapped(&of_a, "  ", "      ")?;
        // One rule and one difference tell two events apart, so it is said once; pairs within one event each have their own.
        let apart = a != b;
        if apart {
            self.wrapped(&format!("and {of_b}"), "  ", "      ")?;
            self.wrapped(&format!("{} [{}]", apart_by(*first), first.rule().code), "    ", "      ")?;
        }
        // Each pair in the order of the two events.
        let mut pairs: Vec<RelationRef<'_>> = group.to_vec();
        pairs.sort_by_key(|r| (telling(*r), r.index()));
        // Two that say the same in the words of others are one; of two parts of an event one pair is enough.
        let mut seen = BTreeSet::new();
        pairs.retain(|r| {
            let said =
                |c: ClaimRef<'_>| if apart { format!("{}: {}", words::item_of(c), words::bare(c.claim())) } else { words::item_of(c) };
            let mut both = in_order(*r, a).map(said);
            if !apart {
                both.sort_unstable();
            }
            seen.insert(both)
        });
        let shown = self.shown(pairs.len(), ALIKE);
        for r in &pairs[..shown] {
            let line = if apart { pair(in_order(*r, a)) } else { format!("{}; {} [{}]", pair(r.ends()), difference(*r), r.rule().code) };
            self.wrapped(&line, "    - ", "      ")?;
        }
        match pairs.len() - shown {
            0 => Ok(()),
            rest => self.line(&format!("    … and {rest} more")),
        }
    }
}

/// The two of a pair, that of the event first.
fn in_order<'g>(relation: RelationRef<'g>, event: EventRef<'_>) -> [ClaimRef<'g>; 2] {
    let [x, y] = relation.ends();
    if x.event() == event { [x, y] } else { [y, x] }
}

/// What tells the two of a near miss apart: "2031-05-06 against 2030-09".
pub(crate) fn difference(relation: RelationRef<'_>) -> String {
    let (why, _) = words::reasons(relation);
    why.split_once("two events or parts: ").map_or(why.clone(), |(_, difference)| difference.to_owned())
}

/// "apart by 2031-05-06 against 2030-09", or that nothing shows the two to be one.
pub(crate) fn apart_by(relation: RelationRef<'_>) -> String {
    let difference = difference(relation);
    if difference.starts_with("nothing shows ") { difference } else { format!("apart by {difference}") }
}

/// "duration: 7 h 30 min (The Quay, 2031-05-05) / 3 h (Harbour Notes, 2031-05-06)"
pub(crate) fn pair([a, b]: [ClaimRef<'_>; 2]) -> String {
    let side = |c: ClaimRef<'_>| format!("{} ({})", words::said(c.claim()), words::source(c));
    let (item_a, item_b) = (words::item_of(a), words::item_of(b));
    let items = if item_a == item_b { item_a } else { format!("{item_a} and {item_b}") };
    clean(&format!("{items}: {} / {}", side(a), side(b)))
}
