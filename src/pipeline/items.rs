//! Data items: which claims fill one slot, how each pair of them stands, and which positions they make.

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::intake::{OnClaims, position};
use crate::claim::{Attribute, Claim, Family, Polarity};
use crate::corpus::Published;
use crate::graph::{ClaimNode, EventNode, Fact, FactState, Position};
use crate::id::{ClaimIx, EntityIx};
use crate::linkage::Said;
use crate::ontology::{AttributeType, Ontology};
use crate::origin::{Articles, Speaker, between, voices};
use crate::relation::{
    Basis, Decided, Difference, Ground, Kind, PAIRWISE, Pair, Relation, Sample, Side, Silence, Standing, Tellers, decide, kept_apart,
    silence, withholds,
};
use crate::text::fold;
use crate::value::{Comparison, Outcome, Reason, Status, Time, Value, compare};

/// The data items of so many events are one task.
const TOGETHER: usize = 256;

/// What relations are decided with: all claims, their publication, and whose voice each is.
pub(super) struct Table<'a> {
    pub(super) claims: &'a [ClaimNode],
    pub(super) published: Vec<Option<Published>>,
    pub(super) voices: &'a Articles,
    pub(super) speakers: &'a [Speaker],
    pub(super) decisions: FxHashMap<(u32, u32), OnClaims<'a>>,
    pub(super) rows: Rows,
    pub(super) places: &'a Said,
}

/// What is asked of all claims, as numbers: the claims themselves lie scattered in memory.
pub(super) struct Rows {
    /// The attributes of the batch, by the names under which claims meet, sorted.
    pub(super) attributes: Vec<String>,
    /// What is known of each.
    habits: Vec<Arc<AttributeType>>,
    /// A row a claim.
    pub(super) all: Vec<Row>,
}

#[derive(Clone, Copy)]
pub(super) struct Row {
    /// The place of its attribute among all.
    pub(super) attribute: u32,
    /// The place of its part among all parts, in the order of letters.
    pub(super) of: Option<u32>,
    /// Whether it tells a figure, a time or a place of the event itself.
    pub(super) is_figure: bool,
    /// Of a claim of an open event, the claim that its data item goes by: one of an event that is known by more than the word that tells it,
    /// else the first.
    pub(super) item: Option<u32>,
}

impl Rows {
    pub(super) fn of(claims: &[ClaimNode], ontology: &Ontology, open: &[Option<u32>]) -> Self {
        let names = ranks(claims.par_iter().map(|n| n.claim.attribute.as_str()));
        let mut attributes: Vec<String> = names.keys().map(|name| ontology.item(name).into_owned()).collect();
        attributes.sort_unstable();
        attributes.dedup();
        let place = |name: &str| attributes.binary_search_by(|a| a.as_str().cmp(&*ontology.item(name))).map_or(u32::MAX, position);
        let places: FxHashMap<&str, u32> = names.keys().map(|&name| (name, place(name))).collect();
        let told = ranks(claims.par_iter().filter_map(|n| n.claim.of.as_deref()));
        // "Children" and "children" are one part.
        let folded: FxHashMap<&str, String> = told.keys().map(|&of| (of, fold(of).into_owned())).collect();
        let mut parts: Vec<&str> = folded.values().map(String::as_str).collect();
        parts.sort_unstable();
        parts.dedup();
        let part = |of: &str| parts.binary_search(&folded[of].as_str()).map_or(u32::MAX, position);
        let row = |(n, item): (&ClaimNode, &Option<u32>)| Row {
            attribute: places[n.claim.attribute.as_str()],
            of: n.claim.of.as_deref().map(part),
            is_figure: n.claim.subject.is_none() && item.is_none() && is_figure(&n.claim.value.value),
            item: *item,
        };
        let all = claims.par_iter().zip(open).map(row).collect();
        let habits = attributes.iter().map(|a| ontology.attribute_or_default(a).clone()).collect();
        Self { attributes, habits, all }
    }

    /// The place of the attribute that meets under `name`.
    pub(super) fn attribute(&self, name: &str) -> Option<u32> {
        self.attributes.binary_search_by(|a| a.as_str().cmp(name)).ok().map(position)
    }
}

