//! Names of a pool of articles of which each has been read as a whole: what its articles have joined is joined, and likeness counts for more.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::groups::{Groups, Spelled};
use super::rules::may_be_person;
use super::told::decided;
use super::{Given, Name, Resolution};
use crate::claim::EntityKind;

/// Groups names into entities as [`entities`](super::entities) does, with pairs that are one whatever else is known.
pub(crate) fn pooled(names: &[Name], given: Given<'_>, one: &[(usize, usize)]) -> Resolution {
    let spelled: Vec<Spelled> = names.par_iter().map(|n| Spelled::of(&n.text)).collect();
    let mut first = Groups::new(names, &spelled, given.known);
    first.pool(one, given);
    if given.decisions.is_empty() {
        return first.finish();
    }
    let plain = first.finish();
    let told = decided(names, given.known, &plain, given.decisions);
    let mut again = Groups::new(names, &spelled, given.known);
    let owned = again.follow(&told);
    again.pool(one, given);
    Resolution { unknown: told.unknown, twice: told.twice, owned, contrary: told.contrary, ..again.finish() }
}

impl Groups<'_> {
    fn pool(&mut self, one: &[(usize, usize)], given: Given<'_>) {
        one.iter().for_each(|&(a, b)| self.join(a, b));
        self.by_letters();
        self.by_rules(given.occasions);
        self.single_words();
    }

    /// A name of one word that no article tells more of is the one fuller name that ends with it, or begins with it.
    fn single_words(&mut self) {
        let profiles = self.profiles();
        let mut fuller: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for profile in profiles.iter().filter(|p| p.words.len() > 1 && p.kind != EntityKind::Place) {
            for word in profile.words.last().into_iter().chain(profile.words.first().filter(|_| may_be_person(profile.kind))) {
                fuller.entry(word).or_default().push(profile.root);
            }
        }
        for profile in profiles.iter().filter(|p| p.words.len() == 1 && p.kind != EntityKind::Place) {
            if crate::value::country_of(&profile.words[0]).is_some() {
                continue;
            }
            let mut roots: Vec<usize> = fuller.get(&*profile.words[0]).into_iter().flatten().copied().collect();
            roots.iter_mut().for_each(|r| *r = self.root(*r));
            roots.sort_unstable();
            roots.dedup();
            if let [one] = roots[..] {
                self.join(one, profile.root);
            }
        }
    }
}
