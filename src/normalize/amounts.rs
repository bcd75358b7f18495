//! An amount: sign, currency, number, scale, and its unit where that stands in front.

use super::currencies;
use super::cursor::Cursor;
use super::lexicon::Lex;
use super::measures::{self, Measure};
use super::nouns;
use super::numerals::{self, Numeral, Shape};
use super::suffixes;
use crate::text::Token;
use crate::value::Number;

/// An amount with what stands tight around its number.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    pub(super) value: Number,
    pub(super) end: usize,
    pub(super) shape: Shape,
    pub(super) scale: i64,
    /// Where the number itself starts, behind sign and currency.
    pub(super) number: usize,
    pub(super) measure: Option<Measure>,
    /// Whether a plus stands before it, which in lists of prices marks a rise.
    pub(super) plus: bool,
}

/// Sign, currency, number, scale.
pub(super) fn amount(c: &Cursor<'_>, at: usize) -> Option<Amount> {
    if c.is(at, "magnitude") {
        let n = numerals::numeral(c, c.past_hyphen(at + 1)).filter(|n| matches!(n.shape, Shape::Digits | Shape::Words))?;
        let measure = Some(Measure { unit: "magnitude", end: n.end, money: false });
        return Some(Amount { value: n.value, end: n.end, shape: n.shape, scale: 1, number: at, measure, plus: false });
    }
    let (negative, unsigned) = if is_minus_apart(c, at) { (true, at + 1) } else { sign(c, at) };
    let plus = c.word(at) == "+";
    if let Some(joined) = joined(c, unsigned) {
        let value = if negative { Number::ZERO.minus(joined.value)? } else { joined.value };
        return Some(Amount { value, plus, ..joined });
    }
    let currency = measures::before(c, unsigned);
    let number = currency.map_or(unsigned, |m| m.end);
    // "$-3.7bn"
    let inner = currency.is_some() && matches!(c.word(number), "-" | "−") && c.touches(number) && c.touches(number + 1);
    let number = number + usize::from(inner);
    let mut n = numerals::numeral(c, number)?;
    widen(c, &mut n, currency.map(|m| m.unit));
    let value = if negative || inner { Number::ZERO.minus(n.value)? } else { n.value };
    let measure = currency.map(|m| Measure { end: n.end, ..m });
    let mut found = Amount { value, end: n.end, shape: n.shape, scale: n.scale, number, measure, plus };
    if currency.is_none() {
        scaled_code(c, &mut found);
    }
    Some(found)
}

/// Whether a word is part of a sum of money: the currency before its number or the scale behind it ("Rs 450 Cr", "EUR 5 Million").
pub(crate) fn is_of_money(text: &str, tokens: &[Token], at: usize) -> bool {
    let c = Cursor::new(text, tokens, at.saturating_sub(LONGEST)..at + LONGEST);
    let near = c.is_number(at + 1) || c.is_number(at.wrapping_sub(1)) || c.word(at).ends_with(|l: char| l.is_ascii_digit());
    let holds = |from: usize| amount(&c, from).is_some_and(|a| a.end > at && a.measure.is_some_and(|m| m.money));
    // "Rs 450-500 Cr": the sign stands before the lower end.
    let range = || c.is_dash(at.wrapping_sub(2)) && with_unit(&c, at);
    near && c.is_word(at) && ((at.saturating_sub(3).max(c.start)..=at).any(holds) || range())
}

fn with_unit(c: &Cursor<'_>, at: usize) -> bool {
    let unit = |i: usize| measures::before(c, i).map(|m| m.unit);
    (c.start..at).filter_map(unit).any(|unit| currencies::short_scale(unit, c.word(at)).is_some())
}

/// Tokens on either side of a word in which its sum stands.
const LONGEST: usize = 6;

/// "- 1 4/5": a dash apart from the number is a minus where the number and its unit are all that is written. Before prose it marks an
/// item of a list ("- 10 boats sank").
fn is_minus_apart(c: &Cursor<'_>, at: usize) -> bool {
    if at > 0 || !matches!(c.word(at), "-" | "−") || c.touches(at + 1) || c.is_dash(at + 1) {
        return false;
    }
    let end = amount(c, at + 1).map(|n| measures::behind(c, n.end).map_or(n.end, |m| m.end));
    end.is_some_and(|end| c.is_whole(at + 1, end))
}

