//! The rows: one kind of date expression each, as a pattern and what it means.

use jiff::civil::Date;

use super::TimeValue;
use super::calendar::{self, Frame};
use super::cursor::Cursor;
use super::lexicon::{Lex, Shift, Tide, TimeUnit};
use super::nouns;
use super::pattern::Slot::{
    AnyWeekday, Clock, Dash, Day, Deictic, If, In, Length, Month, Opt, Ordinal, Part, Season, Shift as ShiftWord, Unit, W, Weekday, Year,
};
use super::pattern::{Found, Slot, year as year_at};
use crate::text::TokenKind;
use crate::value::{Change, DayPart, Duration, DurationUnit, Modifier, Number, Time, TimeForm};

/// One kind of expression.
pub(super) struct Rule {
    /// Unique; for tests and for whoever debugs a reading.
    #[allow(dead_code)]
    pub(super) name: &'static str,
    pub(super) slots: &'static [Slot],
    pub(super) read: fn(&Found, &Frame) -> Option<TimeValue>,
}

const COMMA_YEAR: Slot = Opt(&[Opt(&[W(",")]), Year]);
const DAY_NAME: Slot = Opt(&[AnyWeekday, Opt(&[W(",")])]);
const THE: Slot = Opt(&[W("the")]);
const OF: Slot = Opt(&[W("of")]);
const TO: Slot = In(&["-", "–", "—", "‑", "to", "through"]);

