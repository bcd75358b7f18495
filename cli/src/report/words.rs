//! Values, claims and events in plain words.

use claimgraph::claim::{About, Claim, Modality, Polarity};
use claimgraph::graph::{ArticleNode, ClaimRef, Decided, Entity, EventRef, FactRef, Position, PositionRef, RelationRef};
use claimgraph::ingest::Kind;
use claimgraph::jiff::ToSpan;
use claimgraph::jiff::civil::{Date, DateTime};
use claimgraph::value::{DayPart, Duration, Quantity, Season, Time, TimeForm, Value};

use super::layout::clean;

/// Names of at most this many participants are listed.
const NAMES: usize = 4;
/// A text value is cut behind so many characters.
const TEXT: usize = 90;
/// A title that stands for a publisher is cut behind so many.
const TITLE: usize = 40;

/// "same-event on c1 and c2, by R. Hale, 2031-05-06: the one counts the press"
pub(crate) fn decision(decided: &Decided) -> String {
    let decision = &decided.decision;
    let (a, b) = match &decision.about {
        About::Claims(a, b) => (a.as_str(), b.as_str()),
        About::Entities(a, b) => (&**a, &**b),
    };
    let at = if decision.at.is_empty() { String::new() } else { format!(", {}", decision.at) };
    let why = decision.why.as_deref().map(|why| format!(": {why}")).unwrap_or_default();
    let effect = decided.refused.as_deref().map(|reason| format!(" (not followed: {reason})")).unwrap_or_default();
    clean(&format!("{} on {a} and {b}, by {}{at}{why}{effect}", decision.verdict, decision.by))
}

/// A value: "about 7 h 30 min", "2031-05-04 (Sunday)", "600,000,000 EUR".
pub(crate) fn value(value: &Value) -> String {
    let hedged = |m: Option<claimgraph::value::Modifier>, text: String| match m {
        Some(m) => format!("{} {text}", m.words()),
        None => text,
    };
    match value {
        Value::Duration(d) => hedged(d.modifier, duration(d)),
        Value::Time(t) => hedged(t.modifier, time(*t)),
        Value::Quantity(q) => hedged(q.modifier, quantity(q)),
        Value::Quotation(t) => format!("“{}”", shortened(&clean(t))),
        Value::Boolean(true) => "yes".to_owned(),
        Value::Boolean(false) => "no".to_owned(),
        Value::Place(_) | Value::Entity(_) | Value::Status(_) | Value::Text(_) => shortened(&clean(&value.canonical())),
    }
}

