//! Which time, place, duration or number belongs to which trigger.

use std::ops::Range;
use std::sync::Arc;

use super::almanac;
use super::clause::{Phrase, Who};
use super::discourse::{Discourse, Happening, Scene, Trigger, is_sides};
use super::frames::Shape;
use super::lexicon::Class;
use super::people::is_age;
use super::tolls::{background, disaster_of};
use crate::claim::{EntityKind, Modality, Polarity};
use crate::normalize::{QuantitySpan, TimeKind, TimeSpan, TimeValue};
use crate::value::{Duration, Quantity, Unit, Value};
use crate::words::List;

/// A claim before it gets its quote.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) event: usize,
    pub(super) attribute: Arc<str>,
    pub(super) subject: Option<usize>,
    pub(super) of: Option<Arc<str>>,
    pub(super) value: Value,
    /// The tokens of the value.
    pub(super) said: Range<usize>,
    /// The tokens of the quote.
    pub(super) quote: Range<usize>,
    pub(super) modality: Modality,
    pub(super) polarity: Polarity,
    /// The token that attribution is sought for.
    pub(super) at: usize,
}

impl Draft {
    /// What is told as so, of an event itself. `at` is the token that attribution is sought for.
    pub(super) fn told(event: usize, attribute: &str, value: Value, said: Range<usize>, quote: Range<usize>, at: usize) -> Self {
        let (modality, polarity) = (Modality::Asserted, Polarity::Positive);
        Self { event, attribute: attribute.into(), subject: None, of: None, value, said, quote, modality, polarity, at }
    }
}

/// Everything that a sentence's triggers claim.
pub(super) fn drafts(scene: &Scene<'_>, triggers: &[Trigger], discourse: &mut Discourse, out: &mut Vec<Draft>) {
    let start = out.len();
    for trigger in triggers {
        occurrence(trigger, out);
    }
    let mut used: Vec<usize> = Vec::new();
    first_since(scene, triggers, &mut used, out);
    used.extend(super::outages::outages(scene, triggers, discourse, out));
    for (i, time) in scene.times.iter().enumerate().filter(|(i, _)| !used.contains(i)) {
        let _ = i;
        match &time.value {
            TimeValue::Time(value) => when(scene, triggers, discourse, time, *value, out),
            TimeValue::Duration(value) => how_long(scene, triggers, time, value, out),
            TimeValue::Length(_) | TimeValue::Set(_) => {}
        }
    }
    // "In 2003 Osk was razed by a quake": of another year, even where a verb of its own keeps the time from being claimed.
    for trigger in triggers.iter().filter(|t| t.fresh && t.frame.shape == Shape::Disaster) {
        let time = &mut discourse.happenings[trigger.event].time;
        *time = time.or_else(|| background(scene, trigger));
    }
    known_days(scene, triggers, discourse, out);
    places(scene, triggers, discourse, out);
    for quantity in scene.quantities {
        numbers(scene, triggers, discourse, quantity, out);
    }
    super::quakes::quakes(scene, triggers, discourse, out);
    super::zeros::zeros(scene, triggers, discourse, out);
    super::whereabouts::whereabouts(scene, discourse, out);
    super::rescues::rescues(scene, discourse, start, out);
    super::ages::ages(scene, discourse, out);
    super::lifetimes::lifetimes(scene, discourse, out);
    super::takeovers::drafts(scene, discourse, out);
    super::deal_terms::drafts(scene, discourse, out);
    super::speech::speech(scene, triggers, discourse, out);
    super::states::states(scene, discourse, out);
    out[start..].sort_by_key(|d| (d.quote.start, d.quote.end));
}

/// "Weeks after X invaded Y, they met": the stretch belongs to the verb behind the comma, else to the last before it.
fn known_days(scene: &Scene<'_>, triggers: &[Trigger], discourse: &mut Discourse, out: &mut Vec<Draft>) {
    let view = scene.clauses.view;
    for (tokens, time) in almanac::told(view, &scene.clauses.sentence) {
        let fits = |t: &&Trigger| has_time(t) && !tokens.contains(&t.token) && !matches!(t.frame.shape, Shape::Status(_));
        let behind = || triggers.iter().filter(fits).find(|t| t.token >= tokens.end && view.str(tokens.end) == ",");
        let before = || triggers.iter().filter(fits).rev().find(|t| t.token < tokens.start && view.str(tokens.start - 1) != ",");
        let Some(trigger) = behind().or_else(before) else { continue };
        discourse.happenings[trigger.event].time.get_or_insert(time);
        out.push(Draft {
            event: trigger.event,
            attribute: "time".into(),
            subject: None,
            of: None,
            value: Value::Time(time),
            said: tokens.clone(),
            quote: reach(trigger, &tokens),
            modality: trigger.modality,
            polarity: trigger.polarity,
            at: trigger.token,
        });
    }
}

