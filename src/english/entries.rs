//! Lists of dated entries: "Talks in Tallinn — March 3, 2031" over a paragraph dates what the paragraph tells.
//!
//! The heading's event and the first of the paragraph that it can be are one. Weekdays of the paragraph are counted from the heading's
//! day, not from that of publication. The order of the entries is a witness too: where all but one stand in the order of their dates,
//! that one's date is told with a doubt.
//!
//! This file does not know what a doubt is worth: claims that disagree are compared elsewhere.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::discourse::{Discourse, Trigger, family};
use super::names::View;
use crate::claim::{Family, Polarity};
use crate::normalize::{TimeKind, TimeSpan, TimeValue};
use crate::text::Sentence;
use crate::value::{Time, TimeForm};

/// An entry of a list of dated entries: its heading dates what follows.
pub(super) struct Entry {
    pub(super) span: TimeSpan,
    pub(super) sentence: Range<usize>,
    pub(super) event: Option<usize>,
    pub(super) told: bool,
}

impl Entry {
    /// The entry that a heading opens: one that ends in a dash and a day or a month.
    pub(super) fn opened(view: &View<'_>, sentence: &Sentence, times: &[TimeSpan]) -> Option<Self> {
        let dated = times.iter().rfind(|t| {
            let dash = matches!(view.str(t.tokens.start.wrapping_sub(1)), "—" | "–" | "-" | ":");
            let day = matches!(&t.value, TimeValue::Time(time) if matches!(time.form, TimeForm::Day(_) | TimeForm::Month(..)));
            t.kind == TimeKind::Date && day && dash && t.tokens.end == sentence.tokens.end && t.tokens.start > sentence.tokens.start + 1
        });
        let span = dated.filter(|_| sentence.heading)?.clone();
        Some(Self { span, sentence: sentence.tokens.clone(), event: None, told: false })
    }

    /// What its heading says of when.
    pub(super) fn time(&self) -> Option<Time> {
        if let TimeValue::Time(time) = &self.span.value { Some(*time) } else { None }
    }

    /// The bare weekdays of its paragraph, moved to the week around its heading's day.
    pub(super) fn count_from(&self, view: &View<'_>, times: &mut [TimeSpan]) {
        let Some(Time { form: TimeForm::Day(day), .. }) = self.time() else { return };
        for span in times {
            let words = || span.tokens.clone().map(|i| view.str(i));
            let Some(weekday) = words().find_map(weekday).filter(|_| words().all(|w| w.starts_with(char::is_alphabetic))) else { continue };
            if words().any(|w| matches!(w.to_ascii_lowercase().as_str(), "last" | "next" | "previous" | "following" | "every")) {
                continue;
            }
            if let (TimeValue::Time(time), Some(near)) = (&mut span.value, nearest(day, weekday)) {
                match &mut time.form {
                    TimeForm::Day(date) | TimeForm::Part(date, _) => *date = near,
                    form @ TimeForm::Weekday(_) => *form = TimeForm::Day(near),
                    _ => {}
                }
            }
        }
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("monday", Weekday::Monday),
        ("tuesday", Weekday::Tuesday),
        ("wednesday", Weekday::Wednesday),
        ("thursday", Weekday::Thursday),
        ("friday", Weekday::Friday),
        ("saturday", Weekday::Saturday),
        ("sunday", Weekday::Sunday),
    ];
    NAMES.iter().find(|n| n.0.eq_ignore_ascii_case(word)).map(|n| n.1)
}

/// The weekday that is at most three days from `day`.
fn nearest(day: Date, weekday: Weekday) -> Option<Date> {
    let ahead = day.weekday().until(weekday);
    let days = if ahead > 3 { ahead - 7 } else { ahead };
    day.checked_add(days.days()).ok()
}

