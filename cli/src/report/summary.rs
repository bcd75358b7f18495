//! The head of a report: how much there is, and how many facts stand how.

use std::collections::BTreeSet;
use std::io;

use claimgraph::graph::FactState;

use super::conflicts::Conflicts;
use super::layout::{Ink, wrap};
use super::sections::Report;
use super::words::count;

impl Report<'_> {
    pub(super) fn head(&mut self) -> io::Result<()> {
        let graph = self.graph;
        let publishers: BTreeSet<&str> = graph.articles().iter().filter_map(|a| a.article.publisher.as_deref()).collect();
        let (articles, origins) = (count(graph.articles().len(), "article"), count(graph.origins().len(), "origin"));
        self.wrapped(&format!("{articles}, {}, at most {origins}", count(publishers.len(), "named publisher")), "", "")?;
        let (claims, events) = (count(graph.claims().len(), "claim"), count(graph.events().len(), "event"));
        self.wrapped(&format!("{claims} on {events}"), "", "")?;
        self.table()?;
        if graph.relations().len() == 0 && graph.claims().len() > 0 {
            self.line("")?;
            self.wrapped("nothing here to compare; --format json lists the claims", "", "")?;
        }
        self.undated()
    }

    /// How many facts stand how: a row a state, in the order of the sections. That nothing is disputed is said, too.
    fn table(&mut self) -> io::Result<()> {
        let graph = self.graph;
        if graph.claims().len() == 0 && graph.rejected().is_empty() {
            return Ok(());
        }
        let of_state = |state| graph.facts_in(state).count();
        let misses = super::misses::pairs(graph);
        let conflicts = Conflicts::of(graph);
        let facts = |n: usize, what: &str| (n, if n == 1 { "fact" } else { "facts" }, what.to_owned());
        let rows = [
            facts(of_state(FactState::Disputed), &format!("disputed{}", conflicts.split())),
            facts(of_state(FactState::Unresolved), "unresolved"),
            facts(of_state(FactState::Superseded), "superseded by what was told later"),
            (misses, if misses == 1 { "near miss" } else { "near misses" }, "(alike, and not of one thing)".to_owned()),
            facts(of_state(FactState::Agreed), "agreed"),
            facts(of_state(FactState::Single), "told by one article only"),
            (graph.rejected().len(), if graph.rejected().len() == 1 { "record" } else { "records" }, "rejected".to_owned()),
        ];
        // That there is no dispute, or nothing agreed, is an answer.
        let always = |what: &str| what.starts_with("disputed") || what == "agreed";
        let shown: Vec<_> = rows.into_iter().filter(|(n, _, what)| *n > 0 || always(what)).collect();
        let digits = shown.iter().map(|(n, ..)| n.to_string().len()).max().unwrap_or(1);
        self.line("")?;
        for (n, noun, what) in shown {
            let indent = " ".repeat(2 + digits - n.to_string().len());
            let ink = if n > 0 && what.starts_with("disputed") { Some(Ink::Red) } else { None };
            for line in wrap(&format!("{n} {noun} {what}"), &indent, &" ".repeat(digits + 3), self.columns) {
                let line = ink.map_or_else(|| line.clone(), |ink| self.paint.on(ink, &line));
                self.line(&line)?;
            }
        }
        Ok(())
    }

    /// That of articles without a day little can be compared, and what helps.
    fn undated(&mut self) -> io::Result<()> {
        let articles = self.graph.articles();
        let undated = articles.iter().filter(|a| a.article.published.is_none()).count();
        if undated == 0 || self.graph.claims().len() == 0 {
            return Ok(());
        }
        let have = if undated == 1 { "has" } else { "have" };
        let of = if undated == articles.len() {
            count(undated, "article")
        } else {
            format!("{undated} of {}", count(articles.len(), "article"))
        };
        let hint = "on which day its “on Monday” was cannot be told (`published` in a record or above the text says it)";
        let hint = if undated == 1 { hint.to_owned() } else { hint.replace("its", "their") };
        self.line("")?;
        self.wrapped(&format!("{of} {have} no date of publication: {hint}"), "", "")
    }
}
