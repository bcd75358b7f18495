//! From paths to records.

mod find;
mod name;
mod read;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use claimgraph::claim::{Extraction, Location, Record, Rejected, RejectionCode};
use claimgraph::corpus::Article;
use claimgraph::id::ArticleId;
use claimgraph::ingest;

use crate::Failure;
use crate::output::Target;

pub(crate) use find::Found;
pub(crate) use name::named;
pub(crate) use read::Limit;

/// Everything that was read.
#[derive(Default)]
pub(crate) struct Input {
    /// The records, in the order of the files.
    pub(crate) records: Vec<(Record, Location)>,
    /// What could not be used.
    pub(crate) rejected: Vec<Rejected>,
    /// The articles' texts, for reports.
    pub(crate) texts: Texts,
}

/// The texts of articles, and where they begin.
pub(crate) type Texts = HashMap<ArticleId, Source>;

/// An article's text in its file.
pub(crate) struct Source {
    /// The text.
    pub(crate) text: Arc<str>,
    /// The file, as the caller named it.
    pub(crate) file: Arc<str>,
    /// The line on which the text begins, or on which the record stands.
    pub(crate) line: u64,
    /// Whether the file is the text, or a record holds it.
    pub(crate) is_file: bool,
    /// What else is known of the article.
    pub(crate) article: Article,
    /// What was read of it, once it was.
    pub(crate) read: Option<Read>,
}

/// How much of a text was read.
pub(crate) enum Read {
    /// So many sentences.
    Sentences(usize),
    /// Nothing, for a reason.
    Nothing(String),
}

impl Source {
    /// Notes what was read, if it was read of this text.
    pub(crate) fn note(&mut self, article: &Article, extraction: &Extraction) {
        if article.text.as_ref() == Some(&self.text) {
            self.read = Some(extraction.unread.clone().map_or(Read::Sentences(extraction.sentences), Read::Nothing));
        }
    }
}

impl Input {
    /// Reads all paths, once it is known that the result will not be written over any of them.
    ///
    /// A path that cannot be read makes the whole unusable; what cannot be read in a folder is rejected by its own path.
    pub(crate) fn read(paths: &[PathBuf], target: &Target, limit: Limit) -> Result<Self, Failure> {
        let mut input = Self::default();
        let unread = each(paths, target, limit, |name, bytes| input.add(name, bytes))?;
        input.rejected.splice(..0, unread);
        Ok(input)
    }

    fn add(&mut self, name: &str, bytes: &[u8]) {
        let is_file = ingest::Kind::of(name, bytes) == ingest::Kind::Text;
        for read in ingest::read(name, bytes) {
            match read {
                Ok((record, location)) => {
                    if let Record::Article(article) = &record {
                        self.keep(article, &location, is_file);
                    }
                    self.records.push((record, location));
                }
                Err(rejected) => self.rejected.push(rejected),
            }
        }
    }

    fn keep(&mut self, article: &Article, location: &Location, is_file: bool) {
        let Some(text) = article.text.clone() else { return };
        let id = article.id.clone().unwrap_or_else(|| article.derive_id());
        let source =
            || Source { text, file: location.file.clone(), line: location.line, is_file, article: article.without_text(), read: None };
        match self.texts.entry(id) {
            Entry::Vacant(free) => drop(free.insert(source())),
            Entry::Occupied(mut known) if article.revises(&known.get().article) => drop(known.insert(source())),
            // Of one text in two files the lesser name counts, as in the result, and not which came first.
            Entry::Occupied(mut known) => {
                let (older, place) = (known.get().article.revises(article), (&known.get().file, known.get().line));
                if !older && (&location.file, location.line) < place {
                    known.insert(source());
                }
            }
        }
    }
}

/// Hands on the bytes of all files that paths lead to, once it is known that the result will not be written over any of them; gives what
/// cannot be read.
pub(crate) fn each(paths: &[PathBuf], target: &Target, limit: Limit, mut add: impl FnMut(&str, &[u8])) -> Result<Vec<Rejected>, Failure> {
    let found = Found::at(paths)?;
    target.apart_from(&found)?;
    let mut rejected = found.rejected;
    for source in found.sources {
        match read::bytes(&source, limit) {
            Ok(bytes) => add(&source.name, &bytes),
            Err(unread) if source.is_named => return Err(failure(&source, &unread)),
            Err(unread) => {
                let code = if let read::Unread::Long(_) = unread { RejectionCode::TooLong } else { RejectionCode::Unreadable };
                rejected.push(Rejected::in_file(Some(source.name.into()), 0, unread.reason()).coded(code));
            }
        }
    }
    Ok(rejected)
}

/// The bytes of one file that the caller named.
pub(crate) fn one(path: &Path, limit: Limit) -> Result<Vec<u8>, Failure> {
    let source = find::named_source(path)?.ok_or_else(|| Failure::Unusable(format!("{}: it is a folder, not a file", named(path))))?;
    read::bytes(&source, limit).map_err(|unread| failure(&source, &unread))
}

fn failure(source: &find::Source, unread: &read::Unread) -> Failure {
    let name = if source.path.is_none() { "standard input" } else { &source.name };
    Failure::Unusable(format!("{name}: {}", unread.reason()))
}
