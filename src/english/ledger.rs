//! The claims of an incident: who was harmed, when, where, and who they were, each under the event that its sentence tells of.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::casualties::{Fate, Toll};
use super::clause::Clauses;
use super::discourse::Happening;
use super::factuality;
use super::incidents::{Book, Line, ONE, Of};
use super::marks::Mark;
use super::people::{Group, How};
use super::persons::{Role, age_behind, role_beside};
use super::reckoning::{Scope, of_main};
use super::sheet::Page;
use super::streets::{addresses, plain};
use super::towns::Town;
use super::values::Draft;
use crate::claim::EntityKind;
use crate::value::{Modifier, Number, Place, Quantity, Time, TimeForm, Unit, Value};
use crate::words::List;

/// The writer of an incident's claims.
pub(super) struct Writer<'w, 'p, 'b> {
    pub(super) page: &'w Page<'p>,
    pub(super) book: &'w mut Book<'b>,
    pub(super) lines: &'w [Line],
    pub(super) main: usize,
    /// By sentence, the other event that it tells of.
    pub(super) others: FxHashMap<usize, usize>,
    pub(super) town: Option<Town>,
    /// The towns, counties and quarters that the article names, the weightiest first.
    pub(super) towns: Vec<Town>,
    pub(super) roles: Vec<(usize, Role)>,
    /// The weekend or series that counts of several events are of.
    pub(super) series: Option<usize>,
}

