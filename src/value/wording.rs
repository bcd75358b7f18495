//! How two texts stand to each other: names, quotations, scores, places in an order, and the same words denied.

use super::compare::is;
use super::{Comparison, Outcome, Reason};
use crate::text::{fold, similarity};

/// Free text can agree; that it differs proves nothing. Three kinds of text can exclude each other: scores, places in an order,
/// and words against the same words denied.
pub(super) fn texts(a: &str, b: &str) -> Comparison {
    let scores = || match (score(a), score(b)) {
        (Some(x), Some(y)) => Some(told_scores(&x, &y)),
        _ => None,
    };
    let places = || match (ordinal(a), ordinal(b)) {
        (Some(x), Some(y)) if x == y => Some(is(Outcome::Equal, Reason::SameValue)),
        (Some(_), Some(_)) => Some(is(Outcome::Contradicts, Reason::Disjoint)),
        _ => None,
    };
    scores().or_else(places).unwrap_or_else(|| {
        let found = names(a, b);
        let open = !matches!(found.outcome, Outcome::Equal);
        open.then(|| denied(a, b)).flatten().unwrap_or(found)
    })
}

/// Names, which nothing but their letters compares.
pub(super) fn names(a: &str, b: &str) -> Comparison {
    let (a, b) = (fold(a), fold(b));
    let (a, b) = (without_title(&a), without_title(&b));
    if a == b {
        return is(Outcome::Equal, Reason::SameLetters);
    }
    if similarity(a, b).get() >= ALIKE && figures(a) == figures(b) && denials(a) == denials(b) && signs(a) == signs(b) && are_slips(a, b) {
        return is(Outcome::Compatible, Reason::Alike);
    }
    is(Outcome::Incomparable, Reason::OtherWords)
}

/// Jaro-Winkler similarity from which two short texts count as one. Cohen, Ravikumar and Fienberg 2003, "A Comparison of
/// String Distance Metrics for Name-Matching Tasks", find matches above and non-matches below about this.
const ALIKE: f64 = 0.92;
/// Share of the shorter quotation's words that the longer must hold for the two to be one quotation.
const SAME_WORDS: (usize, usize) = (3, 5);
/// A word or two of a quotation are cut from it if they have so many letters: "unjustified", and not "we won".
const SHORTEST: usize = 10;
/// Of two quotations so many of so many telling words are the same, and not all, where one was altered.
const ALTERED: (usize, usize) = (4, 5);

/// Titles that politeness puts before a name, and the article; they are no part of it.
const TITLES: &[&str] = &["the", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "professor", "sir", "dame"];

fn without_title(name: &str) -> &str {
    let titled = name.split_once(' ').filter(|(first, rest)| TITLES.contains(first) && !rest.trim().is_empty());
    titled.map_or(name, |(_, rest)| rest.trim())
}

/// Letters from which a word that differs in one is the same word misspelled; shorter ones are other words: "Jon" and "Joe", "CDE" and
/// "CDF".
const SPELT: usize = 4;

/// Signs that are all that tells two texts apart: "AA+" is not "AA-", "£10,000" not "€10,000".
fn signs(text: &str) -> (String, bool) {
    let sign = |c: &char| matches!(c, '+' | '#' | '*' | '£' | '€' | '$' | '¥' | '₹' | '₩' | '%' | '°');
    (text.chars().filter(sign).collect(), text.ends_with(['-', '−']))
}

/// Whether the words in which two texts of as many differ may be slips of the pen.
fn are_slips(a: &str, b: &str) -> bool {
    let words = |t: &'_ str| t.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let long = |w: &str| w.chars().count() >= SPELT;
    a.len() != b.len() || a.iter().zip(&b).all(|(p, q)| p == q || long(p) && long(q))
}

/// Numbers in words: two texts that differ in one are not alike either.
const COUNTS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty",
    "fifty", "hundred", "thousand", "million", "billion", "half", "first", "second", "third", "fourth", "fifth", "last", "next",
];

/// The numbers of a text: two texts that differ in one are not alike, however long the rest.
fn figures(text: &str) -> Vec<&str> {
    let word = |c: char| !(c.is_alphanumeric() || c == '.');
    text.split(word).map(|t| t.trim_matches('.')).filter(|t| t.contains(|c: char| c.is_numeric()) || COUNTS.contains(t)).collect()
}

/// How often a text says no.
fn denials(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| is_denial(w)).count()
}

fn is_denial(word: &str) -> bool {
    matches!(word, "not" | "no" | "never" | "none" | "nobody" | "nothing" | "neither" | "nor" | "without") || word.ends_with("n't")
}

