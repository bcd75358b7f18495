//! What each count of an article's victims is of: the whole event, a part of those counted before, or several events together.
//!
//! Reports tell one toll in pieces: "two died there", "a third died in hospital", "one of them was a guard". And a report on a
//! weekend counts over many events first. The counts of an article are therefore read together, the heading's with them, before
//! any is claimed; where they do not fit, the parts are left out.

use std::ops::Range;

use super::casualties::{Fate, Toll};
use super::incidents::{Line, Of};
use super::marks::Mark;
use super::people::{How, is_person_noun, order};
use super::sheet::Page;

/// How much of the article's event a toll counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// All of that fate, as far as anybody knows.
    Whole,
    /// Some of those that another toll of the article counts.
    Part,
    /// Those of several events.
    Series,
}

/// Settles the scope of every toll.
pub(super) fn reckon(page: &Page<'_>, title: &str, lines: &mut [Line]) {
    let title = Heading::new(title);
    for sure in [true, false] {
        series(page, lines, sure);
    }
    for fate in [Fate::Killed, Fate::Injured] {
        ordinals(page, lines, fate);
        parts(page, &title, lines, fate);
    }
}

/// Marks the tolls of several events: those that must be, or those that may be where the article has other counts of the kind.
fn series(page: &Page<'_>, lines: &mut [Line], sure: bool) {
    let words = if sure { APART } else { SEVERAL };
    for n in 0..lines.len() {
        for i in 0..lines[n].tolls.len() {
            let toll = &lines[n].tolls[i];
            let found = is_stated(toll) && toll.scope == Scope::Whole && several(page, &lines[n].tokens, &toll.quote, words);
            if found && (sure || wholes(lines, toll.fate).any(|t| t.who.n < toll.who.n)) {
                lines[n].tolls[i].scope = Scope::Series;
            }
        }
    }
}

fn is_stated(toll: &Toll) -> bool {
    matches!(toll.who.how, How::Counted | How::Bare)
}

/// The counts of the main event that can be of the whole.
fn wholes(lines: &[Line], fate: Fate) -> impl Iterator<Item = &Toll> {
    let main = lines.iter().filter(|l| l.of == Of::Main).flat_map(|l| &l.tolls);
    main.filter(move |t| t.fate == fate && is_stated(t) && !t.who.part && !t.at_scene && t.scope == Scope::Whole)
}

/// "Two men died there. A third died in hospital": three.
fn ordinals(page: &Page<'_>, lines: &mut [Line], fate: Fate) {
    let ordinal = |t: &Toll| t.who.tokens.clone().find_map(|i| order(page.low(i))).filter(|_| t.fate == fate && t.who.n == 1 && t.who.part);
    let told = |n: i64| {
        let main = lines.iter().filter(|l| l.of == Of::Main).flat_map(|l| &l.tolls);
        main.filter(|t| t.fate == fate && t.who.n == n && t.scope != Scope::Series && ordinal(t).is_none()).count()
    };
    let main = lines.iter().filter(|l| l.of == Of::Main).flat_map(|l| &l.tolls);
    let Some(last) = main.filter_map(ordinal).max() else { return };
    if told(last - 1) == 0 || wholes(lines, fate).any(|t| t.who.n >= last) {
        return;
    }
    for toll in lines.iter_mut().filter(|l| l.of == Of::Main).flat_map(|l| &mut l.tolls) {
        if ordinal(toll) == Some(last) {
            toll.who.n = last;
            toll.who.how = How::Counted;
            toll.who.part = false;
        }
    }
}

/// Marks what counts some of those that another toll counts.
fn parts(page: &Page<'_>, title: &Heading, lines: &mut [Line], fate: Fate) {
    let all: Vec<i64> = wholes(lines, fate).filter(|t| !is_suspect(page, t)).map(|t| t.who.n).collect();
    let Some(most) = all.iter().copied().max() else { return };
    let headed = title.count(fate).filter(|n| all.contains(n));
    let whole = headed.unwrap_or(most);
    let mut told = false;
    for toll in lines.iter_mut().filter(|l| l.of == Of::Main).flat_map(|l| &mut l.tolls) {
        if toll.fate != fate || !is_stated(toll) || toll.scope != Scope::Whole || toll.at_scene {
            continue;
        }
        let n = toll.who.n;
        let small = n == 1 && (toll.who.part || told && !is_object(page, toll)) || limited(page, &toll.quote);
        // What stands first may leave the gunman out that the heading counts.
        told |= n == whole || headed.is_some();
        if n < whole && small || is_suspect(page, toll) {
            toll.scope = Scope::Part;
        }
    }
}

