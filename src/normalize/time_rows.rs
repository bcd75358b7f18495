//! Rows of the time reader by kind of expression. The sentences are invented; they are published on Monday, 19 June 2023,
//! where no other day stands in the row.

use super::tests::{MONDAY, context, day, read_times};
use super::*;

fn check(rows: &[(&str, &str)], context: &Context) {
    for (text, expected) in rows {
        assert_eq!(read_times(text, context).join("; "), *expected, "{text}");
    }
}

fn past() -> Context {
    context(MONDAY, "", Tense::Past)
}

/// A hedge within a length is one of the day that it leads to: more days back are before it, more days on behind it.
#[test]
fn hedges_within_a_length() {
    check(
        &[
            ("They left two or more years ago.", "two or more years ago = 2021 ON_OR_BEFORE"),
            ("They leave two or more years from now.", "two or more years from now = 2025 ON_OR_AFTER"),
        ],
        &past(),
    );
    check(
        &[
            ("Two or more days later they left.", "Two or more days later = 2022-05-05 ON_OR_AFTER"),
            ("Two or more days after, they left.", "Two or more days after = 2022-05-05 ON_OR_AFTER"),
            ("Two or more days earlier they left.", "Two or more days earlier = 2022-05-01 ON_OR_BEFORE"),
            ("Two or more days before, they left.", "Two or more days before = 2022-05-01 ON_OR_BEFORE"),
            // Than what is told, and not than the story.
            ("They left two days later.", "two days later = 2022-05-05"),
            ("They left two days later than planned.", "two days = P2D"),
            ("They left two days earlier.", "two days earlier = 2022-05-01"),
            ("They left two days earlier than planned.", "two days = P2D"),
        ],
        &context(MONDAY, "2022-05-03", Tense::Past),
    );
}

/// Hedges that an article opens.
#[test]
fn hedges_behind_an_article() {
    check(
        &[
            ("They sat a little more than three hours.", "a little more than three hours = PT3H MORE_THAN"),
            ("They sat a minimum of three hours.", "a minimum of three hours = PT3H EQUAL_OR_MORE"),
            ("They sat a maximum of three hours.", "a maximum of three hours = PT3H EQUAL_OR_LESS"),
            ("They sat a number of weeks.", "a number of weeks = PXW"),
        ],
        &past(),
    );
}

#[test]
fn dates_in_digits() {
    check(
        &[
            ("It opened on 19/06/2023.", "19/06/2023 = 2023-06-19"),
            ("It opened on 06/19/23.", "06/19/23 = 2023-06-19"),
            ("It opened on 19.6.2023.", "19.6.2023 = 2023-06-19"),
            ("It opened on 2022.6.30.", "2022.6.30 = 2022-06-30"),
            ("It opened on 5/25.", "5/25 = 2023-05-25"),
            ("It opened on 25/05.", "25/05 = 2023-05-25"),
            ("It opened on 5-25.", "5-25 = 2023-05-25"),
            // Of two readings the one that lies near publication.
            ("It opened on 6/7/2023.", "6/7/2023 = 2023-06-07"),
            ("It opened on 7/6/2023.", "7/6/2023 = 2023-06-07"),
            ("It opened on 6/7/1950.", "1950 = 1950"),
            ("It is open 24/7.", ""),
            ("Some 5/12 of it burned.", ""),
            ("They won 5-12.", ""),
            ("It opened on 2022-sep-1.", "2022-sep-1 = 2022-09-01"),
        ],
        &past(),
    );
}

