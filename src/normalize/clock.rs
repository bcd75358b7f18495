//! Clock times: "2:25 pm", "14:25", "6 o'clock", "noon".

use super::cursor::Cursor;
use super::lexicon::Lex;

/// Words behind a clock time that name its zone. They are read over: a time is kept on the wall clock that is told.
const ZONES: &[&str] = &[
    "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "ist", "jst",
    "msk", "aest", "eastern", "pacific",
];

/// Words before a bare "2:25" that make it a clock time and not a score or a running time.
const AT: &[&str] = &["at", "around", "about", "by", "from", "until", "till", "before", "after", "since", "to", "approximately"];

/// A clock time at `at`: hour, minute, and the index after it.
pub(super) fn clock(c: &Cursor<'_>, at: usize) -> Option<(i8, i8, usize)> {
    if let Some(hour) = c.find(at, |l| if let Lex::Clock(h) = l { Some(h) } else { None }) {
        // "High noon" is seldom a time.
        if c.is(at.wrapping_sub(1), "high") {
            return None;
        }
        return Some((hour, 0, at + 1));
    }
    if let Some(found) = past_or_to(c, at) {
        return Some(found);
    }
    let (hour, minute, half, end) = if c.is_number(at) { from_digits(c, at)? } else { from_word(c, at)? };
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
        None => hour,
    };
    (hour < 24 && minute < 60).then(|| (hour, minute, past_zone(c, end)))
}

/// "Half past six", "a quarter to six", "ten past six", the hour as it is told.
fn past_or_to(c: &Cursor<'_>, at: usize) -> Option<(i8, i8, usize)> {
    let minutes = c.find(at, |l| match l {
        Lex::Half => Some(30),
        Lex::Share(4, false) => Some(15),
        Lex::Small(n @ (5 | 10)) | Lex::Tens(n @ 20) => i8::try_from(n).ok(),
        _ => None,
    })?;
    let to = c.is(at + 1, "to") && minutes != 30;
    // "Five to six people" is a range.
    let told = c.is(at + 1, "past") || (to && minutes == 15);
    let hour = c.find(at + 2, |l| if let Lex::Small(n @ 1..=12) = l { i8::try_from(n).ok() } else { None });
    let hour = hour.or_else(|| c.word(at + 2).parse().ok().filter(|n| (1..=12).contains(n))).filter(|_| told)?;
    let (hour, minute) = if to { ((hour + 11) % 12, 60 - minutes) } else { (hour, minutes) };
    Some((hour, minute, past_zone(c, at + 3)))
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

/// "am", "a.m.", "pm", and the dots that the tokens leave apart.
fn half(c: &Cursor<'_>, at: usize) -> Option<(Half, usize)> {
    match c.word(at) {
        "am" | "a.m." | "AM" | "A.M." | "a.m" => Some((Half::Morning, at + 1)),
        "pm" | "p.m." | "PM" | "P.M." | "p.m" => Some((Half::Afternoon, at + 1)),
        "a" | "A" if dotted_m(c, at) => Some((Half::Morning, at + 3)),
        "p" | "P" if dotted_m(c, at) => Some((Half::Afternoon, at + 3)),
        "in" if c.is(at + 1, "the") => match c.word(at + 2) {
            "morning" => Some((Half::Morning, at + 3)),
            "afternoon" | "evening" => Some((Half::Afternoon, at + 3)),
            _ => None,
        },
        _ => None,
    }
}

/// "a.m" without its last stop.
fn dotted_m(c: &Cursor<'_>, at: usize) -> bool {
    c.word(at + 1) == "." && c.touches(at + 1) && c.touches(at + 2) && c.is(at + 2, "m")
}

fn from_digits(c: &Cursor<'_>, at: usize) -> Option<(i8, i8, Option<Half>, usize)> {
    let token = c.word(at);
    if let Some((hours, rest)) = token.split_once([':', '.']) {
        let (hour, minute): (i8, i8) = (hours.parse().ok()?, rest.get(..2)?.parse().ok()?);
        let seconds = rest.len() == 5 && rest.as_bytes()[2] == b':';
        if hours.len() > 2 || !(rest.len() == 2 || seconds) {
            return None;
        }
        let half = half(c, at + 1);
        let told = half.is_some() || (token.contains(':') && (hours.len() == 2 || c.is_one_of(at.wrapping_sub(1), AT)));
        return told.then(|| (hour, minute, half.map(|h| h.0), half.map_or(at + 1, |h| h.1)));
    }
    if token.len() == 4 && (c.words(at + 1, "local time").is_some() || c.is(at + 1, "hours")) {
        let (hour, minute) = (token[..2].parse().ok()?, token[2..].parse().ok()?);
        return Some((hour, minute, None, at + 1 + usize::from(c.is(at + 1, "hours"))));
    }
    // "At 1353 (1023 GMT)", "at 2045 GMT".
    let zoned = |i: usize| token.len() == 4 && c.is_number(at) && is_zone(c, i);
    let bracketed = c.word(at + 1) == "(" && c.is_number(at + 2) && c.word(at + 2).len() == 4 && zoned(at + 3) && c.word(at + 4) == ")";
    let told = c.is_one_of(at.wrapping_sub(1), AT) || c.is_one_of(at.wrapping_sub(1), &["shortly", "just"]);
    if told && (zoned(at + 1) || bracketed) && token.bytes().all(|b| b.is_ascii_digit()) {
        let (hour, minute) = (token[..2].parse().ok()?, token[2..].parse().ok()?);
        return Some((hour, minute, None, at + 1));
    }
    let hour: i8 = token.parse().ok().filter(|_| token.len() <= 2)?;
    on_the_hour(c, at, hour)
}

fn from_word(c: &Cursor<'_>, at: usize) -> Option<(i8, i8, Option<Half>, usize)> {
    let hour = c.find(at, |l| if let Lex::Small(n) = l { i8::try_from(n).ok() } else { None })?;
    on_the_hour(c, at, hour)
}

fn on_the_hour(c: &Cursor<'_>, at: usize, hour: i8) -> Option<(i8, i8, Option<Half>, usize)> {
    if let Some((half, end)) = half(c, at + 1) {
        return Some((hour, 0, Some(half), end));
    }
    let oclock = c.is(at + 1, "o") && matches!(c.word(at + 2), "'" | "’") && c.is(at + 3, "clock");
    (oclock && (1..=12).contains(&hour)).then_some((hour, 0, None, at + 4))
}

fn is_zone(c: &Cursor<'_>, at: usize) -> bool {
    let zone = c.word(at).trim_end_matches('.');
    c.is_capital(at) && ZONES.iter().any(|z| zone.eq_ignore_ascii_case(z))
}

fn past_zone(c: &Cursor<'_>, at: usize) -> usize {
    if let Some(end) = c.words(at, "local time") {
        return end;
    }
    let zone = c.word(at).trim_end_matches('.');
    let named = c.is_capital(at) && ZONES.iter().any(|z| zone.eq_ignore_ascii_case(z));
    let end = at + usize::from(named);
    if named && c.is(end, "time") { end + 1 } else { end }
}
