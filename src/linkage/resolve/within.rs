//! Which mentions of one article are one entity.
//!
//! An article names somebody in full once, and by parts of the name or by what he is from then on. So a short name is the fuller one that
//! it is a part of, and where several would do, the one that the article names most; "the minister" is who the article calls a
//! minister.

use rustc_hash::FxHashMap;

use super::lexis;
use super::node::Node;
use super::phrase::Call;
use crate::claim::EntityKind;
use crate::linkage::names::{Reach, differ_in_form, one, reach};
use crate::words::List;

/// Groups of the mentions of one article.
pub(super) struct Within<'n> {
    nodes: &'n [Node],
    /// The nodes of the article.
    own: Vec<usize>,
    parent: Vec<usize>,
    weight: Vec<usize>,
    kind: Vec<EntityKind>,
}

/// So many names of one article may hold a word and still be told apart by looking at each.
const CROWD: usize = 256;

impl<'n> Within<'n> {
    /// The groups of an article, each as indices of nodes; O(n) in its mentions but for names that share a word.
    pub(super) fn groups(nodes: &'n [Node], own: Vec<usize>) -> Vec<Vec<usize>> {
        let mut all = Self {
            parent: (0..own.len()).collect(),
            weight: own.iter().map(|&i| nodes[i].weight).collect(),
            kind: own.iter().map(|&i| nodes[i].kind).collect(),
            own,
            nodes,
        };
        all.spelled();
        all.shorter();
        all.called();
        let mut groups: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for i in 0..all.own.len() {
            let root = all.root(i);
            groups.entry(root).or_default().push(all.own[i]);
        }
        let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
        groups.sort_unstable();
        groups
    }

