//! Offices and roles: what people are called before, behind or instead of their names.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::Token;

const FILE: &str = include_str!("../../data/offices.tsv");

/// The words of a name, and the office by its plainest name.
type Phrase = (Vec<&'static str>, &'static str);

/// By their first words, longer ones first.
static PHRASES: LazyLock<FxHashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut map: FxHashMap<&str, Vec<Phrase>> = FxHashMap::default();
    for (office, _, names) in offices() {
        for name in names.split('|') {
            let words: Vec<&str> = name.split(' ').collect();
            map.entry(words[0]).or_default().push((words, office));
        }
    }
    map.values_mut().for_each(|list| list.sort_by_key(|(w, _)| std::cmp::Reverse(w.len())));
    map
});

/// The rows of the file: office, holders, names.
pub(crate) fn offices() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    FILE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?, fields.next()?, fields.next()?))
    })
}

/// The longest office that begins at token `at`: how many tokens, and its plainest name.
pub(super) fn at(text: &str, tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    let mut buffer = [0_u8; 24];
    let first = tokens.get(at)?.text(text);
    if !first.is_ascii() || first.len() > buffer.len() {
        return None;
    }
    let lower = &mut buffer[..first.len()];
    lower.copy_from_slice(first.as_bytes());
    lower.make_ascii_lowercase();
    let entries = PHRASES.get(std::str::from_utf8(lower).ok()?)?;
    let matches =
        |words: &[&str]| words.iter().enumerate().all(|(i, w)| tokens.get(at + i).is_some_and(|t| t.text(text).eq_ignore_ascii_case(w)));
    entries.iter().find(|(words, _)| matches(words)).map(|(words, office)| (words.len(), *office))
}

static UNIQUE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| offices().filter(|row| row.1 == "one").map(|row| row.0).collect());

/// Whether only one person of a country or body holds the office at a time, so that the words alone can tell who is meant.
pub(super) fn is_unique(office: &str) -> bool {
    UNIQUE.contains(office)
}
