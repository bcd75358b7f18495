//! One row for each rule of the table, and one for each way in which records are refused.

// A test may unwrap: a failure is a failed test.
#![allow(clippy::needless_pass_by_value, clippy::unwrap_used, clippy::panic)]

use claimgraph::claim::{Claim, Decision, Event, Modality, Polarity, Verdict};
use claimgraph::corpus::Article;
use claimgraph::graph::{ClaimGraph, PositionRef};
use claimgraph::pipeline::{ClaimRecord, Location, Reconciler, Record};
use claimgraph::relation::{RULES, SILENT, rule};
use claimgraph::value::{Normalized, Place, ValueRecord};

/// A claim in short: attribute, type, canonical, and what is said otherwise.
struct Told {
    attribute: &'static str,
    kind: &'static str,
    canonical: &'static str,
    modifier: Option<&'static str>,
    unit: Option<&'static str>,
    change: Option<&'static str>,
    of: Option<&'static str>,
    modality: Modality,
    polarity: Polarity,
    with: &'static str,
    /// The day of the event; none where it is empty.
    day: &'static str,
    /// Where the event took place; nowhere where it is empty.
    place: &'static str,
    action: &'static str,
}

const fn told(attribute: &'static str, kind: &'static str, canonical: &'static str) -> Told {
    Told {
        attribute,
        kind,
        canonical,
        modifier: None,
        unit: None,
        change: None,
        of: None,
        modality: Modality::Asserted,
        polarity: Polarity::Positive,
        with: "Ivo Brandt",
        day: "2031-05-04",
        place: "",
        action: "meet",
    }
}

const fn count(attribute: &'static str, canonical: &'static str) -> Told {
    Told { unit: Some("person"), ..told(attribute, "quantity", canonical) }
}

/// A visit of one person of which nobody says when: too little to call two of them one.
const fn alone(place: &'static str, length: &'static str) -> Told {
    Told { action: "visit", with: "", day: "", place, ..told("duration", "duration", length) }
}

/// A claim with a scope, as text of one aspect.
fn scoped(told: &Told, article: &str, scope: claimgraph::claim::Scope) -> Claim {
    let claim = told.claim(article);
    if scope.is_empty() { claim } else { claim.scope(scope) }
}

#[test]
fn scopes_make_two_items() {
    use claimgraph::claim::Scope;
    let day = |n: u8| format!("2031-05-{n:02}");
    let told = |attribute: &'static str, a: (&'static str, Scope), b: (&'static str, Scope), days: (u8, u8)| {
        let mut r = Reconciler::new();
        for (id, n) in [("a", days.0), ("b", days.1)] {
            r.add(Article::new(id).published(day(n).parse().unwrap()));
        }
        r.add(scoped(&count(attribute, a.0), "a", a.1)).add(scoped(&count(attribute, b.0), "b", b.1));
        found(&r.reconcile()).into_iter().map(|f| f.0).collect::<Vec<_>>().join(" ")
    };
    let s = Scope::new;
    for (attribute, a, b, code) in [
        ("killed", ("12", s().place("Halden")), ("120", s().place("Tarrow")), "CG0107"),
        ("killed", ("12", s().place("Halden")), ("120", s()), "CG0611"),
        ("killed", ("120", s().place("Halden")), ("120", s()), "CG0511"),
        ("killed", ("12", s().institution("the health ministry")), ("19", s().institution("Ministry of Health")), "CG0403"),
        ("killed", ("12", s().institution("the health ministry")), ("19", s().institution("the coast guard")), "CG0107"),
        ("killed", ("12", s().daily(true)), ("340", s().daily(false)), "CG0107"),
        ("infected", ("12", s().definition("confirmed cases")), ("340", s().definition("confirmed and suspected cases")), "CG0611"),
        ("infected", ("12", s().definition("confirmed")), ("340", s().definition("suspected")), "CG0611"),
        ("killed", ("12", s().institution("WHO")), ("12", s().institution("World Health Organization")), "CG0511"),
        ("killed", ("12", s().place("USA")), ("19", s().place("United States")), "CG0403"),
        ("killed", ("12", s().place("Oslo")), ("19", s().place("Norway")), "CG0107"),
        ("visitors", ("12", s().period("2031-Q1")), ("340", s().period("2031-Q2")), "CG0107"),
        ("visitors", ("12", s().period("2031-Q1")), ("340", s().period("2031")), "CG0107"),
        ("visitors", ("12", s().period("the third quarter of 2030")), ("340", s().period("Q3 2030")), "CG0515"),
        ("killed", ("12", s().as_of("2031-05-03")), ("19", s().as_of("2031-05-04")), "CG0401"),
        ("killed", ("19", s().as_of("2031-05-04")), ("12", s().as_of("2031-05-03")), "CG0401"),
        ("visitors", ("12", s().as_of("2031-05-03")), ("19", s().as_of("2031-05-04")), "CG0107"),
    ] {
        assert_eq!(told(attribute, a.clone(), b.clone(), (5, 5)), code, "{attribute} {a:?} {b:?}");
        assert_eq!(told(attribute, b.clone(), a.clone(), (5, 5)), code, "{attribute} {b:?} {a:?}");
    }
}

/// Who leads a body, on no day in particular.
const fn standing(name: &'static str) -> Told {
    Told { action: "state", with: "", day: "", ..told("chief-executive", "text", name) }
}

