//! The timeline of a fact: a lane a publisher, what it told on which day. A running total is drawn in steps.
//!
//! The picture repeats, for the eye, what stands beside it as a list.

use std::collections::{BTreeMap, BTreeSet};

use claimgraph::claim::{Modality, Polarity};
use claimgraph::graph::{ClaimRef, FactRef};
use claimgraph::jiff::civil::Date;
use claimgraph::value::{Quantity, Status, Value};

use super::fact::by_publication;
use super::publisher;
use crate::report::words;

/// Sizes in units of the picture.
const LEFT: i64 = 176;
const WIDTH: i64 = 720;
const RIGHT: i64 = 60;
const LANE: i64 = 40;
const TOP: i64 = 26;
/// How far a total rises within its lane.
const RISE: i64 = 14;
/// So many lanes are drawn at most, and so many points.
const LANES: usize = 12;
const POINTS: usize = 60;
/// How wide a letter of a label is, about.
const LETTER: i64 = 7;
/// A label is cut behind so many letters.
const LABEL: usize = 16;
/// A publisher's name is cut behind so many letters.
const NAME: usize = 24;

/// A timeline.
pub(super) struct Lanes {
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) lanes: Vec<Lane>,
    pub(super) days: Vec<Tick>,
    /// The same in words.
    pub(super) told: Vec<Told>,
    pub(super) left: usize,
    /// So many publishers stand in the list alone.
    pub(super) undrawn: usize,
    pub(super) summary: String,
}

pub(super) struct Lane {
    pub(super) name: String,
    pub(super) y: i64,
    pub(super) points: Vec<Point>,
    /// The steps of a running total, as the `d` of a path.
    pub(super) steps: Option<String>,
}

pub(super) struct Point {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) mark: Mark,
    pub(super) label: Option<String>,
    /// Whether the label stands before the mark, having no room behind it.
    pub(super) before: bool,
}

pub(super) struct Tick {
    pub(super) x: i64,
    pub(super) day: String,
}

pub(super) struct Told {
    pub(super) day: String,
    pub(super) who: String,
    pub(super) what: String,
}

/// What is drawn for a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Told as so.
    Told,
    /// Planned, expected or possible.
    Open,
    /// Put off or called off.
    Off,
    /// Told as not so.
    Denied,
}

impl Mark {
    fn of(claim: ClaimRef<'_>) -> Self {
        let said = claim.claim();
        match (&said.value.value, said.modality, said.polarity) {
            (Value::Status(Status::Postponed | Status::Cancelled | Status::Withdrawn | Status::Rejected), ..) => Self::Off,
            (_, Modality::Denied, _) | (_, _, Polarity::Negative) => Self::Denied,
            (Value::Status(Status::Planned), ..) => Self::Open,
            (_, modality, _) if modality.is_open() => Self::Open,
            _ => Self::Told,
        }
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Open => "open",
            Self::Off => "off",
            Self::Denied => "denied",
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Told => "told as so",
            Self::Open => "planned, expected or possible",
            Self::Off => "put off or called off",
            Self::Denied => "denied",
        }
    }
}

/// The claims of one lane, with their days.
type Dated<'g> = Vec<(Date, ClaimRef<'g>)>;

impl Lanes {
    /// The timeline of a fact, where it was told on two days or more.
    pub(super) fn of(fact: FactRef<'_>) -> Option<Self> {
        let dated: Dated<'_> =
            by_publication(course(fact)).into_iter().filter_map(|c| Some((c.article().article.published?.date, c))).collect();
        let (first, last) = (dated.first()?.0, dated.last()?.0);
        if first >= last {
            return None;
        }
        let left = dated.len().saturating_sub(POINTS);
        let mut by_lane: BTreeMap<(Date, String), Dated<'_>> = BTreeMap::new();
        let mut begun: BTreeMap<String, Date> = BTreeMap::new();
        for &(day, claim) in dated.iter().take(POINTS) {
            let who = publisher(claim.article());
            let start = *begun.entry(who.clone()).or_insert(day);
            by_lane.entry((start, who)).or_default().push((day, claim));
        }
        let scale = Scale { first, days: days(first, last), levels: levels(fact) };
        let lanes: Vec<Lane> = by_lane
            .iter()
            .take(LANES)
            .zip(0..)
            .map(|(((_, name), claims), i)| lane(name, claims, TOP + LANE / 2 + 8 + i * LANE, &scale))
            .collect();
        let height = TOP + 14 + LANE * i64::try_from(lanes.len()).unwrap_or_default();
        let told = dated.iter().take(POINTS).map(|(day, c)| told(*day, *c)).collect();
        let summary = format!("{} from {first} to {last}", words::count(begun.len(), "publisher"));
        Some(Self {
            width: WIDTH,
            height,
            lanes,
            days: ticks(&dated, &scale),
            told,
            left,
            undrawn: by_lane.len().saturating_sub(LANES),
            summary,
        })
    }
}

