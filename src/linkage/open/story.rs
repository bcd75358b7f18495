//! Which articles tell one story: by the names, the rare words, the dates and amounts that they share, and the days between them.
//!
//! Articles that share a few names or rare words are found by an index; how likely two of them tell one story, trees say that are learned
//! from articles of known stories (`data/story-trees.tsv`, by `claimgraph-train stories`).

use std::cmp::Reverse;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::levels::{Articles, step};
use super::telling::{NAME, RARE, Source, Telling, Words, common, know_each_other, rarity};
use super::trees;
use crate::claim::Claim;
use crate::value::{Time, Value};

/// So many tenths of a bit must speak for one story: what two articles have in common is weighed claim by claim then, so that this asks
/// for little.
const LEAST: i32 = -15;
/// With so many others of its story an article is compared at most, those first with which it shares most.
pub(super) const NEAREST: usize = 48;
/// What a value weighs that hardly comes twice in a story by chance.
pub(super) const TELLING: u32 = 100;
/// Days, and amounts of two digits.
pub(super) const FIGURE: u32 = 50;

/// What is asked of two articles, with the names of the levels.
pub(crate) const SHARED: [(&str, &[&str]); 7] = [
    // Words of names that both have, and the cosine of all, in hundredths.
    ("names", &["0", "1", "2", "3", "4", "6", "9", "14"]),
    ("cosine", &["0", "8", "12", "16", "20", "24", "28", "35", "45", "60"]),
    // The cosine of all words of their claims, in hundredths.
    ("text", &["0", "3", "5", "8", "11", "14", "18", "23", "30", "40", "60"]),
    ("rare words", &["0", "1", "2", "3", "5", "8", "13"]),
    // Dates and amounts, and amounts that hardly come twice by chance.
    ("figures", &["0", "1", "2", "4", "7"]),
    ("amounts", &["0", "1", "2", "4"]),
    ("days", &["0", "1", "2", "4", "8", "16", "46", "121", "366", "unknown"]),
];

/// The level of each.
pub(crate) type SharedLevels = [u8; SHARED.len()];

/// Two articles by their numbers, and what they share.
pub(crate) type SharedBy = (u32, u32, SharedLevels);

/// The claims of an article.
pub(super) struct Story<'a> {
    pub(super) article: u32,
    day: Option<i64>,
    pub(super) tellings: Vec<Telling<'a>>,
    /// The stems of the names that it mentions, ascending, and their squares.
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

/// Hundredths of the cosine of two articles' names, and of all their words, at which they are closer.
pub(super) const CLOSE: [u64; 5] = [16, 22, 32, 45, 60];
pub(super) const TEXT: [u64; 6] = [8, 14, 20, 28, 40, 60];
/// The levels of those two at which two articles tell one story closely: of ECB+'s pairs of articles that reach one, two in three are of
/// one event, and nine in ten of the others tell of the same people or place.
pub(super) const CLOSELY: [(u8, u8); 3] = [(3, 1), (2, 2), (1, 3)];

/// How two articles stand to each other.
pub(super) fn articles(a: &Story<'_>, b: &Story<'_>, words: &Words) -> Articles {
    let (named, told) = (named_by_both(a, b, words), told_by_both(a, b, words));
    let bits = trees::of_one_story(&shared(a, b, (named, told)));
    let story = u8::try_from([-5, 5, 15, 25, 40, 55, 70].iter().filter(|least| bits >= **least).count()).unwrap_or(0);
    let cosine = level(named, (a.norm, b.norm), CLOSE);
    let text = level(told, (a.length, b.length), TEXT);
    let figures = step(in_both(&a.figures, &b.figures), [1, 2, 4, 7]);
    Articles { story, cosine, text, figures, days: a.day.zip(b.day).map(|(x, y)| y - x) }
}

/// What two articles share; `both` is what [`named_by_both`] and [`told_by_both`] tell of them.
fn shared(a: &Story<'_>, b: &Story<'_>, both: (u64, u64)) -> SharedLevels {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let days = a.day.zip(b.day).map(|(x, y)| u32::try_from((x - y).abs()).unwrap_or(u32::MAX));
    [
        step(count(common(&a.names, &b.names).count()), [1, 2, 3, 4, 6, 9, 14]),
        level(both.0, (a.norm, b.norm), [8, 12, 16, 20, 24, 28, 35, 45, 60]),
        level(both.1, (a.length, b.length), [3, 5, 8, 11, 14, 18, 23, 30, 40, 60]),
        step(count(common(&a.rare, &b.rare).count()), [1, 2, 3, 5, 8, 13]),
        step(in_both(&a.figures, &b.figures), [1, 2, 4, 7]),
        step(in_both(&a.amounts, &b.amounts), [1, 2, 4]),
        days.map_or(9, |d| step(d, [1, 2, 4, 8, 16, 46, 121, 366])),
    ]
}

