//! An account of what the reader made of an article, for people: line by line what was found, which claim it became, and else why none.
//!
//! The reader gives each answer where it decides, as a claim or as a [`Silence`], and notes it here if somebody asks. So an account cannot
//! say anything else than what was done, and who does not ask pays nothing.

use super::predicates::Argument;
use super::read::Annotation;
use super::silence::Silence;
use crate::claim::{Modality, Polarity};
use crate::text::{Plain, Span};
use crate::value::Value;

/// What became of something: a claim, by its index among those of the [`Extraction`](crate::claim::Extraction), or why none.
pub type Outcome = Result<usize, Silence>;

/// What the reader made of an article, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// Its sentences, and the lines that are none.
    pub lines: Vec<Line>,
}

/// A sentence, a dateline or a line that is no prose.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it stands.
    pub span: Span,
    /// Why it is not read, if it is not; where it only stood before, its happenings are read and its values are not. Words that it quotes
    /// are read unless it is the page's.
    pub silence: Option<Silence>,
    /// The predicates, in the order of the text.
    pub predicates: Vec<PredicateNote>,
    /// The values, in the order of the text, and what else is claimed.
    pub values: Vec<ValueNote>,
}

/// A predicate: a word that says that something happens, is planned, is denied, or is so.
#[derive(Clone, Debug)]
pub struct PredicateNote {
    /// The word.
    pub word: Span,
    /// Its plain form: "sign" for "signed".
    pub action: String,
    /// Who and what takes part.
    pub arguments: Vec<Argument>,
    /// How far the text commits itself.
    pub modality: Modality,
    /// Whether it says that it is so.
    pub polarity: Polarity,
    /// Whom the sentence credits.
    pub source: Option<Span>,
    /// What became of it.
    pub outcome: Outcome,
}

/// A value: a number, a time, a length, an age, a sum, words quoted, or what else a claim has as its value.
#[derive(Clone, Debug)]
pub struct ValueNote {
    /// The words.
    pub span: Span,
    /// What they mean.
    pub value: Value,
    /// The words that it hangs on, where it was hung.
    pub hung: Option<Hung>,
    /// What became of it.
    pub outcome: Outcome,
}

/// The words that a value hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hung {
    /// The predicate that governs it, in its plain form.
    pub governor: Option<String>,
    /// In which role it stands there: `subject`, `object`, or the preposition that brings it in.
    pub role: Option<&'static str>,
    /// The noun that it counts or measures.
    pub noun: Option<Span>,
    /// Whether it counts that noun.
    pub counts: bool,
}

/// Keeps what the reader notes, if somebody asked for it.
#[derive(Debug, Default)]
pub(super) struct Notes(Option<Kept>);

#[derive(Debug, Default)]
struct Kept {
    lines: Vec<(Span, Option<Silence>)>,
    predicates: Vec<PredicateNote>,
    values: Vec<ValueNote>,
}

impl Notes {
    /// Notes that are kept.
    pub(super) fn kept() -> Self {
        Self(Some(Kept::default()))
    }

    /// Notes a line, and why it is not read.
    pub(super) fn line(&mut self, span: Span, silence: Option<Silence>) {
        if let Some(kept) = &mut self.0 {
            kept.lines.push((span, silence));
        }
    }

    /// Notes a predicate.
    pub(super) fn predicate(&mut self, note: impl FnOnce() -> PredicateNote) {
        if let Some(kept) = &mut self.0 {
            kept.predicates.push(note());
        }
    }

    /// Notes a value.
    pub(super) fn value(&mut self, note: impl FnOnce() -> ValueNote) {
        if let Some(kept) = &mut self.0 {
            kept.values.push(note());
        }
    }

    /// Notes a value that is not hung on anything, and why.
    pub(super) fn silent(&mut self, span: Span, why: Silence, value: impl FnOnce() -> Value) {
        self.value(|| ValueNote { span, value: value(), hung: None, outcome: Err(why) });
    }

    /// The account; places are those of the text as given.
    pub(super) fn account(self, annotation: &Annotation, plain: &Plain<'_>) -> Account {
        let mut kept = self.0.unwrap_or_default();
        let framed: Vec<ValueNote> = framed(annotation).collect();
        // Words that a claim of the frames has as the same kind of value are told of with that claim.
        let same =
            |v: &ValueNote, f: &ValueNote| f.span.overlaps(v.span) && std::mem::discriminant(&f.value) == std::mem::discriminant(&v.value);
        kept.values.retain(|v| v.outcome != Err(Silence::Claimed) || !framed.iter().any(|f| same(v, f)));
        kept.values.extend(framed);
        kept.values.sort_by_key(|v| (v.span.start, v.span.end));
        kept.predicates.sort_by_key(|p| p.word.start);
        kept.join_known();
        let (mut values, mut predicates) = (kept.values.into_iter().peekable(), kept.predicates.into_iter().peekable());
        let mut account = Account::default();
        let mut lines = kept.lines.into_iter().peekable();
        while let Some((span, silence)) = lines.next() {
            // What lies behind a line belongs to it, up to the next.
            let end = lines.peek().map_or(usize::MAX, |next| next.0.start);
            let mut line = Line { span: plain.given(span), silence, predicates: Vec::new(), values: Vec::new() };
            line.predicates.extend(std::iter::from_fn(|| predicates.next_if(|p| p.word.start < end)));
            line.values.extend(std::iter::from_fn(|| values.next_if(|v| v.span.start < end)));
            line.place_in_given(plain);
            account.lines.push(line);
        }
        account
    }
}

impl Kept {
    /// That an event of a known kind happened is told of with the predicate whose word tells it.
    fn join_known(&mut self) {
        let mut joined: Vec<usize> = Vec::new();
        for predicate in self.predicates.iter_mut().filter(|p| p.outcome == Err(Silence::Known)) {
            let from = self.values.partition_point(|v| v.span.start < predicate.word.start);
            let here = self.values[from..].iter().take_while(|v| v.span.start == predicate.word.start);
            let same = |v: &ValueNote| v.span == predicate.word && matches!(v.value, Value::Boolean(_) | Value::Status(_));
            if let Some((at, found)) = here.enumerate().find(|(_, v)| same(v)) {
                predicate.outcome = found.outcome;
                joined.push(from + at);
            }
        }
        let mut at = 0..;
        self.values.retain(|_| at.next().is_none_or(|at| joined.binary_search(&at).is_err()));
    }
}

/// What the frames claim, by the words of each claim.
fn framed(annotation: &Annotation) -> impl Iterator<Item = ValueNote> {
    let claims = &annotation.extraction.claims;
    annotation.framed.iter().map(|framed| ValueNote {
        span: framed.said,
        value: framed.claim.and_then(|c| claims.get(c)).map_or(Value::Boolean(true), |c| c.value.value.clone()),
        hung: None,
        outcome: framed.claim.ok_or(Silence::LongQuote),
    })
}

impl Line {
    fn place_in_given(&mut self, plain: &Plain<'_>) {
        let place = |span: &mut Span| *span = plain.given(*span);
        for predicate in &mut self.predicates {
            place(&mut predicate.word);
            predicate.source.iter_mut().for_each(place);
            predicate.arguments.iter_mut().for_each(|a| place(&mut a.span));
        }
        for value in &mut self.values {
            place(&mut value.span);
            value.hung.iter_mut().filter_map(|h| h.noun.as_mut()).for_each(place);
        }
    }
}
