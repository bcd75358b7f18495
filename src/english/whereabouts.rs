//! What is told of a place by the way: how many live there, and how far it lies from another.

use std::ops::Range;
use std::sync::Arc;

use super::discourse::{Discourse, Happening, Scene};
use super::lexicon::Class;
use super::values::Draft;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::normalize::QuantitySpan;
use crate::value::{Place, Quantity, Unit, Value};
use crate::words::List;

/// Units that distances between places are told in.
const LENGTHS: &[&str] = &["km", "mile", "nautical mile", "m"];
/// Common nouns that take up a place named before.
const NOUNS: &[&str] = &[
    "island",
    "town",
    "city",
    "village",
    "district",
    "province",
    "port",
    "region",
    "resort",
    "suburb",
    "state",
    "county",
    "valley",
    "peninsula",
];

/// "35 miles (56 km) south-west of the port of Osk": the place that a distance is told from, and the end of the phrase.
pub(super) fn bearing(scene: &Scene<'_>, span: &QuantitySpan) -> Option<(Arc<str>, usize)> {
    let view = scene.clauses.view;
    if !LENGTHS.contains(&span.value.unit.as_str()) {
        return None;
    }
    let mut at = span.tokens.end;
    // The same distance in another unit.
    if view.str(at) == "(" {
        at = (at..at + 6).find(|i| view.str(*i) == ")")? + 1;
    }
    let mut pointed = false;
    while List::CompassPoints.has(&view.str(at).to_ascii_lowercase()) || matches!(view.str(at), "-" | "to" | "the") && pointed {
        pointed = true;
        at += 1;
    }
    let linked = matches!(view.str(at), "of" | "from") || (pointed && view.str(at.wrapping_sub(1)) == "off");
    if !pointed && view.str(at) != "from" || !linked {
        return None;
    }
    let place = |c: &Range<usize>| c.start > at && c.start <= at + 7;
    let (chunk, entity) = scene.chunks.iter().find(|(c, e)| place(&c.tokens) && (c.place.is_some() || e.is_some()))?;
    if (at..chunk.tokens.start).any(|i| view.is(i, Class::AND.or(Class::BE)) || view.str(i) == ".") {
        return None;
    }
    // "The Norwegian capital, Oslo": the country is not the place.
    let adjective = chunk.place.is_some_and(|p| p.adjective);
    let entity = if adjective { None } else { *entity }?;
    Some((place_name(scene, entity), chunk.tokens.end))
}

/// The name of a place without its common noun: "Osk Island" and "Osk" are one.
pub(super) fn place_name(scene: &Scene<'_>, entity: usize) -> Arc<str> {
    let name = &scene.entities.all[entity].name;
    match name.rsplit_once(' ') {
        Some((first, last)) if NOUNS.contains(&&*last.to_lowercase()) => first.into(),
        _ => name.clone(),
    }
}

/// The claims that a sentence makes of places.
pub(super) fn whereabouts(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    for span in scene.quantities {
        if out.iter().any(|d| d.said == span.tokens && &*d.attribute == "distance") {
            continue;
        }
        if let Some((from, end)) = bearing(scene, span) {
            let Some((place, start)) = described(scene, discourse, span.tokens.start) else { continue };
            let mut draft =
                of_place(discourse, place_name(scene, place), "distance", Value::Quantity(span.value.clone()), span, start..end);
            draft.of = Some(format!("from {from}").into());
            out.push(draft);
        } else if let Some(end) = population(scene, span) {
            let Some((place, start)) = described(scene, discourse, span.tokens.start) else { continue };
            let value = Value::Quantity(Quantity { unit: Unit::new("person"), ..span.value.clone() });
            out.push(of_place(discourse, place_name(scene, place), "population", value, span, start..end));
        }
    }
    discourse.see_places(scene);
}

fn of_place(discourse: &mut Discourse, place: Arc<str>, attribute: &str, value: Value, span: &QuantitySpan, quote: Range<usize>) -> Draft {
    let place = Some(Place::new(place));
    discourse.happenings.push(Happening { place, ..Happening::new("state", Vec::new()) });
    Draft {
        event: discourse.happenings.len() - 1,
        attribute: attribute.into(),
        subject: None,
        of: None,
        value,
        said: span.tokens.clone(),
        at: quote.start,
        quote,
        modality: Modality::Asserted,
        polarity: Polarity::Positive,
    }
}

/// "Home to 120,000 people", "a population of 120,000", "has about 200,000 residents", "a town of 15,000": the end of the phrase.
fn population(scene: &Scene<'_>, span: &QuantitySpan) -> Option<usize> {
    let view = scene.clauses.view;
    let unit = span.value.unit.as_str();
    let start = span.tokens.start;
    if !span.value.amount.is_integer()
        || span.value.change.is_some()
        || !matches!(unit, "" | "person" | "resident" | "inhabitant" | "islander" | "citizen")
    {
        return None;
    }
    let end = span.noun.as_ref().map_or(span.tokens.end, |n| n.end.max(span.tokens.end));
    let (one, two) = (view.str(start.wrapping_sub(1)), view.str(start.wrapping_sub(2)));
    let home = one == "to" && two == "home";
    let counted = one == "of" && (two == "population" || (!unit.is_empty() && NOUNS.contains(&two)));
    let has = matches!(one, "has" | "had" | "houses") && matches!(unit, "resident" | "inhabitant" | "islander");
    let numbers = two == "population" && matches!(one, "is" | "was" | "numbers" | "tops" | "exceeds");
    (home || counted || has || numbers).then_some(end)
}

