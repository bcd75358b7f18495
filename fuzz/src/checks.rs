//! What must hold for any bytes at all. The fuzz targets and `tests/fuzz_corpus.rs` call the same functions.
#![allow(dead_code, missing_docs, unreachable_pub, reason = "each target takes in the file, and calls some of it")]

use std::ops::Range;

use claimgraph::claim::Record;
use claimgraph::corpus::{Article, Published};
use claimgraph::english::{English, annotate};
use claimgraph::export;
use claimgraph::id::ArticleId;
use claimgraph::ingest;
use claimgraph::jiff::civil::{Date, date};
use claimgraph::normalize::{Context, Tense, TimeValue, ages, publication_date, quantities, times, value};
use claimgraph::pipeline::Reconciler;
use claimgraph::text::{CharIndex, Plain, Token, sentences, tokens};
use claimgraph::value::{Outcome, Value, ValueRecord, compare};

/// Every record is read or rejected with a reason, and what is read gives a graph that loads back to the same bytes.
pub fn records(data: &[u8]) {
    let mut reconciler = Reconciler::new();
    for name in ["a.ndjson", "a.json", "-"] {
        for read in ingest::read(name, data) {
            match read {
                Ok((record, location)) => drop(reconciler.add_from(record, location)),
                Err(rejected) => {
                    assert!(!rejected.reason.is_empty() && !rejected.reason.ends_with('.'), "{rejected:?}");
                    reconciler.reject(rejected);
                }
            }
        }
    }
    let mut saved = Vec::new();
    export::json(&reconciler.reconcile(), &mut saved).expect("memory can be written");
    saved_result(&saved);
    assert!(export::load(&saved).is_ok());
}

/// One file is one article or one rejection, and its text is the end of the file as given. Behind an article stand the dates that
/// cannot be read.
pub fn front_matter(data: &[u8]) {
    let read = ingest::read("a.md", data);
    assert!(read.iter().skip(1).all(Result::is_err) && (read.len() == 1 || read.first().is_some_and(Result::is_ok)));
    if let Some(Ok((Record::Article(article), location))) = read.first() {
        let text = article.text.as_deref().expect("a text file gives a text");
        assert!(data.ends_with(text.as_bytes()));
        let before = &data[..data.len() - text.len()];
        let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
        assert_eq!(u64::try_from(line), Ok(location.line));
    }
}

/// What loads is written the same way twice.
pub fn saved_result(data: &[u8]) {
    let Ok(graph) = export::load(data) else { return };
    let write = |graph: &claimgraph::graph::ClaimGraph| {
        let (mut json, mut lines, mut dot) = (Vec::new(), Vec::new(), Vec::new());
        export::json(graph, &mut json).expect("memory can be written");
        export::ndjson(graph, &mut lines).expect("memory can be written");
        export::dot(graph, &mut dot).expect("memory can be written");
        (json, lines)
    };
    let (json, lines) = write(&graph);
    let again = export::load(&json).expect("what was written loads");
    assert!(write(&again) == (json, lines.clone()));
    let from_lines = export::load(&lines).expect("what was written loads");
    assert!(write(&from_lines).1 == lines);
}

/// Tokens, sentences and expressions lie in the text, in order, on character boundaries; offsets go there and back. What the
/// reader of English takes from it gives a graph that loads back to the same bytes, and every quote stands where it says.
pub fn text(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        let (tokens, index) = (tokens(text), CharIndex::new(text));
        let mut end = 0;
        for token in &tokens {
            assert!(token.span.start >= end && !token.span.of(text).is_empty());
            end = token.span.end;
            assert_eq!(index.byte_offset(text, index.char_offset(text, end)), Some(end));
        }
        let mut end = 0;
        for sentence in sentences(text, &tokens) {
            assert!(sentence.span.start >= end && !sentence.span.of(text).is_empty());
            end = sentence.span.end;
            expressions(text, &tokens, sentence.tokens);
        }
        values(text);
    }
    articles(data);
}

/// Days at which a calendar can break, and one of our own.
const DAYS: [Date; 4] = [date(1, 1, 1), date(2031, 5, 7), date(2032, 2, 29), date(9999, 12, 31)];

/// The contexts that a sentence is read in: no day, each of the days under each tense, and a story long before.
fn contexts() -> impl Iterator<Item = Context> {
    let tenses = [Tense::Past, Tense::Future, Tense::Unknown];
    let dated = DAYS.into_iter().flat_map(move |day| tenses.map(|tense| Context::published(day).tense(tense)));
    let story = [Context::published(DAYS[3]).anchored(DAYS[1]), Context::published(DAYS[1]).anchored(DAYS[3])];
    dated.chain([Context::default()]).chain(story)
}

