//! From links between two articles to sets of articles.
//!
//! "Is a copy of" does not carry over: a page that prints two reports holds a copy of each, and the two are no copies of each other. So
//! links with most of both texts behind them join whatever they touch; a short text in a long one joins only where each of those that
//! come together is linked with each, the strongest first.

use rustc_hash::{FxHashMap, FxHashSet};

use super::copies::Link;

/// Disjoint sets of positions; the first position of a set is its root.
pub(super) struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    pub(super) fn new(n: usize) -> Self {
        Self { parent: (0..n).collect() }
    }

    pub(super) fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    pub(super) fn roots(&mut self) -> Vec<usize> {
        (0..self.parent.len()).map(|i| self.root(i)).collect()
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }

    /// Joins all that have one key, where `may` says so.
    pub(super) fn join_equal(&mut self, keys: &[Option<u32>], may: impl Fn(usize) -> bool) {
        let mut first: FxHashMap<u32, usize> = FxHashMap::default();
        for (i, key) in keys.iter().enumerate().filter(|(i, _)| may(*i)) {
            if let Some(key) = key {
                let first = *first.entry(*key).or_insert(i);
                self.join(first, i);
            }
        }
    }
}

/// Joins what the links hold together; the links that join nothing are left, by position. No set has copy of two agencies: of one text
/// under two credits one is wrong, and would make everything of both agencies one voice.
///
/// O(l log l) in the links, beside one look-up for each pair of sets that come together.
pub(super) fn join(sets: &mut Sets, links: &[Link], agency: &[Option<u32>]) -> Vec<(u32, u32)> {
    let mut sorted: Vec<&Link> = links.iter().collect();
    sorted.sort_unstable_by_key(|l| (!l.mutual, std::cmp::Reverse(l.strength), l.of));
    let (mutual, short) = sorted.split_at(sorted.partition_point(|l| l.mutual));
    let mut credits: Vec<Option<u32>> = agency.to_vec();
    for i in 0..credits.len() {
        let root = sets.root(i);
        credits[root] = credits[root].or(credits[i]);
    }
    for link in mutual {
        let (a, b) = ends(sets, link);
        agree(&mut credits, a, b).then(|| sets.join(a, b));
    }
    // What hangs together so far stays together; each set is one text.
    let texts = sets.roots();
    let linked: FxHashSet<(usize, usize)> = links.iter().map(|l| ordered(texts[l.of.0 as usize], texts[l.of.1 as usize])).collect();
    let mut held: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for link in short {
        let (a, b) = ends(sets, link);
        let of = |root: usize| held.get(&root).cloned().unwrap_or_else(|| vec![root]);
        let (one, other) = (of(a), of(b));
        let whole = a != b && one.iter().all(|x| other.iter().all(|y| linked.contains(&ordered(*x, *y))));
        if whole && agree(&mut credits, a, b) {
            sets.join(a, b);
            held.insert(a.min(b), [one, other].concat());
        }
    }
    let apart = |l: &&Link| sets.root(l.of.0 as usize) != sets.root(l.of.1 as usize);
    links.iter().filter(apart).map(|l| l.of).collect()
}

fn ends(sets: &mut Sets, link: &Link) -> (usize, usize) {
    (sets.root(link.of.0 as usize), sets.root(link.of.1 as usize))
}

const fn ordered(a: usize, b: usize) -> (usize, usize) {
    if a < b { (a, b) } else { (b, a) }
}

/// Whether two sets can be of one agency; the credit of either is then that of both.
fn agree(credits: &mut [Option<u32>], a: usize, b: usize) -> bool {
    let (x, y) = (credits[a], credits[b]);
    let agree = x.is_none() || y.is_none() || x == y;
    if agree {
        credits[a.min(b)] = x.or(y);
    }
    agree
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sets(n: usize, links: &[(u32, u32, bool, usize)], agency: &[Option<u32>]) -> (Vec<usize>, Vec<(u32, u32)>) {
        let links: Vec<Link> = links.iter().map(|&(a, b, mutual, strength)| Link { of: (a, b), mutual, strength }).collect();
        let mut sets = Sets::new(n);
        let left = join(&mut sets, &links, agency);
        (sets.roots(), left)
    }

    #[test]
    fn rows() {
        let none = [None; 4];
        // A chain of versions, each most of the next.
        assert_eq!(sets(3, &[(0, 1, true, 700), (1, 2, true, 650)], &none[..3]), (vec![0, 0, 0], vec![]));
        // A page of two reports stays with the one that it holds more of.
        assert_eq!(sets(3, &[(0, 2, false, 450), (1, 2, false, 500)], &none[..3]), (vec![0, 1, 1], vec![(0, 2)]));
        // A brief, a longer version of it, and the whole.
        assert_eq!(sets(3, &[(0, 1, false, 400), (1, 2, false, 450), (0, 2, false, 200)], &none[..3]), (vec![0, 0, 0], vec![]));
        // A brief in two reports that share no more than the brief.
        assert_eq!(sets(3, &[(0, 1, false, 300), (0, 2, false, 200)], &none[..3]), (vec![0, 0, 2], vec![(0, 2)]));
        // One text under two credits.
        assert_eq!(sets(3, &[(0, 1, true, 990), (1, 2, true, 980)], &[Some(0), None, Some(1)]), (vec![0, 0, 2], vec![(1, 2)]));
    }
}
