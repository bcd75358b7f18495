//! Reading an article sentence by sentence: triggers, their participants, and what is said of the events.

use std::ops::Range;
use std::sync::Arc;

use super::clause::{Clauses, Phrase, Who};
use super::factuality::{self, Chain};
use super::figures;
use super::frames::{Frame, Shape};
use super::lexicon::{Class, Form, Word, look_up};
use super::names::{Chunk, View};
use super::reference::Entities;
use crate::claim::{EntityKind, Family, Modality, Polarity};
use crate::normalize::{QuantitySpan, TimeSpan};
use crate::text::Token;
use crate::value::{Place, Time};

/// An event mention of the article.
#[derive(Clone, Debug)]
pub(super) struct Happening {
    pub(super) action: &'static str,
    pub(super) participants: Vec<(usize, Option<&'static str>)>,
    pub(super) time: Option<Time>,
    pub(super) place: Option<Place>,
    /// The number of the sentence that last spoke of it.
    pub(super) sentence: usize,
}

/// A trigger with what stands around it.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    /// The token of the verb or noun.
    pub(super) token: usize,
    pub(super) frame: &'static Frame,
    /// From the first participant to the last, trigger included.
    pub(super) extent: Range<usize>,
    pub(super) modality: Modality,
    pub(super) polarity: Polarity,
    /// Index of its happening.
    pub(super) event: usize,
    /// Whether the words open a new mention rather than point back ("the meeting").
    pub(super) fresh: bool,
    /// Whether a verb speaks of it, so that a time that opens the sentence is its time.
    pub(super) verbal: bool,
}

/// What an article has said so far.
#[derive(Debug, Default)]
pub(super) struct Discourse {
    pub(super) happenings: Vec<Happening>,
    /// The people who were subjects, the latest last.
    subjects: Vec<usize>,
    /// Who turned out to be he or she; true for she.
    she: rustc_hash::FxHashMap<usize, bool>,
    /// The two whom "they" or "the two" would mean.
    two: Vec<usize>,
    /// The last journey or meeting that was only planned.
    planned: Option<usize>,
    /// The number of the sentence being read.
    sentence: usize,
    /// The only person of the last sentence, where no person was its subject.
    only: Option<usize>,
    /// The event that a toll without an event of its own belongs to.
    pub(super) harm: Option<usize>,
    /// How each happening was first told.
    facts: rustc_hash::FxHashMap<usize, (Modality, Polarity)>,
    /// Who was last the subject of a verb of saying, and in which sentence.
    speaker: Option<(usize, usize)>,
}

/// Everything one sentence is read with.
pub(super) struct Scene<'a> {
    pub(super) clauses: &'a Clauses<'a>,
    pub(super) chunks: &'a [(Chunk, Option<usize>)],
    pub(super) entities: &'a Entities,
    pub(super) times: &'a [TimeSpan],
    pub(super) quantities: &'a [QuantitySpan],
    pub(super) heading: bool,
    /// The article's day of publication.
    pub(super) published: Option<jiff::civil::Date>,
    /// Whether the sentence is the heading of a dated entry.
    pub(super) entry: bool,
    /// What the article says that its places lie in, by folded name.
    pub(super) within: &'a rustc_hash::FxHashMap<String, Arc<str>>,
}

pub(super) fn words(text: &str, tokens: &[Token]) -> Vec<Word> {
    tokens.iter().map(|t| look_up(t.text(text))).collect()
}

/// The family of an action, by name.
pub(super) fn family(action: &str) -> Family {
    crate::claim::Action::new(action).family()
}

impl Discourse {
    /// The triggers of a sentence, with the happenings they speak of.
    pub(super) fn triggers(&mut self, scene: &Scene<'_>) -> Vec<Trigger> {
        let mut out: Vec<Trigger> = Vec::new();
        self.sentence += 1;
        self.see_titles(scene);
        if let Some(only) = self.only.take() {
            self.subject(only);
        }
        for i in scene.clauses.sentence.clone() {
            self.see_subject(scene, i);
            self.see_pronoun(scene, i);
            let word = scene.clauses.view.words[i];
            let trigger = match (word.verb, word.noun) {
                (Some((frame, form)), noun) if (noun.is_none() && !word.class.is(Class::REMOTE)) || acts_as_verb(scene, i, form) => {
                    self.verb(scene, i, frame, form, &out)
                }
                (_, Some(frame)) => self.noun(scene, i, frame, &out),
                _ => None,
            };
            let trigger = trigger.map(|t| if asks(scene) { Trigger { modality: Modality::Possible, ..t } } else { t });
            let trigger = trigger.map(|t| self.retold(scene, t, &out));
            let also = trigger.as_ref().and_then(|t| self.also(scene, t));
            if let Some(trigger) = &trigger {
                self.happenings[trigger.event].sentence = self.sentence;
                self.facts.entry(trigger.event).or_insert((trigger.modality, trigger.polarity));
            }
            out.extend(trigger);
            out.extend(also);
        }
        self.see_only_person(scene);
        out
    }

