//! The attributes of an event that a claim can speak of.

use std::fmt;
use std::sync::Arc;

use crate::ontology::fold_name;

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

impl Attribute {
    /// The attribute of that name, [folded](fold_name).
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        let name = name.into();
        let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) && !name.is_empty();
        Self(if plain { name } else { fold_name(&name).into() })
    }

    /// Its name.
    pub fn as_str(&self) -> &str {
        &self.0
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
