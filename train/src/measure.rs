//! Measures a model on a treebank: with the treebank's own words, and the cutting alone.

use std::collections::BTreeMap;
use std::time::Instant;

use claimgraph::analysis::parser::{self, State};
use claimgraph::analysis::table::{Moves, Rows};
use claimgraph::analysis::tagger::{self, Words};
use claimgraph::analysis::{Upos, cut};
use claimgraph::text::Span;

use crate::conllu::Sentence;

/// Right ones of all, in percent.
fn percent(right: usize, all: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // Counts of words.
    let share = right as f64 / all.max(1) as f64;
    share * 100.0
}

/// Prints how many tags, heads and relations a model gets right, given the treebank's words.
pub(crate) fn score(tagging_rows: &impl Rows, moves: &impl Moves, relations: &impl Rows, sentences: &[Sentence]) {
    let (mut words, mut tags, mut state) = (Words::default(), Vec::new(), State::default());
    let (mut all, mut upos, mut fine, mut heads, mut full, mut exact) = (0, 0, 0, 0, 0, 0);
    let mut kinds: BTreeMap<Upos, [usize; 3]> = BTreeMap::new();
    let (mut tagging, mut parsing) = (0, 0);
    for sentence in sentences {
        let start = Instant::now();
        words.fill(&sentence.forms.iter().map(String::as_str).collect::<Vec<_>>());
        tagger::tag(tagging_rows, &words, |_| false, &mut tags);
        tagging += start.elapsed().as_nanos();
        let start = Instant::now();
        parser::parse(moves, relations, parser::Sentence { words: &words, tags: &tags }, &mut state);
        parsing += start.elapsed().as_nanos();
        for (i, (&gold, &guess)) in sentence.tags.iter().zip(&tags).enumerate() {
            all += 1;
            upos += usize::from(gold.upos() == guess.upos());
            fine += usize::from(gold == guess);
            let head = state.head(i) == sentence.heads[i];
            heads += usize::from(head);
            full += usize::from(head && state.relation(i).base() == sentence.relations[i].base());
            exact += usize::from(head && state.relation(i) == sentence.relations[i]);
            kinds.entry(gold.upos()).or_default()[0] += 1;
            kinds.entry(guess.upos()).or_default()[1] += 1;
            kinds.entry(gold.upos()).or_default()[2] += usize::from(gold.upos() == guess.upos());
        }
    }
    let per_word = |nanoseconds: u128| nanoseconds / all.max(1) as u128;
    println!(
        "{all} words: UPOS {:.2}  fine {:.2}  UAS {:.2}  LAS {:.2}  with subtypes {:.2}  tagging {} ns  parsing {} ns a word",
        percent(upos, all),
        percent(fine, all),
        percent(heads, all),
        percent(full, all),
        percent(exact, all),
        per_word(tagging),
        per_word(parsing),
    );
    for (kind, [gold, guessed, right]) in kinds.into_iter().filter(|(k, _)| matches!(k, Upos::Propn | Upos::Verb | Upos::Noun)) {
        println!("{}: recall {:.1}, precision {:.1}", kind.as_str(), percent(right, gold), percent(right, guessed));
    }
}

/// Prints how the treebank's words are found in its text, and where they are not.
pub(crate) fn cut_all(sentences: &[Sentence]) {
    let (mut gold, mut found, mut same) = (0, 0, 0);
    let mut misses: BTreeMap<(String, String), usize> = BTreeMap::new();
    for sentence in sentences {
        let mut spans = Vec::new();
        cut(&sentence.text, Span::new(0, sentence.text.len()), &mut spans);
        let ours: Vec<(usize, usize)> = spans.iter().map(|s| (s.start, s.end)).collect();
        gold += sentence.places.len();
        found += ours.len();
        same += ours.iter().filter(|o| sentence.places.binary_search(o).is_ok()).count();
        let mut at = 0;
        for chunk in sentence.text.split_whitespace() {
            let start = at + sentence.text[at..].find(chunk).unwrap_or_default();
            at = start + chunk.len();
            let within = |all: &[(usize, usize)]| {
                let words = all.iter().filter(|p| p.0 >= start && p.1 <= at).map(|p| &sentence.text[p.0..p.1]);
                words.collect::<Vec<_>>().join(" ")
            };
            let (theirs, mine) = (within(&sentence.places), within(&ours));
            if theirs != mine {
                *misses.entry((theirs, mine)).or_default() += 1;
            }
        }
    }
    println!("words F1 {:.2}", percent(2 * same, gold + found));
    let mut misses: Vec<_> = misses.into_iter().collect();
    misses.sort_by_key(|m| std::cmp::Reverse(m.1));
    for ((theirs, mine), count) in misses.into_iter().take(250) {
        println!("{count:4}  {theirs:<40} {mine}");
    }
}
