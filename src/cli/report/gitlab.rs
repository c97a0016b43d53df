//! The code quality report of GitLab: the part of the Code Climate format that it reads.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;
use serde::Serialize;

use super::{Checked, Reported, reported};
use crate::messages::Locale;
use crate::rules::Severity;

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: GitlabPosition,
    end: GitlabPosition,
}

#[derive(Serialize)]
struct GitlabPosition {
    line: u32,
    column: u32,
}

pub(super) fn render(checked: &Checked, locale: Locale) -> String {
    let mut alike: HashMap<u64, u32> = HashMap::new();
    let issues: Vec<Issue> = reported(checked, locale).map(|reported| issue(&reported, &mut alike)).collect();
    super::json(&issues)
}

fn issue<'a>(reported: &Reported<'a>, alike: &mut HashMap<u64, u32>) -> Issue<'a> {
    let (start, end) = (reported.range().start, reported.range().end);
    let begin = GitlabPosition { line: start.line, column: start.column };
    let end = GitlabPosition { line: end.line, column: end.column };
    Issue {
        description: reported.message(),
        check_name: reported.rule(),
        fingerprint: fingerprint(reported, alike),
        severity: match reported.finding.severity {
            Severity::Error => "critical",
            Severity::Warning => "major",
            Severity::Info => "minor",
            Severity::Hint => "info",
        },
        location: Location { path: reported.file(), positions: Positions { begin, end } },
    }
}

/// Id that stays when the text around the finding moves, and differs from those of equal findings counted in `alike`.
fn fingerprint(reported: &Reported, alike: &mut HashMap<u64, u32>) -> String {
    let mut hasher = FxHasher::default();
    let found = &reported.document.snapshot.content()[reported.finding.span];
    (reported.file(), reported.rule(), found).hash(&mut hasher);
    let before = alike.entry(hasher.finish()).or_default();
    let fingerprint = format!("{:016x}{before:08x}", hasher.finish());
    *before += 1;
    fingerprint
}
