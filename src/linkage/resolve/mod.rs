//! Mentions of names, gathered into entities: first within each article, then over all of them.
//!
//! Within an article a short name is the fuller one that it is a part of, and "the minister" is who the article calls a minister.
//! Over all articles names of one spelling are one unless something speaks against it, and other names by the rules of
//! [`entities`](super::entities). What is only called something ("a bank in Osk") is left to its article unless a name stands in the words.

mod lexis;
mod node;
mod phrase;
mod pool;
#[cfg(test)]
mod tests;
mod tidy;
mod within;

use std::cmp::Reverse;
use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::names::Resolution;
use super::open::{Excerpt, excerpts_of_one_story};
use crate::claim::{About, Decision, EntityKind, EntityRecord, RejectionCode, Verdict};
use crate::id::{ArticleId, EntityId};
use crate::linkage::standing;
use crate::text::letters;
use crate::words::List;
use node::Node;
use pool::{Group, Pool};
use within::Within;

/// A mention of somebody or something in an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameMention {
    /// The article.
    pub article: ArticleId,
    /// The words of the mention, as they stand.
    pub text: Arc<str>,
    /// What it is, where that is known.
    pub kind: Option<EntityKind>,
    /// The sentence that it stands in.
    pub context: Option<Arc<str>>,
}

impl NameMention {
    /// A mention of which nothing else is known.
    pub fn new(article: impl Into<ArticleId>, text: impl Into<Arc<str>>) -> Self {
        Self { article: article.into(), text: text.into(), kind: None, context: None }
    }
}

/// Whom a mention means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The entity; none for a mention that is left alone.
    pub entity: Option<EntityId>,
    /// The fullest name of the entity, or the words that it is called by.
    pub name: Arc<str>,
    /// How the mention tells it.
    pub how: How,
}

/// How a mention tells whom it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// By the name.
    Name,
    /// By a part or another form of the name.
    Form,
    /// By what the entity is called elsewhere in the article or the story.
    Called,
    /// By words that are no name; nobody is known by name who is called so.
    Words,
    /// Not at all: a pronoun, or nothing that has letters.
    Alone,
}

/// Why, in a few words: "a form of “Ada Lund”".
impl fmt::Display for Meant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.how {
            How::Name => write!(f, "the name “{}”", self.name),
            How::Form => write!(f, "a form of “{}”", self.name),
            How::Called => write!(f, "“{}” is called so", self.name),
            How::Words => write!(f, "no name, but the words “{}”", self.name),
            How::Alone => f.write_str("left alone: a pronoun, or nothing that has letters"),
        }
    }
}

/// Gathers mentions into entities. For each mention, in the order given, whom it means.
///
/// An article names somebody in full and then by a part of the name, by a title or by an office; that is followed up in each article
/// first. Over all articles names of one spelling are one entity unless something speaks against it. Neither the order of the mentions
/// nor the number of threads changes an answer. O(n log n) in the mentions, but for names of one article or pool that share a word.
///
/// ```
/// use claimgraph::linkage::{NameMention, resolve};
///
/// let meant = resolve(&[
///     NameMention::new("quay", "the Velmar chairwoman Ada Lund"),
///     NameMention::new("quay", "Ms. Lund"),
///     NameMention::new("echo", "Ada Lund"),
///     NameMention::new("echo", "Tom Adeyemi"),
/// ]);
/// assert!(meant[0].entity == meant[1].entity && meant[0].entity == meant[2].entity && meant[0].entity != meant[3].entity);
/// ```
pub fn resolve(mentions: &[NameMention]) -> Vec<Meant> {
    Acquainted::default().resolve(mentions)
}

/// What a caller knows before any mention is read; it outranks what the mentions tell.
#[derive(Clone, Debug, Default)]
pub struct Acquainted<'a> {
    known: &'a [EntityRecord],
    decisions: Vec<(Arc<str>, Arc<str>, bool)>,
    /// Of each decision its place in the list that was given.
    places: Vec<usize>,
}

