//! Open claims across articles: which of them are of one data item.
//!
//! An [open event](crate::claim::Event::open) is named by nothing but the word that tells it, so neither its name nor its
//! participants say which two are one. Here that follows from the words around the values: articles of one story, and in
//! two such articles the claims whose governor, counted noun, people and other words agree, each being the
//! other's best. That values agree is evidence itself, the rarer the more; where they do not, much more of the rest is asked for.
//!
//! A claim whose event is known by its name and participants may be one of the two: the open one is then of that event and data item.
//!
//! Whether two claims are linked depends on their two articles alone; of links that would bring together two claims of one article, or two
//! that exclude each other, the stronger ones are followed.

mod levels;
#[cfg(feature = "english")]
mod nearby;
mod scopes;
mod story;
mod telling;
mod trees;

use std::cell::RefCell;
use std::cmp::Reverse;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::Claim;
use crate::value::{Outcome, Value, compare};
use levels::{
    Articles, Beside, Levels, are_of_one_whole, are_of_others, are_times_apart, is_anchored, is_of_many, is_of_one_person, is_one_part,
    levels, look_around,
};
pub(crate) use levels::{FEATURES, Question};
#[cfg(feature = "english")]
pub(crate) use nearby::{Excerpt, of_one_story as excerpts_of_one_story};
use story::{FIGURE, Story, TELLING, articles, of_one_story, stories};
pub(crate) use story::{Mentioned, SHARED, nearness, one_story};
use telling::{RARE, Telling, Words, rarity};
pub(crate) use telling::{Role, Source};
use trees::{can_reach, weigh};

/// So many tenths of a bit must speak for one item, by [`Question`]: that something happened, that two amounts agree, that two times do, that
/// two amounts exclude each other.
const LEAST: [i32; 5] = [16, -6, -8, 9, 9];
/// And so many more the less shows that the articles tell one story, by the level of "story": in a paper's crime reports many tell of the same
/// things in the same words.
const FAR: [i32; 8] = [16, 14, 12, 9, 6, 3, 1, 0];
/// And so many more where two values exclude each other and nothing of what is counted or done is one.
const UNANCHORED: i32 = 8;
/// And so many more where they are lengths of time, or ages of nobody who is known to be one: every story tells many.
const MANY: i32 = 8;
/// And so many more where the one is of another than one told before, and the value comes often by chance: "6,000 other parents".
const ANOTHER: i32 = 10;
/// And so many more where only one of them is told with a time long before its article, and the value comes often by chance: "a 2029 attack"
/// beside the one that the story is about.
const PAST: i32 = 20;
/// That the one says what the other denies needs so much.
const DENIED: i32 = 45;
/// Added to weights, that none is below nothing.
const ABOVE: i32 = 1_000;
/// Values that are one come before those that exclude each other.
const FIRST: i32 = 10_000;

/// Two claims of one data item, and by how much.
type Link = (u32, u32, u32);

