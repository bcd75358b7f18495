//! The page of a small invented story, and of records that were written to break it.

use std::collections::{BTreeMap, BTreeSet};

use claimgraph::pipeline::Reconciler;
use claimgraph::text::shown;
use claimgraph::{export, ingest};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH, write};
use crate::input::{Input, Limit, Texts};
use crate::output::Target;
use crate::report::tests::{story, texts};

fn of_story(texts: &Texts) -> String {
    let graph = export::load(&std::fs::read(story("result.json")).unwrap()).unwrap();
    let mut out = Vec::new();
    write(&graph, texts, false, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The page of records, which are read from a file.
fn of_records(records: &str, all: bool) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.ndjson");
    std::fs::write(&path, records).unwrap();
    let input = Input::read(&[path], &Target::standard(), Limit::mebibytes(9)).unwrap();
    let mut reconciler = Reconciler::new();
    for read in ingest::read("story.ndjson", records.as_bytes()) {
        match read {
            Ok((record, location)) => reconciler.add_from(record, location),
            Err(rejected) => reconciler.reject(rejected),
        };
    }
    let mut out = Vec::new();
    write(&reconciler.reconcile(), &input.texts, all, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The page without its style and its script, which are files of their own.
fn bare(page: &str) -> String {
    page.replace(STYLE, "").replace(SCRIPT, "")
}

fn base64(bytes: &[u8]) -> String {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().chain([&0, &0]).take(3).fold(0_usize, |bits, &b| bits << 8 | usize::from(b));
        for i in 0..4 {
            out.push(if i <= chunk.len() { letters[bits >> (18 - 6 * i) & 63] } else { '=' });
        }
    }
    out
}

#[test]
fn the_policy_names_the_style_and_the_script() {
    assert_eq!(base64(b"any carnal pleasu"), "YW55IGNhcm5hbCBwbGVhc3U=");
    for (what, text, hash) in [("STYLE_HASH", STYLE, STYLE_HASH), ("SCRIPT_HASH", SCRIPT, SCRIPT_HASH)] {
        assert_eq!(hash, format!("sha256-{}", base64(&Sha256::digest(text.as_bytes()))), "{what} is to be");
        assert!(!text.contains("</") && !text.contains("<!--") && !text.contains('\r'), "{what}: it would end before its end");
    }
}

#[test]
fn with_the_articles() {
    insta::assert_snapshot!(bare(&of_story(&texts())));
}

#[test]
fn without_the_articles_there_are_quotes_and_no_passages() {
    let page = bare(&of_story(&Texts::new()));
    assert!(page.contains("<mark>seven and a half hours</mark>") && !page.contains("in the article"));
}

/// A tag of the page: its name, and its attributes with their values.
type Tag = (String, BTreeMap<String, String>);

/// The tags of a page, by a strict reading: whatever is written otherwise than this page writes it is a failure.
fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    for (i, part) in bare(page).split('<').enumerate() {
        let Some((tag, text)) = part.split_once('>').filter(|_| i > 0) else {
            assert!(i == 0 && part.is_empty(), "text before the first tag or a tag without end: {part}");
            continue;
        };
        assert!(!text.contains('>'), "{text}");
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = BTreeMap::new();
        while !rest.trim_end_matches('/').trim().is_empty() {
            let end = rest.find(['=', ' ']).unwrap_or(rest.len());
            let (attribute, behind) = rest.split_at(end);
            let value = behind.strip_prefix("=\"").and_then(|v| v.split_once('"'));
            attributes.insert(attribute.trim_end_matches('/').to_owned(), value.map_or("", |v| v.0).to_owned());
            rest = value.map_or(behind, |v| v.1).trim_start();
        }
        tags.push((name.trim_end_matches('/').to_owned(), attributes));
    }
    tags
}

/// How often each tag stands there, with the names of its attributes: what is left when everything that others wrote is taken away. An
/// article that shares its text with another has a line that says so, and an address that is none is no link; both are left out.
fn skeleton(page: &str) -> BTreeMap<(String, Vec<String>), usize> {
    let mut skeleton = BTreeMap::new();
    for (name, attributes) in tags(page).into_iter().filter(|(name, _)| !["a", "p"].contains(&name.trim_start_matches('/'))) {
        *skeleton.entry((name, attributes.into_keys().collect())).or_default() += 1;
    }
    skeleton
}

/// Two articles in dispute about one thing and not about another, with `payload` wherever somebody else's words can stand.
fn records(payload: &str) -> String {
    let mut lines = Vec::new();
    let reason = &*format!("a quarrel {payload}");
    for (id, hours, day) in [("a", "seven hours", "2031-05-05"), ("b", "three hours", "2031-05-06")] {
        // An id stands as it is, or a decision would not find it.
        let article = if payload.len() < 100 { format!("{id} {payload}") } else { id.to_owned() };
        let quote = format!("The talks {payload} took {hours}");
        let text = format!("{payload}\n{quote}. {payload}\n");
        lines.push(json!({"type": "article", "id": article, "publisher": format!("{id} {payload}"), "title": payload, "author": payload,
            "url": format!("https://example.org/{payload}"), "published": day, "language": "pt", "text": text}));
        for (n, (name, when)) in [("Ada", "2031-05-04"), ("Ivo", "2031-03-01")].into_iter().enumerate() {
            let people = [json!({"name": format!("{name} {payload}")}), json!({"name": format!("Lena {payload}"), "role": payload})];
            let event = json!({"action": "meet", "participants": people, "time": when, "place": payload});
            let (attribute, value) = if n == 0 { ("duration", hours) } else { ("motive", reason) };
            lines.push(
                json!({"type": "claim", "id": format!("{article} {n}"), "article": article, "quote": {"exact": quote}, "event": event,
                "attribute": attribute, "value": value, "attributed_to": [payload]}),
            );
        }
    }
    let decision = ["a", "b"].map(|id| if payload.len() < 100 { format!("{id} {payload} 1") } else { format!("{id} 1") });
    lines.push(json!({"type": "decision", "claims": decision, "verdict": "unsure", "by": payload, "at": "2031-05-07", "why": payload}));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

const HOSTILE: [&str; 9] = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><style>*{display:none}</style>",
    "\" autofocus onfocus=\"alert(1)",
    "' onmouseover='alert(1)",
    "<!-- -->]]><![CDATA[",
    "</title></textarea></details></article>",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "{{ 7 * 7 }} {% raw %} ${7}",
];

#[test]
fn nobody_else_writes_a_tag_or_an_attribute() {
    let tame = skeleton(&of_records(&records("quietly"), false));
    for tag in ["article", "details", "blockquote", "li"] {
        assert!(tame.keys().any(|(name, _)| name == tag), "{tag}");
    }
    for payload in HOSTILE {
        let page = of_records(&records(payload), false);
        assert_eq!(skeleton(&page), tame, "{payload}");
        assert!(page.contains(
            &payload.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;").replace('"', "&#34;").replace('\'', "&#39;")
        ));
    }
}

