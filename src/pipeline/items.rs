//! Data items: which claims fill one slot, how each pair of them stands, and which positions they make.

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::intake::{OnClaims, is_of_event};
use crate::claim::Claim;
use crate::corpus::Published;
use crate::graph::{ClaimNode, Fact, FactState, Position};
use crate::origin::{Articles, Speaker, between, voices};
use crate::relation::{Basis, Decided, Difference, Ground, Kind, Pair, Relation, Side, decide};
use crate::value::{Outcome, compare};

/// A data item of more claims is compared by its positions.
const PAIRWISE: usize = 64;

/// What relations are decided with: all claims, their publication, and whose voice each is.
pub(super) struct Table<'a> {
    pub(super) claims: &'a [ClaimNode],
    pub(super) published: Vec<Option<Published>>,
    pub(super) voices: &'a Articles,
    pub(super) speakers: &'a [Speaker],
    pub(super) decisions: FxHashMap<(u32, u32), OnClaims<'a>>,
}

impl<'a> Table<'a> {
    /// The decisions that say how two claims stand, by pair.
    pub(super) fn decisions(all: &[OnClaims<'a>]) -> FxHashMap<(u32, u32), OnClaims<'a>> {
        all.iter().filter(|d| !is_of_event(d.decision)).map(|d| (d.pair, *d)).collect()
    }

    pub(super) fn claim(&self, i: u32) -> &'a Claim {
        &self.claims[i as usize].claim
    }

    pub(super) fn node(&self, i: u32) -> &'a ClaimNode {
        &self.claims[i as usize]
    }

    pub(super) fn side(&self, i: u32) -> Side<'a> {
        Side { claim: self.claim(i), published: self.published[self.node(i).article as usize] }
    }

    fn pair(&self, a: u32, b: u32) -> Pair<'a> {
        Pair::new(self.side(a), self.side(b))
    }

    /// The relation of two claims, the smaller first, if there is one.
    pub(super) fn relate(&self, a: u32, b: u32, difference: Option<Difference>) -> Option<Relation> {
        let (a, b) = (a.min(b), a.max(b));
        let mut pair = self.pair(a, b).decided(self.decisions.get(&(a, b)).map(|d| d.decision));
        pair.difference = difference;
        Some(self.relation(a, b, decide(&pair)?))
    }

    /// The relation that a decision of the rules gives.
    pub(super) fn relation(&self, a: u32, b: u32, decided: Decided) -> Relation {
        let voice = between(self.voices, &self.speakers[a as usize], &self.speakers[b as usize]);
        let (source, target) = if decided.flipped { (b, a) } else { (a, b) };
        let basis = Basis::Found(decided.ground, voice);
        Relation { source, target, kind: decided.kind, rule: decided.rule, independent: voice.independent(), basis }
    }

    /// Two claims of one article that no writer would set against each other: told in one breath, or stages of a count.
    fn is_one_account(&self, r: &Relation) -> bool {
        let (a, b) = (self.claim(r.source), self.claim(r.target));
        let overlap = a.quote.as_ref().zip(b.quote.as_ref()).is_some_and(|(a, b)| a.span.overlaps(b.span));
        r.rule.code != "CG0001" && (overlap || a.attribute.is_running_total())
    }

    fn is_one_article(&self, a: u32, b: u32) -> bool {
        self.node(a).article == self.node(b).article
    }
}

/// The relations within data items, and the facts, both in order.
pub(super) fn items(table: &Table<'_>) -> (Vec<Relation>, Vec<Fact>) {
    let slots = slots(table.claims);
    let runs: Vec<&[(Slot, u32)]> = slots.chunk_by(|a, b| a.0 == b.0).collect();
    let done: Vec<(Vec<Relation>, Fact)> = runs.par_iter().map(|run| item(table, &run.iter().map(|s| s.1).collect::<Vec<_>>())).collect();
    let mut relations = Vec::with_capacity(done.iter().map(|d| d.0.len()).sum());
    let mut facts = Vec::with_capacity(done.len());
    for (mut found, fact) in done {
        relations.append(&mut found);
        facts.push(fact);
    }
    (relations, facts)
}

/// Event, attribute, subject and part, the texts by their rank.
type Slot = (u32, u32, Option<u32>, Option<u32>);

