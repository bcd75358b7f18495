//! A fact on the page: its positions side by side, who stands on each, how they stand to each other, and who is silent.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use claimgraph::claim::{Claim, Modality, Polarity};
use claimgraph::graph::{ArticleNode, ClaimGraph, ClaimRef, FactRef, FactState, PositionRef, RelationRef};
use claimgraph::id::{ArticleIx, ClaimIx};
use claimgraph::relation::Kind;
use claimgraph::value::Value;

use super::lanes::Lanes;
use super::passage::{Passage, marked};
use super::{NAME, Page, publisher, source_link};
use crate::report::slots::{Slots, spokesman};
use crate::report::words::reasons;
use crate::report::{clean, words};

/// So many positions stand side by side; the rest are folded.
const SIDE_BY_SIDE: usize = 6;
/// So many of those who stand on a position are shown; the rest are folded.
const STANDS: usize = 6;
/// So many pairs of positions are shown; the rest are folded.
const PAIRS: usize = 6;
/// So many of the silent are named.
const SILENT: usize = 12;
/// So many near misses stand beneath a fact.
const NEAR: usize = 3;

/// The relations between two positions of a fact, those of one kind together, by fact.
pub(super) struct Pairs<'g>(BTreeMap<usize, Groups<'g>>);

/// The relations of a fact by their kind and the places of the two positions: those of the source and of the target where the kind has a
/// direction, else the lesser first.
type Groups<'g> = BTreeMap<(Kind, usize, usize), Vec<RelationRef<'g>>>;

/// The place of each claim among the claims of a fact.
type Places = BTreeMap<ClaimIx, usize>;

impl<'g> Pairs<'g> {
    pub(super) fn of(graph: &'g ClaimGraph, slots: &Slots) -> Self {
        let mut pairs: BTreeMap<usize, Groups<'g>> = BTreeMap::new();
        for relation in graph.relations() {
            let ((of, a), (other, b)) = (slots.of_claim(relation.source()), slots.of_claim(relation.target()));
            if of != other || !is_open(relation.kind()) {
                continue;
            }
            let (a, b) = if relation.kind().is_directed() { (a, b) } else { (a.min(b), a.max(b)) };
            pairs.entry(of).or_default().entry((relation.kind(), a, b)).or_default().push(relation);
        }
        Self(pairs)
    }

    fn at(&self, fact: usize) -> impl Iterator<Item = (&(Kind, usize, usize), &Vec<RelationRef<'g>>)> {
        self.0.get(&fact).into_iter().flatten()
    }

    /// Whether two claims of a fact conflict; a tension is none.
    pub(super) fn conflict(&self, fact: usize) -> bool {
        self.at(fact).any(|((kind, ..), _)| *kind == Kind::Conflicts)
    }
}

/// Whether a relation of that kind leaves something for a reader to look at.
fn is_open(kind: Kind) -> bool {
    match kind {
        Kind::Conflicts | Kind::Tension | Kind::Supersedes | Kind::Indeterminate => true,
        Kind::Corroborates | Kind::Refines | Kind::Distinct => false,
    }
}

/// A fact, ready to be shown.
pub(super) struct Fact {
    pub(super) anchor: String,
    /// What the fact is: "conflict", "tension", "superseded", "unresolved".
    pub(super) kind: &'static str,
    pub(super) item: String,
    /// The event, where the item does not name it already.
    pub(super) event: Option<Rc<str>>,
    pub(super) attribute: String,
    pub(super) publishers: String,
    pub(super) independent: bool,
    pub(super) positions: Vec<Position>,
    pub(super) folded: Vec<Position>,
    pub(super) pairs: Vec<PairOf>,
    pub(super) folded_pairs: Vec<PairOf>,
    pub(super) silent: Option<String>,
    pub(super) near: Vec<(usize, String)>,
    pub(super) lanes: Option<Lanes>,
    pub(super) sampled: bool,
}

/// A value, and who stands on it.
pub(super) struct Position {
    pub(super) value: String,
    pub(super) counts: [String; 3],
    /// Whether all that stand on it were overtaken.
    pub(super) replaced: bool,
    /// The first day on which it was told; what is undated stands last.
    begun: (bool, Option<String>),
    pub(super) stands: Vec<Stand>,
    pub(super) folded: Vec<Stand>,
}

