//! Cross-source claim reconciliation: what articles say of the same events, where they agree, where they differ, and why.
//!
//! Most users need three types:
//!
//! - [`Reconciler`] takes articles, claims, entities and decisions, in any order;
//! - [`ClaimGraph`] is what it gives: events, claims, how pairs of them relate, and the positions on each fact;
//! - [`Claim`] is one statement of one article: a value of an attribute of an [`Event`].
//!
//! The library gives no verdict of true or false. It keeps every side and says who stands on which, and why it relates two
//! claims as it does.
//!
//! # Typed claims to a graph
//!
//! No text and no JSON. Claims of different articles are compared once they are known to speak of one event, here a quake in
//! one place within two days. The later and higher toll supersedes the earlier one; it does not contradict it.
//!
//! ```
//! use claimgraph::corpus::Article;
//! use claimgraph::jiff::civil::date;
//! use claimgraph::value::{Normalized, Number, Place, Quantity, Value};
//! use claimgraph::{Claim, Event, Reconciler};
//!
//! let people = |n| Normalized::new(format!("{n} people"), Value::Quantity(Quantity::new(Number::from_int(n), "person")));
//! let quake = Event::new("quake").place(Place::new("Marrow Bay"));
//! let mut reconciler = Reconciler::new();
//! reconciler.add(Article::new("echo").publisher("Echo").published(date(2031, 5, 4)));
//! reconciler.add(Article::new("herald").publisher("Herald").published(date(2031, 5, 6)));
//! reconciler.add(Claim::new("echo", quake.clone(), "killed", people(12)));
//! reconciler.add(Claim::new("herald", quake, "killed", people(19)));
//! for relation in reconciler.reconcile().relations() {
//!     println!("{relation}");
//!     assert_eq!(relation.kind().as_str(), "supersedes");
//! }
//! # assert_eq!(reconciler.reconcile().relations().count(), 1);
//! ```
//!
//! # Claims from words
//!
//! What a person, a model or a database says is words, and of whatever attribute. [`Claim::words`] takes them as they stand, of an
//! event; [`Claim::about`], of somebody or something alone. They are read against the article's day of publication; a quote is
//! looked up in its text. Of words whose attribute nobody declared it is not known whether two exclude each other: an
//! [`AttributeType`] tells, as a record beside the others or in an [`Ontology`] given to [`Reconciler::with_ontology`].
//!
//! ```
//! use claimgraph::{Article, AttributeType, Cardinality, Claim, Ontology, Reconciler, export};
//!
//! let known = Ontology::builtin().clone().with_attribute(AttributeType::new("flagship").cardinality(Cardinality::Exclusive));
//! let mut reconciler = Reconciler::new().with_ontology(known);
//! reconciler.extend([Article::new("echo").text("Norvane's Grey Heron sails first."), Article::new("tide")]);
//! reconciler.add(Claim::about("echo", "Norvane", "flagship", "Grey Heron").quote("Grey Heron sails first"));
//! reconciler.add(Claim::about("tide", "Norvane", "flagship", "White Tern"));
//! let graph = reconciler.reconcile();
//! for claim in graph.disputes().flat_map(|fact| fact.claims()) {
//!     println!("{}: {} (“{}”)", claim.article().id, claim.value(), claim.words().unwrap_or("no quote"));
//! }
//! assert_eq!(graph.disputes().count(), 1);
//!
//! // A result can be saved, loaded and continued.
//! let mut saved = Vec::new();
//! export::json(&graph, &mut saved)?;
//! let mut continued = Reconciler::from_graph(&export::load(&saved)?);
//! continued.add(Claim::about("tide", "Norvane", "CEO", "Mara Lind"));
//! assert_eq!(continued.reconcile().claims().len(), 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `examples/open_claims.rs` is a whole program of this kind.
//!
//! # Articles to a graph
//!
//! With an [`Extractor`](claim::Extractor) every article is read for claims. `English`, in the room `english`, is the one that
//! comes with the crate; another stands in `examples/own_extractor.rs`. Every claim keeps the words that it rests on.
//!
//! ```
//! # #[cfg(feature = "english")] {
//! use claimgraph::Reconciler;
//! use claimgraph::corpus::Article;
//! use claimgraph::english::English;
//! use claimgraph::jiff::civil::date;
//!
//! let mut reconciler = Reconciler::with_extractor(English);
//! reconciler.add(
//!     Article::new("gazette")
//!         .publisher("The Fjord Gazette")
//!         .published(date(2031, 5, 5))
//!         .text("Transport Minister Ada Okafor met Governor Ivo Brandt in Bergen on Sunday. They talked for seven and a half hours."),
//! );
//! reconciler.add(
//!     Article::new("courier")
//!         .publisher("Coast Courier")
//!         .published(date(2031, 5, 6))
//!         .text("Ada Okafor and Ivo Brandt met in Bergen, Norway, on May 4. The meeting lasted three hours, a guard said."),
//! );
//! let graph = reconciler.reconcile();
//! let conflict = graph.conflicts().next().expect("seven and a half hours against three");
//! for side in [conflict.source(), conflict.target()] {
//!     let quote = side.quote().expect("claims of the reader have quotes");
//!     println!("{}: “{}” ({})", side.article().id, quote.exact, side.value());
//! }
//! # }
//! ```
//!
//! # Asking the graph
//!
//! Queries borrow from the graph and come in a fixed order.
//!
//! ```
//! # use claimgraph::corpus::Article;
//! # use claimgraph::value::{Normalized, Place, Value};
//! # use claimgraph::{Claim, Event, Reconciler};
//! # let met_in = |article: &str, place: &str, outer: &str| {
//! #     let event = Event::new("meet").with("Ada Okafor").with("Ivo Brandt");
//! #     Claim::new(article, event, "place", Normalized::new(place, Value::Place(Place::new(place).within(outer))))
//! # };
//! # let mut reconciler = Reconciler::new();
//! # for id in ["a", "b", "c"] {
//! #     reconciler.add(Article::new(id));
//! # }
//! # reconciler.add(met_in("a", "Harbour House", "Portland")).add(met_in("b", "Harbour House", "Portland"));
//! # reconciler.add(met_in("c", "Portland", "Norland"));
//! # let graph = reconciler.reconcile();
//! // What is in dispute, fact by fact, and how many stand on each side.
//! for fact in graph.facts() {
//!     for position in fact.positions() {
//!         println!("{}: {} articles, at most {} origins", position.value(), position.articles(), position.origins());
//!     }
//! }
//! // Why two claims are related as they are, or are not related.
//! let relation = graph.relations().next().expect("three claims of one place");
//! println!("{}", graph.explain(relation.source().id(), relation.target().id()));
//! // What would go if an article were withdrawn; and the graph without it.
//! let resting = graph.resting_on("c");
//! assert_eq!((resting.claims.len(), resting.relations.len(), resting.facts.len()), (1, 2, 0));
//! reconciler.remove("c");
//! assert_eq!(reconciler.reconcile().relations().len(), 1);
//! ```
//!
//! [`ClaimGraph::petgraph`] gives the relations to petgraph's algorithms; petgraph and jiff are re-exported.
//!
//! # Values alone
//!
//! The room [`normalize`] reads dates, durations and quantities out of English words; [`value`] compares them. Neither needs an article.
//!
//! ```
//! use claimgraph::jiff::civil::date;
//! use claimgraph::normalize::{self, Context};
//! use claimgraph::value::{Outcome, Value, compare};
//!
//! let context = Context::published(date(2031, 5, 7));
//! let friday = normalize::time("last Friday", &context).expect("a day");
//! assert_eq!(Value::Time(friday).canonical(), "2031-05-02");
//! let told = normalize::duration("more than three hours").expect("a length");
//! let known = normalize::duration("seven and a half hours").expect("a length");
//! // Both can hold by the letter, but nobody would put it so.
//! assert_eq!(compare(&Value::Duration(told), &Value::Duration(known)).outcome, Outcome::Tension);
//! assert_eq!(normalize::quantity("some 1.2 million people").map(|q| q.to_string()).as_deref(), Some("1200000 people"));
//! ```
//!
//! # A person's decision
//!
//! A decision names two claims by their ids. It outranks the rules, is shown as what it is, and is withdrawn by leaving it
//! out.
//!
//! ```
//! use claimgraph::corpus::Article;
//! use claimgraph::pipeline::{Decision, Verdict};
//! # use claimgraph::value::{Normalized, Number, Quantity, Value};
//! # use claimgraph::{Claim, Event, Reconciler};
//! # let came = |article: &str, n: i64| {
//! #     let count = Normalized::new(format!("{n} people"), Value::Quantity(Quantity::new(Number::from_int(n), "person")));
//! #     Claim::new(article, Event::new("meet").with("Ada Okafor").with("Ivo Brandt"), "attended", count)
//! # };
//!
//! let (first, second) = (came("a", 41), came("b", 53));
//! let (a, b) = (first.derive_id(), second.derive_id());
//! let mut reconciler = Reconciler::new();
//! reconciler.add(Article::new("a")).add(Article::new("b")).add(first).add(second);
//! assert_eq!(reconciler.reconcile().conflicts().count(), 1);
//!
//! reconciler.decide(Decision::on_claims(a, b, Verdict::NoConflict, "R. Hale").at("2031-05-06").because("the one counts the press"));
//! assert_eq!(reconciler.reconcile().conflicts().count(), 0);
//! ```
//!
//! # Identity
//!
//! | thing | its identity | two are one when | it lasts |
//! |---|---|---|---|
//! | article | the record's id, else a hash of its content | the ids are equal; one id with two contents is rejected | as long as its record |
//! | claim | the record's id, else a hash of article, place in the text, event, attribute, value, modality and attribution | the ids are equal | as long as its words and what is read from them |
//! | data item | event, attribute, subject and part | all four are equal | as long as its event; the id of its fact, a hash of the smallest id among its claims, until that claim goes or a smaller one joins |
//! | event | a hash of the smallest id among its claims | linkage brought their mentions together | until that claim goes, or a smaller one joins |
//! | entity | the caller's id, else a hash of its kind and fullest name | linkage brought their names together | until a fuller name joins |
//! | origin | a hash of the smallest id among its articles | one agency, shared text, or one publisher | until that article goes, or a smaller one joins |
//! | value | itself | the canonical forms and modifiers are equal | it is a plain value |
//!
//! Positions in the graph's lists and petgraph's indices are views of one graph; keep ids, not indices.
//!
//! # Rooms
//!
//! The modules are the stages, and a reader who only wants a graph needs none of them but [`corpus`] and [`value`], to make
//! articles and values. Why one would go into the others:
//!
//! - [`claim`]: to build claims with roles, modality or attribution; to write an extractor; to make entities by hand.
//! - [`graph`]: the views and queries, and what a graph is put together from.
//! - [`relation`]: the rule table, and to decide one pair of claims without a graph.
//! - [`ingest`] and [`export`]: to read records from bytes, to write results, and to load a saved one.
#![cfg_attr(feature = "english", doc = "- [`english`]: to read one article and see all that was found in it.")]
#![cfg_attr(feature = "english", doc = "- [`analysis`]: to tag and parse English sentences.")]
//! - [`normalize`]: to turn an English expression of time, length or amount into a value.
//! - [`value`]: to compare two values alone; the intervals behind the hedges.
//! - [`linkage`], [`blocking`], [`origin`]: to see, or to use alone, how names, events and voices are told apart.
//! - [`text`], [`explain`], [`measure`], [`id`]: what the others are made of.
//! - [`pipeline`]: the wiring, and the records that it takes.
//!
//! What each room does not know stands at the end of its own page; `docs/ARCHITECTURE.md` has them all, and
//! `docs/DESIGN.md` has the reasons.
//!
//! # Features
//!
//! `english` (on by default): the reader of English articles. `schema`: JSON Schemas of what is read and written.

#[cfg(feature = "english")]
pub mod analysis;
pub mod blocking;
pub mod claim;
pub mod corpus;
#[cfg(feature = "english")]
pub mod english;
pub mod explain;
pub mod export;
pub mod graph;
pub mod id;
pub mod ingest;
pub mod linkage;
pub mod measure;
pub mod normalize;
pub mod ontology;
pub mod origin;
pub mod pipeline;
pub mod relation;
pub mod text;
pub mod value;
#[cfg(feature = "english")]
mod words;

pub use claim::{Attribute, Claim, ClaimRecord, Decision, Event, Verdict};
pub use corpus::Article;
pub use graph::ClaimGraph;
pub use ontology::{AttributeType, Cardinality, Ontology};
pub use pipeline::Reconciler;
pub use {jiff, petgraph};

/// Holds the Rust of the README to what compiles and runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
