//! Periods that accounts, seasons and calendars of work go by: "Q3 2023", "1H23", "Q3 FY24", "2022/23", "January–March 2023",
//! "week 12 of 2023"; and labels of periods that no calendar has: "round two", "matchday 3".

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::conditions::ends_clause;
use super::cursor::Cursor;
use super::lexicon::Lex;
use super::{numerals, pattern};
use crate::text::{Plain, Token, fold, tokens};
use crate::value::TimeForm;

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Half(i8),
    Quarter(i8),
}

/// A year of the calendar or of accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Calendar(i16),
    Fiscal(i16),
}

/// The part of a year.
pub(super) const fn of_year(part: Part, year: Year) -> TimeForm {
    match (part, year) {
        (Part::Half(n), Year::Calendar(y)) => TimeForm::Half(y, n),
        (Part::Quarter(n), Year::Calendar(y)) => TimeForm::Quarter(y, n),
        (Part::Half(n), Year::Fiscal(y)) => TimeForm::FiscalHalf(y, n),
        (Part::Quarter(n), Year::Fiscal(y)) => TimeForm::FiscalQuarter(y, n),
    }
}

/// "Q3 2023", "3Q23", "H1 of FY24", "FY24 Q3", and of "Q3" alone the part without its year; the index after it.
pub(super) fn account(c: &Cursor<'_>, at: usize) -> Option<(Part, Option<Year>, usize)> {
    if let Some((part, glued, end)) = part(c, at) {
        let next = end + usize::from(c.is_one_of(end, &["of", "in", ",", "for"]) || c.is_hyphen(end));
        let year = glued.map(|y| (y, end)).or_else(|| year(c, next));
        if let Some((year, end)) = year {
            return Some((part, Some(year), end));
        }
        return alone(c, at, end).then_some((part, None, end));
    }
    let (first, end) = year(c, at).filter(|_| !c.word(at).starts_with('\''))?;
    let next = c.past_hyphen(end);
    let (part, _, end) = part(c, next).filter(|(_, glued, _)| glued.is_none() && c.is_capital(next))?;
    Some((part, Some(first), end))
}

/// Words before a bare "Q3" that make it a quarter and no model of a car.
const BEFORE: &[&str] = &["in", "for", "of", "during", "by", "since", "from", "until", "last", "this"];

fn alone(c: &Cursor<'_>, at: usize, end: usize) -> bool {
    let whole = at == c.start && end == c.end;
    whole
        || c.is_one_of(at.wrapping_sub(1), BEFORE)
            && (ends_clause(c, end) || c.is_one_of(end, &["revenue", "profit", "earnings", "results", "sales"]))
}

/// "Q3", "3Q", "H1", "1H", with the year that is written onto it.
fn part(c: &Cursor<'_>, at: usize) -> Option<(Part, Option<Year>, usize)> {
    let number = c.is_number(at);
    let at = at + usize::from(number);
    let (letter, digits) = c.word(at).split_at_checked(1)?;
    let (n, glued, end) = if number { (c.word(at - 1), digits, at + 1) } else { (digits, "", at + 1) };
    if number && !c.touches(at) || n.len() != 1 {
        return None;
    }
    let n: i8 = n.parse().ok()?;
    let part = match letter {
        "Q" | "q" if (1..=4).contains(&n) => Part::Quarter(n),
        "H" | "h" if (1..=2).contains(&n) => Part::Half(n),
        _ => return None,
    };
    let glued = if glued.is_empty() { None } else { Some(Year::Calendar(short_or_full(glued)?)) };
    Some((part, glued, end))
}

/// A year of four digits, of two behind an apostrophe, or a fiscal one.
fn year(c: &Cursor<'_>, at: usize) -> Option<(Year, usize)> {
    if c.word(at) == "'" && c.touches(at + 1) && c.word(at + 1).len() == 2 {
        return Some((Year::Calendar(short_or_full(c.word(at + 1))?), at + 2));
    }
    if let Some((year, end)) = pattern::fiscal_year(c, at) {
        return Some((Year::Fiscal(year), end));
    }
    let (year, end) = pattern::year(c, at).filter(|y| y.0 >= 1000)?;
    Some((Year::Calendar(year), end))
}

