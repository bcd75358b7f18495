//! Words that turn a trigger into something else, or tell of a name what it does not say itself.

use super::lexicon::Class;
use super::names::View;
use crate::words::List;

/// "A storm of protest", "fire chief", "under fire": no storm and no fire.
pub(super) fn is_figurative(view: &View<'_>, at: usize) -> bool {
    let next = view.str(at + 1);
    let figure = next == "of"
        && matches!(
            view.str(at),
            "flood" | "storm" | "eruption" | "tsunami" | "avalanche" | "explosion" | "blaze" | "slide" | "tornado" | "hurricane"
        )
        && view.str(at + 2).starts_with(char::is_lowercase)
        && !view.is(at + 2, Class::THE.or(Class::AN));
    let lower = view.str(at + 1).to_ascii_lowercase();
    figure
        || is_poll(view, at)
        || is_abstract(view, at)
        || is_office(view, at)
        || is_bare(view, at)
        || List::DisasterCompounds.has(&lower)
        || (view.str(at) == "fire" && List::BeforeGunfire.has(view.str(at.wrapping_sub(1))))
}

/// "Won in a landslide"; "a slide" is one of pictures or prices, unless earth slides.
fn is_poll(view: &View<'_>, at: usize) -> bool {
    let word = view.str(at).to_ascii_lowercase();
    let near = |i: usize| List::Polls.has(&view.str(i).to_ascii_lowercase());
    match &*word {
        "landslide" => (at.saturating_sub(10)..at + 4).any(near),
        "slide" => view.is(at.wrapping_sub(1), Class::AN) || matches!(view.str(at.wrapping_sub(1)), "deep" | "sharp" | "steep" | "long"),
        _ => false,
    }
}

/// "The crash of the country", "a market collapse".
fn is_abstract(view: &View<'_>, at: usize) -> bool {
    let thing = |i: usize| List::NothingWrecked.has(&view.str(i).to_ascii_lowercase());
    let falls =
        matches!(&*view.str(at).to_ascii_lowercase(), "crash" | "crashed" | "crashes" | "collapse" | "collapsed" | "explosion" | "slide");
    let behind = match view.str(at + 1) {
        "of" => view.is(at + 2, Class::THE.or(Class::AN).or(Class::HIS)) && (at + 3..at + 5).any(thing) || thing(at + 2),
        _ => view.is(at + 1, Class::THE.or(Class::AN).or(Class::HIS)) && thing(at + 2),
    };
    falls && (behind || thing(at.wrapping_sub(1)))
}

/// "The disaster service", "the accident ward": a noun behind it that is no verb of what it did.
fn is_office(view: &View<'_>, at: usize) -> bool {
    matches!(view.str(at), "disaster" | "accident" | "collapse" | "tragedy")
        && !super::sites::ends_phrase(view, at + 1)
        && !super::nouns::is_onset(view, at + 1)
        && !view.is(at + 1, Class::ADV.or(Class::LAST).or(Class::REACH))
        && !view.words.get(at + 1).is_some_and(|w| w.capital)
        && !view.str(at + 1).ends_with('s')
}

/// "After shooting a guard", "by accident": what is no noun, or no single one, unless something determines it.
fn is_bare(view: &View<'_>, at: usize) -> bool {
    let told = |i: usize| view.is(i, Class::THE.or(Class::AN).or(Class::HIS)) || view.str(i) == "'s";
    let open =
        matches!(view.str(at).to_ascii_lowercase().as_str(), "shooting" | "stabbing" | "bombing" | "sinking" | "capsizing" | "accident");
    let phrase = |i: &usize| told(*i) || !super::sites::ends_phrase(view, *i);
    open && !(at.saturating_sub(4)..at).rev().take_while(phrase).any(told) && !super::sites::is_site(view.str(at.wrapping_sub(1)))
}

/// What crashes without wreckage.
pub(super) const MARKETS: &[&str] =
    &["shares", "stocks", "prices", "market", "markets", "currency", "website", "server", "servers", "system", "computers"];

/// Titles that only women, or only men, bear.
pub(super) const TITLES_OF_SEX: &[(bool, &[&str])] = &[
    (
        true,
        &[
            "Mrs",
            "Ms",
            "Miss",
            "Queen",
            "Princess",
            "Lady",
            "Dame",
            "Sister",
            "Madame",
            "chairwoman",
            "Chairwoman",
            "spokeswoman",
            "congresswoman",
        ],
    ),
    (false, &["Mr", "King", "Prince", "Lord", "Sir", "Father", "chairman", "Chairman", "spokesman", "congressman", "Sheikh", "Emir"]),
];
