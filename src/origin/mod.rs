//! Which claims rest on one voice, and why.
//!
//! Three numbers are kept apart: articles, publishers, origins. An origin is what the library can show to be one voice;
//! where nothing is known of an article's sources, it counts as an origin of its own, so that the number of origins is an
//! upper bound.
//!
//! Texts are compared by their shingles, runs of five words (Broder 1997, "On the resemblance and containment of documents"): `wording`
//! counts how much of one stands in the other, `copies` says of two articles whether one is a copy, `cluster` puts together what is one
//! text, `group` adds agencies and publishers, `voice` asks for two claims.
//!
//! This room does not know whether claims agree.

mod cluster;
mod copies;
mod group;
mod shingle;
mod voice;
mod wording;

pub use group::{ArticleGroup, Articles, group};
pub(crate) use group::{group_knowing, publishers, shares_text};
pub use shingle::{SHINGLE, Shingles};
pub use voice::{Speaker, Voice, between, voices};
pub use wording::Wording;
