//! The report on a small invented story: a saved result, and the articles' files as they were read.

use std::path::{Path, PathBuf};

use claimgraph::claim::Record;
use claimgraph::corpus::Article;
use claimgraph::english::explained;
use claimgraph::{Reconciler, export, ingest};

use super::layout::{COLUMNS, width};
use super::{Look, account, write};
use crate::input::{Input, Limit, Texts};
use crate::output::Target;

pub(crate) fn story(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/story").join(name)
}

/// The articles of the files, under the ids and names that the result gives them.
pub(crate) fn texts() -> Texts {
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

/// A story of claims alone: three meetings and a call with their lengths, a toll that grows, a name on which two articles differ, one article
/// against itself, and what nobody decides.
fn claims() -> String {
    let mut lines: Vec<String> = Vec::new();
    for (id, day) in [("ash", 1), ("bay", 2), ("cove", 3), ("dune", 4)] {
        lines.push(format!(
            r#"{{"type":"article","id":"{id}","publisher":"The {id}","published":"2031-05-0{day}","text":"Text of {id}."}}"#
        ));
    }
    let mut n = 0;
    let mut claim = |article: &str, event: &str, attribute: &str, value: &str| {
        n += 1;
        lines.push(format!(
            r#"{{"type":"claim","id":"c{n:02}","article":"{article}","event":{event},"attribute":"{attribute}","value":{value}}}"#
        ));
    };
    let meeting = |action: &str, people: [&str; 2], day: &str| {
        let names = people.map(|p| format!(r#"{{"name":"{p}"}}"#)).join(",");
        format!(r#"{{"action":"{action}","participants":[{names}],"time":"{day}"}}"#)
    };
    let (okafor, brandt, voss) = ("Ada Okafor", "Ivo Brandt", "Lena Voss");
    let met = meeting("meet", [okafor, brandt], "2031-05-01");
    claim("ash", &met, "duration", r#""three hours""#);
    claim("bay", &met, "duration", r#""seven hours""#);
    claim("cove", &met, "duration", r#""three hours""#);
    claim("bay", &meeting("phone", [okafor, voss], "2029-02-01"), "duration", r#""40 minutes""#);
    claim("ash", &meeting("meet", [brandt, voss], "2031-05-02"), "duration", r#""three hours""#);
    claim("cove", &meeting("meet", [brandt, voss], "2031-05-02"), "duration", r#""3 hours""#);
    let fire = r#"{"action":"fire","place":"Marrow Bay","time":"2031-05-01"}"#;
    claim("ash", fire, "killed", r#""2 people""#);
    claim("bay", fire, "killed", r#""5 people""#);
    claim("cove", fire, "killed", r#""9 people""#);
    claim("ash", fire, "motive", r#""money""#);
    claim("bay", fire, "motive", r#""an old quarrel""#);
    claim("dune", &meeting("meet", [okafor, brandt], "2030-04-01"), "place", r#""Porto""#);
    claim("dune", &meeting("meet", [okafor, brandt], "2030-04-01"), "duration", r#""two hours""#);
    claim("dune", &meeting("meet", [okafor, brandt], "2030-04-01"), "duration", r#""nine hours""#);
    lines.join("\n")
}

fn told(records: &str, look: Look) -> String {
    let mut reconciler = Reconciler::new();
    for (record, location) in ingest::read("claims.ndjson", records.as_bytes()).into_iter().map(Result::unwrap) {
        reconciler.add_from(record, location);
    }
    let mut out = Vec::new();
    write(&reconciler.reconcile(), &Texts::new(), look, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn disputes_first() {
    let report = told(&claims(), Look::default());
    insta::assert_snapshot!(report);
    let titles = ["Disputed (", "Unresolved (", "Superseded (", "Near misses (", "Agreed (", "Told by one article (", "Articles ("];
    let places: Vec<usize> = titles.iter().map(|t| report.find(&format!("\n{t}")).unwrap()).collect();
    assert!(places.is_sorted(), "{report}");
}

/// Of the order of records nothing in the report depends but the lines in which they stand.
#[test]
fn any_order_of_records() {
    let claims = claims();
    let turned: Vec<&str> = claims.lines().rev().collect();
    for all in [false, true] {
        let look = Look { all, ..Look::default() };
        assert_eq!(told(&turned.join("\n"), look), told(&claims, look));
    }
}

#[test]
fn long_lists_are_cut_and_say_so() {
    let mut records = String::new();
    for article in ["a", "b"] {
        records += &format!("{{\"type\":\"article\",\"id\":\"{article}\",\"publisher\":\"{article}\",\"published\":\"2031-05-01\"}}\n");
        for n in 0..30 {
            // Twenty facts that are agreed, and ten that are not; odd figures are exact.
            let count = if n < 20 || article == "a" { 151 + 2 * n } else { 451 + 2 * n };
            records += &format!(
                r#"{{"type":"claim","article":"{article}","event":{{"action":"fire","place":"Bay {n}","time":"2031-04-30"}},"attribute":"houses","value":{count}}}"#
            );
            records.push('\n');
        }
    }
    let (short, whole) = (told(&records, Look::default()), told(&records, Look { all: true, ..Look::default() }));
    assert_eq!(short.matches("… and 8 more; --all shows them").count(), 1, "{short}");
    assert!(short.contains("  10 facts disputed: 10 by a conflict\n") && short.contains("\nAgreed (20)\n"), "{short}");
    assert_eq!((short.matches("    - houses: ").count(), whole.matches("    - houses: ").count()), (12, 20));
    assert!(!whole.contains("--all"), "{whole}");
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
