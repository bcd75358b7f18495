//! Who was killed, hurt or shot in one sentence of crime and accident news: predicates, and the people they are said of.
//!
//! A predicate takes the people before it ("two men were shot to death", "one dead") or behind it ("killing two", "killed a
//! guard"). What is denied, feared or only tried is passed over. Which event it was is not asked here; see `incidents`.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::Class;
use super::people::{Group, How, groups};
use super::reckoning::Scope;
use super::sheet::Page;

/// What became of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Dead.
    Killed,
    /// Hurt and alive.
    Injured,
    /// Hit by a bullet, dead or alive.
    Shot,
    /// In a hospital.
    Hospitalised,
    /// Taken to a hospital.
    Taken,
    /// In critical or serious condition.
    Critical,
}

impl Fate {
    /// The attribute that counts them.
    pub(super) const fn attribute(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Shot => "shot",
            Self::Hospitalised => "hospitalized",
            Self::Taken => "taken-to-hospital",
            Self::Critical => "critical",
        }
    }
}

/// How a predicate takes its people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A participle that is also a past tense: "killed", "shot".
    Both,
    /// A participle or adjective: people stand before it.
    After,
    /// Stands before its people.
    Before,
    /// A noun with "of": "the death of".
    Of,
}

use Fate::{Critical, Hospitalised, Injured, Killed, Shot, Taken};

/// The predicates. Verbs of killing and harming after VerbNet 3.4 (murder-42.1, poison-42.2, suffocate-40.7, hurt-40.8.3) and FrameNet 1.7
/// (Killing, Death, Cause_harm, Experience_bodily_harm, Dead_or_alive); the set phrases are those of police reports.
const PREDICATES: &[(Fate, Form, &str)] = &[
    (
        Killed,
        Form::Both,
        "killed|slain|murdered|slew|executed|fatally shot|fatally wounded|fatally injured|fatally stabbed|fatally struck|fatally beat|\
         fatally hit|mortally wounded|gunned down|shot and killed|shot and fatally wounded|shot dead|stabbed and killed|struck and \
         killed|hit and killed|beaten and killed|ambushed and killed|run over and killed|massacred|assassinated|slaughtered",
    ),
    (
        Killed,
        Form::After,
        "shot to death|stabbed to death|beaten to death|burned to death|burnt to death|crushed to death|bludgeoned to death|hacked to \
         death|trampled to death|found dead|found slain|found murdered|found shot to death|found shot dead|found stabbed to death|pronounced \
         dead|declared dead|confirmed dead|dead|deceased|fatally|died|dies|perished|succumbed|drowned|strangled|asphyxiated|electrocuted|lost \
         their lives|lost his life|lost her life|took his own life|took her own life|killed himself|killed herself|killed themselves|committed \
         suicide|shot and killed himself|shot and killed herself|fatally shot himself|fatally shot herself|bled to death|dead on arrival",
    ),
    (
        Killed,
        Form::Before,
        "killing|kills|shooting and killing|fatally shooting|fatally wounding|fatally stabbing|fatally injuring|murdering|slaying|gunning down|claimed the life of|claimed the lives of|took the life of|took the lives of|taking the lives of|taking the life of",
    ),
    (
        Killed,
        Form::Of,
        "death|deaths|killing|killings|murder|murders|slaying|slayings|homicide|homicides|shooting death|shooting deaths|fatal shooting|fatal shootings|fatal stabbing|deadly shooting|stabbing death|execution|body|bodies",
    ),
    (
        Injured,
        Form::Both,
        "injured|wounded|hurt|shot and wounded|shot and injured|shot and hurt|critically injured|critically wounded|maimed|grazed|struck and injured|hit and \
         injured|stabbed and wounded|stabbed and injured",
    ),
    (
        Injured,
        Form::After,
        "injured when|survived|recovering from gunshot wounds|recovering from gunshot injuries|recovering from a gunshot wound|recovering from \
         injuries|recovering from their injuries|recovering from their wounds|treated for gunshot wounds|treated for a gunshot wound",
    ),
    (
        Critical,
        Form::After,
        "in critical condition|in serious condition|in grave condition|in guarded condition|in critical but stable condition",
    ),
    (Injured, Form::Before, "injuring|wounding|hurting|injures|wounds|hurts|maiming|shooting and wounding|shooting and injuring"),
    (Hospitalised, Form::After, "hospitalized|hospitalised"),
    (
        Taken,
        Form::After,
        "taken to hospital|taken to hospitals|taken to a hospital|taken to the hospital|taken to local hospitals|taken to area hospitals|taken to nearby hospitals|taken to a local hospital|taken to an area hospital|taken to a nearby hospital|rushed to hospital|rushed to the hospital|rushed to a hospital|rushed to a local hospital|transported to a hospital|transported to the hospital|transported to a local hospital|transported to an area hospital|transported to local hospitals|transported to area hospitals|airlifted",
    ),
    (Shot, Form::Both, "shot"),
    (
        Shot,
        Form::After,
        "struck by gunfire|hit by gunfire|struck by bullets|hit by bullets|struck by a bullet|hit by a bullet|struck by a stray bullet|hit by a \
         stray bullet|wounded by gunfire|shot and struck|reported shot|with gunshot wounds|with a gunshot wound|with bullet wounds|with a \
         bullet wound|with multiple gunshot wounds|with apparent gunshot wounds|with an apparent gunshot wound",
    ),
    (
        Shot,
        Form::After,
        "shot himself|shot herself|suffered a gunshot wound|suffering a gunshot wound|sustained a gunshot wound|suffered gunshot wounds|sustained \
         gunshot wounds|suffering from a gunshot wound|suffering from gunshot wounds",
    ),
    (Shot, Form::Before, "shooting"),
];

