//! Dates of publication, as feeds, pages and databases write them: RFC 3339, a civil date or date and time, RFC 2822, a date in words,
//! seconds or milliseconds since 1970.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;

use super::parse::shortened;
use crate::corpus::Published;
use crate::normalize::{Context, time};
use crate::value::TimeForm;

/// The moment that `text`, the value of `field`, names; `None` where it is blank. Digits alone are seconds or milliseconds since 1970.
///
/// # Errors
/// One sentence with the field and its value, where no date can be read, the calendar has none such or its year is not 1 to 9999. An
/// article is worth keeping without its date: whoever calls keeps it, and hands the sentence on.
pub fn published(field: &str, text: &str) -> Result<Option<Published>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let read = counted(text).or_else(|| iso(text)).or_else(|| mailed(text)).or_else(|| formatted(text)).or_else(|| told(text));
    match read.filter(|p| p.date.year() >= 1) {
        Some(published) => Ok(Some(published)),
        None if is_numeric(text) => {
            Err(format!("`{field}` is {:?}, which is no date that the calendar has between the years 1 and 9999", shortened(text)))
        }
        None => Err(format!("`{field}` is {:?}, which is no date that can be read", shortened(text))),
    }
}

/// The moment so many seconds, or milliseconds, after the start of 1970 in Greenwich; `None` where it is neither within the years 1973
/// to 2200. The two cannot be taken for each other: a thousand times the one is beyond the other.
pub(crate) fn since_1970(number: i64) -> Option<Published> {
    const FROM: i64 = 100_000_000;
    const TO: i64 = 7_300_000_000;
    let seconds = [number, number / 1000].into_iter().find(|n| (FROM..TO).contains(n))?;
    let at = Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
    Some(timed(at, Some(Offset::UTC)))
}

/// Digits, with nothing between them but what ISO 8601 has there.
fn is_numeric(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b':' | b'.' | b'T' | b'Z'))
}

fn timed(at: DateTime, offset: Option<Offset>) -> Published {
    let minutes = |o: Offset| i16::try_from(o.seconds() / 60).ok();
    Published { date: at.date(), time: Some(at), offset: offset.and_then(minutes) }
}

/// "1936000000", "1936000000.5", "1936000000000".
fn counted(text: &str) -> Option<Published> {
    let digits = text.split_once('.').map_or(text, |(whole, rest)| if rest.bytes().all(|b| b.is_ascii_digit()) { whole } else { text });
    let long = matches!(digits.len(), 9..=13) && digits.bytes().all(|b| b.is_ascii_digit());
    long.then(|| since_1970(digits.parse().ok()?))?
}

/// RFC 3339, a civil date, or a civil date and time, whose zone may be "UTC".
fn iso(text: &str) -> Option<Published> {
    let greenwich = [" UTC", " GMT"].iter().find_map(|zone| text.strip_suffix(zone)).map(|t| format!("{t}Z"));
    let text = greenwich.as_deref().unwrap_or(text);
    let pieces = Pieces::parse(text).ok().filter(|_| text.starts_with(|c: char| c.is_ascii_digit()))?;
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
    fn rows() {
        for (text, date, time, offset) in [
            ("2023-06-19", "2023-06-19", None, None),
            (" 2023-06-19 ", "2023-06-19", None, None),
            ("2023-06-19T07:30", "2023-06-19", Some("2023-06-19T07:30:00"), None),
            ("2023-06-19 07:30:05", "2023-06-19", Some("2023-06-19T07:30:05"), None),
            ("2023-06-19T23:30:00-03:30", "2023-06-19", Some("2023-06-19T23:30:00"), Some(-210)),
            ("2023-06-19T07:30:00Z", "2023-06-19", Some("2023-06-19T07:30:00"), Some(0)),
            ("2023-06-19T07:30:00.5+01:00[Europe/Paris]", "2023-06-19", Some("2023-06-19T07:30:00.5"), Some(60)),
        ] {
            let read = published("published", text).unwrap().unwrap();
            assert_eq!(published("published", &read.to_string()).unwrap(), Some(read));
            assert_eq!((read.date.to_string().as_str(), read.time.map(|t| t.to_string()).as_deref(), read.offset), (date, time, offset));
        }
        assert_eq!(published("published", " ").unwrap(), None);
    }

    #[test]
    fn as_feeds_and_people_write_it() {
        for (text, read) in [
            ("Wed, 07 May 2031 10:00:00 GMT", "2031-05-07T10:00:00Z"),
            ("Wed, 7 May 2031 10:00:00 +0200", "2031-05-07T10:00:00+02:00"),
            ("Tue, 07 May 2031 10:00:00 EST", "2031-05-07T10:00:00-05:00"),
            ("07 May 2031 10:00:00 -0330", "2031-05-07T10:00:00-03:30"),
            ("07 May 2031 10:00 GMT", "2031-05-07T10:00:00Z"),
            ("07 May 2031 10:00", "2031-05-07T10:00:00"),
            ("Wed, 07 May 2031 10:00:00", "2031-05-07T10:00:00"),
            ("Wed May 07 10:00:00 2031", "2031-05-07T10:00:00"),
            ("Wed May 07 10:00:00 +0000 2031", "2031-05-07T10:00:00Z"),
            ("May 7, 2031", "2031-05-07"),
            ("7 May 2031", "2031-05-07"),
            ("Wednesday, 7 May 2031", "2031-05-07"),
            ("7th May 2031", "2031-05-07"),
            ("May 7, 2031 at 10:00 a.m. EST", "2031-05-07T10:00:00"),
            ("May 7, 2031, 10:00 p.m.", "2031-05-07T22:00:00"),
            ("7 May 2031, 10:00 GMT", "2031-05-07T10:00:00Z"),
            ("2031/05/07", "2031-05-07"),
            ("07.05.2031", "2031-05-07"),
            ("7.5.2031 10:00", "2031-05-07T10:00:00"),
            ("2031-05-07 10:00:00 +0000 UTC", "2031-05-07T10:00:00Z"),
            ("2031-05-07 10:00:00 -0330", "2031-05-07T10:00:00-03:30"),
            ("2031-05-07 10:00:00 UTC", "2031-05-07T10:00:00Z"),
            ("2031/05/07 10:00", "2031-05-07T10:00:00"),
            ("20310507", "2031-05-07"),
            ("1936000000", "2031-05-08T09:46:40Z"),
            ("1936000000.25", "2031-05-08T09:46:40Z"),
            ("1936000000123", "2031-05-08T09:46:40Z"),
        ] {
            assert_eq!(published("published", text).map(|p| p.unwrap().to_string()).as_deref(), Ok(read), "{text}");
        }
        assert_eq!(since_1970(19_360), None);
        assert_eq!(since_1970(i64::MIN), None);
    }

    #[test]
    fn no_order_is_guessed() {
        for text in
            ["06/07/2031", "7 May", "Wednesday", "yesterday", "May 2031", "spring 2031", "about 7 May 2031", "7 May 2031 and 8 May 2031"]
        {
            let reason = published("date", text).unwrap_err();
            assert!(!reason.contains("calendar"), "{reason}");
        }
    }

    #[test]
    fn no_such_date() {
        for text in
            ["2023-02-30", "0000-01-01", "-000001-01-01", "99999", "99999-01-01", "+099999-01-01", "2023", "June 19", "2023-06-19T25:00"]
        {
            let reason = published("published", text).unwrap_err();
            assert!(reason.starts_with(&format!("`published` is {text:?}, which")), "{reason}");
        }
    }
}
