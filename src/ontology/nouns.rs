//! Of what class a noun is: a person, an animal, an artifact, a sum.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

const LIST: &str = include_str!("../../data/noun-classes.tsv");

/// The class of persons.
pub(crate) const PERSON: &str = "person";
/// Of groups, which are counted as their members are: "a crowd of 45,000", "160,000 people".
pub(crate) const GROUP: &str = "group";

/// The class of a noun by its commonest sense, "person" or "artifact", where the list has it. In any case, in singular or plural.
///
/// O(1); the list is read once.
pub(crate) fn noun_class(noun: &str) -> Option<&'static str> {
    static CLASSES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
        let rows = LIST.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
        rows.flat_map(|(class, nouns)| nouns.split(' ').map(move |noun| (noun, class))).collect()
    });
    let noun = noun.to_lowercase();
    let known = |word: &str| CLASSES.get(word).copied();
    known(&noun)
        .or_else(|| known(noun.strip_suffix('s')?))
        .or_else(|| known(noun.strip_suffix("es")?))
        .or_else(|| known(&format!("{}y", noun.strip_suffix("ies")?)))
}

/// Whether things of two classes may be told for each other: a crowd is of people.
pub(crate) fn are_of_one_class(a: &str, b: &str) -> bool {
    let person = |class: &str| matches!(class, PERSON | GROUP);
    a == b || person(a) && person(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_the_class_of_their_commonest_sense() {
        for (noun, class) in [
            ("brigand", Some("person")),
            ("Pirates", Some("person")),
            ("person", Some("person")),
            ("people", Some("group")),
            ("magazine", Some("communication")),
            ("ships", Some("artifact")),
            ("libraries", Some("artifact")),
            ("boxes", Some("artifact")),
            ("zzz", None),
        ] {
            assert_eq!(noun_class(noun), class, "{noun}");
        }
        assert!(are_of_one_class("group", "person") && !are_of_one_class("person", "artifact"));
    }
}