/// All rows. Of those that match at one token the longest wins, the earlier of two that are equally long.
pub(super) const RULES: &[Rule] = &[
    Rule { name: "iso date", slots: &[Year, If(hyphen), Dash, Day, If(hyphen), Dash, Day], read: year_first },
    Rule { name: "slashed date, year first", slots: &[Year, W("/"), Day, W("/"), Day], read: year_first },
    Rule { name: "slashed date", slots: &[Day, W("/"), Day, W("/"), Year], read: slashed },
    Rule { name: "month and day", slots: &[DAY_NAME, Month, If(no_count), Day, COMMA_YEAR], read: date },
    Rule { name: "day and month", slots: &[DAY_NAME, THE, Day, OF, Month, COMMA_YEAR], read: date },
    Rule { name: "ordinal of month", slots: &[DAY_NAME, THE, Ordinal, W("of"), Month, COMMA_YEAR], read: date },
    Rule { name: "month and days", slots: &[Month, Day, TO, Day, If(ends_number), COMMA_YEAR], read: days },
    Rule { name: "days and month", slots: &[Day, TO, Day, Month, COMMA_YEAR], read: days },
    Rule { name: "month and day to month and day", slots: &[Month, Day, TO, Month, Day, COMMA_YEAR], read: days },
    Rule { name: "day and month to day and month", slots: &[Day, Month, TO, Day, Month, COMMA_YEAR], read: days },
    Rule { name: "month and year", slots: &[Month, Opt(&[W(",")]), OF, Year], read: month },
    Rule { name: "month of last year", slots: &[Month, OF, THE, ShiftWord, W("year")], read: month_of_year },
    Rule { name: "month and day of last year", slots: &[Month, Day, OF, THE, ShiftWord, W("year")], read: month_of_year },
    Rule { name: "last month by name", slots: &[THE, ShiftWord, Month, Opt(&[If(no_count), Day])], read: shifted_month },
    Rule { name: "bare month", slots: &[If(stands_as_month), Month], read: month },
    Rule { name: "weekday", slots: &[If(no_title), Weekday], read: |f, frame| form(frame.weekday(f.weekday?)) },
    Rule { name: "last weekday", slots: &[THE, ShiftWord, Weekday], read: |f, frame| form(frame.shifted_weekday(f.shift?, f.weekday?)) },
    Rule {
        name: "weekday last week",
        slots: &[Weekday, OF, THE, ShiftWord, W("week")],
        read: |f, frame| form(frame.weekday_of_week(f.weekday?, f.shift?)),
    },
    Rule { name: "weekday a week ago", slots: &[Weekday, Length, W("ago")], read: weekday_ago },
    Rule { name: "today", slots: &[Deictic], read: deictic },
    Rule { name: "day before yesterday", slots: &[THE, W("day"), In(&["before", "after"]), Deictic], read: two_days_off },
    Rule { name: "tonight", slots: &[W("tonight")], read: tonight },
    Rule { name: "this morning", slots: &[THE, ShiftWord, Part], read: shifted_part },
    Rule {
        name: "in the morning",
        slots: &[If(follows_in), W("the"), Opt(&[In(&["early", "late"])]), Part, Opt(&[W("hours")])],
        read: bare_part,
    },
    Rule { name: "at night", slots: &[If(follows_at), Part], read: bare_part },
    Rule { name: "last week", slots: &[ShiftWord, Unit], read: shifted },
    Rule {
        name: "that same day",
        slots: &[In(&["that", "this"]), In(&["same", "very"]), Unit],
        read: |f, frame| form(frame.shifted(Shift::Same, f.unit?)?),
    },
    Rule {
        name: "the future",
        slots: &[W("the"), Opt(&[W("near")]), W("future")],
        read: |_, _| Some(TimeValue::Time(Frame::reference(Tide::Future))),
    },
    Rule {
        name: "in the past",
        slots: &[If(follows_in), W("the"), W("past"), If(ends_clause)],
        read: |_, _| Some(TimeValue::Time(Frame::reference(Tide::Past))),
    },
    Rule { name: "the same week", slots: &[W("the"), ShiftWord, Unit], read: the_shifted },
    Rule { name: "the last three weeks", slots: &[THE, ShiftWord, Length], read: running },
    Rule {
        name: "earlier in the week",
        slots: &[In(&["earlier", "later"]), In(&["in", "on"]), W("the"), Unit],
        read: |f, frame| this_or_same(f, frame),
    },
    Rule {
        name: "this time last year",
        slots: &[W("this"), W("time"), W("last"), Unit],
        read: |f, frame| form(frame.shifted(Shift::Last, f.unit?)?),
    },
    Rule { name: "the weekend", slots: &[W("the"), W("weekend"), If(no_of)], read: |_, frame| form(frame.weekend()) },
    Rule { name: "last summer", slots: &[THE, ShiftWord, Season], read: |f, frame| form(frame.shifted_season(f.shift?, f.season?)) },
    Rule { name: "summer of a year", slots: &[THE, Season, OF, Year], read: |f, _| form(TimeForm::Season(f.year?, f.season?)) },
    Rule { name: "summer of last year", slots: &[THE, Season, OF, ShiftWord, W("year")], read: season_of_year },
    Rule { name: "in the summer", slots: &[If(follows_in), W("the"), Season, If(no_of)], read: |f, frame| form(frame.season(f.season?)) },
    Rule { name: "a decade", slots: &[THE, Year, If(glued), In(&["s", "'s", "’s"])], read: decade },
    Rule { name: "a century", slots: &[THE, Ordinal, Opt(&[Dash]), W("century")], read: century },
    Rule { name: "a quarter", slots: &[THE, Ordinal, Opt(&[Dash]), W("quarter"), Opt(&[Opt(&[In(&["of", "in"])]), Year])], read: quarter },
    Rule { name: "a quarter of last year", slots: &[THE, Ordinal, W("quarter"), W("of"), ShiftWord, W("year")], read: quarter },
    Rule { name: "the year", slots: &[THE, W("year"), Year], read: bare_year },
    Rule { name: "bare year", slots: &[If(stands_as_year), Year], read: bare_year },
    Rule { name: "ago", slots: &[Length, W("ago")], read: ago },
    Rule { name: "from now", slots: &[Length, W("from"), W("now")], read: from_now },
    Rule {
        name: "earlier",
        slots: &[Length, In(&["earlier", "previously"]), If(no_than)],
        read: |f, frame| from_story(f, frame, Change::Down),
    },
    Rule {
        name: "later",
        slots: &[Length, In(&["later", "afterwards", "afterward"]), If(no_than)],
        read: |f, frame| from_story(f, frame, Change::Up),
    },
    Rule { name: "before", slots: &[Length, W("before"), If(ends_clause)], read: |f, frame| from_story(f, frame, Change::Down) },
    Rule { name: "after", slots: &[Length, W("after"), If(ends_clause)], read: |f, frame| from_story(f, frame, Change::Up) },
    Rule { name: "slashed date, with hyphens", slots: &[Day, If(hyphen), Dash, Day, If(hyphen), Dash, Year], read: slashed },
    Rule {
        name: "next week on a weekday",
        slots: &[ShiftWord, W("week"), Opt(&[W("on")]), Weekday],
        read: |f, frame| form(frame.weekday_of_week(f.weekday?, f.shift?)),
    },
    Rule { name: "day of this month", slots: &[THE, Ordinal, OF, ShiftWord, W("month")], read: day_of_month },
    Rule { name: "nth weekday of a month", slots: &[THE, Ordinal, Weekday, In(&["of", "in"]), Month, COMMA_YEAR], read: nth_weekday },
    Rule {
        name: "the day before",
        slots: &[W("the"), Unit, W("before"), If(ends_clause)],
        read: |f, frame| form(frame.shifted(Shift::Previous, f.unit?)?),
    },
    Rule {
        name: "the day after",
        slots: &[W("the"), Unit, W("after"), If(ends_clause)],
        read: |f, frame| form(frame.shifted(Shift::Following, f.unit?)?),
    },
    Rule { name: "these days", slots: &[W("these"), W("days")], read: |_, _| Some(TimeValue::Time(Frame::reference(Tide::Present))) },
    Rule { name: "every day", slots: &[In(&["every", "each"]), Unit], read: every_unit },
    Rule {
        name: "every weekday",
        slots: &[In(&["every", "each"]), Weekday],
        read: |f, _| Some(TimeValue::Set(TimeForm::Weekday(f.weekday?).to_string())),
    },
    Rule {
        name: "every part",
        slots: &[In(&["every", "each"]), Part],
        read: |f, _| Some(TimeValue::Set(TimeForm::PartOfDay(f.part?).to_string())),
    },
    Rule {
        name: "every two weeks",
        slots: &[W("every"), Length],
        read: |f, _| Some(TimeValue::Set(crate::value::Value::Duration(f.length.as_ref()?.duration.clone()).canonical())),
    },
    Rule { name: "clock", slots: &[Clock], read: |f, _| f.clock.and_then(|(h, m)| form(TimeForm::Clock(h, m))) },
    Rule {
        name: "new year's day",
        slots: &[W("new"), W("year"), In(&["'s", "’s"]), W("day")],
        read: |_, frame| form(frame.day_of_year(1, 1)?),
    },
    Rule {
        name: "new year's eve",
        slots: &[W("new"), W("year"), In(&["'s", "’s"]), W("eve")],
        read: |_, frame| form(frame.day_of_year(12, 31)?),
    },
    Rule { name: "christmas eve", slots: &[W("christmas"), W("eve")], read: |_, frame| form(frame.day_of_year(12, 24)?) },
    Rule { name: "christmas day", slots: &[W("christmas"), W("day")], read: |_, frame| form(frame.day_of_year(12, 25)?) },
];

