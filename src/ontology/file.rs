//! The rows of a file in TOML.

use serde::Deserialize;

use super::{AttributeType, Cardinality, Direction, EventType, Exactness, Example, Family, Ontology, ValueKind};

/// Why a text is no ontology.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    attribute: Vec<AttributeRow>,
    #[serde(default)]
    family: Vec<FamilyRow>,
    #[serde(default)]
    event: Vec<EventRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AttributeRow {
    name: String,
    values: Option<String>,
    unit: Option<String>,
    cardinality: Option<String>,
    direction: Option<String>,
    exactness: Option<String>,
    #[serde(default)]
    synonyms: Vec<String>,
    example: Option<ExampleRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleRow {
    a: String,
    b: String,
    gives: String,
    later: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamilyRow {
    name: String,
    window: Option<(u16, u16)>,
    once: Option<bool>,
    strict: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventRow {
    name: String,
    family: Option<String>,
    window: Option<(u16, u16)>,
    once: Option<bool>,
    #[serde(default)]
    cause: bool,
    #[serde(default)]
    wide: bool,
    #[serde(default)]
    sited: bool,
    #[serde(default)]
    alike: Vec<String>,
    #[serde(default)]
    synonyms: Vec<String>,
    example: Option<String>,
}

pub(super) fn parse(text: &str) -> Result<Ontology, BadOntology> {
    let file: File = toml::from_str(text).map_err(|e| BadOntology::Form(e.to_string()))?;
    let mut ontology = Ontology::empty();
    for row in file.family {
        ontology.families.push(row.family()?);
    }
    for row in file.attribute {
        ontology.put_attribute(row.attribute()?);
    }
    for row in file.event {
        let row = ontology.in_family(row.event()?);
        ontology.put_event(row);
    }
    Ok(ontology)
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
