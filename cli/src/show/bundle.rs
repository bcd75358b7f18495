//! What bears on a fact.

use std::collections::BTreeSet;

use claimgraph::claim::About;
use claimgraph::graph::{ArticleNode, ClaimRef, FactRef, RelationRef};
use claimgraph::id::{ArticleIx, ClaimIx, EntityIx, EventIx, OriginIx};
use claimgraph::relation::Kind;

/// A fact, and the parts of its graph that bear on it.
pub(super) struct Bundle<'g> {
    pub(super) fact: FactRef<'g>,
    /// How claims of the fact stand to each other, by source and target.
    pub(super) relations: Vec<RelationRef<'g>>,
    /// What looks like the same thing and is not: one end is a claim of the fact.
    pub(super) misses: Vec<RelationRef<'g>>,
    /// Indices of the decisions that name one of its claims, or somebody who takes part.
    pub(super) decisions: BTreeSet<usize>,
    /// Indices of the revisions that changed what an article says of it.
    pub(super) revisions: BTreeSet<usize>,
}

impl<'g> Bundle<'g> {
    /// O(n) in the claims of the fact and their relations, and in the decisions and revisions of the graph.
    pub(super) fn of(fact: FactRef<'g>) -> Self {
        let graph = fact.graph();
        let own: BTreeSet<ClaimIx> = fact.claims().map(ClaimRef::index).collect();
        let mut all: Vec<RelationRef<'g>> = fact.claims().flat_map(|c| graph.relations_at(c.id())).collect();
        all.sort_by_key(|r| r.index());
        all.dedup_by_key(|r| r.index());
        let within = |r: &RelationRef<'_>| own.contains(&r.source().index()) && own.contains(&r.target().index());
        let (relations, mut misses): (Vec<_>, Vec<_>) = all.into_iter().partition(|r| within(r) && r.kind() != Kind::Distinct);
        misses.retain(|r| r.kind() == Kind::Distinct);
        let mut bundle = Self { fact, relations, misses, decisions: BTreeSet::new(), revisions: BTreeSet::new() };
        bundle.decisions = (0..).zip(graph.decisions()).filter(|(_, d)| bundle.names(&d.decision.about)).map(|(i, _)| i).collect();
        let articles: BTreeSet<ArticleIx> = fact.claims().map(|c| c.node().article).collect();
        let of_it = |c: &claimgraph::graph::Change| c.event == fact.event().index() && c.attribute == *fact.attribute();
        let changed = graph.revisions().iter().map(|r| articles.contains(&r.article) && r.changes.iter().any(of_it));
        bundle.revisions = (0..).zip(changed).filter(|(_, changed)| *changed).map(|(i, _)| i).collect();
        bundle
    }

    /// Whether a decision is about one of the claims, or about somebody who takes part.
    fn names(&self, about: &About) -> bool {
        match about {
            About::Claims(a, b) => self.fact.claims().any(|c| c.id() == a || c.id() == b),
            About::Entities(a, b) => self.fact.event().participants().any(|e| {
                let called = |name: &str| e.id.as_str() == name || *e.name == *name || e.aliases.iter().any(|alias| **alias == *name);
                called(a) || called(b)
            }),
        }
    }

    /// The claims of the fact, and those that look like its own.
    pub(super) fn claims(&self) -> BTreeSet<ClaimIx> {
        let near = self.misses.iter().flat_map(|r| [r.source(), r.target()]);
        self.fact.claims().chain(near).map(ClaimRef::index).collect()
    }

    /// The events of those claims.
    pub(super) fn events(&self) -> BTreeSet<EventIx> {
        let near = self.misses.iter().flat_map(|r| [r.source(), r.target()]);
        self.fact.claims().chain(near).map(|c| c.node().event).collect()
    }

    /// Their articles, and those that tell of the event and not of the fact.
    pub(super) fn articles(&self) -> BTreeSet<ArticleIx> {
        let near = self.misses.iter().flat_map(|r| [r.source(), r.target()]);
        self.fact.event().claims().chain(self.fact.claims()).chain(near).map(|c| c.node().article).collect()
    }

    /// The origins of those articles.
    pub(super) fn origins(&self) -> BTreeSet<OriginIx> {
        let nodes = self.fact.graph().articles();
        self.articles().into_iter().filter_map(|a| nodes.get(a.at())).map(|node| node.origin).collect()
    }

    /// Who takes part in the events, and whose the claims' attributes are.
    pub(super) fn entities(&self) -> BTreeSet<EntityIx> {
        let near = self.misses.iter().flat_map(|r| [r.source(), r.target()]);
        let claims: Vec<ClaimRef<'_>> = self.fact.claims().chain(near).collect();
        let part = claims.iter().flat_map(|c| c.event().node().participants.iter().map(|p| p.0));
        part.chain(claims.iter().filter_map(|c| c.node().subject)).collect()
    }

    /// The articles that tell of the event and say nothing of the fact, by id.
    pub(super) fn silent(&self) -> Vec<&'g ArticleNode> {
        let tell: BTreeSet<ArticleIx> = self.fact.claims().map(|c| c.node().article).collect();
        let of_event: BTreeSet<ArticleIx> = self.fact.event().claims().map(|c| c.node().article).collect();
        let nodes = self.fact.graph().articles();
        of_event.difference(&tell).filter_map(|a| nodes.get(a.at())).collect()
    }
}