#[allow(clippy::unnecessary_wraps)]
fn form(form: TimeForm) -> Option<TimeValue> {
    Some(TimeValue::Time(Time::new(form)))
}

fn year_first(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::Day(Date::new(f.year?, f.day?, f.second_day?).ok()?))
}

/// Day and month in either order: read only where one of the two cannot be a month, or both are the same.
fn slashed(f: &Found, _: &Frame) -> Option<TimeValue> {
    let (a, b) = (f.day?, f.second_day?);
    let (month, day) = match (a > 12, b > 12) {
        (true, false) => (b, a),
        (false, true) => (a, b),
        _ if a == b => (a, b),
        _ => return None,
    };
    form(TimeForm::Day(Date::new(f.year?, month, day).ok()?))
}

fn on(year: Option<i16>, month: i8, day: i8, frame: &Frame) -> Option<TimeForm> {
    match year {
        Some(y) => Some(TimeForm::Day(Date::new(y, month, day).ok()?)),
        None => frame.day_of_year(month, day),
    }
}

fn date(f: &Found, frame: &Frame) -> Option<TimeValue> {
    form(on(f.year, f.month?, f.day.or(f.ordinal)?, frame)?)
}

fn days(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let (month, day) = (f.month?, f.day?);
    let (last_month, last_day) = (f.second_month.unwrap_or(month), f.second_day?);
    let TimeForm::Day(first) = on(f.year, month, day, frame)? else { return None };
    let last = Date::new(first.year(), last_month, last_day).ok()?;
    (first < last).then(|| form(TimeForm::Days(first, last)))?
}

