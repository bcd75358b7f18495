//! Open claims across articles: which of them are of one data item.
//!
//! An [open event](crate::claim::Event::open) is named by nothing but the word that tells it, so neither its name nor its
//! participants say which two are one. Here that follows from the words around the values: articles of one story (by the names that they
//! share), and in two such articles the claims whose governor, counted noun, people and other words agree, each being the
//! other's best. That values agree is evidence itself, the rarer the more; where they do not, much more of the rest is asked for.
//!
//! Whether two claims are linked depends on their two articles alone; of links that would bring together two claims of one article, or two
//! that exclude each other, the stronger ones are followed.

use std::cmp::Reverse;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::{Claim, Modality, Polarity};
use crate::text::{Plain, TokenKind, stem, tokens};
use crate::value::{Number, Outcome, Quantity, Time, TimeForm, Value, compare};

/// Open events come from the reader of English, and so does the list.
#[cfg(feature = "english")]
const WEIGHTS: &str = include_str!("../../data/word-weights.tsv");
#[cfg(not(feature = "english"))]
const WEIGHTS: &str = "";

/// Tenths of a bit that a word has that the list of weights does not know.
const RARE: u32 = 80;

/// What a shared word weighs, in tenths of a bit, by its stem.
fn weight(stem: &str) -> u32 {
    static LIST: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
        let rows = WEIGHTS.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
        rows.filter_map(|(stem, weight)| Some((stem, weight.parse().ok()?))).collect()
    });
    LIST.get(stem).copied().unwrap_or(RARE)
}

/// Claims of two articles are compared if the articles share so many words of names at least, and the cosine of those is at least so many
/// hundredths, each word by its weight. Crime reports of one city share a hundred words, and few names.
const STORY: [(usize, u64); 2] = [(3, 22), (2, 30)];
/// Values that exclude each other are only compared where that cosine is so many hundredths: two shootings of one city share names of its
/// streets and hospitals.
const CLOSE: u64 = 32;
/// With so many others of its story an article is compared at most, those first with which it shares most names.
const NEAREST: usize = 48;
/// Days between the publication of two articles of one story.
const DAYS: i64 = 45;
/// Published within so many days, they are of one story as well if they share a value that hardly comes twice by chance, and so many rare
/// words or names.
const SOON: i64 = 4;
const BESIDE_A_VALUE: usize = 3;
/// An agreement needs so much in all, in tenths of a bit, the value counting twice.
const AGREE: u32 = 180;
/// And no more than this where governor or noun are one.
const AKIN: u32 = 150;
/// And so much beside the value, unless that alone is [`TELLING`].
const BESIDE: u32 = 60;
/// What a value weighs that hardly comes twice in a story by chance.
const TELLING: u32 = 100;
/// That something happened needs so much.
const HAPPENED: u32 = 160;
/// Of that so much is of other words than names, the governor among them: with somebody in common who takes part, and without.
const TOLD: u32 = 100;
const UNNAMED: u32 = 220;
/// A word that weighs less says little of what happened: "have", "make", "see".
const DULL: u32 = 45;
/// Equal numbers of things that go by other words need so much beside them.
const OTHERS: u32 = 150;
/// Values that exclude each other need so much beside them.
const DIFFER: u32 = 340;
/// That the one says what the other denies needs so much.
const DENIED: u32 = 300;
/// What a shared governor, a shared counted noun and a shared participant weigh beside their words.
const GOVERNOR: u32 = 40;
const NOUN: u32 = 60;
const PERSON: u32 = 30;

/// An open claim, as far as it is compared.
struct Telling<'a> {
    /// Its place among the sources: the order of articles and texts, so that no id decides between equals.
    rank: u32,
    value: &'a Value,
    /// The stems of its quote, its participants and its governor, but for those of the value, ascending.
    words: Vec<u32>,
    people: Vec<u32>,
    /// The stems of their names, and of the other names of the quote, ascending.
    named: Vec<u32>,
    governor: u32,
    /// The counted or measured noun.
    noun: Option<u32>,
    /// Whether the source leaves open that it is or was so.
    open: bool,
    asserted: bool,
    negative: bool,
    /// The times that its mention is told with.
    times: Vec<Time>,
    /// The other numbers of its quote.
    numbers: Vec<Arc<str>>,
    /// Of a quotation, its words in their order.
    said: Vec<u32>,
    /// Whether its quote says that it is of another than one told before: "two additional packages".
    another: bool,
}

