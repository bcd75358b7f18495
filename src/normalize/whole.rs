//! Reads a text that is one expression, as records carry values.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::foreign::is_foreign;
use super::states::{boolean, status};
use super::worded;
use super::{Context, QuantitySpan, TimeSpan, TimeValue, length_as_quantity, nouns, numerals, periods, quantities, times};
use crate::claim::Attribute;
use crate::ontology::{AttributeType, Cardinality, Ontology, ValueKind};
use crate::text::{Plain, Token, tokens};
use crate::value::{
    Change, Duration, DurationUnit, Modifier, Normalized, Number, Place, Quantity, Time, Unit, Value, ValueRecord, is_ordinal, is_score,
};

/// Words before a value that do not change it.
const LEADS: &[&str] = &["on", "in", "at", "for", "during", "since", "from", "the", "lasted", "lasting", "by", "over", "within", "of"];

/// The time that `text` is, in words or in canonical form.
pub fn time(given: &str, context: &Context) -> Option<Time> {
    plain_time(Plain::of(given).text(), context)
}

/// The same of a text that is plain.
fn plain_time(text: &str, context: &Context) -> Option<Time> {
    if let Some(time) = in_canonical_form(text.trim()) {
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
fn in_canonical_form(text: &str) -> Option<Time> {
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
pub fn duration(given: &str) -> Option<Duration> {
    plain_duration(Plain::of(given).text())
}

/// The same of a text that is plain.
fn plain_duration(text: &str) -> Option<Duration> {
    if let Some(Value::Duration(d)) = canonical("duration", text) {
        return Some(d);
    }
    if let Some(length) = lettered(text) {
        return Some(length);
    }
    let read = |text: &str| match whole_time(text, &Context::default())? {
        TimeValue::Duration(duration) => Some(duration),
        TimeValue::Time(_) | TimeValue::Length(_) | TimeValue::Set(_) => None,
    };
    let one = || ["a ", "an "].iter().find_map(|w| text.trim().strip_prefix(w)).map(|rest| format!("one {rest}"));
    read(text).or_else(|| read(&spelt_out(text)?)).or_else(|| read(&one()?))
}

/// "1h30m", "2h10", "1h 5m 30s": letters that are units of time where hours are among them.
fn lettered(text: &str) -> Option<Duration> {
    let text = text.trim();
    let short = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'h' | b'm' | b's' | b' '));
    let (hours, rest) = text.split_once('h').filter(|_| short)?;
    let figure = |t: &str| t.trim().parse::<i64>().ok().filter(|n| *n < 100_000);
    let (minutes, rest) = match rest.split_once('m') {
        Some((m, rest)) => (figure(m)?, rest.trim()),
        None if rest.trim().is_empty() => (0, ""),
        None => (figure(rest)?, ""),
    };
    let seconds = if rest.is_empty() { 0 } else { figure(rest.strip_suffix('s')?)? };
    let told = Number::ratio(figure(hours)? * 3_600 + minutes * 60 + seconds, 3_600)?;
    (minutes < 60 && seconds < 60).then(|| Duration::new(told, DurationUnit::Hour))
}

/// The text with "h" behind its numbers in full, if it has any: running text gives it too many other meanings, only records have "1.5 h" for
/// a value.
fn spelt_out(text: &str) -> Option<String> {
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    let long = |i: usize| (i > 0 && c.is_number(i - 1) && c.is(i, "h")).then_some("hours");
    (0..tokens.len()).any(|i| long(i).is_some()).then(|| {
        let words: Vec<&str> = (0..tokens.len()).map(|i| long(i).unwrap_or_else(|| c.word(i))).collect();
        words.join(" ")
    })
}

/// The quantity that `text` is, in words or in canonical form. A noun behind the number is its unit, in the singular or
/// the plural.
pub fn quantity(given: &str) -> Option<Quantity> {
    plain_quantity(Plain::of(given).text())
}

/// The same of a text that is plain.
fn plain_quantity(text: &str) -> Option<Quantity> {
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
        1 if c.is_word(n.end) && !c.touches(n.end) => {
            let value = numerals::thousands(c.word(0)).filter(|_| n.end == 1 && nouns::is_plural(c.word(1))).unwrap_or(n.value);
            Some(Quantity::new(value, nouns::singular(c.word(n.end))))
        }
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
    value_of(attribute, Ontology::builtin().attribute_or_default(attribute.as_str()), text, context)
}

/// The value that `text` means as an attribute of which `row` is known: the reading that the row declares, for others the first that
/// covers the whole text; text where nothing does.
pub fn value_of(attribute: &Attribute, row: &AttributeType, given: &str, context: &Context) -> Normalized {
    let plain = Plain::of(given);
    let text = plain.text().trim();
    let length = || plain_duration(text).map(Value::Duration);
    let date = || dated(attribute.as_str(), text, context).map(Value::Time);
    let yes_or_no = || boolean(text).map(Value::Boolean);
    let read = match row.value_kind() {
        Some(ValueKind::Time) => date().or_else(length).or_else(yes_or_no),
        Some(ValueKind::Duration) => clocked(text).map(Value::Duration).or_else(length).or_else(date).or_else(yes_or_no),
        Some(ValueKind::Since) => length().or_else(date),
        Some(ValueKind::Place) => Some(Value::Place(place(text))),
        Some(ValueKind::Status) => status(text).map(Value::Status).or_else(yes_or_no),
        Some(ValueKind::Boolean) => yes_or_no(),
        Some(ValueKind::Quotation) => Some(Value::Quotation(unquoted(text).into())),
        // "Members: 27" counts what has names.
        Some(ValueKind::Words | ValueKind::Name) if row.declared_cardinality() == Some(Cardinality::Set) && is_bare_count(text) => {
            plain_quantity(text).map(Value::Quantity)
        }
        Some(ValueKind::Words | ValueKind::Name) => None,
        Some(ValueKind::Quantity) | None => open(&Told { name: attribute.as_str(), row }, text, context),
    };
    Normalized::new(given, read.unwrap_or_else(|| Value::Text(cleaned(text).into())))
}

fn is_bare_count(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(|b| b.is_ascii_digit() || b == b',')
}

/// An attribute: what it is called, and what is known of it.
struct Told<'a> {
    name: &'a str,
    row: &'a AttributeType,
}

