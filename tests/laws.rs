//! The laws that hold across rooms, on random batches of typed claims; on what the reader accounts for in `laws/accounts.rs`, on articles in `laws/articles.rs`, on decisions in
//! `laws/decisions.rs`, on moments in `laws/moments.rs`, on near misses in `laws/near.rs`, on what is written in `laws/output.rs`, on what
//! is built in `laws/sound.rs`, on pairs of claims in `laws/relations.rs`, on values in `laws/values.rs`, on times in `laws/times.rs`,
//! on how a text is set in `laws/typesetting.rs`.

// A test may unwrap: a failure is a failed test.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "laws/accounts.rs"]
mod accounts;
#[path = "laws/articles.rs"]
mod articles;
#[path = "laws/decisions.rs"]
mod decisions;
#[path = "laws/moments.rs"]
mod moments;
#[path = "laws/near.rs"]
mod near;
#[path = "laws/output.rs"]
mod output;
#[path = "laws/relations.rs"]
mod relations;
#[path = "laws/sound.rs"]
mod sound;
#[path = "laws/times.rs"]
mod times;
#[path = "laws/typesetting.rs"]
mod typesetting;
#[path = "laws/values.rs"]
mod values;

use std::sync::Arc;

use claimgraph::claim::{Claim, Decision, Event, Family, Modality, Polarity, Record, Verdict};
use claimgraph::corpus::Article;
use claimgraph::graph::ClaimGraph;
use claimgraph::id::ArticleId;
use claimgraph::linkage::{People, Signature, Told, compare, events};
use claimgraph::ontology::{AttributeType, Cardinality, EventType, Ontology};
use claimgraph::pipeline::{ClaimRecord, Reconciler};
use claimgraph::value::{Duration, DurationUnit, Interval, Modifier, Normalized, Number, Place, Quantity, Status, Time, TimeForm, Value};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const PEOPLE: [&str; 6] = ["Ada Okafor", "Ivo Brandt", "Lin Marsh", "Okafor", "Zoë Brandt", "Norland"];
const PLACES: [&str; 4] = ["Porto", "Harbour House", "Norway", "Oslo"];
const ACTIONS: [&str; 6] = ["meet", "phone", "visit", "quake", "kill", "state"];

fn day(n: i64) -> Date {
    date(2031, 5, 1).checked_add(n.days()).unwrap()
}

fn article(i: usize, published: Option<i64>, publisher: usize, text: bool) -> Article {
    let mut a = Article::new(format!("a{i}"));
    a.published = published.map(|n| claimgraph::corpus::Published::on(day(n)));
    a.publisher = (publisher < 3).then(|| format!("Paper {publisher}"));
    a.text = text
        .then(|| format!("Article {i} says that they met for three hours on the fourth day of the month in the old harbour house.").into());
    a
}

fn value(kind: usize, n: i64) -> (&'static str, Normalized) {
    let plain = |v: Value| Normalized::new("as told", v);
    match kind {
        0 => ("occurrence", plain(Value::Boolean(true))),
        1 => ("duration", plain(Value::Duration(Duration::new(Number::from_int(n + 1), DurationUnit::Hour)))),
        2 => ("killed", plain(Value::Quantity(Quantity::new(Number::from_int(n * 10), "person")))),
        3 => ("killed", plain(Value::Quantity(Quantity::new(Number::from_int(n * 10), "person").hedged(Modifier::Approx)))),
        4 => ("time", plain(Value::Time(Time::day(day(n))))),
        5 => ("place", plain(Value::Place(Place::new(PLACES[usize::try_from(n).unwrap() % 4])))),
        6 => (
            "status",
            plain(Value::Status([Status::Planned, Status::Postponed, Status::Cancelled, Status::Held][usize::try_from(n).unwrap() % 4])),
        ),
        7 => ("first-since", plain(Value::Duration(Duration::new(Number::from_int(n + 1), DurationUnit::Year)))),
        _ => ("quotation", plain(Value::Quotation("we will talk again soon".into()))),
    }
}

prop_compose! {
    fn event()(action in 0..ACTIONS.len(), people in prop::collection::vec(0..PEOPLE.len(), 0..3), time in prop::option::of((0..12_i64, 0..4_u8)), place in prop::option::of(0..PLACES.len())) -> Event {
        let mut e = people.iter().fold(Event::new(ACTIONS[action]), |e, &p| e.with(PEOPLE[p]));
        if let Some((n, grain)) = time {
            e = e.at(match grain {
                0 | 1 => Time::day(day(n)),
                2 => Time::new(TimeForm::Month(2031, 5)),
                _ => Time::new(TimeForm::Minute(day(n).at(14, 5, 0, 0))),
            });
        }
        if let Some(p) = place {
            e = e.place(Place::new(PLACES[p]));
        }
        e
    }
}

