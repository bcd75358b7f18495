//! Sums told without an offer or a contract, and who is still in a race: "the $90 million guaranteed to X", "committed $20 million to
//! sign X", "out of the running for X".

use std::ops::Range;

use super::clause::{Phrase, Who};
use super::deal_phrases::is_money;
use super::deal_words::TERMS;
use super::deals::{Host, Outcome, is_body, is_talent};
use super::discourse::{Discourse, Happening, Scene};
use super::lexicon::Class;
use super::reference::span_text;
use super::values::Draft;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::normalize::TimeValue;
use crate::value::{Status, Value};
use crate::words::List;

/// Adds to the mentions of a sentence those that only a sum tells of.
pub(super) fn sums(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    for span in scene.quantities.iter().filter(|q| is_money(q)) {
        let sum = span.tokens.clone();
        if let Some((action, who, extent)) = received(scene, &sum)
            .or_else(|| given(scene, &sum))
            .or_else(|| spent(scene, &sum))
            .or_else(|| fee(scene, discourse, &sum))
            .or_else(|| spurned(scene, discourse, &sum))
        {
            discourse.happenings.push(Happening::new(action, who.into_iter().map(|e| (e, None)).collect()));
            let event = discourse.happenings.len() - 1;
            if action == "offer" {
                told_when(scene, discourse, event, &extent, out);
            }
            // The sum and what stands in brackets behind it lie before the word that tells of them.
            let token = extent.end.max(sum.end);
            discourse.keep_host(token, sum.start, extent, vec![event], (Modality::Asserted, Polarity::Positive));
        }
    }
}

/// The time of an offer that only its sum tells of.
fn told_when(scene: &Scene<'_>, discourse: &mut Discourse, event: usize, extent: &Range<usize>, out: &mut Vec<Draft>) {
    let time = scene.times.iter().find_map(|t| if let TimeValue::Time(v) = t.value { v.entailed().map(|_| (t, v)) } else { None });
    let Some((span, value)) = time.filter(|(t, _)| scene.clauses.clause_of(t.tokens.start) == scene.clauses.clause_of(extent.start)) else {
        return;
    };
    out.retain(|d| !(&*d.attribute == "time" && d.said == span.tokens));
    discourse.happenings[event].time = Some(value);
    out.push(Draft::told(
        event,
        "time",
        Value::Time(value),
        span.tokens.clone(),
        extent.start.min(span.tokens.start)..extent.end.max(span.tokens.end),
        extent.start,
    ));
}

