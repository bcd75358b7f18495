//! Persons whose names say more or less of one bearer: initials, middle names, "Jr.".

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::company::{is_body_word, is_small_word};
use super::groups::Groups;
use super::person::{Fit, Given, Person, fit};
use super::rules::may_be_person;
use super::{Occasion, words};
use crate::claim::EntityKind;

/// A person's name in parts, and whose it is.
pub(super) struct Bearer {
    pub(super) node: usize,
    pub(super) person: Person,
}

/// The names that share a family name, by how their given names begin.
#[derive(Default)]
struct Household<'p> {
    full: FxHashMap<&'p str, Vec<usize>>,
    initial: FxHashMap<char, Vec<usize>>,
    /// Full names and initials by their first letter.
    letter: FxHashMap<char, Vec<usize>>,
    called: FxHashMap<&'p str, Vec<usize>>,
}

/// So many forms of one first and one last name are more than one person's, whatever they say else: none of them fits another alone.
const CROWD: usize = 256;

impl Groups<'_> {
    /// Joins the names of persons: first those that something ties, then those of which one bearer fits.
    pub(super) fn persons(&mut self, occasions: &[Occasion]) {
        let bearers = self.bearers();
        self.tied(&bearers, occasions);
        let roots = self.roots_of(&bearers);
        let pairs = fitting(&bearers, &roots, &self.exclusions());
        self.join_pairs(&pairs, occasions);
    }

    /// The names that may be persons', in parts: those of the batch, and of the caller's records.
    fn bearers(&self) -> Vec<Bearer> {
        let proper = self.names.iter().enumerate().filter(|(_, n)| n.only_office_in.is_none());
        let names = proper.map(|(i, n)| (i, &*n.text, n.kind));
        let records = self.known.iter().zip(self.names.len()..).flat_map(|(k, i)| {
            let kind = k.kind.unwrap_or(EntityKind::Other);
            k.names.iter().map(move |n| (i, &**n, kind))
        });
        let all: Vec<(usize, &str, EntityKind)> = names.chain(records).filter(|n| may_be_person(n.2)).collect();
        let spelled = self.spelled;
        let bearer = |&(node, text, kind): &(usize, &str, EntityKind)| {
            let is_like = || spelled.get(node).map_or_else(|| is_person_like(text), |s| are_person_like(&s.words));
            let person = if kind == EntityKind::Person || is_like() { Person::of(text)? } else { return None };
            Some(Bearer { node, person })
        };
        all.par_iter().filter_map(bearer).collect()
    }

    /// What records and people keep apart.
    pub(super) fn exclusions(&mut self) -> Exclusions {
        let apart = (0..self.apart.len()).map(|i| self.both(self.apart[i].0, self.apart[i].1)).collect();
        Exclusions { apart, own: self.own.clone() }
    }

    fn roots_of(&mut self, bearers: &[Bearer]) -> Vec<usize> {
        bearers.iter().map(|b| self.root(b.node)).collect()
    }

    /// Joins pairs of nodes of which nothing says that they are two: a part in one event, or other offices at one time.
    pub(super) fn join_pairs(&mut self, pairs: &[(usize, usize)], occasions: &[Occasion]) {
        self.keep_beside(pairs, occasions);
        for &(a, b) in pairs {
            if !self.offices_clash(a, b) {
                self.join(a, b);
            }
        }
    }

    /// Of the pairs, keeps apart those that some article names side by side: who meets somebody is somebody else.
    fn keep_beside(&mut self, pairs: &[(usize, usize)], occasions: &[Occasion]) {
        // A list that has "Ada T. Lund" and "Ada Lund" names her twice.
        let twice = |s: &Self, &(a, b): &(usize, usize)| s.is_named_twice(a, b);
        let wanted: Vec<(usize, usize)> = pairs.iter().copied().filter(|p| !twice(self, p)).collect();
        let wanted: FxHashSet<(usize, usize)> = wanted.into_iter().map(|(a, b)| self.both(a, b)).filter(|(a, b)| a != b).collect();
        if wanted.is_empty() {
            return;
        }
        let mut found: FxHashSet<(usize, usize)> = FxHashSet::default();
        let asked: FxHashSet<usize> = wanted.iter().flat_map(|&(a, b)| [a, b]).collect();
        let mut roots: Vec<usize> = Vec::new();
        for occasion in occasions.iter().filter(|o| o.people.len() > 1) {
            roots.clear();
            roots.extend(occasion.people.iter().map(|&p| self.root(p as usize)).filter(|r| asked.contains(r)));
            roots.sort_unstable();
            roots.dedup();
            for (i, &a) in roots.iter().enumerate() {
                found.extend(roots[i + 1..].iter().map(|&b| (a, b)).filter(|pair| wanted.contains(pair)));
            }
        }
        let mut found: Vec<(usize, usize)> = found.into_iter().collect();
        found.sort_unstable();
        found.into_iter().for_each(|(a, b)| self.keep_apart(a, b));
    }

    /// Whether two names differ in initials alone that stand behind one first name.
    fn is_named_twice(&self, a: usize, b: usize) -> bool {
        let is_full = |w: &&String| w.chars().filter(|c| c.is_alphanumeric()).nth(1).is_some();
        let bare = |i: usize| {
            let words = &self.spelled.get(i)?.words;
            let full = || words.iter().filter(is_full);
            (full().nth(1).is_some() && full().next() == words.first()).then(full)
        };
        bare(a).is_some_and(|x| bare(b).is_some_and(|y| x.eq(y)))
    }

    fn both(&mut self, a: usize, b: usize) -> (usize, usize) {
        let (a, b) = (self.root(a), self.root(b));
        (a.min(b), a.max(b))
    }
}

