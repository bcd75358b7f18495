//! Names: persons, organisations and places, with the offices and countries that stand with them.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::gazetteer::{self, Known};
use super::lexicon::{Class, Word};
use super::offices;
use crate::claim::EntityKind;
use crate::normalize::is_of_money;
use crate::text::{Token, TokenKind, opens_quote};
use crate::words::List;

/// A stretch of tokens that names somebody or something, before it is known who it is.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    /// All its tokens, country, office and name.
    pub(super) tokens: Range<usize>,
    /// The tokens of the proper name.
    pub(super) name: Option<Range<usize>>,
    /// The office, in its plainest words.
    pub(super) office: Option<Arc<str>>,
    /// The words that the office is given in, folded.
    pub(super) title: Option<String>,
    /// The country or body that the office or the name belongs to.
    pub(super) of: Option<Arc<str>>,
    /// What it seems to be.
    pub(super) kind: EntityKind,
    /// Set where the name is a known place.
    pub(super) place: Option<&'static Known>,
    /// Somebody's counterpart: the office is that of the other.
    pub(super) counterpart: bool,
}

/// What one sentence's tokens are read with.
pub(super) struct View<'a> {
    /// The article's text.
    pub(super) text: &'a str,
    /// All its tokens.
    pub(super) tokens: &'a [Token],
    /// What the lexicon says of each.
    pub(super) words: &'a [Word],
    /// Whether a token's word is also written in lower case somewhere in the article.
    pub(super) plain: &'a [bool],
    /// The words that the article writes with a capital inside a sentence.
    pub(super) names: &'a FxHashSet<&'a str>,
}

