//! Articles and their dates.

use std::fmt;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use crate::id::ArticleId;

/// When an article was published: a civil date, perhaps with a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Published {
    /// The day, in the zone that the record gave it in.
    pub date: Date,
    /// The civil time, where the record has one.
    pub time: Option<DateTime>,
    /// Minutes of the record's offset from UTC, where it has one.
    pub offset: Option<i16>,
}

impl Published {
    /// A day.
    pub const fn on(date: Date) -> Self {
        Self { date, time: None, offset: None }
    }
}

/// RFC 3339 where time and offset are known, else as far as it is known: "2031-05-04T07:30:00", "2031-05-04".
impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(time) = self.time else { return write!(f, "{}", self.date) };
        write!(f, "{time}")?;
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
            }
        }
    }
}

/// An article: a source of claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Its id; [`Article::derive_id`] where the record gives none.
    pub id: Option<ArticleId>,
    /// Where it was found.
    pub url: Option<String>,
    /// Its title: context only, no quote is taken from it.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The agency whose copy it is.
    pub agency: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Its text as given; `None` where the article is known only through its claims.
    pub text: Option<Arc<str>>,
}

impl Article {
    /// An article with an id and nothing else.
    pub fn new(id: impl Into<ArticleId>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    /// The same, with its text.
    #[must_use]
    pub fn text(mut self, text: impl Into<Arc<str>>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// The same, with its day of publication.
    #[must_use]
    pub fn published(mut self, date: Date) -> Self {
        self.published = Some(Published::on(date));
        self
    }

    /// The same, with its publisher.
    #[must_use]
    pub fn publisher(mut self, name: impl Into<String>) -> Self {
        self.publisher = Some(name.into());
        self
    }

    /// The id that follows from the content.
    pub fn derive_id(&self) -> ArticleId {
        let published = self.published.map(|p| p.date.to_string());
        let or_empty = |s: &Option<String>| s.clone().unwrap_or_default();
        let parts = [&self.url, &self.title, &self.publisher, &self.agency, &self.author, &published, &self.language].map(or_empty);
        ArticleId::derive(parts.iter().map(String::as_str).chain(self.text.as_deref()))
    }
}
