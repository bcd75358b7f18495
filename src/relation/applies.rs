//! What each rule tests: one predicate a rule, or one for a group of rules that share a test.

use std::cmp::Ordering;

use rustc_hash::FxHashSet;

use super::pair::names_of;
use super::rules::Finding;
use super::scope::{Scopes, counted_in_order, scopes};
use super::since;
use super::{Aspect, Difference, Ground, Kind, Missing, Pair, Side};
use crate::claim::{Family, Modality, Verdict};
use crate::linkage::{are_variants, day_number, differ_in_form, may_be_one};
use crate::ontology::{Cardinality, Direction};
use crate::text::{Plain, fold, letters, similarity};
use crate::value::{Number, Outcome, Quantity, Reason, Status, Time, TimeForm, Value, higher};

/// Whether `verdict` says how the pair stands, whatever the rules find.
pub(super) fn decided_kind(pair: &Pair<'_>) -> Option<Kind> {
    kind_of(pair.decision?.verdict)
}

/// The kind that a person's verdict gives, if it says how two claims stand.
pub(super) fn kind_of(verdict: Verdict) -> Option<Kind> {
    match verdict {
        Verdict::Conflicts => Some(Kind::Conflicts),
        Verdict::Corroborates => Some(Kind::Corroborates),
        // Nothing is wrong with either, and nothing more is said.
        Verdict::NoConflict | Verdict::DifferentEvent => Some(Kind::Distinct),
        Verdict::Unsure => Some(Kind::Indeterminate),
        Verdict::SameEvent | Verdict::SameEntity | Verdict::DifferentEntity => None,
    }
}

pub(super) fn person(pair: &Pair<'_>) -> Finding {
    let decision = pair.decision?;
    let kind = decided_kind(pair)?;
    // "No conflict" rules out what the values would have given, and leaves everything milder as it is.
    if decision.verdict == Verdict::NoConflict {
        let unruled = Pair { decision: None, ..*pair };
        super::decide(&unruled).filter(|d| matches!(d.kind, Kind::Conflicts | Kind::Tension))?;
    }
    let when = if decision.at.is_empty() { String::new() } else { format!(" on {}", decision.at) };
    let why = decision.why.as_ref().map_or_else(String::new, |w| format!(": {w}"));
    Some((Ground::Person(format!("{}{when} decided {} ({kind}){why}", decision.by, decision.verdict).into()), false))
}

pub(super) fn differs(pair: &Pair<'_>, difference: Difference) -> Finding {
    (pair.difference == Some(difference)).then_some((Ground::Differs(difference), false))
}

/// The one asserts, the other leaves open, and the assertion was not published before. A weekday of an unknown week may lie
/// before the plan.
pub(super) fn asserted_against_open(pair: &Pair<'_>) -> Finding {
    asserted_in(pair, pair.published())
}

