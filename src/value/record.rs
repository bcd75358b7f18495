//! Values in the interchange form: what records carry in and results carry out.

use serde::{Deserialize, Serialize};

use super::{Bounds, Change, Duration, DurationUnit, Modifier, Number, Place, Quantity, Status, Time, TimeForm, Unit, Value, Zone};

/// `VALUE` of the interchange contract.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ValueRecord {
    /// `duration`, `time`, `quantity`, `place`, `entity`, `status`, `quotation`, `text` or `boolean`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The words of the text.
    #[serde(default)]
    pub raw: String,
    /// The normalised value: a TIMEX3 value for times and durations (a clock time with its offset from Greenwich where that was
    /// written), an exact decimal or fraction for quantities.
    pub canonical: String,
    /// TimeML's modifier.
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<String>,
    /// The unit of a quantity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What the last digit of a quantity stands for, where it was written finer than `canonical` shows: `0.1` for "90.0".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<String>,
    /// `up` or `down` where a quantity is a change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
    /// First day of a time; lower bound of a duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// Last day of a time; upper bound of a duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    /// Lower bound of a quantity that is not exact; absent where it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// Upper bound of a quantity that is not exact; absent where it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
    /// `local` where a clock time is told in local time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// What the words of a clock time leave open: `half`, in which half of the day it is; `day`, on which day, and the one that stands
    /// here is that of the event.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<String>,
    /// What a place lies in, the nearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<String>,
}

/// Why a normalised value could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadValue {
    /// No such kind of value.
    #[error("{0:?} is not a type of value")]
    Kind(String),
    /// Not a TIMEX3 value, or a date that does not exist.
    #[error("{0:?} is not a TIMEX3 time, or no such date exists")]
    Time(String),
    /// Not an ISO 8601 duration.
    #[error("{0:?} is not an ISO 8601 duration")]
    Duration(String),
    /// Not a number, or a range whose ends are reversed.
    #[error("{0:?} is not a decimal, a fraction or a range of them")]
    Number(String),
    /// Not a status.
    #[error("{0:?} is not a status")]
    Status(String),
    /// Neither `true` nor `false`.
    #[error("{0:?} is neither true nor false")]
    Boolean(String),
    /// Neither `half` nor `day`.
    #[error("{0:?} is neither half nor day, which a clock time can leave open")]
    Open(String),
    /// Not `local`.
    #[error("the zone {0:?} is not `local`; an offset stands behind the time")]
    Zone(String),
    /// No such modifier.
    #[error("{0:?} is not a modifier of TimeML")]
    Modifier(String),
    /// Neither `up` nor `down`.
    #[error("{0:?} is neither up nor down")]
    Change(String),
}

impl Value {
    /// Whether the value is one that can be written: a date that a calendar has, an hour of a day, a range whose ends stand in their
    /// order, a number of at most 18 digits, an offset that some place keeps. Types with public fields can hold others; claims that do are
    /// refused (`bad-value`), so that whatever is in a graph is read back as it was.
    ///
    /// O(n) in its text; O(1) of names and texts, which are always sound.
    ///
    /// # Errors
    /// [`BadValue`] with what the value would be written as.
    pub fn check(&self) -> Result<(), BadValue> {
        let small = |n: Number| n.is_integer() && n.trunc().unsigned_abs() < 1_000_000_000_000;
        match self {
            Self::Place(_) | Self::Entity(_) | Self::Status(_) | Self::Quotation(_) | Self::Text(_) | Self::Boolean(_) => return Ok(()),
            Self::Quantity(q) if q.upper.is_none() && q.written.is_none() && small(q.amount) => return Ok(()),
            Self::Time(Time { form: TimeForm::Day(day), .. }) if day.year() > 0 => return Ok(()),
            Self::Quantity(_) | Self::Duration(_) | Self::Time(_) => {}
        }
        let record = ValueRecord::of(self, "");
        if ValueRecord::of(&record.value()?, "") == record {
            return Ok(());
        }
        let told = record.canonical.chars().take(40).collect();
        Err(match self {
            Self::Time(_) => BadValue::Time(told),
            Self::Duration(_) => BadValue::Duration(told),
            _ => BadValue::Number(told),
        })
    }
}

