//! What a word can mean to a number or a time: the tables, and one look-up.
//!
//! Words of number: Huddleston and Pullum 2002, *The Cambridge Grammar of the English Language*, 19.5.10. Words of time:
//! the TIMEX3 annotation guidelines (Saurí and others 2006), whose values the tables give.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::value::{DayPart, Modifier, ORDINALS, Season};

/// One meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lex {
    /// Zero to nineteen.
    Small(i64),
    /// Twenty to ninety.
    Tens(i64),
    /// Hundred, thousand, million …
    Scale(i64),
    /// Dozen, couple: counts that take an article.
    Group(i64),
    /// Hundreds, thousands: an open number of them.
    Plenty(i64),
    /// Half.
    Half,
    /// Third, quarters: the denominator, and true for the plural.
    Share(i64, bool),
    /// ⅔: both ends of a fraction that is one character.
    Glyph(i64, i64),
    /// First to thirty-first.
    Ordinal(i8),
    /// A month in full.
    Month(i8),
    /// A month, abbreviated.
    ShortMonth(i8),
    /// A weekday in full, Monday being 1.
    Weekday(i8),
    /// A weekday, abbreviated.
    ShortWeekday(i8),
    /// A unit of time; true for the plural.
    Unit(TimeUnit, bool),
    /// A part of the day.
    Part(DayPart),
    /// Noon, midnight.
    Clock(i8),
    /// A season.
    Season(Season),
    /// Early, mid, late.
    Phase(Modifier),
    /// Last, this, next …
    Shift(Shift),
    /// Yesterday, today, tomorrow: days from publication.
    Deictic(i8),
    /// Now, recently, soon.
    Reference(Tide),
    /// Daily, weekly …: the period.
    Frequency(&'static str),
    /// Opens the name of a holiday.
    Holiday,
    /// "Week-long" in one word: the unit that it lasts.
    Lasting(TimeUnit),
    /// A weekday in the plural: "Mondays".
    Weekdays(i8),
    /// Several, few: counts a unit without a number.
    Vague,
    /// Tells, where the tense is not known, that what follows lies ahead.
    Ahead,
    /// A verb in the past that does not end in "ed".
    Told,
    /// Opens a hedge.
    Hedge,
    /// Opens another rule.
    Opens,
}

impl Lex {
    /// Whether a number in words may start with it.
    pub(super) const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Small(_)
                | Self::Tens(_)
                | Self::Scale(_)
                | Self::Group(_)
                | Self::Plenty(_)
                | Self::Half
                | Self::Share(..)
                | Self::Glyph(..)
        )
    }
}

/// A unit of time in words, from the shortest to the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Where a period lies from the one it is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    /// Before that of publication.
    Last,
    /// Like `Last`, but with an article and a unit a length: "the past week".
    Past,
    /// That of publication.
    This,
    /// After that of publication.
    Next,
    /// Like `Next`: "the coming week".
    Coming,
    /// Before that of the story.
    Previous,
    /// That of the story.
    Same,
    /// After that of the story.
    Following,
}

/// A time without a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tide {
    Past,
    Present,
    Future,
}