    /// "King", "Ms" and the like tell whether somebody is he or she.
    fn see_titles(&mut self, scene: &Scene<'_>) {
        for (chunk, entity) in scene.chunks {
            let Some(entity) = entity.filter(|e| is_person(scene, *e)) else { continue };
            let she = chunk.tokens.clone().find_map(|i| {
                let title = scene.clauses.view.str(i).trim_end_matches('.');
                figures::TITLES_OF_SEX.iter().find(|(_, titles)| titles.contains(&title)).map(|(she, _)| *she)
            });
            if let Some(she) = she {
                self.she.entry(entity).or_insert(she);
            }
        }
    }

    /// Where no person was the subject, the only person of the sentence is whom "he" or "she" will mean.
    fn see_only_person(&mut self, scene: &Scene<'_>) {
        let mut persons: Vec<usize> = Vec::new();
        let mut subject = false;
        for phrase in &scene.clauses.phrases {
            subject |= phrase.who.iter().any(|w| matches!(w, Who::He(_)));
            for who in &phrase.who {
                if let Who::Entity(e) = who {
                    if scene.entities.all[*e].kind == EntityKind::Person {
                        subject |= !phrase.governed && !phrase.possessive;
                        persons.push(*e);
                    }
                }
            }
        }
        persons.dedup();
        self.only = if let ([one], false) = (persons.as_slice(), subject) { Some(*one) } else { None };
    }

    /// Keeps track of whom "he" and "the two" mean: the last free phrase that is one person, or two.
    fn see_subject(&mut self, scene: &Scene<'_>, at: usize) {
        let Some(phrase) = scene.clauses.phrases.iter().find(|p| p.tokens.end == at && !p.governed) else { return };
        let named =
            if phrase.who.len() > 1 || matches!(phrase.who[..], [Who::Entity(_)]) { self.who(scene, phrase, None) } else { Vec::new() };
        let persons: Vec<usize> = named.into_iter().filter(|e| is_person(scene, *e)).collect();
        let clause = scene.clauses.clause_of(phrase.tokens.start);
        let subject = !scene.clauses.phrases.iter().any(|p| {
            p.tokens.end <= phrase.tokens.start && !p.governed && !p.possessive && scene.clauses.clause_of(p.tokens.start) == clause
        });
        match persons.as_slice() {
            [one] if (subject && !phrase.possessive) || (phrase.possessive && self.subjects.is_empty()) => self.subject(*one),
            [a, b, ..] => self.two = vec![*a, *b],
            _ => {}
        }
    }

    /// Who spoke in this sentence or the two before it.
    pub(super) fn last_speaker(&self) -> Option<usize> {
        self.speaker.filter(|(_, sentence)| sentence + 2 >= self.sentence).map(|(who, _)| who)
    }

    /// Notes who speaks.
    pub(super) fn speaks(&mut self, who: usize) {
        self.speaker = Some((who, self.sentence));
    }

    /// Whom a pronoun means: the latest subject that can be he, or she; of either where it is not said.
    fn he(&self, she: Option<bool>) -> Option<usize> {
        let fits = |e: &usize| she.is_none() || self.she.get(e).is_none_or(|s| Some(*s) == she);
        let known = || {
            let mut all = self.she.iter().filter(|(_, s)| Some(**s) == she).map(|(e, _)| *e);
            all.next().filter(|_| all.next().is_none())
        };
        self.subjects.iter().rev().copied().find(fits).or_else(known)
    }

    fn subject(&mut self, who: usize) {
        if self.subjects.last() != Some(&who) {
            self.subjects.retain(|s| *s != who);
            self.subjects.push(who);
            if self.subjects.len() > 4 {
                self.subjects.remove(0);
            }
        }
    }

    /// A pronoun in a sentence that has named one person before it tells whether that person is he or she.
    fn see_pronoun(&mut self, scene: &Scene<'_>, at: usize) {
        let Some(phrase) = scene.clauses.phrases.iter().find(|p| p.tokens.start == at) else { return };
        let [Who::He(she)] = phrase.who[..] else { return };
        let mut before: Vec<usize> = Vec::new();
        for other in scene.clauses.phrases.iter().filter(|p| p.tokens.end <= at && !p.governed) {
            before.extend(
                other.who.iter().filter_map(|w| if let Who::Entity(e) = w { Some(*e) } else { None }).filter(|e| is_person(scene, *e)),
            );
        }
        before.dedup();
        let who = if let [one] = before.as_slice() { Some(*one) } else { None };
        if let Some(who) = who.filter(|w| self.she.get(w).is_none_or(|s| *s == she)) {
            self.she.insert(who, she);
            if !phrase.possessive {
                self.subject(who);
            }
        }
    }

