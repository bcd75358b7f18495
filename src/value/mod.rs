//! Values: the closed set of what can be claimed, and its algebra.
//!
//! A value keeps what its words leave open. "About three hours" is an amount and a modifier; the modifier gives two
//! intervals, the one that the words entail and the one that a reader infers. [`compare`] needs the first to say that two
//! values contradict, the second to say that they are in tension.
//!
//! This room does not know where a value came from.

mod compare;
mod gazetteer;
mod hedge;
mod number;
mod quantity;
mod record;
#[cfg(test)]
mod record_rows;
#[cfg(test)]
mod rows;
mod status;
#[cfg(test)]
mod text_rows;
mod time;
#[cfg(test)]
mod time_rows;
mod units;
mod wording;
mod zone;

pub(crate) use compare::in_one_unit;
pub use compare::{Comparison, Outcome, Reason, compare, higher};
pub use gazetteer::{Containment, containment, country, country_of};
pub(crate) use gazetteer::{countries, regions, split};
pub use hedge::{Bounds, Modifier};
pub use number::Number;
pub use quantity::{Change, Duration, DurationUnit, Quantity, Unit};
pub(crate) use record::written;
pub use record::{BadValue, ValueRecord};
pub use status::Status;
pub use time::{DayPart, Interval, Season, Time, TimeForm};
pub(crate) use wording::{ORDINALS, is_ordinal, is_score};
pub use zone::Zone;

use std::fmt;
use std::sync::Arc;

/// What a claim says of its data item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// How long.
    Duration(Duration),
    /// When.
    Time(Time),
    /// How many, how much.
    Quantity(Quantity),
    /// Where.
    Place(Place),
    /// A person, organisation or thing, by name.
    Entity(Arc<str>),
    /// Where an event stands: planned, postponed, under way …
    Status(Status),
    /// What somebody said, word for word.
    Quotation(Arc<str>),
    /// Anything else, as cleaned text.
    Text(Arc<str>),
    /// Whether something happened.
    Boolean(bool),
}

/// A place, and what the text says it lies in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its name.
    pub name: Arc<str>,
    /// What it lies in, the nearest first ("Bergen, Norway" gives `["Norway"]`).
    pub within: Arc<[Arc<str>]>,
}

impl Place {
    /// A place of which only the name is known.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), within: Arc::new([]) }
    }

    /// The place, within one that holds it.
    #[must_use]
    pub fn within(mut self, outer: impl Into<Arc<str>>) -> Self {
        self.within = self.within.iter().cloned().chain([outer.into()]).collect();
        self
    }
}

impl From<&str> for Place {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

/// The whole day.
impl From<jiff::civil::Date> for Time {
    fn from(day: jiff::civil::Date) -> Self {
        Self::day(day)
    }
}

impl Value {
    /// The `type` of the interchange contract.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Duration(_) => "duration",
            Self::Time(_) => "time",
            Self::Quantity(_) => "quantity",
            Self::Place(_) => "place",
            Self::Entity(_) => "entity",
            Self::Status(_) => "status",
            Self::Quotation(_) => "quotation",
            Self::Text(_) => "text",
            Self::Boolean(_) => "boolean",
        }
    }

    /// The canonical text: the `canonical` of the interchange contract.
    pub fn canonical(&self) -> String {
        match self {
            Self::Duration(d) => d.canonical(),
            Self::Time(t) => t.to_string(),
            Self::Quantity(q) => q.canonical(),
            Self::Place(p) => p.name.to_string(),
            Self::Entity(t) | Self::Quotation(t) | Self::Text(t) => t.to_string(),
            Self::Status(s) => s.as_str().to_owned(),
            Self::Boolean(b) => b.to_string(),
        }
    }
}

/// The canonical text, with the modifier in words: what reports and explanations print.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modifier = match self {
            Self::Duration(d) => d.modifier,
            Self::Time(t) => t.modifier,
            Self::Quantity(q) => q.modifier,
            _ => None,
        };
        if let Some(modifier) = modifier {
            write!(f, "{} ", modifier.words())?;
        }
        match self {
            Self::Quantity(q) => write!(f, "{q}"),
            Self::Duration(d) => write!(f, "{d}"),
            Self::Quotation(t) => write!(f, "“{t}”"),
            Self::Time(t) => write!(f, "{t}"),
            Self::Place(Place { name: t, .. }) | Self::Entity(t) | Self::Text(t) => f.write_str(t),
            Self::Status(s) => f.write_str(s.as_str()),
            Self::Boolean(b) => write!(f, "{b}"),
        }
    }
}

/// A value as written and as meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Normalized {
    /// The words.
    pub raw: Arc<str>,
    /// What they mean.
    pub value: Value,
}

impl Normalized {
    /// `value`, said in the words `raw`.
    pub fn new(raw: impl Into<Arc<str>>, value: Value) -> Self {
        Self { raw: raw.into(), value }
    }
}
