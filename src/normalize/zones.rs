//! Words that tell by whose clock a time is: "GMT", "5 p.m. EST", "UTC+9", "local time".

use jiff::civil::{Date, Weekday};

use super::cursor::Cursor;
use crate::value::{Time, TimeForm, Zone};

/// When the clocks of a zone are put forward, as far as its name leaves that open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Summer {
    /// The name is of one offset.
    Fixed,
    /// The name is of winter and summer alike: "ET".
    Named(Law),
    /// The name is of winter, and many write it all the year: "EST" in July is most likely summer time, and cannot be told.
    Slips(Law),
}

/// By which law clocks are put forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Law {
    /// Energy Policy Act of 2005: second Sunday of March to first Sunday of November, since 2007; before that (15 U.S.C. 260a of 1986)
    /// first Sunday of April to last Sunday of October.
    America,
    /// Directive 2000/84/EC: last Sunday of March to last Sunday of October.
    Europe,
}

/// A zone as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    zone: Zone,
    summer: Summer,
}

const UNKNOWN: Named = Named { zone: Zone::Unknown, summer: Summer::Fixed };

impl Named {
    /// A time without a zone.
    pub(super) const NONE: Self = UNKNOWN;

    const fn row(&(_, minutes, summer): &(&'static str, i16, Summer)) -> Self {
        Self { zone: Zone::Offset(minutes), summer }
    }

    /// Whether hours are told by it from 0 to 23, as those of Greenwich are.
    pub(super) const fn counts_to_24(self) -> bool {
        matches!(self.zone, Zone::Offset(0))
    }

    /// The zone, of a time without a date.
    pub(super) const fn zone(self) -> Zone {
        self.zone
    }

    /// The time in this zone, on the day that it has.
    pub(super) fn of(self, time: Time) -> Time {
        let day = match time.form {
            TimeForm::Minute(at) => Some(at.date()),
            _ => None,
        };
        let zone = match (self.summer, day) {
            (Summer::Fixed, _) | (Summer::Slips(_), None) => self.zone,
            (Summer::Named(_), None) => Zone::Unknown,
            (Summer::Named(law), Some(day)) => match law.is_summer(day) {
                Some(summer) => self.zone.offset().map_or(self.zone, |m| Zone::Offset(m + if summer { 60 } else { 0 })),
                None => Zone::Unknown,
            },
            (Summer::Slips(law), Some(day)) => {
                if law.is_summer(day) == Some(false) {
                    self.zone
                } else {
                    Zone::Unknown
                }
            }
        };
        time.in_zone(zone)
    }
}

impl Law {
    /// Whether clocks are put forward on a day; `None` before the law, and on the days of the change.
    fn is_summer(self, day: Date) -> Option<bool> {
        let (from, to) = match (self, day.year()) {
            (Self::America, 2007..) => ((3, 2), (11, 1)),
            (Self::America, 1987..) => ((4, 1), (10, -1)),
            (Self::Europe, 2002..) => ((3, -1), (10, -1)),
            _ => return None,
        };
        let sunday = |(month, nth)| Date::new(day.year(), month, 1).ok()?.nth_weekday_of_month(nth, Weekday::Sunday).ok();
        let (from, to) = (sunday(from)?, sunday(to)?);
        (day != from && day != to).then_some(from < day && day < to)
    }
}

use Law::{America, Europe};
use Summer::{Fixed, Named as Both, Slips};

/// Abbreviations behind a clock time, with minutes east of Greenwich: RFC 822, section 5.1, and the IANA time zone database, those that it
/// has for one offset and that news gives one sense. What is in that database for several (IST, CST of America and of China, AST), or
/// was for several in this century (MSK), or is written in summer for its neighbour (AEST, NZST) is read over and tells nothing.
const ABBREVIATIONS: &[(&str, i16, Summer)] = &[
    ("gmt", 0, Fixed),
    ("utc", 0, Fixed),
    ("z", 0, Fixed),
    ("bst", 60, Fixed),
    ("wat", 60, Fixed),
    ("cet", 60, Slips(Europe)),
    ("cest", 120, Fixed),
    ("cat", 120, Fixed),
    ("sast", 120, Fixed),
    ("eet", 120, Slips(Europe)),
    ("eest", 180, Fixed),
    ("eat", 180, Fixed),
    ("pkt", 300, Fixed),
    ("wib", 420, Fixed),
    ("hkt", 480, Fixed),
    ("sgt", 480, Fixed),
    ("awst", 480, Fixed),
    ("jst", 540, Fixed),
    ("kst", 540, Fixed),
    ("aedt", 660, Fixed),
    ("nzdt", 780, Fixed),
    ("hst", -600, Fixed),
    ("akst", -540, Slips(America)),
    ("akdt", -480, Fixed),
    ("pst", -480, Slips(America)),
    ("pdt", -420, Fixed),
    ("pt", -480, Both(America)),
    ("mdt", -360, Fixed),
    ("cdt", -300, Fixed),
    ("est", -300, Slips(America)),
    ("edt", -240, Fixed),
    ("et", -300, Both(America)),
];

/// Abbreviations that are read over. Mountain time is that of Arizona too, which keeps no summer time; "CT" stands for Connecticut.
const OPEN: &[&str] = &["cst", "ct", "mst", "mt", "ist", "ast", "msk", "aest", "acst", "acdt", "nzst", "est5edt", "pht", "ict"];

/// Names in words, before "time": clocks that are not put forward (IANA time zone database), and those of the United States.
const NAMES: &[(&str, i16, Summer)] = &[
    ("coordinated universal", 0, Fixed),
    ("universal", 0, Fixed),
    ("greenwich mean", 0, Fixed),
    ("british summer", 60, Fixed),
    ("central european summer", 120, Fixed),
    ("central european", 60, Slips(Europe)),
    ("eastern daylight", -240, Fixed),
    ("eastern standard", -300, Slips(America)),
    ("eastern", -300, Both(America)),
    ("central daylight", -300, Fixed),
    ("central standard", -360, Slips(America)),
    ("central", -360, Both(America)),
    ("pacific daylight", -420, Fixed),
    ("pacific standard", -480, Slips(America)),
    ("pacific", -480, Both(America)),
    ("indian standard", 330, Fixed),
    ("india standard", 330, Fixed),
    ("beijing", 480, Fixed),
    ("singapore", 480, Fixed),
    ("japan standard", 540, Fixed),
    ("tokyo", 540, Fixed),
];

/// The zone named at `at`, and the index after it.
pub(super) fn zone(c: &Cursor<'_>, at: usize) -> Option<(Named, usize)> {
    if let Some(end) = c.words(at, "local time") {
        return Some((Named { zone: Zone::Local, summer: Fixed }, end));
    }
    let capital = c.is_capital(at) || c.word(at).eq_ignore_ascii_case("utc") || c.word(at).eq_ignore_ascii_case("gmt");
    let named = capital.then(|| abbreviation(c, at).or_else(|| name(c, at))).flatten();
    if let Some((found, end)) = named {
        return Some((found, end + usize::from(c.is(end, "time"))));
    }
    // "17:14 (GMT)"
    let (found, end) = (c.word(at) == "(" && c.is_capital(at + 1)).then(|| abbreviation(c, at + 1)).flatten()?;
    (c.word(end) == ")").then_some((found, end + 1))
}

fn abbreviation(c: &Cursor<'_>, at: usize) -> Option<(Named, usize)> {
    let word = c.word(at).trim_end_matches('.');
    if let Some(counted) = counted(c, at) {
        return Some(counted);
    }
    if OPEN.iter().any(|z| word.eq_ignore_ascii_case(z)) {
        return Some((UNKNOWN, at + 1));
    }
    let row = ABBREVIATIONS.iter().find(|row| word.eq_ignore_ascii_case(row.0))?;
    Some((Named::row(row), at + 1))
}

/// "UTC+9", "GMT +5:30".
fn counted(c: &Cursor<'_>, at: usize) -> Option<(Named, usize)> {
    if !c.is_one_of(at, &["gmt", "utc"]) {
        return None;
    }
    let (end, sign, digits) = (at + 3, c.word(at + 1), c.word(at + 2));
    let sign = match sign {
        "+" => 1,
        "-" | "−" | "–" => -1,
        _ => return None,
    };
    let (hours, minutes) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
    let number = |t: &str| -> Option<i16> { t.parse().ok().filter(|n| (0..60).contains(n)) };
    let zone = Zone::east(sign * (number(hours)? * 60 + number(minutes)?))?;
    Some((Named { zone, summer: Fixed }, end))
}

/// "Eastern time", "Universal Time"; of the oldest ones the noun may lack: "8 p.m. Eastern".
fn name(c: &Cursor<'_>, at: usize) -> Option<(Named, usize)> {
    let (row, end) = NAMES.iter().find_map(|row| Some((row, c.words(at, row.0)?)))?;
    (c.is(end, "time") || matches!(row.0, "eastern" | "pacific")).then(|| (Named::row(row), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_put_forward_by_law() {
        let rows = [
            (America, "2024-03-09", Some(false)),
            (America, "2024-03-10", None),
            (America, "2024-03-11", Some(true)),
            (America, "2024-11-02", Some(true)),
            (America, "2024-11-04", Some(false)),
            (America, "2006-04-03", Some(true)),
            (America, "1980-07-01", None),
            (Europe, "2024-03-30", Some(false)),
            (Europe, "2024-07-01", Some(true)),
            (Europe, "2024-10-28", Some(false)),
        ];
        for (law, day, summer) in rows {
            assert_eq!(law.is_summer(day.parse().unwrap()), summer, "{law:?} {day}");
        }
    }

    #[test]
    fn rows_are_clocks_that_are_kept() {
        for row in ABBREVIATIONS.iter().chain(NAMES) {
            assert!(Zone::east(row.1).is_some(), "{}", row.0);
        }
        assert!(ABBREVIATIONS.iter().all(|row| !OPEN.contains(&row.0)));
    }
}