impl Told<'_> {
    fn is_age(&self) -> bool {
        self.row.unit_of_numbers() == Some("year-old")
    }

    /// Whether it counts people or things, as far as is declared, or as its name tells: there "25-30" is a range.
    fn counts(&self) -> bool {
        let last = self.last();
        let plural = || nouns::is_plural(last) && !SCORED.contains(&last) && !NUMBERED.contains(&last);
        self.row.runs().is_some() || self.row.unit_of_numbers() == Some("person") || COLLECTIVE.contains(&last) || plural()
    }

    fn parts(&self) -> impl Iterator<Item = &str> {
        self.name.split(['-', '_', ' '])
    }

    /// The last word of its name.
    fn last(&self) -> &str {
        self.name.rsplit(['-', '_', ' ']).next().unwrap_or_default()
    }
}

/// The value of an attribute that nobody declared. Yes and no come first, then what only looks like an amount (scores, places in an
/// order), then lengths and dates, then amounts: "12 June 2031" holds an amount, and is none.
fn open(attribute: &Told<'_>, text: &str, context: &Context) -> Option<Value> {
    if let Some(told) = boolean(text) {
        return Some(Value::Boolean(told));
    }
    let counts = attribute.counts();
    if counts && matches!(cleaned(text).to_lowercase().as_str(), "none" | "nobody" | "no one" | "nil") {
        return amount_in(attribute, Quantity::new(Number::ZERO, ""));
    }
    if counts && text.strip_prefix("no ").is_some_and(|rest| rest.split(' ').all(|w| is_said(attribute, w))) {
        return amount_in(attribute, Quantity::new(Number::ZERO, ""));
    }
    if is_code(text) {
        return None;
    }
    // "1500-1600" killed are no years.
    if let Some(years) = worded::years(text).filter(|_| !counts) {
        return Some(periods::whole(text).map_or_else(|| Value::Text(years.into()), |form| Value::Time(Time::new(form))));
    }
    if is_ordinal(text) || is_pair(text) && !counts && !worded::is_range(text, SCORED.contains(&attribute.last())) {
        return is_clock(text).then(|| dated(attribute.name, text, context).map(Value::Time)).flatten();
    }
    let age = attribute.is_age();
    let length = (!age).then(|| plain_duration(text)).flatten().map(Value::Duration);
    let date = || if is_dated(text) { dated(attribute.name, text, context).map(Value::Time) } else { None };
    length.or_else(date).or_else(|| amount(attribute, text))
}

