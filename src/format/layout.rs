//! The layout of lines: indents, marks, labels, and the blank lines between.

use crate::brief::{Brief, BriefFile, Field, FieldKind, Label, LabelKind, Line, LineKind, MarkKind, Point, Section};
use crate::house::{FormatOptions, House, LabelColon};
use crate::rules::judges_labels;
use crate::text::{LineEnd, Span, is_blank};

/// `text` with each line in canonical form and the blank lines that belong between. Idempotent.
pub(super) fn lay_out(text: &str, house: &House) -> String {
    let file = BriefFile::read_with(text, &house.labels);
    let mut lines = LayoutLines::default();
    let mut above = None;
    let mut blank_above = false;
    for (line, context) in file.lines.iter().zip(&contexts(&file, text)) {
        if line.kind == LineKind::FrontMatter {
            lines.push(text[line.span].to_owned(), false);
            above = Some(LineKind::FrontMatter);
            continue;
        }
        if line.kind == LineKind::Blank {
            blank_above = true;
            continue;
        }
        if context.starts_later_brief && above != Some(LineKind::Separator) {
            lines.push("---".to_owned(), true);
            above = Some(LineKind::Separator);
        }
        let blank = match context.is_markdown && line.kind != LineKind::SectionLabel {
            true => blank_above,
            false => blank_between(above, line.kind, blank_above, house),
        };
        lines.push(laid_out(text, line, context, house), blank);
        above = Some(if holds_lead(text, line, context) { LineKind::Paragraph } else { line.kind });
        blank_above = false;
    }
    lines.joined(file.line_end(), file.has_bom)
}

/// Context of a line: the part of a brief that begins on it, and its surroundings.
#[derive(Default, Clone)]
struct LineContext<'f> {
    role: LineRole<'f>,
    starts_later_brief: bool,
    in_brief: bool,
    /// In a section under a Markdown heading, where marks and blank lines follow Markdown.
    is_markdown: bool,
}

#[derive(Default, Clone)]
enum LineRole<'f> {
    #[default]
    Text,
    Field(&'f Field),
    Section(&'f Brief, &'f Section),
    Point(&'f Point),
}

/// Contexts of all lines.
fn contexts<'f>(file: &'f BriefFile, text: &str) -> Vec<LineContext<'f>> {
    let mut contexts = vec![LineContext::default(); file.lines.len()];
    for (index, brief) in file.briefs.iter().enumerate() {
        for line in brief.lines.clone() {
            contexts[line].in_brief = true;
        }
        contexts[brief.lines.start].starts_later_brief = index > 0;
        for field in &brief.fields {
            contexts[field.line].role = LineRole::Field(field);
        }
        for section in &brief.sections {
            let is_markdown = text[section.label.whole].starts_with('#');
            contexts[section.lines.clone()].iter_mut().for_each(|context| context.is_markdown = is_markdown);
            contexts[section.lines.start].role = LineRole::Section(brief, section);
            for point in &section.points {
                contexts[point.lines.start].role = LineRole::Point(point);
            }
        }
    }
    contexts
}

/// Whether the lead begins on the section's label line, as it must if it would read as a label on a line of its own.
fn holds_lead(text: &str, line: &Line, context: &LineContext) -> bool {
    let LineRole::Section(_, section) = context.role else { return false };
    !Span::new(section.label.whole.end, line.span.end).trim(text).is_empty()
}

/// A line in canonical form, without its end.
fn laid_out(text: &str, line: &Line, context: &LineContext, house: &House) -> String {
    let content = text[line.span].trim_matches(is_blank);
    match context.role {
        LineRole::Field(field) => field_line(text, field, house),
        LineRole::Section(brief, section) => section_line(text, brief, section, content, house),
        LineRole::Point(point) => point_line(text, point, content, context.is_markdown, &house.format),
        LineRole::Text if line.kind == LineKind::Separator && !context.in_brief => "---".to_owned(),
        LineRole::Text if line.kind == LineKind::Loose => text[line.span].trim_end_matches(is_blank).to_owned(),
        LineRole::Text => content.to_owned(),
    }
}

#[derive(Default)]
struct LayoutLines {
    lines: Vec<String>,
}

impl LayoutLines {
    fn push(&mut self, line: String, blank_above: bool) {
        if blank_above && !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.push(line);
    }

    fn joined(self, end: LineEnd, has_bom: bool) -> String {
        let bom = if has_bom { "\u{feff}" } else { "" };
        let body: String = self.lines.iter().flat_map(|line| [line.as_str(), end.as_str()]).collect();
        format!("{bom}{body}")
    }
}

