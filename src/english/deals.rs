//! Offers, contracts and demands: who offers whom, who agrees with whom, who asks, and what became of it.
//!
//! A verb ("offered him a contract") or a noun with the verb that it is the object of ("made an offer", "withdrew their bid") opens an
//! event or points back to one. Every mention is kept as a [`Host`], to which `deal_terms` gives sums and lengths.

use std::ops::Range;

use super::clause::{Phrase, Who};
use super::deal_phrases::{
    Governor, Owner, between, governor, is_money, is_verb_here, names_deal, near_body, opens, phrase_start, phrases_behind, priced,
    reaches, repeated, shares_terms, unplaced, verb_before,
};
use super::deal_words::{BODIES, Effect};
use super::discourse::{BACK, Discourse, Happening, MOST_BACK, Scene, Trigger, is_person};
use super::factuality::{self, Chain};
use super::frames::{Frame, Shape, Terms};
use super::lexicon::Class;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::value::Status;

/// Who brings an offer forward.
const OFFEROR: Option<&str> = Some("offeror");
/// Whom it is made to.
const RECIPIENT: Option<&str> = Some("recipient");
/// How far behind a noun its parties stand.
const BEHIND: usize = 12;

/// A mention of an offer, contract or demand, to which terms can belong.
#[derive(Clone, Debug)]
pub(super) struct Host {
    /// The verb or noun.
    pub(super) token: usize,
    /// Where its noun phrase begins; of a verb, the verb.
    pub(super) start: usize,
    /// From the first party to the last.
    pub(super) extent: Range<usize>,
    /// The events: several where each of several made one.
    pub(super) events: Vec<usize>,
    pub(super) modality: Modality,
    pub(super) polarity: Polarity,
}

/// What became of an offer, to be claimed of it.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub(super) event: usize,
    pub(super) status: Status,
    pub(super) token: usize,
    pub(super) extent: Range<usize>,
    pub(super) modality: Modality,
    pub(super) polarity: Polarity,
}

/// What an article has said of offers so far.
#[derive(Debug, Default)]
pub(super) struct Deals {
    /// All offers, contracts and demands, in the order of the text.
    pub(super) told: Vec<usize>,
    /// Those of the sentence being read.
    pub(super) hosts: Vec<Host>,
    /// Outcomes told in the sentence being read.
    pub(super) outcomes: Vec<Outcome>,
    /// The body that was last a subject.
    pub(super) body: Option<usize>,
    /// Those who speak for others: an offer to an agent is one to the client.
    pub(super) agents: Vec<usize>,
    /// The person whom the article names most, if one is.
    pub(super) focus: Option<usize>,
    /// The takeover mentioned last.
    pub(super) merger: Option<usize>,
    /// The takeovers whose occurrence has been claimed.
    pub(super) merger_told: Vec<usize>,
    /// The offer or contract mentioned last.
    pub(super) last: Option<usize>,
}

/// The sides of a mention.
#[derive(Clone, Debug, Default)]
struct Sides {
    from: Vec<usize>,
    to: Vec<usize>,
    extent: Range<usize>,
}

/// A noun with the phrase around it.
pub(super) struct Noun<'a> {
    at: usize,
    pub(super) start: usize,
    pub(super) owner: Vec<usize>,
    definite: bool,
    pub(super) governor: Option<Governor>,
    behind: Vec<(&'a str, &'a Phrase)>,
}

/// Whether an entity is a firm, a club or another body, as far as the article shows.
pub(super) fn is_body(scene: &Scene<'_>, entity: usize) -> bool {
    scene.entities.all[entity].kind == EntityKind::Organisation
}

/// Whether an entity may be hired: somebody with a name, and no spokesman or other officer.
pub(super) fn is_talent(scene: &Scene<'_>, entity: usize) -> bool {
    is_person(scene, entity) && scene.entities.all[entity].offices.is_empty()
}

impl Discourse {
    /// Forgets the mentions of the sentence before.
    pub(super) fn turn_deals(&mut self) {
        self.deals.hosts.clear();
        self.deals.outcomes.clear();
    }

    /// The entities of a phrase; "it" and "they" are the body that was last a subject.
    fn parties(&self, scene: &Scene<'_>, phrase: &Phrase) -> Vec<usize> {
        if phrase.who == [Who::Two] {
            let near = near_body(scene, phrase.tokens.start).or(self.deals.body);
            return near.map_or_else(|| self.who(scene, phrase, None), |b| vec![b]);
        }
        self.who(scene, phrase, None)
    }

