//! What rests on an article, and the graph without it.

use claimgraph::claim::{Claim, Event};
use claimgraph::corpus::Article;
use claimgraph::id::ArticleId;
use claimgraph::jiff::civil::date;
use claimgraph::pipeline::Reconciler;
use claimgraph::value::{Normalized, Place, Value};

fn main() {
    let met_in = |article: &str, place: &str| {
        let event = Event::new("meet").with("Ada Okafor").with("Ivo Brandt");
        Claim::new(article, event, "place", Normalized::new(place, Value::Place(Place::new(place).within("Portland"))))
    };
    let mut reconciler = Reconciler::new();
    for (id, publisher) in [("a", "Echo"), ("b", "Herald"), ("c", "Courier")] {
        reconciler.add(Article::new(id).published(date(2031, 5, 4)).publisher(publisher));
    }
    reconciler.add(met_in("a", "Harbour House")).add(met_in("b", "Harbour House")).add(met_in("c", "Portland"));
    let graph = reconciler.reconcile();
    let gone = ArticleId::new("c");
    let resting = graph.resting_on(&gone);
    println!(
        "on {gone} rest {} claim and {} relations; {} fact would vanish",
        resting.claims.len(),
        resting.relations.len(),
        resting.facts.len()
    );
    assert_eq!((resting.claims.len(), resting.relations.len(), resting.facts.len()), (1, 2, 0));

    assert!(reconciler.remove(&gone));
    let without = reconciler.reconcile();
    for fact in without.facts() {
        println!("{fact}");
    }
    assert_eq!((graph.relations().len(), without.relations().len()), (3, 1));
}
