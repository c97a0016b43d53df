//! `section/missing`: a brief in one language only.

use super::messages::Message;
use crate::brief::{Language, LineKind, Section};
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a brief without its Chinese or without its English section.
    ///
    /// ## Why
    /// Every brief is published in both languages; a missing half goes unnoticed by those who read the other.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    /// 中國正推動新秩序。
    ///   • 峰會次數大增。
    /// ```
    /// The fix adds the section with an empty point for each point of the other one, to be filled in:
    /// ```brief good
    /// 摘要:
    /// 中國正推動新秩序。
    ///   • 峰會次數大增。
    ///
    /// Summary:
    /// China is building a new order.
    ///   • The number of summits has grown.
    /// ```
    /// Where the text is there and only its label is not, the fix puts the label above the text.
    ///
    /// ## Options
    /// `sections.labels` in brief.toml sets the labels of your house; `format.mark` and `format.indent` the points that are added.
    "section/missing", Error, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    // Text without any label is missing-field's, which asks for the header first.
    if !cx.brief.has_known_label() {
        return Vec::new();
    }
    let missing =
        [Language::Chinese, Language::English].into_iter().filter(|&language| cx.brief.section(language).is_none());
    missing.filter_map(|language| missing_section(cx, language)).collect()
}

fn missing_section(cx: &Context, language: Language) -> Option<Finding> {
    let label = cx.house.label(language);
    let section = cx.brief.sections.first().map(|section| section.label.words);
    let place = section.or_else(|| cx.brief.fields.last().map(|field| field.label.words))?;
    let finding = RULE.at(place, Message::MissingSection { label });
    let half = cx.brief.section(language.other()).and_then(|other| cx.bitext().unlabelled_half(other));
    if let Some(line) = text_without_label(cx, language).or(half) {
        return Some(finding.quick_fix(Message::AddSectionLabel { label }, vec![insert_label(cx, language, line)]));
    }
    // A label put in now would take the other language's text for its own.
    if cx.brief.sections.is_empty() && text_without_label(cx, language.other()).is_some() {
        return Some(finding);
    }
    Some(finding.quick_fix(Message::AddSection { label }, vec![insert_section(cx, language)]))
}

/// The first line behind the header, outside the sections, that evidently is prose in that language.
fn text_without_label(cx: &Context, language: Language) -> Option<usize> {
    let header_end = cx.brief.fields.last().map_or(cx.brief.lines.start, |field| field.value_line + 1);
    let behind = cx.brief.loose.iter().copied().filter(|&line| line >= header_end);
    behind.into_iter().find(|&line| {
        let text = &cx.text[cx.file.lines[line].span];
        // Keywords that go on below their line have no such marks.
        text.contains(['。', '，', '.', ',']) && cx.memo.bitext.written_in(text) == Some(language)
    })
}

fn insert_label(cx: &Context, language: Language, line: usize) -> Edit {
    let line_end = cx.file.line_end().as_str();
    let gap = if follows_text(cx, line) { line_end } else { "" };
    Edit::insert(cx.file.lines[line].span.start, format!("{gap}{}{line_end}", cx.house.opening(language)))
}

fn insert_section(cx: &Context, language: Language) -> Edit {
    let line_end = cx.file.line_end().as_str();
    let partner = cx.brief.section(language.other());
    let section = section_to_fill_in(cx, language, partner);
    if let (Language::Chinese, Some(english)) = (language, partner) {
        let line = english.lines.start;
        let gap = if follows_text(cx, line) { line_end } else { "" };
        return Edit::insert(cx.file.lines[line].span.start, format!("{gap}{section}{line_end}{line_end}"));
    }
    let behind = partner.map_or(cx.brief.lines.end, |chinese| chinese.lines.end);
    let place = cx.file.lines_span(&(behind..behind)).end;
    if cx.text[..place].ends_with(['\n', '\r']) {
        Edit::insert(place, format!("{line_end}{section}{line_end}"))
    } else {
        Edit::insert(place, format!("{line_end}{line_end}{section}"))
    }
}

/// A label, with an empty point for each point of the partner, at the same depth.
fn section_to_fill_in(cx: &Context, language: Language, partner: Option<&Section>) -> String {
    let (line_end, format) = (cx.file.line_end().as_str(), &cx.house.format);
    let points = partner.map_or(&[][..], |partner| &partner.points);
    let points = points.iter().map(|point| {
        let indent = " ".repeat(format.indent_at(point.depth));
        format!("{line_end}{indent}{} ", format.mark)
    });
    cx.house.opening(language) + &points.collect::<String>()
}

