//! Names of persons: their parts, and how two of them fit.

use std::collections::VecDeque;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::parsed::Parsed;
use super::spelling::{Alike, alike, is_short_for, may_begin};
use super::strip;
use crate::text::{fold, letters};

/// How two names fit one bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// But for a letter: a slip of the pen, or two names.
    Slip,
    /// As names vary: a short form, a romanisation, a married name. It takes more than the names to say that they are one.
    Weak,
    /// The one says less and nothing else: initials, a middle name left out, no "Jr.".
    Strong,
    /// The same parts.
    Same,
}

/// A part of a given name, in letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Given {
    Full(String),
    Initial(char),
}

impl Given {
    pub(super) fn first(&self) -> char {
        match self {
            Self::Full(name) => name.chars().next().unwrap_or(' '),
            Self::Initial(c) => *c,
        }
    }
}

/// A person's name in parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) given: Vec<Given>,
    /// What stands in quotation marks or brackets: Robert “Bob” Kessling.
    pub(super) called: Vec<String>,
    /// The parts of the family name; what stands before it ("van", "de") aside.
    pub(super) family: Vec<String>,
    /// Whether something stands before it.
    particle: bool,
    generation: Option<&'static str>,
}

/// What tells a father from a son; as it is written, and what it stands for.
const GENERATIONS: &[(&str, &str)] = &[
    ("jr", "jr"),
    ("jnr", "jr"),
    ("junior", "jr"),
    ("sr", "sr"),
    ("snr", "sr"),
    ("senior", "sr"),
    ("ii", "ii"),
    ("iii", "iii"),
    ("iv", "iv"),
    ("2nd", "ii"),
    ("3rd", "iii"),
    ("4th", "iv"),
];
/// "junior" in wide letters, with a mark.
const LONGEST_GENERATION: usize = 24;
/// What stands before a family name and is often left out or written otherwise: The Chicago Manual of Style, 17th edition, 8.5 to 8.15.
const PARTICLES: &[&str] = &[
    "af", "al", "av", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "ibn", "la", "le",
    "ten", "ter", "van", "vande", "von", "y", "zu", "zum",
];
/// Degrees and memberships behind a name.
const DEGREES: &[&str] = &["md", "phd", "mp", "mep", "esq", "qc", "kc", "obe", "cbe", "mbe", "dds", "jd", "rn"];

/// The generation that a word tells.
pub(super) fn generation(word: &str) -> Option<&'static str> {
    if word.len() > LONGEST_GENERATION {
        return None;
    }
    let word = letters(word);
    GENERATIONS.iter().find(|g| g.0 == word).map(|g| g.1)
}

/// Ranks and posts that news sets before a name. Not left out where names are compared by their letters, since "Chief Lund" is a
/// name of more than one.
#[rustfmt::skip]
const RANKS: &[&str] = &[
    "chief", "detective", "det", "officer", "deputy", "sergeant", "sgt", "lieutenant", "lt", "captain", "capt", "major", "maj", "colonel",
    "col", "trooper", "corporal", "cpl", "sheriff", "marshal", "inspector", "superintendent", "commissioner", "councilman",
    "councilwoman", "councillor", "spokesman", "spokeswoman", "coach", "reverend", "rev", "representative", "rep", "congressman",
    "congresswoman", "attorney", "prosecutor", "coroner", "supervisor", "director", "admiral", "private", "constable", "minister",
    "foreign", "prime", "senator", "governor", "president",
];

/// As a set: every name is looked up.
static RANK_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| RANKS.iter().copied().collect());

/// Whether a word, folded, stands before family names and is often left out.
#[cfg(feature = "english")]
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word) || matches!(word, "ben")
}

impl Person {
    /// The parts of a name; `None` where it has only one.
    pub(super) fn of(name: &str) -> Option<Self> {
        let bare = strip(name);
        let shouted = !bare.chars().any(char::is_lowercase);
        let (bare, called) = called(bare);
        let mut generation = None;
        let mut words = in_order(&bare, &mut generation);
        while let Some(g) = words.back().filter(|_| words.len() > 2).and_then(|w| self::generation(w)) {
            generation = Some(g);
            words.pop_back();
        }
        while words.front().is_some_and(|w| RANK_WORDS.contains(&*letters(w))) {
            words.pop_front();
        }
        let at = family_from(&words);
        let family = words.split_off(at);
        let given: Vec<Given> = words.iter().flat_map(|w| parts(w, shouted)).collect();
        let is_particle = |w: &str| PARTICLES.contains(&&*fold(w));
        let parted = family.iter().flat_map(|w| w.split(['-', '‐', '–'])).filter(|w| !w.is_empty());
        let particle = parted.clone().any(is_particle);
        let mut all: Vec<String> = parted.clone().filter(|w| !is_particle(w)).map(letters).collect();
        if all.is_empty() {
            all = parted.map(letters).collect();
        }
        all.retain(|w| !w.is_empty());
        (!given.is_empty() && !all.is_empty()).then_some(Self { given, called, family: all, particle, generation })
    }
}

