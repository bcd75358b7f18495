//! Crime news as a whole: which sentences tell of the event that the article is about, and when, where and whom it befell.
//!
//! Reports tell of one shooting in many words: "the shooting", "gunfire erupted", "was pronounced dead". Here they become one
//! event. What a report tells of other events, of years and cities and of statistics is kept apart from it.

use std::ops::Range;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::casualties::{Toll, tolls};
use super::discourse::{Discourse, Happening};
use super::ledger::Writer;
use super::lexicon::Class;
use super::marks::{Mark, OTHERWISE};
use super::reckoning::reckon;
use super::sheet::Page;
use super::timing::{Told, by_half, of_form, owner};
use super::towns::towns;
use super::values::Draft;
use crate::normalize::{TimeSpan, TimeValue};
use crate::value::{Modifier, Time, TimeForm};

/// A draft, its sentence, and whom it credits.
pub(super) type Drafted = (Draft, Range<usize>, Vec<Arc<str>>);

/// What the incident reader changes.
pub(super) struct Book<'b> {
    pub(super) discourse: &'b mut Discourse,
    pub(super) drafts: &'b mut Vec<Drafted>,
    pub(super) triggers: &'b mut Vec<(usize, Range<usize>)>,
    pub(super) title: &'b str,
    pub(super) published: Option<Date>,
}

/// Fewest words of violence and of what stands beside it in a text that tells of a crime.
const VIOLENT: usize = 3;
/// Among so many of its first tokens a report of violence says so.
const LEAD: usize = 240;
/// And at least one token in so many is a word of violence or of those who deal with it.
const SPARSE: usize = 160;

/// A time told of an event, with the word that ties it.
pub(super) struct Stamp {
    pub(super) time: Time,
    pub(super) tokens: Range<usize>,
    pub(super) word: usize,
    pub(super) told: Told,
}

impl Stamp {
    /// Whether it is of the event, and not of what followed.
    fn is_own(&self) -> bool {
        matches!(self.told, Told::Itself | Told::Call)
    }
}

/// Of which event a sentence tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Of {
    Main,
    /// Another event, of that time where it is told.
    Other(Option<Time>),
    /// A line that leads to another story.
    Link,
}

/// A sentence.
pub(super) struct Line {
    pub(super) tokens: Range<usize>,
    pub(super) tolls: Vec<Toll>,
    pub(super) stamps: Vec<Stamp>,
    pub(super) speaks: bool,
    pub(super) of: Of,
}

/// Reads an article that tells of violence; leaves others as they are.
pub(super) fn read(page: &Page<'_>, book: &mut Book<'_>) {
    let mut lines: Vec<Line> = page.sentences.iter().map(|s| line(page, &s.tokens, book.published)).collect();
    for line in lines.iter_mut().filter(|l| is_link(page, l)) {
        line.of = Of::Link;
    }
    let lead = lines.iter().position(|l| l.of != Of::Link && !l.tolls.is_empty());
    let day = main_day(&lines, lead);
    for (n, line) in lines.iter_mut().enumerate().filter(|(n, l)| l.of != Of::Link && Some(*n) != lead) {
        let _ = n;
        line.of = of(page, line, day);
    }
    if !lines.iter().any(|l| l.of == Of::Main && l.speaks) {
        return;
    }
    reckon(page, book.title, &mut lines);
    let towns = towns(page, book.title, &lines);
    let town = towns.first().cloned();
    let main = main_event(page, book, &lines);
    let mut writer = Writer { page, book, lines: &lines, main, others: FxHashMap::default(), town, towns, roles: Vec::new(), series: None };
    writer.gather();
    writer.settle(day);
    writer.tolls();
    writer.only_shot();
    writer.times(day);
    writer.places();
    writer.persons();
}