/// The same, were they published in that order.
fn asserted_in(pair: &Pair<'_>, order: Option<Ordering>) -> Finding {
    let of_set = pair.habit.declared_cardinality() == Some(Cardinality::Set) && pair.values.outcome != Outcome::Equal;
    if pair.values.reason == Reason::NoAnchor || of_set {
        return None;
    }
    let flipped = match (settled(&pair.a), settled(&pair.b)) {
        (true, false) if pair.b.is_open() => false,
        (false, true) if pair.a.is_open() => true,
        _ => return None,
    };
    let order = order.map(|o| if flipped { o.reverse() } else { o });
    // What an open event is told of may be background, in either article: only a plan that was told before is known to have come out.
    let known = order == Some(Ordering::Greater) || (pair.a.claim.event.open.is_none() && pair.b.claim.event.open.is_none());
    let (told, open) = if flipped { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
    let open = open.claim;
    // Of a word alone it is not sure whether it tells the plan or what came of it: where the values are one, they agree.
    let happened = matches!(told.claim.value.value, Value::Boolean(_));
    if told.claim.event.open.is_some() && pair.values.outcome.agrees() && !happened {
        return None;
    }
    // "It was put off until Monday", told on Friday, is no outcome of a plan for Monday.
    if lies_ahead(told) {
        return None;
    }
    // "It is believed to have sold ten" is no forecast: what another article tells of that is no outcome.
    if open.past {
        return None;
    }
    let told = match open.modality {
        // "If he resigns" expects nothing.
        Modality::Hypothetical => return None,
        // What may be is no forecast: that another article knows better shows only where it came later; where nothing is known of that, of
        // what happened and not of how much. An estimate that holds is borne out.
        Modality::Possible => {
            let amount = |s: &Side<'_>| matches!(s.claim.value.value, Value::Quantity(_) | Value::Duration(_));
            let amounts = [&pair.a, &pair.b].iter().any(|s| amount(s));
            match order {
                Some(Ordering::Greater) => !(amounts && pair.values.outcome.agrees()),
                None => known && !pair.is_dated() && !amounts,
                _ => false,
            }
        }
        _ => known,
    };
    (told && order != Some(Ordering::Less)).then_some((Ground::Outcome, flipped))
}

/// The one asserts what the other only holds possible or supposes, and nothing shows that it knows more.
pub(super) fn supposed(pair: &Pair<'_>) -> Finding {
    let is_supposed = |s: &Side<'_>| {
        s.is_open() && (s.claim.event.open.is_some() || matches!(s.claim.modality, Modality::Possible | Modality::Hypothetical))
    };
    let apart = matches!(pair.values.outcome, Outcome::Contradicts | Outcome::Tension);
    let happening = matches!((&pair.a.claim.value.value, &pair.b.claim.value.value), (Value::Boolean(_), Value::Boolean(_)));
    let one = settled(&pair.a) && is_supposed(&pair.b) || settled(&pair.b) && is_supposed(&pair.a);
    let unreal = [&pair.a, &pair.b].iter().any(|s| s.claim.modality == Modality::Hypothetical);
    (one && (apart || happening) && (unreal || both_positive(pair).is_some())).then_some((Ground::Lacks(Missing::Certainty), false))
}

