//! Claims that came with words instead of values: quotes are looked up, texts normalised.

use jiff::civil::Date;

use super::reconciler::Words;
use crate::claim::{Attribute, Claim, Modality};
use crate::corpus::{Article, Quote};
use crate::normalize::{Context, Tense};
use crate::text::CharIndex;
use crate::value::{Modifier, Normalized, Time, Value};

/// `claim` with its words made good, or why they are not.
pub(super) fn resolve(claim: &Claim, words: &Words, article: &Article, index: &CharIndex) -> Result<Claim, String> {
    let mut claim = claim.clone();
    let context = context(article.published.map(|p| p.date), claim.modality);
    if let Some(selector) = &words.selector {
        let text = article.text.as_deref().ok_or(NO_TEXT)?;
        claim.quote = Some(Quote::resolve(text, index, selector).map_err(|e| e.to_string())?);
    }
    if let Some(value) = &words.value {
        claim.value = normalize(&claim.attribute, value, &context);
    }
    if words.time.is_some() || words.place.is_some() {
        let mut event = (*claim.event).clone();
        if let Some(words) = &words.time {
            match crate::normalize::time(words, &context) {
                Some(time) => event.time = Some(since(words, time)),
                None => event.period = Some(crate::normalize::label(words).into()),
            }
        }
        if let Some(place) = &words.place
            && let Value::Place(place) = normalize(&Attribute::place(), place, &context).value
        {
            event.place = Some(place);
        }
        claim.event = event.into();
    }
    Ok(claim)
}

const NO_TEXT: &str = "it has a quote, and the article came without text";

/// "Since 2030" of a state or an event is from then on.
fn since(words: &str, time: Time) -> Time {
    let open = time.modifier.is_none() && words.trim_start().get(..6).is_some_and(|w| w.eq_ignore_ascii_case("since "));
    if open { time.hedged(Modifier::OnOrAfter) } else { time }
}

/// Words of an event's time of which neither a time nor a counted period was made. They stand with the event as they are.
pub(super) fn not_understood(words: &Words, claim: &Claim) -> Option<String> {
    let text = words.time.as_deref().filter(|t| claim.event.period.is_some() && crate::normalize::counted_period(t).is_none())?;
    let short: String = text.chars().take(80).collect();
    Some(format!("the time of its event, {short:?}, is none that can be read: the words stand as the name of a period"))
}

/// Whether a quote that was made elsewhere is what [`Quote::at`] makes of the article's text.
pub(super) fn stands(quote: &Quote, text: Option<&str>, index: &CharIndex) -> Result<(), String> {
    let text = text.ok_or(NO_TEXT)?;
    match Quote::at(text, index, quote.span) {
        Some(made) if made == *quote => Ok(()),
        _ => Err(format!("the quote {:?} does not stand in the article where it says", quote.exact)),
    }
}

/// What the words are read with. Without the text around them no anchor but the day of publication is known; their tense is that of
/// the claim: the Friday of a plan is to come.
fn context(published: Option<Date>, modality: Modality) -> Context {
    let context = Context { published, ..Context::default() };
    if matches!(modality, Modality::Planned | Modality::Expected) { context.tense(Tense::Future) } else { context }
}

/// The words' value.
fn normalize(attribute: &Attribute, text: &str, context: &Context) -> Normalized {
    crate::normalize::value(attribute, text, context)
}
