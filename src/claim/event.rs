//! Event mentions.

use std::fmt;
use std::sync::Arc;

use super::Action;
use crate::value::{Place, Time};

/// Somebody or something that takes part in an event, by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Participant {
    /// The name, as full as the article gives it.
    pub name: Arc<str>,
    /// The part played (`agent`, `partner`, `destination` …), where it is known.
    pub role: Option<Arc<str>>,
}

/// An event as one article speaks of it: what, who, when and where, as far as it says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Event {
    /// What happened.
    pub action: Action,
    /// Who took part.
    pub participants: Vec<Participant>,
    /// When.
    pub time: Option<Time>,
    /// When, in words of which no time was made: "round two". See [`label`](crate::normalize::label) for their one form.
    pub period: Option<Arc<str>>,
    /// Where.
    pub place: Option<Place>,
    /// Set where it is named by nothing but the word that tells it ("inaugurate"), to where that word stands in its article, in characters.
    /// Such a word says little of which event it is: two of these mentions are one event only where what is told of them, and with what
    /// other words, shows it.
    pub open: Option<u32>,
}

impl Event {
    /// An event of which only the action is known.
    pub fn new(action: impl Into<Action>) -> Self {
        Self { action: action.into(), participants: Vec::new(), time: None, period: None, place: None, open: None }
    }

    /// The same, with one more participant.
    #[must_use]
    pub fn with(mut self, name: impl Into<Arc<str>>) -> Self {
        self.participants.push(Participant { name: name.into(), role: None });
        self
    }

    /// The same, with one more participant in a role.
    #[must_use]
    pub fn with_role(mut self, name: impl Into<Arc<str>>, role: impl Into<Arc<str>>) -> Self {
        self.participants.push(Participant { name: name.into(), role: Some(role.into()) });
        self
    }

    /// The same, at a time, which may be a day of the calendar.
    #[must_use]
    pub fn at(mut self, time: impl Into<Time>) -> Self {
        self.time = Some(time.into());
        self
    }

    /// The same, in a period that no calendar has: "round two". Two events in periods of other words are not taken to be one.
    #[must_use]
    pub fn in_period(mut self, words: impl Into<Arc<str>>) -> Self {
        self.period = Some(words.into());
        self
    }

    /// The same, in a place, which may be no more than a name.
    #[must_use]
    pub fn place(mut self, place: impl Into<Place>) -> Self {
        self.place = Some(place.into());
        self
    }
}

/// For many claims of one event: `Claim::words("echo", &quake, "deaths", "12")`.
impl From<&Event> for Arc<Event> {
    fn from(event: &Event) -> Self {
        Self::new(event.clone())
    }
}

/// "meet (Ada Okafor, Ivo Brandt) 2031-05-04 in Porto"
impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.action.as_str())?;
        for (i, p) in self.participants.iter().enumerate() {
            f.write_str(if i == 0 { " (" } else { ", " })?;
            f.write_str(&p.name)?;
        }
        if !self.participants.is_empty() {
            f.write_str(")")?;
        }
        if let Some(time) = self.time {
            write!(f, " {}", crate::value::Value::Time(time))?;
        }
        if let Some(period) = &self.period {
            write!(f, " “{period}”")?;
        }
        if let Some(place) = &self.place {
            f.write_str(" in ")?;
            f.write_str(&place.name)?;
        }
        Ok(())
    }
}
