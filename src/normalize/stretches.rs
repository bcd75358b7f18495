//! The rows of what is longer than a day or no date at all: seasons, halves, centuries before Christ, fiscal years, holidays,
//! lengths without a number, what recurs, and words for the past, the present and the future.

use super::TimeValue;
use super::calendar::{self, Frame};
use super::conditions::{
    ends_clause, follows_at_present, follows_lasting, follows_of, follows_over, follows_year, glued, is_rate, joins_seasons,
    names_no_season, stands_alone,
};
use super::lexicon::{Shift, TimeUnit};
use super::pattern::Found;
use super::pattern::Slot::{
    Account, Dash, Fiscal, Holiday, If, In, Mixed, Month, Opt, Ordinal, Part, Season, Shift as ShiftWord, ShortYear, Unit, Units, Vague, W,
    Weekdays, Year,
};
use super::periods;
use super::rules::{Rule, form};
use crate::value::{DayPart, Duration, DurationUnit, Modifier, Number, Time, TimeForm, Value};

const POSSESSIVE: &[&str] = &["'s", "'"];
/// Words that put a stretch of unnamed length beside now or the story.
const NEAR: &[&str] = &[
    "recent",
    "coming",
    "following",
    "intervening",
    "succeeding",
    "subsequent",
    "ensuing",
    "past",
    "last",
    "next",
    "previous",
    "preceding",
];
/// Those that do so before a vague count only: a bare unit follows them in other senses ("later years").
const FARTHER: &[&str] = &["final", "early", "later"];