/// The place that a description at `at` is of, and where the quote begins: the nearest place that stands as a subject or before a
/// comma; "the island" is the last place that was told to be one.
fn described(scene: &Scene<'_>, discourse: &Discourse, at: usize) -> Option<(usize, usize)> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let is_place = |e: usize| scene.entities.all[e].kind == EntityKind::Place;
    let mut named = scene.chunks.iter().rev().filter(|(c, _)| c.tokens.end <= at).filter_map(|(c, e)| {
        let entity = e.filter(|e| is_place(*e) && c.place.is_none_or(|p| !p.adjective))?;
        let governed = matches!(view.str(c.tokens.start.wrapping_sub(1)), "of" | "from" | "off")
            && !NOUNS.contains(&view.str(c.tokens.start.wrapping_sub(2)));
        let possessive = view.str(c.tokens.end) == "'s";
        (!governed && !possessive).then_some((entity, c.tokens.start, c.tokens.end))
    });
    // "The island, which has about 200,000 residents": the noun stands nearer than any name.
    let noun = (clauses.sentence.start..at).rev().find(|i| NOUNS.contains(&view.str(*i)) && view.is(i.wrapping_sub(1), Class::THE));
    let taken_up = noun.and_then(|i| Some((discourse.place_of_kind(view.str(i))?, i - 1)));
    let it = || {
        let opens = matches!(view.str(clauses.sentence.start), "It" | "Its");
        discourse.last_place.filter(|_| opens).map(|p| (p, clauses.sentence.start))
    };
    // "Osk is the largest island in the gulf, with a population of 3,000": the subject.
    let first = scene.chunks.first().filter(|(c, e)| c.tokens.start <= clauses.sentence.start + 1 && e.is_some_and(is_place));
    let subject = first.and_then(|(c, e)| {
        let is = view.is(c.tokens.end, Class::BE.or(Class::HAVE))
            || NOUNS.contains(&view.str(c.tokens.end)) && view.is(c.tokens.end + 1, Class::BE.or(Class::HAVE));
        e.filter(|_| is && !c.place.is_some_and(|p| p.adjective)).map(|e| (e, c.tokens.start))
    });
    if let Some(found) = subject.filter(|_| noun.is_none()) {
        return Some(found);
    }
    let near = named.find(|(_, start, end)| joins(scene, *start, *end, at));
    match (near, taken_up) {
        (Some((entity, start, _)), Some((_, noun))) if start > noun => Some((entity, start)),
        (_, Some(found)) => Some(found),
        (Some((entity, start, _)), None) => Some((entity, start)),
        (None, None) => it(),
    }
}

/// Whether a place that ends at `end` is what the words up to `at` describe: the subject of the sentence, or set off by a comma.
fn joins(scene: &Scene<'_>, start: usize, end: usize, at: usize) -> bool {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let noun = usize::from(NOUNS.contains(&view.str(end)));
    let comma = view.str(end + noun) == "," && (at - end) <= 22;
    let subject = start <= clauses.sentence.start + 3;
    let near = at - end <= 4
        && !(end..at).any(|i| view.is(i, Class::PREP.or(Class::AND)) && !matches!(view.str(i), "of" | "to" | "with" | "about"));
    comma || subject || near
}

impl Discourse {
    /// Notes which places the sentence names, and what kind of place it says they are.
    fn see_places(&mut self, scene: &Scene<'_>) {
        let view = scene.clauses.view;
        for (chunk, entity) in scene.chunks {
            let Some(entity) = entity.filter(|e| scene.entities.all[*e].kind == EntityKind::Place) else { continue };
            if chunk.place.is_some_and(|p| p.adjective) {
                continue;
            }
            let (start, end) = (chunk.tokens.start, chunk.tokens.end);
            let last = view.str(end - 1).to_ascii_lowercase();
            let before = view.str(start.wrapping_sub(2)).to_ascii_lowercase();
            let apposed = || {
                let open = view.str(end) == "," && view.is(end + 1, Class::AN.or(Class::THE));
                (end + 2..end + 12).take_while(|i| open && view.str(*i) != ",").find_map(|i| NOUNS.iter().find(|n| **n == view.str(i)))
            };
            let kind = NOUNS
                .iter()
                .find(|n| **n == last || **n == view.str(end))
                .or_else(|| NOUNS.iter().find(|n| **n == before && view.str(start - 1) == "of"))
                .or_else(apposed);
            if let Some(kind) = kind {
                self.places.push((kind, entity));
            }
            self.last_place = Some(entity);
        }
    }

    /// The place that "the island" means.
    fn place_of_kind(&self, noun: &str) -> Option<usize> {
        self.places.iter().rev().find(|(kind, _)| *kind == noun).map(|p| p.1)
    }
}
