//! A name, and what comparisons ask of it, each worked out once.

use std::sync::OnceLock;

use super::bearers::is_person_like;
use super::company::{self, acronym, initials};
use super::person::{self, Person};
use super::{key, strip};
use crate::claim::EntityKind;
use crate::text::letters;

/// A name that is compared with several others.
#[derive(Debug)]
pub(crate) struct Parsed<'n> {
    text: &'n str,
    kind: EntityKind,
    key: String,
    person: OnceLock<Option<Person>>,
    like_a_person: OnceLock<bool>,
    base: OnceLock<String>,
    acronym: OnceLock<Option<String>>,
    initials: OnceLock<Vec<String>>,
}

impl<'n> Parsed<'n> {
    /// A name of that kind.
    pub(crate) fn new(text: &'n str, kind: EntityKind) -> Self {
        let (person, like_a_person, base) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { text, kind, key: key(text), person, like_a_person, base, acronym: OnceLock::new(), initials: OnceLock::new() }
    }

    /// Whether two names may be one entity's: [`may_be_one`](super::may_be_one).
    pub(crate) fn may_be_one(&self, other: &Self) -> bool {
        let (a, b) = (self, other);
        if a.is_person() && b.is_body() || a.is_body() && b.is_person() {
            return false;
        }
        if a.key == b.key {
            return true;
        }
        if a.is_body() || b.is_body() {
            return company::may_be_one(a, b);
        }
        let people = || a.is_like_a_person() && b.is_like_a_person() && person::may_be_one(a, b);
        people() || !a.is_person() && !b.is_person() && company::may_be_one(a, b)
    }

    fn is_person(&self) -> bool {
        self.kind == EntityKind::Person
    }

    fn is_body(&self) -> bool {
        matches!(self.kind, EntityKind::Organisation | EntityKind::Place)
    }

    pub(super) fn is_place(&self) -> bool {
        self.kind == EntityKind::Place
    }

    fn is_like_a_person(&self) -> bool {
        self.is_person() || *self.like_a_person.get_or_init(|| is_person_like(self.text))
    }

    /// Its letters without titles; empty where it has none.
    pub(super) fn letters(&self) -> &str {
        // Of a name without letters the key is its text.
        if letters(strip(self.text)).is_empty() { "" } else { &self.key }
    }

    pub(super) fn person(&self) -> Option<&Person> {
        self.person.get_or_init(|| Person::of(self.text)).as_ref()
    }

    /// Its letters without its legal form.
    pub(super) fn base(&self) -> &str {
        self.base.get_or_init(|| company::base(self.text))
    }

    pub(super) fn acronym(&self) -> Option<&str> {
        self.acronym.get_or_init(|| acronym(self.text)).as_deref()
    }

    pub(super) fn initials(&self) -> &[String] {
        self.initials.get_or_init(|| initials(self.text))
    }
}
