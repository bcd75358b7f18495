//! A text as the reader sees it, and the way back to the text as given.

use super::read::Annotation;
use crate::corpus::Quote;
use crate::text::{CharIndex, Plain, Sentence, Span, Token};

/// Longest quote, in characters that are seen: the interchange contract's limit. As many again may be unseen.
const LONGEST_QUOTE: usize = 450;

/// A text in its plain form, with the tokens and sentences of that.
pub(super) struct Cut<'a> {
    pub(super) given: &'a str,
    pub(super) plain: &'a Plain<'a>,
    pub(super) tokens: &'a [Token],
    pub(super) sentences: &'a [Sentence],
}

impl Cut<'_> {
    /// The quote of a stretch of the plain text: the characters of the text as given.
    pub(super) fn quote(&self, index: &CharIndex, span: Span) -> Option<Quote> {
        Quote::at(self.given, index, self.plain.given(span))
    }

    /// Where a stretch of the plain text begins in the text as given, in characters.
    pub(super) fn place(&self, index: &CharIndex, span: Span) -> u32 {
        u32::try_from(index.char_offset(self.given, self.plain.given(span).start)).unwrap_or(u32::MAX)
    }

    /// Whether a stretch is short enough to be quoted. O(1) in stretches that are far longer.
    pub(super) fn is_quotable(&self, span: Span) -> bool {
        let within = |text: &str, most: usize| text.len() <= most || text.chars().nth(most).is_none();
        within(span.of(self.plain.text()), LONGEST_QUOTE) && within(self.plain.given(span).of(self.given), 2 * LONGEST_QUOTE)
    }
}

impl Annotation {
    /// Turns its places in the plain text into places in the text as given.
    pub(super) fn place_in_given(&mut self, plain: &Plain<'_>) {
        let place = |span: &mut Span| *span = plain.given(*span);
        self.sentences.iter_mut().for_each(place);
        self.analysis.spans_mut().for_each(place);
        self.extraction.mentions.iter_mut().for_each(|m| place(&mut m.span));
        self.quantities.iter_mut().for_each(|q| place(&mut q.span));
        self.ordinals.iter_mut().for_each(|o| place(&mut o.span));
        self.events.iter_mut().for_each(|e| place(&mut e.trigger));
        for time in &mut self.times {
            place(&mut time.span);
            if let Some((from, to)) = &mut time.ends {
                place(from);
                place(to);
            }
        }
        for predication in &mut self.predications {
            place(&mut predication.trigger);
            predication.participants.iter_mut().for_each(|a| place(&mut a.span));
        }
    }
}