#[test]
fn only_known_tags_with_known_attributes() {
    let allowed: BTreeSet<&str> =
        "!doctype html head meta title style body a header h1 p nav ul li b form label input select option button \
        main section h2 h3 h4 span article div small ol time blockquote mark details summary code svg line text circle path dl dt dd q \
        aside dialog kbd textarea script"
            .split_whitespace()
            .collect();
    for (name, attributes) in tags(&of_story(&texts())) {
        assert!(allowed.contains(name.trim_start_matches('/')), "{name}");
        for (attribute, value) in attributes {
            assert!(!attribute.starts_with("on") && attribute != "style" && attribute != "src", "{name} {attribute}");
            assert!(attribute != "href" || value.starts_with('#') || value.starts_with("https://"), "{value}");
        }
    }
}

#[test]
fn what_turns_or_hides_a_line_leaves_no_trace() {
    for payload in ["\u{202E}evil\u{2066}", "\u{1b}[2J\u{7}", "\u{200F}\u{200E}\u{061C}", "\u{2028}\u{85}"] {
        let page = of_records(&records(payload), false);
        let wrong = page.chars().find(|&c| c != '\n' && shown(c) != Some(c));
        assert_eq!(wrong, None, "{}", payload.escape_unicode());
    }
}

#[test]
fn words_without_end_are_cut() {
    let (word, tame) = ("x".repeat(10_000), of_records(&records("quietly"), false).len());
    let page = of_records(&records(&word), false);
    assert!(page.len() < tame + 120_000, "{} {tame}", page.len());
    let longest = bare(&page).split(|c: char| !c.is_alphanumeric()).map(str::len).max();
    assert!(longest < Some(1300), "{longest:?}");
}