/// The squares of what the names of two articles weigh that both have.
fn named_by_both(a: &Story<'_>, b: &Story<'_>, words: &Words) -> u64 {
    common(&a.names, &b.names).map(|w| square(words, w)).sum()
}

/// The same of all their words.
fn told_by_both(a: &Story<'_>, b: &Story<'_>, words: &Words) -> u64 {
    common(&a.words, &b.words).map(|w| u64::from(words.of(w)).pow(2)).sum()
}

fn in_both(a: &[String], b: &[String]) -> u32 {
    u32::try_from(a.iter().filter(|f| b.binary_search(f).is_ok()).count()).unwrap_or(u32::MAX)
}

/// The square of what a word weighs beyond the common.
pub(super) fn square(words: &Words, word: u32) -> u64 {
    let own = u64::from(words.of(word).saturating_sub(NAME / 2));
    own * own
}

/// Whether a cosine is so many hundredths at least: of two lists whose squares are `norms` and that of what they share `both`. Without a root.
pub(super) fn reaches(both: u64, norms: (u64, u64), least: u64) -> bool {
    u128::from(both).pow(2) * 10_000 >= u128::from(least * least) * u128::from(norms.0) * u128::from(norms.1)
}

/// How many of some cosines are reached. Two lists of nothing share nothing.
fn level<const N: usize>(both: u64, norms: (u64, u64), least: [u64; N]) -> u8 {
    u8::try_from(least.iter().filter(|l| both > 0 && reaches(both, norms, **l)).count()).unwrap_or(u8::MAX)
}

/// The articles of the claims.
pub(super) fn stories<'a>(sources: &'a [Source<'a>], mentioned: &Mentioned<'_>, words: &mut Words) -> Vec<Story<'a>> {
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
    for (source, telling) in run.iter().zip(&mut *tellings) {
        telling.with_times(told.get(&*source.claim.event).cloned().unwrap_or_default(), source.day);
    }
    // "A 2029 attack on Medishore exposed 1.1 million customers": what is told in the same words is as long ago.
    let place = |s: &Source<'_>| s.claim.quote.as_ref().map_or((0, 0), |q| (q.start, q.end));
    let timed = |(s, t): (&Source<'_>, &Telling<'_>)| (t.past && matches!(t.value, Value::Time(_))).then(|| place(s));
    let past: Vec<(usize, usize)> = run.iter().zip(&*tellings).filter_map(timed).collect();
    for (source, telling) in run.iter().zip(tellings).filter(|_| !past.is_empty()) {
        let (start, end) = place(source);
        telling.past |= telling.times.is_empty() && past.iter().any(|p| p.0 < end && start < p.1);
    }
}

/// Articles by what they hold.
struct Index<'a> {
    stories: &'a [Story<'a>],
    words: &'a Words,
    /// By the number of each word: those that have it in a name, and those that have it as a rare word.
    named: Vec<Vec<u32>>,
    rare: Vec<Vec<u32>>,
}

impl<'a> Index<'a> {
    fn of(stories: &'a [Story<'a>], words: &'a Words) -> Self {
        let mut named: Vec<Vec<u32>> = vec![Vec::new(); words.weights.len()];
        let mut rare: Vec<Vec<u32>> = vec![Vec::new(); words.weights.len()];
        for (story, i) in stories.iter().zip(0..) {
            story.names.iter().for_each(|w| named[*w as usize].push(i));
            story.rare.iter().for_each(|w| rare[*w as usize].push(i));
        }
        Self { stories, words, named, rare }
    }

    /// The articles after one, in their order, that may be of its story, with what both share: those whose names are a little close, and
    /// those with two rare words and a figure in common. Of 5,204 pairs of one story it leaves out 26.
    fn near(&self, i: usize) -> Vec<(usize, SharedLevels)> {
        let story = &self.stories[i];
        let after = |list: &'_ [u32]| list.partition_point(|o| *o as usize <= i);
        let mut found: FxHashMap<usize, (u64, u32)> = FxHashMap::default();
        for &word in &story.names {
            let own = square(self.words, word);
            let list = &self.named[word as usize];
            list[after(list)..].iter().for_each(|o| found.entry(*o as usize).or_default().0 += own);
        }
        for &word in &story.rare {
            let list = &self.rare[word as usize];
            list[after(list)..].iter().for_each(|o| found.entry(*o as usize).or_default().1 += 1);
        }
        let may = |(other, (both, rare)): (usize, (u64, u32))| {
            let theirs = &self.stories[other];
            let named = both > 0 && reaches(both, (story.norm, theirs.norm), 8);
            let enough = named || rare >= 2 && in_both(&story.figures, &theirs.figures) > 0;
            enough.then(|| (other, shared(story, theirs, (both, told_by_both(story, theirs, self.words)))))
        };
        let mut out: Vec<(usize, SharedLevels)> = found.into_iter().filter_map(may).collect();
        out.sort_unstable_by_key(|o| o.0);
        out
    }
}