/// One claim on a position.
pub(super) struct Stand {
    /// Its place among the claims of the fact.
    pub(super) n: usize,
    /// The claim's id, where a decision can name it: as it is, so none with characters that are not shown.
    pub(super) id: Option<String>,
    pub(super) who: String,
    pub(super) when: Option<String>,
    pub(super) title: Option<String>,
    pub(super) link: Option<String>,
    /// What it says beyond the value of its position.
    pub(super) note: Option<String>,
    /// The quote: before the value, the value, behind it.
    pub(super) quote: Option<[String; 3]>,
    pub(super) passage: Option<Passage>,
}

/// How two positions stand to each other.
pub(super) struct PairOf {
    pub(super) kind: &'static str,
    pub(super) sides: [String; 2],
    pub(super) why: String,
    pub(super) independence: String,
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    /// The claims, by their places in the fact: "0-3 1-3".
    pub(super) claims: String,
    /// The two claims that speak for all of them.
    pub(super) ids: [String; 2],
    pub(super) count: usize,
}

impl<'a> Page<'a> {
    /// The facts in a state that are shown one by one: those with a conflict first, then the most told.
    pub(super) fn ordered(&self, state: FactState) -> Vec<(usize, FactRef<'a>)> {
        let mut facts: Vec<_> = self.graph.facts().enumerate().filter(|(_, f)| f.state() == state).collect();
        let articles = |f: &FactRef<'_>| f.node().positions.iter().map(|p| p.articles).sum::<usize>();
        facts.sort_by_key(|(i, f)| (!self.pairs.conflict(*i), Reverse(articles(f)), *i));
        facts
    }

    pub(super) fn fact(&self, &(index, fact): &(usize, FactRef<'a>)) -> Fact {
        let state = fact.state();
        let places: Places = in_order(fact).flatten().enumerate().map(|(n, c)| (c.index(), n)).collect();
        let positions: Vec<Position> = fact.positions().zip(in_order(fact)).map(|(p, claims)| self.position(p, claims, &places)).collect();
        let mut pairs: Vec<PairOf> = self.pairs_of(index, &positions, &places);
        let folded_pairs = pairs.split_off(pairs.len().min(PAIRS));
        let node = fact.node();
        let own = fact.event().node().action.as_str() == "state" && fact.subject().is_some();
        let mut positions = self.laid_out(index, state, positions);
        let folded = positions.split_off(positions.len().min(SIDE_BY_SIDE));
        Fact {
            anchor: anchor(fact, index),
            kind: self.kind(index, state),
            item: words::cut(&words::item(node.attribute.as_str(), fact.subject(), node.of.as_deref()), NAME),
            event: (!own).then(|| self.event(fact.event())),
            attribute: clean(node.attribute.as_str()),
            publishers: self.publishers_of(fact.claims().map(ClaimRef::article)),
            independent: self.pairs.at(index).flat_map(|(_, all)| all).any(|r| r.independent() == Some(true)),
            positions,
            folded,
            pairs,
            folded_pairs,
            silent: silent(fact),
            near: self.near_to(index),
            lanes: Lanes::of(fact),
            sampled: node.sampled,
        }
    }

    /// The near misses of a fact, of those that the page has: their places and a line each.
    fn near_to(&self, fact: usize) -> Vec<(usize, String)> {
        let all = self.near_of.get(&fact).into_iter().flatten().filter(|&&i| self.all || i < super::NEAR);
        all.take(NEAR).map(|&i| (i, self.near_line(i, fact))).collect()
    }

    /// What a fact is, in a word: a dispute is a conflict or a tension.
    fn kind(&self, index: usize, state: FactState) -> &'static str {
        match state {
            FactState::Disputed if self.pairs.conflict(index) => "conflict",
            FactState::Disputed => "tension",
            FactState::Agreed | FactState::Superseded | FactState::Single | FactState::Unresolved => state.as_str(),
        }
    }

