//! Where passages stand in a text that is asked for many of them.
//!
//! For a few quotes the text is read from its beginning each time. An article of which thousands of quotes are asked gets a list of
//! all its ends in the order of letters (a suffix array; Manber and Myers 1993, "Suffix Arrays: A New Method for On-Line String
//! Searches"): in it the places of a passage stand side by side, and are found and counted without reading the text.

use std::sync::OnceLock;

use super::folded::{Folded, Words};
use crate::text::CharIndex;

/// From so many quotes on, of a text from so many bytes on, the list is worth its making.
const MANY: usize = 32;
const LONG: usize = 4096;
/// A passage that comes near a quote is looked for among all words of the text. So many words are looked at for all quotes of a text
/// together; where that would not do, for none of them: which were the first to be asked would be for order to say.
const LOOKED_AT: usize = 1 << 26;

/// A text, and what has been made of it so far to find passages in it.
#[derive(Debug)]
pub struct Passages<'t> {
    text: &'t str,
    asked: usize,
    index: CharIndex,
    ends: OnceLock<Vec<u32>>,
    folded: OnceLock<(Folded, OnceLock<Vec<u32>>)>,
    words: OnceLock<Words>,
}

impl<'t> Passages<'t> {
    /// The passages of `text`, of which about so many are going to be asked. O(n).
    pub fn new(text: &'t str, asked: usize) -> Self {
        Self::with(text, CharIndex::new(text), asked)
    }

    /// The same, where it is known already where the characters stand.
    pub(super) fn with(text: &'t str, index: CharIndex, asked: usize) -> Self {
        Self { text, asked, index, ends: OnceLock::new(), folded: OnceLock::new(), words: OnceLock::new() }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Where its characters stand.
    pub fn index(&self) -> &CharIndex {
        &self.index
    }

    /// A place where a passage stands, and at how many it does; where there is one place, it is that. They may overlap.
    pub(super) fn find(&self, passage: &str) -> (Option<usize>, usize) {
        self.places(self.text, &self.ends, passage)
    }

    /// The text with every character in its plainest form.
    pub(super) fn folded(&self) -> &Folded {
        &self.folded.get_or_init(|| (Folded::new(self.text), OnceLock::new())).0
    }

    /// The same as [`find`](Self::find), in the folded text.
    pub(super) fn find_folded(&self, passage: &str) -> (Option<usize>, usize) {
        let (folded, ends) = self.folded.get_or_init(|| (Folded::new(self.text), OnceLock::new()));
        self.places(&folded.text, ends, passage)
    }

    /// A passage that shares most of its words with `quote`.
    ///
    /// # Errors
    /// [`TooMany`] where so many quotes of so long a text are asked that none is looked for.
    pub(super) fn nearest(&self, quote: &str) -> Result<Option<&'t str>, TooMany> {
        let words = self.words.get_or_init(|| Words::of(self.text));
        if self.asked.saturating_mul(words.len()) > LOOKED_AT {
            return Err(TooMany);
        }
        Ok(words.nearest(quote).map(|span| span.of(self.text)))
    }

    fn places(&self, text: &str, ends: &OnceLock<Vec<u32>>, passage: &str) -> (Option<usize>, usize) {
        let is_worth_it = self.asked >= MANY && text.len() >= LONG && u32::try_from(text.len()).is_ok();
        if is_worth_it { listed(text, ends.get_or_init(|| ends_of(text)), passage) } else { read(text, passage) }
    }
}

/// Too many quotes are asked of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooMany;

/// By reading the text once. O(n) in both, however the passage repeats itself: Knuth, Morris and Pratt 1977, "Fast Pattern Matching in
/// Strings", from its first place on.
fn read(text: &str, passage: &str) -> (Option<usize>, usize) {
    let Some(first) = text.find(passage) else { return (None, 0) };
    let (text, passage) = (&text.as_bytes()[first..], passage.as_bytes());
    // For each beginning of the passage, how long the longest shorter one is that it ends with.
    let mut borders = vec![0; passage.len()];
    let mut fits = 0;
    for i in 1..passage.len() {
        while fits > 0 && passage[i] != passage[fits] {
            fits = borders[fits - 1];
        }
        fits += usize::from(passage[i] == passage[fits]);
        borders[i] = fits;
    }
    let (mut count, mut fits) = (0, 0);
    for b in text {
        while fits > 0 && (fits == passage.len() || *b != passage[fits]) {
            fits = borders[fits - 1];
        }
        fits += usize::from(*b == passage[fits]);
        count += usize::from(fits == passage.len());
    }
    (Some(first), count)
}

