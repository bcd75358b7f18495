//! The rows: one kind of date expression each, as a pattern and what it means.

use jiff::civil::Date;

use super::TimeValue;
use super::calendar::{self, Frame};
use super::conditions::{
    counts_business, counts_nothing, ends_clause, ends_day, ends_number, ends_sentence, follows_at, follows_bare_in, follows_day,
    follows_in, follows_on, glued, glued_before, hyphen, is_tens, names_no_day, no_count, no_of, no_paper, no_than, no_title, of_our_era,
    stands_as_month, stands_as_year,
};
use super::lexicon::{Shift, Tide, TimeUnit};
use super::pattern::Slot::{
    Ahead, AnyWeekday, Behind, Clock, Dash, Day, Deictic, Digits, GluedDay, If, In, Length, Month, Opt, Ordinal, Part, Season,
    Shift as ShiftWord, Unit, W, Weekday, Weekdays, WordDay, WordYear, Year,
};
use super::pattern::{Found, Slot};
use crate::value::{Change, DayPart, Duration, DurationUnit, Modifier, Number, Time, TimeForm};

/// One kind of expression.
pub(super) struct Rule {
    /// Unique; for tests and for whoever debugs a reading.
    #[allow(dead_code, reason = "read by tests and people only")]
    pub(super) name: &'static str,
    pub(super) slots: &'static [Slot],
    pub(super) read: fn(&Found, &Frame) -> Option<TimeValue>,
}

const COMMA_YEAR: Slot = Opt(&[Opt(&[W(",")]), Year]);
const WORD_YEAR: Slot = Opt(&[Opt(&[W(",")]), WordYear]);
const DAY_NAME: Slot = Opt(&[AnyWeekday, Opt(&[W(",")])]);
const THE: Slot = Opt(&[W("the")]);
const OF: Slot = Opt(&[W("of")]);
const TO: Slot = In(&["-", "–", "—", "‑", "to", "through"]);

