//! Typed claims to a graph: no JSON, no text.

use claimgraph::claim::{Claim, Event};
use claimgraph::corpus::Article;
use claimgraph::jiff::civil::date;
use claimgraph::pipeline::Reconciler;
use claimgraph::value::{Normalized, Number, Quantity, Value};

fn main() {
    let died = |article: &str, n: i64| {
        let count = Normalized::new(format!("{n} people"), Value::Quantity(Quantity::new(Number::from_int(n), "person")));
        Claim::new(article, Event::new("quake").place(claimgraph::value::Place::new("Marrow Bay")), "killed", count)
    };
    let mut reconciler = Reconciler::new();
    reconciler.add(Article::new("echo").published(date(2031, 5, 4)).publisher("Echo"));
    reconciler.add(Article::new("herald").published(date(2031, 5, 6)).publisher("Herald"));
    reconciler.add(died("echo", 12)).add(died("herald", 19));
    let graph = reconciler.reconcile();
    for relation in graph.relations() {
        println!("{relation}");
    }
    for fact in graph.facts() {
        println!("{fact}");
    }
    assert_eq!(graph.relations().next().map(|r| r.kind().as_str()), Some("supersedes"));
}