/// One asserted time, behind one that was only planned.
pub(super) fn held_later(pair: &Pair<'_>) -> Finding {
    let flipped = match (settled(&pair.a), settled(&pair.b)) {
        (true, false) if pair.b.is_open() => false,
        (false, true) if pair.a.is_open() => true,
        _ => return None,
    };
    let (held, planned) = if flipped { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
    let (Value::Time(held), Value::Time(planned)) = (&held.claim.value.value, &planned.claim.value.value) else { return None };
    let behind = planned.entailed()?.end <= held.entailed()?.start;
    (behind && both_positive(pair).is_some()).then_some((Ground::Outcome, flipped))
}

/// Whether a claim tells a time behind the day on which its article was published.
fn lies_ahead(side: &Side<'_>) -> bool {
    let time = match side.claim.value.value {
        Value::Time(time) => time.entailed(),
        _ => None,
    };
    let end = side.published.and_then(|p| Time::new(TimeForm::Day(p.date)).entailed());
    time.zip(end).is_some_and(|(time, day)| time.start >= day.end)
}

fn settled(side: &Side<'_>) -> bool {
    !side.is_open() && side.claim.modality != Modality::Denied
}

/// The stage that a claim tells; that something happened tells that it was held.
fn stage(side: &Side<'_>) -> Option<Status> {
    match side.claim.value.value {
        Value::Status(status) => Some(status),
        Value::Boolean(true) if settled(side) && side.claim.attribute.as_str() == "occurrence" => Some(Status::Held),
        _ => None,
    }
}

/// How far an event is: a later stage replaces an earlier one.
fn rank(status: Status) -> u8 {
    match status {
        Status::Planned => 0,
        Status::Postponed => 1,
        Status::Cancelled => 2,
        Status::UnderWay => 3,
        Status::Held => 4,
        Status::Ended => 5,
        Status::Withdrawn => 6,
        Status::Rejected => 7,
        Status::Accepted => 8,
    }
}

pub(super) fn stages(pair: &Pair<'_>, kind: Kind) -> Finding {
    let (found, flipped) = staged(pair, pair.published())?;
    let ground = if matches!(kind, Kind::Conflicts) { Ground::Stages } else { Ground::Stage };
    (found == kind).then_some((ground, flipped))
}

/// Both are dated, it is not known which was told first, and that would decide: whether an assertion came behind the plan, which stage
/// was the last. The evening of one day told in Bergen, and the next day by a paper of which no more is known.
pub(super) fn first_is_open(pair: &Pair<'_>) -> Finding {
    use Ordering::{Equal, Greater, Less};
    if !pair.is_dated() || pair.published().is_some() {
        return None;
    }
    let decides = |found: [Option<(Kind, bool)>; 3]| found[0] != found[1] || found[1] != found[2];
    let asserted = |order| asserted_in(pair, Some(order)).map(|(_, flipped)| (Kind::Supersedes, flipped));
    let told = decides([Less, Equal, Greater].map(|o| staged(pair, Some(o)))) || decides([Less, Equal, Greater].map(asserted));
    told.then_some((Ground::Lacks(Missing::Hour), false))
}

/// What two stages are to each other, were they published in that order, and whether the second replaces the first.
fn staged(pair: &Pair<'_>, order: Option<Ordering>) -> Option<(Kind, bool)> {
    let (a, b) = (stage(&pair.a)?, stage(&pair.b)?);
    if a == b || pair.a.is_negative() != pair.b.is_negative() {
        return None;
    }
    let flipped = rank(a) < rank(b);
    let (late, early) = if flipped { (b, a) } else { (a, b) };
    // Seen from the later stage: whether its report came later, too.
    let order = order.map(|o| if flipped { o.reverse() } else { o });
    let found = stage_kind(late, early, order);
    // A plan published after a postponement or a cancellation is the next stage itself.
    let again = found == Kind::Supersedes && early == Status::Planned && order == Some(Ordering::Less);
    Some((found, flipped != again))
}

fn stage_kind(late: Status, early: Status, order: Option<Ordering>) -> Kind {
    use Status::{Accepted, Cancelled, Ended, Held, Planned, Postponed, Rejected, UnderWay, Withdrawn};
    match (late, early) {
        // What ends an offer: a second one can be another answer to a better offer.
        (Withdrawn | Rejected | Accepted, Withdrawn | Rejected | Accepted) => Kind::Tension,
        (Ended, Held) => Kind::Corroborates,
        (Cancelled, Postponed) => Kind::Conflicts,
        (Cancelled | Postponed, Planned) => Kind::Supersedes,
        (Held | Ended | UnderWay, Cancelled) if order != Some(Ordering::Greater) => Kind::Conflicts,
        (Held | Ended | UnderWay, Postponed) if order == Some(Ordering::Less) => Kind::Conflicts,
        (_, Planned | UnderWay) if order == Some(Ordering::Less) => Kind::Tension,
        _ => Kind::Supersedes,
    }
}

/// Whether only one of the two supposes: "he would not have resigned" denies nothing.
fn is_unreal(pair: &Pair<'_>) -> bool {
    let supposes = |s: &Side<'_>| s.claim.modality == Modality::Hypothetical;
    supposes(&pair.a) != supposes(&pair.b)
}

pub(super) fn occurrence(pair: &Pair<'_>, kind: Kind) -> Finding {
    if !matches!((&pair.a.claim.value.value, &pair.b.claim.value.value), (Value::Boolean(_), Value::Boolean(_))) {
        return None;
    }
    if is_unreal(pair) {
        return None;
    }
    let found = match (pair.a.is_negative() == pair.b.is_negative(), pair.a.is_open() || pair.b.is_open()) {
        (true, _) => Kind::Corroborates,
        (false, false) => Kind::Conflicts,
        (false, true) => Kind::Tension,
    };
    let ground = if found == Kind::Corroborates { Ground::Values(Reason::SameValue) } else { Ground::Polarity };
    (found == kind).then_some((ground, false))
}

/// A value that is denied says only what is not so: it stands against the same value, and agrees with the same denial.
pub(super) fn negated(pair: &Pair<'_>, kind: Kind) -> Finding {
    let agree = matches!(pair.values.outcome, Outcome::Equal | Outcome::Compatible) && !is_unreal(pair);
    let found = match (pair.a.is_negative(), pair.b.is_negative()) {
        (true, true) => Kind::Corroborates,
        (false, false) => return None,
        _ => Kind::Conflicts,
    };
    (agree && found == kind).then_some((if kind == Kind::Conflicts { Ground::Polarity } else { Ground::Values(pair.values.reason) }, false))
}

fn quantity(side: &Side<'_>) -> Option<Quantity> {
    match &side.claim.value.value {
        Value::Quantity(q) if q.change.is_none() => Some(q.clone()),
        _ => None,
    }
}

pub(super) fn counts(pair: &Pair<'_>, kind: Kind) -> Finding {
    let direction = pair.habit.runs()?;
    both_positive(pair)?;
    let (a, b) = (quantity(&pair.a)?, quantity(&pair.b)?);
    if !matches!(pair.values.outcome, Outcome::Contradicts | Outcome::Tension) {
        return None;
    }
    let higher = higher(&a, &b)?;
    let order = counted_in_order(pair).filter(|o| o.is_ne()).or_else(|| told_in_order(pair));
    let higher = match direction {
        Direction::Up => higher,
        Direction::Down => higher.reverse(),
        Direction::Both => order.unwrap_or(higher),
    };
    // A total that is told as of an hour of the day was overtaken by a higher one of that day.
    let hour = is_overtaken(pair, direction, higher).then_some(higher);
    let order = order.filter(|o| o.is_ne()).or(hour).or(order);
    let (found, ground, flipped) = match (order, higher) {
        (Some(Ordering::Greater), Ordering::Greater) => (Kind::Supersedes, Ground::LaterHigher, false),
        (Some(Ordering::Less), Ordering::Less) => (Kind::Supersedes, Ground::LaterHigher, true),
        (Some(Ordering::Greater | Ordering::Less), _) => (Kind::Tension, Ground::LaterLower, false),
        (Some(Ordering::Equal), _) => {
            let exact = a.modifier.is_none() && b.modifier.is_none() && pair.values.outcome == Outcome::Contradicts;
            (if exact { Kind::Conflicts } else { Kind::Tension }, Ground::SameDay, false)
        }
        (None, _) => (Kind::Indeterminate, Ground::Lacks(if pair.is_dated() { Missing::Hour } else { Missing::Day }), false),
    };
    (found == kind).then_some((ground, flipped))
}

/// Whether of two totals of one day the lower alone says as of when it was counted.
fn is_overtaken(pair: &Pair<'_>, direction: Direction, higher: Ordering) -> bool {
    let as_of = |side: &Side<'_>| side.claim.scope.as_ref().is_some_and(|s| s.as_of.is_some());
    let lower = match higher {
        Ordering::Less => as_of(&pair.a) && !as_of(&pair.b),
        Ordering::Greater => as_of(&pair.b) && !as_of(&pair.a),
        Ordering::Equal => false,
    };
    direction != Direction::Both && lower
}

/// Which of two claims was published first; one article is published in one moment, whenever that was.
fn told_in_order(pair: &Pair<'_>) -> Option<Ordering> {
    pair.published().or_else(|| (pair.a.claim.article == pair.b.claim.article).then_some(Ordering::Equal))
}

fn both_positive(pair: &Pair<'_>) -> Option<()> {
    (!pair.a.is_negative() && !pair.b.is_negative()).then_some(())
}

fn names<'a>(pair: &Pair<'a>) -> Option<(&'a str, &'a str)> {
    if !pair.is_of("name") {
        return None;
    }
    let text = |side: &Side<'a>| match &side.claim.value.value {
        Value::Entity(t) | Value::Text(t) => Some(&**t),
        _ => None,
    };
    Some((text(&pair.a)?, text(&pair.b)?))
}

