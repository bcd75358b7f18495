//! `Reconciler`: the only wiring of the rooms.
//!
//! Records go in by [`add`](Reconciler::add), in any order; [`reconcile`](Reconciler::reconcile) is a pure function of them
//! and gives a [`ClaimGraph`](crate::graph::ClaimGraph).
//!
//! This room knows every other; no room knows it.

mod align;
mod build;
mod intake;
mod items;
mod names;
mod near;
mod reconciler;
mod words;

pub use crate::claim::{About, ClaimRecord, Decision, EntityRecord, Location, Record, Rejected, Term, Verdict};
pub use reconciler::Reconciler;
