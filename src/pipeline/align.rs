//! From claims to events: mentions, their signatures, and the clusters of those.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::intake::{Intake, OnClaims, Taken, position, prefix};
use super::items::{is_understood, ranks};
use super::names::Names;
use super::split::{Split, tell_apart};
use crate::claim::{Claim, Family, Verdict};
use crate::graph::{ClaimNode, EventNode};
use crate::id::{ClaimIx, EntityIx, EventId, EventIx};
use crate::linkage::{
    Mention, Mentioned, People, Role, Said, Shown, Signature, Source, Surroundings, Texts, day_number, events, one_story, open_items,
    shown, signature,
};
use crate::ontology::Ontology;
use crate::text::fold;
use crate::value::{Normalized, Place, Time, Value};

/// The mentions, and for each claim its own.
pub(super) struct Mentions {
    pub(super) list: Vec<Mention>,
    of_claim: Vec<u32>,
    /// Claims of one article and one event that are two mentions only because people told some of them apart from others.
    twins: Vec<(u32, u32)>,
}

/// What the claims of a mention share, how many claims came before this one, and its position.
pub(super) type Came = (u64, u32, u32);

/// The events by id, and pairs of which the one fits the other and one that excludes it.
pub(super) struct Aligned {
    pub(super) events: Vec<EventNode>,
    pub(super) torn: Vec<(u32, u32)>,
    /// For each claim of an open event, the first of those that are of one data item with it.
    pub(super) items: Vec<Option<u32>>,
    /// Articles whose story more articles tell than their open claims are held against, ascending.
    pub(super) sampled: Vec<u32>,
}

/// Finds the events, and tells each claim which is its own.
pub(super) fn align(
    intake: &mut Intake<'_>,
    mentions: Mentions,
    decisions: &[OnClaims<'_>],
    names: &Names,
    known: (&Said, &Ontology),
) -> Aligned {
    let Mentions { list: mut mentions, mut of_claim, twins } = mentions;
    mentions.par_iter_mut().for_each(|m| {
        let article = m.article;
        m.take_part(|name| names.find(article, name));
    });
    let apart = Split::of(decisions).mentions(&of_claim);
    let (signatures, of_mention, alike) = signatures(&mentions, intake, names, known, &apart);
    let (flat, ends) = articles_of(&mentions, &of_mention, signatures.len());
    let articles: Vec<&[u32]> = std::iter::once(0).chain(ends.iter().copied()).zip(&ends).map(|(start, &end)| &flat[start..end]).collect();
    let of = |claim: u32| of_mention[of_claim[claim as usize] as usize];
    let told = |verdict: Verdict| -> Vec<(u32, u32)> {
        let such = decisions.iter().filter(|d| d.decision.verdict == verdict);
        such.map(|d| (of(d.pair.0), of(d.pair.1))).filter(|(a, b)| a != b).collect()
    };
    let mut twins: Vec<Vec<u32>> = twins.into_iter().map(|(a, b)| vec![of(a), of(b)]).collect();
    twins.extend(alike.into_iter().map(|list| list.into_iter().map(|m| of_mention[m as usize]).collect()));
    let people = People { same: &told(Verdict::SameEvent), different: &told(Verdict::DifferentEvent), twins: &twins };
    let mentioned = mentioned(intake);
    let stories = stories(intake, &mentioned, &signatures);
    let clusters = events(&signatures, &articles, &stories, people);
    drop(articles);
    drop((flat, ends));
    let mut of_mention: Vec<u32> = of_mention.into_iter().map(|s| clusters.of[s as usize]).collect();
    let mut left = vec![0; mentions.len()];
    of_claim.iter().for_each(|m| left[*m as usize] += 1);
    let mut open =
        Open { left, mentions: &mut mentions, of_claim: &mut of_claim, of_mention: &mut of_mention, clusters: position(signatures.len()) };
    let (items, sampled) = open.align(intake, &mentioned, decisions, names, known.1);
    let all = open.clusters as usize;
    let ids = number(&intake.claims, &of_claim, &of_mention, all);
    drop(signatures);
    let mut event = vec![0; all];
    for ((_, cluster), i) in ids.iter().zip(0..) {
        event[*cluster as usize] = i;
    }
    let event_of = |signature: u32| event[clusters.of[signature as usize] as usize];
    let mut torn: Vec<(u32, u32)> =
        clusters.torn.iter().map(|&(own, rival)| (event_of(own), event_of(rival))).filter(|(a, b)| a != b).collect();
    torn.sort_unstable();
    torn.dedup();
    let of_mention: Vec<u32> = of_mention.into_iter().map(|cluster| event[cluster as usize]).collect();
    let mut events = build(&mentions, &of_mention, ids, known.1);
    drop(mentions);
    for (node, mention) in intake.claims.iter_mut().zip(of_claim) {
        node.event = EventIx::new(of_mention[mention as usize]);
    }
    claims_of(&intake.claims, &mut events);
    Aligned { events, torn, items, sampled }
}

/// Pairs of articles of one story, where it decides something: some tell of harm or failure.
fn stories(intake: &Intake<'_>, mentioned: &Mentioned<'_>, signatures: &[Signature]) -> Vec<(u32, u32)> {
    if !signatures.iter().any(|s| s.own.is_none() && matches!(s.family, Family::Harm | Family::Breakdown)) {
        return Vec::new();
    }
    one_story(by_article(intake).into_iter(), mentioned)
}

/// The names that the articles mention.
pub(super) fn mentioned<'a>(intake: &'a Intake<'_>) -> Mentioned<'a> {
    let names = |taken: &'a Taken<'_>| -> Vec<&'a str> {
        let all = taken.extraction.map_or(&[][..], |e| &e.mentions);
        all.iter().filter(|m| m.named).map(|m| &*m.name).collect()
    };
    (0..).zip(&intake.articles).map(|(i, taken)| (i, names(taken))).collect()
}

