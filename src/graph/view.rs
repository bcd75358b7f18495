//! Borrowed views: a claim, an event, a relation, a fact, each with the graph it stands in.

use std::fmt::{self, Write};

use super::assemble::{at, index};
use super::{ArticleNode, ClaimGraph, ClaimNode, Entity, EventNode, Fact, FactState, Position};
use crate::claim::{Attribute, Claim, Polarity};
use crate::corpus::Quote;
use crate::id::{ClaimId, ClaimIx, EventId, EventIx, FactId, FactIx, RelationIx};
use crate::relation::{Kind, Relation, Rule};
use crate::text::Clean;
use crate::value::Value;

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident, $index:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name<'g> {
            graph: &'g ClaimGraph,
            index: $index,
        }

        impl<'g> $name<'g> {
            pub(super) fn new(graph: &'g ClaimGraph, index: $index) -> Self {
                Self { graph, index }
            }

            /// The graph it stands in.
            pub fn graph(self) -> &'g ClaimGraph {
                self.graph
            }

            /// Its position in the graph's list; the node or edge index in the petgraph view. Not an identity.
            pub fn index(self) -> $index {
                self.index
            }
        }
    )*};
}

views! {
    /// A claim in its graph.
    ClaimRef, ClaimIx;
    /// An event in its graph.
    EventRef, EventIx;
    /// A relation in its graph.
    RelationRef, RelationIx;
    /// A fact in its graph.
    FactRef, FactIx;
}

impl<'g> ClaimRef<'g> {
    /// The claim with its places in the graph.
    pub fn node(self) -> &'g ClaimNode {
        self.graph.claim_node(self.index)
    }

    /// The claim.
    pub fn claim(self) -> &'g Claim {
        &self.node().claim
    }

    /// Its id.
    pub fn id(self) -> &'g ClaimId {
        static NONE: std::sync::LazyLock<ClaimId> = std::sync::LazyLock::new(|| ClaimId::new(""));
        self.claim().id.as_ref().unwrap_or(&NONE)
    }

    /// The article that makes it.
    pub fn article(self) -> &'g ArticleNode {
        &self.graph.articles()[at(self.node().article)]
    }

    /// Who published that article, where it is known.
    pub fn publisher(self) -> Option<&'g str> {
        self.article().article.publisher.as_deref()
    }

    /// The event it speaks of.
    pub fn event(self) -> EventRef<'g> {
        EventRef::new(self.graph, self.node().event)
    }

    /// The participant that its attribute belongs to.
    pub fn subject(self) -> Option<&'g Entity> {
        self.node().subject.map(|i| &self.graph.entities()[at(i)])
    }

    /// The attribute it speaks of.
    pub fn attribute(self) -> &'g Attribute {
        &self.claim().attribute
    }

    /// What it says.
    pub fn value(self) -> &'g Value {
        &self.claim().value.value
    }

    /// Where it stands in its article; `None` for a claim that came without quote.
    pub fn quote(self) -> Option<&'g Quote> {
        self.claim().quote.as_ref()
    }

    /// The words of that quote.
    pub fn words(self) -> Option<&'g str> {
        self.quote().map(|q| &*q.exact)
    }
}

/// `duration of meet (Ada Okafor, Ivo Brandt): PT7H30M [a1]`
impl fmt::Display for ClaimRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let claim = self.claim();
        write!(Clean(f), "{} of {}: {} [{}]", claim.attribute, claim.event, claim.value.value, claim.article)
    }
}

impl<'g> EventRef<'g> {
    /// The event with its places in the graph.
    pub fn node(self) -> &'g EventNode {
        self.graph.event_node(self.index)
    }

    /// Its id.
    pub fn id(self) -> &'g EventId {
        &self.node().id
    }

    /// Who took part, in the order of their ids.
    pub fn participants(self) -> impl Iterator<Item = &'g Entity> {
        self.node().participants.iter().map(move |p| &self.graph.entities()[at(p.0)])
    }

    /// Its claims, by id.
    pub fn claims(self) -> impl Iterator<Item = ClaimRef<'g>> {
        self.node().claims.iter().map(move |&i| ClaimRef::new(self.graph, i))
    }
}

/// "meet (Ada Okafor, Ivo Brandt), 2031-05-04, Porto"; a state of affairs goes by those whose it is: "Norvane".
impl fmt::Display for EventRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (node, mut f) = (self.node(), Clean(f));
        let names: Vec<&str> = self.participants().map(|e| &*e.name).collect();
        match (names.join(", "), node.action.as_str()) {
            (names, action) if names.is_empty() => f.write_str(action)?,
            (names, "state") => f.write_str(&names)?,
            (names, action) => write!(f, "{action} ({names})")?,
        }
        for value in [&node.time, &node.place].into_iter().flatten() {
            write!(f, ", {}", value.value)?;
        }
        Ok(())
    }
}

