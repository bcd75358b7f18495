//! Which names are one entity.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::{EntityKind, EntityRecord, Office};
use crate::id::{ArticleId, EntityId};
use crate::text::{fold, letters};

/// A name as the articles of a batch give it. Names of one text and kind are one [`Name`], whatever the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name; for an office holder without a name, the words for the office.
    pub text: Arc<str>,
    /// What it stands for.
    pub kind: EntityKind,
    /// The offices that articles give its bearer, and when they were published. Sorted.
    pub offices: Vec<(Office, Option<Date>)>,
    /// Set where the words are only an office: the article that has them.
    pub only_office_in: Option<ArticleId>,
}

/// Which names are one entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    /// For each name, in the order given, the index of its entity.
    pub of: Vec<u32>,
    /// The entities, by id.
    pub entities: Vec<Linked>,
    /// Which of the decisions named an entity that is not there.
    pub unknown: Vec<usize>,
    /// Which of the decisions named one entity at both ends.
    pub twice: Vec<usize>,
    /// Which of the decisions would make one of two entities that both have an id of the caller's.
    pub owned: Vec<usize>,
}

/// An entity, and the names that it goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// Its id: the caller's, or derived from its kind and fullest name.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name.
    pub name: Arc<str>,
    /// Its other names, sorted.
    pub aliases: Vec<Arc<str>>,
}

/// What a name is compared by: its letters, or where it has none ("!!!") its text.
fn key(name: &str) -> String {
    let bare = strip(name);
    Some(letters(&bare)).filter(|k| !k.is_empty()).unwrap_or_else(|| bare.into_owned())
}

/// Words before a name that are no part of it: forms of address and the commonest posts. The Chicago Manual of Style, 17th
/// edition, 8.18 to 8.34.
const TITLES: &[&str] = &[
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "chancellor",
    "premier",
    "senator",
    "sen.",
    "gen.",
    "general",
    "minister",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "professor",
    "prof.",
    "judge",
    "governor",
    "gov.",
    "ambassador",
    "mayor",
    "secretary",
    "the",
];
/// How far apart two articles may be published for an office to have the same holder: shorter than any usual term.
const TERM_DAYS: i32 = 730;

/// Groups names into entities.
///
/// `known` are the caller's own entities, each id once; a name that fits several of them is linked to none. `decisions` say of two names or entity ids that they are one (`true`) or not.
/// Cannot-links hold across whole groups and come before every rule. O(n log n) in the names; a decision costs O(n).
pub fn entities(names: &[Name], known: &[EntityRecord], decisions: &[(Arc<str>, Arc<str>, bool)]) -> Resolution {
    let mut first = Groups::new(names, known);
    first.by_letters();
    first.by_rules();
    if decisions.is_empty() {
        return first.finish();
    }
    // Decisions may name ids; those follow from the groups that the rules alone give.
    let plain = first.finish();
    let told = decided(names, known, &plain, decisions);
    let mut again = Groups::new(names, known);
    for (a, b, _, _) in told.links.iter().filter(|l| !l.2) {
        again.apart.extend(a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y))));
    }
    let mut owned = Vec::new();
    for (a, b, _, decision) in told.links.iter().filter(|l| l.2) {
        let (a, b) = (again.root(a[0]), again.root(b[0]));
        if a != b && again.own[a] && again.own[b] {
            owned.push(*decision);
        }
        again.join(a, b);
    }
    again.by_letters();
    again.by_rules();
    Resolution { unknown: told.unknown, twice: told.twice, owned, ..again.finish() }
}

/// The nodes at the two ends of a decision (the first of each stands for all), its verdict, and its place in the list.
type Link = (Vec<usize>, Vec<usize>, bool, usize);

/// The decisions as links between nodes, and those that link nothing.
#[derive(Default)]
struct Told {
    links: Vec<Link>,
    unknown: Vec<usize>,
    twice: Vec<usize>,
}