/// Pairs of articles that tell one story, ascending, and the articles of which some were left out, ascending.
///
/// O(n) in the claims, and for each two articles that share words of names or rare words their number.
pub(super) fn of_one_story(stories: &[Story<'_>], words: &Words) -> (Vec<(usize, usize)>, Vec<usize>) {
    let index = Index::of(stories, words);
    let is_open: Vec<bool> = stories.iter().map(|s| s.tellings.iter().any(|t| !t.known)).collect();
    let near = |i: usize| -> Vec<(i32, usize, usize)> {
        let bits = index.near(i).into_iter().map(|(o, levels)| (trees::of_one_story(&levels), i, o));
        bits.filter(|p| p.0 >= LEAST && (is_open[p.1] || is_open[p.2])).collect()
    };
    let all: Vec<(i32, usize, usize)> = (0..stories.len()).into_par_iter().flat_map_iter(near).collect();
    let mut of: Vec<Vec<(Reverse<i32>, usize)>> = vec![Vec::new(); stories.len()];
    for (bits, i, o) in all {
        of[i].push((Reverse(bits), o));
        of[o].push((Reverse(bits), i));
    }
    of.par_iter_mut().for_each(|others| others.sort_unstable());
    let nearest = |(i, others): (usize, &'_ Vec<(Reverse<i32>, usize)>)| {
        others.iter().take(NEAREST).map(|&(_, o)| (i.min(o), i.max(o))).collect::<Vec<_>>()
    };
    let mut pairs: Vec<(usize, usize)> = of.iter().enumerate().flat_map(nearest).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    (pairs, (0..of.len()).filter(|i| of[*i].len() > NEAREST).collect())
}

/// Pairs of articles of one story, ascending, of whose names and words so many are shared that what befell somebody in both is taken for
/// one; each claim comes with the number of its article, ascending, and the day of that.
///
/// O(n) in the claims, and for each two articles that share words of names or rare words their number.
pub(crate) fn one_story<'a>(claims: impl Iterator<Item = (u32, Option<i64>, &'a Claim)>, mentioned: &Mentioned<'_>) -> Vec<(u32, u32)> {
    let sources = bare(claims);
    let mut words = Words::default();
    let stories = stories(&sources, mentioned, &mut words);
    let is_close = |&(i, j): &(usize, usize)| {
        let found = articles(&stories[i], &stories[j], &words);
        CLOSELY.iter().any(|(cosine, text)| found.cosine >= *cosine && found.text >= *text)
    };
    let (pairs, _) = of_one_story(&stories, &words);
    let mut out: Vec<(u32, u32)> = pairs.iter().filter(|p| is_close(p)).map(|&(i, j)| (stories[i].article, stories[j].article)).collect();
    out.iter_mut().for_each(|p| *p = (p.0.min(p.1), p.0.max(p.1)));
    out.sort_unstable();
    out
}

/// What each two articles share that may be of one story. Whoever learns the trees reads it.
pub(crate) fn nearness<'a>(claims: impl Iterator<Item = (u32, Option<i64>, &'a Claim)>, mentioned: &Mentioned<'_>) -> Vec<SharedBy> {
    let sources = bare(claims);
    let mut words = Words::default();
    let stories = stories(&sources, mentioned, &mut words);
    let index = Index::of(&stories, &words);
    let near = |i: usize| index.near(i).into_iter().map(|(o, levels)| (stories[i].article, stories[o].article, levels)).collect::<Vec<_>>();
    (0..stories.len()).into_par_iter().flat_map_iter(near).collect()
}

/// Claims as far as it matters for the story of their articles.
fn bare<'a>(claims: impl Iterator<Item = (u32, Option<i64>, &'a Claim)>) -> Vec<Source<'a>> {
    claims.map(|(article, day, claim)| Source { index: 0, claim, article, day, people: Vec::new(), known: None }).collect()
}
