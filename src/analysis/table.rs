//! Tables of weights as they lie in the model file, and how they are packed.
//!
//! A feature is 64 bits of hash. The upper ones choose a pair of places in the table, the lower ones are kept there as a
//! fingerprint, so that what training never saw is nearly always found to be missing instead of taking a stranger's weights.
//!
//! - [`Sparse`]: place of four bytes = 10 bits of fingerprint over 22 bits of offset into the rows; a row is a count, then so
//!   many pairs of class and weight, or 255, then the weights of all classes, where there are more than twelve. For tags and
//!   relations, where a feature speaks for few of many classes.
//! - [`Dense`]: place of four bytes = 8 bits of fingerprint, then three weights. For the three moves of the parser.
//!
//! A weight is kept in eight bits as its square root with its sign ([`wide`]): few weights are large, and those need range,
//! many are small, and those need resolution. Linear eight bits cost four points of LAS. Scores are sums of whole numbers, so no
//! order of addition matters.

use super::stages::{EARLY, NEVER};

/// How many scores a feature can add to.
pub const SCORES: usize = 64;
/// How many moves the parser has.
pub const MOVES: usize = 3;

/// What gives weights for features, a row for each: the model, or what is being trained.
pub trait Rows {
    /// The class that a feature alone decides for.
    fn sure(&self, feature: u64) -> Option<usize>;

    /// Adds the weights of features to the scores.
    fn add(&self, features: &[u64], scores: &mut [i32; SCORES]);

    /// The leads beyond which a vote is over early: never, while it is being trained.
    fn margins(&self) -> [i32; EARLY] {
        [NEVER; EARLY]
    }
}

/// A weight that no trained row has alone: a row of one class with it decides without a vote.
pub const SURE: i8 = i8::MAX;

/// What gives a weight for each move.
pub trait Moves {
    /// Adds the weights of features to the scores.
    fn vote(&self, features: &[u64], scores: &mut [i32; MOVES]);

    /// The leads beyond which a vote is over early: never, while it is being trained.
    fn margins(&self) -> [i32; EARLY] {
        [NEVER; EARLY]
    }
}

/// The weight that eight bits stand for: the square, with the sign; at most 16129.
#[inline]
pub const fn wide(root: i8) -> i32 {
    let root = root as i32;
    root * root.abs()
}

/// How many places are fetched before the first of them is looked at. Nearly every fetch waits for memory, and those that follow
/// each other closely wait together; with the looking done in between, they would take turns.
const AHEAD: usize = 40;

/// The pairs of places that features choose.
#[inline]
fn fetch(places: &[u8], bits: u32, features: &[u64]) -> [u64; AHEAD] {
    let mut pairs = [0; AHEAD];
    let (places, _) = places.as_chunks::<8>();
    for (pair, feature) in pairs.iter_mut().zip(features) {
        *pair = places.get(place(*feature, bits) / 2).map_or(0, |both| u64::from_le_bytes(*both));
    }
    pairs
}

/// The place of a pair that holds a feature's mark, or 0. Without branches: whether it is there is a coin's toss.
#[inline]
fn choose(pair: u64, holds: impl Fn(u32) -> bool) -> u32 {
    #[allow(clippy::cast_possible_truncation)] // The halves of the pair.
    let (one, other) = (pair as u32, (pair >> 32) as u32);
    (one & 0_u32.wrapping_sub(u32::from(holds(one)))) | (other & 0_u32.wrapping_sub(u32::from(holds(other))))
}

#[allow(clippy::cast_possible_truncation)] // Shifted or masked to few bits.
fn place(feature: u64, bits: u32) -> usize {
    (feature >> (64 - bits)) as usize
}

#[allow(clippy::cast_possible_truncation)] // Masked.
fn mark(feature: u64, bits: u32) -> u32 {
    (feature & ((1 << bits) - 1)) as u32
}

/// Rows with few of many classes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sparse<'a> {
    bits: u32,
    places: &'a [u8],
    rows: &'a [u8],
    margins: [i32; EARLY],
}

const OFFSET: u32 = 22;

