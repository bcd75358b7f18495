//! Whether each mention of one cluster can be the same event as each of another, without visiting every pair.
//!
//! What keeps two mentions apart looks at one side of them at a time: what was done, by whom, whither, when. All pairs of two clusters
//! get by a test of one side if all pairs of the different values of that side do; and sixteen thousand mentions of one meeting, each
//! in another hall, have one value of who and one of when. Two sides can have thousands of values as well: who takes part, and the
//! hour. For these a cluster knows whom all of its mentions have, and its earliest and latest ends.

use rustc_hash::{FxHashMap, FxHashSet};
use std::hash::Hash;

use super::levels::{InTime, Told, are_goals_apart, are_people_apart, compare, do_actions_differ, in_time, shared};
use super::signature::{Signature, Who};
use crate::claim::Family;
use crate::value::Interval;

const DAY: i64 = 86_400;

/// For each signature and each side of it, the first signature that says the same there.
pub(super) struct Facets<'a> {
    signatures: &'a [Signature],
    articles: &'a [&'a [u32]],
    action: Vec<u32>,
    who: Vec<u32>,
    goal: Vec<u32>,
    when: Vec<u32>,
    /// Everything that a comparison may look at.
    all: Vec<u32>,
}

impl<'a> Facets<'a> {
    /// O(n).
    pub(super) fn of(signatures: &'a [Signature], articles: &'a [&'a [u32]]) -> Self {
        let action = firsts(signatures, |s| (s.family, &s.action, &s.kind, s.denied));
        let who = firsts(signatures, |s| (s.family, &s.people, s.place.first().filter(|_| s.family == Family::State)));
        let goal = firsts(signatures, |s| (s.family, &s.goal));
        let when =
            firsts(signatures, |s| (s.family, &s.kind, (s.time, s.greenwich, s.weekday), (&s.period, s.published), s.open, s.put_off));
        let rest = firsts(signatures, |s| (&s.place, &s.duration));
        let parts: Vec<[u32; 5]> = (0..signatures.len()).map(|i| [action[i], who[i], goal[i], when[i], rest[i]]).collect();
        let all = firsts(&parts, |p| *p);
        Self { signatures, articles, action, who, goal, when, all }
    }

    fn signature(&self, i: u32) -> &Signature {
        &self.signatures[i as usize]
    }
}

/// For each element, the first that has the same key.
fn firsts<'a, T, K: Hash + Eq>(all: &'a [T], key: impl Fn(&'a T) -> K) -> Vec<u32> {
    let mut known = FxHashMap::default();
    all.iter().zip(0..).map(|(x, i)| *known.entry(key(x)).or_insert(i)).collect()
}

/// A set that is walked in the order in which it grew.
#[derive(Default)]
struct Distinct {
    list: Vec<u32>,
    known: FxHashSet<u32>,
}

impl Distinct {
    fn add(&mut self, x: u32) {
        if self.known.insert(x) {
            self.list.push(x);
        }
    }

    fn all(&self, other: &Self, fit: impl Fn(u32, u32) -> bool) -> bool {
        self.list.iter().all(|&a| other.list.iter().all(|&b| fit(a, b)))
    }
}

/// What the mentions of a cluster say, side by side.
#[derive(Default)]
pub(super) struct Summary {
    actions: Distinct,
    who: Distinct,
    goals: Distinct,
    when: Distinct,
    all: Distinct,
    people: People,
    hours: Hours,
    /// For each article, when its mentions are.
    told: FxHashMap<u32, Vec<u32>>,
}

impl Summary {
    /// Takes in one more mention. O(people and articles of it).
    pub(super) fn add(&mut self, facets: &Facets<'_>, i: u32) {
        let at = i as usize;
        self.actions.add(facets.action[at]);
        if self.who.known.insert(facets.who[at]) {
            self.who.list.push(facets.who[at]);
            self.people.add(&facets.signature(i).people);
        }
        self.goals.add(facets.goal[at]);
        if self.when.known.insert(facets.when[at]) {
            self.when.list.push(facets.when[at]);
            self.hours.add(Hours::of(facets.signature(i)));
        }
        self.all.add(facets.all[at]);
        for article in facets.articles[at] {
            let times = self.told.entry(*article).or_default();
            if !times.contains(&facets.when[at]) {
                times.push(facets.when[at]);
            }
        }
    }

    /// Takes in what another cluster says. O(what the smaller says), but for who takes part.
    pub(super) fn absorb(&mut self, mut other: Self) {
        let size = |s: &Self| s.all.list.len() + s.told.len();
        if size(self) < size(&other) {
            std::mem::swap(self, &mut other);
        }
        for (ours, theirs) in [
            (&mut self.actions, other.actions),
            (&mut self.who, other.who),
            (&mut self.goals, other.goals),
            (&mut self.when, other.when),
            (&mut self.all, other.all),
        ] {
            theirs.list.into_iter().for_each(|x| ours.add(x));
        }
        self.people.absorb(other.people);
        self.hours.add(other.hours);
        for (article, times) in other.told {
            let ours = self.told.entry(article).or_default();
            times.into_iter().for_each(|t| {
                if !ours.contains(&t) {
                    ours.push(t);
                }
            });
        }
    }

    /// Whether [`compare`] finds each mention of the one able to be each of the other.
    pub(super) fn fits(&self, facets: &Facets<'_>, other: &Self) -> bool {
        let pair = |a: u32, b: u32| (facets.signature(a), facets.signature(b));
        let actions = |a, b| !do_actions_differ(pair(a, b));
        let goals = |a, b| !are_goals_apart(pair(a, b));
        self.actions.all(&other.actions, actions)
            && self.goals.all(&other.goals, goals)
            && self.fits_in_people(facets, other)
            && self.fits_in_time(facets, other)
    }

