//! Numerals: digits, words, and both mixed.

use super::cursor::Cursor;
use super::lexicon::Lex;
use crate::value::Number;

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Starts with digits.
    Digits,
    /// In words.
    Words,
    /// "Hundreds", "dozens": at least two of them.
    Plenty,
    /// "Two-thirds", "a quarter".
    Share,
}

/// A numeral found in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) value: Number,
    pub(super) end: usize,
    pub(super) shape: Shape,
    /// What a scale word multiplied by, 1 where there is none.
    pub(super) scale: i64,
}

/// The value of a token of digits with grouping and decimal marks. `None` for clocks, dates and version numbers, and for
/// numbers with needless zeros in front, which are codes.
pub(super) fn digits(token: &str) -> Option<Number> {
    let (whole, places) = token.split_once('.').unwrap_or((token, ""));
    let bytes = whole.as_bytes();
    if places.bytes().any(|b| !b.is_ascii_digit()) || (bytes.len() > 1 && bytes[0] == b'0') {
        return None;
    }
    if !whole.contains(',') {
        return token.parse().ok();
    }
    // Groups of three, or of two before the last three as in India.
    let mut groups = whole.split(',');
    let first = groups.next()?.len();
    let rest: (usize, usize, usize) =
        groups.fold((0, 0, 0), |(n, odd, last), g| (n + 1, odd + usize::from(last != 0 && last != 3 && last != 2), g.len()));
    let regular = (1..=3).contains(&first) && rest.1 == 0 && rest.2 == 3;
    let plain: String = token.chars().filter(|c| *c != ',').collect();
    regular.then(|| plain.parse().ok())?
}

/// The numeral that starts at `at`.
///
/// O(tokens of the numeral). Reads "1,200.5", "forty-two", "three hundred and six", "1.2 million", "two and a half
/// thousand", "a dozen", "half a million", "two-thirds", "tens of thousands".
pub(super) fn numeral(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    if c.is_number(at) {
        return from_digits(c, at);
    }
    c.lex(at).iter().find_map(|lex| match lex {
        Lex::Small(_) | Lex::Tens(_) => from_words(c, at, None),
        Lex::Opens if c.is(at, "a") || c.is(at, "an") => from_article(c, at),
        Lex::Half => half(c, at),
        Lex::Plenty(n) => plenty(c, at, *n),
        Lex::Fraction(n) if !c.word(at).is_ascii() => {
            Some(Numeral { value: Number::ratio(1, *n)?, end: at + 1, shape: Shape::Share, scale: 1 })
        }
        _ => None,
    })
}

fn from_digits(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let token = c.word(at);
    if let Some(share) = slash(c, at) {
        return Some(share);
    }
    let base = digits(token)?;
    if let Some(share) = one_in(c, base, at + 1) {
        return Some(share);
    }
    let (value, end) = halves(c, at + 1, base);
    Some(scaled(c, value, end, Shape::Digits))
}

/// "1/2" and the like; other denominators are dates and names ("9/11", "24/7").
fn slash(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let is_share = c.word(at + 1) == "/" && c.touches(at + 1) && c.touches(at + 2) && c.word(at + 3) != "/";
    if !is_share {
        return None;
    }
    let (above, below): (i64, i64) = (c.word(at).parse().ok()?, c.word(at + 2).parse().ok()?);
    let plain = matches!(below, 2 | 3 | 4 | 5 | 8 | 10) && above < below;
    plain.then(|| Some(Numeral { value: Number::ratio(above, below)?, end: at + 3, shape: Shape::Share, scale: 1 }))?
}

/// "and a half", "½", "1/2" behind a whole number.
fn halves(c: &Cursor<'_>, at: usize, base: Number) -> (Number, usize) {
    let found = half_after(c, at).filter(|_| base.is_integer());
    found.and_then(|(part, end)| Some((base.plus(part)?, end))).unwrap_or((base, at))
}

fn half_after(c: &Cursor<'_>, at: usize) -> Option<(Number, usize)> {
    if let Some(denominator) = c.find(at, fraction).filter(|_| !c.word(at).is_ascii()) {
        return Some((Number::ratio(1, denominator)?, at + 1));
    }
    if let Some(share) = slash(c, at) {
        return Some((share.value, share.end));
    }
    let i = c.past_hyphen(at);
    if !c.is(i, "and") {
        return None;
    }
    let i = c.past_hyphen(i + 1);
    let three = c.is(i, "three");
    if !(c.is(i, "a") || c.is(i, "one") || three) {
        return None;
    }
    let i = c.past_hyphen(i + 1);
    match c.find(i, |l| if l == Lex::Half { Some(2) } else { fraction(l) })? {
        2 if !three => Some((Number::ratio(1, 2)?, i + 1)),
        4 => Some((Number::ratio(if three { 3 } else { 1 }, 4)?, i + 1)),
        _ => None,
    }
}

