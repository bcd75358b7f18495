//! Ages of people: "a 45-year-old", "aged 45", "Ann Example, 45,".

use std::ops::Range;

use super::QuantitySpan;
use super::cursor::Cursor;
use super::durations;
use super::hedges;
use super::lexicon::TimeUnit;
use super::numerals::{self, Numeral, Shape};
use crate::text::Token;
use crate::value::{Number, Quantity};

/// Nobody is known to have grown older than 122.
const OLDEST: i64 = 122;

/// Appends the ages of one sentence to `out`, in order. Their unit is `year-old`, or `month-old`, `week-old`, `day-old`.
///
/// `range` are the sentence's tokens; it is cut to those that exist. O(tokens).
pub fn ages(text: &str, tokens: &[Token], range: Range<usize>, out: &mut Vec<QuantitySpan>) {
    let c = Cursor::new(text, tokens, range);
    let mut at = c.start;
    while at < c.end {
        let hedge = hedges::before(&c, at);
        let Some((mut value, end)) = age(&c, hedge.map_or(at, |h| h.end)) else {
            at += 1;
            continue;
        };
        value.modifier = hedge.map(|h| h.modifier);
        let tokens = at..end;
        out.push(QuantitySpan { span: c.span(&tokens), tokens, value, noun: None });
        at = end;
    }
}

/// The age whose number starts at `at`.
pub(super) fn age(c: &Cursor<'_>, at: usize) -> Option<(Quantity, usize)> {
    let n = numerals::numeral(c, at).filter(|n| matches!(n.shape, Shape::Digits | Shape::Words) && n.value > Number::ZERO)?;
    spelled(c, &n).or_else(|| range(c, &n)).or_else(|| told(c, at, &n))
}

/// "40 to 50 years old", "20-30-year-olds", "20-to-30-year-olds", "20- to 30-year-olds".
fn range(c: &Cursor<'_>, low: &Numeral) -> Option<(Quantity, usize)> {
    let dash = c.is_dash(low.end);
    let word = low.end + usize::from(dash);
    let linked = c.is_one_of(word, &["to", "or"]);
    let next = if linked { c.past_hyphen(word + 1) } else { word };
    let plain = |n: &Numeral| matches!(n.shape, Shape::Digits | Shape::Words) && n.value > low.value;
    let high = numerals::numeral(c, next).filter(|n| (dash || linked) && plain(n))?;
    let (age, end) = spelled(c, &high)?;
    Some((Quantity { amount: low.value, upper: Some(age.amount), ..age }, end))
}

/// "45-year-old", "45 years old", "45 years of age".
fn spelled(c: &Cursor<'_>, n: &Numeral) -> Option<(Quantity, usize)> {
    let i = c.past_hyphen(n.end);
    let (unit, _) = durations::unit_at(c, i)?;
    let unit = match unit {
        TimeUnit::Year => "year-old",
        TimeUnit::Month => "month-old",
        TimeUnit::Week => "week-old",
        TimeUnit::Day => "day-old",
        _ => return None,
    };
    let behind = c.past_hyphen(i + 1);
    let end = if c.is_one_of(behind, &["old", "olds"]) { Some(behind + 1) } else { c.words(i + 1, "of age") };
    Some((Quantity::new(n.value, unit), end?))
}

/// "aged 45", "Ann Example, 45," and "Ann Example (45)".
fn told(c: &Cursor<'_>, at: usize, n: &Numeral) -> Option<(Quantity, usize)> {
    if n.value > Number::from_int(OLDEST) || !n.value.is_integer() || n.scale > 1 {
        return None;
    }
    let aged = ["aged", "age", "ages"].iter().any(|w| c.before(at).eq_ignore_ascii_case(w));
    let aged = aged || (c.before(at).eq_ignore_ascii_case("of") && at >= 2 && c.is_one_of(at - 2, &["age", "ages"]));
    let name = at >= 2 && c.is_word(at - 2) && c.is_capital(at - 2) && c.lex(at - 2).is_empty() && n.shape == Shape::Digits;
    let between_commas = name && c.before(at) == "," && matches!(c.word(n.end), "," | "." | ";");
    let bracketed = name && c.before(at) == "(" && c.word(n.end) == ")";
    (aged || between_commas || bracketed).then(|| (Quantity::new(n.value, "year-old"), n.end))
}
