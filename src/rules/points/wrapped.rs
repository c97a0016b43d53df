//! `points/wrapped`: a paragraph or point that is broken into several lines.

mod join;

use std::ops::Range;

use self::join::{Habits, Join, first_word, is_full, join};
use super::messages::Message;
use crate::brief::Section;
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span, is_blank};

rule! {
    /// Reports a line that breaks off inside a point or paragraph and goes on directly below.
    ///
    /// ## Why
    /// Text copied from a PDF keeps the line ends of the page. They are printed as gaps in Chinese, and a search misses
    /// the words that they cut.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大軍
    ///     事交流。
    /// ```
    /// The fix joins the lines:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大軍事交流。
    /// ```
    ///
    /// Nothing is put between Chinese characters and one space between English words; between Chinese and English or
    /// digits, what the rest of the section does. Two kinds of break may be something else, so that joining them is
    /// offered but never done unasked: after a hyphen, which is kept (`inter-national`) as no program knows whether it
    /// belongs to the word; and after a full stop on a line that is not full, as the next line may be a point that has
    /// lost its mark.
    "points/wrapped", Info, Section(check)
}

/// A paragraph or point of several lines.
struct WrappedText {
    lines: Range<usize>,
    /// First byte, behind a mark, where its text may begin.
    start: usize,
    /// The point's number; 0 for the lead.
    number: Option<usize>,
}

fn check(cx: &Context, section: &Section) -> Vec<Finding> {
    let lead = section.lead.iter().map(|lead| (&lead.lines, lead.text.start, Some(0)));
    let extra = section.extra.iter().map(|extra| (&extra.lines, extra.text.start, None));
    let points = (section.points.iter().zip(1..)).map(|(point, number)| (&point.lines, point.mark.end, Some(number)));
    let wrapped: Vec<WrappedText> = (lead.chain(extra).chain(points))
        .filter(|(lines, ..)| lines.len() > 1)
        .map(|(lines, start, number)| WrappedText { lines: lines.clone(), start, number })
        .collect();
    if wrapped.is_empty() {
        return Vec::new();
    }
    let habits = Habits::of(section.language, section.texts().map(|text| &cx.text[text]));
    wrapped.iter().map(|wrapped| of_piece(cx, section, wrapped, &habits)).collect()
}

fn of_piece(cx: &Context, section: &Section, wrapped: &WrappedText, habits: &Habits) -> Finding {
    let contents: Vec<Span> = wrapped.lines.clone().map(|line| content(cx, line, wrapped.start)).collect();
    let full = full_lines(cx, wrapped);
    let mut edits = Vec::new();
    // Behind the points stand notes as well, a line each.
    let mut safe = wrapped.number.is_some();
    for (pair, full) in contents.windows(2).zip(full) {
        let (before, after) = (pair[0], pair[1]);
        let gap = Span::new(before.end, after.start);
        let join = match before.is_empty() {
            // Only the mark stands above.
            true => Join::sure(" "),
            false => join(&cx.text[before], &cx.text[gap], &cx.text[after], full, habits),
        };
        safe &= join.is_sure;
        edits.push(Edit::replace(gap, join.between));
    }
    // An editor shows no range that is a line end, so the first word below it stands for the break.
    let below = contents[1];
    let word = Span::new(below.start, below.start + first_word(&cx.text[below]).len());
    let finding = RULE.at(word, Message::WrappedPoint);
    let finding = match safe {
        true => finding.safe_fix(Message::JoinLines, edits),
        false => finding.quick_fix(Message::JoinLines, edits),
    };
    match wrapped.number {
        Some(number) => finding.point(section.language, number),
        None => finding,
    }
}

/// The content of a line from `start` on, without blanks at its ends.
fn content(cx: &Context, line: usize, start: usize) -> Span {
    let line = cx.file.lines[line].span;
    let from = line.start.max(start);
    let text = &cx.text[from..line.end];
    let lead = text.len() - text.trim_start_matches(is_blank).len();
    let kept = text.trim_matches(is_blank).len();
    if kept == 0 { Span::at(from) } else { Span::new(from + lead, from + lead + kept) }
}

