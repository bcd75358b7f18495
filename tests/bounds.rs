//! What is cut off where records are so many or so long that all of it would take too long, and that the result says so.

#![allow(clippy::unwrap_used, clippy::panic)]

use claimgraph::claim::RejectionCode;
use claimgraph::graph::ClaimGraph;
use claimgraph::relation::Kind;
use claimgraph::{Reconciler, export, ingest};

fn graph(lines: impl IntoIterator<Item = String>) -> ClaimGraph {
    let mut reconciler = Reconciler::new();
    for read in ingest::read("in.ndjson", lines.into_iter().collect::<Vec<_>>().join("\n").as_bytes()) {
        match read {
            Ok((record, location)) => reconciler.add_from(record, location),
            Err(rejected) => reconciler.reject(rejected),
        };
    }
    reconciler.reconcile()
}

fn article(id: &str, more: &str) -> String {
    format!(r#"{{"type":"article","id":"{id}","publisher":"Paper {id}","published":"2031-05-04","language":"nb"{more}}}"#)
}

fn claim(id: &str, article: &str, told: &str) -> String {
    let event = r#"{"action":"meet","participants":[{"name":"Ada Lund"},{"name":"Bo Harker"}],"time":"2031-05-03"}"#;
    format!(r#"{{"type":"claim","id":"{id}","article":"{article}","event":{event},{told}}}"#)
}

fn reasons(graph: &ClaimGraph) -> Vec<(RejectionCode, &str)> {
    graph.rejected().iter().map(|r| (r.code, r.reason.as_str())).collect()
}

/// Two long texts in other words, one that differs from the first in a letter, and one in two numbers: as short ones are told apart.
#[test]
fn long_texts_compare_as_short_ones() {
    let first: String = (0..4000).map(|i| format!("harbour{} wall ", i % 7)).collect();
    let slip = first.replacen("wall", "wahl", 1);
    let other: String = (0..4000).map(|i| format!("zebra {} ", i * i)).collect();
    let texts = [&first, &slip, &other].map(|t| format!(r#""attribute":"motive","value":"{t}""#));
    let mut lines = vec![r#"{"type":"attribute","name":"motive","cardinality":"exclusive"}"#.to_owned()];
    for (i, text) in texts.iter().enumerate() {
        let id = format!("a{i}");
        lines.extend([article(&id, ""), claim(&format!("c{i}"), &id, text)]);
    }
    let graph = graph(lines);
    let kind = |a: &str, b: &str| {
        graph.relations().find(|r| r.source().id().as_str() == a && r.target().id().as_str() == b).map(claimgraph::graph::RelationRef::kind)
    };
    assert_eq!(
        [kind("c0", "c1"), kind("c0", "c2"), kind("c1", "c2")],
        [Some(Kind::Corroborates), Some(Kind::Conflicts), Some(Kind::Conflicts)]
    );
}

#[test]
fn a_decision_against_a_long_chain_names_some_of_it() {
    let n = 900;
    let mut lines = vec![article("a", "")];
    lines.extend((0..n).map(|i| claim(&format!("c{i:03}"), "a", &format!(r#""attribute":"attended","value":"{i} people""#))));
    let decide = |a: usize, b: usize, verdict: &str, at: &str| {
        format!(r#"{{"type":"decision","claims":["c{a:03}","c{b:03}"],"verdict":"{verdict}","by":"R. Hale","at":"{at}"}}"#)
    };
    lines.extend((1..n).map(|i| decide(i - 1, i, "same-event", "2031-05-06")));
    lines.push(decide(0, n - 1, "different-event", "2031-05-05"));
    lines.push(decide(3, 5, "different-event", "2031-05-05"));
    let graph = graph(lines);
    let refused: Vec<&str> = graph.decisions().iter().filter_map(|d| d.refused.as_deref()).collect();
    assert_eq!(refused.len(), 2);
    let (long, short) = if refused[0].len() > refused[1].len() { (refused[0], refused[1]) } else { (refused[1], refused[0]) };
    assert_eq!(long.matches("same-event").count(), 16, "{long}");
    assert!(long.ends_with("; and of more in a chain with these, no earlier"), "{long}");
    assert_eq!(short.matches("same-event").count(), 2, "{short}");
    // What stands in the chain is not all known, and so the refusal is reported, whoever decided.
    assert_eq!(reasons(&graph), [(RejectionCode::DecisionContradicted, long)]);
}

#[test]
fn a_quote_is_looked_up_in_the_latest_older_texts() {
    let text = |i: usize| format!(r#","updated":"2031-05-{:02}","text":"They met. {i:02} people came.""#, i + 4);
    let mut lines: Vec<String> = (0..20).map(|i| article("a", &text(i))).collect();
    let quote = |i: usize| format!(r#""quote":{{"exact":"{i:02} people came"}},"attribute":"attended","value":"{i} people""#);
    lines.extend([0, 12, 19].map(|i| claim(&format!("c{i}"), "a", &quote(i))));
    let graph = graph(lines);
    let reasons = reasons(&graph);
    assert!(graph.claim("c19").is_some());
    assert_eq!(reasons.iter().map(|r| r.0).collect::<Vec<_>>(), [RejectionCode::QuoteDiffers, RejectionCode::QuoteOfOlderRevision]);
    assert!(reasons[0].1.ends_with("; of 19 older texts of the article the latest 16 were searched"), "{}", reasons[0].1);
}

/// Hundreds of quotes of a long text are found where each alone is, or are refused for the same reason.
#[test]
fn many_quotes_are_found_as_one_is() {
    let text: String = (0..400).map(|i| format!("In room “{i}” they met again. ")).collect();
    let quotes: Vec<String> = (0..200)
        .map(|i| match i % 5 {
            0 => format!(r#"{{"exact":"they met again","prefix":"room “{i}” "}}"#),
            1 => format!(r#"{{"exact":"room \"{i}\" they"}}"#),
            2 => format!(r#"{{"exact":"they met again. In room “{i}”"}}"#),
            3 => format!(r#"{{"exact":"In room “{i}” we met again"}}"#),
            _ => r#"{"exact":"they met","suffix":" again. In"}"#.to_owned(),
        })
        .collect();
    let told = |quote: &str| format!(r#""quote":{quote},"attribute":"attended","value":"5 people""#);
    let all = graph(
        [article("a", &format!(r#","text":"{text}""#))]
            .into_iter()
            .chain(quotes.iter().enumerate().map(|(i, q)| claim(&format!("c{i:03}"), "a", &told(q)))),
    );
    let (mut found, mut refused) = (Vec::new(), Vec::new());
    for (i, quote) in quotes.iter().enumerate() {
        let id = format!("c{i:03}");
        let alone = graph([article("a", &format!(r#","text":"{text}""#)), claim(&id, "a", &told(quote))]);
        let place = |g: &ClaimGraph| g.claim(id.as_str()).and_then(|c| c.claim().quote.as_ref()).map(|q| (q.start, q.end));
        assert_eq!(place(&all), place(&alone), "{quote}");
        found.extend(place(&alone));
        refused.extend(alone.rejected().iter().map(|r| r.reason.clone()));
    }
    let mut told: Vec<String> = all.rejected().iter().map(|r| r.reason.clone()).collect();
    told.sort_unstable();
    refused.sort_unstable();
    assert_eq!(told, refused);
    assert_eq!((found.len(), refused.len()), (120, 80));
}

/// Near misses are examples; an event of which more could be told says so, in a saved result as well.
#[test]
fn near_misses_that_are_cut_are_told() {
    let meetings = |n: usize| {
        let claim = |i: usize| {
            let event = format!(
                r#"{{"action":"meet","participants":[{{"name":"Ada Lund"}},{{"name":"Bo Harker {i}"}}],"time":"2031-05-{:02}"}}"#,
                i + 1
            );
            format!(r#"{{"type":"claim","id":"c{i}","article":"a","event":{event},"attribute":"duration","value":"PT{}H"}}"#, i + 1)
        };
        graph(std::iter::once(article("a", "")).chain((0..n).map(claim)))
    };
    let cut = |g: &ClaimGraph| g.events().filter(|e| e.node().sampled).count();
    assert_eq!([cut(&meetings(3)), cut(&meetings(4)), cut(&meetings(5))], [0, 0, 2]);
    let written = |g: &ClaimGraph| {
        let mut out = Vec::new();
        export::json(g, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let saved = written(&meetings(5));
    assert_eq!(saved.matches(r#""sampled":true"#).count(), 2);
    assert_eq!(written(&export::load(saved.as_bytes()).unwrap()), saved);
}

/// Eight reports that an event was called off are held against eight that it happened; where there are more, the fact of its status says so.
#[test]
fn reports_of_what_was_called_off_that_are_cut_are_told() {
    let told = |n: usize| {
        let of = |i: usize| {
            let status = if i.is_multiple_of(2) {
                r#""attribute":"status","value":"cancelled""#
            } else {
                r#""attribute":"occurrence","value":true"#
            };
            [article(&format!("a{i}"), ""), claim(&format!("c{i}"), &format!("a{i}"), status)]
        };
        graph((0..2 * n).flat_map(of))
    };
    let cut = |g: &ClaimGraph| g.facts().filter(|f| f.node().sampled).map(|f| f.attribute().to_string()).collect::<Vec<_>>();
    assert_eq!(cut(&told(8)), [""; 0]);
    assert_eq!(cut(&told(9)), ["status"]);
}

/// An article is held against the 48 nearest of its story; where there are more, it says so.
#[cfg(feature = "english")]
#[test]
fn articles_of_a_story_that_are_cut_are_told() {
    let told = |n: usize| {
        let mut all = Reconciler::with_extractor(claimgraph::english::English);
        for i in 0..n {
            let text = "Mara Lindqvist of Brattholm sold 6,417 crates of Solvane cheese to the Kvern market in Drolsum.";
            all.add(claimgraph::Article::new(format!("a{i:03}")).text(format!("{text} Report {i}.")));
        }
        all.reconcile()
    };
    let cut = |g: &ClaimGraph| g.articles().iter().filter(|a| a.sampled).count();
    assert_eq!([cut(&told(49)), cut(&told(50))], [0, 50]);
}
