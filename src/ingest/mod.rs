//! Records in: bytes of a file become articles, claims, entities and decisions; what cannot be used becomes
//! [`Rejected`].
//!
//! [`read`] tells by name and content what a file holds:
//!
//! | kind | told by | one record is |
//! |---|---|---|
//! | text | `.txt`, `.md`, or no sign of JSON | the file: an article, its fields in optional front matter |
//! | lines | `.ndjson`, `.jsonl`, or an object on the first line | a line |
//! | JSON | `.json`, or an array or an object over several lines | the value, or each element of an array |
//! | table | `.csv`, `.tsv` | – (rejected: tables hold neither articles nor claims) |
//!
//! One bad record never loses the good ones: every record is parsed alone, and no parser here recurses over its input.
//! A byte order mark is dropped; nothing else is: offsets count the text as given, carriage returns included.
//!
//! This room does not know files, folders or how anything is compared: it sees bytes and gives records.

mod date;
mod declared;
mod elements;
mod encoding;
#[cfg(feature = "schema")]
mod forms;
mod front;
mod kind;
#[cfg(feature = "english")]
mod mention;
mod parse;
#[cfg(feature = "schema")]
mod schema;
mod value;
mod wire;

use std::sync::Arc;

use rayon::prelude::*;

use crate::claim::{Location, Record, Refusal, Rejected, RejectionCode};

pub(crate) use date::published;
pub use date::published as date;
pub use kind::Kind;
#[cfg(feature = "english")]
pub use mention::{MentionRecord, mentions};
#[cfg(feature = "schema")]
pub use schema::schema;

/// What a line of a file holds, with its place; what cannot be used is rejected there.
fn placed<T>(file: &Arc<str>, line: u64, made: Result<T, Refusal>) -> Result<(T, Location), Rejected> {
    let location = Location { file: file.clone(), line };
    made.map_err(|refusal| Rejected::of(Some(&location), refusal)).map(|made| (made, location))
}

/// Reads all records of one file. `name` is how the caller names it; its ending helps to tell what it holds.
///
/// Records come in the order of the file, each with its line; an article that is a text file itself has the line on
/// which its text begins, behind any front matter. Behind an article stands what of it was lost, such as a date that cannot
/// be read. They are parsed in parallel, and the result does not depend on how. O(n) in the bytes.
pub fn read(name: &str, bytes: &[u8]) -> Vec<Result<(Record, Location), Rejected>> {
    let file: Arc<str> = name.into();
    let place = |line, record| placed(&file, line, record);
    let whole = |code, reason: &str| vec![place(0, Err(Refusal::new(code, reason)))];
    let body = match encoding::body(bytes) {
        Ok(body) => body,
        Err(refusal) => return vec![place(0, Err(refusal))],
    };
    let units = match Kind::of(name, body) {
        Kind::Table => return whole(RejectionCode::Table, "a table holds neither articles nor claims, and is not read"),
        Kind::Text => return front::article(body).into_iter().map(|(line, record)| place(line, record)).collect(),
        Kind::Lines => lines(body),
        Kind::Json => elements::split(body),
    };
    if units.is_empty() {
        return whole(RejectionCode::Empty, "the file holds no records");
    }
    let one = |(line, unit): (u64, &[u8])| match parse::record(unit) {
        Ok(made) => std::iter::once(Ok(made.record)).chain(made.lost.into_iter().map(Err)).map(|r| place(line, r)).collect(),
        Err(refusal) => vec![place(line, Err(refusal))],
    };
    units.into_par_iter().flat_map_iter(one).collect()
}

/// The lines that are not blank, with their numbers.
fn lines(body: &[u8]) -> Vec<(u64, &[u8])> {
    (1..).zip(body.split(|&b| b == b'\n')).map(|(n, line)| (n, line.trim_ascii())).filter(|(_, line)| !line.is_empty()).collect()
}
