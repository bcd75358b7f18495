//! Open claims across articles: which of them are of one data item.
//!
//! An [open event](crate::claim::Event::open) is named by nothing but the word that tells it, so neither its name nor its
//! participants say which two are one. Here that follows from the words around the values: articles of one story (by the names that they
//! share), and in two such articles the claims whose governor, counted noun, people and other words agree, each being the
//! other's best. That values agree is evidence itself, the rarer the more; where they do not, much more of the rest is asked for.
//!
//! A claim whose event is known by its name and participants may be one of the two: the open one is then of that event and data item.
//!
//! Whether two claims are linked depends on their two articles alone; of links that would bring together two claims of one article, or two
//! that exclude each other, the stronger ones are followed.

mod levels;
mod scopes;
mod telling;

use std::cell::RefCell;
use std::cmp::Reverse;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::Claim;
use crate::value::{Outcome, Time, Value, compare};
use levels::Levels;
use levels::{Articles, Beside, are_of_other_classes, are_times_apart, levels, look_around, most_around, step, weigh};
pub(crate) use levels::{FEATURES, Question};
use scopes::{Scopes, is_part, scopes};
use telling::{NAME, RARE, Telling, Words, common, know_each_other, rarity};
pub(crate) use telling::{Role, Source};

/// Claims of two articles are compared if the articles share so many words of names at least, and the cosine of those is at least so many
/// hundredths, each word by its weight. Crime reports of one city share a hundred words, and few names.
const STORY: [(usize, u64); 3] = [(3, 12), (2, 18), (1, 28)];
/// With so many others of its story an article is compared at most, those first with which it shares most names.
const NEAREST: usize = 48;
/// Days between the publication of two articles of one story.
const DAYS: i64 = 45;
/// Published within so many days, they are of one story as well if they share a value that hardly comes twice by chance, and so many rare
/// words or names.
const SOON: i64 = 4;
const BESIDE_A_VALUE: usize = 3;
/// And within so many days, where few names are shared, with so many rare words, names and figures at least, and such a cosine of all
/// their words: a report of the trial and one of the day after that calls everybody by other names, an official notice beside the news.
const WEEK: i64 = 7;
const BY_WORDS: [(usize, usize, usize, u64); 2] = [(5, 1, 1, 14), (3, 1, 2, 9)];
/// So many days lie between them at most if their names are so close, and as many figures or such a cosine of all words are shared.
const YEAR: i64 = 365;
const SAME_NAMES: (usize, u64, usize, u64) = (3, 35, 2, 20);
/// So many tenths of a bit must speak for one item, by [`Question`]: that something happened, that two amounts agree, that two times do, that
/// two amounts exclude each other.
const LEAST: [i32; 4] = [36, 0, 4, 22];
/// And so many more where the names of the two articles are less close, by the level of "story": in a paper's crime reports many tell of the
/// same things in the same words, and of few of the same people. For what agrees, and for what differs.
const FAR: [[i32; 4]; 2] = [[30, 15, 0, 0], [60, 40, 15, 5]];
/// That two agree of which one is vague.
const LOOSE: i32 = 20;
/// That two lengths exclude each other, two ages, or counts of what is not told, as every story tells many of them; and that two amounts
/// differ that can both hold by the letter, as a bound and a figure far beyond it.
const COMMON: i32 = 40;
/// That the one says what the other denies needs so much.
const DENIED: i32 = 60;
/// What a value weighs that hardly comes twice in a story by chance.
const TELLING: u32 = 100;
/// Days, and amounts of two digits.
const FIGURE: u32 = 50;
/// Added to weights, that none is below nothing.
const ABOVE: i32 = 1_000;
/// Values that are one come before those that exclude each other.
const FIRST: i32 = 10_000;

/// The claims of an article.
struct Story<'a> {
    article: u32,
    day: Option<i64>,
    tellings: Vec<Telling<'a>>,
    /// The stems of the names that it mentions, ascending.
    names: Vec<u32>,
    norm: u64,
    /// The stems of all words of its claims, ascending, and their square.
    words: Vec<u32>,
    length: u64,
    /// The dates and amounts that it tells, ascending.
    figures: Vec<String>,
    /// The stems of all rare words of its claims, ascending.
    rare: Vec<u32>,
    /// The amounts that hardly come twice by chance, ascending.
    amounts: Vec<String>,
}

/// The names that articles mention, by the number of the article.
pub(crate) type Mentioned<'a> = FxHashMap<u32, Vec<&'a str>>;

/// Two claims of one data item, and by how much.
type Link = (u32, u32, u32);

