//! How the scopes of two claims stand to each other: what a value holds for beside its event, its attribute and its part.
//!
//! Two figures of two places, periods or definitions are no two figures of one thing. What one claim leaves out is not known, and
//! then two figures that differ prove nothing.

use std::cmp::Ordering;

use crate::claim::{Claim, Scope};
use crate::text::fold;
use crate::value::{Comparison, Normalized, Outcome, Value, compare};

/// How one field of two scopes stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Same,
    Unknown,
    Other,
}

/// Whether the two are told of two scopes. Two institutions whose figures agree agree.
pub(super) fn differ(a: &Claim, b: &Claim, values: Comparison) -> bool {
    let told = fields(a, b);
    told.is_some_and(|(rest, whose)| rest.contains(&Field::Other) || whose == Field::Other && is_apart(values))
}

/// Whether something that a scope says of the one is not known of the other.
pub(super) fn unknown(a: &Claim, b: &Claim) -> bool {
    fields(a, b).is_some_and(|(rest, whose)| rest.contains(&Field::Unknown) || whose == Field::Unknown)
}

/// Which of two figures was counted up to the later moment, where both say up to which.
pub(super) fn counted_in_order(a: &Claim, b: &Claim) -> Option<Ordering> {
    let moment = |c: &Claim| match c.scope.as_deref()?.as_of.as_ref()?.value {
        Value::Time(time) => time.entailed(),
        _ => None,
    };
    let (x, y) = (moment(a)?, moment(b)?);
    if x.end <= y.start {
        return Some(Ordering::Less);
    }
    Some(if y.end <= x.start { Ordering::Greater } else { Ordering::Equal })
}

fn is_apart(values: Comparison) -> bool {
    matches!(values.outcome, Outcome::Contradicts | Outcome::Tension)
}

/// Place, period, definition and day; and whose figure it is. `None` where neither claim has a scope.
fn fields(a: &Claim, b: &Claim) -> Option<([Field; 4], Field)> {
    if a.scope.is_none() && b.scope.is_none() {
        return None;
    }
    let none = Scope::new();
    let (x, y) = (a.scope.as_deref().unwrap_or(&none), b.scope.as_deref().unwrap_or(&none));
    let words = |x: &Option<_>, y: &Option<_>| worded(x.as_deref(), y.as_deref());
    let rest = [words(&x.place, &y.place), periods(a, b, x, y), words(&x.definition, &y.definition), days(x.daily, y.daily)];
    Some((rest, words(&x.institution, &y.institution)))
}

/// Words that have none in common are of two things; "Esk" and "Esk province" may be one.
fn worded(a: Option<&str>, b: Option<&str>) -> Field {
    let (Some(a), Some(b)) = (a, b) else { return told_by_one(a, b) };
    let (a, b) = (fold(a), fold(b));
    let words = |t: &str| t.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 2).map(str::to_owned).collect::<Vec<_>>();
    let (p, q) = (words(&a), words(&b));
    if a == b {
        Field::Same
    } else if p.iter().any(|w| w != "the" && q.contains(w)) {
        Field::Unknown
    } else {
        Field::Other
    }
}

fn told_by_one<T: ?Sized>(a: Option<&T>, b: Option<&T>) -> Field {
    if a.is_some() == b.is_some() { Field::Same } else { Field::Unknown }
}

/// A count that is not said to be of one day is a total.
fn days(a: Option<bool>, b: Option<bool>) -> Field {
    match (a, b) {
        (Some(a), Some(b)) if a != b => Field::Other,
        (Some(true), None) | (None, Some(true)) => Field::Unknown,
        _ => Field::Same,
    }
}

/// The period of the value, which the time of a standing state tells as well.
fn periods(a: &Claim, b: &Claim, x: &Scope, y: &Scope) -> Field {
    let (Some(p), Some(q)) = (&x.period, &y.period) else {
        let state = |c: &Claim, n: &Option<Normalized>| n.as_ref().map_or(c.event.time.map(Value::Time), |n| Some(n.value.clone()));
        return match (state(a, &x.period), state(b, &y.period)) {
            (Some(p), Some(q)) => of_times(&p, &q),
            _ => told_by_one(x.period.as_ref(), y.period.as_ref()),
        };
    };
    of_times(&p.value, &q.value)
}

fn of_times(a: &Value, b: &Value) -> Field {
    match compare(a, b).outcome {
        Outcome::Equal | Outcome::Compatible => Field::Same,
        Outcome::Contradicts | Outcome::Tension => Field::Other,
        Outcome::Incomparable if matches!((a, b), (Value::Text(_), Value::Text(_))) => Field::Other,
        _ => Field::Unknown,
    }
}
