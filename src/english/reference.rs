//! In-article reference: which mentions are one person, organisation or place.
//!
//! A surname finds the full name that was given before it, else the only one given later; an office finds the one person
//! who holds it in the article. Where two fit, nothing is guessed.

use std::sync::Arc;

use super::names::{Chunk, View};
use super::offices;
use crate::claim::{EntityKind, Office};
use crate::text::fold;

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
    /// The token where it was last named.
    seen: usize,
}

/// The entities of an article.
#[derive(Debug, Default)]
pub(super) struct Entities {
    pub(super) all: Vec<Local>,
    /// Full names of the whole article, to look ahead: folded words.
    full: Vec<(Vec<String>, EntityKind, usize)>,
}

impl Entities {
    /// Splits "Moreau-Okafor talks" into two chunks where both are surnames of the article, then resolves every chunk.
    /// Returns the chunks with their entities.
    pub(super) fn resolve(view: &View<'_>, chunks: Vec<Chunk>) -> (Self, Vec<(Chunk, Option<usize>)>) {
        let mut entities = Self::default();
        for (i, chunk) in chunks.iter().enumerate() {
            let words = name_words(view, chunk);
            if words.len() > 1 && chunk.place.is_none() {
                entities.full.push((words, chunk.kind, i));
            }
        }
        let chunks: Vec<Chunk> = chunks.into_iter().flat_map(|c| entities.split_pair(view, c)).collect();
        let mut resolved: Vec<(Chunk, Option<usize>)> = Vec::with_capacity(chunks.len());
        for chunk in chunks {
            let entity = if chunk.name.is_some() { entities.named(view, &chunk) } else { None };
            if let (Some(id), true) = (entity, chunk.counterpart) {
                entities.same_office(id, &chunk);
            }
            if let (Some(id), Some(office)) = (entity, &chunk.office) {
                let office = Office { title: office.clone(), of: chunk.of.clone() };
                let local = &mut entities.all[id];
                local.kind = EntityKind::Person;
                if !local.offices.contains(&office) {
                    local.offices.push(office);
                }
                local.titles.extend(chunk.title.clone());
            }
            resolved.push((chunk, entity));
        }
        for (chunk, entity) in &mut resolved {
            if entity.is_none() && chunk.office.is_some() && !chunk.counterpart {
                *entity = entities.holder(chunk);
            }
        }
        (entities, resolved)
    }

    /// Somebody's named counterpart holds the office of the person with an office who was named last.
    fn same_office(&mut self, id: usize, chunk: &Chunk) {
        let other = self.all.iter().enumerate().filter(|(i, l)| *i != id && !l.offices.is_empty()).max_by_key(|(_, l)| l.seen);
        let Some(title) = other.map(|(_, l)| l.offices[0].title.clone()) else { return };
        let local = &mut self.all[id];
        local.kind = EntityKind::Person;
        local.offices.push(Office { title, of: chunk.of.clone() });
    }

    /// The two people of the article who hold an office, if there are exactly two.
    pub(super) fn two_holders(&self, title: &str) -> Option<[usize; 2]> {
        let mut holders = (0..self.all.len()).filter(|i| self.all[*i].offices.iter().any(|o| &*o.title == title));
        match (holders.next(), holders.next(), holders.next()) {
            (Some(a), Some(b), None) => Some([a, b]),
            _ => None,
        }
    }

