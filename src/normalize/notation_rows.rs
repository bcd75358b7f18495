//! Rows of the number reader by notation: powers, letters, commas, signs, digits read out, and what counts a length of time. The
//! sentences are invented.

use proptest::prelude::*;

use super::tests::{MONDAY, context, read_quantities, read_times};
use super::*;
use crate::text::tokens;

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows.iter().map(|(t, e)| (*t, *e, read_quantities(t).join("; "))).filter(|(_, e, found)| e != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn powers() {
    check(&[
        ("The sum is 10^6.", "10^6 = 1000000"),
        ("The sum is 3^-2.", "3^-2 = 1/9"),
        ("The sum is 3^+2.", "3^+2 = 9"),
        ("The sum is 3^--2.", "3^--2 = 9"),
        ("The sum is -1.5^--3.", "-1.5^--3 = -3.375"),
        // 1.3^30 is 2619.995643649944960…: of 34 figures the first fifteen are kept, and said to be about it.
        ("The sum is 1.3^30.", "1.3^30 = 130999782182497/50000000000 APPROX"),
        ("2.2^25", "2.2^25 = 363552403.817421 APPROX"),
        // What fits neither is no number here.
        ("The sum is 99^40.", ""),
        ("The sum is 0.01^40.", ""),
        ("The sum is 2^999.", ""),
        ("The sum is 3^---2.", ""),
    ]);
}

#[test]
fn letters_that_are_a_scale() {
    check(&[
        ("20G", "20G = 20000000000"),
        ("3,250.5 G", "3,250.5 G = 3250500000000"),
        ("7,100,300.5 M", "7,100,300.5 M = 7100300500000"),
        ("12 k", "12 k = 12000"),
        ("The plant cost $8 M there.", "$8 M = 8000000 $"),
        ("The plant cost €2.5 B.", "€2.5 B. = 2500000000 EUR"),
        ("The shop sold 1.5 M lamps.", "1.5 M = 1500000 lamp"),
        // Generations of networks, the pull of the earth, metres, and a name.
        ("5G", ""),
        ("4 G", ""),
        ("She drew 9G in the turn.", ""),
        ("The 20G link failed.", ""),
        ("She paid $5 T-shirts included.", "$5 = 5 $"),
    ]);
    assert!(!read_quantities("She ran 100 M there.").concat().contains("000000"));
}

#[test]
fn commas_and_lists() {
    check(&[
        ("It cost 5,00 there.", "5,00 = 5"),
        ("The index is 1,3.", "1,3 = 1.3"),
        ("The rate is 12,75 percent.", "12,75 percent = 12.75 %"),
        ("See nrs. 14,17,19.", "14 = 14; 17 = 17; 19 = 19"),
        ("See pages 14,17,19.", "14 = 14; 17 = 17; 19 = 19"),
        // Groups of three are one number, which no series is long enough for.
        ("Sum nr. 14,170,190.", "14,170,190 = 14170190"),
        // A series, a code, a pair, a name, a date.
        ("Law No. 9,503 passed.", ""),
        ("Rooms 14,17,19 burned.", ""),
        ("The key is 14,17,19.", ""),
        ("Flats 4,5 burned.", ""),
        ("In the town 12,5 people fell ill.", ""),
        ("Some 1,5 and 2,5 million kroner went.", "Some 1,5 = 1.5 APPROX; 2,5 million kroner = 2500000 krone"),
        ("The tank held 1,3-butadiene.", ""),
        ("Page 14 is torn.", ""),
        ("Pages 14 are torn.", ""),
    ]);
    assert_eq!(read_times("It opened on June 5,2022.", &context(MONDAY, "", Tense::Past)).len(), 1);
}

#[test]
fn signs_and_zeros() {
    check(&[
        ("- 2 1/2", "- 2 1/2 = -2.5"),
        ("- 20 k", "- 20 k = -20000"),
        ("- 5 km", "- 5 km = -5 km"),
        ("- 20 boats sank.", "20 = 20 boat"),
        ("The meter shows 0000.", "0000 = 0"),
        ("The train left at 0000.", ""),
        ("The code 0000 failed.", ""),
        ("Dial 000 now.", ""),
        ("Call 0000 123 now.", ""),
    ]);
}

#[test]
fn words() {
    check(&[
        ("Three hundred and two dozen eggs broke.", "Three hundred and two dozen = 324 egg"),
        ("Five hundred and three dozens", "Five hundred and three dozens = 536"),
        ("twenty and three and three fifths", "twenty and three and three fifths = 23.6"),
        ("The guests, twenty and three.", "twenty = 20; three = 3"),
        ("They called three-nought-four.", "three = 3; nought = 0; four = 4"),
        ("Room three-nought-four was dark.", ""),
        ("They called five-five-nought-one.", "five = 5 five"),
        ("They shipped version two and left.", "two = 2"),
        ("They shipped version 2 and left.", ""),
        ("They left in phase two and came back.", ""),
        ("Two out of five hundreds agreed.", "Two out of five hundreds = 0.004"),
        ("one one hundred fifth", "one one hundred fifth = 1/105"),
        ("One one hundred and fifth of the crops failed.", "One one hundred and fifth = 1/105 crop"),
        ("one hundred one thousand fifths", "one hundred one thousand fifths = 20/201"),
        ("Five eighths of the crops failed.", "Five eighths = 0.625 crop"),
        ("700 over 3", "700 over 3 = 700/3"),
        ("2000 over 3", "2000 over 3 = 2000/3"),
        ("He chose 700 over 3.", "700 = 700; over 3 = 3 MORE_THAN"),
    ]);
    // Up to two marks may stand before what is all of the text; of two sentences neither is that.
    let whole = |text: &str, range: std::ops::Range<usize>, of: (usize, usize)| {
        let tokens = tokens(text);
        cursor::Cursor::new(text, &tokens, range).is_whole(of.0, of.1)
    };
    assert!(whole("700 over 3", 0..3, (0, 3)) && whole("(700 over 3)!", 0..6, (1, 4)) && whole("((700 over 3.", 0..6, (2, 5)));
    assert!(!whole("(((700 over 3", 0..6, (3, 6)) && !whole("Some 700 over 3", 0..4, (1, 4)));
    assert!(!whole("700 over 3 boats", 0..4, (0, 3)) && !whole("700 over 3. It fell.", 0..4, (0, 3)));
}

#[test]
fn a_counted_length_is_a_quantity_as_well() {
    for (text, expected) in [
        ("He wants $900 in 3 years.", "3 years = 3 year"),
        ("It took more than two days.", "more than two days = 2 day MORE_THAN"),
        ("It takes two to three hours.", "two to three hours = 2-3 hour"),
        ("It took half an hour.", "half an hour = 0.5 hour"),
        ("It stood for two decades.", "two decades = 20 year"),
        // No number of its own, two units, no length.
        ("It took a year.", ""),
        ("It took an hour and 20 minutes.", ""),
        ("It opened two days ago.", ""),
    ] {
        let tokens = tokens(text);
        let mut found = Vec::new();
        times(text, &tokens, 0..tokens.len(), &context(MONDAY, "", Tense::Past), &mut found);
        let lengths: Vec<_> = found.iter().filter_map(|t| length_as_quantity(t, text)).map(|q| super::tests::line(text, &q)).collect();
        assert_eq!(lengths.join("; "), expected, "{text}");
    }
}

#[test]
fn dates_with_stops_and_days_that_are_counted() {
    for (text, expected) in [
        ("They left October. 2", "October. 2 = 2022-10-02"),
        ("They left on 16. Nov. 2022.", "16. Nov. 2022 = 2022-11-16"),
        ("We will answer in four business days.", "four business days = 2023-06-23"),
        ("We will answer in five business days.", "five business days = 2023-06-26"),
        ("The deal closed in five business days.", "five business days = P5D"),
        ("We will answer in 2.5 business days.", "2.5 business days = P2DT12H"),
        ("We will answer in two to three business days.", "two to three business days = P2D/P3D"),
        ("They will come two weeks from now.", "two weeks from now = 2023-07-03"),
        ("They will come two weeks from today.", "two weeks from today = 2023-07-03"),
        ("They will come two months from now.", "two months from now = 2023-08"),
        ("They will come next Sunday.", "next Sunday = 2023-07-02"),
        ("They will come on the coming Sunday.", "the coming Sunday = 2023-06-25"),
        ("They will come two Sundays from now.", "two Sundays from now = 2023-07-02"),
        ("They will come twenty-one Sundays from now.", "twenty-one Sundays from now = 2023-11-12"),
        ("They left on Feb 30.", ""),
    ] {
        assert_eq!(read_times(text, &context(MONDAY, "", Tense::Unknown)).join("; "), expected, "{text}");
    }
}

/// Business days one by one: the slow truth.
fn walked(day: Date, n: i64) -> Date {
    let works = |d: Date| d.weekday().to_monday_one_offset() <= 5;
    let (mut at, mut left) = (day, n);
    while left > 0 {
        at = at.tomorrow().unwrap();
        left -= i64::from(works(at));
    }
    at
}

proptest! {
    #[test]
    fn business_days_are_counted_as_by_hand(year in 1990i16..2050, month in 1i8..=12, day in 1i8..=28, n in 1..60_i64) {
        let day = Date::new(year, month, day).unwrap();
        prop_assert_eq!(calendar::business_days_on(day, n), Some(walked(day, n)));
    }

    #[test]
    fn powers_agree_with_floats(whole in 0..30_u8, tenths in 0..10_u8, exponent in -30..60_i64) {
        let found = read_quantities(&format!("The sum is {whole}.{tenths}^{exponent}."));
        let expected = (f64::from(whole) + f64::from(tenths) / 10.0).powi(i32::try_from(exponent).unwrap());
        if let Some(value) = found.first().and_then(|f| f.split(" = ").nth(1)).map(|v| v.trim_end_matches(" APPROX")) {
            let (above, below) = value.split_once('/').unwrap_or((value, "1"));
            let read = above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap();
            prop_assert!((read - expected).abs() <= 1e-12 * expected.abs() + 1e-300, "{found:?} {expected}");
        }
    }
}
