//! The event mentions behind a graph's claims, in the form in which linkage compares them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::assemble::{at, index};
use super::{ClaimGraph, ClaimRef, EventRef};
use crate::claim::{About, Event, Verdict};
use crate::explain::Explanation;
use crate::id::{ArticleIx, ClaimIx, EntityIx, EventIx};
use crate::linkage::{
    Apart, Found, Kept, Mention, Mentioned, Said, Signature, Step, Surroundings, Texts, day_number, one_story, shared_words, signature,
};

/// All mentions of a graph.
#[derive(Debug)]
pub(super) struct Linked {
    signatures: Vec<Signature>,
    articles: Vec<Vec<u32>>,
    /// Pairs of articles of one story.
    stories: Vec<(u32, u32)>,
    /// The event of each.
    event: Vec<u32>,
    /// A claim of each.
    claim: Vec<u32>,
    of_claim: Vec<u32>,
    same: Vec<(u32, u32)>,
    different: Vec<(u32, u32)>,
}

/// Pairs of articles of one story.
fn stories(graph: &ClaimGraph) -> Vec<(u32, u32)> {
    let day = |article: ArticleIx| graph.articles()[article.at()].article.published.map(|p| day_number(p.date));
    let mut claims: Vec<ClaimRef<'_>> = graph.claims().filter(|c| c.claim().quote.is_some()).collect();
    claims.sort_by_key(|c| (c.node().article.get(), c.index().get()));
    let mut mentioned = Mentioned::default();
    for entity in graph.entities() {
        for mention in &entity.mentions {
            mentioned.entry(mention.article.get()).or_default().push(&entity.name);
        }
    }
    one_story(claims.iter().map(|c| (c.node().article.get(), day(c.node().article), c.claim())), &mentioned)
}

impl Linked {
    /// O(n log n) in the claims.
    pub(super) fn of(graph: &ClaimGraph) -> Self {
        let mut known: FxHashMap<(u32, u32, &Event), Vec<u32>> = FxHashMap::default();
        for claim in graph.claims() {
            let node = claim.node();
            known.entry((node.article.get(), node.event.get(), &claim.claim().event)).or_default().push(claim.index().get());
        }
        let mut runs: Vec<Vec<u32>> = known.into_values().collect();
        runs.sort_unstable();
        let places = Said::of(graph.claims().map(ClaimRef::claim));
        let mentions: Vec<Mention> = runs.iter().map(|run| mention(graph, run)).collect();
        let mut texts = Texts::default();
        let mut linked = Self {
            signatures: Vec::new(),
            articles: Vec::new(),
            stories: stories(graph),
            event: Vec::new(),
            claim: Vec::new(),
            of_claim: vec![0; graph.claims().len()],
            same: Vec::new(),
            different: Vec::new(),
        };
        let mut of_signature: FxHashMap<(Signature, u32), u32> = FxHashMap::default();
        for (run, mention) in runs.iter().zip(&mentions) {
            let event = graph.claim_node(ClaimIx::new(run[0])).event;
            let made = sign(graph, event, mention, &places, &mut texts);
            let next = index(linked.signatures.len());
            let own = *of_signature.entry((made.clone(), event.get())).or_insert(next);
            if own == next {
                linked.signatures.push(made);
                linked.articles.push(Vec::new());
                linked.event.push(event.get());
                linked.claim.push(run[0]);
            }
            linked.articles[at(own)].push(mention.article);
            run.iter().for_each(|&c| linked.of_claim[at(c)] = own);
        }
        linked.articles.iter_mut().for_each(|a| a.sort_unstable());
        linked.hear(graph);
        linked
    }

    /// What people decided about events, where it holds.
    fn hear(&mut self, graph: &ClaimGraph) {
        for decided in graph.decisions().iter().filter(|d| d.refused.is_none()) {
            let About::Claims(a, b) = &decided.decision.about else { continue };
            let (Some(a), Some(b)) = (graph.claim(a), graph.claim(b)) else { continue };
            let pair = (self.of_claim[a.index().at()], self.of_claim[b.index().at()]);
            match decided.decision.verdict {
                Verdict::SameEvent => self.same.push(pair),
                Verdict::DifferentEvent => self.different.push(pair),
                _ => {}
            }
        }
    }

