//! Text files, and the front matter they may begin with.
//!
//! Front matter is the block between a first line `---` and the next line `---` or `...`. Of YAML only this is read:
//! `key: value` lines without indent, the value plain, quoted (YAML 1.2.2, 7.3.1 and 7.3.2), or a block behind `>` or
//! `|`. Lists, nested maps and keys that are no field of an article are passed over. A block with any other line is no
//! front matter but text: a document may well begin with a rule.

use super::wire::{Made, UntypedWire};
use crate::claim::{Record, Refusal, RejectionCode};

/// The article that a text file holds, or why it holds none, and its fields that are lost; each with its line. An article's line is that
/// on which its text begins.
pub(super) fn article(body: &[u8]) -> Vec<(u64, Result<Record, Refusal>)> {
    let text = match super::encoding::text(body, "the file") {
        Ok(text) => text,
        Err(refusal) => return vec![(line_of_fault(body), Err(refusal))],
    };
    if let Some(zero) = text.find('\0') {
        let line = 1 + count(&text[..zero]);
        let reason = format!("the file holds a zero byte at byte {}: it is binary, or not in UTF-8", zero + 1);
        return vec![(line, Err(Refusal::new(RejectionCode::NotText, reason)))];
    }
    let Some(Front { entries, text: body, line }) = Front::of(text) else { return vec![(1, said(UntypedWire::default(), text))] };
    let mut fields = UntypedWire::default();
    let lost: Vec<_> =
        entries.into_iter().filter_map(|e| Some((e.line, Err(fields.set(&e.key.to_ascii_lowercase(), e.value).err()?)))).collect();
    let read = said(fields, body);
    // Of an article that is refused nothing more is lost.
    let lost = lost.into_iter().take(if read.is_ok() { usize::MAX } else { 0 });
    std::iter::once((line, read)).chain(lost).collect()
}

/// The article. Its fields have been read one by one, so that nothing more is lost.
fn said(mut fields: UntypedWire, text: &str) -> Result<Record, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::new(RejectionCode::Empty, "the file has front matter and no text"));
    }
    fields.text = Some(text.to_owned());
    let Made { record, .. } = fields.article();
    Ok(Record::from(record))
}

fn line_of_fault(body: &[u8]) -> u64 {
    let good = std::str::from_utf8(body).map_or_else(|e| e.valid_up_to(), str::len);
    1 + (0_u64..).zip(body[..good].split(|&b| b == b'\n')).last().map_or(0, |(n, _)| n)
}

fn count(text: &str) -> u64 {
    text.bytes().filter(|&b| b == b'\n').map(|_| 1).sum()
}

struct Front<'a> {
    entries: Vec<Entry<'a>>,
    /// What stands behind the block, as given.
    text: &'a str,
    /// The line on which that begins.
    line: u64,
}

struct Entry<'a> {
    key: &'a str,
    value: String,
    line: u64,
}

impl<'a> Front<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let mut lines = (1_u64..).zip(text.split_inclusive('\n'));
        let mut at = lines.next().filter(|(_, first)| first.trim_end() == "---")?.1.len();
        let mut entries: Vec<Entry<'a>> = Vec::new();
        for (number, line) in lines {
            at += line.len();
            let line = line.trim_end();
            match line {
                "---" | "..." => {
                    entries.iter_mut().for_each(|e| e.value = scalar(&e.value));
                    return Some(Self { entries, text: &text[at..], line: number + 1 });
                }
                _ if line.is_empty() || line.starts_with(['#', '-']) => {}
                _ if line.starts_with([' ', '\t']) => {
                    if let Some(last) = entries.last_mut().filter(|e| e.value.starts_with(['>', '|'])) {
                        last.value.push('\n');
                        last.value.push_str(line.trim());
                    }
                }
                _ => {
                    let (key, value) = line.split_once(':').filter(|(_, v)| v.is_empty() || v.starts_with([' ', '\t']))?;
                    entries.push(Entry { key: key.trim(), value: value.trim().to_owned(), line: number });
                }
            }
        }
        None
    }
}

