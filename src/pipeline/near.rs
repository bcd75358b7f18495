//! Near misses: pairs of claims that look alike and are not of one data item.
//!
//! A careless comparison sets the figures of one meeting against those of another. These pairs are shown as `distinct`, with
//! what tells them apart, so that a reader sees that they were seen. Only near ones: events of one kind that share a participant,
//! the nearest in time, and few claims of each; or meetings that one article tells. Which ones they are depends on events of that
//! participant, or that article, alone; and of those on what is told, the first published first, and on no id.

use std::sync::OnceLock;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::content::Content;
use super::intake::position;
use super::items::Table;
use crate::claim::Family;
use crate::graph::{Entity, EventNode};
use crate::id::EntityIx;
use crate::linkage::{Parsed, When};
use crate::relation::{Difference, Relation};
use crate::text::letters;
use crate::value::{Containment, Interval, Value, containment};

/// How many events, the next in time, each event is held against for each participant. Their number stays linear in the events.
const NEXT: usize = 3;
/// How many near misses an event is part of at most. Lengths and amounts come first: they are what is mixed up most.
const MISSES: u8 = 24;

/// How many claims of an attribute speak for an event.
const SPEAKERS: usize = 2;
/// What of an event tells it from others.
struct Sketch {
    family: Family,
    start: i64,
    time: Option<Interval>,
    /// The weekday of its day, or the only thing that is known of its time.
    weekday: Option<i8>,
    /// The quarter, half or year that it is the whole of.
    period: Option<std::sync::Arc<str>>,
    /// Whether its time is words of which nothing is known.
    words: bool,
}

/// The near misses of a batch: across events, and between parts of one count. In no particular order, but always the same. And the events
/// of which not all are told.
pub(super) fn near(content: Content<'_>, events: &[EventNode], torn: &[(u32, u32)]) -> (Vec<Relation>, Vec<u32>) {
    let Content { table, entities, .. } = content;
    let sketches: Vec<Sketch> = events.par_iter().map(|e| sketch(table, e)).collect();
    let ranks = content.ranks(events, |i| sketches[i].start);
    // The two of a pair stand in the order of their ranks, whoever of them was met first.
    let mut cut = Vec::new();
    let mut pairs = neighbours(events, &sketches, &ranks, &mut cut);
    pairs.extend(long_talks(table, events, &sketches, &ranks, &mut cut));
    pairs.par_sort_unstable();
    pairs.dedup();
    let fits = |a: u32, b: u32| torn.binary_search(&(a, b)).is_ok() || torn.binary_search(&(b, a)).is_ok();
    pairs.retain(|&(a, b)| torn.is_empty() || !fits(a, b));
    pairs.par_sort_unstable_by_key(|&(a, b)| (ranks[a as usize], ranks[b as usize]));
    let chosen = chosen(content, events, &pairs, &mut cut);
    pairs.clear();
    pairs.extend(chosen.iter().map(|c| (c.2.min(c.3), c.2.max(c.3))));
    pairs.par_sort_unstable();
    pairs.dedup();
    let sketched = |i: u32| (&events[i as usize], &sketches[i as usize]);
    let called = Called { entities, names: entities.iter().map(|_| OnceLock::new()).collect() };
    let apart: Vec<Difference> = pairs.par_iter().map(|&(a, b)| difference(sketched(a), sketched(b), &called)).collect();
    let apart = |a: u32, b: u32| pairs.binary_search(&(a.min(b), a.max(b))).map_or(Difference::Event, |i| apart[i]);
    let mut found: Vec<Relation> = chosen.into_par_iter().filter_map(|(x, y, a, b)| table.near_miss(x, y, apart(a, b))).collect();
    for (event, (of_event, more)) in events.par_iter().map(|e| of_parts(content, e)).collect::<Vec<_>>().into_iter().enumerate() {
        found.extend(of_event);
        cut.extend(more.then(|| position(event)));
    }
    let once = torn.par_iter().filter(|(a, b)| a < b || torn.binary_search(&(*b, *a)).is_err());
    found.par_extend(once.flat_map_iter(|&(a, b)| fitting(content, &events[a as usize], &events[b as usize])));
    (found, cut)
}

