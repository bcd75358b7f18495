//! What a count or a measure is a value of, beside what it counts: which part of those befallen, which place or day inside the event, with
//! or without what.
//!
//! "Twelve were seriously injured" and "43 were injured" count two things, and so do "twelve died on Tuesday alone" and "the floods have
//! killed 340", "$3.6 billion excluding debt" and "$4.2 billion including debt". What the words around a value say of it is kept with the
//! claim; two values of which that is not known to be one can agree and never conflict. A value that the article itself takes back
//! ("of magnitude 6.1, later revised to 5.9"; "an earlier version said 41") is no claim.
//!
//! It does not know the frames.

use std::sync::Arc;

use jiff::civil::Date;

use super::found::{LONG, tree_at};
use super::frames::SERIOUS;
use super::predicates::{Known, Tree, phrase, plain};
use super::read::{Annotation, Framed};
use crate::analysis::{Deprel, Upos};
use crate::claim::{EntityKind, Mention, Scope};
use crate::normalize::TimeValue;
use crate::text::{Span, fold};
use crate::value::{Normalized, Time, TimeForm, Value};
use crate::words::List;

/// What is said of a value.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Hold {
    /// The part that it counts.
    pub(super) of: Option<&'static str>,
    pub(super) scope: Scope,
    /// Whether the article takes it back.
    pub(super) withdrawn: bool,
}

/// How far up and on words are looked for.
const HIGHEST: usize = 6;
const NEAR: usize = 5;

/// Tells the counts of the frames what they are of, and gives those back, ascending, that the article takes back. O(n) in the words of the
/// sentences that hold one.
pub(super) fn settle(text: &str, annotation: &mut Annotation, known: &Known, published: Option<Date>) -> Vec<usize> {
    let mut held: Vec<(usize, Hold)> = Vec::new();
    for framed in &annotation.framed {
        let Some(index) = framed.claim else { continue };
        let claim = &annotation.extraction.claims[index];
        let Value::Quantity(quantity) = &claim.value.value else { continue };
        let Some(tree) = tree_at(text, annotation, known, framed.said) else { continue };
        let counts = quantity.unit.is_count();
        let mut hold = hold(&tree, framed.said, counts);
        let kind = claim.event.action.as_str();
        if counts && framed.trigger != framed.said {
            inside(&tree, annotation, &mut hold, framed.said, kind, claim.event.place.as_ref().map(|p| &*p.name));
        }
        if hold != Hold::default() {
            held.push((index, hold));
        }
    }
    for (index, more) in outgrown(text, annotation, known) {
        held.push((index, Hold { scope: Scope::new().definition(format!("before {more} more")), ..Hold::default() }));
    }
    let mut withdrawn = Vec::new();
    for (index, hold) in held {
        let claim = &mut annotation.extraction.claims[index];
        claim.of = claim.of.take().or_else(|| hold.of.map(Arc::from));
        if !hold.scope.is_empty() && claim.scope.is_none() {
            claim.scope = Some(Box::new(hold.scope));
        }
        if hold.withdrawn {
            withdrawn.push(index);
        }
    }
    count_by_hour(text, annotation, published);
    withdrawn.sort_unstable();
    withdrawn.dedup();
    withdrawn
}

/// A page that is written on while something happens says over each entry at what hour it was written: what it counts is as of then.
fn count_by_hour(text: &str, annotation: &mut Annotation, published: Option<Date>) {
    let Some(day) = published else { return };
    let mut from = 0;
    let mut hours: Vec<(usize, (i8, i8))> = Vec::new();
    for line in text.split_inclusive('\n') {
        hours.extend(hour(line).map(|h| (from, h)));
        from += line.len();
    }
    if hours.len() < ENTRIES {
        return;
    }
    for framed in &annotation.framed {
        let Some(claim) = framed.claim.map(|c| &mut annotation.extraction.claims[c]) else { continue };
        let entry = hours.partition_point(|h| h.0 <= framed.said.start).checked_sub(1);
        let counts = matches!(&claim.value.value, Value::Quantity(q) if q.unit.is_count());
        if let Some((line, (hour, minute))) = entry.map(|e| hours[e]).filter(|_| counts) {
            let at = Time::new(TimeForm::Minute(day.at(hour, minute, 0, 0)));
            let words = text[line..].lines().next().unwrap_or_default();
            let scope = claim.scope.get_or_insert_default();
            scope.as_of = Some(Normalized::new(words.trim(), Value::Time(at)));
        }
    }
}

/// So many entries make a page of entries.
const ENTRIES: usize = 2;

