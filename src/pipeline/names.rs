//! From names in articles to entities.

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::align::Mentions;
use super::decisions::outcome;
use super::intake::{Intake, Taken, position};
use super::reconciler::Reconciler;
use crate::claim::{About, Decision, EntityKind, Family, Location, Mention, Office, Refusal, Rejected, RejectionCode, Verdict};
use crate::corpus::Quote;
use crate::graph::{ClaimNode, Decided, Entity, EntityMention};
use crate::id::ArticleIx;
use crate::linkage::{Against, Given, Name, Occasion, Resolution, entities, standing};
use crate::text::{CharIndex, letters};

/// The entities of a batch, and the way to them from an article's names.
pub(super) struct Names {
    pub(super) entities: Vec<Entity>,
    /// For each name without a mention of its own, its entity.
    plain: FxHashMap<Arc<str>, u32>,
    /// For each article that has mentions, the entities of their names.
    local: FxHashMap<(u32, Arc<str>), u32>,
    /// Numbers beyond the entities, for credited sources that are none.
    credits: FxHashMap<String, u32>,
    /// What people decided about entities, and what became of it.
    pub(super) decisions: Vec<Decided>,
}

/// What one article's mentions say of one name.
#[derive(Default)]
struct Local {
    kinds: Vec<EntityKind>,
    offices: Vec<Office>,
    named: bool,
}

impl Names {
    /// The names by their uses; for now their numbers stand where their entities will.
    fn of(uses: Vec<Uses>) -> Self {
        let mut names = Self {
            entities: Vec::new(),
            plain: FxHashMap::default(),
            local: FxHashMap::default(),
            credits: FxHashMap::default(),
            decisions: Vec::new(),
        };
        for (uses, name) in uses.into_iter().zip(0..) {
            for (article, text) in uses {
                match article {
                    Some(article) => names.local.insert((article, text), name),
                    None => names.plain.insert(text, name),
                };
            }
        }
        names
    }

    /// The entity that a name in an article stands for.
    pub(super) fn find(&self, article: u32, name: &Arc<str>) -> Option<u32> {
        if !self.local.is_empty()
            && let Some(&entity) = self.local.get(&(article, name.clone()))
        {
            return Some(entity);
        }
        self.plain.get(name).copied()
    }

    /// A number for whom an article credits: one number for one source.
    pub(super) fn credit(&self, article: u32, source: &Arc<str>) -> Option<u32> {
        self.find(article, source).or_else(|| self.credits.get(&credited(source)).copied())
    }
}

/// A source's words, without what varies: case, articles, and the verb of reporting.
fn credited(source: &str) -> String {
    let folded = crate::text::fold(source);
    let dull = |w: &&str| !matches!(*w, "the" | "a" | "an" | "according" | "to" | "by" | "from" | "per");
    let words = letters(&folded.split(' ').filter(dull).collect::<Vec<_>>().join(" "));
    // Of a source without letters, its text is all there is.
    if words.is_empty() { source.to_owned() } else { words }
}

/// Resolves the names of mentions, participants and subjects.
pub(super) fn names(records: &Reconciler, intake: &mut Intake<'_>, mentions: &Mentions) -> Names {
    let local = locals(&intake.articles);
    let keyed = keyed(intake, mentions, &local);
    let (list, uses): (Vec<Name>, Vec<Uses>) = keyed.into_iter().unzip();
    let mut names = Names::of(uses);
    let known = known(records, &mut intake.rejected);
    let decisions = decided(&mut intake.entity_decisions);
    let pairs: Vec<(Arc<str>, Arc<str>, bool)> = decisions.iter().map(|d| ends(d.0)).collect();
    let occasions = occasions(intake, mentions, &names);
    let found = entities(&list, Given { known: &known, occasions: &occasions, decisions: &pairs });
    drop(occasions);
    names.decisions = outcomes(&found, &decisions, &mut intake.rejected);
    names.plain.values_mut().chain(names.local.values_mut()).for_each(|i| *i = found.of[*i as usize]);
    names.entities = nodes(found, &intake.articles, &names.local);
    names.credits = credits(intake, &names);
    names
}

