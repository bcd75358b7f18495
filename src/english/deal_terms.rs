//! Terms: which sum and which length belong to which offer, contract or demand.
//!
//! A sum in the noun phrase ("an eight-year, $160 million offer") or behind it ("worth", "in excess of", in brackets) is its own; where a
//! list goes on without its verb ("the Rovers $150 million over seven years"), the body named before the sum is who offers; behind
//! "it" or "the deal" the last one told is meant.

use std::ops::Range;

use super::clause::{Phrase, Who};
use super::deal_phrases::is_money;
use super::deal_words::{AT, PERIODS, TERMS, YEARLY};
use super::deals::{Host, is_body};
use super::discourse::{BACK, Discourse, Happening, Scene};
use super::lexicon::Class;
use super::values::Draft;
use crate::claim::{EntityKind, Modality, Polarity};
use crate::normalize::{QuantitySpan, TimeSpan, TimeValue};
use crate::value::{Modifier, Quantity, Value};
use crate::words::List;

/// A sum or a length of the sentence.
struct Term {
    tokens: Range<usize>,
    attribute: &'static str,
    of: Option<&'static str>,
    value: Value,
}

/// The claims of terms and of what became of offers.
pub(super) fn drafts(scene: &Scene<'_>, discourse: &mut Discourse, out: &mut Vec<Draft>) {
    super::deal_sums::sums(scene, discourse, out);
    super::deal_sums::records(scene, discourse, out);
    super::deal_sums::races(scene, discourse);
    for outcome in discourse.deals.outcomes.clone() {
        out.push(Draft {
            event: outcome.event,
            attribute: "status".into(),
            subject: None,
            of: None,
            value: Value::Status(outcome.status),
            said: outcome.token..outcome.token + 1,
            quote: outcome.extent,
            modality: outcome.modality,
            polarity: outcome.polarity,
            at: outcome.token,
        });
    }
    for term in terms(scene) {
        let host =
            listed(scene, discourse, &term).or_else(|| owner(scene, discourse, &term)).or_else(|| told_before(scene, discourse, &term));
        let Some(host) = host.filter(|h| h.polarity == Polarity::Positive) else { continue };
        let modality = hedged(scene, &host, &term);
        for event in &host.events {
            out.push(Draft {
                event: *event,
                attribute: term.attribute.into(),
                subject: None,
                of: term.of.map(Into::into),
                value: term.value.clone(),
                said: term.tokens.clone(),
                quote: quote(scene, &host, &term),
                modality,
                polarity: Polarity::Positive,
                at: if is_apart(scene, &host, &term) { term.tokens.start } else { host.token },
            });
        }
    }
}

/// Whether a term stands in a clause of its own, where somebody else may be credited.
fn is_apart(scene: &Scene<'_>, host: &Host, term: &Term) -> bool {
    host.token < term.tokens.start && scene.clauses.clause_of(host.token) != scene.clauses.clause_of(term.tokens.start)
}

/// From the mention to the term; of a term in a clause of its own, that clause.
fn quote(scene: &Scene<'_>, host: &Host, term: &Term) -> Range<usize> {
    let clauses = scene.clauses;
    let own = clauses.clause_start(term.tokens.start);
    let far = host.extent.end + 8 < own && clauses.clause_of(host.token) != clauses.clause_of(term.tokens.start);
    if far {
        return own..term.tokens.end;
    }
    host.extent.start.min(term.tokens.start)..host.extent.end.max(term.tokens.end)
}

/// The sums, yearly sums and lengths of a sentence, in its order.
fn terms(scene: &Scene<'_>) -> Vec<Term> {
    let mut out: Vec<Term> = scene.quantities.iter().filter(|q| is_money(q)).filter_map(|q| sum(scene, q)).collect();
    out.extend(scene.times.iter().filter_map(|t| length(scene, t)));
    out.sort_by_key(|t| t.tokens.start);
    out
}

