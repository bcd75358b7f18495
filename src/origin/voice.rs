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
    /// Both carry agency copy, and of one it is not said whose.
    UnnamedAgency,
    /// Both credit somebody without a name: "officials said".
    UnnamedSource,
    /// Nothing speaks for either.
    Unknown,
}

impl Voice {
    /// The `independent` of the interchange contract.
    pub fn independent(self) -> Option<bool> {
        match self {
            Self::Apart => Some(true),
            Self::UnnamedAgency | Self::UnnamedSource | Self::Unknown => None,
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
            Self::UnnamedAgency => "independence not known: both carry agency copy, and of one it is not said whose",
            Self::UnnamedSource => "independence not known: both credit the same unnamed source",
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
    /// Numbers for those among whom it credits that may be others in each article, ascending: "officials".
    pub unnamed: Box<[u32]>,
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
    let shared = |a: &[u32], b: &[u32]| a.iter().any(|c| b.binary_search(c).is_ok());
    if shared(&a.credits, &b.credits) {
        return Voice::OneSource;
    }
    if same(&articles.publisher) {
        return Voice::OnePublisher;
    }
    let wire = |i: usize| articles.unnamed[i] || articles.agency[i].is_some();
    if wire(x) && wire(y) && (articles.unnamed[x] || articles.unnamed[y]) {
        return Voice::UnnamedAgency;
    }
    if shared(&a.unnamed, &b.unnamed) {
        return Voice::UnnamedSource;
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
            Article::new("e").publisher("Courier").agency("wire reports").text("Five."),
            Article::new("f").publisher("Post").agency("AFP and Reuters").text("Six."),
            Article::new("g").publisher("Sun").agency("AFP").text("Seven."),
            Article::new("h").publisher("Star").agency("Agence France-Presse").text("Eight."),
        ];
        let known = group(&articles.iter().collect::<Vec<_>>());
        let says = |article, credits: &[u32]| Speaker { article, credits: credits.into(), ..Speaker::default() };
        let vague = |article, unnamed: &[u32]| Speaker { article, unnamed: unnamed.into(), ..Speaker::default() };
        for (a, b, voice) in [
            (says(0, &[]), says(0, &[]), Voice::OneArticle),
            (says(0, &[]), says(1, &[]), Voice::Apart),
            (says(0, &[7]), says(1, &[3, 7]), Voice::OneSource),
            (says(0, &[]), says(2, &[]), Voice::OnePublisher),
            (says(0, &[]), says(3, &[]), Voice::Unknown),
            (vague(0, &[7]), vague(1, &[7]), Voice::UnnamedSource),
            (vague(0, &[7]), vague(2, &[7]), Voice::OnePublisher),
            (vague(0, &[7]), says(1, &[]), Voice::Apart),
            (says(4, &[]), says(5, &[]), Voice::UnnamedAgency),
            (says(4, &[]), says(6, &[]), Voice::UnnamedAgency),
            (says(5, &[]), says(6, &[]), Voice::UnnamedAgency),
            (says(6, &[]), says(7, &[]), Voice::OneAgency),
            (says(0, &[]), says(4, &[]), Voice::Apart),
        ] {
            assert_eq!(between(&known, &a, &b), voice);
            assert_eq!(between(&known, &b, &a), voice);
        }
        assert_eq!(voices(&known, &[says(0, &[]), says(1, &[]), says(2, &[]), says(3, &[])]), 3);
        assert_eq!(voices(&known, &[says(0, &[1]), says(1, &[1])]), 1);
    }
}