/// Years of two digits from here on belong to the last century.
const PIVOT: i16 = 70;

/// A year in four digits or two.
pub(super) fn short_or_full(digits: &str) -> Option<i16> {
    let n: i16 = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())??;
    match digits.len() {
        4 => Some(n).filter(|y| (1900..2200).contains(y)),
        2 => Some(if n < PIVOT { 2000 + n } else { 1900 + n }),
        _ => None,
    }
}

/// The period that a text is as a whole, of those that running text has other senses of.
pub(super) fn whole(text: &str) -> Option<TimeForm> {
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    let opened = usize::from(c.is_one_of(0, &["in", "the", "for", "during", "from", "between"]));
    let at = opened + usize::from(opened > 0 && c.is(opened, "the"));
    if let Some(form) = first_months(text) {
        return Some(form);
    }
    let ends = |found: Option<(TimeForm, usize)>| found.filter(|(_, end)| *end == c.end).map(|f| f.0);
    ends(two_years(&c, at)).or_else(|| ends(months(&c, at))).or_else(|| ends(week(&c, at))).or_else(|| ends(ended(&c, at)))
}

/// Words of a run of months that is told by its end, and their number.
const RUNS: &[(&str, i8)] = &[
    ("quarter", 3),
    ("three months", 3),
    ("3 months", 3),
    ("half year", 6),
    ("six months", 6),
    ("6 months", 6),
    ("nine months", 9),
    ("9 months", 9),
    ("year", 12),
    ("fiscal year", 12),
    ("financial year", 12),
    ("twelve months", 12),
    ("12 months", 12),
];

/// "The quarter ended 30 September 2023", "three months to September 2023", "year ended March 31, 2024", "December quarter 2023".
fn ended(c: &Cursor<'_>, at: usize) -> Option<(TimeForm, usize)> {
    let month = |i: usize| c.find(i, |l| if let Lex::Month(n) | Lex::ShortMonth(n) = l { Some(n) } else { None });
    if let Some(last) = month(at).filter(|_| c.is(at + 1, "quarter")) {
        let (year, end) = pattern::year(c, at + 2)?;
        return Some((run((year, last), 3)?, end));
    }
    let (n, next) = RUNS.iter().find_map(|(words, n)| Some((*n, c.words(at, words)?)))?;
    let next = c.is_one_of(next, &["ended", "ending", "to", "through"]).then_some(next + 1)?;
    let day = |i: usize| i + usize::from(c.is_number(i) && c.word(i).len() <= 2);
    let named = day(next);
    let (last, after) = (month(named)?, day(named + 1));
    let (year, end) = pattern::year(c, after + usize::from(c.is(after, ",")))?;
    Some((run((year, last), n)?, end))
}

/// "9M 2023", "6M23": the first months of a year, as accounts have them.
fn first_months(text: &str) -> Option<TimeForm> {
    let (n, year) = text.split_once('M')?;
    let n: i8 = n.parse().ok().filter(|n| matches!(n, 3 | 6 | 9 | 12))?;
    let year = short_or_full(year.trim_start_matches([' ', '\'']))?;
    run((year, n), n)
}

/// So many whole months, the last one being told.
fn run((year, last): (i16, i8), n: i8) -> Option<TimeForm> {
    let to = Date::new(year, last, 1).ok()?;
    let from = to.checked_sub(i64::from(n - 1).months()).ok()?;
    let last_day = to.checked_add(1.month()).and_then(Date::yesterday).ok()?;
    Some(whole_part((from.year(), from.month()), (year, last)).unwrap_or(TimeForm::Days(from, last_day)))
}

/// Words that may stand before or behind "2022/23".
const SEASONS: &[&str] = &["season", "campaign", "fiscal", "financial", "school", "academic", "year"];

