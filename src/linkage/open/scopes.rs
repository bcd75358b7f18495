//! Whether two open claims tell values of one thing, as far as both say what theirs are of: net profit and operating profit, a quarter and
//! its year, all who were arrested and the women among them.

use super::telling::Telling;
use crate::claim::Scope;
use crate::text::fold;
use crate::value::{Normalized, Outcome, compare};

/// How what two values are of stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scopes {
    /// It is one, as far as they say.
    Same,
    /// One of them says more.
    Open,
    /// It is two things.
    Apart,
}

/// How what two values are of stands, by every aspect that either tells.
pub(super) fn scopes(a: &Telling<'_>, b: &Telling<'_>) -> Scopes {
    // Of most values nothing is told.
    if a.of.is_none() && b.of.is_none() && a.scope.is_none() && b.scope.is_none() {
        return Scopes::Same;
    }
    let none = Scope::default();
    let (x, y) = (a.scope.unwrap_or(&none), b.scope.unwrap_or(&none));
    let text = |p: &str, q: &str| fold(p) == fold(q);
    let place = |p: &str, q: &str| {
        let (p, q) = (fold(p), fold(q));
        p.starts_with(&*q) || q.starts_with(&*p)
    };
    let time = |p: &Normalized, q: &Normalized| compare(&p.value, &q.value).outcome == Outcome::Equal;
    [
        aspect(a.of, b.of, text),
        aspect(x.definition.as_deref(), y.definition.as_deref(), text),
        aspect(x.place.as_deref(), y.place.as_deref(), place),
        aspect(x.period.as_ref(), y.period.as_ref(), time),
        aspect(x.daily.as_ref(), y.daily.as_ref(), PartialEq::eq),
    ]
    .into_iter()
    .max()
    .unwrap_or(Scopes::Same)
}

fn aspect<T: ?Sized>(a: Option<&T>, b: Option<&T>, same: impl Fn(&T, &T) -> bool) -> Scopes {
    match (a, b) {
        (None, None) => Scopes::Same,
        (Some(a), Some(b)) if same(a, b) => Scopes::Same,
        (Some(_), Some(_)) => Scopes::Apart,
        _ => Scopes::Open,
    }
}

/// People that are counted as a part of all, by the stem of their noun: of twelve women and thirty people both can be right.
const PARTS: &[&str] = &[
    "woman",
    "women",
    "man",
    "men",
    "child",
    "children",
    "girl",
    "boy",
    "crew",
    "offic",
    "soldier",
    "civilian",
    "passeng",
    "foreign",
    "minor",
    "student",
    "teenag",
    "adult",
    "tourist",
    "polic",
    "policeman",
    "guard",
    "firefight",
    "driver",
    "guest",
    "worker",
    "staff",
    "member",
];

/// Whether the one counts some of those that the other counts: two nouns, of which one tells a part.
pub(super) fn is_part(a: Option<&str>, b: Option<&str>) -> bool {
    let part = |noun: &str| PARTS.contains(&noun);
    matches!((a, b), (Some(a), Some(b)) if a != b && (part(a) || part(b)))
}