impl Writer<'_, '_, '_> {
    /// The number of the line that holds a token.
    fn line_of(&self, token: usize) -> Option<usize> {
        let n = self.lines.partition_point(|l| l.tokens.end <= token);
        self.lines.get(n).filter(|l| l.tokens.contains(&token)).map(|_| n)
    }

    /// The event that a line tells of.
    fn event_of(&mut self, line: usize) -> Option<usize> {
        match self.lines[line].of {
            Of::Main => Some(self.main),
            Of::Link => None,
            Of::Other(time) => {
                let action = self.book.discourse.happenings[self.main].action;
                let happenings = &mut self.book.discourse.happenings;
                Some(*self.others.entry(line).or_insert_with(|| {
                    happenings.push(Happening { time, ..Happening::new(action, Vec::new()) });
                    happenings.len() - 1
                }))
            }
        }
    }

    /// The event of what is counted over several.
    fn series(&mut self) -> usize {
        let happenings = &mut self.book.discourse.happenings;
        let action = happenings[self.main].action;
        *self.series.get_or_insert_with(|| {
            happenings.push(Happening::new(action, Vec::new()));
            happenings.len() - 1
        })
    }

    /// Brings what the sentences were read for to one event: the same violence in other words.
    pub(super) fn gather(&mut self) {
        let ours: Vec<usize> =
            (0..self.book.discourse.happenings.len()).filter(|e| ONE.contains(&self.book.discourse.happenings[*e].action)).collect();
        let mut drafts = std::mem::take(self.book.drafts);
        drafts.retain(|(d, ..)| !(ours.contains(&d.event) && matches!(&*d.attribute, "time" | "killed" | "injured")));
        for (draft, ..) in &mut drafts {
            if ours.contains(&draft.event)
                && let Some(event) = self.line_of(draft.at).and_then(|n| self.event_of(n))
            {
                draft.event = event;
            }
        }
        *self.book.drafts = drafts;
        let mut triggers = std::mem::take(self.book.triggers);
        for (event, token) in &mut triggers {
            if ours.contains(event)
                && let Some(new) = self.line_of(token.start).and_then(|n| self.event_of(n))
            {
                *event = new;
            }
        }
        *self.book.triggers = triggers;
    }

    /// When and where the event was.
    pub(super) fn settle(&mut self, day: Option<Date>) {
        let happening = &mut self.book.discourse.happenings[self.main];
        happening.time = day.map(Time::day);
        happening.site = None;
        if let Some(town) = &self.town {
            happening.place = Some(town.place.clone());
        }
        // Two shootings of one town and day were in two streets.
        if let Some(street) = self.street() {
            let place = self.within_town(&street);
            self.book.discourse.happenings[self.main].place = Some(place);
        }
    }

    /// The one street that the sentences of the event name; none where they name two.
    fn street(&self) -> Option<String> {
        let page = self.page;
        let lines = self.lines.iter().filter(|l| l.speaks && l.of == Of::Main);
        let mut all = lines.flat_map(|l| {
            let here = addresses(page, &l.tokens).into_iter().filter(move |a| tie(page, &l.tokens, &a.tokens).is_some());
            here.map(|a| plain(&a.name))
        });
        let first = all.next()?.filter(|_| self.town.is_some())?;
        all.all(|other| other.as_deref() == Some(first.as_str())).then_some(first)
    }

    /// A place in the town, and in what that lies in.
    fn within_town(&self, name: &str) -> Place {
        let place = Place::new(name);
        let Some(town) = &self.town else { return place };
        town.place.within.iter().fold(place.within(town.place.name.clone()), |p, w| p.within(w.clone()))
    }

    fn push(&mut self, line: usize, draft: Draft) {
        let (page, sentence) = (self.page, self.lines[line].tokens.clone());
        let from = page.chunks.partition_point(|c| c.0.tokens.start < sentence.start);
        let clauses = Clauses::new(page.view, sentence.clone(), page.chunks_of(&sentence), from);
        let credited = factuality::attribution(&clauses, draft.at);
        self.book.drafts.push((draft, sentence, credited));
    }

    /// Who was killed, hurt, shot: stated counts, and a person alone where nothing is counted.
    pub(super) fn tolls(&mut self) {
        let lines = self.lines;
        for fate in [Fate::Killed, Fate::Injured, Fate::Shot, Fate::Hospitalised, Fate::Taken, Fate::Critical] {
            let alone = is_one_person(lines, fate);
            if let Some((n, all)) = all_named(lines, fate) {
                self.toll(n, all);
            }
            for (n, line) in lines.iter().enumerate() {
                for toll in line.tolls.iter().filter(|t| t.fate == fate) {
                    let stated = matches!(toll.who.how, How::Counted | How::Bare);
                    let single = alone
                        && line.of == Of::Main
                        && matches!(toll.who.how, How::Described | How::Named)
                        && matches!(fate, Fate::Killed | Fate::Injured);
                    if stated || single {
                        self.toll(n, toll);
                    }
                }
            }
        }
    }

    /// "A girl was shot in the hand": where nobody died and nobody is counted, one was hurt.
    pub(super) fn only_shot(&mut self) {
        let lines = self.lines;
        // "Boy killed after sister shoots him".
        let dead = |w: &str| {
            matches!(w, "killed" | "dead" | "dies" | "died" | "fatal" | "fatally" | "kills" | "death" | "homicide" | "murder" | "slain")
        };
        if self.book.title.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(dead) {
            return;
        }
        let told = |fates: &[Fate]| of_main(lines).any(|t| fates.contains(&t.fate));
        if told(&[Fate::Killed, Fate::Injured]) || !is_one_person(lines, Fate::Shot) {
            return;
        }
        let shot = |t: &&Toll| t.fate == Fate::Shot && matches!(t.who.how, How::Described | How::Named | How::Definite);
        let first = lines.iter().enumerate().filter(|(_, l)| l.of == Of::Main).find_map(|(n, l)| l.tolls.iter().find(shot).map(|t| (n, t)));
        if let Some((n, toll)) = first {
            self.toll(n, &Toll { fate: Fate::Injured, ..toll.clone() });
        }
    }

    fn toll(&mut self, line: usize, toll: &Toll) {
        let event = match toll.scope {
            Scope::Part => return,
            Scope::Series if self.lines[line].of == Of::Main => Some(self.series()),
            Scope::Series | Scope::Whole => self.event_of(line),
        };
        let Some(event) = event else { return };
        let attribute = toll.fate.attribute();
        let said = toll.who.tokens.clone();
        let overlaps = |d: &Draft| &*d.attribute == attribute && d.said.start < said.end && said.start < d.said.end;
        self.book.drafts.retain(|(d, ..)| !overlaps(d));
        let draft = Draft {
            of: part(self.page, toll),
            ..Draft::told(event, attribute, Value::Quantity(amount(self.page, &toll.who)), said, toll.quote.clone(), toll.said.start)
        };
        self.push(line, draft);
    }

    /// The times of the event, and of deaths that followed it.
    pub(super) fn times(&mut self, day: Option<Date>) {
        let lines = self.lines;
        for (n, line) in lines.iter().enumerate() {
            for stamp in &line.stamps {
                if line.of != Of::Main && line.tolls.is_empty() {
                    continue;
                }
                // "Charged in October with the attack": a month that does not hold the day is of something else.
                if line.of == Of::Main && is_other_month(stamp.time, day) {
                    continue;
                }
                let Some(event) = self.event_of(n) else { continue };
                let time = anchored(stamp.time, day);
                let draft = Draft {
                    of: stamp.told.part().map(Arc::from),
                    ..Draft::told(
                        event,
                        "time",
                        Value::Time(time),
                        stamp.tokens.clone(),
                        stamp.word.min(stamp.tokens.start)..stamp.tokens.end.max(stamp.word + 1),
                        stamp.word,
                    )
                };
                self.push(n, draft);
            }
        }
    }

    /// Streets and the town.
    pub(super) fn places(&mut self) {
        let (lines, page) = (self.lines, self.page);
        for (n, line) in lines.iter().enumerate().filter(|(_, l)| l.speaks && l.of == Of::Main) {
            for address in addresses(page, &line.tokens) {
                let Some(word) = tie(page, &line.tokens, &address.tokens) else { continue };
                let place = self.within_town(&address.name);
                self.place(n, place, address.tokens, word);
            }
        }
        for (n, town) in self.towns.clone().iter().enumerate() {
            self.town(town, n == 0);
        }
    }

    /// The words that tell a town: of several the plainest, and where they are plain, the first two. Of others than the weightiest
    /// only what is plain.
    fn town(&mut self, town: &Town, first: bool) {
        let (lines, page) = (self.lines, self.page);
        let mut all: Vec<(u8, usize, Range<usize>)> = Vec::new();
        for (n, line) in lines.iter().enumerate().filter(|(_, l)| l.of != Of::Link) {
            let mut from = line.tokens.start;
            while let Some(tokens) = town.find(page, from..line.tokens.end) {
                from = tokens.end;
                all.push((rank(page, line, &tokens), n, tokens));
            }
        }
        all.sort_by_key(|(rank, n, tokens)| (*rank, *n, tokens.start));
        let plain = all.iter().filter(|a| a.0 == 0).count();
        if let Some(at) = town.force.filter(|_| !all.iter().any(|a| a.0 <= 2)) {
            // "Bellhaven police said": the words are those that name the force.
            let named = all.iter().find(|a| a.2.start == at).map(|a| (a.1, a.2.clone()));
            if let Some((n, tokens)) = named {
                self.place(n, town.place.clone(), tokens.clone(), tokens.end);
            }
            return;
        }
        let most = if first { plain.clamp(1, TOWNS) } else { all.iter().filter(|a| a.0 <= 2).count().min(1) };
        for (_, n, tokens) in all.into_iter().take(most) {
            let word = tie(page, &lines[n].tokens, &tokens).unwrap_or(tokens.start.saturating_sub(1).max(lines[n].tokens.start));
            self.place(n, town.place.clone(), tokens, word);
        }
    }

    fn place(&mut self, line: usize, place: Place, tokens: Range<usize>, word: usize) {
        let taken = |d: &Draft| &*d.attribute == "place" && d.said.start < tokens.end && tokens.start < d.said.end;
        self.book.drafts.retain(|(d, ..)| !taken(d));
        let draft =
            Draft::told(self.main, "place", Value::Place(place), tokens.clone(), word.min(tokens.start)..tokens.end.max(word + 1), word);
        self.push(line, draft);
    }

    /// Who they were.
    pub(super) fn persons(&mut self) {
        self.cast();
        let (lines, page) = (self.lines, self.page);
        let mut named: Vec<usize> = Vec::new();
        for (n, line) in lines.iter().enumerate() {
            for (chunk, entity) in page.chunks_of(&line.tokens) {
                let Some(entity) = entity.filter(|e| is_person(page, *e) && chunk.place.is_none()) else { continue };
                let Some(name) = chunk.name.clone() else { continue };
                let age = age_behind(page, name.end).map(|(at, years, _)| (at, years)).or_else(|| age_before(page, chunk.tokens.start));
                if let Some((at, years)) = age {
                    self.age(n, entity, at, years, &chunk.tokens);
                }
                let Some(role) = self.roles.iter().find(|r| r.0 == entity).map(|r| r.1) else { continue };
                let here = age.is_some()
                    || role_beside(page, &line.tokens, &name).is_some()
                    || line.tolls.iter().any(|t| t.who.who.contains(&entity));
                if name.len() > 1 && line.of != Of::Link && (here || !named.contains(&entity)) {
                    named.push(entity);
                    self.name(n, role, name, chunk.tokens.clone(), age.map(|a| a.0));
                }
            }
        }
        self.unnamed();
    }

    /// Finds who is a victim and who a suspect.
    fn cast(&mut self) {
        let (lines, page) = (self.lines, self.page);
        for line in lines.iter().filter(|l| l.of == Of::Main) {
            for (chunk, entity) in page.chunks_of(&line.tokens) {
                let Some(entity) = entity.filter(|e| is_person(page, *e) && chunk.place.is_none()) else { continue };
                let tokens = chunk.name.clone().unwrap_or_else(|| chunk.tokens.clone());
                // "The 3300 block of West Alder": no name of a person.
                if tokens.start > 1 && page.reads(tokens.start - 2, &["block", "of"]) || is_shouted(page, &tokens) {
                    continue;
                }
                let harmed = line
                    .tolls
                    .iter()
                    .any(|t| t.who.who.contains(&entity) && t.who.tokens.start <= tokens.start && tokens.end <= t.who.tokens.end);
                let role = role_beside(page, &line.tokens, &tokens).or_else(|| harmed.then_some(Role::Victim));
                if let Some(role) = role.filter(|_| !self.roles.iter().any(|r| r.0 == entity)) {
                    self.roles.push((entity, role));
                }
            }
        }
        let participants = &mut self.book.discourse.happenings[self.main].participants;
        for (entity, role) in &self.roles {
            if page.entities.all[*entity].words.len() > 1 && !participants.iter().any(|p| p.0 == *entity) {
                participants.push((*entity, Some(role.as_str())));
            }
        }
    }

    fn name(&mut self, line: usize, role: Role, name: Range<usize>, tokens: Range<usize>, age: Option<usize>) {
        let text = super::reference::span_text(self.page.view, &name);
        let end = age.map_or(tokens.end, |a| tokens.end.max(a + 1));
        let draft = Draft {
            of: Some(role.as_str().into()),
            ..Draft::told(
                self.main,
                "name",
                Value::Entity(text.into()),
                name.clone(),
                age.map_or(tokens.start, |a| tokens.start.min(a))..end,
                name.start,
            )
        };
        self.push(line, draft);
    }

    fn age(&mut self, line: usize, entity: usize, at: usize, years: i64, tokens: &Range<usize>) {
        if self.book.drafts.iter().any(|(d, ..)| &*d.attribute == "age" && d.said.contains(&at)) {
            return;
        }
        self.book.discourse.happenings.push(Happening::new("state", vec![(entity, None)]));
        let event = self.book.discourse.happenings.len() - 1;
        let draft = Draft {
            subject: Some(entity),
            ..Draft::told(
                event,
                "age",
                Value::Quantity(Quantity::new(Number::from_int(years), "year-old")),
                at..at + 1,
                tokens.start.min(at)..tokens.end.max(at + 1),
                at,
            )
        };
        self.push(line, draft);
    }

    /// The ages of victims without a name, told apart by the description.
    fn unnamed(&mut self) {
        let lines = self.lines;
        let told = || lines.iter().enumerate().filter(|(_, l)| l.of == Of::Main).flat_map(|(n, l)| l.tolls.iter().map(move |t| (n, t)));
        for (n, toll) in told().filter(|(_, t)| t.who.who.is_empty() && t.who.n == 1) {
            let Some((at, years)) = toll.who.age else { continue };
            if self.book.drafts.iter().any(|(d, ..)| &*d.attribute == "age" && d.said.contains(&at)) {
                continue;
            }
            let noun = toll.who.noun.map_or("person", |i| self.page.low(i));
            let of = format!("{years}-year-old {noun}");
            let draft = Draft {
                of: Some(of.into()),
                ..Draft::told(
                    self.main,
                    "age",
                    Value::Quantity(Quantity::new(Number::from_int(years), "year-old")),
                    at..at + 1,
                    toll.quote.clone(),
                    toll.said.start,
                )
            };
            self.push(n, draft);
        }
    }
}