/// The date of an attribute in words. A weekday is of the week of publication where it is the day of an event that is told; of a trial,
/// a launch, a deadline it may be of any.
fn dated(attribute: &str, text: &str, context: &Context) -> Option<Time> {
    let text = worded::date(text);
    let (text, modifier) = worded::bound(&text);
    // "By 12" is no century.
    if modifier.is_some() && text.len() < 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let padded = is_clock(text).then(|| format!("{text:0>5}"));
    let open = worded::is_weekday(text) && attribute != "time";
    let context = if open { &Context::default() } else { context };
    let read = padded
        .filter(|t| t != text)
        .and_then(|t| plain_time(&t, context).map(Time::in_either_half))
        .or_else(|| plain_time(text, context))?;
    if worded::has_unread_zone(text, read) || modifier.is_some() && !matches!(read.modifier, None | Some(Modifier::End)) {
        return None;
    }
    Some(if modifier.is_some() { read.with_modifier(modifier) } else { read })
}

/// Whether a date is looked for before an amount: not in bare figures, which are a date by their marks only ("2031-06-12",
/// "12/6/2031", "14:25").
fn is_dated(text: &str) -> bool {
    let marks = text.chars().filter(|c| matches!(c, '-' | '/' | '.')).count();
    text.chars().any(char::is_alphabetic) || marks == 2 || is_clock(text)
}

/// "14:25", where "3:1" is a ratio.
fn is_clock(text: &str) -> bool {
    let part = |t: &str, below: u8| t.parse::<u8>().is_ok_and(|n| n < below);
    text.split_once(':').is_some_and(|(h, m)| part(h, 24) && m.len() == 2 && part(m, 60))
}

/// Two figures with a dash between them and nothing else: a score, a telephone number, a code. Only a count makes them a range.
fn is_pair(text: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '‒' | '–' | '—' | '−');
    let figures = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    is_score(text) || text.split_once(dash).is_some_and(|(a, b)| figures(a.trim()) && figures(b.trim()))
}

/// A needless zero in front: "007", "0044 20".
fn is_code(text: &str) -> bool {
    text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit() || b == b' ')
}

/// Names of counts that are no plurals, and plurals whose figures are points of two sides.
const COLLECTIVE: &[&str] = &[
    "participants",
    "attendance",
    "turnout",
    "toll",
    "crew",
    "staff",
    "workforce",
    "headcount",
    "capacity",
    "population",
    "audience",
    "people",
    "enrolment",
    "membership",
    "crowd",
];
const SCORED: &[&str] =
    &["votes", "points", "goals", "sets", "runs", "results", "scores", "odds", "games", "frames", "ratio", "score", "result", "vote"];

/// Plurals that count nothing: "opening-hours" are a stretch of the day.
const NUMBERED: &[&str] =
    &["hours", "dates", "days", "weeks", "months", "years", "times", "ages", "numbers", "codes", "coordinates", "ids", "terms", "details"];

