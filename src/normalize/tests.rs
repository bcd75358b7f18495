//! Rows and laws of the room. The sentences are invented; the calendar is that of June 2023, whose 18th is a Sunday.

use proptest::prelude::*;

use super::*;
use crate::claim::Attribute;
use crate::text::tokens;
use crate::value::{DurationUnit, Modifier, Number, TimeForm, Unit, Value, ValueRecord};

pub(super) fn day(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

pub(super) fn context(published: &str, anchor: &str, tense: Tense) -> Context {
    Context { published: day(published), anchor: day(anchor), tense, ..Context::default() }
}

fn canonical(value: &TimeValue) -> (String, Option<Modifier>) {
    match value {
        TimeValue::Time(t) => (t.to_string(), t.modifier),
        TimeValue::Duration(d) => (Value::Duration(d.clone()).canonical(), d.modifier),
        TimeValue::Length(text) | TimeValue::Set(text) => (text.clone(), None),
    }
}

fn shown(text: &str, modifier: Option<Modifier>) -> String {
    modifier.map_or(text.to_owned(), |m| format!("{text} {m}"))
}

/// Every time of a text as "words = canonical MOD".
pub(super) fn read_times(text: &str, context: &Context) -> Vec<String> {
    let tokens = tokens(text);
    let mut out = Vec::new();
    times(text, &tokens, 0..tokens.len(), context, &mut out);
    out.iter()
        .map(|t| {
            assert_eq!(t.span, tokens[t.tokens.start].span.join(tokens[t.tokens.end - 1].span), "{text}");
            let (c, m) = canonical(&t.value);
            format!("{} = {}", t.span.of(text), shown(&c, m))
        })
        .collect()
}

/// Every quantity of a text as "words = canonical unit MOD | noun".
pub(super) fn read_quantities(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let (mut taken, mut out) = (Vec::new(), Vec::new());
    times(text, &tokens, 0..tokens.len(), &Context::default(), &mut taken);
    quantities(text, &tokens, 0..tokens.len(), &taken, &mut out);
    for q in &out {
        assert_eq!(q.span, tokens[q.tokens.start].span.join(tokens[q.tokens.end - 1].span), "{text}");
    }
    out.iter().map(|q| line(text, q)).collect()
}

/// A quantity as "words = canonical unit MOD".
pub(super) fn line(text: &str, q: &QuantitySpan) -> String {
    let record = ValueRecord::of(&Value::Quantity(q.value.clone()), "");
    let unit = q.value.unit.as_str();
    let mut line = format!("{} = {}", q.span.of(text), record.canonical);
    line += &if unit.is_empty() { String::new() } else { format!(" {unit}") };
    line += &q.value.modifier.map_or(String::new(), |m| format!(" {m}"));
    line + &record.change.map_or(String::new(), |c| format!(" {c}"))
}

/// `text` with `word` in the place of `_`, but for that within names in capitals ("MORE_THAN").
pub(super) fn put(text: &str, word: &str) -> String {
    let capital = |t: &str, last: bool| {
        let c = if last { t.chars().next_back() } else { t.chars().next() };
        c.is_some_and(char::is_uppercase)
    };
    let mut parts = text.split('_');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out += if capital(&out, true) && capital(part, false) { "_" } else { word };
        out += part;
    }
    out
}

