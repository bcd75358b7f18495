//! Noun phrases and clauses of one sentence.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::names::{Chunk, View};
use crate::text::TokenKind;
use crate::words::List;

/// Who a noun phrase speaks of, before pronouns are resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A named or titled entity.
    Entity(usize),
    /// He or she; whether it is she.
    He(bool),
    /// They, the two.
    Two,
    /// The two who hold an office: "the two foreign ministers".
    Holders(&'static str),
    /// Somebody's counterpart; the chunk's index.
    Counterpart(usize),
}

/// A noun phrase that may take part in an event.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Whom it speaks of.
    pub(super) who: Vec<Who>,
    /// Whether "'s" follows, or it is "his" or "their".
    pub(super) possessive: bool,
    /// Whether a preposition stands before it.
    pub(super) governed: bool,
}

/// One sentence, cut into clauses and noun phrases.
pub(super) struct Clauses<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) sentence: Range<usize>,
    /// The clause number of each token of the sentence.
    pub(super) clause: Vec<u16>,
    pub(super) phrases: Vec<Phrase>,
}

impl<'a> Clauses<'a> {
    pub(super) fn new(view: &'a View<'a>, sentence: Range<usize>, chunks: &[(Chunk, Option<usize>)], first_chunk: usize) -> Self {
        let clause = clauses(view, &sentence);
        let atoms = atoms(view, &sentence, chunks, first_chunk);
        let phrases = coordinate(view, atoms);
        Self { view, sentence, clause, phrases }
    }

    pub(super) fn clause_of(&self, token: usize) -> u16 {
        self.clause.get(token.wrapping_sub(self.sentence.start)).copied().unwrap_or(0)
    }

    /// The phrase that begins at `at`, or behind determiners and adverbs there.
    pub(super) fn phrase_at(&self, at: usize, skip: usize) -> Option<&Phrase> {
        let phrase = self.phrases.iter().find(|p| p.tokens.start >= at && p.tokens.start <= at + skip)?;
        let between = at..phrase.tokens.start;
        let open = between
            .clone()
            .all(|i| self.view.is(i, Class::ADV.or(Class::THE).or(Class::AN).or(Class::MODIFIER)) || is_plain_word(self.view, i));
        (open && self.clause_of(at) == self.clause_of(phrase.tokens.start)).then_some(phrase)
    }

    /// The subject of the group of verbs that begins at `at`: the first free phrase of its clause, or, where the clause has
    /// none, of the clause before.
    pub(super) fn subject(&self, at: usize) -> Option<&Phrase> {
        let for_to = |p: &Phrase| p.tokens.start > 0 && self.view.str(p.tokens.start - 1) == "for" && self.view.is(at, Class::TO);
        let asked = |p: &Phrase| self.view.is(at, Class::TO) && is_called_on(self.view, p.tokens.start);
        let direct = |p: &&Phrase| p.tokens.end == at && !p.possessive && (!p.governed || for_to(p) || asked(p));
        if let Some(direct) = self.phrases.iter().find(direct) {
            return Some(direct);
        }
        let mut clause = self.clause_of(at);
        let behind_comma = self.view.str(self.clause_start(at)) == ",";
        loop {
            let free = |p: &&Phrase| p.tokens.end <= at && self.clause_of(p.tokens.start) == clause && !p.governed && !p.possessive;
            // "X, who met Y, will go": what stands in the relative clause is not the subject behind it.
            let aside = behind_comma && clause > 0 && clause < self.clause_of(at) && self.is_relative(clause);
            if let Some(found) = self.phrases.iter().find(free).filter(|_| !aside) {
                return Some(found);
            }
            clause = clause.checked_sub(1)?;
        }
    }

    /// Whether the clause of that number is ", who …" or ", which …" behind a noun phrase.
    pub(super) fn is_relative(&self, clause: u16) -> bool {
        let start = self.clause.iter().position(|c| *c == clause).map_or(0, |i| i + self.sentence.start);
        matches!(self.view.str(start), "who" | "which" | "whose")
            && self.view.str(start.wrapping_sub(1)) == ","
            && self.phrases.iter().any(|p| p.tokens.end + 1 == start && !p.possessive)
    }

