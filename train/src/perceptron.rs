//! The averaged perceptron (Freund and Schapire 1999; Collins 2002), in whole numbers: the same bytes on every machine.

use claimgraph::analysis::table::{MOVES, Moves, Row, Rows, SCORES, wide};
use rustc_hash::FxHashMap;

/// From features, which are hashes already, to places in lists: open addressing, at most half full.
struct Index {
    slots: Vec<(u64, u32)>,
    full: usize,
}

impl Default for Index {
    fn default() -> Self {
        Self { slots: vec![(0, 0); 1 << 16], full: 0 }
    }
}

impl Index {
    /// Where a feature is or would be.
    fn slot(&self, feature: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from(feature >> 24).unwrap_or_default() & mask;
        while self.slots[at].0 != 0 && self.slots[at].0 != feature {
            at = (at + 1) & mask;
        }
        at
    }

    /// The place of a feature, from 1; 0 where it has none.
    fn get(&self, feature: u64) -> usize {
        self.slots[self.slot(feature)].1 as usize
    }

    /// The place of a feature, which gets the next one if it has none.
    fn insert(&mut self, feature: u64) -> usize {
        let at = self.slot(feature);
        if self.slots[at].1 != 0 {
            return self.slots[at].1 as usize;
        }
        self.full += 1;
        self.slots[at] = (feature, u32::try_from(self.full).unwrap_or(u32::MAX));
        if self.full * 2 > self.slots.len() {
            let old = std::mem::take(&mut self.slots);
            self.slots = vec![(0, 0); old.len() * 2];
            for entry in old.into_iter().filter(|e| e.0 != 0) {
                let at = self.slot(entry.0);
                self.slots[at] = entry;
            }
        }
        self.full
    }

    fn entries(&self) -> impl Iterator<Item = (u64, usize)> + '_ {
        self.slots.iter().filter(|e| e.0 != 0).map(|e| (e.0, e.1 as usize))
    }
}

/// A weight, and what is needed for its average over all steps.
#[derive(Clone, Copy)]
struct Cell {
    class: u8,
    updates: u16,
    weight: i32,
    /// Sum of each change times the step at which it was made.
    late: i64,
}

/// Weights under training, for few of many classes a feature.
pub(crate) struct Perceptron {
    index: Index,
    rows: Vec<Vec<Cell>>,
    step: i64,
}

impl Default for Perceptron {
    fn default() -> Self {
        Self { index: Index::default(), rows: vec![Vec::new()], step: 0 }
    }
}

impl Perceptron {
    /// Counts a decision.
    pub(crate) fn tick(&mut self) {
        self.step += 1;
    }

    /// Rewards one class and punishes another, for each feature.
    pub(crate) fn update(&mut self, features: &[u64], right: usize, wrong: usize) {
        for feature in features {
            let at = self.index.insert(*feature);
            self.rows.resize(self.rows.len().max(at + 1), Vec::new());
            let row = &mut self.rows[at];
            for (class, change) in [(right, 1), (wrong, -1)] {
                let class = u8::try_from(class).unwrap_or_default();
                let at = row.iter().position(|c| c.class == class).unwrap_or_else(|| {
                    row.push(Cell { class, updates: 0, weight: 0, late: 0 });
                    row.len() - 1
                });
                row[at].updates = row[at].updates.saturating_add(1);
                row[at].weight += change;
                row[at].late += i64::from(change) * self.step;
            }
        }
    }

    /// The averaged weights, times the number of steps; weights that were changed fewer than `least` times are left out.
    pub(crate) fn averaged(&self, least: u16) -> Averaged {
        let mean = |c: &Cell| (c.class, i64::from(c.weight) * self.step - c.late);
        let row = |at: usize| self.rows[at].iter().filter(|c| c.updates >= least).map(mean).filter(|c| c.1 != 0).collect::<Vec<_>>();
        Averaged(self.index.entries().map(|(f, at)| (f, row(at))).filter(|r| !r.1.is_empty()).collect())
    }
}

impl Rows for Perceptron {
    fn add(&self, features: &[u64], scores: &mut [i32; SCORES]) {
        let mut places = [0; 64];
        for (place, feature) in places.iter_mut().zip(features) {
            *place = self.index.get(*feature);
        }
        for place in &places[..features.len().min(64)] {
            for cell in &self.rows[*place] {
                scores[usize::from(cell.class)] += cell.weight;
            }
        }
    }
}

/// Weights under training for the three moves.
pub(crate) struct MovePerceptron {
    index: Index,
    /// The weights, and how often they were changed.
    weights: Vec<([i32; MOVES], u32)>,
    late: Vec<[i64; MOVES]>,
    step: i64,
}

impl Default for MovePerceptron {
    fn default() -> Self {
        Self { index: Index::default(), weights: vec![([0; MOVES], 0)], late: vec![[0; MOVES]], step: 0 }
    }
}

impl MovePerceptron {
    /// Counts a decision.
    pub(crate) fn tick(&mut self) {
        self.step += 1;
    }