/// The claims that quote their articles, with the number and the day of each, in the order of the articles.
pub(super) fn by_article<'a>(intake: &'a Intake<'_>) -> Vec<(u32, Option<i64>, &'a Claim)> {
    let mut claims: Vec<(u32, u32)> =
        intake.claims.iter().zip(0..).filter(|(n, _)| n.claim.quote.is_some()).map(|(n, i)| (n.article.get(), i)).collect();
    claims.sort_unstable();
    let day = |article: u32| intake.articles[article as usize].article.published.map(|p| day_number(p.date));
    claims.into_iter().map(|(article, i)| (article, day(article), &*intake.claims[i as usize].claim)).collect()
}

/// The open mentions, and which cluster each is in.
struct Open<'a> {
    mentions: &'a mut Vec<Mention>,
    of_claim: &'a mut Vec<u32>,
    of_mention: &'a mut Vec<u32>,
    /// How many clusters there are.
    clusters: u32,
    /// How many claims each mention has.
    left: Vec<u32>,
}

impl Open<'_> {
    /// For each claim of an open event, the first of those that are of one data item with it. Mentions whose claims are of one item are
    /// brought together, as long as none of two of one article are; an item that would do so is an event of its own. And the articles whose
    /// story more articles tell than they are held against.
    fn align(
        &mut self,
        intake: &Intake<'_>,
        mentioned: &Mentioned<'_>,
        decisions: &[OnClaims<'_>],
        names: &Names,
        ontology: &Ontology,
    ) -> (Vec<Option<u32>>, Vec<u32>) {
        let mut known: FxHashMap<_, u32> = FxHashMap::default();
        let cluster_of = |open: &Self, claim: u32| open.of_mention[open.of_claim[claim as usize] as usize];
        let item = |index: u32, claim: &Claim| {
            // As the table of claims has it.
            let article = intake.claims[index as usize].article.get();
            let subject = claim.subject.as_ref().filter(|_| !is_understood(claim));
            let subject = subject.map(|name| names.find(article, name).ok_or_else(|| name.clone()));
            let of = claim.of.as_deref().map(|of| fold(of).into_owned());
            let slot = (cluster_of(self, index), ontology.item(claim.attribute.as_str()).into_owned(), subject, of);
            let next = position(known.len());
            *known.entry(slot).or_insert(next)
        };
        let sources = sources(intake, self.mentions, self.of_claim, item);
        let said =
            |verdict: Verdict| -> Vec<(u32, u32)> { decisions.iter().filter(|d| d.decision.verdict == verdict).map(|d| d.pair).collect() };
        let (same, different) = (said(Verdict::SameEvent), said(Verdict::DifferentEvent));
        let mut items: Vec<Option<u32>> = vec![None; intake.claims.len()];
        sources.iter().filter(|s| s.known.is_none()).for_each(|s| items[s.index as usize] = Some(s.index));
        let mut joined = Joined::default();
        let (lists, sampled) = open_items(&sources, mentioned, &different);
        for list in lists {
            let known = list.iter().copied().find(|c| intake.claims[*c as usize].claim.event.open.is_none());
            if let Some(known) = known {
                let cluster = cluster_of(self, known);
                for &claim in list.iter().filter(|c| intake.claims[**c as usize].claim.event.open.is_some()) {
                    // What people said of the two events stands.
                    let others = |pairs: &[(u32, u32)]| -> Vec<u32> {
                        let of = |&(p, q): &(u32, u32)| (p == claim).then_some(q).or((q == claim).then_some(p));
                        pairs.iter().filter_map(of).map(|other| cluster_of(self, other)).collect()
                    };
                    if !others(&different).contains(&cluster) && others(&same).iter().all(|c| *c == cluster) {
                        items[claim as usize] = Some(known);
                        self.split(claim, intake, cluster);
                    }
                }
                continue;
            }
            list.iter().for_each(|c| items[*c as usize] = Some(list[0]));
            let members: Vec<(u32, u32)> = list
                .iter()
                .map(|c| self.of_claim[*c as usize])
                .map(|m| (self.of_mention[m as usize], self.mentions[m as usize].article))
                .collect();
            if !joined.join(&members) {
                list.iter().for_each(|c| self.split(*c, intake, self.clusters));
                self.clusters += 1;
            }
        }
        self.of_mention.iter_mut().for_each(|c| *c = joined.root(*c));
        (items, sampled)
    }

    /// Makes a claim of another event than its mention is.
    fn split(&mut self, claim: u32, intake: &Intake<'_>, cluster: u32) {
        let node = &intake.claims[claim as usize];
        let old = self.of_claim[claim as usize];
        let own = Mention::of(node.article.get(), node.claim.event.clone(), std::iter::once(&*node.claim));
        self.of_claim[claim as usize] = position(self.mentions.len());
        let cast = self.mentions[old as usize].like(own);
        self.mentions.push(cast);
        self.of_mention.push(cluster);
        self.left[old as usize] -= 1;
        // An event without claims would be none.
        if self.left[old as usize] == 0 {
            self.of_mention[old as usize] = cluster;
        }
    }
}

