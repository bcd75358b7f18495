//! serde's view of what the graph holds: the same documents as the writers of this room give.
//!
//! Parts of a graph are written with the ids of what they refer to, so that each borrowed view serializes as its element of
//! the result does. Reading back is [`load`](super::load): of a whole result, since its parts refer to each other.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::SCHEMA_VERSION;
use super::wire::{Counts, Writer, decision_wire, rejected_wire};
use crate::claim::{Attribute, EntityKind, Modality, Polarity, Rejected, RejectionCode, Verdict};
use crate::graph::{ClaimGraph, ClaimRef, Decided, EventRef, FactRef, FactState, PositionRef, RelationRef};
use crate::ontology::File;
use crate::relation::Kind;
use crate::value::{Normalized, ValueRecord};

/// Writes a list without holding it.
struct List<F>(F);

impl<I, F> Serialize for List<F>
where
    I: IntoIterator,
    I::Item: Serialize,
    F: Fn() -> I,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// The document that [`json`](super::json()) writes. For large graphs that is the faster way: it works in parallel.
impl Serialize for ClaimGraph {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let writer = Writer { graph: self };
        let mut document = serializer.serialize_struct("Result", 13)?;
        document.serialize_field("schema_version", &SCHEMA_VERSION)?;
        if let Some(rows) = File::of(self.ontology()) {
            document.serialize_field("ontology", &rows)?;
        }
        document.serialize_field("articles", &List(|| self.articles().iter().map(|a| writer.article_wire(a))))?;
        document.serialize_field("origins", &List(|| self.origins().iter().map(|o| writer.origin_wire(o))))?;
        document.serialize_field("entities", &List(|| self.entities().iter().map(|e| writer.entity_wire(e))))?;
        document.serialize_field("events", &List(|| self.events().map(|e| writer.event_wire(e))))?;
        document.serialize_field("claims", &List(|| self.claims().map(|c| writer.claim_wire(c))))?;
        document.serialize_field("relations", &List(|| self.relations().map(|r| writer.relation_wire(r))))?;
        document.serialize_field("facts", &List(|| self.facts().map(|f| writer.fact_wire(f))))?;
        document.serialize_field("revisions", &List(|| self.revisions().iter().map(|r| writer.revision_wire(r))))?;
        document.serialize_field("decisions", &List(|| self.decisions().iter().map(decision_wire)))?;
        document.serialize_field("rejected", &List(|| self.rejected().iter().map(rejected_wire)))?;
        document.serialize_field("counts", &Counts::written(self))?;
        document.end()
    }
}

macro_rules! as_element {
    ($($view:ident: $wire:ident;)*) => {$(
        /// As it stands in the result, with the ids of what it refers to.
        impl Serialize for $view<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Writer { graph: self.graph() }.$wire(*self).serialize(serializer)
            }
        }
    )*};
}

as_element! {
    ClaimRef: claim_wire;
    EventRef: event_wire;
    RelationRef: relation_wire;
    FactRef: fact_wire;
}

/// As it stands in the result.
impl Serialize for PositionRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Writer { graph: self.graph() }.position_wire(self.node()).serialize(serializer)
    }
}

macro_rules! as_word {
    ($($kind:ty,)*) => {$(
        /// By its name in the interchange contract.
        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )*};
}

as_word! {
    Attribute, EntityKind, FactState, Kind, Modality, Polarity, RejectionCode, Verdict,
}

/// As it stands in the result.
impl Serialize for Rejected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        rejected_wire(self).serialize(serializer)
    }
}

/// As it stands in the result.
impl Serialize for Decided {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        decision_wire(self).serialize(serializer)
    }
}

/// As it stands in the result: the words, what they mean, and the bounds that they leave.
impl Serialize for Normalized {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ValueRecord::of(&self.value, &self.raw).serialize(serializer)
    }
}
