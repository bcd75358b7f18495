//! What a claim graph is put together from.

use std::sync::Arc;

use super::BadParts;
use crate::claim::{Action, Attribute, Claim, Decision, EntityKind, Event, Participant, Polarity, Rejected};
use crate::corpus::{Article, Published, Quote};
use crate::id::{ArticleId, ArticleIx, ClaimIx, EntityId, EntityIx, EventId, EventIx, FactIx, OriginId, OriginIx, RelationIx};
use crate::ontology::Ontology;
use crate::relation::Relation;
use crate::value::{Normalized, Value};

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
    pub origin: OriginIx,
    /// Whether more articles tell its story than its open claims are held against.
    pub sampled: bool,
}

/// Articles that rest on one voice.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Its id.
    pub id: OriginId,
    /// Indices of its articles, ascending.
    pub articles: Vec<ArticleIx>,
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
    pub article: ArticleIx,
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
    pub participants: Vec<(EntityIx, Option<Arc<str>>)>,
    /// The most precise time that its mentions agree on.
    pub time: Option<Normalized>,
    /// The most precise place.
    pub place: Option<Normalized>,
    /// Set where it is named by nothing but the word that tells it, to where that word stands in one of its articles; see [`Event::open`].
    pub open: Option<u32>,
    /// Whether more events are near misses of it than are told: those are examples.
    pub sampled: bool,
    /// Indices of its claims, ascending.
    pub claims: Vec<ClaimIx>,
}

/// The joint event as a mention of its own, by its entities' names.
pub(crate) fn joint(node: &EventNode, entities: &[Entity]) -> Event {
    let name = |entity: EntityIx| entities[entity.at()].name.clone();
    let mut event = Event::new(node.action.clone());
    event.open = node.open;
    event.participants = node.participants.iter().map(|(e, role)| Participant { name: name(*e), role: role.clone() }).collect();
    if let Some(Normalized { value: Value::Time(time), .. }) = &node.time {
        event.time = Some(*time);
    }
    if let Some(Normalized { value: Value::Place(place), .. }) = &node.place {
        event.place = Some(place.clone());
    }
    event
}

/// Whether a mention says of its event what all mentions together say. O(what the mention says).
pub(crate) fn is_joint(event: &Event, node: &EventNode, entities: &[Entity]) -> bool {
    event.participants.len() == node.participants.len() && *event == joint(node, entities)
}

/// A claim in the graph. Its `id` is set.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimNode {
    /// The claim; shared with the reconciler that it was added to.
    pub claim: Arc<Claim>,
    /// Index of the article.
    pub article: ArticleIx,
    /// Index of the event.
    pub event: EventIx,
    /// Index of the participant that the attribute belongs to.
    pub subject: Option<EntityIx>,
}

/// A data item and the positions that sources take on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Index of the event.
    pub event: EventIx,
    /// The attribute.
    pub attribute: Attribute,
    /// Index of the participant that the attribute belongs to.
    pub subject: Option<EntityIx>,
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
    /// Whether they say that it is so, or that it is not.
    pub polarity: Polarity,
    /// Indices of the claims, ascending.
    pub claims: Vec<ClaimIx>,
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

/// What an outlet changed in an article of its own: one text replaced another under the same id.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Index of the article.
    pub article: ArticleIx,
    /// Since when the older text stood.
    pub from: Published,
    /// Since when the later one stands.
    pub to: Published,
    /// The values that changed, by event and attribute.
    pub changes: Vec<Change>,
}

/// A value that a revision changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Index of the event.
    pub event: EventIx,
    /// The attribute.
    pub attribute: Attribute,
    /// What the older text says.
    pub before: Normalized,
    /// What the later text says.
    pub after: Normalized,
}

/// A person's decision, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decided {
    /// The decision.
    pub decision: Decision,
    /// Why it does not hold, in one sentence without a final stop; `None` where it does.
    pub refused: Option<String>,
}

/// Everything a claim graph holds. Each list is sorted by id; indices refer to positions in these lists, and `parts[index]` is
/// what stands there.
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
    /// What outlets changed in their own articles, by article and age.
    pub revisions: Vec<Revision>,
    /// What people decided, sorted, and which of it holds.
    pub decisions: Vec<Decided>,
    /// What could not be used.
    pub rejected: Vec<Rejected>,
    /// What was known of attributes and kinds of event; `None` for the [built-in rows](Ontology::builtin).
    pub ontology: Option<Arc<Ontology>>,
}