/// By how much two claims are of one data item, if they are.
fn link(a: &Telling<'_>, b: &Telling<'_>, words: &Words, articles: Articles, beside: Beside) -> Option<u32> {
    // Of what is known of an event a plan is no part that tells what came of it.
    if a.known && b.known || a.known != b.known && a.open != b.open {
        return None;
    }
    if let (Value::Quotation(_), Value::Quotation(_)) = (a.value, b.value) {
        let told = quoted(&a.said, &b.said, words).filter(|_| a.open == b.open && (!are_times_apart(a, b) || is_cut(a, b)))?;
        return is_of_one_speaker(a, b, told).then_some(told);
    }
    let (question, mut levels) = levels(a, b, words, articles, beside)?;
    // What was planned is what happened, or is set against it, only where it was told before.
    let before = if a.open { articles.days.is_some_and(|d| d > 0) } else { articles.days.is_some_and(|d| d < 0) };
    let differ = matches!(question, Question::Differ | Question::Apart);
    if a.open != b.open && !before && (differ || question == Question::Happened) {
        return None;
    }
    // Of thirty people and the twelve women among them both can be right.
    if differ && !are_of_one_whole(&levels) {
        return None;
    }
    let rare = rarity(a.value).min(rarity(b.value));
    let (common, another) = (rare < TELLING, a.another != b.another);
    // "Two other trawlers" are not the two trawlers.
    if another && (differ || rare < FIGURE) {
        return None;
    }
    let anchored = is_anchored(&levels);
    if question == Question::Apart && !anchored {
        return None;
    }
    let many = is_of_many(a.value) && !is_of_one_person(&levels);
    let costs =
        [(differ && !anchored, UNANCHORED), (differ && many, MANY), (a.past != b.past && common, PAST), (another && common, ANOTHER)];
    let least = LEAST[question as usize] + FAR[usize::from(articles.story)] + costs.iter().filter(|c| c.0).map(|c| c.1).sum::<i32>();
    // What decides most pairs costs least.
    if !can_reach(question, &levels, least) {
        return None;
    }
    look_around(&mut levels, a, b, words);
    let bits = weigh(question, &levels);
    let denied = a.negative != b.negative;
    let told = match question {
        // That the one says what the other denies is a conflict, of somebody who takes the same part in both.
        Question::Happened => !denied || a.asserted && b.asserted && bits >= DENIED && is_one_part(&levels),
        Question::Agree | Question::Dated => !denied && !are_of_others(a, b, &levels, beside.outcome),
        // "Today" and "today" of two days: the same words set nothing against each other.
        // What is only supposed is set against nothing.
        Question::Differ | Question::Apart => !denied && !a.supposed && !b.supposed && !a.raw.eq_ignore_ascii_case(b.raw),
    };
    let first = if matches!(question, Question::Agree | Question::Dated) { FIRST } else { 0 };
    (told && bits >= least).then(|| u32::try_from((bits + first + ABOVE).max(1)).unwrap_or(1))
}

/// A pair of open claims as it is shown to whoever learns the weights: the places of the claims among all, the question and the levels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    pub(crate) pair: (u32, u32),
    pub(crate) question: Question,
    pub(crate) levels: Levels,
}

/// All pairs of claims that [`open_items`] weighs. Training reads them.
pub(crate) fn shown(sources: &[Source<'_>], mentioned: &Mentioned<'_>) -> Vec<Shown> {
    let mut words = Words::default();
    let stories = stories(sources, mentioned, &mut words);
    let all = |&(i, j): &(usize, usize)| {
        let (a, b) = (&stories[i], &stories[j]);
        let articles = articles(a, b, &words);
        let mut out = Vec::new();
        let field = Field::of(a, b);
        let both = |x| b.tellings.iter().enumerate().map(move |y| (x, y));
        for (x, y) in a.tellings.iter().enumerate().flat_map(both) {
            let Some(beside) = field.beside(x, y) else { continue };
            let (x, y) = (x.1, y.1);
            if let Some((question, mut levels)) = levels(x, y, &words, articles, beside).filter(|_| !(x.known && y.known)) {
                look_around(&mut levels, x, y, &words);
                out.push(Shown { pair: (sources[x.rank as usize].index, sources[y.rank as usize].index), question, levels });
            }
        }
        out
    };
    of_one_story(&stories, &words).0.iter().flat_map(all).collect()
}

/// Quotations of which the shorter has so many words, and of those so many parts in a hundred, in common with the other are one.
const QUOTED: usize = 3;
const CUT: usize = 60;

/// Whether what somebody said in the one stands whole in what they said in the other: then two days are two that it was reported on.
fn is_cut(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let (short, long) = if a.said.len() <= b.said.len() { (&a.said, &b.said) } else { (&b.said, &a.said) };
    let whole = !short.is_empty() && long.windows(short.len()).any(|w| w == &short[..]);
    whole && a.people.iter().any(|p| b.people.contains(p))
}

/// Whether two quotations that share their words may be one speaker's: of two who are named each said their own, and where nobody is, the
/// words must tell more.
fn is_of_one_speaker(a: &Telling<'_>, b: &Telling<'_>, told: u32) -> bool {
    match (a.people.is_empty(), b.people.is_empty()) {
        (false, false) => a.people.iter().any(|p| b.people.iter().any(|q| p.0 == q.0)) || told >= 6 * RARE,
        _ => told >= 2 * RARE,
    }
}

/// Words of one speech come in one order: two sentences about one thing share its words in any.
fn quoted(a: &[u32], b: &[u32], words: &Words) -> Option<u32> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // The longest list of words that both have in that order: how many, and what they weigh, up to each word of the longer.
    let mut row: Vec<(usize, u32)> = vec![(0, 0); long.len() + 1];
    for word in short {
        let mut before = row[0];
        for (at, other) in long.iter().enumerate() {
            let here = row[at + 1];
            let with = if word == other { (before.0 + 1, before.1 + words.of(*word)) } else { (0, 0) };
            row[at + 1] = here.max(row[at]).max(with);
            before = here;
        }
    }
    let (both, told) = row[long.len()];
    let enough = both * 100 >= CUT * short.len() && (both >= QUOTED || both == short.len());
    (enough && told >= RARE).then_some(told + 10 * u32::try_from(both).unwrap_or(0))
}

