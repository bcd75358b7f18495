//! From pairs to events: clusters under cannot-links.

use std::cmp::Reverse;
use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::levels::{Apart, compare};
use super::signature::{Signature, window};
use crate::blocking::{Traits, candidates};
use crate::claim::Family;
use crate::measure::MatchWeight;
use crate::value::country_of;

/// Which event each signature belongs to. Numbers are those of the events' smallest signatures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clusters {
    /// For each signature, the smallest signature of its event.
    pub of: Vec<u32>,
    /// How many pairs were compared.
    pub compared: usize,
    /// Mentions that fit several events which exclude each other and joined none, each with one mention of such an event. Ascending.
    pub torn: Vec<(u32, u32)>,
}

/// By how much the best link of a mention must outweigh a link to a rival that cannot be the same event: two bits, four to
/// one.
const MARGIN: MatchWeight = MatchWeight::from_bits(2);
/// Of a mention's rivals that say different things, so many of the best are held against each other.
const RIVALS: usize = 16;

type Link = (MatchWeight, u32, u32);

/// What people decided about signatures. It holds together ([`settle`](super::settle)).
#[derive(Clone, Copy, Debug, Default)]
pub struct People<'a> {
    /// Pairs that are one event.
    pub same: &'a [(u32, u32)],
    /// Pairs that are two.
    pub different: &'a [(u32, u32)],
    /// Lists of those that are one mention, but that people told some of them apart from something: they are one where they can be.
    pub twins: &'a [Vec<u32>],
}

/// Groups event mentions into events.
///
/// `signatures` are sorted and distinct; `articles` gives for each the articles that have it, ascending. Links are taken by descending weight, ties by
/// position; a link that would bring together two signatures that cannot be one event is refused, so that no cluster ever holds
/// such a pair, unless a person put them together. A mention that fits two events that exclude each other about equally well
/// joins neither.
///
/// What people put together is put together as wholes: that two are the same joins the clusters that there are without it, and
/// takes nothing out of them. That they are different holds between all that is one with the two; for it alone a cluster is parted.
///
/// O(c log c) in the candidate pairs, plus the products of the sizes of the clusters merged.
pub fn events(signatures: &[Signature], articles: &[&[u32]], people: People<'_>) -> Clusters {
    let pairs = pairs(signatures);
    let mut links: Vec<Link> = pairs.par_iter().filter_map(|&(a, b)| link(signatures, articles, a, b)).collect();
    links.par_sort_unstable_by_key(|&(w, a, b)| (Reverse(w), a, b));
    let (links, torn) = unambiguous(signatures, links);
    let one = |i: u32, j: u32| compare(&signatures[at(i)], &signatures[at(j)], meet(articles[at(i)], articles[at(j)])).is_ok();
    let mut joint = Joint::of(signatures.len(), people);
    for (_, a, b) in links {
        if joint.may_join(a, b) && joint.alike.members(a).all(|i| joint.alike.members(b).all(|j| one(i, j))) {
            joint.join(a, b);
        }
    }
    Clusters { of: joint.told.unwrap_or(joint.alike).roots(), compared: pairs.len(), torn }
}

/// Clusters by the rules, and beside them, where people put things together, the same with that.
struct Joint {
    alike: Sets,
    told: Option<Sets>,
    apart: Apartness,
}

impl Joint {
    fn of(n: usize, people: People<'_>) -> Self {
        let mut joint =
            Self { alike: Sets::new(n), told: (!people.same.is_empty()).then(|| Sets::new(n)), apart: Apartness::of(people.different) };
        if let Some(told) = &mut joint.told {
            people.same.iter().for_each(|&(a, b)| told.join(a, b));
        }
        for twins in people.twins {
            for (i, &a) in twins.iter().enumerate() {
                if let Some(&b) = twins[..i].iter().find(|&&b| joint.may_join(a, b)) {
                    joint.join(a, b);
                }
            }
        }
        joint
    }

    /// Whether the two are not one yet, and people do not keep them apart.
    fn may_join(&mut self, a: u32, b: u32) -> bool {
        self.alike.root(a) != self.alike.root(b) && !self.apart.parts(self.told.as_mut().unwrap_or(&mut self.alike), a, b)
    }

