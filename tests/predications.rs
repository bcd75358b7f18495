//! Rows for predications: what the verbs and event nouns of a sentence tell, and who takes part.
#![cfg(feature = "english")]

use claimgraph::corpus::Article;
use claimgraph::english::{Predication, annotate};

/// The predications of a text, each as `action modality polarity: participants`.
fn read(text: &str) -> Vec<String> {
    let article = Article::new("a").text(text);
    let id = article.derive_id();
    let line = |p: &Predication| {
        let participants: Vec<String> = p.participants.iter().map(|a| format!("{}={}", a.role, a.span.of(text))).collect();
        let polarity = if p.claim.polarity.as_str() == "negative" { " not" } else { "" };
        format!("{} {}{}: {}", p.claim.event.action.as_str(), p.claim.modality.as_str(), polarity, participants.join(", "))
    };
    annotate(&id, &article).predications.iter().map(line).collect()
}

/// Each sentence with some of the lines that must be read in it. Sentences are clear ones, so that a retrained model reads them as well.
const ROWS: &[(&str, &[&str])] = &[
    (
        "The shipyard delivered three ferries to the island company.",
        &["deliver asserted: subject=The shipyard, object=three ferries, to=the island company"],
    ),
    ("The minister will open the bridge.", &["open planned: subject=The minister, object=the bridge"]),
    ("The minister will arrive in Bergen.", &["arrive planned: subject=The minister, in=Bergen"]),
    ("The company did not buy the ships.", &["buy asserted not: subject=The company, object=the ships"]),
    ("The bridge was built by the company.", &["build asserted: object=The bridge, subject=the company"]),
    ("The ferries may carry passengers.", &["carry possible: subject=The ferries, object=passengers"]),
    ("The company expects to sell the ships.", &["sell expected: subject=The company, object=the ships"]),
    (
        "The mayor said the company had closed the factory.",
        &["say asserted: subject=The mayor", "close asserted: subject=the company, object=the factory"],
    ),
    ("The driver stopped to check the engine.", &["check planned: subject=The driver, object=the engine"]),
    ("The firm refused to pay the workers.", &["pay asserted not: subject=The firm, object=the workers"]),
    ("The minister asked whether the company had sold the ships.", &["sell hypothetical: subject=the company, object=the ships"]),
    ("The engineer who designed the tower left the company.", &["design asserted: subject=The engineer, object=the tower"]),
    ("The company announced the launch of a satellite.", &["launch planned: of=a satellite"]),
    ("The ministers signed an agreement.", &["sign asserted: subject=The ministers"]),
    ("The concert was cancelled.", &["concert asserted not: "]),
    // VerbNet get-13.5.1, bring-11.3: the verb takes the source, the goal.
    ("The company leased the ferries from the yard.", &["lease asserted: subject=The company, object=the ferries, from=the yard"]),
    ("The union filed a lawsuit against the company.", &["file asserted: subject=The union, against=the company"]),
    // VerbNet hire-13.5.3: who is hired is who would build.
    ("The council hired the firm to build the bridge.", &["build planned: subject=the firm, object=the bridge"]),
    ("The court barred the company from selling the ships.", &["sell asserted: subject=the company, object=the ships"]),
    // Quirk 1985, 17.9: a relative clause that goes on behind a comma.
    ("The firm bought the harbour, which serves the island.", &["serve asserted: subject=the harbour, object=the island"]),
    // What stands behind two joined verbs is of both.
    (
        "The ships were bought and leased by the council.",
        &["buy asserted: object=The ships, subject=the council", "lease asserted: object=The ships, subject=the council"],
    ),
    // A price takes no part, nor does a distance.
    ("The ship sailed for 40 nautical miles.", &["sail asserted: subject=The ship"]),
    ("The engineers are in talks with the company.", &["talk asserted: subject=The engineers, with=the company"]),
    ("The mayor criticised the firm in a statement.", &["statement asserted: subject=The mayor"]),
    ("The poor paid the tax.", &["pay asserted: subject=The poor, object=the tax"]),
    ("The authorities closed the port.", &["close asserted: subject=The authorities, object=the port"]),
    ("The company sold the planes.", &["sell asserted: subject=The company, object=the planes"]),
    ("The ferry sailed out of the harbour.", &["sail asserted: subject=The ferry, from=the harbour"]),
];

#[test]
fn rows() {
    let mut wrong = String::new();
    for (text, wanted) in ROWS {
        // The gate wants more than one short sentence of English.
        let text = format!("{text} It was the first time in many years that the people of the town had seen it.");
        let got = read(&text);
        for want in *wanted {
            if !got.iter().any(|g| g == want) {
                wrong += &format!("{text}\n  wanted {want}\n  got    {got:#?}\n");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Every predication has a quote that stands in the text and holds its word.
#[test]
fn quotes_hold_the_trigger() {
    let text = "The shipyard delivered three ferries on Monday, and the mayor said the next one would follow within a year. The yard has built ships since 1912.";
    let article = Article::new("a").text(text);
    let found = annotate(&article.derive_id(), &article).predications;
    assert!(found.len() >= 3);
    for p in found {
        let quote = p.claim.quote.as_ref().expect("a quote");
        assert_eq!(quote.span.of(text), &*quote.exact);
        assert!(quote.span.start <= p.trigger.start && p.trigger.end <= quote.span.end);
    }
}

/// A list of event nouns as long as an article is read, however its tree hangs.
#[test]
fn long_lists_are_read() {
    let list = vec!["a visit"; 5_000].join(" and ");
    let found = read(&format!("The minister announced {list} on the last day of the year in the town."));
    assert!(found.len() > 1_000, "{}", found.len());
}
