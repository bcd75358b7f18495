//! The attributes of an event that a claim can speak of.

use std::fmt;
use std::sync::Arc;

/// An attribute: a name of the interchange contract, or one noun for a count, an amount of money or a measure
/// (`killed`, `cost`, `magnitude`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attribute(Arc<str>);

macro_rules! well_known {
    ($($(#[$doc:meta])* $constructor:ident = $name:literal;)*) => {
        impl Attribute {
            $($(#[$doc])* pub fn $constructor() -> Self { Self::new($name) })*
        }
    };
}

well_known! {
    /// Whether it happened.
    occurrence = "occurrence";
    /// When.
    time = "time";
    /// Where.
    place = "place";
    /// How long.
    duration = "duration";
    /// Planned, postponed, cancelled …
    status = "status";
    /// What somebody said.
    quotation = "quotation";
}

/// Counts that grow while an event unfolds, so that a later figure replaces an earlier one rather than denying it.
const RUNNING: &[&str] = &["killed", "injured", "missing", "displaced", "rescued", "arrested", "evacuated", "homeless", "detained", "shot"];

/// Running totals that fall: people are found.
const FALLING: &[&str] = &["missing"];

impl Attribute {
    /// The attribute of that name.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self(name.into())
    }

    /// Its name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a later figure of this running total is expected to be lower.
    pub fn is_falling(&self) -> bool {
        FALLING.contains(&&*self.0)
    }

    /// Whether it is a running total.
    pub fn is_running_total(&self) -> bool {
        RUNNING.contains(&&*self.0)
    }
}

impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Attribute {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}
