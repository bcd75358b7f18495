//! What failed: cables cut, power gone, networks and services down; what it was that failed, when and where, and why.
//!
//! A failure is told by a noun ("outage", "blackout") or by a thing that services run over, with a word for its failing: "three
//! cables were severed", "a fault on the line". A report is about one failure; others it dates, or calls "similar" or "another".

use std::ops::Range;
use std::sync::Arc;

use super::discourse::{Discourse, Happening, Scene, Trigger};
use super::factuality;
use super::frames::{Frame, Shape};
use super::lexicon::Class;
use super::names::View;
use super::nouns::is_disjoint;
use super::tolls::is_past;
use super::values::Draft;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::normalize::{TimeSpan, TimeValue};
use crate::value::{Place, Time, Value};
use crate::words::List;

/// What services run over or consist of, by kind. After FrameNet 1.7's frame Infrastructure and the sectors of the European
/// directive on critical entities (2022/2557, annex).
const NETWORKS: &[(&str, &[&str])] = &[
    (
        "communications",
        &[
            "cable",
            "cables",
            "fibre",
            "fiber",
            "fibres",
            "circuit",
            "circuits",
            "internet",
            "web",
            "broadband",
            "telephone",
            "phone",
            "communications",
            "telecom",
            "telecoms",
            "telecommunications",
            "connectivity",
            "network",
            "networks",
            "traffic",
            "routes",
            "mobile",
            "wi",
            "isps",
            "sub-sea",
            "data",
        ],
    ),
    ("power", &["power", "electricity", "grid", "substation", "blackout", "blackouts", "brownout", "transformer", "pylon", "pylons"]),
    ("water", &["water", "tap"]),
    ("gas", &["gas"]),
    ("pipeline", &["pipeline", "pipelines"]),
    ("website", &["website", "websites", "app", "server", "servers", "payments"]),
];

static OUTAGE: Frame = Frame { action: "outage", shape: Shape::Outage, verbs: &[], nouns: &[] };

fn lower(view: &View<'_>, i: usize) -> String {
    view.str(i).to_ascii_lowercase()
}

/// The kind of network that a word belongs to; of a line or a service, that of the words before it.
fn network(view: &View<'_>, i: usize) -> Option<&'static str> {
    let word = lower(view, i);
    let listed = |w: &str| NETWORKS.iter().find(|(_, words)| words.contains(&w)).map(|row| row.0);
    // "Mobile World Congress", "the network site": the word is part of a name, or tells of what kind something else is.
    let capital = |i: usize| view.words.get(i).is_some_and(|w| w.capital);
    if capital(i) && capital(i + 1) && view.str(i) != word || List::NoNetworks.has(&lower(view, i + 1)) {
        return None;
    }
    if let Some(found) = listed(&word) {
        // "Water" and "gas" fail only as supplies; "power" that is somebody's is none.
        let plain = matches!(found, "water" | "gas") && !List::NetworkLines.has(&lower(view, i + 1)) && lower(view, i + 1) != "main";
        return (!plain).then_some(found);
    }
    if !List::NetworkLines.has(&word) {
        return None;
    }
    (i.saturating_sub(3)..i)
        .rev()
        .take_while(|j| view.str(*j).starts_with(char::is_alphanumeric) || view.str(*j) == "-")
        .find_map(|j| listed(&lower(view, j)))
}

/// The nearest network of a clause: the subject before `at`, or what stands right behind. "The line" is of the kind that the report
/// is about.
fn thing(scene: &Scene<'_>, at: usize, behind: usize, main: Option<&'static str>) -> Option<&'static str> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let start = clauses.clause_start(at);
    let of_report = |i: usize| main.filter(|_| matches!(&*lower(view, i), "line" | "lines" | "link" | "links" | "service" | "services"));
    // "The lines, near the station, have all been cut": the subject stands before the comma.
    let bare =
        view.str(start) == "," && (start + 1..at).all(|i| view.is(i, Class::BE.or(Class::HAVE).or(Class::ADV)) || view.str(i) == "all");
    let start = if bare { clauses.sentence.start } else { start };
    let before = (start..at).rev().take(22).find_map(|i| network(view, i).or_else(|| of_report(i)));
    before.or_else(|| (at + 1..clauses.sentence.end.min(at + 1 + behind)).find_map(|i| network(view, i)))
}

