//! The inventory of event types: which verbs and nouns speak of them, and the shape their participants take.

use crate::value::Status;

/// How the participants of an event stand around its trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Two sides on one footing: "A met B", "A and B met", "talks between A and B".
    Sides,
    /// As `Sides`, but the verb alone is no event: "A spoke" is not, "A spoke to B" is.
    SidesIfTwo,
    /// A host and a guest: "A received B", "B was received by A".
    Host,
    /// Somebody goes somewhere: "A visited P", "A's trip to P".
    Journey,
    /// Says where an event stands: "the trip was postponed".
    Status(Status),
    /// People come to harm, and are counted under the attribute.
    Harm(&'static str),
    /// A disaster: an event of its own, named by a noun.
    Disaster,
    /// Something that services run over fails.
    Outage,
    /// A company is bought: "A bought B for M".
    Purchase,
    /// As `Purchase` with the sides changed: "B sold C to A for M".
    Sale,
    /// Terms that are offered, agreed on or asked for.
    Deal(Terms),
    /// Jobs are lost.
    Jobs,
    /// Somebody leaves an office.
    Exit,
}

/// How far terms have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Terms {
    /// Offered: that need not lead anywhere.
    Offered,
    /// Agreed on.
    Agreed,
    /// Asked for.
    Asked,
}

/// An event type.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// The action that its events have.
    pub(super) action: &'static str,
    /// The shape of its participants.
    pub(super) shape: Shape,
    /// Its verbs, in the base form.
    pub(super) verbs: &'static [&'static str],
    /// Its nouns, in every form.
    pub(super) nouns: &'static [&'static str],
}

/// What those are called that are hurt badly: a part of the injured.
pub(super) const SERIOUS: &str = "in a serious condition";

/// The table. Verbs and nouns after FrameNet 1.7 (Meet_with, Discussion, Chatting, Visiting, Travel, Arriving, Killing,
/// Death, Cause_harm, Catastrophe, Commerce_buy, Commerce_sell, Quitting) and VerbNet 3.4 (meet-36.3, correspond-36.1).
pub(super) static FRAMES: &[Frame] = &[
    Frame {
        action: "meet",
        shape: Shape::Sides,
        verbs: &["meet", "confer", "sit", "spend"],
        nouns: &["meeting", "meetings", "summit", "encounter"],
    },
    Frame {
        action: "talk",
        shape: Shape::SidesIfTwo,
        verbs: &["talk", "speak", "negotiate"],
        nouns: &["talks", "conversation", "conversations", "dialogue", "negotiations", "conferences", "discussions"],
    },
    Frame { action: "shake-hands", shape: Shape::Sides, verbs: &["shake"], nouns: &["handshake"] },
    Frame { action: "receive", shape: Shape::Host, verbs: &["receive", "greet", "welcome", "host"], nouns: &[] },
    Frame { action: "phone", shape: Shape::SidesIfTwo, verbs: &["phone", "telephone"], nouns: &["call", "calls"] },
    Frame {
        action: "visit",
        shape: Shape::Journey,
        verbs: &["visit", "travel", "fly", "arrive", "land", "head", "come", "go"],
        nouns: &["visit", "trip", "journey", "tour", "arrival"],
    },
    Frame {
        action: "postpone",
        shape: Shape::Status(Status::Postponed),
        verbs: &["postpone", "delay", "defer", "put"],
        nouns: &["postponement"],
    },
    Frame { action: "cancel", shape: Shape::Status(Status::Cancelled), verbs: &["cancel", "scrap", "call"], nouns: &["cancellation"] },
    Frame { action: "kill", shape: Shape::Harm("killed"), verbs: &["kill", "die"], nouns: &["dead", "deaths", "toll"] },
    Frame { action: "injure", shape: Shape::Harm("injured"), verbs: &["injure", "wound", "hurt"], nouns: &[] },
    Frame { action: "kill", shape: Shape::Harm("missing"), verbs: &[], nouns: &["missing"] },
    Frame { action: "quake", shape: Shape::Disaster, verbs: &[], nouns: &["quake", "earthquake", "tremor", "temblor"] },
    Frame { action: "eruption", shape: Shape::Disaster, verbs: &[], nouns: &["eruption"] },
    Frame { action: "tsunami", shape: Shape::Disaster, verbs: &[], nouns: &["tsunami"] },
    Frame { action: "aftershock", shape: Shape::Disaster, verbs: &[], nouns: &["aftershock"] },
    Frame { action: "landslide", shape: Shape::Disaster, verbs: &[], nouns: &["landslide", "mudslide", "slide", "avalanche"] },
    Frame { action: "fire", shape: Shape::Disaster, verbs: &[], nouns: &["fire", "blaze", "wildfire"] },
    Frame { action: "flood", shape: Shape::Disaster, verbs: &[], nouns: &["flood", "floods", "flooding"] },
    Frame {
        action: "storm",
        shape: Shape::Disaster,
        verbs: &[],
        nouns: &["storm", "hurricane", "typhoon", "cyclone", "tornado", "blizzard", "twister"],
    },
    Frame { action: "crash", shape: Shape::Disaster, verbs: &["crash", "collide", "derail"], nouns: &["crash", "collision", "derailment"] },
    Frame { action: "explode", shape: Shape::Disaster, verbs: &["explode"], nouns: &["explosion", "blast", "bombing"] },
    Frame { action: "accident", shape: Shape::Disaster, verbs: &[], nouns: &["accident"] },
    Frame { action: "shoot", shape: Shape::Disaster, verbs: &[], nouns: &["shooting"] },
    Frame { action: "stab", shape: Shape::Disaster, verbs: &[], nouns: &["stabbing"] },
    Frame { action: "sink", shape: Shape::Disaster, verbs: &["sink", "capsize"], nouns: &["sinking", "capsizing", "shipwreck"] },
    Frame { action: "collapse", shape: Shape::Disaster, verbs: &["collapse"], nouns: &["collapse"] },
    Frame { action: "disaster", shape: Shape::Disaster, verbs: &[], nouns: &["disaster", "tragedy", "catastrophe"] },
    Frame {
        action: "acquire",
        shape: Shape::Purchase,
        verbs: &["buy", "acquire", "purchase", "obtain"],
        nouns: &["takeover", "acquisition", "purchase", "buyout", "merger"],
    },
    Frame { action: "acquire", shape: Shape::Sale, verbs: &["sell", "trade"], nouns: &[] },
    Frame {
        action: "offer",
        shape: Shape::Deal(Terms::Offered),
        verbs: &["offer", "bid"],
        nouns: &["offer", "offers", "bid", "bids", "proposal", "proposals"],
    },
    Frame {
        action: "sign",
        shape: Shape::Deal(Terms::Agreed),
        verbs: &["sign", "ink"],
        nouns: &["contract", "contracts", "deal", "deals", "extension", "pact"],
    },
    Frame { action: "ask", shape: Shape::Deal(Terms::Asked), verbs: &["seek", "demand"], nouns: &[] },
    Frame { action: "cut-jobs", shape: Shape::Jobs, verbs: &["cut", "shed", "axe", "lose"], nouns: &["layoffs"] },
    Frame { action: "step-down", shape: Shape::Exit, verbs: &["step", "resign", "quit", "leave"], nouns: &["resignation", "departure"] },
];
