//! What single words tell of a mention: countries and their adjectives, offices and occupations, given names.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::english::offices;
use crate::linkage::names::{is_given_name, is_title};
use crate::ontology::{GROUP, PERSON, noun_class};
use crate::text::letters;
use crate::value::{self, country};
use crate::words::List;

/// Adjectives of countries in letters, and the number of the country; none for one that two countries share.
static ADJECTIVES: LazyLock<FxHashMap<String, Option<u32>>> = LazyLock::new(|| {
    let mut all: FxHashMap<String, Option<u32>> = FxHashMap::default();
    for [name, _, _, adjectives, _] in value::countries() {
        let Some(number) = country(&letters(name)) else { continue };
        for adjective in value::split(adjectives) {
            all.entry(letters(adjective)).and_modify(|n| *n = None).or_insert(Some(number));
        }
    }
    all
});

/// What an office is called by the last word of any of its names, and each whole name with the plainest one.
static OFFICES: LazyLock<(FxHashSet<&'static str>, FxHashMap<&'static str, &'static str>)> = LazyLock::new(|| {
    let (mut last, mut whole) = (FxHashSet::default(), FxHashMap::default());
    for (office, _, names) in offices() {
        for name in names.split('|') {
            // The last word of "secretary of state" is no office.
            last.extend(name.split(" of ").next().and_then(|n| n.rsplit(' ').next()));
            whole.entry(name).or_insert(office);
        }
    }
    (last, whole)
});

/// The country that a name or an adjective, in letters, stands for.
pub(super) fn country_of(word: &str) -> Option<u32> {
    country(word).or_else(|| ADJECTIVES.get(word).copied().flatten())
}

/// Nouns for people, and whether each is a plural.
static PEOPLE: LazyLock<FxHashMap<String, bool>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    for (row, _) in List::People.all() {
        let mut forms = row.split('/');
        let one = forms.next().unwrap_or(row);
        let many: Vec<String> = forms.map(str::to_owned).collect();
        let many = if many.is_empty() { vec![format!("{one}s")] } else { many };
        many.into_iter().for_each(|form| _ = all.entry(form).or_insert(true));
        all.insert(one.to_owned(), false);
    }
    all
});

/// Countries have names of at most so many words that are looked up.
const LONGEST: usize = 4;

/// Words with what they stand for: countries and their adjectives by one key, nouns in the singular if asked for. Small words are left
/// out.
pub(super) fn content<'a>(words: impl Iterator<Item = &'a str>, are_nouns: bool) -> Vec<String> {
    let words: Vec<&str> = words.collect();
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let known = (1..=LONGEST.min(words.len() - i)).rev().find_map(|n| Some((n, country_of(&letters(&words[i..i + n].concat()))?)));
        let Some((taken, number)) = known else {
            let word = words[i];
            i += 1;
            if !is_small(word) {
                let word = plain(&letters(without_host(word)));
                found.extend(Some(if are_nouns { singular(&word) } else { word }).filter(|w| !w.is_empty()));
            }
            continue;
        };
        found.push(format!("country {number}"));
        i += taken;
    }
    found
}

/// "quay" of "quay.com".
fn without_host(word: &str) -> &str {
    word.rsplit_once('.').filter(|(name, ending)| name.len() > 2 && List::FileEndings.has(ending)).map_or(word, |w| w.0)
}

/// Whether a word says nothing of what it stands with.
pub(super) fn is_small(word: &str) -> bool {
    let of = [List::Prepositions, List::The, List::An, List::His, List::And, List::NameParticles, List::Who];
    of.iter().any(|list| list.has_any_case(word))
}

/// The plainest name of the office that words, folded, name as a whole.
pub(super) fn office(words: &str) -> Option<&'static str> {
    OFFICES.1.get(words).copied()
}

/// Whether what a capitalised word says of people stands before their names: "Envoy", "Judge", "Mr."
pub(super) fn is_before_names(word: &str) -> bool {
    is_title(word) && word != "the" || is_post(word)
}

/// Whether a word is what people are by office or occupation.
pub(super) fn is_post(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    OFFICES.0.contains(bare) || OFFICES.0.contains(word) || List::Occupations.has_any_case(bare) || has_part(bare)
}

/// "co-founder", "vice-chairman".
fn has_part(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, last)| OFFICES.0.contains(last) || List::Occupations.has_any_case(last))
}

