//! Dependencies: a greedy transition-based parser.
//!
//! The arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root behind the last word, so that every
//! sequence of legal moves ends in a projective tree with one root. A move is chosen by a linear model over features after
//! Zhang and Nivre (2011); the relation of each new arc by a second one. A sentence of n words takes 2n moves, each O(1).

use super::atoms::{Atom, feature};
use super::names::{Deprel, Tag};
use super::stages::{BARRED, Stages};
use super::table::{MOVES, Moves, Rows, SCORES};
use super::tagger::Words;

/// What the parser does next; the numbers are those of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Move {
    /// The next word goes on the stack.
    Shift,
    /// The top of the stack depends on the next word, and goes.
    Left,
    /// The top of the stack depends on the one below it, and goes.
    Right,
}

impl Move {
    /// In the order of the model's numbers.
    pub const ALL: [Self; MOVES] = [Self::Shift, Self::Left, Self::Right];
}

/// No word.
pub const NONE: usize = usize::MAX;

/// What a word has gathered.
#[derive(Clone, Copy, Debug)]
struct Node {
    head: usize,
    relation: Deprel,
    /// The outermost and the next dependents on the left and on the right.
    left: [usize; 2],
    right: [usize; 2],
    lefts: u8,
    rights: u8,
    /// The relations of its dependents on either side, a bit each.
    left_set: u64,
    right_set: u64,
}

const BARE: Node =
    Node { head: NONE, relation: Deprel::Dep, left: [NONE; 2], right: [NONE; 2], lefts: 0, rights: 0, left_set: 0, right_set: 0 };

/// A parse under way: what is on the stack, which word is next, and the arcs so far.
#[derive(Clone, Debug, Default)]
pub struct State {
    stack: Vec<usize>,
    next: usize,
    /// A node a word; the last is the root.
    nodes: Vec<Node>,
}

impl State {
    /// Begins anew, for `words` words.
    pub fn reset(&mut self, words: usize) {
        self.stack.clear();
        self.next = 0;
        self.nodes.clear();
        self.nodes.resize(words + 1, BARE);
    }

    /// The number of words, which is also the root's.
    pub fn root(&self) -> usize {
        self.nodes.len().saturating_sub(1)
    }

    /// Whether every word has its head.
    pub fn is_done(&self) -> bool {
        self.next == self.root() && self.stack.is_empty()
    }

    /// The next word, or the root.
    pub fn next(&self) -> usize {
        self.next
    }

    /// The stack, its top last.
    pub fn stack(&self) -> &[usize] {
        &self.stack
    }

    /// The head of a word; the root's number for the word that is the root's.
    pub fn head(&self, word: usize) -> usize {
        self.nodes[word].head
    }

    /// The relation of a word to its head.
    pub fn relation(&self, word: usize) -> Deprel {
        self.nodes[word].relation
    }

    /// The word `depth` places below the top of the stack.
    fn top(&self, depth: usize) -> usize {
        self.stack.len().checked_sub(depth + 1).map_or(NONE, |at| self.stack[at])
    }

    /// Whether a move is possible. One is, until all is done.
    pub fn allows(&self, step: Move) -> bool {
        let last = self.next == self.root();
        match step {
            Move::Shift => !last,
            Move::Left => self.stack.len() == 1 || self.stack.len() > 1 && !last,
            Move::Right => self.stack.len() > 1,
        }
    }

    /// Whether but one move is possible.
    pub fn is_forced(&self) -> bool {
        self.next == self.root() || self.stack.is_empty()
    }

    /// The arc that a move would make, as head and dependent.
    pub fn arc(&self, step: Move) -> Option<(usize, usize)> {
        match step {
            Move::Shift => None,
            Move::Left => Some((self.next, self.top(0))),
            Move::Right => Some((self.top(1), self.top(0))),
        }
    }