prop_compose! {
    fn claim(articles: usize)(a in 0..articles, event in event(), kind in 0..9_usize, n in 0..6_i64, modality in 0..6_usize, negative in 0..6_u8, source in 0..4_usize, quote in 0..3_u8, subject in 0..5_usize) -> Record {
        let (attribute, value) = value(kind, n);
        let mut c = Claim::new(format!("a{a}"), event, attribute, value);
        c.modality = [Modality::Asserted, Modality::Asserted, Modality::Asserted, Modality::Planned, Modality::Possible, Modality::Denied][modality];
        c.polarity = if negative == 0 { Polarity::Negative } else { Polarity::Positive };
        if source == 0 { c = c.attributed_to("harbour reports"); }
        if subject == 0 { c.subject = Some("Ada Okafor".into()); }
        let record = ClaimRecord::from(c);
        if quote == 0 { record.quote("they met for three hours").into() } else { record.into() }
    }
}

prop_compose! {
    fn batch()(shape in prop::collection::vec((prop::option::of(0..20_i64), 0..4_usize, any::<bool>()), 1..7))
        (claims in prop::collection::vec(claim(shape.len()), 0..30), shape in Just(shape), retract in prop::option::of(0..12_usize), double in any::<bool>(), decisions in prop::collection::vec((0..30_usize, 0..30_usize, 0..6_usize), 0..3), declared in 0..8_u8) -> Vec<Record> {
        let mut records: Vec<Record> = shape.iter().enumerate().map(|(i, &(p, publisher, text))| article(i, p, publisher, text).into()).collect();
        if double { records.push(article(0, Some(3), 0, true).into()); }
        records.extend(retract.map(|i| Record::Retract(ArticleId::new(format!("a{i}")))));
        let ids: Vec<_> = claims.iter().filter_map(|r| if let Record::Claim(c) = r { Some(c.claim.derive_id()) } else { None }).collect();
        let verdicts = [Verdict::SameEvent, Verdict::DifferentEvent, Verdict::Conflicts, Verdict::NoConflict, Verdict::Corroborates, Verdict::Unsure];
        for (a, b, v) in decisions {
            if let (Some(a), Some(b)) = (ids.get(a), ids.get(b)) {
                records.push(Decision::on_claims(a.clone(), b.clone(), verdicts[v], "an editor").into());
            }
        }
        records.extend(match declared {
            0 => Some(AttributeType::new("quotation").cardinality(Cardinality::Exclusive).into()),
            1 => Some(AttributeType::new("casualties").synonym("killed").cardinality(Cardinality::Set).into()),
            2 => Some(EventType::new("parley", Family::Other).synonym("meet").synonym("phone").into()),
            _ => None,
        });
        records.extend(claims);
        records
    }
}

/// The record as one of another world: no article, person, place, paper or source of it is one of the first. What is no article and no
/// claim is left out.
fn estranged(record: Record) -> Option<Record> {
    let other = |name: &str| -> String {
        name.split(' ').map(|w| format!("Q{}", w.to_lowercase().chars().rev().collect::<String>())).collect::<Vec<_>>().join(" ")
    };
    match record {
        Record::Article(mut a) => {
            a.id = a.id.map(|id| format!("z{id}").into());
            a.publisher = a.publisher.map(|p| other(&p));
            a.text = a.text.map(|t| t.split(' ').rev().collect::<Vec<_>>().join(" ").into());
            Some(Record::Article(a))
        }
        Record::Claim(c) => {
            let mut claim = c.claim;
            claim.article = format!("z{}", claim.article).into();
            let event = Arc::make_mut(&mut claim.event);
            event.action = format!("q{}", event.action).as_str().into();
            event.participants.iter_mut().for_each(|p| p.name = other(&p.name).into());
            event.place = event.place.take().map(|p| Place::new(other(&p.name)));
            claim.subject = claim.subject.map(|s| other(&s).into());
            claim.attributed_to.iter_mut().for_each(|s| *s = other(s).into());
            if let Value::Place(place) = &mut claim.value.value {
                *place = Place::new(other(&place.name));
            }
            Some(Record::from(claim))
        }
        _ => None,
    }
}

