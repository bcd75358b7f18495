//! What ties two names besides their likeness: an office, or a part in the same doings of one day.

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::Occasion;
use super::bearers::Bearer;
use super::groups::Groups;
use super::person::{Fit, Given, fit};
use super::rules::{within_days, within_term};
use super::spelling::{number, traces};
use crate::claim::{Family, Office};

/// Of so many who take part, each ties the others; no report lists more who matter.
const LISTED: usize = 16;
/// Names tied in one way, from which on only those are held against each other that share a trace of a spelling.
const FEW: usize = 12;
/// Of names that share a trace and are tied in one way, so many are a crowd: by that trace alone none is held against another.
const MANY: usize = 256;
/// An office told without what it is of has many holders, and another one soon.
const SOON: i32 = 31;

/// An office, and when an article told of it.
type Held = (Office, Option<Date>);

/// What ties, as a number, and a root.
type Row = (u64, usize);

impl<'n> Groups<'n> {
    /// Joins persons whose names may be one's and whom something ties, where all that are tied to them so may be one.
    pub(super) fn tied(&mut self, bearers: &[Bearer], occasions: &[Occasion]) {
        let mut of_root: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (i, bearer) in bearers.iter().enumerate() {
            of_root.entry(self.root(bearer.node)).or_default().push(i);
        }
        let fits = |a: usize, b: usize| together(bearers, &of_root[&a], &of_root[&b]);
        let held = self.held(&of_root);
        let mut pairs = in_runs(bearers, &of_root, self.doings(&of_root, occasions));
        let offices = in_runs(bearers, &of_root, rows_of(&held));
        pairs.extend(offices.into_iter().filter(|&(a, b)| fits(a, b).is_some_and(|f| one_office(&held[&a], &held[&b], f))));
        pairs.par_sort_unstable();
        pairs.dedup();
        let may = |&(a, b): &(usize, usize)| fits(a, b).is_some_and(|f| f < Fit::Same) && !self.offices_clash(a, b);
        let pairs: Vec<(usize, usize)> = pairs.into_par_iter().filter(may).collect();
        let exclusions = self.exclusions();
        let chosen = unambiguous(&pairs, |a, b| fits(a, b).is_some() && !exclusions.exclude(a, b));
        self.join_pairs(&chosen, occasions);
    }

    /// Who did the same on one day with the same others, or in the same place.
    fn doings(&mut self, of_root: &FxHashMap<usize, Vec<usize>>, occasions: &[Occasion]) -> Vec<Row> {
        let mut rows = Vec::new();
        for occasion in occasions {
            let what = kind(occasion);
            let people: Vec<usize> = occasion.people.iter().take(LISTED).map(|&p| self.root(p as usize)).collect();
            for &own in people.iter().filter(|p| of_root.contains_key(p)) {
                // Who was hurt in one place are several, and often of one family.
                let place = occasion.place.as_ref().filter(|_| occasion.family != Family::Harm);
                rows.extend(place.map(|p| (number((what, "in", p)), own)));
                rows.extend(people.iter().filter(|&&p| p != own).map(|p| (number((what, "with", p)), own)));
            }
        }
        rows
    }

    /// The offices that each group is told to hold.
    fn held(&mut self, of_root: &FxHashMap<usize, Vec<usize>>) -> FxHashMap<usize, Vec<&'n Held>> {
        let names = self.names;
        let mut held: FxHashMap<usize, Vec<&'n Held>> = FxHashMap::default();
        for (i, name) in names.iter().enumerate().filter(|(_, n)| n.only_office_in.is_none() && !n.offices.is_empty()) {
            let root = self.root(i);
            if of_root.contains_key(&root) {
                held.entry(root).or_default().extend(&name.offices);
            }
        }
        held
    }

    /// Whether both are told with offices of about one time, and with none in common.
    pub(super) fn offices_clash(&self, a: usize, b: usize) -> bool {
        let (x, y) = (self.offices_of(a), self.offices_of(b));
        let at_once = x.iter().any(|p| y.iter().any(|q| within_days(p.1, q.1, SOON)));
        let of = |p: &Office, q: &Office| p.of == q.of || p.of.is_none() || q.of.is_none();
        at_once && !x.iter().any(|p| y.iter().any(|q| p.0.title == q.0.title && of(&p.0, &q.0) && within_term(p.1, q.1)))
    }
}

