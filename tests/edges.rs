//! Where readings turn: pairs of expressions that a small slip in the code would confound. Each row says why it stands there; the
//! faults of `.ci/mutants.patches` fall to rows of this file.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::cmp::Ordering;

use claimgraph::corpus::Published;
use claimgraph::normalize::{self, Context};
use claimgraph::value::{Outcome, Value, compare};
use jiff::civil::{Date, date};

/// Words for an attribute, in a text published on Wednesday, 7 May 2031.
fn read(attribute: &str, words: &str) -> Value {
    normalize::value(&attribute.into(), words, &Context::published(date(2031, 5, 7))).value
}

fn check(rows: &[(&str, &str, &str, Outcome)]) {
    let mut wrong = Vec::new();
    for (attribute, a, b, expected) in rows {
        let (x, y) = (read(attribute, a), read(attribute, b));
        let found = (compare(&x, &y).outcome, compare(&y, &x).outcome);
        if found != (*expected, expected.flipped()) {
            wrong.push(format!("{attribute}: {a} ({x}) / {b} ({y}): {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

use Outcome::{Compatible, Contradicts, Equal, Incomparable, RefinedBy, Tension};

/// Papers order by the whole of a date: the last day of a year comes before the first of the next.
#[test]
fn years_months_and_days_order_publication() {
    let days = [date(1999, 12, 31), date(2000, 1, 1), date(2030, 12, 31), date(2031, 1, 1), date(2031, 1, 31), date(2031, 2, 1)];
    let noon = |d: Date, offset: Option<i16>| Published { time: Some(d.at(12, 0, 0, 0)), offset, ..Published::on(d) };
    for (i, a) in days.into_iter().enumerate() {
        for (j, b) in days.into_iter().enumerate() {
            for (p, q) in [(None, None), (Some(0), Some(0)), (Some(60), None)] {
                assert_eq!(noon(a, p).order(&noon(b, q)), i.cmp(&j), "{a} {b}");
            }
            assert_eq!(Published::on(a).order(&Published::on(b)), i.cmp(&j), "{a} {b}");
            assert_eq!(Published::on(a).order(&noon(b, Some(0))), i.cmp(&j), "{a} {b}");
            assert_eq!(Published::on(a).is_after(Published::on(b)), i > j, "{a} {b}");
        }
    }
    let at = |hour: i8, offset: Option<i16>| Published { offset, ..Published::from(date(2031, 5, 6).at(hour, 0, 0, 0)) };
    // Nine in Berlin in summer is seven in Greenwich, eight in London.
    assert_eq!(at(9, Some(120)).order(&at(8, Some(60))), Ordering::Equal);
    assert_eq!(at(9, Some(120)).order(&at(8, Some(0))), Ordering::Less);
    assert_eq!(at(9, Some(120)).instant(), Some(date(2031, 5, 6).at(7, 0, 0, 0)));
    assert_eq!(at(9, None).instant(), None);
}

/// A dollar is that of a country or of none that is told; those of two countries do not compare, whatever their figures.
#[test]
fn dollars_of_two_countries() {
    check(&[
        ("cost", "US$5 million", "C$5 million", Incomparable),
        ("cost", "US$5 million", "C$7 million", Incomparable),
        ("cost", "CA$5 million", "US$7 million", Incomparable),
        ("cost", "5 million US dollars", "5 million Canadian dollars", Incomparable),
        ("cost", "A$5 million", "NZ$5 million", Incomparable),
        ("cost", "C$5 million", "5 million Canadian dollars", Equal),
        ("cost", "C$5 million", "CAD 7 million", Contradicts),
        ("cost", "US$5 million", "USD 7 million", Contradicts),
        // Of no country: the same figure is the same sum, another may be of other dollars.
        ("cost", "$5 million", "C$5 million", Equal),
        ("cost", "$5 million", "US$5 million", Equal),
        ("cost", "$5 million", "C$7 million", Incomparable),
        ("cost", "$5 million", "$7 million", Contradicts),
    ]);
}

/// That the span of one rounded figure lies within that of another makes it no closer: "about 290" does not know more than "about 300".
#[test]
fn two_hedged_figures_refine_neither() {
    check(&[
        ("attended", "about 300 people", "about 290 people", Compatible),
        ("attended", "about 300 people", "300 people", RefinedBy),
        ("duration", "about three hours", "about 175 minutes", Compatible),
        ("duration", "about three hours", "175 minutes", RefinedBy),
    ]);
}

/// Texts that differ in a number are two, however long the rest of them.
#[test]
fn a_number_tells_texts_apart() {
    check(&[
        ("theme", "the second report on the harbour walls of Osk", "the third report on the harbour walls of Osk", Incomparable),
        ("theme", "the report on the 40 harbour walls of Osk", "the report on the 41 harbour walls of Osk", Incomparable),
        ("theme", "the report on the harbour walls of Osk", "the raport on the harbour walls of Osk", Compatible),
        ("quotation", "“we lost 40 boats in the winter storm”", "“we have lost 50 boats in that winter storm”", Incomparable),
        ("quotation", "“we lost 40 boats in the winter storm”", "“we have lost 40 boats in that winter storm”", Compatible),
    ]);
}

/// The night of a day begins in its evening and reaches into the morning behind it.
#[test]
fn the_night_of_a_day() {
    check(&[
        ("time", "Friday night", "the night of Friday", Equal),
        ("time", "Friday night", "11 p.m. on Friday", RefinedBy),
        ("time", "Friday night", "2 a.m. on Saturday", RefinedBy),
        ("time", "Friday night", "2 a.m. on Friday", Contradicts),
        ("time", "Friday night", "Saturday night", Contradicts),
        ("time", "the night of 2 May 2031", "1 a.m. on 3 May 2031", RefinedBy),
        // To one who tells hours, the first four after midnight are still the night of the day before.
        ("time", "Friday", "3 a.m. on Saturday", Tension),
        ("time", "Friday", "5 a.m. on Saturday", Contradicts),
        ("time", "Friday", "11 p.m. on Thursday", Contradicts),
        ("time", "two at night on Friday", "2 a.m. on Friday", Equal),
        ("time", "overnight", "Tuesday night", Equal),
        ("time", "last night", "Tuesday night", Equal),
        ("time", "tonight", "11 p.m. on 7 May 2031", RefinedBy),
    ]);
}

/// One moment on clocks of two zones, and one clock time in two zones, which is two moments.
#[test]
fn clocks_of_two_zones() {
    check(&[
        ("time", "10:00 GMT on 6 May 2031", "12:00 UTC+2 on 6 May 2031", Equal),
        ("time", "10:00 GMT on 6 May 2031", "10:00 UTC+2 on 6 May 2031", Contradicts),
        ("time", "10:00 GMT+5:30 on 6 May 2031", "04:30 GMT on 6 May 2031", Equal),
        ("time", "2031-05-06T10:00Z", "2031-05-06T05:00-05:00", Equal),
        ("time", "2031-05-06T10:00Z", "2031-05-06T10:00-05:00", Contradicts),
        // Whose clock the second is told by is not known: eight hours may lie between two zones, and days may not.
        ("time", "10:00 GMT on 6 May 2031", "6 p.m. on 6 May 2031", Incomparable),
        ("time", "10:00 GMT on 6 May 2031", "6 p.m. on 8 May 2031", Contradicts),
    ]);
}
