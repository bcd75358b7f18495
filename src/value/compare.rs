//! How two values stand to each other.

use std::fmt;

use super::time::DAY;
use super::{
    Bounds, Containment, Duration, Interval, Number, Place, Quantity, Status, Time, TimeForm, Value, Zone, containment, country_of, units,
};
use crate::text::{fold, letters, similarity};

/// The outcome of a comparison, seen from the first value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The same value.
    Equal,
    /// The first lies inside the second and says more.
    Refines,
    /// The second lies inside the first and says more.
    RefinedBy,
    /// What a reader infers from both overlaps.
    Compatible,
    /// Both can hold by the letter, but not as a reader takes them.
    Tension,
    /// Both cannot hold.
    Contradicts,
    /// Nothing follows: another kind, another unit, or no anchor.
    Incomparable,
}

impl Outcome {
    /// The outcome seen from the second value.
    #[must_use]
    pub const fn flipped(self) -> Self {
        match self {
            Self::Refines => Self::RefinedBy,
            Self::RefinedBy => Self::Refines,
            other => other,
        }
    }
}

/// What an outcome rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The same canonical value.
    SameValue,
    /// One interval lies in the other.
    Within,
    /// The intervals that a reader infers overlap.
    InferredOverlap,
    /// Only the intervals that the words entail overlap.
    EntailedOverlap,
    /// The entailed intervals have nothing in common.
    Disjoint,
    /// One place lies in the other, as an article or the gazetteer says.
    PlaceWithin,
    /// Two names of one country.
    OtherName,
    /// Places in two countries, or two regions of one.
    OtherCountry,
    /// The spellings differ in accents, spacing or punctuation only.
    SameLetters,
    /// The texts are nearly the same.
    Alike,
    /// The texts differ.
    OtherWords,
    /// One of two states that exclude each other.
    OtherState,
    /// The values are of different kinds.
    OtherKind,
    /// The units differ.
    OtherUnit,
    /// One counts a level, the other a change.
    LevelAgainstChange,
    /// One has no anchor in time.
    NoAnchor,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SameValue => "the same value",
            Self::Within => "the one lies within the other",
            Self::InferredOverlap => "what a reader takes from them overlaps",
            Self::EntailedOverlap => "both can hold by the letter only",
            Self::Disjoint => "they have nothing in common",
            Self::PlaceWithin => "the one place lies within the other",
            Self::OtherName => "two names of one country",
            Self::OtherCountry => "they are places in two countries or regions",
            Self::SameLetters => "only the spelling differs",
            Self::Alike => "nearly the same words",
            Self::OtherWords => "other words",
            Self::OtherState => "the one excludes the other",
            Self::OtherKind => "they are values of different kinds",
            Self::OtherUnit => "their units differ",
            Self::LevelAgainstChange => "one is a level, the other a change",
            Self::NoAnchor => "one of them has no date to count from",
        })
    }
}

/// An outcome and its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Comparison {
    /// How the first stands to the second.
    pub outcome: Outcome,
    /// What that rests on.
    pub reason: Reason,
}

const fn is(outcome: Outcome, reason: Reason) -> Comparison {
    Comparison { outcome, reason }
}

/// How `a` stands to `b`.
///
/// Symmetric up to direction: `compare(b, a)` is `compare(a, b)` [flipped](Outcome::flipped). A value compared with
/// itself is `Equal`. Texts cost O(|a|·|b|), everything else O(1).
pub fn compare(a: &Value, b: &Value) -> Comparison {
    if a == b {
        return is(Outcome::Equal, Reason::SameValue);
    }
    match (a, b) {
        (Value::Duration(a), Value::Duration(b)) => durations(a, b),
        (Value::Quantity(a), Value::Quantity(b)) => quantities(a, b),
        (Value::Time(a), Value::Time(b)) => times(*a, *b),
        (Value::Place(a), Value::Place(b)) => places(a, b),
        (Value::Status(Status::Ended), Value::Status(Status::Held)) => is(Outcome::Refines, Reason::Within),
        (Value::Status(Status::Held), Value::Status(Status::Ended)) => is(Outcome::RefinedBy, Reason::Within),
        (Value::Boolean(_), Value::Boolean(_)) | (Value::Status(_), Value::Status(_)) => is(Outcome::Contradicts, Reason::OtherState),
        (Value::Entity(a), Value::Entity(b)) | (Value::Text(a), Value::Text(b)) => texts(a, b),
        (Value::Quotation(a), Value::Quotation(b)) => quotations(a, b),
        _ => is(Outcome::Incomparable, Reason::OtherKind),
    }
}

