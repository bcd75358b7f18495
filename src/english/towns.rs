//! In which town an article's event was: its dateline, "in Springfield", "Springfield police", "Springfield, Ohio", its title.

use std::ops::Range;

use super::marks::{Mark, mark};
use super::sheet::Page;
use crate::claim::EntityKind;
use crate::value::Place;

/// The states of the United States as newspapers shorten them: the Associated Press Stylebook's and the Postal Service's.
const STATES: &str = "Alabama:ala.,al|Alaska:ak|Arizona:ariz.,az|Arkansas:ark.,ar|California:calif.,ca|Colorado:colo.,co|\
     Connecticut:conn.,ct|Delaware:del.,de|Florida:fla.,fl|Georgia:ga.,ga|Hawaii:hi|Idaho:id|Illinois:ill.,il|\
     Indiana:ind.,in|Iowa:ia|Kansas:kan.,ks|Kentucky:ky.,ky|Louisiana:la.,la|Maine:me|Maryland:md.,md|\
     Massachusetts:mass.,ma|Michigan:mich.,mi|Minnesota:minn.,mn|Mississippi:miss.,ms|Missouri:mo.,mo|Montana:mont.,mt|\
     Nebraska:neb.,ne|Nevada:nev.,nv|New Hampshire:n.h.,nh|New Jersey:n.j.,nj|New Mexico:n.m.,nm|New York:n.y.,ny|\
     North Carolina:n.c.,nc|North Dakota:n.d.,nd|Ohio:oh|Oklahoma:okla.,ok|Oregon:ore.,or|Pennsylvania:pa.,pa|\
     Rhode Island:r.i.,ri|South Carolina:s.c.,sc|South Dakota:s.d.,sd|Tennessee:tenn.,tn|Texas:texas,tx|Utah:utah,ut|\
     Vermont:vt.,vt|Virginia:va.,va|Washington:wash.,wa|West Virginia:w.va.,wv|Wisconsin:wis.,wi|Wyoming:wyo.,wy|\
     District of Columbia:d.c.,dc";

/// The short forms of the states, with the state.
fn short_states() -> impl Iterator<Item = (&'static str, &'static str)> {
    STATES.split('|').filter_map(|row| row.split_once(':')).flat_map(|(name, shorts)| shorts.split(',').map(move |short| (short, name)))
}

/// A town that the article may be about.
#[derive(Clone, Debug)]
struct Candidate {
    name: String,
    state: Option<String>,
    score: u32,
    first: usize,
}

/// Where a town is named.
#[derive(Clone, Debug)]
pub(super) struct Town {
    /// The place, with its state where the article tells it.
    pub(super) place: Place,
    /// Its words, in the order of the text.
    words: Vec<String>,
}

impl Town {
    /// Where the town's name stands in a range of tokens.
    pub(super) fn find(&self, page: &Page<'_>, range: Range<usize>) -> Option<Range<usize>> {
        let n = self.words.len();
        range
            .clone()
            .find(|i| i + n <= range.end && self.words.iter().zip(*i..).all(|(w, j)| page.low(j) == w) && page.capital(*i))
            .map(|i| i..i + n)
    }
}

/// The towns that the article's event may have been in, by the weight of what names them: a town, its county, its quarter.
pub(super) fn towns(page: &Page<'_>, title: &str, told: impl Fn(usize) -> bool) -> Vec<Town> {
    let mut all: Vec<Candidate> = Vec::new();
    for (n, sentence) in page.sentences.iter().enumerate() {
        if n < DATELINES {
            dateline(page, &sentence.tokens, &mut all);
        }
        for at in sentence.tokens.clone() {
            if page.capital(at)
                && !(at > sentence.tokens.start && page.capital(at - 1) && (!is_no_town(page, at - 1) || is_side(page, at - 1)))
            {
                mention(page, at, &sentence.tokens, (n < LEAD, told(n)), &mut all);
            }
        }
    }
    let lower = title.to_lowercase();
    for c in &mut all {
        let name = c.name.to_lowercase();
        c.score += 3 * u32::from(
            lower.split(|c: char| !c.is_alphanumeric() && c != ' ').any(|part| format!(" {part} ").contains(&format!(" {name} "))),
        );
    }
    all.sort_by_key(|c| (std::cmp::Reverse(c.score), c.first));
    let best = all.first().map_or(0, |c| c.score);
    if best < 2
        && let Some(place) = in_title(title)
    {
        let words = place.name.split(' ').map(str::to_lowercase).collect();
        return vec![Town { place, words }];
    }
    let town = |c: Candidate| {
        let place = Place::new(c.name.as_str());
        let place = if let Some(state) = &c.state { place.within(state.as_str()) } else { place };
        Town { place, words: c.name.replace('-', " - ").split(' ').map(str::to_lowercase).collect() }
    };
    all.into_iter()
        .enumerate()
        .filter(|(i, c)| *i == 0 || (*i < MOST && c.score >= 2 && c.score * 4 >= best))
        .map(|(_, c)| town(c))
        .collect()
}