/// A count, an amount of money or a measure.
fn amount(attribute: &Told<'_>, text: &str) -> Option<Value> {
    let age = attribute.is_age();
    let text = &*worded::spaced(text);
    // Of people "1.2m" are no metres.
    let people = attribute.row.unit_of_numbers() == Some("person");
    let millions = text.strip_suffix(['m', 'M']).filter(|t| people && t.ends_with(|c: char| c.is_ascii_digit()));
    let text = &*millions.map_or(Cow::Borrowed(text), |figure| format!("{figure} million").into());
    let dashed = if is_pair(text) && !worded::is_range(text, false) { text.split_whitespace().collect() } else { text.to_owned() };
    let aged = || if age { worded::age(text) } else { None };
    let read = half(text)
        .or_else(aged)
        .or_else(|| plain_quantity(&dashed))
        .or_else(|| estimate(text))
        .or_else(|| with_rest(attribute, text))
        .filter(|_| !is_foreign(text));
    let mut quantity = read.or_else(|| age.then(|| plain_duration(text).and_then(|d| lived(&d))).flatten())?;
    // "12 killed" of the killed counts people.
    if people && is_listed(attribute, |said| nouns::singular(said) == quantity.unit.as_str()) {
        quantity.unit = Unit::new("");
    }
    let last = attribute.last();
    if quantity.unit.as_str().is_empty() && (attribute.counts() || SCORED.contains(&last)) {
        quantity.amount = numerals::thousands(text).unwrap_or(quantity.amount);
    }
    if age && matches!(quantity.unit.as_str(), "year" | "month" | "week" | "day") {
        quantity.unit = Unit::new(format!("{}-old", quantity.unit.as_str()));
    }
    amount_in(attribute, quantity)
}

/// "95% (CI 90–98)", "48% ± 3": an amount, and how sure it is, which stands behind its unit as what it is told of does.
fn estimate(text: &str) -> Option<Quantity> {
    let (amount, rest) = worded::estimate(text)?;
    let told = plain_quantity(amount).filter(|q| !q.unit.as_str().is_empty() && !q.unit.is_count())?;
    Some(Quantity { unit: Unit::new(format!("{} {rest}", told.unit.as_str())), ..told })
}

/// "Half", which running text has with what it is half of.
fn half(text: &str) -> Option<Quantity> {
    let half = matches!(cleaned(text).to_lowercase().as_str(), "half" | "a half" | "one half" | "one-half");
    half.then(|| Some(Quantity::new(Number::ratio(1, 2)?, "")))?
}

/// The amount in the unit of the attribute, where it names none. People are what the running totals count, years what ages do.
fn amount_in(attribute: &Told<'_>, mut quantity: Quantity) -> Option<Value> {
    if quantity.unit.as_str().is_empty() {
        quantity.unit = Unit::new(attribute.row.unit_of_numbers().unwrap_or_default());
    }
    Some(Value::Quantity(quantity))
}

/// An age that is told as a length: "two years and six months".
fn lived(length: &Duration) -> Option<Quantity> {
    let unit = match length.unit {
        DurationUnit::Year => "year-old",
        DurationUnit::Month => "month-old",
        DurationUnit::Week => "week-old",
        DurationUnit::Day => "day-old",
        DurationUnit::Hour | DurationUnit::Minute | DurationUnit::Second => return None,
    };
    Some(Quantity { modifier: length.modifier, upper: length.upper, ..Quantity::new(length.amount, unit) })
}

/// Words that say of a count what the attribute has said: "12 people killed" of the killed, "12 in total". The first column is a part
/// of the attribute's name, or `""` for words that say nothing of any.
const SAID: &[(&str, &[&str])] = &[
    (
        "",
        &[
            "in",
            "total",
            "all",
            "so",
            "far",
            "overall",
            "altogether",
            "people",
            "persons",
            "were",
            "was",
            "have",
            "has",
            "been",
            "are",
            "is",
            "confirmed",
            "reported",
        ],
    ),
    ("killed", &["killed", "dead", "died", "deaths", "fatalities", "fatally"]),
    ("deaths", &["killed", "dead", "died", "deaths", "fatalities"]),
    ("injured", &["injured", "wounded", "hurt", "injuries"]),
    ("wounded", &["injured", "wounded", "hurt"]),
    ("shot", &["shot", "hit"]),
    ("arrested", &["arrested", "detained", "arrests", "custody"]),
    ("detained", &["arrested", "detained", "custody"]),
    ("missing", &["missing", "unaccounted", "for"]),
    ("displaced", &["displaced", "homeless"]),
    ("evacuated", &["evacuated"]),
    ("rescued", &["rescued", "saved"]),
    ("participants", &["participated", "attended", "present", "attending", "participating", "marched"]),
    ("age", &["old", "man", "woman", "boy", "girl", "male", "female"]),
];

