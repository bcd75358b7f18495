//! What each count of an article's victims is of: the whole event, a part of those counted before, or several events together.
//!
//! Reports tell one toll in pieces: "two died there", "a third died in hospital", "one of them was a guard". And a report on a
//! weekend counts over many events first. The counts of an article are therefore read together, the heading's with them, before
//! any is claimed; where they do not fit, the parts are left out.

use std::collections::BTreeSet;
use std::ops::Range;

use super::casualties::{Fate, Toll};
use super::incidents::{Line, Of};
use super::lexicon::Class;
use super::marks::Mark;
use super::people::{How, is_person_noun, order};
use super::sheet::Page;
use crate::words::List;

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
        if sure {
            again(lines);
        }
    }
    degrees(page, lines);
    for fate in [Fate::Killed, Fate::Injured] {
        ordinals(page, lines, fate);
    }
    for fate in [Fate::Killed, Fate::Injured, Fate::Shot] {
        parts(page, &title, lines, fate);
    }
    lots(page, lines);
    beside(page, lines);
}

/// "One man was shot in the chest, two in the leg": one of several lots of one sentence. And a suspect who was shot is no victim.
fn beside(page: &Page<'_>, lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|l| l.of == Of::Main) {
        let several = line.tolls.iter().filter(|t| t.fate == Fate::Shot && is_stated(t)).count() > 1;
        for toll in line.tolls.iter_mut().filter(|t| t.fate == Fate::Shot && is_stated(t)) {
            if toll.who.n == 1 && several || is_suspect(page, toll) {
                toll.scope = Scope::Part;
            }
        }
    }
}

/// "Eight people were shot, one critically injured": the degree of one of them rather than all who were hurt.
fn degrees(page: &Page<'_>, lines: &mut [Line]) {
    let hurt = [Fate::Injured, Fate::Shot];
    let most = hurt.iter().flat_map(|f| wholes(lines, *f)).map(|t| t.who.n).max().unwrap_or(0);
    let main = of_main(lines);
    let dead = main.filter(|t| t.fate == Fate::Killed && is_stated(t)).map(|t| t.who.n).max().unwrap_or(0);
    for toll in of_main_mut(lines) {
        let near = toll.said.start.saturating_sub(1)..toll.said.end;
        let degree = toll.fate == Fate::Injured && page.any(near, &["critically", "seriously", "gravely", "severely"]);
        // "Four were shot: two killed, two critically wounded": those are all who were hurt.
        if degree && toll.who.n + dead < most {
            toll.fate = Fate::Critical;
        }
    }
}

/// "Two were taken to one hospital, three to another": counts by hospital and by vehicle are no totals.
fn lots(page: &Page<'_>, lines: &mut [Line]) {
    let mut all: Vec<i64> = wholes(lines, Fate::Taken).map(|t| t.who.n).collect();
    let hurt = [Fate::Injured, Fate::Shot].iter().flat_map(|f| wholes(lines, *f)).map(|t| t.who.n).max().unwrap_or(0);
    all.sort_unstable();
    all.dedup();
    let most = all.pop().unwrap_or(0);
    // "Six were taken to hospitals, one to Osk and five to Porto": the six are all.
    let whole = all.is_empty() || all.iter().sum::<i64>() == most;
    for toll in of_main_mut(lines) {
        // "Three patients taken to the hospital had been discharged": of those who were taken.
        let reduced = page.view.is(toll.said.end, Class::HAVE.or(Class::BE));
        let lot = toll.who.n != most || !whole || toll.who.part || reduced || toll.who.n == 1 && hurt > 1;
        if toll.fate == Fate::Taken && is_stated(toll) && lot {
            toll.scope = Scope::Part;
        }
    }
}

/// Marks the tolls of several events: those that must be, or those that may be where the article has other counts of the kind.
fn series(page: &Page<'_>, lines: &mut [Line], sure: bool) {
    for n in 0..lines.len() {
        for i in 0..lines[n].tolls.len() {
            let toll = &lines[n].tolls[i];
            let found = is_stated(toll) && toll.scope == Scope::Whole && several(page, &lines[n].tokens, &toll.quote, sure);
            // One death in a string of shootings lies in one of them, and that is the one told of.
            let only = || toll.who.n == 1 && wholes(lines, toll.fate).all(|t| t.who.n == 1);
            if found && !only() && (sure || wholes(lines, toll.fate).any(|t| t.who.n < toll.who.n)) {
                lines[n].tolls[i].scope = Scope::Series;
            }
        }
    }
}

