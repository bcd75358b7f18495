//! Saved results back into graphs.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::SCHEMA_VERSION;
use super::lines::{is_lines, lines};
use super::wire::{
    ArticleWire, ChangeWire, ClaimWire, Counts, DecisionWire, Document, EntityWire, EventMentionWire, EventWire, FactWire, MentionWire,
    NameWire, OriginWire, PositionWire, RejectedWire, RelationWire, RevisionWire, ScopeWire,
};
use crate::claim::{
    About, Attribute, Claim, Decision, EntityKind, Event, Modality, Participant, Polarity, Rejected, RejectionCode, Scope, Verdict,
};
use crate::corpus::{Article, Published, Quote};
use crate::graph::{
    ArticleNode, BadParts, Change, ClaimGraph, ClaimNode, Decided, Entity, EntityMention, EventNode, Fact, FactState, Origin, Parts,
    Position, Revision, joint,
};
use crate::id::{ArticleIx, ClaimIx, EntityIx, EventIx, OriginIx};
use crate::ontology::BadOntology;
use crate::relation::{Basis, Kind, Relation};
use crate::text::{Span, clean};
use crate::value::{BadValue, Normalized, Value, ValueRecord};

/// Why a saved result cannot be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// Not JSON, or not the JSON of a result.
    #[error("not a saved result: {}", one_line(.0))]
    Json(#[from] serde_json::Error),
    /// A line of NDJSON, by its number, that is no record of a result.
    #[error("line {n} is no record of a result: {}", one_line(.1), n = .0)]
    Line(usize, serde_json::Error),
    /// NDJSON that does not begin as a result does: the line with its first record.
    #[error("line {0}: a result begins with its `result` record")]
    NoBeginning(usize),
    /// A line on which another result begins, in the middle of the first.
    #[error("line {0}: a second result begins")]
    SecondResult(usize),
    /// A line behind the `end` record.
    #[error("line {0} stands behind the `end` record: a file holds one result")]
    BehindEnd(usize),
    /// NDJSON without the `end` record: the last line that is whole, and what the lines hold.
    #[error(
        "the result ends behind line {0} ({1}) without an `end` record: it is cut off, or was written by a version before there was \
         one; make it again"
    )]
    CutOff(usize, String),
    /// NDJSON that holds more or fewer elements of a kind than its `end` record counts.
    #[error("the result holds {found} {kind}, and its `end` record counts {told}")]
    Count {
        /// The list.
        kind: &'static str,
        /// How many there are.
        found: usize,
        /// How many there were.
        told: usize,
    },
    /// JSON that holds more or fewer elements of a kind than its `counts` say.
    #[error("the result holds {found} {kind}, and its `counts` say {told}")]
    Told {
        /// The list.
        kind: &'static str,
        /// How many there are.
        found: usize,
        /// How many there were.
        told: usize,
    },
    /// Written by a program that knows more.
    #[error("the result has schema version {0}, and this program reads {SCHEMA_VERSION}")]
    Version(u32),
    /// An id that no element of its list has.
    #[error("{0} {1:?} is referred to and not in the result")]
    Unknown(&'static str, String),
    /// A word that the contract does not have.
    #[error("{1:?} is no {0}")]
    Word(&'static str, String),
    /// A value that cannot be read.
    #[error("the value of {of}: {bad}", of = clean(.0), bad = .1)]
    Value(String, BadValue),
    /// Declarations that make no ontology.
    #[error(transparent)]
    Ontology(#[from] BadOntology),
    /// A list out of order, or an id twice.
    #[error(transparent)]
    Parts(#[from] BadParts),
}

/// serde quotes what it did not expect as it stands.
fn one_line(error: &serde_json::Error) -> String {
    clean(&error.to_string())
}

/// Loads what [`json`](super::json()) or [`ndjson`](super::ndjson()) wrote.
///
/// Not in a saved result, and therefore not in the graph: the articles' texts, and byte offsets (a quote's `span` counts
/// characters). What the graph explains is the same before and after.
///
/// A result is whole or it does not load: JSON that is cut off does not parse, both forms end with the counts of what they hold, and
/// lists that contradict each other are refused.
/// O(n log n) in the size of the result.
///
/// # Errors
/// [`LoadError`], which names what is wrong with the result.
pub fn load(bytes: &[u8]) -> Result<ClaimGraph, LoadError> {
    let document: Document<'_> = if is_lines(bytes) { lines(bytes)? } else { serde_json::from_slice(bytes)? };
    if document.schema_version != SCHEMA_VERSION {
        return Err(LoadError::Version(document.schema_version));
    }
    if let Some((kind, found, told)) = document.counts.and_then(|told| Counts::of(&document).missing(&told)) {
        return Err(LoadError::Told { kind, found, told });
    }
    let ids = Ids::of(&document);
    let events = all(document.events, |e| ids.event_node(e))?;
    let entities = all(document.entities, |e| ids.entity_node(e))?;
    let mentions: Vec<Arc<Event>> = events.iter().map(|e| Arc::new(joint(e, &entities))).collect();
    let parts = Parts {
        articles: all(document.articles, |a| ids.article_node(a))?,
        origins: all(document.origins, |o| ids.origin_node(o))?,
        claims: all(document.claims, |c| ids.claim_node(c, &mentions, &entities))?,
        relations: all(document.relations, |r| ids.relation(r))?,
        facts: all(document.facts, |f| ids.fact(f))?,
        revisions: all(document.revisions, |r| ids.revision(r))?,
        decisions: all(document.decisions, decided)?,
        rejected: document.rejected.into_iter().map(rejected).collect(),
        entities,
        events,
        ontology: document.ontology.map(|rows| rows.ontology().map(Arc::new)).transpose()?,
    };
    Ok(ClaimGraph::of_read(parts)?)
}

fn all<W, T>(wires: Vec<W>, make: impl FnMut(W) -> Result<T, LoadError>) -> Result<Vec<T>, LoadError> {
    wires.into_iter().map(make).collect()
}

/// Ids to places in their lists.
struct Ids {
    articles: Index<ArticleIx>,
    origins: Index<OriginIx>,
    entities: Index<EntityIx>,
    events: Index<EventIx>,
    claims: Index<ClaimIx>,
}

struct Index<I> {
    what: &'static str,
    map: FxHashMap<String, I>,
}

impl<I: Copy> Index<I> {
    fn of<'a>(what: &'static str, index: fn(u32) -> I, ids: impl Iterator<Item = &'a Cow<'a, str>>) -> Self {
        Self { what, map: ids.zip(0..).map(|(id, i)| (id.to_string(), index(i))).collect() }
    }

    fn get(&self, id: &str) -> Result<I, LoadError> {
        self.map.get(id).copied().ok_or_else(|| LoadError::Unknown(self.what, id.to_owned()))
    }

    fn all(&self, ids: &[Cow<'_, str>]) -> Result<Vec<I>, LoadError> {
        ids.iter().map(|id| self.get(id)).collect()
    }

    fn maybe(&self, id: Option<&str>) -> Result<Option<I>, LoadError> {
        id.map(|id| self.get(id)).transpose()
    }
}

fn owned(text: Option<Cow<'_, str>>) -> Option<String> {
    text.map(Cow::into_owned)
}

fn shared(text: Option<Cow<'_, str>>) -> Option<Arc<str>> {
    text.map(Into::into)
}

fn word<T>(what: &'static str, text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, LoadError> {
    parse(text).ok_or_else(|| LoadError::Word(what, text.to_owned()))
}

fn value(of: &str, record: ValueRecord) -> Result<Normalized, LoadError> {
    let value = record.value().map_err(|e| LoadError::Value(of.to_owned(), e))?;
    Ok(Normalized::new(record.raw, value))
}

/// A code of a later version is none that this one knows; the sentence stays.
fn rejected(wire: RejectedWire<'_>) -> Rejected {
    let code = RejectionCode::parse(&wire.code).unwrap_or(RejectionCode::Unspecified);
    Rejected::in_file(shared(wire.file), wire.line, wire.reason).coded(code)
}

fn decided(wire: DecisionWire<'_>) -> Result<Decided, LoadError> {
    let about = match (wire.claims, wire.entities) {
        (Some([a, b]), _) => About::Claims((*a).into(), (*b).into()),
        (None, Some([a, b])) => About::Entities(a.into(), b.into()),
        (None, None) => return Err(LoadError::Word("decision: it names neither claims nor entities; its verdict", wire.verdict.into())),
    };
    let verdict = word("verdict", &wire.verdict, Verdict::parse)?;
    let decision = Decision { about, at: wire.at.into(), by: wire.by.into(), verdict, why: shared(wire.why) };
    let refused = word("effect of a decision", &wire.effect, |effect| match effect {
        "applied" => Some(None),
        "refused" => Some(Some(owned(wire.reason.clone()).unwrap_or_default())),
        _ => None,
    })?;
    Ok(Decided { decision, refused })
}

fn published(text: &str) -> Result<Option<Published>, LoadError> {
    word("date", text, |t| crate::ingest::published("published", t).ok())
}

fn scope(of: &str, wire: ScopeWire<'_>) -> Result<Box<Scope>, LoadError> {
    let mut scope = Scope::new();
    (scope.part, scope.place, scope.institution) = (shared(wire.part), shared(wire.place), shared(wire.institution));
    (scope.definition, scope.daily) = (shared(wire.definition), wire.daily);
    scope.period = wire.period.map(|v| value(of, v)).transpose()?;
    scope.as_of = wire.as_of.map(|v| value(of, v)).transpose()?;
    Ok(Box::new(scope))
}

/// The event as the claim's own article tells it.
fn mention(of: &str, wire: EventMentionWire<'_>) -> Result<Event, LoadError> {
    let mut event = Event::new(&*wire.action);
    event.open = wire.open;
    let participant = |p: NameWire<'_>| Participant { name: p.name.into(), role: shared(p.role) };
    event.participants = wire.participants.into_iter().map(participant).collect();
    match wire.time.map(|v| value(of, v)).transpose()?.map(|v| v.value) {
        Some(Value::Time(time)) => event.time = Some(time),
        Some(Value::Text(period)) => event.period = Some(period),
        None => {}
        Some(other) => return Err(LoadError::Word("time of a mention", other.canonical())),
    }
    match wire.place.map(|v| value(of, v)).transpose()?.map(|v| v.value) {
        Some(Value::Place(place)) => event.place = Some(place),
        None => {}
        Some(other) => return Err(LoadError::Word("place of a mention", other.canonical())),
    }
    Ok(event)
}

fn quote(exact: Arc<str>, (prefix, suffix): (Arc<str>, Arc<str>), (start, end): (usize, usize)) -> Quote {
    Quote { exact, prefix, suffix, span: Span::new(start, end), start, end }
}

impl Ids {
    fn of(document: &Document<'_>) -> Self {
        Self {
            articles: Index::of("article", ArticleIx::new, document.articles.iter().map(|a| &a.id)),
            origins: Index::of("origin", OriginIx::new, document.origins.iter().map(|o| &o.id)),
            entities: Index::of("entity", EntityIx::new, document.entities.iter().map(|e| &e.id)),
            events: Index::of("event", EventIx::new, document.events.iter().map(|e| &e.id)),
            claims: Index::of("claim", ClaimIx::new, document.claims.iter().map(|c| &c.id)),
        }
    }

    fn article_node(&self, wire: ArticleWire<'_>) -> Result<ArticleNode, LoadError> {
        let id: crate::id::ArticleId = wire.id.into_owned().into();
        let date = |text: Option<Cow<'_, str>>| text.as_deref().map_or(Ok(None), published);
        let article = Article {
            id: Some(id.clone()),
            url: owned(wire.url),
            title: owned(wire.title),
            publisher: owned(wire.publisher),
            agency: owned(wire.agency),
            author: owned(wire.author),
            published: date(wire.published)?,
            updated: date(wire.updated)?,
            language: owned(wire.language),
            text: None,
        };
        Ok(ArticleNode { id, file: shared(wire.file), article, origin: self.origins.get(&wire.origin)?, sampled: wire.sampled })
    }

    fn origin_node(&self, wire: OriginWire<'_>) -> Result<Origin, LoadError> {
        let why = wire.why.into_iter().map(Cow::into_owned).collect();
        Ok(Origin { articles: self.articles.all(&wire.articles)?, id: wire.id.into_owned().into(), why })
    }

    fn entity_node(&self, wire: EntityWire<'_>) -> Result<Entity, LoadError> {
        let mention = |m: MentionWire<'_>| {
            let quote = quote(m.exact.into(), ("".into(), "".into()), (m.start, m.end));
            Ok(EntityMention { article: self.articles.get(&m.article)?, quote })
        };
        Ok(Entity {
            id: wire.id.into_owned().into(),
            kind: word("kind of entity", &wire.kind, EntityKind::parse)?,
            name: wire.name.into(),
            aliases: wire.aliases.into_iter().map(Into::into).collect(),
            mentions: all(wire.mentions, mention)?,
        })
    }

    fn event_node(&self, wire: EventWire<'_>) -> Result<EventNode, LoadError> {
        Ok(EventNode {
            participants: all(wire.participants, |p| Ok((self.entities.get(&p.entity)?, shared(p.role))))?,
            action: (&*wire.action).into(),
            time: wire.time.map(|v| value(&wire.id, v)).transpose()?,
            place: wire.place.map(|v| value(&wire.id, v)).transpose()?,
            open: wire.open,
            sampled: wire.sampled,
            claims: self.claims.all(&wire.claims)?,
            id: wire.id.into_owned().into(),
        })
    }

    fn claim_node(&self, wire: ClaimWire<'_>, mentions: &[Arc<Event>], entities: &[Entity]) -> Result<ClaimNode, LoadError> {
        let (article, event) = (self.articles.get(&wire.article)?, self.events.get(&wire.event)?);
        let subject = self.entities.maybe(wire.subject.as_deref())?;
        let claim = Claim {
            quote: wire.quote.zip(wire.position).map(|(q, p)| quote(q.exact.into(), (q.prefix.into(), q.suffix.into()), (p.start, p.end))),
            event: wire.mention.map(|m| mention(&wire.id, m).map(Arc::new)).transpose()?.unwrap_or_else(|| mentions[event.at()].clone()),
            attribute: Attribute::new(wire.attribute),
            subject: subject.map(|i| entities[i.at()].name.clone()),
            of: shared(wire.of),
            scope: wire.scope.map(|s| scope(&wire.id, s)).transpose()?,
            value: value(&wire.id, wire.value)?,
            modality: word("modality", &wire.modality, Modality::parse)?,
            polarity: word("polarity", &wire.polarity, Polarity::parse)?,
            past: wire.past,
            attributed_to: wire.attributed_to.into_iter().map(Into::into).collect(),
            doubt: shared(wire.doubt),
            article: wire.article.into_owned().into(),
            id: Some(wire.id.into_owned().into()),
        };
        Ok(ClaimNode { claim: Arc::new(claim), article, event, subject })
    }

    fn relation(&self, wire: RelationWire<'_>) -> Result<Relation, LoadError> {
        Ok(Relation {
            source: self.claims.get(&wire.source)?,
            target: self.claims.get(&wire.target)?,
            kind: word("kind of relation", &wire.kind, Kind::parse)?,
            rule: word("rule", &wire.rule, crate::relation::rule)?,
            independent: wire.independent,
            basis: Basis::Recorded(wire.why.into()),
        })
    }

    fn revision(&self, wire: RevisionWire<'_>) -> Result<Revision, LoadError> {
        let date = |text: &str| published(text)?.ok_or_else(|| LoadError::Word("date", text.to_owned()));
        let change = |c: ChangeWire<'_>| {
            let of = format!("a revision of {}", c.attribute);
            let (before, after) = (value(&of, c.before)?, value(&of, c.after)?);
            Ok(Change { event: self.events.get(&c.event)?, attribute: Attribute::new(c.attribute), before, after })
        };
        let (from, to) = (date(&wire.from)?, date(&wire.to)?);
        Ok(Revision { article: self.articles.get(&wire.article)?, from, to, changes: all(wire.changes, change)? })
    }

    fn fact(&self, wire: FactWire<'_>) -> Result<Fact, LoadError> {
        let of = format!("a position on {}", wire.attribute);
        let position = |p: PositionWire<'_>| {
            let (articles, publishers, origins) = (p.articles, p.publishers, p.origins);
            let polarity = word("polarity", &p.polarity, Polarity::parse)?;
            Ok(Position { value: value(&of, p.value)?, polarity, claims: self.claims.all(&p.claims)?, articles, publishers, origins })
        };
        Ok(Fact {
            event: self.events.get(&wire.event)?,
            subject: self.entities.maybe(wire.subject.as_deref())?,
            positions: all(wire.positions, position)?,
            attribute: Attribute::new(wire.attribute),
            of: shared(wire.of),
            state: word("state of a fact", &wire.state, FactState::parse)?,
            sampled: wire.sampled,
        })
    }
}