/// The text that a YAML scalar stands for; empty for null.
fn scalar(value: &str) -> String {
    let mut chars = value.chars();
    match chars.next() {
        Some('"') => double_quoted(chars.as_str()),
        Some('\'') => single_quoted(chars.as_str()),
        Some('>') => value.split('\n').skip(1).collect::<Vec<_>>().join(" "),
        Some('|') => value.split('\n').skip(1).collect::<Vec<_>>().join("\n"),
        Some('#') => String::new(),
        _ => {
            let plain = value.split(" #").next().unwrap_or_default().trim_end();
            if matches!(plain, "~" | "null" | "Null" | "NULL") { String::new() } else { plain.to_owned() }
        }
    }
}

fn single_quoted(rest: &str) -> String {
    let mut out = String::new();
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\'' && chars.next_if_eq(&'\'').is_none() {
            break;
        }
        out.push(c);
    }
    out
}

fn double_quoted(rest: &str) -> String {
    let mut out = String::new();
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('x') => out.extend(code(&mut chars, 2)),
                Some('u') => out.extend(code(&mut chars, 4)),
                Some('U') => out.extend(code(&mut chars, 8)),
                Some(other) => out.push(other),
                None => {}
            },
            _ => out.push(c),
        }
    }
    out
}

fn code(chars: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let hex: String = chars.by_ref().take(digits).collect();
    u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Article;

    fn read(text: &str) -> (u64, Article) {
        match article(text.as_bytes()).remove(0) {
            (line, Ok(Record::Article(article))) => (line, *article),
            (line, other) => panic!("{line} {other:?}"),
        }
    }

    #[test]
    fn scalars() {
        for (yaml, text) in [
            ("Plain words: and more", "Plain words: and more"),
            ("plain # comment", "plain"),
            ("C#", "C#"),
            ("\"a \\\"b\\\" \\u00e9 #\" # c", "a \"b\" é #"),
            ("'it''s' ", "it's"),
            ("~", ""),
            ("", ""),
            (">-\nfolded\nlines", "folded lines"),
            ("|\nkept\nlines", "kept\nlines"),
            ("\"open", "open"),
        ] {
            assert_eq!(scalar(yaml), text, "{yaml}");
        }
    }

    #[test]
    fn fields_and_place_of_the_text() {
        let (line, read) = read(
            "---\r\ntitle: \"Storm: a day after\"\r\npublisher: The Quay\r\npublished: 2031-05-04\r\ntags:\r\n  - a\r\n---\r\n\r\nRain fell.\r\n",
        );
        assert_eq!(line, 8);
        assert_eq!(read.text.as_deref(), Some("\r\nRain fell.\r\n"));
        assert_eq!(read.title.as_deref(), Some("Storm: a day after"));
        assert_eq!(read.publisher.as_deref(), Some("The Quay"));
        assert_eq!(read.published.unwrap().date.to_string(), "2031-05-04");
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for text in ["---\nRain fell.\n---\nMore.", "---\ntitle: never closed\nRain", "--- \n\n", "Rain: it fell."] {
            assert_eq!(read(text), (1, Article::default().text(text)));
        }
    }

    #[test]
    fn bad_fields_and_bytes() {
        let no = |text: &[u8]| {
            let (line, refused) = article(text).into_iter().find(|r| r.1.is_err()).unwrap();
            (line, refused.unwrap_err().reason)
        };
        let date = "`published` is \"2023-02-30\", which is no date that the calendar has between the years 1 and 9999";
        assert_eq!(no(b"---\ntitle: a\npublished: 2023-02-30\n---\nRain."), (3, date.to_owned()));
        assert_eq!(no(b"---\ntitle: a\n---\n \n"), (4, "the file has front matter and no text".to_owned()));
        assert_eq!(no(b"Rain.\nCaf\xE9 closed.").1, "the file is not UTF-8 at byte 10");
        assert_eq!(no(b"Rain.\nCaf\xE9 closed.").0, 2);
        assert_eq!(no(b"Rain.\n\0").0, 2);
    }
}
