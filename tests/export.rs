//! Saved results: what loads, what does not and why.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;

use claimgraph::claim::{Claim, Event};
use claimgraph::corpus::Article;
use claimgraph::export;
use claimgraph::graph::ClaimGraph;
use claimgraph::pipeline::Reconciler;
use claimgraph::value::{Duration, DurationUnit, Normalized, Number, Value};

fn seed(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/saved_result").join(name)).unwrap()
}

#[test]
fn a_full_result_loads() {
    let graph = export::load(&seed("full")).unwrap();
    assert_eq!((graph.articles().len(), graph.claims().len(), graph.facts().len()), (2, 2, 1));
    let claim = graph.claim("c2").unwrap();
    assert_eq!(claim.to_string(), "duration of meet (Ada Okafor) 2031-05-04 in Porto: about PT3H [tide]");
    assert_eq!(claim.article().article.published.unwrap().to_string(), "2031-05-05T07:30:00+01:00");
    assert!(export::load(&seed("lines")).is_ok());
}

#[test]
fn reasons() {
    for (name, reason) in [
        ("version", "the result has schema version 2, and this program reads 1"),
        ("unknown-id", "event \"e1\" is referred to and not in the result"),
        ("unsorted", "the list of articles is not sorted by id, or holds \"quay\" twice"),
        (
            "lines-without-end",
            "the result ends behind line 4 (2 articles, 1 origin) without an `end` record: it is cut off, or was written by a version before there was one; make it again",
        ),
        ("lines-lost", "the result holds 1 articles, and its `end` record counts 2"),
        ("bad-value", "the value of c1: \"PT3\" is not an ISO 8601 duration"),
    ] {
        assert_eq!(export::load(&seed(name)).unwrap_err().to_string(), reason, "{name}");
    }
    assert!(
        export::load(b"{\"type\":\"article\"}").unwrap_err().to_string().starts_with("not a saved result: missing field `schema_version`")
    );
    assert!(export::load(b"").is_err() && export::load(b"[1]").is_err() && export::load(b"{\"record\":\"fact\"}").is_err());
}

/// Two articles in conflict, and a third claim that is refused.
fn conflict() -> ClaimGraph {
    let hours = |n| Normalized::new(format!("{n} hours"), Value::Duration(Duration::new(Number::from_int(n), DurationUnit::Hour)));
    let claim = |article, n| Claim::new(article, Event::new("meet").with("Ada Okafor").with("Ivo Brandt"), "duration", hours(n));
    let mut reconciler = Reconciler::new();
    reconciler.add(Article::new("quay").publisher("The Quay")).add(Article::new("tide").publisher("The Tide"));
    reconciler.add(claim("quay", 7)).add(claim("tide", 3)).add(claim("nobody", 5));
    reconciler.reconcile()
}

/// Their result as NDJSON, line by line.
fn lines() -> Vec<String> {
    let mut out = Vec::new();
    export::ndjson(&conflict(), &mut out).unwrap();
    String::from_utf8(out).unwrap().split_inclusive('\n').map(str::to_owned).collect()
}

fn no(bytes: &str) -> String {
    export::load(bytes.as_bytes()).map(|g| g.claims().len()).unwrap_err().to_string()
}

/// A cut anywhere, what a killed run or a full disk leaves behind: nothing of it loads.
#[test]
fn nothing_that_is_cut_off_loads() {
    let whole = lines().concat();
    assert!(export::load(whole.as_bytes()).is_ok());
    for cut in 0..whole.trim_end().len() {
        let part = &whole.as_bytes()[..cut];
        assert!(export::load(part).is_err(), "{}", String::from_utf8_lossy(part));
    }
    let json = written(|graph, out| export::json(graph, out));
    for cut in 0..json.trim_end().len() {
        assert!(export::load(&json.as_bytes()[..cut]).is_err(), "{cut}");
    }
}

