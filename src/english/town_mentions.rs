//! What a town's name tells where it stands: datelines, "in Bellhaven", "Bellhaven police", "a Bellhaven motel", "Old Mill, Bellhaven".

use std::ops::Range;

use super::lexicon::Class;
use super::marks::Mark;
use super::people::is_person_noun;
use super::sheet::Page;
use super::streets::addresses;
use super::town_names::{Called, is_agency, is_city_body, is_city_too, is_in_capitals, joined, opens_line, run, state};
use crate::claim::EntityKind;
use crate::words::List;

/// A town as one place of the text tells it.
#[derive(Debug)]
pub(super) struct Sign {
    pub(super) name: String,
    pub(super) state: Option<String>,
    /// How much it tells that the article's event was there.
    pub(super) score: u32,
    /// Its first token.
    pub(super) at: usize,
    /// Whether it tells no more than where somebody lives or what a sheriff is called after.
    pub(super) home: bool,
    /// Whether those who serve the town are named, or a quarter of it: then what has a name of its own lies in it.
    pub(super) force: bool,
}

impl Sign {
    fn new(page: &Page<'_>, name: Range<usize>, score: u32) -> Self {
        Self { at: name.start, name: joined(page, name), state: None, score, home: false, force: false }
    }
}

/// Where a mention stands.
pub(super) struct Here<'h> {
    pub(super) sentence: Range<usize>,
    /// Whether its sentence is of those that open the report and tell of the event.
    pub(super) leading: bool,
    /// Whether its sentence tells of the event.
    pub(super) told: bool,
    /// Whether its sentence is of no other event.
    pub(super) own: bool,
    pub(super) called: &'h Called<'h>,
}

/// The weight of a dateline.
pub(super) const DATELINE: u32 = 9;

/// "BELLHAVEN, Ohio (WXYZ) –", "Bellhaven - ".
pub(super) fn dateline(page: &Page<'_>, from: usize, sentence: &Range<usize>, called: &Called<'_>) -> Option<Sign> {
    let mut end = run(page, from, sentence.end, called);
    if end == from {
        return None;
    }
    // "ALDER COUNTY, Ohio —" is a place where no town is.
    end += usize::from(page.low(end) == "county");
    // "LOWER ALDER TWP., Pa."
    let mut at = end + usize::from(page.low(end) == "." && page.low(end + 1) == ",");
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
    at += usize::from(page.low(at) == ".");
    let capitals = is_in_capitals(page, from);
    let plain = capitals || is_city_too(page, from) || state(page, from).is_none_or(|(_, len)| len < end - from);
    // "KABC (CBS) BELLHAVEN —": a station and its network.
    let letters = page.str(from);
    let station = page.low(end) == "(" && end == from + 1 && letters.starts_with(['K', 'W']) && matches!(letters.len(), 3 | 4);
    let network = station && matches!(page.low(end + 1), "abc" | "cbs" | "cnn" | "fox" | "nbc" | "ap");
    let told = is_closed(page, at, capitals) && plain && !network;
    told.then(|| Sign { state: within.map(|w| w.0), ..Sign::new(page, from..end, DATELINE) })
}

/// Whether a dateline ends at `at`: with a dash, or, in capitals, with a station's letters: "BELLHAVEN (WXYZ) A man was shot".
fn is_closed(page: &Page<'_>, at: usize, capitals: bool) -> bool {
    let mut at = at;
    let mut station = false;
    if page.low(at) == "(" {
        station = page.low(at + 2) == ")" && page.str(at + 1).len() > 2 && page.str(at + 1).chars().all(char::is_uppercase);
        at = (at..at + 12).find(|i| page.low(*i) == ")").map_or(at, |i| i + 1);
    }
    let dash = matches!(page.low(at), "—" | "–" | "-" | "―" | "|");
    let spaced = dash && (page.view.tokens[at].span.start > page.view.tokens[at - 1].span.end || page.low(at + 1) == "-");
    spaced || ((dash || station) && capitals)
}

/// An address has at most so many tokens, and a word before it.
const ADDRESS: usize = 14;

/// A name with what its neighbours say of it.
struct Mention<'m> {
    page: &'m Page<'m>,
    here: &'m Here<'m>,
    at: usize,
    end: usize,
    /// Behind it stand those who serve a town.
    service: bool,
    /// Before it stands "in" and the like.
    inside: bool,
    /// It is told as "a Bellhaven motel" is.
    attributive: bool,
    /// And is a person's, "a Bellhaven man", which tells where somebody lives.
    person: bool,
    /// Before it stands "a", which stands before no person's name.
    indefinite: bool,
}

