//! Open claims: what an article tells with a value, a time, somebody or words quoted, whatever kind of event it is of.
//!
//! The frames of this room know some kinds of news and name what they find by its kind. This reader knows none: it takes the predicates
//! off the trees, hangs every value on the word that governs it (`attach`), and names the claim by that word. Its events are
//! [open](crate::claim::Event::open): nothing but the words tells which two are one. What the frames have claimed it leaves to them.
//!
//! It does not know the frames.

mod ages;
mod attach;
mod quotes;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::account::{Hung, Notes, Outcome, PredicateNote, ValueNote};
use super::arguments::arguments;
use super::commitment::{commitment, is_past, is_plan_told};
use super::cut::Cut;
use super::figures::TITLES_OF_SEX;
use super::found::{by_end, known, name_at};
use super::lexicon::{Class, look_up};
use super::predicates::{Argument, Known, Tree, phrase, plain, source, tells};
use super::read::Annotation;
use super::scope::{hold, hour, narrow};
use super::silence::Silence;
use crate::analysis::{Analysis, Deprel, Upos};
use crate::claim::{Attribute, Claim, EntityKind, Event, Mention, Modality, Participant, Polarity};
use crate::corpus::Quote;
use crate::id::ArticleId;
use crate::normalize::TimeValue;
use crate::text::{CharIndex, Span};
use crate::value::{Normalized, Number, Quantity, Unit, Value};
use crate::words::List;
use ages::Aged;
use attach::{Attached, attach};

/// A predicate of a sentence, as this reader keeps it.
struct Predicate {
    word: usize,
    action: String,
    arguments: Vec<Argument>,
    modality: Modality,
    polarity: Polarity,
    /// Whether it lies behind the telling.
    past: bool,
    source: Option<Span>,
}

/// The longest quote of an open claim, in bytes: the clause, and not the sentence.
const CLAUSE: usize = 200;

/// The open claims of an article that the frames have read, in the order of their values; `notes` what each was made of, and why there is
/// none.
///
/// O(n) in its words, but for the look-ups of names.
pub(super) fn claims(id: &ArticleId, cut: &Cut<'_>, index: &CharIndex, annotation: &Annotation, notes: &mut Notes) -> Vec<Claim> {
    let known = &known(annotation);
    let analysis = &annotation.analysis;
    let is_person = |m: &Mention| {
        let words = m.name.split(' ').count();
        m.named && (m.kind == EntityKind::Person || m.kind == EntityKind::Other && (2..=3).contains(&words))
    };
    // "The Northern Games": what takes an article is no person, unless it is known for one.
    let text = cut.plain.text();
    let with_article = |m: &&Mention| {
        let before = text[..m.span.start].trim_end().rsplit(char::is_whitespace).next();
        m.kind == EntityKind::Other && before.is_some_and(|w| w.eq_ignore_ascii_case("the"))
    };
    let things: FxHashSet<&str> = annotation.extraction.mentions.iter().filter(with_article).map(|m| &*m.name).collect();
    let persons = annotation.extraction.mentions.iter().filter(|m| is_person(m) && !things.contains(&*m.name)).map(|m| &*m.name).collect();
    let mut framed: Vec<Span> = annotation.events.iter().map(|e| e.trigger).collect();
    framed.sort_unstable_by_key(|s| (s.start, s.end));
    let mut reader = Reader {
        id,
        cut,
        text: cut.plain.text(),
        index,
        annotation,
        analysis,
        known,
        mentions: by_end(annotation),
        persons,
        framed,
        claimed: Reader::claimed(annotation),
        salient: Vec::new(),
        she: FxHashMap::default(),
        focus: None,
        aged: ages::told(annotation),
        one_age: false,
    };
    reader.focus = reader.most_named();
    reader.she = reader.titled();
    let mut ages = annotation.quantities.iter().filter(|q| q.value.unit.as_str() == "year-old").map(|q| q.value.amount);
    let first = ages.next();
    reader.one_age = ages.all(|a| Some(a) == first);
    reader.read(notes)
}

