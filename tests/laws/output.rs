//! Whatever stands in a text, a name or an id: every format is well-formed, and nothing that is meant for people breaks its line, moves a
//! cursor or turns a direction.

use std::collections::{BTreeMap, BTreeSet};

use claimgraph::claim::{Claim, ClaimRecord, Decision, EntityRecord, Event, Location, Record, Rejected, Scope, Verdict};
use claimgraph::corpus::Article;
use claimgraph::english;
use claimgraph::export;
use claimgraph::graph::ClaimGraph;
use claimgraph::id::ArticleId;
use claimgraph::pipeline::Reconciler;
use claimgraph::text::{clean, shown};
use claimgraph::value::{Normalized, Number, Place, Quantity, Value};
use jiff::civil::date;
use proptest::prelude::*;

/// What a reader of a format, or a terminal, may take for its own.
const NASTY: [&str; 24] = [
    "\"",
    "\\",
    "\\N",
    "\\G\\l",
    "a\\",
    "\n",
    "\r\n",
    "\u{1b}[31m",
    "\0",
    "\u{7f}",
    "\u{85}",
    "\u{9b}2J",
    "\u{2028}",
    "\u{2029}",
    "\u{202E}",
    "\u{2066}",
    "<b>",
    "&lt;",
    "&#10;",
    "}",
    "]; x -> y",
    "/*",
    "#",
    "\u{FEFF}",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(&NASTY[..]).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        2 => "[a-z]{1,8}",
        1 => Just("long ".repeat(40)),
    ];
    // What is blank is refused, and of that other laws speak.
    ("[a-z]", prop::collection::vec(piece, 0..6)).prop_map(|(first, rest)| first + &rest.concat())
}

/// Two articles of one event and what is said of it, each text any text.
fn batch() -> impl Strategy<Value = Vec<(Record, Location)>> {
    prop::collection::vec(text(), 24).prop_map(|t| {
        let word = |i: usize| t[i].as_str();
        let article = |id: &str, day: i8, i: usize| {
            Article::new(id)
                .title(word(i))
                .publisher(word(i + 1))
                .agency(word(i + 2))
                .url(word(i + 3))
                .language(word(i + 4))
                .published(date(2031, 5, day))
        };
        let (one, two) = (format!("1{}", word(0)), format!("2{}", word(0)));
        let event = Event::new(word(1)).with(word(2)).with_role(word(3), word(4)).place(Place::new(word(5))).at(date(2031, 5, 4));
        let people = |n| Normalized::new(word(6), Value::Quantity(Quantity::new(Number::from_int(n), word(7))));
        let words = |s: &str| Normalized::new(s, Value::Text(s.into()));
        let (a, b) = (format!("c{}", word(8)), format!("d{}", word(8)));
        let records: Vec<Record> = vec![
            article(&one, 5, 9).into(),
            article(&two, 6, 10).into(),
            Claim::new(&*one, &event, "killed", people(12)).id(&*a).attributed_to(word(15)).of(word(16)).into(),
            Claim::new(&*two, &event, "killed", people(19))
                .id(&*b)
                .scope(Scope::new().place(word(17)).institution(word(18)))
                .of(word(16))
                .into(),
            Claim::new(&*one, &event, word(19), words(word(20))).subject(word(2)).into(),
            Claim::new(&*two, &event, word(19), words(word(21))).subject(word(2)).into(),
            Claim::new("nobody", &event, "killed", people(1)).into(),
            ClaimRecord::new(&*one, event.clone(), "killed", word(22)).quote(word(23)).into(),
            EntityRecord::new(word(22), word(2)).into(),
            Decision::on_claims(&*a, &*b, Verdict::Conflicts, word(20)).because(word(21)).at(word(22)).into(),
            Decision::on_claims(&*a, word(23), Verdict::Conflicts, word(20)).into(),
        ];
        records.into_iter().map(|r| (r, Location { file: word(14).into(), line: 3 })).collect()
    })
}

fn graph_of(records: Vec<(Record, Location)>) -> ClaimGraph {
    let mut reconciler = Reconciler::new();
    for (record, at) in records {
        reconciler.add_from(record, at);
    }
    reconciler.reconcile()
}

