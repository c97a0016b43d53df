//! Output of a command: to standard output, or to a file that is written whole or not at all.

use std::fs::Permissions;
use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

use super::messages::Message;
use super::{NoticeLevel, Outcome, complain, input};

/// Where the result goes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Target<'p> {
    Stdout,
    File(&'p Path),
}

/// Treatment of a file that is in the way of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IfThere {
    Replace,
    Refuse,
}

impl<'p> Target<'p> {
    /// No path, and `-`, mean standard output.
    pub fn new(path: Option<&'p Path>) -> Target<'p> {
        path.filter(|path| *path != Path::new("-")).map_or(Target::Stdout, Target::File)
    }

    pub fn path(self) -> Option<&'p Path> {
        match self {
            Target::Stdout => None,
            Target::File(path) => Some(path),
        }
    }

    /// Writes, and complains where that fails. A reader of standard output that has gone away is no error.
    pub fn write(self, content: &[u8], if_there: IfThere) -> Outcome {
        let Target::File(path) = self else {
            // Byte for byte: what a text holds is no colour of ours.
            let _ = io::stdout().lock().write_all(content);
            return Outcome::Clean;
        };
        let written = match if_there {
            IfThere::Replace if path.exists() => input::replace(path, content),
            _ => create(path, content),
        };
        let Err(error) = written else {
            return Outcome::Clean;
        };
        let message = match error.kind() {
            io::ErrorKind::AlreadyExists => Message::AlreadyThereForce,
            _ => Message::CannotWrite { reason: error.to_string() },
        };
        complain(NoticeLevel::Error, &path.display().to_string(), message);
        Outcome::Failed
    }
}

/// A new file, which appears whole, and never in the place of another.
fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = with_usual_permissions(&mut Builder::new()).tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path)?;
    Ok(())
}

/// Gives the file the permissions of other new files; a temporary file is its owner's alone.
fn with_usual_permissions<'b>(builder: &'b mut Builder<'static, 'static>) -> &'b mut Builder<'static, 'static> {
    #[cfg(unix)]
    builder.permissions(<Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    builder
}

/// Whether both paths lead to one file that is there.
pub(super) fn is_same_file(a: &Path, b: &Path) -> bool {
    a.canonicalize().ok().zip(b.canonicalize().ok()).is_some_and(|(a, b)| a == b)
}
