//! Which disaster a mention without "the" is of: a report tells of its quake or flood again and again as "a quake", and
//! of others only with what tells them apart: another day, another country, "another".

use std::ops::Range;

use super::discourse::{Discourse, Happening, Scene, Trigger};
use super::frames::Shape;
use super::lexicon::Class;
use super::nouns::{is_disjoint, own_time};
use super::tolls::is_past;
use crate::normalize::{TimeSpan, TimeValue};
use crate::value::{Time, TimeForm, country_of};

/// What befalls a whole country, so that two reports of one day in one article hardly ever tell of two.
const WIDE: &[&str] = &["quake", "landslide", "flood", "storm", "eruption", "tsunami"];

/// How long ago, in days, "two years after" must reach for what follows to be background.
const LONG: i64 = 60;

/// "A magnitude-6 quake can cause damage", "such quakes", "has not been hit by a quake in 25 years": no
/// single one.
pub(super) fn is_general(scene: &Scene<'_>, at: usize, action: &str) -> bool {
    let view = scene.clauses.view;
    if !WIDE.contains(&action) && action != "aftershock" {
        return false;
    }
    let word = |i: usize| view.str(i).to_ascii_lowercase();
    let before = at.saturating_sub(5).max(scene.clauses.sentence.start)..at;
    let each = before.clone().any(|i| matches!(&*word(i), "such" | "every" | "each" | "no" | "any" | "prone"));
    let able = matches!(&*word(at + 1), "can" | "could" | "may" | "might" | "would");
    // "Has not been hit by a quake in more than 25 years".
    let clause = scene.clauses.clause_start(at)..at;
    let indefinite = before.clone().any(|i| view.is(i, Class::AN));
    let never = indefinite && clause.clone().any(|i| view.is(i, Class::NOT)) && clause.clone().any(|i| view.is(i, Class::HAVE));
    each || able || never
}

/// Whether a disaster befalls a whole country.
pub(super) fn is_wide(action: &str) -> bool {
    WIDE.contains(&action)
}

impl Discourse {
    /// The disaster of the same kind that a mention without "the" tells of again, if nothing around it tells it apart.
    pub(super) fn taken_up(&self, scene: &Scene<'_>, at: usize, action: &str) -> Option<usize> {
        // "The last quake was in February, when a temblor rocked Osk": one and the same.
        let clauses = scene.clauses;
        let when = matches!(clauses.view.str(clauses.clause_start(at)), "when" | "where") && clauses.clause_of(at) > 0;
        if let Some(last) =
            self.it().filter(|i| when && self.happenings[*i].action == action && self.happenings[*i].sentence == self.sentence)
        {
            return Some(last);
        }
        if !WIDE.contains(&action) || is_apart(scene, at) {
            return None;
        }
        let told = |i: &usize| {
            let h = &self.happenings[*i];
            h.action == action && !is_past(scene, h.time) && !h.aside
        };
        let first = self.harm.filter(|i| self.happenings[*i].action == action);
        let known = first.or_else(|| (0..self.happenings.len()).find(told))?;
        let (own, time) = (time_of(scene, at), self.happenings[known].time);
        let other = own.is_some_and(|own| is_past(scene, Some(own)) || time.is_some_and(|t| is_disjoint(own, t) || is_unlike(own, t)));
        (!other && !is_abroad(scene, at, &self.happenings[known])).then_some(known)
    }
}

/// The time of a mention: at its noun, or in its clause.
fn time_of(scene: &Scene<'_>, at: usize) -> Option<Time> {
    let clauses = scene.clauses;
    let here = |t: &&TimeSpan| clauses.clause_of(t.tokens.start) == clauses.clause_of(at);
    // "The last quake was in February, when a temblor rocked Osk": the time stands before its clause.
    let when = matches!(clauses.view.str(clauses.clause_start(at)), "when" | "which" | "where");
    let before = |t: &&TimeSpan| when && clauses.clause_of(t.tokens.start) + 1 == clauses.clause_of(at);
    let opens = |t: &&TimeSpan| t.tokens.start <= clauses.sentence.start + 2;
    let near = scene.times.iter().filter(here).min_by_key(|t| t.tokens.start.abs_diff(at));
    let near = near.or_else(|| scene.times.iter().rfind(before)).or_else(|| scene.times.iter().find(opens));
    let time = |t: &TimeSpan| if let TimeValue::Time(time) = &t.value { Some(*time) } else { None };
    own_time(scene, at).or_else(|| near.and_then(time)).filter(|t| t.entailed().is_some() || is_partial(*t))
}

const fn is_partial(time: Time) -> bool {
    matches!(time.form, TimeForm::Weekday(_) | TimeForm::MonthOfYear(_))
}

/// Days and months of an undated report that cannot be one: two weekdays, two months; and a report calls the days of its own week by
/// their weekdays, and only what is long past by its month.
fn is_unlike(a: Time, b: Time) -> bool {
    use TimeForm::{MonthOfYear, Weekday};
    match (a.form, b.form) {
        (Weekday(x), Weekday(y)) | (MonthOfYear(x), MonthOfYear(y)) => x != y,
        (Weekday(_), MonthOfYear(_)) | (MonthOfYear(_), Weekday(_)) => true,
        _ => false,
    }
}