/// The name without what it says in quotation marks or brackets, and that in letters.
fn called(name: &str) -> (String, Vec<String>) {
    let (mut bare, mut inner, mut called, mut open) = (String::new(), String::new(), Vec::new(), false);
    for c in name.chars() {
        match c {
            '"' | '“' | '”' | '„' | '(' | ')' => {
                called.extend(Some(letters(&inner)).filter(|w| open && !w.is_empty()));
                inner.clear();
                open = if matches!(c, '"') { !open } else { matches!(c, '“' | '„' | '(') };
            }
            _ if open => inner.push(c),
            _ => bare.push(c),
        }
    }
    (bare + &inner, called)
}

/// The words of a name, the given ones first, also where the family name stands first and a comma behind it.
fn in_order<'a>(name: &'a str, generation: &mut Option<&'static str>) -> VecDeque<String> {
    let mut pieces: VecDeque<&'a str> = name.split(',').map(str::trim).filter(|p| !p.is_empty()).collect();
    while let Some(last) = pieces.back().filter(|_| pieces.len() > 1) {
        let told = self::generation(last);
        if told.is_none() && !DEGREES.contains(&&*letters(last)) {
            break;
        }
        *generation = told.or(*generation);
        pieces.pop_back();
    }
    if pieces.len() == 2 {
        pieces.rotate_left(1);
    }
    let trim = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned();
    pieces.iter().flat_map(|p| p.split_whitespace()).map(trim).filter(|w| !w.is_empty()).collect()
}

/// Where the family name begins: at the first word that stands before family names, or at the last.
fn family_from(words: &VecDeque<String>) -> usize {
    let last = words.len().saturating_sub(1);
    let low = |w: &String| w.starts_with(char::is_lowercase) && PARTICLES.contains(&&*fold(w));
    let van = |w: &String| matches!(&*fold(w), "van" | "von" | "de" | "bin" | "ibn" | "del" | "der");
    (1..last).find(|&i| low(&words[i]) || van(&words[i])).unwrap_or(last)
}

/// A word of the given names: "R.J." and "RJ" are two initials.
fn parts(word: &str, shouted: bool) -> Vec<Given> {
    let all = letters(word);
    let count = all.chars().count();
    let dotted = word.contains('.') && word.split('.').filter(|p| !p.is_empty()).all(|p| p.chars().count() == 1);
    let capitals = !shouted && (2..=3).contains(&count) && word.chars().all(char::is_uppercase);
    if count == 1 || dotted || capitals { all.chars().map(Given::Initial).collect() } else { vec![Given::Full(all)] }
}

/// Whether two names may be one person's: two full ones, or one of them a single word.
pub(super) fn may_be_one(a: &Parsed<'_>, b: &Parsed<'_>) -> bool {
    match (a.person(), b.person()) {
        (Some(x), Some(y)) => fit(x, y).is_some(),
        (Some(full), None) => is_part(b.letters(), full),
        (None, Some(full)) => is_part(a.letters(), full),
        (None, None) => alike(a.letters(), b.letters()).is_some(),
    }
}

/// Whether a single word is what a person may be called by.
fn is_part(word: &str, full: &Person) -> bool {
    let family = full.family.iter().any(|f| alike(f, word).is_some());
    let given = full.given.first().is_some_and(|g| matches!(g, Given::Full(n) if n == word || is_short_for(n, word)));
    family || given || full.called.iter().any(|c| c == word)
}

/// How two names fit one bearer; `None` where they do not. Symmetric. O(parts).
pub(super) fn fit(a: &Person, b: &Person) -> Option<Fit> {
    let generation = match (a.generation, b.generation) {
        (Some(x), Some(y)) if x != y => return None,
        (x, y) if x == y => Fit::Same,
        _ => Fit::Strong,
    };
    let plain = families(a, b).and_then(|(f, slips)| {
        let (g, more) = givens(a, b)?;
        let slip = if slips + more == 0 { Fit::Same } else { Fit::Slip };
        (slips + more <= 1).then_some(f.min(g).min(slip))
    });
    Some(plain.or_else(|| double(a, b).or_else(|| double(b, a)))?.min(generation))
}