fn durations(a: &Duration, b: &Duration) -> Comparison {
    if a.unit.is_calendar() != b.unit.is_calendar() {
        return is(Outcome::Incomparable, Reason::OtherUnit);
    }
    let ends = |d: &Duration| (d.size(), d.upper.map(|n| n.times(Number::from_int(d.unit.size()))));
    let same = a.size().is_some() && ends(a) == ends(b) && ends(a).1 != Some(None);
    let hedged = a.modifier.is_some() && b.modifier.is_some();
    bounds((a.entailed(), a.inferred()), (b.entailed(), b.inferred()), same && a.modifier == b.modifier, hedged)
}

/// Amounts in two units compare where both are exact multiples of one.
fn quantities(a: &Quantity, b: &Quantity) -> Comparison {
    if is_dollar(a, b) || is_dollar(b, a) {
        let same = Quantity { unit: a.unit.clone(), ..b.clone() };
        let found = quantities(a, &same);
        // Where the figures agree, so do the dollars; where they do not, the two may be other dollars.
        let apart = matches!(found.outcome, Outcome::Contradicts | Outcome::Tension);
        return if apart { is(Outcome::Incomparable, Reason::OtherUnit) } else { found };
    }
    let factors = if a.unit == b.unit { Some((Number::from_int(1), Number::from_int(1))) } else { units::factors(&a.unit, &b.unit) };
    let converted = factors.and_then(|(f, g)| Some((units::converted(a, f)?, units::converted(b, g)?)));
    let Some((x, y)) = converted else { return is(Outcome::Incomparable, Reason::OtherUnit) };
    if a.change != b.change {
        return is(Outcome::Incomparable, Reason::LevelAgainstChange);
    }
    let same = x.amount == y.amount && x.upper == y.upper && a.modifier == b.modifier;
    let hedged = a.modifier.is_some() && b.modifier.is_some();
    bounds((x.entailed, x.inferred), (y.entailed, y.inferred), same, hedged)
}

/// "$" against the dollar of one country.
fn is_dollar(open: &Quantity, named: &Quantity) -> bool {
    open.unit.as_str() == "$" && matches!(named.unit.as_str(), "USD" | "AUD" | "CAD" | "NZD" | "SGD" | "HKD" | "TWD")
}

/// Two hedged figures agree or not; that the span of the one happens to lie within the other's makes it no closer.
fn bounds(a: (Bounds, Bounds), b: (Bounds, Bounds), same: bool, hedged: bool) -> Comparison {
    if same {
        return is(Outcome::Equal, Reason::SameValue);
    }
    if !a.0.overlaps(b.0) {
        return is(Outcome::Contradicts, Reason::Disjoint);
    }
    if !a.1.overlaps(b.1) {
        return is(Outcome::Tension, Reason::EntailedOverlap);
    }
    // A value that says more lies within the other by what both mean and by what both say: "at least 10" does not lie within
    // "between 10 and 20".
    let within = |x: (Bounds, Bounds), y: (Bounds, Bounds)| y.1.contains(x.1) && y.0.contains(x.0);
    match (within(a, b), within(b, a)) {
        (true, false) if !hedged => is(Outcome::Refines, Reason::Within),
        (false, true) if !hedged => is(Outcome::RefinedBy, Reason::Within),
        _ => is(Outcome::Compatible, Reason::InferredOverlap),
    }
}

