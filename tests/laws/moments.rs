//! When something was published, and decided, is a moment: the same in whatever offset it is written.

use claimgraph::claim::{Claim, Decision, Event, Record, Verdict};
use claimgraph::corpus::Article;
use claimgraph::graph::ClaimGraph;
use claimgraph::ingest;
use claimgraph::value::{Normalized, Number, Place, Quantity, Time, Value};
use proptest::prelude::*;

use super::{day, graph_of};

fn article(id: &str, published: &str) -> Record {
    let published = ingest::date("published", published).unwrap().unwrap();
    Article::new(id).published_at(published).into()
}

fn killed(article: &str, n: i64) -> Record {
    let quake = Event::new("quake").place(Place::new("Marrow Bay")).at(Time::day(day(4)));
    let told = Normalized::new(format!("{n} people"), Value::Quantity(Quantity::new(Number::from_int(n), "person")));
    Claim::new(article, quake, "killed", told).into()
}

/// What is said of a count of each of two articles.
fn said((first, a): (&str, i64), (second, b): (&str, i64)) -> String {
    let graph = graph_of([article("a", first), article("b", second), killed("a", a), killed("b", b)]);
    let relations: Vec<String> = graph.relations().map(|r| format!("{} {}: {}", r.kind(), r.rule().code, r.why())).collect();
    relations.join("; ")
}

#[test]
fn the_later_count_is_told_by_instants() {
    let rows = [
        // Seen from Greenwich the one in Tokyo is twelve hours earlier, whatever day its clock shows.
        (
            ("2031-05-06T01:00:00+09:00", 20),
            ("2031-05-05T23:30:00-05:00", 11),
            "tension CG0402: 20 people (told at 2031-05-06T01:00:00+09:00)",
        ),
        (
            ("2031-05-06T01:00:00+09:00", 11),
            ("2031-05-05T23:30:00-05:00", 20),
            "supersedes CG0401: 20 people (told at 2031-05-05T23:30:00-05:00)",
        ),
        (("2031-05-06T09:00:00Z", 11), ("2031-05-06T21:00:00Z", 20), "supersedes CG0401: 20 people (told at 2031-05-06T21:00:00Z)"),
        (("2031-05-06T09:00:00Z", 11), ("2031-05-07T21:00:00Z", 20), "supersedes CG0401: 20 people (told on 2031-05-07) is the later"),
        (("2031-05-06T18:20:00-06:00", 11), ("2031-05-07", 20), "supersedes CG0401: 20 people (told on 2031-05-07) is the later"),
        (("2031-05-06", 11), ("2031-05-06T23:30:00-05:00", 20), "conflicts CG0403"),
        (("2031-05-06T23:30:00-05:00", 11), ("2031-05-07", 20), "indeterminate CG0404"),
        (("2031-05-06", 11), ("2031-05-07T00:30:00-05:00", 20), "indeterminate CG0404"),
        (("2031-05-06", 11), ("2031-05-07", 20), "supersedes CG0401: 20 people (told on 2031-05-07) is the later"),
    ];
    for (a, b, wanted) in rows {
        let (given, turned) = (said(a, b), said(b, a));
        assert!(given.starts_with(wanted), "{a:?} {b:?}: {given}");
        assert!(turned.starts_with(wanted), "{b:?} {a:?}: {turned}");
    }
}

#[test]
fn the_earlier_report_is_told_first() {
    let told = |a: &str, b: &str| said((a, 40), (b, 11));
    // Two counts against the direction: told in the order in which they were published.
    assert!(told("2031-05-05T23:30:00-05:00", "2031-05-06T01:00:00+09:00").starts_with("supersedes"));
    let tension = told("2031-05-06T01:00:00+09:00", "2031-05-05T23:30:00-05:00");
    assert!(tension.starts_with("tension CG0402: 40 people (told at 2031-05-06T01:00:00+09:00) and 11"), "{tension}");
}

