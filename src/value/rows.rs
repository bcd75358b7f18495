//! Rows of the algebra of values at its borders, and of the forms that values are written in.

use proptest::prelude::*;

use super::compare::is;
use super::*;

pub(super) fn n(text: &str) -> Number {
    text.parse().unwrap()
}

/// "5 km", "5-7 km", "~5 km" (about), ">5 km", "<5 km", "≥5 km", "≤5 km", "+5 km" (up), "-5 km" (down).
pub(super) fn amount(text: &str) -> Quantity {
    let (mark, rest) = match text.chars().next() {
        Some(c @ ('~' | '>' | '<' | '≥' | '≤' | '+' | '−')) => (c, &text[c.len_utf8()..]),
        _ => (' ', text),
    };
    let (figures, unit) = rest.split_once(' ').unwrap_or((rest, ""));
    let (low, high) = figures.split_once("..").map_or((figures, None), |(a, b)| (a, Some(n(b))));
    let modifier = match mark {
        '~' => Some(Modifier::Approx),
        '>' => Some(Modifier::MoreThan),
        '<' => Some(Modifier::LessThan),
        '≥' => Some(Modifier::EqualOrMore),
        '≤' => Some(Modifier::EqualOrLess),
        _ => None,
    };
    let change = match mark {
        '+' => Some(Change::Up),
        '−' => Some(Change::Down),
        _ => None,
    };
    let written = super::written(low).filter(|_| high.is_none());
    Quantity { upper: high, modifier, change, written, ..Quantity::new(n(low), unit) }
}

pub(super) fn time(text: &str) -> Time {
    let (form, modifier) = text.split_once(' ').map_or((text, None), |(f, m)| (f, Modifier::parse(m)));
    form.parse::<Time>().unwrap().with_modifier(modifier)
}

use Outcome::{Compatible, Contradicts, Equal, Incomparable, RefinedBy, Refines, Tension};

pub(super) fn check(rows: &[(&str, &str, Outcome)], value: impl Fn(&str) -> Value) {
    let found = |a: &str, b: &str| compare(&value(a), &value(b)).outcome;
    let wrong: Vec<_> = rows.iter().filter(|(a, b, o)| found(a, b) != *o || found(b, a) != o.flipped()).collect();
    assert!(wrong.is_empty(), "{:#?}", wrong.iter().map(|(a, b, o)| (a, b, o, found(a, b), found(b, a))).collect::<Vec<_>>());
}

/// How far figures of each kind may be apart: see the table of `Precision`.
#[test]
fn figures_by_their_kind() {
    check(
        &[
            // What is counted comes out whole; from a hundred on zeros at the end may be rounding.
            ("99 person", "100 person", Tension),
            ("90 person", "91 person", Contradicts),
            ("100 person", "149 person", Tension),
            ("100 person", "151 person", Contradicts),
            ("110 person", "114 person", Tension),
            ("110 person", "115 person", Contradicts),
            ("101 person", "102 person", Contradicts),
            ("2000 person", "2499 person", Tension),
            ("2000 person", "2501 person", Contradicts),
            ("999999 person", "1000000 person", Refines),
            // From a million on the last digit that is no zero is the last one written, by a twentieth at most.
            ("1000000 person", "1049999 person", RefinedBy),
            ("1000000 person", "1050001 person", Tension),
            ("1000000 person", "1500001 person", Contradicts),
            ("1200000 person", "1249999 person", RefinedBy),
            // "1.2 million" may be any such figure, cut short; of one digit, or of figures below a hundred thousand, that is not said.
            ("1200000 person", "1250001 person", Compatible),
            ("1200000 person", "1299999 person", Compatible),
            ("1200000 person", "1300001 person", Contradicts),
            ("1200000 person", "1199999 person", RefinedBy),
            ("120000 person", "125001 person", Contradicts),
            ("900000 person", "990001 person", Contradicts),
            ("1000001 person", "1000002 person", Contradicts),
            // Sums: within the last digit written.
            ("5 EUR", "5.4 EUR", RefinedBy),
            ("5 EUR", "5.6 EUR", Contradicts),
            ("90 EUR", "90.4 EUR", RefinedBy),
            ("90 EUR", "94 EUR", Contradicts),
            ("100 EUR", "149 EUR", Tension),
            ("5.20 EUR", "5.204 EUR", RefinedBy),
            ("5.20 EUR", "5.21 EUR", Contradicts),
            // Written ones: nothing else.
            ("100 %", "101 %", Contradicts),
            ("100 %", "100.4 %", RefinedBy),
            ("2000 mg", "2400 mg", Contradicts),
            ("40 °C", "40.4 °C", RefinedBy),
            // Rates: as written below a thousand.
            ("900 $/barrel", "910 $/barrel", Contradicts),
            // What a sum is by may be left unsaid, and then a difference proves nothing.
            ("900 $/barrel", "900 $", Compatible),
            ("900 rupee/year", "900 INR", Compatible),
            ("900 $/barrel", "950 $", Incomparable),
            ("5 km/h", "5 km", Incomparable),
            ("900 $/barrel", "900.4 $/barrel", RefinedBy),
            ("1000 person/day", "1100 person/day", Tension),
            ("1000 person/day", "1501 person/day", Contradicts),
            // Measures: by a tenth at most.
            ("30 km", "32 km", Tension),
            ("30 km", "33 km", Tension),
            ("30 km", "34 km", Contradicts),
            ("100 km", "109 km", Tension),
            ("100 km", "111 km", Contradicts),
            ("3 km", "3.4 km", RefinedBy),
            ("3 km", "3.6 km", Contradicts),
            ("0.5 km", "0.54 km", RefinedBy),
            ("0.5 km", "0.56 km", Contradicts),
        ],
        |t| Value::Quantity(amount(t)),
    );
}

