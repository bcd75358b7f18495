//! Which words are the name of a town: runs of capitals that no street, agency, person or state has; names told in full before a state.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::lexicon::Class;
use super::marks::Mark;
use super::sheet::{Page, number_word};
use crate::words::List;

/// What an article tells of how its towns are called.
pub(super) struct Called<'p> {
    /// Names with words that towns seldom have, told in full, each its words in lower case.
    full: Vec<Vec<String>>,
    /// Words in capitals, in lower case, that stand somewhere with no "City" behind them, as that of a "Mill City" does not.
    alone: FxHashSet<&'p str>,
}
/// So many names are kept in full.
const MOST: usize = 16;

/// Whether a token opens a line of the text.
pub(super) fn opens_line(page: &Page<'_>, at: usize) -> bool {
    let Some((before, token)) = at.checked_sub(1).and_then(|b| page.view.tokens.get(b)).zip(page.view.tokens.get(at)) else {
        return at == 0;
    };
    page.view.text.get(before.span.end..token.span.start).is_some_and(|gap| gap.contains('\n'))
}

/// Whether a word is the second part of a name that a hyphen joins.
pub(super) fn is_joined(page: &Page<'_>, at: usize) -> bool {
    at > 1
        && page.low(at - 1) == "-"
        && page.capital(at - 2)
        && page.view.tokens[at - 2].span.end == page.view.tokens[at - 1].span.start
        && page.view.tokens[at - 1].span.end == page.view.tokens[at].span.start
}

impl<'p> Called<'p> {
    /// O(n) in the words of the page.
    pub(super) fn new(page: &'p Page<'_>) -> Self {
        let all = page.sentences.iter().flat_map(|s| s.tokens.clone());
        let alone = all.filter(|i| page.capital(*i) && page.low(i + 1) != "city").map(|i| page.low(i)).collect();
        Self { full: full_names(page), alone }
    }

    /// Where a name told in full that begins at `at` ends.
    pub(super) fn full_at(&self, page: &Page<'_>, at: usize) -> Option<usize> {
        let reads = |words: &&Vec<String>| words.iter().zip(at..).all(|(w, i)| page.low(i) == w && page.capital(i));
        self.full.iter().filter(reads).map(|words| at + words.len()).max()
    }
}

/// The names of towns that have such words, where the article tells them before a state: "in Mill News, Va.", "MILL NEWS, Va. —".
fn full_names(page: &Page<'_>) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = Vec::new();
    let part = |i: usize| page.capital(i) && (!is_no_town(page, i) || is_side(page, i) || List::TownNameParts.has(page.low(i)));
    for sentence in page.sentences {
        for at in sentence.tokens.clone().filter(|i| part(*i)) {
            let opens = at == sentence.tokens.start || opens_line(page, at);
            if !opens && !matches!(page.low(at.wrapping_sub(1)), "in" | "near" | "of" | "outside") {
                continue;
            }
            let end = (at..sentence.tokens.end.min(at + 4)).take_while(|i| part(*i)).last().map_or(at, |i| i + 1);
            let odd = (at..end).any(|i| List::TownNameParts.has(page.low(i)));
            if odd && end > at + 1 && page.low(end) == "," && state(page, end + 1).is_some() {
                let words: Vec<String> = (at..end).map(|i| page.low(i).to_owned()).collect();
                if out.len() < MOST && !out.contains(&words) {
                    out.push(words);
                }
            }
        }
    }
    out
}

pub(super) fn is_no_town(page: &Page<'_>, i: usize) -> bool {
    // "In Three Alders".
    if i > 0 && number_word(page.low(i)).is_some() && matches!(page.low(i - 1), "in" | "near" | "outside") && page.capital(i + 1) {
        return false;
    }
    page.view.is(i, Class::COMMON) || page.marked(i, Mark::NO_TOWN)
}

/// The words of a name as a title has them: "BELLHAVEN" is Bellhaven.
fn title_case(words: &[&str]) -> String {
    let one = |w: &&str| {
        // "D.C." is no "D.c.".
        if w.contains('.') && w.len() > 2 && w.chars().filter(|c| *c == '.').count() > 1 {
            (*w).to_owned()
        } else if w.len() > 3 && w.chars().all(|c| !c.is_lowercase())
            || w.len() > 1 && words.len() > 1 && w.chars().all(|c| !c.is_lowercase())
        {
            let mut letters = w.chars();
            letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
        } else {
            (*w).to_owned()
        }
    };
    words.iter().map(one).collect::<Vec<String>>().join(" ")
}

