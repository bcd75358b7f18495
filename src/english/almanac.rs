//! Days that everybody knows, and what is told from them: "weeks after Russia invaded Ukraine".
//!
//! The days are those of Wikipedia's timelines of the 20th and the 21st century that English news still counts from: wars and attacks,
//! disasters, falls of governments, votes, deaths. A row fires only behind a length of time and "after" or "before", and gives a
//! stretch as wide as the words allow.
//!
//! This file does not know which event a stretch is claimed of.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;

use super::names::View;
use crate::text::fold;
use crate::value::{Time, TimeForm};
use crate::words::List;

const FILE: &str = include_str!("../../data/known-days.tsv");

/// The days that are known, with their words.
static DAYS: LazyLock<Vec<(Date, &'static str)>> = LazyLock::new(|| {
    let rows = FILE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(day, words)| Some((day.parse().ok()?, words))).collect()
});

/// A length of time in words, its days at least and at most where no number stands before it, and the days of one.
const LENGTHS: &[(&str, i32, i32, i32)] = &[
    ("hours", 0, 2, 1),
    ("day", 1, 1, 1),
    ("days", 1, 14, 1),
    ("week", 5, 9, 7),
    ("weeks", 7, 90, 7),
    ("month", 20, 45, 30),
    ("months", 28, 550, 30),
];

/// Words of a phrase that are searched for a known day.
const PHRASE: usize = 14;

/// The stretches that a sentence tells from known days: the tokens of the phrase, and when. O(n) in the words.
pub(super) fn told(view: &View<'_>, sentence: &Range<usize>) -> Vec<(Range<usize>, Time)> {
    sentence.clone().filter_map(|i| stretch(view, sentence, i)).collect()
}

fn stretch(view: &View<'_>, sentence: &Range<usize>, at: usize) -> Option<(Range<usize>, Time)> {
    let unit = view.str(at).to_ascii_lowercase();
    let (_, least, most, one) = LENGTHS.iter().find(|l| l.0 == unit)?;
    let before = match view.str(at + 1) {
        "after" | "following" => false,
        "before" => true,
        _ => return None,
    };
    let count = at.checked_sub(1).filter(|i| sentence.contains(i)).and_then(|i| number(view.str(i)));
    let (least, most) = count.filter(|_| unit.ends_with('s')).map_or((*least, *most), |n| ((n - 1).max(0) * one, (n + 1) * one));
    let end = (at + 2..sentence.end.min(at + 2 + PHRASE))
        .find(|i| matches!(view.str(*i), "," | ";" | ":" | "." | "—"))
        .unwrap_or(sentence.end.min(at + 2 + PHRASE));
    let words: Vec<String> = (at + 2..end).map(|i| fold(view.str(i)).into_owned()).collect();
    let named = |row: &&(Date, &str)| row.1.split(' ').all(|slot| slot.split('|').any(|word| stands(&words, word)));
    let (day, _) = DAYS.iter().find(named)?;
    let moved = |days: i32| day.checked_add(if before { -days } else { days }.days()).ok();
    let (a, b) = (moved(least)?, moved(most)?);
    let from = if count.is_some() { at - 1 } else { at };
    Some((from..end, Time::new(TimeForm::Days(a.min(b), a.max(b)))))
}

/// Whether a word stands among the words, hyphens and strokes being tokens of their own there.
fn stands(words: &[String], word: &str) -> bool {
    if !word.contains(['-', '/']) {
        return words.iter().any(|w| w == word);
    }
    let parts: Vec<&str> = word
        .split_inclusive(['-', '/'])
        .flat_map(|p| p.split_at_checked(p.len() - usize::from(p.ends_with(['-', '/']))))
        .flat_map(|(a, b)| [a, b])
        .filter(|p| !p.is_empty())
        .collect();
    words.windows(parts.len()).any(|w| w.iter().zip(&parts).all(|(a, b)| a == b))
}

fn number(word: &str) -> Option<i32> {
    const WORDS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let spelled = || WORDS.iter().zip(1..).find(|(w, _)| w.eq_ignore_ascii_case(word)).map(|(_, n)| n);
    word.parse().ok().filter(|n| (1..=99).contains(n)).or_else(spelled)
}

/// Whether a time at `start` is what something else is counted from: "weeks after the election in February".
pub(super) fn is_counted_from(view: &View<'_>, clause: usize, start: usize) -> bool {
    let from = clause.max(start.saturating_sub(PHRASE));
    let open = (from..start).rev().take_while(|i| !matches!(view.str(*i), "," | ";" | ":" | "—"));
    let mut open = open.filter(|i| matches!(view.str(*i), "after" | "before" | "following") && *i + 1 < start);
    let length = |word: &str| LENGTHS.iter().any(|l| l.0.eq_ignore_ascii_case(word)) || List::CountedFrom.has(word);
    open.any(|i| i > 0 && length(view.str(i - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_days_in_folded_words() {
        assert_eq!(DAYS.len(), FILE.lines().filter(|line| !line.starts_with('#')).count());
        for (_, words) in DAYS.iter() {
            assert_eq!(&*fold(words), *words);
        }
        assert!(stands(&["the".into(), "9".into(), "/".into(), "11".into()], "9/11"));
        assert!(!stands(&["9".into(), "11".into()], "9/11"));
    }
}
