//! What of the records can be used: articles that do not contradict each other, claims whose articles are there and whose quotes
//! stand in them, decisions about claims that exist.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::reconciler::{Reconciler, StoredArticle, StoredClaim};
use super::words;
use crate::claim::{About, Claim, Decision, Extraction, Location, Rejected};
use crate::corpus::Article;
use crate::graph::ClaimNode;
use crate::id::{ArticleId, ClaimId};
use crate::text::CharIndex;

/// An article that is let in.
pub(super) struct Taken<'a> {
    pub(super) id: &'a ArticleId,
    pub(super) file: Option<Arc<str>>,
    pub(super) article: Arc<Article>,
    pub(super) extraction: Option<&'a Extraction>,
}

/// Everything that is let in. Articles and claims are sorted by id; claims' events and subjects are not yet known.
pub(super) struct Intake<'a> {
    pub(super) articles: Vec<Taken<'a>>,
    pub(super) claims: Vec<ClaimNode>,
    pub(super) decisions: Vec<OnClaims<'a>>,
    pub(super) entity_decisions: Vec<(&'a Decision, Option<&'a Location>)>,
    pub(super) rejected: Vec<Rejected>,
}

/// A decision about two claims, by their positions, the smaller first.
#[derive(Clone, Copy)]
pub(super) struct OnClaims<'a> {
    pub(super) pair: (u32, u32),
    pub(super) decision: &'a Decision,
}

pub(super) fn intake(records: &Reconciler) -> Intake<'_> {
    let mut rejected = records.rejected.clone();
    let retracted = retracted(records, &mut rejected);
    let articles = articles(records, &retracted, &mut rejected);
    let claims = claims(records, &retracted, &articles, &mut rejected);
    let decisions = decisions(records, &claims, &mut rejected);
    let entity_decisions = records.decisions.iter().filter(|d| matches!(d.0.about, About::Entities(..)) && d.0.verdict.is_of_entities());
    let entity_decisions = entity_decisions.map(|(d, at)| (d, at.as_ref())).collect();
    Intake { articles, claims, decisions, entity_decisions, rejected }
}

fn retracted<'a>(records: &'a Reconciler, rejected: &mut Vec<Rejected>) -> FxHashSet<&'a ArticleId> {
    let known: FxHashSet<&ArticleId> = records.articles.iter().map(|a| &a.id).collect();
    for (id, at) in records.retracts.iter().filter(|r| !known.contains(&r.0)) {
        rejected.push(Rejected::at(at.as_ref(), format!("it retracts article {id}, and no record brings such an article")));
    }
    records.retracts.iter().map(|r| &r.0).collect()
}

fn articles<'a>(records: &'a Reconciler, retracted: &FxHashSet<&ArticleId>, rejected: &mut Vec<Rejected>) -> Vec<Taken<'a>> {
    let mut all: Vec<&StoredArticle> = records.articles.iter().filter(|a| !retracted.contains(&a.id)).collect();
    all.sort_by(|a, b| (&a.id, &a.at).cmp(&(&b.id, &b.at)));
    let mut kept = Vec::new();
    for same in all.chunk_by(|a, b| a.id == b.id) {
        if same.iter().all(|a| a.article == same[0].article) {
            kept.push(same[0]);
            continue;
        }
        let reason = format!("article {} comes {} times, and not always with the same content", same[0].id, same.len());
        rejected.extend(same.iter().map(|a| Rejected::at(a.at.as_ref(), &*reason)));
    }
    let read = |a: &&'a StoredArticle| -> Option<&'a Extraction> {
        let extractor = records.extractor.as_ref().filter(|_| a.article.text.is_some())?;
        Some(a.extraction.get_or_init(|| extractor.extract(&a.id, &a.article)))
    };
    let extractions: Vec<Option<&Extraction>> = kept.par_iter().map(read).collect();
    for (a, extraction) in kept.iter().zip(&extractions) {
        if let Some(reason) = extraction.and_then(|e| e.unread.as_ref()) {
            rejected.push(Rejected::at(a.at.as_ref(), format!("article {} was not read: {reason}", a.id)));
        }
    }
    kept.into_iter().zip(extractions).map(|(a, extraction)| taken(a, extraction)).collect()
}

