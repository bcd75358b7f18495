//! The weights of linkage: how much each level of each feature says for or against two open claims' being of one data item.
//!
//! Learned from ECB+ (which words tell of one event, and articles of two events of one kind), from pairs of statements that an editor
//! lined up or kept apart, and from pairs of values that readers judged (`tests/gold/items.ndjson`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use claimgraph::english::English;
use claimgraph::pipeline::training::{QUESTIONS, features, pairs, shared};
use claimgraph::value::Value;
use claimgraph::{Claim, Reconciler};
use serde_json::Value as Json;

use crate::boost::{Row, Tree, Way, learn, sum};
use crate::ecb;

/// Rows of one group and question count as so many at most.
const MOST: f64 = 400.0;
const FOLDS: usize = 5;
/// Features of which more is told the more for one item, or the less: what came out otherwise did so by chance.
const MORE: &[&str] = &[
    "story",
    "cosine",
    "text",
    "figures",
    "names",
    "rare words",
    "amounts",
    "words",
    "share",
    "around",
    "near 3",
    "near 6",
    "near 12",
    "near bits",
];
const LESS: &[&str] = &["lacking", "chance", "others", "elsewhere", "place"];

/// Which way the sum goes with each feature.
fn ways(features: &[(&str, &[&str])]) -> Vec<Way> {
    let way = |f: &(&str, &[&str])| match f.0 {
        name if MORE.contains(&name) => Way::Up,
        name if LESS.contains(&name) => Way::Down,
        _ => Way::Any,
    };
    features.iter().map(way).collect()
}

/// Where a row's label is from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum From {
    /// ECB+: one event or two.
    Events,
    /// ECB+: values of two events of one topic.
    Others,
    /// ECB+: values told with words that tell of one event, or of two.
    Governed,
    /// Statements lined up by an editor.
    Facts,
    /// Invented stories, lined up by who wrote them.
    Invented,
    /// Values judged by readers.
    Judged,
    /// Values of articles that tell two stories.
    Strangers,
}

/// Where a value stands in its article, in characters.
type Place = (usize, usize);

fn place(claim: &Claim) -> Option<Place> {
    let quote = claim.quote.as_ref()?;
    let raw = &*claim.value.raw;
    let at = quote.exact.find(raw).map_or(0, |b| quote.exact[..b].chars().count());
    Some((quote.start + at, quote.start + at + raw.chars().count()))
}

fn overlap(a: Place, b: Place) -> bool {
    a.0 < b.1 && b.0 < a.1
}

fn lines(path: &Path) -> Result<Vec<Json>, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    text.lines().filter(|l| !l.trim().is_empty()).map(|l| serde_json::from_str(l).map_err(|e| format!("{}: {e}", path.display()))).collect()
}

fn of<'a>(json: &'a Json, key: &str) -> &'a str {
    json[key].as_str().unwrap_or_default()
}

fn reconciler(articles: &[Json]) -> Result<Reconciler, String> {
    let mut text = String::new();
    for article in articles {
        let _ = writeln!(text, "{article}");
    }
    let mut all = Reconciler::with_extractor(English);
    for read in claimgraph::ingest::read("articles.ndjson", text.as_bytes()) {
        let (record, location) = read.map_err(|e| e.to_string())?;
        all.add_from(record, location);
    }
    Ok(all)
}

/// The pairs that linkage weighs in some articles, one a line: the question, the two values' places, and the level of each feature. What
/// readers judge is drawn from them.
pub(crate) fn weighed(articles: &Path) -> Result<(), String> {
    pairs(&reconciler(&lines(articles)?)?, |pair| {
        let side = |c: &Claim| {
            let (start, end) = place(c)?;
            let quote = c.quote.as_ref()?;
            Some(serde_json::json!([c.article.as_str(), start, end, quote.start, quote.end, c.attribute.as_str()]))
        };
        let levels: BTreeMap<&str, &str> =
            features().iter().zip(pair.levels).map(|((feature, levels), l)| (*feature, levels[usize::from(*l)])).collect();
        let [a, b] = pair.claims.map(side);
        println!(
            "{}",
            serde_json::json!({"question": QUESTIONS[pair.question], "a": a, "b": b, "levels": levels, "governor": [pair.claims[0].event.action.as_str(), pair.claims[1].event.action.as_str()]})
        );
    });
    Ok(())
}

