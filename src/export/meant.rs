//! Whom mentions mean, one line a mention.

use std::io::{self, Write};

use serde::Serialize;

use crate::linkage::Meant;

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    entity: Option<&'a str>,
    why: String,
}

/// Writes whom a mention means as one line of JSON: its id, the entity's or null, and why.
///
/// # Errors
/// Those of the writer.
pub fn meant(id: &str, meant: &Meant, mut out: impl Write) -> io::Result<()> {
    let entity = meant.entity.as_ref().map(crate::id::EntityId::as_str);
    serde_json::to_writer(&mut out, &Line { id, entity, why: meant.to_string() })?;
    out.write_all(b"\n")
}
