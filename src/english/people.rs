//! Groups of people in a sentence: counted ("three other men"), described ("a 23-year-old woman"), named, or nobody.

use std::ops::Range;

use super::casualties::is_adverb;
use super::lexicon::Class;
use super::sheet::Page;
use crate::claim::EntityKind;
use crate::ontology::{PERSON, noun_class};
use crate::words::List;

/// How a group is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// By a number and a noun, or by nouns with numbers joined.
    Counted,
    /// By a bare number: "one", "two more".
    Bare,
    /// By an indefinite description: "a man".
    Described,
    /// By a definite one: "the victim".
    Definite,
    /// By a name.
    Named,
    /// "No one", "nobody".
    Nobody,
}

/// Some people.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// How many.
    pub(super) n: i64,
    /// How they are told.
    pub(super) how: How,
    /// Where.
    pub(super) tokens: Range<usize>,
    /// The head noun.
    pub(super) noun: Option<usize>,
    /// The entities, where named.
    pub(super) who: Vec<usize>,
    /// The token of an age in years within it, and the age.
    pub(super) age: Option<(usize, i64)>,
    /// Whether it is a part of a group told before: "one of them", "two others".
    pub(super) part: bool,
}

fn noun(word: &str) -> Option<bool> {
    use std::sync::LazyLock;
    static NOUNS: LazyLock<rustc_hash::FxHashMap<String, bool>> = LazyLock::new(|| {
        let mut map = rustc_hash::FxHashMap::default();
        for (entry, _) in List::People.all() {
            let mut forms = entry.split('/');
            let one = forms.next().unwrap_or("");
            map.insert(one.to_owned(), false);
            let mut regular = true;
            for many in forms {
                map.insert(many.to_owned(), true);
                regular = false;
            }
            if regular {
                map.insert(format!("{one}s"), true);
            }
        }
        map
    });
    NOUNS.get(word).copied()
}

/// Whether a word is a noun for people.
pub(super) fn is_person_noun(word: &str) -> bool {
    noun(word).is_some()
}

/// Whether a number is how old somebody is, by the noun, the word before it and the word behind: "a man of 36", "the injured man, 51,".
pub(super) fn is_age(noun: &str, before: &str, behind: &str) -> bool {
    let one = is_person_noun(noun) && !is_many(noun) && noun_class(noun) == Some(PERSON);
    one && (before == "of" || before == "," && matches!(behind, "," | "." | ";"))
}

/// Whether a word is a noun for people in the plural.
pub(super) fn is_many(word: &str) -> bool {
    noun(word) == Some(true)
}

/// The groups of a sentence, left to right; joined where they are coordinated. `verbs` are the tokens at which predicates begin.
pub(super) fn groups(page: &Page<'_>, sentence: &Range<usize>, verbs: &[usize]) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let found = group(page, at, sentence, verbs);
        at = found.as_ref().map_or(at + 1, |g| g.tokens.end.max(at + 1));
        let Some(found) = found.map(|g| and_woman(page, g, sentence, verbs)) else { continue };
        at = at.max(found.tokens.end);
        match out.last_mut().filter(|last| joins(page, last, &found)) {
            Some(last) => {
                join(last, found);
                list(page, &mut out);
            }
            None => out.push(found),
        }
    }
    out
}

/// "A man and woman", "a woman and teenage girl": two people under one article. Words for sex and age only: "a husband and father" is
/// one man.
fn and_woman(page: &Page<'_>, first: Group, sentence: &Range<usize>, verbs: &[usize]) -> Group {
    let plain = |i: usize| List::SexAndAge.has(page.low(i));
    let and = first.tokens.end;
    let opens = first.how == How::Described && !first.part && first.noun.is_some_and(plain) && page.low(and) == "and";
    let bare = page.is_word(and + 1) && page.group_opens(and + 1).is_none();
    let second = head(page, and + 1, sentence, verbs).0.filter(|i| opens && bare && plain(*i) && *i <= and + 3);
    match second {
        Some(noun) => Group { n: 2, how: How::Counted, noun: None, age: None, tokens: first.tokens.start..noun + 1, ..first },
        None => first,
    }
}