/// The story of an article, by its id: "harbour-fire-b" is of "harbour-fire".
fn story_of(id: &str) -> &str {
    id.rsplit_once('-').map_or(id, |s| s.0)
}

/// The topic of a story: the two stories of a topic of ECB+ are told apart by what is put behind it.
fn topic_of(story: &str) -> &str {
    story.trim_end_matches(" true").trim_end_matches(" false")
}

/// The folders of a set that hold facts, in order.
fn folders(set: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let read = fs::read_dir(set).map_err(|e| format!("{}: {e}", set.display()))?;
    let mut all: Vec<_> = read.filter_map(Result::ok).map(|d| d.path()).filter(|f| f.join("facts.ndjson").exists()).collect();
    all.sort();
    Ok(all)
}

/// The articles of whose stories we know, of all sets, each with the number of its set and the name of its story.
fn known_stories(data: &Path, gold: &Path) -> Result<Vec<(Json, usize, String)>, String> {
    let mut out = Vec::new();
    let story = |id: &str| story_of(id).to_owned();
    for folder in folders(&data.join("facts/kinds"))? {
        out.extend(lines(&folder.join("articles.ndjson"))?.into_iter().map(|a| (a.clone(), 0, story(of(&a, "id")))));
    }
    out.extend(lines(&gold.with_file_name("stories.ndjson"))?.into_iter().map(|a| (a.clone(), 1, story(of(&a, "id")))));
    out.extend(lines(&data.join("data/basil-dev/articles.ndjson"))?.into_iter().map(|a| (a.clone(), 2, story(of(&a, "id")))));
    for a in ecb::read(&data.join("data/ecbplus")).map_err(|e| format!("ecbplus: {e}"))? {
        // The two stories of a topic are told apart by how the names of their files end.
        let story = format!("ecb {} {}", a.topic, a.id.ends_with('e'));
        out.push((serde_json::json!({"type": "article", "id": a.id, "text": a.text, "published": a.published}), 3, story));
    }
    Ok(out)
}

/// The first sentences of an article: what is handed in is often no more.
fn lead(article: &Json) -> Json {
    let text = of(article, "text");
    let from = text.char_indices().nth(LEAD).map_or(text.len(), |c| c.0);
    let sentence = |(at, _): &(usize, &str)| text[from + at + 1..].starts_with([' ', '\n']);
    let end = text[from..].match_indices('.').find(sentence).map_or(text.len(), |(at, _)| from + at + 1);
    let mut out = article.clone();
    out["text"] = text[..end].into();
    out
}

/// So many characters are read of an article before its sentence ends, where no more is learned from.
const LEAD: usize = 110;

/// Sets of articles of known stories.
const SETS: usize = 4;
/// What two articles of two stories count, beside [`MOST`] for all of one story of a set.
const STRANGERS: f64 = 0.2;
const NEIGHBOURS: f64 = 0.1;

