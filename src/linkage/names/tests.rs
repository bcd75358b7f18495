//! Rows for names that are one entity, and for those that are not.

use super::*;

fn name(text: &str, kind: EntityKind) -> Name {
    Name { text: text.into(), kind, offices: Vec::new(), only_office_in: None }
}

fn by(names: &[Name], known: &[EntityRecord], decisions: &[(Arc<str>, Arc<str>, bool)]) -> Resolution {
    entities(names, Given { known, decisions, occasions: &[] })
}

fn grouped(names: &[Name], decisions: &[(Arc<str>, Arc<str>, bool)]) -> Vec<u32> {
    by(names, &[], decisions).of
}

fn same(names: &[Name]) -> bool {
    let of = grouped(names, &[]);
    of.iter().all(|e| *e == of[0])
}

#[test]
fn rows() {
    use EntityKind::*;
    for (a, b, kind, one) in [
        ("José Lima", "Jose Lima", Person, true),
        ("Nora O'Neil", "Nora O’Neil", Person, true),
        ("Harbour Guest House", "Harbour Guesthouse", Place, true),
        ("Lima", "José Lima", Person, true),
        ("Tan", "Tan Wei", Person, true),
        ("Ana R. Prado", "Ana Prado", Person, true),
        ("President Ana Prado", "Ana Prado", Person, true),
        ("Norland", "Bank of Norland", Other, false),
        ("Ana Prado", "Eva Prado", Person, false),
        ("Ana Maria", "Ana Prado", Person, false),
    ] {
        assert_eq!(same(&[name(a, kind), name(b, kind)]), one, "{a} / {b}");
    }
}

#[test]
fn a_surname_of_two_people_stays_alone() {
    let of = grouped(&["Prado", "Ana Prado", "Eva Prado"].map(|n| name(n, EntityKind::Person)), &[]);
    assert!(of[0] != of[1] && of[0] != of[2]);
}

#[test]
fn a_person_and_a_place_of_one_name_stay_apart() {
    let of = grouped(&[name("Florence", EntityKind::Person), name("Florence", EntityKind::Place)], &[]);
    assert_ne!(of[0], of[1]);
}

#[test]
fn the_one_office_holder_is_found() {
    let office = |date: &str| {
        let office = Office { title: "foreign minister".into(), of: Some("Norland".into()) };
        vec![(office, Some(date.parse().unwrap()))]
    };
    let holder = Name { offices: office("2031-01-01"), ..name("Eva Prado", EntityKind::Person) };
    let only =
        |date| Name { offices: office(date), only_office_in: Some("b".into()), ..name("the Norland foreign minister", EntityKind::Person) };
    assert!(same(&[holder.clone(), only("2032-01-01")]));
    assert!(!same(&[holder, only("2036-01-01")]));
}

#[test]
fn people_decide() {
    let names = ["Ana Prado", "Anna Prado", "Prado"].map(|n| name(n, EntityKind::Person));
    let free = grouped(&names, &[]);
    assert!(free[0] != free[1] && free[2] != free[0]);
    let one = grouped(&names, &[("Ana Prado".into(), "Anna Prado".into(), true)]);
    assert!(one.iter().all(|e| *e == one[0]));
    let apart = grouped(&names[1..], &[("Anna Prado".into(), "Prado".into(), false)]);
    assert_ne!(apart[0], apart[1]);
    assert_eq!(by(&names, &[], &[("Nobody".into(), "Prado".into(), true)]).unknown, [0]);
}

#[test]
fn the_callers_entities_keep_their_ids() {
    let known = EntityRecord {
        id: "q1".into(),
        names: vec!["Ana Prado".into(), "A. P. Lima".into()],
        kind: None,
        offices: Vec::new(),
        within: None,
    };
    let names = ["Ana Prado", "A. P. Lima"].map(|n| name(n, EntityKind::Other));
    let found = by(&names, &[known], &[]);
    assert_eq!(found.of, [0, 0]);
    assert_eq!(found.entities[0].id.as_str(), "q1");
}