/// "Two men, a woman and a child", "Ada Okafor, her husband and six children": what stands before the comma is of the list. "Ada Okafor,
/// a teacher, and her son" are two.
fn list(page: &Page<'_>, out: &mut Vec<Group>) {
    while let [.., first, last] = out.as_slice() {
        let (own, counted) = (page.view.is(last.tokens.start, Class::HIS), page.number(last.tokens.start).is_some());
        let comma = last.tokens.start == first.tokens.end + 1 && page.low(first.tokens.end) == ",";
        // "Ada Okafor, 19, Hedda Lunde, 20, and Ivar Brandt": an age ends in a comma of its own.
        let aged = last.tokens.start == first.tokens.end && page.low(first.tokens.end.wrapping_sub(1)) == ",";
        let names = first.how == How::Named && last.how == How::Named && !last.who.is_empty();
        let (comma, listed) = (comma || aged && names, first.how == How::Counted || own || counted || names);
        // "Three people, a man and two women": who they are. Men are no women: "two men, a woman and a boy" goes on.
        let sexed = |i: usize| matches!(page.low(i), "men" | "women" | "boys" | "girls");
        let apposed = first.how == How::Counted && first.n == last.n && first.noun.is_some_and(|i| !sexed(i));
        let opens = matches!(first.how, How::Counted | How::Described | How::Named) || own && first.how == How::Definite;
        if !(comma && listed && !apposed && !first.part && opens) {
            return;
        }
        let Some(last) = out.pop() else { return };
        if let Some(first) = out.last_mut() {
            join(first, last);
        }
    }
}

fn join(last: &mut Group, other: Group) {
    let plain = |how: How| matches!(how, How::Described | How::Definite);
    let counted = last.how == How::Counted || other.how == How::Counted || (plain(last.how) && plain(other.how));
    last.n += other.n;
    last.tokens.end = other.tokens.end;
    last.who.extend(other.who);
    last.age = None;
    last.noun = None;
    last.how = if counted { How::Counted } else { How::Named };
}

/// "Two men and a woman", "a man, his son and a neighbour", "A, 19, and B, 20,".
fn joins(page: &Page<'_>, last: &Group, next: &Group) -> bool {
    let gap = last.tokens.end..next.tokens.start;
    let and = |i: usize| matches!(page.low(i), "and" | "&");
    let linked = match gap.len() {
        1 => and(gap.start),
        2 => page.low(gap.start) == "," && and(gap.start + 1),
        _ => false,
    };
    let whole = |g: &Group| {
        // "Two children and their father": as good as "a father".
        let own = g.how == How::Definite && page.view.is(g.tokens.start, Class::HIS);
        (own || matches!(g.how, How::Counted | How::Described | How::Named)) && !g.part
    };
    // "killing a guard and two others": the others are no part of those told before.
    let next_whole = whole(next) || (next.how == How::Counted && next.part);
    // "Two people, including the gunman, and six others": the six are others than the two.
    let aside = gap.len() == 2 && page.low(last.tokens.start.wrapping_sub(1)) == "including";
    linked && !aside && (whole(last) || last.how == How::Definite && (next.how != How::Counted || next.part)) && next_whole
}

fn group(page: &Page<'_>, at: usize, sentence: &Range<usize>, verbs: &[usize]) -> Option<Group> {
    let word = page.low(at);
    if matches!(word, "nobody")
        || (word == "no" && (page.low(at + 1) == "one" || (at + 1..at + 4).any(|i| is_person_noun(page.low(i)))))
        || word == "none"
    {
        let end = at + 1 + usize::from(word == "no");
        return Some(new(0, How::Nobody, at..end));
    }
    if let Some((_, len)) = page.year_old(at) {
        return described(page, at, at, len, sentence, verbs);
    }
    if let Some(n) = page.number(at).filter(|_| !is_age(page.low(at.wrapping_sub(2)), page.low(at.wrapping_sub(1)), page.low(at + 1))) {
        return counted(page, at, n, sentence, verbs);
    }
    // "She and eight others were shot": nine.
    if matches!(word, "he" | "she") && page.low(at + 1) == "and" {
        let rest = page
            .number(at + 2)
            .and_then(|n| counted(page, at + 2, n, sentence, verbs))
            .filter(|g| g.part && !page.any(at + 2..g.tokens.end, &["of"]));
        return rest.map(|g| Group { n: g.n + 1, part: false, noun: None, how: How::Counted, tokens: at..g.tokens.end, ..g });
    }
    if let Some(more) = one_more(page, at, verbs) {
        return Some(more);
    }
    if page.view.is(at, Class::AN) && !matches!(word, "any" | "some") {
        return described(page, at, at + 1, 0, sentence, verbs);
    }
    // "A shooting that injured one person": no determiner.
    let relative = word == "that" && verbs.contains(&(at + 1));
    if page.view.is(at, Class::THE.or(Class::HIS)) && !relative || matches!(word, "its" | "'s") {
        return definite(page, at, sentence, verbs);
    }
    named(page, at, sentence)
}