const NUMBERS: &[(&str, Lex)] = &[
    ("zero", Lex::Small(0)),
    ("nought", Lex::Small(0)),
    ("naught", Lex::Small(0)),
    ("one", Lex::Small(1)),
    ("two", Lex::Small(2)),
    ("three", Lex::Small(3)),
    ("four", Lex::Small(4)),
    ("five", Lex::Small(5)),
    ("six", Lex::Small(6)),
    ("seven", Lex::Small(7)),
    ("eight", Lex::Small(8)),
    ("nine", Lex::Small(9)),
    ("ten", Lex::Small(10)),
    ("eleven", Lex::Small(11)),
    ("twelve", Lex::Small(12)),
    ("thirteen", Lex::Small(13)),
    ("fourteen", Lex::Small(14)),
    ("fifteen", Lex::Small(15)),
    ("sixteen", Lex::Small(16)),
    ("seventeen", Lex::Small(17)),
    ("eighteen", Lex::Small(18)),
    ("nineteen", Lex::Small(19)),
    ("twenty", Lex::Tens(20)),
    ("thirty", Lex::Tens(30)),
    ("forty", Lex::Tens(40)),
    ("fifty", Lex::Tens(50)),
    ("sixty", Lex::Tens(60)),
    ("seventy", Lex::Tens(70)),
    ("eighty", Lex::Tens(80)),
    ("ninety", Lex::Tens(90)),
    ("hundred", Lex::Scale(100)),
    ("thousand", Lex::Scale(1_000)),
    ("million", Lex::Scale(1_000_000)),
    ("mn", Lex::Scale(1_000_000)),
    ("mln", Lex::Scale(1_000_000)),
    ("billion", Lex::Scale(1_000_000_000)),
    ("bn", Lex::Scale(1_000_000_000)),
    ("bln", Lex::Scale(1_000_000_000)),
    ("trillion", Lex::Scale(1_000_000_000_000)),
    ("tn", Lex::Scale(1_000_000_000_000)),
    ("trn", Lex::Scale(1_000_000_000_000)),
    ("tln", Lex::Scale(1_000_000_000_000)),
    ("quadrillion", Lex::Scale(1_000_000_000_000_000)),
    ("quintillion", Lex::Scale(1_000_000_000_000_000_000)),
    // Indian English.
    ("lakh", Lex::Scale(100_000)),
    ("lakhs", Lex::Scale(100_000)),
    ("crore", Lex::Scale(10_000_000)),
    ("crores", Lex::Scale(10_000_000)),
    ("dozen", Lex::Group(12)),
    ("doz", Lex::Group(12)),
    ("dozs", Lex::Group(12)),
    ("dzs", Lex::Group(12)),
    ("couple", Lex::Group(2)),
    ("tens", Lex::Plenty(10)),
    ("dozens", Lex::Plenty(12)),
    ("scores", Lex::Plenty(20)),
    ("hundreds", Lex::Plenty(100)),
    ("thousands", Lex::Plenty(1_000)),
    ("millions", Lex::Plenty(1_000_000)),
    ("billions", Lex::Plenty(1_000_000_000)),
    ("half", Lex::Half),
    ("half", Lex::Share(2, false)),
    ("quarter", Lex::Share(4, false)),
    ("quarters", Lex::Share(4, true)),
];

/// Denominators that are an ordinal, which the plural, and behind "one" or an article the singular, tells from it.
const DENOMINATORS: &[(&str, &str, i64)] = &[
    ("first", "firsts", 1),
    ("third", "thirds", 3),
    ("fourth", "fourths", 4),
    ("fifth", "fifths", 5),
    ("sixth", "sixths", 6),
    ("seventh", "sevenths", 7),
    ("eighth", "eighths", 8),
    ("ninth", "ninths", 9),
    ("tenth", "tenths", 10),
    ("eleventh", "elevenths", 11),
    ("twelfth", "twelfths", 12),
    ("thirteenth", "thirteenths", 13),
    ("fourteenth", "fourteenths", 14),
    ("fifteenth", "fifteenths", 15),
    ("sixteenth", "sixteenths", 16),
    ("seventeenth", "seventeenths", 17),
    ("eighteenth", "eighteenths", 18),
    ("nineteenth", "nineteenths", 19),
    ("twentieth", "twentieths", 20),
    ("thirtieth", "thirtieths", 30),
    ("fortieth", "fortieths", 40),
    ("fiftieth", "fiftieths", 50),
    ("sixtieth", "sixtieths", 60),
    ("seventieth", "seventieths", 70),
    ("eightieth", "eightieths", 80),
    ("ninetieth", "ninetieths", 90),
    ("hundredth", "hundredths", 100),
    ("thousandth", "thousandths", 1_000),
    ("millionth", "millionths", 1_000_000),
    ("billionth", "billionths", 1_000_000_000),
    ("trillionth", "trillionths", 1_000_000_000_000),
];

