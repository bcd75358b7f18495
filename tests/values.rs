//! The value layer alone: words in, values out, and how two of them stand. Nobody needs an article for this.

#![allow(clippy::unwrap_used)]

use claimgraph::claim::{Claim, Event};
use claimgraph::corpus::Article;
use claimgraph::normalize::{self, Context};
use claimgraph::pipeline::Reconciler;
use claimgraph::value::{Normalized, Outcome, Place, Reason, Value, compare};
use jiff::civil::date;

/// Words for an attribute, as a record carries them, in a text published on Wednesday, 7 May 2031.
fn read(attribute: &str, words: &str) -> Value {
    normalize::value(&attribute.into(), words, &Context::published(date(2031, 5, 7))).value
}

#[test]
fn how_two_values_stand() {
    use Outcome::{Compatible, Contradicts, Equal, Incomparable, RefinedBy, Refines, Tension};
    for (attribute, a, b, expected) in [
        ("duration", "seven and a half hours", "7.5 hours", Equal),
        ("duration", "three-and-a-half hours", "seven and a half hours", Contradicts),
        ("duration", "90-minute", "an hour and a half", Equal),
        // A talk of seven and a half hours did last more than three, and nobody would say so.
        ("duration", "more than three hours", "seven and a half hours", Tension),
        ("duration", "about three hours", "three hours and 40 minutes", Tension),
        ("duration", "about three hours", "three hours", RefinedBy),
        ("duration", "five years", "five hours", Incomparable),
        ("killed", "12 people", "12", Equal),
        ("killed", "12 people", "19 people", Contradicts),
        ("attended", "about 300 people", "some 310 people", Compatible),
        ("attended", "at least 300 people", "312 people", RefinedBy),
        ("attended", "hundreds of people", "300 people", RefinedBy),
        ("attended", "several people", "5 people", RefinedBy),
        ("attended", "several people", "40 people", Tension),
        ("attended", "a handful of people", "2 people", Contradicts),
        ("cost", "$1.2bn", "1.2 billion dollars", Equal),
        ("cost", "€300 million", "$300 million", Incomparable),
        ("cost", "five kilometres", "5,000 metres", Equal),
        ("time", "yesterday", "6 May 2031", Equal),
        ("time", "Tuesday", "yesterday", Equal),
        ("time", "May 2031", "6 May 2031", RefinedBy),
        ("time", "early May", "6 May 2031", RefinedBy),
        ("time", "6 May 2031", "8 May 2031", Contradicts),
        ("place", "Oslo", "Norway", Refines),
        ("place", "USA", "United States", Equal),
        ("place", "Oslo", "Sweden", Tension),
        ("place", "Bergen", "Oslo", Incomparable),
        ("status", "cancelled", "postponed", Contradicts),
        ("status", "ended", "held", Refines),
        ("quotation", "“We shall talk again soon”", "we shall talk again", Refines),
        // One word of many was put in the place of another; translations differ in more.
        (
            "quotation",
            "we cannot believe what the new people are finding there",
            "we cannot believe what the new people are telling there",
            Tension,
        ),
        (
            "quotation",
            "the two sides must choose between dialogue and confrontation",
            "choose dialogue or confrontation, the sides have to",
            Compatible,
        ),
        ("quotation", "“We shall talk again soon”", "we shall never talk again soon", Incomparable),
        // Spelling is the paper's, and so is what stands in brackets or is drawn together.
        (
            "quotation",
            "the fibre in the city centre was cut by protestors",
            "the fiber in the city center was cut by protesters",
            Compatible,
        ),
        (
            "quotation",
            "it looks like (the old man Omar) Qaderi is going to win",
            "it looks like (the old man Umar) Ghaderi is going to win",
            Compatible,
        ),
        (
            "quotation",
            "It's not enough just to be as good as the other side",
            "It is not enough just to be as good as the other side",
            Compatible,
        ),
        (
            "quotation",
            "I said 'we have to do better' and they're going to do better",
            "I said we've to do better and they are going to do better",
            Compatible,
        ),
        (
            "quotation",
            "we have talked to seventeen of the people there about the harbour",
            "we have talked to seventeen of the ministers there about the harbor",
            Tension,
        ),
        ("role", "chief executive", "Chief Executive", Equal),
        ("occurrence", "true", "false", Contradicts),
    ] {
        let (x, y) = (read(attribute, a), read(attribute, b));
        let found = compare(&x, &y);
        assert_eq!(found.outcome, expected, "{attribute}: {a} ({x}) / {b} ({y}): {}", found.reason);
        assert_eq!(compare(&y, &x).outcome, expected.flipped(), "{attribute}: {b} / {a}");
    }
}

#[test]
fn where_a_place_lies_is_said_by_any_article() {
    let place = |place: Place| Normalized::new("as told", Value::Place(place));
    let day = claimgraph::value::Time::day(date(2031, 5, 4));
    let event = || Event::new("meet").with("Ada Okafor").with("Ivo Brandt").at(day);
    let relations = |others: &[Place]| {
        let mut r = Reconciler::new();
        for id in ["a", "b", "c", "d"] {
            r.add(Article::new(id).published(date(2031, 5, 5)));
        }
        r.add(Claim::new("a", event(), "place", place(Place::new("Skerry Sound"))));
        r.add(Claim::new("b", event(), "place", place(Place::new("Norway"))));
        for (article, other) in ["c", "d"].into_iter().zip(others) {
            r.add(Claim::new(article, Event::new("fire").place(other.clone()), "occurrence", Normalized::new("", Value::Boolean(true))));
        }
        let graph = r.reconcile();
        let of_place = graph.relations().filter(|r| r.source().attribute().as_str() == "place");
        of_place.map(|r| (r.rule().code, r.source().article().id.to_string())).collect::<Vec<_>>()
    };
    let said = |outer: &str| Place::new("Skerry Sound").within(outer);
    assert_eq!(relations(&[])[0].0, "CG0604");
    assert_eq!(relations(&[said("Norway")]), [("CG0513", "a".to_owned())]);
    // What lies in a city of the country lies in the country.
    assert_eq!(relations(&[said("Oslo")]), [("CG0513", "a".to_owned())]);
    // Two places of one name: nothing is known of which is meant.
    assert_eq!(relations(&[said("Norway"), said("Scotland")])[0].0, "CG0604");
}

#[test]
fn two_countries_are_in_tension() {
    let found = compare(&Value::Place(Place::new("Quay Street").within("Porto").within("Portugal")), &Value::Place(Place::new("Spain")));
    assert_eq!((found.outcome, found.reason), (Outcome::Tension, Reason::OtherCountry));
}