impl Told {
    fn claim(&self, article: &str) -> Claim {
        let text = |t: Option<&str>| t.map(str::to_owned);
        let record = ValueRecord {
            kind: self.kind.into(),
            canonical: self.canonical.into(),
            modifier: text(self.modifier),
            unit: text(self.unit),
            change: text(self.change),
            ..ValueRecord::default()
        };
        let named = |name: &str| !name.is_empty();
        let people = ["Ada Okafor", self.with].into_iter().filter(|n| named(n));
        let mut event = people.fold(Event::new(self.action), Event::with);
        event.time = named(self.day).then(|| claimgraph::value::Time::new(self.day.parse().unwrap()));
        event.place = named(self.place).then(|| Place::new(self.place));
        let mut claim = Claim::new(article, event, self.attribute, Normalized::new("as told", record.value().unwrap()));
        (claim.modality, claim.polarity, claim.of) = (self.modality, self.polarity, self.of.map(Into::into));
        claim
    }
}

/// The code, the kind, two claims, and the days on which they were published.
type Row = (&'static str, &'static str, Told, Told, (&'static str, &'static str));

fn open(told: Told, modality: Modality) -> Told {
    Told { modality, ..told }
}

fn graph(a: &Told, b: &Told, days: (&str, &str)) -> ClaimGraph {
    let mut r = Reconciler::new();
    // A day, or a time of day six hours behind Greenwich.
    let moment = |day: &str| match day.strip_suffix("-06:00").map(|time| time.parse::<jiff::civil::DateTime>().unwrap()) {
        Some(time) => claimgraph::corpus::Published { date: time.date(), time: Some(time), offset: Some(-360) },
        None => claimgraph::corpus::Published::on(day.parse().unwrap()),
    };
    let dated = |id: &str, day: &str| if day.is_empty() { Article::new(id) } else { Article::new(id).published_at(moment(day)) };
    r.add(dated("a", days.0)).add(dated("b", days.1)).add(a.claim("a")).add(b.claim("b"));
    r.reconcile()
}

/// The rule, and the article of the source where the kind has a direction.
fn found(graph: &ClaimGraph) -> Vec<(&'static str, String)> {
    graph
        .relations()
        .map(|r| (r.rule().code, if r.kind().is_directed() { r.source().article().id.to_string() } else { String::new() }))
        .collect()
}

