//! The noun phrases of offers and contracts: where they begin, whose they are, which verb they are the object of, who stands behind them.

use super::clause::{Clauses, Phrase, Who};
use super::deal_words::{Effect, REQUESTS, effect};
use super::deals::{Host, is_body};
use super::discourse::Scene;
use super::factuality::{self, Chain};
use super::frames::Shape;
use super::lexicon::Class;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::normalize::TimeValue;

/// How far before a noun phrase its verb stands.
const BEFORE: usize = 14;

/// The verb that the noun is the object of, or the subject of where it is passive.
pub(super) struct Governor {
    pub(super) effect: Effect,
    pub(super) token: usize,
    pub(super) chain: Chain,
    pub(super) passive: bool,
    /// Of "X's request for a deal", X.
    pub(super) whose: Option<Phrase>,
}

/// Whose a noun is, as its phrase says.
pub(super) enum Owner<'a> {
    Phrase(&'a Phrase),
    Pronoun,
}

/// Where the noun phrase that ends at `at` begins, and whose it is.
pub(super) fn phrase_start<'a>(scene: &'a Scene<'_>, at: usize) -> (usize, Option<Owner<'a>>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let (mut i, mut owner) = (at, None);
    for _ in 0..8 {
        let Some(before) = i.checked_sub(1).filter(|b| *b >= clauses.sentence.start) else { break };
        let possessive = matches!(view.str(before), "'s" | "'");
        if let Some(p) = clauses.phrases.iter().find(|p| p.tokens.end == before + usize::from(!possessive)) {
            let pronoun = matches!(p.who[..], [Who::He(_) | Who::Two]);
            if possessive || (!pronoun && owner.is_none()) {
                (i, owner) = (p.tokens.start, Some(Owner::Phrase(p)));
                if possessive || view.is(i, Class::THE.or(Class::AN)) {
                    return (i, owner);
                }
                continue;
            }
        }
        if view.is(before, Class::HIS) {
            return (before, Some(Owner::Pronoun));
        }
        if view.is(before, Class::THE.or(Class::AN)) {
            return (before, owner);
        }
        match modifier_start(scene, before, i) {
            Some(start) if owner.is_none() => i = start,
            _ => break,
        }
    }
    (i, owner)
}

/// Where the modifier that ends at `before` begins: a sum, a length, an adjective or another noun.
pub(super) fn modifier_start(scene: &Scene<'_>, before: usize, next: usize) -> Option<usize> {
    let view = scene.clauses.view;
    let value = |end: usize| {
        let sum = scene.quantities.iter().find(|q| q.tokens.end == end).map(|q| q.tokens.start);
        sum.or_else(|| scene.times.iter().find(|t| t.tokens.end == end && !matches!(t.value, TimeValue::Time(_))).map(|t| t.tokens.start))
    };
    if let Some(start) = value(before + 1) {
        return Some(start);
    }
    let text = view.str(before);
    if text == "-" || text == "," && (value(before).is_some() || next_is_value(scene, next)) {
        return Some(before);
    }
    let closed = Class::PREP.or(Class::AND).or(Class::SUBORD).or(Class::BE).or(Class::HAVE).or(Class::WHO).or(Class::WILL);
    let closed = closed.or(Class::MAY).or(Class::TO).or(Class::NOT).or(Class::HE).or(Class::THEY).or(Class::SAY).or(Class::REFUSE);
    let word = view.words[before];
    let determined = view.is(before.wrapping_sub(1), Class::THE.or(Class::AN).or(Class::HIS)) || view.str(before.wrapping_sub(1)) == "'s";
    let verb = (effect(text).is_some() || word.verb.is_some()) && !determined;
    let plain = text.starts_with(|c: char| c.is_lowercase()) && (!word.class.is(closed) || determined);
    (plain && !verb).then_some(before)
}

pub(super) fn next_is_value(scene: &Scene<'_>, next: usize) -> bool {
    scene.quantities.iter().any(|q| q.tokens.start == next) || scene.times.iter().any(|t| t.tokens.start == next)
}

