//! Quantities and durations.

use std::fmt::{self, Write};
use std::sync::Arc;

use super::hedge::{self, Precision};
use super::{Bounds, Modifier, Number, units};

/// The unit of a quantity: an ISO 4217 code, "$" where the currency is not said, "%", a unit symbol, or the counted
/// noun in the singular; a rate is two of them with a stroke between ("$/barrel", "person/day").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(Arc<str>);

impl Unit {
    /// The unit of that name; `""` for a bare number.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self(name.into())
    }

    /// Its name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether amounts in it are counted one by one, rather than measured or paid.
    pub fn is_count(&self) -> bool {
        let code = |u: &str| u.len() == 3 && u.bytes().all(|b| b.is_ascii_uppercase());
        // A rate is as exact as what it is a rate of: "$/barrel", "person/day".
        let unit = if units::is_measured(&self.0) { return false } else { self.0.split('/').next().unwrap_or_default() };
        !(units::is_measured(unit) || code(unit))
    }
}

/// Whether the text tells of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Rose by.
    Up,
    /// Fell by.
    Down,
}

/// An amount in a unit, exact, as a range, or hedged.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The amount; of a range, its lower end.
    pub amount: Number,
    /// The upper end of a range ("10 to 15"); never below `amount`.
    pub upper: Option<Number>,
    /// The unit.
    pub unit: Unit,
    /// The hedge.
    pub modifier: Option<Modifier>,
    /// Set where the amount is a change, not a level.
    pub change: Option<Change>,
}

impl Quantity {
    /// An exact amount.
    pub fn new(amount: Number, unit: impl Into<Arc<str>>) -> Self {
        Self { amount, upper: None, unit: Unit::new(unit), modifier: None, change: None }
    }

    /// The same, hedged.
    #[must_use]
    pub fn hedged(mut self, modifier: Modifier) -> Self {
        self.modifier = Some(modifier);
        self
    }

    /// The interval that the words entail, in the unit.
    pub fn entailed(&self) -> Bounds {
        ends(self.amount, self.upper, |n| hedge::entailed(n, n.granularity(), self.modifier, self.precision()))
    }

    /// The interval that a reader infers, in the unit.
    pub fn inferred(&self) -> Bounds {
        ends(self.amount, self.upper, |n| hedge::inferred(n, n.granularity(), self.modifier, self.precision()))
    }

    pub(super) fn canonical(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, out: &mut impl Write) -> fmt::Result {
        write!(out, "{}", self.amount)?;
        self.upper.map_or(Ok(()), |upper| write!(out, "-{upper}"))
    }

    fn precision(&self) -> Precision {
        let unit = self.unit.as_str();
        let code = unit.split('/').next().unwrap_or_default();
        let money = code == "$" || (code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()));
        match self.unit.is_count() {
            true => Precision::Count,
            false if money => Precision::Paid,
            false => Precision::Rounded,
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)?;
        let one = self.upper.is_none() && self.amount == Number::from_int(1);
        match self.unit.as_str() {
            "" | "year-old" => Ok(()),
            unit if one || !self.unit.is_count() => write!(f, " {unit}"),
            "person" => f.write_str(" people"),
            "child" => f.write_str(" children"),
            "man" => f.write_str(" men"),
            "woman" => f.write_str(" women"),
            unit if unit.ends_with(['s', 'x', 'z']) || unit.ends_with("ch") || unit.ends_with("sh") => write!(f, " {unit}es"),
            unit => match unit.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u'])) {
                Some(stem) => write!(f, " {stem}ies"),
                None => write!(f, " {unit}s"),
            },
        }
    }
}

fn ends(amount: Number, upper: Option<Number>, bounds: impl Fn(Number) -> Bounds) -> Bounds {
    let low = bounds(amount);
    let high = upper.map_or(low, bounds);
    Bounds { low: low.low, high: high.high, closed: upper.is_some() || low.closed }
}

/// The unit that a duration was told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DurationUnit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl DurationUnit {
    /// The unit's letter in ISO 8601, and whether it stands behind the `T`.
    pub const fn designator(self) -> (char, bool) {
        match self {
            Self::Second => ('S', true),
            Self::Minute => ('M', true),
            Self::Hour => ('H', true),
            Self::Day => ('D', false),
            Self::Week => ('W', false),
            Self::Month => ('M', false),
            Self::Year => ('Y', false),
        }
    }

    /// The unit in seconds, or for months and years in months.
    pub const fn size(self) -> i64 {
        match self {
            Self::Second | Self::Month => 1,
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day => 86_400,
            Self::Week => 604_800,
            Self::Year => 12,
        }
    }

    /// Whether it is counted in months rather than seconds.
    pub const fn is_calendar(self) -> bool {
        matches!(self, Self::Month | Self::Year)
    }
}

