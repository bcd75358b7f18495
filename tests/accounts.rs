//! What the reader says of its own silence: each reason on a sentence that it keeps quiet about.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;

use claimgraph::corpus::Article;
use claimgraph::english::account::{Account, Line, Outcome};
use claimgraph::english::{Annotation, Silence, explained};
use jiff::civil::date;

fn read(text: &str) -> (Annotation, Account) {
    explained(&"row".into(), &Article::new("row").text(text).published(date(2031, 5, 7)))
}

/// What became of the predicate or the value with these words, or of the line that is opened by them.
fn outcomes<'a>(text: &'a str, line: &'a Line, words: &'a str) -> impl Iterator<Item = Outcome> + 'a {
    let values = line.values.iter().filter(move |v| v.span.of(text) == words).map(|v| v.outcome);
    let predicates = line.predicates.iter().filter(move |p| p.word.of(text) == words).map(|p| p.outcome);
    let own = line.silence.filter(move |_| line.span.of(text).starts_with(words)).map(Err);
    values.chain(predicates).chain(own)
}

/// A text, words of it, and why they give no claim.
const ROWS: &[(&str, &str, &str)] = &[
    // Lines.
    ("The council of Osk opened the bridge on Monday.\nBy Ola Brekke, correspondent\nIt took nine years to build.", "By Ola", "page"),
    ("The council of Osk opened the bridge on Monday.\n12 comments\nIt took nine years to build.", "12 comments", "page"),
    ("The council of Osk opened the bridge on Monday.\n(Ola Brekke/Nordfoto)\nIt took nine years to build.", "(Ola", "page"),
    ("OSK, May 7 (Quay News) - The council opened the bridge on Monday.", "OSK", "dateline"),
    ("COUNCIL OF OSK OPENS 3 BRIDGES\n\nThe council of Osk opened the bridges on Monday.", "COUNCIL", "capitals"),
    ("The council of Osk opened a bridge. Will it open 12 more?", "Will it", "question"),
    (
        "The council of Osk opened 12 bridges in the old town.\n\nThe mayor was there.\n\nThe council of Osk opened 12 bridges in the old town.",
        "The council",
        "repeated",
    ),
    // Values.
    ("The baker pays a fee every Friday.", "every Friday", "recurring"),
    ("The baker paid the fee for decades.", "decades", "unmeasured"),
    ("Hundreds Mourn in Osk after the fall of the old bridge. The mayor was there.", "Hundreds", "of-name"),
    ("Residents may call 911 in the night.", "911", "identifier"),
    ("The mayor finished second.", "second", "order"),
    (
        "A woman was shot and killed in Osk on Monday. Police said the shooting was reported in the 6200 block of Alder Street in Osk.",
        "6200",
        "claimed",
    ),
    ("The baker runs an \"old\" shop.", "old", "one-word"),
    // Happenings.
    ("The dispute went on.", "dispute", "alone"),
    ("The mayor said that the bridge had been closed.", "said", "reports"),
    ("The keys were in custody.", "custody", "located"),
    ("The keys were those of the mayor.", "those", "equates"),
    ("The council fined the mill $40,000, later revised to $25,000.", "$40,000", "withdrawn"),
    ("Two men were hurt when a wall fell near the old bridge.", "hurt", "known"),
];

/// A quotation that is too long to be quoted, and one that is too long to be compared.
fn long() -> [(String, String, &'static str); 2] {
    let row = |words: String, code| (format!("\"{words}\" said the mayor."), words, code);
    [
        row(format!("We will {}go", "the unquestionably ".repeat(30)), "long-quote"),
        row(format!("we {}go", "to do it ".repeat(30)), "long-words"),
    ]
}

/// Reasons that no text is known to have: what they guard against, the readers of values and the parser leave out already.
const GUARDS: [Silence; 3] = [Silence::OfTime, Silence::Twice, Silence::Ungoverned];

#[test]
fn each_reason_has_its_row() {
    let mut missing = Vec::new();
    let mut shown: BTreeSet<&str> = GUARDS.into_iter().map(Silence::code).collect();
    let long = long();
    for (text, words, code) in ROWS.iter().copied().chain(long.iter().map(|(t, w, c)| (t.as_str(), w.as_str(), *c))) {
        let (_, account) = read(text);
        let found = account.lines.iter().flat_map(|line| outcomes(text, line, words)).filter_map(Result::err);
        if found.map(Silence::code).any(|c| c == code) {
            shown.insert(code);
        } else {
            missing.push(format!("{code}: {words} in {text}: {:?}", account.lines));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert_eq!(shown, Silence::all().map(Silence::code).collect());
}

/// A sentence that is read, and what became of its values: attribute, governor, role, the noun and whether that is counted.
#[test]
fn what_a_value_hangs_on_is_told() {
    for (text, words, told) in [
        ("The council shut 14 of its 20 schools.", "20", "total-school, -, -, schools, counted"),
        ("Turnout was 61 percent.", "61 percent", "turnout, percent, subject, Turnout, measured"),
        ("The baker moved 12 ovens to Osk.", "12", "oven, move, object, ovens, counted"),
        ("The baker moved the ovens on Monday.", "Monday", "time, move, -, -, -"),
    ] {
        let (annotation, account) = read(text);
        let all = || account.lines.iter().flat_map(|l| &l.values);
        let value = all().find(|v| v.span.of(text) == words).unwrap_or_else(|| panic!("{words}: {account:#?}"));
        let hung = value.hung.as_ref().unwrap();
        let noun = hung.noun.map(|n| n.of(text));
        let how = noun.map(|_| if hung.counts { "counted" } else { "measured" });
        let parts =
            [Some(annotation.extraction.claims[value.outcome.unwrap()].attribute.as_str()), hung.governor.as_deref(), hung.role, noun, how];
        assert_eq!(parts.map(|p| p.unwrap_or("-")).join(", "), told, "{text}");
    }
}

/// A text in another language has no lines, and the extraction says why.
#[test]
fn what_is_not_read_at_all_says_so() {
    let (annotation, account) = read("Bei einem Brand in Porto sind am Montag zwölf Menschen gestorben.");
    assert!(account.lines.is_empty() && annotation.extraction.unread.is_some());
    let (annotation, account) = explained(&"row".into(), &Article::new("row"));
    assert!(account.lines.is_empty() && annotation.extraction.claims.is_empty());
}

/// Asking for an account changes nothing of what is read.
#[test]
fn who_asks_is_told_the_same() {
    for (text, _, _) in ROWS {
        let article = Article::new("row").text(*text).published(date(2031, 5, 7));
        let (explained, plain) = (read(text).0, claimgraph::english::annotate(&"row".into(), &article));
        assert_eq!(explained.extraction, plain.extraction);
    }
}
