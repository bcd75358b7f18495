//! What is not UTF-8 text is refused by name.

use crate::claim::{Refusal, RejectionCode};

/// Marks at the start of a file that is not UTF-8 text, the longer before those they begin with.
/// Byte order marks: Unicode 15.0, table 2-4. Others: the formats' own specifications.
const MARKS: &[(&[u8], &str)] = &[
    (b"\xFF\xFE\0\0", "the file is in UTF-32, not in UTF-8"),
    (b"\0\0\xFE\xFF", "the file is in UTF-32, not in UTF-8"),
    (b"\xFF\xFE", "the file is in UTF-16, not in UTF-8"),
    (b"\xFE\xFF", "the file is in UTF-16, not in UTF-8"),
    (b"%PDF-", "the file is a PDF document, not text"),
    (b"\x89PNG", "the file is a PNG image, not text"),
    (b"\xFF\xD8\xFF", "the file is a JPEG image, not text"),
    (b"GIF89a", "the file is a GIF image, not text"),
    (b"PK\x03\x04", "the file is a ZIP archive or an office document, not text"),
    (b"\x1F\x8B", "the file is compressed with gzip, not text"),
    (b"BZh91AY&SY", "the file is compressed with bzip2, not text"),
    (b"\xFD7zXZ\0", "the file is compressed with xz, not text"),
    (b"\x28\xB5\x2F\xFD", "the file is compressed with zstd, not text"),
    (b"7z\xBC\xAF\x27\x1C", "the file is a 7z archive, not text"),
    (b"\xD0\xCF\x11\xE0", "the file is an old office document, not text"),
    (b"SQLite format 3\0", "the file is an SQLite database, not text"),
    (b"\x7FELF", "the file is a program, not text"),
    (b"{\\rtf", "the file is in Rich Text Format, not plain text"),
    (b"<!doctype html", "the file is an HTML page, whose text must be extracted first"),
    (b"<html", "the file is an HTML page, whose text must be extracted first"),
];

/// The byte order mark of UTF-8.
pub(super) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// How much of the file is looked at for zero bytes.
const SAMPLE: usize = 1024;

/// The bytes behind a UTF-8 byte order mark.
///
/// # Errors
/// One sentence that names what the file is, where it is empty, binary, or in another encoding. Whether the bytes are
/// UTF-8 throughout is left to each record.
pub(super) fn body(bytes: &[u8]) -> Result<&[u8], Refusal> {
    let body = bytes.strip_prefix(MARK).unwrap_or(bytes);
    if body.trim_ascii().is_empty() {
        return Err(Refusal::new(RejectionCode::Empty, "the file is empty"));
    }
    let start = body.trim_ascii_start();
    let starts = |mark: &[u8]| start.get(..mark.len()).is_some_and(|s| s.eq_ignore_ascii_case(mark));
    if let Some((_, what)) = MARKS.iter().find(|(mark, _)| starts(mark)) {
        let code = if what.ends_with("not in UTF-8") { RejectionCode::Encoding } else { RejectionCode::NotText };
        return Err(Refusal::new(code, *what));
    }
    // A stray zero byte spoils one line; every second or fourth byte zero is UTF-16 or UTF-32 without a mark, or binary.
    let sample = &body[..body.len().min(SAMPLE)];
    if sample.iter().filter(|&&b| b == 0).count() * 8 >= sample.len() {
        return Err(Refusal::new(RejectionCode::Encoding, "the file is binary, or in UTF-16 or UTF-32, not in UTF-8"));
    }
    Ok(body)
}

/// The bytes as text.
///
/// # Errors
/// One sentence with the place of the first byte that is not UTF-8 or is zero.
pub(super) fn text<'a>(bytes: &'a [u8], of: &str) -> Result<&'a str, Refusal> {
    let bad = |e: std::str::Utf8Error| Refusal::new(RejectionCode::Encoding, format!("{of} is not UTF-8 at byte {}", e.valid_up_to() + 1));
    std::str::from_utf8(bytes).map_err(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows() {
        let say = |bytes: &[u8]| body(bytes).map(<[u8]>::len).unwrap_err().reason;
        assert_eq!(say(b""), "the file is empty");
        assert_eq!(say(b"\xEF\xBB\xBF \r\n"), "the file is empty");
        assert_eq!(say(b"\xFF\xFEh\0i\0"), "the file is in UTF-16, not in UTF-8");
        assert_eq!(say(b"\xFF\xFE\0\0h\0\0\0"), "the file is in UTF-32, not in UTF-8");
        assert_eq!(say(b"h\0i\0"), "the file is binary, or in UTF-16 or UTF-32, not in UTF-8");
        assert_eq!(say(b"%PDF-1.7 ..."), "the file is a PDF document, not text");
        assert_eq!(say(b" \n<!DOCTYPE HTML><p>"), "the file is an HTML page, whose text must be extracted first");
        assert_eq!(body(b"\xEF\xBB\xBFHello").unwrap(), b"Hello");
        assert_eq!(text(b"ab\xFF", "the line").unwrap_err().reason, "the line is not UTF-8 at byte 3");
    }
}
