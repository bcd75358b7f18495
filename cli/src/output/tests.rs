//! A file system in memory in which any step fails, or the power goes.
//!
//! After the tests of SQLite: the n-th operation fails, for every n, and afterwards the old file or the new one is there, whole.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use claimgraph::export;
use claimgraph::graph::ClaimGraph;

use super::disk::{Disk, Os};
use super::whole::replace;
use crate::input::Texts;
use crate::report::{self, Look};

/// What happens at the planted operation.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// It alone fails.
    Once,
    /// It and all that follow fail: a full disk, or a run that was killed there.
    Onward,
    /// It is the last before the power goes; what was not waited for may be lost.
    Power,
}

/// Which content a name has, and the contents: as they look, and as they are on the plate.
#[derive(Clone, Default)]
struct State {
    names: BTreeMap<PathBuf, usize>,
    contents: Vec<Vec<u8>>,
}

#[derive(Default)]
struct Memory {
    now: State,
    kept: State,
    /// How many operations succeed before the fault.
    good: usize,
    done: usize,
    fault: Option<Fault>,
    /// The most bytes that one write takes.
    most: usize,
}

impl Memory {
    fn with(old: Option<&[u8]>, good: usize, fault: Option<Fault>, most: usize) -> Self {
        let mut state = State::default();
        if let Some(old) = old {
            state.names.insert("/f/out".into(), 0);
            state.contents.push(old.to_vec());
        }
        Self { now: state.clone(), kept: state, good, fault, most, ..Self::default() }
    }

    fn step(&mut self) -> io::Result<()> {
        self.done += 1;
        let planted = match self.fault {
            None => false,
            Some(Fault::Once) => self.done == self.good + 1,
            Some(Fault::Onward | Fault::Power) => self.done > self.good,
        };
        if planted { Err(io::Error::new(io::ErrorKind::StorageFull, "planted")) } else { Ok(()) }
    }

    fn at<'s>(state: &'s State, path: &str) -> Option<&'s [u8]> {
        state.names.get(Path::new(path)).map(|&i| &*state.contents[i])
    }

    /// What may be found after the fault: as it looks; and after a loss of power also what was waited for, and the names as they
    /// look over the contents that were waited for, as journals of names alone leave it.
    fn outcomes(&self) -> Vec<State> {
        let names_only = State { names: self.now.names.clone(), contents: self.kept.contents.clone() };
        if self.fault == Some(Fault::Power) { vec![self.now.clone(), self.kept.clone(), names_only] } else { vec![self.now.clone()] }
    }
}

impl Disk for Memory {
    type File = usize;

    fn create(&mut self, path: &Path, _is_private: bool) -> io::Result<usize> {
        self.step()?;
        if self.now.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.now.contents.push(Vec::new());
        self.kept.contents.push(Vec::new());
        let file = self.now.contents.len() - 1;
        self.now.names.insert(path.to_path_buf(), file);
        Ok(file)
    }

    fn resemble(&mut self, _file: &mut usize, _other: &Metadata) -> io::Result<()> {
        self.step()
    }

    fn write(&mut self, file: &mut usize, bytes: &[u8]) -> io::Result<usize> {
        self.step()?;
        let n = bytes.len().min(self.most);
        self.now.contents[*file].extend_from_slice(&bytes[..n]);
        Ok(n)
    }

    fn sync(&mut self, file: &mut usize) -> io::Result<()> {
        self.step()?;
        self.kept.contents[*file] = self.now.contents[*file].clone();
        Ok(())
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        let file = self.now.names.remove(from).ok_or(io::ErrorKind::NotFound)?;
        self.now.names.insert(to.to_path_buf(), file);
        Ok(())
    }

    fn sync_folder(&mut self, _folder: &Path) -> io::Result<()> {
        self.step()?;
        self.kept.names = self.now.names.clone();
        Ok(())
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        self.step()?;
        self.now.names.remove(path).map(drop).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

fn graph() -> ClaimGraph {
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/story/result.json");
    export::load(&std::fs::read(story).unwrap()).unwrap()
}

type Format = fn(&ClaimGraph, &mut dyn Write) -> io::Result<()>;

/// All that is written to files.
const FORMATS: [Format; 4] = [
    |g, out| export::json(g, out),
    |g, out| export::ndjson(g, out),
    |g, out| export::dot(g, out),
    |g, out| report::write(g, &Texts::new(), Look::default(), out),
];

#[test]
fn whichever_step_fails_the_old_file_or_the_new_one_is_there() {
    let (graph, mut planted) = (graph(), 0);
    let there = std::fs::metadata(env!("CARGO_MANIFEST_DIR")).unwrap();
    for format in FORMATS {
        let mut new = Vec::new();
        format(&graph, &mut new).unwrap();
        for (old, most) in [(None, 997), (Some(&b"old"[..]), 997), (Some(&b"old"[..]), usize::MAX)] {
            let there = old.map(|_| &there);
            let mut whole = Memory::with(old, 0, None, most);
            replace(&mut whole, Path::new("/f/out"), there, |out| format(&graph, out)).unwrap();
            assert!(Memory::at(&whole.kept, "/f/out") == Some(&new) && whole.now.names.len() == 1);
            for good in 0..whole.done {
                for fault in [Fault::Once, Fault::Onward, Fault::Power] {
                    let mut disk = Memory::with(old, good, Some(fault), most);
                    let error = replace(&mut disk, Path::new("/f/out"), there, |out| format(&graph, out)).unwrap_err();
                    assert_eq!(error.to_string(), "planted");
                    // All but the last step lies before the new file is in its place.
                    let last = good + 1 == whole.done;
                    for state in disk.outcomes() {
                        let found = Memory::at(&state, "/f/out");
                        assert!(found == old || last && found == Some(&new), "{good} {fault:?}");
                    }
                    // A fault that passes leaves nothing behind.
                    assert!(fault != Fault::Once || disk.now.names.keys().all(|name| name == Path::new("/f/out")), "{good}");
                    planted += 1;
                }
            }
        }
    }
    assert!(planted > 300, "{planted}");
}

#[test]
fn what_a_killed_run_left_is_in_nobodys_way() {
    let mut disk = Memory::with(Some(b"old"), usize::MAX, None, usize::MAX);
    let left = PathBuf::from(format!("/f/.claimgraph-{}-0.part", std::process::id()));
    disk.create(&left, true).unwrap();
    replace(&mut disk, Path::new("/f/out"), None, |out| out.write_all(b"new")).unwrap();
    assert_eq!((Memory::at(&disk.now, "/f/out"), Memory::at(&disk.now, left.to_str().unwrap())), (Some(&b"new"[..]), Some(&b""[..])));
}

#[test]
fn a_writer_that_fails_or_panics_leaves_the_old_file() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("out");
    std::fs::write(&path, "old").unwrap();
    let there = std::fs::metadata(&path).unwrap();
    let long = vec![b'x'; 1 << 20];
    let failed = replace(&mut Os, &path, Some(&there), |out| out.write_all(&long).and_then(|()| Err(io::Error::other("no more"))));
    assert_eq!(failed.unwrap_err().to_string(), "no more");
    let panicked = std::panic::catch_unwind(|| {
        let _ = replace(&mut Os, &path, Some(&there), |out| {
            let _ = out.write_all(&long);
            panic!("planted");
        });
    });
    assert!(panicked.is_err());
    assert_eq!(std::fs::read(&path).unwrap(), b"old");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
