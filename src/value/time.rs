//! Times: a TIMEX3 form, its granularity and its interval.

use std::fmt;

use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

use super::zone::{Told, Zone};
use super::{BadValue, Modifier};

/// A part of the day, with TimeML's two letters and the hours it spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// `MO`, 00:00 to 12:00: "early Sunday morning" holds 2 a.m.
    Morning,
    /// `MI`, 12:00 to 13:00.
    Midday,
    /// `AF`, 12:00 to 18:00.
    Afternoon,
    /// `EV`, 16:00 to 24:00.
    Evening,
    /// `NI`, 18:00 to 06:00 of the next day.
    Night,
    /// `DT`, 06:00 to 20:00.
    Daytime,
}

impl DayPart {
    /// Letters, first hour, last hour (past 24 for the next day). The hours are TimeML's parts of day at their widest
    /// reading, so that two careful writers are not made to contradict each other.
    const TABLE: [(Self, &'static str, i64, i64); 6] = [
        (Self::Morning, "MO", 0, 12),
        (Self::Midday, "MI", 12, 13),
        (Self::Afternoon, "AF", 12, 18),
        (Self::Evening, "EV", 16, 24),
        (Self::Night, "NI", 18, 30),
        (Self::Daytime, "DT", 6, 20),
    ];

    /// TimeML's two letters.
    pub fn letters(self) -> &'static str {
        Self::TABLE[self as usize].1
    }

    /// The part with those letters.
    pub fn parse(letters: &str) -> Option<Self> {
        Self::TABLE.iter().find(|row| row.1 == letters).map(|row| row.0)
    }

    fn hours(self) -> (i64, i64) {
        let row = Self::TABLE[self as usize];
        (row.2, row.3)
    }
}

/// A season of the northern year; which months it spans is in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// `SP`: March to May.
    Spring,
    /// `SU`: June to August.
    Summer,
    /// `FA`: September to November.
    Fall,
    /// `WI`: December to February.
    Winter,
}

impl Season {
    const TABLE: [(Self, &'static str, i8); 4] =
        [(Self::Spring, "SP", 3), (Self::Summer, "SU", 6), (Self::Fall, "FA", 9), (Self::Winter, "WI", 12)];

    /// TimeML's two letters.
    pub fn letters(self) -> &'static str {
        Self::TABLE[self as usize].1
    }

    /// The season with those letters.
    pub fn parse(letters: &str) -> Option<Self> {
        Self::TABLE.iter().find(|row| row.1 == letters).map(|row| row.0)
    }
}

/// A half-open interval of civil time, in seconds from 1970-01-01T00:00 on the wall clock of the place told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// First second.
    pub start: i64,
    /// One past the last second.
    pub end: i64,
}

impl Interval {
    /// Whether a second lies in both.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether it is no longer than a day and the hours of its night: parts of a day reach over midnight.
    pub const fn is_of_a_day(self) -> bool {
        self.end - self.start <= DAY + DAY / 2
    }

    /// The same, so many seconds later; an open end stays open.
    #[must_use]
    pub const fn later(self, seconds: i64) -> Self {
        self.stretched(seconds, seconds)
    }

    /// The same, with its ends so many seconds later each.
    #[must_use]
    pub(crate) const fn stretched(self, start: i64, end: i64) -> Self {
        let start = if self.start <= -FAR { self.start } else { self.start.saturating_add(start) };
        let end = if self.end >= FAR { self.end } else { self.end.saturating_add(end) };
        Self { start, end }
    }

    /// Seconds that lie between the two; 0 where they overlap or meet.
    pub fn gap(self, other: Self) -> i64 {
        (self.start - other.end).max(other.start - self.end).max(0)
    }

    /// The first and last day, as the interchange contract writes `earliest` and `latest`; `None` past year 9999.
    pub fn days(self) -> Option<(Date, Date)> {
        Some((self.first_day()?, self.last_day()?))
    }

