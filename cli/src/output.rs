//! Where data and talk go.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use crate::Failure;

/// Writes data to the file, or to standard output.
pub(crate) fn to(file: Option<&Path>, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    match file {
        Some(path) => {
            let opened = File::create(path).map_err(|e| Failure::Unusable(format!("{}: {e}", path.display())))?;
            let mut out = BufWriter::with_capacity(1 << 16, opened);
            write(&mut out)?;
            Ok(out.flush()?)
        }
        None => {
            let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
            write(&mut out)?;
            Ok(out.flush()?)
        }
    }
}

/// Says something on standard error. Nobody listening is no failure.
pub(crate) fn talk(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Whether what goes to `file` or standard output may be coloured: on a terminal, unless NO_COLOR is set (no-color.org).
pub(crate) fn colour(file: Option<&Path>) -> bool {
    let forbidden = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    file.is_none() && !forbidden && io::stdout().is_terminal()
}