#[test]
fn a_result_in_lines_says_what_is_missing() {
    let lines = lines();
    let last = lines.last().unwrap();
    assert_eq!(
        last,
        "{\"record\":\"end\",\"articles\":2,\"origins\":2,\"entities\":2,\"events\":1,\"claims\":2,\"relations\":1,\"facts\":1,\"revisions\":0,\"decisions\":0,\"rejected\":1}\n"
    );
    let body = &lines[..lines.len() - 1];
    let without = |kind: &str| body.iter().filter(|l| !l.contains(&format!("\"record\":\"{kind}\""))).cloned().collect::<String>();
    let without_end = "(2 articles, 2 origins, 2 entities, 1 event, 2 claims, 1 relation, 1 fact, 1 rejected) without an `end` record: it is cut off, or was written by a version before there was one; make it again";
    assert_eq!(no(&body.concat()), format!("the result ends behind line {} {without_end}", body.len()));
    assert_eq!(no(&format!("{}{}", body.concat(), &last[..20])), format!("the result ends behind line {} {without_end}", body.len()));
    assert_eq!(
        no(&lines[0]),
        "the result ends behind line 1 (nothing) without an `end` record: it is cut off, or was written by a version before there was one; make it again"
    );
    // A relation that is lost: before there was an end, its two claims were "not related".
    assert_eq!(no(&(without("relation") + last)), "the result holds 0 relations, and its `end` record counts 1");
    assert_eq!(no(&(without("rejected") + last)), "the result holds 0 rejected, and its `end` record counts 1");
    assert_eq!(no(&(body.concat() + &body[body.len() - 1] + last)), "the result holds 2 rejected, and its `end` record counts 1");
    assert_eq!(no(&lines[1..].concat()), "line 1: a result begins with its `result` record");
    let two = lines.concat() + &lines.concat();
    assert_eq!(no(&two), format!("line {} stands behind the `end` record: a file holds one result", lines.len() + 1));
    assert_eq!(no(&(body.concat() + &lines.concat())), format!("line {}: a second result begins", lines.len()));
    assert_eq!(no(&(lines.concat() + last)), format!("line {} stands behind the `end` record: a file holds one result", lines.len() + 1));
    assert!(no(&(body.concat() + "{\"record\":\"end\",\"articles\":2}\n")).contains("missing field `origins`"));
    assert!(
        no(&(lines[0].clone() + "{\"record\":\"clam\"}\n" + last)).starts_with("line 2 is no record of a result: unknown variant `clam`")
    );
    assert!(export::load((lines.concat() + "\n \n").as_bytes()).is_ok());
}

/// Parts of two results in one file.
#[test]
fn what_was_put_together_from_two_results_is_refused() {
    let json = written(|graph, out| export::json(graph, out));
    assert!(no(&(json.clone() + &json)).contains("trailing characters"));
    for (from, to, reason) in [
        // The event of the one, the claims of the other.
        ("\"claims\":[\"c1\",\"c2\"]}", "\"claims\":[\"c1\"]}", "claim \"c2\" is not where its event or its fact has it"),
        ("\"articles\":[\"quay\",\"tide\"]", "\"articles\":[\"quay\"]", "article \"tide\" is not where its origin has it"),
    ] {
        let torn = json.replace(from, to);
        assert_ne!(torn, json, "{from}");
        assert_eq!(no(&torn), reason);
    }
}

/// Three articles on the length of one meeting, of which two agree: claims `c1` to `c3`, two conflicts and an agreement. Without the
/// counts at its end, which would be missed first.
fn three() -> serde_json::Value {
    let hours = |n| Normalized::new(format!("{n} hours"), Value::Duration(Duration::new(Number::from_int(n), DurationUnit::Hour)));
    let mut reconciler = Reconciler::new();
    for (i, (article, n)) in [("quay", 7), ("tide", 3), ("wave", 3)].into_iter().enumerate() {
        let mut claim = Claim::new(article, Event::new("meet").with("Ada Okafor").with("Ivo Brandt"), "duration", hours(n));
        claim.id = Some(format!("c{}", i + 1).into());
        reconciler.add(Article::new(article).publisher(format!("The {article}"))).add(claim);
    }
    let mut document = serde_json::to_value(reconciler.reconcile()).unwrap();
    document.as_object_mut().unwrap().remove("counts");
    document
}

