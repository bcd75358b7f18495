//! An extractor of one's own: anything that turns an article into claims can stand where the English reader stands.
//!
//! This one reads a table of match results, "Home 2-1 Away", a line each. Quotes are checked by the pipeline, so an
//! extractor cannot make up its evidence.
//!
//! `cargo run --example own_extractor`

use std::sync::Arc;

use claimgraph::Reconciler;
use claimgraph::claim::{Claim, Event, Extraction, Extractor};
use claimgraph::corpus::{Article, Quote};
use claimgraph::id::ArticleId;
use claimgraph::text::{CharIndex, Span};
use claimgraph::value::{Normalized, Number, Quantity, Value};

struct Results;

impl Extractor for Results {
    fn extract(&self, id: &ArticleId, article: &Article) -> Extraction {
        let text = article.text.as_deref().unwrap_or("");
        let index = CharIndex::new(text);
        let mut claims = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(start, start + line.trim_end().len());
            start += line.len();
            let Some((home, goals, away)) = parse(line.trim()) else { continue };
            let event = Arc::new(Event::new("match").with_role(home, "home").with_role(away, "away"));
            let value = Normalized::new(line.trim(), Value::Quantity(Quantity::new(Number::from_int(goals), "goal")));
            let claim = Claim::new(id.clone(), event, "home-goals", value);
            claims.extend(Quote::at(text, &index, span).map(|quote| claim.quoted(quote)));
        }
        Extraction { claims, ..Extraction::default() }
    }
}

fn parse(line: &str) -> Option<(&str, i64, &str)> {
    let (before, after) = line.split_once('-')?;
    let (home, goals) = before.rsplit_once(' ')?;
    let (_, away) = after.split_once(' ')?;
    Some((home, goals.parse().ok()?, away))
}

fn main() {
    let mut reconciler = Reconciler::with_extractor(Results);
    reconciler
        .add(Article::new("evening-paper").publisher("Evening Paper").text("Northmoor Rovers 2-1 Easthaven\nWick Athletic 0-0 Southby\n"))
        .add(Article::new("radio").publisher("Radio Moor").text("Northmoor Rovers 3-1 Easthaven\nWick Athletic 0-0 Southby\n"));
    let graph = reconciler.reconcile();

    for relation in graph.relations() {
        println!("{relation}");
    }
    assert_eq!(graph.conflicts().count(), 1, "two goals or three");
}
