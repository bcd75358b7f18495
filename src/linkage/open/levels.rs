//! How two open claims stand to each other, feature by feature, and what each level of a feature weighs.
//!
//! Five questions: do two tellings that something happened tell of one event; are two amounts, or two times, that agree of one data item;
//! and are two amounts, or two times, that exclude each other. What the levels weigh together say trees (`trees.rs`).

use super::scopes::{is_part, scopes};
use super::telling::{DAY, NAME, Telling, Words, common, rarity};
use crate::ontology::are_of_one_class;
use crate::value::{Number, Outcome, Time, TimeForm, Value, compare, in_one_unit};

/// Which of the five questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Question {
    /// Two tellings that something happened.
    Happened,
    /// Two amounts or lengths that can be one.
    Agree,
    /// Two times that can be one.
    Dated,
    /// Two amounts or lengths that exclude each other, or would make a reader stumble.
    Differ,
    /// Two times that do.
    Apart,
}

impl Question {
    /// Its name, by which its trees are listed.
    pub(crate) const NAMES: [&'static str; 5] = ["happened", "agree", "dated", "differ", "apart"];
}

/// The features with the names of their levels.
pub(crate) const FEATURES: [(&str, &[&str]); 38] = [
    ("bias", &["all"]),
    // What is told.
    ("kind", &["count", "share", "money", "measure", "age", "time", "duration", "happening"]),
    // Bits for one story of the two articles.
    ("story", &["below -.5", "-.5", ".5", "1.5", "2.5", "4", "5.5", "7"]),
    // The cosine of their names, in hundredths.
    ("cosine", &["below 16", "16", "22", "32", "45", "60"]),
    // The cosine of all words of their claims, in hundredths.
    ("text", &["below 8", "8", "14", "20", "28", "40", "60"]),
    // Dates and amounts that both articles tell.
    ("figures", &["0", "1", "2", "4", "7"]),
    ("governor", &["same", "same, dull", "kin", "other", "none"]),
    // The counted or measured noun, and how rare the value is: the less the noun tells, the rarer it must be.
    ("noun", &NOUNS),
    // Who takes part.
    ("people", &["shared", "others", "of one", "none"]),
    // In which parts they do.
    ("roles", &["none", "one", "two", "other"]),
    // Names in the quotes: how many are shared, and whether each has some that the other lacks.
    ("names", &["none", "1", "2", "3"]),
    ("lacking", &["neither", "one", "both"]),
    // Bits of the shared words that are no names.
    ("words", &["0", "1", "6", "11", "16", "23", "32", "45"]),
    // Hundredths of all their words, by weight.
    ("share", &["0", "1", "12", "22", "35", "50", "70", "90"]),
    // Words that the surroundings of the one share with the other and its surroundings.
    ("around", &["0", "1", "2", "4", "7"]),
    // Other numbers in the quotes.
    ("numbers", &["shared", "none", "of one", "others"]),
    ("modality", &["asserted", "open", "differ"]),
    ("polarity", &["same", "differ"]),
    // The times told with both.
    ("times", &["agree", "apart", "of one", "none"]),
    // Whether it is of another than one told before.
    ("another", &["same", "differ"]),
    // Other claims of the two articles with such a value, or of such a happening.
    ("chance", &["0", "1", "2", "4"]),
    // Other amounts of the same things in the two articles.
    ("rivals", &["0", "1", "2", "4"]),
    // Other values in the two articles that come as near.
    ("others", &["0", "1", "2", "4", "8"]),
    // Whether another value of the other article agrees with one of them.
    ("elsewhere", &["neither", "one", "both"]),
    // Hundredths of their articles by which their places in them differ.
    ("place", &["0", "10", "20", "35", "50"]),
    // The units as they are told.
    ("unit", &["same", "none", "of one", "others"]),
    // How the values stand.
    ("values", &["none", "equal", "precise", "overlap", "loose", "by 1.1", "by 1.5", "by 2", "by 4", "far"]),
    // Whether the event of one is known by its name and participants.
    ("known", &["neither", "one"]),
    // Whether they stand early in their articles.
    ("early", &["both", "one", "none"]),
    // What the values are of.
    ("scope", &["same", "open", "apart"]),
    // Days between the articles.
    ("days", &["0", "1", "3", "15", "unknown"]),
    // Hundredths of the words within so many of the values that both have there, by weight; and their bits.
    ("near 3", &NEAR),
    ("near 6", &NEAR),
    ("near 12", &NEAR),
    ("near bits", &["0", "1", "4", "8", "12", "16"]),
    // Whether what the one counts is what the other says was done: "killed six", "six deaths".
    ("crossed", &["no", "once", "twice"]),
    // Whether what they count is of one class, some of the other's, or of two: ships and sailors.
    ("classes", &["one", "unknown", "part", "two"]),
    // Whether they tell of what was long before their articles.
    ("past", &["neither", "one", "both"]),
];

const NEAR: [&str; 8] = ["none", "0", "1", "10", "20", "35", "50", "75"];

const NOUNS: [&str; 24] = [
    "same, common",
    "same, told",
    "same, rather rare",
    "same, rare",
    "kin, common",
    "kin, told",
    "kin, rather rare",
    "kin, rare",
    "class, common",
    "class, told",
    "class, rather rare",
    "class, rare",
    "other, common",
    "other, told",
    "other, rather rare",
    "other, rare",
    "of one, common",
    "of one, told",
    "of one, rather rare",
    "of one, rare",
    "none, common",
    "none, told",
    "none, rather rare",
    "none, rare",
];

/// The level of each feature.
pub(crate) type Levels = [u8; FEATURES.len()];

/// The two articles of a pair of claims.
#[derive(Clone, Copy)]
pub(super) struct Articles {
    /// The levels of "story", "cosine", "text" and "figures".
    pub(super) story: u8,
    pub(super) cosine: u8,
    pub(super) text: u8,
    pub(super) figures: u8,
    /// By how many days the second came after the first, where both days are known.
    pub(super) days: Option<i64>,
}

/// The level of a number: the last whose least it reaches.
pub(super) fn step<const N: usize>(number: u32, least: [u32; N]) -> u8 {
    u8::try_from(least.iter().filter(|l| number >= **l).count()).unwrap_or(u8::MAX)
}

/// Shared words of two claims.
struct Shared {
    names: u32,
    plain: u32,
    share: u32,
    lacking: u8,
}

fn shared(a: &Telling<'_>, b: &Telling<'_>, words: &Words) -> Shared {
    let (mut names, mut plain, mut both) = (0, 0, 0);
    let is_name = |t: &Telling<'_>, w: &u32| t.named.binary_search(w).is_ok();
    for word in common(&a.words, &b.words) {
        let own = words.of(word);
        both += own;
        if is_name(a, &word) || is_name(b, &word) {
            names += u32::from(own >= NAME);
        } else {
            plain += own;
        }
    }
    let all = a.weight + b.weight - both;
    let lacks = |x: &Telling<'_>, y: &Telling<'_>| x.named.iter().any(|n| words.of(*n) >= NAME && y.words.binary_search(n).is_err());
    let lacking = u8::from(lacks(a, b)) + u8::from(lacks(b, a));
    Shared { names, plain, share: (100 * both).checked_div(all).unwrap_or(0), lacking }
}

/// Bits of what the surroundings of the one share with the other and its surroundings.
fn around(a: &Telling<'_>, b: &Telling<'_>, words: &Words) -> u32 {
    let inside = |list: &[u32], w: &u32| list.binary_search(w).is_ok();
    let own = a.around.iter().filter(|w| inside(&b.words, w) || inside(&b.around, w));
    let theirs = b.around.iter().filter(|w| inside(&a.words, w));
    u32::try_from(own.chain(theirs).filter(|w| words.of(**w) >= NAME).count()).unwrap_or(u32::MAX)
}

/// What the words within 3, 6 and 12 of the one value share with those of the other: for each the level of "near", and their tenths of a bit.
fn near(a: &Telling<'_>, b: &Telling<'_>, words: &Words) -> [(u8, u32); 3] {
    const WITHIN: [u32; 3] = [3, 6, 12];
    let inside = |t: &Telling<'_>| {
        let mut sums = [0; 3];
        for (word, at) in &t.near {
            let own = words.of(*word);
            sums.iter_mut().zip(WITHIN).filter(|(_, within)| at <= within).for_each(|(sum, _)| *sum += own);
        }
        sums
    };
    let mut both = [0; 3];
    let mut rest = &b.near[..];
    for (word, at) in &a.near {
        while rest.first().is_some_and(|r| r.0 < *word) {
            rest = &rest[1..];
        }
        if let Some(other) = rest.first().filter(|r| r.0 == *word) {
            let (far, own) = ((*at).max(other.1), words.of(*word));
            both.iter_mut().zip(WITHIN).filter(|(_, within)| far <= *within).for_each(|(sum, _)| *sum += own);
        }
    }
    let (ours, theirs) = (inside(a), inside(b));
    std::array::from_fn(|i| {
        if ours[i] == 0 || theirs[i] == 0 {
            return (0, 0);
        }
        let share = (100 * both[i]).checked_div(ours[i] + theirs[i] - both[i]).unwrap_or(0);
        (1 + step(share, [1, 10, 20, 35, 50, 75]), both[i])
    })
}