/// "2022/23", "2022-23", "2022-2023", "the 2022–23 season", "FY2022/23". A fiscal year over two is named by either.
fn two_years(c: &Cursor<'_>, at: usize) -> Option<(TimeForm, usize)> {
    let at = (at..c.end).take_while(|i| c.is_one_of(*i, SEASONS)).count() + at;
    let first = short_or_full(c.word(at).trim_start_matches("FY")).filter(|_| c.word(at).len() >= 4)?;
    let joined = (c.is_dash(at + 1) || c.word(at + 1) == "/") && c.touches(at + 1) && c.touches(at + 2);
    let digits = c.word(at + 2);
    let last = short_or_full(digits).filter(|_| joined)?;
    let follows = last % 100 == (first + 1) % 100 && (digits.len() == 2 || last == first + 1);
    let end = at + 3 + (at + 3..c.end).take_while(|i| c.is_one_of(*i, SEASONS)).count();
    follows.then_some((TimeForm::TwoYears(first), end))
}

/// "January–March 2023", "Nov 2022 to Feb 2023", "November to February 2023": whole months, the year of the last being told.
fn months(c: &Cursor<'_>, at: usize) -> Option<(TimeForm, usize)> {
    let month = |i: usize| c.find(i, |l| if let Lex::Month(n) | Lex::ShortMonth(n) = l { Some(n) } else { None });
    let stop = |i: usize| i + usize::from(c.word(i) == ".");
    let first = month(at)?;
    let next = stop(at + 1);
    let early = pattern::year(c, next);
    let link = early.map_or(next, |y| y.1);
    if !(c.is_dash(link) || c.is_one_of(link, &["to", "through", "and", "until"])) {
        return None;
    }
    let last = month(link + 1)?;
    let (year, end) = pattern::year(c, stop(link + 2))?;
    let from = early.map_or(if first <= last { year } else { year - 1 }, |y| y.0);
    if let Some(form) = whole_part((from, first), (year, last)) {
        return Some((form, end));
    }
    let (from, to) = (Date::new(from, first, 1).ok()?, Date::new(year, last, 1).ok()?);
    let to = to.checked_add(1.month()).and_then(Date::yesterday).ok()?;
    (from < to).then_some((TimeForm::Days(from, to), end))
}

/// The quarter, half or year that a run of months is.
fn whole_part((from, first): (i16, i8), (to, last): (i16, i8)) -> Option<TimeForm> {
    match (from == to, first % 3, last - first) {
        (true, 1, 2) => Some(TimeForm::Quarter(to, last / 3)),
        (true, 1, 5) if matches!(first, 1 | 7) => Some(TimeForm::Half(to, last / 6)),
        (true, 1, 11) => Some(TimeForm::Year(to)),
        _ => None,
    }
}

/// "Week 12 of 2023", "W12 2023", "2023 week 12": by ISO 8601.
fn week(c: &Cursor<'_>, at: usize) -> Option<(TimeForm, usize)> {
    let number = |at: usize| -> Option<(i8, usize)> {
        if c.is_one_of(at, &["week", "wk"]) {
            return Some((c.word(at + 1).parse().ok()?, at + 2));
        }
        Some((c.word(at).strip_prefix(['W', 'w'])?.parse().ok()?, at + 1))
    };
    let (week, year, end) = match pattern::year(c, at) {
        Some((year, next)) => number(c.past_hyphen(next)).map(|(week, end)| (week, year, end))?,
        None => {
            let (week, next) = number(at)?;
            let (year, end) = pattern::year(c, next + usize::from(c.is_one_of(next, &["of", "in", ","])))?;
            (week, year, end)
        }
    };
    Some((TimeForm::Week(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date()), end))
}

/// Words of a period that is counted and that no calendar has.
const COUNTED: &[&str] = &[
    "round", "matchday", "week", "day", "stage", "leg", "phase", "game", "match", "gameweek", "session", "heat", "series", "season",
    "quarter", "half", "period", "semester", "term", "test", "race", "set", "inning", "wave", "part",
];

/// A period that no calendar has, by its number: "round two", "second round" and "Round 2" are "round 2".
pub fn counted_period(given: &str) -> Option<String> {
    let plain = Plain::of(given);
    let text = plain.text();
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    counted(&c, opened(&c))
}

/// The words of a period that no calendar has, in one form: [`counted_period`], or the words themselves in lower case.
pub fn label(given: &str) -> String {
    let plain = Plain::of(given);
    let text = plain.text();
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    let from = opened(&c);
    counted(&c, from).unwrap_or_else(|| folded(text, &tokens[from.min(tokens.len())..]))
}

