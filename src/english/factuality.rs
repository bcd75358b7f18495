//! Whether what a verb or a noun tells happened, is planned, may be, or did not; and whom the article credits.

use std::ops::Range;
use std::sync::Arc;

use super::clause::Clauses;
use super::lexicon::{Class, Form};
use super::reference::span_text;
use crate::claim::{Modality, Polarity};
use crate::words::List;

/// The group of verbs that ends in a trigger: "was originally scheduled to visit".
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// Its tokens, the trigger last.
    pub(super) tokens: Range<usize>,
    /// Whether the trigger is passive.
    pub(super) passive: bool,
    /// How far the words commit the source.
    pub(super) modality: Modality,
    /// Yes or no.
    pub(super) polarity: Polarity,
    /// Whether "to" stands right before the trigger, or it is an "-ing" form without auxiliary.
    pub(super) infinite: bool,
}

const HELPERS: Class = Class::BE.or(Class::HAVE).or(Class::WILL).or(Class::MAY).or(Class::NOT).or(Class::TO).or(Class::ADV);
const CONTROL: Class = Class::PLAN.or(Class::EXPECT).or(Class::REFUSE).or(Class::BELIEVED);

/// The chain of verbs that ends at `trigger`.
pub(super) fn chain(clauses: &Clauses<'_>, trigger: usize, form: Form) -> Chain {
    let view = clauses.view;
    let mut start = trigger;
    while start > clauses.sentence.start {
        let i = start - 1;
        let control =
            view.is(i, CONTROL) && (view.is(start, Class::TO) || (view.is(start, HELPERS) && start < trigger)) && !view.is(i, Class::PREP);
        let helper = view.is(i, HELPERS) && !view.is(i, Class::WHO);
        if !(control || helper) || (view.is(i, Class::TO) && start != trigger && !view.is(start, HELPERS)) {
            break;
        }
        start = i;
    }
    let group = start..trigger;
    let has = |class: Class| group.clone().any(|i| view.is(i, class));
    let helper_before = group.clone().rev().find(|i| !view.is(*i, Class::ADV.or(Class::NOT)));
    let participle = form == Form::Participle || matches!(view.str(trigger), "put" | "cut" | "shed" | "hurt");
    let passive = participle && helper_before.is_some_and(|i| view.is(i, Class::BE) && !view.is(i, Class::HAVE));
    let infinite =
        helper_before.is_some_and(|i| view.is(i, Class::TO)) && !has(CONTROL) && !has(Class::BE) || (form == Form::Ing && !has(Class::BE));
    let mut modality = if has(Class::MAY) || has(Class::MAYBE) || has(Class::BELIEVED) {
        Modality::Possible
    } else if is_counterfactual(clauses, &group, form) {
        Modality::Hypothetical
    } else if has(Class::EXPECT) {
        Modality::Expected
    } else if has(Class::PLAN) || has(Class::WILL) || is_to(clauses, &group) {
        Modality::Planned
    } else {
        Modality::Asserted
    };
    let mut polarity = if has(Class::NOT) || has(Class::REFUSE) { Polarity::Negative } else { Polarity::Positive };
    (modality, polarity) = around(clauses, start, modality, polarity);
    if modality == Modality::Asserted && infinite && form == Form::Base && (asked_for(clauses, start) || is_left_open(clauses, start)) {
        modality = Modality::Possible;
    }
    Chain { tokens: start..trigger + 1, passive, modality, polarity, infinite }
}

/// "He would (not) have resigned": what did (or did not) come about, had things been otherwise. "Will have resigned" is none, nor is
/// "would have to resign".
fn is_counterfactual(clauses: &Clauses<'_>, group: &Range<usize>, form: Form) -> bool {
    let view = clauses.view;
    let would = group.clone().find(|i| matches!(view.str(*i), "would" | "Would" | "wouldn" | "'d"));
    let have = would.and_then(|w| (w + 1..group.end).find(|i| matches!(view.str(*i), "have" | "'ve")));
    have.is_some_and(|h| !(h..group.end).any(|i| view.is(i, Class::TO))) && form != Form::Base
}

