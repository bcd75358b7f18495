//! Quotes, ids and file names of somebody who means harm: none forges a line, none carries an escape sequence.

#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;

use common::{STORY, claimgraph, said};
use tempfile::TempDir;

/// What turns a terminal: an escape sequence, its one-character form, what turns the direction, what begins a line.
const EVIL: &str = "x\\u001b[2J\\u009b31m\\u202Ey\\r\\nclaimgraph: FORGED\\u2028FORGED\\u0085FORGED";

fn evil() -> String {
    serde_json::from_str(&format!("\"{EVIL}\"")).unwrap()
}

/// Nothing but plain characters and line ends, and no line that begins where the text would have one: what is wrapped stands further in.
#[track_caller]
fn harmless(text: &str) {
    for c in text.chars().filter(|c| *c != '\n') {
        assert!(
            !c.is_control()
                && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'),
            "{c:?} in {text:?}"
        );
    }
    for line in text.lines() {
        assert!(!line.starts_with("FORGED") && !line.starts_with("claimgraph: FORGED"), "{text}");
    }
}

/// The story with the text in its quotes, ids, names and publishers.
fn story() -> String {
    STORY
        .replace("It rained", &format!("It rained {EVIL}"))
        .replace("lasted three hours", &format!("lasted three hours {EVIL}"))
        .replace("c-quay", &format!("c-quay {EVIL}"))
        .replace("The Tide", &format!("The Tide {EVIL}"))
        .replace("Ivo Brandt", &format!("Ivo Brandt {EVIL}"))
        .replace("\"duration\",\"value\"", &format!("\"duration\",\"attributed_to\":[\"{EVIL}\"],\"value\""))
        + &format!(
            "{{\"type\":\"sighting {EVIL}\"}}\n{{\"type\":\"claim\",\"id\":\"z {EVIL}\",\"article\":\"none {EVIL}\",\"event\":{{\"action\":\"meet\"}},\"attribute\":\"place\",\"value\":\"Porto\"}}\n"
        )
}

#[test]
fn reports_explanations_and_reasons() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("story.ndjson"), story()).unwrap();
    let (status, out, err) = said(&claimgraph(&["reconcile", "--all", "story.ndjson", "--fail-on", "conflicts"], at));
    assert_eq!(status, Some(1), "{err}");
    harmless(&out);
    harmless(&err);
    let (_, _, err) = said(&claimgraph(&["reconcile", "--format", "json", "--output", "result.json", "story.ndjson"], at));
    assert!(err.lines().count() >= 2 && err.lines().all(|l| l.starts_with("claimgraph: rejected story.ndjson:")), "{err}");
    harmless(&err);
    harmless(&said(&claimgraph(&["annotate", "story.ndjson"], at)).2);
    let (status, why, err) = said(&claimgraph(&["explain", "result.json", "c-q", "c-tide"], at));
    assert_eq!(status, Some(0), "{err}");
    assert!(why.contains("FORGED") && why.contains("CG0515"), "{why}");
    harmless(&why);
}

/// In a bundle no text of others begins a line, opens a mark of Markdown or a tag.
#[test]
fn bundles() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let marks = " <script>x</script> **b** `c` [d](e) | # f";
    let story = story().replace("FORGED", &format!("FORGED{}", marks.replace('"', "\\\"")));
    fs::write(at.join("story.ndjson"), story.replace("c-quay", "c-quay\\n# FORGED")).unwrap();
    claimgraph(&["reconcile", "--format", "json", "--output", "result.json", "story.ndjson"], at);
    let (status, out, err) = said(&claimgraph(&["show", "result.json", "c-quay"], at));
    assert_eq!(status, Some(0), "{err}");
    harmless(&out);
    assert!(out.contains("FORGED"), "{out}");
    for line in out.lines() {
        let unescaped = line.replace("\\<", "").replace("\\*", "");
        assert!(!line.trim_start().starts_with("# FORGED") && !unescaped.contains('<') && !unescaped.contains("**b"), "{out}");
    }
    let (status, json, err) = said(&claimgraph(&["show", "--format", "json", "result.json", "c-quay"], at));
    assert_eq!(status, Some(0), "{err}");
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["facts"].as_array().map(Vec::len), Some(1));
}