    /// The first day; `None` where that end is open.
    pub fn first_day(self) -> Option<Date> {
        day_of(self.start)
    }

    /// The last day; `None` where that end is open.
    pub fn last_day(self) -> Option<Date> {
        day_of(self.end - 1)
    }
}

/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;
/// Stands for an end that is open: beyond every date that can be written.
const FAR: i64 = i64::MAX / 4;

fn seconds(date: Date) -> i64 {
    date.duration_since(Date::constant(1970, 1, 1)).as_secs()
}

fn day_of(seconds: i64) -> Option<Date> {
    let days = Span::new().try_days(seconds.div_euclid(DAY)).ok()?;
    Date::constant(1970, 1, 1).checked_add(days).ok()
}

/// What is said of when: TIMEX3's forms (TimeML; ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeForm {
    /// `2023-06-18T14:25`: a minute.
    Minute(DateTime),
    /// `2023-06-18T14`: an hour.
    Hour(Date, i8),
    /// `2023-06-18TMO`: a part of a day.
    Part(Date, DayPart),
    /// `2023-06-18`: a day.
    Day(Date),
    /// `2023-06-17/2023-06-18`: a run of days, both ends within.
    Days(Date, Date),
    /// `2023-W25`: a week, by its Monday.
    Week(Date),
    /// `2023-W24-WE`: a weekend, by the Monday of its week.
    Weekend(Date),
    /// `2023-06`: a month.
    Month(i16, i8),
    /// `2023-H1`: a half of a year, 1 or 2.
    Half(i16, i8),
    /// `2023-Q2`: a quarter.
    Quarter(i16, i8),
    /// `2023-SU`: a season.
    Season(i16, Season),
    /// `2023`: a year; `BC0480`, counted as −479, the year 480 before Christ.
    Year(i16),
    /// `FY2023`: a fiscal year, which each country and company begins in a month of its own.
    Fiscal(i16),
    /// `FY2023-H1`: a half of a fiscal year, 1 or 2.
    FiscalHalf(i16, i8),
    /// `FY2023-Q3`: a quarter of a fiscal year.
    FiscalQuarter(i16, i8),
    /// `2022/2023`, by its first year: what reaches over the turn of two years, a season, a school year, a fiscal year.
    TwoYears(i16),
    /// `202`: the ten years that begin with it; `BC046`, counted as −46, the 460s before Christ.
    Decade(i16),
    /// `20`: the hundred years whose numbers begin with it; `BC04`, counted as −4, those from 499 to 400 before Christ.
    Century(i16),
    /// `XXXX-WXX-7`: a weekday of an unknown week, Monday being 1.
    Weekday(i8),
    /// `XXXX-06-18`: a day of an unknown year.
    DayOfYear(i8, i8),
    /// `XXXX-06`: a month of an unknown year.
    MonthOfYear(i8),
    /// `XXXX-XX-XXT14:25`: a time of an unknown day.
    Clock(i8, i8),
    /// `XXXX-XX-XXTMO`: a part of an unknown day.
    PartOfDay(DayPart),
    /// `PRESENT_REF`: now.
    Present,
    /// `PAST_REF`: once.
    Past,
    /// `FUTURE_REF`: some time to come.
    Future,
}