/// The first claims of a fact, of the first two articles that tell it.
pub(crate) fn tellers(fact: FactRef<'_>) -> impl Iterator<Item = ClaimRef<'_>> {
    let mut seen = Vec::new();
    let first = fact.claims().filter(move |claim| {
        let article = claim.article().id.as_str();
        let new = !seen.contains(&article);
        seen.push(article);
        new
    });
    first.take(2)
}

/// "“Four men rammed their car into a shop” (The Quay)"
pub(crate) fn passage(claim: ClaimRef<'_>) -> String {
    format!("{} ({})", quoted(claim).unwrap_or_default(), paper(claim))
}

/// Who publishes a claim's article, else what the article is called.
pub(crate) fn paper(claim: ClaimRef<'_>) -> String {
    name(claim.article())
}

/// Who publishes the article. Where nobody is named: its file, if that is the article; its title; its id.
pub(crate) fn name(node: &ArticleNode) -> String {
    if let Some(publisher) = &node.article.publisher {
        return clean(publisher);
    }
    let is_text = |file: &&str| Kind::of_ending(file) == Some(Kind::Text);
    if let Some(file) = node.file.as_deref().filter(is_text) {
        return clean(file.rsplit('/').next().unwrap_or(file));
    }
    node.article.title.as_deref().map_or_else(|| clean(node.id.as_str()), |title| format!("“{}”", opening(&clean(title), TITLE)))
}

/// The first words of a text, and a sign where there are more.
fn opening(text: &str, most: usize) -> String {
    let short = cut(text, most);
    match short.strip_suffix('…').and_then(|s| s.rsplit_once(' ')).filter(|_| short != text) {
        Some((words, _)) => format!("{words} …"),
        None => short,
    }
}

/// "“Four men rammed their car into a shop”"
pub(crate) fn quoted(claim: ClaimRef<'_>) -> Option<String> {
    let words = |text: &str| shortened(clean(text).trim_matches(|c: char| matches!(c, '"' | '“' | '”' | ' ')));
    claim.quote().map(|q| format!("“{}”", words(&q.exact)))
}

fn duration(duration: &Duration) -> String {
    let canonical = Value::Duration(Duration { modifier: None, ..duration.clone() }).canonical();
    canonical.split("/P").map(iso).collect::<Vec<_>>().join(" to ")
}

/// "PT7H30M" in words. A slash followed by `P` divides two durations, any other is that of a fraction.
fn iso(text: &str) -> String {
    let (mut words, mut number, mut clock) = (Vec::new(), String::new(), false);
    for c in text.chars() {
        let plural = if number == "1" { "" } else { "s" };
        match c {
            'P' => continue,
            'T' => clock = true,
            'Y' => words.push(format!("{number} year{plural}")),
            'W' => words.push(format!("{number} week{plural}")),
            'D' => words.push(format!("{number} day{plural}")),
            'M' if !clock => words.push(format!("{number} month{plural}")),
            'M' => words.push(format!("{number} min")),
            'H' => words.push(format!("{number} h")),
            'S' => words.push(format!("{number} s")),
            _ => {
                number.push(c);
                continue;
            }
        }
        number.clear();
    }
    words.join(" ")
}

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn time(time: Time) -> String {
    let weekday = |n: i8| usize::try_from(n - 1).ok().and_then(|i| DAYS.get(i)).copied().unwrap_or("a day");
    match time.form {
        TimeForm::Day(date) => format!("{date} ({})", weekday(date.weekday().to_monday_one_offset())),
        TimeForm::Minute(at) => format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute()),
        TimeForm::Part(date, part) => format!("{date}, {}", part_of_day(part)),
        TimeForm::PartOfDay(part) => format!("{}, of an unknown day", part_of_day(part)),
        TimeForm::Weekday(n) => format!("{}, of an unknown week", weekday(n)),
        TimeForm::Clock(h, m) => format!("{h:02}:{m:02}, of an unknown day"),
        TimeForm::Present => "now".to_owned(),
        TimeForm::Past => "once".to_owned(),
        TimeForm::Future => "some time to come".to_owned(),
        TimeForm::Days(a, b) => format!("{a} to {b}"),
        TimeForm::Hour(date, hour) => format!("{date}, {hour} h"),
        TimeForm::Week(monday) => format!("week of {monday}"),
        TimeForm::Weekend(monday) => monday.checked_add(5.days()).map_or_else(|_| time.to_string(), |d| format!("weekend of {d}")),
        TimeForm::Half(year, 1) => format!("first half of {year}"),
        TimeForm::Half(year, _) => format!("second half of {year}"),
        TimeForm::Season(year, season) => format!("{} {year}", of_year(season)),
        TimeForm::Decade(tens) if tens >= 0 => format!("{tens}0s"),
        TimeForm::DayOfYear(month, day) => format!("{day} {}, of an unknown year", month_name(month)),
        TimeForm::MonthOfYear(month) => format!("{}, of an unknown year", month_name(month)),
        other => other.to_string(),
    }
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|i| MONTHS.get(i)).copied().unwrap_or("a month")
}

fn of_year(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Fall => "autumn",
        Season::Winter => "winter",
    }
}

fn part_of_day(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "morning",
        DayPart::Midday => "midday",
        DayPart::Afternoon => "afternoon",
        DayPart::Evening => "evening",
        DayPart::Night => "night",
        DayPart::Daytime => "daytime",
    }
}

/// An amount; a counted noun is left to the attribute, which names it.
fn quantity(quantity: &Quantity) -> String {
    let amount = match quantity.upper {
        Some(upper) => format!("{} to {}", amount(&quantity.amount.to_string()), amount(&upper.to_string())),
        None => amount(&quantity.amount.to_string()),
    };
    let change = match quantity.change {
        Some(claimgraph::value::Change::Up) => "up by ",
        Some(claimgraph::value::Change::Down) => "down by ",
        None => "",
    };
    match quantity.unit.as_str() {
        "%" => format!("{change}{amount} %"),
        // The attribute says it.
        "magnitude" => format!("{change}{amount}"),
        unit if quantity.unit.is_count() || unit.is_empty() => format!("{change}{amount}"),
        unit => format!("{change}{amount} {}", clean(&plural(unit, amount == "1"))),
    }
}

/// "35 miles": units that are words, not signs.
fn plural(unit: &str, is_one: bool) -> String {
    const COUNTED: [&str; 9] = ["acre", "carat", "knot", "light-year", "mile", "nautical mile", "percentage point", "basis point", "yard"];
    if !is_one && COUNTED.contains(&unit) { format!("{unit}s") } else { unit.to_owned() }
}

