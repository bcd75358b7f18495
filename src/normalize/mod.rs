//! English words → values: numbers, durations, dates and times, quantities, with what the words leave open.
//!
//! [`times`] and [`quantities`] read a tokenised sentence in one pass and say where each value stands; [`ages`] reads how
//! old people are, [`length_as_quantity`] counts a duration. [`time`], [`duration`], [`quantity`] and [`value`] read a text that
//! is one expression, as records carry it. [`publication_date`] reads the date that an article's first lines state.
//!
//! The words stand in tables: `lexicon` (what a word can mean), `hedges`, `measures`, `currencies`, `changes`, `holidays`, and the rows of `rules`
//! (days, months, clocks) and `stretches` (seasons, years, lengths without a number, what recurs), one row a kind of
//! expression, with what must stand around it in `conditions`. `pattern` is the engine that reads the rows; of all rows that
//! match at a token the longest wins, the earlier one where two are equally long. `numeric` reads dates in digits,
//! `calendar` turns "last Sunday" into a day, `tense` asks the words around a date whether it lies back or ahead.
//!
//! | what is left open | how it is read |
//! |---|---|
//! | a bare weekday | the nearest going back, the day of publication included; under a future tense going forward |
//! | the first of two weekdays ("from Monday to Wednesday") | the last one before the second |
//! | a bare month | the nearest going back, the current and the next one included; under a future tense going forward |
//! | a day and month | the nearest; under a past tense going back, unless it lies within two months ahead; under a future tense going forward, unless it was in the last month |
//! | a day of the month alone | of the current month or the last; under a future tense or the next |
//! | day and month in digits, in an order that could be either | the one that the text's other dates show ([`date_order`]); else the one near publication; month first with hyphens or before a comma; else nothing |
//! | a year of two digits | 70 to 99 of the last century |
//! | a month, or a day and month, with a narrative anchor more than 400 days before publication | the nearest to the anchor |
//! | the same in a history ([`Genre::History`]) | in the year that was told last, or from five months before the last date to seven behind it |
//! | "in April and June 1955", "from November to March 1955" | the year that the last one tells, or the one before it |
//! | the tense | told by the nearest verb or sign ("said Monday", "until Friday"), else the caller's; where the caller gives none, ahead within ten tokens of "will", "due", "scheduled" and the like |
//! | "yesterday", "last week", "two days ago" without a day of publication | `PAST_REF`, and so on: never a guessed date |
//! | "the next day" in a history that is told to the month | `PAST_REF`: no day is known |
//! | "several days", "for years" | `PXD`, `PXY`: a length without an amount |
//! | a fiscal year | `FY2031`, without an interval: each begins in a month of its own |
//! | "hundreds", "dozens", "tens of thousands", "several hundred" | at least two of them |
//! | "several people", "a handful of boats" | a range, and by the letter its low end or more |
//! | "next Sunday" | that of the next week, which begins on Monday |
//! | "in four business days", where nothing tells that they are over | the day, Saturdays and Sundays not counted; holidays are |
//! | "1.1^23", a power that no number holds | its first 15 figures, as "about" |
//! | digits with commas that part no thousands | one number with a decimal comma ("5,00"), or a list behind "nrs." and the like ("14,17,19") |
//! | "from 12 to 15" behind a verb of change | a range; the change says which end is the later |
//! | a clock time without its half of the day ("at 9:30") | as it stands, and that it may be twelve hours later is kept |
//! | a zone by an abbreviation of several ("IST", "CST"), standard time told in summer | no offset: it may be any |
//! | a clock time or a part of the day without a day | of the last day the sentence or the text named, else of publication; "at night" of none |
//!
//! This room does not know other articles, nor any anchor it was not given. It does not know what a number belongs to:
//! a counted noun is told by its form alone. Not read: days counted from an event ("two days after the vote", "the third day
//! of the siege"), years as spans ("2018–2020" gives two years), "this time",
//! "that period", and feasts of other calendars; numbers beyond 18 digits, what two numbers with words between them span ("from 12 in May to 15").

mod ages;
mod amounts;
mod calendar;
mod changes;
mod clock;
mod conditions;
mod currencies;
mod cursor;
mod durations;
mod foreign;
mod fractions;
mod hedges;
mod holidays;
mod lengths;
mod lexicon;
mod listed;
mod measures;
mod nouns;
mod numerals;
mod numeric;
mod ordinals;
mod pattern;
mod periods;
mod powers;
mod published;
mod quantities;
mod rates;
mod recorded;
mod rules;
mod standing;
mod states;
mod stretches;
mod suffixes;
mod tense;
mod times;
mod whole;
mod worded;
mod zones;

#[cfg(test)]
mod amount_rows;
#[cfg(test)]
mod calendar_rows;
#[cfg(test)]
mod clock_rows;
#[cfg(test)]
mod date_rows;
#[cfg(test)]
mod notation_rows;
#[cfg(test)]
mod noun_rows;
#[cfg(test)]
mod numeral_rows;
#[cfg(test)]
mod period_rows;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod time_rows;
#[cfg(test)]
mod value_rows;
#[cfg(test)]
mod word_rows;
#[cfg(test)]
mod written_rows;
#[cfg(test)]
mod year_rows;