/// "invited X to visit", "offered to meet": what is asked for or offered need not come.
fn asked_for(clauses: &Clauses<'_>, to: usize) -> bool {
    let view = clauses.view;
    let object = clauses.phrases.iter().find(|p| p.tokens.end == to && !p.possessive).map_or(to, |p| p.tokens.start);
    view.is(object.wrapping_sub(1), Class::ASK) || super::clause::is_called_on(view, object)
}

/// Whether the infinitive that begins at `to` hangs on a word that leaves open whether it comes to that; an object may stand between.
fn is_left_open(clauses: &Clauses<'_>, to: usize) -> bool {
    let view = clauses.view;
    let object = (to.saturating_sub(5).max(clauses.sentence.start)..to).rev().take_while(|i| {
        view.str(*i).starts_with(char::is_alphanumeric) && !view.is(*i, Class::AND.or(Class::SUBORD).or(Class::WHO)) || view.str(*i) == "-"
    });
    object.enumerate().any(|(k, i)| {
        let word = view.str(i).to_ascii_lowercase();
        view.is(i, Class::ASK) || List::OpenVerbs.has(&word) || (k == 0 && List::OpenWords.has(&word))
    })
}

/// "is to travel": a plan.
fn is_to(clauses: &Clauses<'_>, group: &Range<usize>) -> bool {
    let view = clauses.view;
    group.clone().any(|i| view.is(i, Class::BE) && group.contains(&(i + 1)) && view.is(i + 1, Class::TO))
}

/// What stands before, in the sentence: "speculation as to whether", "Some predict", "rejected a proposal for", "if".
pub(super) fn around(clauses: &Clauses<'_>, at: usize, modality: Modality, polarity: Polarity) -> (Modality, Polarity) {
    let view = clauses.view;
    let clause = clauses.clause_start(at);
    let mark = (clauses.sentence.start..at)
        .rev()
        .find(|i| matches!(view.str(*i), ":" | ";" | "—" | "–" | "\""))
        .map_or(clauses.sentence.start, |i| i + 1);
    let left = clause.saturating_sub(12).max(mark)..at;
    let has = |class: Class, from: usize| (from.max(left.start)..at).any(|i| view.is(i, class));
    let refused = (left.start..at).any(|i| {
        view.is(i, Class::REFUSE) && (i + 1..at).any(|j| matches!(view.str(j), "proposal" | "request" | "offer" | "invitation" | "plan"))
    });
    // "Denied a role in the shooting" denies the role.
    let part = |i: usize| List::PartsIn.has(&view.str(i).to_ascii_lowercase());
    let denies = (left.start..at).rev().find(|i| view.is(*i, Class::DENY)).is_some_and(|d| !(d + 1..at).any(part));
    let polarity = if refused || denies { Polarity::Negative } else { polarity };
    let near = clause.saturating_sub(8).max(mark);
    let guess = has(Class::MAYBE, near);
    let predicted = (near..at).any(|i| view.is(i, Class::EXPECT) && view.str(i).starts_with("predict"));
    let modality = if (guess && (modality != Modality::Planned || has(Class::MAYBE, clause.saturating_sub(2)))) || predicted {
        Modality::Possible
    } else if denies {
        Modality::Denied
    } else if view.is(clause, Class::IF) && modality == Modality::Asserted {
        Modality::Hypothetical
    } else {
        modality
    };
    (modality, polarity)
}

/// Whom the sentence credits for what stands at `at`: "according to X", "X said", ", X said", and whom they cite in turn. Outermost
/// first.
pub(super) fn attribution(clauses: &Clauses<'_>, at: usize) -> Vec<Arc<str>> {
    let mut chain = quoted_as_saying(clauses, at).unwrap_or_else(|| named_source(clauses, at));
    if chain.is_empty() {
        chain.extend(reported_by(clauses, at));
    }
    chain.extend(cited(clauses, at).filter(|_| !chain.is_empty()));
    chain
}

/// The words from `from` up to a mark.
fn up_to_mark(clauses: &Clauses<'_>, from: usize) -> Option<Arc<str>> {
    let view = clauses.view;
    let limit = clauses.sentence.end.min(from + 10);
    let end = (from..limit).find(|i| matches!(view.str(*i), "," | "." | ";" | ":" | "—" | ")" | "\"")).unwrap_or(limit);
    (end > from && is_source(clauses, from)).then(|| span_text(view, &(from..end)).into())
}