/// Whether a minus stands here, and where what it belongs to starts: "-5", "minus 5", "minus-5", "negative one".
fn sign(c: &Cursor<'_>, at: usize) -> (bool, usize) {
    // "70 -200 mm" is a range, "200 -0.4%" are two figures.
    let beside = c.is_number(at.wrapping_sub(1)) && c.word(at) != "+" && c.word(at + 2) != "%";
    let free = (!c.touches(at) && !beside) || matches!(c.before(at), "(" | "[" | "/" | "\"");
    let joined = free && c.touches(at + 1) && !c.is_word(at + 1);
    if matches!(c.word(at), "-" | "−" | "–") && joined && (!c.is_capital(at.wrapping_sub(1)) || c.word(at + 2) == "%") {
        return (true, at + 1);
    }
    if c.is(at, "minus") || c.is(at, "negative") {
        return (true, c.past_hyphen(at + 1));
    }
    (false, at + usize::from(c.word(at) == "+" && joined))
}

/// "USD14m", "RM17.20", "$US4,820": a currency in letters that are one token with the first digits.
fn joined(c: &Cursor<'_>, at: usize) -> Option<Amount> {
    let dollar = c.word(at) == "$" && c.touches(at + 1);
    let first = at + usize::from(dollar);
    let word = c.word(first);
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let cut = word.bytes().position(|b| b.is_ascii_digit())?;
    let unit = currencies::prefix(&word[..cut], dollar)?;
    let rest = c.rest(first, cut);
    let len = figures(rest);
    let value = numerals::digits(&rest[..len])?;
    // The token that the figures end in, and the letters behind them.
    let (mut last, mut left) = (first, cut + len);
    while left > c.word(last).len() {
        left -= c.word(last).len();
        last += 1;
    }
    let letters = c.word(last).get(left..)?;
    let mut n = Numeral::new(value, last + 1, Shape::Digits);
    match (letters, scale_letters(letters, unit)) {
        ("", _) => widen(c, &mut n, Some(unit)),
        (_, Some(scale)) => (n.value, n.scale) = (value.times(Number::from_int(scale))?, scale),
        _ => return None,
    }
    if n.scale == 1 {
        n = numerals::scaled(c, n.value, n.end, Shape::Digits);
    }
    // "PS5" and the like are names of things.
    if currencies::is_rare(&word[..cut]) && len == 1 && n.scale == 1 {
        return None;
    }
    let measure = Some(Measure { unit, end: n.end, money: true });
    Some(Amount { value: n.value, end: n.end, shape: Shape::Digits, scale: n.scale, number: first, measure, plus: false })
}

fn scale_letters(letters: &str, unit: &str) -> Option<i64> {
    let word = super::lexicon::meanings(letters).iter().find_map(|l| if let Lex::Scale(n) = l { Some(*n) } else { None });
    word.or_else(|| currencies::short_scale(unit, letters)).or_else(|| numerals::letter_scale(letters, true))
}

/// The length of the digits that `text` starts with, marks between digits included.
fn figures(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while digit(at) || (matches!(bytes.get(at), Some(b'.' | b',')) && digit(at + 1)) {
        at += 1;
    }
    at
}

/// "$140-150MM", "$140-150 M": the upper end's letters, where the lower end has told what money it is.
pub(super) fn with_letters(c: &Cursor<'_>, amount: Amount, unit: &str) -> Amount {
    let short = currencies::short_scale(unit, c.word(amount.end));
    let factor = if short.is_some() {
        short
    } else if c.touches(amount.end) {
        numerals::letter_scale(c.word(amount.end).trim_end_matches('.'), true)
    } else {
        suffixes::scale(c, amount.value, amount.end - 1, amount.end, true)
    };
    let plain = amount.scale == 1 && amount.shape == Shape::Digits;
    let scaled = factor.filter(|_| plain).and_then(|f| Some((amount.value.times(Number::from_int(f))?, f)));
    match scaled {
        Some((value, scale)) => Amount { value, scale, end: amount.end + 1, ..amount },
        None => amount,
    }
}

