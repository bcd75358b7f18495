//! Hedges: which words loosen a value, and how.
//!
//! The readings follow TimeML's `mod` (Saurí and others 2006). "Up to" and "as many as" bound from above, though a writer
//! who chooses them means to impress; "nearly" and "almost" say that the figure is not reached.

use std::sync::LazyLock;

use super::cursor::Cursor;
use crate::value::Modifier;

/// What a hedge can stand before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Numbers only.
    Number,
    /// Numbers and clock times.
    Clock,
    /// Numbers, clock times and dates.
    Date,
}

type Row = (&'static str, Modifier, Reach);

/// A hedge before a value; of two rows that match, the earlier wins, so longer ones stand first.
const BEFORE: &[Row] = &[
    ("in the region of", Modifier::Approx, Reach::Number),
    ("in the neighborhood of", Modifier::Approx, Reach::Number),
    ("somewhere in the region of", Modifier::Approx, Reach::Number),
    ("a little more than", Modifier::MoreThan, Reach::Number),
    ("a little less than", Modifier::LessThan, Reach::Number),
    ("a little over", Modifier::MoreThan, Reach::Number),
    ("a little under", Modifier::LessThan, Reach::Number),
    ("slightly more than", Modifier::MoreThan, Reach::Number),
    ("slightly less than", Modifier::LessThan, Reach::Number),
    ("slightly over", Modifier::MoreThan, Reach::Number),
    ("slightly under", Modifier::LessThan, Reach::Number),
    ("significantly more than", Modifier::MoreThan, Reach::Number),
    ("much more than", Modifier::MoreThan, Reach::Number),
    ("well over", Modifier::MoreThan, Reach::Number),
    ("well above", Modifier::MoreThan, Reach::Number),
    ("well under", Modifier::LessThan, Reach::Number),
    ("just over", Modifier::MoreThan, Reach::Number),
    ("just above", Modifier::MoreThan, Reach::Number),
    ("just under", Modifier::LessThan, Reach::Number),
    ("just below", Modifier::LessThan, Reach::Number),
    ("just about", Modifier::Approx, Reach::Clock),
    ("just before", Modifier::Before, Reach::Clock),
    ("just after", Modifier::After, Reach::Clock),
    ("shortly before", Modifier::Before, Reach::Clock),
    ("shortly after", Modifier::After, Reach::Clock),
    ("far more than", Modifier::MoreThan, Reach::Number),
    ("nowhere near", Modifier::LessThan, Reach::Number),
    ("no more than", Modifier::EqualOrLess, Reach::Number),
    ("not more than", Modifier::EqualOrLess, Reach::Number),
    ("no less than", Modifier::EqualOrMore, Reach::Number),
    ("not less than", Modifier::EqualOrMore, Reach::Number),
    ("no fewer than", Modifier::EqualOrMore, Reach::Number),
    ("not fewer than", Modifier::EqualOrMore, Reach::Number),
    ("a minimum of", Modifier::EqualOrMore, Reach::Number),
    ("a maximum of", Modifier::EqualOrLess, Reach::Number),
    ("in excess of", Modifier::MoreThan, Reach::Number),
    ("upwards of", Modifier::EqualOrMore, Reach::Number),
    ("upward of", Modifier::EqualOrMore, Reach::Number),
    ("more than", Modifier::MoreThan, Reach::Number),
    ("greater than", Modifier::MoreThan, Reach::Number),
    ("higher than", Modifier::MoreThan, Reach::Number),
    ("larger than", Modifier::MoreThan, Reach::Number),
    ("longer than", Modifier::MoreThan, Reach::Number),
    ("north of", Modifier::MoreThan, Reach::Number),
    ("less than", Modifier::LessThan, Reach::Number),
    ("fewer than", Modifier::LessThan, Reach::Number),
    ("lower than", Modifier::LessThan, Reach::Number),
    ("smaller than", Modifier::LessThan, Reach::Number),
    ("shorter than", Modifier::LessThan, Reach::Number),
    ("not quite", Modifier::LessThan, Reach::Number),
    ("just shy of", Modifier::LessThan, Reach::Number),
    ("shy of", Modifier::LessThan, Reach::Number),
    ("just short of", Modifier::LessThan, Reach::Number),
    ("close to", Modifier::Approx, Reach::Clock),
    ("closer to", Modifier::Approx, Reach::Number),
    ("nearer to", Modifier::Approx, Reach::Number),
    ("nearer", Modifier::Approx, Reach::Number),
    ("at least", Modifier::EqualOrMore, Reach::Number),
    ("at most", Modifier::EqualOrLess, Reach::Number),
    ("up to about", Modifier::EqualOrLess, Reach::Number),
    ("up to around", Modifier::EqualOrLess, Reach::Number),
    ("up to some", Modifier::EqualOrLess, Reach::Number),
    ("up to", Modifier::EqualOrLess, Reach::Number),
    ("as many as", Modifier::EqualOrLess, Reach::Number),
    ("as much as", Modifier::EqualOrLess, Reach::Number),
    ("as high as", Modifier::EqualOrLess, Reach::Number),
    ("as long as", Modifier::EqualOrLess, Reach::Number),
    ("as few as", Modifier::EqualOrMore, Reach::Number),
    ("as little as", Modifier::EqualOrMore, Reach::Number),
    ("as low as", Modifier::EqualOrMore, Reach::Number),
    ("an estimated", Modifier::Approx, Reach::Number),
    ("estimated at", Modifier::Approx, Reach::Number),
    ("estimated", Modifier::Approx, Reach::Number),
    ("barely", Modifier::Approx, Reach::Number),
    ("something like", Modifier::Approx, Reach::Number),
    ("about", Modifier::Approx, Reach::Clock),
    ("around", Modifier::Approx, Reach::Date),
    ("approximately", Modifier::Approx, Reach::Date),
    ("approx", Modifier::Approx, Reach::Date),
    ("roughly", Modifier::Approx, Reach::Clock),
    ("circa", Modifier::Approx, Reach::Date),
    ("some", Modifier::Approx, Reach::Number),
    ("perhaps", Modifier::Approx, Reach::Number),
    ("maybe", Modifier::Approx, Reach::Number),
    ("nearly", Modifier::LessThan, Reach::Number),
    ("almost", Modifier::LessThan, Reach::Number),
    ("virtually", Modifier::LessThan, Reach::Number),
    ("over", Modifier::MoreThan, Reach::Number),
    ("above", Modifier::MoreThan, Reach::Number),
    ("beyond", Modifier::MoreThan, Reach::Number),
    ("exceeding", Modifier::MoreThan, Reach::Number),
    ("exceeded", Modifier::MoreThan, Reach::Number),
    ("exceeds", Modifier::MoreThan, Reach::Number),
    ("surpassing", Modifier::MoreThan, Reach::Number),
    ("surpassed", Modifier::MoreThan, Reach::Number),
    ("topping", Modifier::MoreThan, Reach::Number),
    ("topped", Modifier::MoreThan, Reach::Number),
    ("under", Modifier::LessThan, Reach::Number),
    ("sub -", Modifier::LessThan, Reach::Number),
    ("below", Modifier::LessThan, Reach::Number),
];

/// A hedge behind a number.
const AFTER: &[(&str, Modifier)] = &[
    ("or more", Modifier::EqualOrMore),
    ("or above", Modifier::EqualOrMore),
    ("or over", Modifier::EqualOrMore),
    ("or higher", Modifier::EqualOrMore),
    ("and above", Modifier::EqualOrMore),
    ("and over", Modifier::EqualOrMore),
    ("and up", Modifier::EqualOrMore),
    ("or less", Modifier::EqualOrLess),
    ("or fewer", Modifier::EqualOrLess),
    ("or under", Modifier::EqualOrLess),
    ("or below", Modifier::EqualOrLess),
    ("or lower", Modifier::EqualOrLess),
    ("and under", Modifier::EqualOrLess),
    ("or so", Modifier::Approx),
    ("or thereabouts", Modifier::Approx),
    ("give or take", Modifier::Approx),
    ("- ish", Modifier::Approx),
    ("- odd", Modifier::Approx),
    ("odd", Modifier::Approx),
    ("- plus", Modifier::EqualOrMore),
    ("plus", Modifier::EqualOrMore),
    ("+", Modifier::EqualOrMore),
];

/// The rows by their first letter, in the order of the table.
static ROWS: LazyLock<Vec<Vec<Row>>> = LazyLock::new(|| {
    let mut rows = vec![Vec::new(); 26];
    for row in BEFORE {
        rows[usize::from(row.0.as_bytes()[0] - b'a')].push(*row);
    }
    rows
});

/// A hedge found in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hedge {
    pub(super) modifier: Modifier,
    pub(super) reach: Reach,
    pub(super) end: usize,
}