/// Similarity from which two names of one person count as one name misspelled.
const MISSPELLED: f64 = 0.84;

pub(super) fn spelling(pair: &Pair<'_>, kind: Kind) -> Finding {
    let (a, b) = names(pair)?;
    if are_variants(a, b) {
        return (kind == Kind::Corroborates).then_some((Ground::Variants, false));
    }
    let (a, b) = (letters(a), letters(b));
    let (found, ground) =
        if a == b { (Kind::Corroborates, Ground::Values(Reason::SameLetters)) } else { (Kind::Tension, Ground::Spelling) };
    (found == kind && (a == b || similarity(&a, &b).get() >= MISSPELLED)).then_some((ground, false))
}

pub(super) fn name_in_name(pair: &Pair<'_>) -> Finding {
    let (a, b) = names(pair)?;
    let words = |name: &str| fold(name).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let holds = |full: &[String], short: &[String]| full.len() > short.len() && are_among(short, full);
    if holds(&a, &b) {
        return Some((Ground::PartOfName, false));
    }
    holds(&b, &a).then_some((Ground::PartOfName, true))
}

/// So many words are looked for one by one; more of them in a table.
const FEW: usize = 16;

/// Whether all of these words are among those. O(n) in both.
fn are_among(words: &[String], those: &[String]) -> bool {
    if those.len() <= FEW {
        return words.iter().all(|w| those.contains(w));
    }
    let those: FxHashSet<&String> = those.iter().collect();
    words.iter().all(|w| those.contains(w))
}

