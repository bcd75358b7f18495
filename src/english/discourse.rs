//! What an article has said so far: its events, whom pronouns mean, and the triggers of each sentence.

use std::ops::Range;
use std::sync::Arc;

use super::clause::{Clauses, Phrase, Who};
use super::factuality::Chain;
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
    /// Of a disaster, the vehicle or site that it befell.
    pub(super) site: Option<Arc<str>>,
    /// Of a disaster, the name that stands before its noun, in letters.
    pub(super) called: Option<String>,
    /// The number of the sentence that last spoke of it.
    pub(super) sentence: usize,
    /// Whether it is told by the way, of years ago.
    pub(super) aside: bool,
}

impl Happening {
    pub(super) fn new(action: &'static str, participants: Vec<(usize, Option<&'static str>)>) -> Self {
        Self { action, participants, time: None, place: None, site: None, called: None, sentence: 0, aside: false }
    }
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
    /// Whether one side met each of several: "talks with A and B" may have been two.
    pub(super) each: bool,
    /// Whether a verb speaks of it, so that a time that opens the sentence is its time.
    pub(super) verbal: bool,
}

impl Trigger {
    /// A verb that opens a new mention.
    pub(super) fn of(frame: &'static Frame, token: usize, extent: Range<usize>, chain: &Chain, event: usize) -> Self {
        let (modality, polarity) = (chain.modality, chain.polarity);
        Self { token, frame, extent, modality, polarity, event, fresh: true, each: false, verbal: true }
    }
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
    pub(super) planned: Option<usize>,
    /// The number of the sentence being read.
    pub(super) sentence: usize,
    /// The only person of the last sentence, where no person was its subject.
    only: Option<usize>,
    /// The event that a toll without an event of its own belongs to.
    pub(super) harm: Option<usize>,
    /// How each happening was first told.
    pub(super) facts: rustc_hash::FxHashMap<usize, (Modality, Polarity)>,
    /// Who was last the subject of a verb of saying, and in which sentence.
    speaker: Option<(usize, usize)>,
    /// Whose quotation is still open, and in which sentence it was last heard.
    pub(super) quoting: Option<(usize, usize)>,
    /// Offers and contracts.
    pub(super) deals: super::deals::Deals,
    /// The disaster last told of, and in which sentence: what "it" means at the head of the next.
    told: Option<(usize, usize)>,
    /// Events that are part of another, with that: where a quake was felt, what it cut off.
    pub(super) parts: Vec<(usize, usize)>,
    /// Events that turned out to be another: the toll of a heading, and the quake that the body tells of.
    pub(super) same: Vec<(usize, usize)>,
    /// Clock times told without their day: the event, and the tokens.
    pub(super) floating: Vec<(usize, Range<usize>)>,
    /// The last toll, its event and its sentence.
    pub(super) toll: Option<(Arc<str>, usize, usize)>,
    /// The failure that the article is about: an outage, a cut cable.
    pub(super) failure: Option<usize>,
    /// The failure last told of, and in which sentence.
    pub(super) failed: Option<(usize, usize)>,
    /// The last share of what failed.
    pub(super) share: Option<super::shares::Share>,
    /// Set once a repair ship was told of: the failure that it is sent to.
    pub(super) ship: Option<usize>,
    /// The places named so far that were said to be an island, a town and the like.
    pub(super) places: Vec<(&'static str, usize)>,
    /// The place last named.
    pub(super) last_place: Option<usize>,
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
    let mut words: Vec<Word> = tokens.iter().map(|t| look_up(t.text(text))).collect();
    super::word_names::settle(text, tokens, &mut words);
    words
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
        self.turn_deals();
        if let Some(only) = self.only.take() {
            self.subject(only);
        }
        for i in scene.clauses.sentence.clone() {
            self.see_subject(scene, i);
            self.see_body(scene, i);
            self.see_pronoun(scene, i);
            let word = scene.clauses.view.words[i];
            let trigger = match (word.verb, word.noun) {
                (Some((frame, form)), noun) if (noun.is_none() && !word.class.is(Class::REMOTE)) || acts_as_verb(scene, i, form) => {
                    self.verb(scene, i, frame, form, &out)
                }
                (_, Some(frame)) => self.noun(scene, i, frame, &out),
                _ => None,
            };
            let trigger = trigger.or_else(|| self.outage(scene, i));
            let trigger = trigger.map(|t| if asks(scene) { Trigger { modality: Modality::Possible, ..t } } else { t });
            let others = trigger.as_ref().map(|t| self.each(t)).unwrap_or_default();
            let trigger = trigger.map(|t| self.retold(scene, t, &out));
            let also = trigger.as_ref().and_then(|t| self.also(scene, t));
            if let Some(status) = trigger.as_ref().filter(|t| matches!(t.frame.shape, Shape::Status(_)) && !t.fresh) {
                self.call_off(status, &mut out);
            }
            if let Some(trigger) = &trigger {
                self.happenings[trigger.event].sentence = self.sentence;
                self.facts.entry(trigger.event).or_insert((trigger.modality, trigger.polarity));
            }
            if let Some(t) = trigger.as_ref().filter(|t| t.frame.shape == Shape::Disaster) {
                self.told = Some((t.event, self.sentence));
            }
            out.extend(trigger);
            out.extend(also);
            out.extend(others.into_iter().map(|t| self.retold(scene, t, &[])));
        }
        self.see_only_person(scene);
        out
    }