/// A quotation without what stands in it between brackets, which whoever quotes has put there: "(Libyan strongman Muammar) al-Qaddafi".
/// As it is where nothing else stands in it.
fn without_insertions(quotation: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::with_capacity(quotation.len());
    for c in quotation.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    if depth > 0 || !out.contains(char::is_alphanumeric) { quotation.to_owned() } else { out }
}

/// The words of a quotation, a verb that is cut short apart from what it is cut short behind: "it's" as "it", "'s".
fn said_words(text: &str) -> Vec<String> {
    let cut = |w: &str| -> Vec<String> {
        match w.rfind('\'') {
            Some(at) if at > 0 && matches!(&w[at..], "'s" | "'re" | "'m" | "'ve" | "'ll" | "'d") => {
                vec![w[..at].to_owned(), w[at..].to_owned()]
            }
            _ => vec![w.to_owned()],
        }
    };
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.map(|w| w.trim_start_matches('\'')).filter(|w| !w.is_empty()).flat_map(cut).collect()
}

/// Words of three letters and more that tell nothing of what was said: what verbs are drawn together with, whole and cut short, which of the
/// two is the paper's; and what stands before nouns and clauses.
const SMALL: &[&str] =
    &["have", "has", "had", "are", "will", "would", "'ve", "'re", "'ll", "the", "that", "this", "these", "those", "and", "but"];

/// Two words that are one, spelled otherwise: "centre" and "center", "Qaddafi" and "Gadhafi". Of numbers none is.
fn are_spelled_alike(a: &str, b: &str) -> bool {
    let long = |w: &str| (SPELT + 1..=LONGEST_WORD).contains(&w.len());
    let count = |w: &str| COUNTS.contains(&w) || w.contains(|c: char| c.is_numeric());
    let least = if a.chars().next() == b.chars().next() { SPELLED } else { WRITTEN };
    long(a) && long(b) && !count(a) && !count(b) && similarity(a, b).get() >= least
}

/// Jaro-Winkler similarity of two spellings of one word, and of two ways to write a name of another alphabet, whose first letters differ.
const SPELLED: f64 = 0.9;
const WRITTEN: f64 = 0.8;
/// What has more letters is no word.
const LONGEST_WORD: usize = 32;
/// So many words of a quotation are looked for under another spelling.
const RESPELLED: usize = 8;

