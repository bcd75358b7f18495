//! Cuts a sentence into words as Universal Dependencies has them for English.
//!
//! The conventions are those of the English Web Treebank: what white space parts is at least two words; contractions are
//! taken apart ("do|n't", "it|'s", "can|not"), possessives too; hyphens part words ("long|-|term") but not behind a prefix
//! ("non-commercial"), within telephone numbers, dates and codes; addresses of mail and the web stay whole; a full stop
//! belongs to an abbreviation; like marks in a row are one word ("...", "!!").

use crate::text::Span;
use crate::words::List;

/// Faces made of marks. Each begins with a mark.
#[rustfmt::skip]
const FACES: &[&str] = &[
    ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":'(", "=-)", ":)", ":(", ";)", ":D", ":P", ":p", ":/", "=)", "=(", "=D", ";p", ";P", ":o", "<3",
    "^_^", "-_-", "(:", ":]", ":}",
];

/// Adds the words of `span` of `text` to `out`, in order; they do not overlap, and between them lies only white space.
///
/// O(n) in the bytes of the span.
pub fn words(text: &str, span: Span, out: &mut Vec<Span>) {
    let mut rest = span.start;
    for chunk in span.of(text).split_whitespace() {
        let start = text[rest..].find(chunk).map_or(rest, |at| rest + at);
        Chunk { text: chunk, base: start, out }.cut();
        rest = start + chunk.len();
    }
}

/// What stands between two spaces.
struct Chunk<'a> {
    text: &'a str,
    base: usize,
    out: &'a mut Vec<Span>,
}

