//! The press: agencies, whose copy stands in many papers, under a short name here and the full one there, or under none; and outlets by
//! the names that they go by.

use std::sync::LazyLock;

use crate::text::fold;

const FILE: &str = include_str!("../../data/press.tsv");

/// No name has more bytes, "the" and blanks around it included.
const LONGEST: usize = 64;
/// No credit has more bytes.
const LONGEST_CREDIT: usize = 200;
/// No name of a reporter has more words, a town or a post behind it included.
const REPORTER: usize = 6;

/// The rows of a class, phrase by phrase.
fn class(class: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let rows = FILE.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
    rows.filter(move |row| row.0 == class).map(|row| row.1.split("; ").collect())
}

/// The names of each agency, the shortest first; and the same folded.
static AGENCIES: LazyLock<Vec<(Vec<&str>, Vec<String>)>> =
    LazyLock::new(|| class("agency").map(|names| (names.clone(), names.iter().map(|n| fold(n).into_owned()).collect())).collect());

/// Phrases of credits, the longest first.
struct Phrases(Vec<&'static str>);

impl Phrases {
    fn of(name: &'static str) -> Self {
        let mut all: Vec<&str> = class(name).flatten().collect();
        all.sort_unstable_by_key(|p| (std::cmp::Reverse(p.len()), *p));
        Self(all)
    }

    fn has(&self, words: &str) -> bool {
        self.0.contains(&words)
    }

    /// What stands behind the phrase that opens a line.
    fn behind<'t>(&self, line: &'t str, small: &str) -> Option<&'t str> {
        let opens = |p: &&&str| small.strip_prefix(**p).is_some_and(|rest| !p.ends_with(char::is_alphanumeric) || is_end(rest));
        self.0.iter().find(opens).and_then(|p| line.get(p.len()..))
    }

    /// Whether one of them stands in a line, word for word.
    fn stand_in(&self, small: &str) -> bool {
        let whole = |p: &str| small.match_indices(p).any(|(at, _)| is_start(&small[..at]) && is_end(&small[at + p.len()..]));
        self.0.iter().any(|p| whole(p))
    }
}

fn is_start(before: &str) -> bool {
    !before.ends_with(char::is_alphanumeric)
}

fn is_end(behind: &str) -> bool {
    !behind.starts_with(char::is_alphanumeric)
}

struct Lines {
    unnamed: Phrases,
    staff: Phrases,
    reporters: Phrases,
    sources: Phrases,
    byline: Phrases,
    partly: Phrases,
    post: Phrases,
    outlet: Phrases,
}

static LINES: LazyLock<Lines> = LazyLock::new(|| Lines {
    unnamed: Phrases::of("unnamed"),
    staff: Phrases::of("staff"),
    reporters: Phrases::of("reporters"),
    sources: Phrases::of("sources"),
    byline: Phrases::of("byline"),
    partly: Phrases::of("partly"),
    post: Phrases::of("post"),
    outlet: Phrases::of("outlet"),
});

/// Whose copy a text is by its credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credit {
    /// The agency by its short name: "By The Associated Press".
    Agency(&'static str),
    /// Agency copy, but it is not said whose, or only in part: "from wire reports", "AFP and Reuters", "The Associated Press contributed to
    /// this report".
    Unnamed,
}

/// The short name of the agency that `name` is one of the names of, in any case of letters. O(table).
pub fn agency(name: &str) -> Option<&'static str> {
    if name.len() > LONGEST {
        return None;
    }
    let name = fold(name.trim());
    let name = name.strip_prefix("the ").unwrap_or(&name);
    AGENCIES.iter().find(|row| row.1.iter().any(|n| n == name)).and_then(|row| row.0.first().copied())
}

