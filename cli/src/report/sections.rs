//! The sections of the report.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;

use claimgraph::graph::{ClaimGraph, ClaimRef, EventRef, FactRef, FactState, RelationRef};
use claimgraph::id::EventIx;
use claimgraph::relation::Kind;

use super::conflicts::Conflicts;
use super::layout::{Ink, Paint, clean, wrap};
use super::snippet::Snippet;
use super::words;
use crate::input::Texts;

/// How many entries a section shows, unless all are asked for.
const CAP: usize = 12;
/// How many pairs of two events that are no one event are shown, unless all are asked for.
const MISSES: usize = 3;

/// What a report is written from and to.
pub(super) struct Report<'a> {
    pub(super) graph: &'a ClaimGraph,
    pub(super) texts: &'a Texts,
    pub(super) paint: Paint,
    pub(super) all: bool,
    pub(super) out: &'a mut dyn Write,
    /// The events that were put into words: a crowd may be in dispute about many things.
    pub(super) told: BTreeMap<EventIx, Rc<str>>,
}

/// Writes all sections; an empty one is left out.
pub(super) fn write(report: &mut Report<'_>) -> io::Result<()> {
    let slots = Slots::of(report.graph);
    report.head()?;
    report.agreed()?;
    report.disputed(&slots)?;
    report.near_misses()?;
    report.followed(&slots)?;
    report.undecided(&slots)?;
    report.told_once()?;
    report.decisions()?;
    report.read()?;
    report.rejected()
}

/// Where a claim stands: its fact and its position on it.
pub(crate) type Slot = (usize, usize);

/// The slot of each claim, by index.
pub(crate) struct Slots(Vec<Slot>);

impl Slots {
    pub(crate) fn of(graph: &ClaimGraph) -> Self {
        let mut slots = vec![(usize::MAX, 0); graph.claims().len()];
        for (f, fact) in graph.facts().enumerate() {
            for (p, position) in fact.node().positions.iter().enumerate() {
                for &claim in &position.claims {
                    slots[claim.at()] = (f, p);
                }
            }
        }
        Self(slots)
    }

    pub(crate) fn of_claim(&self, claim: ClaimRef<'_>) -> Slot {
        self.0[claim.index().at()]
    }

    /// Relations of these kinds, those between the same two positions together, in the order of facts and positions.
    fn groups<'g>(&self, graph: &'g ClaimGraph, kinds: &[Kind]) -> Vec<Vec<RelationRef<'g>>> {
        let mut groups: BTreeMap<(Kind, Slot, Slot), Vec<RelationRef<'g>>> = BTreeMap::new();
        for relation in graph.relations().filter(|r| kinds.contains(&r.kind())) {
            let (a, b) = (self.of_claim(relation.source()), self.of_claim(relation.target()));
            let (a, b) = if relation.kind().is_directed() { (a, b) } else { (a.min(b), a.max(b)) };
            groups.entry((relation.kind(), a, b)).or_default().push(relation);
        }
        groups.into_values().collect()
    }
}

/// A fact that is disputed, and the pairs of its positions that are at odds: the best supported first, conflicts before
/// tensions.
struct Dispute<'g> {
    fact: FactRef<'g>,
    pairs: Vec<RelationRef<'g>>,
}

impl Slots {
    /// The disputed facts: those with a conflict first, then the most told.
    fn disputes<'g>(&self, graph: &'g ClaimGraph) -> Vec<Dispute<'g>> {
        let mut by_fact: BTreeMap<usize, Vec<RelationRef<'g>>> = BTreeMap::new();
        for group in self.groups(graph, &[Kind::Conflicts, Kind::Tension]) {
            let Some(relation) = spokesman(&group) else { continue };
            by_fact.entry(self.of_claim(relation.source()).0).or_default().push(relation);
        }
        let facts: Vec<FactRef<'g>> = graph.facts().collect();
        let articles = |fact: FactRef<'_>| fact.node().positions.iter().map(|p| p.articles).sum::<usize>();
        let told = |fact: usize, r: &RelationRef<'_>| {
            let at = |c: ClaimRef<'_>| facts.get(fact).and_then(|f| f.node().positions.get(self.of_claim(c).1)).map_or(0, |p| p.articles);
            at(r.source()) + at(r.target())
        };
        let mut disputes: Vec<Dispute<'g>> = Vec::new();
        for (fact, mut pairs) in by_fact {
            pairs.sort_by_key(|r| (r.kind(), Reverse(told(fact, r)), r.index()));
            disputes.extend(facts.get(fact).map(|&fact| Dispute { fact, pairs }));
        }
        disputes.sort_by_key(|d| (d.pairs.first().map(|r| r.kind()), Reverse(articles(d.fact)), d.fact.index()));
        disputes
    }
}

