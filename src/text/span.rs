//! Byte spans, and the way from bytes to Unicode scalar values.

/// A half-open range of bytes in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`; an end before the start gives an empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies within this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no byte lies in it.
    pub const fn is_empty(self) -> bool {
        self.end == self.start
    }

    /// The text of the span, or `""` where it does not lie on character boundaries of `text`.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// Maps byte offsets to offsets in Unicode scalar values and back.
///
/// Building is O(n) in the bytes of the text; a look-up is O(1) plus a walk of at most 64 bytes.
#[derive(Clone, Debug)]
pub struct CharIndex {
    /// Number of characters before each block of 64 bytes; empty for ASCII.
    blocks: Vec<usize>,
}

const BLOCK: usize = 64;

impl CharIndex {
    /// The index of `text`.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { blocks: Vec::new() };
        }
        let mut count = 0;
        let blocks = text
            .as_bytes()
            .chunks(BLOCK)
            .map(|chunk| {
                let before = count;
                count += starts(chunk);
                before
            })
            .collect();
        Self { blocks }
    }

    /// The number of characters of `text` before byte `byte`. `text` must be the text the index was built for.
    pub fn char_offset(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        if self.blocks.is_empty() {
            return byte;
        }
        let block = (byte / BLOCK).min(self.blocks.len() - 1);
        self.blocks[block] + starts(&text.as_bytes()[block * BLOCK..byte])
    }

    /// The byte offset of character `offset`, or `None` past the end.
    pub fn byte_offset(&self, text: &str, offset: usize) -> Option<usize> {
        if self.blocks.is_empty() {
            return (offset <= text.len()).then_some(offset);
        }
        let block = self.blocks.partition_point(|&before| before <= offset) - 1;
        let mut left = offset - self.blocks[block];
        let bytes = text.as_bytes();
        let mut at = block * BLOCK;
        while at < bytes.len() {
            if is_start(bytes[at]) {
                if left == 0 {
                    return Some(at);
                }
                left -= 1;
            }
            at += 1;
        }
        (left == 0).then_some(at)
    }
}

const fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| is_start(b)).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Oracle: counting characters one by one.
        #[test]
        fn offsets_agree_with_counting(text in "\\PC{0,300}") {
            let index = CharIndex::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.char_offset(&text, byte), count);
                prop_assert_eq!(index.byte_offset(&text, count), Some(byte));
            }
            let total = text.chars().count();
            prop_assert_eq!(index.char_offset(&text, text.len()), total);
            prop_assert_eq!(index.byte_offset(&text, total), Some(text.len()));
            prop_assert_eq!(index.byte_offset(&text, total + 1), None);
        }
    }
}
