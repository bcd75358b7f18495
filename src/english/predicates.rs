//! Predicates: every verb and noun of an article that tells of something that happens, with who and what takes part.
//!
//! The frames of this room know what their events mean and which of their values can be compared; a predicate knows
//! only its word, its dependents and how far the source commits itself. It is read off the dependency tree: the words here,
//! who takes part in `arguments`, how far it is told as so in `commitment`.
//!
//! It does not know the frames.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::arguments::{arguments, referent};
use super::commitment::commitment;
use super::eventive;
use super::lemma;
use super::lexicon::{Class, look_up};
use crate::analysis::{Analysis, Deprel, Upos, Word};
use crate::claim::{Modality, Polarity};
use crate::text::Span;
use crate::words::List;

/// A word that tells of something that happens, happened, will, may or does not happen.
#[derive(Clone, Debug)]
pub(super) struct Predicate {
    /// The word.
    pub(super) trigger: Span,
    /// Its plain form: "sign" for "signed".
    pub(super) action: String,
    /// Who and what takes part, in the order of the text.
    pub(super) participants: Vec<Argument>,
    pub(super) modality: Modality,
    pub(super) polarity: Polarity,
    /// Whom the sentence credits.
    pub(super) source: Option<Span>,
}

/// What takes part in a predication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The noun phrase without what hangs on it behind, or the pronoun.
    pub span: Span,
    /// `subject`, `object`, or the preposition that brings it in.
    pub role: &'static str,
    /// The name of the entity that the words name, where they do.
    pub name: Option<Arc<str>>,
}

/// The tree of one sentence.
pub(super) struct Tree<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    /// The sentence's words.
    pub(super) range: Range<usize>,
    known: &'a Known,
    /// For each word of the sentence its dependents, in order, as a run of `list`.
    runs: Vec<Range<usize>>,
    list: Vec<usize>,
    /// Its semicolons.
    halves: Vec<usize>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(text: &'a str, words: &'a [Word], range: Range<usize>, known: &'a Known) -> Self {
        let mut list: Vec<usize> = range.clone().filter(|w| words[*w].head.is_some()).collect();
        list.sort_by_key(|w| (words[*w].head, *w));
        let mut runs = Vec::with_capacity(range.len());
        let mut at = 0;
        for w in range.clone() {
            let from = at;
            while list.get(at).is_some_and(|d| words[*d].head == Some(w)) {
                at += 1;
            }
            runs.push(from..at);
        }
        let halves = range.clone().filter(|w| words[*w].span.of(text) == ";").collect();
        Self { text, words, range, known, runs, list, halves }
    }

    pub(super) fn dependents(&self, word: usize) -> &[usize] {
        &self.list[self.runs[word - self.range.start].clone()]
    }

    pub(super) fn with(&self, word: usize, relation: Deprel) -> impl Iterator<Item = usize> + '_ {
        self.dependents(word).iter().copied().filter(move |d| self.relation(*d) == relation)
    }

    pub(super) fn has(&self, word: usize, relation: Deprel) -> bool {
        self.with(word, relation).next().is_some()
    }

    pub(super) fn str(&self, word: usize) -> &'a str {
        self.words[word].span.of(self.text)
    }

    /// The word in small letters. Most words have no others.
    pub(super) fn lower(&self, word: usize) -> Cow<'a, str> {
        let word = self.str(word);
        if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
    }

    pub(super) fn relation(&self, word: usize) -> Deprel {
        self.words[word].relation
    }

    pub(super) fn upos(&self, word: usize) -> Upos {
        self.words[word].upos()
    }

    pub(super) fn xpos(&self, word: usize) -> &'static str {
        self.words[word].tag.xpos()
    }

    pub(super) fn head(&self, word: usize) -> Option<usize> {
        self.words[word].head
    }

    /// The word of a place that hangs on nothing within it.
    pub(super) fn top(&self, place: Span) -> Option<usize> {
        let inside = |w: usize| self.words[w].span.overlaps(place);
        self.range.clone().find(|w| inside(*w) && self.head(*w).is_none_or(|h| !inside(h)))
    }

    /// Whether two words stand in two halves of a sentence: "gave no cash; the grant came from the state".
    pub(super) fn is_parted(&self, one: usize, other: usize) -> bool {
        let next = self.halves.partition_point(|w| *w < one.min(other));
        self.halves.get(next).is_some_and(|w| *w < one.max(other))
    }

    /// Whether a word is part of a time.
    pub(super) fn is_dated(&self, word: usize) -> bool {
        self.known.dated(self.words[word].span)
    }

    /// Whether a word is part of a sum of money, or the unit of a measure.
    pub(super) fn is_amount(&self, word: usize) -> bool {
        self.upos(word) != Upos::Num && first(&self.known.amounts, self.words[word].span).is_some()
    }
}

