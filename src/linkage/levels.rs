//! Comparison levels: how two mentions are alike, what each likeness weighs, and what keeps them apart.
//!
//! After Fellegi and Sunter 1969, "A Theory for Record Linkage": each comparison falls into one level, each level has a weight
//! in bits, and the weights add up. The weights are set by hand, so that the reasons in the table can be argued with; they
//! are not estimated from any corpus. What a weight cannot say is said by [`Apart`]: no sum of likenesses makes one event of two
//! meetings with other people.

use std::fmt;

use super::signature::{LATE_DAYS, Signature, days, weekday_of};
use crate::claim::Family;
use crate::explain::Explanation;
use crate::measure::MatchWeight;
use crate::value::{Containment, Interval, Number, containment, country};

const DAY: i64 = 86_400;

/// One level of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Level {
    /// Before anything is compared.
    Prior,
    /// Two participants or more, the same.
    SamePair,
    /// Two or more of one side are all among the other's.
    PairWithin,
    /// Both sides share two or more, and each has more.
    PairShared,
    /// One participant, the same, in an action that takes one.
    SameOne,
    /// The one side's only participant is among the other's.
    OneWithin,
    /// Some people harmed or involved are the same.
    SomeShared,
    /// People are told on both sides, and none is the same.
    NoneShared,
    /// The same standing state of the same.
    SameState,
    /// The same destination, or the same target.
    SameGoal,
    /// Times that overlap within a day.
    SameDay,
    /// Times that overlap within a week.
    SameWeek,
    /// Times that overlap, at least one of them longer than a week.
    SameSpan,
    /// One day, at hours that differ.
    OtherHour,
    /// Neighbouring days.
    NextDay,
    /// The one was put off, the other is later.
    Later,
    /// One has a time, the other was published within two days of it.
    NearPublication,
    /// One has a time, and it lies in the window of the other's publication.
    InWindow,
    /// Neither has a time, and both were published on one day.
    PublishedTogether,
    /// Neither has a time, and both were published within a week.
    PublishedNear,
    /// Neither has a time, and their windows overlap.
    WindowsOverlap,
    /// Nothing is known of when.
    NoTime,
    /// The same place, of harm.
    SameSite,
    /// The one place of harm lies in the other.
    SiteWithin,
    /// The same place.
    SamePlace,
    /// The one place lies in the other.
    PlaceWithin,
    /// Other places, as far as can be told.
    OtherPlace,
    /// The same action.
    SameAction,
    /// Both stand in one article.
    OneArticle,
    /// Both were called off or put off.
    BothCalledOff,
    /// One has a time, and of the other nothing is known of when.
    OneTimed,
    /// The same magnitude.
    SameMeasure,
    /// Magnitudes too far apart to be of one quake.
    OtherMeasure,
    /// Harm in times that overlap within a month.
    SameMonth,
    /// The same kind of network failed.
    SameNetwork,
    /// The same single person takes or leaves an office.
    SameOfficer,
    /// Harm or failure, told by articles of one story.
    OneStory,
}

/// How the articles that tell two mentions stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Told {
    /// Nothing is known of them.
    #[default]
    Apart,
    /// Two of them are of one story: they share names, words and figures.
    OneStory,
    /// Some article has both.
    OneArticle,
}

