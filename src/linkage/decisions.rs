//! Which of several decisions can hold together.
//!
//! That two things are one carries over: of a = b and b = c follows a = c. A decision that says otherwise cannot hold beside
//! those two, and one of the three has to go: the one of least standing. Which that is the caller says, by the order of the list.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use crate::claim::Decision;
use crate::corpus::Published;
use crate::normalize::recorded;

/// A decision about two things, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The two.
    pub ends: (u32, u32),
    /// Whether they are one, or two.
    pub same: bool,
}

/// The rulings that one cannot hold beside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Against {
    /// Their places in the list, ascending.
    pub rulings: Vec<usize>,
    /// Whether they are not all named: of a long chain those that joined its largest parts stand for the others.
    pub is_cut: bool,
}

impl Against {
    /// Whether nothing stands against it.
    pub fn is_empty(&self) -> bool {
        self.rulings.is_empty()
    }
}

impl From<Vec<usize>> for Against {
    fn from(rulings: Vec<usize>) -> Self {
        Self { rulings, is_cut: false }
    }
}

/// So many rulings of a chain are named.
const CHAIN: usize = 16;
/// The shortest chain is looked for among so many rulings around one end. Where it is not found there, any chain will do.
const NEAR: usize = 1024;

/// For each ruling, given in the order of their standing, those before it that it cannot hold beside; none where it holds.
///
/// Where they are few the fewest are named; of chains of thousands [some](Against::is_cut). O(n log n).
pub fn settle(rulings: &[Ruling]) -> Vec<Against> {
    let mut held = Held::default();
    rulings
        .iter()
        .enumerate()
        .map(|(i, ruling)| {
            let against = held.against(rulings, *ruling);
            if against.is_empty() {
                held.add(*ruling, i);
            }
            against
        })
        .collect()
}

/// The rulings that hold so far.
#[derive(Default)]
struct Held {
    parent: FxHashMap<u32, u32>,
    /// For each root of more than one, of how many.
    size: FxHashMap<u32, usize>,
    /// For each root, the roots that are kept apart from it, and by which ruling.
    apart: FxHashMap<u32, FxHashMap<u32, usize>>,
    /// For each thing, what it is one with by a ruling, and which.
    beside: FxHashMap<u32, Vec<(u32, usize)>>,
    /// The same clusters once more, as trees of little depth: what joined a part to a larger one. Upward the rulings get later.
    joined: FxHashMap<u32, (u32, usize)>,
}

impl Held {
    fn root(&self, mut i: u32) -> u32 {
        while let Some(&up) = self.parent.get(&i) {
            i = up;
        }
        i
    }

    fn against(&self, rulings: &[Ruling], Ruling { ends: (a, b), same }: Ruling) -> Against {
        let (x, y) = (self.root(a), self.root(b));
        if !same {
            return if x == y { self.chain(rulings, a, b) } else { Against::default() };
        }
        let Some(&ruling) = self.apart.get(&x).and_then(|of| of.get(&y)) else { return Against::default() };
        let (p, q) = rulings[ruling].ends;
        let (p, q) = if self.root(p) == x { (p, q) } else { (q, p) };
        let (ours, theirs) = (self.chain(rulings, a, p), self.chain(rulings, q, b));
        let mut all = [ours.rulings, vec![ruling], theirs.rulings].concat();
        all.sort_unstable();
        Against { rulings: all, is_cut: ours.is_cut || theirs.is_cut }
    }

    fn add(&mut self, Ruling { ends: (a, b), same }: Ruling, i: usize) {
        let (x, y) = (self.root(a), self.root(b));
        if !same {
            self.apart.entry(x).or_default().entry(y).or_insert(i);
            self.apart.entry(y).or_default().entry(x).or_insert(i);
            return;
        }
        self.beside.entry(a).or_default().push((b, i));
        self.beside.entry(b).or_default().push((a, i));
        if x == y {
            return;
        }
        let size = |r: u32| self.size.get(&r).copied().unwrap_or(1);
        let (top, low) = (self.top(a, usize::MAX), self.top(b, usize::MAX));
        let (top, low) = if size(x) < size(y) { (low, top) } else { (top, low) };
        self.joined.insert(low, (top, i));
        // The root of more stays: what moves is the smaller part each time.
        let many = |r: u32| self.apart.get(&r).map_or(0, FxHashMap::len) + size(r);
        let (stays, goes) = if many(x) < many(y) { (y, x) } else { (x, y) };
        let both = size(x) + size(y);
        self.size.insert(stays, both);
        self.parent.insert(goes, stays);
        for (other, ruling) in self.apart.remove(&goes).unwrap_or_default() {
            if let Some(of) = self.apart.get_mut(&other) {
                of.remove(&goes);
                of.entry(stays).or_insert(ruling);
            }
            self.apart.entry(stays).or_default().entry(other).or_insert(ruling);
        }
    }

