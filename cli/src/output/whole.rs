//! A file that is whole or not there: written beside its place, and put there in one step.
//!
//! The steps are those of every database: a new file in the same folder, its bytes on the disk, its name in place of the old one,
//! the folder on the disk. Where one of them fails, the new file is taken away and the old one has not been touched. A run that is
//! killed leaves a file `.claimgraph-1234-0.part` behind, which no walk reads and no later run needs.

use std::fs::Metadata;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::BUFFER;
use super::disk::Disk;

/// Writes a file in place of what is there. `there` is what the system says of that; the new file has its mode.
pub(super) fn replace<D: Disk>(
    disk: &mut D,
    path: &Path,
    there: Option<&Metadata>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    let mut part = Part::beside(disk, folder, there.is_some())?;
    if let Some(there) = there {
        part.disk.resemble(&mut part.file, there)?;
    }
    let mut out = BufWriter::with_capacity(BUFFER, part);
    let done = write(&mut out).and_then(|()| out.flush());
    // Taken apart, for what could not be written is not tried again.
    let (mut part, _) = out.into_parts();
    done?;
    part.disk.sync(&mut part.file)?;
    part.disk.rename(&part.path, path)?;
    part.is_placed = true;
    part.disk.sync_folder(folder)
}

/// A file on its way, taken away unless it arrives.
struct Part<'d, D: Disk> {
    disk: &'d mut D,
    file: D::File,
    path: PathBuf,
    is_placed: bool,
}

impl<'d, D: Disk> Part<'d, D> {
    /// Under a name that is not taken: one that a killed run has left may be there, or that of another machine.
    fn beside(disk: &'d mut D, folder: &Path, is_private: bool) -> io::Result<Self> {
        let mut n = 0;
        loop {
            let path = folder.join(format!(".claimgraph-{}-{n}.part", std::process::id()));
            match disk.create(&path, is_private) {
                Ok(file) => return Ok(Self { disk, file, path, is_placed: false }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && n < 1000 => n += 1,
                Err(error) => return Err(error),
            }
        }
    }
}

impl<D: Disk> Write for Part<'_, D> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.write(&mut self.file, bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<D: Disk> Drop for Part<'_, D> {
    fn drop(&mut self) {
        if !self.is_placed {
            // Where even that fails, its name tells what it is.
            let _ = self.disk.remove(&self.path);
        }
    }
}