/// For each line but the last, whether it had no room for the next word. Two lines are too few to tell.
fn full_lines(cx: &Context, wrapped: &WrappedText) -> Vec<bool> {
    let lines: Vec<&str> = (cx.file.lines[wrapped.lines.clone()].iter())
        .map(|line| cx.text[line.span].trim_end_matches(is_blank))
        .collect();
    let enough = lines.len() > 2;
    let widest = lines.iter().map(|line| join::width(line)).max().unwrap_or(0);
    lines.windows(2).map(|pair| enough && is_full(pair[0], pair[1], widest)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[track_caller]
    fn check_join(marked: &str, fixed: &str, safe: bool) {
        check(&RULE, marked, Some(fixed));
        let findings = run(&RULE, &marked.replace(['«', '»'], ""));
        assert_eq!(findings[0].fixes[0].safe, safe, "{marked}");
    }

    #[test]
    fn nothing_between_han() {
        check_join("摘要:\n  • 中國擴大軍\n«事»交流。\n", "摘要:\n  • 中國擴大軍事交流。\n", true);
        check_join("摘要：\r\n• 中國，\u{a0}\r\n\t\u{3000}«俄»國。\r\n", "摘要：\r\n• 中國，俄國。\r\n", true);
        check_join("摘要:\r• 在\r«𠮷»野家😀\r", "摘要:\r• 在𠮷野家😀\r", true);
        check_join("摘要:\n• 他說\n«“»中國”強大\n", "摘要:\n• 他說“中國”強大\n", true);
        check_join("摘要:\n• 北京看到——\n«機»會\n", "摘要:\n• 北京看到——機會\n", true);
    }

    #[test]
    fn one_space_between_words() {
        check_join(
            "Summary:\n  • China seeks to\n    «build,» a new  \n    order.\n",
            "Summary:\n  • China seeks to build, a new order.\n",
            true,
        );
        check_join("Summary:\n• the (\n«CMC)»\n", "Summary:\n• the (CMC)\n", true);
        check_join("Summary:\n• an alternative—\n«and» more\n", "Summary:\n• an alternative—and more\n", true);
        check_join("Summary:\n• an alternative —\n«and» more\n", "Summary:\n• an alternative — and more\n", true);
    }

    #[test]
    fn one_finding_a_point() {
        check_join(
            "摘要:\n• 一\n«二»\n三\n四\n• 五\n• 六\n\nSummary:\n• One\n",
            "摘要:\n• 一二三四\n• 五\n• 六\n\nSummary:\n• One\n",
            true,
        );
        let findings = run(&RULE, "摘要:\n• 一\n• 二\n三\n");
        assert_eq!((&findings[0].points.chinese[..], findings[0].points.english.len()), (&[2][..], 0));
    }

    #[test]
    fn paragraphs_too() {
        check_join("摘要:\n中國正\n«積»極\n  • 一\n", "摘要:\n中國正積極\n  • 一\n", true);
        check_join("摘要: 中國正\n«積»極\n  • 一\n", "摘要: 中國正積極\n  • 一\n", true);
    }

    #[test]
    fn notes_behind_the_points_may_be_lines_of_their_own() {
        check_join("摘要:\n中國\n• 一\n\n俄國與\n«印»度\n", "摘要:\n中國\n• 一\n\n俄國與印度\n", false);
    }

    #[test]
    fn a_mark_that_nobody_knows_may_begin_a_point() {
        check_join("摘要:\n中國行動\n«✅» 俄國跟進。\n", "摘要:\n中國行動 ✅ 俄國跟進。\n", false);
        check_join("摘要:\n• 中國行動\n«B.» 俄國跟進。\n", "摘要:\n• 中國行動 B. 俄國跟進。\n", false);
        check_join(
            "Summary:\n• China acts\n«iv.» Russia follows.\n",
            "Summary:\n• China acts iv. Russia follows.\n",
            false,
        );
        check_join("Summary:\n• China acts, says\n«J.» Smith\n", "Summary:\n• China acts, says J. Smith\n", false);
    }

    #[test]
    fn text_below_its_mark() {
        check_join("摘要:\n\u{f0b7} \n  «中»國\n", "摘要:\n\u{f0b7} 中國\n", true);
        check_join("Summary:\n1.\n«China» seeks\nmore\n", "Summary:\n1. China seeks more\n", true);
    }

    #[test]
    fn between_scripts_the_section_s_habit_counts() {
        check_join("摘要:\n自2023年\n• 約280\n«個»名額\n", "摘要:\n自2023年\n• 約280個名額\n", true);
        check_join("摘要:\n自 2023 年\n• 約 280\n«個»名額\n", "摘要:\n自 2023 年\n• 約 280 個名額\n", true);
        check_join("摘要:\n自2023年\n• 約\n«280»個名額\n", "摘要:\n自2023年\n• 約280個名額\n", true);
        check_join("摘要:\n之際,北京\n• 俄國,\n«中»國\n", "摘要:\n之際,北京\n• 俄國,中國\n", true);
        check_join("摘要:\n• 約\n«280»\n", "摘要:\n• 約 280\n", true);
    }

    #[test]
    fn numbers_in_chinese_stay_whole() {
        check_join("摘要:\n• 超過1,\n«000»頁\n", "摘要:\n• 超過1,000頁\n", true);
        check_join("Summary:\n• in 1999,\n«200» people\n", "Summary:\n• in 1999, 200 people\n", true);
    }

    #[test]
    fn hyphens_stay() {
        check_join("Summary:\n• inter-\n«national»\n", "Summary:\n• inter-national\n", false);
        check_join("Summary:\n• short-\n«and» long-term\n", "Summary:\n• short- and long-term\n", true);
        check_join("Summary:\n• inter\u{ad}\n«national»\n", "Summary:\n• international\n", true);
    }

    #[test]
    fn a_full_stop_may_end_a_point() {
        check_join("摘要:\n• 中國。\n«俄»國。\n", "摘要:\n• 中國。俄國。\n", false);
        check_join("摘要:\n• 他說「中國。」\n«俄»國。\n", "摘要:\n• 他說「中國。」俄國。\n", false);
        check_join("Summary:\n• China.\n«Russia.»\n", "Summary:\n• China. Russia.\n", false);
        check_join("Summary:\n• the U.S.\n«leadership»\n", "Summary:\n• the U.S. leadership\n", true);
        check_join("摘要:\n• 一二三四五。\n«六»七八\n九十。\n", "摘要:\n• 一二三四五。六七八九十。\n", true);
        check_join(
            "摘要:\n• 一二。\n«六»七八九十一二三四\n九十。\n",
            "摘要:\n• 一二。六七八九十一二三四九十。\n",
            false,
        );
    }

    #[test]
    fn blank_lines_and_marks_begin_something_new() {
        check_quiet(&RULE, "摘要:\n中國\n  • 一\n\n  • 二\n\n俄國\n\nSummary: China\n• One\n");
        check_quiet(&RULE, "作者:\n王小明\n日期: 04/17/2025\n");
    }

    // No editor counts these as line ends.
    #[test]
    fn other_line_ends_are_characters() {
        check_quiet(&RULE, "摘要:\n  • 中國\u{b}俄國\u{2028}印度\n");
    }
}