/// Times and quantities of one sentence: in order, without overlap, and each value reads back.
fn expressions(text: &str, tokens: &[Token], range: Range<usize>) {
    // A fifth of the contexts for each sentence: which ones follows from where it ends.
    for context in contexts().skip(range.end % 5).step_by(5) {
        let (mut found, mut counted) = (Vec::new(), Vec::new());
        times(text, tokens, range.clone(), &context, &mut found);
        quantities(text, tokens, range.clone(), &found, &mut counted);
        ages(text, tokens, range.clone(), &mut counted);
        for pair in found.windows(2) {
            assert!(pair[0].tokens.end <= pair[1].tokens.start);
        }
        for time in &found {
            assert!(!time.span.of(text).is_empty() && time.tokens.start >= range.start && time.tokens.end <= range.end);
            match &time.value {
                TimeValue::Time(time) => reads_back(&Value::Time(*time)),
                TimeValue::Duration(length) => reads_back(&Value::Duration(length.clone())),
                TimeValue::Length(_) | TimeValue::Set(_) => {}
            }
        }
        for quantity in &counted {
            assert!(!quantity.span.of(text).is_empty() && quantity.tokens.end <= range.end);
            reads_back(&Value::Quantity(quantity.value.clone()));
        }
    }
}

/// Law 5, for a value that was read from words: its record gives an equal value, and the same text again.
fn reads_back(value: &Value) {
    let record = ValueRecord::of(value, "");
    let again = record.value().unwrap_or_else(|e| panic!("{value:?}: {e}"));
    assert_eq!(compare(value, &again).outcome, Outcome::Equal, "{value:?} read back as {again:?}");
    assert_eq!(again.canonical(), record.canonical);
}

/// The first lines as the value of every kind of attribute, and as a date of publication.
fn values(text: &str) {
    let lines = text.lines().filter(|l| l.len() <= 400).take(3);
    for line in lines {
        for attribute in ["time", "duration", "first-since", "place", "status", "occurrence", "quotation", "killed", "age", "cost", "rank"]
        {
            let context = Context::published(DAYS[1]);
            let read = value(&attribute.into(), line, &context).value;
            reads_back(&read);
        }
    }
    let _ = publication_date(text);
}

/// What the reader marks lies in the text, on character boundaries.
fn spans(id: &ArticleId, article: &Article) {
    let (text, found) = (article.text.as_deref().unwrap_or(""), annotate(id, article));
    let words = found.analysis.words().iter().map(|w| &w.span);
    let parts = found.predications.iter().flat_map(|p| p.participants.iter().map(|a| &a.span).chain([&p.trigger]));
    for span in found.sentences.iter().chain(words).chain(parts).chain(found.events.iter().map(|e| &e.trigger)) {
        assert!(text.get(span.start..span.end).is_some_and(|t| !t.is_empty()));
    }
}

/// The bytes as articles of two papers, read, reconciled, saved, and loaded.
fn articles(data: &[u8]) {
    let mut reconciler = Reconciler::with_extractor(English);
    let mut texts = Vec::new();
    for (publisher, day) in [("The Quay", DAYS[1]), ("Echo", date(2031, 5, 9))] {
        for read in ingest::read("a.txt", data) {
            let Ok((Record::Article(mut article), location)) = read else { continue };
            article.publisher = Some(publisher.to_owned());
            article.published = Some(Published::on(day));
            let id = article.derive_id();
            let text = article.text.clone().unwrap_or_default();
            if texts.is_empty() {
                spans(&id, &article);
            }
            texts.push((id, text));
            reconciler.add_from(*article, location);
        }
    }
    let graph = reconciler.reconcile();
    for claim in graph.claims() {
        let quote = claim.quote().expect("the reader quotes");
        let (_, text) = texts.iter().find(|t| t.0 == claim.article().id).expect("its article was read");
        assert_eq!(text.get(quote.span.start..quote.span.end), Some(&*quote.exact));
        assert_eq!(text.chars().skip(quote.start).take(quote.end - quote.start).collect::<String>(), *quote.exact);
        let seen = Plain::of(&quote.exact).text().chars().count();
        assert!(seen <= 450 && quote.end - quote.start <= 900, "a quote of {seen} characters");
    }
    // An article that is no English, and a claim that no quote holds, are told and lose nothing else.
    let told =
        |r: &claimgraph::claim::Rejected| r.reason.contains("was not read") || r.code == claimgraph::claim::RejectionCode::QuoteTooLong;
    assert!(graph.rejected().iter().all(told), "{:?}", graph.rejected());
    let mut saved = Vec::new();
    export::json(&graph, &mut saved).expect("memory can be written");
    let loaded = export::load(&saved).unwrap_or_else(|e| panic!("{e}"));
    let mut again = Vec::new();
    export::json(&loaded, &mut again).expect("memory can be written");
    assert!(saved == again);
}
