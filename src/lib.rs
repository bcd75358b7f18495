//! Cross-source claim reconciliation.

pub mod blocking;
pub mod claim;
pub mod corpus;
#[cfg(feature = "english")]
pub mod english;
pub mod explain;
pub mod export;
pub mod graph;
pub mod id;
pub mod ingest;
pub mod linkage;
pub mod measure;
pub mod normalize;
pub mod origin;
pub mod pipeline;
pub mod relation;
pub mod text;
pub mod value;
