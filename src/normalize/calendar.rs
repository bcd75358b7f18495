//! Calendar arithmetic: from "last", "next" and a unit to a stretch of the calendar, and which one the words leave open.

use jiff::Span;
use jiff::civil::Date;

use super::durations::Mixed;
use super::holidays::Holiday;
use super::lexicon::{Shift, Tide, TimeUnit};
use super::{Context, DateOrder, Genre, Tense};
use crate::value::{Season, Time, TimeForm};

/// What expressions of one sentence are read against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) published: Option<Date>,
    /// The last day that the sentence, or the text before it, dated.
    story: Option<Date>,
    /// The last date of any length.
    period: Option<TimeForm>,
    /// The year that the words behind an expression give it: "in April and June 1955".
    hint: Option<(i16, i8)>,
    /// The day that a weekday lies before: the end of "from Monday to Wednesday".
    until: Option<Date>,
    tense: Tense,
    /// A word next to the date says that it is over.
    is_over: bool,
    /// The tense was not given: words that look ahead decide.
    open_tense: bool,
    /// The story lies long before publication: what is left open is nearest to the story.
    historic: bool,
    genre: Genre,
    pub(super) order: DateOrder,
}

/// Days between story and publication from which a story counts as history: a year, and a month for the anniversary.
const HISTORIC: i32 = 400;
/// Days ahead in which a date without a year is the coming one even under a past tense ("the vote set for June 20 was …").
const SOON: i64 = 62;
/// Days back that a date without a year is still that of this year, though what is to come is told.
const PASSED: i64 = 31;
/// Years that dates are counted in, those before Christ being below 1.
const YEARS: std::ops::Range<i16> = -4999..9999;
/// Months back that a history goes without saying so: it goes forward more often.
const BACK: i32 = 5;

impl Frame {
    pub(super) fn new(context: &Context) -> Self {
        Self {
            published: context.published,
            story: context.anchor.or_else(|| context.period.and_then(period).filter(|(_, grain)| *grain == TimeUnit::Day).map(|p| p.0)),
            period: context.period,
            hint: None,
            until: None,
            tense: context.tense,
            is_over: false,
            open_tense: context.tense == Tense::Unknown,
            historic: is_old(context),
            genre: context.genre,
            order: context.order,
        }
    }

    /// The same, where the words behind tell the year, and the month that it belongs to.
    pub(super) fn hinted(mut self, year: i16, month: i8) -> Self {
        self.hint = Some((year, month));
        self
    }

    /// The first day of the last date, and how long it is.
    fn period(&self) -> Option<(Date, TimeUnit)> {
        self.period.and_then(period)
    }

    pub(super) fn is_history(&self) -> bool {
        self.genre == Genre::History
    }

    /// The day of the story, where the last date was a day.
    pub(super) fn story(&self) -> Option<Date> {
        self.story
    }

    /// The story's last date, where it is told to `unit` or finer.
    pub(super) fn told(&self, unit: TimeUnit) -> Option<Date> {
        if !self.is_history() {
            return self.story;
        }
        self.period().filter(|(_, grain)| *grain <= unit).map(|(day, _)| day)
    }

    /// Looks ahead from here on, or no more, where the context left the tense open.
    pub(super) fn look_ahead(&mut self, ahead: bool) {
        if self.open_tense {
            self.tense = if ahead { Tense::Future } else { Tense::Unknown };
        }
    }

    /// The same, where a weekday is the last one before a day that is told with it.
    pub(super) fn before(mut self, day: Date) -> Self {
        self.until = Some(day);
        self
    }

    /// The same, in the tense that the words around a date tell.
    pub(super) fn tensed(mut self, tense: Tense) -> Self {
        self.tense = tense;
        self.is_over = tense == Tense::Past;
        self
    }

    /// Whether what is told lies ahead.
    pub(super) fn is_ahead(&self) -> bool {
        self.tense == Tense::Future
    }

    /// Whether a word next to the date says that it lies back.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Remembers the date that was read.
    pub(super) fn note(&mut self, form: TimeForm) {
        follow(&mut self.story, &mut self.period, self.genre, form);
    }

