//! From groups of names to entities with ids.

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::groups::Groups;
use super::{Linked, Name, Resolution, key, words};
use crate::claim::EntityKind;
use crate::id::{ArticleId, EntityId};
use crate::text::letters;

impl Groups<'_> {
    pub(super) fn finish(mut self) -> Resolution {
        let roots: Vec<usize> = (0..self.parent.len()).map(|i| self.root(i)).collect();
        let mut rows: Vec<(usize, usize)> = roots.iter().copied().zip(0..).collect();
        rows.par_sort_unstable();
        let members: Vec<usize> = rows.iter().map(|r| r.1).collect();
        let mut from = 0;
        // One group after the other, each with where its members stand. A record that no article speaks of is no entity of this batch.
        let groups = rows.chunk_by(|a, b| a.0 == b.0).map(|run| {
            from += run.len();
            (run[0].0, &members[from - run.len()..from])
        });
        let groups: Vec<(usize, &[usize])> = groups.filter(|(_, m)| m.iter().any(|&i| i < self.names.len())).collect();
        let mut made: Vec<(Linked, usize)> = groups.par_iter().map(|(root, members)| (self.entity(members), *root)).collect();
        let recorded: FxHashSet<usize> = rows.iter().filter(|r| r.1 >= self.names.len()).map(|r| r.0).collect();
        made.sort_by(|(a, _), (b, _)| (&a.id, &a.name, &a.aliases).cmp(&(&b.id, &b.name, &b.aliases)));
        distinguish(&mut made, |root| recorded.contains(root));
        made.sort_unstable_by(|a, b| a.0.id.cmp(&b.0.id));
        let index: FxHashMap<usize, u32> = made.iter().zip(0..).map(|((_, root), i)| (*root, i)).collect();
        let of = roots[..self.names.len()].iter().map(|r| index[r]).collect();
        Resolution { of, entities: made.into_iter().map(|m| m.0).collect(), ..Resolution::default() }
    }

    fn entity(&self, members: &[usize]) -> Linked {
        if let [i] = *members
            && let Some(name) = self.names.get(i).filter(|n| n.only_office_in.is_none())
        {
            let id = EntityId::derive([name.kind.as_str(), &self.spelled[i].key]);
            return Linked { id, kind: name.kind, name: name.text.clone(), aliases: Vec::new() };
        }
        let names: Vec<&Name> = members.iter().filter_map(|&i| self.names.get(i)).collect();
        let record = members.iter().find_map(|&i| self.known.get(i.checked_sub(self.names.len())?));
        let proper = |n: &&&Name| n.only_office_in.is_none();
        let spellings = names.iter().filter(proper).map(|n| &n.text);
        let fullest = record.and_then(|r| r.names.first()).or_else(|| match &names[..] {
            [one] => Some(&one.text).filter(|_| one.only_office_in.is_none()),
            _ => spellings.min_by_key(|t| fullness(t)),
        });
        let name = fullest.or_else(|| names.first().map(|n| &n.text)).cloned().unwrap_or_else(|| "".into());
        let kind = record.and_then(|r| r.kind).unwrap_or_else(|| majority(&names));
        let mut aliases: Vec<Arc<str>> =
            names.iter().map(|n| n.text.clone()).chain(record.into_iter().flat_map(|r| r.names.iter().cloned())).collect();
        aliases.sort_unstable();
        aliases.dedup();
        aliases.retain(|a| *a != name);
        let id = match (record, names.iter().find(|n| n.only_office_in.is_none())) {
            (Some(record), _) => record.id.clone(),
            (None, Some(_)) => EntityId::derive([kind.as_str(), &key(&name)]),
            (None, None) => {
                let article = names.first().and_then(|n| n.only_office_in.as_ref()).map_or("", ArticleId::as_str);
                EntityId::derive(["office", article, &name])
            }
        };
        Linked { id, kind, name, aliases }
    }
}

/// Gives each entity an id of its own. The caller's ids stay; of derived ones that are equal the first stays, and the others
/// follow from how the name is spelled.
fn distinguish(made: &mut [(Linked, usize)], of_record: impl Fn(&usize) -> bool) {
    let mut taken: FxHashSet<EntityId> = made.iter().filter(|m| of_record(&m.1)).map(|m| m.0.id.clone()).collect();
    let mut again = Vec::new();
    for (i, (linked, _)) in made.iter().enumerate().filter(|(_, m)| !of_record(&m.1)) {
        if !taken.insert(linked.id.clone()) {
            again.push(i);
        }
    }
    for i in again {
        let linked = &mut made[i].0;
        while !taken.insert(linked.id.clone()) {
            linked.id = EntityId::derive(["spelled", linked.id.as_str(), &linked.name]);
        }
    }
}

/// More words that are no initials come first, then more words, then more letters, then the smaller text.
fn fullness(name: &Arc<str>) -> (Reverse<(usize, usize, usize)>, Arc<str>) {
    let words = words(name);
    let full = words.iter().filter(|w| w.chars().filter(|c| c.is_alphanumeric()).nth(1).is_some()).count();
    (Reverse((full, words.len(), letters(name).len())), name.clone())
}

fn majority(names: &[&Name]) -> EntityKind {
    let count = |k: EntityKind| names.iter().filter(|n| n.kind == k).count();
    let kinds = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];
    let best = kinds.into_iter().max_by_key(|&k| (count(k), Reverse(k)));
    best.filter(|&k| count(k) > 0).unwrap_or(EntityKind::Other)
}
