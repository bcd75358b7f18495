//! Open claims as they are compared: the words around their values, as stems with weights.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use crate::claim::{Claim, Modality, Polarity, Scope};
use crate::ontology::noun_class;
use crate::text::{Plain, TokenKind, stem, tokens};
use crate::value::{Quantity, Time, Value};

/// Open events come from the reader of English, and so does the list.
#[cfg(feature = "english")]
pub(super) const WEIGHTS: &str = include_str!("../../../data/word-weights.tsv");
#[cfg(not(feature = "english"))]
pub(super) const WEIGHTS: &str = "";

/// Tenths of a bit that a word has that the list of weights does not know.
pub(super) const RARE: u32 = 80;

/// What a shared word weighs, in tenths of a bit, by its stem.
pub(super) fn weight(stem: &str) -> u32 {
    static LIST: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
        let rows = WEIGHTS.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
        rows.filter_map(|(stem, weight)| Some((stem, weight.parse().ok()?))).collect()
    });
    LIST.get(stem).copied().unwrap_or(RARE)
}

/// An open claim, as far as it is compared.
pub(super) struct Telling<'a> {
    /// Its place among the sources: the order of articles and texts, so that no id decides between equals.
    pub(super) rank: u32,
    pub(super) value: &'a Value,
    /// The words that say it.
    pub(super) raw: &'a str,
    /// Whether they only say that there are some: "several", "dozens of".
    pub(super) vague: bool,
    /// The stems of its quote, its participants and its governor, but for those of the value, ascending.
    pub(super) words: Vec<u32>,
    pub(super) people: Vec<(u32, Role)>,
    /// The stems of their names, and of the other names of the quote, ascending.
    pub(super) named: Vec<u32>,
    pub(super) governor: u32,
    /// Whether a word of its text governs it.
    pub(super) governed: bool,
    /// The counted or measured noun.
    pub(super) noun: Option<u32>,
    /// Its class.
    pub(super) class: Option<&'static str>,
    /// Whether the source leaves open that it is or was so.
    pub(super) open: bool,
    pub(super) asserted: bool,
    /// Whether it is thought possible, or stands under a condition.
    pub(super) supposed: bool,
    pub(super) negative: bool,
    /// The times that its mention is told with.
    pub(super) times: Vec<Time>,
    /// Whether its mention or its quote tells a time or year that was over long before its article.
    pub(super) past: bool,
    /// The other numbers of its quote.
    pub(super) numbers: Vec<Arc<str>>,
    /// Of a quotation, its words in their order.
    pub(super) said: Vec<u32>,
    /// The stems of its quote with how many words lie between each and the value, ascending, the nearest of each.
    pub(super) near: Vec<(u32, u32)>,
    /// The stems of what stands around its quote, ascending, without its own.
    pub(super) around: Vec<u32>,
    /// What its words weigh together.
    pub(super) weight: u32,
    /// Whether it stands early in its article.
    pub(super) early: bool,
    /// How many other claims of its article have such a value, or tell of such a happening.
    pub(super) like: u32,
    /// How many other claims of its article tell another amount of the same things: six counts of yards.
    pub(super) rivals: u32,
    /// Where it stands among the claims of its article, in hundredths.
    pub(super) place: u32,
    /// The number of its value among all values.
    pub(super) key: u32,
    /// Whether its quote says that it is of another than one told before: "two additional packages".
    pub(super) another: bool,
    /// Whether its event is known by more than the word that tells it.
    pub(super) known: bool,
    /// What its value is of.
    pub(super) of: Option<&'a str>,
    pub(super) scope: Option<&'a Scope>,
}

/// What of a claim is compared, and where it came from.
pub(crate) struct Source<'a> {
    /// Its place among all claims.
    pub(crate) index: u32,
    /// The claim.
    pub(crate) claim: &'a Claim,
    /// Its article.
    pub(crate) article: u32,
    /// The day of that, as a number.
    pub(crate) day: Option<i64>,
    /// The entities of its participants, and the part that each takes.
    pub(crate) people: Vec<(u32, Role)>,
    /// Of a claim whose event is known by its name and participants, the number of its data item.
    pub(crate) known: Option<u32>,
}

/// The part of a participant, as far as it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Subject,
    Object,
    Other,
}

impl Role {
    pub(crate) fn of(role: Option<&str>) -> Self {
        match role {
            Some("subject") => Self::Subject,
            Some("object") => Self::Object,
            _ => Self::Other,
        }
    }
}

