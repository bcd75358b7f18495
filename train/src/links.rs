//! The weights of linkage: how much each level of each feature says for or against two open claims' being of one data item.
//!
//! Learned from ECB+ (which words tell of one event, and articles of two events of one kind), from pairs of statements that an editor
//! lined up or kept apart, and from pairs of values that readers judged (`tests/gold/items.ndjson`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use claimgraph::english::English;
use claimgraph::pipeline::training::{QUESTIONS, features, pairs};
use claimgraph::value::Value;
use claimgraph::{Claim, Reconciler};
use serde_json::Value as Json;

use crate::ecb;
use crate::logistic::{Row, learn, likely};

const PENALTY: f64 = 3.0;
/// Rows of one group and question count as so many at most.
const MOST: f64 = 400.0;
const FOLDS: usize = 5;
/// Features whose levels are more and more of something: what is learned is what each level adds to the one below, so that neighbours
/// do not differ by chance.
const ORDERED: &[&str] = &[
    "story",
    "text",
    "figures",
    "names",
    "words",
    "share",
    "around",
    "chance",
    "rivals",
    "others",
    "elsewhere",
    "place",
    "lacking",
    "early",
];

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

/// How each two of some articles stand, one pair a line: what they share, and the days between them. The limits of stories are set by it.
pub(crate) fn stories(articles: &Path) -> Result<(), String> {
    claimgraph::pipeline::training::articles(&reconciler(&lines(articles)?)?, |[a, b], shares, days| {
        println!("{}", serde_json::json!([a.as_str(), b.as_str(), shares, days]));
    });
    Ok(())
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
    facts.into_iter().filter_map(|f| f.label(a, b, name == "differ" || all && name != "happened")).max()
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

struct Rows {
    all: Vec<(usize, From, Row)>,
    groups: usize,
    starts: Vec<usize>,
}

impl Rows {
    fn new() -> Self {
        let mut starts = vec![0];
        starts.extend(features().iter().scan(0, |sum, (_, levels)| {
            *sum += levels.len();
            Some(*sum)
        }));
        Self { all: Vec::new(), groups: 0, starts }
    }

    fn size(&self) -> usize {
        self.starts[features().len()]
    }

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
                let on = |((l, s), ordered): ((&u8, &usize), bool)| {
                    let level = s + usize::from(*l);
                    if ordered { *s..level + 1 } else { level..level + 1 }
                };
                let ordered = features().iter().map(|f| ORDERED.contains(&f.0));
                let on = pair.levels.iter().zip(&self.starts).zip(ordered).flat_map(on).collect();
                self.all.push((pair.question, from, Row { on, one, counts: 1.0, group: group(a) }));
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

/// Learns the table from the data of a folder and the judged pairs, prints how well it does on groups that it has not seen, and gives it.
pub(crate) fn table(data: &Path, gold: &Path) -> Result<String, String> {
    let mut rows = Rows::new();
    let judged = judged(gold)?;
    let known = |a: &Claim, b: &Claim| {
        let of = |c: &Claim| place(c).map(|(start, end)| (c.article.as_str().to_owned(), start, end));
        judged.get(&[of(a)?, of(b)?]).copied()
    };
    for set in ["facts/kinds", "facts/real"] {
        let mut folders: Vec<_> =
            fs::read_dir(data.join(set)).map_err(|e| format!("{set}: {e}"))?.filter_map(Result::ok).map(|d| d.path()).collect();
        folders.sort();
        for folder in folders.iter().filter(|f| f.join("facts.ndjson").exists()) {
            let (articles, facts) = facts(folder)?;
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
    let story = |id: &str| id.rsplit_once('-').map_or("", |s| s.0).to_owned();
    let listed: Vec<Fact> = lines(&gold.with_file_name("story_pairs.ndjson"))?.iter().map(Fact::listed).collect();
    for name in invented.iter().map(|a| story(of(a, "id"))).collect::<BTreeSet<_>>() {
        let articles: Vec<Json> = invented.iter().filter(|a| story(of(a, "id")) == name).cloned().collect();
        let own: Vec<&Fact> = listed.iter().filter(|f| story(&f.sides[0].article) == name).collect();
        let group = rows.groups;
        rows.add(&articles, |_| group, |a, b, question| Some((lined_up(own.iter().copied(), a, b, question, true)?, From::Invented)))?;
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
    rows.weigh();
    let mut weights: Vec<Vec<f64>> = Vec::new();
    for (question, name) in QUESTIONS.iter().enumerate() {
        let own: Vec<&(usize, From, Row)> = rows.all.iter().filter(|r| r.0 == question).collect();
        try_out(name, &own, rows.size());
        let all: Vec<&Row> = own.iter().map(|r| &r.2).collect();
        weights.push(learn(&all, rows.size(), PENALTY));
    }
    Ok(written(&weights, &rows.starts))
}

/// Prints precision and recall at some thresholds, each group by weights learned from groups of other folds.
fn try_out(name: &str, rows: &[&(usize, From, Row)], size: usize) {
    let mut scored: Vec<(From, bool, f64)> = Vec::new();
    for fold in 0..FOLDS {
        type Some<'a> = Vec<&'a (usize, From, Row)>;
        let (held, kept): (Some<'_>, Some<'_>) = rows.iter().copied().partition(|r| r.2.group % FOLDS == fold);
        let kept: Vec<&Row> = kept.iter().map(|r| &r.2).collect();
        let weights = learn(&kept, size, PENALTY);
        scored.extend(held.iter().map(|r| {
            let p = likely(&weights, &r.2);
            (r.1, r.2.one, (p / (1.0 - p)).log2() * 10.0)
        }));
    }
    for from in [From::Events, From::Others, From::Governed, From::Facts, From::Invented, From::Judged] {
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

/// The table: a row for each level of each feature, in tenths of a bit.
fn written(weights: &[Vec<f64>], starts: &[usize]) -> String {
    let mut out = String::from(
        "# How many tenths of a bit each level of each feature says for two open claims' being of one data item.\n\
         # Source: `claimgraph-train links`, from ECB+ (Cybulska and Vossen 2014), pairs of statements lined up by an editor and pairs\n\
         # of values judged by readers.\n\
         # feature\tlevel\thappened\tagree\tdated\tdiffer\n",
    );
    for ((feature, levels), start) in features().iter().zip(starts) {
        for (l, level) in levels.iter().enumerate() {
            let from = if ORDERED.contains(feature) { 0 } else { l };
            let weight = |w: &Vec<f64>| w[start + from..=start + l].iter().sum::<f64>() * std::f64::consts::LOG2_E * 10.0;
            // Adding nothing makes a zero that has no sign.
            let cells: Vec<String> = weights.iter().map(|w| format!("{:.0}", weight(w).round() + 0.0)).collect();
            let _ = writeln!(out, "{feature}\t{level}\t{}", cells.join("\t"));
        }
    }
    out
}
