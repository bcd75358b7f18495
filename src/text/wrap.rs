//! Lines that were broken to a width: which of their ends are line ends of the writer, and which only of the typesetter.
//!
//! Mail, wire copy and what is cut out of PDF breaks lines at a column. Where blank lines part the paragraphs, every other line end
//! is the typesetter's. Where none do, the widths tell: a line that was broken had no room for the next word, so a line with room
//! ends its paragraph. That the text was broken at all is told by lines that go on in small letters.

use super::Span;
use super::plain::{Kind, kind};

/// What stands in place of a line end that is the typesetter's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// A space.
    Space,
    /// Nothing: the line was broken behind a hyphen.
    Nothing,
}

/// Widest column that lines are broken at.
const WIDEST: usize = 160;
/// Narrowest: newspaper columns in plain text.
const NARROWEST: usize = 30;

/// A line: its place, and what its width tells.
struct Line {
    /// Without the line end.
    span: Span,
    /// In characters that are seen, blanks before it included.
    width: usize,
    /// Of them, the blanks before it.
    indent: usize,
    /// Width of its first word.
    first: usize,
    /// What it opens with.
    opens: Option<char>,
    /// Whether its first word is a label: "Updated:".
    label: bool,
    /// What it ends with, closing quotation marks and brackets aside.
    ends: Option<char>,
    /// Whether more than one word stands on it.
    words: bool,
    /// Whether a tab stands on it, whose width nobody knows.
    tab: bool,
    /// Whether it ends in a soft hyphen, at which it was broken.
    soft: bool,
}

impl Line {
    fn new(text: &str, span: Span) -> Self {
        let mut line =
            Self { span, width: 0, indent: 0, first: 0, opens: None, label: false, ends: None, words: false, tab: false, soft: false };
        let (mut seen, mut gap) = (0, 0);
        for c in span.of(text).chars() {
            match kind(c) {
                Kind::Unseen | Kind::Line => line.soft = c == '\u{AD}' || (line.soft && c == '\r'),
                Kind::Blank => {
                    line.tab |= c == '\t';
                    gap += if c == '\t' { 8 } else { 1 };
                }
                Kind::Seen if unicode_normalization::char::is_combining_mark(c) => {}
                Kind::Seen => {
                    if line.opens.is_none() {
                        (line.opens, line.indent) = (Some(c), gap);
                    } else if gap > 0 {
                        line.label |= !line.words && line.ends == Some(':') && line.opens.is_some_and(char::is_uppercase);
                        line.words = true;
                    }
                    seen += gap + 1;
                    line.first += usize::from(!line.words);
                    gap = 0;
                    line.soft = false;
                    if !matches!(c, '"' | '”' | '’' | '\'' | ')' | ']') {
                        line.ends = Some(c);
                    }
                }
            }
        }
        line.width = seen;
        line
    }

    const fn is_blank(&self) -> bool {
        self.opens.is_none()
    }

    /// Whether it ends in the middle of a sentence.
    fn is_open(&self) -> bool {
        !matches!(self.ends, Some('.' | '!' | '?' | '…' | ':'))
    }

    /// Whether it goes on with a sentence, for a capital may do so or not.
    fn goes_on(&self) -> bool {
        self.opens.is_some_and(char::is_lowercase)
    }

    /// Whether it begins with a figure, with which no sentence begins by any style guide, but dates and entries of lists do.
    fn is_figure(&self) -> bool {
        self.opens.is_some_and(|c| c.is_ascii_digit() || matches!(c, '$' | '£' | '€'))
    }

    /// Whether it is too long to have been broken.
    const fn is_wide(&self) -> bool {
        self.words && self.width > WIDEST
    }

    fn is_bulleted(&self) -> bool {
        matches!(self.opens, Some('•' | '*' | '·' | '▪' | '»'))
    }
}

