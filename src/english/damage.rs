//! What a disaster did, counted: people displaced, evacuated, rescued, homeless; villages, houses, bridges destroyed or damaged.
//!
//! A count belongs to the verb or the state that stands next to it: "200 houses were destroyed", "flattening seven villages",
//! "left thousands homeless", "major destruction in seven villages". The count's attribute is its noun, and what befell what
//! was counted is its part: villages destroyed and villages hit are two figures.

use std::ops::Range;
use std::sync::Arc;

use super::clause::Clauses;
use super::discourse::{Discourse, Happening, Scene, Trigger};
use super::frames::{Frame, Shape};
use super::lexicon::Class;
use super::names::View;
use super::tolls::disaster_of;
use super::values::Draft;
use crate::claim::{Modality, Polarity};
use crate::normalize::QuantitySpan;
use crate::value::{Change, Quantity, Unit, Value};
use crate::words::List;

/// What befell whom or what was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Did {
    /// People, counted under an attribute of its own.
    People(&'static str),
    /// Things, counted under their noun, with what befell them.
    Things(&'static str),
}

/// What can befall people and things, with its verbs in the base form. After FrameNet 1.7: Quitting_a_place, Rescuing,
/// Hindering, Cause_to_be_sick (no harm that kills), Destroying, Damaging, Render_nonfunctional, Cause_impact.
const VERBS: &[(Did, &[&str])] = &[
    (Did::People("displaced"), &["displace", "uproot"]),
    (Did::People("evacuated"), &["evacuate", "relocate"]),
    (Did::People("rescued"), &["rescue", "save", "airlift", "winch", "pluck", "free", "unearth"]),
    (Did::People("trapped"), &["trap", "bury", "entomb"]),
    (Did::People("stranded"), &["strand", "maroon"]),
    (Did::People("hospitalised"), &["hospitalise", "hospitalize"]),
    (
        Did::Things("destroyed"),
        &[
            "destroy",
            "raze",
            "flatten",
            "level",
            "wreck",
            "demolish",
            "obliterate",
            "gut",
            "topple",
            "devastate",
            "collapse",
            "ruin",
            "incinerate",
        ],
    ),
    (Did::Things("cut"), &["cut", "sever", "snap", "break", "rupture", "slice"]),
    (Did::Things("damaged"), &["damage", "crack", "batter", "unroof"]),
    (Did::Things("flooded"), &["flood", "inundate", "submerge", "swamp"]),
    (Did::Things("burned"), &["burn", "scorch", "char", "blacken", "torch"]),
    (Did::Things("closed"), &["close", "shut", "block"]),
    (Did::Things("cancelled"), &["cancel", "divert", "delay"]),
    (Did::Things("affected"), &["affect", "hit", "strike"]),
];

/// Verbs that need a particle or a phrase behind their object to say it.
const PHRASES: &[(Did, &[&str], &[&str])] = &[
    (
        Did::People("rescued"),
        &["pulled", "pull", "pulling", "dug", "brought", "taken", "lifted", "hauled"],
        &["out", "alive", "from", "to safety"],
    ),
    (
        Did::People("evacuated"),
        &["moved", "taken", "ordered", "told", "forced", "forcing", "urged", "led"],
        &["out", "leave", "flee", "evacuate", "safety", "from their", "homes"],
    ),
    (
        Did::Things("destroyed"),
        &["swept", "washed", "burned", "burnt", "blown", "wiped", "carried", "reduced", "knocked"],
        &["away", "down", "rubble", "ashes", "over"],
    ),
    (Did::Things("destroyed"), &["rendered", "left", "made"], &["unsafe", "uninhabitable", "in ruins", "unusable"]),
];

/// What people are, behind their count or behind "left".
const STATES: &[(&str, &[&str])] = &[
    ("homeless", &["homeless"]),
    ("displaced", &["displaced", "uprooted", "roofless"]),
    ("stranded", &["stranded", "marooned"]),
    ("trapped", &["trapped", "buried"]),
    ("evacuated", &["evacuated"]),
    ("rescued", &["rescued", "saved"]),
    ("missing", &["missing", "unaccounted"]),
    ("hospitalised", &["hospitalised", "hospitalized"]),
];

/// Things that services run over: that they are cut, damaged or down is one and the same.
const LINES: &[&str] = &["cable", "line", "pipeline", "circuit", "link", "wire"];

/// Whether a noun, in the singular, counts people.
pub(super) fn is_people(noun: &str) -> bool {
    PEOPLE.contains(&noun)
}

/// People that are counted; a count without a noun is one, too.
const PEOPLE: &[&str] = &[
    "person",
    "man",
    "woman",
    "child",
    "villager",
    "resident",
    "worker",
    "passenger",
    "civilian",
    "student",
    "survivor",
    "other",
    "boy",
    "girl",
    "tourist",
    "miner",
    "family",
    "household",
    "islander",
    "inhabitant",
    "citizen",
    "guest",
    "patient",
    "pupil",
    "crew",
    "sailor",
    "fisherman",
    "climber",
    "hiker",
    "soldier",
    "migrant",
    "refugee",
    "holidaymaker",
    "traveller",
    "evacuee",
    "victim",
    "employee",
];

/// Words between a verb and the count that is its object, or between a count and its verb.
fn is_light(view: &View<'_>, i: usize) -> bool {
    view.is(i, Class::ADV.or(Class::BE).or(Class::HAVE))
        || matches!(
            view.str(i),
            "the"
                | "least"
                | "at"
                | "about"
                | "some"
                | "severely"
                | "badly"
                | "heavily"
                | "totally"
                | "completely"
                | "partially"
                | "partly"
                | "either"
                | "reportedly"
        )
        || view.str(i).ends_with("ly")
}

/// What a verb did, whatever its form.
fn did(word: &str) -> Option<Did> {
    let lower = word.to_ascii_lowercase();
    let is = |base: &str| {
        let stem = base.strip_suffix('e').unwrap_or(base);
        let rest = lower.strip_prefix(stem);
        let doubled = |end: &str| {
            let last = base.chars().last().unwrap_or(' ');
            lower.strip_suffix(end).and_then(|s| s.strip_suffix(last)).is_some_and(|s| s == base)
        };
        let bury = base == "bury" && matches!(&*lower, "buried" | "buries");
        lower == base
            || bury
            || rest.is_some_and(|r| {
                matches!(r, "ed" | "ing" | "es") || (base.ends_with('e') && r == "e") || (!base.ends_with('e') && r == "s")
            })
            || doubled("ed")
            || doubled("ing")
            || (base == "strike" && lower == "struck")
            || (base == "break" && matches!(&*lower, "broken" | "broke"))
    };
    VERBS.iter().find(|(_, verbs)| verbs.iter().any(|v| is(v))).map(|row| row.0)
}

/// Whether a word is a past participle or a past tense, of those that `did` knows.
fn is_past(word: &str) -> bool {
    word.ends_with("ed")
        || matches!(word, "broke" | "hit" | "cut" | "broken" | "struck" | "shut" | "swept" | "burnt" | "dug" | "brought" | "taken")
}

/// A count that was recognised: its attribute, its part, the token that says what happened, and the tokens of the quote.
struct Tally {
    attribute: Arc<str>,
    of: Option<Arc<str>>,
    people: bool,
    verb: usize,
    quote: Range<usize>,
}

static DAMAGE: Frame = Frame { action: "damage", shape: Shape::Harm("damage"), verbs: &[], nouns: &[] };

/// Adds the claim of a count of what a disaster did, and tells whether it is one.
pub(super) fn damage(
    scene: &Scene<'_>,
    triggers: &[Trigger],
    discourse: &mut Discourse,
    span: &QuantitySpan,
    out: &mut Vec<Draft>,
) -> bool {
    let quantity = &span.value;
    let counted = quantity.amount.is_integer() || quantity.unit.as_str() == "%" || quantity.upper.is_some();
    let part = view_of(scene, span.tokens.end) == "of" && quantity.unit.as_str() != "%";
    if !counted || part || matches!(quantity.change, Some(Change::Down)) {
        return false;
    }
    let Some(tally) = tally(scene, discourse, span) else { return false };
    let strong = tally.people && &*tally.attribute != "trapped";
    let (modality, polarity) = super::factuality::around(scene.clauses, tally.verb, Modality::Asserted, Polarity::Positive);
    discourse.happenings.push(Happening::new(if tally.people { "kill" } else { "damage" }, Vec::new()));
    let own = discourse.happenings.len() - 1;
    let harm = Trigger {
        token: tally.verb,
        frame: &DAMAGE,
        extent: tally.verb..tally.verb + 1,
        modality,
        polarity,
        event: own,
        fresh: true,
        each: false,
        verbal: true,
    };
    let line = LINES.contains(&quantity.unit.as_str());
    let failed = triggers.iter().filter(|t| t.frame.shape == Shape::Outage).min_by_key(|t| t.token.abs_diff(tally.verb)).map(|t| t.event);
    let event = match failed.or(discourse.failure).filter(|_| line) {
        Some(failed) => failed,
        None => disaster_of(scene, triggers, discourse, &harm),
    };
    if event == own && !strong && discourse.happenings[own].time.is_none() {
        return true;
    }
    let unit = if tally.people { Unit::new("person") } else { quantity.unit.clone() };
    out.push(Draft {
        event,
        attribute: tally.attribute,
        subject: None,
        of: tally.of,
        value: Value::Quantity(Quantity { unit, change: None, ..quantity.clone() }),
        said: span.tokens.clone(),
        quote: tally.quote,
        modality,
        polarity,
        at: tally.verb,
    });
    true
}

fn view_of<'a>(scene: &'a Scene<'_>, i: usize) -> &'a str {
    scene.clauses.view.str(i)
}

/// Words that say of money that it is what was lost.
const LOSSES: &[&str] = &["damage", "damages", "losses", "loss", "destruction"];

/// "Caused damage estimated at around 54 million dollars", "$2bn in losses": adds the claim.
pub(super) fn losses(scene: &Scene<'_>, triggers: &[Trigger], discourse: &Discourse, span: &QuantitySpan, out: &mut Vec<Draft>) -> bool {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let (start, end) = (span.tokens.start, span.tokens.end);
    let before = (clauses.sentence.start..start).rev().take(9).find(|i| LOSSES.contains(&view.str(*i)));
    let behind = (end..end + 5).find(|i| LOSSES.contains(&view.str(*i)) && (end..*i).any(|j| matches!(view.str(j), "in" | "of" | "worth")));
    let Some(word) = before.or(behind) else { return false };
    let here = triggers.iter().filter(|t| t.frame.shape == Shape::Disaster).min_by_key(|t| t.token.abs_diff(word)).map(|t| t.event);
    let Some(event) = here.or(discourse.it()).or(discourse.harm) else { return false };
    let (modality, polarity) = super::factuality::around(clauses, word, Modality::Asserted, Polarity::Positive);
    out.push(Draft {
        event,
        attribute: "damage".into(),
        subject: None,
        of: None,
        value: Value::Quantity(span.value.clone()),
        said: span.tokens.clone(),
        quote: word.min(start)..(word + 1).max(end),
        modality,
        polarity,
        at: word,
    });
    true
}

fn tally(scene: &Scene<'_>, discourse: &Discourse, span: &QuantitySpan) -> Option<Tally> {
    let view = scene.clauses.view;
    // Areas are measures, and told as what they are counted in.
    let unit = match span.value.unit.as_str() {
        "ha" => "hectare",
        unit => unit,
    };
    let (noun, end) = counted(view, span)?;
    let noun = if unit == "hectare" { unit.to_owned() } else { noun };
    let people = PEOPLE.contains(&&*noun) || noun.is_empty();
    let things = List::Damageable.has(&noun) || unit == "%";
    let count = span.tokens.start..end;
    // "A 3-pointer", "at 5:30": no people.
    let joined = matches!(view.str(count.end), "-" | ":");
    if people
        && !joined
        && let Some(found) = people_in(scene, &count, !noun.is_empty())
    {
        return Some(found);
    }
    if things && !noun.is_empty() { things_in(scene, discourse, &count, &noun) } else { None }
}

/// The singular of what is counted and the end of its phrase: "12 worst-hit villages", "40 percent of the buildings".
fn counted(view: &View<'_>, span: &QuantitySpan) -> Option<(String, usize)> {
    let unit = span.value.unit.as_str();
    let end = span.noun.as_ref().map_or(span.tokens.end, |n| n.end.max(span.tokens.end));
    if unit == "%" {
        let of = view.str(span.tokens.end) == "of";
        let start = span.tokens.end + 1 + usize::from(view.is(span.tokens.end + 1, Class::THE.or(Class::HIS)));
        let head =
            (start..start + 4).take_while(|i| view.str(*i).starts_with(char::is_alphabetic)).find(|i| singular(view.str(*i)).is_some())?;
        return of.then(|| (singular(view.str(head)).unwrap_or_default(), head + 1));
    }
    // "12 worst-hit villages": the noun stands behind the adjective.
    let hit = |i: usize| matches!(view.str(i), "worst" | "hardest" | "most") && (view.str(i + 1) == "-" || view.str(i + 1) == "hit");
    if hit(span.tokens.end) {
        let head = (span.tokens.end + 1..span.tokens.end + 6).find(|i| singular(view.str(*i)).is_some())?;
        return Some((singular(view.str(head))?, head + 1));
    }
    Some((unit.to_owned(), end))
}

fn singular(word: &str) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    let one = lower.strip_suffix("ies").map(|s| format!("{s}y")).or_else(|| lower.strip_suffix('s').map(str::to_owned));
    let known = |w: &str| List::Damageable.has(w) || PEOPLE.contains(&w);
    one.filter(|w| known(w)).or_else(|| known(&lower).then(|| lower.clone())).or_else(|| (lower == "people").then(|| "person".to_owned()))
}

