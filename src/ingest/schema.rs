//! The JSON Schema of a record: a form that people, programs and language models can fill.
//!
//! Reading passes over fields that it does not know; the form has no place for them, since a model that may add fields adds them.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::declared::{AttributeWire, EventTypeWire, KINDS};
use super::wire::{ArticleWire, ClaimWire, DecisionWire, EntityWire, RetractWire};

/// Names the schema; a change that could break a reader gives it another number.
const ID: &str = "urn:claimgraph:schema:input:1";

/// The JSON Schema of one record, draft 2020-12.
pub fn schema() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let records = [
        record::<ArticleWire>("article", &mut generator),
        record::<ClaimWire>("claim", &mut generator),
        record::<EntityWire>("entity", &mut generator),
        record::<DecisionWire>("decision", &mut generator),
        record::<RetractWire>("retract", &mut generator),
        record::<AttributeWire>("attribute", &mut generator),
        record::<EventTypeWire>("event-type", &mut generator),
    ];
    // No record of `reconcile`: what `resolve` reads.
    #[cfg(feature = "english")]
    let _ = generator.subschema_for::<super::mention::MentionWire>();
    let mut forms = generator.take_definitions(true);
    for form in forms.values_mut().filter_map(Value::as_object_mut) {
        if form.get("type").is_some_and(|t| t == "object") {
            form.insert("additionalProperties".to_owned(), false.into());
        }
    }
    for (kind, name) in &records {
        if let Some(form) = forms.get_mut(name).and_then(Value::as_object_mut) {
            typed(form, kind);
        }
    }
    if let Some(kind) = forms.get_mut("ValueRecord").and_then(|v| v.pointer_mut("/properties/type")).and_then(Value::as_object_mut) {
        kind.insert("enum".to_owned(), json!(KINDS));
    }
    let all: Vec<Value> = records.iter().map(|(_, name)| json!({"$ref": format!("#/$defs/{name}")})).collect();
    json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "Record",
        "description": "A record: one line of NDJSON, or one element of a JSON array. A reader of articles fills the form Claim.",
        "oneOf": all,
        "$defs": forms,
    })
}

/// The `type` of a record, and the name of its form.
fn record<T: JsonSchema>(kind: &'static str, generator: &mut SchemaGenerator) -> (&'static str, String) {
    let _ = generator.subschema_for::<T>();
    (kind, T::schema_name().into_owned())
}

/// Puts the `type` of the record first among what the form needs.
fn typed(form: &mut Map<String, Value>, kind: &str) {
    if let Some(fields) = form.get_mut("properties").and_then(Value::as_object_mut) {
        fields.insert("type".to_owned(), json!({"const": kind, "description": format!("Always {kind:?}.")}));
    }
    let needed = form.entry("required").or_insert_with(|| json!([]));
    if let Some(needed) = needed.as_array_mut() {
        needed.insert(0, json!("type"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{EntityKind, Modality, Polarity, Verdict};
    use crate::ontology::{Cardinality, Direction, Exactness};

    /// The words that the form offers for a field.
    fn offered(schema: &Value, name: &str) -> Vec<String> {
        let form = schema.pointer(&format!("/$defs/{name}")).unwrap();
        let one = |v: &Value| v.get("const").or(Some(v)).and_then(Value::as_str).map(str::to_owned);
        ["enum", "oneOf"].iter().filter_map(|k| form.get(k)?.as_array()).flatten().filter_map(one).collect()
    }

    #[test]
    fn the_form_is_closed_and_offers_what_is_read() {
        let schema: Value = schema().into();
        assert_eq!(schema["$id"], ID);
        for (name, form) in schema["$defs"].as_object().unwrap() {
            if form["type"] == "object" {
                assert_eq!(form["additionalProperties"], false, "{name}");
            }
            assert!(form.get("description").is_some(), "{name}");
        }
        assert_eq!(schema["$defs"]["Claim"]["required"], json!(["type", "article", "attribute", "value"]));
        for (name, read) in [
            ("Modality", (|w| Modality::parse(w).is_some()) as fn(&str) -> bool),
            ("Polarity", |w| Polarity::parse(w).is_some()),
            ("EntityKind", |w| EntityKind::parse(w).is_some()),
            ("Verdict", |w| Verdict::parse(w).is_some()),
            ("Cardinality", |w| Cardinality::parse(w).is_some()),
            ("Direction", |w| w == "none" || Direction::parse(w).is_some()),
            ("Exactness", |w| Exactness::parse(w).is_some()),
            ("ValueKind", |w| KINDS.contains(&w)),
        ] {
            let words = offered(&schema, name);
            assert!(words.len() > 1 && words.iter().all(|w| read(w)), "{name}: {words:?}");
        }
    }
}
