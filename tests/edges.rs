//! Where readings turn: pairs of expressions that a small slip in the code would confound. Each row says why it stands there; the
//! faults of `.ci/mutants.patches` fall to rows of this file.

#![allow(clippy::unwrap_used, clippy::panic)]

use claimgraph::corpus::Published;
use claimgraph::normalize::{self, Context, TimeSpan};
use claimgraph::text::tokens;
use claimgraph::value::{Number, Outcome, Time, TimeForm, Value, compare};
use jiff::civil::date;

/// Words for an attribute, in a text published on Wednesday, 7 May 2031.
fn read(attribute: &str, words: &str) -> Value {
    normalize::value(&attribute.into(), words, &Context::published(date(2031, 5, 7))).value
}

fn check(rows: &[(&str, &str, &str, Outcome)]) {
    let mut wrong = Vec::new();
    for (attribute, a, b, expected) in rows {
        let (x, y) = (read(attribute, a), read(attribute, b));
        let found = (compare(&x, &y).outcome, compare(&y, &x).outcome);
        if found != (*expected, expected.flipped()) {
            wrong.push(format!("{attribute}: {a} ({x}) / {b} ({y}): {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

use Outcome::{Compatible, Contradicts, Equal, Incomparable, RefinedBy, Tension};

/// A dollar is that of a country or of none that is told; those of two countries do not compare, whatever their figures.
#[test]
fn dollars_of_two_countries() {
    check(&[
        ("cost", "US$5 million", "C$5 million", Incomparable),
        ("cost", "US$5 million", "C$7 million", Incomparable),
        ("cost", "CA$5 million", "US$7 million", Incomparable),
        ("cost", "5 million US dollars", "5 million Canadian dollars", Incomparable),
        ("cost", "A$5 million", "NZ$5 million", Incomparable),
        ("cost", "C$5 million", "5 million Canadian dollars", Equal),
        ("cost", "C$5 million", "CAD 7 million", Contradicts),
        ("cost", "$C5 million", "C$5 million", Equal),
        ("cost", "$US5 million", "US$5 million", Equal),
        ("cost", "$A5 million", "A$5 million", Equal),
        ("cost", "US$5 million", "USD 7 million", Contradicts),
        // Of no country: the same figure is the same sum, another may be of other dollars.
        ("cost", "$5 million", "C$5 million", Equal),
        ("cost", "$5 million", "US$5 million", Equal),
        ("cost", "$5 million", "C$7 million", Incomparable),
        ("cost", "$5 million", "$7 million", Contradicts),
    ]);
}

/// That the span of one rounded figure lies within that of another makes it no closer: "about 290" does not know more than "about 300".
#[test]
fn two_hedged_figures_refine_neither() {
    check(&[
        ("attended", "about 300 people", "about 290 people", Compatible),
        ("attended", "about 300 people", "300 people", RefinedBy),
        ("duration", "about three hours", "about 175 minutes", Compatible),
        ("duration", "about three hours", "175 minutes", RefinedBy),
        // A length that is told to the hour agrees within a quarter of one.
        ("duration", "three hours", "three hours and 14 minutes", RefinedBy),
        ("duration", "three hours", "three hours and 17 minutes", Tension),
    ]);
}

/// Texts that differ in a number are two, however long the rest of them.
#[test]
fn a_number_tells_texts_apart() {
    check(&[
        ("theme", "the second report on the harbour walls of Osk", "the third report on the harbour walls of Osk", Incomparable),
        ("theme", "the report on the 40 harbour walls of Osk", "the report on the 41 harbour walls of Osk", Incomparable),
        ("theme", "the report on the harbour walls of Osk", "the raport on the harbour walls of Osk", Compatible),
        ("quotation", "“we lost 40 boats in the winter storm”", "“we have lost 50 boats in that winter storm”", Incomparable),
        ("quotation", "“we lost 40 boats in the winter storm”", "“we have lost 40 boats in that winter storm”", Compatible),
    ]);
}

/// The night of a day begins in its evening and reaches into the morning behind it.
#[test]
fn the_night_of_a_day() {
    check(&[
        ("time", "Friday night", "the night of Friday", Equal),
        ("time", "Friday night", "11 p.m. on Friday", RefinedBy),
        ("time", "Friday night", "2 a.m. on Saturday", RefinedBy),
        ("time", "Friday night", "2 a.m. on Friday", Contradicts),
        ("time", "Friday night", "Saturday night", Contradicts),
        ("time", "the night of 2 May 2031", "1 a.m. on 3 May 2031", RefinedBy),
        // To one who tells hours, the first four after midnight are still the night of the day before.
        ("time", "Friday", "3 a.m. on Saturday", Tension),
        ("time", "Friday", "5 a.m. on Saturday", Contradicts),
        ("time", "Friday", "11 p.m. on Thursday", Contradicts),
        ("time", "two at night on Friday", "2 a.m. on Friday", Equal),
        ("time", "overnight", "Tuesday night", Equal),
        ("time", "last night", "Tuesday night", Equal),
        ("time", "tonight", "11 p.m. on 7 May 2031", RefinedBy),
    ]);
}

/// One moment on clocks of two zones, and one clock time in two zones, which is two moments.
#[test]
fn clocks_of_two_zones() {
    check(&[
        ("time", "10:00 GMT on 6 May 2031", "12:00 UTC+2 on 6 May 2031", Equal),
        ("time", "10:00 GMT on 6 May 2031", "10:00 UTC+2 on 6 May 2031", Contradicts),
        ("time", "10:00 GMT+5:30 on 6 May 2031", "04:30 GMT on 6 May 2031", Equal),
        ("time", "2031-05-06T10:00Z", "2031-05-06T05:00-05:00", Equal),
        ("time", "2031-05-06T10:00Z", "2031-05-06T10:00-05:00", Contradicts),
        // Whose clock the second is told by is not known: eight hours may lie between two zones, and days may not.
        ("time", "10:00 GMT on 6 May 2031", "6 p.m. on 6 May 2031", Incomparable),
        ("time", "10:00 GMT on 6 May 2031", "6 p.m. on 8 May 2031", Contradicts),
    ]);
}

/// The times of a sentence, with their words.
fn times(text: &str, context: &Context) -> String {
    let all = tokens(text);
    let mut found: Vec<TimeSpan> = Vec::new();
    normalize::times(text, &all, 0..all.len(), context, &mut found);
    let shown: Vec<String> = found.iter().map(|t| format!("{} = {}", &text[t.span.start..t.span.end], t.value)).collect();
    shown.join("; ")
}

fn check_times(context: &Context, rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows.iter().map(|(t, e)| (*t, *e, times(t, context))).filter(|(_, e, found)| e != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Published on Wednesday, 7 May 2031.
#[test]
fn times_of_sentences() {
    check_times(
        &Context::published(date(2031, 5, 7)),
        &[
            // The first Sunday to come is the 11th.
            ("They meet two Sundays from now.", "two Sundays from now = 2031-05-18"),
            ("They meet three Sundays from now.", "three Sundays from now = 2031-05-25"),
            // Three pairs of digits with hyphens, with nothing before them and the end of the clause behind.
            ("The shop closed 5-19-30.", "5-19-30 = 2030-05-19"),
            // An abbreviation in small letters is a month beside its weekday, which 22 January 2031 is.
            ("They met wednesday, jan 22.", "wednesday, jan 22 = 2031-01-22"),
            ("They met wednesday jan 22.", "wednesday jan 22 = 2031-01-22"),
            // What a door is shut until lies ahead, and so does what may come as soon as a day.
            ("The shop is shut until Friday.", "Friday = 2031-05-09"),
            ("The vote comes as soon as Friday.", "Friday = 2031-05-09"),
            // The Easter of this year was on 13 April.
            ("They meet at Easter.", "Easter = 2031-04-13"),
            ("They met at 1400 hours on 6 May 2031.", "1400 hours on 6 May 2031 = 2031-05-06T14:00"),
            ("They met at 1400 hours.", "1400 hours = 2031-05-07T14:00"),
            ("They left in summer and came back.", "summer = 2030-SU"),
            ("They left in summer, when it was warm.", "summer = 2030-SU"),
            ("What came in summer was sold.", "summer = 2030-SU"),
            ("It closed two years or more ago.", "two years or more ago = by 2029"),
            // What was most recently on a day was on it; a year that is owned is one, though a plural follows.
            ("It opened most recently on Friday.", "Friday = 2031-05-02"),
            ("Its 1998 elections were held.", "1998 = 1998"),
            ("They will leave soon after.", ""),
            ("It opened on May 3, nine forty.", "May 3 = 2031-05-03"),
            // Years in words have four digits.
            ("On May 3, nine ninety-nine tickets went.", "May 3 = 2031-05-03"),
            // A year has four quarters.
            ("It opened in the fourth quarter of 2030.", "the fourth quarter of 2030 = 2030-Q4"),
            ("It opened in the fifth quarter of 2030.", "2030 = 2030"),
            // Two weeks or more back is on that day or before it.
            ("It closed at least two years ago.", "at least two years ago = by 2029"),
            // What a verb of saying tells was said; what may come as soon as a day, or stays until one, is still to come.
            ("Officials said it opens as soon as Friday.", "Friday = 2031-05-09"),
            ("Until Friday it stays shut.", "Friday = 2031-05-09"),
            // What stands between commas leaves the tense of the sentence as it is.
            ("They shall, if it is dry, meet on Friday.", "Friday = 2031-05-09"),
            ("It stays shut until the lock, still dry, opens on Friday.", "Friday = 2031-05-09"),
            ("They met on 3 May and 5 May 2029.", "3 May = 2029-05-03; 5 May 2029 = 2029-05-05"),
            // "A.m." is written with one stop as well.
            ("They met at 9 a.m on 6 May 2031.", "9 a.m on 6 May 2031 = 2031-05-06T09:00"),
            ("They met at 9 p.m, on 6 May 2031.", "9 p.m, on 6 May 2031 = 2031-05-06T21:00"),
            ("They met at 9 A.M on 6 May 2031.", "9 A.M on 6 May 2031 = 2031-05-06T09:00"),
            ("They met at 9 P.M on 6 May 2031.", "9 P.M on 6 May 2031 = 2031-05-06T21:00"),
            // Years in words, with a nought between, and of the century to come; a stop that ends a short month and no sentence.
            ("It opened on May 3, nineteen oh nine.", "May 3, nineteen oh nine = 1909-05-03"),
            ("They will meet on May 3, twenty-one twelve.", "May 3, twenty-one twelve = 2112-05-03"),
            ("They met on 5 Jul. 2031.", "5 Jul. 2031 = 2031-07-05"),
            // In "as recently as" a year is told, in "as now" no time.
            ("It was shut as recently as 2030.", "2030 = 2030"),
            ("It will stay as now.", ""),
            ("Present at the talks were two.", ""),
            // Two digits of a year from the last century; two months with one year, whose names may be words.
            ("It was on 5/19/99.", "5/19/99 = 1999-05-19"),
            ("It was dry (May–August 1950).", "May = 1950-05; August 1950 = 1950-08"),
            // A weekend lies within the four days to come; days that were taken are a length.
            ("They will answer in four business days.", "four business days = 2031-05-13"),
            ("They answered in four business days.", "four business days = P4D"),
            // The year of a list is told with its last day, for up to three before that; June and the summer are of one year.
            (
                "They met on 3 May, 5 May, 7 May and 9 May 2029.",
                "3 May = 2029-05-03; 5 May = 2029-05-05; 7 May = 2029-05-07; 9 May 2029 = 2029-05-09",
            ),
            ("They met in June and summer 2029.", "June = 2029-06; summer 2029 = 2029-SU"),
        ],
    );
}

/// A hundred years before 2099 it is 1999, in the century that is told by 19.
#[test]
fn centuries_back() {
    check_times(&Context::published(date(2099, 5, 7)), &[("It began last century.", "last century = 19")]);
}

/// Without a day of publication a weekday is the one nearest to the story's last day, a Wednesday here.
#[test]
fn weekdays_near_the_story() {
    let story = Context::default().anchored(date(2031, 5, 7));
    for (words, day) in
        [("Friday", date(2031, 5, 9)), ("Saturday", date(2031, 5, 10)), ("Sunday", date(2031, 5, 4)), ("Tuesday", date(2031, 5, 6))]
    {
        assert_eq!(normalize::time(words, &story).map(|t| t.to_string()), Some(day.to_string()), "{words}");
    }
}

/// A fraction is told from a count of parts: two thirds of a thing, five quarters of a year.
#[test]
fn fractions_and_quarters() {
    let amount = |text: &str| normalize::quantity(text).map(|q| q.amount.to_string());
    assert_eq!(amount("two thirds").as_deref(), Some("2/3"));
    assert_eq!(amount("five quarters").as_deref(), Some("5"));
    assert_eq!(amount("three twenty-fifths").as_deref(), Some("0.12"));
    // Of four there are no ten.
    assert_eq!(amount("ten out of four"), None);
    assert_eq!(amount("one in four").as_deref(), Some("0.25"));
    // A power of none is one; an exponent has three figures at most.
    assert_eq!(amount("3^0").as_deref(), Some("1"));
    assert_eq!(amount("2^0005"), None);
    // The largest power of two that is read is exact.
    assert_eq!(amount("2^62").as_deref(), Some("4611686018427387904"));
    assert_eq!(amount("2^63"), None);
    // Twenty parts of five are four wholes; two parts of a hundred and five are fifths, in the plural.
    assert_eq!(amount("twenty fifths").as_deref(), Some("4"));
    assert_eq!(amount("one one hundred fifth").as_deref(), Some("1/105"));
    assert_eq!(amount("two one hundred fifth"), None);
    // "B" is a billion; points part thousands before what is counted, and decimals before one of it.
    assert_eq!(amount("$3B").as_deref(), Some("3000000000"));
    assert_eq!(amount("12.500 boats").as_deref(), Some("12500"));
    assert_eq!(amount("12.500 boat").as_deref(), Some("12.5"));
}

/// The amounts of a sentence, with their words.
fn amounts(text: &str) -> String {
    let all = tokens(text);
    let mut found = Vec::new();
    normalize::quantities(text, &all, 0..all.len(), &[], &mut found);
    let shown: Vec<String> = found
        .iter()
        .map(|q| {
            format!("{} = {}{}", &text[q.span.start..q.span.end], q.value.modifier.map_or(String::new(), |m| format!("{m} ")), q.value)
        })
        .collect();
    shown.join("; ")
}

#[test]
fn amounts_of_sentences() {
    let wrong: Vec<_> = [
        // What is counted tells a number of four digits from a year.
        ("The hall holds 1998 people.", "1998 = 1998 people"),
        ("They voted in 1998.", ""),
        // The house stands in a street of four words.
        ("The fire at 16 Great New Harbour Street is out.", ""),
        // A sign belongs to the figure that it touches.
        ("Of the 40 €50 went to them.", "40 = 40; €50 = 50 EUR"),
        ("It cost 40 € then.", "40 € = 40 EUR"),
        // Counts of one kind, though both could be years.
        ("Membership rose from 2000 to 2500 people.", "2000 to 2500 = 2000-2500 people"),
        // Models of machines have three figures; a town has its thousands.
        ("The town's 4,500 voted.", "4,500 = 4500"),
        ("The firm's 737 landed.", ""),
        // Two units are no range.
        ("They add 8 per cent to $9 each.", "8 per cent = 8 %; $9 = 9 $"),
        ("It rose from 8 per cent to $9.", "8 per cent = 8 %; $9 = 9 $"),
        // The forty are those who came, and no cents.
        ("For 18 dollars 40 people came.", "18 dollars = 18 $; 40 = 40 people"),
        ("The wall has 5 metres or more.", "5 metres or more = EQUAL_OR_MORE 5 m"),
        // Letters and figures joined by a point are no decimals.
        ("The file v.08 is gone.", ""),
        // Two figures side by side, the second of which is not rounded.
        ("Of 12 505 left.", "12 = 12; 505 = 505"),
        ("They gave 12 505 boats.", "12 = 12; 505 = 505 boats"),
        ("They gave 12 500 boats.", "12 500 = 12500 boats"),
        // "One" before a manner of speaking is a pronoun.
        ("One thing is clear.", ""),
        ("One boat sank.", "One = 1 boat"),
        // Three quarters of a year that were the last are no fraction.
        ("Sales fell in the last three quarters.", "three = 3 quarters"),
        ("It needs a two thirds majority.", "two thirds = 2/3"),
        ("Some 3B people saw it.", "Some 3B = APPROX 3000000000 people"),
        // A house has a range of numbers, and eight figures are a code.
        ("The fire at 16-18 Great New Harbour Street is out.", ""),
        ("Calls went from 12345678 to 87654321.", ""),
        // What is hedged within a range is its end.
        ("It rose from 5 to about 10 metres.", "5 to about 10 metres = 5-10 m"),
        ("The walls are of 5 metres and above.", "5 metres and above = EQUAL_OR_MORE 5 m"),
        // An average is no count, and has decimals.
        ("They drew an average of 12.500 people.", "12.500 = 12.5 people"),
        ("They drew 12.500 people.", "12.500 = 12500 people"),
        ("Quarter million people came.", "Quarter million = 250000 people"),
        ("It has 300 part-time workers.", "300 = 300 workers"),
        ("The 12-member panel sat.", "12 = 12 members"),
        ("The 12-and-under class swam.", "12 = 12"),
        // A stroke that touches both figures makes a fraction.
        ("Of it 1/2 was left.", "1/2 = 0.5"),
        ("Of 1/ 2 and 3 /4 were left.", "1 = 1; 2 = 2; 3 = 3"),
        ("One one hundred fifth of it is left.", "One one hundred fifth = 1/105"),
        // Behind a month figures with a comma are days.
        ("May 1,3 were dry.", ""),
        // Seats, in small letters and in capitals, where money and newtons have blanks or signs.
        ("They sat in 12b.", ""),
        ("They sat in 5N.", ""),
        ("It paid $12b.", "$12b = 12000000000 $"),
        ("It cost $140-150MM.", "$140-150MM = 140000000-150000000 $"),
        ("It pumps 5 litres/h there.", "5 litres/h = 5 l/hour"),
        ("It cost $64 U.S. a day.", "$64 U.S. a day = 64 USD/day"),
        ("It took two and a third cups.", "two and a third = 7/3 cups"),
        // "Norland 11" is a name of two words, but for what is counted.
        ("Norland 11 boats sank.", "11 = 11 boats"),
        ("It took 5 N to move.", "5 N = 5 N"),
        // Letters that are hardly a name are money before one figure too, and a code before words may be a name in capitals.
        ("It cost RM5.", "RM5 = 5 MYR"),
        ("It has a PS5.", ""),
        ("RON five boats sank.", "five = 5 boats"),
        // One machine has an article, a loss has none.
        ("They flew a 747.", ""),
        ("They lost 747.", "747 = 747"),
        // "One" is somebody, and a day that is told of.
        ("One is left.", ""),
        ("One day they left.", ""),
    ]
    .into_iter()
    .map(|(text, expected)| (text, expected, amounts(text)))
    .filter(|(_, expected, found)| expected != found)
    .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What holds of figures holds of the same figures below zero: a loss is rounded as a gain is.
#[test]
fn losses_compare_as_gains() {
    let figures = ["4 million euros", "4.1 million euros", "4.04 million euros", "300 euros", "310 euros", "4.0 million euros", "41 euros"];
    for a in figures {
        for b in figures {
            let up = compare(&read("profit", a), &read("profit", b)).outcome;
            let down = compare(&read("profit", &format!("-{a}")), &read("profit", &format!("-{b}"))).outcome;
            assert_eq!(up, down, "{a} / {b}");
        }
    }
}

/// How much a figure leaves open is told by its last digit written, a zero behind the point among them.
#[test]
fn written_zeros_and_shares() {
    check(&[
        ("cost", "$4.0 billion", "$4.04 billion", RefinedBy),
        ("cost", "$4.0 billion", "$4.06 billion", Contradicts),
        ("cost", "$4 billion", "$4.06 billion", RefinedBy),
        // A third is as exact as a whole percentage, and by the letter two points more or less; tenths are told to five.
        ("share", "a third", "35%", Tension),
        ("share", "a third", "37%", Contradicts),
        ("share", "0.5", "54%", Tension),
        // None of a thing is none, whatever it is a share of.
        ("share", "0", "0%", Equal),
        ("share", "0", "0.4%", Contradicts),
        ("share", "0.5", "55%", Tension),
        ("share", "0.5", "56%", Contradicts),
        // Nought, love and zero are figures of a score.
        ("score", "2-zero", "2-0", Equal),
        ("result", "love-two", "0-2", Equal),
        ("duration", "a decade", "10 years", Equal),
        // A percentage below zero is a fall; "more than -5 %" lies above it, and may be a rise.
        ("growth", "-5%", "down 5%", Equal),
        ("growth", "more than -5%", "down 5%", Incomparable),
        ("profit", "5% more", "up 5%", Equal),
        ("profit", "5% rise", "up 5%", Equal),
        // People on board at sea are people, and what is said beyond that leaves the figures as they are.
        ("attended", "5 people on board at sea", "5 people", Compatible),
        ("attended", "300 people attended", "300 people", Equal),
    ]);
}

/// The third of a span that "early" is to a reader, and the months of halves and quarters.
#[test]
fn parts_of_months_and_years() {
    check(&[
        ("time", "early May 2031", "6 May 2031", RefinedBy),
        ("time", "early May 2031", "13 May 2031", Compatible),
        ("time", "early May 2031", "20 May 2031", Contradicts),
        ("time", "2031-H1", "2031-06-30", RefinedBy),
        ("time", "2031-05-06T10", "2031-05-06T10:00", RefinedBy),
        ("time", "2031-05-06T10", "2031-05-06T10:59", RefinedBy),
        ("time", "5th century BC", "450 BC", RefinedBy),
        ("time", "May 2031", "3 a.m. on 1 June 2031", Contradicts),
        ("time", "2031-H1", "2031-07-01", Contradicts),
        ("time", "2031-H2", "2031-07-01", RefinedBy),
        ("time", "2031-H2", "2031-12-31", RefinedBy),
        ("time", "2031-H2", "2032-01-01", Contradicts),
        ("time", "2031-H2", "2031-06-30", Contradicts),
        ("time", "2031-Q4", "2031-12-31", RefinedBy),
        ("time", "2031-Q4", "2032-01-01", Contradicts),
        // Saturday and Sunday; writers who are careless count a neighbour in, but none of the second week.
        ("time", "2031-W19-WE", "2031-05-10", RefinedBy),
        ("time", "2031-W19-WE", "2031-05-11", RefinedBy),
        ("time", "2031-W19-WE", "2031-05-12", Tension),
        ("time", "2031-W19-WE", "2031-05-09", Tension),
        ("time", "2031-W19-WE", "2031-05-20", Contradicts),
    ]);
}

/// What is no moment of any clock or calendar is no time.
#[test]
fn no_such_time() {
    for text in [
        "2031-05-06-07",
        "2031-05-32",
        "2031-05-06T24:30",
        "2031-05-06T10:60",
        "XXXX-XX-XXT24:00",
        "XXXX-XX-XXT10:60",
        "XXXX-WXX-8",
        "2031-Q5",
    ] {
        assert!(text.parse::<Time>().is_err(), "{text}");
    }
    // A time has one bound: what is before the early days of a month has two.
    assert!(matches!(read("deadline", "before early May 2031"), Value::Text(_)));
    assert!(matches!(read("deadline", "before May 2031"), Value::Time(_)));
    let decade = Value::Time(Time::new(TimeForm::Decade(0)));
    assert_eq!(decade.canonical(), "000");
    assert_eq!("000".parse::<Time>().map(|t| t.form), Ok(TimeForm::Decade(0)));
}

/// Summer time ended in America on 29 October 2000, and in 2030 on 3 November; in Europe on 27 October 2030.
#[test]
fn summer_time_ends() {
    check(&[
        ("time", "5 p.m. ET on 27 October 2000", "21:00 GMT on 27 October 2000", Equal),
        ("time", "5 p.m. ET on 31 October 2000", "22:00 GMT on 31 October 2000", Equal),
        ("time", "5 p.m. ET on 31 October 2030", "21:00 GMT on 31 October 2030", Equal),
        ("time", "5 p.m. ET on 5 November 2030", "22:00 GMT on 5 November 2030", Equal),
        ("time", "5 p.m. CET on 31 October 2030", "16:00 GMT on 31 October 2030", Equal),
    ]);
}

/// Easter by the tables of Gauss (*Berechnung des Osterfestes*, 1800): another way than the one in the code.
#[test]
fn easter_by_another_way() {
    let context = Context::published(date(2031, 5, 7));
    for year in 1583..2199_i32 {
        let (m, n) = match year {
            ..1700 => (22, 2),
            1700..1800 => (23, 3),
            1800..1900 => (23, 4),
            1900..2100 => (24, 5),
            _ => (24, 6),
        };
        let d = (19 * (year % 19) + m) % 30;
        let e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
        let late = (d == 29 && e == 6) || (d == 28 && e == 6 && (11 * m + 11) % 30 < 19);
        let march = 22 + d + e - if late { 7 } else { 0 };
        let day = if march > 31 { format!("{year}-04-{:02}", march - 31) } else { format!("{year}-03-{march:02}") };
        let found = normalize::time(&format!("Easter {year}"), &context).map(|t| Value::Time(t).canonical());
        assert_eq!(found, Some(day));
    }
}

/// States and lengths as records tell them.
#[test]
fn states_and_lengths() {
    for words in ["cancelled", "was cancelled", "is cancelled", "has been cancelled", "had been cancelled", "Been cancelled"] {
        let status = read("status", words);
        assert_eq!(matches!(status, Value::Status(claimgraph::value::Status::Cancelled)), words != "Been cancelled", "{words}: {status}");
    }
    for (words, canonical) in [("2h", "PT2H"), ("1h30m", "PT1H30M"), ("1h 5m 30s", "PT1H5M30S"), ("2h10", "PT2H10M")] {
        let length = normalize::duration(words).map(|d| Value::Duration(d).canonical());
        assert_eq!(length.as_deref(), Some(canonical), "{words}");
    }
}

/// Words that differ in one of three letters are other words; "closed" and "did not close" are one verb.
#[test]
fn short_words_and_stems() {
    check(&[
        ("theme", "the Harbour Club of Jon Marshall", "the Harbour Club of Joe Marshall", Incomparable),
        ("theme", "the bridge closed", "the bridge did not close", Contradicts),
        // From four letters on one of them may be a slip.
        ("theme", "the Harbour Club of John Marshall", "the Harbour Club of Jonn Marshall", Compatible),
        // Words of three letters count among those that two renderings of one saying share.
        ("quotation", "“we won the big cup for you all”", "“we and her won one big cup for all”", Compatible),
        // Three words in a row are cut from a longer saying, two are anybody's.
        ("quotation", "“we won it”", "“yes we won it all”", RefinedBy),
        ("quotation", "“we won”", "“yes we won it all”", Incomparable),
        ("quotation", "“unforgivable”", "“cruel and unforgivable”", RefinedBy),
        ("quotation", "“credible”", "“lawful and credible”", Incomparable),
    ]);
}

/// The date of publication stands in the first ten lines that are not empty.
#[test]
fn ten_lines_of_a_date() {
    let text = |before: usize| format!("{}Published: 19 June 2031\n", "A line of the head\n\n".repeat(before));
    assert_eq!(normalize::publication_date(&text(9)), Some(Published::on(date(2031, 6, 19))));
    assert_eq!(normalize::publication_date(&text(10)), None);
    // A label is parted from its date by a colon or a dash.
    // A dateline is a place in capitals, a date and a bracket or a dash.
    let line = |head: &str| normalize::publication_date(&format!("{head} (Agency) — It opened."));
    assert_eq!(line("Osk, June 19, 2031"), Some(Published::on(date(2031, 6, 19))));
    for head in ["On the fifth day of the long voyage of the ship, June 19, 2031", "osk, June 19, 2031", "Osk, June 19, 2031 the town"] {
        assert_eq!(line(head), None, "{head}");
    }
    for mark in [":", " -", " –"] {
        assert_eq!(normalize::publication_date(&format!("Published{mark} 19 June 2031")), Some(Published::on(date(2031, 6, 19))), "{mark}");
    }
}

/// In a history of 1955 what a bracket tells in passing is no date that the story goes on from; what opens a sentence is.
#[test]
fn brackets_do_not_lead() {
    let leads = |text: &str| {
        let all = tokens(text);
        let mut found: Vec<TimeSpan> = Vec::new();
        let history = Context::published(date(2031, 5, 7)).history(Some(TimeForm::Year(1955)));
        normalize::times(text, &all, 0..all.len(), &history, &mut found);
        found.iter().map(|t| t.leads).collect::<Vec<_>>()
    };
    assert_eq!(leads("Treaties (1907) were kept."), [false]);
    assert_eq!(leads("In 1907 treaties were kept."), [true]);
    assert_eq!(leads("They were kept as those of 1907."), [false]);
    // Next year is near enough to go on from within a sentence.
    assert_eq!(leads("They were kept as those of 1956."), [true]);
}

/// Of those whom an attribute counts, the word for what befell them says nothing that the attribute has not said.
#[test]
fn what_befell_those_who_are_counted() {
    check(&[
        ("killed", "12 killed", "12", Equal),
        ("killed", "12 dead", "12 people", Equal),
        ("killed", "12 deaths", "12 died", Equal),
        ("killed", "12 killed", "15 dead", Contradicts),
        ("injured", "12 hurt", "12", Equal),
        ("arrested", "12 detained", "12 people", Equal),
        ("displaced", "about 300 homeless", "300", RefinedBy),
        ("participants", "300 attended", "300", Equal),
        ("participants", "300 marched", "300 people", Equal),
        // Blanks around a dash leave a count a range.
        ("attendance", "1000 - 1500", "1200 people", RefinedBy),
        // Those who were hurt are no dead.
        ("killed", "12 injured", "12", Incomparable),
    ]);
}

/// What names may begin with is no count; a count of those who have names is one.
#[test]
fn names_and_counts_of_members() {
    assert_eq!(read("members", "21 Pilots"), Value::Text("21 Pilots".into()));
    assert!(matches!(read("members", "27"), Value::Quantity(q) if q.amount == Number::from_int(27)));
}

/// Decades of life are told by their ten; the early, middle and late years of one are as wide as people use them.
#[test]
fn decades_of_life() {
    check(&[
        ("age", "in his 30s", "39", RefinedBy),
        ("age", "in his 30s", "40", Contradicts),
        ("age", "mid-teens", "17", RefinedBy),
        ("age", "mid-teens", "18", Contradicts),
        ("age", "late forties", "46", RefinedBy),
        ("age", "late forties", "45", Contradicts),
        ("age", "late forties", "50", Contradicts),
    ]);
    // 35 is no ten, and nobody lives to 120.
    for words in ["mid-35s", "in his 120s"] {
        assert!(matches!(read("age", words), Value::Text(_)), "{words}");
    }
    let ages = |text: &str| {
        let all = tokens(text);
        let mut found = Vec::new();
        normalize::ages(text, &all, 0..all.len(), &mut found);
        found.iter().map(|a| a.value.amount.to_string()).collect::<Vec<_>>()
    };
    // In brackets behind a name a figure is an age; behind what is counted it is a figure.
    assert_eq!(ages("Ann Example (45) left."), ["45"]);
    assert_eq!(ages("They lost boats (45)."), Vec::<String>::new());
}

/// Of people "1.2m" are millions; of a height they are metres, and so they are where "m" stands apart.
#[test]
fn metres_and_millions() {
    let read = |attribute: &str, words: &str| match read(attribute, words) {
        Value::Quantity(q) => format!("{} {}", q.amount, q.unit.as_str()),
        other => other.to_string(),
    };
    assert_eq!(read("attendance", "1.2m"), "1200000 person");
    assert_eq!(read("attendance", "1.2M"), "1200000 person");
    assert_eq!(read("height", "1.2m"), "1.2 m");
    assert_eq!(read("height", "1.2 m"), "1.2 m");
}

/// The codes of ISO 4217 that are no English words in capitals, before and behind an amount, and the signs of money.
#[test]
fn codes_and_signs_of_money() {
    const CODES: &str = "AED AFN AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY \
        COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD \
        JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO \
        NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SRD SSP STN SYP SZL THB TJS TMT \
        TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW";
    const SIGNS: &[(&str, &str)] = &[
        ("$", "$"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("¥", "JPY"),
        ("₹", "INR"),
        ("₩", "KRW"),
        ("₽", "RUB"),
        ("₺", "TRY"),
        ("₪", "ILS"),
        ("₦", "NGN"),
        ("₴", "UAH"),
        ("₱", "PHP"),
        ("฿", "THB"),
        ("₫", "VND"),
        ("₸", "KZT"),
        ("₵", "GHS"),
        ("₡", "CRC"),
        ("₿", "BTC"),
    ];
    let codes = CODES.split_whitespace().map(|code| (code, code));
    let wrong: Vec<_> = codes
        .chain(SIGNS.iter().copied())
        .flat_map(|(sign, unit)| [format!("{sign} 50"), format!("50 {sign}"), format!("{sign}50")].map(|text| (text, unit)))
        // Fifty "KGS" are kilograms.
        .filter(|(text, _)| text != "50 KGS")
        .filter(|(text, unit)| normalize::quantity(text).is_none_or(|q| q.unit.as_str() != *unit || q.amount != Number::from_int(50)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