/// The levels: what they are called, their weight in bits, and why.
pub const LEVELS: &[(Level, &str, i16, &str)] = &[
    (
        Level::Prior,
        "two mentions of one kind of event",
        -7,
        "of the pairs that share a name and a month, about one in a hundred is one event",
    ),
    (Level::SamePair, "the same participants", 10, "two given people rarely meet twice in a fortnight"),
    (Level::PairWithin, "all participants of the one are among the other's", 8, "articles leave out the lesser names"),
    (Level::PairShared, "two participants or more are shared", 5, "delegations are listed in part"),
    (Level::SameOne, "the same single participant", 5, "one name alone does several things in a fortnight"),
    (Level::OneWithin, "the one participant told is among the other's", 4, "somebody who travels meets several people in a day"),
    (Level::SomeShared, "some participants are shared", 5, "victims' names are rare"),
    (Level::NoneShared, "no participant is shared", -6, "reports of one accident name other victims"),
    (Level::SameState, "the same state of the same", 10, "a standing state has no date"),
    (Level::SameGoal, "the same destination or target", 4, "one goes to one place at a time"),
    (Level::SameDay, "on the same day", 5, "a day in a month is one in thirty"),
    (Level::SameWeek, "within the same few days", 3, "a few days in a month are one in eight"),
    (Level::SameSpan, "times overlap", 1, "a month or a year tells little"),
    (Level::OtherHour, "on the same day, at another hour", 3, "hours are often misreported"),
    (Level::NextDay, "on neighbouring days", -2, "time zones and slips shift a date by one"),
    (Level::Later, "put off, and held later", -3, "a plan says little of when it is made good"),
    (Level::NearPublication, "published within two days of the other's time", 2, "news is told at once"),
    (Level::InWindow, "published within the window of the other's time", 1, "news is told soon"),
    (Level::PublishedTogether, "published on the same day", 3, "news is told at once"),
    (Level::PublishedNear, "published within a week", 2, "news is told soon"),
    (Level::WindowsOverlap, "published within the same weeks", 1, "news is told soon"),
    (Level::NoTime, "nothing known of when", 0, "an unknown is never a difference"),
    (Level::SameSite, "harm in the same place", 6, "disasters are known by their places"),
    (Level::SiteWithin, "harm in a place within the other", 4, "a district and its city"),
    (Level::SamePlace, "in the same place", 3, "venues are many, capitals are few"),
    (Level::PlaceWithin, "the one place lies in the other", 3, "a city and its country"),
    (Level::OtherPlace, "in places not known to be one", -1, "a hall and its city have two names"),
    (Level::SameAction, "the same word for it", 1, "families hold many words"),
    (Level::OneArticle, "in one article", 3, "an article tells of few events of a kind"),
    (Level::BothCalledOff, "both called off or put off", 3, "few plans are dropped, and two of one time hardly ever"),
    (Level::OneTimed, "a time against none", -4, "two people who meet do so more than once in the years that an undated text may be of"),
    (
        Level::SameMeasure,
        "of the same magnitude",
        3,
        "magnitudes are told to a tenth: of two quakes in the news of a week one in ten has that of the other",
    ),
    (
        Level::OtherMeasure,
        "of magnitudes half a unit or more apart",
        -5,
        "agencies differ by a few tenths over one quake; half a unit is five times the energy",
    ),
    (Level::SameMonth, "within the same month", 2, "a place has hardly two disasters in a month"),
    (Level::SameNetwork, "the same kind of network", 5, "cables and grids hardly fail so badly that the news tells of it"),
    (Level::SameOfficer, "the same person taking or leaving an office", 8, "one leaves an office once"),
    (
        Level::OneStory,
        "in articles of one story",
        6,
        "of articles that share so many names and words two in three tell of one event, and of two of one kind and day hardly ever",
    ),
];

impl Level {
    /// Its weight.
    pub fn weight(self) -> MatchWeight {
        MatchWeight::from_bits(self.row().2)
    }

    fn row(self) -> &'static (Self, &'static str, i16, &'static str) {
        &LEVELS[self as usize]
    }
}

/// What keeps two mentions apart, whatever else is alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apart {
    /// Other kinds of event.
    Action,
    /// Each has somebody whom the other lacks.
    Participants,
    /// Times more than a day apart, or out of the window of publication.
    Time,
    /// Other destinations or targets.
    Goal,
}

impl fmt::Display for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Action => "other kinds of event",
            Self::Participants => "each has somebody whom the other lacks",
            Self::Time => "times that cannot be one",
            Self::Goal => "other destinations or targets",
        })
    }
}

/// The levels that two mentions reach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    levels: [Option<Level>; 12],
}

impl Likeness {
    /// The sum of the levels' weights.
    pub fn weight(&self) -> MatchWeight {
        self.levels.iter().flatten().map(|l| l.weight()).sum()
    }

    /// The sum as a tree.
    pub fn explain(&self) -> Explanation {
        let leaf = |l: &Level| Explanation::weighted(format!("{}: {}", l.row().1, l.row().3), l.weight());
        let text = if self.links() { "one event" } else { "too little to call it one event" };
        Explanation::sum(text, self.levels.iter().flatten().map(leaf).collect())
    }

