//! Which names are one entity.
//!
//! Names of one spelling are one. Where the spelling differs, two degrees are told apart ([`person`]). Names of which the one only says
//! less ("R. J. Kessling" and "Robert Kessling", "Nortex" and "Nortex Inc.") are one where one bearer fits. Names that vary as names do
//! ("Bob", a romanisation, a married name, one letter) are one only where something besides the names ties them: the same office, or a
//! part in the same doings of the same day with the same others or in the same place ([`Occasion`]). Otherwise they are *not known to
//! be one*, which [`may_be_one`] tells; nothing here ever says that they are two.
//!
//! That one bearer fits is asked of the whole batch, so that a second bearer in an article about something else parts what was joined;
//! a tie is asked first and holds whatever else the batch brings. What remains: where nothing ties "R. Kessling" to Robert, an article
//! on Ruth Kessling leaves him alone; and a surname alone is one of the batch, not of its article.

mod bearers;
mod company;
mod finish;
mod groups;
#[cfg(feature = "english")]
mod likeness;
mod parsed;
mod person;
#[cfg(feature = "english")]
mod reach;
mod rules;
mod spelling;
mod ties;
mod told;

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use groups::{Groups, Spelled};
use told::decided;

#[cfg(feature = "english")]
pub(crate) use bearers::are_person_like;
#[cfg(feature = "english")]
pub(crate) use company::{acronym, initials, is_body_word, is_legal_form, without_form};
#[cfg(feature = "english")]
pub use likeness::NameSpelling;
pub(crate) use parsed::Parsed;
#[cfg(feature = "english")]
pub(crate) use reach::{Reach, one, reach};
#[cfg(feature = "english")]
pub(crate) use spelling::{is_given_name, traces};

use crate::claim::{EntityKind, EntityRecord, Family, Office};
use crate::id::{ArticleId, EntityId};
use crate::linkage::decisions::Against;
use crate::text::{fold, letters};

/// A name as the articles of a batch give it. Names of one text and kind are one [`Name`], whatever the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name; for an office holder without a name, the words for the office.
    pub text: Arc<str>,
    /// What it stands for.
    pub kind: EntityKind,
    /// The offices that articles give its bearer, and when they were published. Sorted.
    pub offices: Vec<(Office, Option<Date>)>,
    /// Set where the words are only an office: the article that has them.
    pub only_office_in: Option<ArticleId>,
}

/// Something that happened, as one article tells it: what ties names to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The family of the action.
    pub family: Family,
    /// The action.
    pub action: Arc<str>,
    /// The day, from 1970-01-01.
    pub day: i64,
    /// The place, in letters.
    pub place: Option<Arc<str>>,
    /// Who takes part: indices of names.
    pub people: Box<[u32]>,
}

/// What names are resolved with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    /// The caller's own entities, each id once; a name that fits several of them is linked to none.
    pub known: &'a [EntityRecord],
    /// What the bearers of the names did.
    pub occasions: &'a [Occasion],
    /// Two names or entity ids each, and whether they are one; what stands first holds against what follows.
    pub decisions: &'a [(Arc<str>, Arc<str>, bool)],
}

/// Which names are one entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    /// For each name, in the order given, the index of its entity.
    pub of: Vec<u32>,
    /// The entities, by id.
    pub entities: Vec<Linked>,
    /// Which of the decisions named an entity that is not there.
    pub unknown: Vec<usize>,
    /// Which of the decisions named one entity at both ends.
    pub twice: Vec<usize>,
    /// Which of the decisions would make one of two entities that both have an id of the caller's.
    pub owned: Vec<usize>,
    /// Which of the decisions cannot hold beside others, and beside which.
    pub contrary: Vec<(usize, Against)>,
}

/// An entity, and the names that it goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// Its id: the caller's, or derived from its kind and fullest name.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name.
    pub name: Arc<str>,
    /// Its other names, sorted.
    pub aliases: Vec<Arc<str>>,
}

/// What a name is compared by: its letters, or where it has none ("!!!") its text.
pub(crate) fn key(name: &str) -> String {
    let bare = strip(name);
    Some(letters(bare)).filter(|k| !k.is_empty()).unwrap_or_else(|| bare.to_owned())
}

