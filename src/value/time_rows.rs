//! Rows of times: where each form begins and ends, what hedges make of it, how two of them stand.

use jiff::civil::date;

use super::rows::{check, time};
use super::time::DAY;
use super::*;
use Outcome::{Compatible, Contradicts, Equal, Incomparable, RefinedBy, Refines, Tension};

/// Where each form of time begins and ends, in seconds of 2031-05-04.
#[test]
fn spans_of_forms() {
    let zero = time("2031-05-04").form.interval().unwrap().start;
    let day = |n: i64| n * DAY;
    let hour = |n: i64| n * 3600;
    for (text, start, end) in [
        ("2031-05-04", 0, DAY),
        ("2031-05-04T14:25", hour(14) + 25 * 60, hour(14) + 26 * 60),
        ("2031-05-04T14", hour(14), hour(15)),
        ("2031-05-04TMO", 0, hour(12)),
        ("2031-05-04TMI", hour(12), hour(13)),
        ("2031-05-04TAF", hour(12), hour(18)),
        ("2031-05-04TEV", hour(16), hour(24)),
        ("2031-05-04TNI", hour(18), hour(30)),
        ("2031-05-04TDT", hour(6), hour(20)),
        ("2031-05-04/2031-05-06", 0, day(3)),
        ("2031-W19", day(1), day(8)),
        ("2031-W18-WE", day(-1), day(1)),
        ("2031-05", day(-3), day(28)),
        ("2031-02", day(-92), day(-64)),
        ("2031-H1", day(-123), day(58)),
        ("2031-H2", day(58), day(242)),
        ("2031-Q1", day(-123), day(-33)),
        ("2031-Q2", day(-33), day(58)),
        ("2031-Q3", day(58), day(150)),
        ("2031-Q4", day(150), day(242)),
        ("2031-SP", day(-64), day(28)),
        ("2031-SU", day(28), day(120)),
        ("2031-FA", day(120), day(211)),
        ("2031-WI", day(211), day(302)),
        ("2031", day(-123), day(242)),
        ("2031/2032", day(-123), day(608)),
        ("203", day(-488), day(3164)),
        ("20", day(-11446), day(25079)),
    ] {
        let found = time(text).form.interval().unwrap();
        assert_eq!((found.start - zero, found.end - zero), (start, end), "{text}");
    }
    let first = |t: &str| time(t).form.interval().and_then(Interval::first_day);
    assert_eq!(
        (first("000"), first("001"), first("00"), first("BC001")),
        (Some(date(0, 1, 1)), Some(date(10, 1, 1)), Some(date(0, 1, 1)), Some(date(-18, 1, 1)))
    );
    let reversed = TimeForm::Days(date(2031, 5, 6), date(2031, 5, 4)).interval().unwrap();
    assert_eq!((reversed.start - zero, reversed.end - zero), (day(2), day(3)));
    for text in [
        "FY2031",
        "FY2031-H1",
        "FY2031-Q1",
        "XXXX-WXX-1",
        "XXXX-05-04",
        "XXXX-05",
        "XXXX-XX-XXT14:25",
        "XXXX-XX-XXTMO",
        "PRESENT_REF",
        "PAST_REF",
        "FUTURE_REF",
    ] {
        assert_eq!(time(text).form.interval(), None, "{text}");
    }
}