fn is_figure(value: &Value) -> bool {
    matches!(value, Value::Duration(_) | Value::Time(_) | Value::Quantity(_) | Value::Place(_))
}

impl<'a> Table<'a> {
    /// The decisions that say how two claims stand, by pair.
    pub(super) fn decisions(all: &[OnClaims<'a>]) -> FxHashMap<(u32, u32), OnClaims<'a>> {
        all.iter().map(|d| (d.pair, *d)).collect()
    }

    pub(super) fn claim(&self, i: u32) -> &'a Claim {
        &self.claims[i as usize].claim
    }

    pub(super) fn row(&self, i: u32) -> Row {
        self.rows.all[i as usize]
    }

    pub(super) fn node(&self, i: u32) -> &'a ClaimNode {
        &self.claims[i as usize]
    }

    pub(super) fn side(&self, i: u32) -> Side<'a> {
        Side { claim: self.claim(i), published: self.published[self.node(i).article.at()] }
    }

    /// The claim that a claim's data item goes by, if that is known by more than its words.
    fn known(&self, i: u32) -> Option<u32> {
        let item = self.row(i).item.unwrap_or(i);
        self.row(item).item.is_none().then_some(item)
    }

    /// What is known of the attribute of a claim's data item.
    fn habit(&self, i: u32) -> &AttributeType {
        &self.rows.habits[self.row(self.known(i).unwrap_or(i)).attribute as usize]
    }

    fn pair(&self, a: u32, b: u32) -> Pair<'_> {
        let mut pair = Pair::of(self.side(a), self.side(b), self.habit(a));
        pair.values = self.with_places(&pair.a.claim.value.value, &pair.b.claim.value.value, pair.values);
        pair
    }

    /// How the value of `a` stands to that of `b`, with what other articles say of places.
    fn compare(&self, a: u32, b: u32) -> Comparison {
        let (a, b) = (&self.claim(a).value.value, &self.claim(b).value.value);
        self.with_places(a, b, compare(a, b))
    }

    fn with_places(&self, a: &Value, b: &Value, found: Comparison) -> Comparison {
        match (a, b) {
            (Value::Place(a), Value::Place(b)) if found.reason == Reason::OtherWords => self.places.compare(a, b).unwrap_or(found),
            _ => found,
        }
    }

    /// How two claims of one data item stand, `a` being the smaller, and why nothing is said of it, if nothing is.
    fn judge(&self, a: u32, b: u32) -> Verdict {
        let decision = if self.decisions.is_empty() { None } else { self.decisions.get(&(a, b)) };
        let pair = self.pair(a, b).decided(decision.map(|d| d.decision));
        let found = decide(&pair);
        let silent = silence(&pair, found.as_ref(), &Standing::default());
        (found, silent)
    }

    /// How two claims stand, `a` being the smaller.
    fn decide(&self, a: u32, b: u32, difference: Option<Difference>) -> Option<Decided> {
        let decision = if self.decisions.is_empty() { None } else { self.decisions.get(&(a, b)) };
        let mut pair = self.pair(a, b).decided(decision.map(|d| d.decision));
        pair.difference = difference.or(pair.difference);
        decide(&pair)
    }

    /// The relation of two claims that something keeps apart, whatever they say.
    pub(super) fn near_miss(&self, a: u32, b: u32, difference: Difference) -> Option<Relation> {
        let (a, b) = (a.min(b), a.max(b));
        let decided = if self.decisions.contains_key(&(a, b)) { self.decide(a, b, Some(difference))? } else { kept_apart(difference) };
        Some(self.relation(a, b, decided))
    }

    /// The relation of two claims whose events may be one, unless the one is of another.
    pub(super) fn fit(&self, a: u32, b: u32) -> Option<Relation> {
        let denied = self.side(a).is_negative() != self.side(b).is_negative();
        let found = self.decide(a, b, None)?;
        let agrees = matches!(found.kind, Kind::Corroborates | Kind::Refines);
        match denied {
            // That the two agree is no news to either event.
            _ if agrees => None,
            true => Some(self.relation(a, b, found)),
            false => self.near_miss(a, b, Difference::Torn),
        }
    }

    /// The relation that a decision of the rules gives.
    pub(super) fn relation(&self, a: u32, b: u32, decided: Decided) -> Relation {
        let voice = between(self.voices, &self.speakers[a as usize], &self.speakers[b as usize]);
        let (source, target) = if decided.flipped { (b, a) } else { (a, b) };
        let basis = Basis::Found(decided.ground, voice);
        Relation {
            source: ClaimIx::new(source),
            target: ClaimIx::new(target),
            kind: decided.kind,
            rule: decided.rule,
            independent: voice.independent(),
            basis,
        }
    }

    fn is_one_article(&self, a: u32, b: u32) -> bool {
        self.node(a).article == self.node(b).article
    }
}

