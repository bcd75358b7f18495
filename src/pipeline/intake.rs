//! What of the records can be used: articles that do not contradict each other, claims whose articles are there and whose quotes
//! stand in them, decisions about claims that exist.

use std::cmp::Reverse;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use jiff::civil::DateTime;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::reconciler::{Reconciler, StoredArticle, StoredClaim};
use super::{declared, words};
use crate::claim::{About, Claim, Decision, Extraction, Location, Refusal, Rejected, RejectionCode, check};
use crate::corpus::{Article, Passages, Published, Quote};
use crate::graph::{ClaimNode, Decided};
use crate::id::{ArticleId, ArticleIx, ClaimId, EventIx};
use crate::linkage::standing;
use crate::ontology::Ontology;
use crate::text::CharIndex;
use crate::value::Value;

/// An article that is let in.
pub(super) struct Taken<'a> {
    pub(super) id: &'a ArticleId,
    pub(super) file: Option<Arc<str>>,
    pub(super) article: Arc<Article>,
    pub(super) extraction: Option<&'a Extraction>,
}

/// A text of an article that a later one replaced.
pub(super) struct Older<'a> {
    pub(super) stored: &'a StoredArticle,
    /// Which article it is a text of.
    pub(super) of: u32,
    pub(super) extraction: Option<&'a Extraction>,
}

/// Everything that is let in. Articles and claims are sorted by id; claims' events and subjects are not yet known.
pub(super) struct Intake<'a> {
    pub(super) articles: Vec<Taken<'a>>,
    /// What the articles said before, by article and age.
    pub(super) older: Vec<Older<'a>>,
    pub(super) claims: Vec<ClaimNode>,
    /// For each claim a number that those of one article share whose events are equal, and how many came before it.
    pub(super) mentions: Vec<(u64, u32)>,
    /// In the order of their standing, the later in time first.
    pub(super) decisions: Vec<OnClaims<'a>>,
    pub(super) entity_decisions: Vec<(&'a Decision, Option<&'a Location>)>,
    /// Decisions about what is not there.
    pub(super) undone: Vec<Decided>,
    pub(super) rejected: Vec<Rejected>,
    /// What is known of attributes and kinds of event; `None` for the built-in rows.
    pub(super) ontology: Option<Arc<Ontology>>,
}

/// A decision about two claims, by their positions, the smaller first.
#[derive(Clone, Copy)]
pub(super) struct OnClaims<'a> {
    pub(super) pair: (u32, u32),
    pub(super) decision: &'a Decision,
    pub(super) at: Option<&'a Location>,
}

pub(super) fn intake(records: &Reconciler) -> Intake<'_> {
    let mut rejected = records.rejected.clone();
    let own = declared::ontology(records, &mut rejected);
    let ontology = own.as_deref().unwrap_or_else(|| Ontology::builtin());
    let retracted = retracted(records, &mut rejected);
    let (articles, gone, older) = articles(records, &retracted, &mut rejected);
    let absent = retracted.union(&gone).copied().collect();
    let (claims, mentions) = claims((records, ontology), &absent, (&articles, &older), &mut rejected);
    let mut undone = Vec::new();
    let decisions = decisions(records, &claims, &mut undone, &mut rejected);
    let entity_decisions = records.decisions.iter().filter(|d| matches!(d.0.about, About::Entities(..)) && d.0.verdict.is_of_entities());
    let entity_decisions = entity_decisions.map(|(d, at)| (d, at.as_ref())).collect();
    Intake { articles, older, claims, mentions, decisions, entity_decisions, undone, rejected, ontology: own }
}

fn retracted<'a>(records: &'a Reconciler, rejected: &mut Vec<Rejected>) -> FxHashSet<&'a ArticleId> {
    let known: FxHashSet<&ArticleId> = records.articles.iter().map(|a| &a.id).collect();
    for (id, at) in records.retracts.iter().filter(|r| !known.contains(&r.0)) {
        let reason = format!("it retracts article {id}, and no record brings such an article");
        rejected.push(Rejected::at(at.as_ref(), reason).coded(RejectionCode::NoSuchArticle));
    }
    records.retracts.iter().map(|r| &r.0).collect()
}

