//! Where a result goes: it is whole or it is not there, and the exit status tells the truth of it.

#![allow(clippy::unwrap_used, clippy::panic)]
#![cfg(unix)]

mod common;

use std::fs::{self, File, Permissions};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use common::{STORY, claimgraph, program, refused, said, with_input};
use tempfile::TempDir;

/// A folder with the story in it.
fn story() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("story.ndjson"), STORY).unwrap();
    folder
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_result_takes_the_place_of_the_old_one() {
    let folder = story();
    let at = folder.path();
    let args = ["reconcile", "--format", "json", "--output", "out.json", "story.ndjson"];
    let (status, out, err) = said(&claimgraph(&args, at));
    assert_eq!((status, out.as_str(), err.as_str()), (Some(0), "", ""));
    let new = fs::read(at.join("out.json")).unwrap();
    // The file of before is another one: who has it open reads it to its end.
    fs::write(at.join("out.json"), "old").unwrap();
    fs::set_permissions(at.join("out.json"), Permissions::from_mode(0o640)).unwrap();
    let mut open = File::open(at.join("out.json")).unwrap();
    assert_eq!(claimgraph(&args, at).status.code(), Some(0));
    assert_eq!(fs::read(at.join("out.json")).unwrap(), new);
    assert_eq!(fs::metadata(at.join("out.json")).unwrap().mode() & 0o7777, 0o640);
    let mut before = String::new();
    open.read_to_string(&mut before).unwrap();
    assert_eq!(before, "old");
    assert_eq!(names(at), ["out.json", "story.ndjson"]);
}

#[test]
fn a_link_stays_and_what_it_points_to_is_replaced() {
    let folder = story();
    let at = folder.path();
    fs::create_dir(at.join("deep")).unwrap();
    fs::write(at.join("deep/real.json"), "old").unwrap();
    symlink("deep/real.json", at.join("link.json")).unwrap();
    symlink("deep/new.json", at.join("dangling.json")).unwrap();
    symlink("circle.json", at.join("circle.json")).unwrap();
    for (link, real) in [("link.json", "deep/real.json"), ("dangling.json", "deep/new.json")] {
        assert_eq!(claimgraph(&["reconcile", "--format", "json", "--output", link, "story.ndjson"], at).status.code(), Some(0));
        assert!(fs::symlink_metadata(at.join(link)).unwrap().is_symlink());
        assert!(fs::read_to_string(at.join(real)).unwrap().ends_with("}}\n"));
    }
    assert_eq!(names(&at.join("deep")), ["new.json", "real.json"]);
    refused(&["reconcile", "--output", "circle.json", "story.ndjson"], at, "circle.json: ");
}

#[test]
fn devices_and_pipes_are_written_straight() {
    let folder = story();
    let at = folder.path();
    assert_eq!(claimgraph(&["reconcile", "--output", "/dev/null", "story.ndjson"], at).status.code(), Some(0));
    assert_ne!(fs::metadata("/dev/null").unwrap().mode() & 0o170_000, 0o100_000);
    assert!(Command::new("mkfifo").arg(at.join("pipe")).status().unwrap().success());
    let mut child = program().args(["reconcile", "--output", "pipe", "story.ndjson"]).current_dir(at).spawn().unwrap();
    let read = fs::read_to_string(at.join("pipe")).unwrap();
    assert!(read.starts_with("2 articles") && child.wait().unwrap().success());
    let (status, out, _) = said(&claimgraph(&["reconcile", "--output", "/dev/stdout", "story.ndjson"], at));
    assert_eq!((status, out), (Some(0), read));
}

