//! What of a scraped text is the page's and not the story's: buttons, prompts, stamps, credits, links to other stories.
//!
//! A sentence of the page is left unread; one that only opens or ends with words of the page (the counter and the credit of a
//! caption, an address) is read without them. Nothing is cut from the text: positions stay what they were. A line is told by its phrases
//! (`page`) or by its shape: alone, short, without a final mark, doubled, in a list with nothing told under it. A heading over a
//! paragraph, with a date or without, is the story's.
//!
//! This file does not know what a claim is.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::page::{GROUPS, Group, Place};
use super::silence::Silence;
use crate::text::{Sentence, Span, Token, fold};
use crate::words::List;

/// The sentences that are the story's, without what the page adds at their ends, and the others with what tells that they are not.
/// O(n) in the words.
pub(super) fn story(text: &str, tokens: &[Token], sentences: &[Sentence]) -> (Vec<Sentence>, Vec<(Span, Silence)>) {
    let page = Page { text, tokens, lines: sentences.iter().map(|s| Line::new(text, tokens, s)).collect() };
    let dropped = page.dropped();
    let (mut story, mut left) = (Vec::with_capacity(sentences.len()), Vec::new());
    for (line, why) in page.lines.iter().zip(dropped) {
        match why.map_or_else(|| page.trimmed(line).ok_or("credits, addresses and labels alone"), Err) {
            Ok(sentence) => story.push(sentence),
            Err(why) => left.push((line.sentence.span, Silence::Page(why))),
        }
    }
    (story, left)
}

/// What tells that a line is the page's, if it is.
type Left = Option<&'static str>;

/// What a run of characters without white space is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Url,
    Mail,
    Handle,
}

struct Word<'t> {
    tokens: Range<usize>,
    /// Folded, without the marks around it.
    text: Cow<'t, str>,
    kind: Kind,
    /// A colon, a stroke or an arrow stands behind it.
    colon: bool,
    /// An opening bracket stands before it.
    opens: bool,
    capital: bool,
}

/// A sentence with its words.
struct Line<'s> {
    sentence: &'s Sentence,
    words: Vec<Word<'s>>,
    /// Whether it opens with a quotation mark: then somebody of the story says it.
    quoted: bool,
    /// Whether it opens with a copyright sign or a bullet.
    sign: Option<char>,
    /// Whether it ends with a final mark.
    stops: bool,
}

/// What is told of a line by its words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Story,
    Page(&'static str),
    /// A heading over links.
    Links(&'static str),
}

impl Verdict {
    fn left(self) -> Left {
        match self {
            Self::Story => None,
            Self::Page(why) | Self::Links(why) => Some(why),
        }
    }
}

struct Page<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lines: Vec<Line<'a>>,
}

/// No phrase tells a longer sentence by more than its first words.
const LONGEST: usize = 60;
/// A headline has no more words than these.
const HEADLINE: usize = 24;
/// Lines of a list that is told by its shape.
const LIST: usize = 2;
/// Lines at the end of an article among which its author is told of.
const TAIL: usize = 3;

/// The phrases by the word that they open with: the place of the group, and the phrase. Under "" those that any word may open.
static OPENED: LazyLock<FxHashMap<&'static str, Vec<(usize, &'static str)>>> = LazyLock::new(|| {
    let mut out: FxHashMap<&'static str, Vec<(usize, &'static str)>> = FxHashMap::default();
    for (place, group) in GROUPS.iter().enumerate() {
        for &phrase in &group.phrases {
            for opener in phrase.split(' ').next().into_iter().flat_map(|w| w.split('|')) {
                let opener = opener.trim_end_matches(':');
                let key = if matches!(opener, "~" | "#" | "@") { "" } else { opener };
                out.entry(key).or_default().push((place, phrase));
            }
        }
    }
    out
});