/// Learns from articles of known stories what tells that two are of one, prints how well it does on stories that it has not seen, and gives
/// the trees.
pub(crate) fn stories(data: &Path, gold: &Path) -> Result<String, String> {
    let known = known_stories(data, gold)?;
    let articles: Vec<Json> = known.iter().map(|k| k.0.clone()).collect();
    let by_id: BTreeMap<&str, (usize, &str)> = known.iter().map(|k| (of(&k.0, "id"), (k.1, k.2.as_str()))).collect();
    let names: Vec<&str> = known.iter().map(|k| k.2.as_str()).collect::<BTreeSet<_>>().into_iter().collect();
    let mut rows: Vec<(Option<usize>, Row)> = Vec::new();
    let mut see = |[a, b]: [&claimgraph::id::ArticleId; 2], levels: &[u8]| {
        let (Some(x), Some(y)) = (by_id.get(a.as_str()), by_id.get(b.as_str())) else { return };
        let one = x.1 == y.1;
        let group = names.binary_search(&x.1.min(y.1)).unwrap_or(0);
        // Of two quakes of one topic some articles tell of both.
        let counts = if topic_of(x.1) == topic_of(y.1) { NEIGHBOURS } else { STRANGERS };
        rows.push((one.then_some(x.0), Row { levels: levels.to_vec(), one, counts, group }));
    };
    claimgraph::pipeline::training::articles(&reconciler(&articles)?, &mut see);
    let leads: Vec<Json> = known.iter().filter(|k| k.1 < 2).map(|k| lead(&k.0)).collect();
    claimgraph::pipeline::training::articles(&reconciler(&leads)?, &mut see);
    for set in 0..SETS {
        let own = rows.iter().filter(|r| r.0 == Some(set)).count();
        #[allow(clippy::cast_precision_loss)]
        let counts = MOST / own.max(1) as f64;
        rows.iter_mut().filter(|r| r.0 == Some(set)).for_each(|r| r.1.counts = counts);
    }
    let folds = crate::side_by_side(FOLDS, |fold| {
        learn(&rows.iter().filter(|r| r.1.group % FOLDS != fold).map(|r| &r.1).collect::<Vec<_>>(), &ways(shared()))
    });
    let bits = |row: &Row| sum(&folds[row.group % FOLDS], row) * std::f64::consts::LOG2_E * 10.0;
    let scored: Vec<(Option<usize>, f64)> = rows.iter().map(|r| (r.0, bits(&r.1))).collect();
    for least in [-30, -20, -15, -10, 0, 10, 20, 30, 40] {
        let found = |set: Option<usize>| scored.iter().filter(|s| s.0 == set && s.1 >= f64::from(least)).count();
        let all = |set: usize| scored.iter().filter(|s| s.0 == Some(set)).count();
        let sets: Vec<String> = (0..SETS).map(|set| format!("{} of {}", found(Some(set)), all(set))).collect();
        println!("{least:4}  kinds, invented, BASIL, ECB+: {}; of two stories: {}", sets.join(", "), found(None));
    }
    let mut out = String::from(
        "# What tells whether two articles are of one story: trees whose sums are hundredths of a bit (src/linkage/open/trees.rs).\n\
         # Source: `claimgraph-train stories`, from ECB+ (Cybulska and Vossen 2014), BASIL (Fan and others 2019) and invented stories.\n\
         # condition (a feature, and the number of the level below which it holds), what follows if so, what follows if not\n",
    );
    write_trees(&mut out, "story", shared(), &learn(&rows.iter().map(|r| &r.1).collect::<Vec<_>>(), &ways(shared())));
    Ok(out)
}

/// Writes trees, one a line.
fn write_trees(out: &mut String, name: &str, features: &[(&str, &[&str])], trees: &[Tree]) {
    let names: Vec<String> = features.iter().map(|f| f.0.replace(' ', "-")).collect();
    for tree in trees {
        let _ = write!(out, "{name}\t");
        tree.written(&names, out);
        out.push('\n');
    }
}

/// A statement of a fact: its article, where it stands, and of which kind its value is.
struct Side {
    article: String,
    place: Place,
}

struct Fact {
    sides: [Side; 2],
    kind: String,
    one: bool,
}

fn facts(folder: &Path) -> Result<(Vec<Json>, Vec<Fact>), String> {
    let articles = lines(&folder.join("articles.ndjson"))?;
    let text = |id: &str| articles.iter().find(|a| of(a, "id") == id).map_or("", |a| of(a, "text"));
    let side = |fact: &Json| {
        let text = text(of(fact, "article"));
        let within = text.find(of(fact, "within"))?;
        let quote = within + of(fact, "within").find(of(fact, "quote"))?;
        let start = text[..quote].chars().count();
        Some(Side { article: of(fact, "article").to_owned(), place: (start, start + of(fact, "quote").chars().count()) })
    };
    let fact = |f: &Json| {
        Some(Fact { sides: [side(&f["a"])?, side(&f["b"])?], kind: of(f, "kind").to_owned(), one: of(f, "relation") != "distinct" })
    };
    let all = lines(&folder.join("facts.ndjson"))?.iter().filter_map(fact).collect();
    Ok((articles, all))
}

