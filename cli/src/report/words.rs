//! Values, claims and events in plain words.

use claimgraph::claim::{About, Claim, Modality, Polarity};
use claimgraph::graph::{ArticleNode, ClaimRef, Decided, Entity, EventRef, FactRef, Position};
use claimgraph::value::{DayPart, Duration, Quantity, Time, TimeForm, Value};

use super::layout::clean;

/// Names of at most this many participants are listed.
const NAMES: usize = 4;
/// A text value is cut behind so many characters.
const TEXT: usize = 90;

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
pub(super) fn tellers(fact: FactRef<'_>) -> impl Iterator<Item = ClaimRef<'_>> {
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
pub(super) fn passage(claim: ClaimRef<'_>) -> String {
    format!("{} ({})", quoted(claim).unwrap_or_default(), paper(claim))
}

/// Who publishes a claim's article, else the article's id.
pub(crate) fn paper(claim: ClaimRef<'_>) -> String {
    let article = claim.article();
    clean(article.article.publisher.as_deref().unwrap_or_else(|| article.id.as_str()))
}

/// "“Four men rammed their car into a shop”"
pub(crate) fn quoted(claim: ClaimRef<'_>) -> Option<String> {
    claim.quote().map(|q| format!("“{}”", shortened(&clean(&q.exact))))
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
        other => other.to_string(),
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
        Some(upper) => format!("{} to {}", grouped(&quantity.amount.to_string()), grouped(&upper.to_string())),
        None => grouped(&quantity.amount.to_string()),
    };
    let change = match quantity.change {
        Some(claimgraph::value::Change::Up) => "up by ",
        Some(claimgraph::value::Change::Down) => "down by ",
        None => "",
    };
    match quantity.unit.as_str() {
        "%" => format!("{change}{amount} %"),
        unit if quantity.unit.is_count() || unit.is_empty() => format!("{change}{amount}"),
        unit => format!("{change}{amount} {}", clean(unit)),
    }
}

/// Digits in groups of three from five digits on: "4100", "600,000,000".
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

pub(super) fn shortened(text: &str) -> String {
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

/// What a claim says: its value, how far it commits itself, and whom it credits.
pub(crate) fn said(claim: &Claim) -> String {
    let mut text = match claim.attribute.as_str() {
        "occurrence" if claim.value.value == Value::Boolean(true) => occurrence(claim.polarity, claim.modality).to_owned(),
        _ => {
            let not = if claim.polarity == Polarity::Negative { "not " } else { "" };
            let modality = if claim.modality == Modality::Asserted { String::new() } else { format!(" ({})", claim.modality.as_str()) };
            format!("{not}{}{modality}", value(&claim.value.value))
        }
    };
    if let Some(source) = claim.attributed_to.first() {
        text = format!("{text}, according to {}", shortened(&clean(source)));
    }
    text
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
        (Polarity::Positive, Modality::Hypothetical) => "it would happen, if",
        (Polarity::Negative, Modality::Hypothetical) => "it would not happen, if",
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

/// What the claim speaks of, without its event.
pub(crate) fn item_of(claim: ClaimRef<'_>) -> String {
    item(claim.attribute().as_str(), claim.subject(), claim.claim().of.as_deref())
}

/// An event: "meet: Ada Okafor and Ivo Brandt, 2031-05-04 (Sunday), Porto".
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
    if parts.is_empty() { action } else { format!("{action}: {}", parts.join(", ")) }
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
    let name = node.article.publisher.as_deref().or(node.file.as_deref()).unwrap_or(node.id.as_str());
    match node.article.published {
        Some(p) => format!("{}, {}", clean(name), p.date),
        None => format!("{}, undated", clean(name)),
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
            (Value::Quantity(Quantity::new(n("600000000"), "EUR")), "600,000,000 EUR"),
            (Value::Quantity(Quantity::new(n("4100"), "job")), "4100"),
            (day("2031-05-04"), "2031-05-04 (Sunday)"),
            (day("XXXX-WXX-7"), "Sunday, of an unknown week"),
            (Value::Quotation("Enough".into()), "“Enough”"),
        ] {
            assert_eq!(value(&given), words);
        }
        assert_eq!(grouped("-1234567.25"), "-1,234,567.25");
    }
}
