//! Texts without what typesetters and language models change in passing: the form of quotation marks, apostrophes and dashes, the
//! kind and number of spaces, soft hyphens. A quote that differs from its article in these alone is found, and the article's own
//! characters are kept.

use rustc_hash::FxHashMap;

use crate::text::{Plain, Span, is_unseen};

/// A text folded, and for each of its bytes the stretch of the original that it came from.
#[derive(Debug)]
pub(super) struct Folded {
    pub(super) text: String,
    from: Vec<(u32, u32)>,
}

/// What a character is folded to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A run of such characters is one.
    Run(char),
    Dots,
    Itself(char),
}

/// Unicode 15.0: the properties Quotation_Mark, Dash and White_Space; the primes and accents that typists put for quotation marks. What
/// nobody sees, and the forms of letters, the plain text has settled.
fn class(c: char) -> Class {
    match c {
        '"'
        | '\''
        | '`'
        | '\u{AB}'
        | '\u{B4}'
        | '\u{BB}'
        | '\u{2BC}'
        | '\u{2018}'..='\u{201F}'
        | '\u{2032}'
        | '\u{2033}'
        | '\u{2039}'
        | '\u{203A}'
        | '\u{300C}'..='\u{300F}'
        | '\u{FF02}'
        | '\u{FF07}' => Class::Run('"'),
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => Class::Run('-'),
        '\u{2026}' => Class::Dots,
        c if c.is_whitespace() => Class::Run(' '),
        c => Class::Itself(c),
    }
}

impl Folded {
    /// O(n log n).
    pub(super) fn new(given: &str) -> Self {
        let plain = Plain::of(given);
        let text = plain.text();
        let mut folded = Self { text: String::with_capacity(text.len()), from: Vec::with_capacity(text.len()) };
        let mut open: Option<char> = None;
        // A plain text has no blank at its ends; the words before a quote end with one.
        let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
        if blank(given.chars().find(|c| !is_unseen(*c))) {
            open = Some(' ');
            folded.push(' ', (0, place(plain.given(Span::new(0, 1)).start)));
        }
        for (at, c) in text.char_indices() {
            let from = plain.given(Span::new(at, at + c.len_utf8()));
            let (start, end) = (place(from.start), place(from.end));
            match class(c) {
                Class::Run(one) if open == Some(one) => {
                    if let Some(last) = folded.from.last_mut() {
                        last.1 = end;
                    }
                    continue;
                }
                Class::Run(one) => {
                    open = Some(one);
                    folded.push(one, (start, end));
                    continue;
                }
                Class::Dots => "...".chars().for_each(|dot| folded.push(dot, (start, end))),
                Class::Itself(c) => folded.push(c, (start, end)),
            }
            open = None;
        }
        if open != Some(' ') && blank(given.chars().rev().find(|c| !is_unseen(*c))) {
            let last = folded.from.last().map_or(0, |f| f.1);
            folded.push(' ', (last, place(given.len())));
        }
        folded
    }

    fn push(&mut self, c: char, from: (u32, u32)) {
        self.text.push(c);
        self.from.resize(self.text.len(), from);
    }

    /// Where a stretch of the folded text stands in the original.
    pub(super) fn span(&self, at: usize, len: usize) -> Option<Span> {
        let (first, last) = (self.from.get(at)?, self.from.get((at + len).checked_sub(1)?)?);
        Some(Span::new(first.0 as usize, last.1 as usize))
    }
}

/// Texts of more than 4 GiB are cut off here: behind that nothing is found.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether two texts are one when folded.
pub(super) fn same(a: &str, b: &str) -> bool {
    Folded::new(a).text.trim() == Folded::new(b).text.trim()
}

/// The words of a text, each as a number: the same for the same words.
#[derive(Debug)]
pub(super) struct Words {
    all: Vec<(Span, u32)>,
    numbers: FxHashMap<String, u32>,
}

/// So many words of a quote are looked at.
const LOOKED_AT: usize = 200;

