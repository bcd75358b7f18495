//! Event mentions, brought into a form that compares fast: everything an integer, everything sorted.

use std::sync::Arc;

use jiff::civil::Date;

use crate::claim::{Event, Family, Participant};
use crate::ontology::EventType;
use crate::value::{Interval, Time, TimeForm, Value, Zone};

/// Who takes part: indices of entities.
pub type Who = u32;

/// What a mention says of its event. Two mentions with one signature are one mention.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature {
    /// The family of its action.
    pub family: Family,
    /// The action, by its plainest name, with the vehicle or site before it.
    pub action: Arc<str>,
    /// What is known of actions of its kind.
    pub kind: Arc<EventType>,
    /// Who takes part, ascending; destinations and targets aside.
    pub people: Box<[Who]>,
    /// Where a journey goes, or what a takeover is aimed at, in letters.
    pub goal: Option<Arc<str>>,
    /// When, as far as the words entail.
    pub time: Option<Interval>,
    /// Seconds from the clock that its time is told by to that of Greenwich, where the words name a zone.
    pub greenwich: Option<i64>,
    /// The weekday, Monday being 1, where nothing more is known of when.
    pub weekday: Option<i8>,
    /// The quarter, half or year that it is the whole of, or words of a period that no calendar has, in one form.
    pub period: Option<Arc<str>>,
    /// The day of publication by its own clock; only where there is no time. Articles tell times by that clock ("on Sunday"), so their
    /// windows are counted by it; across the world two articles of one hour may so be a day apart, which moves a level by a bit.
    pub published: Option<Date>,
    /// Where, in letters, and what that lies in.
    pub place: Box<[Arc<str>]>,
    /// How long, in its canonical form, where somebody asserts it.
    pub duration: Option<Arc<str>>,
    /// The measure that a disaster is known by, its magnitude, in its canonical form, where one is asserted.
    pub measure: Option<Arc<str>>,
    /// Whether the mention only tells of what is to come.
    pub open: bool,
    /// Whether the mention tells of a plan that was put off.
    pub put_off: bool,
    /// Whether the mention tells of a plan that was put off or dropped.
    pub called_off: bool,
    /// Whether the mention only says that it did not happen.
    pub denied: bool,
    /// Set for a mention that a person decided about: it is compared alone.
    pub own: Option<u32>,
}

const DAY: i64 = 86_400;
/// An event that was put off is held within so many days, or is another event.
const PUT_OFF_DAYS: i64 = 400;
/// Stands for an open end; far beyond every date.
const FAR: i64 = i64::MAX / 8;

/// How many days later than expected a deal may close.
pub(super) const LATE_DAYS: i64 = 92;

impl Signature {
    /// That of a mention of which nothing is compared: an [open](Event::open) one.
    pub(crate) fn bare(action: Arc<str>, kind: Arc<EventType>) -> Self {
        Self {
            family: Family::Other,
            action,
            kind,
            people: Box::default(),
            goal: None,
            time: None,
            greenwich: None,
            weekday: None,
            period: None,
            published: None,
            place: Box::default(),
            duration: None,
            measure: None,
            open: false,
            put_off: false,
            called_off: false,
            denied: false,
            own: None,
        }
    }

    /// The vehicle or site that harm befell, or the network that failed: "bus" of "bus-crash".
    pub fn site(&self) -> Option<&str> {
        self.action.strip_suffix(self.kind.name())?.strip_suffix('-')
    }

    /// The span in which the event can lie: its time, or what its family allows around the day of publication. `None` where
    /// neither is known, and for a standing state of affairs.
    pub fn window(&self) -> Option<Interval> {
        window(self)
    }

    /// Whether it says when.
    pub fn is_timed(&self) -> bool {
        self.time.is_some()
    }
}

