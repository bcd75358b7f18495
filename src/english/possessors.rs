//! "A fire at Osk's paper mill": what stands before the possessive is where it was, where a town is likelier than an owner.

use std::ops::Range;

use super::lexicon::Class;
use super::names::{Chunk, View};
use super::sites;
use crate::claim::EntityKind;
use crate::words::List;

/// Words at most between a possessive and the site.
const BETWEEN: usize = 3;

/// The site that stands behind a possessive at `at`: its token, where its phrase ends with it.
fn site(view: &View<'_>, at: usize) -> Option<usize> {
    let plain = |i: usize| view.str(i).starts_with(|c: char| c.is_ascii_lowercase()) || view.str(i) == "-";
    let mut noun = (at + 1..at + 3 + BETWEEN).take_while(|i| plain(*i) && !view.is(*i, Class::PREP.or(Class::AND)));
    let known = |i: &usize| List::PublicSites.has(view.str(*i)) || List::OwnedSites.has(view.str(*i));
    noun.find(|i| known(i) && sites::ends_phrase(view, i + 1))
}

/// Whether a name of one word is a town by what it has: a public site, or a trade's ("paper mill") that nobody in the article owns.
pub(super) fn is_town(view: &View<'_>, chunk: &Chunk) -> bool {
    let (at, end) = (chunk.tokens.start, chunk.tokens.end);
    let word = view.str(at);
    let one = chunk.tokens.len() == 1 && word.chars().skip(1).any(char::is_lowercase);
    let before = at.checked_sub(1).is_some_and(|i| List::AtPlaces.has(view.str(i)));
    if !(one && before && view.str(end) == "'s") || chunk.kind != EntityKind::Other {
        return false;
    }
    let Some(site) = site(view, end) else { return false };
    let business = || (0..view.tokens.len()).any(|i| List::Business.has(view.str(i)));
    !acts(view, word) && (List::PublicSites.has(view.str(site)) || (site > end + 1 && !business()))
}

/// "Through Osk's railway station": the site is in the place, whatever the preposition says of the site.
pub(super) fn is_where(view: &View<'_>, place: &Range<usize>) -> bool {
    let before = place.start.checked_sub(1).is_some_and(|i| matches!(view.str(i), "outside" | "inside" | "through"));
    before && view.str(place.end) == "'s" && site(view, place.end).is_some()
}

/// Whether a name is that of somebody who does something in the article: it stands there neither behind a preposition of place nor
/// before a possessive.
fn acts(view: &View<'_>, name: &str) -> bool {
    let same = |i: &usize| view.str(*i) == name;
    (0..view.tokens.len()).filter(same).any(|i| {
        let placed =
            i > 0 && (List::AtPlaces.has(view.str(i - 1)) || matches!(view.str(i - 1), "from" | "to" | "of" | "around" | "," | "("));
        !placed && view.str(i + 1) != "'s" && view.str(i + 1) != ","
    })
}
