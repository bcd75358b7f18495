//! Laws of times: what was written reads back, and clocks of two zones compare by instants.

use claimgraph::value::{Outcome, Time, TimeForm, Value, ValueRecord, Zone, compare};
use jiff::ToSpan;
use jiff::civil::{DateTime, date};
use proptest::prelude::*;

fn zone() -> BoxedStrategy<Zone> {
    prop_oneof![Just(Zone::Unknown), Just(Zone::Local), offset().prop_map(Zone::Offset)].boxed()
}

/// Offsets of the clocks that are kept: by quarters of an hour.
fn offset() -> BoxedStrategy<i16> {
    (-48..=56_i16).prop_map(|quarters| quarters * 15).boxed()
}

fn minute() -> BoxedStrategy<DateTime> {
    (0..60 * 24 * 40_i64).prop_map(|minutes| date(2031, 5, 1).at(0, 0, 0, 0).checked_add(minutes.minutes()).unwrap()).boxed()
}

/// A clock time with all that its words can leave open.
fn clock() -> BoxedStrategy<Time> {
    let form = prop_oneof![
        4 => minute().prop_map(TimeForm::Minute),
        1 => minute().prop_map(|at| TimeForm::Hour(at.date(), at.hour())),
        1 => minute().prop_map(|at| TimeForm::Clock(at.hour(), at.minute())),
        1 => minute().prop_map(|at| TimeForm::Day(at.date())),
    ];
    (form, zone(), any::<bool>(), any::<bool>())
        .prop_map(|(form, zone, half, day)| {
            let time = Time::new(form).in_zone(zone);
            let time = if half { time.in_either_half() } else { time };
            if day { time.on_taken_day() } else { time }
        })
        .boxed()
}

fn apart(a: Time, b: Time) -> bool {
    matches!(outcome(a, b), Outcome::Contradicts | Outcome::Tension)
}

fn outcome(a: Time, b: Time) -> Outcome {
    compare(&Value::Time(a), &Value::Time(b)).outcome
}

fn told(at: DateTime, offset: i16) -> Time {
    Time::new(TimeForm::Minute(at)).in_zone(Zone::Offset(offset))
}

/// The civil time in Greenwich, for the slow and obvious way.
fn greenwich(at: DateTime, offset: i16) -> DateTime {
    at.checked_sub(i64::from(offset).minutes()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_reads_back(time in clock()) {
        let value = Value::Time(time);
        prop_assert_eq!(ValueRecord::of(&value, "").value(), Ok(value.clone()));
        let plain = Time::new(time.form).in_zone(time.zone());
        let read: Time = value.canonical().parse().unwrap();
        prop_assert_eq!((read.form, read.zone().offset()), (plain.form, plain.zone().offset()));
    }

    #[test]
    fn two_zones_compare_by_instants(a in minute(), x in offset(), b in minute(), y in offset()) {
        let there = (greenwich(a, x), greenwich(b, y));
        // "Midnight" is the end of a day as well as its beginning, on the clock that it is told by alone.
        prop_assume!([a, b, there.0, there.1].iter().all(|t| t.hour() != 0 || t.minute() != 0));
        let same = outcome(told(a, x), told(b, y));
        prop_assert_eq!(same, outcome(told(there.0, 0), told(there.1, 0)));
        prop_assert_eq!(same == Outcome::Equal, there.0 == there.1);
    }

    #[test]
    fn comparing_is_symmetric(a in clock(), b in clock()) {
        prop_assert_eq!(outcome(a, b).flipped(), outcome(b, a));
    }

    /// One instant on any clock of the world contradicts itself on no other whose zone is not told.
    #[test]
    fn an_unknown_zone_contradicts_nothing_that_it_may_be(at in minute(), x in offset(), y in offset()) {
        let there = at.checked_add(i64::from(y - x).minutes()).unwrap();
        let bare = Time::new(TimeForm::Minute(there));
        prop_assert!(!apart(told(at, x), bare));
        prop_assert!(!apart(told(at, x), Time::day(there.date())));
    }

    #[test]
    fn what_no_zone_brings_together_contradicts(at in minute(), x in offset(), days in 2..9_i64) {
        // "Midnight" is the end of a day as well: one more day may bring the two together.
        prop_assume!(at.hour() != 0 || at.minute() != 0);
        let there = at.checked_add((days * 24).hours()).unwrap();
        prop_assert_eq!(outcome(told(at, x), Time::new(TimeForm::Minute(there))), Outcome::Contradicts);
    }

    /// What the words leave open only takes contradictions away.
    #[test]
    fn an_open_half_or_day_never_sets_apart(a in clock(), b in clock()) {
        let open = |t: Time| t.in_either_half().on_taken_day();
        prop_assert!(apart(a, b) || !apart(open(a), open(b)));
    }
}
