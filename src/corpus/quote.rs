//! Quotes that stand verbatim in an article.

use std::sync::Arc;

use crate::text::{CharIndex, Span};

/// How many characters of context a quote carries on each side.
const CONTEXT: usize = 24;

/// A verified quote: the span of the article's text that a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quote {
    /// The words.
    pub exact: Arc<str>,
    /// What stands before them.
    pub prefix: Arc<str>,
    /// What stands behind them.
    pub suffix: Arc<str>,
    /// Their place, in bytes.
    pub span: Span,
    /// First character, counted in Unicode scalar values.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// What a record says of where its quote stands. Positions count Unicode scalar values, half-open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuoteSelector {
    /// The words, verbatim.
    pub exact: Option<String>,
    /// What stands right before them.
    pub prefix: Option<String>,
    /// What stands right behind them.
    pub suffix: Option<String>,
    /// First character and one past the last.
    pub position: Option<(u64, u64)>,
}

/// Why a selector does not resolve.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadQuote {
    /// The words do not stand in the text.
    #[error("the quote {0:?} does not stand in the article")]
    Absent(String),
    /// They stand there more than once.
    #[error("the quote {0:?} stands in the article {1} times and neither prefix, suffix nor position tells which")]
    Ambiguous(String, usize),
    /// The position ends before it starts, or holds nothing.
    #[error("the position {0} to {1} is empty or reversed")]
    Reversed(u64, u64),
    /// The position lies outside the text.
    #[error("the position {0} to {1} lies outside the article, which has {2} characters")]
    Outside(u64, u64, usize),
    /// The words at the position are others.
    #[error("at the position {0} to {1} the article says {2:?}")]
    Elsewhere(u64, u64, String),
    /// Neither words nor position are given.
    #[error("the quote is empty")]
    Empty,
}

impl Quote {
    /// The quote at a byte span of `text`; `None` if the span is empty or does not lie on character boundaries.
    pub fn at(text: &str, index: &CharIndex, span: Span) -> Option<Self> {
        let exact = text.get(span.start..span.end).filter(|t| !t.is_empty())?;
        let before = text[..span.start].char_indices().rev().take(CONTEXT).last().map_or(span.start, |(i, _)| i);
        let after = text[span.end..].char_indices().nth(CONTEXT).map_or(text.len(), |(i, _)| span.end + i);
        Some(Self {
            exact: exact.into(),
            prefix: text[before..span.start].into(),
            suffix: text[span.end..after].into(),
            span,
            start: index.char_offset(text, span.start),
            end: index.char_offset(text, span.end),
        })
    }

    /// Finds the quote that a selector names.
    ///
    /// O(n) in the bytes of the text.
    ///
    /// # Errors
    /// [`BadQuote`], where the words are not there, stand there twice without anything to tell which, or the position is
    /// reversed, outside, or holds other words.
    pub fn resolve(text: &str, index: &CharIndex, selector: &QuoteSelector) -> Result<Self, BadQuote> {
        let exact = selector.exact.as_deref().filter(|e| !e.is_empty());
        let span = match (exact, selector.position) {
            (exact, Some((start, end))) => at_position(text, index, exact, start, end)?,
            (Some(exact), None) => unique(text, exact, selector)?,
            (None, None) => return Err(BadQuote::Empty),
        };
        Self::at(text, index, span).ok_or(BadQuote::Empty)
    }
}

fn at_position(text: &str, index: &CharIndex, exact: Option<&str>, start: u64, end: u64) -> Result<Span, BadQuote> {
    if start >= end {
        return Err(BadQuote::Reversed(start, end));
    }
    let byte = |n: u64| usize::try_from(n).ok().and_then(|n| index.byte_offset(text, n));
    let (Some(from), Some(to)) = (byte(start), byte(end)) else {
        return Err(BadQuote::Outside(start, end, index.char_offset(text, text.len())));
    };
    match exact {
        Some(exact) if &text[from..to] != exact => Err(BadQuote::Elsewhere(start, end, shortened(&text[from..to]))),
        _ => Ok(Span::new(from, to)),
    }
}

fn unique(text: &str, exact: &str, selector: &QuoteSelector) -> Result<Span, BadQuote> {
    let fits = |at: &usize| {
        let (before, after) = (&text[..*at], &text[at + exact.len()..]);
        before.ends_with(selector.prefix.as_deref().unwrap_or("")) && after.starts_with(selector.suffix.as_deref().unwrap_or(""))
    };
    let step = exact.chars().next().map_or(1, char::len_utf8);
    let mut found = None;
    let (mut count, mut from) = (0, 0);
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(exact)).map(|i| from + i) {
        if fits(&at) {
            count += 1;
            found.get_or_insert(at);
        }
        from = at + step;
    }
    match (found, count) {
        (Some(at), 1) => Ok(Span::new(at, at + exact.len())),
        (None, _) => Err(BadQuote::Absent(shortened(exact))),
        (_, n) => Err(BadQuote::Ambiguous(shortened(exact), n)),
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "Zoë left. Ana left. Ana came back.";

    fn find(exact: &str, prefix: Option<&str>, position: Option<(u64, u64)>) -> Result<(usize, usize), BadQuote> {
        let selector = QuoteSelector { exact: Some(exact.into()), prefix: prefix.map(Into::into), suffix: None, position };
        Quote::resolve(TEXT, &CharIndex::new(TEXT), &selector).map(|q| (q.start, q.end))
    }

    #[test]
    fn rows() {
        assert_eq!(find("Zoë left", None, None), Ok((0, 8)));
        assert_eq!(find("left", Some("Ana "), None), Ok((14, 18)));
        assert_eq!(find("left", None, Some((4, 8))), Ok((4, 8)));
        assert_eq!(find("left", None, None), Err(BadQuote::Ambiguous("left".into(), 2)));
        assert_eq!(find("stayed", None, None), Err(BadQuote::Absent("stayed".into())));
        assert_eq!(find("left", None, Some((8, 4))), Err(BadQuote::Reversed(8, 4)));
        assert_eq!(find("left", None, Some((4, 99))), Err(BadQuote::Outside(4, 99, 34)));
        assert_eq!(find("left", None, Some((0, 4))), Err(BadQuote::Elsewhere(0, 4, "Zoë ".into())));
    }

    proptest! {
        /// A selector made from a quote finds that quote again.
        #[test]
        fn own_selector_resolves(text in "[abé ]{1,40}", a in 0..40_usize, b in 0..40_usize) {
            let index = CharIndex::new(&text);
            let (start, end) = (a.min(b), a.max(b));
            let (Some(from), Some(to)) = (index.byte_offset(&text, start), index.byte_offset(&text, end)) else { return Ok(()) };
            let Some(quote) = Quote::at(&text, &index, Span::new(from, to)) else { return Ok(()) };
            let position = Some((quote.start as u64, quote.end as u64));
            let selector = QuoteSelector { exact: Some(quote.exact.to_string()), position, ..QuoteSelector::default() };
            prop_assert_eq!(Quote::resolve(&text, &index, &selector), Ok(quote));
        }
    }
}