impl Fact {
    /// A row of the invented stories.
    fn listed(row: &Json) -> Self {
        let side = |s: &Json| {
            let (article, start, end) = located(s);
            Side { article, place: (start, end) }
        };
        Self { sides: [side(&row["a"]), side(&row["b"])], kind: of(row, "kind").to_owned(), one: row["one"].as_bool().unwrap_or(false) }
    }

    fn is_side(&self, side: usize, claim: &Claim) -> bool {
        let fits = match &claim.value.value {
            Value::Quantity(_) => matches!(self.kind.as_str(), "count" | "money" | "measure" | "age"),
            Value::Time(_) => self.kind == "time",
            Value::Duration(_) => self.kind == "duration",
            Value::Boolean(_) => matches!(self.kind.as_str(), "occurrence" | "status"),
            _ => false,
        };
        let side = &self.sides[side];
        fits && side.article == claim.article.as_str() && place(claim).is_some_and(|p| overlap(p, side.place))
    }

    /// Whether two claims are its two sides, or one of them is and the other one is another claim.
    fn label(&self, a: &Claim, b: &Claim, whole: bool) -> Option<bool> {
        let ids = [a.article.as_str(), b.article.as_str()];
        let (x, y) = if ids == [&*self.sides[0].article, &*self.sides[1].article] {
            (a, b)
        } else if ids == [&*self.sides[1].article, &*self.sides[0].article] {
            (b, a)
        } else {
            return None;
        };
        match (self.is_side(0, x), self.is_side(1, y)) {
            (true, true) => Some(self.one),
            // Another value than the one that was lined up.
            (true, false) | (false, true) if whole && self.one => Some(false),
            _ => None,
        }
    }
}

/// What the facts of a story say of two claims: that they are of one item outweighs that they are not. Where `all` are lined up, a
/// value that agrees with another one than it was lined up with is another one's as well.
fn lined_up<'a>(facts: impl IntoIterator<Item = &'a Fact>, a: &Claim, b: &Claim, question: usize, all: bool) -> Option<bool> {
    let name = QUESTIONS[question];
    facts.into_iter().filter_map(|f| f.label(a, b, matches!(name, "differ" | "apart") || all && name != "happened")).max()
}

/// The judged pairs, by their two places.
type Judged = BTreeMap<[(String, usize, usize); 2], bool>;

/// A place as the files of pairs write it: the article, its first character and one past the last.
fn located(json: &Json) -> (String, usize, usize) {
    let number = |n: &Json| usize::try_from(n.as_u64().unwrap_or(0)).unwrap_or(0);
    (json[0].as_str().unwrap_or_default().to_owned(), number(&json[1]), number(&json[2]))
}

fn judged(path: &Path) -> Result<Judged, String> {
    let row = |r: &Json| {
        let (a, b) = (located(&r["a"]), located(&r["b"]));
        let one = r["one"].as_bool().unwrap_or(false);
        [([a.clone(), b.clone()], one), ([b, a], one)]
    };
    Ok(lines(path)?.iter().flat_map(row).collect())
}

#[derive(Default)]
struct Rows {
    all: Vec<(usize, From, Row)>,
    groups: usize,
}

impl Rows {
    /// Rows of a batch, each pair of claims labelled by `label`.
    fn add(
        &mut self,
        articles: &[Json],
        group: impl Fn(&Claim) -> usize,
        label: impl Fn(&Claim, &Claim, usize) -> Option<(bool, From)>,
    ) -> Result<(), String> {
        pairs(&reconciler(articles)?, |pair| {
            let [a, b] = pair.claims;
            let known = a.event.open.is_none() || b.event.open.is_none();
            // What ECB+ says of words is not said of the other claims of an event that is known.
            if let Some((one, from)) = label(a, b, pair.question).filter(|l| !known || l.1 >= From::Facts) {
                self.all.push((pair.question, from, Row { levels: pair.levels.to_vec(), one, counts: 1.0, group: group(a) }));
            }
        });
        Ok(())
    }

    /// No group of one question counts for more than [`MOST`].
    fn weigh(&mut self) {
        let mut counts: BTreeMap<(usize, From, usize), f64> = BTreeMap::new();
        for (question, from, row) in &self.all {
            *counts.entry((*question, *from, row.group)).or_default() += 1.0;
        }
        for (question, from, row) in &mut self.all {
            row.counts = (MOST / counts[&(*question, *from, row.group)]).min(1.0);
        }
    }
}

