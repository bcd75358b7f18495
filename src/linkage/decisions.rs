//! Which of several decisions can hold together.
//!
//! That two things are one carries over: of a = b and b = c follows a = c. A decision that says otherwise cannot hold beside
//! those two, and one of the three has to go: the one of least standing. Which that is the caller says, by the order of the list.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

/// A decision about two things, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The two.
    pub ends: (u32, u32),
    /// Whether they are one, or two.
    pub same: bool,
}

/// For each ruling, given in the order of their standing, those before it that it cannot hold beside; empty where it holds.
///
/// O(n log n), and for each ruling that does not hold O(n) to find what stands against it.
pub fn settle(rulings: &[Ruling]) -> Vec<Vec<usize>> {
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
}

impl Held {
    fn root(&self, mut i: u32) -> u32 {
        while let Some(&up) = self.parent.get(&i) {
            i = up;
        }
        i
    }

    fn against(&self, rulings: &[Ruling], Ruling { ends: (a, b), same }: Ruling) -> Vec<usize> {
        let (x, y) = (self.root(a), self.root(b));
        if !same {
            return if x == y { self.path(a, b) } else { Vec::new() };
        }
        let Some(&ruling) = self.apart.get(&x).and_then(|of| of.get(&y)) else { return Vec::new() };
        let (p, q) = rulings[ruling].ends;
        let (p, q) = if self.root(p) == x { (p, q) } else { (q, p) };
        let mut all = [self.path(a, p), vec![ruling], self.path(q, b)].concat();
        all.sort_unstable();
        all
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
        // The root of more stays: what moves is the smaller part each time.
        let size = |r: u32| self.size.get(&r).copied().unwrap_or(1);
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

    /// The fewest rulings that make `a` and `b` one, ascending.
    fn path(&self, a: u32, b: u32) -> Vec<usize> {
        let mut from: FxHashMap<u32, (u32, usize)> = FxHashMap::default();
        let mut next = VecDeque::from([a]);
        while let Some(i) = next.pop_front().filter(|&i| i != b) {
            for &(other, ruling) in self.beside.get(&i).map_or(&[][..], Vec::as_slice) {
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
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rulings: &[(u32, u32, bool)], expected: &[&[usize]]) {
        let rulings: Vec<Ruling> = rulings.iter().map(|&(a, b, same)| Ruling { ends: (a, b), same }).collect();
        assert_eq!(settle(&rulings), expected, "{rulings:?}");
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
}
