//! What is known of an attribute.

use std::sync::Arc;

use super::fold_name;

/// What the values of an attribute are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKind {
    /// A count, a sum of money, a measure.
    Quantity,
    /// A length of time.
    Duration,
    /// A date, a clock time, a period.
    Time,
    /// A place.
    Place,
    /// A person, an organisation, a thing, by name.
    Name,
    /// Planned, postponed, cancelled …
    Status,
    /// Yes or no.
    Boolean,
    /// What somebody said.
    Quotation,
    /// Words.
    Words,
    /// A date or a length of time, counted back from publication: "2018", "five years".
    Since,
}

impl ValueKind {
    const NAMES: [(Self, &'static str); 10] = [
        (Self::Quantity, "quantity"),
        (Self::Duration, "duration"),
        (Self::Time, "time"),
        (Self::Place, "place"),
        (Self::Name, "name"),
        (Self::Status, "status"),
        (Self::Boolean, "boolean"),
        (Self::Quotation, "quotation"),
        (Self::Words, "words"),
        (Self::Since, "since"),
    ];

    /// Its name in the file and in records.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The kind of that name; the names of the interchange contract for words and names, `text` and `entity`, are known as well.
    pub fn parse(name: &str) -> Option<Self> {
        let name = match name {
            "text" => "words",
            "entity" => "name",
            other => other,
        };
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }
}

/// How many values an attribute has at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cardinality {
    /// One: two that differ conflict.
    Exclusive,
    /// Many: two that differ say nothing against each other.
    Set,
    /// Any: words of which no two are compared for conflict.
    Free,
}

impl Cardinality {
    const NAMES: [(Self, &'static str); 3] = [(Self::Exclusive, "exclusive"), (Self::Set, "set"), (Self::Free, "free")];

    /// Its name in the file and in records.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The cardinality of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }
}

/// Which way a total runs while an event unfolds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// It grows.
    Up,
    /// It falls: the missing are found.
    Down,
    /// It rises, and then falls: those whom a storm left without power.
    Both,
}

impl Direction {
    /// Its name in the file and in records.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Both => "both",
        }
    }

    /// The direction of that name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            "both" => Some(Self::Both),
            _ => None,
        }
    }
}

/// How exactly an unhedged figure of it is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exactness {
    /// To the digits written, even where it ends in zeros.
    Exact,
    /// As figures in its unit are: counts and sums that end in zeros are round.
    #[default]
    Round,
}

impl Exactness {
    /// Its name in the file and in records.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Round => "round",
        }
    }

    /// The exactness of that name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "exact" => Some(Self::Exact),
            "round" => Some(Self::Round),
            _ => None,
        }
    }
}

/// A row's test: two values, and how claims that say them stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Example {
    /// A value in words.
    pub a: Arc<str>,
    /// Another.
    pub b: Arc<str>,
    /// The relation of two claims of one day; empty for none.
    pub gives: Arc<str>,
    /// The relation where `b` is told a day later; the same where it is left out.
    pub later: Option<Arc<str>>,
}

/// A row for an attribute. Ordered by name first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttributeType {
    name: Arc<str>,
    synonyms: Vec<Arc<str>>,
    values: Option<ValueKind>,
    unit: Option<Arc<str>>,
    cardinality: Option<Cardinality>,
    direction: Option<Direction>,
    exactness: Exactness,
    example: Option<Example>,
}

impl AttributeType {
    /// An attribute of which only the name is known.
    pub fn new(name: &str) -> Self {
        let name = fold_name(name).into();
        let (synonyms, exactness) = (Vec::new(), Exactness::Round);
        Self { name, synonyms, values: None, unit: None, cardinality: None, direction: None, exactness, example: None }
    }

    /// The same, with another name for it.
    #[must_use]
    pub fn synonym(mut self, name: &str) -> Self {
        self.synonyms.push(fold_name(name).into());
        self
    }

    /// The same, with what its values are.
    #[must_use]
    pub fn values(mut self, kind: ValueKind) -> Self {
        self.values = Some(kind);
        self
    }

    /// The same, with what a bare number counts or is measured in.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<Arc<str>>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// The same, with how many values it has at a time.
    #[must_use]
    pub fn cardinality(mut self, cardinality: Cardinality) -> Self {
        self.cardinality = Some(cardinality);
        self
    }

    /// The same, as a total that runs.
    #[must_use]
    pub fn direction(mut self, direction: Direction) -> Self {
        self.direction = Some(direction);
        self
    }

    /// The same, with how exactly its figures are meant.
    #[must_use]
    pub fn exactness(mut self, exactness: Exactness) -> Self {
        self.exactness = exactness;
        self
    }

    /// The same, with its test.
    #[must_use]
    pub fn with_example(mut self, example: Example) -> Self {
        self.example = Some(example);
        self
    }

    /// What `other` says and this row does not.
    pub(super) fn with_habits_of(mut self, other: &Self) -> Self {
        self.values = self.values.or(other.values);
        self.unit = self.unit.or_else(|| other.unit.clone());
        self.cardinality = self.cardinality.or(other.cardinality);
        self.direction = self.direction.or(other.direction);
        self.exactness = self.exactness.min(other.exactness);
        self
    }

    /// Its name, folded.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its name and its synonyms.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.synonyms.iter().map(|s| &**s))
    }

    /// What its values are, where that is declared.
    pub fn value_kind(&self) -> Option<ValueKind> {
        self.values
    }

    /// What a bare number counts or is measured in.
    pub fn unit_of_numbers(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// How many values it has at a time, where that is declared.
    pub fn declared_cardinality(&self) -> Option<Cardinality> {
        self.cardinality
    }

    /// Which way it runs, if it does.
    pub fn runs(&self) -> Option<Direction> {
        self.direction
    }

    /// How exactly its figures are meant.
    pub fn figures(&self) -> Exactness {
        self.exactness
    }

    /// Its test.
    pub fn example(&self) -> Option<&Example> {
        self.example.as_ref()
    }
}
