//! What a disaster befell: the vehicle or the building that stands before its noun ("bus crash"), behind it ("a fire at a
//! mill") or before its verb ("a ferry sank"). Two disasters of different ones are two.

use super::discourse::{Happening, Scene, family};
use super::lexicon::Class;
use super::names::View;
use crate::claim::{EntityKind, Family};
use crate::ontology::Ontology;
use crate::text::fold;

/// One kind a row: its plainest word, then the others that reports use for one and the same. Vehicles after FrameNet 1.7's
/// frame Vehicle, sites after its frames Buildings and Locale_by_use.
const SITES: &[(&str, &[&str])] = &[
    ("bus", &["bus", "buses", "coach", "minibus"]),
    ("train", &["train", "rail", "railway", "tram", "locomotive"]),
    ("boat", &["ferry", "boat", "ship", "vessel", "trawler", "catamaran", "freighter", "dinghy"]),
    ("plane", &["plane", "aircraft", "airplane", "aeroplane", "airliner", "jet", "air"]),
    ("helicopter", &["helicopter", "chopper"]),
    ("car", &["car", "van", "truck", "lorry", "lorries", "motorcycle"]),
    ("cablecar", &["gondola", "funicular"]),
    ("factory", &["factory", "plant", "mill", "foundry", "sweatshop"]),
    ("refinery", &["refinery"]),
    ("mine", &["mine", "colliery", "pit"]),
    ("hotel", &["hotel", "guesthouse", "hostel"]),
    ("hospital", &["hospital", "clinic"]),
    ("school", &["school", "kindergarten", "nursery"]),
    ("university", &["university", "campus", "college"]),
    ("club", &["club", "nightclub", "disco", "bar"]),
    ("shop", &["mall", "supermarket", "shop", "store"]),
    ("market", &["market", "bazaar"]),
    ("building", &["building", "block", "tower", "apartment", "flat", "house", "roof", "wall", "ceiling"]),
    ("forest", &["forest", "bush", "brush"]),
    ("tunnel", &["tunnel"]),
    ("bridge", &["bridge", "viaduct", "flyover"]),
    ("dam", &["dam"]),
    ("church", &["church", "chapel", "cathedral"]),
    ("mosque", &["mosque"]),
    ("synagogue", &["synagogue"]),
    ("prison", &["prison", "jail"]),
    ("warehouse", &["warehouse", "depot"]),
    ("stadium", &["stadium", "arena"]),
    ("airport", &["airport"]),
];

/// What "the accident" may take up.
const ACCIDENTS: &[&str] = &["crash", "sink", "explode", "collapse", "accident", "disaster"];

/// Whether events of an action have a site.
pub(super) fn is_sited(action: &str) -> bool {
    Ontology::builtin().event(action).is_some_and(|kind| kind.is_sited())
}

fn site(word: &str) -> Option<&'static str> {
    let lower = word.to_ascii_lowercase();
    let fits = |list: &[&str]| list.contains(&&*lower) || lower.strip_suffix('s').is_some_and(|one| list.contains(&one));
    SITES.iter().find(|(_, words)| fits(words)).map(|row| row.0)
}

/// Whether a word is a vehicle or a site.
pub(super) fn is_site(word: &str) -> bool {
    site(word).is_some()
}

/// Words at which a noun phrase ends.
pub(super) fn ends_phrase(view: &View<'_>, i: usize) -> bool {
    let links = Class::PREP.or(Class::BE).or(Class::HAVE).or(Class::AND).or(Class::SUBORD).or(Class::WHO).or(Class::WILL).or(Class::MAY);
    let word = view.str(i);
    view.is(i, links.or(Class::SAY).or(Class::THE).or(Class::TO))
        || view.words.get(i).is_none_or(|w| w.verb.is_some() && w.noun.is_none())
        || !word.starts_with(char::is_alphabetic)
        || matches!(word, "left" | "that" | "off" | "which" | "early" | "late")
        || word.ends_with("ed")
        || view.words.get(i).is_some_and(|w| w.capital && w.class.is(Class::COMMON))
}