    /// Rulings that make `a` and `b` one: the fewest, or of many some that no way leads around.
    fn chain(&self, rulings: &[Ruling], a: u32, b: u32) -> Against {
        self.shortest(a, b, NEAR).map_or_else(|| self.long(rulings, a, b), Against::from)
    }

    /// The fewest rulings that make `a` and `b` one, ascending, where no more than `near` around `a` need be looked at.
    fn shortest(&self, a: u32, b: u32, near: usize) -> Option<Vec<usize>> {
        let mut from: FxHashMap<u32, (u32, usize)> = FxHashMap::default();
        let mut next = VecDeque::from([a]);
        let mut looked = 0;
        while let Some(i) = next.pop_front().filter(|&i| i != b) {
            let beside = self.beside.get(&i).map_or(&[][..], Vec::as_slice);
            looked += beside.len();
            if looked > near {
                return None;
            }
            for &(other, ruling) in beside {
                if other != a && !from.contains_key(&other) {
                    from.insert(other, (i, ruling));
                    next.push_back(other);
                }
            }
        }
        let mut path = Vec::new();
        let mut at = b;
        while let Some(&(before, ruling)) = from.get(&at).filter(|_| at != a) {
            path.push(ruling);
            at = before;
        }
        path.sort_unstable();
        Some(path)
    }

    /// Rulings of the chain by which `a` and `b` became one. The one that made them one is the latest between them in the tree; before
    /// it each of them was one with one of its ends, by such a chain.
    fn long(&self, rulings: &[Ruling], a: u32, b: u32) -> Against {
        let mut found = Against::default();
        let mut open = VecDeque::from([(a, b)]);
        while let Some((a, b)) = open.pop_front() {
            let Some(ruling) = self.made_one(a, b) else { continue };
            if found.rulings.len() == CHAIN {
                found.is_cut = true;
                break;
            }
            found.rulings.push(ruling);
            let (p, q) = rulings[ruling].ends;
            let (p, q) = if self.top(a, ruling) == self.top(p, ruling) { (p, q) } else { (q, p) };
            open.extend([(a, p), (q, b)]);
        }
        found.rulings.sort_unstable();
        found
    }

    /// The ruling that made two of one cluster one; none where they are one thing.
    fn made_one(&self, mut a: u32, mut b: u32) -> Option<usize> {
        let mut last = None;
        while a != b {
            let (mover, &(up, ruling)) = match (self.joined.get(&a), self.joined.get(&b)) {
                (Some(p), Some(q)) if q.1 < p.1 => (&mut b, q),
                (Some(p), _) => (&mut a, p),
                (None, Some(q)) => (&mut b, q),
                (None, None) => break,
            };
            *mover = up;
            last = Some(ruling);
        }
        last
    }

    /// The top of the tree that `i` was in before a ruling.
    fn top(&self, mut i: u32, before: usize) -> u32 {
        while let Some(&(up, _)) = self.joined.get(&i).filter(|j| j.1 < before) {
            i = up;
        }
        i
    }
}

