//! Numerals: digits, words, and both mixed.
//!
//! `fractions` reads what is less than one or added to a whole number, `powers` the notation of science.

use super::cursor::Cursor;
use super::fractions;
use super::lexicon::Lex;
use super::listed;
use super::powers;
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
    /// A power that no number holds in full.
    Rounded,
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

impl Numeral {
    pub(super) const fn new(value: Number, end: usize, shape: Shape) -> Self {
        Self { value, end, shape, scale: 1 }
    }
}

/// The value of a token of digits with grouping and decimal marks. `None` for clocks, dates and version numbers, and for
/// numbers with needless zeros in front, which are codes. A token with both marks tells which is which: "2.345,67"; and so does a
/// comma that parts no group of three: "5,00".
pub(super) fn digits(token: &str) -> Option<Number> {
    if !token.is_ascii() {
        return None;
    }
    let european = matches!((token.find('.'), token.find(',')), (Some(dot), Some(comma)) if dot < comma) || has_decimal_comma(token);
    let (group, decimal) = if european { (b'.', b',') } else { (b',', b'.') };
    let bytes = token.as_bytes();
    if bytes.len() > 1 && bytes[0] == b'0' && bytes[1] != decimal {
        return None;
    }
    let point = bytes.iter().position(|b| *b == decimal);
    let (whole, places) = bytes.split_at(point.unwrap_or(bytes.len()));
    let places = places.get(1..).unwrap_or_default();
    if point.is_some_and(|_| places.is_empty()) || !(grouped(whole, group) && places.iter().all(u8::is_ascii_digit)) {
        return None;
    }
    let figures = whole.iter().chain(places).filter(|b| **b != group);
    let value = figures.map(|b| i64::from(b - b'0')).try_fold(0_i64, |sum, d| sum.checked_mul(10)?.checked_add(d))?;
    Number::ratio(value, 10_i64.checked_pow(u32::try_from(places.len()).ok()?)?)
}

/// "12.000": a point before three digits parts thousands where what is counted has no fractions.
pub(super) fn thousands(token: &str) -> Option<Number> {
    let plain = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    let (whole, places) = token.split_once('.')?;
    let grouped = (1..=3).contains(&whole.len()) && places.len() == 3 && plain(whole) && plain(places) && !whole.starts_with('0');
    grouped.then(|| Some(Number::from_int(format!("{whole}{places}").parse().ok()?)))?
}

/// "1,3", "5,00": one comma that can part no groups. Behind a comma without a space four digits are a year ("June 5,2031").
fn has_decimal_comma(token: &str) -> bool {
    let places = token.split_once(',').map_or("", |parts| parts.1);
    !matches!(places.len(), 0 | 3 | 4) && places.bytes().all(|b| b.is_ascii_digit()) && !token.contains('.')
}

/// Whether the digits stand in groups of three, or of two before the last three as in India, or in none.
fn grouped(whole: &[u8], mark: u8) -> bool {
    let plain = |g: &[u8]| !g.is_empty() && g.iter().all(u8::is_ascii_digit);
    if !whole.contains(&mark) {
        return plain(whole);
    }
    let mut groups = whole.rsplit(|b| *b == mark);
    let last = groups.next().is_some_and(|g| plain(g) && g.len() == 3);
    let first = groups.next_back().is_some_and(|g| plain(g) && g.len() <= 3);
    last && first && groups.all(|g| plain(g) && matches!(g.len(), 2 | 3))
}

/// The numeral that starts at `at`.
///
/// O(tokens of the numeral). Reads "1,200.5", "1 200", "1.2e6", "forty-two", "three hundred and six", "1.2 million", "two
/// and a half thousand", "a dozen", "half a million", "two-thirds", "five point two", "tens of thousands".
pub(super) fn numeral(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    if c.is_number(at) {
        // What stands below a stroke is no number of its own: "41 / 2 months".
        let below = at > c.start + 1 && c.word(at - 1) == "/" && c.is_number(at - 2) && c.touches(at - 1) == c.touches(at);
        return if below { None } else { from_digits(c, at) };
    }
    if c.word(at) == "." {
        return bare_point(c, at);
    }
    c.lex(at).iter().find_map(|lex| match lex {
        Lex::Small(_) | Lex::Tens(_) => from_words(c, at, None),
        Lex::Scale(n) if matches!(c.find(at + 1, scale_of), Some(m) if m > *n) => from_words(c, at, Some(at)),
        Lex::Opens if c.is(at, "a") || c.is(at, "an") => from_article(c, at),
        Lex::Opens if c.is(at, "several") || c.is(at, "few") => some(c, at),
        Lex::Half => fractions::half(c, at),
        Lex::Share(4, false) => fractions::quarter(c, at),
        Lex::Plenty(n) => plenty(c, at, *n),
        Lex::Glyph(above, below) => Some(Numeral::new(Number::ratio(*above, *below)?, at + 1, Shape::Share)),
        _ => None,
    })
}