/// Whether a word says only what the attribute says.
fn is_said(attribute: &Told<'_>, word: &str) -> bool {
    let word = word.to_lowercase();
    is_listed(attribute, |said| said == word) || attribute.parts().any(|p| p == word || nouns::singular(&word) == nouns::singular(p))
}

/// Whether one of the words of `SAID` for an attribute fits.
fn is_listed(attribute: &Told<'_>, fits: impl Fn(&str) -> bool) -> bool {
    SAID.iter().any(|(of, words)| (of.is_empty() || attribute.parts().any(|p| p == *of)) && words.iter().any(|w| fits(w)))
}

/// Words before an amount that do not change it, beside those of `LEADS`.
const TOTALS: &[&str] = &["a", "total", "of", "some", "aged", "age", "by", "to", "and", "was", "were", "is"];
/// Words that a value may have behind its amount: more of them are a sentence.
const REST: usize = 6;

/// The amount that a text opens with, and in its unit whatever the text says beyond: "1.2% of GDP", "2 years in prison". Two figures of
/// which one is told of something are no figures of one thing.
fn with_rest(attribute: &Told<'_>, text: &str) -> Option<Quantity> {
    let tokens = tokens(text);
    let end = trimmed(text, &tokens);
    let mut found = Vec::new();
    super::ages(text, &tokens, 0..end, &mut found);
    let mut lengths: Vec<TimeSpan> = Vec::new();
    times(text, &tokens, 0..end, &Context::default(), &mut lengths);
    lengths.retain(|t| matches!(t.value, TimeValue::Duration(_)));
    quantities(text, &tokens, 0..end, &lengths, &mut found);
    found.extend(lengths.iter().filter_map(|t| length_as_quantity(t, text)));
    found.sort_by_key(|q| q.tokens.start);
    let c = Cursor::new(text, &tokens, 0..end);
    let first = found.first()?;
    let moved = first.value.change.is_some();
    let led = (0..first.tokens.start).all(|i| moved || c.is_one_of(i, LEADS) || c.is_one_of(i, TOTALS) || is_said(attribute, c.word(i)));
    let from = reach(first).min(end);
    if let Some(noun) = noun_before(&c, first, from == end && found.len() == 1).filter(|_| !led) {
        return Some(Quantity { unit: Unit::new(format!("{} {noun}", first.value.unit.as_str())), ..first.value.clone() });
    }
    if !led || first.tokens.start > REST || end - from > REST {
        return None;
    }
    if (from..end).all(|i| is_said(attribute, c.word(i))) && found.len() == 1 {
        return Some(first.value.clone());
    }
    if let Some(told) = in_so_many(&c, &first.value, from).or_else(|| moved_behind(&c, &first.value, from)) {
        return Some(told);
    }
    let rest = rest(&c, &first.value, from)?;
    let unit = first.value.unit.as_str();
    let unit = if unit.is_empty() { attribute.row.unit_of_numbers().unwrap_or_default() } else { unit };
    Some(Quantity { unit: Unit::new(format!("{unit} {rest}").trim_start().to_owned()), ..first.value.clone() })
}

/// The noun of "a fine of $500", which says of the amount what "$500 fine" says behind it.
fn noun_before(c: &Cursor<'_>, first: &QuantitySpan, alone: bool) -> Option<String> {
    let unit = &first.value.unit;
    let measured = !unit.as_str().is_empty() && !unit.is_count() || is_time_unit(unit.as_str());
    let at = first.tokens.start.checked_sub(2).filter(|at| alone && measured && first.value.change.is_none() && c.is(at + 1, "of"))?;
    let article = at == 1 && c.is_one_of(0, &["a", "an", "the"]);
    (c.is_word(at) && c.is_lower(at) && (at == 0 || article)).then(|| c.word(at).to_owned())
}

