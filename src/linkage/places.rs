//! What is known of places without a gazetteer: countries and their capitals.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::letters;

/// How two place names stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Containment {
    /// The same letters.
    Same,
    /// The one is the capital of the other.
    Within,
    /// Two countries.
    Apart,
    /// Not known.
    Unknown,
}

struct Countries {
    /// Letters of a name to the number of its country. Names that two countries bear are left out.
    names: FxHashMap<String, u32>,
    /// Letters of a capital to the number of its country.
    capitals: FxHashMap<String, u32>,
}

/// A complete list, with its sources in its head.
static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    let mut all = Countries { names: FxHashMap::default(), capitals: FxHashMap::default() };
    let mut shared = Vec::new();
    let rows = include_str!("../../data/countries.tsv").lines().filter(|l| !l.starts_with('#'));
    for (row, i) in rows.zip(0..) {
        let cells: Vec<&str> = row.split('\t').collect();
        let listed = |column: usize| cells.get(column).into_iter().flat_map(|c| c.split('|')).filter(|n| !n.is_empty()).map(letters);
        for name in listed(NAMES.0).chain(listed(NAMES.1)) {
            if all.names.insert(name.clone(), i).is_some_and(|before| before != i) {
                shared.push(name);
            }
        }
        all.capitals.extend(listed(CAPITAL).map(|c| (c, i)));
    }
    for name in shared {
        all.names.remove(&name);
    }
    all
});

/// The number of the country that bears a name, given in [`letters`]; none for a name that two countries bear.
pub fn country(name: &str) -> Option<u32> {
    COUNTRIES.names.get(name).copied()
}

const NAMES: (usize, usize) = (0, 4);
const CAPITAL: usize = 2;

/// The number of the country that a name stands for, or is the capital of; the name in [`letters`].
pub(super) fn within_country(name: &str) -> Option<u32> {
    country(name).or_else(|| COUNTRIES.capitals.get(name).copied())
}

/// How two places stand to each other, given their names in [`letters`].
pub fn containment(a: &str, b: &str) -> Containment {
    if a == b {
        return Containment::Same;
    }
    let capital_of = |name: &str| COUNTRIES.capitals.get(name).copied();
    match (country(a), country(b)) {
        (Some(x), Some(y)) if x == y => Containment::Same,
        (Some(_), Some(_)) => Containment::Apart,
        (Some(x), None) if capital_of(b) == Some(x) => Containment::Within,
        (None, Some(y)) if capital_of(a) == Some(y) => Containment::Within,
        _ => Containment::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows() {
        for (a, b, expected) in [
            ("Norway", "Norway", Containment::Same),
            ("US", "United States", Containment::Same),
            ("Oslo", "Norway", Containment::Within),
            ("Norway", "Sweden", Containment::Apart),
            ("Bergen", "Norway", Containment::Unknown),
        ] {
            assert_eq!(containment(&letters(a), &letters(b)), expected, "{a} / {b}");
        }
    }
}
