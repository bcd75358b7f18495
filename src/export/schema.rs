//! The JSON Schemas of what is read and written.

/// The JSON Schema (draft 2020-12) of one input record, to be filled by people, programs or language models.
pub fn schema_input() -> serde_json::Value {
    crate::ingest::schema().into()
}

/// The JSON Schema (draft 2020-12) of a result as [`json`](super::json()) writes it; under `$defs`, `Line` is a line of what
/// [`ndjson`](super::ndjson()) writes.
pub fn schema_output() -> serde_json::Value {
    let mut generator = schemars::SchemaGenerator::default();
    generator.subschema_for::<super::lines::LineWire<'static>>();
    let mut schema = generator.into_root_schema_for::<super::wire::Document<'static>>();
    schema.insert("$id".to_owned(), format!("urn:claimgraph:schema:output:{}", super::SCHEMA_VERSION).into());
    schema.into()
}
