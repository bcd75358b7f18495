//! Articles, and selectors into them.
//!
//! Selectors follow the W3C Web Annotation Data Model (2017): a `TextQuoteSelector` (exact, prefix, suffix) and a
//! `TextPositionSelector` (start, end in Unicode scalar values). A [`Quote`] is both at once, and is only made by
//! finding it in the text.
//!
//! This room does not know what a claim is.

mod agencies;
mod article;
mod folded;
mod passages;
mod quote;

pub use agencies::{Credit, agency, credit};
pub(crate) use agencies::{agencies_in, outlet};
pub use article::{Article, Published};
pub use passages::Passages;
pub use quote::{BadQuote, Quote, QuoteSelector};
