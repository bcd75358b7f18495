//! Countries, their capitals, adjectives and other names; regions. Complete lists, from the sources their heads name.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use crate::text::Token;
use crate::value::{countries, regions, split};

/// What a word or a few of them say of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// The name as the lists have it.
    pub(super) name: Arc<str>,
    /// What it lies in: a capital its country, a region its country.
    pub(super) within: Option<Arc<str>>,
    /// Whether it is an adjective ("Norwegian"), which names no place by itself.
    pub(super) adjective: bool,
    /// Whether it is a country.
    pub(super) country: bool,
    /// Whether it is a capital.
    pub(super) capital: bool,
}

struct Gazetteer {
    /// By the first word; longer phrases first.
    phrases: FxHashMap<&'static str, Vec<(Vec<&'static str>, Known)>>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut gazetteer = Gazetteer { phrases: FxHashMap::default() };
    for [name, _iso, capitals, adjectives, aliases] in countries() {
        let country: Arc<str> = name.into();
        let known = |adjective| Known { name: country.clone(), within: None, adjective, country: true, capital: false };
        gazetteer.add(name, &known(false));
        split(aliases).for_each(|alias| gazetteer.add(alias, &known(false)));
        split(adjectives).for_each(|adjective| gazetteer.add(adjective, &known(true)));
        for capital in split(capitals) {
            gazetteer.add(
                capital,
                &Known { name: capital.into(), within: Some(country.clone()), adjective: false, country: false, capital: true },
            );
        }
    }
    for [name, within, ..] in regions() {
        let within = Some(within).filter(|w| !w.is_empty()).map(Arc::from);
        gazetteer.add(name, &Known { name: name.into(), within, adjective: false, country: false, capital: false });
    }
    gazetteer
});

impl Gazetteer {
    fn add(&mut self, phrase: &'static str, known: &Known) {
        let words: Vec<&str> = phrase.split([' ', '-']).collect();
        let list = self.phrases.entry(words[0]).or_default();
        // The first row that names a phrase keeps it, so "Georgia" is the country.
        if list.iter().all(|(w, _)| *w != words) {
            list.push((words, known.clone()));
            list.sort_by_key(|(w, _)| std::cmp::Reverse(w.len()));
        }
    }
}

/// The longest known place or adjective that begins at token `at`, and how many tokens it has.
pub(super) fn at(text: &str, tokens: &[Token], at: usize) -> Option<(usize, &'static Known)> {
    let first = tokens.get(at)?.text(text);
    if !first.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let entries = GAZETTEER.phrases.get(first)?;
    entries.iter().find_map(|(words, known)| {
        let mut next = at + 1;
        for word in &words[1..] {
            if tokens.get(next)?.text(text) == "-" {
                next += 1;
            }
            if tokens.get(next)?.text(text) != *word {
                return None;
            }
            next += 1;
        }
        Some((next - at, known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn rows() {
        for (text, len, name, within) in [
            ("South Korea said", 2, "South Korea", None),
            ("U.S. officials", 1, "United States", None),
            ("Norwegian minister", 1, "Norway", None),
            ("Lisbon said", 1, "Lisbon", Some("Portugal")),
            ("Texas police", 1, "Texas", Some("United States")),
        ] {
            let (got_len, known) = at(text, &tokens(text), 0).unwrap();
            assert_eq!((got_len, &*known.name, known.within.as_deref()), (len, name, within), "{text}");
        }
        assert!(at("polish the floor", &tokens("polish the floor"), 0).is_none());
    }
}