/// "Three in five", "2 of 3": a share, where nothing else is told.
fn in_so_many(c: &Cursor<'_>, value: &Quantity, from: usize) -> Option<Quantity> {
    let whole = numerals::numeral(c, from + 1).filter(|n| c.is(from, "in") && n.end == c.end && value.unit.as_str().is_empty())?;
    let share = value.amount.over(whole.value)?;
    (value.upper.is_none() && share < Number::from_int(1)).then(|| Quantity { amount: share, written: None, ..value.clone() })
}

/// Nouns of change behind an amount: "5% decline".
const MOVED: &[(&[&str], Change)] = &[
    (&["increase", "rise", "growth", "gain", "jump", "more", "higher"], Change::Up),
    (&["decrease", "decline", "fall", "drop", "cut", "reduction", "less", "lower"], Change::Down),
];

fn moved_behind(c: &Cursor<'_>, value: &Quantity, from: usize) -> Option<Quantity> {
    let alone = from + 1 == c.end && !value.unit.is_count();
    let fits = |change| value.change.is_none_or(|told| told == change);
    let row = MOVED.iter().find(|row| alone && c.is_one_of(from, row.0) && fits(row.1))?;
    Some(Quantity { change: Some(row.1), ..value.clone() })
}

/// The words behind an amount, where they say what it is told of: behind a preposition, or behind a unit of measure or of time ("2 years
/// probation"). Another figure there is told of a whole ("18 of the 43") or makes the text a sentence.
fn rest(c: &Cursor<'_>, value: &Quantity, from: usize) -> Option<String> {
    // "5 years' imprisonment"
    let from = from + usize::from(c.word(from) == "'");
    let joined = c.touches(from);
    let opened = c.is_one_of(from, PREPOSITIONS);
    let measured = !value.unit.is_count() || is_time_unit(value.unit.as_str());
    let plain =
        (from..c.end).all(|i| c.is_word(i) || c.is_hyphen(i) || c.word(i) == "'s" || (c.is_number(i) && c.is_one_of(from, &["of", "per"])));
    let sound = !joined && plain && (opened || measured && c.is_lower(from));
    sound.then(|| cleaned(c.rest(from, 0)).trim_end_matches(['.', ',', ';']).to_owned())
}

fn is_time_unit(unit: &str) -> bool {
    matches!(unit, "second" | "minute" | "hour" | "day" | "week" | "month" | "year" | "decade" | "night")
}

const PREPOSITIONS: &[&str] = &[
    "of", "in", "per", "among", "from", "at", "on", "for", "with", "by", "to", "under", "over", "above", "below", "within", "since",
    "between", "against", "as", "before", "after", "during", "out", "near", "without", "across", "behind", "than", "who", "which", "that",
    "not",
];

/// "Bergen, Norway": the nearest first.
fn place(text: &str) -> Place {
    let text = ["in ", "at ", "In ", "At "].iter().find_map(|w| text.strip_prefix(w)).unwrap_or(text);
    let mut parts = text.trim_end_matches(['.', ',']).split(',').map(cleaned).filter(|p| !p.is_empty());
    let name = parts.next().unwrap_or_default();
    Place { within: parts.map(Into::into).collect(), ..Place::new(name) }
}

/// "2:10:00": hours, minutes and seconds, as lengths are written in results.
fn clocked(text: &str) -> Option<Duration> {
    let mut parts = text.split(':').map(|t| {
        let fits = (1..=3).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| t.parse::<i64>().ok())?
    });
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next()??);
    let sixty = |n: i64| n < 60;
    let whole = parts.next().is_none() && sixty(minutes) && sixty(seconds);
    let amount = whole.then(|| Number::ratio(hours * 3_600 + minutes * 60 + seconds, 3_600))??;
    Some(Duration::new(amount, DurationUnit::Hour))
}

fn unquoted(text: &str) -> String {
    let marks = ['"', '\'', '«', '»'];
    let opened = text.starts_with(marks) && text.ends_with(marks) && text.chars().count() > 1;
    // Marks may stand within marks, with spaces between: after one reading none is left at either end.
    cleaned(if opened { text.trim_matches(|c: char| marks.contains(&c) || c.is_whitespace()) } else { text })
}

fn cleaned(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
