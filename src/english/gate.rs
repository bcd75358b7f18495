//! Whether a text is English at all: what is not is left unread, rather than searched for names that are none.

use super::lexicon::{Class, Word};
use crate::text::{Token, TokenKind};
use crate::words::List;

/// Texts of fewer tokens say nothing of their language.
const FEWEST: usize = 6;
/// From so many words on the share of function words is telling.
const MANY: usize = 30;

/// The words that English sentences are held together with.
const FUNCTION: Class = Class::PREP.or(Class::THE).or(Class::AN).or(Class::BE).or(Class::AND).or(Class::TO).or(Class::HAVE);

/// English news has a function word in every two or three words: a text with fewer than one in eight is something else, unless it is
/// short, when one word of the lexicon will do. A text with more function words of other languages is none, however long.
pub(super) fn looks_english(text: &str, tokens: &[Token], words: &[Word]) -> bool {
    if words.len() < FEWEST {
        return true;
    }
    let function = words.iter().filter(|w| w.class.is(FUNCTION)).count();
    let known = |w: &Word| w.class != Class::default() || w.verb.is_some();
    let english: Vec<usize> = (0..words.len()).filter(|i| known(&words[*i])).collect();
    let foreign = (0..words.len()).filter(|i| is_foreign(text, tokens, words, *i)).count();
    let own = english.iter().any(|i| !List::SharedWords.has(tokens[*i].text(text).to_ascii_lowercase().as_str()));
    let outweighed = foreign > english.len() || (foreign > 0 && !own);
    // Marks and numbers are of no language: a page of quotations or a table has many.
    let lettered = tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
    !outweighed && (function * 8 >= lettered || (lettered < MANY && own) || (words.len() < MANY && !english.is_empty()))
}

/// Whether a text has no function word of another language: a list of prices, a headline. What it means is not read, but its numbers
/// and dates are as they would be in English.
pub(super) fn has_values(text: &str, tokens: &[Token], words: &[Word]) -> bool {
    text.chars().all(|l| l.is_ascii() || !l.is_alphabetic()) && !(0..words.len()).any(|i| is_foreign(text, tokens, words, i))
}

/// A function word of another language, in small letters and not within a name such as "Pico de la Luna".
fn is_foreign(text: &str, tokens: &[Token], words: &[Word], at: usize) -> bool {
    let capital = |i: usize| words.get(i).is_some_and(|w| w.capital);
    let word = tokens[at].text(text);
    let before = at.checked_sub(1).map_or("", |i| tokens[i].text(text));
    let particle = List::ForeignParticles.has(word) || (matches!(word, "der" | "den") && matches!(before, "van" | "von"));
    let in_name = particle && (capital(at.wrapping_sub(1)) || capital(at.wrapping_sub(2))) && (capital(at + 1) || capital(at + 2));
    !words[at].capital && !in_name && List::ForeignWords.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(text: &str) -> bool {
        let tokens = crate::text::tokens(text);
        looks_english(text, &tokens, &super::super::discourse::words(text, &tokens))
    }

    #[test]
    fn english_is_read() {
        for text in [
            "Hedda Lunde met Tomas Arvelo in Bergen.",
            "Earthquake kills 12 in Pico de la Luna, police say",
            "Joris van der Meulen met Paula de Sousa Lima.",
            "A fire in the Banco de la Luna killed 12 people at 9 am.",
            "Fire kills 12",
            "Ada Okafor met Ivar Brandt in Kelmar. “We didn’t agree, sadly,” Brandt said. “Quite, quite, quite wrong,” Okafor said.",
            "A bus crash on Monday killed 18 people.\n\n| | Killed | Injured |\n|---|---|---|\n| Passengers | 16 | 40 |\n| Total | 18 | 43 |",
        ] {
            assert!(reads(text), "{text}");
        }
    }

    #[test]
    fn other_languages_are_not() {
        for text in [
            "Bei einem Brand in Porto sind am Montag zwölf Menschen gestorben.",
            "Hedda Lunde reiste am Montag nach Porto und sprach mit Tomas Arvelo.",
            "Un incendie a fait douze morts lundi dans une usine de Porto.",
            "Les pompiers ont éteint le feu dans la nuit, selon la mairie.",
            "Un incendio en la fábrica causó doce muertos el lunes.",
            "Bij een brand in de haven van Porto zijn twaalf mensen omgekomen.",
            "Waldbrand: Feuerwehr Porto löscht seit Stunden.",
        ] {
            assert!(!reads(text), "{text}");
        }
    }
}
