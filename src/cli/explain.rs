//! `brief-ls explain`: the manual of a rule, or the table of all or of a group.

use clap::ValueEnum;
use serde::Serialize;

use super::messages::Message;
use super::rule_choice::closest;
use super::{NoticeLevel, Outcome, complain, print};
use crate::messages::Locale;
use crate::rules::{Group, RULES, Rule};

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// The rule, such as `date/invalid`, or the group, such as `date`; all of them if left out.
    rule: Option<String>,
    /// How to write the answer.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    output_format: ExplainFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExplainFormat {
    Text,
    Json,
}

#[derive(Serialize)]
struct RuleEntry {
    rule: &'static str,
    severity: &'static str,
    summary: String,
    manual: String,
}

pub(super) fn run(command: &Explain) -> Outcome {
    let Some(name) = &command.rule else {
        print(&table(command.output_format, &RULES));
        return Outcome::Clean;
    };
    match (Rule::by_name(name), Group::by_name(name)) {
        (Some(rule), _) if command.output_format == ExplainFormat::Json => print(&json(&entry(rule))),
        (Some(rule), _) => print(&text(rule)),
        (None, Some(group)) => print(&table(command.output_format, group.rules)),
        (None, None) => {
            let message = match closest(name) {
                Some(meant) => Message::UnknownRuleGuess { name: name.clone(), meant },
                None => Message::UnknownRule { name: name.clone() },
            };
            complain(NoticeLevel::Error, "brief-ls", message);
            return Outcome::Failed;
        }
    }
    Outcome::Clean
}

fn text(rule: &Rule) -> String {
    let (severity, manual) = (severity(rule), rule.manual());
    format!("{} ({severity})\n\n{}\n\n{}\n", rule.name, manual.trim_end(), rule.settings())
}

fn severity(rule: &Rule) -> String {
    rule.severity.word().text(Locale::from_environment())
}

fn table(format: ExplainFormat, rules: &[&Rule]) -> String {
    if let ExplainFormat::Json = format {
        return json(&rules.iter().map(|rule| entry(rule)).collect::<Vec<_>>());
    }
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let words: Vec<String> = rules.iter().map(|rule| severity(rule)).collect();
    let widest = words.iter().map(|word| word.chars().count()).max().unwrap_or(0);
    let row = |(rule, word): (&&Rule, &String)| format!("{:width$}  {word:widest$}  {}\n", rule.name, rule.summary());
    rules.iter().zip(&words).map(row).collect()
}

fn entry(rule: &Rule) -> RuleEntry {
    RuleEntry { rule: rule.name, severity: rule.severity.as_str(), summary: rule.summary(), manual: rule.manual() }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
