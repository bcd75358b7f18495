//! The news agency that a text credits for itself.

use super::names::View;
use crate::text::Sentence;

/// The agency that the text itself credits: alone on its last line, or in brackets behind the dateline.
pub(super) fn agency(view: &View<'_>, sentences: &[Sentence]) -> Option<String> {
    let known = |text: &str| AGENCIES.iter().find(|a| a.eq_ignore_ascii_case(text)).map(|a| (*a).to_owned());
    let tail = sentences
        .iter()
        .rev()
        .take(3)
        .filter(|s| s.tokens.len() <= 3)
        .find_map(|s| known(s.span.of(view.text).trim_matches(|c: char| !c.is_alphanumeric())));
    let head = sentences.first().and_then(|s| {
        let open = s.tokens.clone().take(12).find(|i| view.str(*i) == "(")?;
        known(view.str(open + 1)).filter(|_| view.str(open + 2) == ")")
    });
    tail.or(head)
}

/// News agencies that sell copy to papers: Wikipedia's "List of news agencies", those that publish in English.
const AGENCIES: &[&str] = &[
    "AAP",
    "AFP",
    "ANI",
    "ANP",
    "ANSA",
    "AP",
    "APA",
    "ATS",
    "Bloomberg",
    "CNA",
    "CP",
    "dpa",
    "EFE",
    "IANS",
    "IRNA",
    "ISNA",
    "Interfax",
    "Kyodo",
    "Lusa",
    "MTI",
    "NTB",
    "PA",
    "PAP",
    "PTI",
    "Reuters",
    "Ritzau",
    "RIA",
    "SPA",
    "TASS",
    "TT",
    "UPI",
    "WAM",
    "Xinhua",
    "Yonhap",
    "Anadolu",
];
