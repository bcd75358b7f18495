//! Why nothing is said of two claims of one data item: the rules are asked again.

use super::assemble::at;
use super::{ClaimRef, FactRef};
use crate::id::ClaimIx;
use crate::ontology::Ontology;
use crate::relation::{Pair, Sample, Side, Silence, Standing, Tellers, decide, silence};

/// The reason why two claims of `fact` are not related; `None` where the rules relate them.
pub(super) fn unsaid(fact: FactRef<'_>, a: ClaimRef<'_>, b: ClaimRef<'_>) -> Option<&'static Silence> {
    let (a, b) = if a.index() < b.index() { (a, b) } else { (b, a) };
    let ontology = fact.graph().ontology();
    // An open claim that joined what is known of an event goes by that attribute.
    let known = fact.claims().find(|c| c.claim().event.open.is_none());
    let habit = ontology.attribute_or_default(known.unwrap_or(a).attribute().as_str());
    let pair = Pair::of(side(a), side(b), habit);
    let stands: Vec<Vec<(u32, u32)>> =
        fact.node().positions.iter().map(|p| p.claims.iter().map(|&c| (c.get(), article(fact, c))).collect()).collect();
    let told_by_both = Tellers::of(&pair, stands.iter().map(Vec::as_slice))
        .both((a.index().get(), a.node().article.get()), (b.index().get(), b.node().article.get()));
    let unsampled = fact.node().sampled && !sample(fact).has(a.index().get(), b.index().get());
    silence(&pair, decide(&pair).as_ref(), &Standing { told_by_both, unsampled })
}

fn side(claim: ClaimRef<'_>) -> Side<'_> {
    Side { claim: claim.claim(), published: claim.article().article.published }
}

fn article(fact: FactRef<'_>, claim: ClaimIx) -> u32 {
    fact.graph().claim_node(claim).article.get()
}

fn sample(fact: FactRef<'_>) -> Sample {
    let mut claims: Vec<ClaimRef<'_>> = fact.claims().collect();
    claims.sort_unstable_by_key(|c| c.index());
    let mut known = rustc_hash::FxHashMap::default();
    let mut values = vec![0; claims.len()];
    for (claim, value) in claims.iter().zip(&mut values) {
        let next = known.len();
        *value = *known.entry(side(*claim).stance()).or_insert(next);
    }
    let indices: Vec<u32> = claims.iter().map(|c| c.index().get()).collect();
    let place = |c: u32| indices.binary_search(&c).unwrap_or_default();
    let published = |c: u32| fact.graph().articles()[at(article(fact, ClaimIx::new(c)))].article.published;
    Sample::of(&indices, published, |c| values[place(c)])
}

impl super::ClaimGraph {
    /// What was known of attributes and kinds of event when the graph was made.
    pub fn ontology(&self) -> &Ontology {
        self.parts().ontology.as_deref().unwrap_or_else(|| Ontology::builtin())
    }
}