fn occurrence(trigger: &Trigger, out: &mut Vec<Draft>) {
    let draft = |attribute: &str, value| Draft {
        event: trigger.event,
        attribute: attribute.into(),
        subject: None,
        of: None,
        value,
        said: trigger.token..trigger.token + 1,
        quote: trigger.extent.clone(),
        modality: trigger.modality,
        polarity: trigger.polarity,
        at: trigger.token,
    };
    match trigger.frame.shape {
        Shape::Status(status) => out.push(draft("status", Value::Status(status))),
        Shape::Harm(_) => {}
        _ if trigger.fresh => out.push(draft("occurrence", Value::Boolean(true))),
        _ => {}
    }
}

/// The trigger that a value at `tokens` belongs to: in its own clause the nearest, else, for a phrase that opens the
/// sentence, the first.
fn owner<'t>(scene: &Scene<'_>, triggers: &'t [Trigger], tokens: &Range<usize>, fits: impl Fn(&Trigger) -> bool) -> Option<&'t Trigger> {
    let clauses = scene.clauses;
    let clause = clauses.clause_of(tokens.start);
    let fronted = |t: &Trigger| t.verbal || t.extent.start <= tokens.end + 1;
    let distance = |t: &&Trigger| {
        let after =
            if t.token >= tokens.end { 3 + t.token - tokens.end } else { tokens.start.saturating_sub(t.extent.end.max(t.token + 1)) };
        (after, t.token)
    };
    let own = triggers
        .iter()
        .filter(|t| fits(t) && clauses.clause_of(t.token) == clause && !barred(scene, t, tokens) && fronted(t))
        .min_by_key(distance);
    // "X, who has been mayor for four years, met Y": what the relative clause says is not said of the meeting.
    let aside = |t: &Trigger| clauses.is_relative(clause) && clauses.clause_of(t.token) != clause;
    let inside = triggers
        .iter()
        .filter(|t| fits(t) && !aside(t) && t.extent.start <= tokens.start && tokens.end <= t.extent.end)
        .min_by_key(distance);
    let opens = tokens.start <= clauses.sentence.start + 3 && clause == 0;
    let start = clauses.clause_start(tokens.start);
    let relative = matches!(clauses.view.str(start), "that" | "which" | "when");
    let antecedent = || {
        triggers.iter().rev().find(|t| {
            fits(t)
                && relative
                && t.token < start
                && clauses.clause_of(t.token) + 1 == clause
                && !triggers.iter().any(|o| clauses.clause_of(o.token) == clause)
        })
    };
    // "… in Porto in May, when they talked": the time stands before its clause.
    let end = clauses.clause_end(tokens.start);
    let next = || {
        triggers.iter().find(|t| {
            fits(t)
                && matches!(clauses.view.str(end), "when" | "where")
                && clauses.clause_of(t.token) == clause + 1
                && !triggers.iter().any(|o| clauses.clause_of(o.token) == clause)
        })
    };
    inside.or(own).or_else(antecedent).or_else(next).or_else(|| {
        triggers.iter().find(|t| fits(t) && opens && t.verbal && !triggers.iter().any(|o| clauses.clause_of(o.token) == clause))
    })
}

/// Whether a verb of its own stands between: "the visit was announced on Monday", "the talks, she said on Monday".
fn barred(scene: &Scene<'_>, trigger: &Trigger, tokens: &Range<usize>) -> bool {
    let view = scene.clauses.view;
    let (from, to) = if trigger.token < tokens.start {
        (trigger.extent.end.max(trigger.token + 1), tokens.start)
    } else {
        (tokens.end, trigger.extent.start)
    };
    (from..to).any(|i| {
        let passive =
            view.is(i, Class::BE) && view.str(i + 1).ends_with("ed") && !view.is(i + 1, Class::PLAN.or(Class::EXPECT).or(Class::LIGHT));
        let said = view.is(i, Class::SAY) && !view.is(i, Class::LIGHT);
        passive || said
    })
}

