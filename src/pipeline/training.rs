//! What whoever learns the weights of linkage sees of a batch.

use super::align::{by_article, mentioned, mentions, open_pairs};
use super::decisions::Decisions;
use super::intake::intake;
use super::names::names;
use super::reconciler::Reconciler;
use crate::claim::Claim;
use crate::id::ArticleId;
use crate::linkage::{FEATURES, Question, SHARED, nearness};

/// A pair of open claims as linkage weighs it.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The claims.
    pub claims: [&'a Claim; 2],
    /// Which of [`QUESTIONS`] it asks.
    pub question: usize,
    /// The level of each of [`features`].
    pub levels: &'a [u8],
}

/// The questions that a pair of claims can ask.
pub const QUESTIONS: [&str; 5] = Question::NAMES;

/// The features of a pair with the names of their levels.
pub fn features() -> &'static [(&'static str, &'static [&'static str])] {
    &FEATURES
}

/// Lets `see` have each pair of open claims that linkage weighs, in the order of the articles.
pub fn pairs(records: &Reconciler, mut see: impl FnMut(Pair<'_>)) {
    let mut intake = intake(records);
    let decisions = Decisions::of(&intake.decisions, &mut intake.rejected);
    let mentions = mentions(&mut intake, &decisions.events);
    let names = names(records, &mut intake, &mentions);
    open_pairs(&intake, mentions, &names, |a, b, shown| {
        see(Pair { claims: [a, b], question: shown.question as usize, levels: &shown.levels });
    });
}

/// What is asked of two articles, with the names of the levels.
pub fn shared() -> &'static [(&'static str, &'static [&'static str])] {
    &SHARED
}

/// Lets `see` have each two articles that may be of one story, and the level of each of [`shared`].
pub fn articles(records: &Reconciler, mut see: impl FnMut([&ArticleId; 2], &[u8])) {
    let intake = intake(records);
    for (a, b, levels) in nearness(by_article(&intake).into_iter(), &mentioned(&intake)) {
        see([a, b].map(|i| intake.articles[i as usize].id), &levels);
    }
}
