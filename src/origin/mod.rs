//! Which claims rest on one voice, and why.
//!
//! Three numbers are kept apart: articles, publishers, origins. An origin is what the library can show to be one voice;
//! where nothing is known of an article's sources, it counts as an origin of its own, so that the number of origins is an
//! upper bound.
//!
//! This room does not know whether claims agree.

mod voice;

pub use voice::Voice;
