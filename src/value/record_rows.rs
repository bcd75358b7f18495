//! Rows of the forms that values are written in: records, words, names.

use jiff::civil::date;

use super::rows::{amount, n, time};
use super::*;
use Outcome::{Contradicts, Equal, RefinedBy, Refines};

/// How a quantity is shown, and its unit in the plural.
#[test]
fn quantities_in_words() {
    for (text, shown) in [
        ("1 person", "1 person"),
        ("2 person", "2 people"),
        ("2 child", "2 children"),
        ("2 man", "2 men"),
        ("2 woman", "2 women"),
        ("2 boat", "2 boats"),
        ("2 bus", "2 buses"),
        ("2 box", "2 boxes"),
        ("2 quiz", "2 quizes"),
        ("2 church", "2 churches"),
        ("2 dish", "2 dishes"),
        ("2 charge", "2 charges"),
        ("2 city", "2 cities"),
        ("2 day", "2 days"),
        ("2 key", "2 keys"),
        ("2 boy", "2 boys"),
        ("2 guy", "2 guys"),
        ("2 alibi", "2 alibis"),
        ("2 km", "2 km"),
        ("2 year-old", "2"),
        ("2", "2"),
        ("1..2 boat", "1-2 boats"),
        ("2 boat on fire", "2 boats on fire"),
        ("1 boat on fire", "1 boat on fire"),
        ("2 of 5", "2 of 5"),
    ] {
        assert_eq!(amount(text).to_string(), shown, "{text}");
    }
    let told = |text: &str| Value::Quantity(amount(text)).to_string();
    assert_eq!(told("~2 boat"), "about 2 boats");
    assert_eq!(told("≥2 boat"), "at least 2 boats");
    assert_eq!(Value::Quotation("we left".into()).to_string(), "“we left”");
    assert_eq!(Value::Text("we left".into()).to_string(), "we left");
    assert_eq!(Value::Entity("Osk".into()).to_string(), "Osk");
    assert_eq!(Value::Place(Place::new("Osk").within("Norland")).to_string(), "Osk");
    assert_eq!(Value::Boolean(true).to_string(), "true");
    assert_eq!(Value::Status(Status::UnderWay).to_string(), "under-way");
    assert_eq!(Value::Time(time("2031-05 START")).to_string(), "early 2031-05");
    assert_eq!(Value::Duration(Duration::new(n("2"), DurationUnit::Hour).hedged(Modifier::Approx)).to_string(), "about PT2H");
}

/// The names of TimeML, the words, and whether a value is bound on one side only.
#[test]
fn modifiers() {
    for (modifier, name, words, bound) in [
        (Modifier::Approx, "APPROX", "about", false),
        (Modifier::MoreThan, "MORE_THAN", "more than", true),
        (Modifier::LessThan, "LESS_THAN", "less than", true),
        (Modifier::EqualOrMore, "EQUAL_OR_MORE", "at least", true),
        (Modifier::EqualOrLess, "EQUAL_OR_LESS", "at most", true),
        (Modifier::Start, "START", "early", false),
        (Modifier::Mid, "MID", "mid", false),
        (Modifier::End, "END", "late", false),
        (Modifier::Before, "BEFORE", "before", true),
        (Modifier::After, "AFTER", "after", true),
        (Modifier::OnOrBefore, "ON_OR_BEFORE", "by", true),
        (Modifier::OnOrAfter, "ON_OR_AFTER", "since", true),
    ] {
        assert_eq!((modifier.as_str(), modifier.words(), modifier.is_bound()), (name, words, bound));
        assert_eq!((Modifier::parse(name), modifier.to_string().as_str()), (Some(modifier), name));
    }
    assert_eq!(Modifier::parse("about"), None);
}

