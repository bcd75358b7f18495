//! The rows of a file in TOML.

use serde::{Deserialize, Serialize};

use super::{AttributeType, Cardinality, Direction, EventType, Exactness, Example, Family, Ontology, ValueKind};
use crate::text::clean;

/// Why a text is no ontology.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadOntology {
    /// Not TOML, or a row with a field that it does not have.
    #[error("the ontology is not in its form: {0}")]
    Form(String),
    /// A word that a field does not take.
    #[error("the row {row:?} says {field} = {value:?}, which is none of {allowed}")]
    Word {
        /// The row's name.
        row: String,
        /// The field.
        field: &'static str,
        /// What it says.
        value: String,
        /// What it may say.
        allowed: &'static str,
    },
    /// A row without a name.
    #[error("a row of the ontology has no name")]
    Nameless,
}

/// The rows of a file, or those that a saved result carries.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Ontology"))]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// Whether the built-in rows stand before these.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) builtin: bool,
    /// Attributes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attribute: Vec<AttributeRow>,
    /// Families of action.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    family: Vec<FamilyRow>,
    /// Kinds of event.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    event: Vec<EventRow>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AttributeRow"))]
#[serde(deny_unknown_fields)]
pub(crate) struct AttributeRow {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    values: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cardinality: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    direction: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exactness: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    synonyms: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    example: Option<ExampleRow>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ExampleRow"))]
#[serde(deny_unknown_fields)]
pub(crate) struct ExampleRow {
    a: String,
    b: String,
    gives: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    later: Option<String>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FamilyRow"))]
#[serde(deny_unknown_fields)]
pub(crate) struct FamilyRow {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    window: Option<(u16, u16)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    once: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    strict: Option<bool>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "EventRow"))]
#[serde(deny_unknown_fields)]
pub(crate) struct EventRow {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    family: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    window: Option<(u16, u16)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    once: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    strict: Option<bool>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    cause: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    wide: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    sited: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    alike: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    synonyms: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    example: Option<String>,
}

pub(super) fn parse(text: &str) -> Result<Ontology, BadOntology> {
    toml::from_str::<File>(text).map_err(|e| BadOntology::Form(placed(text, &e)))?.ontology()
}

/// What is wrong with a file, and where, in one line.
fn placed(text: &str, error: &toml::de::Error) -> String {
    let message = clean(error.message());
    let Some(before) = error.span().and_then(|s| text.get(..s.start)) else { return message };
    let line = before.rfind('\n').map_or(before, |i| &before[i + 1..]);
    format!("line {}, column {}: {message}", before.matches('\n').count() + 1, line.chars().count() + 1)
}

impl File {
    /// The rows as an ontology.
    pub(crate) fn ontology(self) -> Result<Ontology, BadOntology> {
        let mut ontology = if self.builtin { Ontology::builtin().clone() } else { Ontology::empty() };
        self.add_to(&mut ontology)?;
        Ok(ontology)
    }

    fn add_to(self, ontology: &mut Ontology) -> Result<(), BadOntology> {
        for row in self.family {
            ontology.families.push(row.family()?);
        }
        for row in self.attribute {
            ontology.put_attribute(row.attribute()?);
        }
        for row in self.event {
            let row = ontology.in_family(row.event()?);
            ontology.put_event(row);
        }
        Ok(())
    }

    /// The rows of an ontology, as far as they are not the built-in ones; `None` where there are no others.
    pub(crate) fn of(ontology: &Ontology) -> Option<Self> {
        let known = Ontology::builtin();
        let builtin = ontology.attributes.starts_with(&known.attributes) && ontology.events.starts_with(&known.events);
        let from = if builtin { (known.attributes.len(), known.events.len()) } else { (0, 0) };
        let attribute: Vec<AttributeRow> = ontology.attributes[from.0..].iter().map(|a| AttributeRow::of(a)).collect();
        let event: Vec<EventRow> = ontology.events[from.1..].iter().map(|e| EventRow::of(e)).collect();
        let same = builtin && attribute.is_empty() && event.is_empty();
        // What a family says stands in the rows of its events.
        (!same).then_some(Self { builtin, attribute, family: Vec::new(), event })
    }
}

