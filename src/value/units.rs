//! Which units amounts are measured in or paid in, and those that are exact multiples of one base unit, so that amounts in
//! them compare.
//!
//! Prefixes are those of the SI (BIPM, 9th brochure, table 7). Yard and pound are those of the international yard and pound
//! agreement of 1959 (1 yd = 0.9144 m, 1 lb = 0.45359237 kg, both exact); foot, inch, mile, acre, ounce, stone are their exact
//! parts and multiples, the nautical mile 1852 m (NIST Special Publication 811, 2008, appendix B.8, bold factors). The
//! astronomical unit is that of resolution B2 of the IAU of 2012, the light year its Julian one. Bytes are counted in
//! thousands (IEC 80000-13). Missing are those that countries or trades differ on: the ton, the gallon with its parts and
//! multiples, the horsepower, the calorie. Temperatures differ in their zeros as well (`SCALES`).

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::hedge::Precision;
use super::{Bounds, DurationUnit, Number, Quantity};

/// A unit, its base unit, and how many base units it is, as numerator and denominator.
type Row = (&'static str, &'static str, (i64, i64));

const UNITS: &[Row] = &[
    ("pm", "m", (1, 1_000_000_000_000)),
    ("nm", "m", (1, 1_000_000_000)),
    ("µm", "m", (1, 1_000_000)),
    ("mm", "m", (1, 1_000)),
    ("cm", "m", (1, 100)),
    ("m", "m", (1, 1)),
    ("km", "m", (1_000, 1)),
    ("inch", "m", (254, 10_000)),
    ("ft", "m", (3_048, 10_000)),
    ("yard", "m", (9_144, 10_000)),
    ("mile", "m", (1_609_344, 1_000)),
    ("nautical mile", "m", (1_852, 1)),
    ("au", "m", (149_597_870_700, 1)),
    ("light-year", "m", (9_460_730_472_580_800, 1)),
    ("µg", "kg", (1, 1_000_000_000)),
    ("mg", "kg", (1, 1_000_000)),
    ("g", "kg", (1, 1_000)),
    ("kg", "kg", (1, 1)),
    ("t", "kg", (1_000, 1)),
    ("oz", "kg", (45_359_237, 1_600_000_000)),
    ("lb", "kg", (45_359_237, 100_000_000)),
    ("stone", "kg", (45_359_237 * 14, 100_000_000)),
    ("carat", "kg", (2, 10_000)),
    ("mm²", "m²", (1, 1_000_000)),
    ("cm²", "m²", (1, 10_000)),
    ("m²", "m²", (1, 1)),
    ("ha", "m²", (10_000, 1)),
    ("km²", "m²", (1_000_000, 1)),
    ("sq in", "m²", (64_516, 100_000_000)),
    ("sq ft", "m²", (9_290_304, 100_000_000)),
    ("sq yd", "m²", (83_612_736, 100_000_000)),
    ("acre", "m²", (40_468_564_224, 10_000_000)),
    ("sq mi", "m²", (2_589_988_110_336, 1_000_000)),
    ("ml", "l", (1, 1_000)),
    ("cl", "l", (1, 100)),
    ("l", "l", (1, 1)),
    ("cm³", "l", (1, 1_000)),
    ("mm³", "l", (1, 1_000_000)),
    ("m³", "l", (1_000, 1)),
    ("km³", "l", (1_000_000_000_000, 1)),
    ("cu in", "l", (16_387_064, 1_000_000_000)),
    ("cu ft", "l", (28_316_846_592, 1_000_000_000)),
    ("cu yd", "l", (764_554_857_984, 1_000_000_000)),
    ("m/s", "m/s", (1, 1)),
    ("km/h", "m/s", (5, 18)),
    ("mph", "m/s", (44_704, 100_000)),
    ("knot", "m/s", (1_852, 3_600)),
    ("J", "J", (1, 1)),
    ("kJ", "J", (1_000, 1)),
    ("MJ", "J", (1_000_000, 1)),
    ("GJ", "J", (1_000_000_000, 1)),
    ("Wh", "J", (3_600, 1)),
    ("kWh", "J", (3_600_000, 1)),
    ("MWh", "J", (3_600_000_000, 1)),
    ("GWh", "J", (3_600_000_000_000, 1)),
    ("TWh", "J", (3_600_000_000_000_000, 1)),
    ("eV", "eV", (1, 1)),
    ("keV", "eV", (1_000, 1)),
    ("MeV", "eV", (1_000_000, 1)),
    ("GeV", "eV", (1_000_000_000, 1)),
    ("TeV", "eV", (1_000_000_000_000, 1)),
    ("mW", "W", (1, 1_000)),
    ("W", "W", (1, 1)),
    ("kW", "W", (1_000, 1)),
    ("MW", "W", (1_000_000, 1)),
    ("GW", "W", (1_000_000_000, 1)),
    ("TW", "W", (1_000_000_000_000, 1)),
    ("N", "N", (1, 1)),
    ("kN", "N", (1_000, 1)),
    ("Pa", "Pa", (1, 1)),
    ("hPa", "Pa", (100, 1)),
    ("kPa", "Pa", (1_000, 1)),
    ("MPa", "Pa", (1_000_000, 1)),
    ("GPa", "Pa", (1_000_000_000, 1)),
    ("mbar", "Pa", (100, 1)),
    ("bar", "Pa", (100_000, 1)),
    ("atm", "Pa", (101_325, 1)),
    ("mV", "V", (1, 1_000)),
    ("V", "V", (1, 1)),
    ("kV", "V", (1_000, 1)),
    ("mA", "A", (1, 1_000)),
    ("A", "A", (1, 1)),
    ("µSv", "Sv", (1, 1_000_000)),
    ("mSv", "Sv", (1, 1_000)),
    ("Sv", "Sv", (1, 1)),
    ("bit", "B", (1, 8)),
    ("B", "B", (1, 1)),
    ("kB", "B", (1_000, 1)),
    ("MB", "B", (1_000_000, 1)),
    ("GB", "B", (1_000_000_000, 1)),
    ("TB", "B", (1_000_000_000_000, 1)),
    ("PB", "B", (1_000_000_000_000_000, 1)),
    ("EB", "B", (1_000_000_000_000_000_000, 1)),
    ("kbps", "bit/s", (1_000, 1)),
    ("Mbps", "bit/s", (1_000_000, 1)),
    ("Gbps", "bit/s", (1_000_000_000, 1)),
    ("Hz", "Hz", (1, 1)),
    ("kHz", "Hz", (1_000, 1)),
    ("MHz", "Hz", (1_000_000, 1)),
    ("GHz", "Hz", (1_000_000_000, 1)),
    ("THz", "Hz", (1_000_000_000_000, 1)),
    ("%", "%", (1, 1)),
    ("ppm", "%", (1, 10_000)),
    ("ppb", "%", (1, 10_000_000)),
    ("percentage point", "percentage point", (1, 1)),
    ("basis point", "percentage point", (1, 100)),
];