    /// Whether the clause of that number opens with a relative pronoun behind a comma, whatever it is that it tells of.
    pub(super) fn is_open_relative(&self, clause: u16) -> bool {
        let start = self.clause.iter().position(|c| *c == clause).map_or(0, |i| i + self.sentence.start);
        matches!(self.view.str(start), "who" | "which" | "whose") && self.view.str(start.wrapping_sub(1)) == ","
    }

    /// The first token of the clause that holds `at`.
    pub(super) fn clause_start(&self, at: usize) -> usize {
        let clause = self.clause_of(at);
        let mut start = at;
        while start > self.sentence.start && self.clause_of(start - 1) == clause {
            start -= 1;
        }
        start
    }

    /// One past the last token of the clause that holds `at`.
    pub(super) fn clause_end(&self, at: usize) -> usize {
        let clause = self.clause_of(at);
        let mut end = at + 1;
        while end < self.sentence.end && self.clause_of(end) == clause {
            end += 1;
        }
        end
    }
}

/// Whether what begins at `at` is asked for something by a verb with a preposition: "called on X to", "appealed to X to".
pub(super) fn is_called_on(view: &View<'_>, at: usize) -> bool {
    let Some(verb) = at.checked_sub(2) else { return false };
    List::CallOn.get(view.str(verb)).is_some_and(|taken| taken.split(' ').any(|preposition| preposition == view.str(at - 1)))
}

fn is_plain_word(view: &View<'_>, i: usize) -> bool {
    let Some(word) = view.words.get(i) else { return false };
    word.verb.is_none()
        && !word.class.is(Class::PREP.or(Class::AND).or(Class::SUBORD).or(Class::BE).or(Class::HAVE).or(Class::SAY))
        && view.str(i).starts_with(char::is_alphabetic)
}

/// Numbers the clauses: a new one begins at a semicolon, colon, dash, quotation mark, subordinator or relative pronoun, and
/// at "and" or "but" where a verb or a new subject with its verb follows.
fn clauses(view: &View<'_>, sentence: &Range<usize>) -> Vec<u16> {
    let mut out = Vec::with_capacity(sentence.len());
    let mut current = 0_u16;
    for i in sentence.clone() {
        let text = view.str(i);
        let number = |j: usize| view.tokens.get(j).is_some_and(|t| t.kind == TokenKind::Number);
        // "25 - 30 people" is one phrase.
        let range = text != "—" && i > sentence.start && number(i - 1) && number(i + 1);
        let dash = !range && (matches!(text, "—" | "–") || (text == "-" && spaced(view, i)));
        let mark = matches!(text, ";" | ":" | "(" | ")") || dash || (matches!(text, "\"") && !phrase_mark(view, i, sentence));
        let subordinate = view.is(i, Class::SUBORD.or(Class::WHO))
            && !(text == "that" && view.is(i.wrapping_sub(1), Class::PREP))
            && i > sentence.start
            && !temporal(view, i)
            && !(text == "as" && super::offices::at(view.text, view.tokens, i + 1).is_some());
        let coordinate = (view.is(i, Class::AND) || text == ",") && opens_clause(view, i + 1, sentence);
        if (mark || subordinate || coordinate) && i > sentence.start {
            current += 1;
        }
        out.push(current);
    }
    out
}

/// A quotation mark around a few words of the writer's own sentence: "90-minute, “direct and honest” talks".
fn phrase_mark(view: &View<'_>, i: usize, sentence: &Range<usize>) -> bool {
    let mark = |j: usize| view.str(j) == "\"";
    let ahead = (i + 1..sentence.end.min(i + 6)).any(|j| mark(j) && !view.opens_quote(j));
    let behind = (i.saturating_sub(5).max(sentence.start)..i).any(|j| mark(j) && view.opens_quote(j));
    if view.opens_quote(i) { ahead } else { behind }
}

