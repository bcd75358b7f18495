//! What is told of an earthquake and of little else: its magnitude, how far off it was centred, how long it shook, where it was
//! felt, how many aftershocks followed.

use super::clause::Who;
use super::discourse::{Discourse, Happening, Scene, Trigger};
use super::lexicon::Class;
use super::values::Draft;
use super::whereabouts::bearing;
use crate::claim::{EntityKind, Polarity};
use crate::normalize::{QuantitySpan, TimeValue};
use crate::value::{Number, Quantity, Unit, Value};
use crate::words::List;

/// Words for a quake's strength (USGS, "Earthquake Glossary": magnitude; Richter and moment magnitude are scales of it).
const STRENGTH: &[&str] = &["magnitude", "strength", "force", "intensity", "Richter", "scale"];
/// No quake was ever measured beyond this; the strongest was 9.5.
const STRONGEST: i64 = 10;

fn is_quake(action: &str) -> bool {
    matches!(action, "quake" | "aftershock")
}

/// Whether a bare number is a magnitude by the words around it: "6.7-strength", "magnitude of at least 5.9", "a 6.4 quake".
pub(super) fn is_magnitude(scene: &Scene<'_>, span: &QuantitySpan) -> bool {
    let view = scene.clauses.view;
    let (start, end) = (span.tokens.start, span.tokens.end);
    let amount = span.value.amount;
    let small = amount <= Number::from_int(STRONGEST) && amount > Number::from_int(1);
    let unit = span.value.unit.as_str();
    let named = unit.is_empty() || matches!(unit, "strength" | "°" | "point" | "magnitude") || unit.starts_with(char::is_uppercase);
    if !small || !named {
        return false;
    }
    let word = |i: usize| view.str(i).to_ascii_lowercase();
    let from = start.saturating_sub(6).max(scene.clauses.sentence.start);
    let strength = |i: usize| STRENGTH.contains(&&*word(i)) || word(i) == "richter";
    let quake = |i: usize| view.words.get(i).and_then(|w| w.noun).is_some_and(|f| is_quake(f.action));
    // A hedge may be part of the quantity: "magnitude of at least 5.9".
    let before = (from..start).rev().find(|i| !matches!(&*word(*i), "of" | "a" | "at" | "the" | "quake" | "'s" | "least" | "about"));
    let told = before.is_some_and(strength);
    let behind = (end..end + 3).take_while(|i| !matches!(view.str(*i), "," | "." | ";")).any(|i| strength(i) || quake(i));
    let on_scale = (end..end + 5).any(|i| word(i) == "richter");
    let measured = before.is_some_and(|i| List::Measuring.has(&word(i))) && !amount.is_integer();
    let whole = amount.is_integer() && unit.is_empty() && !view.str(start).contains('.');
    (told || on_scale || unit == "strength" || (behind && !whole) || (measured && !whole)) && !is_general(scene, end)
}

/// "A magnitude-6 quake can cause damage".
fn is_general(scene: &Scene<'_>, end: usize) -> bool {
    let view = scene.clauses.view;
    (end..end + 4).any(|i| matches!(view.str(i), "can" | "could" | "may" | "would"))
}

/// The claim of a magnitude, of the quake that its clause or sentence tells of, or else of the article's.
pub(super) fn magnitude(scene: &Scene<'_>, triggers: &[Trigger], discourse: &Discourse, span: &QuantitySpan, out: &mut Vec<Draft>) -> bool {
    let clauses = scene.clauses;
    let quantity = &span.value;
    let in_unit = quantity.unit.as_str() == "magnitude" && !is_general(scene, span.tokens.end);
    let again = out.iter().rev().find(|d| &*d.attribute == "magnitude" && clauses.sentence.contains(&d.at)).map(|d| d.event);
    let bare = again.filter(|_| is_corrected(scene, span));
    if !in_unit && !is_magnitude(scene, span) && bare.is_none() {
        return quantity.unit.as_str() == "magnitude";
    }
    let near = |t: &&Trigger| is_quake(t.frame.action);
    let clause = clauses.clause_of(span.tokens.start);
    let own =
        triggers.iter().filter(near).filter(|t| clauses.clause_of(t.token) == clause).min_by_key(|t| t.token.abs_diff(span.tokens.start));
    let any = || triggers.iter().filter(near).min_by_key(|t| t.token.abs_diff(span.tokens.start));
    // "Followed by aftershocks of 2.8 to 3.8": theirs, and not the quake's.
    let aftershock = |i: usize| matches!(&*clauses.view.str(i).to_ascii_lowercase(), "aftershock" | "aftershocks");
    let behind = clauses.clause_start(span.tokens.start)..span.tokens.start;
    if behind.rev().find(|i| aftershock(*i) || own.is_some_and(|t| t.token == *i)).is_some_and(aftershock) {
        return true;
    }
    let told = own.or_else(any).map(|t| (t.event, t.extent.clone()));
    let of = |event: &usize| is_quake(discourse.happenings[*event].action);
    let Some((event, extent)) = told
        .or_else(|| bare.map(|e| (e, span.tokens.clone())))
        .or_else(|| discourse.it().or(discourse.harm).filter(of).map(|e| (e, span.tokens.clone())))
    else {
        return true;
    };
    let quote =
        if extent.end <= span.tokens.start { extent.start..span.tokens.end } else { span.tokens.start..extent.end.max(span.tokens.end) };
    let quote = quote.start.max(clauses.clause_start(span.tokens.start).min(span.tokens.start))..quote.end;
    let at = quote.start;
    let unit = Unit::new("magnitude");
    out.push(Draft::told(event, "magnitude", Value::Quantity(Quantity { unit, ..quantity.clone() }), span.tokens.clone(), quote, at));
    true
}

