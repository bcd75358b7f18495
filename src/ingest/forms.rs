//! The words that fields of records can have, as the schema lists them. Read they are by the types of the room `claim`; a
//! test holds the two together.
#![allow(dead_code, reason = "only their schemas are used")]

macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident),* }; )*) => {$(
        $(#[$doc])*
        #[derive(schemars::JsonSchema)]
        #[schemars(rename_all = "kebab-case")]
        pub(super) enum $name { $($variant),* }
    )*};
}

forms! {
    /// How far the source commits itself: what it says happened is asserted.
    Modality { Asserted, Planned, Expected, Possible, Denied, Hypothetical };
    /// Whether the source says that it is so.
    Polarity { Positive, Negative };
    /// What a name stands for.
    EntityKind { Person, Organisation, Place, Other };
    /// What a person decided.
    Verdict { SameEvent, DifferentEvent, Conflicts, NoConflict, Corroborates, Unsure, SameEntity, DifferentEntity };
    /// The kinds of value.
    ValueKind { Duration, Time, Quantity, Place, Entity, Status, Quotation, Text, Boolean };
    /// How many values an attribute can have at once.
    Cardinality { Exclusive, Set, Free };
    /// Which way a value goes while an event unfolds.
    Direction { Up, Down, Both, None };
    /// Whether a bare figure is exact.
    Exactness { Exact, Round };
}