impl TimeForm {
    /// The interval it spans, where it is anchored.
    pub fn interval(self) -> Option<Interval> {
        let days = |first: Date, last: Date| Interval { start: seconds(first), end: seconds(last) + DAY };
        let months = |y: i16, m: i8, n: i32| {
            let first = Date::new(y, m, 1).ok()?;
            let last = first.checked_add(n.months()).and_then(Date::yesterday).unwrap_or(Date::MAX);
            Some(days(first, last))
        };
        Some(match self {
            Self::Minute(t) => {
                let start = seconds(t.date()) + i64::from(t.hour()) * 3600 + i64::from(t.minute()) * 60;
                Interval { start, end: start + 60 }
            }
            Self::Hour(d, h) => Interval { start: seconds(d) + i64::from(h) * 3600, end: seconds(d) + i64::from(h) * 3600 + 3600 },
            Self::Part(d, part) => {
                let (from, to) = part.hours();
                Interval { start: seconds(d) + from * 3600, end: seconds(d) + to * 3600 }
            }
            Self::Day(d) => days(d, d),
            Self::Days(a, b) => days(a, b.max(a)),
            Self::Week(monday) => Interval { start: seconds(monday), end: seconds(monday) + 7 * DAY },
            Self::Weekend(monday) => Interval { start: seconds(monday) + 5 * DAY, end: seconds(monday) + 7 * DAY },
            Self::Month(y, m) => months(y, m, 1)?,
            Self::Half(y, h) => months(y, h.checked_mul(6)?.checked_sub(5)?, 6)?,
            Self::Quarter(y, q) => months(y, q.checked_mul(3)?.checked_sub(2)?, 3)?,
            Self::Season(y, s) => months(y, Season::TABLE[s as usize].2, 3)?,
            Self::Year(y) => months(y, 1, 12)?,
            Self::TwoYears(y) => months(y, 1, 24)?,
            // Years before Christ are counted back, and there is none with the number 0.
            Self::Decade(d) if d < 0 => months(d.checked_mul(10)?.checked_sub(8)?, 1, 120)?,
            Self::Decade(d) => months(d.checked_mul(10)?, 1, 120)?,
            Self::Century(c) if c < 0 => months(c.checked_mul(100)?.checked_sub(98)?, 1, 1200)?,
            Self::Century(c) => months(c.checked_mul(100)?, 1, 1200)?,
            Self::Fiscal(_)
            | Self::FiscalHalf(..)
            | Self::FiscalQuarter(..)
            | Self::Weekday(_)
            | Self::DayOfYear(..)
            | Self::MonthOfYear(_)
            | Self::Clock(..)
            | Self::PartOfDay(_)
            | Self::Present
            | Self::Past
            | Self::Future => {
                return None;
            }
        })
    }

    /// Whether it is told by the clock: to the minute or the hour.
    pub const fn is_clock(self) -> bool {
        matches!(self, Self::Minute(_) | Self::Hour(..) | Self::Clock(..))
    }

    /// Whether it is a stretch that accounts are kept by: a quarter, a half, a year, a fiscal year or a part of one.
    pub const fn is_of_account(self) -> bool {
        matches!(
            self,
            Self::Quarter(..)
                | Self::Half(..)
                | Self::Year(_)
                | Self::Fiscal(_)
                | Self::FiscalHalf(..)
                | Self::FiscalQuarter(..)
                | Self::TwoYears(_)
        )
    }

    /// The same part of a calendar year, of a part of a fiscal year: fiscal years follow one another as calendar years do.
    pub(super) const fn fiscal_as_calendar(self) -> Option<Self> {
        match self {
            Self::Fiscal(y) => Some(Self::Year(y)),
            Self::FiscalHalf(y, h) => Some(Self::Half(y, h)),
            Self::FiscalQuarter(y, q) => Some(Self::Quarter(y, q)),
            _ => None,
        }
    }

    /// The hour that it tells, to the minute.
    fn hour(self) -> Option<i8> {
        match self {
            Self::Minute(at) => Some(at.hour()),
            Self::Clock(hour, _) => Some(hour),
            _ => None,
        }
    }
}

/// A year as TIMEX writes it: in four digits, those before Christ with `BC` before them.
struct Year(i16);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1.. => write!(f, "{:04}", self.0),
            before => write!(f, "BC{:04}", 1 - i32::from(before)),
        }
    }
}

/// A day, its year as [`Year`] writes it.
struct Day(Date);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", Year(self.0.year()), self.0.month(), self.0.day())
    }
}

