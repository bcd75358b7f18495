//! Parts of speech, word by word from the left.
//!
//! A linear model over hashed features with the two tags before (Collins 2002, Discriminative training methods for hidden
//! Markov models), greedily decoded; no tag is ever taken back.

use super::atoms::{Atom, Casing, WordAtoms, feature};
use super::names::{TAGS, Tag, Upos};
pub use super::stages::best;
use super::table::{Rows, SCORES};

/// How many features a word has.
pub const FEATURES: usize = 38;

/// What the templates look at beyond a sentence's ends.
const OUTSIDE: WordAtoms = WordAtoms { lower: 1, form: 1, prefixes: [1; 4], suffixes: [1; 5], shape: 1 };

/// A sentence's words with two strangers on either side.
#[derive(Clone, Debug, Default)]
pub struct Words(Vec<WordAtoms>);

impl Words {
    /// Takes the place of what stood there before; keeps the memory.
    pub fn fill(&mut self, words: &[&str]) {
        let casing = Casing::of(words);
        self.0.clear();
        self.0.extend([OUTSIDE; 2]);
        self.0.extend(words.iter().enumerate().map(|(i, w)| WordAtoms::of(w, casing, i == 0)));
        self.0.extend([OUTSIDE; 2]);
    }

    /// The word `offset` places from word `i`.
    fn at(&self, i: usize, offset: usize) -> &WordAtoms {
        &self.0[i + offset]
    }

    /// The atoms of word `i`.
    pub fn word(&self, i: usize) -> &WordAtoms {
        self.at(i, 2)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.0.len().saturating_sub(4)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A tag as an atom; `None` stands before the first word.
fn tag_atom(tag: Option<Tag>) -> Atom {
    tag.map_or(1, |t| Atom::from(t.number()) + 2)
}

/// The features of word `i`, after the tags of the words before it.
pub fn features(words: &Words, tags: &[Tag], i: usize) -> [u64; FEATURES] {
    let (w, n1, n2) = (words.at(i, 2), words.at(i, 3), words.at(i, 4));
    let (p1, p2) = (words.at(i, 1), words.at(i, 0));
    let t1 = tag_atom(i.checked_sub(1).map(|k| tags[k]));
    let t2 = tag_atom(i.checked_sub(2).map(|k| tags[k]));
    let atoms: [[Atom; 4]; FEATURES] = [
        [0, 0, 0, 0],
        [w.lower, 0, 0, 0],
        [w.form, w.shape, 0, 0],
        [w.prefixes[0], w.shape, 0, 0],
        [w.prefixes[1], 0, 0, 0],
        [w.prefixes[2], 0, 0, 0],
        [w.prefixes[3], 0, 0, 0],
        [w.suffixes[0], w.shape, 0, 0],
        [w.suffixes[1], 0, 0, 0],
        [w.suffixes[2], 0, 0, 0],
        [w.suffixes[3], 0, 0, 0],
        [w.suffixes[4], 0, 0, 0],
        [w.shape, 0, 0, 0],
        [w.suffixes[2], w.shape, 0, 0],
        [p1.lower, 0, 0, 0],
        [p2.lower, 0, 0, 0],
        [n1.lower, 0, 0, 0],
        [n2.lower, 0, 0, 0],
        [t1, 0, 0, 0],
        [t1, t2, 0, 0],
        [t1, w.lower, 0, 0],
        [t1, t2, w.lower, 0],
        [t1, w.suffixes[2], 0, 0],
        [p1.lower, w.lower, 0, 0],
        [w.lower, n1.lower, 0, 0],
        [p1.lower, n1.lower, 0, 0],
        [t1, n1.lower, 0, 0],
        [n1.suffixes[2], 0, 0, 0],
        [n1.suffixes[1], w.suffixes[1], 0, 0],
        [p1.suffixes[2], w.suffixes[2], 0, 0],
        [p1.shape, w.shape, 0, 0],
        [w.shape, n1.shape, 0, 0],
        [t1, n1.suffixes[2], 0, 0],
        [n1.lower, n2.lower, 0, 0],
        [p2.lower, p1.lower, 0, 0],
        [t1, t2, w.suffixes[2], n1.suffixes[1]],
        [p1.shape, w.shape, n1.shape, 0],
        [n2.suffixes[2], n1.suffixes[1], 0, 0],
    ];
    let mut out = [0; FEATURES];
    for (template, (place, atoms)) in out.iter_mut().zip(atoms).enumerate() {
        *place = feature(template, atoms);
    }
    out
}

/// The feature that alone decides for a word which has but one tag.
pub fn sure(words: &Words, i: usize) -> u64 {
    feature(500, [words.word(i).lower, 0, 0, 0])
}

/// The tags of a sentence, into `tags`; of a word that is `named` only the tags of proper nouns are thought of.
pub fn tag(rows: &impl Rows, words: &Words, named: impl Fn(usize) -> bool, tags: &mut Vec<Tag>) {
    tags.clear();
    for i in 0..words.len() {
        let named = named(i);
        if let Some(class) = rows.sure(sure(words, i)).filter(|_| !named) {
            tags.push(Tag::new(class));
            continue;
        }
        let mut scores = [0; SCORES];
        rows.add(&features(words, tags, i), &mut scores);
        let other = |class: &usize| named && TAGS[*class].0 != Upos::Propn;
        (0..TAGS.len()).filter(other).for_each(|class| scores[class] = i32::MIN);
        tags.push(Tag::new(best(&scores[..TAGS.len()])));
    }
}