impl Chunk<'_> {
    fn cut(&mut self) {
        let mut at = 0;
        while let Some(c) = self.text[at..].chars().next() {
            at = if let Some(end) = self.address(at).or_else(|| self.face(at)) {
                self.push(at, end)
            } else if c.is_alphanumeric() || is_combining(c) {
                self.word(at)
            } else {
                self.mark(at, c)
            };
        }
    }

    fn push(&mut self, start: usize, end: usize) -> usize {
        self.out.push(Span::new(self.base + start, self.base + end));
        end
    }

    /// The end of an address of mail or the web that begins at `at`.
    fn address(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let before = self.text[..at].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let web = ["http://", "https://", "www.", "ftp://", "mailto:", "WWW.", "Http://", "HTTP://"].iter().any(|w| rest.starts_with(w));
        if web {
            let end = rest.find(['<', '>', '"', '”']).unwrap_or(rest.len());
            let core = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '*']);
            return Some(at + core.len()).filter(|_| core.len() > 4);
        }
        let mail = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '@');
        let core = &rest[..rest.find(|c| !mail(c)).unwrap_or(rest.len())];
        let core = core.trim_end_matches(['.', '-', '_']);
        let inner = core.find('@')?;
        let named = core.starts_with(|c: char| c.is_ascii_alphanumeric()) && inner > 0;
        (named && core[inner + 1..].starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(at + core.len())
    }

    fn face(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let first = rest.as_bytes().first()?;
        if first.is_ascii_alphanumeric() {
            return None;
        }
        let end = at + FACES.iter().find(|f| rest.starts_with(**f))?.len();
        let alone = !self.text[end..].starts_with(char::is_alphanumeric);
        let number_before = self.text[..at].ends_with(|c: char| c.is_ascii_digit());
        // "(see above:)" closes a bracket; it does not smile.
        let open = self.text[..at].contains('(') && self.text[..end].ends_with(')');
        (alone && !number_before && !open).then_some(end)
    }

    /// One mark, or a row of them that is one word.
    fn mark(&mut self, at: usize, c: char) -> usize {
        let rest = &self.text[at..];
        let run = |wanted: &dyn Fn(char) -> bool| at + rest.find(|o| !wanted(o)).unwrap_or(rest.len());
        let end = match c {
            '.' | '!' | '?' => run(&|o| matches!(o, '.' | '!' | '?')),
            '\'' | '’' | '`' if at > 0 && self.clitic(at).is_some() => self.clitic(at).unwrap_or(at),
            '\'' | '`' | '’' | '‘' | '<' | '>' | '-' | '=' | '*' | '_' | '~' | '+' | '#' | '|' | '—' | '–' | '…' => {
                run(&|o| o == c)
            }
            _ => at + c.len_utf8(),
        };
        // ".doc" and ".45" begin with their full stop, where nothing stands before them.
        if c == '.' && end == at + 1 && at == 0 && self.text[end..].starts_with(|o: char| o.is_ascii_alphanumeric()) {
            let stop = end + self.text[end..].find(|o: char| !o.is_ascii_alphanumeric()).unwrap_or(self.text.len() - end);
            if List::FileEndings.has(&self.text[end..stop]) || self.text[end..stop].bytes().all(|b| b.is_ascii_digit()) {
                return self.push(at, stop);
            }
        }
        self.push(at, end)
    }

    /// The end of an apostrophe with what it contracts, at `at`, where a word stands before it.
    fn clitic(&self, at: usize) -> Option<usize> {
        if !self.text[..at].ends_with(char::is_alphanumeric) {
            return None;
        }
        let mark = self.text[at..].chars().next().filter(|c| matches!(c, '\'' | '’' | '`'))?;
        let letters = &self.text[at + mark.len_utf8()..];
        let len = letters.bytes().take_while(u8::is_ascii_alphabetic).count();
        let after = letters[len..].chars().next();
        let known = ["s", "re", "ve", "ll", "d", "m"].iter().any(|c| letters[..len].eq_ignore_ascii_case(c));
        (known && !after.is_some_and(char::is_alphanumeric)).then_some(at + mark.len_utf8() + len)
    }

    /// A word or number at `at`, with what belongs to it.
    fn word(&mut self, at: usize) -> usize {
        let mut end = run_end(self.text, at);
        while let Some(longer) = self.joined(at, end) {
            end = longer;
        }
        end = self.stop(at, end);
        if let Some(part) = self.split(at, end) {
            self.push(at, part);
            return self.push(part, self.not_end(part).unwrap_or(end));
        }
        self.push(at, end)
    }

    /// The end of the word that has grown to `end`, if the mark at `end` joins what follows to it.
    fn joined(&self, at: usize, end: usize) -> Option<usize> {
        let mark = self.text[end..].chars().next()?;
        let next = end + mark.len_utf8();
        if !self.text[next..].starts_with(char::is_alphanumeric) {
            return None;
        }
        let last = run_start(self.text, at, end);
        let stop = run_end(self.text, next);
        let (left, right) = (&self.text[last..end], &self.text[next..stop]);
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let joins = match mark {
            '.' => self.full_stop_joins(at, left, right),
            ',' => digits(left) && digits(right) && right.len() == 3,
            ':' => {
                digits(left)
                    && left.len() <= 2
                    && right.get(..2).is_some_and(digits)
                    && !right[2..].starts_with(|c: char| c.is_ascii_digit())
            }
            '/' => digits(left) && digits(right) && self.is_date(at, stop, '/'),
            '-' => self.hyphen_joins(at, last, end, stop),
            '\'' | '’' => {
                self.clitic(end).is_none() && !is_not(left, right) && right.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
            }
            '&' => [left, right].iter().all(|s| s.len() <= 2 && s.bytes().all(|b| b.is_ascii_alphanumeric())),
            '_' | '@' => true,
            _ => false,
        };
        joins.then_some(stop)
    }

    fn full_stop_joins(&self, at: usize, left: &str, right: &str) -> bool {
        let digit = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let single = |s: &str| s.len() == 1 && s.as_bytes()[0].is_ascii_alphabetic();
        let host = List::FileEndings.has_any_case(right) && left.len() > 1;
        let path = self.text[at..].split(['/', ',']).next().is_some_and(|p| p.rsplit('.').next().is_some_and(|e| List::FileEndings.has(e)));
        digit(left) && right.starts_with(|c: char| c.is_ascii_digit())
            || single(left) && (single(right) || right.len() == 1)
            || host
            || path
    }

    /// Day, month and year parted by `mark`, or two short numbers of a day ("9/11"), but no simple fraction.
    fn is_date(&self, at: usize, stop: usize, mark: char) -> bool {
        let tail = &self.text[at..];
        let all = tail.find(|c: char| !c.is_ascii_digit() && c != mark).map_or(tail, |end| &tail[..end]);
        let parts: Vec<&str> = all.split(mark).filter(|p| !p.is_empty()).collect();
        let fraction = matches!(parts[..], [a, b] if a.len() == 1 && matches!(b, "2" | "3" | "4" | "5" | "6" | "8"));
        stop <= at + all.len() && (parts.len() == 3 || parts.len() == 2 && !fraction && parts.iter().all(|p| p.len() <= 2))
    }

    fn hyphen_joins(&self, at: usize, last: usize, end: usize, stop: usize) -> bool {
        let left = &self.text[last..end];
        let right = &self.text[end + 1..stop];
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if digits(left) && digits(right) {
            let telephone = matches!((left.len(), right.len()), (3, 3 | 4) | (1, 3));
            let whole = &self.text[at..];
            let whole = whole.find(|c: char| !c.is_ascii_digit() && c != '-').map_or(whole, |e| &whole[..e]);
            return telephone || whole.matches('-').count() == 2;
        }
        let mixed = |s: &str| s.bytes().any(|b| b.is_ascii_digit()) && s.bytes().any(|b| b.is_ascii_alphabetic());
        let code = mixed(left) && digits(right) || mixed(&self.text[at..end]) && digits(right) && right.len() > 2;
        // A hyphen further on shows a phrase, not a prefix: "over-the-counter".
        let prefix = last == at && List::HyphenPrefixes.has_any_case(left) && !self.text[stop..].starts_with('-');
        let letters = right.chars().next().is_some_and(char::is_alphabetic) && right.chars().count() > 1;
        let cross =
            matches!(left.to_ascii_lowercase().as_str(), "cross" | "over" | "under" | "vice") && !right.starts_with(char::is_lowercase);
        code || prefix && letters && !cross
    }

    /// The end of the word with the full stop that belongs to it.
    fn stop(&self, at: usize, end: usize) -> usize {
        let word = &self.text[at..end];
        let after = &self.text[end..];
        if !after.starts_with('.') || after.starts_with("...") {
            return end;
        }
        let letter = |s: &str| s.len() == 1 && s.as_bytes()[0].is_ascii_alphabetic();
        let initial = letter(word) && word != "I" && (word.as_bytes()[0].is_ascii_uppercase() || at > 0);
        let dotted = word.contains('.') && word.split('.').all(letter);
        let known = word.len() <= 6 && List::Abbreviations.has_any_case(word) && !is_plain(word);
        if initial || dotted || known { end + 1 } else { end }
    }

    /// Where the word from `at` to `end` is a contraction: the start of its second part.
    fn split(&self, at: usize, end: usize) -> Option<usize> {
        let word = &self.text[at..end];
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = word.find(|c: char| c.is_ascii_alphabetic())?;
            let half = List::CloseUnits.has_any_case(&word[digits..]);
            return half.then_some(at + digits);
        }
        if let Some(n) = word.len().checked_sub(1).filter(|_| word.ends_with(['n', 'N'])) {
            return self.not_end(at + n).filter(|_| n > 0).map(|_| at + n);
        }
        let tail = List::BareContractions.get_any_case(word).filter(|_| word != "IM")?.parse::<usize>().ok()?;
        Some(end - tail)
    }

    /// The end of "n't" that begins at `at`.
    fn not_end(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let len = ["n't", "n’t", "N'T", "N’T", "n`t"].iter().find(|n| rest.starts_with(**n))?.len();
        (!rest[len..].starts_with(char::is_alphanumeric)).then_some(at + len)
    }
}

