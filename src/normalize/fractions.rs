//! Fractions: "two-thirds", "1/2", "three and a quarter", "one in five", "half a million".

use super::cursor::Cursor;
use super::lexicon::Lex;
use super::numerals::{self, Numeral, Run, Shape, digits, run, scale_of, scaled};
use crate::text::TokenKind;
use crate::value::Number;

/// Denominators that are written with a stroke, which most dates and names are not ("9/11", "24/7", "6/49").
const STROKED: &[i64] = &[2, 3, 4, 5, 8, 10, 16, 32, 40, 50, 64, 100, 128];

/// "1/2" and the like, also set apart: "a 4-1 / 2-month term". The fraction slash U+2044 is never a date.
pub(super) fn slash(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let stroke = c.word(at + 1);
    let even = c.touches(at + 1) == c.touches(at + 2);
    let joined = matches!(stroke, "/" | "⁄") && even && c.word(at + 3) != "/";
    if !joined || !c.is_number(at + 2) {
        return None;
    }
    let (above, below): (i64, i64) = (c.word(at).parse().ok()?, c.word(at + 2).parse().ok()?);
    let plain = above < below && (stroke == "⁄" || STROKED.contains(&below));
    plain.then(|| Some(Numeral::new(Number::ratio(above, below)?, at + 3, Shape::Share)))?
}

/// A denominator in words, whether it is a plural, and the index after it: "thirds", "twenty-fifth".
fn denominator(c: &Cursor<'_>, at: usize) -> Option<(i64, bool, usize)> {
    let share = |l| if let Lex::Share(n, many) = l { Some((n, many)) } else { None };
    if let Some(tens) = c.find(at, |l| if let Lex::Tens(n) = l { Some(n) } else { None }) {
        let i = c.past_hyphen(at + 1);
        return c.find(i, share).filter(|(n, _)| *n < 10 && *n != 2).map(|(n, many)| (tens + n, many, i + 1));
    }
    c.find(at, share).filter(|(n, _)| *n > 1).map(|(n, many)| (n, many, at + 1))
}

/// Whether no noun stands behind that an ordinal could belong to: "a third of", "one third.", but not "a third man".
fn closes(c: &Cursor<'_>, at: usize) -> bool {
    c.is(at, "of") || c.kind(at) != Some(TokenKind::Word)
}

/// Words before "three quarters" that make quarters of a year or a match of them.
const SPANS: &[&str] = &["first", "last", "next", "past", "previous", "final", "the", "consecutive", "straight", "opening"];

/// "Two-thirds", "three quarters", "five eighths", "one hundred and three quarters": not "two quarters", which are half a year, nor
/// "one third" without a hyphen, before a noun.
pub(super) fn share(c: &Cursor<'_>, numerator: &Run) -> Option<Numeral> {
    let spread = c.word(numerator.end) == "-" && !c.touches(numerator.end);
    let i = if spread { numerator.end + 1 } else { c.past_hyphen(numerator.end) };
    let (mut below, many, end) = denominator(c, i)?;
    let mut above = numerator.value;
    if let Some((before, tens)) = numerator.before_tens.map(|n| (n, above - n)).filter(|_| below < 10 && below != 2) {
        (above, below) = (before, below + tens);
    }
    let joined = i > numerator.end || c.is(end, "of");
    let (whole, factor) = match numerator.before_and {
        Some((before, scale)) if above - before < below => (before, scale),
        _ => (0, 1),
    };
    let part = Number::ratio(above - whole, below)?;
    let certain = match (below, many) {
        (2, _) => above - whole == 1 && (i > numerator.end || whole > 0) || many,
        (4, true) => {
            let half = above - whole == 2 && c.is(end - 1, "quarters");
            let told = !half && (closes(c, end) || c.find(end, scale_of).is_some() || whole > 0);
            part < Number::from_int(1) && (joined || told)
        }
        (_, true) => true,
        (_, false) => above - whole == 1 && (closes(c, end) || i > numerator.end && !spread),
    };
    let spans = many && below == 4 && !joined && numerator.end > 1 && c.is_one_of(numerator.end - 2, SPANS);
    (certain && !spans).then(|| added(c, Number::from_int(whole), factor, part, end))?
}