#[test]
fn what_cannot_be_written_leaves_everything_as_it_was() {
    let folder = story();
    let at = folder.path();
    fs::create_dir(at.join("folder")).unwrap();
    refused(&["reconcile", "--output", "folder", "story.ndjson"], at, "folder: it is a folder");
    refused(&["reconcile", "--output", "new/", "story.ndjson"], at, "new/: it is a folder");
    refused(&["reconcile", "--output", "nowhere/out.json", "story.ndjson"], at, "nowhere/out.json: ");
    refused(&["reconcile", "--output", "story.ndjson/out.json", "story.ndjson"], at, "story.ndjson/out.json: ");
    let (status, _, err) = said(&claimgraph(&["reconcile", "--output", "/dev/full", "story.ndjson"], at));
    assert_eq!(status, Some(2));
    assert!(err.contains("/dev/full: the output could not be written: "), "{err}");
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = program().args(["reconcile", "story.ndjson", "--fail-on", "conflicts"]).current_dir(at).stdout(full).output().unwrap();
    let (status, _, err) = said(&output);
    assert_eq!(status, Some(2));
    assert!(err.contains("the output could not be written: "), "{err}");
    // Files may be of 1 KiB at most; the signal is ignored, so that the write fails.
    fs::write(at.join("out.json"), "old").unwrap();
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" reconcile --format json --output out.json story.ndjson";
    let output = Command::new("bash").args(["-c", script, env!("CARGO_BIN_EXE_claimgraph")]).current_dir(at).output().unwrap();
    let (status, _, err) = said(&output);
    assert_eq!((status, fs::read_to_string(at.join("out.json")).unwrap().as_str()), (Some(2), "old"), "{err}");
    assert!(err.contains("out.json: the output could not be written and is as it was: "), "{err}");
    assert_eq!(names(at), ["folder", "out.json", "story.ndjson"]);
}

#[test]
fn input_of_which_nothing_can_be_used_overwrites_nothing() {
    let folder = story();
    let at = folder.path();
    fs::write(at.join("out.json"), "old").unwrap();
    fs::write(at.join("empty.txt"), "").unwrap();
    fs::write(at.join("broken.ndjson"), "{\n{\n").unwrap();
    // Records that can be read, none of which holds: a claim of an article that is not there.
    fs::write(at.join("orphan.ndjson"), STORY.lines().skip(2).collect::<Vec<_>>().join("\n")).unwrap();
    for input in ["empty.txt", "broken.ndjson", "orphan.ndjson"] {
        let (status, out, err) = said(&claimgraph(&["reconcile", "--format", "json", "--output", "out.json", input], at));
        assert_eq!((status, out.as_str()), (Some(2), ""), "{err}");
        assert!(err.contains(&format!("claimgraph: {input}: no record can be used")) && err.contains("rejected"), "{err}");
        assert_eq!(fs::read_to_string(at.join("out.json")).unwrap(), "old");
        let (status, _, _) = said(&claimgraph(&["reconcile", "--format", "json", "--output", "other.json", input], at));
        assert!(status == Some(2) && !at.join("other.json").exists());
        refused(&["annotate", "--output", "out.json", input], at, "no article to read");
        assert_eq!(fs::read_to_string(at.join("out.json")).unwrap(), "old");
    }
}