/// The order of the text's other dates holds for all of it, without a day of publication and far from it too.
#[test]
fn dates_in_digits_in_an_order() {
    let rows = [
        // The day comes first, as 25/06 shows.
        ("It opened on 07/06/2023 and shut on 25/06/2023.", "07/06/2023 = 2023-06-07; 25/06/2023 = 2023-06-25"),
        ("It opened on 5/3/1950; another on 28.2.1961.", "5/3/1950 = 1950-03-05; 28.2.1961 = 1961-02-28"),
        ("It opened on 07-06-2023, and shut on 25-06-2023.", "07-06-2023 = 2023-06-07; 25-06-2023 = 2023-06-25"),
        ("It opened on 11/12/22 and shut on 13/12/22.", "11/12/22 = 2022-12-11; 13/12/22 = 2022-12-13"),
        // The month does.
        ("It opened on 07/08/2022 and shut on 07/28/2022.", "07/08/2022 = 2022-07-08; 07/28/2022 = 2022-07-28"),
        ("It opened on 12/07/2022 and shut on 12/13/2022.", "12/07/2022 = 2022-12-07; 12/13/2022 = 2022-12-13"),
        // A year that comes first shows nothing, nor do short dates, scores and shares.
        ("It opened on 2023/05/25 and shut on 07/06/2023.", "2023/05/25 = 2023-05-25; 07/06/2023 = 2023-06-07"),
        ("Some 16/9 of it, from 25/05, was shut on 06/07/2023.", "25/05 = 2023-05-25; 06/07/2023 = 2023-06-07"),
        // A text of two orders has none: each is read by itself.
        (
            "It opened on 25/06/2023, shut on 06/26/2023, not 07/06/2023.",
            "25/06/2023 = 2023-06-25; 06/26/2023 = 2023-06-26; 07/06/2023 = 2023-06-07",
        ),
    ];
    for (text, expected) in rows {
        let context = past().ordered(date_order(text));
        assert_eq!(read_times(text, &context).join("; "), expected, "{text}");
    }
    assert_eq!(date_order("Posted 25/06/2031.\n\nThey met on 07/06/2031."), DateOrder::DayFirst);
    assert_eq!(date_order("They met on 06/25/2031, and on 25.6.2031."), DateOrder::Open);
    assert_eq!(publication_date("Posted 07/06/2031\n\nThey met on 25/05/2031.").map(|p| p.date), day("2031-06-07"));
    assert_eq!(publication_date("Posted 07/06/2031\n\nThey met on Monday."), None);
}

#[test]
fn days_in_words() {
    check(
        &[
            ("It opened on May twenty-first.", "May twenty-first = 2023-05-21"),
            ("It opened on May the 3rd.", "May the 3rd = 2023-05-03"),
            ("It opened on the twenty second of May.", "the twenty second of May = 2023-05-22"),
            ("It opened on May 10, nineteen eighty.", "May 10, nineteen eighty = 1980-05-10"),
            ("It opened on the tenth of May, two thousand and one.", "the tenth of May, two thousand and one = 2001-05-10"),
            ("It opened on Oct2.", "Oct2 = 2022-10-02"),
            ("It opened on the 12th.", "the 12th = 2023-06-12"),
            ("It opened on the 27th.", "the 27th = 2023-05-27"),
            ("It opened on Friday the 12th.", "Friday the 12th = 2023-05-12"),
            ("It opened on June 5 and 6.", "June 5 = 2023-06-05; 6 = 2023-06-06"),
            ("It opened on June 5, 6 and 7.", "June 5 = 2023-06-05; 6 = 2023-06-06; 7 = 2023-06-07"),
            ("It opened between 5 and 8 June.", "5 = 2023-06-05; 8 June = 2023-06-08"),
            ("On June 5, 6 people fell ill.", "June 5 = 2023-06-05"),
            ("It was a meeting between the two.", ""),
            ("They spoke on Tuesday the first time.", "Tuesday = 2023-06-13"),
            ("They met on the last Friday of May.", "the last Friday of May = 2023-05-26"),
            ("They met on the first Friday of last month.", "the first Friday of last month = 2023-05-05"),
            ("It opened in the week of May 3.", "the week of May 3 = 2023-W18"),
            ("They met between Monday and Wednesday.", "Monday = 2023-06-12; Wednesday = 2023-06-14"),
            ("They met the Friday before last.", "the Friday before last = 2023-06-09"),
            ("It was two days before yesterday.", "two days before yesterday = 2023-06-16"),
        ],
        &past(),
    );
}

