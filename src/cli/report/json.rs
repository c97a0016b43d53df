//! Findings as JSON: lines and columns from 1, columns in characters, offsets in bytes.

use serde::Serialize;

use super::{Checked, Range, Reported, reported};
use crate::messages::Locale;

#[derive(Serialize)]
pub(super) struct Entry<'a> {
    file: &'a str,
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    range: Range,
    related: Vec<Related<'a>>,
    points: Points<'a>,
    fixes: Vec<Fix<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    range: Range,
}

#[derive(Serialize)]
struct Points<'a> {
    zh: &'a [usize],
    en: &'a [usize],
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    range: Range,
    text: &'a str,
}

pub(super) fn entries<'a>(checked: &'a Checked<'a>, locale: Locale) -> Vec<Entry<'a>> {
    reported(checked, locale).map(|reported| entry(&reported)).collect()
}

fn entry<'a>(reported: &Reported<'a>) -> Entry<'a> {
    let (finding, locale) = (reported.finding, reported.locale);
    let range = |span| reported.range_of(span);
    let edits = |fix: &'a crate::rules::Fix| {
        fix.edits.iter().map(|edit| Edit { range: range(edit.span), text: &edit.text }).collect()
    };
    Entry {
        file: reported.file(),
        rule: reported.rule(),
        severity: finding.severity.as_str(),
        message: reported.message(),
        range: reported.range(),
        related: (finding.related.iter())
            .map(|related| Related { message: related.message.text(locale), range: range(related.span) })
            .collect(),
        points: Points { zh: &finding.points.chinese, en: &finding.points.english },
        fixes: (finding.fixes.iter())
            .map(|fix| Fix { title: fix.title.text(locale), safe: fix.safe, edits: edits(fix) })
            .collect(),
    }
}
