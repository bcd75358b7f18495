//! What the words around a date tell of its tense, where the clause mixes what was and what is to come: "Officials, who said
//! Monday that the bridge will close Friday".
//!
//! Looks at single words only: the nearest verb or sign before the date decides, else the nearest behind a date that opens
//! its sentence. Where nothing is near, the caller's tense stands.

use super::Tense;
use super::cursor::Cursor;
use super::lexicon::Lex;

/// Tokens that are looked at before a date, and behind one that opens its sentence.
const BEFORE: usize = 10;
const BEHIND: usize = 10;

/// Words that say, before a date, that it lies ahead.
const SIGNS: &[&str] = &[
    "will",
    "would",
    "shall",
    "'ll",
    "until",
    "till",
    "upcoming",
    "schedules",
    "plans",
    "planning",
    "plan",
    "expect",
    "expects",
    "hope",
    "hopes",
    "intend",
    "intends",
    "deadline",
    "ahead",
];
/// Words that do so in the present and as verbs: "is planned for May", "planned to leave in May"; but "was planned for May".
const PLANS: &[&str] = &["scheduled", "planned", "slated", "poised", "expected", "due", "set"];
/// Marks that part clauses.
const MARKS: &[&str] = &[";", ":", "\"", "``", "''", "(", ")", "—"];
/// Words that belong to the date or lie between it and its verb.
const LINKS: &[&str] = &["on", "in", "at", "by", "for", "the", "about", "around"];

/// The tense that the words around the date at `at`, which ends before `end`, tell.
pub(super) fn around(c: &Cursor<'_>, at: usize, end: usize) -> Option<Tense> {
    // "To get around Wednesday's ruling": what has a name has been, but for "vote in Sunday's election".
    if c.word(end) == "'s" && !c.is_one_of(at.wrapping_sub(1), &["in", "for", "at", "before", "during", "of", "the"]) {
        return Some(Tense::Past);
    }
    let opens = at <= c.start + 2;
    before(c, at).or_else(|| opens.then(|| behind(c, end))?)
}

fn before(c: &Cursor<'_>, at: usize) -> Option<Tense> {
    let from = at.saturating_sub(BEFORE).max(c.start);
    let mut near = true;
    for i in (from..at).rev() {
        let word = c.word(i);
        if MARKS.contains(&word) || (word == "'" && !c.touches(i)) {
            return None;
        }
        let until = c.is_one_of(i, &["until", "till"]) && i == c.start;
        if !until && (c.is_one_of(i, SIGNS) || is_soon(c, i)) {
            return Some(Tense::Future);
        }
        if c.is_one_of(i, PLANS) {
            return planned(c, i);
        }
        // "The last one was in February".
        if near && c.is_one_of(i, &["was", "were"]) {
            return Some(Tense::Past);
        }
        if is_told(c, i) {
            // "When the case is heard in May" tells what is to come.
            let be = c.is(i.wrapping_sub(1), "be") && !c.is_one_of(i.wrapping_sub(2), &["could", "would", "should", "not"]);
            let present = be || c.is_one_of(i.wrapping_sub(1), &["is", "are", "being", "to"]);
            return Some(if present { Tense::Future } else { Tense::Past });
        }
        near &= c.is_one_of(i, LINKS);
        if word == "," && !near {
            return None;
        }
    }
    None
}

/// A plan of now, or one that somebody made; nothing where it was one.
fn planned(c: &Cursor<'_>, i: usize) -> Option<Tense> {
    let auxiliary = |words: &[&str]| (i.saturating_sub(3)..i).any(|j| c.is_one_of(j, words));
    let made = c.is_one_of(i + 1, &["to", "a", "an", "the", "that"]);
    let now = auxiliary(&["is", "are", "has", "have", "'s", "remains"]);
    let was = auxiliary(&["was", "were", "been", "be", "had"]) && !auxiliary(&["has", "have"]);
    (!was && (now || made)).then_some(Tense::Future)
}

/// "As soon as Tuesday", "as early as Friday".
fn is_soon(c: &Cursor<'_>, i: usize) -> bool {
    c.is(i, "as") && c.is_one_of(i.wrapping_sub(1), &["soon", "early"]) && c.is(i.wrapping_sub(2), "as")
}

fn behind(c: &Cursor<'_>, end: usize) -> Option<Tense> {
    (end..(end + BEHIND).min(c.end)).find_map(|i| {
        if c.is_one_of(i, &["will", "shall", "'ll"]) {
            Some(Tense::Future)
        } else if is_told(c, i) || c.is_one_of(i, &["was", "were", "had", "set"]) {
            Some(Tense::Past)
        } else {
            None
        }
    })
}

/// Whether a word is a verb in the past, by its form or the table of irregular ones.
fn is_told(c: &Cursor<'_>, i: usize) -> bool {
    if !c.is_lower(i) {
        return false;
    }
    let word = c.word(i);
    let regular = word.len() > 4
        && word.ends_with("ed")
        && !matches!(word, "hundred" | "indeed" | "united" | "speed" | "proceed" | "exceed" | "succeed");
    regular || c.lex(i).contains(&Lex::Told)
}
