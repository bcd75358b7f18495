//! Records: what is handed to a reconciliation, before anything is resolved or compared.
//!
//! Readers of files and callers from Rust make the same records. Nothing here has been checked against anything else: a
//! claim may name an article that never comes, a decision two claims that do not exist. What cannot be used becomes a
//! [`Rejected`] beside the good ones.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Claim, EntityKind, Office};
use crate::corpus::{Article, QuoteSelector};
use crate::id::{ArticleId, ClaimId, EntityId};

/// One thing that a caller or a file hands over.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// An article.
    Article(Box<Article>),
    /// A claim made elsewhere: by a person, a model, a database, or in Rust.
    Claim(Box<ClaimRecord>),
    /// What the caller already knows of an entity.
    Entity(EntityRecord),
    /// A person's decision.
    Decision(Decision),
    /// An article withdrawn. Wherever it stands, it outranks the article and takes its claims with it.
    Retract(ArticleId),
}

/// A claim, with what of it is still words.
#[derive(Clone, Debug, PartialEq)]
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

/// What the caller already knows of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
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
pub struct Decision {
    /// What it is about.
    pub about: About,
    /// When it was made, as written. Of two decisions about one pair, the later in the order of this text holds.
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

/// A record that could not be used, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rejected {
    /// The file, as the caller named it; `None` for what was added from Rust.
    pub file: Option<Arc<str>>,
    /// The line, from 1; 0 where the whole file or no file is meant.
    pub line: u64,
    /// Why, in one sentence without a final stop.
    pub reason: String,
}

impl Rejected {
    /// What was read at `location` and cannot be used, because of `reason`.
    pub fn at(location: Option<&Location>, reason: impl Into<String>) -> Self {
        Self { file: location.map(|l| l.file.clone()), line: location.map_or(0, |l| l.line), reason: reason.into() }
    }
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