/// The claims of open events, and those that may be of one data item with one of them, in the order of their articles and their texts.
/// `item` gives the number of a data item that is known.
fn sources<'a>(
    intake: &'a Intake<'_>,
    mentions: &[Mention],
    of_claim: &[u32],
    mut item: impl FnMut(u32, &Claim) -> u32,
) -> Vec<Source<'a>> {
    let is_open = |n: &ClaimNode| n.claim.event.open.is_some();
    let mut sources: Vec<Source<'_>> = Vec::new();
    if !intake.claims.iter().any(is_open) {
        return sources;
    }
    let compares = |n: &ClaimNode| {
        let value = &n.claim.value.value;
        n.claim.quote.is_some() && matches!(value, Value::Boolean(_) | Value::Quantity(_) | Value::Time(_) | Value::Duration(_))
    };
    for (node, index) in intake.claims.iter().zip(0..).filter(|(n, _)| is_open(n) || compares(n)) {
        let mention = &mentions[of_claim[index as usize] as usize];
        let mut people: Vec<(u32, Role)> = mention.cast().map(|(p, e)| (e, Role::of(p.role.as_deref()))).collect();
        people.sort_unstable();
        let day = intake.articles[node.article.at()].article.published.map(|p| day_number(p.date));
        let known = (!is_open(node)).then(|| item(index, &node.claim));
        sources.push(Source { index, claim: &node.claim, article: node.article.get(), day, people, known });
    }
    let place = |s: &Source<'_>| s.claim.quote.as_ref().map_or((0, 0), |q| (q.start, q.end));
    sources.sort_by(|a, b| {
        let told = |s: &'_ Source<'_>| (s.article, place(s), s.claim.event.open);
        let said =
            |s: &Source<'_>| (s.claim.attribute.clone(), s.claim.value.raw.clone(), s.claim.subject.clone(), s.claim.of.clone(), s.index);
        told(a).cmp(&told(b)).then_with(|| said(a).cmp(&said(b)))
    });
    sources
}

/// Lets `see` have each pair of claims that linkage weighs, one of them of an open event.
pub(super) fn open_pairs(intake: &Intake<'_>, mentions: Mentions, names: &Names, mut see: impl FnMut(&Claim, &Claim, &Shown)) {
    let Mentions { list: mut mentions, of_claim, .. } = mentions;
    mentions.iter_mut().for_each(|m| {
        let article = m.article;
        m.take_part(|name| names.find(article, name));
    });
    let claim = |i: u32| &*intake.claims[i as usize].claim;
    shown(&sources(intake, &mentions, &of_claim, |index, _| index), &mentioned(intake))
        .iter()
        .for_each(|s| see(claim(s.pair.0), claim(s.pair.1), s));
}