    /// Whether the sum is enough to link the two, if nothing else speaks against it: more for than against.
    pub fn links(&self) -> bool {
        self.weight() > MatchWeight::ZERO
    }

    fn add(&mut self, level: Option<Level>) {
        if let Some(free) = self.levels.iter_mut().find(|l| l.is_none()) {
            *free = level;
        }
    }
}

/// How alike two mentions are.
///
/// Symmetric. O(people), with `told` telling how their articles stand.
///
/// # Errors
/// [`Apart`] where they cannot be one event.
pub fn compare(a: &Signature, b: &Signature, told: Told) -> Result<Likeness, Apart> {
    let one_article = told == Told::OneArticle;
    let mut found = Likeness::default();
    found.add(Some(Level::Prior));
    actions(a, b)?;
    let people = people(a, b)?;
    let goal = goals(a, b)?;
    let place = places(a, b);
    found.add(people);
    found.add(goal);
    let time = times(a, b, people, place)?;
    // An article that tells of two hours of one day tells of two meetings.
    if one_article && time == Level::OtherHour {
        return Err(Apart::Time);
    }
    found.add(Some(time));
    found.add(place);
    let harm = a.family == Family::Harm;
    found.add((a.action == b.action || (harm && a.kind == b.kind)).then_some(Level::SameAction));
    // An article that gives two times, or one of two, tells of two occasions.
    found.add((one_article && !matches!(time, Level::Later | Level::OneTimed)).then_some(Level::OneArticle));
    // That two plans were dropped says something of plans of the same people for a time; of any two plans it says nothing.
    let known = time != Level::NoTime && people.is_some_and(|p| p != Level::NoneShared);
    let dated = time == Level::SameDay && !are_other_measures(a, b);
    found.add((told == Told::OneStory && dated && are_of_a_disaster(a, b)).then_some(Level::OneStory));
    found.add((a.called_off && b.called_off && known).then_some(Level::BothCalledOff));
    let network = a.family == Family::Breakdown && a.site().is_some();
    found.add((network && a.action == b.action).then_some(Level::SameNetwork));
    found.add((a.measure.is_some() && a.measure == b.measure && a.kind == b.kind).then_some(Level::SameMeasure));
    found.add(are_other_measures(a, b).then_some(Level::OtherMeasure));
    Ok(found)
}

/// Whether one of two mentions names a disaster or failure, and none a crime: of crimes a city's news tells many a day.
fn are_of_a_disaster(a: &Signature, b: &Signature) -> bool {
    let crime = |s: &Signature| matches!(s.kind.name(), "shoot" | "stab");
    let named = |s: &Signature| s.family == Family::Breakdown || s.family == Family::Harm && s.kind.is_cause();
    (named(a) || named(b)) && !crime(a) && !crime(b)
}

/// Whether both are known by a magnitude, and the two lie half a unit or more apart.
fn are_other_measures(a: &Signature, b: &Signature) -> bool {
    let (Some(x), Some(y)) = (&a.measure, &b.measure) else { return false };
    let (Ok(x), Ok(y)) = (x.parse::<Number>(), y.parse::<Number>()) else { return false };
    x.minus(y).and_then(|d| d.abs().times(Number::from_int(2))).is_some_and(|d| d >= Number::from_int(1))
}

/// How two mentions stand in time, from what lets them be one event to what does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum InTime {
    /// They can be one event.
    Fits,
    /// They can, unless one article tells both.
    OtherHour,
    /// They can if their people, and their places or lengths, allow it.
    Depends,
    /// They cannot.
    Never,
}

/// How two mentions stand in time, whatever else they say. What else they say is only asked where their days differ, and nobody is
/// allowed more there than those who share people and place.
pub(super) fn in_time(a: &Signature, b: &Signature) -> InTime {
    match times(a, b, None, None) {
        Ok(Level::OtherHour) => InTime::OtherHour,
        Ok(_) => InTime::Fits,
        Err(_) if times(a, b, Some(Level::SamePair), Some(Level::SamePlace)).is_ok() => InTime::Depends,
        Err(_) => InTime::Never,
    }
}

/// Whether what was done keeps two mentions apart.
pub(super) fn do_actions_differ((a, b): (&Signature, &Signature)) -> bool {
    actions(a, b).is_err()
}

