//! The text of a mention as a page would print it: words parted by blanks for a program are put together again.

use crate::words::List;

/// What stands close behind the word before it.
const CLOSE_BEHIND: &[char] = &[',', '.', ';', ':', ')', ']', '!', '?', '%'];

/// A text as it is printed. Corpora part marks from words: "Dr . Ada Lund" is "Dr. Ada Lund", "the firm 's owner" "the firm's owner".
pub(super) fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::with_capacity(text.len());
    let mut close = true;
    for (i, word) in words.iter().enumerate() {
        let next = words.get(i + 1);
        let is_close = word.starts_with(CLOSE_BEHIND) && word.chars().all(|c| CLOSE_BEHIND.contains(&c))
            || is_possessive(word)
            || is_apostrophe(word) && next.is_some_and(|n| *n == "s")
            || *word == "s" && i > 0 && is_apostrophe(words[i - 1])
            || is_hyphen(word)
            || i > 1 && words[i - 1] == "." && List::FileEndings.has(word);
        if !(close || is_close) {
            out.push(' ');
        }
        out.push_str(word);
        close = matches!(*word, "(" | "[" | "$" | "#" | "@") || is_hyphen(word);
    }
    let parted = words.len() > 1 && words.last() == Some(&".");
    let text = bare(&out);
    let last = text.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
    // The stop of a sentence, and not that of an initial or an abbreviation.
    let is_sentence = parted && last.chars().filter(|c| c.is_alphabetic()).count() > 3 && !List::Abbreviations.has_any_case(last);
    if is_sentence { text.trim_end_matches('.').to_owned() } else { text.to_owned() }
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'S" | "’S")
}

fn is_apostrophe(word: &str) -> bool {
    matches!(word, "'" | "’")
}

fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "‐")
}

/// Without the quotation marks, blanks and commas around it.
fn bare(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let marks: &[char] = &['"', '“', '”', '„', '‘', '`', ',', ';', ':', ' ', '-', '–', '—', '*'];
        let mut inner = text.trim_matches(marks).trim_start_matches(['\'', '’']);
        // A single mark behind a word is an apostrophe ("the Gulls' owner"), unless one opened the text.
        if text.starts_with(['\'', '‘']) {
            inner = inner.trim_end_matches(['\'', '’']);
        }
        let inner = inner.trim_end_matches("''");
        if inner == text || inner.is_empty() {
            return if inner.is_empty() { text } else { inner };
        }
        text = inner;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows() {
        for (text, printed) in [
            ("Dr . Ada Lund", "Dr. Ada Lund"),
            ("the U . S . envoy", "the U. S. envoy"),
            ("Port Osk 's harbour board", "Port Osk's harbour board"),
            ("Port Osk ’ s harbour board", "Port Osk’s harbour board"),
            ("Tidal Office ( TO", "Tidal Office (TO"),
            ("Quill - Mart", "Quill-Mart"),
            ("'Ada Lund", "Ada Lund"),
            ("''The Osk Herald''", "The Osk Herald"),
            ("the Gulls'", "the Gulls'"),
            ("Velmar Inc.,", "Velmar Inc."),
            ("the Osk Harbour .", "the Osk Harbour"),
            ("Velmar Inc .", "Velmar Inc."),
            ("Quay . com", "Quay.com"),
            ("!", "!"),
        ] {
            assert_eq!(tidy(text), printed, "{text}");
        }
    }
}
