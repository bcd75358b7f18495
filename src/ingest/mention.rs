//! Mentions in: lines that name an article and words in it, with what the caller knows of entities beside them.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Deserialize;

use super::parse::{head, object, record};
use super::wire::not_empty;
use super::{Kind, elements, encoding, lines, placed};
use crate::claim::{Decision, EntityKind, EntityRecord, Location, Record, Refusal, Rejected, RejectionCode};
use crate::linkage::NameMention;

/// What a file of mentions holds.
#[derive(Clone, Debug, PartialEq)]
pub enum MentionRecord {
    /// A mention, with the id that its answer has.
    Mention(Arc<str>, NameMention),
    /// What the caller knows of an entity.
    Entity(EntityRecord),
    /// A person's decision on two entities.
    Decision(Decision),
}

/// A mention of a name.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Mention", deny_unknown_fields))]
pub(super) struct MentionWire {
    /// Its id, which its answer has too.
    id: String,
    /// The id of the article.
    article: String,
    /// The words of the mention.
    text: String,
    /// What it is: person, organisation, place; any other word tells nothing.
    kind: Option<String>,
    /// The sentence that it stands in.
    context: Option<String>,
}

impl MentionWire {
    fn record(self) -> Result<MentionRecord, Refusal> {
        let mention = NameMention {
            article: not_empty("article", self.article)?.into(),
            text: not_empty("text", self.text)?.into(),
            kind: self.kind.as_deref().and_then(EntityKind::parse),
            context: self.context.map(Into::into),
        };
        Ok(MentionRecord::Mention(not_empty("id", self.id)?.into(), mention))
    }
}

/// Reads a file of mentions, as [`read`](super::read) does one of articles and claims: records one a line, or a JSON array of them. What
/// has no `type` is a mention; records of entities, and decisions on them, may stand among them. O(n) in the bytes.
pub fn mentions(name: &str, bytes: &[u8]) -> Vec<Result<(MentionRecord, Location), Rejected>> {
    let file: Arc<str> = name.into();
    let place = |line, made| placed(&file, line, made);
    let whole = |code, reason: &str| vec![place(0, Err(Refusal::new(code, reason)))];
    let body = match encoding::body(bytes) {
        Ok(body) => body,
        Err(refusal) => return vec![place(0, Err(refusal))],
    };
    let units = match Kind::of(name, body) {
        Kind::Table => return whole(RejectionCode::Table, "a table holds no mentions, and is not read"),
        Kind::Text if body.trim_ascii().is_empty() => Vec::new(),
        Kind::Text => return whole(RejectionCode::NotARecord, "a text holds no mentions: they are records, one JSON object a line"),
        Kind::Lines => lines(body),
        Kind::Json => elements::split(body),
    };
    if units.is_empty() {
        return whole(RejectionCode::Empty, "the file holds no records");
    }
    units.into_par_iter().map(|(line, unit)| place(line, one(unit))).collect()
}

fn one(unit: &[u8]) -> Result<MentionRecord, Refusal> {
    let of_other_type = |kind: &str| {
        let reason =
            format!("`type` is {:?}; beside mentions, entities and decisions on them are read here", super::parse::shortened(kind));
        Err(Refusal::new(RejectionCode::UnknownType, reason))
    };
    match head(unit)?.as_deref() {
        None | Some("mention") => object::<MentionWire>(unit)?.record(),
        Some(kind @ ("entity" | "decision")) => match record(unit)?.record {
            Record::Entity(entity) => Ok(MentionRecord::Entity(entity)),
            Record::Decision(decision) if decision.verdict.is_of_entities() => Ok(MentionRecord::Decision(decision)),
            _ => of_other_type(kind),
        },
        Some(other) => of_other_type(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows() {
        let one = |line: &str| mentions("m.ndjson", line.as_bytes()).remove(0);
        let full = r#"{"id":"m1","article":"quay","text":"Ada Lund","kind":"person","context":"Ada Lund spoke."}"#;
        let Ok((MentionRecord::Mention(id, mention), at)) = one(full) else { panic!("{:?}", one(full)) };
        assert_eq!((&*id, &*mention.text, mention.kind, at.line), ("m1", "Ada Lund", Some(EntityKind::Person), 1));
        assert!(one(r#"{"id":"m1","article":"quay","text":"Ada Lund","kind":"vessel","context":null}"#).is_ok());
        assert!(matches!(one(r#"{"type":"entity","id":"q1","names":["Ada Lund"]}"#), Ok((MentionRecord::Entity(_), _))));
        for (line, said) in [
            (r#"{"id":"m1","article":"quay"}"#, "missing field `text` [missing-field]"),
            (r#"{"id":"m1","article":"quay","text":" "}"#, "`text` is empty [bad-field]"),
            (r#"{"id":"m1","article":7,"text":"a"}"#, "`article`: invalid type: integer `7`, expected a string [bad-field]"),
            (r#"{"id":"m1","article""#, "the JSON is cut off"),
            (r#"["Ada Lund"]"#, "a record is a JSON object, and this is an array [not-a-record]"),
            (r#"{"type":"claim"}"#, "beside mentions, entities and decisions on them are read here [unknown-type]"),
        ] {
            // A file of one array holds its elements.
            let said_of = mentions("m.ndjson", format!("{{}}\n{line}").as_bytes()).remove(1).unwrap_err().to_string();
            assert!(said_of.contains(said), "{line}: {said_of}");
        }
    }
}
