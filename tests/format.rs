//! The formatter's laws, over generated and mutilated briefs.

use brief_ls::brief::{BriefFile, Labels, LineKind, looks_like_brief};
use brief_ls::format::{edits, formatted};
use brief_ls::house::House;
use brief_ls::rules;
use brief_ls::text::edit::{apply, between};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 3, 2);

fn blanks() -> impl Strategy<Value = String> {
    proptest::sample::select(vec!["", " ", "  ", "\t", "\u{a0}", "\u{3000}", "    ", " \u{200b}"])
        .prop_map(str::to_owned)
}

fn line_end() -> impl Strategy<Value = String> {
    proptest::sample::select(vec!["\n", "\n", "\n\n", "\r\n", "\r", " \n\u{3000}\n", "\n\n\n"]).prop_map(str::to_owned)
}

fn label() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "作者/Author(s):",
        "作者 ／ Author（s）：",
        "**作者/Author(s)**:",
        "網站來源/Source:",
        "日期/Date:",
        "日期/Date ：",
        "關鍵字/Keywords:",
        "摘要:",
        "摘要",
        "## 摘要",
        "Summary:",
        "SUMMARY：",
        "Summary",
        "摘要/Abstract:",
        "日期/Data:",
        "備註/Note:",
        "Sumary:",
        "---",
        "***",
        "中文摘要:",
        "出處:",
    ])
    .prop_map(str::to_owned)
}

fn mark() -> impl Strategy<Value = String> {
    proptest::sample::select(vec!["•", "-", "*", "o", "·", "\u{f0b7}", "1.", "2)", "（三）", "四、", "⑤", "—", "", ""])
        .prop_map(str::to_owned)
}

fn prose() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "中國積極推動新秩序。",
        "China seeks a new order.",
        "😀𠮷",
        "2025-04-17",
        "04/17/2025",
        "軍事，外交、、中國。",
        "RAND",
        "1.5 trillion",
        "https://www.iiss.org/a_b",
        "e\u{301}",
        "",
        "o",
        "a:b",
        "王小明",
        "-5%",
        "（IISS）",
        "「全球",
        "軍\u{200b}事，inter\u{ad}national",
        "一。\u{b}• 二 \u{2028} 三",
        "a\u{85}b\u{92}s\u{7}",
        "\u{b}作者: X\u{c}摘要:\u{b}甲",
        "👨\u{200d}👩\u{200d}👧\u{200d}",
        "⾏動\u{f0b7} ⼤國",
        "China，Russia（ＭＮＤ）２０２３。",
        "Why？！（China）、「全球」：ok",
        "国际、军事，，的的",
    ])
    .prop_map(str::to_owned)
}

prop_compose! {
    fn line()(
        indent in blanks(), label in proptest::option::weighted(0.3, label()), mark in mark(), gap in blanks(),
        prose in prose(), tail in blanks(), end in line_end(),
    ) -> String {
        match label {
            Some(label) => format!("{indent}{label}{gap}{prose}{tail}{end}"),
            None => format!("{indent}{mark}{gap}{prose}{tail}{end}"),
        }
    }
}

/// A text that often looks like a brief: labels, marks, prose and blanks in any order.
fn brief() -> impl Strategy<Value = String> {
    (any::<bool>(), proptest::collection::vec(line(), 0..24)).prop_map(|(whole, lines)| {
        let head = if whole { "作者/Author(s): X\n\n日期/Date: 04/17/2025\n\n" } else { "" };
        format!("{head}{}", lines.concat())
    })
}

/// Letters and digits of everything but header, label and separator lines, without list numbers. Those that are written
/// in other characters (`２`, `⾏`, an accent apart) count as the same.
fn letters(text: &str) -> String {
    let file = BriefFile::read(text);
    let body = file.lines.iter().filter(|line| {
        matches!(line.kind, LineKind::Paragraph | LineKind::Point | LineKind::Continuation | LineKind::Loose)
    });
    body.flat_map(|line| text[line.span].nfkc()).filter(|c| c.is_alphanumeric() && *c != 'o').collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn formatting_twice_is_formatting_once(text in brief()) {
        let once = formatted(&text, &House::default(), TODAY);
        prop_assert_eq!(formatted(&once, &House::default(), TODAY), once);
    }

    #[test]
    fn a_formatted_file_has_no_safe_fix_left(text in brief()) {
        let text = formatted(&text, &House::default(), TODAY);
        prop_assume!(looks_like_brief(&text, &Labels::default()));
        let findings = rules::check(&text, &BriefFile::read(&text), &House::default(), TODAY);
        let left = rules::safe_edits(&findings);
        prop_assert!(left.is_empty(), "{:?} in\n{}", left, text);
    }

    #[test]
    fn the_edits_lead_to_the_formatted_text(text in brief()) {
        prop_assert_eq!(apply(&text, &edits(&text, &House::default(), TODAY)), formatted(&text, &House::default(), TODAY));
    }

    #[test]
    fn no_letter_of_the_body_is_lost(text in brief()) {
        // Labels behind Word's line break become real ones, and are then no text of the body.
        let text = text.replace("\u{b}作者: X\u{c}摘要:\u{b}", "");
        // A label's line may give its text to the body, and an empty pair may go; nothing else moves.
        let after = letters(&formatted(&text, &House::default(), TODAY));
        let mut rest = after.chars();
        let kept = letters(&text).chars().all(|c| rest.any(|other| other == c));
        prop_assert!(kept, "{}\n→\n{}", letters(&text), after);
    }

    #[test]
    fn any_text_survives(text in "\\PC{0,200}") {
        formatted(&text, &House::default(), TODAY);
        let labelled = format!("摘要:\n{text}\n\nSummary:\n{text}");
        formatted(&labelled, &House::default(), TODAY);
    }

    #[test]
    fn edits_between_any_two_texts(old in "[甲乙😀a \r\n]{0,40}", new in "[甲乙😀a \r\n]{0,40}") {
        let edits = between(&old, &new);
        prop_assert_eq!(apply(&old, &edits), new);
        for edit in &edits {
            prop_assert_ne!(&old[edit.span.range()], edit.text.as_str());
            for offset in [edit.span.start, edit.span.end] {
                prop_assert!(!(old[..offset].ends_with('\r') && old[offset..].starts_with('\n')));
            }
        }
        for pair in edits.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }
}
