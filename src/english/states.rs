//! Standing states of affairs: who ranks above whom, who is the most of a kind.

use super::clause::Who;
use super::discourse::{Discourse, Happening, Scene, is_person};
use super::lexicon::Class;
use super::reference::span_text;
use super::values::Draft;
use crate::value::Value;

/// Adds the ranks and superlatives of a sentence.
pub(super) fn states(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    let clauses = scene.clauses;
    for at in clauses.sentence.clone().filter(|i| clauses.view.is(*i, Class::BE) || is_standing(clauses.view.str(*i))) {
        rank(scene, discourse, at, out);
        superlative(scene, discourse, at, out);
    }
}

fn is_standing(word: &str) -> bool {
    matches!(word, "remains" | "remained" | "ranks" | "ranked" | "stands" | "sits" | "became")
}

fn open(discourse: &mut Discourse, who: impl IntoIterator<Item = usize>) -> usize {
    let mut participants: Vec<(usize, Option<&'static str>)> = Vec::new();
    for e in who {
        if !participants.iter().any(|p| p.0 == e) {
            participants.push((e, None));
        }
    }
    discourse.happenings.push(Happening::new("state", participants));
    discourse.happenings.len() - 1
}

/// "ranks above X", "is still above X".
fn rank(scene: &Scene<'_>, discourse: &mut Discourse, at: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let mut next = at + 1;
    while view.is(next, Class::ADV) {
        next += 1;
    }
    let relation = match view.str(next) {
        "above" => "above",
        "below" => "below",
        _ => return,
    };
    let Some(object) = clauses.phrase_at(next + 1, 0) else { return };
    let [Who::Entity(other)] = object.who[..] else { return };
    if !is_person(scene, other) {
        return;
    }
    let subject = clauses.phrases.iter().find(|p| p.tokens.end <= at && !p.governed && !p.possessive);
    let who = subject.map(|p| discourse.who(scene, p, None)).unwrap_or_default();
    let event = open(discourse, who.into_iter().filter(|e| is_person(scene, *e)).take(1).chain([other]));
    let start = subject.map_or(clauses.clause_start(at), |p| p.tokens.start);
    let text = format!("{relation} {}", scene.entities.all[other].name);
    out.push(Draft::told(event, "rank", Value::Text(text.into()), next..object.tokens.end, start..object.tokens.end, at));
}

/// "is the highest-ranking minister to visit Lima since …": a superlative behind "the", and what it ranges over.
fn superlative(scene: &Scene<'_>, discourse: &mut Discourse, at: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let from = at + 1;
    let most = view.str(from + 1);
    let ranks = matches!(most, "top" | "most" | "least") || (most.len() > 5 && most.ends_with("est"));
    if view.str(from) != "the" || !ranks {
        return;
    }
    let stop = |i: &usize| matches!(view.str(*i), "." | ";" | "—" | "(");
    let end = (from..clauses.sentence.end).find(stop).unwrap_or(clauses.sentence.end);
    // Without a range ("to …", "since …", "in …") it is praise, not a claim that can be compared.
    let ranged = (from + 2..end).any(|i| matches!(view.str(i), "to" | "since" | "ever" | "in" | "of"));
    let Some(subject) = clauses.subject(at).filter(|_| ranged) else { return };
    let who: Vec<usize> = discourse.who(scene, subject, None).into_iter().filter(|e| is_person(scene, *e)).collect();
    let [one] = who[..] else { return };
    let event = open(discourse, [one]);
    out.push(Draft::told(
        event,
        "superlative",
        Value::Text(span_text(view, &(from..end)).into()),
        from..end,
        subject.tokens.start.min(at)..end,
        at,
    ));
}
