//! Whether two names are spelled so alike that they may be one, word by word: words in another order, run together or parted, with slips,
//! nicknames, initials and other romanisations, or left out.
//!
//! Likeness is no identity. It joins nothing by itself: it takes articles of one story, or articles that tell nothing else.

use super::company::{is_body_word, without_form};
use super::person::{generation, is_particle};
use super::spelling::{Alike, alike, is_short_for, romanised};
use super::{key, strip, words};
use crate::text::{fold, letters};

/// A name as it is compared word by word.
#[derive(Clone, Debug)]
pub struct NameSpelling {
    words: Vec<String>,
    joined: String,
    is_body: bool,
}

/// Slips that words of so many letters and more may have between them: one, two, three.
const SLIPS: [usize; 3] = [4, 6, 10];
/// Of so many letters one may be a slip, over the whole name.
const LETTERS: usize = 5;
/// Longer words are compared as they are.
const LONGEST: usize = 32;
/// Names of more words are compared as they are.
const MOST: usize = 12;

/// How two words are one, the better first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    Same,
    Short,
    Near,
    Initial,
}

/// Two words of two names that are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    how: Match,
    slips: usize,
    shift: usize,
    at: (usize, usize),
}

impl NameSpelling {
    /// A name with its legal form, its titles and what stands before family names left out.
    pub fn new(name: &str) -> Self {
        let bare = without_form(name);
        let all = split(&bare);
        let has_form = bare.len() < strip(name).len();
        let is_body = has_form || all.iter().any(|w| is_body_word(w));
        // "Fund II" is another than "Fund", "Ada Lund II" may be Ada Lund.
        let dull = |w: &String| is_particle(w) || !is_body && generation(w).is_some();
        let kept: Vec<String> = all.iter().filter(|w| !dull(w)).cloned().collect();
        let words = if kept.is_empty() { all } else { kept };
        let joined = words.concat();
        Self { joined: if joined.is_empty() { key(name) } else { joined }, words, is_body }
    }

    /// The words that are compared.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether two names are so alike. Symmetric. O(words²·letters²), with both cut.
    pub fn is_like(&self, other: &Self) -> bool {
        let (a, b) = (self, other);
        if a.joined == b.joined {
            return true;
        }
        if a.words.len() > MOST || b.words.len() > MOST || a.words.is_empty() || b.words.is_empty() {
            return false;
        }
        let shortest = a.joined.len().min(b.joined.len());
        // Words run together; of bodies nearly letter by letter, or "Fund II" would be "Fund".
        let whole = match shortest {
            0..=4 => 0,
            5..=11 => 1,
            _ if a.is_body || b.is_body => 1,
            _ => 2,
        };
        if a.words.len() != b.words.len() && slips(&a.joined, &b.joined, whole).is_some() {
            return true;
        }
        a.agrees_with(b)
    }

    fn agrees_with(&self, other: &Self) -> bool {
        let (a, b) = (self, other);
        let pairs = pairs(&a.words, &b.words);
        let (left, right) = (a.words.len() - pairs.len(), b.words.len() - pairs.len());
        // What each has and the other lacks tells two apart.
        if pairs.is_empty() || left > 0 && right > 0 {
            return false;
        }
        let matched: usize = pairs.iter().map(|p| a.words[p.at.0].chars().count()).sum();
        if pairs.iter().map(|p| p.slips).sum::<usize>() > (matched / LETTERS).max(1) {
            return false;
        }
        let told = pairs.iter().any(|p| p.how != Match::Initial);
        if left + right > 0 {
            // A word more tells one body from another; a person may have more names.
            return told && !a.is_body && !b.is_body && a.words.len().min(b.words.len()) > 1;
        }
        told && (a.words.len() > 1 || a.joined.len() >= LETTERS)
    }
}

/// The words of a name, in letters: "al-Hadi" is two, "O'Neil" one.
fn split(name: &str) -> Vec<String> {
    let folded = romanised(&fold(name)).replace('&', " and ");
    let plain = words(&folded).join(" ").replace(['.', '\''], "");
    plain.split(|c: char| !c.is_alphanumeric()).map(letters).filter(|w| !w.is_empty()).collect()
}

/// The words of two names that are one, each once, the best first.
fn pairs(a: &[String], b: &[String]) -> Vec<Pair> {
    let mut all: Vec<Pair> = Vec::new();
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            all.extend(compare(x, y).map(|(how, slips)| Pair { how, slips, shift: i.abs_diff(j), at: (i, j) }));
        }
    }
    all.sort_unstable();
    let (mut left, mut right) = ([false; MOST], [false; MOST]);
    all.retain(|p| {
        let free = !left[p.at.0] && !right[p.at.1];
        left[p.at.0] |= free;
        right[p.at.1] |= free;
        free
    });
    all
}

