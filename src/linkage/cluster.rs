//! From pairs to events: clusters under cannot-links.

use std::cmp::Reverse;
use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::facets::{Facets, Summary};
use super::levels::{Apart, Told, compare};
use super::signature::{Signature, window};
use crate::blocking::{Traits, candidates};
use crate::claim::Family;
use crate::measure::MatchWeight;
use crate::value::country_of;

/// Which event each signature belongs to. Numbers are those of the events' smallest signatures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clusters {
    /// For each signature, the smallest signature of its event.
    pub of: Vec<u32>,
    /// How many pairs were compared.
    pub compared: usize,
    /// Mentions that fit several events which exclude each other and joined none, each with one mention of such an event. Ascending.
    pub torn: Vec<(u32, u32)>,
}

/// By how much the best link of a mention must outweigh a link to a rival that cannot be the same event: two bits, four to
/// one.
const MARGIN: MatchWeight = MatchWeight::from_bits(2);
/// Of two clusters with so few pairs between them, each pair is compared.
const FEW: usize = 64;
/// Of a mention's rivals that say different things, so many of the best are held against each other.
const RIVALS: usize = 16;

type Link = (MatchWeight, u32, u32);

/// What people decided about signatures. It holds together ([`settle`](super::settle)).
#[derive(Clone, Copy, Debug, Default)]
pub struct People<'a> {
    /// Pairs that are one event.
    pub same: &'a [(u32, u32)],
    /// Pairs that are two.
    pub different: &'a [(u32, u32)],
    /// Lists of those that are one mention, but that people told some of them apart from something: they are one where they can be.
    pub twins: &'a [Vec<u32>],
}

/// Groups event mentions into events.
///
/// `signatures` are sorted and distinct; `articles` gives for each the articles that have it, ascending, and `stories` pairs of articles of one
/// story, ascending. Links are taken by descending weight, ties by
/// position; a link that would bring together two signatures that cannot be one event is refused, so that no cluster ever holds
/// such a pair, unless a person put them together. A mention that fits two events that exclude each other about equally well
/// joins neither.
///
/// What people put together is put together as wholes: that two are the same joins the clusters that there are without it, and
/// takes nothing out of them. That they are different holds between all that is one with the two; for it alone a cluster is parted.
///
/// O(c log c) in the candidate pairs, and for each two clusters that are brought together what they say of who, whither and when: the
/// product of the numbers of different goals, of different days, and of lists of people of which not all share two. Other differences
/// cost nothing (`facets`).
pub fn events(signatures: &[Signature], articles: &[&[u32]], stories: &[(u32, u32)], people: People<'_>) -> Clusters {
    clusters(signatures, (articles, stories), people, FEW)
}

fn clusters(signatures: &[Signature], (articles, stories): (&[&[u32]], &[(u32, u32)]), people: People<'_>, few: usize) -> Clusters {
    let mut pairs = pairs(signatures);
    let told = of_stories(signatures, articles, stories);
    if !told.is_empty() {
        pairs.extend(told);
        pairs.par_sort_unstable();
        pairs.dedup();
    }
    let mut links: Vec<Link> = pairs.par_iter().filter_map(|&(a, b)| link(signatures, articles, stories, a, b)).collect();
    links.par_sort_unstable_by_key(|&(w, a, b)| (Reverse(w), a, b));
    let (links, torn) = unambiguous(signatures, links);
    let mut joint = Joint::of(signatures.len(), people);
    let mut said = Said::of(signatures, articles, few);
    for (_, a, b) in links {
        if joint.may_join(a, b) && said.fit(&mut joint.alike, a, b) {
            said.join(&mut joint.alike, a, b);
            joint.join(a, b);
        }
    }
    Clusters { of: joint.told.unwrap_or(joint.alike).roots(), compared: pairs.len(), torn }
}

/// What the mentions of the larger clusters say.
struct Said<'a> {
    signatures: &'a [Signature],
    articles: &'a [&'a [u32]],
    few: usize,
    facets: Option<Facets<'a>>,
    /// By root.
    summaries: FxHashMap<u32, Summary>,
}