/// Adds the relations within data items, and gives the facts in order, their states still open.
pub(super) fn items(table: &Table<'_>, events: &[EventNode], relations: &mut Vec<Relation>) -> Vec<Fact> {
    let done: Vec<(Vec<Relation>, Vec<Fact>)> = events.par_chunks(TOGETHER).map(|events| items_of(table, events)).collect();
    relations.reserve_exact(done.iter().map(|d| d.0.len()).sum());
    let mut facts = Vec::with_capacity(done.iter().map(|d| d.1.len()).sum());
    for (mut found, mut of_events) in done {
        relations.append(&mut found);
        facts.append(&mut of_events);
    }
    facts
}

/// Of an event's claims: attribute, subject and part, the texts by their rank; of an open event's the first of their data item.
type Slot = (u32, Option<EntityIx>, Option<u32>, Option<u32>);

/// Whether a claim's subject says nothing new: of a standing state with one participant the value is that one's, told or not.
pub(super) fn is_understood(claim: &Claim) -> bool {
    let only = claim.event.action.family() == Family::State && claim.event.participants.len() == 1;
    only && claim.subject.as_ref() == claim.event.participants.first().map(|p| &p.name)
}

/// Whose value it is.
fn subject_of(node: &ClaimNode) -> Option<EntityIx> {
    node.subject.filter(|_| !is_understood(&node.claim))
}

fn slot(table: &Table<'_>, claim: u32) -> Slot {
    match table.known(claim) {
        Some(known) => (table.row(known).attribute, subject_of(table.node(known)), table.row(known).of, None),
        None => (u32::MAX, None, None, table.row(claim).item),
    }
}

fn items_of(table: &Table<'_>, events: &[EventNode]) -> (Vec<Relation>, Vec<Fact>) {
    let (mut relations, mut facts) = (Vec::new(), Vec::with_capacity(events.len() * 2));
    let (mut slots, mut claims): (Vec<(Slot, u32)>, Vec<u32>) = (Vec::new(), Vec::new());
    let status = table.rows.attribute("status");
    for event in events {
        let first = facts.len();
        slots.clear();
        slots.extend(event.claims.iter().map(|c| c.get()).map(|c| (slot(table, c), c)));
        slots.sort_unstable();
        for run in slots.chunk_by(|a, b| a.0 == b.0) {
            claims.clear();
            claims.extend(run.iter().map(|s| s.1));
            facts.push(item(table, &claims, &mut relations));
        }
        if let Some(status) = status {
            let (found, cut) = called_off(table, event, status);
            relations.extend(found);
            let of_status = |f: &&mut Fact| f.attribute.as_str() == table.rows.attributes[status as usize];
            facts[first..].iter_mut().filter(of_status).for_each(|f| f.sampled |= cut);
        }
    }
    (relations, facts)
}

/// So many reports that an event was called off are held against as many that it happened.
const CALLED_OFF: usize = 8;

