//! Event mentions: what the claims of one article say of one event, and the signature that it is compared by.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::places::Said;
use super::signature::{Signature, When, goal, is_aim};
use crate::claim::{Claim, Event, Family, Modality, Participant, Polarity};
use crate::ontology::{EventType, Ontology};
use crate::text::letters;
use crate::value::{Interval, Place, Status, Time, Value};

/// An event as one article speaks of it, with what its claims add.
pub(crate) struct Mention {
    pub(crate) article: u32,
    pub(crate) event: Arc<Event>,
    /// The entities of its participants, in their order; `NOBODY` where a name stands for none.
    pub(crate) cast: Box<[u32]>,
    /// The subjects of its claims.
    subjects: Vec<Arc<str>>,
    /// The times that claims say, positive ones.
    pub(crate) times: Vec<(Time, Arc<str>, bool)>,
    pub(crate) places: Vec<Place>,
    /// Its length.
    duration: Told<Value>,
    /// Its magnitude.
    measure: Told<Value>,
    put_off: bool,
    called_off: bool,
    /// Whether its occurrence is denied, and not told as well.
    denied: Option<bool>,
    /// Whether all its claims are open.
    pub(crate) open: bool,
}

/// Stands for a name of no entity.
pub(crate) const NOBODY: u32 = u32::MAX;

/// What the claims of a mention assert of one attribute.
#[derive(Default)]
enum Told<T> {
    #[default]
    Nothing,
    Once(T),
    /// Told in two ways: then it helps no alignment.
    Twice,
}

impl<T: PartialEq> Told<T> {
    fn of(values: impl IntoIterator<Item = T>) -> Self {
        let mut told = Self::Nothing;
        values.into_iter().for_each(|v| told.add(v, |a, b| a == b));
        told
    }
}

impl<T> Told<T> {
    fn add(&mut self, value: T, is_same: impl Fn(&T, &T) -> bool) {
        match self {
            Self::Nothing => *self = Self::Once(value),
            Self::Once(known) if is_same(known, &value) => {}
            Self::Once(_) | Self::Twice => *self = Self::Twice,
        }
    }

    fn once(&self) -> Option<&T> {
        if let Self::Once(value) = self { Some(value) } else { None }
    }
}

impl Mention {
    /// The mention of `event` in an article, by all claims that the article makes of it.
    pub(crate) fn of<'c>(article: u32, event: Arc<Event>, claims: impl Iterator<Item = &'c Claim>) -> Self {
        let cast = Box::default();
        let (duration, measure) = (Told::Nothing, Told::Nothing);
        let (subjects, times, places) = (Vec::new(), Vec::new(), Vec::new());
        let (put_off, called_off, denied, open) = (false, false, None, true);
        let mut mention = Self { article, event, cast, subjects, times, places, duration, measure, put_off, called_off, denied, open };
        claims.for_each(|claim| mention.learn(claim));
        mention
    }

    /// The names of its participants, and of its claims' subjects.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.event.participants.iter().map(|p| &p.name).chain(&self.subjects)
    }

    /// The names of those who take part, other than as an aim.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Arc<str>> {
        self.event.participants.iter().filter(|p| !is_aim(self.family(), p)).map(|p| &p.name)
    }

    pub(crate) fn family(&self) -> Family {
        self.event.action.family()
    }

    pub(crate) fn action(&self) -> Arc<str> {
        self.event.action.name()
    }

    /// When, as far as the words entail.
    pub(crate) fn interval(&self) -> Option<Interval> {
        self.time().and_then(Time::entailed)
    }

    fn learn(&mut self, claim: &Claim) {
        self.subjects.extend(claim.subject.clone());
        let open = claim.modality.is_open();
        self.open &= open;
        if claim.attribute.as_str() == "occurrence" {
            let negative = claim.polarity == Polarity::Negative;
            self.denied = Some(self.denied.unwrap_or(true) && negative);
        }
        if claim.polarity == Polarity::Negative || claim.modality == Modality::Denied || claim.subject.is_some() || claim.of.is_some() {
            return;
        }
        match (claim.attribute.as_str(), &claim.value.value) {
            ("status", Value::Status(status)) => {
                self.put_off |= *status == Status::Postponed;
                self.called_off |= matches!(status, Status::Postponed | Status::Cancelled);
            }
            ("time", Value::Time(time)) if time.entailed().is_some() => self.times.push((*time, claim.value.raw.clone(), open)),
            ("place", Value::Place(place)) if !open => self.places.push(place.clone()),
            ("duration", length @ Value::Duration(_)) if !open => self.duration.add(length.clone(), is_same),
            ("magnitude", measure @ Value::Quantity(_)) if !open => self.measure.add(measure.clone(), is_same),
            _ => {}
        }
    }

    /// When, as the event says, or else as its asserted claims do, if they say one time.
    pub(crate) fn time(&self) -> Option<Time> {
        let told = || Told::of(self.times.iter().filter(|t| !t.2).map(|t| t.0));
        self.event.time.or_else(|| told().once().copied())
    }

    /// Where, likewise.
    pub(crate) fn place(&self) -> Option<&Place> {
        self.event.place.as_ref().or_else(|| Told::of(&self.places).once().copied())
    }

    /// `part`, of the same event as this mention, with the entities that this one has.
    pub(crate) fn like(&self, part: Self) -> Self {
        Self { cast: self.cast.clone(), ..part }
    }

    /// Looks up the entities of its participants.
    pub(crate) fn take_part(&mut self, find: impl Fn(&Arc<str>) -> Option<u32>) {
        self.cast = self.event.participants.iter().map(|p| find(&p.name).unwrap_or(NOBODY)).collect();
    }

    /// Who takes part; `None` for a name that stands for no entity.
    pub(crate) fn cast(&self) -> impl Iterator<Item = (&Participant, u32)> {
        self.event.participants.iter().zip(self.cast.iter().copied()).filter(|(_, e)| *e != NOBODY)
    }
}

