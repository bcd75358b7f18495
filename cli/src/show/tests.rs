//! The bundle of a small invented story, by the report's own result.

use std::path::Path;

use claimgraph::export;
use claimgraph::graph::ClaimGraph;

use super::bundle::Bundle;
use super::{find, json, markdown};

fn graph() -> ClaimGraph {
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/story/result.json");
    export::load(&std::fs::read(story).unwrap()).unwrap()
}

fn shown(fact: &str, write: impl Fn(&Bundle<'_>, &mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let graph = graph();
    let mut out = Vec::new();
    write(&Bundle::of(find::fact(&graph, fact).unwrap()), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_dispute_in_markdown() {
    insta::assert_snapshot!(shown("c01", |b, out| markdown::write(b, out)));
}

#[test]
fn what_was_planned_in_markdown() {
    insta::assert_snapshot!(shown("c08", |b, out| markdown::write(b, out)));
}

#[test]
fn a_dispute_in_json() {
    let text = shown("c01", |b, out| json::write(b, out));
    insta::assert_snapshot!(text);
    // Each element stands in the result as it stands here.
    let mut whole = Vec::new();
    export::json(&graph(), &mut whole).unwrap();
    let whole = String::from_utf8(whole).unwrap();
    let elements = text.lines().filter_map(|line| line.strip_prefix("{\"").filter(|rest| !rest.starts_with("schema_version")));
    for element in elements {
        let element = element.trim_end_matches([',', '}', ']']);
        assert!(whole.contains(element), "{element}");
    }
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["facts"].as_array().map(Vec::len), Some(1));
}

#[test]
fn which_fact_is_meant() {
    let graph = graph();
    let by_claim = find::fact(&graph, "c01").unwrap();
    let id = by_claim.id();
    for given in [id.as_str(), &id.as_str()[..9], "c02", "c03"] {
        assert_eq!(find::fact(&graph, given).unwrap(), by_claim, "{given}");
    }
    for (given, why) in [
        ("", "no fact and no claim of the result is called ``"),
        ("c", "`c` begins the ids of 6 facts, or of their claims: "),
        ("c0", "`c0` begins the ids of 4 facts, or of their claims: "),
        ("c98", "no fact and no claim of the result is called `c98`"),
        (&format!("{}x", &id.as_str()[..9]), &format!("(is `{}` meant?)", &id.as_str()[..9])),
    ] {
        let failure = find::fact(&graph, given).unwrap_err().to_string();
        assert!(failure.contains(why), "{given}: {failure}");
    }
}
