//! Articles and their dates.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use jiff::ToSpan;
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

    /// The civil time in Greenwich, where time and offset are known.
    pub fn instant(&self) -> Option<DateTime> {
        let minutes = i64::from(self.offset?);
        self.time?.checked_sub(minutes.minutes()).ok()
    }

    /// Which of two was first. Two instants compare as such, two civil times without an offset as they stand, all else by the day: an
    /// instant is of the day that its own clock shows, since papers that tell of one event are mostly of one part of the world; two of
    /// one day are `Equal`, for nothing tells which was first.
    pub fn order(&self, other: &Self) -> Ordering {
        match (self.instant(), other.instant()) {
            (Some(a), Some(b)) => a.cmp(&b),
            (None, None) => self.time.zip(other.time).map_or_else(|| self.date.cmp(&other.date), |(a, b)| a.cmp(&b)),
            _ => self.date.cmp(&other.date),
        }
    }

    /// Whether it is certainly the later of two.
    pub fn is_after(self, other: Self) -> bool {
        self.order(&other) == Ordering::Greater
    }

    /// A point in time that orders it among many: in Greenwich where the offset is known, else as if it were there; of a day its
    /// start.
    pub(crate) fn moment(self) -> DateTime {
        self.instant().or(self.time).unwrap_or_else(|| self.date.at(0, 0, 0, 0))
    }
}

impl From<Date> for Published {
    fn from(date: Date) -> Self {
        Self::on(date)
    }
}

/// A civil time of no known zone.
impl From<DateTime> for Published {
    fn from(time: DateTime) -> Self {
        Self { date: time.date(), time: Some(time), offset: None }
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
#[non_exhaustive]
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
    /// When its text was last changed.
    pub updated: Option<Published>,
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
    pub fn published(self, date: Date) -> Self {
        self.published_at(date)
    }

    /// The same, with when it was published: a time, and its offset where that is known.
    #[must_use]
    pub fn published_at(mut self, published: impl Into<Published>) -> Self {
        self.published = Some(published.into());
        self
    }

    /// The same, with its publisher.
    #[must_use]
    pub fn publisher(mut self, name: impl Into<String>) -> Self {
        self.publisher = Some(name.into());
        self
    }

    /// The same, with its title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// The same, with the agency whose copy it is.
    #[must_use]
    pub fn agency(mut self, agency: impl Into<String>) -> Self {
        self.agency = Some(agency.into());
        self
    }

    /// The same, with where it was found.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The same, with its language, as a BCP 47 tag.
    #[must_use]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// The same, with who wrote it.
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }

    /// The same, with when its text was last changed.
    #[must_use]
    pub fn updated(mut self, updated: impl Into<Published>) -> Self {
        self.updated = Some(updated.into());
        self
    }

    /// The same, without its text.
    #[must_use]
    pub fn without_text(&self) -> Self {
        Self { text: None, ..self.clone() }
    }

    /// Since when its text stands: its last change, else its publication.
    pub fn stands_since(&self) -> Option<Published> {
        self.updated.or(self.published)
    }

    /// Whether it is a later text of the same article than `other`: it stands since later. Where only this one says that it was updated
    /// and no more than the day is known of one of them, an update of the same day is later.
    pub fn revises(&self, other: &Self) -> bool {
        let (Some(own), Some(before)) = (self.stands_since(), other.stands_since()) else { return false };
        own.is_after(before)
            || self.updated.is_some()
                && other.updated.is_none()
                && own.date == before.date
                && !before.is_after(own)
                && own.time.is_some() != before.time.is_some()
    }

    /// The id that follows from the content.
    pub fn derive_id(&self) -> ArticleId {
        let published = self.published.map(|p| p.date.to_string());
        let or_empty = |s: &Option<String>| s.clone().unwrap_or_default();
        let parts = [&self.url, &self.title, &self.publisher, &self.agency, &self.author, &published, &self.language].map(or_empty);
        ArticleId::derive(parts.iter().map(String::as_str).chain(self.text.as_deref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(time: &str, offset: Option<i16>) -> Published {
        let time: DateTime = time.parse().unwrap();
        Published { date: time.date(), time: Some(time), offset }
    }

    #[test]
    fn the_earlier_is_told_by_instants() {
        let rows = [
            (published("2031-05-06T01:00", Some(540)), published("2031-05-05T23:30", Some(-300)), Ordering::Less),
            (published("2031-05-06T10:00", Some(0)), published("2031-05-06T12:00", Some(120)), Ordering::Equal),
            (published("2031-05-06T10:00", None), published("2031-05-06T12:00", None), Ordering::Less),
            (published("2031-05-06T10:00", None), published("2031-05-06T12:00", Some(0)), Ordering::Equal),
            (published("2031-05-06T10:00", Some(0)), Published::on("2031-05-06".parse().unwrap()), Ordering::Equal),
            (published("2031-05-06T10:00", Some(0)), Published::on("2031-05-07".parse().unwrap()), Ordering::Less),
            (published("2031-05-09T18:20", Some(-360)), Published::on("2031-05-10".parse().unwrap()), Ordering::Less),
            (Published::on("2031-05-06".parse().unwrap()), Published::on("2031-05-05".parse().unwrap()), Ordering::Greater),
        ];
        for (a, b, order) in rows {
            assert_eq!((a.order(&b), b.order(&a)), (order, order.reverse()), "{a} {b}");
        }
    }
}