pub(super) fn is_adverb(word: &str) -> bool {
    super::marks::mark(word).is(super::marks::Mark::ADVERB)
}

type Phrases = FxHashMap<&'static str, Vec<(Vec<&'static str>, Fate, Form)>>;

static BY_FIRST: LazyLock<Phrases> = LazyLock::new(|| {
    let mut map: Phrases = FxHashMap::default();
    for (fate, form, phrases) in PREDICATES {
        for phrase in phrases.split('|') {
            let words: Vec<&str> = phrase.split_whitespace().collect();
            map.entry(words[0]).or_default().push((words, *fate, *form));
        }
    }
    for rows in map.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.0.len()));
    }
    map
});

/// A predicate in the text.
#[derive(Clone, Debug)]
struct Said {
    fate: Fate,
    form: Form,
    tokens: Range<usize>,
}

/// People and what became of them.
#[derive(Clone, Debug)]
pub(super) struct Toll {
    /// What became of them.
    pub(super) fate: Fate,
    /// Who.
    pub(super) who: Group,
    /// The tokens of the predicate.
    pub(super) said: Range<usize>,
    /// From the people to the predicate.
    pub(super) quote: Range<usize>,
    /// Whether it counts only those who died there: "pronounced dead at the scene".
    pub(super) at_scene: bool,
    /// How much of the article's event it counts.
    pub(super) scope: Scope,
}

/// The tolls of a sentence, and its groups of people.
pub(super) fn tolls(page: &Page<'_>, sentence: &Range<usize>) -> (Vec<Toll>, Vec<Group>) {
    let said = predicates(page, sentence);
    let starts: Vec<usize> = said.iter().map(|s| s.tokens.start).collect();
    let people = groups(page, sentence, &starts);
    let mut out: Vec<Toll> = Vec::new();
    let mut last: Option<(Group, usize)> = None;
    for (i, one) in said.iter().enumerate() {
        if is_unreal(page, sentence, one.tokens.start, one.fate) {
            continue;
        }
        // "A man with gunshot wounds died": he has both.
        let adjunct = |p: &usize| !matches!(page.low(said[*p].tokens.start), "with" | "suffering");
        let before = (0..i).rev().find(adjunct).map_or(sentence.start, |p| said[p].tokens.end);
        let who = object(page, &people, one).or_else(|| subject(page, &people, one, before));
        let who = who.or_else(|| last.clone().filter(|(_, end)| is_joined(page, *end, one)).map(|l| l.0));
        let Some(who) = who else { continue };
        last = Some((who.clone(), one.tokens.end));
        if who.how == How::Nobody || who.n == 0 || is_open(page, &who) {
            continue;
        }
        let quote = who.tokens.start.min(one.tokens.start)..who.tokens.end.max(one.tokens.end);
        let scene = page.any(one.tokens.end..one.tokens.end + 4, &["scene", "scenes", "spot"]);
        out.push(Toll {
            fate: one.fate,
            who,
            said: one.tokens.clone(),
            quote,
            at_scene: scene && one.fate == Fate::Killed,
            scope: Scope::Whole,
        });
    }
    let unsaid = super::counts::unsaid(page, sentence, &people, &out);
    out.extend(unsaid);
    out.sort_by_key(|t| t.said.start);
    (out, people)
}

