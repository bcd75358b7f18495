//! Graphs out, one format a file, and saved results back in.
//!
//! | format | for |
//! |---|---|
//! | [`json`] | the interchange contract, versioned by [`SCHEMA_VERSION`]; [`load`] reads it back |
//! | [`ndjson`] | the same records one a line, for streams and `jq`, and at the end their counts; [`load`] reads it back too |
//! | `annotation` | what the English reader found in one article, one line an article |
//! | `account` | what the English reader made of each line of one article, one line an article |
//! | `meant` | whom a mention of a name means, one line a mention |
//! | [`dot`] | a drawing by Graphviz, one cluster an event |
//!
//! Everything streams: no format builds its whole output in memory. Lists stand in the order of the graph, keys in a fixed
//! order, so that the same graph gives the same bytes. A saved result, loaded and saved again, gives the same bytes.
//!
//! Who uses serde gets the same by `Serialize`: [`ClaimGraph`](crate::ClaimGraph) is the document of [`json`], and its borrowed
//! views, [`Rejected`](crate::graph::Rejected) and [`Decided`](crate::graph::Decided) are elements of it.
//!
//! This room does not know how anything was computed: it only writes.

#[cfg(feature = "english")]
mod account;
#[cfg(feature = "english")]
mod annotation;
mod dot;
mod json;
mod lines;
mod load;
#[cfg(feature = "english")]
mod meant;
#[cfg(feature = "schema")]
mod schema;
mod serialize;
mod wire;

#[cfg(feature = "english")]
pub use account::account;
#[cfg(feature = "english")]
pub use annotation::annotation;
pub use dot::dot;
pub use json::{json, ndjson};
pub use load::{LoadError, load};
#[cfg(feature = "english")]
pub use meant::meant;
#[cfg(feature = "schema")]
pub use schema::{schema_input, schema_output};

/// The version of the JSON that is written. A change that could break a reader raises it.
pub const SCHEMA_VERSION: u32 = 1;
