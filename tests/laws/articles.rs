//! Laws 1, 2, 3 and 9 on articles that the reader of English reads: those of `examples/articles`, whole and in pieces.

use claimgraph::claim::{Claim, Event, Location, Record};
use claimgraph::corpus::{Article, Published, Quote, QuoteSelector};
use claimgraph::english::English;
use claimgraph::export;
use claimgraph::graph::ClaimGraph;
use claimgraph::id::ArticleId;
use claimgraph::ingest;
use claimgraph::pipeline::{ClaimRecord, Reconciler};
use claimgraph::text::{CharIndex, sentences, tokens};
use claimgraph::value::{Normalized, Value};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::path::Path;
use std::sync::LazyLock;

use super::{day, on_threads};

/// The example articles, as records.
pub(super) static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let listed = |folder: &Path| {
        let mut all: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        all.sort();
        all
    };
    let files = listed(&root).into_iter().flat_map(|story| listed(&story));
    let read = |file: std::path::PathBuf| {
        let (record, _) = ingest::read(file.to_str().unwrap(), &std::fs::read(&file).unwrap()).remove(0).unwrap();
        let Record::Article(article) = record else { panic!("{} is no article", file.display()) };
        let name = file.file_stem().unwrap().to_str().unwrap();
        let mut article = *article;
        article.id = Some(name.into());
        article
    };
    files.map(read).collect()
});

/// Their sentences.
static SENTENCES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let texts = ARTICLES.iter().filter_map(|a| a.text.as_deref());
    texts.flat_map(|text| sentences(text, &tokens(text)).into_iter().map(|s| s.span.of(text))).collect()
});

/// An article as a line of NDJSON.
fn line(article: &Article) -> String {
    let mut record = json!({"type": "article", "id": article.id.as_ref().unwrap().as_str(), "text": article.text.as_deref()});
    for (name, field) in [("title", &article.title), ("publisher", &article.publisher), ("author", &article.author)] {
        if let Some(text) = field {
            record[name] = json!(text);
        }
    }
    if let Some(published) = article.published {
        record["published"] = json!(published.to_string());
    }
    record.to_string()
}

/// What else a batch may hold: claims made elsewhere, good and bad, what cannot be read, and one id with two contents.
fn others() -> Vec<String> {
    let claim = |id: &str, exact: &str| {
        json!({"type": "claim", "id": id, "article": "tagus-chronicle", "quote": {"exact": exact}, "event": {"action": "meet",
            "participants": [{"name": "Ragnhild Tveiten"}, {"name": "Duarte Vilhena"}]}, "attribute": "duration", "value": "seven and a half hours"})
        .to_string()
    };
    vec![
        claim("found", "talked for seven and a half hours"),
        claim("absent", "talked for eight hours"),
        claim("twice", "Tveiten"),
        r#"{"type":"claim","article":"ghost","event":{"action":"meet"},"attribute":"time","value":"Sunday"}"#.to_owned(),
        r#"{"type":"article","id":"two","text":"Rain fell."}"#.to_owned(),
        r#"{"type":"article","id":"two","text":"Snow fell."}"#.to_owned(),
        r#"{"type":"sighting"}"#.to_owned(),
        "{".to_owned(),
        r#"{"type":"retract","article":"nobody"}"#.to_owned(),
    ]
}

/// The bytes of the result, with the lines of what was rejected set aside.
fn of_lines(lines: &[String]) -> String {
    let mut reconciler = Reconciler::with_extractor(English);
    for read in ingest::read("in.ndjson", lines.join("\n").as_bytes()) {
        match read {
            Ok((record, location)) => reconciler.add_from(record, location),
            Err(rejected) => reconciler.reject(rejected),
        };
    }
    let mut parts = reconciler.reconcile().into_parts();
    parts.rejected.iter_mut().for_each(|r| r.line = 0);
    parts.rejected.sort();
    saved(&ClaimGraph::assemble(parts).unwrap())
}

