//! The conditions of the rows: what must stand before or behind a month, a year or a part of the day for it to be one.

use super::cursor::Cursor;
use super::lexicon::Lex;
use super::nouns;
use super::pattern::{is_before_christ, year as year_at};
use crate::text::TokenKind;

pub(super) fn hyphen(c: &Cursor<'_>, at: usize) -> bool {
    c.is_hyphen(at)
}

pub(super) fn glued(c: &Cursor<'_>, at: usize) -> bool {
    c.touches(at)
}

/// Whether the number here, behind a month, is not a count ("In June 12 people died").
pub(super) fn no_count(c: &Cursor<'_>, at: usize) -> bool {
    // "On June 12 people met" tells a day, since nobody says "on June".
    let people = c.is(at + 1, "people") && !c.is(at.wrapping_sub(2), "on");
    let last = if c.is_dash(at + 1) && c.is_number(at + 2) { at + 2 } else { at };
    let counts = people || c.is_one_of(last + 1, &["percent", "%", "million", "billion", "thousand", "km", "miles"]);
    let after_in = c.is(at.wrapping_sub(2), "in") && c.is_lower(at + 1) && nouns::is_plural(c.word(at + 1));
    !(counts || after_in)
}

/// Whether a number ends before this token ("June 10-15%" is no date).
pub(super) fn ends_number(c: &Cursor<'_>, at: usize) -> bool {
    !c.is_one_of(at, &["percent", "%", "million", "billion"])
}

pub(super) fn no_of(c: &Cursor<'_>, at: usize) -> bool {
    !c.is(at, "of")
}

pub(super) fn of_our_era(c: &Cursor<'_>, at: usize) -> bool {
    !is_before_christ(c, at)
}

/// "USA TODAY" is a paper.
pub(super) fn no_paper(c: &Cursor<'_>, at: usize) -> bool {
    c.word(at) != "TODAY" || at == 0 || c.word(at - 1) != "USA"
}

pub(super) fn no_than(c: &Cursor<'_>, at: usize) -> bool {
    !c.is(at, "than")
}

pub(super) fn follows_in(c: &Cursor<'_>, at: usize) -> bool {
    ["in", "during", "into", "over", "by", "through", "throughout"].iter().any(|w| c.before(at).eq_ignore_ascii_case(w))
}

pub(super) fn follows_bare_in(c: &Cursor<'_>, at: usize) -> bool {
    c.before(at).eq_ignore_ascii_case("in")
}

/// Whether the unit before this token is the "business day".
pub(super) fn counts_business(c: &Cursor<'_>, at: usize) -> bool {
    at >= 2 && c.is_one_of(at - 2, &["business", "working"])
}

pub(super) fn follows_at(c: &Cursor<'_>, at: usize) -> bool {
    ["at", "before", "by", "until", "since"].iter().any(|w| c.before(at).eq_ignore_ascii_case(w))
}

/// Whether the token before touches the one before it.
pub(super) fn glued_before(c: &Cursor<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|i| c.touches(i))
}

/// Whether the number before this token counts nothing that stands here.
pub(super) fn counts_nothing(c: &Cursor<'_>, at: usize) -> bool {
    let counted = c.is_lower(at)
        && (nouns::is_plural(c.word(at)) || c.is_one_of(at, &["people", "percent", "per", "thousand", "million", "billion", "years"]));
    !(counted || matches!(c.word(at), "%" | "$"))
}

/// Words that may follow a day of the month in digits, which no noun may: "the 20th floor".
const BESIDE: &[&str] = &["it", "he", "she", "they", "we", "i", "the", "a", "an", "was", "were", "had", "is", "his", "her", "their", "its"];

/// Whether a day of the month ends here.
pub(super) fn ends_day(c: &Cursor<'_>, at: usize) -> bool {
    ends_clause(c, at) || c.is_one_of(at, BESIDE)
}

/// Whether a preposition that takes a day stands before.
pub(super) fn follows_day(c: &Cursor<'_>, at: usize) -> bool {
    ["on", "by", "for", "until", "till", "since", "from", "to", "before", "after", "between", "and"]
        .iter()
        .any(|w| c.before(at).eq_ignore_ascii_case(w))
}

pub(super) fn follows_on(c: &Cursor<'_>, at: usize) -> bool {
    c.before(at).eq_ignore_ascii_case("on")
}

/// Whether a day in words is more than one: "the first" is seldom that of a month.
pub(super) fn is_tens(c: &Cursor<'_>, at: usize) -> bool {
    c.find(at, |l| matches!(l, Lex::Tens(20 | 30)).then_some(())).is_some()
}

