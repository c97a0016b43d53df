//! `text/repeated-punctuation`: two marks where one belongs.

use super::messages::Message;
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports two commas, stops or other marks of a sentence next to each other: `，，` `。。` `、、` `，。`.
    ///
    /// Dots (`……`, `...`, `。。。`), dashes and `！！` `？！` are not reported; nor is the list of keywords, which has a rule
    /// of its own.
    ///
    /// ## Why
    /// They are left over from editing: a clause was cut out and its mark stayed.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國，，俄國與伊朗。。
    /// ```
    /// The fix keeps one:
    /// ```brief good
    /// 摘要:
    ///   • 中國，俄國與伊朗。
    /// ```
    "text/repeated-punctuation", Warning, TextUnit(in_unit)
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    if unit.language().is_none() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for run in unit.lines.iter().flat_map(|&line| runs(unit.text, line)) {
        let marks = &unit.text[run];
        let message = Message::RepeatedPunctuation { marks: marks.to_owned() };
        let mut finding = RULE.at(run, message);
        for mark in choices(marks) {
            let title = Message::KeepOne { mark: mark.to_string() };
            finding = finding.quick_fix(title, vec![Edit::replace(run, mark.to_string())]);
        }
        findings.push(finding);
    }
    findings
}

/// Whether a character is a mark that never stands beside another such mark.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | ',')
}

/// Two or more such marks without a blank between; three stops and more are dots.
fn runs(text: &str, line: Span) -> Vec<Span> {
    let mut runs = Vec::new();
    let mut start = None;
    let ends = text[line].char_indices().map(|(at, c)| (line.start + at, Some(c))).chain([(line.end, None)]);
    for (at, c) in ends {
        if c.is_some_and(is_mark) {
            start.get_or_insert(at);
            continue;
        }
        let run = start.take().map(|start| Span::new(start, at));
        runs.extend(run.filter(|&run| is_repeated(&text[run])));
    }
    runs
}

fn is_repeated(marks: &str) -> bool {
    let count = marks.chars().count();
    let dots = count > 2 && marks.chars().all(|c| c == '。');
    count > 1 && !dots
}

/// The marks that may have been meant, the stronger first.
fn choices(marks: &str) -> Vec<char> {
    const BY_WEIGHT: &str = "。；：，,、";
    BY_WEIGHT.chars().filter(|&mark| marks.contains(mark)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Message, RULE};
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn doubled_marks() {
        check(&RULE, "摘要:\n一«，，»二«、、»三«。。»\n", Some("摘要:\n一，二、三。\n"));
        check(&RULE, "摘要:\r\n• 😀«，。»\r\n• 𠮷«。，»二«，、，»三\r\n", Some("摘要:\r\n• 😀。\r\n• 𠮷。二，三\r\n"));
        check(&RULE, "Summary:\n• One«,,» two\n", Some("Summary:\n• One, two\n"));
        let findings = run(&RULE, "摘要:\n一\n• 二。，三\n");
        assert_eq!(findings[0].points.chinese, [1]);
        let titles: Vec<_> = findings[0].fixes.iter().map(|fix| (fix.title.clone(), fix.safe)).collect();
        let keep = |mark: &str| (Message::KeepOne { mark: mark.into() }.into(), false);
        assert_eq!(titles, [keep("。"), keep("，")]);
    }

    #[test]
    fn marks_that_are_meant() {
        check_quiet(&RULE, "摘要:\n• 一……二——三！！四？！五。。。六。」，七。）、八...九.,\n• 👨‍👩‍👧，「，」\n");
        check_quiet(&RULE, "Summary:\n• Acme Inc., Washington, D.C.; 1,000 ... and?!\n");
        check_quiet(&RULE, "關鍵字: 軍事、、外交，，中國\n");
    }
}
