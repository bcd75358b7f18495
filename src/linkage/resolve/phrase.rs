//! What the words of a mention say: a name, or what somebody or something is called instead of it.

use super::lexis::{self, content};
use super::tidy::tidy;
use crate::linkage::names::{are_person_like, is_body_word, is_legal_form, words};
use crate::text::{fold, letters};
use crate::words::List;

/// What the words of a mention say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The name, without what stands before and behind it: "Ada Lund" of "Velmar's chairwoman Ada Lund of Osk". None where there is
    /// no name.
    pub(super) name: Option<String>,
    /// What stands in brackets behind it: "TO" of "Tidal Office (TO)".
    pub(super) beside: Vec<String>,
    /// What stands in brackets or quotation marks within it: "Bob" of "Robert 'Bob' Lund".
    pub(super) within: Vec<String>,
    /// What it is called besides its name, or instead of one.
    pub(super) calls: Vec<Call>,
    /// Whether the words say that it is a person: "Mr. Lund", "the envoy Ada Lund".
    pub(super) is_person: bool,
    /// Whether it is more than one.
    pub(super) are_several: bool,
}

/// What somebody or something is called by a common noun: "the Norland foreign minister", "a bank in Osk".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Call {
    /// The noun, or the plainest name of an office.
    pub(super) head: String,
    /// Whether it is an office or an occupation.
    pub(super) is_post: bool,
    /// Whether it is of people.
    pub(super) is_of_people: bool,
    /// The words that say of which, the noun aside. Sorted.
    pub(super) of: Vec<String>,
    /// Whether one of them is a name.
    pub(super) has_name: bool,
    /// Those with a capital.
    pub(super) names: Vec<String>,
    /// Whether it is told that it is over, or not yet.
    pub(super) is_former: bool,
    /// Whether it is told as known: "the firm", "their envoy".
    pub(super) is_definite: bool,
}

/// A word as it stands, and folded without marks.
#[derive(Clone, Debug)]
struct Word {
    raw: String,
    low: String,
    /// Whether it begins with a capital, a digit, or a letter of a script that has no capitals.
    is_capital: bool,
    /// Whether it is a possessive: "Velmar's".
    is_owner: bool,
    /// Whether it is of a legal form behind a name.
    is_form: bool,
}

impl Word {
    fn of(word: &str) -> Option<Self> {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '’' | '&' | '-'));
        let bare = bare.trim_start_matches(['\'', '’', '-', '.']);
        let cut = ["'s", "’s", "'S", "’S"].iter().find_map(|s| bare.strip_suffix(s));
        let behind = || bare.strip_suffix(['\'', '’']);
        let (raw, is_owner) = cut.or_else(behind).map_or((bare, false), |b| (b, true));
        let raw = without_tail(raw);
        let first = raw.chars().find(|c| c.is_alphanumeric()).or_else(|| raw.chars().next())?;
        let low = fold(raw).trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '&')).to_owned();
        Some(Self { raw: raw.to_owned(), low, is_capital: is_capital(raw, first), is_owner, is_form: false })
    }

    fn is(&self, list: List) -> bool {
        list.has_any_case(&self.low)
    }
}

/// "al-Hadi" and "eBay" are written with a capital too.
fn is_capital(word: &str, first: char) -> bool {
    first != '&' && (!first.is_lowercase() || word.chars().any(char::is_uppercase))
}

/// "Velmar" of "Velmar-led", "Lund" of "Lund-era".
fn without_tail(word: &str) -> &str {
    let tail = |t: &str| t.ends_with("ed") && t.len() > 3 || List::CompoundTails.has(t);
    match word.rsplit_once('-') {
        Some((name, t)) if name.starts_with(char::is_uppercase) && tail(t) => name,
        _ => word,
    }
}

/// A part between commas.
enum Part {
    Name { name: Vec<Word>, calls: Vec<Call>, is_person: bool },
    Called(Call, bool),
    Nothing,
}

