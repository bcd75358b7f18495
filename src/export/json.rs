//! JSON and NDJSON.

use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

use super::SCHEMA_VERSION;
use super::wire::{Counts, Writer, decision_wire, rejected_wire};
use crate::graph::ClaimGraph;
use crate::ontology::File;

/// Writes the graph as one JSON object, each list element on a line of its own. Its last field, `counts`, counts them list by list.
///
/// O(n) in the graph; memory for some thousands of elements, which are put into words in parallel.
///
/// # Errors
/// Those of the writer.
pub fn json(graph: &ClaimGraph, out: impl Write) -> io::Result<()> {
    let mut sink = Sink { out, shape: Shape::Object };
    write!(sink.out, "{{\"schema_version\":{SCHEMA_VERSION}{}", declared(graph)?)?;
    let counts = sink.lists(graph)?;
    sink.out.write_all(b",\n\"counts\":")?;
    serde_json::to_writer(&mut sink.out, &counts)?;
    sink.out.write_all(b"}\n")?;
    sink.out.flush()
}

/// Writes the graph as one JSON object a line: first `{"record":"result","schema_version":1}`, then the elements of the
/// lists that [`json`] writes, each with its kind as `record`: `article`, `origin`, `entity`, `event`, `claim`, `relation`,
/// `fact`, `revision`, `decision`, `rejected`, in this order. The last line, `{"record":"end","articles":2,…}`, counts them list by
/// list: a file that has lost a line or its end does not [load](super::load).
///
/// O(n) in the graph; memory for some thousands of elements, which are put into words in parallel.
///
/// # Errors
/// Those of the writer.
pub fn ndjson(graph: &ClaimGraph, out: impl Write) -> io::Result<()> {
    let mut sink = Sink { out, shape: Shape::Lines };
    writeln!(sink.out, "{{\"record\":\"result\",\"schema_version\":{SCHEMA_VERSION}{}}}", declared(graph)?)?;
    let counts = sink.lists(graph)?;
    serde_json::to_writer(&mut sink.out, &Line { record: "end", element: counts })?;
    sink.out.write_all(b"\n")?;
    sink.out.flush()
}

/// The field with what callers declared, if they did.
fn declared(graph: &ClaimGraph) -> io::Result<String> {
    let rows = File::of(graph.ontology()).map(|rows| serde_json::to_string(&rows)).transpose()?;
    Ok(rows.map_or_else(String::new, |rows| format!(",\"ontology\":{rows}")))
}

#[derive(Clone, Copy)]
enum Shape {
    /// One object with a list for each kind of element.
    Object,
    /// An object for each element, which names its kind.
    Lines,
}

struct Sink<W> {
    out: W,
    shape: Shape,
}

#[derive(Serialize)]
struct Line<T> {
    record: &'static str,
    #[serde(flatten)]
    element: T,
}

/// How many elements one thread puts into words at a time, and how many are held in memory before they are written.
const BATCH: (usize, usize) = (256, 8192);

impl<W: Write> Sink<W> {
    /// Writes all lists, and counts what it has written.
    fn lists(&mut self, graph: &ClaimGraph) -> io::Result<Counts> {
        let writer = Writer { graph };
        Ok(Counts {
            articles: self.list(("articles", "article"), graph.articles(), |a| writer.article_wire(a))?,
            origins: self.list(("origins", "origin"), graph.origins(), |o| writer.origin_wire(o))?,
            entities: self.list(("entities", "entity"), graph.entities(), |e| writer.entity_wire(e))?,
            events: self.list(("events", "event"), &graph.events().collect::<Vec<_>>(), |e| writer.event_wire(*e))?,
            claims: self.list(("claims", "claim"), &graph.claims().collect::<Vec<_>>(), |c| writer.claim_wire(*c))?,
            relations: self.list(("relations", "relation"), &graph.relations().collect::<Vec<_>>(), |r| writer.relation_wire(*r))?,
            facts: self.list(("facts", "fact"), &graph.facts().collect::<Vec<_>>(), |f| writer.fact_wire(*f))?,
            revisions: self.list(("revisions", "revision"), graph.revisions(), |r| writer.revision_wire(r))?,
            decisions: self.list(("decisions", "decision"), graph.decisions(), decision_wire)?,
            rejected: self.list(("rejected", "rejected"), graph.rejected(), rejected_wire)?,
        })
    }

    fn list<'n, N: Sync, T: Serialize>(
        &mut self,
        (name, record): (&'static str, &'static str),
        nodes: &'n [N],
        wire: impl Fn(&'n N) -> T + Sync,
    ) -> io::Result<usize> {
        let shape = self.shape;
        if let Shape::Object = shape {
            write!(self.out, ",\n\"{name}\":[")?;
        }
        for (nth, batch) in nodes.chunks(BATCH.1).enumerate() {
            let parts = batch.par_chunks(BATCH.0).enumerate().map(|(i, part)| {
                let mut bytes = Vec::with_capacity(part.len() * 512);
                for (k, node) in part.iter().enumerate() {
                    let first = nth + i + k == 0;
                    element(&mut bytes, shape, first, record, wire(node))?;
                }
                Ok(bytes)
            });
            for bytes in parts.collect::<io::Result<Vec<_>>>()? {
                self.out.write_all(&bytes)?;
            }
        }
        if let Shape::Object = shape {
            self.out.write_all(b"]")?;
        }
        Ok(nodes.len())
    }
}

fn element<T: Serialize>(bytes: &mut Vec<u8>, shape: Shape, first: bool, record: &'static str, element: T) -> io::Result<()> {
    match shape {
        Shape::Object => {
            bytes.extend_from_slice(if first { b"\n" } else { b",\n" });
            serde_json::to_writer(bytes, &element)?;
        }
        Shape::Lines => {
            serde_json::to_writer(&mut *bytes, &Line { record, element })?;
            bytes.push(b'\n');
        }
    }
    Ok(())
}
