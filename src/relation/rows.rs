//! Rows of rules at their borders: which of them decides two claims, seen from either side, and in what words.

use super::*;
use crate::claim::{Claim, Decision, Event, Modality, Polarity, Scope, Verdict};
use crate::corpus::Published;
use crate::normalize::{self, Context};
use crate::value::{Normalized, Status, Time, Value};
use jiff::ToSpan;
use jiff::civil::date;

pub(super) fn day(n: i64) -> Option<Published> {
    // Nought is a day not known.
    (n > 0).then(|| Published::on(date(2031, 5, 1).checked_add((n - 1).days()).unwrap()))
}

fn told(attribute: &str, words: &str) -> Claim {
    let context = Context::published(date(2031, 5, 7));
    let value = normalize::value(&attribute.into(), words, &context);
    Claim::new("a", Event::new("meet").with("Ada Okafor"), attribute, value)
}

/// A claim in short: `!` denies it, and a letter says how it is meant: `p` planned, `e` expected, `m` possible, `h` hypothetical, `d` denied;
/// `b` lies behind the telling, `o` is of an open event.
pub(super) fn claim(attribute: &str, words: &str) -> Claim {
    let (mark, words) = words.split_once('|').unwrap_or(("", words));
    let mut claim = told(attribute, words);
    for c in mark.chars() {
        match c {
            '!' => claim.polarity = Polarity::Negative,
            'p' => claim.modality = Modality::Planned,
            'e' => claim.modality = Modality::Expected,
            'm' => claim.modality = Modality::Possible,
            'h' => claim.modality = Modality::Hypothetical,
            'd' => claim.modality = Modality::Denied,
            'b' => claim.past = true,
            'o' => {
                let event = std::sync::Arc::make_mut(&mut claim.event);
                event.open = Some(1);
            }
            other => panic!("{other}"),
        }
    }
    claim
}

pub(super) fn of_article(mut claim: Claim, article: &str) -> Claim {
    claim.article = article.into();
    claim
}

fn of_period(words: &str) -> Scope {
    Scope { period: Some(told("time", words).value), ..Scope::new() }
}

fn counted_on(words: &str) -> Scope {
    Scope { as_of: Some(told("time", words).value), ..Scope::new() }
}

/// The rule that decides, with a turned arrow where the relation runs from the second to the first.
fn found(a: &Claim, b: &Claim, days: (i64, i64)) -> String {
    let side = |claim, n| Side { claim, published: day(n) };
    let (a, b) = (side(a, days.0), side(b, days.1));
    let (there, back) = (decide(&Pair::new(a, b)), decide(&Pair::new(b, a)));
    assert_eq!(there.as_ref().map(|d| (d.rule.code, d.kind)), back.as_ref().map(|d| (d.rule.code, d.kind)));
    let Some(there) = there else { return String::new() };
    let directed = there.kind.is_directed();
    // Of two that are as good as each other the first stays the first; of two stages the later one is told to follow.
    let ordered = directed || matches!(there.ground, Ground::Stage | Ground::Stages);
    let turned = back.is_some_and(|b| b.flipped != there.flipped);
    assert_eq!((turned, ordered || !there.flipped), (ordered, true), "{}", there.rule.code);
    format!(
        "{}{}",
        there.rule.code,
        if !directed {
            ""
        } else if there.flipped {
            "<"
        } else {
            ">"
        }
    )
}

/// Attribute, two claims in short, the days of their articles, the rule.
type Row<'r> = (&'r str, &'r str, &'r str, (i64, i64), &'r str);

