//! Letters behind a number that stand for a scale: "10k", "$5 M", "1,674.5 G".
//!
//! Written onto the digits the letters of `numerals::letter_scale` count. With a space between, and G at all, they are as often a unit,
//! a name or an initial: metres, the pull of the earth, a generation of mobile networks. So they count behind a currency, where the
//! number tells that it is counted in millions, and where nothing else is written, as in a cell of a table.

use super::cursor::Cursor;
use super::nouns;
use crate::value::Number;

/// What must hold for a letter that stands apart from its number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// Money before the number.
    Money,
    /// Nothing but the number and the letter in the text.
    Alone,
    /// A decimal or grouping mark in the number, and a plural behind the letter: "1.5 M users".
    Counted,
}

/// The prefixes of the International System (BIPM 2019, table 7), and the letters of tables of accounts: M and B with money only, for
/// bare they are metres and bytes.
const LETTERS: &[(&str, i64, Needs)] = &[
    ("K", 1_000, Needs::Money),
    ("M", 1_000_000, Needs::Money),
    ("B", 1_000_000_000, Needs::Money),
    ("T", 1_000_000_000_000, Needs::Money),
    ("k", 1_000, Needs::Alone),
    ("M", 1_000_000, Needs::Alone),
    ("G", 1_000_000_000, Needs::Alone),
    ("M", 1_000_000, Needs::Counted),
];

/// Mobile networks go by their generation, the first to the sixth.
const GENERATIONS: std::ops::RangeInclusive<i64> = 1..=6;

/// The scale of the letter at `end`, behind the number of value `n` at `number`.
pub(super) fn scale(c: &Cursor<'_>, n: Number, number: usize, end: usize, money: bool) -> Option<i64> {
    // At the end of a sentence the tokens take "M." for an initial.
    let last = end + 1 == c.end;
    let letter = if last { c.word(end).trim_end_matches('.') } else { c.word(end) };
    let joined = c.touches(end + 1) && (c.is_dash(end + 1) || matches!(c.word(end + 1), "&" | "/" | "+" | "²" | "^"));
    let generation = letter == "G" && n.is_integer() && GENERATIONS.contains(&n.trunc());
    if joined || generation {
        return None;
    }
    let marked = c.word(end.checked_sub(1)?).contains(['.', ',']);
    let holds = |needs| match needs {
        Needs::Money => money,
        Needs::Alone => c.is_whole(number, end + 1),
        Needs::Counted => marked && c.is_lower(end + 1) && nouns::is_plural(c.word(end + 1)),
    };
    LETTERS.iter().find(|(l, _, needs)| *l == letter && holds(*needs)).map(|row| row.1)
}