/// Scales by the number of digits behind them.
const SCALES: [(&str, usize); 3] = [("trillion", 12), ("billion", 9), ("million", 6)];
/// More digits than these are not read as a number of millions.
const DIGITS: usize = 4;

/// "4100", "25,000", "1.2 billion", and of a fraction, which no text has in digits, "66.7": a number as news writes it.
fn amount(number: &str) -> String {
    if let Some(rounded) = number.split_once('/').and_then(|(a, b)| Some((a.parse::<i32>().ok()?, b.parse::<i32>().ok()?))) {
        let (a, b) = rounded;
        let value = f64::from(a) / f64::from(b);
        return if a.abs() < b { number.to_owned() } else { format!("{value:.1}") };
    }
    let (sign, digits) = number.split_at(usize::from(number.starts_with('-')));
    if digits.bytes().all(|b| b.is_ascii_digit()) {
        let significant = digits.trim_end_matches('0').len();
        for (name, zeros) in SCALES {
            let Some(whole) = digits.len().checked_sub(zeros).filter(|n| *n > 0) else { continue };
            if significant.max(whole) > DIGITS {
                break;
            }
            let (front, rest) = digits.split_at(whole);
            let rest = rest.trim_end_matches('0');
            let point = if rest.is_empty() { "" } else { "." };
            return format!("{sign}{front}{point}{rest} {name}");
        }
    }
    grouped(number)
}

/// Digits in groups of three from five digits on: "4100", "600,000,123".
pub(crate) fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find(['.', '/']).unwrap_or(number.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    if digits.len() < 5 {
        return number.to_owned();
    }
    let mut out = sign.to_owned();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

pub(crate) fn shortened(text: &str) -> String {
    cut(text, TEXT)
}

/// The first characters of a text, and a sign where there are more.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let mut short: String = text.chars().take(most).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Why two claims stand as they do, with their values as the report writes them, and in a sentence of its own whether the two are
/// independent, which a relation's reason ends with.
///
/// "PT7H30M and PT3H: they have nothing in common" becomes "7 h 30 min and 3 h: they have nothing in common".
pub(crate) fn reasons(relation: RelationRef<'_>) -> (String, String) {
    let why = clean(&relation.why());
    let of_voices = |end: &str| ["independent:", "not independent:", "independence"].iter().any(|word| end.starts_with(word));
    let (why, independence) = match why.rsplit_once("; ").filter(|(_, end)| of_voices(end)) {
        Some((why, end)) => (why.to_owned(), end.to_owned()),
        None => (why, independence(relation.independent()).to_owned()),
    };
    let mut told = String::new();
    let mut rest = why.as_str();
    for end in relation.ends() {
        let Some((as_recorded, in_words)) = forms(end) else { continue };
        let Some(at) = rest.find(&as_recorded).filter(|at| *at < NEAR) else { continue };
        told.push_str(&rest[..at]);
        told.push_str(&in_words);
        rest = &rest[at + as_recorded.len()..];
    }
    (told + rest, independence)
}

/// How far into what is left of a reason a value is looked for: it stands at the beginning, and behind "and".
const NEAR: usize = 40;

fn independence(known: Option<bool>) -> &'static str {
    match known {
        Some(true) => "independent: yes",
        Some(false) => "not independent: the two rest on one voice",
        None => "independence not known",
    }
}

/// A value as a reason has it, and as the report writes it; none where both are alike, or nearly so.
fn forms(claim: ClaimRef<'_>) -> Option<(String, String)> {
    match claim.value() {
        Value::Boolean(true) if claim.attribute().as_str() == "occurrence" => {
            let happened = occurrence(claim.claim().polarity, Modality::Asserted);
            Some((happened.to_owned(), occurrence(claim.claim().polarity, claim.claim().modality).to_owned()))
        }
        Value::Duration(_) | Value::Time(_) | Value::Quantity(_) => Some((clean(&claim.value().to_string()), value(claim.value()))),
        _ => None,
    }
}

/// What puts articles in the order of publication, as the report dates them: by the day on their own clock, of one day by the instant where
/// it is known, undated ones last.
pub(crate) fn published(node: &ArticleNode) -> (bool, Option<Date>, Option<DateTime>) {
    let told = node.article.published;
    (told.is_none(), told.map(|p| p.date), told.and_then(|p| p.instant().or(p.time)))
}

