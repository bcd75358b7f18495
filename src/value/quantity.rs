//! Quantities and durations.

use std::fmt::{self, Write};
use std::sync::Arc;

use super::hedge::{Figure, Precision};
use super::{Bounds, Modifier, Number, units};

/// The unit of a quantity: an ISO 4217 code, "$" where the currency is not said, "%", a unit symbol, or the counted
/// noun in the singular; a rate is two of them with a stroke between ("$/barrel", "person/day"). What the words say
/// beyond an amount stands behind it: "% of GDP", "year in prison".
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

    /// Whether amounts in it are of money.
    pub(crate) fn is_money(&self) -> bool {
        is_paid(units::parts(&self.0).0)
    }

    /// Whether amounts in it are counted one by one, rather than measured or paid.
    pub fn is_count(&self) -> bool {
        let unit = units::parts(&self.0).0;
        // A rate is as exact as what it is a rate of: "$/barrel", "person/day".
        !(units::is_measured(unit) || is_paid(unit) || units::is_measured(unit.split('/').next().unwrap_or_default()))
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
    /// What the last digit written stands for, where that is finer than the number tells: a tenth in "90.0".
    pub written: Option<Number>,
}

impl Quantity {
    /// Of two ends that an amount moved between, the one that it came to: "from 38 to 41" is 41. `None` where it moved nowhere.
    #[cfg(feature = "english")]
    pub(crate) fn moved_to(&self) -> Option<Self> {
        let (upper, change) = self.upper.zip(self.change)?;
        let amount = if change == Change::Up { upper } else { self.amount };
        Some(Self { amount, upper: None, change: None, ..self.clone() })
    }

    /// An exact amount.
    pub fn new(amount: Number, unit: impl Into<Arc<str>>) -> Self {
        Self { amount, upper: None, unit: Unit::new(unit), modifier: None, change: None, written: None }
    }

    /// The same, hedged.
    #[must_use]
    pub fn hedged(mut self, modifier: Modifier) -> Self {
        self.modifier = Some(modifier);
        self
    }

    /// The interval that the words entail, in the unit.
    pub fn entailed(&self) -> Bounds {
        ends(self.amount, self.upper, |n| self.figure(n).entailed(self.modifier))
    }

    /// The interval that a reader infers, in the unit.
    pub fn inferred(&self) -> Bounds {
        ends(self.amount, self.upper, |n| self.figure(n).inferred(self.modifier))
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

    fn figure(&self, n: Number) -> Figure {
        let grain = self.grain(n);
        Figure { n, grain, precision: self.precision() }
    }

    /// What the last digit that counts stands for: the last that is no zero, or a zero written behind the point.
    fn grain(&self, n: Number) -> Number {
        let grain = n.granularity();
        self.written.filter(|w| *w > Number::ZERO && (*w < grain || n == Number::ZERO)).unwrap_or(grain)
    }

    /// How coarsely the figure may be rounded: what its last digit stands for, zeros at the end left out where its kind is told in round
    /// figures.
    pub(super) fn rounding(&self) -> Number {
        let grain = self.grain(self.amount);
        if self.precision() == Precision::Written { grain.min(Number::from_int(1)) } else { grain }
    }

    fn precision(&self) -> Precision {
        let unit = units::parts(self.unit.as_str()).0;
        match units::precision(unit) {
            Some(told) => told,
            None if unit.contains('/') => Precision::Rate,
            None if is_paid(unit) => Precision::Sum,
            None if self.unit.is_count() => Precision::Count,
            None => Precision::Measured,
        }
    }
}

/// Whether a unit, or what it is a rate of, is money.
fn is_paid(unit: &str) -> bool {
    let code = unit.split('/').next().unwrap_or_default();
    units::is_open_money(code) || (code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()))
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)?;
        let one = self.upper.is_none() && self.amount == Number::from_int(1);
        let (unit, rest) = units::parts(self.unit.as_str());
        match unit {
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
        }?;
        if rest.is_empty() { Ok(()) } else { write!(f, " {rest}") }
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
        self.bounds(|f| f.entailed(self.modifier))
    }

    /// The interval that a reader infers, in seconds or months.
    pub fn inferred(&self) -> Bounds {
        self.bounds(|f| f.inferred(self.modifier))
    }

    fn bounds(&self, of: impl Fn(Figure) -> Bounds) -> Bounds {
        let unit = Number::from_int(self.unit.size());
        let scale =
            |b: Bounds| Bounds { low: b.low.and_then(|n| n.times(unit)), high: b.high.and_then(|n| n.times(unit)), closed: b.closed };
        scale(ends(self.amount, self.upper, |n| of(Figure { n, grain: told_to(n), precision: Precision::Told })))
    }

    /// ISO 8601 with designators; a fraction is carried into smaller units, so that only the last has one ("PT7H30M",
    /// "PT15M14.62S").
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