#[test]
fn kinds_and_states() {
    for (value, kind) in [
        (Value::Duration(Duration::new(n("2"), DurationUnit::Hour)), "duration"),
        (Value::Time(time("2031")), "time"),
        (Value::Quantity(amount("2 boat")), "quantity"),
        (Value::Place(Place::new("Osk")), "place"),
        (Value::Entity("Osk".into()), "entity"),
        (Value::Status(Status::Held), "status"),
        (Value::Quotation("we".into()), "quotation"),
        (Value::Text("we".into()), "text"),
        (Value::Boolean(false), "boolean"),
    ] {
        assert_eq!(value.kind(), kind);
        assert_eq!(ValueRecord::of(&value, "").value(), Ok(value));
    }
    use Status::{Accepted, Cancelled, Ended, Held, Planned, Postponed, Rejected, UnderWay, Withdrawn};
    let all = [Planned, Postponed, Cancelled, UnderWay, Held, Ended, Withdrawn, Rejected, Accepted];
    let names = ["planned", "postponed", "cancelled", "under-way", "held", "ended", "withdrawn", "rejected", "accepted"];
    for (a, name) in all.into_iter().zip(names) {
        assert_eq!((a.as_str(), Status::parse(name)), (name, Some(a)));
        for b in all {
            let expected = match (a, b) {
                _ if a == b => Equal,
                (Ended, Held) => Refines,
                (Held, Ended) => RefinedBy,
                _ => Contradicts,
            };
            assert_eq!(compare(&Value::Status(a), &Value::Status(b)).outcome, expected, "{name} {b:?}");
        }
    }
    assert_eq!(Status::parse("lost"), None);
    let reasons = [
        (Reason::SameValue, "the same value"),
        (Reason::Within, "the one lies within the other"),
        (Reason::InferredOverlap, "what a reader takes from them overlaps"),
        (Reason::EntailedOverlap, "both can hold by the letter only"),
        (Reason::Disjoint, "they have nothing in common"),
        (Reason::PlaceWithin, "the one place lies within the other"),
        (Reason::OtherName, "two names of one country"),
        (Reason::OtherCountry, "they are places in two countries or regions"),
        (Reason::SameLetters, "only the spelling differs"),
        (Reason::Alike, "nearly the same words"),
        (Reason::OtherWords, "other words"),
        (Reason::OtherState, "the one excludes the other"),
        (Reason::OtherKind, "they are values of different kinds"),
        (Reason::OtherUnit, "their units differ"),
        (Reason::LevelAgainstChange, "one is a level, the other a change"),
        (Reason::NoAnchor, "one of them has no date to count from"),
    ];
    for (reason, words) in reasons {
        assert_eq!(reason.to_string(), words);
    }
}

/// Durations: ISO 8601 with designators, and what it is not.
#[test]
fn durations_are_read() {
    let read = |text: &str| {
        let record = ValueRecord { kind: "duration".into(), canonical: text.into(), ..ValueRecord::default() };
        record.value().map(|v| v.canonical())
    };
    for (text, canonical) in [
        ("PT7H30M", "PT7H30M"),
        ("PT90M", "PT90M"),
        ("PT7.5H", "PT7H30M"),
        ("P2.5W", "P2.5W"),
        ("PT1/7H", "PT1/7H"),
        ("P1Y6M", "P1Y6M"),
        ("P1W2D", "P1W2D"),
        ("P1DT12H", "P1DT12H"),
        ("PT1/3S", "PT1/3S"),
        ("PT2H/PT3H", "PT2H/PT3H"),
        ("PT2H/PT2H", "PT2H/PT2H"),
        ("PT30M/PT1H", "PT30M/PT1H"),
        ("PT1H/PT90M", "PT1H/PT1H30M"),
        ("PT1/3S/PT1/2S", "PT1/3S/PT0.5S"),
        ("P10M/P1Y", "P10M/P1Y"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(canonical), "{text}");
    }
    for text in [
        "",
        "P",
        "PT",
        "7H",
        "P7H",
        "PT7",
        "PT7H30",
        "PT7D",
        "P7Y30D",
        "PT30M7H",
        "PT7H7H",
        "PTT7H",
        "P7TH",
        "PT3H/PT2H",
        "P1Y/P400D",
        "PT2H/",
        "PT2H/3H",
        "PT1..5H",
        "P1Y2Y",
    ] {
        assert!(read(text).is_err(), "{text}");
    }
}