fn from_digits(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    if let Some(share) = fractions::slash(c, at) {
        return Some(share);
    }
    if let Some((value, end)) = spaced(c, at) {
        return Some(scaled(c, value, end, Shape::Digits));
    }
    let base = if listed::is_nought(c, at) { Number::ZERO } else { digits(c.word(at)).filter(|_| !listed::is_pair(c, at))? };
    after_digits(c, base, at, at + 1)
}

/// ".08": a point with digits behind and nothing joined in front.
fn bare_point(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let places = c.word(at + 1);
    let joined = c.touches(at) && c.is_word(at - 1);
    if joined || !c.is_number(at + 1) || !c.touches(at + 1) || !places.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let base = Number::ratio(places.parse().ok()?, 10_i64.checked_pow(u32::try_from(places.len()).ok()?)?)?;
    after_digits(c, base, at, at + 2)
}

fn after_digits(c: &Cursor<'_>, base: Number, at: usize, end: usize) -> Option<Numeral> {
    if let Some(power) = powers::power(c, base, end) {
        return Some(Numeral::new(power.value, power.end, if power.rounded { Shape::Rounded } else { Shape::Digits }));
    }
    if let Some(share) = fractions::one_in(c, base, end).or_else(|| fractions::over(c, base, at, end)) {
        return Some(share);
    }
    Some(further(c, scaled(c, base, end, Shape::Digits)))
}

/// "8 365 412": groups of three digits with one space between. Of two groups with a plain space the second must be round, for two
/// numbers may stand side by side.
fn spaced(c: &Cursor<'_>, at: usize) -> Option<(Number, usize)> {
    let first = c.word(at);
    let one_space = |i: usize| c.gap(i).chars().count() == 1;
    let opens = first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit()) && !first.starts_with('0');
    if !opens || !c.is_number(at + 1) || !one_space(at + 1) || c.is_number(at.wrapping_sub(1)) {
        return None;
    }
    let (mut value, mut end) = (digits(first)?, at + 1);
    let mut plain = true;
    while c.is_number(end) && one_space(end) {
        let (whole, places) = c.word(end).split_once('.').unwrap_or((c.word(end), ""));
        if whole.len() != 3 || !whole.bytes().chain(places.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        plain &= c.gap(end) == " ";
        let part = Number::ratio(places.parse().unwrap_or(0), 10_i64.checked_pow(u32::try_from(places.len()).ok()?)?)?;
        value = value.times(Number::from_int(1000))?.plus(Number::from_int(whole.parse().ok()?))?.plus(part)?;
        end += 1;
    }
    let certain = end > at + 2 || !plain || (c.word(at + 1).ends_with('0') && !c.is_capital(at.wrapping_sub(1)));
    certain.then_some((value, end))
}

/// A scale word behind a number: "1.2 million", "two dozen", "5-million".
pub(super) fn scaled(c: &Cursor<'_>, value: Number, end: usize, shape: Shape) -> Numeral {
    let i = c.past_hyphen(end);
    let factor = c.find(i, |l| match l {
        Lex::Scale(n) => Some(n),
        Lex::Group(12) | Lex::Plenty(12) => Some(12),
        Lex::Plenty(n) if n >= 1_000 && i == end => Some(n),
        _ => None,
    });
    match factor.and_then(|f| Some((f, value.times(Number::from_int(f))?))) {
        // "3 hundred million", "7 lakh crore"
        Some((scale, value)) if scale < 1_000_000 && matches!(c.find(i + 1, scale_of), Some(n) if n > scale) => {
            scaled(c, value, i + 1, shape)
        }
        Some((scale, value)) => Numeral { value, end: i + 1, shape, scale },
        None => Numeral { value, end, shape, scale: 1 },
    }
}

/// What may follow a number in digits: "and a half", "½", "6 hundred and 45", "7 thousand 2 hundred", "7 thousand two hundred".
fn further(c: &Cursor<'_>, n: Numeral) -> Numeral {
    fractions::with_part(c, n).or_else(|| smaller(c, n)).unwrap_or(n)
}

fn smaller(c: &Cursor<'_>, n: Numeral) -> Option<Numeral> {
    if n.scale < 100 {
        return None;
    }
    let linked = n.scale == 100 && c.is(n.end, "and");
    let at = n.end + usize::from(linked);
    let next = if c.is_number(at) { from_digits(c, at)? } else { from_words(c, at, None)? };
    let below = next.value < Number::from_int(n.scale) && next.value > Number::ZERO && next.value.is_integer();
    let told = if linked { next.scale == 1 } else { next.scale > 1 && next.scale < n.scale };
    let plain = matches!(next.shape, Shape::Digits | Shape::Words) && below && told;
    plain.then(|| Some(Numeral { value: n.value.plus(next.value)?, end: next.end, ..n }))?
}

