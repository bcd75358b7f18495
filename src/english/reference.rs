//! In-article reference: which mentions are one person, organisation or place.
//!
//! A surname finds the full name that was given before it, else the only one given later; an office finds the one person
//! who holds it in the article. Where two fit, nothing is guessed.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::lexicon::Class;
use super::names::{Chunk, View};
use super::offices;
use crate::claim::{EntityKind, Office};
use crate::text::fold;
use crate::words::List;

/// How many tokens apart two people of one surname are named together. Of two named further apart the article goes on with one.
const TOGETHER: usize = 12;

/// Offices of public life that several hold, so that only an article's one holder of such a one is meant by the word alone.
const HEADS: &[&str] = &["minister", "secretary", "mayor", "governor", "senator", "ambassador", "envoy"];

/// Somebody or something that the article names.
#[derive(Clone, Debug)]
pub(super) struct Local {
    /// The fullest name, or the words of the office.
    pub(super) name: Arc<str>,
    /// The folded words of the name.
    pub(super) words: Vec<String>,
    /// What it is.
    pub(super) kind: EntityKind,
    /// The offices that the article gives it.
    pub(super) offices: Vec<Office>,
    /// Whether `name` is a proper name.
    pub(super) named: bool,
    /// The words that its offices are given in.
    titles: Vec<String>,
    /// Whether it is a country or a capital, which stands for its government.
    pub(super) state: bool,
    /// The token where it was last named.
    seen: usize,
    /// Whether its surname alone has named it.
    alone: bool,
}

/// The entities of an article.
#[derive(Debug, Default)]
pub(super) struct Entities {
    pub(super) all: Vec<Local>,
    /// By the folded name.
    by_name: FxHashMap<String, usize>,
    /// Names of two words or more by their first and by their last word, in the order of the text.
    by_part: FxHashMap<String, Vec<usize>>,
    /// Full names of the whole article by first and by last word, to look ahead; `None` where two names share the word.
    ahead: FxHashMap<String, Option<(Vec<String>, EntityKind)>>,
    /// Those who hold an office, by its title.
    holders: FxHashMap<Arc<str>, Vec<usize>>,
    /// Those who hold an office, by each of [`HEADS`] in its words.
    heads: FxHashMap<String, Vec<usize>>,
    /// The last two people named who hold an office, the last first.
    officers: [Option<usize>; 2],
}

impl Entities {
    /// Splits "Moreau-Okafor talks" into two chunks where both are surnames of the article, then resolves every chunk.
    /// Returns the chunks with their entities.
    pub(super) fn resolve(view: &View<'_>, chunks: Vec<Chunk>) -> (Self, Vec<(Chunk, Option<usize>)>) {
        let mut entities = Self::default();
        for chunk in &chunks {
            let words = name_words(view, chunk);
            if words.len() > 1 && chunk.place.is_none() {
                entities.look_ahead(&words, chunk.kind);
            }
        }
        let chunks: Vec<Chunk> = chunks.into_iter().flat_map(|c| entities.split_pair(view, c)).collect();
        let mut resolved: Vec<(Chunk, Option<usize>)> = Vec::with_capacity(chunks.len());
        for chunk in chunks {
            let entity = if chunk.name.is_some() { entities.named(view, &chunk) } else { None };
            if let (Some(id), true) = (entity, chunk.counterpart) {
                entities.same_office(id, &chunk);
            }
            if let (Some(id), Some(title)) = (entity, &chunk.office) {
                entities.give_office(id, Office { title: title.clone(), of: chunk.of.clone() }, chunk.title.clone());
            }
            if let Some(id) = entity.filter(|id| !entities.all[*id].offices.is_empty() && entities.officers[0] != Some(*id)) {
                entities.officers = [Some(id), entities.officers[0]];
            }
            resolved.push((chunk, entity));
        }
        for (chunk, entity) in &mut resolved {
            if entity.is_none() && chunk.office.is_some() && !chunk.counterpart && !is_capacity(view, chunk) {
                *entity = entities.holder(chunk).or_else(|| entities.head(view, chunk));
            }
        }
        (entities, resolved)
    }

    fn look_ahead(&mut self, words: &[String], kind: EntityKind) {
        let parts = [words[0].clone(), words[words.len() - 1].clone()];
        for part in parts {
            let slot = self.ahead.entry(part).or_insert_with(|| Some((words.to_vec(), kind)));
            if slot.as_ref().is_some_and(|(other, _)| *other != words) {
                *slot = None;
            }
        }
    }

