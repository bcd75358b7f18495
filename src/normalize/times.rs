//! Reads the times of a sentence: the longest row at each token, its hedge, and the clock or the day beside it.

use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::calendar::{self, Frame};
use super::cursor::Cursor;
use super::hedges::{self, Reach};
use super::lexicon::{Lex, Shift, Tide};
use super::pattern::{self, Found, Opening};
use super::rules::{self, RULES, Rule};
use super::stretches::STRETCHES;
use super::zones::Named;
use super::{Context, TimeKind, TimeSpan, TimeValue, durations, tense};

use crate::text::{Span, Token};
use crate::value::{DayPart, Duration, Number, Time, TimeForm};

/// What each row can start with, in the order of the rows.
static OPENINGS: LazyLock<Vec<(Opening, &Rule)>> =
    LazyLock::new(|| RULES.iter().chain(STRETCHES).map(|r| (Opening::of(r.slots), r)).collect());

/// A reading, and the index of the token after it.
#[derive(Clone, Debug)]
struct Hit {
    value: TimeValue,
    end: usize,
    /// For "two days later" and "ago": whether it counts back.
    shift: Option<bool>,
    year: YearTold,
    /// For "last year", "the previous day".
    looks_back: bool,
    /// The zone of a clock time, whose offset may depend on the day.
    named: Named,
}

impl Hit {
    /// What a word or two tell, with no year to speak of.
    const fn plain(value: TimeValue, end: usize) -> Self {
        Self { value, end, shift: None, year: YearTold::Moot, looks_back: false, named: Named::NONE }
    }
}

/// Whether a date's words tell its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum YearTold {
    /// They do.
    Yes,
    /// They leave it open: "in June".
    No,
    /// It is no such date.
    Moot,
}

impl YearTold {
    fn of(found: &Found) -> Self {
        let open = (found.month.is_some() || found.season.is_some()) && found.shift.is_none();
        match found.year {
            Some(_) => Self::Yes,
            None if open => Self::No,
            None => Self::Moot,
        }
    }
}

/// Appends the times of one sentence to `out`, in order and without overlap.
///
/// `range` are the sentence's tokens; it is cut to those that exist. A day that one expression names is the anchor of
/// those after it in the sentence. O(tokens); allocates nothing where no time is found.
pub fn times(text: &str, tokens: &[Token], range: Range<usize>, context: &Context, out: &mut Vec<TimeSpan>) {
    let c = Cursor::new(text, tokens, range);
    let mut frame = Frame::new(context);
    let mut at = c.start;
    let mut ahead: Option<usize> = None;
    while at < c.end {
        if c.lex(at).contains(&Lex::Ahead) {
            ahead = Some(at);
            frame.look_ahead(true);
        } else if ahead.is_some_and(|from| at > from + AHEAD || c.is_one_of(at, &["but", ";", "."])) {
            ahead = None;
            frame.look_ahead(false);
        }
        let Some(hit) = read(&c, at, &frame).filter(|h| h.end > at) else {
            at += 1;
            continue;
        };
        let tokens = at..hit.end;
        let leads = leads(&c, at, &hit, &frame);
        if let (TimeValue::Time(time), true) = (&hit.value, leads) {
            frame.note(time.form);
        }
        let ends = ends(&c, &tokens, &hit.value);
        out.push(TimeSpan { span: c.span(&tokens), kind: kind(&hit.value), tokens, value: hit.value, ends, leads });
        at = hit.end;
    }
}

/// The words of both ends of a run of days.
fn ends(c: &Cursor<'_>, tokens: &Range<usize>, value: &TimeValue) -> Option<(Span, Span)> {
    let TimeValue::Time(Time { form: TimeForm::Days(..), .. }) = value else { return None };
    // The last one: "mid-June 16-18".
    let link = tokens.clone().rfind(|i| c.is_dash(*i) || c.is_one_of(*i, &["to", "through"]))?;
    Some((c.span(&(tokens.start..link)), c.span(&(link + 1..tokens.end))))
}