pub(super) fn age(pair: &Pair<'_>) -> Finding {
    if told_in_order(pair) == Some(Ordering::Equal) {
        return None;
    }
    let years = years_between(pair)?;
    // One birthday in fifty lies between two reports of one week.
    if pair.a.published.zip(pair.b.published).is_some_and(|(a, b)| (day_number(a.date) - day_number(b.date)).abs() <= WEEK) {
        return None;
    }
    (years == Number::from_int(1) || grown(pair, years)).then_some((Ground::Birthday, false))
}

/// Days of a year, and of a week.
const YEAR: i64 = 365;
const WEEK: i64 = 7;

/// Whether the later report tells the higher age, and as many years lie between the two, a birthday more or less.
fn grown(pair: &Pair<'_>, years: Number) -> bool {
    let (Some(a), Some(b)) = (pair.a.published, pair.b.published) else { return false };
    let passed = i64::from(b.date.since(a.date).map_or(0, |span| span.get_days()).abs());
    let older = |x: &Side<'_>, y: &Side<'_>| age_of(x).zip(age_of(y)).is_some_and(|(x, y)| x > y);
    let later = if a.date > b.date { older(&pair.a, &pair.b) } else { older(&pair.b, &pair.a) };
    let whole = Number::from_int(passed / YEAR);
    later && (years == whole || whole.plus(Number::from_int(1)) == Some(years))
}

/// Ages that differ, in articles of which one has no day: years may lie between them.
pub(super) fn ages_undated(pair: &Pair<'_>) -> Finding {
    if pair.is_dated() || told_in_order(pair).is_some() || pair.values.outcome != Outcome::Contradicts {
        return None;
    }
    years_between(pair).map(|_| (Ground::Lacks(Missing::Day), false))
}