/// What the entities are called, each worked out when it is first asked for.
struct Called<'e> {
    entities: &'e [Entity],
    names: Vec<OnceLock<Vec<Parsed<'e>>>>,
}

impl<'e> Called<'e> {
    fn names(&self, i: EntityIx) -> &[Parsed<'e>] {
        let of = |e: &'e Entity| std::iter::once(&e.name).chain(&e.aliases).map(|n| Parsed::new(n, e.kind)).collect();
        self.names[i.at()].get_or_init(|| of(&self.entities[i.at()]))
    }
}

/// Two claims and their events.
type Miss = (u32, u32, u32, u32);

/// The pairs of claims that a careless comparison would make, as many as each event may be part of.
///
/// The pairs stand in the order of what is told of their events, and so do the two of each.
fn chosen(content: Content<'_>, events: &[EventNode], pairs: &[(u32, u32)], cut: &mut Vec<u32>) -> Vec<Miss> {
    let rows: Vec<Speakers> = events.par_iter().zip(0..u32::MAX).flat_map_iter(|(e, i)| speakers(content, e, i)).collect();
    let mut ends = vec![0; events.len() + 1];
    rows.iter().zip(1..).for_each(|(row, end)| ends[row.event as usize + 1] = end);
    (1..ends.len()).for_each(|i| ends[i] = ends[i].max(ends[i - 1]));
    let of = |event: u32| &rows[ends[event as usize]..ends[event as usize + 1]];
    let ranks: Vec<u8> = content.table.rows.attributes.iter().map(|a| rank_of(a)).collect();
    let mut left = vec![MISSES; events.len()];
    let mut chosen = Vec::new();
    for rank in 0..RANKS {
        for &(a, b) in pairs {
            for ours in of(a).iter().filter(|s| ranks[s.attribute as usize] == rank) {
                let Some(theirs) = of(b).iter().find(|s| s.attribute == ours.attribute) else { continue };
                for (x, y) in ours.against(theirs) {
                    if left[a as usize] > 0 && left[b as usize] > 0 {
                        left[a as usize] -= 1;
                        left[b as usize] -= 1;
                        chosen.push((x, y, a, b));
                    } else {
                        cut.extend([a, b]);
                    }
                }
            }
        }
    }
    chosen
}

fn sketch(table: &Table<'_>, event: &EventNode) -> Sketch {
    let told = event.time.as_ref().and_then(|t| if let Value::Time(t) = &t.value { Some(*t) } else { None });
    let When { time, weekday, period, .. } = When::of(told, None);
    let published = || event.claims.iter().filter_map(|c| table.side(c.get()).published).map(|p| p.date).min();
    let day = || published().and_then(|d| crate::value::TimeForm::Day(d).interval());
    let start = time.or_else(day).map_or(i64::MIN, |t| t.start);
    let weekday = weekday.or_else(|| time.and_then(crate::linkage::weekday_of));
    let words = event.time.as_ref().is_some_and(|t| matches!(t.value, Value::Text(_)));
    Sketch { family: event.action.family(), start, time, weekday, period, words }
}

/// Meetings and calls are easily mixed up; everything else only with its like.
fn group(family: Family) -> Family {
    if family == Family::Call { Family::Encounter } else { family }
}

/// Pairs of events that share a participant, each with the next few in time.
fn neighbours(events: &[EventNode], sketches: &[Sketch], ranks: &[u32], cut: &mut Vec<u32>) -> Vec<(u32, u32)> {
    let mut rows: Vec<(u32, Family, u32, u32)> = Vec::new();
    for (i, s) in sketches.iter().enumerate().filter(|(i, s)| s.family != Family::State && events[*i].open.is_none()) {
        rows.extend(events[i].participants.iter().map(|p| (p.0.get(), group(s.family), ranks[i], position(i))));
    }
    rows.par_sort_unstable();
    let mut pairs = Vec::new();
    for run in rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        next_in(run, |row| row.3, &mut pairs, cut);
    }
    pairs
}

