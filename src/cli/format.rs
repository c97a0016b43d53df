//! `brief-ls format`: rewrite briefs in canonical layout.

use std::path::PathBuf;

use rayon::prelude::*;

use super::input::{self, InputDocument};
use super::messages::Message;
use super::report;
use super::run_configuration::RunConfiguration;
use super::{NoticeLevel, Outcome, complain, print};
use crate::format::formatted;
use crate::messages::Locale;

#[derive(Debug, clap::Args)]
pub(super) struct Format {
    /// Files or folders; `-` is standard input, formatted to standard output [default: the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Change nothing; name the files that would change and end with status 1 if there are any.
    #[arg(long)]
    check: bool,
    /// Change nothing; show what would change, and end with status 1 if anything would.
    #[arg(long)]
    diff: bool,
    /// The name under which standard input is spoken of.
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
}

pub(super) fn run(command: &Format) -> Outcome {
    let (documents, failed) =
        input::read_all(&command.paths, command.stdin_filename.as_deref(), &RunConfiguration::default());
    input::tell_if_none(&documents, failed, &command.paths);
    let formatted: Vec<String> = (documents.par_iter())
        .map(|document| formatted(document.snapshot.content(), document.snapshot.house(), document.snapshot.today()))
        .collect();
    let only_looking = command.check || command.diff;
    let mut outcome = if failed { Outcome::Failed } else { Outcome::Clean };
    let mut changed = 0;
    for (document, formatted) in documents.iter().zip(&formatted) {
        let differs = formatted != document.snapshot.content();
        changed += usize::from(differs);
        if only_looking && differs {
            show(command, document, formatted);
            outcome = outcome.max(Outcome::Found);
        } else if !only_looking {
            outcome = outcome.max(write(document, formatted, differs));
        }
    }
    let unchanged = documents.len() - changed;
    if documents.iter().any(|document| document.path.is_some()) {
        let message = match only_looking {
            true => Message::FormatCheckSummary { changed, unchanged },
            false => Message::FormatSummary { changed, unchanged },
        };
        anstream::eprintln!("{}", message.text(Locale::from_environment()));
    }
    outcome
}

fn show(command: &Format, document: &InputDocument, formatted: &str) {
    if command.diff {
        return print(&report::diff(&document.name, document.snapshot.content(), formatted));
    }
    let message = Message::WouldReformat.text(Locale::from_environment());
    print(&format!("{}: {message}\n", document.name));
}

fn write(document: &InputDocument, formatted: &str, differs: bool) -> Outcome {
    let Some(path) = &document.path else {
        print(formatted);
        return Outcome::Clean;
    };
    if !differs {
        return Outcome::Clean;
    }
    match input::replace(path, formatted) {
        Ok(()) => Outcome::Clean,
        Err(error) => {
            complain(NoticeLevel::Error, &document.name, Message::CannotWrite { reason: error.to_string() });
            Outcome::Failed
        }
    }
}
