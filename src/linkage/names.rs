//! Which names are one entity.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::claim::{EntityKind, EntityRecord, Office};
use crate::id::{ArticleId, EntityId};
use crate::text::fold;

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

/// The letters and digits of a name, folded: what is left when accents, capitals, spaces and punctuation are taken away.
pub fn letters(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
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
/// `known` are the caller's own entities; `decisions` say of two names or entity ids that they are one (`true`) or not.
/// Cannot-links hold across whole groups and come before every rule. O(n log n) in the names; a decision costs O(n).
pub fn entities(names: &[Name], known: &[EntityRecord], decisions: &[(Arc<str>, Arc<str>, bool)]) -> Resolution {
    let mut first = Groups::new(names, known);
    first.by_letters();
    first.by_rules();
    if decisions.is_empty() {
        return first.finish(Vec::new());
    }
    // Decisions may name ids; those follow from the groups that the rules alone give.
    let plain = first.finish(Vec::new());
    let (links, unknown) = decided(names, known, &plain, decisions);
    let mut again = Groups::new(names, known);
    for &(a, b, _) in links.iter().filter(|l| !l.2) {
        again.apart.push((a, b));
    }
    for &(a, b, _) in links.iter().filter(|l| l.2) {
        again.join(a, b);
    }
    again.by_letters();
    again.by_rules();
    again.finish(unknown)
}

type Link = (usize, usize, bool);

/// The decisions as links between nodes, and which of them name nothing. An id stands for the first name of its entity.
fn decided(
    names: &[Name],
    known: &[EntityRecord],
    plain: &Resolution,
    decisions: &[(Arc<str>, Arc<str>, bool)],
) -> (Vec<Link>, Vec<usize>) {
    let node = |text: &str| {
        let entity = plain.entities.iter().position(|e| e.id.as_str() == text);
        let by_id = || {
            entity.and_then(|e| {
                (0..plain.of.len()).filter(|&i| plain.of[i] as usize == e).min_by_key(|&i| (names[i].text != plain.entities[e].name, i))
            })
        };
        let by_name = || {
            let key = letters(text);
            names.iter().position(|n| n.only_office_in.is_none() && letters(&n.text) == key)
        };
        let by_record = || known.iter().position(|k| k.id.as_str() == text).map(|i| names.len() + i);
        by_record().or_else(by_id).or_else(by_name)
    };
    let (mut links, mut unknown) = (Vec::new(), Vec::new());
    for (i, (a, b, same)) in decisions.iter().enumerate() {
        match (node(a), node(b)) {
            (Some(a), Some(b)) => links.push((a, b, *same)),
            _ => unknown.push(i),
        }
    }
    (links, unknown)
}

/// Union-find over names, then known entities.
struct Groups<'a> {
    names: &'a [Name],
    known: &'a [EntityRecord],
    parent: Vec<usize>,
    apart: Vec<(usize, usize)>,
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
        Self { names, known, parent: (0..names.len() + known.len()).collect(), apart: Vec::new() }
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
        if a == b || (0..self.apart.len()).any(|i| self.keeps(self.apart[i], a, b)) {
            return;
        }
        let (low, high) = (a.min(b), a.max(b));
        self.parent[high] = low;
    }

    fn keeps(&mut self, (x, y): (usize, usize), a: usize, b: usize) -> bool {
        let (x, y) = (self.root(x), self.root(y));
        (x, y) == (a, b) || (x, y) == (b, a)
    }

    /// Names with the same letters are one entity, unless the one is a person and the other is not.
    fn by_letters(&mut self) {
        let mut by_key: FxHashMap<(String, bool), usize> = FxHashMap::default();
        let mut unsure = Vec::new();
        for (i, name) in self.names.iter().enumerate().filter(|(_, n)| n.only_office_in.is_none()) {
            let key = letters(strip(&name.text).as_ref());
            match name.kind {
                EntityKind::Other => unsure.push((i, plain(key))),
                EntityKind::Place => self.join_first(&mut by_key, (plain(key), false), i),
                kind => self.join_first(&mut by_key, (key, kind == EntityKind::Person), i),
            }
        }
        for (i, key) in unsure {
            let person = by_key.contains_key(&(key.clone(), true)) && !by_key.contains_key(&(key.clone(), false));
            self.join_first(&mut by_key, (key, person), i);
        }
        for (i, record) in self.known.iter().enumerate() {
            for name in &record.names {
                let key = plain(letters(strip(name).as_ref()));
                let sorts: &[bool] = match record.kind {
                    Some(EntityKind::Person) => &[true, false],
                    Some(EntityKind::Organisation | EntityKind::Place) => &[false],
                    Some(EntityKind::Other) | None => &[false, true],
                };
                // A person's record also takes names whose kind is not known.
                for person in sorts {
                    if let Some(&first) = by_key.get(&(key.clone(), *person)) {
                        self.join(first, self.names.len() + i);
                        break;
                    }
                }
            }
        }
    }

    fn join_first(&mut self, by_key: &mut FxHashMap<(String, bool), usize>, key: (String, bool), i: usize) {
        match by_key.get(&key) {
            Some(&first) => self.join(first, i),
            None => {
                by_key.insert(key, i);
            }
        }
    }

    fn by_rules(&mut self) {
        let profiles = self.profiles();
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

    /// "Ann B. Carr" and "Ann Carr" are one, where only one name fits.
    fn initials(&mut self, profiles: &[Profile]) {
        let bare = |words: &[String]| words.iter().filter(|w| w.trim_end_matches('.').chars().count() > 1).cloned().collect::<Vec<_>>();
        let mut by_bare: FxHashMap<Vec<String>, Vec<usize>> = FxHashMap::default();
        for profile in profiles.iter().filter(|p| p.words.len() > 1 && may_be_person(p.kind)) {
            let key = bare(&profile.words);
            if key.len() > 1 {
                by_bare.entry(key).or_default().push(profile.root);
            }
        }
        for profile in profiles {
            let key = bare(&profile.words);
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

    fn finish(mut self, unknown: Vec<usize>) -> Resolution {
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
        made.sort_unstable_by(|a, b| a.0.id.cmp(&b.0.id).then_with(|| a.0.aliases.cmp(&b.0.aliases)).then(a.1.cmp(&b.1)));
        for i in 1..made.len() {
            if made[i].0.id <= made[i - 1].0.id {
                made[i].0.id = EntityId::derive([made[i].0.id.as_str(), &i.to_string()]);
            }
        }
        made.sort_unstable_by(|a, b| a.0.id.cmp(&b.0.id));
        let index: FxHashMap<usize, u32> = made.iter().zip(0..).map(|((_, root), i)| (*root, i)).collect();
        let of = roots[..self.names.len()].iter().map(|r| index[r]).collect();
        Resolution { of, entities: made.into_iter().map(|m| m.0).collect(), unknown }
    }

    fn entity(&self, members: &[usize]) -> Linked {
        let names: Vec<&Name> = members.iter().filter_map(|&i| self.names.get(i)).collect();
        let record = members.iter().find_map(|&i| self.known.get(i.checked_sub(self.names.len())?));
        let proper = |n: &&&Name| n.only_office_in.is_none();
        let spellings = names.iter().filter(proper).map(|n| &n.text);
        let fullest = record.and_then(|r| r.names.first()).or_else(|| spellings.min_by_key(|t| fullness(t)));
        let name = fullest.or_else(|| names.first().map(|n| &n.text)).cloned().unwrap_or_else(|| "".into());
        let kind = record.and_then(|r| r.kind).unwrap_or_else(|| majority(&names));
        let mut aliases: Vec<Arc<str>> =
            names.iter().map(|n| n.text.clone()).chain(record.into_iter().flat_map(|r| r.names.iter().cloned())).collect();
        aliases.sort_unstable();
        aliases.dedup();
        aliases.retain(|a| *a != name);
        let id = match (record, names.iter().find(|n| n.only_office_in.is_none())) {
            (Some(record), _) => record.id.clone(),
            (None, Some(_)) => EntityId::derive([kind.as_str(), &letters(strip(&name).as_ref())]),
            (None, None) => {
                let article = names.first().and_then(|n| n.only_office_in.as_ref()).map_or("", ArticleId::as_str);
                EntityId::derive(["office", article, &name])
            }
        };
        Linked { id, kind, name, aliases }
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
    super::places::country(&key).map_or(key, |i| format!("country {i}"))
}

fn may_be_person(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Other)
}

/// A name without the titles before it; a title alone stays.
fn strip(name: &str) -> Cow<'_, str> {
    let mut rest = name.trim();
    while let Some((first, tail)) = rest.split_once(char::is_whitespace) {
        if !TITLES.contains(&&*fold(first)) {
            break;
        }
        rest = tail.trim_start();
    }
    Cow::Borrowed(rest)
}

fn words(name: &str) -> Vec<String> {
    fold(&strip(name)).split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned()).collect()
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
}