#[test]
fn holidays() {
    check(
        &[
            ("They met on Good Friday.", "Good Friday = 2023-04-07"),
            ("They met on Easter Sunday 2019.", "Easter Sunday 2019 = 2019-04-21"),
            ("They met last Thanksgiving.", "last Thanksgiving = 2022-11-24"),
            ("They met on Labor Day.", "Labor Day = 2022-09-05"),
            ("They met on New Year's Eve.", "New Year's Eve = 2022-12-31"),
            ("They met at Christmas 1963.", "Christmas 1963 = 1963-12-25"),
            ("They met on Election Day last year.", "Election Day last year = 2022-11-08"),
        ],
        &past(),
    );
    let ahead = past().tense(Tense::Future);
    assert_eq!(read_times("It will open by Easter.", &ahead), ["Easter = 2024-03-31"]);
}

#[test]
fn stretches_of_years() {
    check(
        &[
            ("It fell in the second half of 2022.", "the second half of 2022 = 2022-H2"),
            ("It fell in the latter half of 2022.", "the latter half of 2022 = 2022-H2"),
            ("It fell in fiscal 2022.", "fiscal 2022 = FY2022"),
            ("It fell in FY2024.", "FY2024 = FY2024"),
            ("It fell in the last quarter.", "the last quarter = 2023-Q1"),
            ("The trench was dug in 1915-17.", "1915 = 1915; 17 = 1917"),
            ("It was the winter of 1939-40.", "the winter of 1939-40 = 1939-WI"),
            ("It rose by summer 2019.", "summer 2019 = 2019-SU"),
            ("It was early spring of 2019.", "early spring of 2019 = 2019-SP START"),
            ("The week before last was dry.", "The week before last = 2023-W23"),
            ("It was done by month's end.", "month's end = 2023-06 END"),
            ("It opened in April and early June 1955.", "April = 1955-04; early June 1955 = 1955-06 START"),
            ("It ran from November to March 1955.", "November = 1954-11; March 1955 = 1955-03"),
        ],
        &past(),
    );
}

#[test]
fn years_before_christ() {
    check(
        &[
            ("The temple was built in 480 BC.", "480 BC = BC0480"),
            ("The temple was built in August 480 BC.", "August 480 BC = BC0480-08"),
            ("The war lasted from 499 to 493 BC.", "499 = BC0499; 493 BC = BC0493"),
            ("It was built in the 460s BC.", "the 460s BC = BC046"),
            ("It was built in the 5th century BC.", "the 5th century BC = BC04"),
            ("It was built in AD 79.", "AD 79 = 0079"),
        ],
        &past(),
    );
}

#[test]
fn lengths_without_a_number() {
    check(
        &[
            ("They talked for several days.", "several days = PXD"),
            ("They talked for a few hours.", "a few hours = PTXH"),
            ("They had talked for years.", "years = PXY"),
            ("It fell over the last few months.", "the last few months = PXM"),
            ("It fell in recent weeks.", "recent weeks = PXW"),
            ("A decades-long feud ended.", "decades-long = PXY"),
            ("A week-long trip ended.", "week-long = P1W"),
            ("A daylong trip ended.", "daylong = P1D"),
            ("It ended a few days ago.", "a few days ago = PAST_REF"),
            ("It ended years ago.", "years ago = PAST_REF"),
            ("It lasted 1 year, 1 month and 21 days.", "1 year, 1 month and 21 days = P1Y1M21D"),
            ("It ended 1 month and 3 days ago.", "1 month and 3 days ago = 2023-05-16"),
            ("It lasted an hour and half.", "an hour and half = PT1H30M"),
            ("It lasted 3 h.", "3 h = PT3H"),
            ("It lasted twenty and four hours.", "twenty and four hours = PT24H"),
        ],
        &past(),
    );
}

