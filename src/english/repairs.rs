//! When what failed works again: by when service is expected back, how long a repair takes, the ship that is sent.

use std::ops::Range;
use std::sync::Arc;

use super::discourse::{Discourse, Scene};
use super::lexicon::Class;
use super::names::View;
use super::values::Draft;
use crate::claim::{Modality, Polarity};
use crate::normalize::{TimeSpan, TimeValue};
use crate::value::{Modifier, Status, Time, TimeForm, Value};
use crate::words::List;

/// Ships and crews that are sent to mend.
const CREWS: &[&str] = &["ship", "ships", "boat", "boats", "vessel", "vessels", "crew", "crews", "engineers", "team", "teams"];

/// Adds what a sentence says of repairs; gives the times that it took.
pub(super) fn repairs(scene: &Scene<'_>, discourse: &mut Discourse, event: usize, out: &mut Vec<Draft>) -> Vec<usize> {
    let mut used = ships(scene, discourse, event, out);
    for (i, time) in scene.times.iter().enumerate() {
        if used.contains(&i) {
            continue;
        }
        let Some(word) = mending(scene, &time.tokens) else { continue };
        let made = match &time.value {
            TimeValue::Time(value) => by_when(scene, event, time, *value, word),
            TimeValue::Duration(length) => how_long(scene, event, time, Value::Duration(length.clone()), word),
            // "Several days": a length without a number is kept as it is written in ISO 8601.
            TimeValue::Length(length) => how_long(scene, event, time, Value::Text(length.as_str().into()), word),
            TimeValue::Set(_) => None,
        };
        if let Some(draft) = made {
            used.push(i);
            out.push(draft);
        }
    }
    used
}

/// The word of mending that a time belongs to: the nearest of its clause, or of the clause it goes on to: "until the 3rd before
/// service is restored", "several days to fix".
fn mending(scene: &Scene<'_>, time: &Range<usize>) -> Option<usize> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let clause = clauses.clause_of(time.start);
    let word = |i: usize| is_mending(view, i);
    let own = (clauses.sentence.clone()).filter(|i| clauses.clause_of(*i) == clause && word(*i)).min_by_key(|i| i.abs_diff(time.start));
    let next = || {
        let end = clauses.clause_end(time.start);
        let linked = matches!(view.str(end), "before" | "until" | "for" | "to") && end <= time.end + 1;
        (end..clauses.sentence.end.min(end + 9)).find(|i| linked && word(*i))
    };
    // "It will take “several days” to be repaired": a quotation mark or a conjunction stands between.
    let takes = (time.start.saturating_sub(4)..time.start).any(|i| matches!(view.str(i), "take" | "takes" | "taking"));
    let near = || {
        let stop = |i: &usize| view.is(*i, Class::SAY) || view.str(*i) == ";";
        let behind = (time.end..clauses.sentence.end.min(time.end + 9)).take_while(|i| !stop(i)).find(|i| word(*i));
        let before = (clauses.sentence.start..time.start).rev().take(8).take_while(|i| !stop(i)).find(|i| word(*i));
        if takes { behind.or(before) } else { None }
    };
    // "Announced on Monday that it had restored service": news of it is told at once.
    let announced = || {
        let said = (time.start.saturating_sub(6).max(clauses.sentence.start)..time.start + 1).any(|i| view.str(i).starts_with("announc"))
            || (time.end..clauses.sentence.end.min(time.end + 5)).any(|i| view.str(i).starts_with("announc"));
        let done =
            |i: usize| is_mending(view, i) && view.str(i).ends_with("ed") && (i.saturating_sub(3)..i).any(|j| view.is(j, Class::HAVE));
        let found = (time.end..clauses.sentence.end.min(time.end + 14)).find(|i| done(*i)).filter(|_| said)?;
        let other = scene.times.iter().any(|t| t.tokens.start > found && matches!(t.value, TimeValue::Time(_)));
        (!other).then_some(found)
    };
    own.filter(|i| i.abs_diff(time.start) <= 16).or_else(next).or_else(near).or_else(announced)
}

fn is_mending(view: &View<'_>, i: usize) -> bool {
    let word = view.str(i).to_ascii_lowercase();
    match &*word {
        // "Back up", "back to normal", "back online".
        "back" => matches!(view.str(i + 1), "up" | "to" | "online" | "on" | "in") && view.str(i + 1) != "on",
        "running" | "operating" => view.is(i.wrapping_sub(1), Class::BE.or(Class::AND)),
        "repair" | "repairs" if CREWS.contains(&view.str(i + 1)) => false,
        word => List::Mending.has(word),
    }
}