fn slots(claims: &[ClaimNode]) -> Vec<(Slot, u32)> {
    let attributes = ranks(claims.iter().map(|n| n.claim.attribute.as_str()));
    let parts = ranks(claims.iter().filter_map(|n| n.claim.of.as_deref()));
    let slot = |n: &ClaimNode| (n.event, attributes[n.claim.attribute.as_str()], n.subject, n.claim.of.as_deref().map(|of| parts[of]));
    let mut slots: Vec<(Slot, u32)> = claims.iter().zip(0..).map(|(n, i)| (slot(n), i)).collect();
    slots.par_sort_unstable();
    slots
}

fn ranks<'a>(texts: impl Iterator<Item = &'a str>) -> FxHashMap<&'a str, u32> {
    let mut seen: FxHashMap<&str, u32> = FxHashMap::default();
    for text in texts {
        seen.entry(text).or_insert(0);
    }
    let mut sorted: Vec<&str> = seen.into_keys().collect();
    sorted.sort_unstable();
    sorted.into_iter().zip(0..).collect()
}

fn item(table: &Table<'_>, claims: &[u32]) -> (Vec<Relation>, Fact) {
    let sampled = claims.len() > PAIRWISE;
    let groups = positions(table, claims);
    let pairs = if sampled { sampled_pairs(table, &groups) } else { all_pairs(claims) };
    let within = |r: &Relation| {
        !table.is_one_article(r.source, r.target) || (matches!(r.kind, Kind::Conflicts | Kind::Tension) && !table.is_one_account(r))
    };
    let relations: Vec<Relation> = pairs.into_iter().filter_map(|(a, b)| table.relate(a, b, None)).filter(within).collect();
    let first = table.node(claims[0]);
    let fact = Fact {
        event: first.event,
        attribute: first.claim.attribute.clone(),
        subject: first.subject,
        of: first.claim.of.clone(),
        state: state(table, claims, &groups, &relations),
        positions: groups.into_iter().map(|g| position_of(table, g)).collect(),
        sampled,
    };
    (relations, fact)
}

fn all_pairs(claims: &[u32]) -> Vec<(u32, u32)> {
    claims.iter().enumerate().flat_map(|(i, &a)| claims[i + 1..].iter().map(move |&b| (a, b))).collect()
}

/// Each position's claims with its earliest, and the earliest of the first positions with each other.
fn sampled_pairs(table: &Table<'_>, groups: &[Group]) -> Vec<(u32, u32)> {
    let earliest = |g: &Group| g.claims.iter().copied().min_by_key(|&c| (table.side(c).published.is_none(), table.side(c).published, c));
    let heads: Vec<u32> = groups.iter().filter_map(earliest).collect();
    let mut pairs = all_pairs(&heads[..heads.len().min(PAIRWISE)]);
    for (group, &head) in groups.iter().zip(&heads) {
        pairs.extend(group.claims.iter().filter(|&&c| c != head).map(|&c| (c.min(head), c.max(head))));
    }
    pairs
}

/// Claims that stand on one value: `anchor` is a claim of the best supported value, `closest` one of the most precise.
struct Group {
    anchor: u32,
    closest: u32,
    claims: Vec<u32>,
}

/// Groups claims whose values agree around the best supported ones: each value joins the first position whose anchor it agrees
/// with and none of whose values it contradicts.
fn positions(table: &Table<'_>, claims: &[u32]) -> Vec<Group> {
    if let [one] = claims {
        return vec![Group { anchor: *one, closest: *one, claims: vec![*one] }];
    }
    let mut values: Vec<Vec<u32>> = Vec::new();
    let mut known: FxHashMap<(&crate::value::Value, bool, Option<Published>), usize> = FxHashMap::default();
    for &c in claims {
        let side = table.side(c);
        // Only what is counted back from publication depends on it.
        let told = side.published.filter(|_| side.claim.attribute.as_str() == "first-since");
        let i = *known.entry((&side.claim.value.value, side.is_negative(), told)).or_insert(values.len());
        if i == values.len() {
            values.push(Vec::new());
        }
        values[i].push(c);
    }
    let articles = |v: &[u32]| count(v.iter().map(|&c| table.node(c).article));
    values.sort_by_cached_key(|v| (Reverse(articles(v)), v[0]));
    let mut groups: Vec<(Group, Vec<u32>)> = Vec::new();
    for value in values {
        let own = value[0];
        let fits =
            |(group, heads): &&mut (Group, Vec<u32>)| agree(table, group.anchor, own) && heads.iter().all(|&h| !against(table, h, own));
        match groups.iter_mut().find(fits) {
            Some((group, heads)) => {
                if compare(&table.claim(own).value.value, &table.claim(group.closest).value.value).outcome == Outcome::Refines {
                    group.closest = own;
                }
                group.claims.extend(value);
                heads.push(own);
            }
            None => groups.push((Group { anchor: own, closest: own, claims: value }, vec![own])),
        }
    }
    let mut groups: Vec<Group> = groups.into_iter().map(|g| g.0).collect();
    groups.iter_mut().for_each(|g| g.claims.sort_unstable());
    groups.sort_by_cached_key(|g| (Reverse(articles(&g.claims)), g.claims[0]));
    groups
}

