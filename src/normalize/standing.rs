//! What is no amount: parts of names, codes, telephone numbers, scores, years, pronouns.

use std::ops::Range;

use super::amounts::Amount;
use super::cursor::Cursor;
use super::numerals::Shape;
use super::{listed, measures, nouns, numerals, pattern};
use crate::text::TokenKind;
use crate::value::Number;

/// Whether numbers joined by hyphens are a telephone number, a code or a score rather than a range.
pub(super) fn is_chain(c: &Cursor<'_>, at: usize) -> bool {
    if !(c.touches(at + 2) && c.is_number(at + 2)) {
        return false;
    }
    let longer = c.is_dash(at + 3) && c.touches(at + 3) && c.touches(at + 4) && c.is_number(at + 4);
    let score = [
        "win",
        "victory",
        "defeat",
        "loss",
        "draw",
        "lead",
        "vote",
        "decision",
        "ruling",
        "record",
        "triumph",
        "tie",
        "aggregate",
        "success",
    ];
    longer || c.is_one_of(at + 3, &score) || (range_end(c, at).is_none() && numerals::numeral(c, at).is_none_or(|n| n.end == at + 1))
}

fn range_end(c: &Cursor<'_>, at: usize) -> Option<()> {
    let (low, high) = (numerals::digits(c.word(at))?, numerals::numeral(c, at + 2)?);
    let behind = c.past_hyphen(high.end);
    let unit = measures::behind(c, behind).is_some() || c.is_word(behind);
    let money = at > c.start && measures::before(c, at - 1).is_some();
    (low < high.value && (unit || money || high.scale > 1)).then_some(())
}

/// "+44 20 7946 0958", "0800 123 456": groups of digits behind a plus or a group with a needless zero.
pub(super) fn is_telephone(c: &Cursor<'_>, at: usize, plus: bool) -> bool {
    let word = c.word(at);
    let zero = word.len() > 2 && word.starts_with('0') && word.bytes().all(|b| b.is_ascii_digit());
    (plus || zero) && c.is_number(at) && c.is_number(at + 1)
}

/// Whether a number of four digits stands here that reads as a year.
pub(super) fn is_year(c: &Cursor<'_>, at: usize) -> bool {
    c.word(at).len() == 4 && pattern::year(c, at).is_some()
}

/// Words before a number that make it a name or a place in an order.
const LABELS: &[&str] = &[
    "no",
    "no.",
    "nos",
    "number",
    "numbers",
    "page",
    "pages",
    "chapter",
    "section",
    "article",
    "room",
    "flight",
    "route",
    "highway",
    "interstate",
    "channel",
    "level",
    "grade",
    "category",
    "phase",
    "type",
    "version",
    "day",
    "area",
    "gate",
    "platform",
    "line",
    "figure",
    "step",
    "stage",
    "class",
    "district",
    "ward",
    "zone",
    "paragraph",
    "rule",
    "title",
    "volume",
    "vol",
    "episode",
    "part",
    "covid",
    "sars",
    "apartment",
    "verse",
    "psalm",
    "seat",
    "exit",
    "junction",
    "terminal",
    "round",
    "unit",
    "clause",
    "appendix",
    "exhibit",
    "block",
    "building",
    "tower",
    "hall",
    "reactor",
    "booth",
    "cell",
    "pier",
    "berth",
    "proposition",
    "suite",
    "box",
    "mark",
    "formula",
];

/// Nouns of persons and losses: a number before them counts even behind a name ("In Exampleton 12 people …").
const COUNTED: &[&str] = &[
    "people",
    "persons",
    "men",
    "women",
    "children",
    "officers",
    "soldiers",
    "troops",
    "workers",
    "passengers",
    "students",
    "civilians",
    "residents",
    "patients",
    "cases",
    "deaths",
    "victims",
    "others",
    "protesters",
    "homes",
    "houses",
];