fn is_same(a: &Value, b: &Value) -> bool {
    a == b || a.canonical() == b.canonical()
}

/// Texts that many mentions have, each made once and shared.
#[derive(Default)]
pub(crate) struct Texts<'a> {
    letters: FxHashMap<&'a str, Arc<str>>,
    lengths: FxHashMap<&'a Value, Arc<str>>,
    actions: FxHashMap<&'a str, (Arc<str>, Arc<EventType>)>,
}

impl<'a> Texts<'a> {
    fn letters(&mut self, name: &'a str) -> Arc<str> {
        self.letters.entry(name).or_insert_with(|| letters(name).into()).clone()
    }

    /// An action by its plainest name, and its kind.
    fn action(&mut self, ontology: &Ontology, action: &'a str) -> (Arc<str>, Arc<EventType>) {
        self.actions.entry(action).or_insert_with(|| (ontology.action(action), ontology.event_or_default(action))).clone()
    }

    fn length(&mut self, value: &'a Value) -> Arc<str> {
        self.lengths.entry(value).or_insert_with(|| value.canonical().into()).clone()
    }
}

/// What else a mention's signature depends on.
pub(crate) struct Surroundings<'a> {
    /// The day on which its article was published.
    pub(crate) published: Option<Date>,
    /// What the articles of the batch say of where places lie.
    pub(crate) places: &'a Said,
    /// What is known of kinds of event.
    pub(crate) ontology: &'a Ontology,
}

/// The form in which a mention is compared. `entity` gives a name's entity by its own name.
pub(crate) fn signature<'a>(
    mention: &'a Mention,
    Surroundings { published, places, ontology }: Surroundings<'a>,
    entity: impl Fn(&'a Arc<str>) -> &'a Arc<str>,
    texts: &mut Texts<'a>,
) -> Signature {
    let event = &*mention.event;
    let (action, kind) = texts.action(ontology, event.action.as_str());
    if event.open.is_some() {
        return Signature::bare(action, kind);
    }
    let family = kind.family();
    let mut people: Vec<u32> = mention.cast().filter(|(p, _)| !is_aim(family, p)).map(|(_, e)| e).collect();
    people.sort_unstable();
    people.dedup();
    let When { time, greenwich, weekday, period } = When::of(mention.time(), event.period.as_ref());
    let place = mention.place();
    // A destination by the name of its entity, so that two names of one country are one goal.
    let goal = goal(family, event).map(entity).or_else(|| place.map(|p| &p.name).filter(|_| family == Family::Journey));
    // Where its own article does not say what the place lies in, others may.
    let said = place.filter(|p| p.within.is_empty()).map_or(&[][..], |p| places.outer(&p.name));
    let said: Vec<Arc<str>> = said.iter().map(|o| texts.letters(o)).collect();
    let bare = people.is_empty() && place.is_none() && goal.is_none();
    let day = time.is_some_and(Interval::is_of_a_day) || period.is_some();
    Signature {
        family,
        action,
        kind,
        people: people.into(),
        goal: goal.map(|g| texts.letters(g)),
        time,
        greenwich,
        weekday,
        period,
        published: published.filter(|_| time.is_none()),
        place: place.into_iter().flat_map(|p| std::iter::once(&p.name).chain(&*p.within)).map(|n| texts.letters(n)).chain(said).collect(),
        duration: mention.duration.once().map(|v| texts.length(v)),
        measure: mention.measure.once().map(|v| texts.length(v)),
        open: mention.open,
        put_off: mention.put_off,
        called_off: mention.called_off,
        denied: mention.denied == Some(true),
        // An event of which neither place nor people are told: nothing shows that two articles mean one, but for a day that both name, and
        // of harm not even that, for there is some every day.
        own: (bare && family != Family::State && (family == Family::Harm || !day)).then_some(u32::MAX - mention.article),
    }
}
