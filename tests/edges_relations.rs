//! Where the order of articles and the relations of claims turn, as `edges` does for values.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::cmp::Ordering;

use claimgraph::claim::Polarity;
use claimgraph::corpus::{Article, Published};
use claimgraph::pipeline::Reconciler;
use claimgraph::value::{Normalized, Number, Quantity, Time, TimeForm, Value};
use claimgraph::{Claim, Decision, Event, Verdict};
use jiff::civil::{Date, date};
use serde_json::json;

/// Papers order by the whole of a date: the last day of a year comes before the first of the next.
#[test]
fn years_months_and_days_order_publication() {
    let days = [date(1999, 12, 31), date(2000, 1, 1), date(2030, 12, 31), date(2031, 1, 1), date(2031, 1, 31), date(2031, 2, 1)];
    let noon = |d: Date, offset: Option<i16>| Published { time: Some(d.at(12, 0, 0, 0)), offset, ..Published::on(d) };
    for (i, a) in days.into_iter().enumerate() {
        for (j, b) in days.into_iter().enumerate() {
            let known = Some(i.cmp(&j));
            for offset in [None, Some(0)] {
                assert_eq!(noon(a, offset).order(&noon(b, offset)), known, "{a} {b}");
            }
            assert_eq!(Published::on(a).order(&Published::on(b)), known, "{a} {b}");
            // A noon on no clock of the same part of the world is another day.
            if i != j {
                assert_eq!(Published::on(a).order(&noon(b, Some(0))), known, "{a} {b}");
                assert_eq!(noon(a, Some(60)).order(&noon(b, None)), known, "{a} {b}");
            }
            assert_eq!(Published::on(a).is_after(Published::on(b)), i > j, "{a} {b}");
        }
    }
    let at = |hour: i8, offset: Option<i16>| Published { offset, ..Published::from(date(2031, 5, 6).at(hour, 0, 0, 0)) };
    // Nine in Berlin in summer is seven in Greenwich, eight in London.
    assert_eq!(at(9, Some(120)).order(&at(8, Some(60))), Some(Ordering::Equal));
    assert_eq!(at(9, Some(120)).order(&at(8, Some(0))), Some(Ordering::Less));
    assert_eq!(at(9, Some(120)).instant(), Some(date(2031, 5, 6).at(7, 0, 0, 0)));
    assert_eq!(at(9, None).instant(), None);
}

/// What an article stands since is when its text was last changed, and the day of publication where nobody tells a change.
#[test]
fn an_article_stands_since_its_last_change() {
    let article = Article::new("a").published(date(2031, 5, 6));
    assert_eq!(article.updated, None);
    assert_eq!(article.clone().updated(date(2031, 5, 8)).updated, Some(Published::on(date(2031, 5, 8))));
    assert_eq!(article.published, Some(Published::on(date(2031, 5, 6))));
}