impl View<'_> {
    pub(super) fn str(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.text(self.text))
    }

    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.words.get(i).is_some_and(|w| w.class.is(class))
    }

    pub(super) fn opens_quote(&self, i: usize) -> bool {
        opens_quote(self.text, self.tokens, i)
    }

    fn is_clitic_s(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Clitic) && self.str(i) == "'s"
            || (self.str(i) == "'" && self.str(i - 1).ends_with('s'))
    }

    fn capital(&self, i: usize, sentence: &Range<usize>) -> bool {
        let Some(token) = self.tokens.get(i).filter(|_| sentence.contains(&i)) else { return false };
        if token.kind != TokenKind::Word || !self.words[i].capital {
            return false;
        }
        // "$160MM": letters that belong to a figure.
        let figure = i
            .checked_sub(1)
            .and_then(|b| self.tokens.get(b))
            .is_some_and(|b| b.kind == TokenKind::Number && b.span.end == token.span.start);
        // "C$5": letters that tell whose dollar it is.
        let dollar = self.str(i + 1) == "$" && token.text(self.text).len() <= 3 && {
            let joined =
                |a: usize| matches!((self.tokens.get(a), self.tokens.get(a + 1)), (Some(x), Some(y)) if x.span.end == y.span.start);
            joined(i) && joined(i + 1) && self.tokens.get(i + 2).is_some_and(|t| t.kind == TokenKind::Number)
        };
        // "Rs 450 Cr": letters around a figure. "Feb 3": short for a month, while "Jan" and "Mar" without a number may be people.
        let number = |j: usize| self.tokens.get(j).is_some_and(|t| t.kind == TokenKind::Number);
        let month = || is_short_month(self.str(i)) && (number(i + 1) || number(i.wrapping_sub(1)));
        if figure || dollar || month() || is_of_money(self.text, self.tokens, i) {
            return false;
        }
        let opens = i == sentence.start || self.opens_quote(i - 1) || matches!(self.str(i - 1), "—" | ":" | "(" | "-" | "–");
        let word = &self.words[i];
        let known = word.class != Class::default() || word.verb.is_some() || word.noun.is_some();
        let after_name = i > sentence.start && self.words[i - 1].capital && !self.words[i - 1].class.is(Class::COMMON);
        if word.class.is(Class::COMMON) && (opens || !after_name || is_calendar(token.text(self.text)) || token.text(self.text) == "I") {
            return false;
        }
        let particle = List::PersonParticles.has(self.str(i + 1)) && (i + 2..i + 4).any(|j| self.words.get(j).is_some_and(|w| w.capital));
        let alone = opens && !particle && !self.words.get(i + 1).is_some_and(|w| w.capital) && !matches!(self.str(i + 1), "'s" | "-");
        // "Brandt, the head of …": what stands behind the comma says who it is.
        let alone = alone && !(self.str(i + 1) == "," && matches!(self.str(i + 2), "the" | "a" | "an" | "who" | "whose"));
        (word.named || !(opens && (known || self.plain[i]))) && (!alone || self.names.contains(self.str(i)))
    }

    /// The chunks of a sentence, left to right, not overlapping.
    pub(super) fn chunks(&self, sentence: &Range<usize>, out: &mut Vec<Chunk>) {
        let mut at = sentence.start;
        while at < sentence.end {
            match self.chunk(at, sentence) {
                Some(chunk) => {
                    at = chunk.tokens.end;
                    out.push(chunk);
                }
                None => at += 1,
            }
        }
    }

    /// The name, office or place that begins at `start`.
    fn chunk(&self, start: usize, sentence: &Range<usize>) -> Option<Chunk> {
        let word = &self.words[start];
        if let Some(chunk) = self.with_particle(start, sentence) {
            return Some(chunk);
        }
        // "Journalist Ada Okafor", "Driver Ada Okafor": what opens the sentence is what she is.
        if start == sentence.start
            && self.words.get(start + 1).is_some_and(|w| w.capital)
            && !self.names.contains(self.str(start))
            && self.is_of_a_person(start, sentence)
            && offices::at(self.text, self.tokens, start).is_none()
        {
            return None;
        }
        // "IV Corps" is a name, "Jr." alone is none.
        if List::NameSuffixes.has(self.str(start)) && !self.capital(start + 1, sentence) {
            return None;
        }
        if !(word.capital
            || word.class.is(Class::MODIFIER.or(Class::HIS).or(Class::HONORIFIC))
            || offices::at(self.text, self.tokens, start).is_some())
        {
            return None;
        }
        let mut at = start;
        let known = gazetteer::at(self.text, self.tokens, at).filter(|_| word.capital);
        let mut of = None;
        if let Some((len, place)) = known {
            of = Some(place.name.clone());
            at += len;
        }
        let possessive = known.is_some() && self.is_clitic_s(at);
        at += usize::from(possessive);
        let his = known.is_none() && self.is(at, Class::HIS);
        if his {
            at += 1;
            if let Some((len, place)) = gazetteer::at(self.text, self.tokens, at) {
                of = Some(place.name.clone());
                at += len;
            }
        }
        let before_modifiers = at;
        while at < sentence.end && offices::at(self.text, self.tokens, at).is_none() && self.is_modifier(at, sentence) {
            at += 1;
        }
        if let Some((len, place)) = gazetteer::at(self.text, self.tokens, at).filter(|_| at > before_modifiers && of.is_none()) {
            of = Some(place.name.clone());
            at += len;
        }
        if let Some(chunk) = self.with_office(start, at, of.clone(), sentence) {
            return Some(chunk);
        }
        if let Some(chunk) = self.with_field(start, at, of.clone(), sentence) {
            return Some(chunk);
        }
        if his || (possessive && !self.capital(at, sentence)) {
            return known.map(|(len, place)| place_chunk(start..start + len, place)).filter(|_| !his);
        }
        self.without_office(start, known, sentence)
    }

    /// A post named by its field: "Energy Minister Ada Okafor". The field belongs to the office.
    fn with_field(&self, start: usize, at: usize, of: Option<Arc<str>>, sentence: &Range<usize>) -> Option<Chunk> {
        let ends = (at + 1..at + 3).find(|i| offices::at(self.text, self.tokens, *i).is_some())?;
        let capitals = (at..=ends).all(|i| sentence.contains(&i) && self.words[i].capital && self.tokens[i].kind == TokenKind::Word);
        if !capitals || gazetteer::at(self.text, self.tokens, at).is_some() {
            return None;
        }
        let mut chunk = self.with_office(start, ends, of, sentence).filter(|c| c.name.is_some())?;
        let field: Vec<String> = (at..ends).map(|i| self.str(i).to_lowercase()).collect();
        chunk.office = chunk.office.map(|office| format!("{} {office}", field.join(" ")).into());
        Some(chunk)
    }

    fn is_modifier(&self, at: usize, sentence: &Range<usize>) -> bool {
        let text = self.str(at);
        self.is(at, Class::MODIFIER) || (text == "-" && at > sentence.start) || List::Bodies.has(text)
    }

    /// An office, with or without a name: "[country] [modifiers] office [of country] [,] [name]".
    fn with_office(&self, start: usize, at: usize, of: Option<Arc<str>>, sentence: &Range<usize>) -> Option<Chunk> {
        let counterpart = matches!(self.str(at), "counterpart" | "colleague" | "Counterpart");
        let (len, office) = if counterpart { (1, "") } else { offices::at(self.text, self.tokens, at)? };
        let mut end = at + len;
        // Two offices of one person: "head of state and party leader".
        if self.is(end, Class::AND)
            && let Some((more, _)) = offices::at(self.text, self.tokens, end + 1).filter(|_| self.name_end(end + 1, sentence).is_none())
        {
            end += 1 + more;
        }
        let mut of = of;
        if of.is_none() {
            (of, end) = self.of_country(end).unwrap_or((None, end));
        }
        let comma = self.str(end) == ",";
        // "Her counterpart is Ada Okafor."
        let copula = counterpart && matches!(self.str(end), "is" | "was") && self.words.get(end + 1).is_some_and(|w| w.capital);
        let from = end + usize::from(comma || copula);
        let from = from + usize::from(self.is(from, Class::HONORIFIC));
        let named = gazetteer::at(self.text, self.tokens, from).is_none().then(|| self.name_end(from, sentence)).flatten();
        let named = named.filter(|to| !comma || (to - from >= 2 && matches!(self.str(*to), "," | ".")));
        // "General Assembly", "General Motors": a name that tells another kind has no office before it.
        if named.is_some_and(|to| self.tells_kind(from..to)) {
            return None;
        }
        let plural = self.str(end - 1).ends_with('s') && !self.str(end - 1).ends_with("ss");
        if named.is_none()
            && (plural || (self.capital(start, sentence) && !office_case(self.str(at)) && of.is_none() && start != sentence.start))
        {
            return None;
        }
        let name = named.map(|to| from..to);
        let mut end = named.unwrap_or(end);
        if of.is_none() && name.is_some() {
            (of, end) = self.of_country(end).unwrap_or((None, end));
        }
        let former = (start..at).any(|i| List::FormerOffice.has(self.str(i)));
        let office: Option<Arc<str>> = if counterpart {
            None
        } else if former {
            Some(format!("former {office}").into())
        } else {
            Some(office.into())
        };
        let title = office.is_some().then(|| (at..at + len).map(|i| self.str(i).to_lowercase()).collect::<Vec<_>>().join(" "));
        Some(Chunk { tokens: start..end, name, office, title, of, kind: EntityKind::Person, place: None, counterpart })
    }

    /// "of China", "of the United States" behind an office or a name.
    fn of_country(&self, at: usize) -> Option<(Option<Arc<str>>, usize)> {
        if self.str(at) != "of" {
            return None;
        }
        let from = at + 1 + usize::from(self.str(at + 1) == "the");
        let (len, known) = gazetteer::at(self.text, self.tokens, from).filter(|(_, k)| !k.adjective)?;
        Some((Some(known.name.clone()), from + len))
    }

    fn without_office(&self, start: usize, known: Option<(usize, &'static Known)>, sentence: &Range<usize>) -> Option<Chunk> {
        let honorific = self.is(start, Class::HONORIFIC);
        let from = start + usize::from(honorific);
        let end = if known.is_some() && !self.capital(start, sentence) { None } else { self.name_end(from, sentence) };
        if let Some((len, place)) = known {
            // "Boston Herald", "Harbour City Rovers": a town opens the name of something else. A country does so only where the
            // rest tells what it is.
            let longer = end.is_some_and(|e| e > start + len && (self.tells_kind(start..e) || !(place.country || place.adjective)));
            if !longer {
                return Some(place_chunk(start..start + len, place)).filter(|c| c.kind == EntityKind::Place);
            }
        }
        let end = end?;
        let mut kind = self.kind_of(from..end);
        if honorific {
            kind = EntityKind::Person;
        }
        Some(Chunk {
            tokens: start..end,
            name: Some(from..end),
            office: None,
            title: None,
            of: known.map(|k| k.1.name.clone()),
            kind,
            place: None,
            counterpart: false,
        })
    }

    /// Whether a noun is what the person named behind it is: one that is hardly a name, or one for persons before two names of somebody.
    fn is_of_a_person(&self, at: usize, sentence: &Range<usize>) -> bool {
        let noun = self.str(at).to_lowercase();
        let named = || self.name_end(at + 1, sentence).is_some_and(|end| end >= at + 3 && !self.tells_kind(at..end));
        List::Occupations.has(&noun) || super::people::is_person_noun(&noun) && named()
    }

    /// The end of the run of capitals that begins at `from`, particles inside included.
    fn name_end(&self, from: usize, sentence: &Range<usize>) -> Option<usize> {
        if !self.capital(from, sentence) || offices::at(self.text, self.tokens, from).is_some_and(|_| !self.capital(from + 1, sentence)) {
            return None;
        }
        let mut end = from + 1;
        loop {
            if self.capital(end, sentence) && !self.breaks_name(end) {
                end += 1;
            } else if self.is_article(end)
                || (matches!((self.str(end), self.str(end + 1)), ("van" | "von", "der" | "den" | "de") | ("de", "la" | "las" | "los"))
                    && self.capital(end + 2, sentence))
            {
                end += 3;
            } else if self.goes_on(end, sentence) {
                end += 2;
            } else {
                return Some(end);
            }
        }
    }

    /// "al-Hadi", "el-Amin": the Arabic article in Latin letters, before a capital.
    fn is_article(&self, at: usize) -> bool {
        List::ArabicArticles.has(self.str(at))
            && self.str(at + 1) == "-"
            && self.joined(at + 1)
            && self.words.get(at + 2).is_some_and(|w| w.capital)
    }

    /// A surname alone that opens with its particle in small letters: "el-Amin", "van der Hoek".
    fn with_particle(&self, start: usize, sentence: &Range<usize>) -> Option<Chunk> {
        let two = matches!(
            (self.str(start), self.str(start + 1)),
            ("van", "der" | "den" | "de") | ("von", "der" | "dem") | ("de", "la" | "las" | "los")
        );
        let from = start + if two || self.is_article(start) { 2 } else { return None };
        let capital = |i: usize| sentence.contains(&i) && self.words[i].capital && self.tokens[i].kind == TokenKind::Word;
        let inside = start > sentence.start && capital(start - 1);
        if inside || !capital(from) {
            return None;
        }
        let end = self.name_end(from, sentence).unwrap_or(from + 1);
        let kind = self.kind_of(start..end);
        Some(Chunk {
            tokens: start..end,
            name: Some(start..end),
            office: None,
            title: None,
            of: None,
            kind,
            place: None,
            counterpart: false,
        })
    }

    /// Whether a name goes on behind the hyphen or the small word at `at`: "Min-jae", "de la", "Bank of Porto", "Group of 20".
    fn goes_on(&self, at: usize, sentence: &Range<usize>) -> bool {
        let kind = |i: usize| self.tokens.get(i).map(|t| t.kind);
        let before = self.str(at - 1);
        match self.str(at) {
            "-" if self.joined(at) => {
                let capital = kind(at + 1) == Some(TokenKind::Word) && self.words[at + 1].capital;
                capital || (self.str(at + 1).len() <= 6 && before.len() <= 7 && self.given_name_hyphen(at))
            }
            "of" if before == "Group" && kind(at + 1) == Some(TokenKind::Number) => true,
            "of" => self.capital(at + 1, sentence) && List::Institutions.has(before),
            particle => List::NameParticles.has(particle) && self.capital(at + 1, sentence),
        }
    }

    /// "Min-jae": a hyphen inside a given name, with a small letter behind it, and more of the name before it.
    fn given_name_hyphen(&self, hyphen: usize) -> bool {
        hyphen >= 2 && self.words[hyphen - 1].capital && self.words[hyphen - 2].capital && !self.is(hyphen + 1, Class::BE)
    }

    fn joined(&self, hyphen: usize) -> bool {
        hyphen > 0
            && self.tokens.get(hyphen + 1).is_some_and(|next| {
                self.tokens[hyphen - 1].span.end == self.tokens[hyphen].span.start && next.span.start == self.tokens[hyphen].span.end
            })
    }

    /// A title or a country inside a run begins another name.
    fn breaks_name(&self, at: usize) -> bool {
        offices::at(self.text, self.tokens, at).is_some()
    }

    fn tells_kind(&self, range: Range<usize>) -> bool {
        self.kind_of(range) != EntityKind::Other
    }

    fn kind_of(&self, range: Range<usize>) -> EntityKind {
        let any = |list: List| range.clone().any(|i| list.has(self.str(i)));
        let last = self.str(range.end - 1);
        let building = last == "House" && range.len() > 1 && List::Houses.has(self.str(range.end - 2));
        if building || List::Places.has(last) {
            EntityKind::Place
        } else if List::NamedThings.has(last) {
            EntityKind::Other
        } else if any(List::Organisations) || any(List::Seats) {
            EntityKind::Organisation
        } else if any(List::Places) {
            EntityKind::Place
        } else {
            EntityKind::Other
        }
    }
}

/// Whether a word is of the calendar: no name of a person ends in one without being a date.
fn is_calendar(word: &str) -> bool {
    [List::Months, List::ShortMonths, List::Weekdays].iter().any(|list| list.has(word))
}

/// Whether a word is a month cut short without a full stop.
fn is_short_month(word: &str) -> bool {
    List::ShortMonths.all().any(|(month, _)| month.strip_suffix('.') == Some(word))
}

fn office_case(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

fn place_chunk(tokens: Range<usize>, known: &'static Known) -> Chunk {
    let kind = if known.adjective { EntityKind::Other } else { EntityKind::Place };
    Chunk { name: Some(tokens.clone()), tokens, office: None, title: None, of: None, kind, place: Some(known), counterpart: false }
}
