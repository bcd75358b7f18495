//! Which articles tell one story, where no more is known of them than some names and sentences.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::story::{CLOSE, CLOSELY, TEXT, reaches, square};
use super::telling::{NAME, Words, common};

/// What is known of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Excerpt<'a> {
    /// The names that it mentions.
    pub(crate) names: Vec<&'a str>,
    /// Sentences of it, or the words that it has for what it mentions.
    pub(crate) sentences: Vec<&'a str>,
}

/// A name that more articles mention tells nothing of which of them are of one story.
const CROWD: usize = 512;

/// The same in numbers, ascending, with their squares.
struct Heard {
    names: Vec<u32>,
    norm: u64,
    words: Vec<u32>,
    length: u64,
}

impl Heard {
    fn of(excerpt: &Excerpt<'_>, words: &mut Words) -> Self {
        let mut list = |texts: &[&str]| {
            let mut all = Vec::new();
            texts.iter().for_each(|text| words.all(text, &mut all));
            all.sort_unstable();
            all.dedup();
            all
        };
        let (mut names, mut told) = (list(&excerpt.names), list(&excerpt.sentences));
        names.retain(|w| words.of(*w) >= NAME);
        told.retain(|w| words.of(*w) > 0);
        let norm = names.iter().map(|w| square(words, *w)).sum();
        let length = told.iter().map(|w| u64::from(words.of(*w)).pow(2)).sum();
        Self { names, norm, words: told, length }
    }

    fn is_close(&self, other: &Self, words: &Words) -> bool {
        // One word in common, be it the name in question, says nothing beside it.
        if common(&self.words, &other.words).nth(1).is_none() {
            return false;
        }
        let named: u64 = common(&self.names, &other.names).map(|w| square(words, w)).sum();
        let told: u64 = common(&self.words, &other.words).map(|w| u64::from(words.of(w)).pow(2)).sum();
        let level = |both: u64, norms: (u64, u64), least: &[u64]| least.iter().filter(|l| both > 0 && reaches(both, norms, **l)).count();
        let cosine = level(named, (self.norm, other.norm), &CLOSE);
        let text = level(told, (self.length, other.length), &TEXT);
        CLOSELY.iter().any(|&(c, t)| cosine >= usize::from(c) && text >= usize::from(t))
    }
}

/// Pairs of articles of one story, by their places in the list, ascending.
///
/// O(n) in their words, and for each two that share a name the words of both.
pub(crate) fn of_one_story(articles: &[Excerpt<'_>]) -> Vec<(usize, usize)> {
    let mut words = Words::default();
    let heard: Vec<Heard> = articles.iter().map(|a| Heard::of(a, &mut words)).collect();
    let mut named: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    heard.iter().enumerate().for_each(|(i, h)| h.names.iter().for_each(|w| named.entry(*w).or_default().push(i)));
    let near = |i: usize| -> Vec<(usize, usize)> {
        let lists = heard[i].names.iter().map(|w| &named[w]).filter(|l| l.len() <= CROWD);
        let mut others: Vec<usize> = lists.flatten().copied().filter(|&o| o > i).collect();
        others.sort_unstable();
        others.dedup();
        others.into_iter().filter(|&o| heard[i].is_close(&heard[o], &words)).map(|o| (i, o)).collect()
    };
    (0..heard.len()).into_par_iter().flat_map_iter(near).collect()
}
