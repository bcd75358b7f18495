//! Groups of names in the making, under cannot-links; names with the same letters; the caller's records.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{Name, key, plain, words};
use crate::claim::{EntityKind, EntityRecord};

/// A name's text as rules look at it.
pub(super) struct Spelled {
    pub(super) key: String,
    pub(super) words: Vec<String>,
}

impl Spelled {
    pub(super) fn of(text: &str) -> Self {
        Self { key: key(text), words: words(text) }
    }
}

/// Union-find over names, then known entities.
pub(super) struct Groups<'a> {
    pub(super) names: &'a [Name],
    pub(super) spelled: &'a [Spelled],
    pub(super) known: &'a [EntityRecord],
    pub(super) parent: Vec<usize>,
    pub(super) apart: Vec<(usize, usize)>,
    /// The same by root: who is kept apart from somebody of its group.
    foes: FxHashMap<usize, Vec<usize>>,
    /// Of each root: whether it has a record, or fits several and may have none.
    pub(super) own: Vec<bool>,
}

/// The names that have one key and may be one sort of thing.
#[derive(Default)]
struct Buckets<'a> {
    /// By key; of what is no person, and of persons.
    of_key: [FxHashMap<Cow<'a, str>, usize>; 2],
    members: Vec<Vec<usize>>,
}

impl<'a> Buckets<'a> {
    fn add(&mut self, key: Cow<'a, str>, person: bool, i: usize) {
        let next = self.members.len();
        let bucket = *self.of_key[usize::from(person)].entry(key).or_insert(next);
        match self.members.get_mut(bucket) {
            Some(members) => members.push(i),
            None => self.members.push(vec![i]),
        }
    }
}

impl<'a> Groups<'a> {
    pub(super) fn new(names: &'a [Name], spelled: &'a [Spelled], known: &'a [EntityRecord]) -> Self {
        let all = names.len() + known.len();
        let own = (0..all).map(|i| i >= names.len()).collect();
        Self { names, spelled, known, parent: (0..all).collect(), apart: Vec::new(), foes: FxHashMap::default(), own }
    }

    /// Keeps two nodes and their groups apart.
    pub(super) fn keep_apart(&mut self, x: usize, y: usize) {
        self.apart.push((x, y));
        for (one, other) in [(x, y), (y, x)] {
            let root = self.root(one);
            self.foes.entry(root).or_default().push(other);
        }
    }