/// The articles that stand, and the older texts of those that were revised.
fn articles<'a>(
    records: &'a Reconciler,
    retracted: &FxHashSet<&ArticleId>,
    rejected: &mut Vec<Rejected>,
) -> (Vec<Taken<'a>>, FxHashSet<&'a ArticleId>, Vec<Older<'a>>) {
    let known: Vec<&StoredArticle> = records.articles.iter().filter(|a| !retracted.contains(&a.id)).collect();
    // What its own clock shows as a later day than that of the limit is left out: one that looks back from a day has not seen it.
    let beyond = |p: Published| records.as_of.is_some_and(|limit| p.by_one_clock(&limit).is_gt());
    let later = |a: &&&StoredArticle| a.article.stands_since().is_some_and(beyond);
    let mut gone: FxHashSet<&ArticleId> = known.iter().filter(later).map(|a| &a.id).collect();
    let mut all: Vec<&StoredArticle> = known.into_iter().filter(|a| !later(&a)).collect();
    all.iter().for_each(|a| {
        gone.remove(&a.id);
    });
    all.sort_by(|a, b| (&a.id, &a.at).cmp(&(&b.id, &b.at)));
    let (mut kept, mut older) = (Vec::new(), Vec::new());
    for same in all.chunk_by(|a, b| a.id == b.id) {
        // An article that comes again with its text takes the place of the saved one.
        let fresh: Vec<&StoredArticle> = same.iter().copied().filter(|a| !a.saved).collect();
        let same = if fresh.is_empty() { same } else { &fresh };
        match revisions(same) {
            Some((latest, before)) => {
                older.extend(before.into_iter().map(|a| (a, position(kept.len()))));
                kept.push(latest);
            }
            None => {
                let reason = format!("article {} comes {} times, and not always with the same content", same[0].id, same.len());
                rejected.extend(same.iter().map(|a| Rejected::at(a.at.as_ref(), &*reason).coded(RejectionCode::TwoContents)));
            }
        }
    }
    let read = |a: &&'a StoredArticle| -> Option<&'a Extraction> {
        if a.saved {
            return a.extraction.get();
        }
        let extractor = records.extractor.as_ref().filter(|_| a.article.text.is_some())?;
        Some(a.extraction.get_or_init(|| extractor.extract(&a.id, &a.article)))
    };
    let extractions: Vec<Option<&Extraction>> = kept.par_iter().map(read).collect();
    let older = older.into_par_iter().map(|(a, of)| Older { stored: a, of, extraction: read(&a) }).collect();
    for (a, extraction) in kept.iter().zip(&extractions) {
        if let Some(reason) = extraction.and_then(|e| e.unread.as_ref()) {
            let reason = format!("article {} was not read: {reason}", a.id);
            rejected.push(Rejected::at(a.at.as_ref(), reason).coded(RejectionCode::NotRead));
        }
        if let Some(n) = extraction.map(|e| e.too_long).filter(|n| *n > 0) {
            let (claims, are) = if n == 1 { ("claim", "is") } else { ("claims", "are") };
            let reason = format!("of article {} {n} {claims} {are} left out: what a quote must hold takes more than 450 characters", a.id);
            rejected.push(Rejected::at(a.at.as_ref(), reason).coded(RejectionCode::QuoteTooLong));
        }
    }
    (kept.into_iter().zip(extractions).map(|(a, extraction)| taken(a, extraction)).collect(), gone, older)
}

/// Of the records of one id the one that stands, and those that it replaced, the oldest first. None where they contradict each other:
/// they differ, and it is not known which came later.
fn revisions<'a>(same: &[&'a StoredArticle]) -> Option<(&'a StoredArticle, Vec<&'a StoredArticle>)> {
    let mut texts: Vec<&StoredArticle> = Vec::new();
    let mut known: FxHashMap<_, Vec<&Article>> = FxHashMap::default();
    for a in same {
        // Those that share their instants and their text are few, or one.
        let like = known.entry((a.article.published, a.article.updated, &a.article.text)).or_default();
        if !like.iter().any(|t| **t == *a.article) {
            like.push(&a.article);
            texts.push(a);
        }
    }
    texts.sort_by_cached_key(|a| since(&a.article));
    let ordered = texts.windows(2).all(|w| w[1].article.revises(&w[0].article));
    let latest = texts.pop().filter(|_| ordered)?;
    Some((latest, texts))
}

/// Where a text stands among those of its id: an update of which no more than the day is known is the last of its day, and of two of one
/// moment the one that says that it was updated is the later.
fn since(article: &Article) -> Option<(DateTime, bool)> {
    let since = article.stands_since()?;
    let day = article.updated.is_some() && since.time.is_none();
    Some((if day { since.date.at(23, 59, 59, 999_999_999) } else { since.moment() }, article.updated.is_some()))
}

