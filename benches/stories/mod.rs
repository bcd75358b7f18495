//! The example stories that benches read.

use std::path::{Path, PathBuf};

/// The texts of the files, in the order of their paths.
pub(crate) fn stories() -> Vec<String> {
    let mut paths = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles"));
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.flatten().flat_map(|e| if e.path().is_dir() { files(&e.path()) } else { vec![e.path()] }).collect()
}
