//! How a fuller name stands to a shorter one of the same text.

use super::person::generation;
use super::person::{Fit, Person, fit};
use super::{bearers, company, words};
use crate::claim::EntityKind;
use crate::words::List;

/// How a fuller name holds a shorter one, the weakest first. It takes one text, or much else, to say that they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// But for a letter.
    Slip,
    /// By a word within, or as names of persons vary.
    Inner,
    /// By its first words: a given name, "Velmar" of "Velmar Airlines".
    Front,
    /// As its acronym, or by initials.
    Initials,
    /// By its last words: a family name, what a club is called by.
    Back,
    /// The same words.
    Same,
}

/// The words of a name, those with hyphens parted.
fn parted(name: &str) -> Vec<String> {
    words(name).iter().flat_map(|w| w.split('-')).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// A word without the "s" that may make it a plural.
pub(crate) fn one(word: &str) -> &str {
    word.strip_suffix('s').filter(|w| w.len() > 3).unwrap_or(word)
}

/// How a name reaches a shorter one, or one that is as long; none where it does not.
pub(crate) fn reach(full: (&str, EntityKind), short: (&str, EntityKind)) -> Option<Reach> {
    let (long, few) = (parted(full.0), parted(short.0));
    let long = match &long[..] {
        [rest @ .., last] if rest.len() > 1 && generation(last).is_some() => rest,
        all => all,
    };
    if few.is_empty() || long.is_empty() {
        return None;
    }
    if long.iter().map(|w| one(w)).eq(few.iter().map(|w| one(w))) {
        return Some(Reach::Same);
    }
    let is_body = |k: EntityKind| matches!(k, EntityKind::Organisation | EntityKind::Place);
    let people = !is_body(full.1) && !is_body(short.1) && bearers::are_person_like(long);
    if few.len() < long.len() {
        let single = few.len() == 1;
        let generic = |w: &String| company::is_body_word(w) || company::is_small_word(w) || List::Industries.has(w);
        let rest_is_generic = || long[few.len()..].iter().all(generic);
        if long.ends_with(&few) {
            return Some(Reach::Back);
        }
        let is_person = full.1 == EntityKind::Person || short.1 == EntityKind::Person;
        if long.starts_with(&few) && (rest_is_generic() || people && is_person) {
            return Some(Reach::Front);
        }
        // "Osk Gull" and "the Gulls".
        if long[long.len() - few.len()..].iter().zip(&few).all(|(x, y)| one(x) == one(y)) {
            return Some(Reach::Front);
        }
        if people && is_person && single && long.contains(&few[0]) {
            return Some(Reach::Inner);
        }
    }
    if company::acronym(short.0).is_some_and(|a| company::initials(full.0).contains(&a)) {
        return Some(Reach::Initials);
    }
    if !people || !bearers::are_person_like(&few) {
        return None;
    }
    let fits = fit(&Person::of(full.0)?, &Person::of(short.0)?)?;
    Some(match fits {
        Fit::Same => Reach::Same,
        Fit::Strong => Reach::Initials,
        Fit::Weak => Reach::Inner,
        Fit::Slip => Reach::Slip,
    })
}