/// Whether who takes part keeps two mentions apart. Asks for the family and the people, and of a state that has none for the place.
pub(super) fn are_people_apart((a, b): (&Signature, &Signature)) -> bool {
    people(a, b).is_err()
}

/// Whether what they aim at keeps two mentions apart.
pub(super) fn are_goals_apart((a, b): (&Signature, &Signature)) -> bool {
    goals(a, b).is_err()
}

fn actions(a: &Signature, b: &Signature) -> Result<(), Apart> {
    if a.family != b.family {
        return Err(Apart::Action);
    }
    // Who refused to meet may yet have shaken hands: a denial stands against the very action only.
    if a.denied != b.denied && a.action != b.action {
        return Err(Apart::Action);
    }
    if a.action == b.action {
        return Ok(());
    }
    let apart = a.kind.is_strict() || b.kind.is_strict() || (a.family == Family::Harm && are_unlike(a, b));
    if apart { Err(Apart::Action) } else { Ok(()) }
}

/// Whether two kinds of harm tell of two disasters: other vehicles or sites, or causes of which none may stand for the other.
fn are_unlike(a: &Signature, b: &Signature) -> bool {
    let ((site, other), (x, y)) = ((a.site(), b.site()), (&*a.kind, &*b.kind));
    // What befalls a whole country is not called by one vehicle or building.
    if site != other && (site.is_some() && other.is_some() || x.is_wide() || y.is_wide()) {
        return true;
    }
    if x == y || !x.is_cause() || !y.is_cause() {
        return false;
    }
    // A report that names the site names it whatever it calls the cause; an accident to a vehicle may be of any cause.
    let accident = x.name() == "accident" || y.name() == "accident";
    if accident && site.is_some() && site == other {
        return false;
    }
    (site != other && !accident) || !x.may_be_called(y)
}

/// How many entities two ascending lists share.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, n) = (i + 1, j + 1, n + 1),
        }
    }
    n
}

fn people(a: &Signature, b: &Signature) -> Result<Option<Level>, Apart> {
    let (x, y) = (a.people.len(), b.people.len());
    let both = shared(&a.people, &b.people);
    if a.family == Family::State && x == 0 && y == 0 {
        // Of a place: how many live there, how far it is.
        let same = a.place.first().zip(b.place.first()).is_some_and(|(p, q)| p == q);
        return if same { Ok(Some(Level::SameState)) } else { Err(Apart::Participants) };
    }
    if a.family == Family::State {
        return if x == both && y == both && x > 0 { Ok(Some(Level::SameState)) } else { Err(Apart::Participants) };
    }
    if x == 0 || y == 0 {
        return Ok(None);
    }
    let fewer = x.min(y);
    if a.family == Family::Harm {
        return Ok(Some(if both == 0 { Level::NoneShared } else { Level::SomeShared }));
    }
    let meeting = matches!(a.family, Family::Encounter | Family::Call);
    match both {
        // Each names one of those who met: nothing for it, and nothing against.
        0 if meeting && x == 1 && y == 1 => Ok(Some(Level::NoneShared)),
        0 => Err(Apart::Participants),
        1 if x == 1 && y == 1 && a.family == Family::Employment && a.action == b.action => Ok(Some(Level::SameOfficer)),
        1 if x == 1 && y == 1 => Ok(Some(Level::SameOne)),
        _ if both == x && both == y => Ok(Some(Level::SamePair)),
        1 if fewer == 1 => Ok(Some(Level::OneWithin)),
        _ if both == fewer => Ok(Some(Level::PairWithin)),
        1 => Err(Apart::Participants),
        // {A, B, C} and {A, B, D}: two delegations, listed in part.
        _ => Ok(Some(Level::PairShared)),
    }
}

fn goals(a: &Signature, b: &Signature) -> Result<Option<Level>, Apart> {
    let (Some(x), Some(y)) = (&a.goal, &b.goal) else { return Ok(None) };
    match containment(x, y) {
        Containment::Same => Ok(Some(Level::SameGoal)),
        Containment::Within | Containment::Holds => Ok(Some(Level::PlaceWithin)),
        Containment::Apart => Err(Apart::Goal),
        // Of two towns nobody knows whether the one lies in the other's district; a target is a name, and another name
        // is another target.
        Containment::Unknown if a.family == Family::Takeover => Err(Apart::Goal),
        Containment::Unknown if country(x).is_some() || country(y).is_some() => Ok(None),
        Containment::Unknown => Err(Apart::Goal),
    }
}

