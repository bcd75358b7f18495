//! Which articles are copies of one text, as far as two can be told from the texts alone.
//!
//! A copy is cut, gets another headline and first paragraph, a paragraph of the paper's own, other spelling. So it is asked how much of
//! the shorter text stands in the longer one, and not how alike the two are. What is no sign of a copy is left out: words inside
//! quotation marks, which each reporter heard, and passages that stand in articles that are no copies of each other, as a press
//! release, a number to call or a notice of rights does.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::wording::{Cover, FEWEST, SHORTEST, Wording};

/// Share of the shorter text's words that must stand in the longer one to make the shorter a copy.
const COPY: (usize, usize) = (1, 2);
/// Share of each text's words that must stand in the other to make them one text, each for the other. More than half, or a page that
/// prints two reports would be one text with both.
const ONE_TEXT: (usize, usize) = (3, 5);
/// Where no more than this share of the shorter text is shared, the two are no copies, and what they share is stock.
const NO_COPY: (usize, usize) = (1, 3);
/// A shingle that more articles hold is a stock phrase or one agency's story: each article is then held against the next few alone.
const COMMON: usize = 32;
const NEXT: usize = 8;

/// Two articles of which one is a copy of the other, or both are of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Positions of the articles, ascending.
    pub(super) of: (u32, u32),
    /// Whether most of each stands in the other; else the longer one holds much that is not in the shorter.
    pub(super) mutual: bool,
    /// How much of the longer one is shared, in thousandths.
    pub(super) strength: usize,
}

/// The links between texts, by position. None between texts that share no run of five words; those that share none with either of two
/// texts change nothing between these.
///
/// O(s log s) in the total number s of shingles, and O(n log n) for each pair of texts of n words that share eight of them. A shingle in more
/// than 32 texts gives pairs of neighbours alone, so that their number is linear, and one agency's story in a thousand papers hangs
/// together all the same.
pub(super) fn links(texts: &[Wording]) -> Vec<Link> {
    let pairs = candidates(texts);
    let none = FxHashSet::default();
    let covers: Vec<(Cover, Cover)> = pairs.par_iter().map(|p| covers(texts, *p, &none)).collect();
    let unlike = pairs.par_iter().zip(&covers).filter(|(_, c)| !shorter(**c).reaches(NO_COPY));
    let stock: Vec<Vec<u64>> = unlike.map(|(p, _)| texts[p.0 as usize].shared(&texts[p.1 as usize]).collect()).collect();
    let stock: FxHashSet<u64> = stock.into_iter().flatten().collect();
    let found = pairs.par_iter().zip(&covers).filter(|(_, c)| shorter(**c).reaches(COPY));
    found.filter_map(|(p, plain)| link(*p, rest(texts, *p, &stock).unwrap_or(*plain))).collect()
}

fn link(of: (u32, u32), covers: (Cover, Cover)) -> Option<Link> {
    let mutual = covers.0.reaches(ONE_TEXT) && covers.1.reaches(ONE_TEXT);
    let longer = if covers.0.of < covers.1.of { covers.1 } else { covers.0 };
    shorter(covers).reaches(COPY).then(|| Link { of, mutual, strength: longer.thousandths() })
}

/// How much of each text is in the other, stock left out; none where stock is nearly all there is.
fn rest(texts: &[Wording], pair: (u32, u32), stock: &FxHashSet<u64>) -> Option<(Cover, Cover)> {
    let rest = covers(texts, pair, stock);
    (!stock.is_empty() && shorter(rest).of >= SHORTEST).then_some(rest)
}

fn covers(texts: &[Wording], pair: (u32, u32), stock: &FxHashSet<u64>) -> (Cover, Cover) {
    let (a, b) = (&texts[pair.0 as usize], &texts[pair.1 as usize]);
    (a.cover(b, stock), b.cover(a, stock))
}

/// Of two texts of one length that of which more is covered.
fn shorter(covers: (Cover, Cover)) -> Cover {
    let (a, b) = covers;
    if (a.of, b.shared) < (b.of, a.shared) { a } else { b }
}

/// The pairs that share some shingles, ascending.
fn candidates(texts: &[Wording]) -> Vec<(u32, u32)> {
    let mut held: Vec<(u64, u32)> =
        texts.par_iter().zip(0_u32..u32::MAX).flat_map_iter(|(t, i)| t.distinct().iter().map(move |&h| (h, i))).collect();
    held.par_sort_unstable();
    // For each article, where in `held` those stand that it is held against.
    let mut against: Vec<Vec<(usize, usize)>> = vec![Vec::new(); texts.len()];
    let mut start = 0;
    for run in held.chunk_by(|a, b| a.0 == b.0) {
        let end = start + run.len();
        for (at, (_, article)) in (start + 1..end).zip(run) {
            let last = if run.len() > COMMON { end.min(at + NEXT) } else { end };
            against[*article as usize].push((at, last));
        }
        start = end;
    }
    let of = |(i, own): (u32, &Vec<(usize, usize)>)| {
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        own.iter().for_each(|(from, to)| held[*from..*to].iter().for_each(|h| *counts.entry(h.1).or_default() += 1));
        let mut found: Vec<u32> = counts.into_iter().filter(|(_, n)| *n >= FEWEST).map(|(j, _)| j).collect();
        found.sort_unstable();
        found.into_iter().map(move |j| (i, j))
    };
    (0_u32..u32::MAX).zip(&against).collect::<Vec<_>>().into_par_iter().flat_map_iter(of).collect()
}