/// Lists of claims that are of one data item, each in the order of the sources, by their first; and the articles whose story more articles
/// tell than they are held against.
///
/// `sources` in the order of their articles and their texts. O(n) in the claims, and for each two articles that share words of names their number; for
/// each article and at most [`story::NEAREST`] others of its story the product of their claims.
pub(crate) fn open_items(sources: &[Source<'_>], mentioned: &Mentioned<'_>, different: &[(u32, u32)]) -> (Vec<Vec<u32>>, Vec<u32>) {
    let mut words = Words::default();
    let stories = stories(sources, mentioned, &mut words);
    let (pairs, cut) = of_one_story(&stories, &words);
    let mut links: Vec<Link> = pairs.par_iter().flat_map_iter(|&(a, b)| best(&stories[a], &stories[b], &words)).collect();
    links.par_sort_unstable_by_key(|&(w, a, b)| (Reverse(w), a, b));
    let rank: FxHashMap<u32, u32> = sources.iter().zip(0..).map(|(s, rank)| (s.index, rank)).collect();
    let different: Vec<(u32, u32)> = different.iter().filter_map(|(p, q)| Some((*rank.get(p)?, *rank.get(q)?))).collect();
    let lists = grouped(&links, sources, &different);
    let lists = lists.into_iter().map(|list| list.into_iter().map(|rank| sources[rank as usize].index).collect()).collect();
    (lists, cut.into_iter().map(|i| stories[i].article).collect())
}

/// How the values of two articles stand to each other, and of each claim the different values of the other article that come near its own.
struct Field {
    outcomes: Vec<Option<Outcome>>,
    /// The numbers of those values, and whether they agree; of the claims of the one article, and of those of the other.
    near: [Vec<Vec<(u32, bool)>>; 2],
}

impl Field {
    fn of(a: &Story<'_>, b: &Story<'_>) -> Self {
        let (ours, theirs) = (&a.tellings, &b.tellings);
        let mut near = [vec![Vec::new(); ours.len()], vec![Vec::new(); theirs.len()]];
        let mut outcomes = Vec::with_capacity(ours.len() * theirs.len());
        let add = |list: &mut Vec<(u32, bool)>, key: u32, agree: bool| {
            if list.iter().all(|other| other.0 != key) {
                list.push((key, agree));
            }
        };
        for (i, x) in ours.iter().enumerate() {
            for (j, y) in theirs.iter().enumerate() {
                let outcome = levels::outcome(x.value, y.value);
                outcomes.push(outcome);
                if let Some(outcome) = outcome.filter(|o| levels::are_near(x.value, y.value, *o)) {
                    let agree = outcome.agrees();
                    add(&mut near[0][i], y.key, agree);
                    add(&mut near[1][j], x.key, agree);
                }
            }
        }
        Self { outcomes, near }
    }

    /// What else the two articles tell beside a claim of each, if the two can be weighed.
    fn beside(&self, (i, x): (usize, &Telling<'_>), (j, y): (usize, &Telling<'_>)) -> Option<Beside> {
        let outcome = self.outcomes[i * self.near[1].len() + j]?;
        let sides = [(&self.near[0][i], y.key), (&self.near[1][j], x.key)];
        let others = sides.iter().map(|(list, own)| list.iter().filter(|o| o.0 != *own).count()).sum::<usize>();
        let elsewhere = sides.iter().filter(|(list, own)| list.iter().any(|o| o.0 != *own && o.1)).count();
        Some(Beside { outcome, others: u32::try_from(others).unwrap_or(u32::MAX), elsewhere: u8::try_from(elsewhere).unwrap_or(2) })
    }
}

/// The links of two articles' claims of which each is the other's best.
fn best(a: &Story<'_>, b: &Story<'_>, words: &Words) -> Vec<Link> {
    let articles = articles(a, b, words);
    let field = Field::of(a, b);
    let mut found: Vec<(u32, usize, usize)> = Vec::new();
    for (i, x) in a.tellings.iter().enumerate() {
        let near = |(j, y)| Some((link(x, y, words, articles, field.beside((i, x), (j, y))?)?, i, j));
        found.extend(b.tellings.iter().enumerate().filter_map(near));
    }
    let (mut ours, mut theirs) = (vec![0; a.tellings.len()], vec![0; b.tellings.len()]);
    for &(weight, i, j) in &found {
        ours[i] = weight.max(ours[i]);
        theirs[j] = weight.max(theirs[j]);
    }
    let mutual = found.into_iter().filter(|&(w, i, j)| w == ours[i] && w == theirs[j]);
    mutual.map(|(w, i, j)| (w, a.tellings[i].rank.min(b.tellings[j].rank), a.tellings[i].rank.max(b.tellings[j].rank))).collect()
}

/// How two claims stand that would come into one list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// Their values exclude each other, and they are linked.
    Linked,
    /// Their values exclude each other, and they are not.
    Excluded,
    /// Of one article, of two known data items, or against what one tells.
    Never,
    Free,
}

