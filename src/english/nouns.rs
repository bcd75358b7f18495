//! Nouns that tell of events: "talks between A and B", "A's visit to P", "the meeting", "the quake".

use std::ops::Range;
use std::sync::Arc;

use super::clause::{Phrase, Who};
use super::discourse::{BACK, Discourse, Happening, MOST_BACK, Scene, Trigger, family, is_person, is_place, is_sides};
use super::factuality::{self, Chain};
use super::figures;
use super::frames::{Frame, Shape};
use super::lexicon::{Class, Form};
use super::names::View;
use super::recurrence;
use super::sites;
use super::tolls::is_past;
use crate::claim::{EntityKind, Family, Modality, Polarity};
use crate::normalize::{TimeSpan, TimeValue};
use crate::value::{Time, TimeForm};
use crate::words::List;

/// How far the words commit the source, and whether they say yes or no.
type Standing = (Modality, Polarity);

/// A trigger noun with what was found out about it.
struct Noun<'a> {
    at: usize,
    frame: &'static Frame,
    action: &'static str,
    /// Whether somebody is said to be at it: "at the summit", "in talks".
    present: bool,
    /// The verb that lends itself to it: "held talks".
    chain: Option<Chain>,
    around: NounScene<'a>,
}

/// Who takes part, where to, and the tokens that say so.
struct Party {
    who: Vec<usize>,
    goal: Option<usize>,
    extent: Range<usize>,
    /// See [`Trigger::each`].
    each: bool,
}

impl Noun<'_> {
    /// The subject of the light verb; of who was "at the talks", the phrase of the clause that is free.
    fn subject<'s>(&self, scene: &'s Scene<'_>) -> Option<&'s Phrase> {
        let clauses = scene.clauses;
        let with = self.around.behind.iter().any(|(p, _)| *p == "with");
        let found = if self.present {
            let free = |p: &&Phrase| !p.governed && !p.possessive && clauses.clause_of(p.tokens.start) == clauses.clause_of(self.at);
            let before = clauses.phrases.iter().filter(free).find(|p| p.tokens.end < self.around.start);
            let behind = || clauses.phrases.iter().filter(free).find(|p| p.tokens.start > self.at);
            if with { before.or_else(behind) } else { before.filter(|s| s.who.len() > 1) }
        } else {
            self.chain.as_ref().and_then(|c| clauses.subject(c.tokens.start))
        };
        found.filter(|s| s.tokens.end <= self.at || (self.present && with))
    }
}

/// The object of "postponed", which has its trigger already, or a gathering that only tells where: "on the sidelines of a summit".
fn is_aside(scene: &Scene<'_>, at: usize, before: &[Trigger]) -> bool {
    let view = scene.clauses.view;
    let object = before.iter().any(|t| t.extent.contains(&at) && t.token < at && matches!(t.frame.shape, Shape::Status(_)));
    let beside = at.saturating_sub(9).max(scene.clauses.sentence.start)..at;
    let margin = |i: usize| matches!(view.str(i), "sidelines" | "margins" | "fringes") && !(i..at).any(|j| view.str(j) == ",");
    object || beside.into_iter().any(margin)
}

/// What the verb of the noun says of its standing, or else the words around it.
fn standing(scene: &Scene<'_>, noun: &Noun<'_>) -> Standing {
    let (view, around) = (scene.clauses.view, &noun.around);
    let (mut modality, mut polarity) = match &noun.chain {
        Some(chain) => (chain.modality, chain.polarity),
        None => factuality::around(scene.clauses, noun.at, around.modality.max(predicate(scene, noun.at)), Polarity::Positive),
    };
    let governor = around.start.wrapping_sub(if view.str(around.start.wrapping_sub(1)) == "for" { 2 } else { 1 });
    let asked = view.is(governor, Class::ASK) || view.str(governor).starts_with("call");
    let asked = asked || self::asked(scene, around.start).is_some();
    if noun.chain.is_none() && modality == Modality::Asserted && asked {
        modality = Modality::Possible;
    }
    if view.str(around.start).eq_ignore_ascii_case("no") {
        polarity = Polarity::Negative;
    }
    (modality, polarity)
}