#[test]
fn every_rule_has_its_row() {
    use Modality::{Expected, Hypothetical, Planned, Possible};
    let (first, second) = ("2031-05-05", "2031-05-06");
    let not = |t: Told| Told { polarity: Polarity::Negative, ..t };
    let rows: Vec<Row> = vec![
        (
            "CG0101",
            "",
            told("duration", "duration", "PT3H"),
            Told { with: "Lin Marsh", ..told("duration", "duration", "PT7H") },
            (first, first),
        ),
        (
            "CG0102",
            "",
            told("duration", "duration", "PT3H"),
            Told { day: "2031-02-04", ..told("duration", "duration", "PT7H") },
            (first, first),
        ),
        ("CG0103", "", alone("Porto", "PT3H"), alone("Bergen", "PT7H"), ("", "")),
        (
            "CG0104",
            "",
            told("duration", "duration", "PT3H"),
            Told { action: "phone", ..told("duration", "duration", "PT7H") },
            (first, first),
        ),
        ("CG0105", "", alone("Porto", "PT3H"), alone("", "PT7H"), ("", "")),
        ("CG0106", "", count("attended", "12"), Told { of: Some("children"), ..count("attended", "3") }, (first, first)),
        ("CG0201", "b", open(told("time", "time", "2031-05-03"), Planned), told("time", "time", "2031-05-04"), (first, second)),
        ("CG0201", "b", open(told("occurrence", "boolean", "true"), Possible), told("occurrence", "boolean", "true"), (first, second)),
        ("CG0208", "", open(told("occurrence", "boolean", "true"), Possible), told("occurrence", "boolean", "true"), (first, first)),
        ("CG0201", "a", told("occurrence", "boolean", "true"), open(told("occurrence", "boolean", "true"), Expected), ("", "")),
        ("CG0208", "", open(count("attended", "12"), Possible), count("attended", "19"), ("", first)),
        ("CG0208", "", open(told("occurrence", "boolean", "true"), Hypothetical), told("occurrence", "boolean", "true"), (first, second)),
        ("CG0208", "", open(count("attended", "12"), Hypothetical), count("attended", "19"), (first, second)),
        ("CG0207", "", told("status", "status", "cancelled"), told("status", "status", "held"), ("2031-05-05T23:30:00-06:00", second)),
        ("CG0207", "", count("attended", "12"), open(count("attended", "19"), Planned), ("2031-05-05T23:30:00-06:00", second)),
        ("CG0202", "b", told("status", "status", "planned"), told("status", "status", "postponed"), (first, second)),
        ("CG0202", "b", told("status", "status", "postponed"), told("status", "status", "held"), (first, second)),
        ("CG0202", "a", told("status", "status", "planned"), told("status", "status", "postponed"), (second, first)),
        ("CG0203", "", told("status", "status", "cancelled"), told("status", "status", "postponed"), (first, second)),
        // Across two data items: what was called off did not happen.
        ("CG0203", "", told("status", "status", "cancelled"), told("occurrence", "boolean", "true"), (first, first)),
        ("CG0203", "", told("status", "status", "cancelled"), told("occurrence", "boolean", "true"), (second, first)),
        ("CG0202", "b", told("status", "status", "postponed"), told("occurrence", "boolean", "true"), (first, second)),
        ("CG0204", "", told("status", "status", "planned"), told("status", "status", "held"), (second, first)),
        ("CG0205", "", told("status", "status", "held"), told("status", "status", "ended"), (first, second)),
        ("CG0206", "a", told("time", "time", "2031-05-04"), open(told("time", "time", "2031-05-01"), Planned), (first, second)),
        ("CG0301", "", told("occurrence", "boolean", "true"), not(told("occurrence", "boolean", "true")), (first, second)),
        ("CG0302", "", open(told("occurrence", "boolean", "true"), Planned), not(told("occurrence", "boolean", "true")), (second, first)),
        ("CG0303", "", told("occurrence", "boolean", "true"), told("occurrence", "boolean", "true"), (first, second)),
        ("CG0304", "", told("duration", "duration", "PT3H"), not(told("duration", "duration", "PT3H")), (first, second)),
        ("CG0305", "", not(told("duration", "duration", "PT3H")), not(told("duration", "duration", "PT3H")), (first, second)),
        ("CG0401", "b", count("killed", "12"), count("killed", "19"), (first, second)),
        ("CG0402", "", count("killed", "19"), count("killed", "12"), (first, second)),
        ("CG0403", "", count("killed", "19"), count("killed", "12"), (first, first)),
        ("CG0404", "", count("killed", "19"), count("killed", "12"), (first, "")),
        ("CG0402", "", Told { modifier: Some("EQUAL_OR_LESS"), ..count("killed", "12") }, count("killed", "19"), (first, first)),
        ("CG0411", "", told("name", "entity", "Zoë Brandt"), told("name", "entity", "Zoe Brandt"), (first, second)),
        ("CG0411", "", told("name", "entity", "Nick Brandt"), told("name", "entity", "Nicholas Brandt"), (first, second)),
        ("CG0413", "", told("name", "entity", "Nicholas Brandt"), told("name", "entity", "Nicolas Brandt"), (first, second)),
        ("CG0412", "b", told("name", "entity", "Brandt"), told("name", "entity", "Zoë Brandt"), (first, second)),
        ("CG0413", "", told("name", "entity", "Zoe Brandt"), told("name", "entity", "Zoe Brant"), (first, second)),
        (
            "CG0401",
            "b",
            Told { unit: Some(""), ..count("cases", "1214") },
            Told { unit: Some("case"), ..count("cases", "1377") },
            (first, second),
        ),
        (
            "CG0401",
            "b",
            Told { unit: Some("acre"), ..count("acres-burned", "12340") },
            Told { unit: Some("ha"), ..count("burned", "8123") },
            (first, second),
        ),
        ("CG0421", "", count("age", "41"), count("age", "42"), (first, "2031-06-20")),
        // Hardly ever does a birthday lie between two reports of one week.
        ("CG0515", "", count("age", "41"), count("age", "42"), (first, second)),
        ("CG0421", "", count("age", "41"), count("age", "43"), (first, "2033-06-01")),
        ("CG0515", "", count("age", "43"), count("age", "41"), (first, "2033-06-01")),
        ("CG0515", "", count("age", "41"), count("age", "43"), (first, second)),
        ("CG0422", "", count("age", "41"), count("age", "63"), (first, second)),
        ("CG0423", "", count("age", "41"), count("age", "45"), ("", second)),
        ("CG0515", "", count("age", "41"), count("age", "42"), (first, first)),
        ("CG0431", "", told("first-since", "duration", "P5Y"), told("first-since", "time", "2026"), (first, second)),
        ("CG0432", "b", told("first-since", "duration", "P5Y"), told("first-since", "time", "2026-10"), (first, second)),
        ("CG0433", "", told("first-since", "duration", "P5Y"), told("first-since", "time", "2027"), (first, second)),
        ("CG0434", "", told("first-since", "duration", "P5Y"), told("first-since", "time", "2019"), (first, second)),
        ("CG0435", "", told("first-since", "duration", "P5Y"), told("first-since", "time", "2026"), ("", second)),
        (
            "CG0501",
            "",
            open(told("duration", "duration", "PT3H"), Planned),
            open(told("duration", "duration", "PT7H"), Planned),
            (first, second),
        ),
        ("CG0511", "", told("duration", "duration", "PT3H"), told("duration", "duration", "PT3H"), (first, second)),
        (
            "CG0512",
            "",
            Told { modifier: Some("APPROX"), ..count("attended", "280") },
            Told { modifier: Some("APPROX"), ..count("attended", "330") },
            (first, second),
        ),
        ("CG0513", "a", told("time", "time", "2031-05-04T14:25"), told("time", "time", "2031-05-04"), (first, second)),
        (
            "CG0514",
            "",
            told("duration", "duration", "PT7H30M"),
            Told { modifier: Some("MORE_THAN"), ..told("duration", "duration", "PT3H") },
            (first, second),
        ),
        ("CG0515", "", told("duration", "duration", "PT7H30M"), told("duration", "duration", "PT3H"), (first, second)),
        ("CG0601", "", told("time", "time", "XXXX-WXX-7"), told("time", "time", "2031-05-04"), (first, second)),
        ("CG0601", "", open(told("time", "time", "2031-05-04"), Planned), told("time", "time", "XXXX-WXX-7"), (first, second)),
        (
            "CG0602",
            "",
            Told { unit: Some("EUR"), ..count("cost", "300") },
            Told { unit: Some("USD"), ..count("cost", "300") },
            (first, second),
        ),
        ("CG0603", "", Told { change: Some("up"), ..count("cost", "300") }, count("cost", "300"), (first, second)),
        ("CG0604", "", told("place", "place", "Harbour House"), told("place", "place", "Portland"), (first, second)),
        ("CG0519", "", told("chief-executive", "text", "Jane Foss"), told("ceo", "text", "Ole Brandt"), (first, second)),
        ("CG0519", "", told("headquarters", "place", "Kelmar"), told("headquarters", "place", "Port Merrow"), (first, second)),
        ("CG0613", "", told("verdict", "text", "guilty"), told("verdict", "text", "guilty on all counts"), (first, second)),
        ("CG0415", "", told("ceo", "text", "Bob Kestrel"), told("ceo", "text", "Robert Kestrel"), (first, second)),
        ("CG0415", "", told("owner", "text", "Kestrel Inc."), told("owner", "text", "Kestrel"), (first, second)),
        ("CG0414", "a", told("ceo", "text", "Renata Foss"), told("ceo", "text", "R. Foss"), (first, second)),
        ("CG0612", "", told("keeper", "text", "Renata Foss"), told("keeper", "text", "R. Foss"), (first, second)),
        ("CG0612", "", told("captain", "text", "Bob Kestrel"), told("captain", "text", "Robert Kestrel"), (first, second)),
        ("CG0519", "", told("ceo", "text", "Renata Foss"), told("ceo", "text", "Anna Foss"), (first, second)),
        ("CG0519", "", told("winner", "text", "Austria"), told("winner", "text", "Australia"), (first, second)),
        ("CG0606", "", told("flagship", "text", "MV Halvane II"), told("flagship", "text", "MV Halvane III"), (first, second)),
        ("CG0607", "", open(told("member", "text", "Orla"), Planned), told("member", "text", "Bern"), (first, second)),
        ("CG0606", "", told("motive", "text", "an old quarrel"), told("motive", "text", "money"), (first, second)),
        ("CG0607", "", told("member", "text", "Jane Foss"), told("members", "text", "Ole Brandt"), (first, second)),
        ("CG0608", "", told("motive", "text", "money"), count("motive", "12"), (first, second)),
        ("CG0609", "", standing("Jane Foss"), standing("Ole Brandt"), (first, "2032-06-01")),
        ("CG0519", "", standing("Jane Foss"), standing("Ole Brandt"), (first, "2031-06-01")),
    ];
    for (i, (code, source, a, b, days)) in rows.iter().enumerate() {
        assert!(
            found(&graph(a, b, *days)).contains(&(*code, (*source).to_owned())),
            "row {i}: {code}, got {:?}",
            found(&graph(a, b, *days))
        );
    }
    let tried: Vec<&str> = rows.iter().map(|r| r.0).collect();
    // A decision has tests of its own, and so have names, and what takes place within one article (the headings of lists in
    // `english.rs`).
    let without: Vec<&str> = RULES
        .iter()
        .map(|r| r.code)
        .filter(|c| {
            !tried.contains(c)
                && *c != "CG0001"
                && !matches!(*c, "CG0516" | "CG0517" | "CG0518" | "CG0605" | "CG0610" | "CG0107" | "CG0611")
        })
        .collect();
    assert_eq!(without, Vec::<&str>::new());
}

