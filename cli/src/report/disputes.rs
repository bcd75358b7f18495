//! What is disputed: two claims side by side, and who stands where.

use std::cmp::Reverse;
use std::io;

use claimgraph::graph::{ClaimRef, FactRef, PositionRef, RelationRef};
use claimgraph::relation::Kind;

use super::conflicts::Conflicts;
use super::layout::{Ink, clean, width, wrap};
use super::sections::{CAP, Report};
use super::slots::{Group, Slots, is_open, spokesman};
use super::snippet::Snippet;
use super::words;

/// How many more pairs of one dispute are told.
const PAIRS: usize = 4;
/// How many positions of one dispute are told.
const POSITIONS: usize = 6;
/// How many publishers of one position are named.
const NAMES: usize = 4;

/// A fact that is disputed, and what stands between its positions.
struct Dispute<'g> {
    fact: FactRef<'g>,
    /// Those that are at odds: the best supported first, conflicts before tensions.
    pairs: Vec<RelationRef<'g>>,
    /// What of it was told later otherwise, and what is open, a group a pair of positions.
    beside: Vec<Group<'g>>,
}

impl Slots {
    /// The disputed facts: those with a conflict first, then those in which two voices are at odds and not one article with itself, then the
    /// most told.
    fn disputes<'g>(&self, facts: &[FactRef<'g>]) -> Vec<Dispute<'g>> {
        let Some(graph) = facts.first().map(|f| f.graph()) else { return Vec::new() };
        let mut beside = self.within(graph, &[Kind::Supersedes, Kind::Indeterminate]);
        let articles = |fact: FactRef<'_>| fact.node().positions.iter().map(|p| p.articles).sum::<usize>();
        let at_odds = self.within(graph, &[Kind::Conflicts, Kind::Tension]);
        let dispute = |(at, groups): (usize, Vec<Group<'g>>)| {
            let fact = *facts.get(at)?;
            let told = |r: &RelationRef<'_>| {
                let of = |c: ClaimRef<'_>| fact.node().positions.get(self.of_claim(c).1).map_or(0, |p| p.articles);
                of(r.source()) + of(r.target())
            };
            let mut pairs: Vec<RelationRef<'g>> = groups.iter().filter_map(|g| spokesman(g)).collect();
            pairs.sort_by_key(|r| (r.kind(), r.independent() == Some(false), Reverse(told(r)), r.index()));
            Some(Dispute { fact, pairs, beside: beside.remove(&at).unwrap_or_default() })
        };
        let mut disputes: Vec<Dispute<'g>> = at_odds.into_iter().filter_map(dispute).collect();
        disputes.sort_by_key(|d| {
            let first = d.pairs.first().map(|r| (r.kind(), r.independent() == Some(false)));
            (first, Reverse(articles(d.fact)), d.fact.index())
        });
        disputes
    }
}

