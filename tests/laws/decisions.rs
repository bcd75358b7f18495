//! What people decide: it joins and parts whole clusters, holds in any order, and what cannot hold says so.

use std::collections::{BTreeMap, BTreeSet};

use claimgraph::claim::{About, Claim, Decision, Event, Record, Verdict};
use claimgraph::corpus::{Article, Published};
use claimgraph::graph::ClaimGraph;
use claimgraph::pipeline::Reconciler;
use claimgraph::value::{Normalized, Place, Time, Value};
use proptest::prelude::*;

use super::{day, graph_of};

const KINDS: [(&str, &str, &str); 5] = [
    ("protest", "Dock Hands", "Porto"),
    ("march", "United Dock Hands", "Porto"),
    ("protest", "Rail Hands", "Porto"),
    ("meet", "Ada Okafor", "Oslo"),
    ("meet", "Ivo Brandt", "Oslo"),
];

/// A claim of one of few events, by the number of its article, so that claims of one event abound.
fn claim(i: usize, kind: usize, when: i64, article: usize) -> Claim {
    let (action, who, place) = KINDS[kind];
    let event = Event::new(action).with(who).with("Lin Marsh").at(Time::day(day(when))).place(Place::new(place));
    let mut claim = Claim::new(format!("a{article}"), event, "note", Normalized::new("as told", Value::Text(format!("note {i}").into())));
    claim.id = Some(format!("c{i}").as_str().into());
    claim
}

prop_compose! {
    fn claims()(all in prop::collection::vec((0..KINDS.len(), 0..2_i64, 0..4_usize), 2..12)) -> Vec<Record> {
        let articles = (0..4).map(|i| {
            let mut article = Article::new(format!("a{i}"));
            article.published = Some(Published::on(day(2)));
            Record::from(article)
        });
        articles.chain(all.into_iter().enumerate().map(|(i, (kind, when, article))| claim(i, kind, when, article).into())).collect()
    }
}

fn decisions(verdicts: &'static [Verdict]) -> impl Strategy<Value = Vec<Decision>> {
    let one = (0..12_usize, 0..12_usize, prop::sample::select(verdicts), 0..4_u8, 0..3_u8);
    let make = |(a, b, verdict, at, by): (usize, usize, Verdict, u8, u8)| {
        Decision::on_claims(format!("c{a}").as_str(), format!("c{b}").as_str(), verdict, format!("editor {by}"))
            .at(format!("2031-06-0{at}"))
    };
    prop::collection::vec(one.prop_map(make), 0..8)
}

const EVENTS: &[Verdict] = &[Verdict::SameEvent, Verdict::DifferentEvent];

/// For each claim, its event.
fn events(graph: &ClaimGraph) -> BTreeMap<String, String> {
    graph.claims().map(|c| (c.id().to_string(), c.event().id().to_string())).collect()
}

