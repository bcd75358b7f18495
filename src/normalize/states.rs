//! Where an event stands, and yes and no, in the words of records.

use crate::value::Status;

/// How newspapers say where an event stands.
const STATUSES: &[(&str, Status)] = &[
    ("planned", Status::Planned),
    ("scheduled", Status::Planned),
    ("expected", Status::Planned),
    ("announced", Status::Planned),
    ("postponed", Status::Postponed),
    ("delayed", Status::Postponed),
    ("rescheduled", Status::Postponed),
    ("put off", Status::Postponed),
    ("pushed back", Status::Postponed),
    ("deferred", Status::Postponed),
    ("cancelled", Status::Cancelled),
    ("canceled", Status::Cancelled),
    ("called off", Status::Cancelled),
    ("scrapped", Status::Cancelled),
    ("abandoned", Status::Cancelled),
    ("under-way", Status::UnderWay),
    ("under way", Status::UnderWay),
    ("underway", Status::UnderWay),
    ("ongoing", Status::UnderWay),
    ("in progress", Status::UnderWay),
    ("began", Status::UnderWay),
    ("started", Status::UnderWay),
    ("held", Status::Held),
    ("took place", Status::Held),
    ("withdrawn", Status::Withdrawn),
    ("rescinded", Status::Withdrawn),
    ("rejected", Status::Rejected),
    ("turned down", Status::Rejected),
    ("accepted", Status::Accepted),
    ("went ahead", Status::Held),
    ("ended", Status::Ended),
    ("over", Status::Ended),
    ("finished", Status::Ended),
    ("concluded", Status::Ended),
    ("completed", Status::Ended),
];

pub(super) fn status(text: &str) -> Option<Status> {
    let text = text.trim().trim_end_matches('.');
    let text = ["was ", "were ", "is ", "has been ", "had been ", "been "].iter().find_map(|w| text.strip_prefix(w)).unwrap_or(text);
    STATUSES.iter().find(|row| row.0.eq_ignore_ascii_case(text)).map(|row| row.1)
}

/// Yes and no in words, for any attribute.
const YES: &[&str] = &["true", "yes", "did", "it did", "they did", "he did", "she did"];
const NO: &[&str] =
    &["false", "no", "did not", "didn't", "not yet", "it did not", "they did not", "he did not", "she did not", "it didn't", "they didn't"];

pub(super) fn boolean(text: &str) -> Option<bool> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_end_matches(['.', '!']);
    let is = |words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(text));
    if is(YES) {
        return Some(true);
    }
    is(NO).then_some(false)
}