/// A third report of another day takes nothing from what two others have between them: the denial that named no day stands against both,
/// and a length of which it is not known of which it is told is open.
#[test]
fn a_report_that_fits_two_events_is_not_silenced() {
    let left = |day: &'static str| Told { action: "march", with: "", day, ..told("occurrence", "boolean", "true") };
    let denied = Told { polarity: Polarity::Negative, ..left("") };
    let talk = |day: &'static str| Told { day, ..told("duration", "duration", if day.is_empty() { "PT3H" } else { "PT7H" }) };
    let reported = |days: &[(&str, Told)]| {
        let mut r = Reconciler::new();
        for (id, told) in days {
            r.add(Article::new(*id).published("2031-05-09".parse().unwrap())).add(told.claim(id));
        }
        let graph = r.reconcile();
        let of = |r: claimgraph::graph::RelationRef<'_>| format!("{}{}", r.source().article().id, r.target().article().id);
        let mut all: Vec<_> = graph.relations().map(|r| (r.rule().code, of(r).chars().min(), of(r).chars().max())).collect();
        all.sort_unstable();
        all
    };
    let two = reported(&[("a", left("2031-05-07")), ("b", Told { ..denied })]);
    assert_eq!(two, [("CG0301", Some('a'), Some('b'))]);
    let denied = Told { polarity: Polarity::Negative, ..left("") };
    let three = reported(&[("a", left("2031-05-07")), ("b", denied), ("c", left("2031-05-08"))]);
    assert!(three.contains(&two[0]) && three.contains(&("CG0301", Some('b'), Some('c'))), "{three:?}");
    let three = reported(&[("a", talk("2031-05-04")), ("b", talk("")), ("c", talk("2031-05-08"))]);
    assert!(three.contains(&("CG0610", Some('a'), Some('b'))) && three.contains(&("CG0610", Some('b'), Some('c'))), "{three:?}");
}

