//! From records to a graph, room by room.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::align::{Aligned, align, mentions};
use super::content::Content;
use super::decisions::Decisions;
use super::intake::{Intake, intake};
use super::items::{Rows, Table, decided, items, ordered, subjects};
use super::names::{Names, names};
use super::near::near;
use super::reconciler::Reconciler;
use super::revisions::revisions;
use crate::claim::Verdict;
use crate::corpus::outlet;
use crate::graph::{ArticleNode, Origin, Parts, states};
use crate::id::{ArticleIx, OriginId, OriginIx};
use crate::linkage::Said;
use crate::ontology::{Ontology, PERSON, noun_class};
use crate::origin::{Articles, Shingles, Speaker, group_knowing};
use crate::text::{Plain, sentences, tokens};
use crate::words::List;

pub(super) fn parts(records: &Reconciler) -> Parts {
    let mut intake = intake(records);
    let own = intake.ontology.take();
    let ontology = own.as_deref().unwrap_or_else(|| Ontology::builtin());
    let decisions = Decisions::of(&intake.decisions, &mut intake.rejected);
    let mentions = mentions(&mut intake, &decisions.events);
    let mut names = names(records, &mut intake, &mentions);
    let places = Said::of(intake.claims.iter().map(|n| &*n.claim));
    let Aligned { mut events, torn, items: open, sampled } = align(&mut intake, mentions, &decisions.events, &names, (&places, ontology));
    subjects(&mut intake.claims, |article, name| names.find(article, name));
    let articles: Vec<&crate::corpus::Article> = intake.articles.iter().map(|a| &*a.article).collect();
    let voices = group_knowing(&articles, &copied(records, &intake));
    let speakers = speakers(&intake, &names);
    let table = Table {
        claims: &intake.claims,
        published: intake.articles.iter().map(|a| a.article.published).collect(),
        voices: &voices,
        speakers: &speakers,
        decisions: Table::decisions(&decisions.claims),
        rows: Rows::of(&intake.claims, ontology, &open),
        places: &places,
    };
    let different = decisions.events.iter().filter(|d| d.decision.verdict == Verdict::DifferentEvent);
    let said: Vec<_> = different.chain(&decisions.claims).copied().collect();
    let content = Content { table: &table, articles: &articles, entities: &names.entities };
    let (mut relations, cut) = near(content, &events, &torn);
    let mut facts = items(&table, &events, &mut relations);
    relations.append(&mut decided(&table, &said));
    drop(table);
    drop(speakers);
    cut.iter().for_each(|e| events[*e as usize].sampled = true);
    let relations = ordered(relations, !said.is_empty());
    let states = states(&facts, &intake.claims, &relations, ontology);
    facts.iter_mut().zip(states).for_each(|(fact, state)| fact.state = state);
    let mut rejected = std::mem::take(&mut intake.rejected);
    rejected.sort_unstable();
    let mut decided = [decisions.all, std::mem::take(&mut names.decisions), std::mem::take(&mut intake.undone)].concat();
    decided.sort_unstable();
    decided.dedup();
    let (origins, place) = origins(&intake, &voices);
    let articles = article_nodes(&intake, &voices, &place, &sampled);
    let revisions = revisions(&intake);
    Parts {
        articles,
        origins,
        entities: names.entities,
        events,
        claims: intake.claims,
        relations,
        facts,
        revisions,
        decisions: decided,
        rejected,
        ontology: own,
    }
}

/// The places of articles that a saved result knows to share text. One that has its text again speaks for itself.
fn copied(records: &Reconciler, intake: &Intake<'_>) -> Vec<Vec<u32>> {
    let place = |id: &crate::id::ArticleId| {
        let found = intake.articles.binary_search_by(|a| a.id.cmp(id)).ok()?;
        intake.articles[found].article.text.is_none().then(|| super::intake::position(found))
    };
    let sets = records.copied.iter().map(|set| set.iter().filter_map(place).collect::<Vec<u32>>());
    sets.filter(|set| set.len() > 1).collect()
}

/// Whose voice each claim is: the article, whom it credits, and the sentence it is quoted from.
fn speakers(intake: &Intake<'_>, names: &Names) -> Vec<Speaker> {
    let passages = passages(intake);
    let credited = credited_publishers(intake, names);
    let speaker = |(i, node): (usize, &crate::graph::ClaimNode)| {
        let chain = &node.claim.attributed_to;
        // The first and the last of a chain: whom the article credits, and whose word it was.
        let ends = chain.first().into_iter().chain(chain.last());
        let (unnamed, named): (Vec<_>, Vec<_>) = ends.partition(|s| is_unnamed(s));
        let numbers = |all: Vec<&Arc<str>>| all.into_iter().filter_map(|s| names.credit(node.article.get(), s)).collect::<Vec<u32>>();
        let (mut credits, mut unnamed) = (numbers(named), numbers(unnamed));
        unnamed.sort_unstable();
        unnamed.dedup();
        credits.extend(&credited[node.article.at()]);
        credits.sort_unstable();
        credits.dedup();
        let passage = passages.get(i).cloned().flatten();
        Speaker { article: node.article.get(), credits: credits.into(), unnamed: unnamed.into(), passage }
    };
    intake.claims.par_iter().enumerate().map(|(i, n)| speaker((i, n))).collect()
}

