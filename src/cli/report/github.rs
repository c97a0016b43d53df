//! Workflow commands of GitHub, which it shows beside the lines of a pull request:
//! `::warning file=…,line=…,col=…::message`.

use super::{Checked, Reported, reported};
use crate::messages::Locale;
use crate::rules::Severity;

pub(super) fn render(checked: &Checked, locale: Locale) -> String {
    reported(checked, locale).map(|reported| command(&reported)).collect()
}

fn command(reported: &Reported) -> String {
    let level = match reported.finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "notice",
    };
    let (range, file, rule) = (reported.range(), property(reported.file()), reported.rule());
    let (start, end) = (range.start, range.end);
    let place = match start.line == end.line {
        // It takes an end column on one line only.
        true => format!("line={},col={},endLine={},endColumn={}", start.line, start.column, end.line, end.column),
        false => format!("line={},endLine={}", start.line, end.line),
    };
    format!("::{level} file={file},{place},title={rule}::{}\n", data(reported.message()))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_message_or_a_property_is_escaped() {
        assert_eq!(data("100%: 一,\r\n二"), "100%25: 一,%0D%0A二");
        assert_eq!(property("a,b:50%.brief"), "a%2Cb%3A50%25.brief");
    }
}
