//! Findings as JSON: lines and columns from 1, columns in characters, offsets in bytes.

use serde::Serialize;

use super::{Checked, ReportRange, Reported, reported};
use crate::messages::Locale;

#[derive(Serialize)]
pub(super) struct JsonFinding<'a> {
    file: &'a str,
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    range: ReportRange,
    related: Vec<JsonRelated<'a>>,
    points: JsonPoints<'a>,
    fixes: Vec<JsonFix<'a>>,
}

#[derive(Serialize)]
struct JsonRelated<'a> {
    message: &'a str,
    range: ReportRange,
}

#[derive(Serialize)]
struct JsonPoints<'a> {
    zh: &'a [usize],
    en: &'a [usize],
}

#[derive(Serialize)]
struct JsonFix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<JsonEdit<'a>>,
}

#[derive(Serialize)]
struct JsonEdit<'a> {
    range: ReportRange,
    text: &'a str,
}

pub(super) fn findings<'a>(checked: &'a Checked<'a>, locale: Locale) -> Vec<JsonFinding<'a>> {
    reported(checked, locale).map(|reported| finding(&reported)).collect()
}

fn finding<'a>(reported: &Reported<'a>) -> JsonFinding<'a> {
    let (finding, locale) = (reported.finding, reported.locale);
    let range = |span| reported.range_of(span);
    let edits = |fix: &'a crate::rules::Fix| {
        fix.edits.iter().map(|edit| JsonEdit { range: range(edit.span), text: &edit.text }).collect()
    };
    JsonFinding {
        file: reported.file(),
        rule: reported.rule(),
        severity: finding.severity.as_str(),
        message: reported.message(),
        range: reported.range(),
        related: (finding.related.iter())
            .map(|related| JsonRelated { message: related.message.text(locale), range: range(related.span) })
            .collect(),
        points: JsonPoints { zh: &finding.points.chinese, en: &finding.points.english },
        fixes: (finding.fixes.iter())
            .map(|fix| JsonFix { title: fix.title.text(locale), safe: fix.safe, edits: edits(fix) })
            .collect(),
    }
}
