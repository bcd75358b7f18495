//! The bundle as Markdown: to paste into an issue, a wiki or a message.
//!
//! All of it that stands in articles and records is somebody's words. Each text is one line, cleaned, and every character that means
//! something in CommonMark or HTML is escaped.

use std::io::{self, Write};

use claimgraph::graph::{ClaimRef, PositionRef, RelationRef, Revision};
use claimgraph::relation::Kind;

use super::bundle::Bundle;
use super::find::item;
use crate::report::misses::{apart_by, pair};
use crate::report::slots::{is_open, spokesman};
use crate::report::{clean, words};

/// How many characters on each side of a quote a result keeps.
const CONTEXT: usize = 24;

/// Of pairs of one kind between the same two positions one is told, and the rest counted.
type Group<'g> = Vec<RelationRef<'g>>;

/// Writes the bundle.
pub(super) fn write(bundle: &Bundle<'_>, out: &mut dyn Write) -> io::Result<()> {
    let fact = bundle.fact;
    writeln!(out, "# {}\n", escaped(&item(fact)))?;
    writeln!(out, "{}, fact `{}`.", capital(fact.state().as_str()), fact.id())?;
    writeln!(out, "\n## Positions")?;
    fact.positions().try_for_each(|p| position(p, out))?;
    silent(bundle, out)?;
    section("Why", &relations(bundle, |r| !matches!(r.kind(), Kind::Supersedes)), out)?;
    section("Told later otherwise", &relations(bundle, |r| r.kind() == Kind::Supersedes), out)?;
    section("Changed by the outlet itself", &revisions(bundle), out)?;
    section("Alike, and not of one thing", &misses(bundle), out)?;
    section("Decisions", &decisions(bundle), out)
}

fn section(title: &str, lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## {title}\n")?;
    lines.iter().try_for_each(|line| writeln!(out, "- {line}"))
}

fn position(position: PositionRef<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n### {}\n", escaped(&words::position(position.node())))?;
    writeln!(out, "{}\n", words::support(position.node()))?;
    let mut claims: Vec<ClaimRef<'_>> = position.claims().collect();
    // In the order of publication, and of the text.
    claims.sort_by_key(|c| {
        let node = c.article();
        (words::published(node), node.id.clone(), c.quote().map(|q| q.start), c.index())
    });
    for (i, c) in claims.into_iter().enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        claim(c, out)?;
    }
    Ok(())
}

fn claim(claim: ClaimRef<'_>, out: &mut dyn Write) -> io::Result<()> {
    let node = claim.article();
    let file = node.file.as_deref().map(|f| format!("{}, ", escaped(f))).unwrap_or_default();
    let title = node.article.title.as_deref().map(|t| format!("“{}”, ", escaped(t))).unwrap_or_default();
    let place = claim.quote().map_or_else(|| "without quote".to_owned(), |q| format!("characters {} to {}", q.start, q.end));
    let said = escaped(&words::said(claim.claim()));
    writeln!(out, "- {}: {said} ({title}{file}{place}; claim {})", escaped(&words::article(node)), code(claim.id().as_str()))?;
    let Some(quote) = claim.quote() else { return Ok(()) };
    let raw = &*claim.claim().value.raw;
    let (before, meant, after) = match quote.exact.find(raw).filter(|_| !raw.is_empty()) {
        Some(at) => (&quote.exact[..at], raw, &quote.exact[at + raw.len()..]),
        None => ("", &*quote.exact, ""),
    };
    // Where less stands beside the quote than is kept of an article, the article begins or ends.
    let (first, last) = (quote.prefix.chars().count(), quote.suffix.chars().count());
    let (begins, ends) = (if first < quote.start { "…" } else { "" }, if last < CONTEXT { "" } else { "…" });
    let before = inline(&format!("{begins}{}{before}", quote.prefix));
    let after = inline(&format!("{after}{}{ends}", quote.suffix));
    writeln!(out, "\n  > {}**{}**{after}", before.trim_start(), inline(meant).trim())
}

fn silent(bundle: &Bundle<'_>, out: &mut dyn Write) -> io::Result<()> {
    let silent: Vec<String> = bundle.silent().into_iter().map(|node| escaped(&words::article(node))).collect();
    section("Tell of the event, and not of this", &silent, out)
}

/// A line for each pair of positions and kind of relation.
fn relations(bundle: &Bundle<'_>, of: impl Fn(&RelationRef<'_>) -> bool) -> Vec<String> {
    let positions = &bundle.fact.node().positions;
    let at = |c: ClaimRef<'_>| positions.iter().position(|p| p.claims.contains(&c.index()));
    let mut groups: std::collections::BTreeMap<_, Group<'_>> = std::collections::BTreeMap::new();
    for relation in bundle.relations.iter().copied().filter(of) {
        let (a, b) = (at(relation.source()), at(relation.target()));
        let (a, b) = if relation.kind().is_directed() { (a, b) } else { (a.min(b), a.max(b)) };
        groups.entry((order(relation.kind()), a, b)).or_default().push(relation);
    }
    groups.into_values().filter_map(|group| related(&group)).collect()
}

