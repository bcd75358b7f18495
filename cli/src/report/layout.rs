//! Columns: what is safe to print (the library says), how wide it is, where it wraps, and in which colour.

pub(crate) use claimgraph::text::clean;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The last column, unless another is asked for.
pub(crate) const COLUMNS: usize = 80;

/// Columns that a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// Columns that a character takes.
pub(crate) fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Breaks a text between words into lines of at most so many columns; words that are longer are broken where they must be.
pub(crate) fn wrap(text: &str, first: &str, next: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        let space = usize::from(!empty);
        if !empty && width(&line) + space + width(word) > columns {
            lines.push(std::mem::replace(&mut line, next.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        for c in word.chars() {
            if width(&line) + char_width(c) > columns && width(&line) > width(next) {
                lines.push(std::mem::replace(&mut line, next.to_owned()));
            }
            line.push(c);
        }
        empty = false;
    }
    if !empty {
        lines.push(line);
    }
    lines
}

/// Puts colours on, or does not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    pub(crate) colour: bool,
}

/// A colour: the parameters of ECMA-48's SGR.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ink {
    Bold,
    Red,
    Yellow,
    Blue,
}

impl Ink {
    const fn code(self) -> &'static str {
        match self {
            Self::Bold => "1",
            Self::Red => "1;31",
            Self::Yellow => "1;33",
            Self::Blue => "1;34",
        }
    }
}

impl Paint {
    /// The text in that colour.
    pub(crate) fn on(self, ink: Ink, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("\u{1b}[{}m{text}\u{1b}[0m", ink.code()) } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_by_words_and_measures_columns() {
        let text = "word ".repeat(40);
        for line in wrap(&text, "* ", "  ", COLUMNS) {
            assert!(width(&line) <= COLUMNS && line.len() > 2, "{line}");
        }
        let wide = "新聞".repeat(60);
        assert!(wrap(&wide, "", "", COLUMNS).iter().all(|l| width(l) <= COLUMNS));
        assert_eq!(wrap("", "* ", "  ", COLUMNS), Vec::<String>::new());
        assert_eq!(wrap("a b", "* ", "  ", COLUMNS), ["* a b"]);
    }
}
