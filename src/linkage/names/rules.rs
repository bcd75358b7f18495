//! Short names, names of bodies, and words for offices: each joins the one fuller name that fits.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::groups::Groups;
use super::person::generation;
use super::{Occasion, TERM_DAYS};
use crate::claim::{EntityKind, Office};
use crate::text::{fold, letters};

/// Somebody who held an office when an article was published.
type Holder = (Option<Date>, usize);

/// A group in the making: what rules look at.
pub(super) struct Profile<'a> {
    pub(super) root: usize,
    pub(super) words: &'a [String],
    /// The first words of its names of two words.
    first: Vec<&'a str>,
    pub(super) kind: EntityKind,
}

impl<'a> Groups<'a> {
    pub(super) fn by_rules(&mut self, occasions: &[Occasion]) {
        let profiles = self.profiles();
        self.bodies(&profiles);
        self.companies(occasions);
        self.acronyms(occasions);
        self.persons(occasions);
        let profiles = self.profiles();
        self.one_word(&profiles);
        self.offices();
    }

    /// One profile a group, of its fullest name, in the order of the groups' first names.
    pub(super) fn profiles(&mut self) -> Vec<Profile<'a>> {
        let mut of_root: FxHashMap<usize, usize> = FxHashMap::default();
        let mut profiles: Vec<Profile<'a>> = Vec::new();
        for i in 0..self.names.len() {
            let name = &self.names[i];
            if name.only_office_in.is_some() {
                continue;
            }
            let root = self.root(i);
            let words = match &self.spelled[i].words[..] {
                [rest @ .., last] if rest.len() > 1 && generation(last).is_some() => rest,
                all => all,
            };
            let first = match words {
                [first, last] if first != last => Some(&**first),
                _ => None,
            };
            match of_root.get(&root) {
                Some(&p) => {
                    let profile = &mut profiles[p];
                    profile.kind = profile.kind.min(name.kind);
                    if let Some(first) = first.filter(|f| !profile.first.contains(f)) {
                        profile.first.push(first);
                    }
                    if words.len() > profile.words.len() {
                        profile.words = words;
                    }
                }
                None => {
                    of_root.insert(root, profiles.len());
                    profiles.push(Profile { root, words, first: first.into_iter().collect(), kind: name.kind });
                }
            }
        }
        profiles
    }

    /// "The Gulls" and "Red Gulls" are the one fuller name of a body that ends so: clubs, papers and agencies are called by what
    /// stands behind their town. A longer name that some article takes for a person's is the same body.
    pub(super) fn bodies(&mut self, profiles: &[Profile<'_>]) {
        let is_body = |p: &Profile<'_>| p.kind == EntityKind::Organisation;
        let mut of_letters: FxHashMap<&[String], Vec<usize>> = FxHashMap::default();
        let mut ending: FxHashMap<&[String], Vec<usize>> = FxHashMap::default();
        // What bodies are called; nothing else is looked up.
        let asked: FxHashSet<&[String]> = profiles.iter().filter(|p| is_body(p)).map(|p| p.words).collect();
        if asked.is_empty() {
            return;
        }
        for (i, profile) in profiles.iter().enumerate().filter(|(_, p)| p.kind != EntityKind::Place) {
            if asked.contains(profile.words) {
                of_letters.entry(profile.words).or_default().push(i);
            }
            let endings = (1..profile.words.len()).filter(|_| is_body(profile) || profile.kind == EntityKind::Other);
            for ending_words in endings.map(|from| &profile.words[from..]).filter(|w| asked.contains(w)) {
                ending.entry(ending_words).or_default().push(i);
            }
        }
        for profile in profiles.iter().filter(|p| is_body(p)) {
            if profile.words.len() > 1 {
                for &other in &of_letters[profile.words] {
                    self.join(profile.root, profiles[other].root);
                }
            }
            let mut roots: Vec<usize> = Vec::new();
            for &i in ending.get(profile.words).map_or(&[][..], Vec::as_slice) {
                roots.push(self.root(profiles[i].root));
            }
            roots.sort_unstable();
            roots.dedup();
            if let [one] = roots[..] {
                self.join(one, profile.root);
            }
        }
    }

    /// A name of one word joins the one fuller name of a person that ends with it, or of two words begins with it.
    pub(super) fn one_word(&mut self, profiles: &[Profile<'_>]) {
        let short = || profiles.iter().filter(|p| p.words.len() == 1 && may_be_person(p.kind));
        let mut fuller: FxHashMap<&str, Vec<usize>> = short().map(|p| (&*p.words[0], Vec::new())).collect();
        if fuller.is_empty() {
            return;
        }
        for (i, profile) in profiles.iter().enumerate().filter(|(_, p)| p.words.len() > 1 && may_be_person(p.kind)) {
            for word in profile.words.last().map(|w| &**w).into_iter().chain(profile.first.iter().copied()) {
                if let Some(of) = fuller.get_mut(word) {
                    of.push(i);
                }
            }
        }
        for profile in short() {
            let fits = fuller.get(&*profile.words[0]).map_or(&[][..], Vec::as_slice);
            let mut roots: Vec<usize> = fits
                .iter()
                .filter(|&&f| profiles[f].kind == EntityKind::Person || profile.kind == EntityKind::Person)
                .map(|&f| self.root(profiles[f].root))
                .collect();
            roots.sort_unstable();
            roots.dedup();
            let chosen = match roots.as_slice() {
                [one] => Some(*one),
                [] => None,
                many => self.same_office(profile.root, many),
            };
            if let Some(fuller) = chosen {
                self.join(fuller, profile.root);
            }
        }
    }

    /// Of several bearers of a surname, the one who holds the office that goes with the short name.
    fn same_office(&mut self, short: usize, candidates: &[usize]) -> Option<usize> {
        let held = self.offices_of(short);
        let mut fitting = candidates.iter().copied().filter(|&c| self.offices_of(c).iter().any(|o| held.iter().any(|h| same_term(h, o))));
        let one = fitting.next()?;
        fitting.next().is_none().then_some(one)
    }

    pub(super) fn offices_of(&self, root: usize) -> &'a [(Office, Option<Date>)] {
        self.names.get(root).map_or(&[], |n| &n.offices)
    }

    /// "The Norwegian foreign minister" is the one named person that holds the office within a usual term.
    pub(super) fn offices(&mut self) {
        let mut holders: FxHashMap<(&str, &str), Vec<Holder>> = FxHashMap::default();
        let names = self.names;
        for (i, name) in names.iter().enumerate().filter(|(_, n)| n.only_office_in.is_none()) {
            for (office, published) in &name.offices {
                if let Some(of) = &office.of {
                    holders.entry((&office.title, of)).or_default().push((*published, i));
                }
            }
        }
        for (i, name) in names.iter().enumerate().filter(|(_, n)| n.only_office_in.is_some()) {
            let Some((office, published)) = name.offices.first() else { continue };
            let Some(of) = &office.of else { continue };
            let found = holders.get(&(&*office.title, &**of)).map_or(&[][..], Vec::as_slice);
            let near = |held: &Option<Date>| within_term(*held, *published);
            let mut roots: Vec<usize> = found.iter().filter(|h| near(&h.0)).map(|h| self.root(h.1)).collect();
            roots.extend(self.known_holders(office, *published));
            let mut roots: Vec<usize> = roots.into_iter().map(|r| self.root(r)).collect();
            roots.sort_unstable();
            roots.dedup();
            if let [one] = roots[..] {
                self.join(one, i);
            }
        }
    }

    fn known_holders(&self, office: &Office, published: Option<Date>) -> Vec<usize> {
        let held = |t: &crate::claim::Term| {
            let (from, to) = (t.from.unwrap_or(Date::MIN), t.to.unwrap_or(Date::MAX));
            let same =
                fold(&t.office.title) == fold(&office.title) && t.office.of.as_deref().map(letters) == office.of.as_deref().map(letters);
            same && published.is_none_or(|p| from <= p && p <= to)
        };
        let fits = self.known.iter().enumerate().filter(|(_, k)| k.offices.iter().any(held));
        fits.map(|(i, _)| self.names.len() + i).collect()
    }
}

pub(super) fn may_be_person(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Other)
}

fn same_term(a: &(Office, Option<Date>), b: &(Office, Option<Date>)) -> bool {
    a.0.title == b.0.title && (a.0.of == b.0.of || a.0.of.is_none() || b.0.of.is_none()) && within_term(a.1, b.1)
}

pub(super) fn within_term(a: Option<Date>, b: Option<Date>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.until(b).is_ok_and(|s| s.get_days().abs() <= TERM_DAYS),
        _ => true,
    }
}

/// Whether two known days lie so close.
pub(super) fn within_days(a: Option<Date>, b: Option<Date>, days: i32) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.until(b).is_ok_and(|s| s.get_days().abs() <= days))
}