fn graph_of(records: impl IntoIterator<Item = Record>) -> ClaimGraph {
    let mut r = Reconciler::new();
    for record in records {
        r.add(record);
    }
    r.reconcile()
}

fn bytes(graph: &ClaimGraph) -> String {
    format!("{:#?}", graph.parts())
}

fn saved_of(graph: &ClaimGraph) -> String {
    let mut out = Vec::new();
    claimgraph::export::json(graph, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn on_threads(n: usize, work: impl FnOnce() -> String + Send) -> String {
    rayon::ThreadPoolBuilder::new().num_threads(n).build().unwrap().install(work)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// Law 1: order and threads make no difference.
    #[test]
    fn any_order_on_any_threads(records in batch(), seed in any::<u64>()) {
        let mut shuffled = records.clone();
        let mut state = seed | 1;
        for i in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(i, usize::try_from(state >> 33).unwrap() % (i + 1));
        }
        let one = on_threads(1, || bytes(&graph_of(records)));
        let two = on_threads(2, || bytes(&graph_of(shuffled)));
        prop_assert_eq!(one, two);
    }

    /// Law 2: taking an article out again is as never having put it in.
    #[test]
    fn add_then_remove(records in batch(), out in 0..6_usize) {
        let gone = ArticleId::new(format!("a{out}"));
        let on_it = |r: &Record| match r {
            Record::Article(a) => a.id.as_ref() == Some(&gone),
            Record::Claim(c) => c.claim.article == gone,
            _ => false,
        };
        let mut all = Reconciler::new();
        for record in &records {
            all.add(record.clone());
        }
        all.remove(&gone);
        let never = graph_of(records.into_iter().filter(|r| !on_it(r)));
        prop_assert_eq!(bytes(&all.reconcile()), bytes(&never));
    }

    /// Every index and order holds, whatever is put in.
    #[test]
    fn parts_make_a_graph_again(records in batch()) {
        let graph = graph_of(records);
        prop_assert!(ClaimGraph::assemble(graph.into_parts()).is_ok());
    }

    /// Law 8: an explanation leads to two quotes, or says which side came without one.
    #[test]
    fn explanations_lead_to_quotes(records in batch()) {
        let graph = graph_of(records);
        for relation in graph.relations() {
            let tree = graph.explain(relation.source().id(), relation.target().id()).to_string();
            prop_assert!(tree.contains(relation.rule().code));
            for claim in [relation.source(), relation.target()] {
                match claim.quote() {
                    Some(quote) => prop_assert!(tree.contains(&*quote.exact)),
                    None => prop_assert!(tree.contains("without quote")),
                }
            }
        }
    }

    /// Saving and loading changes nothing that is told: the bytes, and the explanation of every pair of claims of one item.
    #[test]
    fn saved_is_unsaved(records in batch()) {
        let graph = graph_of(records);
        let saved = saved_of(&graph);
        let loaded = claimgraph::export::load(saved.as_bytes()).unwrap();
        prop_assert_eq!(&saved_of(&loaded), &saved);
        let claims: Vec<_> = graph.claims().collect();
        for (i, a) in claims.iter().enumerate() {
            for b in &claims[i + 1..] {
                let told = |g: &ClaimGraph| g.explain(a.id(), b.id()).to_string();
                prop_assert_eq!(told(&graph), told(&loaded));
            }
        }
    }

    /// Every explanation names a rule or what is missing, by a code; none guesses.
    #[test]
    fn explanations_have_codes(records in batch()) {
        let graph = graph_of(records);
        let claims: Vec<_> = graph.claims().collect();
        for (i, a) in claims.iter().enumerate() {
            for b in &claims[i + 1..] {
                let tree = graph.explain(a.id(), b.id()).to_string();
                let related = graph.relation(a.id(), b.id()).is_some();
                let coded = tree.contains(if related { "rule CG" } else { "[CG" });
                prop_assert!(coded && !tree.contains("not in the result") && !tree.contains("other rules"), "{}", tree);
                let apart = a.event() != b.event();
                prop_assert_eq!(tree.contains("two events: "), apart, "{}", tree);
            }
        }
    }

    /// An article that shares no name and no place with the others leaves every relation and every fact of theirs as it was.
    #[test]
    fn a_strange_article_changes_nothing(records in batch(), strange in batch()) {
        let graph = graph_of(records.clone());
        let mut more = records;
        more.extend(strange.into_iter().filter_map(estranged));
        let told = |g: &ClaimGraph| {
            let ours = |id: &str| !id.starts_with('z');
            let relations = g.relations().filter(|r| ours(r.source().article().id.as_str()) && ours(r.target().article().id.as_str()));
            let relations = relations.map(|r| format!("{} {} {} {} {}", r.source().id(), r.target().id(), r.kind(), r.rule().code, r.why()));
            let facts = g.facts().filter(|f| f.claims().all(|c| ours(c.article().id.as_str()))).map(|f| format!("{f} {}", f.event().id()));
            (relations.collect::<Vec<_>>(), facts.collect::<Vec<_>>())
        };
        prop_assert_eq!(told(&graph_of(more)), told(&graph));
    }

    /// A saved result that is continued with nothing says the same of its claims again.
    #[test]
    fn continued_is_the_same(records in batch()) {
        let graph = graph_of(records);
        let loaded = claimgraph::export::load(saved_of(&graph).as_bytes()).unwrap();
        let again = Reconciler::from_graph(&loaded).reconcile();
        let told = |g: &ClaimGraph| {
            let relations = g.relations().map(|r| format!("{} {} {} {}", r.source().id(), r.target().id(), r.kind(), r.rule().code));
            let facts = g.facts().map(|f| format!("{f} {}", f.event().id()));
            (relations.collect::<Vec<_>>(), facts.collect::<Vec<_>>(), g.decisions().to_vec())
        };
        prop_assert_eq!(told(&again), told(&graph));
    }

    /// Positions hold every claim of a fact once, and their counts never grow from articles to publishers to origins.
    #[test]
    fn positions_partition_the_claims(records in batch()) {
        let graph = graph_of(records);
        let mut seen: Vec<u32> = graph.facts().flat_map(|f| f.claims().map(|c| c.index().get()).collect::<Vec<_>>()).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..u32::try_from(graph.claims().len()).unwrap()).collect::<Vec<_>>());
        for fact in graph.facts() {
            for p in fact.positions() {
                prop_assert!(p.articles() >= p.publishers() && p.publishers() >= p.origins() && p.origins() >= 1);
            }
        }
    }
}