/// What hedges leave open: a tenth to a reader, three by the letter; half as much of what is exact to the digits written.
#[test]
fn hedged_figures() {
    check(
        &[
            ("~1001 person", "1100 person", Compatible),
            ("~1001 person", "1102 person", Tension),
            ("~1001 person", "1301 person", Tension),
            ("~1001 person", "1302 person", Contradicts),
            ("~1001 person", "901 person", RefinedBy),
            ("~1001 person", "700 person", Tension),
            ("~81 %", "84 %", RefinedBy),
            ("~81 %", "85 %", Compatible),
            ("~81 %", "86 %", Tension),
            ("~81 %", "93 %", Tension),
            ("~81 %", "94 %", Contradicts),
            (">1000 person", "1001 person", RefinedBy),
            (">1000 person", "1499 person", RefinedBy),
            (">1000 person", "1501 person", Tension),
            // A round figure leaves out that it is passed, or not reached.
            (">1000 person", "1000 person", Compatible),
            ("<400 person", "400 person", Compatible),
            (">400 person", "<400 person", Contradicts),
            (">90 person", "90 person", Contradicts),
            // A mile at sea is the nautical one, and often nobody says so.
            ("13 mile", "13 nautical mile", Compatible),
            ("13 mile", "14 nautical mile", Contradicts),
            (">1001 person", "1001 person", Contradicts),
            ("≥1001 person", "1001 person", RefinedBy),
            ("≥1001 person", "1000 person", Tension),
            ("≥1001 person", "1002 person", RefinedBy),
            ("<1001 person", "1001 person", Contradicts),
            ("<1001 person", "1002 person", Contradicts),
            ("<1001 person", "503 person", RefinedBy),
            ("<1001 person", "499 person", Tension),
            ("≤1001 person", "1001 person", RefinedBy),
            ("≤1001 person", "1002 person", Contradicts),
            (">1000 person", "<1000 person", Contradicts),
            (">1000 person", "<1001 person", Compatible),
            ("≥1000 person", "≤1000 person", Compatible),
            (">1000 person", ">900 person", Compatible),
            // A figure that is rounder than a hedged one says no more.
            ("60 km", "~58 km", Compatible),
            ("58 km", "~60 km", Refines),
            ("60..62 km", "~61 km", Refines),
            ("60 %", "~60.4 %", Compatible),
            ("60.4 %", "~60 %", Refines),
            // Below zero what is more lies nearer to it, and what is less farther off.
            (">-10 °C", "-8 °C", RefinedBy),
            (">-10 °C", "-4 °C", Tension),
            ("<-10 °C", "-12 °C", RefinedBy),
            ("<-10 °C", "-16 °C", Tension),
            ("~-81 °C", "-84 °C", RefinedBy),
            ("~-81 °C", "-93 °C", Tension),
            ("~-81 °C", "-94 °C", Contradicts),
            // What is told to the last of its millions is no round figure.
            (">1234567 person", "1234567 person", Contradicts),
            (">60 km", "~71 km", Compatible),
            ("10..20 person", "15 person", RefinedBy),
            ("10..20 person", "10 person", RefinedBy),
            ("10..20 person", "20 person", RefinedBy),
            ("10..20 person", "21 person", Contradicts),
            ("10..20 person", "9 person", Contradicts),
            ("10..20 person", "15..25 person", Compatible),
            ("10..20 person", "20..25 person", Compatible),
            ("10..20 person", "21..25 person", Contradicts),
            ("10..20 person", "12..18 person", RefinedBy),
            ("10..20 person", "10..20 person", Equal),
        ],
        |t| Value::Quantity(amount(t)),
    );
}

