//! Values as records write them: words, a number or a boolean of JSON, or a value already normalised.

use serde::Deserialize;
use serde::de::Deserializer;
use serde_json::value::RawValue;

use super::parse::{said, shortened, without_nulls};
use crate::claim::{Refusal, RejectionCode};
use crate::value::{Normalized, Value, ValueRecord};

/// The value: words (the best choice: copy the article's), a bare number, true or false, or a value already normalised.
#[derive(Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged, rename = "Value"))]
pub(super) enum ValueWire {
    /// The article's own words for it, with their hedge and unit: "nearly four hours", "some 300 people".
    Words(String),
    /// A number without unit.
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    Number(String),
    /// Whether it is so.
    Boolean(bool),
    /// A value already normalised.
    Meant(Box<ValueRecord>),
    /// Null.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Missing,
    /// What cannot be read, and why.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Bad(String),
}

impl<'de> Deserialize<'de> for ValueWire {
    /// The text of a number is kept as it stands: floats would lose its last zeros, and its last digits.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let text = raw.get();
        // An error here would be reported where the record ends, so that it is kept until the field is known.
        Ok(match text.as_bytes().first() {
            Some(b'"') => serde_json::from_str(text).map_or_else(|e| Self::Bad(said(&e)), Self::Words),
            Some(b'{') => meant(text).map_or_else(|e| Self::Bad(said(&e)), |r| Self::Meant(Box::new(r))),
            Some(b't' | b'f') => Self::Boolean(text == "true"),
            Some(b'[') => Self::Bad("invalid type: sequence, expected text, a number, true, false or a normalised value".to_owned()),
            Some(b'n') | None => Self::Missing,
            Some(_) => Self::Number(text.to_owned()),
        })
    }
}

fn meant(text: &str) -> Result<ValueRecord, serde_json::Error> {
    serde_json::from_str(text).or_else(|_| {
        let mut value: serde_json::Value = serde_json::from_str(text)?;
        without_nulls(&mut value);
        serde_json::from_value(value)
    })
}

impl ValueWire {
    /// The value, and the words of it that are still to be normalised.
    pub(super) fn value(self, field: &str) -> Result<(Normalized, Option<String>), Refusal> {
        let bad = |reason: String| Refusal::new(RejectionCode::BadValue, format!("`{field}`: {reason}"));
        let words = |words: String| (Normalized::new(words.as_str(), Value::Text(words.as_str().into())), Some(words));
        match self {
            Self::Missing => Err(Refusal::new(RejectionCode::MissingField, format!("missing field `{field}`"))),
            Self::Bad(reason) => Err(bad(reason)),
            Self::Words(text) if text.trim().is_empty() => Err(Refusal::new(RejectionCode::BadValue, format!("`{field}` is empty"))),
            Self::Words(text) => Ok(words(text)),
            Self::Number(text) => {
                let plain = decimal(&text).ok_or_else(|| bad(format!("{} has more digits than an amount can have", shortened(&text))))?;
                Ok(words(plain))
            }
            Self::Boolean(so) => Ok((Normalized::new(so.to_string(), Value::Boolean(so)), None)),
            Self::Meant(record) => {
                let value = record.value().map_err(|e| bad(e.to_string()))?;
                let raw = if record.raw.is_empty() { record.canonical } else { record.raw };
                Ok((Normalized::new(raw, value), None))
            }
        }
    }
}

/// How many digits a number may have on either side of its point: those that 64 bits hold whole.
const DIGITS: usize = 18;

/// A JSON number (RFC 8259, 6) without its exponent: "1.5e9" is "1500000000". None where that has too many digits.
fn decimal(text: &str) -> Option<String> {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent: i64 = exponent.parse().ok().filter(|e: &i64| e.unsigned_abs() <= DIGITS as u64)?;
    let digits = format!("{whole}{part}");
    let point = i64::try_from(whole.len()).ok()? + exponent;
    let (left, right) = match usize::try_from(point) {
        Err(_) | Ok(0) => ("0".to_owned(), format!("{}{digits}", "0".repeat(usize::try_from(-point).ok()?))),
        Ok(at) if at >= digits.len() => (format!("{digits}{}", "0".repeat(at - digits.len())), String::new()),
        Ok(at) => (digits[..at].to_owned(), digits[at..].to_owned()),
    };
    let left = left.trim_start_matches('0');
    if left.len() > DIGITS || right.len() > DIGITS {
        return None;
    }
    let left = if left.is_empty() { "0" } else { left };
    Some(if right.is_empty() { format!("{sign}{left}") } else { format!("{sign}{left}.{right}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_to_the_digit() {
        for (json, plain) in [
            ("12480", "12480"),
            ("4.2", "4.2"),
            ("90.0", "90.0"),
            ("12.50", "12.50"),
            ("1.5e9", "1500000000"),
            ("1.5E+9", "1500000000"),
            ("1.25e1", "12.5"),
            ("5e-3", "0.005"),
            ("-7", "-7"),
            ("-1.5e-1", "-0.15"),
            ("0", "0"),
            ("0.30", "0.30"),
            ("123456789012345678", "123456789012345678"),
        ] {
            assert_eq!(decimal(json).as_deref(), Some(plain), "{json}");
        }
        for json in ["1e99", "1e-99", "1e99999999999999999999", &"9".repeat(19)] {
            assert_eq!(decimal(json), None, "{json}");
        }
    }
}