/// By how much two claims are of one data item, if they are.
fn link(a: &Telling<'_>, b: &Telling<'_>, words: &Words, articles: Articles, beside: Beside) -> Option<u32> {
    // Of what is known of an event a plan is no part that tells what came of it.
    if a.known && b.known || a.known != b.known && a.open != b.open {
        return None;
    }
    if let (Value::Quotation(_), Value::Quotation(_)) = (a.value, b.value) {
        let told = quoted(&a.said, &b.said, words).filter(|_| a.open == b.open && (!are_times_apart(a, b) || is_cut(a, b)))?;
        return is_of_one_speaker(a, b, told).then_some(told);
    }
    let (question, mut levels) = levels(a, b, words, articles, beside)?;
    // What was planned is what happened, or is set against it, only where it was told before.
    let before = if a.open { articles.days.is_some_and(|d| d > 0) } else { articles.days.is_some_and(|d| d < 0) };
    if a.open != b.open && !before && matches!(question, Question::Happened | Question::Differ) {
        return None;
    }
    let held = scopes(a, b, question != Question::Differ);
    let noun = |t: &Telling<'_>| t.noun.map(|n| words.stems[n as usize].clone());
    let part = question == Question::Differ && is_part(noun(a).as_deref(), noun(b).as_deref());
    if held == Scopes::Apart && question != Question::Happened || question == Question::Differ && (held != Scopes::Same || part) {
        return None;
    }
    // "Two other trawlers" are not the two trawlers, unless the number itself shows it.
    let common = rarity(a.value).min(rarity(b.value)) < TELLING;
    if a.another != b.another && (question == Question::Differ || common) {
        return None;
    }
    let bare = |t: &Telling<'_>| t.noun.is_none() && levels::is_count(t.value);
    let few = levels::is_of_many(a.value) || bare(a) || bare(b) || beside.outcome == Outcome::Tension;
    let far = FAR[usize::from(question == Question::Differ)];
    let far = far[usize::from(articles.story).min(far.len() - 1)];
    let least = match question {
        Question::Differ if few => COMMON,
        Question::Agree | Question::Dated if levels::are_loose(&levels) => LOOSE,
        // That both spoke that day is little.
        Question::Dated if [a, b].iter().all(|t| words.tells(t.governor)) => LOOSE,
        question => LEAST[question as usize],
    };
    let least = if matches!(question, Question::Happened) { least } else { least + far };
    // What decides most pairs costs least.
    if weigh(question, &levels) + most_around(question) < least {
        return None;
    }
    look_around(&mut levels, a, b, words);
    let bits = weigh(question, &levels);
    let denied = a.negative != b.negative;
    let told = match question {
        // That the one says what the other denies is a conflict.
        Question::Happened => !denied || a.asserted && b.asserted && bits >= DENIED,
        // "About a dozen ships" beside "12 magazines": a rough figure of other things agrees with anything near it.
        // Three shops that open and three roads that close: so small a number stands in every story.
        Question::Agree | Question::Dated => {
            let others = a.noun.zip(b.noun).is_some_and(|(x, y)| !words.kin(x, y)) && !words.kin(a.governor, b.governor);
            let small = rarity(a.value).min(rarity(b.value)) < levels::TOLD && others;
            !(denied || small || are_of_other_classes(a, b) && beside.outcome != Outcome::Equal)
        }
        // "Today" and "today" of two days: the same words set nothing against each other.
        // What is only supposed is set against nothing.
        Question::Differ => !denied && !a.supposed && !b.supposed && !a.raw.eq_ignore_ascii_case(b.raw),
    };
    let first = if matches!(question, Question::Agree | Question::Dated) { FIRST } else { 0 };
    (told && bits >= least).then(|| u32::try_from((bits + first + ABOVE).max(1)).unwrap_or(1))
}

/// A pair of open claims as it is shown to whoever learns the weights: the places of the claims among all, the question and the levels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    pub(crate) pair: (u32, u32),
    pub(crate) question: Question,
    pub(crate) levels: Levels,
}

