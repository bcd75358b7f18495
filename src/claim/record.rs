//! Records: what is handed to a reconciliation, before anything is resolved or compared.
//!
//! Readers of files and callers from Rust make the same records. Nothing here has been checked against anything else: a
//! claim may name an article that never comes, a decision two claims that do not exist. What cannot be used becomes a
//! [`Rejected`](super::Rejected) beside the good ones.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Claim, EntityKind, Modality, Office, Polarity, Scope};
use crate::corpus::{Article, QuoteSelector};
use crate::id::{ArticleId, ClaimId, EntityId};
use crate::ontology::{AttributeType, EventType};
use crate::value::{Normalized, Value};

/// One thing that a caller or a file hands over.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Record {
    /// An article.
    Article(Box<Article>),
    /// A claim made elsewhere: by a person, a model, a database, or in Rust.
    Claim(Box<ClaimRecord>),
    /// What the caller already knows of an entity.
    Entity(EntityRecord),
    /// A person's decision.
    Decision(Decision),
    /// An attribute declared.
    Attribute(AttributeType),
    /// A kind of event declared.
    EventType(EventType),
    /// An article withdrawn. Wherever it stands, it outranks the article and takes its claims with it.
    Retract(ArticleId),
}

/// A claim, with what of it is still words.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClaimRecord {
    /// The claim. Where one of the texts below is given, it takes the place of what stands here.
    pub claim: Claim,
    /// Where its quote stands; must resolve in the stored article.
    pub selector: Option<QuoteSelector>,
    /// The value in words, to be normalised against the article's day of publication.
    pub value_text: Option<String>,
    /// The event's time in words, to be normalised likewise.
    pub time_text: Option<String>,
    /// The event's place in words, to be normalised likewise.
    pub place_text: Option<String>,
}