/// By what decisions stand before others: when they were made, and where that is the same, a fixed order. What cannot be read as a time
/// is before all that can.
pub(crate) fn standing(decision: &Decision) -> impl Ord {
    let made = recorded(&decision.at).map(Published::moment);
    (made, decision.at.clone(), decision.by.clone(), decision.verdict, decision.why.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(rulings: &[(u32, u32, bool)], expected: &[&[usize]]) {
        let rulings: Vec<Ruling> = rulings.iter().map(|&(a, b, same)| Ruling { ends: (a, b), same }).collect();
        let found: Vec<Vec<usize>> = settle(&rulings).into_iter().map(|a| a.rulings).collect();
        assert_eq!(found, expected, "{rulings:?}");
    }

    #[test]
    fn what_follows_holds_too() {
        check(&[(1, 2, true), (2, 3, true), (1, 3, true)], &[&[], &[], &[]]);
        check(&[(1, 2, true), (2, 3, true), (1, 3, false)], &[&[], &[], &[0, 1]]);
        check(&[(1, 3, false), (1, 2, true), (2, 3, true)], &[&[], &[], &[0, 1]]);
        check(&[(1, 2, false), (2, 1, true)], &[&[], &[0]]);
        check(&[(1, 2, true), (1, 2, false)], &[&[], &[0]]);
        check(&[(1, 2, true), (3, 4, true), (2, 3, false), (1, 4, true), (1, 4, false)], &[&[], &[], &[], &[0, 1, 2], &[]]);
    }

    #[test]
    fn the_shortest_chain_is_named() {
        check(&[(1, 2, true), (2, 3, true), (3, 4, true), (1, 4, true), (4, 1, false)], &[&[], &[], &[], &[], &[3]]);
        check(&[(1, 2, false), (3, 2, false), (1, 3, true), (2, 1, true)], &[&[], &[], &[], &[0]]);
    }

    /// Whether rulings make the two one: oracle, by spreading a mark.
    fn are_one(rulings: &[Ruling], held: &[usize], (a, b): (u32, u32)) -> bool {
        let mut one = vec![a];
        loop {
            let reached = |r: &Ruling| match (one.contains(&r.ends.0), one.contains(&r.ends.1)) {
                (true, false) => Some(r.ends.1),
                (false, true) => Some(r.ends.0),
                _ => None,
            };
            match held.iter().map(|&i| &rulings[i]).filter(|r| r.same).find_map(reached) {
                Some(next) => one.push(next),
                None => return one.contains(&b),
            }
        }
    }

    #[test]
    fn of_a_long_chain_some_are_named() {
        let chain = (0..5000).map(|i| Ruling { ends: (i, i + 1), same: true });
        let rulings: Vec<Ruling> = chain.chain([Ruling { ends: (0, 5000), same: false }]).collect();
        let against = &settle(&rulings)[5000];
        assert!(against.is_cut && against.rulings.len() == CHAIN, "{against:?}");
        let without: Vec<usize> = (0..5000).filter(|i| *i != against.rulings[3]).collect();
        assert!(!are_one(&rulings[..5000], &without[4990..], (0, 5000)));
    }

    proptest! {
        /// A ruling is refused where those that hold say otherwise; those named say otherwise by themselves, the long way as well.
        #[test]
        fn what_is_named_stands_against_it(told in prop::collection::vec((0..9_u32, 0..9_u32, prop::bool::weighted(0.7)), 0..40)) {
            let rulings: Vec<Ruling> =
                told.into_iter().filter(|t| t.0 != t.1).map(|(a, b, same)| Ruling { ends: (a, b), same }).collect();
            let (mut held, mut holding) = (Held::default(), Vec::new());
            for (i, against) in settle(&rulings).iter().enumerate() {
                let one = |with: &[usize], ends| are_one(&rulings, with, ends);
                let differ = |with: &[usize]| {
                    with.iter().any(|&r| !rulings[r].same && one(&[with, &[i]].concat(), rulings[r].ends)) || (!rulings[i].same && one(with, rulings[i].ends))
                };
                prop_assert_eq!(against.is_empty(), !differ(&holding));
                if against.is_empty() {
                    held.add(rulings[i], i);
                    holding.push(i);
                    continue;
                }
                prop_assert!(differ(&against.rulings) && !against.is_cut);
                let (a, b) = rulings[i].ends;
                if !rulings[i].same {
                    let long = held.long(&rulings, a, b);
                    prop_assert!(long.is_cut || one(&long.rulings, (a, b)));
                    prop_assert!(long.rulings.len() >= held.shortest(a, b, usize::MAX).unwrap().len());
                }
            }
        }
    }
}