    /// "The meeting on Monday was cancelled": what the subject tells of was a plan, and nobody says that it came.
    fn call_off(&mut self, status: &Trigger, before: &mut [Trigger]) {
        let asserted = |t: &&mut Trigger| t.event == status.event && t.modality == Modality::Asserted && t.polarity == Polarity::Positive;
        for trigger in before.iter_mut().filter(asserted) {
            (trigger.modality, trigger.fresh) = (Modality::Planned, false);
            self.facts.insert(status.event, (Modality::Planned, Polarity::Positive));
        }
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

    /// Leaves the first partner to the trigger, and gives each further one a trigger of its own: whoever talked with two talked with
    /// each, together or not.
    fn each(&mut self, trigger: &Trigger) -> Vec<Trigger> {
        if !trigger.each || !trigger.fresh {
            return Vec::new();
        }
        let all = &mut self.happenings[trigger.event].participants;
        let (first, others) = (all[0], all.split_off(2.min(all.len())));
        others
            .into_iter()
            .map(|other| {
                let happening = Happening { participants: vec![first, other], ..self.happenings[trigger.event].clone() };
                self.happenings.push(happening);
                Trigger { event: self.happenings.len() - 1, ..trigger.clone() }
            })
            .collect()
    }

    /// Where no person was the subject, the only person of the sentence is whom "he" or "she" will mean.
    fn see_only_person(&mut self, scene: &Scene<'_>) {
        let mut persons: Vec<usize> = Vec::new();
        let mut subject = false;
        for phrase in &scene.clauses.phrases {
            subject |= phrase.who.iter().any(|w| matches!(w, Who::He(_)));
            for who in &phrase.who {
                if let Who::Entity(e) = who
                    && scene.entities.all[*e].kind == EntityKind::Person
                {
                    subject |= !phrase.governed && !phrase.possessive;
                    persons.push(*e);
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
            [a, b] => self.two = vec![*a, *b],
            [_, _, _, ..] => self.two.clear(),
            _ => {}
        }
    }

    /// Who spoke in this sentence or the two before it.
    pub(super) fn last_speaker(&self) -> Option<usize> {
        self.speaker.filter(|(_, sentence)| sentence + 2 >= self.sentence).map(|(who, _)| who)
    }

    /// The disaster that the sentence before told of last, or this one.
    pub(super) fn it(&self) -> Option<usize> {
        self.told.filter(|(_, sentence)| sentence + 1 >= self.sentence).map(|t| t.0)
    }

    /// Notes that `part` happened when `whole` did, and because of it.
    pub(super) fn follow(&mut self, part: usize, whole: usize) {
        self.parts.push((part, whole));
    }

    /// What an event turned out to be.
    pub(super) fn resolved(&self, event: usize) -> usize {
        self.same.iter().find(|(a, _)| *a == event).map_or(event, |(_, b)| *b)
    }

    /// Gives parts the time of their whole, where they have none of their own.
    pub(super) fn settle_parts(&mut self) {
        for (part, whole) in std::mem::take(&mut self.parts) {
            let time = self.happenings[whole].time;
            let own = &mut self.happenings[part];
            own.time = own.time.or(time);
        }
    }

    /// Notes who speaks.
    pub(super) fn speaks(&mut self, who: usize) {
        self.speaker = Some((who, self.sentence));
    }

    /// Whom a pronoun means: the latest subject that can be he, or she; of either where it is not said.
    pub(super) fn he(&self, she: Option<bool>) -> Option<usize> {
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

    /// Those of them who can meet somebody: persons, and names of two words or more that may be persons.
    pub(super) fn persons(scene: &Scene<'_>, who: &[usize]) -> Vec<usize> {
        Self::people(scene, who).into_iter().filter(|e| is_person(scene, *e)).collect()
    }

    pub(super) fn people(scene: &Scene<'_>, who: &[usize]) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        for e in who {
            if scene.entities.all[*e].kind != EntityKind::Place && !out.contains(e) {
                out.push(*e);
            }
        }
        out
    }

    pub(super) fn open(
        &mut self,
        frame: &'static Frame,
        action: &'static str,
        at: usize,
        participants: Vec<(usize, Option<&'static str>)>,
        extent: Range<usize>,
        chain: &Chain,
    ) -> Trigger {
        self.note(&participants, frame);
        self.happenings.push(Happening::new(action, participants));
        let event = self.happenings.len() - 1;
        if frame.action == "acquire" && self.happenings[event].participants.len() > 1 && chain.polarity == Polarity::Positive {
            self.deals.merger = Some(event);
            self.deals.merger_told.push(event);
        }
        if chain.modality.is_open() && (frame.shape == Shape::Journey || is_sides(frame)) {
            self.planned = Some(event);
        }
        Trigger::of(frame, at, extent, chain, event)
    }

    fn note(&mut self, participants: &[(usize, Option<&'static str>)], frame: &Frame) {
        if let [(a, _), (b, _)] = participants
            && is_sides(frame)
        {
            self.two = vec![*a, *b];
        }
    }
}

/// How many events back anything may point: bounds the work on long articles.
pub(super) const MOST_BACK: usize = 200;
/// How many sentences back "the meeting" may point.
pub(super) const BACK: usize = 3;

pub(super) fn is_sides(frame: &Frame) -> bool {
    matches!(frame.shape, Shape::Sides | Shape::SidesIfTwo | Shape::Host)
}

pub(super) fn is_person(scene: &Scene<'_>, entity: usize) -> bool {
    let local = &scene.entities.all[entity];
    local.kind == EntityKind::Person || (local.kind == EntityKind::Other && local.name.split(' ').count() > 1)
}

/// Whether the sentence is a question, which asserts nothing.
fn asks(scene: &Scene<'_>) -> bool {
    scene.clauses.view.str(scene.clauses.sentence.end.wrapping_sub(1)) == "?"
}

pub(super) fn is_talk(action: &str) -> bool {
    matches!(family(action), Family::Encounter | Family::Call)
}

pub(super) fn is_place(scene: &Scene<'_>, entity: usize) -> bool {
    scene.entities.all[entity].kind == EntityKind::Place
}

/// Whether what begins at `start` opens the clause of `at`, behind the mark that does.
fn opens_clause(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let first = scene.clauses.clause_start(at);
    start == first || (start == first + 1 && scene.clauses.view.str(first) == ":")
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
        Form::Ing if view.str(before) == "'s" => view.is(before.wrapping_sub(1), Class::HE.or(Class::WHO)),
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
                .any(|p| p.tokens.end == at && !p.possessive && !p.governed && opens_clause(scene, p.tokens.start, at));
            helper
                || adverb
                || (subject
                    && (view.is(at + 1, Class::PREP.or(Class::TO)) || view.words.get(at + 1).is_some_and(|w| w.capital))
                    && !view.str(at).ends_with('s'))
        }
    }
}