fn month(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let month = f.month?;
    form(f.year.map_or_else(|| frame.month(month), |y| TimeForm::Month(y, month)))
}

/// The year that "last year", "the same year" names.
fn year_of(f: &Found, frame: &Frame) -> Option<i16> {
    match frame.shifted(f.shift?, TimeUnit::Year)? {
        TimeForm::Year(y) => Some(y),
        _ => None,
    }
}

fn month_of_year(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let month = f.month?;
    let Some(year) = year_of(f, frame) else { return form(f.day.map_or(TimeForm::MonthOfYear(month), |d| TimeForm::DayOfYear(month, d))) };
    match f.day {
        Some(day) => form(TimeForm::Day(Date::new(year, month, day).ok()?)),
        None => form(TimeForm::Month(year, month)),
    }
}

fn shifted_month(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let month = frame.shifted_month(f.shift?, f.month?);
    match (month, f.day) {
        (TimeForm::Month(y, m), Some(d)) => form(TimeForm::Day(Date::new(y, m, d).ok()?)),
        (TimeForm::MonthOfYear(m), Some(d)) => form(frame.day_of_year(m, d)?),
        (month, _) => form(month),
    }
}

fn day_of_month(f: &Found, frame: &Frame) -> Option<TimeValue> {
    match frame.shifted(f.shift?, TimeUnit::Month)? {
        TimeForm::Month(year, month) => form(TimeForm::Day(Date::new(year, month, f.ordinal?).ok()?)),
        _ => None,
    }
}

/// "The first Monday of September".
fn nth_weekday(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let (year, month) = match f.year.map_or_else(|| frame.month(f.month.unwrap_or(1)), |y| TimeForm::Month(y, f.month.unwrap_or(1))) {
        TimeForm::Month(year, month) => (year, month),
        _ => return None,
    };
    let weekday = jiff::civil::Weekday::from_monday_one_offset(f.weekday?).ok()?;
    let nth = f.ordinal.filter(|n| (1..=5).contains(n))?;
    form(TimeForm::Day(Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?))
}

fn season_of_year(f: &Found, frame: &Frame) -> Option<TimeValue> {
    form(TimeForm::Season(year_of(f, frame)?, f.season?))
}

/// "Monday a week ago", "Friday two weeks ago".
fn weekday_ago(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let weeks = f.length.as_ref().filter(|l| l.unit == TimeUnit::Week && l.duration.amount.is_integer())?.duration.amount.trunc();
    match frame.weekday(f.weekday?) {
        TimeForm::Day(day) => form(TimeForm::Day(calendar::plus(day, weeks.checked_mul(-7)?)?)),
        _ => None,
    }
}

fn tide(days: i8) -> Tide {
    match days {
        0 => Tide::Present,
        1.. => Tide::Future,
        _ => Tide::Past,
    }
}

fn deictic(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let days = f.deictic?;
    let time = frame.deictic(days).map_or_else(|| Frame::reference(tide(days)), Time::day);
    Some(TimeValue::Time(time))
}

fn two_days_off(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let days = f.deictic.filter(|d| *d != 0)? * 2;
    deictic(&Found { deictic: Some(days), ..Found::default() }, frame)
}

fn tonight(_: &Found, frame: &Frame) -> Option<TimeValue> {
    form(frame.published.map_or(TimeForm::Present, |d| TimeForm::Part(d, DayPart::Night)))
}

