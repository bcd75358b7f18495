//! Gradient boosting of small trees over levels of features, with logistic loss; in one thread, the same for the same rows.
//!
//! After Friedman 2001, "Greedy function approximation: a gradient boosting machine", with leaves by Newton's step and a penalty on large
//! ones (Chen and Guestrin 2016, "XGBoost"). Each tree sees half of the features, by a generator that is written out here.

use std::fmt::Write as _;

/// A pair: the level of each feature, whether the two are one, and what the row counts.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) levels: Vec<u8>,
    pub(crate) one: bool,
    pub(crate) counts: f64,
    /// Rows of one group are never learned from and tried on at once.
    pub(crate) group: usize,
}

/// A condition with what follows where it holds and where it does not, or what is added.
pub(crate) enum Tree {
    Leaf(f64),
    Split { feature: usize, below: u8, yes: Box<Self>, no: Box<Self> },
}

const TREES: usize = 200;
const DEPTH: usize = 4;
const RATE: f64 = 0.06;
const PENALTY: f64 = 5.0;
/// Rows on each side of a condition.
const LEAST: usize = 20;
/// Levels of a feature.
const LEVELS: usize = 32;

impl Tree {
    fn of(&self, levels: &[u8]) -> f64 {
        match self {
            Self::Leaf(add) => *add,
            Self::Split { feature, below, yes, no } => if levels[*feature] < *below { yes } else { no }.of(levels),
        }
    }

    /// As the list of trees writes it, in hundredths of a bit.
    pub(crate) fn written(&self, names: &[String], out: &mut String) {
        match self {
            Self::Leaf(add) => {
                let _ = write!(out, "{:.0}", (add * std::f64::consts::LOG2_E * 100.0).round() + 0.0);
            }
            Self::Split { feature, below, yes, no } => {
                let _ = write!(out, "{}<{below} ", names[*feature]);
                yes.written(names, out);
                out.push(' ');
                no.written(names, out);
            }
        }
    }
}

/// The slope and the curve of the loss over some rows.
#[derive(Clone, Copy, Default)]
struct Sum {
    slope: f64,
    curve: f64,
    rows: usize,
}

impl Sum {
    fn add(&mut self, slope: f64, curve: f64) {
        self.slope += slope;
        self.curve += curve;
        self.rows += 1;
    }

    fn and(self, other: Self) -> Self {
        Self { slope: self.slope + other.slope, curve: self.curve + other.curve, rows: self.rows + other.rows }
    }

    fn less(self, other: Self) -> Self {
        Self { slope: self.slope - other.slope, curve: self.curve - other.curve, rows: self.rows - other.rows }
    }

    fn gain(self) -> f64 {
        self.slope * self.slope / (self.curve + PENALTY)
    }
}

/// What the sum of the trees may do as the level of a feature rises.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Up,
    Down,
    Any,
}

/// What a leaf may add: between the values of leaves that stand beside it in an ordered feature.
#[derive(Clone, Copy)]
struct Bounds(f64, f64);

impl Bounds {
    fn add(self, sum: Sum) -> f64 {
        (-RATE * sum.slope / (sum.curve + PENALTY)).clamp(self.0, self.1)
    }
}

/// The trees that explain the rows best, where for each feature the sum goes but its way; it is in natural units.
pub(crate) fn learn(rows: &[&Row], ways: &[Way]) -> Vec<Tree> {
    let all: f64 = rows.iter().map(|r| r.counts).sum();
    let one: f64 = rows.iter().filter(|r| r.one).map(|r| r.counts).sum();
    let base = ((one + 1.0) / (all - one + 1.0)).ln();
    let mut trees = vec![Tree::Leaf(base)];
    let mut sums = vec![base; rows.len()];
    for number in 0..TREES {
        let told: Vec<(f64, f64)> = rows
            .iter()
            .zip(&sums)
            .map(|(row, sum)| {
                let p = 1.0 / (1.0 + (-sum).exp());
                (row.counts * (p - f64::from(u8::from(row.one))), row.counts * p * (1.0 - p))
            })
            .collect();
        let features = rows.first().map_or(0, |r| r.levels.len());
        let seen: Vec<usize> = (0..features).filter(|f| mixed((number * features + f) as u64) & 1 == 0).collect();
        let places: Vec<usize> = (0..rows.len()).collect();
        let tree = Rows { rows, told: &told, ways }.grow(&places, &seen, DEPTH, Bounds(f64::MIN, f64::MAX));
        for (sum, row) in sums.iter_mut().zip(rows) {
            *sum += tree.of(&row.levels);
        }
        trees.push(tree);
    }
    trees
}

