//! Whether two claims rest on one voice: the answer and its reason in one value.

use std::fmt;

/// Whether two claims rest on one voice, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// Both stand in one article.
    OneArticle,
    /// Both articles are copy of one agency.
    OneAgency,
    /// The articles share much of their text.
    OneText,
    /// The sentences that they are quoted from are nearly the same.
    OnePassage,
    /// Both credit the same source.
    OneSource,
    /// Both articles are by one publisher.
    OnePublisher,
    /// Other publishers, no shared text, no shared source.
    Apart,
    /// Nothing speaks for either.
    Unknown,
}

impl Voice {
    /// The `independent` of the interchange contract.
    pub fn independent(self) -> Option<bool> {
        match self {
            Self::Apart => Some(true),
            Self::Unknown => None,
            Self::OneArticle | Self::OneAgency | Self::OneText | Self::OnePassage | Self::OneSource | Self::OnePublisher => Some(false),
        }
    }
}

impl fmt::Display for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OneArticle => "not independent: one article",
            Self::OneAgency => "not independent: copy of one agency",
            Self::OneText => "not independent: the articles share much of their text",
            Self::OnePassage => "not independent: nearly the same sentence stands in both",
            Self::OneSource => "not independent: both credit the same source",
            Self::OnePublisher => "not independent: one publisher",
            Self::Apart => "independent: other publishers, no shared text, no shared source",
            Self::Unknown => "independence not known",
        })
    }
}