/// Whether the number is no part of a longer token or of an ordinal: "F-16", "9th", "4x4". A hedge before it changes nothing.
pub(super) fn is_free(c: &Cursor<'_>, at: usize, low: &Amount, end: usize, measured: bool) -> bool {
    if let Some(counts) = listed::in_list(c, low.number) {
        return counts && low.end == low.number + 1;
    }
    !(pattern::is_suffix(c, low.end) || is_glued(c, low.number, at) || is_glued_behind(c, end, measured))
}

/// Whether the number is one, and not a name's part, an ordinal, a year, a code, or a pronoun.
pub(super) fn stands_alone(
    c: &Cursor<'_>,
    at: usize,
    low: &Amount,
    end: usize,
    measured: bool,
    noun: Option<&(Range<usize>, usize)>,
) -> bool {
    let number = low.number;
    let opens_list = number == c.start && matches!(c.word(end), "." | ")") && end + 1 < c.end;
    if !measured && (is_house(c, end) || noun.is_none() && is_model(c, number, end)) {
        return false;
    }
    if opens_list || is_labelled(c, number) || is_group(c, number) || is_year_or_code(c, number, end, measured, noun.is_some()) {
        return false;
    }
    // "12,5 people": what is counted has no decimals; these are two numbers, or a slip.
    let comma = c.word(number).contains(',') && !c.word(number).contains('.');
    let halved = comma && !measured && noun.is_some() && low.scale == 1 && !low.value.is_integer();
    if halved && low.shape == Shape::Digits {
        return false;
    }
    let counts = measured || noun.is_some_and(|(_, head)| COUNTED.iter().any(|w| c.is(*head, w)));
    let plain = c.word(number).bytes().all(|b| b.is_ascii_digit());
    // "20 Exampler 737s": the name is of what is counted.
    let named = plain && end == number + 1 && c.is_capital(end) && noun.is_none() && !c.is_number(end + 1);
    if (follows_name(c, at) || named || opens_name(c, number, end, measured || noun.is_some())) && !counts {
        return false;
    }
    if low.shape == Shape::Words && low.scale == 1 && !measured {
        return !is_pronoun(c, number, end, low.value, noun.is_some());
    }
    true
}

/// Labels that a number in words counts behind: "version two" says how many there have been, "version 2.1" names one.
const ISSUED: &[&str] = &["version"];

/// "Room 12", "No. 1", "COVID -19": the number names one of a series. Not a number of a list (`listed`), nor millions in groups of three
/// behind the sign for a number: no series is that long ("nr. 22,240,260").
pub(super) fn is_labelled(c: &Cursor<'_>, number: usize) -> bool {
    let Some(before) = number.checked_sub(1).filter(|_| number > c.start) else { return false };
    let sign = c.word(before) == "." && c.touches(before) && matches!(c.before(before), "No" | "Nos" | "nos" | "Nr" | "nr" | "Nrs" | "nrs");
    let issued = !c.is_number(number) && c.is_lower(before) && c.is_one_of(before, ISSUED);
    if issued || sign && c.word(number).matches(',').count() > 1 || c.is_number(number) && listed::in_list(c, number) == Some(true) {
        return false;
    }
    sign || c.is_one_of(before, LABELS) || c.is_dash(before) && LABELS.iter().any(|w| c.before(before).eq_ignore_ascii_case(w))
}

/// "Example's 737", "flew a 747": a model. A count takes neither an article nor an owner.
fn is_model(c: &Cursor<'_>, number: usize, end: usize) -> bool {
    let Some(before) = number.checked_sub(1).filter(|_| number > c.start) else { return false };
    let owned = c.kind(before) == Some(TokenKind::Clitic);
    let single = c.is_one_of(before, &["a", "an"]) && !c.is_word(end) && !c.is_hyphen(end);
    plain_figures(c, number, end) && (owned || single)
}