impl<'s> Line<'s> {
    fn new(text: &'s str, tokens: &[Token], sentence: &'s Sentence) -> Self {
        let mut words: Vec<Word<'s>> = Vec::with_capacity(sentence.tokens.len());
        let mut start = sentence.tokens.start;
        for i in sentence.tokens.clone() {
            let last = i + 1 == sentence.tokens.end || tokens[i + 1].span.start > tokens[i].span.end;
            if last {
                push_word(text, tokens, start..i + 1, &mut words);
                start = i + 1;
            }
        }
        let raw = sentence.span.of(text);
        let first = raw.chars().next();
        let stops = raw.trim_end_matches(['"', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…']);
        let quoted = first.is_some_and(|c| matches!(c, '"' | '\'' | '«'));
        Self { sentence, words, quoted, sign: first.filter(|c| matches!(c, '©' | '+' | '•' | '»' | '>' | '→')), stops }
    }

    /// Whether the phrase stands at word `at`; its length in words.
    fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut count = 0;
        for (offset, pattern) in phrase.split(' ').enumerate() {
            let word = self.words.get(at + offset)?;
            if !pattern.split('|').any(|p| word.is(p)) {
                return None;
            }
            count += 1;
        }
        Some(count)
    }

    /// The first group of the table with a phrase that tells this line.
    fn group(&self, first: bool) -> Option<&'static Group> {
        let words = self.words.len().min(LONGEST);
        let at = |i: usize| OPENED.get(&*self.words[i].text).into_iter().flatten().map(move |row| (i, row));
        let any = OPENED.get("").into_iter().flatten().map(|row| (0, row));
        let fits = |(i, (group, phrase)): &(usize, &(usize, &'static str))| self.fits(*i, &GROUPS[*group], phrase, first);
        (0..words).flat_map(at).chain(any).filter(fits).map(|(_, (group, _))| *group).min().map(|group| &GROUPS[group])
    }

    fn fits(&self, at: usize, group: &Group, phrase: &str, first: bool) -> bool {
        let words = self.words.len();
        if words > group.longest || (at > 0 && group.place != Place::Holds) {
            return false;
        }
        match group.place {
            Place::Whole | Place::Heads => self.phrase(0, phrase) == Some(words),
            Place::Opens | Place::Holds => self.phrase(at, phrase).is_some(),
            Place::Links => !self.stops && !first && self.phrase(0, phrase).is_some(),
        }
    }

    /// A heading's shape: a line of its own, short, no final mark.
    fn is_headline(&self) -> bool {
        self.sentence.heading && self.words.len() <= HEADLINE
    }

    fn all(&self, test: impl Fn(&Word<'_>) -> bool) -> bool {
        !self.words.is_empty() && self.words.iter().all(test)
    }
}

impl Word<'_> {
    fn is(&self, pattern: &str) -> bool {
        let (pattern, colon) = pattern.strip_suffix(':').map_or((pattern, false), |p| (p, true));
        let same = match pattern {
            "~" => true,
            "#" => self.kind == Kind::Number,
            "@" => self.kind == Kind::Handle,
            word => self.text == word,
        };
        same && (self.colon || !colon)
    }
}

/// One run of characters as a word; a run of marks alone only tells what follows the word before it.
fn push_word<'t>(text: &'t str, tokens: &[Token], run: Range<usize>, words: &mut Vec<Word<'t>>) {
    let raw = Span::new(tokens[run.start].span.start, tokens[run.end - 1].span.end).of(text);
    let from_first = raw.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bare = from_first.trim_end_matches(|c: char| !c.is_alphanumeric());
    let points = |marks: &str| marks.contains([':', '|', '>', '»', '→']);
    if bare.is_empty() {
        if let Some(word) = words.last_mut().filter(|_| points(raw)) {
            word.colon = true;
        }
        return;
    }
    let (before, after) = (&raw[..raw.len() - from_first.len()], &from_first[bare.len()..]);
    let digits = bare.bytes().filter(u8::is_ascii_digit).count();
    let letters = bare.bytes().all(|b| b.is_ascii_alphabetic());
    let kind = if letters && !before.ends_with('@') {
        Kind::Word
    } else if bare.contains("://") || bare.starts_with("www.") || bare.starts_with("pic.twitter.com") || bare.starts_with("t.co/") {
        Kind::Url
    } else if bare.contains('@') && bare.contains('.') {
        Kind::Mail
    } else if before.ends_with('@') {
        Kind::Handle
    } else if digits > 0 && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '/' | '-' | '–' | ')' | '(')) {
        Kind::Number
    } else {
        Kind::Word
    };
    words.push(Word {
        tokens: run,
        text: fold(bare),
        kind,
        colon: points(after),
        opens: before.contains(['(', '[']),
        capital: bare.starts_with(char::is_uppercase),
    });
}

