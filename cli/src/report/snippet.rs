//! A line of an article with its words underlined.

use claimgraph::corpus::Quote;
use claimgraph::graph::ClaimRef;
use claimgraph::text::CharIndex;

use super::layout::{char_width, width};
use crate::input::Texts;

/// A line of an article, and which of its bytes are meant.
pub(super) struct Snippet {
    /// "file:line:column", as far as it is known.
    pub(super) place: String,
    /// The number of the line, where there is one.
    pub(super) line: Option<u64>,
    text: String,
    from: usize,
    to: usize,
}

/// What is shown of a line: the window, and where the underline begins and how long it is, in columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) text: String,
    pub(super) indent: usize,
    pub(super) length: usize,
}

impl Snippet {
    /// The line on which the claim's value stands, or on which its quote begins. `None` for a claim without quote.
    pub(super) fn of(claim: ClaimRef<'_>, texts: &Texts) -> Option<Self> {
        let quote = claim.quote()?;
        let (from, to) = words(quote, &claim.claim().value.raw);
        let article = claim.article();
        let source = texts.get(&article.id);
        let Some((source, start)) = source.and_then(|s| Some((s, place(&s.text, quote)?))) else {
            let name = article.file.as_deref().unwrap_or(article.id.as_str());
            let place = format!("{name}, characters {} to {}", quote.start, quote.end);
            let before = if quote.prefix.is_empty() { String::new() } else { format!("…{}", quote.prefix) };
            let after = if quote.suffix.is_empty() { String::new() } else { format!("{}…", quote.suffix) };
            let text = format!("{before}{}{after}", quote.exact);
            return Some(Self::in_text(&text, before.len() + from, before.len() + to, place, None));
        };
        let (from, to) = (start + from, start + to);
        let before = &source.text[..from];
        if source.is_file {
            let line = source.line + lines(before);
            let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
            Some(Self::in_text(&source.text, from, to, format!("{}:{line}:{column}", source.file), Some(line)))
        } else {
            let place = format!("{}:{}, character {}", source.file, source.line, before.chars().count());
            Some(Self::in_text(&source.text, from, to, place, None))
        }
    }

    fn in_text(text: &str, from: usize, to: usize, place: String, line: Option<u64>) -> Self {
        let start = text[..from].rfind('\n').map_or(0, |i| i + 1);
        let end = text[from..].find('\n').map_or(text.len(), |i| from + i);
        Self { place, line, text: text[start..end].to_owned(), from: from - start, to: to.min(end) - start }
    }

    /// The part of the line that fits into so many columns, with the meant words in it.
    pub(super) fn window(&self, columns: usize) -> Window {
        window(&self.text, self.from, self.to, columns)
    }
}

fn lines(text: &str) -> u64 {
    text.bytes().filter(|&b| b == b'\n').map(|_| 1).sum()
}

/// Where the quote stands in the text, in bytes, if it does. A quote of a saved result knows its characters only.
fn place(text: &str, quote: &Quote) -> Option<usize> {
    let start = CharIndex::new(text).byte_offset(text, quote.start)?;
    text[start..].starts_with(&*quote.exact).then_some(start)
}

/// Where the words of the value stand in the quote, in bytes; the whole quote where they do not.
fn words(quote: &Quote, raw: &str) -> (usize, usize) {
    match quote.exact.find(raw).filter(|_| !raw.is_empty()) {
        Some(at) => (at, at + raw.len()),
        None => (0, quote.exact.len()),
    }
}

fn window(line: &str, from: usize, to: usize, columns: usize) -> Window {
    let cells: Vec<(usize, char)> = line.char_indices().filter_map(|(i, c)| claimgraph::text::shown(c).map(|c| (i, c))).collect();
    let wide = |range: &[(usize, char)]| range.iter().map(|(_, c)| char_width(*c)).sum::<usize>();
    let (start, end) = (cells.partition_point(|(i, _)| *i < from), cells.partition_point(|(i, _)| *i < to));
    if wide(&cells) <= columns {
        return shown(&cells, (0, cells.len()), (start, end));
    }
    // Two columns stay free for the marks of what is cut away.
    let free = (columns - 2).saturating_sub(wide(&cells[start..end]));
    let left = reach(cells[..start].iter().rev(), free / 2);
    let right = reach(cells[end..].iter(), free - wide(&cells[start - left..start]));
    let last = end + right - cut_word(&cells, end, end + right);
    // What the cut of a word has left free goes to the other side.
    let left = reach(cells[..start].iter().rev(), free - wide(&cells[end..last]));
    let first = whole_words(&cells, start - left, start);
    let last = last.min(first + reach(cells[first..].iter(), columns - 2));
    shown(&cells, (first, last), (start, end.min(last)))
}