/// The article, with what only its text tells of its date and agency.
fn taken<'a>(stored: &'a StoredArticle, extraction: Option<&'a Extraction>) -> Taken<'a> {
    let mut article = stored.article.clone();
    let published = extraction.and_then(|e| e.published).filter(|p| article.published.is_none() && p.is_sound());
    let agency = extraction.and_then(|e| e.agency.clone()).filter(|_| article.agency.is_none());
    if published.is_some() || agency.is_some() {
        let full = Arc::make_mut(&mut article);
        full.published = full.published.or(published);
        full.agency = full.agency.take().or(agency);
    }
    Taken { id: &stored.id, file: stored.at.as_ref().map(|l| l.file.clone()), article, extraction }
}

/// A claim that has its id, and where it came from.
struct Candidate<'a> {
    claim: Arc<Claim>,
    /// Whether the id was given.
    named: bool,
    article: u32,
    /// The same for claims of one article whose events are equal.
    mention: u64,
    at: Option<&'a Location>,
    /// What of it could not be read, and is kept as words.
    unread: Option<String>,
}

impl Candidate<'_> {
    fn id(&self) -> &str {
        self.claim.id.as_ref().map_or("", ClaimId::as_str)
    }
}

fn claims<'a>(
    (records, ontology): (&'a Reconciler, &Ontology),
    absent: &FxHashSet<&ArticleId>,
    (articles, older): (&[Taken<'_>], &[Older<'_>]),
    rejected: &mut Vec<Rejected>,
) -> (Vec<ClaimNode>, Vec<(u64, u32)>) {
    let places: FxHashMap<&str, usize> = articles.iter().enumerate().map(|(i, a)| (a.id.as_str(), i)).collect();
    let mut asked = vec![0; articles.len()];
    let quoting = records.claims.iter().filter(|c| c.words.as_ref().is_some_and(|w| w.selector.is_some()));
    quoting.filter_map(|c| places.get(c.claim.article.as_str())).for_each(|&i| asked[i] += 1);
    let texts: Vec<OnceLock<Passages<'_>>> = articles.iter().map(|_| OnceLock::new()).collect();
    let passages = |i: usize| texts[i].get_or_init(|| Passages::new(articles[i].article.text.as_deref().unwrap_or(""), asked[i]));
    let index = |i: usize| passages(i).index();
    let before = Before { older, texts: older.iter().map(|_| OnceLock::new()).collect(), asked: &asked };
    let made = |readings: &mut words::Readings<'a>, stored: &'a StoredClaim| -> Result<Candidate<'a>, Rejected> {
        let refuse = |refusal: Refusal| Rejected::of(stored.at.as_ref(), refusal);
        let id = &stored.claim.article;
        check::filled("article", id.as_str()).map_err(refuse)?;
        let strange = || refuse(Refusal::new(RejectionCode::NoSuchArticle, format!("its article {id} is not there")));
        let &i = places.get(id.as_str()).ok_or_else(strange)?;
        let article = &articles[i].article;
        let claim = match &stored.words {
            Some(words) => {
                let resolved = words::resolve(&stored.claim, words, (article, passages(i)), ontology, readings);
                identified(resolved.map_err(|bad| refuse(before.of_older(bad, stored, i)))?)
            }
            None if stored.saved && article.text.is_some() => words::again(&stored.claim, article, passages(i)).map_err(refuse)?,
            None => stored.claim.clone(),
        };
        check::claim(&claim).map_err(refuse)?;
        if let Some(quote) = claim.quote.as_ref().filter(|_| !stored.saved) {
            words::stands(quote, article.text.as_deref(), index(i)).map_err(refuse)?;
        }
        let unread = stored.words.as_deref().and_then(|words| words::not_understood(words, &claim));
        Ok(Candidate { unread, ..candidate(claim, stored.named, i, stored.at.as_ref()) })
    };
    let wanted = records.claims.par_iter().filter(|c| !absent.contains(&c.claim.article));
    let mut found: Vec<Result<Candidate<'_>, Rejected>> = wanted.map_init(words::Readings::default, made).collect();
    let mut told: FxHashMap<(usize, usize, usize), Vec<Arc<Claim>>> = FxHashMap::default();
    for candidate in found.iter().flatten() {
        if let Some(place) = value_place(candidate.article as usize, &candidate.claim) {
            told.entry(place).or_default().push(candidate.claim.clone());
        }
    }
    // What the reader calls by nothing but its word is told by a claim of the very words better.
    let is_told = |i: usize, claim: &Claim| {
        let other = Some(claim).filter(|c| c.event.open.is_some() && !told.is_empty()).and_then(|c| told.get(&value_place(i, c)?));
        other.is_some_and(|all| all.iter().any(|o| o.value.value == claim.value.value && o.polarity == claim.polarity))
    };
    for (i, taken) in articles.iter().enumerate() {
        let extracted = taken.extraction.map_or(&[][..], |e| &e.claims);
        found.extend(extracted.iter().filter(|claim| !is_told(i, claim)).map(|claim| own(claim, taken, i, index(i))));
    }
    let mut good = Vec::with_capacity(found.len());
    for candidate in found {
        match candidate {
            Ok(mut candidate) => {
                rejected.extend(candidate.unread.take().map(|reason| Rejected::at(candidate.at, reason).coded(RejectionCode::UnreadTime)));
                good.push(candidate);
            }
            Err(reason) => rejected.push(reason),
        }
    }
    distinct(good, rejected)
}