/// Who is asked for what stands at `at`: "invited the minister to pay a visit".
fn asked<'a>(scene: &'a Scene<'_>, at: usize) -> Option<&'a Phrase> {
    let view = scene.clauses.view;
    let to = (at.saturating_sub(4).max(scene.clauses.sentence.start)..at).rev().find(|&i| view.str(i) == "to")?;
    let phrase = scene.clauses.phrases.iter().find(|p| p.tokens.end == to)?;
    view.is(phrase.tokens.start.checked_sub(1)?, Class::ASK).then_some(phrase)
}

/// So many words before a disaster's noun what says that there was none.
const NEGATED: usize = 8;

impl Discourse {
    /// A noun: "talks between A and B", "A's visit to P", "the meeting".
    pub(super) fn noun(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, before: &[Trigger]) -> Option<Trigger> {
        match frame.shape {
            Shape::Disaster => return self.disaster(scene, at, frame),
            Shape::Harm(_) => return self.harm_noun(scene, at, frame),
            Shape::Sides | Shape::SidesIfTwo | Shape::Journey | Shape::Host => {}
            Shape::Deal(terms) => return self.deal_noun(scene, at, frame, terms),
            Shape::Purchase => return self.takeover_noun(scene, at, frame),
            Shape::Sale | Shape::Jobs | Shape::Exit | Shape::Outage | Shape::Status(_) => return None,
        }
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let remote = (at.saturating_sub(3).max(clauses.sentence.start)..at).any(|i| view.is(i, Class::REMOTE));
        let light = self.light_verb(scene, at);
        let bare_call = frame.action == "phone" && !remote && light.is_none() && !view.is(at.wrapping_sub(1), Class::THE);
        if bare_call || is_aside(scene, at, before) {
            return None;
        }
        let around = NounScene::new(scene, at);
        let noun = Noun {
            at,
            frame,
            action: if remote && is_sides(frame) { "phone" } else { frame.action },
            present: light.is_none() && is_sides(frame) && matches!(view.str(around.start.wrapping_sub(1)), "at" | "in" | "during"),
            chain: light.map(|(i, form)| factuality::chain(clauses, i, form)),
            around,
        };
        let party = self.party(scene, &noun);
        let standing = standing(scene, &noun);
        match self.pointing(scene, &noun, &party, standing, before) {
            Some(found) => found,
            None => Some(self.opening(scene, &noun, party, standing)),
        }
    }

    /// Who takes part, as the words around the noun say.
    fn party(&self, scene: &Scene<'_>, noun: &Noun<'_>) -> Party {
        let (clauses, around) = (scene.clauses, &noun.around);
        let mut who: Vec<usize> = Vec::new();
        let mut extent = around.start..noun.at + 1;
        if let Some(subject) = noun.subject(scene) {
            who.extend(self.who(scene, subject, None));
            if subject.tokens.end <= noun.at {
                extent.start = extent.start.min(subject.tokens.start);
            }
        }
        for phrase in &around.owners {
            who.extend(self.who(scene, phrase, None));
            extent.start = extent.start.min(phrase.tokens.start);
        }
        let (whose, mut goal, ours) = (who.first().copied(), None, Self::persons(scene, &who).len());
        let mut each = false;
        let journey = noun.frame.shape == Shape::Journey;
        for (preposition, phrase) in &around.behind {
            let found = self.who(scene, phrase, whose);
            if !journey && matches!(*preposition, "to" | "for") {
                continue;
            }
            if journey && *preposition == "to" {
                goal = found.into_iter().find(|e| is_place(scene, *e));
            } else {
                each |= *preposition == "with" && ours == 1 && Self::persons(scene, &found).len() > 1;
                who.extend(found);
            }
            extent.end = extent.end.max(phrase.tokens.end);
        }
        let named = who;
        let mut who = Self::persons(scene, &named);
        if who.is_empty() && is_sides(noun.frame) {
            who = states(scene, named);
        }
        let traveller = who.is_empty() && journey && !around.definite && noun.chain.is_none() && around.indefinite;
        if let Some(subject) = asked(scene, around.start).or_else(|| clauses.subject(around.start)).filter(|_| traveller) {
            // "She is making up for a trip that …": the traveller is the subject; "she invited him to pay a visit": who is asked.
            who = Self::persons(scene, &self.who(scene, subject, None));
            extent.start = around.start;
        }
        Party { who, goal, extent, each }
    }

