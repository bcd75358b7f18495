//! Times as articles and records tell them: what their zones, periods and words do to events and to values that differ.

#![allow(clippy::unwrap_used, clippy::panic)]

use claimgraph::english::English;
use claimgraph::graph::{ClaimGraph, RelationRef};
use claimgraph::ingest;
use claimgraph::normalize::{self, Context};
use claimgraph::pipeline::Reconciler;
use claimgraph::relation::Kind;
use claimgraph::value::{Outcome, Value as Said, compare};
use serde_json::{Value, json};

/// The graph of two articles published on Thursday, 8 May 2031, and what else is given.
fn graph(texts: [Option<&str>; 2], claims: &[Value]) -> ClaimGraph {
    let article =
        |(id, text): (&str, Option<&str>)| json!({"type": "article", "id": id, "publisher": id, "published": "2031-05-08", "text": text});
    let mut lines: Vec<Value> = ["a", "b"].into_iter().zip(texts).map(article).collect();
    lines.extend(claims.iter().cloned());
    let bytes: Vec<String> = lines.iter().map(Value::to_string).collect();
    let mut reconciler = Reconciler::with_extractor(English);
    for read in ingest::read("t.ndjson", bytes.join("\n").as_bytes()) {
        match read {
            Ok((record, location)) => reconciler.add_from(record, location),
            Err(rejected) => reconciler.reject(rejected),
        };
    }
    reconciler.reconcile()
}

/// Two claims, each of an event of its own article.
fn claims(action: &str, times: [&str; 2], attribute: &str, values: [&str; 2]) -> ClaimGraph {
    let one = |i: usize| {
        json!({"type": "claim", "article": (["a", "b"][i]), "attribute": attribute, "value": values[i],
            "event": {"action": action, "participants": [{"name": "Norland Rope Works"}], "time": times[i]}})
    };
    graph([None, None], &[one(0), one(1)])
}

fn kinds(graph: &ClaimGraph) -> Vec<Kind> {
    graph.relations().map(RelationRef::kind).collect()
}

/// What is earned in one period is not what is earned in another, nor in a part of it.
#[test]
fn periods_keep_events_apart() {
    for (x, y, one) in [
        ("Q3 2030", "Q1 2030", false),
        ("Q3 2030", "3Q30", true),
        ("Q3 2030", "the third quarter of 2030", true),
        ("Q3 2030", "2030", false),
        ("H1 2030", "1H30", true),
        ("H1 2030", "H2 2030", false),
        ("Q2 2030", "H1 2030", false),
        ("FY30", "fiscal 2030", true),
        ("FY30", "FY29", false),
        ("Q3 FY30", "FY30", false),
        ("Q3 FY30", "third quarter of fiscal 2030", true),
        ("Q3 FY30", "Q3 2030", false),
        ("FY30", "2030", false),
        ("2029/30", "2029-30", true),
        ("2029/30", "2028/29", false),
        ("January–March 2030", "Q1 2030", true),
        ("January–March 2030", "Q2 2030", false),
        ("week 12 of 2030", "week 13 of 2030", false),
        ("round two", "second round", true),
        ("round two", "round three", false),
        ("round 1", "round 12", false),
        ("matchday 3", "Matchday three", true),
        ("the Long Night", "the Short Night", false),
    ] {
        for action in ["earn", "state"] {
            let graph = claims(action, [x, y], "revenue", ["$4.1 billion", "$3.2 billion"]);
            let conflicts = kinds(&graph).contains(&Kind::Conflicts);
            assert_eq!(conflicts, one, "{action} {x} {y}: {:?}", kinds(&graph));
        }
    }
}

/// A standing state may change: values of times that exclude each other follow one another.
#[test]
fn states_follow_one_another() {
    for (x, y, one) in [
        ("2030-06", "2031-03", false),
        ("2030-06", "2030-06", true),
        ("2030", "2030-06", true),
        ("June 2030", "March 2031", false),
        ("1 June 2030", "2 June 2030", false),
        ("since 2030", "March 2031", true),
        ("2029", "2030", false),
        ("", "2030", true),
    ] {
        let found = kinds(&claims("state", [x, y], "salary", ["28000 dollars", "32000 dollars"]));
        assert_eq!(found, [if one { Kind::Conflicts } else { Kind::Distinct }], "{x} {y}");
        // What does not change agrees at any time.
        let found = kinds(&claims("state", [x, y], "salary", ["28000 dollars", "28000 dollars"]));
        assert_eq!(found, [Kind::Corroborates], "{x} {y}");
    }
}

/// A period in words stands with its event, and words of which nothing is made are reported.
#[test]
fn words_of_a_time_are_kept() {
    let graph = claims("win", ["round two", "when the tide turned"], "score", ["2-1", "3-1"]);
    let [told] = graph.rejected() else { panic!("{:?}", graph.rejected()) };
    assert!(told.reason.contains("\"when the tide turned\"") && told.line == 4, "{}", told.reason);
    let mut periods: Vec<_> = graph.claims().map(|c| c.claim().event.period.clone().unwrap().to_string()).collect();
    periods.sort();
    assert_eq!(periods, ["round 2", "when the tide turned"]);
}