impl Predicate {
    fn note(&self, tree: &Tree<'_>, outcome: Outcome) -> PredicateNote {
        PredicateNote {
            word: tree.words[self.word].span,
            action: self.action.clone(),
            arguments: self.arguments.clone(),
            modality: self.modality,
            polarity: self.polarity,
            source: self.source,
            outcome,
        }
    }
}

/// A value of a sentence and where it stands.
struct Told {
    span: Span,
    value: Value,
    /// The counted noun.
    noun: Option<Span>,
}

struct Reader<'a> {
    id: &'a ArticleId,
    cut: &'a Cut<'a>,
    text: &'a str,
    index: &'a CharIndex,
    annotation: &'a Annotation,
    analysis: &'a Analysis,
    known: &'a Known,
    /// By their ends.
    mentions: Vec<&'a Mention>,
    /// The names that may be of persons.
    persons: FxHashSet<&'a str>,
    /// The places of the words that tell the events of the frames, in order.
    framed: Vec<Span>,
    /// What the frames claim as values, in order.
    claimed: Vec<Span>,
    /// Whom "he" and "she" may mean, the latest last.
    salient: Vec<Arc<str>>,
    /// Of persons of whom a title tells it, whether that is "she".
    she: FxHashMap<&'a str, bool>,
    /// The person whom the article names far more often than any other: whom "the runner" means.
    focus: Option<Arc<str>>,
    /// The ages that the frames have found, by person.
    aged: Vec<(&'a str, Number)>,
    /// Whether the article tells one age only.
    one_age: bool,
}

impl<'a> Reader<'a> {
    fn read(mut self, notes: &mut Notes) -> Vec<Claim> {
        let mut out = Vec::new();
        let values = self.values(notes);
        let mut next = 0;
        for range in self.analysis.sentences() {
            let words = self.analysis.words();
            let (Some(first), Some(last)) = (words.get(range.start), words.get(range.end.wrapping_sub(1))) else { continue };
            let span = first.span.join(last.span);
            let from = next;
            while values.get(next).is_some_and(|v| v.span.start < span.end) {
                next += 1;
            }
            let at = self.cut.tokens.partition_point(|t| t.span.start < span.start);
            let end = self.cut.tokens.partition_point(|t| t.span.start < span.end);
            let dateline = super::datelines::end(self.text, self.cut.tokens, &(at..self.cut.tokens.len().min(end + 2))) == Some(end);
            let silence = if dateline { Some(Silence::Dateline) } else { self.silence(span) };
            notes.line(span, silence.or_else(|| self.is_repeated(span).then_some(Silence::Repeated)));
            if silence.is_some() {
                continue;
            }
            let tree = Tree::new(self.text, words, range.clone(), self.known);
            let predicates = self.predicates(&tree);
            let mut events: FxHashMap<usize, Arc<Event>> = FxHashMap::default();
            let mut nones = nones(&tree);
            nones.retain(|n| self.is_free(n.span));
            for (told, none) in values[from..next].iter().map(|v| (v, false)).chain(nones.iter().map(|n| (n, true))) {
                let hung = attach(&tree, told, |w| predicates.iter().position(|p| p.word == w));
                let claim = hung.as_ref().ok_or(Silence::Ungoverned);
                let claim = claim.and_then(|hung| self.value_claim(&tree, &predicates, told, hung, &mut events));
                // That there are none is said, and not denied.
                let claim = claim.map(|claim| if none { claim.polarity(Polarity::Positive) } else { claim });
                let outcome = self.keep(claim, &mut out);
                let hung = || hung.as_ref().map(|h| hung_on(&tree, &predicates, told, h));
                notes.value(|| ValueNote { span: told.span, value: told.value.clone(), hung: hung(), outcome });
            }
            for predicate in &predicates {
                let claim = self.occurrence(&tree, predicate, &mut events);
                let outcome = self.keep(claim, &mut out);
                notes.predicate(|| predicate.note(&tree, outcome));
            }
            if let Some(only) = self.only_person(span) {
                self.see(only);
            }
        }
        for (span, claim) in quotes::claims(&self) {
            let outcome = self.keep(claim, &mut out);
            notes.value(|| ValueNote { span, hung: None, outcome, value: Value::Quotation(span.of(self.text).into()) });
        }
        out
    }