/// All rows. Of those that match at one token the longest wins, the earlier of two that are equally long.
pub(super) const RULES: &[Rule] = &[
    Rule { name: "iso date", slots: &[Year, If(hyphen), Dash, Day, If(hyphen), Dash, Day], read: year_first },
    Rule { name: "slashed date, year first", slots: &[Year, W("/"), Day, W("/"), Day], read: year_first },
    Rule { name: "date in digits", slots: &[Digits], read: digits },
    Rule { name: "year, month, day", slots: &[Year, In(&["-", "/"]), Month, In(&["-", "/"]), Day], read: date },
    Rule { name: "month and day", slots: &[DAY_NAME, Month, If(no_count), Day, COMMA_YEAR], read: date },
    Rule { name: "month and day, year in words", slots: &[DAY_NAME, Month, Day, Opt(&[W(",")]), WordYear], read: date },
    Rule { name: "month and joined day", slots: &[Month, In(&["-", "/"]), If(glued), Day, If(ends_clause)], read: date },
    Rule { name: "month with its day", slots: &[DAY_NAME, GluedDay, COMMA_YEAR], read: date },
    Rule { name: "weekdays from now", slots: &[WordDay, Weekdays, W("from"), W("now")], read: weekdays_on },
    Rule { name: "weekdays later", slots: &[WordDay, Weekday, W("later")], read: weekdays_on },
    Rule { name: "month and ordinal", slots: &[DAY_NAME, Month, THE, Ordinal, If(ends_clause)], read: date },
    Rule { name: "month and ordinal, year", slots: &[DAY_NAME, Month, THE, Ordinal, Opt(&[W(",")]), Year], read: date },
    Rule { name: "month and ordinal, year in words", slots: &[DAY_NAME, Month, THE, Ordinal, Opt(&[W(",")]), WordYear], read: date },
    Rule { name: "month and day in words", slots: &[DAY_NAME, Month, WordDay, If(ends_clause)], read: date },
    Rule { name: "month and day in words, year", slots: &[DAY_NAME, Month, WordDay, Opt(&[W(",")]), Year], read: date },
    Rule { name: "month, day and year in words", slots: &[DAY_NAME, Month, WordDay, WORD_YEAR, If(ends_clause)], read: date },
    Rule {
        name: "month with a stop, and day",
        slots: &[DAY_NAME, Month, W("."), If(glued_before), Day, COMMA_YEAR, If(ends_sentence)],
        read: date,
    },
    Rule { name: "day and month", slots: &[DAY_NAME, THE, Day, Opt(&[W("."), If(glued_before)]), OF, Month, COMMA_YEAR], read: date },
    Rule { name: "ordinal of month", slots: &[DAY_NAME, THE, Ordinal, W("of"), Month, COMMA_YEAR], read: date },
    Rule { name: "ordinal of month, year in words", slots: &[DAY_NAME, THE, Ordinal, W("of"), Month, WORD_YEAR], read: date },
    Rule { name: "day with the month of the next", slots: &[THE, Day, Ahead], read: date },
    Rule { name: "day with the month of the last", slots: &[Behind, THE, Day, If(counts_nothing), COMMA_YEAR], read: date },
    Rule { name: "weekday the ordinal", slots: &[Weekday, Opt(&[W(",")]), W("the"), Ordinal, If(ends_clause)], read: weekday_the },
    Rule { name: "weekday the day in words", slots: &[Weekday, Opt(&[W(",")]), W("the"), WordDay, If(ends_clause)], read: weekday_the },
    Rule { name: "the ordinal day", slots: &[If(follows_day), W("the"), Day, If(ends_day)], read: the_day },
    Rule { name: "the day in words", slots: &[If(follows_day), W("the"), If(is_tens), WordDay, If(ends_sentence)], read: the_day },
    Rule { name: "the ordinal day in words", slots: &[If(follows_day), W("the"), If(is_tens), Ordinal, If(ends_clause)], read: the_day },
    Rule { name: "on a day", slots: &[If(follows_on), Day, If(ends_sentence)], read: the_day },
    Rule { name: "nth weekday", slots: &[Ordinal, Weekday, If(ends_sentence)], read: nth_weekday_of_this },
    Rule {
        name: "nth weekday of this month",
        slots: &[THE, Ordinal, Weekday, In(&["of", "in"]), THE, ShiftWord, W("month")],
        read: nth_weekday_of_this,
    },
    Rule { name: "length from a day", slots: &[Length, In(&["from", "after"]), Deictic], read: |f, frame| from_deictic(f, frame, 1) },
    Rule { name: "length before a day", slots: &[Length, W("before"), Deictic], read: |f, frame| from_deictic(f, frame, -1) },
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
    Rule { name: "today", slots: &[If(no_paper), Deictic], read: deictic },
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
    Rule { name: "a decade", slots: &[THE, Year, If(glued), In(&["s", "'s"]), If(of_our_era)], read: decade },
    Rule { name: "a century", slots: &[THE, Ordinal, Opt(&[Dash]), W("century"), If(of_our_era)], read: century },
    Rule { name: "a quarter", slots: &[THE, Ordinal, Opt(&[Dash]), W("quarter"), Opt(&[Opt(&[In(&["of", "in"])]), Year])], read: quarter },
    Rule { name: "a quarter of last year", slots: &[THE, Ordinal, W("quarter"), W("of"), ShiftWord, W("year")], read: quarter },
    Rule { name: "the week of a day", slots: &[THE, W("week"), W("of"), Month, Day, COMMA_YEAR], read: week_of },
    Rule { name: "the year", slots: &[THE, W("year"), Year], read: bare_year },
    Rule { name: "year of our era", slots: &[In(&["AD", "A.D."]), Year], read: bare_year },
    Rule { name: "bare year", slots: &[If(stands_as_year), Year], read: bare_year },
    Rule { name: "ago", slots: &[Length, W("ago")], read: ago },
    Rule { name: "from now", slots: &[Length, W("from"), W("now")], read: from_now },
    Rule { name: "in business days", slots: &[If(follows_bare_in), Length, If(counts_business)], read: business_days_on },
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
    Rule {
        name: "next week on a weekday",
        slots: &[ShiftWord, W("week"), Opt(&[W("on")]), Weekday],
        read: |f, frame| form(frame.weekday_of_week(f.weekday?, f.shift?)),
    },
    Rule { name: "day of this month", slots: &[THE, Ordinal, OF, ShiftWord, W("month")], read: day_of_month },
    Rule { name: "nth weekday of a month", slots: &[THE, Ordinal, Weekday, In(&["of", "in"]), Month, COMMA_YEAR], read: nth_weekday },
    Rule {
        name: "last weekday of a month",
        slots: &[THE, W("last"), Weekday, In(&["of", "in"]), Month, COMMA_YEAR],
        read: |f, frame| nth_weekday(&Found { ordinal: Some(-1), ..f.clone() }, frame),
    },
    Rule { name: "weekday before last", slots: &[THE, Weekday, W("before"), W("last"), If(names_no_day)], read: weekday_before_last },
    Rule {
        name: "week before last",
        slots: &[THE, Unit, W("before"), W("last"), If(names_no_day)],
        read: |f, frame| two_off(f, frame, -2),
    },
    Rule { name: "week after next", slots: &[THE, Unit, W("after"), W("next"), If(names_no_day)], read: |f, frame| two_off(f, frame, 2) },
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
    Rule { name: "clock", slots: &[Clock], read: |f, _| f.clock.map(|clock| TimeValue::Time(clock.time())) },
];