/// Two times, by the calendar and by the clock.
///
/// Fiscal years compare with fiscal years alone. Two clock times in known zones compare by instants. Where the words leave open on
/// which day, in which half of it or by whose clock a time is told, it cannot contradict what one of the readings allows.
fn times(a: Time, b: Time) -> Comparison {
    match (a.form.fiscal_as_calendar(), b.form.fiscal_as_calendar()) {
        (Some(x), Some(y)) => return times(a.with_form(x), b.with_form(y)),
        (None, None) => {}
        _ => return is(Outcome::Incomparable, Reason::NoAnchor),
    }
    if let (TimeForm::TwoYears(x), TimeForm::TwoYears(y)) = (a.form, b.form)
        && x != y
        && a.modifier.is_none()
        && b.modifier.is_none()
    {
        return is(Outcome::Contradicts, Reason::Disjoint);
    }
    let (Some(x), Some(y)) = (Spans::of(a), Spans::of(b)) else { return is(Outcome::Incomparable, Reason::NoAnchor) };
    let (x, y) = match (a.to_greenwich(), b.to_greenwich()) {
        (Some(p), Some(q)) => (x.stretched(p, p), y.stretched(q, q)),
        _ => (x, y),
    };
    let found = spans((a, x), (b, y));
    // Which months of two years a season takes is not known.
    let turned = matches!(a.form, TimeForm::TwoYears(_)) != matches!(b.form, TimeForm::TwoYears(_));
    let open = if is_apart(found) { other_readings((a, x), (b, y)) } else { turned };
    if open { is(Outcome::Incomparable, Reason::NoAnchor) } else { found }
}

/// The spans of a time: what its words entail, what a reader infers, and what they may stand for at the loosest.
#[derive(Clone, Copy)]
struct Spans {
    entailed: Interval,
    inferred: Interval,
    loosest: Interval,
}

impl Spans {
    fn of(time: Time) -> Option<Self> {
        Some(Self { entailed: time.entailed()?, inferred: time.inferred()?, loosest: time.loosest()? })
    }

    /// The same, their ends so many seconds later each.
    fn stretched(self, start: i64, end: i64) -> Self {
        let [entailed, inferred, loosest] = [self.entailed, self.inferred, self.loosest].map(|i| i.stretched(start, end));
        Self { entailed, inferred, loosest }
    }
}

fn is_apart(found: Comparison) -> bool {
    matches!(found.outcome, Outcome::Contradicts | Outcome::Tension)
}

fn spans((a, x): (Time, Spans), (b, y): (Time, Spans)) -> Comparison {
    let found = intervals((x.entailed, x.inferred), (y.entailed, y.inferred));
    let apart = || !dark(x.loosest, a, b).overlaps(dark(y.loosest, b, a));
    if found.outcome == Outcome::Contradicts && !apart() { is(Outcome::Tension, Reason::EntailedOverlap) } else { found }
}

/// Whether another reading of what the words leave open brings two times together.
fn other_readings((a, x): (Time, Spans), (b, y): (Time, Spans)) -> bool {
    const HALF: i64 = DAY / 2;
    // A clock time that is told without its day has the day of its event, which may be a slip: "about 1 a.m." under "Saturday night".
    let days = if a.has_taken_day() || b.has_taken_day() { -1..=1 } else { 0..=0 };
    let halves = [Some(0), a.is_in_either_half().then_some(HALF), b.is_in_either_half().then_some(-HALF)];
    let slack = zone_slack(a, b);
    days.flat_map(|day| halves.into_iter().flatten().map(move |half| day * DAY + half)).any(|later| {
        let x = x.stretched(later, later);
        match slack {
            None => !is_apart(spans((a, x), (b, y))),
            Some((west, east)) => {
                let x = x.loosest.stretched(west, east);
                dark(x, a, b).overlaps(dark(y.loosest, b, a))
            }
        }
    })
}