    pub(super) fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    /// Joins two groups, unless a cannot-link lies between them or each has an id of the caller's.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b || (self.own[a] && self.own[b]) || self.kept_apart(a, b) {
            return;
        }
        let (low, high) = (a.min(b), a.max(b));
        self.parent[high] = low;
        self.own[low] |= self.own[high];
        if let Some(mut fewer) = self.foes.remove(&high) {
            let foes = self.foes.entry(low).or_default();
            if foes.len() < fewer.len() {
                std::mem::swap(foes, &mut fewer);
            }
            foes.append(&mut fewer);
        }
    }

    fn kept_apart(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        let count = |root: &usize| self.foes.get(root).map_or(0, Vec::len);
        let (few, other) = if count(&a) <= count(&b) { (a, b) } else { (b, a) };
        (0..count(&few)).any(|i| {
            let foe = self.foes[&few][i];
            self.root(foe) == other
        })
    }

    /// Names with the same letters are one entity, unless the one is a person and the other is not.
    pub(super) fn by_letters(&mut self) {
        let buckets = self.buckets();
        for members in &buckets.members {
            self.join_spellings(members);
        }
        self.records(&buckets);
    }

    fn buckets(&self) -> Buckets<'a> {
        let mut buckets = Buckets::default();
        let mut unsure = Vec::new();
        let all = self.names.iter().zip(self.spelled).enumerate();
        for (i, (name, Spelled { key, .. })) in all.filter(|(_, (n, _))| n.only_office_in.is_none()) {
            match name.kind {
                EntityKind::Other => unsure.push((i, plain(key))),
                EntityKind::Place => buckets.add(plain(key), false, i),
                kind => buckets.add(key.as_str().into(), kind == EntityKind::Person, i),
            }
        }
        for (i, key) in unsure {
            let person = buckets.of_key[1].contains_key(&key) && !buckets.of_key[0].contains_key(&key);
            buckets.add(key, person, i);
        }
        buckets
    }

    /// Joins names with the same letters. Where a decision keeps two of them apart, a third spelling might be either, and joins neither.
    fn join_spellings(&mut self, members: &[usize]) {
        let split = if members.len() > 1 { self.split(members) } else { Vec::new() };
        if split.is_empty() {
            return self.join_all(members);
        }
        let names = self.names;
        let mut of_text: FxHashMap<&str, usize> = FxHashMap::default();
        for &i in members {
            let first = *of_text.entry(&*names[i].text).or_insert(i);
            self.join(first, i);
        }
        let split: Vec<usize> = split.into_iter().map(|i| self.root(i)).collect();
        let free: Vec<usize> = members.iter().copied().filter(|&i| !split.contains(&self.root(i))).collect();
        self.join_all(&free);
    }

    fn join_all(&mut self, members: &[usize]) {
        for pair in members.windows(2) {
            self.join(pair[0], pair[1]);
        }
    }

    /// The members' roots that a decision keeps apart from another member, itself or by giving each a record of its own.
    fn split(&mut self, members: &[usize]) -> Vec<usize> {
        let roots: Vec<usize> = members.iter().map(|&i| self.root(i)).collect();
        let mut split: Vec<usize> = roots.iter().copied().filter(|&r| self.own[r]).collect();
        split.sort_unstable();
        split.dedup();
        if split.len() == 1 {
            split.clear();
        }
        let mut groups = roots.clone();
        groups.sort_unstable();
        groups.dedup();
        for &root in &groups {
            let foes = self.foes.get(&root).cloned().unwrap_or_default();
            if foes.into_iter().any(|foe| groups.binary_search(&self.root(foe)).is_ok()) {
                split.push(root);
            }
        }
        split
    }

    /// Links groups to the caller's records. A group that fits several is linked to none: any choice would be a guess.
    fn records(&mut self, buckets: &Buckets<'_>) {
        let known = self.known;
        let mut fits: Vec<(usize, usize)> = Vec::new();
        for (record, i) in known.iter().zip(self.names.len()..) {
            // A person's record also takes names whose kind is not known.
            let sorts: &[bool] = match record.kind {
                Some(EntityKind::Person) => &[true, false],
                Some(EntityKind::Organisation | EntityKind::Place) => &[false],
                Some(EntityKind::Other) | None => &[false, true],
            };
            for name in &record.names {
                let key = key(name);
                let key = plain(&key);
                let bucket = sorts.iter().find_map(|&person| buckets.of_key[usize::from(person)].get(&key));
                let group = bucket.and_then(|&b| self.group(&buckets.members[b], name));
                fits.extend(group.filter(|&g| !self.own[g] && !self.kept_apart(g, i)).map(|g| (g, i)));
            }
        }
        fits.sort_unstable();
        fits.dedup();
        for of_group in fits.chunk_by(|a, b| a.0 == b.0) {
            match of_group {
                [(group, record)] => self.join(*group, *record),
                _ => self.own[of_group[0].0] = true,
            }
        }
    }

    /// The group of a bucket that a record's name stands for: the only one, or the one that has its exact text.
    fn group(&mut self, members: &[usize], name: &str) -> Option<usize> {
        let first = self.root(*members.first()?);
        if members.iter().all(|&i| self.root(i) == first) {
            return Some(first);
        }
        members.iter().copied().find(|&i| &*self.names[i].text == name).map(|i| self.root(i))
    }
}
