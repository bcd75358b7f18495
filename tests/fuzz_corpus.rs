//! Every seed of the fuzz targets through the same checks, and seeded mutations of them, so that a plain test run holds them too.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

#[path = "../fuzz/src/checks.rs"]
mod checks;

/// Every seed of a target, by name.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| (file.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&file).unwrap())).collect()
}

/// Runs a check, and names the input where it fails.
fn run(check: fn(&[u8]), name: &str, bytes: &[u8]) {
    if catch_unwind(AssertUnwindSafe(|| check(bytes))).is_err() {
        panic!("{name} fails on {:?}", String::from_utf8_lossy(bytes));
    }
}

/// How many places a seed is cut at.
const CUTS: usize = 16;

fn each(target: &str, check: fn(&[u8])) {
    let seeds = seeds(target);
    assert!(seeds.len() >= 4, "{target} has too few seeds");
    for (name, bytes) in seeds {
        run(check, &name, &bytes);
        // Cut anywhere: what a full disk or a broken connection leaves behind. A long seed is one thing said often.
        let start = bytes.len().min(2_000);
        for cut in (0..start).step_by(start / CUTS + 1) {
            run(check, &name, &bytes[..cut]);
        }
    }
}

/// Numbers without any chance in them: Knuth's MMIX generator.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }

    fn range(&mut self, len: usize) -> std::ops::Range<usize> {
        let (a, b) = (self.below(len + 1), self.below(len + 1));
        a.min(b)..a.max(b).min(a.min(b) + 40)
    }
}

/// What a mutation may put in: what readers of numbers, dates, names and JSON look for.
const WORDS: &[&str] = &[
    " ",
    "\n",
    "\r\n",
    ".",
    ",",
    ";",
    "“",
    "”",
    "\"",
    "'",
    "’s",
    "-",
    "–",
    "/",
    "(",
    ")",
    "½",
    "$",
    "€",
    "%",
    "0",
    "12",
    "99999",
    "1.5",
    "1,200",
    "-1",
    "\u{301}",
    "\u{202E}",
    "\u{200B}",
    "\0",
    "🚀",
    "é",
    " met ",
    " was killed ",
    " said ",
    " not ",
    " will ",
    " the ",
    " and ",
    " a half ",
    " between ",
    " to ",
    " of ",
    " in ",
    " on ",
    " since ",
    " ago ",
    " later ",
    " last ",
    " first ",
    " more than ",
    " at least ",
    " years ",
    " hours ",
    " people ",
    " million ",
    " Sunday ",
    " May ",
    " June 31",
    " 2031 ",
    " p.m. ",
    " Ada Okafor ",
    " Minister ",
    " Norway’s ",
    " who ",
    " he ",
    "{",
    "}",
    "[",
    "]",
    ":",
    "\\u0000",
    "null",
    "true",
];

/// The longest input that is made: long ones take long and say little new.
const LONGEST: usize = 240;

fn mutated(dice: &mut Dice, seeds: &[(String, Vec<u8>)]) -> Vec<u8> {
    let pick = |dice: &mut Dice| {
        let seed = &seeds[dice.below(seeds.len())].1;
        let start = dice.below(seed.len().saturating_sub(LONGEST) + 1);
        seed[start..seed.len().min(start + LONGEST)].to_vec()
    };
    let mut bytes = pick(dice);
    for _ in 0..=dice.below(6) {
        let range = dice.range(bytes.len());
        match dice.below(6) {
            0 => drop(bytes.splice(range, [])),
            1 => drop(bytes.splice(range.start..range.start, WORDS[dice.below(WORDS.len())].bytes())),
            2 => drop(bytes.splice(range, WORDS[dice.below(WORDS.len())].bytes())),
            3 => {
                let again = bytes[range.clone()].to_vec();
                bytes.splice(range.start..range.start, again);
            }
            4 => {
                let other = pick(dice);
                let part = dice.range(other.len());
                bytes.splice(range, other[part].iter().copied());
            }
            _ => {
                if let Some(byte) = bytes.get_mut(range.start) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
    }
    bytes
}

/// Mutations of a target's seeds, always the same. `CLAIMGRAPH_MUTATIONS` asks for more of them.
fn mutations(target: &str, check: fn(&[u8]), count: usize) {
    let seeds = seeds(target);
    let mut dice = Dice(1);
    let more = std::env::var("CLAIMGRAPH_MUTATIONS").ok().and_then(|n| n.parse().ok());
    for i in 0..more.unwrap_or(count) {
        let bytes = mutated(&mut dice, &seeds);
        run(check, &format!("mutation {i} of {target}"), &bytes);
    }
}

#[test]
fn records() {
    each("records", checks::records);
}

#[test]
fn front_matter() {
    each("front_matter", checks::front_matter);
}

#[test]
fn saved_result() {
    each("saved_result", checks::saved_result);
}

#[test]
fn text() {
    each("text", checks::text);
}

#[test]
fn mutated_records() {
    mutations("records", checks::records, 2_000);
}

#[test]
fn mutated_front_matter() {
    mutations("front_matter", checks::front_matter, 2_000);
}

#[test]
fn mutated_saved_results() {
    mutations("saved_result", checks::saved_result, 2_000);
}

#[test]
fn mutated_text() {
    mutations("text", checks::text, 2_000);
}