/// What a claim says: its value, how far it commits itself, and whom it credits.
pub(crate) fn said(claim: &Claim) -> String {
    let text = bare(claim);
    match claim.attributed_to.first() {
        Some(source) => format!("{text}, according to {}", shortened(&clean(source))),
        None => text,
    }
}

/// The same, whoever is credited.
pub(crate) fn bare(claim: &Claim) -> String {
    match claim.attribute.as_str() {
        "occurrence" if claim.value.value == Value::Boolean(true) => occurrence(claim.polarity, claim.modality).to_owned(),
        _ => {
            let not = if claim.polarity == Polarity::Negative { "not " } else { "" };
            let modality = if claim.modality == Modality::Asserted { String::new() } else { format!(" ({})", claim.modality.as_str()) };
            format!("{not}{}{modality}", value(&claim.value.value))
        }
    }
}

fn occurrence(polarity: Polarity, modality: Modality) -> &'static str {
    match (polarity, modality) {
        (Polarity::Positive, Modality::Asserted) => "it happened",
        (Polarity::Negative, Modality::Asserted) => "it did not happen",
        (Polarity::Positive, Modality::Planned) => "it is planned",
        (Polarity::Negative, Modality::Planned) => "it is not planned",
        (Polarity::Positive, Modality::Expected) => "it is expected",
        (Polarity::Negative, Modality::Expected) => "it is not expected",
        (Polarity::Positive, Modality::Possible) => "it may happen",
        (Polarity::Negative, Modality::Possible) => "it may not happen",
        (_, Modality::Denied) => "it is denied",
        (Polarity::Positive, Modality::Hypothetical) => "it would happen under a condition",
        (Polarity::Negative, Modality::Hypothetical) => "it would not happen under a condition",
    }
}

/// What a claim speaks of: "age of Ada Okafor", "injured (children)".
pub(crate) fn item(attribute: &str, subject: Option<&Entity>, of: Option<&str>) -> String {
    let mut text = clean(attribute);
    if let Some(subject) = subject {
        text = format!("{text} of {}", clean(&subject.name));
    }
    if let Some(of) = of {
        text = format!("{text} ({})", clean(of));
    }
    text
}

/// Whether an item says by itself whose state of affairs it is of: the event adds nothing.
pub(crate) fn says_whose(event: EventRef<'_>, subject: Option<&Entity>) -> bool {
    event.node().action.as_str() == "state" && subject.is_some()
}

/// An item with its event. That adds nothing to a state of affairs which is somebody's, nor where it is a verb alone: "premium of hold".
pub(crate) fn with_event(event: EventRef<'_>, subject: Option<&Entity>, item: String, told: &str) -> String {
    let verb = event.node().open.is_some() && told == event.node().action.as_str() && item != "occurrence";
    if verb || says_whose(event, subject) { item } else { format!("{item} of {told}") }
}

/// What the claim speaks of, without its event.
pub(crate) fn item_of(claim: ClaimRef<'_>) -> String {
    item(claim.attribute().as_str(), claim.subject(), claim.claim().of.as_deref())
}

/// An event: "meet: Ada Okafor and Ivo Brandt, 2031-05-04 (Sunday), Porto". A state of affairs goes by whose it is: "Norvane".
pub(crate) fn event(event: EventRef<'_>) -> String {
    let node = event.node();
    let mut parts = Vec::new();
    let goal = |role: &Option<std::sync::Arc<str>>| role.as_deref() == Some("destination");
    let names = |of_goal: bool| {
        let with_roles = event.participants().zip(&node.participants);
        list(with_roles.filter(|(_, (_, role))| goal(role) == of_goal).map(|(e, _)| &*e.name))
    };
    parts.extend(names(false));
    parts.extend(names(true).map(|goals| format!("to {goals}")));
    parts.extend([&node.time, &node.place].into_iter().flatten().map(|v| value(&v.value)));
    let action = clean(node.action.as_str());
    match parts.join(", ") {
        parts if parts.is_empty() => action,
        parts if action == "state" => parts,
        parts => format!("{action}: {parts}"),
    }
}

/// The names, the first of them where they are many: a crowd is counted, and not put into words.
fn list<'a>(mut names: impl Iterator<Item = &'a str>) -> Option<String> {
    let shown: Vec<String> = names.by_ref().take(NAMES).map(clean).collect();
    let (rest, (last, first)) = (names.count(), shown.split_last()?);
    Some(match first {
        _ if rest > 0 => format!("{} and {rest} more", shown.join(", ")),
        [] => last.clone(),
        first => format!("{} and {last}", first.join(", ")),
    })
}

