//! Rates: "$3 a gallon", "30 miles per hour", "six thousand meals per day", "$15/hour".

use super::cursor::Cursor;
use super::lexicon::{Lex, TimeUnit};
use super::{measures, nouns};
use crate::value::Unit;

/// Nouns that "a" makes a rate of: "$3 a gallon". Behind "per" any noun may stand.
const APIECE: &[&str] = &[
    "gallon",
    "barrel",
    "ounce",
    "pound",
    "litre",
    "liter",
    "kilo",
    "kilogram",
    "ton",
    "tonne",
    "share",
    "head",
    "person",
    "piece",
    "bottle",
    "pint",
    "unit",
    "ticket",
    "game",
    "mile",
    "kilometre",
    "kilometer",
    "bushel",
    "acre",
    "yard",
    "foot",
    "shift",
    "visit",
];

/// What an amount is a rate of, and the index after it: "per barrel", "a year", "/hour", "an ounce".
pub(super) fn rate(c: &Cursor<'_>, at: usize) -> Option<(String, usize)> {
    if c.word(at) == "/" && !c.is_number(at + 1) {
        return per(c, at + 1, false);
    }
    if c.is(at, "per") {
        return per(c, at + 1, true);
    }
    // "60,000 barrels-a-day"
    let i = c.past_hyphen(at);
    if !c.is_one_of(i, &["a", "an", "each", "every"]) {
        return None;
    }
    let noun = c.past_hyphen(i + 1);
    let timed = period(c, noun).is_some();
    (timed || c.is_one_of(noun, APIECE)).then(|| per(c, noun, true))?
}

fn per(c: &Cursor<'_>, at: usize, noun: bool) -> Option<(String, usize)> {
    if let Some(period) = period(c, at) {
        return Some((period.to_owned(), at + 1));
    }
    if let Some(m) = measures::behind(c, at).filter(|m| m.unit != "%") {
        return Some((m.unit.to_owned(), m.end));
    }
    match c.word(at) {
        "h" | "hr" => return Some(("hour".to_owned(), at + 1)),
        "s" => return Some(("second".to_owned(), at + 1)),
        "min" => return Some(("minute".to_owned(), at + 1)),
        "s2" => return Some(("s²".to_owned(), at + 1)),
        _ => {}
    }
    (noun && c.is_lower(at)).then(|| (nouns::singular(c.word(at)), at + 1))
}

/// One unit of time, by its name.
fn period(c: &Cursor<'_>, at: usize) -> Option<&'static str> {
    let unit = c.find(at, |l| if let Lex::Unit(unit, false) = l { Some(unit) } else { None })?;
    Some(match unit {
        TimeUnit::Second => "second",
        TimeUnit::Minute => "minute",
        TimeUnit::Hour => "hour",
        TimeUnit::Day => "day",
        TimeUnit::Night => "night",
        TimeUnit::Week => "week",
        TimeUnit::Month => "month",
        TimeUnit::Quarter => "quarter",
        TimeUnit::Year => "year",
        TimeUnit::Decade => "decade",
        TimeUnit::Century => "century",
        TimeUnit::Fortnight | TimeUnit::Weekend => return None,
    })
}

/// The unit of a rate: "$/barrel", "person/day". The speeds that have a name keep it.
pub(super) fn rated(unit: &str, per: &str) -> Unit {
    match (unit, per) {
        ("km", "hour") => Unit::new("km/h"),
        ("mile", "hour") => Unit::new("mph"),
        ("m", "second") => Unit::new("m/s"),
        _ => Unit::new(format!("{unit}/{per}")),
    }
}
