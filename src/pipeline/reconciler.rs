//! The reconciler: what it holds, and what can be done to it.

use std::fmt;
use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::{ClaimRecord, Decision, EntityRecord, Location, Record, Rejected};
use crate::claim::{Attribute, Claim, Extraction, Extractor};
use crate::corpus::{Article, QuoteSelector};
use crate::graph::ClaimGraph;
use crate::id::ArticleId;
use crate::ontology::Ontology;

/// Takes articles, claims, entities and decisions; gives a graph.
///
/// The same records in any order give the same graph.
#[derive(Clone, Default)]
pub struct Reconciler {
    pub(super) extractor: Option<Arc<dyn Extractor + Send>>,
    pub(super) articles: Vec<StoredArticle>,
    pub(super) claims: Vec<StoredClaim>,
    shared: Shared,
    pub(super) entities: Vec<(EntityRecord, Option<Location>)>,
    pub(super) decisions: Vec<(Decision, Option<Location>)>,
    pub(super) retracts: Vec<(ArticleId, Option<Location>)>,
    pub(super) rejected: Vec<Rejected>,
    ontology: Option<Arc<Ontology>>,
}

/// An article, where it was read, and what the extractor found in it, once it has looked.
#[derive(Clone)]
pub(super) struct StoredArticle {
    pub(super) id: ArticleId,
    pub(super) article: Arc<Article>,
    pub(super) at: Option<Location>,
    pub(super) extraction: Arc<OnceLock<Extraction>>,
}

/// Texts that most claims repeat. Each is kept once: by itself, such a text takes as much memory as a number of the claim.
#[derive(Clone, Default)]
struct Shared {
    articles: FxHashSet<ArticleId>,
    attributes: FxHashSet<Attribute>,
}

/// Puts the equal text that is known in the place of `own`.
fn share<T: Clone + Eq + Hash>(known: &mut FxHashSet<T>, own: &mut T) {
    match known.get(own) {
        Some(one) => own.clone_from(one),
        None => drop(known.insert(own.clone())),
    }
}

/// A claim, and what of it is still words.
#[derive(Clone)]
pub(super) struct StoredClaim {
    /// Has its id, unless that follows from what is still words.
    pub(super) claim: Arc<Claim>,
    /// Whether its record gave the id.
    pub(super) named: bool,
    pub(super) words: Option<Box<Words>>,
    pub(super) at: Option<Location>,
}

/// What of a claim is still to be looked up or normalised.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    pub(super) selector: Option<QuoteSelector>,
    pub(super) value: Option<String>,
    pub(super) time: Option<String>,
    pub(super) place: Option<String>,
}

impl Reconciler {
    /// A reconciler without extractor: articles give no claims of their own.
    pub fn new() -> Self {
        Self::default()
    }

    /// A reconciler that reads every article with `extractor`.
    pub fn with_extractor(extractor: impl Extractor + Send + 'static) -> Self {
        Self { extractor: Some(Arc::new(extractor)), ..Self::default() }
    }

    /// The same, with other rows for attributes and kinds of event than [those that come with the library](Ontology::builtin).
    #[must_use]
    pub fn with_ontology(mut self, ontology: Ontology) -> Self {
        self.ontology = Some(Arc::new(ontology));
        self
    }

    pub(super) fn ontology(&self) -> &Ontology {
        self.ontology.as_deref().unwrap_or_else(|| Ontology::builtin())
    }

    pub(super) fn own_ontology(&self) -> Option<Arc<Ontology>> {
        self.ontology.clone()
    }

    /// Adds a record. Nothing is checked before [`reconcile`](Self::reconcile).
    pub fn add(&mut self, record: impl Into<Record>) -> &mut Self {
        self.put(record.into(), None);
        self
    }

    /// Adds a record that was read at `location`.
    pub fn add_from(&mut self, record: impl Into<Record>, location: Location) -> &mut Self {
        self.put(record.into(), Some(location));
        self
    }

    /// Carries what a reader could not use to the result.
    pub fn reject(&mut self, rejected: Rejected) -> &mut Self {
        self.rejected.push(rejected);
        self
    }

    /// Adds a person's decision.
    pub fn decide(&mut self, decision: Decision) -> &mut Self {
        self.add(decision)
    }

    /// Takes an article and its claims out again, as if they had never been added. Tells whether there was anything.
    pub fn remove(&mut self, article: &ArticleId) -> bool {
        let before = self.articles.len() + self.claims.len();
        self.articles.retain(|a| a.id != *article);
        self.claims.retain(|c| c.claim.article != *article);
        before != self.articles.len() + self.claims.len()
    }

    /// The graph of everything added.
    pub fn reconcile(&self) -> ClaimGraph {
        ClaimGraph::trusted(super::build::parts(self))
    }

    fn put(&mut self, record: Record, at: Option<Location>) {
        match record {
            Record::Article(article) => {
                let id = article.id.clone().unwrap_or_else(|| article.derive_id());
                self.articles.push(StoredArticle { id, article: Arc::new(*article), at, extraction: Arc::default() });
            }
            Record::Claim(record) => {
                let ClaimRecord { mut claim, selector, value_text: value, time_text: time, place_text: place } = *record;
                let words = Words { selector, value, time, place };
                let empty = Words { selector: None, value: None, time: None, place: None };
                let words = (words != empty).then(|| Box::new(words));
                let named = claim.id.is_some();
                if words.is_none() && !named {
                    claim.id = Some(claim.derive_id());
                }
                share(&mut self.shared.articles, &mut claim.article);
                share(&mut self.shared.attributes, &mut claim.attribute);
                self.claims.push(StoredClaim { claim: claim.into(), named, words, at });
            }
            Record::Entity(record) => self.entities.push((record, at)),
            Record::Decision(decision) => self.decisions.push((decision, at)),
            Record::Retract(id) => self.retracts.push((id, at)),
        }
    }
}

impl fmt::Debug for Reconciler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reconciler").field("articles", &self.articles.len()).field("claims", &self.claims.len()).finish_non_exhaustive()
    }
}