/// "A series of shootings left five dead. Five people were killed within four hours; three died in a car park": the count of the
/// series again, where the article has another that is less.
fn again(lines: &mut [Line]) {
    for fate in [Fate::Killed, Fate::Injured] {
        let all = || lines.iter().flat_map(|l| &l.tolls).filter(|t| t.fate == fate && t.scope == Scope::Series);
        let counts: Vec<i64> = all().map(|t| t.who.n).collect();
        let least = wholes(lines, fate).map(|t| t.who.n).min();
        // Told more often of the one event than of the series, it is one spree's.
        let more = |n: i64| 2 * counts.iter().filter(|c| **c == n).count() >= wholes(lines, fate).filter(|t| t.who.n == n).count();
        let distinct: BTreeSet<i64> = counts.iter().copied().collect();
        let counts: Vec<i64> = distinct.into_iter().filter(|n| more(*n)).collect();
        for toll in of_main_mut(lines) {
            let less = least.is_some_and(|n| n < toll.who.n);
            if toll.fate == fate && is_stated(toll) && toll.scope == Scope::Whole && less && counts.contains(&toll.who.n) {
                toll.scope = Scope::Series;
            }
        }
    }
}

/// The tolls of the article's own event.
pub(super) fn of_main(lines: &[Line]) -> impl Iterator<Item = &Toll> {
    lines.iter().filter(|l| l.of == Of::Main).flat_map(|l| &l.tolls)
}

fn of_main_mut(lines: &mut [Line]) -> impl Iterator<Item = &mut Toll> {
    lines.iter_mut().filter(|l| l.of == Of::Main).flat_map(|l| &mut l.tolls)
}

fn is_stated(toll: &Toll) -> bool {
    matches!(toll.who.how, How::Counted | How::Bare)
}

/// The counts of the main event that can be of the whole.
fn wholes(lines: &[Line], fate: Fate) -> impl Iterator<Item = &Toll> {
    let main = of_main(lines);
    // "One was killed and three others were hurt": beside the dead, the others are all of the hurt.
    let part = move |t: &Toll| t.who.part && !(fate == Fate::Injured && t.who.how == How::Counted);
    main.filter(move |t| t.fate == fate && is_stated(t) && !part(t) && !t.at_scene && t.scope == Scope::Whole)
}

/// "Two men died there. A third died in hospital": three.
fn ordinals(page: &Page<'_>, lines: &mut [Line], fate: Fate) {
    let ordinal = |t: &Toll| t.who.tokens.clone().find_map(|i| order(page.low(i))).filter(|_| t.fate == fate && t.who.n == 1 && t.who.part);
    let told = |n: i64| {
        let main = of_main(lines);
        main.filter(|t| t.fate == fate && t.who.n == n && t.scope != Scope::Series && ordinal(t).is_none()).count()
    };
    let main = of_main(lines);
    let Some(last) = main.filter_map(ordinal).max() else { return };
    let goes_on = told(last - 1) > 0;
    before_ordinals(lines, fate, ordinal);
    if !goes_on || wholes(lines, fate).any(|t| t.who.n >= last) {
        return;
    }
    for toll in of_main_mut(lines) {
        if ordinal(toll) == Some(last) {
            toll.who.n = last;
            toll.who.how = How::Counted;
            toll.who.part = false;
        }
    }
}