fn shifted_part(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let part = f.part?;
    let shift = f.shift?;
    let base = match shift {
        Shift::Last | Shift::This => frame.published,
        Shift::Past | Shift::Coming => return None,
        Shift::Next | Shift::Previous | Shift::Same | Shift::Following => frame.day(),
    };
    let day = base.and_then(|d| calendar::plus(d, calendar::offset(shift)));
    form(day.map_or(TimeForm::PartOfDay(part), |d| TimeForm::Part(d, part)))
}

fn bare_part(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::PartOfDay(f.part?))
}

/// "Last week"; with an article, "the last week" and "the past week" are lengths, and "the next day" counts from the
/// story.
fn shifted(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let (shift, unit) = (f.shift?, f.unit?);
    match shift {
        Shift::Past => one(unit),
        Shift::This if unit == TimeUnit::Weekend => form(frame.weekend()),
        _ if unit == TimeUnit::Night => None,
        _ => form(frame.shifted(shift, unit)?),
    }
}

fn the_shifted(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let (shift, unit) = (f.shift?, f.unit?);
    match (shift, unit) {
        (_, TimeUnit::Weekend) => shifted(f, frame),
        (Shift::Last | Shift::Past | Shift::Coming, _) => one(unit),
        (Shift::Next, _) if frame.told(unit).is_some() => form(frame.shifted(Shift::Following, unit)?),
        _ => shifted(f, frame),
    }
}

fn one(unit: TimeUnit) -> Option<TimeValue> {
    let (told, each) = unit.in_duration()?;
    Some(TimeValue::Duration(Duration::new(Number::from_int(each), told)))
}

fn running(f: &Found, _: &Frame) -> Option<TimeValue> {
    let length = f.length.as_ref().filter(|l| !l.article)?;
    let runs = !matches!(f.shift?, Shift::This | Shift::Same);
    runs.then(|| TimeValue::Duration(length.duration.clone()))
}

fn this_or_same(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let shift = if f.unit? == TimeUnit::Day && frame.story().is_some() { Shift::Same } else { Shift::This };
    form(frame.shifted(shift, f.unit?)?)
}

fn decade(f: &Found, _: &Frame) -> Option<TimeValue> {
    let year = f.year.filter(|y| y % 10 == 0)?;
    form(TimeForm::Decade(year / 10))
}

fn century(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::Century(f.ordinal.filter(|n| (1..=30).contains(n)).map(|n| i16::from(n) - 1)?))
}

fn quarter(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let n = f.ordinal.filter(|n| (1..=4).contains(n))?;
    let named = f.year.or_else(|| f.shift.and_then(|_| year_of(f, frame)));
    let year = match (named, frame.published) {
        (Some(y), _) => y,
        (None, Some(day)) => day.year() - i16::from(n * 3 - 2 > day.month()),
        (None, None) => return None,
    };
    form(TimeForm::Quarter(year, n))
}

fn bare_year(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::Year(f.year?))
}

fn every_unit(f: &Found, _: &Frame) -> Option<TimeValue> {
    let TimeValue::Duration(one) = one(f.unit?)? else { return None };
    Some(TimeValue::Set(crate::value::Value::Duration(one).canonical()))
}

/// Counts a duration from `base`; `sign` is −1 for back. What is no whole number of its unit is counted in months, and
/// what is shorter than a day is not counted: no anchor tells the hour.
fn counted(f: &Found, base: Option<Date>, sign: i64, adrift: TimeForm) -> Option<TimeForm> {
    let length = f.length.as_ref()?;
    let Some(base) = base else { return Some(adrift) };
    let (unit, amount) = match (length.duration.unit, length.duration.upper) {
        (_, Some(_)) => return Some(adrift),
        (DurationUnit::Second | DurationUnit::Minute | DurationUnit::Hour, _) => return Some(adrift),
        (DurationUnit::Day, _) => (TimeUnit::Day, length.duration.amount),
        (DurationUnit::Week, _) => (TimeUnit::Week, length.duration.amount),
        (DurationUnit::Month, _) => (TimeUnit::Month, length.duration.amount),
        (DurationUnit::Year, _) if length.duration.amount.is_integer() => (TimeUnit::Year, length.duration.amount),
        (DurationUnit::Year, _) => (TimeUnit::Month, length.duration.size()?),
    };
    let whole = amount.is_integer().then(|| amount.trunc().checked_mul(sign))?;
    calendar::step(base, unit, whole?)
}

