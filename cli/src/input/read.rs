//! The bytes of what is to be read, and no more than is allowed.

use std::fs::{self, File};
use std::io::{self, Read};

use super::find::Source;

/// How much is read of one file at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit(u64);

/// Why there are no bytes.
#[derive(Debug)]
pub(crate) enum Unread {
    /// The system would not give them.
    System(io::Error),
    /// There are more than that many MiB.
    Long(Limit),
}

impl Limit {
    /// That many MiB.
    pub(crate) fn mebibytes(n: u64) -> Self {
        Self(n.saturating_mul(1 << 20))
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl Unread {
    /// What is wrong, in a sentence about the file.
    pub(crate) fn reason(&self) -> String {
        match self {
            Self::System(error) => format!("the file cannot be read: {error}"),
            Self::Long(limit) => format!("the file is longer than {} MiB, the most that is read of one (--max-size)", limit.0 >> 20),
        }
    }
}

/// All bytes of it.
pub(crate) fn bytes(source: &Source, limit: Limit) -> Result<Vec<u8>, Unread> {
    let Some(path) = &source.path else { return up_to(io::stdin().lock(), 0, limit) };
    // How long it is: 0 for a pipe, and for the files of /proc.
    let expected = fs::metadata(path)?.len();
    up_to(File::open(path)?, expected, limit)
}

fn up_to(from: impl Read, expected: u64, limit: Limit) -> Result<Vec<u8>, Unread> {
    if expected > limit.0 {
        return Err(Unread::Long(limit));
    }
    let mut bytes = Vec::new();
    // One more than expected, so that the end is seen without growing.
    let room = usize::try_from(expected).unwrap_or(usize::MAX).saturating_add(1);
    bytes.try_reserve_exact(room).map_err(|e| io::Error::new(io::ErrorKind::OutOfMemory, e))?;
    from.take(limit.0.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit.0 { Err(Unread::Long(limit)) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_much_as_is_allowed() {
        let limit = Limit(4);
        assert_eq!(up_to(&b"abcd"[..], 4, limit).unwrap(), b"abcd");
        assert_eq!(up_to(&b"abcd"[..], 0, limit).unwrap(), b"abcd");
        assert!(matches!(up_to(&b"abcde"[..], 0, limit), Err(Unread::Long(_))));
        assert!(matches!(up_to(&b""[..], 5, limit), Err(Unread::Long(_))));
        assert!(matches!(up_to(io::repeat(0), 0, limit), Err(Unread::Long(_))));
    }
}