impl Page<'_> {
    /// For each sentence, what tells that it is the page's.
    fn dropped(&self) -> Vec<Left> {
        let verdicts: Vec<Verdict> = self.lines.iter().map(|line| self.verdict(line)).collect();
        let mut out: Vec<Left> = verdicts.iter().map(|v| v.left()).collect();
        self.links_under_headings(&verdicts, &mut out);
        self.player_list(&mut out);
        self.doubled(&mut out);
        self.bare_lists(&mut out);
        self.behind_the_end(&mut out);
        self.author(&mut out);
        out
    }

    /// What the words of a line tell.
    fn verdict(&self, line: &Line<'_>) -> Verdict {
        if line.quoted || line.words.is_empty() {
            return Verdict::Story;
        }
        let group = line.group(line.sentence.tokens.start == 0);
        match group.map(|g| (g.place, g.told)) {
            Some((Place::Heads, why)) => Verdict::Links(why),
            Some((_, why)) => Verdict::Page(why),
            None => self.plain_page(line).map_or(Verdict::Story, Verdict::Page),
        }
    }

    /// Lines that are told by what kind of words they have.
    fn plain_page(&self, line: &Line<'_>) -> Left {
        let short = line.words.len() <= 16;
        let numbered = line.words.first().is_some_and(|w| w.kind == Kind::Number);
        let copyright = line.sign == Some('©') && line.words.len() <= 30 && (numbered || line.sentence.heading);
        let shape = SHAPES.iter().find(|(is, _)| is(line)).map(|shape| shape.1);
        shape.or_else(|| (copyright || (short && self.is_credit(line))).then_some("whose a picture or a text is"))
    }

    /// The whole line is a credit: in brackets, with the stroke of an agency behind a name, or behind "©".
    fn is_credit(&self, line: &Line<'_>) -> bool {
        let raw = line.sentence.span.of(self.text);
        let bracketed = raw.starts_with('(') && raw.trim_end_matches('.').ends_with(')');
        let labelled = |w: &Word<'_>| List::CreditOpeners.has(&w.text) || w.text == "c" || raw.contains('©');
        bracketed && (is_slashed(raw) || line.words.first().is_some_and(labelled))
            || raw.contains('©') && (line.sentence.heading || line.words.len() <= 6)
    }

    /// Headlines under "Related stories", up to the next paragraph; the last of them before it may be a heading of the story.
    fn links_under_headings(&self, verdicts: &[Verdict], out: &mut [Left]) {
        let mut under = false;
        for (i, line) in self.lines.iter().enumerate() {
            match verdicts[i] {
                Verdict::Links(_) => under = true,
                Verdict::Page(_) => {}
                Verdict::Story if under && line.is_headline() && !self.is_dated(line) => {
                    let alone = self.lines.get(i + 1).is_some_and(|next| !next.is_headline())
                        && i > 0
                        && !matches!(verdicts[i - 1], Verdict::Links(_));
                    out[i] = (!alone).then_some("a link under a heading of links");
                }
                Verdict::Story => under = false,
            }
        }
    }

    /// "3:11 Title": running times of clips, which neither rise nor fall, or end in the player's button.
    fn player_list(&self, out: &mut [Left]) {
        let time = |line: &Line<'_>| {
            let raw = line.sentence.span.of(self.text).split(' ').next()?;
            let (minutes, seconds) = raw.split_once(':')?;
            let short = line.is_headline() && line.words.len() > 2 && seconds.len() == 2 && minutes.len() <= 2;
            Some(minutes.parse::<u32>().ok()? * 60 + seconds.parse::<u32>().ok()?).filter(|_| short)
        };
        let times: Vec<(usize, u32)> = self.lines.iter().enumerate().filter_map(|(i, l)| Some((i, time(l)?))).collect();
        let sorted = times.is_sorted_by_key(|t| t.1) || times.is_sorted_by_key(|t| std::cmp::Reverse(t.1));
        let button = |i: usize| self.lines[i].words.last().is_some_and(|w| matches!(&*w.text, "pause" | "play" | "replay"));
        if (times.len() > LIST && !sorted) || times.iter().any(|(i, _)| button(*i)) {
            times.iter().for_each(|(i, _)| out[*i] = Some("a clip with its running time"));
        }
    }

    /// A headline that stands twice behind a paragraph, line under line: a picture's link and the text's.
    fn doubled(&self, out: &mut [Left]) {
        let Some(first) = self.lines.iter().position(|l| !l.sentence.heading) else { return };
        for i in first + 2..self.lines.len() {
            let (a, b) = (&self.lines[i - 1], &self.lines[i]);
            let (one, two) = (a.sentence.span.of(self.text), b.sentence.span.of(self.text));
            if one == two && a.is_headline() && a.words.len() > 2 && !one.ends_with(',') && !self.is_dated(a) {
                out[i - 1..=i].fill(Some("a headline that stands twice, as the link of a picture does"));
            }
        }
    }

    /// Headlines one under the other, each with a bullet of links or a day in figures at its end, and nothing told under any.
    fn bare_lists(&self, out: &mut [Left]) {
        let stamped = |line: &Line<'_>| {
            line.is_headline()
                && line.words.len() > 2
                && line.words.last().is_some_and(|w| w.kind == Kind::Number && w.text.matches('/').count() == 2)
        };
        let bulleted = |line: &Line<'_>| line.is_headline() && line.sign.is_some_and(|s| s != '•' && s != '©');
        for test in [&stamped as &dyn Fn(&Line<'_>) -> bool, &bulleted] {
            let mut from = 0;
            for run in self.lines.chunk_by(|a, b| test(a) == test(b)) {
                if run.len() >= LIST && test(&run[0]) && from > 0 {
                    out[from..from + run.len()].fill(Some("a list of headlines with nothing told under them"));
                }
                from += run.len();
            }
        }
    }

    /// Headlines behind the last paragraph, where the page's end has begun.
    fn behind_the_end(&self, out: &mut [Left]) {
        let prose = (0..self.lines.len()).rev().find(|i| out[*i].is_none() && !self.lines[*i].sentence.heading);
        let end = prose.map_or(0, |i| i + 1);
        if let Some(first) = (end..self.lines.len()).find(|i| out[*i].is_some() && end > 0) {
            out[first..].iter_mut().for_each(|why| *why = why.or(Some("a headline behind the end of the story")));
        }
    }

    /// "X is a reporter for …", "X covers … for …": the author, told of in a paragraph at the end.
    fn author(&self, out: &mut [Left]) {
        let left: Vec<usize> = (1..self.lines.len()).filter(|i| out[*i].is_none()).collect();
        for i in left.into_iter().rev().take(TAIL) {
            let opens = self.lines[i].sentence.paragraph != self.lines[i - 1].sentence.paragraph;
            out[i] = (opens && is_bio(&self.lines[i])).then_some("who the author is");
        }
    }

    /// A day with its month's name at the end, behind a dash: the heading of a dated entry.
    fn is_dated(&self, line: &Line<'_>) -> bool {
        let raw = line.sentence.span.of(self.text);
        let tail = raw.rsplit(['—', '–', ':']).next().filter(|t| t.len() < raw.len()).or_else(|| raw.rsplit_once(" - ").map(|s| s.1));
        tail.is_some_and(|t| t.len() < 24 && months().any(|m| t.contains(m)))
    }

    /// The sentence without the page's words at its ends; `None` if nothing is left.
    fn trimmed(&self, line: &Line<'_>) -> Option<Sentence> {
        let mut words = 0..line.words.len();
        words.start = opening(line);
        words.end = self.ending(line, words.clone());
        let mut out = line.sentence.clone();
        if words.start > 0 {
            out.tokens.start = line.words.get(words.start)?.tokens.start;
        }
        if words.end < line.words.len() {
            out.tokens.end = line.words[..words.end].last()?.tokens.end;
        }
        if out.tokens.is_empty() {
            return None;
        }
        out.span = Span::new(self.tokens[out.tokens.start].span.start, self.tokens[out.tokens.end - 1].span.end);
        Some(out)
    }

    /// Where the story's words end: before a credit, an address or a post's signature.
    fn ending(&self, line: &Line<'_>, words: Range<usize>) -> usize {
        // The agency in a dateline ends nothing.
        let dateline = super::datelines::end(self.text, self.tokens, &line.sentence.tokens).unwrap_or(0);
        let credit = |i: &usize| {
            let word = &line.words[*i];
            if word.tokens.start < dateline {
                return false;
            }
            let credits = List::CreditOpeners.has(&word.text);
            let near = words.end - i <= 12;
            let follows = |next: &str| line.words.get(i + 1).is_some_and(|w| w.text == next);
            let label = word.colon && word.capital
                || matches!(&*word.text, "photo" | "photos" | "picture" | "image") && (follows("by") || follows("credit"));
            near && credits && (word.opens || label || (word.capital && word.text == "courtesy" && follows("of")))
        };
        let address = |i: &usize| line.words[*i].kind == Kind::Url && words.end - i <= 12;
        let signature = |i: &usize| {
            let word = &line.words[*i];
            word.kind == Kind::Handle && word.opens && words.end - i <= 5 && *i > words.start
        };
        let mut end = words.clone().skip(1).find(|i| credit(i) || address(i)).unwrap_or(words.end);
        if let Some(handle) = words.clone().find(signature).filter(|h| *h < end) {
            end = (words.start..handle).rev().take_while(|i| line.words[*i].capital).last().unwrap_or(handle);
        }
        while end > words.start && end < words.end && line.words[end - 1].kind == Kind::Handle {
            end -= 1;
        }
        if end == words.end && self.ends_slashed(line) { self.slashed_from(line).unwrap_or(end) } else { end }
    }

    fn ends_slashed(&self, line: &Line<'_>) -> bool {
        let raw = line.sentence.span.of(self.text);
        raw.ends_with(')') && raw.rfind('(').is_some_and(|open| is_slashed(&raw[open..]))
    }

    fn slashed_from(&self, line: &Line<'_>) -> Option<usize> {
        line.words.iter().rposition(|w| w.opens)
    }
}