#[test]
fn changes_and_levels() {
    check(
        &[
            ("+5 %", "+5 %", Equal),
            ("+5 %", "−5 %", Contradicts),
            ("+0 %", "−0 %", Equal),
            ("+0 %", "−1 %", Contradicts),
            ("+1 %", "−0 %", Contradicts),
            ("+0..1 %", "−0..1 %", Compatible),
            ("+5 %", "5 %", Incomparable),
            ("-5 %", "−5 %", Equal),
            ("-5 %", "+5 %", Contradicts),
            ("-5 %", "-5 %", Equal),
            ("-5 %", "5 %", Contradicts),
            ("-5..-3 %", "−5 %", Incomparable),
            ("-5 EUR", "−5 EUR", Incomparable),
            ("0 %", "−0 %", Incomparable),
        ],
        |t| Value::Quantity(amount(t)),
    );
}

/// Units, money of countries and of none, shares.
#[test]
fn units_that_meet_and_do_not() {
    check(
        &[
            ("5 $", "5 USD", Equal),
            ("5 $", "7 USD", Incomparable),
            ("5 rupee", "5 INR", Equal),
            ("5 rupee", "5 PKR", Equal),
            ("5 rupee", "5 LKR", Equal),
            ("5 rupee", "5 NPR", Equal),
            ("5 rupee", "5 MUR", Equal),
            ("5 franc", "5 CHF", Equal),
            ("5 franc", "5 XAF", Equal),
            ("5 franc", "5 XOF", Equal),
            ("5 franc", "5 RWF", Equal),
            ("5 krona", "5 SEK", Equal),
            ("5 crown", "5 ISK", Equal),
            ("5 krone", "5 NOK", Equal),
            ("5 crown", "5 DKK", Equal),
            ("5 peso", "5 MXN", Equal),
            ("5 peso", "5 ARS", Equal),
            ("5 peso", "5 CLP", Equal),
            ("5 peso", "5 COP", Equal),
            ("5 peso", "5 PHP", Equal),
            ("5 peso", "5 UYU", Equal),
            ("5 lira", "5 TRY", Equal),
            ("5 $", "5 AUD", Equal),
            ("5 $", "5 CAD", Equal),
            ("5 $", "5 NZD", Equal),
            ("5 $", "5 SGD", Equal),
            ("5 $", "5 HKD", Equal),
            ("5 $", "5 TWD", Equal),
            ("5 dollars", "5 USD", Equal),
            ("5 dollar", "5 USD", Equal),
            ("5 $", "5 US dollars", Equal),
            ("5 $", "5 US$", Equal),
            ("5 rupees", "5 INR", Equal),
            ("5 francs", "5 CHF", Equal),
            ("5 kronor", "5 SEK", Equal),
            ("5 crown", "5 SEK", Equal),
            ("5 crowns", "5 ISK", Equal),
            ("5 kroner", "5 NOK", Equal),
            ("5 crown", "5 NOK", Equal),
            ("5 crowns", "5 DKK", Equal),
            ("5 pesos", "5 MXN", Equal),
            ("5 liras", "5 TRY", Equal),
            ("5 $", "5 EUR", Incomparable),
            ("5 krona", "5 NOK", Incomparable),
            ("5 °", "5 °C", Equal),
            ("5 °", "5 °F", Equal),
            ("5 °", "5 K", Incomparable),
            ("5 °", "7 °C", Incomparable),
            // A bare number is in the other's unit.
            ("5", "5 person", Equal),
            ("5", "7 person", Contradicts),
            ("5", "7 km", Incomparable),
            ("5", "7 person/day", Incomparable),
            ("5", "7 hour", Incomparable),
            ("5", "5 hour", Equal),
            ("0.5", "50 %", Equal),
            ("1", "100 %", Contradicts),
            ("0", "0 %", Equal),
            ("0.5", "0.5 %", Equal),
            ("0.999", "99.9 %", Equal),
            ("1.5", "150 %", Contradicts),
            ("0.2..0.4", "30 %", RefinedBy),
            ("0.2..1", "30 %", Contradicts),
            ("1/3", "33 %", Refines),
            ("1/3", "35 %", Tension),
            ("1/3", "36 %", Contradicts),
            ("0.5", "55 %", Tension),
            ("0.5", "56 %", Contradicts),
            ("0.55", "56 %", Contradicts),
            ("~0.5", "70 %", Contradicts),
            // Of a whole: "4 of 5".
            ("4 of 5", "80 %", Equal),
            ("4 of 5", "0.8", Equal),
            ("4 of 5", "70 %", Contradicts),
            ("4 of 5", "4 of 5", Equal),
            ("4 of 5", "80 % of boats", Incomparable),
            ("4 of 5", "4", Compatible),
            ("4 of 0", "80 %", Incomparable),
            // What an amount is told of.
            ("5 % of GDP", "5 % of the GDP", Equal),
            ("5 % of GDP", "5 % of its GDP", Equal),
            ("5 % of GDP", "5 % of GNI", Incomparable),
            ("5 % of GDP", "5 %", Compatible),
            ("5 % of GDP", "6 %", Incomparable),
            ("95 % (CI 90–98)", "95 %", Equal),
            ("95 % ± 3", "96 %", Contradicts),
            ("95 people +/- 3", "95 people", Equal),
            ("95 people ± 3", "95 people", Equal),
            ("95 people (± 3)", "95 people", Equal),
            ("5 km", "5000 m", Equal),
            ("5 km", "5 kg", Incomparable),
            ("1 boat", "1 boats", Equal),
            ("1 city", "1 cities", Equal),
            ("1 box", "1 boxes", Equal),
            ("1 m", "1 ms", Incomparable),
            ("1 b", "1 bs", Incomparable),
            ("1 ha", "1 has", Incomparable),
            ("5 percent", "5 %", Equal),
            ("5 people", "5 person", Equal),
        ],
        |t| Value::Quantity(amount(t)),
    );
}