pub(super) const fn new(n: i64, how: How, tokens: Range<usize>) -> Group {
    Group { n, how, tokens, noun: None, who: Vec::new(), age: None, part: false }
}

/// Walks over modifiers to the head noun: its token, and an age on the way.
fn head(page: &Page<'_>, from: usize, sentence: &Range<usize>, verbs: &[usize]) -> (Option<usize>, Option<(usize, i64)>, usize) {
    let (mut at, mut age, mut noun_at) = (from, None, None);
    while at < sentence.end && at < from + 14 {
        if let Some((years, len)) = page.year_old(at) {
            age = years.map(|y| (at, y));
            at += len;
            continue;
        }
        if is_person_noun(page.low(at)) && !(verbs.contains(&at) && page.low(at + 1) != "of") {
            noun_at = Some(at);
            at += 1;
            continue;
        }
        if noun_at.is_some() || !is_modifier(page, at, verbs) {
            break;
        }
        at += 1;
    }
    (noun_at, age, noun_at.map_or(at, |n| n + 1))
}

fn is_modifier(page: &Page<'_>, at: usize, verbs: &[usize]) -> bool {
    let word = page.low(at);
    let joined = word == "-" || (word == "and" && page.low(at + 1).ends_with("ing"));
    let injured = List::HarmModifiers.has(word);
    let verb = verbs.contains(&at) && !injured;
    joined
        || (page.is_word(at)
            && !page.view.is(at, Class::CLOSED.or(Class::THE).or(Class::AN).or(Class::HIS).or(Class::HE).or(Class::THEY))
            && !verb
            && word != "that"
            && !is_thing(word))
}

/// Nouns that a number counts and that are no people: what stands behind them is not the number's.
fn is_thing(word: &str) -> bool {
    List::CountedThings.has(word)
}

fn counted(page: &Page<'_>, at: usize, n: i64, sentence: &Range<usize>, verbs: &[usize]) -> Option<Group> {
    let (before, behind) = (page.str(at.wrapping_sub(1)), page.low(at + 1));
    let touches = at > sentence.start && page.view.tokens[at - 1].span.end == page.view.tokens[at].span.start;
    // "PORTO (TIDENDE)–Two people": a dateline ends in the dash.
    let dateline = matches!(before, "-" | "–") && page.low(at.wrapping_sub(2)) == ")";
    let figures = page.view.tokens[at].kind == crate::text::TokenKind::Number;
    // "To the harbour.Four people": no space behind the full stop.
    let stop = before == "." && !figures && page.capital(at);
    if touches && !dateline && !stop && matches!(before, "$" | "#" | "." | ":" | "-" | "/" | "–" | "[") {
        return None;
    }
    // "On Highway 41 with a wound": the number of a road, a room, a bus.
    let numbered = |w: &str| List::Numbered.has(w);
    // "Two men, ages 25 and 26, died".
    let named = at > sentence.start && numbered(page.low(at.wrapping_sub(1))) && !is_person_noun(behind);
    if figures && (named || is_age_of_list(page, at, sentence)) {
        return None;
    }
    if List::BeforeNoCount.has(before) && at > sentence.start || List::BehindNoCount.has(behind) {
        return None;
    }
    // "On May 18, 2031, autopsies …": a day; "Ada Okafor (22) shot twice": an age.
    let dated = |t: &crate::normalize::TimeSpan| t.tokens.len() > 1 && t.tokens.contains(&at);
    if figures && (page.times_of(sentence).iter().any(dated) || before == "(" && behind == ")") {
        return None;
    }
    // "A man, 34, was shot": an age.
    if figures
        && before == ","
        && matches!(behind, "," | "." | "and" | "was" | "of" | ";" | "who" | "were" | ")")
        && page.is_word(at.wrapping_sub(2))
    {
        return None;
    }
    if matches!(behind, "-" | "'s" | "s") || (before == "of" && at >= 2 && List::Parents.has(page.low(at - 2))) {
        return None;
    }
    let start = page.quantity(at).map_or(at, |q| q.tokens.start.clamp(sentence.start, at));
    let (noun, age, end) = head(page, at + 1, sentence, verbs);
    let part = |i: usize| page.any(at..i, &["other", "others", "more", "another", "additional"]);
    // "10 girl" is no count of girls.
    if let Some(noun) = noun.filter(|i| (n == 1) != (self::noun(page.low(*i)) == Some(true)) || page.low(*i) == "people") {
        let end = past_ages(page, end);
        return Some(Group { noun: Some(noun), age, part: part(noun + 1), ..new(n, How::Counted, start..end) });
    }
    if matches!(behind, "of") {
        if let Some(whole) = named_whole(page, at, start, sentence, verbs) {
            return Some(whole);
        }
        let of = page.view.is(at + 2, Class::THE.or(Class::HIS).or(Class::THEY))
            || matches!(page.low(at + 2), "whom" | "them" | "those" | "us" | "which");
        let (noun, _, end) = head(page, at + 3, sentence, verbs);
        let people = matches!(page.low(at + 2), "whom" | "them" | "those");
        let end = if people { at + 3 } else { end };
        // "One of the people hurt", "one of his friends who got shot": what is told is told of them all.
        let all = n == 1 && (verbs.contains(&end) && !is_final(page, end) || page.view.is(end, Class::WHO));
        let how = if all { How::Definite } else { How::Bare };
        return (of && (people || noun.is_some())).then(|| Group { noun, part: true, ..new(n, how, start..end) });
    }
    let more = usize::from(matches!(behind, "more" | "others" | "other"));
    let next = at + 1 + more;
    ends(page, next, sentence, verbs).then(|| Group { part: more > 0, ..new(n, How::Bare, start..next) })
}

