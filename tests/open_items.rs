//! Claims that no frame knows, across articles: which are of one data item, and which are of an event that another article names.
#![cfg(feature = "english")]

use claimgraph::corpus::Article;
use claimgraph::english::English;
use claimgraph::{ClaimGraph, Reconciler};

const NAMED: &str = "Mara Lindqvist, 38, fell from the Brattholm ridge above Solvane on Saturday. The climber from Osk was taken to the \
                     hospital in Solvane.";
const UNNAMED: &str =
    "A 38-year-old climber from Osk fell from the Brattholm ridge above Solvane. A helicopter took her to the hospital in Solvane.";

fn graph(texts: &[&str]) -> ClaimGraph {
    let mut all = Reconciler::with_extractor(English);
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
