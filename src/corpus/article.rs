//! Articles and their dates.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use crate::id::ArticleId;
use crate::value::Zone;

/// When an article was published: an instant, where time and offset are known; else a civil date, perhaps with a time of day.
///
/// Its `Ord` is a fixed order for sorting. Which of two was first, [`order`](Self::order) tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Published {
    /// The day, in the zone that the record gave it in.
    pub date: Date,
    /// The civil time, of that day, where the record has one.
    pub time: Option<DateTime>,
    /// Minutes of the record's offset from UTC, where it has one; within [`Zone::ENDS`], or it counts as not known.
    pub offset: Option<i16>,
}

/// How many hours two clocks of one part of the world are apart at most: from Lisbon to Dubai, from New York to Honolulu.
const NEAR_CLOCKS: i64 = 5;

impl Published {
    /// A day.
    pub const fn on(date: Date) -> Self {
        Self { date, time: None, offset: None }
    }

    /// The civil time in Greenwich, where time and offset are known.
    pub fn instant(&self) -> Option<DateTime> {
        let minutes = i64::from(Zone::east(self.offset?)?.offset()?);
        self.time?.checked_sub(minutes.minutes()).ok()
    }

    /// Which of two was first; `None` where that is not known.
    ///
    /// - Two instants compare as such: 01:00 in Tokyo is before 23:30 of the day before in New York.
    /// - Two records without an offset are read by one clock: two times as they stand, else by the day; of one day they are `Equal`, for
    ///   nothing tells which was first.
    /// - An instant against a record without an offset: papers that tell of one event are mostly of one part of the world, so the clock
    ///   of the one is taken to be within five hours of the other's. The whole day must lie before or behind by every such clock: the
    ///   evening of the 9th, 18:20-06:00, is before the 10th, and 23:30-06:00 may be before or in it. By its own clock in the day it is
    ///   `Equal` to it.
    ///
    /// `Less` and `Greater` never lead round in a circle, whatever is mixed; between two days with instants between them, and between
    /// two instants with days between them, they are transitive. A chain that begins with a day and ends with an instant can end in
    /// `None`: the nearer clock told what the farther one cannot.
    pub fn order(&self, other: &Self) -> Option<Ordering> {
        match (self.instant(), other.instant()) {
            (Some(a), Some(b)) => Some(a.cmp(&b)),
            (None, None) => Some(self.by_its_clock(other)),
            (Some(_), None) => self.against_day(other.date),
            (None, Some(_)) => other.against_day(self.date).map(Ordering::reverse),
        }
    }

    /// Whether it is known to be the later of two.
    pub fn is_after(self, other: Self) -> bool {
        self.order(&other) == Some(Ordering::Greater)
    }

    /// Which of two of one outlet was first: two instants compare as such, of all else each is of the day that its own clock shows.
    pub(crate) fn by_one_clock(&self, other: &Self) -> Ordering {
        match (self.instant(), other.instant()) {
            (Some(a), Some(b)) => a.cmp(&b),
            (None, None) => self.by_its_clock(other),
            _ => self.date.cmp(&other.date),
        }
    }

    /// Whether a calendar and a clock have it, in the years 1 to 9999.
    pub(crate) fn is_sound(&self) -> bool {
        let offset = |minutes: i16| self.time.is_some() && minutes.unsigned_abs() < 26 * 60;
        self.date.year() > 0 && self.time.is_none_or(|t| t.date() == self.date) && self.offset.is_none_or(offset)
    }

    fn by_its_clock(&self, other: &Self) -> Ordering {
        self.time.zip(other.time).map_or_else(|| self.date.cmp(&other.date), |(a, b)| a.cmp(&b))
    }

    /// A time by its own clock against a day by any clock near it.
    fn against_day(&self, day: Date) -> Option<Ordering> {
        let by = |hours: i64| self.time.and_then(|t| t.checked_add(hours.hours()).ok()).map_or(self.date, DateTime::date);
        if by(NEAR_CLOCKS) < day {
            return Some(Ordering::Less);
        }
        if by(-NEAR_CLOCKS) > day {
            return Some(Ordering::Greater);
        }
        (self.date == day).then_some(Ordering::Equal)
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
        own.by_one_clock(&before) == Ordering::Greater
            || self.updated.is_some()
                && other.updated.is_none()
                && own.date == before.date
                && before.by_one_clock(&own) != Ordering::Greater
                && own.time.is_some() != before.time.is_some()
    }

