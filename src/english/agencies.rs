//! The news agency that a text credits for itself.

use super::datelines;
use super::names::View;
use crate::corpus::{self, Credit};
use crate::text::{Sentence, TokenKind};

/// Sentences from either end in which a text says whose copy it is.
const ENDS: usize = 4;
/// So many lines behind the story are looked at: what a page adds may stand behind the credit.
const BEHIND: usize = 8;
/// Letters of the shortest name that is an agency's wherever it stands in a dateline; "PA" may be a state.
const CLEAR: usize = 6;

/// The agency that the text itself credits, by its short name: on a line of its own near either end of the story ("Reuters", "Source: AFP",
/// "By Mara Lind, The Associated Press"), or in its dateline. Of a credit that names none, or two, the words.
///
/// `story` are the sentences without what the page adds.
pub(super) fn agency(view: &View<'_>, sentences: &[Sentence], story: &[Sentence]) -> Option<String> {
    let line = |s: &&Sentence| credited(s.span.of(view.text));
    let end = story.len().checked_sub(ENDS).map_or(0, |first| story[first].span.start);
    let from = sentences.partition_point(|s| s.span.start < end).min(sentences.len().saturating_sub(ENDS));
    let behind = story.last().map_or(0, |last| last.span.start);
    let to = (sentences.partition_point(|s| s.span.start <= behind) + BEHIND).min(sentences.len());
    let tail = || sentences[from..].iter().enumerate().filter(|(i, _)| from + i < to || from + i + ENDS >= sentences.len()).map(|s| s.1);
    let head = || sentences.iter().take(ENDS);
    let dateline = || head().enumerate().find_map(|(at, sentence)| of_dateline(view, sentence, at == 0)).map(str::to_owned);
    let found = tail().rev().find_map(|s| line(&s)).or_else(|| head().find_map(|s| line(&s)));
    // "LONDON (Reuters)" says more than that others contributed.
    match found {
        Some((Credit::Agency(short), _)) => Some(short.to_owned()),
        Some((Credit::Unnamed, words)) => dateline().or_else(|| Some(words.to_owned())),
        None => dateline(),
    }
}

/// Whom a line credits that says nothing else, and its words.
fn credited(line: &str) -> Option<(Credit, &str)> {
    corpus::credit(line).map(|credit| (credit, line.trim_matches(|c: char| !c.is_alphanumeric() && c != '©')))
}

/// The agency in brackets in a dateline, or behind its day; in the first sentence a place in small letters needs no dash behind it.
fn of_dateline(view: &View<'_>, sentence: &Sentence, first: bool) -> Option<&'static str> {
    let dash = datelines::end(view.text, view.tokens, &sentence.tokens);
    let end = dash.or_else(|| first.then(|| sentence.tokens.start + 12))?.min(sentence.tokens.end);
    let within = |from: usize, to: usize| view.text.get(view.tokens[from].span.end..view.tokens[to].span.start);
    let open = (sentence.tokens.start..end).find(|i| view.str(*i) == "(");
    if let Some(open) = open {
        let close = (open + 1..end.min(open + 6)).find(|i| view.str(*i) == ")")?;
        return corpus::agency(within(open, close)?);
    }
    let mut day = (sentence.tokens.start..dash?).filter(|i| view.tokens[*i].kind == TokenKind::Number);
    let last = view.tokens[dash?.checked_sub(1)?].span.start;
    let text = view.text.get(view.tokens[sentence.tokens.start].span.start..last)?;
    let dated = day.next_back().and_then(|i| view.text.get(view.tokens[i].span.end..last));
    let [one] = corpus::agencies_in(dated.unwrap_or(text))[..] else { return None };
    (dated.is_some() || one.len() >= CLEAR).then_some(one)
}

#[cfg(test)]
mod tests {
    use crate::claim::Extractor;
    use crate::corpus::Article;
    use crate::english::English;

    /// The agency that is read in a text.
    fn read(text: &str) -> Option<String> {
        English.extract(&"a".into(), &Article::new("a").text(text)).agency
    }

    const STORY: &str = "A fire destroyed fourteen houses in Solvane on Monday. The fire brigade said that nobody was hurt.\n\nThe mayor \
        thanked the crews who had come from three towns. She said that the school would open its hall.";

    #[test]
    fn credits_wherever_they_stand() {
        for (text, agency) in [
            (format!("LONDON (Reuters) — {STORY}"), Some("Reuters")),
            (format!("LONDON, March 3 (Reuters) - {STORY}"), Some("Reuters")),
            (format!("LONDON, March 3, AP - {STORY}"), Some("AP")),
            (format!("LONDON, Reuters - {STORY}"), Some("Reuters")),
            (format!("PITTSBURGH, PA - {STORY}"), None),
            (format!("PITTSBURGH, PA, March 3 - {STORY}"), None),
            (format!("By Mara Lind, The Associated Press\n\n{STORY}"), Some("AP")),
            (format!("Mara Lind | AFP\n\n{STORY}"), Some("AFP")),
            (format!("{STORY}\n\n(Reporting by Mara Lind in Oslo for dpa; editing by Tom Brack)"), Some("dpa")),
            (
                format!("{STORY}\n\nThe Associated Press\n\nRelated stories\n\nShare this\n\nSubscribe\n\nCopy link\n\nBack to top"),
                Some("AP"),
            ),
            (format!("{STORY}\n\nFrom wire reports"), Some("From wire reports")),
            (format!("{STORY}\n\n(Reporting by AFP and Reuters)"), Some("Reporting by AFP and Reuters")),
            (format!("LONDON (AFP) - {STORY}\n\nReuters contributed to this report."), Some("AFP")),
            (format!("{STORY} The mayor told Reuters so."), None),
            (STORY.to_owned(), None),
        ] {
            assert_eq!(read(&text).as_deref(), agency, "{text}");
        }
    }
}
