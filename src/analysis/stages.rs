//! Votes in stages: the templates that tell most are asked first, and a vote that is clear by then is over.
//!
//! After Strubell, Vilnis, Silverstein and McCallum (2015), Learning dynamic feature selection for fast sequential prediction:
//! templates in one fixed order, cut into stages; after each the class in front is taken if it leads the next by more than a
//! margin. Here the model is trained on all templates as ever, and the margins are measured afterwards on its treebank: so wide
//! that hardly a vote ends otherwise than the whole one would. A third of all features is never asked for.
//!
//! This page does not know what is voted on.

use std::ops::Range;

/// How many stages a vote can end after, beside the last.
pub const EARLY: usize = 2;

/// A margin that no lead exceeds.
pub const NEVER: i32 = i32::MAX;

/// The score of a class that is not to be thought of: no sum of weights makes up for it.
pub const BARRED: i32 = i32::MIN / 2;

/// The order of a vote's templates, and after how many of them it may end.
#[derive(Clone, Copy, Debug)]
pub struct Stages<const N: usize> {
    /// Each template once, by its number.
    pub order: [u8; N],
    /// Two places in the order, the first before the second.
    pub ends: [usize; EARLY],
}

impl<const N: usize> Stages<N> {
    /// Holds a vote: hands the features of each stage, which `features` makes for a part of the order, to `ask`, which adds to the scores, and ends when the lead is past the
    /// stage's margin. Of the scores so many `classes` stand for election; gives the one that wins.
    #[inline]
    pub fn hold<const M: usize>(
        &self,
        margins: [i32; EARLY],
        (scores, classes): (&mut [i32; M], usize),
        features: impl Fn(Range<usize>, &mut [u64]),
        ask: impl Fn(&[u64], &mut [i32; M]),
    ) -> usize {
        let mut asked = [0; N];
        let mut from = 0;
        for (end, margin) in self.ends.into_iter().zip(margins).chain([(N, NEVER)]) {
            let asked = &mut asked[..end.saturating_sub(from)];
            features(from..end, asked);
            ask(asked, scores);
            let (first, lead) = lead(&scores[..classes]);
            if lead > margin || end == N {
                return first;
            }
            from = end;
        }
        0
    }
}

/// The place of the highest score, the first of equals, and how far it leads the next.
#[inline]
pub fn lead(scores: &[i32]) -> (usize, i32) {
    let at = best(scores);
    let highest = |scores: &[i32]| scores.iter().copied().fold(i32::MIN, i32::max);
    let next = highest(&scores[..at]).max(highest(scores.get(at + 1..).unwrap_or_default()));
    (at, scores.get(at).map_or(0, |best| best.saturating_sub(next)))
}

/// The place of the highest score, the first of equals.
#[inline]
pub fn best(scores: &[i32]) -> usize {
    let highest = scores.iter().copied().fold(i32::MIN, i32::max);
    scores.iter().position(|score| *score == highest).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::parser;
    use super::*;

    #[test]
    fn an_order_names_each_template_once() {
        fn holds<const N: usize>(stages: &Stages<N>) -> bool {
            let mut order = stages.order.to_vec();
            order.sort_unstable();
            order.into_iter().map(usize::from).eq(0..N) && stages.ends[0] < stages.ends[1] && stages.ends[1] < N
        }
        assert!(holds(&parser::STAGES) && holds(&parser::ARC_STAGES));
    }

    const SMALL: Stages<4> = Stages { order: [2, 0, 3, 1], ends: [1, 2] };

    /// A vote in which template `t` gives `weights[t]` to class 1, and what was asked.
    fn hold(margins: [i32; EARLY], weights: [i32; 4]) -> (usize, i32) {
        let mut scores = [0; 3];
        let ask = |features: &[u64], scores: &mut [i32; 3]| {
            scores[1] += features.iter().map(|f| weights[usize::try_from(*f).unwrap()]).sum::<i32>();
        };
        let features = |range: Range<usize>, out: &mut [u64]| {
            out.iter_mut().zip(&SMALL.order[range]).for_each(|(place, template)| *place = u64::from(*template));
        };
        let class = SMALL.hold(margins, (&mut scores, 3), features, ask);
        (class, scores[1])
    }

    #[test]
    fn a_clear_vote_is_over() {
        for (margins, weights, expected) in [
            ([NEVER, NEVER], [1, 2, 4, 8], (1, 15)),
            ([3, NEVER], [1, 2, 4, 8], (1, 4)),
            ([4, 4], [1, 2, 4, 8], (1, 5)),
            ([5, 5], [1, -30, 4, 8], (0, -17)),
            ([0, 0], [0, 0, 0, 0], (0, 0)),
        ] {
            assert_eq!(hold(margins, weights), expected, "{margins:?} {weights:?}");
        }
    }

    proptest! {
        /// Oracle: sorted.
        #[test]
        fn the_lead_is_over_the_next(scores in prop::collection::vec(-5_i32..5, 2..9)) {
            let mut sorted = scores.clone();
            sorted.sort_unstable_by(|a, b| b.cmp(a));
            let first = scores.iter().position(|s| *s == sorted[0]).unwrap();
            prop_assert_eq!(lead(&scores), (first, sorted[0] - sorted[1]));
        }

        /// Without margins the stages change nothing.
        #[test]
        fn a_whole_vote_is_the_sum(weights in prop::array::uniform4(-9_i32..9)) {
            let sum: i32 = weights.iter().sum();
            prop_assert_eq!(hold([NEVER; EARLY], weights), (usize::from(sum > 0), sum));
        }
    }
}
