//! `section/language`: text in the language of the other section.

use super::messages::Message;
use crate::brief::{Language, Section, Segment};
use crate::messages::Shared;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a paragraph or point that is clearly written in the other section's language.
    ///
    /// English names, titles and abbreviations in Chinese text, Chinese names in English text and very short texts are
    /// never reported. Where a whole section is in the other language, only its label is: either its text was pasted
    /// into the wrong place, or the label is wrong. A label that stands twice, over Chinese and over English, has a fix.
    ///
    /// ## Why
    /// Each section is read alone, by people who may not read the other language.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    /// 中國正積極推動新型國際秩序，拉攏全球南方國家。
    ///   • China has held more summits with countries of the Global South since 2023.
    /// ```
    /// Translate the text, or move it to the section that it belongs to:
    /// ```brief good
    /// 摘要:
    /// 中國正積極推動新型國際秩序，拉攏全球南方國家（Global South）。
    ///   • 自 2023 年以來，中國與全球南方國家舉行更多峰會。
    /// ```
    "section/language", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    cx.brief.sections.iter().flat_map(|section| in_section(cx, section)).collect()
}

fn in_section(cx: &Context, section: &Section) -> Vec<Finding> {
    if let Some(finding) = wrong_label(cx, section) {
        return vec![finding];
    }
    let other = section.language.other();
    let bitext = cx.bitext();
    let foreign: Vec<Segment> =
        section.segments().filter(|segment| bitext.memo.written_in(&cx.text[segment.span]) == Some(other)).collect();
    if foreign.len() > 1 && bitext.is_foreign(section) {
        let label = cx.house.label(section.language);
        let finding = RULE.at(section.label.words, Message::SectionWrittenIn { label, language: other });
        return vec![match exchanged_labels(cx) {
            Some(edits) => finding.quick_fix(Message::ExchangeLabels, edits),
            None => finding,
        }];
    }
    let half = bitext.unlabelled_half(section);
    (foreign.iter())
        // A point beside its partner, in the partner's language, is `pairing/untranslated`'s.
        .filter(|segment| !bitext.is_untranslated(segment))
        // The label that is missing there is `section/missing`'s.
        .filter(|segment| half.is_none_or(|line| segment.span.start < cx.file.lines[line].span.start))
        .map(foreign_text)
        .collect()
}

/// Edits that exchange the labels, where each section is written in the other's language.
fn exchanged_labels(cx: &Context) -> Option<Vec<Edit>> {
    let [first, second] = &cx.brief.sections[..] else { return None };
    let both = cx.bitext().is_foreign(first) && cx.bitext().is_foreign(second);
    let label = |section: &Section, of: &Section| Edit::replace(section.label.words, &cx.text[of.label.words]);
    both.then(|| vec![label(first, second), label(second, first)])
}

/// The finding about a section whose label names the other language.
fn wrong_label(cx: &Context, section: &Section) -> Option<Finding> {
    if section.is_labelled_right() {
        return None;
    }
    let label = cx.house.label(section.language);
    let message = Message::WrongLabel { label, language: section.language };
    let words = section.label.words;
    let rename = vec![Edit::replace(words, label)];
    Some(RULE.at(words, message).quick_fix(Shared::RenameLabel { to: label }, rename))
}

