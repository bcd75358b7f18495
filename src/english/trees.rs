//! The dependency trees of an article's sentences.

use rustc_hash::FxHashMap;

use super::cut::Cut;
use crate::analysis::Analysis;
use crate::analysis::model::built_in;
use crate::claim::Mention;
use crate::text::{Sentence, Span, Token};

/// Cuts the sentences into words and parses them, each dateline by itself. What the article names again and again is no verb.
pub(super) fn trees(cut: &Cut<'_>, mentions: &[Mention]) -> Analysis {
    let names = repeated(cut.plain.text(), cut.tokens, mentions);
    Analysis::with(built_in(), cut.plain.text(), cut.tokens, &without_datelines(cut), &names)
}

/// The sentences, each dateline one of its own.
fn without_datelines(cut: &Cut<'_>) -> Vec<Sentence> {
    let mut out = Vec::with_capacity(cut.sentences.len() + 1);
    for sentence in cut.sentences {
        let Some(behind) = super::datelines::end(cut.plain.text(), cut.tokens, &sentence.tokens) else {
            out.push(sentence.clone());
            continue;
        };
        for tokens in [sentence.tokens.start..behind, behind..sentence.tokens.end] {
            let span = cut.tokens[tokens.start].span.join(cut.tokens[tokens.end - 1].span);
            out.push(Sentence { span, tokens, ..sentence.clone() });
        }
    }
    out
}

/// The words in names that the article names more than twice, in order: what is named again and again is no verb at a sentence's start.
fn repeated(text: &str, tokens: &[Token], mentions: &[Mention]) -> Vec<Span> {
    let named = mentions.iter().filter(|m| m.named).map(|m| m.span);
    let within = |span: Span| {
        let from = tokens.partition_point(|t| t.span.start < span.start);
        tokens[from..].iter().take_while(move |t| t.span.end <= span.end).map(|t| t.span)
    };
    let mut words: Vec<Span> = named.flat_map(within).collect();
    words.sort_unstable_by_key(|s| (s.start, s.end));
    words.dedup();
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for word in &words {
        *counts.entry(word.of(text)).or_default() += 1;
    }
    words.retain(|w| counts.get(w.of(text)).is_some_and(|n| *n > 2));
    words
}
