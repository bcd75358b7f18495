//! Offices and roles: what people are called before, behind or instead of their names.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::Token;

/// One office a row: its plainest name, then its other names. Ministries after the posts of the CIA's "Chiefs of State and
/// Cabinet Members of Foreign Governments"; the rest are the titles of English-language news.
const OFFICES: &[(&str, &[&str])] = &[
    (
        "foreign minister",
        &[
            "foreign minister",
            "foreign secretary",
            "secretary of state",
            "state secretary",
            "minister of foreign affairs",
            "minister for foreign affairs",
            "external affairs minister",
        ],
    ),
    (
        "defence minister",
        &[
            "defence minister",
            "defense minister",
            "defence secretary",
            "defense secretary",
            "secretary of defense",
            "minister of defense",
            "minister of defence",
            "minister of national defense",
            "minister of national defence",
        ],
    ),
    ("finance minister", &["finance minister", "treasury secretary", "minister of finance", "finance secretary"]),
    ("commerce minister", &["commerce minister", "commerce secretary", "trade minister", "trade secretary"]),
    ("economy minister", &["economy minister", "economics minister", "minister of economy"]),
    ("interior minister", &["interior minister", "home secretary", "minister of the interior"]),
    ("justice minister", &["justice minister", "attorney general"]),
    ("health minister", &["health minister", "health secretary"]),
    ("transport minister", &["transport minister", "transportation secretary", "transport secretary"]),
    ("trade representative", &["trade representative"]),
    ("president", &["president", "head of state"]),
    ("vice president", &["vice president"]),
    ("prime minister", &["prime minister", "premier", "chancellor"]),
    ("vice premier", &["vice premier"]),
    ("deputy prime minister", &["deputy prime minister"]),
    ("party leader", &["party leader"]),
    ("foreign policy chief", &["foreign policy chief", "foreign policy leader", "foreign-policy chief"]),
    ("top diplomat", &["top diplomat", "chief diplomat"]),
    ("national security adviser", &["national security adviser", "national security advisor"]),
    (
        "deputy secretary of state",
        &["deputy secretary of state", "deputy foreign minister", "assistant foreign minister", "vice foreign minister"],
    ),
    ("state councillor", &["state councillor", "state councilor"]),
    ("speaker", &["house speaker", "speaker of the house", "parliament speaker"]),
    ("ambassador", &["ambassador"]),
    ("envoy", &["envoy", "special envoy"]),
    ("diplomat", &["diplomat"]),
    ("governor", &["governor", "gov."]),
    ("mayor", &["mayor"]),
    ("senator", &["senator", "sen."]),
    ("representative", &["congressman", "congresswoman", "rep."]),
    ("minister", &["minister"]),
    ("secretary", &["secretary"]),
    ("king", &["king"]),
    ("queen", &["queen"]),
    ("prince", &["prince", "crown prince"]),
    ("princess", &["princess"]),
    ("pope", &["pope"]),
    ("general", &["general", "gen."]),
    ("colonel", &["colonel", "col."]),
    ("captain", &["captain", "capt."]),
    ("lieutenant", &["lieutenant", "lt."]),
    ("sergeant", &["sergeant", "sgt."]),
    ("police chief", &["police chief", "chief of police"]),
    ("sheriff", &["sheriff"]),
    ("officer", &["officer"]),
    ("judge", &["judge", "justice"]),
    ("prosecutor", &["prosecutor", "district attorney"]),
    ("chief executive", &["chief executive", "chief executive officer", "ceo"]),
    ("finance director", &["finance director", "chief financial officer", "cfo"]),
    ("operating officer", &["chief operating officer", "coo"]),
    ("general manager", &["general manager", "gm"]),
    ("owner", &["owner", "co-owner", "majority owner"]),
    ("agent", &["agent"]),
    ("chairman", &["chairman", "chairwoman", "chair"]),
    ("managing director", &["managing director"]),
    ("director", &["director", "director general"]),
    ("founder", &["founder", "co-founder"]),
    ("spokesperson", &["spokesman", "spokeswoman", "spokesperson"]),
    ("coach", &["coach", "head coach", "manager"]),
    ("analyst", &["analyst"]),
    ("doctor", &["doctor"]),
    ("professor", &["professor"]),
];

/// Offices that only one person of a country or body holds at a time, so that the words alone can tell who is meant.
const UNIQUE: &[&str] = &[
    "foreign minister",
    "defence minister",
    "finance minister",
    "commerce minister",
    "economy minister",
    "interior minister",
    "justice minister",
    "health minister",
    "transport minister",
    "president",
    "vice president",
    "prime minister",
    "party leader",
    "foreign policy chief",
    "top diplomat",
    "national security adviser",
    "speaker",
    "king",
    "queen",
    "pope",
    "chief executive",
    "finance director",
    "trade representative",
];

/// The words of a phrase, and its office.
type Phrase = (Vec<&'static str>, &'static str);

static PHRASES: LazyLock<FxHashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut map: FxHashMap<&str, Vec<Phrase>> = FxHashMap::default();
    for (office, phrases) in OFFICES {
        for phrase in *phrases {
            let words: Vec<&str> = phrase.split(' ').collect();
            map.entry(words[0]).or_default().push((words, office));
        }
    }
    map.values_mut().for_each(|list| list.sort_by_key(|(w, _)| std::cmp::Reverse(w.len())));
    map
});

/// The longest office that begins at token `at`: how many tokens, and its plainest name.
pub(super) fn at(text: &str, tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    let mut buffer = [0_u8; 24];
    let first = tokens.get(at)?.text(text);
    if !first.is_ascii() || first.len() > buffer.len() {
        return None;
    }
    let lower = &mut buffer[..first.len()];
    lower.copy_from_slice(first.as_bytes());
    lower.make_ascii_lowercase();
    let entries = PHRASES.get(std::str::from_utf8(lower).ok()?)?;
    let matches =
        |words: &[&str]| words.iter().enumerate().all(|(i, w)| tokens.get(at + i).is_some_and(|t| t.text(text).eq_ignore_ascii_case(w)));
    entries.iter().find(|(words, _)| matches(words)).map(|(words, office)| (words.len(), *office))
}

/// Whether one person at a time holds the office.
pub(super) fn is_unique(office: &str) -> bool {
    UNIQUE.contains(&office)
}
