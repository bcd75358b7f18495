//! Exact numbers.

use std::fmt;
use std::str::FromStr;

use num_rational::Ratio;

/// An exact rational number. Arithmetic is checked: what does not fit 64 bits above and below the line is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Ratio<i64>);

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));

    /// A whole number. `i64::MIN` is read as one more, so that every number has a negative.
    pub fn from_int(n: i64) -> Self {
        Self(Ratio::from_integer(n.max(-i64::MAX)))
    }

    /// `numerator` / `denominator`, or `None` where the denominator is 0 or either is `i64::MIN`.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        let fits = denominator != 0 && numerator != i64::MIN && denominator != i64::MIN;
        // Whole numbers, which most are, need no common divisor.
        fits.then(|| Self(if denominator == 1 { Ratio::from_integer(numerator) } else { Ratio::new(numerator, denominator) }))
    }

    /// The sum, if it fits.
    pub fn plus(self, other: Self) -> Option<Self> {
        checked_add(self.0, other.0).map(Self)
    }

    /// The difference, if it fits.
    pub fn minus(self, other: Self) -> Option<Self> {
        checked_add(self.0, -other.0).map(Self)
    }

    /// The product, if it fits.
    pub fn times(self, other: Self) -> Option<Self> {
        let (a, b) = (self.0, other.0);
        if a.is_integer() && b.is_integer() {
            return Self::ratio(a.numer().checked_mul(*b.numer())?, 1);
        }
        let left = Ratio::new(*a.numer(), *b.denom());
        let right = Ratio::new(*b.numer(), *a.denom());
        let numer = left.numer().checked_mul(*right.numer())?;
        let denom = left.denom().checked_mul(*right.denom())?;
        Self::ratio(numer, denom)
    }

    /// The quotient, if it fits and `other` is not 0.
    pub fn over(self, other: Self) -> Option<Self> {
        (*other.0.numer() != 0).then(|| self.times(Self(other.0.recip())))?
    }

    /// What stands above and below the line, in lowest terms; below is positive.
    pub fn parts(self) -> (i64, i64) {
        (*self.0.numer(), *self.0.denom())
    }

    /// Whether it has no fractional part.
    pub fn is_integer(self) -> bool {
        self.0.is_integer()
    }

    /// The whole part, towards zero.
    pub fn trunc(self) -> i64 {
        self.0.to_integer()
    }

    /// The size without the sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(if *self.0.numer() < 0 { -self.0 } else { self.0 })
    }

    /// The power of ten (or its fraction) that the last significant digit stands for: 100 for 300, 1 for 43, 1/10 for
    /// 7.5. What has no finite decimal form is taken as exact and gives 0, as 0 does.
    pub fn granularity(self) -> Self {
        let (mut numer, denom) = (*self.0.numer(), *self.0.denom());
        if numer == 0 {
            return Self::ZERO;
        }
        if denom == 1 {
            let mut unit = 1_i64;
            while numer % 10 == 0 {
                numer /= 10;
                unit *= 10;
            }
            return Self::from_int(unit);
        }
        decimals(denom).and_then(|places| Self::ratio(1, 10_i64.checked_pow(places)?)).unwrap_or(Self::ZERO)
    }
}

fn checked_add(a: Ratio<i64>, b: Ratio<i64>) -> Option<Ratio<i64>> {
    if a.is_integer() && b.is_integer() {
        return a.numer().checked_add(*b.numer()).filter(|n| *n != i64::MIN).map(Ratio::from_integer);
    }
    let left = a.numer().checked_mul(*b.denom())?;
    let right = b.numer().checked_mul(*a.denom())?;
    let denom = a.denom().checked_mul(*b.denom())?;
    let numer = left.checked_add(right)?;
    (numer != i64::MIN && denom != i64::MIN).then(|| Ratio::new(numer, denom))
}

/// Places after the decimal point of 1/`denom`, if finitely many.
fn decimals(mut denom: i64) -> Option<u32> {
    let mut count = |by: i64| {
        let mut n = 0;
        while denom % by == 0 {
            denom /= by;
            n += 1;
        }
        n
    };
    let places = count(2).max(count(5));
    (denom == 1).then_some(places)
}

/// A decimal where it is finite with at most nine places ("7.5"), else a fraction ("1/3").
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (numer, denom) = (*self.0.numer(), *self.0.denom());
        let scale = decimals(denom).filter(|p| *p <= 9).and_then(|p| 10_i64.checked_pow(p));
        let scaled = scale.and_then(|s| numer.checked_mul(s / denom));
        match (scale, scaled) {
            (Some(1), Some(whole)) => write!(f, "{whole}"),
            (Some(scale), Some(scaled)) => {
                let sign = if scaled < 0 { "-" } else { "" };
                let (whole, rest) = (scaled.unsigned_abs() / scale.unsigned_abs(), scaled.unsigned_abs() % scale.unsigned_abs());
                let width = scale.ilog10() as usize;
                write!(f, "{sign}{whole}.{rest:0width$}")
            }
            _ => write!(f, "{numer}/{denom}"),
        }
    }
}

/// Why a text is not a [`Number`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a decimal or a fraction of at most 18 digits")]
pub struct BadNumber(String);

/// Reads what [`Display`](fmt::Display) writes.
impl FromStr for Number {
    type Err = BadNumber;

    fn from_str(text: &str) -> Result<Self, BadNumber> {
        parse(text).ok_or_else(|| BadNumber(text.chars().take(40).collect()))
    }
}

fn parse(text: &str) -> Option<Number> {
    if let Some((above, below)) = text.split_once('/') {
        return Number::ratio(integer(above)?, digits(below)?);
    }
    let Some((whole, places)) = text.split_once('.') else { return Some(Number::from_int(integer(text)?)) };
    let scale = 10_i64.checked_pow(u32::try_from(places.len()).ok()?)?;
    let (negative, whole) = whole.strip_prefix('-').map_or((false, whole), |rest| (true, rest));
    let size = digits(whole)?.checked_mul(scale)?.checked_add(digits(places)?)?;
    Number::ratio(if negative { -size } else { size }, scale)
}

fn integer(text: &str) -> Option<i64> {
    match text.strip_prefix('-') {
        Some(rest) => digits(rest).map(|n| -n),
        None => digits(text),
    }
}

fn digits(text: &str) -> Option<i64> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn granularity_is_the_last_significant_digit() {
        for (n, g) in [("300", "100"), ("43", "1"), ("7.5", "0.1"), ("1.25", "0.01"), ("0", "0"), ("1/3", "0")] {
            assert_eq!(n.parse::<Number>().unwrap().granularity(), g.parse().unwrap(), "{n}");
        }
    }

    proptest! {
        #[test]
        fn text_reads_back(numer in any::<i64>(), denom in 1..1_000_000_i64) {
            if let Some(n) = Number::ratio(numer, denom) {
                prop_assert_eq!(n.to_string().parse::<Number>().unwrap(), n);
            }
        }

        #[test]
        fn arithmetic_agrees_with_wide_integers(a in any::<i64>(), b in any::<i64>(), c in 1..i64::MAX, d in 1..i64::MAX) {
            let (Some(x), Some(y)) = (Number::ratio(a, c), Number::ratio(b, d)) else { return Ok(()) };
            for result in [x.plus(y), x.minus(y), x.times(y), x.over(y)].into_iter().flatten() {
                prop_assert!(result.abs() >= Number::ZERO);
            }
            if let Some(sum) = x.plus(y) {
                prop_assert_eq!(sum.minus(y).unwrap_or(x), x);
            }
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,30}") {
            let _ = text.parse::<Number>();
        }
    }
}