fn decided(names: &[Name], known: &[EntityRecord], plain: &Resolution, decisions: &[(Arc<str>, Arc<str>, bool)]) -> Told {
    let mut told = Told::default();
    for (i, (a, b, same)) in decisions.iter().enumerate() {
        let (a, b) = (end(names, known, plain, a), end(names, known, plain, b));
        if a.is_empty() || b.is_empty() {
            told.unknown.push(i);
        } else if a.iter().any(|x| b.contains(x)) {
            // That two names are one needs no saying where they are.
            if !same {
                told.twice.push(i);
            }
        } else {
            told.links.push((a, b, *same, i));
        }
    }
    told
}

/// The nodes that an end of a decision names: a record by its id; an entity by its id, which stands for its fullest name;
/// a name by its exact text, and only where no name has that text by its letters.
fn end(names: &[Name], known: &[EntityRecord], plain: &Resolution, text: &str) -> Vec<usize> {
    if let Some(record) = known.iter().position(|k| k.id.as_str() == text) {
        return vec![names.len() + record];
    }
    let named = |i: &usize| names[*i].only_office_in.is_none();
    if let Some(e) = plain.entities.iter().position(|e| e.id.as_str() == text) {
        let members = || (0..plain.of.len()).filter(|&i| plain.of[i] as usize == e);
        let Some(first) = members().min_by_key(|&i| (names[i].text != plain.entities[e].name, i)) else { return Vec::new() };
        let others = members().filter(|&i| i != first && named(&i) && names[i].text == names[first].text);
        return std::iter::once(first).chain(others).collect();
    }
    let spelled = |text: &str| (0..names.len()).filter(named).filter(|&i| &*names[i].text == text).collect::<Vec<_>>();
    let exact = spelled(text);
    if !exact.is_empty() {
        return exact;
    }
    let wanted = letters(text);
    let near = (0..names.len()).filter(named).find(|&i| !wanted.is_empty() && letters(&names[i].text) == wanted);
    near.map_or_else(Vec::new, |i| spelled(&names[i].text))
}

/// Union-find over names, then known entities.
struct Groups<'a> {
    names: &'a [Name],
    known: &'a [EntityRecord],
    parent: Vec<usize>,
    apart: Vec<(usize, usize)>,
    /// Of each root: whether it has a record, or fits several and may have none.
    own: Vec<bool>,
}

/// The names that have one key and may be one sort of thing.
#[derive(Default)]
struct Buckets {
    /// By key; of what is no person, and of persons.
    of_key: [FxHashMap<String, usize>; 2],
    members: Vec<Vec<usize>>,
}

impl Buckets {
    fn add(&mut self, key: String, person: bool, i: usize) {
        let next = self.members.len();
        let bucket = *self.of_key[usize::from(person)].entry(key).or_insert(next);
        match self.members.get_mut(bucket) {
            Some(members) => members.push(i),
            None => self.members.push(vec![i]),
        }
    }
}

/// Somebody who held an office when an article was published.
type Holder = (Option<Date>, usize);

/// A group in the making: what rules look at.
struct Profile {
    root: usize,
    words: Vec<String>,
    kind: EntityKind,
}