/// The hour that is all of a line: "08:05", "3.40pm GMT".
pub(super) fn hour(line: &str) -> Option<(i8, i8)> {
    let line = line.trim();
    let digits = |t: &str| (matches!(t.len(), 1 | 2) && t.bytes().all(|b| b.is_ascii_digit())).then(|| t.parse::<i8>().ok())?;
    let (hour, rest) = line.split_once([':', '.'])?;
    let (minute, rest) = rest.split_at_checked(2)?;
    let (hour, minute) = (digits(hour)?, digits(minute).filter(|m| *m < 60)?);
    let rest = rest.trim_start().to_ascii_lowercase().replace('.', "");
    let (half, zone) = ["am", "pm"].iter().find_map(|h| Some((*h, rest.strip_prefix(h)?))).unwrap_or(("", &rest));
    let zone = zone.trim();
    let hour = match (half, hour) {
        ("am", 12) => 0,
        ("pm", 1..12) => hour + 12,
        _ => hour,
    };
    (hour < 24 && zone.len() < 5 && zone.bytes().all(|b| b.is_ascii_lowercase())).then_some((hour, minute))
}

/// "The crash killed 18. Five more died in hospital": tolls to which the article adds, and what it adds, in words.
fn outgrown<'a>(text: &'a str, annotation: &Annotation, known: &Known) -> Vec<(usize, &'a str)> {
    let mut out = Vec::new();
    for quantity in annotation.quantities.iter().filter(|q| q.value.unit.is_count()) {
        let (before, behind) = (&text[..quantity.span.start], &text[quantity.span.end..]);
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let next = behind.split_whitespace().next().unwrap_or_default();
        if !ADDED.iter().any(|a| a.eq_ignore_ascii_case(last) || a.eq_ignore_ascii_case(next)) {
            continue;
        }
        let Some(tree) = tree_at(text, annotation, known, quantity.span) else { continue };
        let Some(top) = tree.top(quantity.span) else { continue };
        let governor = std::iter::successors(tree.head(top), |w| tree.head(*w)).take(3).find(|w| tree.upos(*w) == Upos::Verb);
        let Some(fate) = governor.and_then(|g| FATES.iter().find(|f| f.1.contains(&&*plain(&tree, g)))) else { continue };
        // The toll told last before it.
        let told = annotation.framed.iter().filter(|f| f.said.end <= quantity.span.start);
        let same = |f: &&Framed| f.claim.is_some_and(|c| annotation.extraction.claims[c].attribute.as_str() == fate.0);
        let toll = told.filter(same).max_by_key(|f| f.said.end).and_then(|f| f.claim);
        out.extend(toll.map(|claim| (claim, quantity.span.of(text))));
    }
    out
}

/// Words that make a number one that is added, and the tolls with the verbs that tell them.
const ADDED: &[&str] = &["more", "another", "further", "additional"];
const FATES: [(&str, &[&str]); 2] = [("killed", &["die", "kill", "perish", "succumb"]), ("injured", &["injure", "wound", "hurt"])];

/// What the words around a value say of it. `counts` tells that it counts things.
pub(super) fn hold(tree: &Tree<'_>, said: Span, counts: bool) -> Hold {
    let mut out = Hold::default();
    if tree.range.len() > LONG {
        return out;
    }
    let inside = |w: usize| tree.words[w].span.overlaps(said);
    let Some(last) = tree.range.clone().rev().find(|w| inside(*w)) else { return out };
    let Some(top) = tree.top(said) else { return out };
    let above: Vec<usize> = std::iter::successors(Some(top), |w| tree.head(*w)).take(HIGHEST).collect();
    let governor = above.iter().copied().find(|w| tree.upos(*w) == Upos::Verb || tree.has(*w, Deprel::Cop));
    if let Some(governor) = governor.filter(|_| counts) {
        out.of = degree(tree, governor, last);
        // "On Tuesday alone".
        let alone = |w: &usize| &*tree.lower(*w) == "alone" && w.checked_sub(1).is_some_and(|b| tree.is_dated(b));
        let near = tree.range.clone().filter(|w| w.abs_diff(governor) <= 2 * NEAR).find(alone);
        out.scope.daily = near.map(|_| true);
        let wide = |w: &usize| List::Everywhere.has(&tree.lower(*w));
        out.scope.place = tree.range.clone().filter(|w| w.abs_diff(last) <= NEAR).find(wide).map(|w| tree.lower(w).as_ref().into());
    }
    out.scope.definition = definition(tree, last, governor, counts);
    if !counts && out.scope.definition.is_none() {
        out.scope.definition = basis(tree, last).map(|b| format!("against the {b} before").into());
    }
    out.withdrawn = is_revised(tree, top, last) || above.iter().skip(1).any(|w| is_told_before(tree, *w));
    out
}

