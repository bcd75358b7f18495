//! The report on a small invented story: a saved result, and the articles' files as they were read.

use std::path::{Path, PathBuf};

use claimgraph::export;

use super::layout::{COLUMNS, width};
use super::{Look, write};
use crate::input::{Input, Limit, Texts};
use crate::output::Target;

fn story(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/story").join(name)
}

/// The articles of the files, under the ids and names that the result gives them.
fn texts() -> Texts {
    let mut texts = Texts::new();
    for (id, file) in [("quay", "quay.md"), ("tide", "tide.txt"), ("mole", "mole.ndjson")] {
        for (_, mut source) in Input::read(&[story(file)], &Target::standard(), Limit::mebibytes(1)).unwrap().texts {
            source.file = file.into();
            texts.insert(id.into(), source);
        }
    }
    texts
}

fn report(texts: &Texts, look: Look) -> String {
    let graph = export::load(&std::fs::read(story("result.json")).unwrap()).unwrap();
    let mut out = Vec::new();
    write(&graph, texts, look, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn with_the_articles() {
    let report = report(&texts(), Look::default());
    assert!(report.lines().all(|line| width(line) <= COLUMNS), "{report}");
    insta::assert_snapshot!(report);
}

#[test]
fn without_the_articles() {
    let report = report(&Texts::new(), Look::default());
    assert!(report.lines().all(|line| width(line) <= COLUMNS), "{report}");
    insta::assert_snapshot!(report);
}

#[test]
fn colour_changes_nothing_but_colour() {
    let coloured = report(&texts(), Look { colour: true, all: true });
    assert!(coloured.contains("\u{1b}[1;31mconflict"));
    let mut plain = String::new();
    for (i, part) in coloured.split("\u{1b}[").enumerate() {
        plain.push_str(if i == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(plain, report(&texts(), Look { colour: false, all: true }));
}

#[test]
fn a_result_is_written_as_it_was_read() {
    let again = |saved: &[u8]| {
        let mut out = Vec::new();
        export::json(&export::load(saved).unwrap(), &mut out).unwrap();
        out
    };
    let once = again(&std::fs::read(story("result.json")).unwrap());
    assert_eq!(String::from_utf8(again(&once)).unwrap(), String::from_utf8(once).unwrap());
}