/// Whether a story goes on from a date. A history does not from one that looks back, nor from a year far from its own
/// that no sentence begins with.
fn leads(c: &Cursor<'_>, at: usize, hit: &Hit, frame: &Frame) -> bool {
    let TimeValue::Time(time) = &hit.value else { return false };
    if !frame.is_history() {
        return true;
    }
    if hit.shift == Some(true) || hit.looks_back {
        return false;
    }
    let (Some(now), Some((year, _))) = (frame.year(), calendar::year_and_month(time.form)) else { return true };
    let opens = at <= c.start + 3 && !matches!(c.before(at), "(" | "[");
    let bare = matches!(time.form, TimeForm::Year(_));
    let reach = if bare { NEAR } else { FAR };
    opens || hit.year != YearTold::Yes || reach.contains(&(year.saturating_sub(now)))
}

/// Years that a history may go on by within a sentence: where the year stands alone, and where a month comes with it.
const NEAR: RangeInclusive<i16> = -1..=2;
const FAR: RangeInclusive<i16> = -20..=20;

/// How many tokens a word that looks ahead reaches.
const AHEAD: usize = 10;

fn kind(value: &TimeValue) -> TimeKind {
    match value {
        TimeValue::Duration(_) | TimeValue::Length(_) => TimeKind::Duration,
        TimeValue::Set(_) => TimeKind::Set,
        TimeValue::Time(time) => match time.form {
            TimeForm::Minute(_) | TimeForm::Hour(..) | TimeForm::Part(..) | TimeForm::Clock(..) | TimeForm::PartOfDay(_) => TimeKind::Time,
            _ => TimeKind::Date,
        },
    }
}

/// The expression that starts at `at`, with everything that belongs to it.
fn read(c: &Cursor<'_>, at: usize, frame: &Frame) -> Option<Hit> {
    if !opens(c, at) {
        return None;
    }
    let hit = whole(c, at, frame)?;
    // "At night" and "in daytime" tell no day.
    let habit = hit.end == at + 1 && ((c.is(at, "night") && c.is(at.wrapping_sub(1), "at")) || c.is(at, "daytime"));
    if habit && !c.is_one_of(hit.end, &["on", "of", ","]) {
        return Some(hit);
    }
    if matches!(hit.value, TimeValue::Duration(_) | TimeValue::Length(_) | TimeValue::Set(_)) {
        return Some(hit);
    }
    let mut frame = *frame;
    if hit.year != YearTold::Yes {
        frame = tense::around(c, at, hit.end).map_or(frame, |t| frame.tensed(t));
        frame = weekday_behind(c, &hit, &frame).map_or(frame, |day| frame.before(day));
        frame = year_behind(c, &hit, &frame).map_or(frame, |(year, month)| frame.hinted(year, month));
    }
    let hit = whole(c, at, &frame)?;
    Some(settle(joined(c, hit, &frame), &frame))
}

/// Whether an expression can start here. Most tokens are told by their own look-up, articles by that of the next one: the
/// lexicon knows every word that a row has behind an article.
fn opens(c: &Cursor<'_>, at: usize) -> bool {
    if c.is_number(at) {
        return true;
    }
    let lex = c.lex(at);
    if lex.is_empty() {
        let half = c.word(at) == "." && !c.touches(at) && c.touches(at + 1) && c.is_number(at + 1);
        return half || matches!(c.word(at), "~" | "≈");
    }
    if lex.iter().all(|l| matches!(l, Lex::Told | Lex::Ahead)) {
        return false;
    }
    let article = c.is_one_of(at, &["the", "a", "an", "to"]);
    !article || c.is_number(at + 1) || !c.lex(at + 1).is_empty()
}

fn whole(c: &Cursor<'_>, at: usize, frame: &Frame) -> Option<Hit> {
    hedged(c, at, frame).or_else(|| phased(c, at, frame)).or_else(|| placed(c, at, frame)).or_else(|| core(c, at, frame, false))
}

/// Words between two dates of which the second tells the year of both: "in April and early June 1955".
const BETWEEN: &[&str] = &["and", "or", "to", "until", "till", "through", ",", "&", "-", "–", "—"];

/// Of "from Monday to Wednesday" the second day: the first is the last one before it.
fn weekday_behind(c: &Cursor<'_>, hit: &Hit, frame: &Frame) -> Option<Date> {
    let weekday = |i: usize| c.find(i, |l| if let Lex::Weekday(n) = l { Some(n) } else { None });
    let links = c.is_one_of(hit.end, &["to", "through", "and"]) || c.is_dash(hit.end);
    weekday(hit.end - 1).filter(|_| links)?;
    match frame.weekday(weekday(hit.end + 1)?) {
        TimeForm::Day(day) => Some(day),
        _ => None,
    }
}