/// Scales of temperature: how many kelvins a degree is, and how many kelvins its zero lies above the lowest. BIPM, 9th brochure,
/// 2.3.1 (t/°C = T/K − 273.15); NIST Special Publication 811, B.9 (T/K = (t/°F + 459.67)/1.8).
const SCALES: &[Degree] = &[("K", (1, 1), (0, 1)), ("°C", (1, 1), (27_315, 100)), ("°F", (5, 9), (45_967, 180))];

/// A scale of temperature, as two fractions.
type Degree = (&'static str, (i64, i64), (i64, i64));

/// Units whose figures are exact to the digits written, however round: shares and points, doses, temperatures, ages, what an
/// instrument shows. All others are told by their kind: counts, sums, rates, measures.
const WRITTEN: &[&str] = &[
    "%",
    "percentage point",
    "basis point",
    "ppm",
    "ppb",
    "µg",
    "mg",
    "ml",
    "cl",
    "mSv",
    "µSv",
    "mGy",
    "teaspoon",
    "tablespoon",
    "karat",
    "°",
    "°C",
    "°F",
    "K",
    "magnitude",
    "mmHg",
    "bpm",
    "dB",
    "mpg",
    "year-old",
    "month-old",
    "week-old",
    "day-old",
];

/// How exactly amounts in the unit are given, where the unit itself tells.
pub(super) fn precision(unit: &str) -> Option<Precision> {
    WRITTEN.contains(&unit).then_some(Precision::Written)
}

/// Names that records give units, and the unit. Counted nouns need no row: a plural is told by its form.
const ALIASES: &[(&str, &str)] = &[
    ("percent", "%"),
    ("per cent", "%"),
    ("pct", "%"),
    ("percentage points", "percentage point"),
    ("pp", "percentage point"),
    ("ppt", "percentage point"),
    ("basis points", "basis point"),
    ("bp", "basis point"),
    ("bps", "basis point"),
    ("people", "person"),
    ("persons", "person"),
    ("children", "child"),
    ("men", "man"),
    ("women", "woman"),
    ("US dollars", "USD"),
    ("US dollar", "USD"),
    ("US$", "USD"),
    ("dollars", "$"),
    ("dollar", "$"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("yen", "JPY"),
    ("¥", "JPY"),
    ("kilometers", "km"),
    ("kilometres", "km"),
    ("kilometer", "km"),
    ("kilometre", "km"),
    ("meters", "m"),
    ("metres", "m"),
    ("meter", "m"),
    ("metre", "m"),
    ("centimeters", "cm"),
    ("centimetres", "cm"),
    ("miles", "mile"),
    ("mi", "mile"),
    ("feet", "ft"),
    ("foot", "ft"),
    ("inches", "inch"),
    ("acres", "acre"),
    ("hectares", "ha"),
    ("hectare", "ha"),
    ("square kilometers", "km²"),
    ("square kilometres", "km²"),
    ("km2", "km²"),
    ("m2", "m²"),
    ("square miles", "sq mi"),
    ("kilograms", "kg"),
    ("kilogram", "kg"),
    ("grams", "g"),
    ("gram", "g"),
    ("milligrams", "mg"),
    ("milligram", "mg"),
    ("tonnes", "t"),
    ("tonne", "t"),
    ("metric tons", "t"),
    ("tons", "ton"),
    ("lbs", "lb"),
    ("liters", "l"),
    ("litres", "l"),
    ("litre", "l"),
    ("liter", "l"),
    ("barrels", "barrel"),
    ("megawatts", "MW"),
    ("celsius", "°C"),
    ("Celsius", "°C"),
    ("degrees Celsius", "°C"),
    ("C", "°C"),
    ("fahrenheit", "°F"),
    ("Fahrenheit", "°F"),
    ("degrees Fahrenheit", "°F"),
    ("F", "°F"),
    ("years old", "year-old"),
];

/// The unit of that name.
fn standard(name: &str) -> &str {
    STANDARD.get(name).copied().unwrap_or(name)
}

/// The rows by name: two amounts are compared ten thousand times where one is told once.
static STANDARD: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| ALIASES.iter().copied().collect());
static ROWS: LazyLock<FxHashMap<&str, &Row>> = LazyLock::new(|| UNITS.iter().map(|row| (row.0, row)).collect());
static MEASURED: LazyLock<FxHashSet<&str>> = LazyLock::new(|| UNITS.iter().map(|row| row.0).chain(OTHERS.iter().copied()).collect());

/// Units of time, as records and counted nouns have them, and how many of the unit of a duration one is.
const LENGTHS: &[(&str, DurationUnit, i64)] = &[
    ("second", DurationUnit::Second, 1),
    ("sec", DurationUnit::Second, 1),
    ("minute", DurationUnit::Minute, 1),
    ("min", DurationUnit::Minute, 1),
    ("hour", DurationUnit::Hour, 1),
    ("hr", DurationUnit::Hour, 1),
    ("h", DurationUnit::Hour, 1),
    ("day", DurationUnit::Day, 1),
    ("night", DurationUnit::Day, 1),
    ("week", DurationUnit::Week, 1),
    ("fortnight", DurationUnit::Week, 2),
    ("month", DurationUnit::Month, 1),
    ("quarter", DurationUnit::Month, 3),
    ("year", DurationUnit::Year, 1),
    ("yr", DurationUnit::Year, 1),
    ("decade", DurationUnit::Year, 10),
];

/// The unit of time of that name, in the singular or the plural, and how many of the unit of a duration one is.
pub(super) fn length(unit: &str) -> Option<(DurationUnit, i64)> {
    let one = unit.strip_suffix('s').unwrap_or(unit);
    LENGTHS.iter().find(|row| row.0 == unit || row.0 == one).map(|row| (row.1, row.2))
}

/// Words that open what an amount is told of: "% of GDP", "year in prison", "person on board".
const OPENERS: &[&str] = &[
    "of", "in", "per", "among", "from", "at", "on", "for", "with", "by", "to", "under", "over", "above", "below", "within", "since",
    "between", "against", "as", "before", "after", "during", "out", "near", "without", "who", "whose", "that", "which", "and", "or",
    "than", "more", "less", "across", "behind", "not",
];

/// A unit, and what its words say beyond it: "% of GDP" is a share of something, "year in prison" a length of one thing.
/// The rest is `""` where they say no more.
pub(super) fn parts(unit: &str) -> (&str, &str) {
    if !unit.contains(' ') || is_measured(unit) || is_alias(unit) {
        return (unit, "");
    }
    // "9 of 12": what is counted is not said.
    if unit.starts_with("of ") || unit.starts_with("per ") {
        return ("", unit);
    }
    let cuts = || unit.match_indices(' ').map(|(at, _)| (&unit[..at], &unit[at + 1..]));
    let known = |head: &str| is_measured(head) || is_alias(head) || length(head).is_some() || is_code(head);
    let longest = cuts().rfind(|(head, _)| known(head));
    let opened = || cuts().find(|(_, rest)| OPENERS.contains(&rest.split(' ').next().unwrap_or_default()));
    longest.or_else(opened).unwrap_or((unit, ""))
}

fn is_alias(unit: &str) -> bool {
    STANDARD.contains_key(unit)
}

fn is_code(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())
}

