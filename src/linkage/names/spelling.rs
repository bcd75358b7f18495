//! One word in two spellings: short forms of given names, romanisations, a slip of one letter.
//!
//! None of these says that two names are one. They say that a reader would hold it possible.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

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

/// Whether a given name has a short or a long form that begins so: "R." of Bob.
pub(super) fn may_begin(name: &str, initial: char) -> bool {
    BESIDE.get(name).is_some_and(|of| of.iter().any(|n| n.starts_with(initial)))
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
    if sounds_meet(&sounds(a), &sounds(b)) {
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

/// A word as consonants, each with the vowels before it, and the vowels at its end. Vowels in classes: a, e, i, and u with o.
fn sounds(word: &str) -> (Vec<(String, char)>, String) {
    let (mut all, mut vowels) = (Vec::<(String, char)>::new(), String::new());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let row = SOUNDS.iter().find(|row| rest.starts_with(row.0));
        let (taken, sound) = row.map_or((first.len_utf8(), first), |row| (row.0.len(), row.1.chars().next().unwrap_or(first)));
        rest = &rest[taken..];
        let sound = if sound == 'c' && !rest.starts_with(['e', 'i', 'y']) { 'k' } else { sound };
        match sound {
            'a' | 'e' | 'i' | 'u' | 'o' => {
                let class = if sound == 'o' { 'u' } else { sound };
                if !vowels.ends_with(class) {
                    vowels.push(class);
                }
            }
            // What is doubled in one spelling is single in another.
            _ if vowels.is_empty() && all.last().is_some_and(|c| c.1 == sound) => {}
            _ => all.push((std::mem::take(&mut vowels), sound)),
        }
    }
    // "Ivanoff" for "Ivanov".
    if let Some(last) = all.last_mut().filter(|c| c.1 == 'f' && vowels.is_empty() && matches!(&*c.0, "u" | "e")) {
        last.1 = 'v';
    }
    (all, vowels)
}

/// What two words have in common that are alike: their consonants, and what is left of them without one letter.
pub(super) fn traces(word: &str) -> Vec<String> {
    let (consonants, end) = sounds(word);
    let vowels = |v: &str| if consonants.len() < FEW { one_of_i(v).to_owned() } else { String::new() };
    let heard: String = consonants.iter().map(|(v, c)| format!("{}{c}", vowels(v))).collect();
    let mut all = vec![format!("~{heard}{}", vowels(&end)), word.to_owned()];
    if word.is_ascii() && word.len() >= 5 {
        all.extend((1..word.len() - 1).map(|i| format!("{}{}", &word[..i], &word[i + 1..])));
    }
    all
}

/// Consonants below which vowels decide: "Eva" and "Ava", "Ola" and "Ali" are names of their own.
const FEW: usize = 3;

fn sounds_meet((a, a_end): &(Vec<(String, char)>, String), (b, b_end): &(Vec<(String, char)>, String)) -> bool {
    if a.len() != b.len() || a.iter().zip(b).any(|(x, y)| x.1 != y.1) {
        return false;
    }
    let exact = a.len() < FEW;
    let vowels = |x: &str, y: &str| if exact { one_of_i(x) == one_of_i(y) } else { vowels_meet(x, y) };
    a.iter().zip(b).all(|(x, y)| vowels(&x.0, &y.0)) && if exact { one_of_i(a_end) == one_of_i(b_end) } else { ends_meet(a_end, b_end) }
}

/// "ie", "ei" and "i" are one sound in most tables.
fn one_of_i(vowels: &str) -> &str {
    if matches!(vowels, "ie" | "ei" | "iei") { "i" } else { vowels }
}

fn vowels_meet(x: &str, y: &str) -> bool {
    let (x, y) = (one_of_i(x), one_of_i(y));
    let near = [("a", "e"), ("a", "u"), ("e", "i"), ("e", ""), ("ia", "a"), ("iu", "u"), ("ai", "i"), ("ai", "e")];
    x == y || near.iter().any(|&(p, q)| (p, q) == (x, y) || (q, p) == (x, y))
}

/// A final "a" tells a woman's name from a man's.
fn ends_meet(x: &str, y: &str) -> bool {
    x.ends_with('a') == y.ends_with('a') && (x == y || [x, y].iter().all(|v| one_of_i(v).len() <= 1 || v.ends_with('a')))
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
            assert_eq!(alike(a, b), Some(Alike::Romanised), "{a} / {b}: {:?} {:?}", sounds(a), sounds(b));
        }
        for (a, b) in
            [("mahmoud", "mohammed"), ("eva", "ava"), ("ali", "ola"), ("martin", "martina"), ("marina", "marino"), ("ivan", "ivana")]
        {
            assert_eq!(alike(a, b), None, "{a} / {b}: {:?} {:?}", sounds(a), sounds(b));
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
