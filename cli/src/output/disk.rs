//! What a file system does for a result, one call each, so that tests can let any of them fail.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::Path;

/// The calls. Each either happens or does not.
pub(super) trait Disk {
    /// A file that is being written.
    type File;

    /// A file that was not there before, which only its owner may read where `is_private`.
    fn create(&mut self, path: &Path, is_private: bool) -> io::Result<Self::File>;
    /// Gives the file the mode of another, and its owner as far as that is allowed.
    fn resemble(&mut self, file: &mut Self::File, other: &Metadata) -> io::Result<()>;
    /// Writes some of the bytes.
    fn write(&mut self, file: &mut Self::File, bytes: &[u8]) -> io::Result<usize>;
    /// Waits until the file's bytes would outlast a loss of power.
    fn sync(&mut self, file: &mut Self::File) -> io::Result<()>;
    /// Puts one file in the place of another, in one step.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the names in a folder would outlast a loss of power.
    fn sync_folder(&mut self, folder: &Path) -> io::Result<()>;
    /// Takes a file away.
    fn remove(&mut self, path: &Path) -> io::Result<()>;
}

/// The file system of this machine.
pub(super) struct Os;

impl Disk for Os {
    type File = File;

    fn create(&mut self, path: &Path, is_private: bool) -> io::Result<File> {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, if is_private { 0o600 } else { 0o666 });
        #[cfg(not(unix))]
        let _ = is_private;
        options.open(path)
    }

    fn resemble(&mut self, file: &mut File, other: &Metadata) -> io::Result<()> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, fchown};
            let own = file.metadata()?;
            if (own.uid(), own.gid()) != (other.uid(), other.gid()) {
                // Only root may give files away; who may not, owns the new one.
                let _ = fchown(&*file, Some(other.uid()), Some(other.gid()));
            }
        }
        file.set_permissions(other.permissions())
    }

    fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        file.write(bytes)
    }

    fn sync(&mut self, file: &mut File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Folders that cannot be opened, and systems that cannot do it, are passed over: the new file is in its place.
    fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        let unable = [io::ErrorKind::PermissionDenied, io::ErrorKind::InvalidInput, io::ErrorKind::Unsupported];
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error) if !unable.contains(&error.kind()) => Err(error),
            _ => Ok(()),
        }
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}