/// By the list of the text's ends. O(m log n).
fn listed(text: &str, ends: &[u32], passage: &str) -> (Option<usize>, usize) {
    let (text, passage) = (text.as_bytes(), passage.as_bytes());
    let end = |at: &u32| &text[*at as usize..];
    let first = ends.partition_point(|at| end(at) < passage);
    let count = ends[first..].partition_point(|at| end(at).starts_with(passage));
    (ends.get(first).filter(|_| count > 0).map(|&at| at as usize), count)
}

/// So many bytes of each end are looked at first.
const BEGINNING: usize = 7;

/// Where each end of a text begins, in the order of letters. O(n log² n): ends that begin alike are ordered by what stands behind, of
/// which the order is known for twice as many bytes each time.
fn ends_of(text: &str) -> Vec<u32> {
    let text = text.as_bytes();
    let n = text.len();
    let place = |i: usize| u32::try_from(i).unwrap_or(u32::MAX);
    // What is shorter stands first.
    let beginning = |i: usize| {
        let mut key = [0_u8; 8];
        let known = (n - i).min(BEGINNING);
        key[..known].copy_from_slice(&text[i..i + known]);
        key[BEGINNING] = u8::try_from(known).unwrap_or(0);
        u64::from_be_bytes(key)
    };
    let mut ends: Vec<(u64, u32)> = (0..n).map(|i| (beginning(i), place(i))).collect();
    ends.sort_unstable();
    let mut ranks = vec![0_u32; n];
    let mut known = BEGINNING;
    loop {
        // All that begin alike have the rank of the first of them; what is past the end comes before all.
        let mut rank = 0;
        let mut open = false;
        for i in 0..n {
            if i > 0 && ends[i].0 == ends[i - 1].0 {
                open = true;
            } else {
                rank = place(i + 1);
            }
            ranks[ends[i].1 as usize] = rank;
        }
        if !open || known >= n {
            return ends.into_iter().map(|e| e.1).collect();
        }
        for (key, at) in &mut ends {
            let behind = ranks.get(*at as usize + known).copied().unwrap_or(0);
            *key = u64::from(ranks[*at as usize]) << 32 | u64::from(behind);
        }
        ends.chunk_by_mut(|a, b| a.0 >> 32 == b.0 >> 32).filter(|alike| alike.len() > 1).for_each(<[_]>::sort_unstable);
        known *= 2;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Oracle: looking at every place.
        #[test]
        fn both_ways_find_the_same(text in "[ab]{0,60}|[abé …]{0,60}", cut in (0..60_usize, 1..20_usize), other in "[abé]{1,3}") {
            let chars: Vec<char> = text.chars().collect();
            let own: String = chars.iter().skip(cut.0).take(cut.1).collect();
            for passage in [own, other].iter().filter(|p| !p.is_empty()) {
                let places: Vec<usize> = text.char_indices().map(|c| c.0).filter(|&i| text[i..].starts_with(passage.as_str())).collect();
                let ends = ends_of(&text);
                let mut sorted: Vec<&[u8]> = (0..text.len()).map(|i| &text.as_bytes()[i..]).collect();
                sorted.sort_unstable();
                prop_assert_eq!(ends.iter().map(|&i| &text.as_bytes()[i as usize..]).collect::<Vec<_>>(), sorted);
                for (found, count) in [read(&text, passage), listed(&text, &ends, passage)] {
                    prop_assert_eq!(count, places.len());
                    prop_assert!(found.is_none_or(|at| places.contains(&at)) && found.is_some() != places.is_empty());
                }
                prop_assert_eq!(read(&text, passage).0, places.first().copied());
            }
        }
    }
}