/// How many of the two are said to be done what the other counts or measures.
fn crossed(a: &Telling<'_>, b: &Telling<'_>, words: &Words) -> u8 {
    let is = |x: &Telling<'_>, y: &Telling<'_>| x.governed && y.noun.is_some_and(|n| words.kin(x.governor, n));
    u8::from(is(a, b)) + u8::from(is(b, a))
}

/// How two values stand that may be one; nothing where they cannot be weighed.
pub(super) fn outcome(a: &Value, b: &Value) -> Option<Outcome> {
    // "Now" is another moment in each article.
    let vague = |v: &Value| matches!(v, Value::Time(t) if matches!(t.form, TimeForm::Present | TimeForm::Past | TimeForm::Future));
    match (a, b) {
        (Value::Boolean(_), Value::Boolean(_)) | (Value::Quotation(_), Value::Quotation(_)) => return Some(Outcome::Incomparable),
        (Value::Quantity(_), Value::Quantity(_)) | (Value::Duration(_), Value::Duration(_)) => {}
        (Value::Time(_), Value::Time(_)) if !vague(a) && !vague(b) => {}
        _ => return None,
    }
    // "34 million" may be the 34 million crowns of the other article, "77" its 77 percent.
    let left_out = |q: &Value, of: &Value| matches!(q, Value::Quantity(q) if q.unit.as_str().is_empty()) && matches!(kind(of), 1..=4);
    let one = kind(a) == kind(b);
    if !one && !left_out(a, b) && !left_out(b, a) {
        return None;
    }
    let found = compare(a, b).outcome;
    (one || found.agrees()).then_some(found)
}

