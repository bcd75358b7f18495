//! How a path is shown: as it is, where that is unambiguous and safe to print.

use std::path::Path;

use claimgraph::text::is_unseen;

/// The name of a path, in reports, results and reasons.
///
/// Bytes that are no UTF-8 stand as `\xFF`, control characters as `\x0A` or `\u{85}`, and so does what turns the direction of a line
/// or takes no room in it; a backslash that could be taken for the start of one of these stands as `\x5C`. So two paths never have
/// one name, and the ending stays what it is.
pub(crate) fn named(path: &Path) -> String {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        shown(path.as_os_str().as_bytes())
    }
    #[cfg(not(unix))]
    shown(path.to_string_lossy().replace('\\', "/").as_bytes())
}

fn shown(bytes: &[u8]) -> String {
    let mut name = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        let mut chars = chunk.valid().chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' if matches!(chars.peek(), Some('x' | 'u')) => name.push_str("\\x5C"),
                c if c.is_ascii_control() => name.push_str(&format!("\\x{:02X}", u32::from(c))),
                c if c.is_control() || is_unseen(c) || matches!(c, '\u{2028}' | '\u{2029}') => {
                    name.push_str(&format!("\\u{{{:X}}}", u32::from(c)));
                }
                c => name.push(c),
            }
        }
        chunk.invalid().iter().for_each(|byte| name.push_str(&format!("\\x{byte:02X}")));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows() {
        for (bytes, name) in [
            (&b"a/b.txt"[..], "a/b.txt"),
            (b"a\\b", "a\\b"),
            (b"a\\x41", "a\\x5Cx41"),
            (b"a\\\x0A", "a\\\\x0A"),
            (b"a\\\\x0A", "a\\\\x5Cx0A"),
            (b"\xC3", "\\xC3"),
            (b"a\x7F", "a\\x7F"),
            ("\u{202E}\u{200B}é\u{200D}".as_bytes(), "\\u{202E}\\u{200B}é\\u{200D}"),
        ] {
            assert_eq!(shown(bytes), name, "{bytes:?}");
        }
    }

    /// What was shown, read back: so no two paths have one name.
    fn read_back(name: &str) -> Vec<u8> {
        let (mut bytes, mut rest) = (Vec::new(), name);
        while let Some(c) = rest.chars().next() {
            if let Some(hex) = rest.strip_prefix("\\x").and_then(|r| r.get(..2)) {
                bytes.push(u8::from_str_radix(hex, 16).unwrap());
                rest = &rest[4..];
            } else if let Some((hex, behind)) = rest.strip_prefix("\\u{").and_then(|r| r.split_once('}')) {
                bytes.extend(char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap().to_string().bytes());
                rest = behind;
            } else {
                bytes.extend(c.to_string().bytes());
                rest = &rest[c.len_utf8()..];
            }
        }
        bytes
    }

    #[test]
    fn every_name_reads_back() {
        let parts: [&[u8]; 12] = [b"\\", b"x", b"u", b"{", b"5C", b"}", b"\n", b"\xFF", b"a", "\u{85}".as_bytes(), "é".as_bytes(), b"0A"];
        for n in 0..parts.len().pow(4) {
            let bytes = (0..4u32).flat_map(|i| parts[n / parts.len().pow(i) % parts.len()]).copied().collect::<Vec<u8>>();
            let name = shown(&bytes);
            assert_eq!(read_back(&name), bytes, "{name}");
            assert!(!name.chars().any(char::is_control));
        }
    }
}
