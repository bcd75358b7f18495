//! Durations: an amount and a unit of time, compounds, ranges.

use super::cursor::Cursor;
use super::lexicon::{Lex, TimeUnit};
use super::numerals::{self, Numeral, Shape};
use crate::value::{Duration, DurationUnit, Modifier, Number};

/// A duration found in the text.
#[derive(Clone, Debug)]
pub(super) struct Length {
    pub(super) duration: Duration,
    pub(super) unit: TimeUnit,
    pub(super) end: usize,
    /// Whether its amount is only "a" or "an", which is also how rates are written ("80 km an hour").
    pub(super) article: bool,
}

impl TimeUnit {
    /// The unit of a duration and how many of it make one. Nights count as days: TIMEX3 has no unit for them.
    pub(super) const fn in_duration(self) -> Option<(DurationUnit, i64)> {
        Some(match self {
            Self::Second => (DurationUnit::Second, 1),
            Self::Minute => (DurationUnit::Minute, 1),
            Self::Hour => (DurationUnit::Hour, 1),
            Self::Day | Self::Night => (DurationUnit::Day, 1),
            Self::Week => (DurationUnit::Week, 1),
            Self::Fortnight => (DurationUnit::Week, 2),
            Self::Month => (DurationUnit::Month, 1),
            Self::Quarter => (DurationUnit::Month, 3),
            Self::Year => (DurationUnit::Year, 1),
            Self::Decade => (DurationUnit::Year, 10),
            Self::Century => (DurationUnit::Year, 100),
            Self::Weekend => return None,
        })
    }
}

pub(super) fn unit_at(c: &Cursor<'_>, at: usize) -> Option<(TimeUnit, bool)> {
    c.find(at, |l| if let Lex::Unit(u, many) = l { Some((u, many)) } else { None })
}

/// The duration that starts at `at`, with its hedge behind, if any. A hedge before it is the caller's.
pub(super) fn length(c: &Cursor<'_>, at: usize) -> Option<Length> {
    if c.is(at, "between") {
        return between(c, at);
    }
    let (low, end, article) = amount(c, at)?;
    let (upper, end) = upper(c, end, low).map_or((None, end), |(n, end)| (Some(n), end));
    let (hedge, end) = super::hedges::after(c, end).map_or((None, end), |(m, e)| (Some(m), e));
    finish(c, low, upper, c.past_hyphen(end), article).map(|mut l| {
        l.duration.modifier = hedge.or(l.duration.modifier);
        l
    })
}

fn between(c: &Cursor<'_>, at: usize) -> Option<Length> {
    let (low, mid, _) = amount(c, at + 1)?;
    let mid = if unit_at(c, mid).is_some() { mid + 1 } else { mid };
    let (high, end, _) = amount(c, mid + 1).filter(|_| c.is(mid, "and"))?;
    finish(c, low, Some(high).filter(|h| *h >= low), end, false)
}

/// The amount before a unit: a numeral, "a", "half an", "a half".
fn amount(c: &Cursor<'_>, at: usize) -> Option<(Number, usize, bool)> {
    let half = Number::ratio(1, 2)?;
    let one = Number::from_int(1);
    if c.is(at, "another") && unit_at(c, at + 1).is_some_and(|(_, many)| !many) {
        return Some((one, at + 1, false));
    }
    if c.is_one_of(at, &["full", "whole", "all"]) && unit_at(c, c.past_hyphen(at + 1)).is_some_and(|(_, many)| !many) {
        return Some((one, c.past_hyphen(at + 1), false));
    }
    if c.is(at, "half") {
        let i = c.past_hyphen(at + 1);
        let i = if c.is(i, "a") || c.is(i, "an") { i + 1 } else { i };
        if unit_at(c, i).is_some_and(|(_, many)| !many) {
            return Some((half, i, false));
        }
    }
    if let Some(Numeral { value, end, shape, .. }) = numerals::numeral(c, at) {
        let end = end + usize::from(c.is_one_of(end, &["more", "full", "straight", "consecutive", "whole", "additional"]));
        return matches!(shape, Shape::Digits | Shape::Words).then_some((value, end, false));
    }
    if !(c.is(at, "a") || c.is(at, "an")) {
        return None;
    }
    let i = c.past_hyphen(at + 2);
    if c.is_one_of(at + 1, &["full", "whole"]) && unit_at(c, i).is_some() {
        return Some((one, i, false));
    }
    if c.is(at + 1, "half") && unit_at(c, i).is_some() {
        return Some((half, i, false));
    }
    unit_at(c, at + 1).is_some_and(|(_, many)| !many).then_some((one, at + 1, true))
}