/// The rows; read after those of `rules`.
pub(super) const STRETCHES: &[Rule] = &[
    // Seasons, halves, years.
    Rule { name: "bare season", slots: &[If(names_no_season), Season], read: season },
    Rule { name: "season and year", slots: &[Season, Opt(&[W("of")]), Year], read: season },
    Rule {
        name: "season of two years",
        slots: &[Opt(&[W("the")]), Season, Opt(&[W("of")]), Year, In(&["-", "–", "/"]), ShortYear],
        read: winter,
    },
    Rule { name: "year and season", slots: &[Year, Season], read: season },
    Rule { name: "the season and another", slots: &[W("the"), Season, If(joins_seasons)], read: season },
    Rule {
        name: "half of a year",
        slots: &[Opt(&[W("the")]), Ordinal, Opt(&[Dash]), W("half"), Opt(&[In(&["of", "in"])]), Year],
        read: half,
    },
    Rule { name: "quarter or half by its letter", slots: &[Account], read: account },
    Rule {
        name: "fiscal quarter",
        slots: &[Opt(&[W("the")]), Ordinal, Opt(&[Dash]), W("quarter"), Opt(&[In(&["of", "in"])]), Fiscal],
        read: fiscal_quarter,
    },
    Rule {
        name: "fiscal quarter of a year",
        slots: &[Opt(&[W("the")]), W("fiscal"), Ordinal, Opt(&[Dash]), W("quarter"), Opt(&[In(&["of", "in"])]), Year],
        read: fiscal_quarter,
    },
    Rule {
        name: "fiscal half",
        slots: &[Opt(&[W("the")]), Ordinal, Opt(&[Dash]), W("half"), Opt(&[In(&["of", "in"])]), Fiscal],
        read: |f, _| form(TimeForm::FiscalHalf(f.year?, f.ordinal.filter(|n| (1..=2).contains(n))?)),
    },
    Rule { name: "latter half of a year", slots: &[Opt(&[W("the")]), W("latter"), W("half"), W("of"), Year], read: last_half },
    Rule { name: "half of the year", slots: &[Opt(&[W("the")]), Ordinal, W("half"), W("of"), W("the"), W("year")], read: half_of_shifted },
    Rule {
        name: "half of last year",
        slots: &[Opt(&[W("the")]), Ordinal, W("half"), W("of"), ShiftWord, W("year")],
        read: half_of_shifted,
    },
    Rule { name: "end of a unit", slots: &[Unit, In(POSSESSIVE), W("end")], read: unit_end },
    Rule { name: "short year", slots: &[If(follows_year), ShortYear], read: |f, _| form(TimeForm::Year(f.year?)) },
    Rule { name: "fiscal year", slots: &[Fiscal], read: |f, _| form(TimeForm::Fiscal(f.year?)) },
    Rule { name: "decade before Christ", slots: &[Opt(&[W("the")]), Year, If(glued), W("s"), In(BC)], read: decade_before_christ },
    Rule {
        name: "century before Christ",
        slots: &[Opt(&[W("the")]), Ordinal, Opt(&[Dash]), W("century"), In(BC)],
        read: century_before_christ,
    },
    // Holidays.
    Rule { name: "holiday", slots: &[Holiday], read: |f, frame| form(frame.holiday(f.holiday?)?) },
    Rule {
        name: "holiday of a year",
        slots: &[Holiday, Opt(&[In(&["of", ",", "in"])]), Year],
        read: |f, _| form(TimeForm::Day(f.holiday?.day(f.year?)?)),
    },
    Rule { name: "last holiday", slots: &[ShiftWord, Holiday], read: |f, frame| form(frame.shifted_holiday(f.shift?, f.holiday?)?) },
    Rule { name: "holiday last year", slots: &[Holiday, Opt(&[W("of")]), ShiftWord, W("year")], read: holiday_of_year },
    // Lengths without a number.
    Rule { name: "several days", slots: &[Vague, Units], read: vague },
    Rule { name: "the last few days", slots: &[Opt(&[W("the")]), In(NEAR), Vague, Units], read: vague },
    Rule { name: "the final few days", slots: &[Opt(&[W("the")]), In(FARTHER), Vague, Units], read: vague },
    Rule { name: "recent days", slots: &[Opt(&[W("the")]), In(NEAR), Units], read: vague },
    Rule { name: "months and days", slots: &[Mixed], read: |f, _| Some(TimeValue::Length(f.mixed?.to_string())) },
    Rule { name: "months and days ago", slots: &[Mixed, In(&["ago", "earlier"])], read: |f, frame| beyond(f, frame, -1) },
    Rule { name: "months and days later", slots: &[Mixed, W("later")], read: |f, frame| beyond(f, frame, 1) },
    Rule { name: "months and days from now", slots: &[Mixed, W("from"), W("now")], read: |f, frame| beyond(f, frame, 1) },
    Rule { name: "for days", slots: &[If(follows_lasting), Units], read: vague },
    Rule { name: "over the years", slots: &[If(follows_over), W("the"), Units, If(stands_alone)], read: vague },
    Rule { name: "the days before", slots: &[W("the"), Units, In(&["before", "after", "since", "that", "leading"])], read: vague },
    Rule { name: "decades-long", slots: &[Units, Opt(&[Dash]), W("long")], read: vague },
    Rule { name: "week-long", slots: &[Unit, Dash, W("long")], read: |f, _| one(f.unit?) },
    Rule { name: "days ago", slots: &[Opt(&[Vague]), Units, W("ago")], read: |_, _| past() },
    Rule {
        name: "days before",
        slots: &[Opt(&[Vague]), Units, In(&["earlier", "before", "previously"]), If(ends_clause)],
        read: |_, _| past(),
    },
    Rule { name: "days later", slots: &[Units, W("later")], read: vague },
    // What recurs.
    Rule { name: "a day, as a rate", slots: &[If(is_rate), In(&["a", "an"]), Unit], read: rate },
    Rule { name: "per day", slots: &[W("per"), Unit], read: rate },
    Rule { name: "twice a week", slots: &[In(&["once", "twice"]), In(&["a", "an", "per", "each", "every"]), Unit], read: rate },
    Rule { name: "three times a day", slots: &[In(COUNTS), W("times"), In(&["a", "an", "per", "each", "every"]), Unit], read: rate },
    Rule { name: "every other week", slots: &[W("every"), In(&["other", "second"]), Unit], read: every_other },
    Rule { name: "every June", slots: &[In(&["every", "each"]), Month], read: |f, _| set(TimeForm::MonthOfYear(f.month?)) },
    Rule { name: "Mondays", slots: &[Weekdays], read: |f, _| set(TimeForm::Weekday(f.weekday?)) },
    // Parts of the day.
    Rule {
        name: "the night of a day",
        slots: &[W("the"), Opt(&[In(&["early", "late"])]), Part, Opt(&[W("hours")]), If(follows_of)],
        read: part,
    },
    Rule { name: "daytime", slots: &[W("daytime")], read: |_, _| form(TimeForm::PartOfDay(DayPart::Daytime)) },
    Rule { name: "overnight", slots: &[W("overnight"), If(ends_clause)], read: overnight },
    // Now and then.
    Rule { name: "at present", slots: &[If(follows_at_present), W("present"), If(ends_clause)], read: |_, _| present() },
    Rule { name: "to date", slots: &[W("to"), W("date"), If(ends_clause)], read: |_, _| present() },
    Rule { name: "present-day", slots: &[In(&["present", "modern"]), Dash, W("day")], read: |_, _| present() },
    Rule { name: "modern day", slots: &[In(&["present", "modern"]), W("day")], read: |_, _| present() },
    Rule { name: "former", slots: &[In(&["former", "recent"])], read: |_, frame| frame.is_history().then(past)? },
    Rule { name: "current", slots: &[W("current")], read: |_, frame| frame.is_history().then(present)? },
    Rule { name: "future", slots: &[W("future")], read: |_, frame| frame.is_history().then(|| form(TimeForm::Future))? },
];