    /// The trigger of a noun that points back ("the meeting"), or to what its own clause tells ("spoke … in talks"); `None` inside
    /// where it says too little to be an event, `None` outside where it opens one.
    fn pointing(
        &mut self,
        scene: &Scene<'_>,
        noun: &Noun<'_>,
        party: &Party,
        (modality, polarity): Standing,
        before: &[Trigger],
    ) -> Option<Option<Trigger>> {
        let (at, frame, light) = (noun.at, noun.frame, noun.chain.is_some());
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let journey = frame.shape == Shape::Journey;
        let enough = if journey { !party.who.is_empty() } else { party.who.len() >= 2 };
        let trigger = |extent: Range<usize>, event: usize, verbal: bool| Trigger {
            token: at,
            frame,
            extent,
            modality,
            polarity,
            event,
            fresh: false,
            each: false,
            verbal,
        };
        if !enough {
            let back = self.back(family(noun.action), &party.who, noun.action).filter(|_| noun.around.definite && !light);
            if let Some(event) = back {
                let anew = (clauses.clause_start(at)..clauses.clause_end(at)).any(|i| matches!(view.str(i), "originally" | "initially"));
                let event = if anew { self.fork(event) } else { event };
                return Some(Some(trigger(party.extent.clone(), event, light)));
            }
            let vague = !journey && noun.around.definite && !light;
            if (party.who.is_empty() || vague) && !scene.entry {
                return Some(None);
            }
        }
        let same = before.iter().find(|t| noun.present && clauses.clause_of(t.token) == clauses.clause_of(at) && is_sides(t.frame))?;
        Some(Some(trigger(same.extent.start.min(party.extent.start)..party.extent.end, same.event, true)))
    }

