//! What stands in a file system beside good files: each is passed over or refused by its own path, and the rest is read.

#![allow(clippy::unwrap_used, clippy::panic)]
#![cfg(unix)]

mod common;

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use common::{STORY, claimgraph, program, refused, said};
use tempfile::TempDir;

fn fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_walk_opens_nothing_but_files() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("in")).unwrap();
    let within = |name: &str| at.join("in").join(name);
    fs::write(within("story.ndjson"), STORY).unwrap();
    fifo(&within("pipe.txt"));
    fifo(&within("pipe"));
    let _socket = UnixListener::bind(within("socket.json")).unwrap();
    symlink("/dev/zero", within("zero.txt")).unwrap();
    symlink("loop.md", within("loop.md")).unwrap();
    symlink("..", within("up")).unwrap();
    symlink("nowhere", within("gone.jsonl")).unwrap();
    symlink("nowhere", within("gone")).unwrap();
    fs::create_dir(within("folder.txt")).unwrap();
    fs::write(within("folder.txt/a.txt"), "It rained all day.").unwrap();
    symlink("folder.txt/a.txt", within("linked.txt")).unwrap();
    let output = claimgraph(&["reconcile", "--format", "json", "in"], at);
    let (status, out, err) = said(&output);
    assert_eq!(status, Some(0), "{err}");
    let result: serde_json::Value = serde_json::from_str(&out).unwrap();
    let rejected: Vec<String> = result["rejected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| format!("{} {} {}", r["file"].as_str().unwrap(), r["code"].as_str().unwrap(), r["reason"].as_str().unwrap()))
        .collect();
    let system = |n: usize| rejected[n].split(" the file cannot be read: ").next().unwrap().to_owned();
    assert_eq!(rejected.len(), 5, "{rejected:#?}");
    assert_eq!(system(0), "in/gone.jsonl unreadable");
    assert_eq!(system(1), "in/loop.md unreadable");
    assert_eq!(rejected[2], "in/pipe.txt not-a-file it is a pipe, and what stands in a folder is read from files alone");
    assert_eq!(rejected[3], "in/socket.json not-a-file it is a socket, and what stands in a folder is read from files alone");
    assert_eq!(rejected[4], "in/zero.txt not-a-file it is a device, and what stands in a folder is read from files alone");
    let files: Vec<&str> = result["articles"].as_array().unwrap().iter().map(|a| a["file"].as_str().unwrap()).collect();
    // The link and what it points to are one file.
    assert_eq!(files.iter().filter(|f| f.ends_with(".txt")).collect::<Vec<_>>(), [&"in/folder.txt/a.txt"]);
}

#[test]
fn what_is_named_is_read_or_refused_by_its_path() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("story.ndjson"), STORY).unwrap();
    symlink("loop.txt", at.join("loop.txt")).unwrap();
    let _socket = UnixListener::bind(at.join("socket")).unwrap();
    for (path, reason) in [
        ("loop.txt", "loop.txt: "),
        ("nowhere.txt", "nowhere.txt: "),
        ("socket", "socket: it is a socket, not a file"),
        ("/dev/zero", "/dev/zero: it is a device, not a file"),
        ("/dev/null", "/dev/null: it is a device, not a file"),
    ] {
        refused(&["reconcile", "story.ndjson", path], at, reason);
        refused(&["annotate", path], at, reason);
        refused(&["explain", path, "a", "b"], at, reason);
    }
    // Process substitution, standard input by its other name, and a pipe of one's own.
    let run =
        |script: &str| said(&Command::new("bash").args(["-c", script, env!("CARGO_BIN_EXE_claimgraph")]).current_dir(at).output().unwrap());
    fifo(&at.join("pipe"));
    for script in [
        "\"$0\" reconcile <(cat story.ndjson)",
        "\"$0\" reconcile /dev/stdin <story.ndjson",
        "cat story.ndjson | \"$0\" reconcile /dev/stdin",
        "cat story.ndjson | \"$0\" reconcile - -",
        "cat story.ndjson >pipe & \"$0\" reconcile pipe",
    ] {
        let (status, out, err) = run(script);
        assert_eq!(status, Some(0), "{script}: {err}");
        assert!(out.starts_with("2 articles") && !out.contains("Rejected"), "{script}: {out}");
    }
    let (status, _, err) = run("\"$0\" reconcile - </dev/zero");
    assert_eq!((status, err.as_str()), (Some(2), "claimgraph: standard input: it is a device, not a file\n"));
}

