//! Quotes that stand verbatim in an article.

use std::sync::Arc;

use super::folded::{Folded, same};
use super::passages::{Passages, TooMany};
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
#[non_exhaustive]
pub enum BadQuote {
    /// The words do not stand in the text.
    #[error("the quote {0:?} does not stand in the article")]
    Absent(String),
    /// The words do not stand in the text, and a passage of it comes near them.
    #[error("the quote {0:?} does not stand in the article, which says {1:?}")]
    Differs(String, String),
    /// The words do not stand in the text, and there are too many such quotes of so long a text to look for a passage near each.
    #[error("the quote {0:?} does not stand in the article; with so many quotes of so long a text no passage near it was looked for")]
    Unsearched(String),
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
    /// Words that differ from the text in quotation marks, apostrophes, dashes, kinds of space, line breaks or soft hyphens alone are
    /// found; the quote has the text's own characters. O(n) in the bytes of the text; for many quotes of one text there is
    /// [`resolve_in`](Self::resolve_in).
    ///
    /// # Errors
    /// [`BadQuote`], where the words are not there, stand there twice without anything to tell which, or the position is
    /// reversed, outside, or holds other words.
    pub fn resolve(text: &str, index: &CharIndex, selector: &QuoteSelector) -> Result<Self, BadQuote> {
        Self::resolve_in(&Passages::with(text, index.clone(), 1), selector)
    }

    /// The same, in a text of which many quotes are asked. O(m log n) in the bytes of the quote and the text for words that stand there.
    ///
    /// # Errors
    /// As [`resolve`](Self::resolve).
    pub fn resolve_in(passages: &Passages<'_>, selector: &QuoteSelector) -> Result<Self, BadQuote> {
        let span = found(passages, selector)?.map_err(|exact| missing(passages, exact))?;
        Self::at(passages.text(), passages.index(), span).ok_or(BadQuote::Empty)
    }

    /// Whether a selector resolves.
    pub(crate) fn stands_in(passages: &Passages<'_>, selector: &QuoteSelector) -> bool {
        matches!(found(passages, selector), Ok(Ok(span)) if Self::at(passages.text(), passages.index(), span).is_some())
    }
}

/// Where the quote of a selector stands, or its words where they stand nowhere.
fn found<'s>(passages: &Passages<'_>, selector: &'s QuoteSelector) -> Result<Result<Span, &'s str>, BadQuote> {
    let exact = selector.exact.as_deref().filter(|e| !e.is_empty());
    match (exact, selector.position) {
        (exact, Some((start, end))) => at_position(passages.text(), passages.index(), exact, start, end).map(Ok),
        (Some(exact), None) => unique(passages, exact, selector),
        (None, None) => Err(BadQuote::Empty),
    }
}

/// Of words that stand nowhere, with what comes near them.
fn missing(passages: &Passages<'_>, exact: &str) -> BadQuote {
    match passages.nearest(exact) {
        Ok(Some(passage)) => BadQuote::Differs(shortened(exact), cut(passage, 160)),
        Ok(None) => BadQuote::Absent(shortened(exact)),
        Err(TooMany) => BadQuote::Unsearched(shortened(exact)),
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
        Some(exact) if &text[from..to] != exact && !same(&text[from..to], exact) => {
            Err(BadQuote::Elsewhere(start, end, shortened(&text[from..to])))
        }
        _ => Ok(Span::new(from, to)),
    }
}

fn unique<'s>(passages: &Passages<'_>, exact: &'s str, selector: &QuoteSelector) -> Result<Result<Span, &'s str>, BadQuote> {
    let (prefix, suffix) = (selector.prefix.as_deref().unwrap_or(""), selector.suffix.as_deref().unwrap_or(""));
    match passages.find(&[prefix, exact, suffix].concat()) {
        (Some(at), 1) => Ok(Ok(Span::new(at + prefix.len(), at + prefix.len() + exact.len()))),
        (Some(_), n) => Err(BadQuote::Ambiguous(shortened(exact), n)),
        (None, _) => loosely(passages, exact, prefix, suffix),
    }
}