#[test]
fn what_recurs() {
    check(
        &[
            ("The fair opens every Monday.", "every Monday = XXXX-WXX-1"),
            ("The fair opens on Mondays.", "Mondays = XXXX-WXX-1"),
            ("They train twice a week.", "twice a week = P1W"),
            ("They train three times a month.", "three times a month = P1M"),
            ("They meet every other week.", "every other week = P2W"),
            ("It kills 40 people a year.", "a year = P1Y"),
            ("It kills 40 per month.", "per month = P1M"),
            ("It floods every June.", "every June = XXXX-06"),
            ("It sped along at 80 km an hour.", ""),
        ],
        &past(),
    );
}

#[test]
fn clocks_and_parts_of_the_day() {
    check(
        &[
            ("It left at half past six.", "half past six = 2023-06-19T06:30"),
            ("It left at a quarter to six.", "quarter to six = 2023-06-19T05:45"),
            ("It left at 4 in the morning.", "4 in the morning = 2023-06-19T04:00"),
            ("It left at 2:25 p.m. GMT on Friday.", "2:25 p.m. GMT on Friday = 2023-06-16T14:25Z"),
            ("It left on the night of June 3.", "the night of June 3 = 2023-06-03TNI"),
            ("It left in the early morning hours of June 3.", "the early morning hours of June 3 = 2023-06-03TMO START"),
            ("It struck overnight.", "overnight = 2023-06-18TNI"),
            ("They travel at night.", "night = XXXX-XX-XXTNI"),
            ("Five to six people fell ill.", ""),
            // No day was told that this could follow.
            ("The next morning they left.", "The next morning = PAST_REF"),
        ],
        &past(),
    );
}

/// One sentence mixes what was and what will be: the nearest verb tells.
#[test]
fn tense_of_the_nearest_verb() {
    let unknown = context(MONDAY, "", Tense::Future);
    check(
        &[
            ("The mayor said Saturday that the road will close.", "Saturday = 2023-06-17"),
            ("The plan, announced Wednesday, will change nothing.", "Wednesday = 2023-06-14"),
            ("On Friday, the mayor said it will close.", "Friday = 2023-06-16"),
            ("The road will be shut until Thursday.", "Thursday = 2023-06-22"),
            ("They will look for ways around Wednesday's ruling.", "Wednesday = 2023-06-14"),
            ("It will be done by June 14.", "June 14 = 2023-06-14"),
        ],
        &unknown,
    );
    check(
        &[
            ("They planned to leave on Thursday.", "Thursday = 2023-06-22"),
            ("The mayor has scheduled a talk Thursday.", "Thursday = 2023-06-22"),
            ("A trip planned for May was put off.", "May = 2023-05"),
            ("They gave him until 9 a.m. Thursday.", "9 a.m. Thursday = 2023-06-22T09:00"),
            ("The rally takes place in July.", "July = 2023-07"),
        ],
        &past(),
    );
}