fn sum(scene: &Scene<'_>, span: &QuantitySpan) -> Option<Term> {
    let view = scene.clauses.view;
    let unit = span.value.unit.as_str();
    let period = unit.split_once('/').map(|u| u.1);
    let behind = (view.str(span.tokens.end), view.str(span.tokens.end + 1));
    let each = YEARLY.contains(&behind.0)
        && (PERIODS.contains(&behind.1) || matches!(behind.0, "annually" | "annual" | "yearly") || behind == ("average", "annual"));
    let yearly = period.map_or(each, |p| PERIODS.contains(&p));
    if period.is_some() && !yearly {
        return None;
    }
    // "including a fee of …", "a share price of …": a part, or another price.
    let before = span.tokens.start.saturating_sub(4).max(scene.clauses.sentence.start)..span.tokens.start;
    if before
        .clone()
        .any(|i| matches!(view.str(i), "including" | "plus" | "includes") || (view.str(i) == "which" && view.str(i - 1) == "of"))
    {
        return None;
    }
    let mut value = Quantity { change: None, ..span.value.clone() };
    if matches!(view.str(span.tokens.end), "range" | "neighbourhood" | "neighborhood" | "region")
        && value.modifier.is_none()
        && value.upper.is_none()
    {
        value.modifier = Some(Modifier::Approx);
    }
    let less =
        matches!((view.str(span.tokens.start.wrapping_sub(3)), view.str(span.tokens.start.wrapping_sub(2))), ("less" | "lower", "than"));
    if less && value.modifier.is_none() && value.upper.is_none() && view.is(span.tokens.start - 1, Class::THE) {
        value.modifier = Some(Modifier::LessThan);
    }
    // "a $23 million average annual value", "$23 million a year": the words of the rate stand with it.
    let rate = |i: &usize| YEARLY.contains(&view.str(*i)) || PERIODS.contains(&view.str(*i)) || view.str(*i) == "value";
    let end = (span.tokens.end..span.tokens.end + 4).take_while(|i| yearly && rate(i)).last().map_or(span.tokens.end, |i| i + 1);
    Some(Term { tokens: span.tokens.start..end, attribute: "cost", of: yearly.then_some("per year"), value: Value::Quantity(value) })
}

fn length(scene: &Scene<'_>, span: &TimeSpan) -> Option<Term> {
    let TimeValue::Duration(duration) = &span.value else { return None };
    let view = scene.clauses.view;
    let before = view.str(span.tokens.start.wrapping_sub(1));
    let behind = view.str(span.tokens.end);
    let years = matches!(
        span.tokens.clone().last().map(|i| view.str(i).to_ascii_lowercase()).as_deref(),
        Some("year" | "years" | "month" | "months" | "season" | "seasons")
    );
    let next = span.tokens.clone().any(|i| matches!(view.str(i), "next" | "last" | "past" | "first"));
    if !years
        || next
        || List::BeforeNoTerm.has(before)
        || matches!(behind, "ago" | "later" | "earlier" | "before" | "after" | "old" | "history")
    {
        return None;
    }
    let mut duration = duration.clone();
    // "$160 million over eight years": for so long, not for longer.
    if view.str(span.tokens.start).eq_ignore_ascii_case("over") {
        duration.modifier = None;
    }
    Some(Term { tokens: span.tokens.clone(), attribute: "duration", of: None, value: Value::Duration(duration) })
}

/// "…, the Rovers between $140 million and $150 million", "the Gulls (eight years, $160 million)": an offer without a verb of its own.
fn listed(scene: &Scene<'_>, discourse: &mut Discourse, term: &Term) -> Option<Host> {
    let view = scene.clauses.view;
    let phrase = bidder(scene, term.tokens.start)?;
    let [Who::Entity(from)] = phrase.who[..] else { return None };
    let context = discourse.last_recipient()?;
    // A host of its own between the name and the sum: "the Rovers made an offer of …".
    let told = discourse
        .deals
        .hosts
        .iter()
        .any(|h| h.token >= phrase.tokens.end && h.token < term.tokens.start || h.extent.contains(&phrase.tokens.start));
    if told || from == context {
        return None;
    }
    let known = discourse.deal_back(Some("offer"), &[from], &[context]);
    let event = known.unwrap_or_else(|| {
        discourse.happenings.push(Happening::new("offer", vec![(from, Some("offeror")), (context, Some("recipient"))]));
        let event = discourse.happenings.len() - 1;
        discourse.deals.told.push(event);
        event
    });
    discourse.happenings[event].sentence = discourse.sentence;
    let _ = view;
    Some(Host {
        token: phrase.tokens.start,
        start: phrase.tokens.start,
        extent: phrase.tokens.clone(),
        events: vec![event],
        modality: Modality::Asserted,
        polarity: Polarity::Positive,
    })
}

/// The body whose terms these are: its name, what links it to them, and perhaps another term before.
fn bidder<'s>(scene: &'s Scene<'_>, at: usize) -> Option<&'s Phrase> {
    let view = scene.clauses.view;
    let in_term = |i: usize| scene.quantities.iter().any(|q| q.tokens.contains(&i)) || scene.times.iter().any(|t| t.tokens.contains(&i));
    let mut i = at;
    let mut linked = in_term(at) && AT.contains(&view.str(at));
    while i > scene.clauses.sentence.start && at - i < 12 {
        let before = i - 1;
        if let Some(phrase) = scene.clauses.phrases.iter().find(|p| p.tokens.end == i && !p.possessive) {
            let the = view.is(phrase.tokens.start, Class::THE);
            let other = |e: usize| scene.entities.all[e].kind == EntityKind::Other;
            let body = matches!(phrase.who[..], [Who::Entity(e)] if the || is_body(scene, e) || other(e));
            return (body && linked).then_some(phrase);
        }
        let text = view.str(before);
        let open = in_term(before)
            || AT.contains(&text)
            || matches!(text, "," | "and" | "or" | "over" | "reportedly" | "are" | "is" | "were" | "was" | "in" | "the" | "of");
        if !open {
            return None;
        }
        linked |= AT.contains(&text);
        i = before;
    }
    None
}

