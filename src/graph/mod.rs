//! `ClaimGraph`: claims, what they speak of, and how they relate.
//!
//! petgraph holds the relations; ids are the identity, petgraph's indices only a view. Lists are sorted by id, and every
//! iterator states its order.
//!
//! This room does not know how edges were decided.

mod assemble;
mod explain;
mod linked;
mod parts;
mod query;
mod standing;
mod unsaid;
mod view;

pub use crate::claim::{Rejected, RejectionCode};
pub use assemble::{BadParts, ClaimGraph, RelationWeight};
pub use parts::{
    ArticleNode, Change, ClaimNode, Decided, Entity, EntityMention, EventNode, Fact, FactState, Origin, Parts, Position, Revision,
};
pub(crate) use parts::{is_joint, joint};
pub use petgraph;
pub use query::Resting;
pub(crate) use standing::states;
pub use view::{ClaimRef, EventRef, FactRef, PositionRef, RelationRef};