fn record(id: &str, names: &[&str]) -> EntityRecord {
    EntityRecord { id: id.into(), names: names.iter().map(|&n| n.into()).collect(), kind: None, offices: Vec::new(), within: None }
}

fn ids(found: &Resolution) -> Vec<&str> {
    found.of.iter().map(|&e| found.entities[e as usize].id.as_str()).collect()
}

#[test]
fn a_name_of_two_records_is_linked_to_neither() {
    let known = [record("q1", &["Ana Prado", "A. P. Lima"]), record("q2", &["Ana Prado", "Ana Q. Prado"])];
    let names = ["A. P. Lima", "Ana Prado", "Ana Q. Prado"].map(|n| name(n, EntityKind::Person));
    let found = by(&names, &known, &[]);
    assert_eq!((ids(&found)[0], ids(&found)[2], found.entities.len()), ("q1", "q2", 3));
    let chosen = by(&names, &known, &[("q1".into(), "Ana Prado".into(), true)]);
    assert_eq!(ids(&chosen), ["q1", "q1", "q2"]);
    let ruled_out = by(&names, &known, &[("q1".into(), "Ana Prado".into(), false)]);
    assert_eq!(ids(&ruled_out), ["q1", "q2", "q2"]);
    assert_eq!(by(&names, &known, &[("q1".into(), "q2".into(), true)]).owned, [0]);
}

#[test]
fn people_keep_spellings_apart() {
    use EntityKind::*;
    let names = [("José Lima", Person), ("José Lima", Other), ("Jose Lima", Person), ("Jose Lima", Other), ("JOSE LIMA", Person)]
        .map(|(n, k)| name(n, k));
    let apart: (Arc<str>, Arc<str>, bool) = ("José Lima".into(), "Jose Lima".into(), false);
    let found = by(&names, &[], std::slice::from_ref(&apart));
    let ids = ids(&found);
    assert!(ids[0] == ids[1] && ids[2] == ids[3] && ids[0] != ids[2] && ids[4] != ids[0] && ids[4] != ids[2], "{ids:?}");
    let mut turned = names.clone();
    turned.reverse();
    assert_eq!(by(&turned, &[], std::slice::from_ref(&apart)).entities, found.entities);
    // Without the one spelling, both ends are the other.
    let together = (apart.0.clone(), apart.1.clone(), true);
    assert_eq!(by(&names[2..], &[], &[apart]).twice, [0]);
    assert!(by(&names[2..], &[], &[together]).twice.is_empty());
}

#[test]
fn equal_ids_are_told_apart_by_spelling_alone() {
    let apart = [("José Lima".into(), "Jose Lima".into(), false)];
    let mut names = ["José Lima", "Jose Lima"].map(|n| name(n, EntityKind::Person)).to_vec();
    let few = by(&names, &[], &apart);
    names.extend(["Ana Prado", "Eva Sousa", "Rui Costa", "Zita Alves"].map(|n| name(n, EntityKind::Person)));
    let many = by(&names, &[], &apart);
    assert_eq!(ids(&few), ids(&many)[..2]);
    // A record of the caller's that has the id which another name would get.
    let taken = ids(&by(&names[2..3], &[], &[]))[0].to_owned();
    let found = by(&names, &[record(&taken, &["Eva Sousa"])], &[]);
    assert_eq!(ids(&found)[3], taken);
    assert_ne!(ids(&found)[2], taken);
}

#[test]
fn names_without_letters_are_their_texts() {
    let names = ["😀", "!!!", "Ana 😀", "😀"].map(|n| name(n, EntityKind::Other));
    let of = grouped(&names, &[]);
    assert!(of[0] == of[3] && of[0] != of[1] && of[1] != of[2] && of[0] != of[2], "{of:?}");
    assert_eq!(by(&names, &[], &[("???".into(), "!!!".into(), true)]).unknown, [0]);
}

