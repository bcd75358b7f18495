//! What people decided: which of it holds together, and what becomes of the rest.
//!
//! Of two decisions that cannot hold beside each other the later holds, as far as their times are told; the earlier one is
//! refused, and the refusal names who decided otherwise. Nothing is dropped without a word: each decision stands in the result, as
//! applied or as refused.

use rustc_hash::FxHashMap;

use super::intake::{OnClaims, is_of_event};
use crate::claim::{About, Decision, Location, Rejected, RejectionCode, Verdict};
use crate::graph::Decided;
use crate::linkage::{Ruling, settle};
use crate::text::cleaned;

/// The decisions of a batch about claims.
pub(super) struct Decisions<'a> {
    /// Those on events that hold.
    pub(super) events: Vec<OnClaims<'a>>,
    /// Those on how two claims stand that hold, one a pair.
    pub(super) claims: Vec<OnClaims<'a>>,
    /// All, and what became of them.
    pub(super) all: Vec<Decided>,
}

impl<'a> Decisions<'a> {
    /// `told` is in the order of standing.
    pub(super) fn of(told: &[OnClaims<'a>], rejected: &mut Vec<Rejected>) -> Self {
        let (events, claims): (Vec<OnClaims<'a>>, Vec<OnClaims<'a>>) = told.iter().partition(|d| is_of_event(d.decision));
        let rulings: Vec<Ruling> = events.iter().map(|d| Ruling { ends: d.pair, same: d.decision.verdict == Verdict::SameEvent }).collect();
        let mut found = Self { events: Vec::new(), claims: Vec::new(), all: Vec::new() };
        for (d, against) in events.iter().zip(settle(&rulings)) {
            if against.is_empty() {
                found.events.push(*d);
            }
            let others: Vec<&Decision> = against.rulings.iter().map(|&i| events[i].decision).collect();
            found.all.push(outcome((d.decision, d.at), &others, against.is_cut, rejected));
        }
        let mut first: FxHashMap<(u32, u32), &Decision> = FxHashMap::default();
        for d in &claims {
            let holds = *first.entry(d.pair).or_insert(d.decision);
            if std::ptr::eq(holds, d.decision) {
                found.claims.push(*d);
            }
            let others: &[&Decision] = if holds.verdict == d.decision.verdict { &[] } else { &[holds] };
            found.all.push(outcome((d.decision, d.at), others, false, rejected));
        }
        found
    }
}

/// What becomes of a decision that `others` stand against. Where one of them is somebody else's, a refusal is reported as well:
/// who changes his own mind contradicts nobody. Where `is_cut` there are more than those, by whomever.
pub(super) fn outcome(
    (decision, at): (&Decision, Option<&Location>),
    others: &[&Decision],
    is_cut: bool,
    rejected: &mut Vec<Rejected>,
) -> Decided {
    let refused = (!others.is_empty()).then(|| refusal(decision, others, is_cut));
    let by_others = is_cut || others.iter().any(|o| o.by != decision.by);
    rejected
        .extend(refused.as_ref().filter(|_| by_others).map(|reason| Rejected::at(at, reason).coded(RejectionCode::DecisionContradicted)));
    Decided { decision: decision.clone(), refused }
}

fn refusal(decision: &Decision, others: &[&Decision], is_cut: bool) -> String {
    let said: Vec<String> = others.iter().map(|o| told(o)).collect();
    let beside = if others.len() == 1 { "that of" } else { "those of" };
    let more = if is_cut { "; and of more in a chain with these" } else { "" };
    cleaned(format!("the decision of {} does not hold beside {beside} {}{more}, no earlier", told(decision), said.join("; and of ")))
}

/// "R. Hale of 2031-05-06 (same-event: ca, cb)".
fn told(decision: &Decision) -> String {
    let when = if decision.at.is_empty() { String::new() } else { format!(" of {}", decision.at) };
    let by = if decision.by.is_empty() { "somebody not named" } else { &*decision.by };
    let (a, b) = match &decision.about {
        About::Claims(a, b) => (a.as_str(), b.as_str()),
        About::Entities(a, b) => (&**a, &**b),
    };
    format!("{by}{when} ({}: {a}, {b})", decision.verdict)
}
