//! Rows of values as records write them, by attribute: what of the words is the value, and what of them says no more than the attribute.
//! Published on Wednesday, 7 May 2031.

use super::tests::put;
use super::*;
use crate::value::Modifier;
use jiff::civil::date;

/// The value of a text: its kind, its canonical form, its unit, its hedge, its change.
fn read(attribute: &str, text: &str) -> String {
    let value = value(&attribute.into(), text, &Context::published(date(2031, 5, 7))).value;
    let told = match &value {
        Value::Quantity(q) => {
            let unit = q.unit.as_str();
            let change = q.change.map_or("", |c| if c == crate::value::Change::Up { " up" } else { " down" });
            format!("{}{}{unit}{change}", value.canonical(), if unit.is_empty() { "" } else { " " })
        }
        _ => value.canonical(),
    };
    let modifier = match &value {
        Value::Quantity(q) => q.modifier,
        Value::Duration(d) => d.modifier,
        Value::Time(t) => t.modifier,
        _ => None,
    };
    format!("{}: {told}{}", value.kind(), modifier.map_or(String::new(), |m| format!(" {m}")))
}

fn check(rows: &[(&str, &str, &str)]) {
    let wrong: Vec<_> = rows.iter().map(|(a, t, e)| (*a, *t, *e, read(a, t))).filter(|(_, _, e, found)| e != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The same of each word, which `|` parts, in the place of `_`.
fn each(words: &str, attribute: &str, text: &str, expected: &str) {
    let wrong: Vec<_> =
        words.split('|').map(|w| (w, read(attribute, &put(text, w)))).filter(|(w, found)| *found != put(expected, w)).collect();
    assert!(wrong.is_empty(), "{attribute}, {text}: wanted {expected}, got {wrong:#?}");
}

#[test]
fn lengths() {
    check(&[
        ("duration", "1h30m", "duration: PT1H30M"),
        ("duration", "1,5 h", "duration: PT1H30M"),
        ("duration", " 1h30m ", "duration: PT1H30M"),
        ("duration", "2h10", "duration: PT2H10M"),
        ("duration", "2h", "duration: PT2H"),
        ("duration", "2h 10m", "duration: PT2H10M"),
        ("duration", "1h 5m 30s", "duration: PT1H5M30S"),
        ("duration", "1h59m59s", "duration: PT1H59M59S"),
        ("duration", "1h60m", "text: 1h60m"),
        ("duration", "1h5m60s", "text: 1h5m60s"),
        ("duration", "1h5m6", "text: 1h5m6"),
        ("duration", "99999h", "duration: PT99999H"),
        ("duration", "99999h30m", "duration: PT99999H30M"),
        ("duration", "100000h30m", "text: 100000h30m"),
        ("duration", "2:10:00", "duration: PT2H10M"),
        ("duration", "0:59:59", "duration: PT59M59S"),
        ("duration", "2:60:00", "text: 2:60:00"),
        ("duration", "2:10:60", "text: 2:10:60"),
        ("duration", "999:10:00", "duration: PT999H10M"),
        ("duration", "9999:10:00", "text: 9999:10:00"),
        ("duration", "2:10:00:00", "text: 2:10:00:00"),
        ("duration", "2:1x:00", "text: 2:1x:00"),
        ("duration", "lasted three hours", "duration: PT3H"),
        ("duration", "an hour", "duration: PT1H"),
        ("duration", "a working day", "duration: P1D"),
        ("duration", "three hours, they say", "text: three hours, they say"),
        ("duration", "three hours.", "duration: PT3H"),
        ("duration", "three hours;", "duration: PT3H"),
        ("duration", "three hours,", "duration: PT3H"),
        ("duration", "over the 3 hours", "duration: PT3H"),
        ("duration", "an additional day", "duration: P1D"),
        ("duration", "yes", "boolean: true"),
        ("duration", "7 May 2031", "time: 2031-05-07"),
        ("time", "yes", "boolean: true"),
        ("time", "no", "boolean: false"),
        ("time", "three hours", "duration: PT3H"),
        ("status", "yes", "boolean: true"),
        ("status", "held", "status: held"),
        ("occurrence", "perhaps", "text: perhaps"),
        ("first-since", "five years", "duration: P5Y"),
        ("first-since", "2019", "time: 2019"),
    ]);
    each("h|hr|hrs", "duration", "1.5 _", "duration: PT1H30M");
    each("min|mins", "duration", "45 _", "duration: PT45M");
    each("sec|secs", "duration", "45 _", "duration: PT45S");
    each("yr|yrs", "duration", "2 _", "duration: P2Y");
    each("on|in|at|for|during|since|from|the|lasted|lasting|by|within|of", "duration", "_ 3 hours", "duration: PT3H");
    each("with|some", "duration", "_ house of 3 hours", "text: _ house of 3 hours");
    each("2031-05-06|2031-05-06T10:25|2031-05-06T10:25Z", "time", "_", "time: _");
    check(&[
        ("time", " 2031-05-06 ", "time: 2031-05-06"),
        ("time", "2031-05-06 10:25", "time: 2031-05-06T10:25"),
        ("time", "2031-05-06T10:25:31", "time: 2031-05-06T10:25"),
        ("time", "2031-05-06T10:25:31.5Z", "time: 2031-05-06T10:25Z"),
        ("time", "2031-05-06T10:25:31z", "time: 2031-05-06T10:25Z"),
        ("time", "2031-05-06t10:25:31Z", "text: 2031-05-06t10:25:31Z"),
        ("time", "2031-05-06 10:25:31+02:00", "time: 2031-05-06T10:25+02:00"),
        ("time", "2031-05-06 10:25:31-02:00", "time: 2031-05-06T10:25-02:00"),
        ("time", "2031-05-06T10:25:31+09:00", "time: 2031-05-06T10:25+09:00"),
        ("time", "2031-05-06T10:25:3x", "text: 2031-05-06T10:25:3x"),
        ("time", "2031-05-06X10:25:31", "text: 2031-05-06X10:25:31"),
        ("time", "in 2019-2023", "text: in 2019-2023"),
    ]);
}

#[test]
fn dates_and_their_bounds() {
    each(
        "born|died|est.|est|established|founded|built|opened|opens|dated|started|starts|until|till|through",
        "founding",
        "_ 7 March 2030",
        "time: 2030-03-07",
    );
    each("on or before|no later than|not later than|by", "due-date", "_ 7 March 2030", "time: 2030-03-07 ON_OR_BEFORE");
    each("before|prior to", "due-date", "_ 7 March 2030", "time: 2030-03-07 BEFORE");
    each("on or after|no earlier than|not before", "due-date", "_ 7 March 2030", "time: 2030-03-07 ON_OR_AFTER");
    each("after|After|AFTER", "due-date", "_ 7 March 2030", "time: 2030-03-07 AFTER");
    check(&[
        ("due-date", "before late May 2031", "time: 2031-05 BEFORE"),
        ("due-date", "before early May 2031", "text: before early May 2031"),
        ("due-date", "before", "text: before"),
        ("due-date", "23-May-2030", "time: 2030-05-23"),
        ("due-date", "23-Mayor-2030", "text: 23-Mayor-2030"),
        ("due-date", "23-May-2030-1", "text: 23-May-2030-1"),
        ("due-date", "Monday", "time: XXXX-WXX-1"),
        ("due-date", "on Monday.", "time: XXXX-WXX-1"),
        ("time", "Monday", "time: 2031-05-05"),
        ("due-date", "May 2031", "time: 2031-05"),
        ("due-date", "9:30", "time: 2031-05-07T09:30"),
        ("due-date", "09:30", "time: 2031-05-07T09:30"),
        ("due-date", "14:25", "time: 2031-05-07T14:25"),
        ("due-date", "24:25", "text: 24:25"),
        ("due-date", "14:60", "text: 14:60"),
        ("due-date", "14:5", "text: 14:5"),
        ("due-date", "5 p.m. EST on 7 May 2031", "time: 2031-05-07T17:00"),
        ("due-date", "5 p.m. JST on 7 May 2031", "time: 2031-05-07T17:00+09:00"),
        ("due-date", "5 p.m. on 7 May 2031", "time: 2031-05-07T17:00"),
        ("due-date", "12/6/2031", "time: 2031-06-12"),
        ("due-date", "12.6.2031", "time: 2031-06-12"),
        ("term", "2019-2023", "text: 2019-2023"),
        ("killed", "1500-1600", "quantity: 1500-1600 person"),
        ("term", "2019 to 2023", "text: 2019-2023"),
        ("term", "2019–2023", "text: 2019-2023"),
        ("term", "2019-23", "text: 2019-2023"),
        ("term", "2019/2023", "text: 2019-2023"),
        ("term", "2022/23", "time: 2022/2023"),
        ("term", "2023-2019", "text: 2023-2019"),
        ("term", "1499-1510", "text: 1499-1510"),
        ("term", "1500-1510", "text: 1500-1510"),
        ("term", "2198-2199", "time: 2198/2199"),
        ("term", "2198-2200", "text: 2198-2200"),
        ("term", "2019-2023x", "text: 2019-2023x"),
        ("term", "2019-023", "text: 2019-023"),
        ("term", "2 years", "duration: P2Y"),
    ]);
    // Years that a stretch is told by are one text in all their writings.
    for text in ["2019-2023", "2019 - 2023", "2019 to 2023", " 2019–2023 ", "2019—2023", "2019-23"] {
        assert_eq!(worded::years(text).as_deref(), Some("2019-2023"), "{text}");
    }
    for text in [
        "2023-2019",
        "2019-2019",
        "1499-1510",
        "2200-2210",
        "2198-2200",
        "2019-3",
        "2019-023",
        "019-2023",
        "20x9-2023",
        "2019-20x3",
        "2019",
        "2019 or 2023",
    ] {
        assert_eq!(worded::years(text), None, "{text}");
    }
    assert_eq!(worded::years("1500-2199").as_deref(), Some("1500-2199"));
}

#[test]
fn zones_that_are_not_read() {
    let time = |text: &str| whole::time(text, &Context::published(date(2031, 5, 7))).unwrap();
    let plain = time("5 p.m. on 7 May 2031");
    for (text, unread) in [
        ("17:00 EST", true),
        ("17:00 IST", true),
        ("17:00 CT", true),
        ("17:00 AEST", true),
        ("17:00 ABCDT", false),
        ("17:00 T", false),
        ("17:00 est", false),
        ("17:00 EST.", false),
        ("17:00 ESX", false),
        ("17:00 EsT", false),
        ("17:00 5T", false),
        ("17:00", false),
    ] {
        assert_eq!(worded::has_unread_zone(text, plain), unread, "{text}");
    }
    assert!(!worded::has_unread_zone("17:00 EST", time("5 p.m. GMT on 7 May 2031")));
    assert!(!worded::has_unread_zone("7 May EST", time("7 May 2031")));
}

#[test]
fn yes_and_no() {
    each("true|yes|did|it did|they did|he did|she did|Yes|TRUE|yes.|yes!|  yes ", "confirmed", "_", "boolean: true");
    let no = "false|no|did not|didn't|not yet|it did not|they did not|he did not|she did not|it didn't|they didn't|No.|it  did not";
    each(no, "confirmed", "_", "boolean: false");
    each("perhaps|yes and no|not|nobody", "confirmed", "_", "text: _");
    let rows = [
        ("planned", "planned|scheduled|expected|announced"),
        ("postponed", "postponed|delayed|rescheduled|put off|pushed back|deferred"),
        ("cancelled", "cancelled|canceled|called off|scrapped|abandoned"),
        ("under-way", "under-way|under way|underway|ongoing|in progress|began|started"),
        ("held", "held|took place|went ahead"),
        ("withdrawn", "withdrawn|rescinded"),
        ("rejected", "rejected|turned down"),
        ("accepted", "accepted"),
        ("ended", "ended|over|finished|concluded|completed"),
    ];
    for (status, words) in rows {
        each(words, "status", "_", &format!("status: {status}"));
        each(words, "status", "was _.", &format!("status: {status}"));
    }
    each("was|were|is|has been|had been|been", "status", "_ held", "status: held");
    each("will be|be", "status", "_ held", "text: _ held");
}

/// What a count says that its attribute has said.
#[test]
fn words_of_the_attribute() {
    for (attribute, words) in [
        (
            "killed",
            "killed|dead|died|deaths|fatalities|were killed|people killed|people dead|persons dead|in all|in total|so far|overall|altogether|confirmed dead",
        ),
        ("deaths", "killed|dead|died|deaths|fatalities"),
        ("injured", "injured|wounded|hurt|injuries|people hurt|have been hurt|has been hurt|are hurt|were hurt|was hurt|reported hurt"),
        ("wounded", "injured|wounded|hurt"),
        ("arrested", "arrested|detained|arrests|in custody"),
        ("detained", "arrested|detained|in custody"),
        ("missing", "missing|unaccounted for"),
        ("displaced", "displaced|homeless"),
        ("evacuated", "evacuated"),
        ("rescued", "rescued|saved"),
        ("participants", "participated|attended|present|attending|participating|marched|people"),
        ("shot", "shot|hit"),
    ] {
        each(words, attribute, "12 _", "quantity: 12 person");
        each("none|nobody|no one|nil|None", attribute, "_", "quantity: 0 person");
    }
    each("man|woman|boy|girl|male|female", "age", "12-year-old _", "quantity: 12 year-old");
    // A code or a telephone number, whatever joins its figures.
    each("-|‒|–|—|−", "cost", "555_1234", "text: 555_1234");
    each("‐|‑", "cost", "555_1234", "text: 555-1234");
    check(&[
        ("killed", "no deaths", "quantity: 0 person"),
        ("killed", "no people killed", "quantity: 0 person"),
        ("killed", "no boats", "text: no boats"),
        ("killed", "no boats killed", "text: no boats killed"),
        // Whatever joins the words of the attribute's name.
        ("sold-lamps", "no lamps sold", "quantity: 0"),
        ("sold_lamps", "no lamps sold", "quantity: 0"),
        ("sold lamps", "no lamps sold", "quantity: 0"),
        ("soldxlamps", "no lamps sold", "text: no lamps sold"),
        ("killed", "12 in the harbour", "quantity: 12 person in the harbour"),
        ("cost", "12 in the harbour", "quantity: 12 in the harbour"),
        ("cost", "none", "text: none"),
        ("killed", "12 drowned", "quantity: 12 drowned"),
        ("killed", "12 killed, 30 hurt", "text: 12 killed, 30 hurt"),
        ("killed", "a total of 12", "quantity: 12 person"),
        ("killed", "12 fatally", "quantity: 12 person"),
        ("killed", "some of 12 people", "quantity: 12 person"),
        ("killed", "by 12", "quantity: 12 person"),
        ("due-date", "by 12", "text: by 12"),
        ("due-date", "by Q1", "time: 2031-Q1 ON_OR_BEFORE"),
        ("members", ",27", "text: ,27"),
        ("due-date", "by 2012", "time: 2012 ON_OR_BEFORE"),
        ("killed", "the boat of 12", "text: the boat of 12"),
        ("killed", "a to and by was were 12", "quantity: 12 person"),
        ("killed", "a to and by was were is 12", "text: a to and by was were is 12"),
        ("killed", "1.200", "quantity: 1200 person"),
        ("killed", " 1.200 ", "quantity: 1200 person"),
        ("total boats", "1.200", "quantity: 1200"),
        ("total-boats", "1.200", "quantity: 1200"),
        ("total_boats", "1.200", "quantity: 1200"),
        ("total length", "1.200", "quantity: 1.2"),
        ("class", "1.200", "quantity: 1.2"),
        ("members", " 27 ", "quantity: 27"),
        ("age", "twenties", "quantity: 20-29 year-old"),
        ("members", "twenties", "text: twenties"),
        ("cost", "mid-30s", "text: mid-30s"),
        ("killed", "one", "quantity: 1 person"),
        ("killed", "two", "quantity: 2 person"),
        ("cost", "one", "quantity: 1"),
        ("cost", "34 yo", "quantity: 34 yo"),
        ("start", "23:59", "time: 2031-05-07T23:59"),
        ("start", "24:25", "text: 24:25"),
        ("duration", "1.5 h", "duration: PT1H30M"),
        ("duration", "1.5 hr", "duration: PT1H30M"),
        ("duration", "1.5 hrs", "duration: PT1H30M"),
        ("duration", "5 min", "duration: PT5M"),
        ("duration", "5 mins", "duration: PT5M"),
        ("duration", "5 sec", "duration: PT5S"),
        ("duration", "5 secs", "duration: PT5S"),
        ("duration", "5 yr", "duration: P5Y"),
        ("duration", "5 yrs", "duration: P5Y"),
        ("turnout", "3 in 4", "quantity: 0.75"),
        ("turnout", "4 in 4", "text: 4 in 4"),
        ("killed", "1.2", "quantity: 1.2 person"),
        ("votes", "12.480", "quantity: 12480"),
        ("length", "12.480", "quantity: 12.48"),
        ("age", "5 months", "quantity: 5 month-old"),
        ("age", "5 weeks", "quantity: 5 week-old"),
        ("age", "5 days", "quantity: 5 day-old"),
        ("age", "5 years", "quantity: 5 year-old"),
        ("age", "5", "quantity: 5 year-old"),
        ("age", "aged 5", "quantity: 5 year-old"),
        ("age", "2 years and 6 months", "quantity: 2.5 year-old"),
        ("age", "a year and a half", "quantity: 1.5 year-old"),
        ("age", "2 weeks and 3 days", "quantity: 17/7 week-old"),
        ("age", "a day and a half", "quantity: 1.5 day-old"),
        ("age", "2 hours and 20 minutes", "text: 2 hours and 20 minutes"),
        ("age", "about 5 years", "quantity: 5 year-old APPROX"),
        ("age", "two to three years", "quantity: 2-3 year-old"),
        ("attendance", "1.2m", "quantity: 1200000 person"),
        ("attendance", "1.2M", "quantity: 1200000 person"),
        ("height", "1.2m", "quantity: 1.2 m"),
        ("attendance", "xm", "text: xm"),
    ]);
}

#[test]
fn ages_in_words() {
    each("34 y/o|34 yo|34 y.o.|34 yrs old|34 yrs|34 y|34y", "age", "_", "quantity: 34 year-old");
    for (words, low, high) in [
        ("in his 30s", 30, 39),
        ("in her thirties", 30, 39),
        ("in their 30's", 30, 39),
        ("early 30s", 30, 34),
        ("mid-30s", 33, 37),
        ("late 30s", 36, 39),
        ("in the late thirties", 36, 39),
        ("teens", 13, 19),
        ("a teenager", 13, 19),
        ("teenage", 13, 19),
        ("early teens", 13, 15),
        ("mid-teens", 14, 17),
        ("late teens", 16, 19),
        ("twenties", 20, 29),
        ("forties", 40, 49),
        ("fifties", 50, 59),
        ("sixties", 60, 69),
        ("seventies", 70, 79),
        ("eighties", 80, 89),
        ("nineties", 90, 99),
        ("in his 20s", 20, 29),
        ("in his 110s", 110, 119),
    ] {
        let found = worded::age(words).map(|q| (q.amount.trunc(), q.upper.map(crate::value::Number::trunc)));
        assert_eq!(found, Some((low, Some(high))), "{words}");
        assert_eq!(worded::age(words).unwrap().written, Some(crate::value::Number::from_int(1)), "{words}");
    }
    for words in ["in his 35s", "in his 10s", "in his 120s", "early", "30s boat", "boats", "x yo", "in his"] {
        assert_eq!(worded::age(words).map(|q| q.amount.to_string()), None, "{words}");
    }
}

#[test]
fn amounts_of_records() {
    check(&[
        ("cost", "1.2bn", "quantity: 1200000000"),
        ("cost", "\n1.200 \n", "quantity: 1.2"),
        ("votes", "\n1.200 \n", "quantity: 1200"),
        ("members", "\n27\n", "quantity: 27"),
        ("place", "\nin Osk\n", "place: Osk"),
        ("cost", "3M", "quantity: 3000000"),
        ("cost", "3B", "quantity: 3000000000"),
        ("cost", "Rs. 500", "quantity: 500 rupee"),
        ("rate", "5% per annum", "quantity: 5 %/year"),
        ("rate", "5% p.a.", "quantity: 5 %/year"),
        ("rate", "25bp", "quantity: 25 bp"),
        ("rate", "25bps", "quantity: 25 basis point"),
        ("rate", "25pp", "quantity: 25 pp"),
        ("rate", "25ppt", "quantity: 25 ppt"),
        ("heat", "104F", "quantity: 104 °F"),
        ("share", "half", "quantity: 0.5"),
        ("share", "a half", "quantity: 0.5"),
        ("share", "one half", "quantity: 0.5"),
        ("share", "one-half", "quantity: 0.5"),
        ("share", "Half", "quantity: 0.5"),
        ("share", "half a boat", "text: half a boat"),
        ("share", "three in five", "quantity: 0.6"),
        ("share", "2 in 3", "quantity: 2/3"),
        ("share", "5 in 3", "text: 5 in 3"),
        ("share", "3 km in five", "quantity: 3 km in five"),
        ("growth", "5% increase", "quantity: 5 % up"),
        ("growth", "5% decline", "quantity: 5 % down"),
        ("growth", "up 5% decline", "quantity: 5 % decline up"),
        ("growth", "5 boats decline", "text: 5 boats decline"),
        ("growth", "5% increase there", "quantity: 5 % increase there up"),
        ("sum-told", "a fine of $500", "quantity: 500 $ fine"),
        ("sum-told", "fine of $500", "quantity: 500 $ fine"),
        ("sum-told", "the fine of $500", "quantity: 500 $ fine"),
        ("sum-told", "$500 fine", "quantity: 500 $ fine"),
        ("sum-told", "old fine of $500", "text: old fine of $500"),
        ("sum-told", "Fine of $500", "text: Fine of $500"),
        ("sum-told", "fine of 500 boats", "text: fine of 500 boats"),
        ("sum-told", "fine of $500 each", "text: fine of $500 each"),
        ("term", "term of 5 years", "quantity: 5 year"),
        ("penalty", "jail of 5 years", "quantity: 5 year jail"),
        ("penalty", "2 years in prison", "quantity: 2 year in prison"),
        ("penalty", "2 years probation", "quantity: 2 year probation"),
        ("penalty", "2 years' probation", "quantity: 2 year probation"),
        ("penalty", "2 boats probation", "text: 2 boats probation"),
        ("penalty", "2 years Probation", "text: 2 years Probation"),
        ("penalty", "2 years, probation", "text: 2 years, probation"),
        ("penalty", "2 years in prison in 3 towns", "text: 2 years in prison in 3 towns"),
        ("aid", "1.2% of GDP", "quantity: 1.2 % of GDP"),
        ("aid", "1.2% of the 43", "quantity: 1.2 % of the 43"),
        ("aid", "1.2% of GDP.", "quantity: 1.2 % of GDP"),
        ("aid", "95% (CI 90–98)", "quantity: 95 % (CI 90–98)"),
        ("aid", "95% (CI 90–98) (2 polls)", "quantity: 95 % (CI 90–98) (2 polls)"),
        ("aid", "48% ± 3", "quantity: 48 % ± 3"),
        ("aid", "95% (CI 90–98) of it", "text: 95% (CI 90–98) of it"),
        ("aid", "95% (90–98 confidence)", "quantity: 95 % (90–98 confidence)"),
        ("aid", "48% +/- 3", "quantity: 48 % +/- 3"),
        ("aid", "48 boats ± 3", "text: 48 boats ± 3"),
        ("aid", "48 ± 3", "text: 48 ± 3"),
        ("score", "3-1", "text: 3-1"),
        ("result", "3-1", "text: 3-1"),
        ("visitors", "25-30", "quantity: 25-30"),
        ("visitors", "25 to 30", "quantity: 25-30"),
        ("visitors", "25  to  30", "quantity: 25-30"),
        ("votes", "25 to 30", "text: 25 to 30"),
        ("women", "25-30", "quantity: 25-30"),
        ("woman", "25-30", "text: 25-30"),
        ("code", "007", "text: 007"),
        ("code", "0044 20", "text: 0044 20"),
        ("code", "0", "quantity: 0"),
        ("code", "0.5", "quantity: 0.5"),
        ("rank", "third", "text: third"),
        ("placing", "third", "text: third"),
        ("members", "27", "quantity: 27"),
        ("members", "27,000", "quantity: 27000"),
        ("members", "27 Pilots", "text: 27 Pilots"),
        ("pilots", "27 Pilots", "quantity: 27 Pilot"),
        ("pilots", "27 Pilots here", "text: 27 Pilots here"),
        ("quotation", "“We  left.”", "quotation: We left."),
        ("quotation", "'We left.'", "quotation: We left."),
        ("quotation", "«We left.»", "quotation: We left."),
        ("quotation", "We 'left'", "quotation: We 'left'"),
        ("quotation", "'", "quotation: '"),
        ("place", "in Osk, Norland", "place: Osk"),
        ("place", "At Osk", "place: Osk"),
        ("place", "at Osk.", "place: Osk"),
        ("place", "In Osk,", "place: Osk"),
        ("place", "inner Osk", "place: inner Osk"),
        ("place", "Osk in ", "place: Osk in"),
        ("role", "chief  of staff", "text: chief of staff"),
        ("colour", "green", "text: green"),
        ("seats", "1,200 seats", "quantity: 1200 seat"),
        ("seats", "1.200 seats", "quantity: 1200 seat"),
        ("seats", "1.200 seat", "quantity: 1.2 seat"),
        ("seats", "1,200 old seats", "quantity: 1200 seat"),
        ("seats", "two of them", "quantity: 2 of them"),
        ("seats", "90.0", "quantity: 90"),
    ]);
    let behind = "of|in|among|from|at|on|for|with|by|to|under|over|above|below|within|since|between|against|as|before|after|during|out|near|without|\
        across|behind|than|who|which|that|not";
    each(behind, "amount-told", "5 kg _ them", "quantity: 5 kg _ them");
    each(behind, "amount-told", "5 boats _ them", "quantity: 5 boat _ them");
    each("and|or|but", "amount-told", "5 boats _ them", "text: 5 boats _ them");
    each("increase|rise|growth|gain|jump|more|higher", "growth", "5% _", "quantity: 5 % up");
    each("decrease|decline|fall|drop|cut|reduction|less|lower", "growth", "5% _", "quantity: 5 % down");
    for unit in ["second", "minute", "hour", "day", "week", "month", "year", "night"] {
        assert_eq!(
            read("penalty", &format!("two {unit}s probation")),
            format!("quantity: 2 {} probation", if unit == "night" { "day" } else { unit })
        );
    }
    // Points of two sides are no range, whatever lies between them; guests are.
    for name in "votes points goals sets runs results scores odds games frames ratio score result vote".split(' ') {
        assert_eq!(read(name, "3 to 7"), "text: 3 to 7", "{name}");
    }
    for name in [
        "guests",
        "participants",
        "turnout",
        "toll",
        "people",
        "enrolment",
        "attendance",
        "crew",
        "staff",
        "workforce",
        "headcount",
        "capacity",
        "population",
        "audience",
        "membership",
        "crowd",
    ] {
        assert!(read(name, "25-30").starts_with("quantity: 25-30"), "{name}");
    }
    for name in "hours dates days weeks months years times ages numbers codes coordinates ids terms details".split(' ') {
        assert_eq!(read(&format!("opening-{name}"), "9-17"), "text: 9-17", "{name}");
    }
    for dash in ['-', '‐', '‑', '‒', '–', '—', '−'] {
        assert_eq!(read("telephone", &format!("555{dash}1234")).split(':').next(), Some("text"), "{dash}");
    }
}

/// Multipliers of other languages: a reading of English words would be wrong by as much.
#[test]
fn other_languages() {
    let scales = "mil|mila|mille|tausend|tusen|tusind|duizend|millon|millones|milhao|milhoes|milione|milioni|milion|miliony|milionow|milioane|miljoen|\
        miljoner|miljonit|miljoonaa|millionen|millioner|mio|mios|milliard|milliards|milliarden|milliarder|miliard|miliardy|miliarde|miliardi|miliardo|\
        miljard|miljarder|mrd|mld|mlrd|milyon|milyar|juta|ribu|miliar";
    each(scales, "damage", "12 _", "text: 12 _");
    each("Mrd.|Tausend", "damage", "12 _ euros", "text: 12 _ euros");
    check(&[
        ("damage", "12 euros", "quantity: 12 EUR"),
        ("damage", "12 euros de mil", "text: 12 euros de mil"),
        ("damage", "€12 mil", "text: €12 mil"),
        ("killed", "12 Norwegians", "quantity: 12 Norwegian"),
        ("killed", "12 Menschen", "text: 12 Menschen"),
        ("killed", "12 Norwegian soldiers", "quantity: 12 soldier"),
        ("killed", "12 человек", "text: 12 человек"),
        ("killed", "12 Frauen und Kinder", "text: 12 Frauen und Kinder"),
    ]);
}

#[test]
fn clocks_of_records_keep_their_halves() {
    let at = |text: &str| match value(&"due-date".into(), text, &Context::published(date(2031, 5, 7))).value {
        Value::Time(t) => (t.is_in_either_half(), t.modifier),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(at("9:30"), (true, None));
    assert_eq!(at("09:30"), (false, None));
    assert_eq!(at("by 5 p.m. on 7 May 2031"), (false, Some(Modifier::OnOrBefore)));
}

/// A date with hyphens is one with spaces where its month has letters, and a word that its attribute has said is left out.
#[test]
fn dates_of_records() {
    for (text, plain) in [
        ("23-May-2031", "23 May 2031"),
        ("3-Sept-31", "3 Sept 31"),
        (" 23-May-2031 ", "23 May 2031"),
        ("opened 23-May-2031", "23 May 2031"),
        ("23-May-2031-4", "23-May-2031-4"),
        ("23-May", "23-May"),
        ("-May-2031", "-May-2031"),
        ("23-May-", "23-May-"),
        ("23-Ma-2031", "23-Ma-2031"),
        ("23-05-2031", "23-05-2031"),
        ("23-005-2031", "23-005-2031"),
        ("23-M4y-2031", "23-M4y-2031"),
        ("x3-May-2031", "x3-May-2031"),
        ("23-May-20311", "23-May-20311"),
        ("Born 7 March 1961", "7 March 1961"),
        ("est. 1998", "1998"),
        ("est.1998", "est.1998"),
        ("estate 1998", "estate 1998"),
        ("since 1998", "since 1998"),
        ("built", "built"),
    ] {
        assert_eq!(worded::date(text), plain, "{text}");
    }
    for word in ["died", "est", "established", "founded", "built", "opens", "dated", "started", "starts", "until", "till", "through"] {
        assert_eq!(worded::date(&format!("{word} 1998")), "1998", "{word}");
    }
}

/// What records glue to a figure, and their own words.
#[test]
fn glued_and_worded() {
    for (text, plain) in [
        ("104F", "104 F"),
        (" 104F ", "104 F"),
        ("25bp", "25 bp"),
        ("2pp", "2 pp"),
        ("4ppt", "4 ppt"),
        ("3M", "3 million"),
        ("3B", "3 billion"),
        ("A3M", "A3M"),
        ("3 M", "3 M"),
        ("M", "M"),
        ("3 out of 4", "3 of 4"),
        ("Rs. 5", "Rs 5"),
        ("5 km per annum", "5 km a year"),
        ("5 km p.a.", "5 km a year"),
        ("5 km", "5 km"),
    ] {
        assert_eq!(worded::spaced(text), plain, "{text}");
    }
}
