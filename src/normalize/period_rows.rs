//! Rows of the dates that pages, feeds and accounts carry: when they were published, and the stretches that they are of.

use super::tests::context;
use super::*;
use crate::corpus::Published;
use jiff::civil::date;

/// The label, or the line that is nothing but a date, or the dateline.
#[test]
fn dates_of_publication() {
    let found = |text: &str| publication_date(text).map(|p| p.to_string()).unwrap_or_default();
    for label in [
        "published",
        "posted",
        "publication date",
        "date",
        "first published",
        "issued",
        "publish date",
        "updated",
        "last updated",
        "modified",
        "last modified",
    ] {
        for line in [
            format!("{label}: 19 June 2031"),
            format!("{label} on 19 June 2031"),
            format!("{label} 2031-06-19T16:53"),
            format!("  {label} – 19 June 2031"),
        ] {
            assert!(found(&format!("A head\n{line}\nIt opened.")).starts_with("2031-06-19"), "{line}");
        }
        let line = label.to_uppercase();
        assert_eq!(found(&format!("{line}: 19 June 2031")), "2031-06-19", "{line}");
    }
    for (text, expected) in [
        ("Updated: 20 June 2031\nPublished: 19 June 2031", "2031-06-19"),
        ("Published onward 19 June 2031", ""),
        ("Published by Osk on 19 June 2031", ""),
        ("Published: Osk, 19 June 2031", ""),
        ("Published on: 19 June 2031", "2031-06-19"),
        ("Published | 19 June 2031", "2031-06-19"),
        ("Published: 19 June", ""),
        ("Published: June 2031", ""),
        ("Published: 2031-06-19T16:53:00Z", "2031-06-19T16:53:00Z"),
        // An hour is no moment.
        ("Published: 2031-06-19T16", "2031-06-19"),
        ("Published: 2031-06-19T16:53:00+02:00", "2031-06-19T16:53:00+02:00"),
        ("Published: 19 June 2031 at 16:53", "2031-06-19T16:53:00"),
        ("Published: 19 June 2031 by Osk", "2031-06-19"),
        ("19 June 2031", "2031-06-19"),
        ("19 June 2031.", "2031-06-19"),
        ("19 June 2031 …!", ""),
        ("2031-06-19T16:53", "2031-06-19T16:53:00"),
        ("2031-06-19T16:53Z", "2031-06-19T16:53:00Z"),
        ("On 19 June 2031", ""),
        ("19 June 2031, it opened", ""),
        ("Osk, June 19, 2031 — It opened.", "2031-06-19"),
        ("Osk, June 19, 2031 - It opened.", "2031-06-19"),
        ("Osk, June 19, 2031 – It opened.", "2031-06-19"),
        ("Osk, June 19, 2031 (Agency) It opened.", "2031-06-19"),
        ("Osk, June 19, 2031 It opened.", ""),
        ("osk, June 19, 2031 — It opened.", ""),
        ("Osk, June 19, 2031 it — opened.", ""),
        ("Old New Osk by the Sea, June 19, 2031 — It opened.", "2031-06-19"),
        ("Old New Osk by the far Sea, all, June 19, 2031 — It opened.", ""),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
    // A long line is no label.
    // A dateline ends within ninety characters.
    let dateline = |letters: usize| found(&format!("{}, June 19, 2031 — It opened.", "O".repeat(letters)));
    assert_eq!((dateline(73).as_str(), dateline(74).as_str()), ("2031-06-19", ""));
    let long = format!("Published: 19 June 2031 {}", "x".repeat(276));
    assert_eq!((long.len(), found(&long).as_str()), (300, "2031-06-19"));
    assert_eq!(found(&format!("{long}x")), "");
}

/// Moments as feeds and pages record them.
#[test]
fn recorded_moments() {
    let found = |text: &str| recorded(text).map(|p| p.to_string()).unwrap_or_default();
    for (text, expected) in [
        ("2031/06/19", "2031-06-19"),
        ("2031.06.19", "2031-06-19"),
        ("2031-05-07", "2031-05-07"),
        ("2031–05–07", "2031-05-07"),
        ("2031-05-07T10:00", "2031-05-07T10:00:00"),
        ("2031-05-07T10:00:00Z", "2031-05-07T10:00:00Z"),
        ("2031-05-07T10:00:00+02:00", "2031-05-07T10:00:00+02:00"),
        ("2031-05-07 10:00:00 UTC", "2031-05-07T10:00:00Z"),
        ("2031-05-07 10:00:00 GMT", "2031-05-07T10:00:00Z"),
        ("0001-05-07", "0001-05-07"),
        ("0000-05-07", ""),
        ("-000001-05-07", ""),
        ("+002031-05-07", "2031-05-07"),
        ("Wed, 07 May 2031 10:00:00 GMT", "2031-05-07T10:00:00Z"),
        ("Tue, 07 May 2031 10:00:00 +0200", "2031-05-07T10:00:00+02:00"),
        ("Wed May 07 10:00:00 2031", "2031-05-07T10:00:00"),
        ("Wed May 07 10:00:00 +0200 2031", "2031-05-07T10:00:00+02:00"),
        ("2031/05/07", "2031-05-07"),
        ("2031/05/07 10:00", "2031-05-07T10:00:00"),
        ("2031/05/07 10:00:30", "2031-05-07T10:00:30"),
        ("2031.05.07", "2031-05-07"),
        ("07.05.2031", "2031-05-07"),
        ("07.05.2031 10:00", "2031-05-07T10:00:00"),
        ("07.05.2031, 10:00", "2031-05-07T10:00:00"),
        ("2031-05-07 10:00:00 +0200", "2031-05-07T10:00:00+02:00"),
        ("2031-05-07 10:00:00 +0200 UTC", "2031-05-07T10:00:00+02:00"),
        ("07 May 2031 10:00", "2031-05-07T10:00:00"),
        ("07 May 2031 10:00:30", "2031-05-07T10:00:30"),
        ("07 August 2031 10:00", "2031-08-07T10:00:00"),
        ("07 August 2031 10:00:30", "2031-08-07T10:00:30"),
        ("Wed, 07 May 2031 10:00:30", "2031-05-07T10:00:30"),
        ("Wed, 07 May 2031", "2031-05-07"),
        ("May 07, 2031 10:00", "2031-05-07T10:00:00"),
        ("May 07, 2031 10:00 PM", "2031-05-07T22:00:00"),
        ("August 07, 2031 10:00", "2031-08-07T10:00:00"),
        ("August 07, 2031 10:00 PM", "2031-08-07T22:00:00"),
        ("May 7, 2031", "2031-05-07"),
        ("Wednesday 7 May 2031 at 10:00 GMT", "2031-05-07T10:00:00Z"),
        ("5/7/2031", ""),
        ("May 2031", ""),
        ("early 7 May 2031", ""),
        ("7 May 2031 at 9:30", ""),
        ("7 May", ""),
        ("2031-13-07", ""),
        ("2031-05-07 in Osk", ""),
        ("2031-5-7", ""),
        ("1936000000", "2031-05-08T09:46:40Z"),
        ("1936000000.5", "2031-05-08T09:46:40Z"),
        ("+1936000000", ""),
        ("19360000000000", ""),
        ("1936000000.x", ""),
        ("1936000000.5x", ""),
        ("1936000000.5.5", ""),
        ("1936000000000", "2031-05-08T09:46:40Z"),
        ("100000000", "1973-03-03T09:46:40Z"),
        ("99999999", ""),
        ("099999999", ""),
        ("7299999999", "2201-04-30T17:46:39Z"),
        ("7300000000", ""),
        ("100000000000", "1973-03-03T09:46:40Z"),
        ("7299999999999", "2201-04-30T17:46:39Z"),
        ("12", ""),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
    assert_eq!(recorded("2031-05-07"), Some(Published::on(date(2031, 5, 7))));
}

#[test]
fn periods_of_accounts() {
    let rows: &[(&str, &str)] = &[
        ("Q1 2023", "2023-Q1"),
        ("Q4 2023", "2023-Q4"),
        ("q4 2023", "2023-Q4"),
        ("Q5 2023", ""),
        ("Q0 2023", ""),
        ("Q12 2023", ""),
        ("H1 2023", "2023-H1"),
        ("H2 2023", "2023-H2"),
        ("h2 2023", "2023-H2"),
        ("H3 2023", ""),
        ("H0 2023", ""),
        ("3Q23", "2023-Q3"),
        ("3Q2023", "2023-Q3"),
        ("3 Q 2023", ""),
        ("03Q23", ""),
        ("Q03 2023", ""),
        ("Q3 '2023", ""),
        ("FY'24", "FY2024"),
        ("1Q23", "2023-Q1"),
        ("4Q23", "2023-Q4"),
        ("0Q23", ""),
        ("5Q23", ""),
        ("1H23", "2023-H1"),
        ("2H23", "2023-H2"),
        ("0H23", ""),
        ("3H23", ""),
        ("FY24 Q0", ""),
        ("FY24 Q5", ""),
        ("FY24 H0", ""),
        ("FY24 H3", ""),
        ("3Q69", "2069-Q3"),
        ("3Q70", "1970-Q3"),
        ("3Q1900", "1900-Q3"),
        ("3Q1899", ""),
        ("3Q2199", "2199-Q3"),
        ("3Q2200", ""),
        ("3Q123", ""),
        ("Q3 of 2023", "2023-Q3"),
        ("Q3 in 2023", "2023-Q3"),
        ("Q3, 2023", "2023-Q3"),
        ("Q3-2023", "2023-Q3"),
        ("Q3 '23", "2023-Q3"),
        ("Q3 ' 23", ""),
        ("Q3 FY24", "FY2024-Q3"),
        ("FY24 Q3", "FY2024-Q3"),
        ("2023 Q3", "2023-Q3"),
        ("2023 q3", ""),
        ("Q3 1000 AD", "1000-Q3"),
        ("Q3 999 AD", ""),
        ("2023 H1", "2023-H1"),
        ("FY24", "FY2024"),
        ("FY2024", "FY2024"),
        ("FY 2024", "FY2024"),
        ("FY '24", "FY2024"),
        ("fiscal 2024", "FY2024"),
        ("fiscal year 2024", "FY2024"),
        ("financial year 2024", "FY2024"),
        ("fiscal 1900", "FY1900"),
        ("fiscal 1899", ""),
        ("fiscal 2199", "FY2199"),
        ("fiscal 2200", ""),
        ("H2 FY24", "FY2024-H2"),
        ("fourth quarter of fiscal 2024", "FY2024-Q4"),
        ("first quarter of fiscal 2024", "FY2024-Q1"),
        ("the fourth-quarter of FY24", "FY2024-Q4"),
        ("fifth quarter of fiscal 2024", ""),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let found = whole::time(text, &Context::default()).map(|t| t.to_string()).unwrap_or_default();
        if found != *expected {
            wrong.push((text, expected, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    for word in ["in", "for", "of", "during", "by", "since", "from", "until", "last", "this"] {
        let text = format!("It fell {word} Q1.");
        assert!(super::tests::read_times(&text, &context("2023-06-19", "", Tense::Past)).concat().contains("-Q1"), "{text}");
    }
    for behind in ["revenue", "profit", "earnings", "results", "sales", "and all"] {
        let text = format!("It fell in Q1 {behind}.");
        assert!(super::tests::read_times(&text, &context("2023-06-19", "", Tense::Past)).concat().contains("2023-Q1"), "{text}");
    }
    for text in ["The Audi Q1 fell.", "It fell in Q1 cars.", "It fell with Q1."] {
        assert_eq!(super::tests::read_times(text, &context("2023-06-19", "", Tense::Past)), [""; 0], "{text}");
    }
}

/// Stretches that a whole text tells.
#[test]
fn stretches_of_a_whole_text() {
    let rows: &[(&str, &str)] = &[
        ("2022/23", "2022/2023"),
        ("2022/24", ""),
        ("2022/2024", ""),
        ("2022/2123", ""),
        ("FY22/23", "2022/2023"),
        ("1999/00", "1999/2000"),
        ("2022 /23", ""),
        ("2022/ 23", ""),
        ("22/23", ""),
        ("the 2022/23 season", "2022/2023"),
        ("2022/23 school year", "2022/2023"),
        ("school year 2022/23", "2022/2023"),
        ("academic year 2022/23", "2022/2023"),
        ("campaign 2022/23", "2022/2023"),
        ("fiscal 2022/23", "2022/2023"),
        ("2022/23 boats", ""),
        ("2022/23 financial year campaign", "2022/2023"),
        ("9M 2023", "2023-01-01/2023-09-30"),
        ("9M23", "2023-01-01/2023-09-30"),
        ("9M -5", ""),
        ("FY2022/23", "2022/2023"),
        ("2022x23", ""),
        ("January to March 2023", "2023-Q1"),
        ("January through March 2023", "2023-Q1"),
        ("January until March 2023", "2023-Q1"),
        ("between January and March 2023", "2023-Q1"),
        ("in the January-March 2023", "2023-Q1"),
        ("during January-March 2023", "2023-Q1"),
        ("for January-March 2023", "2023-Q1"),
        ("January with March 2023", ""),
        ("July to September 2023", "2023-Q3"),
        ("October to December 2023", "2023-Q4"),
        ("January to June 2023", "2023-H1"),
        ("July to December 2023", "2023-H2"),
        ("April to September 2023", "2023-04-01/2023-09-30"),
        ("January to December 2023", "2023"),
        ("March to March 2023", "2023-03-01/2023-03-31"),
        ("February to April 2023", "2023-02-01/2023-04-30"),
        ("November to February 2023", "2022-11-01/2023-02-28"),
        ("Nov 2022 to Feb 2023", "2022-11-01/2023-02-28"),
        ("Jan. to Mar. 2023", "2023-Q1"),
        ("April 2022 to March 2023", "2022-04-01/2023-03-31"),
        ("April 2023 to March 2022", ""),
        ("the quarter ended 30 September 2023", "2023-Q3"),
        ("quarter ending September 2023", "2023-Q3"),
        ("three months to June 2023", "2023-Q2"),
        ("3 months to June 2023", "2023-Q2"),
        ("three months through June 2023", "2023-Q2"),
        ("half year ended June 2023", "2023-H1"),
        ("six months to June 2023", "2023-H1"),
        ("6 months to December 2023", "2023-H2"),
        ("nine months to September 2023", "2023-01-01/2023-09-30"),
        ("9 months to September 2023", "2023-01-01/2023-09-30"),
        ("year ended December 2023", "2023"),
        ("fiscal year ended March 2023", "2022-04-01/2023-03-31"),
        ("financial year ended March 2023", "2022-04-01/2023-03-31"),
        ("twelve months to December 2023", "2023"),
        ("12 months to December 2023", "2023"),
        ("year ended March 31, 2024", "2023-04-01/2024-03-31"),
        ("year ended 31 March, 2024", "2023-04-01/2024-03-31"),
        ("year before March 2024", ""),
        ("December quarter 2023", "2023-Q4"),
        ("Sept quarter 2023", "2023-Q3"),
        ("the quarter ended 30 Sept 2023", "2023-Q3"),
        ("quarter ended Sept. 30, 2023", "2023-Q3"),
        ("March quarter 2023", "2023-Q1"),
        ("9M 2023", "2023-01-01/2023-09-30"),
        ("9M23", "2023-01-01/2023-09-30"),
        ("6M 2023", "2023-H1"),
        ("3M '23", "2023-Q1"),
        ("12M 2023", "2023"),
        ("5M 2023", ""),
        ("week 12 of 2023", "2023-W12"),
        ("week 12 in 2023", "2023-W12"),
        ("week 12, 2023", "2023-W12"),
        ("wk 12 2023", "2023-W12"),
        ("W12 2023", "2023-W12"),
        ("w12 2023", "2023-W12"),
        ("2023 week 12", "2023-W12"),
        ("2023-W12", "2023-W12"),
        ("week 53 of 2023", ""),
        ("week 53 of 2020", "2020-W53"),
        ("week twelve of 2023", ""),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .map(|(t, e)| (*t, *e, periods::whole(t).map(|f| f.to_string()).unwrap_or_default()))
        .filter(|(t, e, found)| e != found && !t.contains("2023-W12"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for word in "round matchday week day stage leg phase game match gameweek session heat series season quarter half period semester term test race set \
        inning wave part"
        .split_whitespace()
    {
        assert_eq!(counted_period(&format!("{word} two")), Some(format!("{word} 2")));
        assert_eq!(counted_period(&format!("the second {word}")), Some(format!("{word} 2")));
        assert_eq!(counted_period(&format!("in the 2nd {word}")), Some(format!("{word} 2")));
        assert_eq!(counted_period(&format!("{word} two of it")), None);
    }
    for word in ["in", "on", "the", "during", "at", "in the", "during the"] {
        assert_eq!(counted_period(&format!("{word} round 3")).as_deref(), Some("round 3"), "{word}");
    }
    assert_eq!(counted_period("boat two"), None);
    assert_eq!(counted_period("second-round").as_deref(), Some("round 2"));
    assert_eq!(label("In the Long Night"), "long night");
}