const fn fraction(lex: Lex) -> Option<i64> {
    if let Lex::Fraction(n) = lex { Some(n) } else { None }
}

/// A scale word behind a number: "1.2 million", "two dozen", "5-million".
fn scaled(c: &Cursor<'_>, value: Number, end: usize, shape: Shape) -> Numeral {
    let i = c.past_hyphen(end);
    let factor = c.find(i, |l| match l {
        Lex::Scale(n) => Some(n),
        Lex::Group(12) => Some(12),
        _ => None,
    });
    match factor.and_then(|f| Some((f, value.times(Number::from_int(f))?))) {
        // "3 hundred million"
        Some((scale, value)) if scale < 1_000 && matches!(c.find(i + 1, larger), Some(n) if n > scale) => scaled(c, value, i + 1, shape),
        Some((scale, value)) => Numeral { value, end: i + 1, shape, scale },
        None => Numeral { value, end, shape, scale: 1 },
    }
}

const fn larger(lex: Lex) -> Option<i64> {
    if let Lex::Scale(n) = lex { Some(n) } else { None }
}

/// A number in words, summed as it is read: hundreds into the current group, larger scales into the total.
struct Sum {
    total: i64,
    group: i64,
    /// The last larger scale; the next must be smaller.
    scale: i64,
    /// What may still be added below: 100 after "hundred" or a scale, 10 after "forty", 1 after a small number.
    room: i64,
}

impl Sum {
    fn add(&mut self, lex: Lex) -> bool {
        match lex {
            Lex::Small(n) if n < self.room && (n > 0 || self.total + self.group == 0) => {
                self.group += n;
                self.room = 1;
            }
            Lex::Tens(n) if self.room >= 100 => {
                self.group += n;
                self.room = 10;
            }
            Lex::Scale(100) if (1..100).contains(&self.group) => {
                self.group *= 100;
                self.room = 100;
            }
            Lex::Scale(n) if n > 100 && n < self.scale && self.group > 0 => {
                let Some(part) = self.group.checked_mul(n) else { return false };
                let Some(total) = self.total.checked_add(part) else { return false };
                (self.total, self.group, self.scale, self.room) = (total, 0, n, 1000);
            }
            _ => return false,
        }
        true
    }
}

fn from_words(c: &Cursor<'_>, at: usize, article: Option<usize>) -> Option<Numeral> {
    let mut sum = Sum { total: 0, group: i64::from(article.is_some()), scale: i64::MAX, room: if article.is_some() { 1 } else { 1000 } };
    let mut end = article.unwrap_or(at);
    let mut scale = 1;
    loop {
        let joined = end > at && c.is_hyphen(end);
        let mut i = end + usize::from(joined);
        let links = sum.room >= 100 && end > at && c.is(i, "and");
        if links {
            i = c.past_hyphen(i + 1);
        }
        let next = c.find(i, |l| matches!(l, Lex::Small(_) | Lex::Tens(_) | Lex::Scale(_)).then_some(l));
        let Some(lex) = next.filter(|l| !links || !matches!(l, Lex::Scale(_))) else { break };
        if !sum.add(lex) {
            break;
        }
        if let Lex::Scale(n) = lex {
            scale = n;
        }
        end = i + 1;
    }
    if article.is_some() && end == article.unwrap_or(at) {
        return None;
    }
    let base = Number::from_int(sum.total.checked_add(sum.group)?);
    if let Some(share) = share_of(c, base, end).filter(|_| sum.group < 10 && sum.total == 0) {
        return Some(share);
    }
    if let Some(share) = one_in(c, base, end) {
        return Some(share);
    }
    let (value, half_end) = halves(c, end, base);
    if half_end > end {
        return Some(scaled(c, value, half_end, Shape::Words));
    }
    Some(if scale == 1 { scaled(c, base, end, Shape::Words) } else { Numeral { value: base, end, shape: Shape::Words, scale } })
}

/// "Two-thirds", "three quarters": not "two quarters", which are half a year, nor "one third" without a hyphen or "of".
fn share_of(c: &Cursor<'_>, above: Number, end: usize) -> Option<Numeral> {
    let i = c.past_hyphen(end);
    let below = c.find(i, fraction)?;
    let share = above.over(Number::from_int(below))?;
    let certain = i > end || c.is(i + 1, "of");
    (certain && share < Number::from_int(1)).then_some(Numeral { value: share, end: i + 1, shape: Shape::Share, scale: 1 })
}

