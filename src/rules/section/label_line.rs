//! `section/label-line`: text that begins on the line of its section's label.

use super::messages::Message;
use crate::brief::{BriefFile, LineKind, Section, is_mark};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span, is_blank};

rule! {
    /// Reports text on the same line as the label of its section.
    ///
    /// ## Why
    /// In the template the label is a heading of its own, and the text begins below it.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要: 中國正推動新秩序。
    /// ```
    /// The fix breaks the line after the label; it is safe and may be applied on its own:
    /// ```brief good
    /// 摘要:
    /// 中國正推動新秩序。
    /// ```
    "section/label-line", Info, Section(check)
}

fn check(cx: &Context, section: &Section) -> Vec<Finding> {
    if !section.text_on_label_line {
        return Vec::new();
    }
    on_label_line(cx, section).into_iter().collect()
}

fn on_label_line(cx: &Context, section: &Section) -> Option<Finding> {
    let label = cx.house.label(section.language);
    let start = section.lead.first()?.text.start;
    let line = cx.file.lines[section.lines.start].span;
    let text = cx.text[start..line.end].trim_end_matches(is_blank);
    let gap = Span::new(section.label.whole.end, start);
    let edits = vec![Edit::replace(gap, cx.file.line_end().as_str())];
    let finding = RULE.at(Span::new(start, start + text.len()), Message::TextOnLabelLine { label });
    // On a line of its own the text may be another label, or a mark alone, which takes the line below it for a point.
    Some(match kind_alone(cx, section, text) {
        LineKind::Field | LineKind::SectionLabel | LineKind::Separator => finding,
        LineKind::Point if is_mark(text) => finding.quick_fix(Message::BreakLine, edits),
        _ => finding.safe_fix(Message::BreakLine, edits),
    })
}

/// The kind of line that the text would be on its own.
fn kind_alone(cx: &Context, section: &Section, text: &str) -> LineKind {
    let opening = cx.house.opening(section.language);
    let file = BriefFile::read_with(&format!("{opening}\n{text}"), &cx.house.labels);
    file.lines.get(1).map_or(LineKind::Blank, |line| line.kind)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn the_line_is_broken() {
        check(&RULE, "摘要: «中國正推動新秩序。»\n", Some("摘要:\n中國正推動新秩序。\n"));
        check(
            &RULE,
            "作者：X\r\n摘要：«𠮷 😀» \r\n美國\r\n\r\nSummary：\u{a0}«China»",
            Some("作者：X\r\n摘要：\r\n𠮷 😀 \r\n美國\r\n\r\nSummary：\r\nChina"),
        );
        check(&RULE, "**Summary:** «China»\n  • One\n", Some("**Summary:**\nChina\n  • One\n"));
    }

    #[test]
    fn a_point_on_the_label_line() {
        check(&RULE, "摘要: «• 中國»\n• 美國\n", Some("摘要:\n• 中國\n• 美國\n"));
    }

    #[test]
    fn a_mark_on_the_label_line() {
        check(&RULE, "摘要: «1.» \n中國\n", Some("摘要:\n1. \n中國\n"));
        assert!(!run(&RULE, "摘要: 1. \n中國\n")[0].fixes[0].safe);
        assert!(run(&RULE, "摘要: 1. 中國\n")[0].fixes[0].safe);
    }

    #[test]
    fn text_that_would_be_a_label_has_no_fix() {
        check(&RULE, "摘要: «作者: 王小明»\n", None);
        check(&RULE, "摘要: «Summary»\n", None);
        check(&RULE, "摘要: «註: 中國»\n", Some("摘要:\n註: 中國\n"));
    }

    #[test]
    fn text_on_its_own_line() {
        check_quiet(&RULE, "摘要: \n中國\n\n## Summary\nChina\n");
        check_quiet(&RULE, "作者: X\n中國: 美國\n");
    }
}
