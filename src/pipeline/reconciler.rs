//! The reconciler: what it holds, and what can be done to it.

use std::fmt;
use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::{ClaimRecord, Decision, EntityRecord, Location, Record, Rejected};
use crate::claim::{Attribute, Claim, Extraction, Extractor, Refusal, check};
use crate::corpus::{Article, Published, QuoteSelector};
use crate::graph::ClaimGraph;
use crate::id::ArticleId;
use crate::ontology::{AttributeType, EventType, Ontology};
use crate::text::cleaned;

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
    /// Attributes that callers declare; those of one name that differ are rejected at intake.
    pub(super) attributes: Vec<(AttributeType, Option<Location>)>,
    /// Kinds of event that callers declare, likewise.
    pub(super) event_types: Vec<(EventType, Option<Location>)>,
    pub(super) rejected: Vec<Rejected>,
    /// Other rows than the built-in ones.
    pub(super) ontology: Option<Arc<Ontology>>,
    /// Sets of articles that a saved result knows to share text.
    pub(super) copied: Vec<Vec<ArticleId>>,
    /// Articles published or changed later are left out.
    pub(super) as_of: Option<Published>,
}

/// An article, where it was read, and what the extractor found in it, once it has looked.
#[derive(Clone)]
pub(super) struct StoredArticle {
    pub(super) id: ArticleId,
    pub(super) article: Arc<Article>,
    pub(super) at: Option<Location>,
    pub(super) extraction: Arc<OnceLock<Extraction>>,
    /// Whether it comes from a saved result, without its text.
    pub(super) saved: bool,
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
    /// Whether it comes from a saved result, its quote verified.
    pub(super) saved: bool,
}

/// What of a claim is still to be looked up or normalised.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    pub(super) selector: Option<QuoteSelector>,
    pub(super) value: Option<String>,
    pub(super) time: Option<String>,
    pub(super) place: Option<String>,
    /// Whether a time of the scope is still words.
    pub(super) scope: bool,
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

    /// A reconciler that continues a result: its articles, claims, decisions and rejected records, and the caller's entities.
    ///
    /// An article that came without text keeps the claims and quotes that it had, and is taken with its text once that is added. Where
    /// claims rest on shared passages of texts that are not there, only what the result says of their articles is known.
    pub fn from_graph(graph: &ClaimGraph) -> Self {
        super::continued::records(graph)
    }

    /// The same, reading every article added from now on with `extractor`.
    #[must_use]
    pub fn extracting(mut self, extractor: impl Extractor + Send + 'static) -> Self {
        self.extractor = Some(Arc::new(extractor));
        self
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
        self.rejected.push(Rejected { reason: cleaned(rejected.reason), ..rejected });
        self
    }

    /// Adds a person's decision.
    pub fn decide(&mut self, decision: Decision) -> &mut Self {
        self.add(decision)
    }

    /// Leaves out what was published later, and of an article that was changed later the text that it has since. An article whose date
    /// is not known stays.
    pub fn as_of(&mut self, limit: impl Into<Published>) -> &mut Self {
        self.as_of = Some(limit.into());
        self
    }

    /// Takes an article and its claims out again, as if they had never been added. Tells whether there was anything.
    pub fn remove(&mut self, article: impl Into<ArticleId>) -> bool {
        let article = &article.into();
        let before = self.articles.len() + self.claims.len();
        self.articles.retain(|a| a.id != *article);
        self.claims.retain(|c| c.claim.article != *article);
        before != self.articles.len() + self.claims.len()
    }

    /// The graph of everything added.
    pub fn reconcile(&self) -> ClaimGraph {
        ClaimGraph::trusted(super::build::parts(self))
    }

    /// What the extractor has found in the articles that [`reconcile`](Self::reconcile) had it read, each text of a revised one by itself, in
    /// the order in which they were added.
    pub fn extractions(&self) -> impl Iterator<Item = (&ArticleId, &Article, &Extraction)> {
        let own = self.articles.iter().filter(|a| !a.saved);
        own.filter_map(|a| Some((&a.id, &*a.article, a.extraction.get()?)))
    }

    fn put(&mut self, record: Record, at: Option<Location>) {
        match record {
            Record::Article(mut article) => {
                for (field, told) in [("published", &mut article.published), ("updated", &mut article.updated)] {
                    *told = check::moment(field, *told).unwrap_or_else(|refusal| {
                        self.rejected.push(Rejected::of(at.as_ref(), refusal));
                        None
                    });
                }
                let id = article.id.clone().unwrap_or_else(|| article.derive_id());
                self.articles.push(StoredArticle { id, article: Arc::new(*article), at, extraction: Arc::default(), saved: false });
            }
            Record::Claim(record) => {
                let ClaimRecord { mut claim, selector, value_text: value, time_text: time, place_text: place } = *record;
                let scope = claim.scope.as_mut().is_some_and(|s| s.unread().next().is_some());
                let words = Words { selector, value, time, place, scope };
                let empty = Words { selector: None, value: None, time: None, place: None, scope: false };
                let words = (words != empty).then(|| Box::new(words));
                let named = claim.id.is_some();
                if words.is_none() && !named {
                    claim.id = Some(claim.derive_id());
                }
                share(&mut self.shared.articles, &mut claim.article);
                share(&mut self.shared.attributes, &mut claim.attribute);
                self.claims.push(StoredClaim { claim: claim.into(), named, words, at, saved: false });
            }
            Record::Entity(record) => {
                let checked = check::entity(&record);
                self.checked(checked, at, |own, at| own.entities.push((record, at)));
            }
            Record::Decision(decision) => {
                let checked = check::decision(&decision);
                self.checked(checked, at, |own, at| own.decisions.push((decision, at)));
            }
            Record::Attribute(record) => {
                let checked = check::declared(&record);
                self.checked(checked, at, |own, at| own.attributes.push((record, at)));
            }
            Record::EventType(record) => {
                let checked = check::declared_event(&record);
                self.checked(checked, at, |own, at| own.event_types.push((record, at)));
            }
            Record::Retract(id) => {
                let checked = check::filled("article", id.as_str());
                self.checked(checked, at, |own, at| own.retracts.push((id, at)));
            }
        }
    }

    /// Keeps a record that stands by itself, or why it cannot be used.
    fn checked(&mut self, checked: Result<(), Refusal>, at: Option<Location>, keep: impl FnOnce(&mut Self, Option<Location>)) {
        match checked {
            Ok(()) => keep(self, at),
            Err(refusal) => self.rejected.push(Rejected::of(at.as_ref(), refusal)),
        }
    }
}

/// Adds records of one kind: `reconciler.extend([Article::new("a"), Article::new("b")])`.
impl<R: Into<Record>> Extend<R> for Reconciler {
    fn extend<I: IntoIterator<Item = R>>(&mut self, records: I) {
        for record in records {
            self.add(record);
        }
    }
}

impl fmt::Debug for Reconciler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reconciler").field("articles", &self.articles.len()).field("claims", &self.claims.len()).finish_non_exhaustive()
    }
}