impl Discourse {
    /// The trigger of a failure at `at`, if there is one.
    pub(super) fn outage(&mut self, scene: &Scene<'_>, at: usize) -> Option<Trigger> {
        let kind = self.failing(scene, at)?;
        let (modality, polarity) = factuality::around(scene.clauses, at, Modality::Asserted, Polarity::Positive);
        let start = scene.clauses.clause_start(at);
        let negative = (start..at).any(|i| scene.clauses.view.is(i, Class::NOT));
        let polarity = if negative { Polarity::Negative } else { polarity };
        let modality = if is_thought(scene, at) { Modality::Possible } else { modality };
        let event = self.failure_of(scene, at, kind);
        let fresh = event.is_none() && polarity == Polarity::Positive;
        let event = event.unwrap_or_else(|| {
            let aside = is_other(scene, at);
            let time = aside.then(|| past_time(scene, at)).flatten();
            let site = Some(Arc::from(kind));
            self.happenings.push(Happening { site, aside, time, ..Happening::new("outage", Vec::new()) });
            self.happenings.len() - 1
        });
        if !self.happenings[event].aside && polarity == Polarity::Positive {
            self.failure.get_or_insert(event);
        }
        self.failed = Some((event, self.sentence));
        Some(Trigger { token: at, frame: &OUTAGE, extent: at..at + 1, modality, polarity, event, fresh, each: false, verbal: true })
    }

    /// Which kind of network the word at `at` tells the failure of.
    fn failing(&self, scene: &Scene<'_>, at: usize) -> Option<&'static str> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let word = lower(view, at);
        let main =
            || self.failure.and_then(|f| self.happenings[f].site.as_deref()).and_then(|s| NETWORKS.iter().find(|r| r.0 == s)).map(|r| r.0);
        if List::Failures.has(&word) {
            let figure = (at.saturating_sub(2)..at).any(|i| matches!(&*lower(view, i), "media" | "news" | "communication" | "memory"));
            let power = word.starts_with("black") || word.starts_with("brown");
            let own = (at.saturating_sub(4)..at).rev().find_map(|i| network(view, i));
            let kind = own.or_else(main).or(if power { Some("power") } else { thing(scene, at, 10, None) });
            return kind.filter(|_| !figure);
        }
        let noun = List::Faults.has(&word) && !view.is(at.wrapping_sub(1), Class::BE.or(Class::HAVE)) && !word.ends_with("ed");
        if noun {
            let before = (at.saturating_sub(3).max(clauses.sentence.start)..at)
                .rev()
                .take_while(|i| view.str(*i).starts_with(char::is_alphabetic) && !view.is(*i, Class::PREP))
                .find_map(|i| network(view, i));
            let linked = matches!(view.str(at + 1), "in" | "on" | "to" | "of" | "with" | "is");
            let behind = || (at + 2..at + 9).take_while(|_| linked).find_map(|i| network(view, i));
            let began = (at + 1..at + 4).any(|i| matches!(view.str(i), "began" | "started" | "occurred" | "lasted"));
            let definite = || main().filter(|_| view.is(at.wrapping_sub(1), Class::THE) && (began || !word.starts_with("problem")));
            let suffered = || {
                main().filter(|_| {
                    (at.saturating_sub(3)..at).any(|i| lower(view, i).starts_with("experienc") || lower(view, i).starts_with("suffer"))
                })
            };
            return before.or_else(behind).or_else(definite).or_else(suffered);
        }
        let verb = List::Broken.has(&word) || List::Interrupted.has(&word);
        if !verb {
            return None;
        }
        // "Cables that were cut", "severed the cables", "knocked down power", "is down".
        let passive = (at.saturating_sub(4)..at)
            .any(|i| view.is(i, Class::BE.or(Class::HAVE)) || matches!(view.str(i), "went" | "suffered" | "left"));
        let heading = scene.heading;
        let object =
            (at + 1..at + 6).take_while(|i| !view.is(*i, Class::PREP.or(Class::AND)) && view.str(*i) != ",").find_map(|i| network(view, i));
        let bare = matches!(&*word, "down" | "out" | "hit" | "lost" | "knocked" | "affected" | "suspended" | "halted");
        let out = word != "out" || view.str(at + 1) == "of" && matches!(view.str(at + 2), "service" | "action" | "order");
        let adjective = view.words.get(at + 1).is_some() && network(view, at + 1).is_some() && view.words[at].verb.is_none();
        // "A pipeline ruptured", "a line failed".
        let breaks = matches!(&*word, "ruptured" | "failed" | "snapped" | "broke" | "crashed" | "burst") && !view.is(at + 1, Class::TO);
        let subject = || thing(scene, at, 0, main()).filter(|_| (passive || heading || breaks) && out);
        subject()
            .or_else(|| object.filter(|_| !bare || word.starts_with("knock") || word == "lost"))
            .or(if adjective { network(view, at + 1) } else { None })
            .filter(|_| out)
    }

