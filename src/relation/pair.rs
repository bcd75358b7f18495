//! What a rule is given, and what it finds.

use std::cmp::Ordering;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Kind, Rule};
use crate::claim::{Attribute, Claim, Decision, Modality, Polarity};
use crate::corpus::Published;
use crate::value::{Comparison, Outcome, Reason, Time, TimeForm, Value, compare};

/// One claim of a pair, with when its article was published.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// When its article was published.
    pub published: Option<Published>,
}

impl Side<'_> {
    /// Whether the claim says that something is not so.
    pub fn is_negative(&self) -> bool {
        let denies = self.claim.polarity == Polarity::Negative || self.claim.modality == Modality::Denied;
        denies != (self.claim.value.value == Value::Boolean(false))
    }

    /// Whether it speaks of what is still to come or uncertain.
    pub fn is_open(&self) -> bool {
        self.claim.modality.is_open()
    }
}

/// Two claims that a rule looks at. `a` has the smaller id.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The claim with the smaller id.
    pub a: Side<'a>,
    /// The other.
    pub b: Side<'a>,
    /// How the value of `a` stands to that of `b`.
    pub values: Comparison,
    /// What keeps the two from being one data item, if something does.
    pub difference: Option<Difference>,
    /// What a person decided about the two.
    pub decision: Option<&'a Decision>,
}

impl<'a> Pair<'a> {
    /// The pair of two claims of one data item.
    pub fn new(a: Side<'a>, b: Side<'a>) -> Self {
        let values = across_days(a.claim, b.claim, across_zones(a.claim, b.claim, compare(&a.claim.value.value, &b.claim.value.value)));
        Self { a, b, values, difference: None, decision: None }
    }

    /// The same, as a near miss: something keeps the two apart.
    #[must_use]
    pub fn apart(mut self, difference: Difference) -> Self {
        self.difference = Some(difference);
        self
    }

    /// The same, with a person's decision.
    #[must_use]
    pub fn decided(mut self, decision: Option<&'a Decision>) -> Self {
        self.decision = decision;
        self
    }

    /// The attribute that both speak of.
    pub fn attribute(&self) -> &'a Attribute {
        &self.a.claim.attribute
    }

    /// Which was published first; `None` where a date is missing. Two dates compare by the day, unless both have a
    /// time of day.
    pub fn published(&self) -> Option<Ordering> {
        let (a, b) = (self.a.published?, self.b.published?);
        Some(match (a.time, b.time) {
            (Some(x), Some(y)) if a.offset == b.offset => x.cmp(&y),
            _ => a.date.cmp(&b.date),
        })
    }
}

/// Zones that news tells beside local time, as they are written.
const ZONES: &[&str] = &["GMT", "UTC", "Universal Time"];
/// No two clocks of the world are further apart, in seconds.
const WIDEST: i64 = 14 * 3_600;

/// A clock time that is told in Greenwich time says nothing against one that is told in another zone, within the width of the zones.
fn across_zones(a: &Claim, b: &Claim, found: Comparison) -> Comparison {
    let (Value::Time(x), Value::Time(y)) = (&a.value.value, &b.value.value) else { return found };
    let clock = |t: &Time| matches!(t.form, TimeForm::Minute(_) | TimeForm::Hour(..) | TimeForm::Part(..));
    let zoned = |c: &Claim| ZONES.iter().any(|z| c.value.raw.contains(z));
    let apart = matches!(found.outcome, Outcome::Contradicts | Outcome::Tension) && clock(x) && clock(y) && zoned(a) != zoned(b);
    let near = || matches!((x.entailed(), y.entailed()), (Some(x), Some(y)) if x.gap(y) < WIDEST);
    if apart && near() { Comparison { outcome: Outcome::Incomparable, reason: Reason::NoAnchor } } else { found }
}