/// How much earlier and later than on its own clock the one of two times is on the other's, in seconds, where the zone of one alone is
/// known: the other's may be any.
fn zone_slack(a: Time, b: Time) -> Option<(i64, i64)> {
    let [west, east] = [Zone::ENDS.0, Zone::ENDS.1].map(|minutes| 60 * i64::from(minutes));
    match (a.to_greenwich(), b.to_greenwich()) {
        (Some(to), None) => Some((to + west, to + east)),
        (None, Some(to)) => Some((-to - east, -to - west)),
        _ => None,
    }
}

/// The hours after midnight are still the night of a day that is named without an hour, to one who tells hours.
fn dark(own: Interval, time: Time, other: Time) -> Interval {
    let reaches = matches!(time.form, TimeForm::Day(_)) && other.is_of_hours();
    if reaches { own.stretched(0, 4 * 3_600) } else { own }
}

fn intervals(a: (Interval, Interval), b: (Interval, Interval)) -> Comparison {
    if !a.0.overlaps(b.0) {
        return is(Outcome::Contradicts, Reason::Disjoint);
    }
    match (b.1.contains(a.1), a.1.contains(b.1)) {
        (true, true) => is(Outcome::Equal, Reason::SameValue),
        (true, false) => is(Outcome::Refines, Reason::Within),
        (false, true) => is(Outcome::RefinedBy, Reason::Within),
        (false, false) if a.1.overlaps(b.1) => is(Outcome::Compatible, Reason::InferredOverlap),
        (false, false) if a.0.end - a.0.start > DAY || b.0.end - b.0.start > DAY => is(Outcome::Compatible, Reason::EntailedOverlap),
        (false, false) => is(Outcome::Tension, Reason::EntailedOverlap),
    }
}

/// Two places of one event. That neither is known to lie in the other is no contradiction: a hall and its city, a
/// district and a river. What the words say of where a place lies stands before the lists; two countries are in tension only,
/// because names are shared by more places than any list has.
fn places(a: &Place, b: &Place) -> Comparison {
    let (a_name, b_name) = (letters(&a.name), letters(&b.name));
    let lies_in = |inner: &Place, outer: &str| inner.within.iter().any(|w| letters(w) == *outer);
    // Names of marks alone are no names: nothing is known of either.
    if a_name.is_empty() || b_name.is_empty() {
        return is(Outcome::Incomparable, Reason::OtherWords);
    }
    if a_name == b_name {
        return is(Outcome::Equal, if a.name == b.name { Reason::SameValue } else { Reason::SameLetters });
    }
    match (lies_in(a, &b_name), lies_in(b, &a_name)) {
        (true, false) => is(Outcome::Refines, Reason::PlaceWithin),
        (false, true) => is(Outcome::RefinedBy, Reason::PlaceWithin),
        _ => listed(a, &a_name, b, &b_name),
    }
}

/// As the gazetteer has it. A place that it does not have stands for the nearest it has of those that it lies in.
fn listed(a: &Place, a_name: &str, b: &Place, b_name: &str) -> Comparison {
    match containment(a_name, b_name) {
        Containment::Same => return is(Outcome::Equal, Reason::OtherName),
        Containment::Within => return is(Outcome::Refines, Reason::PlaceWithin),
        Containment::Holds => return is(Outcome::RefinedBy, Reason::PlaceWithin),
        Containment::Apart => return is(Outcome::Tension, Reason::OtherCountry),
        Containment::Unknown => {}
    }
    let country = |p: &Place, name: &str| country_of(name).or_else(|| p.within.iter().find_map(|w| country_of(&letters(w))));
    match (country(a, a_name), country(b, b_name)) {
        (Some(x), Some(y)) if x != y => is(Outcome::Tension, Reason::OtherCountry),
        (Some(x), Some(_)) if crate::value::country(b_name) == Some(x) => is(Outcome::Refines, Reason::PlaceWithin),
        (Some(x), Some(_)) if crate::value::country(a_name) == Some(x) => is(Outcome::RefinedBy, Reason::PlaceWithin),
        _ => is(Outcome::Incomparable, Reason::OtherWords),
    }
}