/// So many sentences that name the town make a claim.
const TOWNS: usize = 2;

fn is_person(page: &Page<'_>, entity: usize) -> bool {
    let local = &page.entities.all[entity];
    local.kind == EntityKind::Person || (local.kind == EntityKind::Other && local.words.len() > 1)
}

/// How plainly a mention of the town tells where the event was, 0 being the plainest.
fn rank(page: &Page<'_>, line: &Line, tokens: &Range<usize>) -> u8 {
    let within =
        matches!(page.low(tokens.start.wrapping_sub(1)), "in" | "near" | "outside" | "downtown") && tokens.start > line.tokens.start;
    let opens = tokens.start == line.tokens.start && matches!(page.low(tokens.end), "," | "(" | "-" | "–" | "—");
    let main = line.of == Of::Main && line.speaks;
    match (main, within || opens) {
        (true, true) => 0,
        (false, true) if opens => 1,
        (true, false) => 2,
        (false, true) => 3,
        (false, false) => 4,
    }
}

/// "19-year-old Ada Okafor", "Porto resident Ada Okafor": the age that stands before a name.
fn age_before(page: &Page<'_>, start: usize) -> Option<(usize, i64)> {
    (4..=6).find_map(|back| {
        let at = start.checked_sub(back)?;
        let (years, len) = page.year_old(at)?;
        let gap = at + len..start;
        let plain = gap.clone().all(|i| super::people::is_person_noun(page.low(i)) || page.capital(i));
        years.filter(|_| plain && gap.len() < 3).map(|y| (at, y))
    })
}

