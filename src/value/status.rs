//! Where an event stands.

/// A stage of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Meant to take place.
    Planned,
    /// Put off to a later time.
    Postponed,
    /// Called off.
    Cancelled,
    /// Has begun and goes on.
    UnderWay,
    /// Took place.
    Held,
    /// Is over.
    Ended,
    /// Of an offer: who made it took it back.
    Withdrawn,
    /// Of an offer: the other side said no.
    Rejected,
    /// Of an offer: the other side said yes.
    Accepted,
}

impl Status {
    const NAMES: [(Self, &'static str); 9] = [
        (Self::Planned, "planned"),
        (Self::Postponed, "postponed"),
        (Self::Cancelled, "cancelled"),
        (Self::UnderWay, "under-way"),
        (Self::Held, "held"),
        (Self::Ended, "ended"),
        (Self::Withdrawn, "withdrawn"),
        (Self::Rejected, "rejected"),
        (Self::Accepted, "accepted"),
    ];

    /// Its name in the interchange contract.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The status of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }
}
