//! The report: what the articles agree and disagree on, for people at a terminal.
//!
//! Disputes come first, and what is agreed after all that is not. Conflicts stand side by side, both quotes in place, the way a compiler
//! shows two spans. The renderer is our own: of a paragraph of a thousand characters a window of whole words is shown, and labels,
//! headings and reasons wrap. The crate annotate-snippets (0.12) cuts within words and lets labels, titles and notes run past the last
//! column.

mod account;
mod conflicts;
mod disputes;
mod facts;
mod layout;
pub(crate) mod misses;
pub(crate) mod read;
mod sections;
pub(crate) mod slots;
mod snippet;
mod summary;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod words;

use std::io::{self, Write};

use claimgraph::claim::Rejected;
use claimgraph::graph::ClaimGraph;
use claimgraph::measure::Similarity;
use claimgraph::text::similarity;

use crate::args::Manner;
use crate::input::Texts;
use crate::output::Target;

pub(crate) use account::account;
pub(crate) use conflicts::Conflicts;
pub(crate) use layout::{COLUMNS, clean, wrap};

/// How a report looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// Whether to colour.
    pub(crate) colour: bool,
    /// Whether to list everything.
    pub(crate) all: bool,
    /// The last column.
    pub(crate) columns: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self { colour: false, all: false, columns: COLUMNS }
    }
}

impl Look {
    /// What becomes the target, as the caller wants it.
    pub(crate) fn of(target: &Target, manner: Manner) -> Self {
        Self { colour: target.colour(manner.color), all: false, columns: target.columns(manner.width) }
    }
}

/// Writes the report on `graph`. Lines are quoted from `texts` where the article is there, else from the quotes' own
/// context.
pub(crate) fn write(graph: &ClaimGraph, texts: &Texts, look: Look, out: &mut dyn Write) -> io::Result<()> {
    sections::write(&mut sections::Report {
        graph,
        texts,
        paint: layout::Paint { colour: look.colour },
        columns: look.columns,
        all: look.all,
        out,
        told: Default::default(),
    })
}

/// "file:line: reason"
pub(crate) fn rejected(rejected: &Rejected) -> String {
    let place = match (&rejected.file, rejected.line) {
        (Some(file), 0) => format!("{file}: "),
        (Some(file), line) => format!("{file}:{line}: "),
        (None, _) => String::new(),
    };
    clean(&format!("{place}{}", rejected.reason))
}

/// Of what could have been meant, that which is written most like what was given, as a question to append; nothing where nothing is near it:
/// " (is `CG0515` meant?)"
pub(crate) fn meant<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(given, known).map(|near| format!(" (is `{}` meant?)", clean(near))).unwrap_or_default()
}

fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = given.to_lowercase();
    let (mut best, mut most) = (None, Similarity::saturating(NEAR));
    // An id is no word: of a few of its characters anything would be made.
    for name in known.into_iter().filter(|name| name.len().abs_diff(given.len()) <= LONGER) {
        let alike = similarity(&lower, &name.to_lowercase());
        // Of equals the first, so that the answer does not hang on anything but the list.
        if alike > most {
            (best, most) = (Some(name), alike);
        }
    }
    best
}

/// How like two names are, by Jaro and Winkler, if the one may be meant by the other. clap suggests from 0.7 on without regard to a common
/// beginning.
const NEAR: f64 = 0.8;
/// How many bytes longer or shorter it may be.
const LONGER: usize = 2;