/// "Two years after Osk was destroyed in a quake", "elsewhere".
pub(super) fn is_apart(scene: &Scene<'_>, at: usize) -> bool {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let long = |t: &TimeSpan| match &t.value {
        TimeValue::Duration(d) => d.entailed().low.is_some_and(|low| low.trunc() > LONG * 86_400) || is_years(d.unit),
        _ => false,
    };
    let after = |t: &&TimeSpan| t.tokens.end <= at && matches!(view.str(t.tokens.end), "after" | "since" | "before") && long(t);
    let last = (at.saturating_sub(4).max(clauses.sentence.start)..at)
        .any(|i| matches!(&*view.str(i).to_ascii_lowercase(), "last" | "previous" | "earlier" | "similar") && view.str(i + 1) != "week");
    let elsewhere = last || (clauses.clause_start(at)..at).any(|i| matches!(&*view.str(i).to_ascii_lowercase(), "elsewhere"));
    elsewhere || scene.times.iter().any(|t| after(&t))
}

/// "Workers handed out water Monday to survivors of an earthquake": the day is not that of what stands in an attribute.
pub(super) fn is_aside(scene: &Scene<'_>, trigger: &Trigger, time: &Range<usize>) -> bool {
    let view = scene.clauses.view;
    // "The toll from the storm rose to 31 on Thursday".
    let rose = matches!(trigger.frame.shape, Shape::Disaster | Shape::Harm(_))
        && (trigger.token + 1..time.start).any(|i| view.is(i, Class::REACH))
        && !scene.times.iter().any(|t| t.tokens.end <= trigger.token && t.tokens.end + 2 >= trigger.token);
    if rose && time.start > trigger.token {
        return true;
    }
    if trigger.frame.shape != Shape::Disaster || time.start > trigger.token || !trigger.frame.nouns.contains(&view.str(trigger.token)) {
        return false;
    }
    let adjoins = time.end == trigger.token || view.str(time.end) == "'s";
    let noun =
        |i: &usize| *i > time.end && !view.is(*i, Class::AN.or(Class::THE)) && !view.is(*i, Class::PREP) && !view.str(*i).starts_with(',');
    let governor = (time.end..trigger.token).rev().find(|i| !noun(i) && !view.is(*i, Class::AN.or(Class::THE)));
    !adjoins && governor.is_some_and(|i| matches!(view.str(i), "of" | "from" | "after" | "following" | "to"))
}

/// "A quake shook the island and caused damage on Sunday": a clause that goes on telling of the sentence's only disaster.
pub(super) fn told_on<'t>(scene: &Scene<'_>, triggers: &'t [Trigger], time: &Range<usize>) -> Option<&'t Trigger> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let mut told = triggers.iter().filter(|t| t.frame.shape == Shape::Disaster && t.token < time.start);
    let only = told.next()?;
    if told.any(|t| t.event != only.event) {
        return None;
    }
    let start = clauses.clause_start(time.start);
    let verb = (start..time.start).find(|i| is_effect(view.str(*i)))?;
    // Nothing but "and" or a comma before the verb: the subject is the disaster.
    let bare = (start..verb).all(|i| view.is(i, Class::AND.or(Class::ADV)) || view.str(i) == ",");
    let other = (verb + 1..time.start).any(|i| view.is(i, Class::SAY.or(Class::BE).or(Class::HAVE)));
    (bare && clauses.clause_of(start) > clauses.clause_of(only.token) && !other).then_some(only)
}

/// What a disaster does, as a verb.
fn is_effect(word: &str) -> bool {
    matches!(
        word,
        "caused"
            | "causing"
            | "killed"
            | "killing"
            | "damaged"
            | "damaging"
            | "destroyed"
            | "destroying"
            | "struck"
            | "hit"
            | "shook"
            | "left"
            | "leaving"
            | "forced"
            | "triggered"
            | "swept"
            | "knocked"
            | "cut"
    )
}

fn is_years(unit: crate::value::DurationUnit) -> bool {
    matches!(unit, crate::value::DurationUnit::Year | crate::value::DurationUnit::Month)
}

/// Whether the clause places the mention in another country than that of what was told.
fn is_abroad(scene: &Scene<'_>, at: usize, told: &Happening) -> bool {
    let clauses = scene.clauses;
    let Some(place) = &told.place else { return false };
    let country = |p: &crate::value::Place| {
        country_of(&crate::text::letters(&p.name)).or_else(|| p.within.iter().find_map(|w| country_of(&crate::text::letters(w))))
    };
    let Some(home) = country(place) else { return false };
    let here = scene
        .chunks
        .iter()
        .filter(|(c, _)| c.place.is_some_and(|p| !p.adjective) && clauses.clause_of(c.tokens.start) == clauses.clause_of(at));
    let behind =
        here.filter(|(c, _)| c.tokens.start > at && matches!(clauses.view.str(c.tokens.start - 1), "in" | "near" | "hit" | "struck"));
    behind.filter_map(|(_, e)| e.map(|e| scene.place(e))).filter_map(|p| country(&p)).any(|c| c != home)
}
