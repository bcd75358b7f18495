//! Modifiers, and the bounds they give.

use std::fmt;

use super::Number;

/// What hedges a value: the `mod` of TimeML (Pustejovsky and others 2003), used for every kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modifier {
    /// About, around, some.
    Approx,
    /// More than, over.
    MoreThan,
    /// Less than, under, nearly, almost.
    LessThan,
    /// At least.
    EqualOrMore,
    /// At most, up to.
    EqualOrLess,
    /// Early.
    Start,
    /// Mid.
    Mid,
    /// Late.
    End,
    /// Before.
    Before,
    /// After.
    After,
    /// By, no later than.
    OnOrBefore,
    /// Since, from.
    OnOrAfter,
}

impl Modifier {
    const NAMES: [(Self, &'static str, &'static str); 12] = [
        (Self::Approx, "APPROX", "about"),
        (Self::MoreThan, "MORE_THAN", "more than"),
        (Self::LessThan, "LESS_THAN", "less than"),
        (Self::EqualOrMore, "EQUAL_OR_MORE", "at least"),
        (Self::EqualOrLess, "EQUAL_OR_LESS", "at most"),
        (Self::Start, "START", "early"),
        (Self::Mid, "MID", "mid"),
        (Self::End, "END", "late"),
        (Self::Before, "BEFORE", "before"),
        (Self::After, "AFTER", "after"),
        (Self::OnOrBefore, "ON_OR_BEFORE", "by"),
        (Self::OnOrAfter, "ON_OR_AFTER", "since"),
    ];

    /// TimeML's name.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// A plain English word for it.
    pub fn words(self) -> &'static str {
        Self::NAMES[self as usize].2
    }

    /// Whether it bounds a value on one side only.
    pub fn is_bound(self) -> bool {
        !matches!(self, Self::Approx | Self::Start | Self::Mid | Self::End)
    }

    /// The modifier of that TimeML name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An interval of numbers. `None` is an open end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Lower end.
    pub low: Option<Number>,
    /// Upper end.
    pub high: Option<Number>,
    /// Whether an end that is there belongs to it (exact values and "at least"), or not ("more than").
    pub closed: bool,
}

impl Bounds {
    /// The single number.
    pub const fn exactly(n: Number) -> Self {
        Self { low: Some(n), high: Some(n), closed: true }
    }

    /// Whether a number lies in both.
    pub fn overlaps(self, other: Self) -> bool {
        let below = |low: Option<Number>, high: Option<Number>| match (low, high) {
            (Some(low), Some(high)) => low < high || (low == high && self.closed && other.closed),
            _ => true,
        };
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// Whether every number of `other` lies in this.
    pub fn contains(self, other: Self) -> bool {
        let low = self.low.is_none_or(|s| other.low.is_some_and(|o| s < o || (s == o && (self.closed || !other.closed))));
        let high = self.high.is_none_or(|s| other.high.is_some_and(|o| s > o || (s == o && (self.closed || !other.closed))));
        low && high
    }
}

/// How exactly a kind of value is usually given: what an unhedged figure leaves open, as shares of its last significant
/// digit (see [`Number::granularity`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Precision {
    /// Counts: small ones are exact, round ones of three digits and more are often rounded.
    Count,
    /// Measures: rounded to the last digit that is written.
    Rounded,
    /// Money: the same, but nobody rounds a sum by more than a twentieth.
    Paid,
    /// Durations: told to the hour, the half hour or the quarter.
    Told,
}

/// Widths, as shares: of the amount for hedges, of the last significant digit for rounding.
///
/// What readers take "about n" to span grows with n and with its roundness (Krifka 2007, "Approximate interpretation of
/// number words"); "more than n" is read as bounded by the next round figure (Cummins, Sauerland and Solt 2012,
/// "Granularity and scalar implicature in numerical expressions"). A tenth and three tenths, and a half above, are our
/// round rendering of their ranges.
struct Widths;