/// Units that are measured or paid in as well, but are no exact multiples of another: those that are not the same everywhere,
/// those without relatives here, and money whose country is not said.
const OTHERS: &[&str] = &[
    "$",
    "rupee",
    "franc",
    "lira",
    "lei",
    "krona",
    "krone",
    "crown",
    "peso",
    "dinar",
    "dirham",
    "riyal",
    "rial",
    "shilling",
    "kwacha",
    "cent",
    "penny",
    "paisa",
    "sen",
    "kopek",
    "ton",
    "gallon",
    "pint",
    "quart",
    "fl oz",
    "barrel",
    "bushel",
    "teaspoon",
    "tablespoon",
    "karat",
    "mpg",
    "rpm",
    "bpm",
    "fps",
    "lb ft",
    "Nm",
    "hp",
    "mAh",
    "calorie",
    "kcal",
    "farad",
    "Ω",
    "psi",
    "mmHg",
    "dB",
    "lm",
    "lx",
    "mGy",
    "Bq",
    "megapixel",
    "°",
    "°C",
    "°F",
    "K",
    "rad",
    "magnitude",
];

/// How many of the units without relatives are money whose country is not said: they stand first.
const OPEN_MONEY: usize = 20;

/// Whether amounts in the unit are measured or paid, rather than counted one by one.
pub(super) fn is_measured(unit: &str) -> bool {
    MEASURED.contains(unit)
}