/// All pairs of claims that [`open_items`] weighs. Training reads them.
pub(crate) fn shown(sources: &[Source<'_>], mentioned: &Mentioned<'_>) -> Vec<Shown> {
    let mut words = Words::default();
    let stories = stories(sources, mentioned, &mut words);
    let all = |&(i, j): &(usize, usize)| {
        let (a, b) = (&stories[i], &stories[j]);
        let articles = articles(a, b, &words);
        let mut out = Vec::new();
        let field = Field::of(a, b);
        let both = |x| b.tellings.iter().enumerate().map(move |y| (x, y));
        for (x, y) in a.tellings.iter().enumerate().flat_map(both) {
            let Some(beside) = field.beside(x, y) else { continue };
            let (x, y) = (x.1, y.1);
            if let Some((question, mut levels)) = levels(x, y, &words, articles, beside).filter(|_| !(x.known && y.known)) {
                look_around(&mut levels, x, y, &words);
                out.push(Shown { pair: (sources[x.rank as usize].index, sources[y.rank as usize].index), question, levels });
            }
        }
        out
    };
    of_one_story(&stories, &words).0.iter().flat_map(all).collect()
}

/// How two articles stand to each other.
fn articles(a: &Story<'_>, b: &Story<'_>, words: &Words) -> Articles {
    let both = named_by_both(a, b, words);
    let level = |count: usize| u8::try_from(count).unwrap_or(0);
    let story = CLOSE.iter().filter(|least| reaches(both, (a.norm, b.norm), **least)).count();
    let all = told_by_both(a, b, words);
    let text = TEXT.iter().filter(|least| reaches(all, (a.length, b.length), **least)).count();
    let figures = step(u32::try_from(figures_of_both(a, b)).unwrap_or(u32::MAX), [1, 2, 4, 7]);
    let days = a.day.zip(b.day).map(|(x, y)| y - x);
    Articles { story: level(story), text: level(text), figures, days }
}

/// The squares of what the names of two articles weigh that both have.
fn named_by_both(a: &Story<'_>, b: &Story<'_>, words: &Words) -> u64 {
    common(&a.names, &b.names).map(|w| square(words, w)).sum()
}

/// The same of all their words.
fn told_by_both(a: &Story<'_>, b: &Story<'_>, words: &Words) -> u64 {
    common(&a.words, &b.words).map(|w| u64::from(words.of(w)).pow(2)).sum()
}

/// How many dates and amounts two articles share.
fn figures_of_both(a: &Story<'_>, b: &Story<'_>) -> usize {
    a.figures.iter().filter(|f| b.figures.binary_search(f).is_ok()).count()
}

/// Hundredths of the cosine of all their words.
const TEXT: [u64; 6] = [8, 14, 20, 28, 40, 60];

/// Hundredths of the cosine of two articles' names at which they are closer.
const CLOSE: [u64; 5] = [16, 22, 32, 45, 60];

/// Quotations of which the shorter has so many words, and of those so many parts in a hundred, in common with the other are one.
const QUOTED: usize = 3;
const SHARED: usize = 60;

/// Whether what somebody said in the one stands whole in what they said in the other: then two days are two that it was reported on.
fn is_cut(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let (short, long) = if a.said.len() <= b.said.len() { (&a.said, &b.said) } else { (&b.said, &a.said) };
    let whole = !short.is_empty() && long.windows(short.len()).any(|w| w == &short[..]);
    whole && a.people.iter().any(|p| b.people.contains(p))
}

/// Whether two quotations that share their words may be one speaker's: of two who are named each said their own, and where nobody is, the
/// words must tell more.
fn is_of_one_speaker(a: &Telling<'_>, b: &Telling<'_>, told: u32) -> bool {
    match (a.people.is_empty(), b.people.is_empty()) {
        (false, false) => a.people.iter().any(|p| b.people.iter().any(|q| p.0 == q.0)) || told >= 6 * RARE,
        _ => told >= 2 * RARE,
    }
}

/// Words of one speech come in one order: two sentences about one thing share its words in any.
fn quoted(a: &[u32], b: &[u32], words: &Words) -> Option<u32> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // The longest list of words that both have in that order: how many, and what they weigh, up to each word of the longer.
    let mut row: Vec<(usize, u32)> = vec![(0, 0); long.len() + 1];
    for word in short {
        let mut before = row[0];
        for (at, other) in long.iter().enumerate() {
            let here = row[at + 1];
            let with = if word == other { (before.0 + 1, before.1 + words.of(*word)) } else { (0, 0) };
            row[at + 1] = here.max(row[at]).max(with);
            before = here;
        }
    }
    let (both, told) = row[long.len()];
    let enough = both * 100 >= SHARED * short.len() && (both >= QUOTED || both == short.len());
    (enough && told >= RARE).then_some(told + 10 * u32::try_from(both).unwrap_or(0))
}

/// The square of what a word weighs beyond the common.
fn square(words: &Words, word: u32) -> u64 {
    let own = u64::from(words.of(word).saturating_sub(NAME / 2));
    own * own
}

