//! `points/empty`: a mark that nothing follows.

use super::messages::Message;
use crate::brief::Section;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a point that has a mark and no text.
    ///
    /// ## Why
    /// An empty point is printed as a bullet beside nothing, and it is counted when the two languages are compared.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   •
    /// ```
    /// Write the point, or remove its mark:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大軍事交流。
    /// ```
    ///
    /// Where the point is empty in both languages, the fix removes both and is safe. Where only one is empty, its text
    /// may still have to be translated, so that removing it is offered but never done unasked.
    "points/empty", Warning, Section(check)
}

fn check(cx: &Context, section: &Section) -> Vec<Finding> {
    // A section without any text is reported as a whole by `section/empty`.
    if section.texts().all(|text| text.is_empty()) {
        return Vec::new();
    }
    let partner = partner(cx, section);
    let empty = (0..section.points.len()).filter(|&at| section.points[at].text.is_empty());
    empty
        .map(|at| {
            let finding = RULE.at(section.points[at].mark, Message::EmptyPoint).point(section.language, at + 1);
            let removable = |section: &Section| section.points[at].text.is_empty() && !has_children(section, at);
            match partner.filter(|partner| removable(section) && removable(partner)) {
                Some(partner) => {
                    let mut edits = vec![removal(cx, section, at), removal(cx, partner, at)];
                    edits.sort_by_key(|edit| edit.span);
                    finding.safe_fix(Message::RemoveEmptyPair, edits)
                }
                None => finding.quick_fix(Message::RemoveEmptyPoint, vec![removal(cx, section, at)]),
            }
        })
        .collect()
}

/// The other section, if it has as many points as this one, and each has text in some.
fn partner<'a>(cx: &Context<'a>, section: &Section) -> Option<&'a Section> {
    let partner = cx.brief.section(section.language.other())?;
    let has_written = |section: &Section| section.points.iter().any(|point| !point.text.is_empty());
    let paired = section.points.len() == partner.points.len();
    (paired && has_written(section) && has_written(partner)).then_some(partner)
}

fn has_children(section: &Section, at: usize) -> bool {
    section.points.get(at + 1).is_some_and(|next| next.depth > section.points[at].depth)
}

fn removal(cx: &Context, section: &Section, at: usize) -> Edit {
    Edit::delete(cx.file.lines_span(&section.points[at].lines))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[track_caller]
    fn check_safe(text: &str, safe: bool) {
        let findings = run(&RULE, text);
        assert!(!findings.is_empty());
        for finding in findings {
            assert_eq!(finding.fixes[0].safe, safe, "{text}");
        }
    }

    #[test]
    fn a_mark_alone() {
        check(&RULE, "摘要:\n  • 中國\n  «•»\n  • 軍事\n", Some("摘要:\n  • 中國\n  • 軍事\n"));
        check(&RULE, "摘要：\r\n  «•» \u{a0}\r\n  • 😀𠮷\r\n", Some("摘要：\r\n  • 😀𠮷\r\n"));
        check(&RULE, "摘要:\n北京\n  «•»", Some("摘要:\n北京\n"));
        check(&RULE, "摘要:\r1. 中國\r«2.»\u{3000}\r", Some("摘要:\r1. 中國\r"));
        check_safe("摘要:\n  • 中國\n  •\n", false);
    }

    #[test]
    fn both_partners_empty() {
        let text = "摘要:\n  • 中國\n  «•»\n\nSummary:\n  • China\n  «•»\n";
        check(&RULE, text, Some("摘要:\n  • 中國\n\nSummary:\n  • China\n"));
        let text = text.replace(['«', '»'], "");
        check_safe(&text, true);
        let findings = run(&RULE, &text);
        assert_eq!(findings[0].fixes[0].edits, findings[1].fixes[0].edits);
        assert_eq!((&findings[0].points.chinese[..], &findings[0].points.english[..]), (&[2][..], &[][..]));
    }

    #[test]
    fn english_first_and_pairs_in_a_row() {
        check(
            &RULE,
            "Summary:\n  • China\n  «•»\n  «•»\n\n摘要:\n  • 中國\n  «•»\n  «•»\n",
            Some("Summary:\n  • China\n\n摘要:\n  • 中國\n"),
        );
    }

    #[test]
    fn a_person_chooses_where_one_side_is_written() {
        check(
            &RULE,
            "摘要:\n  • 中國\n  «•»\n\nSummary:\n  • China\n  • Russia\n",
            Some("摘要:\n  • 中國\n\nSummary:\n  • China\n  • Russia\n"),
        );
        check_safe("摘要:\n  • 中國\n  •\n\nSummary:\n  • China\n  • Russia\n", false);
        check_safe("摘要:\n  • 中國\n  •\n\nSummary:\n  • China\n", false);
        check_safe("摘要:\n  • 中國\n  •\n  • 俄國\n\nSummary:\n  • China\n  • Russia\n  •\n", false);
    }

    #[test]
    fn the_only_points_are_not_removed_unasked() {
        check_safe("摘要:\n北京\n  •\n\nSummary:\nBeijing\n  •\n", false);
        check_safe("摘要:\n北京\n  •\n  •\n\nSummary:\nBeijing\n  •\n  •\n", false);
    }

    #[test]
    fn a_parent_is_not_removed_unasked() {
        check_safe("摘要:\n  • 一\n  •\n    • 二\n\nSummary:\n  • One\n  •\n    • Two\n", false);
        check_safe("摘要:\n  • 一\n  •\n  • 二\n\nSummary:\n  • One\n  •\n    • Two\n", false);
    }

    #[test]
    fn text_on_the_next_line_is_text() {
        check_quiet(&RULE, "摘要:\n\u{f0b7}\n中國\n");
        check_quiet(&RULE, "摘要:\n  •中國\n  •\u{a0}😀\n");
    }

    #[test]
    fn a_section_without_text_is_reported_as_such() {
        check_quiet(&RULE, "摘要:\n  •\n  •\n\nSummary:\n  • China\n");
    }
}
