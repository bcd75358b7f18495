//! Holds the shape of the tree: module docs, rooms and their order, file length, leftovers, and what the core must not read.

#![allow(clippy::unwrap_used)]

#[path = "architecture/reader.rs"]
mod reader;

use reader::{code, literals, paths, without_tests};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, low to high: a room imports only from rooms before it in this list.
#[rustfmt::skip]
const ROOMS: [&str; 21] = [
    "id", "measure", "text", "words", "explain", "value", "ontology", "corpus", "claim", "normalize", "analysis", "english", "blocking", "linkage", "origin",
    "relation", "graph", "fusion", "pipeline", "ingest", "export",
];
/// Environment, network, clock, chance: with them, the same input would no longer give the same bytes.
const FORBIDDEN: [&str; 7] = ["std::env", "std::net", "SystemTime", "Instant", "now", "rand", "RandomState"];
const LEFTOVERS: [&str; 4] = ["todo!", "unimplemented!", "dbg!", "#[ignore"];
const LONGEST: usize = 700;
/// So many string literals of the readers of English have words in them; it only falls.
const MOST_WORDS: usize = 4309;

/// What is wrong with one file; `path` is relative to the root of the crate.
fn check(path: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !text.starts_with("//!") {
        wrong.push("does not open with a module doc".to_owned());
    }
    wrong.extend(
        (1..).zip(text.split('\n')).filter(|(_, l)| l.ends_with([' ', '\t', '\r'])).map(|(n, _)| format!("line {n} ends in a blank")),
    );
    let code = code(text);
    wrong.extend(LEFTOVERS.iter().filter(|l| code.contains(*l)).map(|l| format!("has a {l}")));
    if !path.trim_end_matches(".rs").split('/').any(|part| part == "tests") {
        let code = without_tests(&code);
        let length = code.lines().filter(|l| !l.trim().is_empty()).count();
        if length > LONGEST {
            wrong.push(format!("has {length} lines of code, more than {LONGEST}"));
        }
        if let Some(inside) = path.strip_prefix("src/") {
            wrong.extend(paths(&code).iter().filter(|p| is_forbidden(p)).map(|p| format!("reads what the core must not: {p}")));
            wrong.extend(check_room(inside, text, &code));
        }
    }
    wrong.into_iter().map(|w| format!("{path}: {w}")).collect()
}

fn is_forbidden(path: &str) -> bool {
    // A path of one part is a local name; what it stands for was imported by a longer one.
    path.contains("::") && FORBIDDEN.iter().any(|f| path.split("::").any(|part| part == *f) || f.contains("::") && path.starts_with(f))
}

/// What is wrong with a file of `src` as a part of its room.
fn check_room(inside: &str, text: &str, code: &str) -> Vec<String> {
    let module: Vec<&str> = inside.trim_end_matches(".rs").split('/').filter(|part| !["mod", "lib"].contains(part)).collect();
    let Some(own) = module.first() else { return Vec::new() };
    let Some(height) = ROOMS.iter().position(|r| r == own) else { return vec![format!("room {own} has no place in the order")] };
    let mut wrong = Vec::new();
    let doc: Vec<&str> = text.lines().map_while(|l| l.strip_prefix("//!")).map(str::trim).collect();
    if [format!("{own}.rs"), format!("{own}/mod.rs")].contains(&inside.to_owned()) && !doc.join(" ").contains("does not know") {
        wrong.push("does not say what the room does not know".to_owned());
    }
    for target in paths(code).iter().filter_map(|p| from_root(p, &module)) {
        let first = target.split("::").next().unwrap_or_default();
        match ROOMS.iter().position(|r| *r == first) {
            Some(there) if there > height => wrong.push(format!("{own} imports from {first}, which is not below it: {target}")),
            // Names that the root re-exports would go round the order; macros have no other home.
            None if first.is_empty() || !code.contains(&format!("{first}!")) => wrong.push(format!("names `{target}` through the root")),
            _ => {}
        }
    }
    wrong
}

