//! One JSON text to one record, with a reason that names the field where it cannot be.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::wire::{ArticleWire, ClaimWire, DecisionWire, EntityWire, RetractWire, UntypedWire};
use crate::claim::Record;

/// Why a record could not be made.
enum Bad {
    /// serde's word, which names a place in the text.
    Json(serde_json::Error),
    /// Our own, a whole sentence.
    Said(String),
}

impl From<serde_json::Error> for Bad {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<String> for Bad {
    fn from(reason: String) -> Self {
        Self::Said(reason)
    }
}

/// The record that a JSON text holds.
///
/// # Errors
/// One sentence without a final stop that names the field and the value.
pub(super) fn record(unit: &[u8]) -> Result<Record, String> {
    let text = super::encoding::text(unit, "the record")?;
    match unit.first() {
        Some(b'{') => {}
        Some(b'[') => return Err("a record is a JSON object, and this is an array".to_owned()),
        _ => return Err(format!("a record is a JSON object, and this begins with {:?}", shortened(text))),
    }
    match typed(text) {
        Ok(record) => Ok(record),
        Err(Bad::Said(reason)) => Err(reason),
        Err(Bad::Json(error)) if error.is_data() => without_duplicates(text),
        Err(Bad::Json(error)) => Err(reason(text, &error)),
    }
}

/// Of a field that stands twice the last counts, as in RFC 8259's "many implementations"; serde's structs refuse it.
fn without_duplicates(text: &str) -> Result<Record, String> {
    let value: Value = serde_json::from_str(text).map_err(|e| reason(text, &e))?;
    let text = value.to_string();
    typed(&text).map_err(|bad| match bad {
        Bad::Json(error) => reason(&text, &error),
        Bad::Said(reason) => reason,
    })
}

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "type")]
    kind: Option<String>,
}

fn typed(text: &str) -> Result<Record, Bad> {
    let Some(kind) = read::<Head>(text)?.kind else { return Ok(read::<UntypedWire>(text)?.record()?) };
    match kind.as_str() {
        "article" => Ok(read::<ArticleWire>(text)?.record()?),
        "claim" => Ok(read::<ClaimWire>(text)?.record()?),
        "entity" => Ok(read::<EntityWire>(text)?.record()?),
        "decision" => Ok(read::<DecisionWire>(text)?.record()?),
        "retract" => Ok(read::<RetractWire>(text)?.record()?),
        other => Err(Bad::Said(format!("`type` is {:?}, which is none of article, claim, entity, decision and retract", shortened(other)))),
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text)
}

fn reason(text: &str, error: &serde_json::Error) -> String {
    let full = error.to_string();
    // serde repeats the value it refuses, however long it is.
    let said = &cut(full.rsplit_once(" at line ").map_or(full.as_str(), |(said, _)| said), 160);
    let at = offset(text, error);
    if error.is_data() {
        let path = path(&text.as_bytes()[..at]);
        return if path.is_empty() { said.clone() } else { format!("`{path}`: {said}") };
    }
    let place = text[..floor(text, at)].chars().count();
    if error.is_eof() {
        format!("the JSON is cut off: {said} at character {place}")
    } else {
        format!("not JSON: {said} at character {place}")
    }
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
        record(text.as_bytes()).unwrap_err()
    }

    #[test]
    fn reasons_name_the_field() {
        for (text, said) in [
            (r#"{"type":"sighting"}"#, "`type` is \"sighting\", which is none of article, claim, entity, decision and retract"),
            (r#"{"type":3}"#, "`type`: invalid type: integer `3`, expected a string"),
            (r#"{"type":"article","text":["a"]}"#, "`text`: invalid type: sequence, expected a string"),
            (r#"{"type":"article","title":"a","text":{"b":1}}"#, "`text`: invalid type: map, expected a string"),
            (r#"{"type":"retract"}"#, "missing field `article`"),
            (r#"{"type":"claim","article":"a","attribute":"time","value":"now"}"#, "missing field `event`"),
            (
                r#"{"type":"claim","article":"a","event":{"participants":[{"name":"x"},{"role":"y"}],"action":"meet"},"attribute":"time","value":"x"}"#,
                "`event.participants[1]`: missing field `name`",
            ),
            (
                r#"{"type":"claim","article":"a","event":{"action":"meet","participants":[]},"attribute":"time","value":3}"#,
                "`value`: invalid type: integer `3`, expected text or a normalised value",
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
        let Ok(Record::Article(article)) = record(br#"{"type":"claim","title":"a","type":"article","title":"b","text":"c"}"#) else {
            panic!()
        };
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
