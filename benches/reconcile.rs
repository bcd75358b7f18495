//! Reconciling typed claims: 10⁴, 10⁵ and, where `CLAIMGRAPH_BENCH_FULL` is set, 10⁶ of them.
//!
//! The batch is generated, always the same for a size: `n` claims over 0.3·n events of six kinds among 0.1·n people, told by
//! 5,000 articles (fewer for small sizes) of 500 papers. An event has two participants, a day of 2031 and a place; each of its mentions is
//! made by another article, gives one or two claims, and leaves out the time in one case of five and the place in one of four.
//! One figure in ten disagrees. Names are two words of 320 and 320.

use std::sync::Arc;

use claimgraph::claim::{Claim, Event, Participant};
use claimgraph::corpus::Article;
use claimgraph::graph::ClaimGraph;
use claimgraph::pipeline::Reconciler;
use claimgraph::value::{Duration, DurationUnit, Normalized, Number, Place, Quantity, Time, Value};
use divan::Bencher;
use jiff::ToSpan;
use jiff::civil::date;

fn main() {
    divan::main();
}

/// A linear congruential generator (Knuth's MMIX constants): the same batch on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(0)
}

fn batch(claims: usize) -> Reconciler {
    let mut random = Random(7);
    let mut reconciler = Reconciler::new();
    let articles = 5_000.min(claims / 10);
    for i in 0..articles {
        let day = date(2031, 1, 1).saturating_add(number(i * 365 / articles).days());
        reconciler.add(Article::new(format!("article-{i}")).published(day).publisher(format!("Paper {}", i % 500)));
    }
    let people: Vec<Arc<str>> = (0..claims / 10).map(|i| format!("Given{} Family{}", i % 320, i / 320).into()).collect();
    let mut made = 0;
    while made < claims {
        made += event(&mut random, &mut reconciler, &people, articles);
    }
    reconciler
}

fn event(random: &mut Random, reconciler: &mut Reconciler, people: &[Arc<str>], articles: usize) -> usize {
    let day = random.below(365);
    let action = ["meet", "phone", "visit", "acquire", "appoint", "meet"][random.below(6)];
    let pair = [random.below(people.len()), random.below(people.len())];
    let (place, length) = (random.below(400), random.below(8));
    let mut made = 0;
    for _ in 0..=random.below(4) {
        let mut event = Event::new(action);
        event.participants = pair.iter().map(|&p| Participant { name: people[p].clone(), role: None }).collect();
        if random.below(5) > 0 {
            event = event.at(Time::day(date(2031, 1, 1).saturating_add(number(day).days())));
        }
        if random.below(4) > 0 {
            event = event.place(Place::new(format!("Place {place}")));
        }
        let event = Arc::new(event);
        // Published on the day or the next.
        let article = format!("article-{}", (day * articles / 365 + random.below(articles / 180 + 1)).min(articles - 1));
        let wrong = usize::from(random.below(10) == 0);
        let hours = Duration::new(Number::from_int(number(length + wrong + 1)), DurationUnit::Hour);
        reconciler.add(Claim::new(&*article, event.clone(), "duration", Normalized::new("told", Value::Duration(hours))));
        made += 1;
        if random.below(2) == 0 {
            let count = Quantity::new(Number::from_int(number(length * 10 + wrong)), "person");
            reconciler.add(Claim::new(&*article, event, "attended", Normalized::new("told", Value::Quantity(count))));
            made += 1;
        }
    }
    made
}

fn sizes() -> Vec<usize> {
    let full = std::env::var_os("CLAIMGRAPH_BENCH_FULL").is_some();
    [10_000, 100_000, 1_000_000].into_iter().filter(|&n| n < 1_000_000 || full).collect()
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn reconcile(bencher: Bencher<'_, '_>, claims: usize) {
    let batch = batch(claims);
    bencher.counter(divan::counter::ItemsCount::new(claims)).bench_local(|| batch.reconcile());
}

#[divan::bench(args = [10_000, 100_000], sample_count = 3, sample_size = 1)]
fn conflicts(bencher: Bencher<'_, '_>, claims: usize) {
    let graph: ClaimGraph = batch(claims).reconcile();
    bencher.bench_local(|| graph.conflicts().count());
}