fn predicates(page: &Page<'_>, sentence: &Range<usize>) -> Vec<Said> {
    let mut out = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match predicate(page, at, sentence.end) {
            Some(said) => {
                at = said.tokens.end;
                out.push(said);
            }
            None => at += 1,
        }
    }
    out
}

fn predicate(page: &Page<'_>, at: usize, limit: usize) -> Option<Said> {
    let rows = BY_FIRST.get(page.low(at))?;
    rows.iter().find_map(|(words, fate, form)| {
        let mut next = at + 1;
        for word in &words[1..] {
            while is_adverb(page.low(next)) && page.low(next) != *word {
                next += 1;
            }
            if next >= limit || page.low(next) != *word {
                return None;
            }
            next += 1;
        }
        let of = *form != Form::Of || page.low(next) == "of";
        let next = next + usize::from(*form == Form::Of);
        (of && !is_other_sense(page, at, next)).then_some(Said { fate: *fate, form: *form, tokens: at..next })
    })
}

/// "A shot was fired", "shot clock", "dead end", "the killing", "hurt feelings", "the body of the car".
fn is_other_sense(page: &Page<'_>, at: usize, end: usize) -> bool {
    let (before, behind) = (page.low(at.wrapping_sub(1)), page.low(end));
    match page.low(at) {
        "shot" if end == at + 1 => {
            super::people::order(before).is_some()
                || matches!(before, "a" | "one" | "first" | "another" | "single" | "gun" | "warning" | "each" | "every" | "big" | "mug")
                || matches!(behind, "was" | "fired" | "rang" | "up" | "clock" | "glass" | "detection" | "through" | "out" | "back" | "down")
        }
        "shot" if behind == "at" && end == at + 1 => {
            // "Shot at him", "shot at officers", but "shot at the corner", "shot at a party".
            let goal = (end + 1..end + 5).find(|i| !page.view.is(*i, Class::AN.or(Class::THE).or(Class::HIS)));
            goal.is_some_and(|i| {
                super::people::is_person_noun(page.low(i))
                    || page.view.is(i, Class::HE.or(Class::THEY))
                    || page.number(i).is_some() && page.capital(i + 1)
            })
        }
        "shooting" if end == at + 1 => !matches!(behind, "himself" | "herself") && page.group_opens(end).is_none(),
        "dead" => matches!(behind, "end" | "heat" | "sea" | "body" | "bodies" | "serious") || matches!(before, "the" | "left" | "for"),
        "died" | "dies" => behind == "down",
        "killing" | "kills" | "killed" => behind == "time" || matches!(behind, "spree"),
        "executed" => page.any(end..end + 5, &["warrant", "warrants", "search", "order"]),
        "hurts" | "wounds" | "injures" => page.group_opens(end).is_none(),
        _ => false,
    }
}

/// What is denied, feared, hoped or only tried.
pub(super) fn is_unreal(page: &Page<'_>, sentence: &Range<usize>, at: usize, fate: Fate) -> bool {
    let mut from = page.clause_start(sentence, at).max(at.saturating_sub(7));
    // "Police asked whether the shooting that killed two was planned": what is told of it by the way is a fact.
    let relative = |i: &usize| {
        matches!(page.low(*i), "who" | "which" | "where")
            || page.low(*i) == "that" && page.marked(i.wrapping_sub(1), super::marks::Mark::EVENT)
    };
    from = (from..at).rev().find(relative).unwrap_or(from);
    (from..at).any(|i| {
        let word = page.low(i);
        page.view.is(i, Class::NOT) && word != "no"
            || matches!(
                word,
                "could"
                    | "would"
                    | "might"
                    | "may"
                    | "should"
                    | "will"
                    | "if"
                    | "unless"
                    | "nearly"
                    | "almost"
                    | "attempted"
                    | "attempting"
                    | "threatened"
                    | "threatening"
                    | "threatens"
                    | "trying"
                    | "tried"
                    | "whether"
                    | "conspiracy"
                    | "feared"
                    | "alleged"
                    | "n't"
                    | "can"
                    | "wants"
                    | "wanted"
                    | "intended"
                    | "intending"
                    | "planned"
                    | "planning"
                    | "pretending"
                    | "imagine"
                    | "suspicion"
                    | "attempt"
            ) && !(word == "alleged" && fate == Fate::Shot)
    })
}

