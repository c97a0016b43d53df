//! What holds for `BriefFile::read` on any text: nothing is lost, and every part lies where it says.

mod mutilated;

use std::ops::Range;

use brief_ls::brief::{Brief, BriefFile, Field, Label, Labels, LineEnd, LineKind, Section, looks_like_brief};
use brief_ls::text::{Encoding, Position, Span, Text, is_blank};
use mutilated::{brief, mutilated};
use proptest::collection::vec;
use proptest::prelude::*;

type Outcome = Result<(), TestCaseError>;

fn check(text: &str) -> Outcome {
    let file = BriefFile::read(text);
    check_lines(text, &file)?;
    check_kinds(&file)?;
    for brief in &file.briefs {
        check_brief(text, &file, brief)?;
    }
    for pair in file.briefs.windows(2) {
        prop_assert!(pair[0].lines.end <= pair[1].lines.start, "briefs overlap");
    }
    looks_like_brief(text, &Labels::default());
    Ok(())
}

/// The lines are the file, and an editor counts the same ones.
fn check_lines(text: &str, file: &BriefFile) -> Outcome {
    prop_assert_eq!(file.has_bom, text.starts_with('\u{feff}'));
    let rope = Text::new(text, 0);
    let mut end = if file.has_bom { 3 } else { 0 };
    for (index, line) in file.lines.iter().enumerate() {
        prop_assert_eq!(line.full().start, end, "line {} does not follow the one above", index);
        let first_column = if index == 0 && file.has_bom { 1 } else { 0 };
        prop_assert_eq!(rope.position(end, Encoding::Utf16), Position::new(index as u32, first_column));
        end = line.full().end;
        check_span(text, line.full())?;
        prop_assert!(!text[line.span.range()].contains(['\n', '\r']));
        prop_assert_eq!(&text[line.span.end..end], line.end.as_str());
        prop_assert!(line.end != LineEnd::None || index + 1 == file.lines.len());
    }
    prop_assert_eq!(end, text.len(), "the lines do not reach the end");
    let ended = file.lines.iter().filter(|line| line.end != LineEnd::None).count();
    prop_assert_eq!(rope.position(text.len(), Encoding::Utf16).line as usize, ended);
    prop_assert_eq!(file.lines_span(&(0..file.lines.len())).end, if file.lines.is_empty() { 0 } else { end });
    Ok(())
}

/// Every line belongs to the part that its kind tells, and to no other.
fn check_kinds(file: &BriefFile) -> Outcome {
    let mut claimed = vec![None; file.lines.len()];
    let mut claim = |line: usize, kind: LineKind| {
        let before = claimed[line].replace(kind);
        prop_assert_eq!(before, None, "line {} has two kinds", line);
        Ok(())
    };
    for brief in &file.briefs {
        for &line in &brief.loose {
            claim(line, LineKind::Loose)?;
        }
        for field in &brief.fields {
            claim(field.line, LineKind::Field)?;
            if field.value_line != field.line {
                claim(field.value_line, LineKind::FieldValue)?;
            }
        }
        for section in &brief.sections {
            claim(section.lines.start, LineKind::SectionLabel)?;
            let paragraphs = section.lead.iter().chain(&section.extra).map(|p| (&p.lines, LineKind::Paragraph));
            let points = section.points.iter().map(|point| (&point.lines, LineKind::Point));
            for (lines, kind) in paragraphs.chain(points) {
                prop_assert!(!lines.is_empty());
                if lines.start != section.lines.start {
                    claim(lines.start, kind)?;
                }
                for line in lines.start + 1..lines.end {
                    claim(line, LineKind::Continuation)?;
                }
            }
        }
    }
    for (index, line) in file.lines.iter().enumerate() {
        let unclaimed = matches!(line.kind, LineKind::FrontMatter | LineKind::Blank | LineKind::Separator);
        prop_assert_eq!(claimed[index], (!unclaimed).then_some(line.kind), "line {}", index);
    }
    Ok(())
}

fn check_brief(text: &str, file: &BriefFile, brief: &Brief) -> Outcome {
    prop_assert!(!brief.lines.is_empty() && brief.lines.end <= file.lines.len());
    for edge in [brief.lines.start, brief.lines.end - 1] {
        prop_assert!(!matches!(file.lines[edge].kind, LineKind::Blank | LineKind::Separator));
    }
    let mut above = brief.lines.start;
    for field in &brief.fields {
        prop_assert!(above <= field.line && field.value_line < brief.lines.end);
        above = field.value_line;
        check_field(text, file, field)?;
    }
    for section in &brief.sections {
        prop_assert!(above <= section.lines.start && section.lines.end <= brief.lines.end);
        above = section.lines.end;
        check_section(text, file, section)?;
    }
    let languages: Vec<_> = brief.sections.iter().map(|section| section.language).collect();
    prop_assert!(languages.len() < 2 || (languages.len() == 2 && languages[0] != languages[1]));
    prop_assert!(brief.loose.iter().all(|line| brief.lines.contains(line)));
    Ok(())
}