#[test]
fn no_more_is_read_than_is_allowed() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("in")).unwrap();
    fs::write(at.join("in/story.ndjson"), STORY).unwrap();
    fs::write(at.join("in/long.txt"), "It rained. ".repeat(200_000)).unwrap();
    let (status, out, err) = said(&claimgraph(&["reconcile", "--max-size", "1", "in"], at));
    assert_eq!(status, Some(0), "{err}");
    let unwrapped = out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        unwrapped.contains("Rejected (1) in/long.txt: the file is longer than 1 MiB, the most that is read of one (--max-size)"),
        "{out}"
    );
    refused(
        &["reconcile", "--max-size", "1", "in/long.txt"],
        at,
        "in/long.txt: the file is longer than 1 MiB, the most that is read of one (--max-size)",
    );
    let script = "yes | \"$0\" reconcile --max-size 1 -";
    let (status, out, err) = said(&Command::new("bash").args(["-c", script, env!("CARGO_BIN_EXE_claimgraph")]).output().unwrap());
    assert_eq!((status, out.as_str()), (Some(2), ""));
    assert!(
        err.contains("standard input: it is longer than 1 MiB") || err.contains("standard input: the file is longer than 1 MiB"),
        "{err}"
    );
    let hole = fs::File::create(at.join("hole.txt")).unwrap();
    hole.set_len(1 << 42).unwrap();
    refused(&["reconcile", "hole.txt"], at, "hole.txt: the file is longer than 4096 MiB");
    refused(&["explain", "hole.txt", "a", "b"], at, "hole.txt: the file is longer than ");
}

/// Nobody but root may read what root alone may; so where the tests run as root, the command runs as nobody.
#[test]
fn a_folder_that_cannot_be_opened_loses_nothing_else() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::set_permissions(at, Permissions::from_mode(0o755)).unwrap();
    fs::create_dir_all(at.join("in/closed")).unwrap();
    fs::write(at.join("in/story.ndjson"), STORY).unwrap();
    fs::write(at.join("in/closed/a.txt"), "It rained.").unwrap();
    fs::write(at.join("in/secret.txt"), "It rained.").unwrap();
    for closed in ["in/closed", "in/secret.txt"] {
        fs::set_permissions(at.join(closed), Permissions::from_mode(0o000)).unwrap();
    }
    let run = |args: &[&str]| {
        let mut command = program();
        if fs::metadata("/proc/self").is_ok_and(|m| m.uid() == 0) {
            command.uid(65_534).gid(65_534);
        }
        command.args(args).current_dir(at).output()
    };
    let Ok(output) = run(&["reconcile", "--format", "json", "in"]) else {
        return println!("skipped: nobody may not run the command where it is built");
    };
    fs::set_permissions(at.join("in/closed"), Permissions::from_mode(0o755)).unwrap();
    let (status, out, err) = said(&output);
    assert_eq!(status, Some(0), "{err}");
    assert!(out.contains("{\"file\":\"in/closed\",\"line\":0,\"code\":\"unreadable\",\"reason\":\"the folder cannot be read: "), "{out}");
    assert!(out.contains("{\"file\":\"in/secret.txt\",\"line\":0,\"code\":\"unreadable\",\"reason\":\"the file cannot be read: "), "{out}");
    assert!(out.contains("\"id\":\"c-quay\""), "{out}");
    let (status, _, err) = said(&run(&["reconcile", "in/story.ndjson", "in/secret.txt"]).unwrap());
    assert_eq!(status, Some(2));
    assert!(err.starts_with("claimgraph: in/secret.txt: "), "{err}");
    // A result that may not be overwritten is not.
    fs::set_permissions(at, Permissions::from_mode(0o777)).unwrap();
    fs::write(at.join("out.json"), "old").unwrap();
    fs::set_permissions(at.join("out.json"), Permissions::from_mode(0o444)).unwrap();
    let (status, _, err) = said(&run(&["reconcile", "--output", "out.json", "in/story.ndjson"]).unwrap());
    assert_eq!((status, fs::read_to_string(at.join("out.json")).unwrap().as_str()), (Some(2), "old"), "{err}");
    assert!(err.starts_with("claimgraph: out.json: "), "{err}");
}