/// How hard the injured that are counted are hurt: "twelve were seriously injured", "twelve of them critically".
fn degree(tree: &Tree<'_>, governor: usize, last: usize) -> Option<&'static str> {
    let grade = |w: usize| List::BadlyHurt.has(&tree.lower(w)).then_some(SERIOUS);
    // "Injured 31, nine of them critically": the adverb is of the nine.
    let graded = || tree.with(governor, Deprel::Advmod).filter(|w| w.abs_diff(governor) <= 2).find_map(grade);
    List::GradedHarm.has(&plain(tree, governor)).then(graded).flatten().or_else(|| {
        let behind = (last + 1..tree.range.end).take(3);
        behind.take_while(|w| matches!(&*tree.lower(*w), "of" | "them" | "whom") || grade(*w).is_some()).find_map(grade)
    })
}

/// "Including debt", "including the gunman", "not counting overtime": the value with or without something that another source may hold
/// otherwise. Who is among those counted besides ("including two children", "including the mayor") changes nothing of the count.
fn definition(tree: &Tree<'_>, last: usize, governor: Option<usize>, counts: bool) -> Option<Arc<str>> {
    let rest = || (last + 1..tree.range.end).take_while(|w| !matches!(tree.str(*w), ";" | ":" | "."));
    let word = rest().find(|w| List::WithOrWithout.has(&tree.lower(*w)))?;
    // What stands behind another amount, or behind another verb, is said of that.
    let between = last + 1..word;
    let other = |w: usize| tree.upos(w) == Upos::Num && !tree.is_dated(w) || tree.upos(w) == Upos::Verb && Some(w) != governor;
    // "$140 million on Monday, including pensions".
    let passes = |w: usize| tree.is_dated(w) || tree.is_amount(w) || matches!(tree.upos(w), Upos::Punct | Upos::Adp);
    if between.clone().any(other) || !counts && !between.clone().all(passes) {
        return None;
    }
    let first = Some(word + 1).filter(|w| tree.range.contains(w))?;
    let opener = tree.lower(word).into_owned();
    let charge = |w: usize| List::Charges.has(&plain(tree, w)) || List::Charges.has(&tree.lower(w));
    if !counts && charge(first) {
        return Some(format!("{opener} {}", tree.lower(first)).into());
    }
    let head =
        (first..tree.range.end).take(NEAR).find(|w| matches!(tree.upos(*w), Upos::Noun | Upos::Propn) && !is_compounded(tree, *w))?;
    if tree.upos(head) != Upos::Noun || (first..head).any(|w| tree.upos(w) == Upos::Num || matches!(tree.upos(w), Upos::Verb | Upos::Punct))
    {
        return None;
    }
    if matches!(&*opener, "before" | "after") {
        return (!counts && charge(head)).then(|| format!("{opener} {}", plain_words(tree, first..head + 1)).into());
    }
    let denied = word.checked_sub(1).is_some_and(|w| tree.range.contains(&w) && &*tree.lower(w) == "not");
    let without = denied || !matches!(&*tree.lower(word), "including" | "counting");
    let held = without || !counts || List::Killers.has(&plain(tree, head));
    let opener = if without { "excluding" } else { "including" };
    held.then(|| format!("{opener} {}", plain_words(tree, first..head + 1)).into())
}

/// What is said of an amount that no frame has claimed, beside [`hold`]: of which kind what it counts or measures is ("net profit",
/// "confirmed cases"), where ("unemployment in Kivi"), and of which month, quarter or year it is.
pub(super) fn narrow(
    tree: &Tree<'_>,
    annotation: &Annotation,
    hold: &mut Hold,
    (noun, governor): (Option<usize>, Option<usize>),
    said: Span,
    counts: bool,
) {
    if tree.range.len() > LONG {
        return;
    }
    let scope = &mut hold.scope;
    let inside = |w: usize| tree.words[w].span.overlaps(said);
    if let Some(noun) = noun {
        let kind = |w: &usize| {
            let tells = tree.relation(*w) == Deprel::Amod || !counts && tree.relation(*w) == Deprel::Compound;
            let word = tree.lower(*w);
            let named = matches!(tree.xpos(*w), "JJ" | "NN" | "NNS" | "VBN" | "VBG");
            tells && named && *w < noun && !inside(*w) && !tree.is_dated(*w) && word == tree.str(*w) && !List::Unsaying.has(&word)
        };
        let mut kinds: Vec<String> = tree.dependents(noun).iter().copied().filter(kind).map(|w| tree.lower(w).into_owned()).collect();
        kinds.sort();
        if !kinds.is_empty() && scope.definition.is_none() {
            scope.definition = Some(kinds.join(" ").into());
        }
        let place = |w: &usize| {
            let word = tree.words[*w].span;
            let own = matches!(tree.relation(*w), Deprel::Nmod | Deprel::NmodPoss) && !inside(*w);
            let named = |m: &&Mention| m.named && m.kind == EntityKind::Place && m.span.overlaps(word);
            annotation.extraction.mentions.iter().find(named).filter(|_| own).map(|m| m.name.clone())
        };
        if !counts && scope.place.is_none() {
            scope.place = tree.dependents(noun).iter().find_map(place);
        }
    }
    let hangs = |w: usize| tree.head(w).is_some_and(|h| Some(h) == governor || Some(h) == noun || inside(h));
    let during = |w: usize| tree.with(w, Deprel::Case).any(|c| matches!(&*tree.lower(c), "in" | "for" | "during" | "of" | "through"));
    let own = |w: &usize| tree.is_dated(*w) && !inside(*w) && hangs(*w) && during(*w);
    let long = |w: usize| {
        let time = annotation.times.iter().find(|t| t.span.overlaps(tree.words[w].span))?;
        match time.value {
            TimeValue::Time(at) if is_stretch(at.form) => Some(Normalized::new(time.span.of(tree.text), Value::Time(at))),
            _ => None,
        }
    };
    if scope.period.is_none() {
        scope.period = tree.range.clone().filter(own).find_map(long);
    }
}

/// Whether a time is a stretch that figures are given for: a month, a quarter, a year.
const fn is_stretch(form: TimeForm) -> bool {
    matches!(
        form,
        TimeForm::Month(..)
            | TimeForm::Half(..)
            | TimeForm::Quarter(..)
            | TimeForm::Season(..)
            | TimeForm::Year(_)
            | TimeForm::Fiscal(_)
            | TimeForm::FiscalHalf(..)
            | TimeForm::FiscalQuarter(..)
    )
}

/// Against what a change is told: "0.3 percent from the month before", "3.1 percent year on year".
fn basis(tree: &Tree<'_>, last: usize) -> Option<&'static str> {
    let behind: Vec<usize> = (last + 1..tree.range.end).take(BASIS).take_while(|w| !matches!(tree.str(*w), ";" | ":" | ".")).collect();
    let word = |i: usize| behind.get(i).map_or_else(String::new, |w| tree.lower(*w).into_owned());
    let unit = |w: &str| STRETCHES.iter().find(|s| w == **s || w.strip_suffix("ly") == Some(s)).copied();
    for i in 0..behind.len() {
        // "Year-on-year", "y/y", "on the year".
        let joined = word(i);
        let first = joined.split(['-', '/']).next().unwrap_or_default();
        let over = matches!(&*word(i + 1), "on" | "over") && unit(&joined).is_some() && unit(&word(i + 2)) == unit(&joined);
        if over || joined.contains("-on-") || joined.contains("-over-") {
            return unit(first);
        }
        if !matches!(&*joined, "from" | "on" | "over" | "than" | "with" | "against" | "to") {
            continue;
        }
        let at = (i + 1..(i + 5).min(behind.len())).find(|j| unit(&word(*j)).is_some());
        let Some(at) = at else { continue };
        let between = (i + 1..at)
            .all(|j| matches!(&*word(j), "a" | "the" | "one" | "same" | "previous" | "prior" | "last" | "preceding" | "in" | "year"));
        let earlier = matches!(&*word(at + 1), "earlier" | "ago" | "before" | "previously");
        let former = (i + 1..at).any(|j| matches!(&*word(j), "previous" | "prior" | "last" | "preceding"));
        if between && (earlier || former || joined == "on") {
            // "From the same quarter a year earlier".
            return if (at..(at + 4).min(behind.len())).any(|j| word(j) == "year") { Some("year") } else { unit(&word(at)) };
        }
    }
    None
}

/// So many words behind a change tell against what.
const BASIS: usize = 9;
const STRETCHES: &[&str] = &["year", "quarter", "month", "week"];

/// Whether a noun only says of which kind the next is: "the bus driver".
fn is_compounded(tree: &Tree<'_>, noun: usize) -> bool {
    tree.relation(noun) == Deprel::Compound && tree.head(noun).is_some_and(|h| h > noun)
}

/// The words of a phrase in small letters, without the article before.
fn plain_words(tree: &Tree<'_>, words: std::ops::Range<usize>) -> String {
    let own = words.filter(|w| !matches!(&*tree.lower(*w), "the" | "its" | "their" | "his" | "her" | "this"));
    own.map(|w| tree.lower(w).into_owned()).collect::<Vec<_>>().join(" ")
}

/// "6.1, later revised to 5.9", "was revised from 6.1".
fn is_revised(tree: &Tree<'_>, top: usize, last: usize) -> bool {
    let behind = (last + 1..tree.range.end).take(NEAR);
    let mut words = behind.skip_while(|w| tree.str(*w) == "," || List::Later.has(&tree.lower(*w)));
    let revised = words.next().is_some_and(|w| List::Revised.has(&tree.lower(w)));
    let down = |w: &usize| !matches!(&*tree.lower(*w), "down" | "up" | "downward" | "upward" | "slightly");
    let to = revised && words.find(down).is_some_and(|w| &*tree.lower(w) == "to");
    let from = || {
        let before = (tree.range.start..top).rev().take(NEAR);
        let opened = before.clone().take(2).any(|w| &*tree.lower(w) == "from");
        opened && before.clone().any(|w| matches!(&*tree.lower(w), "revised" | "corrected" | "amended"))
    };
    to || from()
}

/// "Initially put at twelve", "an earlier version said that", "initial reports put it at".
fn is_told_before(tree: &Tree<'_>, word: usize) -> bool {
    let tells = || List::TellsFigure.has(&plain(tree, word));
    let first = || tree.with(word, Deprel::Advmod).any(|a| List::ToldFirst.has(&tree.lower(a)));
    let version = |noun: usize| {
        let before = |a: usize| List::BeforeThis.has(&tree.lower(a));
        List::Versions.has(&plain(tree, noun)) && tree.with(noun, Deprel::Amod).any(before)
    };
    let told = || tree.with(word, Deprel::Nsubj).chain(tree.with(word, Deprel::NsubjPass)).any(version);
    tells() && (first() || told())
}

/// The day and the place inside an event that goes on or reaches far: of what lasts a count told with a day is that day's, and one told with
/// another place than the event's is that place's.
fn inside(tree: &Tree<'_>, annotation: &Annotation, hold: &mut Hold, said: Span, kind: &str, place: Option<&str>) {
    let ends = |list: List| list.all().any(|(k, _)| kind.strip_suffix(k).is_some_and(|rest| rest.is_empty() || rest.ends_with('-')));
    let (lasting, wide) = (ends(List::Lasting), ends(List::WideAtOnce) || kind == "cut-jobs");
    if !lasting && !wide {
        return;
    }
    let Some(top) = tree.top(said) else { return };
    let Some(governor) = std::iter::successors(Some(top), |w| tree.head(*w)).take(HIGHEST).find(|w| tree.upos(*w) == Upos::Verb) else {
        return;
    };
    let own = |w: usize| {
        let brought = matches!(tree.relation(w), Deprel::Obl | Deprel::Nmod);
        brought && std::iter::successors(tree.head(w), |h| tree.head(*h)).take(3).any(|h| h == governor || h == top)
    };
    for word in tree.range.clone().filter(|w| *w > top.min(governor) && own(*w)) {
        let phrase = phrase(tree, word);
        if lasting && tree.is_dated(word) && hold.scope.period.is_none() {
            let time = annotation.times.iter().find(|t| t.span.overlaps(tree.words[word].span));
            let day = time.and_then(|t| if let TimeValue::Time(time) = t.value { Some((t.span, time)) } else { None });
            hold.scope.period = day.map(|(span, time)| Normalized::new(span.of(tree.text), Value::Time(time)));
            continue;
        }
        let locates = tree.with(word, Deprel::Case).any(|c| List::Locating.has(&tree.lower(c)));
        let own = |m: &&Mention| m.named && m.kind == EntityKind::Place && m.span.overlaps(phrase);
        let named = annotation.extraction.mentions.iter().find(own).filter(|_| locates);
        // "Osk Island" is Osk.
        let apart = |p: &str, q: &str| !p.starts_with(q) && !q.starts_with(p);
        let other = named.filter(|m| place.map_or(kind == "cut-jobs", |p| apart(&fold(p), &fold(&m.name))));
        if let Some(other) = other.filter(|_| hold.scope.place.is_none()) {
            hold.scope.place = Some(other.name.clone());
        }
    }
}
