//! What is known of attributes and kinds of event by name: what values they have, whether two values exclude each other,
//! whether a total runs, which words mean the same.
//!
//! The rows stand in `data/ontology.toml`; [`Ontology::builtin`] reads them. A caller adds rows with [`Ontology::with_attribute`]
//! and [`Ontology::with_event`], or writes a file of the same form ([`Ontology::parse`]). A row of the caller's takes the place of the
//! built-in row that it names.
//!
//! ```
//! use claimgraph::ontology::{AttributeType, Cardinality, Ontology};
//!
//! let known = Ontology::builtin();
//! assert_eq!(known.attribute("Death_Toll").unwrap().name(), "killed");
//! assert!(known.attribute("flagship").is_none());
//!
//! let mine = known.clone().with_attribute(AttributeType::new("flagship").cardinality(Cardinality::Exclusive).synonym("lead-ship"));
//! assert_eq!(mine.attribute("lead ships").unwrap().name(), "flagship");
//! ```
//!
//! What nobody declared has safe defaults: quantities, times, places, yes and no exclude each other within one data item; of
//! words and names that differ nothing is known.
//!
//! This room does not know claims, nor where a name came from.

mod attribute;
mod event;
mod file;
mod fold;
mod nouns;

pub use attribute::{AttributeType, Cardinality, Direction, Exactness, Example, ValueKind};
pub use event::{EventType, Family};
pub use file::BadOntology;
pub(crate) use file::File;
pub use fold::{fold_name, item_key};
#[cfg(feature = "english")]
pub(crate) use nouns::GROUP;
pub(crate) use nouns::{PERSON, are_of_one_class, noun_class};

use fold::uncounted;

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

/// Attributes and kinds of event, by name.
///
/// Names are compared [folded](fold_name) and without a plural ending; look-ups are O(length of the name).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ontology {
    attributes: Vec<Arc<AttributeType>>,
    events: Vec<Arc<EventType>>,
    families: Vec<EventType>,
    attribute_names: FxHashMap<String, u32>,
    event_names: FxHashMap<String, u32>,
}

static BUILTIN: LazyLock<Ontology> = LazyLock::new(|| {
    // A test holds that the file is sound; a fault in it would leave the library without rows, not without life.
    Ontology::parse(include_str!("../../data/ontology.toml")).unwrap_or_default()
});

impl Ontology {
    /// The rows that come with the library.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// No rows at all: every attribute and action is one that nobody declared.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The rows of a text in the form of `data/ontology.toml`.
    ///
    /// # Errors
    /// [`BadOntology`], which says what is wrong and where.
    pub fn parse(text: &str) -> Result<Self, BadOntology> {
        file::parse(text)
    }

    /// The same, with one more attribute. A row that has one of its names is replaced: its other names are the new row's as well, and
    /// what the new row does not say is as it was.
    #[must_use]
    pub fn with_attribute(mut self, row: AttributeType) -> Self {
        self.put_attribute(row);
        self
    }

    /// The same, with one more kind of event, likewise.
    #[must_use]
    pub fn with_event(mut self, row: EventType) -> Self {
        let row = self.in_family(row);
        self.put_event(row);
        self
    }

    fn put_attribute(&mut self, row: AttributeType) {
        let at = u32::try_from(self.attributes.len()).unwrap_or(u32::MAX);
        let replaced = take_names(&mut self.attribute_names, row.names(), at);
        let row = replaced.iter().fold(row, |row, &i| row.with_habits_of(&self.attributes[i as usize]));
        self.attributes.push(row.into());
    }

    fn put_event(&mut self, row: EventType) {
        let at = u32::try_from(self.events.len()).unwrap_or(u32::MAX);
        take_names(&mut self.event_names, row.names(), at);
        self.events.push(row.into());
    }

    /// The attribute that goes by `name`, if anybody declared it.
    pub fn attribute(&self, name: &str) -> Option<&Arc<AttributeType>> {
        let known = |name: &str| self.attribute_names.get(&*fold::key(name)).map(|&i| &self.attributes[i as usize]);
        known(name).or_else(|| known(&uncounted(name)?))
    }

    /// The attribute that goes by `name`, or what holds of one that nobody declared.
    pub fn attribute_or_default(&self, name: &str) -> &Arc<AttributeType> {
        static UNKNOWN: LazyLock<Arc<AttributeType>> = LazyLock::new(|| AttributeType::new("").into());
        self.attribute(name).unwrap_or(&UNKNOWN)
    }

