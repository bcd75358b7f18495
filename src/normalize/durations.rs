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
    let (high, end, _) = amount(c, mid + 1).filter(|(high, ..)| c.is(mid, "and") && *high > low)?;
    finish(c, low, Some(high), end, false)
}

/// The amount before a unit: a numeral, "a", "half an", "a half".
fn amount(c: &Cursor<'_>, at: usize) -> Option<(Number, usize, bool)> {
    let half = Number::ratio(1, 2)?;
    let one = Number::from_int(1);
    // "Couple of weeks" without its article; "another business day".
    if c.is(at, "couple") && c.is(at + 1, "of") && !c.is_one_of(at.wrapping_sub(1), &["a", "the", "last", "next", "past"]) {
        return unit_at(c, at + 2).filter(|(_, many)| *many).map(|_| (Number::from_int(2), at + 2, false));
    }
    if c.is(at, "another") {
        let i = if c.is_one_of(at + 1, &["business", "working", "full"]) { c.past_hyphen(at + 2) } else { at + 1 };
        return unit_at(c, i).filter(|(_, many)| !many).map(|_| (one, i, false));
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
    // "A half-hour" is no half of anything else.
    let parted = c.past_hyphen(at + 2);
    if (c.is(at, "a") || c.is(at, "an")) && c.is(at + 1, "half") && unit_at(c, parted).is_some() {
        return Some((half, parted, false));
    }
    if let Some(Numeral { value, end, shape, .. }) = numerals::numeral(c, at) {
        let (value, end) = twenty_and_four(c, value, end);
        return matches!(shape, Shape::Digits | Shape::Words).then_some((value, past_between(c, end), false));
    }
    if !(c.is(at, "a") || c.is(at, "an")) {
        return None;
    }
    if c.is_one_of(at + 1, &["full", "whole"]) && unit_at(c, parted).is_some() {
        return Some((one, parted, false));
    }
    let counts = |unit| unit == TimeUnit::Second && is_ordinal(c, at + 2);
    unit_at(c, at + 1).is_some_and(|(unit, many)| !many && !counts(unit)).then_some((one, at + 1, true))
}

/// Whether "a second" before it counts another thing: "for a second time", and not "a second later".
fn is_ordinal(c: &Cursor<'_>, at: usize) -> bool {
    c.is_word(at) && !c.is_one_of(at, BEHIND)
}

/// Words behind a length that are no noun which it could belong to.
const BEHIND: &[&str] = &[
    "of", "before", "after", "later", "earlier", "ago", "away", "apart", "ahead", "behind", "too", "per", "and", "but", "or", "when",
    "while", "in", "at", "on", "as", "to", "by", "with", "for", "from", "because", "than", "faster", "slower", "that",
];

/// Words between an amount and its unit.
const BETWEEN: &[&str] =
    &["more", "full", "straight", "consecutive", "whole", "additional", "business", "working", "long", "short", "bloody"];

fn past_between(c: &Cursor<'_>, at: usize) -> usize {
    at + usize::from(c.is_one_of(at, BETWEEN))
}

/// "Twenty and four", as the old count.
fn twenty_and_four(c: &Cursor<'_>, tens: Number, end: usize) -> (Number, usize) {
    let small = |i| c.find(i, |l| if let Lex::Small(n @ 1..=9) = l { Some(n) } else { None });
    let is_tens = end > 0 && c.find(end - 1, |l| matches!(l, Lex::Tens(_)).then_some(())).is_some();
    let ones = small(end + 1).filter(|_| is_tens && c.is(end, "and"));
    ones.and_then(|n| tens.plus(Number::from_int(n))).map_or((tens, end), |n| (n, end + 2))
}

/// The upper end of a range: "two to three", "10-15", "five or six".
fn upper(c: &Cursor<'_>, at: usize, low: Number) -> Option<(Number, usize)> {
    let i = c.past_hyphen(at);
    let link = c.is(i, "to") || (c.is(i, "or") && i == at) || (c.is_dash(at) && c.is_hyphen(at));
    let next = if c.is(i, "to") || c.is(i, "or") { c.past_hyphen(i + 1) } else { at + 1 };
    let n = numerals::numeral(c, next).filter(|_| link)?;
    let consecutive = !c.is(i, "or") || low.plus(Number::from_int(1)) == Some(n.value);
    (n.value > low && consecutive && matches!(n.shape, Shape::Digits | Shape::Words)).then_some((n.value, past_between(c, n.end)))
}

/// The unit, and what may follow it: "and a half", "and 20 minutes", "or so".
fn finish(c: &Cursor<'_>, low: Number, upper: Option<Number>, at: usize, article: bool) -> Option<Length> {
    let (unit, many) = unit_at(c, at).or_else(|| letter(c, at))?;
    let (told, each) = unit.in_duration()?;
    let one = Number::from_int(1);
    // "20 second" is an ordinal or a slip, unless joined ("20-second"); "a ten year war" is a common slip.
    let slip = matches!(unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Quarter | TimeUnit::Century) || c.is(at + 1, "'s");
    if !many && low != one && low.is_integer() && !c.is_dash(at - 1) && slip {
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

/// "3h", "3 h": the letter stands for hours where nothing follows it.
fn letter(c: &Cursor<'_>, at: usize) -> Option<(TimeUnit, bool)> {
    let hours = c.is_number(at - 1) && c.word(at) == "h" && !c.word(at - 1).contains(',');
    (hours && !matches!(c.word(at + 1), "/" | "-" | "²")).then_some((TimeUnit::Hour, true))
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
    let i = c.past_hyphen(i + usize::from(c.is(i, "a")));
    (c.is(i, "half") && unit_at(c, i + 1).is_none()).then_some((Number::ratio(1, 2)?, i + 1))
}

/// A length told in several units of which months or years are one and days or weeks another: "1 year 1 month 21 days".
/// The canonical text has the larger units first, in whatever order they were told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mixed {
    pub(super) years: i64,
    pub(super) months: i64,
    pub(super) weeks: i64,
    pub(super) days: i64,
}

impl std::fmt::Display for Mixed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("P")?;
        let parts = [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')];
        parts.iter().filter(|(n, _)| *n > 0).try_for_each(|(n, letter)| write!(f, "{n}{letter}"))
    }
}

/// The mixed length at `at`, and the index after it. `None` where one unit or one kind of units tells it all: that is a
/// [`length`].
pub(super) fn mixed(c: &Cursor<'_>, at: usize) -> Option<(Mixed, usize)> {
    let (mut sum, mut next) = (Mixed::default(), at);
    let mut end = None;
    while let Some((n, unit, after)) = whole_part(c, next) {
        let place = match unit {
            TimeUnit::Year => &mut sum.years,
            TimeUnit::Month => &mut sum.months,
            TimeUnit::Week => &mut sum.weeks,
            TimeUnit::Day => &mut sum.days,
            _ => break,
        };
        if *place != 0 {
            break;
        }
        *place = n;
        end = Some(after);
        next = after + usize::from(c.is(after, ","));
        next += usize::from(c.is(next, "and"));
    }
    let both = sum.years + sum.months > 0 && sum.weeks + sum.days > 0;
    end.filter(|_| both).map(|end| (sum, end))
}

/// A whole number of a unit.
fn whole_part(c: &Cursor<'_>, at: usize) -> Option<(i64, TimeUnit, usize)> {
    if c.is(at, "a") || c.is(at, "an") {
        return unit_at(c, at + 1).filter(|(_, many)| !many).map(|(unit, _)| (1, unit, at + 2));
    }
    let n = numerals::numeral(c, at).filter(|n| n.value.is_integer() && matches!(n.shape, Shape::Digits | Shape::Words))?;
    let (unit, _) = unit_at(c, n.end)?;
    let amount = n.value.trunc();
    (1..10_000).contains(&amount).then_some((amount, unit, n.end + 1))
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