/// "(Ola Brekke/Nordfoto)": names with a stroke between, in brackets.
fn is_slashed(bracket: &str) -> bool {
    let inner = bracket.trim_matches(|c: char| matches!(c, '(' | ')' | '.'));
    let capitals = inner
        .split([' ', '/'])
        .filter(|w| !w.is_empty())
        .all(|w| w.starts_with(char::is_uppercase) || w.len() < 4 && !w.starts_with(char::is_numeric));
    inner.len() < 80 && inner.contains('/') && capitals
}

/// Counters and labels that open a caption: "Image 3 of 12", "Buy Photo", "EMBED >More News Videos".
fn opening(line: &Line<'_>) -> usize {
    let counter = |i: usize| {
        line.phrase(i, "image|photo|slide|picture # of #").is_some() || line.phrase(i, "image|photo|slide|picture # of / #").is_some()
    };
    if let Some(last) = (0..line.words.len().saturating_sub(4)).rev().find(|i| counter(*i)) {
        let labelled = line.phrase(last + 4, "caption close|open").map_or(last + 4, |n| last + 4 + n);
        return labelled + line.phrase(labelled, "buy photo").unwrap_or(0);
    }
    let ends = |n: usize| (2..n).find(|i| line.words[*i].colon && !List::StampWords.has(&line.words[*i].text)).map(|i| i + 1);
    let stamped = stamp(line).and_then(ends);
    stamped.or_else(|| OPENERS.iter().find_map(|opener| line.phrase(0, opener))).filter(|n| *n < line.words.len()).unwrap_or(0)
}

