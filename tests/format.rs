//! The formatter's laws, over generated and mutilated briefs.

use brief_ls::brief::{BriefFile, LineKind, looks_like_brief};
use brief_ls::format::{edits, edits_in, formatted, with_safe_fixes};
use brief_ls::house::{FormatOptions, House, LabelColon, Punctuation, Spacing};
use brief_ls::rules::{self, Memo};
use brief_ls::text::edit::{apply, between};
use brief_ls::text::{Edit, Span};
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
        "中國,俄國，印度；日本:韓國?",
        "一，二，三，四，五。",
        "自2017年 , Global  South 的 ２０２５年ＭＮＤ",
        "the  order , and more.See;yes,no . . .",
        "1,000、3.5、10:30",
        "寄到 a.b@mnd.gov.tw,或 https://x.tw/中,國?a=b ，見",
        "他說“中國”--唐納‧川普...",
        "「 全球 」 （ CMC ）(全球)《ＡＩ》",
        "U.S. and US，2017-2023 30 percent",
    ])
    .prop_map(str::to_owned)
}

prop_compose! {
    fn line()(
        indent in blanks(), label in proptest::option::weighted(0.3, label()), mark in mark(), gap in blanks(),
        prose in prose(), more in proptest::option::weighted(0.3, prose()), tail in blanks(), end in line_end(),
    ) -> String {
        let prose = prose + &more.unwrap_or_default();
        match label {
            Some(label) => format!("{indent}{label}{gap}{prose}{tail}{end}"),
            None => format!("{indent}{mark}{gap}{prose}{tail}{end}"),
        }
    }
}

/// A text that often looks like a brief: labels, marks, prose and blanks in any order.
fn generated() -> impl Strategy<Value = String> {
    (any::<bool>(), proptest::collection::vec(line(), 0..24)).prop_map(|(whole, lines)| {
        let head = if whole { "作者/Author(s): X\n\n日期/Date: 04/17/2025\n\n" } else { "" };
        format!("{head}{}", lines.concat())
    })
}

/// A good brief.
const WHOLE: &str = "作者/Author(s): Erik Green and Meia Nouwens \n\n網站來源/Source: RAND\n\n日期/Date: 4/17/2025\n\n\
    關鍵字/Keywords: 軍事、中國、外交\n\n摘要:\n中國推動「全球南方國家」的秩序,早在2017年,便啟動計畫。\n  \
    • 習近平，強調《聯合國憲章》。\n  • 自2023年以來，中國藉由高層峰會😀。\n\nSummary:\nChina seeks a new order, in 2017.\n  \
    • Xi supports the UN Charter's spirit.\n  • Since 2023, China (CMC) has met 1,000 people at https://x.tw/a,b.\n";

/// Where a brief is hurt, as a part of its characters, and by what.
fn wound() -> impl Strategy<Value = (f64, usize, String)> {
    let with = prop_oneof![Just(String::new()), line_end(), blanks(), prose(), label(), mark()];
    (0.0..1.0, 0..12usize, with)
}

/// A good brief in which pieces were cut out and others put in.
fn mutilated() -> impl Strategy<Value = String> {
    proptest::collection::vec(wound(), 1..8).prop_map(|wounds| {
        let mut chars: Vec<char> = WHOLE.chars().collect();
        for (place, cut, with) in wounds {
            let start = (place * chars.len() as f64) as usize;
            let end = (start + cut).min(chars.len());
            chars.splice(start..end, with.chars());
        }
        chars.into_iter().collect()
    })
}

/// Labels around any text.
fn foreign() -> impl Strategy<Value = String> {
    "\\PC{0,200}".prop_map(|text| format!("摘要:\n{text}\n\nSummary:\n{text}"))
}

fn brief() -> impl Strategy<Value = String> {
    prop_oneof![generated(), mutilated(), foreign()]
}

fn house() -> impl Strategy<Value = House> {
    use proptest::sample::select;
    let punctuation = select(vec![Punctuation::Auto, Punctuation::FullWidth, Punctuation::Keep]);
    let spacing = select(vec![Spacing::Keep, Spacing::Add, Spacing::Remove]);
    let colon = select(vec![LabelColon::Keep, LabelColon::Half, LabelColon::Full]);
    let options = (0..5usize, select(vec!['•', '–', '-']), any::<bool>(), punctuation, spacing, colon);
    let own = options.prop_map(|(indent, mark, blank_lines, punctuation, spacing, label_colon)| {
        let format = FormatOptions { indent, mark, blank_lines, punctuation, spacing, label_colon };
        House { format, ..House::default() }
    });
    prop_oneof![Just(House::default()), own]
}

/// Letters and digits of everything but header, label and separator lines, without list numbers. Those that are written
/// in other characters (`２`, `⾏`, an accent apart) count as the same.
fn letters(text: &str) -> String {
    let file = BriefFile::read(text);
    let sections: Vec<_> = file.briefs.iter().flat_map(|brief| &brief.sections).collect();
    let body = file.lines.iter().filter_map(|line| match line.kind {
        LineKind::Paragraph | LineKind::Point | LineKind::Continuation | LineKind::Loose => Some(line.span),
        // The lead may begin on the label's line.
        LineKind::SectionLabel => {
            let section = sections.iter().find(|section| line.span.touches(section.label.whole))?;
            Some(Span::new(section.label.whole.end, line.span.end.max(section.label.whole.end)))
        }
        _ => None,
    });
    body.flat_map(|span| text[span].nfkc()).filter(|c| c.is_alphanumeric() && *c != 'o').collect()
}