/// The vehicle or site of a disaster's noun at `at`; none where two are told.
pub(super) fn of_noun(scene: &Scene<'_>, at: usize, action: &str) -> Option<&'static str> {
    let view = scene.clauses.view;
    if !is_sited(action) {
        return None;
    }
    // A car bombing befell whatever stood around the car.
    if view.str(at).eq_ignore_ascii_case("bombing") {
        return behind(view, at);
    }
    let before = |i: usize| view.str(i) == "-" || !ends_phrase(view, i) && !view.is(i, Class::AN);
    let mut found: Option<&'static str> = None;
    for i in (at.saturating_sub(4)..at).rev().take_while(|i| before(*i)) {
        match (found, site(view.str(i))) {
            (None, Some(one)) => found = Some(one),
            // "A bus-train crash": both.
            (Some(one), Some(two)) if one != two && view.str(i + 1) == "-" => return None,
            _ => {}
        }
    }
    found.or_else(|| behind(view, at)).or_else(|| implied(view.str(at))).or_else(|| told_later(scene, at))
}

/// "A fire killed nine people on Monday in a hotel": the one site that the rest of the clause introduces.
fn told_later(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let opens = |i: &usize| matches!(view.str(*i), "at" | "in" | "inside" | "aboard") && view.is(i + 1, Class::AN);
    let mut found = (at + 1..clauses.clause_end(at)).filter(opens).filter_map(|i| behind(view, i - 1));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// "A fire at a fireworks factory": the head of the phrase behind.
fn behind(view: &View<'_>, at: usize) -> Option<&'static str> {
    if !matches!(view.str(at + 1), "at" | "in" | "on" | "aboard" | "of" | "inside") {
        return None;
    }
    let start = at + 2 + usize::from(view.is(at + 2, Class::AN.or(Class::THE)));
    let end = |start: usize| (start..start + 5).find(|i| ends_phrase(view, *i)).filter(|end| *end > start);
    let head = |end: usize| site(view.str(end - 1)).filter(|_| !view.is(end, Class::AND));
    let first = end(start)?;
    // "At Osk's textile factory": whose it is stands before.
    let owned = end(first + 1).filter(|_| view.str(first) == "'s").and_then(head);
    owned.or_else(|| head(first))
}

/// What the word itself says: only trains derail, only vessels sink.
fn implied(word: &str) -> Option<&'static str> {
    let lower = word.to_ascii_lowercase();
    if lower.starts_with("derail") {
        return Some("train");
    }
    matches!(lower.as_str(), "sinking" | "capsizing" | "capsize" | "capsized" | "shipwreck").then_some("boat")
}

/// The vehicle or site that is the subject of a disaster's verb: "a ferry sank", "the ferry that sank", "a bus carrying pilgrims
/// crashed". None where two are told.
pub(super) fn of_verb(scene: &Scene<'_>, at: usize, start: usize) -> Option<&'static str> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let from = clauses.clause_start(start);
    let relative = matches!(view.str(from), "that" | "which") && from > clauses.sentence.start;
    let antecedent = || {
        let noun = if view.str(from - 1) == "," { from.saturating_sub(2) } else { from - 1 };
        site(view.str(noun))
    };
    if relative {
        return antecedent();
    }
    // "A bus company": no bus.
    let named = |i: usize| view.words[i].capital && !view.words[i].class.is(Class::COMMON);
    let head = |i: usize| i + 1 >= start || ends_phrase(view, i + 1) || view.str(i + 1).ends_with("ing") || named(i + 1);
    let mut told = (from..start).filter(|i| head(*i) && !view.is(i.wrapping_sub(1), Class::PREP)).filter_map(|i| site(view.str(i)));
    let first = told.next();
    let joined = (from..start).any(|i| view.is(i, Class::AND));
    if joined && told.any(|other| Some(other) != first) {
        return None;
    }
    first.or_else(|| implied(view.str(at)))
}

/// The name before a disaster's noun, in letters, and its entity: "the Kalamos ferry disaster".
pub(super) fn called(scene: &Scene<'_>, at: usize, action: &str) -> Option<(String, Option<usize>)> {
    let view = scene.clauses.view;
    let near = |end: usize| {
        end <= at && at - end <= 3 && (end..at).all(|i| view.str(i).starts_with(|c: char| c.is_ascii_lowercase()) && !ends_phrase(view, i))
    };
    let (chunk, entity) = scene.chunks.iter().find(|(c, _)| near(c.tokens.end) && c.kind != EntityKind::Organisation)?;
    let name = match chunk.place {
        Some(place) => fold(&place.name).into_owned(),
        None => fold(&super::reference::span_text(view, chunk.name.as_ref()?)).into_owned(),
    };
    // Floods and quakes are called after where they were, whatever else is known of it.
    let after_place = matches!(action, "flood" | "quake" | "aftershock" | "landslide" | "tsunami" | "eruption" | "wildfire" | "drought");
    let place = |e: usize| {
        matches!(scene.entities.all[e].kind, EntityKind::Place) || after_place && scene.entities.all[e].kind == EntityKind::Other
    };
    Some((name, entity.filter(|e| chunk.place.is_none_or(|p| !p.adjective) && place(*e))))
}

/// The place right behind a disaster's noun, in letters: "the crash in Lisbon".
pub(super) fn place_behind(scene: &Scene<'_>, at: usize) -> Option<String> {
    if !matches!(scene.clauses.view.str(at + 1), "in" | "near" | "at" | "outside") {
        return None;
    }
    let entity = scene.chunks.iter().find(|(c, _)| c.tokens.start == at + 2)?.1?;
    let local = &scene.entities.all[entity];
    (local.kind == EntityKind::Place).then(|| fold(&local.name).into_owned())
}

/// Whether "the accident" or "the bus fire" may mean what was told before: of one kind, and not of another vehicle, site or name.
pub(super) fn takes_up(action: &str, site: Option<&str>, name: Option<&str>, told: &Happening) -> bool {
    let kind = told.action == action
        || match action {
            "disaster" => family(told.action) == Family::Harm,
            "accident" => ACCIDENTS.contains(&told.action),
            // "The collapse" of a slope.
            "collapse" => matches!(told.action, "landslide" | "disaster"),
            _ => told.action == "disaster" || (told.action == "accident" && ACCIDENTS.contains(&action)),
        };
    let sited = |h: &Happening| is_sited(h.action) || matches!(h.action, "kill" | "injure" | "damage");
    let site = site.is_none_or(|s| sited(told) && told.site.as_deref().is_none_or(|t| t == s));
    kind && site && name.is_none_or(|n| is_called(n, told))
}

/// Whether a name is that of a disaster, or of where it was.
pub(super) fn is_called(name: &str, told: &Happening) -> bool {
    let place = |p: &crate::value::Place| fold(&p.name) == name || p.within.iter().any(|w| fold(w) == name);
    told.called.as_deref() == Some(name) || told.place.as_ref().is_some_and(place)
}

/// Whether two disasters befell different vehicles or sites.
pub(super) fn is_other(a: &Happening, b: &Happening) -> bool {
    matches!((&a.site, &b.site), (Some(a), Some(b)) if a != b)
}

/// Whether two events are known not to be one disaster: no harm at all, other causes, or other vehicles or sites.
pub(super) fn is_unlike(a: &Happening, b: &Happening) -> bool {
    let plain = |h: &Happening| matches!(h.action, "kill" | "injure" | "damage");
    let cause = a.action != b.action && !plain(a) && !plain(b);
    family(a.action) != Family::Harm || family(b.action) != Family::Harm || cause || is_other(a, b)
}

/// Whether a word names a kind of harm only together with its site: "the ferry disaster", but "the talks were a disaster".
pub(super) fn needs_site(action: &str) -> bool {
    matches!(action, "disaster" | "collapse")
}
