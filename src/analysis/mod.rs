//! Analysis: words of Universal Dependencies, their parts of speech, and what depends on what.
//!
//! [`Analysis::of`] cuts the sentences of a text into words ([`words`](Analysis::words)), tags them and parses them, all from
//! one model file that is built in. The words are not the tokens of the room `text`: "don't" is two words where it is the
//! tokens `don` and `'t`, "e-mail" is one word and three tokens. Neither is changed by the other;
//! [`word_of`](Analysis::word_of) and [`token_of`](Analysis::token_of) lead from one to the other.
//!
//! ```
//! use claimgraph::analysis::{Analysis, Deprel, Upos};
//! use claimgraph::text::{sentences, tokens};
//!
//! let text = "The harbour wasn't closed by the storm.";
//! let tokens = tokens(text);
//! let analysis = Analysis::of(text, &tokens, &sentences(text, &tokens));
//! let words: Vec<&str> = analysis.words().iter().map(|w| w.span.of(text)).collect();
//! assert_eq!(words, ["The", "harbour", "was", "n't", "closed", "by", "the", "storm", "."]);
//! let closed = &analysis.words()[4];
//! assert_eq!((closed.upos(), closed.tag.xpos(), closed.head), (Upos::Verb, "VBN", None));
//! assert_eq!((analysis.words()[1].head, analysis.words()[1].relation), (Some(4), Deprel::NsubjPass));
//! ```
//!
//! How good it is stands in `docs/ACCURACY.md`; how the model is trained, in the workspace member `train`.
//!
//! This room does not know what a claim is, nor what a word means: it knows form only.

#[doc(hidden)]
pub mod atoms;
mod cut;
#[doc(hidden)]
pub mod model;
mod names;
#[doc(hidden)]
pub mod parser;
#[doc(hidden)]
pub mod stages;
#[doc(hidden)]
pub mod table;
#[doc(hidden)]
pub mod tagger;

use std::ops::Range;

pub use cut::words as cut;
pub use model::{Model, ModelError};
pub use names::{Deprel, TAGS, Tag, Upos};

use crate::text::{Sentence, Span, Token};

/// A word of Universal Dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its part of speech, with the Penn Treebank's tag.
    pub tag: Tag,
    /// Its head, as an index into the same list; none for the root of a sentence.
    pub head: Option<usize>,
    /// Its relation to its head.
    pub relation: Deprel,
}

impl Word {
    /// The part of speech.
    pub fn upos(&self) -> Upos {
        self.tag.upos()
    }
}

/// The words of a text, sentence by sentence.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    words: Vec<Word>,
    sentences: Vec<Range<usize>>,
    /// A word each token.
    of_tokens: Vec<usize>,
    /// A token each word.
    of_words: Vec<usize>,
}

/// What is kept between sentences, so that no sentence asks for memory anew.
#[derive(Default)]
struct Scratch {
    spans: Vec<Span>,
    words: tagger::Words,
    tags: Vec<Tag>,
    state: parser::State,
}

impl Analysis {
    /// Analyses a text, given its tokens and sentences as the room `text` gives them.
    ///
    /// Every sentence gets one tree with one root. Time and space are linear in the text.
    pub fn of(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Self {
        Self::with(model::built_in(), text, tokens, sentences, &[])
    }

    /// The same, with another model, and with places in order that are known to be names: a word in capitals there is a proper noun,
    /// which at a sentence's start and in a headline its form alone does not tell.
    pub fn with(model: &Model<'_>, text: &str, tokens: &[Token], sentences: &[Sentence], names: &[Span]) -> Self {
        let mut analysis = Self { words: Vec::with_capacity(tokens.len() + 8), ..Self::default() };
        let mut scratch = Scratch::default();
        for sentence in sentences {
            let start = analysis.words.len();
            analysis.add(model, text, sentence.span, names, &mut scratch);
            analysis.sentences.push(start..analysis.words.len());
        }
        analysis.align(tokens);
        analysis
    }

    fn add(&mut self, model: &Model<'_>, text: &str, span: Span, names: &[Span], scratch: &mut Scratch) {
        scratch.spans.clear();
        cut(text, span, &mut scratch.spans);
        let forms: Vec<&str> = scratch.spans.iter().map(|s| s.of(text)).collect();
        scratch.words.fill(&forms);
        let named = |i: usize| is_in(names, scratch.spans[i]) && forms[i].starts_with(char::is_uppercase);
        tagger::tag(&model.tags, &scratch.words, named, &mut scratch.tags);
        let sentence = parser::Sentence { words: &scratch.words, tags: &scratch.tags };
        parser::parse(&model.moves, &model.relations, sentence, &mut scratch.state);
        let (start, root) = (self.words.len(), scratch.spans.len());
        for (i, (span, tag)) in scratch.spans.iter().zip(&scratch.tags).enumerate() {
            let head = Some(scratch.state.head(i)).filter(|h| *h < root).map(|h| h + start);
            self.words.push(Word { span: *span, tag: *tag, head, relation: scratch.state.relation(i) });
        }
    }

    /// Finds for each token the word that holds most of it, and the other way about; both lists are in order.
    fn align(&mut self, tokens: &[Token]) {
        let spans: Vec<Span> = self.words.iter().map(|w| w.span).collect();
        let others: Vec<Span> = tokens.iter().map(|t| t.span).collect();
        self.of_tokens = nearest(&others, &spans);
        self.of_words = nearest(&spans, &others);
    }

    /// The words.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The places of the words, to be told in another text.
    pub(crate) fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        self.words.iter_mut().map(|w| &mut w.span)
    }

