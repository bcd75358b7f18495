//! What cannot be used is reported with file, line and reason, and never loses the other records; with the reader of English
//! or without.

#![allow(clippy::unwrap_used, clippy::panic)]

use claimgraph::english::English;
use claimgraph::graph::ClaimGraph;
use claimgraph::ingest;
use claimgraph::pipeline::Reconciler;

/// A good article and a good claim: two lines that must survive whatever stands beside them.
const GOOD: &str = concat!(
    r#"{"type":"article","id":"good","publisher":"The Quay","published":"2031-05-05","text":"Ada Okafor met Ivo Brandt for three hours."}"#,
    "\n",
    r#"{"type":"claim","id":"good-claim","article":"good","quote":{"exact":"met Ivo Brandt for three hours"},"event":{"action":"meet","participants":[{"name":"Ada Okafor"},{"name":"Ivo Brandt"}]},"attribute":"duration","value":{"type":"duration","raw":"three hours","canonical":"PT3H"}}"#,
    "\n"
);

fn reconcile(files: &[(&str, &[u8])]) -> ClaimGraph {
    fill(Reconciler::new(), files)
}

/// The same, every article read.
fn read(files: &[(&str, &[u8])]) -> ClaimGraph {
    fill(Reconciler::with_extractor(English), files)
}

fn fill(mut reconciler: Reconciler, files: &[(&str, &[u8])]) -> ClaimGraph {
    for (name, bytes) in files {
        for read in ingest::read(name, bytes) {
            match read {
                Ok((record, location)) => reconciler.add_from(record, location),
                Err(rejected) => reconciler.reject(rejected),
            };
        }
    }
    reconciler.reconcile()
}

/// "file:line: reason" of everything rejected beside the good records, which must all be there. Reading the articles adds nothing
/// to it, but for those that are not in English.
#[track_caller]
fn rejections(name: &str, bytes: &[u8]) -> Vec<String> {
    let files: [(&str, &[u8]); 2] = [("good.ndjson", GOOD.as_bytes()), (name, bytes)];
    let [plain, english] = [reconcile(&files), read(&files)].map(|graph| {
        assert!(graph.article("good").is_some(), "the good article is lost");
        assert!(graph.claim("good-claim").is_some(), "the good claim is lost");
        let file = |r: &claimgraph::graph::Rejected| r.file.as_deref().unwrap_or("?").to_owned();
        let all = graph.rejected().iter().filter(|r| !r.reason.contains("was not read"));
        all.map(|r| format!("{}:{}: {}", file(r), r.line, r.reason)).collect::<Vec<_>>()
    });
    assert_eq!(plain, english);
    plain
}

#[track_caller]
fn check(name: &str, bytes: &[u8], expected: &[&str]) {
    assert_eq!(rejections(name, bytes), expected);
}

#[test]
fn empty_files() {
    check("a.txt", b"", &["a.txt:0: the file is empty"]);
    check("a.ndjson", b"\n \r\n", &["a.ndjson:0: the file is empty"]);
    check("a.json", b"\xEF\xBB\xBF", &["a.json:0: the file is empty"]);
    check("a.json", b"[ ]", &["a.json:0: the file holds no records"]);
}