/// What the reader of the room has found in a text already: its times, names and amounts, each in order.
pub(super) struct Known {
    pub(super) times: Vec<Span>,
    pub(super) names: Vec<Span>,
    /// Sums of money and measures with their units.
    pub(super) amounts: Vec<Span>,
}

impl Known {
    /// Whether a place in the text is part of a time.
    fn dated(&self, span: Span) -> bool {
        first(&self.times, span).is_some()
    }

    /// The name that a place in the text is part of.
    pub(super) fn name(&self, span: Span) -> Option<Span> {
        first(&self.names, span)
    }
}

/// The first of the spans, which are in order, that overlaps another.
fn first(spans: &[Span], span: Span) -> Option<Span> {
    spans.get(spans.partition_point(|t| t.end <= span.start)).copied().filter(|t| t.overlaps(span))
}

/// The predicates of a text, in the order of their words.
///
/// O(n) in the words of the text, but for clauses within clauses, which are followed up to [`DEEPEST`] levels.
pub(super) fn predicates(text: &str, analysis: &Analysis, known: &Known) -> Vec<Predicate> {
    let mut out = Vec::new();
    for range in analysis.sentences() {
        let tree = Tree::new(text, analysis.words(), range.clone(), known);
        for word in range.clone().filter(|w| tells(&tree, *w)) {
            let span = analysis.words()[word].span;
            if known.dated(span) || known.name(span).is_some() {
                continue;
            }
            let (modality, polarity) = commitment(&tree, word);
            let participants = arguments(&tree, word);
            let (action, source) = (plain(&tree, word), source(&tree, word));
            out.push(Predicate { trigger: span, action, participants, modality, polarity, source });
        }
    }
    out
}

/// How many clauses up a missing subject is looked for.
pub(super) const DEEPEST: usize = 6;

/// Whether a word tells of something that happens.
pub(super) fn tells(tree: &Tree<'_>, word: usize) -> bool {
    let relation = tree.relation(word);
    match tree.upos(word) {
        Upos::Verb => {
            let modifies = matches!(
                relation,
                Deprel::Amod | Deprel::Case | Deprel::Mark | Deprel::Fixed | Deprel::Compound | Deprel::Cc | Deprel::Advmod
            );
            !modifies && !List::LikePrepositions.has(&tree.lower(word)) && tree.str(word).chars().all(|c| c.is_alphabetic() || c == '-')
        }
        Upos::Noun => !matches!(relation, Deprel::Compound | Deprel::Case) && eventive::is_event(&tree.lower(word)),
        _ => false,
    }
}

pub(super) fn is_infinitive(tree: &Tree<'_>, verb: usize) -> bool {
    tree.with(verb, Deprel::Mark).any(|m| tree.xpos(m) == "TO")
}

/// Whether a verb has a tense of its own.
pub(super) fn is_tensed(tree: &Tree<'_>, verb: usize) -> bool {
    matches!(tree.xpos(verb), "VBD" | "VBZ" | "VBP") || tree.dependents(verb).iter().any(|d| tree.upos(*d) == Upos::Aux)
}

pub(super) fn is_passive(tree: &Tree<'_>, word: usize) -> bool {
    let bare = tree.xpos(word) == "VBN" && !tree.dependents(word).iter().any(|d| tree.upos(*d) == Upos::Aux);
    tree.has(word, Deprel::AuxPass) || tree.has(word, Deprel::NsubjPass) || bare
}

