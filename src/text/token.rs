//! Tokens: words, numbers, marks.

use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner digits ("G20") or the full stops of an abbreviation ("U.S.", "Gen.").
    Word,
    /// Digits, with grouping and decimal marks or a clock's colon ("1,200.5", "14:25").
    Number,
    /// An apostrophe and what it contracts ("’s", "n’t" as "’t").
    Clitic,
    /// Any other character that is not white space, one a token.
    Mark,
}

/// A token: its place, and what it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Token {
    /// The token's text.
    #[inline]
    pub fn text(self, text: &str) -> &str {
        self.span.of(text)
    }
}

/// Abbreviations whose full stop belongs to the word. Titles, ranks, months, and forms of company; the Chicago Manual
/// of Style's lists (17th edition, 10.11, 10.39, 10.69), without what is also a common word at a sentence's end.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "assn", "aug", "ave", "bros", "brig", "capt", "cmdr", "co", "col", "corp", "dec", "dept", "dr", "est", "etc", "feb",
    "gen", "gov", "hon", "inc", "jan", "jr", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "nov", "oct", "prof", "rep", "reps",
    "rev", "rs", "sen", "sens", "sept", "sgt", "sr", "st", "supt", "vs",
];

/// Whether a straight quotation mark at `i` opens what is quoted: it touches what follows and not what stands before, a bracket or a
/// dash aside. Where pages were stripped the blank may have moved: of `"It is late, "said Brandt` the second closes, for one is open.
pub(crate) fn opens_quote(text: &str, tokens: &[Token], i: usize) -> bool {
    if !is_spaced_to_open(text, tokens, i) {
        return false;
    }
    // The marks before it that are spaced to open as well, each of which closes the one before it.
    let mut before = 0;
    let mut at = i;
    if tokens[i].text(text) == "\"" && !is_first_of_line(text, tokens, i) {
        while let Some(mark) = (at.saturating_sub(LONGEST_QUOTE)..at).rev().find(|j| tokens[*j].text(text) == "\"") {
            if before == MARKS || !is_spaced_to_open(text, tokens, mark) {
                break;
            }
            before += 1;
            at = mark;
            if is_first_of_line(text, tokens, mark) {
                break;
            }
        }
    }
    before % 2 == 0
}

/// So many tokens before a quotation mark another one is looked for, and so many marks one after the other.
const LONGEST_QUOTE: usize = 120;
const MARKS: usize = 8;

fn is_spaced_to_open(text: &str, tokens: &[Token], i: usize) -> bool {
    let touches = |a: usize, b: usize| matches!((tokens.get(a), tokens.get(b)), (Some(x), Some(y)) if x.span.end == y.span.start);
    let before = i.checked_sub(1).filter(|b| touches(*b, i)).map_or("", |b| tokens[b].text(text));
    tokens.get(i).is_some_and(|t| matches!(t.text(text), "\"" | "'"))
        && touches(i, i + 1)
        && matches!(before, "" | "(" | "[" | "—" | "–" | "-")
}

/// Whether a token stands first in its line: there a quotation mark opens, and a paragraph of a longer quotation does so again.
fn is_first_of_line(text: &str, tokens: &[Token], i: usize) -> bool {
    let from = i.checked_sub(1).map_or(0, |b| tokens[b].span.end);
    i == 0 || text[from..tokens[i].span.start].contains('\n')
}

/// The tokens of `text` in order. Their spans do not overlap, and between them lies only white space.
///
/// O(n) in the bytes of `text`; allocates only the returned list.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (end, kind) = match c {
            c if c.is_ascii_digit() => (number_end(text, at), TokenKind::Number),
            c if c.is_alphanumeric() => (word_end(text, at), TokenKind::Word),
            '\'' | '’' if at > 0 && clitic_end(text, at).is_some() => (clitic_end(text, at).unwrap_or(at), TokenKind::Clitic),
            c => (at + c.len_utf8(), TokenKind::Mark),
        };
        out.push(Token { span: Span::new(at, end), kind });
        at = end;
    }
    out
}

fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let in_list = start >= 2 && bytes[start - 1] == b',' && bytes[start - 2].is_ascii_digit();
    let (mut at, mut commas, mut first, mut places) = (start, 0_usize, start, 0);
    loop {
        let group = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        places = if group == start || bytes[group - 1] == b',' { at - group } else { places };
        let joins = at + 1 < bytes.len() && matches!(bytes[at], b'.' | b',' | b':') && bytes[at + 1].is_ascii_digit();
        if !joins || (in_list && bytes[at] == b',') {
            break;
        }
        if bytes[at] == b',' {
            first = if commas == 0 { at } else { first };
            commas += 1;
        }
        at += 1;
    }
    // "22,24,26": groups of thousands end in three digits, and one number has no two decimal marks. So these are several numbers.
    if commas > 1 && places != 3 { first } else { at }
}

fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    for (offset, c) in text[start..].char_indices() {
        if !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c) {
            break;
        }
        end = start + offset + c.len_utf8();
    }
    if text[end..].starts_with('.') {
        if let Some(dotted) = dotted_end(text, start) {
            return dotted;
        }
        let word = &text[start..end];
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
        if initial || is_abbreviation(word) {
            return end + 1;
        }
    }
    end
}

fn is_abbreviation(word: &str) -> bool {
    word.len() <= 6
        && word.starts_with(|c: char| c.is_ascii_uppercase() || c == 'e' || c == 'v')
        && ABBREVIATIONS.iter().any(|a| a.eq_ignore_ascii_case(word))
}

/// The end of single letters each followed by a full stop: "U.S.", "p.m.", at least two of them.
fn dotted_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    while at + 1 < bytes.len() && bytes[at].is_ascii_alphabetic() && bytes[at + 1] == b'.' {
        at += 2;
    }
    let followed = bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    if at >= start + 4 && !followed {
        return Some(at);
    }
    // "U.S" before other punctuation, and "Ph.D." like forms, are left as they are.
    None
}

fn clitic_end(text: &str, at: usize) -> Option<usize> {
    if !text[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mark = text[at..].chars().next()?;
    let letters = &text[at + mark.len_utf8()..];
    let len = letters.bytes().take_while(u8::is_ascii_alphabetic).count();
    let known = ["s", "t", "re", "ve", "ll", "d", "m"].iter().any(|c| letters[..len].eq_ignore_ascii_case(c));
    known.then_some(at + mark.len_utf8() + len)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn rows() {
        for (text, expected) in [
            ("China’s US-led talks", vec!["China", "’s", "US", "-", "led", "talks"]),
            ("at 14:25, $1.2bn", vec!["at", "14:25", ",", "$", "1.2", "bn"]),
            ("the U.S. said. Then", vec!["the", "U.S.", "said", ".", "Then"]),
            ("Gen. A. Smith won 3,000.", vec!["Gen.", "A.", "Smith", "won", "3,000", "."]),
            ("22,24,31 of 1,20,000", vec!["22", ",", "24", ",", "31", "of", "1,20,000"]),
            ("1,3 or 7,250,310.5", vec!["1,3", "or", "7,250,310.5"]),
            ("“No,” don't", vec!["“", "No", ",", "”", "don", "'t"]),
            ("the workers' G20 9th", vec!["the", "workers", "'", "G20", "9", "th"]),
            ("at 2 p.m. on", vec!["at", "2", "p.m.", "on"]),
        ] {
            assert_eq!(split(text), expected);
        }
    }

    /// Of each quotation mark whether it opens.
    #[test]
    fn quotation_marks_open_and_close_in_turn() {
        for (text, expected) in [
            (r#""It is late," said Brandt. "We go.""#, "+-+-"),
            (r#""It is late, "said Brandt. "We go. ""#, "+-+-"),
            (r#"He said, "it is late, "and left. She called it "odd, "he said."#, "+-+-"),
            // Of two sentences, each in its line.
            ("\"It is late.\nWe go, \"said Brandt.\nThe \"old\" one stays.", "+-+-"),
            // Each paragraph of one quotation opens anew.
            ("\"It is late.\n\"We go,\" said Brandt.", "++-"),
            (r#"the so-called ("big") bang"#, "+-"),
        ] {
            let all = tokens(text);
            let marks = (0..all.len()).filter(|i| all[*i].text(text) == "\"");
            let found: String = marks.map(|i| if opens_quote(text, &all, i) { '+' } else { '-' }).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn tokens_cover_all_but_white_space(text in "\\PC{0,200}") {
            let mut at = 0;
            for token in tokens(&text) {
                prop_assert!(text[at..token.span.start].chars().all(char::is_whitespace));
                prop_assert!(!token.span.is_empty());
                at = token.span.end;
            }
            prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