/// The agency that a text begins with, as papers write it, and the bytes of its name. O(table).
pub(crate) fn agency_ahead(text: &str) -> Option<(&'static str, usize)> {
    let names = AGENCIES.iter().flat_map(|row| row.0.iter().map(|name| (row.0[0], *name)));
    let ahead = names.filter(|(_, name)| text.strip_prefix(name).is_some_and(is_end));
    ahead.map(|(short, name)| (short, name.len())).max_by_key(|found| found.1)
}

/// The agencies that a text names as papers write them, each once. O(n) in the text, times the table.
pub(crate) fn agencies_in(text: &str) -> Vec<&'static str> {
    let (mut at, mut found) = (0, Vec::new());
    while let Some(c) = text[at..].chars().next() {
        match agency_ahead(&text[at..]).filter(|_| is_start(&text[..at])) {
            Some((agency, length)) => {
                if !found.contains(&agency) {
                    found.push(agency);
                }
                at += length;
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// Whom a line credits that says nothing else: a line under or over a text, or the words of a record.
///
/// What such a line gives, given again without the marks around it, is the same. O(n) in the line, times the table.
pub fn credit(line: &str) -> Option<Credit> {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    if line.is_empty() || line.len() > LONGEST_CREDIT {
        return None;
    }
    let (lines, small) = (&*LINES, line.to_ascii_lowercase());
    if lines.partly.stand_in(&small) {
        let credits = lines.unnamed.stand_in(&small) || !agencies_in(line).is_empty();
        return credits.then_some(Credit::Unnamed);
    }
    if let Some(rest) = lines.reporters.behind(line, &small) {
        return match agencies_in(rest)[..] {
            [one] => Some(Credit::Agency(one)),
            [] => lines.unnamed.stand_in(&rest.to_ascii_lowercase()).then_some(Credit::Unnamed),
            _ => Some(Credit::Unnamed),
        };
    }
    let is_dull = |c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, ':' | '(' | ')' | '©' | ',');
    if let Some(rest) = lines.sources.behind(line, &small) {
        return listed(rest.trim_matches(is_dull));
    }
    if let Some(rest) = lines.byline.behind(line, &small) {
        return listed(rest.trim()).or_else(|| bylined(rest.trim()));
    }
    listed(line).or_else(|| line.contains(" | ").then(|| bylined(line)).flatten())
}

/// Agencies and the paper's own people, and nothing else.
fn listed(words: &str) -> Option<Credit> {
    if let Some(one) = agency(words) {
        return Some(Credit::Agency(one));
    }
    let lines = &*LINES;
    let small = words.to_ascii_lowercase();
    let parts = small.split([',', '/', '&', '+', '|']).flat_map(|p| p.split(" and ")).flat_map(|p| p.split(" with "));
    let mut wires = 0;
    for part in parts.map(str::trim).filter(|p| !p.is_empty()) {
        if lines.unnamed.has(part) || agency(part).is_some() {
            wires += 1;
        } else if !lines.staff.has(part) {
            return None;
        }
    }
    (wires > 0).then_some(Credit::Unnamed)
}

/// A reporter, and behind the name the agency: "Mara Lind, Reuters", "MARA LIND Associated Press Writer".
fn bylined(words: &str) -> Option<Credit> {
    let small = words.to_ascii_lowercase();
    let post = LINES.post.0.iter().find_map(|p| small.strip_suffix(p).filter(|rest| is_start(rest)));
    let words = post.and_then(|rest| words.get(..rest.len())).unwrap_or(words).trim_end();
    let mut starts = words.char_indices().map(|(at, _)| at).filter(|at| is_start(&words[..*at]));
    let ends = |at: &usize| agency_ahead(&words[*at..]).filter(|(_, length)| at + length == words.len());
    let (at, short) = starts.find_map(|at| ends(&at).map(|found| (at, found.0)))?;
    let reporter = words[..at].trim_end_matches(|c: char| !c.is_alphanumeric());
    let named = |w: &str| w.starts_with(char::is_uppercase) || !w.starts_with(char::is_alphanumeric) || w.len() <= 3;
    let is_name = reporter.split_whitespace().count() <= REPORTER && reporter.split_whitespace().all(named);
    is_name.then_some(Credit::Agency(short))
}

/// A publisher's name without what may be left out, by which its editions are one: "The Quay", "Quay Online", "quay.com". O(n).
pub(crate) fn outlet(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    while words.len() > 1 && LINES.outlet.has(words[words.len() - 1]) {
        words.pop();
    }
    let dull = usize::from(words.len() > 1 && matches!(words[0], "the" | "www"));
    // Of a name without letters, its marks are all there is.
    if words.is_empty() { folded.into_owned() } else { words[dull..].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_of_one_agency() {
        assert!(AGENCIES.len() > 30);
        for (names, _) in AGENCIES.iter() {
            for name in names {
                assert_eq!(agency(name), Some(names[0]));
                assert_eq!(agency_ahead(name), Some((names[0], name.len())));
            }
        }
        assert_eq!(agency(" The Associated Press "), Some("AP"));
        assert_eq!(agency("reuters"), Some("Reuters"));
        assert_eq!(agency("The Quay"), None);
        assert_eq!(agency_ahead("APA, Vienna"), Some(("APA", 3)));
        assert_eq!(agency_ahead("Apart from that"), None);
    }

    #[test]
    fn lines_that_credit_an_agency() {
        use Credit::{Agency, Unnamed};
        for (line, whose) in [
            ("Reuters", Some(Agency("Reuters"))),
            ("(Reporting by Reuters)", Some(Agency("Reuters"))),
            ("Reporting by Mara Lind in Oslo for the Associated Press.", Some(Agency("AP"))),
            ("(Reporting by Mara Lind; editing by Oskar Feld)", None),
            ("(Reporting by AFP and Reuters)", Some(Unnamed)),
            ("Reporting by agencies", Some(Unnamed)),
            ("Source: AFP", Some(Agency("AFP"))),
            ("© 2031 Agence France-Presse", Some(Agency("AFP"))),
            ("Copyright 2031 The Associated Press.", Some(Agency("AP"))),
            ("By The Associated Press", Some(Agency("AP"))),
            ("— AP", Some(Agency("AP"))),
            ("By Mara Lind", None),
            ("By Mara Lind, The Associated Press", Some(Agency("AP"))),
            ("By MARA LIND Associated Press Writer", Some(Agency("AP"))),
            ("By MARA LIND, AP Business Writer", Some(Agency("AP"))),
            ("Mara Lind | Reuters", Some(Agency("Reuters"))),
            ("Mara Lind/Reuters", None),
            ("This story was distributed by The Associated Press.", Some(Agency("AP"))),
            ("From wire reports", Some(Unnamed)),
            ("Staff and wire reports", Some(Unnamed)),
            ("— Agencies", Some(Unnamed)),
            ("AFP, Reuters", Some(Unnamed)),
            ("Staff and AP", Some(Unnamed)),
            ("Staff reports", None),
            ("(With inputs from agencies)", Some(Unnamed)),
            ("The Associated Press contributed to this report.", Some(Unnamed)),
            ("The Echo's Mara Lind contributed to this report.", None),
            ("The minister spoke to Reuters.", None),
            ("From PA he went on to Oslo.", None),
            ("By the time Reuters", None),
            ("", None),
        ] {
            assert_eq!(credit(line), whose, "{line}");
        }
    }

    #[test]
    fn editions_of_one_outlet() {
        for (one, other, same) in [
            ("The Quay", "Quay", true),
            ("The Quay", "THE QUAY ONLINE", true),
            ("www.quay.com", "Quay", true),
            ("WXYZ-TV", "WXYZ", true),
            ("The Quay", "The Quays", false),
            ("CityNews", "City", false),
            ("News", "Online", false),
            ("The", "", false),
            ("新聞", "新報", false),
        ] {
            assert_eq!(outlet(one) == outlet(other), same, "{one} {other}");
        }
    }
}
