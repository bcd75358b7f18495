//! The records as they stand in JSON: the input half of the interchange contract.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};

use super::date::published;
use super::parse::shortened;
use super::value::ValueWire;
use crate::claim::{
    About, Attribute, Claim, ClaimRecord, Decision, EntityKind, EntityRecord, Event, Modality, Office, Participant, Polarity, Record,
    Refusal, RejectionCode, Scope, Term, Verdict, check,
};
use crate::corpus::{Article, Published, QuoteSelector};
use crate::id::ArticleId;
use crate::normalize::Context;
use crate::value::{Interval, Normalized, Time, TimeForm, Value};

/// A record, and what was lost of it.
#[derive(Debug)]
pub(super) struct Made<T = Record> {
    pub(super) record: T,
    pub(super) lost: Vec<Refusal>,
}

/// An article.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Article", deny_unknown_fields))]
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
    /// When it was published: RFC 3339, a civil date, a civil date and time, or seconds since 1970.
    published: Option<DateWire>,
    /// When its text was last changed, written likewise. Of two texts under one id the later stands.
    updated: Option<DateWire>,
    /// Its language, as a BCP 47 tag.
    language: Option<String>,
    /// Its text; absent where the article is known only through claims made elsewhere.
    text: Option<String>,
}

/// A date as text, or as a number whose digits are read as text.
#[derive(Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
enum DateWire {
    Text(String),
    #[cfg_attr(feature = "schema", schemars(with = "i64"))]
    Number(String),
}

impl DateWire {
    fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
        }
    }
}

