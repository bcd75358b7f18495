//! Clock times: "2:25 pm", "14:25", "6 o'clock", "noon".

use super::cursor::Cursor;
use super::lexicon::Lex;
use super::pattern;
use super::zones::{self, Named};
use crate::value::{Time, TimeForm};

/// Words before a bare "2:25" that make it a clock time and not a score or a running time.
const AT: &[&str] = &["at", "around", "about", "by", "from", "until", "till", "before", "after", "since", "to", "approximately"];

/// A clock time as its words tell it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    hour: i8,
    minute: i8,
    /// Whether the words leave open in which half of the day it is.
    either_half: bool,
    /// Its zone.
    pub(super) named: Named,
}

impl Clock {
    /// The time, of no day.
    pub(super) fn time(self) -> Time {
        let time = Time::new(TimeForm::Clock(self.hour, self.minute)).in_zone(self.named.zone());
        if self.either_half { time.in_either_half() } else { time }
    }
}

/// A clock time at `at`, and the index after it.
pub(super) fn clock(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    let named = |at| c.find(at, |l| if let Lex::Clock(h) = l { Some(h) } else { None });
    // "12 noon" says it twice.
    let at = if c.word(at) == "12" && named(at + 1).is_some() { at + 1 } else { at };
    if let Some(hour) = named(at) {
        // "High noon" is seldom a time.
        if c.is(at.wrapping_sub(1), "high") {
            return None;
        }
        return Some(zoned(c, (hour, 0), false, at + 1));
    }
    let (hour, minute, half, end) = match past_or_to(c, at) {
        Some(found) => found,
        None if c.is_number(at) => from_digits(c, at)?,
        None => from_word(c, at)?,
    };
    let told = match half {
        Half::Morning | Half::Afternoon | Half::Night if !(1..=12).contains(&hour) => return None,
        Half::Morning => hour % 12,
        Half::Afternoon => hour % 12 + 12,
        // "Nine at night" is before midnight, "two at night" behind it.
        Half::Night if (6..12).contains(&hour) => hour + 12,
        Half::Night => hour % 12,
        Half::Either | Half::Told => hour,
    };
    (told < 24 && minute < 60).then(|| zoned(c, (told, minute), matches!(half, Half::Either), end))
}

/// The clock time with its zone, where one is named behind it.
fn zoned(c: &Cursor<'_>, (hour, minute): (i8, i8), either_half: bool, end: usize) -> (Clock, usize) {
    let (named, end) = zones::zone(c, end).unwrap_or((Named::NONE, end));
    (Clock { hour, minute, either_half: either_half && !named.counts_to_24(), named }, end)
}

/// "Half past six", "a quarter to six", "ten past six", the hour as it is told.
fn past_or_to(c: &Cursor<'_>, at: usize) -> Option<(i8, i8, Half, usize)> {
    let minutes = c.find(at, |l| match l {
        Lex::Half => Some(30),
        Lex::Share(4, false) => Some(15),
        Lex::Small(n @ (5 | 10)) | Lex::Tens(n @ 20) => i8::try_from(n).ok(),
        _ => None,
    })?;
    let to = c.is(at + 1, "to") && minutes != 30;
    // "Five to six people" is a range.
    let told = c.is(at + 1, "past") || (to && (minutes == 15 || half(c, at + 3).is_some()));
    let hour = c.find(at + 2, |l| if let Lex::Small(n @ 1..=12) = l { i8::try_from(n).ok() } else { None });
    let hour = hour.or_else(|| c.word(at + 2).parse().ok().filter(|n| (1..=12).contains(n))).filter(|_| told)?;
    let (hour, minute) = if to { ((hour + 10) % 12 + 1, 60 - minutes) } else { (hour, minutes) };
    let (half, end) = half(c, at + 3).unwrap_or((Half::Either, at + 3));
    Some((hour, minute, half, end))
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
    Night,
    /// Either: "at 9:30".
    Either,
    /// The hour tells it: "14:25", "09:30".
    Told,
}