/// "One in five", "nine out of ten".
fn one_in(c: &Cursor<'_>, above: Number, end: usize) -> Option<Numeral> {
    let one = above == Number::from_int(1);
    let next = if one && c.is(end, "in") { end + 1 } else { c.words(end, "out of")? };
    let (below, end) = if c.is_number(next) {
        (digits(c.word(next)).filter(|_| c.word(next).len() < 4)?, next + 1)
    } else {
        let small = |l| if let Lex::Small(n) | Lex::Tens(n) = l { Some(n) } else { None };
        (Number::from_int(c.find(next, small)?), next + 1)
    };
    let whole = below.is_integer() && above.is_integer() && above < below && below <= Number::from_int(1000);
    whole.then(|| Some(Numeral { value: above.over(below)?, end, shape: Shape::Share, scale: 1 }))?
}

/// "A hundred", "a dozen", "a couple of", "a half-dozen", "a quarter of".
fn from_article(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let numeral = |value, end, shape, scale| Some(Numeral { value, end, shape, scale });
    for lex in c.lex(at + 1) {
        match lex {
            Lex::Scale(_) => return from_words(c, at, Some(at + 1)),
            Lex::Group(n) => {
                let of = usize::from(*n == 2 && c.is(at + 2, "of"));
                return numeral(Number::from_int(*n), at + 2 + of, Shape::Words, *n);
            }
            Lex::Half => {
                let half = half(c, at + 1).filter(|h| h.scale > 1);
                return half.or_else(|| numeral(Number::ratio(1, 2)?, at + 2, Shape::Share, 1).filter(|_| c.is(at + 2, "of")));
            }
            Lex::Fraction(n) if c.is(at + 2, "of") => return numeral(Number::ratio(1, *n)?, at + 2, Shape::Share, 1),
            _ => {}
        }
    }
    None
}

/// "Half a million", "half-dozen", "half of".
fn half(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let half = Number::ratio(1, 2)?;
    let mut i = c.past_hyphen(at + 1);
    if c.is(i, "a") || c.is(i, "an") {
        i = c.past_hyphen(i + 1);
    }
    let whole = scaled(c, half, i, Shape::Words);
    if whole.scale > 1 {
        return Some(whole);
    }
    let share = c.is(at + 1, "of") || c.is(at + 1, "the");
    share.then_some(Numeral { value: half, end: at + 1, shape: Shape::Share, scale: 1 })
}

/// "Hundreds", "tens of thousands", "hundreds of thousands": two of the product.
fn plenty(c: &Cursor<'_>, at: usize, n: i64) -> Option<Numeral> {
    let more = |l| if let Lex::Plenty(m) = l { Some(m) } else { None };
    let (size, end) = match c.find(at + 2, more).filter(|_| c.is(at + 1, "of")) {
        Some(m) => (n.checked_mul(m)?, at + 3),
        None if n == 10 => return None,
        None => (n, at + 1),
    };
    Some(Numeral { value: Number::from_int(size.checked_mul(2)?), end, shape: Shape::Plenty, scale: size })
}

/// The scales that a letter stands for behind an amount of money, and behind a number that counts something.
pub(super) fn letter_scale(c: &Cursor<'_>, at: usize) -> Option<i64> {
    if !c.touches(at) {
        return None;
    }
    match c.word(at) {
        "k" | "K" => Some(1_000),
        "m" | "M" => Some(1_000_000),
        "b" | "B" => Some(1_000_000_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn read(text: &str) -> Option<(String, usize)> {
        let tokens = tokens(text);
        let c = Cursor::new(text, &tokens, 0..tokens.len());
        numeral(&c, 0).map(|n| (n.value.to_string(), tokens.len() - n.end))
    }

    #[test]
    fn rows() {
        for (text, value) in [
            ("0", "0"),
            ("1,200.5", "1200.5"),
            ("1,20,000", "120000"),
            ("forty-two", "42"),
            ("one hundred and five", "105"),
            ("three hundred and forty-two thousand", "342000"),
            ("two million three hundred thousand", "2300000"),
            ("twelve hundred", "1200"),
            ("1.2 million", "1200000"),
            ("two and a half thousand", "2500"),
            ("two-and-a-half", "2.5"),
            ("7½", "7.5"),
            ("2 1/2", "2.5"),
            ("3/4", "0.75"),
            ("a dozen", "12"),
            ("two dozen", "24"),
            ("half a dozen", "6"),
            ("half a million", "500000"),
            ("a hundred and twenty", "120"),
            ("two-thirds", "2/3"),
            ("tens of thousands", "20000"),
            ("hundreds", "200"),
            ("a couple", "2"),
            ("3 hundred million", "300000000"),
            ("one in five", "0.2"),
            ("nine out of 10", "0.9"),
            ("3bn", "3000000000"),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), 0)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_left() {
        for text in ["14:25", "1.2.3", "1,2", "007", "12,34", "a man", "house", "half", "tens", "third"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("five six"), Some(("5".to_owned(), 1)));
        assert_eq!(read("twenty thirty"), Some(("20".to_owned(), 1)));
        assert_eq!(read("two hundred and"), Some(("200".to_owned(), 1)));
    }
}