/// A path of a file in `module`, from the crate's root on; none where it starts elsewhere.
fn from_root(path: &str, module: &[&str]) -> Option<String> {
    if let Some(rest) = path.strip_prefix("crate::") {
        return Some(rest.to_owned());
    }
    let ups = path.split("::").take_while(|part| *part == "super").count();
    let kept = module.len().checked_sub(ups).filter(|_| ups > 0 && path.contains("::"))?;
    Some(module[..kept].iter().copied().chain(path.split("::").skip(ups)).collect::<Vec<_>>().join("::"))
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_tree_keeps_its_shape() {
    let (root, mut files) = (Path::new(env!("CARGO_MANIFEST_DIR")), Vec::new());
    for folder in ["src", "tests", "examples", "benches", "cli/src", "cli/tests", "train/src"] {
        walk(&root.join(folder), &mut files);
    }
    files.sort();
    assert!(files.len() > 30 && files.contains(&root.join("src/lib.rs")), "only {} files found under {}", files.len(), root.display());
    let relative = |f: &Path| f.strip_prefix(root).unwrap().display().to_string().replace('\\', "/");
    let wrong: Vec<String> = files.iter().flat_map(|f| check(&relative(f), &fs::read_to_string(f).unwrap())).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Words of English stand in data files, with their source; code says what is done with them.
#[test]
fn words_stand_in_data_files() {
    let (root, mut files) = (Path::new(env!("CARGO_MANIFEST_DIR")), Vec::new());
    ["src/english", "src/analysis"].iter().for_each(|folder| walk(&root.join(folder), &mut files));
    let letters = |l: &String| l.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_alphabetic));
    let count: usize = files.iter().map(|f| literals(&fs::read_to_string(f).unwrap()).iter().filter(|l| letters(l)).count()).sum();
    assert!(count <= MOST_WORDS, "{count} literals with words, more than {MOST_WORDS}: a list of words belongs in data/english-words.tsv");
    assert!(count + 100 > MOST_WORDS, "{count} literals with words: let MOST_WORDS be that");
}

#[test]
fn planted_faults_are_found() {
    let long = format!("//! D.\n{}", "f();\n".repeat(LONGEST + 1));
    #[rustfmt::skip]
    let rows = [
        ("tests/a.rs", "use x;", "does not open with a module doc"),
        ("tests/a.rs", "//! D. \n", "line 1 ends in a blank"),
        ("cli/src/a.rs", "//! D.\nfn f() { todo!() }", "has a todo!"),
        ("tests/a.rs", "//! D.\n#[ignore = \"slow\"]", "has a #[ignore"),
        ("src/text/a.rs", &long, "has 701 lines of code"),
        ("src/text/mod.rs", "//! D.\n", "does not say what the room does not know"),
        ("src/utils.rs", "//! It does not know.\n", "room utils has no place"),
        ("src/text/a.rs", "//! D.\nuse std::{fmt, env};", "must not: std::env"),
        ("src/text/a.rs", "//! D.\nlet t = jiff::Timestamp::now();", "must not: jiff::Timestamp::now"),
        ("src/text/a.rs", "//! D.\nuse crate::value::Value;", "text imports from value"),
        ("src/relation/a.rs", "//! D.\nuse crate::{\n    claim::Claim,\n    graph::{ClaimGraph},\n};", "relation imports from graph"),
        ("src/text/a/b.rs", "//! D.\nuse super::super::super::graph::X;", "text imports from graph"),
        ("src/text/a.rs", "//! D.\nfn f(c: &crate::claim::Claim) {}", "text imports from claim"),
        ("src/text/a.rs", "//! D.\nuse crate::Claim;", "names `Claim` through the root"),
        ("src/text/a.rs", "//! D.\nuse crate::*;", "names `` through the root"),
    ];
    for (path, text, fault) in rows {
        let found = check(path, text);
        assert!(found.len() == 1 && found[0].contains(fault), "{path}: {text:.80}: wanted {fault}, found {found:?}");
    }
}

#[test]
fn sound_files_pass() {
    let test = "#[cfg(test)]\nmod tests { use crate::graph::X; fn f() { std::env::var(\"x\"); } }";
    let text =
        format!("//! D. It does\n//! not know.\nuse crate::text::Span;\nuse super::value::V; // crate::graph\ncrate::row!(now);\n{test}\n");
    assert_eq!(check("src/claim/mod.rs", &text), Vec::<String>::new());
}