/// "…, but the survey said it was 6.1": a second figure of the sentence.
fn is_corrected(scene: &Scene<'_>, span: &QuantitySpan) -> bool {
    let view = scene.clauses.view;
    let start = span.tokens.start;
    let amount = span.value.amount;
    let fits = span.value.unit.as_str().is_empty() && !amount.is_integer() && amount < Number::from_int(STRONGEST);
    fits && matches!(view.str(start.wrapping_sub(1)), "was" | "at" | "to" | "of" | "it" | "measured")
}

/// Everything that a sentence tells of a quake, magnitudes aside.
pub(super) fn quakes(scene: &Scene<'_>, triggers: &[Trigger], discourse: &mut Discourse, out: &mut Vec<Draft>) {
    let quake = triggers.iter().find(|t| is_quake(t.frame.action)).map(|t| t.event);
    let it = discourse.it().filter(|e| is_quake(discourse.happenings[*e].action));
    let main = discourse.harm.filter(|e| is_quake(discourse.happenings[*e].action));
    let Some(event) = quake.or(it).or(main) else { return };
    for span in scene.quantities {
        aftershocks(scene, main.unwrap_or(event), span, out);
        distance(scene, triggers, event, span, out);
    }
    shaking(scene, triggers, (quake, it, main), out);
    felt(scene, triggers, discourse, (quake, it), out);
}

/// "At least four strong aftershocks".
fn aftershocks(scene: &Scene<'_>, event: usize, span: &QuantitySpan, out: &mut Vec<Draft>) {
    let view = scene.clauses.view;
    let head = (span.tokens.end..span.tokens.end + 4).find(|i| matches!(&*view.str(*i).to_ascii_lowercase(), "aftershocks" | "tremors"));
    let Some(head) = head.filter(|_| span.value.amount.is_integer()) else { return };
    if (span.tokens.end..head).any(|i| view.is(i, Class::PREP.or(Class::AND)) || view.str(i) == ",") {
        return;
    }
    let clause = scene.clauses.clause_start(head);
    let start = (clause..span.tokens.start)
        .rev()
        .take(6)
        .find(|i| view.is(*i, Class::BE.or(Class::HAVE)) || view.str(*i) == "followed")
        .unwrap_or(span.tokens.start);
    let value = Value::Quantity(Quantity { unit: Unit::new("aftershock"), ..span.value.clone() });
    out.push(Draft::told(event, "aftershocks", value, span.tokens.clone(), start..head + 1, head));
}

/// "35 miles southwest of Osk": how far off, where the sentence tells of the quake or its epicentre.
fn distance(scene: &Scene<'_>, triggers: &[Trigger], event: usize, span: &QuantitySpan, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let Some((from, end)) = bearing(scene, span) else { return };
    let start = span.tokens.start;
    let centred = |i: usize| {
        let word = view.str(i).to_ascii_lowercase();
        matches!(
            &*word,
            "epicentre"
                | "epicenter"
                | "centred"
                | "centered"
                | "hypocentre"
                | "hypocenter"
                | "struck"
                | "registering"
                | "measuring"
                | "occurred"
        )
    };
    let quake = |i: usize| view.words.get(i).and_then(|w| w.noun).is_some_and(|f| is_quake(f.action));
    let centre = (clauses.sentence.start..start).rev().take(30).find(|i| centred(*i));
    let told = centre.or_else(|| (clauses.sentence.start..start).rev().take(20).find(|i| quake(*i) && !is_of_place(scene, start)));
    let Some(told) = told else { return };
    let own = triggers.iter().filter(|t| is_quake(t.frame.action)).min_by_key(|t| t.token.abs_diff(told)).map_or(event, |t| t.event);
    let quote = told.min(start)..end;
    let mut draft = Draft::told(own, "distance", Value::Quantity(span.value.clone()), span.tokens.clone(), quote, told);
    draft.of = Some(format!("from {from}").into());
    out.push(draft);
}

/// Whether a distance at `at` is set off behind a place: "the island, some 900 miles south of", "Osk, 30 km off".
fn is_of_place(scene: &Scene<'_>, at: usize) -> bool {
    let view = scene.clauses.view;
    let noun = |i: usize| matches!(view.str(i), "town" | "city" | "village" | "island" | "province" | "port" | "region" | "area");
    let Some(last) = (scene.clauses.sentence.start..at)
        .rev()
        .find(|i| !matches!(view.str(*i), "," | "about" | "some" | "located" | "situated" | "lies" | "which" | "is"))
    else {
        return false;
    };
    noun(last) || scene.chunks.iter().any(|(c, _)| c.tokens.end == last + 1 && view.str(c.tokens.start.wrapping_sub(1)) != "of")
}

