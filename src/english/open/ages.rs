//! Ages: "the Kenyan, 27", "was 52", "who turned 28 in March", "turns twenty on Friday", "the 52-year-old pledged".
//!
//! An age is a state of a person and not of what happens to them, so whose it is must be known: by name, by a pronoun, or because the
//! article is about nobody else who could be meant.

use std::sync::Arc;

use super::{Predicate, Reader, Told};
use crate::analysis::{Deprel, Upos};
use crate::claim::{Modality, Polarity};
use crate::english::people::is_person_noun;
use crate::english::predicates::{Tree, phrase};
use crate::english::read::Annotation;
use crate::ontology::{PERSON, noun_class};
use crate::text::Span;
use crate::value::{Number, Quantity, Unit, Value};
use crate::words::List;

/// Whose age a value is, how old they are, and the words that say so.
pub(super) struct Aged {
    /// Nobody where the person has no name: "the road worker was 52".
    pub(super) subject: Option<Arc<str>>,
    pub(super) years: Value,
    pub(super) said: Span,
}

/// The part of a claim of what somebody's age was at the time that is told of, who is older now: "then 15".
const THEN: &str = "then";

/// The same, if the words right before an age tell it: "Ada Berg, then 15,".
pub(super) fn then(before: &str) -> Option<Arc<str>> {
    let last = before.trim_end_matches(['-', ' ', ',']).rsplit(char::is_whitespace).next()?;
    last.eq_ignore_ascii_case(THEN).then(|| THEN.into())
}

/// Verbs of which the object is an age (FrameNet 1.7, Aging).
const AGEING: &[&str] = &["turn"];

/// Verbs with which an age stands behind "at" (FrameNet 1.7, Death).
const DYING: &[&str] = &["die"];

/// Whether a noun is one for a person.
fn is_person(noun: &str) -> bool {
    is_person_noun(noun) || noun_class(noun) == Some(PERSON)
}

/// The ages of persons that the frames have found.
pub(super) fn told(annotation: &Annotation) -> Vec<(&str, Number)> {
    let age = |c: &'_ crate::claim::Claim| match &c.value.value {
        Value::Quantity(q) if c.attribute.as_str() == "age" => Some(q.amount),
        _ => None,
    };
    annotation.extraction.claims.iter().filter_map(|c| Some((c.subject.as_deref()?, age(c)?))).collect()
}

