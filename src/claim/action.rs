//! Actions: what an event is, in one verb.

use std::fmt;
use std::sync::Arc;

use crate::ontology::{Family, Ontology, fold_name};

/// What happened, as one verb in its base form ("meet") or `state` for a standing state of affairs. Harm may have before it, with a
/// hyphen, the vehicle or site that it befell ("bus-crash"): harm to two different ones is two events.
///
/// Names are [folded](fold_name). Which names mean the same action, an [`Ontology`] says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Action {
    name: Arc<str>,
    /// Follows from the name; kept, because every comparison of events asks for it.
    family: Family,
}

impl Action {
    /// The action of that name.
    pub fn new(name: &str) -> Self {
        let name: Arc<str> = fold_name(name).into();
        let family = Ontology::builtin().event(&name).map_or(Family::Other, |kind| kind.family());
        Self { name, family }
    }

    /// Its name.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// Its name, shared.
    pub fn name(&self) -> Arc<str> {
        self.name.clone()
    }

    /// The family that the [built-in rows](Ontology::builtin) give it.
    pub fn family(&self) -> Family {
        self.family
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl From<&str> for Action {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}