    /// The failure that a mention tells of again: that of the report; or, told by the way, the one told by the way just before.
    fn failure_of(&self, scene: &Scene<'_>, at: usize, kind: &str) -> Option<usize> {
        let like = |e: usize| self.happenings[e].site.as_deref().is_none_or(|s| s == kind);
        let last = self.failed.filter(|(e, sentence)| self.happenings[*e].aside && sentence + 2 >= self.sentence && like(*e)).map(|f| f.0);
        let here = self.failed.filter(|(e, sentence)| *sentence == self.sentence && self.happenings[*e].aside).map(|f| f.0);
        if is_other(scene, at) {
            let own = past_time(scene, at);
            let same = |e: &usize| own.is_none() || self.happenings[*e].time.is_none_or(|t| own.is_some_and(|o| !is_disjoint(o, t)));
            let told =
                (0..self.happenings.len()).rev().find(|i| self.happenings[*i].aside && self.happenings[*i].action == "outage" && like(*i));
            return last.or(told).filter(same);
        }
        // What a report tells by the way goes on in the past, until something is dated.
        let goes_on = self.failed.is_some_and(|(e, sentence)| self.happenings[e].aside && sentence + 1 == self.sentence)
            && scene.times.is_empty()
            && scene.clauses.sentence.clone().any(|i| matches!(scene.clauses.view.str(i), "was" | "were" | "had"))
            && !scene.clauses.sentence.clone().any(|i| matches!(scene.clauses.view.str(i), "now" | "is" | "are" | "has" | "have"));
        let back = goes_on
            || (at..scene.clauses.sentence.end.min(at + 4)).any(|i| view_is(scene, i, "then"))
            || (scene.clauses.sentence.start..at).take(2).any(|i| matches!(&*lower(scene.clauses.view, i), "those" | "that"));
        if let Some(last) = here.or(last.filter(|_| back)) {
            return Some(last);
        }
        self.failure.filter(|f| like(*f))
    }
}

fn view_is(scene: &Scene<'_>, i: usize, word: &str) -> bool {
    scene.clauses.view.str(i) == word
}

/// "It is thought that", "is believed to".
pub(super) fn is_thought(scene: &Scene<'_>, at: usize) -> bool {
    let view = scene.clauses.view;
    let clause = scene.clauses.clause_start(at).saturating_sub(8).max(scene.clauses.sentence.start);
    (clause..at).any(|i| {
        matches!(view.str(i), "thought" | "believed" | "suspected" | "feared" | "understood")
            && view.is(i.wrapping_sub(1), Class::BE.or(Class::ADV))
    })
}

/// Whether a mention is of another failure than that of the report: "in January", "a similar outage".
fn is_other(scene: &Scene<'_>, at: usize) -> bool {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let near = at.saturating_sub(5).max(clauses.clause_start(at))..at;
    let noun = List::Failures.has(&lower(view, at)) || List::Faults.has(&lower(view, at));
    let called = noun && near.clone().any(|i| List::OtherFailures.has(&lower(view, i)));
    called || past_time(scene, at).is_some()
}