/// Two articles, a claim each of one event, and what two people decided of them.
fn decided(decisions: &[(&str, Verdict)]) -> ClaimGraph {
    let ids: Vec<_> = [killed("a", 11), killed("b", 20)]
        .into_iter()
        .filter_map(|r| if let Record::Claim(c) = r { Some(c.claim.derive_id()) } else { None })
        .collect();
    let decision =
        |&(at, verdict): &(&str, Verdict)| Record::from(Decision::on_claims(ids[0].clone(), ids[1].clone(), verdict, "R. Hale").at(at));
    let records = [article("a", "2031-05-06"), article("b", "2031-05-07"), killed("a", 11), killed("b", 20)];
    graph_of(records.into_iter().chain(decisions.iter().map(decision)))
}

#[test]
fn the_later_decision_holds_by_instants() {
    use Verdict::{Conflicts, Corroborates};
    let holds = |a: &str, b: &str| {
        let graph = decided(&[(a, Conflicts), (b, Corroborates)]);
        let kind = graph.relations().next().unwrap().kind().to_string();
        (if kind == "conflicts" { a } else { b }).to_owned()
    };
    for (earlier, later) in [
        ("2031-06-02T10:30:00+02:00", "2031-06-02T09:00:00Z"),
        ("2031-06-02T01:00:00+09:00", "2031-06-01T23:30:00-05:00"),
        ("2031-06-02", "2031-06-02T00:00:01Z"),
        ("June 1, 2031", "2031-06-02"),
        ("9 May 2031", "10 May 2031"),
        ("", "2031-06-02"),
        ("zzz", "2031-06-02"),
        ("aaa", "bbb"),
    ] {
        assert_eq!((holds(earlier, later), holds(later, earlier)), (later.to_owned(), later.to_owned()), "{earlier:?} {later:?}");
    }
}

/// An update of which only the day is known, of a text of that day; and one of the hour at which the day began.
#[test]
fn the_order_of_the_records_decides_no_revision() {
    let text = |published: &str, updated: Option<&str>, text: &str| {
        let date = |t: &str| ingest::date("published", t).unwrap().unwrap();
        let article = Article::new("a").published_at(date(published)).text(text.to_owned());
        Record::from(updated.map_or(article.clone(), |u| article.updated(date(u))))
    };
    for (published, updated) in
        [("2031-05-06T10:00:00", "2031-05-06"), ("2031-05-06", "2031-05-06T00:00:00"), ("2031-05-06T10:00:00Z", "2031-05-06")]
    {
        let records = [text(published, None, "Rain fell."), text(published, Some(updated), "Snow fell.")];
        for turned in [records.clone().into_iter().collect::<Vec<_>>(), records.into_iter().rev().collect()] {
            let graph = graph_of(turned);
            let stands = graph.articles().first().map(|a| a.article.updated.is_some());
            assert_eq!((graph.parts().rejected.len(), stands), (0, Some(true)), "{published} {updated}");
        }
    }
}

proptest! {
    /// An instant that is written in another offset changes nothing but how it is written.
    #[test]
    fn offsets_are_writing(told in prop::collection::vec((0..60_i64, 1..5_i64, -24..=28_i64), 2..6), other in prop::collection::vec(-24..=28_i64, 6)) {
        let graph = |offsets: &dyn Fn(usize) -> i64| {
            let mut records = Vec::new();
            for (i, &(step, n, _)) in told.iter().enumerate() {
                let half_hours = offsets(i);
                let at = jiff::civil::date(2031, 5, 7).at(0, 0, 0, 0) + jiff::Span::new().minutes(step * 24 + half_hours * 30);
                let sign = if half_hours < 0 { '-' } else { '+' };
                let offset = format!("{sign}{:02}:{:02}", half_hours.abs() / 2, half_hours.abs() % 2 * 30);
                records.extend([article(&format!("a{i}"), &format!("{at}{offset}")), killed(&format!("a{i}"), n * 10)]);
            }
            let graph = graph_of(records);
            let mut told: Vec<_> = graph.relations().map(|r| (r.kind(), r.rule().code, r.source().article().id.clone(), r.target().article().id.clone())).collect();
            told.sort();
            told
        };
        prop_assert_eq!(graph(&|i| told[i].2), graph(&|i| other[i]));
    }
}
