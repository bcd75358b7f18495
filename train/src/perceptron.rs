//! The averaged perceptron (Freund and Schapire 1999; Collins 2002), in whole numbers: the same bytes on every machine.

use claimgraph::analysis::table::{MOVES, Moves, Row, Rows, SCORES, SURE, wide};
use rustc_hash::FxHashMap;

/// A feature with the weights of its first `NEAR` classes, at most half a line of memory: what every decision looks up.
#[derive(Clone, Copy)]
struct Slot<const NEAR: usize> {
    key: u64,
    /// A class each, and one more than it, so that 0 is free; [`FAR`] in the last says that a row has the weights.
    classes: [u8; NEAR],
    weights: [i16; NEAR],
}

const FAR: u8 = u8::MAX;

/// What is needed for a weight's average over all steps, and how often the weight was changed.
#[derive(Clone, Copy, Default)]
struct Late {
    /// Sum of each change times the step at which it was made.
    sum: i64,
    updates: u32,
}

/// Weights for many classes, of which few speak for a feature.
pub(crate) type Classes = Perceptron<8>;
/// Weights for the three moves.
pub(crate) type Three = Perceptron<3>;

/// Weights under training. A table of open addressing, at most half full; features are hashes already.
pub(crate) struct Perceptron<const NEAR: usize> {
    slots: Vec<Slot<NEAR>>,
    late: Vec<[Late; NEAR]>,
    far: Vec<([i16; SCORES], [Late; SCORES])>,
    full: usize,
    step: i64,
    sure: FxHashMap<u64, u8>,
}

impl<const NEAR: usize> Default for Perceptron<NEAR> {
    fn default() -> Self {
        let size = 1 << 18;
        Self {
            slots: vec![Slot::FREE; size],
            late: vec![[Late::default(); NEAR]; size],
            far: Vec::new(),
            full: 0,
            step: 0,
            sure: FxHashMap::default(),
        }
    }
}

impl<const NEAR: usize> Slot<NEAR> {
    const FREE: Self = Self { key: 0, classes: [0; NEAR], weights: [0; NEAR] };

    /// The place of the row of a feature with many classes.
    fn row(&self) -> Option<usize> {
        (self.classes[NEAR - 1] == FAR).then(|| usize::from(self.weights[0].cast_unsigned()))
    }
}

impl<const NEAR: usize> Perceptron<NEAR> {
    /// With features that decide alone: those seen `often` or more, of which at most one in `odd` has another class.
    pub(crate) fn with_sure(examples: impl Iterator<Item = (u64, usize)>, often: usize, odd: usize) -> Self {
        let mut counts: FxHashMap<u64, [u32; SCORES]> = FxHashMap::default();
        for (feature, class) in examples {
            counts.entry(feature).or_insert([0; SCORES])[class] += 1;
        }
        let mut sure = FxHashMap::default();
        for (feature, row) in counts {
            let all: u32 = row.iter().sum();
            let top = claimgraph::analysis::tagger::best(&row.map(|c| i32::try_from(c).unwrap_or(i32::MAX)));
            let other = (all - row[top]) as usize;
            if all as usize >= often && other * odd <= all as usize {
                sure.insert(feature, u8::try_from(top).unwrap_or_default());
            }
        }
        Self { sure, ..Self::default() }
    }

    /// Counts a decision.
    pub(crate) fn tick(&mut self) {
        self.step += 1;
    }

