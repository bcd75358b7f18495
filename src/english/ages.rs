//! Ages that stand beside a name: "Ada Okafor, 58,", "58-year-old Ada Okafor".
//!
//! `lifetimes` knows birthdays, `persons` the people of crime news. This file does not know them.

use super::clause::{Phrase, Who};
use super::discourse::{Discourse, Happening, Scene, is_person};
use super::lexicon::Class;
use super::values::Draft;
use crate::claim::EntityKind;
use crate::value::{Number, Quantity, Value};
use crate::words::List;

/// "Ada Okafor, 58," gives her age.
pub(super) fn ages(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    for phrase in &scene.clauses.phrases {
        let [Who::Entity(entity)] = phrase.who.as_slice() else { continue };
        if scene.entities.all[*entity].kind == EntityKind::Place {
            continue;
        }
        let told = years_old(scene, phrase).filter(|_| is_person(scene, *entity)).or_else(|| bare_age(scene, phrase));
        let Some((at, years)) = told else { continue };
        discourse.happenings.push(Happening::new("state", vec![(*entity, None)]));
        out.push(Draft {
            subject: Some(*entity),
            ..Draft::told(
                discourse.happenings.len() - 1,
                "age",
                Value::Quantity(Quantity::new(Number::from_int(years), "year-old")),
                at..at + 1,
                phrase.tokens.start.min(at)..phrase.tokens.end.max(at + 1),
                at,
            )
        });
    }
}

fn years_at(scene: &Scene<'_>, at: usize) -> Option<(usize, i64)> {
    scene.clauses.view.str(at).parse::<i64>().ok().filter(|n| (1..120).contains(n)).map(|years| (at, years))
}

/// "Ada Okafor, 58,".
fn bare_age(scene: &Scene<'_>, phrase: &Phrase) -> Option<(usize, i64)> {
    let view = scene.clauses.view;
    // "Ivo Brandt, Jr., 28": the suffix belongs to the name.
    let end = phrase.tokens.end;
    let at = if view.str(end) == "," && List::NameSuffixes.has(view.str(end + 1)) { end + 3 } else { end + 1 };
    let opened = matches!(view.str(at - 1), "," | "(");
    // "Okafor, now 58,": as of the day of the article.
    let at = at + usize::from(opened && view.str(at) == "now");
    let closed = matches!(view.str(at + 1), "," | "." | ")") && opened;
    years_at(scene, at).filter(|_| closed)
}

/// "Ada Okafor, a 58-year-old farmer", "58-year-old Ada Okafor", "Ada Okafor, aged 58".
fn years_old(scene: &Scene<'_>, phrase: &Phrase) -> Option<(usize, i64)> {
    let view = scene.clauses.view;
    let spelled = |at: usize| (0..4).all(|i| view.str(at + 1 + i) == ["-", "year", "-", "old"][i]);
    let end = phrase.tokens.end;
    let thing = |i: usize| List::AgedThings.has(view.str(i));
    if view.str(end) == "," && view.is(end + 1, Class::AN) && spelled(end + 2) && !(end + 7..end + 9).any(thing) {
        return years_at(scene, end + 2);
    }
    if view.str(end) == "," && view.str(end + 1) == "aged" {
        return years_at(scene, end + 2);
    }
    let before = phrase.tokens.start.checked_sub(5).filter(|at| *at >= scene.clauses.sentence.start && spelled(*at))?;
    // "Then-15-year-old Ada Okafor" is older now.
    if before.checked_sub(2).is_some_and(|i| view.str(i).eq_ignore_ascii_case("then")) {
        return None;
    }
    years_at(scene, before)
}