/// The line ends of a text that are the typesetter's: where each begins, and what stands for it. Empty for a text that was not broken
/// to a width. O(n).
pub(super) fn breaks(text: &str) -> Vec<(usize, Break)> {
    // A text with one line has none, and one whose lines are all long was not broken: most news is of these two kinds.
    let mut ends = line_ends(text).peekable();
    if ends.peek().is_none() {
        return Vec::new();
    }
    let mut lines: Vec<Line> = Vec::new();
    let (mut start, mut wide) = (0, 0);
    for end in ends.map(|e| (e.start, e.end)).chain([(text.len(), text.len())]) {
        let line = Line::new(text, Span::new(start, end.0));
        wide += usize::from(line.is_wide());
        // A caption, or a heading, may be longer than the column; where more are, the lines are paragraphs.
        if wide > 4 && wide * 2 > lines.len() + 1 {
            return Vec::new();
        }
        lines.push(line);
        start = end.1;
    }
    if wide * 2 > lines.iter().filter(|l| !l.is_blank()).count() {
        return Vec::new();
    }
    let column = lines.iter().filter(|l| l.words && !l.tab && !l.is_wide()).map(|l| l.width).max().unwrap_or(0);
    let filled = |a: &Line, b: &Line| a.width + 1 + b.first > column;
    let parted = lines.windows(3).any(|l| !l[0].is_blank() && l[1].is_blank() && !l[2].is_blank());
    // Only where a sentence goes on does a line end tell anything.
    let open = || pairs(&lines).filter(|p| p[0].is_open());
    let full = open().filter(|p| filled(&p[0], &p[1])).count();
    let gone_on = open().filter(|p| p[1].goes_on() || (parted && p[1].is_figure())).count();
    let full_and_gone_on = open().filter(|p| filled(&p[0], &p[1]) && p[1].goes_on()).count();
    // A heading is open as well, and is followed by a capital; of the words that a broken sentence goes on with most have none,
    // and two lines that had no room for a name are no two headings.
    let told = if parted {
        gone_on + full / 2 > 0 && gone_on.max(full) * 3 >= open().count()
    } else {
        full_and_gone_on > 0 && full * 3 >= open().count()
    };
    if !told || column < NARROWEST {
        return Vec::new();
    }
    let margin = lines.iter().filter(|l| !l.is_blank()).map(|l| l.indent).min().unwrap_or(0);
    let indented = |l: &Line| l.indent > margin + 1;
    // Indents open paragraphs, unless sentences go on behind them: then they set apart a block, as a quotation.
    let opening = lines.iter().filter(|l| indented(l) && l.goes_on()).count() * 5 < lines.iter().filter(|l| indented(l)).count();
    let joins = |a: &Line, b: &Line| {
        let deeper = b.indent > a.indent;
        // Of a hanging indent all lines but the first are deeper, and no paragraph ends in the middle of a sentence.
        let moved = if deeper { !a.is_open() } else { !(a.is_open() && b.goes_on()) };
        let paragraph =
            b.is_bulleted() || a.is_wide() || b.is_wide() || indented(b) && opening || b.indent != a.indent && !opening && moved;
        let heading = parted && a.is_open() && !b.goes_on() && !filled(a, b) && a.width * 10 < column * 7;
        !paragraph && !heading && (parted || filled(a, b) || (a.is_open() && b.goes_on() && a.width * 10 >= column * 7))
    };
    let joined = |a: &Line, b: &Line| !a.is_blank() && !b.is_blank() && joins(a, b);
    // A full heading over a line with a date or a label: that is no part of it.
    let dated = |i: usize| {
        let alone = (i == 0 || !joined(&lines[i - 1], &lines[i])) && lines.get(i + 2).is_none_or(|next| !joined(&lines[i + 1], next));
        let day = lines[i + 1].opens.is_some_and(char::is_uppercase) && lines[i + 1].ends.is_some_and(|c| c.is_ascii_digit());
        alone && (day || lines[i + 1].label) && lines[i].is_open()
    };
    let cut = |a: &Line, b: &Line| if is_cut(text, a, b) { Break::Nothing } else { Break::Space };
    let ends = lines.windows(2).enumerate().filter(|(i, p)| joined(&p[0], &p[1]) && !dated(*i));
    ends.map(|(_, p)| (p[0].span.end, cut(&p[0], &p[1]))).collect()
}

