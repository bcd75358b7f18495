//! Verbs that tell of events: who met, received, visited, postponed, bought.

use std::sync::Arc;

use super::clause::{Phrase, Who};
use super::discourse::{BACK, Discourse, Happening, MOST_BACK, Scene, Trigger, is_person, is_place, is_sides, is_talk};
use super::factuality::{self, Chain};
use super::figures;
use super::frames::{Frame, Shape};
use super::lexicon::{Class, Form};
use super::sites;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::words::List;

impl Discourse {
    pub(super) fn verb(&mut self, scene: &Scene<'_>, at: usize, frame: &'static Frame, form: Form, before: &[Trigger]) -> Option<Trigger> {
        // "Co-host Ada Okafor", "the most-visited page".
        if scene.clauses.view.str(at.wrapping_sub(1)) == "-" {
            return None;
        }
        let chain = factuality::chain(scene.clauses, at, form);
        if is_near_miss(scene, at, &chain) || is_substantive(scene, at, frame, form) {
            return None;
        }
        match frame.shape {
            Shape::Sides | Shape::SidesIfTwo => self.sides(scene, at, frame, &chain),
            Shape::Host => self.host(scene, at, frame, &chain),
            Shape::Journey => self.journey(scene, at, frame, &chain),
            Shape::Status(_) => self.status(scene, at, frame, &chain, before),
            Shape::Outage => None,
            Shape::Deal(terms) => self.deal_verb(scene, at, frame, terms, &chain),
            Shape::Harm(_) | Shape::Disaster | Shape::Purchase | Shape::Sale | Shape::Jobs | Shape::Exit => {
                self.plain(scene, at, frame, &chain)
            }
        }
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
        // "Meet the deadline", "met her goals".
        if view.str(at).starts_with("me")
            && (at + 1..clauses.sentence.end.min(at + 7))
                .take_while(|i| view.str(*i).starts_with(char::is_alphanumeric) || matches!(view.str(*i), "-" | "'s" | "'"))
                .any(|i| List::MetThings.has(view.str(i)))
        {
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
        let each = subject.is_some_and(|s| s.who.len() == 1) && !two_speak && who.len() > 2;
        let participants = who.into_iter().map(|e| (e, None)).collect();
        Some(Trigger { each, ..self.open(frame, action, at, participants, start..end, chain) })
    }

    /// The same people talking, in the same sentence or one of the next few without a time of its own, is the same event told
    /// again: "She met Brandt on Monday. They talked for three hours."
    pub(super) fn retold(&self, scene: &Scene<'_>, trigger: Trigger, before: &[Trigger]) -> Trigger {
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
    pub(super) fn also(&mut self, scene: &Scene<'_>, trigger: &Trigger) -> Option<Trigger> {
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
        let happening = Happening { sentence: self.sentence, ..Happening::new(trigger.frame.action, participants) };
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
        // Going home is another journey than the one there.
        let home = view.str(next) == "home" && view.str(at) != "head";
        let action = if home { "return" } else { frame.action };
        let comes = chain.modality == Modality::Planned && matches!(view.str(at), "come" | "go") && is_absolute(scene, next);
        // "Explosions that went off in Osk", "went hiking in Norway", "went on in Oslo".
        let phrasal =
            !visits && (List::GoingParticles.has(view.str(next)) || view.str(next).ends_with("ing") || view.str(next).ends_with("ed"));
        if place.is_none() && !visits && !comes && !home || phrasal {
            return None;
        }
        let subject = clauses.subject(chain.tokens.start)?;
        if !chain.infinite && has_nearer_subject(scene, chain, subject) {
            return None;
        }
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
        Some(self.open(frame, action, at, participants, start..end, chain))
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
        // A heading leaves the auxiliary out: "Talks with X cancelled".
        let ends = object.is_none() && end >= clauses.sentence.end;
        let subject_event = called_off(scene, at, chain, before).filter(|_| chain.passive || (scene.heading && ends));
        if subject_event.is_none() && chain.passive && has_other_subject(scene, at, chain) {
            return None;
        }
        let planned_here =
            before.iter().rev().filter(movable).find(|t| t.modality == Modality::Planned || self.planned == Some(t.event)).map(|t| t.event);
        let empty = view.is(end, Class::PREP.or(Class::ADV).or(Class::SUBORD))
            || !view.str(end).starts_with(char::is_alphanumeric)
            || view.str(end) == "it"
            || ends;
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
                self.happenings.push(Happening::new(frame.action, participants));
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
        Some(Trigger { fresh: object.is_some(), ..Trigger::of(frame, at, extent, chain, event) })
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
        // Harm has no subject that takes part: "Three died in Porto, and 600 were killed elsewhere" does not reach back to Porto.
        // Nobody is traded by trading, or leaves an office by leaving a room.
        let traded = chain.passive || object.is_some();
        if (text.starts_with("trad") && !traded) || (text.starts_with("lea") || text == "left") && !leaves_office(scene, at, subject) {
            return None;
        }
        let harm = matches!(frame.shape, Shape::Harm(_) | Shape::Disaster);
        let near = |p: &&Phrase| !harm || (!chain.infinite && clauses.clause_of(p.tokens.start) == clauses.clause_of(at));
        let mut extent =
            subject.filter(near).map_or(chain.tokens.start, |p| p.tokens.start)..object.map_or(at + 1 + down, |p| p.tokens.end);
        if matches!(frame.shape, Shape::Purchase | Shape::Sale) {
            who.extend(object.map(|p| self.who(scene, p, None)).unwrap_or_default());
            let more = (at + 1..clauses.clause_end(at))
                .filter(|i| {
                    matches!(view.str(*i), "to" | "for" | "from")
                        || (view.str(*i) == "in"
                            && (at + 1..*i).any(|j| matches!(view.str(j), "stake" | "interest" | "holding" | "shares")))
                        || (chain.passive && view.str(*i) == "by")
                })
                .filter_map(|i| clauses.phrase_at(i + 1, 1))
                .next();
            who.extend(more.map(|p| self.who(scene, p, None)).unwrap_or_default());
            // "from the one club to the other".
            if let Some(second) = more.filter(|_| text.starts_with("trad")) {
                let to = (second.tokens.end..second.tokens.end + 2).find(|i| matches!(view.str(*i), "to" | "from"));
                let other = to.and_then(|i| clauses.phrase_at(i + 1, 1));
                who.extend(other.map(|p| self.who(scene, p, None)).unwrap_or_default());
            }
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
        let site = if frame.shape == Shape::Disaster { sites::of_verb(scene, at, chain.tokens.start) } else { None };
        // Prices sink and talks collapse, too.
        if (frame.action == "sink" && site != Some("boat")) || (frame.action == "collapse" && site.is_none()) {
            return None;
        }
        let who = if matches!(frame.shape, Shape::Harm(_) | Shape::Disaster) { Vec::new() } else { Self::people(scene, &who) };
        let mut participants: Vec<_> = who.into_iter().map(|e| (e, None)).collect();
        // "310 jobs will be lost": at the firms whose takeover is told of.
        if frame.shape == Shape::Jobs && participants.is_empty() {
            participants = self.firms();
            let speaks = |p: &&Phrase| !p.governed && !p.possessive && p.tokens.end <= at;
            if participants.is_empty()
                && let Some(p) = clauses.phrases.iter().find(speaks)
            {
                participants = Self::people(scene, &self.who(scene, p, None))
                    .into_iter()
                    .filter(|e| !is_person(scene, *e) || super::deals::is_body(scene, *e))
                    .map(|e| (e, None))
                    .collect();
            }
        }
        let trigger = self.open(frame, frame.action, at, participants, extent, chain);
        self.happenings[trigger.event].site = site.filter(|_| sites::is_sited(frame.action)).map(Arc::from);
        Some(trigger)
    }
}

/// The meeting or journey whose noun is the subject of "was cancelled": in its clause, or where that goes on behind a relative
/// clause, before it.
fn called_off(scene: &Scene<'_>, at: usize, chain: &Chain, before: &[Trigger]) -> Option<usize> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let noun = |t: &&Trigger| {
        let movable = matches!(t.frame.shape, Shape::Journey) || is_sides(t.frame);
        movable && t.frame.nouns.contains(&&*view.str(t.token).to_ascii_lowercase())
    };
    let here = clauses.clause_of(at);
    // "The talks were held on Monday, and a dinner was cancelled": the dinner.
    let open = |t: &&Trigger| {
        (t.extent.end.max(t.token + 1)..chain.tokens.start).all(|i| !view.is(i, Class::AND.or(Class::BE).or(Class::HAVE).or(Class::SAY)))
    };
    let own = before.iter().rev().filter(noun).filter(open).find(|t| clauses.clause_of(t.token) == here);
    let start = clauses.clause_start(at);
    let resumes = view.str(start) == "," && start + 1 == chain.tokens.start && here > 0;
    let head = || {
        let main = (0..here).rev().find(|c| !clauses.is_open_relative(*c))?;
        before.iter().filter(noun).find(|t| clauses.clause_of(t.token) == main)
    };
    own.or_else(|| if resumes { head() } else { None }).map(|t| t.event)
}

/// "Will come", "would go on Monday", "will go there": nothing behind that would make it another verb.
fn is_absolute(scene: &Scene<'_>, next: usize) -> bool {
    let view = scene.clauses.view;
    let time = |i: usize| scene.times.iter().any(|t| t.tokens.contains(&i));
    !view.str(next).starts_with(char::is_alphabetic)
        || view.is(next, Class::ADV.or(Class::SUBORD).or(Class::AND))
        || matches!(view.str(next), "there" | "here" | "with" | "as" | "to")
        || time(next)
        || time(next + 1)
}

/// Whether a noun that nobody bears by name stands between a subject and its verb: "he says that the money came back to Norway", "X
/// spoke of explosions that shook Osk".
fn has_nearer_subject(scene: &Scene<'_>, chain: &Chain, subject: &Phrase) -> bool {
    let view = scene.clauses.view;
    let mut last = chain.tokens.start;
    let relative = |i: usize| view.is(i, Class::WHO) || matches!(view.str(i), "that" | "which");
    while last > subject.tokens.end && (view.is(last - 1, Class::ADV) || relative(last - 1)) {
        last -= 1;
    }
    let Some(noun) = last.checked_sub(1).filter(|i| *i >= subject.tokens.end) else { return false };
    let word = view.words[noun];
    let links = Class::CLOSED.or(Class::THE).or(Class::AN).or(Class::HIS).or(Class::HE).or(Class::THEY).or(Class::ADV);
    let plain = view.str(noun).starts_with(|c: char| c.is_ascii_lowercase()) && word.verb.is_none() && !word.class.is(links);
    plain && !scene.times.iter().any(|t| t.tokens.contains(&noun)) && !super::people::is_person_noun(view.str(noun))
}

/// Whether "was cancelled" has a subject of its own that is no meeting and no journey: "a dinner was cancelled".
fn has_other_subject(scene: &Scene<'_>, at: usize, chain: &Chain) -> bool {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let Some(last) = chain.tokens.start.checked_sub(1).filter(|i| *i >= clauses.clause_start(at)) else { return false };
    let word = view.words[last];
    let links = Class::PREP.or(Class::SUBORD).or(Class::WHO).or(Class::AND).or(Class::ADV).or(Class::THE).or(Class::HE).or(Class::THEY);
    let plain =
        word.noun.is_none() && word.verb.is_none() && !word.class.is(links) && view.str(last).starts_with(|c: char| c.is_ascii_lowercase());
    plain
        && view.str(last) != "it"
        && !scene.times.iter().any(|t| t.tokens.contains(&last))
        && (last.saturating_sub(3)..last).any(|i| view.is(i, Class::THE.or(Class::AN)))
}

/// "Nearly met", "had almost derailed", "came close to visiting": it did not come to that.
fn is_near_miss(scene: &Scene<'_>, at: usize, chain: &Chain) -> bool {
    let view = scene.clauses.view;
    let before = |i: usize| i.checked_sub(1).map_or("", |b| view.str(b));
    let nearly = |i: usize| matches!(before(i), "nearly" | "almost");
    nearly(at)
        || nearly(chain.tokens.start)
        || (view.is(chain.tokens.start, Class::TO) && matches!(before(chain.tokens.start), "close" | "near"))
}

/// "Helicopters moved the injured to hospital": people, not what befell them.
fn is_substantive(scene: &Scene<'_>, at: usize, frame: &Frame, form: Form) -> bool {
    let view = scene.clauses.view;
    let noun =
        matches!(form, Form::Participle | Form::Past) && matches!(frame.shape, Shape::Harm(_)) && view.is(at.wrapping_sub(1), Class::THE);
    noun && (view.is(at + 1, Class::TO.or(Class::PREP).or(Class::AND).or(Class::BE).or(Class::HAVE))
        || !view.str(at + 1).starts_with(char::is_alphabetic))
}

/// Whether who leaves has an office and leaves no house or town: "Chief Executive X will leave", "left the company".
fn leaves_office(scene: &Scene<'_>, at: usize, subject: Option<&Phrase>) -> bool {
    let view = scene.clauses.view;
    let officer = |w: &Who| matches!(w, Who::Entity(e) if !scene.entities.all[*e].offices.is_empty());
    let held = subject.is_some_and(|p| p.who.iter().any(officer));
    let left = (at + 1..at + 4).any(|i| List::LeftPosts.has(view.str(i)));
    let body = |e: usize| matches!(scene.entities.all[e].kind, EntityKind::Organisation | EntityKind::Other);
    let body = scene.clauses.phrases.iter().any(|p| p.tokens.start == at + 1 && matches!(p.who[..], [Who::Entity(e)] if body(e)));
    let open = view.str(at + 1) == "as"
        || view.is(at + 1, Class::SUBORD.or(Class::WHO))
        || matches!(view.str(at + 1), "." | "in" | "at" | "by" | "on" | ",");
    let named = scene.chunks.iter().any(|(c, _)| c.office.is_some() && c.tokens.start == at + 1);
    (held && (open || left || body)) || (left && subject.is_some()) && !named
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
