//! Names of bodies: legal forms behind them, and acronyms.

use std::borrow::Cow;
use std::sync::LazyLock;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::groups::{Groups, Spelled};
use super::parsed::Parsed;
use super::{Name, Occasion, key, strip, words};
use crate::claim::EntityKind;
use crate::text::letters;

const FORMS: &str = include_str!("../../../data/legal-forms.tsv");

/// Legal forms in letters, and what each stands for.
static LEGAL: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = FORMS.lines().filter(|l| !l.starts_with('#'));
    rows.filter_map(|l| l.split_once('\t')).map(|(form, rest)| (form, rest.split('\t').next().unwrap_or(form))).collect()
});

/// Forms that stand before the name, in capitals: Russian, Baltic, Nordic, Indonesian habits.
const BEFORE: &[&str] = &["ab", "ao", "as", "jsc", "oao", "ojsc", "ooo", "pao", "pjsc", "pt", "sia", "uab", "zao"];
/// Short forms that are written like a word.
const WORDLIKE: &[&str] = &["co", "inc", "llc", "llp", "ltd", "oyj", "plc", "pte", "pty", "pvt"];
/// A form of more words than this is none.
const LONGEST: usize = 4;

/// Words of the names of bodies, places and occasions that names of persons hardly hold. English, as they stand in names; by hand.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "academy", "act", "administration", "agency", "agreement", "airlines", "airport", "airways", "alliance", "apartments", "army",
    "assembly", "association", "authority", "av", "ave", "avenue", "bancorp", "bank", "bar", "bay", "blvd", "board", "boulevard",
    "bridge", "brigade", "brothers", "bureau", "cabinet", "cafe", "capital", "center", "central", "centre", "chamber", "championship",
    "channel", "church", "cir", "circle", "city", "clinic", "club", "coalition", "college", "commission", "committee", "company",
    "confederation", "conference", "congress", "corporation", "council", "county", "court", "ct", "cup", "day", "department",
    "directorate", "dispatch", "district", "division", "dr", "drive", "east", "energy", "exchange", "factory", "federation", "festival",
    "field", "first", "foods", "force", "forces", "forum", "foundation", "freeway", "front", "fund", "games", "gas", "gazette", "general",
    "government", "grand", "great", "group", "guard", "guild", "harbor", "harbour", "highway", "holdings", "hospital", "hotel", "house",
    "hwy", "industries", "initiative", "institute", "institution", "insurance", "international", "interstate", "island", "islands",
    "laboratory", "lake", "lane", "law", "league", "ln", "mall", "media", "medical", "memorial", "mining", "ministry", "mission",
    "motors", "mount", "movement", "museum", "national", "navy", "ne", "network", "new", "news", "nightclub", "north", "nw",
    "observatory", "office", "oil", "organisation", "organization", "park", "parkway", "parliament", "partners", "party",
    "pharmaceuticals", "pictures", "pkwy", "place", "plaza", "police", "port", "post", "power", "press", "program", "programme",
    "province", "public", "radio", "railway", "railways", "rd", "records", "region", "republic", "restaurant", "river", "road", "royal",
    "saint", "school", "se", "senate", "service", "services", "society", "software", "south", "sports", "square", "st", "state",
    "station", "steel", "store", "street", "studios", "summit", "survey", "sw", "systems", "team", "technologies", "technology",
    "television", "terrace", "times", "town", "township", "treaty", "tribunal", "tribune", "trust", "union", "unit", "united",
    "university", "valley", "ventures", "village", "way", "west", "workers", "works",
];
/// Words that persons' names do not hold.
const SMALL: &[&str] = &["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// As a set: every word of every name is looked up.
static BODY_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| BODIES.iter().copied().collect());

/// Whether a word, folded, is one of names of bodies, places and occasions.
pub(crate) fn is_body_word(word: &str) -> bool {
    BODY_WORDS.contains(word)
}

pub(super) fn is_small_word(word: &str) -> bool {
    SMALL.contains(&word)
}

/// A name in letters without its legal forms.
pub(super) fn base(name: &str) -> String {
    legal(name).map_or_else(|| key(name), |l| l.0)
}

/// Whether words are a legal form and nothing else: "Inc.", "Pty Ltd".
#[cfg(feature = "english")]
pub(crate) fn is_legal_form(text: &str) -> bool {
    LEGAL.contains_key(&*letters(text))
}

/// All that legal forms end in. Most names end otherwise, and then no tail of theirs needs to be put together.
static ENDINGS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| LEGAL.keys().flat_map(|form| form.char_indices().map(move |(i, _)| &form[i..])).chain([""]).collect());
/// Longer words are put into letters on the heap.
const BUFFER: usize = 24;

/// Whether a legal form may end in this word.
fn may_end(word: &str) -> bool {
    let (mut low, mut n) = ([0; BUFFER], 0);
    for b in word.bytes() {
        if !b.is_ascii() || n == BUFFER {
            return ENDINGS.contains(&*letters(word));
        }
        if b.is_ascii_alphanumeric() {
            low[n] = b.to_ascii_lowercase();
            n += 1;
        }
    }
    std::str::from_utf8(&low[..n]).is_ok_and(|word| ENDINGS.contains(word))
}

