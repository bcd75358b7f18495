//! The records as they stand in JSON: the input half of the interchange contract.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::date::published;
use super::parse::shortened;
use crate::claim::{
    About, Attribute, Claim, ClaimRecord, Decision, EntityKind, EntityRecord, Event, Modality, Office, Participant, Polarity, Record, Term,
    Verdict,
};
use crate::corpus::{Article, QuoteSelector};
use crate::id::ArticleId;
use crate::normalize::Context;
use crate::value::{Interval, Normalized, Time, TimeForm, Value, ValueRecord};

/// An article.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Article"))]
pub(super) struct ArticleWire {
    /// Its id; a hash of the content by default.
    id: Option<String>,
    /// Where it was found.
    url: Option<String>,
    /// Its title: context only, no quote is taken from it.
    title: Option<String>,
    /// Who published it.
    publisher: Option<String>,
    /// The agency whose copy it is.
    agency: Option<String>,
    /// Who wrote it.
    author: Option<String>,
    /// When it was published: RFC 3339, a civil date, or a civil date and time.
    published: Option<String>,
    /// Its language, as a BCP 47 tag.
    language: Option<String>,
    /// Its text; absent where the article is known only through claims made elsewhere.
    text: Option<String>,
}

impl ArticleWire {
    pub(super) fn record(self) -> Result<Record, String> {
        Ok(Record::from(self.article("published")?))
    }

    fn article(self, field: &str) -> Result<Article, String> {
        let published = self.published.as_deref().map_or(Ok(None), |text| published(field, text))?;
        let some = |text: Option<String>| text.filter(|t| !t.trim().is_empty());
        Ok(Article {
            id: some(self.id).map(ArticleId::from),
            url: some(self.url),
            title: some(self.title),
            publisher: some(self.publisher),
            agency: some(self.agency),
            author: some(self.author),
            published,
            language: some(self.language),
            text: self.text.map(Into::into),
        })
    }
}

/// An object without `type`: an article in our own fields, trafilatura's or newspaper4k's. Ours outrank theirs.
#[derive(Debug, Default, Deserialize)]
pub(super) struct UntypedWire {
    id: Option<String>,
    url: Option<String>,
    title: Option<String>,
    publisher: Option<String>,
    agency: Option<String>,
    author: Option<String>,
    published: Option<String>,
    language: Option<String>,
    pub(super) text: Option<String>,
    // trafilatura: `source` is the address, `hostname` the site.
    hostname: Option<String>,
    sitename: Option<String>,
    date: Option<String>,
    source: Option<String>,
    raw_text: Option<String>,
    // newspaper4k
    authors: Option<OneOrMany>,
    publish_date: Option<String>,
    meta_site_name: Option<String>,
    // Marks of records that are no articles.
    schema_version: Option<u64>,
    article: Option<serde::de::IgnoredAny>,
}

impl UntypedWire {
    pub(super) fn record(self) -> Result<Record, String> {
        if self.schema_version.is_some() {
            return Err("this is a saved result, not a record to reconcile".to_owned());
        }
        let known =
            [&self.title, &self.url, &self.source, &self.hostname, &self.publisher, &self.published, &self.date, &self.publish_date];
        let text = self.text.as_deref().or(self.raw_text.as_deref());
        if self.article.is_some()
            || text.is_none()
            || (known.iter().all(|f| f.is_none()) && self.authors.is_none() && self.author.is_none())
        {
            return Err(
                "missing field `type`, and the other fields are not those of an article that trafilatura or newspaper4k wrote".to_owned()
            );
        }
        Ok(Record::from(self.article()?))
    }

    pub(super) fn article(self) -> Result<Article, String> {
        let host = self.url.as_deref().and_then(host).map(str::to_owned).filter(|_| self.publish_date.is_some() || self.authors.is_some());
        let (field, published) = [("published", self.published), ("date", self.date), ("publish_date", self.publish_date)]
            .into_iter()
            .find_map(|(field, value)| value.map(|v| (field, v)))
            .unzip();
        let article = ArticleWire {
            id: self.id,
            url: self.url.or(self.source),
            title: self.title,
            publisher: self.publisher.or(self.hostname).or(self.sitename).or(self.meta_site_name).or(host),
            agency: self.agency,
            author: self.author.or_else(|| self.authors.map(|a| a.all().join(", "))),
            published,
            language: self.language,
            text: self.text.or(self.raw_text),
        };
        article.article(field.unwrap_or("published"))
    }