/// The first words of all hedges, for the lexicon.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    BEFORE.iter().filter_map(|row| row.0.split(' ').next())
}

/// The hedge that starts at `at`.
pub(super) fn before(c: &Cursor<'_>, at: usize) -> Option<Hedge> {
    if matches!(c.word(at), "~" | "≈") {
        return Some(Hedge { modifier: Modifier::Approx, reach: Reach::Number, end: at + 1 });
    }
    if !c.lex(at).contains(&super::lexicon::Lex::Hedge) {
        return None;
    }
    let first = c.word(at).bytes().next().map(|b| b.to_ascii_lowercase()).filter(u8::is_ascii_lowercase)?;
    ROWS[usize::from(first - b'a')]
        .iter()
        .find_map(|(words, modifier, reach)| Some(Hedge { modifier: *modifier, reach: *reach, end: c.words(at, words)? }))
}

/// The hedge behind a number that ends at `at`.
pub(super) fn after(c: &Cursor<'_>, at: usize) -> Option<(Modifier, usize)> {
    AFTER.iter().find_map(|(words, modifier)| {
        let end = c.words(at, words)?;
        // "Over 100 and under 200": the second is a hedge before its own number.
        let own = !(words.starts_with("and") && c.is_number(end));
        (own && (!words.starts_with('-') || c.is_hyphen(at))).then_some((*modifier, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_hides_a_longer_one() {
        for (i, (words, ..)) in BEFORE.iter().enumerate() {
            let hidden = BEFORE[i + 1..].iter().find(|later| later.0.starts_with(&format!("{words} ")));
            assert!(hidden.is_none(), "{words} stands before {hidden:?}");
        }
    }
}