impl ValueRecord {
    /// The record of `value`, said in the words `raw`.
    pub fn of(value: &Value, raw: &str) -> Self {
        let mut record = Self { kind: value.kind().to_owned(), raw: raw.to_owned(), canonical: value.canonical(), ..Self::default() };
        let name = |m: Option<Modifier>| m.map(|m| m.as_str().to_owned());
        match value {
            Value::Time(t) => {
                record.modifier = name(t.modifier);
                record.zone = (t.zone() == Zone::Local).then(|| "local".to_owned());
                let open = [(t.is_in_either_half(), "half"), (t.has_taken_day(), "day")];
                record.open = open.into_iter().filter(|o| o.0).map(|o| o.1.to_owned()).collect();
                let day = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string());
                if let Some(interval) = t.entailed() {
                    (record.earliest, record.latest) = (day(interval.first_day()), day(interval.last_day()));
                }
            }
            Value::Duration(d) => record.modifier = name(d.modifier),
            Value::Quantity(q) => {
                record.modifier = name(q.modifier);
                record.unit = Some(q.unit.as_str().to_owned());
                record.precision = q.written.map(|n| n.to_string());
                record.change = q.change.map(|c| if c == Change::Up { "up" } else { "down" }.to_owned());
                if q.modifier.is_some() || q.upper.is_some() {
                    let Bounds { low, high, .. } = q.entailed();
                    (record.low, record.high) = (low.map(|n| n.to_string()), high.map(|n| n.to_string()));
                }
            }
            Value::Place(p) => record.within = p.within.iter().map(ToString::to_string).collect(),
            _ => {}
        }
        record
    }

    /// The value of the record. Bounds are recomputed, not read.
    ///
    /// # Errors
    /// [`BadValue`] names the part that could not be read.
    pub fn value(&self) -> Result<Value, BadValue> {
        let text = self.canonical.as_str();
        let bad = || text.chars().take(40).collect::<String>();
        let modifier = match &self.modifier {
            Some(name) => Some(Modifier::parse(name).ok_or_else(|| BadValue::Modifier(name.clone()))?),
            None => None,
        };
        Ok(match self.kind.as_str() {
            "duration" => Value::Duration(Duration { modifier, ..duration(text).ok_or_else(|| BadValue::Duration(bad()))? }),
            "time" => Value::Time(self.clock(text.parse::<Time>()?.with_modifier(modifier))?),
            "quantity" => {
                let (amount, upper) = range(text).ok_or_else(|| BadValue::Number(bad()))?;
                let change = self.change.as_deref().map(change).transpose()?;
                let unit = Unit::new(self.unit.clone().unwrap_or_default());
                let precise = |p: &String| p.parse().map_err(|_| BadValue::Number(p.chars().take(40).collect()));
                let told = self.precision.as_ref().map(precise).transpose()?;
                let written = told.or_else(|| written(text).filter(|_| upper.is_none()));
                Value::Quantity(Quantity { amount, upper, unit, modifier, change, written })
            }
            "place" => Value::Place(self.within.iter().fold(Place::new(text), |p, w| p.within(w.as_str()))),
            "entity" => Value::Entity(text.into()),
            "status" => Value::Status(Status::parse(text).ok_or_else(|| BadValue::Status(bad()))?),
            "quotation" => Value::Quotation(text.into()),
            "text" => Value::Text(text.into()),
            "boolean" => Value::Boolean(text.parse().map_err(|_| BadValue::Boolean(bad()))?),
            other => return Err(BadValue::Kind(other.chars().take(40).collect())),
        })
    }
}

