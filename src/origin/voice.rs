//! Whether two claims rest on one voice: the answer and its reason in one value.

use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::group::Articles;
use super::shingle::Shingles;

/// Whether two claims rest on one voice, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// Both stand in one article.
    OneArticle,
    /// Both articles are copy of one agency.
    OneAgency,
    /// The articles share much of their text.
    OneText,
    /// The sentences that they are quoted from are nearly the same.
    OnePassage,
    /// Both credit the same source.
    OneSource,
    /// Both articles are by one publisher.
    OnePublisher,
    /// Other publishers, no shared text, no shared source.
    Apart,
    /// Nothing speaks for either.
    Unknown,
}

impl Voice {
    /// The `independent` of the interchange contract.
    pub fn independent(self) -> Option<bool> {
        match self {
            Self::Apart => Some(true),
            Self::Unknown => None,
            Self::OneArticle | Self::OneAgency | Self::OneText | Self::OnePassage | Self::OneSource | Self::OnePublisher => Some(false),
        }
    }
}

impl fmt::Display for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OneArticle => "not independent: one article",
            Self::OneAgency => "not independent: copy of one agency",
            Self::OneText => "not independent: the articles share much of their text",
            Self::OnePassage => "not independent: nearly the same sentence stands in both",
            Self::OneSource => "not independent: both credit the same source",
            Self::OnePublisher => "not independent: one publisher",
            Self::Apart => "independent: other publishers, no shared text, no shared source",
            Self::Unknown => "independence not known",
        })
    }
}

/// What is known of the voice behind a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// Position of the article.
    pub article: u32,
    /// Numbers for whom the article credits, ascending.
    pub credits: Box<[u32]>,
    /// The shingles of the sentence that it is quoted from.
    pub passage: Option<Arc<Shingles>>,
}

/// Whether two claims rest on one voice. Symmetric; O(words) in the sentences.
pub fn between(articles: &Articles, a: &Speaker, b: &Speaker) -> Voice {
    let (x, y) = (a.article as usize, b.article as usize);
    let same = |of: &[Option<u32>]| of[x].is_some() && of[x] == of[y];
    if x == y {
        return Voice::OneArticle;
    }
    if same(&articles.agency) {
        return Voice::OneAgency;
    }
    if same(&articles.text) || articles.copies.binary_search(&(a.article.min(b.article), a.article.max(b.article))).is_ok() {
        return Voice::OneText;
    }
    if let (Some(p), Some(q)) = (&a.passage, &b.passage)
        && p.is_one_passage(q)
    {
        return Voice::OnePassage;
    }
    if a.credits.iter().any(|c| b.credits.binary_search(c).is_ok()) {
        return Voice::OneSource;
    }
    if same(&articles.publisher) {
        return Voice::OnePublisher;
    }
    let known =
        articles.publisher[x].is_some() && articles.publisher[y].is_some() && articles.text[x].is_some() && articles.text[y].is_some();
    if known { Voice::Apart } else { Voice::Unknown }
}

/// What can show two claims to be one voice: its sort and its number.
type Key = (u8, u32);
/// How many keys are looked through one by one.
const FEW: usize = 16;

/// How many voices there are among claims at most: claims of one origin, one credited source or one publisher count once,
/// and so do chains of them.
///
/// O(n) in the claims. Passages are not looked at: they would need every pair.
pub fn voices<'a>(articles: &Articles, speakers: impl IntoIterator<Item = &'a Speaker>) -> usize {
    let mut speakers = speakers.into_iter().peekable();
    let Some(first) = speakers.next() else { return 0 };
    if speakers.peek().is_none() {
        return 1;
    }
    // Most positions are of a few claims, for which a list is faster than a map.
    let mut few: Vec<(Key, usize)> = Vec::new();
    let mut many: FxHashMap<Key, usize> = FxHashMap::default();
    let mut parent: Vec<usize> = Vec::new();
    let root = |parent: &[usize], mut i: usize| {
        while parent[i] != i {
            i = parent[i];
        }
        i
    };
    for speaker in std::iter::once(first).chain(speakers) {
        let own = parent.len();
        parent.push(own);
        let i = speaker.article as usize;
        let keys = [Some((0, articles.of[i])), articles.publisher[i].map(|p| (1, p))];
        for key in keys.into_iter().flatten().chain(speaker.credits.iter().map(|&c| (2, c))) {
            let first = match few.iter().find(|known| known.0 == key) {
                Some(known) => known.1,
                None if few.len() < FEW => {
                    few.push((key, own));
                    own
                }
                None => *many.entry(key).or_insert(own),
            };
            let (a, b) = (root(&parent, first), root(&parent, own));
            parent[a.max(b)] = a.min(b);
        }
    }
    parent.iter().enumerate().filter(|(i, p)| i == *p).count()
}

#[cfg(test)]
mod tests {
    use super::super::group;
    use super::*;
    use crate::corpus::Article;

    #[test]
    fn rows() {
        let articles = [
            Article::new("a").publisher("Echo").text("One."),
            Article::new("b").publisher("Herald").text("Two."),
            Article::new("c").publisher("Echo").text("Three."),
            Article::new("d"),
        ];
        let known = group(&articles.iter().collect::<Vec<_>>());
        let says = |article, credits: &[u32]| Speaker { article, credits: credits.into(), passage: None };
        for (a, b, voice) in [
            (says(0, &[]), says(0, &[]), Voice::OneArticle),
            (says(0, &[]), says(1, &[]), Voice::Apart),
            (says(0, &[7]), says(1, &[3, 7]), Voice::OneSource),
            (says(0, &[]), says(2, &[]), Voice::OnePublisher),
            (says(0, &[]), says(3, &[]), Voice::Unknown),
        ] {
            assert_eq!(between(&known, &a, &b), voice);
            assert_eq!(between(&known, &b, &a), voice);
        }
        assert_eq!(voices(&known, &[says(0, &[]), says(1, &[]), says(2, &[]), says(3, &[])]), 3);
        assert_eq!(voices(&known, &[says(0, &[1]), says(1, &[1])]), 1);
    }
}