fn follows_text(cx: &Context, line: usize) -> bool {
    line.checked_sub(1).is_some_and(|above| cx.file.lines[above].kind != LineKind::Blank)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn a_half_without_its_label_gets_it() {
        const ZH: &str = "中國正積極推動新型國際秩序。\n • 自去年以來舉行更多的峰會。\n";
        const EN: &str = "China is actively promoting a new order.\n • Since last year it has held more summits.\n";
        check(&RULE, &format!("«摘要»:\n{ZH}\n{EN}"), Some(&format!("摘要:\n{ZH}\nSummary:\n{EN}")));
        check(&RULE, &format!("«Summary»:\n{EN}\n{ZH}"), Some(&format!("Summary:\n{EN}\n摘要:\n{ZH}")));
    }

    #[test]
    fn the_english_section() {
        check(
            &RULE,
            "作者: X\n\n«摘要»:\n中國\n  • 一\n  • 二\n    • 三\n",
            Some("作者: X\n\n摘要:\n中國\n  • 一\n  • 二\n    • 三\n\nSummary:\n  • \n  • \n    • \n"),
        );
        check(&RULE, "«摘要»：\r\n中國\r\n • 😀", Some("摘要：\r\n中國\r\n • 😀\r\n\r\nSummary:\r\n  • "));
        check(&RULE, "«摘要»:\n中國\n\n\n", Some("摘要:\n中國\n\nSummary:\n\n\n"));
    }

    #[test]
    fn the_chinese_section() {
        check(
            &RULE,
            "作者: X\n\n«Summary»:\nChina\n  • One\n",
            Some("作者: X\n\n摘要:\n  • \n\nSummary:\nChina\n  • One\n"),
        );
        check(&RULE, "作者：𠮷\r«Abstract»：\rChina\r", Some("作者：𠮷\r\r摘要:\r\rAbstract：\rChina\r"));
    }

    #[test]
    fn in_a_digest() {
        let full = "作者: X\n摘要:\n中國\nSummary:\nChina\n";
        check(
            &RULE,
            &format!("作者: X\n«摘要»:\n中國\n\n---\n\n{full}"),
            Some(&format!("作者: X\n摘要:\n中國\n\nSummary:\n\n---\n\n{full}")),
        );
    }

    #[test]
    fn a_header_alone() {
        let findings = run(&RULE, "作者: X\n日期: Y\n");
        assert_eq!(findings.len(), 2);
        check(&RULE, "作者: X\n««日期»»: Y\n", Some("作者: X\n日期: Y\n\n摘要:\n"));
    }

    const ZH: &str = "自2023年以來，中國推動替代性國際秩序。";
    const EN: &str = "Since 2023, China has promoted its alternative order.";

    #[test]
    fn text_that_lacks_only_the_label() {
        check(
            &RULE,
            &format!("作者: X\n\n{ZH}\n • {ZH}\n\n«Summary»:\n{EN}\n"),
            Some(&format!("作者: X\n\n摘要:\n{ZH}\n • {ZH}\n\nSummary:\n{EN}\n")),
        );
        check(
            &RULE,
            &format!("««作者»»: X\r\n{ZH}\r\n\r\n{EN}\r\n"),
            Some(&format!("作者: X\r\n\r\n摘要:\r\n{ZH}\r\n\r\nSummary:\r\n{EN}\r\n")),
        );
    }

    #[test]
    fn the_other_side_s_text_is_not_taken() {
        check(&RULE, &format!("««作者»»: X\n\n{EN}\n"), Some(&format!("作者: X\n\nSummary:\n{EN}\n")));
        check(
            &RULE,
            &format!("作者: X\n\n{EN}\n\n«Summary»:\n{EN}\n"),
            Some(&format!("作者: X\n\n{EN}\n\n摘要:\n\nSummary:\n{EN}\n")),
        );
    }

    #[test]
    fn keywords_on_two_lines_are_no_section() {
        check(
            &RULE,
            "««關鍵字»»: 軍事、\n中國、全球南方國家、印太戰略\n",
            Some("關鍵字: 軍事、\n中國、全球南方國家、印太戰略\n\n摘要:\n"),
        );
    }

    #[test]
    fn both_are_there() {
        check_quiet(&RULE, "摘要:\n中國\n\nSummary:\nChina\n");
        check_quiet(&RULE, "Sumary:\n\n中文摘要：\n");
        check_quiet(&RULE, "摘要/Abstract:\n中國\n\n摘要/Abstract:\nChina\n");
    }

    #[test]
    fn text_without_any_label() {
        check_quiet(&RULE, &format!("{ZH}\n\n{EN}\n"));
        check_quiet(&RULE, "");
    }
}
