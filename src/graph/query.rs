//! The queries that people want first.

use petgraph::Direction;
use petgraph::graph::NodeIndex;

use super::{ClaimGraph, ClaimRef, FactRef, FactState, PositionRef, RelationRef};
use crate::id::{ArticleId, ClaimId, ClaimIx, EventId, FactIx, RelationIx};
use crate::relation::Kind;

/// What rests on an article.
#[derive(Clone, Debug)]
pub struct Resting<'g> {
    /// Its claims, by id.
    pub claims: Vec<ClaimRef<'g>>,
    /// The relations that one of them is part of, by source and target.
    pub relations: Vec<RelationRef<'g>>,
    /// The facts that nobody else supports: they would vanish with the article.
    pub facts: Vec<FactRef<'g>>,
}

impl ClaimGraph {
    /// The relations of one kind, by source and target.
    pub fn relations_of(&self, kind: Kind) -> impl Iterator<Item = RelationRef<'_>> {
        self.relations().filter(move |r| r.kind() == kind)
    }

    /// The conflicts, by source and target.
    pub fn conflicts(&self) -> impl Iterator<Item = RelationRef<'_>> {
        self.relations_of(Kind::Conflicts)
    }

    /// The facts in one state, by event, attribute, subject and part.
    pub fn facts_in(&self, state: FactState) -> impl Iterator<Item = FactRef<'_>> {
        self.facts().filter(move |f| f.state() == state)
    }

    /// The facts in dispute: positions in conflict or in tension.
    pub fn disputes(&self) -> impl Iterator<Item = FactRef<'_>> {
        self.facts_in(FactState::Disputed)
    }

    /// The relations that a claim is part of, by source and target. O(log n) and the claim's own relations.
    pub fn relations_at(&self, id: &ClaimId) -> impl Iterator<Item = RelationRef<'_>> {
        let node = self.claim(id).map(|c| NodeIndex::from(c.index()));
        let edges = |n| [Direction::Outgoing, Direction::Incoming].into_iter().flat_map(move |d| self.petgraph().edges_directed(n, d));
        let mut found: Vec<RelationIx> = node.into_iter().flat_map(edges).map(|e| e.weight().index).collect();
        found.sort_unstable();
        found.into_iter().map(|i| RelationRef::new(self, i))
    }

    /// The claims that stand in a relation of that kind to a claim, in the order of [`relations_at`](Self::relations_at).
    pub fn neighbours(&self, id: &ClaimId, kind: Kind) -> impl Iterator<Item = ClaimRef<'_>> {
        let own = self.claim(id);
        self.relations_at(id).filter(move |r| r.kind() == kind).filter_map(move |r| own.map(|own| r.other(own)))
    }

    /// The claims that corroborate a claim.
    pub fn corroborations(&self, id: &ClaimId) -> impl Iterator<Item = ClaimRef<'_>> {
        self.neighbours(id, Kind::Corroborates)
    }

    /// An event's claims, by id; none for an unknown event.
    pub fn claims_of(&self, id: &EventId) -> impl Iterator<Item = ClaimRef<'_>> {
        self.event(id).into_iter().flat_map(super::EventRef::claims)
    }

    /// An event's facts, by attribute, subject and part; none for an unknown event. O(log n) and the event's own facts.
    pub fn facts_of(&self, id: &EventId) -> impl Iterator<Item = FactRef<'_>> {
        let event = self.event(id).map(super::EventRef::index);
        let facts = &self.parts().facts;
        let range = event.map_or(0..0, |e| facts.partition_point(|f| f.event < e)..facts.partition_point(|f| f.event <= e));
        range.map(|i| FactRef::new(self, FactIx::new(super::assemble::index(i))))
    }

    /// The fact that a claim speaks of.
    pub fn fact_at(&self, id: impl Into<ClaimId>) -> Option<FactRef<'_>> {
        let claim = self.claim(id)?;
        self.facts_of(claim.event().id()).find(|f| f.claims().any(|c| c.index() == claim.index()))
    }

    /// The positions on the fact that a claim speaks of, the best supported first. Articles, publishers and origins are
    /// counted apart.
    pub fn positions(&self, id: &ClaimId) -> impl Iterator<Item = PositionRef<'_>> {
        self.fact_at(id).into_iter().flat_map(FactRef::positions)
    }

    /// Everything that rests on an article: its claims, their relations, and the facts that only it supports.
    ///
    /// O(n) in the claims and relations of the graph.
    pub fn resting_on(&self, id: impl Into<ArticleId>) -> Resting<'_> {
        let article = self.article_index(&id.into());
        let on = |c: ClaimIx| Some(self.claim_node(c).article) == article;
        let claims = (0..self.parts().claims.len()).map(|i| self.claim_at(i)).filter(|c| on(c.index())).collect();
        let relations = self.relations().filter(|r| on(r.node().source) || on(r.node().target)).collect();
        let facts = self.facts().filter(|f| f.claims().all(|c| on(c.index()))).collect();
        Resting { claims, relations, facts }
    }

    /// The relation between two claims, if there is one. O(log n) and the first claim's own relations.
    pub fn relation(&self, a: impl Into<ClaimId>, b: impl Into<ClaimId>) -> Option<RelationRef<'_>> {
        let (a, b) = (a.into(), b.into());
        let other = self.claim(&b).filter(|_| a != b)?.index();
        self.relations_at(&a).find(|r| r.node().source == other || r.node().target == other)
    }
}
