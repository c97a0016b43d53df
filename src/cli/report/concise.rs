//! `file:line:column: severity[rule] message`, a line each; columns in characters from 1.

use super::Document;
use crate::messages::Locale;
use crate::rules::Finding;
use crate::text::Encoding;

pub(super) fn render(checked: &[(&Document, Vec<&Finding>)], locale: Locale) -> String {
    let lines = checked.iter().flat_map(|(document, findings)| {
        findings.iter().map(move |finding| {
            let at = document.snapshot.text().position(finding.span.start, Encoding::Utf32);
            let (name, severity, rule) = (&document.name, finding.severity.as_str(), finding.rule.name);
            let message = finding.message.text(document.locale(locale));
            format!("{name}:{}:{}: {severity}[{rule}] {message}\n", at.line + 1, at.column + 1)
        })
    });
    lines.collect()
}
