//! `section/order`: the English section before the Chinese one.

use super::messages::Message;
use crate::brief::{Language, Section};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports an English section that comes before the Chinese one.
    ///
    /// ## Why
    /// Readers look for the Chinese text first; that is the order of all briefs.
    ///
    /// ## Example
    /// ```brief bad
    /// Summary:
    /// China is building a new order.
    ///
    /// 摘要:
    /// 中國正推動新秩序。
    /// ```
    /// The fix swaps the two:
    /// ```brief good
    /// 摘要:
    /// 中國正推動新秩序。
    ///
    /// Summary:
    /// China is building a new order.
    /// ```
    "section/order", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let [english, chinese] = &cx.brief.sections[..] else {
        return Vec::new();
    };
    // Where the labels are mixed up, the text stands in order; section/language reports them.
    let mixed_up = || cx.bitext().is_foreign(english) && cx.bitext().is_foreign(chinese);
    if english.language != Language::English || mixed_up() {
        return Vec::new();
    }
    let [first, second] = [english, chinese].map(|section| lines_without_end(cx, section));
    let swap = vec![Edit::replace(first, &cx.text[second]), Edit::replace(second, &cx.text[first])];
    let finding =
        RULE.at(english.label.words, Message::SectionOrder).related(chinese.label.words, Message::ChineseSectionHere);
    vec![if would_be_lost(cx) { finding } else { finding.quick_fix(Message::SwapSections, swap) }]
}

/// Whether the Chinese section, put first, might be read as part of the brief above. That brief is not consulted: the
/// findings of a brief are kept while its neighbours change.
fn would_be_lost(cx: &Context) -> bool {
    cx.brief.fields.is_empty() && cx.index > 0
}

fn lines_without_end(cx: &Context, section: &Section) -> Span {
    let lines = &cx.file.lines[section.lines.clone()];
    let (first, last) = (lines.first(), lines.last());
    let start = first.map_or(section.label.whole.start, |line| line.span.start);
    Span::new(start, last.map_or(section.label.whole.end, |line| line.span.end))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn the_sections_are_swapped() {
        check(
            &RULE,
            "作者: X\n\n«Summary»:\nChina\n  • One \n\n\n摘要:\n中國\n\n  • 一",
            Some("作者: X\n\n摘要:\n中國\n\n  • 一\n\n\nSummary:\nChina\n  • One "),
        );
        check(
            &RULE,
            "**«Abstract»**：China\r\n中文摘要：𠮷\r\n• 😀\r\n",
            Some("中文摘要：𠮷\r\n• 😀\r\n**Abstract**：China\r\n"),
        );
    }

    #[test]
    fn the_chinese_section_is_related() {
        let text = "Summary:\n\n摘要:\n";
        let related = run(&RULE, text)[0].related[0].span;
        assert_eq!(&text[related], "摘要");
    }

    #[test]
    fn each_brief_of_a_digest_by_itself() {
        let right = "作者: X\n摘要:\n中國\nSummary:\nChina\n";
        check(
            &RULE,
            &format!("{right}\n作者: Y\n«Summary»:\nChina\n摘要:\n中國\n\n---\n{right}"),
            Some(&format!("{right}\n作者: Y\n摘要:\n中國\nSummary:\nChina\n\n---\n{right}")),
        );
    }

    #[test]
    fn a_brief_without_a_chinese_section_stands_above() {
        check(&RULE, "Summary:\n\n«Summary»:\nChina\n\n摘要:\n中國\n", None);
        check(
            &RULE,
            "Summary:\nRussia\n\n作者: X\n«Summary»:\nChina\n摘要:\n中國\n",
            Some("Summary:\nRussia\n\n作者: X\n摘要:\n中國\nSummary:\nChina\n"),
        );
    }

    #[test]
    fn chinese_first_or_alone() {
        check_quiet(&RULE, "摘要:\n中國\n\nSummary:\nChina\n");
        check_quiet(&RULE, "Summary:\nChina\n");
    }

    #[test]
    fn labels_that_are_mixed_up() {
        check_quiet(&RULE, "Summary:\n中國正積極推動新秩序。\n\n摘要:\nChina is building a new order for all.\n");
    }
}
