//! Why the reader is silent: of a line that it does not read, of a value and of a happening that become no claim.
//!
//! Each reason is given where the decision falls, as the answer of the function that decides: nothing here looks at a text.

use std::fmt;

/// Why a line, a value or a happening gives no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Silence {
    /// The line is the page's and not the story's; what tells that.
    Page(&'static str),
    /// Place and outlet before the first sentence.
    Dateline,
    /// A line in capitals.
    Capitals,
    /// A question.
    Question,
    /// The sentence stood before: its values were read there.
    Repeated,
    /// A time that comes again and again.
    Recurring,
    /// A length that no number tells.
    Unmeasured,
    /// A number that is part of a time.
    OfTime,
    /// A number that is part of a name.
    OfName,
    /// Digits of a code, or of a number to call, which count nothing.
    Identifier,
    /// A place in an order.
    Order,
    /// The same words as a value that is read.
    Twice,
    /// The words are in a claim, and not as a value of their own.
    Claimed,
    /// No word of the sentence governs it.
    Ungoverned,
    /// No quote that is short enough holds it.
    LongQuote,
    /// One word in quotation marks that nobody says.
    OneWord,
    /// Words quoted at such length that no two articles have them alike.
    LongWords,
    /// Told by an event whose kind is known.
    Known,
    /// Nobody and nothing is named that takes part.
    Alone,
    /// It brings in what somebody says, and that is what is told.
    Reports,
    /// It tells where somebody or something is, and no more.
    Located,
    /// It equates, and what it says is in its values.
    Equates,
    /// The article takes it back.
    Withdrawn,
}

impl Silence {
    /// Each of them with its code, and what it says.
    const ROWS: [(Self, &'static str, &'static str); 23] = [
        (Self::Page(""), "page", "it is the page's and not the story's"),
        (Self::Dateline, "dateline", "it says where and for whom the article was written"),
        (Self::Capitals, "capitals", "in a line of capitals no name can be told"),
        (Self::Question, "question", "a question asserts nothing"),
        (Self::Repeated, "repeated", "it stood before, and its values were read there"),
        (Self::Recurring, "recurring", "it comes again and again and is no one time"),
        (Self::Unmeasured, "unmeasured", "it is a length without a number"),
        (Self::OfTime, "of-time", "it is part of a time"),
        (Self::OfName, "of-name", "it is part of a name"),
        (Self::Identifier, "identifier", "it is part of a longer code, or a number to call, and counts nothing"),
        (Self::Order, "order", "a place in an order is no amount"),
        (Self::Twice, "twice", "the same words are read as another value"),
        (Self::Claimed, "claimed", "its words are in a claim already, and not as a value of their own"),
        (Self::Ungoverned, "ungoverned", "no word of the sentence governs it"),
        (Self::LongQuote, "long-quote", "no quote that is short enough holds it"),
        (Self::OneWord, "one-word", "a single word in quotation marks, and nobody says it"),
        (Self::LongWords, "long-words", "the quotation has more than 80 words"),
        (Self::Known, "known", "an event of a known kind tells it"),
        (Self::Alone, "alone", "nobody and nothing is named that takes part"),
        (Self::Reports, "reports", "it brings in what is said, which is read by itself"),
        (Self::Located, "located", "it tells where something is, and no more"),
        (Self::Equates, "equates", "what it says is in its values"),
        (Self::Withdrawn, "withdrawn", "the article takes it back"),
    ];

    /// All reasons; [`Page`](Self::Page) without what tells it.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ROWS.into_iter().map(|row| row.0)
    }

    fn row(self) -> (&'static str, &'static str) {
        let same = |row: &&(Self, &str, &str)| std::mem::discriminant(&row.0) == std::mem::discriminant(&self);
        Self::ROWS.iter().find(same).map_or(("", ""), |row| (row.1, row.2))
    }

    /// Its code, which stays.
    pub fn code(self) -> &'static str {
        self.row().0
    }
}

/// "a question asserts nothing"
impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.row().1)?;
        match self {
            Self::Page(told) if !told.is_empty() => {
                let (first, rest) = told.split_at(told.chars().next().map_or(0, char::len_utf8));
                write!(f, ": {}{rest}", first.to_lowercase())
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_stands_twice_and_each_says_something() {
        let mut codes: Vec<&str> = Silence::all().map(Silence::code).collect();
        assert!(Silence::all().all(|s| !s.code().is_empty() && s.to_string().len() > 10));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Silence::ROWS.len());
    }
}
