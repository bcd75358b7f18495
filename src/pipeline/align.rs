//! From claims to events: mentions, their signatures, and the clusters of those.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::intake::{Intake, OnClaims, is_of_event, position};
use super::names::Names;
use crate::claim::{Claim, Event, Family, Modality, Participant, Polarity, Verdict};
use crate::graph::{ClaimNode, EventNode};
use crate::id::EventId;
use crate::linkage::{Signature, events, goal, is_aim, letters};
use crate::value::{Normalized, Place, Status, Time, Value};

/// An event as one article speaks of it, with what its claims add.
struct Mention {
    article: u32,
    event: Arc<Event>,
    time: Told<Time>,
    place: Told<Place>,
    duration: Told<Arc<str>>,
    put_off: bool,
    own: Option<u32>,
}

/// What the claims of a mention assert of one attribute.
#[derive(Default)]
enum Told<T> {
    #[default]
    Nothing,
    Once(T),
    /// Told in two ways: then it helps no alignment.
    Twice,
}

impl<T: PartialEq> Told<T> {
    fn add(&mut self, value: T) {
        match self {
            Self::Nothing => *self = Self::Once(value),
            Self::Once(known) if *known == value => {}
            Self::Once(_) | Self::Twice => *self = Self::Twice,
        }
    }

    fn once(&self) -> Option<&T> {
        if let Self::Once(value) = self { Some(value) } else { None }
    }
}

/// Finds the events, tells each claim which is its own, and returns them by id.
pub(super) fn align(intake: &mut Intake<'_>, names: &Names) -> Vec<EventNode> {
    let (mentions, of_claim) = mentions(&intake.claims, &intake.decisions);
    let (signatures, of_mention) = signatures(&mentions, intake, names);
    let articles = articles_of(&mentions, &of_mention, signatures.len());
    let of = |claim: u32| of_mention[of_claim[claim as usize] as usize];
    let told = |verdict: Verdict| -> Vec<(u32, u32)> {
        let such = intake.decisions.iter().filter(|d| d.decision.verdict == verdict);
        such.map(|d| (of(d.pair.0), of(d.pair.1))).filter(|(a, b)| a != b).collect()
    };
    let clusters = events(&signatures, &articles, &told(Verdict::SameEvent), &told(Verdict::DifferentEvent));
    drop((signatures, articles));
    let cluster_of: Vec<u32> = of_claim.par_iter().map(|&m| clusters.of[of_mention[m as usize] as usize]).collect();
    number(&mut intake.claims, &cluster_of);
    build(&intake.claims, names)
}

/// Gives each claim the number of its event, in the order of the events' ids.
fn number(claims: &mut [ClaimNode], cluster_of: &[u32]) {
    let mut first: FxHashMap<u32, u32> = FxHashMap::default();
    for (i, cluster) in cluster_of.iter().enumerate() {
        first.entry(*cluster).or_insert(position(i));
    }
    let mut ids: Vec<(EventId, u32)> = first.into_iter().map(|(cluster, claim)| (id_of(&claims[claim as usize].claim), cluster)).collect();
    ids.sort_unstable();
    let event: FxHashMap<u32, u32> = ids.iter().zip(0..).map(|((_, cluster), i)| (*cluster, i)).collect();
    for (node, cluster) in claims.iter_mut().zip(cluster_of) {
        node.event = event[cluster];
    }
}

/// An event's id follows from the smallest id among its claims.
fn id_of(claim: &Claim) -> EventId {
    EventId::derive([claim.id.as_ref().map_or("", crate::id::ClaimId::as_str)])
}

