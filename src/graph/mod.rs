//! `ClaimGraph`: claims, what they speak of, and how they relate.
//!
//! petgraph holds the relations; ids are the identity, petgraph's indices only a view. Lists are sorted by id, and every
//! iterator states its order.
//!
//! This room does not know how edges were decided.

mod assemble;
mod explain;
mod parts;
mod query;
mod view;

pub use crate::claim::Rejected;
pub use assemble::{BadParts, ClaimGraph};
pub use parts::{ArticleNode, ClaimNode, Decided, Entity, EntityMention, EventNode, Fact, FactState, Origin, Parts, Position};
pub use petgraph;
pub use query::Resting;
pub use view::{ClaimRef, EventRef, FactRef, RelationRef};