/// Where the words of a claim's value stand in its article, if they stand in its quote.
fn value_place(article: usize, claim: &Claim) -> Option<(usize, usize, usize)> {
    let quote = claim.quote.as_ref().filter(|_| !matches!(claim.value.value, Value::Boolean(_)))?;
    let raw = &*claim.value.raw;
    let at = quote.exact.find(raw).filter(|_| !raw.is_empty())?;
    let start = quote.start + quote.exact[..at].chars().count();
    Some((article, start, start + raw.chars().count()))
}

/// What the articles said before, and where quotes are looked up in it.
struct Before<'o, 'a> {
    older: &'o [Older<'a>],
    texts: Vec<OnceLock<Passages<'a>>>,
    /// How many quotes are asked of each article.
    asked: &'o [usize],
}

/// In so many older texts of an article, the latest, a quote is looked up.
const OLDER: usize = 16;

impl Before<'_, '_> {
    /// Why a quote is refused: perhaps it stands in an older text of the article.
    fn of_older(&self, bad: Refusal, stored: &StoredClaim, article: usize) -> Refusal {
        let Some(selector) = stored.words.as_ref().and_then(|w| w.selector.as_ref()) else { return bad };
        let end = self.older.partition_point(|o| (o.of as usize) <= article);
        let first = self.older.partition_point(|o| (o.of as usize) < article);
        let stands = |i: &usize| {
            let text = self.older[*i].stored.article.text.as_deref();
            text.is_some_and(|text| Quote::stands_in(self.texts[*i].get_or_init(|| Passages::new(text, self.asked[article])), selector))
        };
        if (first..end).rev().take(OLDER).any(|i| stands(&i)) {
            let reason = format!("{}; it stands in an older text of the article, which has been changed since", bad.reason);
            return Refusal::new(RejectionCode::QuoteOfOlderRevision, reason);
        }
        if end - first > OLDER {
            let reason = format!("{}; of {} older texts of the article the latest {OLDER} were searched", bad.reason, end - first);
            return Refusal::new(bad.code, reason);
        }
        bad
    }
}

fn candidate(claim: Arc<Claim>, named: bool, article: usize, at: Option<&Location>) -> Candidate<'_> {
    let article = position(article);
    let mut hasher = FxHasher::default();
    (article, &claim.event).hash(&mut hasher);
    Candidate { claim, named, article, mention: hasher.finish(), at, unread: None }
}

/// The claim with its id.
fn identified(mut claim: Claim) -> Arc<Claim> {
    claim.id = Some(claim.id.take().unwrap_or_else(|| claim.derive_id()));
    claim.into()
}

/// A claim of the extractor, held to its contract.
fn own<'a>(claim: &'a Claim, taken: &Taken<'_>, i: usize, index: &CharIndex) -> Result<Candidate<'a>, Rejected> {
    let refuse = |refusal: Refusal| Rejected::in_file(taken.file.clone(), 0, refusal.reason).coded(refusal.code);
    if claim.article != *taken.id {
        let reason = format!("the extractor gave article {} a claim of article {}", taken.id, claim.article);
        return Err(refuse(Refusal::new(RejectionCode::OtherArticle, reason)));
    }
    if let Some(quote) = &claim.quote {
        words::stands(quote, taken.article.text.as_deref(), index).map_err(refuse)?;
    }
    Ok(candidate(identified(claim.clone()), claim.id.is_some(), i, None))
}

