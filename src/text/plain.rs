//! The plain form of a text: what is left when typesetting is taken away, with the way back to the text as given.
//!
//! Nobody sees a soft hyphen, and nobody reads a line break in the middle of a sentence. A reader of texts that sees them loses words
//! ("Oka·for" is no name) or finds too many ("Universal⏎Time"). So every reader works on the plain form and tells places in it;
//! [`Plain::given`] turns them into places of the text as given, once, on the way out.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use super::Span;
use super::mended::mended;
use super::wrap::{Break, breaks};

/// A text without its typesetting.
///
/// - Characters that nobody sees are gone: soft hyphens, zero-width spaces and joiners, variation selectors, marks of direction,
///   control characters.
/// - Letters and their accents are composed (NFC); ligatures and wide forms are the plain letters.
/// - Quotation marks and apostrophes are straight, unbreakable hyphens are hyphens.
/// - Every kind and run of blanks is one space, and no line begins or ends with one.
/// - References of HTML ("&rsquo;") and UTF-8 that was read as Windows-1252 ("Ã©") are the characters that were meant.
/// - Every kind of line end is `\n`, and stands between paragraphs alone: lines that were broken to a width are joined.
///
/// Of two texts that differ in these things alone the plain forms are equal, as far as the lines tell where a paragraph ends.
///
/// ```
/// use claimgraph::text::{Plain, Span};
///
/// let given = "Ada Oka\u{ad}for’s\u{a0}talk";
/// let plain = Plain::of(given);
/// assert_eq!(plain.text(), "Ada Okafor's talk");
/// let name = plain.given(Span::new(4, 10));
/// assert_eq!(name.of(given), "Oka\u{ad}for");
/// ```
#[derive(Clone, Debug)]
pub struct Plain<'t> {
    text: Cow<'t, str>,
    /// In order of both texts; none where the text is plain as given.
    pieces: Vec<Piece>,
}

/// A stretch of the plain text and where it comes from: byte by byte where both are of one length, else as a whole.
#[derive(Clone, Copy, Debug)]
struct Piece {
    plain: usize,
    given: usize,
    /// Lengths in bytes.
    lengths: (usize, usize),
    /// Whether each byte of the one stands for one of the other.
    even: bool,
}

/// More marks than these on one letter are left out: no script has so many, and to put them in order takes longer than linear time.
const MARKS: usize = 30;

impl<'t> Plain<'t> {
    /// The plain form of `given`. O(n); borrows where nothing changes.
    pub fn of(given: &'t str) -> Self {
        Self::joined(given, &breaks(given))
    }

    /// The plain text of an article that may open with its title: the line that ends it is the writer's, however full it is. O(n).
    pub(crate) fn titled(given: &'t str, title: Option<&str>) -> Self {
        let mut joined = breaks(given);
        if let Some(end) = title.filter(|_| !joined.is_empty()).and_then(|title| end_of(title, given)) {
            joined.retain(|(at, _)| !(*at >= end && given[end..*at].trim().is_empty()));
        }
        Self::joined(given, &joined)
    }

    fn joined(given: &'t str, joined: &[(usize, Break)]) -> Self {
        if joined.is_empty() && is_plain(given) {
            return Self { text: Cow::Borrowed(given), pieces: Vec::new() };
        }
        let mut maker = Maker { given, out: String::with_capacity(given.len()), pieces: Vec::new() };
        maker.run(joined);
        Self { text: Cow::Owned(maker.out), pieces: maker.pieces }
    }

    /// The same with some letters in another case: every character of `text` stands where it stood.
    pub(crate) fn recased(self, text: String) -> Self {
        debug_assert_eq!(self.text.len(), text.len(), "each character keeps its length");
        Self { text: Cow::Owned(text), ..self }
    }

    /// The plain text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a stretch of the plain text stands in the text as given: from the first byte of its first character to the last byte of
    /// its last. O(log n).
    pub fn given(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        let start = self.piece(span.start).map_or(span.start, |p| p.start(span.start));
        let end = span.end.checked_sub(1).filter(|_| !span.is_empty()).and_then(|last| self.piece(last)).map_or(start, |p| p.end(span.end));
        Span::new(start, end)
    }

    fn piece(&self, at: usize) -> Option<Piece> {
        let next = self.pieces.partition_point(|p| p.plain <= at);
        next.checked_sub(1).map(|i| self.pieces[i])
    }
}

impl Piece {
    const fn start(self, at: usize) -> usize {
        if self.even { self.given + (at - self.plain) } else { self.given }
    }

    const fn end(self, at: usize) -> usize {
        if self.even { self.given + (at - self.plain) } else { self.given + self.lengths.1 }
    }
}

/// Where a title ends with which a text opens, word for word.
fn end_of(title: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for word in title.split_whitespace() {
        rest = rest.trim_start().strip_prefix(word)?;
    }
    let whole = title.chars().any(|c| !c.is_whitespace()) && rest.starts_with(char::is_whitespace);
    whole.then(|| text.len() - rest.len())
}

/// Whether a text is its own plain form, its line ends aside.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let blank = |b: Option<&u8>| b.is_none_or(|b| matches!(b, b' ' | b'\n'));
    bytes.iter().enumerate().all(|(i, b)| match b {
        // "&amp;" is one character.
        b'&' => false,
        b'\n' | b'!'..=b'~' => true,
        // No two in a row, none at the ends of a line.
        b' ' => i > 0 && !blank(bytes.get(i - 1)) && !blank(bytes.get(i + 1)),
        _ => false,
    })
}

struct Maker<'t> {
    given: &'t str,
    out: String,
    pieces: Vec<Piece>,
}