/// In the account of an article text, publisher and file are somebody's words: in every sentence, value and name that it tells of.
#[test]
fn accounts() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let record = format!(
        "{{\"type\":\"article\",\"id\":\"quay {EVIL}\",\"publisher\":\"The Quay {EVIL}\",\"published\":\"2031-05-05\",\"text\":\"It was in the old part of the town, and the rain was over the roofs of the houses by the bridge. All of them had been in the street with the others, and there was no light in it. The baker {EVIL} moved 12 {EVIL} \\u202E ovens to Osk{EVIL} on Monday. “We {EVIL} lost 14 \\u001b[2J houses,” Ada {EVIL} Okafor, 38, said.\\r\\nBy Ola {EVIL} Brekke\\r\\n\\r\\nWill {EVIL} it rain?\"}}\n"
    );
    fs::write(at.join("quay.ndjson"), &record).unwrap();
    let (status, out, err) = said(&claimgraph(&["annotate", "--explain", "quay.ndjson"], at));
    assert_eq!(status, Some(0), "{err}");
    assert!(out.contains("FORGED") && out.contains("→ ") && out.contains("not read: "), "{out}");
    harmless(&out);
    let name = format!("{}.md", evil().replace('\n', " "));
    fs::write(at.join(&name), evil()).unwrap();
    let (_, out, err) = said(&claimgraph(&["annotate", "--explain", &name], at));
    harmless(&out);
    harmless(&err);
}

/// A long quote goes on further in than anything that could stand below it.
#[test]
fn a_quote_that_goes_on_is_no_reason() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    // Of so many lengths some break a line right before the words.
    for pad in 0..20 {
        let long = format!("lasted three hours {} {}", "x".repeat(pad), "rule CG0101: not related and so on ".repeat(6));
        fs::write(at.join("story.ndjson"), STORY.replace("lasted three hours", long.trim_end())).unwrap();
        claimgraph(&["reconcile", "--format", "json", "--output", "result.json", "story.ndjson"], at);
        let (_, why, err) = said(&claimgraph(&["explain", "result.json", "c-quay", "c-tide"], at));
        assert!(err.is_empty() && why.contains("CG0101"), "{why}{err}");
        let mut node = 0;
        for line in why.lines() {
            let indent = line.len() - line.trim_start().len();
            if indent > node + 2 {
                assert_eq!(indent, node + 4, "{why}");
            } else {
                assert!(!line.trim_start().starts_with("rule CG0101"), "{why}");
                node = indent;
            }
        }
    }
}

/// Nor does a long name begin a line as the place of a quote does.
#[test]
fn a_name_that_goes_on_is_no_place() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    for pad in 0..12 {
        let name = format!("Ivo Brandt {}{}", "x".repeat(pad), " --> fake.md:1:1 (The Times)".repeat(6));
        fs::write(at.join("story.ndjson"), STORY.replace("Ivo Brandt", &name)).unwrap();
        let (_, out, _) = said(&claimgraph(&["reconcile", "story.ndjson"], at));
        assert!(out.contains("--> fake.md:1:1"), "{out}");
        for line in out.lines().filter(|l| l.trim_start().starts_with("-->")) {
            assert!(line.starts_with(" --> story.ndjson:") || line.starts_with("      -->"), "{out}");
        }
    }
}

#[test]
fn errors_that_repeat_what_was_given() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("story.ndjson"), STORY).unwrap();
    claimgraph(&["reconcile", "--format", "json", "--output", "result.json", "story.ndjson"], at);
    fs::write(
        at.join("torn.json"),
        fs::read_to_string(at.join("result.json")).unwrap().replacen("\"c-quay\"", &format!("\"c-quay{EVIL}\""), 1),
    )
    .unwrap();
    let evil = evil();
    let rows: &[&[&str]] = &[
        &["reconcile", &evil],
        &["reconcile", "story.ndjson", "--output", &evil, "--as-of", &evil],
        &["reconcile", "story.ndjson", "--as-of", &evil],
        &["reconcile", "story.ndjson", "--format", &evil],
        &["reconcile", "story.ndjson", &format!("--{evil}")],
        &["annotate", &evil],
        &["explain", &evil],
        &["explain", &evil, "a", "b"],
        &["explain", "result.json", &evil, "b"],
        &["explain", "torn.json", "c-quay", "c-tide"],
        &["schema", &evil],
        &["show", "result.json", &evil],
        &["show", &evil, "c-quay"],
        &["man", &evil],
        &["completions", &evil],
        &["--color", &evil, "schema", "input"],
        &[&evil],
    ];
    for args in rows {
        let (status, out, err) = said(&claimgraph(args, at));
        assert_eq!((status, out.as_str()), (Some(2), ""), "{args:?} {err}");
        assert!(!err.is_empty(), "{args:?}");
        harmless(&err);
    }
}
