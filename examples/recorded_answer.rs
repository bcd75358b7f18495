//! Claims from a language model: a recorded answer, what of it gets in, and why the rest does not.
//!
//! The answer in `recorded_answer/answer.json` was written by hand, with the faults that models make: words that are not in the
//! article, words that stand there twice, a modality of its own, a day that no calendar has, an article that nobody sent, the same
//! claim twice. docs/EXTRACTORS.md tells how to ask for such an answer.
//!
//! `cargo run --example recorded_answer`

use claimgraph::Reconciler;
use claimgraph::ingest;

const ARTICLES: &[u8] = include_bytes!("recorded_answer/articles.ndjson");
const ANSWER: &[u8] = include_bytes!("recorded_answer/answer.json");

fn hand_over(reconciler: &mut Reconciler, file: &str, bytes: &[u8]) {
    for record in ingest::read(file, bytes) {
        match record {
            Ok((record, location)) => reconciler.add_from(record, location),
            Err(rejected) => reconciler.reject(rejected),
        };
    }
}

fn main() {
    // Without an extractor: every claim is the model's. `with_extractor(English)` would read the articles too.
    let mut reconciler = Reconciler::new();
    hand_over(&mut reconciler, "articles.ndjson", ARTICLES);
    hand_over(&mut reconciler, "answer.json", ANSWER);
    let graph = reconciler.reconcile();

    println!("in:");
    for claim in graph.claims() {
        let quote = claim.quote().map_or("no quote: unverified", |q| &*q.exact);
        println!("  {} {} of {}: {quote}", claim.attribute(), claim.value(), claim.article().id);
    }
    println!("rejected:");
    for rejected in graph.rejected() {
        println!("  answer.json:{}: {}", rejected.line, rejected.reason);
    }
    println!("found:");
    for relation in graph.conflicts() {
        println!("  {relation}");
    }

    // Of fifteen claims six are refused, and the last says what the first says.
    assert_eq!((graph.claims().len(), graph.rejected().len()), (8, 6));
    assert_eq!(graph.conflicts().count(), 1, "nearly four hours, or six");

    // The same answer twice is the same graph.
    let once: Vec<String> = graph.claims().map(|c| c.id().to_string()).collect();
    hand_over(&mut reconciler, "answer.json", ANSWER);
    assert_eq!(once, reconciler.reconcile().claims().map(|c| c.id().to_string()).collect::<Vec<_>>());
}