fn word<T>(
    (row, field): (&str, &'static str),
    value: Option<String>,
    parse: impl Fn(&str) -> Option<T>,
    allowed: &'static str,
) -> Result<Option<T>, BadOntology> {
    let Some(value) = value else { return Ok(None) };
    parse(&value).map(Some).ok_or_else(|| BadOntology::Word { row: row.to_owned(), field, value, allowed })
}

fn named(name: &str) -> Result<(), BadOntology> {
    if super::fold_name(name).is_empty() { Err(BadOntology::Nameless) } else { Ok(()) }
}

const FAMILIES: &str = "encounter, call, journey, harm, takeover, deal, employment, breakdown, state and other";

impl FamilyRow {
    fn family(self) -> Result<EventType, BadOntology> {
        let family = word((&self.name, "name"), Some(self.name.clone()), Family::parse, FAMILIES)?.unwrap_or(Family::Other);
        let mut row = EventType::new(&self.name, family).once(self.once.unwrap_or(false)).strict(self.strict.unwrap_or(false));
        if let Some((before, behind)) = self.window {
            row = row.window(before, behind);
        }
        Ok(row)
    }
}

impl AttributeRow {
    fn of(row: &AttributeType) -> Self {
        let example = row.example().map(|e| ExampleRow {
            a: e.a.to_string(),
            b: e.b.to_string(),
            gives: e.gives.to_string(),
            later: e.later.as_ref().map(ToString::to_string),
        });
        Self {
            name: row.name().to_owned(),
            values: row.value_kind().map(|k| k.as_str().to_owned()),
            unit: row.unit_of_numbers().map(str::to_owned),
            cardinality: row.declared_cardinality().map(|c| c.as_str().to_owned()),
            direction: row.runs().map(|d| d.as_str().to_owned()),
            exactness: Some(row.figures()).filter(|f| *f != Exactness::Round).map(|f| f.as_str().to_owned()),
            synonyms: row.names().skip(1).map(str::to_owned).collect(),
            example,
        }
    }

    fn attribute(self) -> Result<AttributeType, BadOntology> {
        named(&self.name)?;
        let at = |field| (self.name.as_str(), field);
        let kinds = "quantity, duration, time, place, name, status, boolean, quotation, words and since";
        let mut row = AttributeType::new(&self.name);
        if let Some(kind) = word(at("values"), self.values, ValueKind::parse, kinds)? {
            row = row.values(kind);
        }
        if let Some(cardinality) = word(at("cardinality"), self.cardinality, Cardinality::parse, "exclusive, set and free")? {
            row = row.cardinality(cardinality);
        }
        if let Some(direction) = word(at("direction"), self.direction, Direction::parse, "up, down and both")? {
            row = row.direction(direction);
        }
        if let Some(exactness) = word(at("exactness"), self.exactness, Exactness::parse, "exact and round")? {
            row = row.exactness(exactness);
        }
        if let Some(unit) = self.unit {
            row = row.unit(unit);
        }
        if let Some(ExampleRow { a, b, gives, later }) = self.example {
            row = row.with_example(Example { a: a.into(), b: b.into(), gives: gives.into(), later: later.map(Into::into) });
        }
        Ok(self.synonyms.iter().fold(row, |row, s| row.synonym(s)))
    }
}

impl EventRow {
    fn of(row: &EventType) -> Self {
        Self {
            name: row.name().to_owned(),
            family: Some(row.family().as_str().to_owned()),
            window: row.declared_window(),
            once: Some(row.is_done_once()),
            strict: Some(row.is_strict()),
            cause: row.is_cause(),
            wide: row.is_wide(),
            sited: row.is_sited(),
            alike: row.causes_alike().map(str::to_owned).collect(),
            synonyms: row.names().skip(1).map(str::to_owned).collect(),
            example: row.example().map(str::to_owned),
        }
    }

    fn event(self) -> Result<EventType, BadOntology> {
        named(&self.name)?;
        let family = word((&self.name, "family"), self.family, Family::parse, FAMILIES)?.unwrap_or(Family::Other);
        let mut row = EventType::new(&self.name, family);
        if let Some((before, behind)) = self.window {
            row = row.window(before, behind);
        }
        if let Some(once) = self.once {
            row = row.once(once);
        }
        if let Some(strict) = self.strict {
            row = row.strict(strict);
        }
        if self.cause {
            row = row.cause(self.wide);
        }
        if self.sited {
            row = row.sited();
        }
        if let Some(example) = self.example {
            row = row.with_example(example);
        }
        row = self.alike.iter().fold(row, |row, a| row.alike(a));
        Ok(self.synonyms.iter().fold(row, |row, s| row.synonym(s)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_named() {
        for (text, said) in [
            ("[[attribute]]\nname = \"x\"\ncolour = \"red\"", "unknown field `colour`"),
            ("[[attribute]]\nname = \"x\"\nvalues = \"red\"", "the row \"x\" says values = \"red\", which is none of quantity"),
            ("[[event]]\nname = \"x\"\nfamily = \"red\"", "the row \"x\" says family = \"red\""),
            ("[[event]]\nname = \" \"", "has no name"),
            ("x = ", "not in its form"),
        ] {
            let fault = Ontology::parse(text).unwrap_err().to_string();
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }
}