macro_rules! indexed {
    ($($index:ident => $list:ident: $node:ty;)*) => {$(
        /// Panics where the index is another graph's.
        impl std::ops::Index<$index> for Parts {
            type Output = $node;

            fn index(&self, index: $index) -> &$node {
                &self.$list[index.at()]
            }
        }
    )*};
}

indexed! {
    ArticleIx => articles: ArticleNode;
    OriginIx => origins: Origin;
    EntityIx => entities: Entity;
    EventIx => events: EventNode;
    ClaimIx => claims: ClaimNode;
    RelationIx => relations: Relation;
    FactIx => facts: Fact;
}

/// Checks order, indices, and that the lists agree.
pub(super) fn check(parts: &Parts) -> Result<(), BadParts> {
    let size = |what: &'static str, n: usize| u32::try_from(n).map(drop).map_err(|_| BadParts::TooMany(n, what));
    size("claims", parts.claims.len())?;
    size("relations", parts.relations.len())?;
    size("events", parts.events.len())?;
    sorted("articles", &parts.articles, |a| a.id.as_str())?;
    sorted("origins", &parts.origins, |o| o.id.as_str())?;
    sorted("entities", &parts.entities, |e| e.id.as_str())?;
    sorted("events", &parts.events, |e| e.id.as_str())?;
    if let Some(i) = parts.claims.iter().position(|c| c.claim.id.is_none()) {
        return Err(BadParts::NoId(i));
    }
    sorted("claims", &parts.claims, |c| c.claim.id.as_ref().map_or("", crate::id::ClaimId::as_str))?;
    indices(parts)?;
    related(parts)?;
    agreeing(parts)?;
    super::standing::check(parts)
}

/// Whether the relations are such as rules give: between two claims, of the rule's kind, one a pair, by source and target.
fn related(parts: &Parts) -> Result<(), BadParts> {
    let id = |c: ClaimIx| parts[c].claim.id.as_ref().map_or_else(String::new, ToString::to_string);
    let ends = |r: &Relation| (r.source, r.target);
    let mut before = None;
    for r in &parts.relations {
        if r.source == r.target {
            return Err(BadParts::Itself(id(r.source)));
        }
        if !r.rule.gives(r.kind) {
            return Err(BadParts::Kind { source_id: id(r.source), target_id: id(r.target), kind: r.kind, rule: r.rule.code });
        }
        if before.replace(ends(r)).is_some_and(|before| before >= ends(r)) {
            return Err(BadParts::RelationOrder(id(r.source), id(r.target)));
        }
    }
    let turned = |r: &&Relation| r.source > r.target && parts.relations.binary_search_by_key(&(r.target, r.source), ends).is_ok();
    parts.relations.iter().find(turned).map_or(Ok(()), |r| Err(BadParts::BothWays(id(r.source), id(r.target))))
}

/// Whether every value and every date is one that can be saved and loaded again.
pub(super) fn values(parts: &Parts) -> Result<(), BadParts> {
    let sound = |of: &str, value: &Value| value.check().map_err(|bad| BadParts::Value(of.to_owned(), bad));
    for node in &parts.claims {
        let (claim, id) = (&*node.claim, node.claim.id.as_ref().map_or("", crate::id::ClaimId::as_str));
        let scope = claim.scope.as_deref().into_iter().flat_map(|s| [&s.period, &s.as_of]).flatten();
        scope.chain([&claim.value]).try_for_each(|n| sound(id, &n.value))?;
        claim.event.time.map_or(Ok(()), |t| sound(id, &Value::Time(t)))?;
    }
    for event in &parts.events {
        [&event.time, &event.place].into_iter().flatten().try_for_each(|n| sound(event.id.as_str(), &n.value))?;
    }
    for fact in &parts.facts {
        fact.positions.iter().try_for_each(|p| sound(fact.attribute.as_str(), &p.value.value))?;
    }
    for revision in &parts.revisions {
        let changed = revision.changes.iter().flat_map(|c| [&c.before, &c.after]);
        changed.into_iter().try_for_each(|n| sound("a revision", &n.value))?;
    }
    let of = |a: &ArticleNode, dates: &[Option<Published>]| match dates.iter().flatten().all(Published::is_sound) {
        true => Ok(()),
        false => Err(BadParts::Date(a.id.to_string())),
    };
    parts.articles.iter().try_for_each(|a| of(a, &[a.article.published, a.article.updated]))?;
    let revised = |r: &Revision| parts.articles.get(r.article.at()).map_or(Ok(()), |a| of(a, &[Some(r.from), Some(r.to)]));
    parts.revisions.iter().try_for_each(revised)
}