/// Whether a blank line belongs between two lines. `was` tells whether there is one now.
fn blank_between(above: Option<LineKind>, kind: LineKind, was: bool, house: &House) -> bool {
    use LineKind::*;
    match (above, kind) {
        (None, _) | (_, FrontMatter) => false,
        (Some(FrontMatter), _) => true,
        (Some(Field | FieldValue | Loose), Field) if !house.format.blank_lines => false,
        (_, Separator | SectionLabel | Field) | (Some(Separator), _) => true,
        // A blank line is what keeps two paragraphs apart, and a paragraph from the point above.
        (Some(SectionLabel), _) | (_, Point | Continuation | FieldValue) => false,
        (_, Paragraph) => true,
        (_, Loose | Blank) => was,
    }
}

fn field_line(text: &str, field: &Field, house: &House) -> String {
    let label = label_text(text, &field.label, field.label.kind, house);
    if field.value.is_empty() || field.value_line != field.line {
        return label;
    }
    let value = field_value(&text[field.value], field.kind());
    // A full-width colon brings its own space.
    let gap = if label.ends_with('：') { "" } else { " " };
    format!("{label}{gap}{value}")
}

/// `value` with single spaces, and none beside the 、 of keywords.
fn field_value(value: &str, kind: Option<FieldKind>) -> String {
    let spaced = value.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if kind != Some(FieldKind::Keywords) {
        return spaced;
    }
    spaced.split('、').map(str::trim).collect::<Vec<_>>().join("、")
}

/// Whether `c` is a blank with a width: an invisible one may belong to an emoji.
fn is_space(c: char) -> bool {
    is_blank(c) && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn section_line(text: &str, brief: &Brief, section: &Section, content: &str, house: &House) -> String {
    let label = label_text(text, &section.label, Some(section.language.into()), house);
    if section.text_on_label_line {
        return content.to_owned();
    }
    if section.label.colon.is_none() && !section.label.decorated {
        let typed = brief.fields.iter().find_map(|field| field.label.colon);
        return label + colon(typed.map_or(":", |colon| &text[colon]), house);
    }
    label
}

/// A label with its decoration, canonical words and colon. Words that were recognised by a guess stay as they are.
fn label_text(text: &str, label: &Label, kind: Option<LabelKind>, house: &House) -> String {
    let words = match kind {
        Some(kind) if !label.misspelt && judges_labels(&house.lint) => house.label(kind),
        _ => &text[label.words],
    };
    let before = &text[Span::new(label.whole.start, label.words.start)];
    let Some(typed) = label.colon else {
        return format!("{before}{words}{}", &text[Span::new(label.words.end, label.whole.end)]);
    };
    let between = text[Span::new(label.words.end, typed.start)].trim_matches(is_blank);
    let behind = &text[Span::new(typed.end, label.whole.end)];
    format!("{before}{words}{between}{}{behind}", colon(&text[typed], house))
}

/// Colon of a label in the house's form.
fn colon<'a>(typed: &'a str, house: &House) -> &'a str {
    match house.format.label_colon {
        LabelColon::Keep => typed,
        LabelColon::Half => ":",
        LabelColon::Full => "：",
    }
}