/// The year and month that a later date of the same list tells.
fn year_behind(c: &Cursor<'_>, hit: &Hit, frame: &Frame) -> Option<(i16, i8)> {
    if hit.year != YearTold::No {
        return None;
    }
    let mut at = hit.end;
    for _ in 0..3 {
        at = c.is_one_of(at, BETWEEN).then_some(at + 1)?;
        at += usize::from(c.is_one_of(at, BETWEEN));
        at += usize::from(c.is_one_of(at, &["in", "on", "from", "by"]));
        let next = phased(c, at, frame).or_else(|| core(c, at, frame, false))?;
        let TimeValue::Time(time) = &next.value else { return None };
        match next.year {
            YearTold::Yes if !matches!(time.form, TimeForm::Year(_)) => return calendar::year_and_month(time.form),
            YearTold::No => at = next.end,
            YearTold::Yes | YearTold::Moot => return None,
        }
    }
    None
}

/// A hedge and what it loosens.
fn hedged(c: &Cursor<'_>, at: usize, frame: &Frame) -> Option<Hit> {
    let hedge = hedges::before(c, at)?;
    let mut hit = core(c, hedge.end, frame, true)?;
    let counted = c.is_number(hedge.end) || durations::length(c, hedge.end).is_some();
    let bare = |form| matches!(form, TimeForm::Clock(..) | TimeForm::PartOfDay(_));
    match &mut hit.value {
        TimeValue::Duration(d) if counted => d.modifier = Some(hedge.modifier),
        TimeValue::Time(t) if hit.shift.is_some() => {
            t.modifier = hit.shift.map(|back| rules::hedge_of_shift(hedge.modifier, back, t.form));
        }
        // "To get around Sunday's vote" is no hedge.
        TimeValue::Time(_) if c.find(hedge.end, |l| matches!(l, Lex::Weekday(_)).then_some(())).is_some() => return None,
        TimeValue::Time(t) if hedge.reach == Reach::Date || (hedge.reach == Reach::Clock && bare(t.form)) => {
            t.modifier = Some(hedge.modifier);
        }
        TimeValue::Time(_) | TimeValue::Duration(_) | TimeValue::Length(_) | TimeValue::Set(_) => return None,
    }
    Some(hit)
}

/// "Early", "mid", "late", "the end of" and a date or a part of the day.
fn phased(c: &Cursor<'_>, at: usize, frame: &Frame) -> Option<Hit> {
    let word = at + usize::from(c.is(at, "the"));
    let modifier = c.find(word, |l| if let Lex::Phase(m) = l { Some(m) } else { None })?;
    let of = c.is_one_of(word, &["beginning", "start", "middle", "end"]);
    let next = if of { c.is(word + 1, "of").then_some(word + 2)? } else { c.past_hyphen(word + 1) };
    let next = next + usize::from(!of && c.is_one_of(next, &["on", "in"]));
    let mut hit = core(c, next, frame, false)
        .or_else(|| the_unit(c, next, frame))
        .or_else(|| part(c, next).filter(|_| word > at || c.is(at + 1, "in")))?;
    let TimeValue::Time(time) = &mut hit.value else { return None };
    if matches!(time.form, TimeForm::Clock(..) | TimeForm::Minute(_) | TimeForm::Past | TimeForm::Present | TimeForm::Future) {
        return None;
    }
    time.modifier = Some(modifier);
    Some(hit)
}

/// "The year" behind "the end of": the current one, or that of the story for days.
fn the_unit(c: &Cursor<'_>, at: usize, frame: &Frame) -> Option<Hit> {
    let (unit, _) = durations::unit_at(c, at + 1).filter(|(_, many)| c.is(at, "the") && !many)?;
    let form = frame.shifted(Shift::This, unit)?;
    Some(Hit::plain(TimeValue::Time(Time::new(form)), at + 2))
}

/// "Earlier" or "later" before a date: the date, with the word as part of the expression.
fn placed(c: &Cursor<'_>, at: usize, frame: &Frame) -> Option<Hit> {
    if !c.is_one_of(at, &["earlier", "later"]) {
        return None;
    }
    let next = at + 1 + usize::from(c.is_one_of(at + 1, &["on", "in"]));
    core(c, next, frame, false).filter(|h| matches!(&h.value, TimeValue::Time(t) if kind(&TimeValue::Time(*t)) == TimeKind::Date))
}

