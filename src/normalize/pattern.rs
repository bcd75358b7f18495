//! The engine: matches a row of slots against tokens and keeps what the slots found.

use super::clock::clock;
use super::cursor::Cursor;
use super::durations::{self, Length};
use super::lexicon::{Lex, Shift, TimeUnit};
use crate::value::{DayPart, Season};

/// One place of a pattern.
pub(super) enum Slot {
    /// This word.
    W(&'static str),
    /// One of these words.
    In(&'static [&'static str]),
    /// These slots, or nothing.
    Opt(&'static [Slot]),
    /// Nothing, if the condition holds here.
    If(fn(&Cursor<'_>, usize) -> bool),
    /// A month's name.
    Month,
    /// A day of the month, "18" or "18th".
    Day,
    /// A year of four digits.
    Year,
    /// A weekday's full name.
    Weekday,
    /// A weekday's name or abbreviation, with its stop.
    AnyWeekday,
    /// A part of the day.
    Part,
    /// A season.
    Season,
    /// Last, this, next …
    Shift,
    /// A unit in the singular.
    Unit,
    /// Yesterday, today, tomorrow.
    Deictic,
    /// A duration.
    Length,
    /// An ordinal, "second" or "2nd".
    Ordinal,
    /// A clock time.
    Clock,
    /// A dash, with or without spaces.
    Dash,
}

/// What the slots of one match found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) month: Option<i8>,
    pub(super) second_month: Option<i8>,
    pub(super) day: Option<i8>,
    pub(super) second_day: Option<i8>,
    pub(super) year: Option<i16>,
    pub(super) weekday: Option<i8>,
    pub(super) part: Option<DayPart>,
    pub(super) season: Option<Season>,
    pub(super) shift: Option<Shift>,
    pub(super) unit: Option<TimeUnit>,
    pub(super) deictic: Option<i8>,
    pub(super) length: Option<Length>,
    pub(super) ordinal: Option<i8>,
    pub(super) clock: Option<(i8, i8)>,
}

/// Kinds of tokens, as bits: what a row can start with, and what a token is.
mod bit {
    pub(super) const WORD: u32 = 1;
    pub(super) const NUMBER: u32 = 1 << 1;
    pub(super) const MONTH: u32 = 1 << 2;
    pub(super) const WEEKDAY: u32 = 1 << 3;
    pub(super) const PART: u32 = 1 << 4;
    pub(super) const SEASON: u32 = 1 << 5;
    pub(super) const SHIFT: u32 = 1 << 6;
    pub(super) const UNIT: u32 = 1 << 7;
    pub(super) const DEICTIC: u32 = 1 << 8;
    pub(super) const ORDINAL: u32 = 1 << 9;
    pub(super) const CLOCK: u32 = 1 << 10;
    pub(super) const LENGTH: u32 = 1 << 11;
}

/// The kinds of tokens that a row can start with. Looked at before the row is, so that most rows cost one comparison.
pub(super) fn starts(slots: &[Slot]) -> u32 {
    let Some((slot, rest)) = slots.split_first() else { return u32::MAX };
    match slot {
        Slot::W(_) | Slot::In(_) => bit::WORD,
        Slot::Opt(inner) => starts(inner) | starts(rest),
        Slot::If(_) => starts(rest),
        Slot::Day | Slot::Year => bit::NUMBER,
        Slot::Month => bit::MONTH,
        Slot::Weekday | Slot::AnyWeekday => bit::WEEKDAY,
        Slot::Part => bit::PART,
        Slot::Season => bit::SEASON,
        Slot::Shift => bit::SHIFT,
        Slot::Unit => bit::UNIT,
        Slot::Deictic => bit::DEICTIC,
        Slot::Ordinal => bit::NUMBER | bit::ORDINAL,
        Slot::Clock => bit::NUMBER | bit::CLOCK,
        Slot::Length => bit::LENGTH,
        Slot::Dash => u32::MAX,
    }
}

/// The kinds that the token at `at` is.
pub(super) fn kinds(c: &Cursor<'_>, at: usize, length: bool) -> u32 {
    let number = if c.is_number(at) { bit::NUMBER } else { bit::WORD };
    let length = if length { bit::LENGTH } else { 0 };
    c.lex(at).iter().fold(number | length, |all, lex| {
        all | match lex {
            Lex::Month(_) | Lex::ShortMonth(_) => bit::MONTH,
            Lex::Weekday(_) | Lex::ShortWeekday(_) => bit::WEEKDAY,
            Lex::Part(_) => bit::PART,
            Lex::Season(_) => bit::SEASON,
            Lex::Shift(_) => bit::SHIFT,
            Lex::Unit(..) => bit::UNIT,
            Lex::Deictic(_) => bit::DEICTIC,
            Lex::Ordinal(_) => bit::ORDINAL,
            Lex::Clock(_) | Lex::Small(_) => bit::CLOCK,
            _ => 0,
        }
    })
}

/// Matches `slots` from token `at`; the index after the match, and what was found. An optional slot is taken if the rest
/// then matches, else left.
pub(super) fn matches(slots: &[Slot], c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let Some((slot, rest)) = slots.split_first() else { return Some(at) };
    if let Slot::Opt(inner) = slot {
        let mut with = found.clone();
        let taken = matches(inner, c, at, &mut with).and_then(|next| matches(rest, c, next, &mut with));
        if let Some(end) = taken {
            *found = with;
            return Some(end);
        }
        return matches(rest, c, at, found);
    }
    let next = one(slot, c, at, found)?;
    matches(rest, c, next, found)
}

macro_rules! take {
    ($c:ident, $at:ident, $field:expr, $variant:ident) => {{
        $field = Some($c.find($at, |l| if let Lex::$variant(x) = l { Some(x) } else { None })?);
        Some($at + 1)
    }};
}

fn one(slot: &Slot, c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    match slot {
        Slot::W(word) => c.is(at, word).then_some(at + 1),
        Slot::In(words) => c.is_one_of(at, words).then_some(at + 1),
        Slot::Opt(_) => None,
        Slot::If(holds) => holds(c, at).then_some(at),
        Slot::Month => month(c, at, found),
        Slot::Day => day(c, at, found),
        Slot::Year => {
            found.year = Some(year(c, at)?);
            Some(at + 1)
        }
        Slot::Weekday => take!(c, at, found.weekday, Weekday),
        Slot::AnyWeekday => any_weekday(c, at, found),
        Slot::Part => take!(c, at, found.part, Part),
        Slot::Season => take!(c, at, found.season, Season),
        Slot::Shift => take!(c, at, found.shift, Shift),
        Slot::Deictic => take!(c, at, found.deictic, Deictic),
        Slot::Unit => {
            found.unit = Some(durations::unit_at(c, at).filter(|(_, many)| !many)?.0);
            Some(at + 1)
        }
        Slot::Length => {
            let length = durations::length(c, at)?;
            let end = length.end;
            found.length = Some(length);
            Some(end)
        }
        Slot::Ordinal => ordinal(c, at, found),
        Slot::Clock => {
            let (hour, minute, end) = clock(c, at)?;
            found.clock = Some((hour, minute));
            Some(end)
        }
        Slot::Dash => c.is_dash(at).then_some(at + 1),
    }
}

/// A month's name. "may", "march" and "august" are words of their own in lower case, and so may abbreviations be.
fn month(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let (n, short) = c.find(at, |l| match l {
        Lex::Month(n) => Some((n, false)),
        Lex::ShortMonth(n) => Some((n, true)),
        _ => None,
    })?;
    if !c.is_capital(at) && (short || matches!(n, 3 | 5 | 8)) {
        return None;
    }
    let free = if found.month.is_none() { &mut found.month } else { &mut found.second_month };
    *free = Some(n);
    // A stop that the tokens left apart ("Jul." is no listed abbreviation).
    Some(at + 1 + usize::from(short && c.word(at + 1) == "." && c.touches(at + 1) && c.is_number(at + 2)))
}

fn day(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let token = c.word(at);
    let n: i8 = token.parse().ok().filter(|n| c.is_number(at) && token.len() <= 2 && (1..=31).contains(n))?;
    let free = if found.day.is_none() { &mut found.day } else { &mut found.second_day };
    *free = Some(n);
    Some(at + 1 + usize::from(is_suffix(c, at + 1)))
}

/// "th" and the like, right behind digits.
pub(super) fn is_suffix(c: &Cursor<'_>, at: usize) -> bool {
    c.touches(at) && c.is_one_of(at, &["st", "nd", "rd", "th"])
}

pub(super) fn year(c: &Cursor<'_>, at: usize) -> Option<i16> {
    let token = c.word(at);
    token.parse().ok().filter(|y| c.is_number(at) && token.len() == 4 && (1000..=2199).contains(y))
}

fn any_weekday(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let (n, short) = c.find(at, |l| match l {
        Lex::Weekday(n) => Some((n, false)),
        Lex::ShortWeekday(n) => Some((n, true)),
        _ => None,
    })?;
    if short && !c.is_capital(at) {
        return None;
    }
    found.weekday = Some(n);
    Some(at + 1 + usize::from(short && c.word(at + 1) == "." && c.touches(at + 1)))
}

fn ordinal(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    if let Some(n) = c.find(at, |l| if let Lex::Ordinal(n) = l { Some(n) } else { None }) {
        found.ordinal = Some(n);
        return Some(at + 1);
    }
    let n: i8 = c.word(at).parse().ok().filter(|_| c.is_number(at) && is_suffix(c, at + 1))?;
    found.ordinal = Some(n);
    Some(at + 2)
}