/// Fractions that are one character: Unicode's Number Forms, and the three of Latin-1.
const GLYPHS: &[(&str, i64, i64)] = &[
    ("½", 1, 2),
    ("⅓", 1, 3),
    ("⅔", 2, 3),
    ("¼", 1, 4),
    ("¾", 3, 4),
    ("⅕", 1, 5),
    ("⅖", 2, 5),
    ("⅗", 3, 5),
    ("⅘", 4, 5),
    ("⅙", 1, 6),
    ("⅚", 5, 6),
    ("⅐", 1, 7),
    ("⅛", 1, 8),
    ("⅜", 3, 8),
    ("⅝", 5, 8),
    ("⅞", 7, 8),
    ("⅑", 1, 9),
    ("⅒", 1, 10),
];

/// Words that count units of time without a number.
pub(super) const VAGUE: &[&str] = &["several", "some", "many", "few", "numerous", "countless", "various"];

/// Full name and abbreviations.
const MONTHS: [(&str, &[&str]); 12] = [
    ("january", &["jan"]),
    ("february", &["feb"]),
    ("march", &["mar"]),
    ("april", &["apr"]),
    ("may", &[]),
    ("june", &["jun"]),
    ("july", &["jul"]),
    ("august", &["aug"]),
    ("september", &["sep", "sept"]),
    ("october", &["oct"]),
    ("november", &["nov"]),
    ("december", &["dec"]),
];

const WEEKDAYS: [(&str, &[&str]); 7] = [
    ("monday", &["mon"]),
    ("tuesday", &["tue", "tues"]),
    ("wednesday", &["wed", "weds"]),
    ("thursday", &["thu", "thur", "thurs"]),
    ("friday", &["fri"]),
    ("saturday", &["sat"]),
    ("sunday", &["sun"]),
];

const UNITS: &[(TimeUnit, &[&str], &[&str])] = &[
    (TimeUnit::Second, &["second"], &["seconds", "sec", "secs"]),
    (TimeUnit::Minute, &["minute"], &["minutes", "min", "mins"]),
    (TimeUnit::Hour, &["hour"], &["hours", "hr", "hrs"]),
    (TimeUnit::Day, &["day"], &["days"]),
    (TimeUnit::Night, &["night"], &["nights"]),
    (TimeUnit::Week, &["week"], &["weeks"]),
    (TimeUnit::Fortnight, &["fortnight"], &["fortnights"]),
    (TimeUnit::Weekend, &["weekend"], &["weekends"]),
    (TimeUnit::Month, &["month"], &["months"]),
    (TimeUnit::Quarter, &["quarter"], &["quarters"]),
    (TimeUnit::Year, &["year"], &["years", "yr", "yrs"]),
    (TimeUnit::Decade, &["decade"], &["decades"]),
    (TimeUnit::Century, &["century"], &["centuries"]),
];

