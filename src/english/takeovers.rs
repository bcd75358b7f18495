//! Takeovers beyond the verb of buying: the noun, the closing, votes and approvals, the price, and the jobs that go.

use std::ops::Range;

use super::deal_phrases::is_money;
use super::deal_words::{Effect, effect};
use super::discourse::{Discourse, Happening, Scene, Trigger};
use super::factuality::{self, Chain};
use super::frames::Frame;
use super::lexicon::{Class, Form};
use super::values::Draft;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::normalize::{TimeSpan, TimeValue};
use crate::value::Value;
use crate::words::List;

/// Who votes. FrameNet 1.7 Change_of_leadership, Organization, People_by_vocation.
const VOTERS: &[&str] = &[
    "shareholders",
    "stockholders",
    "investors",
    "members",
    "lawmakers",
    "legislators",
    "parliament",
    "senators",
    "deputies",
    "delegates",
    "councillors",
    "creditors",
    "voters",
    "board",
    "council",
    "committee",
    "assembly",
    "senate",
    "unions",
    "owners",
    "MPs",
];

impl Discourse {
    /// The firms of the takeover told of last.
    pub(super) fn firms(&self) -> Vec<(usize, Option<&'static str>)> {
        self.deals.merger.map(|m| self.happenings[m].participants.clone()).unwrap_or_default()
    }

    /// "its takeover of X", "the acquisition of X by Y", "announced the takeover".
    pub(super) fn takeover_noun(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame) -> Option<Trigger> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let noun = self.noun_of(scene, at);
        let effect = noun.governor.as_ref().map(|g| g.effect);
        let mut extent = noun.start..at + 1;
        let mut who: Vec<usize> = noun.owner.clone();
        if let Some(governor) = noun.governor.as_ref().filter(|g| !g.passive)
            && let Some(subject) = clauses.subject(governor.chain.tokens.start)
        {
            who.extend(self.who(scene, subject, None));
            extent.start = extent.start.min(subject.tokens.start);
        }
        for i in at + 1..(at + 12).min(clauses.clause_end(at)) {
            if matches!(view.str(i), "of" | "by" | "from")
                && let Some(p) = clauses.phrases.iter().find(|p| p.tokens.start > i && p.tokens.start <= i + 5 && !p.possessive)
            {
                who.extend(self.who(scene, p, None));
                extent.end = extent.end.max(p.tokens.end);
            }
        }
        who.retain(|e| scene.entities.all[*e].kind != EntityKind::Place);
        let mut participants: Vec<(usize, Option<&'static str>)> = Vec::new();
        for e in who {
            if !participants.iter().any(|p| p.0 == e) {
                participants.push((e, None));
            }
        }
        let known = self.firms();
        if participants.len() < 2 && participants.iter().all(|p| known.iter().any(|k| k.0 == p.0) || known.len() == 1) {
            participants.extend(known.iter().filter(|k| participants.iter().all(|p| p.0 != k.0)).copied().collect::<Vec<_>>());
        }
        if participants.len() < 2 {
            return None;
        }
        let same = self.deals.merger.filter(|m| {
            let all = &self.happenings[*m].participants;
            participants.iter().all(|p| all.iter().any(|q| q.0 == p.0)) || all.iter().all(|q| participants.iter().any(|p| p.0 == q.0))
        });
        let fresh = same.is_none_or(|m| !self.deals.merger_told.contains(&m));
        let event = same.unwrap_or_else(|| {
            self.happenings.push(Happening::new(frame.action, Vec::new()));
            self.happenings.len() - 1
        });
        if participants.len() > self.happenings[event].participants.len() {
            self.happenings[event].participants = participants;
        }
        self.deals.merger = Some(event);
        // Its closing, its approval and what may come of it are events of their own.
        if matches!(effect, Some(Effect::Complete | Effect::Approve | Effect::Reject | Effect::Withdraw | Effect::Seek | Effect::Revise)) {
            return None;
        }
        let mut standing = factuality::around(clauses, at, Modality::Asserted, Polarity::Positive);
        if let Some(governor) = &noun.governor {
            standing = (governor.chain.modality, governor.chain.polarity);
        }
        if effect == Some(Effect::Weigh) {
            standing.0 = Modality::Possible;
        }
        if fresh {
            self.deals.merger_told.push(event);
        }
        let (modality, polarity) = standing;
        Some(Trigger { token: at, frame, extent, modality, polarity, event, fresh, each: false, verbal: true })
    }
}

