//! Units that are exact multiples of one base unit, so that amounts in them compare.
//!
//! Lengths: the metre; masses: the kilogram. The metric prefixes are those of the SI; yard and pound are those of the
//! international yard and pound agreement of 1959 (1 yd = 0.9144 m, 1 lb = 0.45359237 kg, both exact), and foot, inch,
//! mile and ounce their exact parts and multiples. The ton is missing: it is the short one, the long one or the metric
//! one, as the country has it.

use super::{Bounds, Number, Quantity, Unit};

/// A unit, its base unit, and how many base units it is, as numerator and denominator.
const UNITS: &[(&str, &str, (i64, i64))] = &[
    ("mm", "m", (1, 1_000)),
    ("cm", "m", (1, 100)),
    ("m", "m", (1, 1)),
    ("km", "m", (1_000, 1)),
    ("inch", "m", (254, 10_000)),
    ("ft", "m", (3_048, 10_000)),
    ("yard", "m", (9_144, 10_000)),
    ("mile", "m", (1_609_344, 1_000)),
    ("mg", "kg", (1, 1_000_000)),
    ("g", "kg", (1, 1_000)),
    ("kg", "kg", (1, 1)),
    ("t", "kg", (1_000, 1)),
    ("oz", "kg", (45_359_237, 1_600_000_000)),
    ("lb", "kg", (45_359_237, 100_000_000)),
];

/// The base unit of `unit` and how many of it one is.
fn base(unit: &Unit) -> Option<(&'static str, Number)> {
    let (_, base, (above, below)) = UNITS.iter().find(|row| row.0 == unit.as_str())?;
    Some((base, Number::ratio(*above, *below)?))
}

/// How many base units one `a` and one `b` are, where they have the same base unit.
pub(super) fn factors(a: &Unit, b: &Unit) -> Option<(Number, Number)> {
    let ((a_base, a), (b_base, b)) = (base(a)?, base(b)?);
    (a_base == b_base).then_some((a, b))
}

/// What a comparison needs of a quantity, in base units. `None` where a number does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Converted {
    pub(super) amount: Number,
    pub(super) upper: Option<Number>,
    pub(super) entailed: Bounds,
    pub(super) inferred: Bounds,
}

/// `quantity` in base units, of which one of its units is `factor`. What the words leave open is told in the unit of
/// the words, so the bounds are drawn first and converted then.
pub(super) fn converted(quantity: &Quantity, factor: Number) -> Option<Converted> {
    let end = |n: Option<Number>| n.map_or(Some(None), |n| n.times(factor).map(Some));
    let bounds = |b: Bounds| Some(Bounds { low: end(b.low)?, high: end(b.high)?, closed: b.closed });
    Some(Converted {
        amount: quantity.amount.times(factor)?,
        upper: end(quantity.upper)?,
        entailed: bounds(quantity.entailed())?,
        inferred: bounds(quantity.inferred())?,
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
        ];
        for (a, a_unit, b, b_unit) in rows {
            let found = compare(&quantity(a, a_unit), &quantity(b, b_unit));
            assert_eq!((found.outcome, found.reason), (Outcome::Equal, Reason::SameValue), "{a} {a_unit}, {b} {b_unit}");
        }
        assert_eq!(rows.map(|row| row.1), UNITS.iter().map(|row| row.0).collect::<Vec<_>>()[..]);
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
            let (_, factor) = base(&Unit::new(UNITS[unit].0)).unwrap();
            let (x, y) = (Number::from_int(a), Number::from_int(b));
            prop_assert_eq!(x.times(factor).unwrap().cmp(&y.times(factor).unwrap()), a.cmp(&b));
        }
    }
}
