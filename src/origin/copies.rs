//! Which articles are copies of one text, as far as two can be told from the texts alone.
//!
//! A copy is cut, gets another headline and first paragraph, a paragraph of the paper's own, other spelling. So it is asked how much of
//! the shorter text stands in the longer one, and not how alike the two are. What is no sign of a copy is left out: words inside
//! quotation marks, which each reporter heard, and passages that stand in articles that are no copies of each other, as a press
//! release, a number to call or a notice of rights does.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::wording::{Cover, FEWEST, SHORTEST, Wording};

/// Share of the shorter text's words that must stand in the longer one to make the shorter a copy.
const COPY: (usize, usize) = (1, 2);
/// A copy that was written anew keeps fewer words, but some in most of its sentences, where a passage that two reports quote stands in
/// one place: this share of the words, and this one of the words in sentences of which some are shared.
const REWRITTEN: ((usize, usize), (usize, usize)) = (NO_COPY, (3, 5));
/// Share of each text's words that must stand in the other to make them one text, each for the other. More than half, or a page that
/// prints two reports would be one text with both.
const ONE_TEXT: (usize, usize) = (2, 3);
/// Where no more than this share of the shorter text is shared, the two are no copies, and what they share is stock.
const NO_COPY: (usize, usize) = (1, 3);
/// A shingle that more articles hold is a stock phrase or one agency's story: each article is then held against the next few alone.
const COMMON: usize = 32;
const NEXT: usize = 8;

/// Two articles of which one is a copy of the other, or both are of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Positions of the articles, ascending.
    pub(super) of: (u32, u32),
    /// Whether most of each stands in the other; else the longer one holds much that is not in the shorter.
    pub(super) mutual: bool,
    /// How much of the longer one is shared, in thousandths.
    pub(super) strength: usize,
}

/// The links between texts.
pub(super) struct Links {
    /// By position.
    pub(super) all: Vec<Link>,
    stock: FxHashSet<u64>,
}

impl Links {
    /// Those among the texts. None between texts that share no run of five words; texts that share none with either of two others
    /// change nothing between these.
    ///
    /// O(s log s) in the total number s of shingles, and O(n log n) for each pair of texts of n words that share eight of them. A shingle
    /// in more than 32 texts gives pairs of neighbours alone, so that their number is linear, and one agency's story in a thousand papers
    /// hangs together all the same.
    pub(super) fn among(texts: &[Wording]) -> Self {
        let pairs = candidates(texts);
        let none = FxHashSet::default();
        let plain: Vec<(Cover, Cover)> = pairs.par_iter().map(|p| covers(texts, *p, &none)).collect();
        let unlike = pairs.par_iter().zip(&plain).filter(|(_, c)| !shorter(**c).reaches(NO_COPY));
        let stock: Vec<Vec<u64>> = unlike.map(|(p, _)| texts[p.0 as usize].shared(&texts[p.1 as usize]).collect()).collect();
        let stock: FxHashSet<u64> = stock.into_iter().flatten().collect();
        let all = pairs.par_iter().zip(&plain).filter_map(|(p, plain)| link(texts, *p, *plain, &stock)).collect();
        Self { all, stock }
    }

    /// How two texts stand that need not have been held against each other. O(n log n).
    pub(super) fn stand(&self, texts: &[Wording], a: u32, b: u32) -> Stand {
        let pair = (a.min(b), a.max(b));
        if self.all.binary_search_by(|l| l.of.cmp(&pair)).is_ok() {
            return Stand::Linked;
        }
        let plain = covers(texts, pair, &FxHashSet::default());
        if link(texts, pair, plain, &self.stock).is_some() {
            Stand::Linked
        } else if shorter(plain).reaches(NO_COPY) {
            Stand::Open
        } else {
            Stand::Apart
        }
    }
}