type Found = Option<(&'static str, Vec<usize>, Range<usize>)>;

/// "the $161 million (over seven years) that X received from the Gulls".
fn received(scene: &Scene<'_>, sum: &Range<usize>) -> Found {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let from = past_brackets(scene, sum.end);
    let subject = clauses.phrases.iter().find(|p| p.tokens.start >= from && p.tokens.start <= from + 5 && !p.possessive)?;
    let verb = (subject.tokens.end..subject.tokens.end + 3).find(|i| List::GotSums.has(view.str(*i)))?;
    let source = (verb + 1..(verb + 8).min(clauses.sentence.end)).find(|i| matches!(view.str(*i), "from" | "with"));
    let source = source.and_then(|i| clauses.phrases.iter().find(|p| p.tokens.start > i && p.tokens.start <= i + 2));
    let mut who = named(scene, subject);
    who.extend(source.map(|p| named(scene, p)).unwrap_or_default());
    let end = source.map_or(verb + 1, |p| p.tokens.end);
    (!who.is_empty()).then_some(("sign", who, sum.start..end))
}

/// "the $90 million guaranteed last year to X", "a $103 million sum to X".
fn given(scene: &Scene<'_>, sum: &Range<usize>) -> Found {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let word = view.str(sum.end);
    if !List::GivenSums.has(word) && !List::WholeSums.has(word) {
        return None;
    }
    let to = (sum.end + 1..(sum.end + 16).min(clauses.sentence.end))
        .find(|i| view.str(*i) == "to" && clauses.phrases.iter().any(|p| p.tokens.start == i + 1))?;
    let phrase = clauses.phrases.iter().find(|p| p.tokens.start == to + 1 && !p.possessive)?;
    let who: Vec<usize> = named(scene, phrase).into_iter().filter(|e| is_talent(scene, *e)).collect();
    (!who.is_empty()).then_some(("sign", who, sum.start..phrase.tokens.end))
}

/// "The Gulls committed more than $240 million to sign X and Y".
fn spent(scene: &Scene<'_>, sum: &Range<usize>) -> Found {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let verb = sum.start.checked_sub(1).filter(|i| *i >= clauses.sentence.start)?;
    let verb = if List::Spending.has(view.str(verb)) { verb } else { verb.checked_sub(1).filter(|i| List::Spending.has(view.str(*i)))? };
    let subject = clauses.subject(verb)?;
    let on = (sum.end..sum.end + 3).find(|i| matches!(view.str(*i), "to" | "on" | "for" | "in"))?;
    let mut who = named(scene, subject);
    let mut end = sum.end;
    for phrase in clauses.phrases.iter().filter(|p| p.tokens.start > on && p.tokens.start < on + 8 && !p.possessive) {
        who.extend(named(scene, phrase));
        end = end.max(phrase.tokens.end);
    }
    (who.len() > 1).then_some(("spend", who, subject.tokens.start..end))
}

/// Behind "(over seven years)".
fn past_brackets(scene: &Scene<'_>, at: usize) -> usize {
    let view = scene.clauses.view;
    if view.str(at) != "(" {
        return at;
    }
    (at..(at + 8).min(scene.clauses.sentence.end)).find(|i| view.str(*i) == ")").map_or(at, |i| i + 1)
}

/// The people and bodies that a phrase names.
fn named(scene: &Scene<'_>, phrase: &Phrase) -> Vec<usize> {
    let entity = |w: &Who| if let Who::Entity(e) = w { Some(*e) } else { None };
    phrase.who.iter().filter_map(entity).filter(|e| scene.entities.all[*e].kind != EntityKind::Place).collect()
}

/// "the biggest offer in club history", "The contract would be the longest and richest in …": a record, of the offer or the contract.
pub(super) fn records(scene: &Scene<'_>, discourse: &Discourse, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let most = |i: usize| {
        matches!(view.str(i), "most" | "least") || (view.str(i).len() > 5 && view.str(i).ends_with("est") && view.is(i - 1, Class::THE))
    };
    for at in clauses.sentence.clone().skip(1).filter(|i| most(*i)) {
        let stop = |i: &usize| matches!(view.str(*i), "." | ";" | "," | "—" | "(" | "\"");
        let end = (at..clauses.sentence.end).find(stop).unwrap_or(clauses.sentence.end);
        let Some(range) = (at + 1..end).find(|i| matches!(view.str(*i), "in" | "ever" | "since" | "of")).filter(|i| i - at < 8) else {
            continue;
        };
        let end = (range..end).find(|i| view.str(*i) == "to" && clauses.phrases.iter().any(|p| p.tokens.start == i + 1)).unwrap_or(end);
        let near = |h: &&Host| h.token < end && h.token + 14 > at;
        let host = discourse.deals.hosts.iter().filter(near).min_by_key(|h| h.token.abs_diff(at));
        let subject =
            (clauses.sentence.start..at).any(|i| TERMS.contains(&&*view.str(i).to_ascii_lowercase()) && i <= clauses.sentence.start + 2);
        let event = match host {
            Some(host) => host.events[0],
            None => match discourse.deals.last.filter(|_| subject) {
                Some(last) => last,
                None => continue,
            },
        };
        let before = at.saturating_sub(6).max(clauses.sentence.start)..at;
        let has = |class: Class| before.clone().any(|i| view.is(i, class));
        let modality = if has(Class::BELIEVED.or(Class::MAY).or(Class::MAYBE)) {
            Modality::Possible
        } else if before.clone().any(|i| view.str(i) == "would") {
            Modality::Hypothetical
        } else {
            Modality::Asserted
        };
        let start =
            host.filter(|h| h.extent.start < at && clauses.clause_of(h.token) == clauses.clause_of(at)).map_or(at - 1, |h| h.extent.start);
        out.push(Draft {
            event,
            attribute: "superlative".into(),
            subject: None,
            of: None,
            value: Value::Text(span_text(view, &(at - 1..end)).into()),
            said: at - 1..end,
            quote: start..end,
            modality,
            polarity: Polarity::Positive,
            at,
        });
    }
}

/// "a break fee of 30 million euros", "a fine of $5 million": a sum that is no price.
fn fee(scene: &Scene<'_>, discourse: &Discourse, sum: &Range<usize>) -> Found {
    let view = scene.clauses.view;
    if let Some(found) = ordered(scene, sum) {
        return Some(found);
    }
    let noun = sum.start.checked_sub(2).filter(|_| view.str(sum.start - 1) == "of")?;
    let action = match view.str(noun) {
        // "signed X for a fee of …": what the contract costs.
        "fee" | "fees"
            if !discourse.deals.hosts.is_empty()
                && !matches!(view.str(noun - 1), "break" | "up" | "termination" | "posting" | "agency") =>
        {
            return None;
        }
        "fee" | "fees" => "fee",
        "fine" | "penalty" => "fine",
        "damages" | "compensation" | "settlement" => "award",
        _ => return None,
    };
    let firms: Vec<usize> = discourse.firms().iter().map(|p| p.0).collect();
    let subject = scene.clauses.subject(noun).map(|p| named(scene, p)).unwrap_or_default();
    let who = if action == "fee" && !firms.is_empty() { firms } else { subject };
    let start = scene.clauses.phrase_at(noun, 0).map_or(noun.saturating_sub(2), |p| p.tokens.start).max(scene.clauses.sentence.start);
    Some((action, who, start..sum.end))
}