/// The rows with slope and curve of each.
struct Rows<'a> {
    rows: &'a [&'a Row],
    told: &'a [(f64, f64)],
    ways: &'a [Way],
}

impl Rows<'_> {
    fn grow(&self, places: &[usize], seen: &[usize], depth: usize, bounds: Bounds) -> Tree {
        let mut all = Sum::default();
        places.iter().for_each(|&i| all.add(self.told[i].0, self.told[i].1));
        let mut best: Option<(f64, usize, u8, [f64; 2])> = None;
        for &feature in seen.iter().filter(|_| depth > 0 && places.len() >= 2 * LEAST) {
            let mut levels = [Sum::default(); LEVELS];
            places.iter().for_each(|&i| levels[usize::from(self.rows[i].levels[feature])].add(self.told[i].0, self.told[i].1));
            let mut yes = Sum::default();
            for (level, below) in levels.iter().zip(1_u8..) {
                yes = yes.and(*level);
                if yes.rows < LEAST || all.rows - yes.rows < LEAST || level.rows == 0 {
                    continue;
                }
                let no = all.less(yes);
                let adds = [bounds.add(yes), bounds.add(no)];
                let goes = match self.ways[feature] {
                    Way::Up => adds[0] <= adds[1],
                    Way::Down => adds[0] >= adds[1],
                    Way::Any => true,
                };
                let gain = yes.gain() + no.gain() - all.gain();
                if goes && gain > 1e-6 && best.is_none_or(|b| gain > b.0) {
                    best = Some((gain, feature, below, adds));
                }
            }
        }
        let Some((_, feature, below, adds)) = best else { return Tree::Leaf(bounds.add(all)) };
        let (yes, no): (Vec<usize>, Vec<usize>) = places.iter().partition(|&&i| self.rows[i].levels[feature] < below);
        let middle = f64::midpoint(adds[0], adds[1]);
        let (first, second) = match self.ways[feature] {
            Way::Up => (Bounds(bounds.0, middle), Bounds(middle, bounds.1)),
            Way::Down => (Bounds(middle, bounds.1), Bounds(bounds.0, middle)),
            Way::Any => (bounds, bounds),
        };
        let side = |places: &[usize], bounds: Bounds| Box::new(self.grow(places, seen, depth - 1, bounds));
        Tree::Split { feature, below, yes: side(&yes, first), no: side(&no, second) }
    }
}

/// The sum of all trees for a row.
pub(crate) fn sum(trees: &[Tree], row: &Row) -> f64 {
    trees.iter().map(|t| t.of(&row.levels)).sum()
}

/// A number mixed so that its bits tell nothing of it (Steele and others 2014, "SplitMix").
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_two_features_together_tell_is_learned() {
        let row = |a: u8, b: u8| Row { levels: vec![a, b, 0], one: (a > 1) != (b > 2), counts: 1.0, group: 0 };
        let all: Vec<Row> = (0..40).flat_map(|_| (0..4).flat_map(|a| (0..5).map(move |b| (a, b)))).map(|(a, b)| row(a, b)).collect();
        let trees = learn(&all.iter().collect::<Vec<_>>(), &[Way::Any; 3]);
        for r in &all {
            assert_eq!(sum(&trees, r) > 1.0, r.one, "{:?}", r.levels);
        }
    }

    #[test]
    fn a_feature_goes_its_way() {
        // More is told of it at each level, but for one by chance.
        let share = [1, 5, 3, 9];
        let row = |level: u8, n: usize| Row { levels: vec![level], one: n % 10 < share[usize::from(level)], counts: 1.0, group: 0 };
        let all: Vec<Row> = (0..4).flat_map(|level| (0..200).map(move |n| (level, n))).map(|(level, n)| row(level, n)).collect();
        let rows: Vec<&Row> = all.iter().collect();
        let told = |ways: &[Way]| {
            let trees = learn(&rows, ways);
            (0..4).map(|level| sum(&trees, &row(level, 0))).collect::<Vec<_>>()
        };
        assert!(!told(&[Way::Any]).is_sorted() && told(&[Way::Up]).is_sorted());
        assert!(told(&[Way::Down]).iter().rev().is_sorted());
    }
}