/// The verb that what begins at `start` is the object of: "made X an", "agreed to a", "request for a".
pub(super) fn governor(scene: &Scene<'_>, start: usize) -> Option<Governor> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let stop = Class::BE.or(Class::WHO).or(Class::SUBORD).or(Class::WILL).or(Class::MAY).or(Class::AND);
    for i in (start.saturating_sub(BEFORE).max(clauses.sentence.start)..start).rev() {
        if let Some((effect, form)) = effect(view.str(i)).filter(|_| !view.words[i].capital || i == clauses.sentence.start) {
            // "had expressed concern about a contract", "declined to tell the value of the offer".
            let auxiliary = view.is(i, Class::HAVE) && !(i + 1..start).all(|j| view.is(j, Class::ADV));
            let other = view.is(i, Class::REFUSE) && view.is(i + 1, Class::TO);
            let before = i.wrapping_sub(1);
            let whose = clauses
                .phrases
                .iter()
                .find(|p| p.possessive && REQUESTS.contains(&view.str(i)) && (p.tokens.end == i || p.tokens.end == before));
            if auxiliary || other || (whose.is_none() && determined_noun(view.str(i), view.str(before))) {
                return None;
            }
            if let Some(whose) = whose {
                let chain =
                    Chain { tokens: i..i + 1, passive: false, modality: Modality::Asserted, polarity: Polarity::Positive, infinite: false };
                return Some(Governor { effect: Effect::Seek, token: i, chain, passive: false, whose: Some(whose.clone()) });
            }
            let effect = if view.str(i).starts_with("turn") && view.str(i + 1) != "down" { return None } else { effect };
            let chain = factuality::chain(clauses, i, form);
            return Some(Governor { effect, token: i, chain, passive: false, whose: None });
        }
        let known = view.words[i].verb.is_some() && !clauses.phrases.iter().any(|p| p.tokens.contains(&i));
        if view.is(i, stop) || known || matches!(view.str(i), ";" | ":" | "(" | ")" | "\"" | "—") {
            return None;
        }
    }
    None
}

/// "his request": a noun, not a verb.
pub(super) fn determined_noun(word: &str, before: &str) -> bool {
    REQUESTS.contains(&word) && matches!(before, "the" | "a" | "an" | "his" | "her" | "their" | "its")
}

/// The phrase between a verb and its object: "made X an offer".
pub(super) fn between<'a>(clauses: &'a Clauses<'_>, verb: usize, start: usize) -> Option<&'a Phrase> {
    clauses.phrases.iter().find(|p| p.tokens.start > verb && p.tokens.end <= start && !p.possessive && !p.governed)
}

/// Phrases behind prepositions, up to the next verb.
pub(super) fn phrases_behind<'a>(scene: &'a Scene<'_>, from: usize, to: usize) -> Vec<(&'a str, &'a Phrase)> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let mut out = Vec::new();
    for i in from..to {
        let known =
            (view.words[i].verb.is_some() || effect(view.str(i)).is_some()) && !view.is(i.wrapping_sub(1), Class::THE.or(Class::AN));
        if matches!(view.str(i), ";" | ":")
            || view.is(i, Class::WHO.or(Class::SUBORD).or(Class::WILL))
            || (known && !clauses.phrases.iter().any(|p| p.tokens.contains(&i)) && !next_is_value(scene, i))
        {
            break;
        }
        if matches!(view.str(i), "to" | "for" | "from" | "by" | "with")
            && let Some(phrase) =
                clauses.phrases.iter().find(|p| !p.possessive && p.tokens.start > i && p.tokens.start <= i + 7 && opens(scene, i + 1, p))
        {
            out.push((view.str(i), phrase));
        }
    }
    out
}

/// Whether only words of its own noun phrase stand between a preposition and a name: "to first baseman X".
pub(super) fn opens(scene: &Scene<'_>, from: usize, phrase: &Phrase) -> bool {
    let view = scene.clauses.view;
    (from..phrase.tokens.start).all(|i| {
        view.str(i) == "-"
            || (view.str(i).starts_with(char::is_alphabetic) && !view.is(i, Class::PREP.or(Class::AND).or(Class::SUBORD).or(Class::BE)))
    })
}