/// What the name at `at` tells of where the event was.
pub(super) fn mention<'m>(page: &'m Page<'m>, at: usize, here: &'m Here<'m>) -> Option<Sign> {
    let end = run(page, at, here.sentence.end, here.called);
    if end == at {
        return None;
    }
    let mention = Mention::new(page, here, at, end);
    let no_county = !matches!(page.low(end), "co" | "co.");
    (no_county && !mention.is_other()).then(|| mention.county().or_else(|| mention.stated()).or_else(|| mention.town())).flatten()
}

impl<'m> Mention<'m> {
    fn new(page: &'m Page<'m>, here: &'m Here<'m>, at: usize, end: usize) -> Self {
        let opens = at == here.sentence.start;
        let before = if opens { "" } else { page.low(at - 1) };
        let person = is_person_noun(page.low(end));
        let indefinite = !opens && page.view.is(at - 1, Class::AN);
        let site = |i: usize| page.marked(i, Mark::VENUE) && !page.any(i..i + 2, &["hospital"]) && !page.capital(i);
        // "A Bellhaven paintball facility".
        let small = page.is_word(end) && !page.capital(end) && !page.view.is(end, Class::COMMON);
        let venue = site(end) || person || indefinite && small && site(end + 1);
        let article = !opens && (page.view.is(at - 1, Class::AN.or(Class::THE).or(Class::HIS)) || is_possessive(page, at - 1));
        let nearby = before == "nearby" && page.low(at.wrapping_sub(2)) == "in";
        let ends_line = opens_line(page, end);
        let fort = before == "at" && matches!(page.low(at), "fort" | "camp");
        Self {
            page,
            here,
            at,
            end,
            service: is_service(page, end, opens) && !ends_line && (opens || !is_possessive(page, at - 1)),
            inside: List::Within.has(before) || nearby || fort,
            attributive: venue && !ends_line && !page.capital(end) && (article || matches!(before, "in" | "at" | "by" | "for" | "old")),
            person,
            indefinite,
        }
    }

    fn before(&self, n: usize) -> &str {
        if self.at >= self.here.sentence.start + n { self.page.low(self.at - n) } else { "" }
    }

    fn behind(&self, n: usize) -> &str {
        self.page.low(self.end + n)
    }

    /// Whether the name is a person's, a state's or a street's.
    fn is_other(&self) -> bool {
        let (page, at, len) = (self.page, self.at, self.end - self.at);
        // "In Bellhaven", "Bellhaven police": no person, though somebody be called so.
        let clear = self.service || self.inside && !is_possessive(page, self.end) || self.indefinite && self.attributive;
        let listed = || state(page, at).is_some_and(|(_, n)| n >= len) && !is_city_too(page, at);
        // "A Russian roulette game".
        let known = || super::gazetteer::at(page.view.text, page.view.tokens, at).is_some_and(|(n, k)| k.adjective && n >= len);
        !clear && self.is_person() || listed() || self.is_street() || is_agency(page, at) || known()
    }

    fn is_person(&self) -> bool {
        let page = self.page;
        let to = page.chunks.partition_point(|c| c.0.tokens.start <= self.at);
        let chunk = page.chunks[..to].last().filter(|c| c.0.name.as_ref().unwrap_or(&c.0.tokens).contains(&self.at));
        chunk.and_then(|c| c.1).map(|e| &page.entities.all[e]).is_some_and(|p| p.kind == EntityKind::Person && p.words.len() > 1)
    }

    fn is_street(&self) -> bool {
        let page = self.page;
        let street = |i: usize| match page.low(i) {
            // "St. Alder" is a town, "Alder St." a street.
            "st." => !page.capital(i + 1) || i >= self.end,
            "street" | "avenue" | "road" | "ave." | "block" | "drive" => i < self.end || !self.attributive,
            "hospital" | "university" | "school" | "park" | "court" => page.capital(i),
            _ => false,
        };
        !page.any(self.at..self.end, &["park"]) && (self.at..self.end + 1).any(street)
    }

    /// "In Alder County", "Alder County deputies": a county tells less than any town in it, and where no town is told it is the place.
    fn county(&self) -> Option<Sign> {
        let (page, behind) = (self.page, self.end + 1);
        if self.behind(0) != "county" {
            return None;
        }
        let site = page.marked(behind, Mark::VENUE) && !page.capital(behind);
        let told = self.before(1) == "in" || List::CountyServices.has(page.low(behind)) || site;
        Some(Sign::new(page, self.at..behind, u32::from(told)))
    }

