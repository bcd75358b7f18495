//! What a rule is given, and what it finds.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use super::{Aspect, Kind, Rule};
use crate::claim::{Attribute, Claim, Decision, Family, Modality, Polarity};
use crate::corpus::Published;
use crate::ontology::{AttributeType, Exactness, Ontology, ValueKind};
use crate::value::{Comparison, Number, Outcome, Quantity, Reason, Time, Value, compare};

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
    /// What is known of the attribute.
    pub habit: &'a AttributeType,
}

impl<'a> Pair<'a> {
    /// The pair of two claims of one data item, of whose attribute the [built-in rows](Ontology::builtin) tell.
    pub fn new(a: Side<'a>, b: Side<'a>) -> Self {
        Self::of(a, b, Ontology::builtin().attribute_or_default(a.claim.attribute.as_str()))
    }

    /// The pair of two claims of one data item.
    pub fn of(a: Side<'a>, b: Side<'a>, habit: &'a AttributeType) -> Self {
        let values = match habit.figures() {
            Exactness::Exact => compare(&as_written(a.claim), &as_written(b.claim)),
            Exactness::Round => compare(&a.claim.value.value, &b.claim.value.value),
        };
        let values = named(a.claim, b.claim, habit, values);
        let difference = is_succession(a.claim, b.claim, values).then_some(Difference::Time);
        Self { a, b, values, difference, decision: None, habit }
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

    /// Whether the attribute goes by `name`, itself or as a synonym.
    pub fn is_of(&self, name: &str) -> bool {
        let attribute = if self.habit.name().is_empty() { self.attribute().as_str() } else { self.habit.name() };
        attribute == name
    }

    /// Which was published first; `None` where a date is missing, or it is not known. See [`Published::order`].
    pub fn published(&self) -> Option<Ordering> {
        self.a.published?.order(&self.b.published?)
    }

    /// Whether it is known of both when they were published.
    pub(super) fn is_dated(&self) -> bool {
        self.a.published.is_some() && self.b.published.is_some()
    }
}

/// The value, its figure as exact as its last digit where the text has all its digits: "4,000" of a limit is no round number, "4
/// million" is.
fn as_written(claim: &Claim) -> Cow<'_, Value> {
    let digits = |t: &str| t.chars().filter(char::is_ascii_digit).collect::<String>();
    match &claim.value.value {
        Value::Quantity(q) if q.amount.is_integer() && digits(&q.amount.to_string()) == digits(&claim.value.raw) => {
            Cow::Owned(Value::Quantity(Quantity { written: Some(Number::from_int(1)), ..q.clone() }))
        }
        other => Cow::Borrowed(other),
    }
}

/// Two names that are nearly the same text are two names: "Austria" and "Australia". What of two names may be one is for linkage to say.
fn named(a: &Claim, b: &Claim, habit: &AttributeType, found: Comparison) -> Comparison {
    let alike = found.reason == Reason::Alike && found.outcome == Outcome::Compatible;
    if alike && names_of(a, b, habit).is_some() { Comparison { outcome: Outcome::Incomparable, reason: Reason::OtherWords } } else { found }
}

/// The two values, where they are names: by what is declared, or in capitals word by word.
pub(super) fn names_of<'c>(a: &'c Claim, b: &'c Claim, habit: &AttributeType) -> Option<(&'c str, &'c str)> {
    let text = |c: &'c Claim| match &c.value.value {
        Value::Entity(t) | Value::Text(t) => Some(&**t),
        _ => None,
    };
    let (a, b) = (text(a)?, text(b)?);
    let capital =
        |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || matches!(w, "of" | "the" | "and" | "de" | "van" | "von");
    let like_name = |t: &str| t.split_whitespace().count() <= 6 && t.starts_with(char::is_uppercase) && t.split_whitespace().all(capital);
    let names = match habit.value_kind() {
        Some(ValueKind::Name) => true,
        None => like_name(a) && like_name(b),
        Some(_) => false,
    };
    names.then_some((a, b))
}

/// Whether two values are those of one standing state at two times: a salary of June and another of March follow one another, and what
/// is told of a quarter is not told of its year.
fn is_succession(a: &Claim, b: &Claim, values: Comparison) -> bool {
    let state = |c: &Claim| c.event.action.family() == Family::State;
    let apart = |c: Comparison| matches!(c.outcome, Outcome::Contradicts | Outcome::Tension);
    if !state(a) || !state(b) || !apart(values) {
        return false;
    }
    let labels = a.event.period.as_ref().zip(b.event.period.as_ref());
    let exclude = |x: Time, y: Time| apart(compare(&Value::Time(x), &Value::Time(y)));
    let accounts = |x: Time, y: Time| x.form != y.form && x.form.is_of_account() && y.form.is_of_account();
    labels.is_some_and(|(p, q)| p != q) || a.event.time.zip(b.event.time).is_some_and(|(x, y)| exclude(x, y) || accounts(x, y))
}

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
    /// Nothing but another event that the one fits as well.
    Torn,
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
    /// The hour at which one of them was told, or its zone.
    Hour,
    /// Whether the one knows what the other only supposes.
    Certainty,
    /// Whether values that differ in words exclude each other.
    Cardinality,
    /// Whether their scopes are one.
    Scope,
    /// Whether two names that vary are one.
    Identity,
    /// Whether the one only says more than the other.
    More,
    /// A form in which values of two kinds could be compared.
    Form,
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
    /// One name, in a short form and in full.
    Variants,
    /// One name is a part of the other.
    PartOfName,
    /// One name has initials where the other is written out.
    Initials,
    /// Two values of an attribute that has one at a time.
    Exclusive,
    /// Two values of an attribute that has many.
    Set,
    /// A standing fact, told on days so far apart that it may have changed.
    MayHaveChanged,
    /// Their scopes differ.
    Scope(Aspect),
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
