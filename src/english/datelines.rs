//! Datelines: "HARLOW VALE, 12 March 2026 (AP) – A fire tore through …". Where and when the article was sent from is no part of what its
//! first sentence tells.

use std::ops::Range;

use crate::text::{Token, TokenKind};

/// Tokens of the longest dateline: "SAN PEDRO DE ATACAMA, Chile, March 12, 2026 (Associated Press) --".
const LONGEST: usize = 18;

/// Where the sentence goes on behind its dateline, if it opens with one: words in capitals or with one, dates, an agency in brackets, and
/// a dash with blanks around it, or behind an agency. A place in small capitals needs a date or an agency beside it.
pub(super) fn end(text: &str, tokens: &[Token], sentence: &Range<usize>) -> Option<usize> {
    let string = |i: usize| tokens[i].text(text);
    let mut capitals = false;
    let mut told = false;
    for i in sentence.clone().take(LONGEST) {
        let word = string(i);
        let apart = i > sentence.start && tokens[i].span.start > tokens[i - 1].span.end;
        let dash = matches!(word, "–" | "—" | "―" | "-");
        if dash && i > sentence.start && (apart || string(i - 1) == ")") {
            // "--" is two tokens.
            let mut behind = i + 1;
            while behind < sentence.end
                && matches!(string(behind), "-" | "–" | "—")
                && tokens[behind].span.start == tokens[behind - 1].span.end
            {
                behind += 1;
            }
            let goes_on = behind < sentence.end && tokens[behind].span.start > tokens[behind - 1].span.end;
            return (goes_on && (capitals || told)).then_some(behind);
        }
        match tokens[i].kind {
            TokenKind::Word => {
                let letters = word.chars().filter(|c| c.is_alphabetic()).count();
                let upper = word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
                let first = word.chars().next().is_some_and(char::is_uppercase);
                if !first && !matches!(word, "de" | "of" | "and" | "la" | "del") {
                    return None;
                }
                capitals |= i == sentence.start && upper && letters > 2;
            }
            TokenKind::Number => told = true,
            TokenKind::Mark if matches!(word, "," | "." | "(" | ")" | "/" | "-" | "'") => told |= word == "(",
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{sentences, tokens};

    fn behind(text: &str) -> Option<&str> {
        let tokens = tokens(text);
        let first = sentences(text, &tokens).first()?.tokens.clone();
        end(text, &tokens, &first).map(|at| &text[tokens[at].span.start..])
    }

    #[test]
    fn datelines_end_at_their_dash() {
        for text in [
            "HARLOW VALE, 12 March 2026 - A fire broke out.",
            "OSLO (AP) - A fire broke out.",
            "OSLO (AP) — A fire broke out.",
            "QUITO, Ecuador (AP) -- A fire broke out.",
            "LONDON, Feb 10 (Reuters) - A fire broke out.",
            "Harlow (Reuters) – A fire broke out.",
            "OSLO — A fire broke out.",
        ] {
            assert_eq!(behind(text), Some("A fire broke out."), "{text}");
        }
    }

    #[test]
    fn sentences_with_dashes_have_none() {
        for text in [
            "Norvane - the shipbuilder - sold two ferries.",
            "Mara Lind said the ferry - an old one - had sunk.",
            "The UN-backed talks went on.",
            "A fire broke out - in Oslo.",
            "OSLO",
            "",
        ] {
            assert_eq!(behind(text), None, "{text}");
        }
    }
}