    /// Puts a claim with the others: what became of it.
    fn keep(&self, claim: Result<Claim, Silence>, out: &mut Vec<Claim>) -> Outcome {
        out.push(claim?);
        Ok(self.annotation.extraction.claims.len() + out.len() - 1)
    }

    /// Whether a sentence stood before.
    fn is_repeated(&self, span: Span) -> bool {
        let repeated = &self.annotation.repeated;
        repeated.get(repeated.partition_point(|r| r.end <= span.start)).is_some_and(|r| r.overlaps(span))
    }

    /// Why a sentence is not read: it is not of the story, or asserts nothing.
    fn silence(&self, span: Span) -> Option<Silence> {
        let story = &self.annotation.story;
        let at = story.partition_point(|s| s.end <= span.start);
        let words = span.of(self.text);
        // A line in capitals: what is a name there nobody can see.
        let (capital, small) = (words.chars().filter(|c| c.is_uppercase()).count(), words.chars().filter(|c| c.is_lowercase()).count());
        if hour(words).is_some() {
            return Some(Silence::Page("the hour of an entry"));
        }
        if !story.get(at).is_some_and(|s| s.overlaps(span)) {
            let page = &self.annotation.page;
            let left = page.get(page.partition_point(|p| p.0.end <= span.start)).filter(|p| p.0.overlaps(span));
            return Some(left.map_or(Silence::Page("a credit, an address or a label"), |p| p.1));
        }
        let question = words.trim_end_matches(['"', ' ']).ends_with('?');
        if small <= capital { Some(Silence::Capitals) } else { question.then_some(Silence::Question) }
    }

    /// The words that the frames claim as values, in order, those that touch as one: then what overlaps a place is next to it.
    fn claimed(annotation: &Annotation) -> Vec<Span> {
        let mut claimed: Vec<Span> = Vec::with_capacity(annotation.framed.len());
        let mut sorted: Vec<Span> = annotation.framed(false).collect();
        sorted.sort_unstable_by_key(|s| (s.start, s.end));
        for span in sorted {
            match claimed.last_mut() {
                Some(last) if last.end > span.start => *last = last.join(span),
                _ => claimed.push(span),
            }
        }
        claimed
    }

    /// Whether no frame claims a place.
    fn is_free(&self, span: Span) -> bool {
        let at = self.claimed.partition_point(|c| c.end <= span.start);
        !self.claimed.get(at).is_some_and(|c| c.overlaps(span))
    }

    /// The values that no frame has claimed, in order.
    fn values(&self, notes: &mut Notes) -> Vec<Told> {
        let annotation = self.annotation;
        let is_free = |span: Span| self.is_free(span);
        let in_name = |span: Span| {
            let at = self.mentions.partition_point(|m| m.span.end < span.end);
            self.mentions[at..].iter().take(3).any(|m| m.named && m.span.start <= span.start && span.end <= m.span.end)
        };
        let mut out: Vec<Told> = Vec::new();
        for time in &annotation.times {
            let silence = match &time.value {
                _ if !is_free(time.span) => Some(Silence::Claimed),
                TimeValue::Time(_) | TimeValue::Duration(_) => None,
                TimeValue::Length(_) => Some(Silence::Unmeasured),
                TimeValue::Set(_) => Some(Silence::Recurring),
            };
            match silence {
                None => out.push(Told { span: time.span, value: of_time(&time.value), noun: None }),
                Some(why) => notes.silent(time.span, why, || of_time(&time.value)),
            }
        }
        let dated: FxHashSet<usize> = annotation.times.iter().flat_map(|t| t.tokens.clone()).collect();
        for quantity in &annotation.quantities {
            let bytes = |tokens: &std::ops::Range<usize>| {
                let (first, last) = (self.cut.tokens.get(tokens.start)?, self.cut.tokens.get(tokens.end.checked_sub(1)?)?);
                Some(first.span.join(last.span))
            };
            let noun = quantity.noun.as_ref().and_then(bytes);
            let is_dated = || quantity.tokens.clone().any(|t| dated.contains(&t)) && quantity.value.unit.as_str() != "year-old";
            let silence = match quantity.span {
                span if !is_free(span) => Some(Silence::Claimed),
                span if in_name(span) => Some(Silence::OfName),
                _ if is_dated() => Some(Silence::OfTime),
                span if noun.is_none() && self.is_number_of_something(span) => Some(Silence::Identifier),
                _ => None,
            };
            let amount = || Value::Quantity(plain_amount(&quantity.value, quantity.span.of(self.text), &self.text[..quantity.span.start]));
            match silence {
                None => out.push(Told { span: quantity.span, value: amount(), noun }),
                Some(why) => notes.silent(quantity.span, why, amount),
            }
        }
        for ordinal in &annotation.ordinals {
            notes.silent(ordinal.span, Silence::Order, || Value::Text(ordinal.span.of(self.text).into()));
        }
        out.sort_by_key(|t| (t.span.start, t.span.end));
        out.dedup_by(|b, a| {
            let same = a.span == b.span;
            if same {
                notes.silent(b.span, Silence::Twice, || b.value.clone());
            }
            same
        });
        out
    }