/// Whether a noun is one for people: "tenor", "suspects".
pub(super) fn is_of_people(noun: &str) -> bool {
    is_kind_of_person(noun) || noun_class(noun) == Some(PERSON)
}

/// Whether a word names a kind of person.
pub(super) fn is_kind_of_person(word: &str) -> bool {
    is_post(word) || PEOPLE.contains_key(word) || one_of(word).is_some_and(|one| is_post(&one))
}

/// The same of a word with a capital. Posts in the plural are what clubs and towns are called: "the Osk Captains", "Queens".
pub(super) fn is_capitalised_kind(word: &str) -> bool {
    is_post(word) || PEOPLE.contains_key(word)
}

/// A noun in the singular.
pub(super) fn singular(noun: &str) -> String {
    one_of(noun).filter(|one| is_noun(one) || PEOPLE.contains_key(one)).unwrap_or_else(|| noun.to_owned())
}

/// The singular of a plural in "s".
pub(super) fn one_of(noun: &str) -> Option<String> {
    let many = |ending: &str, with: &str| noun.strip_suffix(ending).filter(|n| n.len() > 2).map(|n| format!("{n}{with}"));
    many("ies", "y").or_else(|| noun.strip_suffix('s').filter(|n| n.len() > 2 && !n.ends_with('s')).map(str::to_owned))
}

/// Whether a noun is plural as far as its form tells.
pub(super) fn is_plural(noun: &str) -> bool {
    PEOPLE.get(noun).copied().unwrap_or_else(|| !is_post(noun) && one_of(noun).is_some_and(|one| is_noun(&one) || is_post(&one)))
}

/// Whether a word is a common noun.
pub(super) fn is_noun(word: &str) -> bool {
    noun_class(word).is_some()
}

/// Whether the first word of a name of two or more is a given name.
pub(super) fn opens_with_given_name(words: &[String]) -> bool {
    words.len() > 1 && words.first().is_some_and(|w| is_given_name(w))
}

/// Whether a single word, even where it is capitalised, is a common noun for a group of people: "Police".
pub(super) fn is_common_body(word: &str) -> bool {
    noun_class(word) == Some(GROUP)
}

/// Whether letters name a country, a region or a large city.
pub(super) fn is_known_place(letters: &str) -> bool {
    value::country_of(letters).is_some()
}

/// A word, in letters, as it is written in full and in America: "mount" for "mt", "center" for "centre".
pub(super) fn plain(word: &str) -> String {
    if let Some(full) = List::ShortNames.get(word) {
        return full.to_owned();
    }
    let turned = |ending: &str, with: &str| word.strip_suffix(ending).filter(|w| w.len() >= SHORTEST).map(|w| format!("{w}{with}"));
    AMERICAN.iter().find_map(|(ending, with)| turned(ending, with)).unwrap_or_else(|| word.to_owned())
}

/// So many letters stand before an ending that differs.
const SHORTEST: usize = 3;
/// Endings that are spelled otherwise in America: The Chicago Manual of Style, 17th edition, 7.3; Merriam-Webster.
const AMERICAN: &[(&str, &str)] = &[
    ("isations", "izations"),
    ("isation", "ization"),
    ("ours", "ors"),
    ("our", "or"),
    ("tres", "ters"),
    ("tre", "ter"),
    ("fence", "fense"),
    ("cence", "cense"),
    ("gramme", "gram"),
];

/// The class of a noun of what stands in a place: a building, a spot.
pub(super) fn class_of_place(noun: &str) -> Option<&'static str> {
    noun_class(noun).filter(|class| PLACES.contains(class))
}

/// Classes of nouns of places: those of buildings, of spots, of mountains and waters.
const PLACES: [&str; 3] = ["artifact", "location", "object"];

/// Whether two words of [`content`] may mean the same: a country, and a word of its name ("the North" of North Norland).
pub(super) fn meet(a: &str, b: &str) -> bool {
    a == b || is_of_country(a, b) || is_of_country(b, a)
}

fn is_of_country(word: &str, of: &str) -> bool {
    let number = || of.strip_prefix("country ")?.parse::<usize>().ok();
    let names = |n: usize| value::countries().nth(n).is_some_and(|[name, ..]| name.split(' ').any(|w| w.eq_ignore_ascii_case(word)));
    word.len() > 3 && number().is_some_and(names)
}
