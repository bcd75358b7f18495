//! What must hold for any bytes at all. The fuzz targets and `tests/fuzz_corpus.rs` call the same functions.
#![allow(dead_code, missing_docs, unreachable_pub)]

use claimgraph::claim::Record;
use claimgraph::export;
use claimgraph::ingest;
use claimgraph::pipeline::Reconciler;
use claimgraph::text::{CharIndex, sentences, tokens};

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

/// One file is one article or one rejection, and its text is the end of the file as given.
pub fn front_matter(data: &[u8]) {
    let read = ingest::read("a.md", data);
    assert_eq!(read.len(), 1);
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

/// Tokens and sentences lie in the text, in order, on character boundaries; offsets go there and back.
pub fn text(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let index = CharIndex::new(text);
    let mut end = 0;
    for token in tokens(text) {
        assert!(token.span.start >= end && !token.span.of(text).is_empty());
        end = token.span.end;
        assert_eq!(index.byte_offset(text, index.char_offset(text, end)), Some(end));
    }
    let mut end = 0;
    for sentence in sentences(text, &tokens(text)) {
        assert!(sentence.span.start >= end && !sentence.span.of(text).is_empty());
        end = sentence.span.end;
    }
}
