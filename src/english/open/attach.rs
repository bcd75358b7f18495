//! Which word a value belongs to: one function for times, lengths, counts, sums, shares and measures of every kind of news.
//!
//! A value hangs on a noun ("a 12-year sentence", "a premium of 22 percent", "71 of the 160 seats"), or on what its predicate measures
//! ("turnout was 61 percent", "put the crowd at 45,000"). The nearest predicate above it is its governor.

use super::Told;
use crate::analysis::{Deprel, Upos};
use crate::english::lexicon::{Class, look_up};
use crate::english::predicates::{Tree, is_tensed, plain};
use crate::value::Value;

/// Where a value belongs.
pub(super) struct Attached {
    /// The highest word of the value itself.
    pub(super) top: usize,
    /// The counted or measured noun.
    pub(super) noun: Option<usize>,
    /// Whether that noun is counted.
    pub(super) counts: bool,
    /// The governor, by its place among the predicates.
    pub(super) predicate: Option<usize>,
    /// The noun that is the governor itself, being no predicate.
    pub(super) own: Option<usize>,
    /// What the value fills.
    pub(super) attribute: String,
}

/// How far up a governor is looked for.
const HIGHEST: usize = 12;

/// Hangs a value on its governor. `is_predicate` gives a predicate's place by its word.
pub(super) fn attach(tree: &Tree<'_>, told: &Told, is_predicate: impl Fn(usize) -> Option<usize>) -> Option<Attached> {
    let inside: Vec<usize> = tree.range.clone().filter(|w| tree.words[*w].span.overlaps(told.span)).collect();
    let top = inside.iter().copied().find(|w| tree.head(*w).is_none_or(|h| !inside.contains(&h)))?;
    let counted = told.noun.and_then(|n| tree.range.clone().rev().find(|w| tree.words[*w].span.overlaps(n)));
    // "1.2 million current and former customers": customers are counted, whatever "current" is taken for.
    let paired = |n: &usize| tree.xpos(*n) == "NNS" && tree.has(*n, Deprel::Amod);
    let described = |n: usize| match tree.relation(n) {
        Deprel::Amod => tree.head(n).filter(|h| *h > n && tree.upos(*h) == Upos::Noun),
        _ if tree.xpos(n) == "NNS" => None,
        _ => tree.with(n, Deprel::Conj).find(paired),
    };
    let counted = counted.map(|n| described(n).unwrap_or(n));
    // "A 20 percent import duty" is a duty.
    let whole = |n: usize| tree.head(n).filter(|h| *h == n + 1 && tree.relation(n) == Deprel::Compound && tree.upos(*h) == Upos::Noun);
    let noun = counted.or_else(|| measured(tree, top, &is_predicate).map(|n| described(n).or_else(|| whole(n)).unwrap_or(n)));
    let above = |from: usize| {
        let mut at = from;
        for _ in 0..HIGHEST {
            if let Some(found) = is_predicate(at) {
                return Some(found);
            }
            at = tree.head(at)?;
        }
        None
    };
    let hangs = noun.filter(|n| counted == Some(*n) || is_above(tree, top, *n)).unwrap_or(top);
    // "Conducts 40 concerts": what is counted is done to, or does; it is no governor of its own number.
    let hangs = tree.head(hangs).filter(|_| counted == Some(hangs)).unwrap_or(hangs);
    // "Last night's relay", "a 1993 law": the time is the noun's, and no time of what happens to it.
    let modifies = matches!(tree.relation(top), Deprel::NmodPoss | Deprel::Compound | Deprel::Amod | Deprel::NmodUnmarked | Deprel::Nummod);
    // "Will hear the parties next month": behind a noun that tells of nothing the time is the verb's.
    let own = noun.filter(|n| modifies && matches!(told.value, Value::Time(_)) && tree.head(top) == Some(*n) && is_predicate(*n).is_none());
    let own = own.filter(|n| top < *n || tree.relation(top) != Deprel::NmodUnmarked || tree.relation(*n) != Deprel::Obj);
    // "The jury today convicted him", "as of noon officers were searching": of a noun that tells of nothing the time is its verb's.
    let acts = own.and_then(|n| {
        let verb = tree.head(n).filter(|_| matches!(tree.relation(n), Deprel::Nsubj | Deprel::NsubjPass))?;
        is_predicate(verb).filter(|_| n < top || is_behind_preposition(tree, &inside))
    });
    let own = own.filter(|_| acts.is_none());
    let mut attribute = attribute(tree, told, noun);
    // "71 of the 160 seats": how many there are in all is another item than how many were won.
    let of_number = |w: usize| {
        let mut before = (tree.range.start..top.min(w)).rev().take(5);
        before
            .find(|b| tree.lower(*b) == "of")
            .and_then(|of| of.checked_sub(1))
            .is_some_and(|n| n >= tree.range.start && tree.upos(n) == Upos::Num)
    };
    if counted.is_some_and(of_number) {
        attribute = format!("total-{attribute}");
    }
    let is_time = matches!(told.value, Value::Time(_));
    let said = Some(&inside).filter(|_| is_time).and_then(|i| said_before(tree, i)).and_then(&is_predicate);
    let start = if is_time { behind_insertion(tree, &inside, hangs) } else { hangs };
    let hung = if own.is_some() { None } else { said.or(acts).or_else(|| above(start)) };
    // "In the early hours of Monday thieves rammed a van": where nothing stands above the time that opens a sentence, the first verb does.
    let opens = is_time && own.is_none() && !tree.range.clone().take_while(|w| *w < top).any(|w| tree.upos(w) == Upos::Verb);
    let verbs = |finite: bool| tree.range.clone().filter(move |w| opens && is_main_verb(tree, *w) && (!finite || is_tensed(tree, *w)));
    let predicate = hung.or_else(|| verbs(true).find_map(&is_predicate)).or_else(|| verbs(false).find_map(&is_predicate));
    Some(Attached { top, noun, counts: counted.is_some(), predicate, own, attribute })
}

