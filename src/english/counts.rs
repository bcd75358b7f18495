//! Counts of victims without a predicate of their own: the fate as an adjective ("two slain officers"), and tolls that are brought,
//! or stand, at a number ("bringing the number of dead to four").

use std::ops::Range;

use super::casualties::{Fate, Toll, is_unreal};
use super::lexicon::Class;
use super::people::{Group, How, new};
use super::reckoning::Scope;
use super::sheet::Page;

/// Adjectives of fate before a noun for people: FrameNet 1.7's Dead_or_alive, Killing and Experience_bodily_harm.
const ADJECTIVES: &[(&str, Fate)] = &[
    ("dead", Fate::Killed),
    ("deceased", Fate::Killed),
    ("slain", Fate::Killed),
    ("murdered", Fate::Killed),
    ("fallen", Fate::Killed),
    ("injured", Fate::Injured),
    ("wounded", Fate::Injured),
    ("hospitalized", Fate::Hospitalised),
    ("hospitalised", Fate::Hospitalised),
];

/// Beginnings of the nouns for those of whom "fallen" says that they are dead; a fallen rider fell.
const FALL: &[&str] = &[
    "officer",
    "deput",
    "trooper",
    "sergeant",
    "detective",
    "police",
    "cop",
    "constable",
    "guard",
    "soldier",
    "marine",
    "sailor",
    "veteran",
    "firefighter",
    "paramedic",
    "agent",
    "service",
    "member",
];

/// The counts of a sentence that have no predicate; `told` are those that have.
pub(super) fn unsaid(page: &Page<'_>, sentence: &Range<usize>, people: &[Group], told: &[Toll]) -> Vec<Toll> {
    let counted = people.iter().filter_map(|g| described(page, sentence, g));
    let mut out: Vec<Toll> = counted.chain(brought(page, sentence)).collect();
    let overlaps = |a: &Toll, b: &Toll| a.fate == b.fate && a.quote.start < b.quote.end && b.quote.start < a.quote.end;
    // "One wounded woman died": she counts among the dead.
    let died = |t: &Toll, new: &Toll| t.fate == Fate::Killed && t.who.tokens == new.who.tokens;
    out.retain(|new| !told.iter().any(|t| overlaps(t, new) || died(t, new)));
    out
}

/// "The two slain officers": an adjective between the number and the noun. What is joined ("two slain men and a guard") is left alone:
/// the adjective need not be of all.
fn described(page: &Page<'_>, sentence: &Range<usize>, group: &Group) -> Option<Toll> {
    let noun = group.noun.filter(|_| group.how == How::Counted)?;
    let (at, fate) = (group.tokens.start..noun).find_map(|i| {
        let row = ADJECTIVES.iter().find(|(word, _)| *word == page.low(i))?;
        // "Fatally wounded": dead.
        let dead = row.1 == Fate::Injured && matches!(page.low(i.wrapping_sub(1)), "fatally" | "mortally");
        Some((i, if dead { Fate::Killed } else { row.1 }))
    })?;
    let falls = || FALL.iter().any(|f| page.low(noun).starts_with(f));
    let fits = page.low(at) != "fallen" || falls();
    (fits && !is_unreal(page, sentence, at, fate)).then(|| toll(fate, group.clone(), at..at + 1, group.tokens.clone()))
}

/// Nouns for a toll, behind which the number stands.
const TOLLS: &[(&str, Fate)] = &[
    ("death toll", Fate::Killed),
    ("death count", Fate::Killed),
    ("body count", Fate::Killed),
    ("number of dead", Fate::Killed),
    ("number of deaths", Fate::Killed),
    ("number of fatalities", Fate::Killed),
    ("number of people killed", Fate::Killed),
    ("number of victims killed", Fate::Killed),
    ("number of those killed", Fate::Killed),
    ("number killed", Fate::Killed),
    ("number of injured", Fate::Injured),
    ("number of wounded", Fate::Injured),
    ("number of people injured", Fate::Injured),
    ("number of people wounded", Fate::Injured),
];

/// What somebody's death does to a toll.
const BRING: &[&str] = &[
    "bringing",
    "brings",
    "brought",
    "raising",
    "raises",
    "raised",
    "pushing",
    "pushes",
    "pushed",
    "upping",
    "upped",
    "increasing",
    "increases",
    "increased",
    "lifting",
    "lifted",
    "taking",
];

/// Words beside a toll of a city's year rather than of an event.
const STATISTICS: &[&str] = &[
    "year",
    "years",
    "month",
    "city",
    "county",
    "homicide",
    "homicides",
    "weekend",
    "annual",
    "nationwide",
    "state",
    "since",
    "shootings",
];

/// Most words between a toll's noun and its number.
const REACH: usize = 14;

/// "Bringing the number of dead to four", "the death toll rose to four", "the death toll stands at four".
fn brought<'p>(page: &'p Page<'_>, sentence: &'p Range<usize>) -> impl Iterator<Item = Toll> + 'p {
    sentence.clone().filter_map(move |at| {
        let (words, fate) = TOLLS.iter().find(|(words, _)| words.split(' ').zip(at..).all(|(w, i)| page.low(i) == w))?;
        let end = at + words.split(' ').count();
        let limit = (end + REACH).min(sentence.end);
        let stop = (end..limit).find(|i| matches!(page.low(*i), "," | ";" | ":" | "(")).unwrap_or(limit);
        let bring = page.any(at.saturating_sub(4).max(sentence.start)..at, BRING);
        let verb = if bring { Some(end) } else { (end..stop).find(|i| page.view.is(*i, Class::REACH.or(Class::BE))) }?;
        let number = (verb..stop).find(|i| page.number(*i).is_some())?;
        let mut from = number;
        while from > verb && page.hedge(from - 1) {
            from -= 1;
        }
        let tied = matches!(page.low(from.wrapping_sub(1)), "to" | "at") || page.view.is(from - 1, Class::REACH.or(Class::BE));
        let around = at.saturating_sub(4).max(sentence.start)..(number + 5).min(sentence.end);
        if !tied || page.any(around, STATISTICS) || matches!(page.low(number + 1), "%" | "percent" | "-") {
            return None;
        }
        let who = new(page.number(number)?, How::Counted, from..number + 1);
        (!is_unreal(page, sentence, number, *fate)).then(|| toll(*fate, who, at..end, at..number + 1))
    })
}

fn toll(fate: Fate, who: Group, said: Range<usize>, quote: Range<usize>) -> Toll {
    Toll { fate, who, said, quote, at_scene: false, scope: Scope::Whole }
}