/// What can be said of a claim can be said of its record.
macro_rules! as_of_the_claim {
    ($($(#[$doc:meta])* $method:ident($($arg:ident: $type:ty),*);)*) => {
        impl ClaimRecord {$(
            $(#[$doc])*
            #[must_use]
            pub fn $method(self, $($arg: $type),*) -> Self {
                self.with(|claim| claim.$method($($arg),*))
            }
        )*}
    };
}

as_of_the_claim! {
    /// The same, with an id of the caller's.
    id(id: impl Into<ClaimId>);
    /// The same, about one participant, by name: whose age, whose name.
    subject(name: impl Into<Arc<str>>);
    /// The same, of a part of what the attribute counts: "children".
    of(part: impl Into<Arc<str>>);
    /// The same, within a scope.
    scope(scope: Scope);
    /// The same, credited to `source` by the article. Call again for a chain, outermost first.
    attributed_to(source: impl Into<Arc<str>>);
    /// The same, with another modality.
    modality(modality: Modality);
    /// The same, saying yes or no.
    polarity(polarity: Polarity);
    /// The same, leaving open what lies behind the telling.
    past();
}

impl ClaimRecord {
    /// A claim whose value is words, to be read against the article's day of publication.
    ///
    /// ```
    /// use claimgraph::claim::ClaimRecord;
    /// use claimgraph::corpus::Article;
    /// use claimgraph::{Event, Reconciler};
    /// use claimgraph::jiff::civil::date;
    ///
    /// let text = "Ada Okafor met Ivo Brandt on Sunday. They talked for about three hours.";
    /// let mut reconciler = Reconciler::new();
    /// reconciler.add(Article::new("tide").published(date(2031, 5, 5)).text(text));
    /// let meeting = Event::new("meet").with("Ada Okafor").with("Ivo Brandt");
    /// reconciler.add(ClaimRecord::new("tide", meeting, "duration", "about three hours").time("on Sunday").quote("talked for about three hours"));
    /// let graph = reconciler.reconcile();
    /// let claim = graph.claims().next().expect("the quote stands in the article");
    /// assert_eq!(claim.to_string(), "duration of meet (Ada Okafor, Ivo Brandt) 2031-05-04: about PT3H [tide]");
    /// ```
    pub fn new(
        article: impl Into<ArticleId>,
        event: impl Into<Arc<super::Event>>,
        attribute: impl Into<super::Attribute>,
        words: impl Into<String>,
    ) -> Self {
        let words = words.into();
        let value = Normalized::new(words.as_str(), Value::Text(words.as_str().into()));
        Self { value_text: Some(words), ..Claim::new(article, event, attribute, value).into() }
    }

    fn selected(mut self, select: impl FnOnce(&mut QuoteSelector)) -> Self {
        select(self.selector.get_or_insert_default());
        self
    }

    /// The same, resting on these words of the article.
    #[must_use]
    pub fn quote(self, exact: impl Into<String>) -> Self {
        self.selected(|s| s.exact = Some(exact.into()))
    }

    /// The same, with what stands right before the quote.
    #[must_use]
    pub fn prefix(self, prefix: impl Into<String>) -> Self {
        self.selected(|s| s.prefix = Some(prefix.into()))
    }

    /// The same, with what stands right behind the quote.
    #[must_use]
    pub fn suffix(self, suffix: impl Into<String>) -> Self {
        self.selected(|s| s.suffix = Some(suffix.into()))
    }

    /// The same, with the place of the quote, in Unicode scalar values, end exclusive.
    #[must_use]
    pub fn position(self, start: u64, end: u64) -> Self {
        self.selected(|s| s.position = Some((start, end)))
    }

    /// The same, resting on what `selector` selects.
    #[must_use]
    pub fn selector(mut self, selector: QuoteSelector) -> Self {
        self.selector = Some(selector);
        self
    }

    /// The same, of an event at a time in words.
    #[must_use]
    pub fn time(mut self, words: impl Into<String>) -> Self {
        self.time_text = Some(words.into());
        self
    }

    /// The same, of an event in a place in words.
    #[must_use]
    pub fn place(mut self, words: impl Into<String>) -> Self {
        self.place_text = Some(words.into());
        self
    }

    /// The same, with the claim changed: `record.with(|claim| claim.scope(scope))`.
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(Claim) -> Claim) -> Self {
        self.claim = change(self.claim);
        self
    }
}

/// What the caller already knows of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntityRecord {
    /// Its id, which the entity then has in the result.
    pub id: EntityId,
    /// Its names, the fullest first.
    pub names: Vec<Arc<str>>,
    /// What it is.
    pub kind: Option<EntityKind>,
    /// The offices it holds or held.
    pub offices: Vec<Term>,
    /// What it lies in or belongs to, by name.
    pub within: Option<Arc<str>>,
}

impl EntityRecord {
    /// An entity with an id and its fullest name.
    pub fn new(id: impl Into<EntityId>, name: impl Into<Arc<str>>) -> Self {
        Self { id: id.into(), names: vec![name.into()], kind: None, offices: Vec::new(), within: None }
    }

    /// The same, with one more name.
    #[must_use]
    pub fn name(mut self, name: impl Into<Arc<str>>) -> Self {
        self.names.push(name.into());
        self
    }

    /// The same, with what it is.
    #[must_use]
    pub fn kind(mut self, kind: EntityKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The same, with one more office.
    #[must_use]
    pub fn office(mut self, term: Term) -> Self {
        self.offices.push(term);
        self
    }

    /// The same, with what it lies in or belongs to.
    #[must_use]
    pub fn within(mut self, outer: impl Into<Arc<str>>) -> Self {
        self.within = Some(outer.into());
        self
    }
}

/// An office, and when it was held. An open end is unknown, or not yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The office.
    pub office: Office,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// A person's decision. It outranks every rule and survives reruns, because ids follow from content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Decision {
    /// What it is about.
    pub about: About,
    /// When it was made, as written. Of two decisions that cannot hold beside each other, the later holds: instants, dates and the like
    /// are compared as what they say, whatever their offsets (10:30+02:00 is before 09:00Z); what has no offset counts as told in
    /// Greenwich, and a day as its start. What is no date (from Rust alone; files are held to one) is before all that is, in the order
    /// of its letters. Where two were made at one moment, a fixed order decides: the text, then who, the verdict and why.
    pub at: Arc<str>,
    /// Who made it.
    pub by: Arc<str>,
    /// What was decided.
    pub verdict: Verdict,
    /// Why.
    pub why: Option<Arc<str>>,
}

/// What a decision is about. The order of the two does not matter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// Two claims.
    Claims(ClaimId, ClaimId),
    /// Two entities, by id or by name.
    Entities(Arc<str>, Arc<str>),
}