/// What is against each other first, what agrees last.
fn order(kind: Kind) -> usize {
    const ORDER: [Kind; 7] =
        [Kind::Conflicts, Kind::Tension, Kind::Indeterminate, Kind::Supersedes, Kind::Refines, Kind::Corroborates, Kind::Distinct];
    ORDER.iter().position(|k| *k == kind).unwrap_or(ORDER.len())
}

fn related(group: &[RelationRef<'_>]) -> Option<String> {
    let relation = spokesman(group)?;
    if relation.kind() == Kind::Indeterminate && !is_open(&relation) {
        return None;
    }
    let [first, second] = relation.ends();
    let side = |c: ClaimRef<'_>| format!("{} ({})", words::said(c.claim()), words::source(c));
    let (why, voices) = words::reasons(relation);
    let rest = match group.len() - 1 {
        0 => String::new(),
        1 => "; and one pair more between the same two values".to_owned(),
        n => format!("; and {n} pairs more between the same two values"),
    };
    let told = match relation.kind() {
        Kind::Supersedes => format!("{} after {}", side(first), side(second)),
        kind => format!("{}: {} / {}", kind.as_str(), side(first), side(second)),
    };
    Some(format!("{} — {} [{}]; {}{rest}", escaped(&told), escaped(&why), relation.rule().code, escaped(&voices)))
}

/// A line for each two values that are set apart; claims that say the same in other words are one.
fn misses(bundle: &Bundle<'_>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    let told = |r: &RelationRef<'_>| {
        let own = |c: &ClaimRef<'_>| bundle.fact.claims().any(|o| o.index() == c.index());
        let [a, b] = r.ends();
        let [own, other] = if own(&a) { [a, b] } else { [b, a] };
        let new = seen.insert((other.event().index(), words::item_of(other), words::bare(own.claim()), words::bare(other.claim())));
        let of = if own.event() == other.event() { String::new() } else { format!("{}, ", words::event(other.event())) };
        let apart = format!("{of}{}", apart_by(*r));
        new.then(|| format!("{} — {} [{}]", escaped(&pair([own, other])), escaped(&apart), r.rule().code))
    };
    bundle.misses.iter().filter_map(told).collect()
}

fn decisions(bundle: &Bundle<'_>) -> Vec<String> {
    let all = bundle.fact.graph().decisions();
    bundle.decisions.iter().filter_map(|&i| all.get(i)).map(|d| escaped(&words::decision(d))).collect()
}

fn revisions(bundle: &Bundle<'_>) -> Vec<String> {
    let (graph, fact) = (bundle.fact.graph(), bundle.fact);
    let of_it = |r: &Revision| {
        let name = graph.articles().get(r.article.at()).map(words::name).unwrap_or_default();
        let of_fact = r.changes.iter().filter(|c| c.event == fact.event().index() && c.attribute == *fact.attribute());
        let told =
            of_fact.map(|c| format!("{name}: {}, and since {} {}", words::value(&c.before.value), r.to, words::value(&c.after.value)));
        told.map(|t| escaped(&t)).collect::<Vec<_>>()
    };
    bundle.revisions.iter().filter_map(|&i| graph.revisions().get(i)).flat_map(of_it).collect()
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// A text that reads as itself wherever it stands in a line, spaces at its ends left out.
fn escaped(text: &str) -> String {
    let inline = inline(text);
    let inline = inline.trim();
    // What would begin a list, a heading or a rule.
    let digits = inline.len() - inline.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match inline.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &inline[..digits], &inline[digits..]),
        _ if inline.starts_with(['#', '+', '-', '=']) => format!("\\{inline}"),
        _ => inline.to_owned(),
    }
}

/// A part of a line: marks of emphasis, links, code, tables, HTML and its references are escaped.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in clean(text).chars() {
        // Line ends that were cleaned away leave blanks in a row.
        if std::mem::replace(&mut blank, c == ' ') && c == ' ' {
            continue;
        }
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '@') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// An id as code. One that holds marks of code is escaped instead.
fn code(id: &str) -> String {
    let id = clean(id);
    if id.is_empty() || id.contains('`') { inline(&id) } else { format!("`{id}`") }
}

#[cfg(test)]
mod escapes {
    use super::*;

    #[test]
    fn rows() {
        for (text, shown) in [
            ("seven hours", "seven hours"),
            ("*12* dead <b>", "\\*12\\* dead \\<b\\>"),
            ("# FORGED\r\n## Decisions", "\\# FORGED ## Decisions"),
            ("1. first", "1\\. first"),
            ("1.2 billion", "1\\.2 billion"),
            ("- not so", "\\- not so"),
            ("[a](http://b)", "\\[a\\](http://b)"),
            ("&lt; a|b", "\\&lt; a\\|b"),
            ("\u{1b}[2J\u{202E}x", "\\[2Jx"),
        ] {
            assert_eq!(escaped(text), shown);
        }
        assert_eq!(code("c-1"), "`c-1`");
        assert_eq!(code("c`1"), "c\\`1");
    }
}