/// "2,000 people needed shelter", "left thousands homeless", "nine villagers were rescued", "rescued nine villagers".
fn people_in(scene: &Scene<'_>, count: &Range<usize>, named: bool) -> Option<Tally> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let tally = |attribute: &str, verb: usize, quote: Range<usize>| {
        Some(Tally { attribute: attribute.into(), of: None, people: true, verb, quote })
    };
    let end = clauses.sentence.end;
    let next = (count.end..end.min(count.end + 6)).find(|i| !is_light(view, *i) && view.str(*i) != "people").unwrap_or(count.end);
    let stated = |i: usize| STATES.iter().find(|(_, words)| words.contains(&view.str(i))).map(|row| row.0);
    // "Was displaced", "homeless": next to the count, or behind "left".
    if let Some(state) = stated(next).filter(|s| *s != "missing") {
        return tally(state, next, count.start..next + 1);
    }
    if let Some((verb, Did::People(attribute))) = passive(scene, count).and_then(|v| Some((v, did(view.str(v))?))) {
        return tally(attribute, verb, count.start..verb + 1);
    }
    if let Some((verb, Did::People(attribute))) = active(scene, count).and_then(|v| Some((v, did(view.str(v))?))) {
        return tally(attribute, verb, verb..count.end);
    }
    if let Some((verb, Did::People(attribute), last)) = phrasal(scene, count).filter(|_| named) {
        return tally(attribute, verb, verb.min(count.start)..last);
    }
    // "2,000 people in rural regions needed accommodation", "another 2,000 are waiting to be housed".
    let needs = (count.end..clauses.clause_end(count.start).min(count.end + 9)).find(|i| {
        matches!(
            view.str(*i),
            "need" | "needed" | "needing" | "require" | "required" | "waiting" | "awaiting" | "lack" | "lacked" | "seeking" | "sought"
        )
    })?;
    let roof = (needs + 1..end.min(needs + 6)).find(|i| List::Roofs.has(view.str(*i)))?;
    tally("displaced", roof, count.start..roof + 1)
}

