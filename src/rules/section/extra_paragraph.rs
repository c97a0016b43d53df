//! `section/extra-paragraph`: a paragraph behind the lead that is no point.

use super::messages::Message;
use crate::brief::{Paragraph, Section};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports a paragraph without a mark after the lead: most likely a point that has lost its mark.
    ///
    /// Where a section has no point at all, this is said once, on the first such paragraph.
    ///
    /// ## Why
    /// Text pasted from a word processor or a PDF often arrives without its marks, and a point without one is not
    /// compared with its translation.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    /// 中國正推動新秩序。
    ///   • 峰會次數大增。
    ///
    /// 軍事交流也更頻繁。
    /// ```
    /// The fix makes it a point:
    /// ```brief good
    /// 摘要:
    /// 中國正推動新秩序。
    ///   • 峰會次數大增。
    ///   • 軍事交流也更頻繁。
    /// ```
    ///
    /// ## Options
    /// `format.mark` and `format.indent` in brief.toml set how the points look that the fix makes.
    "section/extra-paragraph", Hint, Section(check)
}

fn check(cx: &Context, section: &Section) -> Vec<Finding> {
    let extra = extra_paragraphs(cx, section);
    if section.points.is_empty() {
        let all = extra.iter().map(|paragraph| make_point(cx, paragraph)).collect();
        let first = extra.first().map(|paragraph| RULE.at(paragraph.text, Message::ExtraParagraph));
        return first.map(|finding| finding.quick_fix(Message::MakePoints, all)).into_iter().collect();
    }
    extra
        .into_iter()
        .map(|paragraph| {
            RULE.at(paragraph.text, Message::ExtraParagraph)
                .quick_fix(Message::MakePoint, vec![make_point(cx, paragraph)])
        })
        .collect()
}

/// Paragraphs behind the lead. Text in the other language is left to `section/language`, and an address is no lost point.
fn extra_paragraphs<'b>(cx: &Context<'b>, section: &'b Section) -> Vec<&'b Paragraph> {
    let foreign = Some(section.language.other());
    let own = |paragraph: &&Paragraph| cx.memo.bitext.written_in(&cx.text[paragraph.text]) != foreign;
    let is_address = |paragraph: &&Paragraph| cx.text[paragraph.text].contains("://");
    let behind_lead = section.lead.iter().filter(own).skip(1);
    behind_lead.chain(section.extra.iter().filter(own)).filter(|paragraph| !is_address(paragraph)).collect()
}

fn make_point(cx: &Context, paragraph: &Paragraph) -> Edit {
    let line = cx.file.lines[paragraph.lines.start].span;
    let format = &cx.house.format;
    let mark = format!("{}{} ", " ".repeat(format.indent_at(0)), format.mark);
    Edit::replace(Span::new(line.start, paragraph.text.start), mark)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn a_second_lead() {
        check(&RULE, "摘要:\n中國\n\n«美國»\n  • 一\n", Some("摘要:\n中國\n\n  • 美國\n  • 一\n"));
        check(
            &RULE,
            "Summary: China\r\n\r\n　«America\r\ntoo» \r\n• One",
            Some("Summary: China\r\n\r\n  • America\r\ntoo \r\n• One"),
        );
    }

    #[test]
    fn behind_the_points() {
        check(
            &RULE,
            "摘要：\n中國\n • 一\n\n«𠮷 😀»\n\n • 二\n\n«三»",
            Some("摘要：\n中國\n • 一\n\n  • 𠮷 😀\n\n • 二\n\n  • 三"),
        );
    }

    #[test]
    fn all_marks_are_lost() {
        check(
            &RULE,
            "摘要:\n中國\n\n«一»\n\n二\n\nSummary:\nChina\n\n«One»\n",
            Some("摘要:\n中國\n\n  • 一\n\n  • 二\n\nSummary:\nChina\n\n  • One\n"),
        );
    }

    #[test]
    fn one_lead_and_points() {
        check_quiet(&RULE, "摘要:\n中國\n美國\n  • 一\n接著\n\nSummary:\n  • One\n");
        check_quiet(&RULE, "摘要:\n");
    }

    #[test]
    fn text_in_the_other_language_is_not_its_business() {
        let chinese = "自2023年以來，中國推動替代性國際秩序。";
        check_quiet(&RULE, &format!("Summary:\n{chinese}\n\nChina\n  • One\n\n{chinese}\n"));
    }

    #[test]
    fn an_address_is_no_point() {
        check_quiet(&RULE, "摘要:\n中國\n  • 一\n\n連結: https://www.iiss.org\n");
    }
}