/// Learns the trees from the data of a folder and the judged pairs, prints how well it does on groups that it has not seen, and gives it.
pub(crate) fn trees(data: &Path, gold: &Path) -> Result<String, String> {
    let mut rows = Rows::default();
    let judged = judged(gold)?;
    let known = |a: &Claim, b: &Claim| {
        let of = |c: &Claim| place(c).map(|(start, end)| (c.article.as_str().to_owned(), start, end));
        judged.get(&[of(a)?, of(b)?]).copied()
    };
    for set in ["facts/kinds", "facts/real"] {
        for folder in folders(&data.join(set))? {
            let (articles, facts) = facts(&folder)?;
            let group = rows.groups;
            rows.add(
                &articles,
                |_| group,
                |a, b, question| {
                    if let Some(one) = known(a, b) {
                        return Some((one, From::Judged));
                    }
                    Some((lined_up(&facts, a, b, question, false)?, From::Facts))
                },
            )?;
            rows.groups += 1;
        }
    }
    // Invented stories, each with the pairs that an editor would line up and those that tempt.
    let invented = lines(&gold.with_file_name("stories.ndjson"))?;
    let listed: Vec<Fact> = lines(&gold.with_file_name("story_pairs.ndjson"))?.iter().map(Fact::listed).collect();
    for name in invented.iter().map(|a| story_of(of(a, "id"))).collect::<BTreeSet<_>>() {
        let articles: Vec<Json> = invented.iter().filter(|a| story_of(of(a, "id")) == name).cloned().collect();
        let own: Vec<&Fact> = listed.iter().filter(|f| story_of(&f.sides[0].article) == name).collect();
        let group = rows.groups;
        let label = |a: &Claim, b: &Claim, question| Some((lined_up(own.iter().copied(), a, b, question, true)?, From::Invented));
        rows.add(&articles, |_| group, label)?;
        rows.add(&articles.iter().map(lead).collect::<Vec<_>>(), |_| group, label)?;
        rows.groups += 1;
    }
    let basil = lines(&data.join("data/basil-dev/articles.ndjson"))?;
    let stories: BTreeSet<String> = basil.iter().map(|a| of(a, "id").split('-').next().unwrap_or_default().to_owned()).collect();
    let first = rows.groups;
    let story = |c: &Claim| first + stories.iter().position(|s| c.article.as_str().starts_with(s.as_str())).unwrap_or(0);
    rows.add(&basil, story, |a, b, _| known(a, b).map(|one| (one, From::Judged)))?;
    rows.groups += stories.len();
    let articles = ecb::read(&data.join("data/ecbplus")).map_err(|e| format!("ecbplus: {e}"))?;
    let by_id: BTreeMap<&str, &ecb::Article> = articles.iter().map(|a| (a.id.as_str(), a)).collect();
    let topics: BTreeSet<&str> = articles.iter().map(|a| a.topic.as_str()).collect();
    for topic in topics {
        let records: Vec<Json> = articles
            .iter()
            .filter(|a| a.topic == topic)
            .map(|a| serde_json::json!({"type": "article", "id": a.id, "text": a.text, "published": a.published}))
            .collect();
        let group = rows.groups;
        let told =
            |c: &Claim, at: usize| by_id.get(c.article.as_str())?.events.iter().find(|e| e.0 <= at && at < e.1).map(|e| e.2.as_str());
        let event = |c: &Claim| told(c, place(c)?.0);
        let governor = |c: &Claim| told(c, usize::try_from(c.event.open?).ok()?);
        rows.add(
            &records,
            |_| group,
            |a, b, question| {
                if let Some(one) = known(a, b) {
                    return Some((one, From::Judged));
                }
                if question == 0 {
                    return Some((event(a)? == event(b)?, From::Events));
                }
                let others = a.article.as_str().ends_with('e') != b.article.as_str().ends_with('e') && a.attribute.as_str() != "age";
                if others {
                    return Some((false, From::Others));
                }
                let one = governor(a)? == governor(b)?;
                let timed = matches!(a.value.value, Value::Time(_) | Value::Duration(_));
                let noun = a.attribute == b.attribute;
                match question {
                    1 | 2 if one && (noun || question == 2) => Some((true, From::Governed)),
                    _ if !one && (timed || !noun) => Some((false, From::Governed)),
                    _ => None,
                }
            },
        )?;
        rows.groups += 1;
    }
    // What two articles tell that are taken for one story and are of two.
    let all = known_stories(data, gold)?;
    let by_id: BTreeMap<&str, &str> = all.iter().map(|k| (of(&k.0, "id"), k.2.as_str())).collect();
    let told: Vec<Json> = all.iter().filter(|k| k.1 != 2).map(|k| k.0.clone()).collect();
    let topic = |c: &Claim| by_id.get(c.article.as_str()).copied().map(topic_of);
    let group = rows.groups;
    let names: Vec<&str> = by_id.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let own = |c: &Claim| group + names.binary_search(&by_id[c.article.as_str()]).unwrap_or(0);
    rows.add(&told, own, |a, b, _| (topic(a)? != topic(b)?).then_some((false, From::Strangers)))?;
    rows.weigh();
    let mut out = String::from(
        "# What tells whether two open claims are of one data item: trees whose sums are hundredths of a bit (src/linkage/open/trees.rs).\n\
         # Source: `claimgraph-train links`, from ECB+ (Cybulska and Vossen 2014), pairs of statements lined up by an editor, invented\n\
         # stories, and pairs of values judged by readers.\n\
         # question\tcondition (a feature, and the number of the level below which it holds), what follows if so, what follows if not\n",
    );
    for (question, name) in QUESTIONS.iter().enumerate() {
        let own: Vec<&(usize, From, Row)> = rows.all.iter().filter(|r| r.0 == question).collect();
        try_out(name, &own);
        write_trees(&mut out, name, features(), &learn(&own.iter().map(|r| &r.2).collect::<Vec<_>>(), &ways(features())));
    }
    Ok(out)
}

