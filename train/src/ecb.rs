//! ECB+ (Cybulska and Vossen 2014): articles of topics, put together from their tokens, and which words tell of one event.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

/// An article, and the events that its words tell of.
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) text: String,
    pub(crate) published: Option<String>,
    /// First and last character of each event mention in a checked sentence, and the event.
    pub(crate) events: Vec<(usize, usize, String)>,
}

/// All articles of the folder, in the order of topics and files.
pub(crate) fn read(folder: &Path) -> io::Result<Vec<Article>> {
    let checked = checked(&fs::read_to_string(folder.join("ECBplus_coreference_sentences.csv"))?);
    let mut out = Vec::new();
    let mut topics: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    topics.sort_by_key(std::fs::DirEntry::file_name);
    for topic in topics.iter().filter(|t| t.path().is_dir()) {
        let mut files: Vec<_> = fs::read_dir(topic.path())?.collect::<Result<_, _>>()?;
        files.sort_by_key(std::fs::DirEntry::file_name);
        for file in files {
            let name = file.file_name().to_string_lossy().into_owned();
            let Some(name) = name.strip_suffix(".xml") else { continue };
            let text = String::from_utf8_lossy(&fs::read(file.path())?).into_owned();
            out.push(article(name, &topic.file_name().to_string_lossy(), &text, &checked));
        }
    }
    Ok(out)
}

/// The sentences whose annotation was checked, by the name of their file.
fn checked(csv: &str) -> BTreeSet<(String, String)> {
    let row = |line: &str| {
        let mut cells = line.trim().split(',');
        let (topic, file, sentence) = (cells.next()?, cells.next()?, cells.next()?);
        Some((format!("{topic}_{file}"), sentence.to_owned()))
    };
    csv.lines().skip(1).filter_map(row).collect()
}

/// The value of an attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag[at..].split('"').next()
}

fn plain(words: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(words.to_owned(), |s, (a, b)| s.replace(a, b))
}

fn article(name: &str, topic: &str, xml: &str, checked: &BTreeSet<(String, String)>) -> Article {
    let mut sentences: BTreeMap<usize, Vec<(&str, String)>> = BTreeMap::new();
    for part in xml.split("<token ").skip(1) {
        let (Some(tag), Some(words)) = (part.split('>').next(), part.split('>').nth(1)) else { continue };
        let (Some(id), Some(sentence)) = (attribute(tag, "t_id"), attribute(tag, "sentence").and_then(|s| s.parse().ok())) else {
            continue;
        };
        sentences.entry(sentence).or_default().push((id, plain(words.split('<').next().unwrap_or_default())));
    }
    let (mut text, mut published) = (String::new(), None);
    let mut place: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    let mut length = 0;
    for (number, tokens) in &sentences {
        if *number == 0 && tokens[0].1.starts_with("http") {
            published = day(&tokens.iter().map(|t| t.1.as_str()).collect::<String>());
            continue;
        }
        let words: Vec<&str> = tokens.iter().map(|t| t.1.as_str()).collect();
        let (line, places) = together(&words);
        for ((id, _), (start, end)) in tokens.iter().zip(places) {
            place.insert(id, (length + start, length + end, *number));
        }
        length += line.chars().count() + 1;
        text += &line;
        text.push('\n');
    }
    let id = name.replace("ecbplus", "p").replace("ecb", "e");
    let mut of: BTreeMap<&str, &str> = BTreeMap::new();
    for part in xml.split("<CROSS_DOC_COREF ").skip(1) {
        let body = part.split("</CROSS_DOC_COREF>").next().unwrap_or_default();
        let Some(event) = attribute(body, "note") else { continue };
        let sources = body.split("<source ").skip(1).filter_map(|s| attribute(s, "m_id"));
        sources.for_each(|m| {
            of.insert(m, event);
        });
    }
    let mut events = Vec::new();
    let marks = xml.split("<Markables>").nth(1).and_then(|m| m.split("</Markables>").next()).unwrap_or_default();
    for part in marks.split('<').filter(|p| p.starts_with("ACTION") || p.starts_with("NEG_ACTION")) {
        let Some(mention) = attribute(part, "m_id") else { continue };
        let from = part.as_ptr() as usize - marks.as_ptr() as usize;
        let body = &marks[from..];
        let tag = part.split([' ', '>']).next().unwrap_or_default();
        let body = body.split(&format!("</{tag}>")).next().unwrap_or_default();
        let anchors: Vec<_> = body.split("<token_anchor ").skip(1).filter_map(|a| place.get(attribute(a, "t_id")?)).collect();
        let (Some(first), Some(last)) = (anchors.first(), anchors.last()) else { continue };
        if checked.contains(&(name.to_owned(), first.2.to_string())) {
            let event = of.get(mention).map_or_else(|| format!("{id}#{mention}"), |e| (*e).to_owned());
            events.push((first.0, last.1, event));
        }
    }
    Article { id, topic: topic.to_owned(), text, published, events }
}

/// A day in an address: "/2009/01/06/".
fn day(url: &str) -> Option<String> {
    let parts: Vec<&str> = url.split(['/', '-']).collect();
    let date = |w: &[&str]| {
        let number = |s: &str, most: u32| s.parse::<u32>().ok().filter(|n| (1..=most).contains(n) && s.len() <= 2);
        let (year, month, day) = (w[0].parse::<u32>().ok().filter(|y| (2000..2100).contains(y))?, number(w[1], 12)?, number(w[2], 31)?);
        Some(format!("{year}-{month:02}-{day:02}"))
    };
    parts.windows(3).find_map(date)
}

/// Tokens as a line, and where each stands in it.
fn together(tokens: &[&str]) -> (String, Vec<(usize, usize)>) {
    const CLOSING: &[&str] =
        &[".", ",", ";", ":", "!", "?", "%", ")", "]", "'", "’", "n't", "'s", "’s", "'re", "’re", "'ve", "'ll", "'d", "'m", "”"];
    let (mut text, mut length, mut places) = (String::new(), 0, Vec::new());
    let (mut quoted, mut glued) = (false, true);
    for (i, token) in tokens.iter().enumerate() {
        let (before, two) = (i.checked_sub(1).map_or("", |i| tokens[i]), i.checked_sub(2).map_or("", |i| tokens[i]));
        let behind = tokens.get(i + 1).copied().unwrap_or_default();
        let mut space = !glued && !CLOSING.contains(token);
        glued = matches!(*token, "(" | "[" | "$" | "£" | "#" | "“");
        if before == "’" && ["s", "re", "ve", "ll", "d", "m", "t"].contains(token) {
            space = false;
        }
        if matches!(*token, "\"" | "``" | "''") {
            (space, glued, quoted) = (space && !quoted, !quoted, !quoted);
        }
        let (ends, starts) = (before.ends_with(char::is_alphanumeric), behind.starts_with(char::is_alphanumeric));
        if matches!(*token, "-" | "–") && ends && starts {
            (space, glued) = (false, true);
        }
        let digit = |c: char| c.is_ascii_digit();
        if matches!(before, "." | "," | ":") && two.ends_with(digit) && token.starts_with(digit) {
            space = false;
        }
        if space {
            text.push(' ');
            length += 1;
        }
        let end = length + token.chars().count();
        places.push((length, end));
        (text, length) = (text + token, end);
    }
    (text, places)
}
