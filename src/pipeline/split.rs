//! Events that a person told apart although nothing that is said of them differs.
//!
//! Two claims of one article that give one event, or two mentions that say the same, are one mention and one signature. Where
//! somebody decided that one of them is another event than something else, it gets a mention, and a signature, of its own: only
//! what has a place of its own can be kept apart. It stays a *twin* of what it was one with, and goes back there unless the decision
//! keeps it out; a claim beside a disputed one is not torn out with it.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::align::Came;
use super::intake::OnClaims;
use crate::claim::Verdict;
use crate::linkage::Signature;

/// Groups of claims that people made one, and which of them they kept apart from others.
pub(super) struct Split {
    /// For each claim decided about, the smallest claim of its group.
    group: FxHashMap<u32, u32>,
    /// The groups that are kept apart from others. Sorted.
    parties: Vec<u32>,
}

impl Split {
    /// `decisions` hold together.
    pub(super) fn of(decisions: &[OnClaims<'_>]) -> Self {
        let mut parent: FxHashMap<u32, u32> = FxHashMap::default();
        let said = |verdict: Verdict| decisions.iter().filter(move |d| d.decision.verdict == verdict).map(|d| d.pair);
        for (a, b) in said(Verdict::SameEvent) {
            let (a, b) = (root(&mut parent, a), root(&mut parent, b));
            parent.insert(a.max(b), a.min(b));
        }
        let mut claims: Vec<u32> = decisions.iter().flat_map(|d| [d.pair.0, d.pair.1]).collect();
        claims.sort_unstable();
        claims.dedup();
        let group: FxHashMap<u32, u32> = claims.iter().map(|&c| (c, root(&mut parent, c))).collect();
        let mut parties: Vec<u32> = said(Verdict::DifferentEvent).flat_map(|(a, b)| [group[&a], group[&b]]).collect();
        parties.sort_unstable();
        parties.dedup();
        Self { group, parties }
    }

    /// Whether a group of claims is kept apart from any other.
    fn is_party(&self, group: u32) -> bool {
        self.parties.binary_search(&group).is_ok()
    }

    /// Parts runs of claims, each to be one mention, where they hold claims of several groups of which one is kept apart from any.
    /// Gives a claim of each part with one of the rest.
    pub(super) fn runs(&self, runs: &mut Vec<Cow<'_, [Came]>>) -> Vec<(u32, u32)> {
        let mut twins = Vec::new();
        if self.parties.is_empty() {
            return twins;
        }
        let mut more: Vec<Cow<'_, [Came]>> = Vec::new();
        for run in runs.iter_mut() {
            for group in self.out_of(run) {
                let (gone, rest): (Vec<Came>, Vec<Came>) = run.iter().partition(|r| self.group.get(&r.2) == Some(&group));
                twins.push((rest[0].2, gone[0].2));
                *run = Cow::Owned(rest);
                more.push(Cow::Owned(gone));
            }
        }
        runs.append(&mut more);
        twins
    }

    /// The groups that leave a run: all but the smallest.
    fn out_of(&self, run: &[Came]) -> Vec<u32> {
        let mut groups: Vec<u32> = run.iter().filter_map(|r| self.group.get(&r.2).copied()).collect();
        groups.sort_unstable();
        groups.dedup();
        if groups.iter().any(|&g| self.is_party(g)) { groups.split_off(1) } else { Vec::new() }
    }

    /// The mentions of the groups that are kept apart from others, each with its group.
    pub(super) fn mentions(&self, of_claim: &[u32]) -> Vec<(u32, u32)> {
        let claims = self.group.iter().filter(|(_, group)| self.is_party(**group));
        let mut all: Vec<(u32, u32)> = claims.map(|(&claim, &group)| (of_claim[claim as usize], group)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

fn root(parent: &mut FxHashMap<u32, u32>, mut i: u32) -> u32 {
    while let Some(&up) = parent.get(&i).filter(|&&up| up != i) {
        if let Some(&next) = parent.get(&up) {
            parent.insert(i, next);
        }
        i = up;
    }
    i
}

/// Gives mentions signatures of their own; returns lists of mentions that would have one signature otherwise, one of those that
/// keep it among them.
pub(super) fn tell_apart(all: &mut [Signature], apart: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let mut alike: FxHashMap<Signature, Vec<u32>> = FxHashMap::default();
    for &(mention, _) in apart {
        alike.entry(all[mention as usize].clone()).or_default().push(mention);
    }
    for &(mention, group) in apart {
        all[mention as usize].own = Some(group);
    }
    if !alike.is_empty() {
        let mut seen: FxHashSet<&Signature> = FxHashSet::default();
        for (signature, mention) in all.iter().zip(0..) {
            if let Some(of) = alike.get_mut(signature).filter(|_| seen.insert(signature)) {
                of.insert(0, mention);
            }
        }
    }
    let mut alike: Vec<Vec<u32>> = alike.into_values().filter(|of| of.len() > 1).collect();
    alike.sort_unstable();
    alike
}
