//! How much a shared word says: the less often it stands in the treebank, the more.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use claimgraph::analysis::Upos;
use claimgraph::text::stem;

use crate::conllu::Sentence;

/// What a word weighs that the treebank hardly has, in tenths of a bit.
const MOST: f64 = 80.0;
/// A word that is one of so many, 2 to the power of four, weighs nothing.
const COMMON: f64 = 40.0;
/// Added to every count, so that what is rare by chance is not taken for rarer than it is.
const SMOOTH: f64 = 8.0;

/// Calendar, units and what counts are made of: they stand with values of every kind.
const OF_VALUES: &str = "january february march april may june july august september october november december jan feb mar apr jun jul aug \
    sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight year month week \
    weekend day hour minute second morning afternoon evening night noon midnight ago early late million billion trillion thousand \
    hundred dozen per cent percent half third quarter metre meter mile kilometre kilometer foot feet inch tonne ton pound kilogram dollar \
    euro cent degree celsius fahrenheit old aged";

/// The words that weigh less than the most, one a line with its weight. Words of closed classes, of values and of saying weigh nothing.
pub(crate) fn weights(sentences: &[Sentence]) -> String {
    let mut seen: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut all = 0.0;
    for (form, tag) in sentences.iter().flat_map(|s| s.forms.iter().zip(&s.tags)) {
        if !form.starts_with(char::is_alphabetic) {
            continue;
        }
        let own = seen.entry(stem(form).into_owned()).or_default();
        own.0 += 1;
        own.1 += usize::from(!matches!(tag.upos(), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv));
        all += 1.0;
    }
    let mut rows: BTreeMap<String, i64> = BTreeMap::new();
    for (word, (count, closed)) in seen {
        let bits = (all / (f64::from(u32::try_from(count).unwrap_or(u32::MAX)) + SMOOTH)).log2() * 10.0;
        let weight = if 2 * closed > count && count > 2 { 0.0 } else { (bits - COMMON).clamp(0.0, MOST) };
        if weight < MOST {
            #[allow(clippy::cast_possible_truncation)] // It lies between 0 and 80.
            rows.insert(word, weight.round() as i64);
        }
    }
    rows.extend(OF_VALUES.split_whitespace().chain(["said", "says", "say", "told", "tell"]).map(|w| (stem(w).into_owned(), 0)));
    let mut out = String::from(
        "# Stems of English words that say less than others when two passages share them, in tenths of a bit.\n\
         # Source: word counts of the training part of the English Web Treebank (Universal Dependencies 2.15, CC BY-SA 4.0), by\n\
         # `claimgraph-train words`. A stem that is not here weighs 80; words of closed classes, of values and of saying weigh nothing.\n\
         # stem\ttenths of a bit\n",
    );
    for (word, weight) in rows {
        let _ = writeln!(out, "{word}\t{weight}");
    }
    out
}

/// The words that the treebank has twice and more as other than names, a line each letter.
pub(crate) fn common(sentences: &[Sentence]) -> String {
    let mut seen: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (form, tag) in sentences.iter().flat_map(|s| s.forms.iter().zip(&s.tags)) {
        if form.bytes().all(|b| b.is_ascii_alphabetic()) {
            let own = seen.entry(form.to_ascii_lowercase()).or_default();
            own.0 += 1;
            own.1 += usize::from(tag.upos() == Upos::Propn);
        }
    }
    let common = |word: &str, (all, names): (usize, usize)| match word.len() {
        1 => matches!(word, "a"),
        _ => all - names > 1 && names * 2 < all,
    };
    seen.retain(|word, counts| common(word, *counts));
    let mut out = String::from(
        "# Words that English texts have in small letters: those that are no names.\n\
         # Source: the training part of the English Web Treebank (Universal Dependencies 2.15, CC BY-SA 4.0), by `claimgraph-train common`.\n",
    );
    let words: Vec<&str> = seen.keys().map(String::as_str).collect();
    for line in words.chunk_by(|a, b| a.as_bytes()[0] == b.as_bytes()[0]) {
        let _ = writeln!(out, "{}", line.join(" "));
    }
    out
}
