//! What could not be used, and why: a sentence for people, and a code that programs can rely on.
//!
//! The sentence may be put better from one version to the next; the code stays. Each code has a page, which
//! `claimgraph explain CODE` prints.

use std::fmt::{self, Write};
use std::sync::Arc;

use super::Location;
use crate::text::{Clean, cleaned};

/// A record that could not be used, and why; or the part of one that was lost while the rest stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Rejected {
    /// The file, as the caller named it; `None` for what was added from Rust.
    pub file: Option<Arc<str>>,
    /// The line, from 1; 0 where the whole file or no file is meant.
    pub line: u64,
    /// Why, in one sentence without a final stop, [clean](crate::text::clean) whatever it quotes.
    pub reason: String,
    /// Why, as one of a fixed list.
    pub code: RejectionCode,
}

impl Rejected {
    /// What was read at `location` and cannot be used, because of `reason`.
    pub fn at(location: Option<&Location>, reason: impl Into<String>) -> Self {
        Self::in_file(location.map(|l| l.file.clone()), location.map_or(0, |l| l.line), reason)
    }

    /// What cannot be used of a file, at a line of it or, with 0, as a whole.
    pub fn in_file(file: Option<Arc<str>>, line: u64, reason: impl Into<String>) -> Self {
        Self { file, line, reason: cleaned(reason.into()), code: RejectionCode::Unspecified }
    }

    /// The same, with its code.
    #[must_use]
    pub fn coded(mut self, code: RejectionCode) -> Self {
        self.code = code;
        self
    }

    /// What `refusal` says of the record at `location`.
    pub(crate) fn of(location: Option<&Location>, refusal: Refusal) -> Self {
        Self::at(location, refusal.reason).coded(refusal.code)
    }
}

/// In one line: "claims.ndjson:3: the quote “…” does not stand in the article [quote-absent]"; without the line where the whole file is
/// meant, and without either where it came from Rust.
impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Clean(f);
        match (&self.file, self.line) {
            (Some(file), 0) => write!(out, "{file}: ")?,
            (Some(file), line) => write!(out, "{file}:{line}: ")?,
            (None, _) => {}
        }
        write!(out, "{} [{}]", self.reason, self.code)
    }
}

/// Why something cannot be used, before it is known where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: RejectionCode,
    pub(crate) reason: String,
}

impl Refusal {
    pub(crate) fn new(code: RejectionCode, reason: impl Into<String>) -> Self {
        Self { code, reason: cleaned(reason.into()) }
    }
}

/// One code of the table.
struct Row {
    code: RejectionCode,
    name: &'static str,
    title: &'static str,
    page: &'static str,
}

macro_rules! codes {
    ($($variant:ident $name:literal $title:literal $page:literal;)*) => {
        /// Why a record was not used: the fixed list behind [`Rejected::code`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum RejectionCode {
            $(#[doc = $title] $variant,)*
        }

        const ROWS: &[Row] = &[$(Row { code: RejectionCode::$variant, name: $name, title: $title, page: $page },)*];
    };
}

