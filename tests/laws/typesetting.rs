//! Typesetting changes nothing: characters that nobody sees, kinds of blanks, forms of letters and quotation marks, broken lines.

use std::sync::Arc;

use claimgraph::corpus::Article;
use claimgraph::english::English;
use claimgraph::graph::ClaimGraph;
use claimgraph::ingest;
use claimgraph::ontology::fold_name;
use claimgraph::pipeline::Reconciler;
use claimgraph::text::{Plain, Span};
use proptest::prelude::*;
use serde_json::Value as Json;
use unicode_normalization::UnicodeNormalization;

use super::articles::ARTICLES;

/// What nobody sees.
const UNSEEN: [char; 12] = [
    '\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202C}', '\u{2060}', '\u{2066}', '\u{FE0F}',
    '\u{FEFF}',
];
const BLANKS: [&str; 6] = ["\u{A0}", "\u{2009}", "\u{202F}", "  ", "\t", " \u{200B} "];
const LINE_ENDS: [&str; 6] = ["\r\n", "\r", "\n\n", " \n", "\u{2028}", "\n    "];

/// A text set anew: at each place that `dice` picks something is put in, or a character becomes another of its kind.
fn set(text: &str, dice: &[u8], composed: bool) -> String {
    let mut out = String::new();
    let mut rolls = dice.iter().cycle().map(|d| usize::from(*d));
    for c in text.chars() {
        let roll = rolls.next().unwrap_or(0);
        match c {
            ' ' if roll % 5 == 0 => out.push_str(BLANKS[roll / 5 % BLANKS.len()]),
            '\n' if roll % 3 == 0 => out.push_str(LINE_ENDS[roll / 3 % LINE_ENDS.len()]),
            '\'' | '’' if roll % 2 == 0 => out.push('’'),
            '’' => out.push('\''),
            '“' | '”' if roll % 2 == 0 => out.push('"'),
            '-' if roll % 3 == 0 => out.push('\u{2011}'),
            c if composed => out.extend(std::iter::once(c).nfc()),
            c => out.extend(std::iter::once(c).nfd()),
        }
        if roll % 7 == 0 {
            out.push(UNSEEN[roll / 7 % UNSEEN.len()]);
        }
    }
    out
}

/// What the claims and the relations of the articles say.
fn told(articles: &[Article]) -> (Vec<String>, Vec<String>) {
    let mut reconciler = Reconciler::with_extractor(English);
    for article in articles {
        reconciler.add(article.clone());
    }
    said(&reconciler.reconcile())
}

/// The same of records, each a line.
fn told_by_records(lines: &str) -> (Vec<String>, Vec<String>) {
    let mut reconciler = Reconciler::new();
    for read in ingest::read("in.ndjson", lines.as_bytes()) {
        let (record, location) = read.unwrap();
        reconciler.add_from(record, location);
    }
    let graph = reconciler.reconcile();
    assert!(graph.rejected().is_empty(), "{:?}", graph.rejected());
    said(&graph)
}

fn said(graph: &ClaimGraph) -> (Vec<String>, Vec<String>) {
    let plain = |text: &str| Plain::of(text).text().to_owned();
    let claim = |c: claimgraph::graph::ClaimRef<'_>| {
        let claim = c.claim();
        let quote = c.quote().map(|q| plain(&q.exact));
        let source: Vec<String> = claim.attributed_to.iter().map(|a| plain(a)).collect();
        let of = claim.of.as_deref().map(plain);
        format!(
            "{} {:?} {} {of:?} {} {:?} {:?} {source:?}",
            claim.article,
            quote,
            fold_name(claim.attribute.as_str()),
            plain(&claim.value.value.to_string()),
            claim.modality,
            claim.polarity
        )
    };
    let mut claims: Vec<String> = graph.claims().map(claim).collect();
    let pair = |r: claimgraph::graph::RelationRef<'_>| {
        let mut ends = [claim(r.source()), claim(r.target())];
        ends.sort();
        format!("{} {} {ends:?}", r.kind(), r.rule().code)
    };
    let mut relations: Vec<String> = graph.relations().map(pair).collect();
    claims.sort();
    relations.sort();
    (claims, relations)
}

fn first_difference(a: &[String], b: &[String]) -> String {
    let only = |a: &[String], b: &[String]| a.iter().find(|x| !b.contains(x)).cloned().unwrap_or_default();
    format!("only as given: {}\nonly as set: {}", only(a, b), only(b, a))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Of a story that is set anew the same is claimed, and the claims stand as they stood.
    #[test]
    fn stories_say_the_same(story in 0..3_usize, dice in prop::collection::vec(any::<u8>(), 61..200), composed in any::<bool>()) {
        let third = ARTICLES.len() / 3;
        let given = &ARTICLES[story * third..(story + 1) * third];
        let anew: Vec<Article> = given.iter().map(|a| {
            let text: Arc<str> = set(a.text.as_deref().unwrap_or(""), &dice, composed).into();
            a.clone().text(text)
        }).collect();
        let (as_given, as_set) = (told(given), told(&anew));
        prop_assert!(!as_given.0.is_empty());
        prop_assert!(as_given.0 == as_set.0, "{}", first_difference(&as_given.0, &as_set.0));
        prop_assert!(as_given.1 == as_set.1, "{}", first_difference(&as_given.1, &as_set.1));
    }
}

