//! What a path leads to: a file, a folder, a stream or a device, and whether two paths lead to one thing.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// What stands at the end of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Thing {
    File,
    Folder,
    /// A named pipe, or one that a shell has made.
    Pipe,
    Socket,
    Device,
}

impl Thing {
    /// By what the system says of it, links followed.
    pub(crate) fn of(metadata: &Metadata) -> Self {
        let kind = metadata.file_type();
        if kind.is_dir() {
            return Self::Folder;
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileTypeExt;
            if kind.is_fifo() {
                return Self::Pipe;
            }
            if kind.is_socket() {
                return Self::Socket;
            }
        }
        if kind.is_file() { Self::File } else { Self::Device }
    }

    /// "a pipe"
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::File => "a file",
            Self::Folder => "a folder",
            Self::Pipe => "a pipe",
            Self::Socket => "a socket",
            Self::Device => "a device",
        }
    }
}

/// Which thing it is, whatever path leads to it: device and inode, or where there are none the path without links.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Identity {
    #[cfg(unix)]
    Inode(u64, u64),
    #[cfg_attr(unix, allow(dead_code, reason = "for systems without inodes"))]
    Path(PathBuf),
}

impl Identity {
    #[cfg(unix)]
    pub(crate) fn of(_path: &Path, metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self::Inode(metadata.dev(), metadata.ino()))
    }

    #[cfg(not(unix))]
    pub(crate) fn of(path: &Path, _metadata: &Metadata) -> Option<Self> {
        fs::canonicalize(path).ok().map(Self::Path)
    }
}

/// Standard input or output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standard {
    Input,
    Output,
}

/// What the system says of a standard stream, where it says anything.
#[cfg(unix)]
pub(crate) fn standard(stream: Standard) -> Option<Metadata> {
    use std::os::fd::AsFd;
    let owned = match stream {
        Standard::Input => io::stdin().as_fd().try_clone_to_owned(),
        Standard::Output => io::stdout().as_fd().try_clone_to_owned(),
    };
    fs::File::from(owned.ok()?).metadata().ok()
}

#[cfg(not(unix))]
pub(crate) fn standard(_stream: Standard) -> Option<Metadata> {
    None
}

/// How many links a path may lead over, as in Linux.
const LINKS: usize = 40;

/// Where a path leads, the last step of which may not be there yet.
pub(crate) enum End {
    /// The path without links, and what is there.
    At(PathBuf, Option<Metadata>),
    /// A stream of this process: `/dev/stdout`, `/dev/fd/3`.
    Stream,
}

/// Follows the links of a path to its end. `/proc` holds links to streams, which are no paths that one could write beside.
pub(crate) fn end_of(path: &Path) -> io::Result<End> {
    let mut at = path.to_path_buf();
    for _ in 0..LINKS {
        let Some(name) = at.file_name().map(ToOwned::to_owned) else {
            let metadata = fs::metadata(&at)?;
            return Ok(End::At(at, Some(metadata)));
        };
        let folder = fs::canonicalize(at.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
        at = folder.join(name);
        match fs::symlink_metadata(&at) {
            Ok(metadata) if metadata.is_symlink() && at.starts_with("/proc") => return Ok(End::Stream),
            Ok(metadata) if metadata.is_symlink() => at = folder.join(fs::read_link(&at)?),
            Ok(metadata) => return Ok(End::At(at, Some(metadata))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(End::At(at, None)),
            Err(error) => return Err(error),
        }
    }
    // The system says it in its own words.
    fs::metadata(path).map(|metadata| End::At(at, Some(metadata)))
}
