//! Saved results: what loads, what does not and why.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;

use claimgraph::export;

fn seed(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/saved_result").join(name)).unwrap()
}

#[test]
fn a_full_result_loads() {
    let graph = export::load(&seed("full")).unwrap();
    assert_eq!((graph.articles().len(), graph.claims().len(), graph.facts().len()), (2, 2, 1));
    let claim = graph.claim("c2").unwrap();
    assert_eq!(claim.to_string(), "duration of meet (Ada Okafor) 2031-05-04 in Porto: about PT3H [tide]");
    assert_eq!(claim.article().article.published.unwrap().to_string(), "2031-05-05T07:30:00+01:00");
    assert!(export::load(&seed("lines")).is_ok());
}

#[test]
fn reasons() {
    for (name, reason) in [
        ("version", "the result has schema version 2, and this program reads 1"),
        ("unknown-id", "event \"e1\" is referred to and not in the result"),
        ("unsorted", "the list of articles is not sorted by id, or holds \"quay\" twice"),
        ("bad-value", "the value of c1: \"PT3\" is not an ISO 8601 duration"),
    ] {
        assert_eq!(export::load(&seed(name)).unwrap_err().to_string(), reason, "{name}");
    }
    assert!(
        export::load(b"{\"type\":\"article\"}").unwrap_err().to_string().starts_with("not a saved result: missing field `schema_version`")
    );
    assert!(export::load(b"").is_err() && export::load(b"[1]").is_err() && export::load(b"{\"record\":\"fact\"}").is_err());
}

fn written(write: impl Fn(&claimgraph::graph::ClaimGraph, &mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&export::load(&seed("full")).unwrap(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn formats() {
    insta::assert_snapshot!("json", written(|graph, out| export::json(graph, out)));
    insta::assert_snapshot!("ndjson", written(|graph, out| export::ndjson(graph, out)));
    insta::assert_snapshot!("dot", written(|graph, out| export::dot(graph, out)));
}

/// serde gives the document that the writer gives, and each view its element of it.
#[test]
fn serde_gives_the_same() {
    let graph = export::load(&seed("full")).unwrap();
    let written: serde_json::Value = serde_json::from_str(&written(|g, out| export::json(g, out))).unwrap();
    let text = serde_json::to_string(&graph).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), written);
    // The keys too stand in one order: without white space the two are the same text.
    let mut bytes = Vec::new();
    export::json(&graph, &mut bytes).unwrap();
    assert_eq!(text, String::from_utf8(bytes).unwrap().replace('\n', ""));
    let (claims, relations): (Vec<_>, Vec<_>) = (graph.claims().collect(), graph.relations().collect());
    let (events, facts): (Vec<_>, Vec<_>) = (graph.events().collect(), graph.facts().collect());
    let positions: Vec<_> = facts[0].positions().collect();
    for (view, element) in [
        (serde_json::to_value(claims), &written["claims"]),
        (serde_json::to_value(relations), &written["relations"]),
        (serde_json::to_value(events), &written["events"]),
        (serde_json::to_value(&facts), &written["facts"]),
        (serde_json::to_value(positions), &written["facts"][0]["positions"]),
        (serde_json::to_value(graph.decisions()), &written["decisions"]),
        (serde_json::to_value(graph.rejected()), &written["rejected"]),
    ] {
        assert_eq!(view.unwrap(), *element);
    }
}
