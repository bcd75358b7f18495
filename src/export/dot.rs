//! DOT, the language of Graphviz.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::graph::{ClaimGraph, ClaimRef, EventRef, RelationRef};
use crate::relation::Kind;

/// How each kind is drawn: colour and line. Colours are those of Okabe and Ito 2008, told apart by readers of any colour
/// vision.
const STYLES: [(Kind, &str, &str); 7] = [
    (Kind::Corroborates, "#009E73", "solid"),
    (Kind::Refines, "#56B4E9", "solid"),
    (Kind::Conflicts, "#D55E00", "bold"),
    (Kind::Tension, "#E69F00", "bold"),
    (Kind::Supersedes, "#0072B2", "solid"),
    (Kind::Distinct, "#999999", "dotted"),
    (Kind::Indeterminate, "#999999", "dashed"),
];

/// How many characters of a value and of a name a label holds.
const LABEL: usize = 32;

/// Writes the graph in DOT: a cluster for each event, a node for each claim (attribute, value, publisher), an edge for each
/// relation, coloured by kind. Undirected kinds have no arrow head.
///
/// O(n) in the graph. Pass a buffered writer.
///
/// # Errors
/// Those of the writer.
pub fn dot(graph: &ClaimGraph, mut out: impl Write) -> io::Result<()> {
    writeln!(out, "digraph claims {{")?;
    writeln!(out, "  graph [rankdir=LR, fontname=\"Helvetica\"]")?;
    writeln!(out, "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\", fontsize=10]")?;
    writeln!(out, "  edge [fontname=\"Helvetica\", fontsize=9]")?;
    for event in graph.events() {
        cluster(event, &mut out)?;
    }
    for relation in graph.relations() {
        edge(relation, &mut out)?;
    }
    writeln!(out, "}}")?;
    out.flush()
}

fn cluster(event: EventRef<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "  subgraph {} {{", quoted(&format!("cluster_{}", event.id())))?;
    writeln!(out, "    label={}", quoted(&shortened(&event.to_string(), 3 * LABEL)))?;
    writeln!(out, "    style=\"rounded,filled\"; color=\"#BBBBBB\"; fillcolor=\"#F5F5F5\"")?;
    for claim in event.claims() {
        writeln!(out, "    {} [label={}]", quoted(claim.id().as_str()), quoted(&label(claim)))?;
    }
    writeln!(out, "  }}")
}

fn label(claim: ClaimRef<'_>) -> String {
    let mut label = claim.attribute().to_string();
    if let Some(subject) = claim.subject() {
        let _ = write!(label, " of {}", shortened(&subject.name, LABEL));
    }
    let article = claim.article();
    let from = article.article.publisher.as_deref().unwrap_or(article.id.as_str());
    format!("{label}\n{}\n{}", shortened(&claim.value().to_string(), LABEL), shortened(from, LABEL))
}

fn edge(relation: RelationRef<'_>, out: &mut impl Write) -> io::Result<()> {
    let kind = relation.kind();
    let (_, colour, style) = STYLES[kind as usize];
    let head = if kind.is_directed() { "" } else { ", dir=none" };
    let (source, target) = (quoted(relation.source().id().as_str()), quoted(relation.target().id().as_str()));
    let label = quoted(&format!("{kind} {}", relation.rule().code));
    writeln!(out, "  {source} -> {target} [label={label}, color=\"{colour}\", fontcolor=\"{colour}\", style={style}{head}]")
}

fn shortened(text: &str, limit: usize) -> String {
    let mut short: String = text.chars().take(limit).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// A quoted string of DOT: `"` and `\` escaped, line ends as `\n`, other control characters dropped.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped() {
        assert_eq!(quoted("a \"b\" \\ c\nd\u{7}é"), "\"a \\\"b\\\" \\\\ c\\nd\u{e9}\"");
    }

    #[test]
    fn styles_stand_in_the_order_of_kinds() {
        for (kind, row) in Kind::ALL.into_iter().zip(STYLES) {
            assert_eq!(kind, row.0);
        }
    }
}
