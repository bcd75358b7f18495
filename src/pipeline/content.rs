//! An order of claims and events by what they tell: for choices that no id, no position in a text and no order of records may decide.
//!
//! Ids follow from places in a text, which move when its lines end otherwise, and callers name things as they like. Where two things
//! tell the same in every word, it does not matter which of them is taken.

use std::fmt::{self, Write};

use jiff::civil::DateTime;
use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3Default;

use super::intake::position;
use super::items::Table;
use crate::corpus::{Article, Published};
use crate::graph::{Entity, EventNode};
use crate::text::letters;

/// Where a claim stands among others: by publication, those without a date last; then by its content; of equal ones in its own article by
/// place.
pub(super) type Place = (bool, Option<DateTime>, u64, u32, Option<usize>, u32);

/// What the order is taken from.
#[derive(Clone, Copy)]
pub(super) struct Content<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) articles: &'a [&'a Article],
    pub(super) entities: &'a [Entity],
}

impl Content<'_> {
    /// O(n) in the words of the claim.
    pub(super) fn place(&self, claim: u32) -> Place {
        let node = self.table.node(claim);
        let published = self.table.side(claim).published;
        let start = node.claim.quote.as_ref().map(|q| q.span.start);
        (published.is_none(), published.map(Published::moment), self.of_claim(claim), node.article.get(), start, claim)
    }

    /// The claims in that order.
    pub(super) fn sorted(&self, claims: impl IntoIterator<Item = u32>) -> Vec<u32> {
        let mut all: Vec<u32> = claims.into_iter().collect();
        if all.len() > 1 {
            all.sort_by_cached_key(|&c| self.place(c));
        }
        all
    }

    /// For each event its rank by when it was, given as seconds, and by what is told of it.
    pub(super) fn ranks(&self, events: &[EventNode], start: impl Fn(usize) -> i64 + Sync) -> Vec<u32> {
        let mut order: Vec<(i64, u64, u32)> =
            events.par_iter().enumerate().map(|(i, e)| (start(i), self.of_event(e), position(i))).collect();
        order.par_sort_unstable();
        for same in order.chunk_by_mut(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|run| run.len() > 1) {
            same.sort_by_cached_key(|e| (self.of_claims(&events[e.2 as usize]), e.2));
        }
        let mut ranks = vec![0; events.len()];
        order.iter().enumerate().for_each(|(rank, e)| ranks[e.2 as usize] = position(rank));
        ranks
    }

    fn of_claim(&self, claim: u32) -> u64 {
        let node = self.table.node(claim);
        let (claim, article) = (&*node.claim, self.articles[node.article.at()]);
        let mut told = Digest::default();
        for text in [&article.publisher, &article.title, &article.agency] {
            told.part(&letters(text.as_deref().unwrap_or_default()));
        }
        // By letters and digits alone: how they are set does not count.
        told.part(&letters(claim.quote.as_ref().map_or("", |q| &q.exact)));
        told.part(&letters(&claim.value.raw));
        for text in [&claim.subject, &claim.of].into_iter().flatten().chain(&claim.attributed_to) {
            told.part(&letters(text));
        }
        told.part(claim.attribute.as_str());
        // Writing to a digest cannot fail.
        let _ = write!(told, "{} {} {}", claim.value.value, claim.modality.as_str(), claim.polarity.as_str());
        let _ = claim.scope.as_ref().map_or(Ok(()), |scope| write!(told, " {scope}"));
        told.0.digest()
    }

    fn of_event(&self, event: &EventNode) -> u64 {
        let mut told = Digest::default();
        told.part(event.action.as_str());
        let mut names: Vec<String> = event.participants.iter().map(|p| letters(&self.entities[p.0.at()].name)).collect();
        names.sort_unstable();
        names.iter().for_each(|name| told.part(name));
        for value in [&event.time, &event.place] {
            let _ = value.as_ref().map_or(Ok(()), |v| write!(told, "{}", v.value));
            told.part("");
        }
        told.0.digest()
    }

    /// Of its claims, whatever their order.
    fn of_claims(&self, event: &EventNode) -> u64 {
        event.claims.iter().fold(0, |sum, c| sum.wrapping_add(self.of_claim(c.get())))
    }
}

/// A hash that takes texts, each told apart from the next.
#[derive(Default)]
struct Digest(Xxh3Default);

impl Digest {
    fn part(&mut self, text: &str) {
        self.0.update(text.as_bytes());
        self.0.update(&[0xff]);
    }
}

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}
