//! Acts of public life that a table of verbs tells: appointments, elections, votes, verdicts, lawsuits, matches, sanctions.
//!
//! What an act needs to be one is a [`Need`]; who takes part is who does it and whom it is done to. Scores of matches, tallies of
//! votes and lengths of sentences are read here, too.

use std::ops::Range;

use super::clause::{Phrase, Who};
use super::discourse::{Discourse, Scene, Trigger, is_person};
use super::factuality::Chain;
use super::frames::{Frame, Shape};
use super::lexicon::{Class, Form};
use super::values::Draft;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::text::TokenKind;
use crate::value::Value;

/// What must stand around a verb for it to tell of the act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// A person whom it is done to.
    Person,
    /// Two who are named.
    Pair,
    /// Somebody who does it, and one of these words behind the verb in its clause.
    Object(&'static [&'static str]),
    /// A person, and "guilty" right behind the verb.
    Guilty,
    /// Somebody who does it.
    Agent,
}

impl Discourse {
    /// "named X chief executive", "X was sentenced to 12 years", "the Otters beat the Rovers 2-1", "the Senate passed the bill".
    pub(super) fn act(
        &mut self,
        scene: &Scene<'_>,
        at: usize,
        frame: &'static Frame,
        (need, form): (Need, Form),
        chain: &Chain,
    ) -> Option<Trigger> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let subject = clauses.subject(chain.tokens.start);
        let first = subject.map(|p| self.named(scene, p)).unwrap_or_default();
        let end = clauses.clause_end(at);
        let direct = clauses.phrases.iter().find(|p| {
            p.tokens.start > at
                && p.tokens.start <= at + 5
                && p.tokens.end <= end
                && !p.governed
                && !p.possessive
                && is_open(scene, at + 1, p)
        });
        let object = direct.filter(|_| !chain.passive).map(|p| self.named(scene, p)).unwrap_or_default();
        let by = (at + 1..end.min(at + 14))
            .find(|i| view.str(*i) == "by")
            .and_then(|i| clauses.phrases.iter().find(|p| p.tokens.start == i + 1 && !p.possessive));
        let by = by.filter(|_| chain.passive);
        let agent = by.map(|p| self.named(scene, p)).unwrap_or_default();
        let (doer, done) = if chain.passive { (agent, first.clone()) } else { (first.clone(), object) };
        let person = |who: &[usize]| who.iter().any(|e| is_person(scene, *e) && scene.entities.all[*e].kind != EntityKind::Organisation);
        let enough = match need {
            Need::Person => person(&done),
            Need::Pair => !doer.is_empty() && !done.is_empty(),
            Need::Object(words) if chain.passive => {
                subject.is_none() && (clauses.clause_start(at)..at).any(|i| words.contains(&view.str(i)))
            }
            Need::Object(words) => !doer.is_empty() && (at + 1..end.min(at + 9)).any(|i| words.contains(&view.str(i))),
            Need::Guilty => view.str(at + 1) == "guilty" && (person(&done) || person(&first)),
            Need::Agent => !doer.is_empty() && !chain.passive,
        };
        // "a man named X", "fine weather": a participle or an adjective of another noun.
        let helped = chain.tokens.len() > 1 || subject.is_some_and(|p| p.tokens.end == at);
        // "the vote", "60 votes": a noun.
        let bare = chain.tokens.len() == 1 && form == Form::Base && subject.is_none_or(|p| p.tokens.end != at);
        // "The voting bloc", "the states suing the agency"; "they vote rarely", "his votes": no act of one day.
        let be = chain.tokens.clone().any(|i| view.is(i, Class::BE));
        let general = form == Form::Ing && !be
            || need == Need::Agent && chain.modality == Modality::Asserted && form != Form::Past && form != Form::Participle;
        let adjunct = bare || general || (need == Need::Person && !chain.passive && (!helped || doer.is_empty())) || view.str(at) == "fine";
        if adjunct || !enough || chain.infinite && doer.is_empty() && done.is_empty() {
            return None;
        }
        let mut participants: Vec<(usize, Option<&'static str>)> = Vec::new();
        for (who, role) in doer.iter().map(|e| (*e, Some("agent"))).chain(done.iter().map(|e| (*e, Some("patient")))) {
            if !participants.iter().any(|p| p.0 == who) {
                participants.push((who, role));
            }
        }
        let last = [direct.filter(|_| !chain.passive), by].into_iter().flatten().map(|p| p.tokens.end).max().unwrap_or(at + 1);
        let object_end = match need {
            Need::Object(words) if !chain.passive => {
                (at + 1..end.min(at + 9)).find(|i| words.contains(&view.str(*i))).map_or(at + 1, |i| i + 1)
            }
            _ => at + 1,
        };
        let start =
            subject.filter(|p| clauses.clause_of(p.tokens.start) == clauses.clause_of(at)).map_or(chain.tokens.start, |p| p.tokens.start);
        Some(self.open(frame, frame.action, at, participants, start.min(chain.tokens.start)..last.max(object_end), chain))
    }