/// Clusters that were brought together, with the articles of each.
#[derive(Default)]
struct Joined {
    parent: FxHashMap<u32, u32>,
    articles: FxHashMap<u32, Vec<u32>>,
}

impl Joined {
    /// Brings the clusters of an item together, unless two of one article would be one. Each comes with its article.
    fn join(&mut self, members: &[(u32, u32)]) -> bool {
        let mut roots: Vec<(u32, u32)> = members.iter().map(|(c, article)| (self.root(*c), *article)).collect();
        roots.sort_unstable();
        roots.dedup_by_key(|r| r.0);
        let told = |(root, article): &(u32, u32)| self.articles.get(root).cloned().unwrap_or_else(|| vec![*article]);
        let mut articles: Vec<u32> = roots.iter().flat_map(told).collect();
        let count = articles.len();
        articles.sort_unstable();
        articles.dedup();
        if articles.len() < count {
            return false;
        }
        let Some(&(first, _)) = roots.first() else { return true };
        for (root, _) in &roots[1..] {
            self.parent.insert(*root, first);
        }
        self.articles.insert(first, articles);
        true
    }

    fn root(&self, mut of: u32) -> u32 {
        while let Some(up) = self.parent.get(&of) {
            of = *up;
        }
        of
    }
}

/// Tells each event its claims.
fn claims_of(claims: &[ClaimNode], events: &mut [EventNode]) {
    let mut ends = vec![0_u32; events.len()];
    claims.iter().for_each(|node| ends[node.event.at()] += 1);
    let mut end = 0;
    for n in &mut ends {
        // For now where the event's claims start; it moves on with each that is put there.
        end += std::mem::replace(n, end);
    }
    let mut by_event = vec![ClaimIx::default(); claims.len()];
    for (node, i) in claims.iter().zip(0..) {
        let next = &mut ends[node.event.at()];
        by_event[*next as usize] = ClaimIx::new(i);
        *next += 1;
    }
    let mut start = 0;
    for (event, end) in events.iter_mut().zip(ends) {
        event.claims = by_event[start..end as usize].to_vec();
        start = end as usize;
    }
}

/// The events' ids in order, each with the number of its cluster.
fn number(claims: &[ClaimNode], of_claim: &[u32], of_mention: &[u32], clusters: usize) -> Vec<(EventId, u32)> {
    let mut first = vec![u32::MAX; clusters];
    for (claim, &mention) in of_claim.iter().enumerate() {
        let first = &mut first[of_mention[mention as usize] as usize];
        *first = (*first).min(position(claim));
    }
    let there = first.par_iter().zip(0..u32::MAX).filter(|(claim, _)| **claim != u32::MAX);
    let ids = there.map(|(&claim, cluster)| (id_of(&claims[claim as usize].claim), cluster));
    let mut ids: Vec<(u128, (EventId, u32))> = ids.map(|id| (prefix(id.0.as_str()), id)).collect();
    ids.par_sort_unstable();
    ids.into_iter().map(|i| i.1).collect()
}

/// An event's id follows from the smallest id among its claims.
fn id_of(claim: &Claim) -> EventId {
    EventId::derive([claim.id.as_ref().map_or("", crate::id::ClaimId::as_str)])
}

/// The mentions. Claims of one article whose events are equal share one, unless a person says that they are of two.
pub(super) fn mentions(intake: &mut Intake<'_>, decisions: &[OnClaims<'_>]) -> Mentions {
    let claims = &intake.claims;
    let keys = std::mem::take(&mut intake.mentions);
    let mut order: Vec<Came> = keys.into_iter().zip(0..).map(|((key, came), claim)| (key, came, claim)).collect();
    order.par_sort_unstable();
    let is_one = |a: &Came, b: &Came| {
        let (x, y) = (&claims[a.2 as usize], &claims[b.2 as usize]);
        a.0 == b.0 && x.article == y.article && x.claim.event == y.claim.event
    };
    let mut runs: Vec<Cow<'_, [Came]>> = order.chunk_by(is_one).map(Cow::Borrowed).collect();
    let twins = Split::of(decisions).runs(&mut runs);
    // As they came: what came together mostly lies together in memory, and is of one event.
    runs.par_sort_unstable_by_key(|run| run[0].1);
    let mut list: Vec<Mention> = Vec::new();
    let mention = |run: &Cow<'_, [Came]>| {
        let first = &claims[run[0].2 as usize];
        Mention::of(first.article.get(), first.claim.event.clone(), run.iter().map(|r| &*claims[r.2 as usize].claim))
    };
    runs.par_iter().map(mention).collect_into_vec(&mut list);
    let mut of_claim = vec![0; claims.len()];
    for (run, mention) in runs.into_iter().zip(0..) {
        run.iter().for_each(|r| of_claim[r.2 as usize] = mention);
    }
    Mentions { list, of_claim, twins }
}

