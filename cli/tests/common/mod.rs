//! What the tests of the command share: a small story in conflict, and how the command is run.

#![allow(dead_code, unreachable_pub, reason = "each test takes in the file, and calls some of it")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Articles whose words alone do not tell who met, so that only the supplied claims speak.
pub const STORY: &str = concat!(
    r#"{"type":"article","id":"quay","publisher":"The Quay","published":"2031-05-05","text":"It rained.\nThe two talked for seven and a half hours."}"#,
    "\n",
    r#"{"type":"article","id":"tide","publisher":"The Tide","published":"2031-05-05","text":"It rained. Their meeting lasted three hours."}"#,
    "\n",
    r#"{"type":"claim","id":"c-quay","article":"quay","quote":{"exact":"The two talked for seven and a half hours"},"event":{"action":"meet","participants":[{"name":"Ada Okafor"},{"name":"Ivo Brandt"}],"time":"2031-05-04","place":"Porto"},"attribute":"duration","value":{"type":"duration","raw":"seven and a half hours","canonical":"PT7H30M"}}"#,
    "\n",
    r#"{"type":"claim","id":"c-tide","article":"tide","quote":{"exact":"Their meeting lasted three hours"},"event":{"action":"meet","participants":[{"name":"Ada Okafor"},{"name":"Ivo Brandt"}],"time":"2031-05-04","place":"Porto"},"attribute":"duration","value":{"type":"duration","raw":"three hours","canonical":"PT3H"}}"#,
    "\n"
);

/// The command under test.
pub fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_claimgraph"))
}

pub fn claimgraph(args: &[&str], folder: &Path) -> Output {
    program().args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

pub fn with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child = program().args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// Exit status, standard output and standard error.
pub fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// Status 2, nothing on standard output, and the reason on standard error.
#[track_caller]
pub fn refused(args: &[&str], folder: &Path, reason: &str) {
    let (status, out, err) = said(&claimgraph(args, folder));
    assert_eq!((status, out.as_str()), (Some(2), ""), "{err}");
    assert!(err.contains(reason), "{err}");
}