fn sorted<T>(what: &'static str, list: &[T], id: impl Fn(&T) -> &str) -> Result<(), BadParts> {
    match list.windows(2).find(|w| id(&w[0]) >= id(&w[1])) {
        Some(w) => Err(BadParts::Order(what, id(&w[1]).to_owned())),
        None => Ok(()),
    }
}

fn indices(parts: &Parts) -> Result<(), BadParts> {
    let (articles, claims, entities) = (("article", parts.articles.len()), ("claim", parts.claims.len()), ("entity", parts.entities.len()));
    let (events, origins) = (("event", parts.events.len()), ("origin", parts.origins.len()));
    for (i, a) in parts.articles.iter().enumerate() {
        within(("article", i), origins, [a.origin])?;
    }
    for (i, o) in parts.origins.iter().enumerate() {
        within(("origin", i), articles, o.articles.iter().copied())?;
    }
    for (i, e) in parts.entities.iter().enumerate() {
        within(("entity", i), articles, e.mentions.iter().map(|m| m.article))?;
    }
    for (i, e) in parts.events.iter().enumerate() {
        within(("event", i), entities, e.participants.iter().map(|p| p.0))?;
        within(("event", i), claims, e.claims.iter().copied())?;
    }
    for (i, c) in parts.claims.iter().enumerate() {
        within(("claim", i), articles, [c.article])?;
        within(("claim", i), events, [c.event])?;
        within(("claim", i), entities, c.subject)?;
    }
    for (i, r) in parts.relations.iter().enumerate() {
        within(("relation", i), claims, [r.source, r.target])?;
    }
    for (i, r) in parts.revisions.iter().enumerate() {
        within(("revision", i), articles, [r.article])?;
        within(("revision", i), events, r.changes.iter().map(|c| c.event))?;
    }
    for (i, f) in parts.facts.iter().enumerate() {
        within(("fact", i), events, [f.event])?;
        within(("fact", i), entities, f.subject)?;
        within(("fact", i), claims, f.positions.iter().flat_map(|p| p.claims.iter().copied()))?;
    }
    Ok(())
}

/// Where two lists tell the same, they agree: what was put together from two graphs seldom does.
fn agreeing(parts: &Parts) -> Result<(), BadParts> {
    let mut of_origin = vec![None; parts.articles.len()];
    for (o, origin) in (0..).zip(&parts.origins) {
        origin.articles.iter().for_each(|a| of_origin[a.at()] = Some(OriginIx::new(o)));
    }
    if let Some((a, _)) = parts.articles.iter().zip(&of_origin).find(|(a, of)| Some(a.origin) != **of) {
        return Err(BadParts::Torn("article", a.id.to_string(), "its origin has it"));
    }
    let mut of_event = vec![None; parts.claims.len()];
    for (e, event) in (0..).zip(&parts.events) {
        event.claims.iter().for_each(|c| of_event[c.at()] = Some(EventIx::new(e)));
    }
    // On one position of one fact each.
    let mut of_fact = vec![None; parts.claims.len()];
    for fact in &parts.facts {
        for c in fact.positions.iter().flat_map(|p| &p.claims) {
            let twice = of_fact[c.at()].is_some();
            of_fact[c.at()] = Some(fact.event).filter(|_| !twice);
        }
    }
    let torn = |(i, c): (usize, &ClaimNode)| (Some(c.event) != of_event[i] || Some(c.event) != of_fact[i]).then(|| c.claim.id.clone());
    match parts.claims.iter().enumerate().find_map(torn) {
        Some(id) => Err(BadParts::Torn("claim", id.map_or_else(String::new, |id| id.to_string()), "its event or its fact has it")),
        None => Ok(()),
    }
}

fn within(from: (&'static str, usize), to: (&'static str, usize), found: impl IntoIterator<Item = impl Into<u32>>) -> Result<(), BadParts> {
    match found.into_iter().map(Into::into).find(|&i: &u32| i as usize >= to.1) {
        Some(i) => Err(BadParts::Index(from.0, from.1, to.0, i, to.1)),
        None => Ok(()),
    }
}
