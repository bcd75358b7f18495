//! The notation of science: "1.3e6", "6.2×10^-4", "2.5×10⁻⁵", "1.2^3", "1.1^+23".
//!
//! Powers are exact where they fit a [`Number`]. Of one that does not, such as 1.1^23 with its 24 figures, the first
//! [`FIGURES`] are kept, and the caller is told that it is rounded; what is too large or too small even for that is not read.

use super::cursor::Cursor;
use super::numerals::digits;
use crate::value::Number;

/// The largest exponent: no larger power of two fits a [`Number`].
const LARGEST: i64 = 62;

/// The significant figures that a rounded power keeps: as many as any double-precision number has.
const FIGURES: u32 = 15;

/// A power: its value, the index after it, and whether the value is rounded.
pub(super) struct Power {
    pub(super) value: Number,
    pub(super) end: usize,
    pub(super) rounded: bool,
}

/// What an exponent or a power behind `base` makes of it. `None` where none stands, or where the result fits no number.
pub(super) fn power(c: &Cursor<'_>, base: Number, end: usize) -> Option<Power> {
    if c.word(end) == "^" && c.touches(end) {
        let (exponent, stop) = signed(c, end + 1)?;
        let exact = raised(base, exponent);
        let value = exact.or_else(|| rounded(base, exponent))?;
        return Some(Power { value, end: stop, rounded: exact.is_none() });
    }
    let (factor, stop) = exponent(c, end).or_else(|| product(c, end))?;
    Some(Power { value: base.times(factor)?, end: stop, rounded: false })
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
        "×" | "*" | "·" | "x" => (digits(c.word(at + 1))?, at + 2),
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

/// Signs, if any, and a whole number, all joined; "--23" is 23.
fn signed(c: &Cursor<'_>, at: usize) -> Option<(i64, usize)> {
    let (mut i, mut minus) = (at, false);
    while i < at + SIGNS && (c.is_dash(i) || c.word(i) == "+") && c.touches(i) {
        minus ^= c.is_dash(i);
        i += 1;
    }
    if !(c.touches(i) && c.is_number(i)) {
        return None;
    }
    small(c.word(i)).map(|n| (if minus { -n } else { n }, i + 1))
}

/// Signs in a row that are read as such: more of them are a rule across the page.
const SIGNS: usize = 2;

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

/// The power rounded to [`FIGURES`] significant figures, or to a whole number where that has more, halves away from zero. Both ends of
/// the fraction are raised in 128 bits, and divided figure by figure; what does not fit there, or leaves fewer figures within a
/// [`Number`], is `None`. At most 18 steps.
fn rounded(base: Number, exponent: i64) -> Option<Number> {
    let power = u32::try_from(exponent.abs()).ok()?;
    let (above, below) = base.parts();
    let (above, below) = (i128::from(above).checked_pow(power)?, i128::from(below).checked_pow(power)?);
    let sign = above.signum();
    let (above, below) = if exponent < 0 { (below, above.checked_abs()?) } else { (above.checked_abs()?, below) };
    if below == 0 {
        return None;
    }
    let (mut figures, mut rest, mut places) = (above / below, above % below, 0);
    let least = 10_i128.pow(FIGURES - 1);
    while figures < least && places < PLACES {
        let next = rest.checked_mul(10)?;
        (figures, rest, places) = (figures * 10 + next / below, next % below, places + 1);
    }
    let nearest = figures + i128::from(rest >= below - rest);
    let value = i64::try_from(nearest * sign).ok().filter(|_| figures >= least)?;
    Number::ratio(value, 10_i64.checked_pow(places)?)
}

/// Places behind the point: ten to the next power fits no number.
const PLACES: u32 = 18;
