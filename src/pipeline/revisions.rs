//! What outlets changed in their own articles: the extractor's claims of an older text against those of the one that replaced it.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::intake::{Intake, Older};
use crate::claim::Claim;
use crate::graph::{Change, Revision};
use crate::id::{ArticleIx, EventIx};

/// What a statement is of, within one article.
type Slot<'a> = (&'a str, &'a str, &'a str, &'a str);

fn slot(claim: &Claim) -> Slot<'_> {
    (claim.event.action.as_str(), claim.attribute.as_str(), claim.subject.as_deref().unwrap_or(""), claim.of.as_deref().unwrap_or(""))
}

/// The slots that a text fills with one value each. Where it gives several, as of two events of one kind, it is not known which of them
/// became which.
fn single<'a>(claims: &'a [Claim]) -> BTreeMap<Slot<'a>, &'a Claim> {
    let mut all: BTreeMap<Slot<'a>, Option<&'a Claim>> = BTreeMap::new();
    for claim in claims {
        let said = all.entry(slot(claim)).or_insert(Some(claim));
        if said.is_some_and(|s| s.value.value != claim.value.value || s.polarity != claim.polarity) {
            *said = None;
        }
    }
    all.into_iter().filter_map(|(slot, claim)| Some((slot, claim?))).collect()
}

/// The revisions, by article and age, with the values that each changed.
pub(super) fn revisions(intake: &Intake<'_>) -> Vec<Revision> {
    if intake.older.is_empty() {
        return Vec::new();
    }
    let of_claim: FxHashMap<&str, EventIx> = intake.claims.iter().filter_map(|n| Some((n.claim.id.as_ref()?.as_str(), n.event))).collect();
    let mut found = Vec::new();
    for (i, older) in intake.older.iter().enumerate() {
        let latest = &intake.articles[older.of as usize];
        let next = intake.older.get(i + 1).filter(|n| n.of == older.of);
        let (to, after) = match next {
            Some(next) => (next.stored.article.stands_since(), next.extraction),
            None => (latest.article.stands_since(), latest.extraction),
        };
        let (Some(from), Some(to)) = (older.stored.article.stands_since(), to) else { continue };
        let latest = latest.extraction.map_or(&[][..], |e| &e.claims);
        let changes = changes(older, after.map_or(&[][..], |e| &e.claims), latest, &of_claim);
        found.push(Revision { article: ArticleIx::new(older.of), from, to, changes });
    }
    found
}

/// What changed between two texts, each with the event that the article's latest text tells it of.
fn changes(older: &Older<'_>, after: &[Claim], latest: &[Claim], of_claim: &FxHashMap<&str, EventIx>) -> Vec<Change> {
    let before = single(older.extraction.map_or(&[][..], |e| &e.claims));
    let (after, latest) = (single(after), single(latest));
    let mut changes: Vec<Change> = Vec::new();
    for (slot, old) in before {
        let (Some(new), Some(known)) = (after.get(&slot), latest.get(&slot)) else { continue };
        if old.value.value == new.value.value {
            continue;
        }
        let id = known.id.clone().unwrap_or_else(|| known.derive_id());
        let Some(&event) = of_claim.get(id.as_str()) else { continue };
        changes.push(Change { event, attribute: new.attribute.clone(), before: old.value.clone(), after: new.value.clone() });
    }
    changes.sort_by(|a, b| (a.event, &a.attribute, &a.before.raw).cmp(&(b.event, &b.attribute, &b.before.raw)));
    changes
}