#[test]
fn every_file_has_a_name_of_its_own() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let all: [(&[u8], &str); 10] = [
        (b"plain name.txt", "plain name.txt"),
        (b"a\\b.txt", "a\\b.txt"),
        (b"a\nb.txt", "a\\x0Ab.txt"),
        (b"a\\x0Ab.txt", "a\\x5Cx0Ab.txt"),
        (b"a\xFFb.txt", "a\\xFFb.txt"),
        (b"a\x1B[2Jb.txt", "a\\x1B[2Jb.txt"),
        ("a\u{202E}b.txt".as_bytes(), "a\\u{202E}b.txt"),
        ("a\u{FFFD}b.txt".as_bytes(), "a\u{FFFD}b.txt"),
        ("a\u{85}b.txt".as_bytes(), "a\\u{85}b.txt"),
        ("Zoë 新聞.txt".as_bytes(), "Zoë 新聞.txt"),
    ];
    fs::create_dir(at.join("in")).unwrap();
    for (i, (name, _)) in all.iter().enumerate() {
        fs::write(at.join("in").join(OsStr::from_bytes(name)), format!("It rained {i} times.")).unwrap();
    }
    let (status, out, err) = said(&claimgraph(&["reconcile", "--format", "json", "in"], at));
    assert_eq!(status, Some(0), "{err}");
    let result: serde_json::Value = serde_json::from_str(&out).unwrap();
    let mut files: Vec<&str> = result["articles"].as_array().unwrap().iter().map(|a| a["file"].as_str().unwrap()).collect();
    files.sort_unstable();
    let mut names: Vec<String> = all.iter().map(|(_, shown)| format!("in/{shown}")).collect();
    names.sort_unstable();
    assert_eq!(files, names);
    // Named alone they have the same names.
    let alone: Vec<_> = all.iter().map(|(name, _)| Path::new("in").join(OsStr::from_bytes(name))).collect();
    let output = program().args(["reconcile", "--format", "json"]).args(&alone).current_dir(at).output().unwrap();
    assert_eq!(said(&output).1, out);
}

#[test]
fn what_is_named_twice_is_read_once() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("in")).unwrap();
    fs::write(at.join("in/story.ndjson"), format!("{STORY}{{\n")).unwrap();
    fs::write(at.join("in/a.txt"), "").unwrap();
    symlink("story.ndjson", at.join("in/zlink.ndjson")).unwrap();
    let once = said(&claimgraph(&["reconcile", "--format", "json", "in"], at)).1;
    assert_eq!(once.matches("\"code\"").count(), 2, "{once}");
    for paths in
        [&["in", "in"][..], &["in/story.ndjson", "in/a.txt", "in/story.ndjson"], &["in/zlink.ndjson", "in"], &["in", "in/../in/a.txt"]]
    {
        let args: Vec<&str> = ["reconcile", "--format", "json"].into_iter().chain(paths.iter().copied()).collect();
        assert_eq!(
            said(&claimgraph(&args, at)).1,
            once.replace("in/a.txt", if paths[1].contains("..") { "in/../in/a.txt" } else { "in/a.txt" }),
            "{paths:?}"
        );
    }
}
