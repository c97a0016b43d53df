//! `brief-ls import`: a Word file back into a brief.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::messages::Message;
use super::run_configuration::RunConfiguration;
use super::{NoticeLevel, Outcome, complain, output};
use crate::brief::looks_like_brief;
use crate::format::formatted;
use crate::messages::{Localized, Shared};
use crate::snapshot::today;
use crate::word;

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// The Word file (.docx); `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Where to write the brief; `-` is standard output [default: -]
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Replace the file that is there.
    #[arg(long)]
    force: bool,
}

/// Bytes of the largest file that is opened; the pictures of a Word file count.
const LARGEST: u64 = 256 * 1024 * 1024;

pub(super) fn run(command: &Import) -> Outcome {
    let name = command.file.display().to_string();
    let fail = |message: Localized| {
        complain(NoticeLevel::Error, &name, message);
        Outcome::Failed
    };
    let target = output::Target::new(command.output.as_deref());
    if target.path().is_some_and(|path| output::is_same_file(path, &command.file)) {
        return fail(Message::OutputIsInput.into());
    }
    let bytes = match bytes(&command.file) {
        Ok(bytes) => bytes,
        Err(error) => return fail(Shared::CannotRead { reason: error.to_string() }.into()),
    };
    // The brief is of the house that it is written into.
    let configuration = RunConfiguration::default();
    let Some(house) = configuration.house_of(target.path().unwrap_or(Path::new("imported.brief"))) else {
        configuration.complain();
        return Outcome::Failed;
    };
    let imported = match word::read(&bytes, &house.labels) {
        Ok(imported) => imported,
        Err(message) => return fail(message.into()),
    };
    imported.left_out.into_iter().for_each(|message| complain(NoticeLevel::Note, &name, message));
    if !looks_like_brief(&imported.text, &house.labels) {
        complain(NoticeLevel::Note, &name, Message::ImportedNoBrief);
    }
    let brief = formatted(&imported.text, &house, today());
    let if_there = if command.force { output::IfThere::Replace } else { output::IfThere::Refuse };
    target.write(brief.as_bytes(), if_there)
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = match path == Path::new("-") {
        true => io::stdin().take(LARGEST + 1).read_to_end(&mut bytes)?,
        false => File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?,
    };
    match read as u64 > LARGEST {
        true => Err(io::ErrorKind::FileTooLarge.into()),
        false => Ok(bytes),
    }
}