/// How long ago, in days, a failure must be dated to be another than that of the report.
const LONG_AGO: i64 = 45;

/// A time of the mention's clause, or at the head of its sentence, that lies long before the article.
fn past_time(scene: &Scene<'_>, at: usize) -> Option<Time> {
    let clauses = scene.clauses;
    let near = |t: &&TimeSpan| clauses.clause_of(t.tokens.start) == clauses.clause_of(at) || t.tokens.start <= clauses.sentence.start + 3;
    let published = scene.published.and_then(|d| Time::day(d).entailed());
    let past = |t: &TimeSpan| match &t.value {
        TimeValue::Time(time) => {
            let ended = time.entailed().zip(published).is_some_and(|(t, p)| p.start - t.end > LONG_AGO * 86_400);
            let earlier = lower(clauses.view, t.tokens.start) == "earlier" && matches!(time.form, crate::value::TimeForm::Year(_));
            (ended || earlier || is_past(scene, Some(*time))).then_some(*time)
        }
        _ => None,
    };
    scene.times.iter().filter(near).find_map(past)
}

/// Everything that a sentence says of a failure, counts and its plain time aside. Gives the times that it took.
pub(super) fn outages(scene: &Scene<'_>, triggers: &[Trigger], discourse: &mut Discourse, out: &mut Vec<Draft>) -> Vec<usize> {
    let here = triggers.iter().find(|t| t.frame.shape == Shape::Outage).map(|t| t.event);
    let Some(event) = here.or(discourse.failure) else { return Vec::new() };
    let used = super::repairs::repairs(scene, discourse, event, out);
    for trigger in triggers.iter().filter(|t| t.frame.shape == Shape::Outage && t.polarity == Polarity::Positive) {
        place(scene, discourse, trigger, out);
    }
    effects(scene, event, out);
    causes(scene, event, out);
    lasting(scene, triggers, event, out);
    specifications(scene, event, out);
    used
}

/// Words between a failure and its place, and the prepositions that bring the place.
const WHERE: &[&str] = &["off", "near", "outside", "between"];

/// Where it broke: "off the coast of Osk", "near the Osk cable station", "between Osk and Kivi".
fn place(scene: &Scene<'_>, discourse: &mut Discourse, trigger: &Trigger, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let (start, end) = (clauses.clause_start(trigger.token), clauses.clause_end(trigger.token));
    let end = if matches!(view.str(end), "which" | "that") { clauses.clause_end(end) } else { end };
    let dash = matches!(view.str(end), "-" | "–" | "—");
    let end = if dash { clauses.clause_end(end) } else { end };
    let broken =
        List::Broken.has(&lower(view, trigger.token)) || List::Faults.has(&lower(view, trigger.token)) || view.str(trigger.token) == "down";
    if !broken {
        return;
    }
    // "The lines, near the Osk station, have all been cut": the place may stand before a comma.
    let ahead = clauses.sentence.start..start;
    let mut found: Option<(Place, Range<usize>)> = None;
    for at in (start..end).chain(ahead) {
        let word = lower(view, at);
        if !WHERE.contains(&&*word) {
            continue;
        }
        if at < start && view.str(at.wrapping_sub(1)) != "," {
            continue;
        }
        // "Three cables between Italy and Egypt": what they link, not where they broke, unless the verb stands before it.
        if word == "between" && (at < trigger.token || is_linking(scene, start.max(at.saturating_sub(14)), at)) {
            continue;
        }
        let mut near = scene.chunks.iter().filter(|(c, e)| {
            c.tokens.start > at && c.tokens.start <= at + 5 && (c.place.is_some() || e.is_some()) && c.tokens.end <= end + 1
        });
        let Some((first, entity)) = near.next() else { continue };
        let body = entity.is_some_and(|e| matches!(scene.entities.all[e].kind, EntityKind::Organisation | EntityKind::Person));
        if view.str(at + 1) == "," || body {
            continue;
        }
        if word == "between" {
            let Some((second, _)) = near.next().filter(|(c, _)| view.is(c.tokens.start - 1, Class::AND.or(Class::THE))) else { continue };
            let text = super::reference::span_text(view, &(at..second.tokens.end));
            let mut place = Place::new(text);
            for chunk in [first, second] {
                place =
                    place.within(chunk.place.map_or_else(|| super::reference::span_text(view, &chunk.tokens).into(), |p| p.name.clone()));
            }
            found = Some((place, at..second.tokens.end));
            break;
        }
        let adjective = first.place.is_some_and(|p| p.adjective);
        let (place, last) = match entity.filter(|_| !adjective) {
            Some(entity) => (scene.place(entity), first.tokens.end),
            // "Off the Norwegian coast".
            None if adjective && view.str(first.tokens.end).starts_with("coast") => {
                let country = first.place.map(|p| p.name.clone()).unwrap_or_default();
                (Place::new(super::reference::span_text(view, &(at..first.tokens.end + 1))).within(country), first.tokens.end + 1)
            }
            None => continue,
        };
        found = Some((place, at..last));
        break;
    }
    let Some((place, said)) = found else { return };
    let happening = &mut discourse.happenings[trigger.event];
    happening.place.get_or_insert_with(|| place.clone());
    let quote = trigger.token.min(said.start)..said.end.max(trigger.token + 1);
    let modality = trigger.modality;
    out.push(Draft {
        event: trigger.event,
        attribute: "place".into(),
        subject: None,
        of: None,
        value: Value::Place(place),
        said,
        quote,
        modality,
        polarity: Polarity::Positive,
        at: trigger.token,
    });
}

