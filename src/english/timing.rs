//! Which happening a time in crime news is of: the shot, the call, the finding of a body, a death, or something that came after.
//!
//! A time belongs to the word that it hangs on in the tree: "Sunday's shooting", "was shot on Sunday". Only what is told of the
//! violence itself is a time of it; a call is one within minutes, and everything else is of something else. Where nothing above the time
//! is known here, what hangs on its governor may tell ("the gunfire began at ten"); else nothing is said.

use std::ops::Range;

use jiff::ToSpan;

use super::lexicon::Class;
use super::marks::Mark;
use super::sheet::Page;
use crate::analysis::Deprel;
use crate::value::{Time, TimeForm};
use crate::words::List;

/// What a time is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// The violence itself.
    Itself,
    /// A call, an alarm, officers that come: within minutes of it.
    Call,
    /// A death that may have followed.
    Death,
    /// Something else, by name.
    Other(&'static str),
}

impl Told {
    /// The part of the event that a time is of; none where it is the event's own.
    pub(super) const fn part(self) -> Option<&'static str> {
        match self {
            Self::Itself | Self::Call => None,
            Self::Death => Some("death"),
            Self::Other(what) => Some(what),
        }
    }
}

/// What a time of that form is of: a robbery and the shot in it are of one day, the finding of a body and the shot of one month.
pub(super) fn of_form(told: Told, form: TimeForm) -> Told {
    let clock = matches!(form, TimeForm::Clock(..) | TimeForm::Minute(_) | TimeForm::Hour(..));
    let day = clock || matches!(form, TimeForm::Day(_) | TimeForm::Part(..) | TimeForm::PartOfDay(_));
    match told {
        Told::Other("discovery" | "suicide" | "suspect") | Told::Death if day => told,
        Told::Other(_) if clock => told,
        Told::Other(_) => Told::Itself,
        told => told,
    }
}

/// "Around 9:30 last night" is at 21:30: the part of the day tells which half of it a clock time is in. "Last night at 1:30 a.m." is on
/// the day after.
pub(super) fn by_half(page: &Page<'_>, tokens: &Range<usize>, time: Time) -> Time {
    let TimeForm::Minute(at) = time.form else { return time };
    let (night, late) = (page.any(tokens.clone(), &["night"]), page.any(tokens.clone(), &["evening", "afternoon"]));
    let halved = page.any(tokens.start..tokens.end + 1, &["a.m.", "p.m.", "am", "pm", "a.m", "p.m", "noon", "midnight", "morning"]);
    let form = match at.hour() {
        0..=4 if night && halved && page.any(tokens.clone(), &["last"]) => at.checked_add(1.day()),
        5..=11 if night && !halved => at.checked_add(12.hours()),
        1..=11 if late && !halved => at.checked_add(12.hours()),
        _ => return time,
    };
    form.map_or(time, |at| time.with_form(TimeForm::Minute(at)).in_one_half())
}

/// What is close to the violence and is not it, with the words for it; FrameNet 1.7's Request, Response and Arriving are calls. Other words
/// of the event tell the violence itself.
const TOLD: &[(Told, &str)] = &[
    (Told::Itself, "gunfight battle spree shootout bloodshed violence"),
    (Told::Call, "call calls called 911 responded responding dispatched reported alerted summoned rushed arrived ambulance"),
    (Told::Other("discovery"), "found discovered"),
    (Told::Other("robbery"), "robbery robbed"),
    (Told::Other("home invasion"), "invasion"),
    (Told::Other("argument"), "argument altercation"),
    (Told::Other("fight"), "fight"),
    (Told::Other("crash"), "crash crashed"),
    (Told::Other("standoff"), "standoff"),
    (Told::Other("assault"), "assault"),
];
/// What is done to suspects: FrameNet 1.7's Arrest and Notification_of_charges.
const JUSTICE: &[&str] = &["arrested", "charged", "arraigned", "booked", "indicted", "sentenced", "convicted", "caught", "captured"];
/// How far up a governor is looked for.
const HIGHEST: usize = 8;
/// So many words off a governor its dependents are looked for.
const REACH: usize = 40;
/// How far down below it.
const DEEPEST: usize = 1;

/// The word that a time belongs to and what that tells; `None` where it is of what came after, or where that is not known.
pub(super) fn owner(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>) -> Option<(usize, Told)> {
    if is_stamp(page, sentence, time) {
        return None;
    }
    let words = page.analysis.words();
    let inside = |w: usize| page.analysis.token_of(w).is_some_and(|t| time.contains(&t));
    let top = time.clone().filter_map(|t| page.analysis.word_of(t)).find(|w| words[*w].head.is_none_or(|h| !inside(h)))?;
    // "Questioned yesterday after they were found": what stands behind "after" is of another time.
    let other = |t: usize| t > time.end && (time.end..t).any(|i| List::OtherTimes.has(page.low(i)));
    for word in std::iter::successors(Some(top), |w| words[*w].head).take(HIGHEST) {
        let here = page.analysis.token_of(word).filter(|t| word != top && sentence.contains(t));
        match here.and_then(|t| told(page, sentence, t)) {
            Some(Tells::Event(what)) => return here.filter(|t| !other(*t)).map(|t| (t, what)),
            Some(Tells::After) => return after(page, sentence, time, (here?, word)),
            None => {}
        }
        if let Some(found) = below(page, sentence, time, word, DEEPEST).filter(|(t, _)| !other(*t)) {
            return Some(found);
        }
    }
    None
}