/// Which names of a batch are one: entities as lists of names.
fn groups(names: &[Name], given: Given<'_>) -> Vec<Vec<String>> {
    let found = entities(names, given);
    let mut all: Vec<Vec<String>> = vec![Vec::new(); found.entities.len()];
    names.iter().zip(&found.of).for_each(|(n, &e)| all[e as usize].push(n.text.to_string()));
    all.iter_mut().for_each(|g| g.sort_unstable());
    all.sort_unstable();
    all
}

/// Names of a kind in one string, parted by "|"; which are one stands behind it, those of an entity parted by "=", entities by "|".
fn check(kind: EntityKind, all: &str, expected: &str) {
    let list = |text: &str, by: char| -> Vec<String> { text.split(by).map(|n| n.trim().to_owned()).collect() };
    let names: Vec<Name> = list(all, '|').iter().map(|n| name(n, kind)).collect();
    let mut wanted: Vec<Vec<String>> = list(expected, '|').iter().map(|g| list(g, '=')).collect();
    wanted.iter_mut().for_each(|g| g.sort_unstable());
    wanted.sort_unstable();
    assert_eq!(groups(&names, Given::default()), wanted, "{all}");
    let mut turned = names;
    turned.reverse();
    assert_eq!(groups(&turned, Given::default()), wanted, "{all}, turned");
}

#[test]
fn names_that_say_less() {
    use EntityKind::{Other, Person};
    for (all, one) in [
        ("R. J. Lindqvist|Robert Lindqvist", "R. J. Lindqvist=Robert Lindqvist"),
        ("R. Lindqvist|R.J. Lindqvist|Robert James Lindqvist", "R. Lindqvist=R.J. Lindqvist=Robert James Lindqvist"),
        ("RJ Lindqvist|Robert Lindqvist", "RJ Lindqvist=Robert Lindqvist"),
        ("R. Lindqvist|Ruth Lindqvist|Robert Lindqvist", "R. Lindqvist|Ruth Lindqvist|Robert Lindqvist"),
        ("Robert Lindqvist|R. J. Lindqvist|R. A. Lindqvist", "Robert Lindqvist|R. J. Lindqvist|R. A. Lindqvist"),
        ("M. Lindqvist|Robert Lindqvist", "M. Lindqvist|Robert Lindqvist"),
        ("Ines Calvo|Ines Maria Calvo", "Ines Calvo=Ines Maria Calvo"),
        ("Ines Maria Calvo|Ines Ruth Calvo", "Ines Maria Calvo|Ines Ruth Calvo"),
        ("Ines Calvo|Ines Maria Calvo|Ines Ruth Calvo", "Ines Calvo|Ines Maria Calvo|Ines Ruth Calvo"),
        ("Tom Adeyemi Jr.|Tom Adeyemi", "Tom Adeyemi Jr.=Tom Adeyemi"),
        ("Tom Adeyemi, Jr.|Tom Adeyemi Junior", "Tom Adeyemi, Jr.=Tom Adeyemi Junior"),
        ("Tom Adeyemi Jr.|Tom Adeyemi Sr.", "Tom Adeyemi Jr.|Tom Adeyemi Sr."),
        ("Tom Adeyemi Jr.|Tom Adeyemi Sr.|Tom Adeyemi", "Tom Adeyemi Jr.|Tom Adeyemi Sr.|Tom Adeyemi"),
        ("Tom Adeyemi II|Tom Adeyemi III", "Tom Adeyemi II|Tom Adeyemi III"),
        ("Adeyemi, Tom|Tom Adeyemi", "Adeyemi, Tom=Tom Adeyemi"),
        ("Adeyemi, T.|Tom Adeyemi", "Adeyemi, T.=Tom Adeyemi"),
        ("Robert “Bob” Lindqvist|Bob Lindqvist|Robert Lindqvist", "Robert “Bob” Lindqvist=Bob Lindqvist=Robert Lindqvist"),
        ("Officer Jan Ruiz|Jan Ruiz", "Officer Jan Ruiz=Jan Ruiz"),
    ] {
        check(Person, all, one);
        check(Other, all, one);
    }
}