/// The run of capitals at `at`, four at most, no word of `NO_TOWNS` in it but "North" and the like at its start.
pub(super) fn run(page: &Page<'_>, at: usize, end: usize, called: &Called<'_>) -> usize {
    if let Some(end) = called.full_at(page, at) {
        return end;
    }
    let side = |i: usize| is_side(page, i) && page.capital(i + 1) && !is_no_town(page, i + 1);
    let mut to = at;
    while to < end
        && to < at + 4
        && page.capital(to)
        && (!is_no_town(page, to) || (to == at && side(to)) || (to > at && matches!(page.low(to), "park" | "high")))
        && !(to > at && is_city_body(page, to) && called.alone.contains(page.low(to - 1)))
    {
        to += 1;
        // "St. Louis", "Ft. Worth": the stop belongs to the name; "Winston-Salem" is one.
        if page.low(to) == "-"
            && page.capital(to + 1)
            && page.view.tokens[to].span.start == page.view.tokens[to - 1].span.end
            && page.view.tokens[to + 1].span.start == page.view.tokens[to].span.end
            && !is_no_town(page, to + 1)
        {
            to += 1;
        }
    }
    to
}

/// "Bellhaven City Council": a body of the city, whose name ends before.
pub(super) fn is_city_body(page: &Page<'_>, i: usize) -> bool {
    page.low(i) == "city" && List::CityBodies.has(page.low(i + 1))
}

/// Whether a word is written in capitals, and long enough to tell.
pub(super) fn is_in_capitals(page: &Page<'_>, i: usize) -> bool {
    page.str(i).len() > 2 && page.str(i).chars().all(|c| !c.is_lowercase())
}

/// Letters of an agency among words in small letters: "XPD officers".
pub(super) fn is_agency(page: &Page<'_>, at: usize) -> bool {
    let upper = |i: usize| page.str(i).chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    let small = |i: usize| page.is_word(i) && page.str(i).starts_with(char::is_lowercase);
    page.str(at).len() <= 5 && upper(at) && ((at > 0 && small(at - 1)) || small(at + 1))
}

pub(super) fn is_side(page: &Page<'_>, i: usize) -> bool {
    matches!(page.low(i), "north" | "south" | "east" | "west" | "new") && page.capital(i)
}

/// A state at `i`, and how many tokens it has.
pub(super) fn state(page: &Page<'_>, i: usize) -> Option<(String, usize)> {
    if !page.capital(i) {
        return None;
    }
    if let Some((len, known)) = super::gazetteer::at(page.view.text, page.view.tokens, i).filter(|(_, k)| !k.adjective) {
        return Some((known.name.to_string(), len));
    }
    let mut word = page.low(i).to_owned();
    let stop = page.low(i + 1) == "." && !word.ends_with('.');
    if stop {
        word.push('.');
    }
    let found = List::States.all().find(|(short, _)| {
        *short == word || (word.ends_with('.') && short.trim_end_matches('.') == word.trim_end_matches('.') && short.len() > 2)
    });
    let capitals = page.str(i).chars().all(|c| c.is_uppercase() || c == '.');
    found.filter(|(short, _)| short.len() > 2 || capitals).map(|(_, name)| (name.to_owned(), 1 + usize::from(stop)))
}

fn words<'p>(page: &'p Page<'_>, range: Range<usize>) -> Vec<&'p str> {
    range.map(|i| page.str(i)).collect()
}

pub(super) fn joined(page: &Page<'_>, range: Range<usize>) -> String {
    title_case(&words(page, range)).replace(" - ", "-")
}

/// "New York" and "Washington" name a town as well as a state.
pub(super) fn is_city_too(page: &Page<'_>, at: usize) -> bool {
    page.reads(at, &["new", "york"])
        || page.low(at) == "washington"
        || super::gazetteer::at(page.view.text, page.view.tokens, at)
            .is_some_and(|(_, k)| !k.country && k.within.as_deref() != Some("United States"))
}
