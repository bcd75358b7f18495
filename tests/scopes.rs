//! What a count is of: read off the words around it, and kept apart from a count of something else.
#![cfg(feature = "english")]

use claimgraph::claim::Extractor;
use claimgraph::corpus::Article;
use claimgraph::english::{English, Silence, explained};
use claimgraph::{Claim, Reconciler};

const DAY: &str = "2031-06-12";

fn article(id: &str, text: &str) -> Article {
    Article::new(id).text(text).published(DAY.parse().expect("a day"))
}

/// What the claims of an attribute say: the value, its part and its scope.
fn told(text: &str, attribute: &str) -> Vec<String> {
    let line = |c: &Claim| {
        let part = c.of.as_ref().map_or_else(String::new, |of| format!(" ({of})"));
        let scope = c.scope.as_ref().map_or_else(String::new, |s| format!(" [{s}]"));
        format!("{}{part}{scope}", c.value.value.canonical())
    };
    let claims = English.extract(&"a".into(), &article("a", text)).claims;
    let mut out: Vec<String> = claims.iter().filter(|c| c.attribute.as_str() == attribute).map(line).collect();
    out.sort();
    out
}

/// The relations between two articles' claims of an attribute, with their values.
fn met(a: &str, b: &str, attribute: &str) -> Vec<String> {
    let mut all = Reconciler::with_extractor(English);
    all.add(article("a", a)).add(article("b", b));
    let graph = all.reconcile();
    let own = graph.relations().filter(|r| r.source().claim().attribute.as_str() == attribute);
    let line = |r: claimgraph::graph::RelationRef<'_>| {
        let mut values = [r.source(), r.target()].map(|c| c.claim().value.value.canonical());
        values.sort();
        format!("{} {} {}", r.kind().as_str(), values[0], values[1])
    };
    let mut out: Vec<String> = own.map(line).collect();
    out.sort();
    out
}

