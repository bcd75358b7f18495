//! One word in two spellings: short forms of given names, romanisations, a slip of one letter.
//!
//! None of these says that two names are one. They say that a reader would hold it possible.

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

const NICKNAMES: &str = include_str!("../../../data/nicknames.tsv");

/// Given names that are one across languages, where the letters alone do not show it. By hand: Ukrainian, Russian and Belarusian forms as
/// the romanisations of BGN/PCGN write them, and English spellings that share all short forms.
const FORMS: &[(&str, &str)] = &[
    ("volodymyr", "vladimir"),
    ("uladzimir", "vladimir"),
    ("mykola", "nikolai"),
    ("mykola", "nikolay"),
    ("mikalai", "nikolai"),
    ("hanna", "anna"),
    ("olena", "elena"),
    ("olena", "yelena"),
    ("alena", "elena"),
    ("mykyta", "nikita"),
    ("pylyp", "filipp"),
    ("danylo", "daniil"),
    ("stepan", "stephan"),
    ("kostiantyn", "konstantin"),
    ("catherine", "katherine"),
    ("catherine", "kathryn"),
    ("kathryn", "katherine"),
    ("catherine", "kate"),
    ("kathryn", "kate"),
    ("steven", "stephen"),
    ("geoffrey", "jeffrey"),
    ("jon", "john"),
    ("marc", "mark"),
    ("sean", "shaun"),
    ("sarah", "sara"),
    ("muhammad", "mohamed"),
    ("yusuf", "youssef"),
    ("joseph", "josef"),
];

/// Given names and their short forms, each with all that stand beside it.
static BESIDE: LazyLock<FxHashMap<&'static str, FxHashSet<&'static str>>> = LazyLock::new(|| {
    let mut beside: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
    let rows = NICKNAMES.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
    let pairs = rows.flat_map(|(name, short)| short.split('|').map(move |s| (name, s)));
    for (a, b) in pairs.chain(FORMS.iter().copied()) {
        beside.entry(a).or_default().insert(b);
        beside.entry(b).or_default().insert(a);
    }
    beside
});

/// Whether the one given name is a short form of the other, or its form in a neighbouring language. Both in letters.
pub(super) fn is_short_for(a: &str, b: &str) -> bool {
    BESIDE.get(a).is_some_and(|of| of.contains(b))
}

/// Whether a word, folded, is a given name that has short forms, or one of these.
#[cfg(feature = "english")]
pub(crate) fn is_given_name(word: &str) -> bool {
    BESIDE.contains_key(word)
}

/// Whether a given name has a short or a long form that begins so: "R." of Bob.
pub(super) fn may_begin(name: &str, initial: char) -> bool {
    BESIDE.get(name).is_some_and(|of| of.iter().any(|n| n.starts_with(initial)))
}

/// Cyrillic letters in Latin ones: BGN/PCGN 1947 for Russian and 2019 for Ukrainian, without signs.
#[cfg(feature = "english")]
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('є', "ye"),
    ('ё', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('ї', "yi"),
    ('й', "y"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ў', "w"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
];

/// A folded text with its Cyrillic letters in Latin ones.
#[cfg(feature = "english")]
pub(super) fn romanised(text: &str) -> std::borrow::Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match CYRILLIC.iter().find(|row| row.0 == c) {
            Some((_, latin)) => out.push_str(latin),
            None => out.push(c),
        }
    }
    out.into()
}

/// How two words are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alike {
    /// The same letters.
    Same,
    /// As two tables of romanisation, or two habits, write one name: "Havrylenko", "Gavrilenko".
    Romanised,
    /// But for one letter of five or more: "Kessling", "Keslsing".
    Slip,
}

/// How two words, in letters, are alike.
pub(super) fn alike(a: &str, b: &str) -> Option<Alike> {
    if a == b {
        return Some(Alike::Same);
    }
    if !a.is_ascii() || !b.is_ascii() {
        return None;
    }
    if may_sound_alike(a, b) && sounds_meet(&sounds(a), &sounds(b)) {
        return Some(Alike::Romanised);
    }
    (a.len().min(b.len()) >= 5 && is_one_slip(a.as_bytes(), b.as_bytes())).then_some(Alike::Slip)
}

/// What letters stand for one sound in the romanisations of one name, longest first. From the tables of BGN/PCGN (Russian 1947,
/// Ukrainian 1965 and 2019, Arabic 1956), ISO 9:1995 and the German and French habits of newspapers: Ukrainian г is h where Russian is
/// g, х is kh or h, ц ts or tz, ч ch, tch or tsch, ш sh, sch or ch, в v or w, кс x.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "S"),
    ("szcz", "S"),
    ("tsch", "C"),
    ("tch", "C"),
    ("sch", "S"),
    ("dzh", "J"),
    ("ch", "C"),
    ("cz", "C"),
    ("sh", "S"),
    ("zh", "J"),
    ("kh", "h"),
    ("gh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ts", "Z"),
    ("tz", "Z"),
    ("dj", "J"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "k"),
    ("g", "h"),
    ("w", "v"),
    ("j", "i"),
    ("y", "i"),
];