/// "Two men, ages 25 and 26, died": behind the ages and their comma.
fn past_ages(page: &Page<'_>, end: usize) -> usize {
    if page.low(end) != "," || !matches!(page.low(end + 1), "ages" | "aged" | "age") {
        return end;
    }
    let past = (end + 2..end + AGES).find(|i| !is_link(page, *i)).unwrap_or(end);
    if page.low(past.wrapping_sub(1)) == "," { past } else { end }
}

/// What stands in a list or a range of ages.
fn is_link(page: &Page<'_>, i: usize) -> bool {
    page.number(i).is_some() || matches!(page.low(i), "," | "and" | "&" | "to" | "-" | "–" | "between" | "from" | "through")
}

/// How far a list of ages is followed.
const AGES: usize = 24;

/// Whether a number is one of a list behind "ages".
fn is_age_of_list(page: &Page<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let link = |i: usize| is_link(page, i);
    let head = |i: usize| if page.low(i) == "of" { i.saturating_sub(1) } else { i };
    let near = sentence.start.max(at.saturating_sub(AGES))..at;
    near.rev().find(|i| !link(*i)).is_some_and(|i| matches!(page.low(head(i)), "ages" | "aged" | "age"))
}

/// Whether what stands at `next` ends a count without a noun: "one was hurt", "two dead", "three at the scene".
fn ends(page: &Page<'_>, next: usize, sentence: &Range<usize>, verbs: &[usize]) -> bool {
    next >= sentence.end
        || verbs.contains(&next)
        || is_adverb(page.low(next))
        || page.view.is(next, Class::BE.or(Class::HAVE).or(Class::AND))
        || List::EndsCount.has(page.low(next))
}

/// "Left another dead", "a fifth died": one more person, the noun left out.
fn one_more(page: &Page<'_>, at: usize, verbs: &[usize]) -> Option<Group> {
    let next = match page.low(at) {
        "another" if page.low(at.wrapping_sub(1)) != "one" => at + 1,
        "a" | "the" if order(page.low(at + 1)).is_some() => at + 2,
        _ => return None,
    };
    let told = verbs.contains(&next) || is_adverb(page.low(next)) || page.view.is(next, Class::BE.or(Class::HAVE));
    told.then(|| Group { part: true, ..new(1, How::Bare, at..next) })
}

/// Verbs that only their own subject can have: "one of the men died".
fn is_final(page: &Page<'_>, at: usize) -> bool {
    List::OwnSubject.has(page.low(at))
}

