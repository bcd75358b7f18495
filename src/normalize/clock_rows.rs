//! Rows of clock times, their zones, and lengths of time: where each reading turns.

use super::clock::clock;
use super::cursor::Cursor;
use super::durations::{length, mixed};
use super::tests::{MONDAY, context, read_times};
use super::*;
use crate::text::tokens;

fn wrong<'r>(rows: &[(&'r str, &'r str)], shown: impl Fn(&str) -> String) -> Vec<(&'r str, &'r str, String)> {
    rows.iter().map(|(t, e)| (*t, *e, shown(t))).filter(|(_, e, found)| e != found).collect()
}

/// A clock time: its hours, a question mark where its half of the day is open, `local`, and the tokens left behind a plus.
fn told(text: &str, at: usize) -> String {
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    let Some((clock, end)) = clock(&c, at) else { return String::new() };
    let time = clock.time();
    let half = if time.is_in_either_half() { "?" } else { "" };
    let local = if time.zone() == crate::value::Zone::Local { " local" } else { "" };
    let left = if end == tokens.len() { String::new() } else { format!(" +{}", tokens.len() - end) };
    format!("{}{half}{local}{left}", time.to_string().trim_start_matches("XXXX-XX-XXT"))
}

fn check(rows: &[(&str, &str)]) {
    let wrong = wrong(rows, |text| told(text, 0));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn halves_and_hours() {
    check(&[
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("12 noon", "12:00"),
        ("12 midnight", "00:00"),
        ("11 noon", ""),
        ("12 am", "00:00"),
        ("12 pm", "12:00"),
        ("1 am", "01:00"),
        ("1 pm", "13:00"),
        ("11 pm", "23:00"),
        ("12:30 a.m.", "00:30"),
        ("12:30 p.m.", "12:30"),
        ("13 pm", ""),
        ("0 am", ""),
        ("13:30 pm", ""),
        ("9 a.m.", "09:00"),
        ("9 AM", "09:00"),
        ("9 A.M.", "09:00"),
        ("9 p.m.", "21:00"),
        ("9 PM", "21:00"),
        ("9 P.M.", "21:00"),
        ("9 a.m", "09:00"),
        ("9 p.m", "21:00"),
        ("9 A.M", "09:00"),
        ("9 P.M", "21:00"),
        ("9 a.b", ""),
        ("9 a. m", ""),
        ("9 a . m", ""),
        ("9 in the morning", "09:00"),
        ("9 in the afternoon", "21:00"),
        ("9 in the evening", "21:00"),
        ("9 in the garden", ""),
        ("9 in a morning", ""),
        ("5 at night", "05:00"),
        ("6 at night", "18:00"),
        ("11 at night", "23:00"),
        ("12 at night", "00:00"),
        ("13 at night", ""),
        ("9 at sea", ""),
        ("9", ""),
        ("nine", ""),
        ("people", ""),
    ]);
    check(&[("6 o'clock", "06:00?"), ("6 x'clock", ""), ("6 o/clock", ""), ("6 o'house", "")]);
    check(&[("5 A. M", "05:00"), ("5 A. Osk", ""), ("5 P. M", "17:00"), ("5 P. Osk", "")]);
    assert_eq!(told("at high noon", 2), "");
    assert_eq!(told("at noon", 1), "12:00");
}

#[test]
fn hours_and_minutes_in_digits() {
    check(&[
        ("2:25 pm", "14:25"),
        ("2.25 pm", "14:25"),
        ("2.25", ""),
        ("14.25", ""),
        ("2:25", ""),
        ("2:25 on", "02:25? +1"),
        ("14:25", "14:25"),
        ("10:30", "10:30?"),
        ("12:30", "12:30"),
        ("09:30", "09:30"),
        ("00:30", "00:30"),
        ("23:59", "23:59"),
        ("24:00", ""),
        ("14:60", ""),
        ("14:5", ""),
        ("2:5 pm", ""),
        ("2:250 pm", ""),
        ("123:45 pm", ""),
        ("2:25:30 pm", "14:25"),
        ("14:25:30", "14:25"),
        ("14:25.30", ""),
        ("14:25:3", ""),
        ("1400 hours", "14:00"),
        ("2359 hours", "23:59"),
        ("2400 hours", ""),
        ("1460 hours", ""),
        ("140 hours", ""),
        ("1400 local time", "14:00 local"),
        ("1400", ""),
        ("2045 GMT", ""),
        ("10:30 GMT", "10:30Z"),
        ("10:30 JST", "10:30+09:00?"),
        ("14:25 local time", "14:25 local"),
    ]);
    for word in ["at", "around", "about", "by", "from", "until", "till", "before", "after", "since", "to", "approximately"] {
        assert_eq!(told(&format!("{word} 2:25 there"), 1), "02:25? +1", "{word}");
        assert_eq!(told(&format!("{word} 2045 GMT"), 1), "20:45Z", "{word}");
    }
    for word in ["shortly", "just"] {
        assert_eq!(told(&format!("{word} 2045 GMT"), 1), "20:45Z", "{word}");
        assert_eq!(told(&format!("{word} 2:25 there"), 1), "", "{word}");
    }
    for (text, time) in [
        ("with 2:25 there", ""),
        ("with 2045 GMT", ""),
        ("at 245 GMT", ""),
        ("at 2045 boats", ""),
        ("at 1353 (1023 GMT)", "13:53 +4"),
        ("at 1353 (102 GMT)", ""),
        ("at 1353 (1023 boats)", ""),
        ("at 1353 (1023 GMT there", ""),
        ("at 1353 [1023 GMT)", ""),
        ("at 135 (1023 GMT)", ""),
        ("with 1353 (1023 GMT)", ""),
    ] {
        assert_eq!(told(text, 1), time, "{text}");
    }
}

#[test]
fn hours_in_words() {
    check(&[
        ("6 o'clock", "06:00?"),
        ("12 o'clock", "12:00"),
        ("13 o'clock", ""),
        ("0 o'clock", ""),
        ("six o'clock", "06:00?"),
        ("six o'clock in the evening", "18:00"),
        ("8 o'clock at night", "20:00"),
        ("six p.m.", "18:00"),
        ("seven thirty p.m.", "19:30"),
        ("seven-fifteen p.m.", "19:15"),
        ("seven fifty-nine p.m.", "19:59"),
        ("seven ten p.m.", "19:10"),
        ("seven nine p.m.", ""),
        ("seven sixty p.m.", ""),
        ("seven thirty", ""),
        ("thirteen thirty p.m.", ""),
    ]);
}

#[test]
fn minutes_past_and_to() {
    check(&[
        ("half past six", "06:30?"),
        ("half to six", ""),
        ("half to six p.m.", ""),
        ("half past twelve", "12:30"),
        ("half past twelve at night", "00:30"),
        ("quarter past six", "06:15?"),
        ("quarter to six", "05:45?"),
        ("quarter to one", "12:45"),
        ("quarter to two", "01:45?"),
        ("quarter to twelve", "11:45?"),
        ("five past six", "06:05?"),
        ("ten past six", "06:10?"),
        ("twenty past six", "06:20?"),
        ("fifteen past six", ""),
        ("thirty past six", ""),
        ("ten past 6", "06:10?"),
        ("ten past 12", "12:10"),
        ("ten past 13", ""),
        ("ten past 1", "01:10?"),
        ("ten past one", "01:10?"),
        ("ten past twelve", "12:10"),
        ("ten past 0", ""),
        ("ten past thirteen", ""),
        ("five to six", ""),
        ("five to six p.m.", "17:55"),
        ("twenty to six in the morning", "05:40"),
        ("ten to eight people", ""),
        ("half past six in the evening", "18:30"),
    ]);
}

/// Every zone that is known, in winter and in summer; nothing where its name may be of several clocks then.
#[test]
fn zones_by_their_names() {
    let rows: &[(&str, &str, &str)] = &[
        ("GMT", "Z", "Z"),
        ("UTC", "Z", "Z"),
        ("Z", "Z", "Z"),
        ("BST", "+01:00", "+01:00"),
        ("WAT", "+01:00", "+01:00"),
        ("CET", "+01:00", ""),
        ("CEST", "+02:00", "+02:00"),
        ("CAT", "+02:00", "+02:00"),
        ("SAST", "+02:00", "+02:00"),
        ("EET", "+02:00", ""),
        ("EEST", "+03:00", "+03:00"),
        ("EAT", "+03:00", "+03:00"),
        ("PKT", "+05:00", "+05:00"),
        ("WIB", "+07:00", "+07:00"),
        ("HKT", "+08:00", "+08:00"),
        ("SGT", "+08:00", "+08:00"),
        ("AWST", "+08:00", "+08:00"),
        ("JST", "+09:00", "+09:00"),
        ("KST", "+09:00", "+09:00"),
        ("AEDT", "+11:00", "+11:00"),
        ("NZDT", "+13:00", "+13:00"),
        ("HST", "-10:00", "-10:00"),
        ("AKST", "-09:00", ""),
        ("AKDT", "-08:00", "-08:00"),
        ("PST", "-08:00", ""),
        ("PDT", "-07:00", "-07:00"),
        ("PT", "-08:00", "-07:00"),
        ("MDT", "-06:00", "-06:00"),
        ("CDT", "-05:00", "-05:00"),
        ("EST", "-05:00", ""),
        ("EDT", "-04:00", "-04:00"),
        ("ET", "-05:00", "-04:00"),
        ("Coordinated Universal Time", "Z", "Z"),
        ("Universal Time", "Z", "Z"),
        ("Greenwich Mean Time", "Z", "Z"),
        ("British Summer Time", "+01:00", "+01:00"),
        ("Central European Summer Time", "+02:00", "+02:00"),
        ("Central European Time", "+01:00", ""),
        ("Eastern Daylight Time", "-04:00", "-04:00"),
        ("Eastern Standard Time", "-05:00", ""),
        ("Eastern time", "-05:00", "-04:00"),
        ("Eastern", "-05:00", "-04:00"),
        ("Central Daylight Time", "-05:00", "-05:00"),
        ("Central Standard Time", "-06:00", ""),
        ("Central time", "-06:00", "-05:00"),
        ("Pacific Daylight Time", "-07:00", "-07:00"),
        ("Pacific Standard Time", "-08:00", ""),
        ("Pacific time", "-08:00", "-07:00"),
        ("Pacific", "-08:00", "-07:00"),
        ("Indian Standard Time", "+05:30", "+05:30"),
        ("India Standard Time", "+05:30", "+05:30"),
        ("Beijing time", "+08:00", "+08:00"),
        ("Singapore time", "+08:00", "+08:00"),
        ("Japan Standard Time", "+09:00", "+09:00"),
        ("Tokyo time", "+09:00", "+09:00"),
        ("EST time", "-05:00", ""),
        ("UTC+9", "+09:00", "+09:00"),
        ("UTC+9:59", "+09:59", "+09:59"),
        ("UTC +9", "+09:00", "+09:00"),
        ("GMT+5:30", "+05:30", "+05:30"),
        ("GMT+5.30", "+05:30", "+05:30"),
        ("GMT-3", "-03:00", "-03:00"),
        ("GMT−3", "-03:00", "-03:00"),
        ("GMT–3", "-03:00", "-03:00"),
        ("UTC+14", "+14:00", "+14:00"),
        ("UTC-12", "-12:00", "-12:00"),
        ("(GMT)", "Z", "Z"),
        ("(JST)", "+09:00", "+09:00"),
        ("gmt", "Z", "Z"),
        ("utc", "Z", "Z"),
        ("local time", "", ""),
        // One abbreviation of several clocks: read over.
        ("CST", "", ""),
        ("CT", "", ""),
        ("MST", "", ""),
        ("MT", "", ""),
        ("IST", "", ""),
        ("AST", "", ""),
        ("MSK", "", ""),
        ("AEST", "", ""),
        ("ACST", "", ""),
        ("ACDT", "", ""),
        ("NZST", "", ""),
        ("EST5EDT", "", ""),
        ("PHT", "", ""),
        ("ICT", "", ""),
    ];
    let mut failed = Vec::new();
    for (name, winter, summer) in rows {
        for (day, date, offset) in [("January 15", "2023-01-15", winter), ("June 15", "2023-06-15", summer)] {
            let expected = format!("5 p.m. {name} on {day} = {date}T17:00{offset}");
            let found = read_times(&format!("It opened at 5 p.m. {name} on {day}."), &context(MONDAY, "", Tense::Past)).join("; ");
            if found != expected {
                failed.push((expected, found));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

/// A zone is the last word of its time, or what stands in brackets behind it.
#[test]
fn zones_end_a_time() {
    for (name, offset) in
        [("GMT", "Z"), ("(GMT)", "Z"), ("JST", "+09:00"), ("CST", ""), ("UTC+9", "+09:00"), ("GMT+5:30", "+05:30"), ("Pacific", "-07:00")]
    {
        let found = read_times(&format!("It opened at 5 p.m. {name} there."), &context(MONDAY, "", Tense::Past)).join("; ");
        assert_eq!(found, format!("5 p.m. {name} = 2023-06-19T17:00{offset}"));
    }
}

/// What is no zone ends the time before it.
#[test]
fn words_that_are_no_zone() {
    for name in ["UTC+15", "UTC-13", "UTC+5:60", "(Moscow)", "(jst)", "(JST", "est", "jst", "Central", "Beijing", "Tokyo", "XYZ"] {
        let found = read_times(&format!("It opened at 5 p.m. {name} there."), &context(MONDAY, "", Tense::Past)).join("; ");
        assert!(found.starts_with("5 p.m. = 2023-06-19T17:00") || found.starts_with("5 p.m. UTC = "), "{name}: {found}");
    }
}

/// A length of time, its hedge, and the tokens left.
fn lasting(text: &str) -> String {
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    let Some(found) = length(&c, 0) else { return String::new() };
    let article = if found.article { " a" } else { "" };
    let hedge = found.duration.modifier.map_or(String::new(), |m| format!(" {m}"));
    let left = if found.end == tokens.len() { String::new() } else { format!(" +{}", tokens.len() - found.end) };
    format!("{}{hedge}{article}{left}", found.duration)
}

#[test]
fn units_of_time() {
    let rows = [
        ("second seconds sec secs", "PT2S"),
        ("minutes min mins", "PT2M"),
        ("hour hours hr hrs", "PT2H"),
        ("day days night nights", "P2D"),
        ("week weeks", "P2W"),
        ("fortnight fortnights", "P4W"),
        ("month months", "P2M"),
        ("quarters", "P6M"),
        ("year years yr yrs", "P2Y"),
        ("decade decades", "P20Y"),
        ("centuries", "P200Y"),
        ("weekend weekends house houses", ""),
    ];
    for (words, canonical) in rows {
        for word in words.split(' ') {
            // "Two second" would be an ordinal.
            let joined = if word == "second" { "two-second".to_owned() } else { format!("two {word}") };
            assert_eq!(lasting(&joined), canonical, "{joined}");
        }
    }
    for slip in ["20 second", "20 minute", "two quarter", "two century", "ten year's"] {
        assert_eq!(lasting(slip), "", "{slip}");
    }
    let wrong = wrong(
        &[
            ("1 second", "PT1S"),
            ("20-second", "PT20S"),
            ("20-minute", "PT20M"),
            ("ten year war", "P10Y +1"),
            ("0.5 second", "PT0.5S"),
            ("3 h", "PT3H"),
            ("3h", "PT3H"),
            ("3 h later", "PT3H +1"),
            ("3 h/day", ""),
            ("3 h²", ""),
            ("3 h-long", ""),
            ("1,5 h", ""),
            ("three h", ""),
            ("3 m", ""),
        ],
        lasting,
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn amounts_of_time() {
    let wrong = wrong(
        &[
            ("a day", "P1D a"),
            ("an hour", "PT1H a"),
            ("a days", ""),
            ("a-hour", ""),
            ("a to two hours", ""),
            ("a full year", "P1Y"),
            ("a whole week", "P1W"),
            ("a half hour", "PT30M"),
            ("a half-hour", "PT30M"),
            ("a house", ""),
            ("half hour", "PT30M"),
            ("half an hour", "PT30M"),
            ("half a day", "PT12H"),
            ("half-hour", "PT30M"),
            ("half hours", ""),
            ("half a house", ""),
            ("couple of weeks", "P2W"),
            ("two to three business days", "P2D/P3D"),
            ("two to three more days", "P2D/P3D"),
            ("two to three bad days", ""),
            ("couple of week", ""),
            ("couple weeks", ""),
            ("a couple of weeks", "P2W"),
            ("another day", "P1D"),
            ("another days", ""),
            ("another business day", "P1D"),
            ("another working week", "P1W"),
            ("another full year", "P1Y"),
            ("another business days", ""),
            ("another house", ""),
            ("full day", "P1D"),
            ("whole week", "P1W"),
            ("all day", "P1D"),
            ("full-day", "P1D"),
            ("all days", ""),
            ("all house", ""),
            ("dozens days", ""),
            ("two-thirds days", ""),
            ("twenty and four hours", "PT24H"),
            ("twenty and ten hours", ""),
            ("two and four hours", ""),
            ("two hours and a half", "PT2H30M"),
            ("two hours and half", "PT2H30M"),
            ("two hours-and-a-half", "PT2H30M"),
            ("two hours and a half day", "PT2H +4"),
            ("2.5 hours and a half", "PT2H30M +3"),
            ("an hour and a half", "PT1H30M"),
            ("two to three hours and a half", "PT2H/PT3H +3"),
            ("an hour and 20 minutes", "PT1H20M"),
            ("an hour, 20 minutes", "PT1H20M"),
            ("an hour 20 minutes", "PT1H20M"),
            ("an hour, and 20 minutes", "PT1H20M"),
            ("1 hour, 20 minutes and 30 seconds", "PT1H20M30S"),
            ("2 years and 3 months", "P2Y3M"),
            ("2 weeks and 3 days", "P2W3D"),
            ("2 days and 3 weeks", "P2D +3"),
            ("2 hours and 3 hours", "PT2H +3"),
            ("2 years and 3 days", "P2Y +3"),
            ("two to three hours and 20 minutes", "PT2H/PT3H +3"),
            ("2 hours and 20 boats", "PT2H +3"),
            ("two days to three days", "P2D/P3D"),
            ("two days to three weeks", "P2D +3"),
            ("three days to two days", "P3D +3"),
            ("two days to two days", "P2D +3"),
            ("two decades to three decades", "P20Y/P30Y"),
            ("two days and three days", "P2D +3"),
            ("two days or more", "P2D EQUAL_OR_MORE"),
            ("two days or so", "P2D APPROX"),
            ("a week or so", "P1W APPROX a"),
            ("two days plus", "P2D +1"),
            ("two or more days", "P2D EQUAL_OR_MORE"),
            ("20-odd days", "P20D APPROX"),
            ("two to three hours", "PT2H/PT3H"),
            ("two-to-three hours", "PT2H/PT3H"),
            ("two or three hours", "PT2H/PT3H"),
            ("two or four hours", ""),
            ("10-15 minutes", "PT10M/PT15M"),
            ("10–15 minutes", "PT10M/PT15M"),
            ("10 - 15 minutes", ""),
            ("three to two hours", ""),
            ("two to two hours", ""),
            ("two to dozens hours", ""),
            ("two-hour", "PT2H"),
            ("two to three decades", "P20Y/P30Y"),
            ("two fortnights and a half", "P5W"),
            ("two decades and a half", "P25Y"),
            ("between 10 and 15 days", "P10D/P15D"),
            ("between 10 days and 15 days", "P10D/P15D"),
            ("between 10 or 15 days", ""),
            ("between 15 and 10 days", ""),
            ("between 10 and 10 days", ""),
            ("between 10 and 15 boats", ""),
        ],
        lasting,
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
    for word in ["more", "full", "straight", "consecutive", "whole", "additional", "business", "working", "long", "short", "bloody"] {
        assert_eq!(lasting(&format!("two {word} days")), "P2D", "{word}");
    }
    assert_eq!(lasting("two fine days"), "");
    // "The couple of weeks" is the article's.
    for word in ["a", "the", "last", "next", "past"] {
        let text = format!("{word} couple of weeks");
        let tokens = tokens(&text);
        assert!(length(&Cursor::new(&text, &tokens, 0..tokens.len()), 1).is_none(), "{word}");
    }
}

/// "A second" before a noun is a place in an order, and before these a length.
#[test]
fn seconds_and_what_stands_behind() {
    let behind = "of before after later earlier ago away apart ahead behind too per and but or when while in at on as to by with for from because than \
        faster slower that";
    for word in behind.split_whitespace() {
        assert_eq!(lasting(&format!("a second {word} it")), "PT1S a +2", "{word}");
    }
    assert_eq!(lasting("a second boat"), "");
    assert_eq!(lasting("a second."), "PT1S a +1");
}

/// Months beside days: no one amount.
#[test]
fn mixed_lengths() {
    let shown = |text: &str| {
        let tokens = tokens(text);
        let found = mixed(&Cursor::new(text, &tokens, 0..tokens.len()), 0);
        found.map_or(String::new(), |(m, end)| format!("{m}{}", if end == tokens.len() { "" } else { " +" }))
    };
    let wrong = wrong(
        &[
            ("1 year 1 month 21 days", "P1Y1M21D"),
            ("1 year, 1 month and 21 days", "P1Y1M21D"),
            ("1 year and 2 weeks", "P1Y2W"),
            ("one year and two weeks", "P1Y2W"),
            ("3 months 4 days", "P3M4D"),
            ("21 days 1 month", "P1M21D"),
            ("1 month and 9999 days", "P1M9999D"),
            ("1 month and 10000 days", ""),
            ("1 month and 0 days", ""),
            ("1.5 months and 3 days", ""),
            ("1 year 2 months", ""),
            ("2 weeks 3 days", ""),
            ("1 year 2 years 3 days", ""),
            ("1 year 3 days 2 years", "P1Y3D +"),
            ("1 year 3 hours", ""),
            ("1 year 3 days 2 hours", "P1Y3D +"),
            ("1 month and hundreds days", ""),
        ],
        shown,
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// "Couple of" is two, with its own words alone.
#[test]
fn couples() {
    for (text, expected) in
        [("couple of weeks", "P2W"), ("a couple of weeks", "P2W"), ("three of weeks", ""), ("couple of week", ""), ("couple old weeks", "")]
    {
        assert_eq!(lasting(text), expected, "{text}");
    }
}

/// Minutes before an hour and past it, in words.
#[test]
fn minutes_and_hours() {
    for (words, expected) in [
        ("half past nine", "half past nine = 2023-06-19T09:30"),
        ("quarter past nine", "quarter past nine = 2023-06-19T09:15"),
        ("quarter to nine", "quarter to nine = 2023-06-19T08:45"),
        ("quarter to one", "quarter to one = 2023-06-19T12:45"),
        ("ten past nine p.m.", "ten past nine p.m. = 2023-06-19T21:10"),
        ("ten to nine p.m.", "ten to nine p.m. = 2023-06-19T20:50"),
        ("twenty to nine p.m.", "twenty to nine p.m. = 2023-06-19T20:40"),
        ("five to nine", ""),
        ("half to nine", ""),
        ("half past thirteen", ""),
    ] {
        let found = read_times(&format!("It opened at {words}."), &context(MONDAY, "", Tense::Past)).join("; ");
        assert_eq!(found, expected, "{words}");
    }
}