/// "Five villages had been badly hit", "flattening seven villages", "destruction in seven villages", "12 worst-hit villages".
fn things_in(scene: &Scene<'_>, discourse: &Discourse, count: &Range<usize>, noun: &str) -> Option<Tally> {
    let view = scene.clauses.view;
    let line = LINES.contains(&noun);
    let data = discourse.failure.is_some_and(|f| discourse.happenings[f].site.as_deref() == Some("communications"));
    let tally = |of: &str, verb: usize, quote: Range<usize>| {
        // Lines that carry data are cables.
        let carries = || count.clone().any(|i| List::CableWords.has(&view.str(i).to_ascii_lowercase()));
        let cable = noun == "line" && (data || carries());
        let attribute = plural(if cable { "cable" } else { noun });
        let of = if line { None } else { Some(of.into()) };
        Some(Tally { attribute: attribute.into(), of, people: false, verb, quote })
    };
    let worst = count.clone().find(|i| matches!(view.str(*i), "worst" | "hardest"));
    if let Some(at) = worst {
        return tally("hit", at, count.clone());
    }
    if let Some((verb, Did::People(of @ ("evacuated" | "displaced")))) = passive(scene, count).and_then(|v| Some((v, did(view.str(v))?))) {
        return tally(of, verb, count.start..verb + 1);
    }
    if let Some((verb, Did::Things(of))) = passive(scene, count).and_then(|v| Some((v, did(view.str(v))?))) {
        let hit = of == "affected" && matches!(view.str(verb), "hit" | "struck");
        return tally(if hit { "hit" } else { of }, verb, count.start..verb + 1);
    }
    if let Some((verb, Did::Things(of))) = active(scene, count).and_then(|v| Some((v, did(view.str(v))?))) {
        return if of == "affected" { None } else { tally(of, verb, verb..count.end) };
    }
    if let Some((verb, Did::Things(of), last)) = phrasal(scene, count) {
        return tally(of, verb, verb.min(count.start)..last);
    }
    // "Two cables suffered severe damage", "two cables went down", "damage is to the four cables".
    let end = clause_end(scene.clauses, count.start).min(count.end + 9);
    let suffered = (count.end..end)
        .find(|i| matches!(view.str(*i), "suffered" | "sustained"))
        .and_then(|i| (i + 1..i + 5).find(|j| view.str(*j) == "damage"));
    let down = (count.end..end).find(|i| view.str(*i) == "down" && (matches!(view.str(i - 1), "went" | "go") || view.is(i - 1, Class::BE)));
    if let Some(at) = suffered.or(down.filter(|_| line)) {
        return tally("damaged", at, count.start..at + 1);
    }
    // "Destruction in seven villages", "the collapse of 20 houses".
    let from = count.start - usize::from(view.is(count.start.wrapping_sub(1), Class::THE));
    let link = from.checked_sub(1).filter(|i| matches!(view.str(*i), "in" | "of" | "to"))?;
    let noun = link.checked_sub(1)?;
    let noun = if view.is(noun, Class::BE) { noun.checked_sub(1)? } else { noun };
    let of = match &*view.str(noun).to_ascii_lowercase() {
        "destruction" | "devastation" | "collapse" => "destroyed",
        "damage" => "damaged",
        _ => return None,
    };
    let start =
        noun - usize::from(matches!(view.str(noun.wrapping_sub(1)), "major" | "heavy" | "serious" | "severe" | "widespread" | "extensive"));
    tally(of, noun, start..count.end)
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o'])) {
        Some(stem) => format!("{stem}ies"),
        None if noun.ends_with("ch") || noun.ends_with('s') || noun.ends_with('x') => format!("{noun}es"),
        None if noun == "person" => "people".to_owned(),
        None => format!("{noun}s"),
    }
}