fn is_clean(text: &str) -> bool {
    text.chars().all(|c| shown(c) == Some(c))
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A token of DOT. Of a quoted string, what Graphviz's scanner hands on: `\"` is a quotation mark, every other backslash stays.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Id(String),
    Quoted(String),
    Sign(&'static str),
}

/// The tokens of a text in DOT, as graphviz.org's grammar has them; less than that, since nothing here may need it: no comments, no HTML,
/// no concatenation.
fn tokens(mut rest: &str) -> Vec<Token> {
    let mut all = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\n']);
        let Some(c) = rest.chars().next() else { return all };
        if let Some(sign) = ["->", "{", "}", "[", "]", "=", ";", ","].into_iter().find(|s| rest.starts_with(s)) {
            all.push(Token::Sign(sign));
            rest = &rest[sign.len()..];
        } else if c == '"' {
            let mut string = String::new();
            let mut chars = rest.char_indices().skip(1).peekable();
            let end = loop {
                match chars.next().expect("a string ends") {
                    (i, '"') => break i + 1,
                    (_, '\\') if matches!(chars.peek(), Some((_, '"'))) => string.push(chars.next().unwrap().1),
                    // A pair of backslashes stays one: the second does not escape what follows.
                    (_, '\\') if matches!(chars.peek(), Some((_, '\\'))) => {
                        chars.next();
                        string.push_str("\\\\");
                    }
                    (_, c) => {
                        assert!(!c.is_control(), "{c:?} in a string");
                        string.push(c);
                    }
                }
            };
            all.push(Token::Quoted(string));
            rest = &rest[end..];
        } else {
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
            assert!(end > 0, "{c:?} begins no token");
            all.push(Token::Id(rest[..end].to_owned()));
            rest = &rest[end..];
        }
    }
}

/// What a label shows: its lines, escapes undone. The only escapes are `\\` and, between lines, `\n`; the only entity is `&amp;`.
fn shown_lines(label: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut rest = label;
    while let Some(c) = rest.chars().next() {
        let taken = match rest {
            r if r.starts_with("\\\\") => (2, "\\"),
            r if r.starts_with("\\n") => {
                lines.push(String::new());
                (2, "")
            }
            r if r.starts_with("&amp;") => (5, "&"),
            r => {
                assert!(c != '\\' && c != '&', "{r:?} begins an escape");
                (c.len_utf8(), &r[..c.len_utf8()])
            }
        };
        lines.last_mut().unwrap().push_str(taken.1);
        rest = &rest[taken.0..];
    }
    lines
}

#[derive(Debug, Default)]
struct Drawing {
    nodes: BTreeMap<String, String>,
    edges: Vec<(String, String)>,
    labels: Vec<String>,
}

/// `digraph ID { statements }`.
struct Parser {
    tokens: Vec<Token>,
    at: usize,
    drawing: Drawing,
}

impl Parser {
    fn next(&mut self) -> Token {
        self.at += 1;
        self.tokens[self.at - 1].clone()
    }

    fn is(&self, sign: &str) -> bool {
        matches!(self.tokens.get(self.at), Some(Token::Sign(s)) if *s == sign)
    }

    fn take(&mut self, sign: &str) {
        assert!(self.is(sign), "{sign} where {:?} stands", self.tokens.get(self.at));
        self.at += 1;
    }

    fn id(&mut self) -> String {
        match self.next() {
            Token::Id(text) | Token::Quoted(text) => text,
            Token::Sign(sign) => panic!("{sign} is no name"),
        }
    }

    /// `[a=b, c=d]`: the label among them.
    fn attributes(&mut self) -> Option<String> {
        let mut label = None;
        if self.is("[") {
            self.take("[");
            while !self.is("]") {
                let name = self.id();
                self.take("=");
                let value = self.id();
                label = if name == "label" { Some(value) } else { label };
                if self.is(",") || self.is(";") {
                    self.at += 1;
                }
            }
            self.take("]");
        }
        label
    }