/// What ties names to each other: who did what on which day.
fn occasions(intake: &Intake<'_>, mentions: &Mentions, names: &Names) -> Vec<Occasion> {
    let day = |m: &crate::linkage::Mention| match m.interval() {
        Some(time) => time.is_of_a_day().then(|| time.start.div_euclid(86_400)),
        // What is told without a time has mostly happened since the day before.
        None => intake.articles[m.article as usize].article.published.map(|p| crate::linkage::day_number(p.date)),
    };
    let occasion = |m: &crate::linkage::Mention| {
        let mut people: Vec<u32> = m.people().filter_map(|n| names.find(m.article, n)).collect();
        people.sort_unstable();
        people.dedup();
        let day = day(m).filter(|_| !people.is_empty() && m.family() != Family::State)?;
        let place = m.place().map(|p| letters(&p.name).into());
        Some(Occasion { family: m.family(), action: m.action(), day, place, people: people.into() })
    };
    mentions.list.par_iter().filter_map(occasion).collect()
}

/// What became of each decision. What cannot be followed is reported.
fn outcomes(found: &Resolution, decisions: &[EntityDecision<'_>], rejected: &mut Vec<Rejected>) -> Vec<Decided> {
    let mut refused: FxHashMap<usize, Refusal> = FxHashMap::default();
    let mut refuse = |at: &[usize], code: RejectionCode, why: &dyn Fn(&str, &str) -> String| {
        refused.extend(at.iter().map(|&i| {
            let (a, b, _) = ends(decisions[i].0);
            (i, Refusal::new(code, why(&a, &b)))
        }));
    };
    refuse(&found.unknown, RejectionCode::NoSuchEntity, &|a, b| format!("the decision names no entity: {a:?} or {b:?}"));
    refuse(&found.twice, RejectionCode::DecisionOnOne, &|a, b| {
        format!("the decision names one entity twice: {a:?} and {b:?} are the same name here")
    });
    refuse(&found.owned, RejectionCode::DecisionAgainstRecords, &|a, b| {
        format!("the decision would join two entities that have ids of their own: {a:?} and {b:?}")
    });
    let contrary: FxHashMap<usize, &Against> = found.contrary.iter().map(|(i, others)| (*i, others)).collect();
    let mut all = Vec::with_capacity(decisions.len());
    for (i, &(decision, at)) in decisions.iter().enumerate() {
        let against = contrary.get(&i).copied();
        let others: Vec<&Decision> = against.into_iter().flat_map(|a| &a.rulings).map(|&o| decisions[o].0).collect();
        let mut done = outcome((decision, at), &others, against.is_some_and(|a| a.is_cut), rejected);
        if let Some(refusal) = refused.remove(&i) {
            done.refused = Some(refusal.reason.clone());
            rejected.push(Rejected::of(at, refusal));
        }
        all.push(done);
    }
    all
}

fn locals(articles: &[Taken<'_>]) -> FxHashMap<(u32, Arc<str>), Local> {
    let mut local: FxHashMap<(u32, Arc<str>), Local> = FxHashMap::default();
    for (i, taken) in articles.iter().enumerate() {
        for mention in taken.extraction.map_or(&[][..], |e| &e.mentions) {
            let known = local.entry((position(i), mention.name.clone())).or_default();
            known.kinds.push(mention.kind);
            known.offices.extend(mention.office.clone());
            known.named |= mention.named;
        }
    }
    local
}

/// The article (where it says something of the name itself) and the text, for each use of a name.
type Uses = Vec<(Option<u32>, Arc<str>)>;

/// What tells two names apart: the text, the kind, and for words that are only an office the article.
type Key = (Arc<str>, EntityKind, Option<u32>);

/// The names of participants and subjects that no mention explains.
fn plain(mentions: &Mentions, local: &FxHashMap<(u32, Arc<str>), Local>) -> FxHashSet<Arc<str>> {
    let mut plain: FxHashSet<Arc<str>> = FxHashSet::default();
    // Names are often shared, and then looked at once.
    let mut names = FxHashSet::default();
    for mention in &mentions.list {
        for name in mention.names() {
            if !local.is_empty() && local.contains_key(&(mention.article, name.clone())) {
                continue;
            }
            if names.insert(name.as_ptr()) && !plain.contains(name) {
                plain.insert(name.clone());
            }
        }
    }
    plain
}

/// The distinct names in a fixed order, and where each is used.
fn keyed(intake: &Intake<'_>, mentions: &Mentions, local: &FxHashMap<(u32, Arc<str>), Local>) -> Vec<(Name, Uses)> {
    let mut all: FxHashMap<Key, (Name, Uses)> = FxHashMap::default();
    for text in plain(mentions, local) {
        let name = Name { text: text.clone(), kind: EntityKind::Other, offices: Vec::new(), only_office_in: None };
        all.insert((text.clone(), EntityKind::Other, None), (name, vec![(None, text)]));
    }
    for ((article, text), known) in local {
        let taken = &intake.articles[*article as usize];
        let kind = most(&known.kinds);
        let only = (!known.named).then_some(*article);
        let fresh = || Name { text: text.clone(), kind, offices: Vec::new(), only_office_in: only.map(|_| taken.id.clone()) };
        let entry = all.entry((text.clone(), kind, only)).or_insert_with(|| (fresh(), Vec::new()));
        let published = taken.article.published.map(|p| p.date);
        entry.0.offices.extend(known.offices.iter().map(|o| (o.clone(), published)));
        entry.1.push((Some(*article), text.clone()));
    }
    let mut list: Vec<_> = all.into_iter().collect();
    list.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    list.into_iter()
        .map(|(_, (mut name, uses))| {
            name.offices.sort_unstable();
            name.offices.dedup();
            (name, uses)
        })
        .collect()
}

fn most(kinds: &[EntityKind]) -> EntityKind {
    let all = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Other];
    let count = |k: EntityKind| kinds.iter().filter(|&&x| x == k).count();
    all.into_iter().max_by_key(|&k| (count(k), std::cmp::Reverse(k))).unwrap_or(EntityKind::Other)
}

/// The caller's entities by id. One id with two contents is refused.
fn known(records: &Reconciler, rejected: &mut Vec<Rejected>) -> Vec<crate::claim::EntityRecord> {
    let mut all: Vec<_> = records.entities.iter().collect();
    all.sort_by(|a, b| (&a.0.id, &a.1).cmp(&(&b.0.id, &b.1)));
    let mut kept = Vec::new();
    for same in all.chunk_by(|a, b| a.0.id == b.0.id) {
        if same.iter().all(|r| r.0 == same[0].0) {
            kept.push(same[0].0.clone());
            continue;
        }
        let reason = format!("entity {} comes {} times, and not always with the same content", same[0].0.id, same.len());
        rejected.extend(same.iter().map(|r| Rejected::at(r.1.as_ref(), &*reason).coded(RejectionCode::TwoContents)));
    }
    kept
}

type EntityDecision<'a> = (&'a Decision, Option<&'a Location>);

/// The decisions about entities, in the order of their standing.
fn decided<'a>(all: &mut Vec<EntityDecision<'a>>) -> Vec<EntityDecision<'a>> {
    let mut all = std::mem::take(all);
    all.sort_by_cached_key(|&(decision, at)| (Reverse(standing(decision)), ends(decision), at.cloned()));
    all
}