/// The mentions, and for each claim its own. Claims of one article whose events are equal share a mention.
fn mentions(claims: &[ClaimNode], decisions: &[OnClaims<'_>]) -> (Vec<Mention>, Vec<u32>) {
    let mut seen: FxHashMap<(u32, *const Event), u32> = FxHashMap::default();
    let mut by_content: FxHashMap<(u32, Arc<Event>), u32> = FxHashMap::default();
    let mut list: Vec<Mention> = Vec::new();
    let mut of_claim = Vec::with_capacity(claims.len());
    for node in claims {
        let event = &node.claim.event;
        let m = *seen.entry((node.article, Arc::as_ptr(event))).or_insert_with(|| {
            *by_content.entry((node.article, event.clone())).or_insert_with(|| {
                list.push(Mention::new(node.article, event.clone()));
                position(list.len() - 1)
            })
        });
        list[m as usize].learn(&node.claim);
        of_claim.push(m);
    }
    for decision in decisions.iter().filter(|d| is_of_event(d.decision)) {
        for claim in [decision.pair.0, decision.pair.1] {
            let mention = &mut list[of_claim[claim as usize] as usize];
            mention.own = Some(mention.own.map_or(claim, |o| o.min(claim)));
        }
    }
    (list, of_claim)
}

impl Mention {
    fn new(article: u32, event: Arc<Event>) -> Self {
        Self { article, event, time: Told::Nothing, place: Told::Nothing, duration: Told::Nothing, put_off: false, own: None }
    }

    fn learn(&mut self, claim: &Claim) {
        if let (Value::Status(Status::Postponed), Polarity::Positive) = (&claim.value.value, claim.polarity) {
            self.put_off = true;
        }
        if claim.modality != Modality::Asserted || claim.polarity == Polarity::Negative || claim.subject.is_some() {
            return;
        }
        match (claim.attribute.as_str(), &claim.value.value) {
            ("time", Value::Time(time)) if time.entailed().is_some() => self.time.add(*time),
            ("place", Value::Place(place)) => self.place.add(place.clone()),
            ("duration", Value::Duration(_)) => self.duration.add(claim.value.value.canonical().into()),
            _ => {}
        }
    }
}

/// The distinct signatures in order, and for each mention its own.
fn signatures(mentions: &[Mention], intake: &Intake<'_>, names: &Names) -> (Vec<Signature>, Vec<u32>) {
    let all: Vec<Signature> = mentions.par_iter().map(|m| signature(m, intake, names)).collect();
    let mut order: Vec<u32> = (0..position(all.len())).collect();
    order.par_sort_unstable_by(|&a, &b| all[a as usize].cmp(&all[b as usize]).then(a.cmp(&b)));
    let mut of_mention = vec![0; all.len()];
    let mut keep: Vec<u32> = Vec::new();
    for i in order {
        if keep.last().is_none_or(|&k| all[k as usize] != all[i as usize]) {
            keep.push(i);
        }
        of_mention[i as usize] = position(keep.len() - 1);
    }
    let mut all: Vec<Option<Signature>> = all.into_iter().map(Some).collect();
    (keep.into_iter().filter_map(|i| all[i as usize].take()).collect(), of_mention)
}

fn signature(mention: &Mention, intake: &Intake<'_>, names: &Names) -> Signature {
    let event = &*mention.event;
    let family = event.action.family();
    let of = |p: &Participant| names.find(mention.article, &p.name);
    let mut people: Vec<u32> = event.participants.iter().filter(|p| !is_aim(event, p)).filter_map(of).collect();
    people.sort_unstable();
    people.dedup();
    let time = event.time.as_ref().or(mention.time.once()).and_then(|t| t.entailed());
    let place = event.place.as_ref().or(mention.place.once());
    // A destination by the name of its entity, so that two names of one country are one goal.
    let entity =
        |name: &Arc<str>| names.find(mention.article, name).map_or_else(|| name.clone(), |e| names.entities[e as usize].name.clone());
    let goal = goal(event).map(entity).or_else(|| place.map(|p| p.name.clone()).filter(|_| family == Family::Journey));
    let published = intake.articles[mention.article as usize].article.published.map(|p| p.date);
    Signature {
        family,
        action: event.action.as_str().into(),
        people: people.into(),
        goal: goal.map(|g| letters(&g).into()),
        time,
        published: published.filter(|_| time.is_none()),
        place: place.into_iter().flat_map(|p| std::iter::once(&p.name).chain(&*p.within)).map(|n| letters(n).into()).collect(),
        duration: mention.duration.once().cloned(),
        put_off: mention.put_off,
        own: mention.own,
    }
}

fn articles_of(mentions: &[Mention], of_mention: &[u32], signatures: usize) -> Vec<Vec<u32>> {
    let mut articles: Vec<Vec<u32>> = vec![Vec::new(); signatures];
    for (mention, &signature) in mentions.iter().zip(of_mention) {
        articles[signature as usize].push(mention.article);
    }
    articles.par_iter_mut().for_each(|list| {
        list.sort_unstable();
        list.dedup();
    });
    articles
}

/// The events of claims that know their numbers.
fn build(claims: &[ClaimNode], names: &Names) -> Vec<EventNode> {
    let mut order: Vec<u32> = (0..position(claims.len())).collect();
    order.par_sort_unstable_by_key(|&c| (claims[c as usize].event, c));
    let runs: Vec<&[u32]> = order.chunk_by(|&a, &b| claims[a as usize].event == claims[b as usize].event).collect();
    runs.par_iter().map(|run| event_of(run, claims, names)).collect()
}

fn event_of(run: &[u32], claims: &[ClaimNode], names: &Names) -> EventNode {
    let members = || run.iter().map(|&c| &claims[c as usize]);
    let mut participants: Vec<(u32, Option<Arc<str>>)> = Vec::new();
    let mut last: Option<*const Event> = None;
    for node in members() {
        if last == Some(Arc::as_ptr(&node.claim.event)) {
            continue;
        }
        last = Some(Arc::as_ptr(&node.claim.event));
        for p in &node.claim.event.participants {
            participants.extend(names.find(node.article, &p.name).map(|e| (e, p.role.clone())));
        }
    }
    // One row a participant: a role that somebody tells stands before none, the first in the order of letters before others.
    participants.sort_unstable_by(|a, b| (a.0, a.1.is_none(), &a.1).cmp(&(b.0, b.1.is_none(), &b.1)));
    participants.dedup_by_key(|p| p.0);
    let first = &claims[run[0] as usize].claim;
    EventNode {
        id: id_of(first),
        action: commonest(members().map(|n| &n.claim.event.action)).unwrap_or(&first.event.action).clone(),
        participants,
        time: time_of(members()),
        place: place_of(members()),
        claims: run.to_vec(),
    }
}

/// The value that most have; of equals, the smallest.
fn commonest<T: Ord>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut all: Vec<T> = all.collect();
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
fn time_of<'a>(members: impl Iterator<Item = &'a ClaimNode> + Clone) -> Option<Normalized> {
    let told = |open: bool| {
        let own = members.clone().filter(move |n| n.claim.modality.is_open() == open);
        let in_events = own.clone().filter_map(|n| n.claim.event.time.map(|t| (t, None)));
        let in_claims = own.filter(|n| n.claim.attribute.as_str() == "time" && n.claim.polarity == Polarity::Positive);
        let in_claims =
            in_claims.filter_map(|n| if let Value::Time(t) = &n.claim.value.value { Some((*t, Some(&n.claim.value.raw))) } else { None });
        in_events.chain(in_claims).filter(|(t, _)| t.entailed().is_some()).collect::<Vec<_>>()
    };
    let mut all = told(false);
    if all.is_empty() {
        all = told(true);
    }
    let usual = commonest(all.iter().map(|(t, _)| *t))?;
    let span = |t: Time| t.entailed().map_or(i64::MAX, |i| i.end - i.start);
    let agrees = |t: &Time| usual.entailed().zip(t.entailed()).is_some_and(|(a, b)| a.overlaps(b));
    let best = all.iter().map(|(t, _)| *t).filter(agrees).min_by_key(|t| (span(*t), *t))?;
    let value = Value::Time(best);
    let raw = all.iter().filter(|(t, _)| *t == best).filter_map(|(_, raw)| *raw).min();
    Some(Normalized::new(raw.cloned().unwrap_or_else(|| value.canonical().into()), value))
}

/// The place that most name; of those, one that lies in others.
fn place_of<'a>(members: impl Iterator<Item = &'a ClaimNode> + Clone) -> Option<Normalized> {
    let in_events = members.clone().filter_map(|n| n.claim.event.place.clone());
    let in_claims = members.filter(|n| n.claim.attribute.as_str() == "place" && n.claim.polarity == Polarity::Positive);
    let in_claims = in_claims.filter_map(|n| if let Value::Place(p) = &n.claim.value.value { Some(p.clone()) } else { None });
    let best = commonest(in_events.chain(in_claims).map(|p| (std::cmp::Reverse(p.within.len()), p.name, p.within)))?;
    let value = Value::Place(Place { name: best.1, within: best.2 });
    Some(Normalized::new(value.canonical(), value))
}
