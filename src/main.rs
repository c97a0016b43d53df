//! The program: parses arguments, runs one command, sets the exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    brief_ls::cli::run()
}
