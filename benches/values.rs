//! The value layer alone: words per second of reading times and quantities, on one core, and what it allocates.
//!
//! The text is that of `benches/annotate.rs`, cut into sentences and tokens beforehand. `without_a_value` reads only the sentences in
//! which nothing is found, with buffers that are kept: it allocates nothing, as the column `alloc` shows, and ends with an error if it did.

use std::path::Path;

use claimgraph::jiff::civil::date;
use claimgraph::normalize::{Context, quantities, times};
use claimgraph::text::{Token, sentences, tokens};
use divan::AllocProfiler;
use divan::counter::ItemsCount;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

struct Text {
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<std::ops::Range<usize>>,
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.flatten().flat_map(|e| if e.path().is_dir() { files(&e.path()) } else { vec![e.path()] }).collect()
}

fn texts() -> Vec<Text> {
    let mut paths = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).ok()?;
        let tokens = tokens(&text);
        let sentences = sentences(&text, &tokens).into_iter().map(|s| s.tokens).collect();
        Some(Text { text, tokens, sentences })
    };
    paths.iter().filter_map(read).collect()
}

fn words(text: &Text, sentence: &std::ops::Range<usize>) -> usize {
    text.text[text.tokens[sentence.start].span.start..text.tokens[sentence.end - 1].span.end].split_whitespace().count()
}

fn context() -> Context {
    Context::published(date(2025, 6, 10))
}

#[divan::bench]
fn every_sentence(bencher: divan::Bencher<'_, '_>) {
    let texts = texts();
    let all: usize = texts.iter().flat_map(|t| t.sentences.iter().map(move |s| words(t, s))).sum();
    let (mut found, mut counted) = (Vec::new(), Vec::new());
    bencher.counter(ItemsCount::new(all)).bench_local(|| {
        for text in &texts {
            for sentence in &text.sentences {
                found.clear();
                counted.clear();
                times(&text.text, &text.tokens, sentence.clone(), &context(), &mut found);
                quantities(&text.text, &text.tokens, sentence.clone(), &found, &mut counted);
            }
        }
    });
}

#[divan::bench]
fn without_a_value(bencher: divan::Bencher<'_, '_>) {
    let texts = texts();
    let (mut found, mut counted) = (Vec::new(), Vec::new());
    let mut plain: Vec<(&Text, std::ops::Range<usize>)> = Vec::new();
    for text in &texts {
        for sentence in &text.sentences {
            found.clear();
            counted.clear();
            times(&text.text, &text.tokens, sentence.clone(), &context(), &mut found);
            quantities(&text.text, &text.tokens, sentence.clone(), &found, &mut counted);
            if found.is_empty() && counted.is_empty() {
                plain.push((text, sentence.clone()));
            }
        }
    }
    let all: usize = plain.iter().map(|(t, s)| words(t, s)).sum();
    let (mut found, mut counted) = (Vec::new(), Vec::new());
    bencher.counter(ItemsCount::new(all)).bench_local(|| {
        for (text, sentence) in &plain {
            times(&text.text, &text.tokens, sentence.clone(), &context(), &mut found);
            quantities(&text.text, &text.tokens, sentence.clone(), &found, &mut counted);
        }
    });
    assert!(found.capacity() == 0 && counted.capacity() == 0, "a sentence without a value gave one");
}
