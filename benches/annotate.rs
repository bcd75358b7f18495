//! Words per second of reading articles, on one core.
//!
//! The text is this project's own example stories, front matter cut off, read again and again: no two articles of a run are
//! compared. `cargo bench --bench annotate` prints the throughput in items, an item being a word between white space.

mod stories;

use claimgraph::analysis::Analysis;
use claimgraph::corpus::Article;
use claimgraph::english::annotate;
use claimgraph::id::ArticleId;
use claimgraph::jiff::civil::date;
use claimgraph::text::{sentences, tokens};
use divan::counter::ItemsCount;
use stories::stories;

fn main() {
    divan::main();
}

/// The example articles, in the order of their paths.
fn articles() -> Vec<Article> {
    stories()
        .iter()
        .map(|text| {
            let body = text.strip_prefix("---\n").and_then(|t| t.split_once("\n---\n")).map_or(text.as_str(), |(_, body)| body);
            Article::new("a").published(date(2025, 6, 10)).text(body)
        })
        .collect()
}

/// Everything that is found in an article: sentences, names, times, quantities, events, claims.
#[divan::bench]
fn whole_article(bencher: divan::Bencher<'_, '_>) {
    let articles = articles();
    let words: usize = articles.iter().filter_map(|a| a.text.as_deref()).map(|t| t.split_whitespace().count()).sum();
    let id = ArticleId::new("a");
    bencher.counter(ItemsCount::new(words)).bench(|| articles.iter().map(|a| annotate(&id, a).extraction.claims.len()).sum::<usize>());
}

/// Words cut, tagged and parsed, nothing else.
#[divan::bench]
fn words_and_trees(bencher: divan::Bencher<'_, '_>) {
    let texts: Vec<_> = articles().into_iter().filter_map(|a| a.text).collect();
    let words: usize = texts.iter().map(|t| t.split_whitespace().count()).sum();
    let analyse = |text: &str| {
        let tokens = tokens(text);
        Analysis::of(text, &tokens, &sentences(text, &tokens)).words().len()
    };
    bencher.counter(ItemsCount::new(words)).bench(|| texts.iter().map(|t| analyse(t)).sum::<usize>());
}

/// One article of 100,000 words: the time must grow with the words, not with their square.
#[divan::bench]
fn long_article(bencher: divan::Bencher<'_, '_>) {
    let bodies: Vec<_> = articles().into_iter().filter_map(|a| a.text).collect();
    let mut text = String::new();
    let mut words = 0;
    for body in bodies.iter().cycle() {
        text.push_str(body);
        words += body.split_whitespace().count();
        if words > 100_000 {
            break;
        }
    }
    let article = Article::new("a").published(date(2025, 6, 10)).text(text);
    let id = ArticleId::new("a");
    bencher.counter(ItemsCount::new(words)).bench(|| annotate(&id, &article).extraction.claims.len());
}
