//! A saved result as records again, so that it can be continued: more articles, another decision, an article less.
//!
//! Texts are not saved, so that what was read in them stands as it was read: claims with their quotes, names with their kinds, and
//! which articles rest on one voice.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::reconciler::{Reconciler, StoredArticle, StoredClaim};
use crate::claim::{EntityKind, EntityRecord, Extraction, Location, Mention, Rejected, RejectionCode};
use crate::graph::{ClaimGraph, ClaimRef};
use crate::origin::shares_text;
use crate::text::Span;

/// The records that give the graph.
pub(super) fn records(graph: &ClaimGraph) -> Reconciler {
    let mut names: Vec<BTreeMap<Arc<str>, EntityKind>> = vec![BTreeMap::new(); graph.articles().len()];
    for claim in graph.claims() {
        named(claim, &mut names[claim.node().article.at()]);
    }
    let mut records = Reconciler::new();
    for (node, names) in graph.articles().iter().zip(names) {
        let extraction = Extraction { mentions: names.into_iter().map(mention).collect(), ..Extraction::default() };
        records.articles.push(StoredArticle {
            id: node.id.clone(),
            article: Arc::new(node.article.without_text()),
            at: node.file.clone().map(|file| Location { file, line: 0 }),
            extraction: Arc::new(OnceLock::from(extraction)),
            saved: true,
        });
    }
    let claims = graph.parts().claims.iter();
    records.claims.extend(claims.map(|n| StoredClaim { claim: n.claim.clone(), named: false, words: None, at: None, saved: true }));
    // Those with ids of the caller's were records; the others follow from names.
    let known = graph.entities().iter().filter(|e| !e.id.is_derived());
    for e in known {
        let all = std::iter::once(e.name.clone()).chain(e.aliases.iter().cloned());
        let kind = Some(e.kind).filter(|k| *k != EntityKind::Other);
        let record = EntityRecord { id: e.id.clone(), names: all.collect(), kind, offices: Vec::new(), within: None };
        records.entities.push((record, None));
    }
    let copied = graph.origins().iter().filter(|o| shares_text(&o.why));
    let ids = |o: &crate::graph::Origin| o.articles.iter().map(|&a| graph.articles()[a.at()].id.clone()).collect();
    records.copied = copied.map(ids).collect();
    records.ontology.clone_from(&graph.parts().ontology);
    records.decisions.extend(graph.decisions().iter().map(|d| (d.decision.clone(), None)));
    records.ontology.clone_from(&graph.parts().ontology);
    records.rejected.extend(graph.rejected().iter().filter(|r| !is_of_decision(r)).cloned());
    records
}

/// The names of those who take part, and of the subject, with what they stand for.
fn named(claim: ClaimRef<'_>, names: &mut BTreeMap<Arc<str>, EntityKind>) {
    let said = claim.claim();
    let all = said.event.participants.iter().map(|p| &p.name).chain(&said.subject);
    let entities = claim.event().participants().chain(claim.subject());
    let entities: Vec<_> = entities.filter(|e| e.kind != EntityKind::Other).collect();
    for name in all {
        let known = entities.iter().find(|e| e.name == *name || e.aliases.binary_search(name).is_ok());
        if let Some(entity) = known {
            names.insert(name.clone(), entity.kind);
        }
    }
}

fn mention((name, kind): (Arc<str>, EntityKind)) -> Mention {
    // Words that are only an office begin with a small letter or an article, and stand for somebody else in each article.
    let named = name.starts_with(char::is_uppercase) && !name.starts_with("The ");
    Mention { span: Span::new(0, 0), name, kind, office: None, named }
}

/// Decisions are looked at anew.
fn is_of_decision(rejected: &Rejected) -> bool {
    use RejectionCode as Code;
    matches!(
        rejected.code,
        Code::NoSuchClaim
            | Code::NoSuchEntity
            | Code::DecisionOnOne
            | Code::DecisionOfOtherKind
            | Code::DecisionAgainstRecords
            | Code::DecisionContradicted
    )
}
