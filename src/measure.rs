//! Numbers with a meaning: their ranges stand in one table, and nothing else in the crate compares a score with 0 or 1.
//!
//! | type | range | unit | why that range |
//! |---|---|---|---|
//! | [`Similarity`] | 0 to 1 | share of likeness, 1 for equal texts | strsim's normalised scores |
//! | [`MatchWeight`] | ±1,000 | bits (log₂ of a Bayes factor), stored in thousandths | Fellegi and Sunter 1969; sums are integers, so no thread count changes them |
//!
//! This room does not know the domain.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

/// How alike two texts are: 0 for nothing in common, 1 for equal. Not a probability.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Similarity(f64);

impl Similarity {
    /// Equal texts.
    pub const ONE: Self = Self(1.0);
    /// Nothing in common.
    pub const ZERO: Self = Self(0.0);

    /// A similarity, held to the range 0 to 1; NaN becomes 0.
    pub const fn saturating(value: f64) -> Self {
        if value >= 1.0 {
            Self::ONE
        } else if value > 0.0 {
            Self(value)
        } else {
            Self::ZERO
        }
    }

    /// The number.
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// Evidence that two records are one thing, in bits: +1 doubles the odds, −1 halves them.
///
/// Held in thousandths of a bit, so that sums are exact whatever their order. Sums saturate at ±1,000 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatchWeight(i32);

impl MatchWeight {
    /// No evidence either way.
    pub const ZERO: Self = Self(0);
    const LIMIT: i32 = 1_000_000;

    /// A weight of whole bits.
    pub const fn from_bits(bits: i16) -> Self {
        Self::from_millibits(bits as i32 * 1000)
    }

    /// A weight in thousandths of a bit, held to ±1,000 bits.
    pub const fn from_millibits(millibits: i32) -> Self {
        Self(if millibits > Self::LIMIT {
            Self::LIMIT
        } else if millibits < -Self::LIMIT {
            -Self::LIMIT
        } else {
            millibits
        })
    }

    /// The weight in thousandths of a bit.
    pub const fn millibits(self) -> i32 {
        self.0
    }
}

impl Add for MatchWeight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::from_millibits(self.0.saturating_add(other.0))
    }
}

impl Sum for MatchWeight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for MatchWeight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:+.1} bits", f64::from(self.0) / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn similarity_stays_in_range(x in any::<f64>()) {
            let s = Similarity::saturating(x).get();
            prop_assert!((0.0..=1.0).contains(&s));
        }

        #[test]
        fn weights_stay_in_range(a in any::<i32>(), b in any::<i32>()) {
            let sum = MatchWeight::from_millibits(a) + MatchWeight::from_millibits(b);
            prop_assert!(sum.millibits().abs() <= 1_000_000);
        }
    }
}