/// "The tremor lasted 30 seconds": only where its clause says that it shook.
fn shaking(
    scene: &Scene<'_>,
    triggers: &[Trigger],
    (quake, it, main): (Option<usize>, Option<usize>, Option<usize>),
    out: &mut Vec<Draft>,
) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    for time in scene.times {
        let TimeValue::Duration(length) = &time.value else { continue };
        let short = matches!(length.unit, crate::value::DurationUnit::Second | crate::value::DurationUnit::Minute);
        let start = time.tokens.start;
        let window = clauses.sentence.start.max(start.saturating_sub(9))..start;
        let lasts = window.clone().rev().find(|i| matches!(view.str(*i), "lasted" | "lasting" | "lasts" | "shook" | "continued" | "went"));
        let sensed = || {
            window
                .clone()
                .rev()
                .find(|i| view.words.get(*i).and_then(|w| w.noun).is_some_and(|f| is_quake(f.action)) && view.str(start - 1) == "for")
        };
        let Some(verb) = lasts.or_else(sensed).filter(|_| short) else { continue };
        let subject = triggers.iter().filter(|t| is_quake(t.frame.action) && t.token <= verb).max_by_key(|t| t.token);
        let pronoun =
            (clauses.sentence.start..verb).rev().take(3).any(|i| view.str(i).eq_ignore_ascii_case("it") || view.str(i) == "shaking");
        let Some(event) = subject.map(|t| t.event).or_else(|| it.or(quake).or(main).filter(|_| pronoun)) else { continue };
        let from =
            subject.map_or(verb.saturating_sub(1).max(clauses.sentence.start), |t| t.token.saturating_sub(2).max(clauses.sentence.start));
        let mut draft = Draft::told(event, "duration", Value::Duration(length.clone()), time.tokens.clone(), from..time.tokens.end, verb);
        // "The initial tremor lasted ten seconds": not all of the shaking.
        draft.of = (from..verb).find(|i| matches!(view.str(*i), "initial" | "first" | "main" | "second")).map(|i| view.str(i).into());
        out.push(draft);
    }
}

/// Where it was felt: an event of its own, at the first place named.
fn felt(
    scene: &Scene<'_>,
    triggers: &[Trigger],
    discourse: &mut Discourse,
    (quake, it): (Option<usize>, Option<usize>),
    out: &mut Vec<Draft>,
) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let verb = clauses.sentence.clone().find(|i| view.str(*i) == "felt" && view.is(i.wrapping_sub(1), Class::BE.or(Class::ADV)));
    let also = || {
        let shook = |i: &usize| matches!(view.str(*i), "shook" | "jolted" | "rattled" | "shaken" | "swayed");
        let abroad = clauses.sentence.clone().any(|i| matches!(view.str(i), "well" | "neighbouring" | "neighboring" | "across" | "also"));
        clauses.sentence.clone().find(shook).filter(|_| abroad)
    };
    let Some(verb) = verb.or_else(also) else { return };
    let subject = triggers.iter().filter(|t| is_quake(t.frame.action) && t.token < verb).max_by_key(|t| t.token);
    let Some(event) = subject.map(|t| t.event).or(it).or(quake) else { return };
    let places: Vec<usize> = (scene.clauses.phrases.iter().filter(|p| p.tokens.start > verb && p.tokens.start < verb + 14))
        .flat_map(|p| p.who.iter().filter_map(|w| if let Who::Entity(e) = w { Some(*e) } else { None }))
        .filter(|e| scene.entities.all[*e].kind == EntityKind::Place)
        .collect();
    let country = |e: &&usize| scene.chunks.iter().any(|(c, of)| *of == Some(**e) && c.place.is_some_and(|p| p.country));
    let Some(first) = places.iter().find(country).or(places.first()) else { return };
    let time = discourse.happenings[event].time;
    discourse.happenings.push(Happening {
        time,
        place: Some(scene.place(*first)),
        sentence: discourse.sentence,
        ..Happening::new("feel", Vec::new())
    });
    let own = discourse.happenings.len() - 1;
    discourse.follow(own, event);
    let end = scene
        .chunks
        .iter()
        .filter(|(c, _)| c.tokens.start > verb && c.tokens.start < verb + 14)
        .map(|(c, _)| c.tokens.end)
        .max()
        .unwrap_or(verb + 1);
    let from = subject.map_or(verb.saturating_sub(1), |t| t.token);
    let mut draft = Draft::told(own, "occurrence", Value::Boolean(true), verb..verb + 1, from..end.min(clauses.sentence.end), verb);
    if (clauses.clause_start(verb)..verb).any(|i| view.is(i, Class::NOT)) {
        draft.polarity = Polarity::Negative;
    }
    out.push(draft);
}