    /// The subject of the chain of verbs.
    fn deal_subject(&self, scene: &Scene<'_>, chain: &Chain) -> (Vec<usize>, Option<usize>) {
        let start = chain.tokens.start;
        // "his club", "the team": a body without its name.
        if let Some(at) = start.checked_sub(1).filter(|i| BODIES.contains(&scene.clauses.view.str(*i))) {
            let body = near_body(scene, at).or(self.deals.body);
            return (body.into_iter().collect(), Some(at.saturating_sub(1)));
        }
        match scene.clauses.subject(start) {
            Some(p) => (self.parties(scene, p), Some(p.tokens.start)),
            None => (Vec::new(), None),
        }
    }

    /// Who makes an offer: of a body and its officers the body, which also stands for officers alone.
    fn offerors(&self, scene: &Scene<'_>, at: usize, from: Vec<usize>) -> Vec<usize> {
        let bodies: Vec<usize> = from.iter().copied().filter(|e| is_body(scene, *e)).collect();
        if !bodies.is_empty() {
            return bodies;
        }
        let officers = from.iter().any(|e| !scene.entities.all[*e].offices.is_empty());
        let gerund = scene.clauses.view.str(at).ends_with("ing");
        let body = near_body(scene, at).or(self.deals.body.filter(|_| !gerund));
        if (officers || gerund)
            && let Some(body) = body
        {
            vec![body]
        } else {
            from
        }
    }

    /// Whom an offer is made to, agents aside.
    fn clients(&self, to: Vec<usize>) -> Vec<usize> {
        to.into_iter().filter(|e| !self.deals.agents.contains(e)).collect()
    }