    /// Makes a move that is allowed; `relation` is that of the new arc.
    pub fn apply(&mut self, step: Move, relation: Deprel) {
        let Some((head, dependent)) = self.arc(step) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        self.nodes[dependent].head = head;
        self.nodes[dependent].relation = relation;
        let node = &mut self.nodes[head];
        if step == Move::Left {
            node.left = [dependent, node.left[0]];
            node.lefts = node.lefts.saturating_add(1);
            node.left_set |= 1 << relation as u32;
        } else {
            node.right = [dependent, node.right[0]];
            node.rights = node.rights.saturating_add(1);
            node.right_set |= 1 << relation as u32;
        }
    }
}

/// A sentence with its tags: what the features look at.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a> {
    /// The words.
    pub words: &'a Words,
    /// A tag each.
    pub tags: &'a [Tag],
}

impl Sentence<'_> {
    fn word(&self, at: usize) -> Atom {
        if at < self.tags.len() { self.words.word(at).lower } else { absent(at, self.tags.len()) }
    }

    fn tag(&self, at: usize) -> Atom {
        self.tags.get(at).map_or_else(|| absent(at, self.tags.len()), |t| Atom::from(t.number()) + 3)
    }
}

/// The root, or nothing.
fn absent(at: usize, root: usize) -> Atom {
    if at == root { 1 } else { 2 }
}

fn distance(from: usize, to: usize) -> Atom {
    if from == NONE || to == NONE {
        return 9;
    }
    match to.abs_diff(from) {
        d @ 0..=4 => Atom::try_from(d).unwrap_or_default(),
        5..=8 => 5,
        9..=15 => 6,
        _ => 7,
    }
}

fn few(count: u8) -> Atom {
    Atom::from(count.min(4))
}

#[allow(clippy::cast_possible_truncation)] // Both halves are kept.
fn set(bits: u64) -> Atom {
    (bits as u32).wrapping_mul(0x9e37_79b1) ^ ((bits >> 32) as u32).wrapping_mul(0x85eb_ca6b)
}

/// The atoms of the words around the gap between stack and buffer, by the names below.
struct Gap([Atom; SLOTS]);

/// Places for atoms, a power of two, so that no index needs a check.
const SLOTS: usize = 64;

/// An atom's place.
type At = u8;

macro_rules! atoms {
    ($($name:ident)+) => { atoms!(@ 0; $($name)+); };
    (@ $n:expr; $name:ident $($rest:ident)*) => { const $name: At = $n; atoms!(@ $n + 1; $($rest)*); };
    (@ $n:expr;) => { const ATOMS: usize = $n as usize; };
}

atoms! {
    NIL
    S0W S0P S1W S1P S2W S2P B0W B0P B1W B1P B2W B2P
    S0LW S0LP S0LR S0RW S0RP S0RR S1LP S1RW S1RP S1RR B0LW B0LP B0LR
    S0L2P S0R2P S1R2P B0L2P
    S0VL S0VR S1VR B0VL
    S0SL S0SR S1SL S1SR B0SL
    DSB DSS S3P B3P S0X B0X S1X
}