codes! {
    Unreadable "unreadable" "The file or folder cannot be read."
        "The operating system would not give the file's bytes, or the names in a folder. The other files are read.";
    NotAFile "not-a-file" "It is no file."
        "A pipe, a socket or a device lies in a folder under a name that ends as a text does. It is not opened: a pipe would wait for somebody to write into it, and a device may never end. A pipe that is named itself is read.";
    TooLong "too-long" "The file is longer than is read of one."
        "`--max-size` says how much is read of one file, in MiB. The other files of the folder are read.";
    Empty "empty" "There is nothing in it."
        "The file is empty, holds no record, or has front matter and no text behind it.";
    Encoding "encoding" "It is not in UTF-8."
        "Everything is read as UTF-8. A file in UTF-16 or UTF-32 is refused as a whole; of records one a line, only the lines that are not UTF-8 are. Save the file as UTF-8; guessing an encoding would change the quotes.";
    NotText "not-text" "It is no text."
        "The file is a picture, a PDF or office document, an archive, a page of HTML or another format that holds text inside something else. Take the text out first.";
    Table "table" "A table holds neither articles nor claims."
        "Files that end in .csv or .tsv are not read.";
    NotJson "not-json" "The record is not JSON, or is cut off."
        "The reason names the character at which the JSON breaks. The records before and behind it are read.";
    NotARecord "not-a-record" "It is JSON, but no record."
        "A record is one JSON object with a `type`, or an article as trafilatura or newspaper4k write it. An array inside a line, a bare text or number, and a saved result are none.";
    UnknownType "unknown-type" "No record has this `type`."
        "The types are article, claim, entity, decision, retract, attribute and event-type.";
    MissingField "missing-field" "A field that the record needs is missing or null."
        "The reason names the field by its path. A claim needs `article`, `attribute`, `value`, and `event` or `subject`.";
    BadField "bad-field" "A field holds what it cannot hold."
        "The reason names the field by its path and says what stands there: a number for a text, an empty name, a word that is none of those the field can have.";
    BadValue "bad-value" "The value of a claim cannot be read."
        "A value already normalised must have a `type` and a `canonical` text of that type; the ends of a range stand in their order. Where it is not known how a value is written, hand over the article's own words.";
    BadDate "bad-date" "A date is written that cannot be read."
        "Digits that name no day of the calendar, or a text that is no date. Where it is an article's day of publication, the article stands without it, and days that its text counts from that day stay open.";
    UnreadTime "unread-time" "The words of an event's time are not understood."
        "The claim stays, and the words stand with its event as the name of a period: two events whose periods have other names are kept \
         apart. Write the time as a date or as a TIMEX3 value.";
    NoSuchArticle "no-such-article" "No record brings the article."
        "A claim or a retraction names an article by an id that none has. Hand over the article too; it may come without text.";
    OtherArticle "other-article" "The extractor gave a claim of another article."
        "An extractor may only give claims of the article that it was asked to read.";
    NoText "no-text" "There is a quote, and the article came without text."
        "A quote is looked up in the article's text. Hand over the text, or leave the quote out: the claim is then let in and is unverified.";
    QuoteAbsent "quote-absent" "The quote does not stand in the article."
        "The words are not in the article's text, nor anything near them. Quotation marks, apostrophes, dashes, spaces, line breaks and soft hyphens may differ; words may not.";
    QuoteDiffers "quote-differs" "The article has other words than the quote."
        "A passage of the article comes near the quote, or stands at the position given, and differs from it in words. The reason shows the passage. Copy it as it stands; an altered quote is how an invented claim looks.";
    QuoteAmbiguous "quote-ambiguous" "The quote stands in the article more than once."
        "Give what stands right before the words as `prefix`, right behind them as `suffix`, or their `position`.";
    QuoteEmpty "quote-empty" "The quote is empty."
        "A quote holds words or a position. Leave it out where there is none.";
    QuoteOfOlderRevision "quote-of-older-revision" "The quote stands in an older text of the article only."
        "The outlet has changed the article since. The latest text stands, and claims are held to it; what the outlet changed is listed under `revisions`.";
    QuoteTooLong "quote-too-long" "A claim that was read would need too long a quote."
        "A quote of the reader holds what names the event and the value, in at most 450 characters. In the article more lies between the two: \
         a link, an encoded picture, or a sentence that does not end. Claims that are handed over may have longer quotes.";
    PositionOutside "position-outside" "The position is empty, reversed or outside the article."
        "Positions count characters (Unicode scalar values) of the article's text from 0; `start` is before `end`, and neither is behind the last character.";
    TwoContents "two-contents" "One id or name comes with two contents."
        "Records that say different things under one id contradict each other, and none of them is used: else their order would decide. Of an article, the later of two texts stands where both are dated differently.";
    NotRead "not-read" "The article was not read."
        "The reader found no language that it knows, or nothing to read. The article stands in the result, and claims handed over for it are used.";
    NoSuchClaim "no-such-claim" "The decision names a claim that is not there."
        "Claims are named by their ids. The claim may have been refused itself, or its id may have changed with its words.";
    NoSuchEntity "no-such-entity" "The decision names an entity that is not there."
        "Entities are named by the id of an entity record, or by a name that some article uses.";
    DecisionOnOne "decision-on-one" "The decision names one thing twice."
        "A decision tells two claims or two entities apart, or joins them.";
    DecisionOfOtherKind "decision-of-other-kind" "The verdict does not fit what the decision is about."
        "Of claims: same-event, different-event, conflicts, no-conflict, corroborates, unsure. Of entities: same-entity, different-entity, unsure.";
    DecisionAgainstRecords "decision-against-records" "The decision would join entities that have ids of their own."
        "Two entity records say that there are two. Give both names to one record, or leave one out.";
    DecisionContradicted "decision-contradicted" "Other decisions say otherwise."
        "Together the decisions say of two things that they are one and that they are not. Withdraw one of those that the reason names.";
    Unspecified "unspecified" "The reason has no code of its own."
        "The sentence beside it says why. Results that were saved before there were codes have this one.";
}

impl RejectionCode {
    /// All of them, in the order of their table.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        ROWS.iter().map(|row| row.code)
    }

    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// Its name in the interchange contract: `quote-absent`.
    pub fn as_str(self) -> &'static str {
        self.row().name
    }

    /// The code of that name.
    pub fn parse(name: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.name == name).map(|row| row.code)
    }

    /// What it says, in one sentence.
    pub fn title(self) -> &'static str {
        self.row().title
    }

    /// When it is given, and what to do.
    pub fn page(self) -> &'static str {
        self.row().page
    }
}

impl fmt::Display for RejectionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_found() {
        for code in RejectionCode::all() {
            assert_eq!(RejectionCode::parse(code.as_str()), Some(code));
            assert!(code.as_str().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{code}");
            assert!(code.title().ends_with('.') && code.page().ends_with('.'), "{code}");
        }
    }
}