/// Whether one may be told for the other: they agree, or the greater is no more than twice the smaller, or a month lies between them.
pub(super) fn are_near(a: &Value, b: &Value, outcome: Outcome) -> bool {
    outcome != Outcome::Incomparable && values(a, b, outcome) <= 7
}

/// What else two articles tell beside a pair of claims.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    /// How the values stand.
    pub(super) outcome: Outcome,
    /// How many other values come as near.
    pub(super) others: u32,
    /// Of how many of the two a value of the other article agrees that is not the pair's.
    pub(super) elsewhere: u8,
}

/// Whether both count what is told, and things of one class.
fn classes(a: &Telling<'_>, b: &Telling<'_>, words: &Words) -> u8 {
    let noun = |t: &Telling<'_>| t.noun.map(|n| &*words.stems[n as usize]);
    match a.class.zip(b.class) {
        _ if a.noun.is_some() && a.noun == b.noun => 0,
        _ if is_part(noun(a), noun(b)) => PART,
        Some((p, q)) => TWO * u8::from(!are_of_one_class(p, q)),
        None => 1,
    }
}

/// How two amounts are told as to their units.
fn units(a: &Value, b: &Value) -> u8 {
    let (x, y) = match (a, b) {
        (Value::Quantity(p), Value::Quantity(q)) => (p.unit.as_str(), q.unit.as_str()),
        _ => return 1,
    };
    match (x.is_empty(), y.is_empty()) {
        (true, true) => 1,
        (false, false) => 3 * u8::from(x != y),
        _ => 2,
    }
}