const BC: &[&str] = &["BC", "B.C.", "BCE", "B.C.E."];
const COUNTS: &[&str] = &["two", "three", "four", "five", "six", "seven", "eight", "ten", "several", "many"];

fn past() -> Option<TimeValue> {
    form(TimeForm::Past)
}

fn present() -> Option<TimeValue> {
    form(TimeForm::Present)
}

fn season(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let season = f.season?;
    form(f.year.map_or_else(|| frame.season(season), |y| TimeForm::Season(y, season)))
}

/// "The winter of 1939–40": by its first year.
fn winter(f: &Found, _: &Frame) -> Option<TimeValue> {
    let season = f.season.filter(|s| *s == crate::value::Season::Winter)?;
    form(TimeForm::Season(f.year?.checked_sub(1)?, season))
}

fn half(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::Half(f.year?, f.ordinal.filter(|n| (1..=2).contains(n))?))
}

fn account(f: &Found, frame: &Frame) -> Option<TimeValue> {
    match f.account? {
        (part, Some(year)) => form(periods::of_year(part, year)),
        (periods::Part::Quarter(n), None) => super::rules::quarter(&Found { ordinal: Some(n), ..Found::default() }, frame),
        (periods::Part::Half(_), None) => None,
    }
}

fn fiscal_quarter(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::FiscalQuarter(f.year?, f.ordinal.filter(|n| (1..=4).contains(n))?))
}

fn last_half(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::Half(f.year?, 2))
}

fn half_of_shifted(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let TimeForm::Year(year) = frame.shifted(f.shift.unwrap_or(Shift::This), TimeUnit::Year)? else { return None };
    half(&Found { year: Some(year), ..f.clone() }, frame)
}

/// "By month's end".
fn unit_end(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let time = Time::new(frame.shifted(Shift::This, f.unit?)?);
    Some(TimeValue::Time(time.hedged(Modifier::End)))
}

fn decade_before_christ(f: &Found, _: &Frame) -> Option<TimeValue> {
    let year = f.year.map(|y| 1 - y).filter(|y| *y >= 10 && y % 10 == 0)?;
    form(TimeForm::Decade(-(year / 10)))
}

fn century_before_christ(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::Century(f.ordinal.filter(|n| (2..=30).contains(n)).map(|n| 1 - i16::from(n))?))
}

fn holiday_of_year(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let TimeForm::Year(year) = frame.shifted(f.shift?, TimeUnit::Year)? else { return None };
    form(TimeForm::Day(f.holiday?.day(year)?))
}

/// From the story, where there is one; from publication else.
fn beyond(f: &Found, frame: &Frame, sign: i64) -> Option<TimeValue> {
    let Some(day) = frame.day() else { return past() };
    form(TimeForm::Day(calendar::beyond(day, f.mixed?, sign)?))
}

fn vague(f: &Found, _: &Frame) -> Option<TimeValue> {
    let (unit, each) = f.unit?.in_duration()?;
    let (letter, clock) = if each == 1 { unit.designator() } else { DurationUnit::Year.designator() };
    Some(TimeValue::Length(format!("P{}X{letter}", if clock { "T" } else { "" })))
}

fn one(unit: TimeUnit) -> Option<TimeValue> {
    times_one(unit, 1).map(TimeValue::Duration)
}

fn times_one(unit: TimeUnit, n: i64) -> Option<Duration> {
    let (told, each) = unit.in_duration()?;
    Some(Duration::new(Number::from_int(each.checked_mul(n)?), told))
}

fn rate(f: &Found, _: &Frame) -> Option<TimeValue> {
    // "80 km an hour" is a speed.
    let unit = f.unit.filter(|u| *u >= TimeUnit::Day)?;
    Some(TimeValue::Set(Value::Duration(times_one(unit, 1)?).canonical()))
}

fn every_other(f: &Found, _: &Frame) -> Option<TimeValue> {
    Some(TimeValue::Set(Value::Duration(times_one(f.unit?, 2)?).canonical()))
}

fn set(form: TimeForm) -> Option<TimeValue> {
    Some(TimeValue::Set(form.to_string()))
}

fn part(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::PartOfDay(f.part?))
}

/// The night before publication, and of publication under what is to come.
fn overnight(_: &Found, frame: &Frame) -> Option<TimeValue> {
    let day = frame.deictic(if frame.is_ahead() { 0 } else { -1 });
    form(day.map_or(TimeForm::PartOfDay(DayPart::Night), |d| TimeForm::Part(d, DayPart::Night)))
}
