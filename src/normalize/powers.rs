//! The notation of science: "1.3e6", "6.2×10^-4", "2.5×10⁻⁵", "1.2^3".

use super::cursor::Cursor;
use super::numerals::digits;
use crate::value::Number;

/// The largest exponent: no larger power of two fits a [`Number`].
const LARGEST: i64 = 62;

/// What an exponent or a power behind `base` makes of it, and the index after it. `None` where none stands, or where the result
/// fits no number.
pub(super) fn power(c: &Cursor<'_>, base: Number, end: usize) -> Option<(Number, usize)> {
    if c.word(end) == "^" && c.touches(end) {
        let (exponent, stop) = signed(c, end + 1)?;
        return Some((raised(base, exponent)?, stop));
    }
    let (factor, stop) = exponent(c, end).or_else(|| product(c, end))?;
    Some((base.times(factor)?, stop))
}

/// "e10", "E+14", "e-1".
fn exponent(c: &Cursor<'_>, at: usize) -> Option<(Number, usize)> {
    let letters = c.word(at).strip_prefix(['e', 'E']).filter(|_| c.touches(at))?;
    // "4e4" is a name before it is forty thousand.
    if letters.len() == 1 && !c.before(at).contains('.') {
        return None;
    }
    let (exponent, stop) = if letters.is_empty() { signed(c, at + 1)? } else { (small(letters)?, at + 1) };
    Some((raised(Number::from_int(10), exponent)?, stop))
}

/// "×10^6", "x10^-4", "×10−4", "×10⁶".
fn product(c: &Cursor<'_>, at: usize) -> Option<(Number, usize)> {
    let (radix, i) = match c.word(at) {
        "×" | "*" | "·" | "x" if c.is_number(at + 1) => (digits(c.word(at + 1))?, at + 2),
        word => (digits(word.strip_prefix('x').filter(|_| c.touches(at))?)?, at + 1),
    };
    if c.word(i) == "^" && c.touches(i) {
        let (exponent, stop) = signed(c, i + 1)?;
        return Some((raised(radix, exponent)?, stop));
    }
    // Typesetting that is lost leaves the sign: "×10−4".
    let (exponent, stop) = raised_figures(c, i).or_else(|| signed(c, i).filter(|_| c.is_dash(i) && c.touches(i)))?;
    (radix == Number::from_int(10)).then(|| Some((raised(radix, exponent)?, stop)))?
}

/// A sign, if any, and a whole number, all joined.
fn signed(c: &Cursor<'_>, at: usize) -> Option<(i64, usize)> {
    let minus = c.is_dash(at);
    let i = at + usize::from(minus || c.word(at) == "+");
    if !(c.touches(at) && c.touches(i) && c.is_number(i)) {
        return None;
    }
    small(c.word(i)).map(|n| (if minus { -n } else { n }, i + 1))
}

fn small(figures: &str) -> Option<i64> {
    figures.parse::<i64>().ok().filter(|n| figures.len() < 4 && (0..=LARGEST).contains(n))
}

/// Superscript figures: "⁻⁵", "⁶".
fn raised_figures(c: &Cursor<'_>, at: usize) -> Option<(i64, usize)> {
    let minus = c.word(at) == "⁻";
    let i = at + usize::from(minus);
    let mut value = 0_i64;
    for figure in c.word(i).chars() {
        let place = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|f| f == figure)?;
        value = value.checked_mul(10)?.checked_add(i64::try_from(place).ok()?)?;
    }
    let found = !c.word(i).is_empty() && c.touches(i) && value <= LARGEST;
    found.then_some((if minus { -value } else { value }, i + 1))
}

fn raised(base: Number, exponent: i64) -> Option<Number> {
    let one = Number::from_int(1);
    let size = (0..exponent.abs()).try_fold(one, |product, _| product.times(base))?;
    if exponent < 0 { one.over(size) } else { Some(size) }
}
