//! Putting a graph together, and looking things up by id.

use std::sync::{Arc, OnceLock};

use petgraph::graph::{DiGraph, EdgeReference, NodeIndex};
use petgraph::visit::EdgeFiltered;

use super::linked::Linked;
use super::{ArticleNode, ClaimNode, ClaimRef, Decided, Entity, EventNode, EventRef, Fact, FactRef, Origin, Parts, RelationRef, Revision};
use crate::claim::Rejected;
use crate::id::{ArticleId, ArticleIx, ClaimId, ClaimIx, EntityId, EventId, EventIx, FactIx, OriginId, RelationIx};
use crate::relation::Kind;
use crate::value::BadValue;

/// Claims, what they speak of, and how they relate.
///
/// ```
/// use claimgraph::claim::{Claim, Event};
/// use claimgraph::corpus::Article;
/// use claimgraph::pipeline::Reconciler;
/// use claimgraph::value::{Normalized, Number, Quantity, Value};
///
/// let people = |n| Normalized::new(format!("{n} people"), Value::Quantity(Quantity::new(Number::from_int(n), "person")));
/// let event = |article| Claim::new(article, Event::new("meet").with("Ada Okafor").with("Ivo Brandt"), "participants", people(if article == "a" { 12 } else { 20 }));
/// let mut reconciler = Reconciler::new();
/// reconciler.add(Article::new("a")).add(Article::new("b")).add(event("a")).add(event("b"));
/// let graph = reconciler.reconcile();
/// assert_eq!(graph.conflicts().count(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct ClaimGraph {
    parts: Parts,
    /// Nodes are claims (weight: index into `parts.claims`), edges relations.
    edges: DiGraph<ClaimIx, RelationWeight>,
    /// The mentions behind the claims, once somebody has asked why two are one event.
    linked: OnceLock<Arc<Linked>>,
}

/// What an edge of the petgraph view says of its relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationWeight {
    /// The position of the relation in the graph's list.
    pub index: RelationIx,
    /// What kind of relation it is.
    pub kind: Kind,
    /// The code of the rule that gave it.
    pub rule: &'static str,
}

