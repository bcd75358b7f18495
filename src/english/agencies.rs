//! The news agency that a text credits for itself.

use super::datelines;
use super::names::View;
use crate::corpus;
use crate::text::Sentence;

/// Sentences from either end in which a text says whose copy it is.
const ENDS: usize = 4;
/// Words that open a line about who wrote the text. What stands behind them is the agency, or has it among reporters and towns.
const REPORTERS: &[&str] = &["reporting by", "report by", "reported by", "writing by"];
/// The same, where nothing but the agency stands behind them.
const SOURCES: &[&str] = &["by", "from", "source:", "sources:", "text by", "text:", "story by", "copyright", "©"];

/// The agency that the text itself credits: on a line of its own near its end ("Reuters", "Source: AFP", "(Reporting by Reuters)"), or
/// in brackets in its dateline. None where a line credits two.
pub(super) fn agency(view: &View<'_>, sentences: &[Sentence]) -> Option<String> {
    let tail = sentences.iter().rev().take(ENDS).find_map(|s| credited(s.span.of(view.text)));
    let head = || sentences.iter().take(ENDS).enumerate().find_map(|(at, sentence)| of_dateline(view, sentence, at == 0));
    tail.or_else(head).map(str::to_owned)
}

/// Whom a line credits that says nothing else.
fn credited(line: &str) -> Option<&'static str> {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    if line.len() > 200 {
        return None;
    }
    let behind = |openings: &[&str]| {
        openings.iter().find_map(|o| line.get(..o.len()).filter(|head| head.eq_ignore_ascii_case(o)).and_then(|_| line.get(o.len()..)))
    };
    if let Some(reporters) = behind(REPORTERS) {
        return only(reporters);
    }
    let alone = behind(SOURCES).map_or(line, |rest| rest.trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || c == ':'));
    corpus::agency(alone)
}

/// The one agency that a line names.
fn only(line: &str) -> Option<&'static str> {
    let (mut at, mut found) = (0, None);
    while let Some(c) = line[at..].chars().next() {
        let opens = line[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        match corpus::agency_ahead(&line[at..]).filter(|_| opens) {
            Some((agency, _)) if found.is_some_and(|other| other != agency) => return None,
            Some((agency, length)) => {
                found = Some(agency);
                at += length;
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// The agency in brackets in a dateline; in the first sentence a place in small letters needs no dash behind it.
fn of_dateline(view: &View<'_>, sentence: &Sentence, first: bool) -> Option<&'static str> {
    let end = datelines::end(view.text, view.tokens, &sentence.tokens);
    let end = end.or_else(|| first.then(|| sentence.tokens.start + 12))?.min(sentence.tokens.end);
    let open = (sentence.tokens.start..end).find(|i| view.str(*i) == "(")?;
    let close = (open + 1..end.min(open + 6)).find(|i| view.str(*i) == ")")?;
    corpus::agency(view.text.get(view.tokens[open].span.end..view.tokens[close].span.start)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_credit_an_agency() {
        for (line, agency) in [
            ("Reuters", Some("Reuters")),
            ("(Reporting by Reuters)", Some("Reuters")),
            ("Reporting by Mara Lind in Oslo for the Associated Press.", Some("AP")),
            ("(Reporting by Mara Lind; editing by Oskar Feld)", None),
            ("(Reporting by AFP and Reuters)", None),
            ("Source: AFP", Some("AFP")),
            ("© 2031 Agence France-Presse", Some("AFP")),
            ("By The Associated Press", Some("AP")),
            ("— AP", Some("AP")),
            ("By Mara Lind", None),
            ("The minister spoke to Reuters.", None),
            ("From PA he went on to Oslo.", None),
        ] {
            assert_eq!(credited(line), agency, "{line}");
        }
    }
}
