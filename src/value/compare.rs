//! How two values stand to each other.

use std::fmt;

use super::time::DAY;
use super::wording::{quotations, texts};
use super::{
    Bounds, Change, Containment, Duration, Interval, Modifier, Number, Place, Quantity, Season, Status, Time, TimeForm, Unit, Value, Zone,
    containment, country_of, units, wording,
};
use crate::text::{fold, letters};

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
    /// Whether both values can be told of one thing, as a reader takes them.
    #[must_use]
    pub const fn agrees(self) -> bool {
        matches!(self, Self::Equal | Self::Compatible | Self::Refines | Self::RefinedBy)
    }

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

pub(super) const fn is(outcome: Outcome, reason: Reason) -> Comparison {
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
        (Value::Entity(a), Value::Entity(b)) => wording::names(a, b),
        (Value::Text(a), Value::Text(b)) => texts(a, b),
        (Value::Quotation(a), Value::Quotation(b)) => quotations(a, b),
        _ => across(a, b).or_else(|| across(b, a).map(flipped)).unwrap_or(is(Outcome::Incomparable, Reason::OtherKind)),
    }
}

const fn flipped(found: Comparison) -> Comparison {
    Comparison { outcome: found.outcome.flipped(), ..found }
}

/// Values of two kinds that say the same thing in two ways: a length of time counted in its unit, a year in bare digits, a place in
/// an order.
fn across(a: &Value, b: &Value) -> Option<Comparison> {
    match (a, b) {
        (Value::Quantity(a), Value::Duration(b)) => lengths(a, b),
        (Value::Quantity(a), Value::Time(b)) => Some(times(Time::new(TimeForm::Year(year(a)?)).with_modifier(a.modifier), *b)),
        (Value::Quantity(a), Value::Text(b)) => {
            let place = wording::ordinal(b).filter(|_| is_bare(a) && a.modifier.is_none() && a.upper.is_none())?;
            (a.amount == Number::from_int(place)).then_some(is(Outcome::Equal, Reason::SameValue))
        }
        _ => None,
    }
}

fn is_bare(q: &Quantity) -> bool {
    q.unit.as_str().is_empty() && q.change.is_none()
}

/// The year that a bare number of four digits is where a date stands beside it: "1998", "in 1998".
fn year(q: &Quantity) -> Option<i16> {
    let plain = is_bare(q) && q.upper.is_none() && q.amount.is_integer() && matches!(q.modifier, None | Some(Modifier::Approx));
    i16::try_from(q.amount.trunc()).ok().filter(|y| plain && (1000..=2199).contains(y))
}

/// A length of time that is told as a quantity in a unit of time.
fn as_length(q: &Quantity) -> Option<(Duration, &str)> {
    let (head, rest) = units::parts(q.unit.as_str());
    let (unit, each) = units::length(head).filter(|_| q.change.is_none())?;
    let each = Number::from_int(each);
    let upper = q.upper.map_or(Some(None), |n| n.times(each).map(Some))?;
    Some((Duration { amount: q.amount.times(each)?, upper, unit, modifier: q.modifier }, rest))
}

fn lengths(a: &Quantity, b: &Duration) -> Option<Comparison> {
    if is_bare(a) {
        let told = Duration { amount: a.amount, upper: a.upper, unit: b.unit, modifier: a.modifier };
        return Some(where_they_agree(durations(&told, b)));
    }
    let (length, rest) = as_length(a)?;
    let found = durations(&length, b);
    Some(if rest.is_empty() { found } else { within_rest(found) })
}

/// Where the figures agree so do the values; where they do not, they may be of two things.
const fn where_they_agree(found: Comparison) -> Comparison {
    if matches!(found.outcome, Outcome::Contradicts | Outcome::Tension) { is(Outcome::Incomparable, Reason::OtherUnit) } else { found }
}

