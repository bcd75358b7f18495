//! What records can say: numbers and booleans, standing facts, scopes, declarations, decisions, revisions; and the codes of what is
//! refused.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;

use claimgraph::claim::{Decision, Record, RejectionCode, Scope, Verdict};
use claimgraph::corpus::{Article, Published};
use claimgraph::english::English;
use claimgraph::graph::ClaimGraph;
use claimgraph::value::{Normalized, Number, Quantity, Value};
use claimgraph::{Claim, Event, Reconciler, export, ingest};

fn fill(mut reconciler: Reconciler, lines: &[&str]) -> Reconciler {
    for read in ingest::read("in.ndjson", lines.join("\n").as_bytes()) {
        match read {
            Ok((record, location)) => reconciler.add_from(record, location),
            Err(rejected) => reconciler.reject(rejected),
        };
    }
    reconciler
}

fn graph(lines: &[&str]) -> ClaimGraph {
    fill(Reconciler::new(), lines).reconcile()
}

/// "line code" of everything refused.
fn codes(graph: &ClaimGraph) -> Vec<String> {
    graph.rejected().iter().map(|r| format!("{} {}", r.line, r.code)).collect()
}

fn json(graph: &ClaimGraph) -> String {
    let mut out = Vec::new();
    export::json(graph, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

const A: &str = r#"{"type":"article","id":"a","publisher":"The Quay","published":"2031-05-04"}"#;

fn told(attribute: &str, value: &str) -> String {
    format!(
        r#"{{"type":"claim","id":"c","article":"a","event":{{"action":"state","participants":[{{"name":"Porto"}}]}},"attribute":"{attribute}","value":{value}}}"#
    )
}

#[test]
fn numbers_and_booleans_are_values() {
    for (value, kind, canonical, raw) in [
        ("12480", "quantity", "12480", "12480"),
        ("4.2", "quantity", "4.2", "4.2"),
        ("1.5e9", "quantity", "1500000000", "1500000000"),
        ("-3", "quantity", "-3", "-3"),
        ("0", "quantity", "0", "0"),
        ("\"12480\"", "quantity", "12480", "12480"),
        ("true", "boolean", "true", "true"),
        ("false", "boolean", "false", "false"),
        (r#"{"type":"quantity","canonical":"7","unit":null}"#, "quantity", "7", "7"),
        (r#"{"type":"boolean","canonical":"true","raw":"yes"}"#, "boolean", "true", "yes"),
    ] {
        let graph = graph(&[A, &told("votes", value)]);
        assert_eq!(codes(&graph), [""; 0], "{value}");
        let said = graph.claim("c").unwrap();
        let found = (said.value().kind(), said.value().canonical(), said.claim().value.raw.to_string());
        assert_eq!(found, (kind, canonical.to_owned(), raw.to_owned()), "{value}");
    }
    for (value, code) in [
        ("null", "2 missing-field"),
        ("[1]", "2 bad-value"),
        ("1e99", "2 bad-value"),
        ("\" \"", "2 bad-value"),
        (r#"{"type":"quantity","canonical":"many"}"#, "2 bad-value"),
        (r#"{"canonical":"7"}"#, "2 bad-value"),
        (r#"{"type":"quantity","canonical":"9-3"}"#, "2 bad-value"),
    ] {
        assert_eq!(codes(&graph(&[A, &told("votes", value)])), [code], "{value}");
    }
    // The attribute gives a bare number its unit, as it does to the same digits in words.
    for value in ["41", "\"41\""] {
        let graph = graph(&[A, &told("killed", value)]);
        assert_eq!(graph.claim("c").unwrap().value().to_string(), "41 people");
    }
}

#[test]
fn a_standing_fact_needs_no_event() {
    let b = A.replace("\"a\"", "\"b\"").replace("Quay", "Mole");
    let claim = |article: &str, more: &str| {
        format!(
            r#"{{"type":"claim","article":"{article}","attribute":"population","value":{}{more}}}"#,
            if article == "a" { 41 } else { 53 }
        )
    };
    let found = graph(&[A, &b, &claim("a", r#","subject":"Porto""#), &claim("b", r#","subject":"Porto","event":null"#)]);
    assert_eq!((codes(&found).len(), found.events().len(), found.conflicts().count()), (0, 1, 1));
    assert_eq!(found.events().next().unwrap().node().action.as_str(), "state");
    let without = graph(&[A, &claim("a", ""), &claim("a", r#","subject":null"#), &claim("a", r#","subject":" ""#)]);
    assert_eq!(codes(&without), ["2 missing-field", "3 missing-field", "4 missing-field"]);
    assert!(without.rejected()[0].reason.contains("`subject`"));
}

#[test]
fn null_is_missing() {
    let full = r#"{"type":"claim","id":"c","article":"a","event":{"action":"meet","participants":null,"time":null,"place":null},"attribute":"votes","value":3,"quote":null,"position":null,"subject":null,"of":null,"scope":null,"modality":null,"polarity":null,"attributed_to":null}"#;
    assert_eq!(codes(&graph(&[A, full])), [""; 0]);
    for (field, path) in [("\"article\":\"a\"", "article"), ("\"attribute\":\"votes\"", "attribute"), ("\"action\":\"meet\"", "action")] {
        let null = full.replace(field, &format!("\"{path}\":null"));
        let missing = full.replace(&format!("{field},"), "");
        let [null, missing] = [null, missing].map(|line| graph(&[A, &line]));
        assert_eq!(codes(&null), ["2 missing-field"], "{path}");
        assert_eq!(null.rejected()[0].reason, missing.rejected()[0].reason);
    }
}

#[test]
fn attributes_may_have_seven_words() {
    for (name, good) in [
        ("acres burned", true),
        ("customers without power", true),
        ("share of votes counted so far", true),
        ("number of people killed by the flood", true),
        ("how it felt to be there that night", false),
        ("", false),
        ("  ", false),
    ] {
        let line = told(name, "12");
        assert_eq!(codes(&graph(&[A, &line])), if good { vec![] } else { vec!["2 bad-field".to_owned()] }, "{name}");
    }
}

#[test]
fn scopes_are_kept() {
    let line = told(
        "killed",
        r#"12,"scope":{"part":"children","place":"Hatay","institution":"health ministry","period":"yesterday","as_of":{"type":"time","canonical":"2031-05-04T12:00"},"definition":"confirmed","daily":true}"#,
    );
    let found = graph(&[A, &line]);
    assert_eq!(codes(&found), [""; 0]);
    let claim = found.claim("c").unwrap().claim();
    let scope = claim.scope.as_deref().unwrap();
    assert_eq!(claim.of.as_deref(), Some("children"));
    assert_eq!(
        scope.to_string(),
        "part: children, place: Hatay, institution: health ministry, period: 2031-05-03, as of: 2031-05-04T12:00, definition: confirmed, daily: true"
    );
    let loaded = export::load(json(&found).as_bytes()).unwrap();
    assert_eq!(loaded.claim("c").unwrap().claim().scope, claim.scope);
    for (scope, code) in [
        (r#"{"daily":"yes"}"#, Some("2 bad-field")),
        (r#"{"period":{"type":"place","canonical":"Porto"}}"#, Some("2 bad-value")),
        (r#"{"period":"the days of rain"}"#, None),
        (r#"{"as_of":null,"place":" "}"#, None),
        (r#"{"period":2031}"#, None),
        ("{}", None),
        ("[]", Some("2 bad-field")),
    ] {
        let found = graph(&[A, &told("killed", &format!("12,\"scope\":{scope}"))]);
        assert_eq!(codes(&found).first().map(String::as_str), code, "{scope}");
    }
    // A claim without scope has the id that it always had.
    let plain = Claim::new("a", Event::new("flood"), "killed", Normalized::new("12", Value::Boolean(true)));
    assert_eq!(plain.clone().scope(Scope::new()).derive_id(), plain.derive_id());
    assert_ne!(plain.clone().scope(Scope::new().daily(true)).derive_id(), plain.derive_id());
}

#[test]
fn declarations_are_read() {
    let line = r#"{"type":"attribute","name":"acres burned","values":"quantity","cardinality":"exclusive","direction":"up","exactness":"round","synonyms":["area burned"],"unit":"acre"}"#;
    let Ok((Record::Attribute(read), _)) = ingest::read("a.ndjson", line.as_bytes()).remove(0) else { panic!() };
    assert_eq!((read.name(), read.unit_of_numbers(), read.names().count()), ("acres-burned", Some("acre"), 2));
    let line = r#"{"type":"event-type","name":"wildfire","synonyms":["bushfire"],"family":"harm","once":false,"window":[14,3]}"#;
    let Ok((Record::EventType(read), _)) = ingest::read("a.ndjson", line.as_bytes()).remove(0) else { panic!() };
    assert_eq!((read.name(), read.is_done_once(), read.days_around()), ("wildfire", false, (14, 3)));
    for (line, code) in [
        (r#"{"type":"attribute"}"#, "1 missing-field"),
        (r#"{"type":"attribute","name":""}"#, "1 bad-field"),
        (r#"{"type":"attribute","name":"verdict","cardinality":"one"}"#, "1 bad-field"),
        (r#"{"type":"attribute","name":"verdict","values":"number"}"#, "1 bad-field"),
        (r#"{"type":"attribute","name":"verdict","direction":"sideways"}"#, "1 bad-field"),
        (r#"{"type":"attribute","name":"verdict","synonyms":"ruling"}"#, "1 bad-field"),
        (r#"{"type":"event-type","name":"trial","window":[1]}"#, "1 bad-field"),
        (r#"{"type":"event-type","name":"trial","once":"yes"}"#, "1 bad-field"),
        (r#"{"type":"event-type","name":null}"#, "1 missing-field"),
        (r#"{"type":"topic","name":"x"}"#, "1 unknown-type"),
    ] {
        assert_eq!(codes(&graph(&[line])), [code], "{line}");
    }
    let one = r#"{"type":"attribute","name":"Chief-Executive","cardinality":"exclusive"}"#;
    assert_eq!(codes(&graph(&[one, one])), [""; 0]);
    let other = r#"{"type":"attribute","name":"chief executive","cardinality":"set"}"#;
    assert_eq!(codes(&graph(&[one, other])), ["1 two-contents", "2 two-contents"]);
}

#[test]
fn decisions_stand_in_the_result() {
    let b = A.replace("\"a\"", "\"b\"").replace("Quay", "Mole");
    let claim = |id: &str, article: &str, n: u8| {
        format!(
            r#"{{"type":"claim","id":"{id}","article":"{article}","event":{{"action":"march","participants":[{{"name":"Dockers"}}],"time":"2031-05-03"}},"attribute":"attended","value":{n}}}"#
        )
    };
    let decision = |fields: &str| format!(r#"{{"type":"decision",{fields},"by":"R. Hale","at":"2031-05-06"}}"#);
    let lines = [
        claim("c1", "a", 41),
        claim("c2", "b", 53),
        decision(r#""claims":["c1","c2"],"verdict":"no-conflict","why":"one counts the press""#),
        decision(r#""claims":["c1","c9"],"verdict":"conflicts""#),
        decision(r#""entities":["Nobody","No One"],"verdict":"same-entity""#),
    ];
    let mut all = vec![A, b.as_str()];
    all.extend(lines.iter().map(String::as_str));
    let found = graph(&all);
    let effects: Vec<_> = found.decisions().iter().map(|d| (d.decision.verdict, d.refused.is_none())).collect();
    assert_eq!(effects, [(Verdict::NoConflict, true), (Verdict::Conflicts, false), (Verdict::SameEntity, false)]);
    assert_eq!(codes(&found), ["6 no-such-claim", "7 no-such-entity"]);
    let saved = json(&found);
    assert!(saved.contains(
        r#"{"claims":["c1","c2"],"verdict":"no-conflict","by":"R. Hale","at":"2031-05-06","why":"one counts the press","effect":"applied"}"#
    ));
    assert!(saved.contains(r#""effect":"refused","reason":"the decision names no claim: c9"}"#), "{saved}");
    assert_eq!(export::load(saved.as_bytes()).unwrap().decisions(), found.decisions());
    let mut lines = Vec::new();
    export::ndjson(&found, &mut lines).unwrap();
    assert_eq!(export::load(&lines).unwrap().decisions(), found.decisions());
}

/// Each code has its row in the table of FORMATS.md, in the order of the table, and no row is of a code that is not there.
#[test]
fn the_list_of_codes_is_documented() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/FORMATS.md")).unwrap();
    let section = page.split("## What is refused").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows: Vec<&str> = section.lines().filter_map(|l| l.strip_prefix("| `")?.split('`').next()).filter(|c| *c != "code").collect();
    let known: Vec<&str> = RejectionCode::all().map(RejectionCode::as_str).collect();
    assert_eq!(rows, known);
    for code in RejectionCode::all() {
        assert!(section.contains(code.title()), "{code}");
    }
}

const FERRY: &str = r#"{"type":"article","id":"a","publisher":"The Quay","published":"2031-05-04T09:00:00Z","text":"A ferry sank off Porto on Sunday. Twelve people died, the coast guard said."}"#;

/// The same article with another text and other dates.
fn changed(toll: &str, dates: &str) -> String {
    FERRY.replace("Twelve", toll).replace(r#""published":"2031-05-04T09:00:00Z""#, dates)
}

#[test]
fn the_latest_text_of_an_article_stands() {
    let read = |lines: &[&str]| fill(Reconciler::with_extractor(English), lines).reconcile();
    let killed = |g: &ClaimGraph| -> Vec<String> {
        g.claims().filter(|c| c.attribute().as_str() == "killed").map(|c| c.value().canonical()).collect()
    };
    let later = changed("Nineteen", r#""published":"2031-05-04T09:00:00Z","updated":"2031-05-04T18:00:00Z""#);
    for lines in [[FERRY, &later], [&later, FERRY]] {
        let found = read(&lines);
        assert_eq!((killed(&found), codes(&found).len()), (vec!["19".to_owned()], 0));
        assert!(json(&found).contains("\"updated\":\"2031-05-04T18:00:00Z\""));
        let [revision] = found.revisions() else { panic!("{:?}", found.revisions()) };
        let [change] = revision.changes.as_slice() else { panic!("{revision:?}") };
        let values = (change.attribute.as_str(), change.before.value.canonical(), change.after.value.canonical());
        assert_eq!(values, ("killed", "12".to_owned(), "19".to_owned()));
        let saved = json(&found);
        assert_eq!(export::load(saved.as_bytes()).unwrap().revisions(), found.revisions());
    }
    for (dates, toll) in [
        (r#""published":"2031-05-04T09:00:00Z""#, None),
        (r#""published":"2031-05-04T10:00:00+01:00""#, None),
        (r#""published":null"#, None),
        (r#""published":"2031-05-04""#, None),
        (r#""published":"2031-05-04T08:00:00Z""#, Some("12")),
        (r#""published":"2031-05-05""#, Some("19")),
        (r#""published":"2031-05-04T09:30:00Z""#, Some("19")),
        (r#""published":"2031-05-04T09:00:00Z","updated":"2031-05-04T08:00:00Z""#, Some("12")),
        (r#""published":"2031-05-04","updated":"2031-05-05T08:00:00Z""#, Some("19")),
    ] {
        let other = changed("Nineteen", dates);
        let found = read(&[FERRY, &other]);
        assert_eq!(killed(&found), toll.iter().map(ToString::to_string).collect::<Vec<_>>(), "{dates}");
        assert_eq!(codes(&found), if toll.is_some() { vec![] } else { vec!["1 two-contents", "2 two-contents"] }, "{dates}");
    }
    // Three texts: each against the next.
    let third = changed("Twenty-one", r#""published":"2031-05-04T09:00:00Z","updated":"2031-05-05T18:00:00Z""#);
    let found = read(&[&third, FERRY, &later]);
    let steps: Vec<_> = found.revisions().iter().flat_map(|r| &r.changes).map(|c| format!("{} {}", c.before.raw, c.after.raw)).collect();
    assert_eq!((killed(&found), steps.len()), (vec!["21".to_owned()], 2), "{steps:?}");
}

#[test]
fn claims_are_held_to_the_latest_text() {
    let later = changed("Nineteen", r#""published":"2031-05-04T09:00:00Z","updated":"2031-05-04T18:00:00Z""#);
    let quoting = |quote: &str| told("killed", &format!(r#"12,"quote":{{"exact":"{quote}"}}"#));
    for (quote, code) in [
        ("Nineteen people died", None),
        ("Twelve people died", Some("3 quote-of-older-revision")),
        ("Twenty people perished there", Some("3 quote-absent")),
    ] {
        assert_eq!(codes(&graph(&[FERRY, &later, &quoting(quote)])).first().map(String::as_str), code, "{quote}");
    }
}

#[test]
fn later_articles_are_left_out() {
    let b = FERRY.replace("\"a\"", "\"b\"").replace("2031-05-04T09", "2031-05-06T09");
    let undated = FERRY.replace("\"a\"", "\"u\"").replace("\"published\":\"2031-05-04T09:00:00Z\",", "");
    let later = changed("Nineteen", r#""published":"2031-05-04T09:00:00Z","updated":"2031-05-07T18:00:00Z""#);
    let claim = told("killed", "12").replace("\"article\":\"a\"", "\"article\":\"b\"");
    for (date, articles, toll) in [
        ("2031-05-03", vec!["u"], "12"),
        ("2031-05-04", vec!["a", "u"], "12"),
        ("2031-05-04T08:00:00Z", vec!["u"], "12"),
        ("2031-05-05", vec!["a", "u"], "12"),
        ("2031-05-06", vec!["a", "b", "u"], "12"),
        ("2031-05-07", vec!["a", "b", "u"], "19"),
    ] {
        let mut reconciler = fill(Reconciler::with_extractor(English), &[FERRY, &b, &undated, &later, &claim]);
        reconciler.as_of(ingest::date("as of", date).unwrap().unwrap());
        let found = reconciler.reconcile();
        assert_eq!(found.articles().iter().map(|a| a.id.as_str()).collect::<Vec<_>>(), articles, "{date}");
        assert_eq!(codes(&found), [""; 0], "{date}");
        let own = found.claims().find(|c| c.article().id.as_str() == "a" && c.attribute().as_str() == "killed");
        assert_eq!(own.map_or("12".to_owned(), |c| c.value().canonical()), toll, "{date}");
    }
    let mut reconciler = Reconciler::new();
    reconciler.add(Article::new("a").published("2031-05-04".parse().unwrap())).as_of(Published::on("2031-05-03".parse().unwrap()));
    assert_eq!(reconciler.reconcile().articles().len(), 0);
}

#[test]
fn an_unreadable_date_loses_the_date_only() {
    let line = r#"{"type":"article","id":"x","published":"2031-02-30","updated":"soon","text":"Rain fell."}"#;
    let found = graph(&[line]);
    assert_eq!(codes(&found), ["1 bad-date", "1 bad-date"]);
    assert_eq!(found.article("x").unwrap().article.published, None);
    let file = ingest::read("a.md", b"---\nid: x\npublished: the day of the storm, perhaps\n---\nRain fell.\n");
    assert!(matches!(file.as_slice(), [Ok(_), Err(lost)] if lost.line == 3 && lost.code == RejectionCode::BadDate));
}

/// What JSON refuses, the Rust door refuses, with the same code.
#[test]
fn both_doors_refuse_the_same() {
    let count = |n: i64| Normalized::new("some", Value::Quantity(Quantity::new(Number::from_int(n), "person")));
    let reversed = Quantity { upper: Some(Number::from_int(3)), ..Quantity::new(Number::from_int(9), "person") };
    let reversed = Normalized::new("9-3", Value::Quantity(reversed));
    let event = || Event::new("march").with("Dockers");
    let by_name = r#""event":{"action":"march","participants":[{"name":"Dockers"}]}"#;
    let rows: Vec<(Record, String)> = vec![
        (Claim::new("a", event(), "", count(3)).into(), format!(r#"{{"type":"claim","article":"a",{by_name},"attribute":"","value":3}}"#)),
        (Claim::new("", event(), "n", count(3)).into(), format!(r#"{{"type":"claim","article":"","attribute":"n",{by_name},"value":3}}"#)),
        (
            Claim::new("z", event(), "n", count(3)).into(),
            format!(r#"{{"type":"claim","article":"z","attribute":"n",{by_name},"value":3}}"#),
        ),
        (
            Claim::new("a", event(), "a b c d e f g h", count(3)).into(),
            format!(r#"{{"type":"claim","article":"a","attribute":"a b c d e f g h",{by_name},"value":3}}"#),
        ),
        (
            Claim::new("a", Event::new(""), "n", count(3)).into(),
            r#"{"type":"claim","article":"a","attribute":"n","event":{"action":""},"value":3}"#.to_owned(),
        ),
        (
            Claim::new("a", Event::new("march").with(" "), "n", count(3)).into(),
            r#"{"type":"claim","article":"a","attribute":"n","event":{"action":"march","participants":[{"name":" "}]},"value":3}"#
                .to_owned(),
        ),
        (
            Claim::new("a", event(), "n", reversed).into(),
            format!(r#"{{"type":"claim","article":"a","attribute":"n",{by_name},"value":{{"type":"quantity","canonical":"9-3"}}}}"#),
        ),
        (
            Claim::new("a", event(), "n", Normalized::new("", Value::Text("".into()))).into(),
            format!(r#"{{"type":"claim","article":"a","attribute":"n",{by_name},"value":""}}"#),
        ),
        (
            Decision::on_claims("", "c", Verdict::Conflicts, "R. Hale").into(),
            r#"{"type":"decision","claims":["","c"],"verdict":"conflicts","by":"R. Hale","at":"2031-05-06"}"#.to_owned(),
        ),
        (
            Decision::on_claims("c", "d", Verdict::SameEntity, "R. Hale").into(),
            r#"{"type":"decision","claims":["c","d"],"verdict":"same-entity","by":"R. Hale","at":"2031-05-06"}"#.to_owned(),
        ),
        (Record::Retract("".into()), r#"{"type":"retract","article":""}"#.to_owned()),
        (Record::Retract("z".into()), r#"{"type":"retract","article":"z"}"#.to_owned()),
    ];
    for (record, line) in rows {
        let mut rust = fill(Reconciler::new(), &[A]);
        rust.add(record);
        let (rust, json) = (rust.reconcile(), graph(&[A, &line]));
        let of = |g: &ClaimGraph| g.rejected().iter().map(|r| r.code).collect::<Vec<_>>();
        assert_eq!(of(&rust), of(&json), "{line}: {:?} {:?}", rust.rejected(), json.rejected());
        assert_eq!(of(&rust).len(), 1, "{line}");
    }
}
