//! Rows of names, texts and places: which words are one, and which exclude each other.

use super::rows::check;
use super::*;
use Outcome::{Compatible, Contradicts, Equal, Incomparable, Refines, Tension};

/// Where places lie, by the words and by the lists.
#[test]
fn places_that_meet() {
    let place = |text: &str| {
        let mut parts = text.split(", ");
        let name = Place::new(parts.next().unwrap());
        Value::Place(parts.fold(name, Place::within))
    };
    check(
        &[
            ("Skerry", "Skerry", Equal),
            ("Skerry", "skerry", Equal),
            ("Skerry, Norway", "Norway", Refines),
            ("Skerry, Oslo", "Norway", Refines),
            ("Skerry, Oslo", "Sweden", Tension),
            ("Skerry", "Norway", Incomparable),
            ("Skerry, Dale", "Dale, Skerry", Incomparable),
            ("Skerry, Norway", "Dale, Sweden", Tension),
            ("Skerry, Norway", "Dale, Norway", Incomparable),
            ("Oslo", "Norway", Refines),
            ("Texas", "Ohio", Tension),
            ("US", "United States", Equal),
            ("Oslo", "Sweden", Tension),
            ("…", "Oslo", Incomparable),
        ],
        place,
    );
    let reason = |a: &str, b: &str| compare(&place(a), &place(b)).reason;
    assert_eq!(reason("Skerry", "Skerry, Norway"), Reason::SameValue);
    assert_eq!(reason("Skerry", "skerry"), Reason::SameLetters);
    assert_eq!(reason("US", "United States"), Reason::OtherName);
    assert_eq!(reason("Skerry", "Dale"), Reason::OtherWords);
}

#[test]
fn names_and_texts() {
    let text = |t: &str| Value::Text(t.into());
    check(
        &[
            ("Mr. Ivo Brandt", "Ivo Brandt", Equal),
            ("Dr", "Dr", Equal),
            ("harbour board of Osk", "harbor board of Osk", Compatible),
            ("AA+", "AA-", Incomparable),
            // Where one of two words is short they are two words, and no slip.
            ("harbour board of Ann at the sea", "harbour board of Anna at the sea", Incomparable),
            ("harbour board of Anne at the sea", "harbour board of Anna at the sea", Compatible),
            ("£10,000", "€10,000", Incomparable),
            ("director of the museum", "director of no museum", Contradicts),
            ("3-1", "3 to 1", Equal),
            ("(3-1)", "3-1", Equal),
            ("won (3-1)", "lost 3-1.", Equal),
            ("finál", "finál score", Incomparable),
            ("3-1", "4-1", Contradicts),
            ("one-nil", "1-0", Equal),
            ("ten-nine", "10-9", Equal),
            ("nought-love", "0-0", Equal),
            ("won", "lost", Contradicts),
            ("third", "No. 3", Equal),
            ("nineteenth", "19th", Equal),
            ("twentieth", "20th", Equal),
            ("number 999999999", "999999999th", Equal),
            ("number 9999999999", "9999999999th", Incomparable),
            ("third", "third floor", Incomparable),
            ("left", "not left early", Incomparable),
            ("the", "not", Incomparable),
            // At most four telling words.
            ("old green boats left", "old green boats not left", Contradicts),
            ("old green boats left there", "old green boats not left there", Incomparable),
        ],
        text,
    );
    for title in ["the", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "professor", "sir", "dame"] {
        assert_eq!(compare(&text(&format!("{title} Brandt")), &text("Brandt")).outcome, Equal, "{title}");
    }
    for word in [
        "won", "win", "wins", "lost", "lose", "loss", "drew", "draw", "tied", "victory", "defeat", "beat", "a", "by", "final", "score",
        "of", "vote",
    ] {
        assert_eq!(compare(&text(&format!("{word} 3-1")), &text("3-1")).outcome, Equal, "{word}");
    }
    for word in ["the", "in", "place", "placed", "ranked", "rank", "came", "finished", "position", "overall", "was", "is"] {
        assert_eq!(compare(&text(&format!("{word} third")), &text("3rd")).outcome, Equal, "{word}");
    }
    for number in ["no", "no.", "nr", "nr.", "number", "nº", "№", "#"] {
        assert_eq!(compare(&text(&format!("{number} 3")), &text("third")).outcome, Equal, "{number}");
    }
    for word in [
        "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "did", "does", "do", "will", "would", "can", "could",
        "the", "a", "an", "found", "it", "they", "he", "she", "any", "to",
    ] {
        assert_eq!(compare(&text(&format!("{word} resigned")), &text("not resigned")).outcome, Contradicts, "{word}");
    }
    for word in ["not", "no", "never", "wasn't", "didn't"] {
        assert_eq!(compare(&text(&format!("{word} resigned")), &text("resigned")).outcome, Contradicts, "{word}");
    }
    assert_eq!(compare(&text("not never resigned"), &text("resigned")).outcome, Compatible);
    for count in "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion half first second third \
        fourth fifth last next"
        .split_whitespace()
    {
        let (a, b) = (format!("the {count} report on the harbour walls of Osk"), "the other report on the harbour walls of Osk");
        assert_eq!(compare(&text(&a), &text(b)).outcome, Incomparable, "{count}");
    }
    for sign in ['+', '#', '*', '£', '€', '$', '¥', '₹', '₩', '%', '°'] {
        assert_eq!(
            compare(&text(&format!("grade of the harbour A{sign}")), &text("grade of the harbour A")).outcome,
            Incomparable,
            "{sign}"
        );
    }
    for minus in ['-', '−'] {
        assert_eq!(
            compare(&text(&format!("grade of the harbour A{minus}")), &text("grade of the harbour A")).outcome,
            Incomparable,
            "{minus}"
        );
    }
}