impl<'de> Deserialize<'de> for DateWire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = DateWire;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date as text, or seconds since 1970")
            }

            fn visit_str<E>(self, text: &str) -> Result<DateWire, E> {
                Ok(DateWire::Text(text.to_owned()))
            }

            fn visit_u64<E>(self, n: u64) -> Result<DateWire, E> {
                Ok(DateWire::Number(n.to_string()))
            }

            fn visit_i64<E>(self, n: i64) -> Result<DateWire, E> {
                Ok(DateWire::Number(n.to_string()))
            }

            fn visit_f64<E>(self, n: f64) -> Result<DateWire, E> {
                Ok(DateWire::Number(n.to_string()))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

impl ArticleWire {
    pub(super) fn record(self) -> Result<Made, Refusal> {
        let Made { record, lost } = self.article("published");
        check::filled("id", record.id.as_ref().map_or("-", ArticleId::as_str))?;
        Ok(Made { record: Record::from(record), lost })
    }

    /// The article. A date that cannot be read loses the date, not the article.
    fn article(self, field: &str) -> Made<Article> {
        let mut lost = Vec::new();
        let mut date = |field: &str, wire: Option<DateWire>| -> Option<Published> {
            let read = wire.map_or(Ok(None), |wire| published(field, wire.text()));
            read.unwrap_or_else(|reason| {
                lost.push(Refusal::new(RejectionCode::BadDate, reason));
                None
            })
        };
        let (published, updated) = (date(field, self.published), date("updated", self.updated));
        let some = |text: Option<String>| text.filter(|t| !t.trim().is_empty());
        let record = Article {
            id: some(self.id).map(ArticleId::from),
            url: some(self.url),
            title: some(self.title),
            publisher: some(self.publisher),
            agency: some(self.agency),
            author: some(self.author),
            published,
            updated,
            language: some(self.language),
            text: self.text.map(Into::into),
        };
        Made { record, lost }
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
    published: Option<DateWire>,
    updated: Option<DateWire>,
    language: Option<String>,
    pub(super) text: Option<String>,
    // trafilatura: `source` is the address, `hostname` the site.
    hostname: Option<String>,
    sitename: Option<String>,
    date: Option<DateWire>,
    source: Option<String>,
    raw_text: Option<String>,
    // newspaper4k
    authors: Option<OneOrMany>,
    publish_date: Option<DateWire>,
    meta_site_name: Option<String>,
    // Marks of records that are no articles.
    schema_version: Option<u64>,
    article: Option<serde::de::IgnoredAny>,
}

impl UntypedWire {
    pub(super) fn record(self) -> Result<Made, Refusal> {
        let no = |reason: &str| Err(Refusal::new(RejectionCode::NotARecord, reason));
        if self.schema_version.is_some() {
            return no("this is a saved result, not a record to reconcile");
        }
        let known = [&self.title, &self.url, &self.source, &self.hostname, &self.publisher];
        let dated = [&self.published, &self.date, &self.publish_date].iter().any(|f| f.is_some());
        let named = known.iter().any(|f| f.is_some()) || self.authors.is_some() || self.author.is_some();
        let text = self.text.as_deref().or(self.raw_text.as_deref());
        if self.article.is_some() || text.is_none() || !(dated || named) {
            return no("missing field `type`, and the other fields are not those of an article that trafilatura or newspaper4k wrote");
        }
        let Made { record, lost } = self.article();
        Ok(Made { record: Record::from(record), lost })
    }

    pub(super) fn article(self) -> Made<Article> {
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
            updated: self.updated,
            language: self.language,
            text: self.text.or(self.raw_text),
        };
        article.article(field.unwrap_or("published"))
    }

    /// Sets a field by name, as front matter does; names that are no field of an article are passed over, and a date that cannot be
    /// read is refused.
    pub(super) fn set(&mut self, key: &str, value: String) -> Result<(), Refusal> {
        let date = match key {
            "published" => Some(&mut self.published),
            "updated" => Some(&mut self.updated),
            "date" => Some(&mut self.date),
            _ => None,
        };
        if let Some(date) = date {
            published(key, &value).map_err(|reason| Refusal::new(RejectionCode::BadDate, reason))?;
            *date = Some(DateWire::Text(value)).filter(|d| !d.text().is_empty());
            return Ok(());
        }
        let field = match key {
            "id" => &mut self.id,
            "url" => &mut self.url,
            "title" => &mut self.title,
            "publisher" => &mut self.publisher,
            "agency" => &mut self.agency,
            "author" => &mut self.author,
            "language" => &mut self.language,
            "hostname" => &mut self.hostname,
            "sitename" => &mut self.sitename,
            _ => return Ok(()),
        };
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

/// One statement of one article: a value of one attribute of one event, or of a standing fact of one subject.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Claim", deny_unknown_fields))]
pub(super) struct ClaimWire {
    /// Leave it out: a hash of what the claim says and where. An id of your own must be another for each claim.
    id: Option<String>,
    /// The id of the article that makes it.
    article: String,
    /// The words it rests on.
    quote: Option<QuoteWire>,
    /// Where they stand. Leave it out, unless you can count characters.
    position: Option<PositionWire>,
    /// The event it speaks of. Leave it out for a standing fact (a population, who holds an office), and give `subject`.
    event: Option<EventWire>,
    /// Which attribute, as one noun: `time`, `place`, `duration`, `killed`, `injured`, `cost` and so on; the same name each time.
    attribute: String,
    /// Whose attribute it is, by name, where it is not the event's own: whose age, whose growth.
    subject: Option<String>,
    /// Which part a count is of, where it is not the whole: `children`.
    of: Option<String>,
    /// What else the value holds for, as far as the article says.
    scope: Option<ScopeWire>,
    /// The value.
    value: ValueWire,
    /// How far the article commits itself; `asserted` by default.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::forms::Modality>"))]
    modality: Option<String>,
    /// `negative` for what the article says did not happen; `positive` by default.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::forms::Polarity>"))]
    polarity: Option<String>,
    /// `true` where what the article leaves open lies behind the telling ("is believed to have sold"): no later report is its outcome.
    past: Option<bool>,
    /// Whom the article credits, outermost first; leave it out for the article's own voice.
    attributed_to: Option<OneOrMany>,
}

/// What a value holds for, beside its event, attribute and subject. Leave out what the article does not say.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Scope", deny_unknown_fields))]
#[serde(expecting = "an object")]
struct ScopeWire {
    /// The part that is counted: `children`. The same as `of` of the claim.
    part: Option<String>,
    /// The place inside the event that the value is of.
    place: Option<String>,
    /// Whose figure it is: `health ministry`.
    institution: Option<String>,
    /// The stretch of time that the value is of, in words: `the third quarter`.
    period: Option<ValueWire>,
    /// The moment up to which it was counted, in words: `Tuesday noon`.
    as_of: Option<ValueWire>,
    /// What is counted as what: `confirmed cases`.
    definition: Option<String>,
    /// Whether the value is that of one day, rather than a total.
    daily: Option<bool>,
}

impl ScopeWire {
    fn scope(self) -> Result<Scope, Refusal> {
        let word = |text: Option<String>| text.filter(|t| !t.trim().is_empty()).map(Into::into);
        let mut scope = Scope::new();
        (scope.part, scope.place, scope.institution) = (word(self.part), word(self.place), word(self.institution));
        (scope.definition, scope.daily) = (word(self.definition), self.daily);
        scope.period = self.period.map(|v| time("scope.period", v)).transpose()?;
        scope.as_of = self.as_of.map(|v| time("scope.as_of", v)).transpose()?;
        Ok(scope)
    }
}

/// A time: one already normalised, or words that are still to be.
fn time(field: &str, wire: ValueWire) -> Result<Normalized, Refusal> {
    let (value, words) = wire.value(field)?;
    match (words, &value.value) {
        (Some(_), _) | (None, Value::Time(_) | Value::Text(_)) => Ok(value),
        (None, other) => Err(Refusal::new(RejectionCode::BadValue, format!("`{field}` is a {}, and no time", other.kind()))),
    }
}

/// The words that a claim rests on.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Quote", deny_unknown_fields))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Position", deny_unknown_fields))]
#[serde(expecting = "an object")]
struct PositionWire {
    /// First character, from 0.
    start: u64,
    /// One past the last.
    end: u64,
}

/// An event as one article speaks of it.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Event", deny_unknown_fields))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Participant", deny_unknown_fields))]
#[serde(expecting = "an object")]
struct ParticipantWire {
    /// The name, as full as the article gives it.
    name: String,
    /// The part played.
    role: Option<String>,
}

impl ClaimWire {
    pub(super) fn record(self) -> Result<Record, Refusal> {
        let subject = self.subject.filter(|s| !s.trim().is_empty());
        let (event, time_text, place_text) = match (self.event, &subject) {
            (Some(event), _) => event.event()?,
            // A standing fact of whoever it is about.
            (None, Some(subject)) => (Event::new("state").with(subject.as_str()), None, None),
            (None, None) => return Err(Refusal::new(RejectionCode::MissingField, NO_EVENT)),
        };
        let (value, value_text) = self.value.value("value")?;
        dated("value", value_text.as_deref().filter(|_| self.attribute == "time"))?;
        check::attribute("attribute", &self.attribute)?;
        let mut claim = Claim::new(not_empty("article", self.article)?, event, Attribute::new(self.attribute), value);
        claim.id = self.id.filter(|id| !id.is_empty()).map(Into::into);
        claim.subject = subject.map(Into::into);
        claim.of = self.of.filter(|of| !of.trim().is_empty()).map(Into::into);
        if let Some(scope) = self.scope {
            claim = claim.scope(scope.scope()?);
        }
        claim.modality =
            named("modality", self.modality, Modality::parse, "asserted, planned, expected, possible, denied and hypothetical")?
                .unwrap_or_default();
        claim.polarity = named("polarity", self.polarity, Polarity::parse, "positive and negative")?.unwrap_or_default();
        claim.past = self.past.unwrap_or_default();
        claim.attributed_to = self.attributed_to.map(OneOrMany::all).unwrap_or_default().into_iter().map(Into::into).collect();
        let selector = selector(self.quote, self.position);
        Ok(Record::from(ClaimRecord { claim, selector, value_text, time_text, place_text }))
    }
}

const NO_EVENT: &str = "missing field `event`; a claim of a standing fact has a `subject` in its place, and this one has neither";

fn selector(quote: Option<QuoteWire>, position: Option<PositionWire>) -> Option<QuoteSelector> {
    let position = position.map(|p| (p.start, p.end));
    match quote {
        Some(QuoteWire { exact, prefix, suffix }) => Some(QuoteSelector { exact: Some(exact), prefix, suffix, position }),
        None => position.map(|position| QuoteSelector { position: Some(position), ..QuoteSelector::default() }),
    }
}

impl EventWire {
    /// The event, and the words of its time and place that are still to be normalised.
    fn event(self) -> Result<(Event, Option<String>, Option<String>), Refusal> {
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
fn dated(field: &str, text: Option<&str>) -> Result<(), Refusal> {
    let Some(text) = text.map(str::trim).filter(|t| crate::normalize::time(t, &Context::default()).is_none()) else { return Ok(()) };
    let digits = text.contains('-') && text.starts_with(|c: char| c.is_ascii_digit());
    if digits && text.chars().all(|c| c.is_ascii_digit() || "-:+.TZ".contains(c)) {
        let reason = format!("`{field}`: {text:?} is no date that a calendar has, and no value of TIMEX3");
        return Err(Refusal::new(RejectionCode::BadDate, reason));
    }
    Ok(())
}

/// What the caller already knows of a person, an organisation or a place.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Entity", deny_unknown_fields))]
pub(super) struct EntityWire {
    /// Its id, which it then has in the result.
    id: String,
    /// Its names, the fullest first.
    names: Vec<String>,
    /// What it is.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::forms::EntityKind>"))]
    kind: Option<String>,
    /// The offices it holds or held.
    #[serde(default)]
    offices: Vec<OfficeWire>,
    /// What it lies in or belongs to, by name.
    within: Option<String>,
}

/// An office, and when it was held.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Office", deny_unknown_fields))]
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
    pub(super) fn record(self) -> Result<Record, Refusal> {
        if self.names.iter().all(|n| n.trim().is_empty()) {
            return Err(Refusal::new(RejectionCode::BadField, "`names` holds no name"));
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
    fn term(self, at: usize) -> Result<Term, Refusal> {
        let title = not_empty(&format!("offices[{at}].title"), self.title)?;
        let from = self.from.map(|t| days(&format!("offices[{at}].from"), &t)).transpose()?;
        let to = self.to.map(|t| days(&format!("offices[{at}].to"), &t)).transpose()?;
        let office = Office { title: crate::text::fold(&title).into(), of: self.of.map(Into::into) };
        Ok(Term { office, from: from.map(|d| d.0), to: to.map(|d| d.1) })
    }
}

/// First and last day of a day, month or year.
fn days(field: &str, text: &str) -> Result<(Date, Date), Refusal> {
    let form = text.trim().parse::<TimeForm>().ok().and_then(TimeForm::interval);
    let bad = || Refusal::new(RejectionCode::BadDate, format!("`{field}` is {:?}, which is no day, month or year", shortened(text)));
    form.and_then(Interval::days).ok_or_else(bad)
}

/// A person's decision on two claims, or on two entities.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Decision", deny_unknown_fields))]
pub(super) struct DecisionWire {
    /// The ids of the two claims.
    claims: Option<[String; 2]>,
    /// The ids or names of the two entities.
    entities: Option<[String; 2]>,
    /// On claims: `same-event`, `different-event`, `conflicts`, `no-conflict`, `corroborates` or `unsure`; on entities:
    /// `same-entity`, `different-entity` or `unsure`.
    #[cfg_attr(feature = "schema", schemars(with = "super::forms::Verdict"))]
    verdict: String,
    /// Who decided.
    by: String,
    /// When: RFC 3339, a civil date, or a civil date and time.
    at: String,
    /// Why.
    why: Option<String>,
}

impl DecisionWire {
    pub(super) fn record(self) -> Result<Record, Refusal> {
        let about = match (self.claims, self.entities) {
            (Some([a, b]), None) => About::Claims(a.into(), b.into()),
            (None, Some([a, b])) => About::Entities(a.into(), b.into()),
            _ => return Err(Refusal::new(RejectionCode::BadField, "a decision is about two `claims` or two `entities`")),
        };
        let all = "same-event, different-event, conflicts, no-conflict, corroborates, unsure, same-entity and different-entity";
        let bad = |reason| Refusal::new(RejectionCode::BadField, reason);
        let verdict = Verdict::parse(&self.verdict).ok_or_else(|| bad(none_of("verdict", &self.verdict, all)))?;
        let at = not_empty("at", self.at)?;
        published("at", &at).map_err(|reason| Refusal::new(RejectionCode::BadDate, reason))?;
        let decision = Decision { about, at: at.trim().into(), by: self.by.into(), verdict, why: self.why.map(Into::into) };
        check::decision(&decision)?;
        Ok(Record::from(decision))
    }
}

/// An article withdrawn.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Retract", deny_unknown_fields))]
pub(super) struct RetractWire {
    /// The id of the article.
    article: String,
}

impl RetractWire {
    pub(super) fn record(self) -> Result<Record, Refusal> {
        Ok(Record::Retract(not_empty("article", self.article)?.into()))
    }
}

pub(super) fn not_empty(field: &str, text: String) -> Result<String, Refusal> {
    check::filled(field, &text).map(|()| text)
}

pub(super) fn none_of(field: &str, text: &str, all: &str) -> String {
    format!("`{field}` is {:?}, which is none of {all}", shortened(text))
}

pub(super) fn named<T>(field: &str, text: Option<String>, parse: impl Fn(&str) -> Option<T>, all: &str) -> Result<Option<T>, Refusal> {
    text.map(|t| parse(&t).ok_or_else(|| Refusal::new(RejectionCode::BadField, none_of(field, &t, all)))).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::parse::record;

    fn article(json: &str) -> Article {
        let Record::Article(article) = record(json.as_bytes()).unwrap().record else { panic!("{json}") };
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
        let read = record(br#"{"title":"Talks","date":"2031-02-30","text":"Rain fell."}"#).unwrap();
        assert!(read.lost.len() == 1 && read.lost[0].reason.starts_with("`date` is \"2031-02-30\""), "{:?}", read.lost);
        let Record::Article(article) = read.record else { panic!() };
        assert_eq!(article.published, None);
    }

    #[test]
    fn claims_keep_what_is_still_words() {
        let json = r#"{"type":"claim","article":"a","quote":{"exact":"x","suffix":"y"},"event":{"action":"Meet","participants":[{"name":"Ada Okafor","role":"agent"}],"time":"2031-05","place":"Porto"},"attribute":"duration","of":"talks","value":"about three hours","modality":"expected","polarity":"negative","attributed_to":"an aide"}"#;
        let Record::Claim(read) = record(json.as_bytes()).unwrap().record else { panic!() };
        assert_eq!((read.value_text.as_deref(), read.time_text.as_deref()), (Some("about three hours"), None));
        assert_eq!(read.place_text.as_deref(), Some("Porto"));
        assert_eq!(read.claim.event.time, Some(Time::new(TimeForm::Month(2031, 5))));
        assert_eq!((read.claim.modality, read.claim.polarity), (Modality::Expected, Polarity::Negative));
        assert_eq!(read.claim.attributed_to, ["an aide".into()]);
        assert_eq!(read.selector.unwrap().suffix.as_deref(), Some("y"));
        let Record::Claim(read) = record(json.replace("2031-05", "last Sunday").as_bytes()).unwrap().record else { panic!() };
        assert_eq!((read.time_text.as_deref(), read.claim.event.time), (Some("last Sunday"), None));
    }

    #[test]
    fn entities_and_their_offices() {
        let json = r#"{"type":"entity","id":"n","names":["Ada Okafor"],"kind":"person","offices":[{"title":"Foreign Minister","of":"Norway","from":"2029","to":"2031-02"}]}"#;
        let Record::Entity(read) = record(json.as_bytes()).unwrap().record else { panic!() };
        let term = &read.offices[0];
        assert_eq!((&*term.office.title, term.office.of.as_deref()), ("foreign minister", Some("Norway")));
        assert_eq!((term.from, term.to), (Some(jiff::civil::date(2029, 1, 1)), Some(jiff::civil::date(2031, 2, 28))));
        let reason = record(json.replace("2031-02", "soon").as_bytes()).unwrap_err();
        assert_eq!(reason.reason, "`offices[0].to` is \"soon\", which is no day, month or year");
    }
}
