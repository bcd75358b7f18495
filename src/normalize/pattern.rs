//! The engine: matches a row of slots against tokens and keeps what the slots found.

use super::clock::{Clock, clock};
use super::cursor::Cursor;
use super::durations::{self, Length, Mixed};
use super::holidays::{self, Holiday};
use super::lexicon::{Lex, Shift, TimeUnit, VAGUE};
use super::numeric::{self, Digits};
use super::periods;
use crate::value::{DayPart, Season};

/// One place of a pattern.
pub(super) enum Slot {
    /// This word.
    W(&'static str),
    /// One of these words.
    In(&'static [&'static str]),
    /// These slots, or nothing.
    Opt(&'static [Slot]),
    /// Nothing, if the condition holds here.
    If(fn(&Cursor<'_>, usize) -> bool),
    /// A month's name.
    Month,
    /// A month with the day glued to it, "Oct2".
    GluedDay,
    /// A day of the month, "18" or "18th".
    Day,
    /// A year of four digits, or one before Christ.
    Year,
    /// The last two digits of a year.
    ShortYear,
    /// Nothing: of "28 and 29 August", the month (and the year) that a day takes from the day behind it.
    Ahead,
    /// Nothing: of "August 28 and 29", the month that a day takes from the day before it.
    Behind,
    /// A day in digits, "19/06/2031".
    Digits,
    /// A year in words, "nineteen eighty".
    WordYear,
    /// The day of the month in words, "twenty-one".
    WordDay,
    /// A holiday's name.
    Holiday,
    /// "Mondays".
    Weekdays,
    /// "FY2031", "fiscal 2031".
    Fiscal,
    /// "Q3 2023", "1H23", "FY24 Q3"; "Q3" alone.
    Account,
    /// Several, a few, many …, which count nothing.
    Vague,
    /// A unit in the plural.
    Units,
    /// A weekday's full name.
    Weekday,
    /// A weekday's name or abbreviation, with its stop, before a date that tells the day.
    AnyWeekday,
    /// A part of the day.
    Part,
    /// A season.
    Season,
    /// Last, this, next …
    Shift,
    /// A unit in the singular.
    Unit,
    /// Yesterday, today, tomorrow.
    Deictic,
    /// A duration.
    Length,
    /// A length of months and days, "1 month 21 days".
    Mixed,
    /// An ordinal, "second" or "2nd".
    Ordinal,
    /// A clock time.
    Clock,
    /// A dash, with or without spaces.
    Dash,
}

/// What the slots of one match found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) month: Option<i8>,
    pub(super) second_month: Option<i8>,
    pub(super) day: Option<i8>,
    pub(super) second_day: Option<i8>,
    pub(super) year: Option<i16>,
    pub(super) weekday: Option<i8>,
    pub(super) part: Option<DayPart>,
    pub(super) season: Option<Season>,
    pub(super) shift: Option<Shift>,
    pub(super) unit: Option<TimeUnit>,
    pub(super) deictic: Option<i8>,
    pub(super) length: Option<Length>,
    pub(super) mixed: Option<Mixed>,
    pub(super) ordinal: Option<i8>,
    pub(super) clock: Option<Clock>,
    pub(super) account: Option<(periods::Part, Option<periods::Year>)>,
    pub(super) holiday: Option<Holiday>,
    pub(super) digits: Option<Digits>,
}

/// Kinds of tokens, as bits: what a row can start and go on with, and what a token is. The upper bits stand for words, by their letters.
mod bit {
    pub(super) const NUMBER: u128 = 1;
    pub(super) const MONTH: u128 = 1 << 1;
    pub(super) const WEEKDAY: u128 = 1 << 2;
    pub(super) const PART: u128 = 1 << 3;
    pub(super) const SEASON: u128 = 1 << 4;
    pub(super) const SHIFT: u128 = 1 << 5;
    pub(super) const UNIT: u128 = 1 << 6;
    pub(super) const DEICTIC: u128 = 1 << 7;
    pub(super) const ORDINAL: u128 = 1 << 8;
    pub(super) const CLOCK: u128 = 1 << 9;
    pub(super) const LENGTH: u128 = 1 << 10;
    pub(super) const VAGUE: u128 = 1 << 11;
    pub(super) const HOLIDAY: u128 = 1 << 12;
    pub(super) const WEEKDAYS: u128 = 1 << 13;
    pub(super) const DASH: u128 = 1 << 14;
    const WORDS: u32 = 15;

    /// The bit of a word, whatever its case; several words share one.
    pub(super) fn word(word: &str) -> u128 {
        let sum = word.bytes().fold(0_u32, |sum, b| sum.wrapping_mul(31).wrapping_add(u32::from(b.to_ascii_lowercase())));
        1 << (WORDS + sum % (u128::BITS - WORDS))
    }
}

/// What the first and the second token of a row can be. Looked at before the row is, so that most rows cost two comparisons.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    first: u128,
    second: u128,
}

impl Opening {
    pub(super) fn of(slots: &'static [Slot]) -> Self {
        let mut opening = Self { first: 0, second: 0 };
        for row in spelt_out(slots) {
            let mut takes = row.iter().filter_map(|slot| opens(slot));
            let (first, one) = takes.next().unwrap_or((u128::MAX, false));
            opening.first |= first;
            opening.second |= if one { takes.next().map_or(u128::MAX, |t| t.0) } else { u128::MAX };
        }
        opening
    }

