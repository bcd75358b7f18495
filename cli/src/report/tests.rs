//! The report on a small invented story: a saved result, and the articles' files as they were read.

use std::path::{Path, PathBuf};

use claimgraph::claim::Record;
use claimgraph::corpus::Article;
use claimgraph::english::explained;
use claimgraph::export;

use super::layout::{COLUMNS, width};
use super::{Look, account, write};
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
    let coloured = report(&texts(), Look { colour: true, all: true, ..Look::default() });
    assert!(coloured.contains("\u{1b}[1;31mconflict"));
    let mut plain = String::new();
    for (i, part) in coloured.split("\u{1b}[").enumerate() {
        plain.push_str(if i == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(plain, report(&texts(), Look { all: true, ..Look::default() }));
}

#[test]
fn no_line_is_wider_than_asked_for() {
    for columns in [40, 57, 80, 200] {
        for all in [false, true] {
            let report = report(&texts(), Look { columns, all, colour: false });
            assert!(report.lines().all(|line| width(line) <= columns), "{columns} {report}");
        }
    }
    insta::assert_snapshot!(report(&texts(), Look { columns: 40, ..Look::default() }));
}

fn explanation(article: &Article, look: Look) -> String {
    let (annotation, told) = explained(&"a".into(), article);
    let mut out = Vec::new();
    account(article, "solvane.md", (&annotation, &told), look, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn an_article_explained() {
    let records = Input::read(&[story("solvane.md")], &Target::standard(), Limit::mebibytes(1)).unwrap().records;
    let [(Record::Article(article), _)] = &records[..] else { panic!("one article") };
    let told = explanation(article, Look::default());
    let narrow = explanation(article, Look { columns: 40, ..Look::default() });
    assert!(narrow.lines().all(|line| width(line) <= 40), "{narrow}");
    assert!(told.lines().all(|line| width(line) <= COLUMNS), "{told}");
    assert!(explanation(article, Look { colour: true, ..Look::default() }).contains("\u{1b}[1m"));
    insta::assert_snapshot!(told);
}

#[test]
fn an_article_that_is_not_read_explained() {
    let german = Article::new("a").text("Bei einem Brand in Porto sind am Montag zwölf Menschen gestorben.");
    assert_eq!(explanation(&german, Look::default()), "solvane.md, undated\nnot read: the text does not look like English\n\n");
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