/// Two texts that differ in a number are not alike, however few the letters of it.
#[test]
fn numbers_are_not_spelt_otherwise() {
    for word in [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty",
        "fifty", "hundred", "thousand", "million", "billion", "half", "first", "second", "third", "fourth", "fifth", "last", "next",
    ] {
        let other = format!("{word}{}", &word[word.len() - 1..]);
        let text = |w: &str| Value::Text(format!("the old harbour board of {w} greater ships").into());
        assert_eq!(compare(&text(word), &text(&other)).outcome, Incomparable, "{word}");
    }
    for word in ["harbour", "seventy", "several"] {
        let other = format!("{word}{}", &word[word.len() - 1..]);
        let text = |w: &str| Value::Text(format!("the old harbour board of {w} greater ships").into());
        assert_eq!(compare(&text(word), &text(&other)).outcome, Compatible, "{word}");
    }
}

/// Two renderings of one utterance: cut, altered, translated, or two.
#[test]
fn quotations_that_meet() {
    check(
        &[
            ("we shall talk again", "We shall talk — again!", Equal),
            ("…", "!", Incomparable),
            ("", "we left", Incomparable),
            ("we shall talk again soon", "we shall talk", Refines),
            ("we shall talk again soon", "shall talk again", Refines),
            ("we shall talk again soon", "talk again", Incomparable),
            ("they lost many old boats here", "they lost many new boats here", Tension),
            ("they lost many old boats here", "they lost many o** boats here", Compatible),
            ("they lost many old boats here", "they lost many old boat here", Compatible),
            ("they lost 40 old boats here", "they lost 41 old boats here", Incomparable),
            ("they lost many old boats here", "they never lost many old boats there", Incomparable),
            ("they lost boats", "boats they lost", Compatible),
            ("is it so we do old cats", "is it so we do new dogs", Incomparable),
            ("we go", "go we", Incomparable),
        ],
        |t| Value::Quotation(t.into()),
    );
}

/// Words that exclude each other, and whether there is a third way.
#[test]
fn opposites() {
    let found = |a: &str, b: &str| compare(&Value::Text(a.into()), &Value::Text(b.into())).outcome;
    for (yes, no, complete) in [
        ("guilty convicted", "acquitted innocent", true),
        ("approved", "rejected refused", false),
        ("accepted", "rejected refused declined", false),
        ("granted", "denied refused", false),
        ("passed", "failed defeated", false),
        ("won", "lost", false),
        ("upheld", "overturned quashed", false),
        ("alive", "dead", true),
        ("open", "closed shut", false),
        ("legal lawful", "illegal unlawful", true),
        ("constitutional", "unconstitutional", true),
        ("valid", "invalid", true),
        ("safe", "unsafe", true),
        ("successful", "unsuccessful", true),
        ("confirmed", "unconfirmed", true),
        ("rose increased", "fell decreased", false),
        ("increase rise", "decrease fall", false),
        ("positive", "negative", false),
        ("allowed permitted", "banned forbidden prohibited", false),
    ] {
        for y in yes.split(' ') {
            for z in no.split(' ') {
                assert_eq!(found(y, z), Contradicts, "{y} {z}");
                let third = if complete { Compatible } else { Incomparable };
                assert_eq!(found(&format!("not {y}"), z), third, "not {y} {z}");
                assert_eq!(found(z, &format!("not {y}")), third, "{z} not {y}");
                assert_eq!(
                    found(&format!("not {y}"), &format!("not {z}")),
                    if complete { Contradicts } else { Incomparable },
                    "not {y} not {z}"
                );
            }
            assert_eq!(found(&format!("not {y}"), y), Contradicts, "{y}");
        }
    }
    // A word in two of its forms is one word.
    for (told, denied) in [
        ("resigned", "did not resign"),
        ("resigns", "did not resign"),
        ("passes", "did not pass"),
        ("approved", "did not approve"),
        ("heard", "did not hear"),
    ] {
        assert_eq!(found(told, denied), Contradicts, "{told}");
        assert_eq!(found(denied, told), Contradicts, "{told}");
    }
}
