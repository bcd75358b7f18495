//! What the models see of a word: small numbers made from its letters.
//!
//! Typographic quotation marks and dashes count as plain ones, any digit as a nought, so that what was learnt of web text
//! holds for typeset news. Capitals say little in a sentence that is all capitals, or in a headline that capitalises
//! each word: the shape of a word therefore goes with the [`Casing`] of its sentence.

/// A number for something seen; 0 stands for nothing.
pub type Atom = u32;

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Casing {
    /// Names and first words have them.
    Plain,
    /// All letters are capitals.
    Upper,
    /// Most words begin with one, as in a headline.
    Title,
    /// There are none.
    Lower,
}

impl Casing {
    /// The casing of a sentence. Four words in five decide; fewer than three words are plain unless all are capitals.
    pub fn of(words: &[&str]) -> Self {
        let (mut all, mut upper, mut first, mut long) = (0_usize, 0, 0, 0);
        for word in words.iter().filter(|w| w.starts_with(char::is_alphabetic)) {
            all += 1;
            let capital = word.starts_with(char::is_uppercase);
            upper += usize::from(capital && !word.chars().any(char::is_lowercase));
            long += usize::from(word.len() > 3);
            first += usize::from(capital && word.len() > 3);
        }
        if all >= 3 && upper * 5 >= all * 4 {
            Self::Upper
        } else if long >= 4 && first * 5 >= long * 4 {
            Self::Title
        } else if all >= 3 && upper + first == 0 {
            Self::Lower
        } else {
            Self::Plain
        }
    }
}

/// The atoms of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordAtoms {
    /// The word in small letters.
    pub lower: Atom,
    /// The word as written.
    pub form: Atom,
    /// Its first one to four letters.
    pub prefixes: [Atom; 4],
    /// Its last one to five letters.
    pub suffixes: [Atom; 5],
    /// Capitals, digits and marks, with the casing of the sentence.
    pub shape: Atom,
}

impl WordAtoms {
    /// The atoms of `word` in a sentence of this casing; `first` is whether it opens the sentence.
    pub fn of(word: &str, casing: Casing, first: bool) -> Self {
        let mut atoms = Self::default();
        let mut tail = [0_u32; 5];
        let (mut lower, mut form, mut shape, mut last) = (SEED, SEED, SEED, 0);
        let (mut count, mut mixed) = (0_usize, false);
        for c in word.chars().map(plain) {
            let small = u32::from(if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) });
            let small = if c.is_numeric() { u32::from('0') } else { small };
            lower = step(lower, small);
            form = step(form, u32::from(c));
            if count < 4 {
                atoms.prefixes[count] = step(lower, 1);
            }
            tail.copy_within(0..4, 1);
            tail[0] = small;
            let kind = kind(c);
            if kind != last {
                shape = step(shape, kind);
                mixed |= count > 0 && kind == UPPER;
                last = kind;
            }
            count += 1;
        }
        let mut suffix = SEED;
        for (length, letter) in tail.iter().enumerate().take_while(|(length, _)| *length < count) {
            suffix = step(suffix, *letter);
            atoms.suffixes[length] = step(suffix, 2);
        }
        let length = u32::try_from(count.min(3)).unwrap_or_default();
        atoms.lower = lower;
        atoms.form = form;
        atoms.shape = step(step(shape, casing as u32 * 2 + u32::from(first)), length * 2 + u32::from(mixed));
        atoms
    }
}

const SEED: u32 = 0x811c_9dc5;
const UPPER: u32 = 1;

fn step(hash: u32, value: u32) -> u32 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b1)
}

fn kind(c: char) -> u32 {
    match c {
        c if c.is_uppercase() => UPPER,
        c if c.is_alphabetic() => 2,
        c if c.is_numeric() => 3,
        c => u32::from(c) + 4,
    }
}

/// Typeset marks as a keyboard has them.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '`' | '´' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '‐' | '‑' => '-',
        _ => c,
    }
}

/// One number for a template and its atoms: the name of a feature.
#[inline]
pub fn feature(template: usize, atoms: [Atom; 4]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let [a, b, c, d] = atoms.map(u64::from);
    let left = (a | b << 32).wrapping_add((template as u64 + 1).wrapping_mul(ODD));
    let right = (c | d << 32) ^ 0x517c_c1b7_2722_0a95;
    let wide = u128::from(left ^ left >> 31).wrapping_mul(u128::from(right.wrapping_mul(ODD) | 1));
    #[allow(clippy::cast_possible_truncation)] // Both halves are kept.
    let mixed = (wide as u64) ^ (wide >> 64) as u64;
    (mixed ^ mixed >> 32).wrapping_mul(ODD)
}