    fn node(&self, i: usize) -> &'n Node {
        &self.nodes[self.own[i]]
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    /// Whether two groups may be one as far as it is known what they are.
    fn may_join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        agree(self.kind[a], self.kind[b])
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b || !agree(self.kind[a], self.kind[b]) {
            return;
        }
        let (low, high) = (a.min(b), a.max(b));
        self.parent[high] = low;
        self.weight[low] += self.weight[high];
        self.kind[low] = self.kind[low].min(self.kind[high]);
    }

    /// Names of one spelling, and what is called by the same words; names that differ by a legal form, where there is one form.
    fn spelled(&mut self) {
        let mut of_key: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut of_base: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for i in 0..self.own.len() {
            let node = self.node(i);
            of_key.entry(&node.key).or_default().push(i);
            of_base.entry(&node.base).or_default().push(i);
        }
        let mut rows: Vec<Vec<usize>> = of_key.into_values().filter(|r| r.len() > 1).collect();
        let one_form = |row: &Vec<usize>| {
            let mut forms = row.iter().map(|&i| self.node(i)).filter(|n| n.base != n.key);
            let first = forms.next();
            first.is_some_and(|first| forms.all(|n| n.key == first.key || differ_in_form(&n.name, &first.name)))
        };
        rows.extend(of_base.into_values().filter(|r| r.len() > 1 && one_form(r)));
        rows.sort_unstable();
        for row in rows {
            for (n, &i) in row.iter().enumerate() {
                if let Some(&first) = row[..n].iter().find(|&&j| self.may_join(i, j)) {
                    self.join(first, i);
                }
            }
        }
    }

    /// Short names to the fuller ones that they are a part of.
    fn shorter(&mut self) {
        let mut with_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for i in 0..self.own.len() {
            let node = self.node(i);
            node.words.iter().chain(&node.initials).for_each(|w| with_word.entry(one(w)).or_default().push(i));
        }
        let mut order: Vec<usize> = (0..self.own.len()).filter(|&i| !self.node(i).words.is_empty()).collect();
        order.sort_by_key(|&i| (std::cmp::Reverse(self.node(i).words.len()), &self.node(i).key));
        for i in order {
            let node = self.node(i);
            let mut hosts: Vec<usize> = Vec::new();
            for word in node.words.iter().chain(&node.acronym) {
                hosts.extend(with_word.get(one(word)).into_iter().flatten().filter(|&&j| j != i).take(CROWD));
            }
            hosts.sort_unstable();
            hosts.dedup();
            if let Some(host) =
                self.best(hosts.into_iter().filter_map(|j| Some((reach_of(self.nodes, self.own[j], self.own[i])?, j))).collect(), i)
            {
                self.join(host, i);
            }
        }
    }

    /// Of the groups that reach farthest the one that the article names most; none where two are named as often.
    fn best(&mut self, found: Vec<(Reach, usize)>, own: usize) -> Option<usize> {
        let mut found = found;
        found.retain(|f| self.may_join(f.1, own));
        found.iter_mut().for_each(|f| f.1 = self.root(f.1));
        let most = found.iter().map(|f| f.0).max()?;
        let own = self.root(own);
        found.retain(|f| f.0 == most);
        let mut roots: Vec<usize> = found.into_iter().map(|f| f.1).filter(|&r| r != own).collect();
        roots.sort_unstable();
        roots.dedup();
        self.heaviest(&roots)
    }

    fn heaviest(&self, roots: &[usize]) -> Option<usize> {
        let top = roots.iter().copied().max_by_key(|&r| self.weight[r])?;
        let as_often = roots.iter().filter(|&&r| self.weight[r] == self.weight[top]).count();
        (as_often == 1).then_some(top)
    }

    /// What is only called something: who the article says holds the office or is of that sort.
    fn called(&mut self) {
        let mut holders: Vec<(&Call, usize)> = Vec::new();
        for i in 0..self.own.len() {
            let node = self.node(i);
            if node.phrase.name.is_some() {
                holders.extend(node.phrase.calls.iter().filter(|c| !c.is_former || c.is_post).map(|c| (c, i)));
            }
        }
        let only: Vec<usize> = (0..self.own.len()).filter(|&i| self.node(i).phrase.name.is_none()).collect();
        for i in only {
            let node = self.node(i);
            if node.phrase.are_several {
                continue;
            }
            let mut fits: Vec<(usize, usize)> = Vec::new();
            for call in &node.phrase.calls {
                for (held, j) in &holders {
                    if let Some(score) = likeness(call, held).filter(|_| agree(self.kind[i], self.kind[*j])) {
                        let root = self.root(*j);
                        fits.push((score, root));
                    }
                }
            }
            let Some(most) = fits.iter().map(|f| f.0).max() else { continue };
            let mut roots: Vec<usize> = fits.into_iter().filter(|f| f.0 == most).map(|f| f.1).collect();
            roots.sort_unstable();
            roots.dedup();
            if let Some(root) = self.heaviest(&roots) {
                self.join(root, i);
            }
        }
        self.firms();
    }

    /// "The firm" is the body that the article names most.
    fn firms(&mut self) {
        let is_firm = |n: &Node| {
            let mut calls = n.phrase.calls.iter();
            n.phrase.name.is_none() && !n.phrase.are_several && calls.all(|c| c.is_definite && c.of.is_empty() && List::Firms.has(&c.head))
        };
        let only: Vec<usize> = (0..self.own.len()).filter(|&i| is_firm(self.node(i))).collect();
        if only.is_empty() {
            return;
        }
        let is_body = |n: &Node| {
            n.phrase.name.is_some() && matches!(n.kind, EntityKind::Organisation | EntityKind::Other) && !lexis::is_known_place(&n.key)
        };
        let bodies: Vec<usize> = (0..self.own.len()).filter(|&i| is_body(self.node(i))).collect();
        let mut roots: Vec<usize> = bodies.into_iter().map(|i| self.root(i)).collect();
        roots.retain(|&r| matches!(self.kind[r], EntityKind::Organisation | EntityKind::Other));
        roots.sort_unstable();
        roots.dedup();
        if let Some(root) = self.heaviest(&roots) {
            only.into_iter().for_each(|i| self.join(root, i));
        }
    }
}

/// How well what somebody is called fits what another mention says that somebody is; none where it does not.
fn likeness(call: &Call, held: &Call) -> Option<usize> {
    if call.head != held.head {
        return None;
    }
    let shared = call.of.iter().filter(|w| held.of.contains(w)).count();
    match (call.of.is_empty(), held.of.is_empty()) {
        (true, true) => Some(2),
        (true, false) => Some(1),
        // "The Norland envoy" and an envoy of nobody knows whom: other articles may tell.
        (false, true) => None,
        (false, false) => (shared > 0).then_some(2 + shared),
    }
}

/// How far the name of `host` reaches the shorter one of `short`.
fn reach_of(nodes: &[Node], host: usize, short: usize) -> Option<Reach> {
    let (host, short) = (&nodes[host], &nodes[short]);
    let is_place = |n: &Node| n.kind == EntityKind::Place || lexis::is_known_place(&n.key);
    if host.words.len() > short.words.len() && is_place(short) && host.kind != EntityKind::Person && !is_place(host) {
        return None;
    }
    if short.acronym.as_ref().is_some_and(|a| host.initials.contains(a)) {
        return Some(Reach::Initials);
    }
    reach((&host.name, host.kind), (&short.name, short.kind))
}

/// Whether two kinds may be one entity's.
pub(super) fn agree(a: EntityKind, b: EntityKind) -> bool {
    a == b || a == EntityKind::Other || b == EntityKind::Other || a != EntityKind::Person && b != EntityKind::Person
}