/// The same, with every character in its plainest form. Quotation marks that only the record has around the words are passed over.
fn loosely<'s>(passages: &Passages<'_>, exact: &'s str, prefix: &str, suffix: &str) -> Result<Result<Span, &'s str>, BadQuote> {
    let [wanted, prefix, suffix] = [exact, prefix, suffix].map(|t| Folded::new(t).text);
    let wanted = wanted.trim();
    let bare = wanted.strip_prefix('"').and_then(|w| w.strip_suffix('"')).unwrap_or(wanted).trim();
    for wanted in [wanted, bare].into_iter().filter(|w| w.chars().any(char::is_alphanumeric)) {
        match passages.find_folded(&[&prefix, wanted, &suffix].concat()) {
            (Some(at), 1) => {
                let span = passages.folded().span(at + prefix.len(), wanted.len());
                return span.map(Ok).ok_or_else(|| BadQuote::Absent(shortened(exact)));
            }
            (Some(_), n) => return Err(BadQuote::Ambiguous(shortened(exact), n)),
            (None, _) => {}
        }
    }
    Ok(Err(exact))
}

fn shortened(text: &str) -> String {
    cut(text, 60)
}

fn cut(text: &str, limit: usize) -> String {
    let mut short: String = text.chars().take(limit).collect();
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

    /// What stands around a quote: so many characters on each side, and no more than there are.
    #[test]
    fn words_around_a_quote() {
        let text = format!("{}é left {}", "a".repeat(30), "b".repeat(30));
        let index = CharIndex::new(&text);
        let at = text.find("left").unwrap();
        let quote = Quote::at(&text, &index, Span::new(at, at + 4)).unwrap();
        assert_eq!((&*quote.prefix, &*quote.suffix), (&*format!("{}é ", "a".repeat(22)), &*format!(" {}", "b".repeat(23))));
        assert_eq!((quote.start, quote.end, &*quote.exact), (32, 36, "left"));
        let short = Quote::at("Zoë left", &CharIndex::new("Zoë left"), Span::new(5, 9)).unwrap();
        assert_eq!((&*short.prefix, &*short.suffix), ("Zoë ", ""));
        // An empty span is none, nor is one within a character.
        assert_eq!(Quote::at("Zoë left", &CharIndex::new("Zoë left"), Span::new(3, 3)), None);
        assert_eq!(Quote::at("Zoë left", &CharIndex::new("Zoë left"), Span::new(3, 5)), None);
        let stands = |exact: &str| {
            let selector = QuoteSelector { exact: Some(exact.into()), ..QuoteSelector::default() };
            Quote::stands_in(&Passages::new(TEXT, 1), &selector)
        };
        assert!(stands("Zoë left") && !stands("left") && !stands("stayed") && !stands(""));
        assert_eq!(find("", None, None), Err(BadQuote::Empty));
        assert_eq!(find("left", None, Some((4, 4))), Err(BadQuote::Reversed(4, 4)));
        assert_eq!(find("came back.", None, Some((24, 34))), Ok((24, 34)));
        assert_eq!(find("came back.", None, Some((24, 35))), Err(BadQuote::Outside(24, 35, 34)));
        // Long words are cut short where they are told.
        let long = "x".repeat(61);
        assert_eq!(find(&long, None, None), Err(BadQuote::Absent(format!("{}…", "x".repeat(60)))));
        assert_eq!(find(&long[..60], None, None), Err(BadQuote::Absent("x".repeat(60))));
        for (bad, words) in [
            (BadQuote::Absent("x".into()), "the quote \"x\" does not stand in the article"),
            (
                BadQuote::Ambiguous("x".into(), 2),
                "the quote \"x\" stands in the article 2 times and neither prefix, suffix nor position tells which",
            ),
            (BadQuote::Reversed(4, 4), "the position 4 to 4 is empty or reversed"),
            (BadQuote::Outside(4, 9, 5), "the position 4 to 9 lies outside the article, which has 5 characters"),
            (BadQuote::Elsewhere(4, 9, "y".into()), "at the position 4 to 9 the article says \"y\""),
        ] {
            assert_eq!(bad.to_string(), words);
        }
    }

    /// What a language model gives back for a text, and the text's own characters for it.
    #[test]
    fn characters_that_typesetters_change() {
        let text = "“We didn’t agree,” Brandt said. The vote\u{a0}– the third\nthis year –  was close… The co\u{ad}operation of 12\u{2009}480 \
            members held. ‘Fine’, she said. “Fine” again. Twenty-two came.";
        let find = |exact: &str, prefix: Option<&str>| {
            let selector = QuoteSelector { exact: Some(exact.into()), prefix: prefix.map(Into::into), ..QuoteSelector::default() };
            Quote::resolve(text, &CharIndex::new(text), &selector).map(|q| q.exact.to_string())
        };
        for (exact, own) in [
            ("\"We didn't agree,\" Brandt said", "“We didn’t agree,” Brandt said"),
            ("'We didn't agree,' Brandt said", "“We didn’t agree,” Brandt said"),
            ("«We didn`t agree,» Brandt said", "“We didn’t agree,” Brandt said"),
            ("''We didn't agree,'' Brandt", "“We didn’t agree,” Brandt"),
            ("The vote - the third this year - was close", "The vote\u{a0}– the third\nthis year –  was close"),
            ("the third this year -- was", "the third\nthis year –  was"),
            ("was close...", "was close…"),
            ("cooperation of 12 480 members", "co\u{ad}operation of 12\u{2009}480 members"),
            ("\u{2003}members held.\n", "members held."),
            ("\"members held\"", "members held"),
            ("Twenty‑two came", "Twenty-two came"),
        ] {
            assert_eq!(find(exact, None).as_deref(), Ok(own), "{exact}");
        }
        assert_eq!(find("\"Fine\"", Some("said. ")).as_deref(), Ok("“Fine”"));
        assert_eq!(find("\"Fine\"", None), Err(BadQuote::Ambiguous("\"Fine\"".into(), 2)));
        for other in ["We did agree,", "vote the third", "12480 members held", "fine", "\"", "Twenty two came"] {
            assert!(find(other, None).is_err(), "{other}");
        }
    }

    #[test]
    fn the_nearest_passage_is_told() {
        let text = "Rain fell. The talks lasted nearly four hours, she said. The harbour stayed closed.";
        let find = |exact: &str| {
            let selector = QuoteSelector { exact: Some(exact.into()), ..QuoteSelector::default() };
            Quote::resolve(text, &CharIndex::new(text), &selector).unwrap_err()
        };
        for (exact, says) in [
            ("The talks lasted about four hours", "The talks lasted nearly four hours"),
            ("the harbour was closed", "The harbour stayed closed"),
            ("the talks lasted nearly four hours", "The talks lasted nearly four hours"),
        ] {
            assert_eq!(find(exact), BadQuote::Differs(exact.into(), says.into()));
        }
        for far in ["Snow fell", "The minister left at noon for the capital", "a b c"] {
            assert_eq!(find(far), BadQuote::Absent(far.into()));
        }
    }

    /// What is told of a text and of a quote is cut: sixty characters of the one, a hundred and sixty of the other.
    #[test]
    fn long_words_are_cut() {
        let told = |words: usize| {
            let text = format!("{}end", "Ana left. ".repeat(words));
            let selector =
                QuoteSelector { exact: Some(text.replace("left. Ana left. end", "left. Bea left. end")), ..QuoteSelector::default() };
            match Quote::resolve(&text, &CharIndex::new(&text), &selector) {
                Err(BadQuote::Differs(quote, passage)) => (quote, passage),
                other => panic!("{other:?}"),
            }
        };
        let (quote, passage) = told(16);
        assert_eq!((quote.chars().count(), quote.ends_with('…'), passage.chars().count(), passage.ends_with('…')), (61, true, 161, true));
        let (_, passage) = told(15);
        assert_eq!((passage.chars().count(), passage.ends_with("left. end")), (153, true));
        assert_eq!((cut(&"é".repeat(60), 60), cut(&"é".repeat(61), 60)), ("é".repeat(60), format!("{}…", "é".repeat(60))));
    }

    #[test]
    fn of_too_many_quotes_no_near_passage_is_looked_for() {
        let selector = QuoteSelector { exact: Some("Ana came home".into()), ..QuoteSelector::default() };
        let found = |asked| Quote::resolve_in(&Passages::new(TEXT, asked), &selector).unwrap_err();
        assert_eq!(found(100), BadQuote::Differs("Ana came home".into(), "left. Ana came".into()));
        // Seven words, as often as they are looked at.
        let most = (1 << 26) / 7;
        assert_eq!((found(most), found(most + 1)), (found(100), found(1 << 26)));
        assert_eq!(found(1 << 26), BadQuote::Unsearched("Ana came home".into()));
    }

    proptest! {
        /// Oracle: looking at every place, with what stands before and behind it.
        #[test]
        fn many_quotes_are_found_as_one_is(
            piece in "[ab“ ]{1,30}",
            other in "[abé. ]{1,30}",
            exact in "[ab\" é]{1,4}",
            (prefix, suffix) in ("[ab ]{0,2}", "[ab “]{0,2}"),
        ) {
            let text = [piece.repeat(4096 / piece.len() + 1).as_str(), &other, &piece].concat();
            let selector = QuoteSelector { exact: Some(exact.clone()), prefix: Some(prefix.clone()), suffix: Some(suffix.clone()), position: None };
            let found = Quote::resolve(&text, &CharIndex::new(&text), &selector);
            prop_assert_eq!(&Quote::resolve_in(&Passages::new(&text, 1000), &selector), &found);
            let stands = |at: usize| text[at..].starts_with(&exact) && text[..at].ends_with(&prefix) && text[at + exact.len()..].starts_with(&suffix);
            let places: Vec<usize> = text.char_indices().map(|c| c.0).filter(|&at| stands(at)).collect();
            match (places.as_slice(), found) {
                ([], _) => {}
                ([at], found) => prop_assert_eq!(found.map(|q| q.span.start), Ok(*at)),
                (many, found) => prop_assert_eq!(found, Err(BadQuote::Ambiguous(exact.clone(), many.len()))),
            }
        }

        /// However the characters of a quote are set, the same passage is found, or one that reads the same.
        #[test]
        fn typesetting_does_not_matter(text in "[ab“”’ \u{a0}\n–\u{ad}…é]{3,40}", a in 0..40_usize, b in 0..40_usize) {
            let chars: Vec<char> = text.chars().collect();
            let (start, end) = (a.min(b).min(chars.len()), a.max(b).min(chars.len()));
            let plain = |c: &char| match c { '“' | '”' => '"', '’' => '\'', '\u{a0}' | '\n' => ' ', '–' => '-', c => *c };
            let exact: String = chars[start..end].iter().map(plain).filter(|&c| c != '\u{ad}').collect();
            let selector = QuoteSelector { exact: Some(exact.clone()), ..QuoteSelector::default() };
            match Quote::resolve(&text, &CharIndex::new(&text), &selector) {
                Ok(found) => prop_assert!(same(&found.exact, &exact) || exact.contains('"') || exact.contains('\''), "{:?} for {exact:?}", found.exact),
                Err(bad) => prop_assert!(matches!(bad, BadQuote::Ambiguous(..)) || !exact.chars().any(char::is_alphanumeric), "{bad}"),
            }
        }

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
