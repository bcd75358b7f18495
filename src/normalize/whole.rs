//! Reads a text that is one expression, as records carry values.

use super::cursor::Cursor;
use super::{Context, QuantitySpan, TimeSpan, TimeValue, measures, nouns, numerals, periods, quantities, times};
use crate::claim::Attribute;
use crate::ontology::{AttributeType, Ontology, ValueKind};
use crate::text::{Token, tokens};
use crate::value::{Duration, Normalized, Place, Quantity, Status, Time, Value, ValueRecord};

/// Words before a value that do not change it.
const LEADS: &[&str] = &["on", "in", "at", "for", "during", "since", "from", "the", "lasted", "lasting", "by", "over", "within", "of"];

/// The time that `text` is, in words or in canonical form.
pub fn time(text: &str, context: &Context) -> Option<Time> {
    if let Some(time) = written(text.trim()) {
        return Some(time);
    }
    if let Some(form) = periods::whole(text) {
        return Some(Time::new(form));
    }
    match whole_time(text, context)? {
        TimeValue::Time(time) => Some(time),
        TimeValue::Duration(_) | TimeValue::Length(_) | TimeValue::Set(_) => None,
    }
}

/// A canonical value, or one of RFC 3339, whose seconds are not kept.
fn written(text: &str) -> Option<Time> {
    if let Ok(time) = text.parse() {
        return Some(time);
    }
    let (day, clock) = text.split_at_checked(10).filter(|t| t.1.starts_with(['T', ' ']))?;
    let clock = &clock[1..];
    let zone = clock.find(['Z', 'z', '+', '-']).unwrap_or(clock.len());
    let minute = clock[..zone].get(..5)?;
    let seconds = clock[5..zone].strip_prefix(':').unwrap_or(&clock[5..zone]);
    let told = seconds.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    format!("{day}T{minute}{}", &clock[zone..]).parse().ok().filter(|_| told)
}

/// The duration that `text` is, in words or in canonical form.
pub fn duration(text: &str) -> Option<Duration> {
    if let Some(Value::Duration(d)) = canonical("duration", text) {
        return Some(d);
    }
    let read = |text: &str| match whole_time(text, &Context::default())? {
        TimeValue::Duration(duration) => Some(duration),
        TimeValue::Time(_) | TimeValue::Length(_) | TimeValue::Set(_) => None,
    };
    read(text).or_else(|| read(&spelt_out(text)?))
}

/// Short units of time, which running text gives too many other meanings: only records have "1.5 h" for a value.
const SHORT: &[(&str, &str)] = &[
    ("h", "hours"),
    ("hr", "hours"),
    ("hrs", "hours"),
    ("min", "minutes"),
    ("mins", "minutes"),
    ("sec", "seconds"),
    ("secs", "seconds"),
    ("yr", "years"),
    ("yrs", "years"),
];

/// The text with the short units behind its numbers in full, if it has any.
fn spelt_out(text: &str) -> Option<String> {
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    let long = |i: usize| SHORT.iter().find(|row| i > 0 && c.is_number(i - 1) && c.is(i, row.0)).map(|row| row.1);
    (0..tokens.len()).any(|i| long(i).is_some()).then(|| {
        let words: Vec<&str> = (0..tokens.len()).map(|i| long(i).unwrap_or_else(|| c.word(i))).collect();
        words.join(" ")
    })
}

/// The quantity that `text` is, in words or in canonical form. A noun behind the number is its unit, in the singular or
/// the plural.
pub fn quantity(text: &str) -> Option<Quantity> {
    if let Some(Value::Quantity(q)) = canonical("quantity", text) {
        return Some(q);
    }
    let tokens = tokens(text);
    let end = trimmed(text, &tokens);
    let mut found = Vec::new();
    quantities(text, &tokens, 0..end, &[], &mut found);
    if let [only] = found.as_slice()
        && only.tokens.start == 0
        && reach(only) == end
    {
        return Some(only.value.clone());
    }
    let c = Cursor::new(text, &tokens, 0..end);
    let n = numerals::numeral(&c, 0)?;
    match end - n.end {
        0 => Some(Quantity::new(n.value, "")),
        1 if c.is_word(n.end) && !c.touches(n.end) => Some(Quantity::new(n.value, nouns::singular(c.word(n.end)))),
        _ => None,
    }
}

fn reach(found: &QuantitySpan) -> usize {
    found.noun.as_ref().map_or(found.tokens.end, |n| n.end.max(found.tokens.end))
}

fn canonical(kind: &str, text: &str) -> Option<Value> {
    ValueRecord { kind: kind.to_owned(), canonical: text.trim().to_owned(), ..ValueRecord::default() }.value().ok()
}

/// The number of tokens without final marks.
fn trimmed(text: &str, tokens: &[Token]) -> usize {
    let last = tokens.iter().rposition(|t| !matches!(t.text(text), "." | "," | ";"));
    last.map_or(0, |i| i + 1)
}