impl<'a> Groups<'a> {
    fn new(names: &'a [Name], known: &'a [EntityRecord]) -> Self {
        let all = names.len() + known.len();
        Self { names, known, parent: (0..all).collect(), apart: Vec::new(), own: (0..all).map(|i| i >= names.len()).collect() }
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    /// Joins two groups, unless a cannot-link lies between them or each has an id of the caller's.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b || (self.own[a] && self.own[b]) || self.kept_apart(a, b) {
            return;
        }
        let (low, high) = (a.min(b), a.max(b));
        self.parent[high] = low;
        self.own[low] |= self.own[high];
    }

    fn kept_apart(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        (0..self.apart.len()).any(|i| self.keeps(self.apart[i], a, b))
    }

    fn keeps(&mut self, (x, y): (usize, usize), a: usize, b: usize) -> bool {
        let (x, y) = (self.root(x), self.root(y));
        (x, y) == (a, b) || (x, y) == (b, a)
    }

    /// Names with the same letters are one entity, unless the one is a person and the other is not.
    fn by_letters(&mut self) {
        let buckets = self.buckets();
        for members in &buckets.members {
            self.join_spellings(members);
        }
        self.records(&buckets);
    }

    fn buckets(&self) -> Buckets {
        let mut buckets = Buckets::default();
        let mut unsure = Vec::new();
        for (i, name) in self.names.iter().enumerate().filter(|(_, n)| n.only_office_in.is_none()) {
            let key = key(&name.text);
            match name.kind {
                EntityKind::Other => unsure.push((i, plain(key))),
                EntityKind::Place => buckets.add(plain(key), false, i),
                kind => buckets.add(key, kind == EntityKind::Person, i),
            }
        }
        for (i, key) in unsure {
            let person = buckets.of_key[1].contains_key(&key) && !buckets.of_key[0].contains_key(&key);
            buckets.add(key, person, i);
        }
        buckets
    }

    /// Joins names with the same letters. Where a decision keeps two of them apart, a third spelling might be either, and joins neither.
    fn join_spellings(&mut self, members: &[usize]) {
        let split = if members.len() > 1 { self.split(members) } else { Vec::new() };
        if split.is_empty() {
            return self.join_all(members);
        }
        let names = self.names;
        let mut of_text: FxHashMap<&str, usize> = FxHashMap::default();
        for &i in members {
            let first = *of_text.entry(&*names[i].text).or_insert(i);
            self.join(first, i);
        }
        let split: Vec<usize> = split.into_iter().map(|i| self.root(i)).collect();
        let free: Vec<usize> = members.iter().copied().filter(|&i| !split.contains(&self.root(i))).collect();
        self.join_all(&free);
    }

    fn join_all(&mut self, members: &[usize]) {
        for pair in members.windows(2) {
            self.join(pair[0], pair[1]);
        }
    }

    /// The members' roots that a decision keeps apart from another member, itself or by giving each a record of its own.
    fn split(&mut self, members: &[usize]) -> Vec<usize> {
        let roots: Vec<usize> = members.iter().map(|&i| self.root(i)).collect();
        let mut split: Vec<usize> = roots.iter().copied().filter(|&r| self.own[r]).collect();
        split.sort_unstable();
        split.dedup();
        if split.len() == 1 {
            split.clear();
        }
        for i in 0..self.apart.len() {
            let (x, y) = self.apart[i];
            let (x, y) = (self.root(x), self.root(y));
            if roots.contains(&x) && roots.contains(&y) {
                split.extend([x, y]);
            }
        }
        split
    }

    /// Links groups to the caller's records. A group that fits several is linked to none: any choice would be a guess.
    fn records(&mut self, buckets: &Buckets) {
        let known = self.known;
        let mut fits: Vec<(usize, usize)> = Vec::new();
        for (record, i) in known.iter().zip(self.names.len()..) {
            // A person's record also takes names whose kind is not known.
            let sorts: &[bool] = match record.kind {
                Some(EntityKind::Person) => &[true, false],
                Some(EntityKind::Organisation | EntityKind::Place) => &[false],
                Some(EntityKind::Other) | None => &[false, true],
            };
            for name in &record.names {
                let key = plain(key(name));
                let bucket = sorts.iter().find_map(|&person| buckets.of_key[usize::from(person)].get(&key));
                let group = bucket.and_then(|&b| self.group(&buckets.members[b], name));
                fits.extend(group.filter(|&g| !self.own[g] && !self.kept_apart(g, i)).map(|g| (g, i)));
            }
        }
        fits.sort_unstable();
        fits.dedup();
        for of_group in fits.chunk_by(|a, b| a.0 == b.0) {
            match of_group {
                [(group, record)] => self.join(*group, *record),
                _ => self.own[of_group[0].0] = true,
            }
        }
    }

    /// The group of a bucket that a record's name stands for: the only one, or the one that has its exact text.
    fn group(&mut self, members: &[usize], name: &str) -> Option<usize> {
        let first = self.root(*members.first()?);
        if members.iter().all(|&i| self.root(i) == first) {
            return Some(first);
        }
        members.iter().copied().find(|&i| &*self.names[i].text == name).map(|i| self.root(i))
    }

    fn by_rules(&mut self) {
        let profiles = self.profiles();
        self.bodies(&profiles);
        self.initials(&profiles);
        self.one_word(&profiles);
        self.offices();
    }

    /// One profile a group, of its fullest name, in the order of the groups' first names.
    fn profiles(&mut self) -> Vec<Profile> {
        let mut of_root: FxHashMap<usize, usize> = FxHashMap::default();
        let mut profiles: Vec<Profile> = Vec::new();
        for i in 0..self.names.len() {
            let name = &self.names[i];
            if name.only_office_in.is_some() {
                continue;
            }
            let root = self.root(i);
            let words = words(&name.text);
            match of_root.get(&root) {
                Some(&p) => {
                    let profile = &mut profiles[p];
                    profile.kind = profile.kind.min(name.kind);
                    if words.len() > profile.words.len() {
                        profile.words = words;
                    }
                }
                None => {
                    of_root.insert(root, profiles.len());
                    profiles.push(Profile { root, words, kind: name.kind });
                }
            }
        }
        profiles
    }

    /// "The Gulls" and "Red Gulls" are the one fuller name of a body that ends so: clubs, papers and agencies are called by what
    /// stands behind their town. A longer name that some article takes for a person's is the same body.
    fn bodies(&mut self, profiles: &[Profile]) {
        let is_body = |p: &Profile| p.kind == EntityKind::Organisation;
        let mut of_letters: FxHashMap<&[String], Vec<usize>> = FxHashMap::default();
        let mut ending: FxHashMap<&[String], Vec<usize>> = FxHashMap::default();
        for (i, profile) in profiles.iter().enumerate().filter(|(_, p)| p.kind != EntityKind::Place) {
            of_letters.entry(&profile.words).or_default().push(i);
            for from in (1..profile.words.len()).filter(|_| is_body(profile) || profile.kind == EntityKind::Other) {
                ending.entry(&profile.words[from..]).or_default().push(i);
            }
        }
        for profile in profiles.iter().filter(|p| is_body(p)) {
            if profile.words.len() > 1 {
                for &other in &of_letters[&profile.words[..]] {
                    self.join(profile.root, profiles[other].root);
                }
            }
            let mut roots: Vec<usize> = Vec::new();
            for &i in ending.get(&profile.words[..]).map_or(&[][..], Vec::as_slice) {
                roots.push(self.root(profiles[i].root));
            }
            roots.sort_unstable();
            roots.dedup();
            if let [one] = roots[..] {
                self.join(one, profile.root);
            }
        }
    }

    /// "Ann B. Carr" and "Ann Carr" are one, where only one name fits.
    fn initials<'p>(&mut self, profiles: &'p [Profile]) {
        let is_initial = |w: &&String| w.trim_end_matches('.').chars().nth(1).is_none();
        if !profiles.iter().any(|p| p.words.iter().any(|w| is_initial(&w))) {
            return;
        }
        let bare = |p: &'p Profile| p.words.iter().filter(|w| !is_initial(w)).collect::<Vec<_>>();
        let mut by_bare: FxHashMap<Vec<&String>, Vec<usize>> = FxHashMap::default();
        for profile in profiles.iter().filter(|p| p.words.len() > 1 && may_be_person(p.kind)) {
            let key = bare(profile);
            if key.len() > 1 {
                by_bare.entry(key).or_default().push(profile.root);
            }
        }
        for profile in profiles {
            let key = bare(profile);
            if key.len() < profile.words.len()
                && let Some([a, b]) = by_bare.get(&key).map(Vec::as_slice)
            {
                self.join(*a, *b);
            }
        }
    }

    /// A name of one word joins the one fuller name of a person that ends with it, or of two words begins with it.
    fn one_word(&mut self, profiles: &[Profile]) {
        let mut fuller: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (i, profile) in profiles.iter().enumerate().filter(|(_, p)| p.words.len() > 1 && may_be_person(p.kind)) {
            fuller.entry(&profile.words[profile.words.len() - 1]).or_default().push(i);
            if profile.words.len() == 2 && profile.words[0] != profile.words[1] {
                fuller.entry(&profile.words[0]).or_default().push(i);
            }
        }
        for profile in profiles.iter().filter(|p| p.words.len() == 1 && may_be_person(p.kind)) {
            let fits = fuller.get(profile.words[0].as_str()).map_or(&[][..], Vec::as_slice);
            let mut roots: Vec<usize> = fits
                .iter()
                .filter(|&&f| profiles[f].kind == EntityKind::Person || profile.kind == EntityKind::Person)
                .map(|&f| self.root(profiles[f].root))
                .collect();
            roots.sort_unstable();
            roots.dedup();
            let chosen = match roots.as_slice() {
                [one] => Some(*one),
                [] => None,
                many => self.same_office(profile.root, many),
            };
            if let Some(fuller) = chosen {
                self.join(fuller, profile.root);
            }
        }
    }

    /// Of several bearers of a surname, the one who holds the office that goes with the short name.
    fn same_office(&mut self, short: usize, candidates: &[usize]) -> Option<usize> {
        let held = self.offices_of(short);
        let mut fitting = candidates.iter().copied().filter(|&c| self.offices_of(c).iter().any(|o| held.iter().any(|h| same_term(h, o))));
        let one = fitting.next()?;
        fitting.next().is_none().then_some(one)
    }

    fn offices_of(&self, root: usize) -> &'a [(Office, Option<Date>)] {
        self.names.get(root).map_or(&[], |n| &n.offices)
    }

    /// "The Norwegian foreign minister" is the one named person that holds the office within a usual term.
    fn offices(&mut self) {
        let mut holders: FxHashMap<(&str, &str), Vec<Holder>> = FxHashMap::default();
        let names = self.names;
        for (i, name) in names.iter().enumerate().filter(|(_, n)| n.only_office_in.is_none()) {
            for (office, published) in &name.offices {
                if let Some(of) = &office.of {
                    holders.entry((&office.title, of)).or_default().push((*published, i));
                }
            }
        }
        for (i, name) in names.iter().enumerate().filter(|(_, n)| n.only_office_in.is_some()) {
            let Some((office, published)) = name.offices.first() else { continue };
            let Some(of) = &office.of else { continue };
            let found = holders.get(&(&*office.title, &**of)).map_or(&[][..], Vec::as_slice);
            let near = |held: &Option<Date>| within_term(*held, *published);
            let mut roots: Vec<usize> = found.iter().filter(|h| near(&h.0)).map(|h| self.root(h.1)).collect();
            roots.extend(self.known_holders(office, *published));
            let mut roots: Vec<usize> = roots.into_iter().map(|r| self.root(r)).collect();
            roots.sort_unstable();
            roots.dedup();
            if let [one] = roots[..] {
                self.join(one, i);
            }
        }
    }

    fn known_holders(&self, office: &Office, published: Option<Date>) -> Vec<usize> {
        let held = |t: &crate::claim::Term| {
            let (from, to) = (t.from.unwrap_or(Date::MIN), t.to.unwrap_or(Date::MAX));
            let same =
                fold(&t.office.title) == fold(&office.title) && t.office.of.as_deref().map(letters) == office.of.as_deref().map(letters);
            same && published.is_none_or(|p| from <= p && p <= to)
        };
        let fits = self.known.iter().enumerate().filter(|(_, k)| k.offices.iter().any(held));
        fits.map(|(i, _)| self.names.len() + i).collect()
    }

    fn finish(mut self) -> Resolution {
        let roots: Vec<usize> = (0..self.parent.len()).map(|i| self.root(i)).collect();
        let mut members: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (i, root) in roots.iter().enumerate() {
            members.entry(*root).or_default().push(i);
        }
        let mut order: Vec<usize> = roots.clone();
        order.sort_unstable();
        order.dedup();
        // A record that no article speaks of is no entity of this batch.
        order.retain(|r| members[r].iter().any(|&i| i < self.names.len()));
        let mut made: Vec<(Linked, usize)> = order.into_iter().map(|r| (self.entity(&members[&r]), r)).collect();
        made.sort_by(|(a, _), (b, _)| (&a.id, &a.name, &a.aliases).cmp(&(&b.id, &b.name, &b.aliases)));
        let of_record = |root: &usize| members[root].iter().any(|&i| i >= self.names.len());
        distinguish(&mut made, of_record);
        made.sort_unstable_by(|a, b| a.0.id.cmp(&b.0.id));
        let index: FxHashMap<usize, u32> = made.iter().zip(0..).map(|((_, root), i)| (*root, i)).collect();
        let of = roots[..self.names.len()].iter().map(|r| index[r]).collect();
        Resolution { of, entities: made.into_iter().map(|m| m.0).collect(), ..Resolution::default() }
    }

    fn entity(&self, members: &[usize]) -> Linked {
        let names: Vec<&Name> = members.iter().filter_map(|&i| self.names.get(i)).collect();
        let record = members.iter().find_map(|&i| self.known.get(i.checked_sub(self.names.len())?));
        let proper = |n: &&&Name| n.only_office_in.is_none();
        let spellings = names.iter().filter(proper).map(|n| &n.text);
        let fullest = record.and_then(|r| r.names.first()).or_else(|| match &names[..] {
            [one] => Some(&one.text).filter(|_| one.only_office_in.is_none()),
            _ => spellings.min_by_key(|t| fullness(t)),
        });
        let name = fullest.or_else(|| names.first().map(|n| &n.text)).cloned().unwrap_or_else(|| "".into());
        let kind = record.and_then(|r| r.kind).unwrap_or_else(|| majority(&names));
        let mut aliases: Vec<Arc<str>> =
            names.iter().map(|n| n.text.clone()).chain(record.into_iter().flat_map(|r| r.names.iter().cloned())).collect();
        aliases.sort_unstable();
        aliases.dedup();
        aliases.retain(|a| *a != name);
        let id = match (record, names.iter().find(|n| n.only_office_in.is_none())) {
            (Some(record), _) => record.id.clone(),
            (None, Some(_)) => EntityId::derive([kind.as_str(), &key(&name)]),
            (None, None) => {
                let article = names.first().and_then(|n| n.only_office_in.as_ref()).map_or("", ArticleId::as_str);
                EntityId::derive(["office", article, &name])
            }
        };
        Linked { id, kind, name, aliases }
    }
}

