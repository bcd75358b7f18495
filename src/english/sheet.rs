//! A whole article as the readers of incidents see it: its tokens in lower case, its sentences, names, times and numbers.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::Class;
use super::marks::{Mark, mark};
use super::names::{Chunk, View};
use super::reference::Entities;
use crate::analysis::Analysis;
use crate::normalize::{QuantitySpan, TimeSpan};
use crate::text::{Sentence, TokenKind};
use crate::words::List;

/// See the module.
pub(super) struct Page<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) analysis: &'a Analysis,
    lower: Vec<Cow<'a, str>>,
    marks: Vec<Mark>,
    pub(super) sentences: &'a [Sentence],
    pub(super) chunks: &'a [(Chunk, Option<usize>)],
    pub(super) entities: &'a Entities,
    pub(super) times: &'a [TimeSpan],
    pub(super) quantities: &'a [QuantitySpan],
}

impl<'a> Page<'a> {
    pub(super) fn new(
        view: &'a View<'a>,
        analysis: &'a Analysis,
        sentences: &'a [Sentence],
        chunks: &'a [(Chunk, Option<usize>)],
        entities: &'a Entities,
        times: &'a [TimeSpan],
        quantities: &'a [QuantitySpan],
    ) -> Self {
        let lower = |i: usize| {
            let word = view.str(i);
            if word.contains(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
        };
        let lower: Vec<Cow<'a, str>> = (0..view.tokens.len()).map(lower).collect();
        let marks = lower.iter().map(|w| mark(w)).collect();
        Self { view, analysis, lower, marks, sentences, chunks, entities, times, quantities }
    }

    /// The token at `i`, in lower case; empty past either end.
    pub(super) fn low(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", |w| w)
    }

    /// Whether the word at `i` can tell any of `any`.
    pub(super) fn marked(&self, i: usize, any: Mark) -> bool {
        self.marks.get(i).is_some_and(|m| m.is(any))
    }

    /// The token at `i` as it is written.
    pub(super) fn str(&self, i: usize) -> &str {
        self.view.str(i)
    }

    /// Whether one of `words` stands in a range.
    pub(super) fn any(&self, mut range: Range<usize>, words: &[&str]) -> bool {
        range.any(|i| words.contains(&self.low(i)))
    }

    /// Whether a word of a list stands in a range.
    pub(super) fn any_of(&self, mut range: Range<usize>, list: List) -> bool {
        range.any(|i| list.has(self.low(i)))
    }

    /// Whether `words` stand from `i` on.
    pub(super) fn reads(&self, i: usize, words: &[&str]) -> bool {
        words.iter().zip(i..).all(|(w, i)| self.low(i) == *w)
    }

    /// Whether the token begins with a capital.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.view.words.get(i).is_some_and(|w| w.capital) && self.is_word(i)
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        self.view.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// A number in figures, up to 999, or a number word up to twenty.
    pub(super) fn number(&self, i: usize) -> Option<i64> {
        let word = self.low(i);
        if self.view.tokens.get(i)?.kind == TokenKind::Number {
            return word.parse().ok().filter(|n| (1..1000).contains(n));
        }
        number_word(word)
    }

    /// "23 - year - old", "a 6 month old": years where years are told, and how many tokens it has.
    pub(super) fn year_old(&self, i: usize) -> Option<(Option<i64>, usize)> {
        let n = self.number(i)?;
        let mut at = i + 1;
        at += usize::from(self.low(at) == "-");
        let unit = self.low(at);
        if !matches!(unit, "year" | "years" | "month" | "months" | "week" | "weeks" | "day" | "days") {
            return None;
        }
        at += 1;
        at += usize::from(self.low(at) == "-");
        (self.low(at) == "old" || self.low(at) == "olds").then(|| (Some(n).filter(|_| unit.starts_with("year")), at + 1 - i))
    }

    /// Whether a group of people begins at `i`: a number, an article or a name; what it begins with.
    pub(super) fn group_opens(&self, i: usize) -> Option<&str> {
        let word = self.low(i);
        let opens = self.number(i).is_some()
            || self.view.is(i, Class::AN.or(Class::HIS).or(Class::THE))
            || self.capital(i)
            || matches!(word, "at" | "several" | "multiple" | "as" | "more");
        opens.then_some(word)
    }

    /// A word of a hedge before a number.
    pub(super) fn hedge(&self, i: usize) -> bool {
        match self.low(i) {
            "at" => matches!(self.low(i + 1), "least" | "most"),
            "least" | "most" => self.low(i.wrapping_sub(1)) == "at",
            "as" => matches!(self.low(i + 1), "many" | "few") || matches!(self.low(i.wrapping_sub(1)), "many" | "few"),
            "many" | "few" => self.low(i.wrapping_sub(1)) == "as",
            "more" | "fewer" | "less" => self.low(i + 1) == "than",
            "than" => matches!(self.low(i.wrapping_sub(1)), "more" | "fewer" | "less"),
            "about" | "around" | "nearly" | "almost" | "up" | "some" | "roughly" | "approximately" => {
                self.number(i + 1).is_some() || self.low(i + 1) == "to"
            }
            "to" => self.low(i.wrapping_sub(1)) == "up",
            _ => false,
        }
    }

    /// Where the clause of a token begins: behind the last comma, mark or conjunction before it.
    pub(super) fn clause_start(&self, sentence: &Range<usize>, at: usize) -> usize {
        let opens = |i: usize| matches!(self.low(i), "," | ";" | ":" | "—" | "–" | "but" | "(" | "\"");
        (sentence.start..at).rev().find(|i| opens(*i)).map_or(sentence.start, |i| i + 1)
    }

    /// The times of a sentence.
    pub(super) fn times_of(&self, sentence: &Range<usize>) -> &'a [TimeSpan] {
        let from = self.times.partition_point(|t| t.tokens.start < sentence.start);
        let to = self.times.partition_point(|t| t.tokens.start < sentence.end);
        self.times.get(from..to.max(from)).unwrap_or(&[])
    }

    /// The names of a sentence.
    pub(super) fn chunks_of(&self, sentence: &Range<usize>) -> &'a [(Chunk, Option<usize>)] {
        let from = self.chunks.partition_point(|c| c.0.tokens.start < sentence.start);
        let to = self.chunks.partition_point(|c| c.0.tokens.start < sentence.end);
        self.chunks.get(from..to.max(from)).unwrap_or(&[])
    }

    /// The quantity that holds a token.
    pub(super) fn quantity(&self, i: usize) -> Option<&'a QuantitySpan> {
        let to = self.quantities.partition_point(|q| q.tokens.start <= i);
        self.quantities[..to].iter().rev().take(3).find(|q| q.tokens.contains(&i))
    }
}

/// A number word up to twenty.
pub(super) fn number_word(word: &str) -> Option<i64> {
    NUMBERS.split_whitespace().zip(1..).find(|(w, _)| *w == word).map(|(_, n)| n)
}

const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
     nineteen twenty";
