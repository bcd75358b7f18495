//! What is built through the public API, of whatever arguments: it is refused with a reason, or saved and loaded unchanged.

use claimgraph::claim::{Claim, Event, Scope};
use claimgraph::corpus::{Article, Published};
use claimgraph::export;
use claimgraph::graph::ClaimGraph;
use claimgraph::ontology::{AttributeType, Cardinality, EventType, Family};
use claimgraph::pipeline::Reconciler;
use claimgraph::value::{
    Change, DayPart, Duration, DurationUnit, Modifier, Normalized, Number, Place, Quantity, Season, Status, Time, TimeForm, Value,
    ValueRecord, Zone, compare,
};
use jiff::civil::{Date, DateTime};
use proptest::prelude::*;

fn dates() -> impl Strategy<Value = Date> {
    let any_date = (-9999..=9999_i16, 1..=12_i8, 1..=31_i8).prop_filter_map("no such day", |(y, m, d)| Date::new(y, m, d).ok());
    prop_oneof![2 => any_date, 2 => (2030..2033_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| Date::constant(y, m, d)), 1 => Just(Date::MIN), 1 => Just(Date::MAX)]
}

fn clocks() -> impl Strategy<Value = DateTime> {
    (dates(), 0..24_i8, 0..60_i8, 0..60_i8).prop_map(|(d, h, m, s)| d.at(h, m, s, 0))
}

/// Small numbers, as of months and hours, and any.
fn small() -> impl Strategy<Value = i8> {
    prop_oneof![3 => -1..=32_i8, 1 => any::<i8>()]
}

fn years() -> impl Strategy<Value = i16> {
    prop_oneof![2 => any::<i16>(), 2 => 1990..2040_i16, 1 => -5..5_i16]
}

fn forms() -> BoxedStrategy<TimeForm> {
    let parts = [DayPart::Morning, DayPart::Midday, DayPart::Afternoon, DayPart::Evening, DayPart::Night, DayPart::Daytime];
    let seasons = [Season::Spring, Season::Summer, Season::Fall, Season::Winter];
    (
        0..25_u8,
        (dates(), dates(), clocks()),
        (small(), small()),
        years(),
        prop::sample::select(parts.to_vec()),
        prop::sample::select(seasons.to_vec()),
    )
        .prop_map(|(kind, (d, e, c), (a, b), y, part, season)| match kind {
            0 => TimeForm::Minute(c),
            1 => TimeForm::Hour(d, a),
            2 => TimeForm::Part(d, part),
            3 => TimeForm::Day(d),
            4 => TimeForm::Days(d, e),
            5 => TimeForm::Week(d),
            6 => TimeForm::Weekend(d),
            7 => TimeForm::Month(y, a),
            8 => TimeForm::Half(y, a),
            9 => TimeForm::Quarter(y, a),
            10 => TimeForm::Season(y, season),
            11 => TimeForm::Year(y),
            12 => TimeForm::Fiscal(y),
            13 => TimeForm::FiscalHalf(y, a),
            14 => TimeForm::FiscalQuarter(y, a),
            15 => TimeForm::TwoYears(y),
            16 => TimeForm::Decade(y),
            17 => TimeForm::Century(y),
            18 => TimeForm::Weekday(a),
            19 => TimeForm::DayOfYear(a, b),
            20 => TimeForm::MonthOfYear(a),
            21 => TimeForm::Clock(a, b),
            22 => TimeForm::PartOfDay(part),
            23 => TimeForm::Present,
            _ => TimeForm::Past,
        })
        .boxed()
}