/// ", citing the police": whom the source itself rests on.
fn cited(clauses: &Clauses<'_>, at: usize) -> Option<Arc<str>> {
    let view = clauses.view;
    let citing = clauses.sentence.clone().find(|i| *i > at && view.str(*i) == "citing" && view.str(i.wrapping_sub(1)) == ",")?;
    up_to_mark(clauses, citing + 1)
}

/// "as reported by Tidende", "as first reported by Tidende".
fn reported_by(clauses: &Clauses<'_>, at: usize) -> Option<Arc<str>> {
    let view = clauses.view;
    let by = clauses.sentence.clone().find(|i| *i > at + 1 && view.str(*i) == "by" && view.str(i - 1) == "reported")?;
    let opens = (by.saturating_sub(4)..by).any(|i| matches!(view.str(i), "as" | "first"));
    up_to_mark(clauses, by + 1).filter(|_| opens)
}

/// "State media quoted the mayor as saying that …": who quotes, then who is quoted.
fn quoted_as_saying(clauses: &Clauses<'_>, at: usize) -> Option<Vec<Arc<str>>> {
    let view = clauses.view;
    let start = clauses.sentence.start;
    let saying = (start + 3..at).rev().find(|i| view.str(*i) == "saying" && view.str(i - 1) == "as")?;
    let quoted = (start + 1..saying - 1).rev().take(12).find(|i| matches!(view.str(*i), "quoted" | "quotes" | "quoting" | "cited"))?;
    let inner = (quoted + 1 < saying - 1).then(|| span_text(view, &(quoted + 1..saying - 1)).into())?;
    let outer = (quoted - start <= 8 && is_source(clauses, start)).then(|| span_text(view, &(start..quoted)).into());
    Some(outer.into_iter().chain([inner]).collect())
}

/// Whom the sentence names as its source.
fn named_source(clauses: &Clauses<'_>, at: usize) -> Vec<Arc<str>> {
    let view = clauses.view;
    let sentence = &clauses.sentence;
    for i in sentence.clone() {
        if view.str(i).eq_ignore_ascii_case("according") && view.is(i + 1, Class::TO) {
            let end = (i + 2..sentence.end.min(i + 14))
                .find(|j| matches!(view.str(*j), "," | "." | ";" | "—" | ")") || view.is(*j, Class::WHO.or(Class::HAVE)))
                .unwrap_or(sentence.end);
            return vec![span_text(view, &(i + 2..end)).into()];
        }
    }
    // "…, a Porto official said." and "…, said X."
    for i in sentence
        .clone()
        .rev()
        .filter(|i| view.is(*i, Class::SAY) && *i > at && !view.words[*i].capital && view.words[*i].verb.is_none_or(|v| v.1 == Form::Past))
    {
        let closes = (view.is(i + 1, Class::PREP.or(Class::ADV).or(Class::COMMON)) && !view.is(i + 1, Class::SUBORD))
            || !view.str(i + 1).starts_with(char::is_alphabetic)
            // Whom it was told is not whom it is credited to.
            || matches!(view.str(i), "told" | "tells");
        let opens = |c: usize| (c + 1..c + 3).any(|j| view.is(j, Class::SUBORD.or(Class::AND).or(Class::WHO)));
        let comma = (sentence.start..i).rev().take(18).find(|j| matches!(view.str(*j), "," | "\""));
        if let Some(comma) = comma.filter(|c| {
            *c > at
                && i - c > 1
                && closes
                && !opens(*c)
                && is_source(clauses, c + 1)
                && !(c + 1..i).any(|j| view.words[j].verb.is_some() && j > c + 4 && !view.is(j - 1, Class::THE.or(Class::AN)))
        }) {
            return vec![span_text(view, &(comma + 1..i)).into()];
        }
        let behind = matches!(view.str(i.saturating_sub(1)), "," | "\"");
        if let Some(phrase) = clauses.phrases.iter().find(|p| p.tokens.start == i + 1 && behind && is_source(clauses, i + 1)) {
            return vec![span_text(view, &phrase.tokens).into()];
        }
        if behind && view.is(i + 1, Class::THE.or(Class::AN)) {
            return up_to_mark(clauses, i + 1).into_iter().collect();
        }
    }
    // "X said (that) …"
    let said = sentence.clone().find(|i| {
        *i < at
            && view.is(*i, Class::SAY)
            && !view.words[*i].capital
            && !view.is(*i, Class::LIGHT)
            && (clauses.clause_of(*i) != clauses.clause_of(at) || opens_speech(clauses, *i))
    });
    let Some(said) = said else { return Vec::new() };
    if let Some(plain) = plain_speaker(clauses, said) {
        return vec![span_text(view, &plain).into()];
    }
    let subject = clauses.subject(said).filter(|p| p.tokens.len() > 1 || !view.is(p.tokens.start, Class::THE.or(Class::AN)));
    let subject = subject.filter(|p| is_source(clauses, p.tokens.start));
    subject.map(|p| span_text(view, &p.tokens).into()).into_iter().collect()
}