    /// The people and bodies of a phrase; a country or a town where it acts for its government or its club.
    fn named(&self, scene: &Scene<'_>, phrase: &Phrase) -> Vec<usize> {
        if phrase.who == [Who::Two] {
            return self.deals.body.into_iter().collect();
        }
        self.who(scene, phrase, None)
    }
}

/// Whether only the words of its own noun phrase stand before a name: "named former coach X".
fn is_open(scene: &Scene<'_>, from: usize, phrase: &Phrase) -> bool {
    let view = scene.clauses.view;
    let closed = Class::PREP.or(Class::AND).or(Class::SUBORD).or(Class::BE).or(Class::HAVE).or(Class::WHO).or(Class::TO);
    (from..phrase.tokens.start).all(|i| (view.str(i) == "-" || view.str(i).starts_with(char::is_alphabetic)) && !view.is(i, closed))
}

/// The scores of matches and the tallies of votes.
pub(super) fn drafts(scene: &Scene<'_>, triggers: &[Trigger], out: &mut Vec<Draft>) {
    for trigger in triggers.iter().filter(|t| matches!(t.frame.shape, Shape::Act(_)) && t.fresh) {
        let attribute = match trigger.frame.action {
            "beat" | "draw" | "win" | "lose" => "score",
            "vote" | "pass" | "elect" | "reject-bill" => "votes",
            _ => continue,
        };
        let Some(said) = tally(scene, trigger.token, attribute == "votes") else { continue };
        let view = scene.clauses.view;
        let text = format!("{}-{}", view.str(said.start), view.str(said.end - 1));
        out.push(Draft {
            event: trigger.event,
            attribute: attribute.into(),
            subject: None,
            of: None,
            value: Value::Text(text.into()),
            quote: trigger.extent.start.min(said.start)..trigger.extent.end.max(said.end),
            said,
            modality: trigger.modality,
            polarity: Polarity::Positive,
            at: trigger.token,
        });
    }
}

/// "2-1", "52 to 48", "by 52 votes to 48", near a verb.
fn tally(scene: &Scene<'_>, at: usize, votes: bool) -> Option<Range<usize>> {
    let view = scene.clauses.view;
    let number = |i: usize| view.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number) && view.str(i).len() <= 3;
    let end = scene.clauses.sentence.end;
    (at.saturating_sub(3).max(scene.clauses.sentence.start)..end.min(at + 16)).find_map(|i| {
        let joined = number(i) && matches!(view.str(i + 1), "-" | "–" | "to") && number(i + 2) && (votes || view.str(i + 1) != "to");
        let told = votes && number(i) && view.str(i + 1) == "votes" && view.str(i + 2) == "to" && number(i + 3);
        // "the 2-1 favourite", "4-3-3": no score.
        let chained = matches!(view.str(i + 3), "-" | "–") && joined;
        if joined && !chained { Some(i..i + 3) } else { told.then_some(i..i + 4) }
    })
}
