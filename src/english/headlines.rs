//! The town that a headline tells.

use super::marks::{Mark, mark};
use crate::value::Place;
use crate::words::List;

/// The town that a headline names: where the story names none, that is the only one. Only of headlines in small letters, where
/// capitals tell names.
pub(super) fn in_title(title: &str) -> Option<Place> {
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
            || List::States.all().any(|(_, name)| name.eq_ignore_ascii_case(w))
            || super::people::is_person_noun(&low)
    };
    (0..words.len()).find_map(|i| {
        // "In west Bellhaven", "in SW Bellhaven".
        let from = i - usize::from(i > 0 && is_side(words[i - 1]));
        let before = if from > 0 { words[from - 1].to_lowercase() } else { String::new() };
        let mut end = i;
        while end < words.len() && end < i + 3 && capital(&plain(words[end])) && !no_town(&plain(words[end])) {
            end += 1;
            if words[end - 1].ends_with(|c: char| !c.is_alphanumeric()) {
                break;
            }
        }
        if end == i || (from == i && i > 0 && capital(&plain(words[i - 1]))) {
            return None;
        }
        let behind = words.get(end).map(|w| plain(w).to_lowercase()).unwrap_or_default();
        let venue = mark(&behind).is(Mark::VENUE) || super::people::is_person_noun(&behind) || behind == "police";
        let told = matches!(before.as_str(), "in" | "near") || (venue && (from == 0 || matches!(before.as_str(), "at" | "a" | "of")));
        let told = told || venue && before.chars().all(|c| c.is_ascii_digit()) && !before.is_empty();
        let name = |from: usize| words[from..end].iter().map(|w| plain(w)).collect::<Vec<_>>().join(" ");
        // "In South Dakota" names a state, and so does "in New Jersey"; New York is a city too.
        let is_state = |name: &str| name != "New York" && List::States.all().any(|(_, state)| state.eq_ignore_ascii_case(name));
        (told && !is_state(&name(i)) && !is_state(&name(from))).then(|| Place::new(name(i).as_str()))
    })
}

/// Words of direction before a town, as headlines write them.
fn is_side(word: &str) -> bool {
    word.len() > 1 && List::Directions.has_any_case(word) || word.eq_ignore_ascii_case("downtown")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows() {
        for (title, town) in [
            ("Two men killed in Bellhaven shooting, police say", Some("Bellhaven")),
            ("Bellhaven police: man critical after shooting", Some("Bellhaven")),
            ("Boy shot in the leg in west Bellhaven", Some("Bellhaven")),
            ("Man charged with murder in SW Bellhaven shooting", Some("Bellhaven")),
            ("Southeast Bellhaven shooting of five may be tied to gangs", Some("Bellhaven")),
            ("Two men killed in South Dakota shooting, police say", None),
            ("Man shot dead in New Jersey park, police say", None),
            ("Five Are Killed In Shooting At Party", None),
            ("Ada Okafor is charged with murder of her brother", None),
            ("", None),
        ] {
            assert_eq!(in_title(title).map(|p| p.name.to_string()), town.map(str::to_owned), "{title}");
        }
    }
}