/// Gives each entity an id of its own. The caller's ids stay; of derived ones that are equal the first stays, and the others
/// follow from how the name is spelled.
fn distinguish(made: &mut [(Linked, usize)], of_record: impl Fn(&usize) -> bool) {
    let mut taken: FxHashSet<EntityId> = made.iter().filter(|m| of_record(&m.1)).map(|m| m.0.id.clone()).collect();
    let mut again = Vec::new();
    for (i, (linked, _)) in made.iter().enumerate().filter(|(_, m)| !of_record(&m.1)) {
        if !taken.insert(linked.id.clone()) {
            again.push(i);
        }
    }
    for i in again {
        let linked = &mut made[i].0;
        while !taken.insert(linked.id.clone()) {
            linked.id = EntityId::derive(["spelled", linked.id.as_str(), &linked.name]);
        }
    }
}

/// More words come first, then more letters, then the smaller text.
fn fullness(name: &Arc<str>) -> (std::cmp::Reverse<(usize, usize)>, Arc<str>) {
    (std::cmp::Reverse((words(name).len(), letters(name).len())), name.clone())
}

fn majority(names: &[&Name]) -> EntityKind {
    let count = |k: EntityKind| names.iter().filter(|n| n.kind == k).count();
    let kinds = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];
    let best = kinds.into_iter().max_by_key(|&k| (count(k), std::cmp::Reverse(k)));
    best.filter(|&k| count(k) > 0).unwrap_or(EntityKind::Other)
}