/// Whether a source is several persons without a name, who may be others in each article: "officials", "local officials", "Witnesses".
fn is_unnamed(source: &str) -> bool {
    let mut words = source.split(' ');
    let last = words.clone().next_back().unwrap_or_default();
    let first = words.next().unwrap_or_default();
    let small = |w: &str| w.chars().all(|c| c.is_lowercase() || c == '-');
    let opens = small(first) || source == last && first.chars().skip(1).all(char::is_lowercase);
    let several = last.ends_with('s') && !last.ends_with("ss") && noun_class(last) == Some(PERSON);
    opens && words.all(small) && several && !List::The.has(first)
}

/// For each article, the numbers under which other articles credit its publisher: what one paper reports and another reports of it
/// is one source.
fn credited_publishers(intake: &Intake<'_>, names: &Names) -> Vec<Vec<u32>> {
    let mut by_outlet: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for node in intake.claims.iter().filter(|n| !n.claim.attributed_to.is_empty()) {
        for source in &node.claim.attributed_to {
            let numbers = by_outlet.entry(outlet(source)).or_default();
            if let Some(number) = names.credit(node.article.get(), source).filter(|n| !numbers.contains(n)) {
                numbers.push(number);
            }
        }
    }
    let of = |publisher: &str| by_outlet.get(&outlet(publisher)).cloned().unwrap_or_default();
    intake.articles.iter().map(|a| a.article.publisher.as_deref().map(of).unwrap_or_default()).collect()
}

/// For each claim with a quote, the shingles of its sentence. Empty where no claim has one.
fn passages(intake: &Intake<'_>) -> Vec<Option<Arc<Shingles>>> {
    let mut quoted: Vec<(u32, usize, usize)> = Vec::new();
    for (i, node) in intake.claims.iter().enumerate() {
        quoted.extend(node.claim.quote.as_ref().map(|q| (node.article.get(), q.span.start, i)));
    }
    if quoted.is_empty() {
        return Vec::new();
    }
    quoted.par_sort_unstable();
    let runs: Vec<&[(u32, usize, usize)]> = quoted.chunk_by(|a, b| a.0 == b.0).collect();
    let found: Vec<(usize, Arc<Shingles>)> = runs
        .par_iter()
        .flat_map_iter(|run| {
            let article = &intake.articles[run[0].0 as usize].article;
            let plain = Plain::titled(article.text.as_deref().unwrap_or(""), article.title.as_deref());
            let spans = sentences(plain.text(), &tokens(plain.text())).into_iter().map(|s| s.span);
            let all: Vec<(usize, &str)> = spans.map(|s| (plain.given(s).start, s.of(plain.text()))).collect();
            of_run(run, &all)
        })
        .collect();
    let mut passages = vec![None; intake.claims.len()];
    for (i, shingles) in found {
        passages[i] = Some(shingles);
    }
    passages
}

/// `all` are the sentences: where each begins in the text as given, and its plain text.
fn of_run(run: &[(u32, usize, usize)], all: &[(usize, &str)]) -> Vec<(usize, Arc<Shingles>)> {
    let mut found: Vec<(usize, Arc<Shingles>)> = Vec::with_capacity(run.len());
    let mut last: Option<(usize, Arc<Shingles>)> = None;
    for &(_, start, claim) in run {
        let s = all.partition_point(|s| s.0 <= start).saturating_sub(1);
        let shingles = match &last {
            Some((sentence, shingles)) if *sentence == s => shingles.clone(),
            _ => Arc::new(Shingles::of_plain(all.get(s).map_or("", |s| s.1))),
        };
        last = Some((s, shingles.clone()));
        found.push((claim, shingles));
    }
    found
}

/// The origins by id, and for each group its place among them.
fn origins(intake: &Intake<'_>, voices: &Articles) -> (Vec<Origin>, Vec<u32>) {
    let id = |articles: &[u32]| OriginId::derive([intake.articles[articles[0] as usize].id.as_str()]);
    let mut all: Vec<(Origin, usize)> = voices
        .groups
        .iter()
        .enumerate()
        .map(|(i, g)| {
            (Origin { id: id(&g.articles), articles: g.articles.iter().copied().map(ArticleIx::new).collect(), why: g.why.clone() }, i)
        })
        .collect();
    all.sort_unstable_by(|a, b| a.0.id.cmp(&b.0.id));
    let mut place = vec![0; all.len()];
    for ((_, group), at) in all.iter().zip(0..) {
        place[*group] = at;
    }
    (all.into_iter().map(|o| o.0).collect(), place)
}

/// The articles as the graph keeps them: without their texts.
fn article_nodes(intake: &Intake<'_>, voices: &Articles, place: &[u32], sampled: &[u32]) -> Vec<ArticleNode> {
    let node = |(i, taken): (usize, &super::intake::Taken<'_>)| {
        let mut article = (*taken.article).clone();
        article.text = None;
        let sampled = sampled.binary_search(&super::intake::position(i)).is_ok();
        let origin = OriginIx::new(place[voices.of[i] as usize]);
        ArticleNode { id: taken.id.clone(), file: taken.file.clone(), article, origin, sampled }
    };
    intake.articles.iter().enumerate().map(node).collect()
}