impl Phrase {
    /// What the text of a mention says. O(n) in its words.
    pub(super) fn of(text: &str) -> Self {
        let printed = tidy(text);
        let (mut outside, beside, mut within) = brackets(&printed);
        // "Quill (Osk) Ltd" is another than "Quill Ltd".
        if !within.is_empty() && outside.rsplit(' ').next().is_some_and(is_legal_form) {
            outside = printed.replace(['(', ')'], " ");
            within.clear();
        }
        let mut phrase = Self { beside, within, ..Self::default() };
        let pieces = pieces(&outside);
        let parts: Vec<Vec<Word>> = pieces.iter().map(|p| opened(p)).filter(|p| !p.is_empty()).collect();
        phrase.read(&parts);
        let is_definite = pieces.first().and_then(|p| p.first()).is_some_and(|w| w.is(List::The) || w.is(List::His));
        phrase.calls.iter_mut().for_each(|c| c.is_definite = is_definite);
        if phrase.name.is_none() && phrase.calls.is_empty() {
            phrase.name = Some(printed);
        }
        phrase
    }

    /// Adds what a sentence says of the name right before it or behind a comma: "the envoy Ada Lund", "Ada Lund, an envoy of Norland".
    pub(super) fn hear(&mut self, sentence: &str) {
        let Some(name) = self.name.clone() else { return };
        let printed = tidy(sentence);
        let tokens: Vec<&str> = printed.split_whitespace().collect();
        let own: Vec<String> = name.split_whitespace().filter_map(Word::of).map(|w| w.low).collect();
        let low: Vec<String> = tokens.iter().map(|t| Word::of(t).map_or(String::new(), |w| w.low)).collect();
        if own.is_empty() {
            return;
        }
        for at in (0..low.len()).filter(|&at| low[at..].starts_with(&own)) {
            let before = said_before(&tokens[..at]);
            let behind = said_behind(&tokens[at..], own.len());
            self.is_person |= before.is_some() && are_person_like(&own);
            self.calls.extend(before.into_iter().chain(behind).filter(|c| !c.head.is_empty()));
        }
        self.calls.sort_unstable();
        self.calls.dedup();
    }

    fn read(&mut self, parts: &[Vec<Word>]) {
        for (i, part) in parts.iter().enumerate() {
            let next = parts.get(i + 1).filter(|_| i == 0 && parts.len() == 2);
            if let Some(turned) = next.and_then(|given| turned(part, given)) {
                self.name = Some(turned);
                return;
            }
            match Part::of(part) {
                Part::Name { name, calls, is_person } if self.name.is_none() && (i == 0 || !self.are_several) => {
                    // "A bank based in Osk, Norland": what a place behind a comma tells is where.
                    let goes_on = i > 0 && parts[..i].iter().any(|p| cut(p) < p.len());
                    let is_place = lexis::is_known_place(&letters(&joined(&name))) || name.iter().all(|w| w.is(List::States));
                    let is_where = i > 0 && !is_person && calls.is_empty() && (goes_on || is_place);
                    if !is_where || self.calls.is_empty() {
                        self.name = Some(joined(&name));
                        self.is_person |= is_person;
                        self.calls.extend(calls);
                    }
                }
                // "Ada Lund, Velmar's chairwoman": the rest says who she is.
                Part::Called(call, several) if i == 0 || call.is_of_people || self.name.is_none() => {
                    self.are_several |= several && i == 0;
                    self.calls.push(call);
                }
                _ => {}
            }
        }
        let is_told = self.calls.iter().any(|c| c.is_of_people && c.is_post);
        self.is_person |= self.name.is_some() && is_told;
    }
}

/// "Secretary of state for health" has more words.
const LONGEST_OFFICE: usize = 4;
/// So many words before a name and behind its comma are looked at.
const HEARD: usize = 8;

