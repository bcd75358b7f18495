//! Logistic regression over levels of features, with a penalty on large weights; by Newton's method, in one thread.

/// A pair: the level of each feature as a place among all weights, whether the two are one, and what the row counts.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) on: Vec<usize>,
    pub(crate) one: bool,
    pub(crate) counts: f64,
    /// Rows of one group are never learned from and tried on at once.
    pub(crate) group: usize,
}

/// The weights, in natural units, that explain the rows best.
pub(crate) fn learn(rows: &[&Row], size: usize, penalty: f64) -> Vec<f64> {
    let mut weights = vec![0.0; size];
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = weights.iter().map(|w| penalty * w).collect();
        let mut curve = vec![vec![0.0; size]; size];
        for (i, row) in curve.iter_mut().enumerate() {
            row[i] = penalty;
        }
        for row in rows {
            let p = likely(&weights, row);
            let error = p - f64::from(u8::from(row.one));
            for &i in &row.on {
                slope[i] += row.counts * error;
                for &j in &row.on {
                    curve[i][j] += row.counts * p * (1.0 - p);
                }
            }
        }
        let step = solve(curve, slope);
        let mut most: f64 = 0.0;
        for (weight, by) in weights.iter_mut().zip(step) {
            *weight -= by;
            most = most.max(by.abs());
        }
        if most < 1e-6 {
            break;
        }
    }
    weights
}

const STEPS: usize = 25;

/// How likely a row is of one item.
pub(crate) fn likely(weights: &[f64], row: &Row) -> f64 {
    let sum: f64 = row.on.iter().map(|i| weights[*i]).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Solves a system of a positive definite matrix, by elimination.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let n = right.len();
    for i in 0..n {
        let (upper, lower) = matrix.split_at_mut(i + 1);
        let pivot = &upper[i];
        for (row, k) in lower.iter_mut().zip(i + 1..n) {
            let by = row[i] / pivot[i];
            if by == 0.0 {
                continue;
            }
            for (cell, p) in row[i..].iter_mut().zip(&pivot[i..]) {
                *cell -= by * p;
            }
            right[k] -= by * right[i];
        }
    }
    for i in (0..n).rev() {
        let known: f64 = (i + 1..n).map(|k| matrix[i][k] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i][i];
    }
    right
}
