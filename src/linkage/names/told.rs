//! What people decided about names: what a decision names, and which decisions hold together.

use std::cell::OnceCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::groups::Groups;
use super::{Name, Resolution};
use crate::claim::EntityRecord;
use crate::linkage::decisions::{Against, Ruling, settle};
use crate::text::letters;

/// The nodes at the two ends of a decision (the first of each stands for all), its verdict, and its place in the list.
type Link = (Vec<usize>, Vec<usize>, bool, usize);

/// The decisions as links between nodes that hold together, and those that link nothing.
#[derive(Default)]
pub(super) struct Told {
    links: Vec<Link>,
    pub(super) unknown: Vec<usize>,
    pub(super) twice: Vec<usize>,
    pub(super) contrary: Vec<(usize, Against)>,
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
    let (mut told, called) = (Told::default(), Called::of(names, known, plain));
    for (i, (a, b, same)) in decisions.iter().enumerate() {
        let (a, b) = (called.nodes(a), called.nodes(b));
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
    let placed = |a: &Against| Against { rulings: a.rulings.iter().map(place).collect(), is_cut: a.is_cut };
    told.contrary = against.iter().enumerate().filter(|a| !a.1.is_empty()).map(|(i, a)| (place(&i), placed(a))).collect();
    let mut against = against.iter();
    told.links.retain(|_| against.next().is_none_or(Against::is_empty));
    told
}

/// What can be named by a decision, by what it is called.
struct Called<'a> {
    names: &'a [Name],
    plain: &'a Resolution,
    records: FxHashMap<&'a str, usize>,
    /// The entities by id, and the names of each.
    entities: FxHashMap<&'a str, (usize, Vec<usize>)>,
    spelled: FxHashMap<&'a str, Vec<usize>>,
    /// The first name of these letters; made when one is first asked for.
    letters: OnceCell<FxHashMap<String, usize>>,
}

impl<'a> Called<'a> {
    fn of(names: &'a [Name], known: &'a [EntityRecord], plain: &'a Resolution) -> Self {
        let mut members = vec![Vec::new(); plain.entities.len()];
        plain.of.iter().enumerate().for_each(|(i, &e)| members[e as usize].push(i));
        let (mut records, mut entities, mut spelled) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        known.iter().enumerate().for_each(|(i, k)| _ = records.entry(k.id.as_str()).or_insert(names.len() + i));
        for (e, (entity, members)) in plain.entities.iter().zip(members).enumerate() {
            entities.entry(entity.id.as_str()).or_insert((e, members));
        }
        let named = names.iter().enumerate().filter(|n| n.1.only_office_in.is_none());
        named.for_each(|(i, n)| spelled.entry(&*n.text).or_insert_with(Vec::new).push(i));
        Self { names, plain, records, entities, spelled, letters: OnceCell::new() }
    }

    /// The nodes that an end of a decision names: a record by its id; an entity by its id, which stands for its fullest name;
    /// a name by its exact text, and only where no name has that text by its letters.
    fn nodes(&self, text: &str) -> Vec<usize> {
        if let Some(&record) = self.records.get(text) {
            return vec![record];
        }
        let is_named = |i: usize| self.names[i].only_office_in.is_none();
        if let Some((e, members)) = self.entities.get(text) {
            let fullest = |i: &usize| (self.names[*i].text != self.plain.entities[*e].name, *i);
            let Some(first) = members.iter().copied().min_by_key(fullest) else { return Vec::new() };
            let others = members.iter().copied().filter(|&i| i != first && is_named(i) && self.names[i].text == self.names[first].text);
            return std::iter::once(first).chain(others).collect();
        }
        if let Some(exact) = self.spelled.get(text) {
            return exact.clone();
        }
        let near = self.by_letters().get(&letters(text));
        near.map_or_else(Vec::new, |&i| self.spelled[&*self.names[i].text].clone())
    }

    fn by_letters(&self) -> &FxHashMap<String, usize> {
        self.letters.get_or_init(|| {
            let mut all = FxHashMap::default();
            for (i, name) in self.names.iter().enumerate().filter(|n| n.1.only_office_in.is_none()) {
                let letters = letters(&name.text);
                if !letters.is_empty() {
                    all.entry(letters).or_insert(i);
                }
            }
            all
        })
    }
}
