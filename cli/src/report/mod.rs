//! The report: what the articles agree and disagree on, for people at a terminal.
//!
//! At most 80 columns. Conflicts stand side by side, both quotes in place, the way a compiler shows two spans. The renderer
//! is our own: of a paragraph of a thousand characters a window of whole words is shown, and labels, headings and reasons
//! wrap. The crate annotate-snippets (0.12) cuts within words and lets labels, titles and notes run past the last column.

mod account;
mod conflicts;
mod layout;
pub(crate) mod read;
pub(crate) mod sections;
mod snippet;
#[cfg(test)]
mod tests;
pub(crate) mod words;

use std::io::{self, Write};

use claimgraph::claim::Rejected;
use claimgraph::graph::ClaimGraph;

use crate::input::Texts;

pub(crate) use account::account;
pub(crate) use conflicts::Conflicts;
pub(crate) use layout::{clean, wrap};

/// How a report looks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Look {
    /// Whether to colour.
    pub(crate) colour: bool,
    /// Whether to list everything.
    pub(crate) all: bool,
}

/// Writes the report on `graph`. Lines are quoted from `texts` where the article is there, else from the quotes' own
/// context.
pub(crate) fn write(graph: &ClaimGraph, texts: &Texts, look: Look, out: &mut dyn Write) -> io::Result<()> {
    sections::write(&mut sections::Report {
        graph,
        texts,
        paint: layout::Paint { colour: look.colour },
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
