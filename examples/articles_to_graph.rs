//! Articles to a graph: what three short reports agree on, and what they do not.
//!
//! `cargo run --example articles_to_graph`

use claimgraph::Reconciler;
use claimgraph::corpus::Article;
use claimgraph::english::English;
use claimgraph::jiff::civil::date;
use claimgraph::relation::Kind;

fn main() {
    let mut reconciler = Reconciler::with_extractor(English);
    reconciler
        .add(Article::new("gazette").publisher("The Fjord Gazette").published(date(2031, 5, 5)).text(
            "Transport Minister Ada Okafor met Harbour Governor Ivo Brandt in Bergen on Sunday. They talked for seven and a half hours.",
        ))
        .add(
            Article::new("courier")
                .publisher("Coast Courier")
                .published(date(2031, 5, 6))
                .text("Ada Okafor and Ivo Brandt met in Bergen, Norway, on May 4. The meeting lasted three hours, a guard said."),
        )
        .add(
            Article::new("monitor")
                .publisher("Morning Monitor")
                .published(date(2031, 5, 2))
                .text("Minister Ada Okafor is expected to meet Governor Ivo Brandt in Bergen on Sunday."),
        );
    let graph = reconciler.reconcile();

    for fact in graph.facts() {
        println!("{fact}");
    }
    println!();
    for conflict in graph.conflicts() {
        println!("{}\n", graph.explain(conflict.source().id(), conflict.target().id()));
    }

    assert_eq!(graph.conflicts().count(), 1, "seven and a half hours against three");
    assert!(graph.relations_of(Kind::Supersedes).count() > 0, "the meeting that was expected took place");
}