fn reach(trigger: &Trigger, value: &Range<usize>) -> Range<usize> {
    trigger.extent.start.min(value.start)..trigger.extent.end.max(value.end)
}

fn has_time(trigger: &Trigger) -> bool {
    let back = matches!(trigger.frame.shape, Shape::Deal(_)) && !trigger.fresh;
    !matches!(trigger.frame.shape, Shape::Harm("missing")) && !back
}

fn when(
    scene: &Scene<'_>,
    triggers: &[Trigger],
    discourse: &mut Discourse,
    span: &TimeSpan,
    value: crate::value::Time,
    out: &mut Vec<Draft>,
) {
    let view = scene.clauses.view;
    let before = view.str(span.tokens.start.wrapping_sub(1)).to_ascii_lowercase();
    let vague = value.form.interval().is_none()
        && matches!(value.form, crate::value::TimeForm::Present | crate::value::TimeForm::Past | crate::value::TimeForm::Future);
    let clause = scene.clauses.clause_start(span.tokens.start);
    // "By 6:40 the fire was under control": what was so then began before.
    let clock =
        matches!(value.form, crate::value::TimeForm::Minute(_) | crate::value::TimeForm::Hour(..) | crate::value::TimeForm::Clock(..));
    if vague
        || matches!(before.as_str(), "since" | "until")
        || before == "by" && clock
        || almanac::is_counted_from(view, clause, span.tokens.start)
    {
        return;
    }
    let found = owner(scene, triggers, &span.tokens, has_time).filter(|t| !super::recurrence::is_aside(scene, t, &span.tokens));
    let Some(trigger) = found.or_else(|| super::recurrence::told_on(scene, triggers, &span.tokens)) else { return };
    // What was planned is when it was planned for: "postponed a February trip".
    let said_plan = (trigger.token + 1..span.tokens.start).any(|i| view.is(i, Class::PLAN));
    let planned = matches!(trigger.frame.shape, Shape::Status(_));
    let inside = trigger.extent.start <= span.tokens.start && span.tokens.end <= trigger.extent.end;
    if planned && !inside && !said_plan {
        return;
    }
    let modality = if planned || said_plan { Modality::Planned } else { trigger.modality };
    // "Before dawn on Monday": that Monday, and no part of it that is told.
    let value = match value.form {
        crate::value::TimeForm::Part(day, _) if matches!(before.as_str(), "before" | "after") => {
            value.with_form(crate::value::TimeForm::Day(day))
        }
        _ => value,
    };
    let value = if modality == Modality::Planned { nearest(scene, span, value) } else { value };
    let event =
        if matches!(trigger.frame.shape, Shape::Harm(_)) { disaster_of(scene, triggers, discourse, trigger) } else { trigger.event };
    // "A quake hit Kivi in February, killing 12": the quote is of the quake.
    let told = triggers.iter().find(|t| {
        t.event == event && t.token < span.tokens.start && scene.clauses.clause_of(t.token) == scene.clauses.clause_of(span.tokens.start)
    });
    let quote = reach(told.filter(|_| event != trigger.event).unwrap_or(trigger), &span.tokens);
    // A clock time that names no day is of the event's day, wherever that is told.
    let clock = !super::clocks::is_dated(scene, &span.tokens)
        && matches!(value.form, crate::value::TimeForm::Minute(_) | crate::value::TimeForm::Hour(..));
    let clock = clock && trigger.frame.shape == Shape::Disaster;
    let value = super::clocks::zoned(scene, span.tokens.end, value);
    let value = if clock { super::clocks::on_day(value, discourse.happenings[event].time) } else { value };
    if clock {
        discourse.floating.push((event, span.tokens.start..super::clocks::zone_end(scene, span.tokens.end)));
    }
    let happening = &mut discourse.happenings[event];
    let finer = |t: crate::value::Time| t.entailed().map_or(i64::MAX, |i| i.end - i.start);
    let conflicts = happening.time.is_some_and(|t| matches!((t.entailed(), value.entailed()), (Some(a), Some(b)) if !a.overlaps(b)));
    if conflicts {
        return;
    }
    if !clock && happening.time.is_none_or(|t| finer(value) < finer(t)) {
        happening.time = Some(value);
    }
    out.push(Draft {
        event,
        attribute: "time".into(),
        subject: None,
        of: None,
        value: Value::Time(value),
        said: span.tokens.start..super::clocks::zone_end(scene, span.tokens.end),
        quote,
        modality,
        polarity: Polarity::Positive,
        at: trigger.token,
    });
}