/// Whether "between" tells what is linked rather than where: "traffic between", "lines that run between".
fn is_linking(scene: &Scene<'_>, from: usize, at: usize) -> bool {
    let view = scene.clauses.view;
    let links = |i: usize| {
        let word = lower(view, i);
        let what = matches!(
            &*word,
            "flow"
                | "data"
                | "traffic"
                | "communications"
                | "calls"
                | "connect"
                | "connects"
                | "connecting"
                | "run"
                | "runs"
                | "running"
                | "link"
                | "links"
                | "linking"
                | "stretches"
                | "disruption"
                | "services"
                | "countries"
                | "telecoms"
        );
        what && i + 8 >= at
    };
    // "On sections between", "cables between": the things themselves.
    let thing = network(view, at.wrapping_sub(1)).is_some() && !List::Broken.has(&lower(view, at.wrapping_sub(2)));
    thing && lower(view, at - 1).ends_with('s') || (from..at).any(links)
}

/// How a cause is told: the words before it.
const CAUSES: &[(&str, &str)] =
    &[("caused", "by"), ("due", "to"), ("because", "of"), ("blamed", "on"), ("result", "of"), ("attributed", "to"), ("triggered", "by")];

/// "Caused by an anchor", "an attack is unlikely", "ruled out sabotage".
fn causes(scene: &Scene<'_>, event: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    for i in clauses.sentence.clone() {
        let told = CAUSES.iter().any(|(a, b)| view.str(i).eq_ignore_ascii_case(a) && view.str(i + 1) == *b);
        if told && let Some(said) = cause_phrase(scene, i + 2) {
            let unsure = is_thought(scene, i)
                || (clauses.clause_start(i)..i)
                    .any(|j| view.is(j, Class::MAY.or(Class::MAYBE)) || matches!(view.str(j), "likely" | "probably"));
            let modality = if unsure { Modality::Possible } else { Modality::Asserted };
            let polarity =
                if (clauses.clause_start(i)..i).any(|j| view.is(j, Class::NOT)) { Polarity::Negative } else { Polarity::Positive };
            let start = clauses.clause_start(i).max(i.saturating_sub(8));
            out.push(cause(scene, event, said, start, (modality, polarity), i));
        }
        if view.str(i) == "unlikely" {
            let before = (clauses.clause_start(i)..i).rev().find(|j| view.is(*j, Class::AN)).and_then(|j| cause_phrase(scene, j));
            // "Unlikely to come back for a few days" tells no cause.
            let lasts = |j: &usize| matches!(view.str(*j - 1), "for" | "within" | "until" | "in");
            let behind = (i + 1..clauses.sentence.end.min(i + 7)).find(|j| view.is(*j, Class::AN));
            let behind = behind.filter(|j| !lasts(j)).and_then(|j| cause_phrase(scene, j));
            if let Some(said) = behind.or(before) {
                let start = said.start.min(i).min(clauses.clause_start(i).max(i.saturating_sub(3)));
                out.push(cause(scene, event, said, start, (Modality::Possible, Polarity::Negative), i));
            }
        }
        if view.str(i) == "ruled"
            && view.str(i + 1) == "out"
            && let Some(said) = cause_phrase(scene, i + 2)
        {
            out.push(cause(scene, event, said, i, (Modality::Asserted, Polarity::Negative), i));
        }
    }
}

