//! What was found in one article, as one line of JSON: the output of `annotate`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;

use super::wire::{ClaimWire, ParticipantWire, QuoteWire, SpanWire};
use crate::analysis::{Analysis, Word};
use crate::claim::{Claim, Event};
use crate::english::Annotation;
use crate::id::{ArticleId, EntityId, EventId};
use crate::normalize::{OrdinalSpan, QuantitySpan, TimeSpan, TimeValue};
use crate::text::{CharIndex, Span, sentences, tokens};
use crate::value::{Change, Time, TimeForm, ValueRecord};

#[derive(Serialize)]
struct Document<'a> {
    id: &'a str,
    sentences: Vec<SpanWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tokens: Option<Vec<TokenWire>>,
    times: Vec<TimeWire<'a>>,
    quantities: Vec<QuantityWire<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ordinals: Vec<OrdinalWire<'a>>,
    mentions: Vec<MentionWire<'a>>,
    events: Vec<EventWire<'a>>,
    claims: Vec<ClaimWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<&'a str>,
}

/// A word of Universal Dependencies; `head` is an index into the same list.
#[derive(Serialize)]
struct TokenWire {
    start: usize,
    end: usize,
    upos: &'static str,
    head: Option<usize>,
    deprel: &'static str,
}

#[derive(Serialize)]
struct TimeWire<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
}

#[derive(Serialize)]
struct QuantityWire<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<String>,
    unit: &'a str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
}

#[derive(Serialize)]
struct OrdinalWire<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    value: i64,
}

#[derive(Serialize)]
struct MentionWire<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: &'static str,
    entity: String,
}

#[derive(Serialize)]
struct EventWire<'a> {
    id: String,
    action: &'a str,
    trigger: SpanWire,
    participants: Vec<ParticipantWire<'a>>,
}

/// Where an article's bytes lie in its characters, and the ids of what stands in it.
struct Page<'a> {
    id: &'a ArticleId,
    text: &'a str,
    index: CharIndex,
    events: BTreeMap<*const Event, String>,
}

/// Writes the annotation of one article as one line of JSON; `tokens` adds its words with their heads. Ids of events and entities hold within the article only.
///
/// O(n) in the article.
///
/// # Errors
/// Those of the writer.
pub fn annotation(id: &ArticleId, text: &str, annotation: &Annotation, tokens: bool, mut out: impl Write) -> io::Result<()> {
    let page = Page::new(id, text, annotation);
    let spans = |all: &[Span]| all.iter().map(|s| page.span(*s)).collect();
    let document = Document {
        id: id.as_str(),
        sentences: spans(&annotation.sentences),
        tokens: tokens.then(|| page.tokens()),
        times: annotation.times.iter().flat_map(|t| page.times(t)).collect(),
        quantities: annotation.quantities.iter().map(|q| page.quantity(q)).collect(),
        ordinals: annotation.ordinals.iter().map(|o| page.ordinal(o)).collect(),
        mentions: annotation.extraction.mentions.iter().map(|m| page.mention(m)).collect(),
        events: annotation.events.iter().map(|e| page.event(&e.event, e.trigger)).collect(),
        claims: annotation.extraction.claims.iter().map(|c| page.claim(c)).collect(),
        unread: annotation.extraction.unread.as_deref(),
    };
    serde_json::to_writer(&mut out, &document)?;
    out.write_all(b"\n")
}

impl<'a> Page<'a> {
    fn new(id: &'a ArticleId, text: &'a str, annotation: &Annotation) -> Self {
        let key = |e: &Arc<Event>, place: Span| {
            (Arc::as_ptr(e), EventId::derive([id.as_str(), &place.start.to_string(), e.action.as_str()]).to_string())
        };
        let events = annotation.events.iter().map(|e| key(&e.event, e.trigger)).collect();
        Self { id, text, index: CharIndex::new(text), events }
    }

    fn at(&self, byte: usize) -> usize {
        self.index.char_offset(self.text, byte)
    }

    fn span(&self, span: Span) -> SpanWire {
        SpanWire { start: self.at(span.start), end: self.at(span.end) }
    }

    /// The words, of a text in any language: what is too short to tell its language has words too.
    fn tokens(&self) -> Vec<TokenWire> {
        let tokens = tokens(self.text);
        let analysis = Analysis::of(self.text, &tokens, &sentences(self.text, &tokens));
        let wire = |word: &Word| {
            let SpanWire { start, end } = self.span(word.span);
            TokenWire { start, end, upos: word.upos().as_str(), head: word.head, deprel: word.relation.as_str() }
        };
        analysis.words().iter().map(wire).collect()
    }