/// "am", "a.m.", "pm", and the dots that the tokens leave apart.
fn half(c: &Cursor<'_>, at: usize) -> Option<(Half, usize)> {
    match c.word(at) {
        "am" | "a.m." | "AM" | "A.M." => Some((Half::Morning, at + 1)),
        "pm" | "p.m." | "PM" | "P.M." => Some((Half::Afternoon, at + 1)),
        "a" if dotted_m(c, at) => Some((Half::Morning, at + 3)),
        "p" if dotted_m(c, at) => Some((Half::Afternoon, at + 3)),
        // The tokens take a capital and its stop for an initial.
        "A." if c.word(at + 1) == "M" => Some((Half::Morning, at + 2)),
        "P." if c.word(at + 1) == "M" => Some((Half::Afternoon, at + 2)),
        "in" if c.is(at + 1, "the") => match c.word(at + 2) {
            "morning" => Some((Half::Morning, at + 3)),
            "afternoon" | "evening" => Some((Half::Afternoon, at + 3)),
            _ => None,
        },
        "at" if c.is(at + 1, "night") => Some((Half::Night, at + 2)),
        _ => None,
    }
}

/// "a.m" without its last stop.
fn dotted_m(c: &Cursor<'_>, at: usize) -> bool {
    c.word(at + 1) == "." && c.touches(at + 1) && c.touches(at + 2) && c.is(at + 2, "m")
}

fn from_digits(c: &Cursor<'_>, at: usize) -> Option<(i8, i8, Half, usize)> {
    let token = c.word(at);
    if let Some((hours, rest)) = token.split_once([':', '.']) {
        let (hour, minute): (i8, i8) = (hours.parse().ok()?, rest.get(..2)?.parse().ok()?);
        let seconds = rest.len() == 5 && rest.as_bytes()[2] == b':';
        if hours.len() > 2 || !(rest.len() == 2 || seconds) {
            return None;
        }
        let half = half(c, at + 1);
        // A text that begins with it and goes on with "on" is a time of that day.
        let led = c.is_one_of(at.wrapping_sub(1), AT) || at == 0 && c.is(at + 1, "on");
        let told = half.is_some() || (token.contains(':') && (hours.len() == 2 || led));
        let bare = if hours.starts_with('0') { Half::Told } else { Half::Either };
        return told.then(|| (hour, minute, half.map_or(bare, |h| h.0), half.map_or(at + 1, |h| h.1)));
    }
    if token.len() == 4 && (c.words(at + 1, "local time").is_some() || c.is(at + 1, "hours")) {
        let (hour, minute) = (token[..2].parse().ok()?, token[2..].parse().ok()?);
        return Some((hour, minute, Half::Told, at + 1 + usize::from(c.is(at + 1, "hours"))));
    }
    // "At 1353 (1023 GMT)", "at 2045 GMT".
    let zoned = |i: usize| token.len() == 4 && c.is_number(at) && zones::zone(c, i).is_some();
    let bracketed = c.word(at + 1) == "(" && c.is_number(at + 2) && c.word(at + 2).len() == 4 && zoned(at + 3) && c.word(at + 4) == ")";
    let told = c.is_one_of(at.wrapping_sub(1), AT) || c.is_one_of(at.wrapping_sub(1), &["shortly", "just"]);
    if told && (zoned(at + 1) || bracketed) && token.bytes().all(|b| b.is_ascii_digit()) {
        let (hour, minute) = (token[..2].parse().ok()?, token[2..].parse().ok()?);
        return Some((hour, minute, Half::Told, at + 1));
    }
    let hour: i8 = token.parse().ok().filter(|_| token.len() <= 2)?;
    on_the_hour(c, at, hour)
}

fn from_word(c: &Cursor<'_>, at: usize) -> Option<(i8, i8, Half, usize)> {
    let hour = c.find(at, |l| if let Lex::Small(n) = l { i8::try_from(n).ok() } else { None })?;
    // "Seven thirty in the evening", "seven-fifteen p.m.": minutes in words have their half told.
    let next = c.past_hyphen(at + 1);
    if let Some((minute, end)) = pattern::below_hundred(c, next).filter(|(n, _)| (10..60).contains(n))
        && let Some((half, end)) = half(c, end)
    {
        return Some((hour, i8::try_from(minute).ok()?, half, end));
    }
    on_the_hour(c, at, hour)
}

fn on_the_hour(c: &Cursor<'_>, at: usize, hour: i8) -> Option<(i8, i8, Half, usize)> {
    if let Some((half, end)) = half(c, at + 1) {
        return Some((hour, 0, half, end));
    }
    let oclock = c.is(at + 1, "o") && c.word(at + 2) == "'" && c.is(at + 3, "clock");
    let told = (oclock && (1..=12).contains(&hour)).then_some(at + 4)?;
    let (half, end) = half(c, told).unwrap_or((Half::Either, told));
    Some((hour, 0, half, end))
}