/// The mention in whose noun phrase the term stands, or the last one before it that nothing keeps it from.
fn owner(scene: &Scene<'_>, discourse: &Discourse, term: &Term) -> Option<Host> {
    let hosts = &discourse.deals.hosts;
    let inside = hosts.iter().find(|h| h.start <= term.tokens.start && term.tokens.end <= h.token);
    let before = || hosts.iter().filter(|h| h.token < term.tokens.start).max_by_key(|h| h.token).filter(|h| !is_kept(scene, h, term));
    inside.or_else(before).cloned()
}

/// Whether something between a mention and a term keeps the two apart: another subject with a verb of its own, or too much text.
fn is_kept(scene: &Scene<'_>, host: &Host, term: &Term) -> bool {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let from = host.extent.end.max(host.token + 1);
    if term.tokens.start.saturating_sub(from) > 32 {
        return true;
    }
    let own = clauses.clause_of(term.tokens.start);
    let subject = |p: &&Phrase| {
        p.tokens.start >= from
            && p.tokens.end <= term.tokens.start
            && !p.governed
            && !p.possessive
            && clauses.clause_of(p.tokens.start) == own
    };
    let speaks = |p: &Phrase| view.is(p.tokens.end, Class::SAY) || view.is(p.tokens.end + 1, Class::SAY);
    let other = own != clauses.clause_of(host.token) && clauses.phrases.iter().filter(subject).any(|p| !speaks(p));
    // "matching the highest offer", "matching a bid of …": a sum of something else.
    let verb = (from..term.tokens.start).any(|i| {
        let word = view.words[i];
        word.verb.is_some_and(|v| !matches!(v.0.shape, super::frames::Shape::Deal(_)) && v.1 != super::lexicon::Form::Base)
    });
    other || verb || (from..term.tokens.start).any(|i| view.str(i) == ";")
}

/// "It is worth …", "The deal could be up to …": the last offer told.
fn told_before(scene: &Scene<'_>, discourse: &Discourse, term: &Term) -> Option<Host> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let word = (clauses.sentence.start..term.tokens.start).rev().find(|i| TERMS.contains(&&*view.str(*i).to_ascii_lowercase()))?;
    let fits = view.str(word).eq_ignore_ascii_case("it") || (word > clauses.sentence.start && view.is(word - 1, Class::THE));
    let told = discourse.deals.last.filter(|_| fits)?;
    let near = discourse.happenings[told].sentence + BACK >= discourse.sentence;
    let copular = (word + 1..term.tokens.start)
        .any(|i| view.is(i, Class::BE) || matches!(view.str(i), "worth" | "totals" | "totalled" | "exceed" | "reach"));
    let free = !(word + 1..term.tokens.start).any(|i| clauses.phrases.iter().any(|p| p.tokens.start == i && !p.governed));
    (near && copular && free).then(|| Host {
        token: word,
        start: word,
        extent: word..word + 1,
        events: vec![told],
        modality: Modality::Asserted,
        polarity: Polarity::Positive,
    })
}

/// What the words right before a term say of how sure it is.
fn hedged(scene: &Scene<'_>, host: &Host, term: &Term) -> Modality {
    let view = scene.clauses.view;
    let pronoun = view.str(host.token).eq_ignore_ascii_case("it");
    let from =
        host.token.saturating_sub(if pronoun { 4 } else { 0 }).max(term.tokens.start.saturating_sub(8)).max(scene.clauses.sentence.start);
    let words = if host.token < term.tokens.start {
        from + 1..term.tokens.start
    } else {
        term.tokens.start.saturating_sub(2).max(scene.clauses.sentence.start)..term.tokens.start
    };
    let has = |class: Class| words.clone().any(|i| view.is(i, class));
    // "One report suggested that the club had raised its offer to …".
    let suggests = |i: usize| matches!(view.str(i), "suggested" | "suggests" | "suggest") && view.str(i + 1) == "that";
    let new = view.str(term.tokens.start.wrapping_sub(1)) == "to" || view.str(term.tokens.start.wrapping_sub(2)) == "to";
    if new && (scene.clauses.sentence.start..term.tokens.start).any(suggests) {
        return Modality::Possible;
    }
    if has(Class::MAY.or(Class::MAYBE).or(Class::BELIEVED)) {
        Modality::Possible
    } else if has(Class::EXPECT) {
        Modality::Expected
    } else {
        host.modality
    }
}
