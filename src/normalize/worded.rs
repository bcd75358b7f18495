//! What records write around a value: bounds of a date, the noun of a founding, an age in words, how sure a figure is.

use std::borrow::Cow;

use crate::value::{Modifier, Number, Quantity, Time, TimeForm, Zone};

/// Words before a date that its attribute has said: "born 7 March 1961", "est. 1998".
const DATED: &[&str] = &[
    "born",
    "died",
    "est.",
    "est",
    "established",
    "founded",
    "built",
    "opened",
    "opens",
    "dated",
    "started",
    "starts",
    "until",
    "till",
    "through",
];

/// The date without them.
pub(super) fn date(text: &str) -> Cow<'_, str> {
    let text = behind(text, DATED).unwrap_or(text.trim());
    let hyphened = || {
        let mut parts = text.split('-');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let figures = |t: &str| t.len() <= 4 && !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        let named = month.len() >= 3 && month.bytes().all(|b| b.is_ascii_alphabetic());
        (parts.next().is_none() && figures(day) && named && figures(year)).then(|| format!("{day} {month} {year}"))
    };
    // "23-May-2031"
    hyphened().map_or(text.into(), Into::into)
}

/// What stands behind the one of some words that opens a text.
fn behind<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let text = text.trim();
    let rest = |w: &str| text.get(..w.len()).filter(|t| t.eq_ignore_ascii_case(w)).and_then(|_| text[w.len()..].strip_prefix(' '));
    words.iter().find_map(|w| rest(w)).map(str::trim).filter(|t| !t.is_empty())
}

/// Words that make a date the end of a stretch of time.
const BOUNDS: &[(&str, Modifier)] = &[
    ("on or before", Modifier::OnOrBefore),
    ("no later than", Modifier::OnOrBefore),
    ("not later than", Modifier::OnOrBefore),
    ("by", Modifier::OnOrBefore),
    ("before", Modifier::Before),
    ("prior to", Modifier::Before),
    ("on or after", Modifier::OnOrAfter),
    ("no earlier than", Modifier::OnOrAfter),
    ("not before", Modifier::OnOrAfter),
    ("after", Modifier::After),
];

/// The date that a text bounds, and on which side.
pub(super) fn bound(text: &str) -> (&str, Option<Modifier>) {
    BOUNDS.iter().find_map(|row| Some((behind(text, &[row.0])?, Some(row.1)))).unwrap_or((text, None))
}

const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether a text is the name of a weekday alone.
pub(super) fn is_weekday(text: &str) -> bool {
    let text = behind(text, &["on"]).unwrap_or(text.trim()).trim_end_matches('.');
    WEEKDAYS.iter().any(|d| d.eq_ignore_ascii_case(text))
}

/// Whether a clock time ends in a zone of which it is not known how far from Greenwich it is: "17:14 EST" in May, "9:30 IST". Read
/// without it, it would be told by another clock.
pub(super) fn has_unread_zone(text: &str, read: Time) -> bool {
    let clock = matches!(read.form, TimeForm::Minute(_));
    let last = text.trim().rsplit(' ').next().unwrap_or_default();
    let zone = (2..=4).contains(&last.len()) && last.ends_with('T') && last.bytes().all(|b| b.is_ascii_uppercase());
    clock && zone && read.zone() == Zone::Unknown
}

/// Whether two figures with "to" between them are the ends of a range: the second is the higher. A score has none.
pub(super) fn is_range(text: &str, scored: bool) -> bool {
    let text = text.trim();
    let figure = |t: &str| t.trim().replace(',', "").parse::<u32>().ok();
    let ends = text.split_once(" to ");
    !scored && ends.is_some_and(|(a, b)| figure(a).zip(figure(b)).is_some_and(|(a, b)| a < b))
}

/// "2019-2023", "2019 to 2023", "2022/23": years that are told by the first and the last, in one writing. They are no figures.
pub(super) fn years(text: &str) -> Option<String> {
    let text = text.trim();
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '/');
    let (from, to) = text.split_once(" to ").or_else(|| text.split_once(dash))?;
    let (from, to) = (from.trim(), to.trim());
    let figures = |t: &str| t.bytes().all(|b| b.is_ascii_digit()).then(|| t.parse::<u16>().ok())?;
    let (first, last) = (figures(from).filter(|y| from.len() == 4 && (1500..2200).contains(y))?, figures(to)?);
    let last = match to.len() {
        4 => last,
        2 => first / 100 * 100 + last,
        _ => return None,
    };
    (first < last && last < 2200).then(|| format!("{first}-{last}"))
}

