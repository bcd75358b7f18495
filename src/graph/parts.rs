//! What a claim graph is put together from.

use std::sync::Arc;

use crate::claim::{Action, Attribute, Claim, EntityKind};
use crate::corpus::{Article, Quote};
use crate::id::{ArticleId, EntityId, EventId, OriginId};
use crate::relation::Relation;
use crate::value::Normalized;

/// An article in the graph. Its `text` is dropped once quotes are taken.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleNode {
    /// Its id.
    pub id: ArticleId,
    /// The file it came from, as the caller named it.
    pub file: Option<Arc<str>>,
    /// What is known of it.
    pub article: Article,
    /// Index of its origin.
    pub origin: u32,
}

/// Articles that rest on one voice.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Its id.
    pub id: OriginId,
    /// Indices of its articles, ascending.
    pub articles: Vec<u32>,
    /// What joins them; empty for one article alone.
    pub why: Vec<String>,
}

/// A person, organisation or place.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its id.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name.
    pub name: Arc<str>,
    /// Its other names, sorted.
    pub aliases: Vec<Arc<str>>,
    /// Where it is named, by article and place.
    pub mentions: Vec<EntityMention>,
}

/// A place in an article that names an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityMention {
    /// Index of the article.
    pub article: u32,
    /// The words and their place.
    pub quote: Quote,
}

/// An event, or a standing state of affairs, that claims of one or more articles speak of.
#[derive(Clone, Debug, PartialEq)]
pub struct EventNode {
    /// Its id.
    pub id: EventId,
    /// What happened.
    pub action: Action,
    /// Indices of who took part, and their roles.
    pub participants: Vec<(u32, Option<Arc<str>>)>,
    /// The most precise time that its mentions agree on.
    pub time: Option<Normalized>,
    /// The most precise place.
    pub place: Option<Normalized>,
    /// Indices of its claims, ascending.
    pub claims: Vec<u32>,
}

/// A claim in the graph. Its `id` is set.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimNode {
    /// The claim.
    pub claim: Claim,
    /// Index of the article.
    pub article: u32,
    /// Index of the event.
    pub event: u32,
    /// Index of the participant that the attribute belongs to.
    pub subject: Option<u32>,
}

/// A data item and the positions that sources take on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Index of the event.
    pub event: u32,
    /// The attribute.
    pub attribute: Attribute,
    /// Index of the participant that the attribute belongs to.
    pub subject: Option<u32>,
    /// Which part a count is of.
    pub of: Option<Arc<str>>,
    /// The positions, the best supported first.
    pub positions: Vec<Position>,
    /// How they stand.
    pub state: FactState,
    /// Set where the item has more claims than are compared pair by pair.
    pub sampled: bool,
}

/// A value, and who stands on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The most precise value of it.
    pub value: Normalized,
    /// Indices of the claims, ascending.
    pub claims: Vec<u32>,
    /// How many articles.
    pub articles: usize,
    /// How many publishers; articles without one count one each.
    pub publishers: usize,
    /// How many origins: an upper bound where nothing is known of an article's sources.
    pub origins: usize,
}

/// How the positions on a fact stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactState {
    /// Two articles or more, and nothing against.
    Agreed,
    /// A conflict or a tension.
    Disputed,
    /// Later claims replaced earlier ones, and nothing is against them.
    Superseded,
    /// One article only.
    Single,
    /// Several, and nothing could be decided.
    Unresolved,
}

impl FactState {
    const NAMES: [(Self, &'static str); 5] = [
        (Self::Agreed, "agreed"),
        (Self::Disputed, "disputed"),
        (Self::Superseded, "superseded"),
        (Self::Single, "single"),
        (Self::Unresolved, "unresolved"),
    ];

    /// Its name in the interchange contract.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The state of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }
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

/// Everything a claim graph holds. Each list is sorted by id; indices refer to positions in these lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    /// The articles.
    pub articles: Vec<ArticleNode>,
    /// The origins.
    pub origins: Vec<Origin>,
    /// The entities.
    pub entities: Vec<Entity>,
    /// The events.
    pub events: Vec<EventNode>,
    /// The claims.
    pub claims: Vec<ClaimNode>,
    /// The relations, sorted by source and target.
    pub relations: Vec<Relation>,
    /// The facts, by event, attribute, subject and part.
    pub facts: Vec<Fact>,
    /// What could not be used.
    pub rejected: Vec<Rejected>,
}