/// The claims of a fact, and what is told of its event's course: that it is planned, put off, called off or denied, and of a fact that is
/// itself one of these, everything.
fn course<'g>(fact: FactRef<'g>) -> impl Iterator<Item = ClaimRef<'g>> {
    let own: BTreeSet<_> = fact.claims().map(ClaimRef::index).collect();
    let of_course = matches!(fact.attribute().as_str(), "status" | "occurrence");
    let stage =
        move |c: &ClaimRef<'g>| matches!(c.attribute().as_str(), "status" | "occurrence") && (of_course || Mark::of(*c) != Mark::Told);
    fact.claims().chain(fact.event().claims().filter(move |c| !own.contains(&c.index()) && stage(c)))
}

struct Scale {
    first: Date,
    days: i64,
    /// The least and the greatest of the amounts, where all are amounts of one unit.
    levels: Option<(i64, i64)>,
}

impl Scale {
    fn x(&self, day: Date) -> i64 {
        LEFT + 12 + days(self.first, day) * (WIDTH - LEFT - RIGHT) / self.days.max(1)
    }

    fn y(&self, base: i64, claim: ClaimRef<'_>) -> i64 {
        match (self.levels, amount(claim)) {
            (Some((low, high)), Some(n)) if high > low => base - scaled(n - low, high - low),
            _ => base,
        }
    }
}

fn scaled(part: i64, whole: i64) -> i64 {
    i64::try_from(i128::from(part) * i128::from(RISE) / i128::from(whole.max(1))).unwrap_or_default()
}

fn days(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

fn amount(claim: ClaimRef<'_>) -> Option<i64> {
    match claim.value() {
        Value::Quantity(Quantity { amount, upper: None, .. }) => Some(amount.trunc()),
        _ => None,
    }
}

fn levels(fact: FactRef<'_>) -> Option<(i64, i64)> {
    let amounts: Option<Vec<i64>> = fact.claims().map(amount).collect();
    let amounts = amounts?;
    Some((*amounts.iter().min()?, *amounts.iter().max()?))
}

fn lane(name: &str, claims: &Dated<'_>, base: i64, scale: &Scale) -> Lane {
    let (mut points, mut free) = (Vec::new(), i64::MIN);
    for (day, claim) in claims {
        let (x, text) = (scale.x(*day), label(*claim));
        let length = LETTER * i64::try_from(text.chars().count()).unwrap_or_default();
        // A label that would run into the one before it is left to the list.
        let before = x + length + 9 > WIDTH;
        let start = if before { x - length - 9 } else { x };
        let label = (start > free).then_some(text);
        free = if label.is_some() && !before { x + length + 16 } else { free.max(x) };
        points.push(Point { x, y: scale.y(base, *claim), mark: Mark::of(*claim), label, before });
    }
    let of_total: Vec<&Point> = points.iter().zip(claims).filter(|(_, (_, c))| amount(*c).is_some()).map(|(p, _)| p).collect();
    let steps = (scale.levels.is_some() && of_total.len() > 1).then(|| steps(&of_total));
    Lane { name: words::cut(name, NAME), y: base, points, steps }
}

fn steps(points: &[&Point]) -> String {
    let mut path = String::new();
    for (i, point) in points.iter().enumerate() {
        path += &if i == 0 { format!("M{} {}", point.x, point.y) } else { format!("H{}V{}", point.x, point.y) };
    }
    path
}

fn label(claim: ClaimRef<'_>) -> String {
    match claim.value() {
        Value::Boolean(_) => words::cut(&words::bare(claim.claim()), LABEL),
        value => words::cut(&words::value(value), LABEL),
    }
}

fn told(day: Date, claim: ClaimRef<'_>) -> Told {
    Told { day: day.to_string(), who: publisher(claim.article()), what: words::said(claim.claim()) }
}

/// The days under the picture, as many as have room.
fn ticks(dated: &Dated<'_>, scale: &Scale) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    let mut days: Vec<Date> = dated.iter().map(|(day, _)| *day).collect();
    days.dedup();
    let last = days.last().map(|day| scale.x(*day));
    for day in &days {
        let x = scale.x(*day);
        let room = ticks.last().is_none_or(|t| x - t.x > 84) && (Some(x) == last || last.is_none_or(|end| end - x > 84));
        if room {
            ticks.push(Tick { x, day: day.to_string() });
        }
    }
    ticks
}

impl Lanes {
    /// The marks that are drawn, each once.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let all = [Mark::Told, Mark::Open, Mark::Off, Mark::Denied];
        all.into_iter().filter(|m| self.lanes.iter().flat_map(|l| &l.points).any(|p| p.mark == *m)).collect()
    }
}