/// The strings of a record that are words, set anew: not ids, and not what the contract has a list for.
fn set_words(json: &mut Json, key: &str, dice: &[u8], composed: bool) {
    match json {
        Json::String(text) if WORDED.contains(&key) => *text = set(text, dice, composed),
        Json::Array(all) => all.iter_mut().for_each(|one| set_words(one, key, dice, composed)),
        Json::Object(fields) => fields.iter_mut().for_each(|(key, one)| set_words(one, key, dice, composed)),
        _ => {}
    }
}

const WORDED: [&str; 14] = [
    "exact",
    "value",
    "name",
    "names",
    "subject",
    "place",
    "time",
    "attribute",
    "action",
    "of",
    "text",
    "title",
    "published",
    "attributed_to",
];

/// Claims from elsewhere, with what typesetters change in each field.
const RECORDS: &str = r#"{"type":"article","id":"a","publisher":"The Quay","published":"2031-05-06","text":"The ferry’s crew — twelve people from São Pedro — left on New Year’s Eve. “We wait,” said Ada O’Brien."}
{"type":"article","id":"b","publisher":"Echo","published":"2031-05-06"}
{"type":"claim","id":"1","article":"a","quote":{"exact":"The ferry's crew — twelve people from São Pedro"},"event":{"action":"bus-crash","participants":[{"name":"Ada O'Brien"},{"name":"Ivo D'Arcy"}],"time":"New Year's Eve 2030","place":"São Pedro"},"attribute":"deaths","value":"12 people"}
{"type":"claim","id":"2","article":"b","event":{"action":"bus crash","participants":[{"name":"Ada O'Brien"},{"name":"Ivo D'Arcy"}],"time":"31 December 2030","place":"São Pedro"},"attribute":"number of deaths","value":"19 people"}
{"type":"claim","id":"3","article":"b","event":{"action":"meet","participants":[{"name":"Ada O'Brien"},{"name":"Mia N'Dour"}],"time":"4 May 2031"},"attribute":"duration","value":"three-and-a-half hours"}
{"type":"claim","id":"4","article":"a","event":{"action":"meet","participants":[{"name":"Ada O'Brien"},{"name":"Mia N'Dour"}],"time":"10 May 2031"},"attribute":"duration","value":"7 h 30 min"}
{"type":"claim","id":"5","article":"a","subject":"Ada O'Brien","attribute":"régie-name","value":"Théâtre d’Osk"}
{"type":"claim","id":"6","article":"b","subject":"Ada O'Brien","attribute":"régie-name","value":"Théâtre d’Osk"}"#;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Records whose words are set anew say the same: values, names, quotes, times of events, names of attributes and actions.
    #[test]
    fn records_say_the_same(dice in prop::collection::vec(any::<u8>(), 61..200), composed in any::<bool>()) {
        let anew = |line: &str| {
            let mut json: Json = serde_json::from_str(line).unwrap();
            set_words(&mut json, "", &dice, composed);
            json.to_string()
        };
        let set: Vec<String> = RECORDS.lines().map(anew).collect();
        let (as_given, as_set) = (told_by_records(RECORDS), told_by_records(&set.join("\n")));
        prop_assert!(as_given.1.iter().any(|r| r.starts_with("conflicts")));
        prop_assert!(as_given.0 == as_set.0, "{}", first_difference(&as_given.0, &as_set.0));
        prop_assert!(as_given.1 == as_set.1, "{}", first_difference(&as_given.1, &as_set.1));
    }
}

proptest! {
    /// Plain text is plain, and each of its places leads to a place of the text as given whose plain form it is.
    #[test]
    fn plain_once_is_plain_twice(text in "([A-Za-z]{1,9}[ ,.]|[\u{ad}\u{200b}\u{301}\u{308}é’“”\t\r\n\u{a0}２５ﬁ‑]|\\PC){0,60}") {
        let plain = Plain::of(&text);
        let again = Plain::of(plain.text());
        // What stands in a line has other widths when it is set plainly, and so other lines may be told to go on.
        let seen = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(seen(again.text()), seen(plain.text()));
        prop_assert!(plain.text().contains('\n') || again.text() == plain.text());
        let all: Vec<(usize, char)> = plain.text().char_indices().collect();
        let mut end = 0;
        for (at, c) in &all {
            let given = plain.given(Span::new(*at, at + c.len_utf8()));
            prop_assert!(text.get(given.start..given.end).is_some() && given.start <= given.end, "{given:?} in {text:?}");
            prop_assert!(given.end >= end);
            end = given.end;
        }
        for pair in all.windows(2) {
            let [(from, _), (to, c)] = pair else { continue };
            let span = Span::new(*from, to + c.len_utf8());
            prop_assert!(plain.given(span).end >= plain.given(Span::new(*from, *to)).end);
        }
    }

    /// What stands in a plain text without changes is found where it stands.
    #[test]
    fn words_lead_to_themselves(before in "[\u{ad}’é \u{200b}]{0,9}", word in "[a-z]{3,9}", behind in "[\u{ad}”é \u{200b}]{0,9}") {
        let text = format!("{before}{word}{behind}");
        let plain = Plain::of(&text);
        let at = plain.text().find(&word).unwrap();
        prop_assert_eq!(plain.given(Span::new(at, at + word.len())).of(&text), word);
    }
}