/// A fraction whose denominator has a scale and more behind it: "one one hundred fifth", "one hundred one thousand fifths".
///
/// Nothing in the words parts the two numbers, so the run of them is cut where both sides are numbers and the fraction is below
/// one, which is what is meant: 100/1005, and not 101,000/5. Where no cut gives one, it is no such fraction.
pub(super) fn of_composite(c: &Cursor<'_>, at: usize, numerator: &Run) -> Option<Numeral> {
    let last = (at + 1..=numerator.end).rev();
    last.filter(|cut| c.find(*cut, |l| matches!(l, Lex::Small(1..) | Lex::Tens(_)).then_some(())).is_some()).find_map(|cut| {
        let above = run(&c.until(cut), at, false).filter(|above| above.end == cut)?.value;
        let below = run(c, cut, false).filter(|below| below.scale >= 100 && below.value % 100 == 0)?;
        let i = below.end + usize::from(c.is(below.end, "and"));
        let (more, many, end) = denominator(c, i).filter(|(more, ..)| *more < 100 && !matches!(more, 2 | 4))?;
        let certain = many || above == 1 && closes(c, end);
        let part = Number::ratio(above, below.value.checked_add(more)?).filter(|part| *part < Number::from_int(1))?;
        certain.then(|| Numeral::new(part, end, Shape::Share))
    })
}

/// `whole` and a part: of the scale behind the part, or of that of the whole where it is large ("two million and a half").
fn added(c: &Cursor<'_>, whole: Number, scale: i64, part: Number, end: usize) -> Option<Numeral> {
    let shape = if whole == Number::ZERO { Shape::Share } else { Shape::Words };
    if scale < 1_000 && whole != Number::ZERO {
        return Some(scaled(c, whole.plus(part)?, end, shape));
    }
    let own = of_scale(c, part, end);
    let (part, end) = match own {
        Some(found) => found,
        None if whole == Number::ZERO => return Some(Numeral::new(part, end, shape)),
        None => (part.times(Number::from_int(scale))?, end),
    };
    let shape = if own.is_some() { Shape::Words } else { shape };
    Some(Numeral { value: whole.plus(part)?, end, shape, scale: scale.max(2) })
}

/// A part of a scale: "three quarters billion", "two thirds of a million".
fn of_scale(c: &Cursor<'_>, part: Number, end: usize) -> Option<(Number, usize)> {
    let i = if c.is(end, "of") && c.is(end + 1, "a") { end + 2 } else { c.past_hyphen(end) };
    let scale = c.find(i, scale_of)?;
    Some((part.times(Number::from_int(scale))?, i + 1))
}

/// What stands behind a whole number: "½", "1/2", "and a half", "and two thirds".
pub(super) fn with_part(c: &Cursor<'_>, n: Numeral) -> Option<Numeral> {
    let (part, end) = part_after(c, n.end).filter(|_| n.value.is_integer())?;
    added(c, n.value, n.scale, part, end).map(|found| Numeral { shape: n.shape, ..found })
}

fn part_after(c: &Cursor<'_>, at: usize) -> Option<(Number, usize)> {
    if let Some((above, below)) = c.find(at, |l| if let Lex::Glyph(a, b) = l { Some((a, b)) } else { None }) {
        return Some((Number::ratio(above, below)?, at + 1));
    }
    let i = c.past_hyphen(at);
    if let Some(share) = slash(c, i).filter(|_| c.is_number(i)) {
        return Some((share.value, share.end));
    }
    if !c.is(i, "and") {
        return None;
    }
    let i = c.past_hyphen(i + 1);
    let (above, next) = if c.is(i, "a") || c.is(i, "an") { (1, i + 1) } else { run(c, i, false).map(|r| (r.value, r.end))? };
    let (below, many, end) = denominator(c, c.past_hyphen(next))?;
    // "Two and a quarter of them": the quarter is another's. "Two and a third man": an ordinal.
    let known = matches!(below, 2 | 4) || many || closes(c, end) || super::nouns::is_plural(c.word(end));
    let fits = above > 0 && above < below && (many || above == 1) && (below != 2 || !many);
    (known && fits && !c.is(end, "of")).then(|| Some((Number::ratio(above, below)?, end)))?
}