    /// Rewards one move and punishes another, for each feature.
    pub(crate) fn update(&mut self, features: &[u64], right: usize, wrong: usize) {
        for feature in features {
            let at = self.index.insert(*feature);
            self.weights.resize(self.weights.len().max(at + 1), ([0; MOVES], 0));
            self.late.resize(self.weights.len(), [0; MOVES]);
            self.weights[at].1 += 1;
            for (class, change) in [(right, 1), (wrong, -1)] {
                self.weights[at].0[class] += change;
                self.late[at][class] += i64::from(change) * self.step;
            }
        }
    }

    /// As for [`Perceptron`].
    pub(crate) fn averaged(&self, least: u16) -> Averaged {
        let mean = |at: usize| (0..MOVES).map(move |m| (m, i64::from(self.weights[at].0[m]) * self.step - self.late[at][m]));
        let row = |at: usize| mean(at).filter(|c| c.1 != 0).map(|(m, w)| (u8::try_from(m).unwrap_or_default(), w)).collect::<Vec<_>>();
        let kept = self.index.entries().filter(|(_, at)| self.weights[*at].1 >= u32::from(least));
        Averaged(kept.map(|(f, at)| (f, row(at))).filter(|r| !r.1.is_empty()).collect())
    }
}

impl Moves for MovePerceptron {
    fn vote(&self, features: &[u64], scores: &mut [i32; MOVES]) {
        let mut places = [0; 256];
        for (place, feature) in places.iter_mut().zip(features) {
            *place = self.index.get(*feature);
        }
        for place in &places[..features.len().min(256)] {
            for (score, weight) in scores.iter_mut().zip(self.weights[*place].0) {
                *score += weight;
            }
        }
    }
}

/// Averages, not yet in small numbers.
#[derive(Clone, Default)]
pub(crate) struct Averaged(FxHashMap<u64, Vec<(u8, i64)>>);

impl Averaged {
    /// Adds those of another run.
    pub(crate) fn merge(&mut self, other: Self) {
        for (feature, cells) in other.0 {
            let row = self.0.entry(feature).or_default();
            for (class, weight) in cells {
                match row.iter_mut().find(|c| c.0 == class) {
                    Some(cell) => cell.1 += weight,
                    None => row.push((class, weight)),
                }
            }
        }
    }

    /// The weights as square roots in eight bits, the largest as 127; roots below `floor` are left out.
    pub(crate) fn quantised(self, floor: i8) -> Vec<Row> {
        let limit = self.0.values().flatten().map(|c| c.1.abs()).max().unwrap_or_default().max(1);
        let small = |weight: i64| {
            // Rounded: the root of four times the square is twice the root.
            let double = (i128::from(weight.abs()) * 4 * 127 * 127 / i128::from(limit)).isqrt();
            let root = i8::try_from((double + 1) / 2).unwrap_or(i8::MAX);
            if root < floor {
                0
            } else if weight < 0 {
                -root
            } else {
                root
            }
        };
        let row = |cells: Vec<(u8, i64)>| {
            let mut cells: Vec<(u8, i8)> = cells.into_iter().map(|(class, weight)| (class, small(weight))).filter(|c| c.1 != 0).collect();
            cells.sort_unstable();
            cells
        };
        let mut rows: Vec<Row> = self.0.into_iter().map(|(f, cells)| (f, row(cells))).filter(|r| !r.1.is_empty()).collect();
        rows.sort_unstable();
        rows
    }
}

impl Averaged {
    fn sum<const N: usize>(&self, features: &[u64], scores: &mut [i32; N]) {
        for (class, weight) in features.iter().filter_map(|f| self.0.get(f)).flatten() {
            scores[usize::from(*class)] += i32::try_from(*weight / 256).unwrap_or_default();
        }
    }
}

impl Rows for Averaged {
    fn add(&self, features: &[u64], scores: &mut [i32; SCORES]) {
        self.sum(features, scores);
    }
}

impl Moves for Averaged {
    fn vote(&self, features: &[u64], scores: &mut [i32; MOVES]) {
        self.sum(features, scores);
    }
}

/// Small weights in a map, none lost: what the packed tables come close to.
pub(crate) struct Exact(FxHashMap<u64, Vec<(u8, i8)>>);

impl Exact {
    /// Of these rows.
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        Self(rows.into_iter().collect())
    }

    fn sum<const N: usize>(&self, features: &[u64], scores: &mut [i32; N]) {
        for (class, weight) in features.iter().filter_map(|f| self.0.get(f)).flatten() {
            scores[usize::from(*class)] += wide(*weight);
        }
    }
}

impl Rows for Exact {
    fn add(&self, features: &[u64], scores: &mut [i32; SCORES]) {
        self.sum(features, scores);
    }
}

impl Moves for Exact {
    fn vote(&self, features: &[u64], scores: &mut [i32; MOVES]) {
        self.sum(features, scores);
    }
}

/// Numbers for shuffling: xorshift64* (Vigna 2016).
pub(crate) struct Chance(u64);

impl Chance {
    /// The sequence of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let wide = u128::from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)) * bound as u128;
        usize::try_from(wide >> 64).unwrap_or_default()
    }

    /// Another order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