/// Two renderings of one utterance: one cut from the other, or translated apart, share most of their words, and neither says
/// no or gives a number where the other does not.
pub(super) fn quotations(a: &str, b: &str) -> Comparison {
    let (a, b) = (without_insertions(a), without_insertions(b));
    let (a, b) = (fold(&a), fold(&b));
    let (a_words, b_words) = (said_words(&a), said_words(&b));
    if a_words == b_words && !a_words.is_empty() {
        return is(Outcome::Equal, Reason::SameLetters);
    }
    let (short, long) = if a_words.len() <= b_words.len() { (&a_words, &b_words) } else { (&b_words, &a_words) };
    // No word has a line's end in it. Searching for a run of words one place after the other would take the product of their numbers.
    let run = |words: &[String]| format!("\n{}\n", words.join("\n"));
    let letters: usize = short.iter().filter(|w| w.len() > 2).map(|w| w.chars().count()).sum();
    if (short.len() >= 3 || letters >= SHORTEST) && run(long).contains(&run(short)) {
        // The longer says more of what was said.
        return is(if a_words.len() < b_words.len() { Outcome::RefinedBy } else { Outcome::Refines }, Reason::Within);
    }
    let telling = |all: &[String]| {
        let mut w: Vec<String> = all.iter().filter(|w| w.len() > 2 && !SMALL.contains(&w.as_str())).cloned().collect();
        w.sort_unstable();
        w.dedup();
        w
    };
    let (short_words, long_words) = (telling(short), telling(long));
    let (same, other): (Vec<&String>, Vec<&String>) = short_words.iter().partition(|w| long_words.binary_search(w).is_ok());
    let respelled =
        if other.len() > RESPELLED { 0 } else { other.iter().filter(|w| long_words.iter().any(|t| are_spelled_alike(w, t))).count() };
    let shared = same.len() + respelled;
    let digits = |t: &str| t.split(|c: char| !c.is_ascii_digit()).filter(|t| !t.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let agree = digits(&a) == digits(&b) && denials(&a) == denials(&b);
    // Of two that are equally long either is the shorter, but not of their telling words.
    let fewer = short_words.len().min(long_words.len());
    if agree && fewer >= 3 && shared * SAME_WORDS.1 >= fewer * SAME_WORDS.0 {
        // Between quotation marks stand the words themselves: all but a few the same, and some put in the place of others, are altered
        // ones. Two translations differ in more, and what is only left out is cut.
        let more = short_words.len().max(long_words.len());
        let others = |all: &[String], these: &[String]| {
            let known: Vec<_> = these.iter().map(|w| crate::text::stem(w)).collect();
            let alike = |w: &str| these.iter().any(|t| are_spelled_alike(w, t));
            let other: Vec<_> = all.iter().filter(|w| !w.contains('*') && !known.contains(&crate::text::stem(w))).collect();
            other.len() > RESPELLED || other.into_iter().any(|w| !alike(w))
        };
        let replaced = || others(&short_words, &long_words) && others(&long_words, &short_words);
        let masked = a.contains('*') || b.contains('*');
        let altered = !masked && shared * ALTERED.1 >= more * ALTERED.0 && replaced();
        return is(if altered { Outcome::Tension } else { Outcome::Compatible }, Reason::Alike);
    }
    is(Outcome::Incomparable, Reason::OtherWords)
}

/// Points, goals or votes of two sides, or of each set: "3-1", "3 to 1", "6-4, 3-6, 7-5".
type Score = Vec<(u32, u32)>;

/// Words that tell of a score and add nothing to it.
const SCORED: &[&str] = &[
    "won", "win", "wins", "lost", "lose", "loss", "drew", "draw", "tied", "victory", "defeat", "beat", "a", "by", "final", "score", "of",
    "vote",
];

/// The score that a text is. Figures of at most three digits without needless zeros: "555-1234" and "03-12" are codes.
fn score(text: &str) -> Option<Score> {
    let linked = |w: &str| w.contains(['-', ':']) || w.eq_ignore_ascii_case("to");
    if text.is_ascii() && !text.split_ascii_whitespace().any(linked) {
        return None;
    }
    let plain = fold(text).replace(':', "-").replace(" to ", "-").replace(" - ", "-");
    let words = plain.split([' ', ',', ';']).filter(|w| !w.is_empty() && !SCORED.contains(w));
    let sets: Score = words.map(set).collect::<Option<_>>()?;
    (!sets.is_empty()).then_some(sets)
}

/// A figure of a score in words: "one-nil".
fn goals(word: &str) -> Option<u32> {
    const WORDS: &[&str] = &["nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let found = WORDS.iter().position(|w| *w == word).or_else(|| matches!(word, "nought" | "love" | "zero").then_some(0))?;
    u32::try_from(found).ok()
}

fn set(word: &str) -> Option<(u32, u32)> {
    let figure = |t: &str| {
        let fits = (1..=3).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit()) && (t.len() == 1 || !t.starts_with('0'));
        fits.then(|| t.parse().ok()).flatten().or_else(|| goals(t))
    };
    let (a, b) = word.trim_matches(['(', ')', '.']).split_once('-')?;
    Some((figure(a)?, figure(b)?))
}

/// Whether a text is a score, or the like: two figures that are no amount together.
pub(crate) fn is_score(text: &str) -> bool {
    score(text).is_some()
}

/// "3-1" is not "3-2". "1-3" may be "3-1", told from the other side.
fn told_scores(a: &Score, b: &Score) -> Comparison {
    let turned: Score = b.iter().map(|(x, y)| (*y, *x)).collect();
    if a == b {
        is(Outcome::Equal, Reason::SameValue)
    } else if *a == turned || a.len() != b.len() {
        is(Outcome::Incomparable, Reason::OtherWords)
    } else {
        is(Outcome::Contradicts, Reason::Disjoint)
    }
}

/// Places in an order, from the first on.
pub(crate) const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// Words around a place in an order that add nothing to it: "in third place", "ranked 3rd", "came second".
const PLACED: &[&str] = &["the", "in", "place", "placed", "ranked", "rank", "came", "finished", "position", "overall", "was", "is"];

/// The place in an order that a text is: "third", "3rd", "No. 3".
pub(super) fn ordinal(text: &str) -> Option<i64> {
    let text = fold(text);
    let mut words = text.split_whitespace().filter(|w| !PLACED.contains(w));
    let (first, second) = (words.next()?, words.next());
    if words.next().is_some() {
        return None;
    }
    let figure = |t: &str| (t.len() <= 9 && !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit())).then(|| t.parse().ok())?;
    if let Some(number) = second {
        return figure(number).filter(|_| matches!(first, "no" | "no." | "nr" | "nr." | "number" | "nº" | "№" | "#"));
    }
    if let Some(number) = first.strip_prefix('#').or_else(|| first.strip_prefix("no.")).or_else(|| first.strip_prefix('№')) {
        return figure(number);
    }
    if let Some(at) = ORDINALS.iter().position(|w| *w == first.trim_end_matches('.')) {
        return i64::try_from(at).ok().map(|n| n + 1);
    }
    let number = ["st", "nd", "rd", "th"].iter().find_map(|s| first.strip_suffix(s))?;
    figure(number)
}