    /// Sets a field by name, as front matter does; names that are no field of an article are passed over.
    pub(super) fn set(&mut self, key: &str, value: String) -> Result<(), String> {
        let field = match key {
            "id" => &mut self.id,
            "url" => &mut self.url,
            "title" => &mut self.title,
            "publisher" => &mut self.publisher,
            "agency" => &mut self.agency,
            "author" => &mut self.author,
            "published" => &mut self.published,
            "language" => &mut self.language,
            "hostname" => &mut self.hostname,
            "sitename" => &mut self.sitename,
            "date" => &mut self.date,
            _ => return Ok(()),
        };
        if matches!(key, "published" | "date") {
            published(key, &value)?;
        }
        *field = Some(value).filter(|v| !v.is_empty());
        Ok(())
    }
}

fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|h| !h.is_empty())
}

/// A text, or several.
#[derive(Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    fn all(self) -> Vec<String> {
        match self {
            Self::One(text) => vec![text],
            Self::Many(texts) => texts,
        }
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or an array of strings")
            }

            fn visit_str<E>(self, text: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany::One(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OneOrMany, A::Error> {
                let mut all = Vec::new();
                while let Some(text) = seq.next_element()? {
                    all.push(text);
                }
                Ok(OneOrMany::Many(all))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// A claim made elsewhere: by a person, a model, a database.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Claim"))]
pub(super) struct ClaimWire {
    /// Its id; a hash of what it says and where by default.
    id: Option<String>,
    /// The id of the article that makes it.
    article: String,
    /// The words it rests on, verbatim.
    quote: Option<QuoteWire>,
    /// Where they stand, in Unicode scalar values from 0, end exclusive.
    position: Option<PositionWire>,
    /// The event it speaks of.
    event: EventWire,
    /// Which attribute of the event, as one word: `time`, `place`, `duration`, `killed` and so on.
    attribute: String,
    /// The participant that the attribute belongs to, by name, where it is not the event's own.
    subject: Option<String>,
    /// Which part a count is of, where it is not the whole.
    of: Option<String>,
    /// The value: text to normalise, or a value already normalised.
    value: ValueWire,
    /// `asserted`, `planned`, `expected`, `possible`, `denied` or `hypothetical`; `asserted` by default.
    modality: Option<String>,
    /// `positive` or `negative`; `positive` by default.
    polarity: Option<String>,
    /// Whom the article credits, outermost first.
    attributed_to: Option<OneOrMany>,
}

/// The words that a claim rests on.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Quote"))]
#[serde(expecting = "an object")]
struct QuoteWire {
    /// The words, verbatim.
    exact: String,
    /// What stands right before them.
    prefix: Option<String>,
    /// What stands right behind them.
    suffix: Option<String>,
}

/// A place in a text.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Position"))]
#[serde(expecting = "an object")]
struct PositionWire {
    /// First character, from 0.
    start: u64,
    /// One past the last.
    end: u64,
}

/// An event as one article speaks of it.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Event"))]
#[serde(expecting = "an object")]
struct EventWire {
    /// What happened, as one verb in its base form; `state` for a standing state of affairs.
    action: String,
    /// Who took part.
    #[serde(default)]
    participants: Vec<ParticipantWire>,
    /// When: words, or a TIMEX3 value.
    time: Option<String>,
    /// Where, in words.
    place: Option<String>,
}

/// Somebody who took part.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Participant"))]
#[serde(expecting = "an object")]
struct ParticipantWire {
    /// The name, as full as the article gives it.
    name: String,
    /// The part played.
    role: Option<String>,
}

/// Text to normalise, or a value already normalised.
#[derive(Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged, rename = "Value"))]
enum ValueWire {
    Words(String),
    Meant(Box<ValueRecord>),
}

impl<'de> Deserialize<'de> for ValueWire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = ValueWire;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or a normalised value")
            }

            fn visit_str<E>(self, text: &str) -> Result<ValueWire, E> {
                Ok(ValueWire::Words(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ValueWire, A::Error> {
                ValueRecord::deserialize(MapAccessDeserializer::new(map)).map(|r| ValueWire::Meant(Box::new(r)))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

impl ClaimWire {
    pub(super) fn record(self) -> Result<Record, String> {
        let (event, time_text, place_text) = self.event.event()?;
        let (value, value_text) = self.value.value()?;
        dated("value", value_text.as_deref().filter(|_| self.attribute == "time"))?;
        let mut claim =
            Claim::new(not_empty("article", self.article)?, event, Attribute::new(one_word("attribute", self.attribute)?), value);
        claim.id = self.id.filter(|id| !id.is_empty()).map(Into::into);
        claim.subject = self.subject.map(Into::into);
        claim.of = self.of.map(Into::into);
        claim.modality =
            named("modality", self.modality, Modality::parse, "asserted, planned, expected, possible, denied and hypothetical")?
                .unwrap_or_default();
        claim.polarity = named("polarity", self.polarity, Polarity::parse, "positive and negative")?.unwrap_or_default();
        claim.attributed_to = self.attributed_to.map(OneOrMany::all).unwrap_or_default().into_iter().map(Into::into).collect();
        let selector = selector(self.quote, self.position);
        Ok(Record::from(ClaimRecord { claim, selector, value_text, time_text, place_text }))
    }
}

fn selector(quote: Option<QuoteWire>, position: Option<PositionWire>) -> Option<QuoteSelector> {
    let position = position.map(|p| (p.start, p.end));
    match quote {
        Some(QuoteWire { exact, prefix, suffix }) => Some(QuoteSelector { exact: Some(exact), prefix, suffix, position }),
        None => position.map(|position| QuoteSelector { position: Some(position), ..QuoteSelector::default() }),
    }
}

impl EventWire {
    /// The event, and the words of its time and place that are still to be normalised.
    fn event(self) -> Result<(Event, Option<String>, Option<String>), String> {
        let mut event = Event::new(not_empty("event.action", self.action)?.as_str());
        for (i, ParticipantWire { name, role }) in self.participants.into_iter().enumerate() {
            let name = not_empty(&format!("event.participants[{i}].name"), name)?;
            event.participants.push(Participant { name: name.into(), role: role.map(Into::into) });
        }
        let time_text = self.time.filter(|t| !t.trim().is_empty());
        event.time = time_text.as_deref().and_then(|t| t.trim().parse::<Time>().ok());
        let time_text = time_text.filter(|_| event.time.is_none());
        dated("event.time", time_text.as_deref())?;
        Ok((event, time_text, self.place.filter(|p| !p.trim().is_empty())))
    }
}

/// Refuses digits that are meant for a date and are none. Words that are not understood stay words.
fn dated(field: &str, text: Option<&str>) -> Result<(), String> {
    let Some(text) = text.map(str::trim).filter(|t| crate::normalize::time(t, &Context::default()).is_none()) else { return Ok(()) };
    let digits = text.contains('-') && text.starts_with(|c: char| c.is_ascii_digit());
    if digits && text.chars().all(|c| c.is_ascii_digit() || "-:+.TZ".contains(c)) {
        return Err(format!("`{field}`: {text:?} is no date that a calendar has, and no value of TIMEX3"));
    }
    Ok(())
}

impl ValueWire {
    fn value(self) -> Result<(Normalized, Option<String>), String> {
        match self {
            Self::Words(words) => {
                let words = not_empty("value", words)?;
                Ok((Normalized::new(words.as_str(), Value::Text(words.as_str().into())), Some(words)))
            }
            Self::Meant(record) => {
                let value = record.value().map_err(|e| format!("`value`: {e}"))?;
                let raw = if record.raw.is_empty() { record.canonical } else { record.raw };
                Ok((Normalized::new(raw, value), None))
            }
        }
    }
}

/// What the caller already knows of a person, an organisation or a place.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Entity"))]
pub(super) struct EntityWire {
    /// Its id, which it then has in the result.
    id: String,
    /// Its names, the fullest first.
    names: Vec<String>,
    /// `person`, `organisation`, `place` or `other`.
    kind: Option<String>,
    /// The offices it holds or held.
    #[serde(default)]
    offices: Vec<OfficeWire>,
    /// What it lies in or belongs to, by name.
    within: Option<String>,
}

/// An office, and when it was held.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Office"))]
#[serde(expecting = "an object")]
struct OfficeWire {
    /// The post in its plainest words.
    title: String,
    /// The country or organisation, by name.
    of: Option<String>,
    /// First day, month or year.
    from: Option<String>,
    /// Last day, month or year.
    to: Option<String>,
}

impl EntityWire {
    pub(super) fn record(self) -> Result<Record, String> {
        if self.names.iter().all(|n| n.trim().is_empty()) {
            return Err("`names` holds no name".to_owned());
        }
        let offices = self.offices.into_iter().enumerate().map(|(i, office)| office.term(i)).collect::<Result<_, _>>()?;
        Ok(Record::from(EntityRecord {
            id: not_empty("id", self.id)?.into(),
            names: self.names.into_iter().filter(|n| !n.trim().is_empty()).map(Into::into).collect(),
            kind: named("kind", self.kind, EntityKind::parse, "person, organisation, place and other")?,
            offices,
            within: self.within.map(Into::into),
        }))
    }
}

impl OfficeWire {
    fn term(self, at: usize) -> Result<Term, String> {
        let title = not_empty(&format!("offices[{at}].title"), self.title)?;
        let from = self.from.map(|t| days(&format!("offices[{at}].from"), &t)).transpose()?;
        let to = self.to.map(|t| days(&format!("offices[{at}].to"), &t)).transpose()?;
        let office = Office { title: crate::text::fold(&title).into(), of: self.of.map(Into::into) };
        Ok(Term { office, from: from.map(|d| d.0), to: to.map(|d| d.1) })
    }
}

/// First and last day of a day, month or year.
fn days(field: &str, text: &str) -> Result<(Date, Date), String> {
    let form = text.trim().parse::<TimeForm>().ok().and_then(TimeForm::interval);
    form.and_then(Interval::days).ok_or_else(|| format!("`{field}` is {:?}, which is no day, month or year", shortened(text)))
}

/// A person's decision on two claims, or on two entities.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Decision"))]
pub(super) struct DecisionWire {
    /// The ids of the two claims.
    claims: Option<[String; 2]>,
    /// The ids or names of the two entities.
    entities: Option<[String; 2]>,
    /// On claims: `same-event`, `different-event`, `conflicts`, `no-conflict`, `corroborates` or `unsure`; on entities:
    /// `same-entity`, `different-entity` or `unsure`.
    verdict: String,
    /// Who decided.
    by: String,
    /// When: RFC 3339, a civil date, or a civil date and time.
    at: String,
    /// Why.
    why: Option<String>,
}

impl DecisionWire {
    pub(super) fn record(self) -> Result<Record, String> {
        let (about, on_entities) = match (self.claims, self.entities) {
            (Some([a, b]), None) => (About::Claims(not_empty("claims", a)?.into(), not_empty("claims", b)?.into()), false),
            (None, Some([a, b])) => (About::Entities(not_empty("entities", a)?.into(), not_empty("entities", b)?.into()), true),
            _ => return Err("a decision is about two `claims` or two `entities`".to_owned()),
        };
        let all = "same-event, different-event, conflicts, no-conflict, corroborates, unsure, same-entity and different-entity";
        let verdict = Verdict::parse(&self.verdict).ok_or_else(|| none_of("verdict", &self.verdict, all))?;
        if verdict != Verdict::Unsure && verdict.is_of_entities() != on_entities {
            let about = if on_entities { "entities" } else { "claims" };
            return Err(format!("`verdict` is \"{verdict}\", which does not fit `{about}`"));
        }
        let at = not_empty("at", self.at)?;
        published("at", &at)?;
        Ok(Record::from(Decision {
            about,
            at: at.trim().into(),
            by: not_empty("by", self.by)?.into(),
            verdict,
            why: self.why.map(Into::into),
        }))
    }
}

/// An article withdrawn.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Retract"))]
pub(super) struct RetractWire {
    /// The id of the article.
    article: String,
}

impl RetractWire {
    pub(super) fn record(self) -> Result<Record, String> {
        Ok(Record::Retract(not_empty("article", self.article)?.into()))
    }
}

fn not_empty(field: &str, text: String) -> Result<String, String> {
    if text.trim().is_empty() { Err(format!("`{field}` is empty")) } else { Ok(text) }
}

/// A sentence in place of a noun would be a data item that no other claim ever speaks of.
fn one_word(field: &str, text: String) -> Result<String, String> {
    let text = not_empty(field, text)?;
    if text.trim().contains(char::is_whitespace) {
        return Err(format!("`{field}` is {:?}, which is more than one word", shortened(&text)));
    }
    Ok(text)
}

fn none_of(field: &str, text: &str, all: &str) -> String {
    format!("`{field}` is {:?}, which is none of {all}", shortened(text))
}

fn named<T>(field: &str, text: Option<String>, parse: impl Fn(&str) -> Option<T>, all: &str) -> Result<Option<T>, String> {
    text.map(|t| parse(&t).ok_or_else(|| none_of(field, &t, all))).transpose()
}

/// The JSON Schema of one record, draft 2020-12.
#[cfg(feature = "schema")]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(InputRecord)
}

/// A record: one line of NDJSON, or one element of a JSON array.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(tag = "type", rename_all = "lowercase", rename = "Record")]
#[allow(dead_code, reason = "only its schema is used")]
enum InputRecord {
    Article(ArticleWire),
    Claim(Box<ClaimWire>),
    Entity(EntityWire),
    Decision(DecisionWire),
    Retract(RetractWire),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::parse::record;

    fn article(json: &str) -> Article {
        let Ok(Record::Article(article)) = record(json.as_bytes()) else { panic!("{:?}", record(json.as_bytes())) };
        *article
    }

    #[test]
    fn articles_of_other_programs() {
        let read = article(
            r#"{"title":"Talks","author":"B. Writer","hostname":"quay.example","date":"2031-05-05","id":null,"source":"https://quay.example/1","raw_text":"Rain fell.","text":"Rain fell.","tags":""}"#,
        );
        let of_trafilatura = (read.url.as_deref(), read.publisher.as_deref(), read.author.as_deref());
        assert_eq!(of_trafilatura, (Some("https://quay.example/1"), Some("quay.example"), Some("B. Writer")));
        assert_eq!(read.published.unwrap().to_string(), "2031-05-05");
        let read = article(
            r#"{"url":"https://www.mole.example/1","title":"Talks","authors":["A","B"],"publish_date":"2031-05-05 00:00:00","text":"Rain fell.","images":[]}"#,
        );
        let of_newspaper = (read.url.as_deref(), read.publisher.as_deref(), read.author.as_deref());
        assert_eq!(of_newspaper, (Some("https://www.mole.example/1"), Some("mole.example"), Some("A, B")));
        assert_eq!(read.published.unwrap().to_string(), "2031-05-05T00:00:00");
        let reason = record(br#"{"title":"Talks","date":"2031-02-30","text":"Rain fell."}"#).unwrap_err();
        assert!(reason.starts_with("`date` is \"2031-02-30\""), "{reason}");
    }

    #[test]
    fn claims_keep_what_is_still_words() {
        let json = r#"{"type":"claim","article":"a","quote":{"exact":"x","suffix":"y"},"event":{"action":"Meet","participants":[{"name":"Ada Okafor","role":"agent"}],"time":"2031-05","place":"Porto"},"attribute":"duration","of":"talks","value":"about three hours","modality":"expected","polarity":"negative","attributed_to":"an aide"}"#;
        let Ok(Record::Claim(read)) = record(json.as_bytes()) else { panic!() };
        assert_eq!((read.value_text.as_deref(), read.time_text.as_deref()), (Some("about three hours"), None));
        assert_eq!(read.place_text.as_deref(), Some("Porto"));
        assert_eq!(read.claim.event.time, Some(Time::new(TimeForm::Month(2031, 5))));
        assert_eq!((read.claim.modality, read.claim.polarity), (Modality::Expected, Polarity::Negative));
        assert_eq!(read.claim.attributed_to, ["an aide".into()]);
        assert_eq!(read.selector.unwrap().suffix.as_deref(), Some("y"));
        let Ok(Record::Claim(read)) = record(json.replace("2031-05", "last Sunday").as_bytes()) else { panic!() };
        assert_eq!((read.time_text.as_deref(), read.claim.event.time), (Some("last Sunday"), None));
    }

    #[test]
    fn entities_and_their_offices() {
        let json = r#"{"type":"entity","id":"n","names":["Ada Okafor"],"kind":"person","offices":[{"title":"Foreign Minister","of":"Norway","from":"2029","to":"2031-02"}]}"#;
        let Ok(Record::Entity(read)) = record(json.as_bytes()) else { panic!() };
        let term = &read.offices[0];
        assert_eq!((&*term.office.title, term.office.of.as_deref()), ("foreign minister", Some("Norway")));
        assert_eq!((term.from, term.to), (Some(jiff::civil::date(2029, 1, 1)), Some(jiff::civil::date(2031, 2, 28))));
        let reason = record(json.replace("2031-02", "soon").as_bytes()).unwrap_err();
        assert_eq!(reason, "`offices[0].to` is \"soon\", which is no day, month or year");
    }
}