    fn give_office(&mut self, id: usize, office: Office, words: Option<String>) {
        let local = &mut self.all[id];
        local.kind = EntityKind::Person;
        if !local.offices.contains(&office) {
            let holders = self.holders.entry(office.title.clone()).or_default();
            if !holders.contains(&id) {
                holders.push(id);
            }
            let prime = office.title.ends_with("prime minister");
            let words = words.as_deref().unwrap_or(&office.title).split(' ').chain(office.title.split(' '));
            for head in words.filter(|w| HEADS.contains(w) && !prime) {
                let heads = self.heads.entry(head.to_owned()).or_default();
                if !heads.contains(&id) {
                    heads.push(id);
                }
            }
            local.offices.push(office);
        }
        local.titles.extend(words.filter(|w| !local.titles.contains(w)));
    }

    /// Those who hold an office, in the order of the text.
    fn holding(&self, title: &str) -> &[usize] {
        self.holders.get(title).map_or(&[], Vec::as_slice)
    }

    /// Somebody's named counterpart holds the office of the person with an office who was named last.
    fn same_office(&mut self, id: usize, chunk: &Chunk) {
        let other = self.officers.into_iter().flatten().find(|other| *other != id);
        if let Some(title) = other.map(|o| self.all[o].offices[0].title.clone()) {
            self.give_office(id, Office { title, of: chunk.of.clone() }, None);
        }
    }

    /// The two people of the article who hold an office, if there are exactly two.
    pub(super) fn two_holders(&self, title: &str) -> Option<[usize; 2]> {
        let two = |list: &[usize]| if let [a, b] = list { Some([*a, *b]) } else { None };
        two(self.holding(title)).or_else(|| two(self.heads.get(title)?))
    }

    fn split_pair(&self, view: &View<'_>, chunk: Chunk) -> Vec<Chunk> {
        let pair = chunk.name.clone().filter(|n| n.len() == 3 && view.str(n.start + 1) == "-" && chunk.place.is_none());
        let Some(name) = pair else { return vec![chunk] };
        let known = |i: usize| {
            self.ahead.get(&*fold(view.str(i))).is_some_and(|full| full.as_ref().is_none_or(|(w, _)| !w.contains(&"-".to_owned())))
        };
        if !known(name.start) || !known(name.start + 2) {
            return vec![chunk];
        }
        let part = |tokens: std::ops::Range<usize>, i: usize| Chunk {
            tokens,
            name: Some(i..i + 1),
            kind: EntityKind::Person,
            of: None,
            office: None,
            title: None,
            place: None,
            counterpart: false,
        };
        vec![part(chunk.tokens.start..name.start + 1, name.start), part(name.start + 2..chunk.tokens.end, name.start + 2)]
    }

    fn named(&mut self, view: &View<'_>, chunk: &Chunk) -> Option<usize> {
        let words = name_words(view, chunk);
        if let Some(place) = chunk.place {
            if place.adjective {
                return None;
            }
            let id = self.find_or_add(&fold(&place.name), || (place.name.clone(), EntityKind::Place), chunk);
            self.all[id].state = place.country || place.capital;
            return Some(id);
        }
        // "Okafor, Jr. Drive": what a comma left of a name is none.
        if words.first().is_none_or(|first| matches!(first.trim_end_matches('.'), "jr" | "sr")) {
            return None;
        }
        // "The House" is no White House, and "the Senate" no Senate Majority Leader.
        let body = chunk.kind != EntityKind::Person && List::Bodies.has(view.str(chunk.tokens.end - 1));
        if words.len() == 1
            && !body
            && let Some(id) = self.by_part(&words[0], chunk)
        {
            let local = &mut self.all[id];
            local.seen = chunk.tokens.start;
            local.alone |= local.words.last() == words.first();
            // A name of two words or more of which one is used alone is a person's, unless it tells another kind.
            if local.kind == EntityKind::Other {
                local.kind = EntityKind::Person;
            }
            return Some(id);
        }
        let joined = words.join(" ");
        let text = chunk.name.clone().map(|n| span_text(view, &n)).unwrap_or_default();
        Some(self.find_or_add(&joined, || (text.into(), chunk.kind), chunk))
    }

