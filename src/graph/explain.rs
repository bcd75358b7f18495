//! Why two claims are linked the way they are, or not linked.

use super::{ClaimGraph, ClaimRef, FactRef, RelationRef};
use crate::explain::Explanation;
use crate::id::ClaimId;
use crate::linkage::separation;
use crate::value::ValueRecord;

impl ClaimGraph {
    /// Why two claims are related as they are, or not related.
    ///
    /// Related: the rule, what it rests on, independence, why the two speak of one event, and for each side the value after
    /// normalisation and the quote in its place, or that it came without one. Not related: what keeps them apart.
    pub fn explain(&self, a: &ClaimId, b: &ClaimId) -> Explanation {
        let (Some(x), Some(y)) = (self.claim(a), self.claim(b)) else {
            let unknown = if self.claim(a).is_none() { a } else { b };
            return Explanation::new(format!("no claim of the graph has the id {unknown}"));
        };
        match self.relation(a, b) {
            Some(relation) => related(relation),
            None => unrelated(x, y),
        }
    }
}

fn related(relation: RelationRef<'_>) -> Explanation {
    let (source, target) = (relation.source(), relation.target());
    let arrow = if relation.kind().is_directed() { "the first to the second" } else { "both ways" };
    let rule = relation.rule();
    let page = rule.page.split_whitespace().collect::<Vec<_>>().join(" ");
    Explanation::new(format!("{} ({arrow}): {}", relation.kind(), relation.why()))
        .because(Explanation::new(format!("rule {}: {}", rule.code, rule.title)).because(Explanation::new(page)))
        .because(events(source, target))
        .because(side(source))
        .because(side(target))
}

fn unrelated(a: ClaimRef<'_>, b: ClaimRef<'_>) -> Explanation {
    let reason = reason(a, b);
    let tree = Explanation::new(format!("not related: {reason}"));
    let tree = if a.event() == b.event() { tree } else { tree.because(events(a, b)) };
    tree.because(side(a)).because(side(b))
}

fn reason(a: ClaimRef<'_>, b: ClaimRef<'_>) -> String {
    if a == b {
        return said("CG0910");
    }
    if a.event() != b.event() {
        return "they speak of two events".to_owned();
    }
    let facts = a.graph().fact_at(a.id()).zip(a.graph().fact_at(b.id()));
    match facts {
        Some((fact, other)) if fact == other => match super::unsaid::unsaid(fact, a, b) {
            Some(silence) => format!("{} [{}]", silence.title, silence.code),
            None => "the result was made by other rules, which did not relate them".to_owned(),
        },
        Some((fact, other)) => items(fact, other),
        None => said("CG0911"),
    }
}

/// What makes two data items of one event two.
fn items(a: FactRef<'_>, b: FactRef<'_>) -> String {
    let name = |f: FactRef<'_>| f.subject().map_or_else(|| "nobody in particular".to_owned(), |e| e.name.to_string());
    if a.node().subject != b.node().subject {
        return format!("{}: {} and {}", said("CG0912"), name(a), name(b));
    }
    let part = |f: FactRef<'_>| f.node().of.as_deref().unwrap_or("the whole").to_owned();
    if a.node().of != b.node().of {
        return format!("{}: {} and {}", said("CG0913"), part(a), part(b));
    }
    if a.attribute() == b.attribute() {
        return said("CG0914");
    }
    format!("{}: {} and {}", said("CG0911"), a.attribute(), b.attribute())
}

/// What the reason of a code says, with the code.
fn said(code: &str) -> String {
    separation(code).map_or_else(|| code.to_owned(), |s| format!("{} [{code}]", s.title))
}

/// Why the two are one event, or what keeps the events apart.
fn events(a: ClaimRef<'_>, b: ClaimRef<'_>) -> Explanation {
    a.graph().linked().explain(a.graph(), a, b)
}

fn side(claim: ClaimRef<'_>) -> Explanation {
    let article = claim.article();
    let publisher = article.article.publisher.as_deref().unwrap_or("publisher not known");
    let published = article.article.published.map_or_else(|| "not dated".to_owned(), |p| p.to_string());
    let place = match claim.quote() {
        Some(q) => format!("“{}”, characters {} to {} of {} ({publisher}, {published})", q.exact, q.start, q.end, article.id),
        None => format!("without quote, of {} ({publisher}, {published})", article.id),
    };
    let record = ValueRecord::of(claim.value(), &claim.claim().value.raw);
    let bounds = match (&record.earliest, &record.latest) {
        (Some(first), Some(last)) => format!(", {first} to {last}"),
        _ => String::new(),
    };
    let value = format!("“{}” is {} {}{bounds}", record.raw, record.kind, claim.value());
    let mut tree = Explanation::new(format!(
        "{} {}, {}, {}",
        claim.id(),
        claim.attribute(),
        claim.claim().modality.as_str(),
        claim.claim().polarity.as_str()
    ))
    .because(Explanation::new(value))
    .because(Explanation::new(place));
    if !claim.claim().attributed_to.is_empty() {
        tree = tree.because(Explanation::new(format!("credited to {}", claim.claim().attributed_to.join(", quoting "))));
    }
    tree
}
