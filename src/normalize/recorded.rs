//! Moments as feeds, pages and databases record them: RFC 3339, a civil date or date and time, RFC 2822, a date in words, seconds or
//! milliseconds since 1970.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;

use super::{Context, time};
use crate::corpus::Published;
use crate::text::Plain;
use crate::value::TimeForm;

/// The moment that a text names, of the years 1 to 9999; `None` where it names none that a calendar has. Digits alone are seconds or
/// milliseconds since 1970.
pub(crate) fn recorded(text: &str) -> Option<Published> {
    let plain = Plain::of(text);
    let text = plain.text().trim();
    let read = counted(text).or_else(|| iso(text)).or_else(|| mailed(text)).or_else(|| formatted(text)).or_else(|| told(text));
    read.filter(|p| p.date.year() >= 1)
}

/// The moment so many seconds, or milliseconds, after the start of 1970 in Greenwich; `None` where it is neither within the years 1973
/// to 2200. The two cannot be taken for each other: a thousand times the one is beyond the other.
fn since_1970(number: i64) -> Option<Published> {
    const FROM: i64 = 100_000_000;
    const TO: i64 = 7_300_000_000;
    let seconds = [number, number / 1000].into_iter().find(|n| (FROM..TO).contains(n))?;
    let at = Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
    Some(timed(at, Some(Offset::UTC)))
}

fn timed(at: DateTime, offset: Option<Offset>) -> Published {
    let minutes = |o: Offset| i16::try_from(o.seconds() / 60).ok();
    Published { date: at.date(), time: Some(at), offset: offset.and_then(minutes) }
}

/// "1936000000", "1936000000.5", "1936000000000".
fn counted(text: &str) -> Option<Published> {
    let digits = text.split_once('.').map_or(text, |(whole, rest)| if rest.bytes().all(|b| b.is_ascii_digit()) { whole } else { text });
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| since_1970(digits.parse().ok()?))?
}

/// RFC 3339, a civil date, or a civil date and time, whose zone may be "UTC".
fn iso(text: &str) -> Option<Published> {
    let greenwich = [" UTC", " GMT"].iter().find_map(|zone| text.strip_suffix(zone)).map(|t| format!("{t}Z"));
    let text = greenwich.as_deref().unwrap_or(text);
    let pieces = Pieces::parse(text).ok()?;
    let date = pieces.date();
    Some(pieces.time().map_or(Published::on(date), |time| timed(date.to_datetime(time), pieces.to_numeric_offset())))
}

/// RFC 2822, the format of feeds and of mail: "Wed, 07 May 2031 10:00:00 GMT". A slip in the weekday changes nothing.
fn mailed(text: &str) -> Option<Published> {
    let zoned = DateTimeParser::new().relaxed_weekday(true).parse_zoned_datetime(text).ok()?;
    Some(timed(zoned.datetime(), Some(zoned.offset())))
}

/// Formats of programs: that of C's `asctime` and of `date`, with an offset before the year (Twitter's), dates with strokes that begin
/// with the year, dates with a month by name and a time.
const FORMATS: &[&str] = &[
    "%a %b %d %H:%M:%S %Y",
    "%a %b %d %H:%M:%S %z %Y",
    "%Y/%m/%d",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y.%m.%d",
    // With points the day comes first wherever it does not come last (Unicode CLDR 44).
    "%d.%m.%Y",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y, %H:%M",
    "%Y-%m-%d %H:%M:%S %z",
    "%Y-%m-%d %H:%M:%S %z UTC",
    "%d %b %Y %H:%M",
    "%d %b %Y %H:%M:%S",
    "%d %B %Y %H:%M",
    "%d %B %Y %H:%M:%S",
    "%a, %d %b %Y %H:%M:%S",
    "%a, %d %b %Y",
    "%b %d, %Y %H:%M",
    "%b %d, %Y %I:%M %p",
    "%B %d, %Y %H:%M",
    "%B %d, %Y %I:%M %p",
];

fn formatted(text: &str) -> Option<Published> {
    FORMATS.iter().find_map(|format| {
        let read = BrokenDownTime::parse(format, text).ok()?;
        let date: Date = read.to_date().ok()?;
        if !format.contains("%M") {
            return Some(Published::on(date));
        }
        Some(timed(date.to_datetime(read.to_time().ok()?), read.offset()))
    })
}

/// A date with its year in words: "May 7, 2031", "Wednesday 7 May 2031 at 10:00 GMT". Of a day and a month in digits, in either order,
/// nothing is guessed, and digits with the year first and hyphens are the calendar's or none.
fn told(text: &str) -> Option<Published> {
    let year_first = text.get(..5).is_some_and(|t| t.ends_with('-') && t[..4].bytes().all(|b| b.is_ascii_digit()));
    let time = time(text, &Context::default()).filter(|t| !year_first && t.modifier.is_none() && !t.is_in_either_half())?;
    match time.form {
        TimeForm::Day(date) => Some(Published::on(date)),
        TimeForm::Minute(at) => {
            let offset = time.zone().offset();
            Some(Published { date: at.date(), time: Some(at), offset })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_seconds_nor_milliseconds() {
        assert_eq!(since_1970(19_360), None);
        assert_eq!(since_1970(i64::MIN), None);
    }
}
