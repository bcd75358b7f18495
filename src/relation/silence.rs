//! Pairs of one data item of which nothing is said, and why: the second half of the rule table.
//!
//! The rows are tried after [`RULES`](super::RULES), in their order. What [`decide`](super::decide) finds between two claims of one
//! article, or against an article that tells both values, is no disagreement of sources; and of free words, or of a denial of
//! another value, nothing follows. [`silence`] names the row, so that an explanation never has to guess.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Decided, Ground, Kind, Pair};
use crate::claim::Family;
use crate::ontology::Cardinality;
use crate::value::{Reason, Value};

/// A reason to say nothing of two claims of one data item.
#[derive(Debug)]
pub struct Silence {
    /// `CG08` and two digits. A code is never given to another reason.
    pub code: &'static str,
    /// What it says, in a line.
    pub title: &'static str,
    /// When it applies and why, in a paragraph.
    pub page: &'static str,
    applies: fn(&Pair<'_>, Option<&Decided>, &Standing) -> bool,
}

impl PartialEq for Silence {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Silence {}

/// How two claims stand among all claims of their data item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether the article of one of them tells what the other says as well; see [`Tellers`].
    pub told_by_both: bool,
    /// Whether the item has more claims than are compared pair by pair, and these two are not among those that are.
    pub unsampled: bool,
}

/// The reasons, in the order they are tried.
pub static SILENT: &[Silence] = &[
    Silence {
        code: "CG0801",
        title: "beyond the first of its value",
        page: "The data item has many claims. The first sixty-four, by publication, are compared with each other; every later one with \
               the first claim of each value, of sixty-four values. These two are not among those pairs.",
        applies: |_, _, standing| standing.unsampled,
    },
    Silence {
        code: "CG0802",
        title: "told in one breath",
        page: "Both stand in one article, and the words that they rest on overlap: whoever wrote them sees no contradiction.",
        applies: |pair, found, _| in_one_article(pair) && is_against(found) && overlap(pair),
    },
    Silence {
        code: "CG0803",
        title: "hours of one report",
        page: "One report of harm tells several hours: of the call, of the shots, of a death. They do not speak against each other.",
        applies: |pair, found, _| in_one_article(pair) && is_against(found) && is_hour_of_harm(pair),
    },
    Silence {
        code: "CG0804",
        title: "stages of a count in one article",
        page: "One article tells two figures of a total that runs: an earlier and a later one, or a part and the whole.",
        applies: |pair, found, _| in_one_article(pair) && is_against(found) && pair.habit.runs().is_some(),
    },
    Silence {
        code: "CG0805",
        title: "one article, and nothing in it conflicts",
        page: "Both stand in one article. Within one article only what speaks against itself is shown: that it agrees with itself \
               supports nothing.",
        applies: |pair, found, _| in_one_article(pair) && !is_against(found),
    },
    Silence {
        code: "CG0806",
        title: "an article tells both values",
        page: "The article of one of the two tells what the other says as well: of two tolls it counts a part in the one, of two hours \
               one is that of the call. It speaks against nobody who gives one of them. So does an article that tells several hours which \
               exclude each other: of which happening each is, it leaves open.",
        applies: |_, found, standing| standing.told_by_both && found.is_some_and(withholds),
    },
    Silence {
        code: "CG0807",
        title: "free words",
        page: "The attribute holds words of any kind: what somebody said, how somebody calls a thing. Two such texts in other words \
               neither agree nor conflict.",
        applies: |pair, found, _| found.is_none() && is_free(pair),
    },
    Silence {
        code: "CG0808",
        title: "a denial of another value",
        page: "One of the two says that a value is not so, and the other speaks of another value. A denial says nothing of values that it \
               does not name.",
        applies: |_, found, _| found.is_none(),
    },
];

/// Why nothing is said of two claims of one data item, if nothing is; `found` is what [`decide`](super::decide) gives.
///
/// A person's decision is always shown. Time O(reasons).
pub fn silence(pair: &Pair<'_>, found: Option<&Decided>, standing: &Standing) -> Option<&'static Silence> {
    if found.is_some_and(|d| matches!(d.ground, Ground::Person(_))) {
        return None;
    }
    SILENT.iter().find(|reason| (reason.applies)(pair, found, standing))
}

/// Whether what is found is not said where an article [tells both values](Tellers).
pub fn withholds(found: &Decided) -> bool {
    found.kind == Kind::Conflicts && !matches!(found.ground, Ground::Person(_))
}

/// The reason of that code. O(reasons).
pub fn silence_of(code: &str) -> Option<&'static Silence> {
    SILENT.iter().find(|s| s.code == code)
}

fn in_one_article(pair: &Pair<'_>) -> bool {
    pair.a.claim.article == pair.b.claim.article
}

fn is_against(found: Option<&Decided>) -> bool {
    found.is_some_and(|d| matches!(d.kind, Kind::Conflicts | Kind::Tension))
}

fn overlap(pair: &Pair<'_>) -> bool {
    let quotes = pair.a.claim.quote.as_ref().zip(pair.b.claim.quote.as_ref());
    quotes.is_some_and(|(a, b)| a.start < b.end && b.start < a.end)
}

/// Of a claim that is open the word that tells the event says nothing of its family: then the other one does.
fn is_hour_of_harm(pair: &Pair<'_>) -> bool {
    pair.is_of("time") && [pair.a, pair.b].iter().any(|side| side.claim.event.action.family() == Family::Harm)
}

fn is_free(pair: &Pair<'_>) -> bool {
    let texts = matches!((&pair.a.claim.value.value, &pair.b.claim.value.value), (Value::Text(_), Value::Text(_)));
    let words = texts || matches!(pair.values.reason, Reason::OtherWords | Reason::OtherKind);
    words && pair.habit.declared_cardinality() == Some(Cardinality::Free)
}

/// Which articles tell which positions of a data item whose figures and hours go through reports in several senses: an article
/// that gives both of two tolls counts a part in the one, and one that gives both of two hours tells of the call in the other. It speaks
/// against nobody who gives one of them.
#[derive(Debug, Default)]
pub struct Tellers {
    position: FxHashMap<u32, usize>,
    told: FxHashSet<(u32, usize)>,
    /// Articles that tell several hours that exclude each other: of which happening each is, they leave open.
    torn: FxHashSet<u32>,
}

impl Tellers {
    /// Of the positions of a data item: claim and article of each that stands there. `pair` is any two claims of the item, one of
    /// which names the event if any does. O(claims).
    pub fn of<'p>(pair: &Pair<'_>, positions: impl ExactSizeIterator<Item = &'p [(u32, u32)]>) -> Self {
        let hours = is_hour_of_harm(pair);
        if positions.len() < 2 || !(hours || pair.habit.runs().is_some()) {
            return Self::default();
        }
        let mut tellers = Self::default();
        for (i, &(claim, article)) in positions.enumerate().flat_map(|(i, p)| p.iter().map(move |c| (i, c))) {
            tellers.position.insert(claim, i);
            tellers.told.insert((article, i));
        }
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        if hours {
            tellers.told.iter().for_each(|(article, _)| *counts.entry(*article).or_default() += 1);
        }
        tellers.torn = counts.into_iter().filter(|c| c.1 > 1).map(|c| c.0).collect();
        tellers
    }

    /// Whether the article of one of two claims, each with its article, tells what the other says as well.
    pub fn both(&self, (a, of_a): (u32, u32), (b, of_b): (u32, u32)) -> bool {
        let Some((i, j)) = self.position.get(&a).zip(self.position.get(&b)) else { return false };
        if self.torn.contains(&of_a) || self.torn.contains(&of_b) {
            return true;
        }
        i != j && (self.told.contains(&(of_a, *j)) || self.told.contains(&(of_b, *i)))
    }
}