/// "since 2018", "before noon", "until Monday": a preposition, not a subordinator.
fn temporal(view: &View<'_>, i: usize) -> bool {
    let next = view.str(i + 1);
    // "A day before", "two years after": an adverb.
    let adverb = matches!(view.str(i), "before" | "after")
        && List::TimeUnits.has(view.str(i.wrapping_sub(1)))
        && (view
            .words
            .get(i + 1)
            .is_some_and(|w| w.class.is(Class::REACH.or(Class::BE).or(Class::HAVE)) || w.verb.is_some_and(|v| v.1 != Form::Ing))
            || matches!(next, "," | "."));
    // "As many as 80", "as much as half", "as of Monday": no comparison with a verb of its own.
    let amount = |w: &str| matches!(w, "many" | "much" | "few" | "little" | "high" | "low" | "of");
    let measure = view.str(i).eq_ignore_ascii_case("as")
        && (amount(next) || amount(view.str(i.wrapping_sub(1))) && view.str(i.wrapping_sub(2)).eq_ignore_ascii_case("as"));
    // "Before dawn": a time.
    let part = matches!(view.str(i), "before" | "after" | "until" | "since") && List::DayMarks.has(next);
    adverb
        || measure
        || part
        || matches!(view.str(i).to_ascii_lowercase().as_str(), "since" | "before" | "after" | "until" | "than" | "as" | "once")
            && (next.starts_with(|c: char| c.is_ascii_digit())
                || view.words.get(i + 1).is_some_and(|w| w.capital && w.class.is(Class::COMMON))
                || view.is(i, Class::ADV)
                || next == "planned"
                || next == "to")
}

fn spaced(view: &View<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|p| view.tokens.get(p));
    before.is_some_and(|b| b.span.end < view.tokens[i].span.start)
        && view.tokens.get(i + 1).is_some_and(|n| n.span.start > view.tokens[i].span.end)
}

/// Whether tokens from `at` on are a finite group of verbs, or a subject of at most five tokens with one.
fn opens_clause(view: &View<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let finite = |i: usize| i < sentence.end && is_finite(view, i);
    finite(at)
        || (view.is(at, Class::ADV) && finite(at + 1))
        || (view.is(at, Class::HE.or(Class::THEY).or(Class::THE)) && (at + 1..at + 4).any(finite))
        || opens_count(view, at, sentence)
        || (at > sentence.start && view.is(at - 1, Class::AND) && is_past(view, at))
}

fn is_finite(view: &View<'_>, i: usize) -> bool {
    (view.is(i, Class::BE.or(Class::HAVE).or(Class::WILL).or(Class::MAY).or(Class::SAY).or(Class::REFUSE))
        || view.words[i].verb.is_some_and(|(_, form)| form != Form::Ing && form != Form::Base))
        && view.tokens[i].kind == TokenKind::Word
}

/// "and two others were hurt": a count as the subject of a clause of its own. Not where it is the second half of a subject,
/// as in "three men and two women were killed": then no verb stands before the "and", or only one of saying.
fn opens_count(view: &View<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let is_count = |i: usize| view.tokens[i].kind == TokenKind::Number || crate::normalize::is_number_word(view.str(i));
    if at >= sentence.end || !is_count(at) || at < sentence.start + 2 || is_count(at - 2) {
        return false;
    }
    let verb = |i: usize| is_finite(view, i) || is_past(view, i);
    let link = Class::PREP.or(Class::AND).or(Class::SUBORD).or(Class::WHO).or(Class::THE);
    let subject = (at + 1..sentence.end.min(at + 4)).take_while(|i| !view.is(*i, link) && view.tokens[*i].kind == TokenKind::Word);
    let mut subject = subject.skip_while(|i| !verb(*i));
    let told = (sentence.start..at - 1).rev().find(|i| verb(*i)).is_some_and(|i| !view.is(i, Class::SAY));
    subject.next().is_some() && told
}

/// A lower-case word of five letters or more in "-ed": behind "and" nearly always a verb.
fn is_past(view: &View<'_>, at: usize) -> bool {
    let word = view.str(at);
    word.len() >= 5 && word.ends_with("ed") && word.starts_with(|c: char| c.is_ascii_lowercase())
}