/// The longest row that matches, or a duration, or a word that is a time by itself.
fn core(c: &Cursor<'_>, at: usize, frame: &Frame, after_hedge: bool) -> Option<Hit> {
    let length = durations::length(c, at);
    let openings = pattern::openings(c, at, length.is_some());
    let mut best: Option<Hit> = None;
    let longest = |best: &Option<Hit>| best.as_ref().map_or(at, |h| h.end);
    for (_, rule) in OPENINGS.iter().filter(|(opening, _)| opening.fits(openings)) {
        let mut found = Found::default();
        let Some(end) = pattern::matches(rule.slots, c, at, &mut found).filter(|end| *end > longest(&best)) else { continue };
        if let Some(value) = (rule.read)(&found, frame) {
            let shift = found.length.is_some().then(|| c.is_one_of(end - 1, &["ago", "earlier", "before", "previously"]));
            best = Some(Hit {
                value,
                end,
                shift,
                year: YearTold::of(&found),
                looks_back: found.shift.is_some_and(|s| calendar::offset(s) < 0),
                named: found.clock.map_or(Named::NONE, |clock| clock.named),
            });
        }
    }
    if let Some(length) = length.filter(|l| l.end > longest(&best) && is_length(c, at, l, after_hedge)) {
        best = Some(Hit::plain(TimeValue::Duration(length.duration), length.end));
    }
    best.or_else(|| single(c, at, frame))
}

/// Words before "a year" that make it a length, not a rate.
const LASTING: &[&str] = &[
    "for", "in", "within", "of", "after", "lasted", "lasting", "lasts", "last", "take", "takes", "took", "taking", "than", "spent",
    "spend", "spending", "to", "by", "into", "wait", "waited", "only", "just", "quite",
];

/// Whether an amount of a unit is a length of time, not an age or a rate.
fn is_length(c: &Cursor<'_>, at: usize, length: &durations::Length, after_hedge: bool) -> bool {
    let end = c.past_hyphen(length.end);
    let age = c.is_one_of(end, &["old", "olds"]) || c.words(length.end, "of age").is_some();
    let rate = length.article
        && length.duration.modifier.is_none()
        && !after_hedge
        && !LASTING.iter().any(|w| c.before(at).eq_ignore_ascii_case(w));
    // "60 Minutes" is a title.
    let title = c.is_number(at) && length.end == at + 2 && c.is_capital(at + 1) && at > c.start;
    let glued = at > c.start && c.touches(at) && matches!(c.word(at - 1), "$" | "€" | "£" | "/" | "." | "#");
    !(age || rate || glued || title)
}

/// One word that is a time by itself.
fn single(c: &Cursor<'_>, at: usize, frame: &Frame) -> Option<Hit> {
    let value = c.find(at, |l| match l {
        // "Soon" told of the past ("soon after", "he soon left") is no time.
        Lex::Reference(Tide::Future) if !frame.is_ahead() || c.is_one_of(at + 1, &["as", "after", "afterward", "afterwards"]) => None,
        Lex::Reference(_) if c.is_one_of(at.wrapping_sub(1), &["as"]) || c.is_hyphen(at + 1) => None,
        // "Most recently last May" is one time.
        Lex::Reference(Tide::Past) if c.is_one_of(at + 1, &["last", "this", "in", "on"]) => None,
        // "Now, the bridge …" goes on with the tale.
        Lex::Reference(Tide::Present) if at == c.start && !frame.is_history() => None,
        Lex::Reference(tide) => Some(TimeValue::Time(Frame::reference(tide))),
        Lex::Frequency(period) if c.is_lower(at) => Some(TimeValue::Set(period.to_owned())),
        Lex::Lasting(unit) => unit.in_duration().map(|(unit, each)| TimeValue::Duration(Duration::new(Number::from_int(each), unit))),
        _ => None,
    })?;
    Some(Hit::plain(value, at + 1))
}

fn part(c: &Cursor<'_>, at: usize) -> Option<Hit> {
    let part = c.find(at, |l| if let Lex::Part(p) = l { Some(p) } else { None })?;
    let end = at + 1 + usize::from(c.is(at + 1, "hours"));
    Some(Hit::plain(TimeValue::Time(Time::new(TimeForm::PartOfDay(part))), end))
}