/// Whether the unit is money whose country is not said.
pub(super) fn is_open_money(unit: &str) -> bool {
    OTHERS[..OPEN_MONEY].contains(&unit)
}

/// How a unit turns into its base unit: so many of it, and its zero so far above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    factor: Number,
    zero: Number,
}

impl Scale {
    pub(super) const fn times(factor: Number) -> Self {
        Self { factor, zero: Number::ZERO }
    }
}

/// The base unit of `unit` and how to turn one into the other. A change of temperature has no zero.
fn base(unit: &str, change: bool) -> Option<(&'static str, Scale)> {
    if let Some((_, base, (above, below))) = ROWS.get(unit) {
        return Some((*base, Scale::times(Number::ratio(*above, *below)?)));
    }
    let (_, (above, below), (zero, of)) = SCALES.iter().find(|row| row.0 == unit)?;
    let zero = if change { Number::ZERO } else { Number::ratio(*zero, *of)? };
    Some(("K", Scale { factor: Number::ratio(*above, *below)?, zero }))
}

/// How an amount in `a` and one in `b` turn into one unit; `None` where nothing is known of that. `change` where they are
/// changes.
pub(super) fn scales(a: &str, b: &str, change: bool) -> Option<(Scale, Scale)> {
    let same = Scale::times(Number::from_int(1));
    if a == b {
        return Some((same, same));
    }
    let (a, b) = (standard(a), standard(b));
    if is_one(a, b) {
        return Some((same, same));
    }
    let ((a_base, a), (b_base, b)) = (base(a, change)?, base(b, change)?);
    (a_base == b_base).then_some((a, b))
}

