//! The noun that a number counts, told by form: the first plural behind the number, adjectives read over.

use std::ops::Range;

use super::cursor::Cursor;
use super::numerals;
use crate::text::TokenKind;

/// Plurals that are not the singular and an "s". Quirk and others 1985, *A Comprehensive Grammar of the English
/// Language*, 5.78–5.93; invariant nouns stand on both sides.
const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"),
    ("persons", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("grandchildren", "grandchild"),
    ("schoolchildren", "schoolchild"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("geese", "goose"),
    ("mice", "mouse"),
    ("oxen", "ox"),
    ("lives", "life"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("wolves", "wolf"),
    ("thieves", "thief"),
    ("leaves", "leaf"),
    ("halves", "half"),
    ("shelves", "shelf"),
    ("calves", "calf"),
    ("loaves", "loaf"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("bases", "base"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("bacteria", "bacterium"),
    ("indices", "index"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("calories", "calorie"),
    ("zombies", "zombie"),
    ("buses", "bus"),
    ("viruses", "virus"),
    ("campuses", "campus"),
    ("bonuses", "bonus"),
    ("gases", "gas"),
    ("heroes", "hero"),
    ("potatoes", "potato"),
    ("tomatoes", "tomato"),
    ("volcanoes", "volcano"),
    ("tornadoes", "tornado"),
    ("torpedoes", "torpedo"),
    ("mosquitoes", "mosquito"),
    ("vetoes", "veto"),
    ("echoes", "echo"),
    ("aircraft", "aircraft"),
    ("spacecraft", "spacecraft"),
    ("helicopters", "helicopter"),
    ("police", "police"),
    ("staff", "staff"),
    ("personnel", "personnel"),
    ("cattle", "cattle"),
    ("sheep", "sheep"),
    ("fish", "fish"),
    ("deer", "deer"),
    ("series", "series"),
    ("species", "species"),
    ("crew", "crew"),
    ("headquarters", "headquarters"),
    ("barracks", "barracks"),
    ("troops", "troop"),
    ("caches", "cache"),
    ("axes", "axe"),
];

/// Words that end the run behind a number: they cannot stand between it and its noun.
const STOPS: &[&str] = &[
    "a",
    "about",
    "across",
    "after",
    "against",
    "all",
    "also",
    "always",
    "among",
    "an",
    "and",
    "another",
    "are",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "being",
    "between",
    "both",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "during",
    "each",
    "every",
    "for",
    "from",
    "goes",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "hers",
    "him",
    "his",
    "i",
    "if",
    "in",
    "including",
    "into",
    "is",
    "it",
    "its",
    "like",
    "may",
    "me",
    "might",
    "more",
    "must",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "on",
    "once",
    "only",
    "onto",
    "or",
    "our",
    "out",
    "over",
    "per",
    "perhaps",
    "plus",
    "said",
    "says",
    "shall",
    "she",
    "should",
    "since",
    "so",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "throughout",
    "thus",
    "to",
    "too",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "versus",
    "via",
    "vs",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whereas",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "years",
    "yes",
    "yet",
    "you",
    "your",
];

/// Words of four letters and more in "s" that are no plurals, but for those in "ss", "us" and "is".
const NO_PLURALS: &[&str] = &[
    "perhaps",
    "always",
    "news",
    "says",
    "does",
    "goes",
    "towards",
    "whereas",
    "besides",
    "overseas",
    "sometimes",
    "afterwards",
    "physics",
    "politics",
    "economics",
    "athletics",
];

fn irregular(word: &str) -> Option<&'static str> {
    IRREGULAR.iter().find(|row| row.0.eq_ignore_ascii_case(word)).map(|row| row.1)
}

fn ends_with(word: &str, end: &str) -> bool {
    word.len() > end.len() && word.is_char_boundary(word.len() - end.len()) && word[word.len() - end.len()..].eq_ignore_ascii_case(end)
}

/// Whether a word looks like a plural noun. O(|word|), without allocating.
pub(super) fn is_plural(word: &str) -> bool {
    if irregular(word).is_some()
        || ends_with(word, "men") && word.len() > 4 && !ends_with(word, "ment") && !ends_with(word, "men's") && is_man(word)
    {
        return true;
    }
    let s = word.len() > 3 && ends_with(word, "s") && !["ss", "us", "is"].iter().any(|e| ends_with(word, e));
    s && !NO_PLURALS.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// Compounds of "men" and "women": policemen, fishermen, but not "specimen", "regimen", "abdomen".
fn is_man(word: &str) -> bool {
    !["specimen", "regimen", "abdomen", "omen", "acumen", "hymen", "ramen", "yemen", "semen", "bitumen"]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(word))
}

/// The singular of a noun, in lower case unless it is a name ("Palestinians"). A word that is no plural is left.
pub(super) fn singular(word: &str) -> String {
    if let Some(one) = irregular(word) {
        return one.to_owned();
    }
    let lower = if word.chars().skip(1).all(char::is_uppercase) && word.len() > 1 { word.to_lowercase() } else { word.to_owned() };
    if !is_plural(&lower) {
        return lower;
    }
    let strip = |end: &str, by: &str| lower.strip_suffix(end).map(|stem| format!("{stem}{by}"));
    let rows = [
        ("women", "woman"),
        ("men", "man"),
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("zzes", "zz"),
        ("s", ""),
    ];
    rows.iter().find_map(|(end, by)| strip(end, by)).unwrap_or(lower)
}

/// Whether a word can stand neither between a number and its noun nor in a name.
pub(super) fn is_stop(word: &str) -> bool {
    STOPS.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// How many words a noun may have, adjectives included.
const RUN: usize = 5;

/// The counted noun behind a number that ends at `at`: its tokens, and the token of the head. "12 of the 15 passengers"
/// counts passengers.
pub(super) fn counted(c: &Cursor<'_>, at: usize, one: bool) -> Option<(Range<usize>, usize)> {
    let start = past_of(c, at);
    if one && start == at {
        return single(c, start);
    }
    let mut run = 0;
    let mut i = start;
    while run < RUN {
        if c.is_hyphen(i) {
            i += 1;
            continue;
        }
        let word = c.word(i);
        if c.kind(i) != Some(TokenKind::Word) || (is_stop(word) && !(run == 0 && c.is(i, "more"))) {
            return None;
        }
        if is_plural(word) {
            let head = last_plural(c, i);
            return Some((start..head + 1, head));
        }
        (i, run) = (i + 1, run + 1);
    }
    None
}

/// "Sports cars": of plurals in a row the last is the head.
fn last_plural(c: &Cursor<'_>, mut at: usize) -> usize {
    while c.is_lower(at + 1) && is_plural(c.word(at + 1)) && !is_stop(c.word(at + 1)) {
        at += 1;
    }
    at
}

fn past_of(c: &Cursor<'_>, at: usize) -> usize {
    if c.is(at, "the") && c.before(at).eq_ignore_ascii_case("half") {
        return at + 1;
    }
    if !c.is(at, "of") {
        return at;
    }
    let i = at + 1;
    let i = i + usize::from(c.is_one_of(i, &["the", "these", "those", "all", "its", "his", "her", "their", "our"]));
    numerals::numeral(c, i).map_or(i, |n| n.end)
}

/// Endings of adjectives, which a singular noun behind "one" may follow.
const ADJECTIVAL: &[&str] = &["al", "ous", "ive", "ful", "ic", "ish", "able", "ible", "less", "ern", "ese", "est", "ed", "ing", "er-"];

/// The noun behind "one": the first word that does not look like an adjective.
fn single(c: &Cursor<'_>, at: usize) -> Option<(Range<usize>, usize)> {
    for i in at..at + 3 {
        let word = c.word(i);
        if c.kind(i) != Some(TokenKind::Word) || is_stop(word) && !c.is(i, "more") {
            return None;
        }
        let adjective = c.is_capital(i)
            || ADJECTIVAL.iter().any(|e| ends_with(word, e))
            || ["other", "more", "young", "old", "new", "senior", "local"].contains(&word);
        if !adjective {
            return Some((at..i + 1, i));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singulars() {
        for (many, one) in [
            ("people", "person"),
            ("policemen", "policeman"),
            ("women", "woman"),
            ("cities", "city"),
            ("churches", "church"),
            ("houses", "house"),
            ("soldiers", "soldier"),
            ("aircraft", "aircraft"),
            ("Palestinians", "Palestinian"),
            ("PEOPLE", "person"),
            ("classes", "class"),
            ("boxes", "box"),
            ("house", "house"),
        ] {
            assert_eq!(singular(many), one);
        }
    }

    #[test]
    fn what_is_no_plural() {
        for word in ["", "s", "was", "virus", "analysis", "press", "specimen", "né", "é", "news"] {
            assert!(!is_plural(word), "{word}");
        }
    }

    #[test]
    fn irregular_plurals_are_listed_once() {
        let mut words: Vec<_> = IRREGULAR.iter().map(|r| r.0).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), IRREGULAR.len());
    }
}