fn cause(
    scene: &Scene<'_>,
    event: usize,
    said: Range<usize>,
    start: usize,
    (modality, polarity): (Modality, Polarity),
    at: usize,
) -> Draft {
    let text = super::reference::span_text(scene.clauses.view, &said).to_lowercase();
    let quote = start.min(said.start)..said.end.max(at + 1);
    Draft {
        event,
        attribute: "cause".into(),
        subject: None,
        of: None,
        value: Value::Text(text.into()),
        said,
        quote,
        modality,
        polarity,
        at,
    }
}

/// The noun phrase of a cause that begins at `at`, its article left out.
fn cause_phrase(scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
    let view = scene.clauses.view;
    let start = at + usize::from(view.is(at, Class::AN.or(Class::THE)));
    let stop = |i: &usize| {
        !view.str(*i).starts_with(char::is_alphanumeric) && !matches!(view.str(*i), "'" | "-" | "'s") || view.is(*i, Class::CLOSED)
    };
    let end = (start..scene.clauses.sentence.end.min(start + 7)).find(stop).unwrap_or((start + 7).min(scene.clauses.sentence.end));
    (end > start && end - start <= 6 && view.str(start).len() > 2).then_some(start..end)
}

/// Words that say of a service or of users that the failure reached them, and of traffic that it goes another way.
const REACHED: &[&str] = &["affected", "difficulties", "difficulty", "unaffected", "difficults"];

/// Units that cables are measured in.
const LENGTHS: &[&str] = &["km", "mile", "m"];

/// What is told of a cable: how long it is, how many countries it links.
fn specifications(scene: &Scene<'_>, event: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    for span in scene.quantities {
        let (start, end) = (span.tokens.start, span.tokens.end);
        let unit = span.value.unit.as_str();
        let clause = clauses.clause_start(start)..start;
        // "One of the cables", "a second": which of several.
        let which = (clauses.sentence.start..start).rev().find_map(|i| match &*lower(view, i) {
            "one" if view.str(i + 1) == "of" => Some("one of several"),
            "second" if view.is(i.wrapping_sub(1), Class::AN) => Some("a second"),
            _ => None,
        });
        let whole = span.noun.as_ref().map_or(end, |n| n.end.max(end));
        let (attribute, of, last, from) = if matches!(unit, "country" | "state" | "nation") {
            let links = (start.saturating_sub(4)..start).rev().find(|i| {
                matches!(view.str(*i), "links" | "link" | "linking" | "connects" | "connect" | "connecting" | "serves" | "serving")
            });
            match links {
                Some(at) => ("countries", which, whole, at.max(clause.start)),
                None => continue,
            }
        } else if LENGTHS.contains(&unit) {
            let mut next = end;
            if view.str(next) == "(" {
                next = (next..next + 6).find(|i| view.str(*i) == ")").map_or(next, |i| i + 1);
            }
            let spare = view.str(next) == "of" && (next + 1..next + 4).any(|i| network(view, i).is_some());
            match (view.str(next), spare) {
                ("long" | "in", _) if which.is_some() || view.str(next) == "long" => ("length", which, next + 1, start),
                (_, true) => (
                    "length",
                    Some("spare cable"),
                    (next + 1..next + 4).find(|i| network(view, *i).is_some()).map_or(next, |i| i + 1),
                    start,
                ),
                _ => continue,
            }
        } else {
            continue;
        };
        out.push(Draft {
            of: of.map(Arc::from),
            ..Draft::told(event, attribute, Value::Quantity(span.value.clone()), span.tokens.clone(), from..last, start)
        });
    }
}