/// Whether two amounts are of one kind: a share is none of firefighters.
fn kind(value: &Value) -> u8 {
    match value {
        Value::Quantity(q) => match q.unit.as_str() {
            "%" => 1,
            "year-old" => 4,
            _ if q.unit.is_money() => 2,
            _ if q.unit.is_count() => 0,
            _ => 3,
        },
        Value::Time(_) => 5,
        Value::Duration(_) => 6,
        _ => 7,
    }
}

fn values(a: &Value, b: &Value, outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Equal => return 1,
        _ if outcome.agrees() && is_loose(a, b) => return 4,
        Outcome::Refines | Outcome::RefinedBy => return 2,
        Outcome::Compatible => return 3,
        Outcome::Tension | Outcome::Contradicts | Outcome::Incomparable => {}
    }
    match (a, b) {
        (Value::Quantity(x), Value::Quantity(y)) => in_one_unit(x, y).map_or_else(|| apart(x.amount, y.amount), |[x, y]| apart(x.0, y.0)),
        (Value::Duration(x), Value::Duration(y)) if x.unit == y.unit => apart(x.amount, y.amount),
        (Value::Time(x), Value::Time(y)) => {
            let gap = |x: Time, y: Time| Some((x.entailed()?.start - y.entailed()?.start).abs() / DAY);
            gap(*x, *y).map_or(9, |days| 5 + step(u32::try_from(days).unwrap_or(u32::MAX), [2, 8, 32, 367]))
        }
        _ => 9,
    }
}

/// Whether every story tells many values of the kind: lengths of time, and ages.
pub(super) fn is_of_many(value: &Value) -> bool {
    matches!(kind(value), 4 | 6)
}

/// Whether two amounts that agree are of other things by their words: a small number of unlike things under unlike verbs with no word beside
/// them in common ("opens three shops", "closes three roads"), or a rough one of things of two classes ("about a dozen ships", "12 magazines").
pub(super) fn are_of_others(a: &Telling<'_>, b: &Telling<'_>, levels: &Levels, outcome: Outcome) -> bool {
    let rare = rarity(a.value).min(rarity(b.value));
    let unlike = !is_told_alike(levels) && a.noun.is_some() && b.noun.is_some() && levels[NEAR_6] <= 1;
    // A share of patients and one of those who were treated may be one.
    let rough = kind(a.value) == 0 && rare < THREE_DIGITS && outcome != Outcome::Equal;
    rare < TOLD && unlike || rough && levels[CLASSES] == TWO
}

/// Whether something of what is counted or done is one, by the levels of "governor", "noun" and "crossed".
const fn is_told_alike(levels: &Levels) -> bool {
    levels[GOVERNOR] <= 2 || levels[NOUN] / 4 <= 1 || levels[CROSSED] > 0
}

/// The same, or what they count is of one class.
pub(super) const fn is_anchored(levels: &Levels) -> bool {
    is_told_alike(levels) || levels[CLASSES] == 0
}