fn with(records: &[Record], decisions: &[Decision]) -> ClaimGraph {
    graph_of(records.iter().cloned().chain(decisions.iter().cloned().map(Record::from)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// What was one event stays one, whatever is put together.
    #[test]
    fn same_event_takes_nothing_out_of_a_cluster(records in claims(), said in decisions(&[Verdict::SameEvent])) {
        let (before, after) = (events(&with(&records, &[])), events(&with(&records, &said)));
        for (a, event) in &before {
            for (b, _) in before.iter().filter(|(_, e)| *e == event) {
                prop_assert_eq!(&after[a], &after[b], "{} and {}", a, b);
            }
        }
    }

    /// Decisions that hold are followed, and what follows from them.
    #[test]
    fn what_holds_is_followed(records in claims(), said in decisions(EVENTS)) {
        let graph = with(&records, &said);
        let of = events(&graph);
        for decided in graph.parts().decisions.iter().filter(|d| d.refused.is_none()) {
            let About::Claims(a, b) = &decided.decision.about else { continue };
            let one = of[a.as_str()] == of[b.as_str()];
            prop_assert_eq!(one, decided.decision.verdict == Verdict::SameEvent, "{:?}", decided);
        }
    }

    /// Each decision stands in the result, as followed or with who stands against it.
    #[test]
    fn every_decision_is_accounted_for(records in claims(), said in decisions(EVENTS)) {
        let graph = with(&records, &said);
        let told: BTreeSet<&Decision> = graph.parts().decisions.iter().map(|d| &d.decision).collect();
        prop_assert_eq!(told, said.iter().collect::<BTreeSet<_>>());
        for refused in graph.parts().decisions.iter().filter_map(|d| d.refused.as_ref()) {
            prop_assert!(refused.contains("editor") || refused.contains("names"), "{}", refused);
        }
    }

    #[test]
    fn any_order(records in claims(), said in decisions(EVENTS), turn in any::<prop::sample::Index>()) {
        let mut turned = said.clone();
        turned.rotate_left(if said.is_empty() { 0 } else { turn.index(said.len()) });
        turned.reverse();
        prop_assert_eq!(format!("{:#?}", with(&records, &said).parts()), format!("{:#?}", with(&records, &turned).parts()));
    }

    /// A decision to part takes apart only what it names, and what is one with that by decision.
    #[test]
    fn different_event_parts_two_clusters_at_most(records in claims(), said in decisions(&[Verdict::DifferentEvent]).prop_map(|mut s| { s.truncate(1); s })) {
        let (before, after) = (events(&with(&records, &[])), events(&with(&records, &said)));
        let count = |of: &BTreeMap<String, String>| of.values().collect::<BTreeSet<_>>().len();
        prop_assert!(count(&after) <= count(&before) + 1);
    }
}

fn batch(said: &[(&str, &str, Verdict, &str, &str)]) -> ClaimGraph {
    // c0, c1, c2 are one event by the rules; c3 and c4 another.
    let mut records: Vec<Record> = (0..5).map(|i| Article::new(format!("a{i}")).into()).collect();
    records.extend((0..3).map(|i| Record::from(claim(i, 0, 0, i))));
    records.extend((3..5).map(|i| Record::from(claim(i, 1, 0, i))));
    let decision = |&(a, b, verdict, by, at): &(&str, &str, Verdict, &str, &str)| Decision::on_claims(a, b, verdict, by).at(at);
    with(&records, &said.iter().map(decision).collect::<Vec<_>>())
}

fn parts(graph: &ClaimGraph) -> Vec<Vec<String>> {
    let mut of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    events(graph).into_iter().for_each(|(claim, event)| of.entry(event).or_default().push(claim));
    let mut all: Vec<Vec<String>> = of.into_values().collect();
    all.sort();
    all
}

#[test]
fn clusters_are_joined_and_parted_as_wholes() {
    use Verdict::{DifferentEvent as Two, SameEvent as One};
    let (r, s) = (("R. Hale", "2031-06-01"), ("S. Orr", "2031-06-02"));
    let said = |a, b, verdict, by: (&'static str, &'static str)| (a, b, verdict, by.0, by.1);
    let rows: [(&[_], &[&[&str]]); 7] = [
        (&[], &[&["c0", "c1", "c2"], &["c3", "c4"]]),
        (&[said("c0", "c3", One, r)], &[&["c0", "c1", "c2", "c3", "c4"]]),
        (&[said("c0", "c1", Two, r)], &[&["c0", "c2"], &["c1"], &["c3", "c4"]]),
        (&[said("c0", "c3", One, r), said("c1", "c4", Two, s)], &[&["c0", "c1", "c2", "c3"], &["c4"]]),
        (&[said("c0", "c1", Two, r), said("c1", "c3", One, s)], &[&["c0", "c2"], &["c1", "c3", "c4"]]),
        (&[said("c0", "c3", One, r), said("c3", "c1", One, r), said("c0", "c1", Two, s)], &[&["c0", "c2", "c3", "c4"], &["c1"]]),
        (&[said("c3", "c4", Two, r), said("c0", "c3", One, s), said("c0", "c4", One, s)], &[&["c0", "c1", "c2", "c3", "c4"]]),
    ];
    for (said, wanted) in rows {
        assert_eq!(parts(&batch(said)), wanted, "{said:?}");
    }
}

#[test]
fn a_refusal_names_who_stands_against_it() {
    use Verdict::{DifferentEvent as Two, SameEvent as One};
    let said =
        [("c0", "c3", One, "R. Hale", "2031-06-01"), ("c3", "c1", One, "T. Moe", "2031-06-02"), ("c0", "c1", Two, "S. Orr", "2031-06-03")];
    let graph = batch(&said);
    let refused: Vec<&str> = graph.parts().decisions.iter().filter_map(|d| d.refused.as_deref()).collect();
    let [one] = refused[..] else { panic!("{refused:?}") };
    assert!(["R. Hale", "S. Orr", "T. Moe", "c0", "c1", "c3"].iter().all(|w| one.contains(w)), "{one}");
    assert!(graph.parts().rejected.iter().any(|r| r.reason == one));
    // Who changes his own mind contradicts nobody.
    let graph = batch(&[("c0", "c3", One, "R. Hale", "2031-06-01"), ("c3", "c0", Two, "R. Hale", "2031-06-02")]);
    assert!(graph.parts().rejected.is_empty() && graph.parts().decisions.iter().filter(|d| d.refused.is_some()).count() == 1);
}

#[test]
fn a_claim_parted_from_its_own_article_leaves_the_rest() {
    // Three claims of one article and one event; one of them is of another, a person says.
    let records: Vec<Record> = std::iter::once(Article::new("a0").into()).chain((0..3).map(|i| claim(i, 0, 0, 0).into())).collect();
    let graph = with(&records, &[Decision::on_claims("c0", "c2", Verdict::DifferentEvent, "R. Hale")]);
    assert_eq!(parts(&graph), [vec!["c0", "c1"], vec!["c2"]]);
    let mut r = Reconciler::new();
    for record in records {
        r.add(record);
    }
    assert_eq!(parts(&r.reconcile()), [vec!["c0", "c1", "c2"]]);
}
