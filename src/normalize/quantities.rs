//! Reads the quantities of a sentence: hedge, currency, number, range, unit or counted noun, rate, change.
//!
//! `amounts` reads a number with its currency, `standing` says which numbers are none, `changes` which amounts are a change.

use std::ops::Range;

use super::amounts::{Amount, amount};
use super::changes::{change, moved};
use super::cursor::Cursor;
use super::lexicon::Lex;
use super::measures::{self, Measure};
use super::numerals::{self, Shape};
use super::standing::{is_chain, is_free, is_telephone, is_year, stands_alone};
use super::{QuantitySpan, TimeSpan, ages, currencies, hedges, listed, nouns, rates};
use crate::text::Token;
use crate::value::{Change, Modifier, Number, Quantity, Unit};

/// Appends the quantities of one sentence to `out`, in order and without overlap.
///
/// `range` are the sentence's tokens; it is cut to those that exist. Tokens of `taken`, which [`times`](super::times)
/// gave for the same sentence, are left alone, and so are ages. O(tokens); allocates nothing where nothing is found.
pub fn quantities(text: &str, tokens: &[Token], range: Range<usize>, taken: &[TimeSpan], out: &mut Vec<QuantitySpan>) {
    let c = Cursor::new(text, tokens, range);
    let mut taken = taken.iter().filter(|t| t.tokens.end > c.start).peekable();
    let mut at = c.start;
    let first = out.len();
    while at < c.end {
        while taken.peek().is_some_and(|t| t.tokens.end <= at) {
            taken.next();
        }
        if let Some(time) = taken.peek().filter(|t| t.tokens.contains(&at)) {
            at = time.tokens.end;
            continue;
        }
        let limit = taken.peek().map_or(c.end, |t| t.tokens.start);
        at = match step(&c, at, limit) {
            Step::Found(mut found) => {
                let next = found.tokens.end;
                if let Some(before) = out[first..].last() {
                    restate(&c, before, &mut found);
                }
                out.push(*found);
                next
            }
            Step::Pass(next) => next,
        };
    }
}

enum Step {
    Found(Box<QuantitySpan>),
    Pass(usize),
}

fn step(c: &Cursor<'_>, at: usize, limit: usize) -> Step {
    if !opens(c, at) && !opens_dollars(c, at) {
        return Step::Pass(at + 1);
    }
    if let Some((_, end)) = ages::age(c, at) {
        return Step::Pass(end);
    }
    let signed = at + usize::from(c.word(at) == "+" && c.touches(at + 1));
    if c.is_number(signed) && (c.touches(signed + 1) && c.is_dash(signed + 1) && is_chain(c, signed)) {
        // The others touch the one before, and are nothing by themselves.
        return Step::Pass(signed + 1);
    }
    if is_telephone(c, signed, signed > at) {
        return Step::Pass((signed..c.end).find(|i| !c.is_number(*i)).unwrap_or(c.end));
    }
    match phrase(c, at, limit) {
        Some(found) if found.tokens.end <= limit => Step::Found(Box::new(found)),
        _ => Step::Pass(at + 1),
    }
}

/// Whether a quantity may start here: most words are ruled out by one look-up.
fn opens(c: &Cursor<'_>, at: usize) -> bool {
    if c.is_number(at) {
        return true;
    }
    let lex = c.lex(at);
    if !lex.is_empty() {
        let article = c.is(at, "a") || c.is(at, "an");
        let number = lex.iter().any(|l| l.is_number()) || !article && lex.contains(&Lex::Opens) && c.is_one_of(at, OPENERS);
        let hedged = lex.contains(&Lex::Hedge);
        return number
            || (article && c.lex(at + 1).iter().any(|l| l.is_number() || *l == Lex::Opens))
            || (hedged && hedges::before(c, at).is_some());
    }
    if c.is_word(at) {
        return c.is(at, "from") || has_money(c, at);
    }
    matches!(c.word(at), "~" | "≈" | "-" | "−" | "–" | "+" | ".") || measures::before(c, at).is_some()
}

/// "A$5": letters that tell whose dollar it is, where they are a word as well.
fn opens_dollars(c: &Cursor<'_>, at: usize) -> bool {
    c.word(at + 1) == "$" && measures::before(c, at).is_some()
}