impl<'a> Said<'a> {
    fn of(signatures: &'a [Signature], articles: &'a [&'a [u32]], few: usize) -> Self {
        Self { signatures, articles, few, facets: None, summaries: FxHashMap::default() }
    }

    /// Whether each mention of the one cluster can be the same event as each of the other.
    fn fit(&mut self, sets: &mut Sets, a: u32, b: u32) -> bool {
        let (x, y) = (sets.root(a), sets.root(b));
        if sets.size(x).saturating_mul(sets.size(y)) <= self.few {
            let one = |i: u32, j: u32| {
                compare(&self.signatures[at(i)], &self.signatures[at(j)], told(self.articles[at(i)], self.articles[at(j)], &[])).is_ok()
            };
            return sets.members(a).all(|i| sets.members(b).all(|j| one(i, j)));
        }
        let facets = self.facets.get_or_insert_with(|| Facets::of(self.signatures, self.articles));
        for root in [x, y] {
            self.summaries.entry(root).or_insert_with(|| summary(facets, sets, root));
        }
        self.summaries.get(&x).zip(self.summaries.get(&y)).is_some_and(|(p, q)| p.fits(facets, q))
    }

    /// The two are about to be joined.
    fn join(&mut self, sets: &mut Sets, a: u32, b: u32) {
        let (x, y) = (sets.root(a), sets.root(b));
        let (Some(facets), p, q) = (&self.facets, self.summaries.remove(&x), self.summaries.remove(&y)) else { return };
        let both = match (p, q) {
            (None, None) => return,
            (Some(mut p), Some(q)) => {
                p.absorb(q);
                p
            }
            (Some(mut p), None) => {
                sets.members(y).for_each(|i| p.add(facets, i));
                p
            }
            (None, Some(mut q)) => {
                sets.members(x).for_each(|i| q.add(facets, i));
                q
            }
        };
        self.summaries.insert(x.min(y), both);
    }
}

fn summary(facets: &Facets<'_>, sets: &Sets, root: u32) -> Summary {
    let mut summary = Summary::default();
    sets.members(root).for_each(|i| summary.add(facets, i));
    summary
}

/// Clusters by the rules, and beside them, where people put things together, the same with that.
struct Joint {
    alike: Sets,
    told: Option<Sets>,
    apart: Apartness,
}

impl Joint {
    fn of(n: usize, people: People<'_>) -> Self {
        let mut alike = Sets::new(n);
        let mut told = (!people.same.is_empty()).then(|| Sets::new(n));
        if let Some(told) = &mut told {
            people.same.iter().for_each(|&(a, b)| told.join(a, b));
        }
        let apart = Apartness::of(people.different, told.as_mut().unwrap_or(&mut alike));
        let mut joint = Self { alike, told, apart };
        for twins in people.twins {
            // One of each part that the twins fall into.
            let mut parts: Vec<u32> = Vec::new();
            for &a in twins {
                match parts.iter().find(|&&b| joint.may_join(a, b)) {
                    Some(&b) => joint.join(a, b),
                    None => parts.push(a),
                }
            }
        }
        joint
    }

    /// Whether the two are not one yet, and people do not keep them apart.
    fn may_join(&mut self, a: u32, b: u32) -> bool {
        self.alike.root(a) != self.alike.root(b) && !self.apart.parts(self.told.as_mut().unwrap_or(&mut self.alike), a, b)
    }