/// In a history dates without a year count from the date told before, of whatever length.
#[test]
fn histories() {
    let told = |period: &str| past().history(Some(period.parse().unwrap()));
    check(
        &[
            ("In June the bridge fell.", "June = 1944-06"),
            ("On 12 August the bridge fell.", "12 August = 1944-08-12"),
            ("The bridge fell that summer.", "that summer = 1944-SU"),
            ("The next year it was built anew.", "The next year = 1945"),
            ("Two years later it fell.", "Two years later = 1946"),
            // Told to the year, the story has no day that this could follow.
            ("The following day it fell.", "The following day = PAST_REF"),
            ("A former bridge stood there.", "former = PAST_REF"),
            ("It fell at 5 p.m. that day.", "5 p.m. = XXXX-XX-XXT17:00; that day = PAST_REF"),
            ("It was left as in 1614. In May it fell.", "1614 = 1614; May = 1944-05"),
        ],
        &told("1944"),
    );
    check(
        &[
            ("In January it fell.", "January = 1945-01"),
            ("In August it fell.", "August = 1944-08"),
            ("The next day it fell.", "The next day = 1944-11-12"),
            ("Two weeks later it fell.", "Two weeks later = 1944-W47"),
            ("On the 20th it fell.", "the 20th = 1944-11-20"),
            ("In the spring it fell.", "the spring = 1945-SP"),
            ("It fell on Monday.", "Monday = 1944-11-13"),
            ("Today it is a museum.", "Today = PRESENT_REF"),
        ],
        &told("1944-11-11"),
    );
    let story = "On 5 May 1931 a bridge was built. In July it fell. The next day it was closed.";
    check(&[(story, "5 May 1931 = 1931-05-05; July = 1931-07; The next day = PAST_REF")], &told("1930"));
    check(&[(story, "5 May 1931 = 1931-05-05; July = 2023-07; The next day = 1931-05-06")], &past());
    check(&[("The following year it fell.", "The following year = BC0489"), ("In August it fell.", "August = BC0490-08")], &told("BC0490"));
}

#[test]
fn a_story_is_led_on_by_what_goes_on() {
    let mut context = past().history(None);
    let mut read = |text: &str| {
        let tokens = crate::text::tokens(text);
        let mut out = Vec::new();
        times(text, &tokens, 0..tokens.len(), &context, &mut out);
        context.follow(&out);
        context.period.map(|p| p.to_string()).unwrap_or_default()
    };
    for (text, period) in [
        ("In 1931 a bridge was built.", "1931"),
        ("In May it fell.", "1931-05"),
        ("Papers that were opened in 1990 tell why.", "1931-05"),
        ("It had fallen two years earlier.", "1931-05"),
        ("The next year it was built anew.", "1932"),
        ("Two years later it fell again.", "1934"),
        ("Two years earlier it had been closed.", "1934"),
    ] {
        assert_eq!(read(text), period, "{text}");
    }
    assert_eq!(context.anchor, None);
    let mut context = past().history(Some("1944-11-11".parse().unwrap()));
    for (text, period) in [
        ("Two weeks later it fell.", "1944-W47"),
        ("In the spring it was built anew.", "1945-SP"),
        ("It had fallen the previous year.", "1945-SP"),
        ("In the third quarter of 1946 it was sold.", "1946-Q3"),
    ] {
        let tokens = crate::text::tokens(text);
        let mut out = Vec::new();
        times(text, &tokens, 0..tokens.len(), &context, &mut out);
        context.follow(&out);
        assert_eq!(context.period.map(|p| p.to_string()).unwrap_or_default(), period, "{text}");
    }
}

#[test]
fn runs_of_days_have_two_ends() {
    let text = "It ran from June 16-18, 2023.";
    let tokens = crate::text::tokens(text);
    let mut out = Vec::new();
    times(text, &tokens, 0..tokens.len(), &past(), &mut out);
    let ends = out[0].ends.map(|(a, b)| (a.of(text), b.of(text)));
    assert_eq!(ends, Some(("June 16", "18, 2023")));
    assert_eq!(day("2023-06-16"), Some(jiff::civil::date(2023, 6, 16)));
}