/// What a position says: its value, or that it is not so.
pub(crate) fn position(position: &Position) -> String {
    let negative = position.polarity == Polarity::Negative;
    match &position.value.value {
        Value::Boolean(yes) => value(&Value::Boolean(*yes != negative)),
        other if negative => format!("not {}", value(other)),
        other => value(other),
    }
}

/// The first characters of a fact's id, as many as the report prints: `show` takes them, and says so where they are another's too.
pub(crate) fn fact(fact: FactRef<'_>) -> String {
    fact.id().as_str().chars().take(SHORT_ID).collect()
}

/// A letter and eight hexadecimal digits: of ten thousand facts two have them in common in one of a hundred results.
const SHORT_ID: usize = 9;

/// Who publishes what stands on a position, in the order of publication.
pub(crate) fn publishers(position: PositionRef<'_>) -> Vec<String> {
    let mut nodes: Vec<&ArticleNode> = position.claims().map(ClaimRef::article).collect();
    nodes.sort_by_key(|node| (published(node), &node.id));
    let mut names = Vec::new();
    for name in nodes.into_iter().map(name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// "3 articles, 3 publishers, 2 origins"
pub(crate) fn support(position: &Position) -> String {
    let (a, p, o) = (position.articles, position.publishers, position.origins);
    format!("{}, {}, {}", count(a, "article"), count(p, "publisher"), count(o, "origin"))
}

/// "1 article", "2 articles"
pub(crate) fn count(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// Who says it, and when: "The Quay, 2031-05-04".
pub(crate) fn source(claim: ClaimRef<'_>) -> String {
    article(claim.article())
}

/// The same of an article.
pub(crate) fn article(node: &ArticleNode) -> String {
    match node.article.published {
        Some(p) => format!("{}, {}", name(node), p.date),
        None => format!("{}, undated", name(node)),
    }
}

/// Of many names the first: "The Quay, The Tide and 3 others".
pub(crate) fn some_of(names: &[String], most: usize) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, first)) if names.len() <= most => format!("{} and {last}", first.join(", ")),
        Some(_) => format!("{} and {}", names[..most].join(", "), count(names.len() - most, "other")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use claimgraph::value::{DurationUnit, Modifier, Number};

    #[test]
    fn values() {
        let n = |t: &str| t.parse::<Number>().unwrap();
        let day = |t: &str| Value::Time(Time::new(t.parse().unwrap()));
        for (given, words) in [
            (Value::Duration(Duration::new(n("7.5"), DurationUnit::Hour).hedged(Modifier::Approx)), "about 7 h 30 min"),
            (Value::Duration(Duration { upper: Some(n("3")), ..Duration::new(n("2"), DurationUnit::Day) }), "2 days to 3 days"),
            (Value::Duration(Duration::new(n("1/3"), DurationUnit::Second)), "1/3 s"),
            (Value::Quantity(Quantity::new(n("600000000"), "EUR")), "600 million EUR"),
            (Value::Quantity(Quantity::new(n("1250000000"), "$")), "1.25 billion $"),
            (Value::Quantity(Quantity::new(n("1234567"), "$")), "1,234,567 $"),
            (Value::Quantity(Quantity::new(n("250000"), "$")), "250,000 $"),
            (Value::Quantity(Quantity::new(n("200/3"), "%")), "66.7 %"),
            (Value::Quantity(Quantity::new(n("2/3"), "mile")), "2/3 miles"),
            (Value::Quantity(Quantity::new(n("1"), "mile")), "1 mile"),
            (Value::Quantity(Quantity::new(n("6.4"), "magnitude")), "6.4"),
            (Value::Quantity(Quantity::new(n("4100"), "job")), "4100"),
            (day("2031-05-04"), "2031-05-04 (Sunday)"),
            (day("2031-W18-WE"), "weekend of 2031-05-03"),
            (day("2031-W18"), "week of 2031-04-28"),
            (day("2031-SU"), "summer 2031"),
            (day("2031-H1"), "first half of 2031"),
            (day("202"), "2020s"),
            (day("XXXX-12-06"), "6 December, of an unknown year"),
            (day("XXXX-02"), "February, of an unknown year"),
            (day("XXXX-WXX-7"), "Sunday, of an unknown week"),
            (Value::Quotation("Enough".into()), "“Enough”"),
        ] {
            assert_eq!(value(&given), words);
        }
        assert_eq!(grouped("-1234567.25"), "-1,234,567.25");
    }
}