/// Whether a preposition brings in the words of a value.
fn is_behind_preposition(tree: &Tree<'_>, inside: &[usize]) -> bool {
    let before = inside.first().and_then(|first| first.checked_sub(1)).filter(|w| tree.range.contains(w));
    before.is_some_and(|w| tree.upos(w) == Upos::Adp)
}

/// Whether a word is a verb, and not that of a clause which says which thing is meant.
fn is_main_verb(tree: &Tree<'_>, word: usize) -> bool {
    tree.upos(word) == Upos::Verb && tree.relation(word) != Deprel::AclRelcl
}

/// "Said on Tuesday the remarks were wrong": the verb of saying right before a time, which is when it was said.
fn said_before(tree: &Tree<'_>, inside: &[usize]) -> Option<usize> {
    let first = *inside.first()?;
    let small = |w: &usize| matches!(&*tree.lower(*w), "on" | "late" | "early" | "in" | "at");
    let before = (tree.range.start..first).rev().find(|w| !small(w))?;
    (tree.upos(before) == Upos::Verb && look_up(tree.str(before)).class.is(Class::SAY)).then_some(before)
}

/// "The house passed the bill, known as SB 1062, last week": behind what is put in between commas the sentence goes on. Where a time then
/// hangs, from the word that the tree hangs it on.
fn behind_insertion(tree: &Tree<'_>, inside: &[usize], hangs: usize) -> usize {
    let is_comma = |w: Option<usize>| w.is_some_and(|w| tree.range.contains(&w) && tree.str(w) == ",");
    if !is_comma(inside.first().and_then(|f| f.checked_sub(1))) {
        return hangs;
    }
    let clause = std::iter::successors(tree.head(hangs), |w| tree.head(*w)).take(HIGHEST).find(|w| tree.upos(*w) == Upos::Verb);
    let inserted = clause.filter(|c| matches!(tree.relation(*c), Deprel::Acl | Deprel::AclRelcl));
    let Some((clause, head)) = inserted.and_then(|c| Some((c, tree.head(c)?))) else { return hangs };
    if (head + 1..=clause).any(|w| is_comma(Some(w))) { head } else { hangs }
}

/// Whether `noun` stands above `word` in the tree.
fn is_above(tree: &Tree<'_>, word: usize, noun: usize) -> bool {
    let mut at = word;
    for _ in 0..HIGHEST {
        let Some(head) = tree.head(at) else { return false };
        if head == noun {
            return true;
        }
        at = head;
    }
    false
}

/// The noun that a value measures.
fn measured(tree: &Tree<'_>, top: usize, is_predicate: &impl Fn(usize) -> Option<usize>) -> Option<usize> {
    // A name is measured by nothing: "Brandt has cut $716 billion"; nor is a unit: "fell 2,000 ft (609 metres)".
    let is_noun = |w: &usize| tree.upos(*w) == Upos::Noun && !tree.is_dated(*w) && !tree.is_amount(*w);
    let head = tree.head(top);
    // "A 12-year sentence", "a 20 percent duty".
    if matches!(
        tree.relation(top),
        Deprel::Compound | Deprel::Amod | Deprel::NmodDesc | Deprel::Nummod | Deprel::NmodPoss | Deprel::NmodUnmarked
    ) && let Some(noun) = head.filter(is_noun)
    {
        return Some(noun);
    }
    let subject = |w: usize| tree.with(w, Deprel::Nsubj).chain(tree.with(w, Deprel::NsubjPass)).find(is_noun);
    // "Turnout was 61 percent of those who may vote": the subject before what stands behind.
    if tree.has(top, Deprel::Cop)
        && let Some(noun) = subject(top)
    {
        return Some(noun);
    }
    // "$18,000 in prize money", "71 of the 160 seats".
    let of = |d: &usize| tree.with(*d, Deprel::Case).any(|c| matches!(&*tree.lower(c), "of" | "in"));
    if let Some(noun) = tree.with(top, Deprel::Nmod).filter(of).find(|d| is_noun(d)) {
        return Some(noun);
    }
    // "A premium of 22 percent".
    if tree.relation(top) == Deprel::Nmod
        && let Some(noun) = head.filter(is_noun)
    {
        return Some(noun);
    }
    if matches!(tree.relation(top), Deprel::Appos)
        && let Some(noun) = head.filter(is_noun)
    {
        return Some(noun);
    }
    let verb = head.filter(|h| is_predicate(*h).is_some())?;
    match tree.relation(top) {
        // "Put the crowd at 45,000", "shares fell to $50".
        Deprel::Obl | Deprel::OblUnmarked => tree.with(verb, Deprel::Obj).find(is_noun).or_else(|| subject(verb)),
        // "Turnout hit 71 per cent".
        Deprel::Obj if !matches!(tree.upos(top), Upos::Num) => subject(verb),
        _ => None,
    }
}

/// What a value fills: the time or the length of what its governor tells, else what is counted or measured.
fn attribute(tree: &Tree<'_>, told: &Told, noun: Option<usize>) -> String {
    let named = || noun.map(|n| plain(tree, n)).filter(|n| n.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\''));
    match &told.value {
        Value::Time(_) => "time".to_owned(),
        Value::Duration(_) => "duration".to_owned(),
        Value::Quantity(q) if q.unit.as_str() == "year-old" => "age".to_owned(),
        Value::Quantity(q) => named().unwrap_or_else(|| if q.unit.as_str().is_empty() { "count" } else { "amount" }.to_owned()),
        _ => "amount".to_owned(),
    }
}