/// Stands where a row's count would, before the weights of all classes.
const FULL: u8 = u8::MAX;
/// Rows of more classes are written in full: adding them up takes no longer, and no branch in it is a guess.
const LONG: usize = 12;

impl<'a> Sparse<'a> {
    /// A table of `1 << bits` places over its rows; none where the lengths do not fit.
    pub fn new(bits: u32, places: &'a [u8], rows: &'a [u8], margins: [i32; EARLY]) -> Option<Self> {
        let fits = (1..=OFFSET).contains(&bits) && places.len() == 4 << bits;
        fits.then_some(Self { bits, places, rows, margins })
    }

    /// Where the row of a feature begins, given the pair of places it chose. The row at 0 is empty: what is not found finds that.
    #[inline]
    fn offset(&self, pair: u64, feature: u64) -> u32 {
        let mark = mark(feature, 10);
        choose(pair, |slot| slot >> OFFSET == mark) & ((1 << OFFSET) - 1)
    }
}

impl Rows for Sparse<'_> {
    #[inline]
    fn sure(&self, feature: u64) -> Option<usize> {
        if self.bits == 0 {
            return None;
        }
        let [pair, ..] = fetch(self.places, self.bits, &[feature]);
        let offset = self.offset(pair, feature);
        match self.rows.get(offset as usize..)? {
            [1, class, weight, ..] if weight.cast_signed() == SURE => Some(usize::from(*class)),
            _ => None,
        }
    }

    fn margins(&self) -> [i32; EARLY] {
        self.margins
    }

    #[inline]
    fn add(&self, features: &[u64], scores: &mut [i32; SCORES]) {
        if self.bits == 0 {
            return;
        }
        for features in features.chunks(AHEAD) {
            let pairs = fetch(self.places, self.bits, features);
            let mut offsets = [0_usize; AHEAD];
            for ((offset, pair), feature) in offsets.iter_mut().zip(&pairs).zip(features) {
                *offset = self.offset(*pair, *feature) as usize;
            }
            // The beginnings of the rows are fetched together too.
            let offsets = &offsets[..features.len().min(AHEAD)];
            let mut counts = [0_u8; AHEAD];
            for (count, offset) in counts.iter_mut().zip(offsets) {
                *count = self.rows.get(*offset).copied().unwrap_or_default();
            }
            for (offset, count) in offsets.iter().zip(counts) {
                self.add_row(offset + 1, count, scores);
            }
        }
    }
}

impl Sparse<'_> {
    /// Adds the row of so many classes whose first class stands at `from`.
    #[inline]
    fn add_row(&self, from: usize, count: u8, scores: &mut [i32; SCORES]) {
        if count == FULL {
            let weights = self.rows.get(from..from + SCORES).unwrap_or_default();
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += i32::from(narrow(u32::from(*weight))));
            return;
        }
        let (pairs, _) = self.rows.get(from..from + 2 * usize::from(count)).unwrap_or_default().as_chunks::<2>();
        for [class, weight] in pairs {
            scores[usize::from(*class) % SCORES] += wide(weight.cast_signed());
        }
    }
}

/// Three weights a feature.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dense<'a> {
    bits: u32,
    places: &'a [u8],
    margins: [i32; EARLY],
}

impl<'a> Dense<'a> {
    /// A table of `1 << bits` places; none where the length does not fit.
    pub fn new(bits: u32, places: &'a [u8], margins: [i32; EARLY]) -> Option<Self> {
        ((1..=24).contains(&bits) && places.len() == 4 << bits).then_some(Self { bits, places, margins })
    }
}

impl Moves for Dense<'_> {
    fn margins(&self) -> [i32; EARLY] {
        self.margins
    }

    #[inline]
    fn vote(&self, features: &[u64], scores: &mut [i32; MOVES]) {
        if self.bits == 0 {
            return;
        }
        for features in features.chunks(AHEAD) {
            let pairs = fetch(self.places, self.bits, features);
            let mut chosen = [0_u32; AHEAD];
            for ((chosen, pair), feature) in chosen.iter_mut().zip(&pairs).zip(features) {
                let mark = mark(*feature, 8);
                *chosen = choose(*pair, |slot| slot & 0xff == mark);
            }
            let chosen = &chosen[..features.len().min(AHEAD)];
            // One class after the other, so that the compiler can take several features at once.
            for (score, shift) in scores.iter_mut().zip([8, 16, 24]) {
                *score += chosen.iter().map(|slot| i32::from(narrow(*slot >> shift))).sum::<i32>();
            }
        }
    }
}

