//! Clock times of a disaster: on which day they are, and in which zone.

use std::ops::Range;

use super::discourse::Scene;
use super::lexicon::Class;
use crate::value::{Time, Zone};

/// The end of "07:28 and 08:06 Universal Time": the zone belongs to both.
pub(super) fn zone_end(scene: &Scene<'_>, end: usize) -> usize {
    let view = scene.clauses.view;
    let clock = |i: usize| view.str(i).contains(':') || matches!(view.str(i), "and" | "to" | "-" | "–" | "Coordinated" | "Universal" | "(");
    let zone = (end..end + 6)
        .take_while(|i| clock(*i) || matches!(view.str(*i), "GMT" | "UTC" | "Time"))
        .find(|i| matches!(view.str(*i), "GMT" | "UTC" | "Time"));
    zone.map_or(end, |i| i + 1)
}

/// The time by Greenwich, where the words behind those of other times beside it name that zone for all.
pub(super) fn zoned(scene: &Scene<'_>, end: usize, clock: Time) -> Time {
    let shared = clock.zone() == Zone::Unknown && zone_end(scene, end) > end;
    if shared { clock.in_zone(Zone::Offset(0)).in_one_half() } else { clock }
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
pub(super) fn on_day(clock: Time, event: Option<Time>) -> Time {
    use crate::value::TimeForm::{Day, Hour, Minute, Part};
    let day = event.and_then(|t| match t.form {
        Day(day) | Part(day, _) | Hour(day, _) => Some(day),
        Minute(at) => Some(at.date()),
        _ => None,
    });
    match (clock.form, day) {
        (Minute(at), Some(day)) => clock.with_form(Minute(day.to_datetime(at.time()))).on_taken_day(),
        (Hour(_, hour), Some(day)) => clock.with_form(Hour(day, hour)).on_taken_day(),
        _ => clock,
    }
}