fn saved(graph: &ClaimGraph) -> String {
    let mut bytes = Vec::new();
    export::json(graph, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn reader() -> Reconciler {
    Reconciler::with_extractor(English)
}

/// Everything that must hold of the quotes of a graph, given the texts.
fn check_quotes(graph: &ClaimGraph, texts: &[(ArticleId, String)]) -> usize {
    let mut checked = 0;
    for claim in graph.claims() {
        let Some(quote) = claim.quote() else { continue };
        let text = &texts.iter().find(|t| t.0 == claim.article().id).unwrap().1;
        let index = CharIndex::new(text);
        let words = |s: &str| Some(s.to_owned());
        let position = Some((u64::try_from(quote.start).unwrap(), u64::try_from(quote.end).unwrap()));
        let full = QuoteSelector { exact: words(&quote.exact), prefix: words(&quote.prefix), suffix: words(&quote.suffix), position };
        let only = QuoteSelector { position, ..QuoteSelector::default() };
        assert_eq!(Quote::resolve(text, &index, &full).as_ref(), Ok(quote));
        assert_eq!(Quote::resolve(text, &index, &only).as_ref(), Ok(quote));
        assert_eq!(text.chars().skip(quote.start).take(quote.end - quote.start).collect::<String>(), *quote.exact);
        // Without position the words and what stands around them find the same place, or say that there are several.
        match Quote::resolve(text, &index, &QuoteSelector { position: None, ..full }) {
            Ok(found) => assert_eq!(&found, quote),
            Err(bad) => assert!(bad.to_string().contains("times"), "{bad}"),
        }
        checked += 1;
    }
    checked
}

/// What stands between two sentences: spaces, breaks, and what shifts offsets.
const BETWEEN: [&str; 9] = [" ", "\n", "\n\n", "\r\n", "\u{a0}", " 🚀 ", "\u{301} ", " — ", ""];

/// A text of the examples' own sentences.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec((0..SENTENCES.len(), 0..BETWEEN.len(), 0..40_usize), 1..9).prop_map(|parts| {
        let cut = |s: &'static str, n: usize| if n < 4 { s.chars().skip(n * 9).collect() } else { s.to_owned() };
        parts.into_iter().map(|(s, b, n)| cut(SENTENCES[s], n) + BETWEEN[b]).collect()
    })
}