/// How reports that an event was called off stand to those of other articles that it happened, where both name its day: what is
/// told without one may be another attempt. And whether there are more of them than are held against each other.
fn called_off(table: &Table<'_>, event: &EventNode, status: u32) -> (Vec<Relation>, bool) {
    let day = |c: u32| table.claim(c).event.time.and_then(Time::entailed).filter(|t| t.is_of_a_day());
    let told = |c: u32| &table.claim(c).value.value;
    let off = |c: u32| {
        table.row(c).attribute == status
            && matches!(told(c), Value::Status(Status::Cancelled | Status::Postponed))
            && !table.side(c).is_negative()
    };
    let claims = |wanted: &dyn Fn(u32) -> bool| -> Vec<u32> {
        event
            .claims
            .iter()
            .map(|c| c.get())
            .filter(|&c| wanted(c) && table.row(c).item.is_none() && !table.side(c).is_open() && day(c).is_some())
            .take(CALLED_OFF + 1)
            .collect()
    };
    let mut dropped = claims(&off);
    if dropped.is_empty() {
        return (Vec::new(), false);
    }
    let mut happened = claims(&|c| table.row(c).attribute != status && *told(c) == Value::Boolean(true) && !table.side(c).is_negative());
    let cut = !happened.is_empty() && dropped.len().max(happened.len()) > CALLED_OFF;
    dropped.truncate(CALLED_OFF);
    happened.truncate(CALLED_OFF);
    let pairs = dropped.iter().flat_map(|&x| happened.iter().map(move |&y| (x.min(y), x.max(y))));
    let one_day = |&(a, b): &(u32, u32)| !table.is_one_article(a, b) && day(a).zip(day(b)).is_some_and(|(x, y)| x.overlaps(y));
    (pairs.filter(one_day).filter_map(|(a, b)| Some(table.relation(a, b, table.decide(a, b, None)?))).collect(), cut)
}

/// Each text's place in the order of the distinct ones.
pub(super) fn ranks<'a>(texts: impl ParallelIterator<Item = &'a str>) -> FxHashMap<&'a str, u32> {
    let with = |mut seen: FxHashSet<&'a str>, text| {
        seen.insert(text);
        seen
    };
    let both = |(few, mut many): (FxHashSet<&'a str>, FxHashSet<&'a str>)| {
        many.extend(few);
        many
    };
    let seen =
        texts.fold(FxHashSet::default, with).reduce(FxHashSet::default, |a, b| both(if a.len() < b.len() { (a, b) } else { (b, a) }));
    let mut sorted: Vec<&str> = seen.into_iter().collect();
    sorted.sort_unstable();
    sorted.into_iter().zip(0..).collect()
}

/// All pairs of a list, in its order.
fn pairs_of(claims: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    claims.iter().enumerate().flat_map(|(i, &a)| claims[i + 1..].iter().map(move |&b| (a, b)))
}

/// How the pairs of a data item stand: all of them at once where they are few, each when asked where they are many.
enum Verdicts {
    All(usize, Vec<Verdict>),
    Asked,
}