impl Reader<'_> {
    /// Whose age a value is, if it is one.
    pub(super) fn age(&self, tree: &Tree<'_>, told: &Told, top: usize, governor: Option<&Predicate>) -> Option<Aged> {
        let Value::Quantity(quantity) = &told.value else { return None };
        let years = |n: Number| Value::Quantity(Quantity { amount: n, unit: Unit::new("year-old"), ..quantity.clone() });
        if quantity.unit.as_str() == "year-old" {
            let subject = self.whose(tree, top, quantity.amount).or_else(|| self.aged_by(governor?))?;
            return Some(Aged { subject: Some(subject), years: told.value.clone(), said: told.span });
        }
        let plausible = (Number::from_int(1)..=Number::from_int(120)).contains(&quantity.amount) && quantity.amount.is_integer();
        if !quantity.unit.as_str().is_empty() || quantity.upper.is_some() || told.noun.is_some() || !plausible {
            return None;
        }
        if let Some(person) = self.aged_beside(tree, told.span) {
            let subject = self.of_noun(tree, person, quantity.amount);
            return Some(Aged { subject, years: years(quantity.amount), said: told.span });
        }
        if let Some(name) = self.aged_behind(told.span).filter(|_| quantity.modifier.is_none()) {
            return Some(Aged { subject: Some(name), years: years(quantity.amount), said: told.span });
        }
        let governor = governor.filter(|g| g.polarity == Polarity::Positive)?;
        // "Died at 82", "at 48 she is the youngest".
        let at = || tree.with(top, Deprel::Case).any(|c| tree.lower(c) == "at") && quantity.modifier.is_none();
        if (DYING.contains(&&*governor.action) || is_present(tree, governor.word)) && at() {
            let subject = self.grown(tree, governor, true)?;
            return Some(Aged { subject, years: years(quantity.amount), said: told.span });
        }
        let younger = || quantity.amount.minus(Number::from_int(1));
        if AGEING.contains(&&*governor.action) {
            // Who turns twenty on Friday is nineteen.
            let ahead =
                matches!(tree.xpos(governor.word), "VBZ" | "VBP") || matches!(governor.modality, Modality::Planned | Modality::Expected);
            let told_so = ahead || governor.modality == Modality::Asserted;
            let amount = if ahead { younger()? } else { quantity.amount };
            let said = tree.words[governor.word].span.join(told.span);
            return self.grown(tree, governor, true).filter(|_| told_so).map(|subject| Aged { subject, years: years(amount), said });
        }
        // "Sanz was 52", "he was 75", "she is 41 today": a bare number behind "be", and not "when he was about 15".
        let bare = governor.word == top && quantity.modifier.is_none();
        let more = |d: &usize| match tree.relation(*d) {
            Deprel::Conj => matches!(tree.upos(*d), Upos::Num | Upos::Noun),
            Deprel::Mark => true,
            Deprel::Nmod | Deprel::Obl | Deprel::NmodUnmarked => !tree.is_dated(*d),
            _ => false,
        };
        let alone = bare && !tree.dependents(top).iter().any(more) && tree.relation(top) != Deprel::Advcl;
        let subject = self.grown(tree, governor, false).filter(|_| alone)?;
        // Who would have been eighty in January was 79.
        let unlived = ["would", "have"].iter().all(|word| tree.with(top, Deprel::Aux).any(|d| tree.lower(d) == *word));
        let amount = if unlived { younger()? } else { quantity.amount };
        let told_so = unlived || governor.modality == Modality::Asserted;
        told_so.then(|| Aged { subject, years: years(amount), said: told.span })
    }

    /// Of whom a clause tells an age: its subject, or whom "the runner" means; inside, nobody, if the subject is a person without a name.
    /// `ageing`: whether the clause tells of nothing else than persons.
    fn grown(&self, tree: &Tree<'_>, governor: &Predicate, ageing: bool) -> Option<Option<Arc<str>>> {
        let subject = governor.arguments.iter().find(|a| a.role == "subject");
        if let Some(name) = subject.and_then(|s| s.name.as_ref()) {
            return self.is_person(name).then(|| Some(name.clone()));
        }
        // "Holm, a father of four who turns 53": what the clause hangs on describes whoever is named above it.
        let relative = matches!(tree.relation(governor.word), Deprel::AclRelcl | Deprel::Acl);
        let up = |w: &usize| tree.head(*w).filter(|_| matches!(tree.relation(*w), Deprel::Appos | Deprel::Nmod | Deprel::Flat));
        let above = tree.head(governor.word).filter(|_| relative);
        let own = tree.with(governor.word, Deprel::Nsubj).next();
        // Whoever is told of with "who" is a person, whatever is known of the name: "Okselo, who is 36".
        let who = own.is_some_and(|w| tree.lower(w) == "who");
        let fits = |n: &Arc<str>| self.is_person(n) || who && self.may_be_person(n);
        let mut all = std::iter::successors(above, up).take(4);
        if let Some(name) = all.find_map(|w| self.name(phrase(tree, w)).or_else(|| self.name(tree.words[w].span)).filter(fits)) {
            return Some(Some(name));
        }
        let head = above.or(own)?;
        // "The road mender, Ada Berg, was 52".
        let apposed = tree.with(head, Deprel::Appos).find_map(|a| self.name(phrase(tree, a)));
        if let Some(name) = apposed.filter(|n| self.is_person(n)) {
            return Some(Some(name));
        }
        let words = phrase(tree, head).of(self.text);
        let definite = words.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("the "));
        let known = self.focus.clone().or_else(|| self.salient.last().cloned()).filter(|_| definite && ageing);
        // "She is 41", of whom no name was told.
        let person = who || is_person(&tree.lower(head)) || own.is_some_and(|w| List::He.has(&tree.lower(w)));
        if known.is_some() || person { Some(known) } else { None }
    }

    /// The name or noun for a person that a bare number is set off from by commas, or hangs on by "of": "except Ada Berg, 58,", "the
    /// forward, 34,", "a man of 52".
    fn aged_beside(&self, tree: &Tree<'_>, said: Span) -> Option<usize> {
        let before = self.text[..said.start].trim_end();
        let off = before.strip_suffix("now").or_else(|| before.strip_suffix(THEN)).unwrap_or(before).trim_end().strip_suffix(',');
        let off = off.filter(|_| self.text[said.end..].trim_start().starts_with([',', '.', ';', ')']));
        let of = || before.strip_suffix("of").filter(|b| b.ends_with(char::is_whitespace));
        let end = off.or_else(of)?.trim_end().len();
        let named = |w: usize| self.name(tree.words[w].span.join(phrase(tree, w))).is_some_and(|n| self.is_person(&n));
        // "The star, 30,": between commas a noun that mostly stands for a thing may stand for a person, unless it is one for a number.
        let may_be =
            |w: usize| off.is_some() && tree.has(w, Deprel::Det) && matches!(noun_class(&tree.lower(w)), None | Some("object" | "animal"));
        let person =
            |w: usize| tree.xpos(w) == "NN" && is_person(&tree.lower(w)) || matches!(tree.xpos(w), "NN" | "JJ") && may_be(w) || named(w);
        let is_one = |w: &usize| tree.words[*w].span.end == end && person(*w);
        tree.range.clone().find(is_one)
    }

    /// The person whose name stands before "is" or "was" and a bare number, whatever the tree makes of it: "the director, Ada Berg, is 37."
    fn aged_behind(&self, said: Span) -> Option<Arc<str>> {
        let behind = self.text[said.end..].trim_start();
        let ends =
            behind.starts_with(['.', ',', ';', ')']) || behind.strip_prefix("and").is_some_and(|b| b.starts_with(char::is_whitespace));
        let before = self.text[..said.start].trim_end();
        let (name, _) = before.rsplit_once(char::is_whitespace).filter(|(_, be)| ends && List::Be.has(be))?;
        let name = name.trim_end();
        let end = name.strip_suffix(',').unwrap_or(name).len();
        let at = self.mentions.partition_point(|m| m.span.end < end);
        let found = self.mentions[at..].iter().take_while(|m| m.span.end == end).find(|m| self.is_person(&m.name));
        found.map(|m| m.name.clone())
    }

    /// The name of whoever a noun means whose age is told.
    fn of_noun(&self, tree: &Tree<'_>, noun: usize, years: Number) -> Option<Arc<str>> {
        let named = |w: usize| self.name(phrase(tree, w)).filter(|n| self.is_person(n));
        let own = self.name(tree.words[noun].span).filter(|n| self.is_person(n));
        named(noun).or(own).or_else(|| self.meant(years, false).filter(|_| is_definite(tree, noun)))
    }

    /// "Who has died aged 79".
    fn aged_by(&self, governor: &Predicate) -> Option<Arc<str>> {
        let persons = || governor.arguments.iter().filter_map(|a| a.name.as_ref()).filter(|n| self.is_person(n));
        let only = persons().next().filter(|n| persons().all(|p| p == *n));
        only.cloned().filter(|_| governor.action == "age")
    }

    /// The named person whose age a value of years is.
    fn whose(&self, tree: &Tree<'_>, top: usize, years: Number) -> Option<Arc<str>> {
        // "The Kenyan, 27": nobody is named, and the article has one whom it is about.
        let named = |w: usize| {
            let here = phrase(tree, w);
            self.name(here).or_else(|| self.pronoun(here)).filter(|n| self.is_person(n))
        };
        let subject = || tree.with(top, Deprel::Nsubj).next().filter(|_| tree.has(top, Deprel::Cop));
        let modified = || {
            let relation = tree.relation(top);
            let modifies = matches!(relation, Deprel::Appos | Deprel::Amod | Deprel::Compound | Deprel::Nummod | Deprel::NmodDesc);
            tree.head(top).filter(|_| modifies)
        };
        let apposed = |w: usize| tree.with(w, Deprel::Appos).next();
        named(top)
            .or_else(|| subject().and_then(named))
            .or_else(|| modified().and_then(|h| named(h).or_else(|| apposed(h).and_then(named))))
            .or_else(|| apposed(top).and_then(named))
            .or_else(|| {
                let whole = std::iter::once(top).chain(modified()).any(|w| is_definite(tree, w));
                let other = self.name(tree.words[top].span).is_some();
                // "The 30-year-old congregation" is nobody's age.
                let meant = self.meant(years, modified().is_none());
                meant.filter(|_| whole && !other)
            })
    }

    /// Whom "the 52-year-old" means: the one whose age that is, or the one whom the article is about, or, with no noun beside it, who
    /// was told of last, if no other age of theirs is told.
    fn meant(&self, years: Number, alone: bool) -> Option<Arc<str>> {
        let of = |n: &str| self.aged.iter().find(|a| a.0 == n).map(|a| a.1);
        let mut known = self.aged.iter().filter(|a| a.1 == years).map(|a| a.0);
        if let Some(first) = known.next() {
            return known.all(|n| n == first).then(|| first.into());
        }
        let open = |n: &&Arc<str>| of(n).is_none();
        let about = self.focus.as_ref().filter(|_| self.one_age).filter(open);
        about.or_else(|| self.salient.last().filter(|_| alone).filter(open)).cloned()
    }
}

/// Whether a clause tells of the present: "at 48 she is the youngest", and not "at 31 she came".
fn is_present(tree: &Tree<'_>, word: usize) -> bool {
    let present = |w: usize| matches!(tree.xpos(w), "VBZ" | "VBP");
    present(word) || tree.with(word, Deprel::Cop).chain(tree.with(word, Deprel::Aux)).any(present)
}

/// "The climber": somebody who is known already.
fn is_definite(tree: &Tree<'_>, noun: usize) -> bool {
    tree.with(noun, Deprel::Det).any(|d| tree.str(d).eq_ignore_ascii_case("the"))
}
