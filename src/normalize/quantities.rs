//! Reads the quantities of a sentence: hedge, currency, number, range, unit or counted noun, change.

use std::ops::Range;

use super::cursor::Cursor;
use super::measures::{self, Measure};
use super::numerals::{self, Numeral, Shape};
use super::{QuantitySpan, TimeSpan, ages, hedges, nouns, pattern};
use crate::text::{Token, TokenKind};
use crate::value::{Change, Modifier, Number, Quantity, Unit};

/// Appends the quantities of one sentence to `out`, in order and without overlap.
///
/// `range` are the sentence's tokens; it is cut to those that exist. Tokens of `taken`, which [`times`](super::times)
/// gave for the same sentence, are left alone, and so are ages. O(tokens); allocates nothing where nothing is found.
pub fn quantities(text: &str, tokens: &[Token], range: Range<usize>, taken: &[TimeSpan], out: &mut Vec<QuantitySpan>) {
    let c = Cursor::new(text, tokens, range);
    let mut taken = taken.iter().filter(|t| t.tokens.end > c.start).peekable();
    let mut at = c.start;
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
            Step::Found(found) => {
                let next = found.tokens.end;
                out.push(*found);
                next.max(at + 1)
            }
            Step::Pass(next) => next.max(at + 1),
        };
    }
}

enum Step {
    Found(Box<QuantitySpan>),
    Pass(usize),
}

fn step(c: &Cursor<'_>, at: usize, limit: usize) -> Step {
    let opens =
        c.is_number(at) || !c.lex(at).is_empty() || measures::before(c, at).is_some() || matches!(c.word(at), "~" | "≈" | "-" | "−");
    if !opens {
        return Step::Pass(at + 1);
    }
    if let Some((_, end)) = ages::age(c, at) {
        return Step::Pass(end);
    }
    if c.is_number(at) && c.touches(at + 1) && c.is_dash(at + 1) && is_chain(c, at) {
        return Step::Pass(chain_end(c, at));
    }
    match phrase(c, at) {
        Some(found) if found.tokens.end <= limit => Step::Found(Box::new(found)),
        _ => Step::Pass(at + 1),
    }
}

/// Whether numbers joined by hyphens are a telephone number, a code or a score rather than a range.
fn is_chain(c: &Cursor<'_>, at: usize) -> bool {
    if !(c.touches(at + 2) && c.is_number(at + 2)) {
        return false;
    }
    let longer = c.is_dash(at + 3) && c.touches(at + 3) && c.touches(at + 4) && c.is_number(at + 4);
    let score = [
        "win",
        "victory",
        "defeat",
        "loss",
        "draw",
        "lead",
        "vote",
        "decision",
        "ruling",
        "record",
        "triumph",
        "tie",
        "aggregate",
        "success",
    ];
    longer || c.is_one_of(at + 3, &score) || range_end(c, at).is_none()
}

fn range_end(c: &Cursor<'_>, at: usize) -> Option<()> {
    let (low, high) = (numerals::digits(c.word(at))?, numerals::numeral(c, at + 2)?);
    let behind = c.past_hyphen(high.end);
    let unit = measures::behind(c, behind).is_some() || c.is_word(behind);
    let money = at > c.start && measures::before(c, at - 1).is_some();
    (low < high.value && (unit || money || high.scale > 1)).then_some(())
}

fn chain_end(c: &Cursor<'_>, mut at: usize) -> usize {
    while c.is_dash(at + 1) && c.touches(at + 1) && c.touches(at + 2) && c.is_number(at + 2) {
        at += 2;
    }
    at + 1
}

/// An amount with what stands tight around its number.
struct Amount {
    value: Number,
    end: usize,
    shape: Shape,
    scale: i64,
    /// Where the number itself starts, behind sign and currency.
    number: usize,
    measure: Option<Measure>,
}

