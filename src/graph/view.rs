//! Borrowed views: a claim, an event, a relation, a fact, each with the graph it stands in.

use std::fmt;

use super::assemble::{at, index};
use super::{ArticleNode, ClaimGraph, ClaimNode, Entity, EventNode, Fact, Position};
use crate::claim::{Attribute, Claim};
use crate::corpus::Quote;
use crate::id::{ClaimId, EventId};
use crate::relation::{Kind, Relation, Rule};
use crate::value::Value;

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name<'g> {
            graph: &'g ClaimGraph,
            index: u32,
        }

        impl<'g> $name<'g> {
            pub(super) fn new(graph: &'g ClaimGraph, index: u32) -> Self {
                Self { graph, index }
            }

            /// The graph it stands in.
            pub fn graph(self) -> &'g ClaimGraph {
                self.graph
            }

            /// Its position in the graph's list; the node or edge index in the petgraph view. Not an identity.
            pub fn index(self) -> u32 {
                self.index
            }
        }
    )*};
}

views! {
    /// A claim in its graph.
    ClaimRef;
    /// An event in its graph.
    EventRef;
    /// A relation in its graph.
    RelationRef;
    /// A fact in its graph.
    FactRef;
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
}

/// `duration of meet (Ada Okafor, Ivo Brandt): PT7H30M [a1]`
impl fmt::Display for ClaimRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let claim = self.claim();
        write!(f, "{} of {}: {} [{}]", claim.attribute, claim.event, claim.value.value, claim.article)
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

/// "meet (Ada Okafor, Ivo Brandt), 2031-05-04, Porto"
impl fmt::Display for EventRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let node = self.node();
        write!(f, "{}", node.action)?;
        for (i, entity) in self.participants().enumerate() {
            write!(f, "{}{}", if i == 0 { " (" } else { ", " }, entity.name)?;
        }
        if !node.participants.is_empty() {
            f.write_str(")")?;
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
            let day = |c: &ClaimRef<'_>| c.article().article.published.map(|p| p.date);
            ends.sort_by_key(|c| (day(c).is_none(), day(c), c.article().id.clone(), c.quote().map(|q| q.start), c.index()));
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
        write!(f, "{}: {first} / {second} — {}, {}", self.kind(), self.rule().code, self.why())
    }
}

impl<'g> FactRef<'g> {
    /// The fact with its places in the graph.
    pub fn node(self) -> &'g Fact {
        self.graph.fact_node(self.index)
    }

    /// The event.
    pub fn event(self) -> EventRef<'g> {
        EventRef::new(self.graph, self.node().event)
    }

    /// The participant that the attribute belongs to.
    pub fn subject(self) -> Option<&'g Entity> {
        self.node().subject.map(|i| &self.graph.entities()[at(i)])
    }

    /// The positions, the best supported first.
    pub fn positions(self) -> &'g [Position] {
        &self.node().positions
    }

    /// The claims of all positions, position by position.
    pub fn claims(self) -> impl Iterator<Item = ClaimRef<'g>> {
        self.positions().iter().flat_map(|p| &p.claims).map(move |&i| ClaimRef::new(self.graph, i))
    }
}

/// "duration of meet (Ada Okafor, Ivo Brandt): PT7H30M (2 articles) against PT3H (1 article), disputed"
impl fmt::Display for FactRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let node = self.node();
        write!(f, "{} of {}: ", node.attribute, self.event())?;
        for (i, position) in node.positions.iter().enumerate() {
            let s = if position.articles == 1 { "" } else { "s" };
            write!(f, "{}{} ({} article{s})", if i == 0 { "" } else { " against " }, position.value.value, position.articles)?;
        }
        write!(f, ", {}", node.state.as_str())
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
        ClaimRef::new(self, index(position))
    }
}