/// Words that mean no number and open one.
const OPENERS: &[&str] = &["between", "minus", "negative", "several", "few", "magnitude"];

/// Letters that money is written with: "USD 14", "USD14m", "RM17".
fn has_money(c: &Cursor<'_>, at: usize) -> bool {
    let word = c.word(at).as_bytes();
    let capital = word.first().is_some_and(u8::is_ascii_uppercase);
    // "$US5": the sign alone would do.
    capital && ((word.len() < 5 && measures::before(c, at).is_some()) || word.iter().any(u8::is_ascii_digit))
}

/// What a phrase says but for its noun and its place.
#[derive(Clone, Copy)]
struct Parts {
    amount: Number,
    upper: Option<Number>,
    modifier: Option<Modifier>,
    change: Option<Change>,
    end: usize,
    measure: Option<Measure>,
}

fn phrase(c: &Cursor<'_>, at: usize, limit: usize) -> Option<QuantitySpan> {
    if c.is(at, "between") {
        return between(c, at, limit);
    }
    if c.is(at, "from") {
        return from_to(c, at, limit);
    }
    if let Some(digit) = listed::read_out(c, at) {
        let value = Quantity::new(Number::from_int(digit), "");
        return Some(QuantitySpan { span: c.span(&(at..at + 1)), tokens: at..at + 1, value, noun: None });
    }
    let hedge = hedges::before(c, at);
    let Some(low) = amount(c, hedge.map_or(at, |h| h.end)) else { return vague(c, at, limit) };
    if low.number > at && ages::age(c, low.number).is_some() {
        return None;
    }
    let high = upper(c, &low);
    let (value, upper, end, measure) = merged(low.value, &low, high.as_ref())?;
    let own = match low.shape {
        Shape::Plenty => Some(Modifier::EqualOrMore),
        Shape::Rounded => Some(Modifier::Approx),
        Shape::Digits | Shape::Words | Shape::Share => None,
    };
    let modifier = hedge.map(|h| h.modifier).or(own);
    let change = (low.plus && low.number > at).then_some(Change::Up);
    let mut parts = Parts { amount: value, upper, modifier, change, end, measure };
    parts.hedge_behind(c);
    parts.measure = parts.measure.map(|m| Measure { end: parts.end, ..m }).or_else(|| unit_behind(c, parts.end));
    parts.compound(c);
    let noun = if parts.measure.is_some() { None } else { nouns::counted(c, parts.end, parts.amount == Number::from_int(1)) };
    let figures = c.is_hyphen(parts.end) && c.is(parts.end + 1, "figure");
    if figures || !is_free(c, at, &low, parts.end, parts.measure.is_some()) {
        return None;
    }
    if hedge.is_none_or(|h| h.end == at) && !stands_alone(c, at, &low, parts.end, parts.measure.is_some(), noun.as_ref()) {
        return None;
    }
    build(c, at, parts, noun, limit)
}

/// Words that count without a number, and the range that a reader takes from them; by the letter, they say the least of it and more.
/// The figures are ours.
const VAGUE: &[(&str, i64, i64)] = &[("several", 3, 9), ("a few", 3, 5), ("a handful of", 3, 6)];

/// "Several people", "a handful of houses": only of what is counted.
fn vague(c: &Cursor<'_>, at: usize, limit: usize) -> Option<QuantitySpan> {
    let (end, low, high) = VAGUE.iter().find_map(|(words, low, high)| Some((c.words(at, words)?, *low, *high)))?;
    // "Several times" says how often.
    let noun = nouns::counted(c, end, false).filter(|n| !c.is(n.1, "times"))?;
    let (amount, upper) = (Number::from_int(low), Some(Number::from_int(high)));
    let parts = Parts { amount, upper, modifier: Some(Modifier::EqualOrMore), change: None, end, measure: None };
    build(c, at, parts, Some(noun), limit)
}

impl Parts {
    /// "12 or more", "20-odd".
    fn hedge_behind(&mut self, c: &Cursor<'_>) {
        if let Some((behind, next)) = hedges::after(c, self.end) {
            (self.modifier, self.end) = (Some(behind), next);
        }
    }

