//! A result as NDJSON, read line by line, and what it lacks where a write was cut short.

use serde::Deserialize;

use super::load::LoadError;
use super::wire::{
    ArticleWire, ClaimWire, Counts, DecisionWire, Document, EntityWire, EventWire, FactWire, OriginWire, RejectedWire, RelationWire,
    RevisionWire,
};

/// One line: an element of one of the lists with its kind, or one of the two lines that stand around them.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Line"))]
#[serde(tag = "record", rename_all = "lowercase")]
pub(super) enum LineWire<'a> {
    /// The first line.
    Result {
        /// 1.
        schema_version: u32,
        /// What callers declared of attributes and kinds of event.
        #[serde(default)]
        ontology: Option<crate::ontology::File>,
    },
    Article(ArticleWire<'a>),
    Origin(OriginWire<'a>),
    Entity(EntityWire<'a>),
    Event(Box<EventWire<'a>>),
    Claim(Box<ClaimWire<'a>>),
    Relation(RelationWire<'a>),
    Fact(FactWire<'a>),
    Revision(RevisionWire<'a>),
    Decision(DecisionWire<'a>),
    Rejected(RejectedWire<'a>),
    End(Counts),
}

/// Whether the bytes begin as a result in lines does.
pub(super) fn is_lines(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\"record\""))
}

/// The lists, gathered from their lines.
///
/// The counts of the last line tell whether all are there. Without them, a file that ends early would load, and the relations
/// that it lost would be pairs of which nothing is said.
pub(super) fn lines(bytes: &[u8]) -> Result<Document<'static>, LoadError> {
    let mut all = Document::default();
    let mut end: Option<Counts> = None;
    let mut last = 0;
    let mut rest = (1..).zip(bytes.split(|&b| b == b'\n')).filter(|(_, line)| !line.trim_ascii().is_empty()).peekable();
    while let Some((n, line)) = rest.next() {
        let wire = match serde_json::from_slice(line) {
            Ok(wire) => wire,
            // Within its last line.
            Err(error) if error.is_eof() && end.is_none() && rest.peek().is_none() => break,
            Err(error) => return Err(LoadError::Line(n, error)),
        };
        if end.is_some() {
            return Err(LoadError::BehindEnd(n));
        }
        if (last == 0) != matches!(wire, LineWire::Result { .. }) {
            return Err(if last == 0 { LoadError::NoBeginning(n) } else { LoadError::SecondResult(n) });
        }
        last = n;
        match wire {
            LineWire::Result { schema_version, ontology } => (all.schema_version, all.ontology) = (schema_version, ontology),
            LineWire::Article(a) => all.articles.push(a),
            LineWire::Origin(o) => all.origins.push(o),
            LineWire::Entity(e) => all.entities.push(e),
            LineWire::Event(e) => all.events.push(*e),
            LineWire::Claim(c) => all.claims.push(*c),
            LineWire::Relation(r) => all.relations.push(r),
            LineWire::Fact(f) => all.facts.push(f),
            LineWire::Revision(r) => all.revisions.push(r),
            LineWire::Decision(d) => all.decisions.push(d),
            LineWire::Rejected(r) => all.rejected.push(r),
            LineWire::End(counts) => end = Some(counts),
        }
    }
    let found = Counts::of(&all);
    let Some(told) = end else { return Err(LoadError::CutOff(last, found.said())) };
    match found.missing(&told) {
        Some((kind, found, told)) => Err(LoadError::Count { kind, found, told }),
        None => Ok(all),
    }
}
