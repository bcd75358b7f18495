//! A relation's reason, in words.

use std::cmp::Ordering;

use super::{Basis, Difference, Ground, Kind, Missing, Relation};
use crate::claim::{Claim, Event, Modality, Polarity};
use crate::corpus::Published;
use crate::text::cleaned;
use crate::value::{Reason, Value};

/// Why `source` and `target` are related as they are, in one sentence without a final stop, [clean](crate::text::clean) whatever it quotes. The
/// dates are those of publication.
pub fn why(relation: &Relation, source: (&Claim, Option<Published>), target: (&Claim, Option<Published>)) -> String {
    cleaned(match &relation.basis {
        Basis::Recorded(text) => text.to_string(),
        Basis::Found(ground, voice) => {
            let disputed = matches!(relation.kind, Kind::Conflicts | Kind::Tension);
            let doubts = [source.0, target.0].into_iter().filter(|_| disputed).filter_map(|c| c.doubt.as_deref());
            let doubts: String = doubts.map(|d| format!("; {d}")).collect();
            format!("{}{doubts}; {voice}", found(ground, source, target))
        }
    })
}

fn found(ground: &Ground, source: (&Claim, Option<Published>), target: (&Claim, Option<Published>)) -> String {
    let (s, t) = (says(source.0), says(target.0));
    let (s_day, t_day) = days(source.1, target.1);
    match ground {
        Ground::Values(Reason::Disjoint) if told_apart(source, target) => {
            let reason = Reason::Disjoint;
            format!("{s} (told {s_day}) and {t} (told {t_day}): {reason}; it is not known as a total that runs from day to day")
        }
        Ground::Values(reason) => format!("{s} and {t}: {reason}"),
        Ground::CountedBack(reason) => format!("{s} told {s_day} and {t} told {t_day}: counted back, {reason}"),
        Ground::Outcome => format!("{s} is asserted {s_day}; {t} was {} {t_day}", target.0.modality.as_str()),
        Ground::Stage => format!("{s} (told {s_day}) follows {t} (told {t_day})"),
        Ground::Stages => format!("{s} (told {s_day}) and {t} (told {t_day}) exclude each other"),
        Ground::Polarity => format!("{s} and {t}: the one denies what the other says"),
        Ground::LaterHigher => format!("{s} (told {s_day}) is the later count, {t} (told {t_day}) the earlier"),
        Ground::LaterLower => format!("{s} (told {s_day}) and {t} (told {t_day}): a running total does not go back"),
        Ground::SameDay => format!("{s} (told {s_day}) and {t} (told {t_day}): two counts, and neither is known to be the later"),
        Ground::Spelling => format!("{s} and {t}: one name in two spellings"),
        Ground::Variants => format!("{s} and {t}: a short form and its name"),
        Ground::Initials => format!("{s} writes out what {t} has in initials, and there is one at a time"),
        Ground::PartOfName => format!("{s} holds {t}"),
        Ground::Exclusive => format!("{s} and {t}: there is one at a time"),
        Ground::Set => format!("{s} and {t}: both may hold, for there can be many"),
        Ground::MayHaveChanged => format!("{s} (told {s_day}) and {t} (told {t_day}): it may have changed between"),
        Ground::Scope(aspect) => {
            let told = |c: &Claim| c.scope.as_ref().map_or_else(|| "no scope told".to_owned(), ToString::to_string);
            format!("{s} and {t} are of two scopes, by {}: {} against {}", aspect.as_str(), told(source.0), told(target.0))
        }
        Ground::Birthday => format!("{s} and {t}: a birthday can lie between"),
        Ground::Differs(Difference::Torn) => {
            format!(
                "{s} and {t} may be of one event, {}, and one of them as well of another",
                differs(Difference::Torn, source.0, target.0)
            )
        }
        Ground::Differs(Difference::Names) => {
            format!("{s} and {t} are of one event only if {} are the same", differs(Difference::Names, source.0, target.0))
        }
        Ground::Differs(difference) => format!("{s} and {t} are of two events or parts: {}", differs(*difference, source.0, target.0)),
        Ground::Lacks(missing) => format!("{s} and {t}: {}", lacks(*missing)),
        Ground::Person(text) => text.to_string(),
    }
}