/// Whether what follows is no day, month or season: "the week before last", not "the day before last Tuesday".
pub(super) fn names_no_day(c: &Cursor<'_>, at: usize) -> bool {
    !c.lex(at).iter().any(|l| matches!(l, Lex::Weekday(_) | Lex::Month(_) | Lex::Season(_) | Lex::Part(_) | Lex::Unit(..) | Lex::Holiday))
}

/// Whether nothing follows but a mark.
pub(super) fn ends_sentence(c: &Cursor<'_>, at: usize) -> bool {
    match c.kind(at) {
        None => true,
        Some(TokenKind::Mark) => !c.is_hyphen(at) && !matches!(c.word(at), "%" | "$" | "€" | "°" | "/"),
        Some(_) => false,
    }
}

/// Words that may follow "the day before" where it stands alone.
const GO_ON: &[&str] =
    &["and", "but", "when", "in", "at", "on", "as", "while", "to", "by", "with", "for", "from", "amid", "near", "outside", "because", "or"];

/// Whether nothing follows that the expression could belong to ("the day before the vote").
pub(super) fn ends_clause(c: &Cursor<'_>, at: usize) -> bool {
    match c.kind(at) {
        None => true,
        Some(TokenKind::Mark) => !c.is_hyphen(at),
        Some(TokenKind::Word) => c.is_one_of(at, GO_ON),
        Some(TokenKind::Number | TokenKind::Clitic) => false,
    }
}

/// Capitalised words that make a name of a weekday behind or before them.
const TITLES: &[&str] = &[
    "Times",
    "Telegraph",
    "Mirror",
    "Express",
    "Mail",
    "Herald",
    "Post",
    "Star",
    "Independent",
    "Tribune",
    "Magazine",
    "Review",
    "World",
    "Politics",
];
const HOLY: &[&str] = &["Good", "Black", "Ash", "Bloody", "Super", "Cyber", "Palm", "Easter", "Holy", "Maundy", "Giving"];

pub(super) fn no_title(c: &Cursor<'_>, at: usize) -> bool {
    !(TITLES.contains(&c.word(at + 1)) || HOLY.contains(&c.before(at)))
}

/// Prepositions that take a month or a year.
const PREPOSITIONS: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "during",
    "from",
    "to",
    "through",
    "of",
    "between",
    "before",
    "after",
    "for",
    "late",
    "early",
    "mid",
    "around",
    "throughout",
    "into",
    "circa",
    "and",
    "or",
    "year",
    "ended",
    "ending",
    "beginning",
    "starting",
    "end",
];

pub(super) fn follows_preposition(c: &Cursor<'_>, at: usize) -> bool {
    let i = if at > 0 && c.is_dash(at - 1) { at - 1 } else { at };
    PREPOSITIONS.iter().any(|w| c.before(i).eq_ignore_ascii_case(w))
}

/// Whether a month's name without day or year is one: first names and words of other meaning need a preposition.
pub(super) fn stands_as_month(c: &Cursor<'_>, at: usize) -> bool {
    let month = c.find(at, |l| match l {
        Lex::Month(n) => Some((n, false)),
        Lex::ShortMonth(n) => Some((n, true)),
        _ => None,
    });
    let paired = c.is_dash(at + 1) && c.find(at + 2, |l| matches!(l, Lex::Month(_)).then_some(())).is_some();
    match month {
        None => false,
        // "(May–August 1950)"
        Some((_, false)) if paired => true,
        // "The March vote", not "the March on the capital".
        Some((3 | 5, false)) if c.is(at.wrapping_sub(1), "the") => c.is_lower(at + 1) && !c.is_one_of(at + 1, GO_ON) && !c.is(at + 1, "of"),
        Some((_, true) | (3 | 5, _)) => follows_preposition(c, at) && !c.is_capital(at + 1),
        Some((4 | 6 | 8, _)) => follows_preposition(c, at) || !(c.is_capital(at + 1) || c.before(at).starts_with(char::is_uppercase)),
        Some(_) => true,
    }
}

