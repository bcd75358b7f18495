//! One meeting told two ways is a conflict; two meetings told alike are not.

use claimgraph::claim::{Claim, Event};
use claimgraph::corpus::Article;
use claimgraph::jiff::civil::{Date, date};
use claimgraph::pipeline::Reconciler;
use claimgraph::relation::Kind;
use claimgraph::value::{Duration, DurationUnit, Normalized, Number, Time, Value};

fn lasted(article: &str, with: &str, day: Date, halves: i64) -> Claim {
    let hours = Number::ratio(halves, 2).unwrap_or(Number::ZERO);
    let event = Event::new("meet").with("Ada Okafor").with(with).at(Time::day(day));
    Claim::new(article, event, "duration", Normalized::new("", Value::Duration(Duration::new(hours, DurationUnit::Hour))))
}

fn main() {
    let (sunday, monday) = (date(2031, 5, 4), date(2031, 5, 5));
    let mut one = Reconciler::new();
    one.add(Article::new("echo").published(monday)).add(Article::new("herald").published(monday));
    one.add(lasted("echo", "Ivo Brandt", sunday, 15)).add(lasted("herald", "Ivo Brandt", sunday, 6));
    let graph = one.reconcile();
    for conflict in graph.conflicts() {
        println!("{conflict}");
    }
    assert_eq!((graph.events().count(), graph.conflicts().count()), (1, 1));

    let mut two = Reconciler::new();
    two.add(Article::new("echo").published(monday)).add(Article::new("herald").published(monday));
    two.add(lasted("echo", "Ivo Brandt", sunday, 15)).add(lasted("herald", "Lin Marsh", monday, 6));
    let graph = two.reconcile();
    for pair in graph.relations_of(Kind::Distinct) {
        println!("{pair}");
    }
    for event in graph.events() {
        println!("{event}");
    }
    assert_eq!((graph.events().count(), graph.conflicts().count()), (2, 0));
    assert_eq!(graph.relations_of(Kind::Distinct).count(), 1);
}