/// Ages of one person that reports give differ by less.
const SLIP: i64 = 10;

pub(super) fn ages_apart(pair: &Pair<'_>) -> Finding {
    (years_between(pair)? > Number::from_int(SLIP)).then_some((Ground::Differs(Difference::Participants), false))
}

/// By how many years two exact ages differ.
fn years_between(pair: &Pair<'_>) -> Option<Number> {
    if !pair.is_of("age") {
        return None;
    }
    both_positive(pair)?;
    Some(age_of(&pair.a)?.minus(age_of(&pair.b)?)?.abs())
}

/// An exact age in years.
fn age_of(side: &Side<'_>) -> Option<Number> {
    match &side.claim.value.value {
        Value::Quantity(q) if q.modifier.is_none() && q.upper.is_none() && matches!(q.unit.as_str(), "year-old" | "person" | "") => {
            Some(q.amount)
        }
        Value::Duration(d) if d.modifier.is_none() && d.upper.is_none() && d.unit == crate::value::DurationUnit::Year => Some(d.amount),
        _ => None,
    }
}

pub(super) fn counted_back(pair: &Pair<'_>, outcomes: &[Outcome]) -> Finding {
    if !pair.is_of("first-since") || both_positive(pair).is_none() {
        return None;
    }
    let value = |side: &Side<'_>| (side.claim.value.value.clone(), side.published);
    let found = since::counted_back(&value(&pair.a), &value(&pair.b))?;
    let ground = if found.outcome == Outcome::Incomparable { Ground::Lacks(Missing::Anchor) } else { Ground::CountedBack(found.reason) };
    outcomes.contains(&found.outcome).then_some((ground, found.outcome == Outcome::RefinedBy))
}

/// Two open statements, or an open one against an earlier assertion: they never conflict.
pub(super) fn opened(pair: &Pair<'_>) -> Finding {
    let open = pair.a.is_open() || pair.b.is_open();
    let apart = matches!(pair.values.outcome, Outcome::Contradicts | Outcome::Tension);
    (open && apart && both_positive(pair).is_some()).then_some((Ground::Values(pair.values.reason), false))
}

/// How an article tells a time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// Behind a dash at the end of a heading.
    Heading,
    /// Otherwise.
    Text,
}

fn telling(side: &Side<'_>) -> Telling {
    let (quote, raw) = (side.claim.quote.as_ref().map(|q| Plain::of(&q.exact)), Plain::of(&side.claim.value.raw));
    let before = quote.as_ref().and_then(|q| q.text().strip_suffix(raw.text())).map(str::trim_end);
    let heading = before.is_some_and(|b| b.ends_with(['—', '–', '-', ':']));
    if heading { Telling::Heading } else { Telling::Text }
}

/// Two times of one event, told by one article: by a heading and its paragraph, or by the running text.
pub(super) fn against_itself(pair: &Pair<'_>, how: Telling) -> Finding {
    if !(differs_within(pair) && pair.is_of("time")) {
        return None;
    }
    let told = if telling(&pair.a) == telling(&pair.b) { Telling::Text } else { Telling::Heading };
    (told == how).then_some((Ground::Values(pair.values.reason), false))
}

/// Two values that one article tells, both in its own voice or both from one source.
pub(super) fn in_one_article(pair: &Pair<'_>) -> Finding {
    let one = differs_within(pair) && pair.a.claim.attributed_to == pair.b.claim.attributed_to;
    one.then_some((Ground::Values(pair.values.reason), false))
}

/// Whether one article tells the two values, and they have nothing in common.
fn differs_within(pair: &Pair<'_>) -> bool {
    pair.a.claim.article == pair.b.claim.article && pair.values.outcome == Outcome::Contradicts && both_positive(pair).is_some()
}

