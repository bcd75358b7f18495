//! A quote in its article: the words of the value within it, and what stands around it.

use claimgraph::graph::ClaimRef;
use claimgraph::text::{CharIndex, shown};

use crate::input::{Source, Texts};
use crate::report::clean;

/// So many characters stand on each side of a quote, or some more up to the end of a word.
const AROUND: usize = 360;
/// A quote is cut behind so many characters; the reader's own have at most 450.
const QUOTE: usize = 1200;

/// A quote in its article.
pub(super) struct Passage {
    pub(super) place: String,
    pub(super) before: String,
    /// The quote, with the words of the value within it.
    pub(super) quote: [String; 3],
    pub(super) after: String,
    pub(super) from_start: bool,
    pub(super) to_end: bool,
}

impl Passage {
    /// What stands around the quote of a claim, where its article is there.
    pub(super) fn of(claim: ClaimRef<'_>, texts: &Texts) -> Option<Self> {
        let quote = claim.quote()?;
        let source = texts.get(&claim.article().id)?;
        let start = start(source, quote)?;
        let end = start + quote.exact.len();
        let from = source.text[..start].char_indices().rev().take(AROUND).last().map_or(start, |(i, _)| i);
        let to = source.text[end..].char_indices().nth(AROUND).map_or(source.text.len(), |(i, _)| end + i);
        let (from, to) = (word_start(&source.text, from, start), word_end(&source.text, end, to));
        Some(Self {
            place: place(source, start),
            before: paragraphs(&source.text[from..start]),
            quote: parts(claim, &cut(&quote.exact)).map(paragraphs),
            after: paragraphs(&source.text[end..to]),
            from_start: source.text[..from].trim().is_empty(),
            to_end: source.text[to..].trim().is_empty(),
        })
    }
}

/// The quote of a claim: what stands before the words of its value, those words, and what stands behind them. A comma that it begins or
/// ends with is left to its surroundings.
pub(super) fn marked(claim: ClaimRef<'_>) -> Option<[String; 3]> {
    let quote = cut(&claim.quote()?.exact);
    let quote = quote.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    Some(parts(claim, quote).map(clean))
}

fn parts<'q>(claim: ClaimRef<'_>, quote: &'q str) -> [&'q str; 3] {
    let raw = &*claim.claim().value.raw;
    let at = quote.find(raw).filter(|_| !raw.is_empty());
    let (from, to) = at.map_or((0, quote.len()), |from| (from, from + raw.len()));
    [&quote[..from], &quote[from..to], &quote[to..]]
}

fn cut(quote: &str) -> String {
    crate::report::words::cut(quote, QUOTE)
}

/// Where the quote begins in the text, in bytes. A quote of a saved result knows its characters only.
fn start(source: &Source, quote: &claimgraph::corpus::Quote) -> Option<usize> {
    let text = &*source.text;
    let stands = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(&*quote.exact));
    Some(quote.span.start).filter(stands).or_else(|| CharIndex::new(text).byte_offset(text, quote.start).filter(stands))
}

/// "quay.md:6", or the line of the record.
fn place(source: &Source, start: usize) -> String {
    let lines = if source.is_file { source.text[..start].bytes().filter(|&b| b == b'\n').count() } else { 0 };
    let line = source.line.saturating_add(u64::try_from(lines).unwrap_or_default());
    clean(&format!("{}:{line}", source.file))
}

/// The first beginning of a word at or behind `from`; `from` itself within a word without end.
fn word_start(text: &str, from: usize, limit: usize) -> usize {
    if from == 0 {
        return 0;
    }
    text[from..limit].find(char::is_whitespace).map_or(from, |i| from + i)
}

fn word_end(text: &str, limit: usize, to: usize) -> usize {
    if to == text.len() {
        return to;
    }
    text[limit..to].rfind(char::is_whitespace).map_or(to, |i| limit + i)
}

/// The text as it is safe to show, with the ends of its lines.
fn paragraphs(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter_map(|c| if c == '\n' { Some(c) } else { shown(c) }).collect()
}