    fn find_or_add(&mut self, folded: &str, make: impl FnOnce() -> (Arc<str>, EntityKind), chunk: &Chunk) -> usize {
        let id = match self.by_name.get(folded) {
            Some(id) => *id,
            None => self.longer(folded).unwrap_or_else(|| {
                let (name, kind) = make();
                self.push(
                    folded,
                    Local {
                        name,
                        words: folded.split(' ').map(str::to_owned).collect(),
                        kind,
                        offices: Vec::new(),
                        named: true,
                        titles: Vec::new(),
                        state: false,
                        seen: 0,
                        alone: false,
                    },
                )
            }),
        };
        let local = &mut self.all[id];
        local.seen = chunk.tokens.start;
        if local.kind == EntityKind::Other {
            local.kind = chunk.kind;
        }
        id
    }

    fn push(&mut self, folded: &str, local: Local) -> usize {
        let id = self.all.len();
        self.by_name.insert(folded.to_owned(), id);
        if let [first, .., last] = local.words.as_slice() {
            self.by_part.entry(first.clone()).or_default().push(id);
            if last != first {
                self.by_part.entry(last.clone()).or_default().push(id);
            }
        }
        for office in &local.offices {
            self.holders.entry(office.title.clone()).or_default().push(id);
        }
        self.all.push(local);
        id
    }

    /// A name of two words or more that a longer one ends in.
    fn longer(&self, folded: &str) -> Option<usize> {
        let words: Vec<&str> = folded.split(' ').collect();
        let last = words.last().filter(|_| words.len() > 1)?;
        let ends =
            |l: &Local| l.words.len() > words.len() && l.words[l.words.len() - words.len()..].iter().zip(&words).all(|(a, b)| a == b);
        self.by_part.get(*last)?.iter().copied().find(|i| ends(&self.all[*i]))
    }

    /// A single word: the person, named before, whose first or last name it is, the latest named first; else the only full
    /// name of the article that has it.
    fn by_part(&mut self, word: &str, chunk: &Chunk) -> Option<usize> {
        let fits = |l: &Local| l.kind != EntityKind::Place || l.words[0] == word;
        let named = self.by_part.get(word).map_or(&[][..], Vec::as_slice);
        if let Some(of_several) = self.of_several(word, named, chunk) {
            return of_several;
        }
        let before = named
            .iter()
            .copied()
            .filter(|i| fits(&self.all[*i]))
            .max_by_key(|i| (self.all[*i].kind == EntityKind::Person, self.all[*i].seen));
        if before.is_some() || chunk.kind == EntityKind::Place {
            return before;
        }
        let (words, kind) = self.ahead.get(word)?.clone().filter(|(_, kind)| *kind != EntityKind::Place)?;
        let name = words.join(" ");
        let cased = Self::cased(&name);
        Some(self.find_or_add(&name, || (cased.into(), kind), chunk))
    }

    /// Of two people of one surname, named together, the surname alone tells the one whose office stands with it, or the one whom it has named before;
    /// else neither. `None` outside where no two share it.
    fn of_several(&self, surname: &str, named: &[usize], chunk: &Chunk) -> Option<Option<usize>> {
        let person = |l: &Local| {
            let plain = |w: &String| w.len() > 1 && w.chars().all(char::is_alphabetic);
            l.kind == EntityKind::Person || (l.kind == EntityKind::Other && l.words.len() < 4 && l.words.iter().all(plain))
        };
        let bears = |i: &usize| self.all[*i].words.last().is_some_and(|w| w == surname) && person(&self.all[*i]);
        let bearers: Vec<usize> = named.iter().copied().filter(bears).collect();
        let latest = bearers.iter().copied().max_by_key(|i| self.all[*i].seen)?;
        let other =
            |i: &&usize| self.all[**i].words[0] != self.all[latest].words[0] && self.all[**i].seen + TOGETHER >= self.all[latest].seen;
        bearers.iter().find(other)?;
        let only = |fits: &dyn Fn(&Local) -> bool| {
            let mut all = bearers.iter().copied().filter(|i| fits(&self.all[*i]));
            all.next().filter(|_| all.next().is_none())
        };
        let office = |l: &Local| l.offices.iter().any(|o| chunk.office.as_ref() == Some(&o.title));
        Some(if chunk.office.is_some() { only(&office) } else { only(&|l: &Local| l.alone) })
    }

