//! Dates in digits alone: "2031-06-19", "19/06/2031", "6-19-31", "19.6.2031", "6/19", and the order that a text writes them in.

use jiff::civil::Date;

use super::DateOrder;
use super::cursor::Cursor;
use crate::text::tokens;

/// A date as its digits give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) year: Option<i16>,
    /// Month and day, or day and month: nothing tells which where both may be a month.
    pub(super) pair: (i8, i8),
    /// What the notation tells of their order.
    told: Told,
}

/// What the notation of a date tells of the order of month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Nothing,
    /// Hyphens, or a comma before the year: month first, where the text does not write the day first.
    Custom,
    /// The year came first: then it is month and day.
    YearFirst,
}

impl Digits {
    /// Month and day where only one order gives a date, one of the two being no month or both the same, or the notation tells it.
    pub(super) const fn certain(self) -> Option<(i8, i8)> {
        match self.pair {
            (a, b) if matches!(self.told, Told::YearFirst) => Some((a, b)),
            (a, b) if a > 12 && b <= 12 => Some((b, a)),
            (a, b) if a <= 12 && (b > 12 || a == b || matches!(self.told, Told::Custom)) => Some((a, b)),
            _ => None,
        }
    }

    /// The order that the numbers alone show: one of the two is no month.
    const fn shows(self) -> DateOrder {
        match self.pair {
            _ if matches!(self.told, Told::YearFirst) => DateOrder::Open,
            (a, b) if a > 12 && b <= 12 => DateOrder::DayFirst,
            (a, b) if b > 12 && a <= 12 => DateOrder::MonthFirst,
            _ => DateOrder::Open,
        }
    }

    /// The same, by a custom of writers who put the month first.
    const fn by_custom(self) -> Self {
        Self { told: Told::Custom, ..self }
    }

    /// The day, in a text that writes its dates in `order`. Where nothing tells it, of two orders the one that lies nearer to `near`,
    /// month first where both are as near; none where nothing is near.
    pub(super) fn day(self, order: DateOrder, near: Option<Date>) -> Option<Date> {
        let year = self.year?;
        let (a, b) = self.pair;
        let settled = match (order, self.shows(), self.told) {
            (DateOrder::DayFirst, DateOrder::Open, Told::Nothing | Told::Custom) => Some((b, a)),
            (DateOrder::MonthFirst, DateOrder::Open, Told::Nothing | Told::Custom) => Some((a, b)),
            _ => self.certain(),
        };
        if let Some((month, day)) = settled {
            return Date::new(year, month, day).ok();
        }
        let (first, second) = (Date::new(year, a, b).ok()?, Date::new(year, b, a).ok()?);
        let off = |d: Date| near.and_then(|n| n.until(d).ok()).map(|s| s.get_days().abs());
        match (off(first)?, off(second)?) {
            (x, y) if x.min(y) > NEAR => None,
            (x, y) if x <= y => Some(first),
            _ => Some(second),
        }
    }
}

/// The order of day and month that a text shows: a writer who puts "25/06/2031" puts the day first in "07/06/2031" too. Dates that a
/// calendar has in one order alone show it; where two of them show two orders, the text has none. Short dates ("16/9") are as often
/// fractions and scores, and show nothing. O(n), and next to nothing where the text has no such dates.
pub fn date_order(text: &str) -> DateOrder {
    let mut order = DateOrder::Open;
    for line in text.lines().filter(|line| may_hold(line)) {
        let tokens = tokens(line);
        let c = Cursor::new(line, &tokens, 0..tokens.len());
        for at in 0..tokens.len() {
            let Some((digits, end)) = date(&c, at) else { continue };
            let year = c.word(end - 1).rsplit(['.', ',']).next().map_or(0, str::len);
            match digits.shows() {
                shown if digits.year.is_none() || (year != 4 && c.word(at + 1) != "/") || shown == DateOrder::Open => {}
                shown if order == DateOrder::Open || order == shown => order = shown,
                _ => return DateOrder::Open,
            }
        }
    }
    order
}

/// Whether a line has two marks of one kind between digits, at most two digits apart.
fn may_hold(line: &str) -> bool {
    let bytes = line.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mark = |i: usize| matches!(bytes.get(i), Some(b'/' | b'-' | b'.'));
    let second = |i: usize| matches!(bytes.get(i), Some(b'/' | b'-' | b'.' | b',')) && digit(i + 1);
    (1..bytes.len()).any(|i| mark(i) && digit(i - 1) && digit(i + 1) && (second(i + 2) || (digit(i + 2) && second(i + 3))))
}

