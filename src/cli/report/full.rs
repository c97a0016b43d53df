//! Findings with the lines that they stand on, and carets under the fault by display width.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::InputDocument;
use crate::cli::messages::Message;
use crate::messages::Locale;
use crate::rules::{Finding, Severity};
use crate::text::{Encoding, Position, Span, Text};

pub(super) fn render(checked: &[(&InputDocument, Vec<&Finding>)], locale: Locale) -> String {
    let renderer = Renderer::styled();
    let all = checked.iter().flat_map(|(document, findings)| findings.iter().map(move |finding| (document, finding)));
    all.map(|(document, finding)| renderer.render(&groups(document, finding, locale)) + "\n\n").collect()
}

fn groups<'a>(document: &'a InputDocument, finding: &'a Finding, locale: Locale) -> Vec<Group<'a>> {
    let locale = document.locale(locale);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Hint => Level::HELP,
    };
    let level = level.with_name(finding.severity.word().text(locale));
    let [note, help] = [(Level::NOTE, Message::Note), (Level::HELP, Message::Help)]
        .map(|(level, word)| level.with_name(word.text(locale)));
    let title = level.primary_title(finding.message.text(locale)).id(finding.rule.name);
    let mut groups = vec![title.element(snippet(document, finding.span))];
    for related in &finding.related {
        let title = note.clone().secondary_title(related.message.text(locale));
        groups.push(title.element(snippet(document, related.span)));
    }
    for fix in &finding.fixes {
        groups.push(Group::with_title(help.clone().secondary_title(fix.title.text(locale))));
    }
    groups
}

/// The lines of `span` alone: a report on one line must not cost the reading of a whole digest.
fn snippet(document: &InputDocument, span: Span) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let (content, text) = (document.snapshot.content(), document.snapshot.text());
    let lines = lines_around(text, span);
    // Nobody sees a byte order mark, and no editor counts it.
    let lines =
        if content.starts_with('\u{feff}') { Span::new(lines.start.max(BOM), lines.end.max(BOM)) } else { lines };
    // A lone CR ends a line here too; as bytes the two are one long.
    let source = content[lines].replace("\r\n", "\u{0}\n").replace('\r', "\n").replace('\u{0}', "\r");
    let span = Span::new(span.start.saturating_sub(lines.start), span.end.saturating_sub(lines.start));
    Snippet::source(source)
        .path(document.name.as_str())
        .line_start(text.position(lines.start, Encoding::Utf8).line as usize + 1)
        .annotation(AnnotationKind::Primary.span(span.range()))
}

/// Bytes of a byte order mark.
const BOM: usize = '\u{feff}'.len_utf8();

/// The span extended to whole lines.
fn lines_around(text: &Text, span: Span) -> Span {
    let line = |offset| text.position(offset, Encoding::Utf8).line;
    let start = text.offset(Position::new(line(span.start), 0), Encoding::Utf8);
    let end = text.offset(Position::new(line(span.end), u32::MAX), Encoding::Utf8);
    Span::new(start, end.max(span.end))
}