pub(super) fn position(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

/// The first sixteen bytes of an id, which nearly always decide its place.
pub(super) fn prefix(id: &str) -> u128 {
    let mut bytes = [0_u8; 16];
    let text = id.as_bytes();
    let n = text.len().min(16);
    bytes[..n].copy_from_slice(&text[..n]);
    u128::from_be_bytes(bytes)
}

/// The claims by id, each once, and what their mentions share. One id with two contents: both are refused, or order would decide.
fn distinct(found: Vec<Candidate<'_>>, rejected: &mut Vec<Rejected>) -> (Vec<ClaimNode>, Vec<(u64, u32)>) {
    let mut order: Vec<(u128, u32)> = found.par_iter().zip(0..u32::MAX).map(|(c, i)| (prefix(c.id()), i)).collect();
    order.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| found[a.1 as usize].id().cmp(found[b.1 as usize].id())));
    let mut kept: Vec<u32> = Vec::with_capacity(found.len());
    for same in order.chunk_by(|a, b| a.0 == b.0 && found[a.1 as usize].id() == found[b.1 as usize].id()) {
        match chosen(&found, same) {
            Ok(i) => kept.push(i),
            Err(reason) => {
                rejected.extend(same.iter().map(|s| Rejected::at(found[s.1 as usize].at, &*reason).coded(RejectionCode::TwoContents)));
            }
        }
    }
    drop(order);
    let mut found: Vec<Option<Candidate<'_>>> = found.into_iter().map(Some).collect();
    let kept = kept.into_iter().filter_map(|i| found[i as usize].take().map(|c| (c, i)));
    kept.map(|(c, i)| {
        (ClaimNode { claim: c.claim, article: ArticleIx::new(c.article), event: EventIx::default(), subject: None }, (c.mention, i))
    })
    .unzip()
}

/// Which of the candidates of one id stands for all.
fn chosen(found: &[Candidate<'_>], same: &[(u128, u32)]) -> Result<u32, String> {
    let first = same[0].1;
    let all = || same.iter().map(|s| &found[s.1 as usize]);
    if same.len() == 1 || all().all(|c| c.claim == found[first as usize].claim) {
        return Ok(first);
    }
    if all().any(|c| c.named) {
        let id = found[first as usize].id();
        return Err(format!("claim {id} comes {} times, and not always with the same content", same.len()));
    }
    // The ids follow from content and leave out what hardly matters, such as roles; any fixed choice will do.
    Ok(same.iter().map(|s| s.1).min_by_key(|&i| format!("{:?}", found[i as usize].claim)).unwrap_or(first))
}

/// The decisions about claims that are there, in the order of their standing.
fn decisions<'a>(
    records: &'a Reconciler,
    claims: &[ClaimNode],
    undone: &mut Vec<Decided>,
    rejected: &mut Vec<Rejected>,
) -> Vec<OnClaims<'a>> {
    let mut found = Vec::new();
    for (decision, at) in &records.decisions {
        match pair(decision, claims) {
            Ok(pair) => found.extend(pair.map(|pair| OnClaims { pair, decision, at: at.as_ref() })),
            Err(refusal) => {
                undone.push(Decided { decision: decision.clone(), refused: Some(refusal.reason.clone()) });
                rejected.push(Rejected::of(at.as_ref(), refusal));
            }
        }
    }
    found.sort_by_cached_key(|d| (Reverse(standing(d.decision)), d.pair, d.at.cloned()));
    found
}

/// The claims that a decision is about, the first in order first; none where it is about entities.
fn pair(decision: &Decision, claims: &[ClaimNode]) -> Result<Option<(u32, u32)>, Refusal> {
    let no = |code, reason: String| Err(Refusal::new(code, reason));
    let find = |id: &ClaimId| claims.binary_search_by(|c| c.claim.id.as_ref().cmp(&Some(id))).ok().map(position);
    let About::Claims(a, b) = &decision.about else {
        return if decision.verdict.is_of_entities() {
            Ok(None)
        } else {
            no(RejectionCode::DecisionOfOtherKind, format!("the decision {} is not one about entities", decision.verdict))
        };
    };
    if decision.verdict.is_of_entities() {
        return no(RejectionCode::DecisionOfOtherKind, format!("the decision {} is not one about claims", decision.verdict));
    }
    match (find(a), find(b)) {
        (Some(x), Some(y)) if x != y => Ok(Some((x.min(y), x.max(y)))),
        (Some(_), Some(_)) => no(RejectionCode::DecisionOnOne, format!("the decision names claim {a} twice")),
        (None, _) => no(RejectionCode::NoSuchClaim, format!("the decision names no claim: {a}")),
        (_, None) => no(RejectionCode::NoSuchClaim, format!("the decision names no claim: {b}")),
    }
}

/// Whether a decision about claims is about their events.
pub(super) fn is_of_event(decision: &Decision) -> bool {
    matches!(decision.verdict, crate::claim::Verdict::SameEvent | crate::claim::Verdict::DifferentEvent)
}