/// One key for the names of one country; any other key as it is.
fn plain(key: String) -> String {
    crate::value::country(&key).map_or(key, |i| format!("country {i}"))
}

fn may_be_person(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Other)
}

/// A name without the titles before it; a title alone stays.
fn strip(name: &str) -> Cow<'_, str> {
    let mut rest = name.trim();
    while let Some((first, tail)) = rest.split_once(char::is_whitespace) {
        let is_title =
            if first.is_ascii() { TITLES.iter().any(|t| t.eq_ignore_ascii_case(first)) } else { TITLES.contains(&&*fold(first)) };
        if !is_title {
            break;
        }
        rest = tail.trim_start();
    }
    Cow::Borrowed(rest)
}

fn words(name: &str) -> Vec<String> {
    fold(&strip(name))
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned())
        .filter(|w| !w.is_empty())
        .collect()
}

fn same_term(a: &(Office, Option<Date>), b: &(Office, Option<Date>)) -> bool {
    a.0.title == b.0.title && (a.0.of == b.0.of || a.0.of.is_none() || b.0.of.is_none()) && within_term(a.1, b.1)
}

fn within_term(a: Option<Date>, b: Option<Date>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.until(b).is_ok_and(|s| s.get_days().abs() <= TERM_DAYS),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str, kind: EntityKind) -> Name {
        Name { text: text.into(), kind, offices: Vec::new(), only_office_in: None }
    }

    fn grouped(names: &[Name], decisions: &[(Arc<str>, Arc<str>, bool)]) -> Vec<u32> {
        entities(names, &[], decisions).of
    }

    fn same(names: &[Name]) -> bool {
        let of = grouped(names, &[]);
        of.iter().all(|e| *e == of[0])
    }

    #[test]
    fn rows() {
        use EntityKind::*;
        for (a, b, kind, one) in [
            ("José Lima", "Jose Lima", Person, true),
            ("Nora O'Neil", "Nora O’Neil", Person, true),
            ("Harbour Guest House", "Harbour Guesthouse", Place, true),
            ("Lima", "José Lima", Person, true),
            ("Tan", "Tan Wei", Person, true),
            ("Ana R. Prado", "Ana Prado", Person, true),
            ("President Ana Prado", "Ana Prado", Person, true),
            ("Norland", "Bank of Norland", Other, false),
            ("Ana Prado", "Eva Prado", Person, false),
            ("Ana Maria", "Ana Prado", Person, false),
        ] {
            assert_eq!(same(&[name(a, kind), name(b, kind)]), one, "{a} / {b}");
        }
    }

    #[test]
    fn a_surname_of_two_people_stays_alone() {
        let of = grouped(&["Prado", "Ana Prado", "Eva Prado"].map(|n| name(n, EntityKind::Person)), &[]);
        assert!(of[0] != of[1] && of[0] != of[2]);
    }

    #[test]
    fn a_person_and_a_place_of_one_name_stay_apart() {
        let of = grouped(&[name("Florence", EntityKind::Person), name("Florence", EntityKind::Place)], &[]);
        assert_ne!(of[0], of[1]);
    }

    #[test]
    fn the_one_office_holder_is_found() {
        let office = |date: &str| {
            let office = Office { title: "foreign minister".into(), of: Some("Norland".into()) };
            vec![(office, Some(date.parse().unwrap()))]
        };
        let holder = Name { offices: office("2031-01-01"), ..name("Eva Prado", EntityKind::Person) };
        let only = |date| Name {
            offices: office(date),
            only_office_in: Some("b".into()),
            ..name("the Norland foreign minister", EntityKind::Person)
        };
        assert!(same(&[holder.clone(), only("2032-01-01")]));
        assert!(!same(&[holder, only("2036-01-01")]));
    }

    #[test]
    fn people_decide() {
        let names = ["Ana Prado", "Anna Prado", "Prado"].map(|n| name(n, EntityKind::Person));
        let free = grouped(&names, &[]);
        assert!(free[0] != free[1] && free[2] != free[0]);
        let one = grouped(&names, &[("Ana Prado".into(), "Anna Prado".into(), true)]);
        assert!(one.iter().all(|e| *e == one[0]));
        let apart = grouped(&names[1..], &[("Anna Prado".into(), "Prado".into(), false)]);
        assert_ne!(apart[0], apart[1]);
        assert_eq!(entities(&names, &[], &[("Nobody".into(), "Prado".into(), true)]).unknown, [0]);
    }

    #[test]
    fn the_callers_entities_keep_their_ids() {
        let known = EntityRecord {
            id: "q1".into(),
            names: vec!["Ana Prado".into(), "A. P. Lima".into()],
            kind: None,
            offices: Vec::new(),
            within: None,
        };
        let names = ["Ana Prado", "A. P. Lima"].map(|n| name(n, EntityKind::Other));
        let found = entities(&names, &[known], &[]);
        assert_eq!(found.of, [0, 0]);
        assert_eq!(found.entities[0].id.as_str(), "q1");
    }

    fn record(id: &str, names: &[&str]) -> EntityRecord {
        EntityRecord { id: id.into(), names: names.iter().map(|&n| n.into()).collect(), kind: None, offices: Vec::new(), within: None }
    }

    fn ids(found: &Resolution) -> Vec<&str> {
        found.of.iter().map(|&e| found.entities[e as usize].id.as_str()).collect()
    }

    #[test]
    fn a_name_of_two_records_is_linked_to_neither() {
        let known = [record("q1", &["Ana Prado", "A. P. Lima"]), record("q2", &["Ana Prado", "Ana Q. Prado"])];
        let names = ["A. P. Lima", "Ana Prado", "Ana Q. Prado"].map(|n| name(n, EntityKind::Person));
        let found = entities(&names, &known, &[]);
        assert_eq!((ids(&found)[0], ids(&found)[2], found.entities.len()), ("q1", "q2", 3));
        let chosen = entities(&names, &known, &[("q1".into(), "Ana Prado".into(), true)]);
        assert_eq!(ids(&chosen), ["q1", "q1", "q2"]);
        let ruled_out = entities(&names, &known, &[("q1".into(), "Ana Prado".into(), false)]);
        assert_eq!(ids(&ruled_out), ["q1", "q2", "q2"]);
        assert_eq!(entities(&names, &known, &[("q1".into(), "q2".into(), true)]).owned, [0]);
    }

    #[test]
    fn people_keep_spellings_apart() {
        use EntityKind::*;
        let names = [("José Lima", Person), ("José Lima", Other), ("Jose Lima", Person), ("Jose Lima", Other), ("JOSE LIMA", Person)]
            .map(|(n, k)| name(n, k));
        let apart: (Arc<str>, Arc<str>, bool) = ("José Lima".into(), "Jose Lima".into(), false);
        let found = entities(&names, &[], std::slice::from_ref(&apart));
        let ids = ids(&found);
        assert!(ids[0] == ids[1] && ids[2] == ids[3] && ids[0] != ids[2] && ids[4] != ids[0] && ids[4] != ids[2], "{ids:?}");
        let mut turned = names.clone();
        turned.reverse();
        assert_eq!(entities(&turned, &[], std::slice::from_ref(&apart)).entities, found.entities);
        // Without the one spelling, both ends are the other.
        let together = (apart.0.clone(), apart.1.clone(), true);
        assert_eq!(entities(&names[2..], &[], &[apart]).twice, [0]);
        assert!(entities(&names[2..], &[], &[together]).twice.is_empty());
    }

    #[test]
    fn equal_ids_are_told_apart_by_spelling_alone() {
        let apart = [("José Lima".into(), "Jose Lima".into(), false)];
        let mut names = ["José Lima", "Jose Lima"].map(|n| name(n, EntityKind::Person)).to_vec();
        let few = entities(&names, &[], &apart);
        names.extend(["Ana Prado", "Eva Sousa", "Rui Costa", "Zita Alves"].map(|n| name(n, EntityKind::Person)));
        let many = entities(&names, &[], &apart);
        assert_eq!(ids(&few), ids(&many)[..2]);
        // A record of the caller's that has the id which another name would get.
        let taken = ids(&entities(&names[2..3], &[], &[]))[0].to_owned();
        let found = entities(&names, &[record(&taken, &["Eva Sousa"])], &[]);
        assert_eq!(ids(&found)[3], taken);
        assert_ne!(ids(&found)[2], taken);
    }

    #[test]
    fn names_without_letters_are_their_texts() {
        let names = ["😀", "!!!", "Ana 😀", "😀"].map(|n| name(n, EntityKind::Other));
        let of = grouped(&names, &[]);
        assert!(of[0] == of[3] && of[0] != of[1] && of[1] != of[2] && of[0] != of[2], "{of:?}");
        assert_eq!(entities(&names, &[], &[("???".into(), "!!!".into(), true)]).unknown, [0]);
    }
}
