//! The door for extractors: from an article's text to claims.

use std::sync::Arc;

use super::Claim;
use crate::corpus::{Article, Published};
use crate::id::ArticleId;
use crate::text::Span;

/// Reads an article and says what it claims.
///
/// 1. The same article always gives the same extraction, in the same order.
/// 2. Every quote is made by [`Quote::at`](crate::corpus::Quote::at) or [`Quote::resolve`](crate::corpus::Quote::resolve)
///    on the article's own text. The pipeline checks this and rejects what fails.
/// 3. Every claim's article is the given `id`.
/// 4. A participant's name is the fullest that the article gives, the same text for every mention of it.
/// 5. An article that it cannot read (no text, another language) gives an empty extraction with a reason.
pub trait Extractor: Sync {
    /// What `article`, known by `id`, claims.
    fn extract(&self, id: &ArticleId, article: &Article) -> Extraction;
}

/// What an extractor found in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// The claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// The names, in the order of the text.
    pub mentions: Vec<Mention>,
    /// The publication date that the text itself states, where the record has none.
    pub published: Option<Published>,
    /// The agency that the text itself credits, where the record has none.
    pub agency: Option<String>,
    /// Why nothing was read, if nothing was.
    pub unread: Option<String>,
    /// How many sentences were read for what they claim.
    pub sentences: usize,
    /// How many claims were left out because no quote that a claim may have holds their words.
    pub too_long: usize,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organisation: company, ministry, party, outlet.
    Organisation,
    /// A place, or the government that it stands for.
    Place,
    /// Anything else, or not known.
    Other,
}

impl EntityKind {
    const NAMES: [(Self, &'static str); 4] =
        [(Self::Person, "person"), (Self::Organisation, "organisation"), (Self::Place, "place"), (Self::Other, "other")];

    /// Its name in the interchange contract.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }
}

/// An office that somebody holds: the post in its plainest words ("foreign minister"), and whose it is ("Norway").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Office {
    /// The post, folded, in one word for its synonyms.
    pub title: Arc<str>,
    /// The country or organisation, by name.
    pub of: Option<Arc<str>>,
}

/// A place in the text that names somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// The fullest name that the article gives; for an office holder without a name, the words for the office.
    pub name: Arc<str>,
    /// What it stands for.
    pub kind: EntityKind,
    /// The office that the words give.
    pub office: Option<Office>,
    /// Whether `name` is a proper name, not only an office ("the Norwegian foreign minister").
    pub named: bool,
}