/// "$300m", "10k people", "10M": a letter that stands for a scale.
fn widen(c: &Cursor<'_>, n: &mut Numeral, unit: Option<&str>) {
    if let Some(unit) = unit.filter(|_| n.shape == Shape::Digits) {
        in_lakhs(c, n, unit);
    }
    let money = unit.is_some();
    if n.shape == Shape::Digits
        && n.scale == 1
        && let Some(factor) = suffixes::scale(c, n.value, n.end - 1, n.end, money)
        && let Some(value) = n.value.times(Number::from_int(factor))
    {
        (n.value, n.scale, n.end) = (value, factor, n.end + 1);
        return;
    }
    let spaced = c.word(n.end) == "k" || (money && c.word(n.end) == "MM");
    if n.shape != Shape::Digits || n.scale != 1 || !(c.touches(n.end) || spaced) {
        return;
    }
    // "20M." is one token at a sentence's end.
    let letters = c.word(n.end).trim_end_matches('.');
    let counts = c.is_lower(n.end + 1) && nouns::is_plural(c.word(n.end + 1)) || measures::behind(c, n.end + 1).is_some_and(|m| m.money);
    let format = !money && c.is_one_of(n.end + 1, FORMATS);
    let money = money || counts;
    let fits = match letters {
        "K" | "k" => !format,
        // "12B" is a seat or a house.
        "B" | "b" => money || c.word(n.end - 1).contains('.'),
        _ => true,
    };
    let Some(factor) = numerals::letter_scale(letters, money).filter(|_| fits) else { return };
    if let Some(value) = n.value.times(Number::from_int(factor)) {
        (n.value, n.scale, n.end) = (value, factor, n.end + 1);
    }
}

/// "Rs 450 Cr", "₹12 L", "Rs 2 lakh Cr": the short forms of lakh and crore behind rupees.
fn in_lakhs(c: &Cursor<'_>, n: &mut Numeral, unit: &str) {
    while let Some(scale) = currencies::short_scale(unit, c.word(n.end)) {
        let joined = c.touches(n.end + 1) && (c.is_dash(n.end + 1) || matches!(c.word(n.end + 1), "&" | "/" | "+"));
        let fits = n.scale == 1 || (n.scale == currencies::LAKH && scale == currencies::CRORE);
        let Some(value) = n.value.times(Number::from_int(scale)).filter(|_| fits && !joined) else { return };
        (n.value, n.scale, n.end) = (value, n.scale * scale, n.end + 1);
    }
}

/// Nouns before which "4K" and "10K" are a resolution, a distance or a form.
const FORMATS: &[&str] = &[
    "race",
    "run",
    "runs",
    "races",
    "tv",
    "tvs",
    "video",
    "display",
    "resolution",
    "content",
    "screen",
    "camera",
    "monitor",
    "form",
    "filing",
    "walk",
    "footage",
];

/// "64 USD million", "45 MUSD": a scale behind or before a code.
fn scaled_code(c: &Cursor<'_>, found: &mut Amount) {
    if found.scale != 1 {
        return;
    }
    let word = c.word(found.end);
    let (unit, scale, end) = if let Some(unit) = currencies::code(word) {
        let Some(scale) = c.find(found.end + 1, numerals::scale_of) else { return };
        (unit, scale, found.end + 2)
    } else {
        let scale = match word.as_bytes().first() {
            Some(b'M') => 1_000_000,
            Some(b'K') => 1_000,
            _ => return,
        };
        let Some(unit) = word.get(1..).and_then(currencies::code) else { return };
        (unit, scale, found.end + 1)
    };
    if let Some(value) = found.value.times(Number::from_int(scale)) {
        (found.value, found.scale, found.end) = (value, scale, end);
        found.measure = Some(Measure { unit, end, money: true });
    }
}
