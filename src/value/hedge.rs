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

/// How exactly a kind of value is given: what a figure without a hedge leaves open. `units` says which unit is of which kind.
///
/// Two widths around the figure follow. Within the first a reader takes two figures for one; within the second both can
/// hold by the letter, and the reader stumbles.
///
/// | kind | below a million | why |
/// |---|---|---|
/// | `Count` | agrees with itself only; from a hundred on, zeros at the end may be rounding ("300", "310") | what is counted comes out whole, and large counts are told in round figures |
/// | `Sum` | agrees within the last digit written; from a hundred on, zeros at the end may be rounding ("$43,000", "$43,350") | prices are told in full, sums in round figures |
/// | `Written` | agrees within the last digit written, nothing else: 95 % is not 90 %, 50 mg not 45 mg | shares, doses, temperatures, ages and magnitudes are read off, and a zero at the end is a digit as any other |
/// | `Rate` | below a thousand as `Written`, then as `Sum` | a price by the barrel is quoted, an output by the day is estimated |
/// | `Measured` | agrees within the last digit written; zeros at the end may be rounding, by a tenth at most ("30 km", "28 km") | nobody walks off a distance or an area |
/// | `Told` | agrees within a quarter of the unit, or of the half or quarter it is told in; by the letter within half of it | lengths of time are told to the hour, the half hour or the quarter |
///
/// From a million on, figures are told with a scale ("4.2 billion", "1.2 million people": The Associated Press Stylebook,
/// "millions, billions"), so that the last digit that is no zero is the last one written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Precision {
    /// What is counted one by one.
    Count,
    /// Money.
    Sum,
    /// What is exact to the digits written.
    Written,
    /// So much by the day, by the head.
    Rate,
    /// Lengths, areas, weights and other measures.
    Measured,
    /// Lengths of time.
    Told,
}

/// Widths, as shares of the amount.
///
/// What readers take "about n" to span grows with n and with its roundness (Krifka 2007, "Approximate interpretation of
/// number words"); "more than n" is read as bounded by the next round figure (Cummins, Sauerland and Solt 2012,
/// "Granularity and scalar implicature in numerical expressions"). A tenth and three tenths, and a half above, are our
/// round rendering of their ranges. What is exact to the digits written is hedged by half as much: "about 90 %" is not 70 %.
struct Widths;

impl Widths {
    const ABOUT_INFERRED: (i64, i64) = (1, 10);
    const ABOUT_ENTAILED: (i64, i64) = (3, 10);
    const CLOSE_INFERRED: (i64, i64) = (1, 20);
    const CLOSE_ENTAILED: (i64, i64) = (3, 20);
    const BEYOND_INFERRED: (i64, i64) = (1, 2);
    /// Nobody rounds a sum of millions, or a measure, by more.
    const ROUNDED_SUM: (i64, i64) = (1, 20);
    const ROUNDED_MEASURE: (i64, i64) = (1, 10);
}

/// From here on figures are told with a scale.
const SCALED: i64 = 1_000_000;
/// Counts and sums below are told as they are.
const COUNTED: i64 = 100;
/// Rates below are quoted.
const QUOTED: i64 = 1_000;

fn share(of: Number, (n, d): (i64, i64)) -> Option<Number> {
    of.times(Number::ratio(n, d)?)
}

/// A figure: the number, the power of ten that its last digit but for zeros stands for, and how exactly its kind is given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub(super) n: Number,
    pub(super) grain: Number,
    pub(super) precision: Precision,
}

impl Figure {
    fn is_below(self, limit: i64) -> bool {
        self.n.abs() < Number::from_int(limit)
    }

    /// Half of what the last digit written stands for, zeros at the end being digits.
    fn digit(self) -> Option<Number> {
        share(self.grain.min(Number::from_int(1)), (1, 2))
    }

    /// How far from the figure a reader takes another for the same.
    fn agrees(self) -> Option<Number> {
        match self.precision {
            Precision::Told => share(self.grain, (1, 4)),
            _ if !self.is_below(SCALED) && self.grain > Number::from_int(1) => {
                Some(share(self.grain, (1, 2))?.min(share(self.n.abs(), Widths::ROUNDED_SUM)?))
            }
            Precision::Count => Some(Number::ZERO),
            _ => self.digit(),
        }
    }

    /// How far from the figure another can hold by the letter.
    fn holds(self) -> Option<Number> {
        let rounding = share(self.grain, (1, 2));
        let whole = self.grain > Number::from_int(1);
        match self.precision {
            Precision::Told => rounding,
            _ if !self.is_below(SCALED) => {
                if whole {
                    rounding
                } else {
                    self.agrees()
                }
            }
            Precision::Count | Precision::Sum if whole && !self.is_below(COUNTED) => rounding,
            Precision::Rate if whole && !self.is_below(QUOTED) => rounding,
            Precision::Measured if whole => Some(rounding?.min(share(self.n.abs(), Widths::ROUNDED_MEASURE)?).max(self.digit()?)),
            _ => self.agrees(),
        }
    }

    /// The same two for "about".
    fn is_about(self) -> Option<(Number, Number)> {
        let (n, half) = (self.n.abs(), share(self.grain, (1, 2))?);
        let (inferred, entailed) = if matches!(self.precision, Precision::Written | Precision::Rate) {
            let wide = (share(n, Widths::ABOUT_INFERRED)?, share(n, Widths::ABOUT_ENTAILED)?);
            let close = (share(n, Widths::CLOSE_INFERRED)?, share(n, Widths::CLOSE_ENTAILED)?);
            (close.0.max(half.min(wide.0)), close.1.max(self.grain.min(wide.1)))
        } else {
            (share(n, Widths::ABOUT_INFERRED)?.max(half), share(n, Widths::ABOUT_ENTAILED)?.max(self.grain))
        };
        let (inferred, entailed) = (inferred.max(self.agrees()?), entailed.max(self.holds()?));
        Some((inferred, entailed.max(inferred)))
    }

    /// The interval that the words entail: outside it the claim is false.
    pub(super) fn entailed(self, modifier: Option<Modifier>) -> Bounds {
        let n = self.n;
        match modifier {
            Some(Modifier::MoreThan | Modifier::After) => Bounds { low: Some(n), high: None, closed: false },
            Some(Modifier::LessThan | Modifier::Before) => Bounds { low: None, high: Some(n), closed: false },
            Some(Modifier::EqualOrMore | Modifier::OnOrAfter) => Bounds { low: Some(n), high: None, closed: true },
            Some(Modifier::EqualOrLess | Modifier::OnOrBefore) => Bounds { low: None, high: Some(n), closed: true },
            Some(_) => around(n, self.is_about().map(|w| w.1)),
            None => around(n, self.holds()),
        }
    }

    /// The interval that a reader infers: inside the entailed one, and what two values must share to agree.
    pub(super) fn inferred(self, modifier: Option<Modifier>) -> Bounds {
        let n = self.n;
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
            Some(_) => around(n, self.is_about().map(|w| w.0)),
            None => around(n, self.agrees()),
        }
    }
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