pub(super) fn by_value(pair: &Pair<'_>, outcome: Outcome) -> Finding {
    both_positive(pair)?;
    let flipped = outcome == Outcome::Refines && pair.values.outcome == Outcome::RefinedBy;
    // Free words say nothing against each other, whatever they are.
    let texts = matches!((&pair.a.claim.value.value, &pair.b.claim.value.value), (Value::Text(_), Value::Text(_)));
    if texts && outcome == Outcome::Contradicts && pair.habit.declared_cardinality() == Some(Cardinality::Free) {
        return None;
    }
    (flipped || pair.values.outcome == outcome).then_some((Ground::Values(pair.values.reason), flipped))
}

/// Scopes that differ: two data items.
pub(super) fn scoped_apart(pair: &Pair<'_>) -> Finding {
    let agree = matches!(pair.values.outcome, Outcome::Equal | Outcome::Compatible);
    match scopes(pair) {
        // Two institutions that give one figure agree.
        Scopes::Apart(Aspect::Institution) if agree => None,
        Scopes::Apart(aspect) => Some((Ground::Scope(aspect), false)),
        Scopes::Same | Scopes::Open => None,
    }
}

/// Scopes that are not known to be one, and values that do not agree.
pub(super) fn scoped_open(pair: &Pair<'_>) -> Finding {
    let agree = pair.values.outcome.agrees();
    let denied = pair.a.is_negative() != pair.b.is_negative();
    (scopes(pair) == Scopes::Open && (!agree || denied)).then_some((Ground::Lacks(Missing::Scope), false))
}

/// Two values of an attribute that is declared to have one at a time, or many.
pub(super) fn declared(pair: &Pair<'_>, cardinality: Cardinality) -> Finding {
    let differ = match pair.values.outcome {
        Outcome::Contradicts => true,
        Outcome::Tension => pair.values.reason == Reason::OtherCountry || cardinality == Cardinality::Set,
        Outcome::Incomparable => matches!(pair.values.reason, Reason::OtherWords | Reason::OtherKind),
        Outcome::Equal | Outcome::Refines | Outcome::RefinedBy | Outcome::Compatible => false,
    };
    // "Members: 27" counts them.
    let count = |s: &Side<'_>| quantity(s).is_some_and(|q| matches!(q.unit.as_str(), "" | "person"));
    let counts = count(&pair.a) && count(&pair.b) && cardinality == Cardinality::Set;
    let found = differ && !counts && pair.habit.declared_cardinality() == Some(cardinality) && both_positive(pair).is_some();
    let ground = if cardinality == Cardinality::Set { Ground::Set } else { Ground::Exclusive };
    found.then_some((ground, false))
}

/// Two forms of one name: a legal form that the one leaves out; or, for who holds what one holds at a time, a short form of a given name.
pub(super) fn short_forms(pair: &Pair<'_>) -> Finding {
    let (a, b) = names_of(pair.a.claim, pair.b.claim, pair.habit)?;
    let held = || pair.habit.declared_cardinality() == Some(Cardinality::Exclusive);
    let one = pair.values.reason == Reason::OtherWords && (differ_in_form(a, b) || held() && are_variants(a, b));
    (one && both_positive(pair).is_some()).then_some((Ground::Variants, false))
}

/// Two names for who holds what one holds at a time, of which the one has initials for what the other writes out.
pub(super) fn initials(pair: &Pair<'_>) -> Finding {
    let (a, b) = names_of(pair.a.claim, pair.b.claim, pair.habit)?;
    let words = |name: &str| fold(name).split([' ', '.']).filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let short = |w: &str| w.chars().count() == 1;
    let stands_for = |p: &String, q: &String| p == q || short(p) && q.starts_with(&**p);
    let shorter = |a: &[String], b: &[String]| a != b && a.len() == b.len() && a.iter().zip(b).all(|(p, q)| stands_for(p, q));
    let family = a.len() > 1 && a.last() == b.last() && a.last().is_some_and(|w| !short(w));
    let (fuller, less) = (shorter(&b, &a), shorter(&a, &b));
    let held = pair.habit.declared_cardinality() == Some(Cardinality::Exclusive) && both_positive(pair).is_some();
    (held && family && (fuller || less)).then_some((Ground::Initials, less))
}

