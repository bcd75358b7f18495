//! Claims on open attributes, from end to end; all of it is invented. `cargo run --example open_claims`

use claimgraph::jiff::civil::date;
use claimgraph::{Article, AttributeType, Cardinality, Claim, ClaimGraph, ClaimRecord, Decision, Event, Reconciler, Verdict, export};

fn claims() -> [ClaimRecord; 20] {
    let (fire, trial) = (Event::new("fire").place("Marrow Quay"), Event::new("trial").with("Odo Fenn"));
    [
        Claim::words("post", &fire, "deaths", "14").quote("killed 14 people"),
        Claim::words("echo", &fire, "deaths", "12").quote("12 dead"),
        Claim::words("mole", &fire, "deaths", "14").attributed_to("the fire service"),
        Claim::words("fjord", &fire, "death toll", "14"),
        Claim::words("post", &fire, "injured", "about 30").quote("About 30 were hurt"),
        Claim::words("echo", &fire, "injured", "31"),
        Claim::words("post", &trial, "verdict", "guilty").id("post-verdict"),
        Claim::words("echo", &trial, "verdict", "not guilty").id("echo-verdict"),
        Claim::words("mole", &trial, "sentence", "six years in prison"),
        Claim::words("fjord", &trial, "sentence", "6 years in prison"),
        Claim::about("post", "Norvane", "chief executive", "Mara Lind").quote("Mara Lind, its chief executive"),
        Claim::about("echo", "Norvane", "CEO", "Mara Lind").quote("Mara Lind, who leads Norvane"),
        Claim::about("mole", "Norvane", "CEO", "Piet Aalders"),
        Claim::about("post", "Norvane", "headquarters", "Tarnholm"),
        Claim::about("fjord", "Norvane", "headquarters", "Oster Bay"),
        Claim::about("post", "Norvane", "flagship", "Grey Heron"),
        Claim::about("mole", "Norvane", "flagship", "White Tern"),
        Claim::about("echo", "Grey Heron", "launch date", "3 June 2031"),
        Claim::about("fjord", "Grey Heron", "launch date", "June 2031"),
        Claim::about("mole", "Quay Forum", "member", "Norvane"),
    ]
}

fn print(when: &str, graph: &ClaimGraph) {
    println!("== Disputed {when}");
    for fact in graph.disputes() {
        println!("{} of {}", fact.attribute(), fact.event());
        for side in fact.positions() {
            println!("  {side}, publishers: {}, origins: {}", side.publishers(), side.origins());
            side.claims().for_each(|c| println!("    {}: {}", c.publisher().unwrap_or("?"), c.words().unwrap_or("no quote")));
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paper = |id: &str, publisher: &str| Article::new(id).publisher(publisher).published(date(2031, 5, 6));
    let mut all = Reconciler::new();
    all.add(AttributeType::new("flagship").cardinality(Cardinality::Exclusive));
    all.add(paper("post", "Harbour Post").text("It killed 14 people. About 30 were hurt. Mara Lind, its chief executive, was away."));
    all.add(paper("echo", "Tarn Echo").text("There are 12 dead, said Mara Lind, who leads Norvane."));
    all.extend([paper("mole", "The Mole").agency("Coast Wire"), paper("fjord", "Fjord News").agency("Coast Wire")]);
    all.extend(claims());
    print("at first", &all.reconcile());
    all.decide(Decision::on_claims("post-verdict", "echo-verdict", Verdict::NoConflict, "R. Hale").because("they speak of two counts"));
    all.remove("mole");
    let mut saved = Vec::new();
    export::json(&all.reconcile(), &mut saved)?;
    let mut continued = Reconciler::from_graph(&export::load(&saved)?);
    continued.add(paper("gull", "The Gull")).add(Claim::about("gull", "Norvane", "CEO", "Piet Aalders"));
    print("after a decision, without The Mole, with The Gull", &continued.reconcile());
    Ok(())
}