/// Stems as numbers, with their weights.
#[derive(Default)]
pub(super) struct Words {
    known: FxHashMap<Arc<str>, u32>,
    pub(super) weights: Vec<u32>,
    pub(super) stems: Vec<Arc<str>>,
}

impl Words {
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let stem = stem(word);
        if let Some(known) = self.known.get(&*stem) {
            return *known;
        }
        let next = u32::try_from(self.weights.len()).unwrap_or(u32::MAX);
        let stem: Arc<str> = stem.into();
        self.weights.push(weight(&stem));
        self.stems.push(stem.clone());
        self.known.insert(stem, next);
        next
    }

    pub(super) fn of(&self, word: u32) -> u32 {
        self.weights[word as usize]
    }

    pub(super) fn all(&mut self, text: &str, out: &mut Vec<u32>) {
        let plain = Plain::of(text);
        let text = plain.text();
        for token in tokens(text) {
            if token.kind == TokenKind::Word {
                out.push(self.number(token.text(text)));
            }
        }
    }

    /// Whether two stems are of one family: "investig" and "investigat".
    pub(super) fn kin(&self, a: u32, b: u32) -> bool {
        let (x, y) = (&self.stems[a as usize], &self.stems[b as usize]);
        a == b || (x.len() >= FAMILY && y.len() >= FAMILY && x.as_bytes()[..FAMILY] == y.as_bytes()[..FAMILY])
    }
}

/// What two ascending lists have in common.
pub(super) fn common<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut rest = b;
    a.iter().copied().filter(move |w| {
        while rest.first().is_some_and(|r| r < w) {
            rest = &rest[1..];
        }
        rest.first() == Some(w)
    })
}

/// Letters that stems of one family share.
const FAMILY: usize = 6;

/// The action of what stands under no predicate.
const UNGOVERNED: &str = "tell";

/// Attributes that say nothing of what is counted or measured.
fn is_plain(attribute: &str) -> bool {
    matches!(attribute, "occurrence" | "time" | "duration" | "count" | "amount" | "age" | "quotation")
}