/// The canonical TIMEX3 value.
impl fmt::Display for TimeForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = |d: Date| d.iso_week_date();
        match *self {
            Self::Minute(t) => write!(f, "{}T{:02}:{:02}", Day(t.date()), t.hour(), t.minute()),
            Self::Hour(d, h) => write!(f, "{}T{h:02}", Day(d)),
            Self::Part(d, part) => write!(f, "{}T{}", Day(d), part.letters()),
            Self::Day(d) => write!(f, "{}", Day(d)),
            Self::Days(a, b) => write!(f, "{}/{}", Day(a), Day(b)),
            Self::Week(d) => write!(f, "{}-W{:02}", Year(week(d).year()), week(d).week()),
            Self::Weekend(d) => write!(f, "{}-W{:02}-WE", Year(week(d).year()), week(d).week()),
            Self::Month(y, m) => write!(f, "{}-{m:02}", Year(y)),
            Self::Half(y, h) => write!(f, "{}-H{h}", Year(y)),
            Self::Quarter(y, q) => write!(f, "{}-Q{q}", Year(y)),
            Self::Season(y, s) => write!(f, "{}-{}", Year(y), s.letters()),
            Self::Year(y) => write!(f, "{}", Year(y)),
            Self::Fiscal(y) => write!(f, "FY{}", Year(y)),
            Self::FiscalHalf(y, h) => write!(f, "FY{}-H{h}", Year(y)),
            Self::FiscalQuarter(y, q) => write!(f, "FY{}-Q{q}", Year(y)),
            Self::TwoYears(y) => write!(f, "{}/{}", Year(y), Year(y.saturating_add(1))),
            Self::Decade(d) if d < 0 => write!(f, "BC{:03}", -i32::from(d)),
            Self::Decade(d) => write!(f, "{d:03}"),
            Self::Century(c) if c < 0 => write!(f, "BC{:02}", -i32::from(c)),
            Self::Century(c) => write!(f, "{c:02}"),
            Self::Weekday(d) => write!(f, "XXXX-WXX-{d}"),
            Self::DayOfYear(m, d) => write!(f, "XXXX-{m:02}-{d:02}"),
            Self::MonthOfYear(m) => write!(f, "XXXX-{m:02}"),
            Self::Clock(h, m) => write!(f, "XXXX-XX-XXT{h:02}:{m:02}"),
            Self::PartOfDay(part) => write!(f, "XXXX-XX-XXT{}", part.letters()),
            Self::Present => f.write_str("PRESENT_REF"),
            Self::Past => f.write_str("PAST_REF"),
            Self::Future => f.write_str("FUTURE_REF"),
        }
    }
}

/// A time, perhaps hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// The form.
    pub form: TimeForm,
    /// The hedge.
    pub modifier: Option<Modifier>,
    told: Told,
}

/// The canonical value: the form, and behind a clock time the offset that was written: `2023-06-18T14:25+09:00`.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.form, self.zone())
    }
}

/// Reads what [`Display`](fmt::Display) writes.
impl std::str::FromStr for Time {
    type Err = BadValue;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(form) = text.parse() {
            return Ok(Self::new(form));
        }
        let bad = || BadValue::Time(text.chars().take(40).collect());
        let clock = text.find('T').ok_or_else(bad)?;
        let zone = text[clock..].find(['Z', 'z', '+', '-', '−']).ok_or_else(bad)? + clock;
        let form: TimeForm = text[..zone].parse()?;
        let zone = Zone::parse(&text[zone..]).filter(|_| form.is_clock()).ok_or_else(bad)?;
        Ok(Self::new(form).in_zone(zone))
    }
}

impl Time {
    /// An unhedged time.
    pub const fn new(form: TimeForm) -> Self {
        Self { form, modifier: None, told: Told { zone: Zone::Unknown, either_half: false, day_taken: false } }
    }

    /// The same with another form; what its words tell of its clock stays, as far as the form has one.
    #[must_use]
    pub fn with_form(self, form: TimeForm) -> Self {
        let Told { zone, either_half, day_taken } = self.told;
        let time = Self::new(form).with_modifier(self.modifier).in_zone(zone);
        let time = if either_half { time.in_either_half() } else { time };
        if day_taken { time.on_taken_day() } else { time }
    }

