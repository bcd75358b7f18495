//! A person's decision outranks the rules, is shown as such, and survives a rerun.

use claimgraph::claim::{Claim, Event};
use claimgraph::corpus::Article;
use claimgraph::jiff::civil::date;
use claimgraph::pipeline::{Decision, Reconciler, Verdict};
use claimgraph::value::{Normalized, Number, Quantity, Value};

fn main() {
    let came = |article: &str, n: i64| {
        let count = Normalized::new(format!("{n} people"), Value::Quantity(Quantity::new(Number::from_int(n), "person")));
        Claim::new(article, Event::new("meet").with("Ada Okafor").with("Ivo Brandt"), "attended", count)
    };
    let (first, second) = (came("a", 41), came("b", 53));
    let ids = (first.derive_id(), second.derive_id());
    let mut reconciler = Reconciler::new();
    reconciler.add(Article::new("a").published(date(2031, 5, 4))).add(Article::new("b").published(date(2031, 5, 4)));
    reconciler.add(first).add(second);
    assert_eq!(reconciler.reconcile().conflicts().count(), 1);

    let decision = Decision::on_claims(ids.0, ids.1, Verdict::NoConflict, "R. Hale").at("2031-05-06").because("the one counts the press");
    reconciler.decide(decision);
    let graph = reconciler.reconcile();
    for relation in graph.relations() {
        println!("{relation}");
        assert_eq!(relation.rule().code, "CG0001");
    }
    assert_eq!(graph.conflicts().count(), 0);
}
