//! How two claims of one data item stand to each other: an ordered table of rules.
//!
//! [`decide`] tries the rows of [`RULES`] from the top; the first that applies gives the relation. Where nothing is to be said of
//! two claims, [`silence`] tells why. What it found is kept as
//! a [`Basis`], a few bytes, and put into words by [`why`] when somebody asks: with a million claims there are millions of
//! relations, and few are read.
//!
//! This room does not know the graph.

mod applies;
mod kind;
mod pair;
#[cfg(test)]
mod rows;
mod rules;
mod sample;
mod scope;
mod silence;
mod since;
mod why;
#[cfg(test)]
mod why_rows;

pub use kind::Kind;
pub use pair::{Decided, Difference, Ground, Missing, Pair, Side};
pub use rules::{RULES, Rule, by_person, decide, kept_apart, rule};
pub use sample::{PAIRWISE, Sample, Stance};
pub use scope::Aspect;
pub use silence::{SILENT, Silence, Standing, Tellers, silence, silence_of, withholds};
pub use why::why;

use crate::id::ClaimIx;
use crate::origin::Voice;

/// A decided pair of claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Index of the source claim; of a directed kind, the more precise or the later one, else the smaller id.
    pub source: ClaimIx,
    /// Index of the target claim.
    pub target: ClaimIx,
    /// What kind of relation it is.
    pub kind: Kind,
    /// The rule that gave it.
    pub rule: &'static Rule,
    /// Whether the two rest on different voices; `None` where nothing speaks for either.
    pub independent: Option<bool>,
    /// What it rests on; [`why`] puts it into words.
    pub basis: Basis,
}

/// What a relation rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// Decided here: what the rule found, and whether the two claims are one voice.
    Found(Ground, Voice),
    /// Loaded from a saved result: the sentence that was saved.
    Recorded(Box<str>),
}