fn is_suspect(page: &Page<'_>, toll: &Toll) -> bool {
    toll.who.noun.is_some_and(|i| {
        let word = page.low(i);
        page.marked(i, Mark::SUSPECT) && word != "driver"
            || word.strip_suffix('s').is_some_and(|w| super::marks::mark(w).is(Mark::SUSPECT) && w != "driver")
    })
}

/// "Killing one person", "leaving one person dead": what the event did, rather than what became of somebody.
fn is_object(page: &Page<'_>, toll: &Toll) -> bool {
    let start = toll.who.tokens.start;
    toll.said.start < start || matches!(page.low(start.wrapping_sub(1)), "leaving" | "left" | "leaves" | "leave")
}

/// "Two died inside the house", "three of them": what stands behind the predicate limits the place.
fn limited(page: &Page<'_>, quote: &Range<usize>) -> bool {
    matches!(page.low(quote.end), "inside" | "outside" | "there")
        || page.any(
            quote.end..quote.end + 5,
            &["room", "floor", "bedroom", "upstairs", "downstairs", "hospital", "pit", "yard", "car", "vehicle"],
        )
}

/// Nouns in the plural for what a series is of. FrameNet 1.7's Use_firearm, Attack, Killing, Event.
const SERIES: &[&str] = &[
    "shootings",
    "stabbings",
    "homicides",
    "murders",
    "killings",
    "slayings",
    "attacks",
    "incidents",
    "crimes",
    "ambushes",
    "assaults",
    "shootouts",
    "robberies",
    "carjackings",
    "drive-bys",
    "drive-by",
];

/// Words before such a noun, or behind it, that tell of several unconnected ones.
const APART: &[&str] = &[
    "separate",
    "unrelated",
    "weekend",
    "city",
    "citywide",
    "overnight",
    "holiday",
    "across",
    "throughout",
    "since",
    "other",
    "different",
];

/// Words before such a noun that tell of several, which may have been one spree or one place's.
const SEVERAL: &[&str] = &[
    "several", "multiple", "various", "series", "string", "spate", "rash", "wave", "pair", "handful", "number", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "dozen", "these", "those", "in", "from",
];

/// Whether a toll is told of several events: "in separate shootings across the city".
fn several(page: &Page<'_>, sentence: &Range<usize>, quote: &Range<usize>, words: &[&str]) -> bool {
    let near = quote.start.saturating_sub(REACH).max(sentence.start)..(quote.end + REACH).min(sentence.end);
    let told = |at: usize| {
        let before = at.saturating_sub(4).max(sentence.start)..at;
        let behind = at + 1..(at + 5).min(sentence.end);
        before.chain(behind).any(|i| words.contains(&page.low(i)) && !quote.contains(&i))
    };
    near.filter(|i| SERIES.contains(&page.low(*i))).any(told)
}

/// Most words between a toll and what it is of.
const REACH: usize = 24;

/// An article's heading, as words in lower case.
struct Heading {
    words: Vec<String>,
}

impl Heading {
    fn new(title: &str) -> Self {
        let words = title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
        Self { words }
    }

    fn word(&self, i: usize) -> &str {
        self.words.get(i).map_or("", String::as_str)
    }

    fn number(&self, i: usize) -> Option<i64> {
        super::sheet::number_word(self.word(i)).or_else(|| self.word(i).parse().ok().filter(|n| (1..100).contains(n)))
    }

    /// How many the heading says met a fate: "Two dead, 3 hurt", "Gunman kills 4". None where it tells of several events.
    fn count(&self, fate: Fate) -> Option<i64> {
        if self.words.iter().any(|w| SERIES.contains(&w.as_str()) || w == "weekend") {
            return None;
        }
        let (said, says): (&[&str], &[&str]) = match fate {
            Fate::Killed => (
                &["dead", "killed", "slain", "murdered", "die", "dies", "died", "fatally", "deaths", "fatalities", "gunned"],
                &["kills", "killing", "kill", "killed", "slays", "murders", "claims", "leaves", "leaving", "left"],
            ),
            _ => (
                &["injured", "wounded", "hurt", "hospitalized", "injuries"],
                &["injures", "injuring", "wounds", "wounding", "hurts", "hurting", "injured", "wounded"],
            ),
        };
        let behind = |i: usize| {
            (i + 1..i + 4)
                .find(|j| !is_person_noun(self.word(*j)) && !matches!(self.word(*j), "others" | "other" | "more"))
                .is_some_and(|j| said.contains(&self.word(j)))
        };
        let before = |i: usize| {
            i.checked_sub(1).is_some_and(|b| says.contains(&self.word(b)) && !matches!(self.word(b), "leaves" | "leaving" | "left"))
        };
        (0..self.words.len()).find_map(|i| self.number(i).filter(|_| behind(i) || before(i)))
    }
}