/// Lines that follow each other.
fn pairs(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.windows(2).filter(|p| !p[0].is_blank() && !p[1].is_blank())
}

/// Whether a line was broken within a word: behind a soft hyphen, or behind the hyphen of a compound ("US-⏎led", and not "two-⏎and
/// three-storey").
fn is_cut(text: &str, a: &Line, b: &Line) -> bool {
    let before = a.span.of(text).trim_end_matches(|c| kind(c) != Kind::Seen);
    let behind = b.span.of(text).trim_start_matches(|c| kind(c) != Kind::Seen);
    let word = behind.split(|c| kind(c) != Kind::Seen).next().unwrap_or("");
    let mut last = before.chars().rev();
    let hyphen = matches!(last.next(), Some('-' | '‐')) && last.next().is_some_and(char::is_alphanumeric);
    a.soft || (hyphen && word.starts_with(char::is_alphanumeric) && !matches!(word, "and" | "or" | "to"))
}

/// Where the lines of a text end: "\r\n" as one end.
fn line_ends(text: &str) -> impl Iterator<Item = Span> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, c) = rest.next()?;
            let end = at + c.len_utf8();
            if c == '\r' {
                let end = rest.next_if(|n| n.1 == '\n').map_or(end, |(at, _)| at + 1);
                return Some(Span::new(at, end));
            }
            if kind(c) == Kind::Line {
                return Some(Span::new(at, end));
            }
        }
    })
}

#[cfg(test)]
mod tests {

    /// A text with the line ends that are the typesetter's as it would be read.
    fn joined(text: &str) -> String {
        super::super::Plain::of(text).text().to_owned()
    }

    const ONE: &str = "The ship left the harbour of the town in the early morning hours of a day in May and came back at night.";
    const THREE: &str =
        "Rain is expected from the north in the evening and in the night, and snow in the hills where it is colder than that.";
    const TWO: &str =
        "Nobody on board was hurt, the harbour master of Osk Ferry told this paper on Monday, two days after the US-led talks.";

    /// As `fold -s` and mail programs do it.
    fn wrap(text: &str, width: usize, indent: &str) -> String {
        let mut lines = vec![indent.to_owned()];
        for word in text.split(' ') {
            let last = lines.last_mut().unwrap();
            let empty = last.trim().is_empty();
            if !empty && last.chars().count() + 1 + word.chars().count() > width {
                lines.push(word.to_owned());
            } else {
                last.push_str(if empty { "" } else { " " });
                last.push_str(word);
            }
        }
        lines.join("\n")
    }

    #[test]
    fn paragraphs_come_back_from_any_column() {
        let whole = format!("{ONE}\n{TWO}\n{THREE}");
        for width in [40, 50, 60, 66, 72, 76, 80] {
            for indent in ["", "  ", "    ", "\t"] {
                for between in ["\n", "\n\n"] {
                    let text = [ONE, TWO, THREE].map(|p| wrap(p, width, indent)).join(between);
                    let read = joined(&text).replace("\n\n", "\n");
                    // A paragraph whose last line is full cannot be told from one that goes on, but by an indent or a blank line.
                    let told = between.len() > 1 || !indent.is_empty();
                    assert!(read == whole || (!told && is_coarser(&read, &whole)), "{width} {indent:?} {between:?}\n{text}\n{read}");
                }
            }
        }
    }

    /// Whether one text is the other with fewer line ends.
    fn is_coarser(one: &str, other: &str) -> bool {
        one.len() == other.len() && one.chars().zip(other.chars()).all(|(a, b)| a == b || (a, b) == (' ', '\n'))
    }

