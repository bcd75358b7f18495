//! From paths to what is to be read, before any of it is opened.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use claimgraph::claim::{Rejected, RejectionCode};
use claimgraph::ingest::Kind;

use super::name::named;
use crate::Failure;
use crate::system::{End, Identity, Standard, Thing, end_of, standard};

/// Something to be read.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Where it is; `None` for standard input.
    pub(crate) path: Option<PathBuf>,
    /// How it is called.
    pub(crate) name: String,
    /// Whether the caller named it, and not a folder that holds it.
    pub(crate) is_named: bool,
    /// Which thing it is, as far as that is known.
    pub(crate) identity: Option<Identity>,
}

/// Everything that the paths of a command lead to.
#[derive(Default)]
pub(crate) struct Found {
    /// What is to be read, each thing once: named paths in their order, each folder's files sorted.
    pub(crate) sources: Vec<Source>,
    /// What a folder holds and cannot be read.
    pub(crate) rejected: Vec<Rejected>,
    /// The folders that were walked.
    folders: Vec<Identity>,
}

impl Found {
    /// Looks, and opens nothing but folders.
    pub(crate) fn at(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut found = Self::default();
        for path in paths {
            match named_source(path)? {
                Some(source) => found.sources.push(source),
                None => found.walk(path)?,
            }
        }
        found.once();
        Ok(found)
    }

    /// Leaves each thing once, under the least of its names: what a result says does not hang on the order of paths.
    fn once(&mut self) {
        let key = |s: &Source| s.identity.clone().map(|identity| (identity, Kind::of_ending(&s.name)));
        let mut least = std::collections::HashMap::new();
        for source in &self.sources {
            let Some(key) = key(source) else { continue };
            let name = least.entry(key).or_insert_with(|| source.name.clone());
            *name = source.name.clone().min(std::mem::take(name));
        }
        self.sources.retain(|s| match key(s) {
            // The first of its name is left; what follows finds nothing any more.
            Some(key) if least.get(&key) == Some(&s.name) => least.remove(&key).is_some(),
            Some(_) => false,
            None => true,
        });
        self.rejected.sort();
        self.rejected.dedup();
    }

    /// The files of a folder and of the folders in it that hold text by their ending, sorted by path. Hidden ones are left out, and
    /// linked folders, which could lead in circles.
    fn walk(&mut self, root: &Path) -> Result<(), Failure> {
        let start = self.sources.len();
        let mut open = vec![root.to_path_buf()];
        while let Some(folder) = open.pop() {
            match self.look_into(&folder, &mut open) {
                Err(error) if folder == root => return Err(unreadable(root, &error)),
                Err(error) => self.reject(named(&folder), RejectionCode::Unreadable, format!("the folder cannot be read: {error}")),
                Ok(()) => {}
            }
        }
        self.sources[start..].sort_by(|a, b| a.path.cmp(&b.path));
        Ok(())
    }

    fn look_into(&mut self, folder: &Path, open: &mut Vec<PathBuf>) -> io::Result<()> {
        self.folders.extend(Identity::of(folder, &fs::metadata(folder)?));
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let (path, kind) = (entry.path(), entry.file_type()?);
            if kind.is_dir() {
                open.push(path);
            } else {
                let name = named(&path);
                if Kind::of_ending(&name).is_some() {
                    self.entry(path, name);
                }
            }
        }
        Ok(())
    }

    /// A file, or what is called as if it were one.
    fn entry(&mut self, path: PathBuf, name: String) {
        match fs::metadata(&path) {
            Ok(metadata) => match Thing::of(&metadata) {
                Thing::File => {
                    let identity = Identity::of(&path, &metadata);
                    self.sources.push(Source { path: Some(path), name, is_named: false, identity });
                }
                Thing::Folder => {}
                // Opening a pipe waits for somebody to write into it, and a device may never end.
                other @ (Thing::Pipe | Thing::Socket | Thing::Device) => {
                    let reason = format!("it is {}, and what stands in a folder is read from files alone", other.name());
                    self.reject(name, RejectionCode::NotAFile, reason);
                }
            },
            Err(error) => self.reject(name, RejectionCode::Unreadable, format!("the file cannot be read: {error}")),
        }
    }

    fn reject(&mut self, name: String, code: RejectionCode, reason: String) {
        self.rejected.push(Rejected::in_file(Some(name.into()), 0, reason).coded(code));
    }

    /// Whether that is among what is read.
    pub(crate) fn reads(&self, identity: &Identity) -> bool {
        self.sources.iter().any(|s| s.identity.as_ref() == Some(identity))
    }

    /// Whether a walk like this one would read a file of that name in that folder.
    pub(crate) fn would_read(&self, file: &Path) -> bool {
        let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else { return false };
        let walked = || fs::metadata(folder).ok().and_then(|m| Identity::of(folder, &m)).is_some_and(|id| self.folders.contains(&id));
        !name.as_encoded_bytes().starts_with(b".") && Kind::of_ending(&named(file)).is_some() && walked()
    }
}

/// What the caller named, unless it is a folder.
///
/// # Errors
/// Where nothing is there, or what cannot be read: a socket, or a device that is none of the standard streams.
pub(crate) fn named_source(path: &Path) -> Result<Option<Source>, Failure> {
    if path == Path::new("-") {
        return Ok(Some(standard_input()?));
    }
    let metadata = fs::metadata(path).map_err(|e| unreadable(path, &e))?;
    match Thing::of(&metadata) {
        Thing::Folder => return Ok(None),
        Thing::File | Thing::Pipe => {}
        // `/dev/stdin` may be a terminal.
        Thing::Device if matches!(end_of(path), Ok(End::Stream)) => {}
        other @ (Thing::Socket | Thing::Device) => {
            return Err(Failure::Unusable(format!("{}: it is {}, not a file", named(path), other.name())));
        }
    }
    let identity = Identity::of(path, &metadata);
    Ok(Some(Source { path: Some(path.to_path_buf()), name: named(path), is_named: true, identity }))
}

/// Standard input: a file, a pipe or a terminal.
fn standard_input() -> Result<Source, Failure> {
    use std::io::IsTerminal;
    let metadata = standard(Standard::Input);
    let thing = metadata.as_ref().map(Thing::of);
    if thing == Some(Thing::Device) && !io::stdin().is_terminal() && !is_null(metadata.as_ref()) {
        return Err(Failure::Unusable("standard input: it is a device, not a file".to_owned()));
    }
    if thing == Some(Thing::Folder) {
        return Err(Failure::Unusable("standard input: it is a folder".to_owned()));
    }
    let identity = metadata.and_then(|m| Identity::of(Path::new("-"), &m));
    Ok(Source { path: None, name: "-".to_owned(), is_named: true, identity })
}

/// Whether that is the device that holds nothing, which stands for no input.
fn is_null(metadata: Option<&fs::Metadata>) -> bool {
    let null = Path::new("/dev/null");
    let identity = |m: &fs::Metadata| Identity::of(null, m);
    metadata.and_then(identity) == fs::metadata(null).ok().as_ref().and_then(identity)
}

pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Unusable(format!("{}: {error}", named(path)))
}
