//! Whether an amount is a change rather than a level: "rose 5%", "up 3 percent", "a 12% drop", "cut costs by 20 million".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cursor::Cursor;
use crate::text::TokenKind;
use crate::value::Change;

/// Words of rising, each with its forms. WordNet 3.0's verbs of `increase.v.01` and their nouns, as far as market and weather reports
/// use them; "up", "higher" and the like are theirs too.
const UP: &[&str] = &[
    "rise",
    "rises",
    "rose",
    "risen",
    "rising",
    "increase",
    "increases",
    "increased",
    "increasing",
    "grow",
    "grows",
    "grew",
    "grown",
    "growing",
    "growth",
    "up",
    "upward",
    "upwards",
    "jump",
    "jumps",
    "jumped",
    "jumping",
    "climb",
    "climbs",
    "climbed",
    "climbing",
    "gain",
    "gains",
    "gained",
    "gaining",
    "surge",
    "surges",
    "surged",
    "surging",
    "soar",
    "soars",
    "soared",
    "soaring",
    "advance",
    "advances",
    "advanced",
    "advancing",
    "add",
    "adds",
    "added",
    "adding",
    "expand",
    "expands",
    "expanded",
    "expanding",
    "improve",
    "improves",
    "improved",
    "improving",
    "improvement",
    "hike",
    "hikes",
    "hiked",
    "raise",
    "raises",
    "raised",
    "raising",
    "rally",
    "rallies",
    "rallied",
    "rebound",
    "rebounds",
    "rebounded",
    "rebounding",
    "boost",
    "boosts",
    "boosted",
    "boosting",
    "leap",
    "leaps",
    "leapt",
    "swell",
    "swelled",
    "swollen",
    "spike",
    "spiked",
    "skyrocketed",
    "ballooned",
    "accelerated",
    "appreciated",
    "recovered",
    "strengthened",
    "firmed",
];
/// Words of falling, likewise (`decrease.v.01`).
const DOWN: &[&str] = &[
    "fall",
    "falls",
    "fell",
    "fallen",
    "falling",
    "decrease",
    "decreases",
    "decreased",
    "decreasing",
    "drop",
    "drops",
    "dropped",
    "dropping",
    "decline",
    "declines",
    "declined",
    "declining",
    "down",
    "downward",
    "downwards",
    "lose",
    "loses",
    "lost",
    "losing",
    "slide",
    "slides",
    "slid",
    "sliding",
    "slip",
    "slips",
    "slipped",
    "slipping",
    "plunge",
    "plunges",
    "plunged",
    "plunging",
    "plummet",
    "plummets",
    "plummeted",
    "plummeting",
    "tumble",
    "tumbles",
    "tumbled",
    "tumbling",
    "shrink",
    "shrinks",
    "shrank",
    "shrunk",
    "shrinking",
    "contracted",
    "contracting",
    "contraction",
    "sink",
    "sinks",
    "sank",
    "sunk",
    "sinking",
    "cut",
    "cuts",
    "cutting",
    "reduce",
    "reduces",
    "reduced",
    "reducing",
    "reduction",
    "lower",
    "lowers",
    "lowered",
    "lowering",
    "dip",
    "dips",
    "dipped",
    "dipping",
    "slump",
    "slumps",
    "slumped",
    "slumping",
    "shed",
    "sheds",
    "shedding",
    "ease",
    "eases",
    "eased",
    "easing",
    "slash",
    "slashed",
    "slashing",
    "shave",
    "shaved",
    "crash",
    "crashed",
    "weakened",
    "depreciated",
    "retreated",
    "trimmed",
    "slowed",
    "dived",
    "dove",
    "sag",
    "sagged",
];
/// Verbs whose object a count is ("lost 30 men", "added two goals"): a change only of money and measures.
const OBJECTS: &[&str] = &[
    "add",
    "adds",
    "added",
    "adding",
    "lose",
    "loses",
    "lost",
    "losing",
    "gained",
    "gaining",
    "gain",
    "gains",
    "cut",
    "cuts",
    "cutting",
    "raise",
    "raises",
    "raised",
    "raising",
    "shed",
    "sheds",
    "shedding",
    "reduce",
    "reduces",
    "reduced",
    "reducing",
    "improve",
    "improved",
    "improves",
    "recovered",
    "advance",
    "crash",
    "lower",
    "slide",
    "slides",
    "slip",
    "dip",
    "spike",
    "leap",
    "rally",
    "dove",
    "shave",
    "shaved",
    "expand",
    "boost",
    "boosts",
];
/// Verbs that take "up" or "down" with them.
const PHRASAL: &[&str] = &[
    "bring", "brings", "bringing", "brought", "cough", "coughs", "coughed", "dig", "digs", "digging", "dug", "line", "lines", "lined",
    "stand", "stands", "stood", "takes", "taken", "taking", "gave", "give", "gives", "given", "giving", "make", "makes", "made", "making",
    "took", "take", "set", "picked", "put", "ended", "gunned", "shot", "turn", "turns", "turned", "turning", "broke", "laid", "tore",
    "burned", "burnt", "tracked", "handed", "shut",
];
/// Words that may stand between the verb and the amount.
const LINKS: &[&str] = &[
    "by",
    "of",
    "another",
    "a",
    "an",
    "further",
    "about",
    "around",
    "nearly",
    "almost",
    "some",
    "as",
    "much",
    "only",
    "just",
    "sharply",
    "more",
    "than",
    "over",
    "at",
    "least",
    "roughly",
    "approximately",
    "slightly",
    "between",
    "marginally",
    "additional",
    "extra",
    "up",
    "down",
    "upward",
    "downward",
    "higher",
    "lower",
    "to",
];
/// Nouns of change behind an amount: "a 5% rise". As verbs they stand there too: "Shares of the 10 companies fall".
const NOUNS: &[&str] = &[
    "increase",
    "rise",
    "jump",
    "gain",
    "growth",
    "surge",
    "hike",
    "improvement",
    "decrease",
    "drop",
    "fall",
    "decline",
    "cut",
    "reduction",
    "plunge",
    "slump",
    "dip",
];
/// How far back from "by" the verb may stand: "cut its dividend by 5 pence".
const OBJECT_RUN: usize = 5;