impl ValueRecord {
    /// The time with what the record says of its clock.
    fn clock(&self, mut time: Time) -> Result<Time, BadValue> {
        let short = |text: &str| text.chars().take(40).collect::<String>();
        match self.zone.as_deref() {
            None => {}
            Some("local") => time = time.in_zone(Zone::Local),
            Some(other) => return Err(BadValue::Zone(short(other))),
        }
        for open in &self.open {
            time = match open.as_str() {
                "half" => time.in_either_half(),
                "day" => time.on_taken_day(),
                other => return Err(BadValue::Open(short(other))),
            };
        }
        Ok(time)
    }
}

/// What the last digit of a decimal stands for, where that is a zero: a tenth in "90.0".
pub(crate) fn written(text: &str) -> Option<Number> {
    let places = text.split_once('.')?.1;
    let zero = places.ends_with('0') && places.bytes().all(|b| b.is_ascii_digit());
    zero.then(|| Number::ratio(1, 10_i64.checked_pow(u32::try_from(places.len()).ok()?)?))?
}

fn change(text: &str) -> Result<Change, BadValue> {
    match text {
        "up" => Ok(Change::Up),
        "down" => Ok(Change::Down),
        other => Err(BadValue::Change(other.chars().take(40).collect())),
    }
}

fn range(text: &str) -> Option<(Number, Option<Number>)> {
    if let Ok(n) = text.parse() {
        return Some((n, None));
    }
    let at = text.get(1..)?.find('-')? + 1;
    let (low, high): (Number, Number) = (text[..at].parse().ok()?, text[at + 1..].parse().ok()?);
    (low <= high).then_some((low, Some(high)))
}

/// An ISO 8601 duration of one unit, or of a unit and smaller ones that add to it ("PT7H30M"), or a range of two. A range is
/// told in the larger of its two units: half an hour to an hour is "PT30M/PT1H".
fn duration(text: &str) -> Option<Duration> {
    // A fraction has a stroke too: "PT1/3S/PT1/2S".
    let Some(at) = text.find("/P") else { return single(text) };
    let (from, to) = (single(&text[..at])?, single(&text[at + 1..])?);
    if from.unit.is_calendar() != to.unit.is_calendar() {
        return None;
    }
    let unit = from.unit.max(to.unit);
    let told = |d: &Duration| if d.unit == unit { Some(d.amount) } else { d.size()?.over(Number::from_int(unit.size())) };
    let (amount, upper) = (told(&from)?, told(&to)?);
    (upper >= amount).then_some(Duration { upper: Some(upper), ..Duration::new(amount, unit) })
}

fn single(text: &str) -> Option<Duration> {
    let mut total: Option<(Number, DurationUnit)> = None;
    let (mut clock, mut digits) = (false, String::new());
    for c in text.strip_prefix('P')?.chars() {
        match c {
            'T' if !clock && digits.is_empty() => clock = true,
            '0'..='9' | '.' | '/' => digits.push(c),
            letter => {
                let unit = unit_of(letter, clock)?;
                let amount: Number = digits.parse().ok()?;
                digits.clear();
                total = Some(add(total, amount, unit)?);
            }
        }
    }
    let (amount, unit) = total.filter(|_| digits.is_empty())?;
    Some(Duration::new(amount, unit))
}

fn add(total: Option<(Number, DurationUnit)>, amount: Number, unit: DurationUnit) -> Option<(Number, DurationUnit)> {
    let Some((sum, first)) = total else { return Some((amount, unit)) };
    if first.is_calendar() != unit.is_calendar() || unit >= first {
        return None;
    }
    let share = amount.times(Number::ratio(unit.size(), first.size())?)?;
    Some((sum.plus(share)?, first))
}

fn unit_of(letter: char, clock: bool) -> Option<DurationUnit> {
    use DurationUnit::{Day, Hour, Minute, Month, Second, Week, Year};
    [Second, Minute, Hour, Day, Week, Month, Year].into_iter().find(|u| u.designator() == (letter, clock))
}
