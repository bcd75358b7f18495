//! A mention as it is compared: what its words say, and what it is.

use std::sync::Arc;

use super::lexis;
use super::phrase::{Phrase, name_words};
use crate::claim::EntityKind;
use crate::linkage::names::{acronym, are_person_like, base, initials, is_body_word, key};

/// The mentions of one article that have one text and kind.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) article: usize,
    /// How many mentions there are.
    pub(super) weight: usize,
    pub(super) phrase: Phrase,
    pub(super) kind: EntityKind,
    /// The name; empty where it is only called something.
    pub(super) name: Arc<str>,
    /// The words of the name, folded.
    pub(super) words: Vec<String>,
    /// What mentions of one name, or called by the same words, have in common.
    pub(super) key: String,
    /// The same without a legal form.
    pub(super) base: String,
    pub(super) acronym: Option<String>,
    pub(super) initials: Vec<String>,
}

impl Node {
    pub(super) fn new(article: usize, text: &str, kind: Option<EntityKind>, weight: usize) -> Self {
        let phrase = Phrase::of(text);
        let name: Arc<str> = phrase.name.as_deref().unwrap_or_default().into();
        let words = name_words(&name);
        let kind = kind.filter(|k| *k != EntityKind::Other).unwrap_or_else(|| told(&phrase, &words));
        let (key, base) = if name.is_empty() {
            let key = called(&phrase);
            (key.clone(), key)
        } else {
            let plain = |k: String| lexis::country_of(&k).map_or(k, |n| format!("country {n}"));
            (plain(key(&name)), plain(base(&name)))
        };
        let (acronym, initials) = (acronym(&name), initials(&name));
        Self { article, weight, phrase, kind, name, words, key, base, acronym, initials }
    }
}

/// What a mention is, as far as its words tell.
fn told(phrase: &Phrase, words: &[String]) -> EntityKind {
    if phrase.name.is_none() {
        let of_people = phrase.calls.iter().any(|c| c.is_of_people);
        return if of_people && !phrase.are_several { EntityKind::Person } else { EntityKind::Other };
    }
    let key = words.concat();
    if phrase.is_person || lexis::opens_with_given_name(words) && are_person_like(words) {
        EntityKind::Person
    } else if lexis::country_of(&key).is_some() {
        EntityKind::Place
    } else if words.len() > 1 && words.iter().any(|w| is_body_word(w)) {
        EntityKind::Organisation
    } else {
        EntityKind::Other
    }
}

/// What is called by the same words has one key, which no name has.
fn called(phrase: &Phrase) -> String {
    let calls = phrase.calls.iter().map(|c| format!("{} of {}", c.head, c.of.join(" ")));
    format!("called {}", calls.collect::<Vec<_>>().join(", "))
}
