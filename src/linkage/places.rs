//! What the articles of a batch say of where places lie: "Oude Haven, Rotterdam" in one tells where the "Oude Haven" of another is.

use rustc_hash::FxHashMap;

use crate::claim::Claim;
use crate::text::letters;
use crate::value::{Comparison, Containment, Outcome, Place, Reason, Value, containment, country_of};

/// By the letters of a place, those of the places that it is said to lie in, sorted. A name that is said to lie in places that are
/// apart is one of several, and left out.
#[derive(Default)]
pub(crate) struct Said(FxHashMap<String, Vec<String>>);

impl Said {
    /// O(claims).
    pub(crate) fn of<'c>(claims: impl Iterator<Item = &'c Claim>) -> Self {
        let mut said: FxHashMap<String, Vec<String>> = FxHashMap::default();
        let told = claims.flat_map(|claim| told(claim).into_iter().chain(&claim.event.place));
        for place in told.filter(|p| !p.within.is_empty()) {
            said.entry(letters(&place.name)).or_default().extend(place.within.iter().map(|w| letters(w)));
        }
        for outer in said.values_mut() {
            outer.sort_unstable();
            outer.dedup();
        }
        // Of places that the gazetteer does not have none is known to be apart from another.
        let apart = |outer: &[String]| {
            let outer: Vec<&String> = outer.iter().filter(|o| country_of(o).is_some()).collect();
            outer.iter().enumerate().any(|(i, a)| outer[i + 1..].iter().any(|b| containment(a, b) == Containment::Apart))
        };
        said.retain(|name, outer| !name.is_empty() && !apart(outer));
        Self(said)
    }

    /// The letters of what a place is said to lie in.
    pub(crate) fn outer(&self, name: &str) -> &[String] {
        if self.0.is_empty() { &[] } else { self.0.get(&letters(name)).map_or(&[], Vec::as_slice) }
    }

    /// How two places stand, where some article says it and neither their words nor the gazetteer do.
    pub(crate) fn compare(&self, a: &Place, b: &Place) -> Option<Comparison> {
        let within = |inner: &Place, outer: &Place| {
            let name = letters(&outer.name);
            let said = self.outer(&inner.name);
            let lies_within = |o: &String| containment(o, &name) == Containment::Within;
            said.binary_search(&name).is_ok() || country_of(&name).is_some() && said.iter().any(lies_within)
        };
        let outcome = match (within(a, b), within(b, a)) {
            (true, false) => Outcome::Refines,
            (false, true) => Outcome::RefinedBy,
            _ => return None,
        };
        Some(Comparison { outcome, reason: Reason::PlaceWithin })
    }
}

fn told(claim: &Claim) -> Option<&Place> {
    if let Value::Place(place) = &claim.value.value { Some(place) } else { None }
}
