//! Dates of publication, and the sentence for one that cannot be read.

use super::parse::shortened;
use crate::corpus::Published;
use crate::normalize::recorded;

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
    match recorded(text) {
        Some(published) => Ok(Some(published)),
        None if is_numeric(text) => {
            Err(format!("`{field}` is {:?}, which is no date that the calendar has between the years 1 and 9999", shortened(text)))
        }
        None => Err(format!("`{field}` is {:?}, which is no date that can be read", shortened(text))),
    }
}

/// Digits, with nothing between them but what ISO 8601 has there.
fn is_numeric(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b':' | b'.' | b'T' | b'Z'))
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