    /// The year that the story is in.
    pub(super) fn year(&self) -> Option<i16> {
        self.period().map(|(day, _)| day.year())
    }

    /// The day that a bare time of day belongs to.
    pub(super) fn day(&self) -> Option<Date> {
        self.story.or(self.published.filter(|_| !self.is_history()))
    }

    /// The day that stands nearest to what is left open, and how to choose: by tense from publication, else the nearest
    /// to the story.
    fn open(&self) -> Option<(Date, Option<Tense>)> {
        if self.is_history() {
            return self.period().map(|(day, _)| (day, None));
        }
        match (self.published, self.story) {
            (_, Some(story)) if self.historic => Some((story, None)),
            (Some(published), _) => Some((published, Some(self.tense))),
            (None, story) => story.map(|s| (s, None)),
        }
    }

    /// The day that a shift of a unit counts from.
    fn base(&self, shift: Shift, unit: TimeUnit) -> Option<Date> {
        if self.is_history() {
            return self.told(unit);
        }
        match shift {
            Shift::This if self.historic => self.story,
            Shift::Last | Shift::Past | Shift::This | Shift::Next | Shift::Coming => self.published,
            Shift::Previous | Shift::Same | Shift::Following if unit >= TimeUnit::Month => {
                self.period().filter(|(_, grain)| *grain <= unit).map(|(day, _)| day).or(self.story)
            }
            Shift::Previous | Shift::Same | Shift::Following => self.story,
        }
    }

    /// Whether the story's year is all that is known of it.
    fn year_told(&self) -> Option<i16> {
        self.period().filter(|(_, grain)| self.is_history() && *grain >= TimeUnit::Year).map(|(day, _)| day.year())
    }

    /// A reference without a date, in the direction of the tense.
    pub(super) fn adrift(&self) -> TimeForm {
        if self.tense == Tense::Future { TimeForm::Future } else { TimeForm::Past }
    }

    /// A bare weekday, 1 to 7. Writers of history give the date with it, so that publication goes before the story here.
    pub(super) fn weekday(&self, n: i8) -> TimeForm {
        if let Some(end) = self.until {
            return plus(end, i64::from(-(weekday(end) - n).rem_euclid(7))).map_or(TimeForm::Weekday(n), TimeForm::Day);
        }
        if self.is_history() {
            let ahead = self.story.map(|day| (day, i64::from((n - weekday(day)).rem_euclid(7))));
            return ahead.and_then(|(day, n)| plus(day, n)).map_or(TimeForm::Weekday(n), TimeForm::Day);
        }
        let open = self.published.map(|p| (p, Some(self.tense))).or_else(|| self.open());
        let Some((day, tense)) = open else { return TimeForm::Weekday(n) };
        let back = (weekday(day) - n).rem_euclid(7);
        let days = match tense {
            Some(Tense::Future) => (7 - back) % 7,
            Some(_) => -back,
            None if back > 3 => 7 - back,
            None => -back,
        };
        plus(day, days.into()).map_or(TimeForm::Weekday(n), TimeForm::Day)
    }

    /// "Last Sunday", "this Friday", "the following Monday". "Next Sunday" is that of the next week, which begins on Monday (ISO
    /// 8601): the one of this week would be "this Sunday", or "Sunday" alone.
    pub(super) fn shifted_weekday(&self, shift: Shift, n: i8) -> TimeForm {
        let Some(day) = self.base(shift, TimeUnit::Day).or_else(|| self.day()) else { return TimeForm::Weekday(n) };
        let back = i64::from((weekday(day) - n).rem_euclid(7));
        let days = match shift {
            Shift::Last | Shift::Past | Shift::Previous => -(if back == 0 { 7 } else { back }),
            Shift::Next => 7 + i64::from(n - weekday(day)),
            Shift::Coming | Shift::Following => 7 - back,
            Shift::This | Shift::Same => i64::from(n - weekday(day)),
        };
        plus(day, days).map_or(TimeForm::Weekday(n), TimeForm::Day)
    }