    fn join(&mut self, a: u32, b: u32) {
        self.apart.join(self.told.as_mut().unwrap_or(&mut self.alike), a, b);
        self.alike.join(a, b);
        self.told.iter_mut().for_each(|told| told.join(a, b));
    }
}

fn at(i: u32) -> usize {
    i as usize
}

fn pairs(signatures: &[Signature]) -> Vec<(u32, u32)> {
    let mut places: Vec<u64> = Vec::with_capacity(signatures.len());
    let mut ends = Vec::with_capacity(signatures.len());
    for s in signatures {
        places.extend(s.place.iter().map(number));
        places.extend(s.place.iter().filter_map(|p| country_of(p)).map(u64::from));
        // A disaster that no place is told of is found by its magnitude.
        places.extend(s.measure.iter().map(|m| number(("measure", m))));
        places.extend((s.family == Family::Breakdown).then(|| number(("network", &s.action))));
        ends.push(places.len());
    }
    let of = |i: usize| &places[i.checked_sub(1).map_or(0, |before| ends[before])..ends[i]];
    let traits: Vec<Traits<'_>> = signatures.par_iter().enumerate().map(|(i, s)| traits(s, of(i))).collect();
    candidates(&traits)
}

/// Pairs of harm and of failures that two articles of one story tell.
fn of_stories(signatures: &[Signature], articles: &[&[u32]], stories: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut by_article: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    if !stories.is_empty() {
        let failed = |s: &Signature| matches!(s.family, Family::Harm | Family::Breakdown);
        for (i, list) in (0..).zip(articles).filter(|(i, _)| failed(&signatures[at(*i)])) {
            list.iter().for_each(|a| by_article.entry(*a).or_default().push(i));
        }
    }
    let mut out = Vec::new();
    for (x, y) in stories {
        let (Some(ours), Some(theirs)) = (by_article.get(x), by_article.get(y)) else { continue };
        let one = |i: u32, j: u32| i != j && signatures[at(i)].family == signatures[at(j)].family;
        out.extend(ours.iter().flat_map(|&i| theirs.iter().filter(move |&&j| one(i, j)).map(move |&j| (i.min(j), i.max(j)))));
    }
    out
}

fn number(parts: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    parts.hash(&mut hasher);
    hasher.finish()
}

fn traits<'a>(s: &'a Signature, places: &'a [u64]) -> Traits<'a> {
    let kind = match s.family {
        Family::Other | Family::Deal => number((s.family, &s.action)),
        family => number(family),
    };
    let day = |seconds: i64| i32::try_from(seconds.div_euclid(86_400)).unwrap_or(if seconds < 0 { i32::MIN / 4 } else { i32::MAX / 4 });
    let placed = matches!(s.family, Family::Harm | Family::Breakdown) || s.people.is_empty();
    Traits { kind, people: &s.people, places, placed, span: window(s).map(|w| (day(w.start), day(w.end - 1))) }
}

fn link(signatures: &[Signature], articles: &[&[u32]], stories: &[(u32, u32)], a: u32, b: u32) -> Option<Link> {
    let told = told(articles[at(a)], articles[at(b)], stories);
    let likeness = compare(&signatures[at(a)], &signatures[at(b)], told).ok()?;
    likeness.links().then(|| (likeness.weight(), a, b))
}

/// How two ascending lists of articles stand, `stories` being pairs of articles of one story, ascending.
pub(super) fn told(a: &[u32], b: &[u32], stories: &[(u32, u32)]) -> Told {
    if meet(a, b) {
        return Told::OneArticle;
    }
    let one = |x: u32, y: u32| stories.binary_search(&(x.min(y), x.max(y))).is_ok();
    let story = !stories.is_empty() && a.iter().any(|x| b.iter().any(|y| one(*x, *y)));
    if story { Told::OneStory } else { Told::Apart }
}

/// Whether two ascending lists share an element.
fn meet(a: &[u32], b: &[u32]) -> bool {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter().any(|i| many.binary_search(i).is_ok())
}

/// The links without those of mentions that fit two events alike; and those mentions, with a mention of each event that they fit.
fn unambiguous(signatures: &[Signature], links: Vec<Link>) -> (Vec<Link>, Vec<(u32, u32)>) {
    // Each mention's links, the best first, as all of them are ordered.
    let mut ends: Vec<(u32, u32)> = links.iter().zip(0..).flat_map(|(&(_, a, b), i)| [(a, i), (b, i)]).collect();
    ends.par_sort_unstable();
    let torn = |ends: &&[(u32, u32)]| -> Option<(u32, Vec<u32>)> {
        let own = ends[0].0;
        let best = links[at(ends[0].1)].0;
        let close = ends.iter().map(|e| links[at(e.1)]).take_while(|l| l.0 + MARGIN > best);
        let rivals = kinds(signatures, close.map(|(_, a, b)| if a == own { b } else { a }));
        let fits = |&p: &u32, &q: &u32| torn_between(&signatures[at(own)], &signatures[at(p)], &signatures[at(q)]);
        let is_torn = rivals.iter().enumerate().any(|(i, p)| rivals[i + 1..].iter().any(|q| fits(p, q)));
        is_torn.then_some((own, rivals))
    };
    let found: Vec<(u32, Vec<u32>)> = ends.par_chunk_by(|x, y| x.0 == y.0).filter(|e| e.len() > 1).filter_map(|e| torn(&e)).collect();
    let mut is_torn = vec![false; signatures.len()];
    found.iter().for_each(|(i, _)| is_torn[at(*i)] = true);
    let links = links.into_iter().filter(|&(_, a, b)| !is_torn[at(a)] && !is_torn[at(b)]).collect();
    let mut torn: Vec<(u32, u32)> = found.into_iter().flat_map(|(own, rivals)| rivals.into_iter().map(move |r| (own, r))).collect();
    torn.sort_unstable();
    (links, torn)
}

/// Two events that exclude each other and that a mention fits about equally well, with what excludes them. `link` gives the weight of
/// its link to another mention, if there is one.
pub(super) fn torn(signatures: &[Signature], own: u32, link: impl Fn(u32) -> Option<MatchWeight>) -> Option<(u32, u32, Apart)> {
    let others = (0..u32::try_from(signatures.len()).unwrap_or(u32::MAX)).filter(|&i| i != own);
    let mut ends: Vec<(MatchWeight, u32)> = others.filter_map(|i| Some((link(i)?, i))).collect();
    ends.sort_unstable_by_key(|&(w, i)| (Reverse(w), own.min(i), own.max(i)));
    let best = ends.first()?.0;
    let rivals = kinds(signatures, ends.into_iter().take_while(|l| l.0 + MARGIN > best).map(|l| l.1));
    let pairs = rivals.iter().enumerate().flat_map(|(i, &p)| rivals[i + 1..].iter().map(move |&q| (p, q)));
    let between = |(p, q): (u32, u32)| {
        let found = torn_between(&signatures[at(own)], &signatures[at(p)], &signatures[at(q)]);
        found.then(|| compare(&signatures[at(p)], &signatures[at(q)], Told::Apart).err()).flatten().map(|apart| (p, q, apart))
    };
    pairs.into_iter().find_map(between)
}

/// Of rivals that say the same of who, when and whither, the first: a hundred reports of one event are one rival, and must not
/// hide another.
fn kinds(signatures: &[Signature], rivals: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut seen: FxHashSet<u64> = FxHashSet::default();
    let kind = |s: &Signature| number((&s.action, &s.people, &s.goal, s.time, s.weekday, s.published, s.denied));
    rivals.filter(|&r| seen.insert(kind(&signatures[at(r)]))).take(RIVALS).collect()
}

/// Whether `own` leaves open what tells `p` from `q`: it names fewer people than either, or no time, or no goal.
fn torn_between(own: &Signature, p: &Signature, q: &Signature) -> bool {
    match compare(p, q, Told::Apart) {
        Ok(_) => false,
        Err(Apart::Participants) => own.people.len() < p.people.len().min(q.people.len()),
        Err(Apart::Time) => !own.is_timed() && p.is_timed() && q.is_timed(),
        Err(Apart::Goal) => own.goal.is_none(),
        Err(Apart::Action) => true,
    }
}

/// Union-find that keeps each cluster's members in a ring, to check every cannot-link across a merge.
struct Sets {
    parent: Vec<u32>,
    /// For each signature, the next of its cluster.
    next: Vec<u32>,
    /// For each root, of how many.
    size: Vec<u32>,
}

impl Sets {
    fn new(n: usize) -> Self {
        let parent: Vec<u32> = (0..n).map(|i| u32::try_from(i).unwrap_or(u32::MAX)).collect();
        Self { next: parent.clone(), parent, size: vec![1; n] }
    }