fn check_field(text: &str, file: &BriefFile, field: &Field) -> Outcome {
    check_label(text, file, &field.label, field.line)?;
    check_text(text, file, field.value, &(field.value_line..field.value_line + 1))?;
    prop_assert!(field.value.start >= field.label.whole.end);
    prop_assert!(field.value_line == field.line || (field.value_line == field.line + 1 && !field.value.is_empty()));
    Ok(())
}

fn check_section(text: &str, file: &BriefFile, section: &Section) -> Outcome {
    check_label(text, file, &section.label, section.lines.start)?;
    for paragraph in section.lead.iter().chain(&section.extra) {
        prop_assert!(!paragraph.text.is_empty());
        check_within(&paragraph.lines, &section.lines)?;
        check_text(text, file, paragraph.text, &paragraph.lines)?;
    }
    let first_point = section.points.first().map_or(section.lines.end, |point| point.lines.start);
    prop_assert!(section.lead.iter().all(|paragraph| paragraph.lines.end <= first_point));
    prop_assert!(section.extra.iter().all(|paragraph| paragraph.lines.start > first_point));
    let mut deepest = 0;
    for point in &section.points {
        check_within(&point.lines, &section.lines)?;
        check_on_lines(file, point.indent, &(point.lines.start..point.lines.start + 1))?;
        check_on_lines(file, point.mark, &(point.lines.start..point.lines.start + 1))?;
        check_text(text, file, point.text, &point.lines)?;
        prop_assert!(text[point.indent.range()].chars().all(is_blank));
        prop_assert!(point.indent.end == point.mark.start && !point.mark.is_empty());
        prop_assert!(point.mark.end <= point.text.start);
        prop_assert!(point.depth <= deepest, "a child without a parent");
        deepest = point.depth + 1;
    }
    let label_line = section.lines.start;
    let on_label_line = section.lead.first().is_some_and(|lead| lead.lines.start == label_line);
    prop_assert_eq!(section.text_on_label_line, on_label_line);
    Ok(())
}

fn check_label(text: &str, file: &BriefFile, label: &Label, line: usize) -> Outcome {
    let lines = line..line + 1;
    check_on_lines(file, label.whole, &lines)?;
    check_text(text, file, label.words, &lines)?;
    prop_assert!(!label.words.is_empty());
    prop_assert!(label.whole.start <= label.words.start && label.words.end <= label.whole.end);
    if let Some(colon) = label.colon {
        check_on_lines(file, colon, &lines)?;
        prop_assert!(matches!(&text[colon.range()], ":" | "："));
        prop_assert!(label.words.end <= colon.start && colon.end <= label.whole.end);
    }
    Ok(())
}

/// On its lines, and without blanks at its ends.
fn check_text(text: &str, file: &BriefFile, span: Span, lines: &Range<usize>) -> Outcome {
    check_span(text, span)?;
    check_on_lines(file, span, lines)?;
    let shown = &text[span.range()];
    prop_assert_eq!(shown, shown.trim_matches(is_blank));
    prop_assert!(!shown.starts_with(['\n', '\r']) && !shown.ends_with(['\n', '\r']));
    Ok(())
}

fn check_span(text: &str, span: Span) -> Outcome {
    prop_assert!(span.start <= span.end && span.end <= text.len());
    prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{:?} cuts a character", span);
    Ok(())
}

fn check_on_lines(file: &BriefFile, span: Span, lines: &Range<usize>) -> Outcome {
    let (first, last) = (file.lines[lines.start].span, file.lines[lines.end - 1].span);
    prop_assert!(first.start <= span.start && span.end <= last.end, "{:?} leaves its lines", span);
    Ok(())
}

fn check_within(inner: &Range<usize>, outer: &Range<usize>) -> Outcome {
    prop_assert!(outer.start <= inner.start && inner.end <= outer.end);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn briefs(text in brief()) {
        check(&text)?;
    }

    #[test]
    fn mutilated_briefs(text in mutilated(brief())) {
        check(&text)?;
    }

    #[test]
    fn any_text(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..200)) {
        check(&String::from_utf8_lossy(&bytes))?;
    }
}
