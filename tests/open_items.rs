//! Claims that no frame knows, across articles: which are of one data item, and which are of an event that another article names.
#![cfg(feature = "english")]

use claimgraph::corpus::Article;
use claimgraph::english::English;
use claimgraph::{Claim, ClaimGraph, Decision, Reconciler, Verdict};

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

/// A claim handed in beside the text and the reader's own of the same words are one telling: one fact, in one dispute.
#[test]
fn a_claim_handed_in_takes_the_readers_of_its_words_along() {
    let told = |id: &'static str, sum: &str| {
        let text = format!("The harbour yard of Osk paid {sum} for two cranes of Norvik on Sunday, Ada Brandt of the yard said.");
        let claim = Claim::about(id, "Norvik cranes", "price", sum).quote(format!("paid {sum}"));
        (Article::new(id).text(text).published("2031-05-05".parse().expect("a day")), claim)
    };
    let mut all = Reconciler::with_extractor(English);
    for (article, claim) in [told("tide", "40 million crowns"), told("echo", "48 million crowns")] {
        all.add(article);
        all.add(claim);
    }
    let graph = all.reconcile();
    let facts: Vec<_> = graph.facts().filter(|f| f.positions().any(|p| p.value().to_string().contains("crown"))).collect();
    assert_eq!(facts.len(), 1, "{facts:?}");
    assert_eq!((facts[0].attribute().as_str(), graph.disputes().count()), ("price", 1));
    assert_eq!(facts[0].positions().map(claimgraph::graph::PositionRef::articles).collect::<Vec<_>>(), [1, 1]);
}

/// Two articles that share the names of a story tell of one fire on its day, though only one says where it was, and its toll is one.
#[test]
fn a_disaster_of_one_story_needs_no_place() {
    let first = "BRATTHOLM, Feb 9 (Reuters) - At least 19 people were killed on Wednesday when a fire tore through a garment mill. The blaze at \
                 Solvane Knit began in a store of yarn, fire chief Mara Lindqvist said. Survivors from Osk said a gate was locked.";
    let later = "The death toll from Wednesday's fire at Solvane Knit rose to 34 as crews led by Mara Lindqvist searched the upper floors. \
                 Police in Osk arrested the director of Solvane Knit, Tor Aldane.";
    let mut all = Reconciler::with_extractor(English);
    all.add(Article::new("first").text(first).published("2031-02-19".parse().expect("a day")));
    all.add(Article::new("later").text(later).published("2031-02-20".parse().expect("a day")));
    let graph = all.reconcile();
    assert_eq!(of(&graph, "killed").iter().map(|r| r.0).collect::<Vec<_>>(), ["supersedes"]);
    // Another day's fire is another.
    let mut all = Reconciler::with_extractor(English);
    all.add(Article::new("first").text(first).published("2031-02-19".parse().expect("a day")));
    all.add(Article::new("later").text(later.replace("Wednesday's", "Monday's")).published("2031-02-20".parse().expect("a day")));
    assert_eq!(of(&all.reconcile(), "killed"), []);
}
