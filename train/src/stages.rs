//! Finds in what order templates are best asked, and by what lead a vote is over early.

use claimgraph::analysis::parser::{self, ARC_STAGES, Move, State, choose};
use claimgraph::analysis::stages::{BARRED, EARLY, NEVER, lead};
use claimgraph::analysis::table::{MOVES, Moves, Rows, SCORES};
use claimgraph::analysis::tagger::{self, Words};
use claimgraph::analysis::{Deprel, Model, Tag};

use crate::conllu::Sentence;

/// What is voted on in stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ballot {
    Move,
    Relation,
}

impl Ballot {
    pub(crate) const ALL: [Self; 2] = [Self::Move, Self::Relation];

    fn order(self) -> &'static [u8] {
        match self {
            Self::Move => &parser::STAGES.order,
            Self::Relation => &ARC_STAGES.order,
        }
    }

    fn ends(self) -> [usize; EARLY] {
        match self {
            Self::Move => parser::STAGES.ends,
            Self::Relation => ARC_STAGES.ends,
        }
    }

    fn classes(self) -> usize {
        match self {
            Self::Move => MOVES,
            Self::Relation => Deprel::ALL.len(),
        }
    }
}

/// One vote: its features in the order of the templates, and the scores before any is asked.
struct Vote {
    ballot: Ballot,
    features: Vec<u64>,
    start: [i32; SCORES],
}

impl Vote {
    /// The scores after the templates given.
    fn scores(&self, model: &Model<'_>, templates: &[u8]) -> [i32; SCORES] {
        let features: Vec<u64> = templates.iter().map(|t| self.features[usize::from(*t)]).collect();
        let mut scores = self.start;
        match self.ballot {
            Ballot::Relation => model.relations.add(&features, &mut scores),
            Ballot::Move => {
                let mut three = [0; MOVES];
                three.copy_from_slice(&scores[..MOVES]);
                model.moves.vote(&features, &mut three);
                scores[..MOVES].copy_from_slice(&three);
            }
        }
        scores
    }

    /// The class in front after the templates given, and its lead.
    fn lead(&self, model: &Model<'_>, templates: &[u8]) -> (usize, i32) {
        lead(&self.scores(model, templates)[..self.ballot.classes()])
    }
}

/// Reads sentences by whole votes on moves, and shows each vote that it holds.
fn watch(model: &Model<'_>, sentences: &[Sentence], mut see: impl FnMut(Vote)) {
    let (mut words, mut tags, mut state) = (Words::default(), Vec::new(), State::default());
    for sentence in sentences {
        words.fill(&sentence.forms.iter().map(String::as_str).collect::<Vec<_>>());
        tagger::tag(&model.tags, &words, |_| false, &mut tags);
        watch_arcs(model, &words, &tags, &mut state, &mut see);
    }
}

fn watch_arcs(model: &Model<'_>, words: &Words, tags: &[Tag], state: &mut State, see: &mut impl FnMut(Vote)) {
    let view = parser::Sentence { words, tags };
    state.reset(tags.len());
    while !state.is_done() {
        let mut scores = [0; MOVES];
        if !state.is_forced() {
            let features = parser::features(view, state);
            model.moves.vote(&features, &mut scores);
            let mut start = [0; SCORES];
            Move::ALL.into_iter().filter(|m| !state.allows(*m)).for_each(|m| start[m as usize] = BARRED);
            see(Vote { ballot: Ballot::Move, features: features.to_vec(), start });
        }
        let Some(step) = choose(state, scores) else { return };
        let relation = state.arc(step).map_or(Deprel::Dep, |(head, dependent)| {
            if parser::unvoted(&model.relations, view, state, head, dependent).is_none() {
                let mut start = [0; SCORES];
                start[Deprel::Root as usize] = BARRED;
                let features = parser::arc_features(view, state, head, dependent).to_vec();
                see(Vote { ballot: Ballot::Relation, features, start });
            }
            parser::relation(&model.relations, view, state, head, dependent)
        });
        state.apply(step, relation);
    }
}

