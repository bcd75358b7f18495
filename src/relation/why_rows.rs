//! The sentence that each ground is told in, and what it says of a claim.

use super::rows::{claim, day, of_article};
use super::*;
use crate::claim::{Claim, Event};
use crate::corpus::Published;
use crate::origin::Voice;
use crate::value::{Reason, Time};

/// The sentence that each ground is told in.
#[test]
fn grounds_in_words() {
    let (a, b) = (claim("duration", "3 hours"), of_article(claim("duration", "p|7 hours"), "b"));
    let sentence = |kind: Kind, ground: Ground, days: (i64, i64)| {
        let basis = Basis::Found(ground, Voice::Unknown);
        let (source, target) = (crate::id::ClaimIx::new(0), crate::id::ClaimIx::new(1));
        let relation = Relation { source, target, kind, rule: &RULES[0], independent: None, basis };
        why(&relation, (&a, day(days.0)), (&b, day(days.1)))
    };
    let s_day = "told on 2031-05-01";
    let t_day = "told on 2031-05-02";
    let rows: Vec<(Ground, String)> = vec![
        (Ground::Values(Reason::Disjoint), "PT3H and PT7H: they have nothing in common".into()),
        (Ground::CountedBack(Reason::Within), format!("PT3H {s_day} and PT7H {t_day}: counted back, the one lies within the other")),
        (Ground::Outcome, "PT3H is asserted on 2031-05-01; PT7H was planned on 2031-05-02".into()),
        (Ground::Stage, format!("PT3H ({s_day}) follows PT7H ({t_day})")),
        (Ground::Stages, format!("PT3H ({s_day}) and PT7H ({t_day}) exclude each other")),
        (Ground::Polarity, "PT3H and PT7H: the one denies what the other says".into()),
        (Ground::LaterHigher, format!("PT3H ({s_day}) is the later count, PT7H ({t_day}) the earlier")),
        (Ground::LaterLower, format!("PT3H ({s_day}) and PT7H ({t_day}): a running total does not go back")),
        (Ground::SameDay, format!("PT3H ({s_day}) and PT7H ({t_day}): two counts, and neither is known to be the later")),
        (Ground::Spelling, "PT3H and PT7H: one name in two spellings".into()),
        (Ground::Variants, "PT3H and PT7H: a short form and its name".into()),
        (Ground::Initials, "PT3H writes out what PT7H has in initials, and there is one at a time".into()),
        (Ground::PartOfName, "PT3H holds PT7H".into()),
        (Ground::Exclusive, "PT3H and PT7H: there is one at a time".into()),
        (Ground::Set, "PT3H and PT7H: both may hold, for there can be many".into()),
        (Ground::MayHaveChanged, format!("PT3H ({s_day}) and PT7H ({t_day}): it may have changed between")),
        (Ground::Scope(Aspect::Place), "PT3H and PT7H are of two scopes, by place: no scope told against no scope told".into()),
        (Ground::Birthday, "PT3H and PT7H: a birthday can lie between".into()),
        (Ground::Differs(Difference::Participants), "PT3H and PT7H are of two events or parts: Ada Okafor against Ada Okafor".into()),
        (Ground::Differs(Difference::Names), "PT3H and PT7H are of one event only if Ada Okafor and Ada Okafor are the same".into()),
        (
            Ground::Differs(Difference::Time),
            "PT3H and PT7H are of two events or parts: a time told only by the day of publication against a time told only by the day of publication".into(),
        ),
        (Ground::Differs(Difference::Place), "PT3H and PT7H are of two events or parts: a place not told against a place not told".into()),
        (Ground::Differs(Difference::Action), "PT3H and PT7H are of two events or parts: meet against meet".into()),
        (Ground::Differs(Difference::Part), "PT3H and PT7H are of two events or parts: the whole against the whole".into()),
        (Ground::Lacks(Missing::Anchor), "PT3H and PT7H: one of them has no date to count from".into()),
        (Ground::Lacks(Missing::Conversion), "PT3H and PT7H: their units differ, and nothing converts the one into the other".into()),
        (Ground::Lacks(Missing::Level), "PT3H and PT7H: one is a level, the other a change, and the level before is missing".into()),
        (Ground::Lacks(Missing::Cardinality), "PT3H and PT7H: other words, and nobody declared whether there can be more than one".into()),
        (Ground::Lacks(Missing::Scope), "PT3H and PT7H: what they are told of is not known to be one".into()),
        (Ground::Lacks(Missing::Identity), "PT3H and PT7H: they vary as names do, and are not known to be one, or two".into()),
        (Ground::Lacks(Missing::More), "PT3H and PT7H: the one may only say more than the other".into()),
        (Ground::Lacks(Missing::Form), "PT3H and PT7H: values of two kinds, which have no form in common".into()),
        (Ground::Lacks(Missing::Day), "PT3H and PT7H: it is not known on which day one of them was told".into()),
        (Ground::Lacks(Missing::Hour), "PT3H and PT7H: it is not known which of them was told first".into()),
        (Ground::Lacks(Missing::Certainty), "PT3H and PT7H: the one supposes what the other tells, and nothing shows that it came later".into()),
        (Ground::Lacks(Missing::Containment), "PT3H and PT7H: neither article says that the one place lies in the other".into()),
        (Ground::Person("R. Hale decided".into()), "R. Hale decided".into()),
    ];
    for (ground, words) in rows {
        assert_eq!(sentence(Kind::Corroborates, ground.clone(), (1, 2)), format!("{words}; independence not known"), "{ground:?}");
    }
    let unknown = sentence(Kind::Supersedes, Ground::Stage, (0, 2));
    assert!(unknown.starts_with("PT3H (told on a day not known) follows PT7H (told on 2031-05-02)"), "{unknown}");
    let recorded = Basis::Recorded("as it was saved".into());
    let (source, target) = (crate::id::ClaimIx::new(0), crate::id::ClaimIx::new(1));
    let relation = Relation { source, target, kind: Kind::Conflicts, rule: &RULES[0], independent: None, basis: recorded };
    assert_eq!(why(&relation, (&a, day(1)), (&b, day(2))), "as it was saved");
}

