//! Texts in capitals: "FIRE AT A PAPER MILL IN OSK KILLED 14 PEOPLE ON MONDAY." Where everything is a capital no capital tells a name.
//!
//! Such a text is read in letters of both cases: words that are common in English are small, sentences open with a capital, months, days,
//! titles and known places have theirs, and so has every word that no list knows, as most of those are names. Characters keep their
//! places, so that quotes are those of the text as given. A line that has no full stop, in an article that is not all in capitals, is a
//! heading and stays as it is.
//!
//! Not known here: a surname that is a common word, an acronym that is one, a common word that no list has.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::gazetteer;
use super::lexicon::{Class, Word, look_up};
use crate::normalize::is_number_word;
use crate::ontology::noun_class;
use crate::text::{Token, TokenKind, tokens};
use crate::words::List;

/// Words that English texts have in small letters.
static COMMON: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/common-words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(' ')).collect()
});
/// Small letters that a text in capitals may have: one in so many ("McKAY").
const FEW: usize = 20;
/// Words at least of a paragraph in capitals in another text, and letters of any line.
const WORDS: usize = 8;
const LETTERS: usize = 8;
/// One part in so many of a text may be paragraphs in capitals. More of them beside prose are captions of speech, with slips in every line,
/// of what the prose tells as well.
const PART: usize = 3;
/// Unknown words of so many letters that stand alone may be acronyms.
const ACRONYM: usize = 3;
/// Letters of the shortest noun that is taken from the dictionary.
const NOUN: usize = 5;
const NUMERALS: &[&str] = &["II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"];

/// The text in letters of both cases, where all of it or a paragraph is in capitals; none where it can be read as it is. Every
/// character keeps its length. O(n).
pub(super) fn recased(text: &str) -> Option<String> {
    let whole = is_in_capitals(text);
    let chosen = |line: &str| is_in_capitals(line) && (whole || is_paragraph(line));
    let mut at = 0;
    let mut lines: Vec<(usize, &str)> = Vec::new();
    for line in text.split_inclusive('\n') {
        if chosen(line) {
            lines.push((at, line));
        }
        at += line.len();
    }
    let letters: usize = lines.iter().map(|(_, line)| line.len()).sum();
    if lines.is_empty() || (!whole && letters * PART > text.len()) {
        return None;
    }
    let mut out = text.to_owned();
    for (at, line) in lines {
        out.replace_range(at..at + line.len(), &Line::of(line).cased());
    }
    Some(out)
}

fn is_in_capitals(text: &str) -> bool {
    let (mut small, mut large) = (0, 0);
    for c in text.chars() {
        small += usize::from(c.is_lowercase());
        large += usize::from(c.is_uppercase());
        // Most texts are told by their first word.
        if small > 8 && small * FEW > text.len() {
            return false;
        }
    }
    large >= LETTERS && small * FEW <= large
}

/// Sentences, not a heading.
fn is_paragraph(line: &str) -> bool {
    let end = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ')'));
    end.ends_with(['.', '!', '?']) && line.split_whitespace().filter(|w| w.starts_with(char::is_alphabetic)).count() >= WORDS
}

/// What a word is written with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Small,
    Name,
    AsGiven,
}

/// A line with its words.
struct Line<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The line with a capital at the head of each word alone.
    titled: String,
}

impl<'a> Line<'a> {
    fn of(text: &'a str) -> Self {
        let tokens = tokens(text);
        let mut titled = text.to_owned();
        for token in tokens.iter().filter(|t| t.kind == TokenKind::Word) {
            write(&mut titled, *token, Case::Name);
        }
        Self { text, tokens, titled }
    }

    fn str(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.text(self.text))
    }

    fn lower(&self, i: usize) -> String {
        self.str(i).to_lowercase()
    }

    fn is_word(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
    }

    fn cased(&self) -> String {
        let mut out = self.text.to_owned();
        let mut opens = true;
        let mut at = 0;
        while at < self.tokens.len() {
            let token = self.tokens[at];
            match token.kind {
                TokenKind::Word => {
                    let places = self.place(at);
                    for i in at..at + places.max(1) {
                        let case = if places > 0 && self.is_word(i) { Case::Name } else { self.case(i) };
                        write(&mut out, self.tokens[i], if opens && case == Case::Small { Case::Name } else { case });
                        opens = false;
                    }
                    at += places.saturating_sub(1);
                }
                TokenKind::Clitic => write(&mut out, token, Case::Small),
                TokenKind::Mark => opens = opens && !matches!(self.str(at), "," | ";") || matches!(self.str(at), "." | "!" | "?"),
                TokenKind::Number => opens = false,
            }
            at += 1;
        }
        out
    }

    /// How many tokens of a known place begin here; those that are written in capitals anyhow are not among them.
    fn place(&self, at: usize) -> usize {
        let function = look_up(self.str(at)).class != Class::default();
        gazetteer::at(&self.titled, &self.tokens, at).map_or(0, |(length, _)| if length == 1 && function { 0 } else { length })
    }

    fn case(&self, at: usize) -> Case {
        let (word, lower) = (self.str(at), self.lower(at));
        let before = at.checked_sub(1).map_or_else(String::new, |i| self.lower(i));
        let number = |i: usize| self.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
        let dated = || List::BeforeMay.has(&before) || number(at + 1) || number(at.wrapping_sub(1));
        if matches!(&*lower, "a.m." | "p.m.") {
            return Case::Small;
        }
        if List::SureCalendar.has(&lower) || look_up(word).class.is(Class::HONORIFIC) || (matches!(&*lower, "may" | "march") && dated()) {
            return Case::Name;
        }
        let known = gazetteer::at(self.text, &self.tokens, at).is_some();
        if known || word == "I" || NUMERALS.contains(&word) || word.contains(|c: char| c.is_ascii_digit() || c == '.') {
            return Case::AsGiven;
        }
        if is_common(&lower) {
            return Case::Small;
        }
        let unknown = |i: usize| self.is_word(i) && !is_common(&self.lower(i));
        let in_run = unknown(at + 1) || (at > 0 && unknown(at - 1));
        if !in_run && word.chars().count() <= ACRONYM { Case::AsGiven } else { Case::Name }
    }
}