/// The article, with what only its text tells of its date and agency.
fn taken<'a>(stored: &'a StoredArticle, extraction: Option<&'a Extraction>) -> Taken<'a> {
    let mut article = stored.article.clone();
    let published = extraction.and_then(|e| e.published).filter(|_| article.published.is_none());
    let agency = extraction.and_then(|e| e.agency.clone()).filter(|_| article.agency.is_none());
    if published.is_some() || agency.is_some() {
        let full = Arc::make_mut(&mut article);
        full.published = full.published.or(published);
        full.agency = full.agency.take().or(agency);
    }
    Taken { id: &stored.id, file: stored.at.as_ref().map(|l| l.file.clone()), article, extraction }
}

/// A claim, where it came from, and whether its id was given.
struct Candidate {
    node: ClaimNode,
    at: Option<Location>,
    given: bool,
}

fn claims(records: &Reconciler, retracted: &FxHashSet<&ArticleId>, articles: &[Taken<'_>], rejected: &mut Vec<Rejected>) -> Vec<ClaimNode> {
    let indices: Vec<OnceLock<CharIndex>> = articles.iter().map(|_| OnceLock::new()).collect();
    let index = |i: usize| indices[i].get_or_init(|| CharIndex::new(articles[i].article.text.as_deref().unwrap_or("")));
    let made = |stored: &StoredClaim| -> Result<Candidate, Rejected> {
        let refuse = |reason: String| Rejected::at(stored.at.as_ref(), reason);
        let id = &stored.claim.article;
        let i = articles.binary_search_by(|a| a.id.cmp(id)).map_err(|_| refuse(format!("its article {id} is not there")))?;
        let claim = words::resolve(stored.claim.clone(), stored.words.as_deref(), &articles[i].article, index(i)).map_err(refuse)?;
        Ok(candidate(claim, i, stored.at.clone()))
    };
    let wanted = records.claims.par_iter().filter(|c| !retracted.contains(&c.claim.article));
    let mut found: Vec<Result<Candidate, Rejected>> = wanted.map(made).collect();
    for (i, taken) in articles.iter().enumerate() {
        let extracted = taken.extraction.map_or(&[][..], |e| &e.claims);
        found.extend(extracted.iter().map(|claim| own(claim, taken, i, index(i))));
    }
    let mut good = Vec::with_capacity(found.len());
    for candidate in found {
        match candidate {
            Ok(candidate) => good.push(candidate),
            Err(reason) => rejected.push(reason),
        }
    }
    distinct(good, rejected)
}

fn candidate(mut claim: Claim, article: usize, at: Option<Location>) -> Candidate {
    let given = claim.id.is_some();
    if !given {
        claim.id = Some(claim.derive_id());
    }
    Candidate { node: ClaimNode { claim, article: position(article), event: 0, subject: None }, at, given }
}

/// A claim of the extractor, held to its contract.
fn own(claim: &Claim, taken: &Taken<'_>, i: usize, index: &CharIndex) -> Result<Candidate, Rejected> {
    let refuse = |reason: String| Rejected { file: taken.file.clone(), line: 0, reason };
    if claim.article != *taken.id {
        return Err(refuse(format!("the extractor gave article {} a claim of article {}", taken.id, claim.article)));
    }
    let text = taken.article.text.as_deref();
    if let Some(quote) = &claim.quote {
        words::stands(quote, text, index).map_err(refuse)?;
    }
    Ok(candidate(claim.clone(), i, None))
}

pub(super) fn position(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

fn prefix(id: Option<&ClaimId>) -> u128 {
    let mut bytes = [0_u8; 16];
    let text = id.map_or(&[][..], |id| id.as_str().as_bytes());
    let n = text.len().min(16);
    bytes[..n].copy_from_slice(&text[..n]);
    u128::from_be_bytes(bytes)
}

/// The claims by id, each once. One id with two contents: both are refused, or order would decide.
fn distinct(mut found: Vec<Candidate>, rejected: &mut Vec<Rejected>) -> Vec<ClaimNode> {
    let mut order: Vec<(u128, u32)> = found.iter().zip(0..).map(|(c, i)| (prefix(c.node.claim.id.as_ref()), i)).collect();
    order
        .par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| found[a.1 as usize].node.claim.id.cmp(&found[b.1 as usize].node.claim.id)));
    permute(&mut found, order.into_iter().map(|o| o.1).collect());
    let mut keep = vec![false; found.len()];
    let mut start = 0;
    for same in found.chunk_by(|a, b| a.node.claim.id == b.node.claim.id) {
        match chosen(same) {
            Ok(i) => keep[start + i] = true,
            Err(reason) => rejected.extend(same.iter().map(|c| Rejected::at(c.at.as_ref(), &*reason))),
        }
        start += same.len();
    }
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(false));
    found.into_iter().map(|c| c.node).collect()
}