/// The same, where one says more of what it is told of than the other: then neither is the closer.
const fn within_rest(found: Comparison) -> Comparison {
    match found.outcome {
        Outcome::Equal | Outcome::Refines | Outcome::RefinedBy => is(Outcome::Compatible, Reason::InferredOverlap),
        _ => where_they_agree(found),
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

/// Which of two amounts is the higher, by their upper ends, in one unit; a bare number is in the other's. `None` where no unit is shared,
/// or a number does not fit.
pub fn higher(a: &Quantity, b: &Quantity) -> Option<std::cmp::Ordering> {
    let ((x, _), (y, _)) = (units::parts(a.unit.as_str()), units::parts(b.unit.as_str()));
    if x == y || x.is_empty() || y.is_empty() {
        return Some(a.upper.unwrap_or(a.amount).cmp(&b.upper.unwrap_or(b.amount)));
    }
    let (f, g) = units::scales(x, y, false)?;
    let (p, q) = (units::converted(a, f, true)?, units::converted(b, g, true)?);
    Some(p.upper.unwrap_or(p.amount).cmp(&q.upper.unwrap_or(q.amount)))
}

/// Amounts of one thing: "1.2% of GDP" stands against another share of GDP, not against one of something else.
fn quantities(a: &Quantity, b: &Quantity) -> Comparison {
    let ((x, x_rest), (y, y_rest)) = (units::parts(a.unit.as_str()), units::parts(b.unit.as_str()));
    let rest = |text: &str| {
        // "(CI 90–98)", "± 3": how sure a figure is says nothing of what it is told of.
        let text = if text.starts_with(['(', '±', '+']) { "" } else { text };
        let text = fold(text);
        let words: Vec<&str> = text.split_whitespace().filter(|w| !matches!(*w, "the" | "a" | "an" | "its" | "their")).collect();
        words.join(" ")
    };
    let (x_rest, y_rest) = (rest(x_rest), rest(y_rest));
    // "4 out of 5" beside 0.8 or 80 %.
    let is_share = |q: &Quantity, unit: &str| units::is_one(unit, "%") || unit.is_empty() && as_share(q).is_some();
    if let Some(share) = of_a_whole(a, x, &x_rest).filter(|_| y_rest.is_empty() && is_share(b, y)) {
        return amounts(&share, "", b, y);
    }
    if let Some(share) = of_a_whole(b, y, &y_rest).filter(|_| x_rest.is_empty() && is_share(a, x)) {
        return amounts(a, x, &share, "");
    }
    if !x_rest.is_empty() && !y_rest.is_empty() && x_rest != y_rest {
        return is(Outcome::Incomparable, Reason::OtherUnit);
    }
    let found = amounts(a, x, b, y);
    if x_rest == y_rest { found } else { within_rest(found) }
}

/// The share that "4 of 5" is.
fn of_a_whole(q: &Quantity, unit: &str, rest: &str) -> Option<Quantity> {
    let whole: Number = rest.strip_prefix("of ").filter(|_| unit.is_empty())?.parse().ok()?;
    let upper = q.upper.map_or(Some(None), |n| n.over(whole).map(Some))?;
    Some(Quantity { amount: q.amount.over(whole)?, upper, unit: Unit::new(""), written: None, ..q.clone() })
}

/// The same, in units without what they are told of.
fn amounts(a: &Quantity, x: &str, b: &Quantity, y: &str) -> Comparison {
    let told_in = |q: &Quantity, unit: &str| Quantity { unit: Unit::new(unit), ..q.clone() };
    match (x.is_empty(), y.is_empty()) {
        (true, false) => return unitless(a, &told_in(b, y), y),
        (false, true) => return flipped(unitless(b, &told_in(a, x), x)),
        _ => {}
    }
    if is_left_unsaid(x, y) || is_left_unsaid(y, x) {
        let head = |unit: &str| unit.split('/').next().unwrap_or("").to_owned();
        let (x, y) = (head(x), head(y));
        return within_rest(amounts(&told_in(a, &x), &x, &told_in(b, &y), &y));
    }
    if is_open(x, y) || is_open(y, x) {
        // Where the figures agree, so do the dollars; where they do not, the two may be other dollars.
        let unit = if is_open(x, y) { y } else { x };
        let found = amounts(&told_in(a, unit), unit, &told_in(b, unit), unit);
        // "48.1 degrees" beside 47.9 °C are of one scale: of the other they would lie far off.
        let near =
            |p: Number, q: Number| p.times(Number::from_int(CLOSE)).is_some_and(|p| p >= q.times(Number::from_int(CLOSE - 1)).unwrap_or(p));
        let (p, q) = (a.amount.abs(), b.amount.abs());
        let one_scale = matches!(unit, "°C" | "°F") && p.max(q) > Number::from_int(CLOSE) && near(p.min(q), p.max(q));
        return if one_scale { found } else { where_they_agree(found) };
    }
    if let (Some((p, _)), Some((q, _))) = (as_length(a), as_length(b)) {
        return durations(&p, &q);
    }
    converted(a, x, b, y)
}

/// Degrees of which the less is at least nine tenths of the more, both above ten, are of one scale.
const CLOSE: i64 = 10;

/// Whether one is a sum of money by something that the other leaves unsaid: "3 billion rupees a year" beside "3 billion rupees".
fn is_left_unsaid(whole: &str, rate: &str) -> bool {
    !whole.contains('/') && Unit::new(whole).is_money() && rate.split_once('/').is_some_and(|(head, _)| Unit::new(head).is_money())
}

/// Amounts in two units compare where both are exact multiples of one, or degrees of two scales.
fn converted(a: &Quantity, x: &str, b: &Quantity, y: &str) -> Comparison {
    match (below_zero(a, x), below_zero(b, y)) {
        (Some(fall), None) if b.change.is_some() => return converted(&fall, x, b, y),
        (None, Some(fall)) if a.change.is_some() => return converted(a, x, &fall, y),
        _ => {}
    }
    let scales = units::scales(x, y, a.change.is_some());
    let apart = !units::is_one(x, y);
    let found = scales.and_then(|(f, g)| Some((units::converted(a, f, apart)?, units::converted(b, g, apart)?)));
    let Some((p, q)) = found else { return is(Outcome::Incomparable, Reason::OtherUnit) };
    match (a.change, b.change) {
        (None, Some(_)) | (Some(_), None) => is(Outcome::Incomparable, Reason::LevelAgainstChange),
        // A fall is a rise below zero.
        (Some(x), Some(y)) if x != y => {
            let down = |b: Bounds| Bounds {
                low: b.high.and_then(|n| Number::ZERO.minus(n)),
                high: b.low.and_then(|n| Number::ZERO.minus(n)),
                ..b
            };
            let none = |c: &units::Converted| c.amount == Number::ZERO && c.upper.is_none();
            let same = none(&p) && none(&q) && a.modifier == b.modifier;
            bounds((p.entailed, p.inferred), (down(q.entailed), down(q.inferred)), same, is_hedged(a, b))
        }
        _ => {
            let same = p.amount == q.amount && p.upper == q.upper && a.modifier == b.modifier;
            let found = bounds((p.entailed, p.inferred), (q.entailed, q.inferred), same, is_hedged(a, b));
            match found.outcome {
                Outcome::Tension if !apart && is_its_round_figure(a, b) => is(Outcome::Compatible, Reason::InferredOverlap),
                Outcome::Contradicts | Outcome::Tension if !apart && (is_cut_short(a, b) || is_cut_short(b, a)) => {
                    is(Outcome::Compatible, Reason::InferredOverlap)
                }
                // At sea the mile is the nautical one, and often nobody says so.
                Outcome::Contradicts | Outcome::Tension if a.amount == b.amount && a.upper == b.upper && are_miles(x, y) => {
                    is(Outcome::Compatible, Reason::OtherName)
                }
                Outcome::Refines if !apart && is_rounder(a, b) => is(Outcome::Compatible, Reason::InferredOverlap),
                Outcome::RefinedBy if !apart && is_rounder(b, a) => is(Outcome::Compatible, Reason::InferredOverlap),
                _ => found,
            }
        }
    }
}

/// The amounts of two quantities in one unit, and the ends of their ranges; `None` where nothing is known of their units.
pub(crate) fn in_one_unit(a: &Quantity, b: &Quantity) -> Option<[(Number, Option<Number>); 2]> {
    let (x, y) = (a.unit.as_str(), b.unit.as_str());
    let (f, g) = units::scales(x, y, a.change.is_some())?;
    let told = |q, scale| units::converted(q, scale, false).map(|c| (c.amount, c.upper));
    Some([told(a, f)?, told(b, g)?])
}

/// Whether the one is a round figure and the other says that it is not quite reached, or passed: "800,000", "more than 800,000". Whoever
/// wrote the first left that out.
fn is_its_round_figure(a: &Quantity, b: &Quantity) -> bool {
    let single = a.upper.is_none() && b.upper.is_none() && a.amount == b.amount;
    single && (a.modifier.is_none() || b.modifier.is_none()) && a.rounding() >= Number::from_int(ROUND)
}

/// A figure that ends in so many, or in more zeros, is round.
const ROUND: i64 = 100;

/// What is told in hundreds of thousands or more is told in round figures.
const LARGE: i64 = 100_000;

/// Whether a figure is another cut short: "$43 million" beside "$43,885,310". Two digits at least are left.
fn is_cut_short(round: &Quantity, exact: &Quantity) -> bool {
    let bare = |q: &Quantity| q.upper.is_none() && q.modifier.is_none() && q.change.is_none() && q.amount > Number::ZERO;
    let grain = round.rounding();
    let fits = bare(round) && bare(exact) && round.written.is_none() && grain >= Number::from_int(LARGE) && grain > exact.rounding();
    let kept = |q: &Quantity| q.amount.over(grain).map(Number::trunc);
    fits && kept(round).is_some_and(|n| n >= 10 && kept(exact) == Some(n))
}

/// Miles of land and of sea.
fn are_miles(x: &str, y: &str) -> bool {
    let mile = |unit: &str| matches!(unit, "mile" | "nautical mile");
    mile(x) && mile(y)
}

/// A percentage below zero, as the fall that it is: "-5 %" is "down 5 %".
fn below_zero(q: &Quantity, unit: &str) -> Option<Quantity> {
    let falls = q.change.is_none() && q.upper.is_none() && q.modifier.is_none() && q.amount < Number::ZERO && units::is_one(unit, "%");
    falls.then(|| Quantity { amount: q.amount.abs(), change: Some(Change::Down), ..q.clone() })
}

/// Whether a bare figure is rounder than a hedged one, so that it says no more: "60 km" beside "about 58 km".
fn is_rounder(bare: &Quantity, hedged: &Quantity) -> bool {
    let single = bare.upper.is_none() && hedged.upper.is_none();
    single && bare.modifier.is_none() && hedged.modifier == Some(Modifier::Approx) && bare.rounding() > hedged.rounding()
}

const fn is_hedged(a: &Quantity, b: &Quantity) -> bool {
    a.modifier.is_some() && b.modifier.is_some()
}

/// A bare number against an amount in a unit. It counts what the other counts ("12480", "12480 votes"); of what is measured or
/// paid it may leave out a scale as well, or be told in another unit, so that a difference proves nothing.
fn unitless(bare: &Quantity, named: &Quantity, unit: &str) -> Comparison {
    let told = Quantity { unit: named.unit.clone(), ..bare.clone() };
    let found = amounts(&told, unit, named, unit);
    if units::is_one(unit, "%") {
        return as_share(bare).map_or(found, |share| nearer(against_share(&share, named), found));
    }
    if named.unit.is_count() && !unit.contains('/') && units::length(unit).is_none() { found } else { where_they_agree(found) }
}

/// A number between 0 and 1 as a percentage: "0.95" is 95 %, "a third" 33.3 %.
fn as_share(bare: &Quantity) -> Option<Quantity> {
    let (one, hundred) = (Number::from_int(1), Number::from_int(100));
    let fits = |n: Number| n > Number::ZERO && n < one;
    if !fits(bare.amount) || bare.upper.is_some_and(|n| !fits(n)) {
        return None;
    }
    let upper = bare.upper.map_or(Some(None), |n| n.times(hundred).map(Some))?;
    let grain = bare.amount.granularity();
    let grain = bare.written.map_or(grain, |w| w.min(grain));
    // A fraction in words is as exact as a whole percentage: a third is 33 %.
    let written = if grain == Number::ZERO { one } else { grain.times(hundred)? };
    Some(Quantity { amount: bare.amount.times(hundred)?, upper, unit: Unit::new("%"), written: Some(written), ..bare.clone() })
}

/// How far a share may lie, in points, from one that is told as a fraction and holds by the letter: a fraction in words ("a third"), and
/// tenths ("0.5").
const LOOSE: (i64, i64) = (2, 5);

fn against_share(share: &Quantity, named: &Quantity) -> Comparison {
    let found = converted(share, "%", named, "%");
    let tenths = share.amount.granularity() >= Number::from_int(10);
    let fraction = share.written == Some(Number::from_int(1)) && share.amount.granularity() == Number::ZERO;
    let loose = Number::from_int(if tenths {
        LOOSE.1
    } else if fraction {
        LOOSE.0
    } else {
        return found;
    });
    if found.outcome != Outcome::Contradicts || share.modifier.is_some() || share.upper.is_some() {
        return found;
    }
    let Some((low, high)) = share.amount.minus(loose).zip(share.amount.plus(loose)) else { return found };
    let around = Quantity { amount: low, upper: Some(high), ..share.clone() };
    let near = converted(&around, "%", named, "%").outcome != Outcome::Contradicts;
    if near { is(Outcome::Tension, Reason::EntailedOverlap) } else { found }
}

/// Of two readings the one under which the values agree.
pub(super) fn nearer(a: Comparison, b: Comparison) -> Comparison {
    let rank = |c: Comparison| match c.outcome {
        Outcome::Equal => 0,
        Outcome::Refines | Outcome::RefinedBy => 1,
        Outcome::Compatible => 2,
        Outcome::Tension => 3,
        Outcome::Incomparable => 4,
        Outcome::Contradicts => 5,
    };
    if rank(a) <= rank(b) { a } else { b }
}

/// Money whose country is not said, and that of the countries that call it so (ISO 4217).
const OPEN_MONEY: &[(&[&str], &[&str])] = &[
    (&["$", "dollars", "dollar"], &["USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "US dollars", "US$"]),
    (&["rupee", "rupees"], &["INR", "PKR", "LKR", "NPR", "MUR"]),
    (&["franc", "francs"], &["CHF", "XAF", "XOF", "RWF"]),
    (&["krona", "kronor", "crown", "crowns"], &["SEK", "ISK"]),
    (&["krone", "kroner", "crown", "crowns"], &["NOK", "DKK"]),
    (&["peso", "pesos"], &["MXN", "ARS", "CLP", "COP", "PHP", "UYU"]),
    (&["lira", "liras"], &["TRY"]),
];

/// "$" against the dollar of one country, "degrees" against those of one scale.
fn is_open(open: &str, named: &str) -> bool {
    let degree = open == "°" && matches!(named, "°C" | "°F");
    degree || OPEN_MONEY.iter().any(|row| row.0.contains(&open) && row.1.contains(&named))
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
    let open = if is_apart(found) { other_readings((a, x), (b, y)) || is_other_season(a, b) || is_other_season(b, a) } else { turned };
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

/// Whether the first time is a season that falls on the second in the south, or as the winter that began the year before.
fn is_other_season(a: Time, b: Time) -> bool {
    use Season::{Fall, Spring, Summer, Winter};
    let TimeForm::Season(year, season) = a.form else { return false };
    if matches!(b.form, TimeForm::Season(..)) {
        return false;
    }
    let before = year.saturating_sub(1);
    let others: &[(i16, Season)] = match season {
        Spring => &[(year, Fall)],
        Fall => &[(year, Spring)],
        Summer => &[(year, Winter), (before, Winter)],
        Winter => &[(year, Summer), (before, Winter)],
    };
    others.iter().any(|&(year, season)| {
        let read = Spans::of(a.with_form(TimeForm::Season(year, season))).zip(Spans::of(b));
        read.is_some_and(|(x, y)| !is_apart(spans((a, x), (b, y))))
    })
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
