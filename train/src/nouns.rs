//! Of what class a noun is: a person, an animal, an act, a sum. The lexicographer's file of its first sense in the Open English WordNet.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The files of nouns by their numbers, from 3 on (WordNet's lexnames(5WN)).
const FILES: &[&str] = &[
    "top",
    "act",
    "animal",
    "artifact",
    "attribute",
    "body",
    "cognition",
    "communication",
    "event",
    "feeling",
    "food",
    "group",
    "location",
    "motive",
    "object",
    "person",
    "phenomenon",
    "plant",
    "possession",
    "process",
    "quantity",
    "relation",
    "shape",
    "state",
    "substance",
    "time",
];

/// The class that the key of a sense names: "case%1:11:00::" is an event. "Person" stands on top of its own.
fn class(lemma: &str, key: &str) -> Option<&'static str> {
    let file: usize = key.split_once("%1:")?.1.get(..2)?.parse().ok()?;
    let name = FILES.get(file.checked_sub(3)?)?;
    if *name == "top" { FILES.iter().skip(1).find(|f| **f == lemma).copied() } else { Some(name) }
}

/// The list, a line for each class, of the nouns of one word; `folder` holds `entries-a.yaml` and its kin.
pub(crate) fn list(folder: &Path) -> Result<String, String> {
    let mut classes: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for letter in 'a'..='z' {
        let path = folder.join(format!("entries-{letter}.yaml"));
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let (mut lemma, mut noun) = ("", false);
        for line in text.lines() {
            if let Some(own) = line.strip_suffix(':').filter(|l| !l.starts_with(' ')) {
                lemma = own.trim_matches(['"', '\'']);
            } else if let Some(part) = line.strip_suffix(':').and_then(|l| l.strip_prefix("  ")).filter(|l| !l.starts_with(' ')) {
                noun = part == "n" || part == "n-1";
            } else if let Some((_, key)) = line.split_once("id: ").filter(|_| noun) {
                // The first sense is the commonest.
                noun = false;
                let plain = lemma.len() > 2 && lemma.bytes().all(|b| b.is_ascii_lowercase());
                if let Some(class) = class(lemma, key.trim_matches(['"', '\''])).filter(|_| plain) {
                    classes.entry(class).or_default().insert(lemma.to_owned());
                }
            }
        }
    }
    let mut out = String::from(
        "# English nouns of one word by class: that of the commonest sense. A COMPLETE selection of its source.\n\
         # Source: `claimgraph-train nouns`, from the lexicographer's files of the Open English WordNet\n\
         # (https://github.com/globalwordnet/english-wordnet, CC BY 4.0), which derives from Princeton WordNet (WordNet licence).\n\
         # class\tnouns\n",
    );
    for (class, nouns) in classes {
        let _ = writeln!(out, "{class}\t{}", nouns.into_iter().collect::<Vec<_>>().join(" "));
    }
    Ok(out)
}