/// Past "in the" and the like.
fn opened(c: &Cursor<'_>) -> usize {
    let at = usize::from(c.is_one_of(0, &["in", "on", "the", "during", "at"]));
    at + usize::from(at > 0 && c.is(at, "the"))
}

fn folded(text: &str, tokens: &[Token]) -> String {
    let from = tokens.first().map_or(0, |t| t.span.start);
    fold(text.get(from..).unwrap_or(text)).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn counted(c: &Cursor<'_>, at: usize) -> Option<String> {
    let unit = |i: usize| COUNTED.iter().find(|w| c.is(i, w));
    let ordinal = |i: usize| {
        let digits = c.word(i).parse().ok().filter(|_| c.is_number(i) && pattern::is_suffix(c, i + 1)).map(|n: i8| (n, i + 2));
        digits.or_else(|| Some((c.find(i, |l| if let Lex::Ordinal(n) = l { Some(n) } else { None })?, i + 1)))
    };
    let (unit, n, end) = match unit(at) {
        Some(unit) => {
            let number = numerals::numeral(c, at + 1)?;
            (unit, number.value.to_string(), number.end)
        }
        None => {
            let (n, end) = ordinal(at)?;
            (unit(c.past_hyphen(end))?, n.to_string(), c.past_hyphen(end) + 1)
        }
    };
    (end == c.end).then(|| format!("{unit} {n}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_have_one_form() {
        let rows = [
            ("round two", "round 2"),
            ("second round", "round 2"),
            ("the second round", "round 2"),
            ("Round 2", "round 2"),
            ("2nd round", "round 2"),
            ("matchday 3", "matchday 3"),
            ("Matchday three", "matchday 3"),
            ("in the third stage", "stage 3"),
            ("week 12", "week 12"),
            ("2 big round", "2 big round"),
            ("the Long Night", "long night"),
            ("before the flood", "before the flood"),
            ("In the", "in the"),
            ("round two of the cup", "round two of the cup"),
            ("", ""),
        ];
        for (text, label_of) in rows {
            assert_eq!(label(text), label_of, "{text}");
        }
    }

    #[test]
    fn periods_of_a_whole_text() {
        let rows = [
            ("2022/23", "2022/2023"),
            ("2022-23", "2022/2023"),
            ("2022–2023", "2022/2023"),
            ("1999/2000", "1999/2000"),
            ("1999-00", "1999/2000"),
            ("the 2022/23 season", "2022/2023"),
            ("financial year 2022-23", "2022/2023"),
            ("FY2022/23", "2022/2023"),
            ("January–March 2023", "2023-Q1"),
            ("Jan-Mar 2023", "2023-Q1"),
            ("from July to December 2023", "2023-H2"),
            ("January to December 2023", "2023"),
            ("from January to April 2023", "2023-01-01/2023-04-30"),
            ("February to April 2023", "2023-02-01/2023-04-30"),
            ("November to February 2023", "2022-11-01/2023-02-28"),
            ("Nov. 2022 to Feb. 2023", "2022-11-01/2023-02-28"),
            ("the quarter ended 30 September 2023", "2023-Q3"),
            ("three months to September 2023", "2023-Q3"),
            ("three months ended August 2023", "2023-06-01/2023-08-31"),
            ("nine months to September 2023", "2023-01-01/2023-09-30"),
            ("year ended March 31, 2024", "2023-04-01/2024-03-31"),
            ("December quarter 2023", "2023-Q4"),
            ("year to date", ""),
            ("week 12 of 2023", "2023-W12"),
            ("W12 2023", "2023-W12"),
            ("2023 week 12", "2023-W12"),
            ("2023-W12", "2023-W12"),
            ("2022/24", ""),
            ("2022-12", ""),
            ("12-13", ""),
            ("week 54 of 2023", ""),
            ("1.2022/23", ""),
        ];
        for (text, period) in rows {
            assert_eq!(whole(text).map(|f| f.to_string()).unwrap_or_default(), period, "{text}");
        }
    }
}
