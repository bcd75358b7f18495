//! Rows of amounts in sentences: signs and letters, ranges, what an amount is a rate of, and what looks like an amount and is none.

use super::tests::{put, read_quantities};
use super::*;
use crate::text::tokens;

fn amount(text: &str) -> String {
    read_quantities(text).join("; ")
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows.iter().map(|(t, e)| (*t, *e, amount(t))).filter(|(_, e, found)| e != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The same of each word in the place of `_`.
fn each(words: &str, text: &str, expected: &str) {
    let wrong: Vec<_> =
        words.split_whitespace().map(|w| (w, amount(&put(text, w)))).filter(|(w, found)| *found != put(expected, w)).collect();
    assert!(wrong.is_empty(), "{text}: wanted {expected}, got {wrong:#?}");
}

#[test]
fn letters_behind_amounts() {
    check(&[
        ("It cost $5 K there.", "$5 K = 5000 $"),
        ("It cost $5 M there.", "$5 M = 5000000 $"),
        ("It cost $5 B there.", "$5 B = 5000000000 $"),
        ("It cost $5 T there.", "$5 T = 5000000000000 $"),
        ("It cost $5 M.", "$5 M. = 5000000 $"),
        ("12 k", "12 k = 12000"),
        ("12 M", "12 M = 12000000"),
        ("12 G", "12 G = 12000000000"),
        ("12 K", "12 K = 12 K"),
        ("It sold 1.5 M lamps.", "1.5 M = 1500000 lamp"),
        ("It sold 1,500 M lamps.", "1,500 M = 1500000000 lamp"),
        ("It sold 15 M lamps.", "15 = 15 lamp"),
        ("It sold 1.5 M Lamps.", "1.5 = 1.5 Lamp"),
        ("It cost $5 M-class.", "$5 = 5 $"),
        ("It cost $5 M&A fees.", "$5 = 5 $"),
        ("It cost $5 M/A there.", "$5 = 5 $"),
        ("It cost $5 M+ there.", "$5 = 5 $"),
        ("It cost $5 M² there.", "$5 = 5 $"),
        ("It cost $5 M^2 there.", "$5 = 5 $"),
        ("It sold $5 million B shares.", "$5 million = 5000000 $"),
        ("1G", ""),
        ("0G", "0G = 0"),
        ("6G", ""),
        ("7G", "7G = 7000000000"),
        ("5.5G", "5.5G = 5500000000"),
        ("It sold 10k lamps.", "10k = 10000 lamp"),
        ("It sold 10 k lamps.", "10 k = 10000 lamp"),
        // A letter is a scale behind figures, and behind one scale no other.
        ("It sold five k lamps.", "five = 5 lamp"),
        ("It sold 5 million k lamps.", "5 million = 5000000 lamp"),
        ("It sold 10M lamps.", "10M = 10000000 lamp"),
        ("It sold 10m lamps.", "10m = 10000000 lamp"),
        ("It sold 1.2B lamps.", "1.2B = 1200000000 lamp"),
        ("It paid 1.2B there.", "1.2B = 1200000000"),
        ("It paid 12B there.", ""),
        ("It paid $12B there.", "$12B = 12000000000 $"),
        ("It paid 10m euros.", "10m euros = 10000000 EUR"),
        ("It paid $10 MM there.", "$10 MM = 10000000 $"),
        ("It paid $140-150MM there.", "$140-150MM = 140000000-150000000 $"),
        ("It paid $140-150 there.", "$140-150 = 140-150 $"),
        ("It paid 64 USD million.", "64 USD million = 64000000 USD"),
        ("It paid 64 USD there.", "64 USD = 64 USD"),
        ("It paid 45 MEUR there.", "45 MEUR = 45000000 EUR"),
        ("It paid 45 KEUR there.", "45 KEUR = 45000 EUR"),
        ("It paid 45 XEUR there.", ""),
        ("It paid 4.5 million USD million.", "4.5 million USD = 4500000 USD"),
        ("It paid USD14bn.", "USD14bn = 14000000000 USD"),
        ("It paid USD14 million.", "USD14 million = 14000000 USD"),
        ("It paid USD14k there.", "USD14k = 14000 USD"),
        ("It paid USD14 M there.", "USD14 M = 14000000 USD"),
        ("It paid USD14 MM there.", "USD14 MM = 14000000 USD"),
        ("It paid USD1,414.50 there.", "USD1,414.50 = 1414.5 USD"),
        ("It paid usd14 there.", ""),
        ("It paid minus USD14m there.", "minus USD14m = -14000000 USD"),
    ]);
    // A resolution, a distance, a form.
    each(
        "race run runs races tv tvs video display resolution content screen camera monitor form filing walk footage",
        "The 10K _ was on.",
        "",
    );
    check(&[("The 10K lamps were on.", "10K = 10000 lamp")]);
}

#[test]
fn signs() {
    check(&[
        ("It was -5 degrees.", "-5 degrees = -5 °"),
        ("It was −5 degrees.", "−5 degrees = -5 °"),
        ("It was –5 degrees.", "–5 degrees = -5 °"),
        ("It was minus 5 degrees.", "minus 5 degrees = -5 °"),
        ("It was minus-5 degrees.", "minus-5 degrees = -5 °"),
        ("It was minus hundred degrees.", ""),
        ("It was negative thousand there.", ""),
        ("It was negative 5 degrees.", "negative 5 degrees = -5 °"),
        ("It was (-5 degrees).", "-5 degrees = -5 °"),
        ("It was [-5 degrees].", "-5 degrees = -5 °"),
        ("It was - 5 degrees.", "5 degrees = 5 °"),
        ("It was -$5 there.", "-$5 = -5 $"),
        ("It was $-5 there.", "$-5 = -5 $"),
        ("Rates: Osk -5% today.", "-5% = -5 %"),
        ("It was 200 -0.4% there.", "200 = 200; -0.4% = -0.4 %"),
        ("It was +5% there.", "+5% = 5 % up"),
        ("- 5 km", "- 5 km = -5 km"),
        ("- 5 km there", "5 km = 5 km"),
        ("- five", "- five = -5"),
        ("A magnitude 5.9 quake struck.", "magnitude 5.9 = 5.9 magnitude"),
        ("A magnitude-5.9 quake struck.", "magnitude-5.9 = 5.9 magnitude"),
        ("A magnitude five quake struck.", "magnitude five = 5 magnitude"),
        ("It had a magnitude few thousand knew.", "few thousand = 2000 EQUAL_OR_MORE"),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("Some saw 10 to 15 boats.", "10 to 15 = 10-15 boat"),
        ("They saw 10-15 boats.", "10-15 = 10-15 boat"),
        ("They saw 10–15 boats.", "10–15 = 10-15 boat"),
        ("They saw 15-10 boats.", ""),
        ("They saw 10-10 boats.", ""),
        ("They saw 15 to 10 boats.", "15 = 15; 10 = 10 boat"),
        ("They saw 10 to 10 boats.", "10 = 10; 10 = 10 boat"),
        ("They saw five or six boats.", "five or six = 5-6 boat"),
        ("They saw five or eight boats.", "five = 5; eight = 8 boat"),
        ("They saw five or six million boats.", "five or six million = 5000000-6000000 boat"),
        ("They saw 10 to dozens of boats.", "10 = 10; dozens = 24 boat EQUAL_OR_MORE"),
        ("It fell 10% to 15% there.", "10% to 15% = 10-15 % down"),
        ("It is 10%-15% there.", "10%-15% = 10-15 %"),
        ("It is 10-15% there.", "10-15% = 10-15 %"),
        ("It is 2% - 3% there.", "2% - 3% = 2-3 %"),
        ("It is 2 - 3% there.", "2 = 2; 3% = 3 %"),
        ("They saw 25 - 30 boats.", "25 - 30 = 25-30 boat"),
        ("They saw 25 - 30 there.", "25 = 25; 30 = 30"),
        ("They saw 25 – 30 there.", "25 – 30 = 25-30"),
        // Beside a word the dash is the sentence's.
        ("They saw 25 – thirty there.", "25 = 25; thirty = 30"),
        ("They saw twenty – 30 there.", "twenty = 20; 30 = 30"),
        ("They saw $25 - 30 boats.", "$25 = 25 $; 30 = 30 boat"),
        ("It cost $10 to $15 there.", "$10 to $15 = 10-15 $"),
        ("It cost $10 to 15 there.", "$10 to 15 = 10-15 $"),
        ("It cost $10-15.", "$10-15 = 10-15 $"),
        ("It cost $140-150M there.", "$140-150M = 140000000-150000000 $"),
        ("It cost $140-150 M there.", "$140-150 M = 140000000-150000000 $"),
        ("It cost $140-150 M-class.", "$140-150 = 140-150 $"),
        ("It sold $1-2 million B shares.", "$1-2 million = 1000000-2000000 $"),
        ("It was 10-15.", ""),
        ("It was 10-15 million.", "10-15 million = 10000000-15000000"),
        ("It was 10 km to 15 km off.", "10 km to 15 km = 10-15 km"),
        ("It was 10 km to 15 off.", "10 km = 10 km; 15 = 15"),
        ("It was 10 to 15 km off.", "10 to 15 km = 10-15 km"),
        ("It was 10 km to 15 miles off.", "10 km = 10 km; 15 miles = 15 mile"),
        ("It cost 5 to $10 there.", "5 = 5; $10 = 10 $"),
        ("It cost $5 to US$7 there.", "$5 = 5 $; US$7 = 7 USD"),
        ("It cost US$5 to $7 there.", "US$5 to $7 = 5-7 USD"),
        ("It cost 5 USD to $7 there.", "5 USD = 5 USD; $7 = 7 $"),
        ("It cost $5 CAD to $7 CAD there.", "$5 CAD to $7 CAD = 5-7 CAD"),
        ("It cost $5 to $7 CAD there.", "$5 to $7 CAD = 5-7 CAD"),
        ("It cost $5 CAD to $7 AUD there.", "$5 CAD = 5 CAD; $7 AUD = 7 AUD"),
        ("It cost US$51 to $57 billion.", "US$51 to $57 billion = 51000000000-57000000000 USD"),
        ("It cost 999 to 1,000 million euros.", "999 to 1,000 million euros = 999000000-1000000000 EUR"),
        ("It cost 3 to 2 million euros.", "3 to 2 million euros = 3-2000000 EUR"),
        ("They saw 2 hundred to 900 thousand boats.", "2 hundred to 900 thousand = 200-900000 boat"),
        ("A 6- to 9-metre wall fell.", "6- to 9-metre = 6-9 m"),
        ("A 6- or 7-metre wall fell.", "6- or 7-metre = 6-7 m"),
        ("A 6-to-9-metre wall fell.", "6-to-9-metre = 6-9 m"),
        ("Tolls rose 30 to 60 points.", "30 to 60 = 30-60 point up"),
        ("Tolls rose 30 to 90 points.", "30 to 90 = 30-90 point up"),
        ("Tolls rose 30 to 91 points.", "30 = 30 up; 91 = 91 point"),
        ("Tolls are 30 to 91 points.", "30 to 91 = 30-91 point"),
        (
            "Tolls rose 4000000 trillion to 4000001 trillion points.",
            "4000000 trillion to 4000001 trillion = 4000000000000000000-4000001000000000000 point up",
        ),
        ("It fell $30 to $200 there.", "$30 = 30 $ down; $200 = 200 $"),
    ]);
}

/// What joins a figure and its unit, and the two ends of a range.
#[test]
fn dashes() {
    each("- ‐ ‑ –", "A 5_km run.", "5_km = 5 km");
    each("‒ — −", "A 5_km run.", "5 = 5");
    each("- ‐ ‑ ‒ – — −", "They saw 10_15 boats.", "10_15 = 10-15 boat");
}

#[test]
fn between_two_ends() {
    check(&[
        ("They saw between 10 and 15 boats.", "between 10 and 15 = 10-15 boat"),
        ("They saw between 10 to 15 boats.", "between 10 to 15 = 10-15 boat"),
        ("They saw between 10 or 15 boats.", "10 = 10; 15 = 15 boat"),
        ("They saw between 15 and 10 boats.", "15 = 15; 10 = 10 boat"),
        ("They saw between 10 and 10 boats.", "between 10 and 10 = 10-10 boat"),
        ("They saw between 10 and 15 part-time workers.", "between 10 and 15 = 10-15 worker"),
        ("They saw between 0 and 1 part-time workers.", "between 0 and 1 = 0-1 worker"),
        ("It cost between $10 and $15 there.", "between $10 and $15 = 10-15 $"),
        ("It cost between 1 and 2 million euros.", "between 1 and 2 million euros = 1000000-2000000 EUR"),
        ("It is between 10 km and 15 km off.", "between 10 km and 15 km = 10-15 km"),
        ("It is between 10 and 15 km off.", "between 10 and 15 km = 10-15 km"),
        ("It is between 10 km and 15 miles off.", "10 km = 10 km; 15 miles = 15 mile"),
        ("It is between $10 and 15 km off.", "$10 = 10 $; 15 km = 15 km"),
    ]);
}

#[test]
fn from_one_to_another() {
    check(&[
        ("Tolls rose from 5 to 10 points.", "5 to 10 = 5-10 point up"),
        ("Tolls rose from five to ten points.", "five to ten = 5-10 point up"),
        ("Tolls rose from about 5 to 10 points.", "about 5 to 10 = 5-10 point APPROX up"),
        ("Tolls rose from 5 to about 10 points.", "5 to about 10 = 5-10 point up"),
        ("Tolls rose from about 5 to about 10 points.", "about 5 to about 10 = 5-10 point up"),
        ("Tolls fell from 10 to 5 points.", "10 to 5 = 5-10 point down"),
        ("Tolls rose from 10 to 10 points.", "10 to 10 = 10-10 point up"),
        ("They ranged from 5 to 10 points.", "5 to 10 = 5-10 point"),
        ("They ranged from 5 km to 10 km.", "5 km to 10 km = 5-10 km"),
        ("They ranged from 5 to 10 km.", "5 to 10 km = 5-10 km"),
        // Hours fall from nine to five, kilometres need no verb to do so.
        ("They ranged from 10 to 5 km.", "10 to 5 km = 5-10 km"),
        ("They ranged from 10 km to 5 there.", "10 km to 5 = 5-10 km"),
        ("They ranged from 5 to 10 euros.", "5 to 10 euros = 5-10 EUR"),
        ("They ranged from 5 km to 10 boats.", "5 km = 5 km; 10 = 10 boat"),
        ("They ranged from 5 km to 10 miles.", "5 km = 5 km; 10 miles = 10 mile"),
        ("They ranged from 5 to $10 there.", "5 = 5; $10 = 10 $"),
        ("They ranged from $5 to $10 there.", "$5 to $10 = 5-10 $"),
        ("It fell from $20 to 15 there.", "$20 to 15 = 15-20 $ down"),
        ("They ranged from 1 to 2 million euros.", "1 to 2 million euros = 1000000-2000000 EUR"),
        ("It went from dozens to 90 boats.", "dozens = 24 EQUAL_OR_MORE; 90 = 90 boat"),
        ("It went from 20 to 30-40 boats.", "20 = 20; 30-40 = 30-40 boat"),
        ("It went from 20 to 30 - a lot.", "20 to 30 = 20-30"),
        ("It was open from 9 to 5.", "9 = 9; 5 = 5"),
        ("It was open from 5 to 9.", "5 to 9 = 5-9"),
        ("It went from $3 a gallon to $4 a gallon.", "$3 a gallon to $4 a gallon = 3-4 $/gallon"),
        ("It went from $3 a gallon to $4.", "$3 a gallon to $4 = 3-4 $/gallon"),
        ("It went from $3 to $4 a gallon.", "$3 to $4 a gallon = 3-4 $/gallon"),
        ("It went from $3 CAD to $4 CAD there.", "$3 CAD to $4 CAD = 3-4 CAD"),
        ("It went from $3 to $4 CAD there.", "$3 to $4 CAD = 3-4 CAD"),
        ("It went from $3 CAD to $4 there.", "$3 CAD to $4 = 3-4 CAD"),
        ("It went from $3 CAD to $4 AUD there.", "$3 CAD = 3 CAD; $4 AUD = 4 AUD"),
        ("It went from $3 U.S. a gallon to $4 a gallon.", "$3 U.S. a gallon to $4 a gallon = 3-4 USD/gallon"),
        ("It went from $3 to $4 CHF.", "$3 to $4 = 3-4 $"),
        ("It went from $3 to US$4 there.", "$3 to US$4 = 3-4 USD"),
        ("It went from 20 a head to 30 a head.", "20 = 20; 30 = 30"),
        ("It went from F-16 to 20 boats.", "20 = 20 boat"),
    ]);
    // Years are no amounts.
    let text = "They sat from 1998 to 2005.";
    let all = tokens(text);
    let mut found = Vec::new();
    quantities(text, &all, 0..all.len(), &[], &mut found);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn counts_and_their_nouns() {
    check(&[
        ("Several boats sank.", "Several = 3-9 boat EQUAL_OR_MORE"),
        ("A few boats sank.", "A few = 3-5 boat EQUAL_OR_MORE"),
        ("A handful of boats sank.", "A handful of = 3-6 boat EQUAL_OR_MORE"),
        ("It sank several times.", ""),
        ("Several sank.", ""),
        ("A few sank.", ""),
        ("They saw 12 others.", "12 = 12"),
        ("A 12-member panel sat.", "12 = 12 member"),
        ("A 12-strong panel sat.", "12 = 12"),
        ("A 12-fold rise came.", "12 = 12"),
        ("A 12-time winner sat.", "12 = 12"),
        ("A 20-something man sat.", "20 = 20"),
        ("A six-figure sum went.", ""),
        ("Few hundred boats sank.", "Few hundred = 200 boat EQUAL_OR_MORE"),
        ("They saw 5 or negative 5 percent.", "5 = 5; negative 5 percent = -5 %"),
        ("The 30 won seats.", "30 = 30 seat"),
        ("The 30 won big.", "30 won = 30 KRW"),
        ("About 5 metres or more went.", "About 5 metres = 5 m APPROX"),
        ("Some 5 metres or more went.", "Some 5 metres = 5 m APPROX"),
        ("They gave $5 or more.", "$5 or more = 5 $ EQUAL_OR_MORE"),
        ("They gave 5 metres plus nails.", "5 metres = 5 m"),
        ("They drew 12.500 people.", "12.500 = 12500 person"),
        ("They drew somewhere in the region of 12.500 people.", "somewhere in the region of 12.500 = 12500 person APPROX"),
        ("They drew two, of 12.500 people.", "two = 2; 12.500 = 12500 person"),
        ("They drew 12.500 people there on average.", "12.500 = 12.5 person"),
        ("They drew 12.500 people there and on average.", "12.500 = 12500 person"),
        ("On average there came 12.500 people.", "12.500 = 12.5 person"),
        ("On average in all there then came 12.500 people.", "12.500 = 12500 person"),
        ("They drew 12.500 to 13.000 people.", "12.500 to 13.000 = 12.5-13 person"),
        ("They drew 12.500 million people.", "12.500 million = 12500000 person"),
        ("They drew $12.500 there.", "$12.500 = 12.5 $"),
    ]);
    each("the a an their his her its", "The 30 won _ cup.", "30 = 30");
    each("average averaged averaging averages mean median", "They _ 12.500 people.", "12.500 = 12.5 person");
}

/// What the last digit written stands for, where that is a zero behind the point.
#[test]
fn zeros_behind_the_point() {
    let written = |text: &str| {
        let all = tokens(text);
        let mut found = Vec::new();
        quantities(text, &all, 0..all.len(), &[], &mut found);
        found.iter().map(|q| q.value.written.map_or("-".to_owned(), |w| w.to_string())).collect::<Vec<_>>().join(" ")
    };
    for (text, digits) in [
        ("It is 90.0 percent.", "0.1"),
        ("It is 90.00 percent.", "0.01"),
        ("It is 90.50 percent.", "0.01"),
        ("It is 90.5 percent.", "-"),
        ("It is 90 percent.", "-"),
        ("It is 90.0 of 120.", "0.1 -"),
        ("It is 0.0 percent.", "0.1"),
        ("It is -4.0 percent.", "0.1"),
        ("It is $4.0 billion.", "100000000"),
        ("It is about $4.0 billion.", "100000000"),
        ("It is some USD 4.0 billion.", "100000000"),
        ("It is somewhere in the region of 4.0 percent.", "0.1"),
        ("It is 4.0-5.0 percent.", "-"),
        ("It is four percent, not 5.0 percent.", "- 0.1"),
    ] {
        assert_eq!(written(text), digits, "{text}");
    }
}

/// An amount that is told again in another unit is hedged as it was.
#[test]
fn told_again() {
    check(&[
        ("It is under 5 lbs (2.27 kg).", "under 5 lbs = 5 lb LESS_THAN; 2.27 kg = 2.27 kg LESS_THAN"),
        ("It is under 5 lbs [2.27 kg].", "under 5 lbs = 5 lb LESS_THAN; 2.27 kg = 2.27 kg LESS_THAN"),
        ("It is 3 km, under 5 lbs (2.27 kg).", "3 km = 3 km; under 5 lbs = 5 lb LESS_THAN; 2.27 kg = 2.27 kg LESS_THAN"),
        ("It is under 5 lbs, 2.27 kg.", "under 5 lbs = 5 lb LESS_THAN; 2.27 kg = 2.27 kg"),
        ("It is under 5 lbs (about 2.27 kg).", "under 5 lbs = 5 lb LESS_THAN; about 2.27 kg = 2.27 kg APPROX"),
        ("It is under 5 lbs (4 lbs).", "under 5 lbs = 5 lb LESS_THAN; 4 lbs = 4 lb"),
        ("It is under 5 lbs (4 boats).", "under 5 lbs = 5 lb LESS_THAN; 4 = 4 boat"),
        ("It is under 5 boats (4 lbs).", "under 5 = 5 boat LESS_THAN; 4 lbs = 4 lb"),
        ("It is under 5 lbs (or 2.27 kg).", "under 5 lbs = 5 lb LESS_THAN; 2.27 kg = 2.27 kg"),
        ("It rose 5 inches (12.7 cm).", "5 inches = 5 inch up; 12.7 cm = 12.7 cm up"),
    ]);
}

#[test]
fn rates() {
    let apiece = "gallon barrel share head person piece bottle pint unit ticket game mile bushel acre yard shift visit ton";
    each(apiece, "It cost $3 a _ there.", "$3 a _ = 3 $/_");
    each(apiece, "It cost $3 per _ there.", "$3 per _ = 3 $/_");
    for (noun, unit) in [
        ("ounce", "oz"),
        ("pound", "lb"),
        ("litre", "l"),
        ("liter", "l"),
        ("kilo", "kg"),
        ("kilogram", "kg"),
        ("tonne", "t"),
        ("kilometre", "km"),
        ("kilometer", "km"),
        ("foot", "ft"),
    ] {
        let article = if noun.starts_with('o') { "an" } else { "a" };
        each(noun, &format!("It cost $3 {article} _ there."), &format!("$3 {article} _ = 3 $/{unit}"));
    }
    each("house boat", "It cost $3 a _ there.", "$3 = 3 $");
    each("house boat capita", "It cost $3 per _ there.", "$3 per _ = 3 $/_");
    each("second minute hour", "It cost $3 per _ there.", "$3 per _ = 3 $/_");
    // What recurs by the day is a time of its own.
    each("day night week month quarter year decade century fortnight", "It cost $3 per _ there.", "$3 = 3 $/_");
    each("a an each every", "It cost $3 _ day.", "$3 = 3 $/day");
    check(&[
        ("It cost $3 some day.", "$3 = 3 $"),
        ("It cost $3/hour there.", "$3/hour = 3 $/hour"),
        ("It cost $3/h there.", "$3/h = 3 $/hour"),
        ("It cost $3/hr there.", "$3/hr = 3 $/hour"),
        ("It runs 3 l/s there.", "3 l/s = 3 l/second"),
        ("It runs 3 l/min there.", "3 l/min = 3 l/minute"),
        ("It runs 3 m/s2 there.", "3 m/s2 = 3 m/s²"),
        ("It runs 3 l/kg there.", "3 l/kg = 3 l/kg"),
        ("It cost $3 per Osk there.", "$3 = 3 $"),
        ("It pumps 60,000 barrels-a-day there.", "60,000 barrels-a-day = 60000 barrel/day"),
        ("It did 30 miles each hour.", "30 miles = 30 mph"),
        ("It did 30 km each hour.", "30 km = 30 km/h"),
        ("It did 30 m each second.", "30 m = 30 m/s"),
        ("It did 30 m each hour.", "30 m = 30 m/hour"),
        ("It serves 30 meals a day.", "30 = 30 meal/day"),
        ("It is 30 % per % there.", "30 % = 30 %"),
    ]);
}

/// What of numbers joined by hyphens is a score, a code, a telephone number.
#[test]
fn chains_and_telephones() {
    each("win victory defeat loss draw lead vote decision ruling record triumph tie aggregate success", "It was a 1-3 _ there.", "");
    check(&[
        ("It was a 1-3 boats.", "1-3 = 1-3 boat"),
        ("Call 555-0123-44 now.", ""),
        ("Call 10-15-20 boats.", ""),
        ("Call 10-15-20-25 boats.", ""),
        ("Call 10-15-x boats.", "10-15 = 10-15 x"),
        ("Call 10-15- 20 boats.", "20 = 20 boat"),
        ("Call 10-15 -20 boats.", "20 = 20 boat"),
        ("Call 10-15-20 -25 boats.", "25 = 25 boat"),
        ("Call 10-15-20 boats, 25 lamps.", "25 = 25 lamp"),
        ("Call 0800 123 now.", ""),
        ("Call 012 345 now.", ""),
        ("Call 01 345 now.", "345 = 345"),
        ("Call 0800 123 456 now.", ""),
        ("Call +44 20 7946 now.", ""),
        ("Call 800 123 now.", "800 = 800; 123 = 123"),
        ("It was 01.5 123 there.", "123 = 123"),
    ]);
}

#[test]
fn labels_make_names() {
    let labels = "no number numbers page pages chapter section article room flight route highway interstate channel level grade category phase type \
        version day area gate platform line figure step stage class district ward zone paragraph rule title volume vol episode part covid sars apartment \
        verse psalm seat exit junction terminal round unit clause appendix exhibit block building tower hall reactor booth cell pier berth proposition \
        suite box mark formula";
    each(labels, "They left _ 12 there.", "");
    each(labels, "They left _-12 there.", "");
    each("boat lamp with", "They left _ 12 there.", "12 = 12");
    each("No. Nos. nos. Nr. nr. Nrs. nrs.", "They left _ 12 there.", "");
    check(&[
        ("They left version two there.", "two = 2"),
        ("They left phase two there.", ""),
        ("They left Version two there.", ""),
        ("They left page 12,000,000 there.", ""),
        ("They left nr. 12,000,000 there.", "12,000,000 = 12000000"),
        ("They left nr. 12,000 there.", ""),
    ]);
}

/// A figure behind a name is a part of it, but before those whom reports count.
#[test]
fn figures_behind_names() {
    for (many, one) in [
        ("people", "person"),
        ("persons", "person"),
        ("men", "man"),
        ("women", "woman"),
        ("children", "child"),
        ("officers", "officer"),
        ("soldiers", "soldier"),
        ("troops", "troop"),
        ("workers", "worker"),
        ("passengers", "passenger"),
        ("students", "student"),
        ("civilians", "civilian"),
        ("residents", "resident"),
        ("patients", "patient"),
        ("cases", "case"),
        ("deaths", "death"),
        ("victims", "victim"),
        ("protesters", "protester"),
        ("homes", "home"),
        ("houses", "house"),
    ] {
        assert_eq!(amount(&format!("In Osk 12 {many} left.")), format!("12 = 12 {one}"));
    }
    check(&[
        ("In Osk 12 others left.", "12 = 12"),
        ("In Osk 12 boats left.", ""),
        ("In Osk 12 left.", ""),
        ("In iOsk 12 left.", ""),
        ("In osk 12 left.", "12 = 12"),
        ("It was sold in Osk 12, they said.", ""),
        ("It was sold in Osk 12.", ""),
        ("In Osk 12 km were left.", "12 km = 12 km"),
        ("Windows 11 was sold.", ""),
        ("Windows 110 was sold.", ""),
        ("Windows 2500 was sold.", "2500 = 2500"),
        ("Windows 11, they said, was sold.", "11 = 11"),
        ("Windows 11 lamps were sold.", "11 = 11 lamp"),
        ("The 11 were sold.", "11 = 11"),
        ("Wanted 11 were sold.", "11 = 11"),
        ("They sold 20 Exampler there.", ""),
        ("They sold 20 exampler there.", "20 = 20"),
        // What is told in words or with a scale is no model.
        ("They sold 20 million Exampler there.", "20 million = 20000000"),
        ("They sold twenty Exampler there.", "twenty = 20"),
        ("12) They left.", ""),
        ("They sold Osk's 737 there.", ""),
        ("They sold Osk's 73 there.", "73 = 73"),
        ("They flew a 747.", ""),
        ("They flew an 847.", ""),
        ("They flew the 747.", "747 = 747"),
        ("They flew a 74.", "74 = 74"),
    ]);
    each("Just Exactly Total Even Still Now", "_ 11 were sold.", "11 = 11");
    each("Street St Road Rd Avenue Ave Lane Square Drive Boulevard Terrace", "They live at 16 Harbour _ there.", "");
    each("Street St Road Rd Avenue Ave Lane Square Drive Boulevard Terrace", "They saw 16 Harbour _ boats there.", "");
    each("House Bay", "They saw 16 Harbour _ boats there.", "16 = 16 boat");
    each("St. Ave.", "They live at 16 Harbour _ there.", "");
    check(&[
        ("They live at 16 New Harbour Road there.", ""),
        ("They live at 16 Old New Harbour Road there.", ""),
        ("They saw 16 Harbour boats, Road and all.", "16 = 16 boat"),
        ("Of 20 boats two sank.", "20 = 20 boat; two = 2"),
        ("12. They left.", ""),
        ("12.", "12 = 12"),
        ("12)", "12 = 12"),
        ("They saw 1,200.5 boats.", "1,200.5 = 1200.5 boat"),
    ]);
}

#[test]
fn marks_around_figures() {
    each("/ _ = & @ # : \\ + ⁄ × ^ - .", "See a_12 there.", "");
    check(&[
        ("See F-16 there.", ""),
        ("See 5G there.", ""),
        ("See 4x4 there.", ""),
        ("See 12/x there.", ""),
        ("See 12_3 there.", ""),
        ("See 12@x there.", ""),
        ("See 12×x there.", ""),
        ("See 12^x there.", ""),
        ("See 12 / x there.", "12 = 12"),
        ("They saw —5 boats.", "5 = 5 boat"),
        ("They saw it—5 boats.", ""),
        ("They saw f(5 boats) there.", "5 = 5 boat"),
        ("They saw a lamp (12) there.", "12 = 12"),
        ("The Group of 20 met.", ""),
        ("Group of 20 met.", ""),
        ("The round of 16 was on.", ""),
        ("A group of 20 boats left.", "20 = 20 boat"),
        ("A box of 20 left.", "20 = 20"),
        ("The code 12345678 failed.", ""),
        ("The code 1234567 failed.", "1234567 = 1234567"),
        ("12345678", "12345678 = 12345678"),
        ("Then 12345678 boats left.", ""),
        ("Some 12345678 boats left.", "Some 12345678 = 12345678 boat APPROX"),
        ("The 18th boat left.", ""),
        ("They saw 12,5 boats.", ""),
        ("They saw 12,5 km.", "12,5 km = 12.5 km"),
        ("They saw 12,5 million boats.", "12,5 million = 12500000 boat"),
    ]);
    for era in ["bc", "b.c.", "ad", "a.d.", "bce"] {
        let text = format!("In 480 {era} it fell.");
        let all = tokens(&text);
        let mut found = Vec::new();
        quantities(&text, &all, 0..all.len(), &[], &mut found);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn pronouns() {
    each("another day thing point time side hand way reason step example exception", "And one _ is clear.", "");
    each("the these those all both other", "They saw _ two there.", "");
    check(&[
        ("They saw just two there.", "two = 2"),
        ("They saw just one there.", ""),
        ("They saw the two boats.", "two = 2 boat"),
        ("The Two left.", ""),
        ("Two left.", "Two = 2"),
        ("They saw the 2 there.", "2 = 2"),
        ("They saw one boat.", "one = 1 boat"),
    ]);
}

#[test]
fn lists_of_numbers() {
    let heads =
        "nos nrs numbers pages pp lines verses chapters sections paragraphs exercises questions problems examples figures tables items";
    each(heads, "See _ 14,17,19.", "14 = 14; 17 = 17; 19 = 19");
    each(heads, "See _. 14,17,19.", "14 = 14; 17 = 17; 19 = 19");
    each("rooms flats", "See _ 14,17,19.", "");
    check(&[
        ("See pages 14,17.", ""),
        ("It is 1,3 there.", "1,3 = 1.3"),
        ("It is 1,3 and 5 there.", "5 = 5"),
        ("It is 1,3 or 5 there.", "5 = 5"),
        ("It is 1,3 & 5 there.", "5 = 5"),
        ("It is 1,3 and 5,2 there.", "1,3 = 1.3; 5,2 = 5.2"),
        ("It is 1,30 and 5 there.", "5 = 5"),
        ("It is 1,300 and 5 there.", "1,300 = 1300; 5 = 5"),
        ("The flats 4,5 burned.", ""),
        ("It is 1,3-butadiene.", ""),
        ("It shows 0000 there.", "0000 = 0"),
        ("It shows 00000 there.", "00000 = 0"),
        ("It shows 000 there.", ""),
        ("It shows 0000 12 there.", ""),
        ("They called three-nought-four.", "three = 3; nought = 0; four = 4"),
    ]);
    each("At Call", "_ 0000 it fell.", "");
    each("Dial Call", "_ 555 0000 now.", "555 = 555");
    each("at by from since until till before after to between pin code password passcode call dial", "It was _ 0000 there.", "");
    each("hours hour hrs h gmt utc z am pm local on", "It was 0000 _ there.", "");
}

/// Whose dollar it is, behind the amount, where nothing else is said to be of that land.
#[test]
fn dollars_told_behind() {
    check(&[
        ("It cost $64 U.S.; that is all.", "$64 U.S. = 64 USD"),
        ("It cost $64 US, they said.", "$64 US = 64 USD"),
        ("It cost $64 US per ticket.", "$64 US per ticket = 64 USD/ticket"),
        ("It cost $64 US a ticket.", "$64 US a ticket = 64 USD/ticket"),
        ("It cost $64 US an hour.", "$64 US an hour = 64 USD/hour"),
        ("It cost $64 CAD now.", "$64 CAD = 64 CAD"),
        ("It got $64 US aid.", "$64 = 64 $"),
        ("It cost $64 EUR.", "$64 = 64 $"),
        ("It cost $-5 there.", "$-5 = -5 $"),
        ("It said \"-5 percent\" there.", "-5 percent = -5 %"),
        ("It said (-5 percent) there.", "-5 percent = -5 %"),
        ("It said [-5 percent] there.", "-5 percent = -5 %"),
        ("It cost $- 5 there.", "5 = 5"),
        ("It cost US $5 there.", "US $5 = 5 USD"),
        // A letter apart is none of the sign's.
        ("Plan A $5 note.", "$5 = 5 $"),
        ("It cost A$5 there.", "A$5 = 5 AUD"),
        ("It cost Y= 500 there.", "500 = 500"),
        // The sign of the next amount.
        ("It cost 5 €7 there.", "5 = 5; €7 = 7 EUR"),
        ("It cost 5€ 7 there.", "5€ = 5 EUR; 7 = 7"),
    ]);
}

/// A smaller unit behind a larger one counts on where it is told in plain numbers.
#[test]
fn two_units_of_one_amount() {
    check(&[
        ("It is 5 feet 4 inches wide.", "5 feet 4 inches = 16/3 ft"),
        ("It is 5 feet, 4 inches wide.", "5 feet, 4 inches = 16/3 ft"),
        ("It is 5 feet and 4 inches wide.", "5 feet and 4 inches = 16/3 ft"),
        ("It is five feet four inches wide.", "five feet four inches = 16/3 ft"),
        ("It is 5 feet 14 inches wide.", "5 feet = 5 ft; 14 inches = 14 inch"),
        ("It is 5 feet 11 inches wide.", "5 feet 11 inches = 71/12 ft"),
        ("It is 5 feet 12 inches wide.", "5 feet = 5 ft; 12 inches = 12 inch"),
        ("It is 5.5 feet 4 inches wide.", "5.5 feet = 5.5 ft; 4 inches = 4 inch"),
        ("It is 5 feet half an inch wide.", "5 feet = 5 ft"),
        ("It cost 4 dollars 20 cents.", "4 dollars 20 cents = 4.2 $"),
        ("It cost 4 dollars 20% there.", "4 dollars = 4 $; 20% = 20 %"),
        ("It cost 4 dollars 20€ there.", "4 dollars = 4 $; 20€ = 20 EUR"),
        ("It cost 4 dollars 20$ there.", "4 dollars = 4 $; 20$ = 20 $"),
        ("It cost 4 dollars 20 £ there.", "4 dollars = 4 $; 20 £ = 20 GBP"),
        ("It cost 4 dollars 20-x there.", "4 dollars = 4 $; 20 = 20 x"),
        ("It cost 4 dollars 20/x there.", "4 dollars = 4 $"),
        ("It cost 4 dollars and 20 more.", "4 dollars = 4 $; 20 = 20"),
        ("It cost 4 dollars forty-five.", "4 dollars forty-five = 4.45 $"),
        ("It cost 4 dollars and five.", "4 dollars and five = 4.05 $"),
        // One word alone may be of anything.
        ("It cost 4 dollars five.", "4 dollars = 4 $; five = 5"),
        ("It cost 4 dollars 20 30 there.", "4 dollars = 4 $; 20 = 20; 30 = 30"),
        ("It is 5 ft 4 in wide.", "5 ft 4 in = 16/3 ft"),
        ("It is 5 ft four in all.", "5 ft = 5 ft; four = 4"),
        ("It is 5 m 4 in all.", "5 m = 5 m; 4 = 4"),
        ("It cost 4 dollars 2 dozen cents.", "4 dollars = 4 $; 2 dozen cents = 24 cent"),
        ("It is 5 feet 2 hundred inches wide.", "5 feet = 5 ft; 2 hundred inches = 200 inch"),
    ]);
}