    /// Where a feature is or would be.
    fn place(&self, feature: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from(feature >> 20).unwrap_or_default() & mask;
        while self.slots[at].key != feature && self.slots[at].key != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    fn insert(&mut self, feature: u64) -> usize {
        let at = self.place(feature);
        if self.slots[at].key == feature {
            return at;
        }
        self.full += 1;
        self.slots[at].key = feature;
        if self.full * 2 <= self.slots.len() {
            return at;
        }
        let size = self.slots.len() * 2;
        let slots = std::mem::replace(&mut self.slots, vec![Slot::FREE; size]);
        let late = std::mem::replace(&mut self.late, vec![[Late::default(); NEAR]; size]);
        for (slot, late) in slots.into_iter().zip(late).filter(|s| s.0.key != 0) {
            let at = self.place(slot.key);
            (self.slots[at], self.late[at]) = (slot, late);
        }
        self.place(feature)
    }

    /// Rewards one class and punishes another, for each feature.
    pub(crate) fn update(&mut self, features: &[u64], right: usize, wrong: usize) {
        for feature in features {
            let at = self.insert(*feature);
            self.change(at, right, 1);
            self.change(at, wrong, -1);
        }
    }

    fn change(&mut self, at: usize, class: usize, by: i16) {
        let step = i64::from(by) * self.step;
        let slot = &mut self.slots[at];
        if slot.row().is_none() {
            let name = u8::try_from(class + 1).unwrap_or_default();
            if let Some(near) = slot.classes.iter().position(|c| *c == name || *c == 0) {
                slot.classes[near] = name;
                slot.weights[near] += by;
                self.late[at][near].sum += step;
                self.late[at][near].updates += 1;
                return;
            }
            let mut row = ([0; SCORES], [Late::default(); SCORES]);
            for near in 0..NEAR {
                let class = usize::from(slot.classes[near] - 1);
                row.0[class] = slot.weights[near];
                row.1[class] = self.late[at][near];
            }
            slot.classes[NEAR - 1] = FAR;
            slot.weights[0] = u16::try_from(self.far.len()).unwrap_or_default().cast_signed();
            self.far.push(row);
        }
        let (weights, late) = &mut self.far[self.slots[at].row().unwrap_or_default()];
        weights[class] += by;
        late[class].sum += step;
        late[class].updates += 1;
    }

    /// The averaged weights, times the number of steps; weights that were changed fewer than `least` times are left out.
    pub(crate) fn averaged(&self, least: u32) -> Averaged {
        let mean = |weight: i16, late: Late| i64::from(weight) * self.step - late.sum;
        let row = |at: usize| -> Vec<(u8, i64)> {
            let slot = &self.slots[at];
            let all: Vec<(u8, i16, Late)> = if let Some(row) = slot.row() {
                let (weights, late) = &self.far[row];
                (0..).zip(weights.iter().zip(late)).map(|(class, (w, l))| (class, *w, *l)).collect()
            } else {
                let near = (0..NEAR).take_while(|n| slot.classes[*n] != 0);
                near.map(|n| (slot.classes[n] - 1, slot.weights[n], self.late[at][n])).collect()
            };
            all.into_iter().filter(|c| c.2.updates >= least).map(|(class, w, l)| (class, mean(w, l))).filter(|c| c.1 != 0).collect()
        };
        let used = (0..self.slots.len()).filter(|at| self.slots[*at].key != 0);
        let weights = used.map(|at| (self.slots[at].key, row(at))).filter(|r| !r.1.is_empty()).collect();
        Averaged { weights, sure: self.sure.clone() }
    }

    fn sum<const N: usize>(&self, features: &[u64], scores: &mut [i32; N]) {
        for feature in features {
            let slot = &self.slots[self.place(*feature)];
            if let Some(row) = slot.row() {
                for (score, weight) in scores.iter_mut().zip(self.far[row].0) {
                    *score += i32::from(weight);
                }
                continue;
            }
            for (class, weight) in slot.classes.iter().zip(slot.weights) {
                if *class == 0 {
                    break;
                }
                scores[usize::from(*class) - 1] += i32::from(weight);
            }
        }
    }
}

impl<const NEAR: usize> Rows for Perceptron<NEAR> {
    fn sure(&self, feature: u64) -> Option<usize> {
        self.sure.get(&feature).map(|c| usize::from(*c))
    }

    fn add(&self, features: &[u64], scores: &mut [i32; SCORES]) {
        self.sum(features, scores);
    }
}

impl<const NEAR: usize> Moves for Perceptron<NEAR> {
    fn vote(&self, features: &[u64], scores: &mut [i32; MOVES]) {
        self.sum(features, scores);
    }
}

/// Averages, not yet in small numbers.
#[derive(Default)]
pub(crate) struct Averaged {
    weights: FxHashMap<u64, Vec<(u8, i64)>>,
    sure: FxHashMap<u64, u8>,
}

impl Averaged {
    /// Adds those of another run.
    pub(crate) fn merge(&mut self, other: Self) {
        self.sure.extend(other.sure);
        for (feature, cells) in other.weights {
            let row = self.weights.entry(feature).or_default();
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
        let limit = self.weights.values().flatten().map(|c| c.1.abs()).max().unwrap_or_default().max(1);
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
        let mut rows: Vec<Row> = self.weights.into_iter().map(|(f, cells)| (f, row(cells))).filter(|r| !r.1.is_empty()).collect();
        rows.extend(self.sure.into_iter().map(|(f, class)| (f, vec![(class, SURE)])));
        rows.sort_unstable();
        rows
    }
}

/// Small weights in a map, none lost: what the packed tables come close to.
pub(crate) struct Exact(FxHashMap<u64, Vec<(u8, i8)>>);

impl Exact {
    /// Of these rows.
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        Self(rows.into_iter().collect())
    }
}

impl Rows for Exact {
    fn sure(&self, feature: u64) -> Option<usize> {
        self.0.get(&feature).filter(|r| r.len() == 1 && r[0].1 == SURE).map(|r| usize::from(r[0].0))
    }

    fn add(&self, features: &[u64], scores: &mut [i32; SCORES]) {
        for (class, weight) in features.iter().filter_map(|f| self.0.get(f)).flatten() {
            scores[usize::from(*class)] += wide(*weight);
        }
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