/// "The Norland envoy" of what stands before a name.
fn said_before(tokens: &[&str]) -> Option<Call> {
    let ends = |t: &&&str| t.ends_with([',', '.', ';', ':', '"', '”', ')']);
    let near: Vec<Word> = tokens.iter().rev().take_while(|t| !ends(t)).take(HEARD).filter_map(|t| Word::of(t)).collect();
    let head = near.first().filter(|w| !w.is_owner && lexis::is_kind_of_person(&w.low) && !lexis::is_plural(&w.low))?;
    let says = |w: &&Word| (w.is_capital || w.is_owner || lexis::is_noun(&w.low)) && !lexis::is_small(&w.low);
    let mut words: Vec<Word> = near[1..].iter().take_while(says).cloned().collect();
    words.reverse();
    words.push(head.clone());
    Some(Call::of(&words, &[]))
}

/// "An envoy of Norland" of what stands behind a name and a comma.
fn said_behind(tokens: &[&str], name: usize) -> Option<Call> {
    tokens.get(name - 1).filter(|t| t.ends_with(','))?;
    let end = tokens[name..].iter().take(HEARD).position(|t| t.ends_with([',', '.', ';']))?;
    let words: Vec<Word> = tokens[name..=name + end].iter().filter_map(|t| Word::of(t)).collect();
    match Part::of(&opened(&words)) {
        Part::Called(call, false) if call.is_of_people && words.len() > 1 => Some(call),
        _ => None,
    }
}

/// What stands outside brackets and quotation marks, what in brackets behind it (which may stay open), and what in either between words.
fn brackets(text: &str) -> (String, Vec<String>, Vec<String>) {
    let (mut outside, mut inside): (String, Vec<(String, bool, bool)>) = (String::new(), Vec::new());
    let mut open: Option<char> = None;
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let opens_word = before == ' ' && rest.peek().is_some_and(|n| n.is_alphanumeric());
        let ends_word = rest.peek().is_none_or(|n| !n.is_alphanumeric());
        match (c, open) {
            ('(' | '[', None) => open = Some(c),
            ('"' | '“' | '„', None) if opens_word => open = Some('"'),
            ('\'' | '‘', None) if opens_word && closes(&rest) => open = Some('\''),
            (')' | ']', Some('(' | '[')) | ('"' | '”' | '“', Some('"')) => open = None,
            ('\'' | '’', Some('\'')) if ends_word => open = None,
            (_, Some(mark)) => {
                if matches!(before, '(' | '[' | '"' | '“' | '„' | '\'' | '‘') && !inside.last().is_some_and(|i| i.1) {
                    inside.push((String::new(), true, matches!(mark, '"' | '\'')));
                }
                if let Some(last) = inside.last_mut() {
                    last.0.push(c);
                }
            }
            (_, None) => {
                inside.iter_mut().for_each(|i| i.1 = false);
                outside.push(c);
            }
        }
        before = c;
    }
    if letters(&outside).is_empty() || inside.is_empty() {
        return (text.to_owned(), Vec::new(), Vec::new());
    }
    // What nothing follows stands behind the name, and in quotation marks is a part of it.
    let last = inside.len() - 1;
    let (mut beside, mut within) = (Vec::new(), Vec::new());
    for (i, (words, behind, quoted)) in inside.into_iter().enumerate() {
        let words = words.trim().to_owned();
        match (i == last && behind, quoted) {
            (true, true) => outside = format!("{} {words}", outside.trim_end()),
            (true, false) => beside.push(words),
            (false, _) => within.push(words),
        }
    }
    (outside, beside, within)
}

/// Whether a single quotation mark that opens is closed: "'The Pilot' Lund", and not "the '90s".
fn closes(rest: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let mut rest = rest.clone();
    while let Some(c) = rest.next() {
        if matches!(c, '\'' | '’') && rest.peek().is_none_or(|n| *n == ' ') {
            return rest.peek().is_some();
        }
    }
    false
}