/// Takes in the clock time or the part of the day beside a day, and the day beside one of them.
fn joined(c: &Cursor<'_>, mut hit: Hit, frame: &Frame) -> Hit {
    for _ in 0..3 {
        let TimeValue::Time(first) = hit.value else { return hit };
        let Some((second, named, end)) = beside(c, hit.end, first.form, frame) else { return hit };
        let Some(time) = combine(first, second).or_else(|| combine(second, first)) else { return hit };
        let named = if first.form.is_clock() { hit.named } else { named };
        hit = Hit { value: TimeValue::Time(time.with_modifier(first.modifier.or(second.modifier))), end, named, ..hit };
    }
    hit
}

/// What stands behind `form` and completes it, and by which zone it is told.
fn beside(c: &Cursor<'_>, end: usize, form: TimeForm, frame: &Frame) -> Option<(Time, Named, usize)> {
    let bare = matches!(form, TimeForm::Clock(..) | TimeForm::PartOfDay(_));
    let dated = matches!(form, TimeForm::Day(_) | TimeForm::Part(..) | TimeForm::Weekday(_) | TimeForm::DayOfYear(..));
    let mut at = end + usize::from(c.is(end, ","));
    if bare {
        at += usize::from(c.is_one_of(at, &["on", "of"]));
    } else if dated {
        if let Some(part) = part(c, end) {
            return time(&part);
        }
        at = c.words(at, "in the").unwrap_or(at + usize::from(c.is(at, "at") && hedges::before(c, at).is_none()));
    } else {
        return None;
    }
    let next = hedged(c, at, frame)
        .or_else(|| core(c, at, frame, false))
        .or_else(|| part(c, at).filter(|_| dated && c.is(at.wrapping_sub(1), "the")))?;
    let (day, named, end) = time(&next)?;
    // "Half past seven on Monday evening".
    let evening = part(c, end).filter(|_| matches!(form, TimeForm::Clock(..)) && matches!(day.form, TimeForm::Day(_)));
    let within = evening.and_then(|hit| Some((combine(day, time(&hit)?.0)?, named, hit.end)));
    within.or(Some((day, named, end)))
}

fn time(hit: &Hit) -> Option<(Time, Named, usize)> {
    if let TimeValue::Time(time) = &hit.value { Some((*time, hit.named, hit.end)) } else { None }
}

/// A day and a time of day.
fn combine(day: Time, time: Time) -> Option<Time> {
    match (day.form, time.form) {
        (TimeForm::Day(d), TimeForm::Clock(h, m)) => {
            Some(time.with_form(TimeForm::Minute(d.to_datetime(jiff::civil::Time::new(h, m, 0, 0).ok()?))))
        }
        (TimeForm::Part(d, part), TimeForm::Clock(..)) => combine(Time::day(d), within(time, part)),
        (TimeForm::Day(d), TimeForm::PartOfDay(part)) => Some(day.with_form(TimeForm::Part(d, part))),
        (TimeForm::Weekday(_) | TimeForm::DayOfYear(..), TimeForm::Clock(..) | TimeForm::PartOfDay(_)) => Some(day),
        (TimeForm::PartOfDay(part), TimeForm::Clock(..)) => Some(within(time, part)),
        _ => None,
    }
}

/// A clock time in the half of the day that a part of it tells: half past seven in the evening is 19:30.
fn within(time: Time, part: DayPart) -> Time {
    let TimeForm::Clock(hour, minute) = time.form else { return time };
    let later = match part {
        _ if !time.is_in_either_half() => false,
        DayPart::Morning => false,
        DayPart::Afternoon => hour < 6,
        DayPart::Evening => hour >= 4,
        DayPart::Night => hour >= 6,
        DayPart::Midday | DayPart::Daytime => return time,
    };
    let hour = if later { hour + 12 } else { hour };
    time.with_form(TimeForm::Clock(hour, minute)).in_one_half()
}

/// Gives a bare time of day the day it belongs to, and its zone the offset that it has on that day.
fn settle(mut hit: Hit, frame: &Frame) -> Hit {
    if let TimeValue::Time(time) = &mut hit.value {
        let bare = matches!(time.form, TimeForm::Clock(..) | TimeForm::PartOfDay(_));
        if let Some(day) = frame.day().filter(|_| bare).and_then(|d| combine(Time::day(d), *time)) {
            *time = day.with_modifier(time.modifier).on_taken_day();
        }
        if time.form.is_clock() {
            *time = hit.named.of(*time);
        }
    }
    hit
}
