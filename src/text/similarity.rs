//! The one door to string similarity.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use crate::measure::Similarity;

/// Texts of at most so many bytes are compared character by character; longer ones by where each character stands.
const SHORT: usize = 128;

/// Jaro and Winkler's similarity of two folded texts: good for names and short phrases, where a common beginning counts. Of paragraphs
/// it says the same, and little: two texts of one language have most of their letters in common.
///
/// Time O(|a| + |b|) in characters. Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of
/// Record Linkage".
pub fn similarity(a: &str, b: &str) -> Similarity {
    if a == b {
        return Similarity::ONE;
    }
    Similarity::saturating(if a.len().max(b.len()) <= SHORT { strsim::jaro_winkler(a, b) } else { jaro_winkler(a, b) })
}

/// What [`strsim::jaro_winkler`] gives, to the last bit. That looks for each character of `a` through the characters of `b` around its
/// place for the first that is free; here the free places of each character stand in a list, and since the places looked at only move
/// on, the first of the list is the one, or never will be.
fn jaro_winkler(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let mut free: FxHashMap<char, VecDeque<usize>> = FxHashMap::default();
    b.iter().enumerate().for_each(|(j, c)| free.entry(*c).or_default().push_back(j));
    let mut is_met = vec![false; b.len()];
    let mut ours: Vec<char> = Vec::new();
    for (i, c) in a.iter().enumerate() {
        let Some(places) = free.get_mut(c) else { continue };
        while places.front().is_some_and(|&j| j + reach < i) {
            places.pop_front();
        }
        if let Some(j) = places.front().copied().filter(|&j| j <= i + reach) {
            places.pop_front();
            is_met[j] = true;
            ours.push(*c);
        }
    }
    if ours.is_empty() {
        return 0.0;
    }
    let theirs = b.iter().zip(&is_met).filter(|(_, met)| **met).map(|(c, _)| c);
    let turned = ours.iter().zip(theirs).filter(|(p, q)| p != q).count() / 2;
    let met = count(ours.len());
    let jaro = (met / count(a.len()) + met / count(b.len()) + count(ours.len() - turned) / met) / 3.0;
    if jaro <= 0.7 {
        return jaro;
    }
    let begun = a.iter().zip(&b).take(4).take_while(|(p, q)| p == q).count();
    jaro + 0.1 * count(begun) * (1.0 - jaro)
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn likely_spellings_rank_above_others() {
        let close = similarity("jonsson", "jonson");
        assert!(close > similarity("jonsson", "petersen"));
        assert_eq!(similarity("a", "a"), Similarity::ONE);
        assert_eq!(similarity("", "a"), Similarity::ZERO);
    }

    proptest! {
        /// Oracle: the way that looks at every pair of characters.
        #[test]
        fn long_texts_compare_as_short_ones(a in "[ab cé]{0,300}", b in "[ab cé]{0,300}", cut in 0..300_usize) {
            let near: String = a.chars().enumerate().filter(|(i, _)| *i != cut && *i != cut / 2).map(|c| c.1).collect();
            for (p, q) in [(&a, &b), (&a, &near), (&near, &b)].into_iter().filter(|(p, q)| !p.is_empty() && !q.is_empty()) {
                prop_assert_eq!(jaro_winkler(p, q).to_bits(), strsim::jaro_winkler(p, q).to_bits());
            }
        }
    }
}