fn phrase(c: &Cursor<'_>, at: usize) -> Option<QuantitySpan> {
    if c.is(at, "between") {
        return between(c, at);
    }
    let hedge = hedges::before(c, at);
    let low = amount(c, hedge.map_or(at, |h| h.end))?;
    let high = upper(c, &low);
    let (value, upper, mut end, measure) = merged(low.value, &low, high.as_ref())?;
    let mut modifier = hedge.map(|h| h.modifier).or((low.shape == Shape::Plenty).then_some(Modifier::EqualOrMore));
    if let Some((behind, next)) = hedges::after(c, end) {
        (modifier, end) = (Some(behind), next);
    }
    let measure = measure.or_else(|| unit_behind(c, end));
    let noun = if measure.is_some() { None } else { nouns::counted(c, end, value == Number::from_int(1)) };
    if hedge.is_none_or(|h| h.end == at) && !stands_alone(c, at, &low, end, measure.is_some(), noun.as_ref()) {
        return None;
    }
    build(c, at, Quantity { amount: value, upper, unit: Unit::new(""), modifier, change: None }, end, measure, noun)
}

fn between(c: &Cursor<'_>, at: usize) -> Option<QuantitySpan> {
    let low = amount(c, at + 1)?;
    let first_end = low.measure.filter(|m| !m.money).map_or(low.end, |m| m.end);
    let mid = measures::behind(c, first_end).map_or(first_end, |m| m.end);
    let high = amount(c, mid + 1).filter(|h| c.is(mid, "and") && h.value >= shared(&low, h))?;
    if !same_unit(c, &low, mid, first_end, &high) {
        return None;
    }
    let (value, upper, end, measure) = merged(low.value, &low, Some(&high))?;
    let measure = measure.or_else(|| unit_behind(c, end));
    let noun = if measure.is_some() { None } else { nouns::counted(c, end, false) };
    build(c, at, Quantity { amount: value, upper, unit: Unit::new(""), modifier: None, change: None }, end, measure, noun)
}

fn build(
    c: &Cursor<'_>,
    at: usize,
    mut quantity: Quantity,
    end: usize,
    measure: Option<Measure>,
    noun: Option<(Range<usize>, usize)>,
) -> Option<QuantitySpan> {
    let hyphenated = c.is_hyphen(end) && c.is_lower(end + 1) && measure.is_none();
    let end = measure.map_or(end, |m| m.end.max(end));
    let noun = if hyphenated { attributive(c, end) } else { noun };
    quantity.unit = match (measure, &noun) {
        (Some(m), _) => Unit::new(m.unit),
        (None, Some((_, head))) if !c.is(*head, "others") => Unit::new(nouns::singular(c.word(*head))),
        _ => Unit::new(""),
    };
    quantity.change = change(c, at, end, measure.is_some());
    let tokens = at..end;
    (!tokens.is_empty()).then(|| QuantitySpan { span: c.span(&tokens), tokens, value: quantity, noun: noun.map(|n| n.0) })
}

/// "A 12-member panel".
fn attributive(c: &Cursor<'_>, end: usize) -> Option<(Range<usize>, usize)> {
    let excluded = ["something", "strong", "odd", "plus", "and", "to", "fold", "time", "year", "day", "month", "week", "hour", "minute"];
    (!c.is_one_of(end + 1, &excluded)).then_some((end + 1..end + 2, end + 1))
}

/// Sign, currency, number, scale.
fn amount(c: &Cursor<'_>, at: usize) -> Option<Amount> {
    if c.is(at, "magnitude") {
        let n = numerals::numeral(c, c.past_hyphen(at + 1)).filter(|n| n.shape == Shape::Digits)?;
        let measure = Some(Measure { unit: "magnitude", end: n.end, money: false });
        return Some(Amount { value: n.value, end: n.end, shape: n.shape, scale: 1, number: at, measure });
    }
    let sign = matches!(c.word(at), "-" | "−") && !c.touches(at) && c.touches(at + 1) && !c.is_capital(at.wrapping_sub(1));
    let minus = c.is(at, "minus");
    let negative = sign || minus;
    let unsigned = if minus { c.past_hyphen(at + 1) } else { at + usize::from(sign) };
    let currency = measures::before(c, unsigned);
    let number = currency.map_or(unsigned, |m| m.end);
    let mut n = numerals::numeral(c, number)?;
    widen(c, &mut n, currency.is_some());
    let value = if negative { Number::ZERO.minus(n.value)? } else { n.value };
    Some(Amount { value, end: n.end, shape: n.shape, scale: n.scale, number, measure: currency.map(|m| Measure { end: n.end, ..m }) })
}