impl<'a> Telling<'a> {
    pub(super) fn of(source: &Source<'a>, rank: u32, words: &mut Words, names: &mut Vec<u32>) -> Self {
        let claim = source.claim;
        let (mut own, mut named, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        claim.event.participants.iter().for_each(|p| words.all(&p.name, &mut named));
        let plain = Plain::of(claim.quote.as_ref().map_or("", |q| &*q.exact));
        let text = plain.text();
        let (mut inside, mut another) = (false, false);
        // "Two other trawlers", "a second strike": the word stands beside the value, and tells of the happening anywhere.
        let happening = matches!(claim.value.value, Value::Boolean(_));
        let raw = Plain::of(&claim.value.raw);
        let value = text.find(raw.text()).map_or(0..text.len(), |at| at..at + raw.text().len());
        let inside_value = |at: usize| value.contains(&at) && !happening;
        let mut places: Vec<(u32, usize)> = Vec::new();
        let beside = |at: usize| !inside_value(at) && (happening || at.abs_diff(value.start) < BESIDE || at.abs_diff(value.end) < 2);
        for token in tokens(text) {
            let word = token.text(text);
            match token.kind {
                TokenKind::Word => {
                    another |= ANOTHER.contains(&word) && beside(token.span.start);
                    let number = words.number(word);
                    own.push(number);
                    places.push((number, token.span.start));
                    // A capital inside the quote is that of a name.
                    if inside && word.starts_with(char::is_uppercase) && words.of(number) >= NAME {
                        named.push(number);
                    }
                }
                TokenKind::Number => numbers.push(Arc::from(word)),
                TokenKind::Clitic | TokenKind::Mark => {}
            }
            inside = token.kind == TokenKind::Word;
        }
        if !matches!(claim.value.value, Value::Boolean(_) | Value::Quotation(_) | Value::Text(_)) {
            for token in tokens(raw.text()) {
                let word = token.text(raw.text());
                if token.kind == TokenKind::Word {
                    let number = words.number(word);
                    own.retain(|w| *w != number);
                }
                numbers.retain(|n| **n != *word);
            }
        }
        names.extend(named.iter().copied().filter(|w| words.of(*w) >= NAME));
        own.extend(&named);
        let mut said = Vec::new();
        if let Value::Quotation(text) = &claim.value.value {
            let plain = Plain::of(text);
            let such = tokens(plain.text()).into_iter().filter(|t| t.kind != TokenKind::Mark);
            said.extend(such.map(|t| words.number(t.text(plain.text()))));
        }
        // "Step-down" is told by "step".
        let action = claim.event.action.as_str();
        let governor = words.number(action.split_once('-').map_or(action, |(verb, _)| verb));
        let noun = (!is_plain(claim.attribute.as_str())).then(|| words.number(claim.attribute.as_str()));
        own.push(governor);
        own.extend(noun);
        for list in [&mut own, &mut named] {
            list.sort_unstable();
            list.dedup();
        }
        let weight = own.iter().map(|w| words.of(*w)).sum();
        let near = near(&places, &value, words);
        Self {
            rank,
            value: &claim.value.value,
            raw: &claim.value.raw,
            vague: raw.text().split(|c: char| !c.is_alphanumeric()).any(|word| VAGUE.contains(&&*word.to_lowercase())),
            words: own,
            people: source.people.clone(),
            named,
            governor,
            governed: action != UNGOVERNED,
            noun,
            // "Total-pirate": pirates.
            class: noun.and_then(|_| noun_class(claim.attribute.as_str().rsplit('-').next()?)),
            open: claim.modality.is_open(),
            asserted: claim.modality == Modality::Asserted,
            supposed: matches!(claim.modality, Modality::Possible | Modality::Hypothetical),
            times: Vec::new(),
            past: false,
            numbers,
            said,
            near,
            around: Vec::new(),
            weight,
            early: false,
            like: 0,
            rivals: 0,
            place: 0,
            key: 0,
            another,
            known: source.known.is_some(),
            of: claim.of.as_deref(),
            scope: claim.scope.as_deref(),
            negative: claim.polarity == Polarity::Negative,
        }
    }
}

/// How far from the value the words of a quote stand that tell anything, each where it is nearest; in the order of their numbers.
fn near(places: &[(u32, usize)], value: &std::ops::Range<usize>, words: &Words) -> Vec<(u32, u32)> {
    let before = places.iter().filter(|p| p.1 < value.start).count();
    let after = places.iter().position(|p| p.1 >= value.end).unwrap_or(places.len());
    let own = |(i, &(word, at)): (usize, &(u32, usize))| {
        let far = if at < value.start { before - i } else { (i + 1).saturating_sub(after) };
        let outside = !value.contains(&at) || value.is_empty();
        (outside && words.of(word) > 0).then(|| (word, u32::try_from(far).unwrap_or(u32::MAX)))
    };
    let mut out: Vec<(u32, u32)> = places.iter().enumerate().filter_map(own).collect();
    out.sort_unstable();
    out.dedup_by_key(|n| n.0);
    out
}

/// Days after which a time is long over.
const LONG: i64 = 60;
/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;

impl Telling<'_> {
    /// Tells it the times of its mention. `day` is that of its article.
    pub(super) fn with_times(&mut self, times: Vec<Time>, day: Option<i64>) {
        self.times = times;
        let Some(day) = day else { return };
        let ended = self.times.iter().filter_map(|t| t.entailed()).map(|t| t.end.div_euclid(DAY)).max();
        // Days of four hundred years are 146,097.
        let year = 1970 + (day * 400).div_euclid(146_097);
        let years = self.numbers.iter().filter(|n| n.len() == 4).filter_map(|n| n.parse::<i64>().ok()).filter(|y| (1800..2200).contains(y));
        self.past = ended.is_some_and(|end| end < day - LONG) || ended.is_none() && years.max().is_some_and(|y| y < year);
    }
}

/// How rare a value is, in tenths of a bit.
pub(super) fn rarity(value: &Value) -> u32 {
    match value {
        Value::Quantity(q) => rarity_of(q),
        Value::Time(t) => rarity_of_time(*t),
        Value::Duration(_) => 40,
        _ => 0,
    }
}

/// By the digits that are no zeros at the end: "three" stands in every story, "42.5 billion" hardly twice.
fn rarity_of(quantity: &Quantity) -> u32 {
    let written = quantity.amount.to_string();
    let digits = written.chars().filter(char::is_ascii_digit).collect::<String>();
    let whole = written.split('.').next().map_or(0, str::len);
    match digits.trim_matches('0').len() {
        0 | 1 if whole < 3 => 20,
        0 | 1 => 50,
        2 if whole < 3 => 50,
        2 if whole < 4 => 70,
        _ => 100,
    }
}