/// A clock time keeps the zone that its words name, with the offset that it has on that day.
#[test]
fn zones_are_kept() {
    check(
        &[
            ("It struck at 17:14 GMT on Sunday.", "17:14 GMT on Sunday = 2023-06-18T17:14Z"),
            ("It struck at 17:14 UTC on 3 May.", "17:14 UTC on 3 May = 2023-05-03T17:14Z"),
            ("It struck at 2:14 a.m. local time on Sunday.", "2:14 a.m. local time on Sunday = 2023-06-18T02:14"),
            ("It struck at 02:14 JST on Sunday.", "02:14 JST on Sunday = 2023-06-18T02:14+09:00"),
            ("It opens at 8 p.m. ET on Sunday.", "8 p.m. ET on Sunday = 2023-06-18T20:00-04:00"),
            ("It opened at 8 p.m. ET on January 8.", "8 p.m. ET on January 8 = 2023-01-08T20:00-05:00"),
            ("It opened at 5 p.m. EST on January 8.", "5 p.m. EST on January 8 = 2023-01-08T17:00-05:00"),
            // Standard time in June is a slip for the summer's, or it is not.
            ("It opened at 5 p.m. EST on Sunday.", "5 p.m. EST on Sunday = 2023-06-18T17:00"),
            ("It opened at 5 p.m. Eastern Daylight Time.", "5 p.m. Eastern Daylight Time = 2023-06-19T17:00-04:00"),
            ("It opened at 17:30 UTC+5:30 on Sunday.", "17:30 UTC+5:30 on Sunday = 2023-06-18T17:30+05:30"),
            ("It opened at 17:30 GMT-3 on Sunday.", "17:30 GMT-3 on Sunday = 2023-06-18T17:30-03:00"),
            ("It opened at 9 a.m. Beijing time on Sunday.", "9 a.m. Beijing time on Sunday = 2023-06-18T09:00+08:00"),
            ("It opened at 14:00 (CEST) on Sunday.", "14:00 (CEST) on Sunday = 2023-06-18T14:00+02:00"),
            // Of several places: India, Israel, Ireland.
            ("It opened at 5 p.m. IST on Sunday.", "5 p.m. IST on Sunday = 2023-06-18T17:00"),
            ("It opened at 5 p.m. Central Station.", "5 p.m. = 2023-06-19T17:00"),
        ],
        &past(),
    );
}

/// The part of the day tells which half of it a clock time is in.
#[test]
fn halves_of_the_day() {
    check(
        &[
            ("They met at half past seven on Monday evening.", "half past seven on Monday evening = 2023-06-19T19:30"),
            ("They met at half past seven in the evening.", "half past seven in the evening = 2023-06-19T19:30"),
            ("They met on Monday evening at half past seven.", "Monday evening at half past seven = 2023-06-19T19:30"),
            ("They met at quarter past eight in the morning.", "quarter past eight in the morning = 2023-06-19T08:15"),
            ("They met at 9 at night.", "9 at night = 2023-06-19T21:00"),
            ("They met at seven thirty in the evening.", "seven thirty in the evening = 2023-06-19T19:30"),
            ("They met at seven-fifteen p.m. on Sunday.", "seven-fifteen p.m. on Sunday = 2023-06-18T19:15"),
            ("They met at ten to eight in the evening.", "ten to eight in the evening = 2023-06-19T19:50"),
            ("They met at eight o'clock at night.", "eight o'clock at night = 2023-06-19T20:00"),
            ("Ten to eight people met.", ""),
            ("They met at 2 at night.", "2 at night = 2023-06-19T02:00"),
            ("They met at five o'clock in the afternoon.", "five o'clock in the afternoon = 2023-06-19T17:00"),
            ("They met at 7.30 p.m. on Monday.", "7.30 p.m. on Monday = 2023-06-19T19:30"),
            ("They met at a quarter to one.", "quarter to one = 2023-06-19T12:45"),
        ],
        &past(),
    );
}