/// Whether the phrase is the direct or indirect object: no sum, length or noun of its own stands before it.
pub(super) fn reaches(scene: &Scene<'_>, at: usize, phrase: &Phrase) -> bool {
    (at + 1..phrase.tokens.start).all(|i| !next_is_value(scene, i))
}

/// The last body named before `at` in the sentence.
pub(super) fn near_body(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let named = |p: &&Phrase| p.tokens.end <= at && matches!(p.who[..], [Who::Entity(e), ..] if is_body(scene, e));
    let free = scene.clauses.phrases.iter().filter(named).rfind(|p| !p.governed);
    let any = free.or_else(|| scene.clauses.phrases.iter().rfind(named));
    any.and_then(|p| p.who.iter().rev().find_map(|w| if let Who::Entity(e) = w { Some(*e) } else { None }))
}

/// Without places, but those that stand for a club or a country.
pub(super) fn unplaced(scene: &Scene<'_>, who: Vec<usize>) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    for e in who.into_iter().filter(|e| scene.entities.all[*e].kind != EntityKind::Place) {
        if !out.contains(&e) {
            out.push(e);
        }
    }
    out
}

/// "re-signed": the chain begins before the prefix.
pub(super) fn repeated(scene: &Scene<'_>, at: usize, chain: &Chain) -> Chain {
    let view = scene.clauses.view;
    let prefix = at >= 2 && view.str(at - 1) == "-" && view.str(at - 2).eq_ignore_ascii_case("re");
    if prefix && chain.tokens.start == at { Chain { tokens: at - 2..at + 1, ..chain.clone() } } else { chain.clone() }
}

/// Whether a noun of a deal stands behind the verb in its clause.
pub(super) fn names_deal(scene: &Scene<'_>, at: usize) -> bool {
    let (view, end) = (scene.clauses.view, scene.clauses.sentence.end);
    (at + 1..end.min(at + 14)).any(|i| view.words[i].noun.is_some_and(|f| matches!(f.shape, Shape::Deal(_))))
}

/// Whether a sum or a length stands before a noun in the plural.
pub(super) fn shares_terms(scene: &Scene<'_>, at: usize) -> bool {
    let near = at.saturating_sub(6)..at;
    scene.clauses.view.str(at).ends_with('s') && scene.quantities.iter().any(|q| is_money(q) && near.contains(&q.tokens.start))
}

/// Whether a sum or a length stands in or right behind the noun phrase.
pub(super) fn priced(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let near = start..at + 6;
    scene.quantities.iter().any(|q| is_money(q) && near.contains(&q.tokens.start))
        || scene.times.iter().any(|t| matches!(t.value, TimeValue::Duration(_)) && near.contains(&t.tokens.start))
}

/// Whether a verb host's object begins at or behind its verb and nothing else stands between: "offered X, 28, an eight-year deal".
pub(super) fn verb_before(scene: &Scene<'_>, host: &Host, start: usize) -> bool {
    let view = scene.clauses.view;
    let verb = view.words[host.token].verb.is_some_and(|v| matches!(v.0.shape, Shape::Deal(_)));
    let closed = |i: usize| {
        view.is(i, Class::BE.or(Class::WHO).or(Class::SUBORD).or(Class::SAY)) || view.str(i) == ";" || effect(view.str(i)).is_some()
    };
    verb && host.start == host.token && start > host.token && start - host.token < BEFORE && !(host.token + 1..start).any(closed)
}

/// "to deal with", "will offer": a verb, whatever the word can be as a noun.
pub(super) fn is_verb_here(scene: &Scene<'_>, at: usize) -> bool {
    let view = scene.clauses.view;
    let before = at.wrapping_sub(1);
    view.is(before, Class::TO.or(Class::WILL).or(Class::MAY).or(Class::THEY))
        || matches!(view.str(before), "must" | "can" | "cannot")
        || (view.str(before) == "in" && view.str(at) == "bid")
        || (view.str(before) == "a" && view.str(at + 1) == "to" && view.str(at) == "bid")
}

/// Whether a quantity is money.
pub(super) fn is_money(span: &crate::normalize::QuantitySpan) -> bool {
    let unit = span.value.unit.as_str();
    let unit = unit.split('/').next().unwrap_or(unit);
    unit == "$" || (unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()))
}