/// Whom the failure reached, and whose traffic goes another way: one claim for the first country or region named.
fn effects(scene: &Scene<'_>, event: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let mut done: Vec<String> = Vec::new();
    for at in clauses.sentence.clone() {
        let word = lower(view, at);
        let reached = REACHED.contains(&&*word);
        let moved = List::Rerouted.has(&word)
            && (!word.starts_with("switch")
                || (at..clauses.sentence.end).any(|i| matches!(view.str(i), "route" | "cable" | "cables" | "backup")));
        if !reached && !moved {
            continue;
        }
        let (start, end) = (clauses.clause_start(at), clauses.clause_end(at));
        // "Through the United States", "via Asia": the way round.
        let way = |i: usize| {
            (i.saturating_sub(4)..i)
                .any(|j| matches!(view.str(j), "through" | "via" | "onto" | "over") || moved && j > at && view.str(j) == "to")
        };
        let from = |i: usize| reached && matches!(view.str(i.wrapping_sub(1)), "from" | "by");
        let named = scene
            .chunks
            .iter()
            .filter(|(c, _)| c.tokens.start >= start && c.tokens.end <= end && !way(c.tokens.start) && !from(c.tokens.start));
        let mut names: Vec<String> = named.filter_map(|(c, _)| c.place.map(|p| p.name.to_string())).collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            continue;
        }
        let what = if moved { "rerouting" } else { "affected" };
        if reached {
            // Lists differ from report to report: each place is told of by itself.
            let first = scene
                .chunks
                .iter()
                .filter(|(c, _)| c.tokens.start >= start && !from(c.tokens.start))
                .find_map(|(c, _)| c.place.map(|p| p.name.to_string()));
            names = first.into_iter().collect();
        }
        let of = format!("{what}, {}", names.join(", "));
        if done.contains(&of) {
            continue;
        }
        let negative = word == "unaffected" || (start..at).any(|i| view.is(i, Class::NOT));
        let polarity = if negative { Polarity::Negative } else { Polarity::Positive };
        out.push(Draft {
            event,
            attribute: "occurrence".into(),
            subject: None,
            of: Some(of.as_str().into()),
            value: Value::Boolean(true),
            said: at..at + 1,
            quote: start..end,
            modality: if is_thought(scene, at) { Modality::Possible } else { Modality::Asserted },
            polarity,
            at,
        });
        done.push(of);
    }
}

/// "Downtime of around an hour", "total downtime was 1 hr 4 min", "the outage lasted two hours".
fn lasting(scene: &Scene<'_>, triggers: &[Trigger], event: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    for time in scene.times {
        let TimeValue::Duration(length) = &time.value else { continue };
        let start = time.tokens.start;
        let noun = (start.saturating_sub(6).max(clauses.sentence.start)..start).rev().find(|i| List::Failures.has(&lower(view, *i)));
        let told = |i: usize| {
            (i + 1..start).any(|j| matches!(view.str(j), "of" | "was" | "lasted" | "lasting" | "for" | "continued" | "totalled"))
        };
        let before = view.str(time.tokens.end) == "-" || List::Failures.has(&lower(view, time.tokens.end));
        // "The blackout began at nine and lasted three hours".
        let lasted = || {
            (start.saturating_sub(2)..start)
                .any(|j| view.str(j) == "lasted")
                .then(|| triggers.iter().rev().find(|t| t.frame.shape == Shape::Outage && t.token < start))
                .flatten()
                .map(|t| t.token)
        };
        let Some(at) = noun.filter(|i| told(*i)).or_else(lasted).or(Some(time.tokens.end).filter(|_| before && noun.is_none())) else {
            continue;
        };
        if (at..start).any(|j| view.is(j, Class::EXPECT.or(Class::WILL).or(Class::TO))) {
            continue;
        }
        let of = triggers.iter().find(|t| t.token == at).map_or(event, |t| t.event);
        let quote = at.min(start)..time.tokens.end.max(at + 1);
        out.push(Draft::told(of, "duration", Value::Duration(length.clone()), time.tokens.clone(), quote, at));
    }
}
