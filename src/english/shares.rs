//! Shares and numbers of what a failure hit: "65 percent of traffic to Norway was down", "82 percent of the voice traffic", "200,000
//! customers lost power", and the elliptical rest of a list: "52 percent in Estonia".

use std::ops::Range;
use std::sync::Arc;

use super::discourse::{Discourse, Scene, Trigger};
use super::frames::Shape;
use super::lexicon::Class;
use super::outages::is_thought;
use super::values::Draft;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::normalize::QuantitySpan;
use crate::value::{Modifier, Quantity, Unit, Value};
use crate::words::List;

/// What is counted in shares, and the attribute it goes under.
const SHARED: &[(&str, &[&str])] = &[
    ("traffic", &["traffic", "communications", "connectivity", "calls", "capability"]),
    ("services", &["services", "service"]),
    ("network", &["network", "networks"]),
    ("capacity", &["capacity", "bandwidth"]),
    ("power", &["power", "electricity", "supply"]),
    ("customers", &["customers", "subscribers", "clients", "consumers"]),
    ("users", &["users"]),
    ("homes", &["homes", "households"]),
    ("flights", &["flights"]),
    ("routes", &["routes"]),
    ("population", &["population"]),
];
/// Words before such a noun that make it another figure.
const KINDS: &[&str] = &["voice", "internet", "web", "mobile", "data", "business", "phone", "telephone"];

/// The last share that a sentence told, for those that leave out what they are of.
#[derive(Clone, Debug)]
pub(super) struct Share {
    event: usize,
    attribute: &'static str,
    kind: Option<String>,
    carried: bool,
    modality: Modality,
    modifier: Option<Modifier>,
    sentence: usize,
}

/// Adds the claim of a share or a number of what failed, and tells whether it is one.
pub(super) fn share(scene: &Scene<'_>, triggers: &[Trigger], discourse: &mut Discourse, span: &QuantitySpan, out: &mut Vec<Draft>) -> bool {
    let view = scene.clauses.view;
    let percent = span.value.unit.as_str() == "%";
    let here =
        triggers.iter().filter(|t| t.frame.shape == Shape::Outage).min_by_key(|t| t.token.abs_diff(span.tokens.start)).map(|t| t.event);
    let Some(event) = here.or_else(|| recent(discourse)) else { return false };
    let (start, end) = (span.tokens.start, span.tokens.end);
    if !percent {
        return affected(scene, event, span, out);
    }
    let mut at = end;
    let of = view.str(at) == "of";
    while of && (view.str(at) == "of" || view.is(at, Class::THE.or(Class::HIS)) || view.str(at) == "all") {
        at += 1;
    }
    if of {
        let Some((attribute, head)) = head(scene, at) else { return false };
        let kind = (at..head)
            .map(|i| view.str(i).to_ascii_lowercase())
            .find(|w| KINDS.contains(&&**w))
            .filter(|k| attribute == "traffic" && k == "voice");
        let own = scene.clauses.clause_start(start)..scene.clauses.clause_end(head);
        let carried = own.clone().any(|i| List::Carried.has(view.str(i)));
        let off = |i: usize| view.str(i) == "off" && view.str(i + 1) == "-";
        let lost = own.clone().any(|i| List::LostTraffic.has(view.str(i)) || off(i));
        let continued = discourse.share.as_ref().is_some_and(|s| s.sentence == discourse.sentence);
        if !carried && !lost && !continued && !(own.end..scene.clauses.sentence.end).take(12).any(|i| List::LostTraffic.has(view.str(i))) {
            return false;
        }
        let modality = if is_thought(scene, start) { Modality::Possible } else { Modality::Asserted };
        let last = tail(scene, head);
        let mut names = places(scene, at..last);
        // "… of traffic was lost in Norway".
        let behind = verb_end(scene, last.max(head + 1));
        if names.is_empty() && matches!(view.str(behind), "in" | "with" | "to") {
            names = places(scene, behind..scene.clauses.clause_end(behind).min(behind + 6));
        }
        if names.is_empty() && own.start < start {
            names = places(scene, own.start..start);
        }
        let modifier = span.value.modifier;
        let share = Share { event, attribute, kind, carried, modality, modifier, sentence: discourse.sentence };
        let quote =
            (if carried { own.start } else { start.min(own.start.max(start.saturating_sub(6))) })..verb_end(scene, last.max(head + 1));
        out.push(draft(&share, names, span, quote));
        discourse.share = Some(share);
        return true;
    }
    // "… 52 percent in Egypt and 82 percent in India": of the same as the last.
    let Some(share) = discourse.share.clone().filter(|s| s.sentence + 1 >= discourse.sentence) else { return false };
    if !matches!(view.str(end), "in" | "with" | "to" | "from" | "for") {
        return false;
    }
    let last = tail(scene, end);
    let names = places(scene, end..last);
    if names.is_empty() {
        return false;
    }
    // The hedge of the first goes for the list.
    let hedged = Quantity { modifier: span.value.modifier.or(share.modifier), ..span.value.clone() };
    let span = &QuantitySpan { value: hedged, ..span.clone() };
    let share = Share {
        modality: if is_thought(scene, start) { Modality::Possible } else { share.modality },
        sentence: discourse.sentence,
        ..share
    };
    out.push(draft(&share, names, span, start..verb_end(scene, last)));
    discourse.share = Some(share);
    true
}

