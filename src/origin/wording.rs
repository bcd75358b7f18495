//! The words of an article in order, and how many of them stand in another in the same order.

use rustc_hash::FxHashSet;

use super::shingle::{SHINGLE, hashes, words};
use crate::text::{Plain, Token, TokenKind, opens_quote, sentences, tokens};

/// Two texts that share fewer shingles are not compared: a sentence can be alike by chance.
pub(super) const FEWEST: usize = 8;
/// The words of so many shingles.
pub(super) const SHORTEST: usize = FEWEST + SHINGLE - 1;
/// A text of which less than this share stands outside quotation marks is counted with what it quotes.
const TOLD: (usize, usize) = (1, 4);
/// So many tokens behind a single quotation mark its end is looked for.
const LONGEST_QUOTE: usize = 120;

/// A text as a run of words.
///
/// Counted are the words outside quotation marks: two reporters who hear one speech write the same words inside them, and none the less
/// each wrote a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The shingle that begins at each word.
    ordered: Box<[u64]>,
    /// The same shingles, sorted, each once.
    distinct: Box<[u64]>,
    /// Whether each word counts.
    counted: Box<[bool]>,
    /// The sentence of each word.
    sentence: Box<[u32]>,
}

/// Of so many words of a text so many stand in the other, and so many in sentences of which it has some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cover {
    pub(super) shared: usize,
    pub(super) touched: usize,
    pub(super) of: usize,
}

impl Cover {
    /// Whether at least `share` is covered.
    pub(super) const fn reaches(self, share: (usize, usize)) -> bool {
        self.shared * share.1 >= self.of * share.0
    }

    /// Whether at least `share` stands in sentences of which the other has some.
    pub(super) const fn touches(self, share: (usize, usize)) -> bool {
        self.touched * share.1 >= self.of * share.0
    }

    /// In thousandths.
    pub(super) const fn thousandths(self) -> usize {
        self.shared * 1000 / if self.of == 0 { 1 } else { self.of }
    }
}

impl Wording {
    /// The words of `text`. O(n log n).
    pub fn of(text: &str) -> Self {
        let plain = Plain::of(text);
        let text = plain.text();
        let tokens = tokens(text);
        let is_word = |t: &Token| matches!(t.kind, TokenKind::Word | TokenKind::Number);
        let mut sentence = vec![0; tokens.len()];
        for (s, at) in sentences(text, &tokens).iter().zip(0..) {
            sentence[s.tokens.clone()].fill(at);
        }
        let sentence = tokens.iter().zip(sentence).filter(|(t, _)| is_word(t)).map(|(_, at)| at).collect();
        let quoted = quoted(text, &tokens);
        let mut counted: Box<[bool]> = tokens.iter().zip(quoted).filter(|(t, _)| is_word(t)).map(|(_, quoted)| !quoted).collect();
        let told = counted.iter().filter(|c| **c).count();
        if told < SHORTEST || told * TOLD.1 < counted.len() * TOLD.0 {
            counted.fill(true);
        }
        let ordered = hashes(&words(text, &tokens));
        let mut distinct = ordered.clone();
        distinct.sort_unstable();
        distinct.dedup();
        Self { ordered: ordered.into(), distinct: distinct.into(), counted, sentence }
    }

    /// The shingles, sorted, each once.
    pub(super) fn distinct(&self) -> &[u64] {
        &self.distinct
    }

    fn has(&self, shingle: u64) -> bool {
        self.distinct.binary_search(&shingle).is_ok()
    }

    /// Which words stand in a shingle that `chosen` says yes to.
    fn within(&self, chosen: impl Fn(u64) -> bool) -> Vec<bool> {
        let mut within = vec![false; self.counted.len()];
        for (at, _) in self.ordered.iter().enumerate().filter(|(_, s)| chosen(**s)) {
            within[at..at + SHINGLE].fill(true);
        }
        within
    }