    #[test]
    fn lines_of_the_writer_stay() {
        for text in [
            "Two dead in harbour fire on Monday\nTwo people died.",
            "Ferry halted\nRail strike ends\nMinister resigns over loans\nRain in Osk",
            "The talks lasted four hours.\nThe minister left at noon.\nNobody spoke of a deal.",
            "Yes\nno\nyes",
        ] {
            assert_eq!(joined(text), text);
        }
    }

    /// A line that goes on with a figure, or with a capital in more than one place; a caption wider than the column; hanging indents.
    #[test]
    fn what_is_no_plain_paragraph_is_joined_as_well() {
        let news = "Police in the town of Osk, Norvane, said on Monday night that at least\n12 people were killed when a bus crashed near Osk on Saturday.\n\nThe road is closed.";
        assert!(joined(news).contains("at least 12 people"));
        let names = "The police of the harbour town said on Monday that the old minister\nBrandt had been seen in the north with the head of the council of all\nNorland before he left.\n\nNobody spoke.";
        assert!(joined(names).contains("minister Brandt had") && joined(names).contains("all Norland"));
        let caption = format!("{}\n\n{}", "A picture of the old harbour by night, ".repeat(6), wrap(ONE, 60, ""));
        assert!(joined(&caption).ends_with(ONE));
        let hanging = wrap(ONE, 60, "").replace('\n', "\n  ") + "\n" + &wrap(TWO, 60, "").replace('\n', "\n  ") + "\n\n" + THREE;
        assert!(joined(&hanging).starts_with(&format!("{ONE}\n{TWO}")), "{}", joined(&hanging));
    }

    #[test]
    fn a_heading_over_broken_lines_stays_one() {
        let text = format!("Harbour\n{}\n\nThe talks\n{}", wrap(ONE, 60, ""), wrap(TWO, 60, ""));
        assert_eq!(joined(&text), format!("Harbour\n{ONE}\n\nThe talks\n{TWO}"));
    }

    /// A heading as wide as the column over a line that a label opens.
    #[test]
    fn a_line_with_a_label_is_no_part_of_the_heading_over_it() {
        let heading = "The navy of the harbour town foils an attempt in the old Gulf of Osk, 26 caught";
        let text = format!("{heading}\nUpdated: May 11, 2031 18:50 EST\n{}", wrap(ONE, 80, ""));
        assert_eq!(joined(&text), format!("{heading}\nUpdated: May 11, 2031 18:50 EST\n{ONE}"));
        let middle = "All of it is told in the old harbour's new Strategy: putting the town on a more sound footing, says he.";
        let sentence = format!("{THREE} {ONE} {middle} {TWO}");
        assert!((60..80).any(|width| wrap(&sentence, width, "").contains("\nStrategy:")));
        assert!((60..80).all(|width| joined(&wrap(&sentence, width, "")) == sentence));
    }

    /// Only the title of the article tells that it ends there.
    #[test]
    fn a_title_as_wide_as_the_column_ends_where_it_ends() {
        let title = "Norland suffers the worst of all its outages when two old cables break";
        let text = format!("{title}\n{}", wrap(&format!("{ONE} {TWO} {THREE}"), title.len(), ""));
        let read = |title: Option<&str>| super::super::Plain::titled(&text, title).text().to_owned();
        assert!(read(None).starts_with(&format!("{title} The ship")) && read(Some("Another title")) == read(None));
        assert!(read(Some(title)).starts_with(&format!("{title}\nThe ship")));
        let broken = title.replacen(" of ", "\n of ", 1);
        assert!(read(Some(&broken)).starts_with(&format!("{title}\nThe ship")));
    }

    #[test]
    fn words_that_were_cut_are_whole() {
        let text = "The minister of the harbour town said on Monday that the US-\nled talks with the other side had lasted for well over four\n\
            hours, and that all was well, so that the long-standing co\u{AD}\noperation of all who built the old and the new two-\n\
            and three-storey houses goes on for some time to come, said he.";
        let plain = joined(text);
        assert!(
            plain.contains("the US-led talks")
                && plain.contains("long-standing cooperation of all")
                && plain.contains("two- and three-storey"),
            "{plain}"
        );
    }
}