    /// The positions in the order in which they are shown: of a dispute those at odds first, of what was superseded the earlier first.
    fn laid_out(&self, index: usize, state: FactState, positions: Vec<Position>) -> Vec<Position> {
        let (replacing, replaced) = self.overtaken(index);
        let at_odds = |i: usize| {
            self.pairs.at(index).any(|((kind, a, b), _)| matches!(kind, Kind::Conflicts | Kind::Tension) && (*a == i || *b == i))
        };
        let overtaken = |i: usize| replaced.contains(&i) && !replacing.contains(&i);
        let marked = positions.into_iter().enumerate().map(|(i, p)| (!at_odds(i), Position { replaced: overtaken(i), ..p }));
        let mut marked: Vec<(bool, Position)> = marked.collect();
        match state {
            FactState::Superseded => marked.sort_by(|(_, a), (_, b)| a.begun.cmp(&b.begun)),
            FactState::Disputed => marked.sort_by_key(|(calm, _)| *calm),
            FactState::Agreed | FactState::Single | FactState::Unresolved => {}
        }
        marked.into_iter().map(|(_, p)| p).collect()
    }

    /// The positions that replace others, and those that are replaced.
    fn overtaken(&self, fact: usize) -> (BTreeSet<usize>, BTreeSet<usize>) {
        self.pairs.at(fact).filter(|((kind, ..), _)| *kind == Kind::Supersedes).map(|((_, a, b), _)| (*a, *b)).unzip()
    }

    fn position(&self, position: PositionRef<'a>, claims: Vec<ClaimRef<'a>>, places: &Places) -> Position {
        let value = value(position);
        let mut stands: Vec<Stand> =
            claims.into_iter().map(|c| self.stand(c, &value, places.get(&c.index()).copied().unwrap_or_default())).collect();
        let folded = stands.split_off(stands.len().min(STANDS));
        let first = stands.first().and_then(|s| s.when.clone());
        let begun = (first.is_none(), first);
        let counts = [(position.articles(), "article"), (position.publishers(), "publisher"), (position.origins(), "origin")];
        Position { value, counts: counts.map(|(n, noun)| words::count(n, noun)), replaced: false, begun, stands, folded }
    }

    pub(super) fn stand(&self, claim: ClaimRef<'a>, value: &str, n: usize) -> Stand {
        let article = claim.article();
        Stand {
            n,
            id: Some(claim.id().to_string()).filter(|id| clean(id) == *id),
            who: publisher(article),
            when: article.article.published.map(|p| p.date.to_string()),
            title: article.article.title.as_deref().map(|t| words::cut(&clean(t), NAME)),
            link: source_link(article),
            note: note(claim.claim(), value),
            quote: marked(claim),
            passage: Passage::of(claim, self.texts),
        }
    }

    fn pairs_of(&self, fact: usize, positions: &[Position], places: &Places) -> Vec<PairOf> {
        let mut pairs: Vec<_> = self.pairs.at(fact).collect();
        let told = |i: &usize| positions.get(*i).map_or(0, |p| p.stands.len() + p.folded.len());
        pairs.sort_by_key(|((kind, a, b), _)| (*kind, Reverse(told(a) + told(b)), *a, *b));
        pairs.into_iter().filter_map(|((kind, a, b), all)| self.pair_of((*kind, *a, *b), all, positions, places)).collect()
    }

    fn pair_of(
        &self,
        (kind, a, b): (Kind, usize, usize),
        all: &[RelationRef<'a>],
        positions: &[Position],
        places: &Places,
    ) -> Option<PairOf> {
        let relation = spokesman(all)?;
        let (why, independence) = reasons(relation);
        let side = |i: usize, claim| {
            if a == b { words::bare(ClaimRef::claim(claim)) } else { positions.get(i).map(|p| p.value.clone()).unwrap_or_default() }
        };
        let place = |c: ClaimRef<'_>| places.get(&c.index()).copied().unwrap_or_default();
        let claims: Vec<String> = all.iter().map(|r| format!("{}-{}", place(r.source()), place(r.target()))).collect();
        // The positions stand in the order of the group, which is that of the claims where the kind has a direction.
        let (source, target) = (relation.source(), relation.target());
        let sides = [side(a, source), side(b, target)];
        Some(PairOf {
            kind: kind_word(kind),
            sides,
            why,
            independence,
            code: self.rule(relation.rule()),
            title: relation.rule().title,
            claims: claims.join(" "),
            ids: relation.ends().map(|c| words::cut(&clean(c.id().as_str()), NAME)),
            count: all.len(),
        })
    }

    /// The publishers of articles, by their places in the list of all, each once.
    pub(super) fn publishers_of<'n>(&self, articles: impl Iterator<Item = &'n ArticleNode>) -> String {
        let places: BTreeSet<usize> = articles.filter_map(|a| self.publishers.binary_search(&publisher(a)).ok()).collect();
        places.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }
}