/// Whether a text tells of violence often enough.
pub(super) fn is_violent(page: &super::names::View<'_>) -> bool {
    let violent = |w: &&super::lexicon::Word| w.class.is(Class::VIOLENT);
    let any = page.words.iter().filter(violent).take(2).count();
    let all = page.words.iter().filter(|w| w.class.is(Class::VIOLENT.or(Class::CRIME))).count();
    // A speech or a survey that mentions a shooting is no report of one.
    let lead = || page.words.iter().take(LEAD);
    let begins = lead().any(|w| violent(&w)) || lead().filter(|w| w.class.is(Class::CRIME)).count() >= VIOLENT;
    let about = begins && all * SPARSE >= page.words.len();
    (any == 2 || any == 1 && all >= VIOLENT) && about
}

fn line(page: &Page<'_>, tokens: &Range<usize>, published: Option<Date>) -> Line {
    let (tolls, _) = tolls(page, tokens);
    let speaks = !tolls.is_empty() || tokens.clone().any(|i| page.marked(i, Mark::EVENT));
    let stamps = page.times_of(tokens).iter().filter_map(|t| stamp(page, tokens, t, published)).collect();
    Line { tokens: tokens.clone(), tolls, stamps, speaks, of: Of::Main }
}

/// Ties a time to the nearest word that can have one; `None` where that is of what came after.
fn stamp(page: &Page<'_>, sentence: &Range<usize>, span: &TimeSpan, published: Option<Date>) -> Option<Stamp> {
    let TimeValue::Time(time) = span.value else { return None };
    let vague = matches!(time.form, TimeForm::Present | TimeForm::Past | TimeForm::Future);
    if vague || matches!(page.low(span.tokens.start.wrapping_sub(1)), "since" | "until" | "till" | "into") {
        return None;
    }
    // "The 1700 block", "August Brandt": no year, no month.
    let bare = matches!(time.form, TimeForm::Year(_) | TimeForm::Decade(_) | TimeForm::Month(..)) && span.tokens.len() == 1;
    let named = page.chunks_of(sentence).iter().any(|(c, _)| c.tokens.contains(&span.tokens.start) && c.tokens.len() > 1);
    if bare && (named || matches!(page.low(span.tokens.end), "block" | "-" | "hundred")) {
        return None;
    }
    let (word, told) = owner(page, sentence, &span.tokens)?;
    let (told, time) = (of_form(told, time.form), by_half(page, &span.tokens, time));
    let time = if is_weekday(page, &span.tokens) { told_back(time, published) } else { time };
    Some(Stamp { time: near_enough(time, told), tokens: span.tokens.clone(), word, told })
}

/// Whether a weekday stands in the words of a time, and no date.
fn is_weekday(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    page.any(tokens.clone(), &NAMES)
}

/// What happened did so before it was told: "is to leave hospital Wednesday" beside it makes no weekday that of the week to come.
fn told_back(time: Time, published: Option<Date>) -> Time {
    let ahead = published.zip(day_of(time)).is_some_and(|(told, day)| day > told);
    let back = |day: Date| day.checked_sub(7.days()).unwrap_or(day);
    let form = match time.form {
        TimeForm::Day(day) => TimeForm::Day(back(day)),
        TimeForm::Part(day, part) => TimeForm::Part(back(day), part),
        TimeForm::Hour(day, hour) => TimeForm::Hour(back(day), hour),
        TimeForm::Minute(at) => TimeForm::Minute(back(at.date()).to_datetime(at.time())),
        other => other,
    };
    if ahead { time.with_form(form) } else { time }
}

/// A call is within minutes of the shot: its time is about that of the event.
fn near_enough(time: Time, told: Told) -> Time {
    let sharp = matches!(time.form, TimeForm::Clock(..) | TimeForm::Minute(_) | TimeForm::Hour(..));
    if told == Told::Call && sharp && time.modifier.is_none() { time.hedged(Modifier::Approx) } else { time }
}

fn day_of(time: Time) -> Option<Date> {
    time.form.interval().filter(|i| i.is_of_a_day()).and_then(crate::value::Interval::first_day)
}

