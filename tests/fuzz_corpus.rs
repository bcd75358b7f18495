//! Every seed of the fuzz targets through the same checks, so that a plain test run holds them too.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;

#[path = "../fuzz/src/checks.rs"]
mod checks;

fn each(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 4, "{target} has too few seeds");
    for file in files {
        let bytes = fs::read(&file).unwrap();
        println!("{}", file.display());
        check(&bytes);
        // Cut anywhere: what a full disk or a broken connection leaves behind.
        for cut in (0..bytes.len()).step_by(bytes.len() / 16 + 1) {
            check(&bytes[..cut]);
        }
    }
}

#[test]
fn records() {
    each("records", checks::records);
}

#[test]
fn front_matter() {
    each("front_matter", checks::front_matter);
}

#[test]
fn saved_result() {
    each("saved_result", checks::saved_result);
}

#[test]
fn text() {
    each("text", checks::text);
}