/// Names that records give units, and the unit of each.
/// Bounds hold and meet as the numbers within them do, looked at one by one.
#[test]
fn bounds_by_their_numbers() {
    let ends = || [None, Some(0), Some(1), Some(2)].into_iter();
    let all: Vec<Bounds> = ends()
        .flat_map(|low| ends().flat_map(move |high| [true, false].map(|closed| (low, high, closed))))
        .filter(|(low, high, closed)| low.zip(*high).is_none_or(|(l, h)| l < h || l == h && *closed))
        .map(|(low, high, closed)| Bounds { low: low.map(Number::from_int), high: high.map(Number::from_int), closed })
        .collect();
    let halves: Vec<Number> = (-1..=5).map(|n| Number::ratio(n, 2).unwrap()).collect();
    let holds = |b: &Bounds, p: &Number| {
        let above = b.low.is_none_or(|l| *p > l || *p == l && b.closed);
        above && b.high.is_none_or(|h| *p < h || *p == h && b.closed)
    };
    for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
        assert_eq!(a.overlaps(*b), halves.iter().any(|p| holds(a, p) && holds(b, p)), "{a:?} {b:?}");
        assert_eq!(a.contains(*b), halves.iter().all(|p| holds(a, p) || !holds(b, p)), "{a:?} {b:?}");
    }
}

