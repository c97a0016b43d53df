//! Findings as JSON: lines and columns from 1, columns in characters, offsets in bytes.

use serde::Serialize;

use super::Document;
use crate::messages::Locale;
use crate::rules::Finding;
use crate::text::{Encoding, Span, Text};

#[derive(Serialize)]
struct Entry<'a> {
    file: &'a str,
    rule: &'static str,
    severity: &'static str,
    message: String,
    range: Range,
    related: Vec<Related>,
    points: Points<'a>,
    fixes: Vec<Fix<'a>>,
}

#[derive(Serialize)]
struct Range {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
    offset: usize,
}

#[derive(Serialize)]
struct Related {
    message: String,
    range: Range,
}

#[derive(Serialize)]
struct Points<'a> {
    zh: &'a [usize],
    en: &'a [usize],
}

#[derive(Serialize)]
struct Fix<'a> {
    title: String,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    range: Range,
    text: &'a str,
}

pub(super) fn render(checked: &[(&Document, Vec<&Finding>)], locale: Locale) -> String {
    let entries: Vec<Entry> = (checked.iter())
        .flat_map(|(document, findings)| findings.iter().map(|finding| entry(document, finding, locale)))
        .collect();
    serde_json::to_string_pretty(&entries).unwrap_or_default() + "\n"
}

fn entry<'a>(document: &'a Document, finding: &'a Finding, locale: Locale) -> Entry<'a> {
    let locale = document.locale(locale);
    let text = document.snapshot.text();
    let edits = |fix: &'a crate::rules::Fix| {
        fix.edits.iter().map(|edit| Edit { range: range(text, edit.span), text: &edit.text }).collect()
    };
    Entry {
        file: &document.name,
        rule: finding.rule.name,
        severity: finding.severity.as_str(),
        message: finding.message.text(locale),
        range: range(text, finding.span),
        related: (finding.related.iter())
            .map(|related| Related { message: related.message.text(locale), range: range(text, related.span) })
            .collect(),
        points: Points { zh: &finding.points.chinese, en: &finding.points.english },
        fixes: (finding.fixes.iter())
            .map(|fix| Fix { title: fix.title.text(locale), safe: fix.safe, edits: edits(fix) })
            .collect(),
    }
}

fn range(text: &Text, span: Span) -> Range {
    let place = |offset| {
        let at = text.position(offset, Encoding::Utf32);
        Place { line: at.line + 1, column: at.column + 1, offset }
    };
    Range { start: place(span.start), end: place(span.end) }
}
