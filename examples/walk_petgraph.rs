//! The relations as a petgraph graph: which claims hang together, and which stand alone.

use claimgraph::claim::{Claim, Event};
use claimgraph::corpus::Article;
use claimgraph::graph::petgraph::algo::connected_components;
use claimgraph::graph::petgraph::visit::{EdgeRef, IntoEdgeReferences};
use claimgraph::jiff::civil::date;
use claimgraph::pipeline::Reconciler;
use claimgraph::relation::Kind;
use claimgraph::value::{Normalized, Time, Value};

fn main() {
    let met_on = |article: &str, day: i8, with: &str| {
        let time = Time::day(date(2031, 5, day));
        let event = Event::new("meet").with("Ada Okafor").with(with).at(time);
        Claim::new(article, event, "time", Normalized::new(format!("May {day}"), Value::Time(time)))
    };
    let mut reconciler = Reconciler::new();
    for id in ["a", "b", "c"] {
        reconciler.add(Article::new(id).published(date(2031, 5, 20)));
    }
    reconciler.add(met_on("a", 4, "Ivo Brandt")).add(met_on("b", 4, "Ivo Brandt")).add(met_on("c", 4, "Ivo Brandt"));
    reconciler.add(met_on("a", 19, "Jo Ferris"));
    let graph = reconciler.reconcile();
    let view = graph.petgraph();
    for edge in view.edge_references() {
        let (source, target) = (view[edge.source()], view[edge.target()]);
        println!("{source} to {target}: {} ({})", edge.weight().kind, edge.weight().rule);
    }
    // Three claims that corroborate each other, and the near misses that tie the fourth to them.
    println!("{} claims, {} relations, {} component", view.node_count(), view.edge_count(), connected_components(view));
    assert_eq!((view.node_count(), connected_components(view)), (4, 1));
    let agreeing = graph.petgraph_of(Kind::Corroborates);
    assert_eq!(agreeing.edge_references().count(), 3);
}