    /// The same, hedged or not.
    #[must_use]
    pub const fn with_modifier(mut self, modifier: Option<Modifier>) -> Self {
        self.modifier = modifier;
        self
    }

    /// The same, by the clock of a zone. Only clock times have one.
    #[must_use]
    pub const fn in_zone(mut self, zone: Zone) -> Self {
        if self.form.is_clock() {
            self.told.zone = zone;
        }
        self
    }

    /// The same, in either half of the day: "around 9:30". Only of the hours from one to eleven.
    #[must_use]
    pub fn in_either_half(mut self) -> Self {
        self.told.either_half = self.form.hour().is_some_and(|h| (1..12).contains(&h));
        self
    }

    /// The same, in the half of the day that its form tells.
    #[must_use]
    pub const fn in_one_half(mut self) -> Self {
        self.told.either_half = false;
        self
    }

    /// The same, its day taken over from what it is told of. Only times within a day have it.
    #[must_use]
    pub const fn on_taken_day(mut self) -> Self {
        self.told.day_taken = self.is_of_hours();
        self
    }

    /// Whose clock it is told by.
    pub const fn zone(self) -> Zone {
        self.told.zone
    }

    /// Whether it may be twelve hours later: the words leave open in which half of the day it is.
    pub const fn is_in_either_half(self) -> bool {
        self.told.either_half
    }

    /// Whether the words tell the hour alone, and the day is that of what it is told of.
    pub const fn has_taken_day(self) -> bool {
        self.told.day_taken
    }

    /// Seconds to add to its own clock for that of Greenwich; `None` where its zone is not known.
    pub fn to_greenwich(self) -> Option<i64> {
        self.zone().offset().map(|minutes| -60 * i64::from(minutes))
    }

    /// The same, hedged.
    #[must_use]
    pub const fn hedged(mut self, modifier: Modifier) -> Self {
        self.modifier = Some(modifier);
        self
    }

    /// The day, as a time.
    pub const fn day(date: Date) -> Self {
        Self::new(TimeForm::Day(date))
    }

    /// The interval that the words entail; `None` where the time has no anchor.
    ///
    /// "Early" and "late" claim half of the span, "mid" its middle half. "About" a minute claims an hour each side, about
    /// anything longer its own length each side.
    pub fn entailed(self) -> Option<Interval> {
        self.bounds(2, 3600, 1)
    }

    /// The interval that a reader infers: a third of the span for early, mid and late, a quarter of an hour each side
    /// for about a minute.
    pub fn inferred(self) -> Option<Interval> {
        self.bounds(3, 900, 4)
    }

    /// The interval that the words may stand for where writers are careless: what lies outside cannot be meant.
    ///
    /// A clock time on the quarter is within a quarter of an hour, one on five minutes within five, any other within two. Parts
    /// of days reach two hours further, "early" and "late" a quarter of a day, weeks over their neighbours. Midnight is the end of the day
    /// that is named with it as well as its beginning (the Associated Press Stylebook counts it to the day that ends).
    pub fn loosest(self) -> Option<Interval> {
        let Interval { start, end } = self.entailed()?;
        let half = matches!(self.modifier, Some(Modifier::Start | Modifier::Mid | Modifier::End));
        let slack = match self.form {
            TimeForm::Minute(_) if self.modifier == Some(Modifier::Approx) => 0,
            TimeForm::Minute(t) if t.minute() % 15 == 0 => 900,
            TimeForm::Minute(t) if t.minute() % 5 == 0 => 300,
            TimeForm::Minute(_) => 120,
            TimeForm::Hour(..) => 1800,
            TimeForm::Part(..) => 2 * 3600,
            TimeForm::Day(_) if half => DAY / 4,
            TimeForm::Week(_) | TimeForm::Weekend(_) => 7 * DAY,
            _ => 0,
        };
        let midnight = matches!(self.form, TimeForm::Minute(t) if t.hour() == 0 && t.minute() == 0);
        let end = if midnight { end + DAY } else { end };
        Some(Interval { start: start - slack, end: end + slack })
    }