/// "ordered X to pay $5 million in damages".
fn ordered(scene: &Scene<'_>, sum: &Range<usize>) -> Found {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let kind = (view.str(sum.end) == "in").then(|| (sum.end + 1..sum.end + 4).find(|i| AWARDS.contains(&view.str(*i))))??;
    let pay =
        (sum.start.saturating_sub(4).max(clauses.sentence.start)..sum.start).rfind(|i| matches!(view.str(*i), "pay" | "paid" | "pays"))?;
    let payer = clauses.phrases.iter().rfind(|p| p.tokens.end < pay && !p.possessive)?;
    let who = named(scene, payer);
    (!who.is_empty()).then_some(("award", who, payer.tokens.start..kind + 1))
}

/// What courts and settlements make somebody pay.
const AWARDS: &[&str] = &["damages", "compensation", "fines", "penalties", "restitution", "reparations", "settlements", "costs"];

/// "had turned down about 900 million euros from the same suitor": an offer, told by its sum.
fn spurned(scene: &Scene<'_>, discourse: &Discourse, sum: &Range<usize>) -> Found {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let down = sum.start.checked_sub(1).filter(|i| *i > clauses.sentence.start)?;
    let verb = if view.str(down) == "down" { down - 1 } else { down };
    let rejects = matches!(view.str(verb), "rejected" | "refused" | "spurned" | "rebuffed" | "declined")
        || (verb < down && view.str(verb) == "turned");
    if !rejects {
        return None;
    }
    let mut who: Vec<usize> = clauses.subject(verb).map(|p| named(scene, p)).unwrap_or_default();
    let from = (sum.end..sum.end + 3).find(|i| view.str(*i) == "from");
    who.extend(from.and_then(|i| clauses.phrases.iter().find(|p| p.tokens.start == i + 1)).map(|p| named(scene, p)).unwrap_or_default());
    if who.len() < 2 {
        who = discourse.firms().iter().map(|p| p.0).collect();
    }
    let end = from.map_or(sum.end, |i| (i + 4).min(clauses.sentence.end));
    (who.len() > 1).then(|| ("offer", who, clauses.clause_start(verb)..end))
}

/// "The Gulls are out of the running for X", "remain in the race", "will not sign X": whether somebody is still in it.
pub(super) fn races(scene: &Scene<'_>, discourse: &mut Discourse) {
    let view = scene.clauses.view;
    for at in scene.clauses.sentence.clone() {
        let Some((status, from)) = race(scene, at) else { continue };
        let start = scene.clauses.clause_start(from);
        let body = |p: &&Phrase| p.tokens.end <= from && named(scene, p).iter().any(|e| is_body(scene, *e));
        let near = scene.clauses.phrases.iter().rfind(body);
        let who = near.and_then(|p| named(scene, p).into_iter().rfind(|e| is_body(scene, *e))).or(discourse.deals.body);
        let Some(who) = who else { continue };
        let behind =
            scene.clauses.phrases.iter().find(|p| p.tokens.start > at && p.tokens.start <= at + 4 && view.str(p.tokens.start - 1) == "for");
        let whom = behind.and_then(|p| named(scene, p).first().copied()).or_else(|| discourse.last_recipient());
        let mut participants = vec![(who, None)];
        participants.extend(whom.filter(|w| *w != who).map(|w| (w, None)));
        discourse.happenings.push(Happening::new("pursue", participants));
        let extent = near.map_or(start, |p| p.tokens.start)..behind.map_or(at + 1, |p| p.tokens.end);
        let event = discourse.happenings.len() - 1;
        discourse.deals.outcomes.push(Outcome {
            event,
            status,
            token: at,
            extent,
            modality: Modality::Asserted,
            polarity: Polarity::Positive,
        });
    }
}

/// The noun of a race at `at` with what is said of it: out of it, or in it still; and where that begins.
fn race(scene: &Scene<'_>, at: usize) -> Option<(Status, usize)> {
    let view = scene.clauses.view;
    if !List::Races.has(view.str(at)) {
        return None;
    }
    let left = at.saturating_sub(6).max(scene.clauses.sentence.start)..at;
    let of = left.clone().rev().find(|i| view.str(*i) == "of");
    if let Some(out) = of.and_then(|i| i.checked_sub(1)).filter(|i| view.str(*i) == "out") {
        let before = out.saturating_sub(8).max(scene.clauses.sentence.start)..out;
        let doubted = before.clone().any(|i| view.is(i, Class::NOT));
        return Some((if doubted { Status::UnderWay } else { Status::Ended }, out));
    }
    let stays = left.clone().find(|i| matches!(view.str(*i), "still" | "remain" | "remains" | "remained" | "stay" | "stays"))?;
    let inside = left.clone().any(|i| view.str(i) == "in");
    inside.then_some((Status::UnderWay, stays))
}