fn places(a: &Signature, b: &Signature) -> Option<Level> {
    let (x, y) = (a.place.first()?, b.place.first()?);
    let harm = a.family == Family::Harm;
    let inside = a.place[1..].contains(y) || b.place[1..].contains(x);
    // A country holds the sites of many disasters.
    let harm = harm && country(x).is_none() && country(y).is_none();
    Some(match containment(x, y) {
        Containment::Same if harm => Level::SameSite,
        Containment::Same => Level::SamePlace,
        _ if inside && harm => Level::SiteWithin,
        Containment::Within | Containment::Holds => Level::PlaceWithin,
        Containment::Unknown | Containment::Apart if inside => Level::PlaceWithin,
        // Where a cable broke is not where its users are, and often not known for days.
        _ if a.family == Family::Breakdown && a.site() == Some("communications") => return None,
        Containment::Unknown | Containment::Apart => Level::OtherPlace,
    })
}

fn times(a: &Signature, b: &Signature, people: Option<Level>, place: Option<Level>) -> Result<Level, Apart> {
    if a.family == Family::State {
        return Ok(Level::NoTime);
    }
    if weekdays_exclude(a, b) || weekdays_exclude(b, a) || periods_exclude(a, b) {
        return Err(Apart::Time);
    }
    if let Some(level) = across_zones(a, b) {
        return Ok(level);
    }
    match on_one_clock(a, b) {
        // A failure that is only known to be of this year is told by the way: not the one of a day.
        (Some(x), Some(y))
            if a.family == Family::Breakdown && x.is_of_a_day() != y.is_of_a_day() && (x.end - x.start).max(y.end - y.start) > 31 * DAY =>
        {
            Err(Apart::Time)
        }
        (Some(x), Some(y)) if x.overlaps(y) => Ok(overlap(x, y, a.family)),
        (Some(x), Some(y)) => apart(a, b, (x, y), people, place),
        (Some(x), None) | (None, Some(x)) if a.family == Family::Breakdown && x.end - x.start > 31 * DAY => Err(Apart::Time),
        (Some(x), None) => in_window(x, b),
        (None, Some(y)) => in_window(y, a),
        (None, None) => untimed(a, b),
    }
}

/// The times of two mentions, by Greenwich where the zones of both are known.
fn on_one_clock(a: &Signature, b: &Signature) -> (Option<Interval>, Option<Interval>) {
    match (a.greenwich, b.greenwich) {
        (Some(p), Some(q)) => (a.time.map(|t| t.later(p)), b.time.map(|t| t.later(q))),
        _ => (a.time, b.time),
    }
}

/// Offsets of the clocks that are kept go by quarters of an hour.
const QUARTER_HOUR: i64 = 900;

/// Of two times of which one alone has a zone, and that do not meet on its clock: whether they do on another's. Two minutes that are
/// whole quarters of an hour apart are most likely one; a day, or an hour that is hedged, may be.
fn across_zones(a: &Signature, b: &Signature) -> Option<Level> {
    let (x, y) = (a.time?, b.time?);
    let (told, to, open) = match (a.greenwich, b.greenwich) {
        (Some(to), None) => (x, to, y),
        (None, Some(to)) => (y, to, x),
        _ => return None,
    };
    let (west, east) = super::signature::local(to);
    let reached = Interval { start: told.start.saturating_add(west), end: told.end.saturating_add(east) };
    if told.overlaps(open) || !reached.overlaps(open) {
        return None;
    }
    let minute = |t: Interval| t.end - t.start == 60;
    if minute(told) && minute(open) {
        return ((told.start + to - open.start) % QUARTER_HOUR == 0).then_some(Level::SameDay);
    }
    Some(Level::NextDay)
}

