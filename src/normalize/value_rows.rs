//! Rows of pairs of values as records carry them, by what keeps them together or apart. The words are invented.

use super::{Context, value};
use crate::value::{Comparison, Outcome, Value, compare};

/// Attribute, two texts, and how the first stands to the second.
type Row = (&'static str, &'static str, &'static str, Outcome);

fn read(attribute: &str, text: &str) -> Value {
    value(&attribute.into(), text, &Context::default()).value
}

fn compared(attribute: &str, a: &str, b: &str) -> Comparison {
    compare(&read(attribute, a), &read(attribute, b))
}

fn rows(rows: &[Row]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(of, a, b, o)| compared(of, a, b).outcome != *o || compared(of, b, a).outcome != o.flipped())
        .map(|(of, a, b, o)| format!("{of}: {a} / {b}: {o:?}, got {:?} of {:?} {:?}", compared(of, a, b), read(of, a), read(of, b)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

use Outcome::{Compatible, Contradicts, Equal, Incomparable, RefinedBy, Refines, Tension};

#[test]
fn dates_come_before_amounts() {
    rows(&[
        ("launch-date", "12 June 2031", "12 July 2031", Contradicts),
        ("launch-date", "12 June 2031", "June 12, 2031", Equal),
        ("launch-date", "12 June 2031", "June 2031", Refines),
        ("opening", "May 2031", "June 2031", Contradicts),
        ("birthdate", "3 May 1961", "3 June 1990", Contradicts),
        ("deadline", "2031-06-12", "12 June 2031", Equal),
        ("deadline", "30 September", "31 October", Incomparable),
        ("founded", "1998", "in 1998", Equal),
        ("founded", "1998", "1999", Contradicts),
        ("founded", "1998", "in 1999", Contradicts),
        ("founded", "1998", "May 1998", RefinedBy),
        ("seats", "1998", "1998 seats", Equal),
        ("start", "14:25", "14:25", Equal),
        ("term", "5 years", "four years", Contradicts),
        ("term", "5 years", "60 months", Equal),
    ]);
}

#[test]
fn a_reading_covers_the_whole() {
    rows(&[
        ("penalty", "2 years in prison", "2 years probation", Incomparable),
        ("penalty", "2 years in prison", "3 years in prison", Contradicts),
        ("penalty", "2 years in prison", "two years in prison", Equal),
        ("penalty", "2 years in prison", "2 years", Compatible),
        ("penalty", "2 years in prison", "3 years", Incomparable),
        ("penalty", "5 years' imprisonment", "6 years' imprisonment", Contradicts),
        ("aid", "1.2% of GDP", "1.2% of GNI", Incomparable),
        ("aid", "1.2% of GDP", "1.8% of GDP", Contradicts),
        ("aid", "1.2% of GDP", "1.2 percent of the GDP", Equal),
        ("aid", "1.2% of GDP", "1.2%", Compatible),
        ("aid", "1.2% of GDP", "3%", Incomparable),
        ("fine", "$500 per day", "$500 per week", Incomparable),
        ("fine", "$500 in cash", "$700 in cash", Contradicts),
        ("telephone", "555-1234", "555-9999", Incomparable),
        ("code", "03-4471", "03-4482", Incomparable),
        ("version", "1.2.3", "1.2.4", Incomparable),
        ("zip", "90210", "90211", Incomparable),
        ("coordinates", "51.5, -0.1", "51.6, -0.1", Incomparable),
        ("address", "12 Harbour Road", "14 Harbour Road", Incomparable),
        ("killed", "12 people killed", "12", Equal),
        ("killed", "at least 12 dead", "14 people were killed", RefinedBy),
        ("killed", "12 killed, 30 injured", "12", Incomparable),
        ("killed", "18 of the 43 people on board", "43", Incomparable),
        ("killed", "18 of the 43 people on board", "18", Compatible),
        ("burned", "18,500 acres burned", "18,500 acres", Equal),
    ]);
    for text in ["12 June 2031", "555-1234", "1.2.3", "3-5-2031", "2 years in prison", "SW1A 1AA", "12 Harbour Road", "007"] {
        let read = read("detail", text);
        assert!(!matches!(&read, Value::Quantity(q) if !q.unit.as_str().contains(' ')), "{text}: {read:?}");
    }
}

#[test]
fn exact_to_the_digits_written() {
    rows(&[
        ("efficacy", "95 %", "90 %", Contradicts),
        ("rate", "10 %", "5 %", Contradicts),
        ("rate", "90 %", "90.4 %", RefinedBy),
        ("rate", "90.0 %", "90.4 %", Contradicts),
        ("rate", "90.0 %", "90 %", Equal),
        ("rate", "4.5 %", "4.52 %", RefinedBy),
        ("rate", "4.50 %", "4.52 %", Contradicts),
        ("turnout", "about 60 %", "58 %", RefinedBy),
        ("turnout", "about 90 %", "70 %", Contradicts),
        ("turnout", "about 90 %", "95 %", Compatible),
        ("turnout", "more than 60 %", "62 %", RefinedBy),
        ("turnout", "more than 60 %", "58 %", Contradicts),
        ("dose", "50 mg", "45 mg", Contradicts),
        ("dose", "1,500 mg", "1,450 mg", Contradicts),
        ("dose", "50 mg", "0.05 g", Equal),
        ("temperature", "40 °C", "38 °C", Contradicts),
        ("age", "70", "68", Contradicts),
        ("age", "100", "102", Contradicts),
        ("duration", "ten hours", "six hours", Contradicts),
        ("duration", "90 minutes", "80 minutes", Contradicts),
        ("duration", "three hours", "three hours and 20 minutes", Tension),
        ("price", "$70 a barrel", "$68 a barrel", Contradicts),
        ("price", "$5.00", "$5.40", Contradicts),
    ]);
}

#[test]
fn round_sums_and_counts() {
    rows(&[
        ("cost", "$43,000", "$43,350", Tension),
        ("cost", "about $43,000", "$43,350", RefinedBy),
        ("cost", "$43,000", "$44,000", Contradicts),
        ("cost", "$4.2 billion", "$4.23 billion", RefinedBy),
        ("cost", "$4.2 billion", "$4.3 billion", Contradicts),
        ("cost", "$4.20 billion", "$4.23 billion", Contradicts),
        ("cost", "$4 billion", "$4.4 billion", Tension),
        ("seats", "1,200", "1,234", Tension),
        ("seats", "1,200", "1,290", Contradicts),
        ("attendance", "300", "310", Tension),
        ("attendance", "300", "360", Contradicts),
        ("attendance", "300", "307 people", Tension),
        ("attendance", "about 300", "some 310", Compatible),
        ("attendance", "about 300", "310", RefinedBy),
        ("attendance", "about 310", "300", Compatible),
        ("distance", "about 58 km", "60 km", Compatible),
        ("distance", "about 60 km", "58 km", RefinedBy),
        ("turnout", "about 58 %", "60 %", RefinedBy),
        ("attendance", "more than 300", "310", RefinedBy),
        ("attendance", "more than 300", "290", Contradicts),
        ("attendance", "at least 300", "300", Compatible),
        ("attendance", "50", "45", Contradicts),
        ("distance", "30 km", "28 km", Tension),
        ("distance", "30 km", "26 km", Contradicts),
        ("distance", "3 km", "3.2 km", RefinedBy),
        ("population", "1.2 million", "1,234,567", RefinedBy),
    ]);
}

#[test]
fn units_meet() {
    rows(&[
        ("temperature", "32 °F", "0 °C", Equal),
        ("temperature", "100 °F", "37.8 °C", RefinedBy),
        ("temperature", "100 °F", "40 °C", Contradicts),
        ("temperature", "90 degrees Fahrenheit", "32 degrees Celsius", Refines),
        ("temperature", "273.15 K", "0 °C", Equal),
        ("temperature", "minus 5 degrees", "−5 °C", Equal),
        ("temperature", "minus 5 degrees", "−7 °C", Incomparable),
        // Of the other scale the one would lie far off.
        ("temperature", "48.1 degrees", "47.9 °C", Contradicts),
        ("temperature", "48.1 degrees", "30 °C", Incomparable),
        ("turnout", "three in five", "60 %", Equal),
        ("share", "one in four", "25%", Equal),
        ("share", "a third", "33 %", Refines),
        ("share", "a third", "40 %", Contradicts),
        ("share", "two thirds", "67 %", Refines),
        ("share", "half", "50 %", Equal),
        ("share", "half", "60 %", Contradicts),
        ("share", "a quarter", "25 percent", Equal),
        ("share", "0.33", "33 %", Equal),
        ("share", "0.95", "95 %", Equal),
        ("share", "0.95", "90 %", Contradicts),
        ("share", "95", "95 %", Equal),
        ("share", "a third", "one third", Equal),
        ("burned", "18,500 acres", "7,490 hectares", RefinedBy),
        ("burned", "18,500 acres", "9,000 hectares", Contradicts),
        ("length", "40 miles", "65 km", RefinedBy),
        ("length", "40 miles", "80 km", Contradicts),
        ("duration", "130 minutes", "2 h 10 min", Equal),
        ("duration", "130 minutes", "2 hours and 10 minutes", Equal),
        ("duration", "130 minutes", "2:10:00", Equal),
        ("duration", "a week", "7 days", Equal),
        ("duration", "130 minutes", "2h10m", Equal),
        ("duration", "130 minutes", "2h 10m", Equal),
        ("duration", "130 minutes", "2h10", Equal),
        ("duration", "130 minutes", "2 h 40 min", Contradicts),
        ("votes", "12,480", "12.480", Equal),
        ("age", "34", "34-year-old woman", Equal),
        ("age", "5 months", "5 months old", Equal),
        ("votes", "12480", "12480 votes", Equal),
        ("votes", "12480", "11902 votes", Contradicts),
        ("cost", "1200", "$1,200", Equal),
        ("cost", "4.2", "$4.2 billion", Incomparable),
        ("length", "34", "34 km", Equal),
        ("length", "34", "55 km", Incomparable),
        ("age", "34", "34 years old", Equal),
        ("age", "34", "aged 34", Equal),
        ("age", "34", "34-year-old", Equal),
        ("age", "34", "35 years old", Contradicts),
        ("cost", "$1.2bn", "1,200 million US dollars", Equal),
        ("cost", "$1.2bn", "USD 1.2 billion", Equal),
        ("cost", "$1.2bn", "1.2 billion dollars", Equal),
        ("cost", "US$1.2 billion", "1.2bn US dollars", Equal),
        ("cost", "A$1.2 billion", "AUD 1.2 billion", Equal),
        ("cost", "A$1.2 billion", "C$1.2 billion", Incomparable),
        ("cost", "€5 million", "5 million euros", Equal),
        ("cost", "£5m", "6 million pounds", Contradicts),
    ]);
}

#[test]
fn changes() {
    rows(&[
        ("growth", "up 5 %", "down 5 %", Contradicts),
        ("growth", "up 5 %", "rose by 5 percent", Equal),
        ("growth", "up 5 %", "5 %", Incomparable),
        ("growth", "fell 3 %", "down 3 %", Equal),
        ("growth", "up about 5 %", "down about 5 %", Contradicts),
        ("growth", "up 5 %", "up 7 %", Contradicts),
        ("growth", "+5%", "-5%", Contradicts),
        ("growth", "down 5%", "-5%", Equal),
        ("sales", "5% increase", "5% decline", Contradicts),
        ("sales", "5% increase", "up 5 percent", Equal),
        ("rate-change", "up 0.5 percentage points", "up 0.5 %", Incomparable),
        ("rate-change", "up 0.5 percentage points", "up 50 basis points", Equal),
        ("rate-change", "up 0.5 percentage points", "down 0.5 percentage points", Contradicts),
    ]);
}

#[test]
fn scores_are_no_ranges() {
    rows(&[
        ("score", "3-1", "3-2", Contradicts),
        ("score", "3-1", "3–1", Equal),
        ("score", "won 3-1", "3 to 1", Equal),
        ("result", "2-2", "2-1", Contradicts),
        ("vote", "52-48", "51-49", Contradicts),
        ("ratio", "3:1", "4:1", Contradicts),
        ("final-score", "1-3", "1-4", Contradicts),
        ("opening-hours", "9-17", "10-18", Contradicts),
        ("injured", "25-30", "27", RefinedBy),
        ("visitors", "25-30 people", "27 people", RefinedBy),
        ("guests", "25 - 30", "28", RefinedBy),
        ("guests", "25 to 30", "40", Contradicts),
    ]);
}

#[test]
fn yes_no_verdicts_and_places() {
    rows(&[
        ("confirmed", "true", "false", Contradicts),
        ("confirmed", "Yes", "true", Equal),
        ("recalled", "did", "did not", Contradicts),
        ("recalled", "No.", "false", Equal),
        ("verdict", "guilty", "not guilty", Contradicts),
        ("verdict", "not guilty", "acquitted", Compatible),
        ("decision", "approved", "not approved", Contradicts),
        ("position", "3rd", "third", Equal),
        ("position", "No. 3", "third", Equal),
        ("position", "second", "third", Contradicts),
        ("position", "3", "third", Equal),
        ("rank", "second", "3rd", Contradicts),
        ("killed", "none", "0", Equal),
        ("killed", "none", "three", Contradicts),
    ]);
}