/// A plan's month without a year, read as the one behind, where the one to come lies nearer to the article.
fn nearest(scene: &Scene<'_>, span: &TimeSpan, value: crate::value::Time) -> crate::value::Time {
    let (crate::value::TimeForm::Month(year, month), Some(day)) = (value.form, scene.published) else { return value };
    let bare = !span.tokens.clone().any(|i| scene.clauses.view.str(i).starts_with(|c: char| c.is_ascii_digit()));
    let back = (i32::from(day.year()) * 12 + i32::from(day.month())) - (i32::from(year) * 12 + i32::from(month));
    let form = crate::value::TimeForm::Month(year.saturating_add(1), month);
    if bare && (7..12).contains(&back) && span.tokens.len() == 1 { value.with_form(form) } else { value }
}

fn how_long(scene: &Scene<'_>, triggers: &[Trigger], span: &TimeSpan, value: &Duration, out: &mut Vec<Draft>) {
    let view = scene.clauses.view;
    let before = view.str(span.tokens.start.wrapping_sub(1)).to_ascii_lowercase();
    let behind = view.str(span.tokens.end).to_ascii_lowercase();
    let start = span.tokens.start;
    // "will last three days": a verb, also where "last three days" was read as one.
    let verb = if before == "last" { start.wrapping_sub(1) } else { start };
    let helper = Class::WILL.or(Class::MAY).or(Class::TO).or(Class::NOT);
    let lasts = view.str(verb) == "last" && verb > 0 && view.is(verb - 1, helper);
    if (List::NoLength.has(before.as_str()) && !lasts)
        || matches!(behind.as_str(), "ago" | "later" | "earlier" | "before" | "after" | "old" | "away")
    {
        return;
    }
    let lasting =
        |t: &Trigger| is_sides(t.frame) || matches!(t.frame.shape, Shape::Journey) || matches!(t.frame.action, "phone" | "sentence");
    let Some(trigger) = owner(scene, triggers, &span.tokens, lasting) else {
        return;
    };
    let premodifier = span.tokens.end <= trigger.token && trigger.token - span.tokens.end <= 6;
    let told = before == "for"
        || lasts
        || (start == trigger.token + 1 && view.str(trigger.token).starts_with("spen"))
        || behind == "of"
        || (trigger.frame.action == "sentence" && before == "to")
        || view.is(span.tokens.start.wrapping_sub(1), Class::LAST.or(Class::ADV))
        || premodifier;
    if !told {
        return;
    }
    out.push(Draft {
        event: trigger.event,
        attribute: "duration".into(),
        subject: None,
        of: None,
        value: Value::Duration(value.clone()),
        said: span.tokens.clone(),
        quote: reach(trigger, &span.tokens),
        modality: trigger.modality,
        polarity: Polarity::Positive,
        at: trigger.token,
    });
}

/// "the first visit … in five years", "the first … since October 2018".
fn first_since(scene: &Scene<'_>, triggers: &[Trigger], used: &mut Vec<usize>, out: &mut Vec<Draft>) {
    let view = scene.clauses.view;
    for at in scene.clauses.sentence.clone().filter(|i| view.is(*i, Class::FIRST)) {
        let determined = (at.saturating_sub(1)..at).any(|i| view.is(i, Class::THE.or(Class::HIS)) || view.str(i) == "'s");
        let span = scene.times.iter().enumerate().find(|(_, t)| {
            let before = view.str(t.tokens.start.wrapping_sub(1));
            let since = before == "since" && matches!(t.kind, TimeKind::Date | TimeKind::Time);
            let within = matches!(before, "in" | "for") && matches!(t.value, TimeValue::Duration(_));
            t.tokens.start > at && t.tokens.start < at + 28 && (since || within)
        });
        let (Some((i, span)), true) = (span, determined) else { continue };
        let near = |t: &&Trigger| matches!(t.frame.shape, Shape::Journey) || is_sides(t.frame);
        let Some(trigger) = triggers.iter().filter(near).min_by_key(|t| t.token.abs_diff(at)) else { continue };
        let value = match &span.value {
            TimeValue::Time(t) => Value::Time(*t),
            TimeValue::Duration(d) => Value::Duration(d.clone()),
            TimeValue::Length(_) | TimeValue::Set(_) => continue,
        };
        used.push(i);
        out.push(Draft::told(trigger.event, "first-since", value, span.tokens.clone(), at - 1..span.tokens.end, at));
    }
}