/// Whether a text is a place in an order.
pub(crate) fn is_ordinal(text: &str) -> bool {
    ordinal(text).is_some()
}

/// Words that a statement can have or lack and be the same.
const LIGHT: &[&str] = &[
    "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "did", "does", "do", "will", "would", "can", "could", "the",
    "a", "an", "found", "it", "they", "he", "she", "any", "to",
];

/// How many telling words a statement may have: longer ones say more than one thing.
const TELLING: usize = 4;

/// Words that exclude each other, by what they decide. The words of one side are one word here; where there is no third way, one side
/// denied is the other.
struct Pole {
    yes: &'static [&'static str],
    no: &'static [&'static str],
    /// Whether there is no third way: who is not found guilty is acquitted; what is not approved may be put off.
    complete: bool,
}

const POLES: &[Pole] = &[
    Pole { yes: &["guilty", "convicted"], no: &["acquitted", "innocent"], complete: true },
    Pole { yes: &["approved"], no: &["rejected", "refused"], complete: false },
    Pole { yes: &["accepted"], no: &["rejected", "refused", "declined"], complete: false },
    Pole { yes: &["granted"], no: &["denied", "refused"], complete: false },
    Pole { yes: &["passed"], no: &["failed", "defeated"], complete: false },
    Pole { yes: &["won"], no: &["lost"], complete: false },
    Pole { yes: &["upheld"], no: &["overturned", "quashed"], complete: false },
    Pole { yes: &["alive"], no: &["dead"], complete: true },
    Pole { yes: &["open"], no: &["closed", "shut"], complete: false },
    Pole { yes: &["legal", "lawful"], no: &["illegal", "unlawful"], complete: true },
    Pole { yes: &["constitutional"], no: &["unconstitutional"], complete: true },
    Pole { yes: &["valid"], no: &["invalid"], complete: true },
    Pole { yes: &["safe"], no: &["unsafe"], complete: true },
    Pole { yes: &["successful"], no: &["unsuccessful"], complete: true },
    Pole { yes: &["confirmed"], no: &["unconfirmed"], complete: true },
    Pole { yes: &["rose", "increased"], no: &["fell", "decreased"], complete: false },
    Pole { yes: &["increase", "rise"], no: &["decrease", "fall"], complete: false },
    Pole { yes: &["positive"], no: &["negative"], complete: false },
    Pole { yes: &["allowed", "permitted"], no: &["banned", "forbidden", "prohibited"], complete: false },
];

/// A statement: its telling words, and whether it is denied.
fn statement(text: &str) -> (Vec<String>, bool) {
    let text = fold(text);
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty());
    let (mut telling, mut denied) = (Vec::new(), 0);
    for word in words {
        if matches!(word, "not" | "no" | "never") || word.ends_with("n't") {
            denied += 1;
        } else if !LIGHT.contains(&word) {
            telling.push(word.to_owned());
        }
    }
    (telling, denied % 2 == 1)
}

/// Words against the same words denied, or against their opposite: "guilty", "not guilty"; "approved", "rejected".
fn denied(a: &str, b: &str) -> Option<Comparison> {
    let ((x, x_denied), (y, y_denied)) = (statement(a), statement(b));
    if x.is_empty() || x.len() != y.len() || x.len() > TELLING || signs(a) != signs(b) {
        return None;
    }
    let apart: Vec<(&String, &String)> = x.iter().zip(&y).filter(|(p, q)| stem(p) != stem(q)).collect();
    let excludes = is(Outcome::Contradicts, Reason::OtherState);
    match apart.as_slice() {
        [] if x_denied != y_denied => Some(excludes),
        [] => (x == y).then_some(is(Outcome::Compatible, Reason::Alike)),
        [(p, q)] => POLES.iter().find_map(|pole| {
            let (p, q) = (side(pole, p)?, side(pole, q)?);
            match (p == q, x_denied, y_denied) {
                (false, false, false) => Some(excludes),
                _ if !pole.complete => None,
                // Which of the two is meant, once the denial is taken in.
                _ if (p != x_denied) == (q != y_denied) => Some(is(Outcome::Compatible, Reason::Alike)),
                _ => Some(excludes),
            }
        }),
        _ => None,
    }
}

