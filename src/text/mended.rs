//! Characters that a page wrote in another way than it meant: references of HTML ("&rsquo;", "&#163;"), and UTF-8 that was read as
//! Windows-1252 ("Ã©" for "é").

use std::sync::LazyLock;

/// Names of characters in HTML, sorted by bytes.
static NAMES: LazyLock<Vec<(&str, char)>> = LazyLock::new(|| {
    let rows = include_str!("../../data/html-names.tsv").lines().filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(name, code)| Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))).collect()
});
/// Bytes of the longest reference that is read.
const LONGEST: usize = 34;

/// What begins `text` and stands for another character: that, and how many bytes it takes.
pub(super) fn mended(text: &str) -> Option<(char, usize)> {
    if text.starts_with('&') { reference(text) } else { misread(text) }
}

/// "&rsquo;", "&#8217;", "&#x2019;".
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).skip(1).position(|b| !b.is_ascii_alphanumeric() && b != b'#')? + 1;
    let name = text.get(1..end).filter(|_| text[end..].starts_with(';'))?;
    let found = if let Some(digits) = name.strip_prefix('#') {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => digits.parse().ok()?,
        };
        // Numbers of Windows-1252 are written for its characters: "&#146;" is an apostrophe.
        let high = code.checked_sub(0x80).and_then(|at| HIGH.get(at as usize)).copied();
        high.or_else(|| char::from_u32(code)).filter(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'))?
    } else {
        NAMES[NAMES.binary_search_by(|row| row.0.cmp(name)).ok()?].1
    };
    // "&amp;rsquo;" was written twice over.
    if found == '&' {
        let again = format!("&{}", text[end + 1..].chars().take(LONGEST * 2).collect::<String>());
        if let Some((meant, length)) = reference(&again) {
            return Some((meant, end + length));
        }
    }
    Some((found, end + 1))
}

/// Two or three characters that are the bytes of one, read as Windows-1252.
fn misread(text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let first = chars.next().filter(|c| matches!(c, 'Â'..='Å' | 'â'))?;
    let mut bytes = vec![byte(first)?];
    let mut length = first.len_utf8();
    for c in chars.take(if first == 'â' { 2 } else { 1 }) {
        bytes.push(byte(c).filter(|b| (0x80..0xC0).contains(b))?);
        length += c.len_utf8();
    }
    let mut meant = std::str::from_utf8(&bytes).ok()?.chars();
    let one = meant.next()?;
    // Letters of Europe, typographic marks and the sign of the euro: what such a slip was made of.
    let likely = matches!(one, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{2044}' | '€');
    Some((one, length)).filter(|_| likely && meant.next().is_none())
}

/// What Windows-1252 has from 0x80 to 0x9F.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte of a character in Windows-1252.
fn byte(c: char) -> Option<u8> {
    if let Some(at) = HIGH.iter().position(|h| *h == c) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(u32::from(c)).ok().filter(|b| *b >= 0xA0 || b.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Plain, Span};

    #[test]
    fn the_table_is_sorted() {
        assert!(NAMES.is_sorted_by_key(|row| row.0));
        assert!(NAMES.len() > 2000 && NAMES.iter().all(|row| row.0.len() + 2 <= LONGEST));
    }

    #[test]
    fn what_a_page_meant() {
        for (given, plain) in [
            ("Osk&rsquo;s factory", "Osk's factory"),
            ("14&nbsp;people", "14 people"),
            ("&pound;3&nbsp;million", "£3 million"),
            ("AT&amp;T", "AT&T"),
            ("Osk&amp;rsquo;s &amp;amp;pound;3", "Osk's £3"),
            ("Caf&eacute; &#8220;Osk&#x201D;", "Café \"Osk\""),
            ("ZoÃ« MarÃ\u{ad}n", "Zoë Marín"),
            ("Polandâ€™s", "Poland's"),
            ("Â£3 million", "£3 million"),
            ("&#146;tis &#151; Osk&#39;s", "'tis — Osk's"),
            ("5&#8239;km&#10;on &thetasym;&comma; &Prime;", "5 km on ϑ, \""),
            ("3&frac12; hours, 40&deg;, &Scaron;kot", "3½ hours, 40°, Škot"),
            ("R&D; then AT&T", "R&D; then AT&T"),
            ("&nosuch; &; &#; &#xZ; &#0; &#55296; &rsquo", "&nosuch; &; &#; &#xZ; &#0; &#55296; &rsquo"),
            ("ÃO e Âmbar", "ÃO e Âmbar"),
            ("a & b", "a & b"),
        ] {
            assert_eq!(Plain::of(given).text(), plain);
        }
        let given = "ZoÃ« met &pound;3";
        let plain = Plain::of(given);
        assert_eq!(plain.given(Span::new(0, 4)).of(given), "ZoÃ«");
    }
}
