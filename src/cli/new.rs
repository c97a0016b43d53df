//! `brief-ls new`: a fresh brief.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::messages::Message;
use super::run_configuration::RunConfiguration;
use super::{NoticeLevel, Outcome, complain, print};
use crate::assist::template;
use crate::snapshot::today;

#[derive(Debug, clap::Args)]
pub(super) struct New {
    /// Where to write it; standard output if left out. A file that is there is never replaced.
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
}

pub(super) fn run(command: &New) -> Outcome {
    let configuration = RunConfiguration::default();
    let Some(house) = configuration.house_of(command.path.as_deref().unwrap_or(Path::new("new.brief"))) else {
        configuration.complain();
        return Outcome::Failed;
    };
    let brief = template::plain(&house, today());
    let Some(path) = &command.path else {
        print(&brief);
        return Outcome::Clean;
    };
    let written = File::create_new(path).and_then(|mut file| file.write_all(brief.as_bytes()));
    let Err(error) = written else {
        return Outcome::Clean;
    };
    let message = match error.kind() {
        ErrorKind::AlreadyExists => Message::AlreadyThere,
        _ => Message::CannotWrite { reason: error.to_string() },
    };
    complain(NoticeLevel::Error, &path.display().to_string(), message);
    Outcome::Failed
}
