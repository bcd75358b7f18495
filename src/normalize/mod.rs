//! English words → values: numbers, durations, dates and times, quantities, with what the words leave open.
//!
//! [`times`] and [`quantities`] read a tokenised sentence in one pass and say where each value stands; [`ages`] reads how
//! old people are. [`time`], [`duration`], [`quantity`] and [`value`] read a text that is one expression, as records
//! carry it. [`publication_date`] reads the date that an article's first lines state.
//!
//! The words stand in tables: `lexicon` (what a word can mean), `hedges`, `measures`, `currencies`, `changes`, and `rules`,
//! one row a kind of date expression. `pattern` is the engine that reads the rows; of all rows that match at a token the longest wins, the
//! earlier one where two are equally long. `calendar` turns "last Sunday" into a day.
//!
//! | what is left open | how it is read |
//! |---|---|
//! | a bare weekday | the nearest going back, the day of publication included; under a future tense going forward |
//! | a bare month | the nearest going back, the current one included; under a future tense going forward |
//! | a day and month | the nearest; under a past tense going back, unless it lies within a month ahead |
//! | a month, or a day and month, with a narrative anchor more than 400 days before publication | the nearest to the anchor |
//! | the tense, where the caller does not give it | ahead within ten tokens of "will", "due", "scheduled" and the like |
//! | "yesterday", "last week", "two days ago" without a day of publication | `PAST_REF`, and so on: never a guessed date |
//! | "hundreds", "dozens", "tens of thousands", "several hundred" | at least two of them |
//! | "from 12 to 15" behind a verb of change | a range; the change says which end is the later |
//! | a clock time or a part of the day without a day | of the last day the sentence or the text named, else of publication |
//!
//! This room does not know other articles, nor any anchor it was not given. It does not know what a number belongs to:
//! a counted noun is told by its form alone. Not read yet: vague durations ("several days"), years as spans
//! ("2018–2020" gives two years), time zones, holidays that move; amounts without a number ("several people", "a
//! handful"), numbers beyond 18 digits, what two numbers with words between them span ("from 12 in May to 15").

mod ages;
mod amounts;
mod calendar;
mod changes;
mod clock;
mod currencies;
mod cursor;
mod durations;
mod fractions;
mod hedges;
mod lexicon;
mod measures;
mod nouns;
mod numerals;
mod ordinals;
mod pattern;
mod powers;
mod published;
mod quantities;
mod rates;
mod rules;
mod standing;
mod times;
mod whole;

#[cfg(test)]
mod tests;

pub use ages::ages;
pub(crate) use lexicon::is_number_word;
pub use ordinals::ordinals;
pub use published::publication_date;
pub use quantities::quantities;
pub use times::times;
pub use whole::{duration, quantity, time, value};

use std::ops::Range;

use jiff::civil::Date;

use crate::text::Span;
use crate::value::{Duration, Quantity, Time};

/// What a reading needs beyond the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The day of publication: what "yesterday" counts from.
    pub published: Option<Date>,
    /// The last day that the text dated: what "the same day" and "two days later" count from.
    pub anchor: Option<Date>,
    /// The tense of the clause, which tells whether "on Sunday" lies back or ahead.
    pub tense: Tense,
}

impl Context {
    /// The context of a text published on `day`.
    pub const fn published(day: Date) -> Self {
        Self { published: Some(day), anchor: None, tense: Tense::Unknown }
    }

    /// The same, with a narrative anchor.
    #[must_use]
    pub const fn anchored(mut self, day: Date) -> Self {
        self.anchor = Some(day);
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
    /// What recurs, by the canonical value of what recurs: `P1D` for "daily", `XXXX-WXX-7` for "every Sunday".
    Set(String),
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
