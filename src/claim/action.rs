//! Actions, and the families of actions that may speak of one event.

use std::fmt;
use std::sync::Arc;

/// What happened, as one verb in its base form ("meet") or `state` for a standing state of affairs. Harm may have before it, with a
/// hyphen, the vehicle or site that it befell ("bus-crash"): harm to two different ones is two events.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Action {
    name: Arc<str>,
    /// Follows from the name; kept, because every comparison of events asks for it.
    family: Family,
}

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

/// Kinds of harm that name their cause; two of them are two events. The others ("killed", "injured") may tell of any.
pub(crate) const CAUSES: &[&str] = &[
    "quake",
    "aftershock",
    "fire",
    "flood",
    "eruption",
    "tsunami",
    "landslide",
    "crash",
    "collide",
    "explode",
    "storm",
    "sink",
    "shoot",
    "stab",
    "accident",
    "collapse",
];

/// Actions by family, in the base form. FrameNet 1.7's frames Discussion, Make_acquaintance, Meet_with; Contacting;
/// Travel, Arriving, Visiting; Cause_harm, Death, Catastrophe; Commerce_buy; Employment and Quitting.
const FAMILIES: &[(Family, &[&str])] = &[
    (Family::Encounter, &["meet", "talk", "receive", "greet", "shake-hands", "negotiate", "summit", "confer", "welcome", "host"]),
    (Family::Call, &["phone", "call"]),
    (Family::Journey, &["visit", "travel", "arrive", "trip", "depart"]),
    (Family::Harm, &["kill", "die", "injure", "attack", "disaster", "damage"]),
    (Family::Harm, CAUSES),
    (Family::Takeover, &["acquire", "bid", "merge"]),
    (Family::Deal, &["offer", "sign", "ask", "pursue", "withdraw", "reject", "accept", "revise", "complete", "approve"]),
    (Family::Employment, &["cut-jobs", "step-down", "appoint"]),
    (Family::Breakdown, &["outage"]),
    (Family::State, &["state", "birthday"]),
];

impl Action {
    /// The action of that name, in lower case.
    pub fn new(name: &str) -> Self {
        let name: Arc<str> = name.trim().to_lowercase().into();
        let of = |name: &str| FAMILIES.iter().find(|(_, actions)| actions.contains(&name)).map(|row| row.0);
        // "bus-crash": harm to one vehicle or site.
        let harm = || name.rsplit_once('-').and_then(|(_, cause)| of(cause)).filter(|f| matches!(f, Family::Harm | Family::Breakdown));
        let family = of(&name).or_else(harm).unwrap_or(Family::Other);
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

    /// The family it belongs to.
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