/// The people right behind a predicate that can take an object.
fn object(page: &Page<'_>, people: &[Group], said: &Said) -> Option<Group> {
    let takes = match said.form {
        Form::Before | Form::Of => true,
        Form::Both => !is_passive(page, said.tokens.start),
        Form::After => false,
    };
    let mut next = said.tokens.end;
    while page.hedge(next) || is_adverb(page.low(next)) {
        next += 1;
    }
    let group = people.iter().find(|g| g.tokens.start <= next && g.tokens.end > next && g.tokens.start >= said.tokens.end).cloned();
    // "His sister shot him".
    let him = || matches!(page.low(next), "him" | "her").then(|| super::people::new(1, How::Definite, next..next + 1));
    group.or_else(him).filter(|_| takes)
}

fn is_passive(page: &Page<'_>, at: usize) -> bool {
    let mut before = at;
    while before > 0 && is_adverb(page.low(before - 1)) {
        before -= 1;
    }
    before > 0 && (page.view.is(before - 1, Class::BE) || matches!(page.low(before - 1), "got" | "gets" | "get" | "getting"))
}

/// Whether an object stands behind a verb: "killed the officers", "shot him". A time is none: "killed the night before".
fn is_active(page: &Page<'_>, next: usize) -> bool {
    let word = page.low(next);
    let pronoun = matches!(word, "him" | "her" | "them" | "me" | "us" | "everyone" | "everybody" | "someone" | "somebody" | "anyone");
    let many = matches!(word, "several" | "multiple" | "dozens" | "many") && super::people::is_person_noun(page.low(next + 1));
    let phrase = page.view.is(next, Class::THE.or(Class::HIS)) && !matches!(word, "that" | "this" | "these" | "those");
    let people = (next + 1..next + 5).take_while(|i| page.is_word(*i)).any(|i| super::people::is_person_noun(page.low(i)));
    pronoun || many || phrase && people
}

/// The nearest people before a predicate, with nothing between that has other people or another verb of its own.
fn subject(page: &Page<'_>, people: &[Group], said: &Said, from: usize) -> Option<Group> {
    if matches!(said.form, Form::Before | Form::Of) {
        return None;
    }
    let at = said.tokens.start;
    if said.form == Form::Both && !is_passive(page, at) && is_active(page, said.tokens.end) {
        return None;
    }
    let group = people.iter().rfind(|g| g.tokens.end <= at && g.tokens.start >= from)?;
    // "Three others, including a guard, were hurt": the guard is set aside.
    let including = group.tokens.start.wrapping_sub(1);
    let opened = matches!(page.low(including.wrapping_sub(1)), "," | "(" | "—" | "–" | "-");
    let aside = page.low(including) == "including" && (!opened || matches!(page.low(group.tokens.end), "," | ")" | "—" | "–" | "-"));
    let earlier = || people.iter().rfind(|g| g.tokens.end < group.tokens.start && group.tokens.start - g.tokens.end <= 3);
    if let Some(earlier) = earlier().filter(|_| aside) {
        return Some(earlier.clone());
    }
    if let Some(first) = around_relative(page, people, group, at) {
        return Some(first.clone());
    }
    let group = &apposed(page, people, group);
    let gap = group.tokens.end..at;
    // "A man and his wife, who was shot": one of the two.
    let one = |i: usize| page.view.is(i, Class::WHO) && matches!(page.low(i + 1), "was" | "is" | "has");
    let fits = gap.len() <= MOST_BETWEEN && !(group.n > 1 && gap.clone().any(one)) && !blocked(page, gap.clone());
    // "Two of his cousins were among those shot": not all of them.
    let among = gap.clone().any(|i| page.low(i) == "among");
    let how = if among && matches!(group.how, How::Counted | How::Bare) { How::Definite } else { group.how };
    // "Two people were also shot": beside others.
    let part = group.part || group.how == How::Counted && gap.clone().any(|i| page.low(i) == "also");
    fits.then(|| Group { how, part, ..group.clone() })
}

