//! Deciding two claims gives the same from either side, turned; whatever their values, modality, polarity and dates.

use claimgraph::claim::{Claim, Event, Modality, Polarity};
use claimgraph::corpus::Published;
use claimgraph::relation::{Difference, Pair, Side, Standing, Tellers, decide, silence};
use claimgraph::value::{Normalized, Outcome, Value};
use proptest::prelude::*;

use super::day;
use super::values::pair;

const ATTRIBUTES: [&str; 9] = ["time", "duration", "killed", "missing", "age", "name", "first-since", "status", "seats"];
const MODALITIES: [Modality; 7] = [
    Modality::Asserted,
    Modality::Asserted,
    Modality::Planned,
    Modality::Expected,
    Modality::Possible,
    Modality::Denied,
    Modality::Hypothetical,
];

/// How a claim is made: modality, polarity, and the day of publication.
fn manner() -> impl Strategy<Value = (Modality, bool, Option<i64>)> {
    (prop::sample::select(&MODALITIES[..]), prop::bool::weighted(0.2), prop::option::of(0..4_i64))
}

fn claim(attribute: &'static str, value: Value, (modality, negative, _): (Modality, bool, Option<i64>)) -> Claim {
    let mut claim = Claim::new("a", Event::new("meet"), attribute, Normalized::new("as told", value));
    claim.modality = modality;
    claim.polarity = if negative { Polarity::Negative } else { Polarity::Positive };
    claim
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn decisions_are_symmetric(
        (v, w) in pair(),
        (m, n) in (manner(), manner()),
        attribute in prop::sample::select(&ATTRIBUTES[..]),
        apart in prop::bool::weighted(0.1),
    ) {
        let (a, b) = (claim(attribute, v, m), claim(attribute, w, n));
        let published = |n: Option<i64>| n.map(|n| Published::on(day(n)));
        let (a, b) = (Side { claim: &a, published: published(m.2) }, Side { claim: &b, published: published(n.2) });
        let of = |a, b| {
            let pair = Pair::new(a, b);
            decide(&if apart { pair.apart(Difference::Place) } else { pair })
        };
        match (of(a, b), of(b, a)) {
            (Some(there), Some(back)) => {
                prop_assert_eq!((there.rule.code, there.kind, &there.ground), (back.rule.code, back.kind, &back.ground));
                prop_assert!(!there.kind.is_directed() || there.flipped != back.flipped, "{}: {:?} / {:?}", there.rule.code, a, b);
            }
            (there, back) => prop_assert!(there.is_none() && back.is_none(), "{:?} / {:?}", there, back),
        }
    }

    /// Law 4 in the rules: what is unknown is no conflict, and no claim stands against itself.
    #[test]
    fn nothing_conflicts_with_itself((v, _) in pair(), m in manner(), attribute in prop::sample::select(&ATTRIBUTES[..])) {
        use claimgraph::relation::Kind;
        let a = claim(attribute, v, m);
        let side = Side { claim: &a, published: None };
        let pair = Pair::new(side, side);
        prop_assert_eq!(pair.values.outcome, Outcome::Equal);
        let found = decide(&pair);
        prop_assert!(!found.as_ref().is_some_and(|d| matches!(d.kind, Kind::Conflicts | Kind::Tension | Kind::Distinct)), "{:?}", found);
    }

    /// One article's, of one event, which the one calls by its kind and the other by nothing but its word.
    #[test]
    fn silence_is_symmetric(
        (v, w) in pair(),
        (m, n) in (manner(), manner()),
        attribute in prop::sample::select(&ATTRIBUTES[..]),
        (known, open) in (prop::sample::select(&["shoot", "meet", "die"][..]), prop::bool::ANY),
    ) {
        let (mut a, mut b) = (claim(attribute, v, m), claim(attribute, w, n));
        a.event = Event::new(known).into();
        let mut word = Event::new("open fire");
        word.open = open.then_some(0);
        b.event = word.into();
        let published = |n: Option<i64>| n.map(|n| Published::on(day(n)));
        let (a, b) = (Side { claim: &a, published: published(m.2) }, Side { claim: &b, published: published(n.2) });
        let of = |a, b| {
            let pair = Pair::new(a, b);
            let code = silence(&pair, decide(&pair).as_ref(), &Standing::default()).map(|s| s.code);
            // Both positions stand in the one article.
            let tellers = Tellers::of(&pair, [&[(0, 0)][..], &[(1, 0), (2, 1)][..]].into_iter());
            (code, tellers.both((0, 0), (2, 1)))
        };
        prop_assert_eq!(of(a, b), of(b, a));
    }
}
