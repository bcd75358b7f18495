//! The date of publication that an article's first lines state.

use jiff::civil::DateTime;
use jiff::fmt::temporal::{Pieces, PiecesOffset};

use super::{Context, TimeSpan, TimeValue, date_order, times};
use crate::corpus::Published;
use crate::text::tokens;
use crate::value::TimeForm;

/// Lines that are looked at, and the longest that is.
const LINES: usize = 10;
const LENGTH: usize = 300;

/// How a line says that it gives the date, the surest first: an update is not the publication.
const LABELS: [&[&str]; 2] = [
    &["published", "posted", "publication date", "date", "first published", "issued", "publish date"],
    &["updated", "last updated", "modified", "last modified"],
];

/// The date of publication stated in the first lines: "Posted on: 2031-06-19 16:53", "Published: 19 June 2031", a line
/// that is a date, or a dateline with a year. A date without a year says nothing. O(n).
pub fn publication_date(text: &str) -> Option<Published> {
    let lines = || text.lines().map(str::trim).filter(|l| !l.is_empty() && l.len() <= LENGTH).take(LINES);
    let context = Context::default().ordered(date_order(text));
    let labelled = LABELS.iter().find_map(|labels| lines().find_map(|line| first(after_label(line, labels)?, &context)));
    labelled
        .or_else(|| lines().find_map(|line| alone(line, &context)))
        .or_else(|| text.lines().map(str::trim).filter(|l| !l.is_empty()).take(LINES).find_map(|line| dateline(line, &context)))
}

/// What follows the label, which ends in a colon or in "on".
fn after_label<'a>(line: &'a str, labels: &[&str]) -> Option<&'a str> {
    labels.iter().find_map(|label| {
        let head = line.get(..label.len())?;
        let rest = line.get(label.len()..)?.trim_start();
        let rest_on = rest.strip_prefix("on").filter(|r| r.starts_with([' ', ':']));
        let tail = rest_on.unwrap_or(rest).trim_start();
        let marked = rest_on.is_some() || tail.starts_with([':', '-', '–', '|']) || tail.starts_with(|c: char| c.is_ascii_digit());
        (head.eq_ignore_ascii_case(label) && marked).then(|| tail.trim_start_matches([':', '-', '–', '|', ' ']))
    })
}

/// The first date with a year, where the text starts with it, a weekday aside.
fn first(text: &str, context: &Context) -> Option<Published> {
    if let Some(published) = text.split_whitespace().next().and_then(iso) {
        return Some(published);
    }
    let (published, start, _) = read(text, context)?;
    (start == 0).then_some(published)
}

/// A line that is nothing but a date.
fn alone(line: &str, context: &Context) -> Option<Published> {
    if let Some(published) = iso(line) {
        return Some(published);
    }
    let (published, start, rest) = read(line, context)?;
    (start == 0 && rest <= 1).then_some(published)
}

/// "EXAMPLETON, June 19, 2031 (Agency) —": the date near the start, a bracket or a dash behind it.
fn dateline(line: &str, context: &Context) -> Option<Published> {
    let head: String = line.chars().take(90).collect();
    let end = head.find(['—', '–', '-', '('])?;
    let (published, start, rest) = read(head.get(..end)?, context)?;
    (start <= 8 && rest == 0 && head.starts_with(char::is_uppercase)).then_some(published)
}

/// The first dated time of a text, the number of tokens before it, and behind it.
fn read(text: &str, context: &Context) -> Option<(Published, usize, usize)> {
    let tokens = tokens(text);
    let mut found: Vec<TimeSpan> = Vec::new();
    times(text, &tokens, 0..tokens.len(), context, &mut found);
    found.iter().find_map(|span| {
        let TimeValue::Time(time) = &span.value else { return None };
        let published = match time.form {
            TimeForm::Day(date) => Published::on(date),
            TimeForm::Minute(at) => timed(at, None),
            _ => return None,
        };
        Some((published, span.tokens.start, tokens.len() - span.tokens.end))
    })
}

fn timed(at: DateTime, offset: Option<i16>) -> Published {
    Published { date: at.date(), time: Some(at), offset }
}

/// RFC 3339, or a civil date and time.
fn iso(text: &str) -> Option<Published> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) || text.len() < 16 || !text.is_ascii() {
        return None;
    }
    let pieces = Pieces::parse(text).ok()?;
    let offset = pieces.offset().and_then(|o| match o {
        PiecesOffset::Zulu => Some(0),
        PiecesOffset::Numeric(n) => i16::try_from(n.offset().seconds() / 60).ok(),
        _ => None,
    });
    Some(timed(pieces.date().to_datetime(pieces.time()?), offset))
}