    /// What may stand behind the unit: whose dollar it is, its parts ("5 feet 2 inches"), a hedge ("5% or more").
    fn compound(&mut self, c: &Cursor<'_>) {
        let Some(mut m) = self.measure else { return };
        if m.unit == "$"
            && let Some((unit, end)) = measures::whose_dollar(c, m.end)
        {
            m = Measure { unit, end, ..m };
        }
        if self.upper.is_none()
            && let Some((value, unit, end)) = smaller(c, self.amount, m)
        {
            self.amount = value;
            m = Measure { unit, end, ..m };
        }
        if self.modifier.is_none()
            && let Some((behind, next)) = hedges::after(c, m.end).filter(|_| !c.is(m.end, "plus"))
        {
            self.modifier = Some(behind);
            m.end = next;
        }
        self.measure = Some(m);
    }
}

/// "4 inches" behind "5 feet", "20 cents" or "20" behind "4 dollars".
fn smaller(c: &Cursor<'_>, value: Number, whole: Measure) -> Option<(Number, &'static str, usize)> {
    let linked = c.is(whole.end, "and");
    let at = whole.end + usize::from(linked || c.word(whole.end) == ",");
    let n = numerals::numeral(c, at).filter(|n| matches!(n.shape, Shape::Digits | Shape::Words) && n.scale == 1 && value.is_integer())?;
    let named = unit_behind(c, n.end).and_then(|part| Some((measures::part_of(whole.unit, part.unit)?, part)));
    // "A 5 ft 4 in wall": only there is "in" a unit.
    let inch = whole.unit == "ft" && c.is(n.end, "in") && (!linked && c.is_number(at)) && !c.is(n.end + 1, "the");
    let (parts, end) = match named {
        Some((parts, part)) => (parts, part.end),
        None if inch => (12, n.end + 1),
        None => (100, bare_part(c, whole, at, n.end, linked).then_some(n.end)?),
    };
    let unit = if whole.unit == "GBP" && parts == 16 { "lb" } else { whole.unit };
    let part = n.value.over(Number::from_int(parts)).filter(|p| *p < Number::from_int(1))?;
    Some((value.plus(part)?, unit, end))
}

/// "18 dollars 40", "19 USD 35": two digits that nothing else is told of.
fn bare_part(c: &Cursor<'_>, whole: Measure, at: usize, end: usize, linked: bool) -> bool {
    let digits = if c.is_number(at) { c.word(at).len() == 2 && end == at + 1 } else { end > at + usize::from(!linked) };
    let closed = !c.is_word(end) || (!linked && c.is(end, "more"));
    let behind = whole.money && currencies::has_parts(whole.unit) && c.is_word(whole.end - 1) && c.word(at - 1) != ",";
    behind && digits && closed && !matches!(c.word(end), "%" | "-" | "/" | "$" | "€" | "£") && !c.is_number(end)
}

fn between(c: &Cursor<'_>, at: usize, limit: usize) -> Option<QuantitySpan> {
    let low = amount(c, at + 1)?;
    let mid = measures::behind(c, low.end).map_or(low.end, |m| m.end);
    let high = amount(c, mid + 1).filter(|h| (c.is(mid, "and") || c.is(mid, "to")) && h.value >= shared(&low, h))?;
    if !same_unit(c, &low, &high) {
        return None;
    }
    let (amount, upper, end, measure) = merged(low.value, &low, Some(&high))?;
    let measure = measure.or_else(|| unit_behind(c, end));
    let noun = if measure.is_some() { None } else { nouns::counted(c, end, false) };
    build(c, at, Parts { amount, upper, modifier: None, change: None, end, measure }, noun, limit)
}