    /// "888-TIPS", "555-0137", "call 911": digits that count nothing.
    fn is_number_of_something(&self, span: Span) -> bool {
        let (before, behind) = (self.text[..span.start].trim_end(), &self.text[span.end..]);
        let joined = behind.starts_with('-') && behind[1..].starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
        let split = self.text[..span.start].ends_with(['-', '#']);
        let last = before.rsplit(' ').next().unwrap_or_default();
        let called = ["call", "calls", "called", "calling", "dial", "dialed", "dialled", "phone", "text", "No.", "number"];
        // "The 4200 block of Lake Street", "a .38-caliber revolver": the number names which.
        let next = behind.trim_start_matches([' ', '-']).split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let digits = self.text[span.start..span.end].bytes().filter(u8::is_ascii_digit).count();
        let names = match next {
            "block" => digits > 2,
            "caliber" | "calibre" | "gauge" => digits > 0,
            _ => false,
        };
        joined || split || names || called.iter().any(|c| c.eq_ignore_ascii_case(last))
    }

    fn predicates(&mut self, tree: &Tree<'_>) -> Vec<Predicate> {
        let mut out = Vec::new();
        for word in tree.range.clone() {
            let span = tree.words[word].span;
            let copular = tree.has(word, Deprel::Cop) && !tree.is_dated(word);
            if !copular && (!tells(tree, word) || tree.is_dated(word) || self.known.name(span).is_some()) {
                continue;
            }
            let (mut modality, polarity) = commitment(tree, word);
            if matches!(modality, Modality::Planned | Modality::Expected) && !is_plan_told(tree, word) {
                modality = Modality::Hypothetical;
            }
            let mut arguments = arguments(tree, word);
            if copular && tree.upos(word) != Upos::Verb {
                let subjects = tree.with(word, Deprel::Nsubj).map(|s| Argument { span: phrase(tree, s), role: "subject", name: None });
                let subjects: Vec<Argument> = subjects.collect();
                arguments.retain(|a| a.role != "subject");
                arguments.extend(subjects);
            }
            for argument in &mut arguments {
                let span = argument.span;
                argument.name = self.name(span).or_else(|| self.pronoun(span)).or_else(|| self.proper(tree, span));
                if argument.name.is_none() {
                    argument.name = self.speaker_of(tree, word, span).or_else(|| self.apposed(tree, span));
                }
                let person = argument.name.as_ref().filter(|n| argument.role == "subject" && self.is_person(n));
                if let Some(person) = person.cloned() {
                    self.see(person);
                }
            }
            // "Was in Osk on Monday": where somebody is names nothing that happens.
            let placed = copular && tree.upos(word) == Upos::Propn && tree.has(word, Deprel::Case);
            let action = if placed || matches!(tree.upos(word), Upos::Num | Upos::Sym | Upos::Pron | Upos::Punct) {
                "be".to_owned()
            } else {
                plain(tree, word)
            };
            out.push(Predicate { word, action, arguments, modality, polarity, past: is_past(tree, word), source: source(tree, word) });
        }
        out
    }