/// Whether a word in small letters is one of English, or a form of one.
fn is_common(lower: &str) -> bool {
    // Of the short nouns that a dictionary has hardly any is met in news.
    let men = |word: &str| word.strip_suffix("men").is_some_and(|stem| noun_class(&format!("{stem}man")).is_some());
    let noun = |word: &str| word.len() >= NOUN && (noun_class(word).is_some() || men(word));
    let listed = |word: &str| look_up(word) != Word::default() || COMMON.contains(word) || noun(word) || is_number_word(word);
    let stem = ["ed", "ing", "ly", "es", "d"].iter().filter_map(|ending| lower.strip_suffix(ending)).filter(|stem| stem.len() > 3);
    let with_e = |stem: &str| listed(&format!("{stem}e"));
    listed(lower) || stem.clone().any(|stem| listed(stem) || with_e(stem))
}

/// Writes a word in another case, letter by letter, where that has the same length.
fn write(out: &mut String, token: Token, case: Case) {
    if case == Case::AsGiven {
        return;
    }
    let range = token.span.start..token.span.end;
    let mut cased = String::with_capacity(range.len());
    let mut first = case == Case::Name;
    for c in out[range.clone()].chars() {
        let mut lower = c.to_lowercase();
        let one = lower.next().filter(|l| lower.next().is_none() && l.len_utf8() == c.len_utf8() && !first);
        cased.push(one.unwrap_or(c));
        // "O'BRIEN": what stands behind the mark is a head too.
        first = first && !c.is_alphabetic();
    }
    out.replace_range(range, &cased);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_capitals() {
        for (text, cased) in [
            (
                "FIRE AT A PAPER MILL IN KELVARA KILLED 14 PEOPLE ON MONDAY, POLICE SAID. PRIME MINISTER HEDDA LUNDE MET TOMAS ARVELO IN OSLO.",
                "Fire at a paper mill in Kelvara killed 14 people on Monday, police said. Prime minister Hedda Lunde met Tomas Arvelo in Oslo.",
            ),
            (
                "THE U.S. ENVOY MAY GO TO NEW ZEALAND IN MAY, MR BRANDT'S AIDES SAID.",
                "The U.S. envoy may go to New Zealand in May, Mr Brandt's aides said.",
            ),
            (
                "NORWEGIAN SOLDIERS QUICKLY LEFT. THEY HAD STAYED THREE WEEKS.",
                "Norwegian soldiers quickly left. They had stayed three weeks.",
            ),
            ("THE FBI AND THE UK SAID NO ON 3 MARCH.", "The FBI and the UK said no on 3 March."),
        ] {
            assert_eq!(recased(text).as_deref(), Some(cased));
            assert_eq!(text.len(), cased.len());
        }
    }

    #[test]
    fn paragraphs_and_headings() {
        let prose =
            "The fire broke out on Monday. It went on for hours, and smoke was seen from the other side of the bay until night fell.";
        let text = format!("FIRE KILLS 14 IN OSK\n\n{prose}\n\nPOLICE SAID THAT NOBODY ELSE WAS IN THE MILL.\n");
        let cased = format!("FIRE KILLS 14 IN OSK\n\n{prose}\n\nPolice said that nobody else was in the mill.\n");
        assert_eq!(recased(&text), Some(cased));
        let captions = "POLICE SAID THAT NOBODY ELSE WAS IN THE MILL THEN. ".repeat(3);
        assert_eq!(recased(&format!("{prose}\n\n{captions}")), None);
        for text in ["", "The fire broke out.", "UPDATE", "FIRE KILLS 14 IN OSK\n\nThe fire broke out on Monday, and nobody was hurt."] {
            assert_eq!(recased(text), None);
        }
    }
}