/// Numbers from here on are those of open mentions.
const OPEN: u32 = u32::MAX / 2;

/// The distinct signatures in order, for each mention its own, and mentions that have one each only because people told them apart.
fn signatures(
    mentions: &[Mention],
    intake: &Intake<'_>,
    names: &Names,
    known: (&Said, &Ontology),
    apart: &[(u32, u32)],
) -> (Vec<Signature>, Vec<u32>, Vec<Vec<u32>>) {
    let (places, ontology) = known;
    let made = |m: &'_ Mention| {
        let published = intake.articles[m.article as usize].article.published.map(|p| p.date);
        Surroundings { published, places, ontology }
    };
    let entity = |m: &Mention, name| names.find(m.article, name).map_or(name, |e| &names.entities[e as usize].name);
    let mut all: Vec<Signature> =
        mentions.par_iter().map_init(Texts::default, |texts, m| signature(m, made(m), |name| entity(m, name), texts)).collect();
    // Each open mention stands for itself.
    for ((own, _), i) in all.iter_mut().zip(mentions).zip(0..).filter(|((_, m), _)| m.event.open.is_some()) {
        own.own = Some(OPEN + i);
    }
    let alike = tell_apart(&mut all, apart);
    let mut of_mention = vec![0; all.len()];
    let mut keep: Vec<u32> = Vec::new();
    for (_, i) in ordered(&all) {
        if keep.last().is_none_or(|&k| all[k as usize] != all[i as usize]) {
            keep.push(i);
        }
        of_mention[i as usize] = position(keep.len() - 1);
    }
    let mut all: Vec<Option<Signature>> = all.into_iter().map(Some).collect();
    (keep.into_iter().filter_map(|i| all[i as usize].take()).collect(), of_mention, alike)
}

/// The signatures' positions in their order, equal ones by position. A number that holds an action and its first people decides
/// nearly all comparisons.
fn ordered(all: &[Signature]) -> Vec<(u128, u32)> {
    let actions = ranks(all.par_iter().map(|s| &*s.action));
    let person = |s: &Signature, i: usize| s.people.get(i).map_or(0, |p| u128::from(*p) + 1);
    let key = |s: &Signature| {
        let kind = u128::from(s.family as u8) << 32 | u128::from(actions[&*s.action]);
        kind << 66 | person(s, 0) << 33 | person(s, 1)
    };
    let mut order: Vec<(u128, u32)> = all.par_iter().zip(0..u32::MAX).map(|(s, i)| (key(s), i)).collect();
    order.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| (&all[a.1 as usize], a.1).cmp(&(&all[b.1 as usize], b.1))));
    order
}

/// The articles of each signature, ascending, one signature after the other; and where the next begins.
fn articles_of(mentions: &[Mention], of_mention: &[u32], signatures: usize) -> (Vec<u32>, Vec<usize>) {
    let mut all: Vec<(u32, u32)> = mentions.iter().zip(of_mention).map(|(m, &signature)| (signature, m.article)).collect();
    all.par_sort_unstable();
    all.dedup();
    let mut ends = vec![0; signatures];
    all.iter().zip(1..).for_each(|(row, end)| ends[row.0 as usize] = end);
    (all.into_iter().map(|row| row.1).collect(), ends)
}

/// The events, without their claims.
fn build(mentions: &[Mention], of_mention: &[u32], ids: Vec<(EventId, u32)>, ontology: &Ontology) -> Vec<EventNode> {
    let mut order: Vec<(u32, u32)> = of_mention.iter().copied().zip(0..).collect();
    order.par_sort_unstable();
    let runs: Vec<&[(u32, u32)]> = order.chunk_by(|a, b| a.0 == b.0).collect();
    ids.into_par_iter()
        .zip(runs)
        .map(|((id, _), run)| event_of(id, &run.iter().map(|r| &mentions[r.1 as usize]).collect::<Vec<_>>(), ontology))
        .collect()
}