/// The templates of the moves: up to four atoms each.
#[rustfmt::skip]
const TEMPLATES: &[[At; 4]] = &[
    [NIL, NIL, NIL, NIL],
    // One word.
    [S0W, S0P, NIL, NIL], [S0W, NIL, NIL, NIL], [S0P, NIL, NIL, NIL], [S1W, S1P, NIL, NIL], [S1W, NIL, NIL, NIL], [S1P, NIL, NIL, NIL],
    [B0W, B0P, NIL, NIL], [B0W, NIL, NIL, NIL], [B0P, NIL, NIL, NIL], [B1W, B1P, NIL, NIL], [B1W, NIL, NIL, NIL], [B1P, NIL, NIL, NIL],
    [B2W, B2P, NIL, NIL], [B2P, NIL, NIL, NIL], [S2W, S2P, NIL, NIL], [S2P, NIL, NIL, NIL],
    // Two words.
    [S0W, S0P, B0W, B0P], [S0W, S0P, B0W, NIL], [S0W, B0W, B0P, NIL], [S0W, S0P, B0P, NIL], [S0P, B0W, B0P, NIL], [S0W, B0W, NIL, NIL],
    [S0P, B0P, NIL, NIL], [B0P, B1P, NIL, NIL], [S1W, S1P, S0W, S0P], [S1W, S1P, S0P, NIL], [S1P, S0W, S0P, NIL], [S1W, S0W, NIL, NIL],
    [S1P, S0P, NIL, NIL], [S1P, B0P, NIL, NIL], [S1W, B0W, NIL, NIL], [B0W, B1W, NIL, NIL], [S0W, B1W, NIL, NIL], [B0W, B1P, NIL, NIL],
    // Three words.
    [B0P, B1P, B2P, NIL], [S0P, B0P, B1P, NIL], [S1P, S0P, B0P, NIL], [S2P, S1P, S0P, NIL], [S1W, S0P, B0P, NIL], [S1P, S0W, B0P, NIL],
    [S1P, S0P, B0W, NIL], [S1P, S0P, B0P, B1P], [S2P, S1P, S0P, B0P], [S0P, B0P, B1P, B2P],
    [S0P, S0LP, B0P, NIL], [S0P, S0RP, B0P, NIL], [S0P, B0P, B0LP, NIL], [S0P, S0L2P, B0P, NIL], [S0P, S0R2P, B0P, NIL],
    [S1P, S0P, S0LP, NIL], [S1P, S0P, S0RP, NIL], [S1P, S1RP, S0P, NIL], [S1P, S1LP, S0P, NIL], [S1P, S1R2P, S0P, NIL],
    [S0W, S0LP, S0LR, NIL], [S0W, S0RP, S0RR, NIL], [S1W, S1RP, S1RR, NIL], [S1P, S1RW, S0P, NIL], [S1P, S0P, S0LW, NIL],
    [S0P, S0LW, B0P, NIL], [S0P, B0LW, B0P, NIL],
    // Distances.
    [S0W, DSB, NIL, NIL], [S0P, DSB, NIL, NIL], [B0W, DSB, NIL, NIL], [B0P, DSB, NIL, NIL], [S0W, B0W, DSB, NIL], [S0P, B0P, DSB, NIL],
    [S1P, S0P, DSS, NIL], [S1W, DSS, NIL, NIL], [S1P, S0P, B0P, DSS], [S1W, S0W, DSS, NIL],
    // How many dependents, and which.
    [S0W, S0VR, NIL, NIL], [S0P, S0VR, NIL, NIL], [S0W, S0VL, NIL, NIL], [S0P, S0VL, NIL, NIL], [B0W, B0VL, NIL, NIL],
    [B0P, B0VL, NIL, NIL], [S1W, S1VR, NIL, NIL], [S1P, S1VR, NIL, NIL], [S1P, S0P, S1VR, S0VR],
    [S0LW, NIL, NIL, NIL], [S0LP, NIL, NIL, NIL], [S0LR, NIL, NIL, NIL], [S0RW, NIL, NIL, NIL], [S0RP, NIL, NIL, NIL], [S0RR, NIL, NIL, NIL],
    [B0LW, NIL, NIL, NIL], [B0LP, NIL, NIL, NIL], [B0LR, NIL, NIL, NIL], [S1RW, NIL, NIL, NIL], [S1RP, NIL, NIL, NIL], [S1RR, NIL, NIL, NIL],
    [S0P, S0LP, S0L2P, NIL], [S0P, S0RP, S0R2P, NIL], [B0P, B0LP, B0L2P, NIL], [S1P, S1RP, S1R2P, NIL],
    [S0W, S0SR, NIL, NIL], [S0P, S0SR, NIL, NIL], [S0W, S0SL, NIL, NIL], [S0P, S0SL, NIL, NIL], [B0W, B0SL, NIL, NIL],
    [B0P, B0SL, NIL, NIL], [S1W, S1SR, NIL, NIL], [S1P, S1SR, NIL, NIL], [S1P, S1SR, S0P, B0P], [S1P, S0P, S0SL, NIL], [S1P, S1SL, S0P, NIL],
    [S0P, S0SL, B0P, NIL], [S0P, B0P, B0SL, NIL], [S0P, S0SR, B0P, NIL], [S1W, S0P, S0SL, NIL],
    // Endings, and further off.
    [S0X, B0X, NIL, NIL], [S1X, S0X, NIL, NIL], [S3P, S2P, S1P, S0P], [B0P, B1P, B2P, B3P],
];