    /// The entities that a phrase speaks of.
    pub(super) fn who(&self, scene: &Scene<'_>, phrase: &Phrase, whose: Option<usize>) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        for who in &phrase.who {
            match who {
                Who::Entity(e) => out.push(*e),
                Who::He(she) if phrase.possessive => out.extend(self.possessor(scene, phrase, *she)),
                Who::He(she) => out.extend(self.he(Some(*she))),
                Who::Two => out.extend(self.two.iter().copied()),
                Who::Holders(office) => out.extend(scene.entities.two_holders(office).into_iter().flatten()),
                Who::Counterpart(chunk) => {
                    let of = scene
                        .chunks
                        .iter()
                        .find(|(c, _)| c.tokens.start == phrase.tokens.start || phrase.tokens.contains(&c.tokens.start))
                        .and_then(|(c, _)| c.of.as_ref());
                    let _ = chunk;
                    out.extend(whose.or(out.last().copied()).or(self.he(None)).and_then(|w| scene.entities.counterpart(w, of)));
                }
            }
        }
        out.dedup();
        out
    }

    /// Whom "his" or "her" means: in a phrase that opens the sentence the subject behind the comma; nobody where the clause
    /// has named two.
    fn possessor(&self, scene: &Scene<'_>, phrase: &Phrase, she: bool) -> Option<usize> {
        let clauses = scene.clauses;
        let person = |p: &&Phrase| matches!(p.who.as_slice(), [Who::Entity(e)] if is_person(scene, *e));
        let before: Vec<&Phrase> = clauses.phrases.iter().filter(|p| p.tokens.end <= phrase.tokens.start).filter(person).collect();
        let clause = clauses.clause_of(phrase.tokens.start);
        let mut here: Vec<&Who> = before.iter().filter(|p| clauses.clause_of(p.tokens.start) == clause).flat_map(|p| &p.who).collect();
        here.dedup();
        if here.len() > 1 {
            return None;
        }
        if before.is_empty() {
            let behind = clauses
                .phrases
                .iter()
                .filter(person)
                .find(|p| p.tokens.start > phrase.tokens.end && clauses.view.str(p.tokens.start - 1) == "," && !p.possessive);
            if let Some(Who::Entity(e)) = behind.and_then(|p| p.who.first()) {
                return Some(*e);
            }
        }
        self.he(Some(she))
    }

    fn verb(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, form: Form, before: &[Trigger]) -> Option<Trigger> {
        let chain = factuality::chain(scene.clauses, at, form);
        match frame.shape {
            Shape::Sides | Shape::SidesIfTwo => self.sides(scene, at, frame, &chain),
            Shape::Host => self.host(scene, at, frame, &chain),
            Shape::Journey => self.journey(scene, at, frame, &chain),
            Shape::Status(_) => self.status(scene, at, frame, &chain, before),
            Shape::Harm(_) | Shape::Disaster | Shape::Purchase | Shape::Sale | Shape::Bid | Shape::Jobs | Shape::Exit => {
                self.plain(scene, at, frame, &chain)
            }
        }
    }

    /// Those of them who can meet somebody: persons, and names of two words or more that may be persons.
    fn persons(scene: &Scene<'_>, who: &[usize]) -> Vec<usize> {
        Self::people(scene, who).into_iter().filter(|e| is_person(scene, *e)).collect()
    }

    fn people(scene: &Scene<'_>, who: &[usize]) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        for e in who {
            if scene.entities.all[*e].kind != EntityKind::Place && !out.contains(e) {
                out.push(*e);
            }
        }
        out
    }

    fn sides(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, chain: &Chain) -> Option<Trigger> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let hands = frame.action == "shake-hands";
        let spend = view.str(at).starts_with("spen")
            && !scene
                .times
                .iter()
                .any(|t| t.tokens.start > at && t.tokens.start < at + 5 && matches!(t.value, crate::normalize::TimeValue::Duration(_)));
        if spend {
            return None;
        }
        let sit = matches!(view.str(at), "sit" | "sat" | "sits" | "sitting")
            && !(view.str(at + 1) == "together" || (view.str(at + 1) == "down" && view.str(at + 2) == "with"));
        if (hands && view.str(at + 1) != "hands") || sit {
            return None;
        }
        // "X left the town without meeting Y": not the town.
        let first =
            |p: &&Phrase| p.tokens.end <= at && clauses.clause_of(p.tokens.start) == clauses.clause_of(at) && !p.governed && !p.possessive;
        let without = view.str(chain.tokens.start) == "without";
        let subject = if without { clauses.phrases.iter().find(first) } else { clauses.subject(chain.tokens.start) };
        let mut next = at + 1 + usize::from(hands);
        while view.is(next, Class::ADV) || matches!(view.str(next), "up" | "together" | "down") {
            next += 1;
        }
        let with = (next..(next + 10).min(clauses.clause_end(at)))
            .find(|i| matches!(view.str(*i), "with" | "to") && !view.is(i + 1, Class::LIGHT));
        let direct = clauses
            .phrase_at(next, 0)
            .filter(|p| !p.possessive)
            .or_else(|| clauses.phrase_at(next, 1).filter(|_| frame.shape == Shape::Sides));
        let calls = frame.action == "phone";
        let object = direct.or_else(|| with.and_then(|i| clauses.phrase_at(i + 1, 3)));
        let mut who = subject.map(|p| self.who(scene, p, None)).unwrap_or_default();
        let subject_first = who.first().copied();
        let others = object.map(|p| self.who(scene, p, subject_first)).unwrap_or_default();
        // Time is spent with somebody, or no two meet.
        let met_with = (object.is_some() || with.is_some()) && !view.str(at).starts_with("spen");
        who.extend(&others);
        let who = Self::persons(scene, &who);
        let two_speak = subject.is_some_and(|s| s.who.len() > 1 || matches!(s.who[..], [Who::Two | Who::Holders(_)]));
        let enough = match frame.shape {
            Shape::SidesIfTwo => who.len() >= 2 && (two_speak || !others.is_empty()),
            _ => {
                // Somebody of whom no more is said is still somebody to meet.
                let unnamed = object.is_none_or(|o| matches!(o.who[..], [Who::Counterpart(_)]));
                who.len() >= 2 || (!who.is_empty() && met_with && others.is_empty() && unnamed)
            }
        };
        if !enough || (frame.shape == Shape::SidesIfTwo && object.is_some() && !two_speak && with.is_none() && !calls) {
            return None;
        }
        let remote = self.is_remote(scene, at);
        let action = if remote { "phone" } else { frame.action };
        let end = object.map_or(at + 1, |p| p.tokens.end);
        let start = subject.map_or(chain.tokens.start, |p| p.tokens.start);
        let participants = who.into_iter().map(|e| (e, None)).collect();
        Some(self.open(frame, action, at, participants, start..end, chain))
    }

    /// The same people talking, in the same sentence or one of the next few without a time of its own, is the same event told
    /// again: "She met Brandt on Monday. They talked for three hours."
    fn retold(&self, scene: &Scene<'_>, trigger: Trigger, before: &[Trigger]) -> Trigger {
        let this = &self.happenings[trigger.event];
        if !trigger.fresh || !is_talk(this.action) || this.participants.len() < 2 || trigger.polarity == Polarity::Negative {
            return trigger;
        }
        let same = |h: &Happening| {
            is_talk(h.action)
                && h.participants.len() == this.participants.len()
                && this.participants.iter().all(|p| h.participants.iter().any(|q| q.0 == p.0))
        };
        let here = before
            .iter()
            .find(|t| t.fresh && t.modality == trigger.modality && t.polarity == trigger.polarity && same(&self.happenings[t.event]))
            .map(|t| t.event);
        let timed = scene.times.iter().any(|t| matches!(t.value, crate::normalize::TimeValue::Time(_)));
        let earlier = || {
            let told = |i: &usize| {
                let h = &self.happenings[*i];
                h.sentence > 0
                    && h.sentence < self.sentence
                    && h.sentence + BACK >= self.sentence
                    && same(h)
                    && self.facts.get(i) == Some(&(trigger.modality, trigger.polarity))
            };
            (0..trigger.event).rev().take(MOST_BACK).find(told)
        };
        let event = here.or_else(|| if timed { None } else { earlier() });
        Trigger { event: event.unwrap_or(trigger.event), ..trigger }
    }

    /// "… expected to meet A and possibly B": a meeting of its own, and less certain.
    fn also(&mut self, scene: &Scene<'_>, trigger: &Trigger) -> Option<Trigger> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let at = trigger.extent.end;
        if !is_sides(trigger.frame) || !trigger.fresh || !view.is(at, Class::AND) || !view.is(at + 1, Class::MAYBE) {
            return None;
        }
        let other = clauses.phrase_at(at + 2, 1)?;
        let first = self.happenings[trigger.event].participants.first()?.0;
        let who = Self::persons(scene, &self.who(scene, other, Some(first)));
        let participants: Vec<_> = std::iter::once(first).chain(who).map(|e| (e, None)).collect();
        if participants.len() < 2 {
            return None;
        }
        let happening = Happening { action: trigger.frame.action, participants, time: None, place: None, sentence: self.sentence };
        self.happenings.push(happening);
        let event = self.happenings.len() - 1;
        Some(Trigger {
            extent: at + 1..other.tokens.end,
            modality: Modality::Possible,
            event,
            token: other.tokens.start,
            ..trigger.clone()
        })
    }

    /// Whether the clause says that it was by telephone or video.
    fn is_remote(&self, scene: &Scene<'_>, at: usize) -> bool {
        let (from, to) = (scene.clauses.clause_start(at), scene.clauses.clause_end(at));
        (from..to).any(|i| scene.clauses.view.is(i, Class::REMOTE))
    }

    fn host(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, chain: &Chain) -> Option<Trigger> {
        let clauses = scene.clauses;
        let subject = clauses.subject(chain.tokens.start)?;
        let by = (at + 1..(at + 3).min(clauses.sentence.end)).find(|i| clauses.view.str(*i) == "by").map(|i| i + 1);
        let mut who = self.who(scene, subject, None);
        let first = who.first().copied();
        let view = clauses.view;
        let mutual = matches!((view.str(at + 1), view.str(at + 2)), ("each", "other") | ("one", "another"));
        let object = if mutual { subject } else { clauses.phrase_at(if chain.passive { by? } else { at + 1 }, 1)? };
        who.extend(self.who(scene, object, first));
        let who = Self::persons(scene, &who);
        if who.len() < 2 {
            return None;
        }
        let participants = who.into_iter().map(|e| (e, None)).collect();
        Some(self.open(frame, frame.action, at, participants, subject.tokens.start..object.tokens.end.max(at + 1), chain))
    }

    fn journey(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, chain: &Chain) -> Option<Trigger> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let visits = view.str(at).to_ascii_lowercase().starts_with("visit");
        let mut next = at + 1;
        while view.is(next, Class::ADV) {
            next += 1;
        }
        let prepositions: &[&str] = if visits { &[] } else { &["to", "in", "into", "for", "at"] };
        let to = (next..(next + 2).min(clauses.sentence.end)).find(|i| prepositions.contains(&view.str(*i)));
        let place = if visits { clauses.phrase_at(next, 1) } else { to.and_then(|to| clauses.phrase_at(to + 1, 2)) };
        let place = place.filter(|p| p.who.iter().any(|w| matches!(w, Who::Entity(e) if is_place(scene, *e))));
        let comes = chain.modality == Modality::Planned && matches!(view.str(at), "come" | "go");
        if place.is_none() && !visits && !comes {
            return None;
        }
        let subject = clauses.subject(chain.tokens.start)?;
        let who = Self::people(scene, &self.who(scene, subject, None));
        let who = if who.is_empty() { self.he(None).filter(|_| chain.infinite).into_iter().collect() } else { who };
        if who.is_empty() {
            return None;
        }
        let mut participants: Vec<(usize, Option<&'static str>)> = who.into_iter().map(|e| (e, Some("agent"))).collect();
        let goal = place.and_then(|p| self.who(scene, p, None).first().copied());
        participants.extend(goal.map(|g| (g, Some("destination"))));
        let end = place.map_or(at + 1, |p| p.tokens.end);
        let start = if chain.infinite && subject.tokens.end < chain.tokens.start { chain.tokens.start } else { subject.tokens.start };
        Some(self.open(frame, frame.action, at, participants, start..end, chain))
    }

    /// "The trip was postponed", "having postponed a February trip", "he cancelled at short notice".
    fn status(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, chain: &Chain, before: &[Trigger]) -> Option<Trigger> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let particle = match view.str(at).to_ascii_lowercase().as_str() {
            text if text.starts_with("put") || text.starts_with("call") => Some("off"),
            _ => None,
        };
        let end = at + 1 + usize::from(particle.is_some());
        if particle.is_some_and(|p| view.str(at + 1) != p) {
            return None;
        }
        let object = if chain.passive {
            None
        } else {
            (end..(end + 6).min(clauses.clause_end(at)))
                .find(|i| view.words[*i].noun.is_some_and(|f| f.shape == Shape::Journey || is_sides(f)))
        };
        let movable = |t: &&Trigger| matches!(t.frame.shape, Shape::Journey) || is_sides(t.frame);
        let here = clauses.clause_of(at);
        let subject_event =
            before.iter().rev().filter(movable).find(|t| clauses.clause_of(t.token) == here && chain.passive).map(|t| t.event);
        let planned_here =
            before.iter().rev().filter(movable).find(|t| t.modality == Modality::Planned || self.planned == Some(t.event)).map(|t| t.event);
        let empty = view.is(end, Class::PREP.or(Class::ADV).or(Class::SUBORD))
            || !view.str(end).starts_with(char::is_alphanumeric)
            || view.str(end) == "it";
        if object.is_none() && !chain.passive && !empty {
            return None;
        }
        let event = match object {
            Some(noun) => {
                let frame = view.words[noun].noun?;
                let subject = clauses.subject(chain.tokens.start);
                let who = subject.map(|p| Self::people(scene, &self.who(scene, p, None))).unwrap_or_default();
                let who = if who.is_empty() { following_subject(scene, at).into_iter().collect() } else { who };
                let with = clauses.phrase_at(noun + 2, 0).filter(|_| view.str(noun + 1) == "with" && is_sides(frame));
                let partners = with.map(|p| self.who(scene, p, who.first().copied())).unwrap_or_default();
                let mut participants: Vec<_> = who.into_iter().map(|e| (e, Some("agent"))).collect();
                participants.extend(Self::persons(scene, &partners).into_iter().map(|e| (e, None)));
                self.happenings.push(Happening { action: frame.action, participants, time: None, place: None, sentence: 0 });
                self.happenings.len() - 1
            }
            None => subject_event.or(if chain.passive { self.planned } else { planned_here }).or(planned_here).or(self.planned)?,
        };
        let subject = clauses.subject(chain.tokens.start).filter(|s| clauses.clause_of(s.tokens.start) == clauses.clause_of(at));
        let noun_subject = (clauses.clause_start(at)..chain.tokens.start)
            .find(|i| view.words[*i].noun.is_some())
            .map(|i| clauses.clause_start(at).max(i.saturating_sub(3)));
        let start = noun_subject.or(subject.map(|s| s.tokens.start)).unwrap_or(chain.tokens.start);
        let extent = start.min(chain.tokens.start)..object.map_or(end, |o| o + 1);
        Some(Trigger {
            token: at,
            frame,
            extent,
            modality: chain.modality,
            polarity: chain.polarity,
            event,
            fresh: object.is_some(),
            verbal: true,
        })
    }

    /// Frames whose participants are simply the subject and what follows.
    fn plain(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, chain: &Chain) -> Option<Trigger> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        let text = view.str(at).to_ascii_lowercase();
        if (frame.shape == Shape::Exit && text.starts_with("step") && view.str(at + 1) != "down")
            || (frame.shape == Shape::Jobs && !mentions_jobs(scene, at))
            || (frame.shape == Shape::Exit && view.str(at + 1).ends_with("ing"))
            || (frame.shape == Shape::Disaster
                && figures::MARKETS.contains(&&*view.str(chain.tokens.start.wrapping_sub(1)).to_ascii_lowercase()))
        {
            return None;
        }
        let subject = clauses.subject(chain.tokens.start);
        let mut who = subject.map(|p| self.who(scene, p, None)).unwrap_or_default();
        let object = clauses.phrase_at(at + 1, 3).filter(|p| !p.possessive);
        let down = usize::from(text.starts_with("step"));
        let mut extent = subject.map_or(chain.tokens.start, |p| p.tokens.start)..object.map_or(at + 1 + down, |p| p.tokens.end);
        if matches!(frame.shape, Shape::Purchase | Shape::Sale | Shape::Bid) {
            who.extend(object.map(|p| self.who(scene, p, None)).unwrap_or_default());
            let more = (at + 1..clauses.clause_end(at))
                .filter(|i| matches!(view.str(*i), "to" | "for" | "from") || (chain.passive && view.str(*i) == "by"))
                .filter_map(|i| clauses.phrase_at(i + 1, 1))
                .next();
            who.extend(more.map(|p| self.who(scene, p, None)).unwrap_or_default());
            if let Some(more) = more {
                extent.end = extent.end.max(more.tokens.end);
            }
            if who.len() < 2 {
                return None;
            }
        }
        let exit = frame.shape == Shape::Exit;
        if exit && who.is_empty() {
            return None;
        }
        let who = if matches!(frame.shape, Shape::Harm(_) | Shape::Disaster) { Vec::new() } else { Self::people(scene, &who) };
        let participants = who.into_iter().map(|e| (e, None)).collect();
        Some(self.open(frame, frame.action, at, participants, extent, chain))
    }

    fn open(
        &mut self,
        frame: &'static Frame,
        action: &'static str,
        at: usize,
        participants: Vec<(usize, Option<&'static str>)>,
        extent: Range<usize>,
        chain: &Chain,
    ) -> Trigger {
        self.note(&participants, chain.modality, frame);
        self.happenings.push(Happening { action, participants, time: None, place: None, sentence: 0 });
        let event = self.happenings.len() - 1;
        if chain.modality.is_open() && (frame.shape == Shape::Journey || is_sides(frame)) {
            self.planned = Some(event);
        }
        Trigger { token: at, frame, extent, modality: chain.modality, polarity: chain.polarity, event, fresh: true, verbal: true }
    }

    fn note(&mut self, participants: &[(usize, Option<&'static str>)], _modality: Modality, frame: &Frame) {
        if let [(a, _), (b, _)] = participants {
            if is_sides(frame) {
                self.two = vec![*a, *b];
            }
        }
    }

    /// A noun: "talks between A and B", "A's visit to P", "the meeting".
    fn noun(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, before: &[Trigger]) -> Option<Trigger> {
        let (view, clauses) = (scene.clauses.view, scene.clauses);
        match frame.shape {
            Shape::Disaster => return self.disaster(scene, at, frame),
            Shape::Harm(_) => return self.harm_noun(scene, at, frame),
            Shape::Sides | Shape::SidesIfTwo | Shape::Journey | Shape::Host => {}
            Shape::Purchase | Shape::Sale | Shape::Bid | Shape::Jobs | Shape::Exit | Shape::Status(_) => return None,
        }
        if before.iter().any(|t| t.extent.contains(&at) && t.token < at && matches!(t.frame.shape, Shape::Status(_))) {
            return None;
        }
        let beside = at.saturating_sub(9).max(clauses.sentence.start)..at;
        if beside.clone().any(|i| matches!(view.str(i), "sidelines" | "margins" | "fringes") && !(i..at).any(|j| view.str(j) == ",")) {
            return None;
        }
        let remote = (at.saturating_sub(3).max(clauses.sentence.start)..at).any(|i| view.is(i, Class::REMOTE));
        let light = self.light_verb(scene, at);
        if frame.action == "phone" && !remote && light.is_none() && !view.is(at.wrapping_sub(1), Class::THE) {
            return None;
        }
        let action = if remote && is_sides(frame) { "phone" } else { frame.action };
        let around = NounScene::new(scene, at);
        let mut who: Vec<usize> = Vec::new();
        let mut extent = around.start..at + 1;
        let present = light.is_none() && is_sides(frame) && matches!(view.str(around.start.wrapping_sub(1)), "at" | "in" | "during");
        let chain = light.as_ref().map(|(i, form)| factuality::chain(clauses, *i, *form));
        let with = around.behind.iter().any(|(p, _)| *p == "with");
        let subject = if present {
            let before = clauses.phrases.iter().find(|p| {
                p.tokens.end < around.start && !p.governed && !p.possessive && clauses.clause_of(p.tokens.start) == clauses.clause_of(at)
            });
            let behind = || {
                clauses.phrases.iter().find(|p| {
                    p.tokens.start > at && !p.governed && !p.possessive && clauses.clause_of(p.tokens.start) == clauses.clause_of(at)
                })
            };
            if with { before.or_else(behind) } else { before.filter(|s| s.who.len() > 1) }
        } else {
            chain.as_ref().and_then(|c| clauses.subject(c.tokens.start))
        };
        if let Some(subject) = subject.filter(|s| s.tokens.end <= at || (present && with)) {
            who.extend(self.who(scene, subject, None));
            if subject.tokens.end <= at {
                extent.start = extent.start.min(subject.tokens.start);
            }
        }
        for phrase in &around.owners {
            who.extend(self.who(scene, phrase, None));
            extent.start = extent.start.min(phrase.tokens.start);
        }
        let whose = who.first().copied();
        let mut goal = None;
        for (preposition, phrase) in &around.behind {
            let found = self.who(scene, phrase, whose);
            if frame.shape != Shape::Journey && matches!(*preposition, "to" | "for") {
                continue;
            }
            if frame.shape == Shape::Journey && *preposition == "to" {
                goal = found.into_iter().find(|e| is_place(scene, *e));
            } else {
                who.extend(found);
            }
            extent.end = extent.end.max(phrase.tokens.end);
        }
        let mut who = Self::persons(scene, &who);
        if who.is_empty() && frame.shape == Shape::Journey && !around.definite && light.is_none() && around.indefinite {
            // "She is making up for a trip that …": the traveller is the subject.
            if let Some(subject) = clauses.subject(around.start) {
                who = Self::persons(scene, &self.who(scene, subject, None));
                extent.start = around.start;
            }
        }
        let (mut modality, mut polarity) = chain.as_ref().map_or((Modality::Asserted, Polarity::Positive), |c| (c.modality, c.polarity));
        if chain.is_none() {
            (modality, polarity) = factuality::around(clauses, at, around.modality.max(predicate(scene, at)), polarity);
        }
        let governor =
            if view.str(around.start.wrapping_sub(1)) == "for" { around.start.wrapping_sub(2) } else { around.start.wrapping_sub(1) };
        if chain.is_none() && modality == Modality::Asserted && (view.is(governor, Class::ASK) || view.str(governor).starts_with("call")) {
            modality = Modality::Possible;
        }
        if view.str(around.start).eq_ignore_ascii_case("no") {
            polarity = Polarity::Negative;
        }
        let family = family(action);
        let enough = if frame.shape == Shape::Journey { !who.is_empty() } else { who.len() >= 2 };
        if !enough {
            let back = self.back(family, &who, action).filter(|_| around.definite && light.is_none());
            if let Some(event) = back {
                let anew = (clauses.clause_start(at)..clauses.clause_end(at)).any(|i| matches!(view.str(i), "originally" | "initially"));
                let event = if anew { self.fork(event) } else { event };
                return Some(Trigger { token: at, frame, extent, modality, polarity, event, fresh: false, verbal: light.is_some() });
            }
            let vague = frame.shape != Shape::Journey && around.definite && light.is_none();
            if (who.is_empty() || vague) && !scene.entry {
                return None;
            }
        }
        let same = before.iter().find(|t| present && clauses.clause_of(t.token) == clauses.clause_of(at) && is_sides(t.frame));
        if let Some(same) = same {
            return Some(Trigger {
                token: at,
                frame,
                extent: same.extent.start.min(extent.start)..extent.end,
                modality,
                polarity,
                event: same.event,
                fresh: false,
                verbal: true,
            });
        }
        let role = (frame.shape == Shape::Journey).then_some("agent");
        let mut participants: Vec<(usize, Option<&'static str>)> = who.into_iter().map(|e| (e, role)).collect();
        participants.extend(goal.map(|g| (g, Some("destination"))));
        let chain = chain.unwrap_or(Chain { tokens: at..at + 1, passive: false, modality, polarity, infinite: false });
        let mut trigger = self.open(frame, action, at, participants, extent, &chain);
        (trigger.modality, trigger.polarity, trigger.verbal) = (modality, polarity, light.is_some() || present || scene.heading);
        Some(trigger)
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
            let f = super::reader::family(h.action);
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
        // Another one, or one that may come, is not the one that came.
        if before.clone().any(|i| matches!(view.str(i), "second" | "another" | "future" | "possible" | "any" | "no")) {
            return None;
        }
        if figures::is_figurative(view, at) {
            return None;
        }
        let definite = before.clone().any(|i| view.is(i, Class::THE));
        let last = (0..self.happenings.len()).rev().take(MOST_BACK).find(|i| self.happenings[*i].action == frame.action);
        let (modality, polarity) = factuality::around(scene.clauses, at, Modality::Asserted, Polarity::Positive);
        let (event, fresh) = match last.filter(|_| definite) {
            Some(event) => (event, false),
            None => {
                self.happenings.push(Happening { action: frame.action, participants: Vec::new(), time: None, place: None, sentence: 0 });
                (self.happenings.len() - 1, true)
            }
        };
        Some(Trigger { token: at, frame, extent: at..at + 1, modality, polarity, event, fresh, verbal: true })
    }

    fn harm_noun(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame) -> Option<Trigger> {
        let view = scene.clauses.view;
        // "The number of dead in the village has risen to 17": the figure may stand further off behind a verb of reaching.
        let counted = scene.quantities.iter().any(|q| {
            let reached = (at..q.tokens.start).any(|i| view.is(i, Class::REACH));
            q.tokens.start < at + if reached { 14 } else { 6 } && at < q.tokens.end + 6
        });
        counted.then(|| {
            self.happenings.push(Happening { action: frame.action, participants: Vec::new(), time: None, place: None, sentence: 0 });
            let (modality, polarity) = (Modality::Asserted, Polarity::Positive);
            Trigger {
                token: at,
                frame,
                extent: at..at + 1,
                modality,
                polarity,
                event: self.happenings.len() - 1,
                fresh: true,
                verbal: true,
            }
        })
    }
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
            let compound = hyphened(i)
                || (hyphened(i + 1) && i + 2 <= at)
                || matches!(view.str(i), "“" | "”" | "\"")
                || (view.str(i) == "," && start < at);
            let lasting = view.str(i) == "of"
                && scene.times.iter().any(|t| t.tokens.end == i && matches!(t.value, crate::normalize::TimeValue::Duration(_)));
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
            if matches!(preposition, "with" | "between" | "by" | "of" | "to" | "for") {
                if let Some(phrase) = clauses.phrase_at(i + 1, if preposition == "with" { 4 } else { 1 }).filter(|p| !p.possessive) {
                    behind.push((preposition, phrase));
                    i = phrase.tokens.end;
                    continue;
                }
            }
            i += 1;
        }
        Self { start, definite, indefinite, modality, owners, behind }
    }
}

/// How many events back anything may point: bounds the work on long articles.
pub(super) const MOST_BACK: usize = 200;
/// How many sentences back "the meeting" may point.
const BACK: usize = 3;

pub(super) fn is_sides(frame: &Frame) -> bool {
    matches!(frame.shape, Shape::Sides | Shape::SidesIfTwo | Shape::Host)
}

pub(super) fn is_person(scene: &Scene<'_>, entity: usize) -> bool {
    let local = &scene.entities.all[entity];
    local.kind == EntityKind::Person || (local.kind == EntityKind::Other && local.name.split(' ').count() > 1)
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

/// Whether the sentence is a question, which asserts nothing.
fn asks(scene: &Scene<'_>) -> bool {
    scene.clauses.view.str(scene.clauses.sentence.end.wrapping_sub(1)) == "?"
}

fn is_talk(action: &str) -> bool {
    matches!(family(action), Family::Encounter | Family::Call)
}

fn is_place(scene: &Scene<'_>, entity: usize) -> bool {
    scene.entities.all[entity].kind == EntityKind::Place
}

fn mentions_jobs(scene: &Scene<'_>, at: usize) -> bool {
    let (from, to) = (scene.clauses.clause_start(at), scene.clauses.clause_end(at));
    (from..to).any(|i| matches!(scene.clauses.view.str(i), "jobs" | "posts" | "positions" | "workers" | "employees"))
}

/// The subject of the clause behind, for a participle that opens the sentence: "Having postponed a trip, X is …".
fn following_subject(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let phrase = scene
        .clauses
        .phrases
        .iter()
        .find(|p| p.tokens.start > at && !p.governed && !p.possessive && scene.clauses.view.str(p.tokens.start - 1) == ",")?;
    phrase.who.iter().find_map(|w| if let Who::Entity(e) = w { Some(*e) } else { None })
}

/// Whether a word that can be a noun stands as a verb.
fn acts_as_verb(scene: &Scene<'_>, at: usize, form: Form) -> bool {
    let view: &View<'_> = scene.clauses.view;
    let Some(before) = at.checked_sub(1).filter(|b| scene.clauses.sentence.contains(b)) else { return false };
    match form {
        Form::Past | Form::Participle => true,
        Form::Ing if view.is(before, Class::PREP.or(Class::NOT).or(Class::SUBORD)) => {
            scene.clauses.phrases.iter().any(|p| p.tokens.start == at + 1 && !p.possessive && !p.governed)
        }
        // "Lunde's meeting", "Monday's talks": whose it is, not what he is doing.
        Form::Ing if matches!(view.str(before), "'s" | "’s") => view.is(before.wrapping_sub(1), Class::HE.or(Class::WHO)),
        Form::Ing => view.is(before, Class::BE) || (view.is(before, Class::ADV) && view.is(before.saturating_sub(1), Class::BE)),
        Form::Base => {
            let helper =
                view.is(before, Class::TO.or(Class::WILL).or(Class::MAY).or(Class::THEY).or(Class::HE)) && !view.is(before, Class::HIS);
            let adverb =
                view.is(before, Class::ADV) && view.is(before.saturating_sub(1), Class::TO.or(Class::WILL).or(Class::MAY).or(Class::NOT));
            let subject = scene
                .clauses
                .phrases
                .iter()
                .any(|p| p.tokens.end == at && !p.possessive && !p.governed && p.tokens.start == scene.clauses.clause_start(at));
            helper
                || adverb
                || (subject
                    && (view.is(at + 1, Class::PREP.or(Class::TO)) || view.words.get(at + 1).is_some_and(|w| w.capital))
                    && !view.str(at).ends_with('s'))
        }
    }
}