/// What of a clock time is written, what is open, and what is taken from elsewhere.
#[test]
fn what_is_open_is_kept() {
    let read = |text: &str| whole::time(text, &past()).map(|t| (t.to_string(), t.is_in_either_half(), t.has_taken_day())).unwrap();
    for (text, canonical, half, day) in [
        ("around 9:30", "2023-06-19T09:30", true, true),
        ("at 09:30", "2023-06-19T09:30", false, true),
        ("at 9:30 a.m.", "2023-06-19T09:30", false, true),
        ("at 9:30 on Sunday", "2023-06-18T09:30", true, false),
        ("at 9:30 GMT", "2023-06-19T09:30Z", false, true),
        ("14:25", "2023-06-19T14:25", false, true),
        ("noon", "2023-06-19T12:00", false, true),
        ("Sunday", "2023-06-18", false, false),
        ("tonight", "2023-06-19TNI", false, false),
        ("in the morning", "2023-06-19TMO", false, true),
        ("half past seven", "2023-06-19T07:30", true, true),
        ("2023-06-18T14:25+09:00", "2023-06-18T14:25+09:00", false, false),
        ("2023-06-18T14:25:31Z", "2023-06-18T14:25Z", false, false),
    ] {
        assert_eq!(read(text), (canonical.to_owned(), half, day), "{text}");
    }
}

/// Quarters and halves by their letters, and parts of fiscal years.
#[test]
fn periods_of_account() {
    check(
        &[
            ("It earned more in Q3 2022.", "Q3 2022 = 2022-Q3"),
            ("It earned more in 3Q22.", "3Q22 = 2022-Q3"),
            ("It earned more in 3Q 2022.", "3Q 2022 = 2022-Q3"),
            ("It earned more in Q3 '22.", "Q3 '22 = 2022-Q3"),
            ("It earned more in Q3 of 2022.", "Q3 of 2022 = 2022-Q3"),
            ("It earned more in 2022 Q3.", "2022 Q3 = 2022-Q3"),
            ("Its third-quarter 2022 sales rose.", "third-quarter 2022 = 2022-Q3"),
            ("It earned more in Q1.", "Q1 = 2023-Q1"),
            ("It earned more in H1 2022.", "H1 2022 = 2022-H1"),
            ("It earned more in 1H22.", "1H22 = 2022-H1"),
            ("It earned more in the first half of 2022.", "the first half of 2022 = 2022-H1"),
            ("It earned more in FY24.", "FY24 = FY2024"),
            ("It earned more in fiscal 2024.", "fiscal 2024 = FY2024"),
            ("It earned more in financial year 2024.", "financial year 2024 = FY2024"),
            ("It earned more in Q3 FY24.", "Q3 FY24 = FY2024-Q3"),
            ("It earned more in FY24 Q3.", "FY24 Q3 = FY2024-Q3"),
            ("It earned more in the third quarter of fiscal 2024.", "the third quarter of fiscal 2024 = FY2024-Q3"),
            ("It earned more in the first half of fiscal 2024.", "the first half of fiscal 2024 = FY2024-H1"),
            ("It earned more in the fiscal third quarter of 2024.", "the fiscal third quarter of 2024 = FY2024-Q3"),
            ("The Audi Q3 sold well.", ""),
            ("Some 3 Q fever cases were found.", ""),
            ("They took the H1 road.", ""),
        ],
        &past(),
    );
}

/// Times as records carry them.
#[test]
fn whole_times() {
    let read = |text: &str| whole::time(text, &Context::default()).map(|t| t.to_string()).unwrap_or_default();
    for (text, canonical) in [
        ("1998", "1998"),
        ("in 1998", "1998"),
        ("since 1998", "1998"),
        ("12 June 2031", "2031-06-12"),
        ("June 12, 2031", "2031-06-12"),
        ("3 May 1961", "1961-05-03"),
        ("on 3 May 1961", "1961-05-03"),
        ("Sunday", "XXXX-WXX-7"),
        ("half past seven in the evening", "XXXX-XX-XXT19:30"),
        ("noon", "XXXX-XX-XXT12:00"),
        ("5 p.m. EST", "XXXX-XX-XXT17:00-05:00"),
        ("17:14 UTC on 3 May 2031", "2031-05-03T17:14Z"),
        ("Q3 2023", "2023-Q3"),
        ("3Q23", "2023-Q3"),
        ("Q3 FY24", "FY2024-Q3"),
        ("2022/23", "2022/2023"),
        ("January–March 2023", "2023-Q1"),
        ("week 12 of 2023", "2023-W12"),
        ("round two", ""),
        ("12 June and 12 July 2031", ""),
        ("555-0198", ""),
    ] {
        assert_eq!(read(text), canonical, "{text}");
    }
}

