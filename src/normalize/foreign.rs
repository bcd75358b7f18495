//! Counts in other languages than English, which a reading of English words would get wrong by a multiplier or a decimal point.

use super::cursor::Cursor;
use super::{measures, nouns, numerals};
use crate::text::tokens;

/// Multipliers of other languages, as far as they look like English nouns or take a capital: a count that passed over
/// one would be wrong by as much.
const FOREIGN_SCALES: &[&str] = &[
    "mil",
    "mila",
    "mille",
    "tausend",
    "tusen",
    "tusind",
    "duizend",
    "millon",
    "millones",
    "milhao",
    "milhoes",
    "milione",
    "milioni",
    "milion",
    "miliony",
    "milionow",
    "milioane",
    "miljoen",
    "miljoner",
    "miljonit",
    "miljoonaa",
    "millionen",
    "millioner",
    "mio",
    "mios",
    "milliard",
    "milliards",
    "milliarden",
    "milliarder",
    "miliard",
    "miliardy",
    "miliarde",
    "miliardi",
    "miliardo",
    "miljard",
    "miljarder",
    "mrd",
    "mld",
    "mlrd",
    "milyon",
    "milyar",
    "juta",
    "ribu",
    "miliar",
];

/// Whether what stands behind the number is of another language, or writes it another way: "12 миллионов", "1.200
/// Menschen". English is what the lexicons know, and plain nouns in lower case; a capital opens a name or a people
/// ("12 Palestinians", "12 Russian soldiers") where an English plural follows.
pub(super) fn is_foreign(text: &str) -> bool {
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    let Some((at, n)) = (0..tokens.len()).find_map(|i| Some((i, numerals::numeral(&c, i)?))) else { return false };
    let behind = c.past_hyphen(n.end);
    if measures::behind(&c, behind).is_some() || at > 0 && measures::before(&c, at - 1).is_some() {
        return (behind..tokens.len()).any(|i| c.is_one_of(i, FOREIGN_SCALES) && c.lex(i).is_empty());
    }
    let mut english = false;
    for i in behind..tokens.len() {
        let known = !c.lex(i).is_empty() || measures::behind(&c, i).is_some();
        if !c.is_word(i) || known {
            continue;
        }
        let plain = c.word(i).bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'\'' | b'-' | b'.'));
        let scale = c.is_one_of(i, FOREIGN_SCALES);
        let named = c.is_capital(i) && (english || plain && has_plural(&c, i));
        if scale || !(plain && !c.is_capital(i) || named) {
            return true;
        }
        english = true;
    }
    false
}

/// Whether an English plural stands at `at` or behind: of words with a capital only those in "s", for the nouns of German
/// have one too.
fn has_plural(c: &Cursor<'_>, at: usize) -> bool {
    (at..c.end).any(|i| c.word(i).is_ascii() && nouns::is_plural(c.word(i)) && (c.is_lower(i) || c.word(i).ends_with('s')))
}
