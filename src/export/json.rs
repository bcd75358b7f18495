//! JSON and NDJSON.

use std::io::{self, Write};

use serde::Serialize;

use super::SCHEMA_VERSION;
use super::wire::{Writer, rejected_wire};
use crate::graph::ClaimGraph;

/// Writes the graph as one JSON object, each list element on a line of its own.
///
/// O(n) in the graph; memory for one element. Pass a buffered writer.
///
/// # Errors
/// Those of the writer.
pub fn json(graph: &ClaimGraph, out: impl Write) -> io::Result<()> {
    let mut sink = Json { out, first: true };
    write!(sink.out, "{{\"schema_version\":{SCHEMA_VERSION}")?;
    each(graph, &mut sink)?;
    sink.out.write_all(b"}\n")?;
    sink.out.flush()
}

/// Writes the graph as one JSON object a line: first `{"record":"result","schema_version":1}`, then the elements of the
/// lists that [`json`] writes, each with its kind as `record`: `article`, `origin`, `entity`, `event`, `claim`, `relation`,
/// `fact`, `rejected`, in this order.
///
/// O(n) in the graph; memory for one element. Pass a buffered writer.
///
/// # Errors
/// Those of the writer.
pub fn ndjson(graph: &ClaimGraph, out: impl Write) -> io::Result<()> {
    let mut sink = Lines { out, record: "" };
    writeln!(sink.out, "{{\"record\":\"result\",\"schema_version\":{SCHEMA_VERSION}}}")?;
    each(graph, &mut sink)?;
    sink.out.flush()
}

/// What takes the elements, list by list.
trait Sink {
    /// Begins the list of that name, whose elements are of that kind.
    fn list(&mut self, name: &'static str, record: &'static str) -> io::Result<()>;
    /// Takes an element of the list begun last.
    fn element(&mut self, element: &impl Serialize) -> io::Result<()>;
    /// Ends the list.
    fn end(&mut self) -> io::Result<()>;
}

fn each(graph: &ClaimGraph, sink: &mut impl Sink) -> io::Result<()> {
    let writer = Writer { graph };
    list(sink, ("articles", "article"), graph.articles().iter().map(|a| writer.article_wire(a)))?;
    list(sink, ("origins", "origin"), graph.origins().iter().map(|o| writer.origin_wire(o)))?;
    list(sink, ("entities", "entity"), graph.entities().iter().map(|e| writer.entity_wire(e)))?;
    list(sink, ("events", "event"), graph.events().map(|e| writer.event_wire(e)))?;
    list(sink, ("claims", "claim"), graph.claims().map(|c| writer.claim_wire(c)))?;
    list(sink, ("relations", "relation"), graph.relations().map(|r| writer.relation_wire(r)))?;
    list(sink, ("facts", "fact"), graph.facts().map(|f| writer.fact_wire(f)))?;
    list(sink, ("rejected", "rejected"), graph.rejected().iter().map(rejected_wire))
}

fn list<T: Serialize>(sink: &mut impl Sink, names: (&'static str, &'static str), all: impl Iterator<Item = T>) -> io::Result<()> {
    sink.list(names.0, names.1)?;
    for element in all {
        sink.element(&element)?;
    }
    sink.end()
}

struct Json<W> {
    out: W,
    first: bool,
}

impl<W: Write> Sink for Json<W> {
    fn list(&mut self, name: &'static str, _: &'static str) -> io::Result<()> {
        self.first = true;
        write!(self.out, ",\n\"{name}\":[")
    }

    fn element(&mut self, element: &impl Serialize) -> io::Result<()> {
        self.out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        Ok(serde_json::to_writer(&mut self.out, element)?)
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(b"]")
    }
}

struct Lines<W> {
    out: W,
    record: &'static str,
}

#[derive(Serialize)]
struct Line<'a, T> {
    record: &'static str,
    #[serde(flatten)]
    element: &'a T,
}

impl<W: Write> Sink for Lines<W> {
    fn list(&mut self, _: &'static str, record: &'static str) -> io::Result<()> {
        self.record = record;
        Ok(())
    }

    fn element(&mut self, element: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, &Line { record: self.record, element })?;
        self.out.write_all(b"\n")
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}
