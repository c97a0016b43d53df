//! `brief-ls completions`: scripts that complete our options in a shell.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Arguments, Outcome, print};

#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    shell: Shell,
}

pub(super) fn run(command: &Completions) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut Arguments::command(), env!("CARGO_PKG_NAME"), &mut script);
    print(&String::from_utf8_lossy(&script));
    Outcome::Clean
}