/// "One in five", "nine out of ten", "one in two thousand".
pub(super) fn one_in(c: &Cursor<'_>, above: Number, end: usize) -> Option<Numeral> {
    let one = above == Number::from_int(1) && c.is(end, "in");
    let next = if one { end + 1 } else { c.words(end, "out of")? };
    let next = next + usize::from(c.is(next, "every"));
    let (below, end) = if c.is_number(next) {
        // Four digits in a row may be a year.
        (digits(c.word(next)).filter(|_| !one || c.word(next).len() != 4)?, next + 1)
    } else {
        let article = c.is(next, "a");
        let below = run(c, next + usize::from(article), article)?;
        // "Five hundreds", where the scale is counted.
        let counted = c.find(below.end, |l| if let Lex::Plenty(n) = l { Some(n) } else { None });
        let value = counted.map_or(Some(below.value), |n| below.value.checked_mul(n))?;
        (Number::from_int(value), below.end + usize::from(counted.is_some()))
    };
    let timed = c.find(end, |l| matches!(l, Lex::Unit(..)).then_some(())).is_some() && one;
    let whole = below.is_integer() && above.is_integer() && above < below && !timed;
    whole.then(|| Some(Numeral::new(above.over(below)?, end, Shape::Share)))?
}

/// "One over twenty": only at the end of a clause, for "over" is a hedge and blood pressure; with another number above than one,
/// only where nothing else is written ("2000 over 3").
pub(super) fn over(c: &Cursor<'_>, above: Number, at: usize, end: usize) -> Option<Numeral> {
    if !c.is(end, "over") || !above.is_integer() {
        return None;
    }
    let (below, stop) = if c.is_number(end + 1) {
        (digits(c.word(end + 1)).filter(|n| n.is_integer())?, end + 2)
    } else {
        run(c, end + 1, false).map(|r| (Number::from_int(r.value), r.end))?
    };
    let closed = stop >= c.end || matches!(c.word(stop), "." | "?" | "!" | ")");
    let proper = closed && below > above && above == Number::from_int(1);
    (proper || c.is_whole(at, stop)).then(|| Some(Numeral::new(above.over(below)?, stop, Shape::Share)))?
}

/// "A half", "a quarter of", "a quarter million", "a hundredth".
pub(super) fn with_article(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let (below, _, end) = denominator(c, at + 1).filter(|d| !d.1)?;
    let part = Number::ratio(1, below)?;
    if below == 2
        && let Some(scaled) = half(c, at + 1).filter(|h| h.scale > 1)
    {
        return Some(scaled);
    }
    if let Some((value, end)) = of_scale(c, part, end).filter(|_| matches!(below, 2..=4)) {
        return Some(Numeral { value, end, shape: Shape::Words, scale: 2 });
    }
    // Alone a denominator below a hundred would rather be an ordinal: "won a third".
    let alone = at == c.start && end >= c.end;
    let before = |words: &[&str]| at > c.start && c.is_one_of(at - 1, words);
    let hedged = below < 100 && (before(HALVED) || (before(&["by"]) && (closes(c, end) || super::nouns::is_stop(c.word(end)))));
    let certain = c.is(end, "of") || alone || hedged || (closes(c, end) && (below >= 100 || below == 2));
    certain.then(|| Numeral::new(part, end, Shape::Share))
}

/// "Quarter million".
pub(super) fn quarter(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let i = c.past_hyphen(at + 1);
    let scale = c.find(i, scale_of)?;
    Some(Numeral { value: Number::ratio(scale, 4)?, end: i + 1, shape: Shape::Words, scale })
}

/// Words after which "half" is an amount by itself: "more than half", "almost half".
const HALVED: &[&str] = &["than", "almost", "nearly", "about", "roughly", "over", "around", "under", "approximately", "least", "exactly"];

/// "Half a million", "half-dozen", "half of", "more than half".
pub(super) fn half(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let half = Number::ratio(1, 2)?;
    let mut i = c.past_hyphen(at + 1);
    if c.is(i, "a") || c.is(i, "an") {
        i = c.past_hyphen(i + 1);
    }
    let whole = numerals::scaled(c, half, i, Shape::Words);
    if whole.scale > 1 {
        return Some(whole);
    }
    let hedged =
        i == at + 1 && at > c.start && c.is_one_of(at - 1, HALVED) && c.find(i, |l| matches!(l, Lex::Unit(..)).then_some(())).is_none();
    let share = c.is(at + 1, "of") || c.is(at + 1, "the") || hedged;
    share.then(|| Numeral::new(half, at + 1, Shape::Share))
}
