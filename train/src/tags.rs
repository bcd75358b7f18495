//! Trains the tagger.

use claimgraph::analysis::table::{Rows, SCORES};
use claimgraph::analysis::tagger::{self, Words, best};
use claimgraph::analysis::{TAGS, Tag};

use crate::Options;
use crate::conllu::Sentence;
use crate::perceptron::{Chance, Classes, Exact};

/// The words of a sentence in another casing, one in so many times: as in a headline, in capitals, in small letters.
fn recased(sentence: &Sentence, chance: &mut Chance, one_in: usize) -> Vec<String> {
    let title = |form: &str| {
        let mut letters = form.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        if form.len() > 3 { first + letters.as_str() } else { form.to_owned() }
    };
    let forms = sentence.forms.iter();
    match if one_in == 0 { 9 } else { chance.below(one_in) } {
        0 => forms.map(|f| f.to_uppercase()).collect(),
        1 => forms.map(|f| title(f)).collect(),
        2 => forms.map(|f| f.to_lowercase()).collect(),
        _ => sentence.forms.clone(),
    }
}

/// Trains on `sentences`, in an order that the seed decides.
pub(crate) fn train(sentences: &[&Sentence], options: &Options, seed: u64) -> Classes {
    let mut words = Words::default();
    let mut seen: Vec<(u64, usize)> = Vec::new();
    for sentence in sentences {
        words.fill(&sentence.forms.iter().map(String::as_str).collect::<Vec<_>>());
        seen.extend(sentence.tags.iter().enumerate().map(|(i, t)| (tagger::sure(&words, i), usize::from(t.number()))));
    }
    let mut model = Classes::with_sure(seen.into_iter(), options.sure_often, options.sure_odd);
    let mut chance = Chance::new(seed);
    let mut order: Vec<&Sentence> = sentences.to_vec();
    for _ in 0..options.tag_epochs {
        chance.shuffle(&mut order);
        for sentence in &order {
            let forms = recased(sentence, &mut chance, options.recase);
            words.fill(&forms.iter().map(String::as_str).collect::<Vec<_>>());
            learn(&mut model, &words, &sentence.tags, options.tag_margin);
        }
    }
    model
}

fn learn(model: &mut Classes, words: &Words, gold: &[Tag], margin: i32) {
    let mut tags: Vec<Tag> = Vec::with_capacity(gold.len());
    for (i, right) in gold.iter().enumerate() {
        if let Some(class) = model.sure(tagger::sure(words, i)) {
            tags.push(Tag::new(class));
            continue;
        }
        model.tick();
        let features = tagger::features(words, &tags, i);
        let mut scores = [0; SCORES];
        model.add(&features, &mut scores);
        let guess = best(&scores[..TAGS.len()]);
        let right = usize::from(right.number());
        scores[right] -= margin;
        let rival = best(&scores[..TAGS.len()]);
        if rival != right {
            model.update(&features, right, rival);
        }
        tags.push(Tag::new(guess));
    }
}

/// Tags for each sentence by a model that was trained without it: each of `folds` parts is tagged by what the others teach.
pub(crate) fn jackknifed(sentences: &[Sentence], options: &Options, folds: usize) -> Vec<Vec<Tag>> {
    let fold = |fold: usize| -> Vec<Vec<Tag>> {
        let others: Vec<&Sentence> = sentences.iter().enumerate().filter(|(i, _)| i % folds != fold).map(|(_, s)| s).collect();
        let table = Exact::new(train(&others, options, 100 + fold as u64).averaged(options.least).quantised(options.floor));
        sentences.iter().skip(fold).step_by(folds).map(|s| tag(&table, s)).collect()
    };
    let parts = crate::side_by_side(folds, fold);
    let mut parts: Vec<_> = parts.into_iter().map(Vec::into_iter).collect();
    (0..sentences.len()).map(|i| parts[i % folds].next().unwrap_or_default()).collect()
}

/// The tags of a sentence.
pub(crate) fn tag(rows: &impl Rows, sentence: &Sentence) -> Vec<Tag> {
    let (mut words, mut tags) = (Words::default(), Vec::new());
    words.fill(&sentence.forms.iter().map(String::as_str).collect::<Vec<_>>());
    tagger::tag(rows, &words, |_| false, &mut tags);
    tags
}
