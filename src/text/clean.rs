//! Text from outside, made safe to show: what could break its line, move a terminal's cursor or turn its direction.

use std::fmt::{self, Write};

/// The character to show for one of a text, if any: a space for a control character (Unicode's category Cc: line ends, escape sequences,
/// NUL) and for the separators of lines and paragraphs; nothing for a mark of direction (Unicode 15.0: Bidi_Control, and the deprecated
/// U+206A to U+206F).
pub fn shown(c: char) -> Option<char> {
    match c {
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

/// The text as it is safe to show, in one line: `shown`, each character of it. O(n).
///
/// ```
/// use claimgraph::text::clean;
///
/// assert_eq!(clean("12 dead\r\n0 dead\u{1b}[2K\u{202E}"), "12 dead  0 dead [2K");
/// ```
pub fn clean(text: &str) -> String {
    text.chars().filter_map(shown).collect()
}

/// The same of a text that is owned, which mostly is clean already.
pub(crate) fn cleaned(text: String) -> String {
    if text.chars().all(|c| shown(c) == Some(c)) { text } else { clean(&text) }
}

/// Writes what is written to it as [`clean`] gives it.
pub(crate) struct Clean<W>(pub(crate) W);

impl<W: Write> Write for Clean<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if text.chars().all(|c| shown(c) == Some(c)) {
            return self.0.write_str(text);
        }
        text.chars().filter_map(shown).try_for_each(|c| self.0.write_char(c))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_moves_the_cursor() {
        assert_eq!(clean("a\u{1b}[2Jb\r\u{202E}c\u{7}é\u{2028}d\u{85}\u{9b}31m\0"), "a [2Jb c é d  31m ");
    }

    proptest! {
        #[test]
        fn one_line_and_nothing_left_to_clean(text in any::<String>()) {
            let once = clean(&text);
            prop_assert!(once.chars().all(|c| shown(c) == Some(c)) && once.lines().count() <= 1);
            prop_assert_eq!(&clean(&once), &once);
            let mut written = String::new();
            write!(Clean(&mut written), "{text}").unwrap();
            prop_assert_eq!(&written, &once);
            prop_assert_eq!(cleaned(text), once);
        }
    }
}