#[test]
fn names_of_units() {
    let rows = "percent=%|per cent=%|pct=%|percentage points=percentage point|pp=percentage point|ppt=percentage point|basis points=basis point|bp=basis \
        point|bps=basis point|people=person|persons=person|children=child|men=man|women=woman|US dollars=USD|US dollar=USD|US$=USD|dollars=$|dollar=$|\
        euros=EUR|euro=EUR|€=EUR|£=GBP|yen=JPY|¥=JPY|kilometers=km|kilometres=km|kilometer=km|kilometre=km|meters=m|metres=m|meter=m|metre=m|\
        centimeters=cm|centimetres=cm|miles=mile|mi=mile|feet=ft|foot=ft|inches=inch|acres=acre|hectares=ha|hectare=ha|square kilometers=km²|square \
        kilometres=km²|km2=km²|m2=m²|square miles=sq mi|kilograms=kg|kilogram=kg|grams=g|gram=g|milligrams=mg|milligram=mg|tonnes=t|tonne=t|metric \
        tons=t|tons=ton|lbs=lb|liters=l|litres=l|litre=l|liter=l|barrels=barrel|megawatts=MW|celsius=°C|Celsius=°C|degrees Celsius=°C|C=°C|\
        fahrenheit=°F|Fahrenheit=°F|degrees Fahrenheit=°F|F=°F|years old=year-old";
    for row in rows.split('|') {
        let (name, unit) = row.split_once('=').unwrap();
        let found = compare(&Value::Quantity(Quantity::new(n("5"), name)), &Value::Quantity(Quantity::new(n("5"), unit)));
        assert_eq!(found, is(Equal, Reason::SameValue), "{row}");
        let other = compare(&Value::Quantity(Quantity::new(n("5"), name)), &Value::Quantity(Quantity::new(n("9"), unit)));
        assert_eq!(other, is(Contradicts, Reason::Disjoint), "{row}");
    }
    let lengths = [
        ("second seconds sec secs", "PT5S"),
        ("minute minutes min mins", "PT5M"),
        ("hour hours hr hrs h", "PT5H"),
        ("day days night nights", "P5D"),
        ("week weeks", "P5W"),
        ("fortnight fortnights", "P10W"),
        ("month months", "P5M"),
        ("quarter quarters", "P15M"),
        ("year years yr yrs", "P5Y"),
        ("decade decades", "P50Y"),
    ];
    for (names, iso) in lengths {
        let length = ValueRecord { kind: "duration".into(), canonical: iso.into(), ..ValueRecord::default() }.value().unwrap();
        for name in names.split(' ') {
            let counted = Value::Quantity(Quantity::new(n("5"), name));
            assert_eq!(compare(&counted, &length).outcome, Equal, "{name} {iso}");
            // "5 years in prison" is five years, of something.
            let told = Value::Quantity(Quantity::new(n("5"), format!("{name} in prison")));
            assert_eq!(compare(&told, &length).outcome, Compatible, "{name} {iso}");
        }
    }
    for (unit, count, money) in [
        ("person", true, false),
        ("boat", true, false),
        ("police officer", true, false),
        ("", true, false),
        ("km", false, false),
        ("%", false, false),
        ("USD", false, true),
        ("$", false, true),
        ("rupee", false, true),
        ("kopek", false, true),
        ("ton", false, false),
        ("$/barrel", false, true),
        ("person/day", true, false),
        ("km/day", false, false),
        ("USD in cash", false, true),
        ("person on board", true, false),
        ("magnitude", false, false),
    ] {
        assert_eq!((Unit::new(unit).is_count(), Unit::new(unit).is_money()), (count, money), "{unit}");
    }
    let open = [
        "$", "rupee", "franc", "lira", "lei", "krona", "krone", "crown", "peso", "dinar", "dirham", "riyal", "rial", "shilling", "kwacha",
        "cent", "penny", "paisa", "sen", "kopek",
    ];
    for unit in open {
        assert!(units::is_open_money(unit), "{unit}");
    }
    for unit in ["ton", "USD", "person"] {
        assert!(!units::is_open_money(unit), "{unit}");
    }
    for (unit, parts) in [
        ("year in prison", ("year", "in prison")),
        ("year", ("year", "")),
        ("sq mi of forest", ("sq mi", "of forest")),
        ("cu ft a day", ("cu ft", "a day")),
        ("US dollars in cash", ("US dollars", "in cash")),
        ("EUR million", ("EUR", "million")),
        ("police officer on duty", ("police officer", "on duty")),
        ("police officer of it in Osk", ("police officer", "of it in Osk")),
        ("kg of boats per day", ("kg", "of boats per day")),
        ("of 12", ("", "of 12")),
        ("per day", ("", "per day")),
    ] {
        assert_eq!(units::parts(unit), parts, "{unit}");
    }
    let openers = "of in per among from at on for with by to under over above below within since between against as before after during out near without who \
        whose that which and or than more less across behind not";
    for word in openers.split_whitespace() {
        let unit = format!("old boat {word} Osk");
        assert_eq!(units::parts(&unit), ("old boat", &unit["old boat ".len()..]), "{word}");
    }
}