/// "From 6 to 8 per cent", and what moved: "fell from 118 pounds to 107". A move is a range whose change says which way.
fn from_to(c: &Cursor<'_>, from: usize, limit: usize) -> Option<QuantitySpan> {
    let at = from + 1;
    let hedge = hedges::before(c, at);
    let low = amount(c, hedge.map_or(at, |h| h.end))?;
    // "From $5 CAD to $6 CAD"
    let named = |a: &Amount| a.measure.map(|m| measures::whose_dollar(c, a.end).map_or(m, |(unit, end)| Measure { unit, end, ..m }));
    let low_unit = named(&low).or_else(|| unit_behind(c, low.end));
    let told = low_unit.map_or(low.end, |m| m.end);
    let rate = low_unit.and_then(|_| rates::rate(c, told));
    let mid = rate.as_ref().map_or(told, |r| r.1);
    if !c.is(mid, "to") {
        return None;
    }
    let second = hedges::before(c, mid + 1);
    let high = amount(c, second.map_or(mid + 1, |h| h.end))?;
    let plain = |shape| matches!(shape, Shape::Digits | Shape::Words);
    let years = is_year(c, low.number) && is_year(c, high.number);
    if !(plain(low.shape) && plain(high.shape)) || years {
        return None;
    }
    let high_unit = named(&high).or_else(|| unit_behind(c, high.end));
    let noun = if high_unit.is_some() { None } else { nouns::counted(c, high.end, false) };
    let agree = match (low_unit, high_unit) {
        (Some(a), Some(b)) => a.unit == b.unit || is_dollar(a, b) || is_dollar(b, a),
        (Some(_), None) => noun.is_none(),
        (None, Some(b)) => !b.money || high.measure.is_none(),
        (None, None) => true,
    };
    let first = shared(&low, &high);
    // "From 20 to 30-40": the end is a range itself.
    let open = c.is_dash(high.end) && c.is_number(high.end + 1);
    let free = is_free(c, at, &low, low.end, low_unit.is_some());
    if !agree || open || !free || !stands_alone(c, at, &low, low.end, low_unit.is_some() || high_unit.is_some(), Some(&(at..at, at))) {
        return None;
    }
    let (amount, upper) = if first <= high.value { (first, high.value) } else { (high.value, first) };
    let falls = first > high.value;
    let change = moved(c, from).map(|_| if falls { Change::Down } else { Change::Up });
    // "From 9 to 5": hours, where nothing moves and nothing is measured.
    if falls && change.is_none() && low_unit.or(high_unit).is_none() {
        return None;
    }
    let end = high_unit.map_or(high.end, |m| m.end);
    let measure = low_unit.filter(|m| m.unit != "$").or(high_unit).or(low_unit).map(|m| Measure { end, ..m });
    let modifier = hedge.map(|h| h.modifier).filter(|_| second.is_none());
    let mut found = build(c, at, Parts { amount, upper: Some(upper), modifier, change, end, measure }, noun, limit)?;
    if let (Some((per, _)), Some(m), false) = (rate, measure, found.value.unit.as_str().contains('/')) {
        found.value.unit = rates::rated(m.unit, &per);
    }
    found.value.change = change;
    Some(found)
}

fn build(c: &Cursor<'_>, at: usize, parts: Parts, noun: Option<(Range<usize>, usize)>, limit: usize) -> Option<QuantitySpan> {
    let Parts { amount, upper, modifier, change: told, end, measure } = parts;
    let hyphenated = c.is_hyphen(end) && c.is_lower(end + 1) && measure.is_none();
    let end = measure.map_or(end, |m| m.end);
    let noun = if hyphenated { attributive(c, end) } else { noun };
    let counted = noun.as_ref().filter(|(_, head)| !c.is(*head, "others"));
    let rate = rates::rate(c, counted.map_or(end, |n| n.0.end)).filter(|_| measure.is_some() || counted.is_some());
    let unit = match (measure, counted) {
        (Some(m), _) => Unit::new(m.unit),
        (None, Some((_, head))) => Unit::new(nouns::singular(c.word(*head))),
        _ => Unit::new(""),
    };
    let whole = counted.is_some_and(|(_, head)| rate.is_none() && upper.is_none() && nouns::is_plural(c.word(*head)));
    let amount = if whole { thousands(c, at..end, amount).unwrap_or(amount) } else { amount };
    // "Lost 30 men", "lost $310 million": what somebody no longer has, and no change of an amount, as "added 15 sen to 2.70" is.
    let change = told.or_else(|| change(c, at, end, measure.is_some_and(|m| !m.money || c.is(end, "to"))));
    let (unit, end) = match rate {
        // A time that was read before keeps its tokens.
        Some((per, stop)) if measure.is_some() => (rates::rated(unit.as_str(), &per), stop.min(limit).max(end)),
        Some((per, _)) => (rates::rated(unit.as_str(), &per), end),
        None => (unit, end),
    };
    let tokens = at..end;
    let written = written(c, tokens.clone(), amount).filter(|_| upper.is_none());
    let value = Quantity { amount, upper, unit, modifier, change, written };
    (!tokens.is_empty()).then(|| QuantitySpan { span: c.span(&tokens), tokens, value, noun: noun.map(|n| n.0) })
}