/// Whether the main event has one victim of that fate, as far as the article tells, and no count.
fn is_one_person(lines: &[Line], fate: Fate) -> bool {
    let tolls = || of_main(lines).filter(|t| t.fate == fate);
    let counted = |t: &Toll| matches!(t.who.how, How::Counted | How::Bare);
    // "Five people were shot and a girl was injured": she is not all who were hurt.
    let all = || of_main(lines);
    let dead = all().filter(|t| t.fate == Fate::Killed).map(|t| t.who.n).max().unwrap_or(0);
    let shot = |t: &Toll| fate == Fate::Injured && t.fate == Fate::Shot && counted(t) && t.who.n > dead + 1;
    if tolls().any(counted) || all().any(shot) {
        return false;
    }
    let distinct = |mut all: Vec<i64>| {
        all.sort_unstable();
        all.dedup();
        all.len()
    };
    let ages = distinct(tolls().filter_map(|t| t.who.age.map(|a| a.1)).collect());
    let names = distinct(tolls().flat_map(|t| t.who.who.iter().filter_map(|e| i64::try_from(*e).ok())).collect());
    ages <= 1 && names <= 1 && !tolls().any(|t| t.who.part || t.who.n > 1)
}

/// "Ada Okafor and Ivar Brandt were killed": the names are the count, where nobody is counted and nobody else is told of.
fn all_named(lines: &[Line], fate: Fate) -> Option<(usize, &Toll)> {
    let main = || lines.iter().enumerate().filter(|(_, l)| l.of == Of::Main);
    let tolls = || main().flat_map(|(n, l)| l.tolls.iter().map(move |t| (n, t))).filter(|(_, t)| t.fate == fate);
    let most = tolls().filter(|(_, t)| t.who.how == How::Named && t.who.n > 1).max_by_key(|(n, t)| (t.who.n, std::cmp::Reverse(*n)))?;
    let within = |t: &Toll| match t.who.how {
        How::Named => t.who.who.iter().all(|e| most.1.who.who.contains(e)),
        How::Definite => true,
        How::Counted | How::Bare | How::Described | How::Nobody => false,
    };
    let harmed = matches!(fate, Fate::Killed | Fate::Injured) && most.1.who.who.len() > 1;
    (harmed && tolls().all(|(_, t)| within(t))).then_some(most)
}