/// Whether both say the same of what their values are of, and neither counts a part of what the other counts.
pub(super) const fn are_of_one_whole(levels: &Levels) -> bool {
    levels[SCOPE] == 0 && levels[CLASSES] != PART
}

/// Whether somebody takes part in both.
pub(super) const fn is_of_one_person(levels: &Levels) -> bool {
    levels[PEOPLE] == 0
}

/// Whether somebody takes the same part in both.
pub(super) const fn is_one_part(levels: &Levels) -> bool {
    matches!(levels[ROLES], 1 | 2)
}

/// Days of a year.
const YEAR: i64 = 365;

/// Whether two values agree for no better reason than that one of them is vague: "several" beside nine, "at least 30" beside 86, the 1950s
/// beside a year of theirs, the 2016 election beside a day of that year.
fn is_loose(a: &Value, b: &Value) -> bool {
    let near = |xs: [Option<Number>; 2], ys: [Option<Number>; 2]| {
        let ys = ys.into_iter().flatten();
        xs.into_iter().flatten().any(|x| ys.clone().any(|y| apart(x, y) == 5))
    };
    match (a, b) {
        (Value::Quantity(x), Value::Quantity(y)) => match in_one_unit(x, y) {
            Some([x, y]) => !near([Some(x.0), x.1], [Some(y.0), y.1]),
            None => {
                (x.unit.as_str().is_empty() || y.unit.as_str().is_empty()) && !near([Some(x.amount), x.upper], [Some(y.amount), y.upper])
            }
        },
        (Value::Duration(x), Value::Duration(y)) if x.unit == y.unit => !near([Some(x.amount), x.upper], [Some(y.amount), y.upper]),
        (Value::Time(x), Value::Time(y)) => {
            let days = |t: &Time| t.entailed().map_or(0, |i| (i.end - i.start) / DAY);
            let (less, more) = (days(x).min(days(y)), days(x).max(days(y)));
            more >= YEAR && less * 4 < more
        }
        _ => false,
    }
}

/// By how much the greater of two amounts is the greater: the level of "values".
fn apart(x: Number, y: Number) -> u8 {
    let (less, more) = (x.abs().min(y.abs()), x.abs().max(y.abs()));
    let within = |(num, den): (i64, i64)| Number::ratio(num, den).and_then(|by| less.times(by)).is_some_and(|most| more <= most);
    let levels = [(11, 10), (3, 2), (2, 1), (4, 1)];
    5 + u8::try_from(levels.into_iter().position(within).unwrap_or(levels.len())).unwrap_or(4)
}

/// Whether both tell other numbers, and none of them is the same.
fn numbers(a: &Telling<'_>, b: &Telling<'_>) -> u8 {
    match (a.numbers.is_empty(), b.numbers.is_empty()) {
        (true, true) => 1,
        (false, false) if a.numbers.iter().any(|n| b.numbers.contains(n)) => 0,
        (false, false) => 3,
        _ => 2,
    }
}

/// Whether the times of two mentions cannot be one.
pub(super) fn are_times_apart(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    times(a, b) == 1
}

/// The times of two mentions.
fn times(a: &Telling<'_>, b: &Telling<'_>) -> u8 {
    let can = |x: &Time, y: &Time| !matches!(compare(&Value::Time(*x), &Value::Time(*y)).outcome, Outcome::Contradicts);
    match (a.times.is_empty(), b.times.is_empty()) {
        (true, true) => 3,
        (false, false) => u8::from(!a.times.iter().any(|x| b.times.iter().any(|y| can(x, y)))),
        _ => 2,
    }
}

/// The place of the feature that costs most.
pub(super) const AROUND: usize = 14;
const GOVERNOR: usize = 6;
const NOUN: usize = 7;
const PEOPLE: usize = 8;
const ROLES: usize = 9;
const SCOPE: usize = 29;
const NEAR_6: usize = 32;
const CROSSED: usize = 35;
const CLASSES: usize = 36;