/// The claims of an article.
struct Story<'a> {
    day: Option<i64>,
    tellings: Vec<Telling<'a>>,
    /// The stems of the names in its claims, ascending.
    names: Vec<u32>,
    norm: u64,
    /// The stems of all rare words of its claims, ascending.
    rare: Vec<u32>,
    /// The amounts that hardly come twice by chance, ascending.
    amounts: Vec<String>,
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
    /// The entities of its participants.
    pub(crate) people: Vec<u32>,
}

/// Stems as numbers, with their weights.
#[derive(Default)]
struct Words {
    known: FxHashMap<Arc<str>, u32>,
    weights: Vec<u32>,
    stems: Vec<Arc<str>>,
}

impl Words {
    fn number(&mut self, word: &str) -> u32 {
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

    fn of(&self, word: u32) -> u32 {
        self.weights[word as usize]
    }

    fn all(&mut self, text: &str, out: &mut Vec<u32>) {
        let plain = Plain::of(text);
        let text = plain.text();
        for token in tokens(text) {
            if token.kind == TokenKind::Word {
                out.push(self.number(token.text(text)));
            }
        }
    }

    /// Whether two stems are of one family: "investig" and "investigat".
    fn kin(&self, a: u32, b: u32) -> bool {
        let (x, y) = (&self.stems[a as usize], &self.stems[b as usize]);
        a == b || (x.len() >= FAMILY && y.len() >= FAMILY && x.as_bytes()[..FAMILY] == y.as_bytes()[..FAMILY])
    }
}

/// Letters that stems of one family share.
const FAMILY: usize = 6;

/// Two claims of one data item, and by how much.
type Link = (u32, u32, u32);

/// Attributes that say nothing of what is counted or measured.
fn is_plain(attribute: &str) -> bool {
    matches!(attribute, "occurrence" | "time" | "duration" | "count" | "amount" | "age" | "quotation")
}

impl<'a> Telling<'a> {
    fn of(source: &Source<'a>, rank: u32, words: &mut Words, names: &mut Vec<u32>) -> Self {
        let claim = source.claim;
        let (mut own, mut named, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        claim.event.participants.iter().for_each(|p| words.all(&p.name, &mut named));
        let plain = Plain::of(claim.quote.as_ref().map_or("", |q| &*q.exact));
        let text = plain.text();
        let (mut inside, mut another) = (false, false);
        for token in tokens(text) {
            let word = token.text(text);
            match token.kind {
                TokenKind::Word => {
                    another |= ANOTHER.contains(&word);
                    let number = words.number(word);
                    own.push(number);
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
            let raw = Plain::of(&claim.value.raw);
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
        let governor = words.number(claim.event.action.as_str());
        let noun = (!is_plain(claim.attribute.as_str())).then(|| words.number(claim.attribute.as_str()));
        own.push(governor);
        own.extend(noun);
        for list in [&mut own, &mut named] {
            list.sort_unstable();
            list.dedup();
        }
        Self {
            rank,
            value: &claim.value.value,
            words: own,
            people: source.people.clone(),
            named,
            governor,
            noun,
            open: claim.modality.is_open(),
            asserted: claim.modality == Modality::Asserted,
            times: Vec::new(),
            numbers,
            said,
            another,
            negative: claim.polarity == Polarity::Negative,
        }
    }
}

/// Whether both tell other numbers, and none of them is the same: statistics of two seasons; or each has a name that the other lacks.
fn are_others(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let lacks = |x: &Telling<'_>, y: &Telling<'_>| x.named.iter().any(|n| y.words.binary_search(n).is_err());
    are_other_numbers(a, b) || (lacks(a, b) && lacks(b, a))
}

/// Whether both tell other numbers, and none of them is the same.
fn are_other_numbers(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    !a.numbers.is_empty() && !b.numbers.is_empty() && !a.numbers.iter().any(|n| b.numbers.contains(n))
}

/// How rare a value is, in tenths of a bit.
fn rarity(value: &Value) -> u32 {
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
    const DAY: i64 = 86_400;
    match time.entailed().map_or(i64::MAX, |t| t.end - t.start) {
        ..DAY => 70,
        DAY => 50,
        n if n <= 31 * DAY => 20,
        _ => 10,
    }
}

/// How much two claims have in common beside their values, how many words, and whether governor and noun are one and people take part in
/// both.
struct Common {
    weight: u32,
    /// Of that, what is not of names of those who take part.
    plain: u32,
    words: usize,
    governor: bool,
    noun: bool,
    people: bool,
}

fn common(a: &Telling<'_>, b: &Telling<'_>, words: &Words) -> Common {
    let (mut i, mut j) = (0, 0);
    let (mut weight, mut plain, mut shared) = (0, 0, 0);
    while i < a.words.len() && j < b.words.len() {
        match a.words[i].cmp(&b.words[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                let own = words.of(a.words[i]);
                weight += own;
                plain += if a.named.binary_search(&a.words[i]).is_err() { own } else { 0 };
                shared += usize::from(own > 0);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    let governor = words.kin(a.governor, b.governor);
    let noun = a.noun.zip(b.noun).is_some_and(|(x, y)| words.kin(x, y));
    let people = a.people.iter().any(|p| b.people.contains(p));
    weight += if governor { GOVERNOR } else { 0 } + if noun { NOUN } else { 0 } + if people { PERSON } else { 0 };
    Common { weight, plain, words: shared, governor, noun, people }
}

/// By how much two claims are of one data item, if they are.
///
/// `close` is whether their articles surely tell one story.
fn link(a: &Telling<'_>, b: &Telling<'_>, words: &Words, close: bool) -> Option<u32> {
    if std::mem::discriminant(a.value) != std::mem::discriminant(b.value) {
        return None;
    }
    // "Now" is another moment in each article.
    let vague = |v: &Value| matches!(v, Value::Time(t) if matches!(t.form, TimeForm::Present | TimeForm::Past | TimeForm::Future));
    if vague(a.value) || vague(b.value) {
        return None;
    }
    // What decides most pairs costs least.
    if matches!(a.value, Value::Boolean(_)) && !words.kin(a.governor, b.governor) {
        return None;
    }
    if matches!(a.value, Value::Quotation(_)) {
        return quoted(&a.said, &b.said, words).filter(|_| a.open == b.open && !are_times_apart(a, b));
    }
    let found = common(a, b, words);
    let dull = words.of(a.governor).min(words.of(b.governor)) < DULL;
    let rare = rarity(a.value).min(rarity(b.value));
    // What was planned or only possible is not known to be what happened, unless the value shows it.
    let unreal = a.open != b.open && rare < TELLING;
    if unreal || !matches!(a.value, Value::Time(_)) && are_times_apart(a, b) {
        return None;
    }
    if matches!(a.value, Value::Boolean(_)) {
        let needed = if a.negative != b.negative || dull { DENIED } else { HAPPENED };
        let told = a.negative == b.negative || (a.asserted && b.asserted);
        let known = a.negative == b.negative || close && found.people && found.words >= MANY && found.plain >= HAPPENED;
        let strangers = !a.people.is_empty() && !b.people.is_empty() && !found.people;
        // Names alone show whom two sentences are about, and not what they tell.
        let enough = found.plain >= if found.people { TOLD } else { UNNAMED } && found.words > if found.people { 1 } else { 2 };
        let one = a.another == b.another && !are_other_numbers(a, b);
        return (one && enough && told && known && !strangers && found.weight >= needed).then_some(found.weight);
    }
    let another = a.another != b.another && rare < TELLING && found.weight < DENIED;
    if another || rare < TELLING && found.weight < BESIDE {
        return None;
    }
    match compare(a.value, b.value).outcome {
        Outcome::Equal | Outcome::Compatible | Outcome::Refines | Outcome::RefinedBy => {
            // Of other things the same number is told by chance.
            let others = a.noun.is_some() && b.noun.is_some() && !found.noun && rare < TELLING;
            let kin = found.noun || !others && found.governor && !dull;
            let least = if kin { AKIN } else { AGREE };
            let known = !others || found.weight >= OTHERS;
            Some(found.weight + 2 * rare).filter(|w| *w >= least && a.negative == b.negative && known && are_of_a_kind(a.value, b.value))
        }
        Outcome::Tension | Outcome::Contradicts => {
            let measured = found.noun || (a.noun.is_none() && b.noun.is_none());
            let strong = close && found.governor && measured && a.asserted && b.asserted && a.negative == b.negative;
            (strong && !are_others(a, b) && are_near(a.value, b.value) && found.words >= MANY && found.weight >= DIFFER)
                .then_some(found.weight)
        }
        Outcome::Incomparable => None,
    }
}

/// Whether two values can be of one item: a share is none of firefighters.
fn are_of_a_kind(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(x), Value::Quantity(y)) => (x.unit.as_str() == "%") == (y.unit.as_str() == "%"),
        _ => true,
    }
}

/// Values that exclude each other need so many shared words.
const MANY: usize = 4;

/// Whether two amounts or lengths lie so near that one may have been told for the other: "two blocks" is not the 4500 block.
fn are_near(a: &Value, b: &Value) -> bool {
    let near = |x: Number, y: Number| {
        let four = Number::from_int(4);
        x.times(four).is_some_and(|x| x >= y) && y.times(four).is_some_and(|y| y >= x)
    };
    match (a, b) {
        (Value::Quantity(x), Value::Quantity(y)) => x.unit.as_str() != "year-old" && near(x.amount, y.amount),
        (Value::Duration(x), Value::Duration(y)) => x.unit == y.unit && near(x.amount, y.amount),
        _ => false,
    }
}

/// Quotations of which the shorter has so many words, and of those so many parts in a hundred, in common with the other are one.
const QUOTED: usize = 3;
const SHARED: usize = 60;

fn quoted(a: &[u32], b: &[u32], words: &Words) -> Option<u32> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut left = long.to_vec();
    let (mut both, mut told) = (0, 0);
    for word in short {
        if let Some(at) = left.iter().position(|w| w == word) {
            left.swap_remove(at);
            both += 1;
            told += words.of(*word);
        }
    }
    let enough = both * 100 >= SHARED * short.len() && (both >= QUOTED || both == short.len());
    (enough && told >= RARE).then_some(told + 10 * u32::try_from(both).unwrap_or(0))
}

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
const NAME: u32 = 60;

/// The square of what a word weighs beyond the common.
fn square(words: &Words, word: u32) -> u64 {
    let own = u64::from(words.of(word).saturating_sub(NAME / 2));
    own * own
}

/// Lists of claims that are of one data item, each in the order of the sources, by their first.
///
/// `sources` in the order of their articles and their texts. O(n) in the claims, and for each two articles that share words of names their number; for
/// each article and at most [`NEAREST`] others of its story the product of their claims.
pub(crate) fn open_items(sources: &[Source<'_>], different: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let mut words = Words::default();
    let mut stories: Vec<Story<'_>> = Vec::new();
    let mut ranks = 0..u32::MAX;
    for run in sources.chunk_by(|a, b| a.article == b.article) {
        let mut names: Vec<u32> = Vec::new();
        let mut tellings: Vec<Telling<'_>> =
            run.iter().zip(ranks.by_ref()).map(|(s, rank)| Telling::of(s, rank, &mut words, &mut names)).collect();
        give_times(run, &mut tellings);
        names.sort_unstable();
        names.dedup();
        let norm = names.iter().map(|w| square(&words, *w)).sum();
        let mut rare: Vec<u32> = tellings.iter().flat_map(|t| &t.words).copied().filter(|w| words.of(*w) >= RARE).collect();
        let telling = tellings.iter().filter(|t| matches!(t.value, Value::Quantity(_)) && rarity(t.value) >= TELLING);
        let mut amounts: Vec<String> = telling.map(|t| t.value.canonical()).collect();
        rare.sort_unstable();
        rare.dedup();
        amounts.sort_unstable();
        amounts.dedup();
        stories.push(Story { day: run[0].day, tellings, names, norm, rare, amounts });
    }
    let pairs = of_one_story(&stories, &words);
    let mut links: Vec<Link> = pairs.par_iter().flat_map_iter(|&(a, b)| best(&stories[a], &stories[b], &words)).collect();
    links.par_sort_unstable_by_key(|&(w, a, b)| (Reverse(w), a, b));
    let rank: FxHashMap<u32, u32> = sources.iter().zip(0..).map(|(s, rank)| (s.index, rank)).collect();
    let different: Vec<(u32, u32)> = different.iter().filter_map(|(p, q)| Some((*rank.get(p)?, *rank.get(q)?))).collect();
    let lists = grouped(&links, sources, &different);
    lists.into_iter().map(|list| list.into_iter().map(|rank| sources[rank as usize].index).collect()).collect()
}

/// Tells each claim the times of its mention.
fn give_times(run: &[Source<'_>], tellings: &mut [Telling<'_>]) {
    let mut told: FxHashMap<*const crate::claim::Event, Vec<Time>> = FxHashMap::default();
    for source in run {
        if let Value::Time(time) = &source.claim.value.value {
            told.entry(Arc::as_ptr(&source.claim.event)).or_default().push(*time);
        }
    }
    for (source, telling) in run.iter().zip(tellings) {
        telling.times = told.get(&Arc::as_ptr(&source.claim.event)).cloned().unwrap_or_default();
    }
}

/// Whether the times of two mentions cannot be one.
fn are_times_apart(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let can = |x: &Time, y: &Time| !matches!(compare(&Value::Time(*x), &Value::Time(*y)).outcome, Outcome::Contradicts);
    !a.times.is_empty() && !b.times.is_empty() && !a.times.iter().any(|x| b.times.iter().any(|y| can(x, y)))
}

/// Pairs of articles that tell one story.
fn of_one_story(stories: &[Story<'_>], words: &Words) -> Vec<(usize, usize)> {
    let mut with: Vec<Vec<u32>> = vec![Vec::new(); words.weights.len()];
    for (story, i) in stories.iter().zip(0..) {
        story.names.iter().for_each(|w| with[*w as usize].push(i));
    }
    let mut told: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    for (story, i) in stories.iter().zip(0..) {
        story.amounts.iter().for_each(|a| told.entry(a).or_default().push(i));
    }
    let near = |a: &Story<'_>, b: &Story<'_>| a.day.zip(b.day).is_none_or(|(x, y)| (x - y).abs() <= DAYS);
    let of_one = |i: usize| {
        let story = &stories[i];
        let mut shared: FxHashMap<u32, (usize, u64)> = FxHashMap::default();
        for &word in &story.names {
            for other in with[word as usize].iter().filter(|o| **o as usize != i) {
                let own = shared.entry(*other).or_default();
                *own = (own.0 + 1, own.1 + square(words, word));
            }
        }
        let alike = |(other, (count, both)): (&u32, &(usize, u64))| {
            let other = *other as usize;
            let enough = STORY.iter().any(|(least, cosine)| *count >= *least && reaches(*both, story, &stories[other], *cosine));
            (enough && near(story, &stories[other])).then_some((Reverse(*both), other))
        };
        let mut found: Vec<(Reverse<u64>, usize)> = shared.iter().filter_map(alike).collect();
        for amount in &story.amounts {
            let others = told[amount.as_str()].iter().map(|o| *o as usize).filter(|o| *o != i);
            found.extend(others.filter(|o| are_of_one_amount(story, &stories[*o])).map(|o| (Reverse(0), o)));
        }
        found.sort_unstable();
        let mut seen: FxHashSet<usize> = FxHashSet::default();
        let nearest = found.into_iter().map(|f| f.1).filter(|o| seen.insert(*o)).take(NEAREST);
        nearest.map(|o| (i.min(o), i.max(o))).collect::<Vec<_>>()
    };
    let mut pairs: Vec<(usize, usize)> = (0..stories.len()).into_par_iter().flat_map_iter(of_one).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// Whether the cosine of two articles' names is so many hundredths at least; `both` is the square of what they share. Without a root.
fn reaches(both: u64, a: &Story<'_>, b: &Story<'_>, least: u64) -> bool {
    u128::from(both).pow(2) * 10_000 >= u128::from(least * least) * u128::from(a.norm) * u128::from(b.norm)
}

/// Whether two articles that share a telling amount are of one story.
fn are_of_one_amount(a: &Story<'_>, b: &Story<'_>) -> bool {
    let soon = a.day.zip(b.day).is_some_and(|(x, y)| (x - y).abs() <= SOON);
    soon && a.rare.iter().filter(|w| b.rare.binary_search(w).is_ok()).count() >= BESIDE_A_VALUE
}

/// The links of two articles' claims of which each is the other's best.
fn best(a: &Story<'_>, b: &Story<'_>, words: &Words) -> Vec<Link> {
    let shared = a.names.iter().filter(|w| b.names.binary_search(w).is_ok());
    let close = reaches(shared.map(|w| square(words, *w)).sum(), a, b, CLOSE);
    let mut found: Vec<(u32, usize, usize)> = Vec::new();
    for (i, x) in a.tellings.iter().enumerate() {
        found.extend(b.tellings.iter().enumerate().filter_map(|(j, y)| Some((link(x, y, words, close)?, i, j))));
    }
    let (mut ours, mut theirs) = (vec![0; a.tellings.len()], vec![0; b.tellings.len()]);
    for &(weight, i, j) in &found {
        ours[i] = weight.max(ours[i]);
        theirs[j] = weight.max(theirs[j]);
    }
    let mutual = found.into_iter().filter(|&(w, i, j)| w == ours[i] && w == theirs[j]);
    mutual.map(|(w, i, j)| (w, a.tellings[i].rank.min(b.tellings[j].rank), a.tellings[i].rank.max(b.tellings[j].rank))).collect()
}

/// Brings linked claims together, the surest first. No list has two claims of one article, nor two whose values exclude each other and
/// that are not linked themselves.
fn grouped(links: &[Link], sources: &[Source<'_>], different: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let linked: FxHashSet<(u32, u32)> = links.iter().map(|l| (l.1, l.2)).collect();
    let stands = |p: u32, q: u32| {
        let (x, y) = (sources[p as usize].claim, sources[q as usize].claim);
        let excluded = || compare(&x.value.value, &y.value.value).outcome == Outcome::Contradicts || x.polarity != y.polarity;
        sources[p as usize].article != sources[q as usize].article && (linked.contains(&(p.min(q), p.max(q))) || !excluded())
    };
    let mut of: FxHashMap<u32, usize> = FxHashMap::default();
    let mut lists: Vec<Vec<u32>> = Vec::new();
    for &(_, a, b) in links {
        let own = |of: &mut FxHashMap<u32, usize>, lists: &mut Vec<Vec<u32>>, c: u32| {
            *of.entry(c).or_insert_with(|| {
                lists.push(vec![c]);
                lists.len() - 1
            })
        };
        let (x, y) = (own(&mut of, &mut lists, a), own(&mut of, &mut lists, b));
        let clash = lists[x].iter().any(|p| lists[y].iter().any(|q| !stands(*p, *q)));
        let parted = different.iter().any(|(p, q)| {
            let joins = |p: &u32, q: &u32| lists[x].contains(p) && lists[y].contains(q);
            joins(p, q) || joins(q, p)
        });
        if x == y || clash || parted {
            continue;
        }
        let moved = std::mem::take(&mut lists[y]);
        moved.iter().for_each(|c| {
            of.insert(*c, x);
        });
        lists[x].extend(moved);
    }
    let mut lists: Vec<Vec<u32>> = lists.into_iter().filter(|l| l.len() > 1).collect();
    lists.iter_mut().for_each(|l| l.sort_unstable());
    lists.sort_unstable();
    lists
}

/// The words that two open claims share beside their values, the weightiest first.
pub(crate) fn shared_words(a: &Claim, b: &Claim) -> Vec<String> {
    let mut words = Words::default();
    let source = |claim| Source { index: 0, claim, article: 0, day: None, people: Vec::new() };
    let (x, y) = (Telling::of(&source(a), 0, &mut words, &mut Vec::new()), Telling::of(&source(b), 0, &mut words, &mut Vec::new()));
    let mut both: Vec<u32> = x.words.iter().copied().filter(|w| y.words.contains(w) && words.of(*w) > 0).collect();
    both.sort_by_key(|w| (Reverse(words.of(*w)), words.stems[*w as usize].clone()));
    both.into_iter().map(|w| words.stems[w as usize].to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Attribute, Event};
    use crate::corpus::Quote;
    use crate::text::CharIndex;
    use crate::value::Normalized;

    /// A claim of an open event: its article, governor, attribute, value and clause.
    fn told(article: &str, governor: &str, attribute: &str, value: Value, raw: &str, clause: &str) -> Claim {
        let mut event = Event::new(governor);
        event.open = Some(0);
        let mut claim = Claim::new(article, event, Attribute::new(attribute), Normalized::new(raw, value));
        claim.quote = Quote::at(clause, &CharIndex::new(clause), crate::text::Span::new(0, clause.len()));
        claim
    }

    fn count(n: i64) -> Value {
        Value::Quantity(Quantity::new(Number::from_int(n), ""))
    }

    /// That something happened, so that two articles share the names of a story.
    fn scene(article: &str) -> Claim {
        told(
            article,
            "arrive",
            "occurrence",
            Value::Boolean(true),
            "arrived",
            "the ferry Solvane arrived in Brattholm with Ingrid Dahlqvist",
        )
    }

    fn linked(claims: &[Claim]) -> Vec<Vec<u32>> {
        let mut articles: Vec<&str> = claims.iter().map(|c| c.article.as_str()).collect();
        articles.dedup();
        let place = |c: &Claim| articles.iter().position(|a| *a == c.article.as_str()).unwrap_or(0);
        let source = |(i, claim)| {
            let article = u32::try_from(place(claim)).unwrap_or(0);
            Source { index: u32::try_from(i).unwrap_or(0), claim, article, day: Some(0), people: Vec::new() }
        };
        let sources: Vec<Source<'_>> = claims.iter().enumerate().map(source).collect();
        open_items(&sources, &[])
    }

    #[test]
    fn a_rare_number_of_one_story_is_one_item() {
        let a = told("a", "cover", "claimant", count(6_417), "6,417", "the deal covers 6,417 claimants");
        let b = told("b", "sue", "family", count(6_417), "6,417", "some 6,417 families had sued");
        let all = [scene("a"), a.clone(), scene("b"), b.clone()];
        assert!(linked(&all).contains(&vec![1, 3]), "{:?}", linked(&all));
        // Nothing shows that the two articles tell one story.
        assert_eq!(linked(&[a, b]), Vec::<Vec<u32>>::new());
    }

    #[test]
    fn a_common_number_needs_its_words() {
        let a = told("a", "open", "shop", count(3), "three", "the chain opens three shops");
        let b = told("b", "close", "road", count(3), "three", "the county closes three roads");
        let c = told("b", "open", "shop", count(3), "three", "the chain will open three shops");
        assert!(!linked(&[scene("a"), a.clone(), scene("b"), b]).contains(&vec![1, 3]));
        assert!(linked(&[scene("a"), a, scene("b"), c]).contains(&vec![1, 3]));
    }

    #[test]
    fn another_of_a_kind_is_another() {
        let clause = "searched two trawlers";
        let other = "searched two other trawlers";
        let a = told("a", "search", "trawler", count(2), "two", clause);
        let b = told("b", "search", "trawler", count(2), "two", other);
        assert!(
            linked(&[scene("a"), a.clone(), scene("b"), told("b", "search", "trawler", count(2), "two", clause)]).contains(&vec![1, 3])
        );
        assert!(!linked(&[scene("a"), a, scene("b"), b]).contains(&vec![1, 3]));
    }

    #[test]
    fn values_that_exclude_each_other_need_more() {
        let near = |n: i64, raw: &str, article: &str, clause: &str| told(article, "evacuate", "lodge", count(n), raw, clause);
        let long = "rescuers evacuated twelve mountain lodges beneath the glacier overnight";
        let same = "rescuers evacuated nineteen mountain lodges beneath the glacier overnight";
        let all = [scene("a"), near(12, "twelve", "a", long), scene("b"), near(19, "nineteen", "b", same)];
        assert!(linked(&all).contains(&vec![1, 3]), "{:?}", linked(&all));
        let short = [
            scene("a"),
            near(12, "twelve", "a", "evacuated twelve lodges"),
            scene("b"),
            near(19, "nineteen", "b", "nineteen lodges evacuated"),
        ];
        assert!(!linked(&short).contains(&vec![1, 3]));
    }

    #[test]
    fn no_list_has_two_claims_of_an_article() {
        let told = |article: &str| told(article, "ship", "tonne", count(6_417), "6,417", "the mine shipped 6,417 tonnes");
        let all = [scene("a"), told("a"), told("a"), scene("b"), told("b")];
        let of = |c: &u32| all[*c as usize].article.clone();
        for list in linked(&all) {
            let mut articles: Vec<_> = list.iter().map(of).collect();
            articles.dedup();
            assert_eq!(articles.len(), list.len());
        }
    }

    #[test]
    #[cfg(feature = "english")]
    fn the_list_of_weights_is_in_order() {
        let rows: Vec<&str> = WEIGHTS.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')).map(|r| r.0).collect();
        assert!(rows.len() > 500 && rows.is_sorted());
        assert_eq!((weight("the"), weight("januar"), weight("lentil")), (0, 0, RARE));
    }
}
