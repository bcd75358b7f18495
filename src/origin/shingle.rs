//! Shingles: what two texts share, word run by word run.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::text::{Token, TokenKind, tokens};

/// Words in a shingle. Five words in a row that two reporters both write are nearly always copied or quoted (Clough and others
/// 2002, "METER: MEasuring TExt Reuse", on news agency copy).
pub const SHINGLE: usize = 5;
/// Share of the shorter sentence's shingles that two sentences must share to be one passage, and how few shingles it can have.
const ONE_PASSAGE: (usize, usize) = (3, 5);
const FEWEST_IN_PASSAGE: usize = 3;

/// The distinct shingles of a text, as sorted hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Box<[u64]>);

impl Shingles {
    /// The shingles of a text that is plain, or of a part of one. O(n log n).
    pub fn of_plain(text: &str) -> Self {
        let mut hashes = hashes(&words(text, &tokens(text)));
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

/// A number for each word of a text, whatever its case and accents.
pub(super) fn words(text: &str, tokens: &[Token]) -> Vec<u64> {
    tokens.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).map(|t| word(t.text(text))).collect()
}

/// The shingle that begins at each of the words.
pub(super) fn hashes(words: &[u64]) -> Vec<u64> {
    words.windows(SHINGLE).map(|w| hash(&w)).collect()
}

fn hash(part: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    part.hash(&mut hasher);
    hasher.finish()
}

fn word(text: &str) -> u64 {
    if text.bytes().all(|b| b.is_ascii_lowercase()) { hash(&text) } else { hash(&&*crate::text::fold(text)) }
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
        let texts = [A, &copy, other].map(Shingles::of_plain);
        assert!(texts[0].is_one_passage(&texts[1]));
        assert!(!texts[0].is_one_passage(&texts[2]));
    }
}