    /// The sentences, as ranges of words: as many as were given, in their order.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// The index of the word that holds most of a token, the first of equals; none where the token is in no sentence.
    pub fn word_of(&self, token: usize) -> Option<usize> {
        self.of_tokens.get(token).copied().filter(|w| *w < self.words.len())
    }

    /// The index of the token that holds most of a word, the first of equals.
    pub fn token_of(&self, word: usize) -> Option<usize> {
        self.of_words.get(word).copied().filter(|t| *t < self.of_tokens.len())
    }

    /// The tag of a token: that of the word that holds most of it.
    pub fn tag_of(&self, token: usize) -> Option<Tag> {
        self.word_of(token).map(|w| self.words[w].tag)
    }

    /// The token of the head of a token's word, and the relation. None for the root, and none for a token that is in one
    /// word with the token before it.
    pub fn head_of(&self, token: usize) -> Option<(usize, Deprel)> {
        let word = self.word_of(token).filter(|w| self.token_of(*w) == Some(token))?;
        let head = self.words[word].head?;
        Some((self.token_of(head)?, self.words[word].relation))
    }

    /// The words that depend on a word, in order. O(n) in its sentence.
    pub fn dependents(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let at = self.sentences.partition_point(|s| s.end <= word);
        let range = self.sentences.get(at).cloned().unwrap_or_default();
        range.filter(move |w| self.words[*w].head == Some(word))
    }
}

/// Whether a place lies in one of others, which are in order.
fn is_in(spans: &[Span], place: Span) -> bool {
    let at = spans.partition_point(|s| s.end < place.end);
    spans.get(at).is_some_and(|s| s.start <= place.start && place.end <= s.end)
}