    fn split_pair(&self, view: &View<'_>, chunk: Chunk) -> Vec<Chunk> {
        let pair = chunk.name.clone().filter(|n| n.len() == 3 && view.str(n.start + 1) == "-" && chunk.place.is_none());
        let Some(name) = pair else { return vec![chunk] };
        let known =
            |i: usize| self.full.iter().any(|(w, ..)| matches_part(w, &fold(view.str(i))) && w.len() > 1 && !w.contains(&"-".to_owned()));
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
            return Some(self.find_or_add(&fold(&place.name), || (place.name.clone(), EntityKind::Place), chunk));
        }
        if words.is_empty() {
            return None;
        }
        if words.len() == 1 {
            if let Some(id) = self.by_part(&words[0], chunk) {
                let local = &mut self.all[id];
                local.seen = chunk.tokens.start;
                // A name of two words or more of which one is used alone is a person's, unless it tells another kind.
                if local.kind == EntityKind::Other {
                    local.kind = EntityKind::Person;
                }
                return Some(id);
            }
        }
        let joined = words.join(" ");
        let text = chunk.name.clone().map(|n| span_text(view, &n)).unwrap_or_default();
        Some(self.find_or_add(&joined, || (text.into(), chunk.kind), chunk))
    }

    fn find_or_add(&mut self, folded: &str, make: impl FnOnce() -> (Arc<str>, EntityKind), chunk: &Chunk) -> usize {
        let words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
        let found = self
            .all
            .iter()
            .position(|l| l.named && (l.words == words || (words.len() > 1 && l.words.len() > words.len() && l.words.ends_with(&words))));
        let id = found.unwrap_or_else(|| {
            let (name, kind) = make();
            self.all.push(Local { name, words, kind, offices: Vec::new(), named: true, titles: Vec::new(), seen: 0 });
            self.all.len() - 1
        });
        let local = &mut self.all[id];
        local.seen = chunk.tokens.start;
        if local.kind == EntityKind::Other {
            local.kind = chunk.kind;
        }
        id
    }

    /// A single word: the person, named before, whose first or last name it is, the latest named first; else the only full
    /// name of the article that has it; else an organisation or place that begins with it.
    fn by_part(&mut self, word: &str, chunk: &Chunk) -> Option<usize> {
        let fits =
            |l: &Local| l.named && l.words.len() > 1 && matches_part(&l.words, word) && (l.kind != EntityKind::Place || l.words[0] == word);
        let before = self
            .all
            .iter()
            .enumerate()
            .filter(|(_, l)| fits(l))
            .max_by_key(|(_, l)| (l.kind == EntityKind::Person, l.seen))
            .map(|(i, _)| i);
        if before.is_some() {
            return before;
        }
        let mut ahead = self.full.iter().filter(|(w, kind, _)| matches_part(w, word) && *kind != EntityKind::Place);
        let first = ahead.next()?.clone();
        if ahead.any(|other| other.0 != first.0) || (chunk.kind == EntityKind::Place) {
            return None;
        }
        let name: String = first.0.join(" ");
        let cased = self.cased(&name);
        Some(self.find_or_add(&name, || (cased.into(), first.1), chunk))
    }

    fn cased(&self, folded: &str) -> String {
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
        let mut holders = (0..self.all.len()).filter(|i| self.all[*i].named && self.all[*i].offices.iter().any(fits));
        match (holders.next(), holders.next()) {
            (Some(one), None) => return Some(one),
            (Some(_), Some(_)) => return self.same_words(chunk, fits),
            (None, _) => {}
        }
        let of = chunk.of.clone()?;
        let name: Arc<str> = format!("{title} of {of}").into();
        if let Some(known) = self.all.iter().position(|l| !l.named && l.name == name) {
            return Some(known);
        }
        let office = Office { title, of: Some(of) };
        let words = vec![name.to_string()];
        self.all.push(Local {
            name,
            words,
            kind: EntityKind::Person,
            offices: vec![office],
            named: false,
            titles: chunk.title.clone().into_iter().collect(),
            seen: chunk.tokens.start,
        });
        Some(self.all.len() - 1)
    }

    /// Of several who hold the office, the one whose office the article gives in these very words.
    fn same_words(&self, chunk: &Chunk, fits: impl Fn(&Office) -> bool) -> Option<usize> {
        let title = chunk.title.as_ref()?;
        let mut holders = (0..self.all.len())
            .filter(|i| self.all[*i].named && self.all[*i].titles.contains(title) && self.all[*i].offices.iter().any(&fits));
        match (holders.next(), holders.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }

    /// The counterpart of `whom`: the one other person of the article who holds the same office, elsewhere.
    pub(super) fn counterpart(&self, whom: usize, of: Option<&Arc<str>>) -> Option<usize> {
        let mine = &self.all.get(whom)?.offices;
        let same = |o: &Office| {
            mine.iter().any(|m| m.title == o.title && (m.of != o.of)) && (of.is_none() || o.of.is_none() || o.of.as_ref() == of)
        };
        let mut fits =
            (0..self.all.len()).filter(|i| *i != whom && self.all[*i].kind == EntityKind::Person && self.all[*i].offices.iter().any(same));
        match (fits.next(), fits.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }
}

fn matches_part(words: &[String], word: &str) -> bool {
    words.len() > 1 && (words.last().is_some_and(|w| w == word) || words[0] == word)
}

fn name_words(view: &View<'_>, chunk: &Chunk) -> Vec<String> {
    chunk.name.clone().map_or_else(Vec::new, |n| n.filter(|i| view.str(*i) != ".").map(|i| fold(view.str(i)).into_owned()).collect())
}

/// The words of a token range, as the text has them.
pub(super) fn span_text(view: &View<'_>, range: &std::ops::Range<usize>) -> String {
    let (Some(first), Some(last)) = (view.tokens.get(range.start), view.tokens.get(range.end.max(1) - 1)) else { return String::new() };
    view.text.get(first.span.start..last.span.end).unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ")
}