#[test]
fn a_result_is_not_written_over_its_input() {
    let folder = story();
    let at = folder.path();
    fs::create_dir_all(at.join("in/deep")).unwrap();
    fs::rename(at.join("story.ndjson"), at.join("in/story.ndjson")).unwrap();
    fs::write(at.join("in/deep/more.txt"), "It rained.").unwrap();
    symlink("in/story.ndjson", at.join("link.ndjson")).unwrap();
    fs::hard_link(at.join("in/story.ndjson"), at.join("hard.json")).unwrap();
    symlink("in", at.join("linked")).unwrap();
    let over = "it is an input as well, and would be overwritten";
    for (output, input) in [
        ("in/story.ndjson", "in/story.ndjson"),
        ("in/../in/story.ndjson", "in/story.ndjson"),
        ("link.ndjson", "in/story.ndjson"),
        ("in/story.ndjson", "link.ndjson"),
        ("hard.json", "in"),
        ("in/deep/more.txt", "in"),
    ] {
        for command in ["reconcile", "annotate"] {
            refused(&[command, "--output", output, input], at, &format!("{output}: {over}"));
        }
    }
    let inside = "it lies in a folder that is read, and the next run would take it for input";
    for (output, input) in [("in/out.json", "in"), ("in/deep/out.txt", "in"), ("linked/deep/out.md", "./in/"), ("in/out.NDJSON", ".")] {
        for command in ["reconcile", "annotate"] {
            refused(&[command, "--output", output, input], at, &format!("{output}: {inside}"));
        }
    }
    assert_eq!(fs::read_to_string(at.join("in/story.ndjson")).unwrap(), STORY);
    // What a walk passes over may lie there.
    for output in ["in/out.dot", "in/.out.json", "in/out", "out.json"] {
        assert_eq!(claimgraph(&["reconcile", "--output", output, "in"], at).status.code(), Some(0), "{output}");
    }
    let script = "\"$0\" reconcile --output out.json - <out.json; \"$0\" reconcile in/story.ndjson >>in/story.ndjson";
    let output = Command::new("bash").args(["-c", script, env!("CARGO_BIN_EXE_claimgraph")]).current_dir(at).output().unwrap();
    let (status, _, err) = said(&output);
    assert_eq!((status, fs::read_to_string(at.join("in/story.ndjson")).unwrap().as_str()), (Some(2), STORY), "{err}");
    assert!(err.contains(&format!("out.json: {over}")) && err.contains(&format!("standard output: {over}")), "{err}");
}

#[test]
fn conflicts_fail_though_nobody_reads_on() {
    let folder = story();
    let at = folder.path();
    let first_line = |args: &[&str]| {
        let mut child = program().args(args).current_dir(at).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        said(&child.wait_with_output().unwrap())
    };
    let found = "claimgraph: 1 fact disputed by a conflict (1 conflict between two claims), as --fail-on conflicts asks for\n";
    assert_eq!(first_line(&["reconcile", "story.ndjson"]), (Some(0), String::new(), String::new()));
    assert_eq!(first_line(&["reconcile", "story.ndjson", "--fail-on", "conflicts"]), (Some(1), String::new(), found.to_owned()));
    let calm: String = STORY.lines().take(3).flat_map(|l| [l, "\n"]).collect();
    fs::write(at.join("calm.ndjson"), calm).unwrap();
    assert_eq!(first_line(&["reconcile", "calm.ndjson", "--fail-on", "conflicts"]), (Some(0), String::new(), String::new()));
    // A reader that takes the first line and goes.
    let many: String = (0..400)
        .map(|i| STORY.replace("quay", &format!("quay{i}")).replace("tide", &format!("tide{i}")).replace("Ada", &format!("Ada{i}")))
        .collect();
    fs::write(at.join("many.ndjson"), many).unwrap();
    let mut child = program()
        .args(["reconcile", "--format", "ndjson", "--fail-on", "conflicts", "many.ndjson"])
        .current_dir(at)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let (status, _, err) = said(&child.wait_with_output().unwrap());
    assert_eq!((status, line.as_str()), (Some(1), "{\"record\":\"result\",\"schema_version\":1}\n"), "{err}");
}

#[test]
fn report_and_status_count_the_same() {
    // Three claims on one item, of which each contradicts the others: one disputed fact, three conflicts.
    let third: String = STORY
        .lines()
        .filter(|l| l.contains("tide"))
        .flat_map(|l| {
            [
                l.replace("tide", "mole")
                    .replace("Tide", "Mole")
                    .replace("Their meeting lasted three", "They sat together for nine")
                    .replace("three", "nine")
                    .replace("PT3H", "PT9H"),
                "\n".to_owned(),
            ]
        })
        .collect();
    let input = format!("{STORY}{third}");
    let (status, out, err) = said(&with_input(&["reconcile", "--fail-on", "conflicts", "-"], input.as_bytes()));
    assert_eq!(status, Some(1));
    assert_eq!(err, "claimgraph: 1 fact disputed by a conflict (3 conflicts between two claims), as --fail-on conflicts asks for\n");
    assert!(out.contains("\nDisputed (1)\n  1 fact disputed by a conflict (3 conflicts between two claims)\n"), "{out}");
}