fn places(scene: &Scene<'_>, triggers: &[Trigger], discourse: &mut Discourse, out: &mut Vec<Draft>) {
    let view = scene.clauses.view;
    for phrase in &scene.clauses.phrases {
        let [Who::Entity(entity)] = phrase.who.as_slice() else { continue };
        let from = phrase.tokens.start;
        // "In eastern Norway".
        let behind = from - usize::from(is_region(view.str(from.wrapping_sub(1))));
        let local = (phrase.governed || behind < from)
            && (matches!(view.str(behind.wrapping_sub(1)), "in" | "In" | "at" | "At" | "near" | "Near" | "on" | "of" | "above" | "from")
                || super::possessors::is_where(view, &phrase.tokens));
        if scene.entities.all[*entity].kind != EntityKind::Place
            || (!local && !grounds(scene, from) && !is_capital(scene, from) && !is_struck(scene, from))
            || (view.str(from.wrapping_sub(1)) == "of" && !part_of(scene, from))
        {
            continue;
        }
        // Where a quake was felt is not where it was.
        let felt = (scene.clauses.clause_start(from)..from).any(|i| matches!(view.str(i), "felt" | "heard" | "visible"));
        let adjective = view.words.get(phrase.tokens.end).is_some_and(|w| *w == crate::english::lexicon::Word::default())
            && view.str(phrase.tokens.end).starts_with(|c: char| c.is_ascii_lowercase());
        let dated = scene.times.iter().any(|t| t.tokens.start == phrase.tokens.end);
        let named = List::PeopledPlaces.has(view.str(phrase.tokens.end)) && view.str(phrase.tokens.end + 1) != "of";
        let adjective =
            adjective && !(named && !view.is(phrase.tokens.start, Class::AN) && !view.is(phrase.tokens.start.wrapping_sub(1), Class::AN));
        // "Osk Island of Kivi": the name of the island comes behind.
        let generic = view.str(phrase.tokens.end) == "of" && List::PeopledPlaces.has(&view.str(phrase.tokens.end - 1).to_ascii_lowercase());
        // "35 miles from Osk", "south of Osk" tells where it was not.
        let off = scene.quantities.iter().any(|q| {
            q.tokens.end <= from
                && from - q.tokens.end <= 8
                && super::whereabouts::bearing(scene, q).is_some_and(|b| b.1 == phrase.tokens.end)
        });
        if view.str(from.wrapping_sub(1)) == "from" || felt || generic || off || (adjective && !dated) || is_of_source(scene, phrase) {
            continue;
        }
        let made = |t: &Trigger| matches!(t.frame.shape, Shape::Deal(_)) && t.fresh && view.str(from.wrapping_sub(1)) != "of";
        let takes = |t: &Trigger| is_sides(t.frame) || matches!(t.frame.shape, Shape::Disaster | Shape::Harm(_)) || made(t);
        let Some(trigger) = owner(scene, triggers, &phrase.tokens, takes).filter(|t| {
            t.token < phrase.tokens.start || phrase.tokens.end == t.token || is_when(scene, phrase) || is_fronted(scene, phrase, t)
        }) else {
            continue;
        };
        let event =
            if matches!(trigger.frame.shape, Shape::Harm(_)) { disaster_of(scene, triggers, discourse, trigger) } else { trigger.event };
        let happening: &mut Happening = &mut discourse.happenings[event];
        let place = scene.place(*entity);
        if happening.place.is_none() {
            happening.place = Some(place.clone());
        }
        out.push(Draft {
            event,
            attribute: "place".into(),
            subject: None,
            of: None,
            value: Value::Place(place),
            said: phrase.tokens.clone(),
            quote: reach(trigger, &phrase.tokens),
            modality: trigger.modality,
            polarity: Polarity::Positive,
            at: trigger.token,
        });
    }
}