/// Days from publication within which a date of unclear order is read as the nearer of its two readings.
const NEAR: i32 = 366;
/// Years of two digits from here on belong to the last century.
const PIVOT: i16 = 70;

/// The date in digits at `at`, and the index after it.
pub(super) fn date(c: &Cursor<'_>, at: usize) -> Option<(Digits, usize)> {
    if !c.is_number(at) || (at > c.start && c.touches(at) && !matches!(c.word(at - 1), "(" | "[" | "\"" | "'")) {
        return None;
    }
    let found = dotted(c, at).or_else(|| three(c, at)).or_else(|| two(c, at))?;
    let end = found.1;
    // "1.1^23" is a power.
    let mark = c.is_dash(end) || matches!(c.word(end), "/" | "^" | "×" | "*");
    let glued = c.touches(end) && (c.is_number(end) || c.is_word(end) || mark);
    (!glued && !matches!(c.word(end), "%" | "$" | "€" | "°")).then_some(found)
}

/// "19.6.2031", "2031.6.19", one token; and "19.6", behind a preposition of time and before a mark.
fn dotted(c: &Cursor<'_>, at: usize) -> Option<(Digits, usize)> {
    let mut parts = c.word(at).split('.');
    let (a, b, rest) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let digits = match rest {
        Some(y) => ordered(a, b, y)?,
        None if leads(c, at) && ends(c, at + 1) => Digits { year: None, pair: (small(a)?, small(b)?), told: Told::Nothing },
        None => return None,
    };
    (rest.is_some() || digits.certain().is_some()).then_some((digits, at + 1))
}

/// "19/06/2031", "6-19-31", "08/12,2031".
fn three(c: &Cursor<'_>, at: usize) -> Option<(Digits, usize)> {
    let joint = c.word(at + 1);
    let joined = |i: usize| c.word(i) == joint && c.touches(i) && c.touches(i + 1) && c.is_number(i + 1);
    if !matches!(joint, "/" | "-") || !joined(at + 1) {
        return None;
    }
    // A comma before the year is written where the month comes first, and so are hyphens.
    if let Some((b, y)) = c.word(at + 2).split_once(',') {
        return Some((ordered(c.word(at), b, y)?.by_custom(), at + 3));
    }
    let whole = joined(at + 3).then(|| ordered(c.word(at), c.word(at + 2), c.word(at + 4)))??;
    let whole = if joint == "-" { whole.by_custom() } else { whole };
    // A sum of two digits each is a score or a code unless it starts a month: "6-19-31" is a date, "31-6-40" none.
    (c.word(at + 4).len() == 4 || joint == "/" || leads(c, at) || ends(c, at + 5)).then_some((whole, at + 5))
}

/// "6/19", "6-19": the day of an open year, where the order is certain.
fn two(c: &Cursor<'_>, at: usize) -> Option<(Digits, usize)> {
    let joint = c.word(at + 1);
    let digits = Digits { year: None, pair: (small(c.word(at))?, small(c.word(at + 2))?), told: Told::Nothing };
    let joined = c.touches(at + 1) && c.touches(at + 2) && (joint == "/" || (joint == "-" && leads(c, at)));
    // "24/7" is no day, and what counts something is a share or a score.
    let told = digits.certain().is_some() && digits.pair != (24, 7) && digits.pair.0 != digits.pair.1;
    (joined && told && ends(c, at + 3)).then_some((digits, at + 3))
}

fn ordered(a: &str, b: &str, c: &str) -> Option<Digits> {
    if a.len() == 4 {
        return Some(Digits { year: Some(year(a)?), pair: (small(b)?, small(c)?), told: Told::YearFirst });
    }
    Some(Digits { year: Some(year(c)?), pair: (small(a)?, small(b)?), told: Told::Nothing })
}

fn small(text: &str) -> Option<i8> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|n| digits && (1..=31).contains(n))
}

fn year(text: &str) -> Option<i16> {
    let n: i16 = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())??;
    match text.len() {
        4 => Some(n).filter(|y| (1000..=2199).contains(y)),
        2 => Some(if n < PIVOT { 2000 + n } else { 1900 + n }),
        _ => None,
    }
}

/// Whether a preposition of time stands before.
fn leads(c: &Cursor<'_>, at: usize) -> bool {
    at == c.start || c.is_one_of(at - 1, &["on", "in", "by", "until", "till", "since", "from", "before", "after", "dated", "due"])
}

/// Whether nothing follows that the digits could count.
fn ends(c: &Cursor<'_>, at: usize) -> bool {
    super::conditions::ends_clause(c, at)
}