/// How many fields and sections each brief has.
fn labels(text: &str) -> Vec<(usize, usize)> {
    BriefFile::read(text).briefs.iter().map(|brief| (brief.fields.len(), brief.sections.len())).collect()
}

/// How often each thing that must never change stands in the text: addresses and numbers.
fn untouchables(text: &str) -> Vec<usize> {
    const WHOLE: [&str; 7] = [
        "1,000",
        "3.5、10:30",
        "a.b@mnd.gov.tw",
        "https://x.tw/中,國?a=b",
        "https://x.tw/a,b",
        "https://www.iiss.org/a_b",
        "1.5 trillion",
    ];
    WHOLE.iter().map(|whole| text.matches(whole).count()).collect()
}

/// Full-width marks on lines of English, which the formatter must never put there.
fn full_width_in_english(text: &str) -> usize {
    let file = BriefFile::read(text);
    let sections = file.briefs.iter().flat_map(|brief| &brief.sections);
    let english = sections.filter(|section| section.language == brief_ls::brief::Language::English);
    let marks = |span: Span| text[span].chars().filter(|c| "，。：；？！（）「」".contains(*c)).count();
    english.flat_map(|section| section.texts()).map(marks).sum()
}

/// An edit changes what it covers, and no line that is in both texts lies in it whole.
fn is_minimal(text: &str, edit: &Edit) -> bool {
    let old = &text[edit.span];
    let kept = |line: &str| !line.trim().is_empty() && line.ends_with(['\n', '\r']) && edit.text.contains(line);
    let begins_line = edit.span.start == 0 || text[..edit.span.start].ends_with(['\n', '\r']);
    old != edit.text && !(begins_line && old.split_inclusive('\n').any(kept))
}

/// As many as the environment wants.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(150)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_global_rejects: 1_000_000, ..ProptestConfig::default() })]

    #[test]
    fn formatting_is_final(text in brief(), house in house()) {
        let once = formatted(&text, &house, TODAY);
        prop_assert_eq!(&formatted(&once, &house, TODAY), &once, "formatting twice is formatting once");
        if looks_like_brief(&once, &house.labels) {
            let findings = rules::check(&once, &BriefFile::read(&once), &house, TODAY);
            let left = rules::safe_edits(&findings);
            prop_assert!(left.is_empty(), "a safe fix is left: {:?} in\n{}", left, once);
        }
    }

    #[test]
    fn formatting_changes_no_word(text in brief(), house in house()) {
        let after = formatted(&text, &house, TODAY);
        // A label behind Word's line break or behind another label becomes a real one, and is then no text of the body.
        prop_assume!(labels(&text) == labels(&after));
        // A label's line may give its text to the body, and an empty pair may go; nothing else moves.
        let letters_after = letters(&after);
        let mut rest = letters_after.chars();
        let kept = letters(&text).chars().all(|c| rest.any(|other| other == c));
        prop_assert!(kept, "{}\n→\n{}", letters(&text), letters_after);
        let lost = untouchables(&text).iter().zip(untouchables(&after)).any(|(before, after)| *before > after);
        prop_assert!(!lost, "an address or number has changed:\n{}\n→\n{}", text, after);
    }

    #[test]
    fn the_english_half_gets_no_full_width_marks(text in mutilated(), house in house()) {
        let after = formatted(&text, &house, TODAY);
        prop_assume!(labels(&text) == labels(&after));
        prop_assert!(full_width_in_english(&after) <= full_width_in_english(&text), "{}\n→\n{}", text, after);
    }

    #[test]
    fn edits_are_minimal_and_lead_to_the_formatted_text(text in brief(), house in house()) {
        let edits = edits(&text, &house, TODAY, &Memo::default());
        prop_assert_eq!(apply(&text, &edits), formatted(&text, &house, TODAY));
        for edit in &edits {
            prop_assert!(is_minimal(&text, edit), "{:?} in\n{}", edit, text);
        }
    }

    #[test]
    fn a_range_is_formatted_and_nothing_else(text in brief(), house in house(), ends in (0.0..1.0, 0.0..1.0)) {
        let at = |part: f64| {
            let near = (part * text.len() as f64) as usize;
            (near..).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
        };
        let range = Span::new(at(ends.0).min(at(ends.1)), at(ends.0).max(at(ends.1)));
        for edit in edits_in(&text, range, &house, TODAY, &Memo::default()) {
            prop_assert!(range.holds(edit.span), "{:?} lies outside {:?}", edit, range);
        }
        let whole = edits_in(&text, Span::new(0, text.len()), &house, TODAY, &Memo::default());
        prop_assert_eq!(apply(&text, &whole), formatted(&text, &house, TODAY));
    }

    #[test]
    fn safe_fixes_come_to_an_end(text in brief()) {
        let house = House::default();
        let fixed = with_safe_fixes(text, &house, TODAY, &Memo::default());
        prop_assert_eq!(&with_safe_fixes(fixed.clone(), &house, TODAY, &Memo::default()), &fixed);
    }

    #[test]
    fn what_is_no_brief_comes_back(text in "\\PC{0,200}", house in house()) {
        prop_assume!(!looks_like_brief(&text, &house.labels));
        prop_assert_eq!(formatted(&text, &house, TODAY), text);
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

/// What other formatters do to a brief.
#[test]
fn the_damage_of_others_does_not_happen() {
    let text = "作者/Author(s): X\n\n日期/Date: 04/17/2025\n\n摘要:\n在2017年,「全球南方」與NATO（北約）擴大了·影響。\n  • 一,二，三；四\n\n\
                Summary:\nIn 2017, the \"Global South\", NATO.\n  • One, two; three\n";
    assert_eq!(formatted(text, &House::default(), TODAY), text);
}