/// Which of them a count is of, where not of all.
fn part(page: &Page<'_>, toll: &Toll) -> Option<Arc<str>> {
    if toll.at_scene {
        return Some("at the scene".into());
    }
    if matches!(toll.fate, Fate::Killed | Fate::Shot) && toll.who.part && toll.who.how == How::Counted {
        return Some("others".into());
    }
    let noun = page.low(toll.who.noun?);
    let mut kinds = List::PartsOfPeople.all().chain([("civilian", "civilians")]);
    let found = kinds.find(|(one, many)| *one == noun || *many == noun)?;
    (toll.who.n > 1).then(|| found.1.into())
}

fn amount(page: &Page<'_>, who: &Group) -> Quantity {
    let quantity = Quantity::new(Number::from_int(who.n), "person");
    // "Six to 10 people": a range is found by either end.
    let same = |q: &Quantity| q.amount == quantity.amount || q.upper == Some(quantity.amount);
    let told = who.tokens.clone().find_map(|i| page.quantity(i)).filter(|q| same(&q.value) && q.value.change.is_none());
    match told {
        // "Ada Okafor and Ivar Brandt were killed": those two at least.
        None if who.how == How::Named && who.n > 1 => quantity.hedged(Modifier::EqualOrMore),
        Some(q) => Quantity { unit: Unit::new("person"), ..q.value.clone() },
        None => quantity,
    }
}