#[test]
fn names_that_vary_are_not_one_by_that_alone() {
    for (a, b) in [
        ("Bob Lindqvist", "Robert Lindqvist"),
        ("Bill Harker", "William Harker"),
        ("Kate Harker", "Katherine Harker"),
        ("Anna Berg", "Anna Berg-Lund"),
        ("Anna Berg Lund", "Anna Berg"),
        ("Anna Lund-Berg", "Anna Berg-Lund"),
        ("Dmytro Hrytsenko", "Dmitri Gritsenko"),
        ("Muhammad Saleh", "Mohammed Saleh"),
        ("Pyotr Tchernov", "Pyotr Chernov"),
        ("Robert Lindqvist", "Robert Lindqist"),
        ("Oleksandr Kovalenko", "Alexander Kovalenko"),
        ("Jan van Houten", "Jan Houten"),
    ] {
        check(EntityKind::Person, &format!("{a}|{b}"), &format!("{a}|{b}"));
        for kind in [EntityKind::Person, EntityKind::Other] {
            assert!(may_be_one((a, kind), (b, kind)) && may_be_one((b, kind), (a, kind)), "{a} / {b}");
        }
    }
}

#[test]
fn names_of_two() {
    use EntityKind::{Organisation, Other, Person, Place};
    for (a, b) in [
        ("Bob Lindqvist", "Ruth Lindqvist"),
        ("Robert Lindqvist Jr.", "Robert Lindqvist Sr."),
        ("Tarnholt Mining", "Tarnholt Foods"),
        ("Anna Berg", "Anna Lund"),
        ("Paul Harker", "Paula Harker"),
        ("Mahmoud Saleh", "Mohammed Saleh"),
        ("Jean-Pierre Duval", "Jean Duval"),
        ("R. J. Lindqvist", "R. A. Lindqvist"),
    ] {
        assert!(!may_be_one((a, Other), (b, Other)) && !may_be_one((b, Person), (a, Person)), "{a} / {b}");
    }
    assert!(!may_be_one(("Florence", Person), ("Florence", Place)));
    assert!(
        may_be_one(("Quillmere", Organisation), ("Quillmere Ltd", Other))
            && may_be_one(("Quillmere Inc.", Other), ("Quillmere GmbH", Other))
    );
    assert!(may_be_one(("Lindqvist", Person), ("R. Lindqvist", Person)) && !may_be_one(("Harker", Person), ("R. Lindqvist", Person)));
}