    /// Whether it is told by the clock or by the part of a day.
    pub(super) const fn is_of_hours(self) -> bool {
        matches!(self.form, TimeForm::Minute(_) | TimeForm::Hour(..) | TimeForm::Part(..))
    }

    fn bounds(self, parts: i64, minutes: i64, slack: i64) -> Option<Interval> {
        let Interval { start, end } = self.form.interval()?;
        let length = end - start;
        let middle = (length - length / parts) / 2;
        Some(match self.modifier {
            None => Interval { start, end },
            Some(Modifier::Start) => Interval { start, end: start + length / parts },
            Some(Modifier::Mid) => Interval { start: start + middle, end: end - middle },
            Some(Modifier::End) => Interval { start: end - length / parts, end },
            Some(Modifier::Approx) => {
                // A minute is a point: two that are about two hours apart have nothing in common.
                if length <= 60 {
                    Interval { start: start - minutes, end: start + minutes }
                } else {
                    let slack = (length / slack).max(self.round_years() * length);
                    Interval { start: start - slack, end: end + slack }
                }
            }
            Some(Modifier::Before | Modifier::LessThan) => Interval { start: -FAR, end: start },
            Some(Modifier::OnOrBefore | Modifier::EqualOrLess) => Interval { start: -FAR, end },
            Some(Modifier::After | Modifier::MoreThan) => Interval { start: end, end: FAR },
            Some(Modifier::OnOrAfter | Modifier::EqualOrMore) => Interval { start, end: FAR },
        })
    }
}

impl Time {
    /// How many years off a hedged year may be: "about 1900" is rounder than "about 1950", and that than "about 1903".
    fn round_years(self) -> i64 {
        match self.form {
            TimeForm::Year(year) if year % 100 == 0 => 5,
            TimeForm::Year(year) if year % 10 == 0 => 3,
            TimeForm::Year(_) => 1,
            _ => 0,
        }
    }
}

/// Reads a TIMEX3 value as [`TimeForm`] writes it. Dates that no calendar has are refused.
impl std::str::FromStr for TimeForm {
    type Err = BadValue;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| BadValue::Time(text.chars().take(40).collect()))
    }
}

fn parse(text: &str) -> Option<TimeForm> {
    match text {
        "PRESENT_REF" => return Some(TimeForm::Present),
        "PAST_REF" => return Some(TimeForm::Past),
        "FUTURE_REF" => return Some(TimeForm::Future),
        _ => {}
    }
    if let Some(day) = text.strip_prefix("XXXX-WXX-") {
        return Some(TimeForm::Weekday(in_range(day, 1, 7)?));
    }
    if let Some(clock) = text.strip_prefix("XXXX-XX-XXT") {
        if let Some(part) = DayPart::parse(clock) {
            return Some(TimeForm::PartOfDay(part));
        }
        let (hour, minute) = clock.split_once(':')?;
        let (hour, minute) = (number(hour)?, number(minute)?);
        return (hour < 24 && minute < 60).then_some(TimeForm::Clock(hour, minute));
    }
    if let Some(year) = text.strip_prefix("FY") {
        return fiscal(year);
    }
    if let Some(rest) = text.strip_prefix("XXXX-") {
        return unanchored_date(rest);
    }
    if let Some((from, to)) = text.split_once('/') {
        if let (4, 4, Some(first), Some(last)) = (from.len(), to.len(), number_of::<i16>(from), number_of::<i16>(to)) {
            return (first > 0 && first.checked_add(1) == Some(last) && last <= 9999).then_some(TimeForm::TwoYears(first));
        }
        let (from, to) = (date(from)?, date(to)?);
        return (from <= to).then_some(TimeForm::Days(from, to));
    }
    match text.split_once('T') {
        Some((day, clock)) => on_day(date(day)?, clock),
        None => calendar(text),
    }
}