/// Tells a kind of line by its words.
type Shape = fn(&Line<'_>) -> bool;

/// What kinds of words make a line the page's, and what such a line is.
const SHAPES: [(Shape, &str); 6] = [
    (is_clip, "the title of a clip"),
    (is_buttons, "buttons"),
    (is_count, "how many comments, views and the like there are"),
    (is_stamp, "when it was put up or changed"),
    (is_byline, "who wrote it"),
    (is_address, "an address or a telephone number"),
];

/// Labels before a caption.
const OPENERS: &[&str] = &[
    "advertisement",
    "story continues below",
    "article continues below",
    "buy photo",
    "embed >more news videos",
    "embed more news videos",
    "hide caption",
    "view full caption",
    "file photo:",
    "photo caption:",
    "caption:",
];

/// "Video Two Killed in Crash": a clip's title, told by its capitals.
fn is_clip(line: &Line<'_>) -> bool {
    let medium = line.words.first().is_some_and(|w| matches!(&*w.text, "video" | "photos" | "gallery" | "slideshow" | "watch"));
    let title = line.words.iter().filter(|w| w.kind == Kind::Word && w.text.len() > 3).all(|w| w.capital);
    medium && title && line.is_headline() && line.words.len() > 3
}

/// A row of buttons.
fn is_buttons(line: &Line<'_>) -> bool {
    line.all(|w| List::Buttons.has(&w.text) || w.kind == Kind::Handle)
}

/// "12 comments", "3 3 Retweets 2 2 likes".
fn is_count(line: &Line<'_>) -> bool {
    line.words.len() > 1
        && line.all(|w| w.kind == Kind::Number || List::CountedOnPage.has(&w.text))
        && line.words.iter().any(|w| w.kind != Kind::Number)
}

/// "Posted on: …", "Last updated at …", "Published Monday, …": the verb with its day, and nothing that happened.
fn is_stamp(line: &Line<'_>) -> bool {
    let words = line.words.len();
    stamp(line).is_some_and(|end| end == words || line.sentence.heading && (words < 16 && end + 6 > words))
}

/// How many words a stamp at the head of a line has.
fn stamp(line: &Line<'_>) -> Option<usize> {
    let verb = line.words.iter().take(3).position(|w| List::StampVerbs.has(&w.text))?;
    let before = line.words[..verb].iter().all(|w| List::StampWords.has(&w.text));
    let behind = line.words.get(verb + 1);
    let dated = behind.is_none_or(|w| List::StampWords.has(&w.text) || is_dateword(w)) || line.words[verb].colon;
    let part = |w: &&Word<'_>| {
        let word = &*w.text;
        let plain = List::StampTail.has(word);
        plain || is_dateword(w) || List::StampVerbs.has(word) || List::StampWords.has(word) || (w.capital && word.len() <= 4)
    };
    (line.words[0].capital && before && dated).then(|| line.words.iter().take_while(part).count())
}