/// Whether a legal form may stand at either end of a name.
fn may_have_form(bare: &str) -> bool {
    let before = || bare.split_whitespace().next().is_some_and(|first| !first.chars().any(char::is_lowercase));
    bare.split_whitespace().next_back().is_some_and(may_end) || before()
}

/// A name without its legal forms, in letters, and those: "quillmere" and "inc" of "Quillmere, Inc."; `None` where it has none.
pub(super) fn legal(name: &str) -> Option<(String, String)> {
    parted(name).map(|(words, forms)| (letters(&words.concat()), forms))
}

/// A name without its legal forms, as it is written.
#[cfg(feature = "english")]
pub(crate) fn without_form(name: &str) -> String {
    parted(name).map_or_else(|| name.to_owned(), |(words, _)| words.join(" "))
}

/// The words of a name without its legal forms, and those, in letters.
fn parted(name: &str) -> Option<(Vec<&str>, String)> {
    let bare = strip(name);
    if !may_have_form(bare) {
        return None;
    }
    let shouted = !bare.chars().any(char::is_lowercase);
    let mut words: Vec<&str> = bare.split_whitespace().collect();
    let mut forms = String::new();
    while let Some((n, form)) = (1..=LONGEST.min(words.len().saturating_sub(1))).rev().find_map(|n| {
        let tail = &words[words.len() - n..];
        let form = LEGAL.get(&*letters(&tail.concat()))?;
        is_form(tail, shouted).then_some((n, *form))
    }) {
        words.truncate(words.len() - n);
        while words.len() > 1 && words.last().is_some_and(|w| matches!(*w, "&" | "and" | ",")) {
            words.pop();
        }
        forms.insert_str(0, form);
    }
    if let [first, _, ..] = words[..] {
        let form = letters(first);
        if !shouted && !first.chars().any(char::is_lowercase) && BEFORE.contains(&&*form) {
            words.remove(0);
            forms.push_str(&form);
        }
    }
    let is_named = words.iter().any(|w| w.chars().any(char::is_alphanumeric));
    (!forms.is_empty() && is_named).then_some((words, forms))
}

/// Whether words are written as a legal form: a short one in capitals or with dots, so that it is no word ("Spa", "As").
fn is_form(tail: &[&str], shouted: bool) -> bool {
    let [word] = tail else { return true };
    let form = letters(word);
    if form.chars().count() > 3 || WORDLIKE.contains(&&*form) {
        return true;
    }
    let marked = word.trim_end_matches([',', '.']).contains(['.', '/']) || word.chars().skip(1).any(char::is_uppercase);
    marked && (!shouted || word.contains(['.', '/']) || form.chars().count() == 3)
}

/// Words of a body's name that its acronym may leave out.
fn is_left_out(word: &str) -> bool {
    is_small_word(word) || matches!(word, "de" | "la" | "le" | "des" | "du" | "et" | "und" | "für" | "y" | "del" | "&")
}

/// The acronym that a name is: three to six capitals, with dots or without.
pub(crate) fn acronym(name: &str) -> Option<String> {
    if name.bytes().any(|b| b != b'.' && !b.is_ascii_uppercase()) {
        return None;
    }
    let all: String = name.chars().filter(|c| *c != '.').collect();
    let capitals = (3..=6).contains(&all.len());
    let low = all.to_ascii_lowercase();
    // "LLC" and "AND" are no names.
    (capitals && !LEGAL.contains_key(&*low) && !is_small_word(&low)).then_some(low)
}

/// The acronyms that a name of three words or more may have.
pub(crate) fn initials(name: &str) -> Vec<String> {
    if !name.chars().any(char::is_lowercase) {
        return Vec::new();
    }
    let words = words(name);
    if words.iter().filter(|w| !is_left_out(w)).count() < 3 {
        return Vec::new();
    }
    let of = |small: bool| words.iter().filter(|w| small || !is_left_out(w)).filter_map(|w| w.chars().next()).collect::<String>();
    let mut all = vec![of(false), of(true)];
    all.dedup();
    all
}

/// A body's name and whose it is.
struct Body<'a> {
    node: usize,
    /// What is kept of a name of the batch.
    spelled: Option<&'a Spelled>,
    text: &'a str,
    kind: EntityKind,
}

impl<'a> Body<'a> {
    fn key(&self) -> Cow<'a, str> {
        self.spelled.map_or_else(|| key(self.text).into(), |s| Cow::Borrowed(&*s.key))
    }

    /// Whether it is said to be a body, or named by a word that only bodies have.
    fn is_body(&self) -> bool {
        let has = |words: &[String]| words.iter().any(|w| is_body_word(w));
        self.kind == EntityKind::Organisation || self.spelled.map_or_else(|| has(&words(self.text)), |s| has(&s.words))
    }
}

