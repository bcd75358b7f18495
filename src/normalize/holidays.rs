//! Holidays: fixed days as a table, those that move by the rule that sets them.
//!
//! The days of the United States: 5 U.S.C. § 6103 (public holidays) and 3 U.S.C. § 1 (election day). Easter: the
//! anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus 1991, *Astronomical Algorithms*, chapter 8).

use jiff::civil::{Date, Weekday};

use super::calendar;
use super::cursor::Cursor;

/// What sets the day of a holiday within a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, which of its weekdays (−1 for the last), Monday being 1.
    Nth(i8, i8, i8),
    /// Days from Easter Sunday.
    Easter(i64),
    /// The Tuesday after the first Monday of November.
    Election,
}

/// Names; of two rows that match, the earlier wins, so longer ones stand first.
const NAMES: &[(&str, Holiday)] = &[
    ("new year 's day", Holiday::Fixed(1, 1)),
    ("new year 's eve", Holiday::Fixed(12, 31)),
    ("martin luther king day", Holiday::Nth(1, 3, 1)),
    ("presidents day", Holiday::Nth(2, 3, 1)),
    ("valentine 's day", Holiday::Fixed(2, 14)),
    ("ash wednesday", Holiday::Easter(-46)),
    ("palm sunday", Holiday::Easter(-7)),
    ("maundy thursday", Holiday::Easter(-3)),
    ("good friday", Holiday::Easter(-2)),
    ("easter sunday", Holiday::Easter(0)),
    ("easter monday", Holiday::Easter(1)),
    ("easter", Holiday::Easter(0)),
    ("ascension day", Holiday::Easter(39)),
    ("whit sunday", Holiday::Easter(49)),
    ("whit monday", Holiday::Easter(50)),
    ("may day", Holiday::Fixed(5, 1)),
    ("mother 's day", Holiday::Nth(5, 2, 7)),
    ("memorial day", Holiday::Nth(5, -1, 1)),
    ("father 's day", Holiday::Nth(6, 3, 7)),
    ("bastille day", Holiday::Fixed(7, 14)),
    ("labor day", Holiday::Nth(9, 1, 1)),
    ("columbus day", Holiday::Nth(10, 2, 1)),
    ("halloween", Holiday::Fixed(10, 31)),
    ("election day", Holiday::Election),
    ("armistice day", Holiday::Fixed(11, 11)),
    ("veterans day", Holiday::Fixed(11, 11)),
    ("thanksgiving day", Holiday::Nth(11, 4, 4)),
    ("thanksgiving", Holiday::Nth(11, 4, 4)),
    ("christmas eve", Holiday::Fixed(12, 24)),
    ("christmas day", Holiday::Fixed(12, 25)),
    ("christmas", Holiday::Fixed(12, 25)),
    ("boxing day", Holiday::Fixed(12, 26)),
];

/// The first words of all names, for the lexicon.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    NAMES.iter().filter_map(|row| row.0.split(' ').next())
}

/// The holiday that is named at `at`, and the index after it.
pub(super) fn holiday(c: &Cursor<'_>, at: usize) -> Option<(Holiday, usize)> {
    if !c.is_capital(at) || !c.lex(at).contains(&super::lexicon::Lex::Holiday) {
        return None;
    }
    NAMES.iter().find_map(|(words, holiday)| Some((*holiday, c.words(at, words)?)))
}

impl Holiday {
    /// Its day in a year.
    pub(super) fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, nth, weekday) => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Self::Easter(days) => calendar::plus(easter(year)?, days),
            Self::Election => calendar::plus(Date::new(year, 11, 1).ok()?.nth_weekday_of_month(1, Weekday::Monday).ok()?, 1),
        }
    }

    /// The month and day of a fixed one.
    pub(super) const fn fixed(self) -> Option<(i8, i8)> {
        if let Self::Fixed(month, day) = self { Some((month, day)) } else { None }
    }
}

/// Easter Sunday in the Gregorian calendar, which is told for years from 1583 on.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(Some(year).filter(|y| *y >= 1583)?);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Easter from the tables of the Book of Common Prayer; the others from the calendars of those years.
    #[test]
    fn days_of_years() {
        for (holiday, year, expected) in [
            (Holiday::Easter(0), 1818, "1818-03-22"),
            (Holiday::Easter(0), 1943, "1943-04-25"),
            (Holiday::Easter(0), 2000, "2000-04-23"),
            (Holiday::Easter(0), 2024, "2024-03-31"),
            (Holiday::Easter(-2), 2023, "2023-04-07"),
            (Holiday::Nth(11, 4, 4), 2023, "2023-11-23"),
            (Holiday::Nth(9, 1, 1), 2023, "2023-09-04"),
            (Holiday::Nth(5, -1, 1), 2023, "2023-05-29"),
            (Holiday::Election, 2020, "2020-11-03"),
            (Holiday::Election, 2022, "2022-11-08"),
        ] {
            assert_eq!(holiday.day(year).map(|d| d.to_string()).as_deref(), Some(expected), "{holiday:?} {year}");
        }
        assert_eq!(Holiday::Easter(0).day(1500), None);
    }
}