/// The months, in full and shortened.
fn months() -> impl Iterator<Item = &'static str> {
    List::Months.all().chain(List::ShortMonths.all()).map(|(month, _)| month)
}

/// A number, a month, a weekday.
fn is_dateword(word: &Word<'_>) -> bool {
    let month = |m: &str| word.text.len() > 2 && m.to_ascii_lowercase().starts_with(&*word.text);
    word.kind == Kind::Number || months().any(month) || word.text.ends_with("day")
}

/// "By Ola Brekke, correspondent": a line of its own.
fn is_byline(line: &Line<'_>) -> bool {
    line.sentence.heading && line.words.len() < 16 && line.words[0].text == "by" && line.words[0].capital
}

/// Addresses, telephone numbers and account names, and hardly a word beside them.
fn is_address(line: &Line<'_>) -> bool {
    let plain = line.words.iter().filter(|w| w.kind == Kind::Word).count();
    let address = line.words.iter().filter(|w| matches!(w.kind, Kind::Url | Kind::Mail | Kind::Handle)).count();
    let telephone = line.all(|w| w.kind == Kind::Number)
        && line.words.iter().map(|w| w.text.chars().filter(char::is_ascii_digit).count()).sum::<usize>() >= 7;
    let dated = telephone && line.words.iter().any(|w| w.text.contains('/') || w.text.contains(':'));
    (address > 0 && (plain <= 3 || (line.words.len() <= 12 && line.words.iter().any(|w| w.kind == Kind::Mail)))) || (telephone && !dated)
}