fn foreign_text(segment: &Segment) -> Finding {
    let message = match segment.language {
        Language::Chinese => Message::EnglishInChinese,
        Language::English => Message::ChineseInEnglish,
    };
    RULE.at(segment.span, message).about(segment)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::language::Both;
    use crate::rules::tests::{check, check_quiet, run};

    const ZH: &str = "自2023年以來，中國藉由雙邊與多邊高層峰會推動替代性國際秩序。";
    const EN: &str = "Since 2023, China has promoted its alternative order through summits.";

    #[test]
    fn labels_that_changed_places() {
        let text = |first: &str, second: &str| format!("{first}:\n{EN}\n • {EN}\n\n{second}:\n{ZH}\n • {ZH}\n");
        check(&RULE, &text("«摘要»", "«Summary»"), Some(&text("Summary", "摘要")));
    }

    #[test]
    fn a_half_without_its_label_is_missing_s() {
        check_quiet(&RULE, &format!("摘要:\n{ZH}\n • {ZH}\n\n{EN}\n • {EN}\n"));
        check(&RULE, &format!("摘要:\n{ZH}\n • «{EN}»\n • {ZH}\n\n«{EN}»\n"), None);
    }

    #[test]
    fn one_text_in_the_other_language() {
        check(&RULE, &format!("摘要:\n{ZH}\n  • «{EN}»\n"), None);
        check(&RULE, &format!("Summary：\r\n«{ZH}»\r\n\r\n{EN}\r\n"), None);
        check(&RULE, &format!("摘要:\n«{EN}» \n • {ZH} 😀\n\n{ZH}\n\n«{EN} 𠮷»\n"), None);
    }

    #[test]
    fn a_section_with_one_text() {
        check(&RULE, &format!("摘要:\n«{EN}»\n"), None);
        check(&RULE, &format!("Summary: «{ZH}»"), None);
    }

    #[test]
    fn a_whole_section_is_one_finding() {
        check(&RULE, &format!("«摘要»:\n{EN}\n  • {EN}\n  • Short.\n\nSummary:\n{EN}\n"), None);
    }

    #[test]
    fn one_label_twice() {
        let right = format!("摘要:\n{ZH}\n  • {ZH}\n\nSummary:\n{EN}\n  • {EN}\n");
        check(&RULE, &right.replace("Summary", "«摘要»"), Some(&right));
        check(&RULE, &right.replace("摘要", "«Summary»"), Some(&right));
        assert!(!run(&RULE, &right.replace("Summary", "摘要"))[0].fixes[0].safe);
    }

    #[test]
    fn findings_carry_their_points() {
        let text = format!("摘要:\n{ZH}\n • {ZH}\n • {EN}\n\nSummary:\n{ZH}\n\n{EN}\n");
        let points: Vec<Both<Vec<usize>>> = run(&RULE, &text).into_iter().map(|finding| finding.points).collect();
        let expected = [(vec![2], vec![]), (vec![], vec![0])];
        assert_eq!(points, expected.map(|(chinese, english)| Both { chinese, english }));
    }

    #[test]
    fn english_names_in_chinese() {
        for text in [
            "International Institute for Strategic Studies (IISS)",
            "The Role of the Global South in the New World Order",
            "《The future of warfare in the Indo-Pacific and what it means for us》",
            "中國 CMC 與 MND 官員 met foreign peers。",
            "https://www.iiss.org/online-analysis/the-rise-of-the-global-south-and-what-it-means/",
            "GDP, AI, LNG, NATO, ASEAN, CMC, MND",
            "China rises.",
            "報告《A short title in lower case letters》指出，中國（the People's Republic of China）正積極推動新秩序。",
        ] {
            check_quiet(&RULE, &format!("摘要:\n{text}\n  • {text}\n"));
        }
    }

    #[test]
    fn chinese_names_in_english() {
        for text in [
            "Xi Jinping (習近平) promoted a community of common destiny (人類命運共同體) in his speech (在聯合國大會的演說).",
            "The report 《中華民國一一四年國防報告書》 says so.",
            "The slogan 人類命運共同體 appears in most of the speeches.",
            "王小明、李大同",
            "（中華民國國家安全會議諮詢委員會）",
        ] {
            check_quiet(&RULE, &format!("Summary:\n{text}\n  • {text}\n"));
        }
    }

    #[test]
    fn each_in_its_place() {
        check_quiet(&RULE, &format!("摘要:\n{ZH}\n  • {ZH}\n  •\n\nSummary:\n{EN}\n  • {EN}\n"));
        check_quiet(&RULE, &format!("作者: X\n\n{EN}\n{ZH}\n"));
    }
}