/// Whether four digits are a year. Between 1900 and 2039 they are, unless they count something; others need a
/// preposition of time.
pub(super) fn stands_as_year(c: &Cursor<'_>, at: usize) -> bool {
    let Some((year, _)) = year_at(c, at) else { return false };
    // "The 460s BC" is no year.
    let decade = c.is(at + 1, "s");
    if !decade && (year <= 0 || matches!(c.word(at + 1), "AD" | "A.D." | "CE")) {
        return true;
    }
    let glued = |i: usize| c.touches(i) && !c.is_dash(i - 1) && !matches!(c.word(i - 1), "(" | "[" | "\"" | "'" | "/");
    let counted =
        c.is_one_of(at + 1, &["percent", "%", "million", "billion", "thousand", "hundred", "per"]) || super::measures::starts(c, at + 1);
    // "2000 over 3", and nothing else, is a fraction.
    let fraction = c.is(at + 1, "over") && c.is_number(at + 2) && c.is_whole(at, at + 3);
    if glued(at) || counted || fraction || (c.touches(at + 1) && c.is_word(at + 1)) {
        return false;
    }
    let plural = c.is_lower(at + 1) && nouns::is_plural(c.word(at + 1));
    let determined = c.is_one_of(at.wrapping_sub(1), &["the", "'s", "its", "his", "her", "their"]);
    if (1900..2040).contains(&year) {
        return !plural || determined || follows_preposition(c, at);
    }
    let span = |i: usize| c.is_dash(i) && c.is_number(i + 1);
    let bracketed = matches!(c.word(at.wrapping_sub(1)), "(" | "[") && (span(at + 1) || matches!(c.word(at + 1), ")" | "]"));
    let in_span = span(at + 1) && year_at(c, at + 2).is_some() || c.is_dash(at.wrapping_sub(1)) && year_at(c, at.wrapping_sub(2)).is_some();
    if (1500..1900).contains(&year) && (bracketed || in_span || determined || (!plural && follows_preposition(c, at))) {
        return true;
    }
    let temporal = ["in", "since", "until", "during", "from", "circa", "year", "by", "early", "late"];
    !plural && temporal.iter().any(|w| c.before(at).eq_ignore_ascii_case(w))
}

/// Whether a year stands before what joins it to this token: "1915–17".
pub(super) fn follows_year(c: &Cursor<'_>, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|i| stands_as_year(c, i))
}

fn is_before(c: &Cursor<'_>, at: usize, words: &[&str]) -> bool {
    let before = c.before(at);
    words.iter().any(|w| before.eq_ignore_ascii_case(w))
}

/// Words before a unit in the plural that make it a length: "for weeks", "within days".
pub(super) fn follows_lasting(c: &Cursor<'_>, at: usize) -> bool {
    is_before(c, at, &["for", "within", "in", "after", "spent", "took", "take", "takes", "taking", "lasted", "last", "by"])
}

pub(super) fn follows_over(c: &Cursor<'_>, at: usize) -> bool {
    is_before(c, at, &["over", "through", "throughout", "down"])
}

/// Whether the expression ends here: no words belong to it.
pub(super) fn stands_alone(c: &Cursor<'_>, at: usize) -> bool {
    ends_clause(c, at)
}

pub(super) fn follows_at_present(c: &Cursor<'_>, at: usize) -> bool {
    is_before(c, at, &["at", "the"])
}

/// Whether "of" and a date follow.
pub(super) fn follows_of(c: &Cursor<'_>, at: usize) -> bool {
    let dated = |i: usize| {
        c.is_number(i) || c.find(i, |l| matches!(l, Lex::Month(_) | Lex::ShortMonth(_) | Lex::Weekday(_)).then_some(())).is_some()
    };
    c.is(at, "of") && (dated(at + 1) || (c.is(at + 1, "the") && dated(at + 2)))
}

/// Whether what stands before "a day" is counted by the day: a number, a count in words, a noun in the plural.
pub(super) fn is_rate(c: &Cursor<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if super::durations::unit_at(c, before).is_some() {
        return false;
    }
    let counted = c.is_lower(before) && nouns::is_plural(c.word(before));
    c.is_number(before)
        || c.word(before) == "%"
        || counted
        || c.is_one_of(before, &["percent", "million", "billion", "thousand", "hundred", "dozen"])
}

/// Whether a season's name is one here: "spring" and "fall" are verbs as well, and "summer" before a noun may name anything.
pub(super) fn names_no_season(c: &Cursor<'_>, at: usize) -> bool {
    let led = is_before(
        c,
        at,
        &["in", "by", "during", "since", "until", "till", "before", "after", "early", "late", "mid", "of", "through", "and", "or", "to"],
    );
    let plain = c.is_one_of(at, &["summer", "winter", "autumn"]);
    let noun = c.is_lower(at + 1)
        && !c.is_one_of(at + 1, GO_ON)
        && !c.is_one_of(at + 1, &["of", "was", "had", "were", "would", "they", "he", "it"]);
    plain && c.is_lower(at) && led && !noun
}

/// Whether another season, a year or the end of the clause follows: "the spring and early summer of 1943".
pub(super) fn joins_seasons(c: &Cursor<'_>, at: usize) -> bool {
    let season = |i: usize| c.find(i, |l| matches!(l, Lex::Season(_)).then_some(())).is_some();
    c.is_one_of(at, &["and", "or"]) && (season(at + 1) || season(at + 2))
}
