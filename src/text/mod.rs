//! Text: spans, folding, tokens, sentences, what is safe to show, and the one door to string similarity.
//!
//! Inside the library every offset is a byte offset into the article's text; [`CharIndex`] turns it into the Unicode
//! scalar value offset of the interchange contract, once, on the way out.
//!
//! This room does not know what a claim is.

mod clean;
mod fold;
mod mended;
mod plain;
mod sentence;
mod similarity;
mod span;
mod stem;
mod token;
mod wrap;

pub(crate) use clean::{Clean, cleaned};
pub use clean::{clean, shown};
pub use fold::{fold, fold_char, letters};
pub use plain::{Plain, is_unseen};
pub use sentence::{Sentence, sentences};
pub use similarity::similarity;
pub use span::{CharIndex, Span};
pub use stem::stem;
pub(crate) use token::opens_quote;
pub use token::{Token, TokenKind, tokens};