/// "Ola Brekke is a reporter for …" in the present, and nothing else told of the bearer.
fn is_bio(line: &Line<'_>) -> bool {
    let name = line.words.iter().take(4).take_while(|w| w.capital).count();
    let Some(verb) = line.words.get(name).filter(|_| name > 0) else { return false };
    let writer = |w: &Word<'_>| List::Writers.has(&w.text);
    let told = line.words.iter().any(|w| matches!(&*w.text, "was" | "were" | "had" | "who" | "said" | "did"));
    match &*verb.text {
        "is" => !told && line.words[name..].iter().take(8).any(writer),
        "covers" | "writes" | "reports" => !told && line.words[name..].iter().any(|w| matches!(&*w.text, "for" | "about" | "on")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<&str> {
        let tokens = crate::text::tokens(text);
        let sentences = crate::text::sentences(text, &tokens);
        story(text, &tokens, &sentences).0.iter().map(|s| s.span.of(text)).collect()
    }

    /// A line behind a paragraph, and what is read of it.
    #[test]
    fn rows() {
        let paragraph = "The mayor of Osk opened the bridge on Monday.";
        for (line, expected) in [
            ("Show More", None),
            ("Facebook Twitter WhatsApp Email", None),
            ("12 comments", None),
            ("Comments are closed on this story.", None),
            ("By Ola Brekke, Bergen correspondent", None),
            ("(Ola Brekke/Nordfoto)", None),
            ("© Ola Brekke/Nordfoto", None),
            ("Copyright 2031 Tidende. All rights reserved.", None),
            ("ola.brekke@tidende.example", None),
            ("555-123-4567", None),
            ("Video Two Killed in Porto Crash", None),
            ("Posted at 4:10 pm", None),
            ("Source: port office", None),
            (
                "Source: Two men held in the port were carrying letters of the mayor",
                Some("Source: Two men held in the port were carrying letters of the mayor"),
            ),
            ("© Ada Okafor, 41, was killed in the fire.", Some("© Ada Okafor, 41, was killed in the fire.")),
            ("Video of the crash shows two people.", Some("Video of the crash shows two people.")),
            ("More than 40 people died.", Some("More than 40 people died.")),
            ("By noon the water had reached the bridge.", Some("By noon the water had reached the bridge.")),
            ("Published figures show that 12 people died.", Some("Published figures show that 12 people died.")),
            ("Related charges were dropped on Friday.", Some("Related charges were dropped on Friday.")),
            ("Updated at 4:45 p.m. ET: Four people died.", Some("Four people died.")),
            ("Advertisement The bridge is closed.", Some("The bridge is closed.")),
            ("Ada Okafor on the bridge (Photo: Ola Brekke)", Some("Ada Okafor on the bridge")),
            ("The bridge of Osk. pic.twitter.com/aB1 — Ola (@ola) May 4, 2031", Some("The bridge of Osk.")),
        ] {
            let text = format!("{paragraph}\n{line}\nIt took nine years to build it.");
            let found = read(&text);
            let between: Vec<&str> = found[1..found.len() - 1].to_vec();
            assert_eq!(between, expected.into_iter().collect::<Vec<_>>(), "{line}");
        }
    }

    #[test]
    fn phrases_are_folded_and_stand_once() {
        assert_eq!(GROUPS.len(), include_str!("../../data/page-phrases.tsv").lines().filter(|l| !l.starts_with(['#', '\t'])).count());
        let mut all: Vec<(Place, &str)> = Vec::new();
        for group in GROUPS.iter() {
            for &phrase in &group.phrases {
                let words = phrase.replace(['#', '~', '@', '|', ':'], "x");
                assert_eq!(fold(&words), words, "{phrase:?} would match nothing");
                assert!(!all.contains(&(group.place, phrase)), "{phrase:?} stands twice");
                all.push((group.place, phrase));
            }
        }
    }

    proptest! {
        /// What is read lies within the sentences, in their order.
        #[test]
        fn nothing_is_invented(text in "([A-Za-z0-9:./@©()“”|+ -]{0,30}(Related|Photo:|Image 1 of 2|By|Posted on)?[.\n ]){0,12}") {
            let tokens = crate::text::tokens(&text);
            let sentences = crate::text::sentences(&text, &tokens);
            let (story, left) = story(&text, &tokens, &sentences);
            prop_assert_eq!(story.len() + left.len(), sentences.len());
            prop_assert!(story.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start));
            for read in &story {
                let whole = sentences.iter().find(|s| s.tokens.contains(&read.tokens.start));
                prop_assert!(whole.is_some_and(|s| read.tokens.end <= s.tokens.end && s.span.start <= read.span.start && read.span.end <= s.span.end));
            }
        }
    }
}