/// Expressions of one kind each, on Monday, 19 June 2023, and where no day is known.
#[test]
fn one_of_each_kind() {
    for (text, dated, open) in [
        ("this morning", "2023-06-19TMO", "XXXX-XX-XXTMO"),
        ("last night", "2023-06-18TNI", "PAST_REF"),
        ("tonight", "2023-06-19TNI", "PRESENT_REF"),
        ("last weekend", "2023-W24-WE", "PAST_REF"),
        ("this weekend", "2023-W24-WE", "PAST_REF"),
        ("last Friday", "2023-06-16", "XXXX-WXX-5"),
        ("the Friday before last", "2023-06-09", "XXXX-WXX-5"),
        ("August of last year", "2022-08", "XXXX-08"),
        ("August 5 of last year", "2022-08-05", "XXXX-08-05"),
        ("last August", "2022-08", "XXXX-08"),
        ("last August 5", "2022-08-05", "XXXX-08-05"),
        ("last summer", "2022-SU", "PAST_REF"),
        ("Christmas", "2022-12-25", "XXXX-12-25"),
        ("Monday a week ago", "2023-06-12", ""),
        ("Monday two weeks ago", "2023-06-05", ""),
        ("two Mondays from now", "2023-07-03", ""),
        ("three Sundays from now", "2023-07-09", ""),
        ("two days after tomorrow", "2023-06-22", ""),
        ("two weeks before yesterday", "2023-06-04", ""),
        ("a month and 3 days ago", "2023-05-16", "PAST_REF"),
        ("the week before last", "2023-W23", ""),
        ("the week after next", "2023-W27", ""),
        ("last quarter", "2023-Q1", "PAST_REF"),
        ("the last quarter", "2023-Q1", "PAST_REF"),
        ("the first quarter of last year", "2022-Q1", ""),
        ("the second half of last year", "2022-H2", ""),
        ("the second half of this year", "2023-H2", ""),
        ("the second half of the year", "2023-H2", ""),
        ("the first half of next year", "2024-H1", ""),
        ("this time last year", "2022", "PAST_REF"),
        ("earlier in the week", "2023-W25", "PRESENT_REF"),
        ("the day before yesterday", "2023-06-17", "PAST_REF"),
        ("the last Monday of May", "2023-05-29", ""),
        ("the fifth Monday of May", "2023-05-29", ""),
        ("the second Monday of June, 2022", "2022-06-13", "2022-06-13"),
        ("the week of June 5", "2023-W23", ""),
        ("month's end", "2023-06 END", "PRESENT_REF END"),
    ] {
        let sentence = format!("They sat {text}.");
        assert_eq!(read_times(&sentence, &past()).join("; "), format!("{text} = {dated}"));
        let found = read_times(&sentence, &Context::default()).join("; ");
        assert!(if open.is_empty() { !found.starts_with(&format!("{text} = ")) } else { found == format!("{text} = {open}") }, "{found}");
    }
    let nothing =
        ["the sixth Monday of May", "Monday two days ago", "Monday 1.5 weeks ago", "two months after today", "1.5 days after tomorrow"];
    for text in
        nothing.into_iter().chain(["two to three days after tomorrow", "the day before today", "the fifth quarter of 2022", "past morning"])
    {
        let found = read_times(&format!("They sat {text}."), &past()).join("; ");
        assert!(!found.starts_with(&format!("{text} = ")), "{found}");
    }
}
