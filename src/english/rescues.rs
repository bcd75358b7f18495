//! What follows a disaster: parts of its toll, the search and how it stands, somebody who was buried and freed, and in what state.

use std::sync::Arc;

use super::clause::Who;
use super::discourse::{Discourse, Happening, Scene, is_person};
use super::frames::SERIOUS;
use super::lexicon::Class;
use super::values::Draft;
use crate::normalize::TimeValue;
use crate::value::{Quantity, Status, Unit, Value};
use crate::words::List;

/// Attributes that count people.
const TOLLS: &[&str] = &["killed", "injured", "missing", "rescued", "evacuated", "homeless", "displaced", "trapped", "stranded"];
/// What a toll's people are called, and the toll that they are of.
const CALLED: &[(&str, &[&str])] = &[
    ("killed", &["dead", "victims", "fatalities", "deaths", "killed"]),
    ("injured", &["injured", "wounded", "casualties", "hurt"]),
    ("missing", &["missing"]),
];

/// Everything of this file that a sentence says; `from` is where the sentence's drafts begin.
pub(super) fn rescues(scene: &Scene<'_>, discourse: &mut Discourse, from: usize, out: &mut Vec<Draft>) {
    portions(scene, discourse, from, out);
    searches(scene, discourse, out);
    ordeals(scene, discourse, out);
    conditions(scene, discourse, out);
    let toll = out[from..].iter().rev().find(|d| d.of.is_none() && TOLLS.contains(&&*d.attribute) && matches!(d.value, Value::Quantity(_)));
    if let Some(toll) = toll {
        discourse.toll = Some((toll.attribute.clone(), toll.event, discourse.sentence));
    }
}

/// "Four of the dead are children", "five of them children", "19 of them remain in hospital", "three more bodies were recovered".
fn portions(scene: &Scene<'_>, discourse: &mut Discourse, from: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    for span in scene.quantities {
        let (start, end) = (span.tokens.start, span.tokens.end);
        if !span.value.amount.is_integer()
            || !(span.value.unit.as_str().is_empty() || span.value.unit.is_count())
            || span.value.change.is_some()
        {
            continue;
        }
        let toll =
            out[from..].iter().rfind(|d| TOLLS.contains(&&*d.attribute) && d.said.end <= start).map(|d| (d.attribute.clone(), d.event));
        let last = || discourse.toll.clone().filter(|t| t.2 + 1 >= discourse.sentence).map(|t| (t.0, t.1));
        let person = || Value::Quantity(Quantity { unit: Unit::new("person"), ..span.value.clone() });
        let told = out[from..].iter().any(|d| d.said.start <= start && end <= d.said.end);
        if view.str(end) == "of" {
            let what = end + 1 + usize::from(view.is(end + 1, Class::THE));
            let named = CALLED.iter().find(|(_, words)| words.contains(&view.str(what))).map(|row| row.0);
            let them = matches!(view.str(end + 1), "them" | "whom" | "those");
            let found = match named {
                Some(attribute) => {
                    let event = toll.map(|t| t.1).or_else(|| last().map(|t| t.1)).or(discourse.harm);
                    event.map(|e| (Arc::from(attribute), e))
                }
                None if them => toll.or_else(last),
                None => None,
            };
            let Some((attribute, event)) = found else { continue };
            let after = what.max(end + 1) + 1;
            let Some((of, last)) = part(scene, after) else { continue };
            let mut made = Draft::told(event, &attribute, person(), span.tokens.clone(), start..last, start);
            made.of = Some(of);
            if !told {
                out.push(made);
            }
            continue;
        }
        // "Recovered three more bodies", "two bodies were found": of the dead, those found then.
        let noun = (end..end + 3).find(|i| matches!(view.str(*i), "bodies" | "corpses"));
        let recovered = |i: usize| matches!(view.str(i), "recovered" | "found" | "pulled" | "retrieved" | "dug" | "recover" | "discovered");
        if let Some(noun) = noun.filter(|_| !told) {
            let near = (clauses.clause_start(start)..start).rev().take(4).chain(noun + 1..noun + 5).find(|i| recovered(*i));
            let Some(verb) = near else { continue };
            let event = discourse.harm.or(last().map(|t| t.1)).unwrap_or_else(|| {
                discourse.happenings.push(Happening { sentence: discourse.sentence, ..Happening::new("kill", Vec::new()) });
                discourse.harm = Some(discourse.happenings.len() - 1);
                discourse.happenings.len() - 1
            });
            {
                let mut made = Draft::told(event, "killed", person(), span.tokens.clone(), verb.min(start)..(noun + 1).max(verb + 1), verb);
                made.of = Some("bodies recovered".into());
                out.push(made);
            }
        }
    }
}