    /// Whether a row can match tokens of these kinds.
    pub(super) fn fits(self, (first, second): (u128, u128)) -> bool {
        self.first & first != 0 && self.second & second != 0
    }
}

/// The row with each of its optional parts taken and left.
fn spelt_out(slots: &'static [Slot]) -> Vec<Vec<&'static Slot>> {
    slots.iter().fold(vec![Vec::new()], |rows, slot| {
        let next = if let Slot::Opt(inner) = slot { [spelt_out(inner), vec![Vec::new()]].concat() } else { vec![vec![slot]] };
        rows.iter().flat_map(|row| next.iter().map(|part| [&row[..], part].concat())).collect()
    })
}

/// What the token of a slot can be, and whether the slot always takes just one; `None` for slots that take none.
fn opens(slot: &Slot) -> Option<(u128, bool)> {
    Some(match slot {
        Slot::If(_) | Slot::Ahead | Slot::Behind | Slot::Opt(_) => return None,
        Slot::W(word) => (bit::word(word), true),
        Slot::In(words) => (words.iter().fold(0, |all, w| all | bit::word(w)), true),
        Slot::Day | Slot::Year | Slot::ShortYear | Slot::Digits => (bit::NUMBER, false),
        Slot::WordYear | Slot::WordDay => (bit::CLOCK | bit::ORDINAL, false),
        Slot::Holiday => (bit::HOLIDAY, false),
        Slot::Weekdays => (bit::WEEKDAYS, true),
        Slot::Fiscal | Slot::Account => (u128::MAX, false),
        Slot::Vague => (bit::VAGUE | bit::word("a"), false),
        Slot::Month | Slot::GluedDay => (bit::MONTH, false),
        Slot::Weekday => (bit::WEEKDAY, true),
        Slot::AnyWeekday => (bit::WEEKDAY, false),
        Slot::Part => (bit::PART, true),
        Slot::Season => (bit::SEASON, true),
        Slot::Shift => (bit::SHIFT, true),
        Slot::Unit | Slot::Units => (bit::UNIT, true),
        Slot::Deictic => (bit::DEICTIC, true),
        Slot::Ordinal => (bit::NUMBER | bit::ORDINAL, false),
        Slot::Clock => (bit::NUMBER | bit::CLOCK, false),
        Slot::Length | Slot::Mixed => (bit::LENGTH, false),
        Slot::Dash => (bit::DASH, true),
    })
}

/// The kinds of the token at `at` and of the next, of which it is not known whether a length starts there.
pub(super) fn openings(c: &Cursor<'_>, at: usize, length: bool) -> (u128, u128) {
    let next = kinds(c, at + 1, !c.is_word(at + 1) || !c.lex(at + 1).is_empty());
    (kinds(c, at, length), next)
}

fn kinds(c: &Cursor<'_>, at: usize, length: bool) -> u128 {
    let number = if c.is_number(at) { bit::NUMBER } else { 0 };
    let length = if length { bit::LENGTH } else { 0 };
    let dash = if c.is_dash(at) { bit::DASH } else { 0 };
    c.lex(at).iter().fold(number | length | dash | bit::word(c.word(at)), |all, lex| {
        all | match lex {
            Lex::Month(_) | Lex::ShortMonth(_) => bit::MONTH,
            Lex::Weekday(_) | Lex::ShortWeekday(_) => bit::WEEKDAY,
            Lex::Part(_) => bit::PART,
            Lex::Season(_) => bit::SEASON,
            Lex::Shift(_) => bit::SHIFT,
            Lex::Unit(..) => bit::UNIT,
            Lex::Deictic(_) => bit::DEICTIC,
            Lex::Ordinal(_) => bit::ORDINAL,
            Lex::Tens(20 | 30) => bit::ORDINAL | bit::CLOCK,
            Lex::Vague => bit::VAGUE,
            Lex::Holiday => bit::HOLIDAY,
            Lex::Weekdays(_) => bit::WEEKDAYS,
            Lex::Clock(_) | Lex::Small(_) | Lex::Tens(_) | Lex::Half | Lex::Share(4, false) => bit::CLOCK,
            _ => 0,
        }
    })
}

/// Matches `slots` from token `at`; the index after the match, and what was found. An optional slot is taken if the rest
/// then matches, else left.
pub(super) fn matches(slots: &[Slot], c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let Some((slot, rest)) = slots.split_first() else { return Some(at) };
    if let Slot::Opt(inner) = slot {
        let mut with = found.clone();
        let taken = matches(inner, c, at, &mut with).and_then(|next| matches(rest, c, next, &mut with));
        if let Some(end) = taken {
            *found = with;
            return Some(end);
        }
        return matches(rest, c, at, found);
    }
    let next = one(slot, c, at, found)?;
    matches(rest, c, next, found)
}

macro_rules! take {
    ($c:ident, $at:ident, $field:expr, $variant:ident) => {{
        $field = Some($c.find($at, |l| if let Lex::$variant(x) = l { Some(x) } else { None })?);
        Some($at + 1)
    }};
}

fn one(slot: &Slot, c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    match slot {
        Slot::W(word) => c.is(at, word).then_some(at + 1),
        Slot::In(words) => c.is_one_of(at, words).then_some(at + 1),
        Slot::Opt(_) => None,
        Slot::If(holds) => holds(c, at).then_some(at),
        Slot::Month => month(c, at, found),
        Slot::GluedDay => glued_day(c, at, found),
        Slot::Day => day(c, at, found),
        Slot::Year => {
            let (year, end) = year(c, at)?;
            found.year = Some(year);
            Some(end)
        }
        Slot::ShortYear => short_year(c, at, found),
        Slot::Digits => {
            let (digits, end) = numeric::date(c, at)?;
            found.digits = Some(digits);
            found.year = digits.year;
            Some(end)
        }
        Slot::WordYear => word_year(c, at, found),
        Slot::WordDay => word_day(c, at, found),
        Slot::Holiday => {
            let (holiday, end) = holidays::holiday(c, at)?;
            found.holiday = Some(holiday);
            Some(end)
        }
        Slot::Weekdays => take!(c, at, found.weekday, Weekdays),
        Slot::Fiscal => fiscal(c, at, found),
        Slot::Account => {
            let (part, year, end) = periods::account(c, at)?;
            found.account = Some((part, year));
            found.year = year.map(|y| match y {
                periods::Year::Calendar(y) | periods::Year::Fiscal(y) => y,
            });
            Some(end)
        }
        Slot::Ahead => ahead(c, at, found),
        Slot::Behind => behind(c, at, found),
        Slot::Vague => vague(c, at),
        Slot::Units => {
            found.unit = Some(durations::unit_at(c, at).filter(|(_, many)| *many)?.0);
            Some(at + 1)
        }
        Slot::Weekday => take!(c, at, found.weekday, Weekday),
        Slot::AnyWeekday => any_weekday(c, at),
        Slot::Part => take!(c, at, found.part, Part),
        Slot::Season => take!(c, at, found.season, Season),
        Slot::Shift => take!(c, at, found.shift, Shift),
        Slot::Deictic => take!(c, at, found.deictic, Deictic),
        Slot::Unit => {
            found.unit = Some(durations::unit_at(c, at).filter(|(_, many)| !many)?.0);
            Some(at + 1)
        }
        Slot::Length => {
            let length = durations::length(c, at)?;
            let end = length.end;
            found.length = Some(length);
            Some(end)
        }
        Slot::Mixed => {
            let (mixed, end) = durations::mixed(c, at)?;
            found.mixed = Some(mixed);
            Some(end)
        }
        Slot::Ordinal => ordinal(c, at, found),
        Slot::Clock => {
            let (clock, end) = clock(c, at)?;
            found.clock = Some(clock);
            Some(end)
        }
        Slot::Dash => c.is_dash(at).then_some(at + 1),
    }
}

/// A month's name. "may", "march" and "august" are words of their own in lower case, and so may abbreviations be.
fn month(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let (n, short) = c.find(at, |l| match l {
        Lex::Month(n) => Some((n, false)),
        Lex::ShortMonth(n) => Some((n, true)),
        _ => None,
    })?;
    let small = !c.is_capital(at) && (matches!(n, 3 | 5 | 8) || (short && !is_dated(c, at)));
    if small || c.word(at).ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let free = if found.month.is_none() { &mut found.month } else { &mut found.second_month };
    *free = Some(n);
    // A stop that the tokens left apart ("Jul." is no listed abbreviation).
    Some(at + 1 + usize::from(short && c.word(at + 1) == "." && c.touches(at + 1) && c.is_number(at + 2)))
}

/// Whether an abbreviation in lower case stands in a date: "monday, jan 22", "2031-sep-1".
fn is_dated(c: &Cursor<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let weekday = |i: usize| c.find(i, |l| matches!(l, Lex::Weekday(_)).then_some(())).is_some();
    let joined = |i: usize| matches!(c.word(i), "-" | "/") && c.touches(i) && c.touches(i + 1);
    weekday(before) || (c.word(before) == "," && before > 0 && weekday(before - 1)) || (joined(before) && joined(at + 1))
}

/// "Oct2", the day glued to its month.
fn glued_day(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let digits = c.word(at).trim_start_matches(|c: char| c.is_ascii_alphabetic());
    found.day = digits.parse().ok().filter(|n| (1..=31).contains(n) && c.is_capital(at));
    found.day?;
    found.month = c.find(at, |l| if let Lex::Month(n) | Lex::ShortMonth(n) = l { Some(n) } else { None });
    found.month.map(|_| at + 1)
}

fn day(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let token = c.word(at);
    let n: i8 = token.parse().ok().filter(|n| c.is_number(at) && token.len() <= 2 && (1..=31).contains(n))?;
    let free = if found.day.is_none() { &mut found.day } else { &mut found.second_day };
    *free = Some(n);
    Some(at + 1 + usize::from(is_suffix(c, at + 1)))
}

/// "th" and the like, right behind digits.
pub(super) fn is_suffix(c: &Cursor<'_>, at: usize) -> bool {
    c.touches(at) && c.is_one_of(at, &["st", "nd", "rd", "th"])
}

/// A year, and the index after it and its era. Years of our era have four digits, unless "AD" says so.
pub(super) fn year(c: &Cursor<'_>, at: usize) -> Option<(i16, usize)> {
    let token = c.word(at);
    let number: i16 = token.parse().ok().filter(|n| c.is_number(at) && token.len() <= 4 && *n > 0)?;
    if is_before_christ(c, at + 1) {
        return Some((1 - number, at + 2));
    }
    // "The 460s BC"
    if c.is(at + 1, "s") && is_before_christ(c, at + 2) {
        return Some((1 - number, at + 1));
    }
    if matches!(c.word(at + 1), "AD" | "A.D." | "CE") {
        return Some((number, at + 2));
    }
    if matches!(c.before(at), "AD" | "A.D.") {
        return Some((number, at + 1));
    }
    if token.len() < 4 || number < 1000 {
        // "499–493 BC", "496 and 495 BC".
        let shared = matches!(c.word(at + 1), "-" | "–" | "—" | "and" | "or" | "to" | "/") && c.is_number(at + 2);
        return (shared && is_before_christ(c, at + 3)).then_some((1 - number, at + 1));
    }
    (number <= 2199).then_some((number, at + 1))
}

/// "BC", "B.C.", "BCE".
pub(super) fn is_before_christ(c: &Cursor<'_>, at: usize) -> bool {
    matches!(c.word(at), "BC" | "B.C." | "BCE" | "B.C.E.")
}

/// "1915–17": the year of the same century.
fn short_year(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let first =
        at.checked_sub(2).and_then(|i| year(c, i)).filter(|_| c.touches(at - 1) && c.touches(at)).map(|f| f.0).filter(|y| *y >= 1000)?;
    let token = c.word(at);
    let last: i16 = token.parse().ok().filter(|_| c.is_number(at) && token.len() == 2)?;
    let dash = c.is_dash(at - 1) || c.word(at - 1) == "/";
    found.year = Some(first / 100 * 100 + last).filter(|y| dash && *y > first);
    found.year.map(|_| at + 1)
}

const JOINERS: &[&str] = &["and", "or", "to", "-", "–", "—", "&", ","];

fn ahead(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let next = at + 1 + usize::from(c.is(at + 1, "the"));
    let mut then = Found::default();
    let end = day(c, next, &mut then).filter(|_| c.is_one_of(at, JOINERS))?;
    let end = month(c, end + usize::from(c.is(end, "of")), &mut then)?;
    found.month = then.month;
    found.year = found.year.or_else(|| year(c, end + usize::from(c.is(end, ","))).map(|y| y.0));
    Some(at)
}

fn behind(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let mut i = at;
    // "June 5, 6, 7 and 8": back over days and what joins them to the month.
    for _ in 0..4 {
        i = i.checked_sub(1).filter(|i| c.is_one_of(*i, JOINERS))?;
        i -= usize::from(i > 0 && c.is_one_of(i - 1, JOINERS));
        i = i.checked_sub(1)?;
        i -= usize::from(is_suffix(c, i));
        let mut then = Found::default();
        day(c, i, &mut then)?;
        if let Some(before) = i.checked_sub(1)
            && month(c, before, &mut then).is_some()
        {
            found.month = then.month;
            return Some(at);
        }
    }
    None
}

/// "Twenty-one", "fifteen", the day of a month behind its name.
fn word_day(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let (n, end) = below_hundred(c, at)?;
    found.day = i8::try_from(n).ok().filter(|n| (1..=31).contains(n));
    found.day.map(|_| end)
}

fn small(c: &Cursor<'_>, at: usize) -> Option<i16> {
    c.find(at, |l| if let Lex::Small(n) = l { i16::try_from(n).ok() } else { None })
}

/// A number below a hundred in words.
pub(super) fn below_hundred(c: &Cursor<'_>, at: usize) -> Option<(i16, usize)> {
    if let Some(tens) = c.find(at, |l| if let Lex::Tens(n) = l { i16::try_from(n).ok() } else { None }) {
        let i = c.past_hyphen(at + 1);
        return Some(small(c, i).filter(|n| (1..10).contains(n)).map_or((tens, at + 1), |n| (tens + n, i + 1)));
    }
    small(c, at).map(|n| (n, at + 1))
}

/// "Nineteen seventy-eight", "nineteen zero one", "two thousand and eighteen".
fn word_year(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    if let Some(end) = c.words(at, "two thousand") {
        let next = end + usize::from(c.is(end, "and"));
        let (rest, end) = below_hundred(c, next).unwrap_or((0, end));
        found.year = Some(2000 + rest);
        return Some(end);
    }
    let (century, next) = below_hundred(c, at).filter(|(n, _)| (10..=21).contains(n))?;
    let zero = c.is_one_of(next, &["zero", "oh", "o"]);
    let (rest, end) = below_hundred(c, next + usize::from(zero)).filter(|(n, _)| zero == (*n < 10))?;
    found.year = Some(century * 100 + rest);
    Some(end)
}

fn fiscal(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let (year, end) = fiscal_year(c, at)?;
    found.year = Some(year);
    Some(end)
}

/// "FY2031", "FY31", "FY 2031", "FY'31", "fiscal 2031", "fiscal year 2031", "financial year 2031".
pub(super) fn fiscal_year(c: &Cursor<'_>, at: usize) -> Option<(i16, usize)> {
    let glued = c.word(at).strip_prefix("FY").filter(|d| !d.is_empty());
    let (digits, end) = match glued {
        Some(digits) => (digits, at + 1),
        None if c.word(at) == "FY" => {
            let next = at + 1 + usize::from(c.word(at + 1) == "'");
            (c.word(next), next + 1)
        }
        None if c.is(at, "fiscal") || c.words(at, "financial year").is_some() => {
            let next = c.past_hyphen(at + 1);
            let next = next + usize::from(c.is(next, "year"));
            (c.word(next), next + 1)
        }
        None => return None,
    };
    Some((periods::short_or_full(digits)?, end))
}

/// "Several", "a few", "many more".
fn vague(c: &Cursor<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(c.is(at, "a") && c.is(at + 1, "few"));
    let at = if let Some(end) = c.words(at, "a number of") { end } else { c.is_one_of(at, VAGUE).then_some(at + 1)? };
    Some(at + usize::from(c.is_one_of(at, &["more", "short", "brief", "long", "full"])))
}

fn any_weekday(c: &Cursor<'_>, at: usize) -> Option<usize> {
    let short = c.find(at, |l| match l {
        Lex::Weekday(_) => Some(false),
        Lex::ShortWeekday(_) => Some(true),
        _ => None,
    })?;
    if short && !c.is_capital(at) {
        return None;
    }
    Some(at + 1 + usize::from(short && c.word(at + 1) == "." && c.touches(at + 1)))
}

fn ordinal(c: &Cursor<'_>, at: usize, found: &mut Found) -> Option<usize> {
    let word = |at: usize| c.find(at, |l| if let Lex::Ordinal(n) = l { Some(n) } else { None });
    if let Some(n) = word(at) {
        found.ordinal = Some(n);
        return Some(at + 1);
    }
    // "Twenty-first", "thirtieth" being a word of its own.
    if let Some(tens) = c.find(at, |l| if let Lex::Tens(n @ (20 | 30)) = l { i8::try_from(n).ok() } else { None }) {
        let i = c.past_hyphen(at + 1);
        found.ordinal = Some(tens + word(i).filter(|n| *n < 10)?);
        return Some(i + 1);
    }
    let n: i8 = c.word(at).parse().ok().filter(|_| c.is_number(at) && is_suffix(c, at + 1))?;
    found.ordinal = Some(n);
    Some(at + 2)
}