fn side(pole: &Pole, word: &str) -> Option<bool> {
    if pole.yes.contains(&word) { Some(true) } else { pole.no.contains(&word).then_some(false) }
}

/// "Resigned" and "did not resign" tell of one thing.
fn stem(word: &str) -> &str {
    let cut = ["ed", "es", "s", "d", "e"].iter().find_map(|end| word.strip_suffix(end));
    cut.filter(|stem| stem.len() > 3).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[(&str, &str, Outcome)]) {
        let found = |a: &str, b: &str| if a == b { Outcome::Equal } else { texts(a, b).outcome };
        let wrong: Vec<_> = rows.iter().filter(|(a, b, o)| found(a, b) != *o || found(b, a) != o.flipped()).collect();
        assert!(wrong.is_empty(), "{:?}", wrong.iter().map(|(a, b, o)| (a, b, o, found(a, b))).collect::<Vec<_>>());
    }

    #[test]
    fn scores() {
        use Outcome::{Contradicts, Equal, Incomparable};
        rows(&[
            ("3-1", "3-2", Contradicts),
            ("3-1", "3–1", Equal),
            ("3-1", "3 to 1", Equal),
            ("3:1", "3 - 1", Equal),
            ("won 3-1", "3-1", Equal),
            ("2-2", "a 2-2 draw", Equal),
            ("52-48", "51-49", Contradicts),
            ("217-213", "218-212", Contradicts),
            ("3-1", "1-3", Incomparable),
            ("6-4, 3-6, 7-5", "6-4 3-6 7-5", Equal),
            ("6-4, 3-6, 7-5", "6-4, 6-3", Incomparable),
            ("6-4, 3-6, 7-5", "6-4, 3-6, 7-6", Contradicts),
            ("0-0", "0-1", Contradicts),
            // Telephone numbers, codes, versions.
            ("555-1234", "555-9999", Incomparable),
            ("03-12", "03-14", Incomparable),
            ("1.2.3", "1.2.4", Incomparable),
            ("3-1-2031", "3-2-2031", Incomparable),
            ("A12-7", "A12-8", Incomparable),
        ]);
    }

    #[test]
    fn places_in_an_order() {
        use Outcome::{Contradicts, Equal, Incomparable};
        rows(&[
            ("third", "3rd", Equal),
            ("No. 3", "third", Equal),
            ("number 3", "#3", Equal),
            ("in third place", "3rd", Equal),
            ("second", "third", Contradicts),
            ("21st", "22nd", Contradicts),
            ("the first", "first", Equal),
            ("finished second", "2nd", Equal),
            ("third-largest", "third", Incomparable),
            ("third floor", "second", Incomparable),
        ]);
    }

    #[test]
    fn denials_and_opposites() {
        use Outcome::{Compatible, Contradicts, Equal, Incomparable};
        rows(&[
            ("guilty", "not guilty", Contradicts),
            ("found guilty", "not guilty", Contradicts),
            ("found not guilty", "not guilty", Compatible),
            ("guilty", "acquitted", Contradicts),
            ("not guilty", "acquitted", Compatible),
            ("convicted", "guilty", Compatible),
            ("convicted", "not guilty", Contradicts),
            ("Approved", "not approved", Contradicts),
            ("approved", "rejected", Contradicts),
            ("not approved", "rejected", Incomparable),
            ("was approved", "wasn't approved", Contradicts),
            ("resigned", "did not resign", Contradicts),
            ("change", "no change", Contradicts),
            ("the motion passed", "the motion failed", Contradicts),
            ("the motion passed", "the budget failed", Incomparable),
            ("upheld", "overturned", Contradicts),
            ("Guilty", "guilty", Equal),
            ("guilty of murder", "not guilty of fraud", Incomparable),
            ("guilty", "postponed", Incomparable),
            ("alive", "not dead", Compatible),
        ]);
    }

    #[test]
    fn a_figure_apart_is_no_likeness() {
        use Outcome::{Compatible, Incomparable};
        rows(&[
            ("Harbour Road 12, second floor", "Harbour Road 14, second floor", Incomparable),
            ("two years in the county jail", "four years in the county jail", Incomparable),
            ("version 1.2 of the programme", "version 1.3 of the programme", Incomparable),
            ("director of the harbour museum", "director of the harbor museum", Compatible),
        ]);
    }
}