impl<'a> Groups<'a> {
    /// The names that may be of a body: those of the batch, and of the caller's records.
    fn named_bodies(&self) -> Vec<Body<'a>> {
        let (names, known) = (self.names, self.known);
        let mine = names.iter().enumerate().filter(|(_, n)| n.only_office_in.is_none());
        let mine = mine.map(|(node, n)| Body { node, spelled: self.spelled.get(node), text: &n.text, kind: n.kind });
        let records = known.iter().zip(names.len()..).flat_map(|(k, node)| {
            let kind = k.kind.unwrap_or(EntityKind::Other);
            k.names.iter().map(move |n| Body { node, spelled: None, text: n, kind })
        });
        mine.chain(records).filter(|b| matches!(b.kind, EntityKind::Organisation | EntityKind::Other)).collect()
    }

    /// "Quillmere" and "Quillmere Inc." are one where no "Quillmere Ltd" is named as well; "Quillmere Corp." and "Quillmere Corporation" are.
    pub(super) fn companies(&mut self, occasions: &[Occasion]) {
        let bodies = self.named_bodies();
        let mut of_base: FxHashMap<String, Vec<(String, usize)>> = FxHashMap::default();
        let mut bare = Vec::new();
        // "Dearborn Co." is a county, "Maria Sa" no company of Maria's.
        let named = |n: &Name| matches!(n.kind, EntityKind::Place | EntityKind::Person);
        let others = self.names.iter().zip(self.spelled).filter(|(n, _)| named(n));
        let others: FxHashSet<&str> = others.map(|(_, s)| &*s.key).collect();
        let forms: Vec<Option<(String, String)>> = bodies.par_iter().map(|b| legal(b.text)).collect();
        for (body, form) in bodies.iter().zip(forms) {
            match form {
                Some((base, form)) if !others.contains(&*base) => of_base.entry(base).or_default().push((form, body.node)),
                Some(_) => {}
                None => bare.push(body),
            }
        }
        if of_base.is_empty() {
            return;
        }
        for body in bare {
            if let Some(of) = of_base.get_mut(&*body.key()) {
                of.push((String::new(), body.node));
            }
        }
        let mut groups: Vec<Vec<(String, usize)>> = of_base.into_values().collect();
        groups.iter_mut().for_each(|g| g.sort_unstable());
        groups.sort_unstable();
        let pairs: Vec<(usize, usize)> = groups.iter().flat_map(|g| of_one_form(g)).collect();
        self.join_pairs(&pairs, occasions);
    }

    /// "Western Tidal Office" and "WTO", where only one name has these initials.
    pub(super) fn acronyms(&mut self, occasions: &[Occasion]) {
        let bodies = self.named_bodies();
        let mut short: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for body in &bodies {
            if let Some(acronym) = acronym(body.text) {
                short.entry(acronym).or_default().push(body.node);
            }
        }
        if short.is_empty() {
            return;
        }
        let mut full: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for body in bodies.iter().filter(|b| b.is_body()) {
            for initials in initials(body.text) {
                if let Some((acronym, _)) = short.get_key_value(&initials) {
                    full.entry(acronym).or_default().push(body.node);
                }
            }
        }
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (acronym, nodes) in &full {
            let mut roots: Vec<usize> = nodes.iter().map(|&n| self.root(n)).collect();
            roots.sort_unstable();
            roots.dedup();
            if let [one] = roots[..] {
                pairs.extend(short[*acronym].iter().map(|&n| (one, n)));
            }
        }
        pairs.sort_unstable();
        self.join_pairs(&pairs, occasions);
    }
}

/// The pairs to join of names of one base, sorted by form: those of one form; with those of none, where there is only one form.
fn of_one_form(group: &[(String, usize)]) -> Vec<(usize, usize)> {
    let mut forms: Vec<&str> = group.iter().map(|g| &*g.0).filter(|f| !f.is_empty()).collect();
    forms.dedup();
    let all = forms.len() == 1;
    group.windows(2).filter(|w| all || w[0].0 == w[1].0).map(|w| (w[0].1, w[1].1)).collect()
}

/// Whether two names are the same but for a legal form, which only one of them has, or which they write in two ways: "Northgale Inc.",
/// "Northgale", "Northgale Incorporated".
pub(super) fn differ_in_form(a: &str, b: &str) -> bool {
    match (legal(a), legal(b)) {
        (Some(x), Some(y)) => x == y,
        (Some((base, _)), None) => base == letters(strip(b)),
        (None, Some((base, _))) => base == letters(strip(a)),
        (None, None) => false,
    }
}

/// Whether two names of bodies may be one's: but for the legal form, or as an acronym.
pub(super) fn may_be_one(a: &Parsed<'_>, b: &Parsed<'_>) -> bool {
    let short = |x: &Parsed<'_>, y: &Parsed<'_>| x.acronym().is_some_and(|s| y.initials().iter().any(|i| i == s));
    !a.is_place() && !b.is_place() && a.base() == b.base() || short(a, b) || short(b, a)
}
