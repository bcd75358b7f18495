//! Phrases of the page around a story: buttons, prompts, credits, links to other stories, from `data/page-phrases.tsv`. Data for `furniture`.
//!
//! This file does not know what a claim is.

use std::sync::LazyLock;

/// Where in a sentence a phrase stands that tells it to be the page's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is all of the sentence.
    Whole,
    /// The sentence opens with it.
    Opens,
    /// It stands anywhere.
    Holds,
    /// It is all of a line, and the headlines under it are links.
    Heads,
    /// It opens a line that is a link to another story.
    Links,
}

impl Place {
    const ALL: [(&'static str, Self); 5] =
        [("Whole", Self::Whole), ("Opens", Self::Opens), ("Holds", Self::Holds), ("Heads", Self::Heads), ("Links", Self::Links)];
}

/// Phrases with one reason to be the page's.
pub(super) struct Group {
    /// Where they stand.
    pub(super) place: Place,
    /// The most words that such a sentence has.
    pub(super) longest: usize,
    /// What they are, in words.
    pub(super) told: &'static str,
    /// The phrases.
    pub(super) phrases: Vec<&'static str>,
}

/// The groups, in the order of the file.
pub(super) static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let mut groups: Vec<Group> = Vec::new();
    for line in FILE.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('\t') {
            Some(phrases) => groups.last_mut().into_iter().for_each(|group| group.phrases.extend(phrases.split("; "))),
            None => groups.extend(group(line)),
        }
    }
    groups
});

const FILE: &str = include_str!("../../data/page-phrases.tsv");

/// The group that a row opens.
fn group(row: &'static str) -> Option<Group> {
    let mut fields = row.split('\t');
    let place = fields.next()?;
    let place = Place::ALL.iter().find(|(name, _)| *name == place)?.1;
    Some(Group { place, longest: fields.next()?.parse().ok()?, told: fields.next()?, phrases: Vec::new() })
}