/// Lists of claims that are of one data item, each in the order of the sources, by their first; and the articles whose story more articles
/// tell than they are held against.
///
/// `sources` in the order of their articles and their texts. O(n) in the claims, and for each two articles that share words of names their number; for
/// each article and at most [`NEAREST`] others of its story the product of their claims.
pub(crate) fn open_items(sources: &[Source<'_>], mentioned: &Mentioned<'_>, different: &[(u32, u32)]) -> (Vec<Vec<u32>>, Vec<u32>) {
    let mut words = Words::default();
    let stories = stories(sources, mentioned, &mut words);
    let (pairs, cut) = of_one_story(&stories, &words);
    let mut links: Vec<Link> = pairs.par_iter().flat_map_iter(|&(a, b)| best(&stories[a], &stories[b], &words)).collect();
    links.par_sort_unstable_by_key(|&(w, a, b)| (Reverse(w), a, b));
    let rank: FxHashMap<u32, u32> = sources.iter().zip(0..).map(|(s, rank)| (s.index, rank)).collect();
    let different: Vec<(u32, u32)> = different.iter().filter_map(|(p, q)| Some((*rank.get(p)?, *rank.get(q)?))).collect();
    let lists = grouped(&links, sources, &different);
    let lists = lists.into_iter().map(|list| list.into_iter().map(|rank| sources[rank as usize].index).collect()).collect();
    (lists, cut.into_iter().map(|i| stories[i].article).collect())
}

/// Pairs of articles of one story, ascending, of whose names and words so many are shared that what befell somebody in both is taken for
/// one; each claim comes with the number of its article, ascending, and the day of that.
///
/// O(n) in the claims, and for each two articles that share words of names their number.
pub(crate) fn one_story<'a>(claims: impl Iterator<Item = (u32, Option<i64>, &'a Claim)>, mentioned: &Mentioned<'_>) -> Vec<(u32, u32)> {
    let sources = bare(claims);
    let mut words = Words::default();
    let stories = stories(&sources, mentioned, &mut words);
    let is_close = |&(i, j): &(usize, usize)| {
        let found = articles(&stories[i], &stories[j], &words);
        CLOSELY.iter().any(|(story, text)| found.story >= *story && found.text >= *text)
    };
    let (pairs, _) = of_one_story(&stories, &words);
    let mut out: Vec<(u32, u32)> = pairs.iter().filter(|p| is_close(p)).map(|&(i, j)| (stories[i].article, stories[j].article)).collect();
    out.iter_mut().for_each(|p| *p = (p.0.min(p.1), p.0.max(p.1)));
    out.sort_unstable();
    out
}

/// Claims as far as it matters for the story of their articles.
fn bare<'a>(claims: impl Iterator<Item = (u32, Option<i64>, &'a Claim)>) -> Vec<Source<'a>> {
    claims.map(|(article, day, claim)| Source { index: 0, claim, article, day, people: Vec::new(), known: None }).collect()
}

/// What two articles share: the words of names, and the hundredths of their cosine; the hundredths of that of all words; rare words; figures.
pub(crate) type Shares = [u64; 5];

/// How each two articles stand that share a word of a name, a rare word or a telling amount, by their numbers, and their days apart. Whoever
/// sets the limits of stories reads it. O(n²) in the articles.
pub(crate) fn nearness<'a>(
    claims: impl Iterator<Item = (u32, Option<i64>, &'a Claim)>,
    mentioned: &Mentioned<'_>,
) -> Vec<(u32, u32, Shares, Option<i64>)> {
    let sources = bare(claims);
    let mut words = Words::default();
    let stories = stories(&sources, mentioned, &mut words);
    let hundredths = |both: u64, norms: (u64, u64)| (1..=100).rev().find(|c| reaches(both, norms, *c)).unwrap_or(0);
    let told = |(i, j): (usize, usize)| {
        let (a, b) = (&stories[i], &stories[j]);
        let names = common(&a.names, &b.names).count() as u64;
        let rare = common(&a.rare, &b.rare).count() as u64;
        let figures = figures_of_both(a, b) as u64;
        let (named, all) = (named_by_both(a, b, &words), told_by_both(a, b, &words));
        let shares = [names, hundredths(named, (a.norm, b.norm)), hundredths(all, (a.length, b.length)), rare, figures];
        (names + rare > 1).then_some((a.article, b.article, shares, days_apart(a, b)))
    };
    let pairs: Vec<(usize, usize)> = (0..stories.len()).flat_map(|i| (i + 1..stories.len()).map(move |j| (i, j))).collect();
    pairs.into_par_iter().filter_map(told).collect()
}

/// The levels of "story" and "text" at which two articles tell one story closely: of ECB+'s pairs of articles that reach one, two in three
/// are of one event, and nine in ten of the others tell of the same people or place.
const CLOSELY: [(u8, u8); 3] = [(3, 1), (2, 2), (1, 3)];

