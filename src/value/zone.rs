//! Whose clock a time is told by, and what the words of a clock time leave open.

use std::fmt;

/// Whose clock a time is told by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// The words do not say.
    #[default]
    Unknown,
    /// "Local time": that of the place told of, whichever it is.
    Local,
    /// Minutes east of Greenwich: "GMT", "+09:00", "EST".
    Offset(i16),
}

impl Zone {
    /// Minutes from Greenwich of the westernmost and the easternmost clock that is kept anywhere (IANA time zone database:
    /// Etc/GMT+12, Pacific/Kiritimati).
    pub const ENDS: (i16, i16) = (-12 * 60, 14 * 60);

    /// The zone so many minutes east of Greenwich, where some place keeps such a clock.
    pub fn east(minutes: i16) -> Option<Self> {
        (Self::ENDS.0..=Self::ENDS.1).contains(&minutes).then_some(Self::Offset(minutes))
    }

    /// Minutes east of Greenwich, where they are known.
    pub const fn offset(self) -> Option<i16> {
        match self {
            Self::Offset(minutes) => Some(minutes),
            Self::Unknown | Self::Local => None,
        }
    }

    /// Reads what [`Display`](fmt::Display) writes, and the offset without its colon.
    pub fn parse(text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case("z") {
            return Some(Self::Offset(0));
        }
        let mut signed = text.chars();
        let sign = match signed.next()? {
            '+' => 1,
            '-' | '−' => -1,
            _ => return None,
        };
        let digits = signed.as_str();
        let (hours, minutes) = digits.split_once(':').or_else(|| digits.split_at_checked(2))?;
        let number = |t: &str| -> Option<i16> { (t.len() == 2 && t.bytes().all(|b| b.is_ascii_digit())).then(|| t.parse().ok())? };
        let minutes = if minutes.is_empty() { 0 } else { number(minutes).filter(|m| *m < 60)? };
        Self::east(sign * (number(hours)? * 60 + minutes))
    }
}

/// "Z", "+09:00"; nothing where the offset is not known.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.offset() {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
            }
        }
    }
}

/// What the words of a clock time tell beside its hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Told {
    /// Whose clock it is.
    pub(super) zone: Zone,
    /// Whether it may be in either half of the day: "around 9:30".
    pub(super) either_half: bool,
    /// Whether its day was taken from elsewhere: the words tell the hour alone.
    pub(super) day_taken: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_read_back() {
        for text in ["Z", "+00:59", "-00:01", "+09:00", "-03:30", "+05:45", "-12:00", "+14:00"] {
            assert_eq!(Zone::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Zone::parse("+0900"), Some(Zone::Offset(540)));
        assert_eq!(Zone::parse("-05"), Some(Zone::Offset(-300)));
        for text in ["", "+15:00", "-13:00", "+9", "+09:60", "9", "+0a:00", "é"] {
            assert_eq!(Zone::parse(text), None, "{text}");
        }
    }
}