/// "$300m", "10k people": a letter that stands for a scale.
fn widen(c: &Cursor<'_>, n: &mut Numeral, money: bool) {
    let Some(factor) = numerals::letter_scale(c, n.end).filter(|_| n.shape == Shape::Digits && n.scale == 1) else { return };
    let counts = c.is_lower(n.end + 1) && nouns::is_plural(c.word(n.end + 1)) || measures::behind(c, n.end + 1).is_some_and(|m| m.money);
    let counts = money || counts;
    if let Some(value) = n.value.times(Number::from_int(factor)).filter(|_| counts) {
        (n.value, n.scale, n.end) = (value, factor, n.end + 1);
    }
}

/// The upper end of a range: "10 to 15", "10-15", "five or six", "10% to 15%", "$10 to $15".
fn upper(c: &Cursor<'_>, low: &Amount) -> Option<Amount> {
    let first_end = low.measure.filter(|m| !m.money).map_or(low.end, |m| m.end);
    let mid = measures::behind(c, first_end).map_or(first_end, |m| m.end);
    let from = ["from"].iter().any(|w| c.before(low.number).eq_ignore_ascii_case(w));
    let linked = [first_end, mid].into_iter().find_map(|i| {
        let word = c.past_hyphen(i);
        if c.is(word, "to") {
            return Some((c.past_hyphen(word + 1), false));
        }
        if c.is(i, "or") {
            return Some((i + 1, true));
        }
        (c.is_dash(i) && c.touches(i) && c.touches(i + 1)).then_some((i + 1, false))
    });
    let (next, or) = linked.filter(|_| !from)?;
    let high = amount(c, next).filter(|h| matches!((low.shape, h.shape), (Shape::Digits | Shape::Words, Shape::Digits | Shape::Words)))?;
    let low_value = shared(low, &high);
    if !same_unit(c, low, mid, first_end, &high) || leaps(c, low, low_value, &high) {
        return None;
    }
    let near = !or || low_value.plus(Number::from_int(high.scale.max(1))) == Some(high.value);
    (high.value > low_value && near).then_some(high)
}

/// Whether both ends are in one unit, as far as both name one: "up 8 per cent to $50" is no range.
fn same_unit(c: &Cursor<'_>, low: &Amount, mid: usize, first_end: usize, high: &Amount) -> bool {
    let low_unit = low.measure.or_else(|| measures::behind(c, first_end).filter(|m| m.end == mid)).map(|m| m.unit);
    let high_unit = high.measure.or_else(|| unit_behind(c, high.end)).map(|m| m.unit);
    match (low_unit, high_unit) {
        (Some(a), Some(b)) => a == b,
        (Some(_), None) => low.measure.is_some(),
        (None, _) => high.measure.is_none_or(|m| !m.money),
    }
}

/// "Rose by 30 to 200": behind a verb of change the second is a level, unless the two lie close.
fn leaps(c: &Cursor<'_>, low: &Amount, value: Number, high: &Amount) -> bool {
    let far = value.times(Number::from_int(3)).is_none_or(|n| high.value > n);
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
    let measure = high.measure.or(low.measure).map(|m| Measure { end: high.end, ..m });
    Some((shared(low, high), Some(high.value), high.end, measure))
}

/// The unit behind, joined by a hyphen ("5.9-magnitude", "90-mile") or not.
fn unit_behind(c: &Cursor<'_>, end: usize) -> Option<Measure> {
    measures::behind(c, c.past_hyphen(end))
}