pub(super) const fn scale_of(lex: Lex) -> Option<i64> {
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
            // "Seven lakh crore", "two thousand billion", "a million million": a scale of a scale.
            Lex::Scale(n) if n >= self.scale && self.group == 0 => {
                let Some(total) = self.total.checked_mul(n) else { return false };
                (self.total, self.scale) = (total, n);
            }
            _ => return false,
        }
        true
    }

    fn value(&self) -> Option<i64> {
        self.total.checked_add(self.group)
    }
}

/// A run of number words, and what a fraction behind it needs to know.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) value: i64,
    pub(super) end: usize,
    /// The last scale word's factor, 1 where there is none.
    pub(super) scale: i64,
    /// The value before the last "and", with the scale there.
    pub(super) before_and: Option<(i64, i64)>,
    /// The value before a last word that is a multiple of ten: "three twenty-fifths", "one hundred thirty-fifths".
    pub(super) before_tens: Option<i64>,
}

/// The number words that start at `at`, or behind the article at it.
pub(super) fn run(c: &Cursor<'_>, at: usize, article: bool) -> Option<Run> {
    let mut sum = Sum { total: 0, group: i64::from(article), scale: i64::MAX, room: if article { 1 } else { 1000 } };
    let mut found = Run { value: 0, end: at, scale: 1, before_and: None, before_tens: None };
    loop {
        let (i, linked) = link(c, at, found.end, sum.room);
        let next = c.find(i, |l| matches!(l, Lex::Small(_) | Lex::Tens(_) | Lex::Scale(_)).then_some(l));
        let Some(lex) = next.filter(|l| !linked || !matches!(l, Lex::Scale(_))) else { break };
        let before = sum.value()?;
        if !sum.add(lex) {
            break;
        }
        match lex {
            Lex::Scale(n) => (found.scale, found.before_tens) = (n, None),
            Lex::Tens(_) => found.before_tens = Some(before).filter(|n| *n > 0 && !linked),
            _ => found.before_tens = None,
        }
        if linked {
            found.before_and = Some((before, found.scale));
        }
        found.end = i + 1;
    }
    found.value = sum.value()?;
    (found.end > at).then_some(found)
}

/// The index of the next word of a run, and whether "and" links it: "forty-two", "sixty - four" as tokenised text has it, "six
/// hundred and five", "six-hundred-and-five".
fn link(c: &Cursor<'_>, start: usize, end: usize, room: i64) -> (usize, bool) {
    if end == start {
        return (end, false);
    }
    let i = c.past_hyphen(end);
    if room >= 100 && (c.is(i, "and") || c.word(i) == "&") {
        return (c.past_hyphen(i + 1), true);
    }
    if room == 10 && c.word(end) == "-" && !c.touches(end) && !c.touches(end + 1) {
        return (end + 1, false);
    }
    (i, false)
}

/// Reads on from `at`, where the run starts; `article` is the scale word that "a" stands before, if any.
fn from_words(c: &Cursor<'_>, at: usize, article: Option<usize>) -> Option<Numeral> {
    let run = run(c, article.unwrap_or(at), article.is_some())?;
    if let Some(found) = fractions::of_composite(c, at, &run).or_else(|| fractions::share(c, &run)) {
        return Some(found);
    }
    if let Some(found) = and_dozens(c, &run).or_else(|| tens_and_part(c, &run)) {
        return Some(found);
    }
    if is_ordinal(c, &run) {
        return None;
    }
    let base = Number::from_int(run.value);
    if let Some((value, end)) = point(c, base, run.end) {
        return Some(scaled(c, value, end, Shape::Words));
    }
    if let Some(share) = fractions::one_in(c, base, run.end).or_else(|| fractions::over(c, base, at, run.end)) {
        return Some(share);
    }
    let plain = Numeral { value: base, end: run.end, shape: Shape::Words, scale: run.scale };
    let whole = if run.scale == 1 { scaled(c, base, run.end, Shape::Words) } else { plain };
    Some(fractions::with_part(c, whole).unwrap_or(whole))
}

/// "Three hundred and two dozen": the dozens are those behind "and" alone.
fn and_dozens(c: &Cursor<'_>, run: &Run) -> Option<Numeral> {
    let (before, scale) = run.before_and.filter(|(_, scale)| *scale >= 100)?;
    c.find(run.end, |l| matches!(l, Lex::Group(12) | Lex::Plenty(12)).then_some(()))?;
    let value = (run.value - before).checked_mul(12)?.checked_add(before)?;
    Some(Numeral { value: Number::from_int(value), end: run.end + 1, shape: Shape::Words, scale })
}

