//! The bundle as JSON: those elements of the result that bear on the fact, byte for byte as the result has them.
//!
//! The result is written once more, as lines, and of each list only the lines are kept whose elements are in the bundle: what is shown is
//! in no way another form.

use std::collections::BTreeSet;
use std::io::{self, Write};

use claimgraph::export;

use super::bundle::Bundle;

/// Of a kind of element, which of the list are kept, and their lines.
struct List {
    /// The list.
    many: &'static str,
    /// How a line of it begins.
    begins: String,
    kept: BTreeSet<usize>,
    met: usize,
    lines: Vec<Vec<u8>>,
}

impl List {
    fn new(many: &'static str, one: &'static str, kept: impl IntoIterator<Item = usize>) -> Self {
        Self { many, begins: format!("{{\"record\":\"{one}\","), kept: kept.into_iter().collect(), met: 0, lines: Vec::new() }
    }
}

/// Takes lines of a result and keeps those that are asked for.
struct Picked {
    lists: Vec<List>,
    line: Vec<u8>,
}

impl Picked {
    fn end_of_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let Some(list) = self.lists.iter_mut().find(|l| line.starts_with(l.begins.as_bytes())) else { return };
        if list.kept.contains(&list.met) {
            list.lines.push([b"{", &line[list.begins.len()..]].concat());
        }
        list.met += 1;
    }
}

impl Write for Picked {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut lines = bytes.split(|&b| b == b'\n').peekable();
        while let Some(part) = lines.next() {
            self.line.extend_from_slice(part);
            if lines.peek().is_some() {
                self.end_of_line();
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// One object, with the lists of a result.
pub(super) fn write(bundle: &Bundle<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (fact, graph) = (bundle.fact, bundle.fact.graph());
    let relations = bundle.relations.iter().chain(&bundle.misses).map(|r| r.index().at());
    let mut picked = Picked {
        lists: vec![
            List::new("articles", "article", bundle.articles().iter().map(|i| i.at())),
            List::new("origins", "origin", bundle.origins().iter().map(|i| i.at())),
            List::new("entities", "entity", bundle.entities().iter().map(|i| i.at())),
            List::new("events", "event", bundle.events().iter().map(|i| i.at())),
            List::new("claims", "claim", bundle.claims().iter().map(|i| i.at())),
            List::new("relations", "relation", relations),
            List::new("facts", "fact", [fact.index().at()]),
            List::new("revisions", "revision", bundle.revisions.iter().copied()),
            List::new("decisions", "decision", bundle.decisions.iter().copied()),
        ],
        line: Vec::new(),
    };
    export::ndjson(graph, &mut picked)?;
    write!(out, "{{\"schema_version\":{},\"fact\":\"{}\"", export::SCHEMA_VERSION, fact.id())?;
    for list in &picked.lists {
        write!(out, ",\n\"{}\":[", list.many)?;
        for (i, line) in list.lines.iter().enumerate() {
            out.write_all(if i == 0 { b"\n" } else { b",\n" })?;
            out.write_all(line)?;
        }
        out.write_all(b"]")?;
    }
    out.write_all(b"}\n")
}