/// Whether two names are one unit: counted nouns may stand in the plural.
pub(super) fn is_one(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = (standard(a), standard(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let plural = || {
        let ies = short.strip_suffix('y').and_then(|stem| long.strip_prefix(stem));
        short.len() > 1 && (matches!(long.strip_prefix(short), Some("s" | "es")) || ies == Some("ies"))
    };
    a == b || !is_measured(short) && !is_measured(long) && plural()
}

/// What a comparison needs of a quantity, in base units. `None` where a number does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Converted {
    pub(super) amount: Number,
    pub(super) upper: Option<Number>,
    pub(super) entailed: Bounds,
    pub(super) inferred: Bounds,
}

/// `quantity` in base units. What the words leave open is told in the unit of the words, so the bounds are drawn first and
/// converted then. Of two units one is often converted from the other by the writer, who rounds: there a reader takes the figures
/// for the same within the rounding of both (`apart`).
pub(super) fn converted(quantity: &Quantity, scale: Scale, apart: bool) -> Option<Converted> {
    // Most amounts are told in one unit.
    let is_same = scale == Scale::times(Number::from_int(1));
    let turned = |n: Number| if is_same { Some(n) } else { n.times(scale.factor)?.plus(scale.zero) };
    let end = |n: Option<Number>| n.map_or(Some(None), |n| turned(n).map(Some));
    let bounds = |b: Bounds| Some(Bounds { low: end(b.low)?, high: end(b.high)?, closed: b.closed });
    let inferred = if apart && quantity.modifier.is_none() { quantity.entailed() } else { quantity.inferred() };
    Some(Converted {
        amount: turned(quantity.amount)?,
        upper: end(quantity.upper)?,
        entailed: bounds(quantity.entailed())?,
        inferred: bounds(inferred)?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Outcome, Reason, Value, compare};
    use super::*;

    fn quantity(amount: &str, unit: &str) -> Value {
        Value::Quantity(Quantity::new(amount.parse().unwrap(), unit))
    }

    #[test]
    fn every_unit_is_so_many_of_another() {
        let rows = [
            ("10", "mm", "1", "cm"),
            ("100", "cm", "1", "m"),
            ("3", "m", "300", "cm"),
            ("1.5", "km", "1500", "m"),
            ("1", "inch", "2.54", "cm"),
            ("1", "ft", "0.3048", "m"),
            ("1", "yard", "0.9144", "m"),
            ("1", "mile", "1609.344", "m"),
            ("1000", "mg", "1", "g"),
            ("1000", "g", "1", "kg"),
            ("2", "kg", "2000", "g"),
            ("2.5", "t", "2500", "kg"),
            ("16", "oz", "1", "lb"),
            ("1", "lb", "0.45359237", "kg"),
            ("1", "stone", "14", "lb"),
            ("5", "carat", "1", "g"),
            ("1000", "µg", "1", "mg"),
            ("1000", "pm", "1", "nm"),
            ("1000", "nm", "1", "µm"),
            ("1000", "µm", "1", "mm"),
            ("1", "nautical mile", "1852", "m"),
            ("1", "au", "149597870700", "m"),
            ("1", "light-year", "9460730472580.8", "km"),
            ("100", "mm²", "1", "cm²"),
            ("1", "ha", "10000", "m²"),
            ("1", "km²", "100", "ha"),
            ("1", "sq in", "6.4516", "cm²"),
            ("1", "sq ft", "144", "sq in"),
            ("1", "sq yd", "9", "sq ft"),
            ("1", "acre", "4840", "sq yd"),
            ("1", "sq mi", "640", "acre"),
            ("10", "ml", "1", "cl"),
            ("1", "l", "1000", "cm³"),
            ("1", "cm³", "1000", "mm³"),
            ("1", "m³", "1000", "l"),
            ("1", "km³", "1000000000", "m³"),
            ("1728", "cu in", "1", "cu ft"),
            ("27", "cu ft", "1", "cu yd"),
            ("3.6", "km/h", "1", "m/s"),
            ("1", "mph", "1.609344", "km/h"),
            ("1", "knot", "1.852", "km/h"),
            ("1", "kJ", "1000", "J"),
            ("1", "GJ", "1000", "MJ"),
            ("1", "Wh", "3.6", "kJ"),
            ("1", "kWh", "3.6", "MJ"),
            ("1", "MWh", "1000", "kWh"),
            ("1", "TWh", "1000", "GWh"),
            ("1", "keV", "1000", "eV"),
            ("1", "GeV", "1000", "MeV"),
            ("1", "TeV", "1000", "GeV"),
            ("1", "W", "1000", "mW"),
            ("1", "MW", "1000", "kW"),
            ("1", "TW", "1000", "GW"),
            ("1", "kN", "1000", "N"),
            ("1", "hPa", "100", "Pa"),
            ("1", "GPa", "1000", "MPa"),
            ("1", "mbar", "1", "hPa"),
            ("1", "bar", "100", "kPa"),
            ("1", "atm", "101.325", "kPa"),
            ("1", "V", "1000", "mV"),
            ("1", "kV", "1000", "V"),
            ("1", "A", "1000", "mA"),
            ("1", "Sv", "1000", "mSv"),
            ("1", "mSv", "1000", "µSv"),
            ("1", "B", "8", "bit"),
            ("1", "MB", "1000", "kB"),
            ("1", "TB", "1000", "GB"),
            ("1", "EB", "1000", "PB"),
            ("1", "Mbps", "1000", "kbps"),
            ("1", "Gbps", "1000", "Mbps"),
            ("1", "kHz", "1000", "Hz"),
            ("1", "GHz", "1000", "MHz"),
            ("1", "THz", "1000", "GHz"),
            ("1", "%", "10000", "ppm"),
            ("1", "ppm", "1000", "ppb"),
            ("1", "percentage point", "100", "basis point"),
        ];
        for (a, a_unit, b, b_unit) in rows {
            let found = compare(&quantity(a, a_unit), &quantity(b, b_unit));
            assert_eq!((found.outcome, found.reason), (Outcome::Equal, Reason::SameValue), "{a} {a_unit}, {b} {b_unit}");
        }
        let row = |unit: &str| rows.iter().any(|row| row.1 == unit || row.3 == unit);
        let missing: Vec<_> = UNITS.iter().map(|row| row.0).filter(|unit| !row(unit)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn no_name_stands_in_two_rows() {
        assert_eq!((STANDARD.len(), ROWS.len(), MEASURED.len()), (ALIASES.len(), UNITS.len(), UNITS.len() + OTHERS.len()));
    }

    #[test]
    fn money_of_no_country_stands_first() {
        assert_eq!((OTHERS[0], OTHERS[OPEN_MONEY - 1], OTHERS[OPEN_MONEY]), ("$", "kopek", "ton"));
    }

    #[test]
    fn units_have_a_rest() {
        for (unit, expected) in [
            ("%", ("%", "")),
            ("% of GDP", ("%", "of GDP")),
            ("percentage point", ("percentage point", "")),
            ("year in prison", ("year", "in prison")),
            ("year probation", ("year", "probation")),
            ("sq mi of forest", ("sq mi", "of forest")),
            ("person on board", ("person", "on board")),
            ("police officer", ("police officer", "")),
            ("USD in cash", ("USD", "in cash")),
            ("of 12", ("", "of 12")),
            ("", ("", "")),
        ] {
            assert_eq!(parts(unit), expected);
        }
    }

    #[test]
    fn converted_amounts_compare() {
        for (a, b, outcome) in [
            (("1.6", "km"), ("1", "mile"), Outcome::Refines),
            (("3", "km"), ("30", "km"), Outcome::Contradicts),
            (("3", "km"), ("300", "m"), Outcome::Contradicts),
            (("5", "km"), ("5", "kg"), Outcome::Incomparable),
            (("1", "ton"), ("1", "t"), Outcome::Incomparable),
            (("1", "m"), ("1", "person"), Outcome::Incomparable),
        ] {
            let (x, y) = (quantity(a.0, a.1), quantity(b.0, b.1));
            assert_eq!(compare(&x, &y).outcome, outcome, "{a:?} {b:?}");
            assert_eq!(compare(&y, &x).outcome, outcome.flipped(), "{b:?} {a:?}");
        }
        let huge = quantity("9000000000000000000", "km");
        assert_eq!(compare(&huge, &quantity("1", "m")).reason, Reason::OtherUnit);
    }

    proptest! {
    #[test]
    fn converting_keeps_the_order(a in -1_000_000..1_000_000_i64, b in -1_000_000..1_000_000_i64, unit in 0..UNITS.len()) {
        let (_, scale) = base(UNITS[unit].0, false).unwrap();
        let (x, y) = (Number::from_int(a), Number::from_int(b));
        if let (Some(p), Some(q)) = (x.times(scale.factor), y.times(scale.factor)) {
            prop_assert_eq!(p.cmp(&q), a.cmp(&b));
        }
    }
    }
}
