//! From pairs to events: clusters under cannot-links.

use std::cmp::Reverse;
use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};

use super::levels::{Apart, compare};
use super::places::within_country;
use super::signature::{Signature, window};
use crate::blocking::{Traits, candidates};
use crate::claim::Family;
use crate::measure::MatchWeight;

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
pub fn events(signatures: &[Signature], articles: &[Vec<u32>], same: &[(u32, u32)], different: &[(u32, u32)]) -> Clusters {
    let traits: Vec<Traits<'_>> = signatures.par_iter().map(traits).collect();
    let pairs = candidates(&traits);
    drop(traits);
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

fn traits(s: &Signature) -> Traits<'_> {
    let hash = |parts: &dyn Fn(&mut FxHasher)| {
        let mut hasher = FxHasher::default();
        parts(&mut hasher);
        hasher.finish()
    };
    let kind = hash(&|h| match s.family {
        Family::Other => (s.family, &s.action).hash(h),
        family => family.hash(h),
    });
    let mut places: Vec<u64> = s.place.iter().map(|p| hash(&|h| p.hash(h))).collect();
    places.extend(s.place.iter().filter_map(|p| within_country(p)).map(u64::from));
    let day = |seconds: i64| i32::try_from(seconds.div_euclid(86_400)).unwrap_or(if seconds < 0 { i32::MIN / 4 } else { i32::MAX / 4 });
    let placed = s.family == Family::Harm || s.people.is_empty();
    Traits { kind, people: &s.people, places, placed, span: window(s).map(|w| (day(w.start), day(w.end - 1))) }
}

fn link(signatures: &[Signature], articles: &[Vec<u32>], a: u32, b: u32) -> Option<Link> {
    let one_article = meet(&articles[at(a)], &articles[at(b)]);
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
    let mut partners: FxHashMap<u32, Vec<(MatchWeight, u32)>> = FxHashMap::default();
    for &(w, a, b) in &links {
        for (own, other) in [(a, b), (b, a)] {
            let list = partners.entry(own).or_default();
            if list.len() < RIVALS {
                list.push((w, other));
            }
        }
    }
    let torn = |own: u32| {
        let list = &partners[&own];
        let rivals: Vec<u32> = list.iter().filter(|p| p.0 + MARGIN > list[0].0).map(|p| p.1).collect();
        rivals
            .iter()
            .enumerate()
            .any(|(i, &p)| rivals[i + 1..].iter().any(|&q| torn_between(&signatures[at(own)], &signatures[at(p)], &signatures[at(q)])))
    };
    let torn: FxHashMap<u32, bool> = partners.par_iter().filter(|p| p.1.len() > 1).map(|(&own, _)| (own, torn(own))).collect();
    let is_torn = |i: u32| torn.get(&i).copied().unwrap_or(false);
    links.into_iter().filter(|&(_, a, b)| !is_torn(a) && !is_torn(b)).collect()
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

/// Union-find that keeps each cluster's members, to check every cannot-link across a merge.
struct Sets<'a> {
    signatures: &'a [Signature],
    articles: &'a [Vec<u32>],
    parent: Vec<u32>,
    members: FxHashMap<u32, Vec<u32>>,
    different: FxHashMap<u32, Vec<u32>>,
}

impl<'a> Sets<'a> {
    fn new(signatures: &'a [Signature], articles: &'a [Vec<u32>], different: &[(u32, u32)]) -> Self {
        let mut apart: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for &(a, b) in different {
            apart.entry(a).or_default().push(b);
            apart.entry(b).or_default().push(a);
        }
        let parent = (0..signatures.len()).map(|i| u32::try_from(i).unwrap_or(u32::MAX)).collect();
        Self { signatures, articles, parent, members: FxHashMap::default(), different: apart }
    }

    fn root(&mut self, mut i: u32) -> u32 {
        while self.parent[at(i)] != i {
            self.parent[at(i)] = self.parent[at(self.parent[at(i)])];
            i = self.parent[at(i)];
        }
        i
    }

    fn members(&self, root: u32) -> Vec<u32> {
        self.members.get(&root).cloned().unwrap_or_else(|| vec![root])
    }

    /// A person's word: only another person's word stands against it.
    fn join_by_hand(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        let (x, y) = (self.members(a), self.members(b));
        if a != b && !self.kept_apart(&x, &y) {
            self.merge((a, x), (b, y));
        }
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (x, y) = (self.members(a), self.members(b));
        let one = |i: u32, j: u32| meet(&self.articles[at(i)], &self.articles[at(j)]);
        let fits = |i: u32, j: u32| compare(&self.signatures[at(i)], &self.signatures[at(j)], one(i, j)).is_ok();
        if !self.kept_apart(&x, &y) && x.iter().all(|&i| y.iter().all(|&j| fits(i, j))) {
            self.merge((a, x), (b, y));
        }
    }

    fn kept_apart(&self, x: &[u32], y: &[u32]) -> bool {
        !self.different.is_empty() && x.iter().any(|i| self.different.get(i).is_some_and(|apart| apart.iter().any(|j| y.contains(j))))
    }

    fn merge(&mut self, (a, mut x): (u32, Vec<u32>), (b, y): (u32, Vec<u32>)) {
        let (root, other) = (a.min(b), a.max(b));
        self.parent[at(other)] = root;
        x.extend(y);
        self.members.remove(&other);
        self.members.insert(root, x);
    }

    fn roots(mut self) -> Vec<u32> {
        (0..self.parent.len()).map(|i| self.root(u32::try_from(i).unwrap_or(u32::MAX))).collect()
    }
}