impl<'g> RelationRef<'g> {
    /// The relation with its places in the graph.
    pub fn node(self) -> &'g Relation {
        &self.graph.parts().relations[at(self.index)]
    }

    /// The source; of a directed kind, the more precise or the later claim.
    pub fn source(self) -> ClaimRef<'g> {
        ClaimRef::new(self.graph, self.node().source)
    }

    /// The target.
    pub fn target(self) -> ClaimRef<'g> {
        ClaimRef::new(self.graph, self.node().target)
    }

    /// What kind of relation it is.
    pub fn kind(self) -> Kind {
        self.node().kind
    }

    /// The rule that gave it.
    pub fn rule(self) -> &'static Rule {
        self.node().rule
    }

    /// Whether the two rest on different voices; `None` where nothing speaks for either.
    pub fn independent(self) -> Option<bool> {
        self.node().independent
    }

    /// Both ends in the order in which they are told: source and target, or, where the kind has no direction, the earlier report first,
    /// undated ones last.
    pub fn ends(self) -> [ClaimRef<'g>; 2] {
        let mut ends = [self.source(), self.target()];
        if !self.kind().is_directed() {
            let told = |c: &ClaimRef<'_>| c.article().article.published;
            let first = |a: &ClaimRef<'_>, b: &ClaimRef<'_>| match (told(a), told(b)) {
                (Some(a), Some(b)) => a.order(&b).unwrap_or_else(|| a.moment().cmp(&b.moment())),
                (a, b) => a.is_none().cmp(&b.is_none()),
            };
            let place = |c: &ClaimRef<'_>| (c.article().id.clone(), c.quote().map(|q| q.start), c.index());
            ends.sort_by(|a, b| first(a, b).then_with(|| place(a).cmp(&place(b))));
        }
        ends
    }

    /// Why, in one sentence without a final stop, told in the order of [`ends`](Self::ends).
    pub fn why(self) -> String {
        let [first, second] = self.ends().map(|c: ClaimRef<'g>| (c.claim(), c.article().article.published));
        crate::relation::why(self.node(), first, second)
    }

    /// The other end.
    pub fn other(self, claim: ClaimRef<'_>) -> ClaimRef<'g> {
        if self.node().source == claim.index { self.target() } else { self.source() }
    }
}

/// `conflicts: duration of meet (…): PT7H30M [a1] / duration of meet (…): PT3H [a2] — CG0515, why`
impl fmt::Display for RelationRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.ends();
        write!(Clean(f), "{}: {first} / {second} — {}, {}", self.kind(), self.rule().code, self.why())
    }
}

impl<'g> FactRef<'g> {
    /// The fact with its places in the graph.
    pub fn node(self) -> &'g Fact {
        self.graph.fact_node(self.index)
    }

    /// Its id, which follows from the smallest of its claims'. O(n) in the claims.
    pub fn id(self) -> FactId {
        FactId::derive(self.claims().map(|c| c.id().as_str()).min())
    }

    /// The event.
    pub fn event(self) -> EventRef<'g> {
        EventRef::new(self.graph, self.node().event)
    }

    /// The participant that the attribute belongs to.
    pub fn subject(self) -> Option<&'g Entity> {
        self.node().subject.map(|i| &self.graph.entities()[at(i)])
    }

    /// The attribute.
    pub fn attribute(self) -> &'g Attribute {
        &self.node().attribute
    }

    /// How the positions stand to each other.
    pub fn state(self) -> FactState {
        self.node().state
    }

    /// The positions, the best supported first.
    pub fn positions(self) -> impl ExactSizeIterator<Item = PositionRef<'g>> + DoubleEndedIterator {
        self.node().positions.iter().map(move |node| PositionRef { graph: self.graph, node })
    }

    /// The claims of all positions, position by position.
    pub fn claims(self) -> impl Iterator<Item = ClaimRef<'g>> {
        self.positions().flat_map(PositionRef::claims)
    }
}

/// "duration of meet (Ada Okafor, Ivo Brandt): PT7H30M (2 articles) against PT3H (1 article), disputed"
impl fmt::Display for FactRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (node, mut f) = (self.node(), Clean(f));
        write!(f, "{} of {}: ", node.attribute, self.event())?;
        for (i, position) in self.positions().enumerate() {
            write!(f, "{}{position}", if i == 0 { "" } else { " against " })?;
        }
        write!(f, ", {}", node.state.as_str())
    }
}

/// A position on a fact in its graph: a value, and who stands on it.
#[derive(Clone, Copy)]
pub struct PositionRef<'g> {
    graph: &'g ClaimGraph,
    node: &'g Position,
}

impl<'g> PositionRef<'g> {
    /// The graph it stands in.
    pub fn graph(self) -> &'g ClaimGraph {
        self.graph
    }

    /// The position with its places in the graph.
    pub fn node(self) -> &'g Position {
        self.node
    }

    /// The most precise value of it.
    pub fn value(self) -> &'g Value {
        &self.node.value.value
    }

    /// Whether its claims say that it is so, or that it is not.
    pub fn polarity(self) -> Polarity {
        self.node.polarity
    }

    /// Its claims, by id.
    pub fn claims(self) -> impl ExactSizeIterator<Item = ClaimRef<'g>> + DoubleEndedIterator {
        self.node.claims.iter().map(move |&i| ClaimRef::new(self.graph, i))
    }

    /// How many articles stand on it.
    pub fn articles(self) -> usize {
        self.node.articles
    }

    /// How many publishers do; articles without one count one each.
    pub fn publishers(self) -> usize {
        self.node.publishers
    }

    /// How many origins do, at most: nothing may be known of an article's sources.
    pub fn origins(self) -> usize {
        self.node.origins
    }
}

/// "PT7H30M (2 articles)"; a denied value has "not " before it.
impl fmt::Display for PositionRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (not, s) = (if self.polarity() == Polarity::Negative { "not " } else { "" }, if self.articles() == 1 { "" } else { "s" });
        write!(Clean(f), "{not}{} ({} article{s})", self.value(), self.articles())
    }
}

impl fmt::Debug for PositionRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PositionRef({self})")
    }
}

macro_rules! debug_as_display {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({}: {})"), self.index, self)
            }
        }

        impl PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> bool {
                self.index == other.index && std::ptr::eq(self.graph, other.graph)
            }
        }
    )*};
}

debug_as_display!(ClaimRef, EventRef, RelationRef, FactRef);

impl ClaimGraph {
    pub(super) fn claim_at(&self, position: usize) -> ClaimRef<'_> {
        ClaimRef::new(self, ClaimIx::new(index(position)))
    }
}