    fn is_person(&self, name: &str) -> bool {
        self.persons.contains(name)
    }

    /// Whether a name may be that of a person: of nothing else is it known.
    fn may_be_person(&self, name: &str) -> bool {
        let of = |m: &&&Mention| *m.name == *name;
        self.is_person(name) || self.mentions.iter().find(of).is_some_and(|m| matches!(m.kind, EntityKind::Person | EntityKind::Other))
    }

    /// The only person whom a stretch names.
    fn only_person(&self, span: Span) -> Option<Arc<str>> {
        let from = self.mentions.partition_point(|m| m.span.end <= span.start);
        let inside = self.mentions[from..].iter().take_while(|m| m.span.end <= span.end).filter(|m| self.is_person(&m.name));
        let mut names: Vec<&Arc<str>> = inside.map(|m| &m.name).collect();
        names.sort_unstable();
        names.dedup();
        if let [only] = names[..] { Some(only.clone()) } else { None }
    }

    /// The person named at least twice as often as the next.
    fn most_named(&self) -> Option<Arc<str>> {
        let mut counts: FxHashMap<&Arc<str>, usize> = FxHashMap::default();
        for mention in self.mentions.iter().filter(|m| self.is_person(&m.name)) {
            *counts.entry(&mention.name).or_default() += 1;
        }
        let mut all: Vec<(usize, &Arc<str>)> = counts.into_iter().map(|(name, n)| (n, name)).collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        let next = all.get(1).map_or(0, |a| a.0);
        all.first().filter(|a| a.0 > 1 && a.0 >= 2 * next).map(|a| a.1.clone())
    }

    /// Notes whom a pronoun may mean from here on.
    fn see(&mut self, person: Arc<str>) {
        self.salient.retain(|p| *p != person);
        self.salient.push(person);
        if self.salient.len() > SALIENT {
            self.salient.remove(0);
        }
    }

