//! SARIF 2.1.0, the OASIS format for the results of static analysis. Columns are counted in characters, and it says so.

use std::path::Path;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Checked, ReportRange, Reported, reported};
use crate::messages::Locale;
use crate::rules::{Fix, RULES, Rule, Severity};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub(super) fn render(checked: &Checked, locale: Locale) -> String {
    let results: Vec<Value> = reported(checked, locale).map(|reported| result(&reported)).collect();
    let driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "rules": RULES.iter().map(|rule| described(rule)).collect::<Vec<_>>(),
    });
    super::json(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    }))
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.summary() },
        "help": { "text": rule.manual(), "markdown": rule.manual() },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn result(reported: &Reported) -> Value {
    let (finding, file) = (reported.finding, uri(reported.file()));
    let related = finding.related.iter().map(|related| {
        let mut location = location(&file, &reported.range_of(related.span));
        location["message"] = json!({ "text": related.message.text(reported.locale) });
        location
    });
    json!({
        "ruleId": reported.rule(),
        "ruleIndex": RULES.iter().position(|rule| *rule == finding.rule),
        "level": level(finding.severity),
        "message": { "text": reported.message() },
        "locations": [location(&file, &reported.range())],
        "relatedLocations": related.collect::<Vec<_>>(),
        "fixes": finding.fixes.iter().map(|fix| change(reported, &file, fix)).collect::<Vec<_>>(),
    })
}

fn location(file: &str, range: &ReportRange) -> Value {
    json!({ "physicalLocation": { "artifactLocation": { "uri": file }, "region": region(range) } })
}

fn region(range: &ReportRange) -> Value {
    let (start, end) = (&range.start, &range.end);
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}

fn change(reported: &Reported, file: &str, fix: &Fix) -> Value {
    let replacements = fix.edits.iter().map(|edit| {
        json!({ "deletedRegion": region(&reported.range_of(edit.span)), "insertedContent": { "text": edit.text } })
    });
    json!({
        "description": { "text": fix.title.text(reported.locale) },
        "artifactChanges": [{
            "artifactLocation": { "uri": file },
            "replacements": replacements.collect::<Vec<_>>(),
        }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}

/// Characters to be percent-encoded in the path of a URI.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'|')
    .add(b'\\')
    .add(b'^')
    .add(b'[')
    .add(b']');

/// A relative path stays relative: whoever reads the report knows the folder.
fn uri(file: &str) -> String {
    let slashed = if cfg!(windows) { file.replace('\\', "/") } else { file.to_owned() };
    let path = utf8_percent_encode(&slashed, NOT_IN_PATHS).to_string();
    match Path::new(file).is_absolute() {
        true if path.starts_with('/') => format!("file://{path}"),
        true => format!("file:///{path}"),
        // A colon in the first part would be read as a scheme.
        false if path.split('/').next().is_some_and(|first| first.contains(':')) => format!("./{path}"),
        false => path,
    }
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_addresses() {
        for (file, expected) in [
            ("a.brief", "a.brief"),
            ("我的 簡報/50%#1.brief", "%E6%88%91%E7%9A%84%20%E7%B0%A1%E5%A0%B1/50%25%231.brief"),
            ("a:b.brief", "./a:b.brief"),
            ("<stdin>", "%3Cstdin%3E"),
        ] {
            assert_eq!(uri(file), expected);
        }
        if cfg!(unix) {
            assert_eq!(uri("/tmp/a.brief"), "file:///tmp/a.brief");
        }
    }
}
