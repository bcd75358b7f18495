//! The one door to string similarity.

use crate::measure::Similarity;

/// Jaro and Winkler's similarity of two folded texts: good for names and short phrases, where a common beginning counts.
///
/// Time O(|a|·|b|) in characters; give it names, not paragraphs. Winkler 1990, "String Comparator Metrics and Enhanced
/// Decision Rules in the Fellegi-Sunter Model of Record Linkage".
pub fn similarity(a: &str, b: &str) -> Similarity {
    if a == b {
        return Similarity::ONE;
    }
    Similarity::saturating(strsim::jaro_winkler(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likely_spellings_rank_above_others() {
        let close = similarity("jonsson", "jonson");
        assert!(close > similarity("jonsson", "petersen"));
        assert_eq!(similarity("a", "a"), Similarity::ONE);
        assert_eq!(similarity("", "a"), Similarity::ZERO);
    }
}