fn rarity_of_time(time: Time) -> u32 {
    match time.entailed().map_or(i64::MAX, |t| t.end - t.start) {
        ..DAY => 70,
        DAY => 50,
        n if n <= 31 * DAY => 20,
        _ => 10,
    }
}

/// What stands so few characters before a value tells which it is of: "another 12".
const BESIDE: usize = 12;
/// So many claims are the beginning of an article, and so many on each side are what stands around one: counted in claims, since
/// characters that nobody sees count as characters.
const EARLY: usize = 12;
const NEIGHBOURS: usize = 5;

/// Tells each claim of an article what stands around it, and how many others there are like it. Both in the order of the text. `numbers`
/// are those of the values met so far.
pub(super) fn know_each_other(tellings: &mut [Telling<'_>], words: &Words, numbers: &mut FxHashMap<String, u32>) {
    // What a claim is like: its value, or what happened.
    let key = |t: &Telling<'_>| match t.value {
        Value::Boolean(_) => (String::new(), t.governor),
        value => (value.canonical(), 0),
    };
    let keys: Vec<(String, u32)> = tellings.iter().map(key).collect();
    let mut counts: FxHashMap<&(String, u32), u32> = FxHashMap::default();
    keys.iter().for_each(|k| *counts.entry(k).or_default() += 1);
    let mut told: Vec<(Vec<u32>, u32)> = Vec::with_capacity(tellings.len());
    for i in 0..tellings.len() {
        let near = (i.saturating_sub(NEIGHBOURS)..tellings.len().min(i + NEIGHBOURS + 1)).filter(|j| *j != i);
        let mut around: Vec<u32> = near.flat_map(|j| tellings[j].words.iter().copied()).collect();
        around.sort_unstable();
        around.dedup();
        around.retain(|w| words.of(*w) > 0 && tellings[i].words.binary_search(w).is_err());
        told.push((around, counts[&keys[i]] - 1));
    }
    // What a claim counts or measures, or what happens in an amount of nothing that is told.
    let things = |t: &Telling<'_>| {
        let amount = matches!(t.value, Value::Quantity(_) | Value::Duration(_));
        amount.then(|| (std::mem::discriminant(t.value), t.noun.is_some(), t.noun.unwrap_or(t.governor)))
    };
    let mut values: FxHashMap<_, Vec<&str>> = FxHashMap::default();
    for (telling, (value, _)) in tellings.iter().zip(&keys) {
        things(telling).into_iter().for_each(|t| values.entry(t).or_default().push(value));
    }
    values.values_mut().for_each(|all| {
        all.sort_unstable();
        all.dedup();
    });
    let others = |t: &Telling<'_>| things(t).map_or(0, |t| u32::try_from(values[&t].len() - 1).unwrap_or(u32::MAX));
    let rivals: Vec<u32> = tellings.iter().map(others).collect();
    let last = tellings.len().saturating_sub(1).max(1);
    let keys: Vec<String> = keys.into_iter().map(|k| k.0).collect();
    for (i, (telling, key)) in tellings.iter_mut().zip(keys).enumerate() {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        telling.key = *numbers.entry(key).or_insert(next);
        telling.place = u32::try_from(100 * i / last).unwrap_or(0);
    }
    for (i, ((telling, (around, like)), rivals)) in tellings.iter_mut().zip(told).zip(rivals).enumerate() {
        (telling.around, telling.like, telling.rivals, telling.early) = (around, like, rivals, i < EARLY);
    }
}

/// Words for amounts that have no number (Quirk and others 1985, 5.10 and 5.25).
const VAGUE: &[&str] = &[
    "several",
    "few",
    "couple",
    "handful",
    "many",
    "tens",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "trillions",
];

/// Words that tell one thing from another of its kind (Quirk and others 1985, 5.22 and 19.35).
const ANOTHER: &[&str] = &[
    "other",
    "another",
    "additional",
    "further",
    "separate",
    "similar",
    "previous",
    "previously",
    "earlier",
    "former",
    "later",
    "second",
    "third",
    "fourth",
    "fifth",
    "next",
    "again",
];

/// A word of a name weighs so much at least.
pub(super) const NAME: u32 = 60;

#[cfg(test)]
#[cfg(feature = "english")]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_weights_is_in_order() {
        let rows: Vec<&str> = WEIGHTS.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')).map(|r| r.0).collect();
        assert!(rows.len() > 500 && rows.is_sorted());
        assert_eq!((weight("the"), weight("januar"), weight("lentil")), (0, 0, RARE));
    }
}