/// Pairs of meetings that one article tells, next to each other in time, whose lengths are told: the classic mix-up.
fn long_talks(table: &Table<'_>, events: &[EventNode], sketches: &[Sketch], ranks: &[u32], cut: &mut Vec<u32>) -> Vec<(u32, u32)> {
    let duration = table.rows.attribute("duration");
    let told = |e: &EventNode| e.open.is_none() && e.claims.iter().any(|c| Some(table.row(c.get()).attribute) == duration);
    let mut rows: Vec<(u32, u32, u32)> = Vec::new();
    for (i, _) in sketches.iter().enumerate().filter(|(i, s)| group(s.family) == Family::Encounter && told(&events[*i])) {
        rows.extend(events[i].claims.iter().map(|c| (table.node(c.get()).article.get(), ranks[i], position(i))));
    }
    rows.par_sort_unstable();
    rows.dedup();
    let mut pairs = Vec::new();
    for run in rows.chunk_by(|a, b| a.0 == b.0) {
        next_in(run, |row| row.2, &mut pairs, cut);
    }
    pairs
}

fn next_in<T>(run: &[T], event: impl Fn(&T) -> u32, pairs: &mut Vec<(u32, u32)>, cut: &mut Vec<u32>) {
    for (i, a) in run.iter().map(&event).enumerate() {
        if i > NEXT || i + 1 + NEXT < run.len() {
            cut.push(a);
        }
        pairs.extend(run[i + 1..].iter().map(&event).filter(|&b| b != a).take(NEXT).map(|b| (a, b)));
    }
}

type Sketched<'a> = (&'a EventNode, &'a Sketch);

/// How many counts of other parts a count is held against.
const PARTS: usize = 3;
/// How many ranks of attributes there are.
const RANKS: u8 = 3;

/// In which order attributes are taken: lengths and amounts, times, places.
fn rank_of(attribute: &str) -> u8 {
    match attribute {
        "time" => 1,
        "place" => 2,
        _ => 0,
    }
}

/// Of an event and an attribute that a careless comparison would take, the claim published first and the first of another article; one
/// alone stands twice.
struct Speakers {
    event: u32,
    attribute: u32,
    claims: [u32; SPEAKERS],
}

impl Speakers {
    /// Each of these with each of those.
    fn against(&self, other: &Self) -> impl Iterator<Item = (u32, u32)> {
        let ([x, x2], [y, y2]) = (self.claims, other.claims);
        let all = [(true, x, y), (x2 != x, x2, y), (y2 != y, x, y2), (x2 != x && y2 != y, x2, y2)];
        all.into_iter().filter(|p| p.0).map(|(_, x, y)| (x, y))
    }
}

/// By attribute.
fn speakers(content: Content<'_>, event: &EventNode, index: u32) -> Vec<Speakers> {
    let table = content.table;
    let mut all: Vec<Speakers> = Vec::new();
    for c in content.sorted(event.claims.iter().map(|c| c.get()).filter(|&c| table.row(c).is_figure)) {
        let attribute = table.row(c).attribute;
        match all.iter_mut().find(|row| row.attribute == attribute) {
            Some(Speakers { claims: [first, second], .. }) => {
                if first == second && table.node(*first).article != table.node(c).article {
                    *second = c;
                }
            }
            None => all.push(Speakers { event: index, attribute, claims: [c, c] }),
        }
    }
    all.sort_unstable_by_key(|row| row.attribute);
    all
}

fn difference((a, x): Sketched<'_>, (b, y): Sketched<'_>, called: &Called<'_>) -> Difference {
    let (ours, theirs) = (lacking(a, b), lacking(b, a));
    if !ours.is_empty() && !theirs.is_empty() {
        return match doubles(called, &ours, &theirs) {
            false => Difference::Participants,
            true => beyond_people((a, x), (b, y)).unwrap_or(Difference::Names),
        };
    }
    let other_start = x.start != y.start && x.start != i64::MIN && y.start != i64::MIN;
    beyond_people((a, x), (b, y)).unwrap_or(if other_start { Difference::Time } else { Difference::Event })
}

/// So many participants are looked through one by one.
const FEW: usize = 16;

/// Who takes part in `a` and not in `b`.
fn lacking(a: &EventNode, b: &EventNode) -> Vec<EntityIx> {
    if b.participants.len() <= FEW {
        return a.participants.iter().map(|p| p.0).filter(|e| b.participants.iter().all(|o| o.0 != *e)).collect();
    }
    let theirs: FxHashSet<EntityIx> = b.participants.iter().map(|p| p.0).collect();
    a.participants.iter().map(|p| p.0).filter(|e| !theirs.contains(e)).collect()
}