#[test]
fn addresses_that_could_run_something_are_no_links() {
    for (url, link) in [
        ("https://quay.example/a?b=1&c=2", true),
        ("HTTP://quay.example", true),
        ("javascript:alert(1)", false),
        ("JavaScript://quay.example/%0Aalert(1)", false),
        ("data:text/html,<script>alert(1)</script>", false),
        ("//quay.example", false),
        ("https://quay.example/a b", false),
    ] {
        let line = json!({"type": "article", "id": "a", "url": url, "text": "Ada Okafor met Ivo Brandt."});
        let page = of_records(&format!("{line}\n"), false);
        let links: Vec<String> =
            tags(&page).into_iter().filter_map(|(_, mut a)| a.remove("href")).filter(|h| !h.starts_with('#')).collect();
        assert_eq!(links.len(), usize::from(link), "{url} {links:?}");
    }
}

#[test]
fn each_anchor_stands_once_and_each_link_leads_somewhere() {
    let tags = tags(&of_story(&texts()));
    let ids: Vec<&String> = tags.iter().filter_map(|(_, a)| a.get("id")).collect();
    let places: BTreeSet<&str> = ids.iter().map(|id| id.as_str()).collect();
    assert_eq!(places.len(), ids.len());
    for href in tags.iter().filter_map(|(_, a)| a.get("href")).filter_map(|h| h.strip_prefix('#')) {
        assert!(places.contains(href), "{href}");
    }
    for target in tags.iter().flat_map(|(_, a)| [a.get("for"), a.get("aria-labelledby")]).flatten() {
        assert!(places.contains(target.as_str()), "{target}");
    }
}

#[test]
fn what_is_left_out_is_said() {
    let mut lines = String::new();
    for article in ["a", "b"] {
        lines += &format!("{{\"type\":\"article\",\"id\":\"{article}\",\"publisher\":\"{article}\"}}\n");
        for n in 0..super::AGREED + 3 {
            let event = r#"{"action":"sign","participants":[{"name":"Ada Okafor"}]}"#;
            lines +=
                &format!("{{\"type\":\"claim\",\"article\":\"{article}\",\"event\":{event},\"attribute\":\"clause-{n}\",\"value\":4}}\n");
        }
    }
    let some = of_records(&lines, false);
    assert_eq!(some.matches("<details class=\"agreed ").count(), super::AGREED);
    assert!(some.contains("3 more are left out here. <code>claimgraph reconcile --format html --all</code>"));
    let all = of_records(&lines, true);
    assert_eq!(all.matches("<details class=\"agreed ").count(), super::AGREED + 3);
    assert!(!all.contains("left out here"));
}

#[test]
fn the_same_bytes_in_any_order() {
    let records = records("quietly");
    // Decisions and claims before their articles; each record keeps its line, which the page names.
    let mut reconciler = Reconciler::new();
    for (record, location) in ingest::read("story.ndjson", records.as_bytes()).into_iter().map(Result::unwrap).rev() {
        reconciler.add_from(record, location);
    }
    let mut turned = Vec::new();
    write(&reconciler.reconcile(), &Texts::new(), false, &mut turned).unwrap();
    let mut reconciler = Reconciler::new();
    for (record, location) in ingest::read("story.ndjson", records.as_bytes()).into_iter().map(Result::unwrap) {
        reconciler.add_from(record, location);
    }
    let mut straight = Vec::new();
    write(&reconciler.reconcile(), &Texts::new(), false, &mut straight).unwrap();
    assert_eq!(String::from_utf8(turned).unwrap(), String::from_utf8(straight).unwrap());
}

#[test]
fn nothing_to_show_is_a_page_too() {
    let page = of_records("", false);
    assert!(page.contains("0 facts disputed in 0 articles") && page.ends_with("</html>\n"));
    // What stands there is that the file is empty.
    assert_eq!(page.matches("<section").count(), 1);
}
