//! Why two claims are linked the way they are, or not linked.

use super::{ClaimGraph, ClaimRef};
use crate::explain::Explanation;
use crate::id::ClaimId;

impl ClaimGraph {
    /// Why two claims are related as they are, or not related: the rule, both values after normalisation, independence and
    /// its reason, and both quotes in place.
    pub fn explain(&self, a: &ClaimId, b: &ClaimId) -> Explanation {
        let (Some(a), Some(b)) = (self.claim(a), self.claim(b)) else {
            return Explanation::new("a claim is not in the graph");
        };
        let verdict = match self.relation(a.id(), b.id()) {
            Some(relation) => format!("{}: {}", relation.kind(), relation.why()),
            None => "not related".to_owned(),
        };
        Explanation::new(verdict).because(self.side(a)).because(self.side(b))
    }

    fn side(&self, claim: ClaimRef<'_>) -> Explanation {
        let publisher = self.publisher_of(claim).unwrap_or("publisher not known");
        let place = match claim.quote() {
            Some(q) => format!("“{}”, characters {} to {} of {} ({publisher})", q.exact, q.start, q.end, claim.article().id),
            None => format!("no quote came with it; {} ({publisher})", claim.article().id),
        };
        Explanation::new(claim.to_string()).because(Explanation::new(place))
    }
}