impl Maker<'_> {
    fn run(&mut self, joined: &[(usize, Break)]) {
        let mut joined = joined.iter().copied().peekable();
        let mut at = 0;
        while let Some(c) = self.given[at..].chars().next() {
            if let Some((meant, length)) = mended(&self.given[at..]) {
                match kind(meant) {
                    Kind::Unseen => {}
                    Kind::Blank | Kind::Line => self.blank(at..at + length),
                    Kind::Seen => {
                        let mut own = [0; 4];
                        let plain = plain_of(meant).unwrap_or_else(|| meant.encode_utf8(&mut own));
                        self.push(plain, at..at + length);
                    }
                }
                at += length;
                continue;
            }
            let mut end = at + c.len_utf8();
            let mut kind = kind(c);
            if c == '\r' {
                end += usize::from(self.given[end..].starts_with('\n'));
                kind = Kind::Line;
            }
            match kind {
                Kind::Unseen => {}
                Kind::Blank => self.blank(at..end),
                Kind::Line => match joined.next_if(|j| j.0 == at) {
                    Some((_, Break::Space)) => self.blank(at..end),
                    Some((_, Break::Nothing)) => self.end_line(),
                    None => self.line(at..end),
                },
                Kind::Seen => {
                    at = self.letter(c, at);
                    continue;
                }
            }
            at = end;
        }
        self.end_line();
    }

    /// A blank, if none stands before it.
    fn blank(&mut self, from: Range<usize>) {
        if !self.out.is_empty() && !self.out.ends_with([' ', '\n']) {
            self.push(" ", from);
        }
    }

    fn line(&mut self, from: Range<usize>) {
        self.end_line();
        self.push("\n", from);
    }

    /// No line ends with a space.
    fn end_line(&mut self) {
        if self.out.ends_with(' ') {
            self.drop_last();
        }
    }

    /// A letter with its marks, or any other character; where what stands for it ends.
    fn letter(&mut self, c: char, at: usize) -> usize {
        let end = at + c.len_utf8();
        let marked = self.given[end..].chars().find(|n| kind(*n) != Kind::Unseen).is_some_and(|n| !n.is_ascii() && is_mark(n));
        let mut own = [0; 4];
        let plain = plain_of(c).unwrap_or_else(|| narrow(c).unwrap_or(c).encode_utf8(&mut own));
        if !marked && plain.is_ascii() {
            self.push(plain, at..end);
            return end;
        }
        // The marks that stand on it, unseen characters between them aside.
        let (mut stop, mut marks) = (end, 0);
        let mut group = String::from(plain);
        for (offset, mark) in self.given[end..].char_indices() {
            match kind(mark) {
                Kind::Seen if is_mark(mark) => {
                    marks += 1;
                    stop = end + offset + mark.len_utf8();
                    if marks <= MARKS {
                        group.push(mark);
                    }
                }
                Kind::Unseen => {}
                Kind::Seen | Kind::Blank | Kind::Line => break,
            }
        }
        let composed: String = group.nfc().collect();
        self.push(&composed, at..stop);
        stop
    }

    fn push(&mut self, plain: &str, from: Range<usize>) {
        let (at, lengths) = (self.out.len(), (plain.len(), from.len()));
        // Marks may change places, and so letters of one length stand in another order.
        let even = lengths.0 == lengths.1 && (lengths.0 == 1 || *plain == self.given[from.clone()]);
        self.out.push_str(plain);
        match self.pieces.last_mut() {
            Some(last) if last.even && even && last.plain + last.lengths.0 == at && last.given + last.lengths.1 == from.start => {
                last.lengths = (last.lengths.0 + lengths.0, last.lengths.1 + lengths.1);
            }
            _ => self.pieces.push(Piece { plain: at, given: from.start, lengths, even }),
        }
    }

    /// Takes back the space that stands last.
    fn drop_last(&mut self) {
        self.out.pop();
        let Some(last) = self.pieces.last_mut() else { return };
        if last.even && last.lengths.0 > 1 {
            last.lengths = (last.lengths.0 - 1, last.lengths.1 - 1);
        } else {
            self.pieces.pop();
        }
    }
}

/// What a character is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nobody sees it.
    Unseen,
    /// A space of any width.
    Blank,
    /// A line ends with it.
    Line,
    Seen,
}

/// Unicode 16.0: White_Space, Default_Ignorable_Code_Point (without the fillers of Hangul, which are letters), the
/// marks of interlinear notes, and Cc.
pub(super) const fn kind(c: char) -> Kind {
    match c {
        '!'..='~' => Kind::Seen,
        ' ' | '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Kind::Blank,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::Line,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Kind::Unseen,
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}' => Kind::Unseen,
        _ => Kind::Seen,
    }
}

/// Whether nobody sees a character.
pub fn is_unseen(c: char) -> bool {
    kind(c) == Kind::Unseen
}

fn is_mark(c: char) -> bool {
    canonical_combining_class(c) != 0 || is_combining_mark(c)
}

/// What a typographic character stands for: a straight quotation mark, a hyphen, the letters of a ligature.
const fn plain_of(c: char) -> Option<&'static str> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' => "'",
        '“' | '”' | '„' | '‟' | '″' => "\"",
        '‐' | '‑' => "-",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// The forms of ASCII that are as wide as East Asian characters (Unicode, Halfwidth and Fullwidth Forms): "２５" is "25".
fn narrow(c: char) -> Option<char> {
    matches!(c, '！'..='～').then(|| char::from_u32(u32::from(c) - 0xFEE0)).flatten()
}
