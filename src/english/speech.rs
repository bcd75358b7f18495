//! What somebody said word for word, and how somebody described an event.

use std::ops::Range;

use super::clause::Phrase;
use super::discourse::{Discourse, Happening, Scene, Trigger, is_person, is_sides};
use super::frames::Shape;
use super::lexicon::Class;
use super::reference::span_text;
use super::values::Draft;
use crate::claim::{Modality, Polarity};
use crate::value::Value;
use crate::words::List;

/// Fewest words of a quotation that is a claim of its own; shorter ones are turns of phrase.
const FEWEST_WORDS: usize = 4;

/// Adds the quotations and characterisations of a sentence.
pub(super) fn speech(scene: &Scene<'_>, triggers: &[Trigger], discourse: &mut Discourse, out: &mut Vec<Draft>) {
    let said = clauses_said(scene, discourse);
    if let Some(who) = said {
        discourse.speaks(who);
    }
    goes_on(scene, discourse, said, out);
    for quoted in quotations(scene) {
        let Some(speaker) = speaker(scene, discourse, &quoted) else { continue };
        let text = span_text(scene.clauses.view, &(quoted.start + 1..quoted.end - 1));
        let text = text.trim_end_matches([',', '.', ' ']).to_owned();
        discourse.happenings.push(Happening::new("say", vec![(speaker, Some("speaker"))]));
        out.push(draft(discourse.happenings.len() - 1, "quotation", Value::Quotation(text.into()), quoted.clone(), quoted));
    }
    characterisations(scene, triggers, out);
}

fn draft(event: usize, attribute: &str, value: Value, said: Range<usize>, quote: Range<usize>) -> Draft {
    let at = quote.start;
    Draft {
        event,
        attribute: attribute.into(),
        subject: None,
        of: None,
        value,
        said,
        quote,
        modality: Modality::Asserted,
        polarity: Polarity::Positive,
        at,
    }
}

/// A quotation that a sentence before left open: this sentence, up to the closing mark.
fn goes_on(scene: &Scene<'_>, discourse: &mut Discourse, said: Option<usize>, out: &mut Vec<Draft>) {
    let (view, sentence) = (scene.clauses.view, &scene.clauses.sentence);
    let marks: Vec<usize> = sentence.clone().filter(|i| view.str(*i) == "\"").collect();
    let continued = discourse.quoting.take().filter(|(_, at)| at + 1 == discourse.sentence);
    let end = marks.first().copied().unwrap_or(sentence.end);
    let closes = marks.first().is_some_and(|i| !view.opens_quote(*i));
    let words = (sentence.start..end).filter(|j| view.str(*j).starts_with(char::is_alphanumeric)).count();
    if let Some((speaker, _)) = continued.filter(|_| (closes || marks.is_empty()) && words >= FEWEST_WORDS) {
        let text = span_text(view, &(sentence.start..end));
        let text = text.trim_end_matches([',', '.', ' ']).to_owned();
        discourse.happenings.push(Happening::new("say", vec![(speaker, Some("speaker"))]));
        let quote = sentence.start..(end + usize::from(closes)).min(sentence.end);
        out.push(draft(discourse.happenings.len() - 1, "quotation", Value::Quotation(text.into()), sentence.start..end, quote));
        discourse.quoting = Some((speaker, discourse.sentence)).filter(|_| !closes);
    }
    let opened = if continued.is_some() { marks.len().is_multiple_of(2) && !marks.is_empty() } else { !marks.len().is_multiple_of(2) };
    let Some(speaker) = said.filter(|_| opened && marks.last().is_some_and(|i| view.opens_quote(*i) && i + 4 < sentence.end)) else {
        return;
    };
    discourse.quoting = Some((speaker, discourse.sentence));
}

/// The token ranges of quotations, marks included, of at least [`FEWEST_WORDS`] words.
fn quotations(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let view = scene.clauses.view;
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for i in scene.clauses.sentence.clone() {
        match open {
            _ if view.str(i) != "\"" => {}
            None => open = Some(i),
            Some(_) if view.opens_quote(i) => open = Some(i),
            Some(start) => {
                let words = (start + 1..i).filter(|j| view.str(*j).starts_with(char::is_alphanumeric)).count();
                // "We stopped counting," is a sentence, however short.
                let whole = matches!(view.str(i - 1), "," | "." | "!" | "?") && view.words.get(start + 1).is_some_and(|w| w.capital);
                if words >= FEWEST_WORDS || (whole && words + 1 >= FEWEST_WORDS) {
                    out.push(start..i + 1);
                }
                open = None;
            }
        }
    }
    out
}

