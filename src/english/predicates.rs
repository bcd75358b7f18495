//! Predicates: every verb and noun of an article that tells of something that happens, with who and what takes part.
//!
//! The frames of this room know what their events mean and which of their values can be compared; a predicate knows
//! only its word, its dependents and how far the source commits itself. It is read off the dependency tree, after the guidelines of
//! Universal Dependencies 2 for core arguments and obliques; who takes part in a clause without subject follows Quirk and others
//! 1985, 15.58 (the understood subject of participle and infinitive clauses).
//!
//! It does not know the frames.

use std::ops::Range;
use std::sync::Arc;

use super::commitment::commitment;
use super::eventive;
use super::lemma;
use super::lexicon::{Class, look_up};
use crate::analysis::{Analysis, Deprel, Upos, Word};
use crate::claim::{Modality, Polarity};
use crate::text::Span;

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
    /// The index of its sentence.
    pub(super) sentence: usize,
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
        Self { text, words, range, known, runs, list }
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

    pub(super) fn lower(&self, word: usize) -> String {
        self.str(word).to_lowercase()
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
}

/// What the reader of the room has found in a text already: its times and its names, each in order.
pub(super) struct Known {
    pub(super) times: Vec<Span>,
    pub(super) names: Vec<Span>,
}

impl Known {
    /// Whether a place in the text is part of a time.
    fn dated(&self, span: Span) -> bool {
        first(&self.times, span).is_some()
    }