/// Why two claims are related as they are, as a reader is told it.
#[test]
fn reasons_name_what_differs() {
    let related = |days: [i8; 2], claims: [Claim; 2]| {
        let mut reconciler = Reconciler::new();
        for (claim, (id, day)) in claims.into_iter().zip(["a", "b"].into_iter().zip(days)) {
            reconciler.add(Article::new(id).published(date(2031, 5, day))).add(claim);
        }
        let graph = reconciler.reconcile();
        graph.relations().map(|r| r.to_string()).collect::<Vec<_>>().join("; ")
    };
    let told = |article: &str, n: i64| {
        let met = Event::new("meet").with("Ada Okafor").with("Ivo Brandt").at(Time::day(date(2031, 5, 4)));
        Claim::new(article, met, "visitors", Normalized::new("", Value::Quantity(Quantity::new(Number::from_int(n), "person"))))
    };
    // Two figures told on two days may be of a total that grew, which is said to be not known.
    let runs = "it is not known as a total that runs from day to day";
    let found = related([4, 6], [told("a", 12), told("b", 340)]);
    assert!(found.contains("CG0515") && found.contains(runs), "{found}");
    let found = related([6, 6], [told("a", 12), told("b", 340)]);
    assert!(found.contains("CG0515") && !found.contains(runs), "{found}");
    // Of two events the sentence says by what they are two.
    let paid = |article: &str, month: i8, n: i64| {
        let state = Event::new("state").with("Norland Rope Works").at(Time::new(TimeForm::Month(2031, month)));
        Claim::new(article, state, "salary", Normalized::new("", Value::Quantity(Quantity::new(Number::from_int(n), "USD"))))
    };
    let found = related([7, 7], [paid("a", 1, 28_000), paid("b", 3, 32_000)]);
    assert!(found.contains("2031-01 against 2031-03"), "{found}");
    // What a person decided is told with the day that it was decided on, where that is known.
    let decided = |day: &str| {
        let (a, b) = (told("a", 12), told("b", 340));
        let decision = Decision::on_claims(a.derive_id(), b.derive_id(), Verdict::Corroborates, "R. Hale");
        let mut reconciler = Reconciler::new();
        reconciler.add(Article::new("a")).add(Article::new("b")).add(a).add(b).decide(decision.at(day));
        let graph = reconciler.reconcile();
        graph.relations().map(|r| r.to_string()).collect::<Vec<_>>().join("; ")
    };
    assert!(decided("2031-05-08").contains("R. Hale on 2031-05-08 decided"), "{}", decided("2031-05-08"));
    assert!(decided("").contains("R. Hale decided"), "{}", decided(""));
}

/// A date that is not the end of its quote stands in the running text, as one that ends it without a dash before it does: neither is a
/// heading.
#[test]
fn what_no_dash_parts_is_no_heading() {
    let codes = |text: &str, quotes: [&str; 2]| {
        let claim = |quote: &str, value: &str| {
            let event = json!({"action": "meet", "participants": [{"name": "Ada Okafor"}, {"name": "Ivo Brandt"}]});
            json!({"type": "claim", "article": "a", "quote": {"exact": quote}, "event": event, "attribute": "time", "value": value})
        };
        let article = json!({"type": "article", "id": "a", "published": "2031-05-07", "text": text});
        let lines = [article, claim(quotes[0], "4 May 2031"), claim(quotes[1], "9 April 2031")].map(|l| l.to_string());
        let mut reconciler = Reconciler::new();
        for (record, location) in claimgraph::ingest::read("a.ndjson", lines.join("\n").as_bytes()).into_iter().flatten() {
            reconciler.add_from(record, location);
        }
        let graph = reconciler.reconcile();
        graph.relations().map(|r| r.rule().code).collect::<Vec<_>>()
    };
    let text = "Ada Okafor met Ivo Brandt on 4 May 2031. The talks of 9 April 2031 were long.";
    assert_eq!(codes(text, ["Ivo Brandt on 4 May 2031", "The talks of 9 April 2031 were long"]), ["CG0517"]);
    let text = "The talks — 4 May 2031\n\nThe talks of 9 April 2031 were long.";
    assert_eq!(codes(text, ["The talks — 4 May 2031", "The talks of 9 April 2031 were long"]), ["CG0516"]);
}

/// Names that may be one leave open whether they are; of a name that is denied nothing is left open: "R. Foss" is who it is said not to
/// be, or somebody else.
#[test]
fn a_denied_name_may_be_any() {
    let codes = |polarity: Polarity| {
        let keeper = |article: &str, name: &str| {
            let kept = Event::new("keep").with("Norland Light").at(Time::day(date(2031, 5, 4)));
            Claim::new(article, kept, "keeper", Normalized::new(name, Value::Text(name.into())))
        };
        let mut reconciler = Reconciler::new();
        reconciler.add(Article::new("a")).add(Article::new("b"));
        reconciler.add(keeper("a", "Renata Foss")).add(keeper("b", "R. Foss").polarity(polarity));
        let graph = reconciler.reconcile();
        graph.relations().map(|r| r.rule().code).collect::<Vec<_>>()
    };
    assert_eq!(codes(Polarity::Positive), ["CG0612"]);
    assert!(!codes(Polarity::Negative).contains(&"CG0612"), "{:?}", codes(Polarity::Negative));
}