/// Words before a name that are no part of it: forms of address and the commonest posts. The Chicago Manual of Style, 17th
/// edition, 8.18 to 8.34.
const TITLES: &[&str] = &[
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "chancellor",
    "premier",
    "senator",
    "sen.",
    "gen.",
    "general",
    "minister",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "professor",
    "prof.",
    "judge",
    "governor",
    "gov.",
    "ambassador",
    "mayor",
    "secretary",
    "the",
];
/// "ambassador".
const LONGEST_TITLE: usize = 10;
/// How far apart two articles may be published for an office to have the same holder: shorter than any usual term.
const TERM_DAYS: i32 = 730;

/// Groups names into entities.
///
/// Cannot-links hold across whole groups and come before every rule. O(n log n) in the names and in what ties them, and in the
/// decisions.
pub fn entities(names: &[Name], given: Given<'_>) -> Resolution {
    pooled(names, given, &[])
}

/// The same with pairs of names that are one whatever the rules say, since an article has joined them.
pub(crate) fn pooled(names: &[Name], given: Given<'_>, one: &[(usize, usize)]) -> Resolution {
    let spelled: Vec<Spelled> = names.par_iter().map(|n| Spelled::of(&n.text)).collect();
    let ruled = |mut groups: Groups<'_>| {
        one.iter().for_each(|&(a, b)| groups.join(a, b));
        groups.by_letters();
        groups.by_rules(given.occasions);
        groups.finish()
    };
    let plain = ruled(Groups::new(names, &spelled, given.known));
    if given.decisions.is_empty() {
        return plain;
    }
    // Decisions may name ids; those follow from the groups that the rules alone give.
    let told = decided(names, given.known, &plain, given.decisions);
    let mut again = Groups::new(names, &spelled, given.known);
    let owned = again.follow(&told);
    Resolution { unknown: told.unknown, twice: told.twice, owned, contrary: told.contrary, ..ruled(again) }
}

/// Whether two spellings of one person's name are known variants: "Josh" and "Joshua". Symmetric.
pub fn are_variants(a: &str, b: &str) -> bool {
    person::are_variants(a, b)
}

/// Whether two names are the same but for a legal form, left out or written in two ways: "Northgale Inc.", "Northgale", "Northgale
/// Incorporated". Symmetric.
pub fn differ_in_form(a: &str, b: &str) -> bool {
    company::differ_in_form(a, b)
}

/// Whether two names may be one entity's, as far as they go: one spelling, one that says less than the other, or one that varies as
/// names do. Symmetric. What makes them one is more than that ([`entities`]).
pub fn may_be_one(a: (&str, EntityKind), b: (&str, EntityKind)) -> bool {
    Parsed::new(a.0, a.1).may_be_one(&Parsed::new(b.0, b.1))
}

/// One key for the names of one country; any other key as it is.
fn plain(key: &str) -> Cow<'_, str> {
    crate::value::country(key).map_or(key.into(), |i| format!("country {i}").into())
}

/// A name without the titles before it; a title alone stays.
pub(crate) fn strip(name: &str) -> &str {
    let mut rest = name.trim();
    while let Some((first, tail)) = rest.split_once(char::is_whitespace) {
        if !is_title(first) {
            break;
        }
        rest = tail.trim_start();
    }
    rest
}

/// Whether a word stands before names and is no part of them.
pub(crate) fn is_title(word: &str) -> bool {
    if !word.is_ascii() {
        return TITLES.contains(&&*fold(word));
    }
    // The length and the first letter rule out nearly all.
    let first = word.as_bytes().first().map(u8::to_ascii_lowercase);
    word.len() <= LONGEST_TITLE
        && TITLES.iter().any(|t| t.len() == word.len() && t.as_bytes().first().copied() == first && t.eq_ignore_ascii_case(word))
}

/// The words of a name, folded, without titles.
pub(crate) fn words(name: &str) -> Vec<String> {
    fold(strip(name))
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned())
        .filter(|w| !w.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
