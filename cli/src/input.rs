//! From paths to records.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use claimgraph::claim::{Location, Record, Rejected, RejectionCode};
use claimgraph::corpus::Article;
use claimgraph::id::ArticleId;
use claimgraph::ingest;

use crate::Failure;

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
}

impl Input {
    /// Reads all paths.
    ///
    /// A path that cannot be read makes the whole unusable; a file in a folder that cannot be read is rejected.
    pub(crate) fn read(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut input = Self::default();
        for path in paths {
            if path == Path::new("-") {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map_err(|e| Failure::Unusable(format!("standard input: {e}")))?;
                input.add("-", &bytes);
            } else if fs::metadata(path).map_err(|e| unreadable(path, &e))?.is_dir() {
                input.folder(path)?;
            } else {
                let bytes = fs::read(path).map_err(|e| unreadable(path, &e))?;
                input.add(&named(path), &bytes);
            }
        }
        Ok(input)
    }

    fn folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let mut files = Vec::new();
        walk(folder, &mut files).map_err(|e| unreadable(folder, &e))?;
        for file in files {
            let name = named(&file);
            match fs::read(&file) {
                Ok(bytes) => self.add(&name, &bytes),
                Err(error) => {
                    let reason = format!("the file cannot be read: {error}");
                    self.rejected.push(Rejected::in_file(Some(name.into()), 0, reason).coded(RejectionCode::Unreadable));
                }
            }
        }
        Ok(())
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
        let source = || Source { text, file: location.file.clone(), line: location.line, is_file, article: article.without_text() };
        match self.texts.entry(id) {
            Entry::Vacant(free) => drop(free.insert(source())),
            Entry::Occupied(mut known) if article.revises(&known.get().article) => drop(known.insert(source())),
            Entry::Occupied(_) => {}
        }
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Unusable(format!("{}: {error}", path.display()))
}

fn named(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The files of a folder and the folders in it that hold text by their ending, sorted by path; hidden ones are left out,
/// and linked folders, which could lead in circles.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
            if hidden {
                continue;
            }
            if fs::symlink_metadata(&path)?.is_dir() {
                open.push(path);
            } else if !path.is_dir() && ingest::Kind::of_ending(&named(&path)).is_some() {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(())
}