    /// The trigger of a noun that tells of a new event.
    fn opening(&mut self, scene: &Scene<'_>, noun: &Noun<'_>, party: Party, (modality, polarity): Standing) -> Trigger {
        let role = (noun.frame.shape == Shape::Journey).then_some("agent");
        let mut participants: Vec<(usize, Option<&'static str>)> = party.who.into_iter().map(|e| (e, role)).collect();
        participants.extend(party.goal.map(|g| (g, Some("destination"))));
        let each = party.each && is_sides(noun.frame);
        let verbal = noun.chain.is_some() || noun.present || scene.heading;
        let own = || Chain { tokens: noun.at..noun.at + 1, passive: false, modality, polarity, infinite: false };
        let chain = noun.chain.clone().unwrap_or_else(own);
        let trigger = self.open(noun.frame, noun.action, noun.at, participants, party.extent, &chain);
        Trigger { modality, polarity, verbal, each, ..trigger }
    }

    /// "The trip was originally planned for …": the same people, another occasion.
    fn fork(&mut self, event: usize) -> usize {
        let other = Happening { time: None, place: None, ..self.happenings[event].clone() };
        self.happenings.push(other);
        self.planned = Some(self.happenings.len() - 1);
        self.happenings.len() - 1
    }

    /// The last happening of the family that these participants could have been in.
    fn back(&self, family: Family, who: &[usize], action: &str) -> Option<usize> {
        let general = matches!(action, "talk");
        (0..self.happenings.len()).rev().take(MOST_BACK).find(|i| {
            let h = &self.happenings[*i];
            let f = super::discourse::family(h.action);
            (f == family || (general && f == Family::Call))
                && h.sentence + BACK >= self.sentence
                && who.iter().all(|w| h.participants.iter().any(|p| p.0 == *w))
        })
    }

    /// "held talks", "engaged in a conversation": the verb that lends itself to the noun.
    fn light_verb(&self, scene: &Scene<'_>, at: usize) -> Option<(usize, Form)> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let from = clauses.clause_start(at).max(at.saturating_sub(14));
        let found = (from..at)
            .rev()
            .take_while(|i| view.words[*i].verb.is_none() || view.is(*i, Class::LIGHT.or(Class::REMOTE)))
            .find(|i| view.is(*i, Class::LIGHT) && !view.is(i + 1, Class::BE.or(Class::HAVE)))?;
        let text = view.str(found);
        let form = if text.ends_with("ing") {
            Form::Ing
        } else if text == "hold" || text == "have" {
            Form::Base
        } else {
            Form::Past
        };
        if (found + 1..at).any(|i| matches!(view.str(i), "at" | "on" | "with" | "for" | "by" | "from" | "during" | "of")) {
            return None;
        }
        let participle = view.words.get(found + 1).is_some_and(|w| w.verb.is_some() && w.noun.is_none());
        (!participle).then_some((found, form))
    }

    fn disaster(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame) -> Option<Trigger> {
        let view = scene.clauses.view;
        let before = at.saturating_sub(3).max(scene.clauses.sentence.start)..at;
        let (modality, polarity) = factuality::around(scene.clauses, at, Modality::Asserted, Polarity::Positive);
        // "Fire at mill: man denies arson": who denies having done it denies no fire.
        let none = |i: usize| matches!(&*view.str(i).to_ascii_lowercase(), "no" | "not" | "never" | "without" | "n't" | "any");
        let negated = (scene.clauses.clause_start(at)..at).rev().take(NEGATED).any(none);
        let denied = modality == Modality::Denied || polarity == Polarity::Negative;
        let (modality, polarity) = if denied && !negated { (Modality::Asserted, Polarity::Positive) } else { (modality, polarity) };
        let another = before.clone().any(|i| is_another(view, i));
        let told = (modality, polarity) == (Modality::Asserted, Polarity::Positive) && is_onset(view, at + 1);
        // Another one that nobody says has come, or one that may come, is not the one that came.
        let other = before.clone().any(|i| matches!(view.str(i), "future" | "possible" | "any" | "no")) || (another && !told);
        if other || figures::is_figurative(view, at) || recurrence::is_general(scene, at, frame.action) {
            return None;
        }
        let definite = before.clone().any(|i| view.is(i, Class::THE));
        let (site, called) = (sites::of_noun(scene, at, frame.action), sites::called(scene, at, frame.action));
        let place = sites::place_behind(scene, at);
        let fits = |h: &Happening| {
            let name = called.as_ref().map(|c| &*c.0);
            sites::takes_up(frame.action, site, name, h) && place.as_deref().is_none_or(|p| h.place.is_none() || sites::is_called(p, h))
        };
        let again = || self.taken_up(scene, at, frame.action);
        let (aside, demonstrative) =
            (recurrence::is_apart(scene, at), matches!(view.str(at.wrapping_sub(1)), "That" | "that" | "This" | "this"));
        let other = aside && !told;
        let known = if definite && !other { self.disaster_before(scene, at, fits, another) } else { None };
        let known =
            self.it().filter(|i| demonstrative && fits(&self.happenings[*i])).or(known).or_else(|| if another { None } else { again() });
        // "The collapse" of a report that has told of its dead only.
        let bare =
            || self.harm.filter(|h| definite && frame.action == "collapse" && matches!(self.happenings[*h].action, "kill" | "injure"));
        let known = known.or_else(bare);
        // "The talks were a disaster": no more than a word for what was told, or for nothing.
        if known.is_none() && site.is_none() && sites::needs_site(frame.action) && (called.is_none() || frame.action == "collapse") {
            return None;
        }
        let event = known.unwrap_or_else(|| {
            self.happenings.push(Happening::new(frame.action, Vec::new()));
            self.happenings.len() - 1
        });
        let fresh = known.is_none();
        let happening = &mut self.happenings[event];
        happening.site = happening.site.take().or_else(|| site.map(Arc::from));
        if matches!(happening.action, "disaster" | "accident") && frame.action != "disaster" {
            happening.action = frame.action;
        }
        if fresh {
            happening.time = own_time(scene, at).filter(|_| definite);
            happening.place = called.as_ref().and_then(|c| c.1).map(|e| scene.place(e));
            happening.called = called.map(|c| c.0);
            happening.aside = aside;
        }
        Some(Trigger { token: at, frame, extent: at..at + 1, modality, polarity, event, fresh, each: false, verbal: true })
    }

    /// The disaster that "the fire" means: the last one of its kind whose time, where both are told, is not another than that
    /// of "the fire in 2019"; without a time of its own, rather not one told as long past. "The second quake" is not the first.
    fn disaster_before(&self, scene: &Scene<'_>, at: usize, fits: impl Fn(&Happening) -> bool, second: bool) -> Option<usize> {
        // Of harm without a cause only what the article is about can be meant.
        let told = |i: &usize| !matches!(self.happenings[*i].action, "kill" | "injure" | "damage") || self.harm == Some(*i);
        let known = (0..self.happenings.len()).rev().take(MOST_BACK);
        let same: Vec<usize> = known.filter(|i| told(i) && fits(&self.happenings[*i])).collect();
        if second {
            return same.first().copied().filter(|_| same.len() > 1);
        }
        let Some(own) = own_time(scene, at) else {
            let past = |i: &usize| is_past(scene, self.happenings[*i].time) || self.happenings[*i].aside;
            // What a whole report is about is meant rather than what it told of last.
            if let Some(main) = self.harm.filter(|h| same.contains(h) && !past(h) && recurrence::is_wide(self.happenings[*h].action)) {
                return Some(main);
            }
            return same.iter().copied().find(|i| !past(i)).or(same.first().copied());
        };
        let other = |i: &usize| match self.happenings[*i].time {
            Some(time) => is_disjoint(time, own),
            // "A fire killed 12 people on Sunday, and the fire in 2019 …": the times of this sentence are not given out yet.
            None => self.happenings[*i].sentence == self.sentence && time_before(scene, at).is_some_and(|t| is_disjoint(t, own)),
        };
        same.into_iter().find(|i| !other(i))
    }

    fn harm_noun(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame) -> Option<Trigger> {
        let view = scene.clauses.view;
        // "The number of dead in the village has risen to 17": the figure may stand further off behind a verb of reaching.
        let counted = scene.quantities.iter().any(|q| {
            let reached = (at..q.tokens.start).any(|i| view.is(i, Class::REACH));
            q.tokens.start < at + if reached { 14 } else { 6 } && at < q.tokens.end + 6
        });
        counted.then(|| {
            self.happenings.push(Happening::new(frame.action, Vec::new()));
            let (modality, polarity) = (Modality::Asserted, Polarity::Positive);
            Trigger {
                token: at,
                frame,
                extent: at..at + 1,
                modality,
                polarity,
                event: self.happenings.len() - 1,
                fresh: true,
                each: false,
                verbal: true,
            }
        })
    }
}

/// "A second quake", "another, stronger storm"; "a second-floor fire" is no second one.
fn is_another(view: &View<'_>, i: usize) -> bool {
    matches!(view.str(i).to_ascii_lowercase().as_str(), "second" | "another") && view.str(i + 1) != "-"
}

pub(super) fn is_onset(view: &View<'_>, at: usize) -> bool {
    List::Onsets.has(view.str(at)) || (view.is(at, Class::ADV) && List::Onsets.has(view.str(at + 1)))
}

/// The time right at a disaster's noun: "the fire in 2019", "the crash of 1998", "the 2019 fire".
pub(super) fn own_time(scene: &Scene<'_>, at: usize) -> Option<Time> {
    let view = scene.clauses.view;
    let governed = matches!(view.str(at + 1), "in" | "of" | "on");
    let adjoins = |t: &Range<usize>| (governed && (at + 1..at + 3).contains(&t.start)) || (t.start < at && t.end == at);
    let time = |t: &TimeSpan| if let TimeValue::Time(time) = &t.value { Some(*time) } else { None };
    let read = scene.times.iter().filter(|t| adjoins(&t.tokens)).find_map(time);
    let year = |i: usize| view.str(i).parse().ok().filter(|y| (1000..2200).contains(y)).map(|y| Time::new(TimeForm::Year(y)));
    read.or_else(|| at.checked_sub(1).and_then(year))
}

/// The last time that the sentence tells before `at`.
fn time_before(scene: &Scene<'_>, at: usize) -> Option<Time> {
    let time = |t: &TimeSpan| if let TimeValue::Time(time) = &t.value { Some(*time) } else { None };
    scene.times.iter().rev().filter(|t| t.tokens.end < at).find_map(time)
}

pub(super) fn is_disjoint(a: Time, b: Time) -> bool {
    matches!((a.entailed(), b.entailed()), (Some(a), Some(b)) if !a.overlaps(b))
}

/// What stands around a trigger noun.
struct NounScene<'a> {
    start: usize,
    definite: bool,
    indefinite: bool,
    modality: Modality,
    owners: Vec<&'a Phrase>,
    behind: Vec<(&'a str, &'a Phrase)>,
}