/// Vowels in a row, in classes: a, e, i, and u with o. Octal digits, the last vowel in the last one.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Vowels(u64);

impl Vowels {
    const fn of(letters: &[u8]) -> Self {
        let (mut all, mut i) = (0, 0);
        while i < letters.len() {
            all = all << 3 | class(letters[i]);
            i += 1;
        }
        Self(all)
    }

    /// With one more, unless it is like the last. Of more than a word has, the first count.
    fn push(&mut self, class: u64) {
        if self.0 & 7 != class && self.0 >> 60 == 0 {
            self.0 = self.0 << 3 | class;
        }
    }

    fn is_single(self) -> bool {
        self.0 < 8
    }

    fn ends_in_a(self) -> bool {
        self.0 & 7 == class(b'a')
    }
}

const fn class(vowel: u8) -> u64 {
    match vowel {
        b'a' => 1,
        b'e' => 2,
        b'i' => 3,
        b'u' | b'o' => 4,
        _ => 0,
    }
}

/// A word as it sounds: consonants, each with the vowels before it, and the vowels at its end.
type Heard = (Vec<(Vowels, char)>, Vowels);

/// The first sound of what is left of a word, and what follows it.
fn sound(rest: &str) -> Option<(char, &str)> {
    let first = rest.chars().next()?;
    let row = match first {
        's' | 't' | 'd' | 'c' | 'z' | 'k' | 'g' | 'p' | 'o' | 'e' | 'q' | 'w' | 'j' | 'y' => SOUNDS.iter().find(|row| begins(rest, row.0)),
        _ => None,
    };
    let (taken, sound) = row.map_or((first.len_utf8(), first), |row| (row.0.len(), row.1.chars().next().unwrap_or(first)));
    let rest = &rest[taken..];
    Some((if sound == 'c' && !rest.starts_with(['e', 'i', 'y']) { 'k' } else { sound }, rest))
}

fn begins(word: &str, with: &str) -> bool {
    word.as_bytes()[0] == with.as_bytes()[0] && word.starts_with(with)
}

fn sounds(word: &str) -> Heard {
    let (mut all, mut vowels) = (Vec::with_capacity(word.len()), Vowels::default());
    let mut rest = word;
    while let Some((sound, next)) = sound(rest) {
        rest = next;
        match sound {
            'a' | 'e' | 'i' | 'u' | 'o' => vowels.push(class(sound as u8)),
            // What is doubled in one spelling is single in another.
            _ if vowels == Vowels::default() && all.last().is_some_and(|c: &(Vowels, char)| c.1 == sound) => {}
            _ => all.push((std::mem::take(&mut vowels), sound)),
        }
    }
    // "Ivanoff" for "Ivanov".
    let before = [Vowels::of(b"u"), Vowels::of(b"e")];
    if let Some(last) = all.last_mut().filter(|c| c.1 == 'f' && vowels == Vowels::default() && before.contains(&c.0)) {
        last.1 = 'v';
    }
    (all, vowels)
}

/// Whether two words have one first consonant, which is soon told, and what nearly all pairs of words lack.
fn may_sound_alike(a: &str, b: &str) -> bool {
    let first = |word: &str| {
        let mut rest = word;
        while let Some((sound, next)) = sound(rest) {
            if !matches!(sound, 'a' | 'e' | 'i' | 'u' | 'o') {
                // At the end of a word "f" may be "v".
                return Some(if sound == 'f' { 'v' } else { sound });
            }
            rest = next;
        }
        None
    };
    first(a) == first(b)
}

/// What two words have in common that are alike, as numbers: their consonants, and what is left of them without one letter.
pub(crate) fn traces(word: &str, add: &mut impl FnMut(u64)) {
    let (consonants, end) = sounds(word);
    let vowels = |v: Vowels| if consonants.len() < FEW { one_of_i(v) } else { Vowels::default() };
    let mut heard = FxHasher::default();
    consonants.iter().for_each(|(v, c)| (vowels(*v), c).hash(&mut heard));
    vowels(end).hash(&mut heard);
    add(heard.finish());
    add(number(word));
    if word.is_ascii() && word.len() >= 5 {
        let mut part = String::with_capacity(word.len());
        for i in 1..word.len() - 1 {
            part.clear();
            part.push_str(&word[..i]);
            part.push_str(&word[i + 1..]);
            add(number(&part));
        }
    }
}

/// A number that equal things share, and hardly any others.
pub(super) fn number(parts: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    parts.hash(&mut hasher);
    hasher.finish()
}

/// Consonants below which vowels decide: "Eva" and "Ava", "Ola" and "Ali" are names of their own.
const FEW: usize = 3;