/// A length of time. Months and years are not turned into days: their length depends on where they lie.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    /// The amount, in `unit`; of a range, its lower end.
    pub amount: Number,
    /// The upper end of a range, in `unit`.
    pub upper: Option<Number>,
    /// The largest unit it was told in.
    pub unit: DurationUnit,
    /// The hedge.
    pub modifier: Option<Modifier>,
}

impl Duration {
    /// An exact duration.
    pub const fn new(amount: Number, unit: DurationUnit) -> Self {
        Self { amount, upper: None, unit, modifier: None }
    }

    /// The same, hedged.
    #[must_use]
    pub const fn hedged(mut self, modifier: Modifier) -> Self {
        self.modifier = Some(modifier);
        self
    }

    /// The length in seconds, or in months for months and years; `None` where it does not fit.
    pub fn size(&self) -> Option<Number> {
        self.amount.times(Number::from_int(self.unit.size()))
    }

    /// The interval that the words entail, in seconds or months.
    pub fn entailed(&self) -> Bounds {
        self.bounds(hedge::entailed)
    }

    /// The interval that a reader infers, in seconds or months.
    pub fn inferred(&self) -> Bounds {
        self.bounds(hedge::inferred)
    }

    fn bounds(&self, of: impl Fn(Number, Number, Option<Modifier>, Precision) -> Bounds) -> Bounds {
        let unit = Number::from_int(self.unit.size());
        let scale =
            |b: Bounds| Bounds { low: b.low.and_then(|n| n.times(unit)), high: b.high.and_then(|n| n.times(unit)), closed: b.closed };
        scale(ends(self.amount, self.upper, |n| of(n, told_to(n), self.modifier, Precision::Told)))
    }

    /// ISO 8601 with designators; a fraction is carried into smaller units where that is exact ("PT7H30M").
    pub(super) fn canonical(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, out: &mut impl Write) -> fmt::Result {
        iso(out, self.amount, self.unit)?;
        let Some(upper) = self.upper else { return Ok(()) };
        out.write_str("/")?;
        iso(out, upper, self.unit)
    }
}

/// The grain of a told duration: half or a quarter of the unit where it is told in halves or quarters, else the unit.
/// Ninety minutes and forty days are told to the ten.
fn told_to(n: Number) -> Number {
    let one = Number::from_int(1);
    if n.is_integer() {
        return n.granularity().max(one);
    }
    [(1, 2), (1, 4)]
        .into_iter()
        .filter_map(|(a, b)| Number::ratio(a, b))
        .find(|grain| n.over(*grain).is_some_and(Number::is_integer))
        .unwrap_or_else(|| n.granularity())
}

fn iso(out: &mut impl Write, amount: Number, unit: DurationUnit) -> fmt::Result {
    let smaller = match unit {
        DurationUnit::Year => Some(DurationUnit::Month),
        DurationUnit::Week => Some(DurationUnit::Day),
        DurationUnit::Day => Some(DurationUnit::Hour),
        DurationUnit::Hour => Some(DurationUnit::Minute),
        DurationUnit::Minute => Some(DurationUnit::Second),
        DurationUnit::Second | DurationUnit::Month => None,
    };
    let (letter, clock) = unit.designator();
    let whole = Number::from_int(amount.trunc());
    let carried = smaller.filter(|_| !amount.is_integer()).and_then(|s| {
        let per = Number::ratio(unit.size(), s.size())?;
        let rest = amount.minus(whole)?.times(per)?;
        rest.is_integer().then_some((rest, s))
    });
    let t = |clock: bool| if clock { "T" } else { "" };
    let Some((rest, small)) = carried else { return write!(out, "P{}{amount}{letter}", t(clock)) };
    let (small_letter, small_clock) = small.designator();
    out.write_str("P")?;
    if whole != Number::ZERO {
        write!(out, "{}{whole}{letter}", t(clock))?;
    }
    write!(out, "{}{rest}{small_letter}", t(small_clock && !(clock && whole != Number::ZERO)))
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_in_the_plural() {
        for (n, unit, words) in [
            (3, "body", "3 bodies"),
            (2, "box", "2 boxes"),
            (2, "church", "2 churches"),
            (2, "day", "2 days"),
            (1, "body", "1 body"),
            (4, "person", "4 people"),
        ] {
            assert_eq!(Quantity::new(Number::from_int(n), unit).to_string(), words);
        }
    }

    #[test]
    fn canonical_durations() {
        use DurationUnit::*;
        let n = |t: &str| t.parse::<Number>().unwrap();
        for (amount, unit, iso) in [
            ("7.5", Hour, "PT7H30M"),
            ("90", Minute, "PT90M"),
            ("5", Year, "P5Y"),
            ("2.5", Year, "P2Y6M"),
            ("0.5", Hour, "PT30M"),
            ("1.5", Day, "P1DT12H"),
            ("1/3", Second, "PT1/3S"),
            ("2", Week, "P2W"),
        ] {
            assert_eq!(Duration::new(n(amount), unit).canonical(), iso);
        }
    }
}