/// The claims of closings, votes, prices and jobs of a sentence.
pub(super) fn drafts(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    for at in scene.clauses.sentence.clone() {
        completion(scene, discourse, at, out);
        vote(scene, discourse, at, out);
        agreed(scene, discourse, at, out);
    }
    jobs(scene, discourse, out);
}

/// An event told by the words of `extent`, around `at`, with its time.
struct Told {
    action: &'static str,
    at: usize,
    extent: Range<usize>,
    modality: Modality,
    polarity: Polarity,
}

/// Adds an event with its occurrence and its time.
fn tell(scene: &Scene<'_>, discourse: &mut Discourse, told: &Told, who: Vec<(usize, Option<&'static str>)>, out: &mut Vec<Draft>) -> usize {
    discourse.happenings.push(Happening::new(told.action, who));
    let event = discourse.happenings.len() - 1;
    let draft = |attribute: &str, value, said: Range<usize>| Draft {
        event,
        attribute: attribute.into(),
        subject: None,
        of: None,
        value,
        quote: told.extent.start.min(said.start)..told.extent.end.max(said.end),
        said,
        modality: told.modality,
        polarity: told.polarity,
        at: told.at,
    };
    out.push(draft("occurrence", Value::Boolean(true), told.at..told.at + 1));
    if let Some((span, value)) = time_of(scene, told.at).filter(|_| told.polarity == Polarity::Positive) {
        // What another event was given as its time is this one's.
        out.retain(|d| !(&*d.attribute == "time" && d.said == span.tokens));
        discourse.happenings[event].time = Some(value);
        let mut time = draft("time", Value::Time(value), span.tokens.clone());
        time.polarity = Polarity::Positive;
        out.push(time);
    }
    event
}

/// The time in the clause of `at`, the first behind it or else before it; or in a relative clause of expectation behind.
fn time_of<'s>(scene: &'s Scene<'_>, at: usize) -> Option<(&'s TimeSpan, crate::value::Time)> {
    let clauses = scene.clauses;
    let time = |t: &'s TimeSpan| if let TimeValue::Time(v) = t.value { v.entailed().map(|_| (t, v)) } else { None };
    let own = |t: &&TimeSpan| clauses.clause_of(t.tokens.start) == clauses.clause_of(at);
    let behind = scene.times.iter().filter(|t| t.tokens.start > at).filter(own).find_map(time);
    let before = || scene.times.iter().filter(|t| t.tokens.end <= at).filter(own).filter_map(time).next_back();
    let relative = || {
        let next = clauses.clause_end(at);
        let expects = clauses.view.str(next) == "which" && (next..clauses.clause_end(next)).any(|i| clauses.view.is(i, Class::EXPECT));
        let in_next = |t: &&TimeSpan| clauses.clause_of(t.tokens.start) == clauses.clause_of(next);
        scene.times.iter().filter(in_next).find_map(time).filter(|_| expects)
    };
    behind.or_else(before).or_else(relative)
}