    fn join(&mut self, a: u32, b: u32) {
        self.alike.join(a, b);
        self.told.iter_mut().for_each(|told| told.join(a, b));
    }
}

fn at(i: u32) -> usize {
    i as usize
}

fn pairs(signatures: &[Signature]) -> Vec<(u32, u32)> {
    let mut places: Vec<u64> = Vec::with_capacity(signatures.len());
    let mut ends = Vec::with_capacity(signatures.len());
    for s in signatures {
        places.extend(s.place.iter().map(number));
        places.extend(s.place.iter().filter_map(|p| country_of(p)).map(u64::from));
        // A disaster that no place is told of is found by its magnitude.
        places.extend(s.measure.iter().map(|m| number(("measure", m))));
        places.extend((s.family == Family::Breakdown).then(|| number(("network", &s.action))));
        ends.push(places.len());
    }
    let of = |i: usize| &places[i.checked_sub(1).map_or(0, |before| ends[before])..ends[i]];
    let traits: Vec<Traits<'_>> = signatures.par_iter().enumerate().map(|(i, s)| traits(s, of(i))).collect();
    candidates(&traits)
}

fn number(parts: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    parts.hash(&mut hasher);
    hasher.finish()
}

fn traits<'a>(s: &'a Signature, places: &'a [u64]) -> Traits<'a> {
    let kind = match s.family {
        Family::Other | Family::Deal => number((s.family, &s.action)),
        family => number(family),
    };
    let day = |seconds: i64| i32::try_from(seconds.div_euclid(86_400)).unwrap_or(if seconds < 0 { i32::MIN / 4 } else { i32::MAX / 4 });
    let placed = matches!(s.family, Family::Harm | Family::Breakdown) || s.people.is_empty();
    Traits { kind, people: &s.people, places, placed, span: window(s).map(|w| (day(w.start), day(w.end - 1))) }
}

fn link(signatures: &[Signature], articles: &[&[u32]], a: u32, b: u32) -> Option<Link> {
    let one_article = meet(articles[at(a)], articles[at(b)]);
    let likeness = compare(&signatures[at(a)], &signatures[at(b)], one_article).ok()?;
    likeness.links().then(|| (likeness.weight(), a, b))
}

/// Whether two ascending lists share an element.
fn meet(a: &[u32], b: &[u32]) -> bool {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter().any(|i| many.binary_search(i).is_ok())
}

/// The links without those of mentions that fit two events alike; and those mentions, with a mention of each event that they fit.
fn unambiguous(signatures: &[Signature], links: Vec<Link>) -> (Vec<Link>, Vec<(u32, u32)>) {
    // Each mention's links, the best first, as all of them are ordered.
    let mut ends: Vec<(u32, u32)> = links.iter().zip(0..).flat_map(|(&(_, a, b), i)| [(a, i), (b, i)]).collect();
    ends.par_sort_unstable();
    let torn = |ends: &&[(u32, u32)]| -> Option<(u32, Vec<u32>)> {
        let own = ends[0].0;
        let best = links[at(ends[0].1)].0;
        let close = ends.iter().map(|e| links[at(e.1)]).take_while(|l| l.0 + MARGIN > best);
        let rivals = kinds(signatures, close.map(|(_, a, b)| if a == own { b } else { a }));
        let fits = |&p: &u32, &q: &u32| torn_between(&signatures[at(own)], &signatures[at(p)], &signatures[at(q)]);
        let is_torn = rivals.iter().enumerate().any(|(i, p)| rivals[i + 1..].iter().any(|q| fits(p, q)));
        is_torn.then_some((own, rivals))
    };
    let found: Vec<(u32, Vec<u32>)> = ends.par_chunk_by(|x, y| x.0 == y.0).filter(|e| e.len() > 1).filter_map(|e| torn(&e)).collect();
    let mut is_torn = vec![false; signatures.len()];
    found.iter().for_each(|(i, _)| is_torn[at(*i)] = true);
    let links = links.into_iter().filter(|&(_, a, b)| !is_torn[at(a)] && !is_torn[at(b)]).collect();
    let mut torn: Vec<(u32, u32)> = found.into_iter().flat_map(|(own, rivals)| rivals.into_iter().map(move |r| (own, r))).collect();
    torn.sort_unstable();
    (links, torn)
}