/// Part of a longer token: "F-16", "example.com/12", "#3".
fn is_glued(c: &Cursor<'_>, number: usize, at: usize) -> bool {
    if number != at || at == c.start || !c.touches(number) {
        return false;
    }
    let before = c.word(number - 1);
    matches!(before, "/" | "_" | "=" | "&" | "@" | "#" | "." | ":" | "\\" | "+" | "⁄" | "×" | "^")
        || c.is_dash(number - 1) && c.touches(number - 1)
}

/// Digits with letters on: "5G", "4x4", "3D".
fn is_glued_behind(c: &Cursor<'_>, end: usize, measured: bool) -> bool {
    let letters = c.touches(end) && c.is_word(end) && !measured && c.is_number(end - 1);
    let rate = measured && c.word(end) == "/" && c.is_word(end + 1);
    letters
        || (!rate
            && c.touches(end)
            && matches!(c.word(end), "/" | "_" | "@" | "⁄" | "×" | "^")
            && c.touches(end + 1)
            && c.is_number(end - 1))
}

/// "Group of Seven", "round of 16".
fn is_group(c: &Cursor<'_>, number: usize) -> bool {
    number >= c.start + 2 && c.is(number - 1, "of") && (c.word(number - 2) == "Group" || c.is(number - 2, "round"))
}

/// "16 Harbour Street", "16-18 New Harbour Road".
fn is_house(c: &Cursor<'_>, end: usize) -> bool {
    const STREETS: &[&str] =
        &["Street", "St", "St.", "Road", "Rd", "Avenue", "Ave", "Ave.", "Lane", "Square", "Drive", "Boulevard", "Terrace"];
    let capitals = (end..end + 4).take_while(|i| c.is_capital(*i)).count();
    (end + 1..end + capitals).any(|i| STREETS.contains(&c.word(i)))
}

fn is_year_or_code(c: &Cursor<'_>, number: usize, end: usize, measured: bool, noun: bool) -> bool {
    let token = c.word(number);
    if measured || end != number + 1 || !token.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    c.is_one_of(end, &["bc", "b.c.", "ad", "a.d.", "bce"])
        || (token.len() >= 8 && c.end > c.start + 2)
        || (token.len() == 4 && pattern::year(c, number).is_some() && !noun)
}

/// A capitalised word right before, inside the sentence: "Exampler 737", "Formula One".
fn follows_name(c: &Cursor<'_>, at: usize) -> bool {
    at > c.start + 1
        && c.kind(at - 1) == Some(TokenKind::Word)
        && c.word(at - 1).contains(char::is_uppercase)
        && c.lex(at - 1).is_empty()
        && !c.is(at - 1, "i")
}

/// Three digits and no more.
fn plain_figures(c: &Cursor<'_>, number: usize, end: usize) -> bool {
    end == number + 1 && c.word(number).len() == 3 && c.word(number).bytes().all(|b| b.is_ascii_digit())
}

/// "Windows 11 is affected.": a name of two words that opens a sentence.
fn opens_name(c: &Cursor<'_>, number: usize, end: usize, told: bool) -> bool {
    let word = c.word(c.start);
    let common =
        nouns::is_stop(word) || word.ends_with("ed") || c.is_one_of(c.start, &["just", "exactly", "total", "even", "still", "now"]);
    let plain = number == c.start + 1 && end == number + 1 && c.is_number(number) && c.word(number).len() < 4;
    plain && !told && c.is_capital(c.start) && c.lex(c.start).is_empty() && c.is_word(c.start) && !common && c.is_word(end)
}

/// Words behind "one" that make it a pronoun or a manner of speaking.
const MANNERS: &[&str] = &["day", "thing", "point", "time", "side", "hand", "way", "reason", "step", "example", "exception"];

fn is_pronoun(c: &Cursor<'_>, number: usize, end: usize, value: Number, noun: bool) -> bool {
    if value == Number::from_int(1) {
        return !noun || c.is_one_of(end, MANNERS);
    }
    let definite = number > c.start && c.is_one_of(number - 1, &["the", "these", "those", "all", "both", "other"]);
    !noun && (definite || c.is_capital(number) && number > c.start)
}
