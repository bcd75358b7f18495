//! Trains the parser: a dynamic oracle tells at any point, also after mistakes, which moves keep most of the right arcs
//! within reach (Goldberg and Nivre 2012, 2013), so that training walks where its own mistakes lead.

use claimgraph::analysis::parser::{self, Move, State, choose};
use claimgraph::analysis::table::{MOVES, Moves, Rows, SCORES};
use claimgraph::analysis::tagger::{Words, best};
use claimgraph::analysis::{Deprel, Tag};

use crate::Options;
use crate::conllu::{self, Sentence};
use crate::perceptron::{Chance, Classes, Three};

/// How many right arcs a move puts out of reach. Exact for projective trees.
fn cost(state: &State, gold: &[usize], step: Move) -> usize {
    let (next, root) = (state.next(), state.root());
    let stack = state.stack();
    let depends = |word: usize, head: usize| word < root && gold[word] == head;
    match step {
        Move::Shift => {
            let below = stack.split_last().map_or(&[][..], |(_, rest)| rest);
            stack.iter().filter(|s| depends(**s, next)).count() + below.iter().filter(|s| depends(next, **s)).count()
        }
        Move::Left => {
            let Some((top, below)) = stack.split_last() else { return 0 };
            let head = gold[*top];
            let lost = below.last() == Some(&head) || (head > next && head <= root);
            usize::from(lost) + (next..root).filter(|w| depends(*w, *top)).count()
        }
        Move::Right => {
            let Some(top) = stack.last() else { return 0 };
            usize::from(gold[*top] >= next) + (next..root).filter(|w| depends(*w, *top)).count()
        }
    }
}

/// What the two models of the parser learn from.
struct Lesson<'a> {
    sentence: &'a Sentence,
    heads: Vec<usize>,
    words: Words,
    tags: &'a [Tag],
}

/// Trains moves and relations on sentences with the tags that a tagger would give them.
pub(crate) fn train(sentences: &[Sentence], tags: &[Vec<Tag>], options: &Options, seed: u64) -> (Three, Classes) {
    let lesson = |(sentence, tags): (&'_ Sentence, &'_ Vec<Tag>)| {
        let mut words = Words::default();
        words.fill(&sentence.forms.iter().map(String::as_str).collect::<Vec<_>>());
        (conllu::projective(&sentence.heads), words, tags.len())
    };
    let made: Vec<_> = sentences.iter().zip(tags).map(lesson).collect();
    let mut order: Vec<Lesson<'_>> = made
        .into_iter()
        .zip(sentences.iter().zip(tags))
        .map(|((heads, words, _), (sentence, tags))| Lesson { sentence, heads, words, tags })
        .collect();
    let (mut moves, mut chance) = (Three::default(), Chance::new(seed));
    let seen = order.iter().flat_map(|lesson| {
        let view = parser::Sentence { words: &lesson.words, tags: lesson.tags };
        let arcs = (0..lesson.tags.len()).filter(|d| lesson.heads[*d] < lesson.tags.len());
        arcs.map(move |d| (parser::sure(view, lesson.heads[d], d), lesson.sentence.relations[d] as usize)).collect::<Vec<_>>()
    });
    let mut relations = Classes::with_sure(seen, options.sure_often, options.sure_odd);
    for epoch in 0..options.epochs {
        chance.shuffle(&mut order);
        for lesson in &order {
            let explore = if epoch == 0 { 0 } else { options.explore };
            learn(&mut moves, &mut relations, lesson, explore, &mut chance, options);
        }
    }
    (moves, relations)
}

fn learn(moves: &mut Three, relations: &mut Classes, lesson: &Lesson<'_>, explore: usize, chance: &mut Chance, options: &Options) {
    let view = parser::Sentence { words: &lesson.words, tags: lesson.tags };
    let mut state = State::default();
    state.reset(lesson.tags.len());
    while !state.is_done() {
        if state.is_forced() {
            let Some(step) = choose(&state, [0; MOVES]) else { return };
            let relation = state.arc(step).map_or(Deprel::Dep, |arc| relate(relations, lesson, view, &state, arc, options.label_margin));
            state.apply(step, relation);
            continue;
        }
        moves.tick();
        let features = parser::features(view, &state);
        let mut scores = [0; MOVES];
        moves.vote(&features, &mut scores);
        let legal: Vec<(Move, usize)> =
            Move::ALL.into_iter().filter(|m| state.allows(*m)).map(|m| (m, cost(&state, &lesson.heads, m))).collect();
        let least = legal.iter().map(|l| l.1).min().unwrap_or_default();
        let Some(guess) = choose(&state, scores) else { return };
        let right =
            legal.iter().filter(|l| l.1 == least).map(|l| l.0).reduce(|a, b| if scores[b as usize] > scores[a as usize] { b } else { a });
        let Some(right) = right else { return };
        let wrong =
            legal.iter().filter(|l| l.1 > least).map(|l| l.0).reduce(|a, b| if scores[b as usize] > scores[a as usize] { b } else { a });
        if let Some(wrong) = wrong.filter(|w| scores[*w as usize] + options.margin > scores[right as usize] || *w == guess) {
            moves.update(&features, right as usize, wrong as usize);
        }
        let step = if chance.below(100) < explore { guess } else { right };
        let relation = state.arc(step).map_or(Deprel::Dep, |arc| relate(relations, lesson, view, &state, arc, options.label_margin));
        state.apply(step, relation);
    }
}

/// Chooses the relation of an arc, and learns from it where the arc is right.
fn relate(
    relations: &mut Classes,
    lesson: &Lesson<'_>,
    view: parser::Sentence<'_>,
    state: &State,
    (head, dependent): (usize, usize),
    margin: i32,
) -> Deprel {
    if let Some(relation) = parser::unvoted(relations, view, state, head, dependent) {
        return relation;
    }
    relations.tick();
    let features = parser::arc_features(view, state, head, dependent);
    let mut scores = [0; SCORES];
    relations.add(&features, &mut scores);
    scores[Deprel::Root as usize] = i32::MIN / 2;
    let scores = &mut scores[..Deprel::ALL.len()];
    let guess = best(scores);
    let right = lesson.sentence.relations[dependent];
    if lesson.heads[dependent] == head && right != Deprel::Root {
        scores[right as usize] -= margin;
        let rival = best(scores);
        if rival != right as usize {
            relations.update(&features, right as usize, rival);
        }
    }
    Deprel::ALL[guess]
}