    /// "Sunday last week".
    pub(super) fn weekday_of_week(&self, n: i8, shift: Shift) -> TimeForm {
        let monday = self.base(shift, TimeUnit::Week).and_then(|d| plus(d, 7 * offset(shift))).and_then(monday);
        monday.and_then(|m| plus(m, i64::from(n) - 1)).map_or(TimeForm::Weekday(n), TimeForm::Day)
    }

    /// A bare weekend.
    pub(super) fn weekend(&self) -> TimeForm {
        let Some((day, tense)) = self.open() else { return self.adrift() };
        let in_weekend = weekday(day) >= 6;
        let weeks = if tense == Some(Tense::Future) || in_weekend { 0 } else { -1 };
        step(day, TimeUnit::Weekend, weeks).unwrap_or(TimeForm::Past)
    }

    /// A bare month.
    pub(super) fn month(&self, month: i8) -> TimeForm {
        if let Some(year) = self.told_year(month) {
            return month_of(year, month);
        }
        let Some((day, tense)) = self.open() else { return TimeForm::MonthOfYear(month) };
        let ahead = month - day.month();
        let year = match tense {
            Some(Tense::Future) => day.year() + i16::from(ahead < 0),
            // "In March" is not said in February of the March before, unless a verb says that it is over.
            Some(_) if !self.is_over && (ahead == 1 || ahead == -11) => day.year() + i16::from(ahead < 0),
            Some(_) => day.year() - i16::from(ahead > 0),
            None => day.year() + i16::from(i32::from(ahead) < -BACK) - i16::from(i32::from(ahead) > 11 - BACK),
        };
        month_of(year, month)
    }

    /// The year that the words behind tell, or the one that the story was last said to be in. A month behind that of the
    /// words belongs to the year before: "from November to March 1945".
    fn told_year(&self, month: i8) -> Option<i16> {
        self.hint.map(|(year, last)| year - i16::from(month > last)).or_else(|| self.year_told())
    }

    /// "Last November", "the previous November", "next March".
    pub(super) fn shifted_month(&self, shift: Shift, month: i8) -> TimeForm {
        let Some(day) = self.base(shift, TimeUnit::Month).or_else(|| self.day()).or_else(|| self.open().map(|o| o.0)) else {
            return TimeForm::MonthOfYear(month);
        };
        let year = match shift {
            Shift::Last | Shift::Past | Shift::Previous => day.year() - i16::from(month >= day.month()),
            Shift::Next | Shift::Coming | Shift::Following => day.year() + i16::from(month <= day.month()),
            Shift::This | Shift::Same => day.year(),
        };
        month_of(year, month)
    }

    /// A day and month without a year. `None` for a day that no year has.
    pub(super) fn day_of_year(&self, month: i8, day: i8) -> Option<TimeForm> {
        Date::new(2024, month, day).ok()?;
        if let Some(year) = self.told_year(month) {
            return Some(Date::new(year, month, day).map_or(TimeForm::DayOfYear(month, day), TimeForm::Day));
        }
        let Some((from, tense)) = self.open() else { return Some(TimeForm::DayOfYear(month, day)) };
        let distance = |d: Date| days_between(from, d);
        // Between two 29ths of February lie eight years at most.
        let near = (-7..=8).filter_map(|y| Date::new(from.year().checked_add(y)?, month, day).ok());
        let chosen = match tense {
            Some(Tense::Past) => near.filter(|d| distance(*d) <= SOON).max(),
            // "By Jan. 14" a day later is not of next year.
            Some(Tense::Future) => near.filter(|d| distance(*d) >= -PASSED).min(),
            None if self.is_history() => near.filter(|d| distance(*d) >= i64::from(-30 * BACK)).min(),
            _ => near.min_by_key(|d| distance(*d).abs()),
        };
        Some(chosen.map_or(TimeForm::DayOfYear(month, day), TimeForm::Day))
    }