/// How many cells fit into that many columns.
fn reach<'a>(cells: impl Iterator<Item = &'a (usize, char)>, columns: usize) -> usize {
    let mut used = 0;
    cells
        .take_while(|(_, c)| {
            used += char_width(*c);
            used <= columns
        })
        .count()
}

/// The first cell at or behind `first`, at most `limit`, that begins a word, where `first` lies within one.
fn whole_words(cells: &[(usize, char)], first: usize, limit: usize) -> usize {
    if first == 0 || cells[first - 1].1 == ' ' {
        return first;
    }
    (first..limit).find(|&i| cells[i].1 == ' ').map_or(first, |i| i + 1)
}

/// How many cells before `last` belong to a word that goes on behind it; none where no space stands between.
fn cut_word(cells: &[(usize, char)], end: usize, last: usize) -> usize {
    if last == cells.len() || cells[last].1 == ' ' {
        return 0;
    }
    (end..last).rev().find(|&i| cells[i].1 == ' ').map_or(0, |i| last - i)
}

fn shown(cells: &[(usize, char)], (first, last): (usize, usize), (start, end): (usize, usize)) -> Window {
    let text = |from: usize, to: usize| cells[from..to].iter().map(|(_, c)| *c).collect::<String>();
    let before = format!("{}{}", if first > 0 { "…" } else { "" }, text(first, start));
    let meant = text(start, end.max(start));
    let after = format!("{}{}", text(end.max(start), last.max(end)), if last < cells.len() { "…" } else { "" });
    Window { indent: width(&before), length: width(&meant).max(1), text: format!("{before}{meant}{after}").trim_end().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn underlined(line: &str, words: &str, columns: usize) -> (String, String) {
        let from = line.find(words).unwrap();
        let window = window(line, from, from + words.len(), columns);
        assert!(width(&window.text) <= columns, "{} {columns}", window.text);
        (format!("{}{}", " ".repeat(window.indent), "^".repeat(window.length)), window.text)
    }

    #[test]
    fn short_lines_stand_whole() {
        let (marks, text) = underlined("Zoë stayed 3 hours.", "3 hours", 40);
        assert_eq!((marks.as_str(), text.as_str()), ("           ^^^^^^^", "Zoë stayed 3 hours."));
    }

    #[test]
    fn long_lines_are_cut_at_words() {
        let line = "The harbour had been closed since the morning when the two ships met for 3 hours in the outer basin of the port.";
        let (marks, text) = underlined(line, "3 hours", 44);
        assert_eq!(text, "…the two ships met for 3 hours in the outer…");
        assert_eq!(marks, "                       ^^^^^^^");
        let (marks, text) = underlined(line, "The harbour", 30);
        assert_eq!((text.as_str(), marks.as_str()), ("The harbour had been closed…", "^^^^^^^^^^^"));
    }

    #[test]
    fn wide_combining_and_turning_characters() {
        let (marks, text) = underlined("新聞は3時間と報じた", "3時間", 40);
        assert_eq!((marks.as_str(), text.as_str()), ("      ^^^^^", "新聞は3時間と報じた"));
        let (marks, _) = underlined("Cafe\u{301} 3 h", "3 h", 40);
        assert_eq!(marks, "     ^^^");
        let (marks, text) = underlined("a\u{202E}b\tc 3 h", "3 h", 40);
        assert_eq!((marks.as_str(), text.as_str()), ("     ^^^", "ab c 3 h"));
    }

    #[test]
    fn words_longer_than_the_window_are_cut() {
        let line = format!("{} end", "x".repeat(200));
        let (marks, text) = underlined(&line, &"x".repeat(200), 30);
        assert!(marks.len() <= 30 && text.ends_with('…'), "{text}");
    }
}