/// How the family names fit, and how many slips of a letter that takes.
fn families(a: &Person, b: &Person) -> Option<(Fit, usize)> {
    if a.family == b.family {
        return Some((if a.particle == b.particle { Fit::Same } else { Fit::Weak }, 0));
    }
    if a.family.len() == b.family.len() {
        let slips = a.family.iter().zip(&b.family).try_fold(0, |n, (x, y)| alike(x, y).map(|like| n + usize::from(like == Alike::Slip)));
        if let Some(slips) = slips {
            return Some((Fit::Weak, slips));
        }
    }
    let (few, many) = if a.family.len() <= b.family.len() { (a, b) } else { (b, a) };
    // "Berg" and "Berg-Lund", "Lund-Berg" and "Berg-Lund".
    many.family.len().gt(&1).then_some(())?;
    few.family.iter().all(|p| many.family.contains(p)).then_some((Fit::Weak, 0))
}

/// "Anna Berg Lund" and "Anna Berg": what looks like a middle name of `long` is a family name that `short` goes by.
fn double(long: &Person, short: &Person) -> Option<Fit> {
    let [first @ Given::Full(_), rest @ ..] = &long.given[..] else { return None };
    let more = || rest.iter().filter_map(|g| if let Given::Full(name) = g { Some(name) } else { None });
    let known = |part: &String| more().any(|m| m == part) || long.family.contains(part);
    let named = |g: &&Given| !matches!(g, Given::Full(n) if long.family.contains(n));
    let same = || short.given.iter().filter(named).eq(std::iter::once(first));
    (more().next().is_some() && short.family.iter().all(known) && same()).then_some(Fit::Weak)
}

/// How the given names fit, and how many slips of a letter that takes: those of the shorter in the order of the longer.
fn givens(a: &Person, b: &Person) -> Option<(Fit, usize)> {
    nicknamed(a, b).map(|f| (f, 0)).or_else(|| in_turn(a, b))
}

fn in_turn(a: &Person, b: &Person) -> Option<(Fit, usize)> {
    let (few, many) = if a.given.len() <= b.given.len() { (a, b) } else { (b, a) };
    let mut found = (if few.given.len() == many.given.len() { Fit::Same } else { Fit::Strong }, 0);
    let mut from = 0;
    for (i, given) in few.given.iter().enumerate() {
        let (at, fit, slip) = (from..many.given.len()).find_map(|j| {
            let (fit, slip) = given_fits(given, &many.given[j])?;
            Some((j, fit, slip))
        })?;
        // Who is called by a middle name, or has other first names.
        let skipped = i == 0 && at > 0;
        if skipped && matches!(given, Given::Initial(_)) {
            return None;
        }
        found = (found.0.min(fit).min(if skipped { Fit::Weak } else { Fit::Same }), found.1 + usize::from(slip));
        from = at + 1;
    }
    Some(found)
}

fn nicknamed(a: &Person, b: &Person) -> Option<Fit> {
    let calls = |x: &Person, y: &Person| x.called.iter().any(|c| y.given.first() == Some(&Given::Full(c.clone())));
    let same = a.given == b.given;
    (!same && (calls(a, b) || calls(b, a))).then_some(Fit::Strong)
}

/// Whether two names of one person are known variants of each other, word by word: the same, or a short form of the other. Another
/// romanisation and a slip of a letter look alike, and are none.
pub(super) fn are_variants(a: &str, b: &str) -> bool {
    let words = |name: &str| crate::text::fold(name).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let known = |(x, y): (&String, &String)| x == y || is_short_for(x, y) || is_short_for(y, x);
    a.len() > 1 && a.len() == b.len() && a.iter().zip(&b).all(known)
}

/// How two parts of given names fit, and whether that takes a slip of a letter.
fn given_fits(a: &Given, b: &Given) -> Option<(Fit, bool)> {
    match (a, b) {
        (Given::Initial(x), Given::Initial(y)) => (x == y).then_some((Fit::Same, false)),
        (Given::Full(name), Given::Initial(c)) | (Given::Initial(c), Given::Full(name)) => match name.starts_with(*c) {
            true => Some((Fit::Strong, false)),
            false => may_begin(name, *c).then_some((Fit::Weak, false)),
        },
        (Given::Full(x), Given::Full(y)) => match alike(x, y) {
            Some(Alike::Same) => Some((Fit::Same, false)),
            _ if is_short_for(x, y) => Some((Fit::Weak, false)),
            Some(Alike::Romanised) => Some((Fit::Weak, false)),
            Some(Alike::Slip) => Some((Fit::Weak, true)),
            None => None,
        },
    }
}
