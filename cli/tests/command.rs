//! The command line from outside: arguments, exit status, what goes where.

#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use common::{STORY, claimgraph, program, refused, said, with_input};
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
    refused(&["resolve", "a.ndjson"], at, "no mention to resolve");
    refused(&["fuse", "a.csv"], at, "the command `fuse` does not exist yet");
    refused(&["explain", "CG9999"], at, "there is no rule `CG9999`");
    refused(&["explain", "cg0551"], at, "there is no rule `cg0551` (is `CG0515` meant?); the codes run from CG");
    refused(&["explain", "quote-abset"], at, "`quote-abset` is no code such as CG0515 (is `quote-absent` meant?)");
    refused(&["man", "expalin"], at, "there is no command `expalin` (is `explain` meant?)");
    refused(&["man", "fuse"], at, "there is no command `fuse`");
    refused(&["recncile"], at, "a similar subcommand exists: 'reconcile'");
    refused(&["completions", "bsh"], at, "a similar value exists: 'bash'");
    refused(&["reconcile", "--widht", "60", "a.ndjson"], at, "a similar argument exists: '--width'");
    refused(&["reconcile", "--width", "39", "a.ndjson"], at, "39 is not in 40..=1000");
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

/// A fact is named as the report names it, or by a claim.
#[test]
fn a_fact_is_shown() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("story.ndjson"), STORY).unwrap();
    let (_, report, _) = said(&claimgraph(&["reconcile", "story.ndjson"], at));
    let id = report.split_once("= fact ").unwrap().1.split_once(',').unwrap().0;
    claimgraph(&["reconcile", "--format", "ndjson", "--output", "result.ndjson", "story.ndjson"], at);
    let shown = said(&claimgraph(&["show", "result.ndjson", id], at));
    assert_eq!((shown.0, shown.2.as_str()), (Some(0), ""));
    let (heading, rest) = shown.1.split_once("\n\n").unwrap();
    assert!(heading.starts_with("# duration of meet: ") && heading.ends_with(", 2031-05-04 (Sunday), Porto"), "{heading}");
    assert!(rest.starts_with(&format!("Disputed, fact `{id}")), "{rest}");
    assert!(shown.1.contains("  > It rained. The two talked for **seven and a half hours**."), "{}", shown.1);
    for by in ["c-quay", "c-t"] {
        assert_eq!(said(&claimgraph(&["show", "result.ndjson", by], at)), shown, "{by}");
    }
    let (_, none, _) = said(&claimgraph(&["show", "result.ndjson", id, "--output", "fact.md"], at));
    assert_eq!((none.as_str(), fs::read_to_string(at.join("fact.md")).unwrap()), ("", shown.1));
    let (status, json, _) = said(&claimgraph(&["show", "--format", "json", "result.ndjson", id], at));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, json["claims"].as_array().unwrap().len(), &json["schema_version"]), (Some(0), 2, &1.into()));
    assert!(json["fact"].as_str().unwrap().starts_with(id));
    refused(&["show", "result.ndjson", "c-quai"], at, "no fact and no claim of the result is called `c-quai` (is `c-quay` meant?)");
    refused(&["show", "result.ndjson", "f"], at, "`f` begins the ids of ");
    refused(&["show", "story.ndjson", "f"], at, "not a saved result");
    refused(&["show", "result.ndjson", id, "--format", "htm"], at, "[possible values: markdown, json]");
}

/// As wide as asked for, and 80 columns where nobody asks and no terminal is.
#[test]
fn width() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("story.ndjson"), STORY).unwrap();
    claimgraph(&["reconcile", "--format", "json", "--output", "result.json", "story.ndjson"], at);
    let rows: &[&[&str]] = &[
        &["reconcile", "story.ndjson"],
        &["annotate", "--explain", "story.ndjson"],
        &["explain", "CG0515"],
        &["explain", "result.json", "c-quay", "c-tide"],
    ];
    for args in rows {
        let widest = |more: &[&str]| {
            let (status, out, err) = said(&claimgraph(&[more, args].concat(), at));
            assert_eq!(status, Some(0), "{err}");
            out.lines().map(|line| line.chars().count()).max().unwrap()
        };
        assert!(widest(&[]) <= 80, "{args:?}");
        assert!(widest(&["--width", "44"]) <= 44, "{args:?}");
        let wide = widest(&["--width", "160"]);
        assert!(wide <= 160 && (wide > 80 || args[1].starts_with("CG")), "{args:?}");
    }
}

#[test]
fn colours_where_they_are_wanted() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("story.ndjson"), STORY).unwrap();
    let coloured = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = program();
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        let output = command.args([&["reconcile", "story.ndjson"], args].concat()).envs(variables.iter().copied()).current_dir(at).output();
        said(&output.unwrap()).1.contains("\u{1b}[1;31mconflict")
    };
    assert!(!coloured(&[], &[]));
    assert!(coloured(&["--color", "always"], &[]));
    assert!(coloured(&["--color=always"], &[("NO_COLOR", "1")]));
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    // A file has none, unless they are asked for.
    let in_file = |args: &[&str], variable: &str| {
        program()
            .args([&["reconcile", "story.ndjson", "-o", "out.txt"], args].concat())
            .env(variable, "1")
            .current_dir(at)
            .output()
            .unwrap();
        fs::read_to_string(at.join("out.txt")).unwrap().contains('\u{1b}')
    };
    assert!(!in_file(&[], "CLICOLOR_FORCE"));
    assert!(in_file(&["--color", "always"], "NO_COLOR"));
    // What is wrong with the arguments is told in colours or not, as they say.
    let wrong = |when: &str| said(&claimgraph(&["--color", when, "recncile"], at)).2.contains('\u{1b}');
    assert!(wrong("always") && !wrong("never"));
}

#[test]
fn quiet_leaves_what_has_failed() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("story.ndjson"), format!("{STORY}{{\"type\":\"sighting\"}}\n")).unwrap();
    for command in [&["reconcile", "--format", "json"][..], &["annotate"]] {
        let loud = said(&claimgraph(&[command, &["story.ndjson"]].concat(), at));
        let quiet = said(&claimgraph(&[command, &["story.ndjson", "--quiet"]].concat(), at));
        assert!(loud.2.contains("claimgraph: rejected story.ndjson:5: "), "{}", loud.2);
        assert_eq!((quiet.0, &quiet.1, quiet.2.as_str()), (loud.0, &loud.1, ""));
    }
    refused(&["-q", "reconcile", "nowhere"], at, "nowhere: ");
}

#[test]
fn completions_and_manual_pages() {
    for (shell, holds) in [
        ("bash", "complete -F _claimgraph"),
        ("zsh", "#compdef claimgraph"),
        ("fish", "complete -c claimgraph"),
        ("powershell", "'--fail-on'"),
        ("elvish", "--fail-on"),
    ] {
        let (status, script, err) = said(&claimgraph(&["completions", shell], Path::new(".")));
        assert_eq!((status, err.as_str()), (Some(0), ""));
        assert!(script.contains(holds) && script.contains("reconcile"), "{shell}: {script}");
    }
    let (status, page, _) = said(&claimgraph(&["man"], Path::new(".")));
    assert!(status == Some(0) && page.contains(".TH claimgraph 1") && page.contains("claimgraph\\-reconcile"), "{page}");
    for command in ["reconcile", "show", "annotate"] {
        let (status, page, _) = said(&claimgraph(&["man", command], Path::new(".")));
        assert!(status == Some(0) && page.contains(&format!(".TH claimgraph-{command} 1")) && page.contains("output"), "{page}");
    }
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
