//! Reports: the same findings for people, for terminals and for programs.

mod concise;
mod full;
mod json;

use clap::ValueEnum;

use super::input::Document;
use crate::messages::{Locale, Message};
use crate::rules::{Finding, Severity};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputFormat {
    /// The lines in question, with carets under the fault.
    Full,
    /// One line a finding.
    Concise,
    /// An array of objects, for programs.
    Json,
}

pub(super) fn render(format: OutputFormat, checked: &[(&Document, Vec<&Finding>)], locale: Locale) -> String {
    match format {
        OutputFormat::Full => full::render(checked, locale) + &summary(checked, locale),
        OutputFormat::Concise => concise::render(checked, locale) + &summary(checked, locale),
        OutputFormat::Json => json::render(checked, locale),
    }
}

/// A unified diff.
pub(super) fn diff(name: &str, old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new).unified_diff().header(name, name).to_string()
}

fn summary(checked: &[(&Document, Vec<&Finding>)], locale: Locale) -> String {
    let findings: Vec<&Finding> = checked.iter().flat_map(|(_, findings)| findings).copied().collect();
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    if checked.is_empty() {
        return String::new();
    }
    if findings.is_empty() {
        return Message::AllClear { files: checked.len() }.text(locale) + "\n";
    }
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let others = findings.len() - errors - warnings;
    let fixable = findings.iter().filter(|finding| finding.fixes.iter().any(|fix| fix.safe)).count();
    let mut text = Message::Summary { errors, warnings, others }.text(locale) + "\n";
    if fixable > 0 {
        text += &(Message::Fixable { count: fixable }.text(locale) + "\n");
    }
    text
}