/// Checks that each text has the one quantity of its row, and names all that have not.
fn check_quantities(rows: &[(&str, &str)]) {
    let wrong: Vec<_> =
        rows.iter().map(|(text, expected)| (*text, *expected, read_quantities(text))).filter(|(_, e, found)| *found != [*e]).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

pub(super) const MONDAY: &str = "2023-06-19";

#[test]
fn durations_in_sentences() {
    for (text, expected) in [
        ("The talks lasted seven and a half hours.", "seven and a half hours = PT7H30M"),
        ("The talks lasted three-and-a-half hours.", "three-and-a-half hours = PT3H30M"),
        ("After a three-and-a-half-hour delay they left.", "three-and-a-half-hour = PT3H30M"),
        ("A 90-minute call ended it.", "90-minute = PT90M"),
        ("The seven-hour debate ended.", "seven-hour = PT7H"),
        ("They met for about three hours.", "about three hours = PT3H APPROX"),
        ("They met for more than three hours.", "more than three hours = PT3H MORE_THAN"),
        ("It took nearly two years.", "nearly two years = P2Y LESS_THAN"),
        ("It took almost a year.", "almost a year = P1Y LESS_THAN"),
        ("It takes at least 20 minutes.", "at least 20 minutes = PT20M EQUAL_OR_MORE"),
        ("He faces up to ten years in prison.", "up to ten years = P10Y EQUAL_OR_LESS"),
        ("It took an hour and 20 minutes.", "an hour and 20 minutes = PT1H20M"),
        ("They waited for half an hour.", "half an hour = PT30M"),
        ("It was the first visit in five years.", "five years = P5Y"),
        ("The war lasted a decade.", "a decade = P10Y"),
        ("The flight takes two to three hours.", "two to three hours = PT2H/PT3H"),
        ("The flight takes 10-15 minutes.", "10-15 minutes = PT10M/PT15M"),
        ("It takes between 10 and 15 days.", "between 10 and 15 days = P10D/P15D"),
        ("It lasted an hour and a half.", "an hour and a half = PT1H30M"),
        ("He spent two and a half years there.", "two and a half years = P2Y6M"),
        ("Over the past three years it grew.", "the past three years = P3Y"),
        ("It will last a week or so.", "a week or so = P1W APPROX"),
        ("A two-week truce began.", "two-week = P2W"),
        ("It went dark for a second.", "a second = PT1S"),
    ] {
        assert_eq!(read_times(text, &context(MONDAY, "", Tense::Unknown)), [expected], "{text}");
    }
}

#[test]
fn days_against_publication() {
    for (text, tense, expected) in [
        ("It happened yesterday.", Tense::Past, "yesterday = 2023-06-18"),
        ("They meet today.", Tense::Unknown, "today = 2023-06-19"),
        ("They told USA TODAY on June 5.", Tense::Past, "June 5 = 2023-06-05"),
        ("THEY MEET TODAY", Tense::Unknown, "TODAY = 2023-06-19"),
        ("They meet tomorrow.", Tense::Future, "tomorrow = 2023-06-20"),
        ("They meet tonight.", Tense::Future, "tonight = 2023-06-19TNI"),
        ("The fire began last night.", Tense::Past, "last night = 2023-06-18TNI"),
        ("They met on Sunday.", Tense::Past, "Sunday = 2023-06-18"),
        ("They met on Monday.", Tense::Past, "Monday = 2023-06-19"),
        ("They met on Tuesday.", Tense::Unknown, "Tuesday = 2023-06-13"),
        ("They will meet on Tuesday.", Tense::Future, "Tuesday = 2023-06-20"),
        ("They will meet on Monday.", Tense::Future, "Monday = 2023-06-19"),
        ("They met on Sunday morning.", Tense::Past, "Sunday morning = 2023-06-18TMO"),
        ("They will meet Monday evening.", Tense::Future, "Monday evening = 2023-06-19TEV"),
        ("They met last Sunday.", Tense::Past, "last Sunday = 2023-06-18"),
        ("They met last Monday.", Tense::Past, "last Monday = 2023-06-12"),
        ("They meet next Sunday.", Tense::Future, "next Sunday = 2023-07-02"),
        ("They meet this Friday.", Tense::Future, "this Friday = 2023-06-23"),
        ("It rained over the weekend.", Tense::Past, "the weekend = 2023-W24-WE"),
        ("It will rain over the weekend.", Tense::Future, "the weekend = 2023-W25-WE"),
        ("It rained last weekend.", Tense::Past, "last weekend = 2023-W24-WE"),
        ("It opened on June 18.", Tense::Past, "June 18 = 2023-06-18"),
        ("It opened on 18 June.", Tense::Past, "18 June = 2023-06-18"),
        ("It opened on June 18, 2023.", Tense::Past, "June 18, 2023 = 2023-06-18"),
        ("It opened on Sunday, June 18, 2023, he said.", Tense::Past, "Sunday, June 18, 2023 = 2023-06-18"),
        ("It opened on the 18th of June.", Tense::Past, "the 18th of June = 2023-06-18"),
        ("It opened on Nov. 14.", Tense::Past, "Nov. 14 = 2022-11-14"),
        ("It opened on November 14, 2022.", Tense::Past, "November 14, 2022 = 2022-11-14"),
        ("It opened on 14/11/2022.", Tense::Past, "14/11/2022 = 2022-11-14"),
        ("It opened on 2023-06-18.", Tense::Past, "2023-06-18 = 2023-06-18"),
        ("It opens on July 2.", Tense::Unknown, "July 2 = 2023-07-02"),
        ("It will open on May 2.", Tense::Future, "May 2 = 2024-05-02"),
        ("It ran from June 16-18, 2023.", Tense::Past, "June 16-18, 2023 = 2023-06-16/2023-06-18"),
        ("— November 15, 2021", Tense::Unknown, "November 15, 2021 = 2021-11-15"),
        ("It closed two days ago.", Tense::Past, "two days ago = 2023-06-17"),
        ("It closed three weeks ago.", Tense::Past, "three weeks ago = 2023-W22"),
        ("It closed more than a decade ago.", Tense::Past, "more than a decade ago = 2013 ON_OR_BEFORE"),
        ("It opened the day before yesterday.", Tense::Past, "the day before yesterday = 2023-06-17"),
        ("Late on Sunday the lights went out.", Tense::Past, "Late on Sunday = 2023-06-18 END"),
        ("In the early hours they left. In the morning it rained.", Tense::Past, "the morning = 2023-06-19TMO"),
    ] {
        assert_eq!(read_times(text, &context(MONDAY, "", tense)), [expected], "{text}");
    }
}

#[test]
fn months_and_years_against_publication() {
    for (text, tense, expected) in [
        ("It opened in February.", Tense::Past, "February = 2023-02"),
        ("It opened in November.", Tense::Past, "November = 2022-11"),
        ("It opened in June.", Tense::Unknown, "June = 2023-06"),
        ("It will open in February.", Tense::Future, "February = 2024-02"),
        ("It opened in early February.", Tense::Past, "early February = 2023-02 START"),
        ("It opened in mid-May.", Tense::Past, "mid-May = 2023-05 MID"),
        ("It opened in late 2021.", Tense::Past, "late 2021 = 2021 END"),
        ("They met on the first Monday of May.", Tense::Past, "the first Monday of May = 2023-05-01"),
        ("They met on the 5th of this month.", Tense::Past, "the 5th of this month = 2023-06-05"),
        ("They meet next week on Friday.", Tense::Future, "next week on Friday = 2023-06-30"),
        ("It opened at the end of March.", Tense::Past, "the end of March = 2023-03 END"),
        ("It opened last November.", Tense::Past, "last November = 2022-11"),
        ("It will open next March.", Tense::Future, "next March = 2024-03"),
        ("It opened in August of last year.", Tense::Past, "August of last year = 2022-08"),
        ("It opened in August last year.", Tense::Past, "August last year = 2022-08"),
        ("It opened in November 2022.", Tense::Past, "November 2022 = 2022-11"),
        ("It opened earlier this month.", Tense::Past, "earlier this month = 2023-06"),
        ("It opened last month.", Tense::Past, "last month = 2023-05"),
        ("It opens next week.", Tense::Future, "next week = 2023-W26"),
        ("It opened last week.", Tense::Past, "last week = 2023-W24"),
        ("It opened this year.", Tense::Past, "this year = 2023"),
        ("It opened last year.", Tense::Past, "last year = 2022"),
        ("It opened last summer.", Tense::Past, "last summer = 2022-SU"),
        ("It opened in the summer of 2019.", Tense::Past, "the summer of 2019 = 2019-SU"),
        ("It opened in 2018.", Tense::Past, "2018 = 2018"),
        ("It has stood since 2018.", Tense::Past, "2018 = 2018"),
        ("It stood in the 1990s.", Tense::Past, "the 1990s = 199"),
        ("It was built in the 19th century.", Tense::Past, "the 19th century = 18"),
        ("Profit fell in the first quarter.", Tense::Past, "the first quarter = 2023-Q1"),
        ("They expect to finish in the first quarter.", Tense::Unknown, "the first quarter = 2024-Q1"),
        ("It will close in the second quarter.", Tense::Future, "the second quarter = 2023-Q2"),
        ("It opens every Sunday.", Tense::Unknown, "every Sunday = XXXX-WXX-7"),
        ("It opens every two weeks.", Tense::Unknown, "every two weeks = P2W"),
        ("They will soon meet.", Tense::Unknown, "soon = FUTURE_REF"),
        ("Voting is due to begin in July.", Tense::Unknown, "July = 2023-07"),
        ("They recently met.", Tense::Past, "recently = PAST_REF"),
    ] {
        assert_eq!(read_times(text, &context(MONDAY, "", tense)), [expected], "{text}");
    }
}

#[test]
fn clock_times() {
    for (text, expected) in [
        ("It began at 2:25 pm on Sunday.", "2:25 pm on Sunday = 2023-06-18T14:25"),
        ("It began on Sunday at 2:25 p.m.", "Sunday at 2:25 p.m. = 2023-06-18T14:25"),
        ("It began around 2:25 pm the same day.", "around 2:25 pm the same day = 2023-06-18T14:25 APPROX"),
        ("It began at 14:25.", "14:25 = 2023-06-18T14:25"),
        ("It began at about 10 a.m. local time.", "about 10 a.m. local time = 2023-06-18T10:00 APPROX"),
        ("It began at noon.", "noon = 2023-06-18T12:00"),
        ("It began at midnight on Sunday.", "midnight on Sunday = 2023-06-18T00:00"),
        ("It began at 6 o'clock.", "6 o'clock = 2023-06-18T06:00"),
        ("It began at 12:05 a.m. Monday.", "12:05 a.m. Monday = 2023-06-19T00:05"),
    ] {
        assert_eq!(read_times(text, &context(MONDAY, "2023-06-18", Tense::Past)), [expected], "{text}");
    }
}

#[test]
fn what_counts_from_the_story() {
    for (text, expected) in [
        ("They met the same day.", "the same day = 2022-03-10"),
        ("They had met the day before.", "the day before = 2022-03-09"),
        ("Two days later they left.", "Two days later = 2022-03-12"),
        ("They left the following day.", "the following day = 2022-03-11"),
        ("A year earlier they had left.", "A year earlier = 2021"),
        ("They had met the previous November.", "the previous November = 2021-11"),
        ("They met again on March 15.", "March 15 = 2022-03-15"),
        ("They met again on Monday.", "Monday = 2023-06-19"),
    ] {
        assert_eq!(read_times(text, &context(MONDAY, "2022-03-10", Tense::Past)), [expected], "{text}");
    }
    let two = read_times("It opened on March 3, 2021, and closed two weeks later.", &context(MONDAY, "", Tense::Past));
    assert_eq!(two, ["March 3, 2021 = 2021-03-03", "two weeks later = 2021-W11"]);
}

#[test]
fn without_any_day() {
    for (text, expected) in [
        ("They met on Sunday.", "Sunday = XXXX-WXX-7"),
        ("It opened on June 18.", "June 18 = XXXX-06-18"),
        ("It opened in February.", "February = XXXX-02"),
        ("It opened yesterday.", "yesterday = PAST_REF"),
        ("It opens tomorrow.", "tomorrow = FUTURE_REF"),
        ("It opened last week.", "last week = PAST_REF"),
        ("It opens this week.", "this week = PRESENT_REF"),
        ("It opens next week.", "next week = FUTURE_REF"),
        ("It opens the coming week.", "the coming week = P1W"),
        ("It opened two days ago.", "two days ago = PAST_REF"),
        ("It opened at 14:25.", "14:25 = XXXX-XX-XXT14:25"),
        ("Two days later it closed.", "Two days = P2D"),
    ] {
        assert_eq!(read_times(text, &Context::default()), [expected], "{text}");
    }
}

#[test]
fn what_is_no_time() {
    for text in [
        "It may rain.",
        "May we come in?",
        "They will march on the capital.",
        "The March on the capital drew crowds.",
        "He came second.",
        "A report in the Sun says so.",
        "The 45-year-old left.",
        "The girl, who is 12 years old, left.",
        "The Sunday Magazine said so.",
        "It cost 2,018 crowns.",
        "April Example said so.",
        "He soon left.",
        "They got around Exampleton.",
        "They won 3-1.",
        "It sped along at 80 km an hour.",
    ] {
        assert_eq!(read_times(text, &context(MONDAY, "", Tense::Past)), [""; 0], "{text}");
    }
}

#[test]
fn quantities_in_sentences() {
    for (text, expected) in [
        ("At least 12 people were killed.", "At least 12 = 12 person EQUAL_OR_MORE"),
        ("Some 1,200 soldiers died.", "Some 1,200 = 1200 soldier APPROX"),
        ("They counted 12 police officers.", "12 = 12 officer"),
        ("Forty-two children fled.", "Forty-two = 42 child"),
        ("Nearly two dozen houses burned.", "Nearly two dozen = 24 house LESS_THAN"),
        ("Hundreds of people fled.", "Hundreds = 200 person EQUAL_OR_MORE"),
        ("Tens of thousands of people fled.", "Tens of thousands = 20000 person EQUAL_OR_MORE"),
        ("It costs $1.2bn.", "$1.2bn = 1200000000 $"),
        ("It costs 1.2 billion euros.", "1.2 billion euros = 1200000000 EUR"),
        ("It costs €1.4bn.", "€1.4bn = 1400000000 EUR"),
        ("It costs £300m.", "£300m = 300000000 GBP"),
        ("It costs $200 million.", "$200 million = 200000000 $"),
        ("It costs US$5.", "US$5 = 5 USD"),
        ("It costs between $10 and $15 million.", "between $10 and $15 million = 10000000-15000000 $"),
        ("It needs 1 to 2 million euros.", "1 to 2 million euros = 1000000-2000000 EUR"),
        ("It is 12 percent.", "12 percent = 12 %"),
        ("It is 12.5%.", "12.5% = 12.5 %"),
        ("Prices rose 5 percent.", "5 percent = 5 % up"),
        ("Several people crossed the river.", "Several = 3-9 person EQUAL_OR_MORE"),
        ("He sold a handful of old boats.", "a handful of = 3-6 boat EQUAL_OR_MORE"),
        ("Prices fell by 200 euros.", "200 euros = 200 EUR down"),
        ("The board turned down 900 million euros.", "900 million euros = 900000000 EUR"),
        ("Prices rose to 200 euros.", "200 euros = 200 EUR"),
        ("It lies 30 km from here.", "30 km = 30 km"),
        ("It lies about 30 miles off.", "about 30 miles = 30 mile APPROX"),
        ("A magnitude 5.9 quake struck.", "magnitude 5.9 = 5.9 magnitude"),
        ("A 5.9-magnitude quake struck.", "5.9-magnitude = 5.9 magnitude"),
        ("It was minus; -5 degrees Celsius.", "-5 degrees Celsius = -5 °C"),
        ("Between 10 and 15 people came.", "Between 10 and 15 = 10-15 person"),
        ("10-15 people came.", "10-15 = 10-15 person"),
        ("Ten to fifteen people came.", "Ten to fifteen = 10-15 person"),
        ("Five or six men came.", "Five or six = 5-6 man"),
        ("More than 500 people or so came.", "More than 500 = 500 person MORE_THAN"),
        ("500 or more people came.", "500 or more = 500 person EQUAL_OR_MORE"),
        ("500+ people came.", "500+ = 500 person EQUAL_OR_MORE"),
        ("A 12-member panel met.", "12 = 12 member"),
        ("One man died.", "One = 1 man"),
        ("Two-thirds of voters agreed.", "Two-thirds = 2/3 voter"),
        ("Two and a half thousand people came.", "Two and a half thousand = 2500 person"),
        ("A dozen people came.", "A dozen = 12 person"),
        ("The toll rose to 12.", "12 = 12"),
        ("12 of the passengers died.", "12 = 12 passenger"),
        ("10k people came.", "10k = 10000 person"),
        ("They gave up 30 miles.", "30 miles = 30 mile"),
        ("They lost 30 men.", "30 = 30 man"),
        ("It rose between 5% and 6%.", "between 5% and 6% = 5-6 % up"),
        ("It may gain five per cent to 12 per cent.", "five per cent to 12 per cent = 5-12 % up"),
        ("It was minus 40 degrees Celsius.", "minus 40 degrees Celsius = -40 °C"),
        ("One in five voters agreed.", "One in five = 0.2 voter"),
    ] {
        assert_eq!(read_quantities(text), [expected], "{text}");
    }
}

#[test]
fn numbers_in_all_notations() {
    check_quantities(&[
        ("The dam holds 8 365 412 litres.", "8 365 412 litres = 8365412 l"),
        ("The fund paid 70 000 kroner.", "70 000 kroner = 70000 krone"),
        ("It sold 12,34,567 tickets.", "12,34,567 = 1234567 ticket"),
        ("The count reached 2.345,5 there.", "2.345,5 = 2345.5"),
        ("Rainfall was .25 inches.", ".25 inches = 0.25 inch"),
        ("The lake holds 1.3e6 fish.", "1.3e6 = 1300000 fish"),
        ("The lamp emits 6.2×10^4 lumens.", "6.2×10^4 lumens = 62000 lm"),
        ("The film is 2.5×10⁻³ mm thick.", "2.5×10⁻³ mm = 0.0025 mm"),
        ("The film is 2.5×10−3 mm thick.", "2.5×10−3 mm = 0.0025 mm"),
        ("A block holds 2^10 bytes.", "2^10 bytes = 1024 B"),
        ("The pond froze at −1.5 degrees.", "−1.5 degrees = -1.5 °"),
        ("The pond froze at negative two degrees.", "negative two degrees = -2 °"),
        ("The index is six point nought eight.", "six point nought eight = 6.08"),
        ("It weighs two point seventy-five kilos.", "two point seventy-five kilos = 2.75 kg"),
        ("They planted 6 hundred and 45 trees.", "6 hundred and 45 = 645 tree"),
        ("They planted 7 thousand 2 hundred trees.", "7 thousand 2 hundred = 7200 tree"),
        ("The scheme reached seven lakh crore rupees.", "seven lakh crore rupees = 7000000000000 rupee"),
        ("The dam cost Rs 450 Cr, they said.", "Rs 450 Cr = 4500000000 rupee"),
        ("The dam cost ₹450cr.", "₹450cr = 4500000000 INR"),
        ("The dam cost Rs450 crore.", "Rs450 crore = 4500000000 rupee"),
        ("The dam cost Rs.4.5 Cr.", "Rs.4.5 Cr = 45000000 rupee"),
        ("The cart cost Rs 12 L last year.", "Rs 12 L = 1200000 rupee"),
        ("The cart cost PKR 1.5 lac there.", "PKR 1.5 lac = 150000 PKR"),
        ("The debt reached Rs 2 lakh Cr there.", "Rs 2 lakh Cr = 2000000000000 rupee"),
        ("The dam cost Rs 450-500 Cr.", "Rs 450-500 Cr = 4500000000-5000000000 rupee"),
        ("The tank cost $12 L.", "$12 = 12 $"),
        ("The scheme reached two thousand billion rupees.", "two thousand billion rupees = 2000000000000 rupee"),
        ("They sold 7 dozens of eggs.", "7 dozens = 84 egg"),
        ("The paper sold 2.6M copies.", "2.6M = 2600000 copy"),
        ("A couple of dozen goats fled.", "A couple of dozen = 24 goat"),
        ("A few hundred million goats fled.", "A few hundred million = 200000000 goat EQUAL_OR_MORE"),
        ("Several thousand goats fled.", "Several thousand = 2000 goat EQUAL_OR_MORE"),
        ("Inflation was 2% - 3% there.", "2% - 3% = 2-3 %"),
        ("The crash cut deaths by a third.", "a third = 1/3 down"),
        ("The paper sold 300k copies.", "300k = 300000 copy"),
        ("Sixty - four men fled.", "Sixty - four = 64 man"),
        ("One hundred & six men fled.", "One hundred & six = 106 man"),
    ]);
}

#[test]
fn fractions_in_sentences() {
    check_quantities(&[
        ("Three quarters of the crops failed.", "Three quarters = 0.75 crop"),
        ("Nine-tenths of the crops failed.", "Nine-tenths = 0.9 crop"),
        ("Five eighths of the crops failed.", "Five eighths = 0.625 crop"),
        ("A fifth of the crops failed.", "A fifth = 0.2 crop"),
        ("A hundredth of the crops failed.", "A hundredth = 0.01 crop"),
        ("More than half the crops failed.", "More than half = 0.5 crop MORE_THAN"),
        ("Almost half of the farms failed.", "Almost half = 0.5 farm LESS_THAN"),
        ("It rose to three and a quarter percent.", "three and a quarter percent = 3.25 %"),
        ("It rose to three and two thirds percent.", "three and two thirds percent = 11/3 %"),
        ("The town has four million and a half residents.", "four million and a half = 4500000 resident"),
        ("The town has 5 million and a quarter residents.", "5 million and a quarter = 5250000 resident"),
        ("The bill was two billion and a half million yen.", "two billion and a half million yen = 2000500000 JPY"),
        ("The bill was three quarters billion yen.", "three quarters billion yen = 750000000 JPY"),
        ("The bill was a quarter million yen.", "a quarter million yen = 250000 JPY"),
        ("The bill was two thirds of a million yen.", "two thirds of a million yen = 2000000/3 JPY"),
        ("Nine twenty-fifths of the crops failed.", "Nine twenty-fifths = 0.36 crop"),
        ("The glass is ⅔ inch thick.", "⅔ inch = 2/3 inch"),
        ("The glass is 2¾ inches thick.", "2¾ inches = 2.75 inch"),
        ("The bolt is 3⁄64 inch thick.", "3⁄64 inch = 0.046875 inch"),
        ("One in two thousand children is ill.", "One in two thousand = 0.0005 child"),
        ("One in every five lamps broke.", "One in every five = 0.2 lamp"),
        ("Three out of two hundred lamps broke.", "Three out of two hundred = 0.015 lamp"),
    ]);
}

#[test]
fn money_in_all_spellings() {
    check_quantities(&[
        ("The barge cost USD14m.", "USD14m = 14000000 USD"),
        ("The barge cost USD2,350.", "USD2,350 = 2350 USD"),
        ("The snack cost RM17.20 there.", "RM17.20 = 17.2 MYR"),
        ("The villa cost $US4,820,000 there.", "$US4,820,000 = 4820000 USD"),
        ("The villa cost US $3.4 million.", "US $3.4 million = 3400000 USD"),
        ("The villa cost HK $8.6m.", "HK $8.6m = 8600000 HKD"),
        ("The cheese cost $42.60 US.", "$42.60 US = 42.6 USD"),
        ("The cheese cost $38 CAD.", "$38 CAD = 38 CAD"),
        ("The firm owes 64 USD million.", "64 USD million = 64000000 USD"),
        ("The firm owes 45 MEUR.", "45 MEUR = 45000000 EUR"),
        ("The meal cost 4 dollars 20 cents.", "4 dollars 20 cents = 4.2 $"),
        ("The meal cost eleven dollars and five cents.", "eleven dollars and five cents = 11.05 $"),
        ("The meal cost 18 dollars 40.", "18 dollars 40 = 18.4 $"),
        ("The meal cost 5 €.", "5 € = 5 EUR"),
        ("The meal cost 50 cents.", "50 cents = 50 cent"),
        ("The meal cost 50p.", "50p = 50 penny"),
        ("The balance was $-3.7bn.", "$-3.7bn = -3700000000 $"),
        ("The lot fetched 12 Danish kroner.", "12 Danish kroner = 12 DKK"),
        ("The lot fetched 12 pesos.", "12 pesos = 12 peso"),
        ("The lot fetched 3.75 BTC.", "3.75 BTC = 3.75 BTC"),
        ("Fuel costs $3 a gallon.", "$3 a gallon = 3 $/gallon"),
        ("Fuel costs $3.10 per barrel.", "$3.10 per barrel = 3.1 $/barrel"),
        ("The job pays $18.2/hour.", "$18.2/hour = 18.2 $/hour"),
        ("They gave between $41 and $47 per share.", "between $41 and $47 per share = 41-47 $/share"),
        ("It went from US$51 to $57 billion.", "US$51 to $57 billion = 51000000000-57000000000 USD"),
        ("The bids were $140- $150 million.", "$140- $150 million = 140000000-150000000 $"),
        ("Sales topped $600 million.", "topped $600 million = 600000000 $ MORE_THAN"),
        ("It sold just shy of 900 tonnes.", "just shy of 900 tonnes = 900 t LESS_THAN"),
    ]);
}

#[test]
fn measures_in_sentences() {
    check_quantities(&[
        ("The wall is 5 feet 4 inches high.", "5 feet 4 inches = 16/3 ft"),
        ("The wall is 6 ft 5 in high.", "6 ft 5 in = 77/12 ft"),
        ("The boy weighed 7 pounds 8 ounces.", "7 pounds 8 ounces = 7.5 lb"),
        ("The goat weighs 30 pounds.", "30 pounds = 30 lb"),
        ("A 6- to 9-metre wall fell.", "6- to 9-metre = 6-9 m"),
        ("The pool covers 46 m2 of land.", "46 m2 = 46 m²"),
        ("The plot covers 4 km^2.", "4 km^2 = 4 km²"),
        ("The pump draws 2.7 A/cm2.", "2.7 A/cm2 = 2.7 A/cm²"),
        ("The pump draws 35 J/m^2 per day.", "35 J/m^2 = 35 J/m²"),
        ("The cart did 30 miles per hour.", "30 miles per hour = 30 mph"),
        ("The cart did 30 km an hour.", "30 km an hour = 30 km/h"),
        ("The cart did 30 knots.", "30 knots = 30 knot"),
        ("Gusts hit 30 metres per second.", "30 metres per second = 30 m/s"),
        ("The dam makes 50 kilowatt-hours.", "50 kilowatt-hours = 50 kWh"),
        ("A 12,000-square-foot hall burned.", "12,000-square-foot = 12000 sq ft"),
        ("The tyre holds 2.4 bar.", "2.4 bar = 2.4 bar"),
        ("The disk holds 5 TB.", "5 TB = 5 TB"),
        ("The chip runs at 2.8 GHz.", "2.8 GHz = 2.8 GHz"),
        ("The cell holds 5100 mAh.", "5100 mAh = 5100 mAh"),
        ("It made 190 pound-feet of twist.", "190 pound-feet = 190 lb ft"),
        ("It was 12 C at dawn.", "12 C = 12 °C"),
        ("It was 45° Fahrenheit.", "45° Fahrenheit = 45 °F"),
        ("The margin fell 45 basis points.", "45 basis points = 45 basis point down"),
        ("The margin fell two percentage points.", "two percentage points = 2 percentage point down"),
        ("Traces were 22 ppb.", "22 ppb = 22 ppb"),
        ("It hands out six thousand meals per day.", "six thousand = 6000 meal/day"),
        ("Rents rose 5 per cent per annum.", "5 per cent per annum = 5 %/annum up"),
    ]);
}

#[test]
fn changes_are_told_from_levels() {
    check_quantities(&[
        ("Sales plummeted 5 percent.", "5 percent = 5 % down"),
        ("Sales slid by almost 5 percent.", "almost 5 percent = 5 % LESS_THAN down"),
        ("They will grow exports by 28 percent.", "28 percent = 28 % up"),
        ("They cut the dividend by 5 pence.", "5 pence = 5 penny down"),
        ("The index was up 3 percent.", "3 percent = 3 % up"),
        ("A 5% increase came.", "5% = 5 % up"),
        ("A 45 basis point improvement came.", "45 basis point = 45 basis point up"),
        ("Output was 5% higher than before.", "5% = 5 % up"),
        ("Stocks: Example +0.3% today.", "+0.3% = 0.3 % up"),
        ("Stocks: Example -0.3% today.", "-0.3% = -0.3 %"),
        ("Output fell to 5 tonnes.", "5 tonnes = 5 t"),
        ("Tolls rose from 310 to 342.", "310 to 342 = 310-342 up"),
        ("Weights fell from 118 kg to 107 kg.", "118 kg to 107 kg = 107-118 kg down"),
        ("Lows ranged from -7 °C to -21 °C.", "-7 °C to -21 °C. = -21--7 °C"),
        ("Fees range from 2 per cent to 3.5 per cent.", "2 per cent to 3.5 per cent = 2-3.5 %"),
        ("He lost 30 men.", "30 = 30 man"),
    ]);
}

#[test]
fn an_amount_in_brackets_is_hedged_as_the_one_before() {
    assert_eq!(
        read_quantities("It weighs less than 5 lbs (2.27 kg)."),
        ["less than 5 lbs = 5 lb LESS_THAN", "2.27 kg = 2.27 kg LESS_THAN"]
    );
}

#[test]
fn two_ends_in_two_units_are_no_range() {
    assert_eq!(read_quantities("Shares rose 8 percent to $50."), ["8 percent = 8 % up", "$50 = 50 $"]);
    assert_eq!(
        read_quantities("It rose by $30 billion to $200 billion."),
        ["$30 billion = 30000000000 $ up", "$200 billion = 200000000000 $"]
    );
}

#[test]
fn what_is_no_quantity() {
    for text in [
        "It opened in 2018.",
        "It opened on June 18.",
        "It opened at 14:25.",
        "Call 555-0123-44.",
        "They won 3-1.",
        "They lost 1-3.",
        "It was the twenty-fifth time.",
        "It was the one hundred twenty fifth time.",
        "The 4e4 was renamed.",
        "Call +1-555-0123/0124.",
        "Call +44 20 7946 0958.",
        "The COVID-19 wave ebbed.",
        "They live at 16 Harbour Street.",
        "They live at 16-18 New Harbour Road.",
        "The seat was 12B.",
        "They sold Example's 737 to them.",
        "They flew a 747.",
        "He beat the No. 2 seed.",
        "Windows 11 was sold out.",
        "He earned a six-figure sum.",
        "Call 0800 123 456 now.",
        "A PS5 was stolen.",
        "The address is 10.20.30.40 now.",
        "The first three quarters were good.",
        "The 10K race was held.",
        "ALL 5G masts fell.",
        "No one came.",
        "The Group of 20 met.",
        "The G20 met.",
        "It was the 18th time.",
        "An Exampler 737 crashed.",
        "The F-16 crashed.",
        "Room 12 was empty.",
        "A 45-year-old left.",
        "Ann Example, 45, left.",
        "It took 12 hours.",
        "See example.com/12 for more.",
    ] {
        assert_eq!(read_quantities(text), [""; 0], "{text}");
    }
}

#[test]
fn ages_are_told() {
    for (text, words, years) in [
        ("The 45-year-old left.", "45-year-old", "45"),
        ("Two boys aged 12 left.", "12", "12"),
        ("Ann Example, 45, left.", "45", "45"),
        ("Ann, 45, left.", "45", "45"),
        ("Ages of 45 were told.", "45", "45"),
        ("Ann Example (45) left.", "45", "45"),
        ("She is twelve years old.", "twelve years old", "12"),
        ("Men 40 to 50 years old left.", "40 to 50 years old", "40"),
    ] {
        let tokens = tokens(text);
        let mut out = Vec::new();
        ages(text, &tokens, 0..tokens.len(), &mut out);
        let found: Vec<_> = out.iter().map(|q| (q.span.of(text), q.value.amount.to_string())).collect();
        assert_eq!(found, [(words, years.to_owned())], "{text}");
    }
}

/// Ages: their words, the amount, the unit and the hedge.
#[test]
fn ages_by_their_words() {
    let read = |text: &str| {
        let tokens = tokens(text);
        let mut out = Vec::new();
        ages(text, &tokens, 0..tokens.len(), &mut out);
        out.iter().map(|q| line(text, q)).collect::<Vec<_>>().join("; ")
    };
    for (text, expected) in [
        ("The 45-year-old left.", "45-year-old = 45 year-old"),
        ("The 45-year-olds left.", "45-year-olds = 45 year-old"),
        ("A 5-month-old left.", "5-month-old = 5 month-old"),
        ("A five-week-old left.", "five-week-old = 5 week-old"),
        ("A 5-day-old left.", "5-day-old = 5 day-old"),
        ("A 5-hour-old left.", ""),
        ("They are 45 years old.", "45 years old = 45 year-old"),
        ("They are 45 years of age.", "45 years of age = 45 year-old"),
        ("They are 45 years of it.", ""),
        ("They are about 45 years old.", "about 45 years old = 45 year-old APPROX"),
        ("They are 0 years old.", ""),
        ("They are half years old.", ""),
        ("They are dozens years old.", ""),
        ("They are 40 to 50 years old.", "40 to 50 years old = 40-50 year-old"),
        ("They are 40 or 50 years old.", "40 or 50 years old = 40-50 year-old"),
        ("They are 40-50 years old.", "40-50 years old = 40-50 year-old"),
        ("They are 20-30-year-olds.", "20-30-year-olds = 20-30 year-old"),
        ("They are 20- to 30-year-olds.", "20- to 30-year-olds = 20-30 year-old"),
        ("They are 20-to-30-year-olds.", "20-to-30-year-olds = 20-30 year-old"),
        ("They are 20 to-30 years old.", "20 to-30 years old = 20-30 year-old"),
        ("They are 20- and 30-year-olds.", "30-year-olds = 30 year-old"),
        ("A .5-year-old left.", ".5-year-old = 0.5 year-old"),
        ("They are 50 to 40 years old.", "40 years old = 40 year-old"),
        ("They are 40 and 50 years old.", "50 years old = 50 year-old"),
        ("They are 40 to dozens years old.", ""),
        ("Two boys aged 12 left.", "12 = 12 year-old"),
        ("Two boys age 12 left.", "12 = 12 year-old"),
        ("Two boys, ages 12, left.", "12 = 12 year-old"),
        ("Two boys at the age of 12 left.", "12 = 12 year-old"),
        ("Two boys at the ages of 12 left.", "12 = 12 year-old"),
        ("Two boys with bags of 12 left.", ""),
        ("Two boys aged twelve left.", "twelve = 12 year-old"),
        ("Two boys aged 122 left.", "122 = 122 year-old"),
        ("Two boys aged 123 left.", ""),
        ("Two boys aged 12.5 left.", ""),
        ("Two boys aged 12 hundred left.", ""),
        ("Two boys aged a couple left.", ""),
        ("Ann Osk, 45, left.", "45 = 45 year-old"),
        ("It was Ann Osk, 45.", "45 = 45 year-old"),
        ("It was Ann Osk, 45; she left.", "45 = 45 year-old"),
        ("It was Ann Osk, 45 left.", ""),
        ("It was Ann Osk, forty, who left.", ""),
        ("It was Ann Osk (45) who left.", "45 = 45 year-old"),
        ("It was Ann Osk (45 who left.", ""),
        ("It was Ann Osk (45, who left.", ""),
        ("It was a boat, 45, who left.", ""),
        ("It was in May, 45, they left.", ""),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

/// What each amount counts.
#[test]
fn nouns_of_amounts() {
    for (text, nouns) in [
        ("They saw 12 old boats.", "old boats"),
        ("They saw 12 sports cars there.", "sports cars"),
        ("A 12-member panel sat.", "member"),
        ("They saw 12 of the boats.", "boats"),
        ("They saw one old boat.", "old boat"),
        ("They saw 12 others.", "others"),
        ("They saw 12 km.", "-"),
        ("They saw 12 there.", "-"),
        ("A few boats sank.", "boats"),
        ("A 12-year talk ended.", "-"),
        ("A 12-day talk ended.", "-"),
        ("A 12-month talk ended.", "-"),
        ("A 12-week talk ended.", "-"),
        ("A 12-hour talk ended.", "-"),
        ("A 12-minute talk ended.", "-"),
        ("A 12-time winner sat.", "-"),
        ("They saw between 10 and 15 boats.", "boats"),
        // What is paid or measured counts nothing.
        ("They sold between $10 and $15 tickets.", "-"),
        ("They sold between 10 and 15 km ropes.", "-"),
        ("Tolls rose from 5 to 10 points.", "points"),
    ] {
        let tokens = tokens(text);
        let mut out = Vec::new();
        quantities(text, &tokens, 0..tokens.len(), &[], &mut out);
        let words = |n: &std::ops::Range<usize>| tokens[n.start].span.join(tokens[n.end - 1].span).of(text);
        let found: Vec<_> = out.iter().map(|q| q.noun.as_ref().map_or("-", words)).collect();
        assert_eq!(found, [nouns], "{text}");
    }
}

#[test]
fn places_in_an_order() {
    let read = |text: &str| {
        let tokens = tokens(text);
        let (mut found, mut amounts, mut out) = (Vec::new(), Vec::new(), Vec::new());
        times(text, &tokens, 0..tokens.len(), &Context::default(), &mut found);
        quantities(text, &tokens, 0..tokens.len(), &found, &mut amounts);
        ordinals(text, &tokens, 0..tokens.len(), &found, &amounts, &mut out);
        out.iter().map(|o| format!("{} = {}", o.span.of(text), o.value)).collect::<Vec<_>>().join("; ")
    };
    for (text, expected) in [
        ("The 1st lap", "1st = 1"),
        ("The 22nd lap", "22nd = 22"),
        ("The 3rd lap", "3rd = 3"),
        ("The 1,200th lap", "1,200th = 1200"),
        ("The 0th lap", "0th = 0"),
        ("The 1.5th lap", ""),
        ("The 12 lap", ""),
        ("The first lap", "first = 1"),
        ("The second lap", "second = 2"),
        ("The thirtieth lap", "thirtieth = 30"),
        ("The quarter lap", ""),
        ("The half lap", ""),
        ("The twenty-first lap", "twenty-first = 21"),
        ("The twenty first lap", "twenty first = 21"),
        ("The ninety-ninth lap", "ninety-ninth = 99"),
        ("The twenty-tenth lap", "tenth = 10"),
        ("The ten-first lap", "first = 1"),
        ("The one hundred and first lap", "one hundred and first = 101"),
        ("The one hundred twentieth lap", "one hundred twentieth = 120"),
        ("The two hundredth lap", "two hundredth = 200"),
        ("The two thousandth lap", "two thousandth = 2000"),
        // Nothing of it is left to count the hundreds.
        ("The one thousand hundredth lap", "hundredth = 100"),
        ("The one thousand two hundredth lap", "one thousand two hundredth = 1200"),
        ("The one thousand and fifth lap", "one thousand and fifth = 1005"),
        ("The one hundred twenty-fifth lap", "one hundred twenty-fifth = 125"),
        ("A hundred and fifth lap", "A hundred and fifth = 105"),
        ("The seven fifth lap", "fifth = 5"),
        ("The one hundred five sixth lap", "sixth = 6"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
    for word in ["a", "per", "each", "every", "split", "one", "30"] {
        assert_eq!(read(&format!("It took {word} second there")), "", "{word}");
    }
    assert_eq!(read("It took 30-second laps"), "");
}

#[test]
fn ordinals_are_no_quantities() {
    for (text, expected) in [
        ("The 21st goal came late.", vec![("21st", 21)]),
        ("The twenty-fifth lap was slow.", vec![("twenty-fifth", 25)]),
        ("The one hundred and fifth lap was slow.", vec![("one hundred and fifth", 105)]),
        ("The two hundredth lap was slow.", vec![("two hundredth", 200)]),
        ("She finished second.", vec![("second", 2)]),
        ("The first two laps and the third were slow.", vec![("first", 1), ("third", 3)]),
        ("It took a second.", vec![]),
        ("A third of the laps were slow.", vec![]),
        ("It ended on June 5th.", vec![]),
    ] {
        let tokens = tokens(text);
        let (mut found, mut amounts, mut out) = (Vec::new(), Vec::new(), Vec::new());
        times(text, &tokens, 0..tokens.len(), &Context::default(), &mut found);
        quantities(text, &tokens, 0..tokens.len(), &found, &mut amounts);
        ordinals(text, &tokens, 0..tokens.len(), &found, &amounts, &mut out);
        assert_eq!(out.iter().map(|o| (o.span.of(text), o.value)).collect::<Vec<_>>(), expected, "{text}");
        assert!(amounts.iter().all(|q| out.iter().all(|o| !o.span.overlaps(q.span))), "{text}");
    }
}

#[test]
fn values_by_attribute() {
    let context = context(MONDAY, "", Tense::Past);
    for (attribute, text, kind, canonical) in [
        ("duration", "seven and a half hours", "duration", "PT7H30M"),
        ("duration", "for about three hours", "duration", "PT3H"),
        ("duration", "PT7H30M", "duration", "PT7H30M"),
        ("time", "2023-06-18", "time", "2023-06-18"),
        ("time", "on Sunday", "time", "2023-06-18"),
        ("killed", "12", "quantity", "12"),
        ("killed", "at least 12 people", "quantity", "12"),
        ("killed", "12 people were killed", "quantity", "12"),
        ("cost", "$1.2bn", "quantity", "1200000000"),
        ("age", "45", "quantity", "45"),
        ("age", "45 years old", "quantity", "45"),
        ("place", "Bergen, Norway", "place", "Bergen"),
        ("status", "called off", "status", "cancelled"),
        ("occurrence", "yes", "boolean", "true"),
        ("quotation", "“We  will come.”", "quotation", "We will come."),
        ("first-since", "2018", "time", "2018"),
        ("first-since", "five years", "duration", "P5Y"),
        ("colour", "green  and blue", "text", "green and blue"),
        ("time", "whenever", "text", "whenever"),
        ("duration", "1.5 h", "duration", "PT1H30M"),
        ("duration", "1.5h", "duration", "PT1H30M"),
        ("duration", "1 h 30 min", "duration", "PT1H30M"),
        ("duration", "90 min", "duration", "PT90M"),
        ("duration", "3 hrs", "duration", "PT3H"),
        ("duration", "45 mins", "duration", "PT45M"),
        ("duration", "2 yrs", "duration", "P2Y"),
        ("damage", "12 миллионов рублей ущерба", "text", "12 миллионов рублей ущерба"),
        ("killed", "12 человек", "text", "12 человек"),
        ("damage", "12 Millionen Euro", "text", "12 Millionen Euro"),
        ("damage", "12 millones de euros", "text", "12 millones de euros"),
        ("killed", "1.200 Menschen", "text", "1.200 Menschen"),
        ("killed", "1.200 people", "quantity", "1200"),
        ("killed", "12 Menschen starben", "text", "12 Menschen starben"),
        ("killed", "12 Norwegians", "quantity", "12"),
        ("killed", "12 Norwegian soldiers in Tromsø", "quantity", "12"),
        ("killed", "three bodies", "quantity", "3"),
        ("killed", "43", "quantity", "43"),
        ("killed", "1,200 people", "quantity", "1200"),
        ("killed", "1.234 million people", "quantity", "1234000"),
        ("length", "1.234 km", "quantity", "1.234"),
        ("cost", "1.2 billion euros", "quantity", "1200000000"),
    ] {
        let read = value(&Attribute::from(attribute), text, &context);
        let record = ValueRecord::of(&read.value, text);
        assert_eq!((record.kind.as_str(), record.canonical.as_str()), (kind, canonical), "{attribute}: {text}");
    }
    let Value::Place(place) = value(&Attribute::place(), "Bergen, Norway", &context).value else { panic!("no place") };
    assert_eq!(place.within.to_vec(), vec!["Norway".into()]);
}

#[test]
fn publication_dates() {
    for (text, expected) in [
        ("A heading\nPosted on : 2031-06-19 16:53\nBody.", "2031-06-19 16:53"),
        ("A heading\nPublished: 19 June 2031\nBody.", "2031-06-19"),
        ("A heading\nPublished June 19, 2031\nBody.", ""),
        ("Updated: 2031-06-20\nPublished: 2031-06-19T16:53:00Z", "2031-06-19 16:53"),
        ("A heading\nThursday, June 19, 2031\nBody.", "2031-06-19"),
        ("BERGEN, June 19, 2031 (Agency) - A ship sank.", "2031-06-19"),
        ("BERGEN, June 19 (Agency) - A ship sank.", ""),
        ("A ship that sank on June 19, 2031 was found.", ""),
        ("", ""),
    ] {
        let found =
            publication_date(text).map(|p| p.time.map_or(p.date.to_string(), |t| format!("{} {:02}:{:02}", p.date, t.hour(), t.minute())));
        assert_eq!(found.unwrap_or_default(), expected, "{text}");
    }
}

fn any_number() -> impl Strategy<Value = Number> {
    (-1_000_000_000_i64..1_000_000_000, 1..1000_i64).prop_map(|(n, d)| Number::ratio(n, d).unwrap())
}

fn any_day() -> impl Strategy<Value = Date> {
    (1i16..9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

/// Words that the tables know, and what stands around them.
fn any_phrase() -> impl Strategy<Value = String> {
    let words = [
        "about",
        "more",
        "than",
        "the",
        "last",
        "next",
        "this",
        "previous",
        "same",
        "day",
        "days",
        "week",
        "year",
        "years",
        "month",
        "hours",
        "a",
        "an",
        "half",
        "thirds",
        "twenty",
        "fifths",
        "point",
        "per",
        "USD5",
        "RM",
        "US",
        "feet",
        "inches",
        "e5",
        "×10",
        "^",
        "k",
        "⅔",
        "&",
        "and",
        "two",
        "forty",
        "-",
        "hundred",
        "million",
        "June",
        "May",
        "18",
        "2023",
        "9999",
        "1000",
        "0",
        "99999999999999999999",
        "Sunday",
        "on",
        "at",
        "2:25",
        "pm",
        "14:25",
        "noon",
        "ago",
        "later",
        "earlier",
        "before",
        "between",
        "to",
        "or",
        "%",
        "$",
        "€",
        "m",
        "bn",
        "early",
        "late",
        "end",
        "of",
        "quarter",
        "first",
        "31",
        "st",
        "century",
        "s",
        "weekend",
        "summer",
        "winter",
        "morning",
        ",",
        ".",
        "/",
        "people",
        "5,00",
        "22,24,26",
        "nrs",
        "pages",
        "0000",
        "nought",
        "dozen",
        "G",
        "M",
        "version",
        "out",
        "hundreds",
        "business",
        "old",
        "every",
        "½",
        "1/2",
        "yesterday",
        "in",
        "decade",
        "dozens",
        "thousands",
        "up",
        "rose",
        "by",
        "one",
        "magnitude",
        "+",
        "~",
        "−",
        "from",
        "now",
        "third",
        "years",
        "old",
        "BC",
        "AD",
        "FY2031",
        "fiscal",
        "Oct2",
        "4/22",
        "19.6.2023",
        "several",
        "few",
        "decades",
        "long",
        "per",
        "twice",
        "every",
        "Mondays",
        "Monday",
        "Easter",
        "Christmas",
        "Thanksgiving",
        "spring",
        "past",
        "next",
        "overnight",
        "twenty",
        "nineteen",
        "through",
        "é",
        "’s",
    ];
    proptest::collection::vec((0..words.len(), 0..4), 0..14)
        .prop_map(move |picks| picks.into_iter().map(|(i, gap)| format!("{}{}", words[i], if gap == 0 { "" } else { " " })).collect())
}

fn any_context() -> impl Strategy<Value = Context> {
    let tense = prop_oneof![Just(Tense::Past), Just(Tense::Present), Just(Tense::Future), Just(Tense::Unknown)];
    let period = prop_oneof![
        any_day().prop_map(|d| Some(TimeForm::Day(d))),
        any_day().prop_map(|d| Some(TimeForm::Month(d.year(), d.month()))),
        (-600i16..9998).prop_map(|y| Some(TimeForm::Year(y))),
        Just(None),
    ];
    let genre = prop_oneof![Just(Genre::News), Just(Genre::History)];
    let order = prop_oneof![Just(DateOrder::Open), Just(DateOrder::DayFirst), Just(DateOrder::MonthFirst)];
    (proptest::option::of(any_day()), proptest::option::of(any_day()), period, tense, genre, order)
        .prop_map(|(published, anchor, period, tense, genre, order)| Context { published, anchor, period, tense, genre, order })
}

fn check(text: &str, context: &Context) -> Result<(), TestCaseError> {
    let tokens = tokens(text);
    let (mut found, mut amounts, mut years) = (Vec::new(), Vec::new(), Vec::new());
    times(text, &tokens, 0..tokens.len() + 3, context, &mut found);
    quantities(text, &tokens, 0..tokens.len(), &found, &mut amounts);
    ages(text, &tokens, 0..tokens.len(), &mut years);
    let spans: [Vec<_>; 3] = [
        found.iter().map(|t| (t.span, t.tokens.clone())).collect(),
        amounts.iter().map(|q| (q.span, q.tokens.clone())).collect(),
        years.iter().map(|q| (q.span, q.tokens.clone())).collect(),
    ];
    for list in &spans {
        let mut at = 0;
        for (span, range) in list {
            prop_assert!(range.start >= at && range.end > range.start && range.end <= tokens.len(), "{text}");
            prop_assert_eq!((span.start, span.end), (tokens[range.start].span.start, tokens[range.end - 1].span.end));
            at = range.end;
        }
    }
    for amount in &amounts {
        prop_assert!(found.iter().all(|t| !t.span.overlaps(amount.span)), "{}", text);
        let value = Value::Quantity(amount.value.clone());
        prop_assert_eq!(ValueRecord::of(&value, "").value().unwrap(), value);
    }
    for time in &found {
        let value = match &time.value {
            TimeValue::Time(t) => Value::Time(*t),
            TimeValue::Duration(d) => Value::Duration(d.clone()),
            TimeValue::Length(_) | TimeValue::Set(_) => continue,
        };
        let again = ValueRecord::of(&value, "").value();
        prop_assert_eq!(again.map(|v| v.canonical()), Ok(value.canonical()), "{}", text);
    }
    Ok(())
}

proptest! {
    #[test]
    fn phrases_give_ordered_spans_and_values_that_read_back(text in any_phrase(), context in any_context()) {
        check(&text, &context)?;
        let _ = value(&Attribute::from("killed"), &text, &context);
        let _ = value(&Attribute::time(), &text, &context);
        let _ = publication_date(&text);
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,60}", context in any_context()) {
        check(&text, &context)?;
        let _ = value(&Attribute::from("cost"), &text, &context);
        let _ = publication_date(&text);
    }

    #[test]
    fn canonical_quantities_read_back(low in any_number(), more in proptest::option::of(any_number())) {
        let upper = more.and_then(|m| low.plus(m.abs()));
        let value = Value::Quantity(Quantity { amount: low, upper, unit: Unit::new(""), modifier: None, change: None, written: None });
        let text = value.canonical();
        prop_assert_eq!(super::value(&Attribute::from("cost"), &text, &Context::default()).value, value);
    }

    #[test]
    fn canonical_durations_read_back(n in 1..100_000_i64, halves in any::<bool>(), unit in 0..7_usize) {
        use DurationUnit::{Day, Hour, Minute, Month, Second, Week, Year};
        let amount = if halves { Number::ratio(n, 2).unwrap() } else { Number::from_int(n) };
        let duration = Value::Duration(Duration::new(amount, [Second, Minute, Hour, Day, Week, Month, Year][unit]));
        let text = duration.canonical();
        prop_assert_eq!(super::value(&Attribute::duration(), &text, &Context::default()).value.canonical(), text);
    }

    #[test]
    fn canonical_days_read_back(day in any_day(), context in any_context()) {
        for form in [TimeForm::Day(day), TimeForm::Month(day.year(), day.month()), TimeForm::Year(day.year())] {
            let value = super::value(&Attribute::time(), &form.to_string(), &context).value;
            prop_assert_eq!(value, Value::Time(Time::new(form)));
        }
    }
}