    fn cased(folded: &str) -> String {
        // The name as written is set when its full mention comes; until then, its words in capitals.
        folded
            .split(' ')
            .map(|w| w.chars().next().map_or_else(String::new, |c| c.to_uppercase().chain(w.chars().skip(1)).collect::<String>()))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The one person of the article who holds the office; else, where one person at a time holds it, the office itself.
    fn holder(&mut self, chunk: &Chunk) -> Option<usize> {
        let title = chunk.office.clone().filter(|t| offices::is_unique(t))?;
        let fits = |o: &Office| o.title == title && (o.of.is_none() || chunk.of.is_none() || o.of == chunk.of);
        let holders: Vec<usize> =
            self.holding(&title).iter().copied().filter(|i| self.all[*i].named && self.all[*i].offices.iter().any(fits)).collect();
        let exact: Vec<usize> = holders
            .iter()
            .copied()
            .filter(|i| chunk.of.is_some() && self.all[*i].offices.iter().any(|o| o.title == title && o.of == chunk.of))
            .collect();
        let holders = if exact.is_empty() { holders } else { exact };
        match holders.as_slice() {
            [one] => return Some(*one),
            [] => {}
            several => return self.same_words(chunk, several),
        }
        let of = chunk.of.clone()?;
        let name: Arc<str> = format!("{title} of {of}").into();
        if let Some(known) = self.by_name.get(&*name) {
            return Some(*known);
        }
        let office = Office { title, of: Some(of) };
        let titles = chunk.title.clone().into_iter().collect();
        let words = vec![name.to_string()];
        Some(self.push(
            &name.clone(),
            Local {
                name,
                words,
                kind: EntityKind::Person,
                offices: vec![office],
                named: false,
                titles,
                state: false,
                seen: chunk.tokens.start,
                alone: false,
            },
        ))
    }

    /// Of several who hold the office, the one whose office the article gives in these very words.
    fn same_words(&self, chunk: &Chunk, holders: &[usize]) -> Option<usize> {
        let title = chunk.title.as_ref()?;
        let mut same = holders.iter().copied().filter(|i| self.all[*i].titles.contains(title));
        match (same.next(), same.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }

    /// "The minister", "the secretary": the one person of the article whose office has that word.
    fn head(&self, view: &View<'_>, chunk: &Chunk) -> Option<usize> {
        let title = chunk.office.as_deref().filter(|t| HEADS.contains(t) && chunk.of.is_none())?;
        let definite = view.str(chunk.tokens.start).eq_ignore_ascii_case("the")
            || chunk.tokens.start.checked_sub(1).is_some_and(|i| view.str(i).eq_ignore_ascii_case("the"));
        let mut fits = self.heads.get(title).filter(|_| definite)?.iter().copied().filter(|i| self.all[*i].named);
        fits.next().filter(|_| fits.next().is_none())
    }

    /// The counterpart of `whom`: the one other person of the article who holds the same office, elsewhere.
    pub(super) fn counterpart(&self, whom: usize, of: Option<&Arc<str>>) -> Option<usize> {
        let mine = &self.all.get(whom)?.offices;
        let same =
            |o: &Office| mine.iter().any(|m| m.title == o.title && m.of != o.of) && (of.is_none() || o.of.is_none() || o.of.as_ref() == of);
        let mut fits: Vec<usize> = mine
            .iter()
            .flat_map(|m| self.holding(&m.title))
            .copied()
            .filter(|i| *i != whom && self.all[*i].offices.iter().any(same))
            .collect();
        fits.sort_unstable();
        fits.dedup();
        if let [one] = fits.as_slice() { Some(*one) } else { None }
    }
}

/// "Stepped down as chief executive", "his term as the president": what somebody is, not somebody.
fn is_capacity(view: &View<'_>, chunk: &Chunk) -> bool {
    let start = chunk.tokens.start;
    let determined = start.checked_sub(1).is_some_and(|i| view.is(i, Class::THE.or(Class::AN).or(Class::HIS)));
    start.checked_sub(1 + usize::from(determined)).is_some_and(|i| view.str(i).eq_ignore_ascii_case("as"))
}

fn name_words(view: &View<'_>, chunk: &Chunk) -> Vec<String> {
    chunk.name.clone().map_or_else(Vec::new, |n| n.filter(|i| view.str(*i) != ".").map(|i| fold(view.str(i)).into_owned()).collect())
}

/// The words of a token range, as the text has them.
pub(super) fn span_text(view: &View<'_>, range: &std::ops::Range<usize>) -> String {
    let (Some(first), Some(last)) = (view.tokens.get(range.start), view.tokens.get(range.end.max(1) - 1)) else { return String::new() };
    view.text.get(first.span.start..last.span.end).unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ")
}
