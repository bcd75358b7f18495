//! Which disaster a toll belongs to: one named in its sentence, one of another year, or what the article is about.

use super::discourse::{Discourse, MOST_BACK, Scene, Trigger, family};
use super::frames::Shape;
use super::lexicon::{Class, Form};
use super::sites;
use crate::claim::Family;
use crate::normalize::{TimeSpan, TimeValue};
use crate::value::Time;

/// How long ago, in days, an event must lie for a toll in its clause to be background.
const BACKGROUND: i64 = 90;

/// The event that a toll belongs to: a disaster named in the sentence; where the clause dates it long before the article, an
/// event of its own; else the article's main event, which is the first disaster told of, or else the first harm.
pub(super) fn disaster_of(scene: &Scene<'_>, triggers: &[Trigger], discourse: &mut Discourse, harm: &Trigger) -> usize {
    // "It killed 600 people": the disaster that the sentence before told of last.
    if let Some(it) = discourse.it().filter(|_| is_it(scene, triggers, harm)) {
        return it;
    }
    // The dead are those of the quake rather than of its aftershock.
    let total = harm.frame.nouns.contains(&&*scene.clauses.view.str(harm.token).to_ascii_lowercase());
    let quake = total || triggers.iter().any(|t| t.frame.shape == Shape::Disaster && t.frame.action != "aftershock");
    let shock =
        |t: &Trigger| quake && t.frame.action == "aftershock" && scene.clauses.clause_of(t.token) != scene.clauses.clause_of(harm.token);
    let near = triggers.iter().filter(|t| t.frame.shape == Shape::Disaster && !shock(t));
    let here = near.min_by_key(|t| t.token.abs_diff(harm.token));
    // "The disaster brought back memories of Osk, where 300 people were killed in 1998": another's toll.
    let elsewhere = |t: &Trigger| !t.fresh && scene.clauses.clause_of(t.token) != scene.clauses.clause_of(harm.token);
    if let Some(here) = here.filter(|t| !(elsewhere(t) && is_background(scene, harm) && !is_background(scene, t))) {
        if !is_background(scene, here) && !is_background(scene, harm) {
            // A toll in the heading is that of the disaster that the body tells of.
            let bare = discourse.harm.filter(|h| is_bare(discourse, *h) && here.frame.action != "aftershock" && *h != here.event);
            if let Some(bare) = bare {
                discourse.same.push((bare, here.event));
                discourse.harm = Some(here.event);
            }
            discourse.harm.get_or_insert(here.event);
        }
        return here.event;
    }
    if let Some(time) = background(scene, harm) {
        discourse.happenings[harm.event].time.get_or_insert(time);
        return harm.event;
    }
    let told = |i: &usize| {
        let h = &discourse.happenings[*i];
        // A toll without an event of its own is the quake's, not its aftershock's.
        family(h.action) == Family::Harm && !matches!(h.action, "kill" | "injure" | "damage" | "aftershock") && !is_past(scene, h.time)
    };
    let recent = harm.event.saturating_sub(MOST_BACK)..harm.event;
    let main = discourse.harm.or_else(|| recent.clone().find(told)).unwrap_or(harm.event);
    discourse.harm = Some(main);
    let other = recent.rev().find(|i| told(i) && sites::is_other(&discourse.happenings[*i], &discourse.happenings[main]));
    // What killed stands with the event, so that it is not taken for the disaster that the article is about.
    if let Some(cause) = own_cause(scene, harm).filter(|_| main != harm.event) {
        discourse.happenings[harm.event].site = Some(cause.into());
        return harm.event;
    }
    match other {
        None => main,
        // Of two disasters "it" means the one that the last sentence told of; without "it" nobody knows.
        Some(other) => {
            let last = |i: usize| discourse.happenings[i].sentence + 1 == discourse.sentence;
            let it = scene.clauses.view.str(scene.clauses.clause_start(harm.token)).eq_ignore_ascii_case("it");
            if it && last(other) && !last(main) { other } else { harm.event }
        }
    }
}

/// Whether nothing is known of an event but its toll.
fn is_bare(discourse: &Discourse, event: usize) -> bool {
    let h = &discourse.happenings[event];
    matches!(h.action, "kill" | "injure" | "damage") && h.time.is_none() && h.place.is_none() && h.site.is_none() && h.sentence <= 2
}

/// Whether the subject of a toll's verb is an "it" at the head of the sentence.
fn is_it(scene: &Scene<'_>, triggers: &[Trigger], harm: &Trigger) -> bool {
    let start = scene.clauses.sentence.start;
    let it = scene.clauses.view.str(start).eq_ignore_ascii_case("it") && scene.clauses.clause_of(start) == 0;
    it && !triggers.iter().any(|t| t.frame.shape == Shape::Disaster && t.token < harm.token)
}

/// "A gas leak killed two people": something of its own, not what the article told of before; its last word.
fn own_cause(scene: &Scene<'_>, harm: &Trigger) -> Option<String> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let mut start = clauses.clause_start(harm.token);
    while view.is(start, Class::AND.or(Class::SUBORD)) || view.str(start) == "," {
        start += 1;
    }
    let active = view.words[harm.token].verb.is_some_and(|v| v.1 == Form::Past || v.1 == Form::Participle)
        && !view.str(harm.token).starts_with("die")
        && !(start..harm.token).any(|i| view.is(i, Class::BE.or(Class::PREP).or(Class::WHO)) || view.str(i) == ",");
    let head = (start + 1..harm.token).rev().find(|i| !view.is(*i, Class::ADV.or(Class::HAVE)))?;
    (active && view.is(start, Class::AN)).then(|| view.str(head).to_lowercase())
}

/// Whether a time in the trigger's clause lies long before the article.
fn is_background(scene: &Scene<'_>, trigger: &Trigger) -> bool {
    background(scene, trigger).is_some()
}

/// The time in the trigger's clause that lies long before the article.
pub(super) fn background(scene: &Scene<'_>, trigger: &Trigger) -> Option<Time> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let clause = clauses.clause_of(trigger.token);
    // "The quake of 2003, in which 300 people were killed": the day stands before the relative clause.
    let start = clauses.clause_start(trigger.token);
    let relative = matches!(view.str(start), "which" | "that" | "when") && clause > 0;
    let near = |t: &&TimeSpan| {
        let of = clauses.clause_of(t.tokens.start);
        of == clause || (relative && of + 1 == clause)
    };
    let past = |t: &TimeSpan| match &t.value {
        TimeValue::Time(time) => Some(*time).filter(|t| is_past(scene, Some(*t))),
        TimeValue::Duration(_) | TimeValue::Length(_) | TimeValue::Set(_) => None,
    };
    scene.times.iter().filter(near).find_map(past)
}

/// Whether a time lies long before the article.
pub(super) fn is_past(scene: &Scene<'_>, time: Option<Time>) -> bool {
    let published = scene.published.and_then(|d| Time::day(d).entailed());
    let (Some(time), Some(published)) = (time.and_then(Time::entailed), published) else { return false };
    published.start - time.end > BACKGROUND * 86_400
}
