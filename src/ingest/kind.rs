//! What a file holds, told by its ending and, where that says nothing, by its content.

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An article as plain text.
    Text,
    /// One JSON object a line.
    Lines,
    /// One JSON object, or an array of them.
    Json,
    /// Comma- or tab-separated values.
    Table,
}

const ENDINGS: [(&str, Kind); 9] = [
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Text),
    ("markdown", Kind::Text),
    ("ndjson", Kind::Lines),
    ("jsonl", Kind::Lines),
    ("json", Kind::Json),
    ("csv", Kind::Table),
    ("tsv", Kind::Table),
];

impl Kind {
    /// The kind that the ending of a file name tells.
    pub fn of_ending(name: &str) -> Option<Self> {
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let ending = file.rsplit_once('.')?.1;
        ENDINGS.iter().find(|row| row.0.eq_ignore_ascii_case(ending)).map(|row| row.1)
    }

    /// The kind of a file of that name and content.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let body = bytes.strip_prefix(super::encoding::MARK).unwrap_or(bytes);
        match Self::of_ending(name) {
            // A pretty-printed value under the wrong ending: no line of it is a record.
            Some(Self::Lines) if matches!(first_line(body), b"{" | b"[") => Self::Json,
            Some(kind) => kind,
            None => Self::of_content(body),
        }
    }

    fn of_content(body: &[u8]) -> Self {
        match (body.trim_ascii_start().first(), first_line(body).last()) {
            (Some(b'{'), Some(b'}')) => Self::Lines,
            (Some(b'{'), _) => Self::Json,
            (Some(b'['), Some(b'[' | b'{' | b'}' | b']' | b',')) => Self::Json,
            _ => Self::Text,
        }
    }
}

fn first_line(body: &[u8]) -> &[u8] {
    body.trim_ascii_start().split(|&b| b == b'\n').next().unwrap_or_default().trim_ascii_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows() {
        for (name, body, kind) in [
            ("a/b.md", "{}", Kind::Text),
            ("B.TXT", "[1]", Kind::Text),
            ("a.jsonl", "{}\n{}", Kind::Lines),
            ("a.ndjson", "{\n \"type\": 1}", Kind::Json),
            ("a.json", "Hello", Kind::Json),
            ("a.tsv", "", Kind::Table),
            ("-", " {\"a\":1}\n", Kind::Lines),
            ("-", "{\n}", Kind::Json),
            ("-", "[{}]", Kind::Json),
            ("-", "[Reuters] Hello", Kind::Text),
            ("a.b/noending", "Hello", Kind::Text),
        ] {
            assert_eq!(Kind::of(name, body.as_bytes()), kind, "{name} {body}");
        }
    }
}