/// The two that a decision is about, and whether they are one.
fn ends(decision: &Decision) -> (Arc<str>, Arc<str>, bool) {
    let (a, b) = match &decision.about {
        About::Entities(a, b) => (a.clone().min(b.clone()), a.clone().max(b.clone())),
        About::Claims(..) => ("".into(), "".into()),
    };
    (a, b, decision.verdict == Verdict::SameEntity)
}

fn nodes(found: Resolution, articles: &[Taken<'_>], local: &FxHashMap<(u32, Arc<str>), u32>) -> Vec<Entity> {
    let made = |l: crate::linkage::Linked| Entity { id: l.id, kind: l.kind, name: l.name, aliases: l.aliases, mentions: Vec::new() };
    let mut entities: Vec<Entity> = found.entities.into_iter().map(made).collect();
    for (i, taken) in articles.iter().enumerate() {
        let Some(text) = taken.article.text.as_deref() else { continue };
        let mentions: &[Mention] = taken.extraction.map_or(&[], |e| &e.mentions);
        let index = CharIndex::new(if mentions.is_empty() { "" } else { text });
        for mention in mentions {
            let quote = Quote::at(text, &index, mention.span);
            let entity = local.get(&(position(i), mention.name.clone()));
            if let (Some(quote), Some(&entity)) = (quote, entity) {
                entities[entity as usize].mentions.push(EntityMention { article: ArticleIx::new(position(i)), quote });
            }
        }
    }
    entities
}

fn credits(intake: &Intake<'_>, names: &Names) -> FxHashMap<String, u32> {
    let mut credits = FxHashMap::default();
    let crediting: Vec<&ClaimNode> = intake.claims.par_iter().filter(|n| !n.claim.attributed_to.is_empty()).collect();
    for node in crediting {
        for source in &node.claim.attributed_to {
            if names.find(node.article.get(), source).is_none() {
                let next = position(names.entities.len() + credits.len());
                credits.entry(credited(source)).or_insert(next);
            }
        }
    }
    credits
}
