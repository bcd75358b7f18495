//! Names of attributes and actions, as different writers write them.

use std::borrow::Cow;

use crate::text::Plain;

/// Words before a count that say no more than the count does.
const LEADS: &[&str] = &["total-number-of-", "number-of-", "num-of-", "count-of-", "the-"];

/// The name in lower case with hyphens: "Death_Toll", "death toll", "deathToll" are "death-toll".
pub fn fold_name(name: &str) -> String {
    folded(name).into_owned()
}

/// The same; most names are folded as they stand.
pub(super) fn folded(name: &str) -> Cow<'_, str> {
    if is_folded(name.as_bytes()) { Cow::Borrowed(name) } else { Cow::Owned(fold_any(name)) }
}

/// Whether a name is of small ASCII letters and digits, with single hyphens inside.
fn is_folded(name: &[u8]) -> bool {
    let mut before = b'-';
    for &b in name {
        if !(b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' && before != b'-') {
            return false;
        }
        before = b;
    }
    before != b'-' || name.is_empty()
}

fn fold_any(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut before = ' ';
    let plain = Plain::of(name);
    let mut letters = plain.text().trim().chars().peekable();
    while let Some(c) = letters.next() {
        if c.is_whitespace() || matches!(c, '_' | '-' | '/') {
            if !folded.ends_with('-') && !folded.is_empty() {
                folded.push('-');
            }
        } else {
            // "deathToll", "GDPGrowth": a capital behind a small letter opens a word, and the last of several before one.
            let last = before.is_ascii_uppercase() && letters.peek().is_some_and(char::is_ascii_lowercase);
            if c.is_ascii_uppercase() && (before.is_ascii_lowercase() || last) {
                folded.push('-');
            }
            folded.extend(c.to_lowercase());
        }
        before = c;
    }
    folded.truncate(folded.trim_end_matches('-').len());
    folded
}

/// The name under which claims meet where nobody declared it: folded, without "number of", its last word in the singular.
pub fn item_key(name: &str) -> String {
    key(name).into_owned()
}

/// Parts of words that are spelled one way in Britain and another in America. Others than these are endings of other words as well.
const SPELLINGS: &[(&str, &str)] = &[
    ("colour", "color"),
    ("labour", "labor"),
    ("honour", "honor"),
    ("harbour", "harbor"),
    ("favour", "favor"),
    ("neighbour", "neighbor"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("programme", "program"),
    ("defence", "defense"),
    ("licence", "license"),
    ("isation", "ization"),
];

fn american(key: Cow<'_, str>) -> Cow<'_, str> {
    if !SPELLINGS.iter().any(|row| key.contains(row.0)) {
        return key;
    }
    SPELLINGS.iter().fold(key.into_owned(), |key, row| key.replace(row.0, row.1)).into()
}

/// Words in the name of a count that say no more than that people are counted, or all of them.
const COUNTED: &[&str] = &["people", "persons", "total", "number", "num", "count", "reported", "figure", "figures"];

/// The name without the words that say only that it is a count, if it has any: "displaced-people", "total_deaths".
pub(super) fn uncounted(name: &str) -> Option<String> {
    let folded = folded(name);
    let kept: Vec<&str> = folded.split('-').filter(|w| !COUNTED.contains(w)).collect();
    let shorter = kept.join("-");
    (!kept.is_empty() && shorter.len() < folded.len()).then_some(shorter)
}

/// Plurals with a sense of their own: damages are awarded, shares held, and times are no clock time. They meet no singular.
const PLURALS: &[&str] = &[
    "arms", "customs", "damages", "earnings", "goods", "grounds", "minutes", "odds", "papers", "premises", "proceeds", "savings", "shares",
    "spirits", "states", "terms", "times", "works",
];

/// The same, without a copy where the name holds its key.
pub(super) fn key(name: &str) -> Cow<'_, str> {
    match folded(name) {
        Cow::Borrowed(name) => bare(name),
        Cow::Owned(name) => bare(&name).into_owned().into(),
    }
}

/// The key of a folded name.
fn bare(folded: &str) -> Cow<'_, str> {
    let bare = LEADS.iter().find_map(|l| folded.strip_prefix(l)).filter(|b| !b.is_empty()).unwrap_or(folded);
    let start = bare.rfind('-').map_or(0, |i| i + 1);
    let (kept, ending) = singular(&bare[start..]);
    let kept = &bare[..start + kept];
    american(if ending.is_empty() { kept.into() } else { format!("{kept}{ending}").into() })
}

/// How much of a noun stays without its plural ending, and what comes behind it, as far as spelling tells: "bodies", "taxes", "deaths".
fn singular(word: &str) -> (usize, &'static str) {
    if !word.ends_with('s') || PLURALS.contains(&word) {
        return (word.len(), "");
    }
    let stem = |end: &str| word.strip_suffix(end).filter(|s| s.len() > 1);
    if let Some(stem) = stem("ies").filter(|s| s.len() > 2) {
        return (stem.len(), "y");
    }
    if ["sses", "xes", "ches", "shes", "zzes"].iter().any(|end| word.ends_with(end)) {
        return (word.len() - 2, "");
    }
    let kept = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    (stem("s").filter(|s| !kept && s.len() > 2).unwrap_or(word).len(), "")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rows() {
        for (name, folded, key) in [
            ("Killed", "killed", "killed"),
            ("death_toll", "death-toll", "death-toll"),
            ("  Death  Toll ", "death-toll", "death-toll"),
            ("deathToll", "death-toll", "death-toll"),
            ("GDP", "gdp", "gdp"),
            ("GDPGrowth", "gdp-growth", "gdp-growth"),
            ("labourForce", "labour-force", "labor-force"),
            ("number of votes", "number-of-votes", "vote"),
            ("bodies", "bodies", "body"),
            ("taxes", "taxes", "tax"),
            ("status", "status", "status"),
            ("losses", "losses", "loss"),
            ("gas", "gas", "gas"),
            ("prizes", "prizes", "prize"),
            ("damages", "damages", "damages"),
            ("_", "", ""),
        ] {
            assert_eq!((fold_name(name).as_str(), item_key(name).as_str()), (folded, key), "{name}");
        }
    }

    proptest! {
        /// Oracle: the general way.
        #[test]
        fn folded_names_stay(name in "[a-z0-9_-]{0,8}") {
            prop_assert_eq!(fold_name(&name), fold_any(&name));
        }

        #[test]
        fn folding_is_done_once(name in "\\PC{0,20}") {
            let once = fold_name(&name);
            prop_assert_eq!(fold_name(&once), once.clone());
            prop_assert_eq!(item_key(&once), item_key(&name));
        }
    }
}
