//! Dates in digits alone: "2031-06-19", "19/06/2031", "6-19-31", "19.6.2031", "6/19".

use jiff::civil::Date;

use super::cursor::Cursor;

/// A date as its digits give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) year: Option<i16>,
    /// Month and day, or day and month: nothing tells which where both may be a month.
    pub(super) pair: (i8, i8),
    /// The year came first: then it is month and day.
    month_first: bool,
}

impl Digits {
    /// Month and day where only one order gives a date: one of the two is no month, or both are the same.
    pub(super) const fn certain(self) -> Option<(i8, i8)> {
        match self.pair {
            (a, b) if self.month_first => Some((a, b)),
            (a, b) if a > 12 && b <= 12 => Some((b, a)),
            (a, b) if b > 12 && a <= 12 => Some((a, b)),
            (a, b) if a == b => Some((a, b)),
            _ => None,
        }
    }

    /// The same, the first number being the month, where it can be one.
    const fn month_first(mut self) -> Self {
        self.month_first = self.pair.0 <= 12;
        self
    }

    /// The day: of two orders the one that lies nearer to `near`, month first where both are as near; none where nothing is near.
    pub(super) fn day(self, near: Option<Date>) -> Option<Date> {
        let year = self.year?;
        if let Some((month, day)) = self.certain() {
            return Date::new(year, month, day).ok();
        }
        let (a, b) = self.pair;
        let (first, second) = (Date::new(year, a, b).ok()?, Date::new(year, b, a).ok()?);
        let off = |d: Date| near.and_then(|n| n.until(d).ok()).map(|s| s.get_days().abs());
        match (off(first)?, off(second)?) {
            (x, y) if x.min(y) > NEAR => None,
            (x, y) if x <= y => Some(first),
            _ => Some(second),
        }
    }
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
        None if leads(c, at) && ends(c, at + 1) => Digits { year: None, pair: (small(a)?, small(b)?), month_first: false },
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
        return Some((ordered(c.word(at), b, y)?.month_first(), at + 3));
    }
    let whole = joined(at + 3).then(|| ordered(c.word(at), c.word(at + 2), c.word(at + 4)))??;
    let whole = if joint == "-" { whole.month_first() } else { whole };
    // A sum of two digits each is a score or a code unless it starts a month: "6-19-31" is a date, "31-6-40" none.
    (c.word(at + 4).len() == 4 || joint == "/" || leads(c, at) || ends(c, at + 5)).then_some((whole, at + 5))
}

/// "6/19", "6-19": the day of an open year, where the order is certain.
fn two(c: &Cursor<'_>, at: usize) -> Option<(Digits, usize)> {
    let joint = c.word(at + 1);
    let digits = Digits { year: None, pair: (small(c.word(at))?, small(c.word(at + 2))?), month_first: false };
    let joined = c.touches(at + 1) && c.touches(at + 2) && (joint == "/" || (joint == "-" && leads(c, at)));
    // "24/7" is no day, and what counts something is a share or a score.
    let told = digits.certain().is_some() && digits.pair != (24, 7) && digits.pair.0 != digits.pair.1;
    (joined && told && ends(c, at + 3)).then_some((digits, at + 3))
}

fn ordered(a: &str, b: &str, c: &str) -> Option<Digits> {
    if a.len() == 4 {
        return Some(Digits { year: Some(year(a)?), pair: (small(b)?, small(c)?), month_first: true });
    }
    Some(Digits { year: Some(year(c)?), pair: (small(a)?, small(b)?), month_first: false })
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