    /// The id that follows from the content. Of its publication only the day enters, as its own clock shows it: a feed that adds the hour
    /// later brings no other article.
    pub fn derive_id(&self) -> ArticleId {
        let published = self.published.map(|p| p.date.to_string());
        let or_empty = |s: &Option<String>| s.clone().unwrap_or_default();
        let parts = [&self.url, &self.title, &self.publisher, &self.agency, &self.author, &published, &self.language].map(or_empty);
        ArticleId::derive(parts.iter().map(String::as_str).chain(self.text.as_deref()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn published(time: &str, offset: Option<i16>) -> Published {
        let time: DateTime = time.parse().unwrap();
        Published { date: time.date(), time: Some(time), offset }
    }

    fn day(text: &str) -> Published {
        Published::on(text.parse().unwrap())
    }

    #[test]
    fn the_earlier_is_told_by_instants() {
        use Ordering::{Equal, Greater, Less};
        let rows = [
            (published("2031-05-06T01:00", Some(540)), published("2031-05-05T23:30", Some(-300)), Some(Less)),
            (published("2031-05-06T10:00", Some(0)), published("2031-05-06T12:00", Some(120)), Some(Equal)),
            (published("2031-05-06T10:00", None), published("2031-05-06T12:00", None), Some(Less)),
            (published("2031-05-06T10:00", None), published("2031-05-06T12:00", Some(0)), Some(Equal)),
            (published("2031-05-06T10:00", Some(0)), day("2031-05-06"), Some(Equal)),
            (published("2031-05-06T10:00", Some(0)), day("2031-05-07"), Some(Less)),
            (published("2031-05-09T18:20", Some(-360)), day("2031-05-10"), Some(Less)),
            (published("2031-05-09T23:30", Some(-360)), day("2031-05-10"), None),
            (published("2031-05-10T00:30", Some(-360)), day("2031-05-09"), None),
            (published("2031-05-10T05:30", Some(-360)), day("2031-05-09"), Some(Greater)),
            (published("2031-05-06T23:30", Some(-300)), day("2031-05-06"), Some(Equal)),
            // No place keeps such a clock.
            (published("2031-05-06T10:00", Some(6000)), published("2031-05-06T10:00", None), Some(Equal)),
            (day("2031-05-06"), day("2031-05-05"), Some(Greater)),
            (Published::on(Date::MAX), published("9999-12-31T23:30", Some(0)), Some(Equal)),
        ];
        for (a, b, order) in rows {
            assert_eq!((a.order(&b), b.order(&a)), (order, order.map(Ordering::reverse)), "{a} {b}");
        }
    }

    /// RFC 3339 where time and offset are known, else as far as it is known.
    #[test]
    fn moments_in_words() {
        for (at, shown) in [
            (day("2031-05-06"), "2031-05-06"),
            (published("2031-05-06T10:30", None), "2031-05-06T10:30:00"),
            (published("2031-05-06T10:30", Some(0)), "2031-05-06T10:30:00Z"),
            (published("2031-05-06T10:30", Some(330)), "2031-05-06T10:30:00+05:30"),
            (published("2031-05-06T10:30", Some(-210)), "2031-05-06T10:30:00-03:30"),
            (published("2031-05-06T10:30", Some(60)), "2031-05-06T10:30:00+01:00"),
            (published("2031-05-06T10:30", Some(59)), "2031-05-06T10:30:00+00:59"),
            (published("2031-05-06T10:30", Some(-1)), "2031-05-06T10:30:00-00:01"),
        ] {
            assert_eq!(at.to_string(), shown);
        }
        let moment = |p: Published| p.moment().to_string();
        assert_eq!(moment(day("2031-05-06")), "2031-05-06T00:00:00");
        assert_eq!(moment(published("2031-05-06T10:30", None)), "2031-05-06T10:30:00");
        assert_eq!(moment(published("2031-05-06T10:30", Some(60))), "2031-05-06T09:30:00");
        let sound = |offset, time: Option<&str>, date: &str| {
            let time = time.map(|t| t.parse().unwrap());
            Published { date: date.parse().unwrap(), time, offset }.is_sound()
        };
        assert!(sound(None, None, "0001-01-01") && !sound(None, None, "0000-12-31"));
        assert!(sound(None, Some("2031-05-06T10:30"), "2031-05-06") && !sound(None, Some("2031-05-06T10:30"), "2031-05-07"));
        assert!(sound(Some(1559), Some("2031-05-06T10:30"), "2031-05-06") && !sound(Some(1560), Some("2031-05-06T10:30"), "2031-05-06"));
        assert!(!sound(Some(60), None, "2031-05-06"));
    }

    /// Which of two texts of one article is the later; an update of the same day is, where only the day is known of one of them.
    #[test]
    fn revisions() {
        let article = |published: Option<Published>, updated: Option<Published>| Article { published, updated, ..Article::new("a") };
        let (six, seven) = (Some(day("2031-05-06")), Some(day("2031-05-07")));
        let at = |text: &str| Some(published(text, None));
        for (own, before, later) in [
            (article(seven, None), article(six, None), true),
            (article(six, None), article(seven, None), false),
            (article(six, None), article(six, None), false),
            (article(None, None), article(six, None), false),
            (article(six, None), article(None, None), false),
            (article(six, seven), article(six, None), true),
            (article(six, None), article(six, seven), false),
            (article(six, at("2031-05-06T10:00")), article(six, None), true),
            (article(six, six), article(at("2031-05-06T10:00"), None), true),
            (article(six, six), article(six, None), false),
            (article(six, six), article(six, six), false),
            (article(six, at("2031-05-06T10:00")), article(six, six), false),
            (article(six, at("2031-05-06T10:00")), article(at("2031-05-06T09:00"), None), true),
            (article(six, at("2031-05-06T10:00")), article(at("2031-05-06T11:00"), None), false),
            (article(six, at("2031-05-05T10:00")), article(six, None), false),
        ] {
            assert_eq!(own.revises(&before), later, "{own:?} {before:?}");
        }
        assert_eq!(article(six, seven).stands_since(), seven);
        assert_eq!(article(six, None).stands_since(), six);
        // Of two of one outlet an instant and a day compare by the day.
        let instant = published("2031-05-06T23:30", Some(-300));
        assert_eq!(instant.by_one_clock(&day("2031-05-06")), Ordering::Equal);
        assert_eq!(instant.by_one_clock(&published("2031-05-07T01:00", Some(0))), Ordering::Greater);
        assert_eq!(published("2031-05-06T10:00", None).by_one_clock(&published("2031-05-06T11:00", None)), Ordering::Less);
    }

    /// The id follows from what was told, and from no more of its publication than the day.
    #[test]
    fn ids_follow_from_the_content() {
        let plain = || Article::default().text("They met.").title("Talks").publisher("Echo").published(date(2031, 5, 6));
        let id = plain().derive_id();
        assert_eq!(plain().published_at(published("2031-05-06T10:00", Some(0))).derive_id(), id);
        let others = [
            plain().text("They met"),
            plain().title("Talk"),
            plain().publisher("Herald"),
            plain().agency("Wire"),
            plain().author("R. Hale"),
            plain().url("https://example.org"),
            plain().language("en"),
            plain().published(date(2031, 5, 7)),
            plain().without_text(),
        ];
        for other in &others {
            assert_ne!(other.derive_id(), id, "{other:?}");
        }
    }

    /// Instants, times and days of half a week, in offsets from one end of the world to the other.
    fn any() -> impl Strategy<Value = Published> {
        (0..84_i64, prop::option::of(prop::option::of(-24..=28_i16))).prop_map(|(hour, kind)| {
            let time: DateTime = "2031-05-05T00:00".parse::<DateTime>().unwrap().checked_add(hour.hours()).unwrap();
            Published { date: time.date(), time: kind.map(|_| time), offset: kind.flatten().map(|half_hours| half_hours * 30) }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// What is later is never, over whatever others, the earlier.
        #[test]
        fn no_circle_of_later_and_later(all in prop::collection::vec(any(), 2..8)) {
            let n = all.len();
            let mut after: Vec<Vec<bool>> = all.iter().map(|a| all.iter().map(|b| a.is_after(*b)).collect()).collect();
            for (k, i, j) in (0..n).flat_map(|k| (0..n).flat_map(move |i| (0..n).map(move |j| (k, i, j)))) {
                after[i][j] |= after[i][k] && after[k][j];
            }
            for i in 0..n {
                prop_assert!(!after[i][i], "{:?}", all.iter().map(ToString::to_string).collect::<Vec<_>>());
                for j in 0..n {
                    prop_assert_eq!(all[i].order(&all[j]), all[j].order(&all[i]).map(Ordering::reverse));
                    // Where the ends are of one sort, what the chain says the two alone say as well.
                    let one_sort = all[i].instant().is_some() == all[j].instant().is_some() && all[i].time.is_some() == all[j].time.is_some();
                    prop_assert!(!one_sort || !after[i][j] || all[i].is_after(all[j]), "{} {}", all[i], all[j]);
                }
            }
        }

        /// Among many, what is known to be later stands later: but for a day and an instant, whose clocks may be far from Greenwich.
        #[test]
        fn moments_keep_the_order(a in any(), b in any()) {
            let one_sort = a.instant().is_some() == b.instant().is_some();
            prop_assert!(!one_sort || !a.is_after(b) || a.moment() > b.moment());
        }
    }
}