fn atoms(view: &View<'_>, sentence: &Range<usize>, chunks: &[(Chunk, Option<usize>)], first_chunk: usize) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    let mut next = 0;
    let mut i = sentence.start;
    while i < sentence.end {
        while next < chunks.len() && chunks[next].0.tokens.start < i {
            next += 1;
        }
        let (tokens, who, his) = match chunks.get(next).filter(|(c, _)| c.tokens.start == i) {
            Some((chunk, entity)) => {
                let who = if chunk.counterpart && entity.is_none() {
                    Some(Who::Counterpart(first_chunk + next))
                } else {
                    entity.map(Who::Entity)
                };
                (chunk.tokens.clone(), who, false)
            }
            None => pronoun(view, i, sentence),
        };
        let end = tokens.end.max(i + 1);
        if let Some(who) = who {
            let start = if matches!(who, Who::Entity(_)) { role_before(view, &tokens, sentence) } else { tokens.start };
            let start = determiner_before(view, start, sentence);
            // "She's meeting X" is "she is".
            let pronoun = matches!(who, Who::He(_)) && !his;
            let possessive = !pronoun && (his || view.str(end) == "'s" || (view.str(end) == "'" && view.str(end - 1).ends_with('s')));
            // "the A's have won": a plural.
            let possessive = possessive && (his || !(view.str(end) == "'s" && view.is(end + 1, Class::HAVE)));
            let adjoins = out.last().is_some_and(|p| p.governed && p.tokens.end == start && !p.possessive);
            let governed = start > sentence.start && (view.is(start - 1, Class::PREP.or(Class::TO)) || adjoins);
            out.push(Phrase { tokens: start..end, who: vec![who], possessive, governed });
        }
        i = end;
    }
    out
}

/// Where "opposition politician" begins, that stands right before a name, or "the union leader," before one set off by commas.
fn role_before(view: &View<'_>, name: &Range<usize>, sentence: &Range<usize>) -> usize {
    let start = name.start;
    let role = |i: usize| i >= sentence.start && List::Occupations.has(view.str(i));
    let set_off = view.str(start.wrapping_sub(1)) == "," && view.str(name.end) == "," && !view.is(name.end + 1, Class::AND);
    let before = start.checked_sub(1 + usize::from(set_off)).filter(|i| role(*i));
    let Some(mut at) = before else { return start };
    let plain = |i: usize| {
        i >= sentence.start
            && view.words[i].class == Class::default()
            && view.words[i].verb.is_none()
            && view.str(i).starts_with(|c: char| c.is_ascii_lowercase())
    };
    for _ in 0..2 {
        let Some(before) = at.checked_sub(1).filter(|i| plain(*i)) else { break };
        at = before;
    }
    // "Leaders, Ida Berg, and others": a list has no article.
    let determined = at > sentence.start && view.is(at - 1, Class::THE.or(Class::AN).or(Class::HIS));
    if set_off && !determined { start } else { at }
}

fn determiner_before(view: &View<'_>, start: usize, sentence: &Range<usize>) -> usize {
    if start > sentence.start && view.is(start - 1, Class::THE.or(Class::AN)) { start - 1 } else { start }
}

fn pronoun(view: &View<'_>, i: usize, sentence: &Range<usize>) -> (Range<usize>, Option<Who>, bool) {
    let text = view.str(i);
    if view.is(i, Class::HE) {
        return (i..i + 1, Some(Who::He(text.eq_ignore_ascii_case("she"))), false);
    }
    if view.is(i, Class::HIS) {
        let who = match text.to_ascii_lowercase().as_str() {
            "their" => Some(Who::Two),
            "its" => None,
            _ => Some(Who::He(text.eq_ignore_ascii_case("her"))),
        };
        return (i..i + 1, who, true);
    }
    if view.is(i, Class::THEY) {
        return (i..i + 1, Some(Who::Two), false);
    }
    if view.is(i, Class::PAIR) {
        if let Some((words, office)) = plural_office(view, i + 1).filter(|_| matches!(text.to_ascii_lowercase().as_str(), "two" | "both")) {
            return (i..i + 1 + words, Some(Who::Holders(office)), false);
        }
        let last = (i + 1..(i + 4).min(sentence.end))
            .take_while(|j| view.is(*j, Class::PAIR.or(Class::MODIFIER)) || view.str(*j) == "foreign")
            .last();
        let pair = matches!(text.to_ascii_lowercase().as_str(), "two" | "pair" | "both" | "duo");
        let alone = last.is_none();
        let noun_follows = view.words.get(i + 1).is_some_and(|w| w.noun.is_some());
        if pair
            && !noun_follows
            && (!alone
                || !is_plain_word(view, i + 1)
                || view.is(i + 1, Class::ADV.or(Class::HAVE).or(Class::WILL).or(Class::MAY).or(Class::NOT))
                || matches!(view.str(i + 1), "did" | "do")
                || view.words[i + 1].verb.is_some())
        {
            return (i..last.map_or(i + 1, |l| l + 1), Some(Who::Two), false);
        }
    }
    (i..i + 1, None, false)
}

