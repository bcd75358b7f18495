//! How much of each article was read, and how much of that other articles tell as well.

use std::io;

use claimgraph::graph::{ArticleNode, ClaimGraph};

use super::sections::Report;
use super::words;
use crate::input::{Read, Texts};

/// How many articles are told of: a line each.
const ARTICLES: usize = 40;

/// What there is of one article.
#[derive(Clone, Copy, Default)]
struct Share {
    claims: usize,
    /// Claims of facts that another article tells of too: what can be compared.
    met: usize,
}

/// Of each article, by index. O(n) in the claims.
fn shares(graph: &ClaimGraph) -> Vec<Share> {
    let mut shares = vec![Share::default(); graph.articles().len()];
    for fact in graph.facts() {
        let mut articles = fact.claims().map(|c| c.node().article);
        let first = articles.next();
        let met = usize::from(articles.any(|a| Some(a) != first));
        for claim in fact.claims() {
            let share = &mut shares[claim.node().article.at()];
            share.claims += 1;
            share.met += met;
        }
    }
    shares
}

impl Report<'_> {
    /// A line an article, in the order of publication: what was read of it, and how much of that another tells of as well.
    pub(super) fn read(&mut self) -> io::Result<()> {
        let articles = self.graph.articles();
        if articles.is_empty() {
            return Ok(());
        }
        self.title("Articles", articles.len())?;
        self.line("")?;
        let mut lines: Vec<(&ArticleNode, String)> = articles.iter().zip(lines(self.graph, self.texts)).collect();
        lines.sort_by_key(|(node, _)| (words::published(node), &node.id));
        for (node, line) in &lines[..self.shown(lines.len(), ARTICLES)] {
            let line = format!("{}: {line}", words::article(node));
            self.wrapped(&line, "  ", "      ")?;
        }
        self.more(articles.len(), ARTICLES)
    }
}

/// How much of each article was read, in their order.
pub(crate) fn lines(graph: &ClaimGraph, texts: &Texts) -> Vec<String> {
    graph.articles().iter().zip(shares(graph)).map(|(node, share)| line(texts, node, share)).collect()
}

/// "14 sentences, 22 claims, 9 comparable"
fn line(texts: &Texts, node: &ArticleNode, share: Share) -> String {
    let read = match texts.get(&node.id).and_then(|source| source.read.as_ref()) {
        Some(Read::Sentences(n)) => Some(words::count(*n, "sentence")),
        Some(Read::Nothing(why)) => Some(format!("not read: {}", super::clean(why))),
        None => None,
    };
    let met = (share.claims > 0).then(|| match share.met {
        0 => "none comparable".to_owned(),
        met => format!("{met} comparable"),
    });
    let claims = words::count(share.claims, "claim");
    read.into_iter().chain([claims]).chain(met).collect::<Vec<_>>().join(", ")
}