fn modifiers() -> impl Strategy<Value = Option<Modifier>> {
    let names = ["APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "START", "MID", "END", "BEFORE", "AFTER"];
    prop::option::of(prop::sample::select(names.to_vec()).prop_map(|n| Modifier::parse(n).unwrap()))
}

fn times() -> BoxedStrategy<Time> {
    let zones = prop_oneof![2 => Just(Zone::Unknown), 1 => Just(Zone::Local), 2 => any::<i16>().prop_map(Zone::Offset), 2 => (-800..900_i16).prop_map(Zone::Offset)];
    (forms(), modifiers(), zones, any::<bool>(), any::<bool>())
        .prop_map(|(form, modifier, zone, half, day)| {
            let time = Time::new(form).with_modifier(modifier).in_zone(zone);
            let time = if half { time.in_either_half() } else { time };
            if day { time.on_taken_day() } else { time }
        })
        .boxed()
}

fn numbers() -> impl Strategy<Value = Number> {
    let few = (-20..20_i64, 1..9_i64).prop_filter_map("over nothing", |(a, b)| Number::ratio(a, b));
    prop_oneof![3 => few, 1 => any::<i64>().prop_map(Number::from_int), 1 => (any::<i64>(), any::<i64>()).prop_filter_map("over nothing", |(a, b)| Number::ratio(a, b))]
}

fn values() -> BoxedStrategy<Value> {
    let amounts = || (numbers(), prop::option::of(numbers()), modifiers());
    let changes = prop::option::of(prop_oneof![Just(Change::Up), Just(Change::Down)]);
    prop_oneof![
        4 => times().prop_map(Value::Time),
        2 => (amounts(), prop::sample::select(super::values::LENGTHS.to_vec())).prop_map(|((amount, upper, modifier), unit)| {
            Value::Duration(Duration { upper, modifier, ..Duration::new(amount, unit) })
        }),
        2 => (amounts(), "[a-z%$/]{0,4}", changes, prop::option::of(numbers())).prop_map(|((amount, upper, modifier), unit, change, written)| {
            Value::Quantity(Quantity { upper, modifier, change, written, ..Quantity::new(amount, unit) })
        }),
        1 => (any::<String>(), any::<String>()).prop_map(|(name, within)| Value::Place(Place::new(name).within(within))),
        1 => any::<String>().prop_map(|t| Value::Entity(t.into())),
        1 => any::<String>().prop_map(|t| Value::Text(t.into())),
        1 => any::<String>().prop_map(|t| Value::Quotation(t.into())),
        1 => any::<bool>().prop_map(Value::Boolean),
        1 => Just(Value::Status(Status::Held)),
    ]
    .boxed()
}

fn moments() -> BoxedStrategy<Published> {
    let offset = prop::option::of(prop_oneof![any::<i16>(), -900..900_i16]);
    (dates(), prop::option::of((clocks(), any::<bool>())), offset)
        .prop_map(|(date, time, offset)| {
            let time = time.map(|(at, own)| if own { date.to_datetime(at.time()) } else { at });
            Published { date, time, offset }
        })
        .boxed()
}

fn saved(graph: &ClaimGraph) -> String {
    let mut bytes = Vec::new();
    export::json(graph, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Saved, loaded and saved again.
fn is_kept(graph: &ClaimGraph) -> Result<(), TestCaseError> {
    let bytes = saved(graph);
    let again = export::load(bytes.as_bytes());
    prop_assert!(again.is_ok(), "{} in {bytes}", again.unwrap_err());
    prop_assert_eq!(saved(&again.unwrap()), bytes);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_built_is_refused_or_kept(
        said in prop::collection::vec((values(), prop::option::of(times()), any::<bool>()), 1..5),
        dates in prop::collection::vec((prop::option::of(moments()), prop::option::of(moments())), 2),
        scoped in prop::option::of((values(), values())),
        declared in (any::<String>(), any::<String>(), any::<u16>(), any::<u16>()),
    ) {
        let mut reconciler = Reconciler::new();
        for (i, (published, updated)) in dates.into_iter().enumerate() {
            let mut article = Article::new(format!("a{i}"));
            (article.published, article.updated) = (published, updated);
            reconciler.add(article);
        }
        for (i, (value, time, first)) in said.iter().enumerate() {
            let event = Event::new("meet").with("Ada Okafor").with("Ivo Brandt");
            let event = time.map_or(event.clone(), |t| event.at(t));
            let mut claim = Claim::new(if *first { "a0" } else { "a1" }, event, "length", Normalized::new("as told", value.clone())).id(format!("c{i}").as_str());
            if let Some((period, as_of)) = &scoped {
                let mut scope = Scope::new();
                (scope.period, scope.as_of) = (Some(Normalized::new("then", period.clone())), Some(Normalized::new("now", as_of.clone())));
                claim = claim.scope(scope);
            }
            reconciler.add(claim);
        }
        reconciler.add(AttributeType::new(&declared.0).unit(declared.1.as_str()).cardinality(Cardinality::Exclusive));
        reconciler.add(EventType::new(&declared.1, Family::Other).window(declared.2, declared.3));
        let graph = reconciler.reconcile();
        is_kept(&graph)?;
        for claim in graph.claims() {
            // What stands in the result is what was said, and is read back as it.
            let told = said.iter().any(|s| s.0 == *claim.value());
            prop_assert!(told);
            let record = ValueRecord::of(claim.value(), "as told");
            prop_assert_eq!(ValueRecord::of(&record.value().unwrap(), "as told"), record);
        }
        // A claim is in the result, or refused.
        let refused = graph.rejected().iter().filter(|r| matches!(r.code.as_str(), "bad-value")).count();
        prop_assert_eq!(graph.claims().len() + refused, said.len());
    }

    /// Nothing that can be built makes a comparison fail.
    #[test]
    fn any_two_values_compare(a in values(), b in values()) {
        let _ = (compare(&a, &b), compare(&b, &a), compare(&a, &a), a.to_string(), a.canonical());
        if let Value::Time(t) = a {
            let _ = (t.entailed(), t.inferred(), t.form.interval());
        }
    }

    /// Parts that no records would make: they are refused, or kept.
    #[test]
    fn parts_are_refused_or_kept(value in values(), time in times(), published in moments()) {
        let mut reconciler = Reconciler::new();
        reconciler.add(Article::new("a").published(Date::constant(2031, 5, 4)));
        let event = Event::new("meet").with("Ada Okafor").at(Date::constant(2031, 5, 4));
        reconciler.add(Claim::new("a", event.clone(), "length", Normalized::new("as told", Value::Boolean(true))));
        let graph = reconciler.reconcile();
        for which in 0..5 {
            let mut parts = graph.clone().into_parts();
            let mut claim = (*parts.claims[0].claim).clone();
            match which {
                0 => claim.value.value = value.clone(),
                1 => claim.event = event.clone().at(time).into(),
                2 => parts.events[0].time = Some(Normalized::new("then", value.clone())),
                3 => parts.articles[0].article.published = Some(published),
                _ => parts.facts[0].positions[0].value.value = value.clone(),
            }
            parts.claims[0].claim = claim.into();
            if let Ok(graph) = ClaimGraph::assemble(parts) {
                is_kept(&graph)?;
            }
        }
    }
}

#[test]
fn nonsense_is_refused_by_name() {
    let n = Number::from_int;
    let bad = |value: Value| {
        let mut r = Reconciler::new();
        r.add(Article::new("a")).add(Claim::new("a", Event::new("meet").with("Ada"), "length", Normalized::new("as told", value)));
        let graph = r.reconcile();
        assert_eq!(graph.claims().map(|c| c.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
        graph.rejected().iter().map(ToString::to_string).collect::<String>()
    };
    let time = |form| Value::Time(Time::new(form));
    let day = Date::constant(2031, 5, 4);
    for (value, shown) in [
        (time(TimeForm::Month(2031, 13)), "2031-13"),
        (time(TimeForm::Hour(day, 24)), "2031-05-04T24"),
        (time(TimeForm::DayOfYear(2, 31)), "XXXX-02-31"),
        (time(TimeForm::Weekday(8)), "XXXX-WXX-8"),
        (time(TimeForm::Quarter(2031, 5)), "2031-Q5"),
        (time(TimeForm::Clock(7, 60)), "XXXX-XX-XXT07:60"),
        (time(TimeForm::Days(day, Date::constant(2031, 5, 3))), "2031-05-04/2031-05-03"),
        (Value::Time(Time::new(TimeForm::Clock(7, 30)).in_zone(Zone::Offset(6000))), "XXXX-XX-XXT07:30+100:00"),
        (Value::Duration(Duration::new(n(-3), DurationUnit::Hour)), "PT-3H"),
        (Value::Duration(Duration { upper: Some(n(2)), ..Duration::new(n(3), DurationUnit::Hour) }), "PT3H/PT2H"),
        (Value::Quantity(Quantity { upper: Some(n(2)), ..Quantity::new(n(3), "person") }), "3-2"),
    ] {
        let said = bad(value);
        assert!(said.contains(shown) && said.ends_with("[bad-value]"), "{shown}: {said}");
    }
    let mut r = Reconciler::new();
    let mut article = Article::new("a");
    article.published = Some(Published { date: day, time: None, offset: Some(30_000) });
    let graph = r.add(article).reconcile();
    assert_eq!(graph.articles()[0].article.published, None);
    assert!(graph.rejected()[0].to_string().ends_with("[bad-date]"), "{}", graph.rejected()[0]);
}
