//! Ages without a name beside them, and birthdays: "the 28-year-old", "who turns 29 on 11 April".

use std::ops::Range;

use super::clause::Who;
use super::discourse::{Discourse, Happening, Scene, is_person};
use super::lexicon::Class;
use super::values::Draft;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::normalize::TimeValue;
use crate::value::{Number, Quantity, Time, TimeForm, Value};

/// Nobody is known to have grown older.
const OLDEST: i64 = 122;

/// Adds the birthdays and the ages by epithet of a sentence.
pub(super) fn lifetimes(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    for at in scene.clauses.sentence.clone() {
        birthday(scene, discourse, at, out);
        epithet(scene, discourse, at, out);
    }
}

fn years(scene: &Scene<'_>, at: usize) -> Option<i64> {
    scene.clauses.view.str(at).parse::<i64>().ok().filter(|n| (1..=OLDEST).contains(n))
}

/// "X will turn 29 in April", "X, who turned 40 on Monday", "X will be 29 in April".
fn birthday(scene: &Scene<'_>, discourse: &mut Discourse, at: usize, out: &mut Vec<Draft>) {
    let view = scene.clauses.view;
    let will = (at.saturating_sub(2)..at).any(|i| view.is(i, Class::WILL));
    let (turns, modality) = match view.str(at) {
        "turned" => (true, Modality::Asserted),
        "turns" | "turn" | "turning" => (true, Modality::Expected),
        "be" if will => (false, Modality::Expected),
        _ => return,
    };
    let Some(age) = years(scene, at + 1) else { return };
    let behind = view.str(at + 2);
    let time = scene.times.iter().find(|t| t.tokens.start >= at + 2 && t.tokens.start <= at + 4 && matches!(t.value, TimeValue::Time(_)));
    let closed = matches!(behind, "," | "." | ")" | ";" | "—" | "-" | "") || view.is(at + 2, Class::AND);
    if !(time.is_some() || (turns && closed)) {
        return;
    }
    let Some((who, start)) = celebrant(scene, discourse, at) else { return };
    discourse.happenings.push(Happening::new("birthday", vec![(who, None)]));
    let event = discourse.happenings.len() - 1;
    let end = time.map_or(at + 2, |t| t.tokens.end);
    let draft = |attribute: &str, subject, value, said: Range<usize>| Draft {
        event,
        attribute: attribute.into(),
        subject,
        of: None,
        value,
        said,
        quote: start..end,
        modality,
        polarity: Polarity::Positive,
        at,
    };
    out.push(draft("age", Some(who), Value::Quantity(Quantity::new(Number::from_int(age), "year-old")), at + 1..at + 2));
    if let Some(span) = time
        && let TimeValue::Time(value) = span.value
    {
        let value = if modality == Modality::Expected { to_come(scene, value) } else { value };
        discourse.happenings[event].time = Some(value);
        out.push(draft("time", None, Value::Time(value), span.tokens.clone()));
    }
}

/// A day or a month without its year, read as the one behind, where the birthday is still to come.
fn to_come(scene: &Scene<'_>, value: Time) -> Time {
    let Some(day) = scene.published.filter(|d| value.entailed().zip(Time::day(*d).entailed()).is_some_and(|(t, d)| t.end <= d.start))
    else {
        return value;
    };
    let next = match value.form {
        TimeForm::Day(d) if day.year() - d.year() <= 1 => jiff::civil::Date::new(d.year() + 1, d.month(), d.day()).ok().map(TimeForm::Day),
        TimeForm::Month(y, m) if day.year() - y <= 1 => Some(TimeForm::Month(y + 1, m)),
        _ => None,
    };
    next.map_or(value, |form| value.with_form(form))
}

/// Whose birthday it is, and where that is told from.
fn celebrant(scene: &Scene<'_>, discourse: &Discourse, at: usize) -> Option<(usize, usize)> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let mut start = at;
    while start > clauses.sentence.start && view.is(start - 1, Class::WILL.or(Class::ADV).or(Class::HAVE).or(Class::BE)) {
        start -= 1;
    }
    let relative = start.checked_sub(1).filter(|i| view.str(*i) == "who");
    let phrase = match relative {
        Some(who) => clauses.phrases.iter().rfind(|p| p.tokens.end <= who && p.tokens.end + 3 >= who),
        None => clauses.subject(start),
    }?;
    let who = discourse.who(scene, phrase, None).into_iter().find(|e| is_person(scene, *e))?;
    Some((who, relative.unwrap_or(phrase.tokens.start)))
}

/// "the 28-year-old": whom the sentence before told of, or whom the offers of the article are made to.
fn epithet(scene: &Scene<'_>, discourse: &mut Discourse, at: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let spelled = (0..4).all(|i| view.str(at + 1 + i) == ["-", "year", "-", "old"][i]);
    let Some(age) = years(scene, at).filter(|_| spelled && at > clauses.sentence.start && view.is(at - 1, Class::THE)) else { return };
    let person = |e: usize| scene.entities.all[e].kind != EntityKind::Place && is_person(scene, e);
    let named = clauses.phrases.iter().any(|p| {
        p.tokens.start >= at
            && p.tokens.start <= at + 8
            && !p.governed
            && !p.possessive
            && matches!(p.who[..], [Who::Entity(e)] if person(e))
    });
    let opens = at == clauses.sentence.start + 1;
    let dealt = || discourse.deals.told.last().and_then(|_| discourse.last_recipient());
    // Where several people are named, or some came to harm, the one meant is anybody's guess.
    let alone = || discourse.harm.is_none() && scene.entities.all.iter().filter(|e| e.kind == EntityKind::Person).count() < 2;
    let who = dealt().or_else(|| discourse.he(None).filter(|_| opens && alone()));
    let Some(who) = who.filter(|_| !named) else { return };
    discourse.happenings.push(Happening::new("state", vec![(who, None)]));
    out.push(Draft {
        subject: Some(who),
        ..Draft::told(
            discourse.happenings.len() - 1,
            "age",
            Value::Quantity(Quantity::new(Number::from_int(age), "year-old")),
            at..at + 1,
            at - 1..at + 5,
            at,
        )
    });
}