/// The hedge of a length as the hedge of the day it leads to: more than a year ago is before that day.
pub(super) fn hedge_of_shift(modifier: Modifier, back: bool) -> Modifier {
    match (modifier, back) {
        (Modifier::MoreThan, true) | (Modifier::LessThan, false) => Modifier::Before,
        (Modifier::LessThan, true) | (Modifier::MoreThan, false) => Modifier::After,
        (Modifier::EqualOrMore, true) | (Modifier::EqualOrLess, false) => Modifier::OnOrBefore,
        (Modifier::EqualOrLess, true) | (Modifier::EqualOrMore, false) => Modifier::OnOrAfter,
        (other, _) => other,
    }
}

fn moved(f: &Found, to: TimeForm, back: bool) -> Option<TimeValue> {
    let modifier = f.length.as_ref()?.duration.modifier.map(|m| hedge_of_shift(m, back));
    Some(TimeValue::Time(Time { form: to, modifier }))
}

fn ago(f: &Found, frame: &Frame) -> Option<TimeValue> {
    moved(f, counted(f, frame.published, -1, TimeForm::Past)?, true)
}

fn from_now(f: &Found, frame: &Frame) -> Option<TimeValue> {
    moved(f, counted(f, frame.published, 1, TimeForm::Future)?, false)
}

/// "Two days later": without a story day, or for hours, it stays a length.
fn from_story(f: &Found, frame: &Frame, way: Change) -> Option<TimeValue> {
    let (sign, back) = if way == Change::Up { (1, false) } else { (-1, true) };
    let form = counted(f, Some(frame.told(f.length.as_ref()?.unit)?), sign, TimeForm::Past).filter(|t| *t != TimeForm::Past)?;
    moved(f, form, back)
}

fn hyphen(c: &Cursor<'_>, at: usize) -> bool {
    c.is_hyphen(at)
}

fn glued(c: &Cursor<'_>, at: usize) -> bool {
    c.touches(at)
}

/// Whether the number here, behind a month, is not a count ("In June 12 people died").
fn no_count(c: &Cursor<'_>, at: usize) -> bool {
    let counts = c.is_one_of(at + 1, &["percent", "%", "million", "billion", "thousand", "people", "km", "miles"]);
    let after_in = c.is(at.wrapping_sub(2), "in") && c.is_lower(at + 1) && nouns::is_plural(c.word(at + 1));
    !(counts || after_in)
}

/// Whether a number ends before this token ("June 10-15%" is no date).
fn ends_number(c: &Cursor<'_>, at: usize) -> bool {
    !c.is_one_of(at, &["percent", "%", "million", "billion"])
}

fn no_of(c: &Cursor<'_>, at: usize) -> bool {
    !c.is(at, "of")
}

fn no_than(c: &Cursor<'_>, at: usize) -> bool {
    !c.is(at, "than")
}

fn follows_in(c: &Cursor<'_>, at: usize) -> bool {
    ["in", "during", "into", "over", "by", "through", "throughout"].iter().any(|w| c.before(at).eq_ignore_ascii_case(w))
}

fn follows_at(c: &Cursor<'_>, at: usize) -> bool {
    ["at", "before", "by", "until", "since"].iter().any(|w| c.before(at).eq_ignore_ascii_case(w))
}

/// Words that may follow "the day before" where it stands alone.
const GO_ON: &[&str] =
    &["and", "but", "when", "in", "at", "on", "as", "while", "to", "by", "with", "for", "from", "amid", "near", "outside", "because", "or"];

/// Whether nothing follows that the expression could belong to ("the day before the vote").
fn ends_clause(c: &Cursor<'_>, at: usize) -> bool {
    match c.kind(at) {
        None => true,
        Some(TokenKind::Mark) => !c.is_hyphen(at),
        Some(TokenKind::Word) => c.is_one_of(at, GO_ON),
        Some(TokenKind::Number | TokenKind::Clitic) => false,
    }
}