/// The failure of the article, if a sentence may be about it.
fn recent(discourse: &Discourse) -> Option<usize> {
    discourse.failed.filter(|(_, sentence)| sentence + 3 >= discourse.sentence).map(|f| f.0).or(discourse.failure)
}

fn draft(share: &Share, mut names: Vec<String>, span: &QuantitySpan, quote: Range<usize>) -> Draft {
    names.sort_unstable();
    names.dedup();
    let kind = share.kind.iter().cloned().chain(share.carried.then(|| "carried".to_owned()));
    let of: Vec<String> = kind.chain(names).collect();
    Draft {
        event: share.event,
        attribute: Arc::from(share.attribute),
        subject: None,
        of: (!of.is_empty()).then(|| of.join(", ").into()),
        value: Value::Quantity(Quantity { change: None, ..span.value.clone() }),
        said: span.tokens.clone(),
        at: quote.start,
        quote,
        modality: share.modality,
        polarity: Polarity::Positive,
    }
}

/// The noun that a share is of, its attribute and its token: the last of a compound.
fn head(scene: &Scene<'_>, at: usize) -> Option<(&'static str, usize)> {
    let view = scene.clauses.view;
    let row = |i: usize| SHARED.iter().find(|(_, words)| words.contains(&&*view.str(i).to_ascii_lowercase())).map(|r| r.0);
    let clitic = |i: usize| view.str(i) == "'s";
    let stop = |i: &usize| {
        !clitic(*i) && view.is(*i, Class::PREP.or(Class::BE).or(Class::AND).or(Class::HAVE)) || matches!(view.str(*i), "," | "." | ";")
    };
    let end = (at..at + 8).find(stop)?;
    let first = (at..end).rev().find(|i| row(*i).is_some())?;
    // "Voice traffic capability" is of traffic; "communications network" of the network.
    let traffic = (at..end).find(|i| row(*i) == Some("traffic") && view.str(*i) == "traffic");
    let head = traffic.unwrap_or(first);
    row(head).map(|r| (r, head))
}

/// The end of the phrases that hang on a share: "to Norway", "between Norway and Estonia", "in the Gulf".
fn tail(scene: &Scene<'_>, head: usize) -> usize {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let verb = |i: usize| {
        view.is(i, Class::BE.or(Class::HAVE).or(Class::SAY))
            || view.words.get(i).is_some_and(|w| w.verb.is_some() && w.noun.is_none())
            || List::LostTraffic.has(view.str(i)) && !matches!(view.str(i), "cut")
    };
    let amount = |i: usize| i > head && scene.quantities.iter().any(|q| q.tokens.start == i);
    let stop = |i: &usize| verb(*i) || amount(*i) || matches!(view.str(*i), "." | ";" | "\"");
    (head + 1..clauses.sentence.end.min(head + 16)).find(stop).unwrap_or(clauses.sentence.end.min(head + 16))
}

/// The end of the group of verbs behind: "was out of service", "were disrupted".
fn verb_end(scene: &Scene<'_>, at: usize) -> usize {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let verb = |i: &usize| {
        view.is(*i, Class::BE.or(Class::HAVE).or(Class::ADV))
            || List::LostTraffic.has(view.str(*i))
            || matches!(view.str(*i), "of" | "service" | "carried")
    };
    let extra = (at..clauses.sentence.end).take(5).take_while(verb).count();
    (at + extra).min(clauses.sentence.end)
}