/// How far the words before commit the source: "could", "should", "expects", "will", or what is done.
fn commitment(scene: &Scene<'_>, from: usize, to: usize) -> Modality {
    let view = scene.clauses.view;
    let has = |f: &dyn Fn(usize) -> bool| (from..to).any(f);
    // "By May 20": a month.
    if has(&|i| view.is(i, Class::MAY) && !view.words[i].capital) {
        Modality::Possible
    } else if has(&|i| {
        view.is(i, Class::EXPECT.or(Class::WILL).or(Class::PLAN))
            || matches!(view.str(i), "should" | "estimates" | "estimated" | "indications" | "forecasts")
    }) {
        Modality::Expected
    } else {
        Modality::Asserted
    }
}

/// What is mended, where it is not the whole service: a name, some of the customers.
fn scope(scene: &Scene<'_>, word: usize) -> Arc<str> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let what = if view.str(word).starts_with("improv") { "improvement" } else { "restoration" };
    let and = |i: &usize| view.is(*i, Class::AND);
    let first = (clauses.clause_start(word)..word).rev().find(and).unwrap_or(clauses.clause_start(word));
    let last = clauses.clause_end(word).min(word + 9);
    let around = first..(word..last).find(and).unwrap_or(last);
    for i in around {
        if matches!(view.str(i), "customers" | "clients" | "subscribers" | "circuits" | "users") {
            let before = (i.saturating_sub(3)..i)
                .rev()
                .find(|j| matches!(view.str(*j), "business" | "all" | "residential" | "rest" | "most" | "some"));
            let part = before.map_or("", |j| view.str(j));
            let part = if part == "rest" { "all" } else { part };
            let noun = if view.str(i) == "clients" { "customers" } else { view.str(i) };
            return format!("{what} of {part} {noun}").replace("  ", " ").into();
        }
    }
    // "SEA-LINK 4 could be operating by May": one of several.
    let named = scene.chunks.iter().find(|(c, _)| {
        let next = (c.tokens.end..word).all(|i| {
            view.is(i, Class::MAY.or(Class::WILL).or(Class::BE).or(Class::TO).or(Class::ADV))
                || matches!(view.str(i), "should" | "cable" | "line")
        });
        c.tokens.end <= word
            && word - c.tokens.end <= 5
            && next
            && c.place.is_none()
            && view.tokens.get(c.tokens.end - 1).is_some()
            && named_with_number(view, &c.tokens)
    });
    match named {
        Some((chunk, _)) => format!("{what} of {}", super::reference::span_text(view, &chunk.tokens)).into(),
        None => what.into(),
    }
}

/// "SEA-LINK 4", "Line 12": a name with a figure in it is one of several.
fn named_with_number(view: &View<'_>, tokens: &Range<usize>) -> bool {
    (tokens.start..tokens.end + 1).any(|i| view.str(i).chars().any(|c| c.is_ascii_digit()))
}

fn by_when(scene: &Scene<'_>, event: usize, time: &TimeSpan, value: Time, word: usize) -> Option<Draft> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    if matches!(value.form, TimeForm::Present | TimeForm::Past | TimeForm::Future) || value.form.interval().is_none() {
        return None;
    }
    let start = time.tokens.start;
    let from = clauses.clause_start(word.min(start));
    let modality = commitment(scene, from, start.max(word) + 1);
    let limit = matches!(view.str(start.wrapping_sub(1)), "by" | "until" | "before") && value.modifier.is_none();
    // What only says when somebody told it: "announced today that it has restored".
    let announced = (from.max(start.saturating_sub(6))..start).any(|i| view.str(i).starts_with("announc"));
    let said = (from..start).rev().take(3).any(|i| view.is(i, Class::SAY)) && !limit && !announced;
    let told = modality != Modality::Asserted || view.str(word).ends_with("ed") || is_back(view, word);
    if said || !told {
        return None;
    }
    // What was announced on a day was so by that day.
    let limit = limit
        || announced && modality == Modality::Asserted && value.modifier.is_none() && clauses.clause_of(word) != clauses.clause_of(start);
    let modifier = if limit { Some(Modifier::OnOrBefore) } else { value.modifier };
    let value = value.with_modifier(modifier);
    let said = time.tokens.clone();
    let quote = from.min(word).min(start)..said.end.max(word + 1);
    let quote = narrowed(scene, quote, word, &said);
    Some(Draft {
        event,
        attribute: "time".into(),
        subject: None,
        of: Some(scope(scene, word)),
        value: Value::Time(value),
        said,
        quote,
        modality,
        polarity: Polarity::Positive,
        at: word,
    })
}

fn is_back(view: &View<'_>, word: usize) -> bool {
    view.str(word) == "back"
}

/// A quote of at most some forty words, around the word and the value.
fn narrowed(scene: &Scene<'_>, quote: Range<usize>, word: usize, said: &Range<usize>) -> Range<usize> {
    if quote.len() <= 40 {
        return quote;
    }
    word.min(said.start).saturating_sub(4).max(scene.clauses.sentence.start)..said.end.max(word + 1)
}

