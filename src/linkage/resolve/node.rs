//! A mention as it is compared: what its words say, and what it is.

use std::sync::Arc;

use super::lexis;
use super::phrase::{Phrase, name_words};
use crate::claim::EntityKind;
use crate::linkage::names::{acronym, are_person_like, initials, is_body_word, key, strip, without_form};

/// The mentions of one article that have one text and kind.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) article: usize,
    /// How many mentions there are.
    pub(super) weight: usize,
    pub(super) phrase: Phrase,
    pub(super) kind: EntityKind,
    /// The words of the mention, as they stand.
    pub(super) text: Arc<str>,
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
    pub(super) fn new(article: usize, text: &Arc<str>, kind: Option<EntityKind>, weight: usize, sentences: &[&str]) -> Self {
        let mut phrase = Phrase::of(text);
        if !matches!(kind, Some(EntityKind::Organisation | EntityKind::Place)) {
            sentences.iter().for_each(|s| phrase.hear(s));
        }
        let bare = phrase.name.as_deref().unwrap_or_default();
        let words = name_words(bare);
        let kind = kind.filter(|k| *k != EntityKind::Other).unwrap_or_else(|| told(&phrase, &words));
        let (key, base) = if bare.is_empty() {
            let key = called(&phrase);
            (key.clone(), key)
        } else {
            (plain(bare, &words, kind), plain(bare, &name_words(&without_form(bare)), kind))
        };
        let name: Arc<str> = with_nickname(bare, &phrase.within).into();
        let (acronym, mut initials) = (acronym(bare), initials(bare));
        initials.extend(phrase.beside.iter().filter_map(|b| self::acronym(b)));
        initials.dedup();
        Self { article, weight, phrase, kind, text: text.clone(), name, words, key, base, acronym, initials }
    }
}

/// What spellings of one name have in common: countries by whichever name, words as they are written in full.
fn plain(name: &str, words: &[String], kind: EntityKind) -> String {
    let words = lexis::content(words.iter().map(String::as_str), kind != EntityKind::Person);
    if words.is_empty() { key(name) } else { words.join(" ") }
}

/// "Robert “Bob” Lund": as names of persons are read.
fn with_nickname(name: &str, within: &[String]) -> String {
    match (name.split_once(' '), within) {
        (Some((first, rest)), [called, ..]) => format!("{first} “{called}” {}", rest.trim()),
        _ => name.to_owned(),
    }
}

/// What a mention is, as far as its words tell.
fn told(phrase: &Phrase, words: &[String]) -> EntityKind {
    if phrase.name.is_none() {
        let of_people = phrase.calls.iter().any(|c| c.is_of_people);
        return if of_people && !phrase.are_several { EntityKind::Person } else { EntityKind::Other };
    }
    let key = words.concat();
    let has_form = phrase.name.as_deref().is_some_and(|n| without_form(n).len() < strip(n).len());
    if phrase.is_person || lexis::opens_with_given_name(words) && are_person_like(words) {
        EntityKind::Person
    } else if lexis::country_of(&key).is_some() {
        EntityKind::Place
    } else if words.len() > 1 && words.iter().any(|w| is_body_word(w)) || has_form {
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