/// The places and regions named in a stretch, by their plain names.
fn places(scene: &Scene<'_>, tokens: Range<usize>) -> Vec<String> {
    let view = scene.clauses.view;
    let name = |c: &super::names::Chunk, e: Option<usize>| match (c.place, e) {
        (Some(place), _) => Some(place.name.to_string()),
        (None, Some(e)) if matches!(scene.entities.all[e].kind, EntityKind::Place | EntityKind::Other) => {
            Some(scene.entities.all[e].name.to_string())
        }
        _ => None,
    };
    let mut found: Vec<String> =
        scene.chunks.iter().filter(|(c, _)| tokens.contains(&c.tokens.start)).filter_map(|(c, e)| name(c, *e)).collect();
    if tokens.clone().any(|i| view.str(i) == "continents") {
        found.push("continents".to_owned());
    }
    found.into_iter().map(|n| if n == "America" { "United States".to_owned() } else { n }).collect()
}

/// "75 million people were affected", "200,000 customers lost power", "left 3,000 homes without electricity".
fn affected(scene: &Scene<'_>, event: usize, span: &QuantitySpan, out: &mut Vec<Draft>) -> bool {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let unit = span.value.unit.as_str();
    let row = |w: &str| SHARED.iter().find(|(_, words)| words.iter().any(|p| p.strip_suffix('s') == Some(w))).map(|r| r.0);
    let attribute = match unit {
        "person" | "" | "other" => "affected",
        unit => match row(unit) {
            Some(found) => found,
            None => return false,
        },
    };
    if !span.value.amount.is_integer() {
        return false;
    }
    let end = span.noun.as_ref().map_or(span.tokens.end, |n| n.end.max(span.tokens.end));
    let clause = end..clauses.clause_end(span.tokens.start).min(end + 9);
    let off = |i: usize| view.str(i) == "off" && view.str(i + 1) == "-" && view.str(i + 2) == "line";
    let hit = clause.clone().find(|i| {
        off(*i) || matches!(view.str(*i), "affected" | "without" | "lost" | "offline" | "disconnected" | "down" | "losing" | "cut" | "hit")
    });
    // "Knocked out power to 3,000 homes", "affected 600 customers", "left 2,000 homes in the dark".
    let start = span.tokens.start;
    let from = start.saturating_sub(6).max(clauses.sentence.start);
    let supply =
        (from..start).rev().find(|i| matches!(view.str(*i), "power" | "electricity" | "service" | "supplies" | "water")).filter(|i| {
            matches!(view.str(i + 1), "to" | "for")
                && (from..*i)
                    .any(|j| List::LostTraffic.has(view.str(j)) || matches!(view.str(j), "cutting" | "knocking" | "interrupted" | "lost"))
        });
    let object = (from..start).rev().take(3).find(|i| {
        matches!(view.str(*i), "affected" | "affecting" | "hit" | "disconnected" | "disconnecting" | "plunged")
            && !view.is(i.wrapping_sub(1), Class::BE)
    });
    let dark = (end..end + 5).find(|i| view.str(*i) == "darkness" || (view.str(*i) == "dark" && view.is(i.wrapping_sub(1), Class::THE)));
    let draft = |quote: Range<usize>, modality, at| Draft {
        event,
        attribute: Arc::from(attribute),
        subject: None,
        of: None,
        value: Value::Quantity(Quantity {
            unit: Unit::new(if attribute == "affected" { "person" } else { unit }),
            change: None,
            ..span.value.clone()
        }),
        said: span.tokens.clone(),
        quote,
        modality,
        polarity: Polarity::Positive,
        at,
    };
    if let Some(at) = supply.or(object).or(dark) {
        out.push(draft(at.min(start)..end.max(at + 1), Modality::Asserted, at));
        return true;
    }
    let Some(hit) = hit.filter(|i| attribute != "affected" || !unit.is_empty() || view.str(*i) == "without") else { return false };
    if clause.clone().take_while(|i| *i < hit).any(|i| view.is(i, Class::SAY)) {
        return false;
    }
    let modality = if is_thought(scene, hit) { Modality::Possible } else { Modality::Asserted };
    out.push(draft(start..hit + 1, modality, hit));
    true
}
