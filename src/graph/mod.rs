//! `ClaimGraph`: claims, what they speak of, and how they relate.
//!
//! petgraph holds the relations; ids are the identity, petgraph's indices only a view. Lists are sorted by id.
//!
//! This room does not know how edges were decided.

mod parts;

pub use parts::{ArticleNode, ClaimNode, Entity, EntityMention, EventNode, Fact, FactState, Origin, Parts, Position, Rejected};
pub use petgraph;