/// The parts between commas; what stands behind a comma and belongs to the name ("Inc.", "Jr.") with it, an age left out.
fn pieces(text: &str) -> Vec<Vec<Word>> {
    let mut all: Vec<Vec<Word>> = Vec::new();
    for piece in text.split([',', ';', '/']) {
        let words: Vec<Word> = piece.split_whitespace().filter_map(Word::of).filter(|w| !w.low.is_empty()).collect();
        if words.is_empty() || words.iter().all(|w| w.low.bytes().all(|b| b.is_ascii_digit())) && !all.is_empty() {
            continue;
        }
        let whole = piece.trim();
        let belongs = is_legal_form(whole) || words.len() == 1 && List::NameSuffixes.has(whole);
        match all.last_mut() {
            Some(last) if belongs => last.extend(words),
            _ => all.push(words),
        }
    }
    all.iter_mut().for_each(|words| mark_form(words));
    all
}

/// A legal form of so many words is looked for.
const LONGEST_FORM: usize = 4;

/// Takes a legal form behind a name for a part of it, also where it is written small: "Velmar plc".
fn mark_form(words: &mut [Word]) {
    let count = words.len();
    let is_form = |n: &usize| is_legal_form(&words[count - n..].iter().map(|w| w.raw.as_str()).collect::<String>());
    let Some(n) = (1..=LONGEST_FORM.min(count.saturating_sub(1))).rev().find(is_form) else { return };
    if words[count - n - 1].is_capital {
        words[count - n..].iter_mut().for_each(|w| (w.is_capital, w.is_form) = (true, true));
    }
}

/// Without what opens a noun phrase or a phrase with a preposition: "in the", "his late".
fn opened(words: &[Word]) -> Vec<Word> {
    let opens =
        |w: &Word| w.is(List::Prepositions) || w.is(List::The) || w.is(List::An) || w.is(List::His) || !w.is_capital && w.is(List::Within);
    let from = words.iter().take_while(|w| opens(w)).count();
    // "Under Armour" would be a name; of a phrase of nothing else the last word stays.
    words[from.min(words.len().saturating_sub(1))..].to_vec()
}

/// "Lund, Ada": the name in its usual order, where two parts are a family name and given names.
fn turned(family: &[Word], given: &[Word]) -> Option<String> {
    let are_names = |p: &[Word]| p.iter().all(|w| w.is_capital || w.is(List::NameParticles)) && p.len() <= 5;
    let is_place = |p: &[Word]| lexis::is_known_place(&letters(&p.iter().map(|w| w.raw.as_str()).collect::<String>()));
    let is_other = |w: &Word| is_body_word(&w.low) || w.is(List::States) || lexis::is_kind_of_person(&w.low) || w.is_owner;
    let both = || family.iter().chain(given);
    if !are_names(family) || !are_names(given) || both().any(is_other) || is_place(given) || is_place(family) {
        return None;
    }
    let low: Vec<String> = given.iter().map(|w| w.low.clone()).collect();
    let is_given =
        lexis::opens_with_given_name(&[low.first()?.clone(), String::new()]) || low.iter().any(|w| w.trim_end_matches('.').len() == 1);
    let is_shouted =
        !family.iter().any(|w| w.raw.chars().any(char::is_lowercase)) && given.iter().any(|w| w.raw.chars().any(char::is_lowercase));
    (is_given || is_shouted).then(|| format!("{} {}", joined(given), joined(family)))
}

fn joined(words: &[Word]) -> String {
    let mut out = String::new();
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        out.push_str(&word.raw);
        // "Sam's Store", but "Velmar" of "Velmar's".
        if word.is_owner && i + 1 < words.len() {
            out.push_str("'s");
        }
    }
    out
}

