//! Street addresses: blocks, houses, corners, and the street alone.

use std::ops::Range;

use super::sheet::Page;
use crate::text::TokenKind;
use crate::words::List;

fn bare(word: &str) -> &str {
    word.trim_end_matches('.')
}

/// Whether a word is a kind of street.
pub(super) fn is_kind(page: &Page<'_>, i: usize) -> bool {
    // "St. Louis", "Dr. Okafor".
    if matches!(page.low(i), "st." | "dr.") && page.capital(i + 1) && !is_direction(page, i + 1) {
        return false;
    }
    page.capital(i) && List::StreetKinds.has(bare(page.low(i)))
        || matches!(page.low(i), "streets" | "avenues" | "street" | "avenue" | "roads" | "road")
}

fn is_direction(page: &Page<'_>, i: usize) -> bool {
    List::Directions.has(bare(page.low(i))) && (page.capital(i) || page.low(i).len() > 2)
}

/// An address, and its tokens.
#[derive(Clone, Debug)]
pub(super) struct Address {
    pub(super) tokens: Range<usize>,
    pub(super) name: String,
}

/// The addresses of a sentence, left to right.
pub(super) fn addresses(page: &Page<'_>, sentence: &Range<usize>) -> Vec<Address> {
    let mut out: Vec<Address> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let found = block(page, at, sentence)
            .or_else(|| house(page, at, sentence))
            .or_else(|| corner(page, at, sentence))
            .or_else(|| street(page, at, sentence));
        match found {
            Some(tokens) => {
                at = tokens.end;
                out.push(Address { name: text(page, &tokens), tokens });
            }
            None => at += 1,
        }
    }
    out
}

/// The words as they stand, white space made one.
fn text(page: &Page<'_>, tokens: &Range<usize>) -> String {
    let span = |i: usize| page.view.tokens[i].span;
    let raw = page.view.text.get(span(tokens.start).start..span(tokens.end - 1).end).unwrap_or("");
    raw.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "the 1200 block of West Main Street", "400-block of 5th Ave.".
fn block(page: &Page<'_>, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    if page.view.tokens.get(at)?.kind != TokenKind::Number {
        return None;
    }
    let dash = usize::from(page.low(at + 1) == "-");
    if page.low(at + 1 + dash) != "block" || page.low(at + 2 + dash) != "of" {
        return None;
    }
    let from = at + 3 + dash;
    let end = name(page, from, sentence);
    (end > from).then_some(at..end)
}

/// Where the name of a street that begins at `at` ends: capitals, ordinals and directions, up to a kind of street and a direction behind.
fn name(page: &Page<'_>, at: usize, sentence: &Range<usize>) -> usize {
    let mut end = at;
    while end < sentence.end && end < at + 7 {
        let ordinal = page.view.tokens[end].kind == TokenKind::Number
            && (matches!(page.low(end + 1), "th" | "st" | "nd" | "rd") || end > at && page.capital(end - 1));
        if ordinal {
            end += 1 + usize::from(matches!(page.low(end + 1), "th" | "st" | "nd" | "rd"));
            continue;
        }
        let named = page.capital(end) || (end > at && is_kind(page, end));
        if !named || is_calendar(page.low(end)) {
            break;
        }
        let kind = is_kind(page, end) && end > at && !is_kind(page, end + 1);
        end += 1;
        if kind && !page.capital(end) {
            break;
        }
        if kind {
            return end + usize::from(is_direction(page, end));
        }
    }
    end
}

fn is_calendar(word: &str) -> bool {
    List::NoStreet.has(word)
}

/// "833 Anderson St.": a number, a name, a kind of street.
fn house(page: &Page<'_>, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    if page.view.tokens.get(at)?.kind != TokenKind::Number
        || page.low(at).contains(['.', ':', ','])
        || page.low(at).len() > 5
        || !page.capital(at + 1) && page.number(at + 1).is_none()
    {
        return None;
    }
    let end = name(page, at + 1, sentence);
    (end > at + 2 && has_kind(page, &(at + 1..end))).then_some(at..end)
}

fn has_kind(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    (tokens.start + 1..tokens.end).any(|i| is_kind(page, i))
}

/// "the corner of X and Y", "near the intersection of X and Y", "at X and Y streets", "X Street and Y Avenue".
fn corner(page: &Page<'_>, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let told = matches!(page.low(at), "corner" | "intersection") && page.low(at + 1) == "of";
    let from = if told { at + 2 } else { at };
    let local = at > sentence.start && matches!(page.low(at - 1), "at" | "near" | "on" | "of");
    if !(told || local) {
        return None;
    }
    let first = name(page, from, sentence);
    if first == from || !matches!(page.low(first), "and" | "&") {
        return None;
    }
    let last = name(page, first + 1, sentence);
    let kinds = has_kind(page, &(from..first)) || (first + 1..last).any(|i| is_kind(page, i) && i > first + 1);
    (last > first + 1 && (told || kinds)).then_some(from..last)
}

/// "on Main Street", "along Jefferson Ave.".
fn street(page: &Page<'_>, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let before = page.low(at.wrapping_sub(1));
    if at == sentence.start
        || !matches!(before, "on" | "along" | "near" | "off" | "at" | "in" | "from" | "of" | "to")
        || !(page.capital(at) || page.number(at).is_some())
    {
        return None;
    }
    let end = name(page, at, sentence);
    let road =
        (at + 1..end).any(|i| is_kind(page, i) && !List::WeakStreetKinds.has(bare(page.low(i))) || page.low(i) == "st." && i + 1 >= end);
    (end > at + 1 && road).then_some(at..end)
}

/// The street's plain name: without number and direction, its kind in full; none of a corner, which has two.
pub(super) fn plain(address: &str) -> Option<String> {
    let words: Vec<&str> = address.split(' ').collect();
    if words.iter().any(|w| matches!(*w, "and" | "&")) {
        return None;
    }
    let from = words.iter().position(|w| *w == "of").map_or(0, |i| i + 1);
    let number = |w: &str| w.chars().all(|c| c.is_ascii_digit() || c == '-');
    // "12 Alder Street", but "Highway 41".
    let named = words[from..].iter().skip_while(|w| number(w));
    let kept = named.filter(|w| !List::Directions.has(bare(&w.to_lowercase())));
    let full = |w: &&str| {
        let low = w.to_lowercase();
        List::ShortStreets.get(bare(&low)).unwrap_or_else(|| bare(w)).to_owned()
    };
    let name = kept.map(full).collect::<Vec<String>>().join(" ");
    (!name.is_empty()).then_some(name)
}