/// Words before a number that make it a name or a place in an order.
const LABELS: &[&str] = &[
    "no",
    "no.",
    "nos",
    "number",
    "numbers",
    "page",
    "pages",
    "chapter",
    "section",
    "article",
    "room",
    "flight",
    "route",
    "highway",
    "interstate",
    "channel",
    "level",
    "grade",
    "category",
    "phase",
    "type",
    "version",
    "day",
    "area",
    "gate",
    "platform",
    "line",
    "figure",
    "step",
    "stage",
    "class",
    "district",
    "ward",
    "zone",
    "paragraph",
    "rule",
    "title",
    "volume",
    "vol",
    "episode",
    "part",
    "covid",
    "sars",
    "apartment",
    "suite",
    "box",
    "mark",
    "formula",
];

/// Nouns of persons and losses: a number before them counts even behind a name ("In Exampleton 12 people …").
const COUNTED: &[&str] = &[
    "people",
    "persons",
    "men",
    "women",
    "children",
    "officers",
    "soldiers",
    "troops",
    "workers",
    "passengers",
    "students",
    "civilians",
    "residents",
    "patients",
    "cases",
    "deaths",
    "victims",
    "others",
    "protesters",
    "homes",
    "houses",
];

/// Whether the number is one, and not a name's part, an ordinal, a year, a code, or a pronoun.
fn stands_alone(c: &Cursor<'_>, at: usize, low: &Amount, end: usize, measured: bool, noun: Option<&(Range<usize>, usize)>) -> bool {
    let number = low.number;
    if pattern::is_suffix(c, low.end) || is_glued(c, number, at) || is_glued_behind(c, end, measured) {
        return false;
    }
    let opens_list = number == c.start && matches!(c.word(end), "." | ")") && end < c.end;
    let labelled = number > c.start && c.is_one_of(number - 1, LABELS);
    if opens_list || labelled || is_group(c, number) || is_year_or_code(c, number, end, measured, noun.is_some()) {
        return false;
    }
    let counts = measured || noun.is_some_and(|(_, head)| COUNTED.iter().any(|w| c.is(*head, w)));
    let named = c.is_number(number) && end == number + 1 && c.is_capital(end) && noun.is_none();
    if (follows_name(c, at) || named) && !counts {
        return false;
    }
    if low.shape == Shape::Words && low.scale == 1 && !measured {
        return !is_pronoun(c, number, end, low.value, noun.is_some());
    }
    true
}

/// Part of a longer token: "F-16", "example.com/12", "#3".
fn is_glued(c: &Cursor<'_>, number: usize, at: usize) -> bool {
    if number != at || at == c.start || !c.touches(number) {
        return false;
    }
    let before = c.word(number - 1);
    let code = c.touches(number - 1) && c.before(number - 1).ends_with(|l: char| l.is_ascii_digit()) && before == ",";
    code || matches!(before, "/" | "_" | "=" | "&" | "@" | "#" | "." | ":" | "\\" | "+" | "⁄")
        || c.is_dash(number - 1) && c.touches(number - 1)
}

/// Digits with letters on: "5G", "4x4", "3D".
fn is_glued_behind(c: &Cursor<'_>, end: usize, measured: bool) -> bool {
    let letters = c.touches(end) && c.is_word(end) && !measured && c.is_number(end - 1);
    letters || (c.touches(end) && matches!(c.word(end), "/" | "_" | "@" | "⁄" | "×" | "^") && c.touches(end + 1) && c.is_number(end - 1))
}

/// "Group of Seven", "round of 16".
fn is_group(c: &Cursor<'_>, number: usize) -> bool {
    number >= c.start + 2 && c.is(number - 1, "of") && (c.word(number - 2) == "Group" || c.is(number - 2, "round"))
}

fn is_year_or_code(c: &Cursor<'_>, number: usize, end: usize, measured: bool, noun: bool) -> bool {
    let token = c.word(number);
    if measured || end != number + 1 || !token.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    c.is_one_of(end, &["bc", "b.c.", "ad", "a.d.", "bce"])
        || (token.len() >= 8)
        || (token.len() == 4 && pattern::year(c, number).is_some() && !noun)
}

/// A capitalised word right before, inside the sentence: "Exampler 737", "Formula One".
fn follows_name(c: &Cursor<'_>, at: usize) -> bool {
    at > c.start + 1
        && c.kind(at - 1) == Some(TokenKind::Word)
        && c.word(at - 1).contains(char::is_uppercase)
        && c.lex(at - 1).is_empty()
        && !c.is(at - 1, "i")
}

