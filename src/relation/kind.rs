//! The kinds of relation.

use std::fmt;

/// How two claims relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Same item; the values agree within what the words commit to.
    Corroborates,
    /// The source's value lies inside the target's.
    Refines,
    /// Same item; both cannot hold.
    Conflicts,
    /// Same item; both can hold by the letter, but a reader would stumble.
    Tension,
    /// The source tells how it came out, or gives a later count.
    Supersedes,
    /// Looks like the same item and is not.
    Distinct,
    /// Cannot be decided.
    Indeterminate,
}

impl Kind {
    /// All kinds, in the order of reports.
    pub const ALL: [Self; 7] =
        [Self::Corroborates, Self::Refines, Self::Conflicts, Self::Tension, Self::Supersedes, Self::Distinct, Self::Indeterminate];

    /// Its name in the interchange contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Corroborates => "corroborates",
            Self::Refines => "refines",
            Self::Conflicts => "conflicts",
            Self::Tension => "tension",
            Self::Supersedes => "supersedes",
            Self::Distinct => "distinct",
            Self::Indeterminate => "indeterminate",
        }
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == name)
    }

    /// Whether source and target differ in their parts.
    pub fn is_directed(self) -> bool {
        matches!(self, Self::Refines | Self::Supersedes)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