fn fiscal(text: &str) -> Option<TimeForm> {
    let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
    let year = number_of(year).filter(|y| year.len() == 4 && *y > 0)?;
    match part.map(|p| p.split_at_checked(1)) {
        None => Some(TimeForm::Fiscal(year)),
        Some(Some(("H", half))) => Some(TimeForm::FiscalHalf(year, in_range(half, 1, 2)?)),
        Some(Some(("Q", quarter))) => Some(TimeForm::FiscalQuarter(year, in_range(quarter, 1, 4)?)),
        Some(_) => None,
    }
}

fn unanchored_date(rest: &str) -> Option<TimeForm> {
    let Some((month, day)) = rest.split_once('-') else { return Some(TimeForm::MonthOfYear(in_range(rest, 1, 12)?)) };
    let (month, day) = (number(month)?, number(day)?);
    Date::new(2024, month, day).ok().map(|_| TimeForm::DayOfYear(month, day))
}

fn on_day(day: Date, clock: &str) -> Option<TimeForm> {
    if let Some(part) = DayPart::parse(clock) {
        return Some(TimeForm::Part(day, part));
    }
    match clock.split_once(':') {
        Some((hour, minute)) => {
            let time = jiff::civil::Time::new(number(hour)?, number(minute)?, 0, 0).ok()?;
            Some(TimeForm::Minute(day.to_datetime(time)))
        }
        None => Some(TimeForm::Hour(day, in_range(clock, 0, 23)?)),
    }
}

fn calendar(text: &str) -> Option<TimeForm> {
    if !text.is_ascii() {
        return None;
    }
    let (before, digits) = era(text);
    let Some((year_text, rest)) = digits.split_once('-') else {
        let number: i16 = number_of(digits)?;
        let counted = if before { number.checked_neg().filter(|n| *n < 0)? } else { number };
        return match digits.len() {
            4 => Some(TimeForm::Year(in_era(before, number)?)),
            3 => Some(TimeForm::Decade(counted)),
            2 => Some(TimeForm::Century(counted)),
            _ => None,
        };
    };
    let year: i16 = number_of(year_text).filter(|_| year_text.len() == 4).and_then(|y| in_era(before, y))?;
    if let Some(season) = Season::parse(rest) {
        return Some(TimeForm::Season(year, season));
    }
    if let Some(half) = rest.strip_prefix('H') {
        return Some(TimeForm::Half(year, in_range(half, 1, 2)?));
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        return Some(TimeForm::Quarter(year, in_range(quarter, 1, 4)?));
    }
    if let Some(week) = rest.strip_prefix('W') {
        let (week, weekend) = week.strip_suffix("-WE").map_or((week, false), |w| (w, true));
        let monday = ISOWeekDate::new(year, number(week)?, Weekday::Monday).ok()?.date();
        return Some(if weekend { TimeForm::Weekend(monday) } else { TimeForm::Week(monday) });
    }
    if rest.len() == 2 {
        return Some(TimeForm::Month(year, in_range(rest, 1, 12)?));
    }
    Some(TimeForm::Day(date(text)?))
}

fn date(text: &str) -> Option<Date> {
    let (before, text) = era(text);
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    (year.len() == 4).then(|| Date::new(in_era(before, number_of(year)?)?, number(month)?, number(day)?).ok())?
}

/// Whether a date is before Christ, and the rest of it.
fn era(text: &str) -> (bool, &str) {
    text.strip_prefix("BC").map_or((false, text), |rest| (true, rest))
}

/// The year with this number, 480 before Christ being −479: no year has the number 0.
fn in_era(before: bool, number: i16) -> Option<i16> {
    (number > 0).then_some(if before { 1 - number } else { number })
}

fn number(text: &str) -> Option<i8> {
    (text.len() <= 2).then(|| number_of(text))?
}