/// Each part of a record that cannot be read is told, in forty characters.
#[test]
fn bad_records_tell_their_part() {
    let record = |kind: &str, canonical: &str| ValueRecord { kind: kind.into(), canonical: canonical.into(), ..ValueRecord::default() };
    let (long, short) = ("x".repeat(50), "x".repeat(40));
    for (kind, bad) in [
        ("time", BadValue::Time(short.clone())),
        ("duration", BadValue::Duration(short.clone())),
        ("quantity", BadValue::Number(short.clone())),
        ("status", BadValue::Status(short.clone())),
        ("boolean", BadValue::Boolean(short.clone())),
    ] {
        assert_eq!(record(kind, &long).value(), Err(bad), "{kind}");
    }
    assert_eq!(record(&long, "x").value(), Err(BadValue::Kind(short.clone())));
    let bad = |edit: &dyn Fn(&mut ValueRecord)| {
        let mut r = record("quantity", "5");
        edit(&mut r);
        r.value().unwrap_err()
    };
    assert_eq!(bad(&|r| r.modifier = Some(long.clone())), BadValue::Modifier(long.clone()));
    assert_eq!(bad(&|r| r.change = Some(long.clone())), BadValue::Change(short.clone()));
    assert_eq!(bad(&|r| r.precision = Some(long.clone())), BadValue::Number(short.clone()));
    let clock = |edit: &dyn Fn(&mut ValueRecord)| {
        let mut r = record("time", "2031-05-04T09:30");
        edit(&mut r);
        r.value()
    };
    assert_eq!(clock(&|r| r.zone = Some(long.clone())), Err(BadValue::Zone(short.clone())));
    assert_eq!(clock(&|r| r.open = vec![long.clone()]), Err(BadValue::Open(short.clone())));
    assert!(clock(&|r| (r.zone, r.open) = (Some("local".into()), vec!["half".into(), "day".into()])).is_ok());
    for (text, range) in [
        ("5", Some((5, None))),
        ("5-7", Some((5, Some(7)))),
        ("5-5", Some((5, Some(5)))),
        ("-7--5", Some((-7, Some(-5)))),
        ("-5-7", Some((-5, Some(7)))),
        ("7-5", None),
        ("5-", None),
        ("-", None),
        ("é", None),
    ] {
        let found = record("quantity", text).value().ok().map(|v| match v {
            Value::Quantity(q) => (q.amount.trunc(), q.upper.map(Number::trunc)),
            other => panic!("{other:?}"),
        });
        assert_eq!(found, range, "{text}");
    }
    for (text, digit) in [
        ("90.0", Some("0.1")),
        ("90.00", Some("0.01")),
        ("90.50", Some("0.01")),
        ("90.5", None),
        ("90", None),
        ("90.x0", None),
        ("9.0000000000000000000", None),
    ] {
        assert_eq!(super::written(text), digit.map(n), "{text}");
    }
}

/// What a record carries beside its canonical text.
#[test]
fn records_carry_their_bounds() {
    let of = |value: Value| {
        let r = ValueRecord::of(&value, "as told");
        (r.low.unwrap_or_default(), r.high.unwrap_or_default(), r.earliest.unwrap_or_default(), r.latest.unwrap_or_default())
    };
    let told = |a: &str, b: &str, c: &str, d: &str| (a.to_owned(), b.to_owned(), c.to_owned(), d.to_owned());
    assert_eq!(of(Value::Quantity(amount("5 boat"))), told("", "", "", ""));
    assert_eq!(of(Value::Quantity(amount(">5 boat"))), told("5", "", "", ""));
    assert_eq!(of(Value::Quantity(amount("5..7 boat"))), told("5", "7", "", ""));
    assert_eq!(of(Value::Time(time("2031-05"))), told("", "", "2031-05-01", "2031-05-31"));
    assert_eq!(of(Value::Time(time("2031-05-04 BEFORE"))), told("", "", "", "2031-05-03"));
    assert_eq!(of(Value::Time(time("XXXX-05"))), told("", "", "", ""));
    let change = |t: &str| ValueRecord::of(&Value::Quantity(amount(t)), "").change;
    assert_eq!((change("+5 %").as_deref(), change("−5 %").as_deref(), change("5 %")), (Some("up"), Some("down"), None));
    for text in ["+5 %", "−5 %", "5 %", "~5 %", "5..7 %", "90.0 %"] {
        let value = Value::Quantity(amount(text));
        assert_eq!(ValueRecord::of(&value, "").value(), Ok(value), "{text}");
    }
    let hedged = Quantity::new(n("5"), "km").hedged(Modifier::Approx);
    assert_eq!(
        (hedged.modifier, Time::day(date(2031, 5, 4)).hedged(Modifier::Mid).modifier),
        (Some(Modifier::Approx), Some(Modifier::Mid))
    );
    // What cannot be written is refused.
    assert_eq!(Value::Quantity(amount("5..7 boat")).check(), Ok(()));
    let reversed = Quantity { upper: Some(n("3")), ..amount("5 boat") };
    assert_eq!(Value::Quantity(reversed).check(), Err(BadValue::Number("5-3".into())));
    let reversed = Duration { upper: Some(n("3")), ..Duration::new(n("5"), DurationUnit::Hour) };
    assert_eq!(Value::Duration(reversed).check(), Err(BadValue::Duration("PT5H/PT3H".into())));
    assert_eq!(Value::Time(Time::new(TimeForm::Hour(date(2031, 5, 4), 24))).check(), Err(BadValue::Time("2031-05-04T24".into())));
    assert_eq!(Value::Time(Time::day(date(0, 5, 4))).check(), Ok(()));
    assert_eq!(Value::Time(Time::day(date(-9999, 5, 4))).check(), Err(BadValue::Time("BC10000-05-04".into())));
    assert_eq!(Value::Text("x".into()).check(), Ok(()));
}
