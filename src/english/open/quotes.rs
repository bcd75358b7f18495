//! Words in quotation marks that no frame has claimed, with whoever says them.

use std::sync::Arc;

use super::Reader;
use crate::analysis::{Deprel, Upos};
use crate::claim::{Attribute, Claim, Event};
use crate::english::lexicon::{Class, look_up};
use crate::english::predicates::{Tree, phrase};
use crate::english::silence::Silence;
use crate::text::{Span, opens_quote};
use crate::value::{Normalized, Value};

/// The quotations in the order of the text, each with its claim. Of several sentences each is one.
pub(super) fn claims(reader: &Reader<'_>) -> Vec<(Span, Result<Claim, Silence>)> {
    let (text, tokens, words) = (reader.text, reader.cut.tokens, reader.analysis.words());
    let taken: Vec<Span> = reader.annotation.framed(true).collect();
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    let mut speaker: Option<(Arc<str>, usize)> = None;
    for (number, range) in reader.analysis.sentences().iter().enumerate() {
        let (Some(first), Some(last)) = (words.get(range.start), words.get(range.end.wrapping_sub(1))) else { continue };
        let span = first.span.join(last.span);
        let story = &reader.annotation.story;
        if !story.get(story.partition_point(|s| s.end <= span.start)).is_some_and(|s| s.overlaps(span)) {
            open = None;
            continue;
        }
        let from = tokens.partition_point(|t| t.span.start < span.start);
        let to = tokens.partition_point(|t| t.span.start < span.end);
        let mut parts: Vec<Span> = Vec::new();
        let mut start = open.map(|_| span.start);
        for i in from..to {
            if tokens[i].text(text) != "\"" {
                continue;
            }
            if opens_quote(text, tokens, i) {
                start = Some(tokens[i].span.end);
            } else if let Some(begun) = start.take() {
                parts.push(Span::new(begun, tokens[i].span.start));
            }
        }
        if let Some(begun) = start {
            parts.push(Span::new(begun, span.end));
        }
        open = start.map(|_| number);
        if parts.is_empty() {
            continue;
        }
        let tree = Tree::new(text, words, range.clone(), reader.known);
        let said = says(reader, &tree, &parts);
        let who = match &said {
            Some(Some(name)) => Some(name.clone()),
            Some(None) => None,
            None => speaker.as_ref().filter(|s| s.1 + 1 >= number).map(|s| s.0.clone()),
        };
        speaker = who.clone().map(|w| (w, number));
        for part in parts {
            let quoted = part.of(text).trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '"'));
            let count = quoted.split_whitespace().count();
            let silence = match count {
                _ if taken.iter().any(|t| t.overlaps(part)) => Some(Silence::Claimed),
                0 => continue,
                1 if said.is_none() => Some(Silence::OneWord),
                _ => (count > LONGEST).then_some(Silence::LongWords),
            };
            if let Some(silence) = silence {
                out.push((part, Err(silence)));
                continue;
            }
            let mut event = Event::new("say");
            event.open = Some(reader.place(part));
            if let Some(who) = &who {
                event = event.with_role(who.clone(), "speaker");
            }
            let Some(quote) = Some(part).filter(|p| reader.cut.is_quotable(*p)).and_then(|p| reader.cut.quote(reader.index, p)) else {
                out.push((part, Err(Silence::LongQuote)));
                continue;
            };
            let value = Normalized::new(quoted, Value::Quotation(quoted.into()));
            let mut claim = Claim::new(reader.id.clone(), event, Attribute::new("quotation"), value);
            claim.quote = Some(quote);
            claim.attributed_to = who.iter().cloned().collect();
            out.push((part, Ok(claim)));
        }
    }
    out
}

/// Quotations of more words no two articles have alike.
const LONGEST: usize = 80;

/// Whether a verb of saying stands outside the quotation marks, and the name of its subject where it has one.
fn says(reader: &Reader<'_>, tree: &Tree<'_>, parts: &[Span]) -> Option<Option<Arc<str>>> {
    let outside = |w: &usize| !parts.iter().any(|p| p.overlaps(tree.words[*w].span));
    let verb =
        tree.range.clone().filter(outside).filter(|w| tree.upos(*w) == Upos::Verb).find(|w| {
            look_up(tree.str(*w)).class.is(Class::SAY) || matches!(&*tree.lower(*w), "called" | "described" | "tweeted" | "wrote")
        })?;
    let subject = tree.with(verb, Deprel::Nsubj).find(|s| outside(s));
    let name = subject.map(|s| phrase(tree, s)).and_then(|p| reader.name(p).or_else(|| reader.pronoun(p)));
    Some(name)
}