    /// Of persons whose title tells it, whether they are women: "Mr Chebet".
    fn titled(&self) -> FxHashMap<&'a str, bool> {
        let mut out = FxHashMap::default();
        for mention in &self.mentions {
            let before = self.text[..mention.span.start].trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
            let inside = mention.span.of(self.text).split(' ').next().unwrap_or_default();
            let known = |title: &str| {
                let title = title.trim_matches(|c: char| !c.is_alphanumeric());
                TITLES_OF_SEX.iter().find(|(_, titles)| titles.contains(&title)).map(|(she, _)| *she)
            };
            if let Some(she) = known(before).or_else(|| known(inside)) {
                out.entry(&*mention.name).or_insert(she);
            }
        }
        out
    }

    /// Whom "he" and "she" mean: the latest who can be that.
    fn pronoun(&self, span: Span) -> Option<Arc<str>> {
        let word = span.of(self.text);
        let is = |list: [&str; 3]| list.iter().any(|p| p.eq_ignore_ascii_case(word));
        let she = match (is(["she", "her", "hers"]), is(["he", "him", "his"])) {
            (false, false) => return None,
            (she, _) => she,
        };
        self.salient.iter().rev().find(|p| self.she.get(&***p).is_none_or(|s| *s == she)).cloned()
    }

    /// The name that stands beside a noun for the same: "Alvane, a yard that sued the state", "a longtime ally, Senator Mara Lindqvist".
    fn apposed(&self, tree: &Tree<'_>, span: Span) -> Option<Arc<str>> {
        let top = tree.top(span).filter(|top| tree.upos(*top) == Upos::Noun)?;
        let above = tree.head(top).filter(|_| tree.relation(top) == Deprel::Appos);
        let mut beside = above.into_iter().chain(tree.with(top, Deprel::Appos));
        beside.find_map(|w| self.name(phrase(tree, w)))
    }

    /// Whom "I" means: whoever the sentence credits with the words.
    fn speaker_of(&self, tree: &Tree<'_>, word: usize, span: Span) -> Option<Arc<str>> {
        if !List::Speaker.has_any_case(span.of(self.text)) {
            return None;
        }
        let credited = source(tree, word)?;
        self.name(credited).or_else(|| self.pronoun(credited))
    }

    /// A name that the reader of names left open, as a lone one at a sentence's start is: "Alvane did not admit it".
    fn proper(&self, tree: &Tree<'_>, span: Span) -> Option<Arc<str>> {
        let inside: Vec<usize> = tree.range.clone().filter(|w| tree.words[*w].span.overlaps(span)).collect();
        let capital = |w: &usize| tree.str(*w).starts_with(char::is_uppercase);
        let proper = |w: &usize| tree.upos(*w) == Upos::Propn && capital(w) && !tree.is_dated(*w);
        let (capitals, words) = (tree.range.clone().filter(capital).count(), tree.range.len());
        let fits = !inside.is_empty() && inside.iter().all(proper) && 2 * capitals < words;
        fits.then(|| span.of(self.text).into())
    }

    fn name(&self, span: Span) -> Option<Arc<str>> {
        name_at(&self.mentions, self.text, span)
    }

    /// Where a place stands in the text as given, in characters.
    fn place(&self, span: Span) -> u32 {
        self.cut.place(self.index, span)
    }

    /// The event of a value that no predicate governs.
    fn ungoverned(&self, tree: &Tree<'_>, own: Option<usize>, said: Span) -> Arc<Event> {
        let mut event = Event::new(&*own.map_or_else(|| "tell".to_owned(), |n| plain(tree, n)));
        event.open = Some(self.place(said));
        Arc::new(event)
    }

    fn event(&self, tree: &Tree<'_>, predicate: &Predicate, events: &mut FxHashMap<usize, Arc<Event>>) -> Arc<Event> {
        let trigger = tree.words[predicate.word].span;
        let made = || {
            let mut event = Event::new(&*predicate.action);
            event.open = Some(self.place(trigger));
            for argument in &predicate.arguments {
                let Some(name) = argument.name.clone() else { continue };
                if !event.participants.iter().any(|p| p.name == name) {
                    event.participants.push(Participant { name, role: Some(Arc::from(argument.role)) });
                }
            }
            Arc::new(event)
        };
        events.entry(predicate.word).or_insert_with(made).clone()
    }

    fn value_claim(
        &self,
        tree: &Tree<'_>,
        predicates: &[Predicate],
        told: &Told,
        hung: &Attached,
        events: &mut FxHashMap<usize, Arc<Event>>,
    ) -> Result<Claim, Silence> {
        let &Attached { top, noun, predicate, own, ref attribute, .. } = hung;
        let governor = predicate.map(|p| &predicates[p]);
        if let Some(Aged { subject, years, said }) = self.age(tree, told, top, governor) {
            let event = match (&subject, governor) {
                (Some(subject), _) => Event::new("state").with(subject.clone()).into(),
                (None, Some(governor)) => self.event(tree, governor, events),
                (None, None) => self.ungoverned(tree, own, said),
            };
            let clause = governor.map(|g| clause(tree, g).join(said)).filter(|_| said != told.span || subject.is_none());
            let mut claim = self.claim(event, "age", years, said, &[clause, Some(said)], governor)?;
            claim.subject = subject;
            claim.of = ages::then(&self.text[..said.start]);
            (claim.modality, claim.polarity) = (Modality::Asserted, Polarity::Positive);
            return Ok(claim);
        }
        let event = match governor {
            Some(governor) => self.event(tree, governor, events),
            None => self.ungoverned(tree, own, told.span),
        };
        let amount = match &told.value {
            Value::Quantity(quantity) => Some(quantity.unit.is_count()),
            Value::Duration(_) => Some(false),
            _ => None,
        };
        let mut held = amount.map(|counts| hold(tree, told.span, counts)).unwrap_or_default();
        if held.withdrawn {
            return Err(Silence::Withdrawn);
        }
        if let Value::Quantity(quantity) = &told.value {
            // What the value is of is told by the noun that the claim is named by.
            let named = noun.filter(|n| *attribute == plain(tree, *n));
            let words = (named, governor.map(|g| g.word));
            narrow(tree, self.annotation, &mut held, words, told.span, quantity.unit.is_count());
        }
        let near = noun.map(|n| phrase(tree, n));
        let clause = governor.map(|g| clause(tree, g));
        let trigger = governor.map(|g| tree.words[g.word].span);
        let wide = clause.map(|c| near.into_iter().fold(c.join(told.span), Span::join));
        let quotes = [wide, trigger.map(|t| t.join(told.span)), near.map(|n| n.join(told.span)), Some(told.span)];
        let mut claim = self.claim(event, attribute, told.value.clone(), told.span, &quotes, governor)?;
        claim.of = held.of.map(Arc::from);
        claim.scope = Some(Box::new(held.scope)).filter(|s| !s.is_empty());
        Ok(claim)
    }

    fn occurrence(&self, tree: &Tree<'_>, predicate: &Predicate, events: &mut FxHashMap<usize, Arc<Event>>) -> Result<Claim, Silence> {
        let trigger = tree.words[predicate.word].span;
        let at = self.framed.partition_point(|f| f.end <= trigger.start);
        let framed = self.framed.get(at).is_some_and(|f| f.overlaps(trigger));
        let noun = tree.upos(predicate.word) == Upos::Noun && !tree.has(predicate.word, Deprel::Cop);
        let alone = |d: &usize| matches!(tree.relation(*d), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Obl);
        let bare = predicate.arguments.is_empty() && !tree.dependents(predicate.word).iter().any(alone)
            || noun && predicate.arguments.iter().all(|a| a.name.is_none());
        // "Brandt won, the results showed": what shows it stands beside, and brings in nothing.
        let credits = |w: usize| look_up(tree.str(w)).class.is(Class::SAY) || SHOWS.contains(&&*plain(tree, w));
        let reports = tree.has(predicate.word, Deprel::Ccomp) || tree.with(predicate.word, Deprel::Parataxis).any(|w| !credits(w));
        // "Is in any way involved": with a preposition it tells where, and not what.
        let placed = tree.has(predicate.word, Deprel::Cop) && tree.has(predicate.word, Deprel::Case);
        let silences = [
            (framed, Silence::Known),
            (bare, Silence::Alone),
            (reports, Silence::Reports),
            (placed, Silence::Located),
            (predicate.action == "be", Silence::Equates),
        ];
        if let Some((_, silence)) = silences.into_iter().find(|s| s.0) {
            return Err(silence);
        }
        let event = self.event(tree, predicate, events);
        let quotes = [Some(clause(tree, predicate)), Some(trigger)];
        self.claim(event, "occurrence", Value::Boolean(true), trigger, &quotes, Some(predicate))
    }

    /// A claim with the first quote that is short enough.
    fn claim(
        &self,
        event: Arc<Event>,
        attribute: &str,
        value: Value,
        said: Span,
        quotes: &[Option<Span>],
        governor: Option<&Predicate>,
    ) -> Result<Claim, Silence> {
        let fits = |span: &Span| span.end - span.start <= CLAUSE && self.cut.is_quotable(*span);
        let quote = quotes.iter().flatten().copied().filter(fits).find_map(|span| self.cut.quote(self.index, span));
        let quote: Quote = quote.ok_or(Silence::LongQuote)?;
        let raw = self.cut.plain.given(said).of(self.cut.given);
        let mut claim = Claim::new(self.id.clone(), event, Attribute::new(attribute), Normalized::new(raw, value));
        claim.quote = Some(quote);
        if let Some(governor) = governor {
            (claim.modality, claim.polarity) = (governor.modality, governor.polarity);
            claim.past = governor.past && !matches!(governor.modality, Modality::Asserted | Modality::Denied);
            claim.attributed_to = governor.source.map(|s| s.of(self.text).into()).into_iter().collect();
        }
        Ok(claim)
    }
}

