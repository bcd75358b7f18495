//! How a fuller name stands to a shorter one of the same text.

use super::person::generation;
use super::person::{Fit, Person, fit};
use super::{bearers, company, words};
use crate::claim::EntityKind;

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

/// How a name reaches a shorter one, or one that is as long; none where it does not.
pub(crate) fn reach(full: (&str, EntityKind), short: (&str, EntityKind)) -> Option<Reach> {
    let (long, few) = (words(full.0), words(short.0));
    let long = match &long[..] {
        [rest @ .., last] if rest.len() > 1 && generation(last).is_some() => rest,
        all => all,
    };
    if few.is_empty() || long.is_empty() {
        return None;
    }
    if long == few {
        return Some(Reach::Same);
    }
    let is_body = |k: EntityKind| matches!(k, EntityKind::Organisation | EntityKind::Place);
    let people = !is_body(full.1) && !is_body(short.1) && bearers::are_person_like(long);
    if few.len() < long.len() {
        let single = few.len() == 1;
        let rest_is_generic = || long[few.len()..].iter().all(|w| company::is_body_word(w) || company::is_small_word(w));
        if long.ends_with(&few) {
            return Some(Reach::Back);
        }
        if long.starts_with(&few) && (rest_is_generic() || people && single) {
            return Some(Reach::Front);
        }
        if people && single && long.contains(&few[0]) {
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
