//! Which happening a time in crime news is of: the shot, the call, the finding of a body, a death, or something that came after.
//!
//! A time belongs to the predicate of its own clause, or to the noun that it stands before ("Sunday's shooting"). Only what is told of the
//! violence itself is a time of it; a call is one within minutes, and everything else is of something else. Where the predicate
//! is none of the words known here, nothing is said: "the café shut at ten after hearing of the killing".
//!
//! This file does not parse: a clause is what stands between commas and conjunctions.

use std::ops::Range;

use jiff::ToSpan;

use super::lexicon::Class;
use super::marks::Mark;
use super::sheet::Page;
use crate::value::{Time, TimeForm};

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

/// Verbs of happening, whose subject is the event: FrameNet 1.7's Event and Catastrophe.
const OCCURS: &[&str] = &["happened", "happen", "happens", "occurred", "occurring", "occur", "occurs", "erupted", "rang", "unfolded"];
/// Verbs of violence, FrameNet 1.7's Cause_harm, Killing, Attack, Use_firearm, Hit_target.
const HARMS: &[&str] = &[
    "shot",
    "killed",
    "killing",
    "wounded",
    "wounding",
    "injured",
    "injuring",
    "stabbed",
    "gunned",
    "slain",
    "murdered",
    "ambushed",
    "attacked",
    "struck",
    "hit",
    "beaten",
    "fired",
    "firing",
    "fatally",
    "discharged",
    "assaulted",
];
/// Nouns of violence, the event itself.
const EVENTS: &[&str] = &[
    "shooting",
    "shootings",
    "gunfire",
    "gunshots",
    "shots",
    "stabbing",
    "stabbings",
    "attack",
    "ambush",
    "slaying",
    "slayings",
    "murder",
    "murders",
    "homicide",
    "killings",
    "killing",
    "incident",
    "rampage",
    "massacre",
    "tragedy",
    "shootout",
    "bloodshed",
    "violence",
    "gunfight",
    "battle",
    "spree",
];
/// What is shot with and shot, and who shoots: their time is that of the shot.
const SHOTS: &[&str] = &["gunshot", "gunman", "gunmen", "bullet", "bullets", "wound", "wounds"];
/// Calls for help and those who come: FrameNet 1.7's Request, Response, Arriving, as crime reports have them.
const CALLS: &[&str] = &["call", "calls", "called", "911", "responded", "dispatched", "reported", "alerted", "summoned", "rushed"];
/// What is done to suspects: FrameNet 1.7's Arrest and Notification_of_charges.
const JUSTICE: &[&str] = &["arrested", "charged", "arraigned", "booked", "indicted", "sentenced", "convicted", "caught", "captured"];
/// What is close to the violence and is not it.
const BESIDE: &[(&str, &str)] = &[
    ("found", "discovery"),
    ("discovered", "discovery"),
    ("robbery", "robbery"),
    ("robbed", "robbery"),
    ("invasion", "home invasion"),
    ("argument", "argument"),
    ("altercation", "argument"),
    ("fight", "fight"),
    ("crash", "crash"),
    ("crashed", "crash"),
    ("standoff", "standoff"),
    ("assault", "assault"),
];
/// Those who come when they are called.
const OFFICERS: &[&str] = &[
    "police",
    "officers",
    "officer",
    "deputies",
    "deputy",
    "paramedics",
    "medics",
    "firefighters",
    "responders",
    "crews",
    "they",
    "troopers",
];
/// What parts one clause from the next.
const BOUNDS: &[&str] = &[
    ",",
    ";",
    ":",
    "—",
    "–",
    "--",
    "(",
    ")",
    "\"",
    "when",
    "after",
    "before",
    "and",
    "but",
    "while",
    "as",
    "that",
    "who",
    "which",
    "where",
    "because",
    "since",
    "until",
    "following",
    "then",
];
/// Words of a clause that are no predicate and no subject.
const SMALL: &[&str] = &[
    "at",
    "on",
    "in",
    "the",
    "a",
    "an",
    "about",
    "around",
    "approximately",
    "just",
    "shortly",
    "early",
    "late",
    "by",
    "from",
    "between",
    "before",
    "after",
    "roughly",
    "near",
    "nearly",
    "sometime",
    "almost",
    "last",
    "this",
    "is",
    "some",
    "o'clock",
    "of",
    "until",
    "back",
    "only",
    "later",
    "earlier",
    "exactly",
    "time",
    "minutes",
    "hours",
    "few",
    "little",
    "past",
    "to",
    "also",
    "meanwhile",
];
/// So many words to either side of a time can tell what it is of.
const REACH: usize = 30;

/// The word that a time belongs to and what that tells; `None` where it is of what came after, or where that is not known.
pub(super) fn owner(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>) -> Option<(usize, Told)> {
    if is_stamp(page, sentence, time) {
        return None;
    }
    if let Some(noun) = attributive(page, sentence, time) {
        return Some((noun, Told::Itself));
    }
    let word = predicate(page, sentence, time)?;
    Some((word, told(page, sentence, word, time)?))
}

