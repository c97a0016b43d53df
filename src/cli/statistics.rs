//! `check --statistics`: how often each rule finds something, and which accepted findings are found no more.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use super::input::InputDocument;
use super::messages::Message;
use super::report::{self, OutputFormat};
use super::run_configuration::{RunConfiguration, shown};
use crate::config::Loaded;
use crate::house::House;
use crate::messages::Locale;
use crate::rules::{self, Finding};

#[derive(Serialize)]
struct Count {
    rule: &'static str,
    count: usize,
    /// Number of findings with a safe fix.
    fixable: usize,
}

pub(super) fn render(
    checked: &[(&InputDocument, Vec<&Finding>)],
    configuration: &RunConfiguration,
    format: OutputFormat,
) -> String {
    let counts = counts(checked);
    match format {
        OutputFormat::Json => return report::json(&counts),
        OutputFormat::JsonLines => return report::json_lines(&counts),
        _ => {}
    }
    let row = |count: &Count| {
        let mark = if count.fixable > 0 { format!(" [--fix: {}]", count.fixable) } else { String::new() };
        format!("{:>6}  {}{mark}\n", count.count, count.rule)
    };
    counts.iter().map(row).chain(stale(checked, configuration)).collect()
}

/// The most frequent first.
fn counts(checked: &[(&InputDocument, Vec<&Finding>)]) -> Vec<Count> {
    let mut counts: BTreeMap<&'static str, Count> = BTreeMap::new();
    for finding in checked.iter().flat_map(|(_, findings)| findings) {
        let rule = finding.rule.name;
        let count = counts.entry(rule).or_insert(Count { rule, count: 0, fixable: 0 });
        count.count += 1;
        count.fixable += usize::from(finding.fixes.iter().any(|fix| fix.safe));
    }
    let mut counts: Vec<Count> = counts.into_values().collect();
    counts.sort_by_key(|count| (std::cmp::Reverse(count.count), count.rule));
    counts
}

/// A line for each entry of `lint.accept` that holds for a file of this run and matches nothing in any.
fn stale(checked: &[(&InputDocument, Vec<&Finding>)], configuration: &RunConfiguration) -> Vec<String> {
    let mut used: BTreeMap<PathBuf, (Arc<Loaded>, BTreeMap<usize, bool>)> = BTreeMap::new();
    for (document, _) in checked {
        let Some(path) = document.path.as_ref().and_then(|path| std::path::absolute(path).ok()) else { continue };
        let Some(loaded) = configuration.toml_of(&path) else { continue };
        let Some(configuration) = loaded.configuration.clone() else { continue };
        let inside = path.strip_prefix(loaded.folder()).unwrap_or(&path).to_owned();
        let of_file = &mut used.entry(loaded.path.clone()).or_insert_with(|| (loaded, BTreeMap::new())).1;
        let all = without_accepting(document);
        for (number, accepted) in configuration.accepted_in(&inside) {
            let is_met = all.iter().any(|(rule, text)| accepted.matches(rule, text));
            *of_file.entry(number).or_default() |= is_met;
        }
    }
    let mut lines = Vec::new();
    for (loaded, met) in used.into_values() {
        let entries = loaded.configuration.as_ref().map(|configuration| configuration.accepted().collect::<Vec<_>>());
        for (number, _) in met.into_iter().filter(|(_, is_met)| !is_met) {
            let Some(entry) = entries.as_ref().and_then(|entries| entries.get(number)) else { continue };
            let message = Message::StaleAccept { rule: entry.rule.clone(), text: entry.text.clone() };
            lines.push(format!("{}: {}\n", shown(&loaded.path), message.text(Locale::from_environment())));
        }
    }
    lines
}

/// Rule and text of everything that is found where nothing is accepted.
fn without_accepting(document: &InputDocument) -> Vec<(&'static str, &str)> {
    let snapshot = &document.snapshot;
    let mut house = House::clone(snapshot.house());
    house.lint.accepted.clear();
    let findings = rules::check(snapshot.content(), snapshot.file(), &house, snapshot.today());
    findings.into_iter().map(|finding| (finding.rule.name, &snapshot.content()[finding.span])).collect()
}