/// For each stage the least lead beyond which no more than one vote in `odd` ends otherwise than the whole vote would.
pub(crate) fn margins(model: &Model<'_>, sentences: &[Sentence], odd: usize) -> [[i32; EARLY]; 2] {
    let mut counts = [0_usize; 2];
    let mut wrong: [[Vec<i32>; EARLY]; 2] = Default::default();
    watch(model, sentences, |vote| {
        let (order, ballot) = (vote.ballot.order(), vote.ballot as usize);
        let (whole, _) = vote.lead(model, order);
        counts[ballot] += 1;
        for (wrong, end) in wrong[ballot].iter_mut().zip(vote.ballot.ends()) {
            let (class, lead) = vote.lead(model, &order[..end]);
            wrong.extend(Some(lead).filter(|_| class != whole));
        }
    });
    Ballot::ALL.map(|ballot| {
        [0, 1].map(|stage| {
            let leads = &mut wrong[ballot as usize][stage];
            leads.sort_unstable_by_key(|lead| std::cmp::Reverse(*lead));
            counts[ballot as usize].checked_div(odd).map_or(NEVER, |allowed| leads.get(allowed).copied().unwrap_or_default())
        })
    })
}

/// How many votes are looked at for the order: one in so many.
const ONE_IN: usize = 7;

/// Prints for each ballot the order in which its templates tell most: each next one is that which leaves the least of the lead of the
/// winner over the next untold, close votes weighing more. Then how often each stage ends a vote, and how often otherwise than the
/// whole would.
pub(crate) fn order(model: &Model<'_>, sentences: &[Sentence]) {
    let mut votes: Vec<Vote> = Vec::new();
    let mut seen = 0_usize;
    watch(model, sentences, |vote| {
        seen += 1;
        votes.extend(Some(vote).filter(|_| seen.is_multiple_of(ONE_IN)));
    });
    let margins = [model.moves.margins(), model.relations.margins()];
    for ballot in Ballot::ALL {
        let votes: Vec<&Vote> = votes.iter().filter(|v| v.ballot == ballot).collect();
        println!("{ballot:?}: {} votes, order {:?}", votes.len(), greedy(model, &votes));
        for (end, margin) in ballot.ends().into_iter().zip(margins[ballot as usize]) {
            let leads = votes.iter().map(|v| (v.lead(model, &ballot.order()[..end]), v.lead(model, ballot.order()).0));
            let over: Vec<bool> = leads.filter(|((_, lead), _)| *lead > margin).map(|((class, _), whole)| class == whole).collect();
            let odd = over.iter().filter(|same| !**same).count();
            println!("  after {end} by more than {margin}: {} are over, {odd} of them otherwise", over.len());
        }
    }
}

fn greedy(model: &Model<'_>, votes: &[&Vote]) -> Vec<u8> {
    let templates = votes.first().map_or(0, |v| v.features.len());
    let numbers: Vec<u8> = (0..=u8::MAX).take(templates).collect();
    // For each vote what each template adds to the lead of the winner over the next.
    let told = |vote: &Vote| -> Vec<i64> {
        let mut whole = vote.scores(model, &numbers);
        let classes = &mut whole[..vote.ballot.classes()];
        let (first, _) = lead(classes);
        classes[first] = i32::MIN;
        let (next, _) = lead(classes);
        let gain = |t: &u8| {
            let one = Vote { start: [0; SCORES], features: vote.features.clone(), ..*vote }.scores(model, &[*t]);
            i64::from(one[first]) - i64::from(one[next])
        };
        numbers.iter().map(gain).collect()
    };
    let told: Vec<Vec<i64>> = votes.iter().map(|v| told(v)).collect();
    let mut rest: Vec<i64> = told.iter().map(|row| row.iter().sum()).collect();
    let weights: Vec<i64> = rest.iter().map(|lead| 4_000_000 / (2_000 + lead.abs())).collect();
    let (mut left, mut order) = (numbers.clone(), Vec::new());
    while !left.is_empty() {
        let untold = |t: &u8| -> i128 {
            let square =
                |((rest, row), weight): ((&i64, &Vec<i64>), &i64)| i128::from(rest - row[usize::from(*t)]).pow(2) * i128::from(*weight);
            rest.iter().zip(&told).zip(&weights).map(square).sum()
        };
        let Some(next) = left.iter().copied().min_by_key(untold) else { break };
        left.retain(|t| *t != next);
        order.push(next);
        rest.iter_mut().zip(&told).for_each(|(rest, row)| *rest -= row[usize::from(next)]);
    }
    order
}