/// Whether a time is a month or year that the main day does not lie in.
fn is_other_month(time: Time, day: Option<Date>) -> bool {
    let long = matches!(time.form, TimeForm::Month(..) | TimeForm::Year(_));
    long && time.entailed().zip(day.and_then(|d| Time::day(d).entailed())).is_some_and(|(t, d)| !t.overlaps(d))
}

/// A time of day without a day is of the main day.
fn anchored(time: Time, day: Option<Date>) -> Time {
    let Some(day) = day else { return time };
    match time.form {
        TimeForm::Clock(hour, minute) => time.with_form(TimeForm::Minute(day.at(hour, minute, 0, 0))).on_taken_day(),
        TimeForm::PartOfDay(part) => time.with_form(TimeForm::Part(day, part)).on_taken_day(),
        _ => time,
    }
}

/// The word of the event nearest to a place; `None` where the place is where somebody lives or was taken.
fn tie(page: &Page<'_>, sentence: &Range<usize>, place: &Range<usize>) -> Option<usize> {
    let from = place.start.saturating_sub(7).max(sentence.start);
    let lives = page.any(
        from..place.start,
        &[
            "lives",
            "lived",
            "resides",
            "resided",
            "resident",
            "hospital",
            "medical",
            "center",
            "taken",
            "transported",
            "airlifted",
            "fled",
            "drove",
        ],
    );
    let before = |i: usize| page.low(place.start.wrapping_sub(i));
    // "Ada Okafor, 25, of the 7200 block of Alder Street": her home.
    let of = before(1) == "of" || (before(1) == "the" && before(2) == "of");
    let corner =
        page.any(from..place.start, &["corner", "intersection", "area", "city", "town", "village", "outside", "front", "neighborhood"]);
    if lives || (of && !corner) {
        return None;
    }
    let near = |i: &usize| if *i < place.start { place.start - i } else { i - place.end + 2 };
    sentence.clone().filter(|i| !place.contains(i) && page.marked(*i, Mark::EVENT.or(Mark::DEATH))).min_by_key(near)
}

/// A heading in capitals: "SUSPECT WANTED TO HARM CLERKS".
fn is_shouted(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let words = || tokens.clone().filter(|i| page.str(*i).chars().any(char::is_alphabetic));
    words().count() > 3 && words().all(|i| !page.str(i).chars().any(char::is_lowercase))
}
