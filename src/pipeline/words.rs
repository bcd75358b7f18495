//! Claims that came with words instead of values: quotes are looked up, texts normalised.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::reconciler::Words;
use crate::claim::{Attribute, Claim, Modality, Refusal, RejectionCode};
use crate::corpus::{Article, BadQuote, Passages, Quote, QuoteSelector};
use crate::normalize::{self, Context, Tense, value_of};
use crate::ontology::Ontology;
use crate::text::CharIndex;
use crate::value::{Modifier, Normalized, Time, Value};

/// What short words meant before, as the value of an attribute, told in one tense by an article of one day: batches repeat them.
#[derive(Default)]
pub(super) struct Readings<'a> {
    known: FxHashMap<(Attribute, &'a str, Option<Date>, Tense), Normalized>,
}

/// How many readings are kept, and of how many bytes at most.
const READINGS: usize = 1 << 14;
const SHORT: usize = 32;

impl<'a> Readings<'a> {
    fn of(&mut self, attribute: &Attribute, text: &'a str, context: &Context, ontology: &Ontology) -> Normalized {
        let read = || value_of(attribute, ontology.attribute_or_default(attribute.as_str()), text, context);
        if text.len() > SHORT {
            return read();
        }
        let key = (attribute.clone(), text, context.published, context.tense);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let value = read();
        if self.known.len() < READINGS {
            self.known.insert(key, value.clone());
        }
        value
    }
}

/// `claim` with its words made good, or why they are not.
pub(super) fn resolve<'a>(
    claim: &Claim,
    words: &'a Words,
    (article, passages): (&Article, &Passages<'_>),
    ontology: &Ontology,
    readings: &mut Readings<'a>,
) -> Result<Claim, Refusal> {
    let mut claim = claim.clone();
    let context = context(article.published.map(|p| p.date), claim.modality);
    if let Some(selector) = &words.selector {
        article.text.as_deref().ok_or_else(no_text)?;
        claim.quote = Some(Quote::resolve_in(passages, selector).map_err(|bad| Refusal::new(code(&bad), bad.to_string()))?);
    }
    if let Some(value) = &words.value {
        claim.value = readings.of(&claim.attribute, value, &context, ontology);
    }
    if let Some(scope) = &mut claim.scope {
        for said in scope.unread() {
            let read = normalize::value(&Attribute::time(), &said.raw, &context);
            if let Value::Time(_) = read.value {
                *said = read;
            }
        }
    }
    if words.time.is_some() || words.place.is_some() {
        let mut event = (*claim.event).clone();
        if let Some(words) = &words.time {
            match normalize::time(words, &context) {
                Some(time) => event.time = Some(since(words, time)),
                None => event.period = Some(normalize::label(words).into()),
            }
        }
        if let Some(place) = &words.place
            && let Value::Place(place) = normalize::value(&Attribute::place(), place, &context).value
        {
            event.place = Some(place);
        }
        claim.event = event.into();
    }
    Ok(claim)
}

/// A saved claim whose article has its text again: its quote is looked up anew.
pub(super) fn again(claim: &std::sync::Arc<Claim>, article: &Article, passages: &Passages<'_>) -> Result<std::sync::Arc<Claim>, Refusal> {
    let (Some(quote), Some(_)) = (&claim.quote, &article.text) else { return Ok(claim.clone()) };
    let place = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let selector = QuoteSelector {
        exact: Some(quote.exact.to_string()),
        position: Some((place(quote.start), place(quote.end))),
        ..QuoteSelector::default()
    };
    let quote = Quote::resolve_in(passages, &selector).map_err(|bad| Refusal::new(code(&bad), bad.to_string()))?;
    Ok(std::sync::Arc::new(Claim { quote: Some(quote), ..(**claim).clone() }))
}

fn no_text() -> Refusal {
    Refusal::new(RejectionCode::NoText, "it has a quote, and the article came without text")
}

fn code(bad: &BadQuote) -> RejectionCode {
    match bad {
        BadQuote::Absent(_) | BadQuote::Unsearched(_) => RejectionCode::QuoteAbsent,
        BadQuote::Ambiguous(..) => RejectionCode::QuoteAmbiguous,
        BadQuote::Reversed(..) | BadQuote::Outside(..) => RejectionCode::PositionOutside,
        BadQuote::Elsewhere(..) | BadQuote::Differs(..) => RejectionCode::QuoteDiffers,
        BadQuote::Empty => RejectionCode::QuoteEmpty,
    }
}

/// "Since 2030" of a state or an event is from then on.
fn since(words: &str, time: Time) -> Time {
    let open = time.modifier.is_none() && words.trim_start().get(..6).is_some_and(|w| w.eq_ignore_ascii_case("since "));
    if open { time.hedged(Modifier::OnOrAfter) } else { time }
}

/// Words of an event's time of which neither a time nor a counted period was made. They stand with the event as they are.
pub(super) fn not_understood(words: &Words, claim: &Claim) -> Option<String> {
    let text = words.time.as_deref().filter(|t| claim.event.period.is_some() && normalize::counted_period(t).is_none())?;
    let short: String = text.chars().take(80).collect();
    Some(format!("the time of its event, {short:?}, is none that can be read: the words stand as the name of a period"))
}

/// Whether a quote that was made elsewhere is what [`Quote::at`] makes of the article's text.
pub(super) fn stands(quote: &Quote, text: Option<&str>, index: &CharIndex) -> Result<(), Refusal> {
    let text = text.ok_or_else(no_text)?;
    match Quote::at(text, index, quote.span) {
        Some(made) if made == *quote => Ok(()),
        _ => {
            let reason = format!("the quote {:?} does not stand in the article where it says", quote.exact);
            Err(Refusal::new(RejectionCode::QuoteAbsent, reason))
        }
    }
}

/// What the words are read with. Without the text around them no anchor but the day of publication is known; their tense is that of
/// the claim: the Friday of a plan is to come.
fn context(published: Option<Date>, modality: Modality) -> Context {
    let context = Context { published, ..Context::default() };
    if matches!(modality, Modality::Planned | Modality::Expected) { context.tense(Tense::Future) } else { context }
}
