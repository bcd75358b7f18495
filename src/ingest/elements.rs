//! Splits a JSON text into its values, an array into its elements, so that a broken one does not lose the others.

/// The values of `body`, those of an array one by one, each with the line it begins on.
///
/// Only quotes and brackets are looked at; whether a value is sound JSON is for its parser to say. What follows an
/// unclosed value belongs to it. O(n), without recursion.
pub(super) fn split(body: &[u8]) -> Vec<(u64, &[u8])> {
    let mut found = Vec::new();
    let mut scan = Scan { body, at: 0, line: 1 };
    // An array is opened by moving past its bracket: its elements then are values, its commas and end are skipped.
    let mut in_array = false;
    while let Some(&byte) = body.get(scan.at) {
        match byte {
            b'[' if !in_array => {
                in_array = true;
                scan.step();
            }
            b']' if in_array => {
                in_array = false;
                scan.step();
            }
            b',' if in_array => scan.step(),
            b if b.is_ascii_whitespace() => scan.step(),
            _ => {
                let (line, from) = (scan.line, scan.at);
                scan.value();
                found.push((line, body[from..scan.at].trim_ascii_end()));
            }
        }
    }
    found
}

struct Scan<'a> {
    body: &'a [u8],
    at: usize,
    line: u64,
}

impl Scan<'_> {
    fn step(&mut self) {
        self.line += u64::from(self.body[self.at] == b'\n');
        self.at += 1;
    }

    /// Moves behind the value that begins here: at least one byte.
    fn value(&mut self) {
        let mut depth = 0_usize;
        let from = self.at;
        while let Some(&byte) = self.body.get(self.at) {
            match byte {
                b'"' => self.string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.step();
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.step();
                    if depth == 0 {
                        return;
                    }
                }
                b',' | b']' if depth == 0 && self.at > from => return,
                b'\n' if depth == 0 => return,
                _ => self.step(),
            }
        }
    }

    fn string(&mut self) {
        self.step();
        while let Some(&byte) = self.body.get(self.at) {
            self.step();
            match byte {
                b'"' => return,
                b'\\' if self.at < self.body.len() => self.step(),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(body: &str) -> Vec<(u64, &str)> {
        split(body.as_bytes()).into_iter().map(|(line, unit)| (line, std::str::from_utf8(unit).unwrap())).collect()
    }

    #[test]
    fn arrays_and_runs_of_values() {
        assert_eq!(rows("[{\"a\":\"]},\"},\n {\"b\":[1,2]}\n, 3]"), [(1, "{\"a\":\"]},\"}"), (2, "{\"b\":[1,2]}"), (3, "3")]);
        assert_eq!(rows("{\"a\":1}\n{\"b\":\n2}"), [(1, "{\"a\":1}"), (2, "{\"b\":\n2}")]);
        assert_eq!(rows("[{\"a\":1},{\"b\""), [(1, "{\"a\":1}"), (1, "{\"b\"")]);
        assert_eq!(rows("[]"), []);
        assert_eq!(rows("}x\n]"), [(1, "}x"), (2, "]")]);
        assert_eq!(rows("[[1,[2]],\"\\\"]\"]"), [(1, "[1,[2]]"), (1, "\"\\\"]\"")]);
    }

    proptest! {
        /// Whatever the bytes, it ends, and nothing that is not space, comma or an outer bracket is lost.
        #[test]
        fn loses_nothing(body in "[\\[\\]{},\"\\\\a1 \n]{0,60}") {
            let kept: usize = split(body.as_bytes()).iter().map(|(_, unit)| unit.iter().filter(|b| b.is_ascii_alphanumeric()).count()).sum();
            prop_assert_eq!(kept, body.bytes().filter(u8::is_ascii_alphanumeric).count());
        }
    }
}
