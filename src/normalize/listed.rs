//! Numbers that stand in lists or are read out digit by digit, and those that a comma or zeros make doubtful.
//!
//! What tells a list of numbers from identifiers: an identifier stands behind a label in the singular, or behind a plural with spaces
//! in the list, as prose writes it ("rooms 12 and 14"); then it counts nothing and is no quantity (`standing`). Digits with commas and no
//! spaces between them ("22,24,31") are a list of plain numbers where a word that means "numbers" or names what a book is divided into
//! stands before them in the plural; anywhere else they are a code, and none is read.

use super::cursor::Cursor;
use super::lexicon::Lex;
use super::nouns;
use super::standing::is_labelled;

/// Words before a list of numbers. "Exercise" and the like may stand between: "exercises nrs. 4,5".
const HEADS: &[&str] = &[
    "nos",
    "nrs",
    "numbers",
    "pages",
    "pp",
    "lines",
    "verses",
    "chapters",
    "sections",
    "paragraphs",
    "exercises",
    "questions",
    "problems",
    "examples",
    "figures",
    "tables",
    "items",
];

/// Whether the number at `at` is one of a list of numbers joined by commas alone: `None` where no comma joins it to another.
pub(super) fn in_list(c: &Cursor<'_>, at: usize) -> Option<bool> {
    let comma = |i: usize| c.word(i) == "," && c.touches(i) && c.touches(i + 1) && c.is_number(i + 1);
    if !c.is_number(at) {
        return None;
    }
    let mut first = at;
    while first >= 2 && c.is_number(first - 2) && comma(first - 1) && at - first < LONGEST {
        first -= 2;
    }
    if first == at && !comma(at + 1) {
        return None;
    }
    let stop = usize::from(c.word(first.wrapping_sub(1)) == ".");
    Some(first > stop && c.is_one_of(first - 1 - stop, HEADS))
}

/// Whether "1,3" is two numbers, or part of a name: behind a noun in the plural ("flats 4,5"), behind a month, before another of a
/// list ("1,3 and 5"), and before a hyphen ("1,3-butadiene").
pub(super) fn is_pair(c: &Cursor<'_>, at: usize) -> bool {
    let Some((_, places)) = c.word(at).split_once(',').filter(|(whole, places)| places.len() < 3 && !whole.contains('.')) else {
        return false;
    };
    if places.contains(|p: char| !p.is_ascii_digit()) {
        return false;
    }
    // "1,3 and 5" is a list; of "1,3 and 5,2" both are decimals.
    let more = c.is_one_of(at + 1, &["and", "or", "&", ","]) && c.is_number(at + 2) && !c.word(at + 2).contains(',');
    let before = c.before(at);
    let month = at > 0 && c.find(at - 1, |l| matches!(l, Lex::Month(_) | Lex::ShortMonth(_)).then_some(())).is_some();
    more || month || c.is_dash(at + 1) && c.touches(at + 1) || nouns::is_plural(before) && !nouns::is_stop(before)
}

/// Words beside four zeros that make them a clock or a code.
const CLOCKED: &[&str] = &[
    "at", "by", "from", "since", "until", "till", "before", "after", "to", "between", "pin", "code", "password", "passcode", "call", "dial",
];
const HOURS: &[&str] = &["hours", "hour", "hrs", "h", "gmt", "utc", "z", "am", "pm", "local", "on"];

/// "0000": nothing, where it is no time of day, no code and no part of a longer number. Two zeros are a clock's, three a telephone's.
pub(super) fn is_nought(c: &Cursor<'_>, at: usize) -> bool {
    let zeros = c.word(at).len() >= 4 && c.word(at).bytes().all(|b| b == b'0');
    let clocked = at > 0 && c.is_one_of(at - 1, CLOCKED) || c.is_one_of(at + 1, HOURS);
    let dialled = at > 1 && c.is_number(at - 1) && c.is_one_of(at - 2, CLOCKED);
    zeros && !clocked && !dialled && !c.is_number(at + 1) && !c.touches(at)
}

/// The digit at `at` of a number that is read out digit by digit: "three-nought-four". A nought must be among the three, for
/// "four-four-two" is how a side lines up; four or more are a telephone number or a code, and so is what a label stands before.
pub(super) fn read_out(c: &Cursor<'_>, at: usize) -> Option<i64> {
    let digit = |i: usize| c.find(i, |l| if let Lex::Small(n @ 0..=9) = l { Some(n) } else { None });
    let joined = |first: usize| c.is_hyphen(first + 1) && c.is_hyphen(first + 3);
    let first = (at.saturating_sub(4)..=at).rev().step_by(2).find(|i| !(*i > c.start && c.is_hyphen(i - 1)))?;
    let whole = joined(first) && !c.is_hyphen(first + 5) && !is_labelled(c, first);
    let digits = (0..3).map(|i| digit(first + 2 * i)).collect::<Option<Vec<_>>>().filter(|_| whole && at < first + 5)?;
    digits.contains(&0).then(|| digit(at))?
}

/// Numbers that are looked back at for the head of their list.
const LONGEST: usize = 400;
