//! A counted duration as a quantity: "in 3 years" is three of the unit year.
//!
//! [`quantities`](super::quantities) leaves to [`times`](super::times) what it has read, so that a claim's number is never a
//! length of time. Who wants every amount of a text, as parsers of quantities give them, takes these as well.

use super::lexicon::{Lex, meanings};
use super::{QuantitySpan, TimeSpan, TimeValue, is_number_word};
use crate::text::{Plain, Token, TokenKind, tokens};
use crate::value::{DurationUnit, Quantity, Unit};

/// The quantity that a duration counts, in the unit that it is told in; decades and centuries count years, quarters months.
/// `None` for what is no duration, for one without a number of its own ("a year", "the past week"), and for one that is told in two
/// units ("an hour and 20 minutes"), which is no amount of either.
///
/// `text` is the text of the time. O(its span).
pub fn length_as_quantity(time: &TimeSpan, text: &str) -> Option<QuantitySpan> {
    let TimeValue::Duration(length) = &time.value else { return None };
    let plain = Plain::of(time.span.of(text));
    let words = plain.text();
    let counts = |t: &Token| t.kind == TokenKind::Number || is_number_word(t.text(words)) || t.text(words).eq_ignore_ascii_case("half");
    let tokens = tokens(words);
    let unit = |t: &Token| meanings(t.text(words)).iter().find_map(|l| if let Lex::Unit(unit, _) = l { Some(*unit) } else { None });
    let mut units = tokens.iter().filter_map(unit);
    let first = units.next();
    let one = units.all(|unit| Some(unit) == first);
    (one && tokens.iter().any(counts)).then(|| {
        let value = Quantity {
            amount: length.amount,
            upper: length.upper,
            unit: Unit::new(name(length.unit)),
            modifier: length.modifier,
            change: None,
            written: None,
        };
        QuantitySpan { span: time.span, tokens: time.tokens.clone(), value, noun: None }
    })
}

const fn name(unit: DurationUnit) -> &'static str {
    match unit {
        DurationUnit::Second => "second",
        DurationUnit::Minute => "minute",
        DurationUnit::Hour => "hour",
        DurationUnit::Day => "day",
        DurationUnit::Week => "week",
        DurationUnit::Month => "month",
        DurationUnit::Year => "year",
    }
}