/// The person who is the subject of a verb of saying outside quotation marks.
fn clauses_said(scene: &Scene<'_>, discourse: &Discourse) -> Option<usize> {
    let end = scene.clauses.sentence.end;
    speaker(scene, discourse, &(end..end)).filter(|_| scene.clauses.sentence.clone().any(|i| scene.clauses.view.is(i, Class::SAY)))
}

/// Who says it: the subject of a verb of saying outside the quotation, before or behind it; for a sentence that is all
/// quotation, whoever was last the subject.
fn speaker(scene: &Scene<'_>, discourse: &Discourse, quoted: &Range<usize>) -> Option<usize> {
    let clauses = scene.clauses;
    let view = clauses.view;
    let outside = |i: &usize| !quoted.contains(i);
    let one = |phrase: &Phrase| {
        let who: Vec<usize> = discourse.who(scene, phrase, None).into_iter().filter(|e| is_person(scene, *e)).collect();
        if let [one] = who.as_slice() { Some(*one) } else { None }
    };
    let mut verbs = clauses.sentence.clone().filter(outside).filter(|i| view.is(*i, Class::SAY) && !view.words[*i].capital).peekable();
    if verbs.peek().is_none() {
        let whole = quoted.start <= clauses.sentence.start + 1 && quoted.end + 2 >= clauses.sentence.end;
        return if whole && !scene.heading { discourse.last_speaker() } else { None };
    }
    verbs.find_map(|i| {
        let behind = clauses.phrases.iter().find(|p| p.tokens.start == i + 1 && !p.possessive && i + 1 >= quoted.end);
        behind.or_else(|| clauses.subject(i).filter(|p| !quoted.contains(&p.tokens.start))).and_then(one)
    })
}

/// "described the talks as candid", "called the conversation “practical and friendly”".
fn characterisations(scene: &Scene<'_>, triggers: &[Trigger], out: &mut Vec<Draft>) {
    let clauses = scene.clauses;
    let view = clauses.view;
    let phrasal = |i: usize| matches!(view.str(i + 1), "for" | "on" | "off" | "in" | "upon" | "back");
    for verb in clauses.sentence.clone().filter(|i| is_describing(view.str(*i)) && !phrasal(*i)) {
        let described = |t: &&Trigger| {
            t.token > verb
                && t.token < verb + 5
                && (is_sides(t.frame) || matches!(t.frame.shape, Shape::Journey))
                && !(verb..t.token).any(|i| view.is(i, Class::AN))
        };
        let Some(trigger) = triggers.iter().find(described) else { continue };
        let called = view.str(verb).starts_with("call");
        let from = if called {
            Some(trigger.token + 1)
        } else {
            (trigger.token + 1..clauses.sentence.end).find(|i| view.str(*i) == "as").map(|i| i + 1)
        };
        let Some(from) = from else { continue };
        let quoted = matches!(view.str(from), "\"");
        let stop = |i: &usize| {
            if quoted {
                *i > from && matches!(view.str(*i), "\"")
            } else {
                matches!(view.str(*i), "." | ";" | "\"") || view.is(*i, Class::WHO.or(Class::SUBORD))
            }
        };
        let end = (from..clauses.sentence.end).find(stop).map_or(clauses.sentence.end, |i| i + usize::from(quoted));
        let text = span_text(view, &(from..end));
        let text = text.trim_matches(['"', ',', '.', ' ']).to_owned();
        if text.is_empty() || end <= from {
            continue;
        }
        let start = clauses.subject(verb).map_or(verb, |p| p.tokens.start).min(verb);
        out.push(draft(trigger.event, "characterisation", Value::Text(text.into()), from..end, start..end));
    }
}

fn is_describing(word: &str) -> bool {
    List::Terms.has(word)
}
