//! Which pairs of a data item's claims are compared, where it has too many for all.

use jiff::civil::Date;

use crate::corpus::Published;
use crate::value::Value;

use super::Side;

/// So many claims of a data item, the first by publication, are compared with each other; and with the first claims of so many
/// values every later one is.
pub const PAIRWISE: usize = 64;

/// What a claim says: two claims of one data item that say the same stand on one value.
///
/// The value, whether it is denied, and on which day it was told if that matters.
pub type Stance<'a> = (&'a Value, bool, Option<Date>);

impl<'a> Side<'a> {
    /// What the claim says.
    pub fn stance(&self) -> Stance<'a> {
        // Only what is counted back from publication depends on it.
        let told = self.published.filter(|_| self.claim.attribute.as_str() == "first-since");
        (&self.claim.value.value, self.is_negative(), told.map(|p| p.date))
    }
}

/// The pairs of a data item that are compared.
///
/// One more claim that was published later adds its own pairs and changes no other.
#[derive(Debug, Default)]
pub struct Sample {
    /// The first claims by publication, ascending.
    first: Vec<u32>,
    /// The first claim of each of the first values, ascending.
    heads: Vec<u32>,
    /// The other claims.
    later: Vec<u32>,
}

impl Sample {
    /// Of claims, by when they were published and which value they stand on, as a number. O(n log n) in the claims.
    pub fn of(claims: &[u32], published: impl Fn(u32) -> Option<Published>, value: impl Fn(u32) -> usize) -> Self {
        let mut order = claims.to_vec();
        order.sort_by_cached_key(|&c| (published(c).is_none(), published(c).map(Published::moment), c));
        let mut known = rustc_hash::FxHashSet::default();
        let mut heads: Vec<u32> = order.iter().copied().filter(|&c| known.insert(value(c))).take(PAIRWISE).collect();
        let mut first = order[..order.len().min(PAIRWISE)].to_vec();
        let later = order[first.len()..].to_vec();
        first.sort_unstable();
        heads.sort_unstable();
        Self { first, heads, later }
    }

    /// The pairs, the smaller claim first; each once.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        let near = self.first.iter().enumerate().flat_map(|(i, &a)| self.first[i + 1..].iter().map(move |&b| (a, b)));
        let is_head = |c: &u32| self.heads.binary_search(c).is_ok();
        // Two late heads meet once: where the smaller is the later one.
        let far = self.later.iter().flat_map(move |&c| {
            let once = move |h: &&u32| **h != c && !(is_head(&c) && self.is_late(**h) && **h < c);
            self.heads.iter().filter(once).map(move |&h| (c.min(h), c.max(h)))
        });
        near.chain(far)
    }

    /// Whether two claims are compared.
    pub fn has(&self, a: u32, b: u32) -> bool {
        let late = self.is_late(a) || self.is_late(b);
        let head = |c: u32| self.heads.binary_search(&c).is_ok();
        let met = (self.is_late(a) && head(b)) || (self.is_late(b) && head(a));
        a != b && (!late || met)
    }

    fn is_late(&self, claim: u32) -> bool {
        self.first.binary_search(&claim).is_err()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn day(n: i64) -> Option<Published> {
        Some(Published::on(date(2031, 5, 1).checked_add(n.days()).unwrap()))
    }

    proptest! {
        /// The list and the question agree, no pair comes twice, and one more claim of a later day changes no pair between others.
        #[test]
        fn a_later_claim_changes_nothing_between_others(told in prop::collection::vec((0..9_i64, 0..90_usize), 1..150)) {
            let at = |c: u32| told[c as usize];
            let all: Vec<u32> = (0..u32::try_from(told.len()).unwrap()).collect();
            let made = |claims: &[u32]| Sample::of(claims, |c| day(at(c).0), |c| at(c).1);
            let sample = made(&all);
            let pairs: Vec<(u32, u32)> = sample.pairs().collect();
            let set: BTreeSet<(u32, u32)> = pairs.iter().copied().collect();
            prop_assert_eq!(set.len(), pairs.len());
            for &a in &all {
                for &b in all.iter().filter(|&&b| b > a) {
                    prop_assert_eq!(sample.has(a, b), set.contains(&(a, b)));
                }
            }
            let last = all.iter().copied().max_by_key(|&c| (at(c).0, c)).unwrap();
            let without: Vec<u32> = all.iter().copied().filter(|&c| c != last).collect();
            let fewer: BTreeSet<(u32, u32)> = made(&without).pairs().collect();
            let between: BTreeSet<(u32, u32)> = set.into_iter().filter(|p| p.0 != last && p.1 != last).collect();
            prop_assert_eq!(fewer, between);
        }

        #[test]
        fn a_few_claims_are_all_compared(n in 0..64_u32) {
            let all: Vec<u32> = (0..n).collect();
            prop_assert_eq!(Sample::of(&all, |_| None, |_| 0).pairs().count(), (n * n.saturating_sub(1) / 2) as usize);
        }
    }
}
