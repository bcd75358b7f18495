//! How much of an article a claim is quoted with: the clause that holds trigger and value or, where that is too long, no more than the two.
//!
//! A link or an encoded picture in the middle of a sentence is one token of thousands of letters.

use std::ops::Range;

use super::cut::Cut;
use crate::text::Span;

/// The tokens that name events, by event and place.
pub(super) struct Named(Vec<(usize, usize)>);

impl Named {
    pub(super) fn of(triggers: &[(usize, Range<usize>)]) -> Self {
        let mut all: Vec<(usize, usize)> = triggers.iter().map(|(event, tokens)| (*event, tokens.start)).collect();
        all.sort_unstable();
        Self(all)
    }

    fn within(&self, event: usize, tokens: &Range<usize>) -> impl Iterator<Item = usize> {
        let from = self.0.partition_point(|t| *t < (event, tokens.start));
        self.0[from..].iter().take_while(move |t| t.0 == event && t.1 < tokens.end).map(|t| t.1)
    }

    /// What of `clause` is quoted for a claim of an event that says `said`; `None` where every quote would be too long, or lack one of
    /// the two.
    pub(super) fn quoted(&self, cut: &Cut<'_>, event: usize, clause: Range<usize>, said: &Range<usize>) -> Option<Range<usize>> {
        let fits = |tokens: &Range<usize>| cut.is_quotable(bytes(cut, tokens));
        if fits(&clause) {
            return Some(clause);
        }
        let mut named = self.within(event, &clause).map(|t| said.start.min(t)..said.end.max(t + 1)).peekable();
        if named.peek().is_none() {
            return Some(said.clone()).filter(fits);
        }
        named.filter(fits).min_by_key(ExactSizeIterator::len)
    }
}

fn bytes(cut: &Cut<'_>, tokens: &Range<usize>) -> Span {
    let start = cut.tokens.get(tokens.start).map_or(0, |t| t.span.start);
    let end = tokens.end.checked_sub(1).and_then(|i| cut.tokens.get(i)).map_or(start, |t| t.span.end);
    Span::new(start, end)
}