    fn found(&self) -> Found<'_> {
        let Self { signatures, articles, stories, event, same, different, .. } = self;
        Found { signatures, articles, stories, event, same, different }
    }

    /// Why the mentions of two claims are one event, or two.
    pub(super) fn explain(&self, graph: &ClaimGraph, a: ClaimRef<'_>, b: ClaimRef<'_>) -> Explanation {
        let (x, y) = (self.of_claim[a.index().at()], self.of_claim[b.index().at()]);
        if x != y && (a.claim().event.open.is_some() || b.claim().event.open.is_some()) {
            let said = |pairs: &[(u32, u32)]| pairs.iter().any(|p| *p == (x, y) || *p == (y, x));
            if !said(&self.same) && !said(&self.different) {
                return open(a, b);
            }
        }
        if a.event() == b.event() { self.joined(graph, x, y) } else { self.parted(graph, (x, y), (a.event(), b.event())) }
    }

    fn joined(&self, graph: &ClaimGraph, x: u32, y: u32) -> Explanation {
        if x == y {
            return Explanation::new("one event: they say the same of who, when and where");
        }
        let Some(chain) = self.found().chain(x, y) else {
            return Explanation::new("one event: what joins them is not in the result, which was made without mentions of each article");
        };
        let step = |step: &Step| match step {
            Step::Alike(likeness) => likeness.explain(),
            Step::Same => Explanation::new("they say the same of who, when and where"),
            Step::Person => Explanation::new("a person said that they are one event"),
        };
        if let [(_, only)] = &chain[..] {
            return match only {
                Step::Alike(likeness) => likeness.explain(),
                other => Explanation::new("one event").because(step(other)),
            };
        }
        let mut tree = Explanation::new("one event, brought together by other mentions of it");
        for (mention, how) in &chain {
            tree = tree.because(Explanation::new(format!("then {}", self.name(graph, *mention))).because(step(how)));
        }
        tree
    }

    fn parted(&self, graph: &ClaimGraph, (x, y): (u32, u32), events: (EventRef<'_>, EventRef<'_>)) -> Explanation {
        let kept = self.found().kept(x, y);
        let reason = kept.separation();
        let tree = Explanation::new(format!("two events: {} [{}]", reason.title, reason.code));
        let two = |i: u32, j: u32, apart: Apart| Explanation::new(format!("{} and {}: {apart}", self.name(graph, i), self.name(graph, j)));
        match kept {
            Kept::Excluded(_) | Kept::Person => {
                tree.because(Explanation::new(events.0.to_string())).because(Explanation::new(events.1.to_string()))
            }
            Kept::TooLittle(likeness) | Kept::Unmet(likeness) => tree.because(likeness.explain()),
            Kept::Others(i, j, apart) => tree.because(two(i, j, apart)),
            Kept::Torn(own, p, q, apart) => {
                tree.because(Explanation::new(format!("{} fits both", self.name(graph, own)))).because(two(p, q, apart))
            }
        }
    }

    /// A mention, as its article has it.
    fn name(&self, graph: &ClaimGraph, mention: u32) -> String {
        let node = graph.claim_node(ClaimIx::new(self.claim[at(mention)]));
        format!("{} [{}]", node.claim.event, node.claim.article)
    }
}

/// Why two claims of which at least one is of an open event are of one, or of two: the words that they share.
fn open(a: ClaimRef<'_>, b: ClaimRef<'_>) -> Explanation {
    let words = shared_words(a.claim(), b.claim());
    let shared = if words.is_empty() {
        "the two passages share no word that says much".to_owned()
    } else {
        format!("they share: {}", words.join(", "))
    };
    let whole = if a.event() == b.event() {
        "one event: their articles tell one story, and of all that the two tell these values or words fit each other best"
    } else {
        "two events: one of them is known by its words alone, and these show no more"
    };
    Explanation::new(whole).because(Explanation::new(shared))
}

fn mention(graph: &ClaimGraph, run: &[u32]) -> Mention {
    let claim = |c: u32| graph.claim_node(ClaimIx::new(c));
    let first = claim(run[0]);
    let mut mention = Mention::of(first.article.get(), first.claim.event.clone(), run.iter().map(|&c| &*claim(c).claim));
    mention.take_part(|name| entity(EventRef::new(graph, first.event), name).map(EntityIx::get));
    mention
}

fn sign<'a>(graph: &'a ClaimGraph, event: EventIx, mention: &'a Mention, places: &'a Said, texts: &mut Texts<'a>) -> Signature {
    let published = graph.articles()[at(mention.article)].article.published.map(|p| p.date);
    let surroundings = Surroundings { published, places, ontology: graph.ontology() };
    let own = |name: &'a Arc<str>| entity(EventRef::new(graph, event), name).map_or(name, |e| &graph.entities()[e.at()].name);
    signature(mention, surroundings, own, texts)
}

/// The participant of an event that goes by a name.
fn entity(event: EventRef<'_>, name: &Arc<str>) -> Option<EntityIx> {
    let mut participants = event.node().participants.iter().map(|p| p.0);
    participants.find(|&i| {
        let entity = &event.graph().entities()[i.at()];
        entity.name == *name || entity.aliases.binary_search(name).is_ok()
    })
}
