//! The explanation tree: what was decided, and under it what the decision rests on.
//!
//! A sentence may hold text from outside. It is one line all the same, and nothing in it moves a cursor: see [`clean`](crate::text::clean).
//!
//! One shape serves every stage. A node is a sentence, optionally with a match weight; where a node carries a weight
//! and has children with weights, the children's weights sum to it.
//!
//! This room does not know the domain: it holds sentences that others make while they decide.

use std::fmt::{self, Write};

use crate::measure::MatchWeight;
use crate::text::{Clean, cleaned};

/// A node of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// One sentence without a final stop.
    pub text: String,
    /// What the node adds to a match weight, if it is part of one.
    pub weight: Option<MatchWeight>,
    /// What the sentence rests on.
    pub children: Vec<Explanation>,
}

impl Explanation {
    /// A node without weight or children.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: cleaned(text.into()), weight: None, children: Vec::new() }
    }

    /// A node that adds `weight`.
    pub fn weighted(text: impl Into<String>, weight: MatchWeight) -> Self {
        Self { text: cleaned(text.into()), weight: Some(weight), children: Vec::new() }
    }

    /// A node whose weight is the sum of its children's.
    pub fn sum(text: impl Into<String>, children: Vec<Self>) -> Self {
        let weight = children.iter().filter_map(|c| c.weight).sum();
        Self { text: cleaned(text.into()), weight: Some(weight), children }
    }

    /// The node with one more child.
    #[must_use]
    pub fn because(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        write!(f, "{:indent$}", "", indent = depth * 2)?;
        Clean(&mut *f).write_str(&self.text)?;
        if let Some(weight) = self.weight {
            write!(f, " ({weight})")?;
        }
        for child in &self.children {
            writeln!(f)?;
            child.write(f, depth + 1)?;
        }
        Ok(())
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_prints_as_a_tree() {
        let tree = Explanation::sum(
            "same event",
            vec![
                Explanation::weighted("same two people", MatchWeight::from_bits(8)),
                Explanation::weighted("times a day apart", MatchWeight::from_bits(-3)),
            ],
        );
        assert_eq!(tree.weight, Some(MatchWeight::from_bits(5)));
        assert_eq!(tree.to_string(), "same event (+5.0 bits)\n  same two people (+8.0 bits)\n  times a day apart (-3.0 bits)");
    }
}