const TIMES: &[(&str, Lex)] = &[
    ("morning", Lex::Part(DayPart::Morning)),
    ("mornings", Lex::Part(DayPart::Morning)),
    ("dawn", Lex::Part(DayPart::Morning)),
    ("midday", Lex::Part(DayPart::Midday)),
    ("lunchtime", Lex::Part(DayPart::Midday)),
    ("afternoon", Lex::Part(DayPart::Afternoon)),
    ("evening", Lex::Part(DayPart::Evening)),
    ("night", Lex::Part(DayPart::Night)),
    ("noon", Lex::Clock(12)),
    ("midnight", Lex::Clock(0)),
    ("spring", Lex::Season(Season::Spring)),
    ("summer", Lex::Season(Season::Summer)),
    ("autumn", Lex::Season(Season::Fall)),
    ("fall", Lex::Season(Season::Fall)),
    ("winter", Lex::Season(Season::Winter)),
    ("early", Lex::Phase(Modifier::Start)),
    ("beginning", Lex::Phase(Modifier::Start)),
    ("start", Lex::Phase(Modifier::Start)),
    ("mid", Lex::Phase(Modifier::Mid)),
    ("middle", Lex::Phase(Modifier::Mid)),
    ("late", Lex::Phase(Modifier::End)),
    ("end", Lex::Phase(Modifier::End)),
    ("last", Lex::Shift(Shift::Last)),
    ("past", Lex::Shift(Shift::Past)),
    ("this", Lex::Shift(Shift::This)),
    ("current", Lex::Shift(Shift::This)),
    ("next", Lex::Shift(Shift::Next)),
    ("coming", Lex::Shift(Shift::Coming)),
    ("upcoming", Lex::Shift(Shift::Coming)),
    ("previous", Lex::Shift(Shift::Previous)),
    ("preceding", Lex::Shift(Shift::Previous)),
    ("same", Lex::Shift(Shift::Same)),
    ("that", Lex::Shift(Shift::Same)),
    ("following", Lex::Shift(Shift::Following)),
    ("yesterday", Lex::Deictic(-1)),
    ("today", Lex::Deictic(0)),
    ("tomorrow", Lex::Deictic(1)),
    ("now", Lex::Reference(Tide::Present)),
    ("currently", Lex::Reference(Tide::Present)),
    ("nowadays", Lex::Reference(Tide::Present)),
    ("recently", Lex::Reference(Tide::Past)),
    ("soon", Lex::Reference(Tide::Future)),
    ("hourly", Lex::Frequency("PT1H")),
    ("daily", Lex::Frequency("P1D")),
    ("nightly", Lex::Frequency("P1D")),
    ("weekly", Lex::Frequency("P1W")),
    ("monthly", Lex::Frequency("P1M")),
    ("quarterly", Lex::Frequency("P3M")),
    ("yearly", Lex::Frequency("P1Y")),
    ("annually", Lex::Frequency("P1Y")),
    ("daylong", Lex::Lasting(TimeUnit::Day)),
    ("weeklong", Lex::Lasting(TimeUnit::Week)),
    ("monthlong", Lex::Lasting(TimeUnit::Month)),
    ("yearlong", Lex::Lasting(TimeUnit::Year)),
    ("tmrw", Lex::Deictic(1)),
    ("mondays", Lex::Weekdays(1)),
    ("tuesdays", Lex::Weekdays(2)),
    ("wednesdays", Lex::Weekdays(3)),
    ("thursdays", Lex::Weekdays(4)),
    ("fridays", Lex::Weekdays(5)),
    ("saturdays", Lex::Weekdays(6)),
    ("sundays", Lex::Weekdays(7)),
];

/// Words that open a rule and mean nothing by themselves.
const OPENERS: &[&str] = &[
    "a",
    "an",
    "the",
    "between",
    "every",
    "each",
    "tonight",
    "earlier",
    "later",
    "these",
    "at",
    "magnitude",
    "new",
    "another",
    "full",
    "whole",
    "all",
    "more",
    "minus",
    "per",
    "once",
    "twice",
    "recent",
    "intervening",
    "succeeding",
    "subsequent",
    "ensuing",
    "final",
    "overnight",
    "daytime",
    "to",
    "present",
    "modern",
    "former",
    "future",
    "latter",
    "fiscal",
    "near",
    "date",
    "number",
    "little",
    "minimum",
    "maximum",
    "ad",
    "fy",
    "financial",
    "negative",
    "several",
    "few",
    "handful",
];

/// Words after which, in one clause, a weekday or a month without more lies ahead.
const AHEAD: &[&str] = &[
    "will",
    "shall",
    "upcoming",
    "scheduled",
    "expect",
    "expects",
    "expected",
    "planned",
    "plans",
    "planning",
    "due",
    "until",
    "slated",
    "poised",
    "soon",
];

/// Verbs of the past without "ed" that reports tell of days with.
const TOLD: &[&str] = &[
    "said", "told", "met", "went", "came", "left", "took", "made", "gave", "held", "began", "saw", "found", "won", "lost", "struck", "hit",
    "shot", "fell", "rose", "sent", "brought", "caught", "wrote", "spoke", "got", "ran", "drew", "led", "fled", "flew", "broke", "became",
    "put", "read", "sought", "stood", "withdrew", "swept", "threw", "beat", "bought", "sold", "paid", "fought", "kept", "knew", "thought",
];

