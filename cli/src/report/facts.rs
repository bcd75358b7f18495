//! The facts that are not disputed: open, told later otherwise, agreed, and told by one article alone.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;

use claimgraph::graph::{ClaimRef, FactRef, FactState, PositionRef, RelationRef};
use claimgraph::id::{ClaimIx, EventIx};
use claimgraph::relation::Kind;
use claimgraph::value::{Number, Value};

use super::layout::clean;
use super::sections::{CAP, Report};
use super::slots::{Group, Slots, is_open, spokesman};
use super::words;

/// How many values of one fact are told.
const VALUES: usize = 5;

/// How many articles tell of a fact, over its positions.
fn articles(fact: FactRef<'_>) -> usize {
    fact.node().positions.iter().map(|p| p.articles).sum()
}

impl Report<'_> {
    /// What several articles tell, and of which nothing could be decided.
    pub(super) fn unresolved(&mut self, slots: &Slots) -> io::Result<()> {
        let open = slots.within(self.graph, &[Kind::Indeterminate]);
        let mut facts: Vec<(usize, FactRef<'_>)> =
            self.graph.facts().enumerate().filter(|(_, f)| f.state() == FactState::Unresolved).collect();
        facts.sort_by_key(|(at, fact)| (Reverse(articles(*fact)), *at));
        if facts.is_empty() {
            return Ok(());
        }
        self.title("Unresolved", facts.len())?;
        for (at, fact) in &facts[..self.shown(facts.len(), CAP)] {
            self.line("")?;
            let groups = open.get(at).map_or(&[][..], Vec::as_slice);
            self.unresolved_fact(*fact, groups)?;
        }
        self.more(facts.len(), CAP)
    }

    fn unresolved_fact(&mut self, fact: FactRef<'_>, groups: &[Group<'_>]) -> io::Result<()> {
        let Some(first) = fact.claims().next() else { return Ok(()) };
        let item = self.item(first);
        self.wrapped(&item, "  ", "      ")?;
        // The two of which nothing can be said, in their own words: an event that may happen and one that happened are one position.
        let relation = groups.iter().filter_map(|g| spokesman(g)).find(is_open);
        let of_pair = relation.map_or_else(Vec::new, |r| r.ends().to_vec());
        let met: Vec<_> = of_pair.iter().map(|c| slots_position(fact, *c)).collect();
        let others = fact.positions().enumerate().filter(|(p, _)| !met.contains(&Some(*p))).filter_map(|(_, p)| teller(p));
        let sides: Vec<ClaimRef<'_>> = of_pair.into_iter().chain(others).collect();
        let shown = self.shown(sides.len(), VALUES);
        for side in &sides[..shown] {
            self.wrapped(&format!("{} ({})", words::said(side.claim()), words::source(*side)), "    - ", "      ")?;
        }
        if shown < sides.len() {
            self.line(&format!("    … and {} more", sides.len() - shown))?;
        }
        let why = match (relation, &sides[..]) {
            (Some(r), _) => format!("{} [{}]; ", reason(r), r.rule().code),
            // No relation: what the library has to say of the two is why.
            (None, [a, b, ..]) => {
                let why = clean(&self.graph.explain(a.id(), b.id()).text);
                format!("{}; ", why.strip_prefix("not related: ").unwrap_or(&why))
            }
            (None, _) => String::new(),
        };
        self.wrapped(&format!("{why}fact {}", words::fact(fact)), "    ", "      ")
    }

    /// What was told later otherwise, and nothing is against it: each event once, and each fact from its latest value to its earliest.
    pub(super) fn superseded(&mut self, slots: &Slots) -> io::Result<()> {
        let later = slots.within(self.graph, &[Kind::Supersedes, Kind::Indeterminate]);
        let mut facts: Vec<(usize, FactRef<'_>)> =
            self.graph.facts().enumerate().filter(|(_, f)| f.state() == FactState::Superseded).collect();
        // That what was planned came about is told last.
        facts.sort_by_key(|(at, fact)| (fact.attribute().as_str() == "occurrence", Reverse(articles(*fact)), *at));
        if facts.is_empty() {
            return Ok(());
        }
        self.title("Superseded", facts.len())?;
        for facts in by_event(&facts[..self.shown(facts.len(), CAP)]) {
            self.line("")?;
            if let Some(heading) = self.heading(&facts) {
                self.wrapped(&heading, "  ", "      ")?;
            }
            for (at, fact) in facts {
                let groups = later.get(&at).map_or(&[][..], Vec::as_slice);
                self.wrapped(&chain(fact, groups), "    - ", "        ")?;
                for open in groups.iter().filter_map(|g| spokesman(g)).filter(is_open).take(1) {
                    self.wrapped(&format!("open: {} [{}]", words::reasons(open).0, open.rule().code), "      ", "        ")?;
                }
            }
        }
        self.more(facts.len(), CAP)
    }

    /// The event of some facts in words. `None` where each says by itself whose state it is.
    fn heading(&mut self, facts: &[(usize, FactRef<'_>)]) -> Option<String> {
        let first = facts.first()?.1;
        let own = facts.iter().all(|(_, f)| words::says_whose(f.event(), f.subject()));
        if own { None } else { Some(self.event(first.event()).to_string()) }
    }

    /// What articles agree on: what most voices tell first, each event once.
    pub(super) fn agreed(&mut self) -> io::Result<()> {
        let mut facts: Vec<(usize, FactRef<'_>)> = self.graph.facts().enumerate().filter(|(_, f)| f.state() == FactState::Agreed).collect();
        let support = |f: &FactRef<'_>| f.node().positions.first().map_or((0, 0, 0), |p| (p.origins, p.publishers, p.articles));
        facts.sort_by_cached_key(|(at, f)| (says_little(*f), Reverse(support(f)), *at));
        if facts.is_empty() {
            return Ok(());
        }
        self.title("Agreed", facts.len())?;
        for facts in by_event(&facts[..self.shown(facts.len(), CAP)]) {
            self.line("")?;
            self.agreed_facts(&facts)?;
        }
        self.more(facts.len(), CAP)
    }

    fn agreed_facts(&mut self, facts: &[(usize, FactRef<'_>)]) -> io::Result<()> {
        let is_open = facts.first().is_some_and(|(_, f)| f.event().node().open.is_some());
        let heading = if is_open { None } else { self.heading(facts) };
        // What goes on stands further in than what begins below it, or a value that is long enough could pass for another.
        let (first, also, next) = if heading.is_some() { ("    - ", "      ", "        ") } else { ("  ", "    ", "      ") };
        if let Some(heading) = heading {
            self.wrapped(&heading, "  ", "      ")?;
        }
        for (_, fact) in facts {
            let Some((best, others)) = fact.node().positions.split_first() else { continue };
            let item = words::item(fact.attribute().as_str(), fact.subject(), fact.node().of.as_deref());
            self.wrapped(&format!("{item}: {} ({})", words::position(best), words::support(best)), first, next)?;
            for other in others {
                self.wrapped(&format!("also {} ({})", words::position(other), words::support(other)), also, next)?;
            }
            if is_open && matches!(best.value.value, Value::Quotation(_)) {
                let names = fact.positions().next().map(words::publishers).unwrap_or_default();
                self.wrapped(&words::some_of(&names, VALUES), "    ", "      ")?;
            } else if is_open {
                // Its word says little of what happened: the passages do.
                for claim in words::tellers(*fact) {
                    self.wrapped(&words::passage(claim), "    ", "      ")?;
                }
            }
        }
        Ok(())
    }

    /// How much one article tells and no other; with `--all` what it is, in the order of the articles and their texts.
    pub(super) fn told_once(&mut self) -> io::Result<()> {
        let mut facts = Vec::new();
        for fact in self.graph.facts().filter(|f| f.state() == FactState::Single) {
            let first = fact.claims().min_by_key(|c| (c.node().article, c.quote().map_or(0, |q| q.start)));
            facts.extend(first.map(|c| (c.node().article, c.quote().map_or(0, |q| q.start), fact)));
        }
        if facts.is_empty() {
            return Ok(());
        }
        self.title("Told by one article", facts.len())?;
        if !self.all {
            return self.line("  --all lists them");
        }
        facts.sort_by_key(|f: &(_, usize, FactRef<'_>)| (f.0, f.1, f.2.index()));
        let mut last = None;
        for (article, _, fact) in facts {
            let Some(claim) = fact.claims().next() else { continue };
            if last != Some(article) {
                self.line("")?;
                self.wrapped(&words::paper(claim), "  ", "      ")?;
                last = Some(article);
            }
            let told = fact.node().positions.first().map_or_else(String::new, words::position);
            let item = words::item(fact.attribute().as_str(), fact.subject(), fact.node().of.as_deref());
            let said: Vec<String> = std::iter::once(format!("{item}: {told}")).chain(words::quoted(claim)).collect();
            self.wrapped(&said.join(", "), "    ", "      ")?;
        }
        Ok(())
    }
}

/// Facts by their event, the events in the order in which they come.
fn by_event<'g>(facts: &[(usize, FactRef<'g>)]) -> Vec<Vec<(usize, FactRef<'g>)>> {
    let mut found: Vec<Vec<(usize, FactRef<'g>)>> = Vec::new();
    let mut place: BTreeMap<EventIx, usize> = BTreeMap::new();
    for &(at, fact) in facts {
        let event = *place.entry(fact.event().index()).or_insert(found.len());
        match found.get_mut(event) {
            Some(facts) => facts.push((at, fact)),
            None => found.push(vec![(at, fact)]),
        }
    }
    found
}

/// What says least stands last: that something happened, and of news of any kind that two sentences are of one day, or that there is one of
/// something, or two ("the two countries").
fn says_little(fact: FactRef<'_>) -> u8 {
    let few = |p: PositionRef<'_>| match p.value() {
        Value::Quantity(q) => q.unit.is_count() && q.upper.is_none() && q.amount <= Number::from_int(2),
        Value::Duration(d) => d.amount <= Number::from_int(1),
        Value::Time(_) => true,
        _ => false,
    };
    match fact.attribute().as_str() {
        "occurrence" => 2,
        _ if fact.event().node().open.is_some() && fact.positions().all(few) => 1,
        _ => 0,
    }
}

/// The position of a claim on a fact.
fn slots_position(fact: FactRef<'_>, claim: ClaimRef<'_>) -> Option<usize> {
    fact.node().positions.iter().position(|p| p.claims.contains(&claim.index()))
}

/// Who tells a position: the first that was published, with a quote if possible.
fn teller(position: PositionRef<'_>) -> Option<ClaimRef<'_>> {
    position.claims().min_by_key(|c| {
        let node = c.article();
        (c.quote().is_none(), words::published(node), node.id.clone())
    })
}

/// What is missing, without the values, which stand above it.
fn reason(relation: RelationRef<'_>) -> String {
    let (why, _) = words::reasons(relation);
    why.rsplit_once(": ").map_or(why.clone(), |(_, reason)| reason.to_owned())
}

/// How many claims lie below each, one replacing the other: 2 for the third toll of three. O(n²) in the relations at worst, which is the
/// length of the longest chain; they lead round in no circle, and if a saved result had one, its claims would stop at their number.
fn heights(relations: &[RelationRef<'_>]) -> BTreeMap<ClaimIx, usize> {
    let mut heights: BTreeMap<ClaimIx, usize> = BTreeMap::new();
    let ends: Vec<(ClaimIx, ClaimIx)> = relations.iter().map(|r| (r.source().index(), r.target().index())).collect();
    for _ in 0..=ends.len() {
        let mut changed = false;
        for (source, target) in &ends {
            let above = 1 + heights.get(target).copied().unwrap_or_default();
            let height = heights.entry(*source).or_default();
            changed |= above > *height;
            *height = above.max(*height);
        }
        if !changed {
            break;
        }
    }
    heights
}

/// "missing: 8 (The Tide, 2031-05-06) after 14 (The Quay, 2031-05-05) after more than 20 (Harbour Notes, 2031-05-04) [CG0401]"
fn chain(fact: FactRef<'_>, groups: &[Group<'_>]) -> String {
    let item = words::item(fact.attribute().as_str(), fact.subject(), fact.node().of.as_deref());
    let relations: Vec<RelationRef<'_>> = groups.iter().flatten().copied().filter(|r| r.kind() == Kind::Supersedes).collect();
    let mut claims: Vec<ClaimRef<'_>> = relations.iter().flat_map(|r| [r.source(), r.target()]).collect();
    // What replaces stands before what it replaces.
    let heights = heights(&relations);
    let height = |c: &ClaimRef<'_>| heights.get(&c.index()).copied().unwrap_or_default();
    claims.sort_by_key(|c| {
        let (undated, day, moment) = words::published(c.article());
        (Reverse(height(c)), c.quote().is_none(), undated, Reverse((day, moment)), c.index())
    });
    let mut seen = Vec::new();
    claims.retain(|c| {
        let said = words::bare(c.claim());
        let new = !seen.contains(&said);
        seen.push(said);
        new
    });
    let shown = claims.len().min(VALUES);
    let told: Vec<String> = claims[..shown].iter().map(|c| format!("{} ({})", words::said(c.claim()), words::source(*c))).collect();
    let rest = if claims.len() > shown { format!(" and {} earlier", claims.len() - shown) } else { String::new() };
    let mut codes: Vec<&str> = relations.iter().map(|r| r.rule().code).collect();
    codes.sort_unstable();
    codes.dedup();
    format!("{item}: {}{rest} [{}]", told.join(" after "), codes.join(", "))
}
