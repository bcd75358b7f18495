//! Names that are words: "Clara May met Oskar Feld", "Will Arden said". Behind a given name, or before a surname and its verb, "May" is
//! neither a month nor a modal verb. A word that is part of a name has no other meaning.

use rustc_hash::FxHashSet;

use super::gazetteer;
use super::lexicon::{Class, Form, Word};
use super::offices;
use crate::normalize::TimeSpan;
use crate::text::{Token, TokenKind};
use crate::words::List;

/// Those of the calendar.
const MONTHS: &[&str] = &["April", "August", "June", "March", "May"];

/// Tokens on either side in which prose shows a word in small letters.
const NEAR: usize = 8;

/// What one text's words are looked at with.
struct Names<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [Word],
}

/// Takes every other meaning from the words that are parts of names. O(n).
pub(super) fn settle(text: &str, tokens: &[Token], words: &mut [Word]) {
    let names = Names { text, tokens, words };
    let all: Vec<usize> = (0..tokens.len()).filter(|i| List::WordNames.has(names.str(*i))).collect();
    if all.is_empty() {
        return;
    }
    let last: Vec<usize> = all.iter().copied().filter(|i| names.ends(*i)).collect();
    let surnames: FxHashSet<&str> = last.iter().map(|i| names.str(*i)).collect();
    let part = |i: &usize| last.contains(i) || names.opens(*i) || (surnames.contains(names.str(*i)) && names.stands_alone(*i));
    let found: Vec<usize> = all.iter().copied().filter(part).collect();
    for i in found {
        words[i] = Word { capital: true, named: true, ..Word::default() };
    }
}

/// Takes out the times, from an index on, that were read of the words of names alone.
pub(super) fn drop_times(words: &[Word], from: usize, times: &mut Vec<TimeSpan>) {
    let mut at = 0;
    times.retain(|span| {
        at += 1;
        at <= from || !span.tokens.clone().all(|i| words[i].named)
    });
}