/// The grain of a told duration: half or a quarter of the unit where it is told in halves or quarters, else the unit. A zero at
/// the end rounds nothing: ten hours are not six.
fn told_to(n: Number) -> Number {
    if n.is_integer() {
        return Number::from_int(1);
    }
    [(1, 2), (1, 4)]
        .into_iter()
        .filter_map(|(a, b)| Number::ratio(a, b))
        .find(|grain| n.over(*grain).is_some_and(Number::is_integer))
        .unwrap_or_else(|| n.granularity())
}

fn iso(out: &mut impl Write, amount: Number, unit: DurationUnit) -> fmt::Result {
    let plain = [(amount, unit)];
    let carried = carried(amount, unit);
    let parts = carried.as_deref().unwrap_or(&plain);
    out.write_str("P")?;
    let mut clock = false;
    for (n, unit) in parts {
        let (letter, timed) = unit.designator();
        let t = if timed && !clock { "T" } else { "" };
        clock |= timed;
        write!(out, "{t}{n}{letter}")?;
    }
    Ok(())
}

/// An amount with a fraction, in whole units and smaller ones. `None` where that does not come out even, or where the
/// unit has none smaller: then it keeps its fraction ("P2.5W", "PT1/3S").
fn carried(amount: Number, unit: DurationUnit) -> Option<Vec<(Number, DurationUnit)>> {
    let (mut parts, mut rest, mut unit) = (Vec::new(), amount, unit);
    while !rest.is_integer() {
        let Some(small) = smaller(unit) else { break };
        let whole = Number::from_int(rest.trunc());
        rest = rest.minus(whole)?.times(Number::ratio(unit.size(), small.size())?)?;
        if whole != Number::ZERO {
            parts.push((whole, unit));
        }
        // Weeks stand beside days only, and months have nothing below.
        if !rest.is_integer() && matches!(unit, DurationUnit::Week | DurationUnit::Year) {
            return None;
        }
        unit = small;
    }
    // What has no finite decimals has none in smaller units either.
    if !rest.is_integer() && rest.granularity() == Number::ZERO {
        return None;
    }
    if rest != Number::ZERO || parts.is_empty() {
        parts.push((rest, unit));
    }
    Some(parts)
}

const fn smaller(unit: DurationUnit) -> Option<DurationUnit> {
    match unit {
        DurationUnit::Year => Some(DurationUnit::Month),
        DurationUnit::Week => Some(DurationUnit::Day),
        DurationUnit::Day => Some(DurationUnit::Hour),
        DurationUnit::Hour => Some(DurationUnit::Minute),
        DurationUnit::Minute => Some(DurationUnit::Second),
        DurationUnit::Second | DurationUnit::Month => None,
    }
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
            ("2.5", Week, "P2.5W"),
            ("9/7", Week, "P1W2D"),
            ("45731/3000", Minute, "PT15M14.62S"),
            ("2.175", Hour, "PT2H10M30S"),
            ("3.07", Minute, "PT3M4.2S"),
            ("1.1", Day, "P1DT2H24M"),
            ("25/24", Day, "P1DT1H"),
            ("1/7", Year, "P1/7Y"),
            ("1.3", Month, "P1.3M"),
            ("9.58", Second, "PT9.58S"),
            ("1/7", Hour, "PT1/7H"),
        ] {
            assert_eq!(Duration::new(n(amount), unit).canonical(), iso);
        }
    }
}