/// What a mention says of when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// See [`Signature::time`].
    pub time: Option<Interval>,
    /// See [`Signature::greenwich`].
    pub greenwich: Option<i64>,
    /// See [`Signature::weekday`].
    pub weekday: Option<i8>,
    /// See [`Signature::period`].
    pub period: Option<Arc<str>>,
}

impl When {
    /// Of a time, and of the words of a period that no calendar has.
    pub fn of(time: Option<Time>, label: Option<&Arc<str>>) -> Self {
        let period = time.filter(|t| t.form.is_of_account() && t.modifier.is_none());
        Self {
            time: time.and_then(Time::entailed),
            greenwich: time.and_then(Time::to_greenwich),
            weekday: time.and_then(weekday),
            period: label.cloned().or_else(|| period.map(|t| Value::Time(t).canonical().into())),
        }
    }
}

/// How much earlier and later than on its own clock a time may be on another, its own being so many seconds from Greenwich.
pub(super) fn local(greenwich: i64) -> (i64, i64) {
    let (west, east) = Zone::ENDS;
    (greenwich + 60 * i64::from(west), greenwich + 60 * i64::from(east))
}

/// The weekday of a time of which no more is known.
fn weekday(time: Time) -> Option<i8> {
    if let TimeForm::Weekday(day) = time.form { Some(day) } else { None }
}

/// The weekday of a time that lies within one day.
pub fn weekday_of(time: Interval) -> Option<i8> {
    let day = Some(time.start.div_euclid(DAY)).filter(|_| time.end - time.start <= DAY)?;
    // 1 January 1970 was a Thursday.
    i8::try_from((day + 3).rem_euclid(7) + 1).ok()
}

/// Roles that are no people: where, whence, about what.
const NO_PEOPLE: &[&str] = &["destination", "origin", "location", "place", "topic", "theme", "instrument"];

/// The role of what an event of a family aims at.
fn aim(family: Family) -> Option<&'static str> {
    match family {
        Family::Journey => Some("destination"),
        Family::Takeover => Some("target"),
        Family::Encounter
        | Family::Call
        | Family::Harm
        | Family::Breakdown
        | Family::Deal
        | Family::Employment
        | Family::State
        | Family::Other => None,
    }
}

/// Whether a participant is no person who takes part: a destination, a target, a topic.
pub fn is_aim(family: Family, participant: &Participant) -> bool {
    let role = participant.role.as_deref();
    role.is_some_and(|r| NO_PEOPLE.contains(&r) || aim(family) == Some(r))
}

/// Where a journey goes, or what a takeover is aimed at, by name.
pub fn goal(family: Family, event: &Event) -> Option<&Arc<str>> {
    let role = aim(family)?;
    let told = event.participants.iter().find(|p| p.role.as_deref() == Some(role)).map(|p| &p.name);
    told.or_else(|| event.place.as_ref().map(|p| &p.name).filter(|_| family == Family::Journey))
}

/// See [`Signature::window`].
pub fn window(signature: &Signature) -> Option<Interval> {
    if signature.family == Family::State {
        return None;
    }
    if let Some(time) = signature.time {
        let late = signature.open && signature.kind.is_done_once();
        let more = if signature.put_off {
            PUT_OFF_DAYS
        } else if late {
            LATE_DAYS
        } else {
            0
        };
        let (west, east) = signature.greenwich.map_or((0, 0), local);
        let (start, end) = (time.start.saturating_add(west), time.end.saturating_add(east).saturating_add(more * DAY));
        return Some(Interval { start: start.max(-FAR), end: end.min(FAR) });
    }
    let day = days(signature.published?) * DAY;
    let (back, ahead) = signature.kind.days_around();
    Some(Interval { start: day - back * DAY, end: day + (ahead + 1) * DAY })
}

/// Days since 1970-01-01.
pub fn day_number(date: Date) -> i64 {
    days(date)
}

/// See [`day_number`].
pub(super) fn days(date: Date) -> i64 {
    date.duration_since(Date::constant(1970, 1, 1)).as_secs().div_euclid(DAY)
}