#[allow(clippy::unnecessary_wraps)]
pub(super) fn form(form: TimeForm) -> Option<TimeValue> {
    Some(TimeValue::Time(Time::new(form)))
}

fn year_first(f: &Found, _: &Frame) -> Option<TimeValue> {
    form(TimeForm::Day(Date::new(f.year?, f.day?, f.second_day?).ok()?))
}

/// Day and month in either order: of two that are possible the text's, else the one near publication, where one is.
fn digits(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let digits = f.digits?;
    match digits.year {
        Some(_) => form(TimeForm::Day(digits.day(frame.order, frame.published)?)),
        None => digits.certain().and_then(|(month, day)| form(frame.day_of_year(month, day)?)),
    }
}

/// "On the 20th".
fn the_day(f: &Found, frame: &Frame) -> Option<TimeValue> {
    form(frame.day_of_month(f.day.or(f.ordinal)?)?)
}

/// "Friday the 15th".
fn weekday_the(f: &Found, frame: &Frame) -> Option<TimeValue> {
    form(frame.weekday_of_month(f.weekday?, f.day.or(f.ordinal)?)?)
}

/// "The second Monday of next month", "second Sunday" of the current one.
fn nth_weekday_of_this(f: &Found, frame: &Frame) -> Option<TimeValue> {
    // "The third Wednesday of previous month", with nothing told before, is that of last month.
    let shift = f.shift.unwrap_or(Shift::This);
    let shift = if shift == Shift::Previous && frame.story().is_none() { Shift::Last } else { shift };
    match frame.shifted(shift, TimeUnit::Month)? {
        TimeForm::Month(year, month) => nth_weekday(&Found { year: Some(year), month: Some(month), ..f.clone() }, frame),
        _ => None,
    }
}

/// "Two Sundays from now".
fn weekdays_on(f: &Found, frame: &Frame) -> Option<TimeValue> {
    match frame.shifted_weekday(Shift::Coming, f.weekday?) {
        TimeForm::Day(first) => form(TimeForm::Day(calendar::plus(first, 7 * (i64::from(f.day?) - 1))?)),
        _ => None,
    }
}

/// "Two days after tomorrow", "three weeks from today": told to the day.
fn from_deictic(f: &Found, frame: &Frame, way: i64) -> Option<TimeValue> {
    let length = f.length.as_ref().filter(|l| l.duration.amount.is_integer() && l.duration.upper.is_none())?;
    let days = match length.duration.unit {
        DurationUnit::Day => 1,
        DurationUnit::Week => 7,
        _ => return None,
    };
    let day = calendar::plus(frame.deictic(f.deictic?)?, length.duration.amount.trunc().checked_mul(days * way)?)?;
    form(TimeForm::Day(day))
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
    let month = f.month?;
    let TimeForm::Month(year, month) = f.year.map_or_else(|| frame.month(month), |y| TimeForm::Month(y, month)) else { return None };
    let weekday = jiff::civil::Weekday::from_monday_one_offset(f.weekday?).ok()?;
    let nth = f.ordinal.filter(|n| (1..=5).contains(n) || *n == -1)?;
    form(TimeForm::Day(Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?))
}

fn week_of(f: &Found, frame: &Frame) -> Option<TimeValue> {
    match on(f.year, f.month?, f.day?, frame)? {
        TimeForm::Day(day) => form(calendar::step(day, TimeUnit::Week, 0)?),
        _ => None,
    }
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
        Shift::Next | Shift::Previous | Shift::Same | Shift::Following => frame.story(),
    };
    let day = base.and_then(|d| calendar::plus(d, calendar::offset(shift)));
    // "The next morning" of a day that was not told stays open; so does not what follows it.
    let adrift = if calendar::offset(shift) == 0 { TimeForm::PartOfDay(part) } else { frame.adrift() };
    form(day.map_or(adrift, |d| TimeForm::Part(d, part)))
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
        (Shift::Last, TimeUnit::Quarter) => shifted(f, frame),
        (Shift::Last | Shift::Past | Shift::Coming, _) => one(unit),
        (Shift::Next, _) if frame.told(unit).is_some() => form(frame.shifted(Shift::Following, unit)?),
        _ => shifted(f, frame),
    }
}

