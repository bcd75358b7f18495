//! Every row of the built-in ontology is run: two values in words, and the relation of the claims that say them.

// A test may unwrap: a failure is a failed test.
#![allow(clippy::unwrap_used, clippy::panic)]

use claimgraph::claim::{Claim, ClaimRecord, Event};
use claimgraph::corpus::Article;
use claimgraph::ontology::{AttributeType, Cardinality, Direction, EventType, Family, Ontology, ValueKind};
use claimgraph::pipeline::Reconciler;
use claimgraph::value::{Normalized, Value};

fn record(article: &str, action: &str, attribute: &str, words: &str) -> ClaimRecord {
    let event = Event::new(action).with("Ada Okafor").with("Ivo Brandt");
    let claim = Claim::new(article, event, attribute, Normalized::new(words, Value::Text(words.into())));
    let mut record = ClaimRecord::from(claim);
    record.value_text = Some(words.to_owned());
    record
}

/// The relations of two claims of one event, told on the days given.
fn relations(ontology: &Ontology, (a_name, a): (&str, &str), (b_name, b): (&str, &str), days: [&str; 2]) -> String {
    let mut r = Reconciler::new().with_ontology(ontology.clone());
    for (id, day) in ["a", "b"].into_iter().zip(days) {
        r.add(Article::new(id).published(day.parse().unwrap()));
    }
    r.add(record("a", "talk", a_name, a)).add(record("b", "talk", b_name, b));
    r.reconcile().relations().map(|r| r.kind().to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_attribute_keeps_its_example() {
    let known = Ontology::builtin();
    let mut wrong = Vec::new();
    for row in known.attributes() {
        let example = row.example().unwrap();
        for name in row.names() {
            let (a, b) = ((row.name(), &*example.a), (name, &*example.b));
            let now = relations(known, a, b, ["2031-05-06", "2031-05-06"]);
            if now != *example.gives {
                wrong.push(format!("{name}: {} against {} gives {now:?}, not {:?}", example.a, example.b, example.gives));
            }
            let later = example.later.as_ref().unwrap_or(&example.gives);
            let found = relations(known, a, b, ["2031-05-06", "2031-05-07"]);
            if example.later.is_some() && found != **later {
                wrong.push(format!("{name}: {} against {} a day later gives {found:?}, not {later:?}", example.a, example.b));
            }
            assert_eq!(relations(known, a, (name, &*example.a), ["2031-05-06"; 2]), "corroborates", "{name}: {}", example.a);
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_a_caller_declares_holds() {
    let plain = Ontology::builtin();
    let on_days = |ontology: &Ontology, a, b| relations(ontology, a, b, ["2031-05-06", "2031-05-07"]);
    let (ship, lead) = (("flagship", "the Merrow"), ("Lead_Ship", "the Kelmar"));
    assert_eq!(on_days(plain, ship, ("flagship", "the Kelmar")), "indeterminate");
    assert_eq!(on_days(plain, ship, lead), "");
    let mine = |cardinality| {
        let row = AttributeType::new("Flagship").values(ValueKind::Words).cardinality(cardinality).synonym("lead ship");
        plain.clone().with_attribute(row)
    };
    assert_eq!(on_days(&mine(Cardinality::Exclusive), ship, lead), "conflicts");
    assert_eq!(on_days(&mine(Cardinality::Set), ship, lead), "indeterminate");
    assert_eq!(on_days(&mine(Cardinality::Free), ship, lead), "");
    let (few, more) = (("pledges", "4,123"), ("pledges", "9,456"));
    assert_eq!(on_days(plain, few, more), "conflicts");
    let running = plain.clone().with_attribute(AttributeType::new("pledge").direction(Direction::Up));
    assert_eq!(on_days(&running, few, more), "supersedes");
    assert_eq!(on_days(&running, more, few), "tension");
}

#[test]
fn kinds_of_event_can_be_declared() {
    let events = |ontology: &Ontology| {
        let mut r = Reconciler::new().with_ontology(ontology.clone());
        r.add(Article::new("a")).add(Article::new("b"));
        r.add(record("a", "regatta", "distance", "12 km")).add(record("b", "boat race", "distance", "14 km"));
        r.reconcile().events().len()
    };
    assert_eq!(events(Ontology::builtin()), 2);
    assert_eq!(events(&Ontology::builtin().clone().with_event(EventType::new("regatta", Family::Other).synonym("boat-race"))), 1);
}