/// Verbs whose subject is evidence: FrameNet 1.7's Evidence.
const SHOWS: &[&str] = &["show", "suggest", "indicate"];

/// What a value hangs on, for the notes.
fn hung_on(tree: &Tree<'_>, predicates: &[Predicate], told: &Told, hung: &Attached) -> Hung {
    let noun = hung.noun.filter(|_| matches!(told.value, Value::Quantity(_))).map(|n| tree.words[n].span);
    let governor = hung.predicate.map(|p| &predicates[p]);
    let here = |a: &&Argument| a.span.overlaps(noun.unwrap_or(told.span));
    Hung {
        governor: governor.map(|g| g.action.clone()),
        role: governor.and_then(|g| g.arguments.iter().find(here)).map(|a| a.role),
        noun,
        counts: hung.counts,
    }
}

/// What a time means, as a value.
fn of_time(time: &TimeValue) -> Value {
    match time {
        TimeValue::Time(time) => Value::Time(*time),
        TimeValue::Duration(duration) => Value::Duration(duration.clone()),
        TimeValue::Length(canonical) | TimeValue::Set(canonical) => Value::Text(canonical.as_str().into()),
    }
}

/// So many persons back a pronoun may point.
const SALIENT: usize = 4;

/// "No injuries": none is a count.
fn nones(tree: &Tree<'_>) -> Vec<Told> {
    let counted = tree.range.clone().filter(|w| tree.xpos(*w) == "NNS" && !tree.is_dated(*w));
    let none = |noun: usize| {
        let no = tree.with(noun, Deprel::Det).find(|d| tree.lower(*d) == "no")?;
        let span = tree.words[no].span.join(tree.words[noun].span);
        let zero = Quantity::new(Number::from_int(0), "");
        Some(Told { span, value: Value::Quantity(zero), noun: Some(tree.words[noun].span) })
    };
    counted.filter_map(none).collect()
}