    fn statements(&mut self) {
        self.take("{");
        while !self.is("}") {
            let keyword = matches!(&self.tokens[self.at], Token::Id(_));
            let name = self.id();
            if keyword && name == "subgraph" {
                self.id();
                self.statements();
            } else if self.is("=") {
                self.take("=");
                let value = self.id();
                self.drawing.labels.extend((name == "label").then_some(value));
            } else if self.is("->") {
                self.take("->");
                let target = self.id();
                let label = self.attributes();
                self.drawing.labels.extend(label);
                self.drawing.edges.push((name, target));
            } else {
                let label = self.attributes();
                if !(keyword && ["graph", "node", "edge"].contains(&&*name)) {
                    let before = self.drawing.nodes.insert(name, label.expect("a node has a label"));
                    assert_eq!(before, None);
                }
            }
            if self.is(";") {
                self.at += 1;
            }
        }
        self.take("}");
    }
}

fn drawing(dot: &str) -> Drawing {
    let mut parser = Parser { tokens: tokens(dot), at: 0, drawing: Drawing::default() };
    assert_eq!(parser.id(), "digraph");
    parser.id();
    parser.statements();
    assert_eq!(parser.at, parser.tokens.len());
    parser.drawing
}

/// The first characters of a text, as a label shows them.
fn head(text: &str, limit: usize) -> String {
    let text = clean(text);
    let short: String = text.chars().take(limit).collect();
    if short == text { short } else { format!("{short}…") }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn dot_is_dot(records in batch()) {
        let graph = graph_of(records);
        let drawing = drawing(&written(|out| export::dot(&graph, out)));
        prop_assert_eq!(drawing.nodes.len(), graph.claims().len());
        prop_assert_eq!(drawing.edges.len(), graph.relations().len());
        prop_assert!(drawing.edges.iter().all(|(a, b)| drawing.nodes.contains_key(a) && drawing.nodes.contains_key(b)));
        let labels: BTreeSet<Vec<String>> = drawing.nodes.values().map(|l| shown_lines(l)).collect();
        let wanted = |c: claimgraph::graph::ClaimRef<'_>| {
            let subject = c.subject().map_or_else(String::new, |s| format!(" of {}", head(&s.name, 32)));
            vec![
                format!("{}{subject}", head(c.attribute().as_str(), 64)),
                head(&c.value().to_string(), 32),
                head(c.article().article.publisher.as_deref().unwrap(), 32),
            ]
        };
        prop_assert_eq!(labels, graph.claims().map(wanted).collect::<BTreeSet<_>>());
        prop_assert!(drawing.labels.iter().all(|l| shown_lines(l).len() == 1));
    }

    #[test]
    fn json_is_json(records in batch()) {
        let graph = graph_of(records);
        let json: serde_json::Value = serde_json::from_str(&written(|out| export::json(&graph, out))).unwrap();
        let ids: Vec<&str> = json["claims"].as_array().unwrap().iter().map(|c| c["id"].as_str().unwrap()).collect();
        prop_assert_eq!(ids, graph.claims().map(|c| c.id().as_str()).collect::<Vec<_>>());
        let publishers: Vec<&str> = json["articles"].as_array().unwrap().iter().map(|a| a["publisher"].as_str().unwrap()).collect();
        prop_assert_eq!(publishers, graph.articles().iter().map(|a| a.article.publisher.as_deref().unwrap()).collect::<Vec<_>>());
        let lines = written(|out| export::ndjson(&graph, out));
        for line in lines.split('\n').filter(|l| !l.is_empty()) {
            let element: serde_json::Value = serde_json::from_str(line).unwrap();
            prop_assert!(element["record"].is_string());
        }
        for bytes in [written(|out| export::json(&graph, out)), lines] {
            prop_assert_eq!(format!("{:?}", export::load(bytes.as_bytes()).unwrap().parts().claims), format!("{:?}", graph.parts().claims));
        }
    }

    #[test]
    fn an_annotation_is_one_line_of_json(id in text(), words in prop::collection::vec(text(), 1..20)) {
        let text = format!("Ada Okafor met Ivo Brandt in Porto on 4 May 2031. {} They talked for three hours.", words.join(" "));
        let article = Article::new(&*id).text(text.as_str()).published(date(2031, 5, 5));
        let id = ArticleId::new(id.as_str());
        let annotation = english::annotate(&id, &article);
        let line = written(|out| export::annotation(&id, &text, &annotation, true, out));
        prop_assert_eq!(line.matches('\n').count(), 1);
        let read: serde_json::Value = serde_json::from_str(&line).unwrap();
        prop_assert_eq!(read["id"].as_str(), Some(id.as_str()));
        let (annotation, account) = english::explained(&id, &article);
        let line = written(|out| export::account(&id, &text, &annotation, &account, out));
        prop_assert_eq!(line.matches('\n').count(), 1);
        let told: serde_json::Value = serde_json::from_str(&line).unwrap();
        let claims = told["lines"].as_array().unwrap().iter().flat_map(|l| l["values"].as_array().unwrap()).filter(|v| v["claim"].is_string());
        prop_assert!(claims.count() > 0 || annotation.extraction.unread.is_some());
    }

    #[test]
    fn what_people_read_is_clean(records in batch()) {
        let graph = graph_of(records);
        for relation in graph.relations() {
            prop_assert!(is_clean(&relation.to_string()) && is_clean(&relation.why()), "{:?}", relation);
        }
        for line in graph.facts().map(|f| f.to_string()).chain(graph.claims().map(|c| c.to_string())).chain(graph.events().map(|e| e.to_string())) {
            prop_assert!(is_clean(&line), "{:?}", line);
        }
        for rejected in graph.rejected() {
            prop_assert!(is_clean(&rejected.to_string()) && is_clean(&rejected.reason), "{:?}", rejected);
        }
        for decided in graph.parts().decisions.iter() {
            prop_assert!(decided.refused.as_deref().is_none_or(is_clean), "{:?}", decided);
        }
        for (a, b) in graph.claims().zip(graph.claims().skip(1)) {
            let tree = graph.explain(a.id(), b.id());
            let mut nodes = vec![&tree];
            let mut count = 0;
            while let Some(node) = nodes.pop() {
                prop_assert!(is_clean(&node.text), "{:?}", node.text);
                nodes.extend(&node.children);
                count += 1;
            }
            prop_assert_eq!(tree.to_string().lines().count(), count);
            prop_assert!(tree.to_string().lines().all(is_clean));
        }
    }

    /// What does not load says so in one clean line.
    #[test]
    fn errors_are_clean(nasty in text()) {
        let quoted = serde_json::to_string(&nasty).unwrap();
        let results = [
            format!("{{\"schema_version\":1,\"articles\":[{{\"id\":{quoted}}},{{\"id\":{quoted}}}]}}"),
            format!("{{\"schema_version\":1,\"claims\":[{{\"id\":{quoted},\"article\":{quoted}}}]}}"),
            format!("{{\"schema_version\":1,{quoted}:1,\"facts\":{quoted}}}"),
            format!("{{\"record\":{quoted}}}"),
            nasty.clone(),
        ];
        for result in results {
            if let Err(error) = export::load(result.as_bytes()) {
                prop_assert!(is_clean(&error.to_string()), "{:?}", error.to_string());
            }
        }
        for file in [format!("[[attribute]]\nname = {quoted}\ncardinality = {quoted}"), nasty.clone(), format!("{quoted} = 1")] {
            if let Err(error) = claimgraph::ontology::Ontology::parse(&file) {
                prop_assert!(is_clean(&error.to_string()), "{:?}", error.to_string());
            }
        }
        let rejected = Rejected::in_file(Some(nasty.as_str().into()), 3, nasty.as_str());
        prop_assert!(is_clean(&rejected.to_string()));
    }
}

#[test]
fn the_oracle_reads_dot() {
    let read = drawing(
        "digraph g { node [shape=box] subgraph \"a\" { label=\"x\\\\\" \"n\\\"\\\\\" [label=\"l\\n&amp;\"] } \"n\\\"\\\\\" -> m [label=\"k\", dir=none] }",
    );
    assert_eq!(read.nodes.keys().collect::<Vec<_>>(), ["n\"\\\\"]);
    assert_eq!(shown_lines(&read.nodes["n\"\\\\"]), ["l", "&"]);
    assert_eq!((read.edges.len(), read.labels), (1, vec!["x\\\\".to_owned(), "k".to_owned()]));
    assert!(std::panic::catch_unwind(|| drawing("digraph g { a [label=\"\\\"] }")).is_err());
}