fn number_of<T: std::str::FromStr>(text: &str) -> Option<T> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn in_range(text: &str, low: i8, high: i8) -> Option<i8> {
    number(text).filter(|n| (low..=high).contains(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_read_back() {
        for text in [
            "2023-06-18T14:25",
            "2023-06-18T14",
            "2023-06-19TMO",
            "2023-06-18",
            "2023-06-17/2023-06-18",
            "2023-W25",
            "2023-W24-WE",
            "2023-06",
            "2023-H1",
            "FY2023",
            "FY2023-H2",
            "FY2023-Q3",
            "2022/2023",
            "2023-Q2",
            "BC0480-08-12TEV",
            "BC0480-08-12/BC0480-08-20",
            "BC0480-08",
            "BC0481-FA",
            "BC0001",
            "BC046",
            "BC04",
            "2023-SU",
            "2023",
            "202",
            "20",
            "XXXX-WXX-7",
            "XXXX-06-18",
            "XXXX-02",
            "XXXX-XX-XXT14:25",
            "XXXX-XX-XXTMO",
            "PRESENT_REF",
            "PAST_REF",
            "FUTURE_REF",
        ] {
            assert_eq!(text.parse::<TimeForm>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn clock_times_keep_their_zone() {
        for text in ["2023-06-18T14:25+09:00", "2023-06-18T17:14Z", "2023-06-18T14-03:30", "XXXX-XX-XXT14:25-05:00", "2023-06-18T14:25"] {
            assert_eq!(text.parse::<Time>().unwrap().to_string(), text);
        }
        for text in ["2023-06-18Z", "2023-06-18TMOZ", "2023-06-18T14:25+25:00", "T", "Z", "2023-06-18T14:25Zulu", "2023-06-18T−", "Té"] {
            assert!(text.parse::<Time>().is_err(), "{text}");
        }
        let time: Time = "2023-06-18T09:30+09:00".parse().unwrap();
        let time = time.in_either_half().on_taken_day();
        assert!(time.is_in_either_half() && time.has_taken_day());
        let day = time.with_form(TimeForm::Day("2023-06-18".parse().unwrap()));
        assert_eq!((day.zone(), day.is_in_either_half(), day.has_taken_day()), (Zone::Unknown, false, false));
        assert!(!time.with_form(TimeForm::Clock(21, 30)).is_in_either_half());
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in [
            "2023-02-30",
            "99999",
            "2023-13",
            "2023-06-18T25",
            "2023-06-18/2023-06-17",
            "",
            "x",
            "2023-W60",
            "2023-H3",
            "FY2023-Q5",
            "FY23",
            "2022/2024",
            "9999/10000",
            "0000",
            "BC0000",
            "BC00",
            "２０２３",
        ] {
            assert!(text.parse::<TimeForm>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_open_end_has_no_day() {
        let june = "2031-06".parse::<TimeForm>().unwrap();
        let day = |t: &str| Some(t.parse::<Date>().unwrap());
        let by = Time::new(june).hedged(Modifier::OnOrBefore).entailed().unwrap();
        assert_eq!((by.first_day(), by.last_day(), by.days()), (None, day("2031-06-30"), None));
        let since = Time::new(june).hedged(Modifier::OnOrAfter).entailed().unwrap();
        assert_eq!((since.first_day(), since.last_day()), (day("2031-06-01"), None));
    }

    #[test]
    fn weekends_and_weeks_have_their_days() {
        let days = |t: &str| t.parse::<TimeForm>().unwrap().interval().unwrap().days().unwrap();
        let day = |t: &str| t.parse::<Date>().unwrap();
        assert_eq!(days("2023-W24-WE"), (day("2023-06-17"), day("2023-06-18")));
        assert_eq!(days("2023-02"), (day("2023-02-01"), day("2023-02-28")));
        assert_eq!(days("202"), (day("2020-01-01"), day("2029-12-31")));
        assert_eq!(days("BC046"), (day("-000468-01-01"), day("-000459-12-31")));
        assert_eq!(days("BC04"), (day("-000498-01-01"), day("-000399-12-31")));
    }
}
