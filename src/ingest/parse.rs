//! One JSON text to one record, with a reason that names the field where it cannot be.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use super::declared::{AttributeWire, EventTypeWire};
use super::wire::{ArticleWire, ClaimWire, DecisionWire, EntityWire, Made, RetractWire, UntypedWire};
use crate::claim::{Refusal, RejectionCode};

/// Why a record could not be made.
enum Bad {
    /// serde's word, which names a place in the text.
    Json(serde_json::Error),
    /// Our own, a whole sentence.
    Said(Refusal),
}

impl From<serde_json::Error> for Bad {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<Refusal> for Bad {
    fn from(refusal: Refusal) -> Self {
        Self::Said(refusal)
    }
}

/// The record that a JSON text holds.
///
/// # Errors
/// One sentence without a final stop that names the field and the value.
pub(super) fn record(unit: &[u8]) -> Result<Made, Refusal> {
    read_as(unit, typed)
}

/// The `type` of a record, where it has one.
#[cfg(feature = "english")]
pub(super) fn head(unit: &[u8]) -> Result<Option<String>, Refusal> {
    object::<Head>(unit).map(|head| head.kind)
}

/// A record of one form.
#[cfg(feature = "english")]
pub(super) fn object<T: DeserializeOwned>(unit: &[u8]) -> Result<T, Refusal> {
    read_as(unit, |text| read::<T>(text).map_err(Bad::Json))
}

fn read_as<T>(unit: &[u8], by: impl Fn(&str) -> Result<T, Bad>) -> Result<T, Refusal> {
    let text = super::encoding::text(unit, "the record")?;
    let no = |reason: String| Err(Refusal::new(RejectionCode::NotARecord, reason));
    match unit.first() {
        Some(b'{') => {}
        Some(b'[') => return no("a record is a JSON object, and this is an array".to_owned()),
        _ => return no(format!("a record is a JSON object, and this begins with {:?}", shortened(text))),
    }
    match by(text) {
        Ok(made) => Ok(made),
        Err(Bad::Said(refusal)) => Err(refusal),
        Err(Bad::Json(error)) if error.is_data() => plainer(text, by),
        Err(Bad::Json(error)) => Err(refusal(text, &error)),
    }
}

/// The record once more, as plain as JSON can be. Of a field that stands twice the last counts, as in RFC 8259's "many
/// implementations"; a field that is null is missing. serde's structs refuse both.
fn plainer<T>(text: &str, by: impl Fn(&str) -> Result<T, Bad>) -> Result<T, Refusal> {
    let fields: BTreeMap<String, Box<RawValue>> = serde_json::from_str(text).map_err(|e| refusal(text, &e))?;
    let mut plain: BTreeMap<String, Box<RawValue>> = BTreeMap::new();
    for (name, raw) in fields {
        let mut value: Value = serde_json::from_str(raw.get()).map_err(|e| refusal(text, &e))?;
        // Numbers of the first level keep their digits, since only there stands one that is a value.
        if value.is_array() || value.is_object() {
            without_nulls(&mut value);
            plain.insert(name, serde_json::value::to_raw_value(&value).map_err(|e| refusal(text, &e))?);
        } else if !value.is_null() {
            plain.insert(name, raw);
        }
    }
    let text = serde_json::to_string(&plain).map_err(|e| refusal(text, &e))?;
    by(&text).map_err(|bad| match bad {
        Bad::Json(error) => refusal(&text, &error),
        Bad::Said(refusal) => refusal,
    })
}

/// Takes out the fields that are null. serde_json parses 128 levels at most, so that the depth is bounded.
pub(super) fn without_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, v| !v.is_null());
            fields.values_mut().for_each(without_nulls);
        }
        Value::Array(all) => all.iter_mut().for_each(without_nulls),
        _ => {}
    }
}

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "type")]
    kind: Option<String>,
}

fn typed(text: &str) -> Result<Made, Bad> {
    let Some(kind) = read::<Head>(text)?.kind else { return Ok(read::<UntypedWire>(text)?.record()?) };
    let record = match kind.as_str() {
        "article" => return Ok(read::<ArticleWire>(text)?.record()?),
        "claim" => read::<ClaimWire>(text)?.record()?,
        "entity" => read::<EntityWire>(text)?.record()?,
        "decision" => read::<DecisionWire>(text)?.record()?,
        "retract" => read::<RetractWire>(text)?.record()?,
        "attribute" => read::<AttributeWire>(text)?.record()?,
        "event-type" => read::<EventTypeWire>(text)?.record()?,
        other => {
            let all = "article, claim, entity, decision, retract, attribute and event-type";
            let reason = format!("`type` is {:?}, which is none of {all}", shortened(other));
            return Err(Bad::Said(Refusal::new(RejectionCode::UnknownType, reason)));
        }
    };
    Ok(Made { record, lost: Vec::new() })
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text)
}

/// What serde says, without the place. It repeats the value it refuses, however long that is.
pub(super) fn said(error: &serde_json::Error) -> String {
    let full = error.to_string();
    cut(full.rsplit_once(" at line ").map_or(full.as_str(), |(said, _)| said), 160)
}