/// Something that a result is spoilt with.
type Fault<'a> = &'a dyn Fn(&mut Document);
type Document = serde_json::Value;

/// Lists of which each is sound alone, and which no run writes together.
#[test]
fn relations_and_facts_that_do_not_fit_are_refused() {
    let relations = |d: &mut Document| -> Vec<Document> { std::mem::take(d["relations"].as_array_mut().unwrap()) };
    let whole = three();
    let kinds: Vec<_> = whole["relations"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["conflicts", "conflicts", "corroborates"]);
    assert!(export::load(whole.to_string().as_bytes()).is_ok());
    let event = whole["events"][0]["id"].as_str().unwrap();
    let rows: [(Fault<'_>, &str); 15] = [
        (
            &|d| d["relations"] = relations(d).into_iter().rev().collect(),
            "the relation of \"c1\" to \"c3\" stands twice, or not in the order of source and target",
        ),
        (
            &|d| d["relations"][1] = d["relations"][0].clone(),
            "the relation of \"c1\" to \"c2\" stands twice, or not in the order of source and target",
        ),
        (&|d| d["relations"][1]["target"] = "c1".into(), "claim \"c1\" is related to itself"),
        (
            &|d| {
                let mut turned = d["relations"][0].clone();
                (turned["source"], turned["target"]) = ("c2".into(), "c1".into());
                d["relations"].as_array_mut().unwrap().insert(2, turned);
            },
            "the relation of \"c2\" to \"c1\" stands in both directions",
        ),
        (
            &|d| d["relations"][0]["rule"] = "CG0511".into(),
            "the relation of \"c1\" to \"c2\" is of kind conflicts, which rule CG0511 does not give",
        ),
        (
            &|d| d["relations"][2]["kind"] = "tension".into(),
            "the relation of \"c2\" to \"c3\" is of kind tension, which rule CG0511 does not give",
        ),
        (
            &|d| (d["relations"][2]["kind"], d["relations"][2]["rule"]) = ("refines".into(), "CG0001".into()),
            "the relation of \"c2\" to \"c3\" is of kind refines, which rule CG0001 does not give",
        ),
        // Another result has the same ids and no conflict.
        (
            &|d| drop(d["relations"].as_array_mut().unwrap().drain(..2)),
            "is told as disputed, and what is told of its claims makes it unresolved",
        ),
        (
            &|d| {
                d["relations"]
                    .as_array_mut()
                    .unwrap()
                    .iter_mut()
                    .for_each(|r| (r["kind"], r["rule"]) = ("corroborates".into(), "CG0511".into()));
            },
            "is told as disputed, and what is told of its claims makes it unresolved",
        ),
        (&|d| d["facts"][0]["state"] = "agreed".into(), "is told as agreed, and what is told of its claims makes it disputed"),
        (&|d| d["facts"][0]["positions"][0]["articles"] = 99.into(), "has a position told by 99 articles, and its claims are of 2"),
        (&|d| d["facts"][0]["positions"][1]["articles"] = 0.into(), "has a position told by 0 articles, and its claims are of 1"),
        (&|d| d["facts"][0]["positions"][0]["publishers"] = 1.into(), "has a position told by 1 publishers, and its claims are of 2"),
        (&|d| d["facts"][0]["positions"][0]["origins"] = 3.into(), "has a position told by 3 origins, and its claims are of 2"),
        (&|d| d["facts"][0]["positions"][0]["origins"] = 0.into(), "has a position told by 0 origins, and its claims are of 2"),
    ];
    for (change, reason) in rows {
        let mut spliced = whole.clone();
        change(&mut spliced);
        assert_ne!(spliced, whole, "{reason}");
        let of_fact = format!("the fact on \"duration\" of event {event:?} {reason}");
        let said = no(&spliced.to_string());
        assert!(said == reason || said == of_fact, "{said}, not {reason}");
    }
}

/// Both forms count what they hold; JSON that was saved before it did so has no counts.
#[test]
fn a_result_in_json_says_what_is_missing() {
    let mut out = Vec::new();
    export::json(&conflict(), &mut out).unwrap();
    let mut document: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(document["counts"]["relations"], 1);
    document["rejected"] = serde_json::json!([]);
    assert_eq!(no(&document.to_string()), "the result holds 0 rejected, and its `counts` say 1");
    document.as_object_mut().unwrap().remove("counts");
    assert!(export::load(document.to_string().as_bytes()).is_ok());
    assert!(String::from_utf8(out).unwrap().ends_with("\"decisions\":0,\"rejected\":1}}\n"));
}

/// A writer that fails from the n-th write on, and takes a few bytes at a time.
struct Failing {
    writes: usize,
    most: usize,
    taken: Vec<u8>,
}

impl std::io::Write for Failing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.writes == 0 {
            return Err(std::io::Error::other("planted"));
        }
        self.writes -= 1;
        let n = bytes.len().min(self.most);
        self.taken.extend_from_slice(&bytes[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        if self.writes == 0 { Err(std::io::Error::other("planted")) } else { Ok(()) }
    }
}

/// Whatever write fails, the writer of the format says so, and what stands there until then does not load.
#[test]
fn every_write_that_fails_is_told() {
    let graph = conflict();
    type Format = fn(&ClaimGraph, &mut Failing) -> std::io::Result<()>;
    let formats: [(Format, bool); 3] =
        [(|g, out| export::json(g, out), true), (|g, out| export::ndjson(g, out), true), (|g, out| export::dot(g, out), false)];
    for (format, loads) in formats {
        for most in [7, usize::MAX] {
            let mut whole = Failing { writes: usize::MAX, most, taken: Vec::new() };
            format(&graph, &mut whole).unwrap();
            let needed = usize::MAX - whole.writes;
            assert!(needed > 10);
            for writes in 0..=needed {
                let mut out = Failing { writes, most, taken: Vec::new() };
                let error = format(&graph, &mut out).unwrap_err();
                assert_eq!(error.to_string(), "planted", "{writes}");
                assert!(whole.taken.starts_with(&out.taken), "{writes}");
                assert!(
                    writes == needed || !loads || export::load(&out.taken).is_err() || out.taken.len() + 1 >= whole.taken.len(),
                    "{writes}"
                );
            }
            let mut out = Failing { writes: needed + 1, most, taken: Vec::new() };
            format(&graph, &mut out).unwrap();
            assert_eq!(out.taken, whole.taken);
        }
    }
}

fn written(write: impl Fn(&claimgraph::graph::ClaimGraph, &mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&export::load(&seed("full")).unwrap(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn formats() {
    insta::assert_snapshot!("json", written(|graph, out| export::json(graph, out)));
    insta::assert_snapshot!("ndjson", written(|graph, out| export::ndjson(graph, out)));
    insta::assert_snapshot!("dot", written(|graph, out| export::dot(graph, out)));
}

/// serde gives the document that the writer gives, and each view its element of it.
#[test]
fn serde_gives_the_same() {
    let graph = export::load(&seed("full")).unwrap();
    let written: serde_json::Value = serde_json::from_str(&written(|g, out| export::json(g, out))).unwrap();
    let text = serde_json::to_string(&graph).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), written);
    // The keys too stand in one order: without white space the two are the same text.
    let mut bytes = Vec::new();
    export::json(&graph, &mut bytes).unwrap();
    assert_eq!(text, String::from_utf8(bytes).unwrap().replace('\n', ""));
    let (claims, relations): (Vec<_>, Vec<_>) = (graph.claims().collect(), graph.relations().collect());
    let (events, facts): (Vec<_>, Vec<_>) = (graph.events().collect(), graph.facts().collect());
    let positions: Vec<_> = facts[0].positions().collect();
    for (view, element) in [
        (serde_json::to_value(claims), &written["claims"]),
        (serde_json::to_value(relations), &written["relations"]),
        (serde_json::to_value(events), &written["events"]),
        (serde_json::to_value(&facts), &written["facts"]),
        (serde_json::to_value(positions), &written["facts"][0]["positions"]),
        (serde_json::to_value(graph.decisions()), &written["decisions"]),
        (serde_json::to_value(graph.rejected()), &written["rejected"]),
    ] {
        assert_eq!(view.unwrap(), *element);
    }
}
