//! Declared attributes and kinds of event, as they stand in JSON.

use serde::Deserialize;

use super::wire::{named, none_of, not_empty};
use crate::claim::{Record, Refusal, RejectionCode, check};
use crate::ontology::{AttributeType, Cardinality, Direction, EventType, Exactness, Family, ValueKind};

/// An attribute that the claims use, declared: what kind of values it has and whether two of them can stand together.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Attribute", deny_unknown_fields))]
pub(super) struct AttributeWire {
    /// Its name.
    name: String,
    /// The kind of its values.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::forms::ValueKind>"))]
    values: Option<String>,
    /// `exclusive`: another value contradicts it; `set`: another value stands beside it; `free`: not known.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::forms::Cardinality>"))]
    cardinality: Option<String>,
    /// Which way its value goes while an event unfolds.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::forms::Direction>"))]
    direction: Option<String>,
    /// Whether its figures are exact to the digits written, or round to the last digit that is not zero.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::forms::Exactness>"))]
    exactness: Option<String>,
    /// Other names for it.
    #[serde(default)]
    synonyms: Vec<String>,
    /// The unit that a bare number of it has.
    unit: Option<String>,
}

/// A kind of event that the claims use, declared.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "EventType", deny_unknown_fields))]
pub(super) struct EventTypeWire {
    /// The action.
    name: String,
    /// Other names for it.
    #[serde(default)]
    synonyms: Vec<String>,
    /// The kinds of event that may be told of one and the same event.
    family: Option<String>,
    /// Whether it happens once only to those who take part.
    once: Option<bool>,
    /// How many days before and behind the day of publication an undated mention may lie.
    window: Option<[u16; 2]>,
}

/// The kinds of value of the interchange contract.
pub(super) const KINDS: [&str; 9] = ["duration", "time", "quantity", "place", "entity", "status", "quotation", "text", "boolean"];

impl AttributeWire {
    pub(super) fn record(self) -> Result<Record, Refusal> {
        let mut record = AttributeType::new(&not_empty("name", self.name)?);
        if let Some(kind) = named("values", self.values, ValueKind::parse, &KINDS.join(", "))? {
            record = record.values(kind);
        }
        if let Some(cardinality) = named("cardinality", self.cardinality, Cardinality::parse, "exclusive, set and free")? {
            record = record.cardinality(cardinality);
        }
        let direction = |name: &str| if name == "none" { Some(None) } else { Direction::parse(name).map(Some) };
        if let Some(direction) = named("direction", self.direction, direction, "up, down, both and none")?.flatten() {
            record = record.direction(direction);
        }
        if let Some(exactness) = named("exactness", self.exactness, Exactness::parse, "exact and round")? {
            record = record.exactness(exactness);
        }
        if let Some(unit) = self.unit {
            record = record.unit(unit);
        }
        let record = self.synonyms.iter().fold(record, |record, s| record.synonym(s));
        check::declared(&record)?;
        Ok(Record::Attribute(record))
    }
}

impl EventTypeWire {
    pub(super) fn record(self) -> Result<Record, Refusal> {
        if let Some([back, ahead]) = self.window
            && back.max(ahead) > 3660
        {
            let found = format!("[{back}, {ahead}]");
            return Err(Refusal::new(RejectionCode::BadField, none_of("window", &found, "the days of ten years")));
        }
        let families = "encounter, call, journey, harm, takeover, deal, employment, breakdown, state and other";
        let family = named("family", self.family, Family::parse, families)?.unwrap_or(Family::Other);
        let mut record = EventType::new(&not_empty("name", self.name)?, family);
        if let Some(once) = self.once {
            record = record.once(once);
        }
        if let Some([back, ahead]) = self.window {
            record = record.window(back, ahead);
        }
        let record = self.synonyms.iter().fold(record, |record, s| record.synonym(s));
        check::declared_event(&record)?;
        Ok(Record::EventType(record))
    }
}