/// Brings linked claims together, the surest first. No list has two claims of one article, nor two of which it is known that they are of two
/// data items; and of two lists whose claims exclude each other one pair in three must be linked itself.
fn grouped(links: &[Link], sources: &[Source<'_>], different: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let linked: FxHashSet<(u32, u32)> = links.iter().map(|l| (l.1, l.2)).collect();
    let mut items: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (source, rank) in sources.iter().zip(0..) {
        source.known.iter().for_each(|item| items.entry(*item).or_default().push(rank));
    }
    let is_linked = |p: u32, q: u32| linked.contains(&(p.min(q), p.max(q)));
    let excluded = |p: u32, q: u32| {
        let (x, y) = (sources[p as usize].claim, sources[q as usize].claim);
        // Two times that only rub against each other are two of a story's many: "shot on Friday afternoon", "found on Friday night".
        let time = matches!(x.value.value, Value::Time(_));
        let outcome = compare(&x.value.value, &y.value.value).outcome;
        outcome == Outcome::Contradicts || time && outcome == Outcome::Tension || x.polarity != y.polarity
    };
    // How an open claim stands to all that a known data item tells: that must bear it, and so must what its own article tells of it.
    let met: RefCell<FxHashMap<(u32, u32), Stand>> = RefCell::default();
    let meets = |item: u32, open: u32| {
        *met.borrow_mut().entry((item, open)).or_insert_with(|| {
            let against = || items[&item].iter().copied().filter(|k| excluded(*k, open));
            let own = against().any(|k| sources[k as usize].article == sources[open as usize].article);
            let (linked, not): (Vec<u32>, Vec<u32>) = against().partition(|k| is_linked(*k, open));
            match (linked.len(), not.len()) {
                _ if own => Stand::Never,
                (0, 0) => Stand::Free,
                (linked, not) if not <= 2 * linked => Stand::Linked,
                _ => Stand::Never,
            }
        })
    };
    let stands = |p: u32, q: u32| {
        let (x, y) = (&sources[p as usize], &sources[q as usize]);
        match (x.known, y.known) {
            (Some(_), Some(_)) => Stand::Never,
            (Some(item), None) => meets(item, q),
            (None, Some(item)) => meets(item, p),
            _ if x.article == y.article => Stand::Never,
            _ if !excluded(p, q) => Stand::Free,
            _ if is_linked(p, q) => Stand::Linked,
            // Of two times each must be linked itself: every story has many, and a chain of them ends at another's.
            _ if matches!(x.claim.value.value, Value::Time(_)) => Stand::Never,
            _ => Stand::Excluded,
        }
    };
    let clash = |xs: &[u32], ys: &[u32]| {
        let all = || xs.iter().flat_map(|p| ys.iter().map(|q| stands(*p, *q)));
        let count = |which: Stand| all().filter(|s| *s == which).count();
        all().any(|s| s == Stand::Never) || count(Stand::Excluded) > 2 * count(Stand::Linked)
    };
    // A known data item is one, whichever of its claims is linked.
    let whole = |c: u32| sources[c as usize].known.map_or(c, |item| items[&item][0]);
    let mut of: FxHashMap<u32, usize> = FxHashMap::default();
    let mut lists: Vec<Vec<u32>> = Vec::new();
    for (a, b) in links.iter().map(|l| (whole(l.1), whole(l.2))) {
        let own = |of: &mut FxHashMap<u32, usize>, lists: &mut Vec<Vec<u32>>, c: u32| {
            *of.entry(c).or_insert_with(|| {
                lists.push(vec![c]);
                lists.len() - 1
            })
        };
        let (x, y) = (own(&mut of, &mut lists, a), own(&mut of, &mut lists, b));
        if x == y || clash(&lists[x], &lists[y]) {
            continue;
        }
        let parted = different.iter().any(|(p, q)| {
            let joins = |p: &u32, q: &u32| lists[x].contains(&whole(*p)) && lists[y].contains(&whole(*q));
            joins(p, q) || joins(q, p)
        });
        if parted {
            continue;
        }
        let moved = std::mem::take(&mut lists[y]);
        moved.iter().for_each(|c| {
            of.insert(*c, x);
        });
        lists[x].extend(moved);
    }
    let mut lists: Vec<Vec<u32>> = lists.into_iter().filter(|l| l.len() > 1).collect();
    lists.iter_mut().for_each(|l| l.sort_unstable());
    lists.sort_unstable();
    lists
}

/// The words that two open claims share beside their values, the weightiest first.
pub(crate) fn shared_words(a: &Claim, b: &Claim) -> Vec<String> {
    let mut words = Words::default();
    let source = |claim| Source { index: 0, claim, article: 0, day: None, people: Vec::new(), known: None };
    let (x, y) = (Telling::of(&source(a), 0, &mut words, &mut Vec::new()), Telling::of(&source(b), 0, &mut words, &mut Vec::new()));
    let mut both: Vec<u32> = x.words.iter().copied().filter(|w| y.words.contains(w) && words.of(*w) > 0).collect();
    both.sort_by_key(|w| (Reverse(words.of(*w)), words.stems[*w as usize].clone()));
    both.into_iter().map(|w| words.stems[w as usize].to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Attribute, Event};
    use crate::corpus::Quote;
    use crate::text::CharIndex;
    use crate::value::{Normalized, Number, Quantity};

    /// A claim of an open event: its article, governor, attribute, value and clause.
    fn told(article: &str, governor: &str, attribute: &str, value: Value, raw: &str, clause: &str) -> Claim {
        let mut event = Event::new(governor);
        event.open = Some(0);
        let mut claim = Claim::new(article, event, Attribute::new(attribute), Normalized::new(raw, value));
        claim.quote = Quote::at(clause, &CharIndex::new(clause), crate::text::Span::new(0, clause.len()));
        claim
    }

    fn count(n: i64) -> Value {
        Value::Quantity(Quantity::new(Number::from_int(n), ""))
    }

    /// That something happened, so that two articles share the names of a story.
    fn scene(article: &str) -> Claim {
        told(
            article,
            "arrive",
            "occurrence",
            Value::Boolean(true),
            "arrived",
            "the ferry Solvane arrived in Brattholm with Ingrid Dahlqvist",
        )
    }

    fn linked(claims: &[Claim]) -> Vec<Vec<u32>> {
        let mut articles: Vec<&str> = claims.iter().map(|c| c.article.as_str()).collect();
        articles.dedup();
        let place = |c: &Claim| articles.iter().position(|a| *a == c.article.as_str()).unwrap_or(0);
        let source = |(i, claim)| {
            let article = u32::try_from(place(claim)).unwrap_or(0);
            Source { index: u32::try_from(i).unwrap_or(0), claim, article, day: Some(0), people: Vec::new(), known: None }
        };
        let sources: Vec<Source<'_>> = claims.iter().enumerate().map(source).collect();
        open_items(&sources, &Mentioned::default(), &[]).0
    }

    #[test]
    fn a_rare_number_of_one_story_is_one_item() {
        let a = told("a", "cover", "claimant", count(6_417), "6,417", "the deal covers 6,417 claimants");
        let b = told("b", "sue", "family", count(6_417), "6,417", "some 6,417 families had sued");
        let all = [scene("a"), a.clone(), scene("b"), b.clone()];
        assert!(linked(&all).contains(&vec![1, 3]), "{:?}", linked(&all));
        // Nothing shows that the two articles tell one story.
        assert_eq!(linked(&[a, b]), Vec::<Vec<u32>>::new());
    }

    #[test]
    fn a_common_number_needs_its_words() {
        let a = told("a", "open", "shop", count(3), "three", "the chain opens three shops");
        let b = told("b", "close", "road", count(3), "three", "the county closes three roads");
        let c = told("b", "open", "shop", count(3), "three", "the chain will open three shops");
        assert!(!linked(&[scene("a"), a.clone(), scene("b"), b]).contains(&vec![1, 3]));
        assert!(linked(&[scene("a"), a, scene("b"), c]).contains(&vec![1, 3]));
    }

    #[test]
    fn a_rough_figure_of_other_things_is_another() {
        let dozen = |noun: &str, raw: &str, article: &str| {
            let mut quantity = Quantity::new(Number::from_int(12), "");
            quantity.modifier = (raw != "12").then_some(crate::value::Modifier::Approx);
            told(article, "hold", noun, Value::Quantity(quantity), raw, &format!("pirates of the ferry held {raw} {noun} near the harbour"))
        };
        let pair = |noun: &str| [scene("a"), dozen("ship", "about a dozen", "a"), scene("b"), dozen(noun, "12", "b")];
        assert!(linked(&pair("ship")).contains(&vec![1, 3]));
        assert!(!linked(&pair("magazine")).contains(&vec![1, 3]));
    }

    /// Words that somebody said, and who.
    fn quotation(article: &str, speaker: u32, words: &str) -> (Claim, u32) {
        (told(article, "say", "quotation", Value::Quotation(words.into()), words, words), speaker)
    }

    #[test]
    fn words_of_two_speakers_are_two() {
        let said = "the harbour must be dredged before any ferry comes back";
        let one = |words: &str, speaker: u32| {
            let all = [(scene("a"), 0), quotation("a", 7, said), (scene("b"), 0), quotation("b", speaker, words)];
            let mut sources: Vec<Source<'_>> = Vec::new();
            for ((claim, speaker), index) in all.iter().zip(0..) {
                let people = (*speaker > 0).then_some((*speaker, Role::Other)).into_iter().collect();
                let article = u32::from(claim.article.as_str() == "b");
                sources.push(Source { index, claim, article, day: Some(0), people, known: None });
            }
            open_items(&sources, &Mentioned::default(), &[]).0.contains(&vec![1, 3])
        };
        assert!(one("the harbour must be dredged first", 7) && !one("the harbour must be dredged first", 8));
        // The same words in another order are another sentence.
        assert!(!one("no ferry comes back, must it, before any harbour be dredged", 7));
    }

    #[test]
    fn another_of_a_kind_is_another() {
        let clause = "searched two trawlers";
        let other = "searched two other trawlers";
        let a = told("a", "search", "trawler", count(2), "two", clause);
        let b = told("b", "search", "trawler", count(2), "two", other);
        assert!(
            linked(&[scene("a"), a.clone(), scene("b"), told("b", "search", "trawler", count(2), "two", clause)]).contains(&vec![1, 3])
        );
        assert!(!linked(&[scene("a"), a, scene("b"), b]).contains(&vec![1, 3]));
    }

    #[test]
    fn values_that_exclude_each_other_need_more() {
        let near = |n: i64, raw: &str, article: &str, clause: &str| told(article, "evacuate", "lodge", count(n), raw, clause);
        let clause = "evacuated the lodges beneath the glacier";
        let pair = |n: i64, raw: &str| [scene("a"), near(12, "twelve", "a", clause), scene("b"), near(n, raw, "b", clause)];
        assert!(linked(&pair(12, "twelve")).contains(&vec![1, 3]));
        assert!(!linked(&pair(90, "ninety")).contains(&vec![1, 3]));
    }

    #[test]
    fn no_list_has_two_claims_of_an_article() {
        let told = |article: &str| told(article, "ship", "tonne", count(6_417), "6,417", "the mine shipped 6,417 tonnes");
        let all = [scene("a"), told("a"), told("a"), scene("b"), told("b")];
        let of = |c: &u32| all[*c as usize].article.clone();
        for list in linked(&all) {
            let mut articles: Vec<_> = list.iter().map(of).collect();
            articles.dedup();
            assert_eq!(articles.len(), list.len());
        }
    }
}