/// "completed its takeover of X", "expects to close the deal", "the deal closes", "when the takeover is complete".
fn completion(scene: &Scene<'_>, discourse: &mut Discourse, at: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let adjective = view.str(at) == "complete" && view.is(at.wrapping_sub(1), Class::BE);
    let Some((Effect::Complete, form)) = effect(view.str(at)) else { return };
    if discourse.firms().len() < 2 {
        return;
    }
    let chain = if adjective { adjectival(scene, at) } else { factuality::chain(clauses, at, form) };
    let transaction = |i: usize| List::Transactions.has(view.str(i));
    let object = (at + 1..(at + 8).min(clauses.clause_end(at))).find(|i| transaction(*i)).or(Some(at + 1).filter(|i| view.str(*i) == "it"));
    let subject = (clauses.clause_start(at)..chain.tokens.start).rfind(|i| transaction(*i));
    let Some(noun) = object.filter(|_| !adjective).or(subject) else { return };
    let depends = view.is(clauses.clause_start(at), Class::SUBORD.or(Class::WHO).or(Class::IF));
    let modality = match chain.modality {
        Modality::Asserted if adjective || (form == Form::Base && depends) => Modality::Expected,
        told => told,
    };
    // "will step down when the deal closes": told by the way, without a time of its own.
    let aside = clauses.clause_of(at) > 0
        && view.is(clauses.clause_start(at), Class::SUBORD.or(Class::WHO))
        && form == Form::Base
        && time_of(scene, at).is_none();
    if aside {
        return;
    }
    let start = clauses
        .subject(chain.tokens.start)
        .filter(|p| clauses.clause_of(p.tokens.start) == clauses.clause_of(at))
        .map_or(chain.tokens.start, |p| p.tokens.start);
    let told = Told {
        action: "complete",
        at,
        extent: start.min(noun).min(chain.tokens.start)..(at + 1).max(noun + 1),
        modality,
        polarity: chain.polarity,
    };
    let who = discourse.firms();
    tell(scene, discourse, &told, who, out);
}

/// "is complete": as if it were a participle.
fn adjectival(scene: &Scene<'_>, at: usize) -> Chain {
    factuality::chain(scene.clauses, at, Form::Participle)
}

/// "Shareholders are due to vote on the purchase", "the shareholders approved the takeover".
fn vote(scene: &Scene<'_>, discourse: &mut Discourse, at: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let word = view.str(at);
    let votes = matches!(word, "vote" | "voted" | "votes" | "voting");
    let approves =
        matches!(effect(word), Some((Effect::Approve, _))) || matches!(word, "backed" | "back" | "rejected" | "reject" | "passed");
    if !votes && !approves || view.is(at.wrapping_sub(1), Class::THE.or(Class::AN)) {
        return;
    }
    let form = if word.ends_with("ed") { Form::Past } else { Form::Base };
    let chain = factuality::chain(clauses, at, form);
    let here = clauses.clause_start(at)..chain.tokens.start;
    let grants = matches!(effect(word), Some((Effect::Approve, _)));
    let voters = here.clone().rfind(|i| VOTERS.contains(&view.str(*i)) || VOTERS.contains(&&*view.str(*i).to_lowercase()));
    // Regulators and courts do not vote.
    let granted = || clauses.subject(chain.tokens.start).map_or(here.start, |p| p.tokens.start);
    let Some(from) = voters.or(grants.then(granted)) else { return };
    let on = (at + 1..(at + 8).min(clauses.clause_end(at)))
        .find(|i| List::Transactions.has(view.str(*i)) || matches!(view.str(*i), "bid" | "offer"));
    let firms = discourse.firms();
    let Some(on) = on.filter(|_| firms.len() > 1) else { return };
    let owner = clauses.phrases.iter().find(|p| p.possessive && p.tokens.end <= from && p.tokens.end + 2 >= from);
    let start = owner.map_or(from, |p| p.tokens.start);
    let told = Told {
        action: if voters.is_some() { "vote" } else { "approve" },
        at,
        extent: start..on + 1,
        modality: chain.modality,
        polarity: if word.starts_with("reject") { Polarity::Positive } else { chain.polarity },
    };
    tell(scene, discourse, &told, firms, out);
}