impl<'a> Acquainted<'a> {
    /// Entities of the caller's, whose ids are kept, and decisions on two entities each, by name or id. Of two that cannot hold beside
    /// each other the later holds.
    pub fn with(known: &'a [EntityRecord], decisions: &[Decision]) -> Self {
        let mut latest: Vec<(usize, &Decision)> = decisions.iter().enumerate().collect();
        latest.sort_by_cached_key(|d| Reverse(standing(d.1)));
        let pair = |(place, d): (usize, &Decision)| match &d.about {
            About::Entities(a, b) if d.verdict.is_of_entities() => {
                Some(((a.clone().min(b.clone()), a.clone().max(b.clone()), d.verdict == Verdict::SameEntity), place))
            }
            _ => None,
        };
        let (decisions, places) = latest.into_iter().filter_map(pair).unzip();
        Self { known, decisions, places }
    }

    /// [`resolve`] with what is known.
    pub fn resolve(&self, mentions: &[NameMention]) -> Vec<Meant> {
        self.resolve_all(mentions).0
    }

    /// The same, and which of the decisions cannot be followed, by their places in the list that was given, ascending, each with why.
    pub fn resolve_all(&self, mentions: &[NameMention]) -> (Vec<Meant>, Vec<(usize, RejectionCode)>) {
        let (nodes, of) = nodes(mentions);
        let mut articles: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        nodes.iter().enumerate().for_each(|(i, n)| articles.entry(n.article).or_default().push(i));
        let mut articles: Vec<Vec<usize>> = articles.into_values().collect();
        articles.sort_unstable();
        let groups: Vec<Group<'_>> =
            articles.into_par_iter().flat_map_iter(|own| Within::groups(&nodes, own)).map(|own| Group::of(&nodes, own)).collect();
        let ids = article_ids(mentions);
        let mut pool = Pool::new(&groups, stories(mentions, &nodes, &ids));
        let (resolution, linked) = pool.resolve(self.known, &self.decisions);
        let roots: Vec<usize> = (0..groups.len()).map(|i| pool.root(i)).collect();
        let named = named(&groups, &roots, &linked, &resolution, self.known);
        let mut meant: Vec<Option<Meant>> = vec![None; nodes.len()];
        let mut described: FxHashMap<usize, (EntityId, Arc<str>)> = FxHashMap::default();
        for (group, root) in groups.iter().zip(&roots) {
            let (id, name) = match named.get(root) {
                Some(entity) => (resolution.entities[*entity].id.clone(), resolution.entities[*entity].name.clone()),
                None => described.entry(*root).or_insert_with(|| words_for(&nodes, group, &ids)).clone(),
            };
            for &i in &group.nodes {
                let how = how(&nodes[i], &name, named.contains_key(root));
                meant[i] = Some(Meant { entity: Some(id.clone()), name: name.clone(), how });
            }
        }
        let alone = |m: &NameMention| Meant { entity: None, name: m.text.clone(), how: How::Alone };
        let meant = mentions.iter().zip(of).map(|(m, node)| node.and_then(|n| meant[n].clone()).unwrap_or_else(|| alone(m))).collect();
        (meant, self.refused(&resolution))
    }

    fn refused(&self, resolution: &Resolution) -> Vec<(usize, RejectionCode)> {
        let coded = |list: &[usize], code: RejectionCode| list.iter().map(|&i| (self.places[i], code)).collect::<Vec<_>>();
        let mut refused = coded(&resolution.unknown, RejectionCode::NoSuchEntity);
        refused.extend(coded(&resolution.twice, RejectionCode::DecisionOnOne));
        refused.extend(coded(&resolution.owned, RejectionCode::DecisionAgainstRecords));
        refused.extend(resolution.contrary.iter().map(|(i, _)| (self.places[*i], RejectionCode::DecisionContradicted)));
        refused.sort_unstable();
        refused
    }
}