    /// A bare holiday: as a day and month, or in the nearest year that the tense allows.
    pub(super) fn holiday(&self, holiday: Holiday) -> Option<TimeForm> {
        if let Some((month, day)) = holiday.fixed() {
            return self.day_of_year(month, day);
        }
        let day = |year: i16| holiday.day(year);
        if let Some(year) = self.year_told() {
            return day(year).map(TimeForm::Day);
        }
        let (from, tense) = self.open()?;
        let near = (from.year() - 1..=from.year() + 1).filter_map(day);
        let distance = |d: &Date| days_between(from, *d);
        let chosen = match tense {
            Some(Tense::Past) => near.filter(|d| distance(d) <= SOON).max(),
            Some(Tense::Future) => near.filter(|d| distance(d) >= 0).min(),
            _ => near.min_by_key(|d| distance(d).abs()),
        };
        chosen.map(TimeForm::Day)
    }

    /// "Last Thanksgiving", "next Easter".
    pub(super) fn shifted_holiday(&self, shift: Shift, holiday: Holiday) -> Option<TimeForm> {
        let from = self.base(shift, TimeUnit::Day).or_else(|| self.day())?;
        let near = (from.year() - 1..=from.year() + 1).filter_map(|y| holiday.day(y));
        let chosen = match offset(shift) {
            -1 => near.filter(|d| *d < from).max(),
            0 => holiday.day(from.year()),
            _ => near.filter(|d| *d > from).min(),
        };
        chosen.map(TimeForm::Day)
    }

    /// A day of the month without more: "on the 20th". That of the story's month, else the nearest that the tense allows.
    pub(super) fn day_of_month(&self, day: i8) -> Option<TimeForm> {
        let in_month = |(year, month): (i16, i8)| Date::new(year, month, day).ok();
        if let Some(from) = self.told(TimeUnit::Month).filter(|_| self.is_history()) {
            return in_month((from.year(), from.month())).map(TimeForm::Day);
        }
        let from = self.published.filter(|_| !self.is_history())?;
        let months = (-2..=2).filter_map(|n| match step(from, TimeUnit::Month, n)? {
            TimeForm::Month(y, m) => in_month((y, m)),
            _ => None,
        });
        let mut months = months;
        let chosen = if self.is_ahead() { months.find(|d| *d >= from) } else { months.filter(|d| *d <= from).max() };
        chosen.map(TimeForm::Day)
    }

    /// "Friday the 15th": the nearest day that is both. Between two such days lie 14 months at most.
    pub(super) fn weekday_of_month(&self, n: i8, day: i8) -> Option<TimeForm> {
        let from = self.day()?;
        let months = (-7..=7).filter_map(|n| match step(from, TimeUnit::Month, n)? {
            TimeForm::Month(y, m) => Date::new(y, m, day).ok(),
            _ => None,
        });
        months.filter(|d| weekday(*d) == n).min_by_key(|d| days_between(from, *d).abs()).map(TimeForm::Day)
    }

    /// A bare season.
    pub(super) fn season(&self, season: Season) -> TimeForm {
        if let Some(year) = self.told_year(first_month(season)) {
            return TimeForm::Season(year, season);
        }
        let Some((day, tense)) = self.open() else { return self.adrift() };
        let ahead = (ordinal(season) - season_at(day)).rem_euclid(4);
        if tense.is_none() {
            return nth_season(season_at(day) + if ahead == 3 { -1 } else { ahead });
        }
        nth_season(season_at(day) + if tense == Some(Tense::Future) || ahead == 0 { ahead } else { ahead - 4 })
    }

    /// "Last summer", "this winter".
    pub(super) fn shifted_season(&self, shift: Shift, season: Season) -> TimeForm {
        let Some(day) = self.base(shift, TimeUnit::Year).or_else(|| self.day()) else { return self.adrift() };
        let ahead = (ordinal(season) - season_at(day)).rem_euclid(4);
        nth_season(match shift {
            Shift::Last | Shift::Past | Shift::Previous => season_at(day) + ahead - 4,
            Shift::Next | Shift::Coming | Shift::Following => season_at(day) + if ahead == 0 { 4 } else { ahead },
            Shift::This | Shift::Same => i32::from(day.year()) * 4 + ordinal(season),
        })
    }