/// Capitalised words that make a name of a weekday behind or before them.
const TITLES: &[&str] = &[
    "Times",
    "Telegraph",
    "Mirror",
    "Express",
    "Mail",
    "Herald",
    "Post",
    "Star",
    "Independent",
    "Tribune",
    "Magazine",
    "Review",
    "World",
    "Politics",
    "Night",
];
const HOLY: &[&str] = &["Good", "Black", "Ash", "Bloody", "Super", "Cyber", "Palm", "Easter", "Holy", "Maundy", "Giving"];

fn no_title(c: &Cursor<'_>, at: usize) -> bool {
    let behind = c.word(at + 1);
    let newspaper = TITLES.contains(&behind) && behind != "Night";
    !(newspaper || HOLY.contains(&c.before(at)))
}

/// Prepositions that take a month or a year.
const PREPOSITIONS: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "during",
    "from",
    "to",
    "through",
    "of",
    "between",
    "before",
    "after",
    "for",
    "late",
    "early",
    "mid",
    "around",
    "throughout",
    "into",
    "circa",
    "and",
    "or",
    "year",
    "ended",
    "ending",
    "beginning",
    "starting",
    "end",
];

fn follows_preposition(c: &Cursor<'_>, at: usize) -> bool {
    let i = if at > 0 && c.is_dash(at - 1) { at - 1 } else { at };
    PREPOSITIONS.iter().any(|w| c.before(i).eq_ignore_ascii_case(w))
}

/// Whether a month's name without day or year is one: first names and words of other meaning need a preposition.
fn stands_as_month(c: &Cursor<'_>, at: usize) -> bool {
    let month = c.find(at, |l| match l {
        Lex::Month(n) => Some((n, false)),
        Lex::ShortMonth(n) => Some((n, true)),
        _ => None,
    });
    match month {
        None => false,
        Some((_, true) | (3 | 5, _)) => follows_preposition(c, at) && !c.is_capital(at + 1),
        Some((4 | 6 | 8, _)) => follows_preposition(c, at) || !(c.is_capital(at + 1) || c.before(at).starts_with(char::is_uppercase)),
        Some(_) => true,
    }
}

/// Whether four digits are a year. Between 1900 and 2039 they are, unless they count something; others need a
/// preposition of time.
fn stands_as_year(c: &Cursor<'_>, at: usize) -> bool {
    let Some(year) = year_at(c, at) else { return false };
    let glued = |i: usize| c.touches(i) && !c.is_dash(i - 1) && !matches!(c.word(i - 1), "(" | "[" | "“" | "\"" | "‘" | "'" | "/");
    let counted =
        c.is_one_of(at + 1, &["percent", "%", "million", "billion", "thousand", "hundred", "per"]) || super::measures::starts(c, at + 1);
    if glued(at) || counted || (c.touches(at + 1) && c.is_word(at + 1)) {
        return false;
    }
    let plural = c.is_lower(at + 1) && nouns::is_plural(c.word(at + 1));
    let determined = c.is_one_of(at.wrapping_sub(1), &["the", "'s", "’s", "its", "his", "her", "their"]);
    if (1900..2040).contains(&year) {
        return !plural || determined || follows_preposition(c, at);
    }
    let span = |i: usize| c.is_dash(i) && c.is_number(i + 1);
    let bracketed = matches!(c.word(at.wrapping_sub(1)), "(" | "[") && (span(at + 1) || matches!(c.word(at + 1), ")" | "]"));
    let in_span = span(at + 1) && year_at(c, at + 2).is_some() || c.is_dash(at.wrapping_sub(1)) && year_at(c, at.wrapping_sub(2)).is_some();
    if (1500..1900).contains(&year) && (bracketed || in_span || (!plural && (determined || follows_preposition(c, at)))) {
        return true;
    }
    let temporal = ["in", "since", "until", "during", "from", "circa", "year", "by", "early", "late"];
    !plural && temporal.iter().any(|w| c.before(at).eq_ignore_ascii_case(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = RULES.iter().map(|r| r.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
    }
}
