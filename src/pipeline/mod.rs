//! `Reconciler`: the only wiring of the rooms.
//!
//! Records go in by [`add`](Reconciler::add), in any order; [`reconcile`](Reconciler::reconcile) is a pure function of them
//! and gives a [`ClaimGraph`](crate::graph::ClaimGraph).
//!
//! No room knows this one. This room does not know where records were read or where a graph is written: that is for the
//! rooms `ingest` and `export`, and for whoever calls them.

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