/// What [`wide`] gives for the lowest eight bits, in the sixteen that it needs.
#[inline]
fn narrow(bits: u32) -> i16 {
    #[allow(clippy::cast_possible_truncation)] // Eight bits are meant.
    let root = i16::from((bits as u8).cast_signed());
    root * root.abs()
}

/// A feature with its weights, before packing: pairs of class and weight.
pub type Row = (u64, Vec<(u8, i8)>);

/// Packs rows: the bytes of the places, the bytes of the rows, and how many rows found no place.
///
/// The rows with the largest weights come first, so that of three which want one pair of places the least telling is lost.
pub fn pack_sparse(bits: u32, rows: &mut [Row]) -> (Vec<u8>, Vec<u8>, usize) {
    order(rows);
    let (mut places, mut bytes, mut lost) = (vec![0_u32; 1 << bits], vec![0_u8], 0);
    for (feature, pairs) in rows.iter() {
        let Some(at) = free(&places, place(*feature, bits), |slot| slot >> OFFSET == mark(*feature, 10)) else {
            lost += 1;
            continue;
        };
        let Some(offset) = u32::try_from(bytes.len()).ok().filter(|o| *o < 1 << OFFSET) else {
            lost += 1;
            continue;
        };
        places[at] = mark(*feature, 10) << OFFSET | offset;
        match u8::try_from(pairs.len()) {
            Ok(count) if pairs.len() <= LONG => {
                bytes.push(count);
                bytes.extend(pairs.iter().flat_map(|(class, weight)| [*class, weight.cast_unsigned()]));
            }
            _ => {
                let mut weights = [0; SCORES];
                pairs.iter().for_each(|(class, weight)| weights[usize::from(*class) % SCORES] = weight.cast_unsigned());
                bytes.push(FULL);
                bytes.extend(weights);
            }
        }
    }
    (places.iter().flat_map(|p| p.to_le_bytes()).collect(), bytes, lost)
}

/// Packs rows of at most three classes: the bytes of the places, and how many rows found none.
pub fn pack_dense(bits: u32, rows: &mut [Row]) -> (Vec<u8>, usize) {
    order(rows);
    let (mut places, mut lost) = (vec![0_u32; 1 << bits], 0);
    for (feature, pairs) in rows.iter() {
        let Some(at) = free(&places, place(*feature, bits), |slot| slot & 0xff == mark(*feature, 8)) else {
            lost += 1;
            continue;
        };
        let mut bytes = [0; 4];
        bytes[0] = u8::try_from(mark(*feature, 8)).unwrap_or_default();
        for (class, weight) in pairs {
            bytes[1 + usize::from(*class) % MOVES] = weight.cast_unsigned();
        }
        places[at] = u32::from_le_bytes(bytes);
    }
    (places.iter().flat_map(|p| p.to_le_bytes()).collect(), lost)
}

/// What decides alone comes first: training passed over what it decides, so nothing else knows those words.
fn order(rows: &mut [Row]) {
    let size = |row: &Row| row.1.iter().map(|(_, w)| u32::from(w.unsigned_abs())).sum::<u32>();
    let sure = |row: &Row| matches!(row.1[..], [(_, SURE)]);
    rows.sort_by_key(|row| (!sure(row), std::cmp::Reverse(size(row)), row.0));
}

/// A free place of the pair, unless one of the pair already has the fingerprint.
fn free(places: &[u32], at: usize, same: impl Fn(u32) -> bool) -> Option<usize> {
    if [at, at ^ 1].iter().any(|i| places[*i] != 0 && same(places[*i])) {
        return None;
    }
    [at, at ^ 1].into_iter().find(|i| places[*i] == 0)
}