/// Levels of "classes": some of what the other counts, and things of two classes.
const PART: u8 = 2;
const TWO: u8 = 3;

/// Sets the level of what stands around two claims.
pub(super) fn look_around(levels: &mut Levels, a: &Telling<'_>, b: &Telling<'_>, words: &Words) {
    levels[AROUND] = step(around(a, b, words), [1, 2, 4, 7]);
}

/// The question that a pair of claims asks, and its levels, but for what stands around them; nothing where the two cannot be of one item.
pub(super) fn levels(a: &Telling<'_>, b: &Telling<'_>, words: &Words, articles: Articles, beside: Beside) -> Option<(Question, Levels)> {
    let outcome = beside.outcome;
    let own = kind(a.value).max(kind(b.value));
    let happening = matches!(a.value, Value::Boolean(_));
    let governed = a.governed && b.governed;
    let governor = governed && words.kin(a.governor, b.governor);
    let question = match outcome {
        _ if happening => Question::Happened,
        Outcome::Incomparable => return None,
        outcome if outcome.agrees() => {
            if own == 5 {
                Question::Dated
            } else {
                Question::Agree
            }
        }
        _ if own == 5 => Question::Apart,
        _ => Question::Differ,
    };
    // "Several children" beside two, "over six seasons" beside six: nothing excludes the other.
    let one_number = match (a.value, b.value) {
        (Value::Quantity(x), Value::Quantity(y)) => x.amount == y.amount && x.upper == y.upper,
        (Value::Duration(x), Value::Duration(y)) => x.amount == y.amount && x.unit == y.unit,
        _ => false,
    };
    if question == Question::Differ && (one_number || a.vague || b.vague) {
        return None;
    }
    let found = shared(a, b, words);
    let rare = rarity(a.value).min(rarity(b.value));
    let noun = match (a.noun, b.noun) {
        (None, None) => 5,
        (Some(x), Some(y)) if x == y => 0,
        (Some(x), Some(y)) if words.kin(x, y) => 1,
        (Some(_), Some(_)) if a.class.zip(b.class).is_some_and(|(p, q)| are_of_one_class(p, q)) => 2,
        (Some(_), Some(_)) => 3,
        _ => 4,
    };
    let taking = a.people.iter().filter(|p| b.people.contains(p)).count();
    // What decides most pairs costs least. Told by other words, it must be told of the same: "started a campaign", "launched one".
    if happening && (found.plain == 0 || !governor && (found.names == 0 || found.plain < TOLD || found.share < 20)) {
        return None;
    }
    let governor = match () {
        () if !governed => 4,
        () if a.governor == b.governor => u8::from(words.of(a.governor) < DULL),
        () if governor => 2,
        () => 3,
    };
    let people = match (a.people.is_empty(), b.people.is_empty()) {
        (true, true) => 3,
        (false, false) => u8::from(!a.people.iter().any(|p| b.people.iter().any(|q| p.0 == q.0))),
        _ => 2,
    };
    let roles = match taking {
        0 if people == 0 => 3,
        n => u8::try_from(n.min(2)).unwrap_or(2),
    };
    let modality = match (a.open, b.open) {
        (false, false) => 0,
        (true, true) => 1,
        _ => 2,
    };
    let (crossed, classes) = (crossed(a, b, words), classes(a, b, words));
    // A time that hangs on nothing tells of nothing: "Posted December 22nd, 8:55 am".
    if question == Question::Apart && !governed {
        return None;
    }
    let early = u8::from(!a.early) + u8::from(!b.early);
    let near = near(a, b, words);
    let levels = [
        0,
        own,
        articles.story,
        articles.cosine,
        articles.text,
        articles.figures,
        governor,
        4 * noun + step(rare, [TOLD, THREE_DIGITS, 100]),
        people,
        roles,
        step(found.names, [1, 2, 3]),
        found.lacking,
        step(found.plain, [10, 60, 110, 160, 230, 320, 450]),
        step(found.share, [1, 12, 22, 35, 50, 70, 90]),
        0,
        numbers(a, b),
        modality,
        u8::from(a.negative != b.negative),
        times(a, b),
        u8::from(a.another != b.another),
        step(a.like + b.like, [1, 2, 4]),
        step(a.rivals + b.rivals, [1, 2, 4]),
        step(beside.others, [1, 2, 4, 8]),
        beside.elsewhere,
        step(a.place.abs_diff(b.place), [10, 20, 35, 50]),
        units(a.value, b.value),
        if happening { 0 } else { values(a.value, b.value, outcome) },
        u8::from(a.known || b.known),
        early,
        scopes(a, b) as u8,
        articles.days.map_or(4, |d| step(u32::try_from(d.abs()).unwrap_or(u32::MAX), [1, 3, 15])),
        near[0].0,
        near[1].0,
        near[2].0,
        step(near[1].1, [10, 40, 80, 120, 160]),
        crossed,
        classes,
        u8::from(a.past) + u8::from(b.past),
    ];
    Some((question, levels))
}