/// Two times of one event in the running text of one article.
#[test]
fn an_article_against_itself() {
    let mut r = Reconciler::new();
    r.add(Article::new("a")).add(told("time", "time", "2031-05-04").claim("a")).add(told("time", "time", "2031-04").claim("a"));
    assert_eq!(found(&r.reconcile()), [("CG0517", String::new())]);
}

/// Two ages that one article tells of one person: in one voice, and from two sources.
#[test]
fn one_article_and_two_values() {
    let both = |first: &str, second: &str| {
        let by = |age: &'static str, source: &str| {
            let claim = count("age", age).claim("a");
            if source.is_empty() { claim } else { claim.attributed_to(source) }
        };
        let mut r = Reconciler::new();
        r.add(Article::new("a")).add(by("41", first)).add(by("45", second));
        found(&r.reconcile())
    };
    assert_eq!(both("", ""), [("CG0518", String::new())]);
    assert_eq!(both("police", "police"), [("CG0518", String::new())]);
    assert_eq!(both("police", "the hospital"), [("CG0515", String::new())]);
    assert_eq!(both("", "the hospital"), [("CG0515", String::new())]);
}

#[test]
fn codes_are_unique_and_found() {
    for r in RULES {
        assert_eq!(RULES.iter().filter(|o| o.code == r.code).count(), 1);
        assert_eq!(rule(r.code), Some(r));
        assert!(r.code.len() == 6 && r.code.starts_with("CG"));
    }
}

#[test]
fn other_texts_are_not_related() {
    let (a, b) =
        (told("quotation", "quotation", "we shall go on talking"), told("quotation", "quotation", "nobody won anything here today"));
    let graph = graph(&a, &b, ("2031-05-05", "2031-05-05"));
    assert_eq!(found(&graph), []);
    assert!(unsaid(&graph).contains("CG0807"));
}

/// Why nothing is said of the two claims of a graph.
fn unsaid(graph: &ClaimGraph) -> String {
    let ids: Vec<_> = graph.claims().map(|c| c.id().clone()).collect();
    graph.explain(&ids[0], &ids[1]).to_string()
}

/// One row for each reason to say nothing.
#[test]
fn every_silence_has_its_row() {
    let not = |t: Told| Told { polarity: Polarity::Negative, ..t };
    let day = "2031-05-05";
    let of_two = [
        ("CG0807", told("condition", "text", "stable"), told("condition", "text", "in intensive care")),
        ("CG0807", told("condition", "text", "alive"), told("condition", "text", "dead")),
        ("CG0808", told("duration", "duration", "PT3H"), not(told("duration", "duration", "PT7H"))),
        ("CG0808", not(told("duration", "duration", "PT3H")), not(told("duration", "duration", "PT7H"))),
    ];
    for (code, a, b) in &of_two {
        let graph = graph(a, b, (day, day));
        assert!(found(&graph).is_empty() && unsaid(&graph).contains(code), "{code}: {}", unsaid(&graph));
    }
    let quoted = |claim: Claim, text: &str, words: &str| {
        let index = claimgraph::text::CharIndex::new(text);
        let at = text.find(words).unwrap();
        claim.quoted(claimgraph::corpus::Quote::at(text, &index, claimgraph::text::Span::new(at, at + words.len())).unwrap())
    };
    let shot = |time: &'static str| Told { action: "shoot", ..told("time", "time", time) };
    let text = "They talked for three hours, seven in all.";
    let of_one = [
        (
            "CG0802",
            quoted(told("duration", "duration", "PT3H").claim("a"), text, "three hours, seven"),
            quoted(told("duration", "duration", "PT7H").claim("a"), text, "seven in all"),
        ),
        ("CG0803", shot("2031-05-04T14:25").claim("a"), shot("2031-05-04T17:00").claim("a")),
        ("CG0804", count("killed", "12").claim("a"), count("killed", "19").claim("a")),
        (
            "CG0805",
            told("duration", "duration", "PT3H").claim("a"),
            told("duration", "duration", "PT3H").claim("a").attributed_to("an aide"),
        ),
    ];
    for (code, a, b) in of_one {
        let mut r = Reconciler::new();
        r.add(Article::new("a").text(text)).add(a).add(b);
        let graph = r.reconcile();
        assert!(found(&graph).is_empty() && unsaid(&graph).contains(code), "{code}: {}", unsaid(&graph));
    }
    let tried: Vec<&str> = ["CG0801", "CG0802", "CG0803", "CG0804", "CG0805", "CG0806", "CG0807", "CG0808"].to_vec();
    assert_eq!(SILENT.iter().map(|s| s.code).collect::<Vec<_>>(), tried);
}