/// How many features a move is chosen by.
pub const FEATURES: usize = TEMPLATES.len();

impl Gap {
    /// The feature of a template with its number.
    #[inline]
    fn feature(&self, number: usize, template: [At; 4]) -> u64 {
        feature(number, template.map(|at| self.0[usize::from(at) % SLOTS]))
    }

    fn of(sentence: Sentence<'_>, state: &State) -> Self {
        let root = state.root();
        let ahead = |n: usize| if state.next + n <= root { state.next + n } else { NONE };
        let [s0, s1, s2, s3] = [0, 1, 2, 3].map(|depth| state.top(depth));
        let [b0, b1, b2, b3] = [0, 1, 2, 3].map(ahead);
        let [n0, n1, nb] = [s0, s1, b0].map(|at| state.nodes.get(at).unwrap_or(&BARE));
        let (w, p) = (|at| sentence.word(at), |at| sentence.tag(at));
        let r = |at: usize| state.nodes.get(at).map_or(0, |n| n.relation as Atom + 1);
        let x = |at: usize| if at < root { sentence.words.word(at).suffixes[2] } else { 0 };
        let atoms: [Atom; ATOMS] = [
            0,
            w(s0),
            p(s0),
            w(s1),
            p(s1),
            w(s2),
            p(s2),
            w(b0),
            p(b0),
            w(b1),
            p(b1),
            w(b2),
            p(b2),
            w(n0.left[0]),
            p(n0.left[0]),
            r(n0.left[0]),
            w(n0.right[0]),
            p(n0.right[0]),
            r(n0.right[0]),
            p(n1.left[0]),
            w(n1.right[0]),
            p(n1.right[0]),
            r(n1.right[0]),
            w(nb.left[0]),
            p(nb.left[0]),
            r(nb.left[0]),
            p(n0.left[1]),
            p(n0.right[1]),
            p(n1.right[1]),
            p(nb.left[1]),
            few(n0.lefts),
            few(n0.rights),
            few(n1.rights),
            few(nb.lefts),
            set(n0.left_set),
            set(n0.right_set),
            set(n1.left_set),
            set(n1.right_set),
            set(nb.left_set),
            distance(s0, b0),
            distance(s1, s0),
            p(s3),
            p(b3),
            x(s0),
            x(b0),
            x(s1),
        ];
        let mut all = [0; SLOTS];
        all[..ATOMS].copy_from_slice(&atoms);
        Self(all)
    }
}

/// The order of the moves' templates, as `claimgraph-train order` finds it.
#[rustfmt::skip]
pub const STAGES: Stages<FEATURES> = Stages {
    order: [9, 89, 102, 12, 3, 83, 88, 95, 30, 77, 87, 47, 8, 36, 101, 98, 15, 45, 109, 24, 81, 16, 76, 2, 50, 67, 94, 7, 75, 108, 106, 23, 64, 72, 63, 73, 96, 35, 46, 111, 1, 31, 78, 74, 33, 57, 34, 60, 14, 97, 69, 20, 62, 103, 115, 49, 59, 85, 79, 65, 58, 42, 99, 112, 107, 27, 61, 54, 26, 21, 44, 37, 114, 113, 71, 6, 86, 22, 70, 38, 32, 93, 51, 53, 28, 18, 4, 52, 66, 56, 43, 19, 110, 25, 41, 105, 0, 5, 10, 11, 13, 17, 29, 39, 40, 48, 55, 68, 80, 82, 84, 90, 91, 92, 100, 104],
    ends: [24, 64],
};