#[test]
fn companies_and_their_forms() {
    use EntityKind::{Organisation, Other};
    for (all, one) in [
        ("Velmar|Velmar Inc.", "Velmar=Velmar Inc."),
        ("Velmar|Velmar, Inc.", "Velmar=Velmar, Inc."),
        ("Velmar|Velmar Incorporated|Velmar Inc", "Velmar=Velmar Incorporated=Velmar Inc"),
        ("Velmar Corp.|Velmar Corporation", "Velmar Corp.=Velmar Corporation"),
        ("Velmar GmbH|Velmar", "Velmar GmbH=Velmar"),
        ("Velmar AG|Velmar", "Velmar AG=Velmar"),
        ("Velmar S.A.|Velmar", "Velmar S.A.=Velmar"),
        ("Velmar S.p.A.|Velmar", "Velmar S.p.A.=Velmar"),
        ("Velmar PLC|Velmar plc|Velmar", "Velmar PLC=Velmar plc=Velmar"),
        ("Velmar Pty Ltd|Velmar", "Velmar Pty Ltd=Velmar"),
        ("Velmar & Co. KG|Velmar", "Velmar & Co. KG=Velmar"),
        ("Velmar GmbH & Co. KG|Velmar", "Velmar GmbH & Co. KG=Velmar"),
        ("Velmar Co., Ltd.|Velmar", "Velmar Co., Ltd.=Velmar"),
        ("Velmar A/S|Velmar", "Velmar A/S=Velmar"),
        ("Velmar d.o.o.|Velmar", "Velmar d.o.o.=Velmar"),
        ("Velmar Sdn Bhd|Velmar", "Velmar Sdn Bhd=Velmar"),
        ("OAO Velmar|Velmar", "OAO Velmar=Velmar"),
        ("The Velmar Company|Velmar Co.", "The Velmar Company=Velmar Co."),
        ("Velmar Inc.|Velmar GmbH", "Velmar Inc.|Velmar GmbH"),
        ("Velmar Inc.|Velmar GmbH|Velmar", "Velmar Inc.|Velmar GmbH|Velmar"),
        ("Velmar|Velmar Group", "Velmar|Velmar Group"),
        ("Velmar|Velmar Foods Inc.", "Velmar|Velmar Foods Inc."),
        ("Velmar|Velmar Spa", "Velmar|Velmar Spa"),
    ] {
        check(Other, all, one);
        check(Organisation, all, one);
    }
    assert!(!same(&[name("Lund", EntityKind::Place), name("Lund Co.", Other)]));
}

#[test]
fn acronyms() {
    use EntityKind::Other;
    for (all, one) in [
        ("World Harbour Organisation|WHO", "World Harbour Organisation=WHO"),
        ("Agency for Coastal Research|ACR", "Agency for Coastal Research=ACR"),
        ("Union of Coastal Workers|U.C.W.", "Union of Coastal Workers=U.C.W."),
        ("National Coast Office|North County Office|NCO", "National Coast Office|North County Office|NCO"),
        ("Ana Maria Prado|AMP", "Ana Maria Prado|AMP"),
        ("Little Leaf Court|LLC", "Little Leaf Court|LLC"),
        ("Coast Office|CO", "Coast Office|CO"),
    ] {
        check(Other, all, one);
    }
    let known = [record("u", &["Union of Dock Hands", "Dockhands"])];
    let names = ["Union of Dock Hands", "Dockhands", "UDH"].map(|n| name(n, Other));
    assert_eq!(ids(&by(&names, &known, &[])), ["u", "u", "u"]);
}

fn on(day: i64, action: &str, place: Option<&str>, people: &[u32]) -> Occasion {
    let action = crate::claim::Action::new(action);
    Occasion { family: action.family(), action: action.name(), day, place: place.map(Into::into), people: people.into() }
}

#[test]
fn a_tie_makes_them_one() {
    let names = ["Bob Lindqvist", "Robert Lindqvist", "Ines Calvo", "Rita Sole"].map(|n| name(n, EntityKind::Person));
    let one = |occasions: &[Occasion]| {
        let of = entities(&names, Given { occasions, ..Given::default() }).of;
        of[0] == of[1]
    };
    assert!(one(&[on(5, "meet", None, &[0, 2]), on(5, "meet", None, &[1, 2])]), "with the same other");
    assert!(one(&[on(5, "meet", Some("porto"), &[0, 2]), on(5, "meet", Some("porto"), &[1, 3])]), "in the same place");
    assert!(!one(&[on(5, "meet", None, &[0, 2]), on(6, "meet", None, &[1, 2])]), "another day");
    assert!(!one(&[on(5, "meet", None, &[0, 2]), on(5, "phone", None, &[1, 2])]), "another action");
    assert!(!one(&[on(5, "meet", None, &[0, 2]), on(5, "meet", None, &[1, 3])]), "with others");
    assert!(!one(&[on(5, "meet", None, &[0, 1, 2]), on(5, "meet", None, &[1, 2])]), "side by side");
    assert!(!one(&[on(5, "crash", Some("porto"), &[0]), on(5, "crash", Some("porto"), &[1])]), "hurt in one place");
}

