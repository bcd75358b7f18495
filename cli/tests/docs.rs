//! What the documents show of the command's output stands in its output.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// The fenced blocks of that language in a document.
fn blocks(document: &str, language: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(document)).unwrap();
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}

fn claimgraph(arguments: &[&str], input: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimgraph"));
    let mut child =
        command.args(arguments).current_dir(root()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
fn excerpts_of_the_readme() {
    let setup = blocks("README.md", "sh").concat();
    let line = setup.lines().find_map(|l| l.strip_prefix("cargo run --release -- ")).unwrap();
    let report = claimgraph(&line.split(' ').collect::<Vec<_>>(), "");
    let article = blocks("README.md", "markdown").concat();
    let account = claimgraph(&["annotate", "--explain", "-"], &article);
    let excerpts = blocks("README.md", "text");
    assert_eq!(excerpts.len(), 5);
    let shown = excerpts.iter().zip([&report, &report, &report, &report, &account]);
    for (excerpt, output) in shown {
        assert!(output.contains(excerpt), "no longer in the output:\n{excerpt}\n{output}");
    }
}

/// Each reason for which the reader is silent has its row.
#[test]
fn reasons_of_the_reader() {
    let text = fs::read_to_string(root().join("docs/FORMATS.md")).unwrap();
    for silence in claimgraph::english::Silence::all() {
        assert!(text.contains(&format!("| `{}` | {silence} |\n", silence.code())), "{}: {silence}", silence.code());
    }
}

#[test]
fn records_of_the_formats() {
    let records = blocks("docs/FORMATS.md", "ndjson").concat();
    let result = claimgraph(&["reconcile", "--format", "json", "-"], &records);
    for line in blocks("docs/FORMATS.md", "json").concat().lines() {
        assert!(result.contains(line), "no longer in the result:\n{line}\n{result}");
    }
    let rejected = result.split("\"rejected\":[").nth(1).unwrap();
    assert_eq!(rejected.matches("was not read: the language").count(), 2);
    assert_eq!(rejected.matches("\"reason\"").count(), 2);
}

/// Each mention of the formats has its answer, and the one that is shown stands among them.
#[test]
fn mentions_of_the_formats() {
    let mentions = blocks("docs/FORMATS.md", "mentions").concat();
    let answers = claimgraph(&["resolve", "-"], &mentions);
    assert_eq!(answers.lines().count(), mentions.lines().count());
    for line in blocks("docs/FORMATS.md", "entities").concat().lines() {
        assert!(answers.contains(line), "no longer among the answers:\n{line}\n{answers}");
    }
}