/// Whether words that begin at `at` can name somebody: not "not 15 as police had first", "40" or "and".
fn is_source(clauses: &Clauses<'_>, at: usize) -> bool {
    let view = clauses.view;
    let number = view.tokens.get(at).is_some_and(|t| t.kind == crate::text::TokenKind::Number);
    !number && !view.is(at, Class::NOT.or(Class::AND).or(Class::SUBORD)) && !matches!(view.str(at), "as" | "As" | "or" | "so" | "yet")
}

/// "Police said two people were killed": no "that", and a subject right behind the verb of saying.
fn opens_speech(clauses: &Clauses<'_>, said: usize) -> bool {
    let view = clauses.view;
    let next = said + 1;
    let subject = view.is(next, Class::THE.or(Class::AN).or(Class::HE).or(Class::THEY).or(Class::HIS).or(Class::PAIR))
        || view.tokens.get(next).is_some_and(|t| t.kind == crate::text::TokenKind::Number)
        || clauses.phrases.iter().any(|p| p.tokens.start == next)
        || List::SpeechOpeners.has(view.str(next));
    subject && List::SpeechVerbs.has(view.str(said))
}

/// Words that speak at the head of a clause and are no name: "Police said", "The hospital said", "A spokesman for the mill said".
fn plain_speaker(clauses: &Clauses<'_>, said: usize) -> Option<Range<usize>> {
    let view = clauses.view;
    let mut start = clauses.clause_start(said);
    while matches!(view.str(start), "," | "\"") || view.is(start, Class::SUBORD.or(Class::AND)) {
        start += 1;
    }
    let mut end = said;
    while end > start && view.is(end - 1, Class::HAVE.or(Class::ADV)) {
        end -= 1;
    }
    // "Neighbours on Monday said": the day is not part of who speaks.
    end = (start..end).find(|i| view.str(*i) == "on" && view.is(i + 1, Class::COMMON)).unwrap_or(end);
    let words = start..end;
    let opener =
        view.is(start, Class::THE.or(Class::AN)) || view.str(start).ends_with('s') || matches!(view.str(start), "Police" | "police");
    let pronoun = view.is(start, Class::HE.or(Class::HIS).or(Class::THEY).or(Class::BE).or(Class::HAVE))
        || matches!(view.str(start), "this" | "This" | "that" | "That" | "as" | "As");
    let noun = |i: usize| {
        let word = view.words[i];
        word.verb.is_none()
            && !word.class.is(Class::SAY
                .or(Class::BE)
                .or(Class::HAVE)
                .or(Class::WILL)
                .or(Class::MAY)
                .or(Class::NOT)
                .or(Class::WHO)
                .or(Class::SUBORD))
            && view.str(i).starts_with(char::is_alphabetic)
    };
    let free = clauses.phrases.iter().any(|p| words.contains(&p.tokens.start) && !p.governed && !p.possessive);
    ((1..=8).contains(&words.len()) && opener && !pronoun && !free && words.clone().all(noun)).then_some(words)
}