/// "UPDATE 3:30 a.m.:", "Sunday 4:45 p.m. UPDATE:", "Posted 9:12 p.m.", "(06/08/31) - Police …", "USA Today".
fn is_stamp(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let before = time.start.saturating_sub(3).max(sentence.start)..time.start;
    let heads = before.start == sentence.start;
    let marked = page.low(time.end) == ":" || page.any(time.end..time.end + 3, &["update", "updated"]);
    let bracketed = page.low(time.end) == ")" && matches!(page.low(time.end + 1), "-" | "–" | "—" | "--");
    heads && (marked || bracketed) || page.any(before, &["update", "updated", "posted", "published", "usa", "modified"])
}

/// "Sunday's fatal shooting", "the early morning attack": the noun that the time stands before.
fn attributive(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>) -> Option<usize> {
    let mut at = time.end;
    let possessive = matches!(page.low(at), "'s" | "s");
    at += usize::from(possessive);
    let end = (at + 6).min(sentence.end);
    while at < end {
        let word = page.low(at);
        if EVENTS.contains(&word) {
            return Some(at);
        }
        let inside = matches!(
            word,
            "fatal" | "deadly" | "mass" | "drive" | "-" | "by" | "double" | "triple" | "quadruple" | "morning" | "night" | "'s"
        ) || matches!(
            word,
            "afternoon"
                | "evening"
                | "nightclub"
                | "downtown"
                | "officer"
                | "involved"
                | "gang"
                | "related"
                | "horrific"
                | "tragic"
                | "police"
        );
        let plain = page.is_word(at) && !page.marked(at, Mark::EVENT.or(Mark::AFTER)) && !page.view.is(at, Class::CLOSED);
        if !(inside || possessive && plain) {
            return None;
        }
        at += 1;
    }
    None
}

fn is_bound(page: &Page<'_>, i: usize) -> bool {
    BOUNDS.contains(&page.low(i)) || matches!(page.low(i), "say" | "says")
}

fn is_telling(page: &Page<'_>, i: usize) -> bool {
    let low = page.low(i);
    match low {
        // "Alder Drive", "West 50th Place".
        "drive" | "place" if page.capital(i) => false,
        "drive" => page.low(i + 1) == "-",
        // "Turned himself in", and not "the party turned violent".
        "turned" => page.any(i..i + 4, &["in"]),
        _ => {
            page.marked(i, Mark::EVENT.or(Mark::DEATH).or(Mark::AFTER))
                || HARMS.contains(&low)
                || EVENTS.contains(&low)
                || CALLS.contains(&low)
        }
    }
}

/// "Police said" in between, which is no predicate of what is told.
fn is_credit(page: &Page<'_>, i: usize) -> bool {
    (page.view.is(i, Class::SAY) || page.low(i) == "according") && page.marked(i, Mark::AFTER)
}

/// The word of the predicate that the time stands beside.
fn predicate(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>) -> Option<usize> {
    let times = page.times_of(sentence);
    // Times of one phrase: "at 5 p.m. Sunday".
    let skip = |i: usize| SMALL.contains(&page.low(i)) || page.low(i) == "." || times.iter().any(|t| t.tokens.contains(&i));
    let mut from = time.start;
    // "Before 2 a.m." opens no clause.
    while from > sentence.start && (matches!(page.low(from - 1), "before" | "after") || SMALL.contains(&page.low(from - 1))) {
        from -= 1;
    }
    while from > sentence.start && !is_bound(page, from - 1) {
        from -= 1;
    }
    if let Some(word) = (from..time.start).rev().find(|i| is_telling(page, *i)) {
        return Some(word);
    }
    if (from..time.start).any(|i| !skip(i)) {
        return in_sentence(page, sentence, from).or_else(|| at_once(page, sentence, time));
    }
    let fronted = from == sentence.start || !matches!(page.low(from - 1), "," | "—" | "–" | "--" | ")");
    let before = if fronted { None } else { across(page, sentence, from) };
    before.filter(|i| !page.marked(*i, Mark::AFTER)).or_else(|| behind(page, sentence, time)).or_else(|| in_sentence(page, sentence, from))
}

/// A clause whose predicate is not known: "killed while playing on April 10", "shot near 57th and Alder about 2 a.m.". Left over
/// conjunctions, not over commas.
fn in_sentence(page: &Page<'_>, sentence: &Range<usize>, from: usize) -> Option<usize> {
    let first = from.saturating_sub(REACH).max(sentence.start);
    let stop = |i: usize| matches!(page.low(i), "," | ";" | ":" | "—" | "–" | "--" | "\"");
    (first..from).rev().take_while(|i| !stop(*i)).find(|i| is_telling(page, *i))
}

