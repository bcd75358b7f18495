//! `resolve` from outside: what comes back, in which order, and what becomes of lines that cannot be used.

#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;

use common::{claimgraph, refused, said, with_input};
use serde_json::Value;
use tempfile::TempDir;

const MENTIONS: &str = concat!(
    r#"{"id":"m1","article":"quay","text":"the Velmar chairwoman Ada Lund"}"#,
    "\n",
    r#"{"id":"m2","article":"quay","text":"Ms. Lund","kind":"person"}"#,
    "\n",
    r#"{"id":"m3","article":"quay","text":"her"}"#,
    "\n",
    r#"{"id":"m4","article":"tide","text":"Ada Lund","context":"Ada Lund spoke ."}"#,
    "\n",
    r#"{"id":"m5","article":"tide","text":"Tom Adeyemi"}"#,
    "\n"
);

/// The entities by the ids of the mentions, in the order of the lines.
fn answers(out: &str) -> Vec<(String, Option<String>)> {
    let line = |l: &str| {
        let line: Value = serde_json::from_str(l).unwrap();
        assert!(line["why"].is_string(), "{l}");
        (line["id"].as_str().unwrap().to_owned(), line["entity"].as_str().map(str::to_owned))
    };
    out.lines().map(line).collect()
}

#[test]
fn mentions_become_entities_in_their_order() {
    let (status, out, err) = said(&with_input(&["resolve", "-"], MENTIONS.as_bytes()));
    assert_eq!((status, err.as_str()), (Some(0), ""));
    let found = answers(&out);
    assert_eq!(found.iter().map(|f| f.0.as_str()).collect::<Vec<_>>(), ["m1", "m2", "m3", "m4", "m5"]);
    assert!(found[0].1 == found[1].1 && found[0].1 == found[3].1 && found[0].1 != found[4].1 && found[2].1.is_none(), "{out}");
}

#[test]
fn order_threads_and_files_change_nothing() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("m.ndjson"), MENTIONS).unwrap();
    let turned: String = MENTIONS.lines().rev().flat_map(|l| [l, "\n"]).collect();
    let (_, out, _) = said(&claimgraph(&["resolve", "m.ndjson", "--jobs", "1"], at));
    let (_, back, _) = said(&with_input(&["resolve", "-", "--jobs", "2"], turned.as_bytes()));
    assert_eq!(out.lines().rev().collect::<Vec<_>>(), back.lines().collect::<Vec<_>>());
    let (status, nothing, _) = said(&claimgraph(&["resolve", "m.ndjson", "-o", "out.ndjson"], at));
    assert_eq!((status, nothing.as_str(), fs::read_to_string(at.join("out.ndjson")).unwrap()), (Some(0), "", out));
}

#[test]
fn one_bad_line_loses_no_good_one() {
    let input = format!("{{\"id\":\"m0\",\"article\":\"quay\"}}\n{MENTIONS}{{\"type\":\"claim\"}}\n");
    let (status, out, err) = said(&with_input(&["resolve", "-"], input.as_bytes()));
    assert_eq!((status, answers(&out).len()), (Some(0), 5));
    assert!(err.contains("rejected -:1: missing field `text`") && err.contains("rejected -:7: `type` is \"claim\""), "{err}");
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("m.ndjson"), "{\"id\":1}\n").unwrap();
    refused(&["resolve", "m.ndjson"], folder.path(), "no mention to resolve");
}

#[test]
fn what_the_caller_knows_outranks_the_mentions() {
    let known = concat!(
        r#"{"type":"entity","id":"q1","names":["Ada Lund"]}"#,
        "\n",
        r#"{"type":"decision","entities":["Ada Lund","Tom Adeyemi"],"verdict":"same-entity","by":"R. Hale","at":"2031-05-06"}"#,
        "\n"
    );
    let (status, out, _) = said(&with_input(&["resolve", "-"], format!("{known}{MENTIONS}").as_bytes()));
    let found = answers(&out);
    assert!(status == Some(0) && found.iter().all(|f| f.1.as_deref() == Some("q1") || f.0 == "m3"), "{out}");
}
