//! Places in an order: "21st", "twenty-fifth", "the second". They are no amounts and stand apart from them.

use std::ops::Range;

use super::cursor::Cursor;
use super::lexicon::Lex;
use super::{OrdinalSpan, QuantitySpan, TimeSpan, numerals, pattern};
use crate::text::Token;

/// Appends the ordinals of one sentence to `out`, in order and without overlap.
///
/// `range` are the sentence's tokens; it is cut to those that exist. Those within `times` ("June 5th") and `amounts` ("a third of
/// them"), which [`times`](super::times) and [`quantities`](super::quantities) gave for the same sentence, are no ordinals.
/// O(tokens); allocates nothing where nothing is found.
pub fn ordinals(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    times: &[TimeSpan],
    amounts: &[QuantitySpan],
    out: &mut Vec<OrdinalSpan>,
) {
    let c = Cursor::new(text, tokens, range);
    let mut at = c.start;
    while at < c.end {
        let found = ordinal(&c, at).filter(|(_, end)| {
            let inside = |taken: &Range<usize>| taken.start < *end && at < taken.end;
            !(times.iter().any(|t| inside(&t.tokens)) || amounts.iter().any(|q| inside(&q.tokens)))
        });
        let Some((value, end)) = found else {
            at += 1;
            continue;
        };
        let tokens = at..end;
        out.push(OrdinalSpan { span: c.span(&tokens), tokens, value });
        at = end;
    }
}

fn ordinal(c: &Cursor<'_>, at: usize) -> Option<(i64, usize)> {
    if c.is_number(at) {
        let value = numerals::digits(c.word(at)).filter(|n| n.is_integer() && pattern::is_suffix(c, at + 1))?;
        return Some((value.trunc(), at + 2));
    }
    let lex = c.lex(at);
    if lex.is_empty() {
        return None;
    }
    if let Some(value) = place(c, at).filter(|n| *n != 2 || !is_time(c, at)) {
        return Some((value, at + 1));
    }
    let article = c.is(at, "a");
    let opens = article || lex.iter().any(|l| matches!(l, Lex::Small(_) | Lex::Tens(_)));
    if !opens {
        return None;
    }
    let run = numerals::run(c, at + usize::from(article), article)?;
    let i = if c.is(run.end, "and") { run.end + 1 } else { c.past_hyphen(run.end) };
    let below = place(c, i)?;
    let (tens, hundreds) = (run.value % 100, run.value >= 100);
    let value = match below {
        1..10 if tens >= 20 && tens % 10 == 0 => run.value.checked_add(below),
        1..100 if tens == 0 && hundreds => run.value.checked_add(below),
        100.. => {
            // "One thousand two hundredth": of what stands before a scale only the last group is counted in it.
            let group = run.value % if below == 100 { 1_000 } else { below.checked_mul(1_000)? };
            group.checked_mul(below)?.checked_add(run.value - group).filter(|_| group > 0)
        }
        _ => None,
    };
    Some((value?, i + 1))
}

/// The place that one word tells.
fn place(c: &Cursor<'_>, at: usize) -> Option<i64> {
    let named = |lex| match lex {
        Lex::Ordinal(n) => Some(i64::from(n)),
        Lex::Share(n, false) if n > 2 => Some(n),
        _ => None,
    };
    c.find(at, named).filter(|_| !c.is(at, "quarter"))
}

/// "A second", "30 seconds": the unit of time.
fn is_time(c: &Cursor<'_>, at: usize) -> bool {
    at > c.start && (c.is_number(at - 1) || c.is_one_of(at - 1, &["a", "per", "each", "every", "split", "one"]) || c.is_hyphen(at - 1))
}