fn check(rows: &[Row<'_>]) {
    let decided = |(attribute, a, b, days, _): &Row<'_>| found(&claim(attribute, a), &of_article(claim(attribute, b), "b"), *days);
    let wrong: Vec<_> = rows.iter().map(|row| (row, decided(row))).filter(|(row, found)| row.4 != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn plans_and_outcomes() {
    check(&[
        ("duration", "3 hours", "p|7 hours", (2, 1), "CG0201>"),
        ("duration", "3 hours", "p|7 hours", (2, 2), "CG0201>"),
        ("duration", "3 hours", "p|7 hours", (1, 2), "CG0501"),
        ("duration", "3 hours", "p|7 hours", (0, 0), "CG0201>"),
        ("duration", "3 hours", "p|7 hours", (0, 2), "CG0201>"),
        ("duration", "3 hours", "p|3 hours", (2, 1), "CG0201>"),
        ("duration", "3 hours", "p|3 hours", (1, 2), "CG0511"),
        ("duration", "3 hours", "e|7 hours", (2, 1), "CG0201>"),
        ("duration", "3 hours", "m|7 hours", (2, 1), "CG0201>"),
        // Of one day, nothing shows that the assertion came later.
        ("duration", "3 hours", "m|7 hours", (1, 1), "CG0208"),
        ("duration", "3 hours", "m|7 hours", (0, 1), "CG0208"),
        ("duration", "3 hours", "m|7 hours", (1, 2), "CG0208"),
        ("killed", "12", "m|19", (0, 1), "CG0208"),
        ("time", "3 May 2031", "m|4 May 2031", (0, 1), "CG0201>"),
        ("duration", "3 hours", "h|7 hours", (2, 1), "CG0208"),
        ("duration", "3 hours", "h|3 hours", (2, 1), "CG0511"),
        ("duration", "d|3 hours", "p|7 hours", (2, 1), ""),
        ("duration", "p|3 hours", "p|7 hours", (2, 1), "CG0501"),
        // What an open event is told of may be background, unless it was told before.
        ("duration", "3 hours", "po|7 hours", (2, 1), "CG0201>"),
        ("duration", "3 hours", "po|7 hours", (2, 2), "CG0208"),
        ("duration", "o|3 hours", "p|7 hours", (2, 2), "CG0501"),
        ("time", "Sunday", "p|4 May 2031", (5, 1), "CG0201>"),
        // Told on Friday, that it was put off until Sunday is no outcome of anything.
        ("time", "Sunday", "p|4 May 2031", (2, 1), "CG0511"),
        ("time", "Sunday", "p|5 May 2031", (2, 1), "CG0501"),
        ("time", "Sunday", "p|4 May 2031", (4, 1), "CG0201>"),
        ("time", "Sunday", "p|4 May 2031", (0, 1), "CG0201>"),
        // "Is believed to have lasted seven hours" is no forecast.
        ("duration", "3 hours", "mb|7 hours", (2, 1), "CG0208"),
        ("duration", "3 hours", "eb|7 hours", (2, 1), "CG0501"),
        ("occurrence", "yes", "mb|yes", (0, 2), "CG0208"),
        ("occurrence", "yes", "eb|yes", (2, 1), "CG0303"),
        // An estimate that holds is borne out.
        ("killed", "12", "m|12", (2, 1), "CG0511"),
        ("killed", "12", "m|about 12", (2, 1), "CG0513>"),
        ("killed", "12", "m|19", (2, 1), "CG0201>"),
        // Of a word alone it is not sure whether it tells the plan or what came of it.
        ("duration", "o|3 hours", "po|3 hours", (2, 1), "CG0511"),
        ("duration", "o|3 hours", "po|about 3 hours", (2, 1), "CG0513>"),
        ("occurrence", "o|yes", "po|yes", (2, 1), "CG0201>"),
        ("member", "Orla Foss", "p|Bern Holt", (2, 1), "CG0607"),
        ("member", "Orla Foss", "p|Orla Foss", (2, 1), "CG0201>"),
        // A plan that is told again behind the event is still a plan.
        ("time", "4 May 2031", "p|1 May 2031", (1, 2), "CG0206>"),
        ("time", "4 May 2031", "p|3 May 2031", (1, 2), "CG0206>"),
        ("time", "4 May 2031", "p|4 May 2031", (1, 2), "CG0511"),
        ("time", "4 May 2031", "p|5 May 2031", (1, 2), "CG0501"),
        ("time", "!|4 May 2031", "p|1 May 2031", (1, 2), ""),
        ("occurrence", "yes", "p|yes", (2, 1), "CG0201>"),
        ("occurrence", "yes", "p|yes", (1, 2), "CG0303"),
        ("occurrence", "yes", "m|yes", (0, 2), "CG0201>"),
        ("occurrence", "yes", "h|yes", (2, 1), "CG0208"),
        ("occurrence", "yes", "m|yes", (1, 2), "CG0208"),
        ("occurrence", "yes", "m|no", (1, 2), "CG0302"),
        ("occurrence", "yes", "h|no", (1, 2), "CG0208"),
    ]);
}

#[test]
fn yes_no_and_denials() {
    check(&[
        ("occurrence", "yes", "yes", (1, 2), "CG0303"),
        ("occurrence", "no", "no", (1, 2), "CG0303"),
        ("occurrence", "yes", "no", (1, 2), "CG0301"),
        ("occurrence", "yes", "!|yes", (1, 2), "CG0301"),
        ("occurrence", "yes", "d|yes", (1, 2), "CG0301"),
        ("occurrence", "no", "!|yes", (1, 2), "CG0303"),
        ("occurrence", "!|no", "yes", (1, 2), "CG0303"),
        ("occurrence", "p|yes", "!|yes", (2, 1), "CG0302"),
        ("occurrence", "p|yes", "d|yes", (1, 2), "CG0302"),
        ("occurrence", "h|yes", "d|yes", (1, 2), ""),
        ("duration", "3 hours", "!|3 hours", (1, 2), "CG0304"),
        ("duration", "!|3 hours", "!|3 hours", (1, 2), "CG0305"),
        ("duration", "!|3 hours", "d|3 hours", (1, 2), "CG0305"),
        ("duration", "3 hours", "!|7 hours", (1, 2), ""),
        ("duration", "about 3 hours", "!|about 175 minutes", (1, 2), "CG0304"),
        ("duration", "h|3 hours", "d|3 hours", (1, 2), ""),
    ]);
}

/// What two stages are to each other, by whether the report of the later one came earlier, on the same day, later, or on a day not known.
#[test]
fn stages_by_their_order() {
    use Status::{Accepted, Cancelled, Ended, Held, Planned, Postponed, Rejected, UnderWay, Withdrawn};
    // "s" the later stage replaces the earlier one, "r" the other way round; "x" they conflict, "t" are out of order, "c" agree.
    let rows: [(Status, Status, &str); 25] = [
        (Planned, Postponed, "rsss"),
        (Planned, Cancelled, "rsss"),
        (Planned, UnderWay, "tsss"),
        (Planned, Held, "tsss"),
        (Planned, Ended, "tsss"),
        (Postponed, Cancelled, "xxxx"),
        (Postponed, UnderWay, "xsss"),
        (Postponed, Held, "xsss"),
        (Postponed, Ended, "xsss"),
        (Cancelled, UnderWay, "xxsx"),
        (Cancelled, Held, "xxsx"),
        (Cancelled, Ended, "xxsx"),
        (UnderWay, Held, "tsss"),
        (UnderWay, Ended, "tsss"),
        (Held, Ended, "cccc"),
        (Planned, Withdrawn, "tsss"),
        (Planned, Rejected, "tsss"),
        (Planned, Accepted, "tsss"),
        (Withdrawn, Rejected, "tttt"),
        (Withdrawn, Accepted, "tttt"),
        (Rejected, Accepted, "tttt"),
        (Held, Withdrawn, "ssss"),
        (Ended, Withdrawn, "ssss"),
        (Ended, Rejected, "ssss"),
        (Cancelled, Withdrawn, "ssss"),
    ];
    let of = |status: Status| Claim::new("a", Event::new("meet"), "status", Normalized::new("", Value::Status(status)));
    for (early, late, kinds) in rows {
        for (days, kind) in [(1, 2), (2, 2), (3, 2), (0, 2)].into_iter().zip(kinds.chars()) {
            let expected = match kind {
                's' => "CG0202>",
                'r' => "CG0202<",
                'x' => "CG0203",
                't' => "CG0204",
                _ => "CG0205",
            };
            assert_eq!(found(&of(late), &of_article(of(early), "b"), days), expected, "{late:?} {early:?} {days:?}");
        }
        let denied = Claim { polarity: Polarity::Negative, ..of(late) };
        assert!(!found(&denied, &of_article(of(early), "b"), (1, 2)).starts_with("CG0202"), "{late:?} {early:?}");
    }
    // That it happened says that it was held; only of what happened, and not of a plan.
    let of = |words: &str| claim("occurrence", words);
    let called_off = claim("status", "cancelled");
    assert_eq!(found(&of("yes"), &called_off, (2, 2)), "CG0203");
    assert_eq!(found(&of("yes"), &called_off, (3, 2)), "CG0202>");
    assert!(!found(&of("no"), &called_off, (2, 2)).starts_with("CG02"));
    assert_eq!(found(&of("p|yes"), &called_off, (1, 2)), "CG0201<");
}

#[test]
fn counts_that_run() {
    check(&[
        ("killed", "12", "19", (1, 2), "CG0401<"),
        ("killed", "19", "12", (2, 1), "CG0401>"),
        ("killed", "19", "12", (1, 2), "CG0402"),
        ("killed", "12", "19", (2, 1), "CG0402"),
        ("killed", "12", "19", (1, 1), "CG0403"),
        ("killed", "at most 12", "19", (1, 1), "CG0402"),
        ("killed", "12", "at least 19", (1, 1), "CG0402"),
        ("killed", "12", "19", (0, 1), "CG0404"),
        ("killed", "12", "19", (0, 0), "CG0404"),
        ("killed", "12", "12", (1, 2), "CG0511"),
        ("killed", "at least 12", "14", (1, 2), "CG0513<"),
        ("missing", "40", "12", (1, 2), "CG0401<"),
        ("missing", "12", "40", (1, 2), "CG0402"),
        ("missing", "12", "40", (1, 1), "CG0403"),
        ("without-power", "40", "12", (1, 2), "CG0401<"),
        ("without-power", "12", "40", (1, 2), "CG0401<"),
        ("without-power", "12", "40", (1, 1), "CG0403"),
        ("acres-burned", "100 acres", "900 hectares", (1, 2), "CG0401<"),
        ("killed", "12", "!|19", (1, 2), ""),
        ("visitors", "12", "340", (1, 2), "CG0515"),
    ]);
    // As of when each was counted stands before when it was told.
    let counted = |n: &str, as_of: &str| claim("killed", n).scope(counted_on(as_of));
    let (early, late) = (counted("12", "2031-05-03"), of_article(counted("19", "2031-05-04"), "b"));
    assert_eq!(found(&early, &late, (5, 4)), "CG0401<");
    assert_eq!(found(&counted("12", "2031-05-04"), &late, (4, 5)), "CG0401<");
    assert_eq!(found(&counted("12", "2031-05-05"), &late, (4, 5)), "CG0402");
    assert_eq!(found(&counted("12", "2031-05"), &late, (4, 5)), "CG0401<");
    // Of two of one day the lower alone says as of when.
    let whole = |n: &str| of_article(claim("killed", n), "b");
    assert_eq!(found(&counted("12", "2031-05-04T09:00"), &whole("19"), (4, 4)), "CG0401<");
    assert_eq!(found(&counted("19", "2031-05-04T09:00"), &whole("12"), (4, 4)), "CG0403");
}

#[test]
fn ages_and_birthdays() {
    check(&[
        ("age", "41", "42", (1, 9), "CG0421"),
        ("age", "41", "42", (1, 8), "CG0515"),
        ("age", "41", "42", (8, 1), "CG0515"),
        ("age", "41", "42", (9, 1), "CG0421"),
        ("age", "41", "42", (0, 1), "CG0421"),
        ("age", "41", "43", (1, 9), "CG0515"),
        ("age", "41", "43", (1, 731), "CG0421"),
        ("age", "41", "43", (1, 367), "CG0421"),
        ("age", "41", "43", (1, 366), "CG0421"),
        ("age", "41", "43", (1, 365), "CG0515"),
        ("age", "41", "44", (1, 732), "CG0421"),
        ("age", "41", "45", (1, 732), "CG0515"),
        ("age", "43", "41", (1, 732), "CG0515"),
        ("age", "43", "41", (732, 1), "CG0421"),
        ("age", "41", "51", (1, 2), "CG0515"),
        ("age", "41", "52", (1, 2), "CG0422"),
        ("age", "52", "41", (1, 2), "CG0422"),
        ("age", "41", "45", (0, 2), "CG0423"),
        ("age", "41", "45", (0, 0), "CG0423"),
        ("age", "41", "41", (0, 0), "CG0511"),
        ("age", "41", "!|42", (1, 9), ""),
        ("age", "about 41", "60", (1, 9), "CG0515"),
        ("age", "41", "in his 50s", (1, 9), "CG0515"),
        ("seats", "41", "42", (1, 9), "CG0515"),
    ]);
    let length = |years: i64, upper: Option<i64>, unit, modifier| {
        let n = crate::value::Number::from_int;
        let value = crate::value::Duration { upper: upper.map(n), modifier, ..crate::value::Duration::new(n(years), unit) };
        Claim::new("a", Event::new("meet"), "age", Normalized::new("", Value::Duration(value)))
    };
    use crate::value::{
        DurationUnit::{Month, Year},
        Modifier::Approx,
    };
    let plain = length(41, None, Year, None);
    assert_eq!(found(&plain, &of_article(length(42, None, Year, None), "b"), (1, 9)), "CG0421");
    assert_eq!(found(&plain, &of_article(length(60, None, Year, None), "b"), (1, 9)), "CG0422");
    for other in [length(60, Some(70), Year, None), length(60, None, Month, None), length(90, None, Year, Some(Approx))] {
        assert_eq!(found(&plain, &of_article(other, "b"), (1, 9)), "CG0515");
    }
    // In one article they are two values.
    assert_eq!(found(&claim("age", "41"), &claim("age", "42"), (1, 1)), "CG0518");
    assert_eq!(found(&claim("age", "41"), &claim("age", "45"), (0, 0)), "CG0518");
}

/// "The first in five years", of June 2031, was in 2026, by the words from 2025 to 2027.
#[test]
fn the_last_time() {
    check(&[
        ("first-since", "five years", "2026", (1, 1), "CG0431"),
        ("first-since", "five years", "2025", (1, 1), "CG0433"),
        ("first-since", "five years", "2027", (1, 1), "CG0433"),
        ("first-since", "five years", "2024", (1, 1), "CG0434"),
        ("first-since", "five years", "2028", (1, 1), "CG0434"),
        ("first-since", "five years", "June 2026", (1, 1), "CG0432<"),
        ("first-since", "five months", "December 2030", (1, 1), "CG0431"),
        ("first-since", "five months", "November 2030", (1, 1), "CG0433"),
        ("first-since", "five months", "October 2030", (1, 1), "CG0434"),
        ("first-since", "three weeks", "10 April 2031", (1, 1), "CG0431"),
        ("first-since", "three weeks", "3 April 2031", (1, 1), "CG0433"),
        ("first-since", "three weeks", "2 April 2031", (1, 1), "CG0434"),
        ("first-since", "three days", "28 April 2031", (1, 1), "CG0431"),
        ("first-since", "three days", "29 April 2031", (1, 1), "CG0433"),
        ("first-since", "three days", "30 April 2031", (1, 1), "CG0434"),
        ("first-since", "five years", "five years", (1, 1), "CG0431"),
        ("first-since", "five years", "five years", (1, 400), "CG0433"),
        ("first-since", "a year", "2030", (1, 1), "CG0431"),
        ("first-since", "a year", "2031", (1, 1), "CG0433"),
        ("first-since", "a year", "2032", (1, 1), "CG0434"),
        ("first-since", "five years", "2026", (0, 1), "CG0435"),
        ("first-since", "2019", "2019", (0, 0), "CG0431"),
        ("first-since", "2019", "2026", (0, 0), "CG0434"),
        ("first-since", "five years", "!|2026", (1, 1), ""),
    ]);
}

#[test]
fn names_that_vary() {
    check(&[
        ("name", "Zoë Brandt", "Zoe Brandt", (1, 1), "CG0411"),
        ("name", "Nick Brandt", "Nicholas Brandt", (1, 1), "CG0411"),
        ("name", "Nicholas Brandt", "Nicolas Brandt", (1, 1), "CG0413"),
        ("name", "Zoe Brandt", "Brandt", (1, 1), "CG0412>"),
        ("name", "Brandt", "Zoe Brandt", (1, 1), "CG0412<"),
        ("name", "Zoe Maria Brandt", "Zoe Brandt", (1, 1), "CG0412>"),
        ("name", "Zoe Brandt", "Ines Calvo", (1, 1), ""),
        // One at a time.
        ("ceo", "Renata Foss", "R. Foss", (1, 1), "CG0414>"),
        ("ceo", "R. Foss", "Renata Foss", (1, 1), "CG0414<"),
        ("ceo", "R. J. Foss", "Robert James Foss", (1, 1), "CG0414<"),
        ("ceo", "Robert J. Foss", "R. James Foss", (1, 1), "CG0612"),
        ("ceo", "A. Foss", "Renata Foss", (1, 1), "CG0519"),
        ("ceo", "Renata Foss", "Renata Foss", (1, 1), "CG0511"),
        ("ceo", "Renata Foss", "Ole Brandt", (1, 1), "CG0519"),
        ("ceo", "!|R. Foss", "Renata Foss", (1, 1), ""),
        ("ceo", "Bob Kestrel", "Robert Kestrel", (1, 1), "CG0415"),
        ("owner", "Kestrel Inc.", "Kestrel", (1, 1), "CG0415"),
        ("member", "Kestrel Inc.", "Kestrel", (1, 1), "CG0607"),
        ("member", "Renata Foss", "R. Foss", (1, 1), "CG0607"),
        ("keeper", "Renata Foss", "R. Foss", (1, 1), "CG0612"),
        ("keeper", "Kestrel of Halden Inc.", "Kestrel of Halden", (1, 1), "CG0415"),
        ("keeper", "Kestrel the Halden Inc.", "Kestrel the Halden", (1, 1), "CG0415"),
        ("keeper", "Kestrel and Halden Inc.", "Kestrel and Halden", (1, 1), "CG0415"),
        ("keeper", "Renata de Foss", "R. de Foss", (1, 1), "CG0612"),
        ("keeper", "Renata van Foss", "R. van Foss", (1, 1), "CG0612"),
        ("keeper", "Renata von Foss", "R. von Foss", (1, 1), "CG0612"),
        ("keeper", "Renata with Foss", "R. with Foss", (1, 1), "CG0606"),
        // Six words in capitals are a name, seven are more than that.
        ("keeper", "Renata Ida Ana Eva Mia Foss", "R. Ida Ana Eva Mia Foss", (1, 1), "CG0612"),
        ("keeper", "Renata Ida Ana Eva Mia Lea Foss", "R. Ida Ana Eva Mia Lea Foss", (1, 1), "CG0606"),
        ("keeper", "Kestrel with Halden Inc.", "Kestrel with Halden", (1, 1), "CG0512"),
        ("keeper", "Renata Foss", "Ole Brandt", (1, 1), "CG0606"),
        ("keeper", "renata foss", "ole brandt", (1, 1), "CG0606"),
        ("keeper", "Robert the old", "R. the old", (1, 1), "CG0606"),
        ("keeper", "Renata Foss", "r. foss", (1, 1), "CG0606"),
        ("winner", "Austria", "Australia", (1, 1), "CG0519"),
        ("owner", "Austria", "Australia", (1, 1), "CG0606"),
        ("duration", "3 hours", "d|7 hours", (2, 1), ""),
        ("duration", "3 hours", "d|3 hours", (2, 1), "CG0304"),
        ("verdict", "guilty", "guilty on all counts", (1, 1), "CG0613"),
        ("verdict", "guilty on all counts", "guilty", (1, 1), "CG0613"),
        ("verdict", "guilty", "not guilty", (1, 1), "CG0519"),
        ("verdict", "guilty", "a b c d e f g h i j k l m n o p guilty", (1, 1), "CG0613"),
        ("verdict", "guilty here", "a b c d e f g h i j k l m n o p guilty", (1, 1), "CG0519"),
        ("verdict", "!|guilty", "guilty on all counts", (1, 1), ""),
        ("condition", "stable", "stable at last", (1, 1), ""),
        ("condition", "alive", "dead", (1, 1), ""),
        ("condition", "stable", "stable", (1, 1), "CG0511"),
        ("condition", "stable", "Stable", (1, 1), "CG0511"),
    ]);
}

#[test]
fn sets_and_what_is_lacking() {
    check(&[
        ("member", "Orla Foss", "Bern Holt", (1, 1), "CG0607"),
        ("member", "27", "31", (1, 1), "CG0515"),
        ("member", "27", "Bern Holt", (1, 1), "CG0607"),
        ("headquarters", "Kelmar", "Port Merrow", (1, 1), "CG0519"),
        ("headquarters", "Oslo", "Sweden", (1, 1), "CG0519"),
        ("headquarters", "Oslo", "Norway", (1, 1), "CG0513>"),
        ("place", "Kelmar", "Port Merrow", (1, 1), "CG0604"),
        ("place", "Oslo", "Sweden", (1, 1), "CG0514"),
        ("cost", "$5", "€5", (1, 1), "CG0602"),
        ("cost", "up $5", "$5", (1, 1), "CG0603"),
        ("time", "Sunday", "28 April 2031", (1, 1), "CG0515"),
        ("deadline", "Sunday", "4 May 2031", (1, 1), "CG0601"),
        ("motive", "an old quarrel", "money", (1, 1), "CG0606"),
        ("motive", "money", "12 euros", (1, 1), "CG0608"),
        ("condition", "stable", "12 euros", (1, 1), ""),
        ("cost", "!|$5", "€5", (1, 1), ""),
        ("duration", "3 hours", "7 hours", (1, 1), "CG0515"),
        ("duration", "more than 3 hours", "7 hours", (1, 1), "CG0514"),
        ("attended", "about 280", "about 300", (1, 1), "CG0512"),
    ]);
    // Where any words may stand, a number is but another word.
    let sum = Value::Quantity(crate::value::Quantity::new(crate::value::Number::from_int(12), "EUR"));
    let paid = Claim::new("b", Event::new("meet").with("Ada Okafor"), "condition", Normalized::new("12 euros", sum));
    assert_eq!(found(&claim("condition", "stable"), &paid, (1, 1)), "");
}

/// What each rule rests on.
#[test]
fn grounds_of_rules() {
    let ground = |attribute: &str, a: &str, b: &str, days: (i64, i64)| {
        let (a, b) = (claim(attribute, a), of_article(claim(attribute, b), "b"));
        let side = |claim, n| Side { claim, published: day(n) };
        decide(&Pair::new(side(&a, days.0), side(&b, days.1))).unwrap().ground
    };
    use crate::value::Reason::{Disjoint, EntailedOverlap, InferredOverlap, SameValue, Within};
    for (attribute, a, b, days, expected) in [
        ("duration", "3 hours", "p|7 hours", (2, 1), Ground::Outcome),
        ("duration", "3 hours", "m|7 hours", (1, 2), Ground::Lacks(Missing::Certainty)),
        ("time", "4 May 2031", "p|1 May 2031", (1, 2), Ground::Outcome),
        ("status", "planned", "held", (1, 2), Ground::Stage),
        ("status", "cancelled", "postponed", (1, 2), Ground::Stages),
        ("status", "held", "planned", (1, 2), Ground::Stage),
        ("occurrence", "yes", "no", (1, 2), Ground::Polarity),
        ("occurrence", "yes", "yes", (1, 2), Ground::Values(SameValue)),
        ("occurrence", "no", "!|yes", (1, 2), Ground::Values(SameValue)),
        ("duration", "3 hours", "!|3 hours", (1, 2), Ground::Polarity),
        ("duration", "!|3 hours", "!|3 hours", (1, 2), Ground::Values(SameValue)),
        ("killed", "12", "19", (1, 2), Ground::LaterHigher),
        ("killed", "up 12", "up 19", (1, 2), Ground::Values(Disjoint)),
        ("killed", "19", "12", (1, 2), Ground::LaterLower),
        ("killed", "19", "12", (1, 1), Ground::SameDay),
        ("killed", "19", "12", (0, 1), Ground::Lacks(Missing::Day)),
        ("name", "Nick Brandt", "Nicholas Brandt", (1, 1), Ground::Variants),
        ("name", "Nicholas Brandt", "Nicolas Brandt", (1, 1), Ground::Spelling),
        ("name", "Zoe Brandt", "Brandt", (1, 1), Ground::PartOfName),
        ("age", "41", "42", (1, 9), Ground::Birthday),
        ("age", "41", "52", (1, 2), Ground::Differs(Difference::Participants)),
        ("age", "41", "45", (0, 2), Ground::Lacks(Missing::Day)),
        ("first-since", "five years", "2026", (1, 1), Ground::CountedBack(SameValue)),
        ("first-since", "five years", "June 2026", (1, 1), Ground::CountedBack(Within)),
        ("first-since", "five years", "2027", (1, 1), Ground::CountedBack(EntailedOverlap)),
        ("first-since", "five years", "2026", (0, 1), Ground::Lacks(Missing::Anchor)),
        ("duration", "p|3 hours", "p|7 hours", (1, 1), Ground::Values(Disjoint)),
        ("member", "Orla Foss", "Bern Holt", (1, 1), Ground::Set),
        ("ceo", "Orla Foss", "Bern Holt", (1, 1), Ground::Exclusive),
        ("ceo", "Bob Kestrel", "Robert Kestrel", (1, 1), Ground::Variants),
        ("ceo", "R. Foss", "Renata Foss", (1, 1), Ground::Initials),
        ("keeper", "R. Foss", "Renata Foss", (1, 1), Ground::Lacks(Missing::Identity)),
        ("verdict", "guilty", "guilty on all counts", (1, 1), Ground::Lacks(Missing::More)),
        ("attended", "about 280", "about 300", (1, 1), Ground::Values(InferredOverlap)),
        ("place", "Kelmar", "Port Merrow", (1, 1), Ground::Lacks(Missing::Containment)),
        ("cost", "$5", "€5", (1, 1), Ground::Lacks(Missing::Conversion)),
        ("cost", "up $5", "$5", (1, 1), Ground::Lacks(Missing::Level)),
        ("deadline", "Sunday", "4 May 2031", (1, 1), Ground::Lacks(Missing::Anchor)),
        ("motive", "an old quarrel", "money", (1, 1), Ground::Lacks(Missing::Cardinality)),
        ("motive", "money", "12 euros", (1, 1), Ground::Lacks(Missing::Form)),
    ] {
        assert_eq!(ground(attribute, a, b, days), expected, "{attribute}: {a} / {b}");
    }
}

/// A standing fact that is told half a year apart may have changed.
#[test]
fn facts_that_change() {
    let fact = |attribute: &str, words: &str, time: Option<&str>| {
        let mut claim = claim(attribute, words);
        let event = Event::new("state").with("Norland Rope Works");
        claim.event = match time {
            Some(t) => event.at(t.parse::<Time>().unwrap()).into(),
            None => event.into(),
        };
        claim
    };
    #[allow(clippy::type_complexity)]
    let rows: [(&str, &str, &str, Option<&str>, i64, &str); 9] = [
        ("ceo", "Jane Foss", "Ole Brandt", None, 181, "CG0519"),
        ("ceo", "Jane Foss", "Ole Brandt", None, 182, "CG0609"),
        ("salary", "$5", "$7", None, 182, "CG0609"),
        ("salary", "$5", "$7", None, 181, "CG0515"),
        ("salary", "$5", "$5", None, 182, "CG0511"),
        ("salary", "$5", "$7", Some("2031"), 182, "CG0515"),
        ("founded", "1998", "1999", None, 182, "CG0515"),
        ("salary", "!|$5", "$7", None, 182, ""),
        ("motive", "money", "an old quarrel", None, 182, "CG0606"),
    ];
    for (attribute, a, b, time, later, code) in rows {
        let (a, b) = (fact(attribute, a, time), of_article(fact(attribute, b, time), "b"));
        assert_eq!(found(&a, &b, (1, later)), code, "{attribute} {later}");
        assert_eq!(found(&a, &b, (later, 1)), code, "{attribute} {later}");
    }
    // Values of two times follow one another, and those of a quarter are not those of its year.
    for (x, y, code) in
        [("2030", "2031", "CG0102"), ("2031", "2031", "CG0515"), ("2031-Q1", "2031", "CG0102"), ("2031-05", "2031", "CG0515")]
    {
        let (a, b) = (fact("salary", "$5", Some(x)), of_article(fact("salary", "$7", Some(y)), "b"));
        assert_eq!(found(&a, &b, (1, 1)), code, "{x} {y}");
    }
}

#[test]
fn one_article() {
    for (attribute, a, b, code) in [
        ("duration", "3 hours", "7 hours", "CG0518"),
        ("time", "3 May 2031", "4 May 2031", "CG0517"),
        ("duration", "3 hours", "3 hours", "CG0511"),
        ("duration", "more than 3 hours", "7 hours", "CG0514"),
    ] {
        assert_eq!(found(&claim(attribute, a), &claim(attribute, b), (1, 1)), code, "{attribute}");
    }
    let credited = claim("duration", "7 hours").attributed_to("an aide");
    assert_eq!(found(&claim("duration", "3 hours"), &credited, (1, 1)), "CG0515");
}

#[test]
fn scopes_of_two_claims() {
    let s = Scope::new;
    let scoped = |attribute: &str, a: Scope, b: Scope, values: (&str, &str)| {
        let of = |words: &str, scope: Scope| {
            let claim = claim(attribute, words);
            if scope.is_empty() { claim } else { claim.scope(scope) }
        };
        found(&of(values.0, a), &of_article(of(values.1, b), "b"), (1, 1))
    };
    for (a, b, code) in [
        (s(), s(), "CG0515"),
        (s().place("Halden"), s(), "CG0611"),
        (s().place("Halden"), s().place("Halden"), "CG0515"),
        (s().place("Halden"), s().place("Tarrow"), "CG0107"),
        (s().place("Oslo"), s().place("Norway"), "CG0107"),
        (s().place("Halden, Norway"), s().place("Halden"), "CG0515"),
        (s().place("USA"), s().place("United States"), "CG0515"),
        // Two names of which nothing is known are two places, unless they vary as names do.
        (s().place("Halden"), s().place("Halden Harbour"), "CG0107"),
        (s().place("The Halden"), s().place("Halden"), "CG0611"),
        (s().institution("WHO"), s().institution("the health ministry"), "CG0611"),
        (s().institution("who"), s().institution("the health ministry"), "CG0107"),
        (s().institution("Who"), s().institution("the health ministry"), "CG0107"),
        (s().institution("UN"), s().institution("the health ministry"), "CG0611"),
        (s().institution("ABCDEF"), s().institution("the health ministry"), "CG0611"),
        (s().institution("ABCDEFG"), s().institution("the health ministry"), "CG0107"),
        (s().institution("the health ministry"), s().institution("Ministry of Health"), "CG0515"),
        (s().institution("the health ministry"), s().institution("the coast guard"), "CG0107"),
        (s().definition("confirmed"), s().definition("suspected"), "CG0611"),
        (s().definition("confirmed"), s().definition("the confirmed"), "CG0515"),
        (s().daily(true), s().daily(false), "CG0107"),
        (s().daily(true), s().daily(true), "CG0515"),
        (s().daily(true), s(), "CG0611"),
        (of_period("2031-Q1"), of_period("2031-Q2"), "CG0107"),
        (of_period("2031-Q1"), of_period("2031"), "CG0107"),
        (of_period("2031-Q1"), of_period("2031-Q1"), "CG0515"),
        (of_period("early May 2031"), of_period("mid-May 2031"), "CG0611"),
        (of_period("the long season"), of_period("The long season"), "CG0515"),
        (counted_on("2031-05-03"), counted_on("2031-05-04"), "CG0107"),
        // What differs for certain stands before what is not known.
        (s().place("Halden").daily(true), s().place("Tarrow"), "CG0107"),
    ] {
        assert_eq!(scoped("visitors", a.clone(), b.clone(), ("12", "340")), code, "{a:?} {b:?}");
    }
    // Agreement needs no scope, but of two that differ; two institutions that give one figure agree.
    assert_eq!(scoped("visitors", s().place("Halden"), s(), ("12", "12")), "CG0511");
    assert_eq!(scoped("visitors", s().place("Halden"), s(), ("12", "!|12")), "CG0611");
    assert_eq!(scoped("visitors", s().place("Halden"), s().place("Tarrow"), ("12", "12")), "CG0107");
    assert_eq!(scoped("visitors", s().institution("the health ministry"), s().institution("the coast guard"), ("12", "12")), "CG0511");
    let bodies = || (s().institution("the health ministry"), s().institution("the coast guard"));
    assert_eq!(scoped("visitors", bodies().0, bodies().1, ("about 280", "about 300")), "CG0512");
    assert_eq!(scoped("visitors", s().place("Halden"), s(), ("about 300", "310")), "CG0513<");
    assert_eq!(scoped("visitors", s().place("Halden"), s(), ("more than 300", "500")), "CG0611");
}

/// A person's verdict stands before every rule; that nothing conflicts is said only of what would have.
#[test]
fn verdicts_of_a_person() {
    let decided = |verdict: Verdict, a: &str, b: &str| {
        let (a, b) = (claim("duration", a), of_article(claim("duration", b), "b"));
        let decision = Decision::on_claims("x", "y", verdict, "R. Hale").at("2031-05-08").because("it was two talks");
        let side = |claim| Side { claim, published: day(1) };
        let pair = Pair::new(side(&a), side(&b)).decided(Some(&decision));
        let alone = by_person(&pair).map(|d| d.kind);
        decide(&pair).map(|d| (d.rule.code, d.kind, alone, d.ground))
    };
    let told = |text: &str| Ground::Person(text.into());
    for (verdict, name, kind) in [
        (Verdict::Conflicts, "conflicts", Kind::Conflicts),
        (Verdict::Corroborates, "corroborates", Kind::Corroborates),
        (Verdict::DifferentEvent, "different-event", Kind::Distinct),
        (Verdict::Unsure, "unsure", Kind::Indeterminate),
    ] {
        for (a, b) in [("3 hours", "7 hours"), ("3 hours", "3 hours")] {
            let ground = told(&format!("R. Hale on 2031-05-08 decided {name} ({kind}): it was two talks"));
            assert_eq!(decided(verdict, a, b), Some(("CG0001", kind, Some(kind), ground)));
        }
    }
    let nothing = |a, b| decided(Verdict::NoConflict, a, b).map(|d| (d.0, d.1));
    assert_eq!(nothing("3 hours", "7 hours"), Some(("CG0001", Kind::Distinct)));
    assert_eq!(nothing("more than 3 hours", "7 hours"), Some(("CG0001", Kind::Distinct)));
    assert_eq!(nothing("3 hours", "3 hours"), Some(("CG0511", Kind::Corroborates)));
    for verdict in [Verdict::SameEvent, Verdict::SameEntity, Verdict::DifferentEntity] {
        assert_eq!(decided(verdict, "3 hours", "7 hours").map(|d| (d.0, d.2)), Some(("CG0515", None)));
    }
}

/// Which reason there is to say nothing, and what is withheld where an article tells both values.
#[test]
fn reasons_to_say_nothing() {
    let pair = |a: &Claim, b: &Claim, standing: Standing| {
        let side = |claim| Side { claim, published: day(1) };
        let (a, b): (Claim, Claim) = (a.clone(), b.clone());
        let pair = Pair::new(side(&a), side(&b));
        let found = decide(&pair);
        silence(&pair, found.as_ref(), &standing).map_or("", |s| s.code)
    };
    let plain = Standing::default();
    let other = |attribute: &str, words: &str| of_article(claim(attribute, words), "b");
    let both = Standing { told_by_both: true, ..plain };
    let crowd = Standing { unsampled: true, ..plain };
    assert_eq!(pair(&claim("duration", "3 hours"), &other("duration", "7 hours"), plain), "");
    assert_eq!(pair(&claim("duration", "3 hours"), &other("duration", "7 hours"), crowd), "CG0801");
    assert_eq!(pair(&claim("duration", "3 hours"), &other("duration", "7 hours"), both), "CG0806");
    assert_eq!(pair(&claim("duration", "3 hours"), &other("duration", "3 hours"), both), "");
    assert_eq!(pair(&claim("duration", "more than 3 hours"), &other("duration", "7 hours"), both), "");
    assert_eq!(pair(&claim("duration", "3 hours"), &claim("duration", "3 hours"), plain), "CG0805");
    assert_eq!(pair(&claim("killed", "3"), &claim("killed", "7"), plain), "CG0804");
    assert_eq!(pair(&claim("duration", "3 hours"), &claim("duration", "7 hours"), plain), "");
    assert_eq!(pair(&claim("condition", "alive"), &other("condition", "dead"), plain), "CG0807");
    assert_eq!(pair(&claim("condition", "12 euros"), &other("condition", "dead"), plain), "CG0807");
    assert_eq!(pair(&claim("duration", "3 hours"), &other("duration", "!|7 hours"), plain), "CG0808");
    assert_eq!(silence_of("CG0808").map(|s| s.code), Some("CG0808"));
    assert_eq!(silence_of("CG0899").map(|s| s.code), None);
    let shot = |words: &str| {
        let mut claim = claim("time", words);
        claim.event = Event::new("shoot").into();
        claim
    };
    assert_eq!(pair(&shot("5 p.m. on 4 May 2031"), &shot("9 p.m. on 4 May 2031"), plain), "CG0803");
    assert_eq!(pair(&claim("time", "5 p.m. on 4 May 2031"), &claim("time", "9 p.m. on 4 May 2031"), plain), "");
    // What a person decided is always shown.
    let (a, b) = (claim("duration", "3 hours"), claim("duration", "7 hours"));
    let decision = Decision::on_claims("x", "y", Verdict::Conflicts, "R. Hale");
    let side = |claim| Side { claim, published: day(1) };
    let pair = Pair::new(side(&a), side(&b)).decided(Some(&decision));
    let found = decide(&pair).unwrap();
    assert!(silence(&pair, Some(&found), &Standing { told_by_both: true, unsampled: true }).is_none() && !withholds(&found));
}

/// Who tells both of two figures, or several hours that exclude each other.
#[test]
fn tellers_of_two_values() {
    let side = |claim| Side { claim, published: day(1) };
    let (a, b) = (claim("killed", "3"), claim("killed", "7"));
    // Claims 1 and 2 on one position, of articles 10 and 11; 3 and 4 on another, of articles 11 and 12.
    let positions: [&[(u32, u32)]; 2] = [&[(1, 10), (2, 11)], &[(3, 11), (4, 12)]];
    let tellers = Tellers::of(&Pair::new(side(&a), side(&b)), positions.into_iter());
    assert!(tellers.both((1, 10), (3, 11)) && tellers.both((2, 11), (4, 12)));
    assert!(!tellers.both((1, 10), (4, 12)) && !tellers.both((1, 10), (2, 11)) && !tellers.both((1, 10), (9, 11)));
    let one = Tellers::of(&Pair::new(side(&a), side(&b)), positions[..1].iter().copied());
    assert!(!one.both((1, 10), (2, 11)));
    let (a, b) = (claim("duration", "3 hours"), claim("duration", "7 hours"));
    assert!(!Tellers::of(&Pair::new(side(&a), side(&b)), positions.into_iter()).both((1, 10), (3, 11)));
    let hours = |words: &str| Claim { event: Event::new("shoot").into(), ..claim("time", words) };
    let (a, b) = (hours("5 p.m. on 4 May 2031"), hours("9 p.m. on 4 May 2031"));
    let tellers = Tellers::of(&Pair::new(side(&a), side(&b)), positions.into_iter());
    // Article 11 is torn: it stands against nobody, whoever they are.
    assert!(tellers.both((1, 10), (3, 11)) && tellers.both((1, 10), (2, 11)) && !tellers.both((1, 10), (4, 12)));
}

#[test]
fn kinds_have_their_names() {
    let names = ["corroborates", "refines", "conflicts", "tension", "supersedes", "distinct", "indeterminate"];
    for (kind, name) in Kind::ALL.into_iter().zip(names) {
        assert_eq!((kind.as_str(), Kind::parse(name), kind.to_string().as_str()), (name, Some(kind), name));
        assert_eq!(kind.is_directed(), matches!(name, "refines" | "supersedes"));
    }
    assert_eq!(Kind::parse("agrees"), None);
    let aspects = [
        (Aspect::Place, "place"),
        (Aspect::Institution, "institution"),
        (Aspect::Period, "period"),
        (Aspect::AsOf, "as of"),
        (Aspect::Definition, "definition"),
        (Aspect::Daily, "a day's figure or a total"),
    ];
    for (aspect, name) in aspects {
        assert_eq!(aspect.as_str(), name);
    }
    for rule in RULES {
        let any = Kind::ALL.into_iter().filter(|k| rule.gives(*k)).count();
        assert_eq!(any, if rule.code == "CG0001" { 4 } else { 1 }, "{}", rule.code);
    }
}
