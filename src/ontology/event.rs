//! What is known of a kind of event.

use std::sync::Arc;

use super::fold_name;

/// Actions that articles use for one and the same event: who "met" may also have "received" or "held talks".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// People come together and talk.
    Encounter,
    /// People talk at a distance: by telephone, by letter.
    Call,
    /// Somebody goes somewhere.
    Journey,
    /// People are harmed: by accident, disaster or violence.
    Harm,
    /// A company is bought, or bid for.
    Takeover,
    /// Terms are offered, agreed on, asked for or turned down; the offer and the contract are two events.
    Deal,
    /// Jobs are cut, people are hired or leave office.
    Employment,
    /// What services run over fails: cables, power, networks.
    Breakdown,
    /// A standing state of affairs.
    State,
    /// Any other: only the same action matches.
    Other,
}

impl Family {
    const NAMES: [(Self, &'static str); 10] = [
        (Self::Encounter, "encounter"),
        (Self::Call, "call"),
        (Self::Journey, "journey"),
        (Self::Harm, "harm"),
        (Self::Takeover, "takeover"),
        (Self::Deal, "deal"),
        (Self::Employment, "employment"),
        (Self::Breakdown, "breakdown"),
        (Self::State, "state"),
        (Self::Other, "other"),
    ];

    /// Its name in the file and in records.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The family of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// Whether its actions may have a vehicle, a site or a network before them: "bus-crash", "power-outage".
    pub(crate) fn befalls_a_site(self) -> bool {
        matches!(self, Self::Harm | Self::Breakdown)
    }
}

/// How many days before and behind its publication an event that is told without a day can lie.
type Window = (u16, u16);

/// A row for a kind of event. Ordered by name first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventType {
    name: Arc<str>,
    family: Family,
    synonyms: Vec<Arc<str>>,
    window: Option<Window>,
    once: Option<bool>,
    strict: Option<bool>,
    cause: bool,
    wide: bool,
    sited: bool,
    alike: Vec<Arc<str>>,
    example: Option<Arc<str>>,
}

impl EventType {
    /// A kind of event of which name and family are known.
    pub fn new(name: &str, family: Family) -> Self {
        let (synonyms, alike) = (Vec::new(), Vec::new());
        let (cause, wide, sited) = (false, false, false);
        Self {
            name: fold_name(name).into(),
            family,
            synonyms,
            window: None,
            once: None,
            strict: None,
            cause,
            wide,
            sited,
            alike,
            example: None,
        }
    }

    /// The same, with another name for it.
    #[must_use]
    pub fn synonym(mut self, name: &str) -> Self {
        self.synonyms.push(fold_name(name).into());
        self
    }

    /// The same, with how many days before and behind its publication an event that is told without a day can lie.
    #[must_use]
    pub fn window(mut self, before: u16, behind: u16) -> Self {
        self.window = Some((before, behind));
        self
    }

    /// The same, as what its participants do once: it may come later than was expected.
    #[must_use]
    pub fn once(mut self, once: bool) -> Self {
        self.once = Some(once);
        self
    }

    /// The same, as harm that names its cause; `wide` where that befalls a country or a coast.
    #[must_use]
    pub fn cause(mut self, wide: bool) -> Self {
        (self.cause, self.wide) = (true, wide);
        self
    }

    /// The same, as what befalls one vehicle or building.
    #[must_use]
    pub fn sited(mut self) -> Self {
        self.sited = true;
        self
    }

    /// The same, with a cause that a report may name for it.
    #[must_use]
    pub fn alike(mut self, cause: &str) -> Self {
        self.alike.push(fold_name(cause).into());
        self
    }

    /// The same, with whether only the same action is one event with it.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = Some(strict);
        self
    }

    pub(super) fn with_example(mut self, example: impl Into<Arc<str>>) -> Self {
        self.example = Some(example.into());
        self
    }

    /// What `family` says and this row does not.
    pub(super) fn with_habits_of(mut self, family: &Self) -> Self {
        self.window = self.window.or(family.window);
        self.once = self.once.or(family.once);
        self.strict = self.strict.or(family.strict);
        self
    }

    /// Its plainest name, folded.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn name_shared(&self) -> Arc<str> {
        self.name.clone()
    }

    /// Its name and its synonyms.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.synonyms.iter().map(|s| &**s))
    }

    /// Its family.
    pub fn family(&self) -> Family {
        self.family
    }

    /// See [`window`](Self::window); a fortnight back and a month ahead where nobody says otherwise.
    pub fn days_around(&self) -> (i64, i64) {
        self.window.map_or((14, 30), |(before, behind)| (before.into(), behind.into()))
    }

    /// Whether its participants do it once.
    pub fn is_done_once(&self) -> bool {
        self.once.unwrap_or(false)
    }

    /// Whether only the same action is one event with it.
    pub fn is_strict(&self) -> bool {
        self.strict.unwrap_or(self.family == Family::Other)
    }

    /// Whether it names the cause of harm.
    pub fn is_cause(&self) -> bool {
        self.cause
    }

    /// Whether it befalls a country or a coast.
    pub fn is_wide(&self) -> bool {
        self.wide
    }

    /// Whether it befalls one vehicle or building.
    pub fn is_sited(&self) -> bool {
        self.sited
    }

    /// Whether one report may name this cause where another names `other`.
    pub fn may_be_called(&self, other: &Self) -> bool {
        self.alike.iter().any(|a| **a == *other.name) || other.alike.contains(&self.name)
    }

    pub(super) fn declared_window(&self) -> Option<(u16, u16)> {
        self.window
    }

    pub(super) fn causes_alike(&self) -> impl Iterator<Item = &str> {
        self.alike.iter().map(|a| &**a)
    }

    /// Its test: another name for it.
    pub fn example(&self) -> Option<&str> {
        self.example.as_deref()
    }
}