/// How two texts stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// One is a copy of the other, or both are of one text.
    Linked,
    /// They share too much to be two reports, and too little to be one text.
    Open,
    /// Two reports.
    Apart,
}

fn is_copy(cover: Cover) -> bool {
    cover.reaches(COPY) || cover.reaches(REWRITTEN.0) && cover.touches(REWRITTEN.1)
}

/// The link of two texts of which one is a copy, if what is left of them without stock is shared as well.
fn link(texts: &[Wording], of: (u32, u32), plain: (Cover, Cover), stock: &FxHashSet<u64>) -> Option<Link> {
    if !is_copy(shorter(plain)) {
        return None;
    }
    let covers = rest(texts, of, stock).unwrap_or(plain);
    let mutual = covers.0.reaches(ONE_TEXT) && covers.1.reaches(ONE_TEXT);
    let longer = if covers.0.of < covers.1.of { covers.1 } else { covers.0 };
    shorter(covers).reaches(NO_COPY).then(|| Link { of, mutual, strength: longer.thousandths() })
}

/// How much of each text is in the other, stock left out; none where stock is nearly all there is.
fn rest(texts: &[Wording], pair: (u32, u32), stock: &FxHashSet<u64>) -> Option<(Cover, Cover)> {
    let rest = covers(texts, pair, stock);
    (!stock.is_empty() && shorter(rest).of >= SHORTEST).then_some(rest)
}

fn covers(texts: &[Wording], pair: (u32, u32), stock: &FxHashSet<u64>) -> (Cover, Cover) {
    let (a, b) = (&texts[pair.0 as usize], &texts[pair.1 as usize]);
    (a.cover(b, stock), b.cover(a, stock))
}

/// Of two texts of one length that of which more is covered.
fn shorter(covers: (Cover, Cover)) -> Cover {
    let (a, b) = covers;
    if (a.of, b.shared) < (b.of, a.shared) { a } else { b }
}