/// A time that the tree hangs on what came after. "Investigating a shooting Sunday", "opened fire on Sunday, police said": it may hang too
/// high; what stands between is nearer. "On Sunday police said they were called": the time is of what they said.
fn after(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>, (at, word): (usize, usize)) -> Option<(usize, Told)> {
    let from = if at < time.start { at + 1 } else { sentence.start };
    // "Arrested in the shooting Tuesday" may be of either; "charged in the shooting of two men on May 2" is not of the charge.
    let free = |i: usize| at >= time.start || !page.any(at..at + 1, JUSTICE) || i + 3 < time.start;
    let nearest = (from..time.start).rev().take(REACH).find_map(|i| Some((i, told(page, sentence, i)?)));
    match nearest {
        Some((i, Tells::Event(what))) => Some((i, what)).filter(|_| free(i)),
        None if at >= time.end && page.view.is(at, Class::SAY) => below(page, sentence, time, word, DEEPEST),
        _ => None,
    }
}

/// The words near another that hang on it. O(1): a sentence may be as long as its text.
fn dependents<'p>(page: &'p Page<'_>, word: usize) -> impl Iterator<Item = usize> + 'p {
    let words = page.analysis.words();
    (word.saturating_sub(REACH)..words.len().min(word + REACH)).filter(move |w| words[*w].head == Some(word))
}

/// What hangs on the governor of a time and tells what it is of.
fn below(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>, word: usize, deep: usize) -> Option<(usize, Told)> {
    // "Anger has been mounting this week after officers shot a boy on Saturday": what it came after is of another time.
    let other = |w: usize| {
        let mark = |d: usize| page.analysis.words()[d].relation == Deprel::Mark;
        let marks = dependents(page, w).filter(|d| mark(*d)).filter_map(|d| page.analysis.token_of(d));
        marks.into_iter().any(|t| List::OtherTimes.has(page.low(t)))
    };
    let modifies = |w: &usize| {
        let relation = page.analysis.words()[*w].relation;
        matches!(relation, Deprel::Compound | Deprel::NmodPoss | Deprel::Amod | Deprel::AclRelcl | Deprel::Appos) || other(*w)
    };
    dependents(page, word).filter(|w| !modifies(w)).find_map(|w| {
        let at = page.analysis.token_of(w).filter(|t| sentence.contains(t) && !time.contains(t))?;
        match told(page, sentence, at) {
            Some(Tells::Event(what)) => Some((at, what)),
            Some(Tells::After) => None,
            None => deep.checked_sub(1).and_then(|deep| below(page, sentence, time, w, deep)),
        }
    })
}

/// "UPDATE 3:30 a.m.:", "Sunday 4:45 p.m. UPDATE:", "Posted 9:12 p.m.", "(06/08/31) - Police …", "USA Today".
fn is_stamp(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let before = time.start.saturating_sub(3).max(sentence.start)..time.start;
    let heads = before.start == sentence.start;
    let marked = page.low(time.end) == ":" || page.any(time.end..time.end + 3, &["update", "updated"]);
    let bracketed = page.low(time.end) == ")" && matches!(page.low(time.end + 1), "-" | "–" | "—" | "--");
    heads && (marked || bracketed) || page.any(before, &["update", "updated", "posted", "published", "usa", "modified"])
}

/// What a word tells.
enum Tells {
    /// The event, or what is close to it.
    Event(Told),
    /// What came after.
    After,
}

/// What a word tells, if it is known here.
fn told(page: &Page<'_>, sentence: &Range<usize>, word: usize) -> Option<Tells> {
    let low = page.low(word);
    let end = |n: usize| (word + n).min(sentence.end);
    if page.marked(word, Mark::DEATH) {
        return Some(Tells::Event(Told::Death));
    }
    // "Charged with murder".
    let charge = matches!(low, "murder" | "murders" | "homicide" | "assault" | "robbery");
    if page.marked(word, Mark::AFTER) || charge && page.any(word.saturating_sub(5).max(sentence.start)..word, JUSTICE) {
        return Some(Tells::After);
    }
    let row = TOLD.iter().find(|(_, words)| words.split(' ').any(|w| w == low));
    // "Alder Drive", "West 50th Place".
    if row.is_none() && !page.marked(word, Mark::EVENT) || matches!(low, "drive" | "place") && page.capital(word) {
        return None;
    }
    if page.any(word..end(4), &["himself", "herself", "themselves"]) {
        return Some(Tells::Event(Told::Other("suicide")));
    }
    let (analysis, suspect) = (page.analysis, |t| page.marked(t, Mark::SUSPECT));
    let subject = |w: usize| dependents(page, w).find(|d| analysis.words()[*d].relation == Deprel::NsubjPass);
    if analysis.word_of(word).and_then(subject).and_then(|s| analysis.token_of(s)).is_some_and(suspect) {
        return Some(Tells::Event(Told::Other("suspect")));
    }
    // "Found with a gunshot wound": officers that came.
    if low == "found" && page.any(word..end(8), &["suffering", "wound", "wounds", "shot", "gunshot", "bleeding"]) {
        return Some(Tells::Event(Told::Call));
    }
    Some(Tells::Event(row.map_or(Told::Itself, |r| r.0)))
}
