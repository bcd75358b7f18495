//! From pairs to events: clusters under cannot-links.

use std::cmp::Reverse;
use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};

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
}

/// By how much the best link of a mention must outweigh a link to a rival that cannot be the same event: two bits, four to
/// one.
const MARGIN: MatchWeight = MatchWeight::from_bits(2);
/// Of a mention's links, so many of the best are looked at for rivals.
const RIVALS: usize = 16;

type Link = (MatchWeight, u32, u32);

/// Groups event mentions into events.
///
/// `signatures` are sorted and distinct; `articles` gives for each the articles that have it, ascending. `same` and `different`
/// are a person's decisions. Links are taken by descending weight, ties by position; a link that would bring together two
/// signatures that cannot be one event is refused, so that no cluster ever holds such a pair, unless a person put them
/// together. A mention that fits two events that exclude each other about equally well joins neither.
///
/// O(c log c) in the candidate pairs, plus the products of the sizes of the clusters merged.
pub fn events(signatures: &[Signature], articles: &[&[u32]], same: &[(u32, u32)], different: &[(u32, u32)]) -> Clusters {
    let pairs = pairs(signatures);
    let mut links: Vec<Link> = pairs.par_iter().filter_map(|&(a, b)| link(signatures, articles, a, b)).collect();
    links.par_sort_unstable_by_key(|&(w, a, b)| (Reverse(w), a, b));
    let links = unambiguous(signatures, links);
    let mut sets = Sets::new(signatures, articles, different);
    for &(a, b) in same {
        sets.join_by_hand(a, b);
    }
    for (_, a, b) in links {
        sets.join(a, b);
    }

    Clusters { of: sets.roots(), compared: pairs.len() }
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

/// The links without those of mentions that fit two events alike.
fn unambiguous(signatures: &[Signature], links: Vec<Link>) -> Vec<Link> {
    // Each mention's links, the best first, as all of them are ordered.
    let mut ends: Vec<(u32, u32)> = links.iter().zip(0..).flat_map(|(&(_, a, b), i)| [(a, i), (b, i)]).collect();
    ends.par_sort_unstable();
    let torn = |ends: &[(u32, u32)]| {
        let own = ends[0].0;
        let list = || ends.iter().take(RIVALS).map(|e| links[at(e.1)]);
        let best = links[at(ends[0].1)].0;
        let rivals: Vec<u32> = list().filter(|l| l.0 + MARGIN > best).map(|(_, a, b)| if a == own { b } else { a }).collect();
        rivals
            .iter()
            .enumerate()
            .any(|(i, &p)| rivals[i + 1..].iter().any(|&q| torn_between(&signatures[at(own)], &signatures[at(p)], &signatures[at(q)])))
    };
    let found: Vec<u32> = ends.par_chunk_by(|x, y| x.0 == y.0).filter(|e| e.len() > 1 && torn(e)).map(|e| e[0].0).collect();
    let mut is_torn = vec![false; signatures.len()];
    found.into_iter().for_each(|i| is_torn[at(i)] = true);
    links.into_iter().filter(|&(_, a, b)| !is_torn[at(a)] && !is_torn[at(b)]).collect()
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
struct Sets<'a> {
    signatures: &'a [Signature],
    articles: &'a [&'a [u32]],
    parent: Vec<u32>,
    /// For each signature, the next of its cluster.
    next: Vec<u32>,
    different: FxHashMap<u32, Vec<u32>>,
}

impl<'a> Sets<'a> {
    fn new(signatures: &'a [Signature], articles: &'a [&'a [u32]], different: &[(u32, u32)]) -> Self {
        let mut apart: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for &(a, b) in different {
            apart.entry(a).or_default().push(b);
            apart.entry(b).or_default().push(a);
        }
        let parent: Vec<u32> = (0..signatures.len()).map(|i| u32::try_from(i).unwrap_or(u32::MAX)).collect();
        Self { signatures, articles, next: parent.clone(), parent, different: apart }
    }

    fn root(&mut self, mut i: u32) -> u32 {
        while self.parent[at(i)] != i {
            self.parent[at(i)] = self.parent[at(self.parent[at(i)])];
            i = self.parent[at(i)];
        }
        i
    }

    fn members(&self, root: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(root), move |&i| Some(self.next[at(i)]).filter(|&n| n != root))
    }

    /// A person's word: only another person's word stands against it.
    fn join_by_hand(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b && !self.kept_apart(a, b) {
            self.merge(a, b);
        }
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let one = |i: u32, j: u32| meet(self.articles[at(i)], self.articles[at(j)]);
        let fits = |i: u32, j: u32| compare(&self.signatures[at(i)], &self.signatures[at(j)], one(i, j)).is_ok();
        if !self.kept_apart(a, b) && self.members(a).all(|i| self.members(b).all(|j| fits(i, j))) {
            self.merge(a, b);
        }
    }

    fn kept_apart(&self, a: u32, b: u32) -> bool {
        let apart = |i: u32| self.different.get(&i).map_or(&[][..], Vec::as_slice);
        !self.different.is_empty() && self.members(a).any(|i| apart(i).iter().any(|&j| self.members(b).any(|k| k == j)))
    }

    fn merge(&mut self, a: u32, b: u32) {
        self.parent[at(a.max(b))] = a.min(b);
        self.next.swap(at(a), at(b));
    }

    fn roots(mut self) -> Vec<u32> {
        (0..self.parent.len()).map(|i| self.root(u32::try_from(i).unwrap_or(u32::MAX))).collect()
    }
}