/// The pairs that share some shingles, ascending.
fn candidates(texts: &[Wording]) -> Vec<(u32, u32)> {
    let mut held: Vec<(u64, u32)> =
        texts.par_iter().zip(0_u32..u32::MAX).flat_map_iter(|(t, i)| t.distinct().iter().map(move |&h| (h, i))).collect();
    held.par_sort_unstable();
    // For each article, where in `held` those stand that it is held against.
    let mut against: Vec<Vec<(usize, usize)>> = vec![Vec::new(); texts.len()];
    let mut start = 0;
    for run in held.chunk_by(|a, b| a.0 == b.0) {
        let end = start + run.len();
        for (at, (_, article)) in (start + 1..end).zip(run) {
            let last = if run.len() > COMMON { end.min(at + NEXT) } else { end };
            if at < last {
                against[*article as usize].push((at, last));
            }
        }
        start = end;
    }
    let of = |(i, own): (u32, &Vec<(usize, usize)>)| {
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        own.iter().for_each(|(from, to)| held[*from..*to].iter().for_each(|h| *counts.entry(h.1).or_default() += 1));
        let mut found: Vec<u32> = counts.into_iter().filter(|(_, n)| *n >= FEWEST).map(|(j, _)| j).collect();
        found.sort_unstable();
        found.into_iter().map(move |j| (i, j))
    };
    (0_u32..u32::MAX).zip(&against).collect::<Vec<_>>().into_par_iter().flat_map_iter(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "Two ferries collided in thick fog off Cape Sorrel on Friday night, and one of them sank within the hour.\n\nThe coast guard \
        took 61 people off the rocks below the lighthouse before dawn. A deckhand of nineteen is missing.\n\n\"We heard the horn, and then \
        the whole saloon tilted and the lights went out,\" said Ilse Harrow, a nurse from Brandwick who had been asleep on a \
        bench.\n\nBoth captains told the harbour office that their radar had shown an empty sea. The inspectorate has taken the \
        recorders from the ship that stayed afloat, and divers will look for the other when the wind drops.\n\nIt was the third \
        accident on the line since the company cut its crews in spring.";
    const OTHER: &str = "Fog was so dense over the strait on Friday that nobody on the bridge of the Marigold saw the other ship until it was \
        upon them, survivors said.\n\n\"We heard the horn, and then the whole saloon tilted and the lights went out,\" Ilse Harrow told \
        this paper. \"I thought of my children and of nothing else.\"\n\nShe is one of sixty-one who were brought ashore at \
        Brandwick in blankets and borrowed boots. For the youngest of the crew the search goes on.\n\nFerrymen have warned for months that \
        there are too few of them on watch. The company said that it would answer when the facts were known, and the minister wants a \
        report by the end of the week.";
    const NOTICE: &str = "Anyone who saw something is asked to call the harbour police on the number below. Callers need not give their names, and \
        a reward is paid for what helps to solve a case. The line is open day and night, on Sundays and on holidays as well.";

    fn linked(texts: &[&str]) -> Vec<(u32, u32, bool)> {
        let texts: Vec<Wording> = texts.iter().map(|t| Wording::of(t)).collect();
        Links::among(&texts).all.iter().map(|l| (l.of.0, l.of.1, l.mutual)).collect()
    }

    /// The paragraphs of the report with these numbers.
    fn part(numbers: &[usize]) -> String {
        let all: Vec<&str> = REPORT.split("\n\n").collect();
        numbers.iter().map(|i| all[*i]).collect::<Vec<_>>().join("\n\n")
    }

    #[test]
    fn copies_as_papers_change_them() {
        let split = REPORT.replace(", and one", ". One").replace(", and divers", ". Divers").replace(". A deckhand", " and a deckhand");
        for (change, copy, mutual) in [
            ("set anew", REPORT.replace('"', "”").replace("harbour", "harbor").replace("61", "sixty-one"), true),
            ("cut from the end", part(&[0, 1, 2]), false),
            ("cut in the middle", part(&[0, 3, 4]), true),
            ("reordered", part(&[0, 3, 4, 2, 1]), true),
            ("another first paragraph", format!("{}\n\n{}", &OTHER[..150], part(&[1, 2, 3, 4])), true),
            ("a paragraph of its own", format!("{REPORT}\n\n{NOTICE}"), true),
            ("joined and split", split, true),
            (
                "said so-and-so",
                REPORT.replace("said Ilse Harrow", "Ilse Harrow said").replace("told the harbour office", "have said"),
                true,
            ),
        ] {
            assert_eq!(linked(&[REPORT, &copy]), [(0, 1, mutual)], "{change}");
        }
    }

    #[test]
    fn reports_that_share_something() {
        assert_eq!(linked(&[REPORT, OTHER]), [], "a quotation");
        let with = |text: &str| format!("{text}\n\n{NOTICE}");
        assert_eq!(linked(&[&with(REPORT), &with(OTHER)]), [], "a quotation and a notice");
        let quoting = |text: &str| format!("{text}\n\n\"{}\" the company said.", NOTICE.repeat(3));
        assert_eq!(linked(&[&quoting(REPORT), &quoting(OTHER)]), [], "long quotations");
        assert_eq!(linked(&["", "Fog.", "Fog."]), [], "next to nothing");
    }

    #[test]
    fn stock_is_no_sign_of_a_copy() {
        let with = |text: &str| format!("{text}\n\n{NOTICE}");
        let one = with("Thieves took the bell of the chapel at Brandwick, which had hung there since the year of the great flood.");
        let two = with("A tram left the rails in Cooper Street this morning and came to rest against the window of a baker's shop.");
        // Two briefs over one text may be one release; where reports that are unlike hold it as well, it is a notice.
        assert_eq!(linked(&[&one, &two]), [(0, 1, true)]);
        assert_eq!(linked(&[&one, &two, &with(REPORT), &with(OTHER)]), []);
    }
}
