//! Dates of publication: RFC 3339, a civil date, or a civil date and time.

use jiff::fmt::temporal::Pieces;

use super::parse::shortened;
use crate::corpus::Published;

/// The moment that `text`, the value of `field`, names; `None` where it is blank.
///
/// # Errors
/// One sentence with the field and its value, where it is no date of the calendar or its year is not 1 to 9999.
pub fn published(field: &str, text: &str) -> Result<Option<Published>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let bad = || format!("`{field}` is {:?}, which is no date that the calendar has between the years 1 and 9999", shortened(text));
    let pieces = Pieces::parse(text).map_err(|_| bad())?;
    let date = pieces.date();
    if date.year() < 1 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(bad());
    }
    let time = pieces.time().map(|time| date.to_datetime(time));
    let offset = pieces.to_numeric_offset().and_then(|o| i16::try_from(o.seconds() / 60).ok()).filter(|_| time.is_some());
    Ok(Some(Published { date, time, offset }))
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
    fn no_such_date() {
        for text in
            ["2023-02-30", "0000-01-01", "-000001-01-01", "99999", "99999-01-01", "+099999-01-01", "2023", "June 19", "2023-06-19T25:00"]
        {
            let reason = published("published", text).unwrap_err();
            assert!(reason.starts_with(&format!("`published` is {text:?}, which")), "{reason}");
        }
    }
}