/// Some articles of such texts, by their number.
fn batch() -> impl Strategy<Value = Vec<Article>> {
    prop::collection::vec((text(), prop::option::of(0..9_i64), 0..3_usize), 2..6).prop_map(|all| {
        let article = |(i, (text, published, publisher)): (usize, (String, Option<i64>, usize))| {
            let mut article = Article::new(format!("a{i}")).text(text);
            article.published = published.map(|n| Published::on(day(n)));
            article.publisher = (publisher > 0).then(|| format!("Paper {publisher}"));
            article
        };
        all.into_iter().enumerate().map(article).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    /// Law 1: the records in any order, on one thread or two, give the same bytes.
    #[test]
    fn shuffled_lines_give_the_same_bytes(order in Just((0..ARTICLES.len() + others().len()).collect::<Vec<_>>()).prop_shuffle()) {
        let lines: Vec<String> = ARTICLES.iter().map(line).chain(others()).collect();
        // A first line of "{" alone begins a JSON document, not lines of records.
        let mut order = order;
        if lines[order[0]] == "{" {
            order.rotate_left(1);
        }
        let shuffled: Vec<String> = order.iter().map(|&i| lines[i].clone()).collect();
        let (one, two) = (on_threads(1, || of_lines(&lines)), on_threads(2, || of_lines(&shuffled)));
        prop_assert!(one.contains("\"conflicts\"") && one.contains("comes 2 times") && one.contains("\"found\""));
        let first = one.bytes().zip(two.bytes()).position(|(a, b)| a != b).unwrap_or(one.len().min(two.len()));
        let around = |s: &str| String::from_utf8_lossy(&s.as_bytes()[first.saturating_sub(160)..(first + 80).min(s.len())]).into_owned();
        prop_assert!(one == two, "order {:?} gives other bytes:\n{}\n{}", order, around(&one), around(&two));
        prop_assert!(one == on_threads(1, || of_lines(&shuffled)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Law 2: one by one, with a look at the graph after each, is as all at once; and all without one is as never having had it.
    #[test]
    fn one_by_one_and_out_again(articles in batch(), out in 0..6_usize) {
        let (mut step, mut all) = (reader(), reader());
        for article in &articles {
            step.add(article.clone()).reconcile();
            all.add(article.clone());
        }
        prop_assert!(saved(&step.reconcile()) == saved(&all.reconcile()), "one by one gives other bytes");
        let gone = ArticleId::new(format!("a{out}"));
        step.remove(&gone);
        all.remove(&gone);
        let mut never = reader();
        for article in articles.iter().filter(|a| a.id.as_ref() != Some(&gone)) {
            never.add(article.clone());
        }
        let never = saved(&never.reconcile());
        prop_assert!(saved(&all.reconcile()) == never && saved(&step.reconcile()) == never, "removing leaves a trace");
        // And back in again, last.
        for article in articles.iter().filter(|a| a.id.as_ref() == Some(&gone)) {
            all.add(article.clone());
        }
        let mut whole = reader();
        for article in articles {
            whole.add(article);
        }
        prop_assert!(saved(&all.reconcile()) == saved(&whole.reconcile()), "coming back leaves a trace");
    }

    /// Law 3: every quote resolves to itself, whatever the text.
    #[test]
    fn quotes_resolve_to_themselves(articles in batch()) {
        let texts: Vec<_> = articles.iter().map(|a| (a.id.clone().unwrap(), a.text.as_deref().unwrap().to_owned())).collect();
        let mut reconciler = reader();
        for article in articles {
            reconciler.add(article);
        }
        let graph = reconciler.reconcile();
        prop_assert!(graph.rejected().iter().all(|r| r.reason.contains("was not read")), "{:?}", graph.rejected());
        check_quotes(&graph, &texts);
    }
}

/// Law 2, over the whole of the examples, each article out in its turn.
#[test]
fn each_example_can_be_taken_out() {
    let mut step = reader();
    let mut all = reader();
    for article in ARTICLES.iter() {
        step.add(article.clone()).reconcile();
        all.add(article.clone());
    }
    let whole = saved(&all.reconcile());
    assert!(saved(&step.reconcile()) == whole, "one by one gives other bytes");
    for gone in ARTICLES.iter() {
        let id = gone.id.as_ref().unwrap();
        let mut without = all.clone();
        without.remove(id);
        let mut never = reader();
        for article in ARTICLES.iter().filter(|a| a.id.as_ref() != Some(id)) {
            never.add(article.clone());
        }
        assert!(saved(&without.reconcile()) == saved(&never.reconcile()), "{id} leaves a trace");
        without.add(gone.clone());
        assert!(saved(&without.reconcile()) == whole, "{id} does not come back as it was");
    }
}

/// Laws 3 and 9 on the examples as they are.
#[test]
fn the_examples_quotes_stand() {
    let texts: Vec<_> = ARTICLES.iter().map(|a| (a.id.clone().unwrap(), a.text.as_deref().unwrap().to_owned())).collect();
    let mut reconciler = reader();
    for article in ARTICLES.iter() {
        reconciler.add(article.clone());
    }
    let graph = reconciler.reconcile();
    assert!(check_quotes(&graph, &texts) > 100);
    // What is written is what was checked.
    let result: Json = serde_json::from_str(&saved(&graph)).unwrap();
    for claim in result["claims"].as_array().unwrap() {
        let text = &texts.iter().find(|t| t.0.as_str() == claim["article"]).unwrap().1;
        let at = |end: &str| usize::try_from(claim["position"][end].as_u64().unwrap()).unwrap();
        let stands: String = text.chars().skip(at("start")).take(at("end") - at("start")).collect();
        assert_eq!(claim["quote"]["exact"], stands);
    }
}

/// Law 3 for claims made elsewhere: what resolves is kept with its place, what does not is rejected, and a quote that was made on
/// another text is found out.
#[test]
fn claims_from_elsewhere_are_held_to_their_quotes() {
    let text = "Zoë left. Ana left. Ana came back — 🚀 — and Zoë left.";
    let other = "The harbour was empty. Zoë left. Ana left.";
    let selector = |exact: &str, prefix: &str, position: Option<(u64, u64)>| QuoteSelector {
        exact: (!exact.is_empty()).then(|| exact.to_owned()),
        prefix: (!prefix.is_empty()).then(|| prefix.to_owned()),
        suffix: None,
        position,
    };
    let rows = [
        (selector("Ana came back", "", None), Some((20, 33))),
        (selector("Zoë left", "and ", None), Some((44, 52))),
        (selector("Zoë left", "", Some((0, 8))), Some((0, 8))),
        (selector("", "", Some((36, 37))), Some((36, 37))),
        (selector("Zoë left", "", None), None),
        (selector("Zoe left", "", None), None),
        (selector("Zoë left", "", Some((1, 9))), None),
        (selector("", "", Some((50, 55))), None),
        (selector("", "", Some((9, 9))), None),
        (selector("", "", None), None),
    ];
    let claim =
        |i: usize| Claim::new("a", Event::new("leave"), "occurrence", Normalized::new("left", Value::Boolean(true))).id(format!("c{i:02}"));
    let mut reconciler = Reconciler::new();
    reconciler.add(Article::new("a").text(text));
    for (i, (selector, _)) in rows.iter().enumerate() {
        let record = ClaimRecord::from(claim(i)).selector(selector.clone());
        reconciler.add_from(record, Location { file: "in".into(), line: u64::try_from(i).unwrap() });
    }
    // Made on another text: the words stand there, and not here at that place.
    let span = claimgraph::text::Span::new(23, 32);
    let foreign = Quote::at(other, &CharIndex::new(other), span).unwrap();
    reconciler.add_from(claim(rows.len()).quoted(foreign), Location { file: "in".into(), line: 99 });
    let graph = reconciler.reconcile();
    let kept: Vec<_> = graph.claims().map(|c| (c.id().to_string(), c.quote().map(|q| (q.start, q.end)))).collect();
    let wanted: Vec<_> = rows.iter().enumerate().filter(|(_, r)| r.1.is_some()).map(|(i, r)| (format!("c{i:02}"), r.1)).collect();
    assert_eq!(kept, wanted);
    assert_eq!(graph.rejected().len(), rows.len() + 1 - wanted.len());
    assert_eq!(check_quotes(&graph, &[("a".into(), text.to_owned())]), wanted.len());
}

/// A token of so many letters, as links and encoded pictures in the text of a page are.
fn monster() -> impl Strategy<Value = String> {
    let kind = prop_oneof![
        Just("x"),
        Just("https://quay.example/"),
        Just("iVBORw0KGgo"),
        Just("9"),
        Just("é"),
        Just("a-"),
        Just("Ab"),
        Just("\"k")
    ];
    (kind, prop_oneof![3 => 300..470_usize, 1 => 470..3_000_usize, 1 => Just(5_000_usize)])
        .prop_map(|(kind, n)| kind.repeat(n.div_ceil(kind.chars().count())))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a sentence is stretched by, a quote of the reader holds the value it rests on in at most 450 characters; what would take
    /// more is left out, and said to be.
    #[test]
    fn no_token_stretches_a_quote(picked in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), monster(), any::<bool>()), 1..5)) {
        let mut text = String::new();
        for (sentence, gap, monster, close) in &picked {
            let sentence = SENTENCES[sentence.index(SENTENCES.len())];
            let gaps: Vec<usize> = sentence.match_indices(' ').map(|g| g.0).chain([sentence.len()]).collect();
            let (before, after) = sentence.split_at(gaps[gap.index(gaps.len())]);
            text += &format!("{before}{}{monster}{after} ", if *close { "" } else { " " });
        }
        let article = Article::new("a").text(text.as_str()).published(day(5));
        let annotation = claimgraph::english::annotate(&"a".into(), &article);
        let all = annotation.extraction.claims.iter().chain(annotation.predications.iter().map(|p| &p.claim));
        for claim in all {
            let Some(quote) = &claim.quote else { continue };
            prop_assert!(quote.exact.chars().count() <= 450, "{} characters: {}", quote.exact.chars().count(), claim.attribute);
            prop_assert!(quote.exact.contains(&*claim.value.raw), "{} lacks {}", quote.exact, claim.value.raw);
        }
    }
}

#[test]
fn a_clause_that_is_too_long_is_quoted_by_less() {
    let long = "https://quay.example/".to_owned() + &"x".repeat(10_000);
    let read = |text: &str| {
        let mut reconciler = reader();
        reconciler.add(Article::new("a").text(text).published(day(5)));
        let graph = reconciler.reconcile();
        let mut quotes: Vec<String> =
            graph.claims().map(|c| format!("{}: {}", c.attribute(), c.words().unwrap().replace(&long, "…"))).collect();
        quotes.sort();
        quotes.dedup();
        let rejected: Vec<String> = graph.rejected().iter().map(ToString::to_string).collect();
        (quotes.join("; "), rejected.join("; "))
    };
    let story = |clause: &str| format!("Ada Okafor met Ivo Brandt in Porto on Sunday. {}", clause.replace('…', &long));
    let (quotes, rejected) = read(&story("They talked for three hours, see …, and the talks were calm."));
    assert!(quotes.contains("duration: They talked for three hours") && rejected.is_empty(), "{quotes} {rejected}");
    let again = |n: usize| format!("“We will meet soon {}and talk,” Ada Okafor said.", "and again ".repeat(n));
    assert!(read(&story(&again(10))).0.contains("quotation"));
    let (quotes, rejected) = read(&story(&again(60)));
    assert!(!quotes.contains("quotation"), "{quotes}");
    assert!(quotes.contains("occurrence") && rejected.contains("[quote-too-long]"), "{quotes} {rejected}");
}

/// The open relations of a graph, by claim ids.
fn open_relations(graph: &ClaimGraph) -> Vec<String> {
    let open = |r: &claimgraph::graph::RelationRef<'_>| r.ends().iter().all(|c| c.claim().event.open.is_some());
    let mut all: Vec<String> = graph.relations().filter(open).map(|r| r.to_string()).collect();
    all.sort();
    all
}

/// Articles of other stories change nothing between open claims: no share of the batch decides what is one item.
#[test]
fn other_stories_change_no_open_item() {
    let third = ARTICLES.len() / 3;
    let told = |articles: &[Article]| {
        let mut reconciler = reader();
        reconciler.extend(articles.iter().cloned());
        open_relations(&reconciler.reconcile())
    };
    let mut alone: Vec<String> = (0..3).flat_map(|story| told(&ARTICLES[story * third..(story + 1) * third])).collect();
    alone.sort();
    assert!(!alone.is_empty());
    assert_eq!(told(&ARTICLES), alone);
}
