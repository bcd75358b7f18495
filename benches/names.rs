//! Pairs of names per second: whether two are spelled alike, each read anew and both read before.
//!
//! `cargo bench --bench names` prints the throughput in items, an item being a pair.

use claimgraph::linkage::{NameMention, NameSpelling, resolve};
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

/// Names that are alike, and names that are not.
const PAIRS: [(&str, &str); 8] = [
    ("Robert James Lindqvist", "LINDQVIST, Robert"),
    ("Dmytro Hrytsenko", "Dmitri Gritsenko"),
    ("Ines Maria Calvo", "Ines Ruth Calvo"),
    ("Robert Lindqist", "Robert Lindqvist"),
    ("Velmar Aktiengesellschaft", "Velmar AG"),
    ("Good Harbour Holdings Ltd", "Goodharbour Holdings Limited"),
    ("Osk Tidal Bank", "Osk Harbour Bank"),
    ("Tom Adeyemi", "Rita Sole"),
];

#[divan::bench]
fn a_pair_read_anew(bencher: divan::Bencher<'_, '_>) {
    let like = |&(a, b): &(&str, &str)| NameSpelling::new(a).is_like(&NameSpelling::new(b));
    bencher.counter(ItemsCount::new(PAIRS.len())).bench(|| PAIRS.iter().filter(|p| like(p)).count());
}

#[divan::bench]
fn a_pair_read_before(bencher: divan::Bencher<'_, '_>) {
    let read = PAIRS.map(|(a, b)| (NameSpelling::new(a), NameSpelling::new(b)));
    bencher.counter(ItemsCount::new(read.len())).bench(|| read.iter().filter(|(a, b)| a.is_like(b)).count());
}

/// Mentions of 2,000 articles, of which eight each have the same names.
#[divan::bench]
fn mentions(bencher: divan::Bencher<'_, '_>) {
    let mut all = Vec::new();
    for article in 0..2_000 {
        let story = article / 8;
        for text in [format!("Ada Lund{story}"), format!("Lund{story}"), format!("Velmar {story} Inc."), "the driver".to_owned()] {
            all.push(NameMention::new(format!("a{article}"), text));
        }
    }
    bencher.counter(ItemsCount::new(all.len())).bench(|| resolve(&all).len());
}
