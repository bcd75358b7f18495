//! What is known of places: countries, their capitals, first-level regions of some, and large cities.
//!
//! Complete lists, each with its source and its rules in its head (`data/countries.tsv`, `data/regions.tsv`, `data/cities.tsv`). They are
//! for comparing names that are known to be of places; they do not tell whether a word is one. A name that two countries bear tells
//! nothing and is left out.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::letters;

/// How two place names stand to each other, seen from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Containment {
    /// The same letters, or two names of one country.
    Same,
    /// The first lies in the second.
    Within,
    /// The second lies in the first.
    Holds,
    /// They are, or lie in, two countries; or they are two regions of one.
    Apart,
    /// Not known.
    Unknown,
}

impl Containment {
    /// Seen from the second.
    #[must_use]
    pub const fn flipped(self) -> Self {
        match self {
            Self::Within => Self::Holds,
            Self::Holds => Self::Within,
            other => other,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Country,
    Region,
    City,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    /// The number of its country.
    country: u32,
    sort: Sort,
}

const COUNTRIES: &str = include_str!("../../data/countries.tsv");
const REGIONS: &str = include_str!("../../data/regions.tsv");
const CITIES: &str = include_str!("../../data/cities.tsv");

/// Letters of a name to what it is; `None` for a name that two countries bear.
static PLACES: LazyLock<FxHashMap<String, Option<Known>>> = LazyLock::new(|| {
    let mut places = FxHashMap::default();
    let mut codes: FxHashMap<&str, u32> = FxHashMap::default();
    let mut of_name: FxHashMap<&str, u32> = FxHashMap::default();
    for (cells, country) in countries().zip(0..) {
        let [name, code, capitals, _adjectives, aliases] = cells;
        codes.insert(code, country);
        of_name.insert(name, country);
        split(name).chain(split(aliases)).for_each(|n| add(&mut places, n, Known { country, sort: Sort::Country }));
        split(capitals).for_each(|n| add(&mut places, n, Known { country, sort: Sort::City }));
    }
    // The first row of a list stands before the next: "New York" is the state.
    for [name, within, ..] in regions() {
        if let Some(&country) = of_name.get(within) {
            add(&mut places, name, Known { country, sort: Sort::Region });
        }
    }
    for [code, cities, ..] in rows(CITIES) {
        if let Some(&country) = codes.get(code) {
            split(cities).for_each(|n| add(&mut places, n, Known { country, sort: Sort::City }));
        }
    }
    places
});

/// The rows of the list of countries: name, code, capitals, adjectives, other names; several parted as [`split`] parts them.
pub(crate) fn countries() -> impl Iterator<Item = [&'static str; 5]> {
    rows(COUNTRIES)
}

/// The rows of the list of regions: name, and what it lies in.
pub(crate) fn regions() -> impl Iterator<Item = [&'static str; 5]> {
    rows(REGIONS)
}

fn rows(list: &'static str) -> impl Iterator<Item = [&'static str; 5]> {
    list.lines().filter(|l| !l.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or(""))
    })
}

/// The names of a cell.
pub(crate) fn split(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').filter(|name| !name.is_empty())
}

/// What has one name in one country, a city and the country, or a city and its region, counts as the larger.
fn add(places: &mut FxHashMap<String, Option<Known>>, name: &str, known: Known) {
    let slot = places.entry(letters(name)).or_insert(Some(known));
    if slot.is_some_and(|k| k.country != known.country) {
        *slot = None;
    }
}

fn known(name: &str) -> Option<Known> {
    PLACES.get(name).copied().flatten()
}

/// The number of the country that bears a name, given in [`letters`]; none for a name that two countries bear.
pub fn country(name: &str) -> Option<u32> {
    known(name).filter(|k| k.sort == Sort::Country).map(|k| k.country)
}

/// The number of the country that a name, given in [`letters`], stands for or lies in.
pub fn country_of(name: &str) -> Option<u32> {
    known(name).map(|k| k.country)
}

/// How two places stand to each other, given their names in [`letters`]. O(1).
pub fn containment(a: &str, b: &str) -> Containment {
    if a == b {
        return Containment::Same;
    }
    let (Some(x), Some(y)) = (known(a), known(b)) else { return Containment::Unknown };
    match (x.sort, y.sort) {
        _ if x.country != y.country => Containment::Apart,
        (Sort::Country, Sort::Country) => Containment::Same,
        (_, Sort::Country) => Containment::Within,
        (Sort::Country, _) => Containment::Holds,
        (Sort::Region, Sort::Region) => Containment::Apart,
        _ => Containment::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_names() {
        for (a, b, expected) in [
            ("Norway", "Norway", Containment::Same),
            ("US", "United States", Containment::Same),
            ("Oslo", "Norway", Containment::Within),
            ("Norway", "Oslo", Containment::Holds),
            ("Norway", "Sweden", Containment::Apart),
            ("Oslo", "Sweden", Containment::Apart),
            ("Melbourne", "Australia", Containment::Within),
            ("São Paulo", "Brazil", Containment::Within),
            ("Melbourne", "Brazil", Containment::Apart),
            ("Texas", "USA", Containment::Within),
            ("Texas", "Ohio", Containment::Apart),
            // A city of 300,000 lies in some region of its country, and the lists do not say in which.
            ("Houston", "Texas", Containment::Unknown),
            ("Melbourne", "Sydney", Containment::Unknown),
            ("Bergen", "Norway", Containment::Unknown),
            // The country and the state.
            ("Georgia", "United States", Containment::Unknown),
        ] {
            assert_eq!(containment(&letters(a), &letters(b)), expected, "{a} / {b}");
            assert_eq!(containment(&letters(b), &letters(a)), expected.flipped(), "{b} / {a}");
        }
    }

    #[test]
    fn every_city_has_its_country() {
        for [code, cities, ..] in rows(CITIES) {
            assert!(countries().any(|c| c[1] == code), "{code}");
            for city in split(cities) {
                assert!(PLACES.get(&letters(city)).is_some_and(Option::is_some), "{city}");
            }
        }
    }
}
