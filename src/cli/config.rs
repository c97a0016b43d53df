//! `brief-ls config`: the configuration in force, or the schema of brief.toml.

use std::path::{Path, PathBuf};

use super::run_configuration::complain_about;
use super::{NoticeLevel, Outcome, complain, print};
use crate::config::{self, Configurations};
use crate::messages::Shared;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Config {
    #[command(subcommand)]
    action: Option<ConfigAction>,
    /// The file or folder in question [default: the current folder]
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
}

#[derive(Debug, clap::Subcommand)]
enum ConfigAction {
    /// Print the JSON schema of brief.toml.
    Schema,
}

pub(super) fn run(command: &Config) -> Outcome {
    if let Some(ConfigAction::Schema) = command.action {
        print(&config::schema());
        return Outcome::Clean;
    }
    let path = command.path.as_deref().unwrap_or(Path::new("."));
    if !path.exists() {
        let reason = std::io::Error::from(std::io::ErrorKind::NotFound).to_string();
        complain(NoticeLevel::Error, &path.display().to_string(), Shared::CannotRead { reason });
        return Outcome::Failed;
    }
    let absolute = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    // A folder is asked as a file in it would be.
    let file = if absolute.is_dir() { absolute.join("brief") } else { absolute };
    let loaded = Configurations::default().of(&file);
    if let Some(loaded) = loaded.as_ref().filter(|loaded| !loaded.problems.is_empty()) {
        complain_about(loaded);
        return Outcome::Failed;
    }
    print(&config::show(loaded.as_deref()));
    Outcome::Clean
}