/// Values of two kinds that say the same in two ways.
#[test]
fn across_kinds() {
    let year = |q: &str, t: &str| compare(&Value::Quantity(amount(q)), &Value::Time(time(t))).outcome;
    for (q, t, outcome) in [
        ("1998", "1998", Equal),
        ("1998", "1999", Contradicts),
        ("1998", "1998-05", RefinedBy),
        ("~1998", "1998", RefinedBy),
        (">1998", "1999", Incomparable),
        ("1998 km", "1998", Incomparable),
        ("+1998", "1998", Incomparable),
        ("1998..1999", "1998", Incomparable),
        ("1998.5", "1998", Incomparable),
        ("999", "0999", Incomparable),
        ("1000", "1000", Equal),
        ("2199", "2199", Equal),
        ("2200", "2200", Incomparable),
    ] {
        assert_eq!(year(q, t), outcome, "{q} {t}");
        assert_eq!(compare(&Value::Time(time(t)), &Value::Quantity(amount(q))).outcome, outcome.flipped(), "{t} {q}");
    }
    let place = |q: &str, text: &str| compare(&Value::Quantity(amount(q)), &Value::Text(text.into())).outcome;
    for (q, text, outcome) in [
        ("3", "third", Equal),
        ("3", "3rd", Equal),
        ("3", "fourth", Incomparable),
        ("~3", "third", Incomparable),
        ("3..4", "third", Incomparable),
        ("3 boat", "third", Incomparable),
        ("3", "three", Incomparable),
    ] {
        assert_eq!(place(q, text), outcome, "{q} {text}");
    }
    let length = |q: &str, iso: &str| {
        let d = ValueRecord { kind: "duration".into(), canonical: iso.into(), ..ValueRecord::default() }.value().unwrap();
        compare(&Value::Quantity(amount(q)), &d).outcome
    };
    for (q, iso, outcome) in [
        ("3", "PT3H", Equal),
        ("3", "PT9H", Incomparable),
        ("3 hour", "PT3H", Equal),
        ("3 hour", "PT9H", Contradicts),
        ("3 hours", "PT180M", Equal),
        ("3 week", "P21D", Equal),
        ("3 month", "P90D", Incomparable),
        ("1 year", "P12M", Equal),
        ("2 hour of talk", "PT9H", Incomparable),
        ("2 hour of talk", "PT2H", Compatible),
        ("+3 hour", "PT3H", Incomparable),
        ("3 km", "PT3H", Incomparable),
        ("2..4 hour", "PT3H", RefinedBy),
    ] {
        assert_eq!(length(q, iso), outcome, "{q} {iso}");
    }
}

/// The higher of two amounts, by their upper ends, in one unit.
#[test]
fn the_higher() {
    use std::cmp::Ordering::{Equal, Greater, Less};
    for (a, b, order) in [
        ("5 km", "4 km", Some(Greater)),
        ("4 km", "5 km", Some(Less)),
        ("5 km", "5 km", Some(Equal)),
        ("1..5 km", "4 km", Some(Greater)),
        ("5 km", "4000 m", Some(Greater)),
        ("3 km", "4000 m", Some(Less)),
        ("4 km", "1000..4000 m", Some(Equal)),
        ("5", "4 km", Some(Greater)),
        ("5 km", "6", Some(Less)),
        ("5 km", "4 kg", None),
        ("30 °C", "80 °F", Some(Greater)),
        ("5 % of GDP", "4 % of GNI", Some(Greater)),
    ] {
        assert_eq!(higher(&amount(a), &amount(b)), order, "{a} {b}");
    }
}