fn refusal(text: &str, error: &serde_json::Error) -> Refusal {
    let said = said(error);
    let at = offset(text, error);
    if error.is_data() {
        let path = path(&text.as_bytes()[..at]);
        let code = match (said.starts_with("missing field"), path.split(['.', '[']).next()) {
            (true, _) => RejectionCode::MissingField,
            (_, Some("value")) => RejectionCode::BadValue,
            _ => RejectionCode::BadField,
        };
        return Refusal::new(code, if path.is_empty() { said } else { format!("`{path}`: {said}") });
    }
    let place = text[..floor(text, at)].chars().count();
    let what = if error.is_eof() { "the JSON is cut off" } else { "not JSON" };
    Refusal::new(RejectionCode::NotJson, format!("{what}: {said} at character {place}"))
}

/// The byte offset of serde_json's line and column.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let line: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    (line + error.column()).min(text.len())
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where in a JSON text its prefix `read` ends, as `event.participants[1].name`. `read` ends in or right behind the value
/// that is meant.
fn path(read: &[u8]) -> String {
    let mut frames: Vec<Frame> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = read.get(at) {
        at += 1;
        match byte {
            b'"' => {
                let from = at;
                at = end_of_string(read, at);
                if let Some(Frame::Object { key, expects_key: true }) = frames.last_mut() {
                    *key = (from, at.saturating_sub(1));
                }
            }
            b'{' => frames.push(Frame::Object { key: (0, 0), expects_key: true }),
            b'[' => frames.push(Frame::Array(0)),
            b'}' | b']' => drop(frames.pop()),
            b':' | b',' => match frames.last_mut() {
                Some(Frame::Object { expects_key, .. }) => *expects_key = byte == b',',
                Some(Frame::Array(index)) if byte == b',' => *index += 1,
                _ => {}
            },
            _ => {}
        }
    }
    let mut path = String::new();
    for frame in &frames {
        match frame {
            Frame::Array(index) => path.push_str(&format!("[{index}]")),
            Frame::Object { key: (from, to), .. } if from < to => {
                let dot = if path.is_empty() { "" } else { "." };
                path.push_str(dot);
                path.push_str(&shortened(&String::from_utf8_lossy(&read[*from..*to])));
            }
            Frame::Object { .. } => {}
        }
    }
    path
}

enum Frame {
    Object { key: (usize, usize), expects_key: bool },
    Array(usize),
}

fn end_of_string(read: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = read.get(at) {
        at += 1;
        match byte {
            b'"' => break,
            b'\\' => at += 1,
            _ => {}
        }
    }
    at.min(read.len())
}

/// At most 60 characters of what a record holds, for a reason.
pub(super) fn shortened(text: &str) -> String {
    cut(text, 60)
}

fn cut(text: &str, limit: usize) -> String {
    let mut short: String = text.chars().take(limit).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn no(text: &str) -> String {
        record(text.as_bytes()).map(|_| ()).unwrap_err().reason
    }

    #[test]
    fn reasons_name_the_field() {
        for (text, said) in [
            (
                r#"{"type":"sighting"}"#,
                "`type` is \"sighting\", which is none of article, claim, entity, decision, retract, attribute and event-type",
            ),
            (r#"{"type":3}"#, "`type`: invalid type: integer `3`, expected a string"),
            (r#"{"type":"article","text":["a"]}"#, "`text`: invalid type: sequence, expected a string"),
            (r#"{"type":"article","title":"a","text":{"b":1}}"#, "`text`: invalid type: map, expected a string"),
            (r#"{"type":"retract"}"#, "missing field `article`"),
            (
                r#"{"type":"claim","article":"a","attribute":"time","value":"now"}"#,
                "missing field `event`; a claim of a standing fact has a `subject` in its place, and this one has neither",
            ),
            (
                r#"{"type":"claim","article":"a","event":{"participants":[{"name":"x"},{"role":"y"}],"action":"meet"},"attribute":"time","value":"x"}"#,
                "`event.participants[1]`: missing field `name`",
            ),
            (
                r#"{"type":"claim","article":"a","event":{"action":"meet","participants":[]},"attribute":"time","value":[3]}"#,
                "`value`: invalid type: sequence, expected text, a number, true, false or a normalised value",
            ),
            (
                r#"{"type":"claim","article":"a","position":{"start":-1,"end":2},"event":{"action":"meet"},"attribute":"time","value":"x"}"#,
                "`position.start`: invalid value: integer `-1`, expected u64",
            ),
            (
                r#"{"type":"claim","article":"a","event":"met","attribute":"time","value":"x"}"#,
                "`event`: invalid type: string \"met\", expected an object",
            ),
            ("[1]", "a record is a JSON object, and this is an array"),
            ("hello", "a record is a JSON object, and this begins with \"hello\""),
            (r#"{"type":"article","text":"né"#, "the JSON is cut off: EOF while parsing a string at character 28"),
            (r#"{"type":"article",,}"#, "not JSON: key must be a string at character 19"),
        ] {
            assert_eq!(no(text), said, "{text}");
        }
    }

    #[test]
    fn the_last_of_two_fields_counts() {
        let read = record(br#"{"type":"claim","title":"a","type":"article","title":"b","text":"c"}"#).unwrap().record;
        let crate::claim::Record::Article(article) = read else { panic!() };
        assert_eq!(article.title.as_deref(), Some("b"));
        assert_eq!(no(r#"{"type":"article","text":"a","text":3}"#), "`text`: invalid type: integer `3`, expected a string");
    }

    proptest! {
        #[test]
        fn nothing_panics(text in r#"[{}\[\]",:\\a1 é]{0,80}"#) {
            let _ = record(text.as_bytes());
            let _ = record(format!("{{\"type\":\"claim\",{text}").as_bytes());
            let _ = path(text.as_bytes());
        }
    }
}