/// The upper end of a range: "two to three", "10-15", "five or six".
fn upper(c: &Cursor<'_>, at: usize, low: Number) -> Option<(Number, usize)> {
    let i = c.past_hyphen(at);
    let link = c.is(i, "to") || (c.is(i, "or") && i == at) || (c.is_dash(at) && c.is_hyphen(at));
    let next = if c.is(i, "to") || c.is(i, "or") { c.past_hyphen(i + 1) } else { at + 1 };
    let n = numerals::numeral(c, next).filter(|_| link)?;
    let consecutive = !c.is(i, "or") || low.plus(Number::from_int(1)) == Some(n.value);
    (n.value > low && consecutive && matches!(n.shape, Shape::Digits | Shape::Words)).then_some((n.value, n.end))
}

/// The unit, and what may follow it: "and a half", "and 20 minutes", "or so".
fn finish(c: &Cursor<'_>, low: Number, upper: Option<Number>, at: usize, article: bool) -> Option<Length> {
    let (unit, many) = unit_at(c, at)?;
    let (told, each) = unit.in_duration()?;
    let one = Number::from_int(1);
    // "20 second" is an ordinal or a slip, unless joined ("20-second"); "a ten year war" is a common slip.
    let slip = matches!(unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Quarter | TimeUnit::Century)
        || c.is(at + 1, "'s")
        || c.is(at + 1, "’s");
    if !many && low != one && low.is_integer() && at > 0 && !c.is_dash(at - 1) && slip {
        return None;
    }
    let factor = Number::from_int(each);
    let mut amount = low.times(factor)?;
    let mut upper = upper.map(|n| n.times(factor)).map_or(Some(None), |n| n.map(Some))?;
    let mut end = at + 1;
    if let Some((more, next)) = and_a_half(c, end).filter(|_| low.is_integer() && upper.is_none()) {
        (amount, end) = (amount.plus(more.times(factor)?)?, next);
    }
    while let Some((more, next)) = smaller(c, end, told).filter(|_| upper.is_none()) {
        (amount, end) = (amount.plus(more)?, next);
    }
    if upper.is_none()
        && let Some((high, next)) = repeated(c, end, unit, factor).filter(|(high, _)| *high > amount)
    {
        (upper, end) = (Some(high), next);
    }
    let (whole, (modifier, end)) = (end, behind(c, end));
    let duration = Duration { amount, upper, unit: told, modifier };
    Some(Length { duration, unit, end, article: article && whole == at + 1 })
}

fn behind(c: &Cursor<'_>, end: usize) -> (Option<Modifier>, usize) {
    match super::hedges::after(c, end) {
        Some((m, next)) if c.is(end, "or") => (Some(m), next),
        _ => (None, end),
    }
}

fn and_a_half(c: &Cursor<'_>, at: usize) -> Option<(Number, usize)> {
    let i = c.past_hyphen(at);
    let i = c.past_hyphen(c.is(i, "and").then_some(i + 1)?);
    let i = c.past_hyphen(c.is(i, "a").then_some(i + 1)?);
    (c.is(i, "half") && unit_at(c, i + 1).is_none()).then_some((Number::ratio(1, 2)?, i + 1))
}

/// "and 20 minutes", ", 20 minutes" behind a larger unit; the amount in that larger unit.
fn smaller(c: &Cursor<'_>, at: usize, told: DurationUnit) -> Option<(Number, usize)> {
    let i = if c.is(at, ",") { at + 1 } else { at };
    let i = if c.is(i, "and") { i + 1 } else { i };
    let n = numerals::numeral(c, i)?;
    let (unit, _) = unit_at(c, n.end)?;
    let (small, each) = unit.in_duration()?;
    if small >= told || small.is_calendar() != told.is_calendar() {
        return None;
    }
    let share = Number::ratio(small.size().checked_mul(each)?, told.size())?;
    Some((n.value.times(share)?, n.end + 1))
}

/// "two days to three days": the unit named at both ends.
fn repeated(c: &Cursor<'_>, at: usize, unit: TimeUnit, factor: Number) -> Option<(Number, usize)> {
    let n = numerals::numeral(c, at + 1).filter(|_| c.is(at, "to"))?;
    let same = unit_at(c, n.end).is_some_and(|(u, _)| u == unit);
    same.then(|| Some((n.value.times(factor)?, n.end + 1)))?
}