/// "Twenty and three and three fifths": the old count with ones behind "and", which only a part behind it tells from two numbers.
fn tens_and_part(c: &Cursor<'_>, tens: &Run) -> Option<Numeral> {
    c.find(tens.end.checked_sub(1)?, |l| matches!(l, Lex::Tens(_)).then_some(())).filter(|()| c.is(tens.end, "and"))?;
    let ones = c.find(tens.end + 1, |l| if let Lex::Small(n @ 1..=9) = l { Some(n) } else { None })?;
    let whole = Numeral::new(Number::from_int(tens.value.checked_add(ones)?), tens.end + 2, Shape::Words);
    fractions::with_part(c, whole)
}

/// "Twenty-fifth", "one hundred twenty fifth", "two hundredth": a place in an order, no amount.
fn is_ordinal(c: &Cursor<'_>, run: &Run) -> bool {
    let i = c.past_hyphen(run.end);
    let below = |l| match l {
        Lex::Share(n, false) => Some(n),
        Lex::Ordinal(n) if n != 2 => Some(i64::from(n)),
        _ => None,
    };
    let place = |i: usize| c.find(i, below).filter(|_| !c.is_one_of(i, &["quarter", "half"]));
    let hundreds = run.value % 100 == 0;
    let tens = run.value % 10 == 0 && !hundreds;
    // "One hundred and fifth"
    let linked = hundreds && c.is(run.end, "and") && place(run.end + 1).is_some_and(|n| n < 100);
    linked || place(i).is_some_and(|n| if tens { n < 10 } else { n >= 100 || hundreds && n > 2 })
}

/// "Five point two", "nought point zero six": the digits one by one, or as one number.
fn point(c: &Cursor<'_>, base: Number, at: usize) -> Option<(Number, usize)> {
    if !c.is(at, "point") {
        return None;
    }
    let small = |i: usize| c.find(i, |l| if let Lex::Small(n) = l { Some(n) } else { None });
    let (mut figures, mut places, mut end) = (0_i64, 0_u32, at + 1);
    while let Some(n) = small(end).filter(|n| *n < 10 && places < 9) {
        (figures, places, end) = (figures * 10 + n, places + 1, end + 1);
    }
    if places == 0 {
        let whole = run(c, at + 1, false).filter(|r| (10..100).contains(&r.value))?;
        (figures, places, end) = (whole.value, 2, whole.end);
    }
    Some((base.plus(Number::ratio(figures, 10_i64.pow(places))?)?, end))
}

/// "Several hundred", "a few thousand": at least two of them, as "hundreds" are.
fn some(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let scale = |i: usize| {
        c.find(i, |l| match l {
            Lex::Scale(n) | Lex::Group(n) if n > 2 => Some(n),
            _ => None,
        })
    };
    let (mut size, mut end) = (scale(at + 1)?, at + 2);
    while let Some(larger) = scale(end).filter(|n| *n > size) {
        (size, end) = (size.checked_mul(larger)?, end + 1);
    }
    Some(Numeral { value: Number::from_int(size.checked_mul(2)?), end, shape: Shape::Plenty, scale: size })
}

/// "A hundred", "a dozen", "a couple of", "a half-dozen", "a quarter of".
fn from_article(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    if c.is(at + 1, "few") {
        return some(c, at + 1);
    }
    for lex in c.lex(at + 1) {
        match lex {
            Lex::Scale(_) => return from_words(c, at, Some(at + 1)),
            Lex::Group(n) => {
                let end = at + 2 + usize::from(*n == 2 && c.is(at + 2, "of"));
                // "A couple of dozen"
                let found = scaled(c, Number::from_int(*n), end, Shape::Words);
                return Some(Numeral { scale: found.scale.max(*n), ..found });
            }
            _ => {}
        }
    }
    fractions::with_article(c, at)
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

/// The scale that letters stand for behind an amount: `money` allows more of them. "24 m" and "10 G" are units.
pub(super) fn letter_scale(letters: &str, money: bool) -> Option<i64> {
    match letters {
        "k" | "K" => Some(1_000),
        "M" | "mil" | "Mio" => Some(1_000_000),
        "B" | "b" => Some(1_000_000_000),
        "m" | "MM" | "mm" if money => Some(1_000_000),
        "T" | "t" | "tr" if money => Some(1_000_000_000_000),
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
            // One comma that can part no groups of three.
            ("1,2", "1.2"),
            ("12,34", "12.34"),
            ("0000", "0"),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), 0)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_left() {
        for text in ["14:25", "1.2.3", "1,2345", "007", "0000 hours", "a man", "house", "half", "tens", "third"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("five six"), Some(("5".to_owned(), 1)));
        assert_eq!(read("twenty thirty"), Some(("20".to_owned(), 1)));
        assert_eq!(read("two hundred and"), Some(("200".to_owned(), 1)));
    }
}