/// Abbreviations that are words too, written small: "mar", "sat", "col".
fn is_plain(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase()) && !List::PlainAbbreviations.has(word)
}

/// Whether an apostrophe between the two contracts a "not".
fn is_not(left: &str, right: &str) -> bool {
    left.ends_with(['n', 'N']) && left.len() > 1 && right.eq_ignore_ascii_case("t")
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The end of the letters and digits at `at`.
fn run_end(text: &str, at: usize) -> usize {
    text[at..].find(|c: char| !c.is_alphanumeric() && !is_combining(c) && c != '\u{ad}').map_or(text.len(), |end| at + end)
}

/// The start, not before `from`, of the letters and digits that end at `end`.
fn run_start(text: &str, from: usize, end: usize) -> usize {
    text[from..end]
        .rfind(|c: char| !c.is_alphanumeric() && !is_combining(c) && c != '\u{ad}')
        .map_or(from, |at| from + at + text[from + at..].chars().next().map_or(1, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        words(text, Span::new(0, text.len()), &mut out);
        out.into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn rows() {
        for (text, expected) in [
            ("They don't, he's gone.", "They do n't , he 's gone ."),
            ("The ministers’ aides can’t wait", "The ministers ’ aides ca n’t wait"),
            ("We cannot and DIDN'T.", "We can not and DID N'T ."),
            ("a long-term, non-binding co-operation", "a long - term , non-binding co-operation"),
            ("an over-the-counter e-mail", "an over - the - counter e-mail"),
            ("Mr. Lunde, of Bergen Inc., left the U.S.", "Mr. Lunde , of Bergen Inc. , left the U.S."),
            ("at 7:30pm on 3/14/2031, 1,250.5m", "at 7:30 pm on 3/14/2031 , 1,250.5 m"),
            ("and/or 2-3 of 1/2", "and / or 2 - 3 of 1 / 2"),
            ("call 555-0143-2200 or write to a.b@example.org.", "call 555-0143-2200 or write to a.b@example.org ."),
            ("see https://example.org/a?b=c, please", "see https://example.org/a?b=c , please"),
            ("(“No!!”) she said...", "( “ No !! ” ) she said ..."),
            ("$3.5bn, 40% and £2", "$ 3.5 bn , 40 % and £ 2"),
            ("B&Q's O'Neil’s", "B&Q 's O'Neil ’s"),
            ("the 20th, the 1990s", "the 20th , the 1990s"),
            ("he left .And -- then — so", "he left . And -- then — so"),
        ] {
            assert_eq!(split(text).join(" "), expected);
        }
    }

    proptest! {
        #[test]
        fn words_cover_all_but_white_space(text in "(\\PC|[a-z'’.@/:0-9-]|n't|www\\.| ){0,80}") {
            let mut at = 0;
            let mut out = Vec::new();
            words(&text, Span::new(0, text.len()), &mut out);
            for word in out {
                prop_assert!(text[at..word.start].chars().all(char::is_whitespace));
                prop_assert!(!word.is_empty() && !word.of(&text).contains(char::is_whitespace));
                at = word.end;
            }
            prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