/// Roots that are two whatever their names.
pub(super) struct Exclusions {
    apart: FxHashSet<(usize, usize)>,
    own: Vec<bool>,
}

impl Exclusions {
    /// Whether two roots cannot be one.
    pub(super) fn exclude(&self, a: usize, b: usize) -> bool {
        a != b && (self.own[a] && self.own[b] || self.apart.contains(&(a.min(b), a.max(b))))
    }
}

/// Whether words that nobody says are a person's look like one's: none of the words that names of bodies and places hold.
pub(super) fn is_person_like(text: &str) -> bool {
    are_person_like(&words(text))
}

/// The same of words that are parted already.
pub(crate) fn are_person_like(all: &[String]) -> bool {
    all.len() <= 6 && !all.iter().any(|w| is_body_word(w.trim_end_matches('.')) || is_small_word(w))
}

/// The pairs of nodes of which each is the only one that fits the other, or all that fit it fit each other.
fn fitting(bearers: &[Bearer], roots: &[usize], exclusions: &Exclusions) -> Vec<(usize, usize)> {
    let mut houses: FxHashMap<&[String], Vec<usize>> = FxHashMap::default();
    for (i, bearer) in bearers.iter().enumerate() {
        houses.entry(&bearer.person.family).or_default().push(i);
    }
    let mut houses: Vec<Vec<usize>> = houses.into_values().filter(|h| h.len() > 1).collect();
    houses.sort_unstable();
    houses.par_iter().flat_map_iter(|house| within(bearers, roots, exclusions, house)).collect()
}

fn within(bearers: &[Bearer], roots: &[usize], exclusions: &Exclusions, house: &[usize]) -> Vec<(usize, usize)> {
    let household = Household::of(bearers, house);
    let fits = |i: usize, j: usize| fit(&bearers[i].person, &bearers[j].person).is_some_and(|f| f >= Fit::Strong);
    // For each, the names that fit it, or nothing where two of them exclude each other.
    let of = |i: usize| -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for j in household.near(&bearers[i].person) {
            if j == i || found.contains(&j) || !fits(i, j) {
                continue;
            }
            let one = |k: usize| fit(&bearers[j].person, &bearers[k].person).is_some() && !exclusions.exclude(roots[j], roots[k]);
            let possible = |&k: &usize| roots[j] == roots[k] || one(k);
            if !found.iter().all(possible) {
                return Vec::new();
            }
            found.push(j);
        }
        found
    };
    let all: Vec<(usize, Vec<usize>)> = house.iter().map(|&i| (i, of(i))).collect();
    let free: FxHashMap<usize, &Vec<usize>> = all.iter().map(|(i, found)| (*i, found)).collect();
    let mutual = all.iter().flat_map(|(i, found)| found.iter().map(move |&j| (*i, j))).filter(|(i, j)| i < j && free[j].contains(i));
    mutual.map(|(i, j)| (bearers[i].node, bearers[j].node)).filter(|(a, b)| a != b).collect()
}

impl<'p> Household<'p> {
    fn of(bearers: &'p [Bearer], house: &[usize]) -> Self {
        let mut all = Self::default();
        for &i in house {
            let person = &bearers[i].person;
            let Some(first) = person.given.first() else { continue };
            all.letter.entry(first.first()).or_default().push(i);
            match first {
                Given::Full(name) => all.full.entry(name).or_default().push(i),
                Given::Initial(c) => all.initial.entry(*c).or_default().push(i),
            }
            person.called.iter().for_each(|c| all.called.entry(c).or_default().push(i));
        }
        all
    }

    /// The names that may fit a person's; none where they are a crowd.
    fn near(&self, person: &Person) -> Vec<usize> {
        let Some(first) = person.given.first() else { return Vec::new() };
        let called = person.called.iter().filter_map(|c| self.full.get(&**c));
        let lists = match first {
            Given::Full(name) => [self.full.get(&**name), self.initial.get(&first.first()), self.called.get(&**name)],
            Given::Initial(c) => [self.letter.get(c), None, None],
        };
        let lists = lists.into_iter().flatten().chain(called);
        if lists.clone().map(Vec::len).sum::<usize>() > CROWD { Vec::new() } else { lists.flatten().copied().collect() }
    }
}