/// The relation that speaks for its group: between different voices if possible, both quoted if possible, else the first.
pub(crate) fn spokesman<'g>(group: &[RelationRef<'g>]) -> Option<RelationRef<'g>> {
    let quoted = |r: &RelationRef<'_>| r.source().quote().is_some() && r.target().quote().is_some();
    group.iter().copied().min_by_key(|r| (r.independent() != Some(true), !quoted(r), r.index()))
}

impl Report<'_> {
    /// The event in words, which are found once.
    fn event(&mut self, event: EventRef<'_>) -> Rc<str> {
        self.told.entry(event.index()).or_insert_with(|| words::event(event).into()).clone()
    }

    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    pub(super) fn wrapped(&mut self, text: &str, first: &str, next: &str) -> io::Result<()> {
        wrap(text, first, next).iter().try_for_each(|line| self.line(line))
    }

    pub(super) fn title(&mut self, title: &str, n: usize) -> io::Result<()> {
        let title = self.paint.on(Ink::Bold, &format!("{title} ({n})"));
        writeln!(self.out, "\n{title}")
    }

    /// The first of a list, as many as the section shows, and the rest counted.
    pub(super) fn shown(&self, n: usize) -> usize {
        if self.all { n } else { n.min(CAP) }
    }

    pub(super) fn more(&mut self, n: usize) -> io::Result<()> {
        match n - self.shown(n) {
            0 => Ok(()),
            rest => self.line(&format!("\n  … and {rest} more (--all shows them)")),
        }
    }

    fn head(&mut self) -> io::Result<()> {
        let graph = self.graph;
        let mut publishers: Vec<&str> = graph.articles().iter().filter_map(|a| a.article.publisher.as_deref()).collect();
        publishers.sort_unstable();
        publishers.dedup();
        let (articles, origins) = (words::count(graph.articles().len(), "article"), words::count(graph.origins().len(), "origin"));
        let text = format!("{articles}, {}, at most {origins}", words::count(publishers.len(), "named publisher"));
        self.wrapped(&text, "", "")?;
        let (claims, events) = (words::count(graph.claims().len(), "claim"), words::count(graph.events().len(), "event"));
        let of_state = |state: FactState| graph.facts().filter(|f| f.node().state == state).count();
        let singles = of_state(FactState::Single);
        self.wrapped(&format!("{claims} on {events}; {} told by one article only", words::count(singles, "fact")), "", "")?;
        if graph.relations().len() == 0 && graph.claims().len() > 0 {
            self.wrapped("nothing here to compare; --format json lists the claims", "", "")?;
            let undated = graph.articles().iter().filter(|a| a.article.published.is_none()).count();
            if undated > 0 {
                let hint = "what of theirs is told without a day cannot be placed in time (`published` in a record or above the text)";
                self.wrapped(
                    &format!("{undated} of {} have no date of publication: {hint}", words::count(graph.articles().len(), "article")),
                    "",
                    "",
                )?;
            }
        }
        Ok(())
    }

    fn agreed(&mut self) -> io::Result<()> {
        let mut facts: Vec<FactRef<'_>> = self.graph.facts().filter(|f| f.node().state == FactState::Agreed).collect();
        let support = |f: &FactRef<'_>| f.node().positions.first().map_or((0, 0, 0), |p| (p.origins, p.publishers, p.articles));
        // That something happened says least, so it stands last.
        let bare = |f: &FactRef<'_>| f.node().attribute.as_str() == "occurrence";
        facts.sort_by_key(|f| (bare(f), Reverse(support(f)), f.index()));
        if facts.is_empty() {
            return Ok(());
        }
        self.title("Agreed", facts.len())?;
        for fact in &facts[..self.shown(facts.len())] {
            self.line("")?;
            self.agreed_fact(*fact)?;
        }
        self.more(facts.len())
    }

    fn agreed_fact(&mut self, fact: FactRef<'_>) -> io::Result<()> {
        let item = words::item(fact.node().attribute.as_str(), fact.subject(), fact.node().of.as_deref());
        let Some((first, others)) = fact.node().positions.split_first() else { return Ok(()) };
        self.wrapped(&format!("{item}: {}", words::position(first)), "  ", "      ")?;
        if fact.event().node().open.is_some() {
            // Its word says little of what happened: the passages do.
            for claim in words::tellers(fact) {
                self.wrapped(&words::passage(claim), "    ", "      ")?;
            }
        } else {
            let event = self.event(fact.event());
            self.wrapped(&event, "    ", "      ")?;
        }
        self.wrapped(&words::support(first), "    ", "      ")?;
        for other in others {
            self.wrapped(&format!("also {}: {}", words::position(other), words::support(other)), "    ", "      ")?;
        }
        Ok(())
    }

    /// With `--all`: what one article tells and no other, in the order of the articles and their texts.
    fn told_once(&mut self) -> io::Result<()> {
        if !self.all {
            return Ok(());
        }
        let mut facts = Vec::new();
        for fact in self.graph.facts().filter(|f| f.node().state == FactState::Single) {
            let first = fact.claims().min_by_key(|c| (c.node().article, c.quote().map_or(0, |q| q.start)));
            facts.extend(first.map(|c| (c.node().article, c.quote().map_or(0, |q| q.start), fact)));
        }
        if facts.is_empty() {
            return Ok(());
        }
        facts.sort_by_key(|f: &(_, usize, FactRef<'_>)| (f.0, f.1, f.2.index()));
        self.title("Told by one article", facts.len())?;
        let mut last = None;
        for (article, _, fact) in facts {
            let Some(claim) = fact.claims().next() else { continue };
            if last != Some(article) {
                self.line("")?;
                self.wrapped(&words::paper(claim), "  ", "      ")?;
                last = Some(article);
            }
            let told = fact.node().positions.first().map_or_else(String::new, words::position);
            let item = words::item(fact.node().attribute.as_str(), fact.subject(), fact.node().of.as_deref());
            let said: Vec<String> = std::iter::once(format!("{item}: {told}")).chain(words::quoted(claim)).collect();
            self.wrapped(&said.join(", "), "    ", "      ")?;
        }
        Ok(())
    }

    fn disputed(&mut self, slots: &Slots) -> io::Result<()> {
        let disputes = slots.disputes(self.graph);
        if disputes.is_empty() {
            return Ok(());
        }
        self.title("Disputed", disputes.len())?;
        let conflicts = Conflicts::of(self.graph);
        let said = conflicts.any().then(|| conflicts.to_string()).into_iter().chain(conflicts.tense()).collect::<Vec<_>>();
        self.wrapped(&said.join(", "), "  ", "      ")?;
        for Dispute { fact, pairs } in &disputes[..self.shown(disputes.len())] {
            self.line("")?;
            let Some((first, others)) = pairs.split_first() else { continue };
            self.side_by_side(*first)?;
            self.standing(*fact)?;
            self.others(others)?;
        }
        self.more(disputes.len())
    }

    /// The other pairs of a disputed fact: a line each, or side by side where all is to be shown.
    fn others(&mut self, others: &[RelationRef<'_>]) -> io::Result<()> {
        for other in &others[..self.shown(others.len())] {
            if self.all {
                self.line("")?;
                self.side_by_side(*other)?;
            } else {
                self.note(1, &format!("also {}: {} [{}]", named(other.kind()), clean(&other.why()), other.rule().code))?;
            }
        }
        match others.len() - self.shown(others.len()) {
            0 => Ok(()),
            rest => self.note(1, &format!("… and {rest} more")),
        }
    }

    /// Two claims side by side.
    fn side_by_side(&mut self, relation: RelationRef<'_>) -> io::Result<()> {
        let [source, target] = relation.ends();
        let (ink, kind) = (if relation.kind() == Kind::Conflicts { Ink::Red } else { Ink::Yellow }, named(relation.kind()));
        // A state of affairs is told by whose it is, which the item says.
        let state = source.event().node().action.as_str() == "state" && source.subject().is_some();
        let heading = if state {
            format!("{kind}: {}", words::item_of(source))
        } else {
            format!("{kind}: {} of {}", words::item_of(source), self.event(source.event()))
        };
        // Further in than any line below it begins, or a name that is long enough could pass for one.
        for (i, line) in wrap(&heading, "", "      ").iter().enumerate() {
            let kind_at = if i == 0 { kind.len() } else { 0 };
            let line = format!("{}{}", self.paint.on(ink, &line[..kind_at]), self.paint.on(Ink::Bold, &line[kind_at..]));
            self.line(&line)?;
        }
        let snippets = [(source, Snippet::of(source, self.texts)), (target, Snippet::of(target, self.texts))];
        let digits = snippets.iter().filter_map(|(_, s)| s.as_ref()?.line).max().map_or(1, |n| n.to_string().len());
        for ((claim, snippet), arrow) in snippets.iter().zip(["-->", ":::"]) {
            self.side(*claim, snippet.as_ref(), (arrow, digits), ink)?;
        }
        let (why, independence) = reasons(relation);
        self.note(digits, &format!("{}: {why}", relation.rule().code))?;
        self.note(digits, &independence)?;
        self.note(digits, &format!("claims {} and {}", clean(source.id().as_str()), clean(target.id().as_str())))
    }

    fn side(&mut self, claim: ClaimRef<'_>, snippet: Option<&Snippet>, (arrow, digits): (&str, usize), ink: Ink) -> io::Result<()> {
        let pad = " ".repeat(digits);
        let bar = self.paint.on(Ink::Blue, "|");
        let place = snippet.map_or_else(|| "no quote came with the claim".to_owned(), |s| clean(&s.place));
        let heads = wrap(&format!("{place} ({})", words::source(claim)), &format!("{pad}{arrow} "), &format!("{pad}    "));
        for head in heads {
            let head = head.replacen(arrow, &self.paint.on(Ink::Blue, arrow), 1);
            self.line(&head)?;
        }
        let label = words::said(claim.claim());
        let Some(snippet) = snippet else { return self.wrapped(&label, &format!("{pad}  = "), &format!("{pad}    ")) };
        let window = snippet.window(digits + 3);
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
        if digits + 3 + indent + length + 1 + super::layout::width(label) <= super::layout::COLUMNS {
            let marked = self.paint.on(ink, &format!("{carets} {label}"));
            return self.line(&format!("{gutter}{space}{marked}"));
        }
        let marked = self.paint.on(ink, &carets);
        self.line(&format!("{gutter}{space}{marked}"))?;
        // A label that would have little room under its words begins further left.
        let room = super::layout::COLUMNS - digits - 3;
        let left = " ".repeat(digits + 3 + indent.min((room / 2).max(room.saturating_sub(super::layout::width(label)))));
        for line in wrap(label, &left, &left) {
            let line = self.paint.on(ink, &line[digits + 3..]);
            self.line(&format!("{gutter}{line}"))?;
        }
        Ok(())
    }

    fn note(&mut self, digits: usize, text: &str) -> io::Result<()> {
        let pad = " ".repeat(digits);
        let sign = self.paint.on(Ink::Blue, "=");
        for (i, line) in wrap(text, &format!("{pad} = "), &format!("{pad}   ")).iter().enumerate() {
            let line = if i == 0 { line.replacen('=', &sign, 1) } else { line.clone() };
            self.line(&line)?;
        }
        Ok(())
    }

    /// Who stands on which of the fact's positions.
    fn standing(&mut self, fact: FactRef<'_>) -> io::Result<()> {
        for position in &fact.node().positions {
            self.note(1, &format!("{}: {}", words::position(position), words::support(position)))?;
        }
        Ok(())
    }

    fn near_misses(&mut self) -> io::Result<()> {
        let mut groups: BTreeMap<_, Vec<RelationRef<'_>>> = BTreeMap::new();
        for relation in self.graph.relations_of(Kind::Distinct) {
            let (a, b) = (relation.source().event().index(), relation.target().event().index());
            groups.entry((a.min(b), a.max(b))).or_default().push(relation);
        }
        if groups.is_empty() {
            return Ok(());
        }
        let groups: Vec<_> = groups.into_values().collect();
        self.title("Near misses", groups.len())?;
        for group in &groups[..self.shown(groups.len())] {
            self.line("")?;
            self.near_miss(group)?;
        }
        self.more(groups.len())
    }

    fn near_miss(&mut self, group: &[RelationRef<'_>]) -> io::Result<()> {
        let Some(first) = group.first() else { return Ok(()) };
        let [a, b] = first.ends().map(ClaimRef::event);
        let [of_a, of_b] = [a, b].map(|event| self.event(event));
        self.wrapped(&of_a, "  ", "      ")?;
        if a != b {
            self.wrapped(&format!("and {of_b}"), "  ", "      ")?;
        }
        // One rule and one difference tell two events apart, so it is said once; pairs within one event each have their own.
        let apart = a != b;
        if apart {
            let (why, _) = reasons(*first);
            let difference = why.split_once("two events or parts: ").map_or(why.as_str(), |(_, d)| d);
            self.wrapped(&format!("apart by {difference} [{}]", first.rule().code), "    ", "      ")?;
        }
        // Each pair in the order of the two events.
        let in_order = |r: RelationRef<'_>| {
            let [x, y] = r.ends();
            if x.event() == a { pair([x, y]) } else { pair([y, x]) }
        };
        let mut lines: Vec<String> = group.iter().map(|r| if apart { in_order(*r) } else { against(*r) }).collect();
        lines.sort_unstable();
        lines.dedup();
        let shown = if self.all { lines.len() } else { lines.len().min(MISSES) };
        for line in &lines[..shown] {
            self.wrapped(line, "    - ", "      ")?;
        }
        match lines.len() - shown {
            0 => Ok(()),
            rest => self.line(&format!("    … and {rest} more")),
        }
    }

    fn followed(&mut self, slots: &Slots) -> io::Result<()> {
        let groups = slots.groups(self.graph, &[Kind::Supersedes]);
        self.pairs("Superseded", &groups, |r| {
            let (new, old) = (r.source(), r.target());
            let (came, was) = (words::said(new.claim()), words::said(old.claim()));
            let item = words::item_of(new);
            format!("{item}: {came} ({}) after {was} ({}) [{}]", words::source(new), words::source(old), r.rule().code)
        })
    }

    fn undecided(&mut self, slots: &Slots) -> io::Result<()> {
        let mut groups = slots.groups(self.graph, &[Kind::Indeterminate]);
        // Nothing is open between two of a set.
        groups.iter_mut().for_each(|group| group.retain(|r| r.rule().code != "CG0607"));
        groups.retain(|group| !group.is_empty());
        self.pairs("Unresolved", &groups, against)
    }

    /// A section of pairs, one entry a group.
    fn pairs(&mut self, title: &str, groups: &[Vec<RelationRef<'_>>], entry: impl Fn(RelationRef<'_>) -> String) -> io::Result<()> {
        if groups.is_empty() {
            return Ok(());
        }
        self.title(title, groups.len())?;
        for group in &groups[..self.shown(groups.len())] {
            let Some(relation) = spokesman(group) else { continue };
            self.line("")?;
            let event = self.event(relation.source().event());
            self.wrapped(&event, "  ", "      ")?;
            self.wrapped(&entry(relation), "    - ", "      ")?;
        }
        self.more(groups.len())
    }

    /// What people decided: who, when, what, and whether it could be followed.
    fn decisions(&mut self) -> io::Result<()> {
        let all = self.graph.decisions();
        if all.is_empty() {
            return Ok(());
        }
        self.title("Decisions", all.len())?;
        self.line("")?;
        for decided in &all[..self.shown(all.len())] {
            self.wrapped(&words::decision(decided), "  ", "      ")?;
        }
        self.more(all.len())
    }

    fn rejected(&mut self) -> io::Result<()> {
        let all = self.graph.rejected();
        if all.is_empty() {
            return Ok(());
        }
        self.title("Rejected", all.len())?;
        self.line("")?;
        for rejected in &all[..self.shown(all.len())] {
            self.wrapped(&super::rejected(rejected), "  ", "      ")?;
        }
        self.more(all.len())
    }
}

/// `duration: 7 h 30 min (The Quay) / 3 h (Harbour Notes); why [CG0515]`
fn against(relation: RelationRef<'_>) -> String {
    format!("{}; {} [{}]", pair(relation.ends()), clean(&relation.why()), relation.rule().code)
}

/// "duration: 7 h 30 min (The Quay) / 3 h (Harbour Notes)"
fn pair([a, b]: [ClaimRef<'_>; 2]) -> String {
    let side = |c: ClaimRef<'_>| format!("{} ({})", words::said(c.claim()), words::source(c));
    let (item_a, item_b) = (words::item_of(a), words::item_of(b));
    let items = if item_a == item_b { item_a } else { format!("{item_a} and {item_b}") };
    format!("{items}: {} / {}", side(a), side(b))
}

/// Why the two stand so, and whether they are independent, which a relation's reason ends with.
pub(crate) fn reasons(relation: RelationRef<'_>) -> (String, String) {
    let why = clean(&relation.why());
    let of_voices = |end: &str| ["independent:", "not independent:", "independence"].iter().any(|word| end.starts_with(word));
    if let Some((why, end)) = why.rsplit_once("; ").filter(|(_, end)| of_voices(end)) {
        return (why.to_owned(), end.to_owned());
    }
    let independence = match relation.independent() {
        Some(true) => "independent: yes",
        Some(false) => "not independent: the two rest on one voice",
        None => "independence not known",
    };
    (why, independence.to_owned())
}

/// A conflict or a tension.
fn named(kind: Kind) -> &'static str {
    if kind == Kind::Conflicts { "conflict" } else { "tension" }
}
