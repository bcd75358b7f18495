//! The README's excerpts stand in what its command prints.

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn excerpts_reproduce() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let command = "cargo run --release -- reconcile examples/articles";
    assert!(readme.contains(command), "the README names another command than this test runs");
    let arguments = command.split_once(" -- ").unwrap().1.split(' ');
    let done = Command::new(env!("CARGO_BIN_EXE_claimgraph")).args(arguments).current_dir(root).output().unwrap();
    let report = String::from_utf8(done.stdout).unwrap();
    let excerpts: Vec<&str> = readme.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(excerpts.len(), 3);
    for excerpt in excerpts {
        assert!(report.contains(excerpt), "no longer in the report:\n{excerpt}");
    }
}