impl Part {
    fn of(words: &[Word]) -> Self {
        let cut = cut(words);
        let (core, behind) = words.split_at(cut);
        let core = freed(core);
        let Some(last) = core.last() else { return Self::Nothing };
        let from = run(core);
        let known = |w: &Word| lexis::is_noun(&w.low) || lexis::is_of_people(&w.low);
        // A text without capitals: a name, unless it ends in a noun.
        let small = !words.iter().any(|w| w.is_capital) && !known(last);
        let from = if small { 0 } else { from };
        let run = &core[from..];
        if run.is_empty() || is_call(run, core) {
            return Self::called(core, behind);
        }
        let title = run[..run.len() - 1].iter().rposition(|w| lexis::is_before_names(&w.low) && !w.is_owner);
        let title = title.filter(|&t| t + 1 < run.len() && !run[t + 1..].iter().any(|w| is_body_word(&w.low)));
        let named = title.map_or(0, |t| t + 1);
        let before = &core[..from + named];
        let is_titled = title.is_some() && are_person_like(&words_of(&run[named..]));
        let call = Some(before).filter(|b| b.last().is_some_and(|w| lexis::is_kind_of_person(&w.low) || known(w) && !w.is_capital));
        let call = call.map(|b| Call::of(b, behind)).filter(|c| !c.head.is_empty());
        let is_person = is_titled || call.as_ref().is_some_and(|c| c.is_of_people);
        Self::Name { name: run[named..].to_vec(), calls: call.into_iter().collect(), is_person }
    }

    fn called(core: &[Word], behind: &[Word]) -> Self {
        let call = Call::of(core, behind);
        let several = core.last().is_some_and(|w| lexis::is_plural(&w.low));
        Self::Called(call, several)
    }
}

fn words_of(words: &[Word]) -> Vec<String> {
    words.iter().map(|w| w.low.clone()).collect()
}

/// Where what stands behind the noun begins: at a preposition or a relative pronoun. "Gulf of Osk" and "Agency for Coasts" go on.
fn cut(words: &[Word]) -> usize {
    // "Quill of Osk, Inc." is a name; "the head of Quill, Inc." is none.
    let has_form = words.last().is_some_and(|w| w.is_form);
    let goes_on = |i: usize| {
        let (before, word) = (&words[i - 1], &words[i]);
        let next = words[i + 1..].iter().find(|w| !w.is(List::The));
        let small = matches!(&*word.low, "of" | "for" | "and" | "&" | "de" | "on");
        let is_body = has_form && words[..i].iter().all(|w| w.is_capital)
            || is_body_word(&before.low)
            || List::Places.has(&before.raw)
            || List::Organisations.has(&before.raw)
            || List::Institutions.has(&before.raw);
        small && before.is_capital && is_body && next.is_some_and(|n| n.is_capital) && !lexis::is_post(&before.low)
    };
    let ends = |i: usize| {
        let word = &words[i];
        let is_small = !word.is_capital || word.low.len() <= 3;
        is_small
            && (word.is(List::Prepositions) || word.is(List::Who) || word.low == "that")
            && !word.is(List::PersonParticles)
            && !goes_on(i)
    };
    (1..words.len()).find(|&i| ends(i)).unwrap_or(words.len())
}

/// Without the owner before a name, where that is a place or told with "the": "Osk's Harbour Station".
fn freed(core: &[Word]) -> &[Word] {
    let Some(at) = core.iter().rposition(|w| w.is_owner).filter(|&at| at + 1 < core.len()) else { return core };
    let rest = &core[at + 1..];
    let is_name = rest.iter().all(|w| w.is_capital);
    let owner: String = core[..=at].iter().map(|w| w.raw.as_str()).collect();
    if is_name && (lexis::is_known_place(&letters(&owner)) || rest.len() > 1 && at > 0 && core[0].is(List::The)) { rest } else { core }
}

/// Where the last run of words of a name begins.
fn run(core: &[Word]) -> usize {
    let mut from = core.len();
    while from > 0 {
        let word = &core[from - 1];
        let links = from < core.len() && from > 1 && core[from - 2].is_capital && links(word);
        let opens = from < core.len() && word.is(List::PersonParticles);
        if !(word.is_capital || links || opens) || from < core.len() && from == core.len() && word.is_owner {
            break;
        }
        from -= 1;
    }
    from
}

fn links(word: &Word) -> bool {
    word.is(List::NameParticles) || word.is(List::And) || matches!(&*word.low, "&" | "the" | "for" | "on")
}