/// Prints precision and recall at some thresholds, each group by what is learned from groups of other folds.
fn try_out(name: &str, rows: &[&(usize, From, Row)]) {
    let folds = crate::side_by_side(FOLDS, |fold| {
        let kept: Vec<&Row> = rows.iter().filter(|r| r.2.group % FOLDS != fold).map(|r| &r.2).collect();
        learn(&kept, &ways(features()))
    });
    let own = |r: &&(usize, From, Row)| {
        let trees: &Vec<Tree> = &folds[r.2.group % FOLDS];
        (r.1, r.2.one, sum(trees, &r.2) * std::f64::consts::LOG2_E * 10.0)
    };
    let scored: Vec<(From, bool, f64)> = rows.iter().map(own).collect();
    for from in [From::Events, From::Others, From::Governed, From::Facts, From::Invented, From::Judged, From::Strangers] {
        let own: Vec<&(From, bool, f64)> = scored.iter().filter(|s| s.0 == from).collect();
        let all = own.iter().filter(|s| s.1).count();
        if own.is_empty() {
            continue;
        }
        println!("{name} {from:?}: {} pairs, {all} of one, average precision {:.3}", own.len(), average_precision(&own));
        for least in [-30, -20, -10, 0, 10, 20, 30, 40] {
            let found: Vec<_> = own.iter().filter(|s| s.2 >= f64::from(least)).collect();
            let right = found.iter().filter(|s| s.1).count();
            #[allow(clippy::cast_precision_loss)]
            let (p, r) = (right as f64 / found.len().max(1) as f64, right as f64 / all.max(1) as f64);
            println!("  {least:4}  found {:5}  precision {p:.3}  recall {r:.3}", found.len());
        }
    }
}

/// The mean of the precisions at each pair that is of one, the surest first.
fn average_precision(scored: &[&(From, bool, f64)]) -> f64 {
    let mut order = scored.to_vec();
    order.sort_by(|a, b| b.2.total_cmp(&a.2));
    let (mut right, mut sum) = (0.0, 0.0);
    for (s, n) in order.iter().zip(1_u32..) {
        if s.1 {
            right += 1.0;
            sum += right / f64::from(n);
        }
    }
    if right > 0.0 { sum / right } else { 0.0 }
}