/// Which part: "children", "in hospital", "on Osk"; and the end of its phrase.
fn part(scene: &Scene<'_>, at: usize) -> Option<(Arc<str>, usize)> {
    let view = scene.clauses.view;
    let end = scene.clauses.sentence.end.min(at + 7);
    for i in at..end {
        let word = view.str(i).to_ascii_lowercase();
        if List::RescuedKinds.has(&word) {
            return Some((Arc::from(&*word), i + 1));
        }
        if matches!(&*word, "hospital" | "hospitals") {
            return Some(("in hospital".into(), i + 1));
        }
        if matches!(&*word, "critical" | "serious" | "critically" | "seriously") {
            let last = (i..i + 2).find(|j| matches!(view.str(*j), "condition" | "injured" | "hurt" | "wounded" | "ill")).unwrap_or(i);
            return Some((SERIOUS.into(), last + 1));
        }
        if matches!(&*word, "in" | "on" | "at")
            && let Some((chunk, Some(entity))) = scene.chunks.iter().find(|(c, _)| c.tokens.start == i + 1)
        {
            let name = &scene.entities.all[*entity].name;
            return Some((format!("{word} {name}").into(), chunk.tokens.end));
        }
        if matches!(&*word, "," | "." | ";") {
            return None;
        }
    }
    None
}

/// Verbs that say how a search stands, and what they make of it.
const SEARCHES: &[(Status, &[&str])] = &[
    (Status::UnderWay, &["resumed", "resume", "continued", "continues", "continuing", "began", "started", "launched"]),
    (Status::Ended, &["ended", "ends", "finished", "completed", "concluded"]),
    (Status::Cancelled, &["abandoned", "called"]),
    (Status::Postponed, &["suspended", "halted", "interrupted", "paused"]),
];

/// The search, or the rescue work: resumed, suspended, called off, over; and when.
fn searches(scene: &Scene<'_>, discourse: &Discourse, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let noun = |i: &usize| {
        let word = view.str(*i).to_ascii_lowercase();
        let named = (i.saturating_sub(2)..*i).any(|j| matches!(view.str(j), "rescue" | "relief" | "search"));
        word == "search" && !view.is(i.wrapping_sub(1), Class::TO)
            || named && matches!(&*word, "operation" | "operations" | "effort" | "efforts" | "work")
    };
    let (Some(search), Some(event)) = (clauses.sentence.clone().find(noun), discourse.harm) else { return };
    let mut last: Option<(Status, usize)> = None;
    for i in clauses.sentence.clone() {
        let Some(status) = SEARCHES.iter().find(|(_, verbs)| verbs.contains(&view.str(i))).map(|row| row.0) else { continue };
        let off = view.str(i) != "called" || view.str(i + 1) == "off" || view.str(i + 2) == "off";
        // "Suspended the search and resumed it": its object, or its subject.
        let object = (i + 1..i + 4).any(|j| j == search || view.str(j) == "it" && i > search);
        let subject = search < i && (search + 1..i).all(|j| !view.is(j, Class::SAY) && view.str(j) != ",") && i - search <= 8;
        let open = (i.saturating_sub(3)..i).any(|j| view.is(j, Class::WILL.or(Class::MAY).or(Class::NOT)));
        if off && (object || subject) && !open {
            last = Some((status, i));
        }
    }
    let Some((status, at)) = last else { return };
    let quote = search.min(at).max(clauses.sentence.start)..(at + 2).max(search + 1).min(clauses.sentence.end);
    let mut made = Draft::told(event, "status", Value::Status(status), at..at + 1, quote, at);
    made.of = Some("search".into());
    out.push(made);
    let ended = matches!(status, Status::Ended | Status::Cancelled);
    let time = scene
        .times
        .iter()
        .find(|t| t.tokens.start > at && t.tokens.start < at + 10 && clauses.clause_of(t.tokens.start) == clauses.clause_of(at));
    if let Some((time, value)) = time.filter(|_| ended).and_then(|t| if let TimeValue::Time(v) = t.value { Some((t, v)) } else { None }) {
        // What the toll's verb took for its own is the search's.
        out.retain(|d| d.said != time.tokens || &*d.attribute != "time");
        let mut made = Draft::told(event, "time", Value::Time(value), time.tokens.clone(), search.min(at)..time.tokens.end, at);
        made.of = Some("end of the search".into());
        out.push(made);
    }
}

