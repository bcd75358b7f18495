//! Nouns that tell of something that happens, and nouns that name nobody and nothing that could take part in it.
//!
//! After the nominalisations of NomBank 1.0 and the event nouns of FrameNet 1.7; endings after Quirk and others 1985, app. I.31 to
//! I.36 (nouns made of verbs: -ation, -ment, -al, -ing, -age; nouns of quality: -ness, -ity, -ance, -ism).
//!
//! It does not know sentences.

use crate::words::List;

/// Whether a noun is in a list, in the singular or in a regular plural.
fn is_in(list: List, noun: &str) -> bool {
    let ies = || noun.strip_suffix("ies").is_some_and(|stem| list.has(&format!("{stem}y")));
    let hisses = |stem: &&str| ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| stem.ends_with(end));
    let es = || noun.strip_suffix("es").filter(hisses).is_some_and(|stem| list.has(stem));
    list.has(noun) || list.has(singular(noun)) || ies() || es()
}

fn singular(word: &str) -> &str {
    let is = word.ends_with("ss") || word.ends_with("us") || word.ends_with("is");
    if is { word } else { word.strip_suffix('s').unwrap_or(word) }
}

/// Whether a common noun, in small letters, tells of something that happens.
pub(super) fn is_event(noun: &str) -> bool {
    if is_in(List::Events, noun) {
        return true;
    }
    let one = singular(noun);
    let made = List::EventEndings.ends(one) || (one.ends_with("ing") && one.len() > 5) || (one.ends_with("al") && one.ends_with("val"));
    made && !is_in(List::NoEvents, noun)
}

/// Whether a common noun, in small letters, can take part in nothing: a quality, a thought, a measure, or an event itself.
pub(super) fn is_abstract(noun: &str) -> bool {
    let one = singular(noun);
    let quality = ["ness", "ity", "ance", "ence", "ism", "ship", "hood", "dom", "acy", "cy"].iter().any(|e| one.ends_with(e));
    let concrete = || is_in(List::Concrete, noun) || one.strip_suffix("ship").is_some_and(|stem| List::ShipKinds.ends(stem));
    is_in(List::Abstract, noun) || (quality && !concrete()) || (is_event(noun) && !is_in(List::Concrete, noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_of_events() {
        for noun in ["deal", "deals", "announcement", "delivery", "deliveries", "landing", "collision", "purchases", "crash", "crashes"] {
            assert!(is_event(noun), "{noun}");
        }
        for noun in ["government", "building", "station", "company", "something", "aircraft", "king", "nations"] {
            assert!(!is_event(noun), "{noun}");
        }
    }

    #[test]
    fn nouns_that_take_no_part() {
        for noun in ["difficulty", "efficiency", "majority", "ways", "importance", "announcement"] {
            assert!(is_abstract(noun), "{noun}");
        }
        for noun in
            ["airline", "companies", "engineer", "city", "witness", "aircraft", "users", "planes", "warships", "parties", "authorities"]
        {
            assert!(!is_abstract(noun), "{noun}");
        }
    }
}
