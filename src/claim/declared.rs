//! Attributes and kinds of event that a caller declares.
//!
//! Plain data: what a declaration means for names, values and relations is for others to say.

use std::sync::Arc;

/// An attribute that the caller declares.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct AttributeRecord {
    /// Its name, as the caller writes it.
    pub name: Arc<str>,
    /// The kind of its values, by its name in the interchange contract: `quantity`, `time`, `text` …
    pub values: Option<Arc<str>>,
    /// How many values it can have at once.
    pub cardinality: Option<Cardinality>,
    /// Which way its value goes while an event unfolds.
    pub direction: Option<Direction>,
    /// Whether its figures are exact to the digits written.
    pub exactness: Option<Exactness>,
    /// Other names for it.
    pub synonyms: Vec<Arc<str>>,
    /// The unit that a bare number of it has.
    pub unit: Option<Arc<str>>,
}

impl AttributeRecord {
    /// An attribute of which only the name is declared.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// A kind of event that the caller declares.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct EventTypeRecord {
    /// The action, as the caller writes it.
    pub name: Arc<str>,
    /// Other names for it.
    pub synonyms: Vec<Arc<str>>,
    /// The kinds of event that may be told of one and the same event, by a name of their own.
    pub family: Option<Arc<str>>,
    /// Whether it happens once only to those who take part.
    pub once: Option<bool>,
    /// How many days before and behind the day of publication an undated mention may lie.
    pub window: Option<[u16; 2]>,
}

impl EventTypeRecord {
    /// A kind of event of which only the name is declared.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// How many values an attribute can have at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cardinality {
    /// One: another value contradicts it.
    Exclusive,
    /// Several: another value stands beside it.
    Set,
    /// Not known: other words neither agree nor contradict.
    Free,
}

/// Which way an attribute's value goes while an event unfolds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// It grows: a running total.
    Up,
    /// It falls: people still missing.
    Down,
    /// Neither.
    None,
}

/// Whether a bare figure is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exactness {
    /// To the digits written, zeros included.
    Exact,
    /// To the last digit that is not zero.
    Round,
}

macro_rules! named {
    ($($name:ident { $($variant:ident = $text:literal),* };)*) => {$(
        impl $name {
            /// Its name in the interchange contract.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// The one of that name.
            pub fn parse(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$variant),)*
                    _ => Option::None,
                }
            }
        }
    )*};
}

named! {
    Cardinality { Exclusive = "exclusive", Set = "set", Free = "free" };
    Direction { Up = "up", Down = "down", None = "none" };
    Exactness { Exact = "exact", Round = "round" };
}