/// "12.000 people" are twelve thousand: nobody counts people to the third decimal. Averages are not counted.
fn thousands(c: &Cursor<'_>, mut words: Range<usize>, amount: Number) -> Option<Number> {
    let figures = words.find(|i| c.is_number(*i))?;
    let told = numerals::digits(c.word(figures)) == Some(amount);
    let mean = |i: usize| c.is_one_of(i, &["average", "averaged", "averaging", "averages", "mean", "median"]);
    let mean = (figures.saturating_sub(AVERAGED)..figures + AVERAGED).any(mean);
    numerals::thousands(c.word(figures)).filter(|_| told && !mean)
}

/// How many tokens from a figure "average" tells that it is one.
const AVERAGED: usize = 5;

/// What the last digit written stands for, where that is a zero behind the point: a tenth in "90.0 %", a hundred million in
/// "$4.0 billion".
fn written(c: &Cursor<'_>, mut words: Range<usize>, amount: Number) -> Option<Number> {
    let figures = words.find(|i| c.is_number(*i)).map(|i| c.word(i))?;
    let place = crate::value::written(figures)?;
    let told = numerals::digits(figures)?;
    let scale = if told == Number::ZERO { Number::from_int(1) } else { amount.abs().over(told)? };
    place.times(scale).filter(|_| scale.granularity() == scale)
}

/// "More than 9 million crowns ($2 million)": an amount told again in brackets, in another unit, is hedged as it was.
fn restate(c: &Cursor<'_>, before: &QuantitySpan, found: &mut QuantitySpan) {
    let at = found.tokens.start;
    let bracket = at == before.tokens.end + 1 && matches!(c.word(at - 1), "(" | "/" | "[");
    let (old, new) = (&before.value, &mut found.value);
    let again = bracket && old.unit != new.unit && !old.unit.is_count() && !new.unit.is_count();
    if again && new.modifier.is_none() && new.change.is_none() {
        (new.modifier, new.change) = (old.modifier, old.change);
    }
}

/// "A 12-member panel".
fn attributive(c: &Cursor<'_>, end: usize) -> Option<(Range<usize>, usize)> {
    let excluded = ["something", "strong", "odd", "plus", "and", "to", "fold", "time", "year", "day", "month", "week", "hour", "minute"];
    (!c.is_one_of(end + 1, &excluded)).then_some((end + 1..end + 2, end + 1))
}

/// The upper end of a range: "10 to 15", "10-15", "five or six", "10% to 15%", "$10 to $15".
fn upper(c: &Cursor<'_>, low: &Amount) -> Option<Amount> {
    let mid = measures::behind(c, low.end).map_or(low.end, |m| m.end);
    let from = c.before(low.number).eq_ignore_ascii_case("from");
    let linked = [low.end, mid].into_iter().find_map(|i| {
        // "A 6- to 9-metre wall"
        let hangs = c.word(i) == "-" && c.touches(i) && !c.touches(i + 1);
        let word = if hangs { i + 1 } else { c.past_hyphen(i) };
        if c.is(word, "to") {
            return Some((c.past_hyphen(word + 1), false, false));
        }
        if c.is(word, "or") && (word == i || hangs) {
            return Some((word + 1, true, false));
        }
        // "2% - 3%": a dash with spaces on both sides links amounts of one unit, or bare figures where it is no hyphen.
        let wide = !c.touches(i);
        // "$140- $150 million": a space behind the dash is a slip between two sums.
        let sum = |a: &Amount| a.measure.is_some_and(|m| m.money);
        let slip = || sum(low) && !wide && amount(c, i + 1).as_ref().is_some_and(sum);
        (c.is_dash(i) && (c.touches(i) == c.touches(i + 1) || slip())).then_some((i + 1, false, wide))
    });
    let (next, or, wide) = linked.filter(|_| !from)?;
    let money = low.measure.filter(|m| m.money);
    let letters = |h: Amount| money.filter(|_| h.measure.is_none()).map_or(h, |m| super::amounts::with_letters(c, h, m.unit));
    let high = amount(c, next).map(letters);
    let high = high.filter(|h| matches!((low.shape, h.shape), (Shape::Digits | Shape::Words, Shape::Digits | Shape::Words)))?;
    let low_value = shared(low, &high);
    if !same_unit(c, low, &high) || leaps(c, low, low_value, &high) {
        return None;
    }
    let figures = c.is_number(next - 2) && c.is_number(next);
    // "25 - 30 people": a hyphen that stands for a dash, where both ends count one thing.
    let counted = || nouns::counted(c, high.end, false).is_some_and(|n| n.0.start == high.end && nouns::is_plural(c.word(n.1)));
    let bare = figures && (c.word(next - 1) == "–" || c.word(next - 1) == "-" && low.measure.is_none() && counted());
    if wide && !bare && !(is_named(c, low.measure, low.end) && is_named(c, high.measure, high.end)) {
        return None;
    }
    let near = !or || low_value.plus(Number::from_int(high.scale.max(1))) == Some(high.value);
    (high.value > low_value && near).then_some(high)
}

