//! Is it the same entity, is it the same event?
//!
//! Entities: names are grouped by their letters, then short names, initials and offices join the one fuller name that fits,
//! if there is exactly one, and names that vary as names do where something else ties them ([`entities`]). Events: mentions are brought into [`Signature`]s, compared level by level
//! ([`compare`]) and clustered under cannot-links that hold across a whole cluster ([`events`]).
//!
//! | method | good for | fails |
//! |---|---|---|
//! | names by letters | news, where names are mostly spelled alike | on other spellings, where nothing else ties them: two entities, and two events |
//! | the one fuller name | surnames and offices in a batch about one story | where a second bearer comes up: then the short name stays alone |
//! | mentions, article by article | short names and descriptions beside a full name | on descriptions that no article sets beside a name |
//! | levels and cannot-links | meetings, journeys, disasters with a date or a place | where neither is told: two mentions stay apart |
//!
//! Mentions of names that come without claims are gathered into entities as well (`resolve`): within each article first, then over all.
//!
//! Every choice leans to the side of two clusters: that two events are one makes false conflicts, that one event is two
//! only misses a comparison.
//!
//! This room does not know conflicts.

mod cluster;
mod decisions;
mod facets;
mod levels;
mod mention;
mod names;
mod open;
mod places;
#[cfg(feature = "english")]
mod resolve;
mod signature;
mod why;

pub use cluster::{Clusters, People, events};
pub(crate) use decisions::standing;
pub use decisions::{Against, Ruling, settle};
pub use levels::{Apart, LEVELS, Level, Likeness, Told, compare};
pub(crate) use mention::{Mention, Surroundings, Texts, signature};
#[cfg(feature = "english")]
pub use names::NameSpelling;
pub(crate) use names::Parsed;
pub use names::{Given, Linked, Name, Occasion, Resolution, are_variants, differ_in_form, entities, may_be_one};
pub(crate) use open::{FEATURES, Mentioned, Question, Role, SHARED, Shown, Source, nearness, one_story, open_items, shared_words, shown};
pub(crate) use places::Said;
#[cfg(feature = "english")]
pub use resolve::{Acquainted, How, Meant, NameMention, resolve};
pub use signature::{Signature, When, Who, day_number, goal, is_aim, weekday_of, window};
pub(crate) use why::{Found, Kept, Step};
pub use why::{SEPARATIONS, Separation, separation};
