//! `pairing/count`: one language has more points than the other.

use crate::brief::{Language, LineEnd, MarkKind, Point, Section};
use crate::messages::Message;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a Chinese and an English section that do not have the same number of points.
    ///
    /// ## Why
    /// Readers of the two languages are promised the same brief: each Chinese point has its English partner. Unequal
    /// numbers mean that a point was forgotten, or that one was split in two.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   • 俄國跟進。
    ///
    /// Summary:
    ///   • China expands military exchanges.
    /// ```
    /// Write the missing point:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   • 俄國跟進。
    ///
    /// Summary:
    ///   • China expands military exchanges.
    ///   • Russia follows.
    /// ```
    ///
    /// Points below points count too. The fix adds the missing marks at the end of the shorter section, to be moved to
    /// their place and filled in.
    "pairing/count", Error, check
}

fn check(cx: &Context) -> Vec<Finding> {
    unequal(cx).into_iter().collect()
}

fn unequal(cx: &Context) -> Option<Finding> {
    let chinese = cx.brief.section(Language::Chinese)?;
    let english = cx.brief.section(Language::English)?;
    // A section without any text is reported by `section/empty`.
    if !has_text(chinese) || !has_text(english) {
        return None;
    }
    let (here, there) = (chinese.points.len(), english.points.len());
    // Marks without text are reported by `points/empty` where they alone make the difference.
    if here == there || written(chinese) == written(english) {
        return None;
    }
    let (short, long) = if here < there { (chinese, english) } else { (english, chinese) };
    let missing = here.abs_diff(there);
    let label = |section: &Section| cx.text[section.label.words].to_owned();
    let message = Message::PointCount {
        chinese: here,
        english: there,
        chinese_label: label(chinese),
        english_label: label(english),
    };
    let count = Message::CountOfSection { label: label(long), count: long.points.len() };
    let title = Message::AddEmptyPoints { label: label(short), count: missing };
    let finding = RULE.at(short.label.words, message).related(long.label.words, count);
    Some(finding.quick_fix(title, vec![empty_points(cx, short, missing)]))
}

fn has_text(section: &Section) -> bool {
    section.texts().any(|text| !text.is_empty())
}

fn written(section: &Section) -> usize {
    section.points.iter().filter(|point| !point.text.is_empty()).count()
}

/// Marks at the section's end, in the manner of its own points so that they are no children of the last one.
fn empty_points(cx: &Context, section: &Section, count: usize) -> Edit {
    let end = cx.file.line_end().as_str();
    let top: Vec<&Point> = section.points.iter().filter(|point| point.depth == 0).collect();
    let indent = top.last().map_or("  ", |point| &cx.text[point.indent]);
    let is_number = |point: &&Point| matches!(point.mark_kind, MarkKind::Number(_));
    let numbered = !top.is_empty() && top.iter().all(is_number);
    let mut text = String::new();
    for number in (top.len() + 1..).take(count) {
        let mark = if numbered { format!("{number}.") } else { "•".to_owned() };
        text.push_str(&format!("{indent}{mark} {end}"));
    }
    let at = cx.file.lines_span(&section.lines).end;
    let last_line = cx.file.lines[..section.lines.end].last();
    if last_line.is_some_and(|line| line.end == LineEnd::None) {
        text.insert_str(0, end);
        text.truncate(text.len() - end.len());
    }
    Edit::insert(at, text)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::messages::Message;
    use crate::rules::tests::{check, check_quiet, run};

    // V54
    #[test]
    fn the_shorter_section_is_marked() {
        check(
            &RULE,
            "摘要:\n  • 一\n  • 二\n  • 三\n\n«Summary»:\n  • One\n",
            Some("摘要:\n  • 一\n  • 二\n  • 三\n\nSummary:\n  • One\n  • \n  • \n"),
        );
        check(
            &RULE,
            "«中文摘要»：\r\n• 😀𠮷\r\n\r\nAbstract：\r\n• One\r\n• Two\r\n",
            Some("中文摘要：\r\n• 😀𠮷\r\n• \r\n\r\nAbstract：\r\n• One\r\n• Two\r\n"),
        );
    }

    // V54
    #[test]
    fn what_is_said() {
        let findings = run(&RULE, "中文摘要:\n• 一\n• 二\n\nAbstract:\n• One\n");
        let message = Message::PointCount {
            chinese: 2,
            english: 1,
            chinese_label: "中文摘要".into(),
            english_label: "Abstract".into(),
        };
        assert_eq!(findings[0].message, message);
        assert_eq!(findings[0].related[0].message, Message::CountOfSection { label: "中文摘要".into(), count: 2 });
        assert!(!findings[0].fixes[0].safe);
    }

    #[test]
    fn english_first_and_no_final_line_end() {
        check(&RULE, "Summary:\n• One\n• Two\n\n«摘要»:\n• 一", Some("Summary:\n• One\n• Two\n\n摘要:\n• 一\n• "));
    }

    #[test]
    fn no_points_at_all_on_one_side() {
        check(
            &RULE,
            "摘要:\n中國\n  • 一\n\n«Summary»:\nChina\n",
            Some("摘要:\n中國\n  • 一\n\nSummary:\nChina\n  • \n"),
        );
    }

    #[test]
    fn new_points_look_like_the_old_ones() {
        check(
            &RULE,
            "摘要:\n1. 一\n2. 二\n3. 三\n\n«Summary»:\n1. One\n",
            Some("摘要:\n1. 一\n2. 二\n3. 三\n\nSummary:\n1. One\n2. \n3. \n"),
        );
    }

    // V57
    #[test]
    fn children_count() {
        check(
            &RULE,
            "摘要:\n  • 一\n    • 二\n\n«Summary»:\n  • One\n",
            Some("摘要:\n  • 一\n    • 二\n\nSummary:\n  • One\n  • \n"),
        );
        check_quiet(&RULE, "摘要:\n  • 一\n    • 二\n\nSummary:\n  • One\n    • Two\n");
        check_quiet(&RULE, "摘要:\n  • 一\n    • 二\n\nSummary:\n  • One\n  • Two\n");
    }

    // V50, V51, V52, V53
    #[test]
    fn marks_of_every_kind_count() {
        check_quiet(&RULE, "摘要:\n\u{f0b7}\t一\n•二\n●\u{a0}三\n\nSummary:\n1. One\n(2) Two\n③ Three\n");
        check_quiet(&RULE, "摘要:\n一、一\n（二）二\n３．三\n\nSummary:\n- One\n* Two\no Three\n");
    }

    #[test]
    fn every_brief_of_a_file() {
        check(
            &RULE,
            "作者: 甲\n摘要:\n• 一\n\nSummary:\n• One\n\n---\n\n作者: 乙\n摘要:\n• 一\n• 二\n\n«Summary»:\n• One\n",
            Some(
                "作者: 甲\n摘要:\n• 一\n\nSummary:\n• One\n\n---\n\n作者: 乙\n摘要:\n• 一\n• 二\n\nSummary:\n• One\n• \n",
            ),
        );
    }

    #[test]
    fn what_other_rules_report() {
        check_quiet(&RULE, "摘要:\n• 一\n");
        check_quiet(&RULE, "摘要:\n• 一\n\nSummary:\n");
        check_quiet(&RULE, "摘要:\n• 一\n• 二\n\nSummary:\n•\n");
        check_quiet(&RULE, "摘要:\n• 一\n•\n\nSummary:\n• One\n");
    }

    // V56
    #[test]
    fn broken_lines_are_one_point() {
        check_quiet(&RULE, "摘要:\n• 一\n二\n三\n\nSummary:\n• One\ntwo\n");
    }
}