/// Two names of an exclusive attribute, or of one that nobody declared, that vary as names do: "R. Foss" and "Renata Foss".
pub(super) fn names_open(pair: &Pair<'_>) -> Finding {
    let (a, b) = names_of(pair.a.claim, pair.b.claim, pair.habit)?;
    let open = matches!(pair.habit.declared_cardinality(), None | Some(Cardinality::Exclusive)) && both_positive(pair).is_some();
    let kind = crate::claim::EntityKind::Other;
    let found = open && pair.values.reason == Reason::OtherWords && may_be_one((a, kind), (b, kind));
    found.then_some((Ground::Lacks(Missing::Identity), false))
}

/// Two texts of which the one has all words of the other: "guilty", "guilty on all counts".
pub(super) fn says_more(pair: &Pair<'_>) -> Finding {
    if pair.habit.declared_cardinality() != Some(Cardinality::Exclusive) || pair.values.reason != Reason::OtherWords {
        return None;
    }
    let text = |side: &Side<'_>| match &side.claim.value.value {
        Value::Text(t) => Some(fold(t).into_owned()),
        _ => None,
    };
    let (a, b) = (text(&pair.a)?, text(&pair.b)?);
    let words = |t: &str| t.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(&a), words(&b));
    let within = |x: &[String], y: &[String]| !x.is_empty() && are_among(x, y);
    let more = (within(&a, &b) || within(&b, &a)) && both_positive(pair).is_some();
    more.then_some((Ground::Lacks(Missing::More), false))
}

/// Days after which a standing fact that is told without a day of its own may have changed.
const CHANGES: i64 = 180;

/// Two values of a standing fact, told half a year apart: an office changes hands, a price moves.
pub(super) fn may_have_changed(pair: &Pair<'_>) -> Finding {
    let (Some(a), Some(b)) = (pair.a.published, pair.b.published) else { return None };
    let standing = [&pair.a, &pair.b].iter().all(|s| s.claim.event.action.family() == Family::State && s.claim.event.time.is_none());
    let fixed = matches!(pair.a.claim.value.value, Value::Time(_)) || pair.is_of("age");
    let differ = matches!(pair.values.outcome, Outcome::Contradicts | Outcome::Tension)
        || matches!(pair.values.reason, Reason::OtherWords) && pair.habit.declared_cardinality() == Some(Cardinality::Exclusive);
    let passed = i64::from(b.date.since(a.date).map_or(0, |span| span.get_days()).abs());
    (standing && !fixed && differ && passed > CHANGES && both_positive(pair).is_some()).then_some((Ground::MayHaveChanged, false))
}

/// Incomparable values, where something that is not there would decide. Two free texts in other words lack nothing: no relation.
pub(super) fn lacking(pair: &Pair<'_>, missing: Missing) -> Finding {
    both_positive(pair)?;
    let places = matches!((&pair.a.claim.value.value, &pair.b.claim.value.value), (Value::Place(_), Value::Place(_)));
    let found = match pair.values.reason {
        Reason::NoAnchor => Missing::Anchor,
        Reason::OtherUnit => Missing::Conversion,
        Reason::LevelAgainstChange => Missing::Level,
        Reason::OtherWords if places => Missing::Containment,
        Reason::OtherWords if pair.habit.declared_cardinality().is_none() => Missing::Cardinality,
        Reason::OtherKind if pair.habit.declared_cardinality() != Some(Cardinality::Free) => Missing::Form,
        _ => return None,
    };
    (pair.values.outcome == Outcome::Incomparable && found == missing).then_some((Ground::Lacks(missing), false))
}