/// Words behind "one" that make it a pronoun or a manner of speaking.
const MANNERS: &[&str] =
    &["of", "another", "day", "thing", "point", "time", "side", "hand", "way", "reason", "step", "example", "exception"];

fn is_pronoun(c: &Cursor<'_>, number: usize, end: usize, value: Number, noun: bool) -> bool {
    if value == Number::from_int(1) {
        return !noun || c.is_one_of(end, MANNERS);
    }
    let definite = number > c.start && c.is_one_of(number - 1, &["the", "these", "those", "all", "both", "other"]);
    !noun && (definite || c.is_capital(number) && number > c.start)
}

const UP: &[&str] = &[
    "rose",
    "rise",
    "rises",
    "risen",
    "rising",
    "increase",
    "increased",
    "increases",
    "increasing",
    "grew",
    "grow",
    "grown",
    "growing",
    "growth",
    "up",
    "jumped",
    "jump",
    "climbed",
    "climb",
    "gained",
    "gain",
    "gains",
    "surged",
    "surge",
    "soared",
    "advanced",
    "added",
    "expanded",
    "improved",
    "hike",
    "raised",
];
const DOWN: &[&str] = &[
    "fell",
    "fall",
    "falls",
    "fallen",
    "falling",
    "decrease",
    "decreased",
    "decreases",
    "drop",
    "dropped",
    "declined",
    "decline",
    "down",
    "lost",
    "slid",
    "slipped",
    "plunged",
    "plunge",
    "tumbled",
    "shrank",
    "shrunk",
    "contracted",
    "sank",
    "cut",
    "reduced",
    "reduction",
    "lowered",
    "dipped",
    "slumped",
    "shed",
    "eased",
];
/// Verbs whose object a count is ("lost 30 men", "added two goals"): a change only of money and measures.
const OBJECTS: &[&str] = &["added", "lost", "gained", "gain", "gains", "cut", "raised", "shed", "reduced", "improved"];
/// Verbs that take "up" or "down" with them.
const PHRASAL: &[&str] = &[
    "gave", "give", "gives", "given", "giving", "make", "makes", "made", "making", "took", "take", "set", "picked", "put", "ended",
    "gunned", "shot",
];
/// Words that may stand between the verb and the amount.
const LINKS: &[&str] =
    &["by", "of", "another", "a", "an", "further", "about", "around", "nearly", "almost", "some", "as", "much", "only", "just", "sharply"];

/// Whether the amount is a change: "rose 5%", "up 3 percent", "a 12% drop". "Rose to 12" is a level.
fn change(c: &Cursor<'_>, at: usize, end: usize, measured: bool) -> Option<Change> {
    let way = |i: usize| {
        if c.is_one_of(i, OBJECTS) && !measured || c.is_one_of(i, &["up", "down"]) && c.is_one_of(i.wrapping_sub(1), PHRASAL) {
            None
        } else if c.is_one_of(i, UP) {
            Some(Change::Up)
        } else if c.is_one_of(i, DOWN) {
            Some(Change::Down)
        } else {
            None
        }
    };
    let mut i = at;
    for _ in 0..4 {
        let Some(before) = i.checked_sub(1) else { break };
        if let Some(change) = way(before) {
            return Some(change);
        }
        if !c.is_one_of(before, LINKS) {
            break;
        }
        i = before;
    }
    let more = |i: usize| {
        if c.is_one_of(i, &["higher", "more"]) {
            Some(Change::Up)
        } else if c.is_one_of(i, &["lower", "less", "fewer"]) {
            Some(Change::Down)
        } else {
            None
        }
    };
    let noun = c.is_one_of(
        end,
        &[
            "increase",
            "rise",
            "jump",
            "gain",
            "growth",
            "surge",
            "hike",
            "decrease",
            "drop",
            "fall",
            "decline",
            "cut",
            "reduction",
            "plunge",
            "slump",
        ],
    );
    if noun { way(end) } else { more(end).filter(|_| c.is(end + 1, "than")) }
}
