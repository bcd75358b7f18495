//! Rows for mentions that are one entity, and for those that are not.

use proptest::prelude::*;

use super::*;

/// Mentions of articles, one article a line: "quay: Ada Lund | Ms. Lund".
fn mentions(articles: &[&str]) -> Vec<NameMention> {
    let of = |line: &&str| {
        let (article, texts) = line.split_once(": ").unwrap();
        texts.split(" | ").map(|t| NameMention::new(article, t)).collect::<Vec<_>>()
    };
    articles.iter().flat_map(of).collect()
}

/// The entities, each as the texts of its mentions, sorted.
fn groups(mentions: &[NameMention], meant: &[Meant]) -> Vec<Vec<String>> {
    let mut all: FxHashMap<String, Vec<String>> = FxHashMap::default();
    for (i, (mention, meant)) in mentions.iter().zip(meant).enumerate() {
        let entity = meant.entity.as_ref().map_or_else(|| format!("alone {i}"), ToString::to_string);
        all.entry(entity).or_default().push(mention.text.to_string());
    }
    let mut all: Vec<Vec<String>> = all.into_values().collect();
    all.iter_mut().for_each(|g| g.sort_unstable());
    all.sort_unstable();
    all
}

/// Entities are parted by "|", their mentions by " = ".
fn check(articles: &[&str], expected: &str) {
    let mentions = mentions(articles);
    let mut wanted: Vec<Vec<String>> = expected.split(" | ").map(|g| g.split(" = ").map(str::to_owned).collect()).collect();
    wanted.iter_mut().for_each(|g| g.sort_unstable());
    wanted.sort_unstable();
    assert_eq!(groups(&mentions, &resolve(&mentions)), wanted, "{articles:?}");
}

#[test]
fn within_one_article() {
    for (texts, expected) in [
        ("a: Ada Lund | Lund | Ms. Lund | Lund's", "Ada Lund = Lund = Lund's = Ms. Lund"),
        ("a: Ada Lund | Tom Lund | Lund | Lund | Tom Adeyemi", "Ada Lund | Lund = Lund | Tom Adeyemi | Tom Lund"),
        ("a: Ada Lund | Ada Lund | Tom Lund | Lund", "Ada Lund = Ada Lund = Lund | Tom Lund"),
        ("a: President Tan Wei Min | Mr. Tan | the president", "President Tan Wei Min = Mr. Tan = the president"),
        ("a: Bob Lindqvist | Robert Lindqvist", "Bob Lindqvist = Robert Lindqvist"),
        ("a: Robert 'Bob' Lindqvist | Lindqvist", "Robert 'Bob' Lindqvist = Lindqvist"),
        ("a: Velmar chairwoman Ada Lund | the Velmar chairwoman", "Velmar chairwoman Ada Lund = the Velmar chairwoman"),
        ("a: Ada Lund , the chairwoman of Velmar | Velmar's chairwoman", "Ada Lund , the chairwoman of Velmar = Velmar's chairwoman"),
        ("a: the Osk Gulls | Gulls | The Gulls '", "the Osk Gulls = Gulls = The Gulls '"),
        ("a: Western Tidal Office | the WTO", "Western Tidal Office = the WTO"),
        (
            "a: Osk Water ( OW | aircraft maker Velmar | Velmar | Velmar Inc.",
            "Osk Water ( OW | aircraft maker Velmar = Velmar = Velmar Inc.",
        ),
        ("a: Velmar Airlines | Velmar | the airline | Osk", "Velmar Airlines = Velmar = the airline | Osk"),
        ("a: Norway | the Norwegian envoy Ada Lund | Norway's envoy", "Norway | the Norwegian envoy Ada Lund = Norway's envoy"),
        ("a: Velmar Inc. | Velmar Incorporated | Velmar", "Velmar Inc. = Velmar Incorporated = Velmar"),
        ("a: Velmar Inc. | Velmar GmbH", "Velmar Inc. | Velmar GmbH"),
        ("a: in the Gulf of Osk | Gulf of Osk", "in the Gulf of Osk = Gulf of Osk"),
        ("a: the United States | U . S .", "the United States = U . S ."),
        ("a: Lund | her", "Lund | her"),
    ] {
        check(&[texts], expected);
    }
}