/// Whether two quantities of which there can be a total were told on two days: ages and shares add up to none.
fn told_apart((a, x): (&Claim, Option<Published>), (b, y): (&Claim, Option<Published>)) -> bool {
    let adds_up = |v: &Value| matches!(v, Value::Quantity(q) if !matches!(q.unit.as_str(), "year-old" | "%"));
    let quantities = adds_up(&a.value.value) && adds_up(&b.value.value);
    quantities && x.zip(y).is_some_and(|(x, y)| x.date != y.date && x.order(&y).is_some_and(Ordering::is_ne))
}

fn says(claim: &Claim) -> String {
    let denied = claim.polarity == Polarity::Negative || claim.modality == Modality::Denied;
    let not = if denied { "not " } else { "" };
    if let ("occurrence", Value::Boolean(yes)) = (claim.attribute.as_str(), &claim.value.value) {
        return if *yes != denied { "it happened" } else { "it did not happen" }.to_owned();
    }
    let of = claim.of.as_ref().map_or_else(String::new, |of| format!(" ({of})"));
    format!("{not}{}{of}", claim.value.value)
}

/// When the two were published: the days, or all that is known where these do not show which was first. "01:00 on the 6th in Tokyo" is
/// before "23:30 on the 5th in New York".
fn days(source: Option<Published>, target: Option<Published>) -> (String, String) {
    let unknown = || "on a day not known".to_owned();
    let shown = source.zip(target).is_none_or(|(s, t)| Some(s.date.cmp(&t.date)) == s.order(&t));
    let day = |p: Published| match p.time {
        Some(_) if !shown => format!("at {p}"),
        _ => format!("on {}", p.date),
    };
    (source.map_or_else(unknown, day), target.map_or_else(unknown, day))
}

fn differs(difference: Difference, source: &Claim, target: &Claim) -> String {
    let (a, b) = (&*source.event, &*target.event);
    match difference {
        Difference::Participants => format!("{} against {}", people(a), people(b)),
        Difference::Names => format!("{} and {}", people(a), people(b)),
        Difference::Torn => format!("{a} and {b}"),
        Difference::Time => format!("{} against {}", when(a), when(b)),
        Difference::Place => format!("{} against {}", destination(a), destination(b)),
        Difference::Action => format!("{} against {}", a.action, b.action),
        Difference::Event => format!("nothing shows that {a} and {b} are one"),
        Difference::Part => {
            let of = |c: &Claim| c.of.as_deref().unwrap_or("the whole").to_owned();
            format!("{} against {}", of(source), of(target))
        }
    }
}

fn people(event: &Event) -> String {
    let names: Vec<&str> = event.participants.iter().map(|p| &*p.name).collect();
    if names.is_empty() { "nobody named".to_owned() } else { names.join(" and ") }
}

fn when(event: &Event) -> String {
    let label = || event.period.as_ref().map(|p| format!("“{p}”"));
    let told = event.time.map(|t| Value::Time(t).to_string()).or_else(label);
    told.unwrap_or_else(|| "a time told only by the day of publication".to_owned())
}

fn destination(event: &Event) -> String {
    let to = event.participants.iter().find(|p| p.role.as_deref() == Some("destination")).map(|p| p.name.to_string());
    to.or_else(|| event.place.as_ref().map(|p| p.name.to_string())).unwrap_or_else(|| "a place not told".to_owned())
}

fn lacks(missing: Missing) -> &'static str {
    match missing {
        Missing::Anchor => "one of them has no date to count from",
        Missing::Conversion => "their units differ, and nothing converts the one into the other",
        Missing::Level => "one is a level, the other a change, and the level before is missing",
        Missing::Cardinality => "other words, and nobody declared whether there can be more than one",
        Missing::Scope => "what they are told of is not known to be one",
        Missing::Identity => "they vary as names do, and are not known to be one, or two",
        Missing::More => "the one may only say more than the other",
        Missing::Form => "values of two kinds, which have no form in common",
        Missing::Day => "it is not known on which day one of them was told",
        Missing::Hour => "it is not known which of them was told first",
        Missing::Certainty => "the one supposes what the other tells, and nothing shows that it came later",
        Missing::Containment => "neither article says that the one place lies in the other",
    }
}