    fn entity(&self, name: &str) -> String {
        EntityId::derive([self.id.as_str(), name]).to_string()
    }

    /// A time as TIMEX3 has it: of a run of days each end is a time.
    fn times(&self, time: &TimeSpan) -> Vec<TimeWire<'a>> {
        let (TimeValue::Time(Time { form: TimeForm::Days(first, last), modifier }), Some((from, to))) = (&time.value, time.ends) else {
            return vec![self.time(time)];
        };
        let end = |span, day| {
            let value = TimeValue::Time(Time { form: TimeForm::Day(day), modifier: *modifier });
            self.time(&TimeSpan { span, value, ends: None, ..time.clone() })
        };
        vec![end(from, *first), end(to, *last)]
    }

    fn time(&self, time: &TimeSpan) -> TimeWire<'a> {
        let (value, modifier) = match &time.value {
            TimeValue::Time(t) => (t.form.to_string(), t.modifier),
            TimeValue::Duration(d) => (crate::value::Value::Duration(d.clone()).canonical(), d.modifier),
            TimeValue::Length(canonical) | TimeValue::Set(canonical) => (canonical.clone(), None),
        };
        let modifier = modifier.map(crate::value::Modifier::as_str);
        let SpanWire { start, end } = self.span(time.span);
        TimeWire { start, end, text: time.span.of(self.text), kind: time.kind.as_str(), value, modifier }
    }

    fn quantity<'q>(&self, quantity: &'q QuantitySpan) -> QuantityWire<'q>
    where
        'a: 'q,
    {
        let value = &quantity.value;
        let range = value.upper.map(|upper| (value.amount.to_string(), upper.to_string()));
        let (low, high) = range.unzip();
        let SpanWire { start, end } = self.span(quantity.span);
        QuantityWire {
            start,
            end,
            text: quantity.span.of(self.text),
            value: value.amount.to_string(),
            low,
            high,
            unit: value.unit.as_str(),
            modifier: value.modifier.map(crate::value::Modifier::as_str),
            change: value.change.map(|c| if c == Change::Up { "up" } else { "down" }),
        }
    }

    fn ordinal(&self, ordinal: &OrdinalSpan) -> OrdinalWire<'a> {
        let SpanWire { start, end } = self.span(ordinal.span);
        OrdinalWire { start, end, text: ordinal.span.of(self.text), value: ordinal.value }
    }

    fn mention(&self, mention: &crate::claim::Mention) -> MentionWire<'a> {
        let SpanWire { start, end } = self.span(mention.span);
        MentionWire { start, end, text: mention.span.of(self.text), kind: mention.kind.as_str(), entity: self.entity(&mention.name) }
    }

    fn event<'e>(&self, event: &'e Arc<Event>, trigger: Span) -> EventWire<'e> {
        let id = self.events.get(&Arc::as_ptr(event)).cloned().unwrap_or_default();
        let participant = |p: &'e crate::claim::Participant| ParticipantWire {
            entity: Cow::Owned(self.entity(&p.name)),
            role: p.role.as_deref().map(Cow::Borrowed),
        };
        EventWire {
            id,
            action: event.action.as_str(),
            trigger: self.span(trigger),
            participants: event.participants.iter().map(participant).collect(),
        }
    }

    fn claim<'c>(&self, claim: &'c Claim) -> ClaimWire<'c>
    where
        'a: 'c,
    {
        let quote = claim.quote.as_ref();
        ClaimWire {
            id: claim.id.clone().unwrap_or_else(|| claim.derive_id()).to_string().into(),
            article: self.id.as_str().into(),
            quote: quote.map(|q| QuoteWire { exact: (&*q.exact).into(), prefix: (&*q.prefix).into(), suffix: (&*q.suffix).into() }),
            position: quote.map(|q| SpanWire { start: q.start, end: q.end }),
            event: self.events.get(&Arc::as_ptr(&claim.event)).cloned().unwrap_or_default().into(),
            subject: claim.subject.as_deref().map(|s| self.entity(s).into()),
            attribute: claim.attribute.as_str().into(),
            of: claim.of.as_deref().map(Into::into),
            value: ValueRecord::of(&claim.value.value, &claim.value.raw),
            modality: claim.modality.as_str().into(),
            polarity: claim.polarity.as_str().into(),
            attributed_to: claim.attributed_to.iter().map(|a| (&**a).into()).collect(),
        }
    }
}