/// "The Friday before last": a week before that of the week gone by.
fn weekday_before_last(f: &Found, frame: &Frame) -> Option<TimeValue> {
    match frame.shifted_weekday(Shift::Last, f.weekday?) {
        TimeForm::Day(day) => form(TimeForm::Day(calendar::plus(day, -7)?)),
        other => form(other),
    }
}

/// "The week before last": from publication.
fn two_off(f: &Found, frame: &Frame, n: i64) -> Option<TimeValue> {
    form(calendar::step(frame.deictic(0)?, f.unit?, n)?)
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

pub(super) fn quarter(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let n = f.ordinal.filter(|n| (1..=4).contains(n))?;
    let named = f.year.or_else(|| f.shift.and_then(|_| year_of(f, frame)));
    let year = match (named, frame.published) {
        (Some(y), _) => y,
        (None, Some(day)) if frame.is_ahead() => day.year() + i16::from(n * 3 < day.month()),
        (None, Some(day)) => day.year() - i16::from(n * 3 - 2 > day.month()),
        (None, None) => return None,
    };
    // Behind the last year there is none.
    form(TimeForm::Quarter(Some(year).filter(|y| *y <= Date::MAX.year())?, n))
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

/// The hedge of a length as the hedge of the time it leads to: more than ten days ago is before that day. A year or a week it may lie in:
/// more than two years ago is before a day of that year.
pub(super) fn hedge_of_shift(modifier: Modifier, back: bool, to: TimeForm) -> Modifier {
    let day = matches!(to, TimeForm::Day(_));
    match (modifier, back) {
        (Modifier::MoreThan, true) | (Modifier::LessThan, false) if day => Modifier::Before,
        (Modifier::LessThan, true) | (Modifier::MoreThan, false) if day => Modifier::After,
        (Modifier::MoreThan | Modifier::EqualOrMore, true) | (Modifier::LessThan | Modifier::EqualOrLess, false) => Modifier::OnOrBefore,
        (Modifier::LessThan | Modifier::EqualOrLess, true) | (Modifier::MoreThan | Modifier::EqualOrMore, false) => Modifier::OnOrAfter,
        (other, _) => other,
    }
}

fn moved(f: &Found, to: TimeForm, back: bool) -> Option<TimeValue> {
    let modifier = f.length.as_ref()?.duration.modifier.map(|m| hedge_of_shift(m, back, to));
    Some(TimeValue::Time(Time::new(to).with_modifier(modifier)))
}

fn ago(f: &Found, frame: &Frame) -> Option<TimeValue> {
    moved(f, counted(f, frame.published, -1, TimeForm::Past)?, true)
}

/// "Two weeks from now" counts from the day, so it leads to a day; months and years lead to theirs.
fn from_now(f: &Found, frame: &Frame) -> Option<TimeValue> {
    if let Some(day) = from_deictic(&Found { deictic: Some(0), ..f.clone() }, frame, 1) {
        return Some(day);
    }
    moved(f, counted(f, frame.published, 1, TimeForm::Future)?, false)
}

/// "Will answer in four business days": Saturdays and Sundays are not counted. Holidays are, for each country has its own. What was
/// done in so many days took them.
fn business_days_on(f: &Found, frame: &Frame) -> Option<TimeValue> {
    let length = f.length.as_ref().filter(|l| l.duration.amount.is_integer() && l.duration.upper.is_none())?;
    let from = frame.deictic(0).filter(|_| !frame.is_over() && length.unit == TimeUnit::Day)?;
    form(TimeForm::Day(calendar::business_days_on(from, length.duration.amount.trunc())?))
}

/// "Two days later": without a story day, or for hours, it stays a length.
fn from_story(f: &Found, frame: &Frame, way: Change) -> Option<TimeValue> {
    let (sign, back) = if way == Change::Up { (1, false) } else { (-1, true) };
    let form = counted(f, Some(frame.told(f.length.as_ref()?.unit)?), sign, TimeForm::Past).filter(|t| *t != TimeForm::Past)?;
    moved(f, form, back)
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