/// An article that gives both of two tolls counts a part in the one: it speaks against nobody who gives one of them.
#[test]
fn who_tells_both_tolls_speaks_against_neither() {
    let day = "2031-05-05".parse().unwrap();
    let reconciled = |tolls: &[(&str, &'static str)]| {
        let mut r = Reconciler::new();
        for article in ["a", "b"] {
            r.add(Article::new(article).published(day));
        }
        for (article, toll) in tolls {
            r.add(Told { action: "shoot", ..count("killed", toll) }.claim(article));
        }
        r.reconcile().conflicts().count()
    };
    assert_eq!(reconciled(&[("a", "3"), ("b", "5")]), 1);
    assert_eq!(reconciled(&[("a", "3"), ("a", "5"), ("b", "5")]), 0);
}

#[test]
fn a_person_decides_events() {
    let (a, b) = (told("duration", "duration", "PT3H").claim("a"), told("duration", "duration", "PT7H").claim("b"));
    let ids = (a.derive_id(), b.derive_id());
    let mut r = Reconciler::new();
    r.add(Article::new("a")).add(Article::new("b")).add(a).add(b);
    assert_eq!((r.reconcile().events().len(), r.reconcile().conflicts().count()), (1, 1));
    r.decide(Decision::on_claims(ids.0.clone(), ids.1.clone(), Verdict::DifferentEvent, "R. Hale").at("1"));
    let graph = r.reconcile();
    assert_eq!((graph.events().len(), found(&graph)), (2, vec![("CG0001", String::new())]));
    r.decide(Decision::on_claims(ids.1, ids.0, Verdict::SameEvent, "R. Hale").at("2"));
    assert_eq!((r.reconcile().events().len(), r.reconcile().conflicts().count()), (1, 1));
}

/// What a decision about one pair of claims leaves of the others of its two events: they are told apart, too.
#[test]
fn events_that_a_person_told_apart_are_near_misses() {
    let told = |article, length| {
        let claims = [told("duration", "duration", length), count("attended", "12")];
        claims.map(|t| t.claim(article))
    };
    let ([a, a2], [b, b2]) = (told("a", "PT3H"), told("b", "PT7H"));
    let ids = (a.derive_id(), b.derive_id());
    let mut r = Reconciler::new();
    r.add(Article::new("a")).add(Article::new("b")).add(a).add(a2).add(b).add(b2);
    r.decide(Decision::on_claims(ids.0, ids.1, Verdict::DifferentEvent, "R. Hale").at("1"));
    let mut codes: Vec<_> = found(&r.reconcile()).into_iter().map(|f| f.0).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["CG0001", "CG0105"]);
}

fn reasons(records: Vec<Record>) -> (usize, Vec<String>) {
    let mut r = Reconciler::new();
    for (line, record) in (1..).zip(records) {
        r.add_from(record, Location { file: "in.ndjson".into(), line });
    }
    let graph = r.reconcile();
    (graph.claims().len(), graph.rejected().iter().map(|r| format!("{}: {}", r.line, r.reason)).collect())
}

fn quoting(article: &str, exact: &str) -> Record {
    ClaimRecord::from(told("duration", "duration", "PT3H").claim(article)).quote(exact).into()
}

#[test]
fn what_cannot_be_used_is_refused_with_its_line() {
    let article = |text: &str| Record::from(Article::new("a").text(text));
    let claim = |c: Claim| Record::from(c);
    let plain = || claim(told("duration", "duration", "PT3H").claim("a"));
    let named = |canonical| {
        let mut c = told("duration", "duration", canonical).claim("a");
        c.id = Some("c1".into());
        claim(c)
    };
    let decision = || Decision::on_claims("c1", "c2", Verdict::Unsure, "R. Hale").into();
    for (records, claims, lines) in [
        (vec![plain(), article("x")], 1, vec![]),
        (vec![article("x"), article("x"), plain(), plain()], 1, vec![]),
        (
            vec![article("x"), article("y"), plain()],
            0,
            vec!["1: article a comes 2 times", "2: article a comes 2 times", "3: its article a is not there"],
        ),
        (vec![plain()], 0, vec!["1: its article a is not there"]),
        (vec![Record::Retract("a".into()), plain(), article("x")], 0, vec![]),
        (vec![Record::Retract("b".into()), plain(), article("x")], 1, vec!["1: it retracts article b, and no record"]),
        (vec![article("one two one"), quoting("a", "two")], 1, vec![]),
        (vec![article("one two one"), quoting("a", "three")], 0, vec!["2: the quote \"three\" does not stand"]),
        (vec![article("one two one"), quoting("a", "one")], 0, vec!["2: the quote \"one\" stands in the article 2 times"]),
        (vec![Article::new("a").into(), quoting("a", "one")], 0, vec!["2: it has a quote, and the article came without text"]),
        (vec![article("x"), named("PT3H"), named("PT3H")], 1, vec![]),
        (vec![article("x"), named("PT3H"), named("PT4H")], 0, vec!["2: claim c1 comes 2 times", "3: claim c1 comes 2 times"]),
        (vec![article("x"), named("PT3H"), decision()], 1, vec!["3: the decision names no claim: c2"]),
        (vec![Decision::on_entities("x", "y", Verdict::SameEntity, "R. Hale").into()], 0, vec!["1: the decision names no entity"]),
    ] {
        let (kept, reasons) = reasons(records);
        assert_eq!(kept, claims, "{reasons:?}");
        assert!(reasons.len() == lines.len() && reasons.iter().zip(&lines).all(|(r, l)| r.starts_with(l)), "{reasons:?} against {lines:?}");
    }
}

