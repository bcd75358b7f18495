//! The scope of a claim: what its value is a value of, beside event, attribute and subject.

use std::fmt;
use std::sync::Arc;

use crate::value::{Normalized, Value};

/// What a value holds for, as far as the source says. What is not said is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Scope {
    /// The part that is counted: "children", "officers".
    pub part: Option<Arc<str>>,
    /// The place inside the event: "in Hatay".
    pub place: Option<Arc<str>>,
    /// Whose figure it is: "health ministry", "police".
    pub institution: Option<Arc<str>>,
    /// The stretch of time that the value is of: "the third quarter". A time where it is understood, else text.
    pub period: Option<Normalized>,
    /// The moment up to which it was counted. A time where it is understood, else text.
    pub as_of: Option<Normalized>,
    /// What is counted as what: "confirmed cases", "GNI".
    pub definition: Option<Arc<str>>,
    /// Whether the value is that of one day, rather than a total.
    pub daily: Option<bool>,
}

macro_rules! said {
    ($($(#[$doc:meta])* $field:ident;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $field(mut self, said: impl Into<Arc<str>>) -> Self {
            self.$field = Some(said.into());
            self
        }
    )*};
}

impl Scope {
    /// A scope of which nothing is known.
    pub fn new() -> Self {
        Self::default()
    }

    said! {
        /// The same, of a part.
        part;
        /// The same, of a place inside the event.
        place;
        /// The same, by an institution.
        institution;
        /// The same, under a definition.
        definition;
    }

    /// The same, of a period in words, which are read against the article's day of publication.
    #[must_use]
    pub fn period(mut self, words: &str) -> Self {
        self.period = Some(unread(words));
        self
    }

    /// The same, as of a time in words, which are read against the article's day of publication.
    #[must_use]
    pub fn as_of(mut self, words: &str) -> Self {
        self.as_of = Some(unread(words));
        self
    }

    /// The same, of one day, or of a total.
    #[must_use]
    pub fn daily(mut self, daily: bool) -> Self {
        self.daily = Some(daily);
        self
    }

    /// The times that are still words.
    pub(crate) fn unread(&mut self) -> impl Iterator<Item = &mut Normalized> {
        [&mut self.period, &mut self.as_of].into_iter().flatten().filter(|n| matches!(n.value, Value::Text(_)))
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn unread(words: &str) -> Normalized {
    Normalized::new(words, Value::Text(words.into()))
}

/// "part: children, daily: true": what is known, by the names of the interchange contract.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = |n: &Option<Normalized>| n.as_ref().map(|n| n.value.to_string());
        let word = |t: &Option<Arc<str>>| t.as_deref().map(str::to_owned);
        let fields = [
            ("part", word(&self.part)),
            ("place", word(&self.place)),
            ("institution", word(&self.institution)),
            ("period", time(&self.period)),
            ("as of", time(&self.as_of)),
            ("definition", word(&self.definition)),
            ("daily", self.daily.map(|d| d.to_string())),
        ];
        let known = fields.into_iter().filter_map(|(name, said)| Some((name, said?)));
        for (i, (name, said)) in known.enumerate() {
            write!(f, "{}{name}: {said}", if i == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}
