//! The sections of the report, in their order, and what they have in common.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;

use claimgraph::graph::{ClaimGraph, EventRef};
use claimgraph::id::EventIx;

use super::layout::{Ink, Paint, wrap};
use super::slots::Slots;
use super::words;
use crate::input::Texts;

/// How many entries a section shows, unless all are asked for.
pub(super) const CAP: usize = 12;

/// What a report is written from and to.
pub(super) struct Report<'a> {
    pub(super) graph: &'a ClaimGraph,
    pub(super) texts: &'a Texts,
    pub(super) paint: Paint,
    /// The last column.
    pub(super) columns: usize,
    pub(super) all: bool,
    pub(super) out: &'a mut dyn Write,
    /// The events that were put into words: a crowd may be in dispute about many things.
    pub(super) told: BTreeMap<EventIx, Rc<str>>,
}

/// Writes all sections; an empty one is left out.
pub(super) fn write(report: &mut Report<'_>) -> io::Result<()> {
    let slots = Slots::of(report.graph);
    report.head()?;
    report.disputed(&slots)?;
    report.unresolved(&slots)?;
    report.superseded(&slots)?;
    report.near_misses()?;
    report.agreed()?;
    report.told_once()?;
    report.decisions()?;
    report.read()?;
    report.rejected()
}

impl Report<'_> {
    /// The event in words, which are found once.
    pub(super) fn event(&mut self, event: EventRef<'_>) -> Rc<str> {
        self.told.entry(event.index()).or_insert_with(|| words::event(event).into()).clone()
    }

    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    pub(super) fn wrapped(&mut self, text: &str, first: &str, next: &str) -> io::Result<()> {
        wrap(text, first, next, self.columns).iter().try_for_each(|line| self.line(line))
    }

    pub(super) fn title(&mut self, title: &str, n: usize) -> io::Result<()> {
        let title = self.paint.on(Ink::Bold, &format!("{title} ({n})"));
        writeln!(self.out, "\n{title}")
    }

    /// The first of a list, as many as a section shows.
    pub(super) fn shown(&self, n: usize, cap: usize) -> usize {
        if self.all { n } else { n.min(cap) }
    }

    /// How many of a list are not shown.
    pub(super) fn more(&mut self, n: usize, cap: usize) -> io::Result<()> {
        match n - self.shown(n, cap) {
            0 => Ok(()),
            rest => self.line(&format!("\n  … and {rest} more; --all shows them")),
        }
    }

    /// What people decided: who, when, what, and whether it could be followed.
    fn decisions(&mut self) -> io::Result<()> {
        let all = self.graph.decisions();
        if all.is_empty() {
            return Ok(());
        }
        self.title("Decisions", all.len())?;
        self.line("")?;
        for decided in &all[..self.shown(all.len(), CAP)] {
            self.wrapped(&words::decision(decided), "  ", "      ")?;
        }
        self.more(all.len(), CAP)
    }

    fn rejected(&mut self) -> io::Result<()> {
        let all = self.graph.rejected();
        if all.is_empty() {
            return Ok(());
        }
        self.title("Rejected", all.len())?;
        self.line("")?;
        for rejected in &all[..self.shown(all.len(), CAP)] {
            self.wrapped(&super::rejected(rejected), "  ", "      ")?;
        }
        self.more(all.len(), CAP)
    }
}
