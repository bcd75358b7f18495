//! Choosing which pairs are compared.
//!
//! Every mention gives a few keys; mentions that share a key are a block; within a block only those whose spans of time meet
//! are paired. **Recall guarantee**: two mentions of one kind are a candidate pair if they
//!
//! 1. have the same participants, or share two of their first [`PAIRED`] in order, or
//! 2. share one of those and a place, or
//! 3. share one of those, or a place if one of the two is [placed](Traits::placed), and have spans that meet or lie within a day and
//!    cover at most [`MONTHS`] months each,
//!
//! as long as no mention meets more than [`NEAREST`] others of a block that start later. Beyond that, the nearest in time are
//! kept. A test holds the guarantee against all pairs.
//!
//! This room does not know what a match is.

use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use rustc_hash::FxHasher;

/// How many participants give keys in pairs.
pub const PAIRED: usize = 6;
/// How many months a span can cover and still give keys by month.
pub const MONTHS: i32 = 14;
/// How many others of a block a mention is paired with, the nearest in time first.
pub const NEAREST: usize = 64;
/// Length of a month of keys, in days.
const BUCKET: i32 = 30;

/// What of a mention gives keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits<'a> {
    /// Only mentions of one kind are paired.
    pub kind: u64,
    /// Participants, ascending.
    pub people: &'a [u32],
    /// Places, as numbers.
    pub places: &'a [u64],
    /// Whether a place alone can tell which event it is: for harm, and where nobody is named.
    pub placed: bool,
    /// First and last day, counted from any fixed day; `None` where nothing is known.
    pub span: Option<(i32, i32)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    key: u64,
    start: i32,
    end: i32,
    mention: u32,
    /// Which pairs of the block are wanted: those of which one is set.
    wanted: bool,
}

/// The candidate pairs `(a, b)` with `a < b`, ascending.
///
/// O(k log k) in the number k of keys, which is linear in the mentions for bounded participants and spans; O(k) space.
pub fn candidates(mentions: &[Traits<'_>]) -> Vec<(u32, u32)> {
    let mut entries: Vec<Entry> = mentions.par_iter().zip(0_u32..u32::MAX).flat_map_iter(|(m, i)| entries_of(m, i)).collect();
    entries.par_sort_unstable();
    let blocks: Vec<&[Entry]> = entries.chunk_by(|a, b| a.key == b.key).filter(|b| b.len() > 1 && b.iter().any(|e| e.wanted)).collect();
    let mut pairs: Vec<(u32, u32)> = blocks.par_iter().flat_map_iter(|block| sweep(block)).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

fn key(parts: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    parts.hash(&mut hasher);
    hasher.finish()
}

fn entries_of(m: &Traits<'_>, mention: u32) -> Vec<Entry> {
    let (start, end) = m.span.map_or((i32::MIN, i32::MAX), |(s, e)| (s.saturating_sub(1), e.saturating_add(1)));
    let people = &m.people[..m.people.len().min(PAIRED)];
    let mut keys: Vec<(u64, bool)> = Vec::with_capacity(8);
    for (i, p) in people.iter().enumerate() {
        keys.extend(people[i + 1..].iter().map(|q| (key((m.kind, 1_u8, p, q)), true)));
        keys.extend(m.places.iter().map(|place| (key((m.kind, 2_u8, p, place)), true)));
    }
    if people.len() == 1 || m.people.len() > PAIRED {
        keys.push((key((m.kind, 3_u8, m.people)), true));
    }
    // What has no time and nobody is known by its place: a standing state of it.
    if people.is_empty() && m.span.is_none() && m.placed {
        keys.extend(m.places.first().map(|place| (key((m.kind, 6_u8, place)), true)));
    }
    for month in months(start, end) {
        keys.extend(people.iter().map(|p| (key((m.kind, 4_u8, p, month)), true)));
        keys.extend(m.places.iter().map(|place| (key((m.kind, 5_u8, place, month)), m.placed)));
    }
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(|(key, wanted)| Entry { key, start, end, mention, wanted }).collect()
}

fn months(start: i32, end: i32) -> std::ops::RangeInclusive<i32> {
    let (first, last) = (start.div_euclid(BUCKET), end.div_euclid(BUCKET));
    if start == i32::MIN || last - first > MONTHS { std::ops::RangeInclusive::new(1, 0) } else { first..=last }
}

fn sweep(block: &[Entry]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (i, a) in block.iter().enumerate() {
        let meeting = block[i + 1..].iter().take_while(|b| b.start <= a.end).filter(|b| a.wanted || b.wanted).take(NEAREST);
        pairs.extend(meeting.map(|b| (a.mention.min(b.mention), a.mention.max(b.mention))));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The guarantee, pair by pair.
    fn promised(a: &Traits<'_>, b: &Traits<'_>) -> bool {
        let first = |t: &Traits<'_>| t.people[..t.people.len().min(PAIRED)].to_vec();
        let shared = first(a).iter().filter(|p| first(b).contains(p)).count();
        let place = a.places.iter().any(|p| b.places.contains(p));
        let (whole, meets) = match (a.span, b.span) {
            (Some(x), Some(y)) => (x.1 - x.0 < 400 && y.1 - y.0 < 400, x.0 <= y.1 + 1 && y.0 <= x.1 + 1),
            _ => (false, true),
        };
        let same = !a.people.is_empty() && a.people == b.people;
        a.kind == b.kind
            && meets
            && (same || shared >= 2 || (shared >= 1 && place) || (whole && (shared >= 1 || (place && (a.placed || b.placed)))))
    }

    proptest! {
        #[test]
        fn every_promised_pair_is_found(
            raw in prop::collection::vec((0..2_u64, prop::collection::btree_set(0..6_u32, 0..4), prop::collection::vec(0..3_u64, 0..2), prop::option::of((0..900_i32, 0..500_i32)), any::<bool>()), 0..30)
        ) {
            let people: Vec<Vec<u32>> = raw.iter().map(|r| r.1.iter().copied().collect()).collect();
            let mentions: Vec<Traits<'_>> = raw.iter().zip(&people).map(|(r, people)| Traits {
                kind: r.0, people, places: &r.2, span: r.3.map(|(s, n)| (s, s + n)), placed: r.4,
            }).collect();
            let found = candidates(&mentions);
            for i in 0..mentions.len() {
                for j in i + 1..mentions.len() {
                    let pair = (u32::try_from(i).unwrap(), u32::try_from(j).unwrap());
                    prop_assert!(!promised(&mentions[i], &mentions[j]) || found.binary_search(&pair).is_ok(), "{pair:?}");
                }
            }
        }
    }
}