/// Units of length as the reader of values writes them.
const LENGTHS: &[&str] = &["mm", "cm", "m", "km", "inch", "ft", "yard", "mile"];

/// An amount as it compares with those told in other words: what is counted is told by the claim's attribute and not by the unit, and a
/// part of one is a share ("a third", "33 per cent"), if it is told as one: a calibre of .38 is none. `before` stands before it.
fn plain_amount(quantity: &Quantity, words: &str, before: &str) -> Quantity {
    let mut plain = quantity.clone();
    // "Raised from 35 to 110": what it moved to is the figure that holds.
    let from = before.trim_end().strip_suffix("from").is_some_and(|b| b.ends_with(char::is_whitespace));
    if let Some(moved) = plain.moved_to().filter(|_| from) {
        plain = moved;
    }
    // "Fell 48 metres", "a fall of 48 metres": how far, whatever the verb.
    if LENGTHS.contains(&plain.unit.as_str()) {
        plain.change = None;
    }
    if plain.unit.as_str() != "year-old" && plain.unit.is_count() && !plain.unit.as_str().contains('/') {
        plain.unit = Unit::new("");
    }
    let (none, one) = (Number::from_int(0), Number::from_int(1));
    let part = !words.contains('.') && plain.unit.as_str().is_empty() && plain.amount > none && plain.upper.unwrap_or(plain.amount) < one;
    let hundred = |n: Number| n.times(Number::from_int(100));
    if let (true, Some(amount)) = (part, hundred(plain.amount)) {
        plain = Quantity { amount, upper: plain.upper.and_then(hundred), unit: Unit::new("%"), ..plain };
    }
    plain
}

/// The words of a predicate and of what takes part in it.
fn clause(tree: &Tree<'_>, predicate: &Predicate) -> Span {
    let own = tree.words[predicate.word].span;
    let helps = |d: &usize| {
        matches!(
            tree.relation(*d),
            Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::CompoundPrt | Deprel::Advmod | Deprel::Obl | Deprel::Obj | Deprel::Xcomp
        )
    };
    let near = |d: &usize| own.end.abs_diff(tree.words[*d].span.start) < CLAUSE / 2;
    let around = tree.dependents(predicate.word).iter().copied().filter(helps).filter(near).map(|d| phrase(tree, d));
    predicate.arguments.iter().map(|a| a.span).chain(around).fold(own, |span, a| {
        let joined = span.join(a);
        if joined.end - joined.start <= CLAUSE { joined } else { span }
    })
}
