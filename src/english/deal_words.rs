//! The words of offers, contracts, demands and takeovers: what a verb does to the offer that is its object, and what names its terms.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::{Form, inflect};

/// What a verb does to the offer or the contract that is its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Brings it forward: who offers is the subject.
    Make,
    /// Somebody thinks about making it.
    Weigh,
    /// Whom it is made to is the subject.
    Get,
    /// Of either, as the words around say.
    Hold,
    /// Both sides agree on it.
    Sign,
    /// Somebody wants it.
    Seek,
    /// The other side says yes.
    Accept,
    /// The other side says no.
    Reject,
    /// Who made it takes it back.
    Withdraw,
    /// Who made it changes its terms.
    Revise,
    /// What was agreed on is carried out.
    Complete,
    /// Somebody who must agree does.
    Approve,
}

/// Verbs by what they do to an offer. FrameNet 1.7: Offering, Giving, Getting, Possession, Make_agreement_on_action, Desiring, Request,
/// Respond_to_proposal, Rejecting, Cause_change_of_position_on_a_scale, Activity_finish, Grant_permission; VerbNet 3.4: future_having-13.3,
/// reject-101, settle-89.
const EFFECTS: &[(Effect, &str)] = &[
    (Effect::Make, "make extend present submit table lodge launch give award unveil announce mount hand tender issue deliver propose"),
    (Effect::Weigh, "consider contemplate mull weigh prepare plan ponder plot eye negotiate discuss"),
    (Effect::Get, "receive get field draw attract land secure earn obtain win fetch"),
    (Effect::Hold, "have hold"),
    (Effect::Sign, "sign ink agree reach strike seal finalise finalize conclude clinch"),
    (Effect::Seek, "seek want demand ask request hope push pursue look chase require insist crave solicit"),
    (Effect::Accept, "accept"),
    (Effect::Reject, "reject refuse decline spurn rebuff dismiss snub turn"),
    (Effect::Withdraw, "withdraw pull rescind retract revoke drop yank scrap"),
    (Effect::Revise, "raise increase upgrade sweeten improve bump boost hike lift lower reduce trim revise"),
    (Effect::Complete, "complete close finish"),
    (Effect::Approve, "approve clear endorse ratify"),
];

/// Past tense and participle of the irregular ones (Quirk and others 1985, 3.11 to 3.20).
const IRREGULAR: &[(&str, &[&str])] = &[
    ("make", &["made"]),
    ("give", &["gave", "given"]),
    ("get", &["got", "gotten"]),
    ("draw", &["drew", "drawn"]),
    ("win", &["won"]),
    ("have", &["has", "had", "having"]),
    ("hold", &["held"]),
    ("strike", &["struck"]),
    ("seek", &["sought"]),
    ("withdraw", &["withdrew", "withdrawn"]),
];

/// The effects by the forms of their verbs.
static BY_FORM: LazyLock<FxHashMap<String, (Effect, Form)>> = LazyLock::new(|| {
    let mut map = FxHashMap::default();
    for (effect, verbs) in EFFECTS {
        for verb in verbs.split(' ') {
            for (form, text) in inflect(verb) {
                map.entry(text).or_insert((*effect, form));
            }
            for text in IRREGULAR.iter().filter(|row| row.0 == verb).flat_map(|row| row.1) {
                let form = if text.ends_with("ing") { Form::Ing } else { Form::Participle };
                map.insert((*text).to_owned(), (*effect, if *text == "has" { Form::Base } else { form }));
            }
        }
    }
    map
});

/// What the verb does to an offer, and its form.
pub(super) fn effect(word: &str) -> Option<(Effect, Form)> {
    BY_FORM.get(word.to_lowercase().as_str()).copied()
}

/// Nouns of asking, before "for": "his request for a ten-year deal".
pub(super) const REQUESTS: &[&str] = &["request", "demand", "bid", "wish", "desire", "hope", "push", "call", "appeal"];

/// Words that stand for the offer or the contract told before.
pub(super) const TERMS: &[&str] = &[
    "it",
    "offer",
    "deal",
    "bid",
    "proposal",
    "contract",
    "value",
    "price",
    "sum",
    "amount",
    "numbers",
    "number",
    "figure",
    "figures",
    "terms",
    "package",
    "total",
    "transaction",
];

/// Words that stand for a body told before. FrameNet 1.7 Organization, Businesses, Team.
pub(super) const BODIES: &[&str] = &[
    "team",
    "club",
    "company",
    "firm",
    "group",
    "franchise",
    "side",
    "organisation",
    "organization",
    "bank",
    "maker",
    "retailer",
    "carrier",
];

/// Words behind an organisation's name that give its terms: "the Rovers at eight years", "the Gulls (seven years".
pub(super) const AT: &[&str] = &["at", "(", "around", "about", "between", "roughly", "some", "nearly", "for", "with", "offering", ":"];

/// What follows a sum that is told for each year.
pub(super) const YEARLY: &[&str] = &["a", "per", "an", "each", "every", "annually", "annual", "yearly", "average"];

/// Periods that contracts are paid by.
pub(super) const PERIODS: &[&str] = &["year", "season", "annum", "campaign"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_find_their_effects() {
        for (word, wanted) in [
            ("made", Effect::Make),
            ("extended", Effect::Make),
            ("Withdrew", Effect::Withdraw),
            ("has", Effect::Hold),
            ("agreed", Effect::Sign),
            ("sought", Effect::Seek),
        ] {
            assert_eq!(effect(word).map(|e| e.0), Some(wanted), "{word}");
        }
        assert_eq!(effect("walked"), None);
    }
}