/// One moment on clocks of two zones.
#[test]
fn events_meet_across_zones() {
    for (x, y, one) in [
        ("2031-05-07T17:14Z", "2031-05-08T02:14+09:00", true),
        ("2031-05-07T17:14:20Z", "8 May 2031, 02:14 JST", true),
        ("17:14 GMT on 7 May 2031", "2:14 a.m. local time on 8 May 2031", true),
        ("17:14 GMT on 7 May 2031", "12:14 p.m. on 7 May 2031", true),
        ("17:14 GMT on 7 May 2031", "7 May 2031", true),
        // No clock is so far off, or by so odd a number of minutes.
        ("17:14 GMT on 7 May 2031", "9:14 a.m. local time on 8 May 2031", false),
        ("17:14 GMT on 7 May 2031", "2:21 a.m. local time on 8 May 2031", false),
        ("2031-05-07T17:14Z", "2031-05-08T17:14Z", false),
        ("2031-05-07T17:14Z", "10 May 2031", false),
    ] {
        let graph = claims("visit", [x, y], "occurrence", ["true", "true"]);
        assert_eq!(graph.events().len() == 1, one, "{x} {y}");
    }
}

/// Clock times of one event, as values.
#[test]
fn clock_times_compare_by_instants() {
    let context = Context::published(jiff::civil::date(2031, 5, 8));
    let read = |text: &str| Said::Time(normalize::time(text, &context).unwrap_or_else(|| panic!("{text}")));
    for (x, y, outcome) in [
        ("17:14 GMT on 7 May", "02:14 JST on 8 May", Outcome::Equal),
        ("17:14 GMT on 7 May", "02:50 JST on 8 May", Outcome::Contradicts),
        ("5 p.m. EDT on 7 May", "21:00 GMT on 7 May", Outcome::Equal),
        ("5 p.m. ET on 7 May", "2 p.m. PT on 7 May", Outcome::Equal),
        ("17:14 GMT on 7 May", "2:14 a.m. local time on 8 May", Outcome::Incomparable),
        ("17:14 GMT on 7 May", "2:14 a.m. on 8 May", Outcome::Incomparable),
        ("17:14 GMT on 7 May", "8 May", Outcome::Incomparable),
        ("17:14 GMT on 7 May", "7 May", Outcome::Refines),
        ("17:14 GMT on 7 May", "10 May", Outcome::Contradicts),
        ("17:14 GMT on 5 May", "8 p.m. on 7 May", Outcome::Contradicts),
        ("9:30 on 7 May", "9:30 p.m. on 7 May", Outcome::Incomparable),
        ("9:30 a.m. on 7 May", "9:30 p.m. on 7 May", Outcome::Contradicts),
        ("half past seven on Wednesday evening", "7.30 p.m. on Wednesday", Outcome::Equal),
        ("half past seven on Wednesday evening", "7.30 a.m. on Wednesday", Outcome::Contradicts),
        ("5 p.m. IST on 7 May", "11:30 GMT on 7 May", Outcome::Incomparable),
    ] {
        assert_eq!(compare(&read(x), &read(y)).outcome, outcome, "{x} {y}");
        assert_eq!(compare(&read(y), &read(x)).outcome, outcome.flipped(), "{y} {x}");
    }
}

/// The text of two articles: one event, its tolls compared, and no conflict of days.
#[test]
fn articles_tell_one_moment_by_two_clocks() {
    for (x, y) in [
        ("at 17:14 GMT on Wednesday", "at 2:14 a.m. local time on Thursday"),
        ("at 1714 GMT on Wednesday", "at 02:14 on Thursday"),
        ("at 5:14 p.m. UTC on Wednesday", "at 2:14 a.m. on Thursday"),
        ("at 17:14 GMT on Wednesday", "at 02:14 JST on Thursday"),
    ] {
        let text = |when: &str, n: &str| format!("A magnitude 6.4 earthquake struck near Osk, Norland, {when}, killing {n} people.");
        let (a, b) = (text(x, "three"), text(y, "five"));
        let graph = graph([Some(&a), Some(&b)], &[]);
        assert_eq!(graph.events().filter(|e| e.node().action.as_str() == "quake").count(), 1, "{x} {y}");
        let of = |attribute: &str| -> Vec<Kind> {
            graph.relations().filter(|r| r.source().claim().attribute.as_str() == attribute).map(RelationRef::kind).collect()
        };
        assert!(!of("killed").is_empty(), "{x} {y}");
        assert!(!of("time").iter().any(|k| matches!(k, Kind::Conflicts | Kind::Tension)), "{x} {y}: {:?}", of("time"));
    }
}

/// A saved result keeps what the words of a time left open.
#[test]
fn a_saved_result_keeps_zones_and_periods() {
    let clocks = claims("visit", ["", ""], "time", ["9:30 on 7 May", "17:14 GMT on 7 May"]);
    let periods = claims("win", ["round two", "round three"], "score", ["2-1", "3-1"]);
    for graph in [clocks, periods] {
        let mut saved = Vec::new();
        claimgraph::export::json(&graph, &mut saved).unwrap();
        let loaded = claimgraph::export::load(&saved).unwrap();
        for (before, after) in graph.claims().zip(loaded.claims()) {
            assert_eq!(before.claim().value, after.claim().value);
            assert_eq!(before.claim().event.period, after.claim().event.period);
        }
    }
}