/// How two claims stand, and why that is not said, if it is not.
type Verdict = (Option<Decided>, Option<&'static Silence>);

impl Verdicts {
    fn of(table: &Table<'_>, claims: &[u32]) -> Self {
        if claims.len() > PAIRWISE {
            return Self::Asked;
        }
        Self::All(claims.len(), pairs_of(claims).map(|(a, b)| table.judge(a, b)).collect())
    }

    /// What is decided of the claims at `i` and `j`, `i < j`, passed to `use_it`.
    fn at<T>(&self, table: &Table<'_>, claims: &[u32], (i, j): (usize, usize), use_it: impl FnOnce(&Decided) -> T) -> Option<T> {
        match self {
            Self::All(n, all) => all[i * n - i * (i + 1) / 2 + j - i - 1].0.as_ref().map(use_it),
            Self::Asked => table.decide(claims[i], claims[j], None).as_ref().map(use_it),
        }
    }
}

fn item(table: &Table<'_>, claims: &[u32], all: &mut Vec<Relation>) -> Fact {
    let verdicts = Verdicts::of(table, claims);
    let groups = positions(table, claims, &verdicts);
    relations(table, claims, &groups, verdicts, all);
    let first = table.node(table.known(claims[0]).unwrap_or(claims[0]));
    let habit = table.habit(claims[0]);
    // What nobody declared goes by the name that its first claim gives it.
    let attribute = if habit.name().is_empty() { first.claim.attribute.clone() } else { Attribute::new(habit.name()) };
    Fact {
        event: first.event,
        attribute,
        subject: first.subject,
        of: first.claim.of.clone(),
        // What it is follows from all relations, and they are not all known.
        state: FactState::Unresolved,
        positions: groups.into_iter().map(|g| position_of(table, g)).collect(),
        sampled: claims.len() > PAIRWISE,
    }
}

/// The relations that are said.
fn relations(table: &Table<'_>, claims: &[u32], groups: &[Group], verdicts: Verdicts, all: &mut Vec<Relation>) {
    let first = table.known(claims[0]).unwrap_or(claims[0]);
    let other = claims[claims.len() - 1];
    let stands: Vec<Vec<(u32, u32)>> =
        groups.iter().map(|g| g.claims.iter().map(|&c| (c, table.node(c).article.get())).collect()).collect();
    let tellers = Tellers::of(&table.pair(first, other), stands.iter().map(Vec::as_slice));
    let told = |a: u32, b: u32| tellers.both((a, table.node(a).article.get()), (b, table.node(b).article.get()));
    let said = |(a, b): (u32, u32), (found, silent): Verdict| {
        let found = found.filter(|d| silent.is_none() && !(withholds(d) && told(a, b)))?;
        Some(table.relation(a, b, found))
    };
    match verdicts {
        Verdicts::All(_, verdicts) => all.extend(pairs_of(claims).zip(verdicts).filter_map(|(pair, verdict)| said(pair, verdict))),
        Verdicts::Asked => {
            let sample = sample(table, claims);
            all.extend(sample.pairs().filter_map(|(a, b)| said((a, b), table.judge(a, b))));
        }
    }
}

/// The pairs that are compared of a data item of many claims.
fn sample(table: &Table<'_>, claims: &[u32]) -> Sample {
    let values = same_values(table, claims);
    let of_claim: FxHashMap<u32, usize> =
        values.iter().enumerate().flat_map(|(v, same)| same.iter().map(move |&i| (claims[i], v))).collect();
    Sample::of(claims, |c| table.side(c).published, |c| of_claim[&c])
}

/// Claims that stand on one value.
struct Group {
    /// A claim of the most precise value.
    closest: u32,
    claims: Vec<u32>,
}

/// Positions in `claims` that share one value, the first of them standing for all.
type Same = Vec<usize>;

/// Groups claims whose values agree around the best supported ones: each value joins the first position whose anchor, its best
/// supported value, it agrees with and none of whose values it contradicts. Only the first [`PAIRWISE`] positions take in more, and
/// up to so many values each, so that the work is linear in the values of a large data item.
fn positions(table: &Table<'_>, claims: &[u32], verdicts: &Verdicts) -> Vec<Group> {
    if claims[1..].iter().all(|&c| table.side(c).stance() == table.side(claims[0]).stance()) {
        return vec![Group { closest: claims[0], claims: claims.to_vec() }];
    }
    let articles = |v: &[usize]| count(v, |&i| table.node(claims[i]).article.get());
    let mut values = same_values(table, claims);
    if values.len() > 1 {
        values.sort_by_cached_key(|v| (Reverse(articles(v)), v[0]));
    }
    let mut groups: Vec<(usize, Vec<Same>)> = Vec::new();
    for value in values {
        let stands = |i: usize| {
            verdicts.at(table, claims, (i.min(value[0]), i.max(value[0])), |d| (agrees(table, claims, (i, value[0]), d), is_against(d)))
        };
        let fits = |(_, members): &&mut (usize, Vec<Same>)| {
            members.len() < PAIRWISE
                && stands(members[0][0]).is_some_and(|s| s.0)
                && members[1..].iter().all(|m| !stands(m[0]).is_some_and(|s| s.1))
        };
        match groups.iter_mut().take(PAIRWISE).find(fits) {
            Some((closest, members)) => {
                if table.compare(claims[value[0]], claims[*closest]).outcome == Outcome::Refines {
                    *closest = value[0];
                }
                members.push(value);
            }
            None => groups.push((value[0], vec![value])),
        }
    }
    let made = groups.into_iter().map(|(closest, members)| {
        let mut all: Vec<u32> = members.into_iter().flatten().map(|i| claims[i]).collect();
        all.sort_unstable();
        Group { closest: claims[closest], claims: all }
    });
    let mut groups: Vec<Group> = made.collect();
    groups.sort_by_cached_key(|g| (Reverse(articles_of(table, &g.claims)), g.claims[0]));
    groups
}

/// The claims by equal value and equal sign.
fn same_values(table: &Table<'_>, claims: &[u32]) -> Vec<Same> {
    let told = |c: u32| table.side(c).stance();
    let mut values: Vec<Same> = Vec::new();
    let mut known: FxHashMap<_, usize> = FxHashMap::default();
    for (i, &c) in claims.iter().enumerate() {
        // A few are faster compared than hashed.
        let v = if claims.len() <= PAIRWISE {
            values.iter().position(|v| told(claims[v[0]]) == told(c)).unwrap_or(values.len())
        } else {
            *known.entry(told(c)).or_insert(values.len())
        };
        match values.get_mut(v) {
            Some(same) => same.push(i),
            None => values.push(vec![i]),
        }
    }
    values
}

fn agrees(table: &Table<'_>, claims: &[u32], (i, j): (usize, usize), decided: &Decided) -> bool {
    match decided.kind {
        Kind::Corroborates | Kind::Refines => true,
        // A plan and its outcome stand on one value where the values agree.
        Kind::Supersedes => {
            let (a, b) = (table.side(claims[i]), table.side(claims[j]));
            let outcome = table.compare(claims[i], claims[j]).outcome;
            decided.ground == Ground::Outcome && a.is_negative() == b.is_negative() && outcome.agrees()
        }
        Kind::Conflicts | Kind::Tension | Kind::Distinct | Kind::Indeterminate => false,
    }
}

fn is_against(decided: &Decided) -> bool {
    matches!(decided.kind, Kind::Conflicts | Kind::Tension)
}

/// How many there are, by what `of` gives for them.
fn count<T>(all: &[T], of: impl Fn(&T) -> u32) -> usize {
    // A few are faster compared than sorted.
    if all.len() <= 16 {
        return (0..all.len()).filter(|&i| all[..i].iter().all(|x| of(x) != of(&all[i]))).count();
    }
    let mut all: Vec<u32> = all.iter().map(of).collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

fn articles_of(table: &Table<'_>, claims: &[u32]) -> usize {
    count(claims, |&c| table.node(c).article.get())
}

fn position_of(table: &Table<'_>, group: Group) -> Position {
    // An article without a publisher counts as one of its own.
    let publisher = |a: u32| table.voices.publisher[a as usize].unwrap_or(u32::MAX - a);
    let value = table.claim(group.closest).value.clone();
    // That it is not so is said by a denial, or by the value "no" itself.
    let negative = table.side(group.closest).is_negative() != (value.value == Value::Boolean(false));
    Position {
        value,
        polarity: if negative { Polarity::Negative } else { Polarity::Positive },
        articles: articles_of(table, &group.claims),
        publishers: count(&group.claims, |&c| publisher(table.node(c).article.get())),
        origins: voices(table.voices, group.claims.iter().map(|&c| &table.speakers[c as usize])),
        claims: group.claims.into_iter().map(ClaimIx::new).collect(),
    }
}

/// The claims' subjects, by name.
pub(super) fn subjects(claims: &mut [ClaimNode], find: impl Fn(u32, &Arc<str>) -> Option<u32>) {
    for node in claims {
        node.subject = node.claim.subject.as_ref().and_then(|name| find(node.article.get(), name)).map(EntityIx::new);
    }
}

/// Relations that only a person's decision gives: pairs that no data item brought together.
pub(super) fn decided(table: &Table<'_>, all: &[OnClaims<'_>]) -> Vec<Relation> {
    let one = |d: &OnClaims<'_>| {
        let pair = table.pair(d.pair.0, d.pair.1).decided(Some(d.decision));
        Some(table.relation(d.pair.0, d.pair.1, crate::relation::by_person(&pair)?))
    };
    all.iter().filter_map(one).collect()
}

/// Sorts by source and target, and keeps one relation a pair: a person's before any other. Only a decision relates two claims that
/// are related already.
pub(super) fn ordered(mut relations: Vec<Relation>, has_decisions: bool) -> Vec<Relation> {
    if has_decisions {
        let ends = |r: &Relation| (r.source.min(r.target), r.source.max(r.target));
        relations.par_sort_unstable_by_key(|r| (ends(r), r.rule.code));
        relations.dedup_by(|later, first| ends(later) == ends(first));
    }
    relations.par_sort_unstable_by_key(|r| (r.source, r.target));
    relations
}
