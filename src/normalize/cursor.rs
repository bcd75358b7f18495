//! A view of one sentence's tokens: safe look-ahead and look-back.

use std::cell::Cell;
use std::ops::Range;

use super::lexicon::{self, Lex};
use crate::text::{Span, Token, TokenKind};

/// The tokens of one sentence. Every index is allowed; outside the sentence a token is empty.
pub(super) struct Cursor<'a> {
    text: &'a str,
    tokens: &'a [Token],
    pub(super) start: usize,
    pub(super) end: usize,
    /// The last look-up: rules ask for one token's meanings many times in a row.
    last: Cell<(usize, &'static [Lex])>,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], range: Range<usize>) -> Self {
        let end = range.end.min(tokens.len());
        Self { text, tokens, start: range.start.min(end), end, last: Cell::new((usize::MAX, &[])) }
    }

    /// The same, where the sentence ends before `end`.
    pub(super) fn until(&self, end: usize) -> Self {
        Self { text: self.text, tokens: self.tokens, start: self.start, end: end.min(self.end), last: Cell::new((usize::MAX, &[])) }
    }

    fn token(&self, at: usize) -> Option<Token> {
        (at >= self.start && at < self.end).then(|| self.tokens[at])
    }

    /// The token's text.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |t| t.text(self.text))
    }

    /// The text of the token before, or `""` at the sentence's start.
    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |i| self.word(i))
    }

    /// What stands between the token and the one before: white space or nothing.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let before = at.checked_sub(1).and_then(|i| self.token(i));
        let (Some(before), Some(token)) = (before, self.token(at)) else { return "" };
        self.text.get(before.span.end..token.span.start).unwrap_or("")
    }

    /// The text from a byte of the token to the end of the text.
    pub(super) fn rest(&self, at: usize, from: usize) -> &'a str {
        self.token(at).and_then(|t| self.text.get(t.span.start + from..)).unwrap_or("")
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|t| t.kind)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether the token is this word, in any case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|w| word.eq_ignore_ascii_case(w))
    }

    /// What the token can mean.
    pub(super) fn lex(&self, at: usize) -> &'static [Lex] {
        if self.last.get().0 != at {
            let found = if self.is_word(at) { lexicon::meanings(self.word(at)) } else { &[] };
            self.last.set((at, found));
        }
        self.last.get().1
    }

    /// The token's meaning that `pick` accepts.
    pub(super) fn find<T>(&self, at: usize, pick: impl Fn(Lex) -> Option<T>) -> Option<T> {
        self.lex(at).iter().find_map(|l| pick(*l))
    }

    /// Whether no white space stands before the token.
    pub(super) fn touches(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|i| self.token(i));
        matches!((before, self.token(at)), (Some(a), Some(b)) if a.span.end == b.span.start)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.is_word(at) && self.word(at).starts_with(char::is_lowercase)
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "‐" | "‑" | "‒" | "–" | "—" | "−")
    }

    /// A hyphen that joins two words: no space on either side.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "‐" | "‑" | "–") && self.touches(at) && self.touches(at + 1)
    }

    /// The index after a hyphen, if one stands here, else the index itself.
    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.is_hyphen(at))
    }

    /// Matches words one a token; gives the index after them.
    #[inline]
    pub(super) fn words(&self, at: usize, words: &str) -> Option<usize> {
        // One byte rules most rows out before any is split.
        let opens = |text: &str| text.bytes().next().map(|b| b.to_ascii_lowercase());
        if opens(self.word(at)) != opens(words) {
            return None;
        }
        let mut i = at;
        for word in words.split(' ') {
            if !self.is(i, word) {
                return None;
            }
            i += 1;
        }
        Some(i)
    }

    /// Whether `from..to` is all of the text, but for a mark in front and final marks: what is written alone, with no prose around
    /// it, is a number before it is anything else.
    pub(super) fn is_whole(&self, from: usize, to: usize) -> bool {
        let all = self.start == 0 && self.end == self.tokens.len();
        let mark = |i: usize| self.kind(i) == Some(TokenKind::Mark);
        all && from <= 2 && (0..from).all(mark) && (to..self.end).all(|i| matches!(self.word(i), "." | "?" | "!" | ")"))
    }

    /// The bytes of a run of tokens.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        match (self.token(tokens.start), tokens.end.checked_sub(1).and_then(|i| self.token(i))) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::new(0, 0),
        }
    }
}