#[test]
fn files_that_are_not_text() {
    check("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &["a.txt:0: the file is a PNG image, not text"]);
    check("a.ndjson", b"PK\x03\x04\x14\0\0\0", &["a.ndjson:0: the file is a ZIP archive or an office document, not text"]);
    check("a", b"\x1f\x8b\x08\0\0", &["a:0: the file is compressed with gzip, not text"]);
    check("a.bin", &[7, 0, 0, 0, 9, 0, 0, 0], &["a.bin:0: the file is binary, or in UTF-16 or UTF-32, not in UTF-8"]);
    check("a.csv", b"source,item,value\n", &["a.csv:0: a table holds neither articles nor claims, and is not read"]);
}

#[test]
fn other_encodings() {
    let utf16: Vec<u8> = "\u{FEFF}Rain fell.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check("a.txt", &utf16, &["a.txt:0: the file is in UTF-16, not in UTF-8"]);
    check("a.txt", b"Rain fell.\nThe caf\xE9 closed.", &["a.txt:2: the file is not UTF-8 at byte 19"]);
}

#[test]
fn a_line_that_is_not_utf8_is_rejected_as_a_line() {
    let mut bytes = b"{\"type\":\"article\",\"text\":\"caf\xE9\"}\n".to_vec();
    bytes.extend(GOOD.replace("good", "other").as_bytes());
    let graph = reconcile(&[("a.ndjson", &bytes)]);
    assert!(graph.claim("other-claim").is_some());
    check("a.ndjson", &bytes, &["a.ndjson:1: the record is not UTF-8 at byte 30"]);
}

#[test]
fn truncated_json() {
    let cut = &GOOD[..GOOD.len() - 40];
    let expected = ["a.ndjson:2: the JSON is cut off: EOF while parsing a string at character 240"];
    check("a.ndjson", cut.replace("good", "gone").as_bytes(), &expected);
    let array = format!("[{}\n,{{\"type\":\"article\",\"te", GOOD.lines().next().unwrap().replace("good", "kept"));
    check("a.json", array.as_bytes(), &["a.json:2: the JSON is cut off: EOF while parsing a string at character 21"]);
    assert!(reconcile(&[("a.json", array.as_bytes())]).article("kept").is_some());
}

#[test]
fn a_line_of_fifty_megabytes() {
    let long = "Rain fell on the harbour. ".repeat(2_000_000);
    let article = format!("{{\"type\":\"article\",\"id\":\"long\",\"text\":\"{long}\"}}\n");
    let read = ingest::read("a.ndjson", format!("{article}{GOOD}").as_bytes());
    assert!(read.len() == 3 && read.iter().all(Result::is_ok));
    // The same size of nonsense: the reason does not repeat it.
    for nonsense in [long, format!("{{\"type\":\"claim\",\"article\":\"a\",\"event\":\"{}\"}}", "x".repeat(50_000_000))] {
        let said = rejections("a.ndjson", nonsense.as_bytes());
        assert!(said.len() == 1 && said[0].len() < 400, "{} {}", said.len(), said[0].len());
    }
}

#[test]
fn a_hundred_thousand_brackets() {
    let open = "[".repeat(100_000);
    let nested = format!("{open}{}", "]".repeat(100_000));
    check("a.ndjson", nested.as_bytes(), &["a.ndjson:1: a record is a JSON object, and this is an array"]);
    check("a.json", nested.as_bytes(), &["a.json:1: a record is a JSON object, and this is an array"]);
    check("a.json", open.as_bytes(), &["a.json:1: a record is a JSON object, and this is an array"]);
    let maps = "{\"a\":".repeat(100_000);
    let said = rejections("a.ndjson", maps.as_bytes());
    assert_eq!(said, ["a.ndjson:1: the JSON is cut off: EOF while parsing a value at character 500000"]);
    let value = format!(r#"{{"type":"claim","article":"good","event":{{"action":"meet"}},"attribute":"time","value":{nested}}}"#);
    let said = rejections("a.ndjson", value.as_bytes());
    assert_eq!(said, ["a.ndjson:1: `value`: invalid type: sequence, expected text, a number, true, false or a normalised value"]);
}

#[test]
fn unknown_types_and_missing_fields() {
    let lines = [
        r#"{"type":"sighting","article":"good"}"#,
        r#"{"type":7}"#,
        r#"{"hello":"world"}"#,
        r#"{"id":"m1","article":"good","text":"Ada"}"#,
        r#"{"type":"claim","article":"good","attribute":"time","value":"Sunday"}"#,
        r#"{"type":"claim","article":"good","event":{"participants":[]},"attribute":"time","value":"Sunday"}"#,
        r#"{"type":"claim","article":"good","event":{"action":"meet"},"attribute":"","value":"Sunday"}"#,
        r#"{"type":"claim","article":"good","event":{"action":"meet"},"attribute":"time"}"#,
        r#"{"type":"entity","id":"n","names":[]}"#,
        r#"{"type":"decision","claims":["a","b"],"verdict":"same-event","by":"editor"}"#,
        r#"{"type":"decision","claims":["a","b"],"verdict":"same-entity","by":"editor","at":"2031-06-01"}"#,
        r#"{"type":"decision","verdict":"unsure","by":"editor","at":"2031-06-01"}"#,
        r#"{"type":"retract"}"#,
        r#"{"schema_version":1,"articles":[]}"#,
    ];
    let expected = [
        "a.ndjson:1: `type` is \"sighting\", which is none of article, claim, entity, decision, retract, attribute and event-type",
        "a.ndjson:2: `type`: invalid type: integer `7`, expected a string",
        "a.ndjson:3: missing field `type`, and the other fields are not those of an article that trafilatura or newspaper4k wrote",
        "a.ndjson:4: missing field `type`, and the other fields are not those of an article that trafilatura or newspaper4k wrote",
        "a.ndjson:5: missing field `event`; a claim of a standing fact has a `subject` in its place, and this one has neither",
        "a.ndjson:6: `event`: missing field `action`",
        "a.ndjson:7: `attribute` is empty",
        "a.ndjson:8: missing field `value`",
        "a.ndjson:9: `names` holds no name",
        "a.ndjson:10: missing field `at`",
        "a.ndjson:11: `verdict` is \"same-entity\", which does not fit `claims`",
        "a.ndjson:12: a decision is about two `claims` or two `entities`",
        "a.ndjson:13: missing field `article`",
        "a.ndjson:14: this is a saved result, not a record to reconcile",
    ];
    check("a.ndjson", lines.join("\n").as_bytes(), &expected);
}

#[test]
fn wrong_types_of_fields() {
    let lines = [
        r#"{"type":"article","id":1,"text":"a"}"#,
        r#"{"type":"article","text":["a"]}"#,
        r#"{"type":"claim","article":"good","event":{"action":"meet","participants":["Ada"]},"attribute":"time","value":"x"}"#,
        r#"{"type":"claim","article":"good","position":{"start":1.5,"end":3},"event":{"action":"meet"},"attribute":"time","value":"x"}"#,
        r#"{"type":"claim","article":"good","event":{"action":"meet"},"attribute":"time","value":{"type":"duration","canonical":"3h"}}"#,
        r#"{"type":"claim","article":"good","event":{"action":"meet"},"attribute":"time","value":"x","modality":"certain"}"#,
    ];
    let expected = [
        "a.ndjson:1: `id`: invalid type: integer `1`, expected a string",
        "a.ndjson:2: `text`: invalid type: sequence, expected a string",
        "a.ndjson:3: `event.participants[0]`: invalid type: string \"Ada\", expected an object",
        "a.ndjson:4: `position.start`: invalid type: floating point `1.5`, expected u64",
        "a.ndjson:5: `value`: \"3h\" is not an ISO 8601 duration",
        "a.ndjson:6: `modality` is \"certain\", which is none of asserted, planned, expected, possible, denied and hypothetical",
    ];
    check("a.ndjson", lines.join("\n").as_bytes(), &expected);
}

#[test]
fn dates_that_no_calendar_has() {
    for date in ["2023-02-30", "0000-01-01", "99999-01-01", "99999", "2023-13-01", "yesterday"] {
        let why = if date == "yesterday" { "can be read" } else { "the calendar has between the years 1 and 9999" };
        let reason = format!("`published` is {date:?}, which is no date that {why}");
        let line = format!("{{\"type\":\"article\",\"id\":\"a\",\"published\":{date:?},\"text\":\"Rain fell.\"}}");
        check("a.ndjson", line.as_bytes(), &[&format!("a.ndjson:1: {reason}")]);
        let file = format!("---\ntitle: Rain\npublished: {date}\n---\nRain fell.\n");
        check("a.md", file.as_bytes(), &[&format!("a.md:3: {reason}")]);
    }
    let claim = r#"{"type":"claim","article":"good","event":{"action":"meet"},"attribute":"time","value":{"type":"time","canonical":"2023-02-30"}}"#;
    check("a.ndjson", claim.as_bytes(), &["a.ndjson:1: `value`: \"2023-02-30\" is not a TIMEX3 time, or no such date exists"]);
}

/// An article of the id, and a claim on it with the fields.
fn claim(article: &str, fields: &str) -> String {
    format!(
        r#"{{"type":"claim","article":"{article}",{fields},"event":{{"action":"meet"}},"attribute":"occurrence","value":{{"type":"boolean","canonical":"true"}}}}"#
    )
}

#[test]
fn ids_that_come_twice() {
    let twice = "{\"type\":\"article\",\"id\":\"a\",\"text\":\"Rain fell.\"}\n".repeat(2);
    check("a.ndjson", twice.as_bytes(), &[]);
    let other =
        "{\"type\":\"article\",\"id\":\"a\",\"text\":\"Rain fell.\"}\n{\"type\":\"article\",\"id\":\"a\",\"text\":\"Snow fell.\"}\n";
    let reason = "article a comes 2 times, and not always with the same content";
    check("a.ndjson", other.as_bytes(), &[&format!("a.ndjson:1: {reason}"), &format!("a.ndjson:2: {reason}")]);
    let same = [claim("good", r#""id":"c""#), claim("good", r#""id":"c""#)].join("\n");
    check("a.ndjson", same.as_bytes(), &[]);
    let other = [claim("good", r#""id":"c""#), claim("good", r#""id":"c","polarity":"negative""#)].join("\n");
    let reason = "claim c comes 2 times, and not always with the same content";
    check("a.ndjson", other.as_bytes(), &[&format!("a.ndjson:1: {reason}"), &format!("a.ndjson:2: {reason}")]);
}

#[test]
fn quotes_that_do_not_stand_in_the_text() {
    let lines = [
        r#"{"type":"article","id":"b","text":"Rain fell. Then rain fell again, and rain fell."}"#.to_owned(),
        claim("b", r#""quote":{"exact":"snow fell"}"#),
        claim("b", r#""quote":{"exact":"rain fell"}"#),
        claim("b", r#""quote":{"exact":""}"#),
        claim("b", r#""position":{"start":9,"end":3}"#),
        claim("b", r#""position":{"start":4,"end":4}"#),
        claim("b", r#""position":{"start":40,"end":400}"#),
        claim("b", r#""position":{"start":0,"end":18446744073709551615}"#),
        claim("b", r#""quote":{"exact":"rain fell"},"position":{"start":0,"end":9}"#),
        claim("b", r#""quote":{"exact":"rain fell","prefix":"and "}"#),
        claim("b", r#""id":"unverified""#),
    ];
    let expected = [
        "a.ndjson:2: the quote \"snow fell\" does not stand in the article",
        "a.ndjson:3: the quote \"rain fell\" stands in the article 2 times and neither prefix, suffix nor position tells which",
        "a.ndjson:4: the quote is empty",
        "a.ndjson:5: the position 9 to 3 is empty or reversed",
        "a.ndjson:6: the position 4 to 4 is empty or reversed",
        "a.ndjson:7: the position 40 to 400 lies outside the article, which has 47 characters",
        "a.ndjson:8: the position 0 to 18446744073709551615 lies outside the article, which has 47 characters",
        "a.ndjson:9: at the position 0 to 9 the article says \"Rain fell\"",
    ];
    let bytes = lines.join("\n");
    check("a.ndjson", bytes.as_bytes(), &expected);
    let graph = reconcile(&[("a.ndjson", bytes.as_bytes())]);
    assert_eq!(graph.claims().len(), 2);
    assert!(graph.claim("unverified").unwrap().quote().is_none());
}

#[test]
fn articles_that_never_come() {
    check("a.ndjson", claim("ghost", r#""id":"c""#).as_bytes(), &["a.ndjson:1: its article ghost is not there"]);
    let retract = r#"{"type":"retract","article":"ghost"}"#;
    check("a.ndjson", retract.as_bytes(), &["a.ndjson:1: it retracts article ghost, and no record brings such an article"]);
    let decision = r#"{"type":"decision","claims":["ghost","good-claim"],"verdict":"conflicts","by":"editor","at":"2031-06-01"}"#;
    check("a.ndjson", decision.as_bytes(), &["a.ndjson:1: the decision names no claim: ghost"]);
}

#[test]
fn control_characters_and_right_to_left_text_pass_unharmed() {
    let text = "Bell \u{7} and null \u{1}; \u{202E}turned\u{202C}; שלום עולם; مرحبا; e\u{301}; 🚀 landed.";
    let article = serde_json::json!({"type": "article", "id": "odd", "text": text}).to_string();
    let start = text.chars().position(|c| c == 'ש').unwrap();
    let lines = [article, claim("odd", &format!(r#""id":"c","position":{{"start":{start},"end":{}}}"#, start + 9))].join("\n");
    check("a.ndjson", lines.as_bytes(), &[]);
    let graph = reconcile(&[("a.ndjson", lines.as_bytes())]);
    assert_eq!(&*graph.claim("c").unwrap().quote().unwrap().exact, "שלום עולם");
    // In a file of its own the text is taken as it stands.
    let (claimgraph::claim::Record::Article(article), _) = ingest::read("a.txt", text.as_bytes()).remove(0).unwrap() else { panic!() };
    assert_eq!(article.text.as_deref(), Some(text));
}

#[test]
fn the_shortest_and_a_very_long_article() {
    check("a.txt", b"Rain fell.", &[]);
    let long = "The harbour stayed closed all day. ".repeat(170_000);
    let graph = reconcile(&[("a.txt", long.as_bytes()), ("b.txt", b"Rain fell."), ("good.ndjson", GOOD.as_bytes())]);
    assert_eq!((graph.articles().len(), graph.rejected().len()), (3, 0));
    assert!(graph.claim("good-claim").is_some());
}

#[test]
fn offsets_count_from_behind_the_mark_and_with_carriage_returns() {
    let text = "Rain fell.\r\nThe café closed.\r\n";
    let file = format!("\u{FEFF}---\r\nid: crlf\r\n---\r\n{text}");
    let quote = claim("crlf", r#""id":"c","quote":{"exact":"café"},"position":{"start":16,"end":20}"#);
    let graph = reconcile(&[("a.md", file.as_bytes()), ("c.ndjson", quote.as_bytes())]);
    assert_eq!(graph.rejected(), []);
    assert_eq!(graph.claim("c").unwrap().quote().unwrap().start, 16);
}

/// Sizes are what they say in a release build; a debug build takes a fiftieth.
const fn sized(n: usize) -> usize {
    if cfg!(debug_assertions) { n / 50 } else { n }
}

/// The nth of many meetings with other people.
fn meeting(n: usize) -> String {
    let letter = |by: usize| char::from(b'a' + u8::try_from(n / by % 26).unwrap());
    let name = format!("B{}{}{}{}", letter(1), letter(26), letter(676), letter(17_576));
    format!("Ada Okafor met Ivo {name} in Porto on May {}, 20{}, for {} hours. ", n % 28 + 1, n % 30 + 10, n % 9 + 2)
}

/// Texts that are odd in shape or in size, each read to the end beside the good records.
#[test]
fn odd_articles_are_read() {
    let brackets = sized(100_000);
    let rows = [
        ("one sentence", "Ada Okafor met Ivo Brandt on Sunday.".to_owned()),
        ("one word", "Rain".to_owned()),
        ("white space", " \n\t\r\n ".to_owned()),
        ("a million words", "The harbour stayed closed for two days, the mayor said. ".repeat(sized(100_000))),
        ("a million names", "Ada Okafor met Ivo Brandt and Lin Marsh in Porto. ".repeat(sized(100_000))),
        ("a million words of other meetings", (0..sized(70_000)).map(meeting).collect()),
        ("a million words without an end", "and then the mayor met the governor on Sunday for three hours ".repeat(sized(80_000))),
        ("a word a million times", "met ".repeat(sized(1_000_000))),
        ("a number a million times", "12 ".repeat(sized(1_000_000))),
        ("a million digits", "7".repeat(sized(1_000_000))),
        ("a million letters", "Okafor".repeat(sized(160_000))),
        ("capitals without an end", "Okafor ".repeat(sized(200_000))),
        ("marks", "“’—(…".repeat(sized(200_000))),
        ("nested brackets", format!("They met {} on Sunday {}.", "(".repeat(brackets), ")".repeat(brackets))),
        ("lines", "Rain\n".repeat(sized(300_000))),
        ("a quotation that never ends", format!("“We met on Sunday, {}", "and we talked for three hours. ".repeat(sized(100_000)))),
        ("fifty megabytes in a line", "Rain fell on the harbour. ".repeat(sized(2_000_000))),
        ("accents", "e\u{301}\u{301}\u{301} ".repeat(sized(200_000))),
        ("right to left", "\u{202E}שלום עולם\u{202C} met مرحبا on Sunday. ".repeat(sized(50_000))),
        ("controls", "Ada\u{7} Okafor\u{1} met\u{0} Ivo\u{1b}[31m Brandt\u{7f} on Sunday. ".repeat(sized(30_000))),
        ("dates that no calendar has", "They met on 2023-02-30, in the year 0, on May 4, 99999 and on 31 June. ".repeat(sized(20_000))),
    ];
    for (name, text) in rows {
        let line = serde_json::json!({"type": "article", "id": "odd", "published": "2031-05-07", "text": text}).to_string();
        let start = std::time::Instant::now();
        let graph = read(&[("good.ndjson", GOOD.as_bytes()), ("odd.ndjson", line.as_bytes())]);
        println!("{name}: {} bytes, {} claims, {:?}", text.len(), graph.claims().len(), start.elapsed());
        assert!(graph.article("odd").is_some() && graph.claim("good-claim").is_some(), "{name}");
        assert!(graph.rejected().iter().all(|r| r.reason.contains("was not read")), "{name}: {:?}", graph.rejected());
        for claim in graph.claims().filter(|c| c.article().id.as_str() == "odd") {
            let quote = claim.quote().unwrap();
            assert_eq!(text.get(quote.span.start..quote.span.end), Some(&*quote.exact), "{name}");
        }
    }
}

/// What the words of a claim's value, time or place say wrongly stays words, and of an event's time a report says so; digits that are
/// no date are refused.
#[test]
fn claims_with_impossible_dates() {
    for (field, date) in
        [("event.time", "2023-02-30"), ("event.time", "99999-01-01"), ("value", "0000-00-00"), ("value", "2023-13-01T25:00")]
    {
        let (time, value) = if field == "value" { ("May", date) } else { (date, "May") };
        let fields = serde_json::json!({"type": "claim", "id": "c", "article": "good", "event": {"action": "meet", "time": time},
            "attribute": "time", "value": value});
        let graph = read(&[("good.ndjson", GOOD.as_bytes()), ("a.ndjson", fields.to_string().as_bytes())]);
        let reason = format!("`{field}`: {date:?} is no date that a calendar has, and no value of TIMEX3");
        let found: Vec<_> = graph.rejected().iter().map(|r| (r.file.as_deref(), r.line, r.reason.as_str())).collect();
        assert_eq!(found, [(Some("a.ndjson"), 1, reason.as_str())]);
        assert!(graph.claim("good-claim").is_some());
    }
    for date in ["31 June", "year 0", "99999", "the 99th of Foo", "שלום"] {
        let fields = serde_json::json!({"type": "claim", "id": "c", "article": "good", "event": {"action": "meet", "time": date, "place": date},
            "attribute": "time", "value": date});
        let graph = read(&[("good.ndjson", GOOD.as_bytes()), ("a.ndjson", fields.to_string().as_bytes())]);
        let [told] = graph.rejected() else { panic!("{date}: {:?}", graph.rejected()) };
        assert!(told.reason.starts_with("the time of its event, ") && told.line == 1, "{}", told.reason);
        let claim = graph.claim("c").unwrap().claim();
        assert!(claim.event.period.is_some(), "{date}");
        assert_eq!((claim.event.time, claim.value.value.kind(), &*claim.value.raw), (None, "text", date));
    }
    // What nobody sees is nothing.
    for value in ["\u{0}", "\u{ad}\u{200b}", "\u{feff} \u{2060}"] {
        let fields =
            serde_json::json!({"type": "claim", "article": "good", "event": {"action": "meet"}, "attribute": "time", "value": value});
        let graph = read(&[("good.ndjson", GOOD.as_bytes()), ("a.ndjson", fields.to_string().as_bytes())]);
        assert_eq!(graph.rejected().iter().map(|r| &*r.reason).collect::<Vec<_>>(), ["`value`: it is empty"], "{value:?}");
    }
}