#[test]
fn the_words_around_a_count_say_what_it_is_of() {
    let rows: &[(&str, &str, &[&str])] = &[
        // Those hurt badly are a part of the injured; those hurt slightly may be all of them.
        ("A tram crash near Osk on Monday injured 31 people, nine of them critically.", "injured", &["31", "9 (in a serious condition)"]),
        ("Nine people were badly hurt in a tram crash near Osk on Monday.", "injured", &["9 (in a serious condition)"]),
        ("Nine people were slightly hurt in a tram crash near Osk on Monday.", "injured", &["9"]),
        // With or without whoever killed the others; who is among the dead besides changes nothing.
        (
            "Six people died in a shooting at a bar in Osk on Monday, including the attacker.",
            "killed",
            &["6 [definition: including attacker]"],
        ),
        ("Six people died in a ferry fire off Osk on Monday, including the captain.", "killed", &["6"]),
        ("Six people, including two children, died in a ferry fire off Osk on Monday.", "killed", &["6"]),
        // Another place than that of the event.
        ("The earthquake near Osk on Monday killed 14 people in Brattholm.", "killed", &["14 [place: Brattholm]"]),
        ("An earthquake killed 14 people in Brattholm on Monday.", "killed", &["14"]),
        // Where those are who say so is not where it was.
        ("A fire at a mill killed four people on Monday, the fire service in Osk said.", "place", &[]),
        // A day of what goes on for days.
        (
            "The Vik floods have killed 88 people. Nine people drowned and five were killed on Monday alone.",
            "killed",
            &["5 [period: 2031-06-09, daily: true]", "88"],
        ),
        // What the article adds to its own toll.
        (
            "A tram crash near Osk on Monday killed nine people. Two more died in hospital on Tuesday.",
            "killed",
            &["9 [definition: before Two more]"],
        ),
        // The base of a part is no toll.
        ("A tram crash near Osk on Monday killed nine of the 52 passengers on board.", "killed", &["9"]),
        ("A tram crash near Osk on Monday killed most of the 52 passengers on board.", "killed", &[]),
        // Nobody.
        ("A fire at a mill in Osk on Monday caused no injuries.", "injured", &["0"]),
        ("A fire broke out at a mill in Osk on Monday. Nobody was killed or injured.", "injured", &["0"]),
        ("A fire broke out at a mill in Osk on Monday. No serious injuries were reported.", "injured", &["0 (in a serious condition)"]),
        ("A fire broke out at a mill in Osk on Monday. There were no immediate reports of casualties.", "killed", &[]),
        ("A fire broke out at a mill in Osk on Monday. It was hoped that nobody was injured.", "injured", &[]),
        // What the article takes back.
        ("An earthquake of magnitude 5.8, later revised to 5.5, struck near Osk on Monday.", "magnitude", &["5.5"]),
        ("A fire at a mill in Osk on Monday killed four people. Police initially said seven people had been killed.", "killed", &["4"]),
        (
            "A fire at a mill in Osk killed four people. An earlier version of this article said that seven people were killed.",
            "killed",
            &["4"],
        ),
        // Debt that comes with what is bought.
        ("Norvik Foods agreed to buy Halle Mills for $900 million, including debt.", "cost", &["900000000 [definition: including debt]"]),
        ("Norvik Foods agreed to buy Halle Mills for $700 million excluding debt.", "cost", &["700000000 [definition: excluding debt]"]),
        ("Norvik Foods agreed to buy Halle Mills for $700 million, including two bakeries.", "cost", &["700000000"]),
    ];
    let wrong = rows.iter().filter(|r| told(r.0, r.1) != r.2).map(|r| format!("{}: {:?}", r.0, told(r.0, r.1))).collect::<Vec<_>>();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn counts_of_two_things_are_no_dispute() {
    let whole = "A tram crash near Osk on Monday killed nine people and injured 31.";
    let rows: &[(&str, &str, &str, &[&str])] = &[
        (whole, "A tram crash near Osk on Monday injured 25 people.", "injured", &["conflicts 25 31"]),
        (whole, "Six people were critically injured in a tram crash near Osk on Monday.", "injured", &["distinct 31 6"]),
        (whole, "A tram crash near Osk on Monday killed seven people. Two more died in hospital.", "killed", &["indeterminate 7 9"]),
        (whole, "A tram crash near Osk on Monday killed nine of the 31 passengers.", "killed", &["corroborates 9 9"]),
        (whole, "A tram crash near Osk on Monday caused no injuries.", "injured", &["conflicts 0 31"]),
    ];
    let wrong = rows.iter().filter(|r| met(r.0, r.1, r.2) != r.3).map(|r| format!("{}: {:?}", r.1, met(r.0, r.1, r.2))).collect::<Vec<_>>();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Figures that no frame knows: of two kinds, two stretches of time, two places, of all and of some. Each pair would be a dispute if what they
/// are of were not read.
#[test]
fn figures_of_two_things_are_no_dispute() {
    let rows = [
        (
            "Alvane Group said on Monday that net profit rose to $40 million.",
            "Alvane Group said on Monday that operating profit rose to $65 million.",
        ),
        (
            "Alvane Group reported revenue of $1.2 billion for the third quarter on Monday.",
            "Alvane Group reported revenue of $4.6 billion for the year on Monday.",
        ),
        (
            "Unemployment in Norland fell to 5.1 percent in May, the statistics office in Osk said.",
            "Unemployment in Norland rose to 5.4 percent in April, the statistics office in Osk said.",
        ),
        (
            "Turnout in Norland's election on Sunday was 61 percent, the commission in Osk said.",
            "Turnout in Osk in Norland's election on Sunday was 72 percent, the commission said.",
        ),
        (
            "Prices in Norland rose 0.3 percent in May from the month before, the statistics office in Osk said.",
            "Prices in Norland rose 3.1 percent in May from a year earlier, the statistics office in Osk said.",
        ),
        (
            "The council of Osk approved a budget of $90 million on Monday, before interest on loans.",
            "The council of Osk approved a budget of $140 million on Monday, including interest on loans.",
        ),
        ("Halle Mills will cut 400 jobs in Norland, it said on Monday.", "Halle Mills will cut 1,500 jobs worldwide, it said on Monday."),
        ("Police in Osk arrested 30 people at a protest on Sunday.", "Police in Osk arrested 12 women at a protest on Sunday."),
        (
            "The ferry Solvane was carrying 210 passengers when it sank off Brattholm on Monday.",
            "The ferry Solvane was carrying 240 people, including 30 crew, when it sank off Brattholm on Monday.",
        ),
    ];
    for (a, b) in rows {
        let mut all = Reconciler::with_extractor(English);
        all.add(article("a", a)).add(article("b", b));
        let graph = all.reconcile();
        let wrong: Vec<_> = graph.relations().filter(|r| matches!(r.kind().as_str(), "conflicts" | "tension" | "supersedes")).collect();
        assert!(wrong.is_empty(), "{a} {b}");
    }
}

/// What is told of one thing in the same words still is one.
#[test]
fn figures_of_one_thing_are_a_dispute() {
    let told = |n: u32| format!("Alvane Group said on Monday that net profit rose to ${n} million in the third quarter.");
    assert_eq!(met(&told(40), &told(46), "profit"), ["conflicts 40000000 46000000"]);
    let crew = |n: u32| format!("The ferry Solvane was carrying {n} passengers when it sank off Brattholm on Monday.");
    assert_eq!(met(&crew(210), &crew(240), "passenger"), ["conflicts 210 240"]);
}

/// A value that the article takes back has its reason.
#[test]
fn what_is_taken_back_is_told() {
    let text = "The council fined the mill $40,000, later revised to $25,000, for dust over Osk.";
    let account = explained(&"a".into(), &article("a", text)).1;
    let values = || account.lines.iter().flat_map(|l| &l.values);
    let first = values().find(|v| v.span.of(text) == "$40,000").expect("the first sum");
    assert_eq!(first.outcome, Err(Silence::Withdrawn));
    assert!(values().any(|v| v.span.of(text) == "$25,000" && v.outcome.is_ok()));
}

/// A page written on while something happens: what it counts is as of the hour over each entry, in whatever order they stand, and a higher
/// count of that day has overtaken it.
#[test]
fn entries_count_as_of_their_hours() {
    let page = "Brattholm mill fire: what is told so far\n\n15.30 GMT\nEleven people were killed in the fire at a paper mill in Brattholm, \
                the coast guard says.\n\n12:10 pm\nPolice say four people were killed in the mill fire in Brattholm.";
    let want = ["11 [as of: 2031-06-12T15:30]", "4 [as of: 2031-06-12T12:10]"];
    assert_eq!(told(page, "killed"), want);
    let later = "A fire at a paper mill in Brattholm on Thursday killed 11 people, the coast guard said.";
    assert_eq!(met(page, later, "killed"), ["corroborates 11 11", "supersedes 11 4"]);
    // One hour alone is no such page.
    let once = "15.30 GMT\nEleven people were killed in the fire at a paper mill in Brattholm, the coast guard says.";
    assert_eq!(told(once, "killed"), ["11"]);
}