    /// How many of its words stand in `other`, those aside that stand in a shingle of `stock`. O(n log m).
    pub(super) fn cover(&self, other: &Self, stock: &FxHashSet<u64>) -> Cover {
        let shared = self.within(|s| other.has(s));
        let left_out = if stock.is_empty() { Vec::new() } else { self.within(|s| stock.contains(&s)) };
        let counts = |i: usize| self.counted[i] && !left_out.get(i).is_some_and(|out| *out);
        let mut cover = Cover { shared: 0, touched: 0, of: 0 };
        let mut at = 0;
        for sentence in self.sentence.chunk_by(|a, b| a == b) {
            let words = at..at + sentence.len();
            let of = words.clone().filter(|i| counts(*i)).count();
            let in_both = words.filter(|i| shared[*i] && counts(*i)).count();
            cover.of += of;
            cover.shared += in_both;
            cover.touched += if in_both >= of.min(SHINGLE) { of } else { 0 };
            at += sentence.len();
        }
        cover
    }

    /// The shingles that stand in both. O(n log m).
    pub(super) fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = u64> + 'a {
        self.distinct.iter().copied().filter(|s| other.has(*s))
    }
}

/// For each token, whether it stands between quotation marks. A mark that nothing closes holds to the end of its paragraph, as in a
/// quotation of several paragraphs.
fn quoted(text: &str, tokens: &[Token]) -> Vec<bool> {
    let mut quoted = vec![false; tokens.len()];
    let breaks = |i: usize| i > 0 && text[tokens[i - 1].span.end..tokens[i].span.start].contains('\n');
    let (mut open, mut single) = (false, 0);
    for i in 0..tokens.len() {
        open &= !breaks(i);
        let mark = tokens[i].text(text);
        if mark == "\"" {
            open = !open && opens_quote(text, tokens, i);
        } else if mark == "'" && i >= single && opens_quote(text, tokens, i) {
            single = end_of_single(text, tokens, i, breaks).unwrap_or(single);
        }
        quoted[i] = open || i < single;
    }
    quoted
}

/// Where the single mark at `open` is closed: behind a stop or a comma, since behind a letter it may be an apostrophe.
fn end_of_single(text: &str, tokens: &[Token], open: usize, breaks: impl Fn(usize) -> bool) -> Option<usize> {
    let behind = (open + 2..tokens.len().min(open + LONGEST_QUOTE)).take_while(|i| !breaks(*i));
    let closes = |i: &usize| {
        tokens[*i].text(text) == "'"
            && tokens[*i - 1].span.end == tokens[*i].span.start
            && matches!(tokens[*i - 1].text(text), "," | "." | "!" | "?")
    };
    behind.into_iter().find(closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let tokens = tokens(text);
        let quoted = quoted(text, &tokens);
        tokens.iter().zip(quoted).filter(|(t, q)| !q && t.kind != TokenKind::Mark).map(|(t, _)| t.text(text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_inside_quotation_marks() {
        for (text, outside) in [
            ("\"It is late,\" she said, \"and I go.\" They left.", "she said They left"),
            ("'It is the judges' day,' he said.", "he said"),
            ("The judges' day and the workers' night.", "The judges day and the workers night"),
            ("He was 6'2\" tall and ran.", "He was 6 2 tall and ran"),
            ("\"One thing.\n\"Another thing,\" she said.", "she said"),
            ("\"One thing that nobody closes.\nShe left.", "She left"),
        ] {
            assert_eq!(told(text), outside, "{text}");
        }
    }

    #[test]
    fn what_is_covered() {
        let one = Wording::of("The mayor opened the new bridge over the river on Monday after two years of work, she told us.");
        let two = Wording::of("Yesterday the mayor opened the new bridge over the wide river on Monday after two years of work.");
        let none = FxHashSet::default();
        assert_eq!(one.cover(&two, &none), Cover { shared: 16, touched: 19, of: 19 });
        assert_eq!(one.cover(&one, &none), Cover { shared: 19, touched: 19, of: 19 });
        let stock: FxHashSet<u64> = Wording::of("on Monday after two years").distinct().iter().copied().collect();
        assert_eq!(one.cover(&two, &stock), Cover { shared: 11, touched: 14, of: 14 });
    }
}