/// Why parts do not make a graph.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadParts {
    /// A list is not sorted by id, or holds an id twice.
    #[error("the list of {0} is not sorted by id, or holds {1:?} twice")]
    Order(&'static str, String),
    /// An index points past the end of its list.
    #[error("{0} {1} refers to {2} {3}, and there are only {4}")]
    Index(&'static str, usize, &'static str, u32, usize),
    /// A claim without an id.
    #[error("claim {0} has no id")]
    NoId(usize),
    /// A value, or the time of an event, that cannot be written.
    #[error("the value of {0:?}: {1}")]
    Value(String, BadValue),
    /// A date of an article that no calendar has.
    #[error("a date of article {0:?} is none that a calendar has")]
    Date(String),
    /// An article that its origin does not list, or lists elsewhere; a claim that its event or no one position of its event's facts
    /// lists.
    #[error("{0} {1:?} is not where {2}")]
    Torn(&'static str, String, &'static str),
    /// A claim that is related to itself.
    #[error("claim {0:?} is related to itself")]
    Itself(String),
    /// A relation that is not behind the one before it, by source and target.
    #[error("the relation of {0:?} to {1:?} stands twice, or not in the order of source and target")]
    RelationOrder(String, String),
    /// Two claims with a relation in each direction.
    #[error("the relation of {0:?} to {1:?} stands in both directions")]
    BothWays(String, String),
    /// A relation of a kind that is not that of its rule.
    #[error("the relation of {source_id:?} to {target_id:?} is of kind {kind}, which rule {rule} does not give")]
    Kind {
        /// The source.
        source_id: String,
        /// The target.
        target_id: String,
        /// The kind that is told.
        kind: Kind,
        /// The code of the rule.
        rule: &'static str,
    },
    /// A fact with a state that does not follow from its relations and positions.
    #[error("the fact on {attribute:?} of event {event:?} is told as {told}, and what is told of its claims makes it {found}")]
    State {
        /// Its attribute.
        attribute: String,
        /// The id of its event.
        event: String,
        /// The state that is told.
        told: &'static str,
        /// The state that follows.
        found: &'static str,
    },
    /// A position with numbers that are not those of its claims.
    #[error("the fact on {attribute:?} of event {event:?} has a position told by {told} {what}, and its claims are of {found}")]
    Counted {
        /// The attribute of its fact.
        attribute: String,
        /// The id of its event.
        event: String,
        /// Which number: of articles, publishers or origins.
        what: &'static str,
        /// What is told.
        told: usize,
        /// What follows; of origins, the most.
        found: usize,
    },
    /// More things than 32 bits count.
    #[error("{0} {1} are more than a graph can hold")]
    TooMany(usize, &'static str),
}

/// The index as a position in a list. Lists hold fewer than 2³² elements, and no supported machine has smaller words.
pub(super) fn at(index: impl Into<u32>) -> usize {
    index.into() as usize
}

/// The position as an index. [`ClaimGraph::assemble`] has checked that every list is shorter than 2³².
pub(super) fn index(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

impl ClaimGraph {
    /// The graph of `parts`.
    ///
    /// O(n log n) in the size of the parts.
    ///
    /// # Errors
    /// [`BadParts`] where a list is out of order, an index points nowhere, two lists disagree, a relation is none that its rule gives, a
    /// fact's state or numbers are not those of its claims and relations, or a value or date cannot be written.
    pub fn assemble(parts: Parts) -> Result<Self, BadParts> {
        super::parts::check(&parts)?;
        super::parts::values(&parts)?;
        Ok(Self::trusted(parts))
    }

    /// The same of parts whose values were all read.
    pub(crate) fn of_read(parts: Parts) -> Result<Self, BadParts> {
        super::parts::check(&parts)?;
        Ok(Self::trusted(parts))
    }

    /// The graph of parts that the library has put together itself.
    pub(crate) fn trusted(parts: Parts) -> Self {
        debug_assert_eq!(super::parts::check(&parts), Ok(()));
        let mut edges = DiGraph::with_capacity(parts.claims.len(), parts.relations.len());
        for i in 0..parts.claims.len() {
            edges.add_node(ClaimIx::new(index(i)));
        }
        for (i, relation) in parts.relations.iter().enumerate() {
            let weight = RelationWeight { index: RelationIx::new(index(i)), kind: relation.kind, rule: relation.rule.code };
            edges.add_edge(relation.source.into(), relation.target.into(), weight);
        }
        Self { parts, edges, linked: OnceLock::new() }
    }

    /// Everything the graph holds.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// The parts, given back.
    pub fn into_parts(self) -> Parts {
        self.parts
    }

    /// The relations as a petgraph graph, for its algorithms. Node `i` is claim `i` of [`claims`](Self::claims); an edge's
    /// weight says what its relation is.
    pub fn petgraph(&self) -> &DiGraph<ClaimIx, RelationWeight> {
        &self.edges
    }

    /// The relations of one kind only, as a view of the same graph for petgraph's algorithms.
    pub fn petgraph_of<'g>(
        &'g self,
        kind: Kind,
    ) -> EdgeFiltered<&'g DiGraph<ClaimIx, RelationWeight>, impl Fn(EdgeReference<'g, RelationWeight>) -> bool> {
        EdgeFiltered::from_fn(&self.edges, move |edge: EdgeReference<'g, RelationWeight>| edge.weight().kind == kind)
    }

    /// The articles, by id.
    pub fn articles(&self) -> &[ArticleNode] {
        &self.parts.articles
    }

    /// The origins, by id.
    pub fn origins(&self) -> &[Origin] {
        &self.parts.origins
    }

    /// The entities, by id.
    pub fn entities(&self) -> &[Entity] {
        &self.parts.entities
    }

    /// What outlets changed in their own articles, by article and age.
    pub fn revisions(&self) -> &[Revision] {
        &self.parts.revisions
    }

    /// What people decided, and what became of it, in the order of what it is about.
    pub fn decisions(&self) -> &[Decided] {
        &self.parts.decisions
    }

    /// What could not be used, by file and line.
    pub fn rejected(&self) -> &[Rejected] {
        &self.parts.rejected
    }

    /// The events, by id.
    pub fn events(&self) -> impl ExactSizeIterator<Item = EventRef<'_>> + DoubleEndedIterator {
        (0..index(self.parts.events.len())).map(|i| EventRef::new(self, EventIx::new(i)))
    }

    /// The claims, by id.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = ClaimRef<'_>> + DoubleEndedIterator {
        (0..index(self.parts.claims.len())).map(|i| ClaimRef::new(self, ClaimIx::new(i)))
    }

    /// The relations, by source and target.
    pub fn relations(&self) -> impl ExactSizeIterator<Item = RelationRef<'_>> + DoubleEndedIterator {
        (0..index(self.parts.relations.len())).map(|i| RelationRef::new(self, RelationIx::new(i)))
    }

    /// The facts, by event, attribute, subject and part.
    pub fn facts(&self) -> impl ExactSizeIterator<Item = FactRef<'_>> + DoubleEndedIterator {
        (0..index(self.parts.facts.len())).map(|i| FactRef::new(self, FactIx::new(i)))
    }

    /// The article of that id. O(log n).
    pub fn article(&self, id: impl Into<ArticleId>) -> Option<&ArticleNode> {
        self.article_index(&id.into()).map(|i| &self.parts.articles[at(i)])
    }

    /// The origin of that id. O(log n).
    pub fn origin(&self, id: impl Into<OriginId>) -> Option<&Origin> {
        find(&self.parts.origins, &id.into(), |o| &o.id).map(|i| &self.parts.origins[at(i)])
    }

    /// The entity of that id. O(log n).
    pub fn entity(&self, id: impl Into<EntityId>) -> Option<&Entity> {
        find(&self.parts.entities, &id.into(), |e| &e.id).map(|i| &self.parts.entities[at(i)])
    }

    /// The event of that id. O(log n).
    pub fn event(&self, id: impl Into<EventId>) -> Option<EventRef<'_>> {
        find(&self.parts.events, &id.into(), |e| &e.id).map(|i| EventRef::new(self, EventIx::new(i)))
    }

    /// The claim of that id. O(log n).
    pub fn claim(&self, id: impl Into<ClaimId>) -> Option<ClaimRef<'_>> {
        let id = id.into();
        let found = self.parts.claims.binary_search_by(|c| c.claim.id.as_ref().cmp(&Some(&id))).ok()?;
        Some(ClaimRef::new(self, ClaimIx::new(index(found))))
    }

    pub(super) fn linked(&self) -> &Linked {
        self.linked.get_or_init(|| Arc::new(Linked::of(self)))
    }

    pub(super) fn article_index(&self, id: &ArticleId) -> Option<ArticleIx> {
        find(&self.parts.articles, id, |a| &a.id).map(ArticleIx::new)
    }

    pub(super) fn event_node(&self, i: EventIx) -> &EventNode {
        &self.parts.events[at(i)]
    }

    pub(super) fn claim_node(&self, i: ClaimIx) -> &ClaimNode {
        &self.parts.claims[at(i)]
    }

    pub(super) fn fact_node(&self, i: FactIx) -> &Fact {
        &self.parts.facts[at(i)]
    }
}

/// The claim's node in the petgraph view.
impl From<ClaimIx> for NodeIndex {
    fn from(index: ClaimIx) -> Self {
        Self::from(index.get())
    }
}

fn find<T, I: Ord>(list: &[T], id: &I, of: impl Fn(&T) -> &I) -> Option<u32> {
    list.binary_search_by(|t| of(t).cmp(id)).ok().map(index)
}
