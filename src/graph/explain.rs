//! Why two claims are linked the way they are, or not linked.

use std::sync::Arc;

use super::assemble::at;
use super::{ClaimGraph, ClaimRef, EventRef, RelationRef};
use crate::claim::{Claim, Participant};
use crate::explain::Explanation;
use crate::id::ClaimId;
use crate::linkage::{Signature, When, compare};
use crate::text::letters;
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
        return "the two are one claim".to_owned();
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
        _ => items(a, b),
    }
}

/// What makes two claims of one event two data items.
fn items(a: ClaimRef<'_>, b: ClaimRef<'_>) -> String {
    let name = |c: ClaimRef<'_>| c.subject().map_or_else(|| "nobody in particular".to_owned(), |e| e.name.to_string());
    if a.node().subject != b.node().subject {
        return format!("the one is about {}, the other about {}", name(a), name(b));
    }
    let part = |c: &Claim| c.of.as_deref().unwrap_or("the whole").to_owned();
    if a.claim().of != b.claim().of {
        return format!("the one counts {}, the other {}", part(a.claim()), part(b.claim()));
    }
    format!("the one tells the {}, the other the {}", a.attribute(), b.attribute())
}

/// Why the two are one event, or what keeps the events apart: the comparison that linkage makes.
fn events(a: ClaimRef<'_>, b: ClaimRef<'_>) -> Explanation {
    let one_article = a.node().article == b.node().article;
    let compared = compare(&signature(a), &signature(b), one_article);
    match (a.event() == b.event(), compared) {
        (_, Ok(likeness)) if likeness.links() == (a.event() == b.event()) => likeness.explain(),
        (true, Ok(likeness)) => Explanation::new("one event, brought together by other mentions of it").because(likeness.explain()),
        (true, Err(_)) => Explanation::new("one event: a person said so, or what else the article says of it brings them together"),
        (false, Ok(likeness)) => {
            Explanation::new("two events: something else keeps them apart, or the one fits several").because(likeness.explain())
        }
        (false, Err(apart)) => Explanation::new(format!("two events: {apart}"))
            .because(Explanation::new(a.event().to_string()))
            .because(Explanation::new(b.event().to_string())),
    }
}

/// The mention that a claim speaks of, as linkage sees it.
fn signature(claim: ClaimRef<'_>) -> Signature {
    let event = &claim.claim().event;
    let ontology = claim.graph().ontology();
    let kind = ontology.event_or_default(event.action.as_str());
    let When { time, greenwich, weekday, period } = When::of(event.time, event.period.as_ref());
    let published = claim.article().article.published.map(|p| p.date);
    let names = |p: &Participant| entity(claim.event(), &p.name);
    let place = event.place.iter().flat_map(|p| std::iter::once(&p.name).chain(&*p.within));
    let mut people: Vec<u32> = event.participants.iter().filter(|p| !crate::linkage::is_aim(kind.family(), p)).filter_map(names).collect();
    people.sort_unstable();
    people.dedup();
    Signature {
        family: kind.family(),
        kind: kind.clone(),
        action: ontology.action(event.action.as_str()),
        people: people.into(),
        goal: crate::linkage::goal(kind.family(), event).map(|g| letters(g).into()),
        time,
        greenwich,
        weekday,
        period,
        published: published.filter(|_| time.is_none()),
        place: place.map(|n| letters(n).into()).collect(),
        duration: None,
        measure: None,
        open: false,
        put_off: false,
        called_off: false,
        denied: false,
        own: None,
    }
}

/// The participant of an event that goes by a name.
fn entity(event: EventRef<'_>, name: &Arc<str>) -> Option<u32> {
    let mut participants = event.node().participants.iter().map(|p| p.0.get());
    participants.find(|&i| {
        let entity = &event.graph().entities()[at(i)];
        entity.name == *name || entity.aliases.binary_search(name).is_ok()
    })
}

fn side(claim: ClaimRef<'_>) -> Explanation {
    let article = claim.article();
    let publisher = article.article.publisher.as_deref().unwrap_or("publisher not known");
    let published = article.article.published.map_or_else(|| "not dated".to_owned(), |p| p.date.to_string());
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
