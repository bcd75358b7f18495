//! Stems: what the forms of a word, and words made of it, have in common.

use std::borrow::Cow;

use super::fold;

/// Endings of inflection and derivation (Quirk and others 1985, app. I.21 to I.44), the longest first.
const ENDINGS: &[&str] = &[
    "ations", "ation", "ances", "ences", "ments", "ment", "ingly", "ings", "ally", "ance", "ence", "ions", "ing", "ion", "ers", "ors",
    "ies", "ied", "er", "or", "es", "ed", "ly", "al", "s", "e", "y",
];
/// Letters that are left at least.
const LEAST: usize = 3;

/// The stem of a word, folded: "arrest" for "Arrested", "acquisit" for "acquisitions". For comparing words, not for showing them.
///
/// O(n) in its letters.
///
/// ```
/// use claimgraph::text::stem;
///
/// assert_eq!(stem("Appointments"), stem("appointed"));
/// ```
pub fn stem(word: &str) -> Cow<'_, str> {
    let folded = fold(word);
    let cut = |w: &str| {
        let left = |e: &str| w.strip_suffix(e).filter(|s| s.len() >= LEAST).map(str::len);
        ENDINGS.iter().find_map(|e| left(e)).unwrap_or(w.len())
    };
    match folded {
        Cow::Borrowed(word) => Cow::Borrowed(&word[..cut(word)]),
        Cow::Owned(mut word) => {
            word.truncate(cut(&word));
            Cow::Owned(word)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for (a, b) in [
            ("ban", "bans"),
            ("banned", "Banned"),
            ("arrest", "arrests"),
            ("arrested", "arresting"),
            ("sentence", "sentences"),
            ("study", "studies"),
            ("hire", "hired"),
        ] {
            assert_eq!(stem(a), stem(b));
        }
    }

    #[test]
    fn short_words_keep_their_letters() {
        for word in ["the", "Oslo", "red", "is", "é", ""] {
            assert!(stem(word).len() >= word.chars().count().min(LEAST), "{word}");
        }
    }
}