/// Right of a time in a clause whose predicate is not known, and close: "cleaning a rifle at noon when it fired", "hospitalized
/// Sunday after being shot", "went from house to house Monday, killing three".
fn at_once(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>) -> Option<usize> {
    let next = page.low(time.end);
    let near = |from: usize, to: usize| (from..to.min(sentence.end)).find(|i| is_telling(page, *i));
    match next {
        "when" | "and" => near(time.end + 1, time.end + 12),
        "after" => near(time.end + 1, time.end + 5),
        "led" | "left" => near(time.end + 1, time.end + 8),
        "," if page.low(time.end + 1).ends_with("ing") => near(time.end + 1, time.end + 2),
        "," if page.low(time.end + 1) == "when" => near(time.end + 2, time.end + 12),
        "in" | "on" | "at" | "near" | "outside" | "inside" => {
            let when =
                (time.end..(time.end + 14).min(sentence.end)).take_while(|i| page.low(*i) != ",").find(|i| page.low(*i) == "when")?;
            near(when + 1, when + 12)
        }
        _ => None,
    }
}

/// Left over commas: the nearest word that tells.
fn across(page: &Page<'_>, sentence: &Range<usize>, from: usize) -> Option<usize> {
    let first = from.saturating_sub(REACH).max(sentence.start);
    (first..from).rev().find(|i| is_telling(page, *i) && !is_credit(page, *i))
}

/// Right of a time that opens its clause: the first word that tells.
fn behind(page: &Page<'_>, sentence: &Range<usize>, time: &Range<usize>) -> Option<usize> {
    let last = (time.end + REACH).min(sentence.end);
    // "At 5 p.m. police said they were called": who speaks gives no clock times of speaking.
    let clock = page.any(time.start..time.end + 1, &["a.m.", "p.m.", "am", "pm", "a.m", "p.m", "noon", "midnight"]);
    let parenthesis = |i: usize| is_credit(page, i) && (clock || page.low(i + 1) == "," || page.low(i) == "according");
    (time.end..last).find(|i| is_telling(page, *i) && !parenthesis(*i))
}

fn told(page: &Page<'_>, sentence: &Range<usize>, word: usize, time: &Range<usize>) -> Option<Told> {
    let low = page.low(word);
    let clause = page.clause_start(sentence, word)..word;
    let reads = |words: &[&str]| page.any(clause.clone(), words);
    if page.marked(word, Mark::DEATH) || low == "dead" && page.marked(word.wrapping_sub(1), Mark::DEATH) {
        return Some(Told::Death);
    }
    if page.marked(word, Mark::AFTER) {
        return None;
    }
    // "Reported on Tuesday" by a paper; "was reported about 3 p.m.".
    if low == "reported" && !page.view.is(word.wrapping_sub(1), Class::BE) {
        return None;
    }
    if OCCURS.contains(&low) || (low == "place" && matches!(page.low(word.wrapping_sub(1)), "took" | "take" | "takes" | "taking" | "taken"))
    {
        return Some(Told::Itself);
    }
    if HARMS.contains(&low) {
        if page.any(word..(word + 4).min(sentence.end), &["himself", "herself", "themselves"]) {
            return Some(Told::Other("suicide"));
        }
        let passive = page.any(word.saturating_sub(4).max(clause.start)..word, &["was", "were", "been"]);
        if passive && clause.clone().any(|i| page.marked(i, Mark::SUSPECT)) {
            return Some(Told::Other("suspect"));
        }
        return Some(Told::Itself);
    }
    // "Charged with murder Tuesday"; "arrested in the shooting Tuesday" is of either, "charged in the shooting of a man on May 2" not.
    let from = (word.saturating_sub(5).max(sentence.start)..word).rev().take_while(|i| !is_bound(page, *i)).last().unwrap_or(word);
    let close = time.start == word + 1 && !page.any(from..word, &["with", "to"]);
    let named = matches!(low, "murder" | "murders" | "homicide" | "assault" | "robbery");
    let other = (close || named) && page.any(from..word, JUSTICE);
    if EVENTS.contains(&low) || SHOTS.contains(&low) || (low == "drive" && page.low(word + 1) == "-") {
        return (!other).then_some(Told::Itself);
    }
    if CALLS.contains(&low) && low != "rushed" {
        return (!other).then_some(Told::Call);
    }
    if low == "dead" {
        let found = page.any(word.saturating_sub(3).max(sentence.start)..word, &["found", "discovered"]);
        return Some(if found { Told::Other("discovery") } else { Told::Itself });
    }
    // "Found with a gunshot wound": officers that came.
    if low == "found" && page.any(word..(word + 8).min(sentence.end), &["suffering", "wound", "wounds", "shot", "gunshot", "bleeding"]) {
        return Some(Told::Call);
    }
    if let Some((_, what)) = BESIDE.iter().find(|b| b.0 == low) {
        return (!other).then_some(Told::Other(what));
    }
    match low {
        "arrived" | "rushed" if reads(OFFICERS) => Some(Told::Call),
        "began" | "started" if page.any(word + 1..word + 3, &["shooting", "firing", "shoot", "fire", "stabbing", "shots"]) => {
            Some(Told::Itself)
        }
        "began" | "started" if clause.clone().any(|i| EVENTS.contains(&page.low(i)) || page.low(i) == "violence") => Some(Told::Itself),
        "broke" if page.low(word + 1) == "out" => Some(Told::Itself),
        "opened" if page.low(word + 1) == "fire" => Some(Told::Itself),
        _ => None,
    }
}
