//! DOT, the language of Graphviz.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::graph::{ClaimGraph, ClaimRef, EventRef, RelationRef};
use crate::relation::Kind;
use crate::text::{clean, shown};

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
    writeln!(out, "  subgraph {} {{", name(&format!("cluster_{}", event.id())))?;
    writeln!(out, "    label={}", lines(&[&shortened(&event.to_string(), 3 * LABEL)]))?;
    writeln!(out, "    style=\"rounded,filled\"; color=\"#BBBBBB\"; fillcolor=\"#F5F5F5\"")?;
    for claim in event.claims() {
        writeln!(out, "    {} [label={}]", name(claim.id().as_str()), label(claim))?;
    }
    writeln!(out, "  }}")
}

fn label(claim: ClaimRef<'_>) -> String {
    let mut told = shortened(claim.attribute().as_str(), 2 * LABEL);
    if let Some(subject) = claim.subject() {
        let _ = write!(told, " of {}", shortened(&subject.name, LABEL));
    }
    let article = claim.article();
    let from = article.article.publisher.as_deref().unwrap_or(article.id.as_str());
    lines(&[&told, &shortened(&claim.value().to_string(), LABEL), &shortened(from, LABEL)])
}

fn edge(relation: RelationRef<'_>, out: &mut impl Write) -> io::Result<()> {
    let kind = relation.kind();
    let (_, colour, style) = STYLES[kind as usize];
    let head = if kind.is_directed() { "" } else { ", dir=none" };
    let (source, target) = (name(relation.source().id().as_str()), name(relation.target().id().as_str()));
    let label = lines(&[&format!("{kind} {}", relation.rule().code)]);
    writeln!(out, "  {source} -> {target} [label={label}, color=\"{colour}\", fontcolor=\"{colour}\", style={style}{head}]")
}

fn shortened(text: &str, limit: usize) -> String {
    let mut short = clean(text);
    if let Some((end, _)) = short.char_indices().nth(limit) {
        short.truncate(end);
        short.push('…');
    }
    short
}

/// The name of a node, as a quoted string of DOT. `"` and `\` are escaped, and what is not [clean] stands as its number behind a
/// backslash, so that two ids are two names.
fn name(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if shown(c) != Some(c) => out.extend(['\\'].into_iter().chain(c.escape_unicode().skip(1))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A label of these lines, as a quoted string of DOT that shows them as they stand: in a label a backslash begins an escape and `&` an
/// entity of HTML.
fn lines(lines: &[&str]) -> String {
    let mut out = String::from('"');
    for (i, line) in lines.iter().enumerate() {
        out.push_str(if i == 0 { "" } else { "\\n" });
        for c in line.chars().filter_map(shown) {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                '&' => out.push_str("&amp;"),
                c => out.push(c),
            }
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
        assert_eq!(name("a \"b\" \\ c\nd\u{7}é"), r#""a \"b\" \\ c\u{a}d\u{7}é""#);
        assert_eq!(lines(&["a \"b\" \\N c\nd\u{7}é", "<b>&lt;</b>", "\\"]), r#""a \"b\" \\N c d é\n<b>&amp;lt;</b>\n\\""#);
    }

    #[test]
    fn styles_stand_in_the_order_of_kinds() {
        for (kind, row) in Kind::ALL.into_iter().zip(STYLES) {
            assert_eq!(kind, row.0);
        }
    }
}