fn compare(a: &str, b: &str) -> Option<(Match, usize)> {
    if a == b {
        return Some((Match::Same, 0));
    }
    let (short, long) = if a.chars().count() <= b.chars().count() { (a, b) } else { (b, a) };
    let count = short.chars().count();
    if count == 1 {
        return long.starts_with(short).then_some((Match::Initial, 0));
    }
    if is_short_for(a, b) {
        return Some((Match::Short, 0));
    }
    let most = SLIPS.iter().filter(|least| count >= **least).count();
    let near = slips(a, b, most).map(|n| (Match::Near, n));
    // Another romanisation is one slip, however many letters differ.
    if near.is_none_or(|n| n.1 > 1) && alike(a, b) == Some(Alike::Romanised) { Some((Match::Near, 1)) } else { near }
}

/// How many letters of two words differ: left out, put in, put for another, or changed with the next; none where more than `most`.
fn slips(a: &str, b: &str, most: usize) -> Option<usize> {
    let mut buffers = [['\0'; LONGEST]; 2];
    let mut lengths = [0; 2];
    for ((word, buffer), length) in [a, b].into_iter().zip(&mut buffers).zip(&mut lengths) {
        for c in word.chars() {
            *buffer.get_mut(*length)? = c;
            *length += 1;
        }
    }
    let (a, b) = (&buffers[0][..lengths[0]], &buffers[1][..lengths[1]]);
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut rows = [[0_usize; LONGEST + 1]; 3];
    rows[0].iter_mut().enumerate().for_each(|(j, cell)| *cell = j);
    for i in 1..=a.len() {
        let (now, before, two) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[now][0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let changed = rows[before][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut cell = changed.min(rows[before][j] + 1).min(rows[now][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(rows[two][j - 2] + 1);
            }
            rows[now][j] = cell;
            least = least.min(cell);
        }
        if least > most {
            return None;
        }
    }
    Some(rows[a.len() % 3][b.len()]).filter(|n| *n <= most)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn are_like(a: &str, b: &str) -> bool {
        NameSpelling::new(a).is_like(&NameSpelling::new(b))
    }

    #[test]
    fn rows() {
        for (a, b) in [
            ("Robert Lindqvist", "Lindqvist Robert"),
            ("LINDQVIST, Robert", "Robert Lindqvist"),
            ("Robert Lindqist", "Robert Lindqvist"),
            ("Robert Lindqvits", "Robert Lindqvist"),
            ("RobertLindqvist", "Robert Lindqvist"),
            ("Bob Lindqvist", "Robert Lindqvist"),
            ("R. Lindqvist", "Robert Lindqvist"),
            ("Robert James Lindqvist", "Robert Lindqvist"),
            ("Dmytro Hrytsenko", "Dmitri Gritsenko"),
            ("Роберт Линдквист", "Robert Lindkvist"),
            ("Said al-Hadi", "Said Hadi"),
            ("Dr. Ines Calvo", "Inés Calvo"),
            ("Velmar Aktiengesellschaft", "Velmar AG"),
            ("Quill & Wren Ltd", "Quill and Wren Limited"),
            ("Good Harbour Holdings", "Goodharbour Holdings"),
        ] {
            assert!(are_like(a, b), "{a} / {b}");
        }
        for (a, b) in [
            ("Ines Calvo", "Ines Prado"),
            ("Ruth Lindqvist", "Robert Lindqvist"),
            ("Robert Anders Lindqvist", "Robert James Lindqvist"),
            ("Velmar Foods Ltd", "Velmar Ltd"),
            ("Osk Tidal Bank", "Osk Harbour Bank"),
            ("Berg", "Borg"),
            ("Osk Harbour Fund II Ltd", "Osk Harbour Fund Ltd"),
            ("A. B.", "Ada Berg"),
        ] {
            assert!(!are_like(a, b), "{a} / {b}");
        }
    }

    proptest! {
        #[test]
        fn likeness_is_symmetric_and_a_name_is_like_itself(a in "[A-Za-z .'-]{1,24}", b in "[A-Za-z .'-]{1,24}") {
            let (x, y) = (NameSpelling::new(&a), NameSpelling::new(&b));
            prop_assert_eq!(x.is_like(&y), y.is_like(&x));
            prop_assert!(x.is_like(&x));
        }
    }
}