/// The day that most times of the event are of; of several the one told first. Where the sentence that leads dates its event
/// otherwise, that is the event.
fn main_day(lines: &[Line], lead: Option<usize>) -> Option<Date> {
    let most = |own: bool| {
        let mut votes: Vec<(Date, usize)> = Vec::new();
        let stamps = lines.iter().filter(|l| l.of != Of::Link).flat_map(|l| &l.stamps).filter(|s| s.is_own() == own);
        for day in stamps.filter_map(|s| day_of(s.time)) {
            match votes.iter_mut().find(|v| v.0 == day) {
                Some(v) => v.1 += 1,
                None => votes.push((day, 1)),
            }
        }
        votes.iter().enumerate().max_by_key(|(i, v)| (v.1, std::cmp::Reverse(*i))).map(|(_, v)| v.0)
    };
    let day = most(true).or_else(|| most(false))?;
    let main = Time::day(day).entailed();
    let leading = || lead.into_iter().flat_map(|l| &lines[l].stamps).filter(|s| s.is_own());
    let gap = |s: &Stamp| main.zip(s.time.entailed()).is_some_and(|(m, t)| m.gap(t) > NEAR);
    if leading().next().is_some() && leading().all(gap) { leading().next().and_then(|s| day_of(s.time)) } else { Some(day) }
}

/// So many days off the main one is another event's.
const NEAR: i64 = 3 * 86_400;

/// "RELATED: …": a line that leads to another story.
fn is_link(page: &Page<'_>, line: &Line) -> bool {
    let first = page.low(line.tokens.start);
    let mark = page.low(line.tokens.start + 1);
    page.marked(line.tokens.start, Mark::LINK) && (matches!(mark, ":" | "|" | ">") || first == "+")
}

fn of(page: &Page<'_>, line: &Line, day: Option<Date>) -> Of {
    let main = day.and_then(|d| Time::day(d).entailed());
    let far = |s: &&Stamp| matches!((main, s.time.entailed()), (Some(m), Some(t)) if m.gap(t) > NEAR);
    let near = |s: &&Stamp| matches!((main, s.time.entailed()), (Some(m), Some(t)) if m.gap(t) <= NEAR && t.is_of_a_day());
    if line.stamps.iter().any(|s| near(&s)) {
        return Of::Main;
    }
    if let Some(other) = line.stamps.iter().find(far) {
        return Of::Other(Some(other.time));
    }
    if otherwise(page, &line.tokens) { Of::Other(None) } else { Of::Main }
}

fn otherwise(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|i| OTHERWISE.split('|').any(|run| run.split(' ').zip(i..).all(|(w, j)| page.low(j) == w)))
}

/// What kind of violence the article tells of most.
fn action(page: &Page<'_>) -> &'static str {
    let count = |words: &[&str]| page.sentences.iter().flat_map(|s| s.tokens.clone()).filter(|i| words.contains(&page.low(*i))).count();
    let shot = count(&[
        "shot",
        "shots",
        "shooting",
        "shootings",
        "gunman",
        "gunmen",
        "gunfire",
        "gun",
        "gunshot",
        "bullet",
        "bullets",
        "gunned",
        "shooter",
    ]);
    let stabbed = count(&["stabbed", "stabbing", "stabbings", "knife", "knives", "stab", "machete"]);
    match (shot, stabbed) {
        (0, 0) => "kill",
        (shot, stabbed) if stabbed > shot => "stab",
        _ => "shoot",
    }
}

/// Actions that one shooting is told in.
pub(super) const ONE: &[&str] = &["shoot", "stab", "kill", "injure"];

/// The happening that the article is about: the first of its kind that a main sentence tells of, or a new one.
fn main_event(page: &Page<'_>, book: &mut Book<'_>, lines: &[Line]) -> usize {
    let action = action(page);
    let is_main = |token: usize| lines.iter().any(|l| l.of == Of::Main && l.tokens.contains(&token));
    let known = book.triggers.iter().find(|(e, t)| book.discourse.happenings[*e].action == action && is_main(t.start)).map(|t| t.0);
    let main = known.unwrap_or_else(|| {
        book.discourse.happenings.push(Happening::new(action, Vec::new()));
        book.discourse.happenings.len() - 1
    });
    book.discourse.harm = Some(main);
    main
}
