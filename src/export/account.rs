//! What the reader made of one article, as one line of JSON: the output of `annotate --explain --format json`.

use std::io::{self, Write};

use serde::Serialize;

use super::annotation::Page;
use super::wire::SpanWire;
use crate::claim::Claim;
use crate::english::account::{Account, Line, Outcome, PredicateNote, ValueNote};
use crate::english::{Annotation, Argument, Silence};
use crate::id::ArticleId;
use crate::text::Span;
use crate::value::ValueRecord;

#[derive(Serialize)]
struct Document<'a> {
    id: &'a str,
    lines: Vec<LineWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<&'a str>,
}

#[derive(Serialize)]
struct LineWire<'a> {
    #[serde(flatten)]
    place: SpanWire,
    #[serde(skip_serializing_if = "Option::is_none")]
    silence: Option<SilenceWire>,
    predicates: Vec<PredicateWire<'a>>,
    values: Vec<ValueWire<'a>>,
}

#[derive(Serialize)]
struct SilenceWire {
    code: &'static str,
    reason: String,
}

/// The claim that something became, or why there is none.
#[derive(Serialize)]
struct OutcomeWire<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    silence: Option<SilenceWire>,
}

#[derive(Serialize)]
struct PredicateWire<'a> {
    #[serde(flatten)]
    place: SpanWire,
    action: &'a str,
    modality: &'static str,
    polarity: &'static str,
    arguments: Vec<ArgumentWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attributed_to: Option<SpanWire>,
    #[serde(flatten)]
    outcome: OutcomeWire<'a>,
}

#[derive(Serialize)]
struct ArgumentWire<'a> {
    role: &'static str,
    #[serde(flatten)]
    place: SpanWire,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct ValueWire<'a> {
    #[serde(flatten)]
    place: SpanWire,
    value: ValueRecord,
    #[serde(skip_serializing_if = "Option::is_none")]
    governor: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<SpanWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measures: Option<SpanWire>,
    #[serde(flatten)]
    outcome: OutcomeWire<'a>,
}

/// Writes what the reader made of an article as one line of JSON; its claims have the ids that [`annotation`](super::annotation) gives them.
///
/// O(n) in the article.
///
/// # Errors
/// Those of the writer.
pub fn account(id: &ArticleId, text: &str, annotation: &Annotation, account: &Account, mut out: impl Write) -> io::Result<()> {
    let writer = Writer { page: Page::new(id, text, annotation), text, claims: &annotation.extraction.claims };
    let document = Document {
        id: id.as_str(),
        lines: account.lines.iter().map(|line| writer.line(line)).collect(),
        unread: annotation.extraction.unread.as_deref(),
    };
    serde_json::to_writer(&mut out, &document)?;
    out.write_all(b"\n")
}

struct Writer<'a> {
    page: Page<'a>,
    text: &'a str,
    claims: &'a [Claim],
}

impl<'a> Writer<'a> {
    fn line(&self, line: &'a Line) -> LineWire<'a> {
        LineWire {
            place: self.page.span(line.span),
            silence: line.silence.map(silence),
            predicates: line.predicates.iter().map(|p| self.predicate(p)).collect(),
            values: line.values.iter().map(|v| self.value(v)).collect(),
        }
    }

    fn outcome(&self, outcome: Outcome) -> OutcomeWire<'a> {
        let claim = outcome.ok().and_then(|at| self.claims.get(at));
        OutcomeWire {
            claim: claim.map(|c| c.id.clone().unwrap_or_else(|| c.derive_id()).to_string()),
            attribute: claim.map(|c| c.attribute.as_str()),
            silence: outcome.err().map(silence),
        }
    }

    fn predicate(&self, note: &'a PredicateNote) -> PredicateWire<'a> {
        let argument = |a: &'a Argument| ArgumentWire { role: a.role, place: self.page.span(a.span), name: a.name.as_deref() };
        PredicateWire {
            place: self.page.span(note.word),
            action: &note.action,
            modality: note.modality.as_str(),
            polarity: note.polarity.as_str(),
            arguments: note.arguments.iter().map(argument).collect(),
            attributed_to: note.source.map(|s| self.page.span(s)),
            outcome: self.outcome(note.outcome),
        }
    }

    fn value(&self, note: &'a ValueNote) -> ValueWire<'a> {
        let hung = note.hung.as_ref();
        let noun = |counts: bool| hung.filter(|h| h.counts == counts).and_then(|h| h.noun).map(|n: Span| self.page.span(n));
        ValueWire {
            place: self.page.span(note.span),
            value: ValueRecord::of(&note.value, note.span.of(self.text)),
            governor: hung.and_then(|h| h.governor.as_deref()),
            role: hung.and_then(|h| h.role),
            counts: noun(true),
            measures: noun(false),
            outcome: self.outcome(note.outcome),
        }
    }
}

fn silence(silence: Silence) -> SilenceWire {
    SilenceWire { code: silence.code(), reason: silence.to_string() }
}