/// "One of the four people wounded", "one of five officers who died": the four, the five. "One of the four died" is one.
fn named_whole(page: &Page<'_>, at: usize, start: usize, sentence: &Range<usize>, verbs: &[usize]) -> Option<Group> {
    let inner = at + 2 + usize::from(page.view.is(at + 2, Class::THE.or(Class::HIS)));
    let n = page.number(inner).filter(|n| *n > 1 && page.year_old(inner).is_none())?;
    let whole = counted(page, inner, n, sentence, verbs).filter(|g| g.noun.is_some())?;
    let end = whole.tokens.end;
    let reduced = verbs.contains(&end) && !matches!(page.low(end), "died" | "dies" | "succumbed" | "perished");
    (reduced || page.view.is(end, Class::WHO)).then_some(Group { tokens: start..end, ..whole })
}

fn described(page: &Page<'_>, at: usize, from: usize, skip: usize, sentence: &Range<usize>, verbs: &[usize]) -> Option<Group> {
    let own = page.year_old(at).filter(|_| skip > 0).and_then(|(y, _)| y.map(|y| (at, y)));
    let (noun, age, end) = head(page, from + skip, sentence, verbs);
    let age = own.or(age);
    // "19-year-old Ada Okafor": the name says who.
    if let Some(who) = named(page, from + skip, sentence).filter(|_| skip > 0) {
        return Some(Group { age, tokens: at..who.tokens.end, ..who });
    }
    let plural = noun.is_some_and(|i| self::noun(page.low(i)) == Some(true));
    if plural || (noun.is_none() && age.is_none() && skip == 0) {
        return None;
    }
    let couple = noun.is_some_and(|i| page.low(i) == "couple");
    if couple && page.low(end) == "of" {
        return None;
    }
    let part = page.low(at) == "another" || (at..end).any(|i| order(page.low(i)).is_some());
    // Tolls do not count the unborn.
    let unborn = page.any(at..end, &["unborn"]);
    Some(Group { noun, age, part, ..new(if couple { 2 } else { i64::from(!unborn) }, How::Described, at..end) })
}

fn definite(page: &Page<'_>, at: usize, sentence: &Range<usize>, verbs: &[usize]) -> Option<Group> {
    // "The three victims": a count; "the 19-year-old": a person.
    let first = at + 1;
    if let Some(n) = page.number(first).filter(|_| page.year_old(first).is_none()) {
        return counted(page, first, n, sentence, verbs).map(|g| Group { tokens: at..g.tokens.end, ..g }).filter(|g| g.noun.is_some());
    }
    let (noun, age, end) = head(page, first, sentence, verbs);
    let plural = noun.is_some_and(|i| self::noun(page.low(i)) == Some(true));
    if (noun.is_none() && age.is_none()) || plural {
        return None;
    }
    let who = named(page, end, sentence).map(|g| (g.who, g.tokens.end)).filter(|_| noun.is_some());
    let (who, end) = who.unwrap_or((Vec::new(), end));
    let how = if who.is_empty() { How::Definite } else { How::Named };
    // Tolls do not count the unborn.
    let unborn = page.any(at..end, &["unborn"]);
    Some(Group { noun, age, who, ..new(i64::from(!unborn), how, at..end) })
}

/// The place that an ordinal gives: "a third victim".
pub(super) fn order(word: &str) -> Option<i64> {
    const ORDINALS: &str = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth";
    ORDINALS.split(' ').zip(2..).find(|(w, _)| *w == word).map(|(_, n)| n)
}

/// A person's name, with an age set off by commas behind it.
fn named(page: &Page<'_>, at: usize, sentence: &Range<usize>) -> Option<Group> {
    let chunks = page.chunks_of(sentence);
    let (chunk, entity) = chunks.iter().find(|(c, _)| c.tokens.start == at)?;
    let entity = (*entity)?;
    if page.times_of(sentence).iter().any(|t| t.tokens.start < chunk.tokens.end && chunk.tokens.start < t.tokens.end) {
        return None;
    }
    let local = &page.entities.all[entity];
    let person = local.kind == EntityKind::Person || (local.kind == EntityKind::Other && local.words.len() > 1);
    if !person || chunk.place.is_some() {
        return None;
    }
    let age = super::persons::age_behind(page, chunk.tokens.end);
    let end = age.map_or(chunk.tokens.end, |(_, _, end)| end);
    let group = new(1, How::Named, chunk.tokens.start..end);
    Some(Group { who: vec![entity], age: age.map(|(at, years, _)| (at, years)), ..group })
}