impl<'a> NounScene<'a> {
    fn new(scene: &'a Scene<'_>, at: usize) -> Self {
        let clauses = scene.clauses;
        let view = clauses.view;
        let mut start = at;
        let mut owners = Vec::new();
        let mut definite = false;
        let mut indefinite = false;
        let mut modality = Modality::Asserted;
        while start > clauses.sentence.start && at - start < 12 {
            if let Some(phrase) = clauses.phrases.iter().find(|p| p.tokens.end == start || (p.possessive && p.tokens.end + 1 == start)) {
                let person = phrase.who.iter().any(|w| !matches!(w, Who::Entity(e) if !is_person(scene, *e)));
                if phrase.possessive || person {
                    let next_to = phrase.possessive || phrase.tokens.end == at;
                    if next_to {
                        owners.push(phrase);
                        definite |= phrase.possessive;
                        start = phrase.tokens.start;
                    }
                    break;
                }
            }
            if let Some((chunk, _)) = scene.chunks.iter().find(|(c, _)| c.tokens.end == start && c.kind == EntityKind::Organisation) {
                start = chunk.tokens.start;
                continue;
            }
            let i = start - 1;
            if view.is(i, Class::THE) {
                definite = true;
                start = i;
                break;
            }
            let premodifier = !view.is(i, Class::PREP.or(Class::BE).or(Class::HAVE).or(Class::SAY).or(Class::LIGHT).or(Class::WHO))
                && (view.words[i].verb.is_none() || view.is(i, Class::REMOTE))
                && (view.str(i).starts_with(char::is_alphanumeric) || view.str(i) == "-");
            let hyphened = |j: usize| view.str(j) == "-" && view.tokens[j].span.end == view.tokens.get(j + 1).map_or(0, |t| t.span.start);
            let compound =
                hyphened(i) || (hyphened(i + 1) && i + 2 <= at) || matches!(view.str(i), "\"") || (view.str(i) == "," && start < at);
            let lasting = view.str(i) == "of" && scene.times.iter().any(|t| t.tokens.end == i && matches!(t.value, TimeValue::Duration(_)));
            definite |= lasting;
            let inside = lasting
                || compound
                || scene.times.iter().any(|t| t.tokens.contains(&i))
                || scene.quantities.iter().any(|q| q.tokens.contains(&i));
            if !premodifier && !inside {
                break;
            }
            modality = if view.is(i, Class::EXPECT) {
                Modality::Expected
            } else if view.is(i, Class::MAYBE) {
                Modality::Possible
            } else if view.is(i, Class::PLAN) || view.str(i) == "upcoming" {
                Modality::Planned
            } else {
                modality
            };
            start = i;
            if view.is(i, Class::AN) {
                indefinite = true;
                break;
            }
        }
        start += usize::from(view.str(start) == "-");
        definite |= is_under_way(scene, at);
        let mut behind = Vec::new();
        let end = clauses.clause_end(at).min(at + 24);
        let mut i = at + 1;
        while i < end {
            let preposition = view.str(i);
            if view.words[i].verb.is_some_and(|v| v.1 != Form::Ing)
                || view.is(i, Class::BE.or(Class::HAVE).or(Class::WILL).or(Class::MAY).or(Class::SAY))
                || view.str(i) == ","
            {
                break;
            }
            if matches!(preposition, "with" | "between" | "by" | "of" | "to" | "for")
                && let Some(phrase) = clauses.phrase_at(i + 1, if preposition == "with" { 4 } else { 1 }).filter(|p| !p.possessive)
            {
                behind.push((preposition, phrase));
                i = phrase.tokens.end;
                continue;
            }
            i += 1;
        }
        Self { start, definite, indefinite, modality, owners, behind }
    }
}