/// "Four died there and a fifth died on the way": in one sentence the count before the ordinal is of some.
fn before_ordinals(lines: &mut [Line], fate: Fate, ordinal: impl Fn(&Toll) -> Option<i64>) {
    for line in lines.iter_mut().filter(|l| l.of == Of::Main) {
        let Some(last) = line.tolls.iter().filter_map(&ordinal).max() else { continue };
        for toll in &mut line.tolls {
            if toll.fate == fate && toll.who.n == last - 1 && ordinal(toll).is_none() && !toll.who.part {
                toll.scope = Scope::Part;
            }
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
    for toll in of_main_mut(lines) {
        if toll.fate != fate || !is_stated(toll) || toll.scope != Scope::Whole || toll.at_scene {
            continue;
        }
        let n = toll.who.n;
        let start = toll.who.tokens.start;
        let the = told && [start, start.wrapping_sub(1)].iter().any(|i| page.low(*i) == "the");
        let others = toll.who.part && told && fate != Fate::Killed;
        // "Three of the victims were shot in the leg".
        let some = fate == Fate::Shot && toll.who.part && toll.who.how == How::Bare;
        let one = some || n == 1 && (toll.who.part || told && !is_object(page, toll) || fate == Fate::Shot);
        // "Three people who had been shot were taken there".
        let which = told && (toll.who.tokens.end..toll.said.start).any(|i| page.low(i) == "who");
        let small = one || the || which || others || limited(page, &toll.quote);
        // What stands first may leave the gunman out that the heading counts.
        told |= n == whole || headed.is_some();
        // "One died there; another died in hospital": one more than those told.
        let again = |i: usize| page.low(i) == "another" || order(page.low(i)).is_some();
        let more = n == 1 && toll.who.part && toll.who.how == How::Bare && toll.who.tokens.clone().any(again);
        if n < whole && small || n == whole && more || is_suspect(page, toll) {
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

/// Whether a toll is told of several events, surely ("in separate shootings across the city") or maybe ("in several shootings").
fn several(page: &Page<'_>, sentence: &Range<usize>, quote: &Range<usize>, sure: bool) -> bool {
    let words = if sure { APART } else { SEVERAL };
    let near = quote.start.saturating_sub(REACH).max(sentence.start)..(quote.end + REACH).min(sentence.end);
    let told = |at: usize| {
        let before = at.saturating_sub(4).max(sentence.start)..at;
        let behind = at + 1..(at + 5).min(sentence.end);
        before.chain(behind).any(|i| words.contains(&page.low(i)) && !quote.contains(&i))
    };
    // "A violent weekend": all of its events.
    let weekend = |i: usize| page.low(i) == "weekend" && is_bloody(page.low(i.wrapping_sub(1)));
    // "The four shootings that wounded 12 people": what they did is counted over all of them.
    let subject = |i: usize| {
        let verb = i + 1 + usize::from(matches!(page.low(i + 1), "that" | "which"));
        page.number(i.wrapping_sub(1)).is_some() && quote.start <= verb && verb <= quote.start + 1 && i < quote.start
    };
    // "Eight of them fatally, across the city": no one place's.
    let city = |i: usize| CITY.iter().any(|run| page.reads(i, run));
    if sure && near.clone().any(city) {
        return true;
    }
    near.filter(|i| List::SeriesOf.has(page.low(*i)) || weekend(*i)).any(|i| weekend(i) || subject(i) || told(i))
}

/// Where no single event is.
const CITY: &[&[&str]] =
    &[&["across", "the", "city"], &["around", "the", "city"], &["throughout", "the", "city"], &["citywide"], &["city-wide"]];

/// What is said of a weekend of several crimes.
fn is_bloody(word: &str) -> bool {
    matches!(word, "violent" | "bloody" | "deadly" | "brutal" | "tragic" | "grim" | "deadliest" | "bloodiest")
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
        if self.words.iter().any(|w| List::SeriesOf.has(w.as_str()) || w == "weekend") {
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
        let fatally = |b: usize| {
            fate == Fate::Killed && matches!(self.word(b), "shoots" | "shot" | "stabs") && b > 0 && self.word(b - 1) == "fatally"
        };
        let before = |i: usize| {
            i.checked_sub(1)
                .is_some_and(|b| fatally(b) || says.contains(&self.word(b)) && !matches!(self.word(b), "leaves" | "leaving" | "left"))
        };
        (0..self.words.len()).find_map(|i| self.number(i).filter(|_| behind(i) || before(i)))
    }
}