    fn root(&mut self, mut i: u32) -> u32 {
        while self.parent[at(i)] != i {
            self.parent[at(i)] = self.parent[at(self.parent[at(i)])];
            i = self.parent[at(i)];
        }
        i
    }

    /// How many belong to the cluster of that root.
    fn size(&self, root: u32) -> usize {
        self.size[at(root)] as usize
    }

    /// The cluster of a signature, from that on.
    fn members(&self, i: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(i), move |&j| Some(self.next[at(j)]).filter(|&n| n != i))
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.parent[at(a.max(b))] = a.min(b);
            self.size[at(a.min(b))] += self.size[at(a.max(b))];
            self.next.swap(at(a), at(b));
        }
    }

    fn roots(mut self) -> Vec<u32> {
        (0..self.parent.len()).map(|i| self.root(u32::try_from(i).unwrap_or(u32::MAX))).collect()
    }
}

/// What people kept apart, by clusters. What is kept apart from a cluster stands under its label, and where two are joined the shorter
/// list is added to the longer.
struct Apartness {
    /// By root, where it is not the root itself.
    labels: FxHashMap<u32, u32>,
    of: FxHashMap<u32, FxHashSet<u32>>,
}

impl Apartness {
    fn of(different: &[(u32, u32)], sets: &mut Sets) -> Self {
        let mut of: FxHashMap<u32, FxHashSet<u32>> = FxHashMap::default();
        for &(a, b) in different {
            let (a, b) = (sets.root(a), sets.root(b));
            of.entry(a).or_default().insert(b);
            of.entry(b).or_default().insert(a);
        }
        Self { labels: FxHashMap::default(), of }
    }

