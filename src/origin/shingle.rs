//! Shingles: what two texts share, word run by word run.

use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use rustc_hash::FxHasher;

use crate::text::{Plain, TokenKind, tokens};

/// Words in a shingle. Five words in a row that two reporters both write are nearly always copied or quoted (Clough and others
/// 2002, "METER: MEasuring TExt Reuse", on news agency copy).
pub const SHINGLE: usize = 5;
/// Texts of fewer shingles are not compared: a sentence can be alike by chance.
const FEWEST: usize = 8;
/// Share of the shorter text's shingles that two articles must share to be one text.
const ONE_TEXT: (usize, usize) = (1, 2);
/// Share of the shorter sentence's shingles that two sentences must share to be one passage, and how few shingles it can have.
const ONE_PASSAGE: (usize, usize) = (3, 5);
const FEWEST_IN_PASSAGE: usize = 3;
/// A shingle that more articles hold is a stock phrase or one wire story; it then joins each article to the first only.
const COMMON: usize = 32;

/// The distinct shingles of a text, as sorted hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Box<[u64]>);

impl Shingles {
    /// The shingles of `text`. O(n log n).
    pub fn of(text: &str) -> Self {
        Self::of_plain(Plain::of(text).text())
    }

    /// The shingles of a text that is plain, or of a part of one. O(n log n).
    pub fn of_plain(text: &str) -> Self {
        let words: Vec<u64> =
            tokens(text).iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).map(|t| word(t.text(text))).collect();
        let mut hashes: Vec<u64> = words.windows(SHINGLE).map(|w| hash(&w)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self(hashes.into())
    }

    /// Whether two sentences are one passage: copied, or quoted from one original.
    pub fn is_one_passage(&self, other: &Self) -> bool {
        let fewer = self.0.len().min(other.0.len());
        fewer >= FEWEST_IN_PASSAGE && self.shared(other) * ONE_PASSAGE.1 >= fewer * ONE_PASSAGE.0
    }

    fn shared(&self, other: &Self) -> usize {
        let (few, many) = if self.0.len() < other.0.len() { (self, other) } else { (other, self) };
        few.0.iter().filter(|h| many.0.binary_search(h).is_ok()).count()
    }
}

fn hash(part: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    part.hash(&mut hasher);
    hasher.finish()
}

fn word(text: &str) -> u64 {
    if text.bytes().all(|b| b.is_ascii_lowercase()) { hash(&text) } else { hash(&&*crate::text::fold(text)) }
}

/// The pairs of texts that share at least half of the shorter one's shingles, ascending.
///
/// O(s log s) in the total number s of shingles; a shingle in more than 32 texts joins each to the first only, which keeps
/// wire stories together and the number of pairs linear.
pub fn near_duplicates(texts: &[Shingles]) -> Vec<(u32, u32)> {
    let mut held: Vec<(u64, u32)> =
        texts.par_iter().zip(0_u32..u32::MAX).flat_map_iter(|(t, i)| t.0.iter().map(move |&h| (h, i))).collect();
    held.par_sort_unstable();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for run in held.chunk_by(|a, b| a.0 == b.0).filter(|r| r.len() > 1) {
        let centres = if run.len() > COMMON { 1 } else { run.len() };
        for (i, a) in run[..centres].iter().enumerate() {
            pairs.extend(run[i + 1..].iter().map(|b| (a.1, b.1)));
        }
    }
    pairs.par_sort_unstable();
    let count = |i: u32| texts[i as usize].0.len();
    let alike = |run: &&[(u32, u32)]| {
        let fewer = count(run[0].0).min(count(run[0].1));
        fewer >= FEWEST && run.len() * ONE_TEXT.1 >= fewer * ONE_TEXT.0
    };
    pairs.chunk_by(|a, b| a == b).filter(alike).map(|run| run[0]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str =
        "The mayor opened the new bridge over the river on Monday after two years of work that cost the town more than it had planned.";

    #[test]
    fn copies_are_found_and_other_texts_are_not() {
        let copy = A.replace("Monday", "Tuesday");
        let other =
            "A new bridge was opened by the town's mayor on Monday; the work had taken two years and gone over its planned budget by far.";
        let texts = [A, &copy, other].map(Shingles::of);
        assert_eq!(near_duplicates(&texts), [(0, 1)]);
        assert!(texts[0].is_one_passage(&texts[1]));
        assert!(!texts[0].is_one_passage(&texts[2]));
    }
}