/// Whether two mentions are of periods that are not known to be one. A round and a fiscal year have no dates, and others of their kind
/// are other ones, but a part lies in its whole: what was bought in a quarter was bought in the year. What is known by its actor alone,
/// as earnings are, is told of the whole of its period: a quarter's are not the year's.
fn periods_exclude(a: &Signature, b: &Signature) -> bool {
    let (Some(p), Some(q)) = (&a.period, &b.period) else { return false };
    let part = |whole: &str, part: &str| part.strip_prefix(whole).is_some_and(|rest| rest.starts_with('-'));
    let nested = part(p, q) || part(q, p);
    match a.family {
        _ if p == q => false,
        Family::Other => true,
        _ => a.time.is_none() && b.time.is_none() && !nested,
    }
}

/// Whether `a` names a weekday that `b`'s weekday, or its day, is not.
fn weekdays_exclude(a: &Signature, b: &Signature) -> bool {
    let Some(weekday) = a.weekday else { return false };
    b.weekday.or_else(|| b.time.and_then(weekday_of)).is_some_and(|other| other != weekday)
}

fn overlap(x: Interval, y: Interval, family: Family) -> Level {
    let longest = if x.end - x.start < y.end - y.start { y } else { x };
    match longest.end - longest.start {
        _ if longest.is_of_a_day() => Level::SameDay,
        n if n <= 7 * DAY => Level::SameWeek,
        n if n <= 31 * DAY && matches!(family, Family::Harm | Family::Breakdown) => Level::SameMonth,
        _ => Level::SameSpan,
    }
}

/// Times with nothing in common: another hour of one day, the next day where all else is alike, or put off.
fn apart(a: &Signature, b: &Signature, (x, y): (Interval, Interval), people: Option<Level>, place: Option<Level>) -> Result<Level, Apart> {
    let floor = |t: Interval| (t.start.div_euclid(DAY), (t.end - 1).div_euclid(DAY));
    let ((x0, x1), (y0, y1)) = (floor(x), floor(y));
    if x0 <= y1 && y0 <= x1 {
        return Ok(Level::OtherHour);
    }
    let same_place = matches!(place, Some(Level::SamePlace | Level::SameSite));
    let same_length = a.duration.is_some() && a.duration == b.duration;
    if x.gap(y) < DAY && people == Some(Level::SamePair) && (same_place || same_length) {
        return Ok(Level::NextDay);
    }
    let later = |put_off: &Signature, first: Interval, then: Interval| {
        put_off.put_off && then.start >= first.end && super::signature::window(put_off).is_some_and(|w| then.start < w.end)
    };
    let known = matches!(people, Some(Level::SamePair | Level::SameOne | Level::PairWithin));
    let once = a.kind.is_done_once();
    let late = |plan: &Signature, first: Interval, then: Interval| {
        plan.open && then.start >= first.end && then.start - first.end < LATE_DAYS * DAY
    };
    if once && people == Some(Level::SamePair) && ((late(a, x, y) && !b.open) || (late(b, y, x) && !a.open)) {
        return Ok(Level::Later);
    }
    if known && (later(a, x, y) || later(b, y, x)) { Ok(Level::Later) } else { Err(Apart::Time) }
}

fn in_window(time: Interval, untimed: &Signature) -> Result<Level, Apart> {
    let (Some(window), Some(published)) = (untimed.window(), untimed.published) else { return Ok(Level::OneTimed) };
    if !window.overlaps(time) {
        return Err(Apart::Time);
    }
    let day = days(published) * DAY;
    let near = Interval { start: day - 2 * DAY, end: day + DAY };
    Ok(if near.overlaps(time) && time.is_of_a_day() { Level::NearPublication } else { Level::InWindow })
}

fn untimed(a: &Signature, b: &Signature) -> Result<Level, Apart> {
    let (Some(x), Some(y)) = (a.published, b.published) else { return Ok(Level::NoTime) };
    match (days(x) - days(y)).abs() {
        0 => Ok(Level::PublishedTogether),
        1..=7 => Ok(Level::PublishedNear),
        _ => match (a.window(), b.window()) {
            (Some(p), Some(q)) if !p.overlaps(q) => Err(Apart::Time),
            _ => Ok(Level::WindowsOverlap),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_level_in_its_place() {
        for (i, row) in LEVELS.iter().enumerate() {
            assert_eq!(row.0 as usize, i);
        }
        assert_eq!(LEVELS.len(), Level::OneStory as usize + 1);
    }
}