/// Of each entity that a name is known of, which of the kernel's answers tells it best: a record of the caller's, else that with the
/// fullest name.
fn named(
    groups: &[Group<'_>],
    roots: &[usize],
    linked: &[Option<usize>],
    resolution: &Resolution,
    known: &[EntityRecord],
) -> FxHashMap<usize, usize> {
    let records: FxHashSet<&EntityId> = known.iter().map(|k| &k.id).collect();
    let rank = |entity: usize| {
        let linked = &resolution.entities[entity];
        (!records.contains(&linked.id), Reverse(linked.name.split(' ').count()), &linked.name, &linked.id)
    };
    let mut best: FxHashMap<usize, usize> = FxHashMap::default();
    for (i, _) in groups.iter().enumerate() {
        if let Some(entity) = linked[i] {
            let held = best.entry(roots[i]).or_insert(entity);
            if rank(entity) < rank(*held) {
                *held = entity;
            }
        }
    }
    best
}

/// How a mention tells an entity of that name.
fn how(node: &Node, name: &str, is_named: bool) -> How {
    match (node.name.is_empty(), is_named) {
        (false, _) if letters(&node.name) == letters(name) => How::Name,
        (false, _) => How::Form,
        (true, true) => How::Called,
        (true, false) => How::Words,
    }
}

/// Pairs of articles that tell one story, as far as their mentions and the sentences of these show.
fn stories(mentions: &[NameMention], nodes: &[Node], ids: &[&ArticleId]) -> Vec<(usize, usize)> {
    let mut excerpts: Vec<Excerpt<'_>> = vec![Excerpt::default(); ids.len()];
    for node in nodes {
        excerpts[node.article].names.push(&node.name);
    }
    let mut told = vec![false; ids.len()];
    for mention in mentions {
        if let Ok(article) = ids.binary_search(&&mention.article) {
            excerpts[article].sentences.push(mention.context.as_deref().unwrap_or(&mention.text));
            told[article] |= mention.context.is_some();
        }
    }
    // One name and nothing else tells no story.
    excerpts.iter_mut().zip(told).filter(|(e, told)| !told && e.names.len() < 2).for_each(|(e, _)| e.names.clear());
    excerpts.par_iter_mut().for_each(|e| {
        e.sentences.sort_unstable();
        e.sentences.dedup();
    });
    excerpts_of_one_story(&excerpts)
}

fn article_ids(mentions: &[NameMention]) -> Vec<&ArticleId> {
    let mut ids: Vec<&ArticleId> = mentions.iter().map(|m| &m.article).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The mentions as they are compared, in an order of their own, and which of them each is.
fn nodes(mentions: &[NameMention]) -> (Vec<Node>, Vec<Option<usize>>) {
    let ids = article_ids(mentions);
    let mut order: Vec<usize> = (0..mentions.len()).filter(|&i| !is_left_alone(&mentions[i].text)).collect();
    let place = |i: usize| (&mentions[i].article, &mentions[i].text, mentions[i].kind);
    order.par_sort_unstable_by(|&a, &b| place(a).cmp(&place(b)));
    let runs: Vec<&[usize]> = order.chunk_by(|&a, &b| place(a) == place(b)).collect();
    let nodes: Vec<Node> = runs
        .par_iter()
        .map(|run| {
            let mention = &mentions[run[0]];
            let article = ids.binary_search(&&mention.article).unwrap_or(0);
            let mut sentences: Vec<&str> = run.iter().filter_map(|&i| mentions[i].context.as_deref()).collect();
            sentences.sort_unstable();
            sentences.dedup();
            Node::new(article, &mention.text, mention.kind, run.len(), &sentences)
        })
        .collect();
    let mut of = vec![None; mentions.len()];
    runs.iter().enumerate().for_each(|(n, run)| run.iter().for_each(|&i| of[i] = Some(n)));
    (nodes, of)
}

/// Pronouns, and what has no letters.
fn is_left_alone(text: &str) -> bool {
    let word = text.trim();
    let pronoun = [List::He, List::They, List::His, List::Who].iter().any(|l| l.has_any_case(word));
    pronoun || letters(word).is_empty()
}

/// The id and the words of what has no name that the kernel was asked about: of the first of its groups.
fn words_for(nodes: &[Node], group: &Group<'_>, ids: &[&ArticleId]) -> (EntityId, Arc<str>) {
    let node = &nodes[group.nodes[0]];
    if !node.name.is_empty() {
        return (EntityId::derive([node.kind.as_str(), &node.key]), node.name.clone());
    }
    (EntityId::derive(["called", ids[node.article].as_str(), &node.key]), node.text.clone())
}