fn agree(table: &Table<'_>, a: u32, b: u32) -> bool {
    let pair = table.pair(a.min(b), a.max(b));
    decide(&pair).is_some_and(|d| match d.kind {
        Kind::Corroborates | Kind::Refines => true,
        // A plan and its outcome stand on one value where the values agree.
        Kind::Supersedes => {
            d.ground == Ground::Outcome
                && pair.a.is_negative() == pair.b.is_negative()
                && matches!(pair.values.outcome, Outcome::Equal | Outcome::Compatible | Outcome::Refines | Outcome::RefinedBy)
        }
        Kind::Conflicts | Kind::Tension | Kind::Distinct | Kind::Indeterminate => false,
    })
}

fn against(table: &Table<'_>, a: u32, b: u32) -> bool {
    decide(&table.pair(a.min(b), a.max(b))).is_some_and(|d| matches!(d.kind, Kind::Conflicts | Kind::Tension))
}

fn count(all: impl Iterator<Item = u32>) -> usize {
    let mut all: Vec<u32> = all.collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

fn position_of(table: &Table<'_>, group: Group) -> Position {
    let articles: Vec<u32> = group.claims.iter().map(|&c| table.node(c).article).collect();
    // An article without a publisher counts as one of its own.
    let publisher = |&a: &u32| table.voices.publisher[a as usize].unwrap_or(u32::MAX - a);
    Position {
        value: table.claim(group.closest).value.clone(),
        articles: count(articles.iter().copied()),
        publishers: count(articles.iter().map(publisher)),
        origins: voices(table.voices, group.claims.iter().map(|&c| &table.speakers[c as usize])),
        claims: group.claims,
    }
}

fn state(table: &Table<'_>, claims: &[u32], groups: &[Group], relations: &[Relation]) -> FactState {
    let has = |kinds: &[Kind]| relations.iter().any(|r| kinds.contains(&r.kind));
    if has(&[Kind::Conflicts, Kind::Tension]) {
        FactState::Disputed
    } else if has(&[Kind::Supersedes]) {
        FactState::Superseded
    } else if count(claims.iter().map(|&c| table.node(c).article)) < 2 {
        FactState::Single
    } else if groups.len() == 1 {
        FactState::Agreed
    } else {
        FactState::Unresolved
    }
}

/// The claims' subjects, by name.
pub(super) fn subjects(claims: &mut [ClaimNode], find: impl Fn(u32, &Arc<str>) -> Option<u32>) {
    for node in claims {
        node.subject = node.claim.subject.as_ref().and_then(|name| find(node.article, name));
    }
}

/// Relations that only a person's decision gives: pairs that no data item brought together.
pub(super) fn decided(table: &Table<'_>, all: &[OnClaims<'_>]) -> Vec<Relation> {
    let one = |d: &OnClaims<'_>| {
        let pair = table.pair(d.pair.0, d.pair.1).decided(Some(d.decision));
        Some(table.relation(d.pair.0, d.pair.1, crate::relation::by_person(&pair)?))
    };
    all.iter().filter_map(one).collect()
}

/// Sorts by source and target, and keeps one relation a pair: the first given.
pub(super) fn ordered(mut relations: Vec<Relation>) -> Vec<Relation> {
    let ends = |r: &Relation| (r.source.min(r.target), r.source.max(r.target));
    relations.par_sort_by_key(ends);
    relations.dedup_by(|later, first| ends(later) == ends(first));
    relations.par_sort_unstable_by_key(|r| (r.source, r.target));
    relations
}
