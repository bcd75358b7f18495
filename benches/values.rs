//! The value layer alone: words per second of reading times and quantities, on one core, and what it allocates.
//!
//! The text is that of `benches/annotate.rs`, cut into sentences and tokens beforehand. `without_a_value` reads only the sentences in
//! which nothing is found, with buffers that are kept: it allocates nothing, as the column `alloc` shows, and ends with an error if it did.

mod stories;

use std::ops::Range;

use claimgraph::jiff::civil::date;
use claimgraph::normalize::{Context, QuantitySpan, TimeSpan, quantities, times};
use claimgraph::text::{Token, sentences, tokens};
use divan::AllocProfiler;
use divan::counter::ItemsCount;
use stories::stories;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

struct Text {
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
}

fn texts() -> Vec<Text> {
    let read = |text: String| {
        let tokens = tokens(&text);
        let sentences = sentences(&text, &tokens).into_iter().map(|s| s.tokens).collect();
        Text { text, tokens, sentences }
    };
    stories().into_iter().map(read).collect()
}

fn words(text: &Text, sentence: &Range<usize>) -> usize {
    text.text[text.tokens[sentence.start].span.start..text.tokens[sentence.end - 1].span.end].split_whitespace().count()
}

/// Both lists are kept from sentence to sentence, and hold what the last one said.
#[derive(Default)]
struct Found {
    times: Vec<TimeSpan>,
    quantities: Vec<QuantitySpan>,
}

impl Found {
    fn read(&mut self, text: &Text, sentence: &Range<usize>) {
        let context = Context::published(date(2025, 6, 10));
        self.times.clear();
        self.quantities.clear();
        times(&text.text, &text.tokens, sentence.clone(), &context, &mut self.times);
        quantities(&text.text, &text.tokens, sentence.clone(), &self.times, &mut self.quantities);
    }
}

#[divan::bench]
fn every_sentence(bencher: divan::Bencher<'_, '_>) {
    let texts = texts();
    let all: usize = texts.iter().flat_map(|t| t.sentences.iter().map(move |s| words(t, s))).sum();
    let mut found = Found::default();
    bencher.counter(ItemsCount::new(all)).bench_local(|| {
        for text in &texts {
            text.sentences.iter().for_each(|sentence| found.read(text, sentence));
        }
    });
}

#[divan::bench]
fn without_a_value(bencher: divan::Bencher<'_, '_>) {
    let texts = texts();
    let mut found = Found::default();
    let mut plain: Vec<(&Text, &Range<usize>)> = Vec::new();
    for text in &texts {
        for sentence in &text.sentences {
            found.read(text, sentence);
            if found.times.is_empty() && found.quantities.is_empty() {
                plain.push((text, sentence));
            }
        }
    }
    let all: usize = plain.iter().map(|(t, s)| words(t, s)).sum();
    let mut found = Found::default();
    bencher.counter(ItemsCount::new(all)).bench_local(|| plain.iter().for_each(|(text, sentence)| found.read(text, sentence)));
    assert!(found.times.capacity() == 0 && found.quantities.capacity() == 0, "a sentence without a value gave one");
}