/// Free text can agree; that it differs proves nothing.
fn texts(a: &str, b: &str) -> Comparison {
    let (a, b) = (fold(a), fold(b));
    if a == b {
        return is(Outcome::Equal, Reason::SameLetters);
    }
    if similarity(&a, &b).get() >= ALIKE && figures(&a) == figures(&b) && denials(&a) == denials(&b) {
        return is(Outcome::Compatible, Reason::Alike);
    }
    is(Outcome::Incomparable, Reason::OtherWords)
}

/// Jaro-Winkler similarity from which two short texts count as one. Cohen, Ravikumar and Fienberg 2003, "A Comparison of
/// String Distance Metrics for Name-Matching Tasks", find matches above and non-matches below about this.
const ALIKE: f64 = 0.92;
/// Share of the shorter quotation's words that the longer must hold for the two to be one quotation.
const SAME_WORDS: (usize, usize) = (3, 5);

/// The numbers of a text: two texts that differ in one are not alike, however long the rest.
fn figures(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|t| !t.is_empty()).collect()
}

/// How often a text says no.
fn denials(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| is_denial(w)).count()
}

fn is_denial(word: &str) -> bool {
    matches!(word, "not" | "no" | "never" | "none" | "nobody" | "nothing" | "neither" | "nor" | "without") || word.ends_with("n't")
}

/// Two renderings of one utterance: one cut from the other, or translated apart, share most of their words, and neither says
/// no or gives a number where the other does not.
fn quotations(a: &str, b: &str) -> Comparison {
    let (a, b) = (fold(a), fold(b));
    let words = |t: &'_ str| -> Vec<String> {
        t.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let (a_words, b_words) = (words(&a), words(&b));
    if a_words == b_words && !a_words.is_empty() {
        return is(Outcome::Equal, Reason::SameLetters);
    }
    let (short, long) = if a_words.len() <= b_words.len() { (&a_words, &b_words) } else { (&b_words, &a_words) };
    if short.len() >= 3 && long.windows(short.len()).any(|run| run == short.as_slice()) {
        return is(Outcome::Compatible, Reason::Alike);
    }
    let telling = |all: &[String]| {
        let mut w: Vec<String> = all.iter().filter(|w| w.len() > 2).cloned().collect();
        w.sort_unstable();
        w.dedup();
        w
    };
    let (short_words, long_words) = (telling(short), telling(long));
    let shared = short_words.iter().filter(|w| long_words.binary_search(w).is_ok()).count();
    let agree = figures(&a) == figures(&b) && denials(&a) == denials(&b);
    // Of two that are equally long either is the shorter, but not of their telling words.
    let fewer = short_words.len().min(long_words.len());
    if agree && fewer >= 3 && shared * SAME_WORDS.1 >= fewer * SAME_WORDS.0 {
        return is(Outcome::Compatible, Reason::Alike);
    }
    is(Outcome::Incomparable, Reason::OtherWords)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A figure whose digits hardly fit a number is taken as it stands: a few metres are no mile, hedged or not.
    #[test]
    fn a_width_too_fine_is_none() {
        let few = Quantity { upper: Number::ratio(77_485, 16_384), ..Quantity::new(Number::ZERO, "m") };
        let mile = Value::Quantity(Quantity::new(Number::from_int(1), "mile"));
        for a in [few.clone(), few.hedged(crate::value::Modifier::Approx)] {
            assert_eq!(compare(&Value::Quantity(a), &mile).outcome, Outcome::Contradicts);
        }
    }
}
