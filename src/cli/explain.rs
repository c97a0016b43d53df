//! `brief-ls explain`: the manual of a rule, or the table of all.

use clap::ValueEnum;
use serde::Serialize;

use super::rule_choice::closest;
use super::{Level, Outcome, complain, print};
use crate::messages::Message;
use crate::rules::{RULES, Rule};

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// The rule, such as `date/invalid`; all of them if left out.
    rule: Option<String>,
    /// How to write the answer.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    output_format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Serialize)]
struct Entry {
    rule: &'static str,
    severity: &'static str,
    summary: String,
    manual: String,
}

pub(super) fn run(command: &Explain) -> Outcome {
    let Some(name) = &command.rule else {
        print(&all(command.output_format));
        return Outcome::Clean;
    };
    let Some(rule) = Rule::by_name(name) else {
        let message = match closest(name) {
            Some(meant) => Message::UnknownRuleGuess { name: name.clone(), meant },
            None => Message::UnknownRule { name: name.clone() },
        };
        complain(Level::Error, "brief-ls", &message);
        return Outcome::Failed;
    };
    match command.output_format {
        Format::Text => print(&text(rule)),
        Format::Json => print(&json(&entry(rule))),
    }
    Outcome::Clean
}

fn text(rule: &Rule) -> String {
    let (severity, manual) = (rule.severity.as_str(), rule.manual());
    format!("{} ({severity})\n\n{}\n\n{}\n", rule.name, manual.trim_end(), rule.settings())
}

fn all(format: Format) -> String {
    if let Format::Json = format {
        return json(&RULES.iter().map(|rule| entry(rule)).collect::<Vec<_>>());
    }
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    RULES
        .iter()
        .map(|rule| format!("{:width$}  {:7}  {}\n", rule.name, rule.severity.as_str(), rule.summary()))
        .collect()
}

fn entry(rule: &Rule) -> Entry {
    Entry { rule: rule.name, severity: rule.severity.as_str(), summary: rule.summary(), manual: rule.manual() }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