/// For each span the index of the one among `others` that shares most bytes with it, the first of equals; past the end where none
/// shares any. Both lists are in order and do not overlap themselves.
fn nearest(spans: &[Span], others: &[Span]) -> Vec<usize> {
    let mut from = 0;
    let near = |span: &Span| {
        while others.get(from).is_some_and(|o| o.end <= span.start) {
            from += 1;
        }
        let shared = |o: &Span| o.end.min(span.end).saturating_sub(o.start.max(span.start));
        let all = others[from..].iter().enumerate().take_while(|(_, o)| o.start < span.end);
        let best = all.map(|(i, o)| (shared(o), i)).reduce(|a, b| if b.0 > a.0 { b } else { a });
        best.map_or(usize::MAX, |(_, i)| from + i)
    };
    spans.iter().map(near).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{sentences, tokens};

    fn analyse(text: &str) -> Analysis {
        let tokens = tokens(text);
        Analysis::of(text, &tokens, &sentences(text, &tokens))
    }

    #[test]
    fn clear_sentences_are_tagged() {
        for (text, expected) in [
            ("The minister said she will visit Bergen on Monday.", "DET NOUN VERB PRON AUX VERB PROPN ADP PROPN PUNCT"),
            ("Two people were killed.", "NUM NOUN AUX VERB PUNCT"),
            ("He didn't go to the old harbour.", "PRON AUX PART VERB ADP DET ADJ NOUN PUNCT"),
        ] {
            let tags: Vec<&str> = analyse(text).words().iter().map(|w| w.upos().as_str()).collect();
            assert_eq!(tags.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn clear_sentences_are_parsed() {
        for (text, expected) in [
            ("The storm closed the harbour.", "det:2 nsubj:3 root:0 det:5 obj:3 punct:3"),
            ("Two people were killed.", "nummod:2 nsubj:pass:4 aux:pass:4 root:0 punct:4"),
        ] {
            let arc = |w: &Word| format!("{}:{}", w.relation.as_str(), w.head.map_or(0, |h| h + 1));
            assert_eq!(analyse(text).words().iter().map(arc).collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }

    #[test]
    fn tokens_and_words_lead_to_each_other() {
        let text = "They don't e-mail.";
        let analysis = analyse(text);
        let words: Vec<Option<usize>> = (0..7).map(|t| analysis.word_of(t)).collect();
        assert_eq!(words, [0, 1, 2, 3, 3, 3, 4].map(Some), "They don 't e - mail .");
        let tokens: Vec<Option<usize>> = (0..5).map(|w| analysis.token_of(w)).collect();
        assert_eq!(tokens, [0, 1, 2, 5, 6].map(Some));
        assert_eq!((analysis.word_of(7), analysis.token_of(5)), (None, None));
        assert_eq!(analysis.tag_of(1).map(Tag::upos), Some(Upos::Aux));
    }

    #[test]
    fn no_model_breaks_the_tree() {
        use table::{Dense, Sparse};
        // Numbers without order, in place of weights: every place is taken, rows point anywhere.
        let noise: Vec<u8> = (0_u32..8192).flat_map(|n| n.wrapping_mul(0x9e37_79b1).rotate_left(n % 32).to_le_bytes()).collect();
        let margins = [1 << 12, 1 << 9];
        let sparse = |from: usize| Sparse::new(10, &noise[from..from + 4096], &noise[from..], margins).unwrap();
        let model = Model { tags: sparse(0), moves: Dense::new(12, &noise[..16384], margins).unwrap(), relations: sparse(4) };
        let text = "The old harbour, which the storm had closed, wasn't opened again. Nobody said why!";
        let tokens = tokens(text);
        for model in [model, Model::default()] {
            let analysis = Analysis::with(&model, text, &tokens, &sentences(text, &tokens), &[]);
            for sentence in analysis.sentences() {
                assert_eq!(sentence.clone().filter(|w| analysis.words()[*w].head.is_none()).count(), 1);
            }
        }
    }

    proptest! {
        /// Oracle: every span is held against every other.
        #[test]
        fn the_nearest_is_found(text in "([a-z]{1,5}|n't|[-'.@/0-9 ]){0,40}") {
            let (tokens, analysis) = (tokens(&text), analyse(&text));
            for (t, token) in tokens.iter().enumerate() {
                let shared = |w: &Word| w.span.end.min(token.span.end).saturating_sub(w.span.start.max(token.span.start));
                let most = analysis.words().iter().map(shared).max().unwrap_or_default();
                prop_assert_eq!(analysis.word_of(t), analysis.words().iter().position(|w| shared(w) == most));
            }
        }

        /// Oracle: each word's path to its root is walked.
        #[test]
        fn every_sentence_is_a_tree(text in "([A-Za-z]{1,8}[ .,!?'’-]{1,2}|\\PC){0,60}") {
            let analysis = analyse(&text);
            prop_assert_eq!(analysis.sentences().iter().map(Range::len).sum::<usize>(), analysis.words().len());
            for sentence in analysis.sentences() {
                let roots = sentence.clone().filter(|w| analysis.words()[*w].head.is_none()).count();
                prop_assert_eq!(roots, usize::from(!sentence.is_empty()));
                for word in sentence.clone() {
                    let mut at = word;
                    let mut steps = 0;
                    while let Some(head) = analysis.words()[at].head {
                        prop_assert!(sentence.contains(&head) && steps < sentence.len());
                        prop_assert!(analysis.dependents(head).any(|d| d == at));
                        (at, steps) = (head, steps + 1);
                    }
                    prop_assert_eq!(analysis.words()[at].relation == Deprel::Root, true);
                }
            }
        }
    }
}
