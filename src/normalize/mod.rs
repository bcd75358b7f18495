//! stub
use std::ops::Range;

use jiff::civil::Date;

use crate::text::{Span, Token};
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

pub fn times(_t: &str, _k: &[Token], _r: Range<usize>, _c: &Context, _o: &mut Vec<TimeSpan>) {}
pub fn quantities(_t: &str, _k: &[Token], _r: Range<usize>, _taken: &[TimeSpan], _o: &mut Vec<QuantitySpan>) {}
pub fn publication_date(_t: &str) -> Option<crate::corpus::Published> {
    None
}