    /// The name that a place in the text is part of.
    fn name(&self, span: Span) -> Option<Span> {
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
    for (number, range) in analysis.sentences().iter().enumerate() {
        let tree = Tree::new(text, analysis.words(), range.clone(), known);
        for word in range.clone().filter(|w| tells(&tree, *w)) {
            let span = analysis.words()[word].span;
            if known.dated(span) || known.name(span).is_some() {
                continue;
            }
            let (modality, polarity) = commitment(&tree, word);
            let mut participants = Vec::new();
            arguments(&tree, word, &mut participants);
            participants.sort_by_key(|a| (a.span.start, std::cmp::Reverse(a.span.end)));
            participants.dedup_by(|later, kept| later.span.end <= kept.span.end);
            let (action, source) = (plain(&tree, word), source(&tree, word));
            out.push(Predicate { trigger: span, action, participants, modality, polarity, source, sentence: number });
        }
    }
    out
}

/// How many clauses up a missing subject is looked for.
pub(super) const DEEPEST: usize = 6;

/// Verbs that the treebank has as such and that stand for prepositions (Quirk and others 1985, 9.8).
const LIKE_PREPOSITIONS: &[&str] =
    &["according", "including", "regarding", "concerning", "following", "depending", "based", "owing", "pending"];

/// Whether a word tells of something that happens.
fn tells(tree: &Tree<'_>, word: usize) -> bool {
    let relation = tree.relation(word);
    match tree.upos(word) {
        Upos::Verb => {
            let modifies = matches!(
                relation,
                Deprel::Amod | Deprel::Case | Deprel::Mark | Deprel::Fixed | Deprel::Compound | Deprel::Cc | Deprel::Advmod
            );
            !modifies && !LIKE_PREPOSITIONS.contains(&&*tree.lower(word)) && tree.str(word).chars().all(|c| c.is_alphabetic() || c == '-')
        }
        Upos::Noun => !matches!(relation, Deprel::Compound | Deprel::Case) && eventive::is_event(&tree.lower(word)),
        _ => false,
    }
}

/// The arguments of a predicate, its own and those it shares with another.
fn arguments(tree: &Tree<'_>, word: usize, out: &mut Vec<Argument>) {
    if tree.upos(word) == Upos::Noun {
        return of_noun(tree, word, out);
    }
    for d in tree.dependents(word).iter().copied() {
        match tree.relation(d) {
            // "It is expected that": "it" stands for the clause.
            Deprel::Nsubj | Deprel::NsubjPass if tree.has(word, Deprel::Ccomp) && tree.str(d).eq_ignore_ascii_case("it") => {}
            Deprel::Nsubj | Deprel::NsubjOuter => add(tree, d, "subject", out),
            Deprel::Obj | Deprel::NsubjPass => add(tree, d, "object", out),
            Deprel::Iobj => add(tree, d, "recipient", out),
            Deprel::OblAgent => add(tree, d, "subject", out),
            Deprel::Obl => preposition(tree, d).into_iter().for_each(|role| add(tree, d, role, out)),
            _ => {}
        }
    }
    if let Some((subject, role)) = understood(tree, word) {
        add(tree, subject, role, out);
    }
    if let Some(object) = gap(tree, word) {
        add(tree, object, "object", out);
    }
}

/// "the ship they intend to launch": the noun that a relative clause without a pronoun hangs on is the object of its last verb.
fn gap(tree: &Tree<'_>, word: usize) -> Option<usize> {
    let full = |w: usize| {
        tree.dependents(w).iter().any(|d| {
            matches!(tree.relation(*d), Deprel::Obj | Deprel::Ccomp | Deprel::Xcomp | Deprel::AuxPass)
                || matches!(tree.xpos(*d), "WDT" | "WP" | "WRB" | "WP$")
        })
    };
    if full(word) {
        return None;
    }
    let mut at = word;
    for _ in 0..DEEPEST {
        let head = tree.head(at)?;
        match tree.relation(at) {
            Deprel::AclRelcl => return tree.has(at, Deprel::Nsubj).then_some(head),
            Deprel::Xcomp if !tree.has(head, Deprel::Obj) => at = head,
            _ => return None,
        }
    }
    None
}

/// Whoever is meant as subject of a verb that has none of its own, and as what.
fn understood(tree: &Tree<'_>, word: usize) -> Option<(usize, &'static str)> {
    let own = |w: usize| {
        tree.dependents(w).iter().copied().find(|d| matches!(tree.relation(*d), Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter))
    };
    let role = if is_passive(tree, word) { "object" } else { "subject" };
    let mut at = word;
    for _ in 0..DEEPEST {
        if at == word && own(word).is_some() {
            return None;
        }
        if let Some(subject) = own(at) {
            return Some((subject, role));
        }
        let head = tree.head(at)?;
        match tree.relation(at) {
            // "a contract to supply": whoever has the contract.
            Deprel::Acl if is_infinitive(tree, at) && is_plan(tree, head) => {
                if let Some(owner) = tree.with(head, Deprel::NmodPoss).next() {
                    return Some((owner, role));
                }
                let verb = tree.head(head).filter(|v| tree.upos(*v) == Upos::Verb)?;
                at = verb;
                continue;
            }
            Deprel::Acl | Deprel::AclRelcl => return Some((head, role)),
            // "told the firm to sell": who is told is who would sell.
            Deprel::Xcomp if at == word || tree.relation(word) == Deprel::Conj => {
                if let Some(object) = tree.with(head, Deprel::Obj).chain(tree.with(head, Deprel::Iobj)).next() {
                    return Some((object, role));
                }
            }
            Deprel::Conj | Deprel::Xcomp | Deprel::Advcl | Deprel::Parataxis => {}
            _ => return None,
        }
        at = head;
    }
    None
}

pub(super) fn is_infinitive(tree: &Tree<'_>, verb: usize) -> bool {
    tree.with(verb, Deprel::Mark).any(|m| tree.xpos(m) == "TO")
}

/// Whether a noun says that somebody means, may or must do what an infinitive behind it tells.
fn is_plan(tree: &Tree<'_>, noun: usize) -> bool {
    let lower = tree.lower(noun);
    eventive::is_abstract(&lower) || matches!(&*lower, "contract" | "contracts" | "licence" | "license" | "budget")
}

pub(super) fn is_passive(tree: &Tree<'_>, word: usize) -> bool {
    let bare = tree.xpos(word) == "VBN" && !tree.dependents(word).iter().any(|d| tree.upos(*d) == Upos::Aux);
    tree.has(word, Deprel::AuxPass) || tree.has(word, Deprel::NsubjPass) || bare
}

/// Verbs that lend their subject to a noun: "make an announcement" (Quirk and others 1985, 10.30).
const LIGHT: &[&str] = &[
    "make", "take", "give", "have", "hold", "do", "pay", "sign", "reach", "win", "begin", "start", "launch", "conduct", "complete",
    "mount", "stage", "issue",
];

/// "Lund's visit to Oslo", "the merger of A and B"; "A made an announcement": who does what the noun tells of.
fn of_noun(tree: &Tree<'_>, word: usize, out: &mut Vec<Argument>) {
    for d in tree.dependents(word).iter().copied() {
        match tree.relation(d) {
            Deprel::NmodPoss => add(tree, d, "subject", out),
            Deprel::Nmod => preposition(tree, d).into_iter().for_each(|role| add(tree, d, role, out)),
            Deprel::Compound if tree.upos(d) == Upos::Propn => add(tree, d, "subject", out),
            _ => {}
        }
    }
    let Some(verb) = tree.head(word).filter(|v| tree.upos(*v) == Upos::Verb && tree.relation(word) == Deprel::Obj) else { return };
    if tree.has(word, Deprel::NmodPoss) || !LIGHT.contains(&&*plain(tree, verb)) {
        return;
    }
    let own = tree.with(verb, Deprel::Nsubj).next().map(|s| (s, "subject"));
    if let Some((subject, role)) = own.or_else(|| understood(tree, verb)) {
        add(tree, subject, role, out);
    }
}

/// The preposition of a noun phrase, as a role; none for those that bring in no part of what happens ("despite", "during", "because of").
fn preposition(tree: &Tree<'_>, noun: usize) -> Option<&'static str> {
    const PREPOSITIONS: &[&str] = &[
        "of", "in", "on", "at", "by", "for", "from", "with", "to", "into", "onto", "over", "between", "among", "against", "near", "via",
        "through", "toward", "towards", "around", "across", "along", "inside", "outside", "behind", "under",
    ];
    let case = tree.with(noun, Deprel::Case).next().map(|c| tree.lower(c))?;
    PREPOSITIONS.iter().find(|p| **p == case).copied()
}

/// Adds a noun phrase, and each that is joined to it, if it can take part in something.
fn add(tree: &Tree<'_>, head: usize, role: &'static str, out: &mut Vec<Argument>) {
    let mut one = |noun: usize| {
        if let Some(noun) = referent(tree, noun).filter(|n| takes_part(tree, *n)) {
            out.push(Argument { span: phrase(tree, noun), role, name: None });
        }
    };
    one(head);
    let joined: Vec<usize> = tree.with(head, Deprel::Conj).collect();
    joined.into_iter().for_each(one);
}

/// Behind a relative pronoun stands the noun that its clause hangs on.
fn referent(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    let relative = tree.upos(noun) == Upos::Pron && matches!(tree.xpos(noun), "WDT" | "WP" | "WP$");
    if !relative {
        return Some(noun);
    }
    let mut at = noun;
    for _ in 0..DEEPEST {
        let head = tree.head(at)?;
        if tree.relation(at) == Deprel::AclRelcl {
            return Some(head);
        }
        at = head;
    }
    None
}

/// Whether a noun or pronoun can take part in what happens: persons, bodies, places and things can.
fn takes_part(tree: &Tree<'_>, noun: usize) -> bool {
    if tree.known.dated(tree.words[noun].span) {
        return false;
    }
    match tree.upos(noun) {
        Upos::Propn => true,
        // "everyone" is a pronoun that the Penn Treebank has among the nouns.
        Upos::Pron => matches!(tree.xpos(noun), "PRP" | "PRP$" | "NN") && tree.relation(noun) != Deprel::Expl,
        Upos::Noun => !eventive::is_abstract(&tree.lower(noun)),
        // "one of the ships", "20 of its jets"
        Upos::Num => tree.has(noun, Deprel::Nmod),
        _ => false,
    }
}

/// A noun phrase from its first modifier to its head, with the parts of a name behind it.
fn phrase(tree: &Tree<'_>, head: usize) -> Span {
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
    let goes_on = |w: usize| tree.upos(w) == Upos::Propn && !tree.known.dated(tree.words[w].span);
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
fn source(tree: &Tree<'_>, word: usize) -> Option<Span> {
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
        _ => lower,
    }
}