fn how_long(scene: &Scene<'_>, event: usize, time: &TimeSpan, length: Value, word: usize) -> Option<Draft> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let start = time.tokens.start;
    let takes = (start.saturating_sub(4).max(clauses.sentence.start)..start)
        .find(|i| matches!(view.str(*i), "take" | "takes" | "took" | "taking" | "need" | "needs" | "last" | "require"));
    let within = matches!(view.str(start.wrapping_sub(1)), "in" | "within");
    let verb = takes.or(Some(word).filter(|_| within))?;
    let from = clauses.clause_start(verb.min(word));
    let modality = match commitment(scene, from, verb + 1) {
        Modality::Asserted if within => return None,
        // "Could take several days" is an expectation of how long.
        other => other,
    };
    let said = time.tokens.clone();
    let quote = narrowed(scene, from.min(start)..said.end.max(word + 1), word, &said);
    Some(Draft {
        event,
        attribute: "duration".into(),
        subject: None,
        of: Some(scope(scene, word)),
        value: length,
        said,
        quote,
        modality,
        polarity: Polarity::Positive,
        at: verb,
    })
}

/// The ship that is sent to mend a cable: whether it is on its way, and when it gets there.
fn ships(scene: &Scene<'_>, discourse: &mut Discourse, event: usize, out: &mut Vec<Draft>) -> Vec<usize> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let ship =
        clauses.sentence.clone().find(|i| CREWS[..6].contains(&view.str(*i)) && (is_mending_ship(view, *i) || discourse.ship.is_some()));
    let it = || clauses.sentence.clone().find(|i| view.str(*i) == "it" || view.str(*i) == "It");
    let Some(ship) = ship.or_else(|| discourse.ship.and_then(|_| it()).filter(|_| false)) else { return Vec::new() };
    discourse.ship = Some(event);
    let mut used = Vec::new();
    let draft = |attribute: &str, value: Value, said: Range<usize>, modality: Modality, at: usize| Draft {
        event,
        attribute: attribute.into(),
        subject: None,
        of: Some("repair ship".into()),
        value,
        quote: if said.start > ship + 12 { said.start.saturating_sub(1)..said.end } else { ship.min(said.start)..said.end },
        said,
        modality,
        polarity: Polarity::Positive,
        at,
    };
    let on_way = clauses.sentence.clone().find(|i| {
        let word = view.str(*i);
        (word == "en" && view.str(i + 1) == "route")
            || (word == "headed" || word == "heading" || word == "sailing") && view.is(i.wrapping_sub(1), Class::BE)
            || (word == "way" && view.str(i.wrapping_sub(2)) == "on")
            || (word == "transit" && view.str(i.wrapping_sub(1)) == "in")
    });
    let leaves = || {
        clauses
            .sentence
            .clone()
            .find(|i| matches!(view.str(*i), "leave" | "depart" | "sail") && view.is(i.wrapping_sub(1), Class::WILL.or(Class::TO)))
    };
    if let Some(at) = on_way.filter(|at| *at > ship) {
        out.push(draft("status", Value::Status(Status::UnderWay), at..at + 2, Modality::Asserted, at));
    } else if let Some(at) = leaves().filter(|at| *at > ship) {
        out.push(draft("status", Value::Status(Status::Planned), at.saturating_sub(1)..leaving(scene, at), Modality::Planned, at));
    }
    for (i, time) in scene.times.iter().enumerate() {
        let TimeValue::Time(value) = time.value else { continue };
        let start = time.tokens.start;
        let arrives = (start.saturating_sub(4).max(ship)..start)
            .rev()
            .find(|j| matches!(view.str(*j), "arrive" | "arrived" | "reach" | "there" | "arrives" | "site"));
        let leaves = (start.saturating_sub(4).max(ship)..start).any(|j| matches!(view.str(j), "leave" | "left" | "depart" | "sail"));
        if let Some(at) = arrives.filter(|_| start > ship) {
            let from = clauses.clause_start(at);
            let modality = if (from..start).any(|j| view.is(j, Class::WILL)) { Modality::Planned } else { commitment(scene, from, start) };
            let said = time.tokens.clone();
            out.push(Draft { quote: from.min(at)..said.end, ..draft("time", Value::Time(value), said.clone(), modality, at) });
            used.push(i);
        } else if leaves {
            used.push(i);
        }
    }
    used
}

/// The end of "will leave very early Saturday".
fn leaving(scene: &Scene<'_>, at: usize) -> usize {
    scene.times.iter().find(|t| t.tokens.start > at && t.tokens.start <= at + 3).map_or(at + 1, |t| t.tokens.end)
}

/// "Repair ship", "a ship to fix the lines", "maintenance boat".
fn is_mending_ship(view: &View<'_>, i: usize) -> bool {
    let before = (i.saturating_sub(3)..i).any(|j| matches!(view.str(j), "repair" | "maintenance" | "cable" | "salvage"));
    let behind = (i + 1..i + 4).any(|j| matches!(view.str(j), "fix" | "repair" | "mend"));
    before || behind
}
