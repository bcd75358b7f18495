//! Sentences, paragraph by paragraph.

use super::{Span, Token, TokenKind};

/// A sentence: its place, its tokens, and whether it reads as a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// The indices of its tokens.
    pub tokens: std::ops::Range<usize>,
    /// Number of its paragraph, from 0.
    pub paragraph: usize,
    /// A paragraph of its own without a final mark: a heading, a caption, a byline.
    pub heading: bool,
}

/// Longest sentence, in tokens; what goes on is cut here, so that work that grows with the square of a sentence's length
/// stays bounded. The longest sentence of the English Web Treebank has 159 tokens.
const LONGEST: usize = 400;

/// The sentences of `text`, given its tokens. Lines that were broken to a width are joined in a [`Plain`](super::Plain) text.
///
/// A paragraph ends at a line break. Within one, a sentence ends after `.`, `!`, `?` or `…` and closing
/// quotes or brackets, if what follows does not start in lower case. O(n).
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut out: Vec<Sentence> = Vec::with_capacity(tokens.len() / 16 + 1);
    let (mut start, mut paragraph, mut opens_paragraph) = (0, 0, true);
    for i in 0..tokens.len() {
        let overlong = i + 1 - start >= LONGEST;
        let ends_paragraph = tokens.get(i + 1).is_none_or(|next| text[tokens[i].span.end..next.span.start].contains('\n'));
        if !ends_paragraph && !overlong && !ends_sentence(text, tokens, start, i) {
            continue;
        }
        let span = Span::new(tokens[start].span.start, tokens[i].span.end);
        let heading = ends_paragraph && opens_paragraph && !ends_with_stop(text, &tokens[start..=i]);
        out.push(Sentence { span, tokens: start..i + 1, paragraph, heading });
        start = i + 1;
        opens_paragraph = ends_paragraph;
        paragraph += usize::from(ends_paragraph);
    }
    out
}

fn ends_sentence(text: &str, tokens: &[Token], start: usize, i: usize) -> bool {
    let Some(next) = tokens.get(i + 1) else { return true };
    if next.span.start == tokens[i].span.end || is_closing(next.text(text), next, &tokens[i]) {
        return false;
    }
    if !ends_with_stop(text, &tokens[start..=i]) || is_number_sign(text, tokens, start, i) || is_in_date(text, tokens, start, i) {
        return false;
    }
    !next.text(text).starts_with(char::is_lowercase)
}

/// Whether the tokens end with a final mark, closing quotes and brackets aside. An abbreviation's own full stop counts
/// only for those of letters and stops ("U.S.", "p.m."), and only before a capital that opens a new thought; that is
/// too hard to tell here, so it does not count at all.
fn ends_with_stop(text: &str, tokens: &[Token]) -> bool {
    let last = tokens.iter().rev().find(|t| !matches!(t.text(text), "\"" | "”" | "’" | "'" | ")" | "]" | "»"));
    last.is_some_and(|t| t.kind == TokenKind::Mark && matches!(t.text(text), "." | "!" | "?" | "…"))
}

/// Months in full; their abbreviations have their stop within the word.
const MONTHS: &[&str] =
    &["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// "16. Nov. 2031" and "October. 2" at the end: a stop within a date. A month's stop ends a sentence where more than a day follows
/// ("It closed in October. 2 boats sank"), a number's where it is no day or no year stands behind the month.
fn is_in_date(text: &str, tokens: &[Token], start: usize, i: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |t| t.text(text));
    let is_day = |word: &str| word.len() <= 2 && word.parse::<u8>().is_ok_and(|n| (1..=31).contains(&n));
    let is_month = |word: &str| {
        let name = word.strip_suffix('.').unwrap_or(word);
        name.len() >= 3 && MONTHS.iter().any(|m| *m == name || (name.len() <= 4 && m.starts_with(name)))
    };
    let before = i.checked_sub(1).filter(|b| *b >= start).map_or("", word);
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let ends = |at: usize| tokens.get(at).is_none_or(|t| t.kind == TokenKind::Mark && matches!(t.text(text), "." | "!" | "?"));
    word(i) == "."
        && (is_day(before) && is_month(word(i + 1)) && year(word(i + 2)) || MONTHS.contains(&before) && is_day(word(i + 1)) && ends(i + 2))
}

/// "No. 1", "Nos. 4 and 5", "nrs. 4,5": the stop behind an abbreviated "number".
fn is_number_sign(text: &str, tokens: &[Token], start: usize, i: usize) -> bool {
    let word = i.checked_sub(1).filter(|w| *w >= start).map_or("", |w| tokens[w].text(text));
    matches!(word, "No" | "Nos" | "nos" | "nr" | "Nr" | "nrs" | "Nrs") && tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number)
}

fn is_closing(text: &str, next: &Token, before: &Token) -> bool {
    matches!(text, "”" | "’" | ")" | "]" | "»") || (matches!(text, "\"" | "'") && next.span.start == before.span.end)
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn split(text: &str) -> Vec<String> {
        sentences(text, &tokens(text)).iter().map(|s| s.span.of(text).to_owned()).collect()
    }

    #[test]
    fn rows() {
        for (text, expected) in [
            ("He left. She stayed.", vec!["He left.", "She stayed."]),
            ("“He left.” She stayed!", vec!["“He left.”", "She stayed!"]),
            ("The U.S. Navy and Gen. Smith met at 2 p.m. today. Then", vec!["The U.S. Navy and Gen. Smith met at 2 p.m. today.", "Then"]),
            ("It is the No. 1 seller. They agreed.", vec!["It is the No. 1 seller.", "They agreed."]),
            ("They left on 16. Nov. 2031. They stayed.", vec!["They left on 16. Nov. 2031.", "They stayed."]),
            ("They came in October. 2", vec!["They came in October. 2"]),
            ("They came in October. 2 stayed.", vec!["They came in October.", "2 stayed."]),
            ("They sent 16. November was cold.", vec!["They sent 16.", "November was cold."]),
            ("See nrs. 4 and 5.", vec!["See nrs. 4 and 5."]),
            ("It cost 3.5 million. in all", vec!["It cost 3.5 million. in all"]),
            ("Heading\nBody one. Body two.", vec!["Heading", "Body one.", "Body two."]),
        ] {
            assert_eq!(split(text), expected);
        }
    }

    #[test]
    fn headings_are_told() {
        let text = "Two dead in fire\nTwo people died.";
        let all = sentences(text, &tokens(text));
        assert!(all[0].heading && !all[1].heading);
    }
}