/// "A suspect, an employee, was shot": the suspect.
fn apposed(page: &Page<'_>, people: &[Group], group: &Group) -> Group {
    let end = group.tokens.end + if page.low(group.tokens.end) == "of" { 2 } else { 0 };
    let set_off = page.low(group.tokens.start.wrapping_sub(1)) == "," && page.low(end) == ",";
    let described = group.how == How::Described && group.n == 1 && set_off;
    let earlier = people.iter().rfind(|g| g.tokens.end + 1 == group.tokens.start && g.n == 1 && g.noun.is_some()).filter(|_| described);
    let Some(earlier) = earlier else { return group.clone() };
    let suspect = |i: &usize| page.marked(*i, super::marks::Mark::SUSPECT);
    let noun = earlier.noun.filter(suspect).or(group.noun);
    Group { noun, tokens: earlier.tokens.start..end, part: earlier.part, ..group.clone() }
}

/// "Two of his cousins and their wives": nobody knows how many.
fn is_open(page: &Page<'_>, who: &Group) -> bool {
    let next = who.tokens.end + 1;
    let many = (next + 1..next + 4).take_while(|i| page.is_word(*i)).any(|i| super::people::is_many(page.low(i)));
    let unsaid = page.view.is(next, Class::HIS.or(Class::THE)) || matches!(page.low(next), "several" | "multiple" | "many" | "some");
    page.low(who.tokens.end) == "and" && unsaid && many
}

/// "A fourth victim in a shooting, that killed three others, has died": the clause between the commas is set aside.
fn around_relative<'g>(page: &Page<'_>, people: &'g [Group], inner: &Group, at: usize) -> Option<&'g Group> {
    let aux = |i: usize| page.view.is(i, Class::HAVE.or(Class::BE)) || is_adverb(page.low(i));
    let closed = page.low(inner.tokens.end) == "," && (inner.tokens.end + 1..at).all(aux);
    let opens = |i: &usize| page.view.is(*i, Class::WHO) || page.low(*i) == "that";
    let relative = (inner.tokens.start.saturating_sub(6)..inner.tokens.start).rev().find(opens)?;
    let comma = relative.checked_sub(1).filter(|i| closed && page.low(*i) == ",")?;
    let mut before = people.iter().filter(|g| g.tokens.end <= comma);
    let first = before.next()?;
    // Of two before the clause nobody knows which.
    (before.next().is_none() && first.how != How::Nobody).then_some(first)
}

/// Most words between people and what became of them.
const MOST_BETWEEN: usize = 11;

fn blocked(page: &Page<'_>, gap: Range<usize>) -> bool {
    // A name's age ends in a comma of its own.
    let opened = usize::from(gap.start > 0 && page.low(gap.start - 1) == ",");
    let commas = opened + gap.clone().filter(|i| page.low(*i) == ",").count();
    // "Five people, including a child, were hurt": what stands between two commas is set aside.
    let closes = matches!(commas, 0 | 2) || opened == 1 && commas == 1 || gap.clone().len() <= 3;
    let aside = |i: usize| page.low(i) == "," && i + 1 < gap.end && !page.view.is(i + 1, Class::WHO);
    !closes && gap.clone().any(aside)
        || gap.clone().any(|i| {
            let word = page.low(i);
            page.view.is(i, Class::SAY) && !matches!(word, "reported" | "confirmed")
                || page.view.is(i, Class::HE.or(Class::THEY))
                || matches!(
                    word,
                    ";" | ":"
                        | "and"
                        | "but"
                        | "after"
                        | "before"
                        | "when"
                        | "while"
                        | "as"
                        | "\""
                        | "that"
                        | "where"
                        | "because"
                        | "—"
                        | "–"
                )
                || matches!(
                    word,
                    "arrested"
                        | "charged"
                        | "accused"
                        | "suspected"
                        | "wanted"
                        | "convicted"
                        | "sought"
                        | "whose"
                        | "opened"
                        | "entered"
                        | "fired"
                )
        })
}

/// "was shot in the chest and later died": the same people.
fn is_joined(page: &Page<'_>, end: usize, said: &Said) -> bool {
    let gap = end..said.tokens.start;
    let own = |i: usize| {
        page.view.is(i, Class::HE.or(Class::THEY).or(Class::SAY))
            || matches!(page.low(i), ";" | "." | ":" | "who" | "others" | "after" | "as" | "when")
            || super::people::is_person_noun(page.low(i))
    };
    gap.len() <= 9
        && gap.clone().any(|i| matches!(page.low(i), "and" | "but"))
        && !gap.clone().any(own)
        && !(page.any(gap, &["the", "another", "his", "her"]) && page.any(said.tokens.start..said.tokens.end, &["killed", "shot"]))
        && !matches!(said.form, Form::Before | Form::Of)
}