pub use ages::ages;
pub(crate) use amounts::is_of_money;
pub use lengths::length_as_quantity;
pub(crate) use lexicon::is_number_word;
pub use numeric::date_order;
pub use ordinals::ordinals;
pub use periods::{counted_period, label};
pub use published::publication_date;
pub use quantities::quantities;
pub(crate) use recorded::recorded;
pub use times::times;
pub use whole::{duration, quantity, time, value, value_of};

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;

use crate::text::Span;
use crate::value::{Duration, Quantity, Time, TimeForm, Value};

/// What a reading needs beyond the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The day of publication: what "yesterday" counts from.
    pub published: Option<Date>,
    /// The last day that the text dated: what "the same day" and "two days later" count from.
    pub anchor: Option<Date>,
    /// The last date of any length that the text named, a month or a year among them: whose year "in June" takes in a
    /// history.
    pub period: Option<TimeForm>,
    /// The tense of the clause, which tells whether "on Sunday" lies back or ahead.
    pub tense: Tense,
    /// What kind of text it is: whether dates without a year count from publication or from the date told before.
    pub genre: Genre,
    /// The order of day and month in the text's dates in digits.
    pub order: DateOrder,
}

/// In which order a text writes day and month in digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateOrder {
    /// Nothing tells.
    #[default]
    Open,
    /// "25/06/2031".
    DayFirst,
    /// "06/25/2031".
    MonthFirst,
}

/// What dates without a year count from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Genre {
    /// A report: from publication.
    #[default]
    News,
    /// A history: from the date that was told last.
    History,
}

impl Context {
    /// The context of a text published on `day`.
    pub const fn published(day: Date) -> Self {
        Self { published: Some(day), anchor: None, period: None, tense: Tense::Unknown, genre: Genre::News, order: DateOrder::Open }
    }

    /// The same, with a narrative anchor.
    #[must_use]
    pub const fn anchored(mut self, day: Date) -> Self {
        self.anchor = Some(day);
        self
    }

    /// Moves the story on to what a sentence dated.
    pub fn follow(&mut self, spans: &[TimeSpan]) {
        for span in spans.iter().filter(|s| s.leads) {
            if let TimeValue::Time(time) = &span.value {
                calendar::follow(&mut self.anchor, &mut self.period, self.genre, time.form);
            }
        }
    }

    /// Whether the last day told lies years before publication.
    pub fn is_old(&self) -> bool {
        calendar::is_old(self)
    }

    /// The same, of a history whose last date was `period`.
    #[must_use]
    pub const fn history(mut self, period: Option<TimeForm>) -> Self {
        self.period = period;
        self.genre = Genre::History;
        self
    }

    /// The same, of a text that writes its dates in `order`.
    #[must_use]
    pub const fn ordered(mut self, order: DateOrder) -> Self {
        self.order = order;
        self
    }

    /// The same, in another tense.
    #[must_use]
    pub const fn tense(mut self, tense: Tense) -> Self {
        self.tense = tense;
        self
    }
}

/// The tense of the clause that an expression stands in. The present reads as the past: headlines tell in it what has
/// happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// It was.
    Past,
    /// It is.
    Present,
    /// It will be.
    Future,
    /// Not known.
    #[default]
    Unknown,
}

/// A time, duration or set of times in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeSpan {
    /// Where it stands, from the first to the last token, without a leading preposition.
    pub span: Span,
    /// The indices of its tokens.
    pub tokens: Range<usize>,
    /// TimeML's type.
    pub kind: TimeKind,
    /// What it means.
    pub value: TimeValue,
    /// The words of either end, where the value is a run of days: TIMEX3 gives each end its own.
    pub ends: Option<(Span, Span)>,
    /// Whether what is told next counts from it: not from what looks back ("two years ago", "a treaty of 1907").
    pub leads: bool,
}

/// The type of a TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeKind {
    /// A day or something longer.
    Date,
    /// A time of day.
    Time,
    /// A length.
    Duration,
    /// What recurs.
    Set,
}

impl TimeKind {
    /// TimeML's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What a time expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeValue {
    /// A point or a stretch of the calendar.
    Time(Time),
    /// A length.
    Duration(Duration),
    /// A length that is no one amount: `PXD` for "several days", `P1Y1M21D` for what mixes months with days.
    Length(String),
    /// What recurs, by the canonical value of what recurs: `P1D` for "daily", `XXXX-WXX-7` for "every Sunday".
    Set(String),
}

/// The canonical text, with the modifier in words; of what recurs, "every" and what.
impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(time) => Value::Time(*time).fmt(f),
            Self::Duration(duration) => Value::Duration(duration.clone()).fmt(f),
            Self::Set(each) => write!(f, "every {each}"),
            Self::Length(text) => f.write_str(text),
        }
    }
}

/// A place in an order in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrdinalSpan {
    /// Where it stands.
    pub span: Span,
    /// The indices of its tokens.
    pub tokens: Range<usize>,
    /// Which place it is, from 1; 0 for "0th".
    pub value: i64,
}

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantitySpan {
    /// Where it stands, hedge and unit included, the counted noun not.
    pub span: Span,
    /// The indices of its tokens.
    pub tokens: Range<usize>,
    /// What it means.
    pub value: Quantity,
    /// The tokens of the counted noun, adjectives included ("police officers").
    pub noun: Option<Range<usize>>,
}