    /// "Bellhaven, Ohio"; of somebody, his home.
    fn stated(&self) -> Option<Sign> {
        let within = if self.behind(0) == "," { state(self.page, self.end + 1)?.0 } else { return None };
        let home = matches!(self.before(1), "of" | "from");
        let score = if home { 1 } else { self.weight(3) };
        Some(Sign { state: Some(within), home, ..Sign::new(self.page, self.at..self.end, score) })
    }

    /// What leads the report weighs more.
    fn weight(&self, n: u32) -> u32 {
        n + u32::from(self.here.leading)
    }

    fn town(&self) -> Option<Sign> {
        let owner = self.owns_quarter();
        let of = self.before(1) == "of" && List::TownNouns.has(self.before(2));
        let near = self.here.told
            && self.before(1) == "of"
            && List::Sides.has(self.before(2))
            && !self.page.any_of(self.at.saturating_sub(6)..self.at, List::WayUnits);
        // A sheriff serves a county, and in some places the town that it is called after.
        let sheriff = matches!(self.behind(0), "sheriff" | "sheriff's" | "sheriffs");
        let from = self.at.saturating_sub(ELSE).max(self.here.sentence.start);
        let elsewhere = self.page.any_of(from..self.at, List::Elsewhere);
        let enclosing = self.is_enclosing();
        let score = match () {
            () if owner => self.weight(3),
            () if self.service => self.weight(2),
            () if self.is_owner_of_a_thing() || elsewhere && !of => return None,
            () if self.inside && !self.here.told => 1,
            () if self.inside || of || near || enclosing => self.weight(2),
            () if self.attributive => self.weight(1),
            () if sheriff => 1,
            () => return None,
        };
        let home = sheriff || self.person && !(self.service || self.inside || owner || enclosing);
        let force = self.here.own && (self.service || owner || of);
        Some(Sign { home, force, ..Sign::new(self.page, self.at..self.end, score) })
    }

    /// "Bellhaven's Old Mill neighborhood", "Bellhaven's first homicide of the year".
    fn owns_quarter(&self) -> bool {
        let (page, end) = (self.page, self.end);
        let counted = matches!(self.behind(1), "first" | "second" | "third" | "fourth" | "fifth" | "latest" | "newest");
        let crime = counted && page.any(end + 2..end + 4, &["homicide", "murder", "slaying", "killing", "shooting"]);
        is_possessive(page, end) && (crime || page.any_of(end + 1..end + 5, List::Quarters))
    }

    /// "In Okafor's car", "outside St. Alder's Hospital".
    fn is_owner_of_a_thing(&self) -> bool {
        let (page, end) = (self.page, self.end);
        is_possessive(page, end) && (!page.capital(end + 1) || page.any(end + 1..end + 5, &["hospital", "medical"]))
    }

    /// "In Old Mill, Bellhaven, on Sunday", "at 12 Alder Lane, Bellhaven": the town behind a quarter or a street.
    fn is_enclosing(&self) -> bool {
        let (page, sentence, last) = (self.page, &self.here.sentence, self.at.wrapping_sub(1));
        let ends = List::BehindTown.has(self.behind(0)) || self.end >= sentence.end;
        if !ends || self.before(1) != "," {
            return false;
        }
        let quarter = |from: usize| List::Within.has(page.low(from - 1)) && run(page, from, last, self.here.called) == last;
        let street = || addresses(page, &(last.saturating_sub(ADDRESS).max(sentence.start)..last)).iter().any(|a| a.tokens.end == last);
        (sentence.start + 1..last).rev().take(4).any(quarter) || street()
    }
}

/// So far before a place stands what tells that somebody was brought there.
const ELSE: usize = 6;

/// Whether those who serve a town are named at `at`: "police", "Metropolitan Police", "Mayor Ada Okafor".
fn is_service(page: &Page<'_>, at: usize, opens: bool) -> bool {
    let at = (at..at + 3).find(|i| !List::ServiceModifiers.has(page.low(*i))).unwrap_or(at);
    match page.low(at) {
        "city" => is_city_body(page, at),
        // "Petty Officer"; "Second officer indicted".
        "officer" | "officers" | "investigators" => !page.capital(at) && !opens,
        "fire" => !page.capital(at) || List::FireServices.has(page.low(at + 1)) || !page.is_word(at + 1),
        // "Ada Mayor, 45".
        "mayor" => !page.capital(at) || page.capital(at + 1),
        word => List::TownServices.has(word),
    }
}

fn is_possessive(page: &Page<'_>, i: usize) -> bool {
    matches!(page.low(i), "'s" | "'")
}