/// Indent, the house's mark or the number as typed, and one blank. Markdown takes `•` for text and gets a mark of its
/// own, with an indent of four blanks a level, which nests below any mark.
fn point_line(text: &str, point: &Point, content: &str, is_markdown: bool, options: &FormatOptions) -> String {
    let indent = " ".repeat(if is_markdown { 4 * point.depth } else { options.indent_at(point.depth) });
    let bullet = options.mark.to_string();
    let mark = match point.mark_kind {
        MarkKind::Bullet('*') if is_markdown => "*",
        MarkKind::Bullet(_) if is_markdown => "-",
        MarkKind::Bullet(_) => bullet.as_str(),
        MarkKind::Number(_) => &text[point.mark],
    };
    let rest = content[point.mark.len()..].trim_start_matches(is_blank);
    if rest.is_empty() {
        return format!("{indent}{mark}");
    }
    // `一、` and `（一）` bring their own space.
    let had_gap = content.len() - point.mark.len() > rest.len();
    let gap = if had_gap || mark == bullet || mark.is_ascii() { " " } else { "" };
    format!("{indent}{mark}{gap}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{Labels, Language};

    fn lay_out(text: &str) -> String {
        super::lay_out(text, &House::default())
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(lay_out(text), expected);
        assert_eq!(lay_out(expected), expected, "not idempotent");
    }

    #[test]
    fn header() {
        check(
            "\n作者／Author（s） :Erik Green and Meia\u{a0} Nouwens\u{a0}\n日期/Date：  04/17/2025\n\n\n\n摘要:\n",
            "作者/Author(s): Erik Green and Meia Nouwens\n\n日期/Date：04/17/2025\n\n摘要:\n",
        );
        check("關鍵字/Keywords:\u{3000}軍事 、 外交、\u{a0}中國", "關鍵字/Keywords: 軍事、外交、中國\n");
        check("**日期/Date:** 04/17/2025\n", "**日期/Date:** 04/17/2025\n");
        check("日期/Data : x\nNote: y\n", "日期/Data: x\n\nNote: y\n");
    }

    #[test]
    fn sections() {
        check("作者：X\n摘要\n\n　　中國。\n\n•甲\n\n-\t乙\n", "作者/Author(s)：X\n\n摘要：\n中國。\n  • 甲\n  • 乙\n");
        check("## 摘要\n中國。 \n", "## 摘要\n中國。\n");
        check("摘要:\n甲。\n\n\n乙。\n  • 丙\n\n丁\n", "摘要:\n甲。\n\n乙。\n  • 丙\n\n丁\n");
        check("Summary:Note: 甲\n\n乙\n", "Summary:Note: 甲\n\n乙\n");
    }

    #[test]
    fn marks() {
        check("摘要:\n\u{f0b7}\t甲\n   o 乙\n● 丙\n", "摘要:\n  • 甲\n    • 乙\n  • 丙\n");
        check("摘要:\n1.甲\n（二）乙\n三、 丙\n①丁\n", "摘要:\n  1. 甲\n  （二）乙\n  三、 丙\n  ①丁\n");
        check("摘要:\n• \n•\n", "摘要:\n  •\n  •\n");
    }

    #[test]
    fn markdown() {
        check(
            "---\ntitle:  x\n\ntags: [a]\n---\n**作者/Author(s):**  X\n\n## 摘要\n\n中國行動。\n\n- 甲\n  - 乙\n* 丙\n\n丁\n",
            "---\ntitle:  x\n\ntags: [a]\n---\n\n**作者/Author(s):** X\n\n## 摘要\n\n中國行動。\n\n- 甲\n    - 乙\n* 丙\n\n丁\n",
        );
        check("## 摘要\n中國行動。\n1.  甲\n  - 乙\n• 丙\n", "## 摘要\n中國行動。\n1. 甲\n    - 乙\n- 丙\n");
    }

    #[test]
    fn line_ends_follow_the_majority() {
        check("摘要:\r\n甲\r\n\nSummary:", "摘要:\r\n甲\r\n\r\nSummary:\r\n");
        check("摘要:\r甲\r", "摘要:\r甲\r");
        check("\u{feff}摘要:\n甲", "\u{feff}摘要:\n甲\n");
    }

    #[test]
    fn several_briefs() {
        check(
            "作者: X\n摘要:\n甲\n作者: Y\n摘要:\n乙\n***\n\n\n作者: Z\n",
            "作者/Author(s): X\n\n摘要:\n甲\n\n---\n\n作者/Author(s): Y\n\n摘要:\n乙\n\n---\n\n作者/Author(s): Z\n",
        );
        check("摘要:\n甲\n***\nSummary:\nA\n", "摘要:\n甲\n\n***\n\nSummary:\nA\n");
    }

    #[test]
    fn a_house_has_its_own_layout() {
        let format = FormatOptions { indent: 4, mark: '–', blank_lines: false, ..FormatOptions::default() };
        let labels = Labels::new([(FieldKind::Author.into(), "撰文/By"), (Language::English.into(), "Key points")]);
        let house = House { format, labels, ..House::default() };
        let expected = "撰文/By: X\n日期/Date: Y\n\n摘要:\n甲\n    – 乙\n        – 丙\n    1. 丁\n\nKey points:\n";
        let text = "作者: X\n\n\n日期: Y\n摘要:\n甲\n• 乙\n  • 丙\n1. 丁\nSummary:\n";
        assert_eq!(super::lay_out(text, &house), expected);
        assert_eq!(super::lay_out(expected, &house), expected);
    }

    #[test]
    fn a_house_chooses_the_colon_of_labels() {
        let text = "作者/Author(s)：甲:乙\n\n**日期/Date:** X\n\n摘要\n一:二\n\nSummary:\nA\n";
        for (label_colon, expected) in [
            (LabelColon::Keep, "作者/Author(s)：甲:乙\n\n**日期/Date:** X\n\n摘要：\n一:二\n\nSummary:\nA\n"),
            (LabelColon::Half, "作者/Author(s): 甲:乙\n\n**日期/Date:** X\n\n摘要:\n一:二\n\nSummary:\nA\n"),
            (LabelColon::Full, "作者/Author(s)：甲:乙\n\n**日期/Date：** X\n\n摘要：\n一:二\n\nSummary：\nA\n"),
        ] {
            let house = House { format: FormatOptions { label_colon, ..FormatOptions::default() }, ..House::default() };
            assert_eq!(super::lay_out(text, &house), expected);
            assert_eq!(super::lay_out(expected, &house), expected);
        }
    }

    #[test]
    fn loose_text_stays() {
        check("週報 \n  第一期\n作者: X\n", "週報\n  第一期\n\n作者/Author(s): X\n");
    }
}