/// The words of change: which way, and whether an object they take is no change.
static WAYS: LazyLock<FxHashMap<&'static [u8], (Change, bool)>> = LazyLock::new(|| {
    let rows = UP.iter().map(|w| (w, Change::Up)).chain(DOWN.iter().map(|w| (w, Change::Down)));
    rows.map(|(word, change)| (word.as_bytes(), (change, OBJECTS.contains(word)))).collect()
});

/// The longest word of the tables.
const LONGEST: usize = 12;

fn way(c: &Cursor<'_>, at: usize, measured: bool) -> Option<Change> {
    let word = c.word(at).as_bytes();
    let mut lower = [0_u8; LONGEST];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    let (change, object) = *WAYS.get(&*lower)?;
    let phrasal = matches!(&*lower, b"up" | b"down") && c.is_one_of(at.wrapping_sub(1), PHRASAL);
    (!(phrasal || object && !measured)).then_some(change)
}

/// The change that the amount of the tokens from `at` to `end` is. "Rose to 12" is a level.
pub(super) fn change(c: &Cursor<'_>, at: usize, end: usize, measured: bool) -> Option<Change> {
    behind_verb(c, at, measured).or_else(|| {
        if c.is_one_of(end, NOUNS) {
            return way(c, end, true);
        }
        let more = c.is(end + 1, "than");
        if c.is_one_of(end, &["higher", "more"]) {
            more.then_some(Change::Up)
        } else {
            (more && c.is_one_of(end, &["lower", "less", "fewer"])).then_some(Change::Down)
        }
    })
}

fn behind_verb(c: &Cursor<'_>, at: usize, measured: bool) -> Option<Change> {
    // Who raises money has no more of it than before: only "raised by" is a change.
    if c.is_one_of(at.wrapping_sub(1), &["raise", "raises", "raised", "raising"]) {
        return None;
    }
    // "Rises above 41,000", "fell as low as 48": where it came to is a level.
    if c.is_one_of(at, &["above", "below"]) || c.is(at, "as") && c.is_one_of(at + 1, &["low", "high"]) {
        return None;
    }
    let mut i = at;
    for _ in 0..5 {
        let before = i.checked_sub(1)?;
        // "Up to 12", "rose to 12": a bound, a level. "Down at three of the five": a place.
        if c.is(before, "to") || c.is(before, "at") && !c.is(i, "least") {
            return None;
        }
        if let Some(change) = way(c, before, measured) {
            return Some(change);
        }
        if !c.is_one_of(before, LINKS) {
            break;
        }
        if c.is(before, "by") {
            return by(c, before);
        }
        i = before;
    }
    None
}

/// "Grow sales by 35 per cent": the verb stands before its object.
fn by(c: &Cursor<'_>, by: usize) -> Option<Change> {
    let words =
        (1..=OBJECT_RUN).map_while(|n| by.checked_sub(n)).take_while(|i| matches!(c.kind(*i), Some(TokenKind::Word | TokenKind::Clitic)));
    words.into_iter().find_map(|i| way(c, i, true))
}

/// The change that "from 12 to 15" is told as, by the verb before it.
pub(super) fn moved(c: &Cursor<'_>, from: usize) -> Option<Change> {
    let words = (1..=OBJECT_RUN).map_while(|n| from.checked_sub(n)).take_while(|i| c.is_word(*i));
    words.into_iter().find_map(|i| way(c, i, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_listed_once() {
        for table in [UP, DOWN, OBJECTS, LINKS, NOUNS] {
            let mut words = table.to_vec();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), table.len());
        }
    }

    #[test]
    fn the_longest_word_fits() {
        assert_eq!(UP.iter().chain(DOWN).map(|w| w.len()).max(), Some(LONGEST));
    }

    #[test]
    fn no_word_goes_both_ways() {
        assert!(UP.iter().all(|w| !DOWN.contains(w)));
        assert!(OBJECTS.iter().chain(NOUNS).all(|w| UP.contains(w) || DOWN.contains(w)));
    }
}