impl Decision {
    /// A decision about two claims.
    pub fn on_claims(a: impl Into<ClaimId>, b: impl Into<ClaimId>, verdict: Verdict, by: impl Into<Arc<str>>) -> Self {
        Self { about: About::Claims(a.into(), b.into()), at: "".into(), by: by.into(), verdict, why: None }
    }

    /// A decision about two entities, by id or name.
    pub fn on_entities(a: impl Into<Arc<str>>, b: impl Into<Arc<str>>, verdict: Verdict, by: impl Into<Arc<str>>) -> Self {
        Self { about: About::Entities(a.into(), b.into()), at: "".into(), by: by.into(), verdict, why: None }
    }

    /// The same, with when it was made.
    #[must_use]
    pub fn at(mut self, at: impl Into<Arc<str>>) -> Self {
        self.at = at.into();
        self
    }

    /// The same, with its reason.
    #[must_use]
    pub fn because(mut self, why: impl Into<Arc<str>>) -> Self {
        self.why = Some(why.into());
        self
    }
}

/// What a person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The two claims speak of one event.
    SameEvent,
    /// They speak of different events.
    DifferentEvent,
    /// They conflict.
    Conflicts,
    /// They do not conflict.
    NoConflict,
    /// They corroborate each other.
    Corroborates,
    /// It cannot be told.
    Unsure,
    /// The two entities are one.
    SameEntity,
    /// They are different.
    DifferentEntity,
}

impl Verdict {
    /// All verdicts.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.into_iter().map(|row| row.0)
    }

    const NAMES: [(Self, &'static str); 8] = [
        (Self::SameEvent, "same-event"),
        (Self::DifferentEvent, "different-event"),
        (Self::Conflicts, "conflicts"),
        (Self::NoConflict, "no-conflict"),
        (Self::Corroborates, "corroborates"),
        (Self::Unsure, "unsure"),
        (Self::SameEntity, "same-entity"),
        (Self::DifferentEntity, "different-entity"),
    ];

    /// Its name in the interchange contract.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The verdict of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// Whether it is about entities rather than claims.
    pub fn is_of_entities(self) -> bool {
        matches!(self, Self::SameEntity | Self::DifferentEntity)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Where a record was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The file, as the caller named it.
    pub file: Arc<str>,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: u64,
}

impl From<Claim> for ClaimRecord {
    fn from(claim: Claim) -> Self {
        Self { claim, selector: None, value_text: None, time_text: None, place_text: None }
    }
}

impl From<Article> for Record {
    fn from(article: Article) -> Self {
        Self::Article(Box::new(article))
    }
}

impl From<Claim> for Record {
    fn from(claim: Claim) -> Self {
        Self::Claim(Box::new(claim.into()))
    }
}

impl From<ClaimRecord> for Record {
    fn from(record: ClaimRecord) -> Self {
        Self::Claim(Box::new(record))
    }
}

impl From<EntityRecord> for Record {
    fn from(record: EntityRecord) -> Self {
        Self::Entity(record)
    }
}

impl From<Decision> for Record {
    fn from(decision: Decision) -> Self {
        Self::Decision(decision)
    }
}

impl From<AttributeType> for Record {
    fn from(record: AttributeType) -> Self {
        Self::Attribute(record)
    }
}

impl From<EventType> for Record {
    fn from(record: EventType) -> Self {
        Self::EventType(record)
    }
}
