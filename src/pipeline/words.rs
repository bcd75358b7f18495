//! Claims that came with words instead of values: quotes are looked up, texts normalised.

use jiff::civil::Date;

use super::reconciler::Words;
use crate::claim::{Attribute, Claim};
use crate::corpus::{Article, Quote};
use crate::normalize::Context;
use crate::text::CharIndex;
use crate::value::{Normalized, Value};

/// `claim` with its words made good, or why they are not.
pub(super) fn resolve(claim: &Claim, words: &Words, article: &Article, index: &CharIndex) -> Result<Claim, String> {
    let mut claim = claim.clone();
    let published = article.published.map(|p| p.date);
    if let Some(selector) = &words.selector {
        let text = article.text.as_deref().ok_or(NO_TEXT)?;
        claim.quote = Some(Quote::resolve(text, index, selector).map_err(|e| e.to_string())?);
    }
    if let Some(value) = &words.value {
        claim.value = normalize(&claim.attribute, value, published);
    }
    if words.time.is_some() || words.place.is_some() {
        let mut event = (*claim.event).clone();
        if let Some(time) = &words.time
            && let Value::Time(time) = normalize(&Attribute::time(), time, published).value
        {
            event.time = Some(time);
        }
        if let Some(place) = &words.place
            && let Value::Place(place) = normalize(&Attribute::place(), place, published).value
        {
            event.place = Some(place);
        }
        claim.event = event.into();
    }
    Ok(claim)
}

const NO_TEXT: &str = "it has a quote, and the article came without text";

/// Whether a quote that was made elsewhere is what [`Quote::at`] makes of the article's text.
pub(super) fn stands(quote: &Quote, text: Option<&str>, index: &CharIndex) -> Result<(), String> {
    let text = text.ok_or(NO_TEXT)?;
    match Quote::at(text, index, quote.span) {
        Some(made) if made == *quote => Ok(()),
        _ => Err(format!("the quote {:?} does not stand in the article where it says", quote.exact)),
    }
}

/// The words' value. Their tense is not known, and without the text around them neither is another anchor.
fn normalize(attribute: &Attribute, text: &str, published: Option<Date>) -> Normalized {
    crate::normalize::value(attribute, text, &Context { published, ..Context::default() })
}