/// What of a claim a sentence says: a denial, a part, whether it happened, who took part, when and where.
#[test]
fn claims_in_words() {
    let sentence = |a: &Claim, b: &Claim, kind: Kind, ground: Ground| {
        let (source, target) = (crate::id::ClaimIx::new(0), crate::id::ClaimIx::new(1));
        let relation = Relation { source, target, kind, rule: &RULES[0], independent: None, basis: Basis::Found(ground, Voice::Unknown) };
        let text = why(&relation, (a, day(1)), (b, day(1)));
        text.trim_end_matches("; independence not known").to_owned()
    };
    let set = |a: &Claim, b: &Claim| sentence(a, b, Kind::Corroborates, Ground::Set);
    let end = ": both may hold, for there can be many";
    assert_eq!(
        set(&claim("killed", "!|12"), &claim("killed", "12").of("children")),
        format!("not 12 people and 12 people (children){end}")
    );
    assert_eq!(set(&claim("occurrence", "yes"), &claim("occurrence", "!|yes")), format!("it happened and it did not happen{end}"));
    assert_eq!(set(&claim("occurrence", "no"), &claim("occurrence", "d|no")), format!("it did not happen and it happened{end}"));
    let mut doubted = claim("killed", "12");
    doubted.doubt = Some("the heading is the likelier slip".into());
    let plain = claim("killed", "12");
    assert!(sentence(&doubted, &plain, Kind::Conflicts, Ground::Set).ends_with("; the heading is the likelier slip"));
    assert!(sentence(&plain, &doubted, Kind::Tension, Ground::Set).ends_with("; the heading is the likelier slip"));
    assert!(!sentence(&doubted, &plain, Kind::Corroborates, Ground::Set).contains("slip"));
    let of = |event: Event| Claim { event: event.into(), ..claim("killed", "12") };
    let differs = |a: Event, b: Event, difference| {
        sentence(&of(a), &of(b), Kind::Distinct, Ground::Differs(difference))
            .split_once("parts: ")
            .map(|p| p.1.to_owned())
            .unwrap_or_default()
    };
    let e = || Event::new("meet");
    assert_eq!(differs(e().with("Ada").with("Ivo"), e(), Difference::Participants), "Ada and Ivo against nobody named");
    let may = "2031-05".parse::<Time>().unwrap();
    assert_eq!(differs(e().at(may), e().in_period("round two"), Difference::Time), "2031-05 against “round two”");
    assert_eq!(differs(e().with_role("Osk", "destination"), e().place("Halden"), Difference::Place), "Osk against Halden");
    let two = || e().with_role("Osk", "destination").with_role("Bern", "destination");
    assert_eq!(differs(two(), e().place("Halden"), Difference::Place), "Osk against Halden");
    assert_eq!(differs(e().with_role("Osk", "host").place("Halden"), e(), Difference::Place), "Halden against a place not told");
    assert_eq!(differs(e(), Event::new("phone"), Difference::Action), "meet against phone");
    let part = |a: Claim, b: Claim| sentence(&a, &b, Kind::Distinct, Ground::Differs(Difference::Part));
    assert!(part(claim("killed", "12").of("children"), claim("killed", "12")).ends_with("children against the whole"));
    let apart = sentence(&of(e()), &of(e()), Kind::Distinct, Ground::Differs(Difference::Event));
    assert!(apart.contains("nothing shows that") && apart.ends_with("are one"), "{apart}");
    let torn = sentence(&of(e()), &of(e()), Kind::Indeterminate, Ground::Differs(Difference::Torn));
    assert!(torn.contains("may be of one event, ") && torn.ends_with(", and one of them as well of another"), "{torn}");
    // Two figures of two days may be of a total that grew; lengths are no figures, and ages and shares have no total.
    let (source, target) = (crate::id::ClaimIx::new(0), crate::id::ClaimIx::new(1));
    let told = |a: &Claim, b: &Claim, days: (i64, i64)| {
        let basis = Basis::Found(Ground::Values(Reason::Disjoint), Voice::Unknown);
        let relation = Relation { source, target, kind: Kind::Conflicts, rule: &RULES[0], independent: None, basis };
        why(&relation, (a, day(days.0)), (b, day(days.1))).contains("it is not known as a total that runs from day to day")
    };
    let (x, y) = (claim("visitors", "12"), claim("visitors", "340"));
    assert!(told(&x, &y, (1, 2)) && !told(&x, &y, (1, 1)) && !told(&x, &y, (0, 2)));
    assert!(!told(&claim("duration", "3 hours"), &claim("duration", "7 hours"), (1, 2)));
    assert!(!told(&claim("age", "71 years old"), &claim("age", "72 years old"), (1, 2)));
    assert!(!told(&claim("turnout", "61 percent"), &claim("turnout", "71 percent"), (1, 2)));
    let at = |text: &str, offset: i16| {
        let time: jiff::civil::DateTime = text.parse().unwrap();
        Some(Published { date: time.date(), time: Some(time), offset: Some(offset) })
    };
    // Told on two days of which it is not known which came first, they are of no total that runs.
    let open = |days: (Option<Published>, Option<Published>)| {
        let basis = Basis::Found(Ground::Values(Reason::Disjoint), Voice::Unknown);
        let relation = Relation { source, target, kind: Kind::Conflicts, rule: &RULES[0], independent: None, basis };
        why(&relation, (&x, days.0), (&y, days.1)).contains("it is not known as a total")
    };
    assert!(!open((at("2031-05-01T23:30", -360), day(2))) && open((at("2031-05-01T10:30", -360), day(2))));
    // Where the days do not show which was first, the hours are told.
    let relation = Relation {
        source,
        target,
        kind: Kind::Supersedes,
        rule: &RULES[0],
        independent: None,
        basis: Basis::Found(Ground::Stage, Voice::Unknown),
    };
    let text = why(&relation, (&x, at("2031-05-06T01:00", 540)), (&y, at("2031-05-05T23:30", -300)));
    assert!(text.contains("told at 2031-05-06T01:00:00+09:00") && text.contains("told at 2031-05-05T23:30:00-05:00"), "{text}");
    let text = why(&relation, (&x, at("2031-05-06T01:00", 0)), (&y, at("2031-05-05T23:30", 0)));
    assert!(text.contains("told on 2031-05-06") && text.contains("told on 2031-05-05"), "{text}");
}
