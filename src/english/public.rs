//! The acts of public life: which verbs tell of them. Offices (FrameNet 1.7: Appointing, Hiring, Firing, Change_of_leadership), votes and
//! laws (Agree_or_refuse_to_act, Ratification, Deny_or_grant_permission), courts (Notification_of_charges, Verdict, Sentencing, Fining,
//! Judgment_communication), contests (Beat_opponent, Win_prize, Finish_competition), sanctions; VerbNet 3.4: appoint-29.1, fire-10.10,
//! declare-29.4, fine-54.6, approve-77.

use super::frames::{Frame, Shape};
use super::public_acts::Need;

const BILLS: &[&str] = &[
    "bill",
    "bills",
    "law",
    "laws",
    "act",
    "legislation",
    "measure",
    "resolution",
    "amendment",
    "budget",
    "treaty",
    "motion",
    "plan",
    "reform",
    "package",
    "constitution",
    "ban",
    "tax",
    "proposal",
    "decree",
    "referendum",
];
const PRIZES: &[&str] = &[
    "election",
    "elections",
    "vote",
    "race",
    "match",
    "game",
    "title",
    "cup",
    "Cup",
    "championship",
    "medal",
    "gold",
    "silver",
    "bronze",
    "prize",
    "award",
    "Prize",
    "Award",
    "trophy",
    "league",
    "primary",
    "referendum",
    "tournament",
    "final",
    "series",
    "seats",
    "presidency",
    "majority",
    "Open",
    "Championship",
];
const LOSSES: &[&str] =
    &["election", "vote", "match", "game", "title", "final", "race", "majority", "seat", "seats", "case", "appeal", "lawsuit"];
const PENALTIES: &[&str] = &["sanctions", "tariffs", "embargo", "ban", "curfew", "restrictions", "penalties", "duties", "fine", "tax"];

const PRODUCTS: &[&str] = &[
    "product",
    "products",
    "laptop",
    "laptops",
    "notebook",
    "notebooks",
    "phone",
    "phones",
    "smartphone",
    "smartphones",
    "computer",
    "computers",
    "tablet",
    "car",
    "cars",
    "model",
    "models",
    "version",
    "software",
    "service",
    "services",
    "device",
    "devices",
    "game",
    "console",
    "app",
    "album",
    "film",
    "movie",
    "book",
    "update",
    "patch",
    "browser",
    "camera",
    "watch",
    "vehicle",
    "truck",
    "satellite",
    "rocket",
    "missile",
    "line",
    "range",
    "handset",
    "player",
    "chip",
    "chips",
    "processor",
    "system",
    "platform",
    "fix",
    "drug",
    "vaccine",
    "website",
    "store",
    "feature",
    "features",
];

macro_rules! acts {
    ($($action:literal $need:expr, [$($verb:literal),*], [$($noun:literal),*];)*) => {
        &[$(Frame { action: $action, shape: Shape::Act($need), verbs: &[$($verb),*], nouns: &[$($noun),*] }),*]
    };
}

/// The table: the action, what it needs, its verbs, its nouns.
pub(super) static ACTS: &[Frame] = acts! {
    "appoint" Need::Person, ["appoint", "name", "promote", "reappoint", "install"], [];
    "nominate" Need::Person, ["nominate"], [];
    "elect" Need::Person, ["elect", "reelect"], [];
    "hire" Need::Person, ["hire"], [];
    "dismiss" Need::Person, ["sack", "fire", "dismiss", "oust", "impeach"], [];
    "sentence" Need::Person, ["sentence", "jail", "imprison"], [];
    "convict" Need::Person, ["convict"], [];
    "convict" Need::Guilty, ["find"], [];
    "plead" Need::Object(&["guilty", "innocent"]), ["plead"], [];
    "launch" Need::Object(PRODUCTS), ["launch", "unveil", "introduce", "release"], [];
    "acquit" Need::Person, ["acquit", "exonerate"], [];
    "indict" Need::Person, ["indict", "prosecute"], [];
    "extradite" Need::Person, ["extradite", "deport"], [];
    "sue" Need::Pair, ["sue"], [];
    "fine" Need::Pair, ["fine"], [];
    "beat" Need::Pair, ["beat", "defeat", "thrash", "rout", "edge", "outpoint", "overpower", "trounce", "upset"], [];
    "succeed" Need::Pair, ["succeed", "replace"], [];
    "win" Need::Object(PRIZES), ["win", "clinch"], [];
    "lose" Need::Object(LOSSES), [], [];
    "pass" Need::Object(BILLS), ["pass", "approve", "adopt", "enact", "ratify"], [];
    "reject-bill" Need::Object(BILLS), ["veto", "defeat"], [];
    "vote" Need::Agent, ["vote"], [];
    "impose" Need::Object(PENALTIES), ["impose", "lift", "slap"], [];
    "merge" Need::Pair, ["merge"], [];
};