    /// "Last week", "the following day", "the same month". `None` for what has no calendar form.
    pub(super) fn shifted(&self, shift: Shift, unit: TimeUnit) -> Option<TimeForm> {
        let Some(day) = self.base(shift, unit) else {
            return Some(match shift {
                Shift::Last | Shift::Past => TimeForm::Past,
                Shift::This => TimeForm::Present,
                Shift::Next | Shift::Coming if !self.is_history() => TimeForm::Future,
                Shift::Next | Shift::Coming | Shift::Previous | Shift::Same | Shift::Following => self.adrift(),
            });
        };
        step(day, unit, offset(shift))
    }

    /// Days from publication.
    pub(super) fn deictic(&self, days: i8) -> Option<Date> {
        plus(self.published.filter(|_| !self.is_history())?, days.into())
    }

    /// The reference that stands for a deictic day without publication.
    pub(super) fn reference(tide: Tide) -> Time {
        Time::new(match tide {
            Tide::Past => TimeForm::Past,
            Tide::Present => TimeForm::Present,
            Tide::Future => TimeForm::Future,
        })
    }
}

/// Moves the story on to a date. In a history a month or a year puts an end to the day before it; reports name them by
/// the way.
pub(super) fn follow(day: &mut Option<Date>, last: &mut Option<TimeForm>, genre: Genre, form: TimeForm) {
    let Some((first, grain)) = period(form) else { return };
    *last = Some(form);
    if grain == TimeUnit::Day && !matches!((form, genre), (TimeForm::Days(..), Genre::News)) {
        *day = Some(first);
    } else if genre == Genre::History {
        *day = None;
    }
}

/// The first day of a date, and how long it is.
fn period(form: TimeForm) -> Option<(Date, TimeUnit)> {
    let grain = match form {
        TimeForm::Day(_) | TimeForm::Days(..) | TimeForm::Hour(..) | TimeForm::Part(..) | TimeForm::Minute(_) => TimeUnit::Day,
        TimeForm::Week(_) | TimeForm::Weekend(_) => TimeUnit::Week,
        TimeForm::Month(..) => TimeUnit::Month,
        TimeForm::Half(..) | TimeForm::Quarter(..) | TimeForm::Season(..) => TimeUnit::Quarter,
        TimeForm::Year(_) => TimeUnit::Year,
        _ => return None,
    };
    // A run of days goes on from its last.
    let day = if let TimeForm::Days(_, last) = form { last } else { form.interval()?.first_day()? };
    Some((day, grain))
}

/// Whether the last day told lies so long before publication that what follows is history.
pub(super) fn is_old(context: &Context) -> bool {
    let age = context.published.zip(context.anchor).and_then(|(p, a)| p.since(a).ok()).map(|s| s.get_days());
    age.is_some_and(|d| d > HISTORIC)
}

pub(super) const fn offset(shift: Shift) -> i64 {
    match shift {
        Shift::Last | Shift::Past | Shift::Previous => -1,
        Shift::This | Shift::Same => 0,
        Shift::Next | Shift::Coming | Shift::Following => 1,
    }
}

/// The unit that holds `day`, moved by `n` units. `None` for clock units and beyond the years 1 to 9998.
pub(super) fn step(day: Date, unit: TimeUnit, n: i64) -> Option<TimeForm> {
    let in_weeks = |n: i64| plus(day, n.checked_mul(7)?).and_then(monday);
    let year = |years: i64| i64::from(day.year()).checked_add(years).and_then(|y| i16::try_from(y).ok()).filter(|y| YEARS.contains(y));
    let month = |n: i64| {
        let index = (i64::from(day.year()) * 12 + i64::from(day.month()) - 1).checked_add(n)?;
        let year = i16::try_from(index.div_euclid(12)).ok().filter(|y| YEARS.contains(y))?;
        Some((year, i8::try_from(index.rem_euclid(12)).ok()? + 1))
    };
    Some(match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return None,
        TimeUnit::Day | TimeUnit::Night => TimeForm::Day(plus(day, n)?),
        TimeUnit::Week => TimeForm::Week(in_weeks(n)?),
        TimeUnit::Fortnight => TimeForm::Week(in_weeks(n.checked_mul(2)?)?),
        TimeUnit::Weekend => TimeForm::Weekend(in_weeks(n)?),
        TimeUnit::Month => month(n).map(|(y, m)| TimeForm::Month(y, m))?,
        TimeUnit::Quarter => month(n.checked_mul(3)?).map(|(y, m)| TimeForm::Quarter(y, (m - 1) / 3 + 1))?,
        TimeUnit::Year => TimeForm::Year(year(n)?),
        TimeUnit::Decade => TimeForm::Decade(group(year(n.checked_mul(10)?)?, 10)?),
        TimeUnit::Century => TimeForm::Century(group(year(n.checked_mul(100)?)?, 100)?),
    })
}

