//! That nobody was hurt: "no injuries were reported", "nobody was killed", "without loss of life".
//!
//! Each is a toll of none, of the disaster that the sentence or the article tells of, and stands against any other toll of it. What is only
//! not known yet ("no immediate reports of casualties", "no further injuries") is none.

use std::ops::Range;

use super::discourse::{Discourse, Scene, Trigger, family};
use super::frames::{SERIOUS, Shape};
use super::lexicon::Class;
use super::values::Draft;
use crate::claim::{Family, Modality, Polarity};
use crate::value::{Number, Quantity, Unit, Value};
use crate::words::List;

/// Nouns of harm with the toll that they count. Casualties are the dead, or the dead and hurt: none of either is none dead.
const NOUNS: &[(&str, &str)] = &[
    ("injuries", "injured"),
    ("injury", "injured"),
    ("deaths", "killed"),
    ("death", "killed"),
    ("fatalities", "killed"),
    ("casualties", "killed"),
];
/// Participles likewise.
const FATES: &[(&str, &str)] =
    &[("injured", "injured"), ("hurt", "injured"), ("wounded", "injured"), ("harmed", "injured"), ("killed", "killed"), ("died", "killed")];
/// So many sentences back a disaster may stand.
const NEAR: usize = 3;

pub(super) fn zeros(scene: &Scene<'_>, triggers: &[Trigger], discourse: &Discourse, out: &mut Vec<Draft>) {
    let clauses = scene.clauses;
    let mut found = Vec::new();
    for at in clauses.sentence.clone() {
        match &*clauses.view.str(at).to_ascii_lowercase() {
            "no" if matches!(clauses.view.str(at + 1), "one" | "people" | "person") => fate(scene, at, at + 2, &mut found),
            "no" if clauses.view.str(at + 1) == "-" && clauses.view.str(at + 2) == "one" => fate(scene, at, at + 3, &mut found),
            "no" | "without" => nouns(scene, at, &mut found),
            "nobody" | "none" | "no-one" => fate(scene, at, at + 1, &mut found),
            _ => {}
        }
    }
    if found.is_empty() {
        return;
    }
    let Some(event) = disaster(triggers, discourse) else { return };
    let none = || Value::Quantity(Quantity { unit: Unit::new("person"), ..Quantity::new(Number::from_int(0), "") });
    for Zero { attribute, said, quote, part } in found {
        let supposed =
            |i: usize| matches!(clauses.view.str(i), "may" | "might" | "could" | "would" | "if" | "hope" | "hoped" | "hopes" | "whether");
        if (clauses.sentence.start.max(said.start.saturating_sub(NEAR))..quote.end).any(supposed) {
            continue;
        }
        let mut draft = Draft::told(event, attribute, none(), said.clone(), quote, said.start);
        draft.of = part.then(|| SERIOUS.into());
        out.push(draft);
    }
}

/// A toll of none.
struct Zero {
    attribute: &'static str,
    said: Range<usize>,
    quote: Range<usize>,
    /// Whether it is of those hurt badly.
    part: bool,
}

/// "No injuries", "no deaths or injuries", "without loss of life".
fn nouns(scene: &Scene<'_>, at: usize, out: &mut Vec<Zero>) {
    let view = scene.clauses.view;
    let word = |i: usize| if scene.clauses.sentence.contains(&i) { view.str(i) } else { "" };
    let mut next = at + 1;
    let mut part = false;
    while List::BesideNone.has(word(next)) || List::GraveHarm.has(word(next)) {
        part |= List::GraveHarm.has(word(next));
        next += 1;
    }
    let life = [word(next), word(next + 1), word(next + 2)] == ["loss", "of", "life"];
    if life {
        next += 2;
    }
    loop {
        let known = if life { Some("killed") } else { NOUNS.iter().find(|n| n.0 == word(next)).map(|n| n.1) };
        let Some(attribute) = known else { return };
        // "Caused no injuries", "no injuries were reported".
        let from = at.checked_sub(1).filter(|i| scene.clauses.sentence.contains(i) && view.words[*i].verb.is_some()).unwrap_or(at);
        let behind = (next + 1..next + 5).take_while(|i| view.is(*i, Class::BE.or(Class::HAVE)) || matches!(word(*i), "been" | "reported"));
        out.push(Zero { attribute, said: at..next + 1, quote: from..behind.last().unwrap_or(next) + 1, part });
        if life || !matches!(word(next + 1), "or" | "and" | "nor") {
            return;
        }
        next += 2;
    }
}

/// "Nobody was hurt".
fn fate(scene: &Scene<'_>, at: usize, from: usize, out: &mut Vec<Zero>) {
    let view = scene.clauses.view;
    let helps = |i: usize| view.is(i, Class::BE.or(Class::HAVE)) || matches!(view.str(i), "been" | "got");
    let mut next = from;
    let mut part = false;
    while scene.clauses.sentence.contains(&next) && (helps(next) || view.is(next, Class::ADV) || List::GraveHarm.has(view.str(next))) {
        part |= List::GraveHarm.has(view.str(next));
        next += 1;
    }
    loop {
        let Some((_, attribute)) = FATES.iter().find(|f| scene.clauses.sentence.contains(&next) && f.0 == view.str(next)) else { return };
        out.push(Zero { attribute, said: at..next + 1, quote: at..next + 1, part });
        if !matches!(view.str(next + 1), "or" | "and" | "nor") {
            return;
        }
        next += 2;
    }
}

/// The disaster of the sentence; else what the article tells of, if it is one.
fn disaster(triggers: &[Trigger], discourse: &Discourse) -> Option<usize> {
    let asserted = |t: &&Trigger| t.modality == Modality::Asserted && t.polarity == Polarity::Positive;
    let here = triggers.iter().filter(asserted).find(|t| t.frame.shape == Shape::Disaster).map(|t| t.event);
    let told = |i: &usize| {
        let h = &discourse.happenings[*i];
        family(h.action) == Family::Harm && !matches!(h.action, "kill" | "injure" | "damage" | "aftershock")
    };
    let mut all = (0..discourse.happenings.len()).filter(told).map(|i| discourse.resolved(i));
    let only = all.next().filter(|first| all.all(|other| other == *first));
    let near = |i: &usize| discourse.happenings[*i].sentence + NEAR >= discourse.sentence;
    here.or(discourse.it().filter(told)).or(discourse.harm.filter(told).or(only).filter(near))
}