#[test]
fn words_are_normalised_against_the_day_of_publication() {
    let record = |attribute: &'static str, text: &str| {
        let mut record = ClaimRecord::from(told(attribute, "text", "").claim("a")).time("yesterday");
        record.value_text = Some(text.into());
        record
    };
    let mut r = Reconciler::new();
    r.add(Article::new("a").published("2031-05-05".parse().unwrap()));
    r.add(record("duration", "about three hours")).add(record("time", "yesterday"));
    let graph = r.reconcile();
    let mut values: Vec<String> = graph.claims().map(|c| c.value().to_string()).collect();
    values.sort_unstable();
    assert_eq!(values, ["2031-05-04", "about PT3H"]);
    assert_eq!(graph.events().next().unwrap().node().time.as_ref().unwrap().value.canonical(), "2031-05-04");
}

#[test]
fn a_crowded_item_is_sampled() {
    let mut r = Reconciler::new();
    for i in 0..80 {
        let id = format!("a{i}");
        r.add(Article::new(&*id).published("2031-05-05".parse().unwrap()));
        r.add(told("duration", "duration", if i % 8 == 0 { "PT7H" } else { "PT3H" }).claim(&id));
    }
    let graph = r.reconcile();
    let fact = graph.facts().next().unwrap();
    assert!(fact.node().sampled);
    assert_eq!(fact.positions().map(PositionRef::articles).collect::<Vec<_>>(), [70, 10]);
    // The first 64 with each other, every later one with the first of each value.
    let seven: Vec<bool> = graph.claims().map(|c| c.value().canonical() == "PT7H").collect();
    let among = |claims: &[bool]| claims.iter().filter(|s| **s).count() * claims.iter().filter(|s| !**s).count();
    assert_eq!((graph.relations().len(), graph.conflicts().count()), (64 * 63 / 2 + 16 * 2, among(&seven[..64]) + 16));
    let unrelated = graph.explain(graph.claims().nth(70).unwrap().id(), graph.claims().nth(75).unwrap().id()).to_string();
    assert!(unrelated.contains("CG0801"), "{unrelated}");
}

#[test]
fn one_voice_is_told() {
    let text = "The two ministers met for seven hours in the old harbour house on Sunday, the news agency of the north has learned from people there.";
    let mut r = Reconciler::new();
    for (id, publisher) in [("a", "Echo"), ("b", "Herald"), ("c", "Courier")] {
        let text = if id == "c" {
            "They talked for seven hours on Sunday and left without a word to the press, a reporter on the quay saw."
        } else {
            text
        };
        r.add(Article::new(id).publisher(publisher).text(text));
        r.add(told("duration", "duration", "PT7H").claim(id));
    }
    let graph = r.reconcile();
    let mut independent: Vec<_> = graph.relations().map(claimgraph::graph::RelationRef::independent).collect();
    independent.sort_unstable();
    assert_eq!(independent, [Some(false), Some(true), Some(true)]);
    let position = &graph.facts().next().unwrap().node().positions[0];
    assert_eq!((position.articles, position.publishers, position.origins), (3, 3, 2));
    assert_eq!(graph.origins().len(), 2);
}

/// One credits its agency in the dateline, the other behind the text, by its full name.
#[test]
fn one_agency_is_one_voice() {
    let mut r = Reconciler::with_extractor(claimgraph::english::English);
    let dateline = "HARLOW, May 5 (AP) - A ferry sank near Kelvara on Monday, killing 12 people.";
    let credit = "Twelve people were killed on Monday when a ferry sank near Kelvara.\n\n(Reporting by the Associated Press)";
    for (id, text) in [("a", dateline), ("b", credit)] {
        r.add(Article::new(id).publisher(id).published("2031-05-06".parse().unwrap()).text(text));
    }
    let graph = r.reconcile();
    assert_eq!(graph.origins().len(), 1);
    assert!(graph.relations().len() > 0 && graph.relations().all(|r| r.independent() == Some(false)));
    assert!(graph.entities().iter().all(|e| &*e.name != "May"));
}

/// How many events the tolls of two short articles of one day are of, and how many conflicts there are.
fn of_articles(a: &str, b: &str) -> (usize, usize) {
    let mut r = Reconciler::with_extractor(claimgraph::english::English);
    for (id, text) in [("a", a), ("b", b)] {
        r.add(Article::new(id).publisher(id).published("2031-05-06".parse().unwrap()).text(text));
    }
    let graph = r.reconcile();
    let tolls = |c: &claimgraph::graph::ClaimRef<'_>| matches!(c.claim().attribute.as_str(), "killed" | "injured");
    let mut events: Vec<String> = graph.claims().filter(tolls).map(|c| c.event().id().to_string()).collect();
    events.sort_unstable();
    events.dedup();
    let conflicts = graph.relations().filter(|r| r.kind() == claimgraph::relation::Kind::Conflicts).count();
    (events.len(), conflicts)
}