/// The word for a relation between two positions.
pub(super) fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Conflicts => "conflict",
        Kind::Tension => "tension",
        Kind::Supersedes => "superseded",
        Kind::Indeterminate => "unresolved",
        Kind::Corroborates | Kind::Refines | Kind::Distinct => kind.as_str(),
    }
}

/// Where a fact stands on the page: its event's id, which follows from content, and its place among all.
pub(super) fn anchor(fact: FactRef<'_>, index: usize) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let first = fact.graph().facts_of(fact.event().id()).next().map_or(0, |f| f.index().get());
    let event: String = fact.event().id().as_str().chars().take(24).map(safe).collect();
    format!("{event}-{}", u32::try_from(index).unwrap_or_default().saturating_sub(first))
}

/// The claims of each position in the order in which they were published, undated ones last.
fn in_order<'g>(fact: FactRef<'g>) -> impl Iterator<Item = Vec<ClaimRef<'g>>> {
    fact.positions().map(|position| by_publication(position.claims()))
}

pub(super) fn by_publication<'g>(claims: impl Iterator<Item = ClaimRef<'g>>) -> Vec<ClaimRef<'g>> {
    let mut claims: Vec<ClaimRef<'g>> = claims.collect();
    claims.sort_by_key(|c| {
        let article = c.article();
        (article.article.published.is_none(), article.article.published, article.id.clone(), c.quote().map(|q| q.start), c.index())
    });
    claims
}

/// What a position says: "15", "not Bergen"; of whether it happened, what those who stand there say of it, so "it is planned".
pub(super) fn value(position: PositionRef<'_>) -> String {
    if !matches!(position.value(), Value::Boolean(true)) || !position.claims().all(|c| c.attribute().as_str() == "occurrence") {
        return words::position(position.node());
    }
    let said: BTreeSet<String> = position.claims().map(|c| words::bare(c.claim())).collect();
    let happened = if position.polarity() == Polarity::Negative { "it did not happen" } else { "it happened" };
    let one = said.first().filter(|_| said.len() == 1);
    one.cloned().unwrap_or_else(|| happened.to_owned())
}

/// What a claim says beyond the value of its position: "planned", "according to the police", "about 300, according to the mayor".
fn note(claim: &Claim, position: &str) -> Option<String> {
    let said = words::said(claim);
    let rest = said.strip_prefix(position).filter(|rest| rest.is_empty() || rest.starts_with([',', ' '])).unwrap_or(&said);
    let rest = rest.trim_start_matches([',', ' ']);
    // "(planned), according to the ministry" stands alone here.
    let rest = &rest.strip_prefix('(').map_or_else(|| rest.to_owned(), |open| open.replacen(')', "", 1));
    let open = (claim.modality == Modality::Denied).then_some("denied").filter(|word| !rest.contains(word));
    let parts: Vec<&str> = open.into_iter().chain((!rest.is_empty()).then_some(rest.as_str())).collect();
    (!parts.is_empty()).then(|| words::cut(&parts.join(", "), NAME))
}

/// Who tells of the event and says nothing of the fact.
fn silent(fact: FactRef<'_>) -> Option<String> {
    let speak: BTreeSet<_> = fact.claims().map(|c| c.node().article).collect();
    let of_event: BTreeSet<_> = fact.event().claims().map(|c| c.node().article).collect();
    let publishers = |articles: &BTreeSet<ArticleIx>| -> BTreeSet<String> {
        articles.iter().filter_map(|a| fact.graph().articles().get(a.at())).map(publisher).collect()
    };
    let heard = publishers(&speak);
    let names: Vec<String> = publishers(&of_event).into_iter().filter(|name| !heard.contains(name)).collect();
    match names.len() {
        0 => None,
        n if n <= SILENT => Some(names.join(", ")),
        n => Some(format!("{} and {} more", names[..SILENT].join(", "), n - SILENT)),
    }
}
