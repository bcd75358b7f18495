//! Persons of crime and accident news: their ages as reports set them beside the name, and whether they are victims or suspects.

use std::ops::Range;

use super::lexicon::Class;
use super::marks::Mark;
use super::sheet::Page;
use crate::words::List;

/// "Ada Okafor, 23,", "Ada Okafor (23)", "Ada Okafor, age 23", "Ada Okafor Jr., 24": the token of the age, the years, and where the words end.
pub(super) fn age_behind(page: &Page<'_>, end: usize) -> Option<(usize, i64, usize)> {
    let mut at = end;
    if List::NameSuffixes.has(page.str(at)) {
        at += 1;
    } else if page.low(at) == "," && List::NameSuffixes.has(page.str(at + 1)) {
        at += 2;
    }
    let mark = page.low(at);
    let opened = matches!(mark, "," | "(");
    let mut next = at + usize::from(opened);
    let told = matches!(page.low(next), "age" | "aged");
    next += usize::from(told);
    if !(opened || told) {
        return None;
    }
    let years = page.number(next).filter(|n| *n < 120 && page.view.tokens[next].kind == crate::text::TokenKind::Number)?;
    let behind = page.low(next + 1);
    let aux = Class::BE.or(Class::HAVE).or(Class::AND).or(Class::WHO).or(Class::WILL);
    let closed =
        behind.is_empty() || List::BehindAge.has(behind) || page.view.is(next + 1, aux) || behind.ends_with("ed") || page.capital(next + 1);
    // "May 3, 2015", "Ada Okafor, 15 minutes": no ages.
    let dated = told || !page.any(next + 1..next + 2, &["minutes", "miles", "people", "others"]);
    // "-" opens "23-year-old", which is read elsewhere.
    let hyphen = behind == "-" && matches!(page.low(next + 2), "year" | "month" | "week" | "day");
    let close = next + 1 + usize::from(matches!(behind, "," | ")"));
    (closed && dated && !hyphen).then_some((next, years, close))
}

/// What somebody is in the event told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// Killed, hurt or shot.
    Victim,
    /// Arrested, charged, or said to have done it.
    Suspect,
}

impl Role {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Victim => "victim",
            Self::Suspect => "suspect",
        }
    }
}

/// Whether somebody named at `tokens` is told to be a suspect or a victim by the words around the name.
pub(super) fn role_beside(page: &Page<'_>, sentence: &Range<usize>, tokens: &Range<usize>) -> Option<Role> {
    let aux = Class::BE.or(Class::HAVE).or(Class::ADV);
    let mut next = tokens.end;
    // "Ada Okafor, 23, of Porto, was arrested".
    let mut steps = 0;
    while next < sentence.end && steps < 12 && !page.marked(next, Mark::JUSTICE) {
        let plain = page.view.is(next, aux.or(Class::PREP))
            || matches!(page.low(next), "," | "also" | "who" | "now" | "a")
            || page.capital(next)
            || page.number(next).is_some();
        if !plain {
            break;
        }
        next += 1;
        steps += 1;
    }
    let judged = page.marked(next, Mark::JUSTICE)
        && !(matches!(page.low(next), "opened" | "fired") && page.low(next + 1) != "fire" && page.low(next + 1) != "at");
    let before = tokens.start.wrapping_sub(1);
    let arrested = List::AccusedBefore.has(page.low(before)) && tokens.start > sentence.start;
    if judged || arrested {
        return Some(Role::Suspect);
    }
    named_as(page, sentence, tokens)
}

/// "identified the victim as A", "the suspect, A,", "victims A and B", "A is the suspect".
fn named_as(page: &Page<'_>, sentence: &Range<usize>, tokens: &Range<usize>) -> Option<Role> {
    let from = tokens.start.saturating_sub(14).max(sentence.start);
    let list = |mark: Mark| (from..tokens.start).rev().find(|i| page.marked(*i, mark));
    let near = |at: usize| {
        let gap = at + 1..tokens.start;
        // "The victim of the Membury shooting as 19-year-old Ada Okafor".
        let described = (gap.clone().rev())
            .find(|i| !(page.capital(*i) || page.number(*i).is_some() || matches!(page.low(*i), "-" | "year" | "old" | "," | "and")));
        if described.is_some_and(|i| page.low(i) == "as") && !page.any(gap.clone(), &["by", "said", "told", "who"]) {
            return true;
        }
        let links = |i: usize| List::RoleLinks.has(page.low(i)) || page.capital(i) || page.number(i).is_some();
        gap.clone().all(links)
    };
    let victim = list(Mark::VICTIM).filter(|at| near(*at));
    let suspect = list(Mark::SUSPECT).filter(|at| near(*at));
    match (victim, suspect) {
        (Some(v), Some(s)) => Some(if v > s { Role::Victim } else { Role::Suspect }),
        (Some(_), None) => Some(Role::Victim),
        (None, Some(_)) => Some(Role::Suspect),
        (None, None) => None,
    }
}