impl Widths {
    const ABOUT_INFERRED: (i64, i64) = (1, 10);
    const ABOUT_ENTAILED: (i64, i64) = (3, 10);
    const BEYOND_INFERRED: (i64, i64) = (1, 2);
}

fn share(of: Number, (n, d): (i64, i64)) -> Option<Number> {
    of.times(Number::ratio(n, d)?)
}

/// The interval that the words entail: outside it the claim is false.
pub(super) fn entailed(n: Number, grain: Number, modifier: Option<Modifier>, precision: Precision) -> Bounds {
    match modifier {
        Some(Modifier::MoreThan | Modifier::After) => Bounds { low: Some(n), high: None, closed: false },
        Some(Modifier::LessThan | Modifier::Before) => Bounds { low: None, high: Some(n), closed: false },
        Some(Modifier::EqualOrMore | Modifier::OnOrAfter) => Bounds { low: Some(n), high: None, closed: true },
        Some(Modifier::EqualOrLess | Modifier::OnOrBefore) => Bounds { low: None, high: Some(n), closed: true },
        Some(_) => around(n, wider(share(n.abs(), Widths::ABOUT_ENTAILED), Some(grain))),
        None => around(n, share(rounding(n, grain, precision), (1, 2))),
    }
}

/// The interval that a reader infers: inside the entailed one, and what two values must share to agree.
pub(super) fn inferred(n: Number, grain: Number, modifier: Option<Modifier>, precision: Precision) -> Bounds {
    let beyond = share(n.abs(), Widths::BEYOND_INFERRED);
    match modifier {
        Some(Modifier::MoreThan | Modifier::After | Modifier::EqualOrMore | Modifier::OnOrAfter) => Bounds {
            low: Some(n),
            high: beyond.and_then(|w| n.plus(w)),
            closed: matches!(modifier, Some(Modifier::EqualOrMore | Modifier::OnOrAfter)),
        },
        Some(Modifier::LessThan | Modifier::Before | Modifier::EqualOrLess | Modifier::OnOrBefore) => Bounds {
            low: beyond.and_then(|w| n.minus(w)),
            high: Some(n),
            closed: matches!(modifier, Some(Modifier::EqualOrLess | Modifier::OnOrBefore)),
        },
        Some(_) => around(n, wider(share(n.abs(), Widths::ABOUT_INFERRED), share(grain, (1, 2)))),
        None => match precision {
            Precision::Count => Bounds::exactly(n),
            Precision::Rounded => around(n, share(grain, (1, 2))),
            Precision::Paid => around(n, share(grain.min(share(n.abs(), (1, 10)).unwrap_or(grain)), (1, 2))),
            Precision::Told => around(n, share(grain, (1, 4))),
        },
    }
}

/// What unhedged figures are rounded to. Counts below a hundred are taken as counted.
fn rounding(n: Number, grain: Number, precision: Precision) -> Number {
    let counted = n.abs() < Number::from_int(100) || grain <= Number::from_int(1);
    if precision == Precision::Count && counted { Number::ZERO } else { grain }
}

/// The larger of two widths, if both are known.
fn wider(a: Option<Number>, b: Option<Number>) -> Option<Number> {
    Some(a?.max(b?))
}

/// `n` ± `width`, open at both ends unless the width is 0, so that neighbours which touch do not overlap. A width that does not
/// fit a number leaves both sides open: what is not known is no difference. A width so fine that only its sum with `n` does not fit is none.
fn around(n: Number, width: Option<Number>) -> Bounds {
    match width {
        Some(w) if w > Number::ZERO && w < Number::from_int(1) && (n.minus(w).is_none() || n.plus(w).is_none()) => Bounds::exactly(n),
        Some(w) if w > Number::ZERO => Bounds { low: n.minus(w), high: n.plus(w), closed: false },
        Some(_) => Bounds::exactly(n),
        None => Bounds { low: None, high: None, closed: false },
    }
}