/// "in Porto in May, when they talked": the place stands before its clause.
fn is_when(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    scene.clauses.view.str(scene.clauses.clause_end(phrase.tokens.start)) == "when"
}

/// "..., the fire service in Osk said": where those are who say so.
fn is_of_source(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let view = scene.clauses.view;
    let start = phrase.tokens.start;
    let comma = (scene.clauses.sentence.start..start).rev().take(8).find(|i| view.str(*i) == ",");
    let plain = |i: usize| view.words[i].verb.is_none();
    let says = (phrase.tokens.end..phrase.tokens.end + 2).find(|i| view.is(*i, Class::SAY) && !view.is(*i, Class::LIGHT));
    says.is_some() && comma.is_some_and(|c| (c + 1..start).all(plain))
}

/// "In Porto on Monday an explosion hurt two": at the head of its sentence, and no place behind what happened says more.
fn is_fronted(scene: &Scene<'_>, phrase: &Phrase, trigger: &Trigger) -> bool {
    let place = |p: &Phrase| matches!(p.who.as_slice(), [Who::Entity(e)] if scene.entities.all[*e].kind == EntityKind::Place);
    let behind = || scene.clauses.phrases.iter().any(|p| p.tokens.start > trigger.token && place(p));
    phrase.tokens.start == scene.clauses.sentence.start + 1 && !behind()
}

/// "Eastern", "north-central", "coastal": which part of a country.
fn is_region(word: &str) -> bool {
    List::Regions.has(word)
}

/// "in the Estonian capital, Tallinn,".
fn is_capital(scene: &Scene<'_>, at: usize) -> bool {
    let view = scene.clauses.view;
    at >= 4
        && view.str(at - 1) == ","
        && matches!(view.str(at - 2), "capital" | "city" | "town" | "village" | "port")
        && (at.saturating_sub(7)..at - 2).any(|i| matches!(view.str(i), "in" | "at" | "near"))
}

/// "an earthquake struck Kivi", "has hit parts of southern Norway".
fn is_struck(scene: &Scene<'_>, at: usize) -> bool {
    let view = scene.clauses.view;
    let disaster = |i: usize| view.words[i].noun.is_some_and(|f| f.shape == Shape::Disaster);
    let light = |i: &usize| {
        view.is(*i, Class::THE.or(Class::AN))
            || List::LightBeforePlace.has(view.str(*i))
            || view.str(*i).ends_with("ern")
            || view.str(*i) == "central"
    };
    let Some(verb) = (scene.clauses.sentence.start..at).rev().take(9).find(|i| !light(i)) else { return false };
    let struck = List::Strikes.has(view.str(verb));
    let from = scene.clauses.sentence.start.max(verb.saturating_sub(12));
    struck && (from..verb).any(disaster)
}

/// "on the grounds of Lisbon's X Palace": the possessor is a place, and so is what it possesses.
fn grounds(scene: &Scene<'_>, at: usize) -> bool {
    at >= 2 && scene.clauses.view.str(at - 1) == "'s"
}

fn part_of(scene: &Scene<'_>, at: usize) -> bool {
    let view = scene.clauses.view;
    (at.saturating_sub(5)..at).any(|i| List::PartsOfPlace.has(view.str(i)))
}

/// "killed 12 people, not 40": the figure that does not hold. "Not fewer than 12" holds.
fn is_contrast(scene: &Scene<'_>, at: usize) -> bool {
    let view = scene.clauses.view;
    let Some(before) = at.checked_sub(1).filter(|i| scene.clauses.sentence.contains(i)) else { return false };
    view.str(before).eq_ignore_ascii_case("not") && !matches!(view.str(at), "fewer" | "less" | "more" | "under" | "over")
}