impl Words {
    /// O(n).
    pub(super) fn of(text: &str) -> Self {
        let mut numbers = FxHashMap::default();
        let all = words(text).map(|(span, word)| (span, number(&mut numbers, word))).collect();
        Self { all, numbers }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// A passage that shares most of its words with `quote`: of equally near ones the first. Quotes of one or two words are near
    /// to too much.
    ///
    /// A window of as many words as the quote has is moved over the text; O(n) in both.
    pub(super) fn nearest(&self, quote: &str) -> Option<Span> {
        let wanted: Vec<Option<u32>> = words(quote).map(|(_, w)| self.numbers.get(&w).copied()).take(LOOKED_AT).collect();
        if wanted.len() < 3 {
            return None;
        }
        let mut counts: FxHashMap<u32, (i32, i32)> = FxHashMap::default();
        for word in wanted.iter().flatten() {
            counts.entry(*word).or_default().0 += 1;
        }
        let (mut shared, mut best) = (0, (0, 0));
        for (i, (_, word)) in self.all.iter().enumerate() {
            if let Some((wanted, seen)) = counts.get_mut(word) {
                *seen += 1;
                shared += i32::from(*seen <= *wanted);
            }
            if let Some(gone) = i.checked_sub(wanted.len())
                && let Some((wanted, seen)) = counts.get_mut(&self.all[gone].1)
            {
                shared -= i32::from(*seen <= *wanted);
                *seen -= 1;
            }
            if shared > best.0 {
                best = (shared, i);
            }
        }
        let enough = usize::try_from(best.0).is_ok_and(|n| n * 5 >= wanted.len() * 3);
        let first = (best.1 + 1).saturating_sub(wanted.len());
        enough.then(|| self.all[first].0.join(self.all[best.1].0))
    }
}

fn number(numbers: &mut FxHashMap<String, u32>, word: String) -> u32 {
    let next = place(numbers.len());
    *numbers.entry(word).or_insert(next)
}

/// The words of a text in small letters, and where they stand.
fn words(text: &str) -> impl Iterator<Item = (Span, String)> {
    let letter = |c: char| c.is_alphanumeric();
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(letter)?;
        let end = text[start..].find(|c| !letter(c)).map_or(text.len(), |i| start + i);
        rest = end;
        Some((Span::new(start, end), text[start..end].to_lowercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The plainest form of each text, and where its first and last character came from.
    #[test]
    fn plain_forms() {
        for (given, folded, first, last) in [
            ("ab", "ab", (0, 1), (1, 2)),
            ("  ab", " ab", (0, 2), (3, 4)),
            ("ab  ", "ab ", (0, 1), (2, 4)),
            ("\u{ad} ab", " ab", (0, 3), (4, 5)),
            ("“ab”", "\"ab\"", (0, 3), (5, 8)),
            ("''ab", "\"ab", (0, 2), (3, 4)),
            ("a – b", "a - b", (0, 1), (6, 7)),
            ("a--b", "a-b", (0, 1), (3, 4)),
            ("ab…", "ab...", (0, 1), (2, 5)),
            ("a  b", "a b", (0, 1), (3, 4)),
            ("a \n b", "a b", (0, 1), (4, 5)),
            ("a-'b", "a-\"b", (0, 1), (3, 4)),
        ] {
            let found = Folded::new(given);
            let span = |at: usize| found.span(at, 1).map(|s| (s.start, s.end));
            assert_eq!((found.text.as_str(), span(0), span(found.text.len() - 1)), (folded, Some(first), Some(last)), "{given:?}");
            assert_eq!(span(found.text.len()), None, "{given:?}");
        }
        assert!(same("“We left.”", "''We left.'' ") && !same("we left", "we  left!"));
    }

    /// Of equally near passages the first; three of five words at least.
    #[test]
    fn nearest_passages() {
        let words = Words::of("One two three four five. One two three four six. Seven.");
        assert_eq!(words.len(), 11);
        let found = |quote: &str| words.nearest(quote).map(|s| (s.start, s.end));
        assert_eq!(found("one two three"), Some((0, 13)));
        assert_eq!(found("one two three four six"), Some((25, 47)));
        assert_eq!(found("x two three four y"), Some((0, 18)));
        assert_eq!(found("x two three y z"), None);
        assert_eq!(found("one two"), None);
        assert_eq!(found("four six seven"), Some((39, 54)));
        assert_eq!(found("two two two"), None);
    }
}
