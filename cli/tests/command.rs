//! The command line from outside: arguments, exit status, what goes where.

#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use common::{STORY, claimgraph, refused, said, with_input};
use tempfile::TempDir;

#[test]
fn what_does_not_exist_is_refused_by_name() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("a.ndjson"), STORY).unwrap();
    refused(
        &["reconcile", "--format", "graphml", "a.ndjson"],
        at,
        "format `graphml` does not exist yet; one of report, html, json, ndjson, dot",
    );
    refused(&["reconcile", "--format", "yaml", "a.ndjson"], at, "format `yaml` does not exist; one of");
    refused(&["resolve", "a.ndjson", "--kind", "x"], at, "the command `resolve` does not exist yet");
    refused(&["fuse", "a.csv"], at, "the command `fuse` does not exist yet");
    refused(&["explain", "CG9999"], at, "there is no rule `CG9999`");
    refused(&["explain", "a", "b"], at, "`explain` takes a code, or a saved result and two claims");
}

#[test]
fn a_page_is_one_file_that_loads_nothing() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("a.ndjson"), STORY).unwrap();
    let (status, page, err) = said(&claimgraph(&["reconcile", "--format", "html", "a.ndjson"], at));
    assert_eq!((status, err.as_str()), (Some(0), ""));
    assert!(page.starts_with("<!doctype html>\n") && page.ends_with("</html>\n") && page.contains("default-src 'none'"));
    assert!(page.contains("Their meeting lasted <mark>three hours</mark>") && !page.contains("://"), "{page}");
    let to_file = ["reconcile", "--format", "html", "--output", "page.html", "--fail-on", "conflicts", "a.ndjson"];
    assert_eq!(claimgraph(&to_file, at).status.code(), Some(1));
    assert_eq!(fs::read_to_string(at.join("page.html")).unwrap(), page);
}

#[test]
fn unusable_input() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    refused(&["reconcile", "nowhere"], at, "nowhere: ");
    refused(&["reconcile", "."], at, ".: no file with articles or claims");
    fs::write(at.join("picture.png"), b"\x89PNG").unwrap();
    fs::write(at.join(".hidden.txt"), "Rain fell.").unwrap();
    refused(&["reconcile", "."], at, ".: no file with articles or claims");
    fs::write(at.join("empty.txt"), "").unwrap();
    let (status, out, err) = said(&claimgraph(&["reconcile", "empty.txt"], at));
    assert_eq!(status, Some(2));
    assert!(out.contains("empty.txt: the file is empty") && err.contains("no record can be used"), "{out}{err}");
    let (status, out, _) = said(&claimgraph(&["reconcile", "--format", "json", "picture.png"], at));
    assert_eq!(status, Some(2));
    assert!(out.contains(r#"{"file":"picture.png","line":0,"code":"not-text","reason":"the file is a PNG image, not text"}"#), "{out}");
}

#[test]
fn a_folder_is_walked_and_one_bad_file_loses_nothing() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("deep")).unwrap();
    fs::write(at.join("deep/story.ndjson"), STORY).unwrap();
    fs::write(at.join("broken.json"), "[{\"type\":").unwrap();
    fs::write(at.join("table.csv"), "a,b\n").unwrap();
    fs::write(at.join("notes.xyz"), "not read").unwrap();
    let (status, out, err) = said(&claimgraph(&["reconcile", "--format", "json", "."], at));
    assert_eq!(status, Some(0), "{err}");
    assert!(out.contains("\"id\":\"quay\",\"file\":\"./deep/story.ndjson\""), "{out}");
    assert!(err.contains("rejected ./broken.json:1: the JSON is cut off"), "{err}");
    assert!(err.contains("rejected ./table.csv: a table holds neither articles nor claims"), "{err}");
    assert!(!err.contains("xyz"), "{err}");
}

#[test]
fn standard_input_output_file_and_threads_give_the_same_bytes() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let reversed: String = STORY.lines().rev().flat_map(|l| [l, "\n"]).collect();
    let piped = with_input(&["reconcile", "-", "--format", "json", "--jobs", "1"], STORY.as_bytes());
    let turned = with_input(&["reconcile", "-", "--format", "json", "--jobs", "2"], reversed.as_bytes());
    assert_eq!(said(&piped), said(&turned));
    fs::write(at.join("-story"), STORY).unwrap();
    let (status, out, _) = said(&claimgraph(&["reconcile", "--format", "json", "--output", "out.json", "./-story"], at));
    assert_eq!((status, out.as_str()), (Some(0), ""));
    let saved = fs::read_to_string(at.join("out.json")).unwrap();
    assert_eq!(saved.replace("./-story", "-"), said(&piped).1);
}

#[test]
fn conflicts_fail_when_asked_to_and_explain_themselves() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("story.ndjson"), STORY).unwrap();
    let (status, out, err) = said(&claimgraph(&["reconcile", "--fail-on", "conflicts", "--format", "json", "story.ndjson"], at));
    assert_eq!(
        (status, err.as_str()),
        (Some(1), "claimgraph: 1 fact disputed by a conflict (1 conflict between two claims), as --fail-on conflicts asks for\n")
    );
    fs::write(at.join("result.json"), &out).unwrap();
    let (status, why, err) = said(&claimgraph(&["explain", "result.json", "c-quay", "c-t"], at));
    assert_eq!((status, err.as_str()), (Some(0), ""));
    assert!(why.contains("conflicts") && why.contains("seven and a half hours") && why.contains("lasted three hours"), "{why}");
    refused(&["explain", "result.json", "c-quay", "nobody"], at, "the result has no claim `nobody`");
    refused(&["explain", "result.json", "c-", "c-tide"], at, "more than one claim of the result begins with `c-`");
    refused(&["explain", "story.ndjson", "a", "b"], at, "not a saved result");
    let (status, page, _) = said(&claimgraph(&["explain", "cg0515"], at));
    assert_eq!(status, Some(0));
    assert!(page.starts_with("CG0515 (conflicts)\n"), "{page}");
}

#[test]
fn schemas_are_json() {
    for side in ["input", "output"] {
        let (status, out, _) = said(&claimgraph(&["schema", side], Path::new(".")));
        let schema: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!((status, &schema["$schema"]), (Some(0), &"https://json-schema.org/draft/2020-12/schema".into()));
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimgraph"));
    let mut child = command.args(["schema", "output"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(said(&output), (Some(0), String::new(), String::new()));
}
