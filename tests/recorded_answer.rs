//! A language model's answer with its faults: what gets in, what is refused and why, and that twice is once.

#![allow(clippy::unwrap_used, clippy::panic)]

use claimgraph::graph::ClaimGraph;
use claimgraph::{Reconciler, export, ingest};

const ARTICLES: &str = include_str!("../examples/recorded_answer/articles.ndjson");
const ANSWER: &str = include_str!("../examples/recorded_answer/answer.json");
const DOCUMENT: &str = include_str!("../docs/EXTRACTORS.md");

fn graph(files: &[(&str, &str)]) -> ClaimGraph {
    let mut reconciler = Reconciler::new();
    for (name, text) in files {
        for record in ingest::read(name, text.as_bytes()) {
            match record {
                Ok((record, location)) => reconciler.add_from(record, location),
                Err(rejected) => reconciler.reject(rejected),
            };
        }
    }
    reconciler.reconcile()
}

#[test]
fn the_document_shows_what_is_refused() {
    let graph = graph(&[("articles.ndjson", ARTICLES), ("answer.json", ANSWER)]);
    let found: Vec<String> = graph.rejected().iter().map(|r| format!("answer.json:{}: {}", r.line, r.reason)).collect();
    let shown = DOCUMENT.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(found, shown.lines().collect::<Vec<_>>());
}

#[test]
fn what_gets_in() {
    let graph = graph(&[("articles.ndjson", ARTICLES), ("answer.json", ANSWER)]);
    let mut found: Vec<(String, String)> = graph.claims().map(|c| (c.attribute().to_string(), c.value().canonical())).collect();
    found.sort();
    let expected = [
        ("characterisation", "frank"),
        ("duration", "PT4H"),
        ("duration", "PT6H"),
        // Not understood, and kept.
        ("duration", "until the coffee ran out"),
        ("occurrence", "true"),
        // The Friday of a plan is to come; the Tuesday of a report was.
        ("time", "2031-05-06TEV"),
        ("time", "2031-05-09"),
        // A word of the model's own.
        ("tone", "frank"),
    ];
    assert_eq!(found, expected.map(|(a, v)| (a.to_owned(), v.to_owned())));
    // What cannot be read conflicts with nothing: only nearly four hours and six do.
    assert_eq!(graph.conflicts().count(), 1);
    // The second of two like places is told by what stands before it.
    let frank = graph.claims().find(|c| c.attribute().as_str() == "characterisation").unwrap();
    assert!(frank.quote().unwrap().prefix.ends_with("Okafor "));
}

#[test]
fn twice_is_once() {
    let bytes = |files: &[(&str, &str)]| {
        let mut out = Vec::new();
        let graph = graph(files);
        export::ndjson(&graph, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        // What is refused is refused twice, and counted so at the end.
        let kept = |l: &&str| !["{\"record\":\"rejected\"", "{\"record\":\"end\""].iter().any(|kind| l.starts_with(kind));
        text.lines().filter(kept).map(str::to_owned).collect::<Vec<_>>()
    };
    let once = bytes(&[("articles.ndjson", ARTICLES), ("answer.json", ANSWER)]);
    let twice = bytes(&[("answer.json", ANSWER), ("articles.ndjson", ARTICLES), ("answer.json", ANSWER)]);
    assert_eq!(once, twice);
}
