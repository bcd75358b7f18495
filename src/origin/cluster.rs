//! From links between two articles to sets of articles.
//!
//! "Is a copy of" does not carry over: a page that prints two reports holds a copy of each, and the two are no copies of each other. So
//! links with most of both texts behind them join whatever they touch; a short text in a long one joins only where those that come
//! together are more often linked with each other than apart, the strongest first.

use rustc_hash::FxHashMap;

use super::copies::{Link, Stand};

/// So many articles of a set are asked for it.
const ASKED: usize = 5;

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
/// `stand` says of any two articles how they stand. O(l log l) in the links, beside at most 25 questions for each.
pub(super) fn join(sets: &mut Sets, links: &[Link], agency: &[Option<u32>], stand: impl Fn(u32, u32) -> Stand) -> Vec<(u32, u32)> {
    let mut sorted: Vec<&Link> = links.iter().collect();
    sorted.sort_unstable_by_key(|l| (!l.mutual, std::cmp::Reverse(l.strength), l.of));
    let (mutual, short) = sorted.split_at(sorted.partition_point(|l| l.mutual));
    let mut credits: Vec<Option<u32>> = agency.to_vec();
    let mut asked: Vec<Vec<u32>> = vec![Vec::new(); agency.len()];
    for (i, at) in (0..credits.len()).zip(0..) {
        let root = sets.root(i);
        credits[root] = credits[root].or(credits[i]);
        asked[root].push(at);
    }
    for link in mutual.iter().chain(short) {
        let (a, b) = ends(sets, link);
        if a == b || !(link.mutual || come_together(&asked[a], &asked[b], &stand)) || !agree(&mut credits, a, b) {
            continue;
        }
        sets.join(a, b);
        let mut both = [std::mem::take(&mut asked[a]), std::mem::take(&mut asked[b])].concat();
        both.sort_unstable();
        both.truncate(ASKED);
        asked[a.min(b)] = both;
    }
    let apart = |l: &&Link| sets.root(l.of.0 as usize) != sets.root(l.of.1 as usize);
    links.iter().filter(apart).map(|l| l.of).collect()
}

/// Whether more pairs are linked than apart.
fn come_together(one: &[u32], other: &[u32], stand: impl Fn(u32, u32) -> Stand) -> bool {
    let pairs = one.iter().flat_map(|a| other.iter().map(move |b| (*a, *b)));
    let weight = |(a, b): (u32, u32)| match stand(a, b) {
        Stand::Linked => 1,
        Stand::Open => 0,
        Stand::Apart => -1,
    };
    pairs.map(weight).sum::<i32>() > 0
}

fn ends(sets: &mut Sets, link: &Link) -> (usize, usize) {
    (sets.root(link.of.0 as usize), sets.root(link.of.1 as usize))
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
        let linked = |a: u32, b: u32| links.iter().any(|l| l.of == (a.min(b), a.max(b)));
        let known = |a, b| if linked(a, b) { Stand::Linked } else { Stand::Apart };
        let left = join(&mut sets, &links, agency, known);
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