/// Two events that exclude each other and that a mention fits about equally well, with what excludes them. `link` gives the weight of
/// its link to another mention, if there is one.
pub(super) fn torn(signatures: &[Signature], own: u32, link: impl Fn(u32) -> Option<MatchWeight>) -> Option<(u32, u32, Apart)> {
    let others = (0..u32::try_from(signatures.len()).unwrap_or(u32::MAX)).filter(|&i| i != own);
    let mut ends: Vec<(MatchWeight, u32)> = others.filter_map(|i| Some((link(i)?, i))).collect();
    ends.sort_unstable_by_key(|&(w, i)| (Reverse(w), own.min(i), own.max(i)));
    let best = ends.first()?.0;
    let rivals = kinds(signatures, ends.into_iter().take_while(|l| l.0 + MARGIN > best).map(|l| l.1));
    let pairs = rivals.iter().enumerate().flat_map(|(i, &p)| rivals[i + 1..].iter().map(move |&q| (p, q)));
    let between = |(p, q): (u32, u32)| {
        let found = torn_between(&signatures[at(own)], &signatures[at(p)], &signatures[at(q)]);
        found.then(|| compare(&signatures[at(p)], &signatures[at(q)], false).err()).flatten().map(|apart| (p, q, apart))
    };
    pairs.into_iter().find_map(between)
}

/// Of rivals that say the same of who, when and whither, the first: a hundred reports of one event are one rival, and must not
/// hide another.
fn kinds(signatures: &[Signature], rivals: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut seen: FxHashSet<u64> = FxHashSet::default();
    let kind = |s: &Signature| number((&s.action, &s.people, &s.goal, s.time, s.weekday, s.published, s.denied));
    rivals.filter(|&r| seen.insert(kind(&signatures[at(r)]))).take(RIVALS).collect()
}

/// Whether `own` leaves open what tells `p` from `q`: it names fewer people than either, or no time, or no goal.
fn torn_between(own: &Signature, p: &Signature, q: &Signature) -> bool {
    match compare(p, q, false) {
        Ok(_) => false,
        Err(Apart::Participants) => own.people.len() < p.people.len().min(q.people.len()),
        Err(Apart::Time) => !own.is_timed() && p.is_timed() && q.is_timed(),
        Err(Apart::Goal) => own.goal.is_none(),
        Err(Apart::Action) => true,
    }
}

/// Union-find that keeps each cluster's members in a ring, to check every cannot-link across a merge.
struct Sets {
    parent: Vec<u32>,
    /// For each signature, the next of its cluster.
    next: Vec<u32>,
}

impl Sets {
    fn new(n: usize) -> Self {
        let parent: Vec<u32> = (0..n).map(|i| u32::try_from(i).unwrap_or(u32::MAX)).collect();
        Self { next: parent.clone(), parent }
    }

    fn root(&mut self, mut i: u32) -> u32 {
        while self.parent[at(i)] != i {
            self.parent[at(i)] = self.parent[at(self.parent[at(i)])];
            i = self.parent[at(i)];
        }
        i
    }

    /// The cluster of a signature, from that on.
    fn members(&self, i: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(i), move |&j| Some(self.next[at(j)]).filter(|&n| n != i))
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.parent[at(a.max(b))] = a.min(b);
            self.next.swap(at(a), at(b));
        }
    }

    fn roots(mut self) -> Vec<u32> {
        (0..self.parent.len()).map(|i| self.root(u32::try_from(i).unwrap_or(u32::MAX))).collect()
    }
}

/// What people kept apart.
struct Apartness {
    of: FxHashMap<u32, Vec<u32>>,
}

impl Apartness {
    fn of(different: &[(u32, u32)]) -> Self {
        let mut of: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for &(a, b) in different {
            of.entry(a).or_default().push(b);
            of.entry(b).or_default().push(a);
        }
        Self { of }
    }

    /// Whether something of `a`'s cluster is kept apart from something of `b`'s.
    fn parts(&self, sets: &mut Sets, a: u32, b: u32) -> bool {
        if self.of.is_empty() {
            return false;
        }
        let b = sets.root(b);
        let named: Vec<u32> = sets.members(a).filter_map(|i| self.of.get(&i)).flatten().copied().collect();
        named.into_iter().any(|i| sets.root(i) == b)
    }
}
