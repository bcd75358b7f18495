//! A saved result is continued: more claims, from words; a decision; an article withdrawn.
//!
//! `cargo run --example continue_result`

use claimgraph::claim::{Decision, Scope, Verdict};
use claimgraph::corpus::Article;
use claimgraph::jiff::civil::date;
use claimgraph::{Claim, Event, Reconciler, export};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let march = || Event::new("march").with("Dockers Union");
    let text = "The Dockers Union marched on Saturday. “Some 4,000 of us came,” it said.";
    let mut reconciler = Reconciler::new();
    reconciler.add(Article::new("quay").publisher("The Quay").published(date(2031, 5, 4)).text(text));
    reconciler.add(Article::new("mole").publisher("The Mole").published(date(2031, 5, 4)));
    // Quotation marks may be straight: the result has the article's own.
    reconciler.add(Claim::words("quay", march(), "attended", "4,000 people").time("Saturday").quote("\"Some 4,000 of us came,\" it said"));
    reconciler.add(Claim::words("mole", march(), "attended", "1,200 people").time("Saturday").id("mole-1"));
    let mut saved = Vec::new();
    export::json(&reconciler.reconcile(), &mut saved)?;

    let mut reconciler = Reconciler::from_graph(&export::load(&saved)?);
    reconciler.add(Article::new("tide").publisher("The Tide").published(date(2031, 5, 5)));
    let by_police = Scope::new().institution("police");
    reconciler.add(Claim::words("tide", march(), "attended", "1,200 people").time("Saturday").id("tide-1").scope(by_police));
    let graph = reconciler.reconcile();
    for claim in graph.claims() {
        println!("{claim}: {}", claim.quote().map_or("no quote", |q| &*q.exact));
    }
    assert_eq!((graph.claims().len(), graph.rejected().len(), graph.events().len()), (3, 0, 1));

    reconciler.decide(Decision::on_claims("mole-1", "tide-1", Verdict::Unsure, "R. Hale").at("2031-05-06"));
    reconciler.remove("quay");
    let graph = reconciler.reconcile();
    assert_eq!((graph.claims().len(), graph.conflicts().count(), graph.decisions().len()), (2, 0, 1));
    Ok(())
}