    /// The name under which claims of an attribute meet: that of its row, or the name itself, folded and in the singular.
    pub fn item<'a>(&'a self, name: &str) -> Cow<'a, str> {
        self.attribute(name).map_or_else(|| item_key(name).into(), |row| row.name().into())
    }

    /// The kind of event that goes by `action`. What nobody declared is of the family "other"; harm to one vehicle or site, which
    /// stands before it with a hyphen ("bus-crash"), is of the kind of that harm.
    pub fn event(&self, action: &str) -> Option<&Arc<EventType>> {
        let sited = || action.rsplit_once('-').and_then(|(_, cause)| self.named_event(cause)).filter(|e| e.family().befalls_a_site());
        self.named_event(action).or_else(sited)
    }

    /// The row of that name, which may stand in the past: "resigned".
    fn named_event(&self, name: &str) -> Option<&Arc<EventType>> {
        let at = |name: &str| self.event_names.get(&*fold::key(name)).map(|&i| &self.events[i as usize]);
        let past = || {
            let folded = fold::folded(name);
            let stem = folded.strip_suffix("ed").filter(|stem| stem.len() > 1)?;
            let with_y = || at(&format!("{}y", stem.strip_suffix('i')?));
            at(stem).or_else(|| at(&format!("{stem}e"))).or_else(with_y)
        };
        at(name).or_else(past)
    }

    /// The kind of event that goes by `action`, or what holds of one that nobody declared, under the folded name.
    pub fn event_or_default(&self, action: &str) -> Arc<EventType> {
        let unknown = || Arc::new(self.in_family(EventType::new(action, Family::Other)));
        self.event(action).cloned().unwrap_or_else(unknown)
    }

    /// The action by its plainest name, with the vehicle or site before it: "bus-collision" is "bus-collide".
    pub fn action(&self, action: &str) -> Arc<str> {
        let folded = fold::folded(action);
        if let Some(row) = self.named_event(&folded) {
            return row.name_shared();
        }
        match (self.event(&folded), folded.rsplit_once('-')) {
            (Some(row), Some((site, _))) => format!("{site}-{}", row.name()).into(),
            _ => (&*folded).into(),
        }
    }

    /// The row, with what its family has and it does not say.
    fn in_family(&self, row: EventType) -> EventType {
        match self.families.iter().find(|f| f.family() == row.family()) {
            Some(family) => row.with_habits_of(family),
            None => row,
        }
    }

    /// The declared attributes, in the order of their rows.
    pub fn attributes(&self) -> impl Iterator<Item = &AttributeType> {
        self.attributes.iter().map(|a| &**a)
    }

    /// The declared kinds of event, in the order of their rows.
    pub fn events(&self) -> impl Iterator<Item = &EventType> {
        self.events.iter().map(|e| &**e)
    }
}

/// Gives names to the row `at`, with all other names of the rows that had one of them; returns those rows, ascending.
fn take_names<'n>(known: &mut FxHashMap<String, u32>, names: impl Iterator<Item = &'n str>, at: u32) -> Vec<u32> {
    let mut replaced: Vec<u32> = names.filter_map(|name| known.insert(item_key(name), at)).filter(|&i| i != at).collect();
    replaced.sort_unstable();
    replaced.dedup();
    if !replaced.is_empty() {
        known.values_mut().filter(|i| replaced.binary_search(i).is_ok()).for_each(|i| *i = at);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_sound() {
        let read = Ontology::parse(include_str!("../../data/ontology.toml"));
        assert_eq!(read.as_ref(), Ok(Ontology::builtin()));
        let read = Ontology::builtin();
        assert!(read.attributes().count() > 60 && read.events().count() > 60);
        for row in read.attributes() {
            assert!(row.example().is_some(), "{} has no example", row.name());
            assert_eq!(read.item(row.name()), row.name());
            assert!(row.names().all(|n| read.attribute(n).is_some_and(|r| r.name() == row.name())), "{}: a name of two rows", row.name());
        }
        for row in read.events() {
            assert!(row.names().all(|n| &*read.action(n) == row.name()), "{}: a name of two rows", row.name());
            assert!(row.example().is_none_or(|e| &*read.action(e) == row.name()), "{}: its example is another action", row.name());
            assert_eq!(row.example().is_some(), row.names().count() > 1, "{}: synonyms and an example go together", row.name());
        }
    }

    #[test]
    fn names_meet() {
        let known = Ontology::builtin();
        for (name, item) in [
            ("Killed", "killed"),
            ("deaths", "killed"),
            ("Death Toll", "killed"),
            ("number_of_deaths", "killed"),
            ("chiefExecutiveOfficer", "chief-executive"),
            ("CEO", "chief-executive"),
            ("votes", "vote"),
            ("vote", "vote"),
            ("growth_2030", "growth-2030"),
            ("Growth 2030", "growth-2030"),
            ("gdpGrowth", "gdp-growth"),
        ] {
            assert_eq!(known.item(name), item, "{name}");
        }
        for (name, action) in [
            ("Resignation", "step-down"),
            ("resign", "step-down"),
            ("buy", "acquire"),
            ("bus-crash", "bus-crash"),
            ("bus_collision", "bus-collide"),
            ("power-outage", "power-outage"),
            ("wildfire", "wildfire"),
            ("ring the bell", "ring-the-bell"),
        ] {
            assert_eq!(&*known.action(name), action, "{name}");
        }
        assert_eq!(known.event("bus-crash").map(|e| e.family()), Some(Family::Harm));
        assert_eq!(known.event("ring").map(|e| e.family()), None);
    }

    #[test]
    fn a_callers_row_outranks() {
        let mine = Ontology::builtin().clone().with_attribute(AttributeType::new("deaths").cardinality(Cardinality::Set));
        for name in ["Deaths", "killed", "death toll"] {
            let row = mine.attribute(name).unwrap();
            assert_eq!((row.name(), row.declared_cardinality(), row.runs()), ("deaths", Some(Cardinality::Set), Some(Direction::Up)));
        }
        let rows = File::of(&mine).unwrap();
        assert_eq!(rows.ontology().as_ref(), Ok(&mine));
        assert!(File::of(Ontology::builtin()).is_none());
        let bare = Ontology::empty().with_event(EventType::new("parley", Family::Encounter).synonym("pow-wow"));
        assert_eq!(File::of(&bare).unwrap().ontology().unwrap().event("pow wow").map(|e| e.family()), Some(Family::Encounter));
    }
}