fn whole_time(text: &str, context: &Context) -> Option<TimeValue> {
    let tokens = tokens(text);
    let end = trimmed(text, &tokens);
    let mut found: Vec<TimeSpan> = Vec::new();
    times(text, &tokens, 0..end, context, &mut found);
    let c = Cursor::new(text, &tokens, 0..end);
    let led = |to: usize| (0..to).all(|i| c.is_one_of(i, LEADS));
    match found.as_slice() {
        [only] if only.tokens.end == end && led(only.tokens.start) => Some(only.value.clone()),
        _ => None,
    }
}

/// The value that `text` means as `attribute`, of which the [built-in rows](Ontology::builtin) tell.
///
/// See [`value_of`].
pub fn value(attribute: &Attribute, text: &str, context: &Context) -> Normalized {
    value_of(Ontology::builtin().attribute_or_default(attribute.as_str()), text, context)
}

/// The value that `text` means as an attribute: the reading that its row declares, for others the best that covers the whole
/// text; text where nothing does.
pub fn value_of(attribute: &AttributeType, text: &str, context: &Context) -> Normalized {
    let read = match attribute.value_kind() {
        Some(ValueKind::Time) => time(text, context).map(Value::Time).or_else(|| duration(text).map(Value::Duration)),
        Some(ValueKind::Duration) => duration(text).map(Value::Duration).or_else(|| time(text, context).map(Value::Time)),
        Some(ValueKind::Since) => duration(text).map(Value::Duration).or_else(|| time(text, context).map(Value::Time)),
        Some(ValueKind::Place) => Some(Value::Place(place(text))),
        Some(ValueKind::Status) => status(text).map(Value::Status),
        Some(ValueKind::Boolean) => boolean(text).map(Value::Boolean),
        Some(ValueKind::Quotation) => Some(Value::Quotation(unquoted(text).into())),
        Some(ValueKind::Words | ValueKind::Name) => None,
        Some(ValueKind::Quantity) | None => amount(attribute, text)
            .map(Value::Quantity)
            .or_else(|| duration(text).map(Value::Duration))
            .or_else(|| time(text, context).map(Value::Time)),
    };
    Normalized::new(text, read.unwrap_or_else(|| Value::Text(cleaned(text).into())))
}

/// A count, an amount of money or a measure. People are what the running totals count, years what ages do.
fn amount(attribute: &AttributeType, text: &str) -> Option<Quantity> {
    let age = attribute.unit_of_numbers() == Some("year-old");
    let read = (!is_foreign(text)).then(|| quantity(text).or_else(|| leading(text))).flatten();
    let mut quantity = read.or_else(|| age.then(|| duration(text).map(|d| years(&d))).flatten())?;
    if quantity.unit.as_str().is_empty() {
        quantity.unit = crate::value::Unit::new(attribute.unit_of_numbers().unwrap_or_default());
    }
    Some(quantity)
}

fn years(duration: &Duration) -> Quantity {
    let quantity = Quantity::new(duration.amount, "year-old");
    Quantity { modifier: duration.modifier, upper: duration.upper, ..quantity }
}

/// Multipliers of other languages, as far as they look like English nouns or take a capital: a count that passed over
/// one would be wrong by as much.
const FOREIGN_SCALES: &[&str] = &[
    "mil",
    "mila",
    "mille",
    "tausend",
    "tusen",
    "tusind",
    "duizend",
    "millon",
    "millones",
    "milhao",
    "milhoes",
    "milione",
    "milioni",
    "milion",
    "miliony",
    "milionow",
    "milioane",
    "miljoen",
    "miljoner",
    "miljonit",
    "miljoonaa",
    "millionen",
    "millioner",
    "mio",
    "mios",
    "milliard",
    "milliards",
    "milliarden",
    "milliarder",
    "miliard",
    "miliardy",
    "miliarde",
    "miliardi",
    "miliardo",
    "miljard",
    "miljarder",
    "mrd",
    "mld",
    "mlrd",
    "milyon",
    "milyar",
    "juta",
    "ribu",
    "miliar",
];

/// Whether what stands behind the number is of another language, or writes it another way: "12 миллионов", "1.200
/// Menschen". English is what the lexicons know, and plain nouns in lower case; a capital opens a name or a people
/// ("12 Palestinians", "12 Russian soldiers") where an English plural follows.
fn is_foreign(text: &str) -> bool {
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    let Some((at, n)) = (0..tokens.len()).find_map(|i| Some((i, numerals::numeral(&c, i)?))) else { return false };
    let behind = c.past_hyphen(n.end);
    if measures::behind(&c, behind).is_some() || at > 0 && measures::before(&c, at - 1).is_some() {
        return (behind..tokens.len()).any(|i| c.is_one_of(i, FOREIGN_SCALES) && c.lex(i).is_empty());
    }
    let mut english = false;
    for i in behind..tokens.len() {
        let known = !c.lex(i).is_empty() || measures::behind(&c, i).is_some();
        if !c.is_word(i) || known {
            continue;
        }
        let plain = c.word(i).bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'\'' | b'-' | b'.'));
        let scale = c.is_one_of(i, FOREIGN_SCALES);
        let named = c.is_capital(i) && (english || plain && has_plural(&c, i));
        if scale || !(plain && !c.is_capital(i) || named || is_mark(c.word(i))) {
            return true;
        }
        english = true;
    }
    english && n.scale == 1 && is_grouped_by_dot(c.word(at))
}