/// What hedges make of a span: halves and thirds, the hour and the quarter of one around a minute, years by their roundness.
#[test]
fn hedged_spans() {
    let spans = |text: &str| {
        let plain = time(text.split(' ').next().unwrap()).form.interval().unwrap();
        let of = |i: Interval| (i.start - plain.start, i.end - plain.end);
        let t = time(text);
        (of(t.entailed().unwrap()), of(t.inferred().unwrap()))
    };
    let day = DAY;
    for (text, entailed, inferred) in [
        ("2031-05-04", (0, 0), (0, 0)),
        ("2031-05-04 START", (0, -day / 2), (0, -day * 2 / 3)),
        ("2031-05-04 END", (day / 2, 0), (day * 2 / 3, 0)),
        ("2031-05-04 MID", (day / 4, -day / 4), (day / 3, -day / 3)),
        ("2031-05-04 APPROX", (-day, day), (-day / 4, day / 4)),
        ("2031-05-04T14:25 APPROX", (-3600, 3540), (-900, 840)),
        ("2031-05-04T14 APPROX", (-3600, 3600), (-900, 900)),
        ("1903 APPROX", (-365 * day, 365 * day), (-365 * day, 365 * day)),
        ("1950 APPROX", (-3 * 365 * day, 3 * 365 * day), (-3 * 365 * day, 3 * 365 * day)),
        ("1900 APPROX", (-5 * 365 * day, 5 * 365 * day), (-5 * 365 * day, 5 * 365 * day)),
        ("190 APPROX", (-3652 * day, 3652 * day), (-913 * day, 913 * day)),
    ] {
        assert_eq!(spans(text), (entailed, inferred), "{text}");
    }
    let open = |text: &str| {
        let i = time(text).entailed().unwrap();
        (i.first_day().map(|d| d.to_string()), i.last_day().map(|d| d.to_string()))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(open("2031-05-04 BEFORE"), (None, some("2031-05-03")));
    assert_eq!(open("2031-05-04 LESS_THAN"), (None, some("2031-05-03")));
    assert_eq!(open("2031-05-04 ON_OR_BEFORE"), (None, some("2031-05-04")));
    assert_eq!(open("2031-05-04 EQUAL_OR_LESS"), (None, some("2031-05-04")));
    assert_eq!(open("2031-05-04 AFTER"), (some("2031-05-05"), None));
    assert_eq!(open("2031-05-04 MORE_THAN"), (some("2031-05-05"), None));
    assert_eq!(open("2031-05-04 ON_OR_AFTER"), (some("2031-05-04"), None));
    assert_eq!(open("2031-05-04 EQUAL_OR_MORE"), (some("2031-05-04"), None));
}

/// What careless writers may mean.
#[test]
fn loosest_spans() {
    for (text, before, after) in [
        ("2031-05-04T14:15", 900, 900),
        ("2031-05-04T14:00", 900, 900),
        ("2031-05-04T14:25", 300, 300),
        ("2031-05-04T14:26", 120, 120),
        ("2031-05-04T00:00", 900, 900 + DAY),
        ("2031-05-04T00:15", 900, 900),
        ("2031-05-04T12:00", 900, 900),
        ("2031-05-04T14:15 APPROX", 0, 0),
        ("2031-05-04T14", 1800, 1800),
        ("2031-05-04TMO", 7200, 7200),
        ("2031-05-04", 0, 0),
        ("2031-05-04 START", DAY / 4, DAY / 4),
        ("2031-05-04 MID", DAY / 4, DAY / 4),
        ("2031-05-04 END", DAY / 4, DAY / 4),
        ("2031-05-04 APPROX", 0, 0),
        ("2031-W19", 7 * DAY, 7 * DAY),
        ("2031-W19-WE", 7 * DAY, 7 * DAY),
        ("2031-05", 0, 0),
        ("2031-05 START", 0, 0),
    ] {
        let (plain, loose) = (time(text).entailed().unwrap(), time(text).loosest().unwrap());
        assert_eq!((plain.start - loose.start, loose.end - plain.end), (before, after), "{text}");
    }
}

#[test]
fn intervals() {
    let of = |start, end| Interval { start, end };
    for (a, b, overlaps, contains, gap) in [
        (of(0, 10), of(10, 20), false, false, 0),
        (of(0, 10), of(9, 20), true, false, 0),
        (of(0, 10), of(11, 20), false, false, 1),
        (of(0, 10), of(2, 8), true, true, 0),
        (of(0, 10), of(0, 10), true, true, 0),
        (of(0, 10), of(0, 11), true, false, 0),
        (of(0, 10), of(-1, 10), true, false, 0),
        (of(20, 30), of(0, 10), false, false, 10),
    ] {
        assert_eq!((a.overlaps(b), a.contains(b), a.gap(b)), (overlaps, contains, gap), "{a:?} {b:?}");
        assert_eq!((b.overlaps(a), b.gap(a)), (overlaps, gap), "{b:?} {a:?}");
    }
    assert!(of(0, DAY * 3 / 2).is_of_a_day() && !of(0, DAY * 3 / 2 + 1).is_of_a_day());
    assert_eq!(of(0, 10).later(5), of(5, 15));
    assert_eq!(of(0, DAY).days(), Some((date(1970, 1, 1), date(1970, 1, 1))));
    assert_eq!(of(0, DAY + 1).last_day(), Some(date(1970, 1, 2)));
    assert_eq!(of(-1, DAY).first_day(), Some(date(1969, 12, 31)));
    let open = time("2031-05-04 BEFORE").entailed().unwrap();
    assert_eq!((open.later(DAY).first_day(), open.later(DAY).last_day()), (None, Some(date(2031, 5, 4))));
    assert_eq!(open.later(DAY).start, open.start);
    let open = time("2031-05-04 AFTER").entailed().unwrap();
    assert_eq!(open.later(-DAY).end, open.end);
    assert_eq!((open.later(DAY).first_day(), open.later(DAY).last_day()), (Some(date(2031, 5, 6)), None));
}

/// Forms by what they are: told by the clock, kept by accounts.
#[test]
fn forms_by_their_sort() {
    for (text, clock, account) in [
        ("2031-05-04T14:25", true, false),
        ("2031-05-04T14", true, false),
        ("XXXX-XX-XXT14:25", true, false),
        ("2031-05-04TMO", false, false),
        ("2031-05-04", false, false),
        ("2031-Q1", false, true),
        ("2031-H1", false, true),
        ("2031", false, true),
        ("FY2031", false, true),
        ("FY2031-H1", false, true),
        ("FY2031-Q1", false, true),
        ("2031/2032", false, true),
        ("2031-05", false, false),
        ("2031-SU", false, false),
        ("203", false, false),
    ] {
        assert_eq!((time(text).form.is_clock(), time(text).form.is_of_account()), (clock, account), "{text}");
    }
    let half = |text: &str| time(text).in_either_half().is_in_either_half();
    for (text, open) in [
        ("2031-05-04T01:25", true),
        ("2031-05-04T11:25", true),
        ("2031-05-04T12:25", false),
        ("2031-05-04T00:25", false),
        ("2031-05-04T13:25", false),
        ("XXXX-XX-XXT09:30", true),
        ("2031-05-04T09", false),
        ("2031-05-04", false),
    ] {
        assert_eq!(half(text), open, "{text}");
        assert!(!time(text).in_either_half().in_one_half().is_in_either_half());
    }
    for (text, taken) in
        [("2031-05-04T14:25", true), ("2031-05-04T14", true), ("2031-05-04TMO", true), ("2031-05-04", false), ("XXXX-XX-XXT09:30", false)]
    {
        assert_eq!(time(text).on_taken_day().has_taken_day(), taken, "{text}");
    }
    assert_eq!(time("2031-05-04T14:25").in_zone(Zone::Offset(90)).to_greenwich(), Some(-5400));
    assert_eq!(time("2031-05-04T14:25").in_zone(Zone::Local).to_greenwich(), None);
}

/// Times that no form has, at the borders of each field.
#[test]
fn forms_at_their_borders() {
    for text in [
        "XXXX-WXX-1",
        "XXXX-WXX-7",
        "XXXX-XX-XXT00:00",
        "XXXX-XX-XXT23:59",
        "XXXX-01",
        "XXXX-12",
        "XXXX-02-29",
        "XXXX-12-31",
        "2031-05-04T00",
        "2031-05-04T23",
        "2031-05-04T23:59",
        "2031-01",
        "2031-12",
        "2031-H2",
        "2031-Q4",
        "FY2031-H2",
        "FY2031-Q4",
        "FY0001",
        "FY9999",
        "9998/9999",
        "0001/0002",
        "9999",
        "0001",
        "999",
        "000",
        "99",
        "00",
        "BC0001",
        "BC9998",
        "BC001",
        "BC01",
        "2031-W01",
        "2031-W52",
        "2032-W53",
        "9999-12-31",
    ] {
        assert_eq!(text.parse::<TimeForm>().map(|f| f.to_string()).as_deref(), Ok(text));
    }
    for text in [
        "231-05-04/2031-05-05",
        "231-05-04T10:25",
        "XXXX-WXX-0",
        "XXXX-WXX-8",
        "XXXX-WXX-",
        "XXXX-XX-XXT24:00",
        "XXXX-XX-XXT23:60",
        "XXXX-XX-XXT23",
        "XXXX-XX-XXTXX",
        "XXXX-00",
        "XXXX-13",
        "XXXX-02-30",
        "XXXX-13-01",
        "XXXX-1-2-3",
        "XXXX-001",
        "2031-05-04T24",
        "2031-05-04T24:00",
        "2031-05-04T23:60",
        "2031-05-04TXX",
        "2031-00",
        "2031-13",
        "2031-H0",
        "2031-H3",
        "2031-Q0",
        "2031-Q5",
        "FY2031-H3",
        "FY2031-Q5",
        "FY2031-X1",
        "FY2031-",
        "FY0000",
        "FY231",
        "9999/10000",
        "2031/2033",
        "0000/0001",
        "2031-05-04/2031-05-03",
        "2031-05-04/",
        "0000",
        "20311",
        "2",
        "BC0000",
        "BC000",
        "BC00",
        "2031-W00",
        "2031-W53",
        "2031-XX",
        "2031-1",
        "231-05",
        "+2031",
        "2031-05-04T1:2:3",
        "-999",
    ] {
        assert!(text.parse::<TimeForm>().is_err(), "{text}");
    }
    let long = "x".repeat(50);
    assert_eq!(long.parse::<TimeForm>(), Err(BadValue::Time("x".repeat(40))));
    assert_eq!(long.parse::<Time>(), Err(BadValue::Time("x".repeat(40))));
    assert!("2031-05-04Z".parse::<Time>().is_err() && "2031-05-04T14:25+9".parse::<Time>().is_err());
    assert_eq!(time("2031-05-04T14:25−03:30").zone(), Zone::Offset(-210));
    assert_eq!(time("2031-05-04T14:25z").zone(), Zone::Offset(0));
    for (text, zone) in [
        ("Z", Some(0)),
        ("z", Some(0)),
        ("+09:00", Some(540)),
        ("+0900", Some(540)),
        ("-05", Some(-300)),
        ("+14:00", Some(840)),
        ("+14:01", None),
        ("-12:00", Some(-720)),
        ("-12:01", None),
        ("+09:59", Some(599)),
        ("+09:60", None),
        ("+9:00", None),
        ("x09:00", None),
    ] {
        assert_eq!(Zone::parse(text), zone.map(Zone::Offset), "{text}");
    }
}

/// Two times, by the calendar and by the clock.
#[test]
fn times_that_meet() {
    check(
        &[
            ("2031-05-04", "2031-05-04", Equal),
            ("2031-05-04", "2031-05", Refines),
            ("2031-05-04", "2031-05-05", Contradicts),
            ("FY2031", "FY2031", Equal),
            ("FY2031", "FY2032", Contradicts),
            ("FY2031", "2031", Incomparable),
            ("FY2031-Q1", "FY2031", Refines),
            ("FY2031-H1", "FY2031-Q3", Contradicts),
            ("2031/2032", "2031/2032", Equal),
            ("2031/2032", "2032/2033", Contradicts),
            ("2031/2032 APPROX", "2032/2033", Compatible),
            ("2031/2032", "2031", Incomparable),
            ("2031/2032", "2033", Contradicts),
            // A season of the south, or the winter of the year before.
            ("2031-SU", "2031-07", RefinedBy),
            ("2031-SU", "2031-12", Incomparable),
            ("2031-SU", "2031-01", Incomparable),
            ("2031-SU", "2031-04", Contradicts),
            ("2031-WI", "2031-01", Incomparable),
            ("2031-WI", "2031-07", Incomparable),
            ("2031-WI", "2031-04", Contradicts),
            ("2031-SP", "2031-10", Incomparable),
            ("2031-SP", "2031-07", Contradicts),
            ("2031-FA", "2031-04", Incomparable),
            ("2031-FA", "2031-07", Contradicts),
            ("2031-SU", "2031-WI", Contradicts),
            // One clock, another, and an unknown one.
            ("2031-05-04T14:25", "2031-05-04T14:26", Tension),
            ("2031-05-04T14:25", "2031-05-04T14:32", Tension),
            ("2031-05-04T14:25", "2031-05-04T14:34", Contradicts),
            ("2031-05-04T14:25Z", "2031-05-04T16:25+02:00", Equal),
            ("2031-05-04T14:25Z", "2031-05-05T04:25", Incomparable),
            ("2031-05-04T14:25Z", "2031-05-05T04:38", Contradicts),
            ("2031-05-04T14:25Z", "2031-05-04T02:25", Incomparable),
            ("2031-05-04T14:25Z", "2031-05-04T02:15", Incomparable),
            ("2031-05-04T14:25Z", "2031-05-04T02:01", Contradicts),
            // The hours after midnight are the night of the day before, to one who tells hours.
            ("2031-05-04", "2031-05-05T03:59", Tension),
            ("2031-05-04", "2031-05-05T04:20", Contradicts),
            ("2031-05-04", "2031-05-05", Contradicts),
            ("2031-05-04T00:00", "2031-05-04T23:50", Tension),
            // Longer than a day on one side.
            ("2031-05 START", "2031-05 MID", Compatible),
            ("2031-05-04 START", "2031-05-04 MID", Tension),
            ("2031-05-04/2031-05-05 START", "2031-05-04/2031-05-05 MID", Tension),
            ("2031-05-04/2031-05-06 START", "2031-05-04/2031-05-06 MID", Compatible),
            ("2031-05 START", "2031-05 END", Contradicts),
            ("2031-05-04 BEFORE", "2031-05-03", RefinedBy),
            ("2031-05-04 BEFORE", "2031-05-04", Contradicts),
            ("2031-05-04 ON_OR_BEFORE", "2031-05-04", RefinedBy),
        ],
        |t| Value::Time(time(t)),
    );
    let open = |a: Time, b: Time| compare(&Value::Time(a), &Value::Time(b)).outcome;
    let (nine, day) = (time("2031-05-04T09:30"), time("2031-05-04"));
    assert_eq!(open(nine.in_either_half(), time("2031-05-04T21:30")), Incomparable);
    assert_eq!(open(time("2031-05-04T21:30"), nine.in_either_half()), Incomparable);
    assert_eq!(open(nine, time("2031-05-04T21:30")), Contradicts);
    assert_eq!(open(nine.in_either_half(), time("2031-05-04T20:30")), Contradicts);
    assert_eq!(open(nine.on_taken_day(), time("2031-05-05T09:30")), Incomparable);
    assert_eq!(open(nine.on_taken_day(), time("2031-05-03T09:30")), Incomparable);
    assert_eq!(open(nine.on_taken_day(), time("2031-05-06T09:30")), Contradicts);
    assert_eq!(open(nine.on_taken_day().in_either_half(), time("2031-05-03T21:30")), Incomparable);
    assert_eq!(open(nine, day), Refines);
}
