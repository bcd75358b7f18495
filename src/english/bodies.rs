//! Bodies (firms, clubs, agencies) among the names of an article, and the person whom it is about.

use super::deal_words::effect;
use super::lexicon::Word;
use super::names::{Chunk, View};
use super::reference::Entities;
use crate::claim::EntityKind;
use crate::words::List;

/// The person whom an article names most, by at least [`FOCUS`] mentions and more than anybody else.
pub(super) fn focus(chunks: &[(Chunk, Option<usize>)], entities: &Entities) -> Option<usize> {
    let mut counts = vec![0_usize; entities.all.len()];
    for entity in chunks.iter().filter_map(|(_, e)| *e) {
        let local = &entities.all[entity];
        if local.kind == EntityKind::Person && local.offices.is_empty() {
            counts[entity] += 1;
        }
    }
    let most = counts.iter().copied().max().filter(|n| *n >= FOCUS)?;
    let mut all = (0..counts.len()).filter(|i| counts[*i] == most);
    all.next().filter(|_| all.next().is_none())
}

/// Fewest mentions of the person whom an article is about.
const FOCUS: usize = 4;

/// Names that take "the" and act, or are acted with, are of bodies: people's names take no article (Quirk and others 1985, 5.60 to 5.66).
pub(super) fn settle_bodies(view: &View<'_>, chunks: &[(Chunk, Option<usize>)], entities: &mut Entities) {
    for (chunk, entity) in chunks {
        let Some(local) = entity.and_then(|e| entities.all.get_mut(e)) else { continue };
        let (start, end) = (chunk.tokens.start, chunk.tokens.end);
        let named = chunk.name.as_ref().is_some_and(|n| n.start == start) && chunk.office.is_none() && local.offices.is_empty();
        let the = start.checked_sub(1).is_some_and(|i| view.str(i).eq_ignore_ascii_case("the"));
        // "the Rovers offer": as good as a name; "the Brandt race": whose race it is.
        let word = view.words.get(end);
        let noun = word.is_some_and(|w| !w.capital && *w == Word::default() || w.noun.is_some() && w.verb.is_none());
        let adjunct = noun && view.str(end).starts_with(char::is_alphabetic) && effect(view.str(end)).is_none();
        let acts = !adjunct;
        let open = matches!(local.kind, EntityKind::Person | EntityKind::Other);
        if named && the && open && acts && !List::Occasions.has(view.str(end - 1)) {
            local.kind = EntityKind::Organisation;
        }
    }
}