/// The features of the next move.
pub fn features(sentence: Sentence<'_>, state: &State) -> [u64; FEATURES] {
    let gap = Gap::of(sentence, state);
    std::array::from_fn(|template| gap.feature(template, TEMPLATES[template]))
}

/// The templates in the order of their stages, with their numbers.
const ORDERED: [(usize, [At; 4]); FEATURES] = {
    let mut all = [(0, [NIL; 4]); FEATURES];
    let mut i = 0;
    while i < FEATURES {
        let template = STAGES.order[i] as usize;
        all[i] = (template, TEMPLATES[template]);
        i += 1;
    }
    all
};

/// How many features a relation is chosen by.
pub const ARC_FEATURES: usize = 36;

/// The order of the relations' templates, as `claimgraph-train order` finds it.
pub const ARC_STAGES: Stages<ARC_FEATURES> = Stages {
    order: [
        2, 21, 15, 25, 1, 22, 16, 27, 23, 4, 3, 31, 35, 24, 18, 12, 7, 29, 6, 30, 10, 20, 9, 33, 19, 0, 28, 11, 34, 14, 32, 13, 5, 17, 8,
        26,
    ],
    ends: [12, 20],
};

/// What sets the numbers of the relations' templates apart from those of the moves.
const ARC: usize = 256;

/// The features of the relation of `dependent`, whose own dependents are all known, to `head`.
pub fn arc_features(sentence: Sentence<'_>, state: &State, head: usize, dependent: usize) -> [u64; ARC_FEATURES] {
    let atoms = arc_atoms(sentence, state, head, dependent);
    std::array::from_fn(|template| feature(template + ARC, atoms[template]))
}

/// What the templates look at for the relation of `dependent` to `head`.
fn arc_atoms(sentence: Sentence<'_>, state: &State, head: usize, dependent: usize) -> [[Atom; 4]; ARC_FEATURES] {
    let (w, p) = (|at| sentence.word(at), |at| sentence.tag(at));
    let (h, d) = (state.nodes.get(head).unwrap_or(&BARE), state.nodes.get(dependent).unwrap_or(&BARE));
    let side = Atom::from(head > dependent);
    let far = side * 16 + distance(dependent, head);
    let (hw, hp, dw, dp) = (w(head), p(head), w(dependent), p(dependent));
    let x = |at: usize| if at < state.root() { sentence.words.word(at).suffixes[2] } else { 0 };
    let r = |at: usize| state.nodes.get(at).map_or(0, |n| n.relation as Atom + 1);
    let (first, last) = (d.left[0], d.right[0]);
    let near = if side == 1 { h.left[0] } else { h.right[0] };
    let (hl, hr, dl, dr) = (set(h.left_set), set(h.right_set), set(d.left_set), set(d.right_set));
    let own = if side == 1 { hl } else { hr };
    let before = dependent.wrapping_sub(1);
    let shape = if dependent < state.root() { sentence.words.word(dependent).shape } else { 0 };
    [
        [side, 0, 0, 0],
        [dw, side, 0, 0],
        [dp, side, 0, 0],
        [hw, side, 0, 0],
        [hp, side, 0, 0],
        [dw, dp, hp, side],
        [dp, hp, side, 0],
        [dp, hp, far, 0],
        [dw, hw, side, 0],
        [dp, hw, hp, side],
        [dw, hp, side, 0],
        [x(dependent), x(head), side, 0],
        [x(dependent), hp, side, 0],
        [dp, w(first), hp, side],
        [dp, w(first), hw, side],
        [w(first), side, 0, 0],
        [dp, p(first), r(first), hp],
        [dp, w(last), hp, side],
        [dp, p(last), r(last), hp],
        [dl, dp, hp, side],
        [dr, dp, hp, side],
        [dl, dr, dp, side],
        [dl, hp, side, 0],
        [own, dp, hp, side],
        [own, dw, side, 0],
        [hl, hr, dp, side],
        [hl, hw, dp, side],
        [p(near), r(near), dp, hp],
        [w(near), dp, hp, side],
        [p(before), dp, hp, side],
        [w(before), dp, hp, side],
        [p(dependent + 1), dp, hp, side],
        [w(dependent + 1), dp, hp, side],
        [shape, dp, hp, side],
        [dl, dw, hp, side],
        [p(head + 1), hp, dp, side],
    ]
}