/// So many names tell where an event was: a quarter, a town, a county.
const MOST: usize = 4;
/// So many sentences may open with a dateline.
const DATELINES: usize = 10;
/// So many sentences open a report.
const LEAD: usize = 6;

/// Nouns whose "of" names the town: "the Old Mill neighborhood of Bellhaven", "the town of Bellhaven".
const OF: &[&str] = &[
    "city",
    "town",
    "village",
    "township",
    "borough",
    "neighborhood",
    "neighbourhood",
    "section",
    "suburb",
    "outskirts",
    "streets",
    "heart",
    "district",
];

/// The town that a headline names: where the story names none, that is the only one. Only of headlines in small letters, where
/// capitals tell names.
fn in_title(title: &str) -> Option<Place> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let plain = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let capital = |w: &str| w.starts_with(char::is_uppercase) && w.chars().all(char::is_alphabetic) && w.chars().any(char::is_lowercase);
    let small = words.iter().filter(|w| w.len() > 3 && w.starts_with(char::is_lowercase)).count();
    if small < 2 || small * 2 < words.iter().filter(|w| w.len() > 3).count() {
        return None;
    }
    let no_town = |w: &str| {
        let low = w.to_lowercase();
        mark(&low).is(Mark::NO_TOWN.or(Mark::VENUE))
            || short_states().any(|(_, name)| name.eq_ignore_ascii_case(w))
            || super::people::is_person_noun(&low)
    };
    (0..words.len()).find_map(|i| {
        let before = if i > 0 { words[i - 1].to_lowercase() } else { String::new() };
        let mut end = i;
        while end < words.len() && end < i + 3 && capital(&plain(words[end])) && !no_town(&plain(words[end])) {
            end += 1;
            if words[end - 1].ends_with(|c: char| !c.is_alphanumeric()) {
                break;
            }
        }
        if end == i || (i > 0 && capital(&plain(words[i - 1]))) {
            return None;
        }
        let behind = words.get(end).map(|w| plain(w).to_lowercase()).unwrap_or_default();
        let venue = mark(&behind).is(Mark::VENUE) || super::people::is_person_noun(&behind) || behind == "police";
        let told = matches!(before.as_str(), "in" | "near") || (venue && (i == 0 || matches!(before.as_str(), "at" | "a" | "of")));
        let told = told || venue && before.chars().all(|c| c.is_ascii_digit()) && !before.is_empty();
        told.then(|| Place::new(words[i..end].iter().map(|w| plain(w)).collect::<Vec<_>>().join(" ").as_str()))
    })
}

fn add(all: &mut Vec<Candidate>, name: String, state: Option<String>, score: u32, first: usize) {
    match all.iter_mut().find(|c| c.name.eq_ignore_ascii_case(&name)) {
        Some(c) => {
            c.score += score;
            c.state = c.state.take().or(state);
        }
        None => all.push(Candidate { name, state, score, first }),
    }
}

fn is_no_town(page: &Page<'_>, i: usize) -> bool {
    page.view.is(i, super::lexicon::Class::COMMON) || page.marked(i, Mark::NO_TOWN)
}