fn numbers(scene: &Scene<'_>, triggers: &[Trigger], discourse: &mut Discourse, span: &QuantitySpan, out: &mut Vec<Draft>) {
    let view = scene.clauses.view;
    let quantity = &span.value;
    let clauses = scene.clauses;
    if super::shares::share(scene, triggers, discourse, span, out) {
        return;
    }
    let part = view.str(span.tokens.end) == "of" && span.noun.as_ref().is_none_or(|n| n.start <= span.tokens.end);
    let unit = quantity.unit.as_str();
    if part || view.str(span.tokens.end) == "more" || is_contrast(scene, span.tokens.start) {
        return;
    }
    // Of money that several countries call so ("rupees") only what something goes for is told apart from parts and forecasts.
    let goes_for = view.str(span.tokens.start.wrapping_sub(1)) == "for" && quantity.unit.is_money() && !unit.contains('/');
    let money = unit == "$" || goes_for || (unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()));
    let draft = |event, attribute: &str, trigger: &Trigger| {
        let end = span.noun.as_ref().map_or(span.tokens.end, |n| n.end.max(span.tokens.end));
        Draft {
            event,
            attribute: attribute.into(),
            subject: None,
            of: None,
            value: Value::Quantity(quantity.clone()),
            said: span.tokens.start..end,
            quote: reach(trigger, &(span.tokens.start..end)),
            modality: trigger.modality,
            polarity: Polarity::Positive,
            at: trigger.token,
        }
    };
    // "$22 million a year" is a rate, not a price.
    let per = matches!(view.str(span.tokens.end), "a" | "per" | "annually" | "apiece" | "each" | "an");
    // "…, of which $281 million in cash": a part.
    let part = (span.tokens.start.saturating_sub(3).max(clauses.sentence.start)..span.tokens.start)
        .any(|i| view.str(i) == "which" && view.str(i - 1) == "of");
    if money && (per || part) {
        return;
    }
    if money {
        if super::damage::losses(scene, triggers, discourse, span, out) {
            return;
        }
        let paid = |t: &Trigger| matches!(t.frame.shape, Shape::Purchase | Shape::Sale);
        if let Some(trigger) = owner(scene, triggers, &span.tokens, paid) {
            out.push(draft(trigger.event, "cost", trigger));
        }
        return;
    }
    if super::quakes::magnitude(scene, triggers, discourse, span, out) {
        return;
    }
    let start = span.tokens.start;
    if matches!(unit, "job" | "post" | "position") {
        if let Some(trigger) = owner(scene, triggers, &span.tokens, |t| t.frame.shape == Shape::Jobs) {
            out.push(draft(trigger.event, "jobs", trigger));
        }
        return;
    }
    // "Rose from 38 to 41": what it moved to is the figure that holds.
    let moved = quantity.upper.filter(|_| view.str(span.tokens.start.wrapping_sub(1)) == "from");
    let quantity = &moved.and_then(|_| quantity.moved_to()).unwrap_or_else(|| quantity.clone());
    let low = |i: usize| view.str(i).to_lowercase();
    if start > 1 && is_age(&low(start - 2), view.str(start - 1), view.str(span.tokens.end)) {
        return;
    }
    if super::damage::damage(scene, triggers, discourse, span, out) {
        return;
    }
    // "At 2400 block of Alder Street".
    if unit == "block" || matches!(view.str(span.tokens.end), "block" | "blocks") {
        return;
    }
    let people = unit.is_empty() || List::CountedPeople.has(unit) || super::damage::is_people(unit);
    if !people || !quantity.amount.is_integer() || quantity.change.is_some() {
        return;
    }
    // "rose from 38 to 41": the figure that no longer holds. "14 Harbour Street": a house.
    let from = moved.is_none()
        && view.str(span.tokens.start.wrapping_sub(1)) == "from"
        && view.is(span.tokens.start.saturating_sub(2), Class::REACH);
    let street = |i: usize| matches!(view.str(i), "Street" | "Road" | "Avenue" | "Lane" | "Square" | "Drive");
    let house = scene.chunks.iter().any(|(c, _)| c.tokens.start == span.tokens.end && street(c.tokens.end - 1));
    // "A city of 500,000 people", "an island home to 3,000": who lives there.
    let two_before = view.str(start.wrapping_sub(2));
    let peopled = match view.str(start.wrapping_sub(1)) {
        "of" => List::PeopledPlaces.has(two_before) || List::Parents.has(two_before),
        "to" => two_before == "home",
        _ => false,
    };
    // "A bus carrying 40 tourists crashed, killing 12": who was aboard.
    let aboard = matches!(view.str(start.wrapping_sub(1)), "carrying" | "ferrying" | "transporting" | "aboard" | "holding");
    // "Died in prison at 77": an age.
    let dies = |i: usize| matches!(view.str(i), "die" | "dies" | "died" | "dead");
    let aged = unit.is_empty() && view.str(start.wrapping_sub(1)) == "at" && (clauses.clause_start(start)..start).any(dies);
    // "The man killed in the crash was 41": an age as well, and "the number of dead was 41" a toll.
    let toll = |i: usize| matches!(view.str(i), "number" | "toll" | "total" | "count" | "figure" | "tally");
    let was = unit.is_empty() && span.noun.is_none() && matches!(view.str(start.wrapping_sub(1)), "was" | "is");
    let theirs = was && !(clauses.sentence.start..start).any(toll);
    // "Killed 18 of the 43 people on board": whom they are of.
    let definite = matches!(view.str(start.wrapping_sub(1)), "the" | "its" | "their" | "those" | "these");
    let part = |i: usize| {
        let counted = scene.quantities.iter().any(|q| q.tokens.end == i + 1);
        counted || matches!(view.str(i), "some" | "most" | "half" | "many" | "none" | "few" | "several" | "third" | "quarter")
    };
    let based = definite && view.str(start.wrapping_sub(2)) == "of" && start.checked_sub(3).is_some_and(part);
    if from || house || peopled || aboard || aged || theirs || based {
        return;
    }
    // "12 dead and 14 hurt": a count behind a noun of harm and a conjunction is another's.
    let is_noun = |t: &Trigger| t.frame.nouns.contains(&view.str(t.token));
    let joined = |t: &Trigger| is_noun(t) && (t.token + 1..start).any(|i| view.is(i, Class::AND) || view.str(i) == ",");
    let harm = |t: &Trigger| matches!(t.frame.shape, Shape::Harm(_)) && !joined(t);
    let whole = span.noun.as_ref().map_or(span.tokens.end, |n| n.end.max(span.tokens.end));
    let here = |t: &&Trigger| clauses.clause_of(t.token) == clauses.clause_of(span.tokens.end - 1);
    // "Ten were killed and at least 50 injured": the word right behind the count.
    let next = |t: &&Trigger| {
        matches!(t.frame.shape, Shape::Harm(_)) && (t.token == whole || (t.token == whole + 1 && view.is(whole, Class::ADV)))
    };
    let told = triggers.iter().find(next).or_else(|| owner(scene, triggers, &span.tokens, harm).filter(here));
    let Some(trigger) = told.or_else(|| behind_part(scene, triggers, &(start..whole))) else { return };
    let Shape::Harm(attribute) = trigger.frame.shape else { return };
    let event = disaster_of(scene, triggers, discourse, trigger);
    let mut draft = draft(event, attribute, trigger);
    // Every toll counts people; which of them, where not all, is its part.
    draft.of = List::PartsOfPeople.get(unit).map(Arc::from);
    draft.value = Value::Quantity(Quantity { unit: Unit::new("person"), ..quantity.clone() });
    out.push(draft);
}

/// "Ten people, including three children, were killed": a part stands between the count and its verb.
fn behind_part<'t>(scene: &Scene<'_>, triggers: &'t [Trigger], count: &Range<usize>) -> Option<&'t Trigger> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let part = matches!(view.str(count.end + 1), "including" | "among" | "most" | "many" | "some" | "mostly" | "half");
    if view.str(count.end) != ","
        || !part
        || scene
            .quantities
            .iter()
            .any(|q| q.tokens.end <= count.start && clauses.clause_of(q.tokens.start) == clauses.clause_of(count.start))
    {
        return None;
    }
    let helper = Class::BE.or(Class::HAVE).or(Class::ADV);
    triggers.iter().filter(|t| matches!(t.frame.shape, Shape::Harm(_)) && t.polarity == Polarity::Positive).find(|t| {
        let comma = clauses.clause_start(t.token);
        let own = clauses.clause_of(t.token) == clauses.clause_of(count.start) + 1 && view.str(comma) == ",";
        own && view.words[t.token].verb.is_some() && (comma + 1..t.token).all(|i| view.is(i, helper))
    })
}