fn event_of(id: EventId, all: &[&Mention], ontology: &Ontology) -> EventNode {
    // What is told of an event that is known says what it is; an open mention adds its claims.
    let known: Vec<&Mention> = all.iter().copied().filter(|m| m.event.open.is_none()).collect();
    let mentions = if known.is_empty() { all } else { &known };
    let mut participants: Vec<(u32, Option<&Arc<str>>)> =
        mentions.iter().flat_map(|m| m.cast().map(|(p, e)| (e, p.role.as_ref()))).collect();
    // One row a participant: a role that somebody tells stands before none, the first in the order of letters before others.
    participants.sort_unstable_by(|a, b| (a.0, a.1.is_none(), a.1).cmp(&(b.0, b.1.is_none(), b.1)));
    participants.dedup_by_key(|p| p.0);
    // What names a cause ("landslide") says more than that people were killed.
    let cause = mentions.iter().map(|m| &m.event.action).filter(|a| ontology.event(a.as_str()).is_some_and(|kind| kind.is_cause()));
    let action = commonest(cause).or_else(|| commonest(mentions.iter().map(|m| &m.event.action))).unwrap_or(&mentions[0].event.action);
    EventNode {
        id,
        action: action.clone(),
        participants: participants.into_iter().map(|(e, role)| (EntityIx::new(e), role.cloned())).collect(),
        time: time_of(mentions),
        place: place_of(mentions),
        open: mentions.iter().all(|m| m.event.open.is_some()).then(|| mentions.iter().filter_map(|m| m.event.open).min()).flatten(),
        sampled: false,
        claims: Vec::new(),
    }
}

/// The value that most have; of equals, the smallest.
fn commonest<T: Ord>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut all: Vec<T> = all.collect();
    if all.len() < 2 {
        return all.pop();
    }
    all.sort_unstable();
    let mut best: Option<(usize, usize)> = None;
    let mut start = 0;
    for run in all.chunk_by(|a, b| a == b) {
        if best.is_none_or(|(n, _)| run.len() > n) {
            best = Some((run.len(), start));
        }
        start += run.len();
    }
    best.map(|(_, i)| all.swap_remove(i))
}

/// The shortest time among those that overlap the commonest one; asserted ones before open ones.
fn time_of(mentions: &[&Mention]) -> Option<Normalized> {
    let told = |open: bool| -> Vec<(Time, Option<&Arc<str>>)> {
        let in_events = mentions.iter().filter(|m| m.open == open).filter_map(|m| m.event.time.map(|t| (t, None)));
        let in_claims = mentions.iter().flat_map(|m| &m.times).filter(|t| t.2 == open).map(|t| (t.0, Some(&t.1)));
        in_events.chain(in_claims).filter(|(t, _)| t.entailed().is_some() || t.form.is_of_account()).collect()
    };
    let mut all = told(false);
    if all.is_empty() {
        all = told(true);
    }
    let Some(most) = commonest(all.iter().map(|(t, _)| *t)) else {
        let label = commonest(mentions.iter().filter_map(|m| m.event.period.as_ref()))?;
        return Some(Normalized::new(label.clone(), Value::Text(label.clone())));
    };
    let Some(usual) = most.entailed() else { return Some(Normalized::new(most.to_string(), Value::Time(most))) };
    let span = |t: &Time| t.entailed().map_or(i64::MAX, |i| i.end - i.start);
    let agrees = |t: &Time| t.entailed().is_some_and(|t| usual.overlaps(t));
    let best = all.iter().map(|(t, _)| *t).filter(agrees).min_by_key(|t| (span(t), *t))?;
    let value = Value::Time(best);
    let raw = all.iter().filter(|(t, _)| *t == best).filter_map(|(_, raw)| *raw).min();
    Some(Normalized::new(raw.cloned().unwrap_or_else(|| value.canonical().into()), value))
}

/// The place that most name; of those, one that is known to lie in others.
fn place_of(mentions: &[&Mention]) -> Option<Normalized> {
    let told = mentions.iter().flat_map(|m| m.event.place.iter().chain(&m.places));
    let (_, name, within) = commonest(told.map(|p| (std::cmp::Reverse(p.within.len()), &p.name, &p.within)))?;
    Some(Normalized::new(name.clone(), Value::Place(Place { name: name.clone(), within: within.clone() })))
}