/// "Talks lasted three hours": nothing stands before the plural, and its verb says how long they went on, or that they began or ended.
/// They are the talks that were told of.
fn is_under_way(scene: &Scene<'_>, at: usize) -> bool {
    const COURSE: &[&str] = &["went", "ran", "broke", "dragged", "stretched", "concluded", "wrapped"];
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let verb = at + 1 + usize::from(view.is(at + 1, Class::ADV));
    let course = view.is(verb, Class::LAST.or(Class::LIGHT)) || COURSE.contains(&view.str(verb));
    let past = view.str(verb).ends_with("ed") || matches!(view.str(verb), "began" | "took") || COURSE.contains(&view.str(verb));
    let talks = view.words[at].noun.is_some_and(|f| f.action == "talk") && view.str(at).ends_with('s');
    talks && clauses.clause_start(at) == at && course && past
}

/// Countries and capitals that stand for their governments, where two of them have a side each.
fn states(scene: &Scene<'_>, mut named: Vec<usize>) -> Vec<usize> {
    named.retain(|e| scene.entities.all[*e].state);
    named.sort_unstable();
    named.dedup();
    if named.len() == 2 { named } else { Vec::new() }
}

/// What the words behind a noun say of it: "the trip was originally planned for", "a trip that was supposed to".
fn predicate(scene: &Scene<'_>, at: usize) -> Modality {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let mut end = clauses.clause_end(at);
    if matches!(view.str(end), "that" | "which") && end < clauses.sentence.end {
        end = clauses.clause_end(end);
    }
    let before = (clauses.clause_start(at)..at).find(|i| view.is(*i, Class::MAY.or(Class::WILL)));
    match before {
        Some(i) if view.is(i, Class::MAY) => return Modality::Possible,
        Some(_) => return Modality::Planned,
        None => {}
    }
    let stops = |i: &usize| {
        view.str(*i) == ","
            || view.words[*i].verb.is_some()
            || view.is(*i, Class::SAY.or(Class::WHO).or(Class::HE).or(Class::BE).or(Class::SUBORD))
    };
    if (at + 1..end.min(at + 12)).take_while(|i| !stops(i)).any(|i| matches!(view.str(i), "will" | "shall")) {
        return Modality::Planned;
    }
    for i in at + 1..end.min(at + 12) {
        let said_of_it = i == at + 1 || view.is(i - 1, Class::BE) || (view.is(i - 1, Class::ADV) && view.is(i - 2, Class::BE));
        if view.is(i, Class::PLAN) && said_of_it {
            return Modality::Planned;
        }
        if view.is(i, Class::EXPECT) && said_of_it {
            return Modality::Expected;
        }
    }
    Modality::Asserted
}
