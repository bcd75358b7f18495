//! Claims that no frame knows, across articles: which are of one data item, and which are of an event that another article names.
#![cfg(feature = "english")]

use claimgraph::corpus::Article;
use claimgraph::english::English;
use claimgraph::{ClaimGraph, Decision, Reconciler, Verdict};

const NAMED: &str = "Mara Lindqvist, 38, fell from the Brattholm ridge above Solvane on Saturday. The climber from Osk was taken to the \
                     hospital in Solvane.";
const UNNAMED: &str =
    "A 38-year-old climber from Osk fell from the Brattholm ridge above Solvane. A helicopter took her to the hospital in Solvane.";

fn graph(texts: &[&str]) -> ClaimGraph {
    decided(texts, None)
}

fn decided(texts: &[&str], decision: Option<Decision>) -> ClaimGraph {
    let mut all = Reconciler::with_extractor(English);
    decision.into_iter().for_each(|d| {
        all.add(d);
    });
    for (i, text) in texts.iter().enumerate() {
        all.add(Article::new(format!("paper-{i}")).text(*text).published("2031-02-19".parse().expect("a day")));
    }
    all.reconcile()
}

/// The relations of claims that tell `attribute`: their kinds, and the subject of the fact if it has one.
fn of(graph: &ClaimGraph, attribute: &str) -> Vec<(&'static str, Option<String>)> {
    let such = graph.relations().filter(|r| r.source().claim().attribute.as_str() == attribute);
    such.map(|r| (r.kind().as_str(), r.source().event().participants().next().map(|p| p.name.to_string()))).collect()
}

/// "A 38-year-old climber" beside "Mara Lindqvist, 38": the age of somebody unnamed is hers.
#[test]
fn an_open_claim_joins_what_is_known_of_a_person() {
    let graph = graph(&[NAMED, UNNAMED]);
    assert_eq!(of(&graph, "age"), [("corroborates", Some("Mara Lindqvist".to_owned()))]);
}

/// Of another story an age is somebody else's.
#[test]
fn an_age_of_another_story_joins_nobody() {
    let other = "A 38-year-old driver from Vik hit a tram near the Kvern market in Drolsum. The police let him go.";
    assert_eq!(of(&graph(&[NAMED, other]), "age"), []);
}

/// What people said of two events outweighs the words around an age.
#[test]
fn a_decision_keeps_an_open_claim_out() {
    let first = graph(&[NAMED, UNNAMED]);
    let ages: Vec<String> = first.claims().filter(|c| c.attribute().as_str() == "age").map(|c| c.id().to_string()).collect();
    let said = Decision::on_claims(&*ages[0], &*ages[1], Verdict::DifferentEvent, "R. Hale");
    let graph = decided(&[NAMED, UNNAMED], Some(said));
    assert!(of(&graph, "age").iter().all(|r| r.0 == "distinct"), "{:?}", of(&graph, "age"));
    let events: Vec<_> = ages.iter().map(|id| graph.claim(id.as_str()).expect("an age").event().id().to_string()).collect();
    assert_ne!(events[0], events[1]);
}