/// The participle that a count is the subject of: "seven villages, among them Osk, were destroyed".
fn passive(scene: &Scene<'_>, count: &Range<usize>) -> Option<usize> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let end = clause_end(clauses, count.start);
    let be = (count.end..end.min(count.end + 10)).find(|i| view.is(*i, Class::BE) && !matches!(view.str(*i), "'s" | "being"));
    let verb = match be {
        Some(be) => (be + 1..end.min(be + 5)).find(|i| !is_light(view, *i))?,
        // "Several homes damaged" in a heading, "20 houses destroyed by the flood".
        None => (count.end..end.min(count.end + 3)).find(|i| !is_light(view, *i))?,
    };
    let blocked =
        (count.end..verb).any(|i| view.is(i, Class::SAY) || scene.quantities.iter().any(|q| q.tokens.contains(&i) && q.noun.is_some()));
    let collapsed = matches!(view.str(verb), "collapsed" | "snapped" | "broke" | "ruptured");
    (is_past(view.str(verb))
        && !blocked
        && (be.is_some() || collapsed || scene.heading || view.str(verb + 1) == "by")
        && did(view.str(verb)).is_some())
    .then_some(verb)
}

fn clause_end(clauses: &Clauses<'_>, at: usize) -> usize {
    clauses.clause_end(at).min(clauses.sentence.end)
}