/// The feature that alone decides for an arc whose tags leave but one relation.
pub fn sure(sentence: Sentence<'_>, head: usize, dependent: usize) -> u64 {
    feature(501, [sentence.tag(dependent), sentence.tag(head), Atom::from(head > dependent), 0])
}

/// The relation of an arc that needs no vote: only the root's dependent is `root`, and some tags leave but one.
pub fn unvoted(rows: &impl Rows, sentence: Sentence<'_>, state: &State, head: usize, dependent: usize) -> Option<Deprel> {
    if head == state.root() {
        return Some(Deprel::Root);
    }
    let class = rows.sure(sure(sentence, head, dependent))?;
    Some(Deprel::ALL.get(class).copied().unwrap_or(Deprel::Dep))
}

/// The relation of a new arc.
pub fn relation(rows: &impl Rows, sentence: Sentence<'_>, state: &State, head: usize, dependent: usize) -> Deprel {
    if let Some(relation) = unvoted(rows, sentence, state, head, dependent) {
        return relation;
    }
    let mut scores = [0; SCORES];
    scores[Deprel::Root as usize] = BARRED;
    let atoms = arc_atoms(sentence, state, head, dependent);
    let class = ARC_STAGES.hold(
        rows.margins(),
        (&mut scores, Deprel::ALL.len()),
        |part, features| {
            for (place, template) in features.iter_mut().zip(&ARC_STAGES.order[part]) {
                *place = feature(usize::from(*template) + ARC, atoms[usize::from(*template)]);
            }
        },
        |features, scores| rows.add(features, scores),
    );
    Deprel::ALL[class]
}

/// The allowed move with the highest score, the first of equals; none when all is done.
pub fn choose(state: &State, scores: [i32; MOVES]) -> Option<Move> {
    Move::ALL.into_iter().filter(|m| state.allows(*m)).reduce(|a, b| if scores[b as usize] > scores[a as usize] { b } else { a })
}

/// The next move; none when all is done.
fn step(moves: &impl Moves, sentence: Sentence<'_>, state: &State) -> Option<Move> {
    if state.is_forced() {
        return choose(state, [0; MOVES]);
    }
    let mut scores = Move::ALL.map(|step| if state.allows(step) { 0 } else { BARRED });
    let gap = Gap::of(sentence, state);
    let class = STAGES.hold(
        moves.margins(),
        (&mut scores, MOVES),
        |part, features| {
            for (place, (number, template)) in features.iter_mut().zip(&ORDERED[part]) {
                *place = gap.feature(*number, *template);
            }
        },
        |features, scores| moves.vote(features, scores),
    );
    Some(Move::ALL[class])
}

/// Parses a sentence; heads and relations are read from `state` afterwards.
pub fn parse(moves: &impl Moves, relations: &impl Rows, sentence: Sentence<'_>, state: &mut State) {
    state.reset(sentence.tags.len());
    while !state.is_done() {
        let Some(step) = step(moves, sentence, state) else { return };
        let relation = state.arc(step).map_or(Deprel::Dep, |(head, dependent)| relation(relations, sentence, state, head, dependent));
        state.apply(step, relation);
    }
}