/// An office in the plural: how many tokens, and the office.
fn plural_office(view: &View<'_>, at: usize) -> Option<(usize, &'static str)> {
    let words = (1..=3).find(|n| view.str(at + n - 1).ends_with("ers") || view.str(at + n - 1).ends_with("ts"))?;
    let phrase: Vec<String> = (at..at + words).map(|i| view.str(i).to_lowercase()).collect();
    let singular = phrase.join(" ");
    let singular = singular.strip_suffix('s')?;
    let tokens = crate::text::tokens(singular);
    super::offices::at(singular, &tokens, 0).filter(|(len, _)| *len == tokens.len()).map(|(_, office)| (words, office))
}

/// Whether the last two phrases and `atom` are "A, B and C": at the head of the sentence, or the object of a verb.
fn is_list(view: &View<'_>, before: &[Phrase], atom: &Phrase, own_verb: bool) -> bool {
    let [.., first, last] = before else { return false };
    let one = |p: &Phrase| matches!(p.who[..], [Who::Entity(_)]);
    let comma = first.tokens.end + 1 == last.tokens.start && view.str(first.tokens.end) == ",";
    let object = first.tokens.start > 0 && view.words[first.tokens.start - 1].verb.is_some();
    let opens = first.tokens.start == 0 || matches!(view.str(first.tokens.start - 1), "." | "!" | "?" | "\"" | "");
    one(first) && one(last) && one(atom) && comma && !first.governed && !first.possessive && (opens || (object && !own_verb))
}

/// Joins "A and B" and "A, B and C", unless the part behind "and" is the subject of its own verb.
fn coordinate(view: &View<'_>, atoms: Vec<Phrase>) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::with_capacity(atoms.len());
    for atom in atoms {
        let Some(last) = out.last_mut() else {
            out.push(atom);
            continue;
        };
        let gap = last.tokens.end..atom.tokens.start;
        let and = (gap.len() == 1 && view.is(gap.start, Class::AND))
            || (gap.len() == 2 && view.str(gap.start) == "," && view.is(gap.start + 1, Class::AND));
        let joined = gap.len() == 1 && view.str(gap.start) == "-" && last.who.len() == 1;
        let object = last.governed || (last.tokens.start > 0 && view.words[last.tokens.start - 1].verb.is_some());
        let between = view.str(last.tokens.start.wrapping_sub(1)) == "between";
        let own_verb = view.words.get(atom.tokens.end).is_some_and(|w| {
            w.verb.is_some_and(|v| v.1 != Form::Ing) || w.class.is(Class::BE.or(Class::HAVE).or(Class::WILL).or(Class::MAY))
        });
        let listed = and && !last.governed && !last.possessive && out.len() >= 2 && is_list(view, &out, &atom, own_verb);
        if listed {
            let last = out.pop();
            if let (Some(first), Some(last)) = (out.last_mut(), last) {
                first.tokens.end = atom.tokens.end;
                first.possessive = atom.possessive;
                first.who.extend(last.who);
                first.who.extend(atom.who);
            }
            continue;
        }
        let Some(last) = out.last_mut() else { continue };
        if (joined || (and && (between || !(object && own_verb)))) && !last.possessive {
            last.tokens.end = atom.tokens.end;
            last.possessive = atom.possessive;
            last.who.extend(atom.who);
        } else {
            out.push(atom);
        }
    }
    out
}