/// The day that lies a mixed length from `day`: told in days, it leads to a day.
pub(super) fn beyond(day: Date, mixed: Mixed, sign: i64) -> Option<Date> {
    let months = i32::try_from(sign.checked_mul(mixed.years.checked_mul(12)?.checked_add(mixed.months)?)?).ok()?;
    let from = day.checked_add(Span::new().try_months(months).ok()?).ok()?;
    plus(from, sign.checked_mul(mixed.weeks.checked_mul(7)?.checked_add(mixed.days)?)?)
}

/// The number of the decade or century that holds a year; below 0 before Christ. `None` for those around the year 1 before
/// Christ, which have no number of their own.
pub(super) fn group(year: i16, years: i16) -> Option<i16> {
    if year > 0 { Some(year / years) } else { Some(-(1 - year) / years).filter(|n| *n < 0) }
}

/// The day `n` days on, within the years 1 to 9998.
pub(super) fn plus(day: Date, n: i64) -> Option<Date> {
    let span = Span::new().try_days(n).ok()?;
    day.checked_add(span).ok().filter(|d| YEARS.contains(&d.year()))
}

/// The day `n` business days on, of which each week has five. From a day of the weekend the first is Monday.
pub(super) fn business_days_on(day: Date, n: i64) -> Option<Date> {
    let into_week = i64::from(weekday(day).min(5)) - 1;
    let total = into_week.checked_add(n.max(0))?;
    plus(monday(day)?, total.div_euclid(5).checked_mul(7)?.checked_add(total.rem_euclid(5))?)
}

fn weekday(day: Date) -> i8 {
    day.weekday().to_monday_one_offset()
}

fn monday(day: Date) -> Option<Date> {
    plus(day, i64::from(1 - weekday(day)))
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(i64::from(i32::MAX), |s| i64::from(s.get_days()))
}

/// The month, without a year that no calendar writes in four digits.
fn month_of(year: i16, month: i8) -> TimeForm {
    if YEARS.contains(&year) { TimeForm::Month(year, month) } else { TimeForm::MonthOfYear(month) }
}

const fn ordinal(season: Season) -> i32 {
    match season {
        Season::Spring => 0,
        Season::Summer => 1,
        Season::Fall => 2,
        Season::Winter => 3,
    }
}

/// The month that a season begins with.
const fn first_month(season: Season) -> i8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Fall => 9,
        Season::Winter => 12,
    }
}

/// The year that a form tells, and its month; the last one where it tells none.
pub(super) fn year_and_month(form: TimeForm) -> Option<(i16, i8)> {
    Some(match form {
        TimeForm::Day(d) | TimeForm::Part(d, _) | TimeForm::Hour(d, _) => (d.year(), d.month()),
        TimeForm::Days(d, _) => (d.year(), d.month()),
        TimeForm::Minute(t) => (t.year(), t.month()),
        TimeForm::Month(y, m) => (y, m),
        TimeForm::Season(y, s) => (y, first_month(s)),
        TimeForm::Year(y) => (y, 12),
        _ => return None,
    })
}

/// Seasons counted from year 0; January and February belong to the winter of the year before.
fn season_at(day: Date) -> i32 {
    (i32::from(day.year()) * 12 + i32::from(day.month()) - 3).div_euclid(3)
}

fn nth_season(n: i32) -> TimeForm {
    let season = [Season::Spring, Season::Summer, Season::Fall, Season::Winter].into_iter().find(|s| ordinal(*s) == n.rem_euclid(4));
    let year = i16::try_from(n.div_euclid(4)).ok().filter(|y| YEARS.contains(y));
    year.zip(season).map_or(TimeForm::Past, |(y, s)| TimeForm::Season(y, s))
}
