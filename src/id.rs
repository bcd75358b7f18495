//! Typed, content-derived identifiers: the only identity that anything in the library has.
//!
//! | thing | identity | equal when |
//! |---|---|---|
//! | article | the id of its record, else the hash of its content | same id |
//! | claim | the id of its record, else the hash of article, place in the text, event, attribute and value | same id |
//! | event | the hash of the smallest id among its claims | same smallest claim |
//! | entity | the hash of its kind and its fullest name, or the id of the caller's record | same kind and name |
//! | origin | the hash of the smallest article id in it | same articles' anchor |
//! | fact | the hash of the smallest id among its claims | same smallest claim |
//!
//! Hashes are XXH3 of 64 bits, written as 16 hexadecimal digits behind a letter for the kind. With a million ids the
//! chance of one collision is 3·10⁻⁸.
//!
//! This room does not know the domain: it hashes parts and keeps kinds apart.

use std::fmt;
use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3Default;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident, $letter:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id with the given text, as a caller or a record supplied it.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The id derived from content. Parts are length-prefixed, so `["ab", "c"]` and `["a", "bc"]` differ.
            pub fn derive<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
                Self(written($letter, digest(parts)))
            }

            /// Whether it looks like one derived from content: a letter and 16 hexadecimal digits.
            #[allow(dead_code, reason = "asked of some kinds of id only")]
            pub(crate) fn is_derived(&self) -> bool {
                let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
                self.0.strip_prefix($letter).is_some_and(|rest| rest.len() == 16 && rest.bytes().all(hex))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        /// As its text.
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl From<&$name> for $name {
            fn from(id: &$name) -> Self {
                id.clone()
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::new(text)
            }
        }
    )*};
}

ids! {
    /// Identifies an article.
    ArticleId, "a";
    /// Identifies a claim.
    ClaimId, "c";
    /// Identifies an event, or a standing state of affairs.
    EventId, "e";
    /// Identifies an entity: a person, an organisation, a place …
    EntityId, "n";
    /// Identifies an origin: the set of articles that rest on one voice.
    OriginId, "o";
    /// Identifies a fact: a data item and the positions on it. No result holds it, for it follows from the claims.
    FactId, "f";
}

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// A view of one graph and no identity: in another graph the same thing may have another. Keep ids.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The index of what stands at that position.
            pub const fn new(position: u32) -> Self {
                Self(position)
            }

            /// The position as a number.
            pub const fn get(self) -> u32 {
                self.0
            }

            /// The position in a slice. No supported machine has words of fewer than 32 bits.
            pub const fn at(self) -> usize {
                self.0 as usize
            }
        }

        impl From<$name> for u32 {
            fn from(index: $name) -> Self {
                index.0
            }
        }

        /// The number.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }
    )*};
}

indices! {
    /// The position of an article in a graph's list.
    ArticleIx;
    /// The position of an origin in a graph's list.
    OriginIx;
    /// The position of an entity in a graph's list.
    EntityIx;
    /// The position of an event in a graph's list.
    EventIx;
    /// The position of a claim in a graph's list, and its node in the petgraph view.
    ClaimIx;
    /// The position of a relation in a graph's list, and its edge in the petgraph view.
    RelationIx;
    /// The position of a fact in a graph's list.
    FactIx;
}

fn digest<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hasher = Xxh3Default::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.digest()
}

/// The letter and 16 hexadecimal digits; by hand, because a batch has millions of ids and formatting costs more than hashing.
fn written(letter: &str, digest: u64) -> Arc<str> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = [0; 17];
    text[..1].copy_from_slice(letter.as_bytes());
    for (pair, byte) in text[1..].chunks_exact_mut(2).zip(digest.to_be_bytes()) {
        pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
    std::str::from_utf8(&text).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(ClaimId::derive(["ab", "c"]), ClaimId::derive(["a", "bc"]));
        assert_eq!(ClaimId::derive(["ab", "c"]), ClaimId::derive(["ab", "c"]));
    }

    /// Ids are part of saved results, so the hash must never change: XXH3-64 of eight zero bytes, seed 0.
    #[test]
    fn hash_is_the_published_one() {
        assert_eq!(EventId::derive([""]).as_str(), "ec77b3abb6f87acd9");
    }
}
