//! Where data and talk go.

mod disk;
#[cfg(test)]
mod tests;
mod whole;

use std::fs::{File, Metadata};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use disk::Os;
use terminal_size::terminal_size_of;

use crate::Failure;
use crate::args::{NARROWEST, When};
use crate::input::{Found, named};
use crate::report::{COLUMNS, clean};
use crate::system::{End, Identity, Standard, Thing, end_of, standard};

/// How much is gathered before it is written.
const BUFFER: usize = 1 << 16;

/// Where a result is to go.
pub(crate) struct Target {
    /// How it is called.
    name: String,
    place: Place,
    /// Which thing is there now.
    identity: Option<Identity>,
}

enum Place {
    Standard,
    /// A pipe or a device, or another stream of this process: written straight, for nothing could take its place.
    Straight(PathBuf),
    /// A file, without links, and what is there now.
    File(PathBuf, Option<Metadata>),
}

impl Target {
    /// Standard output.
    pub(crate) fn standard() -> Self {
        // A terminal is no file that could be read as well.
        let metadata = standard(Standard::Output).filter(|m| Thing::of(m) == Thing::File);
        let identity = metadata.and_then(|m| Identity::of(Path::new("-"), &m));
        Self { name: "standard output".to_owned(), place: Place::Standard, identity }
    }

    /// The file, or standard output where there is none. Looks, and touches nothing.
    ///
    /// Where the path is a link, it stays one, and what it points to is replaced.
    ///
    /// # Errors
    /// Where nothing can be written there: a folder, a file that may not be written, a folder that is not there.
    pub(crate) fn of(file: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = file else { return Ok(Self::standard()) };
        let unusable = |reason: &dyn std::fmt::Display| Failure::Unusable(format!("{}: {reason}", named(path)));
        let place = match end_of(path).map_err(|e| unusable(&e))? {
            End::Stream => Place::Straight(path.to_path_buf()),
            End::At(real, None) if path.as_os_str().as_encoded_bytes().ends_with(b"/") => {
                return Err(unusable(&format!("it is a folder, and {} does not exist", named(&real))));
            }
            End::At(real, None) => Place::File(real, None),
            End::At(real, Some(metadata)) => match Thing::of(&metadata) {
                Thing::Folder => return Err(unusable(&"it is a folder")),
                Thing::File => {
                    // What may not be written may not be replaced either.
                    File::options().write(true).open(&real).map_err(|e| unusable(&e))?;
                    Place::File(real, Some(metadata))
                }
                Thing::Pipe | Thing::Socket | Thing::Device => Place::Straight(path.to_path_buf()),
            },
        };
        let there = match &place {
            Place::File(_, there) => there.as_ref().and_then(|m| Identity::of(path, m)),
            Place::Straight(path) => {
                std::fs::metadata(path).ok().filter(|m| Thing::of(m) != Thing::Device).and_then(|m| Identity::of(path, &m))
            }
            Place::Standard => None,
        };
        Ok(Self { name: named(path), place, identity: there })
    }

    /// # Errors
    /// Where the result would be written over what is read, or would be read the next time.
    pub(crate) fn apart_from(&self, found: &Found) -> Result<(), Failure> {
        if self.identity.as_ref().is_some_and(|identity| found.reads(identity)) {
            return Err(Failure::Unusable(format!("{}: it is an input as well, and would be overwritten", self.name)));
        }
        match &self.place {
            Place::File(path, _) if found.would_read(path) => {
                let reason = "it lies in a folder that is read, and the next run would take it for input";
                Err(Failure::Unusable(format!("{}: {reason}; give it another ending or another folder", self.name)))
            }
            _ => Ok(()),
        }
    }

    /// Whether it is standard output.
    pub(crate) fn is_standard(&self) -> bool {
        matches!(self.place, Place::Standard)
    }

    /// Whether somebody watches what goes there: a line about it would stand in it.
    pub(crate) fn is_watched(&self) -> bool {
        self.is_standard() && io::stdout().is_terminal()
    }

    /// Whether what goes there is coloured. Unless it is said always or never: on a terminal that can, if NO_COLOR (no-color.org) does not
    /// forbid it, and elsewhere if CLICOLOR_FORCE (bixense.com/clicolors) asks for it; a file has no colours.
    pub(crate) fn colour(&self, when: When) -> bool {
        match when {
            When::Always => true,
            When::Never => false,
            When::Auto => self.is_standard() && AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        }
    }

    /// How many columns a line of what goes there takes: as many as asked for, else the terminal's, else 80.
    pub(crate) fn columns(&self, asked: Option<u16>) -> usize {
        let of_terminal = || if self.is_standard() { terminal_size_of(io::stdout()).map(|(columns, _)| columns.0) } else { None };
        asked.or_else(of_terminal).map_or(COLUMNS, |n| usize::from(n).max(usize::from(NARROWEST)))
    }

    /// Writes data there. A file is whole afterwards, or it is as it was.
    pub(crate) fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let done = match &self.place {
            Place::Standard => straight(io::stdout().lock(), write),
            Place::Straight(path) => File::options().write(true).open(path).and_then(|file| straight(file, write)),
            Place::File(path, there) => whole::replace(&mut Os, path, there.as_ref(), write),
        };
        done.map_err(|error| match &self.place {
            Place::Standard => Failure::Output { what: "the output could not be written".to_owned(), error },
            Place::Straight(_) => Failure::Output { what: format!("{}: the output could not be written", self.name), error },
            Place::File(..) => Failure::Output { what: format!("{}: the output could not be written and is as it was", self.name), error },
        })
    }
}

/// Writes through a buffer. What could not be written is not tried again.
fn straight(to: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(BUFFER, to);
    let done = write(&mut out).and_then(|()| out.flush());
    drop(out.into_parts());
    done
}

/// Says something on standard error, on one line that no text of others can break or colour. Nobody listening is no failure.
pub(crate) fn talk(text: &str) {
    let _ = writeln!(io::stderr(), "{}", clean(text));
}