/// The articles of the claims.
fn stories<'a>(sources: &'a [Source<'a>], mentioned: &Mentioned<'_>, words: &mut Words) -> Vec<Story<'a>> {
    let mut stories: Vec<Story<'_>> = Vec::new();
    let mut ranks = 0..u32::MAX;
    let mut numbers = FxHashMap::default();
    for run in sources.chunk_by(|a, b| a.article == b.article) {
        let mut names: Vec<u32> = Vec::new();
        let mut tellings: Vec<Telling<'_>> =
            run.iter().zip(ranks.by_ref()).map(|(s, rank)| Telling::of(s, rank, words, &mut names)).collect();
        give_times(run, &mut tellings);
        know_each_other(&mut tellings, words, &mut numbers);
        let mut told = Vec::new();
        mentioned.get(&run[0].article).into_iter().flatten().for_each(|name| words.all(name, &mut told));
        names.extend(told.into_iter().filter(|w| words.of(*w) >= NAME));
        names.sort_unstable();
        names.dedup();
        let norm = names.iter().map(|w| square(words, *w)).sum();
        let mut all: Vec<u32> = tellings.iter().flat_map(|t| &t.words).copied().filter(|w| words.of(*w) > 0).collect();
        all.sort_unstable();
        all.dedup();
        let rare = all.iter().copied().filter(|w| words.of(*w) >= RARE).collect();
        let length = all.iter().map(|w| u64::from(words.of(*w)).pow(2)).sum();
        let mut figures: Vec<String> = tellings.iter().filter(|t| rarity(t.value) >= FIGURE).map(|t| t.value.canonical()).collect();
        figures.sort_unstable();
        figures.dedup();
        let telling = tellings.iter().filter(|t| matches!(t.value, Value::Quantity(_)) && rarity(t.value) >= TELLING);
        let mut amounts: Vec<String> = telling.map(|t| t.value.canonical()).collect();
        amounts.sort_unstable();
        amounts.dedup();
        stories.push(Story { article: run[0].article, day: run[0].day, tellings, names, norm, words: all, length, figures, rare, amounts });
    }
    stories
}

/// Tells each claim the times of its mention.
fn give_times(run: &[Source<'_>], tellings: &mut [Telling<'_>]) {
    let mut told: FxHashMap<&crate::claim::Event, Vec<Time>> = FxHashMap::default();
    for source in run {
        if let Value::Time(time) = &source.claim.value.value {
            told.entry(&source.claim.event).or_default().push(*time);
        }
    }
    for (source, telling) in run.iter().zip(tellings) {
        telling.times = told.get(&*source.claim.event).cloned().unwrap_or_default();
    }
}

/// Articles by what they hold.
struct Index<'a> {
    stories: &'a [Story<'a>],
    words: &'a Words,
    /// By the number of each word: those that have it in a name, and those that have it as a rare word.
    named: Vec<Vec<u32>>,
    rare: Vec<Vec<u32>>,
    amounts: FxHashMap<&'a str, Vec<u32>>,
}

/// How many words of names two articles share, and their squares.
type Shared = FxHashMap<u32, (usize, u64)>;