/// In a dated entry, the first happening of the body is the one that the heading speaks of, if they are of one family.
pub(super) fn adopt(discourse: &mut Discourse, entry: &mut Option<Entry>, triggers: &mut [Trigger], heading: bool) {
    let Some(entry) = entry else { return };
    for trigger in triggers.iter_mut().filter(|t| t.fresh) {
        if heading {
            entry.event.get_or_insert(trigger.event);
            continue;
        }
        if entry.told {
            let head = entry.event.map(|e| (e, discourse.happenings[e].clone()));
            let same = head.filter(|(_, h)| {
                let this = &discourse.happenings[trigger.event];
                let within = this.participants.iter().all(|p| h.participants.iter().any(|q| q.0 == p.0));
                within && is_talk(family(this.action)) && is_talk(family(h.action)) && trigger.polarity == Polarity::Positive
            });
            if let Some((head, _)) = same {
                trigger.event = head;
            }
            continue;
        }
        let Some(head) = entry.event else {
            entry.event = Some(trigger.event);
            entry.told = true;
            continue;
        };
        let (a, b) = (family(discourse.happenings[head].action), family(discourse.happenings[trigger.event].action));
        if a != b && !(is_talk(a) && is_talk(b)) {
            continue;
        }
        let (body, action) = (discourse.happenings[trigger.event].participants.clone(), discourse.happenings[trigger.event].action);
        let merged = &mut discourse.happenings[head];
        if merged.participants.len() < 2 {
            merged.action = action;
        }
        if body.len() >= merged.participants.len().min(2) {
            merged.participants = body;
        }
        trigger.event = head;
        entry.told = true;
    }
}

fn is_talk(family: Family) -> bool {
    matches!(family, Family::Encounter | Family::Call)
}

/// Entries from which on their order says something.
const LIST: usize = 4;

/// The entry that alone breaks the order of the list, and between which days it stands.
pub(super) fn misplaced(times: &[Time]) -> Option<(usize, String)> {
    let days: Vec<Date> = times.iter().map(|t| t.entailed().and_then(crate::value::Interval::first_day)).collect::<Option<_>>()?;
    let rest = |i: usize| days.iter().enumerate().filter(move |(j, _)| *j != i).map(|(_, d)| *d);
    let fits = |i: usize| rest(i).is_sorted() || rest(i).is_sorted_by(|a, b| a >= b);
    if days.len() < LIST || days.is_sorted() || days.is_sorted_by(|a, b| a >= b) {
        return None;
    }
    let mut alone = (0..days.len()).filter(|i| fits(*i));
    let (Some(one), None) = (alone.next(), alone.next()) else { return None };
    let beside: Vec<String> =
        [one.checked_sub(1), Some(one + 1)].into_iter().flatten().filter_map(|i| times.get(i)).map(|t| t.form.to_string()).collect();
    Some((
        one,
        format!(
            "{} stands beside {} in a list whose other {} entries are in the order of their dates",
            times[one].form,
            beside.join(" and "),
            days.len() - 1
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(texts: &[&str]) -> Vec<Time> {
        texts.iter().map(|t| Time::new(t.parse().unwrap_or(TimeForm::Present))).collect()
    }

    #[test]
    fn rows() {
        for (list, expected) in [
            (&["2031-02-04", "2031-03-03", "2030-04-01", "2031-05-06", "2031-06-09"][..], Some(2)),
            (&["2031-06-09", "2031-05-06", "2032-04-01", "2031-03-03", "2031-02-04"], Some(2)),
            (&["2031-02-04", "2031-03-03", "2031-04-01", "2031-05-06"], None),
            // Two neighbours changed places: either may be the wrong one.
            (&["2031-02-04", "2031-04-01", "2031-03-03", "2031-05-06"], None),
            (&["2031-02-04", "2030-04-01", "2031-03-03"], None),
            (&["2031-02", "2031-03-03", "2030-04", "2031-05-06", "2031-06-09"], Some(2)),
        ] {
            assert_eq!(misplaced(&days(list)).map(|m| m.0), expected, "{list:?}");
        }
    }

    #[test]
    fn weekdays_are_the_nearest() {
        let day = |text: &str| text.parse::<Date>().unwrap_or_default();
        for (from, weekday, expected) in [
            ("2031-03-03", Weekday::Monday, "2031-03-03"),
            ("2031-03-03", Weekday::Tuesday, "2031-03-04"),
            ("2031-03-03", Weekday::Thursday, "2031-03-06"),
            ("2031-03-03", Weekday::Friday, "2031-02-28"),
            ("2031-03-03", Weekday::Sunday, "2031-03-02"),
        ] {
            assert_eq!(nearest(day(from), weekday), Some(day(expected)));
        }
    }
}