impl Report<'_> {
    pub(super) fn disputed(&mut self, slots: &Slots) -> io::Result<()> {
        let facts: Vec<FactRef<'_>> = self.graph.facts().collect();
        let disputes = slots.disputes(&facts);
        if disputes.is_empty() {
            return Ok(());
        }
        self.title("Disputed", disputes.len())?;
        let conflicts = Conflicts::of(self.graph);
        let said = conflicts.any().then(|| conflicts.to_string()).into_iter().chain(conflicts.tense()).collect::<Vec<_>>();
        self.wrapped(&said.join(", "), "  ", "      ")?;
        for dispute in &disputes[..self.shown(disputes.len(), CAP)] {
            self.line("")?;
            self.dispute(dispute)?;
        }
        self.more(disputes.len(), CAP)
    }

    fn dispute(&mut self, dispute: &Dispute<'_>) -> io::Result<()> {
        let Some((first, others)) = dispute.pairs.split_first() else { return Ok(()) };
        let digits = self.side_by_side(*first)?;
        let [a, b] = first.ends().map(|c| clean(c.id().as_str()));
        self.note(digits, &format!("fact {}, claims {a} and {b}", words::fact(dispute.fact)))?;
        let positions = dispute.fact.positions();
        let shown = self.shown(positions.len(), POSITIONS);
        let rest = positions.len() - shown;
        for position in positions.take(shown) {
            self.note(digits, &stand(position))?;
        }
        self.rest(digits, rest)?;
        self.others(digits, others)?;
        let beside: Vec<String> = dispute.beside.iter().filter_map(|group| beside(group)).collect();
        let shown = self.shown(beside.len(), PAIRS);
        beside[..shown].iter().try_for_each(|text| self.note(digits, text))?;
        self.rest(digits, beside.len() - shown)
    }

    /// The other pairs of a disputed fact: a line each, or side by side where all is to be shown.
    fn others(&mut self, digits: usize, others: &[RelationRef<'_>]) -> io::Result<()> {
        let shown = self.shown(others.len(), PAIRS);
        for other in &others[..shown] {
            if self.all {
                self.line("")?;
                self.side_by_side(*other)?;
            } else {
                let (why, voices) = words::reasons(*other);
                let voices = if other.independent() == Some(true) { String::new() } else { format!("; {voices}") };
                self.note(digits, &format!("also {}: {why}{voices} [{}]", named(other.kind()), other.rule().code))?;
            }
        }
        self.rest(digits, others.len() - shown)
    }

    fn rest(&mut self, digits: usize, rest: usize) -> io::Result<()> {
        if rest == 0 { Ok(()) } else { self.note(digits, &format!("… and {rest} more")) }
    }

    /// Two claims side by side. Tells how many digits the numbers of their lines take: what stands below begins behind them.
    fn side_by_side(&mut self, relation: RelationRef<'_>) -> io::Result<usize> {
        let [source, target] = relation.ends();
        let (ink, kind) = (if relation.kind() == Kind::Conflicts { Ink::Red } else { Ink::Yellow }, named(relation.kind()));
        let heading = format!("{kind}: {}", self.item(source));
        // Further in than any line below it begins, or a name that is long enough could pass for one.
        for (i, line) in wrap(&heading, "", "      ", self.columns).iter().enumerate() {
            let kind_at = if i == 0 { kind.len() } else { 0 };
            let line = format!("{}{}", self.paint.on(ink, &line[..kind_at]), self.paint.on(Ink::Bold, &line[kind_at..]));
            self.line(&line)?;
        }
        let snippets = [(source, Snippet::of(source, self.texts)), (target, Snippet::of(target, self.texts))];
        let digits = snippets.iter().filter_map(|(_, s)| s.as_ref()?.line).max().map_or(1, |n| n.to_string().len());
        for ((claim, snippet), arrow) in snippets.iter().zip(["-->", ":::"]) {
            self.side(*claim, snippet.as_ref(), (arrow, digits), ink)?;
        }
        let (why, independence) = words::reasons(relation);
        self.note(digits, &format!("{}: {why}", relation.rule().code))?;
        self.note(digits, &independence)?;
        Ok(digits)
    }

    /// What a claim speaks of, with its event where that says more.
    pub(super) fn item(&mut self, claim: ClaimRef<'_>) -> String {
        let event = self.event(claim.event());
        words::with_event(claim.event(), claim.subject(), words::item_of(claim), &event)
    }

    fn side(&mut self, claim: ClaimRef<'_>, snippet: Option<&Snippet>, (arrow, digits): (&str, usize), ink: Ink) -> io::Result<()> {
        let pad = " ".repeat(digits);
        let bar = self.paint.on(Ink::Blue, "|");
        let place = snippet.map_or_else(|| "no quote came with the claim".to_owned(), |s| clean(&s.place));
        let head = format!("{place} ({})", words::source(claim));
        for head in wrap(&head, &format!("{pad}{arrow} "), &format!("{pad}    "), self.columns) {
            let head = head.replacen(arrow, &self.paint.on(Ink::Blue, arrow), 1);
            self.line(&head)?;
        }
        let label = words::said(claim.claim());
        let Some(snippet) = snippet else { return self.wrapped(&label, &format!("{pad}  = "), &format!("{pad}    ")) };
        let window = snippet.window(self.columns - digits - 3);
        let number = snippet.line.map_or_else(String::new, |n| n.to_string());
        self.line(&format!("{pad} {bar}"))?;
        let number = self.paint.on(Ink::Blue, &format!("{number:>digits$}"));
        self.line(&format!("{number} {bar} {}", window.text))?;
        self.underline(&label, (window.indent, window.length), digits, ink)?;
        self.line(&format!("{pad} {bar}"))
    }

    /// The carets and, behind them or below them where it does not fit, the label.
    fn underline(&mut self, label: &str, (indent, length): (usize, usize), digits: usize, ink: Ink) -> io::Result<()> {
        let gutter = format!("{} {} ", " ".repeat(digits), self.paint.on(Ink::Blue, "|"));
        let carets = "^".repeat(length);
        let space = " ".repeat(indent);
        if digits + 3 + indent + length + 1 + width(label) <= self.columns {
            let marked = self.paint.on(ink, &format!("{carets} {label}"));
            return self.line(&format!("{gutter}{space}{marked}"));
        }
        let marked = self.paint.on(ink, &carets);
        self.line(&format!("{gutter}{space}{marked}"))?;
        // A label that would have little room under its words begins further left.
        let room = self.columns - digits - 3;
        let left = " ".repeat(digits + 3 + indent.min((room / 2).max(room.saturating_sub(width(label)))));
        for line in wrap(label, &left, &left, self.columns) {
            let line = self.paint.on(ink, &line[digits + 3..]);
            self.line(&format!("{gutter}{line}"))?;
        }
        Ok(())
    }

    fn note(&mut self, digits: usize, text: &str) -> io::Result<()> {
        let pad = " ".repeat(digits);
        let sign = self.paint.on(Ink::Blue, "=");
        for (i, line) in wrap(text, &format!("{pad} = "), &format!("{pad}   "), self.columns).iter().enumerate() {
            let line = if i == 0 { line.replacen('=', &sign, 1) } else { line.clone() };
            self.line(&line)?;
        }
        Ok(())
    }
}

/// Who stands on a position: "3 h: 2 articles, 2 publishers, 1 origin (The Quay and The Tide)"
fn stand(position: PositionRef<'_>) -> String {
    let node = position.node();
    let names = words::some_of(&words::publishers(position), NAMES);
    format!("{}: {} ({names})", words::position(node), words::support(node))
}

/// What of a dispute was told later otherwise, or is open: "earlier: 3, according to the mayor (The Quay, 2031-05-04), replaced by 10 (The
/// Tide, 2031-05-06) [CG0401]"
fn beside(group: &[RelationRef<'_>]) -> Option<String> {
    let relation = spokesman(group)?;
    let side = |c: ClaimRef<'_>| format!("{} ({})", words::said(c.claim()), words::source(c));
    let (source, target, code) = (relation.source(), relation.target(), relation.rule().code);
    match relation.kind() {
        Kind::Supersedes => Some(format!("earlier: {}, replaced by {} [{code}]", side(target), side(source))),
        _ if is_open(&relation) => Some(format!("open: {} [{code}]", words::reasons(relation).0)),
        _ => None,
    }
}

/// A conflict or a tension.
pub(super) fn named(kind: Kind) -> &'static str {
    if kind == Kind::Conflicts { "conflict" } else { "tension" }
}
