//! `brief-ls check`: report what is wrong, and mend what can be mended.

use std::path::PathBuf;

use clap::ValueEnum;
use rayon::prelude::*;

use super::input::{self, InputDocument};
use super::messages::Message;
use super::report::{self, OutputFormat};
use super::rule_choice::RuleChoice;
use super::run_configuration::RunConfiguration;
use super::{NoticeLevel, Outcome, complain, print};
use super::{accept, statistics, watch};
use crate::messages::Locale;
use crate::rules::{self, Finding, Fix, Severity};
use crate::snapshot::Snapshot;
use crate::text::{Text, edit};

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Files or folders; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Apply the fixes that never change meaning.
    #[arg(long)]
    fix: bool,
    /// With --fix or --diff, apply the first fix of every finding, safe or not.
    #[arg(long)]
    unsafe_fixes: bool,
    /// Show what --fix would change, and change nothing.
    #[arg(long)]
    diff: bool,
    /// Write everything that is found into brief.toml as accepted, so that only new findings are reported from now on.
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    accept: bool,
    /// Count the findings of each rule, and name the accepted ones that are found no more.
    #[arg(long, conflicts_with = "diff")]
    statistics: bool,
    /// Report again whenever a brief or a brief.toml changes, until this is ended with Ctrl+C.
    #[arg(long, conflicts_with_all = ["accept", "stdin_filename"])]
    watch: bool,
    /// End with status 0 whatever is found.
    #[arg(long)]
    exit_zero: bool,
    #[command(flatten)]
    rules: RuleChoice,
    /// How to write the report.
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    output_format: OutputFormat,
    /// The name under which standard input is reported.
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
}

pub(super) fn run(command: &Check) -> Outcome {
    if !command.rules.is_valid() {
        return Outcome::Failed;
    }
    if command.statistics && !command.output_format.has_statistics() {
        let format = command.output_format.to_possible_value().map(|value| value.get_name().to_owned());
        complain(NoticeLevel::Error, "brief-ls", Message::NoStatisticsInFormat { format: format.unwrap_or_default() });
        return Outcome::Failed;
    }
    if !command.watch {
        return once(command);
    }
    watch::watch(&command.paths, || {
        once(command);
    })
}

fn once(command: &Check) -> Outcome {
    let configuration = RunConfiguration::with(&command.rules);
    let (documents, mut failed) = input::read_all(&command.paths, command.stdin_filename.as_deref(), &configuration);
    input::tell_if_none(&documents, failed, &command.paths);
    if command.diff {
        return finish(show_diffs(command, &documents), failed, command.exit_zero);
    }
    let documents = if command.fix { fix(command, documents, &mut failed) } else { documents };
    let findings: Vec<Vec<&Finding>> =
        (documents.par_iter()).map(|document| document.snapshot.findings().iter().collect()).collect();
    let mut checked: Vec<(&InputDocument, Vec<&Finding>)> = documents.iter().zip(findings).collect();
    checked.retain(|(document, _)| document.snapshot.is_brief());
    if command.accept {
        return finish(accept::write(&checked, &configuration), failed, command.exit_zero);
    }
    let text = if command.statistics {
        statistics::render(&checked, &configuration, command.output_format)
    } else {
        report::render(command.output_format, &checked, Locale::from_environment())
    };
    print_report(command, &documents, &text);
    let worst = checked.iter().flat_map(|(_, findings)| findings).map(|finding| finding.severity).min();
    let found = worst.is_some_and(|worst| worst <= Severity::Warning);
    finish(if found { Outcome::Found } else { Outcome::Clean }, failed, command.exit_zero)
}

fn finish(outcome: Outcome, failed: bool, exit_zero: bool) -> Outcome {
    match (failed, exit_zero) {
        (true, _) => Outcome::Failed,
        (_, true) => Outcome::Clean,
        _ => outcome,
    }
}

/// When standard input was mended it is what goes to standard output, and the report makes way.
fn print_report(command: &Check, documents: &[InputDocument], report: &str) {
    let mended_stdin = documents.iter().find(|document| command.fix && document.path.is_none());
    match mended_stdin {
        Some(document) => {
            print(document.snapshot.content());
            anstream::eprint!("{report}");
        }
        None => print(report),
    }
}

fn fix(command: &Check, documents: Vec<InputDocument>, failed: &mut bool) -> Vec<InputDocument> {
    let mend = |document: InputDocument| {
        if !document.snapshot.is_brief() {
            return (document, false);
        }
        let fixed = fixed(command, &document.snapshot);
        let same = fixed == document.snapshot.content();
        let written = match &document.path {
            Some(path) if !same => input::replace(path, &fixed),
            _ => Ok(()),
        };
        if let Err(error) = &written {
            complain(NoticeLevel::Error, &document.name, Message::CannotWrite { reason: error.to_string() });
            return (document, true);
        }
        let snapshot =
            Snapshot::new(Text::new(&fixed, 0), true, document.snapshot.house().clone(), document.snapshot.today());
        (InputDocument { snapshot, ..document }, false)
    };
    let mended: Vec<(InputDocument, bool)> = documents.into_par_iter().map(mend).collect();
    *failed |= mended.iter().any(|(_, failed)| *failed);
    mended.into_iter().map(|(document, _)| document).collect()
}

fn show_diffs(command: &Check, documents: &[InputDocument]) -> Outcome {
    let mut outcome = Outcome::Clean;
    for document in documents {
        let fixed = fixed(command, &document.snapshot);
        if fixed != document.snapshot.content() {
            print(&report::diff(&document.name, document.snapshot.content(), &fixed));
            outcome = Outcome::Found;
        }
    }
    outcome
}

/// A fix can make room for another, but not for long.
const MOST_ROUNDS: usize = 8;

fn fixed(command: &Check, snapshot: &Snapshot) -> String {
    let mut content = snapshot.content().to_owned();
    if !snapshot.is_brief() {
        return content;
    }
    for _ in 0..MOST_ROUNDS {
        let round = Snapshot::new(Text::new(&content, 0), true, snapshot.house().clone(), snapshot.today());
        let edits = rules::compatible_edits(round.findings().iter().filter_map(|finding| chosen_fix(command, finding)));
        if edits.is_empty() {
            break;
        }
        content = edit::apply(&content, &edits);
    }
    content
}

fn chosen_fix<'f>(command: &Check, finding: &'f Finding) -> Option<&'f Fix> {
    finding.fixes.iter().find(|fix| fix.safe || command.unsafe_fixes)
}