/// The words of a name as a title has them: "BELLHAVEN" is Bellhaven.
fn title_case(words: &[&str]) -> String {
    let one = |w: &&str| {
        if w.len() > 3 && w.chars().all(|c| !c.is_lowercase()) || w.len() > 1 && words.len() > 1 && w.chars().all(|c| !c.is_lowercase()) {
            let mut letters = w.chars();
            letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
        } else {
            (*w).to_owned()
        }
    };
    words.iter().map(one).collect::<Vec<String>>().join(" ")
}

/// The run of capitals at `at`, four at most, no word of `NO_TOWNS` in it but "North" and the like at its start.
fn run(page: &Page<'_>, at: usize, end: usize) -> usize {
    let side = |i: usize| is_side(page, i) && page.capital(i + 1) && !is_no_town(page, i + 1);
    let mut to = at;
    while to < end
        && to < at + 4
        && page.capital(to)
        && (!is_no_town(page, to) || (to == at && side(to)) || (to > at && matches!(page.low(to), "park" | "high")))
    {
        to += 1;
        // "St. Louis", "Ft. Worth": the stop belongs to the name; "Winston-Salem" is one.
        if page.low(to) == "-"
            && page.capital(to + 1)
            && page.view.tokens[to].span.start == page.view.tokens[to - 1].span.end
            && page.view.tokens[to + 1].span.start == page.view.tokens[to].span.end
        {
            to += 1;
        }
    }
    to
}

fn is_side(page: &Page<'_>, i: usize) -> bool {
    matches!(page.low(i), "north" | "south" | "east" | "west" | "new") && page.capital(i)
}

/// A state at `i`, and how many tokens it has.
fn state(page: &Page<'_>, i: usize) -> Option<(String, usize)> {
    if !page.capital(i) {
        return None;
    }
    if let Some((len, known)) = super::gazetteer::at(page.view.text, page.view.tokens, i).filter(|(_, k)| !k.adjective) {
        return Some((known.name.to_string(), len));
    }
    let mut word = page.low(i).to_owned();
    let stop = page.low(i + 1) == "." && !word.ends_with('.');
    if stop {
        word.push('.');
    }
    let found = short_states().find(|(short, _)| {
        *short == word || (word.ends_with('.') && short.trim_end_matches('.') == word.trim_end_matches('.') && short.len() > 2)
    });
    let capitals = page.str(i).chars().all(|c| c.is_uppercase() || c == '.');
    found.filter(|(short, _)| short.len() > 2 || capitals).map(|(_, name)| ((*name).to_owned(), 1 + usize::from(stop)))
}

fn words<'p>(page: &'p Page<'_>, range: Range<usize>) -> Vec<&'p str> {
    range.map(|i| page.str(i)).collect()
}

fn joined(page: &Page<'_>, range: Range<usize>) -> String {
    title_case(&words(page, range)).replace(" - ", "-")
}

/// "BELLHAVEN, Ohio (WXYZ) –", "Bellhaven - ".
fn dateline(page: &Page<'_>, sentence: &Range<usize>, all: &mut Vec<Candidate>) {
    let from = sentence.start;
    let end = run(page, from, sentence.end);
    if end == from {
        return;
    }
    let mut at = end;
    // "BELLHAVEN, ALDER COUNTY, Ohio --": the county stands between.
    if let Some(county) = (at + 1..at + 4).find(|i| page.low(at) == "," && page.low(*i) == "county" && page.low(i + 1) == ",") {
        at = county + 1;
    }
    let within = if page.low(at) == "," { state(page, at + 1) } else { None };
    if let Some((_, len)) = &within {
        at += 1 + len;
    } else if page.low(at) == "," && page.capital(at + 1) {
        at += 2;
    }
    if page.low(at) == "." {
        at += 1;
    }
    if page.low(at) == "(" {
        at = (at..at + 12).find(|i| page.low(*i) == ")").map_or(at, |i| i + 1);
    }
    let dash = matches!(page.low(at), "—" | "–" | "-" | "―" | "|");
    let spaced = dash && (page.view.tokens[at].span.start > page.view.tokens[at - 1].span.end || page.low(at + 1) == "-");
    let capitals = page.str(from).chars().all(|c| !c.is_lowercase()) && page.str(from).len() > 2;
    if (spaced || (dash && capitals)) && (state(page, from).is_none_or(|(_, len)| len < end - from) || is_city_too(page, from) || capitals)
    {
        add(all, joined(page, from..end), within.map(|w| w.0), 9, from);
    }
}

