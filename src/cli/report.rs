//! Reports: the same findings for people, for terminals and for programs.

mod concise;
mod full;
mod github;
mod gitlab;
mod json;
mod junit;
mod sarif;

use clap::ValueEnum;
use serde::Serialize;

use super::input::InputDocument;
use super::messages::Message;
use crate::messages::Locale;
use crate::rules::{Finding, Severity};
use crate::text::{Encoding, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputFormat {
    /// The lines in question, with carets under the fault.
    Full,
    /// One line a finding.
    Concise,
    /// An array of objects, for programs.
    Json,
    /// The same objects, one a line.
    JsonLines,
    /// SARIF 2.1.0, which code hosts and security dashboards read.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
    /// A GitLab code quality report.
    Gitlab,
    /// JUnit XML, which most servers for continuous integration show.
    Junit,
}

impl OutputFormat {
    /// Whether counts of findings can be written in it too.
    pub fn has_statistics(self) -> bool {
        matches!(self, OutputFormat::Full | OutputFormat::Concise | OutputFormat::Json | OutputFormat::JsonLines)
    }
}

/// Files with what was found in each.
type Checked<'a> = [(&'a InputDocument, Vec<&'a Finding>)];

/// A finding with what every report says of it.
struct Reported<'a> {
    document: &'a InputDocument,
    finding: &'a Finding,
    locale: Locale,
}

/// Lines and columns from 1, columns in characters; `offset` in bytes.
#[derive(Debug, Serialize)]
struct ReportPosition {
    line: u32,
    column: u32,
    offset: usize,
}

#[derive(Debug, Serialize)]
struct ReportRange {
    start: ReportPosition,
    end: ReportPosition,
}

pub(super) fn render(format: OutputFormat, checked: &Checked, locale: Locale) -> String {
    match format {
        OutputFormat::Full => full::render(checked, locale) + &summary(checked, locale),
        OutputFormat::Concise => concise::render(checked, locale) + &summary(checked, locale),
        OutputFormat::Json => json(&json::findings(checked, locale)),
        OutputFormat::JsonLines => json_lines(&json::findings(checked, locale)),
        OutputFormat::Sarif => sarif::render(checked, locale),
        OutputFormat::Github => github::render(checked, locale),
        OutputFormat::Gitlab => gitlab::render(checked, locale),
        OutputFormat::Junit => junit::render(checked, locale),
    }
}

/// Every finding, file by file. `usual` is the language of files whose house has none of its own.
fn reported<'a>(checked: &'a Checked<'a>, usual: Locale) -> impl Iterator<Item = Reported<'a>> {
    checked.iter().flat_map(move |(document, findings)| {
        let locale = document.locale(usual);
        findings.iter().map(move |finding| Reported { document, finding, locale })
    })
}

impl<'a> Reported<'a> {
    fn file(&self) -> &'a str {
        &self.document.name
    }

    fn rule(&self) -> &'static str {
        self.finding.rule.name
    }

    fn message(&self) -> &'a str {
        self.finding.message.text(self.locale)
    }

    fn range(&self) -> ReportRange {
        self.range_of(self.finding.span)
    }

    fn range_of(&self, span: Span) -> ReportRange {
        let place = |offset| {
            let at = self.document.snapshot.text().position(offset, Encoding::Utf32);
            // A byte order mark is no character that anybody sees.
            let has_mark = at.line == 0 && self.document.snapshot.content().starts_with('\u{feff}');
            ReportPosition {
                line: at.line + 1,
                column: (at.column + 1).saturating_sub(u32::from(has_mark)).max(1),
                offset,
            }
        };
        ReportRange { start: place(span.start), end: place(span.end) }
    }
}

/// Pretty JSON with a line end.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// An object a line, which can be read before all is written.
pub(super) fn json_lines<T: Serialize>(values: &[T]) -> String {
    values.iter().map(|value| serde_json::to_string(value).unwrap_or_default() + "\n").collect()
}

/// A unified diff.
pub(super) fn diff(name: &str, old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new).unified_diff().header(name, name).to_string()
}

fn summary(checked: &Checked, locale: Locale) -> String {
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