    fn fits_in_people(&self, facets: &Facets<'_>, other: &Self) -> bool {
        let family = |s: &Self| s.who.list.first().map(|&i| facets.signature(i).family);
        let known = if family(self) == family(other) { self.people.fit(&other.people, family(self)) } else { None };
        known.unwrap_or_else(|| self.who.all(&other.who, |a, b| !are_people_apart((facets.signature(a), facets.signature(b)))))
    }

    fn fits_in_time(&self, facets: &Facets<'_>, other: &Self) -> bool {
        let found = |a: u32, b: u32| in_time(facets.signature(a), facets.signature(b));
        let hours = match self.hours.stand(other.hours) {
            Some(all) => all,
            None => {
                let mut worst = InTime::Fits;
                for (&a, &b) in self.when.list.iter().flat_map(|a| other.when.list.iter().map(move |b| (a, b))) {
                    worst = worst.max(found(a, b));
                    if worst == InTime::Never {
                        return false;
                    }
                }
                worst
            }
        };
        // Two days next to each other may do for mentions that agree in all else.
        let whole = |a, b| compare(facets.signature(a), facets.signature(b), Told::Apart).is_ok();
        if hours == InTime::Depends && !self.all.all(&other.all, whole) {
            return false;
        }
        hours == InTime::Fits || !self.tell_two_hours(other, |a, b| found(a, b) == InTime::OtherHour)
    }

    /// Whether an article that mentions both tells two hours of a day, and so of two events.
    fn tell_two_hours(&self, other: &Self, differ: impl Fn(u32, u32) -> bool) -> bool {
        let (few, many) = if self.told.len() < other.told.len() { (self, other) } else { (other, self) };
        let both = few.told.iter().filter_map(|(article, times)| Some((times, many.told.get(article)?)));
        both.into_iter().any(|(ours, theirs)| ours.iter().any(|&a| theirs.iter().any(|&b| differ(a, b))))
    }
}

/// Who takes part in the mentions of a cluster.
#[derive(Default)]
struct People {
    /// Those who are named alone.
    alone: FxHashSet<Who>,
    /// Whom all mentions of two or more have, ascending; `None` where there is no such mention.
    common: Option<Vec<Who>>,
}

impl People {
    fn add(&mut self, people: &[Who]) {
        match people {
            [] => {}
            [one] => _ = self.alone.insert(*one),
            all => self.narrow(all),
        }
    }

    fn absorb(&mut self, other: Self) {
        self.alone.extend(other.alone);
        if let Some(common) = &other.common {
            self.narrow(common);
        }
    }

    fn narrow(&mut self, people: &[Who]) {
        match &mut self.common {
            Some(common) => common.retain(|p| people.binary_search(p).is_ok()),
            None => self.common = Some(people.to_vec()),
        }
    }

    /// Whether all mentions fit all others, as far as that is known without visiting them.
    fn fit(&self, other: &Self, family: Option<Family>) -> Option<bool> {
        match family? {
            Family::Harm => return Some(true),
            Family::State => return None,
            _ => {}
        }
        let meeting = matches!(family?, Family::Encounter | Family::Call);
        let one = || self.alone.is_empty() || other.alone.is_empty() || self.alone.len() == 1 && self.alone == other.alone;
        if !meeting && !one() {
            return Some(false);
        }
        // Who is named alone must be among each list of several.
        let among = |alone: &FxHashSet<Who>, common: &Option<Vec<Who>>| {
            common.as_ref().is_none_or(|c| alone.len() <= c.len() && alone.iter().all(|p| c.binary_search(p).is_ok()))
        };
        if !among(&self.alone, &other.common) || !among(&other.alone, &self.common) {
            return Some(false);
        }
        let (Some(ours), Some(theirs)) = (&self.common, &other.common) else { return Some(true) };
        // Of two lists two must be on both.
        (shared(ours, theirs) > 1).then_some(true)
    }
}

/// Between which ends the times of a cluster lie, where they are such that nothing else decides.
#[derive(Clone, Copy, Default)]
enum Hours {
    #[default]
    None,
    Within {
        start: (i64, i64),
        end: (i64, i64),
    },
    /// Some are told by their weekday, the day of publication or the like.
    Other,
}

impl Hours {
    fn of(s: &Signature) -> Self {
        let plain = s.greenwich.is_none() && s.weekday.is_none() && s.period.is_none();
        let plain = plain && !matches!(s.family, Family::State | Family::Breakdown);
        match s.time {
            Some(Interval { start, end }) if plain && start < end => Self::Within { start: (start, start), end: (end, end) },
            _ => Self::Other,
        }
    }

    fn add(&mut self, other: Self) {
        let both = |x: (i64, i64), y: (i64, i64)| (x.0.min(y.0), x.1.max(y.1));
        *self = match (*self, other) {
            (Self::None, one) | (one, Self::None) => one,
            (Self::Within { start: s, end: e }, Self::Within { start, end }) => Self::Within { start: both(s, start), end: both(e, end) },
            _ => Self::Other,
        };
    }

    /// How each of these times stands to each of those at worst, where the ends tell.
    fn stand(self, other: Self) -> Option<InTime> {
        let (Self::Within { start: s, end: e }, Self::Within { start, end }) = (self, other) else { return None };
        if s.1 < end.0 && start.1 < e.0 {
            return Some(InTime::Fits);
        }
        let one_day = s.0.min(start.0).div_euclid(DAY) == (e.1.max(end.1) - 1).div_euclid(DAY);
        one_day.then_some(InTime::OtherHour)
    }
}