fn rows_of(held: &FxHashMap<usize, Vec<&Held>>) -> Vec<Row> {
    held.iter().flat_map(|(&root, offices)| offices.iter().map(move |h| (number(&h.0), root))).collect()
}

/// Whether two share an office: that of one country or body within a term; one told without what it is of only soon, and for more than
/// likeness of letters.
fn one_office(a: &[&Held], b: &[&Held], fit: Fit) -> bool {
    let near = |x: &Held, y: &Held| match x.0.of {
        Some(_) => within_term(x.1, y.1),
        None => fit > Fit::Slip && within_days(x.1, y.1, SOON),
    };
    a.iter().any(|x| b.iter().any(|y| x.0 == y.0 && near(x, y)))
}

/// The pairs that the rows tie, and that may share a trace.
fn in_runs(bearers: &[Bearer], of_root: &FxHashMap<usize, Vec<usize>>, mut rows: Vec<Row>) -> Vec<(usize, usize)> {
    rows.par_sort_unstable();
    rows.dedup();
    let runs: Vec<&[Row]> = rows.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1).collect();
    let mut pairs: Vec<(usize, usize)> = runs.par_iter().flat_map_iter(|run| near(bearers, of_root, run)).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// The kind of doing and the day, as far as they tie.
fn kind(occasion: &Occasion) -> u64 {
    let action = matches!(occasion.family, Family::Other | Family::Deal).then_some(&occasion.action);
    number((occasion.family, action, occasion.day))
}

/// The pairs of a run to look at: all where they are few, else those that share a trace.
fn near(bearers: &[Bearer], of_root: &FxHashMap<usize, Vec<usize>>, run: &[Row]) -> Vec<(usize, usize)> {
    let all = |roots: &[usize]| -> Vec<(usize, usize)> {
        roots.iter().enumerate().flat_map(|(i, &a)| roots[i + 1..].iter().map(move |&b| (a.min(b), a.max(b)))).collect()
    };
    let roots: Vec<usize> = run.iter().map(|r| r.1).collect();
    if roots.len() <= FEW {
        return all(&roots);
    }
    let mut by_trace: Vec<Row> = Vec::new();
    for &root in &roots {
        of_root[&root].iter().for_each(|&i| keys(&bearers[i], &mut |trace| by_trace.push((trace, root))));
    }
    by_trace.sort_unstable();
    by_trace.dedup();
    let few = by_trace.chunk_by(|a, b| a.0 == b.0).filter(|r| (2..=MANY).contains(&r.len()));
    few.flat_map(|r| all(&r.iter().map(|r| r.1).collect::<Vec<_>>())).collect()
}

/// What two names share that fit: a trace of a family name; or a first name, with a word that is a family name in the one and may be
/// a middle name in the other.
fn keys(bearer: &Bearer, add: &mut impl FnMut(u64)) {
    let person = &bearer.person;
    let middle = person.given.iter().skip(1).filter_map(|g| if let Given::Full(name) = g { Some(name) } else { None });
    let first = if let Some(Given::Full(name)) = person.given.first() { name } else { "" };
    middle.chain(&person.family).for_each(|part| add(number((first, part))));
    person.family.iter().for_each(|part| traces(part, add));
}

/// How two groups of names fit: as their best pair does, and not at all where two of one family name exclude each other.
fn together(bearers: &[Bearer], a: &[usize], b: &[usize]) -> Option<Fit> {
    let mut best = None;
    for (x, y) in a.iter().flat_map(|&x| b.iter().map(move |&y| (&bearers[x].person, &bearers[y].person))) {
        match fit(x, y) {
            None if x.family == y.family => return None,
            found => best = best.max(found),
        }
    }
    best
}

/// The pairs both ends of which have only partners that may be one.
fn unambiguous(pairs: &[(usize, usize)], may_be_one: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut partners: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for &(a, b) in pairs {
        partners.entry(a).or_default().push(b);
        partners.entry(b).or_default().push(a);
    }
    let torn = |of: &[usize]| of.iter().enumerate().any(|(i, &p)| of[i + 1..].iter().any(|&q| !may_be_one(p, q)));
    let torn: FxHashMap<usize, bool> = partners.iter().map(|(&root, of)| (root, torn(of))).collect();
    pairs.iter().copied().filter(|(a, b)| !torn[a] && !torn[b]).collect()
}