/// Whether, of those whom each event has and the other lacks, all of one side may be somebody of the other.
fn doubles(called: &Called<'_>, ours: &[EntityIx], theirs: &[EntityIx]) -> bool {
    let one = |a: EntityIx, b: EntityIx| called.names(a).iter().any(|x| called.names(b).iter().any(|y| x.may_be_one(y)));
    let all = |few: &[EntityIx], many: &[EntityIx]| few.iter().all(|&a| many.iter().any(|&b| one(a, b)));
    all(ours, theirs) || all(theirs, ours)
}

/// What keeps two events apart besides who takes part: their kind, time or place.
fn beyond_people((a, x): Sketched<'_>, (b, y): Sketched<'_>) -> Option<Difference> {
    if x.family != y.family {
        return Some(Difference::Action);
    }
    if x.words || y.words {
        return Some(Difference::Event);
    }
    if x.period.as_ref().zip(y.period.as_ref()).is_some_and(|(s, t)| s != t) {
        return Some(Difference::Time);
    }
    if x.time.zip(y.time).is_some_and(|(s, t)| !s.overlaps(t)) || x.weekday.zip(y.weekday).is_some_and(|(s, t)| s != t) {
        return Some(Difference::Time);
    }
    let name = |e: &EventNode| e.place.as_ref().map(|p| letters(&p.value.canonical()));
    match (name(a), name(b)) {
        (Some(p), Some(q)) if !matches!(containment(&p, &q), Containment::Same | Containment::Within | Containment::Holds) => {
            Some(Difference::Place)
        }
        _ => None,
    }
}

/// How many claims of an event that fits another are held against how many of that.
const FITTING: usize = 8;

/// An event that fits two others which exclude each other joins neither. What it says is held against what each of them says: a denial
/// denies both; of everything else it is not known of which it is told.
fn fitting(content: Content<'_>, a: &EventNode, b: &EventNode) -> Vec<Relation> {
    let table = content.table;
    let [ours, theirs] = [a, b].map(|e| content.sorted(e.claims.iter().map(|c| c.get()).filter(|&c| table.row(c).item.is_none())));
    let mut found = Vec::new();
    for x in ours.into_iter().take(FITTING) {
        let same = |&y: &u32| {
            let (p, q) = (table.node(x), table.node(y));
            table.row(x).attribute == table.row(y).attribute && p.article != q.article && p.subject == q.subject && p.claim.of == q.claim.of
        };
        found.extend(theirs.iter().copied().filter(same).take(FITTING).filter_map(|y| table.fit(x.min(y), x.max(y))));
    }
    found
}

/// Counts of different parts of one whole, and whether there are more.
fn of_parts(content: Content<'_>, event: &EventNode) -> (Vec<Relation>, bool) {
    let table = content.table;
    if event.claims.iter().all(|c| table.row(c.get()).of.is_none()) {
        return (Vec::new(), false);
    }
    let mut parts: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    // What an open claim is of, its data item tells.
    for c in content.sorted(event.claims.iter().map(|c| c.get()).filter(|&c| table.row(c).item.is_none())) {
        let claim = table.claim(c);
        if claim.subject.is_none() && matches!(claim.value.value, Value::Quantity(_)) {
            parts.entry(claim.attribute.as_str()).or_default().push(c);
        }
    }
    let lists: Vec<Vec<u32>> = parts.into_values().filter(|l| l.len() > 1 && l.iter().any(|&c| table.claim(c).of.is_some())).collect();
    let (mut found, mut more) = (Vec::new(), false);
    for list in lists {
        for (i, &a) in list.iter().enumerate() {
            let mut others =
                list[i + 1..].iter().filter(|&&b| table.row(a).of != table.row(b).of && table.node(a).article != table.node(b).article);
            found.extend(others.by_ref().take(PARTS).filter_map(|&b| table.near_miss(a, b, Difference::Part)));
            more |= others.next().is_some();
        }
    }
    (found, more)
}