    /// "The club offered X a contract", "X was offered a contract by the club", "X signed with the club", "X is seeking …".
    pub(super) fn deal_verb(
        &mut self,
        scene: &Scene<'_>,
        at: usize,
        frame: &'static Frame,
        terms: Terms,
        chain: &Chain,
    ) -> Option<Trigger> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        if view.is(at + 1, Class::TO) {
            return None;
        }
        let chain = &repeated(scene, at, chain);
        let (subject, start) = self.deal_subject(scene, chain);
        let direct = clauses.phrases.iter().find(|p| p.tokens.start > at && p.tokens.start <= at + 7 && opens(scene, at + 1, p));
        let direct = direct.filter(|p| !p.possessive && !p.governed && reaches(scene, at, p));
        let object = direct.map(|p| self.parties(scene, p)).unwrap_or_default();
        let behind = phrases_behind(scene, at + 1, clauses.clause_end(at));
        let mut sides = Sides { extent: start.unwrap_or(chain.tokens.start).min(chain.tokens.start)..at + 1, ..Sides::default() };
        if let Some(p) = direct {
            sides.extent.end = p.tokens.end;
        }
        let (mut from, mut to) = if chain.passive { (Vec::new(), subject) } else { (subject, object) };
        for (preposition, phrase) in &behind {
            let who = self.parties(scene, phrase);
            match (*preposition, terms) {
                ("by", _) if chain.passive => from.extend(who),
                ("to" | "for", Terms::Offered) | ("with" | "for", Terms::Agreed) if to.is_empty() => to.extend(who),
                _ => continue,
            }
            sides.extent.end = sides.extent.end.max(phrase.tokens.end);
        }
        (sides.from, sides.to) = (unplaced(scene, from), self.clients(unplaced(scene, to)));
        if terms == Terms::Offered && !chain.passive {
            sides.from = self.offerors(scene, chain.tokens.start, sides.from);
        }
        sides.to.retain(|e| !sides.from.contains(e));
        let has_terms = scene.quantities.iter().any(|q| is_money(q) && q.tokens.start > at) || names_deal(scene, at);
        let enough = match terms {
            Terms::Offered => {
                // "Offered advice to X" is no offer in an article that tells of none.
                let known = has_terms || !self.deals.hosts.is_empty() || self.deals.merger.is_some();
                !sides.from.is_empty() && (!sides.to.is_empty() || has_terms) && known
                    || (chain.passive && !sides.to.is_empty() && has_terms)
            }
            Terms::Agreed => !sides.from.is_empty() && !sides.to.is_empty() || (names_deal(scene, at) && !sides.from.is_empty()),
            Terms::Asked => !sides.from.is_empty() && has_terms && names_deal(scene, at),
        };
        if !enough {
            return None;
        }
        if terms == Terms::Asked {
            sides.to.clear();
        }
        Some(self.deal(scene, frame, terms, at, sides, chain))
    }

    /// "an eight-year offer to X", "withdrew its bid", "agreed to a deal with the club".
    pub(super) fn deal_noun(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, terms: Terms) -> Option<Trigger> {
        let view = scene.clauses.view;
        if is_verb_here(scene, at) || view.str(at + 1) == "to" && view.words[at + 2].verb.is_some() {
            return None;
        }
        let noun = self.noun_of(scene, at);
        let governing = noun.governor.as_ref().map(|g| g.token);
        // "offered X a contract": the verb has told of it already.
        if let Some(host) =
            self.deals.hosts.iter_mut().find(|h| governing == Some(h.token) || (h.token < at && verb_before(scene, h, noun.start)))
        {
            host.extent.end = host.extent.end.max(at + 1);
            (host.start, host.token) = (host.start.min(noun.start), host.token);
            let (event, modality, polarity) = (host.events[0], host.modality, host.polarity);
            self.deals.hosts.push(Host { token: at, start: noun.start, ..self.deals.hosts.last()?.clone() });
            let extent = noun.start..at + 1;
            return Some(Trigger { token: at, frame, extent, modality, polarity, event, fresh: false, each: false, verbal: true });
        }
        match (terms, noun.governor.as_ref().map(|g| g.effect)) {
            (_, Some(effect @ (Effect::Withdraw | Effect::Reject | Effect::Accept | Effect::Revise))) => {
                self.answered(scene, &noun, effect)
            }
            (Terms::Offered, Some(Effect::Make | Effect::Weigh)) => self.made(scene, &noun, frame, terms),
            (Terms::Offered, Some(Effect::Get | Effect::Hold)) => self.got(scene, &noun, frame),
            (Terms::Agreed, Some(Effect::Sign | Effect::Hold | Effect::Make)) => self.made(scene, &noun, frame, Terms::Agreed),
            (Terms::Agreed, Some(Effect::Seek | Effect::Get)) => self.made(scene, &noun, ask_frame(), Terms::Asked),
            (Terms::Agreed, Some(Effect::Weigh)) | (_, Some(Effect::Seek | Effect::Sign | Effect::Complete | Effect::Approve)) => None,
            (_, None) => self.bare(scene, &noun, frame, terms),
            (Terms::Asked, Some(_)) => None,
        }
    }

    /// The noun phrase that ends at `at`: where it begins, whose it is, and the verb that it is the object of.
    pub(super) fn noun_of<'s>(&self, scene: &'s Scene<'_>, at: usize) -> Noun<'s> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let (start, owner) = phrase_start(scene, at);
        let owner = owner.map(|o| match o {
            Owner::Phrase(p) => self.parties(scene, p),
            // "his offer" may be one to him.
            Owner::Pronoun if !matches!(&*view.str(start).to_ascii_lowercase(), "its" | "their") => Vec::new(),
            Owner::Pronoun => near_body(scene, start).or(self.deals.body).into_iter().collect(),
        });
        let owner = unplaced(scene, owner.unwrap_or_default());
        let governor = governor(scene, start);
        let behind = phrases_behind(scene, at + 1, clauses.sentence.end.min(at + BEHIND));
        let definite = view.is(start, Class::THE.or(Class::HIS)) || !owner.is_empty();
        Noun { at, start, owner, definite, governor, behind }
    }

    /// Who stands behind the noun: "from the club", "to X", "for X", "by A and B", "with the club".
    fn sides_behind(&self, scene: &Scene<'_>, noun: &Noun<'_>) -> Sides {
        let mut sides = Sides { extent: noun.start..noun.at + 1, ..Sides::default() };
        sides.from.extend(&noun.owner);
        for (preposition, phrase) in &noun.behind {
            let who = unplaced(scene, self.parties(scene, phrase));
            match *preposition {
                "from" | "by" if noun.governor.as_ref().is_none_or(|g| !g.passive) || sides.from.is_empty() => sides.from.extend(who),
                "to" | "for" | "with" if sides.to.is_empty() => sides.to.extend(self.clients(who)),
                _ => continue,
            }
            sides.extent.end = sides.extent.end.max(phrase.tokens.end);
        }
        sides
    }

    /// "made X an offer", "signed a contract with the club", "asked for a deal worth …".
    fn made(&mut self, scene: &Scene<'_>, noun: &Noun<'_>, frame: &'static Frame, terms: Terms) -> Option<Trigger> {
        let governor = noun.governor.as_ref()?;
        let mut sides = self.sides_behind(scene, noun);
        let (subject, start) = match &governor.whose {
            Some(phrase) => (self.parties(scene, phrase), Some(phrase.tokens.start)),
            None if governor.passive => (Vec::new(), None),
            None => self.deal_subject(scene, &governor.chain),
        };
        sides.from.extend(unplaced(scene, subject));
        let indirect = between(scene.clauses, governor.token, noun.start).filter(|_| !governor.passive);
        if let Some(p) = indirect {
            sides.to.extend(self.clients(unplaced(scene, self.parties(scene, p))));
        }
        if terms == Terms::Offered && !governor.passive {
            sides.from = self.offerors(scene, governor.chain.tokens.start, sides.from);
        }
        sides.from.dedup();
        sides.to.retain(|e| !sides.from.contains(e));
        sides.extent.start = sides.extent.start.min(start.unwrap_or(governor.chain.tokens.start)).min(governor.chain.tokens.start);
        if terms == Terms::Asked {
            sides.to.clear();
        }
        let given = terms == Terms::Agreed && governor.effect == Effect::Make;
        if sides.from.is_empty() && (terms != Terms::Offered || sides.to.is_empty()) || (given && sides.to.is_empty()) {
            return None;
        }
        let mut chain = governor.chain.clone();
        // What is hoped for is wished for, however likely it is.
        if terms == Terms::Asked && governor.effect == Effect::Get {
            chain.modality = Modality::Asserted;
        }
        if governor.effect == Effect::Weigh && chain.modality == Modality::Asserted {
            chain.modality = Modality::Possible;
        }
        let unsaid = terms == Terms::Offered && chain.polarity == Polarity::Negative && sides.to.is_empty();
        let trigger = self.deal(scene, frame, terms, noun.at, sides, &chain);
        Some(self.noun_host(noun, trigger)).filter(|_| !unsaid)
    }

    /// "received an offer from the club", "has an offer on the table".
    fn got(&mut self, scene: &Scene<'_>, noun: &Noun<'_>, frame: &'static Frame) -> Option<Trigger> {
        let governor = noun.governor.as_ref()?;
        let mut sides = self.sides_behind(scene, noun);
        let (subject, start) = self.deal_subject(scene, &governor.chain);
        let subject = unplaced(scene, subject);
        sides.extent.start = sides.extent.start.min(start.unwrap_or(governor.chain.tokens.start));
        let receives =
            governor.effect == Effect::Get || !sides.from.is_empty() || subject.iter().all(|e| is_talent(scene, *e) && !is_body(scene, *e));
        if receives {
            sides.to.extend(subject);
        } else {
            sides.from.extend(subject);
        }
        sides.to.retain(|e| !sides.from.contains(e));
        if sides.from.is_empty() {
            return None;
        }
        let chain = governor.chain.clone();
        let stands = (noun.at + 1..noun.at + 4).any(|i| scene.clauses.view.str(i) == "table");
        let trigger = self.deal(scene, frame, Terms::Offered, noun.at, sides, &chain);
        let trigger = self.noun_host(noun, trigger);
        if stands && chain.polarity == Polarity::Positive {
            self.stands(noun, &trigger);
        }
        Some(trigger)
    }

    /// "has an offer on the table": who made it is still in the race.
    fn stands(&mut self, noun: &Noun<'_>, trigger: &Trigger) {
        let events = self.deals.hosts.last().map(|h| h.events.clone()).unwrap_or_default();
        for event in events {
            let participants = self.happenings[event].participants.iter().map(|p| (p.0, None)).collect();
            self.happenings.push(Happening::new("pursue", participants));
            let extent = trigger.extent.start..(noun.at + 4).max(trigger.extent.end);
            let race = self.happenings.len() - 1;
            self.outcome(race, Status::UnderWay, noun.at, extent, (trigger.modality, trigger.polarity));
        }
    }

    fn outcome(&mut self, event: usize, status: Status, token: usize, extent: Range<usize>, standing: (Modality, Polarity)) {
        self.deals.outcomes.push(Outcome { event, status, token, extent, modality: standing.0, polarity: standing.1 });
    }

    /// A noun without a verb that tells what was done: "the Rovers' offer to X", "the offer", "a contract for X".
    fn bare(&mut self, scene: &Scene<'_>, noun: &Noun<'_>, frame: &'static Frame, terms: Terms) -> Option<Trigger> {
        let sides = self.sides_behind(scene, noun);
        let named = !sides.from.is_empty() || !sides.to.is_empty();
        let standing = factuality::around(scene.clauses, noun.at, Modality::Asserted, Polarity::Positive);
        let taken_over =
            self.deals.merger.is_some_and(|m| self.happenings[m].sentence + BACK >= self.sentence || self.happenings[m].sentence == 0);
        if !named
            && !taken_over
            && terms == Terms::Agreed
            && scene.quantities.iter().any(|q| is_money(q) && q.tokens.start > noun.at && q.tokens.start < noun.at + 8)
        {
            // "the contracts, which are worth about 600 million euros": whose they are is not said.
            self.happenings.push(Happening::new("contract", Vec::new()));
            let event = self.happenings.len() - 1;
            self.keep_host(noun.at, noun.start, noun.start..noun.at + 1, vec![event], standing);
            return None;
        }
        if !named || (terms == Terms::Agreed && !priced(scene, noun.start, noun.at)) {
            self.see_merger(scene, noun);
            let back = self.deal_back(None, &[], &[]).filter(|_| noun.definite)?;
            self.keep_host(noun.at, noun.start, noun.start..noun.at + 1, vec![back], standing);
            return None;
        }
        // "The senator's proposals": of what he would do, unless money, a side or a takeover is told of.
        let policy = terms == Terms::Offered
            && scene.clauses.view.str(noun.at).to_ascii_lowercase().starts_with("proposal")
            && sides.to.is_empty()
            && !taken_over
            && self.deals.hosts.is_empty()
            && !priced(scene, noun.start, noun.at);
        if policy || sides.from.is_empty() && terms == Terms::Offered {
            return None;
        }
        let chain = Chain { tokens: noun.at..noun.at + 1, passive: false, modality: standing.0, polarity: standing.1, infinite: false };
        let trigger = self.deal(scene, frame, terms, noun.at, sides, &chain);
        Some(self.noun_host(noun, trigger))
    }

    /// "the Quillfeldt deal": the takeover of a firm, of which no more is known yet.
    fn see_merger(&mut self, scene: &Scene<'_>, noun: &Noun<'_>) {
        if let ([firm], None, "deal") = (&noun.owner[..], self.deals.merger, scene.clauses.view.str(noun.at)) {
            self.happenings.push(Happening::new("acquire", vec![(*firm, None)]));
            self.deals.merger = Some(self.happenings.len() - 1);
        }
    }

    /// "withdrew its offer", "the bid was rejected by the board": the offer, and what became of it.
    fn answered(&mut self, scene: &Scene<'_>, noun: &Noun<'_>, effect: Effect) -> Option<Trigger> {
        let governor = noun.governor.as_ref()?;
        let mut sides = self.sides_behind(scene, noun);
        let (subject, start) = if governor.passive { (Vec::new(), None) } else { self.deal_subject(scene, &governor.chain) };
        let subject = unplaced(scene, subject);
        let answers = matches!(effect, Effect::Reject | Effect::Accept);
        if answers {
            sides.to.extend(subject);
        } else {
            sides.from.extend(subject);
        }
        sides.from.dedup();
        sides.to.retain(|e| !sides.from.contains(e));
        let extent = start.unwrap_or(governor.chain.tokens.start).min(noun.start).min(governor.chain.tokens.start)..sides.extent.end;
        let event = match self.deal_back(Some("offer"), &sides.from, &sides.to) {
            Some(event) => event,
            None if sides.from.is_empty() => return None,
            None => {
                self.happenings.push(Happening::new("offer", roles(&self.completed(scene, noun.at, sides.clone()))));
                self.deals.told.push(self.happenings.len() - 1);
                self.happenings.len() - 1
            }
        };
        let standing = (governor.chain.modality, governor.chain.polarity);
        self.keep_host(noun.at, noun.start, extent.clone(), vec![event], (Modality::Asserted, Polarity::Positive));
        let status = match effect {
            Effect::Withdraw => Status::Withdrawn,
            Effect::Reject => Status::Rejected,
            Effect::Accept => Status::Accepted,
            _ => return None,
        };
        // "declined an offer" is no denial: REFUSE words are what happened.
        let polarity = if scene.clauses.view.is(governor.token, Class::REFUSE) { Polarity::Positive } else { standing.1 };
        self.outcome(event, status, noun.at, extent, (standing.0, polarity));
        None
    }

    /// Opens the event that a mention tells of, or finds it among those told; of several who each made one, all.
    fn deal(&mut self, scene: &Scene<'_>, frame: &'static Frame, terms: Terms, at: usize, sides: Sides, chain: &Chain) -> Trigger {
        let action = frame.action;
        if terms == Terms::Agreed && chain.polarity == Polarity::Negative && chain.modality == Modality::Planned {
            self.gives_up(at, &sides, chain);
        }
        let several = match terms {
            Terms::Offered => sides.from.clone(),
            Terms::Agreed => sides.to.clone(),
            Terms::Asked => Vec::new(),
        };
        let several: Vec<usize> = several.into_iter().filter(|e| terms == Terms::Offered || is_talent(scene, *e)).collect();
        let each: Vec<Sides> = match terms {
            // "the $160 million offers by A and B": whether each offered as much nobody says for sure, so the sum is of both together.
            Terms::Offered if several.len() > 1 && !shares_terms(scene, at) => {
                several.iter().map(|e| Sides { from: vec![*e], ..sides.clone() }).collect()
            }
            Terms::Agreed if several.len() > 1 => several.iter().map(|e| Sides { to: vec![*e], ..sides.clone() }).collect(),
            _ => vec![sides.clone()],
        };
        let mut events = Vec::new();
        let mut fresh = false;
        for sides in each {
            // An offer that was not made may have been made to the same person at another time: only what is said of it counts.
            let whole = terms != Terms::Offered || chain.polarity == Polarity::Negative;
            let sides = if whole { sides } else { self.completed(scene, at, sides) };
            let again = chain.polarity == Polarity::Positive && !chain.modality.is_open();
            let lone = |e: &usize| {
                terms != Terms::Offered
                    || self.happenings[*e].participants.iter().filter(|p| p.1 == OFFEROR).count() == sides.from.len().max(1)
            };
            let known = self.deal_back(Some(action), &sides.from, &sides.to).filter(|e| again && lone(e));
            fresh |= known.is_none();
            events.push(known.unwrap_or_else(|| self.open_deal(action, &sides, chain.polarity)));
        }
        let (modality, polarity) = (chain.modality, chain.polarity);
        self.keep_host(at, at, sides.extent.clone(), events.clone(), (modality, polarity));
        Trigger { token: at, frame, extent: sides.extent, modality, polarity, event: events[0], fresh, each: false, verbal: true }
    }

    /// "will not sign X": who says so is out of the race.
    fn gives_up(&mut self, at: usize, sides: &Sides, chain: &Chain) {
        let participants = sides.from.iter().chain(&sides.to).map(|e| (*e, None)).collect();
        self.happenings.push(Happening::new("pursue", participants));
        let event = self.happenings.len() - 1;
        let extent = sides.extent.start.min(chain.tokens.start)..sides.extent.end;
        self.outcome(event, Status::Ended, at, extent, (Modality::Asserted, Polarity::Positive));
    }

    fn open_deal(&mut self, action: &'static str, sides: &Sides, polarity: Polarity) -> usize {
        let participants = if action == "offer" { roles(sides) } else { sides.from.iter().chain(&sides.to).map(|e| (*e, None)).collect() };
        self.happenings.push(Happening::new(action, participants));
        let event = self.happenings.len() - 1;
        if polarity == Polarity::Positive {
            self.deals.told.push(event);
        }
        event
    }

    pub(super) fn keep_host(
        &mut self,
        token: usize,
        start: usize,
        extent: Range<usize>,
        events: Vec<usize>,
        standing: (Modality, Polarity),
    ) {
        self.deals.last = events.last().copied();
        self.deals.hosts.push(Host { token, start, extent, events, modality: standing.0, polarity: standing.1 });
    }

    /// The host just added is a noun's.
    fn noun_host(&mut self, noun: &Noun<'_>, trigger: Trigger) -> Trigger {
        if let Some(host) = self.deals.hosts.last_mut() {
            host.start = noun.start;
        }
        trigger
    }

    /// Where nobody says whom an offer is made to: whom its sentence speaks with, whom the last offer was made to, or the person whom
    /// the article is about.
    fn completed(&self, scene: &Scene<'_>, at: usize, mut sides: Sides) -> Sides {
        if sides.to.is_empty() {
            let view = scene.clauses.view;
            let with = |p: &&Phrase| {
                p.tokens.end <= at && p.governed && (p.tokens.start.saturating_sub(3)..p.tokens.start).any(|i| view.str(i) == "with")
            };
            let here = scene
                .clauses
                .phrases
                .iter()
                .rfind(|p| with(p) && matches!(p.who[..], [Who::Entity(e)] if is_talent(scene, e) && !is_body(scene, e)));
            let here = here.map(|p| self.clients(self.parties(scene, p))).unwrap_or_default();
            sides.to = if here.is_empty() { self.last_recipient().into_iter().collect() } else { here };
            sides.to.retain(|e| !sides.from.contains(e));
        }
        sides
    }

    /// Whom the last offer was made to, or else the person whom the article names most.
    pub(super) fn last_recipient(&self) -> Option<usize> {
        let of = |e: &usize| self.happenings[*e].participants.iter().find(|p| p.1 == RECIPIENT).map(|p| p.0);
        self.deals.told.iter().rev().take(MOST_BACK).find_map(of).or(self.deals.focus)
    }

    /// The last event of that action that these sides can have taken part in.
    pub(super) fn deal_back(&self, action: Option<&str>, from: &[usize], to: &[usize]) -> Option<usize> {
        let explicit = !from.is_empty();
        self.deals.told.iter().rev().take(MOST_BACK).copied().find(|i| {
            let h = &self.happenings[*i];
            let has = |e: &usize| h.participants.iter().any(|p| p.0 == *e);
            let settled = h.participants.iter().any(|p| p.1 == RECIPIENT) || action.is_some_and(|a| a != "offer");
            action.is_none_or(|a| a == h.action)
                && from.iter().all(has)
                && (to.iter().all(has) || (!settled && action == Some("offer")))
                && (explicit || h.sentence + BACK >= self.sentence || h.sentence == 0)
        })
    }

    /// Notes the body that is a subject.
    pub(super) fn see_body(&mut self, scene: &Scene<'_>, at: usize) {
        let Some(phrase) = scene.clauses.phrases.iter().find(|p| p.tokens.end == at) else { return };
        if let [Who::Entity(e)] = phrase.who[..]
            && is_agent(scene, phrase)
            && !self.deals.agents.contains(&e)
        {
            self.deals.agents.push(e);
        }
        if let [Who::Entity(e), ..] = phrase.who[..]
            && is_body(scene, e)
            && (!phrase.governed || self.deals.body.is_none())
        {
            self.deals.body = Some(e);
        }
    }
}

/// "Agent X", "X, the agent for Y", "Y's agent, X".
fn is_agent(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let view = scene.clauses.view;
    let names = |i: usize| matches!(&*view.str(i).to_ascii_lowercase(), "agent" | "representative" | "lawyer" | "attorney" | "adviser");
    let (start, end) = (phrase.tokens.start, phrase.tokens.end);
    let before = phrase.tokens.clone().any(names)
        || names(start.wrapping_sub(1))
        || (view.str(start.wrapping_sub(1)) == "," && names(start.wrapping_sub(2)));
    let behind = view.str(end) == "," && (end + 1..end + 5).take_while(|i| view.str(*i) != ",").any(names);
    before || behind || matches!(view.str(end), "represents" | "represented")
}

fn roles(sides: &Sides) -> Vec<(usize, Option<&'static str>)> {
    sides.from.iter().map(|e| (*e, OFFEROR)).chain(sides.to.iter().map(|e| (*e, RECIPIENT))).collect()
}

fn ask_frame() -> &'static Frame {
    static ASK: Frame = Frame { action: "ask", shape: Shape::Deal(Terms::Asked), verbs: &[], nouns: &[] };
    &ASK
}
