//! What levels weigh together: boosted trees, one list for the stories of articles and one for each question about two claims.
//!
//! A line of a list (`data/story-trees.tsv`, `data/item-trees.tsv`) is a tree: a condition, then what follows where it holds, then what
//! follows where it does not; a number is what the tree adds, in hundredths of a bit. "story<3 values<2 -14 20 6": where little shows that
//! the articles tell one story, equal values add nothing good. Learned by `claimgraph-train`.

use std::sync::LazyLock;

use super::levels::{AROUND, FEATURES, Levels, Question};
use super::story::SHARED;

const STORIES: &str = include_str!("../../../data/story-trees.tsv");
const ITEMS: &str = include_str!("../../../data/item-trees.tsv");

type Features = [(&'static str, &'static [&'static str])];

/// The names of features as the lists write them.
fn names(features: &Features) -> Vec<String> {
    features.iter().map(|f| f.0.replace(' ', "-")).collect()
}

/// Conditions that stand one below the other at most.
const DEPTH: usize = 4;
const SPLITS: usize = (1 << DEPTH) - 1;

/// A tree filled up to the last row of conditions, so that each pair goes down as many steps.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tree {
    /// The feature, and the first level for which the condition does not hold. Below the nth: 2n + 1 and 2n + 2.
    splits: [(u8, u8); SPLITS],
    leaves: [i32; 1 << DEPTH],
    /// The most that it can add.
    most: i32,
    /// Whether it asks for what stands around two claims.
    around: bool,
}

impl Tree {
    fn of(text: &str, names: &[String]) -> Option<Self> {
        let mut tree = Self { splits: [(0, 0); SPLITS], leaves: [0; 1 << DEPTH], most: 0, around: false };
        let mut tokens = text.split(' ');
        tree.fill(0, &mut tokens, names)?;
        tree.most = tree.leaves.iter().copied().max().unwrap_or(0);
        tree.around = tree.splits.iter().any(|s| usize::from(s.0) == AROUND && s.1 > 0);
        tokens.next().is_none().then_some(tree)
    }

    fn fill<'a>(&mut self, at: usize, tokens: &mut impl Iterator<Item = &'a str>, names: &[String]) -> Option<()> {
        let token = tokens.next()?;
        if let Some((name, level)) = token.split_once('<') {
            let feature = names.iter().position(|f| f == name)?;
            *self.splits.get_mut(at)? = (u8::try_from(feature).ok()?, level.parse().ok()?);
            self.fill(2 * at + 1, tokens, names)?;
            self.fill(2 * at + 2, tokens, names)
        } else {
            // All that could stand below says the same.
            let (mut first, mut last) = (at, at);
            while first < SPLITS {
                (first, last) = (2 * first + 1, 2 * last + 2);
            }
            self.leaves[first - SPLITS..=last - SPLITS].fill(token.parse().ok()?);
            Some(())
        }
    }

    fn of_pair(&self, levels: &[u8]) -> i32 {
        let mut at = 0;
        for _ in 0..DEPTH {
            let (feature, level) = self.splits[at];
            at = 2 * at + 1 + usize::from(levels[usize::from(feature)] >= level);
        }
        self.leaves[at - SPLITS]
    }
}

/// The trees of a list that bear a name, and for each the most that it and those after it can add.
fn listed(list: &str, name: &str, features: &Features) -> Vec<(Tree, i32)> {
    let names = names(features);
    let rows = list.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')).filter(|row| row.0 == name);
    let mut out: Vec<(Tree, i32)> = rows.filter_map(|(_, tree)| Some((Tree::of(tree, &names)?, 0))).collect();
    let mut rest = 0;
    for (tree, most) in out.iter_mut().rev() {
        rest += tree.most;
        *most = rest;
    }
    out
}

static OF_STORIES: LazyLock<Vec<(Tree, i32)>> = LazyLock::new(|| listed(STORIES, "story", &SHARED));
static OF_ITEMS: LazyLock<[Vec<(Tree, i32)>; Question::NAMES.len()]> =
    LazyLock::new(|| Question::NAMES.map(|name| listed(ITEMS, name, &FEATURES)));

/// How many tenths of a bit speak for one story of two articles.
pub(super) fn of_one_story(levels: &[u8; SHARED.len()]) -> i32 {
    OF_STORIES.iter().map(|(tree, _)| tree.of_pair(levels)).sum::<i32>().div_euclid(10)
}

/// How many tenths of a bit speak for one item.
pub(super) fn weigh(question: Question, levels: &Levels) -> i32 {
    OF_ITEMS[question as usize].iter().map(|(tree, _)| tree.of_pair(levels)).sum::<i32>().div_euclid(10)
}

/// Whether so many tenths of a bit can speak for one item at most, whatever stands around the two claims.
pub(super) fn can_reach(question: Question, levels: &Levels, least: i32) -> bool {
    let mut sum = 0;
    for (tree, rest) in &OF_ITEMS[question as usize] {
        if sum + rest < 10 * least {
            return false;
        }
        sum += if tree.around {
            let mut any = *levels;
            let each = (0..FEATURES[AROUND].1.len()).map(|l| {
                any[AROUND] = u8::try_from(l).unwrap_or(0);
                tree.of_pair(&any)
            });
            each.max().unwrap_or(0)
        } else {
            tree.of_pair(levels)
        };
    }
    sum >= 10 * least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_tree() {
        let lines = |list: &str| list.lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(lines(ITEMS), OF_ITEMS.iter().map(Vec::len).sum::<usize>());
        assert_eq!(lines(STORIES), OF_STORIES.len());
        let can = |trees: &[(Tree, i32)], features: &Features| {
            let asked = |(tree, _): &(Tree, i32)| tree.splits.iter().all(|(f, l)| usize::from(*l) < features[usize::from(*f)].1.len());
            trees.len() > 20 && trees.iter().all(asked)
        };
        assert!(can(&OF_STORIES, &SHARED) && OF_ITEMS.iter().all(|t| can(t, &FEATURES)));
    }

    #[test]
    fn a_tree_is_read_from_its_conditions() {
        let tree = Tree::of("story<3 values<2 -14 20 6", &names(&FEATURES)).unwrap();
        let story = FEATURES.iter().position(|f| f.0 == "story").unwrap();
        let values = FEATURES.iter().position(|f| f.0 == "values").unwrap();
        let of = |s: u8, v: u8| {
            let mut levels = [0; FEATURES.len()];
            (levels[story], levels[values]) = (s, v);
            tree.of_pair(&levels)
        };
        assert_eq!([of(2, 1), of(2, 2), of(3, 1), of(3, 9)], [-14, 20, 6, 6]);
        assert_eq!((tree.most, Tree::of("7", &names(&FEATURES)).unwrap().most), (20, 7));
        for broken in ["", "story<3", "story<3 1", "story<3 1 2 3", "nobody<3 1 2", "story<x 1 2"] {
            assert_eq!(Tree::of(broken, &names(&FEATURES)), None, "{broken}");
        }
    }

    #[test]
    fn what_can_be_reached_is_reached_by_some_surroundings() {
        let mut seed = 7_u64;
        let mut next = |n: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u8::try_from((seed >> 33) as usize % n).unwrap()
        };
        for question in [Question::Happened, Question::Agree, Question::Dated, Question::Differ, Question::Apart] {
            for _ in 0..200 {
                let mut levels: Levels = std::array::from_fn(|f| next(FEATURES[f].1.len()));
                let own = weigh(question, &levels);
                assert!(can_reach(question, &levels, own), "{question:?} {levels:?}");
                levels[AROUND] = 0;
                assert!(can_reach(question, &levels, own), "{question:?} {levels:?}");
            }
        }
    }
}
