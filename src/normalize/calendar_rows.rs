//! Dates that the words leave open, against a slow and obvious way: walking the calendar day by day. And rows of dates in digits, of
//! years, of holidays and of stretches, at the borders of each.

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::cursor::Cursor;
use super::durations::Mixed;
use super::lexicon::TimeUnit;
use super::tests::{MONDAY, context, read_times};
use super::*;
use crate::text::tokens;

fn weekday(day: Date) -> i8 {
    day.weekday().to_monday_one_offset()
}

fn on(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap()
}

/// The first of the days so far from `day` that fits.
fn walked(day: Date, days: impl Iterator<Item = i64>, fits: impl Fn(Date) -> bool) -> Option<Date> {
    days.map(|n| on(day, n)).find(|d| fits(*d))
}

/// Nought, one back, one on, two back …
fn outward(far: i64) -> impl Iterator<Item = i64> {
    (0..=far).flat_map(|n| [-n, n])
}

fn months_from(a: Date, b: Date) -> i32 {
    (i32::from(b.year()) - i32::from(a.year())) * 12 + i32::from(b.month()) - i32::from(a.month())
}

fn read(text: &str, published: Date, tense: Tense) -> String {
    whole::time(text, &Context::published(published).tense(tense)).map(|t| t.to_string()).unwrap_or_default()
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SEASONS: [(&str, &str, i8); 4] = [("spring", "SP", 3), ("summer", "SU", 6), ("autumn", "FA", 9), ("winter", "WI", 12)];

fn any_day() -> impl Strategy<Value = Date> {
    (0..20_000_i64).prop_map(|n| on(date(1990, 1, 1), n))
}

/// The season that a day is in, as the year and month that it began in.
fn season_of(day: Date) -> (i16, i8) {
    let mut at = date(day.year(), day.month(), 1);
    while at.month() % 3 != 0 {
        at = at.checked_sub(1.month()).unwrap();
    }
    (at.year(), at.month())
}

/// The seasons so many quarters from that of a day.
fn season_on(day: Date, quarters: i64) -> (i16, i8) {
    let (year, month) = season_of(day);
    let to = date(year, month, 1).checked_add((3 * quarters).months()).unwrap();
    (to.year(), to.month())
}

proptest! {
    #[test]
    fn weekdays(day in any_day(), n in 1..=7_i8) {
        let name = WEEKDAYS[usize::try_from(n - 1).unwrap()];
        let is = |d: Date| weekday(d) == n;
        let monday = on(day, i64::from(1 - weekday(day)));
        let in_week = |weeks: i64| on(monday, 7 * weeks + i64::from(n - 1)).to_string();
        for tense in [Tense::Past, Tense::Present, Tense::Unknown] {
            prop_assert_eq!(read(name, day, tense), walked(day, (0..7).map(|n| -n), is).unwrap().to_string());
        }
        prop_assert_eq!(read(name, day, Tense::Future), walked(day, 0..7, is).unwrap().to_string());
        for (words, expected) in [
            (format!("last {name}"), walked(day, (1..8).map(|n| -n), is).unwrap().to_string()),
            (format!("the coming {name}"), walked(day, 1..8, is).unwrap().to_string()),
            (format!("this {name}"), in_week(0)),
            (format!("next {name}"), in_week(1)),
            (format!("{name} last week"), in_week(-1)),
            (format!("{name} of this week"), in_week(0)),
            (format!("next week on {name}"), in_week(1)),
            (format!("{name} a week ago"), on(walked(day, (0..7).map(|n| -n), is).unwrap(), -7).to_string()),
            (format!("{name} three weeks ago"), on(walked(day, (0..7).map(|n| -n), is).unwrap(), -21).to_string()),
            (format!("the {name} before last"), on(walked(day, (1..8).map(|n| -n), is).unwrap(), -7).to_string()),
            (format!("two {name}s from now"), on(walked(day, 1..8, is).unwrap(), 7).to_string()),
        ] {
            prop_assert_eq!(read(&words, day, Tense::Past), expected, "{} {}", words, day);
        }
    }

    #[test]
    fn months(day in any_day(), n in 1..=12_i8) {
        let name = MONTHS[usize::try_from(n - 1).unwrap()];
        let from = |months: i64| date(day.year(), day.month(), 1).checked_add(months.months()).unwrap();
        let found = |mut months: Box<dyn Iterator<Item = i64>>| {
            let at = months.find(|m| from(*m).month() == n).map(from).unwrap();
            format!("{:04}-{:02}", at.year(), at.month())
        };
        // The next month is that of this time, unless a verb says that it is over.
        let near = found(Box::new([1, 0].into_iter().chain((1..12).map(|m| -m))));
        prop_assert_eq!(read(&format!("in {name}"), day, Tense::Unknown), near.clone());
        prop_assert_eq!(read(&format!("in {name}"), day, Tense::Past), near);
        prop_assert_eq!(read(&format!("in {name}"), day, Tense::Future), found(Box::new(0..12)));
        prop_assert_eq!(read(&format!("last {name}"), day, Tense::Past), found(Box::new((1..13).map(|m| -m))));
        prop_assert_eq!(read(&format!("next {name}"), day, Tense::Past), found(Box::new(1..13)));
        prop_assert_eq!(read(&format!("this {name}"), day, Tense::Past), format!("{:04}-{n:02}", day.year()));
        prop_assert_eq!(read(&format!("{name} of last year"), day, Tense::Past), format!("{:04}-{n:02}", day.year() - 1));
    }

    #[test]
    fn days_of_a_year(day in any_day(), month in 1..=12_i8, of in 1..=31_i8) {
        prop_assume!(Date::new(2023, month, of).is_ok());
        let words = format!("{} {of}", MONTHS[usize::try_from(month - 1).unwrap()]);
        let is = |d: Date| (d.month(), d.day()) == (month, of);
        let shown = |d: Option<Date>| d.unwrap().to_string();
        prop_assert_eq!(read(&words, day, Tense::Unknown), shown(walked(day, outward(400), is)));
        prop_assert_eq!(read(&words, day, Tense::Present), shown(walked(day, outward(400), is)));
        prop_assert_eq!(read(&words, day, Tense::Past), shown(walked(day, (-400..=62).rev(), is)));
        prop_assert_eq!(read(&words, day, Tense::Future), shown(walked(day, -31..400, is)));
    }

    #[test]
    fn days_of_a_month(day in any_day(), of in 1..=31_i8) {
        let suffix = match of { 1 | 21 | 31 => "st", 2 | 22 => "nd", 3 | 23 => "rd", _ => "th" };
        let words = format!("on the {of}{suffix}");
        let is = |d: Date| d.day() == of;
        prop_assert_eq!(read(&words, day, Tense::Past), walked(day, (-62..=0).rev(), is).unwrap().to_string());
        prop_assert_eq!(read(&words, day, Tense::Future), walked(day, 0..=62, is).unwrap().to_string());
    }

    #[test]
    fn weekdays_of_a_month(day in any_day(), n in 1..=7_i8, of in 1..=31_i8) {
        let words = format!("{} the {of}th", WEEKDAYS[usize::try_from(n - 1).unwrap()]);
        let is = |d: Date| d.day() == of && weekday(d) == n && months_from(day, d).abs() <= 7;
        let expected = walked(day, outward(270), is).map(|d| d.to_string()).unwrap_or_default();
        prop_assert_eq!(read(&words, day, Tense::Past), expected);
    }

    #[test]
    fn seasons(day in any_day(), (name, letters, month) in prop::sample::select(&SEASONS[..])) {
        let found = |steps: Box<dyn Iterator<Item = i64>>| {
            let (year, _) = steps.map(|n| season_on(day, n)).find(|s| s.1 == month).unwrap();
            format!("{year:04}-{letters}")
        };
        prop_assert_eq!(read(&format!("in the {name}"), day, Tense::Past), found(Box::new((-3..=0).rev())));
        prop_assert_eq!(read(&format!("in the {name}"), day, Tense::Future), found(Box::new(0..4)));
        prop_assert_eq!(read(&format!("last {name}"), day, Tense::Past), found(Box::new((-4..0).rev())));
        prop_assert_eq!(read(&format!("next {name}"), day, Tense::Past), found(Box::new(1..5)));
        prop_assert_eq!(read(&format!("this {name}"), day, Tense::Past), format!("{:04}-{letters}", day.year()));
        prop_assert_eq!(read(&format!("the {name} of last year"), day, Tense::Past), format!("{:04}-{letters}", day.year() - 1));
    }

    /// Units counted back and on from the day of publication.
    #[test]
    fn units_ago(day in any_day(), n in 1..40_i64) {
        let week = |d: Date| { let w = d.iso_week_date(); format!("{:04}-W{:02}", w.year(), w.week()) };
        let month = |d: Date| format!("{:04}-{:02}", d.year(), d.month());
        let first = date(day.year(), day.month(), 1);
        for (words, expected) in [
            (format!("{n} days ago"), on(day, -n).to_string()),
            (format!("{n} weeks ago"), week(on(day, -7 * n))),
            (format!("{n} months ago"), month(first.checked_sub(n.months()).unwrap())),
            (format!("{n} years ago"), format!("{:04}", i64::from(day.year()) - n)),
            (format!("{n} days from now"), on(day, n).to_string()),
            (format!("{n} weeks from now"), on(day, 7 * n).to_string()),
            (format!("{n} months from now"), month(first.checked_add(n.months()).unwrap())),
            (format!("{n} days after tomorrow"), on(day, n + 1).to_string()),
            (format!("{n} days before yesterday"), on(day, -n - 1).to_string()),
            (format!("{n} weeks from today"), on(day, 7 * n).to_string()),
            (format!("{n}.5 years ago"), month(first.checked_sub((12 * n + 6).months()).unwrap())),
        ] {
            if n > 1 || words.contains(".5") {
                prop_assert_eq!(read(&words, day, Tense::Past), expected, "{}", words);
            }
        }
    }

    /// The nth weekday of a month, by walking it.
    #[test]
    fn nth_weekdays(month in 1..=12_i8, n in 1..=7_i8, nth in 0..6_usize) {
        let name = WEEKDAYS[usize::try_from(n - 1).unwrap()];
        let all: Vec<Date> = (0..31).map(|d| on(date(2031, month, 1), d)).filter(|d| d.month() == month && weekday(*d) == n).collect();
        let (word, expected) = match nth {
            5 => ("last", all.last()),
            _ => (["first", "second", "third", "fourth", "fifth"][nth], all.get(nth)),
        };
        let text = format!("the {word} {name} of {} 2031", MONTHS[usize::try_from(month - 1).unwrap()]);
        prop_assert_eq!(read(&text, date(2031, 5, 7), Tense::Past), expected.map(Date::to_string).unwrap_or_default(), "{}", text);
    }
}

/// The unit that holds a day, and its neighbours.
#[test]
fn steps_of_units() {
    let monday = date(2023, 6, 19);
    for (unit, n, expected) in [
        (TimeUnit::Second, 1, ""),
        (TimeUnit::Minute, 1, ""),
        (TimeUnit::Hour, 1, ""),
        (TimeUnit::Day, 1, "2023-06-20"),
        (TimeUnit::Night, -1, "2023-06-18"),
        (TimeUnit::Week, 0, "2023-W25"),
        (TimeUnit::Week, -1, "2023-W24"),
        (TimeUnit::Fortnight, 1, "2023-W27"),
        (TimeUnit::Weekend, 0, "2023-W25-WE"),
        (TimeUnit::Weekend, -1, "2023-W24-WE"),
        (TimeUnit::Month, -6, "2022-12"),
        (TimeUnit::Month, 6, "2023-12"),
        (TimeUnit::Month, 7, "2024-01"),
        (TimeUnit::Quarter, 0, "2023-Q2"),
        (TimeUnit::Quarter, -2, "2022-Q4"),
        (TimeUnit::Quarter, 3, "2024-Q1"),
        (TimeUnit::Year, 2, "2025"),
        (TimeUnit::Decade, 0, "202"),
        (TimeUnit::Decade, -1, "201"),
        (TimeUnit::Century, 0, "20"),
        (TimeUnit::Century, -1, "19"),
        (TimeUnit::Century, -20, "00"),
    ] {
        let found = calendar::step(monday, unit, n).map(|f| f.to_string()).unwrap_or_default();
        assert_eq!(found, expected, "{unit:?} {n}");
    }
    assert_eq!(calendar::step(date(2000, 1, 1), TimeUnit::Century, -1), Some(TimeForm::Century(19)));
    assert_eq!(calendar::step(date(1999, 1, 1), TimeUnit::Century, 1), Some(TimeForm::Century(20)));
    assert_eq!(calendar::step(date(2020, 1, 1), TimeUnit::Decade, -1), Some(TimeForm::Decade(201)));
    assert_eq!(calendar::step(date(2019, 1, 1), TimeUnit::Decade, 1), Some(TimeForm::Decade(202)));
    assert_eq!(calendar::step(date(2029, 1, 1), TimeUnit::Decade, -1), Some(TimeForm::Decade(201)));
    assert_eq!(calendar::step(date(2020, 1, 1), TimeUnit::Decade, 1), Some(TimeForm::Decade(203)));
    assert_eq!(calendar::step(date(1999, 1, 1), TimeUnit::Century, -1), Some(TimeForm::Century(18)));
    assert_eq!(calendar::step(date(2000, 1, 1), TimeUnit::Century, 1), Some(TimeForm::Century(21)));
    // The years that are counted in.
    assert_eq!(calendar::step(date(9998, 1, 1), TimeUnit::Year, 0), Some(TimeForm::Year(9998)));
    assert_eq!(calendar::step(date(9998, 1, 1), TimeUnit::Year, 1), None);
    assert_eq!(calendar::step(date(1, 1, 1), TimeUnit::Year, -5000), Some(TimeForm::Year(-4999)));
    assert_eq!(calendar::step(date(1, 1, 1), TimeUnit::Year, -5001), None);
    assert_eq!(calendar::step(date(9998, 12, 1), TimeUnit::Month, 1), None);
    assert_eq!(calendar::plus(date(9998, 12, 31), 0), Some(date(9998, 12, 31)));
    assert_eq!(calendar::plus(date(9998, 12, 31), 1), None);
    assert_eq!(calendar::plus(date(-4999, 1, 1), -1), None);
    for (year, years, group) in [
        (2023, 10, Some(202)),
        (2023, 100, Some(20)),
        (5, 10, Some(0)),
        (1, 10, Some(0)),
        (0, 10, None),
        (-8, 10, None),
        (-9, 10, Some(-1)),
        (-479, 10, Some(-48)),
        (-479, 100, Some(-4)),
    ] {
        assert_eq!(calendar::group(year, years), group, "{year} {years}");
    }
    let mixed = Mixed { years: 1, months: 2, weeks: 3, days: 4 };
    assert_eq!(calendar::beyond(date(2023, 1, 31), mixed, 1), Some(date(2024, 4, 25)));
    assert_eq!(calendar::beyond(date(2023, 1, 31), mixed, -1), Some(date(2021, 11, 5)));
}

/// Dates in digits: year, month and day where one order alone gives them, or `?`, and the tokens left.
#[test]
fn dates_in_digits() {
    let shown = |text: &str| {
        let tokens = tokens(text);
        let Some((d, end)) = numeric::date(&Cursor::new(text, &tokens, 0..tokens.len()), 0) else { return String::new() };
        let year = d.year.map_or(String::new(), |y| format!("{y} "));
        let day = d.certain().map_or("?".to_owned(), |(m, d)| format!("{m}/{d}"));
        format!("{year}{day}{}", if end == tokens.len() { String::new() } else { format!(" +{}", tokens.len() - end) })
    };
    let rows = [
        ("19.6.2031", "2031 6/19"),
        ("6.19.2031", "2031 6/19"),
        ("6.7.2031", "2031 ?"),
        ("6.6.2031", "2031 6/6"),
        ("2031.6.7", "2031 6/7"),
        ("2031.6.19", "2031 6/19"),
        ("19.6.31", "2031 6/19"),
        ("19.6.69", "2069 6/19"),
        ("19.6.70", "1970 6/19"),
        ("19.6.1000", "1000 6/19"),
        ("19.6.0999", ""),
        ("19.6.2199", "2199 6/19"),
        ("19.6.2200", ""),
        ("19.6.123", ""),
        ("31.12.2031", "2031 12/31"),
        ("32.12.2031", ""),
        ("0.12.2031", ""),
        ("1.12.2031", "2031 ?"),
        ("1.13.2031", "2031 1/13"),
        ("12.13.2031", "2031 12/13"),
        ("13.12.2031", "2031 12/13"),
        ("13.14.2031", "2031 ?"),
        ("1.2.3.4", ""),
        ("19.6", "6/19"),
        ("6.7", ""),
        ("6.6", "6/6"),
        ("19.6 boats", ""),
        ("19.6 and", "6/19 +1"),
        ("19/06/2031", "2031 6/19"),
        ("06/19/31", "2031 6/19"),
        ("6/7/2031", "2031 ?"),
        ("6-19-31", "2031 6/19"),
        ("6-7-31", "2031 6/7"),
        ("12-11-31", "2031 12/11"),
        ("31-6-2031", "2031 6/31"),
        ("19-06/2031", ""),
        ("19/06-2031", ""),
        ("19 /06/2031", ""),
        ("19/ 06/2031", ""),
        ("19/06 /2031", "6/19 +2"),
        ("08/12,2031", "2031 8/12"),
        ("19/12,2031", "2031 12/19"),
        ("6/19", "6/19"),
        ("19/6", "6/19"),
        ("6/7", ""),
        ("6/6", ""),
        ("13/14", ""),
        ("14/13", ""),
        ("13/12", "12/13"),
        ("24/7", ""),
        ("24/6", "6/24"),
        ("25/7", "7/25"),
        ("6-19", "6/19"),
        ("6 /19", ""),
        ("6/ 19", ""),
        ("6/32", ""),
        ("6/0", ""),
        ("6/19 boats", ""),
        ("6/19 of", ""),
        ("6/19 when", "6/19 +1"),
        ("6/19th", ""),
        ("6/19%", ""),
        ("6/19$", ""),
        ("6/19€", ""),
        ("6/19-20", ""),
        ("19.6.2031^2", ""),
        ("19.6.2031 ×", "2031 6/19 +1"),
        ("19.6.2031, it", "2031 6/19 +2"),
        ("June 19", ""),
    ];
    let wrong: Vec<_> = rows.iter().map(|(t, e)| (*t, *e, shown(t))).filter(|(_, e, found)| e != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (text, expected) in [
        // Nothing is joined in front but a bracket or a quotation mark.
        ("It opened (19.6.2022).", "19.6.2022 = 2022-06-19"),
        ("It opened [19.6.2022].", "19.6.2022 = 2022-06-19"),
        ("See v.19.6.2022.", ""),
        // Two digits each are a score or a code, unless they stand as dates do.
        ("They won 6-19-22 there.", ""),
        ("They won 6-19-22.", "6-19-22 = 2022-06-19"),
        ("They won on 6-19-22 there.", "6-19-22 = 2022-06-19"),
        ("They won 6/19/22 there.", "6/19/22 = 2022-06-19"),
        ("They won 6-19-2022 there.", "6-19-2022 = 2022-06-19"),
        ("They won 6-19.", ""),
        ("They won 6/12.", ""),
        ("They won 5/25.", "5/25 = 2023-05-25"),
        ("They met at 5.25.", ""),
        ("They met on 5.25.", "5.25 = 2023-05-25"),
        ("They met on 31.11.2022.", ""),
    ] {
        assert_eq!(read_times(text, &context(MONDAY, "", Tense::Past)).join("; "), expected, "{text}");
    }
    for word in ["on", "in", "by", "until", "till", "since", "from", "before", "after", "dated", "due"] {
        let text = format!("It was open {word} 5-25.");
        assert_eq!(read_times(&text, &context(MONDAY, "", Tense::Past)).len(), 1, "{text}");
    }
}

/// Of two orders of day and month that are possible the one near publication, within a year and a day; the month first where both are
/// equally near, and none where nothing is.
#[test]
fn orders_of_day_and_month() {
    for (published, expected) in [
        ("2023-01-01", "2024-01-02"),
        ("2022-12-31", ""),
        ("2024-01-17", "2024-01-02"),
        ("2024-01-18", "2024-02-01"),
        ("2025-02-01", "2024-02-01"),
        ("2025-02-02", ""),
    ] {
        assert_eq!(read("1/2/2024", published.parse().unwrap(), Tense::Past), expected, "{published}");
    }
    assert_eq!(whole::time("1/2/2024", &Context::default()), None);
}

/// The holidays of two years, from their calendars.
#[test]
fn holidays_of_two_years() {
    let rows = [
        ("New Year's Day", "01-01", "01-01"),
        ("New Year's Eve", "12-31", "12-31"),
        ("Martin Luther King Day", "01-16", "01-15"),
        ("Presidents Day", "02-20", "02-19"),
        ("Valentine's Day", "02-14", "02-14"),
        ("Ash Wednesday", "02-22", "02-14"),
        ("Palm Sunday", "04-02", "03-24"),
        ("Maundy Thursday", "04-06", "03-28"),
        ("Good Friday", "04-07", "03-29"),
        ("Easter Sunday", "04-09", "03-31"),
        ("Easter Monday", "04-10", "04-01"),
        ("Easter", "04-09", "03-31"),
        ("Ascension Day", "05-18", "05-09"),
        ("Whit Sunday", "05-28", "05-19"),
        ("Whit Monday", "05-29", "05-20"),
        ("May Day", "05-01", "05-01"),
        ("Mother's Day", "05-14", "05-12"),
        ("Memorial Day", "05-29", "05-27"),
        ("Father's Day", "06-18", "06-16"),
        ("Bastille Day", "07-14", "07-14"),
        ("Labor Day", "09-04", "09-02"),
        ("Columbus Day", "10-09", "10-14"),
        ("Halloween", "10-31", "10-31"),
        ("Election Day", "11-07", "11-05"),
        ("Armistice Day", "11-11", "11-11"),
        ("Veterans Day", "11-11", "11-11"),
        ("Thanksgiving Day", "11-23", "11-28"),
        ("Thanksgiving", "11-23", "11-28"),
        ("Christmas Eve", "12-24", "12-24"),
        ("Christmas Day", "12-25", "12-25"),
        ("Christmas", "12-25", "12-25"),
        ("Boxing Day", "12-26", "12-26"),
    ];
    for (name, of_2023, of_2024) in rows {
        for (year, day) in [("2023", of_2023), ("2024", of_2024)] {
            let text = format!("They met on {name} {year}.");
            assert_eq!(read_times(&text, &Context::default()), [format!("{name} {year} = {year}-{day}")], "{text}");
        }
    }
    assert_eq!(read_times("They met on thanksgiving 2023.", &Context::default()), ["2023 = 2023"]);
}

/// Easter by the algorithm of Oudin (1940), another way than the one in the code.
#[test]
fn easter_by_oudin() {
    for year in 1583..9998_i32 {
        let (g, c) = (year % 19, year / 100);
        let h = (c - c / 4 - (8 * c + 13) / 25 + 19 * g + 15) % 30;
        let i = h - (h / 28) * (1 - (h / 28) * (29 / (h + 1)) * ((21 - g) / 11));
        let j = (year + year / 4 + i + 2 - c + c / 4) % 7;
        let l = i - j;
        let month = 3 + (l + 40) / 44;
        let day = l + 28 - 31 * (month / 4);
        let found = holidays::Holiday::Easter(0).day(i16::try_from(year).unwrap());
        assert_eq!(found.map(|d| (i32::from(d.month()), i32::from(d.day()))), Some((month, day)), "{year}");
    }
    assert_eq!(holidays::Holiday::Easter(0).day(1582), None);
}

/// A holiday without its year: the nearest that the tense allows.
#[test]
fn holidays_near_publication() {
    for (words, published, tense, expected) in [
        ("Thanksgiving", "2023-06-19", Tense::Past, "2022-11-24"),
        ("Thanksgiving", "2023-09-22", Tense::Past, "2023-11-23"),
        ("Thanksgiving", "2023-09-21", Tense::Past, "2022-11-24"),
        ("Thanksgiving", "2023-06-19", Tense::Future, "2023-11-23"),
        ("Thanksgiving", "2023-11-23", Tense::Future, "2023-11-23"),
        ("Thanksgiving", "2023-11-24", Tense::Future, "2024-11-28"),
        ("Thanksgiving", "2023-05-24", Tense::Unknown, "2022-11-24"),
        ("Thanksgiving", "2023-05-26", Tense::Unknown, "2023-11-23"),
        ("last Easter", "2023-06-19", Tense::Past, "2023-04-09"),
        ("last Easter", "2023-04-09", Tense::Past, "2022-04-17"),
        ("this Easter", "2023-06-19", Tense::Past, "2023-04-09"),
        ("next Easter", "2023-06-19", Tense::Past, "2024-03-31"),
        ("next Easter", "2023-04-09", Tense::Past, "2024-03-31"),
        ("last Christmas", "2023-06-19", Tense::Past, "2022-12-25"),
        ("next Christmas", "2023-06-19", Tense::Past, "2023-12-25"),
        ("Christmas", "2023-06-19", Tense::Past, "2022-12-25"),
        ("Christmas", "2023-06-19", Tense::Future, "2023-12-25"),
        ("Election Day of last year", "2023-06-19", Tense::Past, "2022-11-08"),
        ("Easter of 2019", "2023-06-19", Tense::Past, "2019-04-21"),
    ] {
        assert_eq!(read(words, published.parse().unwrap(), tense), expected, "{words} {published} {tense:?}");
    }
}

/// In a history dates go on from the one that was told last, and hardly ever back: five months at most.
#[test]
fn histories_go_on() {
    let told = |words: &str, period: &str| {
        let context = context(MONDAY, "", Tense::Past).history(Some(period.parse().unwrap()));
        whole::time(words, &context).map(|t| t.to_string()).unwrap_or_default()
    };
    for (words, period, expected) in [
        ("June 14", "1944-11-11", "1944-06-14"),
        ("June 13", "1944-11-11", "1945-06-13"),
        ("November 12", "1944-11-11", "1944-11-12"),
        ("in June", "1944-11-11", "1944-06"),
        ("in May", "1944-11-11", "1945-05"),
        ("in July", "1944-01-11", "1944-07"),
        ("in August", "1944-01-11", "1943-08"),
        ("in the autumn", "1944-11-11", "1944-FA"),
        ("in the winter", "1944-11-11", "1944-WI"),
        ("in the spring", "1944-11-11", "1945-SP"),
        ("in the summer", "1944-11-11", "1944-SU"),
        ("Sunday", "1944-11-11", "1944-11-12"),
        ("Saturday", "1944-11-11", "1944-11-11"),
        ("Friday", "1944-11-11", "1944-11-17"),
        ("Easter", "1944", "1944-04-09"),
        ("in the spring", "1944", "1944-SP"),
        ("on the 20th", "1944-11", "1944-11-20"),
        ("on the 20th", "1944", ""),
        ("the next week", "1944-11-11", "1944-W46"),
        ("the next month", "1944-11", "1944-12"),
        ("the previous month", "1944-11", "1944-10"),
        ("the same month", "1944-11", "1944-11"),
        ("the next decade", "1944", "195"),
        ("the previous November", "1944", "1943-11"),
        ("the following March", "1944", "1944-03"),
        ("the next century", "1944", "20"),
        ("two days later", "1944-11-11", "1944-11-13"),
        ("the next day", "1944-11", "PAST_REF"),
        ("the next day", "1944-11-11", "1944-11-12"),
        ("last Sunday", "1944-11-11", "1944-11-05"),
        ("two months later", "1944-11", "1945-01"),
        ("two months later", "1944", ""),
        ("two years earlier", "1944", "1942"),
    ] {
        assert_eq!(told(words, period), expected, "{words} after {period}");
    }
}

/// What a shift of a unit means, from publication and from the story.
#[test]
fn shifts_of_units() {
    let context = context(MONDAY, "2023-03-10", Tense::Past);
    for (words, expected) in [
        ("last week", "2023-W24"),
        ("this week", "2023-W25"),
        ("next week", "2023-W26"),
        ("last month", "2023-05"),
        ("next month", "2023-07"),
        ("last quarter", "2023-Q1"),
        ("this quarter", "2023-Q2"),
        ("next quarter", "2023-Q3"),
        ("last year", "2022"),
        ("last decade", "201"),
        ("last century", "19"),
        ("last weekend", "2023-W24-WE"),
        ("next weekend", "2023-W26-WE"),
        ("that week", "2023-W10"),
        ("that day", "2023-03-10"),
        ("that year", "2023"),
        ("the same week", "2023-W10"),
        ("the previous day", "2023-03-09"),
        ("the following day", "2023-03-11"),
        ("the following week", "2023-W11"),
        ("the previous year", "2022"),
        ("the next day", "2023-03-11"),
        ("that same day", "2023-03-10"),
        ("this very day", "2023-03-10"),
        ("the week before last", "2023-W23"),
        ("the week after next", "2023-W27"),
        ("the month before last", "2023-04"),
        ("the day before", "2023-03-09"),
        ("the day after", "2023-03-11"),
        ("earlier in the week", "2023-W25"),
        ("later in the month", "2023-06"),
        ("earlier in the day", "2023-03-10"),
        ("this time last year", "2022"),
        ("the day after tomorrow", "2023-06-21"),
        ("the day before yesterday", "2023-06-17"),
        ("this morning", "2023-06-19TMO"),
        ("last night", "2023-06-18TNI"),
        ("that evening", "2023-03-10TEV"),
        ("the next morning", "2023-03-11TMO"),
        ("the previous night", "2023-03-09TNI"),
        ("the 5th of last month", "2023-05-05"),
        ("the third quarter of last year", "2022-Q3"),
        ("the first half of this year", "2023-H1"),
        ("the second half of 2022", "2022-H2"),
        ("the third half of 2022", ""),
        ("the 0th half of 2022", ""),
        ("the 1st half of 2022", "2022-H1"),
        ("the week of May 3", "2023-W18"),
        ("March 3 of last year", "2022-03-03"),
        ("last March 3", "2023-03-03"),
    ] {
        let found = whole::time(words, &context).map(|t| t.to_string()).unwrap_or_default();
        assert_eq!(found, expected, "{words}");
    }
}

/// The borders of what is near: two months ahead, a month back, the day itself.
#[test]
fn days_at_the_borders() {
    // A leap day is the next one or the last one, eight years off where a century has none.
    for (published, tense, expected) in [
        ("2023-06-19", Tense::Past, "2020-02-29"),
        ("2023-06-19", Tense::Future, "2024-02-29"),
        ("2022-06-19", Tense::Unknown, "2024-02-29"),
        ("2021-06-19", Tense::Unknown, "2020-02-29"),
        ("2103-12-01", Tense::Past, "2096-02-29"),
        ("2096-04-01", Tense::Future, "2104-02-29"),
    ] {
        assert_eq!(read("February 29", published.parse().unwrap(), tense), expected, "{published}");
    }
    for (words, published, tense, expected) in [
        ("August 20", "2023-06-19", Tense::Past, "2023-08-20"),
        ("August 21", "2023-06-19", Tense::Past, "2022-08-21"),
        ("May 19", "2023-06-19", Tense::Future, "2023-05-19"),
        ("May 18", "2023-06-19", Tense::Future, "2024-05-18"),
        ("on the 19th", "2023-06-19", Tense::Past, "2023-06-19"),
        ("on the 19th", "2023-06-19", Tense::Future, "2023-06-19"),
        ("on the 31st", "2023-03-01", Tense::Past, "2023-01-31"),
        ("on the 30th", "2023-03-01", Tense::Past, "2023-01-30"),
        ("on the 31st", "2023-02-01", Tense::Future, "2023-03-31"),
        ("February 29", "2023-06-19", Tense::Unknown, "2024-02-29"),
        ("February 29", "1898-06-19", Tense::Unknown, "1896-02-29"),
        ("in January", "2023-12-10", Tense::Past, "2024-01"),
        ("in January", "2023-11-10", Tense::Past, "2023-01"),
        ("in December", "2023-12-10", Tense::Past, "2023-12"),
        ("in December", "2023-12-10", Tense::Future, "2023-12"),
        ("in November", "2023-12-10", Tense::Future, "2024-11"),
    ] {
        assert_eq!(read(words, published.parse().unwrap(), tense), expected, "{words} {published} {tense:?}");
    }
    let old = |anchor: &str| context("2023-06-19", anchor, Tense::Past).is_old();
    assert!(old("2022-05-14") && !old("2022-05-15") && !old("") && !old("2024-06-19"));
    assert!(!context("", "2022-05-14", Tense::Past).is_old());
    let story = Context::default().anchored(date(2023, 6, 19));
    assert_eq!(whole::time("last Sunday", &story).map(|t| t.to_string()).as_deref(), Some("2023-06-18"));
    assert_eq!(whole::time("last March", &story).map(|t| t.to_string()).as_deref(), Some("2023-03"));
    assert_eq!(whole::time("June 20", &story).map(|t| t.to_string()).as_deref(), Some("2023-06-20"));
    assert_eq!(whole::time("last Sunday", &Context::default()).map(|t| t.to_string()).as_deref(), Some("XXXX-WXX-7"));
    assert_eq!(whole::time("in the summer", &Context::default()).map(|t| t.to_string()).as_deref(), Some("PAST_REF"));
    assert_eq!(whole::time("last summer", &Context::default()).map(|t| t.to_string()).as_deref(), Some("PAST_REF"));
    assert_eq!(whole::time("the weekend", &Context::default()).map(|t| t.to_string()).as_deref(), Some("PAST_REF"));
    let ahead = Context::default().tense(Tense::Future);
    assert_eq!(whole::time("the weekend", &ahead).map(|t| t.to_string()).as_deref(), Some("FUTURE_REF"));
}

/// Without a story "the next week" counts from publication; what is no whole number of days leads to none.
#[test]
fn shifts_without_a_story() {
    for (words, expected) in [
        ("the next week", "2023-W26"),
        ("the next month", "2023-07"),
        ("the previous week", "PAST_REF"),
        ("the third Wednesday of the previous month", "2023-05-17"),
        ("the second Monday of next month", "2023-07-10"),
        ("the second Monday of this month", "2023-06-12"),
        ("the second Monday", "2023-06-12"),
        ("the sixth Monday of May 2023", ""),
        ("two to three days after tomorrow", ""),
        ("two and a half days after tomorrow", ""),
        ("two hours after tomorrow", ""),
        ("two weeks before yesterday", "2023-06-04"),
        ("Q1", "2023-Q1"),
        ("Q3", "2022-Q3"),
        ("next weekend", "2023-W26-WE"),
        ("this weekend", "2023-W24-WE"),
        ("the last quarter", "2023-Q1"),
        ("last decade", "201"),
        ("Monday a week ago", "2023-06-12"),
        ("Monday a month ago", ""),
    ] {
        assert_eq!(read(words, date(2023, 6, 19), Tense::Past), expected, "{words}");
    }
    let story = context(MONDAY, "2023-03-10", Tense::Past);
    for (words, expected) in [
        ("the third Wednesday of the previous month", "2023-02-15"),
        ("the third Wednesday of last month", "2023-05-17"),
        ("two days later than planned", ""),
        ("two days later", "2023-03-12"),
        ("two days earlier than planned", ""),
        ("two days earlier", "2023-03-08"),
        ("two days previously", "2023-03-08"),
        ("two days afterwards", "2023-03-12"),
        ("two days before", "2023-03-08"),
        ("two days after", "2023-03-12"),
        ("two hours later", ""),
        ("two to three days later", ""),
        ("1 month and 3 days later", "2023-04-13"),
        ("1 month and 3 days earlier", "2023-02-07"),
        ("1 month and 3 days from now", "2023-04-13"),
    ] {
        assert_eq!(whole::time(words, &story).map(|t| t.to_string()).unwrap_or_default(), expected, "{words}");
    }
}

/// A bare quarter is the last that has begun, and under what is to come the first that is not over.
#[test]
fn quarters_near_publication() {
    for (published, past, ahead) in [
        ("2023-06-30", ["2023-Q1", "2023-Q2", "2022-Q3", "2022-Q4"], ["2024-Q1", "2023-Q2", "2023-Q3", "2023-Q4"]),
        ("2023-07-01", ["2023-Q1", "2023-Q2", "2023-Q3", "2022-Q4"], ["2024-Q1", "2024-Q2", "2023-Q3", "2023-Q4"]),
        ("2023-12-31", ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"], ["2024-Q1", "2024-Q2", "2024-Q3", "2023-Q4"]),
    ] {
        for (i, word) in ["first", "second", "third", "fourth"].iter().enumerate() {
            let day = published.parse().unwrap();
            assert_eq!(read(&format!("the {word} quarter"), day, Tense::Past), past[i], "{published} {word}");
            assert_eq!(read(&format!("the {word} quarter"), day, Tense::Future), ahead[i], "{published} {word}");
            assert_eq!(read(&format!("in Q{}", i + 1), day, Tense::Past), past[i], "{published} {word}");
        }
    }
}