/// "’s" and the like, which hold no letter beyond ASCII.
fn is_mark(word: &str) -> bool {
    word.chars().all(|l| l.is_ascii_alphabetic() || matches!(l, '’' | '\'' | '-' | '‐' | '‑'))
        && word.starts_with(|l: char| !l.is_uppercase())
}

/// Whether an English plural stands at `at` or behind: of words with a capital only those in "s", for the nouns of German
/// have one too.
fn has_plural(c: &Cursor<'_>, at: usize) -> bool {
    (at..c.end).any(|i| c.word(i).is_ascii() && nouns::is_plural(c.word(i)) && (c.is_lower(i) || c.word(i).ends_with('s')))
}

/// "1.200": most of Europe writes twelve hundred so.
fn is_grouped_by_dot(number: &str) -> bool {
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    number.split_once('.').is_some_and(|(a, b)| (1..=3).contains(&a.len()) && b.len() == 3 && digits(a) && digits(b))
}

/// Words that may stand behind a count in a record: "12 people killed", "at least 12 dead".
const TAIL: usize = 4;

/// The only quantity of a text that starts with it.
fn leading(text: &str) -> Option<Quantity> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    super::ages(text, &tokens, 0..tokens.len(), &mut found);
    quantities(text, &tokens, 0..tokens.len(), &[], &mut found);
    match found.as_slice() {
        [only] if only.tokens.start <= 1 && tokens.len() - reach(only).min(tokens.len()) <= TAIL => Some(only.value.clone()),
        _ => None,
    }
}

/// "Bergen, Norway": the nearest first.
fn place(text: &str) -> Place {
    let text = text.trim();
    let text = ["in ", "at ", "In ", "At "].iter().find_map(|w| text.strip_prefix(w)).unwrap_or(text);
    let mut parts = text.trim_end_matches(['.', ',']).split(',').map(cleaned).filter(|p| !p.is_empty());
    let name = parts.next().unwrap_or_default();
    parts.fold(Place::new(name), Place::within)
}

/// How newspapers say where an event stands.
const STATUSES: &[(&str, Status)] = &[
    ("planned", Status::Planned),
    ("scheduled", Status::Planned),
    ("expected", Status::Planned),
    ("announced", Status::Planned),
    ("postponed", Status::Postponed),
    ("delayed", Status::Postponed),
    ("rescheduled", Status::Postponed),
    ("put off", Status::Postponed),
    ("pushed back", Status::Postponed),
    ("deferred", Status::Postponed),
    ("cancelled", Status::Cancelled),
    ("canceled", Status::Cancelled),
    ("called off", Status::Cancelled),
    ("scrapped", Status::Cancelled),
    ("abandoned", Status::Cancelled),
    ("under-way", Status::UnderWay),
    ("under way", Status::UnderWay),
    ("underway", Status::UnderWay),
    ("ongoing", Status::UnderWay),
    ("in progress", Status::UnderWay),
    ("began", Status::UnderWay),
    ("started", Status::UnderWay),
    ("held", Status::Held),
    ("took place", Status::Held),
    ("withdrawn", Status::Withdrawn),
    ("rescinded", Status::Withdrawn),
    ("rejected", Status::Rejected),
    ("turned down", Status::Rejected),
    ("accepted", Status::Accepted),
    ("went ahead", Status::Held),
    ("ended", Status::Ended),
    ("over", Status::Ended),
    ("finished", Status::Ended),
    ("concluded", Status::Ended),
    ("completed", Status::Ended),
];

fn status(text: &str) -> Option<Status> {
    let text = text.trim().trim_end_matches('.');
    let text = ["was ", "were ", "is ", "has been ", "had been ", "been "].iter().find_map(|w| text.strip_prefix(w)).unwrap_or(text);
    STATUSES.iter().find(|row| row.0.eq_ignore_ascii_case(text)).map(|row| row.1)
}

fn boolean(text: &str) -> Option<bool> {
    let text = text.trim();
    let is = |words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(text));
    if is(&["true", "yes"]) {
        return Some(true);
    }
    is(&["false", "no"]).then_some(false)
}

fn unquoted(text: &str) -> String {
    let marks = ['"', '“', '”', '„', '‘', '’', '\'', '«', '»'];
    let inner = text.trim();
    let opened = inner.starts_with(marks) && inner.ends_with(marks) && inner.chars().count() > 1;
    // Marks may stand within marks, with spaces between: after one reading none is left at either end.
    cleaned(if opened { inner.trim_matches(|c: char| marks.contains(&c) || c.is_whitespace()) } else { inner })
}

fn cleaned(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