#[test]
fn numbers_and_their_text() {
    for (text, shown) in [
        ("7.5", "7.5"),
        ("-7.5", "-7.5"),
        ("-0.5", "-0.5"),
        ("0.123456789", "0.123456789"),
        ("0.1234567891", "1234567891/10000000000"),
        ("3/6", "0.5"),
        ("1/3", "1/3"),
        ("-1/3", "-1/3"),
        ("10/5", "2"),
        ("0/5", "0"),
        ("007", "7"),
    ] {
        assert_eq!(n(text).to_string(), shown, "{text}");
    }
    for text in ["", "-", ".", "1.", ".5", "1/0", "1/-2", "1/", "1e5", "+1", "1.-5", "99999999999999999999", "1.0000000000000000000"] {
        assert!(text.parse::<Number>().is_err(), "{text}");
    }
    let bad = "x".repeat(50).parse::<Number>().unwrap_err().to_string();
    assert!(bad.contains(&"x".repeat(40)) && !bad.contains(&"x".repeat(41)), "{bad}");
    for (text, grain) in
        [("300", "100"), ("-300", "100"), ("301", "1"), ("7.5", "0.1"), ("0", "0"), ("1/3", "0"), ("0.05", "0.01"), ("1000000", "1000000")]
    {
        assert_eq!(n(text).granularity(), n(grain), "{text}");
    }
    assert_eq!((n("-5").abs(), n("5").abs(), n("0").abs()), (n("5"), n("5"), n("0")));
    assert_eq!((n("-7.5").trunc(), n("7.5").trunc()), (-7, 7));
    assert_eq!(n("5").over(n("0")), None);
    assert_eq!(n("5").over(n("-2")), Some(n("-2.5")));
    assert_eq!(Number::ratio(1, 0), None);
    assert_eq!(Number::from_int(i64::MAX).plus(n("1")), None);
    assert_eq!(Number::from_int(i64::MAX).times(n("2")), None);
    assert_eq!(n("2/3").parts(), (2, 3));
    // A duration is told to the half or the quarter where its figure is.
    let grain = |text: &str| {
        let b = Duration::new(n(text), DurationUnit::Second).inferred();
        b.high.and_then(|h| h.minus(n(text))).map(|w| w.to_string()).unwrap_or_default()
    };
    assert_eq!(
        (grain("3"), grain("3.5"), grain("3.25"), grain("3.1"), grain("10")),
        ("0.25".into(), "0.125".into(), "0.0625".into(), "0.025".into(), "0.25".into())
    );
}

proptest! {
    /// Sums, products and quotients, by wide integers.
    #[test]
    fn arithmetic_by_wide_integers(a in -1_000_000..1_000_000_i64, b in 1..1000_i64, c in -1_000_000..1_000_000_i64, d in 1..1000_i64) {
        let (x, y) = (Number::ratio(a, b).unwrap(), Number::ratio(c, d).unwrap());
        let same = |n: Option<Number>, above: i128, below: i128| n.is_some_and(|n| i128::from(n.parts().0) * below == above * i128::from(n.parts().1));
        let [a, b, c, d] = [a, b, c, d].map(i128::from);
        prop_assert!(same(x.plus(y), a * d + c * b, b * d));
        prop_assert!(same(x.minus(y), a * d - c * b, b * d));
        prop_assert!(same(x.times(y), a * c, b * d));
        prop_assert!(c == 0 || same(x.over(y), a * d, b * c));
        prop_assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)));
        prop_assert_eq!(i128::from(x.trunc()), a / b);
        prop_assert_eq!(x.is_integer(), a % b == 0);
        prop_assert!(same(Some(x.abs()), a.abs(), b));
    }
}

/// Of two readings the one that brings the values nearer together, in this order; of two alike the first.
#[test]
fn the_nearer_reading() {
    use super::compare::nearer;
    let ranked = [
        &[Outcome::Equal][..],
        &[Outcome::Refines, Outcome::RefinedBy],
        &[Outcome::Compatible],
        &[Outcome::Tension],
        &[Outcome::Incomparable],
        &[Outcome::Contradicts],
    ];
    let told = |outcome, reason| Comparison { outcome, reason };
    for (i, first) in ranked.iter().enumerate() {
        for (j, second) in ranked.iter().enumerate() {
            for (a, b) in first.iter().flat_map(|a| second.iter().map(move |b| (*a, *b))) {
                let (a, b) = (told(a, Reason::SameValue), told(b, Reason::Disjoint));
                assert_eq!(nearer(a, b), if i <= j { a } else { b });
            }
        }
    }
}

/// Which amount is the higher, by upper ends and in one unit.
#[test]
fn the_higher_amount() {
    use std::cmp::Ordering::{Equal as Same, Greater, Less};
    for (a, b, expected) in [
        ("20 °C", "60 °F", Some(Greater)),
        ("20 °C", "70 °F", Some(Less)),
        ("20 °C", "68 °F", Some(Same)),
        ("5 km", "3 mile", Some(Greater)),
        ("5", "5 km", Some(Same)),
        ("5 km", "6", Some(Less)),
        ("5 km", "5 kg", None),
        ("5..7 km", "6 km", Some(Greater)),
    ] {
        assert_eq!(super::higher(&amount(a), &amount(b)), expected, "{a}; {b}");
    }
}