/// Whether the one is a dollar, and the other the dollar of a country.
fn is_dollar(open: Measure, named: Measure) -> bool {
    open.unit == "$" && named.unit.ends_with('D')
}

/// Whether an amount names its unit, before it or behind.
fn is_named(c: &Cursor<'_>, measure: Option<Measure>, end: usize) -> bool {
    measure.is_some() || unit_behind(c, end).is_some()
}

/// Whether both ends are in one unit, as far as both name one: "up 8 per cent to $50" is no range.
fn same_unit(c: &Cursor<'_>, low: &Amount, high: &Amount) -> bool {
    let low_unit = low.measure.or_else(|| measures::behind(c, low.end)).map(|m| m.unit);
    let high_unit = high.measure.or_else(|| unit_behind(c, high.end)).map(|m| m.unit);
    // "$3 CAD to $4 AUD"
    let whose = |a: &Amount| measures::whose_dollar(c, a.end).filter(|_| a.measure.is_some_and(|m| m.unit == "$"));
    if whose(low).zip(whose(high)).is_some_and(|(a, b)| a.0 != b.0) {
        return false;
    }
    match (low_unit, high_unit) {
        // "US$51 to $57 billion"
        (Some(a), Some(b)) => a == b || (b == "$" && low.measure.is_some() && a.ends_with('D')),
        (Some(_), None) => low.measure.is_some(),
        (None, _) => high.measure.is_none_or(|m| !m.money),
    }
}

/// "Rose by 30 to 200": behind a verb of change the second is a level, unless the two lie close.
fn leaps(c: &Cursor<'_>, low: &Amount, value: Number, high: &Amount) -> bool {
    let far = value.times(Number::from_int(3)).is_some_and(|n| high.value > n);
    far && low.number > c.start && change(c, low.number - usize::from(low.measure.is_some_and(|m| m.money)), high.end, true).is_some()
}

/// The lower end in the upper end's scale: "1 to 2 million".
fn shared(low: &Amount, high: &Amount) -> Number {
    let scaled = || low.value.times(Number::from_int(high.scale));
    if low.scale == 1 && high.scale > 1 && low.value < Number::from_int(1000) {
        scaled().filter(|v| *v < high.value).unwrap_or(low.value)
    } else {
        low.value
    }
}

fn merged(value: Number, low: &Amount, high: Option<&Amount>) -> Option<(Number, Option<Number>, usize, Option<Measure>)> {
    let Some(high) = high else { return Some((value, None, low.end, low.measure)) };
    let measure = high.measure.filter(|m| m.unit != "$").or(low.measure).or(high.measure).map(|m| Measure { end: high.end, ..m });
    Some((shared(low, high), Some(high.value), high.end, measure))
}

/// The unit behind, joined by a hyphen ("5.9-magnitude", "90-mile") or not.
fn unit_behind(c: &Cursor<'_>, end: usize) -> Option<Measure> {
    measures::behind(c, c.past_hyphen(end))
}
