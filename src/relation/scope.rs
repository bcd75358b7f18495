//! Whether two claims speak of one scope: the same place inside the event, the same institution's count, the same period and
//! definition, a day's figure or a total.
//!
//! Scopes that are known to differ make two data items of one. Of scopes that are not known to be one, agreement is all that can be
//! told.

use std::cmp::Ordering;

use super::Pair;
use crate::claim::{EntityKind, Scope};
use crate::linkage::may_be_one;
use crate::text::fold;
use crate::value::{Interval, Normalized, Outcome, Place, Value, compare};

/// How two scopes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scopes {
    /// They are one, as far as both are told, and neither says more.
    Same,
    /// One of them says more than the other.
    Open,
    /// They differ.
    Apart(Aspect),
}

/// What of two scopes differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// The place inside the event.
    Place,
    /// Whose figure it is.
    Institution,
    /// The stretch of time that the value is of.
    Period,
    /// The moment up to which it was counted.
    AsOf,
    /// What is counted as what.
    Definition,
    /// A day's figure, or a total.
    Daily,
}

impl Aspect {
    /// What it is called.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Institution => "institution",
            Self::Period => "period",
            Self::AsOf => "as of",
            Self::Definition => "definition",
            Self::Daily => "a day's figure or a total",
        }
    }
}

/// How the scopes of two claims stand. The moment of a count that runs says which of two is the later, and makes no two items.
pub(super) fn scopes(pair: &Pair<'_>) -> Scopes {
    let (a, b) = (pair.a.claim.scope.as_deref(), pair.b.claim.scope.as_deref());
    if a.is_none() && b.is_none() {
        return Scopes::Same;
    }
    let none = Scope::new();
    let (a, b) = (a.unwrap_or(&none), b.unwrap_or(&none));
    let runs = pair.habit.runs().is_some();
    [
        aspect(Aspect::Place, a.place.as_deref(), b.place.as_deref(), places),
        aspect(Aspect::Institution, a.institution.as_deref(), b.institution.as_deref(), institutions),
        aspect(Aspect::Period, a.period.as_ref(), b.period.as_ref(), times),
        if runs { Scopes::Same } else { aspect(Aspect::AsOf, a.as_of.as_ref(), b.as_of.as_ref(), times) },
        aspect(Aspect::Definition, a.definition.as_deref(), b.definition.as_deref(), |x, y| wordings(x, y).filter(|same| *same)),
        aspect(Aspect::Daily, a.daily, b.daily, |x, y| Some(x == y)),
    ]
    .into_iter()
    .max()
    .unwrap_or(Scopes::Same)
}

/// Which of two counts was taken earlier, where both say as of when.
pub(super) fn counted_in_order(pair: &Pair<'_>) -> Option<Ordering> {
    let as_of = |scope: Option<&Scope>| match scope?.as_of.as_ref()?.value {
        Value::Time(time) => time.entailed(),
        _ => None,
    };
    let (a, b): (Interval, Interval) = (as_of(pair.a.claim.scope.as_deref())?, as_of(pair.b.claim.scope.as_deref())?);
    Some(if a.end <= b.start {
        Ordering::Less
    } else if b.end <= a.start {
        Ordering::Greater
    } else {
        Ordering::Equal
    })
}

/// Whether two things that are told are one; `None` where that is not known.
type Sameness = Option<bool>;

fn aspect<T>(aspect: Aspect, a: Option<T>, b: Option<T>, same: impl Fn(T, T) -> Sameness) -> Scopes {
    match (a, b) {
        (None, None) => Scopes::Same,
        (Some(a), Some(b)) => match same(a, b) {
            Some(true) => Scopes::Same,
            Some(false) => Scopes::Apart(aspect),
            None => Scopes::Open,
        },
        _ => Scopes::Open,
    }
}

/// "USA" and "United States" are one, Oslo lies in Norway, and two names of which nothing is known are two places, unless they vary as
/// names do.
fn places(a: &str, b: &str) -> Sameness {
    let place = |text: &str| {
        let mut parts = text.split(',').map(str::trim).filter(|p| !p.is_empty());
        let name = parts.next().unwrap_or_default();
        Value::Place(parts.fold(Place::new(name), Place::within))
    };
    match compare(&place(a), &place(b)).outcome {
        Outcome::Equal => Some(true),
        Outcome::Refines | Outcome::RefinedBy | Outcome::Tension | Outcome::Contradicts => Some(false),
        Outcome::Compatible => None,
        Outcome::Incomparable => Some(false).filter(|_| !may_be_one((a, EntityKind::Place), (b, EntityKind::Place))),
    }
}

/// Two bodies are two where neither their words nor their initials may be one.
fn institutions(a: &str, b: &str) -> Sameness {
    let body = EntityKind::Organisation;
    wordings(a, b).filter(|same| *same || !(may_be_one((a, body), (b, body)) || is_short(a) || is_short(b)))
}

/// Letters that may stand for any body: "WHO".
fn is_short(name: &str) -> bool {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphabetic()).collect();
    (2..=6).contains(&letters.len()) && letters.iter().all(|c| c.is_uppercase())
}

/// "The health ministry" and "Ministry of Health" are one; "confirmed cases" and "confirmed and suspected cases" are not known to be.
fn wordings(a: &str, b: &str) -> Sameness {
    let words = |text: &str| {
        let folded = fold(text);
        let dull = |w: &&str| !w.is_empty() && !matches!(*w, "the" | "a" | "an" | "of" | "for" | "and" | "by" | "in" | "s");
        let mut words: Vec<String> = folded.split(|c: char| !c.is_alphanumeric()).filter(dull).map(str::to_owned).collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let (a, b) = (words(a), words(b));
    let within = |x: &[String], y: &[String]| x.iter().all(|w| y.contains(w));
    match (within(&a, &b), within(&b, &a)) {
        (true, true) => Some(true),
        (false, false) => Some(false),
        _ => None,
    }
}

/// A stretch within another is another stretch; words of times are one where they are the same words.
fn times(a: &Normalized, b: &Normalized) -> Sameness {
    if let (Value::Time(x), Value::Time(y)) = (&a.value, &b.value) {
        return match compare(&Value::Time(*x), &Value::Time(*y)).outcome {
            Outcome::Equal => Some(true),
            Outcome::Contradicts | Outcome::Refines | Outcome::RefinedBy => Some(false),
            Outcome::Compatible | Outcome::Tension | Outcome::Incomparable => None,
        };
    }
    (fold(&a.raw) == fold(&b.raw)).then_some(true)
}