#[test]
fn a_tie_holds_whatever_else_the_batch_brings() {
    let names = ["R. Lindqvist", "Robert Lindqvist", "Ines Calvo", "Ruth Lindqvist"].map(|n| name(n, EntityKind::Person));
    let occasions = [on(5, "meet", None, &[0, 2]), on(5, "meet", None, &[1, 2]), on(9, "meet", None, &[2, 3])];
    let of = entities(&names, Given { occasions: &occasions, ..Given::default() }).of;
    assert!(of[0] == of[1] && of[1] != of[3]);
    // Two that fit, and both are tied: any choice would be a guess.
    let occasions = [on(5, "meet", None, &[0, 2]), on(5, "meet", None, &[1, 2]), on(5, "meet", None, &[2, 3])];
    let of = entities(&names, Given { occasions: &occasions, ..Given::default() }).of;
    assert!(of[0] != of[1] && of[0] != of[3]);
}

#[test]
fn an_office_ties() {
    let holder = |n: &str, title: &str, of: Option<&str>, day: &str| {
        let office = Office { title: title.into(), of: of.map(Into::into) };
        Name { offices: vec![(office, Some(day.parse().unwrap()))], ..name(n, EntityKind::Person) }
    };
    let (a, b) = ("Dmytro Hrytsenko", "Dmitri Gritsenko");
    let minister = |n, day| holder(n, "foreign minister", Some("Norland"), day);
    assert!(same(&[minister(a, "2031-01-01"), minister(b, "2031-06-01")]));
    assert!(!same(&[minister(a, "2031-01-01"), minister(b, "2036-06-01")]));
    assert!(!same(&[minister(a, "2031-01-01"), holder(b, "foreign minister", Some("Sudland"), "2031-01-01")]));
    assert!(same(&[holder("Bob Harker", "senator", None, "2031-01-01"), holder("Robert Harker", "senator", None, "2031-01-09")]));
    assert!(!same(&[holder("Bob Harker", "senator", None, "2031-01-01"), holder("Robert Harker", "senator", None, "2031-06-09")]));
    assert!(!same(&[holder("R. Harker", "senator", None, "2031-01-01"), holder("Robert Harker", "mayor", None, "2031-01-02")]));
}

#[test]
fn records_are_bearers() {
    let known = [record("q1", &["Robert James Lindqvist"]), record("q2", &["Velmar Holdings", "Velmar"])];
    let names = ["R. J. Lindqvist", "Velmar GmbH"].map(|n| name(n, EntityKind::Other));
    assert_eq!(ids(&by(&names, &known, &[])), ["q1", "q2"]);
    let two = [record("q1", &["Robert Lindqvist"]), record("q2", &["Ruth Lindqvist"])];
    assert_eq!(
        entities(&names, Given { known: &two, ..Given::default() }).entities.iter().filter(|e| e.id.as_str().starts_with('q')).count(),
        0
    );
}

#[test]
fn decisions_on_entities_carry_over() {
    let names = ["Ana Prado", "Eva Prado", "Ina Prado"].map(|n| name(n, EntityKind::Person));
    let say = |a: &str, b: &str, same: bool| (Arc::from(a), Arc::from(b), same);
    let all = [say("Ana Prado", "Eva Prado", true), say("Eva Prado", "Ina Prado", true), say("Ana Prado", "Ina Prado", false)];
    let found = by(&names, &[], &all);
    assert!(found.of.iter().all(|e| *e == found.of[0]) && found.contrary == [(2, vec![0, 1].into())]);
    let found = by(&names, &[], &[all[2].clone(), all[0].clone(), all[1].clone()]);
    assert!(found.of[0] == found.of[1] && found.of[1] != found.of[2] && found.contrary == [(2, vec![0, 1].into())]);
}
