//! What people decided about names: what a decision names, and which decisions hold together.

use std::sync::Arc;

use super::groups::Groups;
use super::{Name, Resolution};
use crate::claim::EntityRecord;
use crate::linkage::decisions::{Ruling, settle};
use crate::text::letters;

/// The nodes at the two ends of a decision (the first of each stands for all), its verdict, and its place in the list.
type Link = (Vec<usize>, Vec<usize>, bool, usize);

/// The decisions as links between nodes that hold together, and those that link nothing.
#[derive(Default)]
pub(super) struct Told {
    links: Vec<Link>,
    pub(super) unknown: Vec<usize>,
    pub(super) twice: Vec<usize>,
    pub(super) contrary: Vec<(usize, Vec<usize>)>,
}

impl Groups<'_> {
    /// Does what was decided; gives the decisions that would make one of two entities with ids of the caller's.
    pub(super) fn follow(&mut self, told: &Told) -> Vec<usize> {
        for (a, b, _, _) in told.links.iter().filter(|l| !l.2) {
            a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y))).for_each(|(x, y)| self.keep_apart(x, y));
        }
        let mut owned = Vec::new();
        for (a, b, _, decision) in told.links.iter().filter(|l| l.2) {
            let (a, b) = (self.root(a[0]), self.root(b[0]));
            if a != b && self.own[a] && self.own[b] {
                owned.push(*decision);
            }
            self.join(a, b);
        }
        owned
    }
}

pub(super) fn decided(names: &[Name], known: &[EntityRecord], plain: &Resolution, decisions: &[(Arc<str>, Arc<str>, bool)]) -> Told {
    let mut told = Told::default();
    for (i, (a, b, same)) in decisions.iter().enumerate() {
        let (a, b) = (end(names, known, plain, a), end(names, known, plain, b));
        if a.is_empty() || b.is_empty() {
            told.unknown.push(i);
        } else if a.iter().any(|x| b.contains(x)) {
            // That two names are one needs no saying where they are.
            if !same {
                told.twice.push(i);
            }
        } else {
            told.links.push((a, b, *same, i));
        }
    }
    let number = |nodes: &[usize]| u32::try_from(nodes[0]).unwrap_or(u32::MAX);
    let rulings: Vec<Ruling> = told.links.iter().map(|(a, b, same, _)| Ruling { ends: (number(a), number(b)), same: *same }).collect();
    let against = settle(&rulings);
    let place = |link: &usize| told.links[*link].3;
    told.contrary =
        against.iter().enumerate().filter(|a| !a.1.is_empty()).map(|(i, a)| (place(&i), a.iter().map(place).collect())).collect();
    let mut against = against.iter();
    told.links.retain(|_| against.next().is_none_or(Vec::is_empty));
    told
}

/// The nodes that an end of a decision names: a record by its id; an entity by its id, which stands for its fullest name;
/// a name by its exact text, and only where no name has that text by its letters.
fn end(names: &[Name], known: &[EntityRecord], plain: &Resolution, text: &str) -> Vec<usize> {
    if let Some(record) = known.iter().position(|k| k.id.as_str() == text) {
        return vec![names.len() + record];
    }
    let named = |i: &usize| names[*i].only_office_in.is_none();
    if let Some(e) = plain.entities.iter().position(|e| e.id.as_str() == text) {
        let members = || (0..plain.of.len()).filter(|&i| plain.of[i] as usize == e);
        let Some(first) = members().min_by_key(|&i| (names[i].text != plain.entities[e].name, i)) else { return Vec::new() };
        let others = members().filter(|&i| i != first && named(&i) && names[i].text == names[first].text);
        return std::iter::once(first).chain(others).collect();
    }
    let spelled = |text: &str| (0..names.len()).filter(named).filter(|&i| &*names[i].text == text).collect::<Vec<_>>();
    let exact = spelled(text);
    if !exact.is_empty() {
        return exact;
    }
    let wanted = letters(text);
    let near = (0..names.len()).filter(named).find(|&i| !wanted.is_empty() && letters(&names[i].text) == wanted);
    near.map_or_else(Vec::new, |i| spelled(&names[i].text))
}
