//! Rows of numerals, where each reading turns: the number, how it is written (`d` digits, `w` words, `p` plenty, `s` a share, `r`
//! rounded), its scale behind a star, and how many tokens are left behind a plus; nothing where no number stands.

use proptest::prelude::*;

use super::cursor::Cursor;
use super::numerals::{Shape, digits, letter_scale, numeral, thousands};
use super::tests::read_quantities;
use crate::text::tokens;

fn shown(text: &str, at: usize) -> String {
    let tokens = tokens(text);
    let c = Cursor::new(text, &tokens, 0..tokens.len());
    let Some(n) = numeral(&c, at) else { return String::new() };
    let shape = match n.shape {
        Shape::Digits => "d",
        Shape::Words => "w",
        Shape::Plenty => "p",
        Shape::Share => "s",
        Shape::Rounded => "r",
    };
    let scale = if n.scale == 1 { String::new() } else { format!("*{}", n.scale) };
    let left = if n.end == tokens.len() { String::new() } else { format!(" +{}", tokens.len() - n.end) };
    format!("{} {shape}{scale}{left}", n.value)
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows.iter().map(|(t, e)| (*t, *e, shown(t, 0))).filter(|(_, e, found)| e != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What one token of digits and marks is.
#[test]
fn marks_between_digits() {
    for (token, value) in [
        ("0", Some("0")),
        ("7", Some("7")),
        ("0.5", Some("0.5")),
        ("0,5", Some("0.5")),
        ("00", None),
        ("007", None),
        ("00.5", None),
        ("1,200", Some("1200")),
        ("1,20", Some("1.2")),
        ("1,2", Some("1.2")),
        ("5,00", Some("5")),
        ("1,2345", None),
        ("1,23456", Some("1.23456")),
        ("12,345,678", Some("12345678")),
        ("12,34,567", Some("1234567")),
        ("1,2,345", None),
        ("1234,567", None),
        ("123,45,67", None),
        ("1,234,56", None),
        ("1,,345", None),
        (",345", None),
        ("1.200,5", Some("1200.5")),
        ("1.20,5", None),
        ("12.345.678,9", Some("12345678.9")),
        ("1,200.50", Some("1200.5")),
        ("1.", None),
        ("1.5.2", None),
        ("14:25", None),
        ("1x", None),
        ("１２", None),
        ("999999999999999999", Some("999999999999999999")),
        ("99999999999999999999", None),
        ("0.000000000000000001", Some("1/1000000000000000000")),
        ("0.0000000000000000001", None),
    ] {
        assert_eq!(digits(token).map(|n| n.to_string()).as_deref(), value, "{token}");
    }
    // A point before three digits parts thousands where what is counted has no fractions.
    for (token, value) in [
        ("1.200", Some("1200")),
        ("12.000", Some("12000")),
        ("123.456", Some("123456")),
        ("1234.567", None),
        (".567", None),
        ("0.567", None),
        ("12.00", None),
        ("12.0000", None),
        ("12.0x0", None),
        ("1x.000", None),
        ("1200", None),
    ] {
        assert_eq!(thousands(token).map(|n| n.to_string()).as_deref(), value, "{token}");
    }
}

/// Which letters are a scale, behind an amount and behind one of money.
#[test]
fn letters_and_their_scales() {
    const K: Option<i64> = Some(1_000);
    const M: Option<i64> = Some(1_000_000);
    const G: Option<i64> = Some(1_000_000_000);
    const T: Option<i64> = Some(1_000_000_000_000);
    for (letters, bare, money) in [
        ("k", K, K),
        ("K", K, K),
        ("M", M, M),
        ("mil", M, M),
        ("Mio", M, M),
        ("B", G, G),
        ("b", G, G),
        ("m", None, M),
        ("MM", None, M),
        ("mm", None, M),
        ("T", None, T),
        ("t", None, T),
        ("tr", None, T),
        ("G", None, None),
        ("x", None, None),
        ("", None, None),
    ] {
        assert_eq!((letter_scale(letters, false), letter_scale(letters, true)), (bare, money), "{letters}");
    }
}

#[test]
fn groups_of_digits() {
    check(&[
        ("8 365 412", "8365412 d"),
        ("8 365 412.5", "8365412.5 d"),
        ("800 365 412", "800365412 d"),
        // Two groups may be two numbers, unless the second is round or no plain blank stands between.
        ("8 360", "8360 d"),
        ("8 365", "8 d +1"),
        ("8\u{a0}365", "8365 d"),
        ("8 360.50", "8360.5 d"),
        ("8 365.5", "8 d +1"),
        ("1234 560", "1234 d +1"),
        ("1.5 360", "1.5 d +1"),
        ("012 360", ""),
        ("8  360", "8 d +1"),
        ("8 36 410", "8 d +2"),
        ("8 3600", "8 d +1"),
        ("8 365.4.1", "8 d +1"),
        ("8\u{a0}365.4.1", "8 d +1"),
        ("8 365 412.4.1", "8 d +2"),
        ("8 360 million", "8360000000 d*1000000"),
        (".08", "0.08 d"),
        (". 08", ""),
        (".1.2", ""),
    ]);
    // The name before a number ends it.
    let text = "Room 12 500";
    assert_eq!(shown(text, 1), "12 d +1");
    assert_eq!(shown("some 12 500", 1), "12500 d");
    assert_eq!(shown("v.08", 1), "");
}

#[test]
fn scales_behind_digits() {
    check(&[
        ("1.2 million", "1200000 d*1000000"),
        ("5-million", "5000000 d*1000000"),
        ("2 dozen", "24 d*12"),
        ("2 dozens", "24 d*12"),
        ("2 couple", "2 d +1"),
        ("3 thousands", "3000 d*1000"),
        ("3-thousands", "3 d +2"),
        ("3 hundreds", "3 d +1"),
        ("3 tens", "3 d +1"),
        ("3 millions", "3000000 d*1000000"),
        ("3 hundred million", "300000000 d*1000000"),
        ("3 hundred thousand million", "300000000000 d*1000000"),
        ("3 thousand hundred", "3000 d*1000 +1"),
        ("3 million billion", "3000000 d*1000000 +1"),
        ("7 lakh crore", "7000000000000 d*10000000"),
        ("99999999999 billion", "99999999999 d +1"),
        ("6 hundred and 45", "645 d*100"),
        ("6 hundred and forty-five", "645 d*100"),
        ("6 hundred and five", "605 d*100"),
        ("6 hundred and 99", "699 d*100"),
        ("6 hundred and 100", "600 d*100 +2"),
        ("6 hundred and 0", "600 d*100 +2"),
        ("6 hundred and 4.5", "600 d*100 +2"),
        ("6 hundred and 2 thousand", "600 d*100 +3"),
        ("6 hundred and half", "600 d*100 +2"),
        ("6 hundred 45", "600 d*100 +1"),
        ("6 dozen and 5", "72 d*12 +2"),
        ("7 thousand 2 hundred", "7200 d*1000"),
        ("7 thousand 2", "7000 d*1000 +1"),
        ("7 thousand and 5", "7000 d*1000 +2"),
        ("6 million 7 thousand", "6007000 d*1000000"),
        ("6 thousand 7 million", "6000 d*1000 +2"),
        ("6 thousand 7 thousand", "6000 d*1000 +2"),
        ("6 million 0.5 million", "6000000 d*1000000 +2"),
        ("7 thousand two hundred", "7200 d*1000"),
        ("7 thousand two hundred and five", "7205 d*1000"),
        ("6 million seven thousand", "6007000 d*1000000"),
        ("7 thousand two", "7000 d*1000 +1"),
        ("7 thousand and two", "7000 d*1000 +2"),
        ("7 hundred two thousand", "700 d*100 +2"),
        ("6 hundred and two hundred", "600 d*100 +3"),
        ("6 hundred and half", "600 d*100 +2"),
    ]);
}

#[test]
fn numbers_in_words() {
    check(&[
        ("zero", "0 w"),
        ("zero five", "0 w +1"),
        ("twenty zero", "20 w +1"),
        ("one hundred zero", "100 w*100 +1"),
        ("nineteen", "19 w"),
        ("forty-two", "42 w"),
        ("forty two", "42 w"),
        ("two-hundred", "200 w*100"),
        ("two-hundred-and-five", "205 w*100"),
        ("two-million", "2000000 w*1000000"),
        ("forty nine", "49 w"),
        ("forty ten", "40 w +1"),
        ("forty twelve", "40 w +1"),
        ("five forty", "5 w +1"),
        ("twelve hundred", "1200 w*100"),
        ("ninety-nine hundred", "9900 w*100"),
        ("one hundred hundred", "100 w*100 +1"),
        ("one hundred", "100 w*100"),
        ("one hundred forty", "140 w*100"),
        ("one hundred nineteen", "119 w*100"),
        ("two hundred and ninety-nine", "299 w*100"),
        ("one hundred and one", "101 w*100"),
        ("a million million", "1000000000000 w*1000000"),
        ("two thousand billion", "2000000000000 w*1000000000"),
        ("five million thousand", "5000000 w*1000000 +1"),
        ("one thousand one", "1001 w*1000"),
        ("one thousand nineteen", "1019 w*1000"),
        ("one thousand and one", "1001 w*1000"),
        ("one thousand nine hundred and one", "1901 w*100"),
        ("one million two thousand three hundred and four", "1002304 w*100"),
        ("one million and two hundred thousand", "1200000 w*1000"),
        ("nine hundred and ninety-nine thousand", "999000 w*1000"),
        ("one hundred and thousand", "100 w*100 +2"),
        ("six and five", "6 w +2"),
        ("sixty and five", "60 w +2"),
        ("one hundred & six", "106 w*100"),
        ("seven lakh crore", "7000000000000 w*10000000"),
        ("two thousand billion", "2000000000000 w*1000000000"),
        ("two hundred thousand million", "200000000000 w*1000000"),
        ("one million thousand", "1000000 w*1000000 +1"),
        ("two thousand five billion", "2005 w*1000 +1"),
        ("hundred million", "100000000 w*1000000"),
        ("million hundred", ""),
        ("thousand thousand", ""),
        ("hundred", ""),
        ("a hundred", "100 w*100"),
        ("one quintillion", "1000000000000000000 w*1000000000000000000"),
        ("5 doz", "60 d*12"),
        ("5 dozs", "60 d*12"),
        ("5 dzs", "60 d*12"),
        ("6.2·10^4", "62000 d"),
        ("6.2*10^4", "62000 d"),
        ("an hundred", "100 w*100"),
        ("a hundred and twenty", "120 w*100"),
        ("a hundred thousand", "100000 w*1000"),
        ("sixty - four", "64 w"),
        ("sixty -four", "60 w +2"),
        ("sixty- four", "60 w +2"),
        ("six - four", "6 w +2"),
        ("one hundred old fifth", "100 w*100 +2"),
        ("one hundred and hundredth", "100 w*100 +2"),
        ("one hundred and fifth", ""),
        ("twenty and fifth", "20 w +2"),
        ("twenty fifth", ""),
        ("twenty tenth", "20 w +1"),
        ("two hundredth", ""),
        ("five hundredth", ""),
        ("one hundred fifth", ""),
        ("one hundred first", "100 w*100 +1"),
        ("two dozen", "24 w*12"),
        ("three hundred and two dozen", "324 w*100"),
        ("three thousand and two dozens", "3024 w*1000"),
        ("three hundred two dozen", "302 w*100 +1"),
        ("twenty and three and three fifths", "23.6 w"),
        ("twenty and three and a half", "23.5 w"),
        ("twenty and ten and a half", "20 w +5"),
        ("three and five and a half", "3 w +5"),
    ]);
}

#[test]
fn points_in_words() {
    check(&[
        ("five point two", "5.2 w"),
        ("five point two five", "5.25 w"),
        ("nought point zero six", "0.06 w"),
        ("naught point nine", "0.9 w"),
        ("two point ten", "2.1 w"),
        ("two point seventy-five", "2.75 w"),
        ("two point five million", "2500000 w*1000000"),
        ("five point", "5 w +1"),
        ("five point hundred", "5 w +2"),
        ("one point one two three four five six seven eight nine", "1.123456789 w"),
        ("one point one two three four five six seven eight nine one", "1.123456789 w +1"),
    ]);
}

#[test]
fn open_numbers() {
    check(&[
        ("hundreds", "200 p*100"),
        ("thousands", "2000 p*1000"),
        ("dozens", "24 p*12"),
        ("scores", "40 p*20"),
        ("millions", "2000000 p*1000000"),
        ("billions", "2000000000 p*1000000000"),
        ("tens", ""),
        ("tens of people", ""),
        ("tens of thousands", "20000 p*10000"),
        ("hundreds of thousands", "200000 p*100000"),
        ("dozens of people", "24 p*12 +2"),
        ("several hundred", "200 p*100"),
        ("several hundred thousand", "200000 p*100000"),
        ("several thousand hundred", "2000 p*1000 +1"),
        ("several dozen", "24 p*12"),
        ("several couple", ""),
        ("several people", ""),
        ("few thousand", "2000 p*1000"),
        ("a few hundred", "200 p*100"),
        ("a few", ""),
        ("a couple", "2 w*2"),
        ("a couple of", "2 w*2"),
        ("a couple of dozen", "24 w*12"),
        ("a couple million", "2000000 w*1000000"),
        ("a dozen of", "12 w*12 +1"),
        ("a house", ""),
    ]);
}

#[test]
fn parts_of_one() {
    let below = "thirds 3 fourths 4 fifths 5 sixths 6 sevenths 7 eighths 8 ninths 9 tenths 10 elevenths 11 twelfths 12 thirteenths 13 fourteenths 14 \
        fifteenths 15 sixteenths 16 seventeenths 17 eighteenths 18 nineteenths 19 twentieths 20 thirtieths 30 fortieths 40 fiftieths 50 sixtieths 60 \
        seventieths 70 eightieths 80 ninetieths 90 hundredths 100 thousandths 1000 millionths 1000000 billionths 1000000000";
    for (many, n) in below.split_whitespace().zip(below.split_whitespace().skip(1)).step_by(2) {
        let share = |above| format!("{} s", crate::value::Number::ratio(above, n.parse().unwrap()).unwrap());
        assert_eq!(shown(&format!("two {many}"), 0), share(2));
        assert_eq!(shown(&format!("one-{}", many.trim_end_matches('s')), 0), share(1));
    }
    check(&[
        ("1/2", "0.5 s"),
        ("3/4", "0.75 s"),
        ("2⁄6", "1/3 s"),
        // A part is less than the whole.
        ("one hundred four one hundred fifths", "104/105 s"),
        ("one hundred five one hundred fifths", "105 w*100 +3"),
        ("3/2", "3 d +2"),
        ("2/2", "2 d +2"),
        ("5/6", "5 d +2"),
        ("9/11", "9 d +2"),
        ("1/2/3", "1 d +4"),
        ("1 /2", "1 d +2"),
        ("1/ 2", "1 d +2"),
        ("½", "0.5 s"),
        ("half", ""),
        ("half of", "0.5 s +1"),
        ("half the", "0.5 s +1"),
        ("half a million", "500000 w*1000000"),
        ("half million", "500000 w*1000000"),
        ("half-million", "500000 w*1000000"),
        ("half a dozen", "6 w*12"),
        ("half-dozen", "6 w*12"),
        ("half an hour", ""),
        ("half a house", ""),
        ("two-thirds", "2/3 s"),
        ("two thirds", "2/3 s"),
        ("two - thirds", "2/3 s"),
        ("one third", "1/3 s"),
        ("one-third", "1/3 s"),
        ("one third of", "1/3 s +1"),
        ("one third man", "1 w +2"),
        ("one-third man", "1/3 s +1"),
        ("two third", "2 w +1"),
        ("one-half", "0.5 s"),
        ("one half", "1 w +1"),
        ("one hundred and one half", "100.5 w"),
        ("three quarters", "0.75 s"),
        ("three fourths", "0.75 s"),
        ("three quarters of", "0.75 s +1"),
        ("three-quarters", "0.75 s"),
        ("three quarters majority", "3 w +2"),
        ("three-quarters majority", "0.75 s +1"),
        ("two quarters", "2 w +1"),
        ("two quarters of", "0.5 s +1"),
        ("four quarters", "4 w +1"),
        ("one hundred and three quarters", "100.75 w"),
        ("two million and three quarters", "2750000 w*1000000"),
        ("two hundred and five fifths", "41 s"),
        ("two hundred and four fifths", "200.8 w"),
        ("three twenty-fifths", "0.12 s"),
        ("three thirty-seconds", "3 w +3"),
        ("one twenty half", "1 w +2"),
        ("one hundred thirty-fifths", "20/7 s"),
        ("one hundred thirty tenths", "13 s"),
        ("two hundredths", "0.02 s"),
        ("five thousandths", "0.005 s"),
        ("two firsts", "2 w +1"),
        ("three twenty tenths", "3 w +2"),
        ("two one hundred fifths", "2/105 s"),
        ("one one hundred fifth", "1/105 s"),
        ("one one hundred and fifth of", "1/105 s +1"),
        ("one one hundred fifth man", "1 w +4"),
        ("one one thousand twentieth", "1/1020 s"),
        ("one one hundred quarter", "1 w +3"),
        ("two thirds of a million", "2000000/3 w*2"),
        ("two thirds million", "2000000/3 w*2"),
        ("two thirds of the million", "2/3 s +3"),
        ("two thirds a million", "2/3 s +2"),
        ("three quarters billion", "750000000 w*2"),
        ("three and a half million", "3500000 w*1000000"),
        ("quarter million", "250000 w*1000000"),
        ("quarter-million", "250000 w*1000000"),
        ("quarter", ""),
        ("quarter of", ""),
    ]);
}

#[test]
fn parts_behind_a_whole() {
    check(&[
        ("7½", "7.5 d"),
        ("7 ½", "7.5 d"),
        ("2 1/2", "2.5 d"),
        ("2 1 / 2", "2.5 d"),
        ("4-1/2", "4.5 d"),
        ("4-1 / 2", "4.5 d"),
        ("41 / 2", "41 d +2"),
        ("two and a half", "2.5 w"),
        ("two-and-a-half", "2.5 w"),
        ("two and a quarter", "2.25 w"),
        ("two and an eighth", "2.125 w"),
        ("two and two thirds", "8/3 w"),
        ("two and five quarters", "2 w +3"),
        ("two and two third", "2 w +3"),
        ("two and zero thirds", "2 w +3"),
        ("two and a third", "7/3 w"),
        ("two and a third man", "2 w +4"),
        ("two and a third cups", "7/3 w +1"),
        ("two and a third of", "2 w +4"),
        ("two and a half of", "2 w +4"),
        ("two and a quarter man", "2.25 w +1"),
        ("2 and a half", "2.5 d"),
        ("2.5 and a half", "2.5 d +3"),
        ("four million and a half", "4500000 w*1000000"),
        ("two hundred and a half", "200.5 w"),
        ("2 thousand and a half", "2500 d*1000"),
        ("two billion and a half million", "2000500000 w*1000000000"),
        ("two and a half thousand", "2500 w*1000"),
        ("two and a half dozen", "30 w*12"),
    ]);
}

#[test]
fn one_of_so_many() {
    check(&[
        ("one in five", "0.2 s"),
        ("1 in 5", "0.2 s"),
        ("two in five", "2 w +2"),
        ("two out of five", "0.4 s"),
        ("nine out of every ten", "0.9 s"),
        ("one in every five", "0.2 s"),
        ("1 in 200", "0.005 s"),
        // Four digits may be a year.
        ("1 in 2000", "1 d +2"),
        ("1 out of 2000", "0.0005 s"),
        ("2 out of 2000", "0.001 s"),
        ("one in a hundred", "0.01 s"),
        ("one in a million", "0.000001 s"),
        ("two out of five hundreds", "0.004 s"),
        ("one in five hundred thousands", "0.000002 s"),
        ("one in ten years", "1 w +3"),
        ("one out of ten years", "0.1 s +1"),
        ("five out of five", "5 w +3"),
        ("five out of four", "5 w +3"),
        ("1.5 out of 5", "1.5 d +3"),
        ("1 out of 2.5", "1 d +3"),
        ("one out of people", "1 w +3"),
        ("one over twenty", "0.05 s"),
        ("700 over 3", "700/3 s"),
        ("1.5 over 3", "1.5 d +2"),
        ("7 over 3 boats", "7 d +3"),
        ("one over twenty boats", "1 w +3"),
        ("7 over 2.5", "7 d +2"),
    ]);
    let amount = |text: &str| read_quantities(text).join("; ");
    assert_eq!(amount("The odds were one over twenty."), "one over twenty = 0.05");
    for mark in [".", "?", "!", ")"] {
        assert_eq!(amount(&format!("The odds (or so) were (one over twenty{mark}")), "one over twenty = 0.05", "{mark}");
    }
    assert_eq!(amount("The odds were one over twenty, they say."), "over twenty = 20 MORE_THAN");
    assert_eq!(amount("The odds were two over twenty."), "two = 2; over twenty = 20 MORE_THAN");
    assert_eq!(amount("The odds were one over one."), "over one = 1 MORE_THAN");
}

/// Fractions of one character.
#[test]
fn glyphs() {
    for (glyph, value) in [
        ("½", "0.5"),
        ("⅓", "1/3"),
        ("⅔", "2/3"),
        ("¼", "0.25"),
        ("¾", "0.75"),
        ("⅕", "0.2"),
        ("⅖", "0.4"),
        ("⅗", "0.6"),
        ("⅘", "0.8"),
        ("⅙", "1/6"),
        ("⅚", "5/6"),
        ("⅐", "1/7"),
        ("⅛", "0.125"),
        ("⅜", "0.375"),
        ("⅝", "0.625"),
        ("⅞", "0.875"),
        ("⅑", "1/9"),
        ("⅒", "0.1"),
    ] {
        assert_eq!(shown(glyph, 0), format!("{value} s"));
        assert!(shown(&format!("2{glyph}"), 0).ends_with(" d"), "{glyph}");
    }
    // Denominators in words.
    let names = "third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 thirteenth 13 fourteenth 14 fifteenth 15 \
        sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20 thirtieth 30 fortieth 40 fiftieth 50 sixtieth 60 seventieth 70 eightieth 80 \
        ninetieth 90 hundredth 100 thousandth 1000 millionth 1000000 billionth 1000000000 trillionth 1000000000000";
    let words: Vec<&str> = names.split_whitespace().collect();
    for pair in words.chunks(2) {
        let (name, below) = (pair[0], pair[1].parse::<i64>().unwrap());
        let value = |above| crate::value::Number::ratio(above, below).unwrap();
        assert_eq!(shown(&format!("two {name}s"), 0), format!("{} s", value(2)), "{name}");
        assert_eq!(shown(&format!("one {name} of"), 0), format!("{} s +1", value(1)), "{name}");
        assert_eq!(shown(&format!("a {name} of"), 0), format!("{} s +1", value(1)), "{name}");
    }
    let numbers = "zero 0 nought 0 naught 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen \
        14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90";
    let words: Vec<&str> = numbers.split_whitespace().collect();
    for pair in words.chunks(2) {
        assert_eq!(shown(pair[0], 0), format!("{} w", pair[1]));
    }
    let scales = "hundred 2 thousand 3 million 6 mn 6 mln 6 billion 9 bn 9 bln 9 trillion 12 tn 12 trn 12 tln 12 quadrillion 15 lakh 5 lakhs 5 crore 7 crores 7";
    let words: Vec<&str> = scales.split_whitespace().collect();
    for pair in words.chunks(2) {
        let value = 10_i64.pow(pair[1].parse().unwrap());
        assert_eq!(shown(&format!("5 {}", pair[0]), 0), format!("{} d*{value}", 5 * value), "{}", pair[0]);
    }
    for dozen in ["dozen", "doz", "dozs", "dzs"] {
        assert_eq!(shown(&format!("5 {dozen}"), 0), "60 d*12", "{dozen}");
    }
}

/// "A third" is a part behind a word that hedges it, behind "by", before "of", and alone; else a place in an order.
#[test]
fn parts_behind_an_article() {
    check(&[
        ("a third", "1/3 s"),
        ("a third of", "1/3 s +1"),
        ("a third man", ""),
        ("a third million", "1000000/3 w*2"),
        ("a fifth million", ""),
        ("a quarter million", "250000 w*2"),
        ("a half", "0.5 s"),
        ("a half of", "0.5 s +1"),
        ("a half the size", ""),
        ("a half million", "500000 w*1000000"),
        ("a half-dozen", "6 w*12"),
        ("a hundredth", "0.01 s"),
        ("a hundredth man", ""),
        ("a thirds", ""),
        ("a twenty-fifth of", "0.04 s +1"),
    ]);
    for word in ["than", "almost", "nearly", "about", "roughly", "over", "around", "under", "approximately", "least", "exactly"] {
        assert_eq!(shown(&format!("fell {word} a third there"), 2), "1/3 s +1", "{word}");
        assert_eq!(shown(&format!("fell {word} half there"), 2), "0.5 s +1", "{word}");
        assert_eq!(shown(&format!("fell {word} half hour"), 2), "", "{word}");
    }
    assert_eq!(shown("they won a third.", 2), "");
    assert_eq!(shown("they won a half.", 2), "0.5 s +1");
    assert_eq!(shown("they won a hundredth.", 2), "0.01 s +1");
    assert_eq!(shown("fell by a third.", 2), "1/3 s +1");
    assert_eq!(shown("fell by a third when it rained", 2), "1/3 s +3");
    assert_eq!(shown("fell by a third man", 2), "");
    assert_eq!(shown("they won half there", 2), "");
    // Quarters of a year or a match, which come one behind another.
    for word in ["first", "last", "next", "past", "previous", "final", "the", "consecutive", "straight", "opening"] {
        assert_eq!(shown(&format!("it fell {word} three quarters"), 3), "3 w +1", "{word}");
        assert_eq!(shown(&format!("it fell {word} three-quarters"), 3), "0.75 s", "{word}");
    }
    assert_eq!(shown("it fell some three quarters", 3), "0.75 s");
    for below in [2, 3, 4, 5, 8, 10, 16, 32, 40, 50, 64, 100, 128] {
        assert!(shown(&format!("1/{below}"), 0).ends_with(" s"), "{below}");
    }
    for below in [6, 7, 9, 11, 12, 15, 20, 24, 30, 60] {
        assert_eq!(shown(&format!("1/{below}"), 0), "1 d +2", "{below}");
    }
}

#[test]
fn powers_and_exponents() {
    check(&[
        ("2^10", "1024 d"),
        ("2 ^10", "2 d +2"),
        ("2^ 10", "2 d +2"),
        ("2^-2", "0.25 d"),
        ("2^+2", "4 d"),
        ("2^--2", "4 d"),
        ("2^---2", "2 d +5"),
        ("2^62", "4611686018427387904 d"),
        ("2^63", "2 d +2"),
        ("0^-1", "0 d +3"),
        ("1^62", "1 d"),
        ("2^x", "2 d +2"),
        ("1.3e6", "1300000 d"),
        ("1.3E+6", "1300000 d"),
        ("1.3e-6", "0.0000013 d"),
        ("4e4", "4 d +1"),
        ("4e10", "40000000000 d"),
        ("1.3 e6", "1.3 d +1"),
        // To fifteen figures, the last rounded, where the power itself fits no number.
        ("1.1^23", "895430243255237/100000000000000 r"),
        ("1.1^-23", "13959769724281/125000000000000 r"),
        ("1.7^31", "13928891.7338851 r"),
        ("1.1^-30", "573085533011681/10000000000000000 r"),
        ("1.3^-33", "173727821549127/1000000000000000000 r"),
        ("1.3^-34", "1.3 d +3"),
        ("1.7^-30", "1.7 d +3"),
        ("1.5^-20", "1048576/3486784401 d"),
        ("0.9^-40", "0.9 d +3"),
        ("3^-36", "1/150094635296999121 d"),
        ("6.2×10^4", "62000 d"),
        ("6.2x10^4", "62000 d"),
        ("6.2*10^4", "62000 d"),
        ("6.2·10^4", "62000 d"),
        ("6.2×10^-4", "0.00062 d"),
        ("6.2×2^3", "49.6 d"),
        ("2.5×10⁻³", "0.0025 d"),
        ("2.5×10⁶", "2500000 d"),
        ("2.5×10⁷⁰", "2.5 d +3"),
        ("2.5×10 ⁶", "2.5 d +3"),
        ("2.5×10⁻ ⁶", "2.5 d +4"),
        ("2.5×10−3", "0.0025 d"),
        ("2.5×10 −3", "2.5 d +4"),
        ("2.5×7⁻³", "2.5 d +4"),
        ("2.5×10", "2.5 d +2"),
    ]);
}

proptest! {
    /// Whole numbers in words, by adding up: the slow and obvious way.
    #[test]
    fn words_of_whole_numbers(n in 0..1_000_000_000_000_i64, and in any::<bool>()) {
        prop_assume!(n > 0);
        let words = spelt(n, and);
        let found = shown(&words, 0);
        prop_assert_eq!(found.split(' ').next().unwrap_or_default(), n.to_string(), "{}", words);
        prop_assert!(!found.contains('+'), "{}: {}", words, found);
    }

    /// Digits in groups of three, by commas or blanks.
    #[test]
    fn groups_of_three(n in 1_000_000..1_000_000_000_000_i64) {
        let figures = n.to_string();
        let grouped = |mark: char| -> String {
            figures.char_indices().flat_map(|(i, c)| [Some(mark).filter(|_| i > 0 && (figures.len() - i) % 3 == 0), Some(c)]).flatten().collect()
        };
        prop_assert_eq!(shown(&grouped(','), 0), format!("{} d", n));
        prop_assert_eq!(shown(&grouped(' '), 0), format!("{} d", n));
    }
}

const ONES: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

pub(super) fn spelt(n: i64, and: bool) -> String {
    let below = |n: usize| match n {
        0..20 => ONES[n].to_owned(),
        _ if n.is_multiple_of(10) => TENS[n / 10].to_owned(),
        _ => format!("{}-{}", TENS[n / 10], ONES[n % 10]),
    };
    let group = |n: usize| match (n / 100, n % 100) {
        (0, rest) => below(rest),
        (hundreds, 0) => format!("{} hundred", ONES[hundreds]),
        (hundreds, rest) => format!("{} hundred {}{}", ONES[hundreds], if and { "and " } else { "" }, below(rest)),
    };
    const SCALES: [(i64, &str); 4] = [(1_000_000_000, " billion"), (1_000_000, " million"), (1_000, " thousand"), (1, "")];
    let parts = SCALES.iter().map(|(size, name)| (usize::try_from(n / size % 1000).unwrap(), *name));
    parts.filter(|p| p.0 > 0).map(|(n, name)| format!("{}{name}", group(n))).collect::<Vec<_>>().join(" ")
}