/// The verb that a count is the object of: "flattening seven villages", "destroyed or damaged some 1,500 houses".
fn active(scene: &Scene<'_>, count: &Range<usize>) -> Option<usize> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let verb = (clauses.sentence.start..count.start).rev().take(4).find(|i| !is_light(view, *i) && !view.is(*i, Class::AN))?;
    let passive = view.is(verb.wrapping_sub(1), Class::BE) && is_past(view.str(verb));
    (did(view.str(verb)).is_some() && !passive).then_some(verb)
}

/// "Pulled nine villagers out of the mud", "nine survivors have been brought out", "swept away 20 houses".
fn phrasal(scene: &Scene<'_>, count: &Range<usize>) -> Option<(usize, Did, usize)> {
    let (view, clauses) = (scene.clauses.view, scene.clauses);
    let words = |verb: usize, list: &[&str]| {
        (verb + 1..clauses.sentence.end.min(verb.max(count.end) + 7))
            .find(|i| list.iter().any(|w| w.split_once(' ').map_or(view.str(*i) == *w, |(a, b)| view.str(*i) == a && view.str(i + 1) == b)))
    };
    let near = (clauses.sentence.start..count.start).rev().take(4).chain(count.end..clause_end(clauses, count.start).min(count.end + 7));
    for verb in near {
        for (did, verbs, behind) in PHRASES {
            if verbs.contains(&view.str(verb))
                && let Some(last) = words(verb, behind)
            {
                return Some((verb, *did, last.max(count.end - 1) + 1));
            }
        }
        if verb > count.end && did(view.str(verb)).is_some() {
            break;
        }
    }
    None
}