/// "Somebody was freed on Monday after six hours beneath a roof": an event of its own, with its length and its time.
fn ordeals(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    if discourse.harm.is_none() {
        return;
    }
    let verb = |i: &usize| List::Buried.has(view.str(*i)) || List::Freed.has(view.str(*i));
    let Some(at) = clauses.sentence.clone().find(verb) else { return };
    let freed = List::Freed.has(view.str(at));
    let passive = view.is(at.wrapping_sub(1), Class::BE.or(Class::HAVE).or(Class::ADV)) || view.str(at) == "spent";
    let spent = view.str(at) != "spent"
        || clauses.sentence.clone().any(|i| i > at && matches!(view.str(i), "under" | "beneath" | "rubble" | "trapped"));
    if !passive || !spent {
        return;
    }
    let person = clauses.phrases.iter().filter(|p| p.tokens.end <= at && !p.governed && !p.possessive).find_map(|p| match p.who[..] {
        [Who::Entity(e)] if is_person(scene, e) => Some((e, p.tokens.start)),
        _ => None,
    });
    let Some((who, start)) = person else { return };
    let mut made = Vec::new();
    let own = discourse.happenings.len();
    for time in scene.times.iter().filter(|t| t.tokens.start > at && t.tokens.start <= at + 10) {
        match &time.value {
            TimeValue::Duration(length) => {
                made.push(Draft::told(own, "duration", Value::Duration(length.clone()), time.tokens.clone(), start..time.tokens.end, at));
            }
            TimeValue::Time(value) if freed => {
                out.retain(|d| d.said != time.tokens || &*d.attribute != "time");
                made.push(Draft::told(own, "time", Value::Time(*value), time.tokens.clone(), start..time.tokens.end, at));
            }
            _ => {}
        }
    }
    if made.is_empty() {
        return;
    }
    discourse.happenings.push(Happening { sentence: discourse.sentence, ..Happening::new("rescue", vec![(who, None)]) });
    out.append(&mut made);
}

/// "Her condition was serious", "is in a stable condition", "is out of danger".
fn conditions(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    for i in clauses.sentence.clone() {
        let word = view.str(i);
        let found = if word == "condition" {
            let behind =
                (i + 1..i + 4).find(|j| List::HospitalStates.has(view.str(*j))).filter(|_| view.is(i + 1, Class::BE.or(Class::ADV)));
            let before = (i.saturating_sub(3)..i).find(|j| List::HospitalStates.has(view.str(*j)));
            behind.or(before).map(|j| (view.str(j).to_owned(), j.min(i)..(j + 1).max(i + 1)))
        } else if word == "out" && view.str(i + 1) == "of" && view.str(i + 2) == "danger" {
            Some(("out of danger".to_owned(), i..i + 3))
        } else {
            None
        };
        let Some((condition, said)) = found else { continue };
        let subject =
            clauses.phrases.iter().filter(|p| p.tokens.start < said.start.max(1) && (!p.governed || p.possessive)).find_map(|p| {
                let who = discourse.who(scene, p, None);
                if let [one] = who[..] { is_person(scene, one).then_some((one, p.tokens.start)) } else { None }
            });
        let Some((who, start)) = subject else { continue };
        discourse.happenings.push(Happening::new("state", vec![(who, None)]));
        let mut made = Draft::told(
            discourse.happenings.len() - 1,
            "condition",
            Value::Text(condition.into()),
            said.clone(),
            start..said.end,
            said.start,
        );
        made.subject = Some(who);
        out.push(made);
    }
}
