//! What was found in one article, as one line of JSON: the output of `annotate`.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;

use super::wire::{ClaimWire, QuoteWire, SpanWire, scope_wire};
use crate::analysis::Word;
use crate::claim::{Claim, Event, Participant};
use crate::english::{Annotation, Argument, Predication};
use crate::id::{ArticleId, EntityId, EventId};
use crate::normalize::{OrdinalSpan, QuantitySpan, TimeSpan, TimeValue, length_as_quantity};
use crate::text::{CharIndex, Span};
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
    participants: Vec<PartWire>,
}

/// Who or what takes part, and where it stands if the words are known.
#[derive(Serialize)]
struct PartWire {
    entity: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    place: Option<SpanWire>,
}

/// Where an article's bytes lie in its characters, and the ids of what stands in it.
pub(super) struct Page<'a> {
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
    let quantities = all_quantities(text, annotation);
    let document = Document {
        id: id.as_str(),
        sentences: spans(&annotation.sentences),
        tokens: tokens.then(|| annotation.analysis.words().iter().map(|w| page.token(w)).collect()),
        times: annotation.times.iter().flat_map(|t| page.times(t)).collect(),
        quantities: quantities.iter().map(|q| page.quantity(q)).collect(),
        ordinals: annotation.ordinals.iter().map(|o| page.ordinal(o)).collect(),
        mentions: annotation.extraction.mentions.iter().map(|m| page.mention(m)).collect(),
        events: page.all_events(annotation),
        claims: annotation
            .extraction
            .claims
            .iter()
            .map(|c| page.claim(c))
            .chain(unframed(annotation).map(|p| page.claim(&p.claim)))
            .collect(),
        unread: annotation.extraction.unread.as_deref(),
    };
    serde_json::to_writer(&mut out, &document)?;
    out.write_all(b"\n")
}

impl<'a> Page<'a> {
    pub(super) fn new(id: &'a ArticleId, text: &'a str, annotation: &Annotation) -> Self {
        let key = |e: &Arc<Event>, place: Span| {
            (Arc::as_ptr(e), EventId::derive([id.as_str(), &place.start.to_string(), e.action.as_str()]).to_string())
        };
        let framed = annotation.events.iter().map(|e| key(&e.event, e.trigger));
        let bare = annotation.predications.iter().map(|p| key(&p.claim.event, p.trigger));
        let events = framed.chain(bare).collect();
        Self { id, text, index: CharIndex::new(text), events }
    }

    fn at(&self, byte: usize) -> usize {
        self.index.char_offset(self.text, byte)
    }

    pub(super) fn span(&self, span: Span) -> SpanWire {
        SpanWire { start: self.at(span.start), end: self.at(span.end) }
    }

    fn event_id(&self, event: &Arc<Event>) -> String {
        self.events.get(&Arc::as_ptr(event)).cloned().unwrap_or_default()
    }

    fn token(&self, word: &Word) -> TokenWire {
        let SpanWire { start, end } = self.span(word.span);
        TokenWire { start, end, upos: word.upos().as_str(), head: word.head, deprel: word.relation.as_str() }
    }

    fn entity(&self, name: &str) -> String {
        EntityId::derive([self.id.as_str(), name]).to_string()
    }

    /// A time as TIMEX3 has it: of a run of days each end is a time.
    fn times(&self, time: &TimeSpan) -> Vec<TimeWire<'a>> {
        let (TimeValue::Time(Time { form: TimeForm::Days(first, last), modifier, .. }), Some((from, to))) = (&time.value, time.ends) else {
            return vec![self.time(time)];
        };
        let end = |span, day| {
            let value = TimeValue::Time(Time::day(day).with_modifier(*modifier));
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

    /// The events of the frames, each with the participants that its predication adds, and the predications without a frame.
    fn all_events<'e>(&self, annotation: &'e Annotation) -> Vec<EventWire<'e>> {
        let framed = annotation.events.iter().map(|e| self.event(&e.event, e.trigger, annotation));
        let bare = unframed(annotation).map(|p| EventWire {
            id: self.event_id(&p.claim.event),
            action: p.claim.event.action.as_str(),
            trigger: self.span(p.trigger),
            participants: p.participants.iter().map(|a| self.argument(a)).collect(),
        });
        framed.chain(bare).collect()
    }

    fn event<'e>(&self, event: &'e Arc<Event>, trigger: Span, annotation: &Annotation) -> EventWire<'e> {
        let id = self.event_id(event);
        let named = |p: &Participant| PartWire { entity: self.entity(&p.name), role: p.role.as_deref().map(str::to_owned), place: None };
        let mut participants: Vec<PartWire> = event.participants.iter().map(named).collect();
        // The predications are in order.
        let from = annotation.predications.partition_point(|p| p.trigger.end <= trigger.start);
        let here = annotation.predications[from..].iter().take_while(|p| p.trigger.start < trigger.end);
        for argument in here.flat_map(|p| &p.participants) {
            let found = self.argument(argument);
            if !participants.iter().any(|p| p.entity == found.entity) {
                participants.push(found);
            }
        }
        EventWire { id, action: event.action.as_str(), trigger: self.span(trigger), participants }
    }

    /// An argument: the entity that its words name, else one of its own.
    fn argument(&self, argument: &Argument) -> PartWire {
        let entity = self.entity(argument.name.as_deref().unwrap_or_else(|| argument.span.of(self.text)));
        PartWire { entity, role: Some(argument.role.to_owned()), place: Some(self.span(argument.span)) }
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
            event: self.event_id(&claim.event).into(),
            subject: claim.subject.as_deref().map(|s| self.entity(s).into()),
            attribute: claim.attribute.as_str().into(),
            of: claim.of.as_deref().map(Into::into),
            value: ValueRecord::of(&claim.value.value, &claim.value.raw),
            modality: claim.modality.as_str().into(),
            polarity: claim.polarity.as_str().into(),
            past: claim.past,
            attributed_to: claim.attributed_to.iter().map(|a| (&**a).into()).collect(),
            doubt: claim.doubt.as_deref().map(Into::into),
            scope: claim.scope.as_deref().map(scope_wire),
            mention: Some(&*claim.event).filter(|e| e.open.is_some()).map(super::wire::mention_wire),
        }
    }
}

/// The quantities, and with them the counted durations, which stand among the times as well; by their place.
fn all_quantities(text: &str, annotation: &Annotation) -> Vec<QuantitySpan> {
    let mut own = annotation.quantities.clone();
    own.sort_by_key(|q| (q.span.start, q.span.end));
    let free = |span: Span| own.get(own.partition_point(|q| q.span.end <= span.start)).is_none_or(|q| !q.span.overlaps(span));
    let lengths: Vec<_> = annotation.times.iter().filter_map(|t| length_as_quantity(t, text)).filter(|q| free(q.span)).collect();
    own.extend(lengths);
    own.sort_by_key(|q| (q.span.start, q.span.end));
    own
}

/// The predications whose words no frame has taken.
fn unframed(annotation: &Annotation) -> impl Iterator<Item = &Predication> {
    let mut taken: Vec<Span> = annotation.events.iter().map(|e| e.trigger).collect();
    taken.sort_by_key(|s| (s.end, s.start));
    let free = move |trigger: Span| taken.get(taken.partition_point(|t| t.end <= trigger.start)).is_none_or(|t| !t.overlaps(trigger));
    annotation.predications.iter().filter(move |p| free(p.trigger))
}
