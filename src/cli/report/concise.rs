//! `file:line:column: severity[rule] message`, a line each; columns in characters from 1.

use super::{Checked, Reported, reported};
use crate::messages::Locale;

pub(super) fn render(checked: &Checked, locale: Locale) -> String {
    reported(checked, locale).map(|reported| line(&reported)).collect()
}

fn line(reported: &Reported) -> String {
    let (start, severity) = (reported.range().start, reported.finding.severity.as_str());
    let (file, rule, message) = (reported.file(), reported.rule(), reported.message());
    format!("{file}:{}:{}: {severity}[{rule}] {message}\n", start.line, start.column)
}