    fn label(&self, sets: &mut Sets, i: u32) -> u32 {
        let root = sets.root(i);
        self.labels.get(&root).copied().unwrap_or(root)
    }

    /// Whether something of `a`'s cluster is kept apart from something of `b`'s.
    fn parts(&self, sets: &mut Sets, a: u32, b: u32) -> bool {
        if self.of.is_empty() {
            return false;
        }
        let (a, b) = (self.label(sets, a), self.label(sets, b));
        self.of.get(&a).is_some_and(|of| of.contains(&b))
    }

    /// The two are about to be joined.
    fn join(&mut self, sets: &mut Sets, a: u32, b: u32) {
        let (x, y) = (sets.root(a), sets.root(b));
        if self.of.is_empty() || x == y {
            return;
        }
        let (p, q) = (self.label(sets, a), self.label(sets, b));
        let many = |label: u32| self.of.get(&label).map_or(0, FxHashSet::len);
        let (stays, goes) = if many(p) < many(q) { (q, p) } else { (p, q) };
        for other in self.of.remove(&goes).unwrap_or_default() {
            if let Some(of) = self.of.get_mut(&other) {
                of.remove(&goes);
                of.insert(stays);
            }
            self.of.entry(stays).or_default().insert(other);
        }
        self.labels.insert(x.min(y), stays);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::ontology::Ontology;
    use crate::value::Interval;

    const ACTIONS: [(&str, Family); 8] = [
        ("meet", Family::Encounter),
        ("receive", Family::Encounter),
        ("phone", Family::Call),
        ("visit", Family::Journey),
        ("quake", Family::Harm),
        ("state", Family::State),
        ("buy", Family::Takeover),
        ("outage", Family::Breakdown),
    ];

    prop_compose! {
        fn when()(
            time in prop::option::weighted(0.7, (0..72_i64, 1..30_i64)),
            greenwich in prop::option::weighted(0.2, -2..3_i64),
            weekday in prop::option::weighted(0.1, 1..4_i8),
            period in prop::option::weighted(0.1, 0..2_usize),
            published in prop::option::of(0..60_i64),
        ) -> (Option<Interval>, Option<i64>, Option<i8>, Option<Arc<str>>, Option<jiff::civil::Date>) {
            let start = |hour: i64| 22_400 * 86_400 + hour * 3600;
            let interval = time.map(|(at, len)| Interval { start: start(at), end: start(at + len) });
            let day = |n: i64| date(2031, 5, 1).checked_add(n.days()).unwrap();
            let period = period.filter(|_| time.is_none()).map(|p| ["round-1", "2031-Q1"][p].into());
            (interval, greenwich.filter(|_| time.is_some()).map(|h| h * 3600), weekday.filter(|_| time.is_none()), period, published.filter(|_| time.is_none()).map(day))
        }
    }

    prop_compose! {
        /// Mentions that mostly can be one event: a few people, three days.
        fn signature()(
            action in 0..14_usize,
            people in prop::collection::btree_set(0..5_u32, 0..4),
            core in 0..4_u8,
            goal in prop::option::weighted(0.2, 0..3_usize),
            (time, greenwich, weekday, period, published) in when(),
            place in prop::option::of(0..3_usize),
            flags in 0..32_u8,
        ) -> Signature {
            let (action, family) = ACTIONS.get(action).copied().unwrap_or(ACTIONS[0]);
            let mut people = people;
            if core > 0 {
                people.extend([7, 8]);
            }
            Signature {
                family,
                action: action.into(),
                kind: Ontology::builtin().event_or_default(action),
                people: people.into_iter().collect(),
                goal: goal.map(|g| ["oslo", "norway", "porto"][g].into()),
                time, greenwich, weekday, period, published,
                place: place.into_iter().map(|p| ["porto", "oslo", "norway"][p].into()).collect(),
                duration: (flags % 4 == 0).then(|| "PT3H".into()),
                measure: None,
                open: flags % 8 == 1,
                put_off: flags == 5,
                called_off: flags == 5,
                denied: flags == 7,
                own: None,
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

        /// Oracle: comparing every mention of two clusters with every other.
        #[test]
        fn clusters_are_those_of_all_pairs(mut all in prop::collection::vec(signature(), 2..40), told in prop::collection::vec(prop::collection::btree_set(0..12_u32, 1..3), 40)) {
            all.sort();
            all.dedup();
            let told: Vec<Vec<u32>> = told.into_iter().take(all.len()).map(|t| t.into_iter().collect()).collect();
            let articles: Vec<&[u32]> = told.iter().map(Vec::as_slice).collect();
            let slow = clusters(&all, (&articles, &[]), People::default(), usize::MAX);
            prop_assert_eq!(&clusters(&all, (&articles, &[]), People::default(), 0), &slow);
            prop_assert_eq!(&events(&all, &articles, &[], People::default()), &slow);
        }

        /// Oracle: two sets of mentions, whether or not they are clusters.
        #[test]
        fn summaries_say_what_all_pairs_say(
            all in prop::collection::vec(signature(), 2..9),
            told in prop::collection::vec(prop::collection::btree_set(0..6_u32, 1..3), 9),
            at in 1..8_usize,
        ) {
            let told: Vec<Vec<u32>> = told.into_iter().take(all.len()).map(|t| t.into_iter().collect()).collect();
            let articles: Vec<&[u32]> = told.iter().map(Vec::as_slice).collect();
            let all: Vec<Signature> = all.iter().map(|s| Signature { family: all[0].family, ..s.clone() }).collect();
            let facets = Facets::of(&all, &articles);
            let at = at.min(all.len() - 1);
            let made = |range: std::ops::Range<usize>| {
                let mut halves = [Summary::default(), Summary::default()];
                range.for_each(|i| halves[i % 2].add(&facets, u32::try_from(i).unwrap()));
                let [mut one, other] = halves;
                one.absorb(other);
                one
            };
            let pairs = || (0..at).flat_map(|i| (at..all.len()).map(move |j| (i, j)));
            let slow = pairs().all(|(i, j)| compare(&all[i], &all[j], super::told(articles[i], articles[j], &[])).is_ok());
            prop_assert_eq!(made(0..at).fits(&facets, &made(at..all.len())), slow);
        }
    }
}
