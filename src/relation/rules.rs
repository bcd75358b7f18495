//! The table of rules.

use super::{Decided, Ground, Kind, Pair};

/// What a rule that applies found, and whether the relation runs from the second claim to the first.
pub(super) type Finding = Option<(Ground, bool)>;

/// One row of the table: a stable code, the kind it gives, and what it says.
#[derive(Debug)]
pub struct Rule {
    /// `CG` and four digits. A code is never given to another rule.
    pub code: &'static str,
    /// The kind of relation it gives; `None` where that is for a person to say.
    pub kind: Option<Kind>,
    /// What it says, in a line.
    pub title: &'static str,
    /// When it applies and why, in a paragraph.
    pub page: &'static str,
    pub(super) applies: fn(&Pair<'_>) -> Finding,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

/// The rules, in the order they are tried.
pub static RULES: &[Rule] = &[];

/// The rule of that code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|r| r.code == code)
}

/// How two claims stand to each other; `None` where nothing is to be said.
pub fn decide(_pair: &Pair<'_>) -> Option<Decided> {
    None
}