/// What an amount of three digits weighs at least.
const THREE_DIGITS: u32 = 60;
/// What comes less often than a count of one digit weighs so much at least, in tenths of a bit.
pub(super) const TOLD: u32 = 30;
/// A word that weighs less says little of what happened: "have", "make", "see".
const DULL: u32 = 45;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_features_are_theirs() {
        let names = [GOVERNOR, NOUN, PEOPLE, ROLES, SCOPE, NEAR_6, CROSSED, CLASSES].map(|f| FEATURES[f].0);
        assert_eq!(names, ["governor", "noun", "people", "roles", "scope", "near 6", "crossed", "classes"]);
        assert_eq!([PART, TWO].map(|l| FEATURES[CLASSES].1[usize::from(l)]), ["part", "two"]);
        assert_eq!(FEATURES[AROUND].0, "around");
    }

    #[test]
    fn a_value_agrees_loosely_where_the_other_is_vague() {
        use crate::value::{Modifier, Quantity};
        use jiff::civil::date;
        let count = |n: i64, upper: Option<i64>, modifier| {
            let mut quantity = Quantity::new(Number::from_int(n), "");
            (quantity.upper, quantity.modifier) = (upper.map(Number::from_int), modifier);
            Value::Quantity(quantity)
        };
        let time = |form| Value::Time(Time::new(form));
        let (several, least) = (count(3, Some(9), Some(Modifier::EqualOrMore)), count(30, None, Some(Modifier::EqualOrMore)));
        for (a, b, loose) in [
            (&several, &count(5, None, None), true),
            (&least, &count(86, None, None), true),
            (&least, &count(30, None, None), false),
            (&least, &count(32, None, None), false),
            (&count(30, Some(40), None), &count(35, Some(40), None), false),
            (&time(TimeForm::Year(2016)), &time(TimeForm::Day(date(2016, 9, 26))), true),
            (&time(TimeForm::Decade(195)), &time(TimeForm::Year(1951)), true),
            (&time(TimeForm::Month(2016, 9)), &time(TimeForm::Day(date(2016, 9, 26))), false),
        ] {
            assert_eq!((is_loose(a, b), is_loose(b, a)), (loose, loose), "{a:?} {b:?}");
        }
    }

    #[test]
    fn amounts_further_apart_have_a_higher_level() {
        let level = |x: i64, y: i64| apart(Number::from_int(x), Number::from_int(y));
        assert_eq!([level(10, 11), level(10, 15), level(20, 10), level(10, 40), level(10, 41), level(0, 5)], [5, 6, 7, 8, 9, 9]);
    }
}
