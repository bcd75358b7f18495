//! What a record must have, whichever door it comes by.
//!
//! Readers of files name the field with its path; from Rust there is no path, and the same fields are looked at here. Both
//! refuse the same.

use std::fmt::Display;

use super::{Claim, Decision, EntityRecord, Refusal, RejectionCode};
use crate::claim::About;
use crate::corpus::Published;
use crate::ontology::{AttributeType, EventType};
use crate::value::{Number, Value};

/// A sentence in place of a noun would be a data item that no other claim ever speaks of.
const ATTRIBUTE_WORDS: usize = 7;

/// Refuses an empty text.
pub(crate) fn filled(field: &str, text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::new(RejectionCode::BadField, format!("`{field}` is empty"))) } else { Ok(()) }
}

/// Refuses what is no name of an attribute.
pub(crate) fn attribute(field: &str, name: &str) -> Result<(), Refusal> {
    filled(field, name)?;
    if name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_')).filter(|w| !w.is_empty()).nth(ATTRIBUTE_WORDS).is_some() {
        let short: String = name.chars().take(60).collect();
        let more = if short.len() < name.len() { "…" } else { "" };
        let reason = format!("`{field}` is \"{short}{more}\", which is more than seven words");
        return Err(Refusal::new(RejectionCode::BadField, reason));
    }
    Ok(())
}

/// Refuses a claim without what every claim needs.
pub(crate) fn claim(claim: &Claim) -> Result<(), Refusal> {
    filled("article", claim.article.as_str())?;
    attribute("attribute", claim.attribute.as_str())?;
    filled("event.action", claim.event.action.as_str())?;
    for (i, participant) in claim.event.participants.iter().enumerate() {
        if participant.name.trim().is_empty() {
            filled(&format!("event.participants[{i}].name"), &participant.name)?;
        }
    }
    let bad = |field: &str, reason: &dyn Display| Refusal::new(RejectionCode::BadValue, format!("`{field}`: {reason}"));
    value(&claim.value.value).map_err(|reason| bad("value", &reason))?;
    if let Some(time) = claim.event.time {
        Value::Time(time).check().map_err(|reason| bad("event.time", &reason))?;
    }
    let scope = claim.scope.as_deref();
    for (field, told) in [("scope.period", scope.and_then(|s| s.period.as_ref())), ("scope.as_of", scope.and_then(|s| s.as_of.as_ref()))] {
        told.map_or(Ok(()), |n| n.value.check()).map_err(|reason| bad(field, &reason))?;
    }
    Ok(())
}

/// The moment, where a calendar and a clock have it: of the years 1 to 9999, its time on its day, its offset, with a time only, of less
/// than 26 hours.
pub(crate) fn moment(field: &str, told: Option<Published>) -> Result<Option<Published>, Refusal> {
    match told {
        Some(p) if !p.is_sound() => {
            let reason = format!("`{field}` is {p}, which is no moment of the years 1 to 9999");
            Err(Refusal::new(RejectionCode::BadDate, reason))
        }
        sound => Ok(sound),
    }
}

/// Refuses a range whose ends are reversed, a date that no calendar has, and what else cannot be written.
fn value(value: &Value) -> Result<(), String> {
    let range = |low: Number, high: Option<Number>| match high {
        Some(high) if high < low => Err(format!("{:?} is a range whose ends are reversed", value.canonical())),
        _ => Ok(()),
    };
    match value {
        Value::Quantity(q) => range(q.amount, q.upper),
        Value::Duration(d) => range(d.amount, d.upper),
        Value::Text(t) | Value::Entity(t) | Value::Quotation(t) if t.trim().is_empty() => Err("it is empty".to_owned()),
        Value::Place(p) if p.name.trim().is_empty() => Err("it is empty".to_owned()),
        _ => Ok(()),
    }?;
    value.check().map_err(|bad| bad.to_string())
}

/// Refuses an entity without id or name.
pub(crate) fn entity(entity: &EntityRecord) -> Result<(), Refusal> {
    filled("id", entity.id.as_str())?;
    match entity.names.iter().all(|n| n.trim().is_empty()) {
        true => Err(Refusal::new(RejectionCode::BadField, "`names` holds no name")),
        false => Ok(()),
    }
}

/// Refuses a decision that names nothing, or whose verdict is not about what it names.
pub(crate) fn decision(decision: &Decision) -> Result<(), Refusal> {
    let (field, a, b) = match &decision.about {
        About::Claims(a, b) => ("claims", a.as_str(), b.as_str()),
        About::Entities(a, b) => ("entities", &**a, &**b),
    };
    filled(field, a)?;
    filled(field, b)?;
    filled("by", &decision.by)?;
    let on_entities = field == "entities";
    if decision.verdict != super::Verdict::Unsure && decision.verdict.is_of_entities() != on_entities {
        let reason = format!("`verdict` is \"{}\", which does not fit `{field}`", decision.verdict);
        return Err(Refusal::new(RejectionCode::DecisionOfOtherKind, reason));
    }
    Ok(())
}

/// Refuses a declared attribute that has no name.
pub(crate) fn declared(record: &AttributeType) -> Result<(), Refusal> {
    record.names().enumerate().try_for_each(|(i, name)| attribute(&field(i), name))
}

/// Refuses a declared kind of event that has no name.
pub(crate) fn declared_event(record: &EventType) -> Result<(), Refusal> {
    record.names().enumerate().try_for_each(|(i, name)| filled(&field(i), name))
}

/// The field of a declaration's nth name.
fn field(nth: usize) -> String {
    nth.checked_sub(1).map_or_else(|| "name".to_owned(), |i| format!("synonyms[{i}]"))
}