/// A clock time told without its day has the day of its event, which may be a slip of the reader: "about 1 a.m." under "Saturday
/// night". It speaks by its hour alone.
fn across_days(a: &Claim, b: &Claim, found: Comparison) -> Comparison {
    let (Value::Time(x), Value::Time(y)) = (&a.value.value, &b.value.value) else { return found };
    if !matches!(found.outcome, Outcome::Contradicts | Outcome::Tension) {
        return found;
    }
    let days = if names_day(a, x) && names_day(b, y) { 0..=0 } else { -1..=1 };
    let fits = |x: Time, y: Time| !matches!(compare(&Value::Time(x), &Value::Time(y)).outcome, Outcome::Contradicts | Outcome::Tension);
    // "Around 9:30" is in either half of the day.
    let halves = [Some((*x, *y)), other_half(a, *x).map(|x| (x, *y)), other_half(b, *y).map(|y| (*x, y))];
    let any = |days: i64| halves.into_iter().flatten().any(|(x, y)| moved(&x, days).is_some_and(|x| fits(x, y)));
    let lies = days.into_iter().any(any);
    if lies { Comparison { outcome: Outcome::Incomparable, reason: Reason::NoAnchor } } else { found }
}

/// The time twelve hours later, where the words leave open in which half of the day it is.
fn other_half(claim: &Claim, time: Time) -> Option<Time> {
    const HALVES: [&str; 10] = ["a.m", "p.m", "am", "pm", "noon", "midnight", "morning", "night", "evening", "afternoon"];
    let TimeForm::Minute(at) = time.form else { return None };
    let low = claim.value.raw.to_lowercase();
    let open = (1..12).contains(&at.hour()) && !HALVES.iter().any(|h| low.contains(h)) && !low.contains(" 0") && !low.starts_with('0');
    let at = at.checked_add(12.hours()).ok().filter(|_| open)?;
    Some(Time { form: TimeForm::Minute(at), ..time })
}

/// The time on another day, where it is told by its hours.
fn moved(time: &Time, days: i64) -> Option<Time> {
    let other = |day: Date| day.checked_add(days.days()).ok();
    let form = match time.form {
        TimeForm::Minute(at) => TimeForm::Minute(other(at.date())?.to_datetime(at.time())),
        TimeForm::Hour(day, hour) => TimeForm::Hour(other(day)?, hour),
        TimeForm::Part(day, part) => TimeForm::Part(other(day)?, part),
        TimeForm::Day(day) => TimeForm::Day(other(day)?),
        _ => return None,
    };
    Some(Time { form, ..*time })
}

/// Whether the words of a time name its day, or could: any time of a day or longer does.
fn names_day(claim: &Claim, time: &Time) -> bool {
    if !matches!(time.form, TimeForm::Minute(_) | TimeForm::Hour(..) | TimeForm::Part(..)) {
        return true;
    }
    let mut words = claim.value.raw.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 2);
    words.any(|w| w.starts_with(char::is_uppercase) && !matches!(w, "AM" | "PM")) || DAYS.iter().any(|d| claim.value.raw.contains(d))
}

/// Words that name a day by the day of publication.
const DAYS: [&str; 6] = ["today", "yesterday", "tonight", "overnight", "last", "this"];

/// What keeps two claims that look alike from being one data item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// Other people.
    Participants,
    /// Another time.
    Time,
    /// Another place or destination.
    Place,
    /// Another kind of action.
    Action,
    /// Another event, and none of the above tells which.
    Event,
    /// A count of another part.
    Part,
    /// People whose names vary as names do, and who are not known to be one, or two.
    Names,
}

/// What is missing to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// A date to count from.
    Anchor,
    /// A way from one unit to the other.
    Conversion,
    /// The level before the change.
    Level,
    /// Whether one place lies in the other.
    Containment,
    /// The day on which one of them was told.
    Day,
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// How the two values compare.
    Values(Reason),
    /// How they compare, once counted back from the days of publication.
    CountedBack(Reason),
    /// The source asserts what the target left open.
    Outcome,
    /// The source's stage follows the target's.
    Stage,
    /// The stages exclude each other.
    Stages,
    /// The one says yes, the other no.
    Polarity,
    /// A later count, and it is higher.
    LaterHigher,
    /// A later count, and it is lower.
    LaterLower,
    /// Two counts of one day, or of days that are not known.
    SameDay,
    /// One name in two spellings.
    Spelling,
    /// One name is a part of the other.
    PartOfName,
    /// Two names.
    Names,
    /// One year of age apart.
    Birthday,
    /// Something keeps them apart.
    Differs(Difference),
    /// Something is missing.
    Lacks(Missing),
    /// A person decided: by whom, when and why.
    Person(Arc<str>),
}

/// A rule's decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// The kind of relation.
    pub kind: Kind,
    /// The rule that gave it.
    pub rule: &'static Rule,
    /// What the rule found.
    pub ground: Ground,
    /// Set where the relation runs from `b` to `a`.
    pub flipped: bool,
}