#[test]
fn over_articles() {
    for (articles, expected) in [
        (&["a: Ada Lund", "b: Ada Lund | Tom Adeyemi"][..], "Ada Lund = Ada Lund | Tom Adeyemi"),
        // A surname alone is who a report of the same story names in full, and nobody else.
        (
            &["a: Ada Lund | Tom Adeyemi | Velmar", "b: Lund | Adeyemi | Velmar"],
            "Ada Lund = Lund | Adeyemi = Tom Adeyemi | Velmar = Velmar",
        ),
        (
            &["a: Ada Lund | Tom Adeyemi | Velmar", "b: Lund | Quillmere | Ines Calvo"],
            "Ada Lund | Ines Calvo | Lund | Quillmere | Tom Adeyemi | Velmar",
        ),
        // What has no name is its article's, unless the story goes on.
        (&["a: the driver | Ines Calvo", "b: the driver | Tom Adeyemi"], "Ines Calvo | Tom Adeyemi | the driver | the driver"),
        (
            &["a: the driver | Ines Calvo | Quillmere", "b: the driver | Ines Calvo | Quillmere"],
            "Ines Calvo = Ines Calvo | Quillmere = Quillmere | the driver = the driver",
        ),
        (&["a: the Osk Tidal Office", "b: Osk Tidal Office"], "Osk Tidal Office = the Osk Tidal Office"),
        (&["a: Velmar Corp.", "b: Velmar Corporation"], "Velmar Corp. = Velmar Corporation"),
        (&["a: Robert Lindqist", "b: Robert Lindqvist"], "Robert Lindqist = Robert Lindqvist"),
        (&["a: Robert Lindqist | Osk", "b: Robert Lindqvist | Velmar"], "Osk | Robert Lindqist | Robert Lindqvist | Velmar"),
    ] {
        check(articles, expected);
    }
}

#[test]
fn kinds_part_names_of_one_spelling() {
    let of = |kind| NameMention { kind: Some(kind), ..NameMention::new("a", "Florence") };
    let meant = resolve(&[of(EntityKind::Person), of(EntityKind::Place), of(EntityKind::Person)]);
    assert!(meant[0].entity == meant[2].entity && meant[0].entity != meant[1].entity);
}

#[test]
fn the_sentence_tells_what_somebody_is() {
    let said = |text: &str, sentence: &str| NameMention { context: Some(sentence.into()), ..NameMention::new("a", text) };
    let all = [
        said("Ada Lund", "A Velmar spokeswoman , Ines Calvo , and the harbour pilot Ada Lund met in Osk ."),
        said("Ines Calvo", "Ines Calvo , a spokeswoman for Velmar , met Ada Lund ."),
        said("the pilot", "The talks went well , the pilot said ."),
        said("the spokeswoman", "The talks went well , the spokeswoman said ."),
    ];
    let meant = resolve(&all);
    assert!(meant[0].entity == meant[2].entity && meant[1].entity == meant[3].entity && meant[0].entity != meant[1].entity, "{meant:?}");
}

#[test]
fn what_the_caller_knows_comes_first() {
    let known = [EntityRecord::new("q1", "Ada Lund").name("A. M. Lund")];
    let all = mentions(&["a: Ada Lund | Tom Adeyemi", "b: A. M. Lund | Thomas Adeyemi"]);
    let decision = Decision::on_entities("Tom Adeyemi", "Thomas Adeyemi", Verdict::DifferentEntity, "R. Hale");
    let meant = Acquainted::with(&known, &[decision]).resolve(&all);
    let id = |i: usize| meant[i].entity.as_ref().map(EntityId::as_str);
    assert!(id(0) == Some("q1") && id(2) == Some("q1") && id(1) != id(3), "{meant:?}");
}

/// Mentions of a few invented people, bodies and places.
fn any_mentions() -> impl Strategy<Value = Vec<NameMention>> {
    let texts = [
        "Ada Lund",
        "Lund",
        "Ms. Lund",
        "Tom Lund",
        "A. Lund",
        "Velmar",
        "Velmar Inc.",
        "Velmar Foods",
        "the Velmar chairwoman",
        "the driver",
        "Osk",
        "the Osk bank",
        "Osk Gulls",
        "Gulls",
        "WTO",
        "Western Tidal Office",
        "President Adeyemi",
        "the president",
        "police",
        "he",
    ];
    let one = (0..4_usize, 0..texts.len()).prop_map(move |(a, t)| NameMention::new(format!("a{a}"), texts[t]));
    proptest::collection::vec(one, 1..24)
}

proptest! {
    /// Neither the order of the mentions nor one said twice changes which are one.
    #[test]
    fn order_changes_nothing((all, turned) in any_mentions().prop_flat_map(|m| (Just(m.clone()), Just(m).prop_shuffle()))) {
        let (a, b) = (resolve(&all), resolve(&turned));
        let of = |m: &NameMention| b[turned.iter().position(|t| t == m).unwrap()].clone();
        for (mention, meant) in all.iter().zip(&a) {
            prop_assert_eq!(meant, &of(mention));
        }
    }

    /// An article that shares no word with the others changes none of their entities.
    #[test]
    fn an_unrelated_article_changes_nothing(all in any_mentions()) {
        let more = mentions(&["other: Rita Sole | Sole | the Quillmere envoy | Quillmere | 2. Harbour Fund"]);
        let alone = resolve(&all);
        let beside = resolve(&all.iter().cloned().chain(more).collect::<Vec<_>>());
        prop_assert_eq!(&alone[..], &beside[..all.len()]);
    }

    #[test]
    fn no_text_panics(texts in proptest::collection::vec("\\PC{0,40}", 1..6)) {
        let all: Vec<NameMention> = texts.iter().map(|t| NameMention { context: Some(t.as_str().into()), ..NameMention::new("a", t.as_str()) }).collect();
        prop_assert_eq!(resolve(&all).len(), all.len());
    }
}