/// Whether a run of capitalised words only says what somebody is: "Prime Minister", "Velmar CEO", "Suspect".
fn is_call(run: &[Word], core: &[Word]) -> bool {
    let Some(last) = run.last() else { return true };
    if last.is_owner && run.len() < core.len() {
        return false;
    }
    match run {
        [_] => lexis::is_capitalised_kind(&last.low) || lexis::is_common_body(&last.low),
        // "Adam Driver" opens with a given name; "Osk Foundation Trustee" names no body.
        [.., before, _] => {
            let is_member = List::Institutions.has(&before.raw) || List::Organisations.has(&before.raw);
            let is_kind =
                lexis::is_capitalised_kind(&last.low) || is_member && lexis::is_of_people(&last.low) && !lexis::is_plural(&last.low);
            is_kind && !lexis::opens_with_given_name(&words_of(run))
        }
        [] => true,
    }
}

impl Call {
    fn of(core: &[Word], behind: &[Word]) -> Self {
        let former = |w: &&Word| w.is(List::FormerOffice) || w.low.starts_with("then") || w.low.starts_with("ex-");
        let is_former = core.iter().any(|w| former(&w));
        let says = |w: &&Word| !former(w) && !w.is(List::OfficeModifiers) && !w.is(List::Honorifics) && !w.is(List::Ours);
        let core: Vec<&Word> = core.iter().filter(|w| says(w) || lexis::office(&w.low).is_some()).collect();
        let low: Vec<&str> = core.iter().map(|w| &*w.low).collect();
        // The longest tail that is an office: "chief executive officer".
        let tail = (0..low.len()).find_map(|i| Some((i, lexis::office(&low[i..].join(" "))?)));
        // "secretary of state": the office goes on behind the preposition.
        let whole = || {
            let upto = behind.iter().take(4).map(|w| &*w.low).collect::<Vec<_>>();
            (1..=upto.len()).rev().find_map(|n| {
                let tail = upto[..n].join(" ");
                (0..low.len()).find_map(|i| Some((i, n, lexis::office(&format!("{} {tail}", low[i..].join(" ")))?)))
            })
        };
        // "The secretary of state pick", "nominee for mayor": of which office.
        let sought = || {
            let last = low.last().filter(|w| List::Nominees.has(w))?;
            let all: Vec<&str> = low[..low.len() - 1].iter().copied().chain(behind.iter().map(|w| &*w.low)).collect();
            let office = (0..all.len())
                .find_map(|i| (i + 1..=all.len().min(i + LONGEST_OFFICE)).rev().find_map(|j| lexis::office(&all[i..j].join(" "))))?;
            Some((low.len() - 1, behind.len(), format!("{office} {last}")))
        };
        let (at, taken, head) = match sought().or_else(|| whole().map(|(i, n, office)| (i, n, office.to_owned()))) {
            Some(found) => found,
            None => match tail {
                Some((i, office)) => (i, 0, office.to_owned()),
                None => (low.len().saturating_sub(1), 0, low.last().map_or(String::new(), |w| lexis::singular(&letters(w)))),
            },
        };
        let last = core.last().map_or("", |w| &*w.low);
        let is_post = tail.is_some() || taken > 0 || lexis::is_post(last);
        let is_of_people = is_post || lexis::is_of_people(last) && !List::Firms.has(last);
        let behind = &behind[taken..];
        // "of France", "in Osk": up to what hangs on that again.
        let hangs = behind.iter().skip(1).position(|w| !w.is_capital && w.is(List::Who)).map_or(behind.len(), |p| p + 1);
        let behind = &behind[..hangs];
        let of_words = || core[..at.min(core.len())].iter().copied().chain(behind);
        let names = content(of_words().filter(|w| w.is_capital && !w.low.starts_with(|c: char| c.is_ascii_digit())).map(|w| &*w.low), true);
        let has_name = of_words().any(|w| w.is_capital && !lexis::is_small(&w.low));
        let mut of = content(of_words().map(|w| &*w.low), true);
        of.sort_unstable();
        of.dedup();
        Self { head, is_post, is_of_people, of, has_name, names, is_former, is_definite: false }
    }
}

/// The words of a name, folded, without titles.
pub(super) fn name_words(name: &str) -> Vec<String> {
    words(name)
}
