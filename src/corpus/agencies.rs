//! News agencies: their copy stands in many papers, under a short name here and the full one there.

use crate::text::fold;

/// Agencies that sell copy to papers, after Wikipedia's "List of news agencies": those that publish in English, each by its shortest
/// name and what else it is called.
const AGENCIES: &[(&str, &[&str])] = &[
    ("AAP", &["Australian Associated Press"]),
    ("AFP", &["Agence France-Presse", "Agence France Presse"]),
    ("ANI", &["Asian News International"]),
    ("ANP", &[]),
    ("ANSA", &[]),
    ("AP", &["Associated Press"]),
    ("APA", &["Austria Press Agency"]),
    ("ATS", &["Keystone-ATS"]),
    ("Anadolu", &["Anadolu Agency"]),
    ("Bloomberg", &["Bloomberg News"]),
    ("CNA", &["Central News Agency"]),
    ("CP", &["Canadian Press"]),
    ("EFE", &["Agencia EFE"]),
    ("IANS", &["Indo-Asian News Service"]),
    ("IRNA", &["Islamic Republic News Agency"]),
    ("ISNA", &[]),
    ("Interfax", &[]),
    ("Kyodo", &["Kyodo News"]),
    ("Lusa", &[]),
    ("MTI", &[]),
    ("NTB", &[]),
    ("PA", &["Press Association", "PA Media"]),
    ("PAP", &["Polish Press Agency"]),
    ("PTI", &["Press Trust of India"]),
    ("RIA", &["RIA Novosti"]),
    ("Reuters", &["Thomson Reuters", "Reuters News Agency"]),
    ("Ritzau", &[]),
    ("SPA", &["Saudi Press Agency"]),
    ("TASS", &["ITAR-TASS"]),
    ("TT", &["TT News Agency"]),
    ("UPI", &["United Press International"]),
    ("WAM", &["Emirates News Agency"]),
    ("Xinhua", &["Xinhua News Agency", "Xinhua News"]),
    ("Yonhap", &["Yonhap News Agency", "Yonhap News"]),
    ("dpa", &["Deutsche Presse-Agentur", "German Press Agency"]),
];

/// No name has more bytes, "the" and blanks around it included.
const LONGEST: usize = 64;

/// The short name of the agency that `name` is one of the names of, in any case of letters. O(table).
pub fn agency(name: &str) -> Option<&'static str> {
    if name.len() > LONGEST {
        return None;
    }
    let name = fold(name.trim());
    let name = name.strip_prefix("the ").unwrap_or(&name);
    AGENCIES.iter().find(|(short, names)| *fold(short) == *name || names.iter().any(|n| *fold(n) == *name)).map(|row| row.0)
}

/// The agency that a text begins with, as papers write it, and the bytes of its name. O(table).
pub(crate) fn agency_ahead(text: &str) -> Option<(&'static str, usize)> {
    let ends = |name: &str| text.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let names = AGENCIES.iter().flat_map(|(short, names)| names.iter().chain([short]).map(|name| (*short, *name)));
    names.filter(|(_, name)| ends(name)).map(|(short, name)| (short, name.len())).max_by_key(|found| found.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_of_one_agency() {
        for (short, names) in AGENCIES {
            for name in names.iter().chain([short]) {
                assert_eq!(agency(name), Some(*short));
                assert_eq!(agency_ahead(name), Some((*short, name.len())));
            }
        }
        assert_eq!(agency(" The Associated Press "), Some("AP"));
        assert_eq!(agency("reuters"), Some("Reuters"));
        assert_eq!(agency("The Quay"), None);
        assert_eq!(agency_ahead("APA, Vienna"), Some(("APA", 3)));
        assert_eq!(agency_ahead("Apart from that"), None);
    }
}
