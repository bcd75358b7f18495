//! "The first in five years", "the first since 2018": the last time, counted back from the day of publication.

use jiff::Span;
use jiff::civil::Date;

use crate::corpus::Published;
use crate::value::{Comparison, Duration, DurationUnit, Interval, Outcome, Reason, TimeForm, Value};

/// How two claims of the last time something happened compare; `None` where one is neither a time nor a duration.
pub(super) fn counted_back(a: &(Value, Option<Published>), b: &(Value, Option<Published>)) -> Option<Comparison> {
    if a == b {
        return Some(Comparison { outcome: Outcome::Equal, reason: Reason::SameValue });
    }
    let (a, b) = (last_time(a)?, last_time(b)?);
    let (Some(a), Some(b)) = (a, b) else {
        return Some(Comparison { outcome: Outcome::Incomparable, reason: Reason::NoAnchor });
    };
    Some(if a.inferred.overlaps(b.inferred) {
        match (b.inferred.contains(a.inferred), a.inferred.contains(b.inferred)) {
            (true, true) => Comparison { outcome: Outcome::Equal, reason: Reason::SameValue },
            (true, false) => Comparison { outcome: Outcome::Refines, reason: Reason::Within },
            (false, true) => Comparison { outcome: Outcome::RefinedBy, reason: Reason::Within },
            (false, false) => Comparison { outcome: Outcome::Compatible, reason: Reason::InferredOverlap },
        }
    } else if a.entailed.overlaps(b.entailed) {
        Comparison { outcome: Outcome::Tension, reason: Reason::EntailedOverlap }
    } else {
        Comparison { outcome: Outcome::Contradicts, reason: Reason::Disjoint }
    })
}

#[derive(Clone, Copy)]
struct LastTime {
    inferred: Interval,
    entailed: Interval,
}

/// The stretch of time meant. "Since 2018" names the last time by its year, whatever preposition hedges it.
fn last_time((value, published): &(Value, Option<Published>)) -> Option<Option<LastTime>> {
    match value {
        Value::Time(t) => {
            let plain = t.with_modifier(t.modifier.filter(|m| !m.is_bound()));
            Some(plain.inferred().zip(plain.entailed()).map(|(inferred, entailed)| LastTime { inferred, entailed }))
        }
        Value::Duration(d) => Some(published.and_then(|p| back(d, p.date))),
        _ => None,
    }
}

/// A duration back from a day: readers take the calendar year, month or day that is so many before; the words allow one
/// unit more or less.
fn back(duration: &Duration, from: Date) -> Option<LastTime> {
    let (amount, unit) = (duration.amount.trunc(), duration.unit);
    let start = span_start(amount, unit, from)?;
    let inferred = stretch(start, unit)?;
    let (early, late) = (span_start(amount.checked_add(1)?, unit, from)?, span_start((amount - 1).max(0), unit, from)?);
    Some(LastTime { inferred, entailed: Interval { start: stretch(early, unit)?.start, end: stretch(late, unit)?.end } })
}

fn span_start(amount: i64, unit: DurationUnit, from: Date) -> Option<Date> {
    let back = Span::new();
    let back = match unit {
        DurationUnit::Year => back.try_months(amount.checked_mul(12)?).ok()?,
        DurationUnit::Month => back.try_months(amount).ok()?,
        DurationUnit::Week => back.try_days(amount.checked_mul(7)?).ok()?,
        DurationUnit::Day => back.try_days(amount).ok()?,
        DurationUnit::Hour | DurationUnit::Minute | DurationUnit::Second => back,
    };
    from.checked_sub(back).ok()
}

fn stretch(day: Date, unit: DurationUnit) -> Option<Interval> {
    let form = match unit {
        DurationUnit::Year => TimeForm::Year(day.year()),
        DurationUnit::Month => TimeForm::Month(day.year(), day.month()),
        DurationUnit::Week | DurationUnit::Day | DurationUnit::Hour | DurationUnit::Minute | DurationUnit::Second => TimeForm::Day(day),
    };
    form.interval()
}
