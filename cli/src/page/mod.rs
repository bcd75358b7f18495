//! The page: the result as one file of HTML that stands alone, for editors.
//!
//! It is complete without its script, loads nothing and sends nothing: its policy allows one style and one script, known by their
//! hashes. Whatever others wrote is set as text by the template engine, and never as markup. The script filters, moves between disputes
//! and keeps what a reader decides until it is saved as records that `reconcile` reads.

mod fact;
mod lanes;
mod list;
mod near;
mod passage;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::rc::Rc;

use askama::Template;
use claimgraph::graph::{ArticleNode, ClaimGraph, EventRef, FactState};
use claimgraph::id::EventIx;
use claimgraph::relation::Rule;

use crate::input::Texts;
use crate::report::slots::Slots;
use crate::report::{clean, words};

use fact::Pairs;
use lanes::Mark;
use near::NearMiss;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// The hashes of the two, which the policy names; a test holds them.
const STYLE_HASH: &str = "sha256-O7qlVdWCi5G93KzYq02KWb4fqcAHCIUYh3zhjsntVVQ=";
const SCRIPT_HASH: &str = "sha256-uNaBd7okG9/m/pbR3nc0Zx/00Btj1IfVqomtd7WJXiE=";

/// How many entries of a kind the page has, unless all are asked for: a browser lays out some thousand facts in a blink, and some hundred
/// thousand not at all.
const FACTS: usize = 1000;
const NEAR: usize = 500;
const AGREED: usize = 500;
const SINGLE: usize = 500;
const ROWS: usize = 2000;
/// A name or a value is cut behind so many characters.
const NAME: usize = 160;

/// Writes the page on `graph`. Passages are cut from `texts` where the article is there.
pub(crate) fn write(graph: &ClaimGraph, texts: &Texts, all: bool, out: &mut dyn Write) -> io::Result<()> {
    Page::of(graph, texts, all).write_into(out)?;
    out.write_all(b"\n")
}

/// What the page is written from.
#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    graph: &'a ClaimGraph,
    texts: &'a Texts,
    all: bool,
    pairs: Pairs<'a>,
    near: Vec<NearMiss<'a>>,
    /// The near misses that each fact is part of, by the fact's index.
    near_of: BTreeMap<usize, Vec<usize>>,
    slots: Slots,
    publishers: Vec<String>,
    /// The events that were put into words.
    told: RefCell<BTreeMap<EventIx, Rc<str>>>,
    /// The rules that the page names.
    rules: RefCell<BTreeSet<&'static str>>,
}

/// The first entries of a list, and how many there are.
struct Listed<T> {
    shown: Vec<T>,
    of: usize,
    left: usize,
}

impl<T> Listed<T> {
    fn left_out(&self) -> usize {
        self.left
    }
}

impl<'a> Page<'a> {
    fn of(graph: &'a ClaimGraph, texts: &'a Texts, all: bool) -> Self {
        let slots = Slots::of(graph);
        let publishers: BTreeSet<String> = graph.articles().iter().map(publisher).collect();
        let mut page = Self {
            graph,
            texts,
            all,
            pairs: Pairs::of(graph, &slots),
            near: Vec::new(),
            near_of: BTreeMap::new(),
            slots,
            publishers: publishers.into_iter().collect(),
            told: RefCell::default(),
            rules: RefCell::default(),
        };
        page.near = near::ranked(graph);
        for (i, miss) in page.near.iter().enumerate() {
            for fact in miss.facts(&page.slots) {
                page.near_of.entry(fact).or_default().push(i);
            }
        }
        page
    }

    /// The event in words, which are found once: a crowd may be in dispute about many things.
    fn event(&self, event: EventRef<'_>) -> Rc<str> {
        let mut told = self.told.borrow_mut();
        told.entry(event.index()).or_insert_with(|| words::cut(&words::event(event), 2 * NAME).into()).clone()
    }

    /// Notes that a rule is named, so that its page stands at the end.
    fn rule(&self, rule: &'static Rule) -> &'static str {
        self.rules.borrow_mut().insert(rule.code);
        rule.code
    }
}

/// Who publishes an article, else its file, else its id.
fn publisher(article: &ArticleNode) -> String {
    let name = article.article.publisher.as_deref().or(article.file.as_deref()).unwrap_or_else(|| article.id.as_str());
    words::cut(&clean(name), NAME)
}

/// Where an article is found, if that is an address of the web: any other scheme could run something.
fn source_link(article: &ArticleNode) -> Option<String> {
    let url = article.article.url.as_deref()?;
    let scheme = url.split_once("://")?.0;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (web && url.len() < 2000 && url.chars().all(|c| c.is_ascii_graphic())).then(|| url.to_owned())
}