fn chosen(same: &[Candidate]) -> Result<usize, String> {
    if same.iter().all(|c| c.node == same[0].node) {
        return Ok(0);
    }
    if same.iter().any(|c| c.given) {
        let id = same[0].node.claim.id.as_ref().map_or("", ClaimId::as_str);
        return Err(format!("claim {id} comes {} times, and not always with the same content", same.len()));
    }
    // The ids follow from content and leave out what hardly matters, such as roles; any fixed choice will do.
    Ok((0..same.len()).min_by_key(|&i| format!("{:?}", same[i].node)).unwrap_or(0))
}

/// Puts `list[order[i]]` at `i`, in place.
fn permute<T>(list: &mut [T], mut order: Vec<u32>) {
    for i in 0..list.len() {
        let mut from = i;
        loop {
            let next = order[from] as usize;
            order[from] = position(from);
            if next == i {
                break;
            }
            list.swap(from, next);
            from = next;
        }
    }
}

/// The decisions that hold: about claims that are there, and of two about one pair and matter the later.
fn decisions<'a>(records: &'a Reconciler, claims: &[ClaimNode], rejected: &mut Vec<Rejected>) -> Vec<OnClaims<'a>> {
    let find = |id: &ClaimId| claims.binary_search_by(|c| c.claim.id.as_ref().cmp(&Some(id))).ok().map(position);
    let mut found = Vec::new();
    for (decision, at) in &records.decisions {
        let mut refuse = |reason: String| rejected.push(Rejected::at(at.as_ref(), reason));
        let About::Claims(a, b) = &decision.about else {
            if !decision.verdict.is_of_entities() {
                refuse(format!("the decision {} is not one about entities", decision.verdict));
            }
            continue;
        };
        match (find(a), find(b)) {
            _ if decision.verdict.is_of_entities() => refuse(format!("the decision {} is not one about claims", decision.verdict)),
            (Some(x), Some(y)) if x != y => found.push(OnClaims { pair: (x.min(y), x.max(y)), decision }),
            (Some(_), Some(_)) => refuse(format!("the decision names claim {a} twice")),
            (None, _) => refuse(format!("the decision names no claim: {a}")),
            (_, None) => refuse(format!("the decision names no claim: {b}")),
        }
    }
    let matter = |d: &OnClaims<'_>| (d.pair, is_of_event(d.decision));
    let order = |d: &OnClaims<'a>| (&d.decision.at, &d.decision.by, d.decision.verdict, &d.decision.why);
    found.sort_by(|a, b| matter(a).cmp(&matter(b)).then_with(|| order(b).cmp(&order(a))));
    found.dedup_by(|later, first| matter(later) == matter(first));
    found
}

/// Whether a decision about claims is about their events.
pub(super) fn is_of_event(decision: &Decision) -> bool {
    matches!(decision.verdict, crate::claim::Verdict::SameEvent | crate::claim::Verdict::DifferentEvent)
}