impl<'a> Names<'a> {
    fn str(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.text(self.text))
    }

    fn is(&self, i: usize, class: Class) -> bool {
        self.words.get(i).is_some_and(|w| w.class.is(class))
    }

    fn is_number(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
    }

    fn is_lower(&self, i: usize) -> bool {
        self.str(i).starts_with(char::is_lowercase)
    }

    /// A capital and a small letter, and no meaning but that of a name.
    fn is_name(&self, i: usize) -> bool {
        let cased = self.str(i).starts_with(char::is_uppercase) && self.str(i).chars().nth(1).is_some_and(char::is_lowercase);
        let bare = Word { capital: true, ..Word::default() };
        let place = || gazetteer::at(self.text, self.tokens, i).is_some();
        cased && self.words.get(i) == Some(&bare) && offices::at(self.text, self.tokens, i).is_none() && !place()
    }

    /// Only a blank stands between a token and the next.
    fn is_next(&self, i: usize) -> bool {
        let gap = self.tokens.get(i).zip(self.tokens.get(i + 1)).map_or("", |(a, b)| &self.text[a.span.end..b.span.start]);
        gap == " "
    }

    /// A verb that has a subject: "met", "said", "was", "'s".
    fn is_finite(&self, i: usize) -> bool {
        let past = self.words.get(i).is_some_and(|w| w.verb.is_some_and(|v| matches!(v.1, Form::Past | Form::Participle)));
        let says = self.is(i, Class::SAY) && (self.str(i).ends_with(['d', 's']) || matches!(self.str(i), "told" | "wrote"));
        let helper = matches!(self.str(i), "is" | "was" | "has" | "had" | "did" | "does" | "will" | "would" | "'s");
        self.is_lower(i) && (past || says || self.str(i).ends_with("ed")) || helper
    }

    /// Small letters of more than a preposition near: no headline that capitals are all over.
    fn is_prose(&self, i: usize) -> bool {
        let small = Class::PREP.or(Class::AND).or(Class::THE).or(Class::AN).or(Class::TO);
        let line = |j: usize| self.tokens[j].span.end..self.tokens.get(j + 1).map_or(self.text.len(), |t| t.span.start);
        let goes_on = |j: &usize| *j + 1 < self.tokens.len() && !self.text[line(*j)].contains('\n');
        let behind = (i..i + NEAR).take_while(goes_on).map(|j| j + 1);
        let before = (i.saturating_sub(NEAR)..i).rev().take_while(goes_on);
        behind.chain(before).any(|j| self.is_lower(j) && !self.is(j, small))
    }

    /// "Clara May met", "to Oskar August.": the last part of a name, or its middle.
    fn ends(&self, i: usize) -> bool {
        let given = i > 0 && self.is_next(i - 1) && self.is_name(i - 1);
        let dated = self.is_number(i + 1) || (self.str(i + 1) == "," && self.is_number(i + 2) && self.str(i + 2).len() == 4);
        let goes_on = self.str(i + 1).starts_with(char::is_uppercase);
        // "Harlow Corp. August sales".
        let own =
            !MONTHS.contains(&self.str(i)) || self.is_finite(i + 1) || !self.is_lower(i + 1) || self.is(i + 1, Class::CLOSED.or(Class::TO));
        given && !dated && own && (!goes_on || self.is_name(i + 1)) && self.is_prose(i)
    }

    /// "Will Arden met", "and June Feld said": the first part of a name.
    fn opens(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map_or("", |j| self.str(j));
        let month = MONTHS.contains(&self.str(i));
        let of_time = month && (List::BeforeMonth.has(&before.to_ascii_lowercase()) || self.is_number(i.wrapping_sub(1)));
        let listed = month && (i.saturating_sub(3)..i).any(|j| MONTHS.contains(&self.str(j)) && !self.ends(j));
        let end = i + 1 + usize::from(self.is_name(i + 2) && self.is_next(i + 1));
        // "Will Oskar Feld meet …?" is a question.
        let verb = self.is_finite(end + 1)
            || (self.str(end + 1) == "," && (self.is(end + 2, Class::WHO.or(Class::THE).or(Class::AN)) || self.is_number(end + 2)));
        let object = self.is_lower(i.wrapping_sub(1)) && !self.is(i.wrapping_sub(1), Class::SUBORD) && self.is_closed(end + 1);
        self.is_next(i) && self.is_name(i + 1) && !of_time && !listed && (verb || object) && self.is_prose(i)
    }

    /// A mark that ends a clause, or a small word behind which another phrase begins.
    fn is_closed(&self, i: usize) -> bool {
        matches!(self.str(i), "." | "," | ";" | "") || self.is(i, Class::PREP.or(Class::AND).or(Class::TO))
    }

    /// "May said", "Prime Minister May visited", of somebody whose full name the text gives.
    fn stands_alone(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map_or("", |j| self.str(j)).to_ascii_lowercase();
        self.is_finite(i + 1) && !List::BeforeMonth.has(&before) && !self.is_number(i.wrapping_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::discourse::words;

    fn named(text: &str) -> Vec<&str> {
        let tokens = crate::text::tokens(text);
        let words = words(text, &tokens);
        (0..tokens.len()).filter(|i| words[*i].named).map(|i| tokens[i].text(text)).collect()
    }

    #[test]
    fn parts_of_names() {
        for (text, names) in [
            ("Foreign minister Clara May met Oskar Feld. May said it went well, and may come again.", vec!["May", "May"]),
            ("Oskar Feld met Clara May in Harlow on Monday.", vec!["May"]),
            ("Clara April, 41, and June Feld met Oskar August in May.", vec!["April", "June", "August"]),
            ("Will Arden met Jon Will, who will go.", vec!["Will", "Will"]),
            ("April Lindqvist told Mark Arden to wait.", vec!["April", "Mark"]),
            ("Edward Said wrote books.", vec!["Said"]),
        ] {
            assert_eq!(named(text), names, "{text}");
        }
    }

    #[test]
    fn months_and_verbs() {
        for text in [
            "Feld may meet Lunde in May. On Monday May 5 they spoke.",
            "Will Oskar Feld meet Hedda Lunde? Will Feld meet her?",
            "Feld May Meet Lunde In Harlow",
            "In April Lindqvist met Feld, and in May Feld left.",
            "Norvane April 2031 sales rose.",
            "Between May and June Feld met nobody.",
            "Since August Arden has led the party.",
        ] {
            assert_eq!(named(text), Vec::<&str>::new(), "{text}");
        }
    }
}