impl<'a> Index<'a> {
    fn of(stories: &'a [Story<'a>], words: &'a Words) -> Self {
        let mut named: Vec<Vec<u32>> = vec![Vec::new(); words.weights.len()];
        let mut rare: Vec<Vec<u32>> = vec![Vec::new(); words.weights.len()];
        let mut amounts: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
        for (story, i) in stories.iter().zip(0..) {
            story.names.iter().for_each(|w| named[*w as usize].push(i));
            story.rare.iter().for_each(|w| rare[*w as usize].push(i));
            story.amounts.iter().for_each(|a| amounts.entry(a).or_default().push(i));
        }
        Self { stories, words, named, rare, amounts }
    }

    /// The articles of one story with one, the nearest first, one more at most than it is held against.
    fn near(&self, i: usize) -> Vec<usize> {
        if self.stories[i].tellings.iter().all(|t| t.known) {
            return Vec::new();
        }
        let shared = self.shared(i);
        let mut found = self.by_names(i, &shared);
        found.extend(self.by_words(i, &shared).into_iter().chain(self.by_amounts(i)).map(|other| (Reverse(0), other)));
        found.sort_unstable();
        let mut seen: FxHashSet<usize> = FxHashSet::default();
        found.into_iter().map(|f| f.1).filter(|o| seen.insert(*o)).take(NEAREST + 1).collect()
    }

    fn shared(&self, i: usize) -> Shared {
        let mut shared = Shared::default();
        for &word in &self.stories[i].names {
            for other in self.named[word as usize].iter().filter(|o| **o as usize != i) {
                let own = shared.entry(*other).or_default();
                *own = (own.0 + 1, own.1 + square(self.words, word));
            }
        }
        shared
    }

    fn by_names(&self, i: usize, shared: &Shared) -> Vec<(Reverse<u64>, usize)> {
        let story = &self.stories[i];
        let alike = |(other, (count, both)): (&u32, &(usize, u64))| {
            let other = *other as usize;
            let own = |least: usize, cosine: u64| *count >= least && reaches(*both, (story.norm, self.stories[other].norm), cosine);
            let (least, cosine, figures, text) = SAME_NAMES;
            let enough = match days_apart(story, &self.stories[other]) {
                Some(days) if days > DAYS => {
                    let told =
                        || figures_of_both(story, &self.stories[other]) >= figures || self.is_told(story, &self.stories[other], text);
                    days <= YEAR && own(least, cosine) && told()
                }
                _ => STORY.iter().any(|(least, cosine)| own(*least, *cosine)),
            };
            enough.then_some((Reverse(*both), other))
        };
        shared.iter().filter_map(alike).collect()
    }

    /// Whether the cosine of all their words is so many hundredths at least.
    fn is_told(&self, a: &Story<'_>, b: &Story<'_>, cosine: u64) -> bool {
        reaches(told_by_both(a, b, self.words), (a.length, b.length), cosine)
    }

    fn by_words(&self, i: usize, shared: &Shared) -> Vec<usize> {
        let story = &self.stories[i];
        let mut beside: FxHashMap<u32, usize> = FxHashMap::default();
        story.rare.iter().flat_map(|w| &self.rare[*w as usize]).for_each(|o| *beside.entry(*o).or_default() += 1);
        let alike = |(other, count): (u32, usize)| {
            let names = shared.get(&other).map_or(0, |s| s.0);
            let other = other as usize;
            let soon = other != i && days_apart(story, &self.stories[other]).is_some_and(|d| d <= WEEK);
            let enough = || {
                let figures = figures_of_both(story, &self.stories[other]);
                let is_told = |cosine| self.is_told(story, &self.stories[other], cosine);
                BY_WORDS.iter().any(|(r, n, f, cosine)| count >= *r && names >= *n && figures >= *f && is_told(*cosine))
            };
            (soon && count >= 2 && enough()).then_some(other)
        };
        beside.into_iter().filter_map(alike).collect()
    }

    fn by_amounts(&self, i: usize) -> Vec<usize> {
        let story = &self.stories[i];
        let with = |amount: &'_ String| self.amounts[amount.as_str()].iter().map(|o| *o as usize).collect::<Vec<_>>();
        let others = story.amounts.iter().flat_map(with).filter(|o| *o != i);
        others.filter(|o| are_of_one_amount(story, &self.stories[*o])).collect()
    }
}

/// Days between the publication of two articles, where both are known.
fn days_apart(a: &Story<'_>, b: &Story<'_>) -> Option<i64> {
    a.day.zip(b.day).map(|(x, y)| (x - y).abs())
}