/// A noun phrase from its first modifier to its head, with the parts of a name behind it.
pub(super) fn phrase(tree: &Tree<'_>, head: usize) -> Span {
    let (mut first, mut last) = (head, head);
    for d in tree.dependents(head).iter().copied().filter(|d| *d < head) {
        if matches!(
            tree.relation(d),
            Deprel::Compound | Deprel::Amod | Deprel::Nummod | Deprel::NmodPoss | Deprel::Det | Deprel::NmodDesc | Deprel::Flat
        ) {
            first = first.min(leftmost(tree, d));
        }
    }
    // What is no part of a noun phrase was hung there by mistake.
    let broken = (first..head).rev().find(|w| {
        matches!(tree.upos(*w), Upos::Adp | Upos::Verb | Upos::Aux | Upos::Sconj) && tree.xpos(*w) != "VBN" && tree.xpos(*w) != "VBG"
    });
    first = broken.map_or(first, |w| w + 1);
    // The name of whoever is introduced: "the shipbuilder Norvik", and the rest of a name that the tree splits.
    let goes_on = |w: usize| tree.upos(w) == Upos::Propn && !tree.is_dated(w);
    while last + 1 < tree.range.end && (goes_on(last + 1) || is_number_of(tree, last)) {
        last += 1;
    }
    while tree.upos(first) == Upos::Propn && first > tree.range.start && tree.upos(first - 1) == Upos::Propn && goes_on(first - 1) {
        first -= 1;
    }
    let span = Span::new(tree.words[first].span.start, tree.words[last].span.end);
    let named = |span: Span, word: usize| tree.known.name(tree.words[word].span).map_or(span, |n| span.join(n));
    named(named(span, first), last)
}

/// "Flight 12", "X-20": whether the next word goes on with a name in digits.
fn is_number_of(tree: &Tree<'_>, last: usize) -> bool {
    let (span, next) = (tree.words[last].span, tree.words[last + 1].span);
    let tight = next.start == span.end
        && matches!(tree.str(last + 1), "-" | "–")
        && tree.words.get(last + 2).is_some_and(|w| w.span.start == next.end)
        || (matches!(tree.str(last), "-" | "–") && next.start == span.end);
    let numbered =
        tree.upos(last) == Upos::Propn && tree.upos(last + 1) == Upos::Num && next.start == span.end + 1 && !tree.known.dated(next);
    tight || numbered
}

fn leftmost(tree: &Tree<'_>, word: usize) -> usize {
    let mut at = word;
    while let Some(first) = tree.dependents(at).first().filter(|d| **d < at) {
        at = *first;
    }
    at
}

/// Whom the sentence credits for a predicate: the subject of the verb of saying that its clause hangs on, or "according to".
pub(super) fn source(tree: &Tree<'_>, word: usize) -> Option<Span> {
    let mut at = word;
    for _ in 0..DEEPEST {
        let told = tree.with(at, Deprel::Obl).find(|o| tree.with(*o, Deprel::Case).any(|c| tree.str(c).eq_ignore_ascii_case("according")));
        if let Some(told) = told {
            return Some(phrase(tree, told));
        }
        let head = tree.head(at)?;
        let says = tree.upos(head) == Upos::Verb && look_up(tree.str(head)).class.is(Class::SAY);
        if says && matches!(tree.relation(at), Deprel::Ccomp | Deprel::Parataxis) {
            return tree.with(head, Deprel::Nsubj).next().and_then(|s| referent(tree, s)).map(|s| phrase(tree, s));
        }
        // "…, the minister said": the verb of saying hangs on what is said.
        at = head;
    }
    None
}

/// The plain form of a word.
pub(super) fn plain(tree: &Tree<'_>, word: usize) -> String {
    let lower = tree.lower(word);
    match tree.upos(word) {
        Upos::Verb => lemma::verb(&lower, tree.xpos(word)),
        Upos::Noun => lemma::noun(&lower, tree.xpos(word)),
        _ => lower.into_owned(),
    }
}