/// "The two sides agreed in March on a price of …", "has agreed on 1.2 billion euros for a business": the deal, with its price.
fn agreed(scene: &Scene<'_>, discourse: &mut Discourse, at: usize, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let Some(merger) = discourse.deals.merger.filter(|_| matches!(view.str(at), "agreed" | "agree")) else { return };
    let sum = scene.quantities.iter().find(|q| is_money(q) && q.tokens.start > at && q.tokens.start <= at + 10);
    let on = |end: usize| (at + 1..end).any(|i| view.str(i) == "on");
    let fee = |start: usize| (at..start).any(|i| matches!(view.str(i), "fee" | "fine" | "penalty" | "cut" | "loan"));
    let Some(sum) = sum.filter(|q| on(q.tokens.start) && !fee(q.tokens.start)) else { return };
    let time = scene
        .times
        .iter()
        .find(|t| t.tokens.start > at && t.tokens.start < sum.tokens.start)
        .and_then(|t| if let TimeValue::Time(v) = t.value { Some((t, v)) } else { None });
    let start = clauses.clause_start(at).max(at.saturating_sub(6));
    let extent = start..sum.tokens.end;
    let draft = |attribute: &str, value, said: Range<usize>| Draft::told(merger, attribute, value, said, extent.clone(), at);
    if !discourse.deals.merger_told.contains(&merger) {
        discourse.deals.merger_told.push(merger);
        out.push(draft("occurrence", Value::Boolean(true), at..at + 1));
    }
    if let Some((span, value)) = time {
        out.retain(|d| !(&*d.attribute == "time" && d.said == span.tokens));
        discourse.happenings[merger].time.get_or_insert(value);
        out.push(draft("time", Value::Time(value), span.tokens.clone()));
    }
    discourse.keep_host(at, at, extent.clone(), vec![merger], (Modality::Asserted, Polarity::Positive));
}

/// "About 300 jobs will go", "provides 4,100 jobs".
fn jobs(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    for span in scene.quantities.iter().filter(|q| matches!(q.value.unit.as_str(), "job" | "post" | "position")) {
        let end = span.noun.as_ref().map_or(span.tokens.end, |n| n.end.max(span.tokens.end));
        if out.iter().any(|d| &*d.attribute == "jobs" && d.said.start == span.tokens.start) {
            continue;
        }
        let verb = (end..(end + 5).min(clauses.sentence.end))
            .find(|i| matches!(view.str(*i), "go" | "disappear" | "vanish" | "risk" | "went" | "gone"));
        let before = span.tokens.start.checked_sub(1).map_or("", |i| view.str(i));
        let keeps =
            matches!(before, "provides" | "provide" | "provided" | "supports" | "supported" | "employs" | "has" | "maintains" | "offers");
        let creates = matches!(before, "create" | "creates" | "created" | "add" | "added" | "adds" | "creating");
        let (action, modality, at, who) = if let Some(verb) = verb {
            let modality =
                if view.str(verb) == "risk" { Modality::Possible } else { factuality::chain(clauses, verb, Form::Base).modality };
            ("cut-jobs", modality, verb, discourse.firms())
        } else if keeps || creates {
            let subject = clauses.subject(span.tokens.start - 1);
            let who = subject.map(|p| discourse.who(scene, p, None)).unwrap_or_default();
            let chain = factuality::chain(clauses, span.tokens.start - 1, if before.ends_with("ed") { Form::Past } else { Form::Base });
            (
                if keeps { "employ" } else { "create-jobs" },
                chain.modality,
                span.tokens.start - 1,
                who.into_iter().map(|e| (e, None)).collect(),
            )
        } else {
            continue;
        };
        let start = clauses
            .subject(at)
            .filter(|p| p.tokens.end <= span.tokens.start && clauses.clause_of(p.tokens.start) == clauses.clause_of(at))
            .map_or(span.tokens.start, |p| p.tokens.start);
        discourse.happenings.push(Happening::new(action, who));
        out.push(Draft {
            event: discourse.happenings.len() - 1,
            attribute: "jobs".into(),
            subject: None,
            of: None,
            value: Value::Quantity(span.value.clone()),
            said: span.tokens.start..end,
            quote: start..end.max(at + 1),
            modality,
            polarity: Polarity::Positive,
            at,
        });
    }
}