fn sounds_meet((a, a_end): &Heard, (b, b_end): &Heard) -> bool {
    if a.len() != b.len() || a.iter().zip(b).any(|(x, y)| x.1 != y.1) {
        return false;
    }
    let exact = a.len() < FEW;
    let vowels = |x: Vowels, y: Vowels| if exact { one_of_i(x) == one_of_i(y) } else { vowels_meet(x, y) };
    a.iter().zip(b).all(|(x, y)| vowels(x.0, y.0)) && if exact { one_of_i(*a_end) == one_of_i(*b_end) } else { ends_meet(*a_end, *b_end) }
}

/// "ie", "ei" and "i" are one sound in most tables.
fn one_of_i(vowels: Vowels) -> Vowels {
    const ALL: [Vowels; 3] = [Vowels::of(b"ie"), Vowels::of(b"ei"), Vowels::of(b"iei")];
    if ALL.contains(&vowels) { Vowels::of(b"i") } else { vowels }
}

/// Vowels that stand for each other.
const NEAR: [(Vowels, Vowels); 8] = [
    (Vowels::of(b"a"), Vowels::of(b"e")),
    (Vowels::of(b"a"), Vowels::of(b"u")),
    (Vowels::of(b"e"), Vowels::of(b"i")),
    (Vowels::of(b"e"), Vowels::of(b"")),
    (Vowels::of(b"ia"), Vowels::of(b"a")),
    (Vowels::of(b"iu"), Vowels::of(b"u")),
    (Vowels::of(b"ai"), Vowels::of(b"i")),
    (Vowels::of(b"ai"), Vowels::of(b"e")),
];

fn vowels_meet(x: Vowels, y: Vowels) -> bool {
    let (x, y) = (one_of_i(x), one_of_i(y));
    x == y || NEAR.iter().any(|&pair| pair == (x, y) || pair == (y, x))
}

/// A final "a" tells a woman's name from a man's.
fn ends_meet(x: Vowels, y: Vowels) -> bool {
    x.ends_in_a() == y.ends_in_a() && (x == y || [x, y].iter().all(|v| one_of_i(*v).is_single() || v.ends_in_a()))
}

/// Whether one letter was left out, put in, put for another, or changed places with the next. The first letter and the
/// last stay: "Paul" and "Paula", "Jansen" and "Hansen" are names of their own.
fn is_one_slip(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 || short[0] != long[0] || short.last() != long.last() {
        return false;
    }
    let Some(at) = (0..short.len()).find(|&i| short[i] != long[i]) else { return false };
    if short.len() < long.len() {
        return short[at..] == long[at + 1..];
    }
    let swapped = at + 1 < short.len() && short[at] == long[at + 1] && short[at + 1] == long[at] && short[at + 2..] == long[at + 2..];
    short[at + 1..] == long[at + 1..] || swapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romanisations_of_one_name() {
        for (a, b) in [
            ("dmytro", "dmitry"),
            ("havrylenko", "gavrilenko"),
            ("serhiy", "sergei"),
            ("oleksandr", "alexander"),
            ("yevhen", "yevgeny"),
            ("mykhailo", "mikhail"),
            ("muhammad", "mohammed"),
            ("mohamed", "mohammad"),
            ("tchaikovsky", "chaikovsky"),
            ("tschaikowsky", "chaikovskiy"),
            ("tsvetkov", "tzvetkoff"),
            ("hussein", "husayn"),
            ("gorbachev", "gorbatchev"),
            ("oleh", "oleg"),
            ("andriy", "andrei"),
            ("yuri", "yuriy"),
            ("qasim", "kassim"),
            ("vasylyshyn", "vasilishin"),
        ] {
            assert_eq!(alike(a, b), Some(Alike::Romanised), "{a} / {b}");
        }
        for (a, b) in
            [("mahmoud", "mohammed"), ("eva", "ava"), ("ali", "ola"), ("martin", "martina"), ("marina", "marino"), ("ivan", "ivana")]
        {
            assert_eq!(alike(a, b), None, "{a} / {b}");
        }
    }

    #[test]
    fn one_letter() {
        for (a, b) in [("brandtner", "brantner"), ("okafor", "okaffor"), ("calderon", "caldreon"), ("lindqvist", "lindqvxist")] {
            assert!(alike(a, b).is_some(), "{a} / {b}");
        }
        for (a, b) in [("hansen", "jansen"), ("paul", "paula"), ("berg", "borg"), ("carlos", "carlota"), ("brandt", "brunner")] {
            assert_eq!(alike(a, b), None, "{a} / {b}");
        }
    }

    #[test]
    fn short_forms() {
        assert!(is_short_for("bob", "robert") && is_short_for("william", "bill") && is_short_for("kate", "katherine"));
        assert!(!is_short_for("bob", "william") && may_begin("bob", 'r') && !may_begin("bob", 'k'));
    }
}