/// Pairs of articles that tell one story, and the articles of which some were left out, ascending.
fn of_one_story(stories: &[Story<'_>], words: &Words) -> (Vec<(usize, usize)>, Vec<usize>) {
    let index = Index::of(stories, words);
    let all: Vec<Vec<usize>> = (0..stories.len()).into_par_iter().map(|i| index.near(i)).collect();
    let nearest = |(i, others): (usize, &'_ Vec<usize>)| others.iter().take(NEAREST).map(|&o| (i.min(o), i.max(o))).collect::<Vec<_>>();
    let mut pairs: Vec<(usize, usize)> = all.iter().enumerate().flat_map(nearest).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    (pairs, (0..all.len()).filter(|i| all[*i].len() > NEAREST).collect())
}

/// Whether a cosine is so many hundredths at least: of two lists whose squares are `norms` and that of what they share `both`. Without a root.
fn reaches(both: u64, norms: (u64, u64), least: u64) -> bool {
    u128::from(both).pow(2) * 10_000 >= u128::from(least * least) * u128::from(norms.0) * u128::from(norms.1)
}

/// Whether two articles that share a telling amount are of one story.
fn are_of_one_amount(a: &Story<'_>, b: &Story<'_>) -> bool {
    let soon = days_apart(a, b).is_some_and(|days| days <= SOON);
    soon && a.rare.iter().filter(|w| b.rare.binary_search(w).is_ok()).count() >= BESIDE_A_VALUE
}

/// How the values of two articles stand to each other, and of each claim the different values of the other article that come near its own.
struct Field {
    outcomes: Vec<Option<Outcome>>,
    /// The numbers of those values, and whether they agree; of the claims of the one article, and of those of the other.
    near: [Vec<Vec<(u32, bool)>>; 2],
}

impl Field {
    fn of(a: &Story<'_>, b: &Story<'_>) -> Self {
        let (ours, theirs) = (&a.tellings, &b.tellings);
        let mut near = [vec![Vec::new(); ours.len()], vec![Vec::new(); theirs.len()]];
        let mut outcomes = Vec::with_capacity(ours.len() * theirs.len());
        let add = |list: &mut Vec<(u32, bool)>, key: u32, agree: bool| {
            if list.iter().all(|other| other.0 != key) {
                list.push((key, agree));
            }
        };
        for (i, x) in ours.iter().enumerate() {
            for (j, y) in theirs.iter().enumerate() {
                let outcome = levels::outcome(x.value, y.value);
                outcomes.push(outcome);
                if let Some(outcome) = outcome.filter(|o| levels::are_near(x.value, y.value, *o)) {
                    let agree = outcome.agrees();
                    add(&mut near[0][i], y.key, agree);
                    add(&mut near[1][j], x.key, agree);
                }
            }
        }
        Self { outcomes, near }
    }

    /// What else the two articles tell beside a claim of each, if the two can be weighed.
    fn beside(&self, (i, x): (usize, &Telling<'_>), (j, y): (usize, &Telling<'_>)) -> Option<Beside> {
        let outcome = self.outcomes[i * self.near[1].len() + j]?;
        let sides = [(&self.near[0][i], y.key), (&self.near[1][j], x.key)];
        let others = sides.iter().map(|(list, own)| list.iter().filter(|o| o.0 != *own).count()).sum::<usize>();
        let elsewhere = sides.iter().filter(|(list, own)| list.iter().any(|o| o.0 != *own && o.1)).count();
        Some(Beside { outcome, others: u32::try_from(others).unwrap_or(u32::MAX), elsewhere: u8::try_from(elsewhere).unwrap_or(2) })
    }
}

/// The links of two articles' claims of which each is the other's best.
fn best(a: &Story<'_>, b: &Story<'_>, words: &Words) -> Vec<Link> {
    let articles = articles(a, b, words);
    let field = Field::of(a, b);
    let mut found: Vec<(u32, usize, usize)> = Vec::new();
    for (i, x) in a.tellings.iter().enumerate() {
        let near = |(j, y)| Some((link(x, y, words, articles, field.beside((i, x), (j, y))?)?, i, j));
        found.extend(b.tellings.iter().enumerate().filter_map(near));
    }
    let (mut ours, mut theirs) = (vec![0; a.tellings.len()], vec![0; b.tellings.len()]);
    for &(weight, i, j) in &found {
        ours[i] = weight.max(ours[i]);
        theirs[j] = weight.max(theirs[j]);
    }
    let mutual = found.into_iter().filter(|&(w, i, j)| w == ours[i] && w == theirs[j]);
    mutual.map(|(w, i, j)| (w, a.tellings[i].rank.min(b.tellings[j].rank), a.tellings[i].rank.max(b.tellings[j].rank))).collect()
}

/// How two claims stand that would come into one list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// Their values exclude each other, and they are linked.
    Linked,
    /// Their values exclude each other, and they are not.
    Excluded,
    /// Of one article, of two known data items, or against what one tells.
    Never,
    Free,
}

/// Brings linked claims together, the surest first. No list has two claims of one article, nor two of which it is known that they are of two
/// data items; and of two lists whose claims exclude each other one pair in three must be linked itself.
fn grouped(links: &[Link], sources: &[Source<'_>], different: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let linked: FxHashSet<(u32, u32)> = links.iter().map(|l| (l.1, l.2)).collect();
    let mut items: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (source, rank) in sources.iter().zip(0..) {
        source.known.iter().for_each(|item| items.entry(*item).or_default().push(rank));
    }
    let is_linked = |p: u32, q: u32| linked.contains(&(p.min(q), p.max(q)));
    let excluded = |p: u32, q: u32| {
        let (x, y) = (sources[p as usize].claim, sources[q as usize].claim);
        compare(&x.value.value, &y.value.value).outcome == Outcome::Contradicts || x.polarity != y.polarity
    };
    // How an open claim stands to all that a known data item tells: that must bear it, and so must what its own article tells of it.
    let met: RefCell<FxHashMap<(u32, u32), Stand>> = RefCell::default();
    let meets = |item: u32, open: u32| {
        *met.borrow_mut().entry((item, open)).or_insert_with(|| {
            let against = || items[&item].iter().copied().filter(|k| excluded(*k, open));
            let own = against().any(|k| sources[k as usize].article == sources[open as usize].article);
            let (linked, not): (Vec<u32>, Vec<u32>) = against().partition(|k| is_linked(*k, open));
            match (linked.len(), not.len()) {
                _ if own => Stand::Never,
                (0, 0) => Stand::Free,
                (linked, not) if not <= 2 * linked => Stand::Linked,
                _ => Stand::Never,
            }
        })
    };
    let stands = |p: u32, q: u32| {
        let (x, y) = (&sources[p as usize], &sources[q as usize]);
        match (x.known, y.known) {
            (Some(_), Some(_)) => Stand::Never,
            (Some(item), None) => meets(item, q),
            (None, Some(item)) => meets(item, p),
            _ if x.article == y.article => Stand::Never,
            _ if !excluded(p, q) => Stand::Free,
            _ if is_linked(p, q) => Stand::Linked,
            _ => Stand::Excluded,
        }
    };
    let clash = |xs: &[u32], ys: &[u32]| {
        let all = || xs.iter().flat_map(|p| ys.iter().map(|q| stands(*p, *q)));
        let count = |which: Stand| all().filter(|s| *s == which).count();
        all().any(|s| s == Stand::Never) || count(Stand::Excluded) > 2 * count(Stand::Linked)
    };
    // A known data item is one, whichever of its claims is linked.
    let whole = |c: u32| sources[c as usize].known.map_or(c, |item| items[&item][0]);
    let mut of: FxHashMap<u32, usize> = FxHashMap::default();
    let mut lists: Vec<Vec<u32>> = Vec::new();
    for (a, b) in links.iter().map(|l| (whole(l.1), whole(l.2))) {
        let own = |of: &mut FxHashMap<u32, usize>, lists: &mut Vec<Vec<u32>>, c: u32| {
            *of.entry(c).or_insert_with(|| {
                lists.push(vec![c]);
                lists.len() - 1
            })
        };
        let (x, y) = (own(&mut of, &mut lists, a), own(&mut of, &mut lists, b));
        if x == y || clash(&lists[x], &lists[y]) {
            continue;
        }
        let parted = different.iter().any(|(p, q)| {
            let joins = |p: &u32, q: &u32| lists[x].contains(&whole(*p)) && lists[y].contains(&whole(*q));
            joins(p, q) || joins(q, p)
        });
        if parted {
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
    let source = |claim| Source { index: 0, claim, article: 0, day: None, people: Vec::new(), known: None };
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
    use crate::value::{Normalized, Number, Quantity};

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
            Source { index: u32::try_from(i).unwrap_or(0), claim, article, day: Some(0), people: Vec::new(), known: None }
        };
        let sources: Vec<Source<'_>> = claims.iter().enumerate().map(source).collect();
        open_items(&sources, &Mentioned::default(), &[]).0
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
    fn a_rough_figure_of_other_things_is_another() {
        let dozen = |noun: &str, raw: &str, article: &str| {
            let mut quantity = Quantity::new(Number::from_int(12), "");
            quantity.modifier = (raw != "12").then_some(crate::value::Modifier::Approx);
            told(article, "hold", noun, Value::Quantity(quantity), raw, &format!("pirates of the ferry held {raw} {noun} near the harbour"))
        };
        let pair = |noun: &str| [scene("a"), dozen("ship", "about a dozen", "a"), scene("b"), dozen(noun, "12", "b")];
        assert!(linked(&pair("ship")).contains(&vec![1, 3]));
        assert!(!linked(&pair("magazine")).contains(&vec![1, 3]));
    }

    /// Words that somebody said, and who.
    fn quotation(article: &str, speaker: u32, words: &str) -> (Claim, u32) {
        (told(article, "say", "quotation", Value::Quotation(words.into()), words, words), speaker)
    }

    #[test]
    fn words_of_two_speakers_are_two() {
        let said = "the harbour must be dredged before any ferry comes back";
        let one = |words: &str, speaker: u32| {
            let all = [(scene("a"), 0), quotation("a", 7, said), (scene("b"), 0), quotation("b", speaker, words)];
            let mut sources: Vec<Source<'_>> = Vec::new();
            for ((claim, speaker), index) in all.iter().zip(0..) {
                let people = (*speaker > 0).then_some((*speaker, Role::Other)).into_iter().collect();
                let article = u32::from(claim.article.as_str() == "b");
                sources.push(Source { index, claim, article, day: Some(0), people, known: None });
            }
            open_items(&sources, &Mentioned::default(), &[]).0.contains(&vec![1, 3])
        };
        assert!(one("the harbour must be dredged first", 7) && !one("the harbour must be dredged first", 8));
        // The same words in another order are another sentence.
        assert!(!one("no ferry comes back, must it, before any harbour be dredged", 7));
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
        let clause = "evacuated the lodges beneath the glacier";
        let pair = |n: i64, raw: &str| [scene("a"), near(12, "twelve", "a", clause), scene("b"), near(n, raw, "b", clause)];
        assert!(linked(&pair(12, "twelve")).contains(&vec![1, 3]));
        assert!(!linked(&pair(90, "ninety")).contains(&vec![1, 3]));
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
}