struct Lexicon {
    /// Where a word's meanings stand in `all`.
    places: FxHashMap<&'static [u8], (usize, usize)>,
    all: Vec<Lex>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut rows: Vec<(&'static str, Lex)> = NUMBERS.iter().chain(TIMES).copied().collect();
    rows.extend((1..).zip(ORDINALS).map(|(n, w)| (*w, Lex::Ordinal(n))));
    rows.push(("thirtieth", Lex::Ordinal(30)));
    rows.extend(DENOMINATORS.iter().flat_map(|(one, many, n)| [(*one, Lex::Share(*n, false)), (*many, Lex::Share(*n, true))]));
    rows.extend(GLYPHS.iter().map(|(glyph, above, below)| (*glyph, Lex::Glyph(*above, *below))));
    for (n, (full, short)) in (1..).zip(MONTHS) {
        rows.push((full, Lex::Month(n)));
        rows.extend(short.iter().map(|s| (*s, Lex::ShortMonth(n))));
    }
    for (n, (full, short)) in (1..).zip(WEEKDAYS) {
        rows.push((full, Lex::Weekday(n)));
        rows.extend(short.iter().map(|s| (*s, Lex::ShortWeekday(n))));
    }
    for (unit, one, many) in UNITS {
        rows.extend(one.iter().map(|w| (*w, Lex::Unit(*unit, false))));
        rows.extend(many.iter().map(|w| (*w, Lex::Unit(*unit, true))));
    }
    rows.extend(super::hedges::openers().map(|w| (w, Lex::Hedge)));
    rows.extend(super::holidays::openers().map(|w| (w, Lex::Holiday)));
    rows.extend(AHEAD.iter().map(|w| (*w, Lex::Ahead)));
    rows.extend(TOLD.iter().map(|w| (*w, Lex::Told)));
    // "A few", "a number of".
    rows.extend(VAGUE.iter().chain(&["a"]).map(|w| (*w, Lex::Vague)));
    rows.extend(OPENERS.iter().map(|w| (*w, Lex::Opens)));
    rows.sort_by_key(|row| row.0);
    rows.dedup();
    let mut places = FxHashMap::default();
    for (i, (word, _)) in rows.iter().enumerate() {
        places.entry(word.as_bytes()).or_insert((i, i)).1 = i + 1;
    }
    Lexicon { places, all: rows.into_iter().map(|row| row.1).collect() }
});

/// The longest word of the tables.
const LONGEST: usize = 16;

/// What `word` can mean; case and full stops aside ("Sept.", "p.m."). O(|word|), without allocating.
pub(super) fn meanings(word: &str) -> &'static [Lex] {
    let mut buffer = [0_u8; LONGEST];
    let mut len = 0;
    for byte in word.bytes().filter(|b| *b != b'.') {
        if len == LONGEST {
            return &[];
        }
        buffer[len] = byte.to_ascii_lowercase();
        len += 1;
    }
    let lexicon = &*LEXICON;
    // "FY2031", "Oct2": the number is written onto the word.
    if len > 3 && buffer[len - 1].is_ascii_digit() {
        let letters = buffer[..len].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let number = buffer[letters..len].iter().all(u8::is_ascii_digit);
        len = if number && (letters > 2 || buffer[..letters] == *b"fy") { letters } else { len };
    }
    // "Q3", "H1": quarters and halves by their letter.
    if let [b'q', b'1'..=b'4'] | [b'h', b'1' | b'2'] = buffer[..len] {
        return &[Lex::Opens];
    }
    lexicon.places.get(&buffer[..len]).map_or(&[], |(from, to)| &lexicon.all[*from..*to])
}

/// Whether `word` is a number in words: "two", "forty", "dozens".
pub(crate) fn is_number_word(word: &str) -> bool {
    let number = |lex: &Lex| matches!(lex, Lex::Small(_) | Lex::Tens(_) | Lex::Scale(_) | Lex::Group(_) | Lex::Plenty(_));
    meanings(word).iter().any(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_all_their_meanings() {
        assert_eq!(meanings("Second").len(), 2);
        assert_eq!(meanings("Sept."), [Lex::ShortMonth(9)]);
        assert_eq!(meanings("house"), []);
        assert_eq!(meanings("a-word-too-long-to-be-one"), []);
    }
}
