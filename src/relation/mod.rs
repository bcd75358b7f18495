//! How two claims of one data item stand to each other: an ordered table of rules.
//!
//! This room does not know the graph.

mod rules;

pub use rules::{Kind, RULES, Rule};

/// A decided pair of claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Index of the source claim; of a directed kind, the more precise or the later one, else the smaller id.
    pub source: u32,
    /// Index of the target claim.
    pub target: u32,
    /// What kind of relation it is.
    pub kind: Kind,
    /// The rule that gave it.
    pub rule: &'static Rule,
    /// Whether the two rest on different voices; `None` where nothing speaks for either.
    pub independent: Option<bool>,
    /// Why, in one sentence, without a final stop.
    pub why: String,
}
