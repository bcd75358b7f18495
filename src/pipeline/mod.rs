//! `Reconciler`: the only wiring of the rooms.
//!
//! Records go in by [`add`](Reconciler::add), in any order; [`reconcile`](Reconciler::reconcile) is a pure function of them
//! and gives a [`ClaimGraph`](crate::graph::ClaimGraph).
//!
//! This room wires the others and decides nothing itself: it does not know why two mentions link or which rule holds.

mod align;
mod build;
mod content;
mod continued;
mod decisions;
mod declared;
mod intake;
mod items;
mod names;
mod near;
mod reconciler;
mod revisions;
mod split;
#[doc(hidden)]
pub mod training;
mod words;

pub use crate::claim::{About, ClaimRecord, Decision, EntityRecord, Location, Record, Rejected, RejectionCode, Term, Verdict};
pub use reconciler::Reconciler;
