//! The command line: one file for each command.

mod accept;
mod check;
mod completions;
mod config;
mod explain;
mod export;
mod format;
mod import;
mod input;
mod messages;
mod new;
mod output;
mod report;
mod rule_choice;
mod run_configuration;
mod statistics;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::messages::{Locale, Localized};
use crate::rules::Severity;
use messages::Message;

/// Checks and formats bilingual policy briefs, and serves editors.
#[derive(Debug, Parser)]
#[command(name = "brief-ls", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When to colour the output.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Report what is wrong with briefs.
    Check(check::Check),
    /// Rewrite briefs in canonical layout.
    Format(format::Format),
    /// Make a fresh brief, today's date filled in.
    New(new::New),
    /// Show a brief side by side as a page, or hand it on in another format.
    Export(export::Export),
    /// Read a Word file back into a brief.
    Import(import::Import),
    /// Show the manual of a rule, or the list of all rules.
    Explain(explain::Explain),
    /// Show the configuration in force, with where each value comes from, or the schema of brief.toml.
    Config(config::Config),
    /// Serve an editor over the language server protocol on standard input and output.
    Server(Server),
    /// Print the completion script of a shell.
    Completions(completions::Completions),
}

#[derive(Debug, clap::Args)]
struct Server {
    /// Accepted because editors send it; there is no other transport.
    #[arg(long)]
    stdio: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// Result of a run, which becomes the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Clean,
    /// Something was reported at warning or above, or would be changed.
    Found,
    /// Something could not be run, read or written.
    Failed,
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    let outcome = match arguments.command {
        Command::Check(command) => check::run(&command),
        Command::Format(command) => format::run(&command),
        Command::New(command) => new::run(&command),
        Command::Export(command) => export::run(&command),
        Command::Import(command) => import::run(&command),
        Command::Explain(command) => explain::run(&command),
        Command::Config(command) => config::run(&command),
        Command::Completions(command) => completions::run(&command),
        Command::Server(_) => return crate::server::run(),
    };
    match outcome {
        Outcome::Clean => ExitCode::SUCCESS,
        Outcome::Found => ExitCode::from(1),
        Outcome::Failed => ExitCode::from(2),
    }
}

/// Prints to standard output; a reader that has gone away, such as `head`, is no error.
fn print(text: &str) {
    use std::io::Write;
    let _ = anstream::stdout().lock().write_all(text.as_bytes());
}

/// Kind of a line on standard error.
#[derive(Debug, Clone, Copy)]
enum NoticeLevel {
    Error,
    Note,
}

/// Prints a line about `name` to standard error.
fn complain(level: NoticeLevel, name: &str, message: impl Into<Localized>) {
    use std::io::Write;
    let locale = Locale::from_environment();
    let level = match level {
        NoticeLevel::Error => Severity::Error.word().text(locale),
        NoticeLevel::Note => Message::Note.text(locale),
    };
    let _ = writeln!(anstream::stderr().lock(), "{level}: {name}: {}", message.into().text(locale));
}