/// "New York" and "Washington" name a town as well as a state.
fn is_city_too(page: &Page<'_>, at: usize) -> bool {
    page.reads(at, &["new", "york"])
        || page.low(at) == "washington"
        || super::gazetteer::at(page.view.text, page.view.tokens, at)
            .is_some_and(|(_, k)| !k.country && k.within.as_deref() != Some("United States"))
}

fn mention(page: &Page<'_>, at: usize, sentence: &Range<usize>, (lead, told): (bool, bool), all: &mut Vec<Candidate>) {
    let end = run(page, at, sentence.end);
    if end == at {
        return;
    }
    let to = page.chunks.partition_point(|c| c.0.tokens.start <= at);
    let person = page.chunks[..to]
        .last()
        .filter(|c| c.0.name.as_ref().unwrap_or(&c.0.tokens).contains(&at))
        .and_then(|c| c.1)
        .map(|e| &page.entities.all[e]);
    if person.is_some_and(|p| p.kind == EntityKind::Person && p.words.len() > 1) {
        return;
    }
    let (before, behind) = (page.low(at.wrapping_sub(1)), page.low(end));
    let opens = at == sentence.start;
    let listed = state(page, at).is_some_and(|(_, len)| len >= end - at) && !is_city_too(page, at);
    let named_street = (at..end + 1).any(|i| {
        matches!(
            page.low(i),
            "street" | "avenue" | "road" | "hospital" | "university" | "school" | "park" | "st." | "ave." | "block" | "court" | "drive"
        )
    }) && !page.any(at..end, &["park"]);
    if listed || named_street {
        return;
    }
    let weight = |n: u32| if lead && told { n + 1 } else { n };
    // A county tells less than any town in it, and where no town is told it is the place.
    if behind == "county" {
        let told = (!opens && before == "in") || matches!(page.low(end + 1), "sheriff" | "deputies" | "police" | "sheriff's" | "coroner");
        if told {
            add(all, joined(page, at..end + 1), None, 1, at);
        }
        return;
    }
    let venue = page.marked(end, Mark::VENUE) || super::people::is_person_noun(behind);
    let attributive = venue
        && !opens
        && (page.view.is(at - 1, super::lexicon::Class::AN.or(super::lexicon::Class::THE)) || matches!(before, "in" | "at" | "by" | "for"));
    let in_it = !opens
        && matches!(
            before,
            "in" | "near"
                | "outside"
                | "downtown"
                | "northern"
                | "southern"
                | "eastern"
                | "western"
                | "northwest"
                | "northeast"
                | "southwest"
                | "southeast"
                | "north"
                | "south"
                | "east"
                | "west"
                | "central"
                | "rural"
        );
    if behind == ","
        && let Some((state, _)) = state(page, end + 1)
    {
        let of = matches!(before, "of" | "from");
        add(all, joined(page, at..end), Some(state), if of { 1 } else { weight(3) }, at);
        return;
    }
    let service = matches!(behind, "police" | "firefighters" | "fire" | "cops" | "officers" | "detectives" | "mayor")
        || (matches!(behind, "'s" | "’s")
            && page.any(end + 1..end + 5, &["neighborhood", "neighbourhood", "side", "section", "community", "district", "mayor"]));
    let possessive = matches!(behind, "'s" | "’s");
    let score = match () {
        () if possessive && service => weight(3),
        () if service => weight(2),
        () if in_it && told => weight(2),
        () if in_it => 1,
        () if OF.contains(&page.low(at.wrapping_sub(2))) && before == "of" && !opens => weight(2),
        () if before == "of" && page.low(at.wrapping_sub(2)) == "outside" => weight(2),
        () if attributive => weight(1),
        () => return,
    };
    // "in Bellhaven's Old Town": the town is the possessor.
    add(all, joined(page, at..end), None, score, at);
}