prop_compose! {
    fn signature()(
        family in 0..6_usize,
        people in prop::collection::btree_set(0..5_u32, 0..4),
        time in prop::option::of((0..20_i64, 1..3_i64)),
        published in prop::option::of(0..30_i64),
        place in prop::option::of(0..3_usize),
        put_off in 0..8_u8,
        open in 0..3_u8,
        duration in 0..4_u8,
    ) -> Signature {
        let start = |n: i64| (n + 22_400) * 86_400;
        let action = ["meet", "phone", "visit", "quake", "state", "complete"][family];
        Signature {
            family: [Family::Encounter, Family::Call, Family::Journey, Family::Harm, Family::State, Family::Deal][family],
            action: action.into(),
            kind: Ontology::builtin().event_or_default(action),
            people: people.into_iter().collect(),
            goal: None,
            time: time.map(|(n, len)| Interval { start: start(n), end: start(n + len) }),
            greenwich: (published.is_some()).then_some(-9 * 3600),
            weekday: None,
            period: None,
            published: published.filter(|_| time.is_none()).map(day),
            place: place.into_iter().map(|p| ["porto", "oslo", "norway"][p].into()).collect(),
            duration: (duration == 0).then(|| "PT3H".into()),
            measure: None,
            open: open == 0,
            put_off: put_off == 0,
            called_off: put_off < 2,
            denied: put_off == 7,
            own: None,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Laws 6 and 7: two mentions alone are linked exactly if comparing all pairs links them, and no cluster holds two that
    /// cannot be one event.
    #[test]
    fn clusters_keep_the_cannot_links(mut all in prop::collection::vec(signature(), 2..24)) {
        all.sort();
        all.dedup();
        let own: Vec<u32> = (0..).take(all.len()).collect();
        let articles: Vec<&[u32]> = own.chunks(1).collect();
        let of = events(&all, &articles, &[], People::default()).of;
        for i in 0..all.len() {
            for j in i + 1..all.len() {
                let likeness = compare(&all[i], &all[j], Told::Apart);
                prop_assert_eq!(likeness.clone().err(), compare(&all[j], &all[i], Told::Apart).err());
                prop_assert!(of[i] != of[j] || likeness.is_ok());
                let alone = events(&[all[i].clone(), all[j].clone()], &articles[..2], &[], People::default()).of;
                prop_assert_eq!(alone[0] == alone[1], likeness.is_ok_and(|l| l.links()));
            }
        }
    }
}
