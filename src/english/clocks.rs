//! Clock times of a disaster: on which day they are, and in which zone.

use std::ops::Range;

use super::discourse::Scene;
use super::lexicon::Class;

/// The end of "07:28 and 08:06 Universal Time": the zone belongs to both.
pub(super) fn zone_end(scene: &Scene<'_>, end: usize) -> usize {
    let view = scene.clauses.view;
    let clock = |i: usize| view.str(i).contains(':') || matches!(view.str(i), "and" | "to" | "-" | "–" | "Coordinated" | "Universal" | "(");
    let zone = (end..end + 6)
        .take_while(|i| clock(*i) || matches!(view.str(*i), "GMT" | "UTC" | "Time"))
        .find(|i| matches!(view.str(*i), "GMT" | "UTC" | "Time"));
    zone.map_or(end, |i| i + 1)
}

/// Whether the words of a time name its day.
pub(super) fn is_dated(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let view = scene.clauses.view;
    let day = |i: usize| {
        view.words.get(i).is_some_and(|w| w.capital && w.class.is(Class::COMMON))
            || matches!(view.str(i), "today" | "yesterday" | "tomorrow" | "this" | "day")
    };
    tokens.clone().any(day)
        || (tokens.end..tokens.end + 2).any(|i| view.words.get(i).is_some_and(|w| w.capital && w.class.is(Class::COMMON)))
}

/// A clock time on the day of its event.
pub(super) fn on_day(clock: crate::value::Time, event: Option<crate::value::Time>) -> crate::value::Time {
    use crate::value::TimeForm::{Day, Hour, Minute, Part};
    let day = event.and_then(|t| match t.form {
        Day(day) | Part(day, _) | Hour(day, _) => Some(day),
        Minute(at) => Some(at.date()),
        _ => None,
    });
    let form = match (clock.form, day) {
        (Minute(at), Some(day)) => Minute(day.to_datetime(at.time())),
        (Hour(_, hour), Some(day)) => Hour(day, hour),
        (form, _) => form,
    };
    crate::value::Time { form, ..clock }
}