/// Units that records write onto a figure and that running text has not: "104F", "25bp".
const GLUED: &[(&str, &str)] = &[("F", "F"), ("bp", "bp"), ("pp", "pp"), ("ppt", "ppt"), ("M", "million"), ("B", "billion")];

/// What records write in another way than running text.
const WRITTEN: &[(&str, &str)] = &[(" out of ", " of "), ("Rs. ", "Rs "), (" per annum", " a year"), (" p.a.", " a year")];

/// The text as running text has it.
pub(super) fn spaced(text: &str) -> Cow<'_, str> {
    let figure = |t: &str| t.ends_with(|c: char| c.is_ascii_digit()) && !t.contains(char::is_alphabetic);
    let glued = GLUED.iter().find_map(|row| text.trim().strip_suffix(row.0).filter(|t| figure(t)).map(|t| format!("{t} {}", row.1)));
    let written = || WRITTEN.iter().find(|row| text.contains(row.0)).map(|row| text.replacen(row.0, row.1, 1));
    glued.or_else(written).map_or(text.into(), Into::into)
}

/// An amount and what says behind it how sure it is: "(CI 90–98)", "± 3".
pub(super) fn estimate(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let bracket = || text.find('(').filter(|_| text.ends_with(')'));
    let at = bracket().or_else(|| text.find('±')).or_else(|| text.find("+/-"))?;
    let (amount, rest) = (text[..at].trim(), &text[at..]);
    let told = rest.starts_with('(') && !["CI", "confidence", "interval", "range", "margin", "±", "+/-"].iter().any(|w| rest.contains(w));
    (!amount.is_empty() && !told && rest.contains(|c: char| c.is_ascii_digit())).then_some((amount, rest))
}

/// Ages that records write in words: "34 y/o", "in his 30s", "mid-40s", "late teens".
pub(super) fn age(text: &str) -> Option<Quantity> {
    let text = text.trim().to_lowercase();
    let short = ["y/o", "yo", "y.o.", "yrs old", "yrs", "y"].iter().find_map(|end| text.strip_suffix(end));
    if let Some(n) = short.and_then(|t| t.trim().parse::<i64>().ok()) {
        return Some(Quantity::new(Number::from_int(n), "year-old"));
    }
    let mut words = text.split([' ', '-']).filter(|w| !matches!(*w, "in" | "his" | "her" | "their" | "the" | "a" | "an" | "aged"));
    let first = words.next()?;
    let (part, decade) = match first {
        "early" | "mid" | "late" => (Some(first), words.next()?),
        _ => (None, first),
    };
    let (low, high) = in_decade(part, decade)?;
    let range = Quantity { written: Some(Number::from_int(1)), ..Quantity::new(Number::from_int(low), "year-old") };
    words.next().is_none().then_some(Quantity { upper: Some(Number::from_int(high)), ..range })
}

const TENS: &[(&str, i64)] = &[
    ("twenties", 20),
    ("thirties", 30),
    ("forties", 40),
    ("fifties", 50),
    ("sixties", 60),
    ("seventies", 70),
    ("eighties", 80),
    ("nineties", 90),
];

/// The ages of a decade of life, or of its early, middle or late years: as wide as these are used, a year over.
fn in_decade(part: Option<&str>, decade: &str) -> Option<(i64, i64)> {
    if matches!(decade, "teens" | "teenager" | "teenage") {
        return Some(match part {
            Some("early") => (13, 15),
            Some("mid") => (14, 17),
            Some(_) => (16, 19),
            None => (13, 19),
        });
    }
    let figures = || decade.strip_suffix('s').map(|t| t.trim_end_matches('\'')).and_then(|t| t.parse::<i64>().ok());
    let low = TENS.iter().find(|row| row.0 == decade).map(|row| row.1).or_else(figures)?;
    let whole = low % 10 == 0 && (20..=110).contains(&low);
    whole.then(|| match part {
        Some("early") => (low, low + 4),
        Some("mid") => (low + 3, low + 7),
        Some(_) => (low + 6, low + 9),
        None => (low, low + 9),
    })
}
