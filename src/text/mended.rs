//! Characters that a page wrote in another way than it meant: references of HTML ("&rsquo;", "&#163;"), and UTF-8 that was read as
//! Windows-1252 ("Ã©" for "é").

/// The letters of Latin-1 from U+00C0 on, by their names in HTML 4.01.
const LATIN: &str = "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute \
    Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave \
    eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
    thorn yuml";
/// Signs that pages write by name (HTML 4.01, 24.2 to 24.4).
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("bull", '•'),
    ("cent", '¢'),
    ("copy", '©'),
    ("deg", '°'),
    ("emsp", ' '),
    ("ensp", ' '),
    ("euro", '€'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("gt", '>'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("minus", '−'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("sect", '§'),
    ("shy", '\u{ad}'),
    ("thinsp", ' '),
    ("trade", '™'),
    ("yen", '¥'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
];
/// Bytes of the longest reference that is read.
const LONGEST: usize = 10;

/// What begins `text` and stands for another character: that, and how many bytes it takes.
pub(super) fn mended(text: &str) -> Option<(char, usize)> {
    if text.starts_with('&') { reference(text) } else { misread(text) }
}

/// "&rsquo;", "&#8217;", "&#x2019;".
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let found = if let Some(digits) = name.strip_prefix('#') {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => digits.parse().ok()?,
        };
        char::from_u32(code).filter(|c| !c.is_control())?
    } else if let Ok(at) = NAMED.binary_search_by(|row| row.0.cmp(name)) {
        NAMED[at].1
    } else {
        let place = LATIN.split_whitespace().position(|n| n == name)?;
        char::from_u32(0xC0 + u32::try_from(place).ok()?)?
    };
    // "&amp;rsquo;" was written twice over.
    if found == '&' {
        let again = format!("&{}", text[end + 1..].chars().take(LONGEST * 3).collect::<String>());
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

/// The byte of a character in Windows-1252.
fn byte(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
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
        assert!(NAMED.is_sorted_by_key(|row| row.0));
        assert_eq!(LATIN.split_whitespace().count(), 64);
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
            ("R&D; then AT&T", "R&D; then AT&T"),
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