/// Two articles on one disaster each, of one city and day: one event or two.
#[test]
fn disasters_of_two_vehicles_or_causes_are_two() {
    let two = [
        ("A bus accident in Vienna killed 28 people on Monday.", "A factory fire in Vienna killed nine people on Monday."),
        ("A shooting in Vienna killed nine people on Monday.", "A bus crash in Vienna killed 28 people on Monday."),
        ("A bus crash in Vienna killed nine people on Monday.", "A train crash in Vienna killed 28 people on Monday."),
        ("A fire at a hotel in Vienna killed nine people on Monday.", "A warehouse fire in Vienna killed 28 people on Monday."),
        ("A quake in Osk killed nine people on Monday.", "A building collapse in Osk killed 28 people on Monday."),
        ("A bus crash in Vienna killed nine people on Monday.", "A fire in Vienna killed 28 people on Monday."),
        ("An accident on the coast road near Osk killed nine people on Monday.", "A ferry sank near Osk on Monday, killing 28 people."),
        ("A shooting at a mall in Osk killed nine people on Monday.", "A shooting in Osk killed 28 people on Monday at a school."),
        ("The ferry disaster in Porto killed nine people on Monday.", "A storm in Porto killed 28 people on Monday."),
        ("A quake in Osk killed nine people on Monday.", "An aftershock in Osk killed 28 people on Monday."),
        ("A stabbing in Vienna killed nine people on Monday.", "A blast in Vienna killed 28 people on Monday."),
        (
            "The Kalamos ferry disaster killed 28 people.",
            "Greta Lindner met Pavol Hrubec in Vienna on Monday.\n\nAn explosion killed nine people.",
        ),
    ];
    for (a, b) in two {
        for (a, b) in [(a, b), (b, a)] {
            assert_eq!(of_articles(a, b), (2, 0), "{a} / {b}");
        }
    }
    let one = [
        ("A bus crash in Vienna killed nine people on Monday.", "A crash in Vienna killed nine people on Monday."),
        ("A coach crash in Vienna killed nine people on Monday.", "A bus accident in Vienna killed nine people on Monday."),
        ("Ten people were killed in Vienna on Monday.", "The Vienna fire killed ten people on Monday."),
        ("A blast at a mill in Vienna killed nine people on Monday.", "A factory fire in Vienna killed nine people on Monday."),
    ];
    for (a, b) in one {
        assert_eq!(of_articles(a, b), (1, 0), "{a} / {b}");
    }
}

/// "A gas leak killed two" beside the disaster that an article is about is not a toll of that disaster in another article.
#[test]
fn a_cause_of_its_own_joins_no_other_disaster() {
    let own = "A train crash near Osk killed 28 people on Sunday. A gas leak killed two people in Osk.";
    assert_eq!(of_articles(own, "A train crash near Osk killed 28 people on Sunday."), (2, 0));
}

/// Deaths without a cause that fit two disasters are laid to neither.
#[test]
fn deaths_that_fit_two_disasters_join_neither() {
    let mut r = Reconciler::with_extractor(claimgraph::english::English);
    let texts = [
        "A bus crash in Vienna killed 28 people on Monday.",
        "A factory fire in Vienna killed nine people on Monday.",
        "Ten people were killed in Vienna on Monday.",
    ];
    for (i, text) in texts.iter().enumerate() {
        r.add(Article::new(i.to_string()).publisher(i.to_string()).published("2031-05-06".parse().unwrap()).text(*text));
    }
    let graph = r.reconcile();
    assert!(graph.relations().all(|r| r.kind() != claimgraph::relation::Kind::Conflicts));
}

/// How claims of the length of two meetings stand, one with `a` and one with `b`, and with the same other person.
fn meetings(a: &str, b: &str, time: claimgraph::value::Time) -> Vec<String> {
    let mut r = Reconciler::new();
    for (article, name, hours) in [("a", a, "PT2H"), ("b", b, "PT5H")] {
        let mut made = Article::new(article);
        made.published = Some(claimgraph::corpus::Published::on("2031-06-02".parse().unwrap()));
        let event = Event::new("meet").with(name).with("Ines Calvo").at(time);
        let value = told("duration", "duration", hours).claim(article).value;
        r.add(made).add(Claim::new(article, event, "duration", value));
    }
    r.reconcile().relations().map(|r| format!("{} {}", r.kind().as_str(), r.rule().code)).collect()
}

/// Names that vary as names do are one where a day ties them; otherwise nobody knows, and nobody says that they are two.
#[test]
fn names_that_vary() {
    use claimgraph::value::{Time, TimeForm};
    let (day, month) = (Time::day("2031-06-01".parse().unwrap()), Time::new(TimeForm::Month(2031, 5)));
    for (a, b) in [
        ("Bob Lindqvist", "Robert Lindqvist"),
        ("Kate Harker", "Katherine Harker"),
        ("Anna Berg", "Anna Berg-Lund"),
        ("Anna Berg Lund", "Anna Berg"),
        ("Dmytro Hrytsenko", "Dmitri Gritsenko"),
        ("Muhammad Saleh", "Mohammed Saleh"),
        ("Pyotr Tchernov", "Pyotr Chernov"),
        ("Robert Lindqvist", "Robert Lindqist"),
        ("Oleksandr Kovalenko", "Alexander Kovalenko"),
        ("Jan van Houten", "Jan Houten"),
    ] {
        assert_eq!(meetings(a, b, day), ["conflicts CG0515"], "{a} / {b}");
        assert_eq!(meetings(a, b, month), ["indeterminate CG0605"], "{a} / {b}");
    }
    for (a, b) in [("R. J. Lindqvist", "Robert Lindqvist"), ("Ana Prado", "Ana Maria Prado"), ("Tom Adeyemi Jr.", "Tom Adeyemi")] {
        assert_eq!(meetings(a, b, month), ["conflicts CG0515"], "{a} / {b}");
    }
    for (a, b) in [("Bob Lindqvist", "Ruth Lindqvist"), ("Tom Adeyemi Jr.", "Tom Adeyemi Sr."), ("Ana Prado", "Eva Sousa")] {
        assert_eq!(meetings(a, b, day), ["distinct CG0101"], "{a} / {b}");
    }
}
