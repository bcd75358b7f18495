//! In which town an article's event was: its dateline, "in Springfield", "Springfield police", "Springfield, Ohio", its title.

use std::cmp::Reverse;
use std::ops::Range;

use super::headlines::in_title;
use super::incidents::{Line, Of};
use super::sheet::Page;
use super::streets::is_kind;
use super::town_mentions::{DATELINE, Here, Sign, dateline, mention};
use super::town_names::{Called, is_in_capitals, is_joined, is_no_town, is_side, opens_line};
use crate::value::Place;

/// A town that the article may be about.
#[derive(Clone, Debug)]
struct Candidate {
    name: String,
    state: Option<String>,
    score: u32,
    first: usize,
    /// Whether nothing but "a Bellhaven man" names it.
    home: bool,
    /// How often its police, its mayor or its quarters are named beside the event, and where first.
    forces: (u32, usize),
}

impl Candidate {
    fn is_county(&self) -> bool {
        let low = self.name.to_lowercase();
        low.ends_with(" county") || low.ends_with(" parish")
    }
}

/// Where a town is named.
#[derive(Clone, Debug)]
pub(super) struct Town {
    /// The place, with its state where the article tells it.
    pub(super) place: Place,
    /// Its words, in the order of the text.
    words: Vec<String>,
    /// Where its police or mayor are named, of a town that is told by them alone.
    pub(super) force: Option<usize>,
}

impl Town {
    fn new(candidate: &Candidate, force: Option<usize>) -> Self {
        let place = Place::new(candidate.name.as_str());
        Self::of(if let Some(state) = &candidate.state { place.within(state.as_str()) } else { place }, force)
    }

    fn of(place: Place, force: Option<usize>) -> Self {
        Self { words: place.name.replace('-', " - ").split(' ').map(str::to_lowercase).collect(), place, force }
    }

    /// Where the town's name stands in a range of tokens, and is no street's.
    pub(super) fn find(&self, page: &Page<'_>, range: Range<usize>) -> Option<Range<usize>> {
        let n = self.words.len();
        let reads = |i: usize| self.words.iter().zip(i..).all(|(w, j)| page.low(j) == w) && page.capital(i);
        // "Alder Street", and "Alder County" where the town of Alder is meant.
        let ends = |i: usize| !is_kind(page, i) && !matches!(page.low(i), "county" | "co." | "parish");
        range.clone().find(|i| i + n <= range.end && reads(*i) && ends(i + n)).map(|i| i..i + n)
    }
}

/// So many names tell where an event was: a quarter, a town, a county.
const MOST: usize = 4;
/// So many sentences may open with a dateline.
const DATELINES: usize = 10;
/// And so many where captions stand before it.
const MOST_DATELINES: usize = 40;
/// So many sentences open a report.
const LEAD: usize = 6;

/// The towns that the article's event may have been in, by the weight of what names them: a town, its county, its quarter. A town that
/// is named by its police alone stands last: that of a quarter which is told by its own name.
pub(super) fn towns(page: &Page<'_>, title: &str, lines: &[Line]) -> Vec<Town> {
    let mut all = candidates(page, lines);
    weigh(&mut all, title);
    let best = all.first().map_or(0, |c| c.score);
    if best < 2
        && let Some(place) = in_title(title)
    {
        return vec![Town::of(place, None)];
    }
    let forced = force(&all).filter(|f| *f > 0 && all[0].forces.0 == 0 && all[0].state.is_none());
    let told = |i: usize, c: &Candidate| i == 0 || (i < MOST && !c.home && c.score >= 2 && c.score * 4 >= best);
    let mut chosen: Vec<Town> = Vec::new();
    for (i, candidate) in all.iter().enumerate().filter(|(i, c)| Some(*i) == forced || told(*i, c)) {
        let town = Town::new(candidate, (Some(i) == forced).then_some(candidate.forces.1));
        // "Mill" where "Mill Township" is told.
        if !chosen.iter().any(|t| t.words.starts_with(&town.words)) {
            chosen.push(town);
        }
    }
    chosen.sort_by_key(|t| t.force.is_some());
    chosen
}

/// Puts the towns in order. What the title names weighs more; a county, and where somebody lives, tell less than any town that the
/// event was in.
fn weigh(all: &mut [Candidate], title: &str) {
    let lower = title.to_lowercase();
    for c in all.iter_mut() {
        let name = format!(" {} ", c.name.to_lowercase());
        let named = lower.split(|c: char| !c.is_alphanumeric() && c != ' ').any(|part| format!(" {part} ").contains(&name));
        c.score += 3 * u32::from(named);
        c.home &= !named;
    }
    let town = all.iter().any(|c| !c.home && !c.is_county() && c.score >= 2);
    let vague = |c: &Candidate| if c.home { 2 } else { u8::from(town && c.is_county()) };
    all.sort_by_key(|c| (vague(c), Reverse(c.score), c.first));
}

/// The one town whose police or mayor speak, or speak at least twice as often as those of any other.
fn force(all: &[Candidate]) -> Option<usize> {
    let (at, most) = all.iter().enumerate().max_by_key(|(i, c)| (c.forces.0, Reverse(*i)))?;
    let plain = most.forces.0 > 0 && all.iter().enumerate().all(|(i, c)| i == at || c.forces.0 * 2 <= most.forces.0);
    plain.then_some(at)
}

fn candidates(page: &Page<'_>, lines: &[Line]) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    let called = Called::new(page);
    for (n, (sentence, line)) in page.sentences.iter().zip(lines).enumerate() {
        let tokens = sentence.tokens.clone();
        // Behind captions only what is in capitals.
        let early = n < DATELINES;
        if n < MOST_DATELINES {
            let none = all.iter().all(|c| c.score < DATELINE);
            let opens = |i: &usize| *i == tokens.start && early || none && opens_line(page, *i) && (early || is_in_capitals(page, *i));
            let starts = tokens.clone().filter(opens);
            starts.filter_map(|from| dateline(page, from, &tokens, &called)).for_each(|sign| add(&mut all, sign));
        }
        let own = line.of == Of::Main;
        let told = own && line.speaks;
        let here = Here { sentence: tokens.clone(), leading: told && n < LEAD, told, own, called: &called };
        let mut at = tokens.start;
        while at < tokens.end {
            let inner = at > tokens.start && page.capital(at - 1) && (!is_no_town(page, at - 1) || is_side(page, at - 1));
            let named = called.full_at(page, at);
            if page.capital(at) && (!inner || named.is_some()) && !is_joined(page, at) {
                mention(page, at, &here).filter(|s| s.score > 0).into_iter().for_each(|sign| add(&mut all, sign));
            }
            at = named.unwrap_or(at + 1);
        }
    }
    all
}

fn add(all: &mut Vec<Candidate>, sign: Sign) {
    let Sign { name, state, score, at, home, force } = sign;
    match all.iter_mut().find(|c| c.name.eq_ignore_ascii_case(&name)) {
        Some(c) => {
            c.score += score;
            c.home &= home;
            c.state = c.state.take().or(state);
            c.forces = (c.forces.0 + u32::from(force), if c.forces.0 == 0 { at } else { c.forces.1 });
        }
        None => all.push(Candidate { name, state, score, first: at, home, forces: (u32::from(force), at) }),
    }
}
